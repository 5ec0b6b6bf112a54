"""Tables of tasks one cell a line whose rows are not numbered: rows are told by the kinds of their cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from tracuu.agencies import names as agencies
from tracuu.documents.lines import is_page_number, strip_markup
from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.documents.tables.slips import says_agency, says_time
from tracuu.text import squeeze, trim, with_modern_tones
from tracuu.types import Span, Spans

_LEAST_COLUMNS, _MOST_COLUMNS = 3, 8
# A heading, a time, and any cell of a row are shorter than these.
_HEADING_LENGTH, _TIME_LENGTH, _CELL_LENGTH = 60, 60, 400
# A name that is not known for one is shorter than this, and has as many words.
_NAME_LENGTH, _FEWEST_WORDS = 90, 3
# Fewer rows whose cells are all of their kinds make no table.
_LEAST_ROWS = 2
# A title of a group of rows. Match: "II. NHÓM NHIỆM VỤ". Near miss: "Môi trường", the end of a broken cell.
_BAND = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[.)\-]\s*\S")
# Its number alone, above the lines of the title. Match: "II", "A.". Near miss: "VNPT".
_BAND_LABEL = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?$")
_MOST_TITLE_LINES = 3
# Match: "Thường xuyên", "Hoàn thành trước 30/6". Near miss: "Rà soát kế hoạch năm 2026", a task with a time in it.
_TIME_VERB = re.compile(r"(?:thường xuyên|hoàn thành|thực hiện|định kỳ)(?!\w)", re.IGNORECASE)
# What ends a table whatever its rows are: a part, a closing.
_SECTION = re.compile(
    r"[IVX]{1,5}\s?[.\-)]\s|(?:Điều|Phần|Chương|Mục)\s+[\dIVX]|PHỤ\s+LỤC|Nơi\s+nhận|(?:T/M|TM\.|K/T|KT\.|TL\.)\s"
)
# An item of a list ends it only behind a blank line: right below "Vụ Kế hoạch" the line "- Tài chính" is its rest.
_ITEM = re.compile(r"(?:[-–+•]|[a-zđ]\))\s")
# A cell that ends with one of these goes on in the next line. Near miss: "Hằng quý", a whole time.
_BROKEN = re.compile(
    r"(?:[,–-]|(?<!\w)(?:và|của|các|với|hoặc|trước|đến)|(?<!\w)(?<!h[àằ]ng )(?<!mỗi )(?:ngày|tháng|quý|năm))$",
    re.IGNORECASE,
)
# Two sentences, or a heading with what stands below it, are no list of names.
_TWO_PARTS = re.compile(r"[.:!?]\s")
# Cells that fit no row are looked through as far as this.
_MOST_LEFT = 200


class _Kind(Enum):
    """What a cell holds by its own words: a time alone, bodies and nothing else, or other words."""

    BODY = auto()
    TIME = auto()
    WORDS = auto()


@dataclass
class _Cell:
    """A cell, its words on one line, and whether a blank line stands above it."""

    spans: Spans
    said: str
    apart: bool

    @cached_property
    def kind(self) -> _Kind:
        if len(self.said) < _TIME_LENGTH and says_time(self.said) and not says_agency(self.said):
            work = agencies.begins_with_verb(self.said, 0, len(self.said)) and not _TIME_VERB.match(self.said)
            return _Kind.WORDS if work else _Kind.TIME
        plain = len(self.said) < _CELL_LENGTH and not _TWO_PARTS.search(self.said)
        return _Kind.BODY if plain and agencies.is_names(self.said, 0, len(self.said)) else _Kind.WORDS


@dataclass
class _Row:
    """Cells of a row or a ``band``; not ``sure`` when it is not certain under which headings they stand."""

    cells: Sequence[_Cell]
    sure: bool
    band: bool = False


def unnumbered_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of headings one a line ("Nhiệm vụ", "Chủ trì", "Thời hạn"), then the cells of each row in that order.

    Nothing marks where a row begins, so a row is read by its columns only when each of its cells is
    of the kind that is due there and no cell beside it is left over; a table needs two such rows.
    """
    lines = [trim(text, *s) for s in lines_of(text, start, end)]
    for cells, tight in ((_by_lines(text, lines), True), (_by_blank_lines(text, lines), False)):
        position = 0
        while position < len(cells):
            grid, stop = _grid_at(cells, position, tight=tight)
            if grid:
                yield grid
            position = stop


def _by_lines(text: str, lines: Sequence[Span]) -> list[_Cell]:
    """Each line a cell; the number of a page is none."""
    found: list[_Cell] = []
    for i, span in enumerate(lines):
        cell = _cell(text, (span,), apart=i > 0 and lines[i - 1].start == lines[i - 1].end)
        if cell.said and not (cell.apart and is_page_number(cell.said)):
            found.append(cell)
    return found


