"""Cells of tables: a quotation may run over the cells of a row, not out of the middle of one into another."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracuu.types import Document, Row, Section, Span, Table


class _Cell(NamedTuple):
    """A cell, or a piece of one, in its row; ``whole``: the cells of the row stand one behind the other."""

    span: Span
    row: Span
    whole: bool


class Cells:
    """The cells of one source, found by offset."""

    def __init__(self, text: str, rows: Iterable[Row]) -> None:
        self._text = text
        found = [cell for row in rows for cell in _cells_of(row)]
        taken = sorted({cell.row for cell in found})
        found += _printed_cells(text, taken)
        self._cells = sorted(found)

    def crossed(self, span: Span) -> Span | None:
        """The cells that ``span`` runs over when they are no whole cells of one row, nor whole rows; else None."""
        first, last = self._at(span.start), self._at(span.end - 1)
        if first == last or not self._cells:
            return None
        outer = Span(first.span.start if first else span.start, last.span.end if last else span.end)
        if first and not self._begins(first, span):
            return outer
        if last and not self._ends(last, span):
            return outer
        return None

    def _at(self, offset: int) -> _Cell | None:
        number = bisect_right(self._cells, offset, key=lambda cell: cell.span.start) - 1
        cell = self._cells[number] if number >= 0 else None
        return cell if cell and offset < cell.span.end else None

    def _begins(self, cell: _Cell, span: Span) -> bool:
        """Whether a span that may leave a cell behind begins with it, and with the row when it leaves that."""
        if self._is_bare(cell.span.end, span.end):
            return True
        leaves = not cell.whole or not self._is_bare(cell.row.end, span.end)
        return self._is_bare(cell.row.start if leaves else cell.span.start, span.start)

    def _ends(self, cell: _Cell, span: Span) -> bool:
        if self._is_bare(span.start, cell.span.start):
            return True
        enters = not cell.whole or not self._is_bare(span.start, cell.row.start)
        return self._is_bare(span.end, cell.row.end if enters else cell.span.end)

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether nothing is said there: no letter and no figure."""
        return not any(c.isalnum() for c in self._text[start:end])


def _cells_of(row: Row) -> Iterator[_Cell]:
    whole = all(len(cell.spans) < 2 for cell in row.cells)
    for cell in row.cells:
        for span in cell.spans:
            if span.start < span.end:
                yield _Cell(span, row.span, whole)


# A line of three columns and more that no table was made of: headings of columns, headers, signatures.
_LINE = re.compile(r"^[^\n]*[\t|][^\n]*[\t|][^\n]*$", re.MULTILINE)
_PIECE = re.compile(r"[^\t|\n]+")


def _printed_cells(text: str, taken: Sequence[Span]) -> Iterator[_Cell]:
    """Cells of lines with tabs or bars outside the rows that are known."""
    for line in _LINE.finditer(text):
        number = bisect_right(taken, line.end(), key=lambda row: row.start) - 1
        if number >= 0 and taken[number].end > line.start():
            continue
        for piece in _PIECE.finditer(text, *line.span()):
            if any(c.isalnum() for c in piece.group()):
                yield _Cell(Span(*piece.span()), Span(*line.span()), whole=True)


def rows_by_source(documents: Sequence[Document]) -> dict[str, list[Row]]:
    """The rows of all tables of each source."""
    found: dict[str, list[Row]] = {}
    for document in documents:
        rows = found.setdefault(document.source_id, [])
        rows += [row for table in _tables(document.outline) for row in table.rows]
    return found


def _tables(sections: Iterable[Section]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from _tables(section.children)
