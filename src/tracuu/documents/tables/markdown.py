"""Tables in Markdown: lines with bars."""

import re
from collections.abc import Iterator

from tracuu.documents.tables.grid import Grid, grid_of, lines_of, split_cells
from tracuu.types import Span, Spans

_RULER = re.compile(r"\s*\|?\s*(?::?-{2,}:?|:-+:?|-+:)\s*(?:\|\s*(?::?-{2,}:?|:-+:?|-+:)\s*)*\|?\s*$")


def markdown_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of lines with ``|``; a table cut by blank lines goes on when its width stays the same."""
    run: list[tuple[Span, list[Spans]]] = []
    heads: int | None = None
    blanks = 0
    for span in [*lines_of(text, start, end), Span(end, end)]:
        line = text[span.start : span.end]
        if line.count("|") >= 2 and _RULER.match(line):
            heads = heads or len(run)
            continue
        if line.count("|") >= 2:
            cells = split_cells(text, span, "|")
            if text[span.start] == "|":
                cells = cells[1:]
            if line.rstrip().endswith("|"):
                cells = cells[:-1]
            if blanks and run and len(run[-1][1]) != len(cells):
                yield from grid_of(run, heads)
                run, heads = [], None
            run.append((span, cells))
            blanks = 0
        elif line.strip() or span.start == end or blanks > 2:
            yield from grid_of(run, heads)
            run, heads, blanks = [], None, 0
        else:
            blanks += 1
