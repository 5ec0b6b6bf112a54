"""From cells to a table: heading paths through merged cells, bands, rows that go on, numbering rows."""

import re

from tracuu.documents.tables.columns import Column, column_role, is_header_cell, is_year
from tracuu.documents.tables.grid import Grid
from tracuu.documents.tables.plain import heads_plainly, is_figure
from tracuu.documents.tables.slips import cell_text, without_columns, without_slipped
from tracuu.types import Cell, Row, Span, Spans, Table

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,2})*)\)?[.)]?$")
_GROUP = re.compile(r"\(?([IVX]{1,6}|[A-ZĐ])\)?[.)\-]?$")
_HEADING_ROWS = 3
# Figures of this many years side by side make a table of indicators.
_YEARS = 2


def assemble(grid: Grid, text: str) -> Table | None:
    """The table that the grid holds.

    None when its headings tell less than two known columns (years count) and do not stand over their
    rows so plainly that they need not be known.
    """
    values = [[cell_text(cell, text) for cell in row] for row in grid.rows]
    plain = bool(values) and heads_plainly(grid, values)
    first = _first_data_row(grid, values, plain=plain)
    if first is None:
        return None
    columns = _paths(grid, values, first)
    roles = [column_role(path) for path in columns]
    known = {role for role in roles if role is not Column.OTHER}
    years = sum(any(is_year(heading) for heading in path) for path in columns)
    if len(known) + (years >= _YEARS) < 2 and not plain:
        return None
    spans = grid.row_spans or [_row_span(row) for row in grid.rows]
    numbered = _rows(grid, values, columns, spans, first)
    if not numbered:
        return None
    rows = [row for _, row in numbered]
    short = frozenset(i for i, (at, _) in enumerate(numbered) if at in grid.short)
    rows = without_slipped(rows, roles, text, short)
    rows = [without_columns(row) if at in grid.slipped else row for (at, _), row in zip(numbered, rows, strict=True)]
    return Table(
        span=grid.span,
        header=Span(spans[0].start, spans[first - 1].end),
        columns=columns,
        rows=tuple(rows),
    )


def _row_span(row: list[Spans]) -> Span:
    pieces = [s for cell in row for s in cell]
    return Span(min(s.start for s in pieces), max(s.end for s in pieces)) if pieces else Span(0, 0)


def _first_data_row(grid: Grid, values: list[list[str]], *, plain: bool) -> int | None:
    """Index of the first row below the headings; None when the first row is no heading row."""
    known = sum(is_header_cell(v) or is_year(v) for v in values[0]) if values else 0
    if not plain and not _heads_merged(values) and (known < 2 or known < 0.5 * len({v for v in values[0] if v})):
        return None
    first = grid.header_rows if grid.header_rows and grid.header_rows <= _HEADING_ROWS else 1
    while first < min(len(values), _HEADING_ROWS) and (
        _is_lower_heading(values[first], values[:first])
        or _is_under_merged(grid, values, first)
        or (first == 1 and _is_under_wide(values))
    ):
        first += 1
    while first < len(values) and _is_numbering(values[first]):
        first += 1
    return first if first < len(values) else None


def _heads_merged(values: list[list[str]]) -> bool:
    """Whether a heading in words of its own stands over several columns that the row below heads, all of them known.

    Match: "Nhiệm vụ | Phân công |" over "| Chủ trì | Phối hợp". Near miss: a row of data below an empty cell.
    """
    if len(values) < _HEADING_ROWS:
        return False
    top, low = values[0], values[1]
    under = [c for c in range(1, len(low)) if low[c] and low[c] != top[c]]
    beside = [v for c, v in enumerate(top) if v and c not in under]
    return (
        len(under) > 1
        and any(not top[c] or top[c] == top[c - 1] for c in under)
        and all(is_header_cell(low[c]) for c in under)
        and bool(beside)
        and all(map(is_header_cell, beside))
        and not any(v for c, v in enumerate(low) if c not in under and v != top[c])
    )


def _is_lower_heading(row: list[str], above: list[list[str]]) -> bool:
    """A lower heading row: no label at its left, headings in what cells it has, and columns that it tells apart.

    Columns that are all headed, each in its own words, need no more: "Sở Nội vụ | Năm 2026" below them is data.
    """
    filled = [v for v in row if v]
    if not filled or _NUMBER.match(row[0]) or _GROUP.match(row[0]):
        return False
    paths = {tuple(head[c] for head in above if head[c]) for c in range(len(row))}
    if row[0] and row[0] != above[-1][0] and len(paths) == len(row) and () not in paths:
        return False
    return sum(is_header_cell(v) for v in filled) >= 0.6 * len(filled)


def _is_under_merged(grid: Grid, values: list[list[str]], i: int) -> bool:
    """A row of words below a heading that covers several columns: it tells these apart."""
    above, row = grid.rows[i - 1], values[i]
    covers = [c for c in range(1, len(above)) if above[c] and above[c] == above[c - 1]]
    wide = grid.merged and bool(covers) and len(set(above)) > 1
    return wide and all(row[c] and row[c] != row[c - 1] for c in covers) and not any(map(is_figure, row))


