"""Numbers of parts, articles, items, points and rows that do not run on."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from tracuu import vi
from tracuu.checks.labels import FOREIGN, STROKES, Order, is_misread, named, order_of, printed_pattern
from tracuu.checks.looking import first_words, looked_at
from tracuu.checks.material import Material
from tracuu.checks.sequences import Break, Entry, Fault, Printed, find_breaks
from tracuu.types import Discrepancy, Document, Level, Nature, Place, Section, Severity, Span, Table

RULE = "numbering"
_COUNTED = frozenset(
    {
        Level.PART, Level.CHAPTER, Level.DIVISION, Level.ROMAN, Level.ITEM, Level.SUBITEM, Level.SUBSUBITEM,
        Level.POINT,
    }
)  # fmt: skip
# A label twice or of another place is wrong; what is missing may have been lost on the way here.
_SEVERITY = {
    Fault.DOUBLED: Severity.ERROR, Fault.OTHER: Severity.ERROR, Fault.SWAPPED: Severity.ERROR,
    Fault.SKIPPED: Severity.WARNING, Fault.BACK: Severity.WARNING, Fault.BEGINNING: Severity.WARNING,
}  # fmt: skip
# A list that begins later than this is read from the middle: nothing is known of what stood before.
_LATEST_BEGINNING = 3
# A label with its word, its sign, and the mark-up before it.
_LABEL = re.compile(
    r"[#*_\s>\\|]*(?P<label>(?:(?:Điều|ĐIỀU|Mục|MỤC|Chương|CHƯƠNG|Phần|PHẦN)\s+)?(?:(?:thứ|THỨ)\s+)?"
    r"(?P<bare>[\w|!]+(?:\.\d+)*)[*_]{0,3}\s?(?P<sign>[.)/:–-]?))"
)
# The cell of a number with the end of its cell.
_ROW_LABEL = re.compile(r"\W*\w+[.)]?(?:</?[^<>]*>|[\s|*])*")
# The number of a page between two labels is no other text.
_PAGE = re.compile(r"[\s\-–]*\d{1,4}[\s\-–]*")
_QUOTED = re.compile(r"“[^”]*”")
# A quotation of several paragraphs is not longer than this.
_LONGEST_QUOTE = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """One list: its entries with the order in which they run; ``level`` None for rows of a table.

    ``begun`` is where the text begins in which labels before the first one may stand; None when they need not.
    """

    level: Level | None
    order: Order
    entries: tuple[Entry, ...]
    begun: int | None = None


def find_numbering(material: Material) -> Iterator[Discrepancy]:
    """Labels skipped, doubled, out of order or of another alphabet, in order of each document."""
    for document in looked_at(material):
        text = material.sources[document.source_id].text
        points = frozenset(_points(document.outline, text))
        found = [d for series in _series(document, text) for d in _of_series(series, document, text, points)]
        yield from sorted(found, key=lambda one: one.places[0].span)


# --- Lists of the outline ----------------------------------------------------------------------


def _series(document: Document, text: str) -> Iterator[_Series]:
    quoted = _quotations(document, text)
    last: dict[Level, str] = {}
    yield from _below(document.outline, document.span.start, text, quoted, last)
    yield from _articles(document, text, quoted)
    yield from _tables(document, text)


def _articles(document: Document, text: str, quoted: Sequence[Span]) -> Iterator[_Series]:
    """The articles, which run on over chapters."""
    articles = [s for s in _all(document.outline) if s.level is Level.ARTICLE and not _is_quoted(s.span.start, quoted)]
    yield from _of_level(Level.ARTICLE, [(article, False) for article in articles], document.span.start, text, None)


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _quotations(document: Document, text: str) -> list[Span]:
    """Quotations of several paragraphs: what is numbered in them is another document's."""
    found = (Span(*match.span()) for match in _QUOTED.finditer(text, *document.span))
    return [span for span in found if span.end - span.start < _LONGEST_QUOTE and "\n" in text[slice(*span)]]


def _is_quoted(start: int, quoted: Sequence[Span]) -> bool:
    at = bisect_right(quoted, start, key=lambda span: span.start) - 1
    return at >= 0 and start < quoted[at].end


def _below(
    sections: Sequence[Section], begun: int, text: str, quoted: Sequence[Span], last: dict[Level, str]
) -> Iterator[_Series]:
    """The lists among ``sections`` and below them; ``last`` keeps the last label of each level: lists may go on."""
    lists: dict[Level, list[tuple[Section, bool]]] = defaultdict(list)
    before: Section | None = None
    first = {level: last.get(level) for level in _COUNTED}
    for section, after in zip_longest(sections, sections[1:]):
        counted = section.level in _COUNTED and not _is_quoted(section.span.start, quoted)
        if counted and not _is_higher(section, after, text):
            fresh = before is not None and before.level is not section.level
            lists[section.level].append((section, fresh))
            last[section.level] = section.label
        if not _PAGE.fullmatch(text, *section.span):
            before = section
        yield from _below(section.children, section.span.start, text, quoted, last)
    for level, members in lists.items():
        yield from _of_level(level, members, begun, text, first[level])


