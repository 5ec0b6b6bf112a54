"""Planted faults and near-misses: what a case is, and how rules are judged by it.

A case is one small corpus. Of a fault its rule must speak: at each planted place, of the document that is wrong, or at
all, as the case says. Of a near-miss it must be silent. Every rule reads every case: a warning or an error of another
rule counts against that one.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracuu.checks import Material, find_discrepancies
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.findings.drafts import draft_material, draft_source
from tracuu.findings.quotations import altered_quotations
from tracuu.passages import make_passages
from tracuu.quotes.drafts import check_draft
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.mentions import KnownDocuments
from tracuu.text import normalise
from tracuu.types import Discrepancy, Severity, Source

_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``texts`` by file; ``guise`` says what was done.

    ``planted`` are words at faults, each in one file; ``said`` words that the message of a right finding holds.
    """

    rule: str
    guise: str
    fault: bool
    texts: Mapping[str, str]
    planted: tuple[tuple[str, str], ...] = ()
    said: str = ""
    ignored: Severity | None = None
    """The gravest finding that is neither right nor wrong; None when all count."""
    others: bool = False
    """Whether what the rule says beside the fault may be right too."""
    drafts: frozenset[str] = frozenset()
    """The files that are not yet signed, and are held against the others."""
    also: frozenset[str] = frozenset()
    """Other rules that may rightly speak, of what the texts hold besides."""


@dataclass(slots=True, kw_only=True)
class Score:
    """What one rule found of ``faults``, and how many of its findings were called for."""

    faults: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    failures: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """Share of the faults that were found."""
        return self.found / self.faults if self.faults else 1.0

    @property
    def precision(self) -> float:
        """Share of the findings that were called for."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def material_of(case: Case) -> Material:
    """The documents of a case, linked, with their facts."""
    texts = {name: normalise(text) for name, text in sorted(case.texts.items()) if name not in case.drafts}
    sources = {
        name: Source(source_id=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)
        for name, text in texts.items()
    }
    read = [document for source in sources.values() for document in read_documents(source)]
    documents = link_documents(read, texts)
    facts = read_facts(documents, sources)
    drafts = [draft_source(name, normalise(case.texts[name])) for name in sorted(case.drafts)]
    return draft_material(documents, sources, facts, drafts)


def _found(case: Case, material: Material) -> list[Discrepancy]:
    """What all rules find; quotations are looked up in what is no draft."""
    held = [document for document in material.documents if document.doc_id not in material.drafts]
    sources = {document.source_id: material.sources[document.source_id] for document in held}
    checks = []
    if case.drafts:
        passages = [passage for d in held for passage in make_passages(d, sources[d.source_id])]
        index, known = QuoteIndex(sources, held, passages), KnownDocuments(held)
        checks = [(name, check_draft(material.sources[name].text, index, known)) for name in sorted(case.drafts)]
    return [*find_discrepancies(material), *altered_quotations(checks, material)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found in a case: ``hit`` of ``faults``, findings that are right, wrong, of other rules."""

    case: Case
    faults: int
    hit: int
    right: tuple[Discrepancy, ...]
    wrong: tuple[Discrepancy, ...]
    strange: tuple[Discrepancy, ...]

    @property
    def fails(self) -> bool:
        """Whether something was missed or made up."""
        return self.hit < self.faults or bool(self.wrong or self.strange)


def judge(case: Case) -> Judgement:
    """All rules on one case."""
    material = material_of(case)
    found = _found(case, material)
    own = [d for d in found if d.rule == case.rule and not _is_ignored(d, case)]
    strange = tuple(d for d in found if d.rule not in {case.rule, *case.also} and _RANK[d.severity] > 0)
    if case.planted:
        hit, right = _touched(case, own, material)
    else:
        right = [d for d in own if case.fault and case.said in d.message]
        hit = min(len(right), 1)
    wrong = () if case.others else tuple(d for d in own if d not in right)
    faults = max(1, len(case.planted)) if case.fault else 0
    return Judgement(case=case, faults=faults, hit=hit, right=tuple(right), wrong=wrong, strange=strange)


def _is_ignored(discrepancy: Discrepancy, case: Case) -> bool:
    return case.ignored is not None and _RANK[discrepancy.severity] <= _RANK[case.ignored]


def _touched(case: Case, found: Sequence[Discrepancy], material: Material) -> tuple[int, list[Discrepancy]]:
    """How many planted places findings touch, and the findings that touch one."""
    files = {document.doc_id: document.source_id for document in material.documents}
    hit: set[tuple[str, str]] = set()
    right = []
    for discrepancy in found:
        places = [(files[place.doc_id], place.span) for place in discrepancy.places]
        touched = set()
        for file, words in case.planted:
            start = material.sources[file].text.index(words)
            end = start + len(words)
            if any(name == file and span.start < end and start < span.end for name, span in places):
                touched.add((file, words))
        hit |= touched
        right += [discrepancy] if touched else []
    return len(hit), right


def scores(judgements: Iterable[Judgement]) -> dict[str, Score]:
    """The score of each rule by its own cases, what it says in those of others against it too."""
    by_rule: dict[str, Score] = defaultdict(Score)
    for judged in judgements:
        case = judged.case
        own = by_rule[case.rule]
        own.faults += judged.faults
        own.found += judged.hit
        own.right += len(judged.right)
        own.wrong += len(judged.wrong)
        for discrepancy in judged.strange:
            by_rule[discrepancy.rule].wrong += 1
        if judged.fails:
            spoken = sorted({d.rule for d in (*judged.wrong, *judged.strange)})
            what = f"{'fault' if case.fault else 'near miss'}, {case.guise}"
            missed = f"{judged.faults - judged.hit} missed " if judged.hit < judged.faults else ""
            own.failures[f"{what}: {missed}{f'wrong {spoken}' if spoken else ''}".rstrip()] += 1
    return dict(by_rule)
