"""What answers are made from: the records behind hits, and how much a word says."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tracuu.documents import cell_text, strip_markup
from tracuu.passages import searched_text
from tracuu.text import squeeze, syllables
from tracuu.types import Document, Passage, Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TermWeights:
    """How many of ``total`` passages hold each syllable: rare ones say more."""

    total: int
    counts: Mapping[str, int]

    @classmethod
    def learn(cls, texts: Sequence[str]) -> "TermWeights":
        """Counts over the searched texts of passages."""
        counts: dict[str, int] = {}
        for text in texts:
            for term in set(syllables(text)):
                counts[term] = counts.get(term, 0) + 1
        return cls(total=len(texts), counts=counts)

    def weight(self, term: str) -> float:
        """Inverse document frequency of a syllable, 0 or more (as in BM25)."""
        count = self.counts.get(term, 0)
        return math.log(1 + (self.total - count + 0.5) / (count + 0.5))

    def to_bytes(self) -> bytes:
        """For the index folder."""
        return msgspec.json.encode(self)

    @classmethod
    def from_bytes(cls, data: bytes) -> "TermWeights":
        """What `to_bytes` wrote.

        Raises:
            msgspec.DecodeError: it is something else.
        """
        return msgspec.json.decode(data, type=cls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Read access to the records that hits speak of."""

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    passages: Sequence[Passage]
    weights: TermWeights

    def plain(self, passage: Passage, spans: Sequence[Span]) -> str:
        """The words of some spans of a passage's source, on one line and without mark-up."""
        return cell_text(tuple(spans), self.sources[passage.source_id].text)

    def headings(self, passage: Passage) -> list[str]:
        """The headings above a passage on one line each, outermost first."""
        text = self.sources[passage.source_id].text
        return [squeeze(strip_markup(text[a:b])) for a, b in passage.headings]

    def coverage(self, terms: Sequence[str], text: str) -> float:
        """Share in [0, 1] of the weight of ``terms`` (syllables with marks) that ``text`` holds.

        A term weighs the square root of its inverse document frequency: with the whole of it one
        misspelt word, which no passage holds, outweighs all others (docs/decisions.md).
        """
        weights = {term: math.sqrt(self.weights.weight(term)) for term in set(terms)}
        held = set(syllables(text))
        total = sum(weights.values())
        return sum(weight for term, weight in weights.items() if term in held) / total if total else 0.0

    def whole(self, passage: Passage) -> str:
        """A passage as it is searched, with what stands above it."""
        return f"{passage.context}\n{searched_text(passage, self.sources[passage.source_id].text)}"
