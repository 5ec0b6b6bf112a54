"""What an answer is made of: words of the source, and the record that says what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracuu.answers.evidence import Evidence
from tracuu.types import Assignment, Passage, Span, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Words of a passage; ``fact`` is the record that they were taken from, None for mere sentences.

    ``unspoken`` is whether little of what is asked stands there: then all else must speak for it.
    """

    text: str
    spans: tuple[Span, ...]
    fact: Assignment | Target | None = None
    unspoken: bool = False


def value_of(
    passage: Passage,
    spans: Sequence[Span],
    evidence: Evidence,
    *,
    fact: Assignment | Target | None = None,
    unspoken: bool = False,
) -> Value | None:
    """The words of ``spans``, without the point or comma that ends them; None when they have none."""
    text = evidence.plain(passage, spans).rstrip(" .;,")
    return Value(text=text, spans=tuple(spans), fact=fact, unspoken=unspoken) if text else None
