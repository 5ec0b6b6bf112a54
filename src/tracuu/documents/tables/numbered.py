"""Numbered rows of a table laid out with spaces: which lines belong to which row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tracuu.documents.lines import is_page_number
from tracuu.documents.tables.laid import Line
from tracuu.text import squeeze
from tracuu.types import Span

_NUMBER = re.compile(r"\(?0?(\d{1,3})\)?[.)]?$")
_NUMBER_BEFORE = re.compile(r"0?\d{1,3}[.)]? (?=\S)")
# A number stands below its heading, or begins this far before it.
_BESIDE = 4
# A band: "I. NHÓM …", "A  Nhóm …", or a line in capitals.
_BAND = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])(?:[.)\-/]\s|\s\s|\s?[.)]?$)")
# More blank lines than these end a table.
_MOST_BLANK = 8
_LONGEST_NUMBER = 3
_FEWEST_NUMBERED = 2


@dataclass
class LaidRow:
    """The lines of a row or band, each with its page; not ``sure`` when a line may be another row's.

    ``lost`` tells that its cells run into one another.
    """

    lines: list[tuple[int, Line]]
    band: bool = False
    sure: bool = True
    lost: bool = False


@dataclass
class Laid:
    """Rows in order, headings by the page that repeats them, and the index of the line behind the last row.

    ``grouped`` tells that blank lines part the rows, so that the number may stand in the middle of its row.
    """

    rows: list[LaidRow]
    heads: dict[int, list[Line]]
    end: int
    grouped: bool = False


class _Kind(Enum):
    """A line that has the next number, one that titles the rows below it, and any other."""

    NUMBERED = auto()
    BAND = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the table with its index and page; ``gap`` tells that blank lines stand above it on its page.

    ``lost`` tells that it is of a row whose cells run into one another.
    """

    index: int
    line: Line
    kind: _Kind
    page: int
    gap: bool
    lost: bool = False


def read_rows(lines: Sequence[Line], position: int, zone: Span, head: Sequence[Line]) -> Laid:
    """The rows from line ``position`` on; ``zone`` is where the heading of the numbers stands.

    Where blank lines part groups that each have one number, each is a row. Else a number begins a row.
    """
    second = _second(lines, position, zone)
    apart = [*lines[:position], *(_with_number_apart(line, zone, second) for line in lines[position:])]
    heads: dict[int, list[Line]] = {}
    items = list(_items(apart, position, zone, head, heads))
    rows = _by_groups(items)
    grouped = rows is not None
    rows = _by_numbers(items) if rows is None else rows
    last = rows[-1].lines[-1][1].start if rows else -1
    end = next((item.index + 1 for item in items if item.line.start == last), position)
    if rows and end < len(apart) and _runs_on(apart[end]):
        rows[-1].sure = False
    return Laid(rows, heads, end, grouped)


def _runs_on(line: Line) -> bool:
    """Whether a line right below the last row may be a part of it that has lost its columns."""
    return len(line.pieces) > 1 or (bool(line.pieces) and line.said(line.pieces[0])[:1].islower())


def _second(lines: Sequence[Line], position: int, zone: Span) -> int:
    """Where the column behind the numbers mostly begins; -1 without one."""
    begins = Counter(
        line.pieces[1].start
        for line in lines[position:]
        if len(line.pieces) > 1 and _is_below(line.pieces[0], zone) and _NUMBER.match(line.said(line.pieces[0]))
    )
    return begins.most_common(1)[0][0] if begins else -1


def _with_number_apart(line: Line, zone: Span, second: int) -> Line:
    """The line with the number of its row as a piece of its own, where one blank stands behind it."""
    first = line.pieces[0] if line.pieces else Span(0, 0)
    match = _NUMBER_BEFORE.match(line.said(first))
    if match is None or not _is_below(first, zone) or first.start + match.end() != second:
        return line
    number = Span(first.start, second - 1)
    return line._replace(pieces=(number, Span(second, first.end), *line.pieces[1:]))


def _is_below(piece: Span, zone: Span) -> bool:
    return zone.start - _BESIDE <= piece.start <= zone.end + 1


def is_band(line: Line) -> bool:
    """Whether a line begins with a Roman number or a letter, as the title of a group of rows does."""
    return bool(line.pieces) and bool(_BAND.match(line.said(line.pieces[0])))


def is_numbering(line: Line) -> bool:
    """Whether a line numbers the columns: (1) (2) (3)."""
    said = [line.said(piece).strip("()") for piece in line.pieces]
    numbers = [int(s) for s in said if s.isdecimal() and len(s) < _LONGEST_NUMBER]
    counted = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return len(said) > _FEWEST_NUMBERED and counted and all(s.isdecimal() or len(s) == 1 for s in said)


