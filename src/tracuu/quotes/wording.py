"""Quotations as a person reads and pastes them."""

from collections.abc import Iterable, Sequence

from tracuu import vi
from tracuu.citing import differing
from tracuu.types import Elsewhere, Quotation


def pasted(quotation: Quotation) -> str:
    """The words between Vietnamese quotation marks, after what they hang on, with the reference in brackets.

    What was inferred of the reference stands in square brackets.
    """
    return vi.QUOTE_PASTED.format(said=_said(quotation), reference=quotation.marked_reference)


def listed(quotations: Sequence[Quotation]) -> str:
    """All of them for the terminal, one block each; what is inferred is explained once at the end."""
    if not quotations:
        return vi.QUOTES_NONE
    blocks = ["\n    ".join(_lines(quotation)) for quotation in quotations]
    why = dict.fromkeys(
        vi.INFERRED_PART.format(value=part.value, why=part.why) for q in quotations for part in q.inferred
    )
    if why:
        blocks.append("\n    ".join([vi.INFERRED_PARTS, *why]))
    return "\n\n".join(blocks)


def _said(quotation: Quotation) -> str:
    stems = "".join(vi.QUOTE_STEM.format(stem=stem.text) for stem in quotation.stems)
    return vi.QUOTED.format(stems=stems, text=quotation.text)


def _lines(quotation: Quotation) -> Iterable[str]:
    yield f"[{quotation.rank}] {_said(quotation)}"
    yield quotation.marked_reference
    yield vi.QUOTE_AGAIN.format(reference=quotation.short_reference)
    yield from map(_also, quotation.also_in)


def _also(place: Elsewhere) -> str:
    """A copy with the words in which it differs; another document, which has its own words, with these."""
    if place.copy:
        pairs = differing(place.differences)
        return vi.CLI_ALSO_IN.format(source=place.source) + (f" ({vi.DIFFERS.format(pairs=pairs)})" if pairs else "")
    line = vi.OTHER_DOCUMENT_SAYS if place.differs else vi.OTHER_DOCUMENT_SAME
    return line.format(name=place.short_reference, source=place.source, text=place.text)