def _by_blank_lines(text: str, lines: Sequence[Span]) -> list[_Cell]:
    """The lines between two blank ones a cell."""
    groups: list[list[Span]] = [[]]
    for span in lines:
        if groups[-1] and (span.start == span.end or _SECTION.match(strip_markup(text[slice(*span)]).lstrip(" #"))):
            groups.append([])
        if span.start < span.end:
            groups[-1].append(span)
    cells = [_cell(text, tuple(group), apart=True) for group in groups if group]
    return [cell for cell in cells if not is_page_number(cell.said)]


def _cell(text: str, spans: Spans, *, apart: bool) -> _Cell:
    words = " ".join(text[slice(*s)] for s in spans)
    if len(words) > _CELL_LENGTH or "\t" in words:
        words = words[: _CELL_LENGTH + 1]  # no cell: only its length counts
        return _Cell(spans, words.ljust(_CELL_LENGTH + 1), apart)
    return _Cell(spans, with_modern_tones(squeeze(strip_markup(words))), apart)


def _grid_at(cells: Sequence[_Cell], position: int, *, tight: bool) -> tuple[Grid | None, int]:
    """The grid whose headings begin at ``position``, None when none does, and the index of the cell behind it."""
    headings = _headings(cells, position, tight=tight)
    widths = range(len(headings), _LEAST_COLUMNS - 1, -1)
    tried = [_Rows(cells, position, headings[:w], tight=tight) for w in widths if _is_of_tasks(headings[:w])]
    found = next((t for t in tried if t.sure >= _LEAST_ROWS), None)
    if found is None:
        # Headings of tasks with bodies below them are a table whose cells cannot be told: no sentence to be read.
        found = next((t for t in tried if t.names_bodies()), None)
    if found is None:
        return None, max((t.end for t in tried), default=position + 1)
    return _grid(found), found.end


def _headings(cells: Sequence[_Cell], position: int, *, tight: bool) -> list[Column]:
    """What the headings that stand one a line from ``position`` on say that their columns hold."""
    roles: list[Column] = []
    for i, cell in enumerate(cells[position : position + _MOST_COLUMNS]):
        heading = cell.said.strip(" *#")
        if len(heading) > _HEADING_LENGTH or heading[-1:] in {".", ";", ":", ","} or not is_header_cell(heading):
            break
        if tight and i > 0 and cell.apart:
            break
        roles.append(column_role((heading,)))
    return roles


def _is_of_tasks(roles: Sequence[Column]) -> bool:
    """Whether columns are different and hold what is done, who leads, and who helps or by when."""
    held = set(roles)
    return (
        len(held) == len(roles)
        and {Column.TASK, Column.LEAD} <= held
        and bool(held & {Column.DEADLINE, Column.COORDINATING})
    )


class _Rows:
    """The rows below headings of these ``roles``, how many are ``sure``, and the index of the cell behind the last."""

    def __init__(self, cells: Sequence[_Cell], position: int, roles: Sequence[Column], *, tight: bool) -> None:
        self._cells, self._roles, self._tight = cells, roles, tight
        self.heads = cells[position : position + len(roles)]
        self.rows: list[_Row] = []
        self.end = position + len(roles)
        while self._take():
            pass
        self._close()
        whole = [row.cells for row in self.rows if row.sure and not row.band and len(row.cells) == len(roles)]
        self.sure = sum(not self._repeats(row) for row in whole)

    def names_bodies(self) -> bool:
        """Whether some cell below the headings is a body and nothing else."""
        return any(cell.kind is _Kind.BODY for row in self.rows for cell in row.cells)

    def _take(self) -> bool:
        """Take the next row, with the cells before it that fit no row; False at the end of the table."""
        width, start = len(self._roles), self.end
        if self._fits(start) or self._repeats(self._cells[start : start + width]):
            self.rows.append(_Row(self._cells[start : start + width], sure=True))
            self.end += width
            return True
        nearest = range(start + 1, start + 2 * width + 1)
        after = next((i for i in nearest if not self._goes_on(i - 1) or self._fits(i)), None)
        if after is None or not self._fits(after):
            return False
        gap = self._cells[start:after]
        if _is_band(gap):
            self.rows.append(_Row(gap, sure=True, band=True))
            self.end = after
            return True
        if not any(not row.band for row in self.rows):
            return False
        self._doubt_last()
        # What stands right above a row may be the beginning of its first cell.
        whole = len(gap) > 1 and _is_of(gap[-1], self._roles[-1], self._roles) and self._roles[-1] in _TOLD
        self.end = after if whole else after + width
        self.rows.append(_Row(self._cells[start : self.end], sure=False))
        return True

    def _close(self) -> None:
        """What is left of the table belongs to it, and fits no row: up to a blank line, or to the last body or time."""
        stop = self.end
        while stop < self.end + _MOST_LEFT and self._goes_on(stop) and not self._is_of_text(self._cells[stop]):
            stop += 1
        while not self._tight and stop > self.end and self._cells[stop - 1].kind is _Kind.WORDS:
            stop -= 1
        if stop > self.end:
            self._doubt_last()
            self.rows.append(_Row(self._cells[self.end : stop], sure=False))
            self.end = stop

    def _doubt_last(self) -> None:
        """The last cell of the row above may go on in the one behind it, unless it is a whole time and that is none."""
        if not self.rows:
            return
        last, behind = self.rows[-1].cells[-1], self._cells[self.end]
        if last.kind is not _Kind.TIME or behind.kind is _Kind.TIME or behind.said[:1].islower():
            self.rows[-1].sure = False

    def _is_of_text(self, cell: _Cell) -> bool:
        """Whether a cell is the beginning of what follows the table."""
        return bool(_SECTION.match(cell.said)) or (not self._tight and bool(_ITEM.match(cell.said)))

    def _goes_on(self, i: int) -> bool:
        """Whether the cell at ``i`` can be one of a row that began before it."""
        if i >= len(self._cells) or len(self._cells[i].said) > _CELL_LENGTH:
            return False
        return not (self._tight and self._cells[i].apart)

    def _fits(self, i: int) -> bool:
        """Whether the cells from ``i`` on are a row: each of the kind that its column holds."""
        row = self._cells[i : i + len(self._roles)]
        if len(row) < len(self._roles) or not all(self._goes_on(i + n) for n in range(1, len(row))):
            return False
        return all(_is_of(cell, role, self._roles) for cell, role in zip(row, self._roles, strict=True))

    def _repeats(self, cells: Sequence[_Cell]) -> bool:
        """Whether the headings stand here again, on a new page."""
        return [cell.said for cell in cells] == [cell.said for cell in self.heads]


