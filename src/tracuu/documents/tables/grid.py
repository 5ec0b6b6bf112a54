"""Cells of a table as they come in plain text, before anything is made of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tracuu.text import trim
from tracuu.types import Span, Spans


@dataclass
class Grid:
    """Cells in rows; an empty cell is ``()``. ``header_rows`` when the format itself tells.

    ``merged`` tells that merged cells were already repeated over what they cover (HTML does);
    ``sure`` that this is meant as a table. ``short`` are the indexes of rows with fewer cells than
    columns; ``slipped`` those whose cells fit no columns at all.
    """

    span: Span
    rows: list[list[Spans]]
    header_rows: int | None = None
    merged: bool = False
    sure: bool = True
    row_spans: list[Span] = field(default_factory=list)
    short: frozenset[int] = frozenset()
    slipped: frozenset[int] = frozenset()


def lines_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the lines of ``text[start:end]``, without their ends; blank ones too."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def split_cells(text: str, span: Span, sign: str) -> list[Spans]:
    """The cells of one line between separators; () for an empty one."""
    cells: list[Spans] = []
    start = span.start
    while True:
        stop = text.find(sign, start, span.end)
        piece = trim(text, start, span.end if stop < 0 else stop)
        cells.append((piece,) if piece.start < piece.end else ())
        if stop < 0:
            return cells
        start = stop + 1


# A line with more cells than this is no row of a table that people read.
_MAX_COLUMNS = 40


def grid_of(
    run: list[tuple[Span, list[Spans]]],
    heads: int | None = None,
    *,
    sure: bool = True,
    slipped: frozenset[int] = frozenset(),
) -> Iterator[Grid]:
    """The grid of rows given with their spans; nothing when they are fewer than two or too wide."""
    width = max((len(cells) for _, cells in run), default=0)
    if len(run) < 2 or width > _MAX_COLUMNS:
        return
    rows = [cells + [()] * (width - len(cells)) for _, cells in run]
    span = Span(run[0][0].start, run[-1][0].end)
    short = frozenset(i for i, (_, cells) in enumerate(run) if 1 < len(cells) < width)
    yield Grid(span, rows, heads, sure=sure, row_spans=[s for s, _ in run], short=short - slipped, slipped=slipped)
