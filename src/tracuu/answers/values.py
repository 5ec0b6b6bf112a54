"""What an answer is made of: words of the source, and how surely they are what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracuu.answers.evidence import Evidence
from tracuu.types import Assignment, Passage, Span, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """``strength`` in [0, 2]: how surely this is a value of the kind asked for; 0 for a mere sentence.

    ``fact`` is the record it was taken from, when it was.
    """

    text: str
    spans: tuple[Span, ...]
    strength: float = 1.0
    fact: Assignment | Target | None = None


def value_of(
    passage: Passage,
    spans: Sequence[Span],
    evidence: Evidence,
    *,
    strength: float = 1.0,
    fact: Assignment | Target | None = None,
) -> Value | None:
    """The words of ``spans``, without the point or comma that ends them; None when they have none."""
    text = evidence.plain(passage, spans).rstrip(" .;,")
    return Value(text=text, spans=tuple(spans), strength=strength, fact=fact) if text else None
