"""Rows and bands of tables that came out one cell a line: where each begins and ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracuu.agencies import names as agencies
from tracuu.documents.tables.columns import Column
from tracuu.documents.tables.slips import says_nothing, says_time
from tracuu.text import fold
from tracuu.types import Spans

# A row of more cells than this is none.
LONGEST_ROW = 72
# A label with the lines of its title, below the same of a higher group.
_LONGEST_BANDS = 10
# The title of a group is broken over no more lines, and is no longer.
_MOST_TITLE_LINES, _TITLE_LENGTH = 4, 240
# A Roman number, misread too: "l" and "1" for I, "H" for II. Near miss: "1l", which may be 11.
_ROMAN = r"(?:[IVXlH]{1,5}|(?=[1l]*[IVXH])[1IVXlH]{2,5})"
# Match: "I", "II.", "B", "A)", "1I". Near miss: "IX kỳ".
_GROUP = re.compile(rf"(?:(?:Phần|Nhóm)\s+)?(?P<label>{_ROMAN}|[A-ZĐ])[.):\-]?$")
# Match: "I. QUY HOẠCH", "B - Đất đai", "Nhóm II: Giống". Near miss: "A Lưới", "V.I. Lê-nin".
_TITLED = re.compile(rf"(?:(?:Phần|Nhóm)\s+)?(?P<label>{_ROMAN}|[A-ZĐ])\s?[.):\-–](?:\s+|(?=[A-ZĐ][A-ZĐ]))\S{{2}}")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = "ABCDĐEGHIKLMN"
# One label may be lost or misread between two.
_MOST_LOST = 1
# What stands behind a table whatever its rows are.
_ENDS = re.compile(
    r"(?:Nơi\s+nhận\s*:?$|Nơi\s+nhận:|PHỤ\s+LỤC|Phụ\s+lục\s+(?:[IVX\d]+|số)|(?:T/M|TM\.|K/T|KT\.|TL\.|TUQ\.)\s"
    r"|(?:Điều|Chương)\s+[\dIVX]+[.:]|S?TT$)"
)
# What may stand behind the last row only: a part, a paragraph with its number.
_FOLLOWS = re.compile(
    r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s?[.)]\s+\S|(?:Ghi chú|Lưu ý)\s?:|(?:Tổng|Cộng)(?:\s+(?:cộng|số))?\s?:?$"
)
_PAGE = re.compile(r"\W*\d{1,3}\W*$")
# Match: "Tháng" over "8/2026", "Trước ngày", "Giai đoạn 2026 -". Near miss: "Hằng năm".
HALF_TIME = re.compile(
    r"(?:^|\W)(?:(?<!hang )(?<!moi )(?:thang|quy|nam|ngay)|truoc|tu|den|het|hang|thuong|trong|cuoi|dau|-)$"
)


_BODIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})


@dataclass
class Piece:
    """A row, or a band that titles those below it, ``labelled`` when it has a number or letter.

    Not ``sure`` when a cell may stand under the wrong heading.
    """

    cells: list[Spans]
    band: bool = False
    labelled: bool = False
    sure: bool = True


@dataclass
class Stack:
    """Cells in order with their words; ``roles`` are those of the columns.

    ``spaced`` tells that blank lines part the cells, so that none is broken in two.
    """

    cells: Sequence[Spans]
    said: Sequence[str]
    roles: Sequence[Column]
    spaced: bool = False
    pieces: list[Piece] = field(default_factory=list)
    _last: dict[str, int] = field(default_factory=dict)
    _numbers: list[int | None] = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = [_number(said) for said in self.said]

    def cut(self, heads: int, first: int) -> list[Piece]:
        """The bands and rows from the cell behind the ``heads`` on; the first row begins at ``first``."""
        self._head_bands(heads, first)
        start, number = first, 1
        while after := self._next(start, number):
            end, bands, start_of_next, number = after
            self.pieces.append(Piece(list(self.cells[start:end])))
            self._take_bands(bands, start_of_next)
            start = start_of_next
        self.pieces.append(Piece(list(self.cells[start : self._last_end(start)])))
        return self.pieces

    def _head_bands(self, heads: int, first: int) -> None:
        if heads == first:
            return
        if self._labelled(heads, first, expect=False):
            self._take_bands(heads, first)
        else:
            self.pieces.append(Piece(list(self.cells[heads:first]), band=True))

    def _next(self, start: int, number: int) -> tuple[int, int, int, int] | None:
        """Where the row ends, its bands begin and the next row begins, and that one's number; None at the end.

        The place where the next number is due by the count of columns goes before any other.
        """
        found: list[tuple[int, int, int, int]] = []
        for i in range(start + 1, min(start + LONGEST_ROW, len(self.said))):
            if (found and i > start + len(self.roles) + _LONGEST_BANDS) or _ENDS.match(self.said[i]):
                break
            label = self._numbers[i]
            if label not in {1, number + 1} or label in self._numbers[i + 1 : i + 2]:
                continue  # the number of a page stands above that of its first row
            bands = self._bands(start, i, restart=label == 1)
            if label == 1 and bands == i:
                continue
            end = self._without_page(start, bands)
            if end - start < len(self.roles) and not set(self.roles) & (_BODIES | {Column.DEADLINE}):
                continue  # a figure: in a table of figures no other cell is so often lost
            found.append((end, bands, i, label))
            if end - start == len(self.roles):
                return found[-1]
        return found[0] if found else None

    def _without_page(self, start: int, end: int) -> int:
        """The end of a row without the number of the page below it."""
        over = end - start == len(self.roles) + 1 and _PAGE.match(self.said[end - 1])
        bare = over and self.roles[-1] is Column.DEADLINE and _is_whole_time(self.said[end - 2])
        return end - 1 if bare or (end + 1 < len(self.said) and self._is_page_above(end)) else end

    def _is_page_above(self, end: int) -> bool:
        return bool(_PAGE.match(self.said[end - 1])) and self.said[end - 1] == self.said[end]

    def _bands(self, start: int, stop: int, *, restart: bool) -> int:
        """Where the bands above the row at ``stop`` begin; ``stop`` without any."""
        found = min(self._begins(start + 2, stop), default=stop)
        whole = stop - start == len(self.roles) and self._ends_row(stop - 1)
        if found < stop:
            return stop if whole and not restart else found
        return stop - 1 if self._is_title(start, stop, restart=restart) else stop

    def _begins(self, start: int, stop: int) -> list[int]:
        """Where the labelled bands right above ``stop`` begin, the last first."""
        found: list[int] = []
        for i in range(stop - 1, max(start, stop - _LONGEST_BANDS) - 1, -1):
            if self._labelled(i, found[-1] if found else stop, expect=True):
                found.append(i)
        return found

    def _ends_row(self, i: int) -> bool:
        return self._fits(self.said[i], self.roles[-1])

    def _fits(self, said: str, role: Column) -> bool:
        if role in _BODIES | {Column.DEADLINE} and says_nothing(said):
            return True
        if role is Column.DEADLINE:
            return says_time(said)
        return role not in _BODIES or agencies.begins_like_name(said, 0, len(said))

    def _is_title(self, start: int, stop: int, *, restart: bool) -> bool:
        """Whether the cell above the row at ``stop`` titles a group without a label."""
        title, over = self.said[stop - 1], stop - 1 - start - len(self.roles)
        if stop - 1 <= start + 1 or len(title) > _TITLE_LENGTH or _PAGE.match(title):
            return False
        time = _is_whole_time(self.said[stop - 2]) and self.roles[-1] is Column.DEADLINE
        if is_capital(title):
            others = any(map(is_capital, self.said[start + 2 : stop - 1]))
            body = over < 0 and self.roles[-1] is not Column.DEADLINE
            return (over == 0 or time or not body) and not others and not says_time(title)
        plain = title[:1].isupper() and title[-1] not in ".;,:" and not says_time(title)
        return plain and ((over == 0 and (time or restart or self._is_whole(start))) or (time and restart))

    def _is_whole(self, start: int) -> bool:
        """Whether the row at ``start`` surely has a fitting cell for each column."""
        cells = zip(self.said[start:], self.roles, strict=False)
        return self.spaced and all(self._fits(said, role) for said, role in cells)

    def _labelled(self, i: int, stop: int, *, expect: bool) -> bool:
        """Whether a group's label stands at ``i``, with its title up to ``stop``."""
        said = self.said[i]
        match = _GROUP.match(said) or _TITLED.match(said)
        lines = stop - i - (match is not None and match.re is _GROUP)
        if match is None or lines > _MOST_TITLE_LINES or sum(map(len, self.said[i:stop])) > _TITLE_LENGTH:
            return False
        if match.re is _GROUP and (lines < 1 or _PAGE.match(self.said[stop - 1])):
            return False
        return not expect or any(self._is_due(*place) for place in _places(match["label"]))

    def _is_due(self, series: str, value: int) -> bool:
        last = self._last.get(series, 0)
        return value == 1 or last < value <= last + 1 + _MOST_LOST

    def _take_bands(self, start: int, stop: int) -> None:
        """Keep the bands between two rows, each cut at its label; one with a cell for each column is a row."""
        if start == stop:
            return
        begins = sorted(self._begins(start, stop)) or [start]
        for i, end in zip(begins, [*begins[1:], stop], strict=True):
            for series, value in _places(_label(self.said[i])):
                if self._is_due(series, value):
                    self._last[series] = value
                    break
            row = end - i == len(self.roles) and bool(_GROUP.match(self.said[i]))
            self.pieces.append(Piece(list(self.cells[i:end]), band=not row, labelled=bool(_label(self.said[i]))))

    def _last_end(self, start: int) -> int:
        """Where the last row ends: it has a cell for each column, unless something else begins before."""
        most = min(start + len(self.roles), len(self.said))
        stops = (i for i in range(start + 1, most) if ends_table(self.said[i]))
        return next(stops, most)