def _is_higher(section: Section, after: Section | None, text: str) -> bool:
    """Whether "1. ĐÁNH GIÁ CHUNG" right above another 1 in small letters is part I, of which a scan made a figure."""
    if after is None or not section.level is after.level is Level.ITEM or not section.label == after.label == "1":
        return False
    own, next_own = (text[slice(*(one.heading or one.text or one.span))] for one in (section, after))
    return own.isupper() and not next_own.isupper()


def _of_level(
    level: Level, members: Sequence[tuple[Section, bool]], begun: int, text: str, above: str | None
) -> Iterator[_Series]:
    groups: dict[str, list[tuple[Section, bool]]] = defaultdict(list)
    for section, fresh in members:
        groups[section.label.rpartition(".")[0]].append((section, fresh))
    if len(groups) > 1 and not _are_grouped(members):
        yield from _other_stem(level, members, text)
        return
    for group in groups.values():
        labels = [_printed_label(section, text) for section, _ in group]
        order = order_of(level, labels)
        entries = [_entry(s, label, order, text, fresh) for (s, fresh), label in zip(group, labels, strict=True)]
        kept = tuple(entry for entry in entries if entry)
        goes_on = above is not None and bool(kept) and order.value(above.rpartition(".")[2]) == kept[0].value - 1
        own_begun = None if goes_on or "." in group[0][0].label else begun
        if kept:
            yield _Series(level=level, order=order, entries=kept, begun=own_begun)


def _other_stem(level: Level, members: Sequence[tuple[Section, bool]], text: str) -> Iterator[_Series]:
    """The number of another item among those of one: 2.1, 1.2, 2.3, as a list of what stands before the last point."""
    for (before, _), (here, _), (after, _) in zip(members, members[1:], members[2:], strict=False):
        stems = [section.label.rpartition(".")[0] for section in (before, here, after)]
        last = [int(section.label.rpartition(".")[2]) for section in (before, here, after)]
        if stems[0] == stems[2] != stems[1] and last == [last[0], last[0] + 1, last[0] + 2]:
            order = Order(tuple(f"{stems[0]}.{n}" for n in range(1, last[2] + 1)))
            near = [_entry(section, section.label, order, text, False) for section in (before, after)]
            odd = _entry(here, here.label, Order((here.label,)), text, False)
            if near[0] and near[1] and odd:
                beyond = len(order.labels) + 1  # no label of this list
                yield _Series(level=level, order=order, entries=(near[0], replace(odd, value=beyond), near[1]))


def _printed_label(section: Section, text: str) -> str:
    """The last part of a label, put right; a second d is what stands there, though the reading takes it for đ."""
    own = section.heading or section.text
    lost_bar = section.label == "đ" and own and (match := _LABEL.match(text, *own)) and match["bare"] == "d"
    return "d" if lost_bar else section.label.rpartition(".")[2]


def _are_grouped(members: Sequence[tuple[Section, bool]]) -> bool:
    """Whether numbers such as 1.1, 1.2, 2.1 keep together by what stands before the last point."""
    stems = [section.label.rpartition(".")[0] for section, _ in members]
    runs = [stem for i, stem in enumerate(stems) if i == 0 or stems[i - 1] != stem]
    return len(runs) == len(set(runs))


def _entry(section: Section, label: str, order: Order, text: str, fresh: bool) -> Entry | None:
    own = section.heading or section.text
    value = order.value(label)
    match = _LABEL.match(text, own.start, own.end) if own else None
    if own is None or value is None or match is None:
        return None
    span = Span(match.start("label"), first_words(text, match.start("label"), own.end).end)
    sign = match["sign"].replace("–", "-")
    stem = section.label[: -len(label)] if "." in section.label and "." not in label else ""
    return Entry(value=value, label=label, span=span, sign=sign, stem=stem, fresh=fresh)


# --- Rows of tables ----------------------------------------------------------------------------


def _tables(document: Document, text: str) -> Iterator[_Series]:
    """The numbers of rows by table; those of a table that goes on behind a page stand with the first part."""
    running: list[Entry] = []
    for table in sorted(_all_tables(document.outline), key=lambda t: t.span):
        entries = list(_rows(table, text))
        if running and entries and entries[0].value == 1:
            yield from _row_series(running)
            running = []
        running += entries
    yield from _row_series(running)


def _row_series(entries: Sequence[Entry]) -> Iterator[_Series]:
    if len(entries) > 1:
        yield _Series(level=None, order=order_of(Level.ITEM, ["1"]), entries=tuple(entries))


def _all_tables(sections: Iterable[Section]) -> Iterator[Table]:
    for section in _all(sections):
        yield from section.tables