def _items(
    lines: Sequence[Line], position: int, zone: Span, head: Sequence[Line], heads: dict[int, list[Line]]
) -> Iterator[_Item]:
    """The lines of rows and bands up to the end of the table; ``heads`` takes the headings that pages repeat."""
    titles = [squeeze(line.words) for line in head]
    running = _running_heads(lines, position)
    number, page, blanks, fresh, band, lost = 0, 0, 0, False, False, position
    i = position
    while i < len(lines) and blanks <= _MOST_BLANK:
        line = lines[i]
        i += 1
        if line.blank:
            blanks += 1
            continue
        if _stand_at(titles, lines, i - 1):
            page, fresh = page + 1, True
            heads[page] = list(lines[i - 1 : i - 1 + len(titles)])
            i += len(titles) - 1
            continue
        if fresh and is_numbering(line):
            continue
        skipped = _page_end(lines, i - 1, running, titles)
        if skipped or _is_page(lines, i - 1, zone, number, alone=blanks > 0):
            page, fresh = page + 1, True
            i += max(skipped - 1, 0)
            continue
        if i > lost:
            lost = _lost_until(lines, i - 1, zone, number) or lost
        if i <= lost:
            start = _run_in(line, zone) == number + 1
            number += start
            kind = _Kind.NUMBERED if start else _Kind.OTHER
            yield _Item(i - 1, _with_number(line) if start else line, kind, page, blanks > 0 and not fresh, lost=True)
            blanks, fresh, band = 0, False, False
            continue
        label = _label(line, zone)
        if label is not None and (label == number + 1 or (band and label == 1)):
            kind, number = _Kind.NUMBERED, label
        elif not line.pieces:
            return
        elif line.pieces[0].start < zone.end:
            if not is_band(line) and not _is_above_row(line, lines, i, zone, number):
                return
            kind = _Kind.BAND
        else:
            kind = _Kind.BAND if is_title(line) else _Kind.OTHER
        yield _Item(i - 1, line, kind, page, blanks > 0 and not fresh)
        blanks, fresh, band = 0, False, kind is _Kind.BAND


def _is_above_row(line: Line, lines: Sequence[Line], i: int, zone: Span, number: int) -> bool:
    """Whether a line of one piece that begins where numbers do stands right above the next row, or one numbered anew.

    ``i`` is the index of the line below it. No cell is broken there.
    """
    while i < len(lines) and lines[i].blank:
        i += 1
    titled = len(line.pieces) == 1 and line.words.strip()[:1].isupper() and line.words.strip()[-1] not in ".;,:"
    return titled and i < len(lines) and _label(lines[i], zone) in {1, number + 1} and len(lines[i].pieces) > 1


def _stand_at(titles: Sequence[str], lines: Sequence[Line], i: int) -> bool:
    """Whether the lines of the headings stand at line ``i`` again."""
    return [squeeze(line.words) for line in lines[i : i + len(titles)]] == titles


# What pages may repeat above the headings of a table stands within this many lines of it.
_NEAR_TABLE = 1_500
_MOST_FURNITURE = 6


def _running_heads(lines: Sequence[Line], position: int) -> frozenset[str]:
    """What stands right above or below more than one page number near the table."""
    near = lines[max(0, position - _NEAR_TABLE) : position + _NEAR_TABLE]
    beside: Counter[str] = Counter()
    for i, line in enumerate(near):
        if is_page_number(line.words.strip()) if line.words.strip() else False:
            beside.update({squeeze(other.words) for other in near[max(0, i - 1) : i + 2] if other is not line})
    return frozenset(said for said, times in beside.items() if times > 1 and any(c.isalpha() for c in said))


def _page_end(lines: Sequence[Line], i: int, running: frozenset[str], titles: Sequence[str]) -> int:
    """How many lines the number of a page and its running head take, above the headings again or beside each other."""
    taken = numbers = heads = 0
    for line in lines[i : i + _MOST_FURNITURE]:
        said = line.words.strip()
        if said and is_page_number(said) and not numbers:
            numbers += 1
        elif squeeze(said) in running and not heads:
            heads += 1
        elif said:
            break
        taken += 1
    if not numbers + heads or lines[i].blank:
        return 0
    return taken if heads or _stand_at(titles, lines, i + taken) else 0


# A row whose cells run together has no more lines than these, and is followed by one that has its columns.
_MOST_LOST_LINES = 16


def _lost_until(lines: Sequence[Line], i: int, zone: Span, number: int) -> int:
    """The index of the row with columns that goes on counting behind rows whose cells run together, from line ``i`` on.

    0 when no such row begins there, or none with columns follows.
    """
    if _run_in(lines[i], zone) != number + 1:
        return 0
    stop = i + _MOST_LOST_LINES
    while i < min(stop, len(lines)):
        label = _run_in(lines[i], zone)
        if label == number + 1:
            number, stop = number + 1, i + _MOST_LOST_LINES
        elif _label(lines[i], zone) == number + 1 and len(lines[i].pieces) > _FEWEST_NUMBERED:
            return i
        elif is_band(lines[i]) or len(lines[i].pieces) > 1:
            return 0
        i += 1
    return 0