def is_capital(said: str) -> bool:
    """Whether words are a title in capitals: two or more, and long enough to be no abbreviation."""
    return said.isupper() and len(said.split()) > 1 and sum(c.isalpha() for c in said) > _LONGEST_ABBREVIATION


_LONGEST_ABBREVIATION = 6


def ends_table(said: str) -> bool:
    """Whether a cell behind the last number begins what follows the table."""
    return bool(_ENDS.match(said) or _FOLLOWS.match(said))


def head_band(said: Sequence[str], first: int) -> int:
    """Where a band with a label begins above the first row, behind two headings or more; else ``first``."""
    for i in range(3, first):
        match = _GROUP.match(said[i]) or _TITLED.match(said[i])
        if match and any(value == 1 for _, value in _places(match["label"])):
            return i
    return first


def _is_whole_time(said: str) -> bool:
    return says_time(said) and not HALF_TIME.search(fold(said))


def _number(said: str) -> int | None:
    match = re.match(r"0?(\d{1,3})[.)]?$", said)
    return int(match[1]) if match else None


def _label(said: str) -> str:
    match = _GROUP.match(said) or _TITLED.match(said)
    return match["label"] if match else ""


def _places(label: str) -> Iterator[tuple[str, int]]:
    """The places that a label may have among Roman numbers and letters; l, 1 and H may be misread I and II."""
    roman = label.replace("l", "I").replace("1", "I").replace("H", "II")
    if roman in _ROMANS:
        yield "roman", _ROMANS.index(roman) + 1
    if label in _LETTERS and len(label) == 1:
        yield "letter", _LETTERS.index(label) + 1
