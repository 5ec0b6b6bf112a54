"""Tables in plain text: found in several guises, put together in one way.

`find_grids` looks for cells (HTML, Markdown, tabs, one cell a line, columns of spaces);
`assemble` makes headings, rows and bands of them.
"""

from tracuu.documents.tables.assemble import assemble
from tracuu.documents.tables.grid import Grid
from tracuu.documents.tables.grids import find_grids
from tracuu.documents.tables.slips import cell_text
from tracuu.types import Table

__all__ = ["Grid", "assemble", "cell_text", "find_grids", "find_tables"]


def find_tables(text: str, start: int, end: int) -> tuple[list[Table], list[Grid]]:
    """Tables of ``text[start:end]`` in order, and grids that looked like a table and were not understood."""
    tables: list[Table] = []
    unclear: list[Grid] = []
    for grid in find_grids(text, start, end):
        table = assemble(grid, text)
        if table:
            tables.append(table)
        elif grid.sure:
            unclear.append(grid)
    return tables, unclear
