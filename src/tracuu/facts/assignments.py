"""Who does what by when: every row, and every clause of the prose, that gives somebody work.

Precision before number: a slot that is in doubt stays empty, and a sentence that may only tell of
the past, of an aim or of a ground gives nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracuu.documents.walking import Unit, UnitKind, walk
from tracuu.facts.actors import actor_above, heading_actor, names_unclearly, opening_actor
from tracuu.facts.clauses import cut, joined, reading_copy, without_label
from tracuu.facts.endings import deadline_of, finish_of
from tracuu.facts.furniture import blanked, page_marks
from tracuu.facts.labelled import LabelledLine, labelled_line
from tracuu.facts.lost_rows import lost_rows
from tracuu.facts.lost_tables import lost_tables
from tracuu.facts.paragraphs import Paragraph, Reader, gives_no_work, paragraphs
from tracuu.facts.prose import from_paragraph
from tracuu.facts.rows import Slots, read_row, repeated_cells, tidied
from tracuu.text import fold
from tracuu.types import Assignment, Document, Level, Source, Span, Spans


def read_assignments(document: Document, source: Source) -> tuple[Assignment, ...]:
    """Every assignment of a document, in order of the text; cost linear in its length."""
    cited = tuple(sorted(r.span for r in document.references))
    marks = page_marks(document, source)
    copy = blanked(reading_copy(source.text), marks)
    reader = Reader(copy=copy, document=document, source=source, cited=cited, marks=marks)
    units = sorted(walk(document), key=lambda unit: unit.span)
    tables = {unit.table.span: unit.table for unit in units if unit.table}
    lost = list(lost_tables(copy, *document.span, list(tables.values())))
    texts = [
        p for p in paragraphs(reader, units) if not any(s.start < p.span.end and p.span.start < s.end for s in lost)
    ]
    found = [*_from_rows(reader, units), *_from_lost(reader, units, lost), *_from_prose(reader, texts)]
    return tuple(sorted(found, key=lambda a: (a.span, a.task)))


def _from_rows(reader: Reader, units: Sequence[Unit]) -> Iterator[Assignment]:
    tables = {unit.table.span: unit.table for unit in units if unit.row and unit.table}
    repeated = {span: repeated_cells(reader.copy, table) for span, table in tables.items()}
    for unit in units:
        if unit.row is None or unit.table is None:
            continue
        read = read_row(reader.copy, unit.table, unit.row, repeated[unit.table.span])
        if read:
            yield reader.assignment(unit.span, unit.locator, *read)


def _from_lost(reader: Reader, units: Sequence[Unit], lost: Sequence[Span]) -> Iterator[Assignment]:
    """What rows without columns say for sure; each stands where the text does that holds it."""
    for table in lost:
        holders = [
            unit for unit in units if unit.row is None and unit.span.start < table.end and table.start < unit.span.end
        ]
        for span, task, slots in lost_rows(reader.copy, table):
            unit = next((u for u in reversed(holders) if u.span.start <= span.start < u.span.end), None)
            if unit and not gives_no_work(reader, unit.headings):
                yield reader.assignment(span, unit.locator, task, slots)


def _from_prose(reader: Reader, texts: Sequence[Paragraph]) -> Iterator[Assignment]:
    lines = [labelled_line(reader.copy, t.span) if t.unit.kind is UnitKind.TEXT else None for t in texts]
    for i, text in enumerate(texts):
        following = lines[i + 1] if i + 1 < len(texts) else None
        says = text.unit.kind is UnitKind.TEXT or text.gaps
        if lines[i] is None and says and (following is None or following.task):
            yield from from_paragraph(reader, text)
    for group in _groups(lines):
        found = _of_lines(reader, texts, lines, group)
        if found:
            yield found


def _groups(lines: Sequence[LabelledLine | None]) -> Iterator[range]:
    """Neighbouring labelled lines that speak of one task: until one names a task or says a slot again."""
    start, held = 0, Slots()
    for i, line in enumerate(lines):
        if line is None or line.task or _overlap(held, line.slots):
            if i > start:
                yield range(start, i)
            start, held = (i + 1, Slots()) if line is None else (i, line.slots)
        else:
            held = _merged(held, line.slots)
    if start < len(lines):
        yield range(start, len(lines))


def _overlap(a: Slots, b: Slots) -> bool:
    return bool(
        (a.lead and b.lead)
        or (a.coordinating and b.coordinating)
        or (a.supervising and b.supervising)
        or (a.deadline and b.deadline)
    )


def _merged(a: Slots, b: Slots) -> Slots:
    return Slots(
        lead=a.lead or b.lead,
        coordinating=a.coordinating or b.coordinating,
        supervising=a.supervising or b.supervising,
        deadline=a.deadline or b.deadline,
    )


def _of_lines(
    reader: Reader, texts: Sequence[Paragraph], lines: Sequence[LabelledLine | None], group: range
) -> Assignment | None:
    """What "Cơ quan chủ trì: …", "Thời gian: …" say of the task before them; None without task or agency."""
    slots = Slots()
    for i in group:
        line = lines[i]
        slots = _merged(slots, line.slots) if line else slots
    first, unit = lines[group[0]], texts[group[0]].unit
    task = (first.task,) if first and first.task else _task_above(reader, texts, lines, group[0])
    if not task or not (slots.lead or slots.coordinating or slots.supervising) or gives_no_work(reader, unit.headings):
        return None
    span = Span(texts[group[0]].span.start, texts[group[-1]].span.end)
    if not slots.lead and len(task) == 1:
        task, slots = _led(reader, task[0], unit.headings, slots)
    elif slots.lead and not slots.deadline and len(task) == 1 and not (first and first.task):
        slots = replace(slots, deadline=finish_of(reader, task[0]))
    return reader.assignment(joined([span, *task]), unit.locator, task, slots)


def _led(reader: Reader, task: Span, headings: Spans, slots: Slots) -> tuple[Spans, Slots]:
    """The task and slots of labelled lines that do not say who leads: named before the work, or in the heading."""
    actor = opening_actor(reader.copy, task)
    if actor and actor.duty.work < task.end:
        work = Span(actor.duty.work, task.end)
    elif names_unclearly(reader.copy, task):
        return (task,), slots
    else:
        actor, work = actor_above(reader.copy, headings), task
    lead = (actor.span,) if actor and actor.duty.lead and not actor.duty.helps else ()
    return (work,), replace(slots, lead=lead, deadline=slots.deadline or deadline_of(reader, task))


# Headings of sections name no task. Folded text.
_NO_TASK = re.compile(
    r"\W*(?:to chuc thuc hien|(?:cac )?nhiem vu(?: (?:cu the|trong tam|chu yeu))?(?:(?:,| va)? giai phap(?: .{0,40})?)?"
    r"|(?:cac )?giai phap(?: .{0,20})?|phan cong(?: (?:nhiem vu|thuc hien|trach nhiem))*|trach nhiem(?: .{0,30})?"
    r"|noi dung(?: (?:thuc hien|cong viec))?|to chuc va trach nhiem)\W*"
)


def _task_above(reader: Reader, texts: Sequence[Paragraph], lines: Sequence[LabelledLine | None], i: int) -> Spans:
    """The point or heading that labelled lines speak of; empty when it is not certain which."""
    unit = texts[i].unit
    if i == 0:
        return ()
    before, above = texts[i - 1], unit.headings[-1] if unit.headings else None
    task: Spans
    agency = above is not None and heading_actor(reader.copy, above) is not None
    if not agency and ({unit.level, before.unit.level} & {Level.DASH, Level.PLUS} or before.span == above):
        bare = without_label(reader.copy, above) if above else None
        task = (bare,) if bare and not _NO_TASK.fullmatch(fold(reader.copy[slice(*bare)])) else ()
    elif lines[i - 1] is not None or (agency and before.span == above):
        return ()
    else:
        task = cut(without_label(reader.copy, before.span), before.gaps)
    return tidied(reader.copy, task)