def _run_in(line: Line, zone: Span) -> int | None:
    """The number of a row that begins a line of one piece; None without one."""
    if len(line.pieces) != 1 or not _is_below(line.pieces[0], zone):
        return None
    match = _NUMBER_BEFORE.match(line.said(line.pieces[0]))
    return int(match.group().strip(" .)")) if match else None


def _with_number(line: Line) -> Line:
    """The line with its number as a piece of its own."""
    first = line.pieces[0]
    end = first.start + line.said(first).index(" ")
    return line._replace(pieces=(Span(first.start, end), Span(end + 1, first.end)))


def _label(line: Line, zone: Span) -> int | None:
    if not line.pieces or not _is_below(line.pieces[0], zone):
        return None
    match = _NUMBER.match(line.said(line.pieces[0]))
    return int(match[1]) if match else None


def _is_page(lines: Sequence[Line], i: int, zone: Span, number: int, *, alone: bool) -> bool:
    """Whether a line is the number of a page: it holds nothing else, between blank lines or before the next row."""
    if len(lines[i].pieces) != 1 or not is_page_number(lines[i].words.strip()):
        return False
    if i + 1 == len(lines):
        return alone
    below = lines[i + 1]
    next_row = _label(lines[i], zone) != number + 1 and _label(below, zone) == number + 1
    if below.pieces and below.pieces[0].start < zone.end and not next_row and i > 0:
        # The table ends below; a figure of its last row would stand under another line of its cell.
        return not any(piece.start == lines[i].pieces[0].start for piece in lines[i - 1].pieces)
    return next_row or (alone and (lines[i + 1].blank or lines[i + 1].begins_page))


def is_title(line: Line) -> bool:
    """Whether a line is one piece in capitals."""
    return len(line.pieces) == 1 and line.words.strip().isupper() and len(line.words.split()) > 1


def _by_groups(items: Sequence[_Item]) -> list[LaidRow] | None:
    """Rows that blank lines part, each with one number; None when they do not."""
    rows: list[LaidRow] = []
    gaps = 0
    for group in _groups(items):
        numbers = sum(item.kind is _Kind.NUMBERED for item in group)
        lines = [(item.page, item.line) for item in group]
        bands = sum(item.kind is _Kind.BAND for item in group)
        if bands != len(group) and (numbers != 1 or bands):
            return None
        band = bands == len(group)
        # What stands first on a page may be the end of the row that the page cut.
        cut = bool(rows) and not group[0].gap and group[0].kind is _Kind.OTHER
        gaps += group[0].gap and bool(rows)
        if cut:
            rows[-1].sure = False
        lost = any(item.lost for item in group)
        rows.append(LaidRow(lines, band=band, sure=not cut and not lost, lost=lost))
    return _ended(rows, items) if gaps else None


def _groups(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Items up to the last number's group, cut at blank lines and at pages."""
    last = max((i for i, item in enumerate(items) if item.kind is _Kind.NUMBERED), default=-1)
    group: list[_Item] = []
    for i, item in enumerate(items):
        if group and (item.gap or item.page != group[-1].page):
            yield group
            group = []
            if i > last:
                return
        group.append(item)
    if group:
        yield group


def _ended(rows: list[LaidRow], items: Sequence[_Item]) -> list[LaidRow]:
    """The rows without bands at their end; the last is in doubt when lines on the next page may go on with it."""
    while rows and rows[-1].band:
        rows.pop()
    if rows:
        page, line = rows[-1].lines[-1]
        after = next((item for item in items if item.line.start > line.start), None)
        rows[-1].sure &= after is None or after.gap or after.page == page
    return rows


def _by_numbers(items: Sequence[_Item]) -> list[LaidRow]:
    """Rows that their numbers begin; a line behind a blank one may belong to either row beside it."""
    rows: list[LaidRow] = []
    pending: list[_Item] = []
    doubtful = False
    for item in items:
        line = (item.page, item.line)
        if item.kind is _Kind.OTHER:
            if item.gap or pending or not rows or rows[-1].band:
                pending.append(item)
            else:
                rows[-1].sure &= item.page == rows[-1].lines[-1][0] or _goes_over(item)
                rows[-1].lines.append(line)
            continue
        if item.kind is _Kind.BAND and pending:
            break
        sure = all(_goes_on(other) for other in pending)
        if pending and rows:
            rows[-1].lines += [(other.page, other.line) for other in pending]
            rows[-1].sure &= sure
        doubtful |= not sure
        rows.append(LaidRow([line], band=item.kind is _Kind.BAND, sure=sure and not item.lost, lost=item.lost))
        pending = []
    while rows and rows[-1].band:
        rows.pop()
    if rows and doubtful:
        rows[-1].sure = False
    return rows


def _goes_over(item: _Item) -> bool:
    """Whether the first line of a page goes on with a row of the page before, and is no head or closing."""
    return len(item.line.pieces) > 1 or _goes_on(item)


def _goes_on(item: _Item) -> bool:
    """Whether a line goes on with cells above it: each piece begins in small letters."""
    return all(item.line.said(piece)[:1].islower() for piece in item.line.pieces)
