"""An answer and its citations as the terminal shows them: words and signs alone, no colour to be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.citing import differing
from tracuu.overview import entry_told, understood_otherwise
from tracuu.quotes.pieces import plain_words
from tracuu.types import Span

if TYPE_CHECKING:
    from tracuu.types import AlsoIn, Answer, Citation


def answer_text(answer: "Answer") -> str:
    """The answer or why there is none, other values, and the passages with their references."""
    if answer.abstained:
        head = vi.REASONS[answer.reason] if answer.reason else vi.NOT_FOUND
        if not answer.citations:
            return head
        return f"{head}\n\n{vi.CLI_NEAREST}\n{citations_text(answer.citations)}"
    understood = understood_otherwise(answer)
    parts = [*([vi.CLI_UNDERSTOOD.format(text=understood)] if understood else []), _said(answer)]
    if answer.conflicts:
        parts += ["", vi.CLI_CONFLICTS]
        parts += [f"  {_readable(c.value)}\n    {c.citation.marked_reference}" for c in answer.conflicts]
    return "\n".join([*parts, "", vi.CLI_EVIDENCE, citations_text(answer.citations)])


def citations_text(citations: "Sequence[Citation]") -> str:
    """Each passage under its number and reference, with its copies; then what was inferred."""
    if not citations:
        return vi.NOT_FOUND
    return "\n\n".join(
        f"[{c.rank}] {c.marked_reference}\n    {_readable(c.quote)}"
        + "".join(f"\n    {vi.CLI_ALSO_IN.format(source=a.source)}{_differing(a)}" for a in c.also_in)
        for c in citations
    ) + _inferred(citations)


def _said(answer: "Answer") -> str:
    """The answer; one that is a list with every entry whole, and where each stands."""
    if len(answer.items) < 2:
        return _readable(answer.answer or "")
    return "\n".join(
        f"{n}. {_readable(entry_told(item))}\n    {item.marked_reference}"
        for n, item in enumerate(answer.items, start=1)
    )


def _readable(text: str) -> str:
    """The text on one line without mark-up."""
    return plain_words(text, Span(0, len(text)))


def _inferred(citations: "Sequence[Citation]") -> str:
    """What stands in square brackets and why, a line each; "" when nothing was inferred."""
    parts = (part for citation in citations for part in citation.inferred)
    why = dict.fromkeys(vi.INFERRED_PART.format(value=part.value, why=part.why) for part in parts)
    return "\n\n" + "\n    ".join([vi.INFERRED_PARTS, *why]) if why else ""


def _differing(copy: "AlsoIn") -> str:
    """The words in which a copy differs, in brackets."""
    pairs = differing(copy.differences)
    return f" ({vi.DIFFERS.format(pairs=pairs)})" if pairs else ""
