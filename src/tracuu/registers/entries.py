"""Facts become entries of a register: cells in the words of the source, the viện dẫn, copies folded into one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz

from tracuu import vi
from tracuu.answers import Evidence
from tracuu.citing import reference, short_reference, spoken_place
from tracuu.documents import strip_markup
from tracuu.passages import differing_words
from tracuu.registers.records import Copy, Due, TargetEntry, TargetSpans, TaskEntry, TaskSpans
from tracuu.registers.times import first_day
from tracuu.text import modern_marks, syllables, trim
from tracuu.types import Assignment, Deadline, Document, Span, Spans, Target

# Two transcriptions of one clause are at least this alike (0 to 100), as for passages.
_SAME_CLAUSE = 85.0

_Entry = TypeVar("_Entry", TaskEntry, TargetEntry)


class _Head(NamedTuple):
    """What every entry of a document says of it; references are those of the whole document."""

    document: str | None
    kind: str | None
    issued: date | None
    province: str | None
    reference: str
    marked_reference: str
    short_reference: str


def task_entries(evidence: Evidence) -> tuple[TaskEntry, ...]:
    """Every task of the corpus once, in order of the corpus; what only a copy says stays an entry of its own."""
    heads = _heads(evidence)
    entries = [_task(one, heads[one.doc_id], evidence) for one in evidence.facts.assignments if one.doc_id in heads]
    return tuple(_folded(entries, evidence.documents))


def target_entries(evidence: Evidence) -> tuple[TargetEntry, ...]:
    """Every target of the corpus once, as `task_entries`."""
    heads = _heads(evidence)
    entries = [_target(one, heads[one.doc_id], evidence) for one in evidence.facts.targets if one.doc_id in heads]
    return tuple(_folded(entries, evidence.documents))


def _heads(evidence: Evidence) -> dict[str, _Head]:
    return {doc_id: _head(document) for doc_id, document in evidence.documents.items()}


def _head(document: Document) -> _Head:
    header = document.header
    return _Head(
        document=header.symbol.value if header.symbol else None,
        kind=header.kind.value if header.kind else None,
        issued=header.issued_on.value if header.issued_on else None,
        province=province_of(document),
        reference=reference(document),
        marked_reference=reference(document, marked=True),
        short_reference=short_reference(document),
    )


def _before(labels: tuple[str, ...]) -> str:
    """The place as it stands before a document in a reference; "" for none."""
    place = spoken_place(labels)
    return f"{place}, " if place else ""


def _task(assignment: Assignment, head: _Head, evidence: Evidence) -> TaskEntry:
    source_id = assignment.source_id
    start, end = whole_marks(evidence.sources[source_id].text, assignment.span)
    before = _before(assignment.locator.labels)
    return TaskEntry(
        doc_id=assignment.doc_id,
        source=source_id,
        document=head.document,
        kind=head.kind,
        issued=head.issued,
        province=head.province,
        locator=assignment.locator.labels,
        task=_cell(evidence, source_id, assignment.task),
        lead=_cell(evidence, source_id, assignment.lead),
        coordinating=_cell(evidence, source_id, assignment.coordinating),
        supervising=_cell(evidence, source_id, assignment.supervising),
        deadline=_due(assignment.deadline, source_id, evidence),
        reference=before + head.reference,
        marked_reference=before + head.marked_reference,
        short_reference=before + head.short_reference,
        quote=evidence.sources[source_id].text[start:end],
        start=start,
        end=end,
        headings=_headings(assignment, assignment.task, evidence),
        spans=TaskSpans(
            task=assignment.task,
            lead=assignment.lead,
            coordinating=assignment.coordinating,
            supervising=assignment.supervising,
        ),
    )


def _target(target: Target, head: _Head, evidence: Evidence) -> TargetEntry:
    source_id = target.source_id
    start, end = whole_marks(evidence.sources[source_id].text, target.span)
    before = _before(target.locator.labels)
    return TargetEntry(
        doc_id=target.doc_id,
        source=source_id,
        document=head.document,
        kind=head.kind,
        issued=head.issued,
        province=head.province,
        locator=target.locator.labels,
        indicator=_indicator(evidence, target),
        comparison=target.comparison,
        value=_cell(evidence, source_id, (target.value,)),
        low=target.low,
        high=target.high,
        unit=target.unit_name,
        years=target.years,
        period=_cell(evidence, source_id, (target.period,)) if target.period else "",
        place=target.place,
        reference=before + head.reference,
        marked_reference=before + head.marked_reference,
        short_reference=before + head.short_reference,
        quote=evidence.sources[source_id].text[start:end],
        start=start,
        end=end,
        headings=_headings(target, target.indicator, evidence),
        spans=TargetSpans(indicator=target.indicator, value=target.value, unit=target.unit, period=target.period),
    )


def province_of(document: Document) -> str | None:
    """The province that a document concerns, as its header says or lets infer; None when neither does."""
    return document.header.province.value if document.header.province else None


def _cell(evidence: Evidence, source_id: str, spans: Spans) -> str:
    """The words of some spans on one line, without the stop or sign that ends a clause."""
    return evidence.words(source_id, spans).rstrip(" .;,:") if spans else ""


def _indicator(evidence: Evidence, target: Target) -> str:
    """What is measured; where a figure or a time stands between its words, these do not run on: "phổ cập … hộ"."""
    text = evidence.sources[target.source_id].text
    said, end = "", -1
    for span in target.indicator:
        between = text[end : span.start] if 0 <= end <= span.start else ""
        left_out = _LEFT_OUT.fullmatch(between.strip()) and not _PAGE.fullmatch(between)
        said += (f" {vi.REGISTER_LEFT_OUT} " if left_out else " ") + _cell(evidence, target.source_id, (span,))
        end = span.end
    return said.strip()


# Words of one paragraph; the cells of a table stand apart. A page may break between two words.
_LEFT_OUT = re.compile(r"(?=[^\w]{0,20}\w)(?:[^\t|<\n]|\n(?!\s*\n)){1,200}")
_PAGE = re.compile(r"\s*\n[\s*-]*\d{1,3}[\s*-]*")


def whole_marks(text: str, span: Span) -> Span:
    """The span with both halves of the bold marks that it holds, or none: "**Sở Y tế**: …", not "Sở Y tế**: …"."""
    start, end = span
    if text.count("**", start, end) % 2:
        if text.startswith("**", start - 2):
            start -= 2
        elif text.startswith("**", end):
            end += 2
        elif text.startswith("**", start):
            start += 2
        elif text.endswith("**", start, end):
            end -= 2
    return trim(text, start, end)


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


def _headings(fact: Assignment | Target, spans: Spans, evidence: Evidence) -> tuple[str, ...]:
    """What stands above the smallest passage that holds the beginning of what is said, outermost first."""
    passage = next(iter(evidence.passages_at(fact.doc_id, spans or (fact.span,))), None)
    return tuple(evidence.headings(passage)) if passage else ()


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
