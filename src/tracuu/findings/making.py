"""A discrepancy becomes a finding: each place cited, and an identity made of what is said there."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tracuu.checks import Material
from tracuu.citing import cite
from tracuu.documents import strip_markup
from tracuu.text import squeeze
from tracuu.types import (
    Citation,
    Discrepancy,
    Document,
    Finding,
    Hit,
    Locator,
    Passage,
    PassageRole,
    Place,
    Severity,
    Span,
)

_GRAVEST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
# Of a digest in hexadecimal: enough to be told apart and typed by hand.
_ID_LENGTH = 12


class MakesFindings:
    """Makes findings of the discrepancies in ``material``; ``passages`` are those of its documents."""

    def __init__(self, material: Material, passages: Iterable[Passage]) -> None:
        self._material = material
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            self._passages[passage.doc_id].append(passage)

    def findings(self, discrepancies: Iterable[Discrepancy]) -> tuple[Finding, ...]:
        """The findings, errors first, else in the order given; two of the same content have numbers in their ids."""
        found = sorted(map(self._finding, discrepancies), key=lambda f: _GRAVEST_FIRST[f.severity])
        return tuple(_told_apart(found))

    def _finding(self, discrepancy: Discrepancy) -> Finding:
        evidence = tuple(self.cite(place, rank) for rank, place in enumerate(discrepancy.places, start=1))
        return Finding(
            rule=discrepancy.rule,
            severity=discrepancy.severity,
            message=discrepancy.message,
            values=discrepancy.values,
            evidence=evidence,
            finding_id=finding_id(discrepancy.rule, discrepancy.values, evidence),
            natures=discrepancy.natures,
            needs_person=discrepancy.needs_person,
        )

    def cite(self, place: Place, rank: int = 1) -> Citation:
        """The passage at a place, the place itself highlighted; the words alone where no passage holds them."""
        document = self._material.by_id[place.doc_id]
        source = self._material.sources[document.source_id]
        passage = self._passage(place) or _bare(document, place.span, source.text)
        hit = Hit(passage=passage, score=1.0, dense=0.0, lexical=0.0, dense_rank=None, lexical_rank=None)
        return cite(hit, rank, document, source, highlights=(place.span,))

    def _passage(self, place: Place) -> Passage | None:
        """The smallest passage that holds the beginning of a place."""
        holding = [p for p in self._passages[place.doc_id] if p.span.start <= place.span.start < p.span.end]
        return min(holding, key=lambda p: (p.span.end - p.span.start, p.passage_id), default=None)


def finding_id(rule: str, values: Sequence[str], evidence: Sequence[Citation]) -> str:
    """A digest of rule, values and quoted words, white space and mark-up aside; places and files do not count."""
    parts = [rule, *values, *(squeeze(strip_markup(citation.quote)) for citation in evidence)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_ID_LENGTH]


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.finding_id] += 1
        number = seen[finding.finding_id]
        yield finding if number == 1 else replace(finding, finding_id=f"{finding.finding_id}-{number}")


def _bare(document: Document, span: Span, text: str) -> Passage:
    return Passage(
        passage_id=f"{document.doc_id}@{span.start}",
        doc_id=document.doc_id,
        source_id=document.source_id,
        role=PassageRole.TEXT,
        span=span,
        text=text[slice(*span)],
        context="",
        locator=Locator(labels=()),
    )
