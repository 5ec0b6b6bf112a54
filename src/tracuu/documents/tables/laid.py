"""Lines as they are laid out with spaces: pieces of text with the character columns that they stand in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.documents.tables.grid import lines_of
from tracuu.types import Span

_PIECE = re.compile(r"\S+(?: \S+)*")
# A line wider than this is a paragraph; A3 across has 240 columns in small print.
_WIDEST = 400


class Line(NamedTuple):
    """One line: ``start`` is its offset in the source, ``pieces`` are columns in ``words``.

    Pieces are parted by two spaces or more. A line with tabs, bars or more columns than a page has none.
    ``begins_page`` tells that the sign of a new page stands before it.
    """

    start: int
    words: str
    pieces: tuple[Span, ...]
    begins_page: bool = False

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.words.strip()

    def said(self, piece: Span) -> str:
        """The words of a piece."""
        return self.words[piece.start : piece.end]

    def place(self, piece: Span) -> Span:
        """Where a piece stands in the source."""
        return Span(self.start + piece.start, self.start + piece.end)

    @property
    def span(self) -> Span:
        """From its first piece to its last; of a blank line its start."""
        if not self.pieces:
            return Span(self.start, self.start)
        return Span(self.start + self.pieces[0].start, self.start + self.pieces[-1].end)


def read_laid(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]``; the sign that begins a page takes no column."""
    return [_line(text, span) for span in lines_of(text, start, end)]


def _line(text: str, span: Span) -> Line:
    if span.start == span.end:
        return Line(span.start, "", ())
    start = span.start + (text[span.start : span.end][:1] == "\f")
    words = text[start : span.end]
    laid = len(words) <= _WIDEST and "\t" not in words and words.count("|") < 2
    pieces = tuple(Span(*m.span()) for m in _PIECE.finditer(words)) if laid else ()
    return Line(start, words, pieces, start > span.start)


def over(columns: Sequence[Span], piece: Span) -> list[int]:
    """The indexes of the columns that a piece stands in or over."""
    return [i for i, column in enumerate(columns) if piece.start < column.end and column.start < piece.end]
