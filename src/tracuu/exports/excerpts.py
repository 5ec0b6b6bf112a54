"""Words of a source as they are printed for people, with where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracuu import vi
from tracuu.answers import Evidence
from tracuu.citing import footnote, inferred_parts, short_reference
from tracuu.documents import cell_text
from tracuu.documents.views import read_view
from tracuu.errors import QuotationError
from tracuu.facts.clauses import reading_copy
from tracuu.quotes.pieces import item_body, pieces_of, plain_words, said_stem, stems_of
from tracuu.text import squeeze
from tracuu.types import Document, Passage, PassageRole, Span

# No quotation is longer (as for those that are checked).
EXCERPT_LIMIT = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of a source as they are printed for people, with where they stand.

    ``text`` is ``[start, end)`` of the source on one line, without mark-up and nothing else changed. ``stems`` are
    what it hangs on, outermost first. ``cells`` (name of the column, value) stand instead of ``text`` for a row of a
    table whose columns are known. ``footnote`` is the reference in full, ``short_reference`` that of a later mention;
    what is ``inferred`` of them stands in square brackets.
    """

    source: str
    start: int
    end: int
    text: str
    footnote: str
    short_reference: str
    stems: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    inferred: bool = False


def excerpt(evidence: Evidence, source_id: str, span: Span, stems: Sequence[Span] | None = None) -> Excerpt:
    """The words at ``[start, end)`` of a source; ``stems`` None takes what they hang on by the layout of the text.

    Raises:
        QuotationError: no such source, an empty place, one outside the text, of more than 6,000 characters, or one
            that begins or ends inside a word.
    """
    source = evidence.sources.get(source_id)
    inside = source is not None and all(0 <= a < b <= len(source.text) for a, b in (span, *(stems or ())))
    if source is None or not inside or span.end - span.start > EXCERPT_LIMIT:
        raise QuotationError(vi.EXCERPT_UNKNOWN.format(source=source_id[:200], start=span.start, end=span.end))
    if _cuts_a_word(source.text, span):
        raise QuotationError(vi.EXCERPT_CUT.format(source=source_id[:200], start=span.start, end=span.end))
    passage = _passage_at(evidence, source_id, span)
    document = _document_at(evidence, source_id, span, passage)
    if document is None:
        raise QuotationError(vi.EXCERPT_UNKNOWN.format(source=source_id[:200], start=span.start, end=span.end))
    words, hangs_on = _words(passage, source.text, span)
    return Excerpt(
        source=source_id,
        start=span.start,
        end=span.end,
        text=_exact(source.text, words),
        footnote=footnote(document, passage),
        short_reference=short_reference(document, passage),
        inferred=bool(inferred_parts(document)),
        stems=tuple(said_stem(source.text, stem) for stem in (hangs_on if stems is None else stems)),
        cells=_cells(passage, source.text, span),
    )


def _cuts_a_word(text: str, span: Span) -> bool:
    """Whether a stretch begins or ends between two letters or figures."""
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in span)


def _passage_at(evidence: Evidence, source_id: str, span: Span) -> Passage | None:
    """The passage that holds the whole span, the shortest when several do; None when none does."""
    holding = [
        p
        for p in evidence.passages
        if p.source_id == source_id and p.span.start <= span.start and span.end <= p.span.end
    ]
    return min(holding, key=lambda p: (p.span.end - p.span.start, p.passage_id), default=None)


def _document_at(evidence: Evidence, source_id: str, span: Span, passage: Passage | None) -> Document | None:
    if passage is not None:
        return evidence.documents[passage.doc_id]
    inside = (d for d in evidence.documents.values() if d.source_id == source_id and d.span.start <= span.start)
    return max(inside, key=lambda d: d.span.start, default=None)


def _words(passage: Passage | None, text: str, span: Span) -> tuple[Span, Sequence[Span]]:
    """What of a span is said (an item without its dash or letter), and what it hangs on."""
    if passage is None or passage.role is not PassageRole.TEXT or passage.row:
        return span, ()
    if span == passage.span:
        copy = reading_copy(text)
        body = item_body(copy, passage)
        return body, stems_of(passage, copy, body)
    piece = next((p for p in pieces_of(passage, text) if p.span == span), None)
    return span, piece.stems if piece else ()


def _exact(text: str, span: Span) -> str:
    """The words as they are pasted, when that changes nothing but mark-up and white space; else as they stand."""
    raw = text[span.start : span.end]
    words = plain_words(text, span).rstrip(" ;,")
    same = read_view(words).text == read_view(raw, pages=True).text.rstrip(" ;,")
    return words if same else squeeze(raw)


def _cells(passage: Passage | None, text: str, span: Span) -> tuple[tuple[str, str], ...]:
    """Names of columns and values of a row that is quoted whole; () when a column has no name."""
    if passage is None or passage.row is None or span != passage.span:
        return ()
    cells = [(cell, cell_text(cell.spans, text)) for cell in passage.row.cells]
    if not all(cell.column for cell, value in cells if value):
        return ()
    return tuple((cell.column[-1], value) for cell, value in cells if value)
