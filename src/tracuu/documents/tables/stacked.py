"""Tables that came out one cell a line."""

import itertools
import re
from collections.abc import Iterator

from tracuu.documents.tables.grid import Grid, Spans, lines_of
from tracuu.text import fold, trim
from tracuu.types import Span

_STT = re.compile(r"(?:s?tt|so tt|so thu tu)\.?$")


def stacked_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids that came out one cell a line: "STT", the other headings, then "1" and its cells ….

    Taken only when every row has as many cells as there are columns, so that no cell is guessed
    into a wrong column; cells of several lines are told by the blank lines between cells.
    """
    lines = [trim(text, *s) for s in lines_of(text, start, end)]
    for position, span in enumerate(lines):
        if _STT.match(fold(text[span.start : span.end]).strip(" *|#")):
            yield from _stacked(text, lines, position)


def _stacked(text: str, lines: list[Span], position: int) -> Iterator[Grid]:
    for groups in (_by_blank_lines(lines[position:]), _by_lines(lines[position:])):
        content = [text[g[0].start : g[-1].end].strip(" *#") for g in groups]
        first = next((i for i, value in enumerate(content[:24]) if re.fullmatch(r"0?1[.)]?", value)), None)
        if first is None or first < 3 or not all(len(value) < 90 for value in content[:first]):
            continue
        rows, used = _stacked_rows(groups, content, first)
        widths = {len(row) for row in rows}
        if len(rows) >= 2 and len(widths) == 1 and (header := _stacked_header(text, groups[:first], widths.pop())):
            span = Span(groups[0][0].start, groups[used - 1][-1].end)
            spans = [Span(row[0][0].start, row[-1][-1].end) for row in rows]
            head = Span(groups[0][0].start, groups[first - 1][-1].end)
            yield Grid(span, header + rows, len(header), merged=True, row_spans=[head] * len(header) + spans)
            return


def _by_lines(lines: list[Span]) -> list[Spans]:
    return [(s,) for s in lines if s.start < s.end]


def _by_blank_lines(lines: list[Span]) -> list[Spans]:
    groups: list[Spans] = []
    gap = True
    for span in lines:
        if span.start == span.end:
            gap = True
            continue
        groups = [*groups, (span,)] if gap else [*groups[:-1], (*groups[-1], span)]
        gap = False
    return groups


def _stacked_rows(groups: list[Spans], content: list[str], first: int) -> tuple[list[list[Spans]], int]:
    """Rows cut where the numbers 1, 2, 3 … stand alone; the last row is as wide as the first."""
    starts = [first]
    for i in range(first + 1, len(content)):
        if re.fullmatch(rf"0?{len(starts) + 1}[.)]?", content[i]):
            starts.append(i)
    if len(starts) < 2:
        return [], first
    last = min(starts[-1] + starts[1] - starts[0], len(groups))
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