# Columns of bodies, and those whose cells are told by their words.
_BODIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})
_TOLD = frozenset({Column.LEAD, Column.COORDINATING, Column.DEADLINE})


def _is_of(cell: _Cell, role: Column, roles: Sequence[Column]) -> bool:
    """Whether a cell is whole and of the kind that its column holds; without times beside them bodies must be plain."""
    said = cell.said
    if len(said) > _CELL_LENGTH or _BROKEN.search(said):
        return False
    if role is Column.DEADLINE:
        return says_time(said) and not says_agency(said)
    if cell.kind is _Kind.TIME or (said[:1].islower() and cell.kind is not _Kind.BODY):
        return False
    if _SECTION.match(said):
        return False
    if role is Column.TASK:
        return cell.kind is _Kind.WORDS
    if role in _BODIES and said[-1:] == ";":
        return False  # the list goes on in the next line
    if role not in _TOLD or cell.kind is _Kind.BODY:
        return True
    return Column.DEADLINE in roles and (_is_like_body(said) or (role is Column.COORDINATING and not _says(said)))


def _is_band(cells: Sequence[_Cell]) -> bool:
    """Whether cells title the rows below: a number with the lines of its title, or words in capitals."""
    first, *rest = (cell.said for cell in cells)
    if not rest:
        return bool(_BAND.match(first)) or first.isupper()
    return bool(_BAND_LABEL.match(first)) and len(rest) <= _MOST_TITLE_LINES and not any(map(says_time, rest[1:]))


def _is_like_body(said: str) -> bool:
    """Whether a cell tells of a body by some word and of nothing that it does."""
    short = len(said) < _NAME_LENGTH and len(said.split()) >= _FEWEST_WORDS and said[-1:] != "."
    return (
        short
        and says_agency(said)
        and not says_time(said)
        and not _TWO_PARTS.search(said)
        and agencies.next_verb(said, 0, len(said)) is None
    )


def _says(said: str) -> bool:
    """Whether a cell holds anything but a dash or "Không"."""
    return any(c.isalnum() for c in said) and said.casefold().strip(" .") != "không"


def _grid(table: _Rows) -> Grid:
    """The grid; a row that is not sure is kept whole, under no heading."""
    width = len(table.heads)
    told = table.sure >= _LEAST_ROWS
    lines: list[list[Spans]] = [[cell.spans for cell in table.heads]]
    for row in table.rows:
        pieces = [cell.spans for cell in row.cells]
        if row.band:
            pieces = [tuple(s for piece in pieces for s in piece)]
        fitted = (
            pieces if row.band or (row.sure and told) else [pieces[0], tuple(s for piece in pieces[1:] for s in piece)]
        )
        lines.append([*fitted, *([()] * (width - len(fitted)))])
    groups = [table.heads, *(row.cells for row in table.rows)]
    spans = [Span(cells[0].spans[0].start, cells[-1].spans[-1].end) for cells in groups]
    return Grid(
        Span(spans[0].start, spans[-1].end),
        lines,
        1,
        row_spans=spans,
        slipped=frozenset(i for i, row in enumerate(table.rows, 1) if not row.band and not (row.sure and told)),
    )
