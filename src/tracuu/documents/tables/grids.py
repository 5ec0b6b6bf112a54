"""All grids of a text, whatever their guise."""

import re
from bisect import bisect_left, insort

from tracuu.documents.tables.aligned import aligned_grids
from tracuu.documents.tables.grid import Grid
from tracuu.documents.tables.html import html_grids
from tracuu.documents.tables.markdown import markdown_grids
from tracuu.documents.tables.stacked import stacked_grids
from tracuu.documents.tables.tabs import tab_grids
from tracuu.documents.tables.unnumbered import unnumbered_grids
from tracuu.documents.tables.woven import woven_grids
from tracuu.text import fold
from tracuu.types import Spans

__all__ = ["Grid", "Spans", "find_grids"]

# Layout tables (the two-column head of a directive, recipients beside the signature) hold no data.
_LAYOUT = re.compile(
    r"cong hoa xa hoi|dang cong san viet nam\W|noi nhan\W|doc lap\s*-\s*tu do"
    r"|(?:^|\||\t|<td>)\s*(?:t/m|tm\.|kt\.|k/t)\b",
    re.M,
)


def find_grids(text: str, start: int, end: int) -> list[Grid]:
    """All grids in ``text[start:end]``, in order, not overlapping; layout tables are left out."""
    grids: list[Grid] = []
    for find in (html_grids, markdown_grids, tab_grids, stacked_grids, woven_grids, unnumbered_grids, aligned_grids):
        for grid in find(text, start, end):
            at = bisect_left(grids, grid.span.start, key=lambda g: g.span.start)
            clear = (at == 0 or grids[at - 1].span.end <= grid.span.start) and (
                at == len(grids) or grid.span.end <= grids[at].span.start
            )
            if clear and not _LAYOUT.search(fold(text[grid.span.start : grid.span.end])):
                insort(grids, grid, key=lambda g: g.span.start)
    return grids
