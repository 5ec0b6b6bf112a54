"""Paragraphs from lines: what the page broke is joined, what the writer set apart stays apart."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracuu.documents.lines import Line
from tracuu.documents.markers import (
    Marker,
    after_point,
    find_marker,
    follows,
    loose_item,
    printed_roman,
    roman_readings,
    roman_value,
    stroke_item,
)
from tracuu.types import Level, Span, Table

_ENDS = '.;:!?…"”)]}/'
# A paragraph at least this long that ends without a stop was cut by the page, even before a capital.
_LONG = 200
# Words that a sentence does not end with, and signs of money that none begins with.
_BREAKS_OFF = re.compile(
    r"(?<!\w)(?:triệu|tỷ|tỉ|nghìn|ngàn|và|hoặc|của|với|cho|tại|các|những|là|đạt|từ|đến|do|để|bằng|khoảng|ở"
    r"|thuộc|giữa|bởi|nếu|theo|về|mỗi|(?:trong|vào|đến|từ|trước) (?:quý|tháng|ngày))$"
)
# Each of the grounds that open a directive is a paragraph, also when the one above ends with a comma.
_GROUNDS = re.compile(r"(?:C[aăâ]n c[uưứú]|X[eé]t|Theo|Th[uưựụ]c hi[eêệẹ]n)(?!\w)")
_UNIT = re.compile(r"(?:USD|VNĐ|VND|EUR)(?!\w)")
# In text broken at a fixed width a full line is at least this share of the widest.
_FULL_LINE = 0.8


@dataclass
class Block:
    """One paragraph, heading or table of the body; ``bare`` is its text on one line without mark-up."""

    span: Span
    bare: str
    marker: Marker | None = None
    strong: bool = False
    upper: bool = False
    table: Table | None = None


def read_blocks(lines: Sequence[Line], tables: Sequence[Table]) -> list[Block]:
    """Blocks in order. ``lines`` hold no table lines; ``tables`` lie between them by offset."""
    blocks: list[Block] = []
    pending = sorted(tables, key=lambda t: t.span)
    page = _Page(width=_wrap_width(lines), spaced=_is_spaced(lines))
    roman, items, point = 0, list[str](), ""
    previous: Line | None = None
    for i, line in enumerate(lines):
        while pending and pending[0].span.start < line.span.start:
            table = pending.pop(0)
            blocks.append(Block(table.span, "", table=table))
            previous = None
        marker = find_marker(line.bare, line.is_upper, line.strong, _expected(lines, i, roman))
        if marker is None or (marker.level is Level.POINT and marker.label == "l" and point != "k"):
            marker = _between_neighbours(lines, i, items, previous) or marker
        elif marker.level is Level.ROMAN:
            marker = _as_item(marker, lines, i, items, roman)
        if marker and previous and _is_running_text(marker, line, previous, items):
            marker = None
        if marker and marker.level is Level.POINT:
            marker = after_point(marker, point)
        point = _point_after(marker, point)
        if marker and marker.level is Level.ROMAN:
            roman, items = roman_value(marker.label) or roman + 1, []
        elif marker and marker.level is Level.ITEM:
            items.append(marker.label)
        if previous is None or not _continues(line, marker, previous, blocks[-1], page):
            blocks.append(Block(line.span, line.bare, marker, line.strong, line.is_upper))
        else:
            last = blocks[-1]
            last.span = Span(last.span.start, line.span.end)
            last.bare += " " + line.bare
        previous = line
    blocks += [Block(t.span, "", table=t) for t in pending]
    return blocks


def _expected(lines: Sequence[Line], i: int, roman: int) -> int:
    """The value that a Roman numeral at line ``i`` should have: the next, unless the numeral below tells otherwise.

    "HI." between I and IV is III when the numeral II was lost; 0 when nothing tells.
    """
    printed = printed_roman(lines[i].bare)
    values = [v for v in roman_readings(printed) if v > roman] if printed else []
    if len(values) < 2:
        return roman + 1
    below = (roman_readings(p) for line in lines[i + 1 :] if (p := _numeral(line)))
    following = next((found for found in below if found), ())
    fitting = [v for v in values if not following or v + 1 in following]
    if roman + 1 in fitting:
        return roman + 1
    return fitting[0] if len(fitting) == 1 else 0


def _numeral(line: Line) -> str | None:
    """The Roman numeral, as printed, of a line that is surely a heading or numbered by more than one letter."""
    printed = printed_roman(line.bare)
    set_apart = line.is_upper or line.strong
    return printed if printed and (set_apart or (len(printed) > 1 and roman_value(printed))) else None


# The next number of a list stands within this many lines.
_NEAR = 12


def _between_neighbours(lines: Sequence[Line], i: int, items: Sequence[str], previous: Line | None) -> Marker | None:
    """The number of an item that a figure follows or that was misread, when its neighbours bear it out."""
    marker = loose_item(lines[i].bare)
    if marker is None or (previous and not lines[i].gap and _is_unfinished(previous)):
        return None
    if marker.level is Level.SUBITEM:
        return marker
    following = (loose_item(line.bare) for line in lines[i + 1 : i + 1 + _NEAR])
    next_numbers = [int(m.label) for m in following if m and m.level is Level.ITEM]
    number = int(marker.label)
    goes_on = bool(items) and number == int(items[-1]) + 1
    return marker if goes_on or (number == 1 and 2 in next_numbers[:1]) else None


def _as_item(marker: Marker, lines: Sequence[Line], i: int, items: Sequence[str], roman: int) -> Marker:
    """The item that was misread as a Roman numeral, when the numbers around it say so; else the numeral.

    "I. Sở Y tế" below "II- NHIỆM VỤ" is 1 when 2 is the next number; a part that begins anew has items from 1.
    """
    item = stroke_item(marker)
    if item is None or lines[i].is_upper or lines[i].strong:
        return marker
    goes_on = bool(items) and int(item.label) == int(items[-1]) + 1
    if goes_on and roman_value(marker.label) != roman + 1:
        return item
    begins = not items and item.label == "1"
    followed = (begins or goes_on) and _next_number(lines, i, roman) == str(int(item.label) + 1)
    return item if followed else marker


def _next_number(lines: Sequence[Line], i: int, roman: int) -> str | None:
    """The label of the next item below line ``i`` and above the next Roman numeral; None without one."""
    for line in lines[i + 1 :]:
        marker = find_marker(line.bare, line.is_upper, line.strong, roman + 1)
        if marker is None or marker.level is Level.ROMAN:
            marker = loose_item(line.bare) or marker
        if marker and marker.level in {Level.ROMAN, Level.ITEM, Level.CHAPTER, Level.PART}:
            return marker.label if marker.level is Level.ITEM else None
    return None


def _point_after(marker: Marker | None, point: str) -> str:
    """The label of the point that is open after a line with ``marker``: smaller units leave it open."""
    if marker is None or marker.level in {Level.DASH, Level.PLUS}:
        return point
    return marker.label if marker.level is Level.POINT else ""


def _wrap_width(lines: Sequence[Line]) -> int:
    """Width of lines that were broken at a fixed width; 0 when lines are whole paragraphs."""
    close = sorted(len(b.bare) for a, b in itertools.pairwise(lines) if not b.gap)
    widest = close[int(len(close) * 0.95)] if close else 0
    return widest if len(close) > 0.4 * len(lines) and 40 <= widest <= 140 else 0


# When paragraphs are parted by blank lines one stands above this share of the numbered lines, or of all.
_SPACED_ITEMS = 0.8
_SPACED_LINES = 0.6
_FEWEST_ITEMS = 3
_ITEM = re.compile(r"(?:Điều\s+\d|\d{1,2}(?:\.\d{1,2})*\s?[.)/-]\s|[a-zđ]\)\s|[IVX]{1,4}\s?[.)/-]\s)")
# A line that was broken before its paragraph ended is at least this long; a heading may be shorter.
_BROKEN_LINE = 60


@dataclass(frozen=True, slots=True)
class _Page:
    """How lines are set: broken at a ``width`` (0 when they are not), paragraphs parted by blank lines (``spaced``)."""

    width: int
    spaced: bool


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are parted by blank lines, so that a line right below another goes on with it."""
    gaps = [line.gap for line in lines if not line.is_upper and line.bare[0] not in "-+•*–"]
    items = [line.gap for line in lines if _ITEM.match(line.bare)]
    if len(items) >= _FEWEST_ITEMS and sum(items) >= _SPACED_ITEMS * len(items):
        return True
    return len(gaps) > 1 and sum(gaps) >= _SPACED_LINES * len(gaps)


