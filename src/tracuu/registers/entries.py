"""Facts become entries of a register: cells in the words of the source, the viện dẫn, copies folded into one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz

from tracuu.answers import Evidence
from tracuu.citing import reference, short_reference
from tracuu.documents import strip_markup
from tracuu.passages import differing_words
from tracuu.registers.records import Copy, Due, TargetEntry, TargetSpans, TaskEntry, TaskSpans
from tracuu.registers.times import first_day
from tracuu.text import modern_marks, syllables
from tracuu.types import Assignment, Deadline, Document, Passage, Spans, Target

# Two transcriptions of one clause are at least this alike (0 to 100), as for passages.
_SAME_CLAUSE = 85.0

_Entry = TypeVar("_Entry", TaskEntry, TargetEntry)


def task_entries(evidence: Evidence) -> tuple[TaskEntry, ...]:
    """Every task of the corpus once, in order of the corpus; what only a copy says stays an entry of its own."""
    entries = [_task(assignment, evidence) for assignment in evidence.facts.assignments if _held(assignment, evidence)]
    return tuple(_folded(entries, evidence.documents))


def target_entries(evidence: Evidence) -> tuple[TargetEntry, ...]:
    """Every target of the corpus once, as `task_entries`."""
    entries = [_target(target, evidence) for target in evidence.facts.targets if _held(target, evidence)]
    return tuple(_folded(entries, evidence.documents))


def _held(fact: Assignment | Target, evidence: Evidence) -> bool:
    return fact.doc_id in evidence.documents


def _task(assignment: Assignment, evidence: Evidence) -> TaskEntry:
    document = evidence.documents[assignment.doc_id]
    source_id = assignment.source_id
    cited = _cited(document, _passage(assignment, assignment.task, evidence), assignment, evidence)
    return TaskEntry(
        doc_id=assignment.doc_id,
        source=source_id,
        document=document.header.symbol.value if document.header.symbol else None,
        kind=document.header.kind.value if document.header.kind else None,
        issued=document.header.issued_on.value if document.header.issued_on else None,
        province=province_of(document),
        locator=assignment.locator.labels,
        task=_cell(evidence, source_id, assignment.task),
        lead=_cell(evidence, source_id, assignment.lead),
        coordinating=_cell(evidence, source_id, assignment.coordinating),
        supervising=_cell(evidence, source_id, assignment.supervising),
        deadline=_due(assignment.deadline, source_id, evidence),
        reference=cited.reference,
        marked_reference=cited.marked,
        short_reference=cited.short,
        quote=evidence.sources[source_id].text[slice(*assignment.span)],
        start=assignment.span.start,
        end=assignment.span.end,
        headings=cited.headings,
        spans=TaskSpans(
            task=assignment.task,
            lead=assignment.lead,
            coordinating=assignment.coordinating,
            supervising=assignment.supervising,
        ),
    )


def _target(target: Target, evidence: Evidence) -> TargetEntry:
    document = evidence.documents[target.doc_id]
    source_id = target.source_id
    cited = _cited(document, _passage(target, target.indicator, evidence), target, evidence)
    return TargetEntry(
        doc_id=target.doc_id,
        source=source_id,
        document=document.header.symbol.value if document.header.symbol else None,
        kind=document.header.kind.value if document.header.kind else None,
        issued=document.header.issued_on.value if document.header.issued_on else None,
        province=province_of(document),
        locator=target.locator.labels,
        indicator=_cell(evidence, source_id, target.indicator),
        comparison=target.comparison,
        value=_cell(evidence, source_id, (target.value,)),
        low=target.low,
        high=target.high,
        unit=target.unit_name,
        years=target.years,
        period=_cell(evidence, source_id, (target.period,)) if target.period else "",
        place=target.place,
        reference=cited.reference,
        marked_reference=cited.marked,
        short_reference=cited.short,
        quote=evidence.sources[source_id].text[slice(*target.span)],
        start=target.span.start,
        end=target.span.end,
        headings=cited.headings,
        spans=TargetSpans(indicator=target.indicator, value=target.value, unit=target.unit, period=target.period),
    )


def province_of(document: Document) -> str | None:
    """The province that a document concerns, as its header says or lets infer; None when neither does."""
    return document.header.province.value if document.header.province else None


def _cell(evidence: Evidence, source_id: str, spans: Spans) -> str:
    """The words of some spans on one line, without the stop or sign that ends a clause."""
    return evidence.words(source_id, spans).rstrip(" .;,:") if spans else ""


def _due(deadline: Deadline | None, source_id: str, evidence: Evidence) -> Due | None:
    if deadline is None:
        return None
    text = _cell(evidence, source_id, deadline.spans)
    return Due(
        text=text,
        precision=deadline.precision,
        start=first_day(text, deadline.precision, deadline.due),
        end=deadline.due,
        spans=deadline.spans,
    )


class _Cited(NamedTuple):
    reference: str
    marked: str
    short: str
    headings: tuple[str, ...]


def _passage(fact: Assignment | Target, spans: Spans, evidence: Evidence) -> Passage | None:
    """The smallest passage that holds the beginning of what is said."""
    return next(iter(evidence.passages_at(fact.doc_id, spans or (fact.span,))), None)


def _cited(document: Document, passage: Passage | None, fact: Assignment | Target, evidence: Evidence) -> _Cited:
    at = replace(passage, locator=fact.locator) if passage else None
    return _Cited(
        reference(document, at),
        reference(document, at, marked=True),
        short_reference(document, at),
        tuple(evidence.headings(passage)) if passage else (),
    )


# --- Copies --------------------------------------------------------------------------------------


def _folded(entries: Sequence[_Entry], documents: Mapping[str, Document]) -> Iterator[_Entry]:
    """The entries without those of copies that the first copy has too; these are in its ``also_in``."""
    by_place: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, entry in enumerate(entries):
        by_place.setdefault((entry.doc_id, entry.locator), []).append(number)
    copies: dict[int, list[Copy]] = {}
    folded: set[int] = set()
    for number, entry in enumerate(entries):
        original = documents[entry.doc_id].copy_of
        if original is None:
            continue
        beside = by_place.get((original, entry.locator), ())
        free = [n for n in beside if all(copy.doc_id != entry.doc_id for copy in copies.get(n, ()))]
        twin = _twin(entry, free, entries)
        if twin is not None:
            copies.setdefault(twin, []).append(_copy(entries[twin], entry))
            folded.add(number)
    for number, entry in enumerate(entries):
        if number not in folded:
            yield replace(entry, also_in=tuple(copies.get(number, ())))


def _twin(entry: _Entry, candidates: Sequence[int], entries: Sequence[_Entry]) -> int | None:
    """The entry of the first copy at the same place that says the same; the most alike when several do."""
    said = _said(entry)
    scored = [(fuzz.ratio(_said(entries[n]), said), -n) for n in candidates]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _SAME_CLAUSE else None


def _said(entry: TaskEntry | TargetEntry) -> str:
    if isinstance(entry, TaskEntry):
        return modern_marks(f"{entry.task}\n{entry.quote}")
    years = "-".join(map(str, entry.years or ()))
    return modern_marks(f"{entry.indicator}\n{entry.value} {entry.unit} {years}")


def _copy(entry: _Entry, copy: _Entry) -> Copy:
    differences = differing_words(entry.quote, copy.quote)
    return Copy(
        source=copy.source,
        doc_id=copy.doc_id,
        start=copy.start,
        end=copy.end,
        differs=bool(differences) or _plain(entry.quote) != _plain(copy.quote),
        differences=differences,
    )


def _plain(text: str) -> list[str]:
    """The words, with square metres as one word however they are written."""
    return syllables(strip_markup(text))
