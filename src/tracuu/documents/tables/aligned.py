"""Tables laid out with spaces, cells broken over lines side by side."""

import re
from collections.abc import Iterator

from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.text import trim
from tracuu.types import Span, Spans

_FRAGMENT = re.compile(r"\S+(?: \S+)*")


# More tables of this kind than these are in no directive; the bound keeps the search linear.
_MAX_TABLES = 40
_MAX_TABLE_LINES = 3_000


def aligned_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids laid out with runs of two or more spaces, cells broken over lines side by side.

    Columns are the stretches between character columns that are blank in every line from the
    first numbered row on. A line that numbers a row begins it; the others go on with its cells.
    Without numbers every line is a row, and all have as many cells.
    """
    lines = list(lines_of(text, start, end))
    position = tried = 0
    while position < len(lines) and tried < _MAX_TABLES:
        fragments = _fragments(text, lines[position])
        heads = sum(is_header_cell(text[f.start : f.end]) for f in fragments[:20]) if len(fragments) >= 3 else 0
        numbered = heads and column_role((text[slice(*fragments[0])],)) is Column.LABEL
        if heads >= 2 or numbered:
            tried += 1
            grid, after = _aligned(text, lines, position)
        else:
            grid, after = None, position + 1
        if grid is None and len(fragments) >= _LEAST_EVEN:
            grid, after = _even(text, lines, position)
        if grid:
            yield grid
        position = after


# Columns of a table none of whose cells is broken and none of whose rows is numbered; two are a head or a closing.
_LEAST_EVEN = 3


def _even(text: str, lines: list[Span], position: int) -> tuple[Grid | None, int]:
    """The grid of lines that all have as many fragments as the first one, which heads two rows or more."""
    rows = [_fragments(text, lines[position])]
    while position + len(rows) < min(len(lines), position + _MAX_TABLE_LINES):
        row = _fragments(text, lines[position + len(rows)])
        if len(row) != len(rows[0]):
            break
        rows.append(row)
    after = position + len(rows)
    if len(rows) < _LEAST_EVEN:
        return None, position + 1
    spans = [Span(row[0].start, row[-1].end) for row in rows]
    cells: list[list[Spans]] = [[(fragment,) for fragment in row] for row in rows]
    return Grid(Span(spans[0].start, spans[-1].end), cells, sure=False, row_spans=spans), after


def _fragments(text: str, line: Span) -> list[Span]:
    if text.count("\t", line.start, line.end) or text.count("|", line.start, line.end) > 1:
        return []
    return [Span(line.start + m.start(), line.start + m.end()) for m in _FRAGMENT.finditer(text[line.start : line.end])]


def _aligned(text: str, lines: list[Span], position: int) -> tuple[Grid | None, int]:
    stop = position
    while stop < min(len(lines), position + _MAX_TABLE_LINES) and (
        _fragments(text, lines[stop]) or _within(text, lines, stop)
    ):
        stop += 1
    block = [s for s in lines[position:stop] if text[s.start : s.end].strip()]
    label = re.compile(r"\s{0,6}(\d{1,3})[.)]?(?=\s{2,})")
    starts = [i for i, s in enumerate(block) if label.match(text[s.start : s.end])]
    if len(starts) < 2:
        return None, position + 1
    body = [text[s.start : s.end] for s in block[starts[0] :]]
    body = [line for line in body if len(_FRAGMENT.findall(line)) > 1 or line.startswith("   ")]
    columns = _parted(_columns(body), body, [text[s.start : s.end] for s in block[: starts[0]]])
    if len(columns) < 3:
        return None, position + 1
    rows = [_placed(block[a:b], columns, text) for a, b in zip(starts, [*starts[1:], len(block)], strict=True)]
    header = _placed(block[: starts[0]], columns, text)
    if any(row is None for row in rows) or header is None:
        return None, position + 1
    spans = [Span(block[a].start, block[b - 1].end) for a, b in zip([0, *starts], [*starts, len(block)], strict=True)]
    whole = Span(block[0].start, block[-1].end)
    return Grid(whole, [header, *[r for r in rows if r]], 1, merged=True, row_spans=spans), stop


def _within(text: str, lines: list[Span], position: int) -> bool:
    """A blank line stays in the table when the next line is laid out too."""
    following = lines[position + 1] if position + 1 < len(lines) else Span(0, 0)
    blank = not text[lines[position].start : lines[position].end].strip()
    return blank and len(_fragments(text, following)) > 1


def _columns(body: list[str]) -> list[tuple[int, int]]:
    """Stretches of character columns (start, end) between gutters of two or more blank ones."""
    width = max(map(len, body))
    used = [any(i < len(line) and line[i] != " " for line in body) for i in range(width)] + [False, False]
    columns: list[tuple[int, int]] = []
    start = None
    for i in range(width + 1):
        if used[i] and start is None:
            start = i
        elif start is not None and not used[i] and not used[i + 1]:
            columns.append((start, i))
            start = None
    return columns


def _parted(columns: list[tuple[int, int]], body: list[str], head: list[str]) -> list[tuple[int, int]]:
    """The columns, parted where one blank is all that is left before what a heading of its own begins.

    A long cell may come within one blank of the next; every line is blank there.
    """
    parted: list[tuple[int, int]] = []
    for left, right in columns:
        begins = sorted({m.start() for line in head for m in _FRAGMENT.finditer(line) if left <= m.start() < right})
        bounds = [at for at in begins[1:] if all(line[at - 1 : at] in {"", " "} for line in body)]
        starts = [left, *bounds]
        parted += zip(starts, [*(at - 1 for at in bounds), right], strict=True)
    return parted


def _placed(lines: list[Span], columns: list[tuple[int, int]], text: str) -> list[Spans] | None:
    """Fragments put into the columns that they overlap; None when one crosses a gutter of the body."""
    cells: list[list[Span]] = [[] for _ in columns]
    for line in lines:
        for fragment in _fragments(text, line):
            a, b = fragment.start - line.start, fragment.end - line.start
            over = [i for i, (left, right) in enumerate(columns) if a < right and left < b]
            narrow = all(columns[i + 1][0] == columns[i][1] + 1 for i in over[:-1])
            if not over or not narrow:
                return None
            bounds = [line.start + columns[i][0] for i in over[1:]]
            for i, (start, end) in zip(
                over, zip([fragment.start, *bounds], [*bounds, fragment.end], strict=True), strict=True
            ):
                cells[i].append(trim(text, start, end))
    return [tuple(cell) for cell in cells]
