"""Paragraphs put together again where a page cut them, and sections in which nobody is given work."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracuu.documents.walking import Unit, UnitKind
from tracuu.facts.clauses import without_label
from tracuu.facts.furniture import without_marks
from tracuu.facts.rows import Slots
from tracuu.text import fold
from tracuu.types import Assignment, Document, Level, Locator, Source, Span, Spans

# Headings under which nobody is given work: what was done, what is aimed at, on what grounds. Folded text.
_NO_WORK = re.compile(
    r"^\W*(?:ket qua|tinh hinh|thuc trang|danh gia|ton tai|han che|uu diem|nguyen nhan|su can thiet|can cu|muc dich"
    r"|muc tieu|chi tieu"
    r"|quan diem|nguyen tac|pham vi|doi tuong|dac diem|boi canh|yeu cau|co so (?:phap ly|thuc tien|chinh tri)"
    r"|dia diem|thanh phan"
    r"|giai thich|noi nhan|tieu chi|bai hoc)\b"
)
_WORK = re.compile(
    r"nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem|kien nghi|de xuat|phuong huong|trien khai"
)
_PAST = re.compile(r"^\W*(?:ket qua|tinh hinh|thuc trang|danh gia|ton tai)\b")
# Kinds that tell of what was: work is given only where a heading says so.
_TELLING = frozenset({"Báo cáo", "Tờ trình", "Biên bản", "Thông cáo"})
# What these propose is work where a role is said: "do Sở A chủ trì".
_PROPOSING = "Tờ trình"
_TEXTS = frozenset({UnitKind.TEXT, UnitKind.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or heading of the body; ``gaps`` are the page breaks that cut it."""

    unit: Unit
    span: Span
    gaps: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What every reader of a document needs.

    ``cited`` are the spans of its mentions of others, in order;
    ``marks`` are numbers of pages, blank in the copy and no part of any value.
    """

    copy: str
    document: Document
    source: Source
    cited: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()

    def assignment(self, span: Span, locator: Locator, task: Spans, slots: Slots) -> Assignment:
        """The record of one piece of work."""
        due = slots.deadline
        return Assignment(
            doc_id=self.document.doc_id,
            source_id=self.source.source_id,
            span=span,
            locator=locator,
            task=self._unmarked(task),
            lead=self._unmarked(slots.lead),
            coordinating=self._unmarked(slots.coordinating),
            supervising=self._unmarked(slots.supervising),
            deadline=replace(due, spans=self._unmarked(due.spans)) if due else None,
        )

    def _unmarked(self, spans: Spans) -> Spans:
        return without_marks(self.copy, spans, self.marks)


def paragraphs(reader: Reader, units: Sequence[Unit]) -> Iterator[Paragraph]:
    """Headings and paragraphs in order; one that begins in small letters goes on with the one before."""
    held: Paragraph | None = None
    for unit in units:
        if unit.kind not in _TEXTS:
            if held:
                yield held
            held = None
        elif held and _goes_on(reader.copy, held, unit):
            gap = Span(held.span.end, unit.span.start)
            held = replace(held, span=Span(held.span.start, unit.span.end), gaps=(*held.gaps, gap))
        else:
            if held:
                yield held
            held = Paragraph(unit=unit, span=unit.span)
    if held:
        yield held


def _goes_on(copy: str, held: Paragraph, unit: Unit) -> bool:
    """Whether a page break cut the sentence between the two."""
    before = copy[max(held.span.start, held.span.end - 40) : held.span.end].rstrip()[-1:]
    after = copy[unit.span.start : unit.span.start + 40].lstrip()[:1]
    plain = unit.level is Level.TEXT and unit.kind is UnitKind.TEXT
    return plain and after.islower() and before not in ".:!?…" and copy[held.span.end : unit.span.start].isspace()


def gives_no_work(reader: Reader, headings: Sequence[Span]) -> bool:
    """Whether the headings above say that nobody is given work here."""
    folded = _folded(reader, headings)
    barred = [h for h in folded if _NO_WORK.match(h) and (_PAST.match(h) or not _WORK.search(h))]
    kind = reader.document.header.kind
    return bool(barred) or (kind is not None and kind.value != _PROPOSING and _tells(reader, folded))


def proposes(reader: Reader, headings: Sequence[Span]) -> bool:
    """Whether work is only proposed here: it is given where a word of role says so."""
    kind = reader.document.header.kind
    return kind is not None and kind.value == _PROPOSING and _tells(reader, _folded(reader, headings))


def _tells(reader: Reader, folded: Sequence[str]) -> bool:
    kind = reader.document.header.kind
    return kind is not None and kind.value in _TELLING and not any(_WORK.search(h) for h in folded)


def _folded(reader: Reader, headings: Sequence[Span]) -> list[str]:
    return [fold(reader.copy[slice(*without_label(reader.copy, h))][:120]) for h in headings]
