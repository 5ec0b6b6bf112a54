"""Tables laid out with spaces, cells broken over lines side by side."""

import itertools
import re
from collections.abc import Iterator, Sequence

from tracuu.agencies import names as agencies
from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid
from tracuu.documents.tables.gutters import Columns, find_columns, put_in, stretches
from tracuu.documents.tables.laid import Line, read_laid
from tracuu.documents.tables.numbered import Laid, LaidRow, is_band, is_numbering, is_title, read_rows
from tracuu.documents.tables.slips import says_time
from tracuu.types import Span, Spans

# More tables of this kind than these are in no directive; the bounds keep the search linear.
_MAX_TABLES = 40
_MAX_TABLE_LINES = 3_000
# Fewer columns are a head or a closing.
_LEAST_COLUMNS = 3
# "Số thứ tự" is the longest heading of numbers.
_LONGEST_STT = 14
# Headings are broken over no more lines.
_MOST_HEAD_LINES = 5


def aligned_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids laid out with runs of two or more spaces, cells broken over lines side by side.

    Columns lie between gutters that are blank in the rows, each below a heading. A row with a text that
    crosses a gutter is kept whole, under no heading. Without numbers every line is a row, and all have as many cells.
    """
    lines = read_laid(text, start, end)
    position = tried = 0
    while position < len(lines) and tried < _MAX_TABLES:
        grid, after = None, position + 1
        if len(lines[position].pieces) >= _LEAST_COLUMNS:
            if _is_head(lines[position]):
                tried += 1
                grid, after = _numbered(lines, position)
            if grid is None and not _is_of_numbers(lines[position].said(lines[position].pieces[0])):
                grid, after = _even(lines, position)
        if grid:
            yield grid
        position = after


def _is_head(line: Line) -> bool:
    said = [line.said(piece) for piece in line.pieces[:20]]
    heads = sum(map(is_header_cell, said))
    return heads > 1 or (heads > 0 and _is_of_numbers(said[0]))


def _is_of_numbers(said: str) -> bool:
    return len(said) < _LONGEST_STT and column_role((said,)) is Column.LABEL


def _even(lines: Sequence[Line], position: int) -> tuple[Grid | None, int]:
    """The grid of lines that all have as many pieces as the first one, which heads two rows or more.

    Lines with fewer pieces, all in small letters, go on with the cells above them; one with the number of a group,
    or in capitals, titles the row below it.
    """
    rows, bands = [[lines[position]]], set[int]()
    after = position + 1
    for line in lines[after : position + _MAX_TABLE_LINES]:
        if line.pieces and _is_of_numbers(line.said(line.pieces[0])):
            break
        if len(line.pieces) == len(rows[0][0].pieces):
            rows.append([line])
        elif line.pieces and all(line.said(piece)[:1].islower() for piece in line.pieces):
            rows[-1].append(line)
        elif _titles(line, lines[after + 1] if after + 1 < len(lines) else None, len(rows[0][0].pieces)):
            bands.add(len(rows))
            rows.append([line])
        else:
            break
        after += 1
    told = [row for i, row in enumerate(rows) if i not in bands]
    if len(told) < _LEAST_COLUMNS:
        return None, position + 1
    cells = _even_cells(told, lines[after] if after < len(lines) else None)
    if cells is None:
        return None, after
    spans = [Span(row[0].span.start, row[-1].span.end) for row in rows]
    filled = iter(cells)
    width = len(cells[0])
    all_cells = [_band_cells(row[0], width) if i in bands else next(filled) for i, row in enumerate(rows)]
    return Grid(Span(spans[0].start, spans[-1].end), all_cells, sure=False, row_spans=spans), after


def _titles(line: Line, below: Line | None, width: int) -> bool:
    """Whether a line of one piece has the number of a group or capitals, and a whole row below it."""
    titled = len(line.pieces) == 1 and (is_band(line) or line.words.strip().isupper())
    return titled and below is not None and len(below.pieces) == width


def _band_cells(line: Line, width: int) -> list[Spans]:
    return [(line.span,), *([()] * (width - 1))]


def _even_cells(rows: Sequence[Sequence[Line]], below: Line | None) -> list[list[Spans]] | None:
    """The cells of rows; None when cells are broken and not in columns, or may go on in the line ``below``."""
    width = len(rows[0][0].pieces)
    bounds = stretches([line for row in rows for line in row])
    certain = len(bounds) == width
    if certain and below and below.pieces and len(below.pieces) < width and put_in(below, bounds) is not None:
        return None
    if all(len(row) == 1 for row in rows):
        return [[(row[0].place(piece),) for piece in row[0].pieces] for row in rows]
    found: list[list[Spans]] = []
    for row in rows:
        placed = [put_in(line, bounds) for line in row]
        if not certain or any(p is None for p in placed):
            return None
        found.append([tuple(span for p in placed for c, span in p or () if c == column) for column in range(width)])
    return found


# --- Numbered rows -------------------------------------------------------------------------------


def _numbered(lines: Sequence[Line], position: int) -> tuple[Grid | None, int]:
    """The grid of numbered rows below the headings at ``position``, and the index of the line behind it."""
    lines = lines[: position + _MAX_TABLE_LINES]
    first, stop = _head_lines(lines, position)
    head = [line for line in lines[first:stop] if not line.blank]
    zones = [line.pieces[0] for line in head if _is_of_numbers(line.said(line.pieces[0]))]
    if len(zones) != 1:
        return None, position + 1
    below = next((i for i in range(stop, len(lines)) if not lines[i].blank and not is_numbering(lines[i])), stop)
    laid = read_rows(lines, below, zones[0], head)
    grid = _grid(laid, head)
    return grid, laid.end if grid else position + 1


def _head_lines(lines: Sequence[Line], position: int) -> tuple[int, int]:
    """The first line of the headings, and the line behind their last.

    What stands right above heads what begins in small letters, or nothing, below it.
    """
    first = position
    while first > 0 and position - first < _MOST_HEAD_LINES and _is_above(lines[first - 1], lines[position]):
        first -= 1
    stop = position
    for i in range(position, min(len(lines), position + 2 * _MOST_HEAD_LINES)):
        line = lines[i]
        if not line.blank and (not line.pieces or is_numbering(line) or _opens_rows(line)):
            break
        if i > position and _is_across(line, lines[position]):
            break
        apart = i > position and lines[i - 1].blank
        if apart and not line.blank and not all(line.said(piece)[:1].islower() for piece in line.pieces):
            break
        stop = i + 1
    return first, stop


def _is_across(line: Line, head: Line) -> bool:
    """Whether a line of one piece titles the rows below the headings: in capitals as they are not, or over two."""
    over = line.pieces and line.pieces[0].start < head.pieces[0].end and line.pieces[0].end > head.pieces[1].start
    return len(line.pieces) == 1 and ((is_title(line) and not head.words.isupper()) or bool(over))


def _opens_rows(line: Line) -> bool:
    return is_band(line) or line.said(line.pieces[0])[:1].isdecimal()


def _is_above(line: Line, below: Line) -> bool:
    """Whether each piece of a line stands over nothing in the line below it, or over one that goes on with it."""
    if not line.pieces or line.pieces[0].start < below.pieces[0].end:
        return False
    for piece in line.pieces:
        under = [p for p in below.pieces if piece.start < p.end and p.start < piece.end]
        if len(under) > 1 or not all(below.said(p)[:1].islower() for p in under):
            return False
    return True


# A row: cells by column, each a list of its pieces with the number of the line in the row.
_Cells = list[list[tuple[int, Span]]]


def _grid(laid: Laid, head: Sequence[Line]) -> Grid | None:
    """The grid of rows; None when their columns or their bounds are not certain."""
    rows = [row for row in laid.rows if not row.band]
    pages = _columns(laid, rows, head)
    columns = pages.get(0)
    if len(rows) < 2 or columns is None:
        return None
    cells = [_cells(row, pages, len(columns.bounds)) for row in laid.rows]
    doubtful = {} if laid.grouped else dict(_misplaced(laid.rows, cells, columns))
    if any(doubtful.values()) and len(doubtful) > 1:
        return None  # numbers stand in the middle of their rows
    slipped = {i for i, row in enumerate(laid.rows) if not row.band and (cells[i] is None or not row.sure)}
    slipped |= {j for i in doubtful for j in (i - 1, i, i + 1) if 0 <= j < len(cells)}
    if 2 * len(slipped) > len(rows):
        return None
    return _put_together(laid.rows, cells, slipped, columns, head)


def _put_together(
    rows: Sequence[LaidRow], cells: Sequence[_Cells | None], slipped: set[int], columns: Columns, head: Sequence[Line]
) -> Grid:
    lines: list[list[Spans]] = []
    for i, row in enumerate(rows):
        found = cells[i]
        pieces = [line.place(piece) for _, line in row.lines for piece in line.pieces]
        if row.band:
            fitted: list[Spans] = [tuple(pieces)]
        elif found is None or i in slipped:
            number = min((line for _, line in row.lines), key=lambda line: line.pieces[0].start * (not row.lost))
            label = number.place(number.pieces[0])
            fitted = [(label,), tuple(piece for piece in pieces if piece != label)]
        else:
            fitted = [tuple(span for _, span in cell) for cell in found]
        lines.append([*fitted, *([()] * (len(columns.bounds) - len(fitted)))])
    heads = len(columns.heads)
    spans = [Span(row.lines[0][1].span.start, row.lines[-1][1].span.end) for row in rows]
    over = Span(head[0].span.start, head[-1].span.end)
    return Grid(
        Span(over.start, spans[-1].end),
        [*columns.heads, *lines],
        heads,
        merged=True,
        row_spans=[over] * heads + spans,
        slipped=frozenset(heads + i for i in slipped),
    )


def _columns(laid: Laid, rows: Sequence[LaidRow], head: Sequence[Line]) -> dict[int, Columns | None]:
    """The columns of each page; None for a page whose columns are not certain, nothing when the first has none."""
    pages: dict[int, list[Line]] = {}
    for row in rows:
        for page, line in () if row.lost else row.lines:
            pages.setdefault(page, []).append(line)
    if 0 not in pages or (first := find_columns(pages[0], head)) is None or len(first.bounds) < _LEAST_COLUMNS:
        return {}
    found: dict[int, Columns | None] = {0: first}
    last = first
    for page, lines in sorted(pages.items())[1:]:
        own = _of_page(lines, laid.heads.get(page), last)
        found[page] = own
        last = own or last
    return found


def _of_page(lines: Sequence[Line], head: Sequence[Line] | None, last: Columns) -> Columns | None:
    """The columns of a later page: below headings repeated, as on the page before, or as many of its own."""
    if head:
        own = find_columns(lines, head)
        return own if own and own.said == last.said else None
    crossing = sum(put_in(line, last.bounds) is None for line in lines)
    if 3 * crossing <= len(lines) and _are_set(lines, last.bounds):
        return last
    bounds = stretches(lines)
    return Columns(bounds, last.heads, last.said) if len(bounds) == len(last.bounds) else None


# This share of the pieces of a page begins or ends where the columns of the page before do.
_SET = 0.6


def _are_set(lines: Sequence[Line], bounds: Sequence[Span]) -> bool:
    """Whether lines are set in columns with these bounds, and do not only happen to fit."""
    pieces = [piece for line in lines for piece in line.pieces]
    starts, ends = {span.start for span in bounds}, {span.end for span in bounds}
    return sum(p.start in starts or p.end in ends for p in pieces) >= _SET * len(pieces)


def _cells(row: LaidRow, pages: dict[int, Columns | None], width: int) -> _Cells | None:
    """The cells of a row; None when a piece of it crosses a gutter."""
    cells: _Cells = [[] for _ in range(width)]
    for number, (page, line) in enumerate(row.lines):
        columns = pages.get(page)
        placed = put_in(line, columns.bounds) if columns else None
        if placed is None:
            return None
        for column, span in placed:
            cells[column].append((number, span))
    return cells


def _misplaced(rows: Sequence[LaidRow], cells: Sequence[_Cells | None], columns: Columns) -> Iterator[tuple[int, bool]]:
    """Rows that may not begin with their number, each with whether one of their cells surely begins elsewhere.

    Surely so when it does not begin beside the number, has a hole, or begins in the middle of a sentence.
    """
    named = [c for c, said in enumerate(columns.said) if c == 1 or column_role((said,)) in _NAMED]
    for i, row in enumerate(cells):
        if row is None or rows[i].band:
            continue
        held = [[n for n, _ in cell] for cell in row if cell]
        said = {c: [_said(rows[i], *piece) for piece in row[c]] for c in named if row[c]}
        lower = any(s[0][:1].islower() and not says_time(s[0]) and not _OPENS.match(s[0]) for s in said.values())
        below = i + 1 < len(rows) and any(_runs_into(s, columns.bounds[c]) for c, s in said.items())
        sure = lower or any(n[0] or max(n) >= len(set(n)) for n in held)
        if sure or below:
            yield i, sure


# Cells of these begin with a capital, but for some words.
_NAMED = frozenset({Column.TASK, Column.LEAD, Column.COORDINATING, Column.SUPERVISING})
_OPENS = re.compile(r"(?:các|những|chủ|cơ quan|đơn vị|doanh nghiệp|hộ|phòng|ban|tổ)(?!\w)")
# A line of a cell is broken where the next word has no place; up to this share of the column it has.
_ROOM = 0.75


def _said(row: LaidRow, number: int, span: Span) -> str:
    line = row.lines[number][1]
    return line.words[span.start - line.start : span.end - line.start]


def _runs_into(said: Sequence[str], column: Span) -> bool:
    """Whether a line of a cell begins anew where the one above had room for it: it may be of the next row."""
    for above, below in itertools.pairwise(said):
        room = len(above) + 1 + len(below.split()[0]) <= _ROOM * (column.end - column.start)
        listed = above[-1] in ".;:," or not below[0].isalpha()
        bodies = agencies.is_names(above, 0, len(above)) and agencies.is_names(below, 0, len(below))
        if room and below[0].isupper() and not listed and not bodies:
            return True
    return False