def _is_under_wide(values: list[list[str]]) -> bool:
    """Whether the second row heads just the columns of headings that stand over several, and a row follows.

    Match: "Năm 2025 |" over "Kế hoạch | Thực hiện". Near miss: a row of data that goes on below an empty heading.
    """
    if len(values) < _HEADING_ROWS or not values[2][0]:
        return False
    top, low = values[0], values[1]
    under = {c for c in range(1, len(top)) if not top[c]}
    under |= {c - 1 for c in under if top[c - 1]}
    said = [low[c] for c in under]
    return (
        bool(under)
        and {c for c, v in enumerate(low) if v} == under
        and all(v[0].isupper() and not is_figure(v) and v[-1] not in ".;:," for v in said)
        and bool(top[0])
    )


def _is_numbering(row: list[str]) -> bool:
    """A row that numbers the columns: (1) (2) (3), or A B 1 2 3."""
    filled = [v for v in row if v]
    numbers = [int(m[1]) for v in filled if (m := _NUMBER.match(v)) and m[1].isdecimal()]
    letters = [v for v in filled if _GROUP.match(v)]
    ordered = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return len(filled) >= 3 and ordered and len(numbers) >= 2 and len(numbers) + len(letters) == len(filled)


def _paths(grid: Grid, values: list[list[str]], first: int) -> tuple[tuple[str, ...], ...]:
    """Heading path of each column, top first; an empty cell under which a heading stands takes its left neighbour's."""
    heads = [list(row) for row in values[:first] if not _is_numbering(row)]
    for level, row in enumerate(heads[:-1]):
        below = heads[level + 1]
        for c in range(1, len(row)):
            if not grid.merged and not row[c] and below[c] and below[c - 1]:
                row[c] = row[c - 1]
    paths = []
    for c in range(len(values[0])):
        path: list[str] = []
        for row in heads:
            if row[c] and (not path or path[-1] != row[c]):
                path.append(row[c])
        paths.append(tuple(path))
    return tuple(paths)


def _rows(
    grid: Grid, values: list[list[str]], columns: tuple[tuple[str, ...], ...], spans: list[Span], first: int
) -> list[tuple[int, Row]]:
    """Rows with the index that each had in the grid."""
    rows: list[tuple[int, Row]] = []
    band: Span | None = None
    numbered = bool(columns) and column_role(columns[0]) is Column.LABEL
    for i in range(first, len(values)):
        if values[i] == values[0] or not any(values[i]) or _is_numbering(values[i]):
            continue  # the headings again, on a new page
        titles = _is_band(values[i], grid.rows[i]) and (numbered or not _is_left_open(values, i))
        if titles or _is_parent(values, i):
            band = spans[i]
        elif numbered and rows and not values[i][0] and _goes_on(values[i], values[i - 1]):
            rows[-1] = (rows[-1][0], _extended(rows[-1][1], grid.rows[i], spans[i]))
        else:
            label = values[i][0].strip("() .") if numbered and values[i][0] else None
            cells = tuple(Cell(spans=c, column=p) for c, p in zip(grid.rows[i], columns, strict=True))
            rows.append((i, Row(span=spans[i], label=label, cells=cells, band=band)))
    return rows


def _is_band(row: list[str], cells: list[Spans]) -> bool:
    """A row that titles those below it: one text alone, or one after a Roman number or a letter."""
    filled = list(dict.fromkeys(v for v in row if v))
    if len(filled) == 1 and len(set(cells)) <= 2:
        return not _NUMBER.match(filled[0])
    return len(filled) == 2 and bool(_GROUP.match(filled[0])) and row[0] == filled[0]


def _is_left_open(values: list[list[str]], i: int) -> bool:
    """Whether a text alone in the first column is a row whose other cells nobody filled, where rows have no number.

    Match: one that ends as a sentence, or the last one, below which nothing stands that it could title.
    """
    row = values[i]
    return bool(row[0]) and not any(row[1:]) and (row[0].endswith(".") or i == len(values) - 1)


def _is_parent(values: list[list[str]], i: int) -> bool:
    """A numbered row that titles 1.1, 1.2 … below it and says nothing else."""
    row = values[i]
    below = values[i + 1][0] if i + 1 < len(values) else ""
    return bool(_NUMBER.match(row[0])) and sum(map(bool, row)) == 2 and below.startswith(row[0].strip("().") + ".")


def _goes_on(row: list[str], previous: list[str]) -> bool:
    """Whether a row without number carries on the cells above: something begins in lower case or breaks off."""
    filled = [(i, v) for i, v in enumerate(row) if v]
    lower = any(v[0].islower() for _, v in filled)
    broken = any(i < len(previous) and previous[i] and previous[i][-1] in ",-:" for i, _ in filled)
    return bool(filled) and (lower or broken)


def _extended(row: Row, cells: list[Spans], span: Span) -> Row:
    joined = tuple(Cell(spans=c.spans + more, column=c.column) for c, more in zip(row.cells, cells, strict=True))
    return Row(span=Span(row.span.start, span.end), label=row.label, cells=joined, band=row.band)
