"""What people paste: references with what was inferred in brackets, words without mark-up, rows with their columns."""

from tracuu import vi
from tracuu.errors import QuotationError
from tracuu.exports import Excerpt, excerpt
from tracuu.types import Citation, InferredPart, Quotation, Span
from tracuu.web.basket import in_one_line
from tracuu.web.library import Library
from tracuu.web.markup import escape


def full(citation: Citation | Quotation) -> str:
    """The reference in full, what is inferred in square brackets."""
    return citation.marked_reference or citation.reference


def numbered(citation: Citation | Quotation) -> str:
    """Number and symbol, in brackets when they were inferred; "" when there are none."""
    number = citation.document or ""
    return vi.INFERRED_MARK.format(text=number) if number and "symbol" in _parts(citation.inferred) else number


def dated(citation: Citation | Quotation, day: str) -> str:
    """``day`` of the document, in brackets when it was inferred."""
    return vi.INFERRED_MARK.format(text=day) if "issued_on" in _parts(citation.inferred) else day


def _parts(inferred: tuple[InferredPart, ...]) -> set[str]:
    return {part.part for part in inferred}


def inferred_line(citation: Citation | None) -> str:
    """HTML of the line that says what the brackets are; "" when nothing was inferred."""
    if citation is None or not citation.inferred:
        return ""
    return f'<p class="tc-small tc-inferred">{escape(vi.INFERRED_BRACKETS)}</p>'


def printed(library: Library, citation: Citation) -> Excerpt | None:
    """The words of a citation as the Word file of the basket prints them; None when they are too long for it."""
    try:
        return excerpt(library.evidence, citation.source, Span(citation.start, citation.end))
    except QuotationError:
        return None


def pasted(citation: Citation, words: Excerpt | None) -> str:
    """The words with their reference: a row with the names of its columns, other words in quotation marks."""
    if words is None:
        said = vi.QUOTED.format(stems="", text=citation.quote)
    elif words.cells:
        said = in_one_line(words.cells)
    else:
        stems = "".join(vi.QUOTE_STEM.format(stem=stem) for stem in words.stems)
        said = vi.QUOTED.format(stems=stems, text=words.text)
    return vi.QUOTE_PASTED.format(said=said, reference=full(citation))
