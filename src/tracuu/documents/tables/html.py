"""Tables in HTML: merged cells are repeated over what they cover."""

import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tracuu.documents.tables.grid import Grid
from tracuu.text import trim
from tracuu.types import Span, Spans

# Wider or longer merged cells than these are no table that people read.
_MAX_COLUMNS = 60
_MAX_ROWS = 500


class _Cells(HTMLParser):
    """Positions of the cells of one HTML table: (start, end, columns, rows) a cell, by row."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[tuple[int, int, int, int]]] = []
        self.starts: list[int] = []
        self.heads = 0
        self._lines = [0, *(m.end() for m in re.finditer("\n", html))]
        self._open: tuple[int, int, int] | None = None
        self.feed(html)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close(tag)
        if tag == "tr":
            self.rows.append([])
            self.starts.append(self._position())
        elif tag in {"td", "th"} and self.rows:
            wide = {k: int(v) for k, v in attrs if k in {"colspan", "rowspan"} and v and v.isdecimal() and len(v) < 6}
            begin = self._position() + len(self.get_starttag_text() or "")
            self._open = (begin, min(wide.get("colspan", 1), _MAX_COLUMNS), min(wide.get("rowspan", 1), _MAX_ROWS))
            if tag == "th":
                self.heads = len(self.rows)

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self.heads = len(self.rows)
        self._close(tag)

    def _close(self, tag: str) -> None:
        if self._open and tag in {"td", "th", "tr", "table", "tbody", "thead"}:
            begin, columns, rows = self._open
            self.rows[-1].append((begin, self._position(), columns, rows))
            self._open = None


def html_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of ``<table>`` elements, merged cells repeated over the cells that they cover."""
    opening, closing = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s{0,9}>", re.IGNORECASE)
    position = start
    while match := opening.search(text, position, end):
        stop = closing.search(text, match.end(), end)
        if stop is None:
            return
        yield from _html_grid(text, Span(match.start(), stop.end()))
        position = stop.end()


def _html_grid(text: str, span: Span) -> Iterator[Grid]:
    cells = _Cells(text[slice(*span)])
    placed: dict[tuple[int, int], Spans] = {}
    for r, row in enumerate(cells.rows):
        column = 0
        for begin, stop, columns, rows in row:
            while (r, column) in placed:
                column += 1
            value = _html_text(text, span.start + begin, span.start + stop)
            for dr in range(min(rows, len(cells.rows) - r)):
                for dc in range(min(columns, _MAX_COLUMNS - column)):
                    placed[r + dr, column + dc] = value
            column += columns
    if not placed:
        return
    width = max(c for _, c in placed) + 1
    rows_ = [[placed.get((r, c), ()) for c in range(width)] for r in range(len(cells.rows))]
    # A row goes from its tag to the next one's: every character of the table is in a row.
    starts = [span.start, *(span.start + at for at in cells.starts[1:]), span.end]
    row_spans = [trim(text, a, b) for a, b in itertools.pairwise(starts)]
    yield Grid(span, rows_, cells.heads or None, merged=True, row_spans=row_spans)


def _html_text(text: str, start: int, end: int) -> Spans:
    """The pieces of a cell between its inner tags."""
    bounds = [start]
    for tag in re.finditer(r"<[^<>]*>", text[start:end]):
        bounds += [start + tag.start(), start + tag.end()]
    bounds.append(end)
    spans = (trim(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    return tuple(s for s in spans if s.start < s.end)