def _rows(table: Table, text: str) -> Iterator[Entry]:
    """The rows with a plain number; a cell that is merged over several rows counts once."""
    seen: set[tuple[Span, ...]] = set()
    band, unnumbered = None, False
    for row in table.rows:
        label = (row.label or "").rstrip(".")
        cell = row.cells[0].spans if row.cells else ()
        if not label.isdecimal() or not int(label) or cell in seen:
            unnumbered = unnumbered or not label or not label.isdecimal()
            continue
        seen.add(cell)
        start = cell[0].start if cell else row.span.start
        fresh = row.band != band or unnumbered
        band, unnumbered = row.band, False
        yield Entry(value=int(label), label=label, span=_row_words(text, start, row.span.end), fresh=fresh)


def _row_words(text: str, start: int, end: int) -> Span:
    """The number of a row and the beginning of the next cell."""
    match = _ROW_LABEL.match(text, start, end)
    if match is None or match.end() >= end:
        return first_words(text, start, end)
    return Span(start, first_words(text, match.end(), end).end)


# --- What does not run on ----------------------------------------------------------------------


def _points(sections: Sequence[Section], text: str) -> Iterator[int]:
    """Where letters stand that run on from the point before: "b)" behind "a)" is no misread 6."""
    points = [section for section in sections if section.level is Level.POINT]
    order = order_of(Level.POINT, [point.label for point in points])
    for before, here in pairwise(points):
        first, second, own = order.value(before.label), order.value(here.label), here.heading or here.text
        if first and second == first + 1 and own and (match := _LABEL.match(text, *own)):
            yield match.start("bare")
    for section in sections:
        yield from _points(section.children, text)


def _of_series(series: _Series, document: Document, text: str, points: Collection[int]) -> Iterator[Discrepancy]:
    def printed(value: int, start: int, end: int) -> bool:
        label = series.order.label(value)
        return bool(label) and _stands(label, text, start, end, points)

    if beginning := _beginning(series, printed):
        yield _discrepancy(beginning, series, document)
    for found in find_breaks(series.entries, printed):
        if not (series.level is None and _lost_number(found)):
            yield _discrepancy(found, series, document)
    if series.level is Level.POINT:
        yield from (_foreign(entry, document) for entry in series.entries if entry.label in FOREIGN)


def _stands(label: str, text: str, start: int, end: int, points: Collection[int]) -> bool:
    """Whether a label stands in the text between two others, behind the first of them.

    ``points`` are letters of points, and no figures.
    """
    behind = text.find(" ", start, end)
    if behind < 0:
        return False
    if label.isdigit() and STROKES.search(text, behind, end):
        return True
    taken = points if label.isdigit() else ()
    found = printed_pattern(label).finditer(text, behind, end)
    return any(not any(point in range(*match.span()) for point in taken) for match in found)


def _beginning(series: _Series, printed: Printed) -> Break | None:
    """A list of several labels that begins at the second or third, and nothing above it is the first."""
    first = series.entries[0]
    if series.begun is None or not 1 < first.value <= _LATEST_BEGINNING or len(series.entries) < 2:
        return None
    goes_on = series.entries[1].value == first.value + 1
    if not goes_on or any(printed(value, series.begun, first.span.start) for value in range(1, first.value)):
        return None
    return Break(fault=Fault.BEGINNING, entries=(first,), wanted=1)


def _lost_number(found: Break) -> bool:
    """Whether a row between two numbers has none that can be read: the scan lost it, or a page number stands in it."""
    return found.fault is Fault.SKIPPED and found.entries[-1].fresh


def _discrepancy(found: Break, series: _Series, document: Document) -> Discrepancy:
    at_fault = found.entries[1] if len(found.entries) > 1 else found.entries[0]
    lost_bar = found.fault is Fault.DOUBLED and at_fault.label == "d" and series.order.value("đ") is None
    wanted = "đ" if lost_bar else series.order.label(found.wanted)
    misread = found.fault is not Fault.SKIPPED and bool(wanted) and is_misread(at_fault.label, wanted)
    misread = misread and (lost_bar or wanted != "đ")
    names = [named(series.level, entry.stem + entry.label) for entry in found.entries]
    message = vi.NUMBERING[found.fault.value].format(
        before=names[0],
        here=names[min(1, len(names) - 1)],
        after=names[-1],
        wanted=named(series.level, at_fault.stem + wanted),
    )
    return Discrepancy(
        rule=RULE,
        severity=Severity.INFO if misread else _SEVERITY[found.fault],
        message=message + (vi.NUMBERING_MISREAD if misread else vi.NUMBERING_TYPED),
        values=tuple(f"{entry.stem}{entry.label}{entry.sign}" for entry in found.entries),
        places=tuple(Place(document.doc_id, entry.span) for entry in found.entries),
        natures=(Nature.MISREAD, Nature.TYPING) if misread else (Nature.TYPING, Nature.MISREAD),
        needs_person=not misread,
    )


def _foreign(entry: Entry, document: Document) -> Discrepancy:
    return Discrepancy(
        rule=RULE,
        severity=Severity.INFO,
        message=vi.NUMBERING_FOREIGN.format(here=named(Level.POINT, entry.label)),
        values=(f"{entry.label}{entry.sign}",),
        places=(Place(document.doc_id, entry.span),),
        natures=(Nature.TYPING,),
        needs_person=False,
    )
