"""What the page put between the words: numbers of pages and running heads inside a paragraph."""

from collections.abc import Sequence

from tracuu.documents.lines import outside, read_lines, without_furniture
from tracuu.documents.walking import walk
from tracuu.facts.clauses import cut
from tracuu.text import trim
from tracuu.types import Document, Source, Span, Spans


def page_marks(document: Document, source: Source) -> Spans:
    """The lines of a document that belong to the page and not to the text, in order; none of a table."""
    tables = {unit.table.span for unit in walk(document) if unit.table}
    lines = outside(read_lines(source.text, *document.span), tuple(tables))
    kept = {line.span for line in without_furniture(lines)}
    return tuple(line.span for line in lines if line.span not in kept)


def blanked(copy: str, marks: Sequence[Span]) -> str:
    """The copy with the ``marks``, in order, as spaces; every offset stays."""
    pieces: list[str] = []
    position = 0
    for mark in marks:
        pieces += [copy[position : mark.start], " " * (mark.end - mark.start)]
        position = mark.end
    return "".join([*pieces, copy[position:]])


def without_marks(copy: str, spans: Spans, marks: Sequence[Span]) -> Spans:
    """The pieces of a value without the marks inside them."""
    if not marks:
        return spans
    pieces = [trim(copy, *piece) for span in spans for piece in cut(span, marks)]
    return tuple(piece for piece in pieces if piece.start < piece.end)
