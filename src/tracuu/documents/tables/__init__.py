"""Tables in plain text: found in several guises, put together in one way.

`find_grids` looks for cells (HTML, Markdown, tabs, one cell a line, columns of spaces);
`assemble` makes headings, rows and bands of them.
"""

import re

from tracuu.documents.tables.assemble import assemble
from tracuu.documents.tables.grid import Grid
from tracuu.documents.tables.grids import find_grids
from tracuu.documents.tables.slips import cell_text
from tracuu.types import Span, Table

__all__ = ["Grid", "assemble", "cell_text", "find_grids", "find_tables"]


def find_tables(text: str, start: int, end: int) -> tuple[list[Table], list[Grid]]:
    """Tables of ``text[start:end]`` in order, and grids that looked like a table and were not understood.

    A grid without headings right behind a table of as many columns goes on with it on the next page.
    """
    tables: list[Table] = []
    unclear: list[Grid] = []
    last: Grid | None = None
    for grid in find_grids(text, start, end):
        table = assemble(grid, text)
        whole = _joined(last, grid, text) if table is None and last else None
        if whole and (longer := assemble(whole, text)):
            tables[-1], last = longer, whole
        elif table:
            tables.append(table)
            last = grid
        else:
            last = None
            if grid.sure:
                unclear.append(grid)
    return tables, unclear


# What may stand between the parts of a table: the number of a page, a rule, a stray sign of the scan.
_PAGE_BREAK = re.compile(r"[\s\d|}\-–—_*#.]{0,80}")


def _joined(above: Grid, below: Grid, text: str) -> Grid | None:
    """Two grids as one; None when they differ in width or something stands between them."""
    same = bool(above.row_spans and below.row_spans) and len(above.rows[0]) == len(below.rows[0])
    if not same or not _PAGE_BREAK.fullmatch(text, above.span.end, below.span.start):
        return None
    shift = len(above.rows)
    return Grid(
        Span(above.span.start, below.span.end),
        [*above.rows, *below.rows],
        above.header_rows,
        merged=above.merged,
        sure=above.sure,
        row_spans=[*above.row_spans, *below.row_spans],
        short=above.short | {shift + i for i in below.short},
        slipped=above.slipped | {shift + i for i in below.slipped},
    )