def _is_running_text(marker: Marker, line: Line, previous: Line, items: Sequence[str]) -> bool:
    """A number that only happens to begin a broken line ("… khoá / 15. Các …")."""
    return marker.level is Level.ITEM and not line.gap and _is_unfinished(previous) and not follows(marker, items)


def _is_unfinished(line: Line) -> bool:
    """Whether a sentence goes on below: it is no heading, not short and has no stop."""
    return line.bare[-1] not in _ENDS and not line.strong and not line.is_upper and len(line.bare) > 40


def _continues(line: Line, marker: Marker | None, previous: Line, block: Block, page: _Page) -> bool:
    """Whether ``line`` goes on with the paragraph in ``block`` whose last line is ``previous``."""
    if marker is None and _awaits_title(block) and (line.is_upper or line.strong):
        return True
    if marker or block.table or line.strong != previous.strong or line.cells or previous.cells:
        return False
    last, first = previous.bare[-1], line.bare[0]
    heading = previous.strong or previous.is_upper
    if not heading and _is_cut(line, previous):
        return True
    if heading or line.is_upper:
        return not line.gap and heading and previous.is_upper == line.is_upper and last not in ".:;"
    if last not in _ENDS:
        lower = first.islower() or first.isdigit() or first in '(“"'
        if not line.gap:
            broken = page.spaced and len(previous.bare) >= _BROKEN_LINE
            return lower or broken or (bool(page.width) and len(previous.bare) >= 0.5 * page.width)
        return (lower and not _is_short_label(block)) or len(block.bare) >= _LONG
    if not line.gap:
        return first.islower() or (bool(page.width) and len(previous.bare) >= _FULL_LINE * page.width)
    return last in ";)”" and first.islower() and len(block.bare) > 60


def _is_cut(line: Line, previous: Line) -> bool:
    """Whether a sentence is cut between two lines: it cannot end there, or none can begin below."""
    if previous.bare[-1] == ",":
        return not line.gap and not _GROUNDS.match(line.bare)
    return previous.bare[-1] not in _ENDS and bool(_BREAKS_OFF.search(previous.bare) or _UNIT.match(line.bare))


def _awaits_title(block: Block) -> bool:
    """A line that says only "Chương II" or "Phần thứ nhất": its title stands on the next line."""
    levels = {Level.PART, Level.CHAPTER, Level.DIVISION}
    return (
        block.marker is not None
        and block.marker.level in levels
        and len(block.bare.rstrip(" .:")) <= block.marker.length
    )


def _is_short_label(block: Block) -> bool:
    """A heading such as "1. Mục đích", after which a paragraph never goes on."""
    return block.marker is not None and len(block.bare) < 60 and block.marker.level is not Level.DASH
