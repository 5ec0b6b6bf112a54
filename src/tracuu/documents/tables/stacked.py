"""Tables that came out one cell a line."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.text import fold, trim
from tracuu.types import Span, Spans

_STT = re.compile(r"(?:s?tt|so tt|so thu tu)\.?$")


# More stacked tables than these, or longer ones (in lines), are in no directive; the bounds keep the search linear.
_MAX_TABLES = 40
_MAX_TABLE_LINES = 6_000
# The first row begins within this many cells after "STT".
_MAX_HEADINGS = 24
_FIRST = re.compile(r"0?1[.)]?$")


def stacked_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids that came out one cell a line: "STT", the other headings, then "1" and its cells ….

    A row that has not as many cells as there are columns has none of them read by its column;
    cells of several lines are told by the blank lines between cells. The end of the last row is
    not marked: it is taken only when its cells are of the kinds that their columns hold.
    """
    lines = [trim(text, *s) for s in lines_of(text, start, end)]
    tried = 0
    for position, span in enumerate(lines):
        if span.end - span.start > 20 or not _STT.match(fold(text[span.start : span.end]).strip(" *|#")):
            continue
        near = (text[slice(*s)].strip(" *#") for s in lines[position + 1 : position + 4 * _MAX_HEADINGS])
        if tried < _MAX_TABLES and any(_FIRST.match(value) for value in near):
            tried += 1
            yield from _stacked(text, lines[position : position + _MAX_TABLE_LINES])


def _stacked(text: str, lines: list[Span]) -> Iterator[Grid]:
    unclear: Grid | None = None
    for groups in (_by_blank_lines(lines), _by_lines(lines)):
        content = [text[g[0].start : g[-1].end].strip(" *#") for g in groups]
        first = next((i for i, value in enumerate(content[:_MAX_HEADINGS]) if _FIRST.match(value)), None)
        if first is None or first < 3 or not all(len(value) < 90 for value in content[:first]):
            continue
        rows, used = _stacked_rows(groups, content, first)
        for width in (first, first - 1):
            header = _stacked_header(text, groups[:first], width)
            if header and 2 * sum(len(row) == width for row in rows) >= len(rows) >= 2:
                yield _grid(groups[:first], header, rows, width)
                return
        if rows and unclear is None:
            unclear = Grid(Span(groups[0][0].start, groups[used - 1][-1].end), [])
    if unclear:
        yield unclear


def _grid(heads: list[Spans], header: list[list[Spans]], rows: list[list[Spans]], width: int) -> Grid:
    """The grid; a row that has not ``width`` cells is kept whole, under no heading."""
    head = Span(heads[0][0].start, heads[-1][-1].end)
    spans = [Span(row[0][0].start, row[-1][-1].end) for row in rows]
    slipped = frozenset(len(header) + i for i, row in enumerate(rows) if len(row) != width)
    fitted = [row if len(row) == width else [row[0], tuple(s for c in row[1:] for s in c)] for row in rows]
    return Grid(
        Span(head.start, spans[-1].end),
        [*header, *(row + [()] * (width - len(row)) for row in fitted)],
        len(header),
        merged=True,
        row_spans=[head] * len(header) + spans,
        slipped=slipped,
        short=frozenset({len(header) + len(rows) - 1}),
    )


def _by_lines(lines: list[Span]) -> list[Spans]:
    return [(s,) for s in lines if s.start < s.end]


def _by_blank_lines(lines: list[Span]) -> list[Spans]:
    groups: list[list[Span]] = []
    gap = True
    for span in lines:
        if span.start == span.end:
            gap = True
            continue
        if gap:
            groups.append([span])
        else:
            groups[-1].append(span)
        gap = False
    return [tuple(group) for group in groups]


def _stacked_rows(groups: list[Spans], content: list[str], first: int) -> tuple[list[list[Spans]], int]:
    """Rows cut where the numbers 1, 2, 3 … stand alone; the last row is as wide as most."""
    starts = [first]
    for i in range(first + 1, len(content)):
        if re.fullmatch(rf"0?{len(starts) + 1}[.)]?", content[i]):
            starts.append(i)
    if len(starts) < 2:
        return [], first
    usual = Counter(b - a for a, b in itertools.pairwise(starts)).most_common(1)[0][0]
    last = min(starts[-1] + usual, len(groups))
    bounds = [*starts, last]
    return [groups[a:b] for a, b in itertools.pairwise(bounds)], last


def _stacked_header(text: str, labels: list[Spans], width: int) -> list[list[Spans]]:
    """Heading rows ``width`` wide; [] when it is not sure which heading stands over which column.

    One heading more than columns means one merged heading over the two that are printed last.
    """
    if len(labels) == width:
        return [list(labels)]
    if len(labels) != width + 1:
        return []
    folded = [fold(text[s[0].start : s[-1].end]) for s in labels]
    subs = "chu tri" in folded[-2] and "phoi hop" in folded[-1]
    groups = [i for i, f in enumerate(folded[:-2]) if re.search(r"trach nhiem|co quan|don vi|phan cong|thuc hien", f)]
    groups = [i for i in groups if not re.search(r"theo doi|chi dao|thoi gian|thoi han", folded[i])]
    if not subs or len(groups) != 1:
        return []
    at = groups[0]
    top = [*labels[:at], labels[at], labels[at], *labels[at + 1 : -2]]
    low: list[Spans] = [()] * width
    low[at], low[at + 1] = labels[-2], labels[-1]
    return [top, low]
