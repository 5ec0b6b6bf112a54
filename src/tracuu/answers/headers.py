"""Questions about a document itself: who signed, when, its number, its issuer, who received it."""

from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.documents import TITLES, symbol_key
from tracuu.queries import successor
from tracuu.text import fold, squeeze
from tracuu.types import Document, Hit, Intent, Passage, PassageRole, Query, Span

# What stands in the head or at the foot, and what is asked for with it.
ABOUT_DOCUMENT = frozenset({Intent.SIGNATORY, Intent.ISSUED_ON, Intent.SYMBOL, Intent.ISSUER, Intent.RECIPIENTS})
_RECIPIENTS_LENGTH = 300


class HeaderFact(NamedTuple):
    """A value of a header with the passage that shows it and the spans that the answer took."""

    value: str
    passage: Passage
    spans: tuple[Span, ...]


def document_asked(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Document | None:
    """The one document that a question about a document means; None in doubt."""
    if query.doc_ids:
        return evidence.documents[query.doc_ids[0]] if len(query.doc_ids) == 1 else None
    candidates = [d for d in evidence.documents.values() if d.copy_of is None and _fits(d, query)]
    scores = {d.doc_id: 0.0 for d in candidates}
    for hit in hits:
        weight = 1.0 if hit.passage.role in {PassageRole.TITLE, PassageRole.HEADER, PassageRole.SIGNATURE} else 0.5
        if hit.passage.doc_id in scores:
            scores[hit.passage.doc_id] = max(scores[hit.passage.doc_id], weight * hit.score)
    best = max(candidates, key=lambda d: (scores[d.doc_id], d.doc_id), default=None)
    return best if best and scores[best.doc_id] > 0 else None


def _fits(document: Document, query: Query) -> bool:
    """Whether nothing that the question names speaks against this document."""
    header = document.header
    asked = fold(query.text)
    if query.provinces:
        named = {successor(p) for p in query.provinces}
        if not header.province or successor(header.province.value) not in named:
            return False
    kinds = {fold(title) for title in TITLES if fold(title) in asked}
    if kinds and header.kind and fold(header.kind.value) not in kinds:
        return False
    years = set(query.years)
    return not (years and header.issued_on and header.issued_on.value.year not in years) or len(kinds) == 0


def header_fact(intent: Intent, document: Document, evidence: Evidence) -> HeaderFact | None:
    """The value asked for, with the passage where it is printed; None when nothing states it."""
    header = document.header
    if intent is Intent.SIGNATORY and header.signatory and header.signatory.span:
        return _shown(header.signatory.value.name, header.signatory.span, document, evidence)
    if intent is Intent.ISSUER and header.issuer:
        return _shown(header.issuer.value, header.issuer.span, document, evidence)
    if intent is Intent.SYMBOL and header.symbol:
        return _shown(header.symbol.value, header.symbol.span, document, evidence)
    if intent is Intent.ISSUED_ON and header.issued_on:
        return _dated(document, evidence)
    if intent is Intent.RECIPIENTS and (header.recipients or header.addressees):
        return _received(document, evidence)
    return None


def _shown(value: str, span: Span | None, document: Document, evidence: Evidence) -> HeaderFact | None:
    if span is None:
        return _cited_elsewhere(value, document, evidence)
    passage = _holding(document.doc_id, span, evidence)
    return HeaderFact(value, passage, (span,)) if passage else None


def _dated(document: Document, evidence: Evidence) -> HeaderFact | None:
    issued = document.header.issued_on
    assert issued is not None
    if issued.span is None:
        return _cited_elsewhere(None, document, evidence)
    text = evidence.sources[document.source_id].text
    return _shown(squeeze(text[slice(*issued.span)]), issued.span, document, evidence)


def _cited_elsewhere(value: str | None, document: Document, evidence: Evidence) -> HeaderFact | None:
    """Number or date of a document that does not print it, shown where another document cites it."""
    header = document.header
    if header.symbol is None:
        return None
    for other in evidence.documents.values():
        if other.copy_of or other.doc_id == document.doc_id:
            continue
        for reference in other.references:
            dated = header.issued_on is None or reference.issued_on == header.issued_on.value
            if symbol_key(reference.symbol) == symbol_key(header.symbol.value) and dated:
                passage = _holding(other.doc_id, reference.span, evidence)
                if passage:
                    shown = value or f"{header.issued_on.value:%d/%m/%Y}" if header.issued_on else value
                    return HeaderFact(_printed(shown or "", passage, header), passage, (reference.span,))
    return None


def _printed(value: str, passage: Passage, header: object) -> str:
    """The date in the form in which the passage prints it ("08/6/2022"), when it does."""
    parts = value.split("/")
    if len(parts) == 3:
        day, month, year = map(int, parts)
        for form in (f"{day:02d}/{month}/{year}", f"{day:02d}/{month:02d}/{year}", f"{day}/{month}/{year}"):
            if form in passage.text:
                return form
    return value


def _received(document: Document, evidence: Evidence) -> HeaderFact | None:
    """The recipients, or, in a letter, those whom it addresses, as many as an answer holds."""
    listed = document.header.recipients or document.header.addressees
    chosen: list[str] = []
    spans: list[Span] = []
    for item in listed:
        if sum(map(len, chosen)) + len(item.value) + 2 * len(chosen) > _RECIPIENTS_LENGTH:
            break
        chosen.append(item.value)
        spans += [item.span] if item.span else []
    passage = _holding(document.doc_id, spans[0], evidence) if spans else None
    return HeaderFact("; ".join(chosen), passage, tuple(spans)) if passage else None


def _holding(doc_id: str, span: Span, evidence: Evidence) -> Passage | None:
    for passage in evidence.passages:
        if passage.doc_id == doc_id and passage.span.start <= span.start and span.end <= passage.span.end:
            return passage
    return None
