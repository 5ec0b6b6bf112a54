"""Tables of a text as rows of cells, when every character of them has its place; else none."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu.types import Row, Span, Table

# What may stand between cells: white space, rules of Markdown, tags of HTML.
_BETWEEN = re.compile(r"(?:[\s|]|</?(?:table|thead|tbody|tr|td|th)\b[^<>]{0,200}>)*")
_RULE = re.compile(r"[\s|:\-–—]*")
_TABS = re.compile(r"[\t|]")

# A cell, where what stands before it begins, and where what stands behind it ends.
Cell = tuple[Span, int, int]


class ShownRow(NamedTuple):
    """A row as it is drawn; ``kind`` is "head", "row" or "band" (a line across all columns)."""

    kind: str
    cells: Sequence[Cell]


class Rows(NamedTuple):
    """A table as it is drawn: together the rows hold every character of it once, in order."""

    columns: Sequence[str]
    rows: Sequence[ShownRow]


def rows_of(table: Table, text: str) -> Rows | None:
    """The table cut into cells; None when a cell is in pieces or something stands between cells."""
    columns = [path[-1] if path else "" for path in table.columns]
    if len(columns) < 2 or not table.rows:
        return None
    rows: list[ShownRow] = []
    position = table.span.start
    for row in sorted(table.rows, key=lambda r: r.span):
        cells = _cells(row, text, len(columns))
        if cells is None or row.span.start < position:
            return None
        rows += _between(text, position, row.span.start, table.header, len(columns))
        rows.append(ShownRow("row", cells))
        position = row.span.end
    rows += _between(text, position, table.span.end, table.header, len(columns))
    return Rows(columns, [*_whole(rows, table.span)]) if position <= table.span.end else None


def _cells(row: Row, text: str, columns: int) -> list[Cell] | None:
    """The cells of a row, in order and in one piece each, with nothing but rules between them."""
    if len(row.cells) != columns or any(len(cell.spans) > 1 for cell in row.cells):
        return None
    cells: list[Cell] = []
    position = row.span.start
    for cell in row.cells:
        span = cell.spans[0] if cell.spans else Span(position, position)
        if span.start < position or not _BETWEEN.fullmatch(text, position, span.start):
            return None
        cells.append((span, position, span.end))
        position = span.end
    if position > row.span.end or not _BETWEEN.fullmatch(text, position, row.span.end):
        return None
    cells[-1] = (cells[-1][0], cells[-1][1], row.span.end)
    return cells


def _between(text: str, start: int, end: int, header: Span | None, columns: int) -> Iterator[ShownRow]:
    """What stands between two rows: lines of the heading cut at their rules, other lines across all columns."""
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline + 1 if newline >= 0 else end
        line = Span(start, stop)
        if _BETWEEN.fullmatch(text, start, stop) or _RULE.fullmatch(text, start, stop):
            yield ShownRow("gap", [(Span(stop, stop), start, stop)])
        elif header and header.start <= start < header.end:
            yield ShownRow("head", _head(text, line, columns))
        else:
            yield ShownRow("band", [(line, start, stop)])
        start = stop


def _head(text: str, line: Span, columns: int) -> list[Cell]:
    """A line of the heading as one cell a column, or as one across all when it has more or fewer."""
    cells: list[Cell] = []
    position = line.start
    for cut in [*(m.start() for m in _TABS.finditer(text, *line)), line.end]:
        piece = text[position:cut]
        left = position + len(piece) - len(piece.lstrip())
        right = max(left, position + len(piece.rstrip()))
        cells.append((Span(left, right), position, min(cut + 1, line.end)))
        position = min(cut + 1, line.end)
    while len(cells) > columns and cells[0][0].start == cells[0][0].end:
        (_, start, _), (span, _, stop) = cells[0], cells[1]
        cells[:2] = [(span, start, stop)]
    while len(cells) > columns and cells[-1][0].start == cells[-1][0].end:
        (span, start, _), (_, _, stop) = cells[-2], cells[-1]
        cells[-2:] = [(span, start, stop)]
    return cells if len(cells) == columns else [(line, line.start, line.end)]


def _whole(rows: Sequence[ShownRow], table: Span) -> Iterator[ShownRow]:
    """The rows with gaps given to the row before (the first to the row behind)."""
    kept: list[ShownRow] = []
    start = table.start
    for row in rows:
        if row.kind == "gap" and kept:
            span, before, _ = kept[-1].cells[-1]
            kept[-1] = ShownRow(kept[-1].kind, [*kept[-1].cells[:-1], (span, before, row.cells[0][2])])
        elif row.kind != "gap":
            span, before, behind = row.cells[0]
            kept.append(row if kept else ShownRow(row.kind, [(span, min(before, start), behind), *row.cells[1:]]))
    return iter(kept)
