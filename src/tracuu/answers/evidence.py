"""What answers are made from: the records behind hits, and how much a word says."""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

import msgspec

from tracuu.documents import enclosing, strip_markup
from tracuu.facts.wording import Wording
from tracuu.passages import searched_text
from tracuu.queries import office_terms
from tracuu.text import UPPER, fold, squeeze, syllables
from tracuu.types import Assignment, Document, Facts, Passage, PassageRole, Source, Span, Target


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


@lru_cache(maxsize=4096)
def held_in(text: str) -> frozenset[str]:
    """The syllables of a text, and those of the offices' words for what it says otherwise ("nhà thương").

    Kept, for the same passages are looked at for one question after the other.
    """
    words = syllables(text)
    return frozenset([*words, *office_terms(words)])


# They stand above every row and in every head: of "tiếp công dân", "nông dân" or "nhà văn phòng" they say nothing.
_FURNITURE = re.compile(
    r"\b(?:(?:ủy ban|uỷ ban|hội đồng|tòa án|viện kiểm sát) nhân dân|UBND|HĐND|TAND|VKSND|phân công|văn phòng)\b",
    re.IGNORECASE,
)


def without_furniture(text: str) -> str:
    """``text`` without names of committees and words of every annex's heading."""
    return _FURNITURE.sub(" ", text)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Read access to the records that hits speak of."""

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    passages: Sequence[Passage]
    weights: TermWeights
    facts: Facts = field(default_factory=Facts)

    def plain(self, passage: Passage, spans: Sequence[Span]) -> str:
        """The words of some spans of a passage's source, on one line, without mark-up and page numbers."""
        return self.words(passage.source_id, spans)

    def headings(self, passage: Passage) -> list[str]:
        """The headings above a passage on one line each, outermost first; of a row also what leads to its table."""
        text = self.sources[passage.source_id].text
        above = [squeeze(strip_markup(text[a:b])) for a, b in passage.headings]
        return [*above, lead] if (lead := self.lead_in(passage)) else above

    def lead_in(self, passage: Passage) -> str:
        """The sentence with a colon right above the table of a row: "Chỉ tiêu tỷ lệ hộ nghèo của các xã như sau:"."""
        if passage.row is None:
            return ""
        if passage.passage_id not in self._lead_ins:
            above: Passage | None = None
            for other in self._passages.get(passage.doc_id, ()):
                if other.row is None and other.role is not PassageRole.HEADING:
                    above = other if other.text.rstrip().endswith(":") else None
                below = above and all(heading.start <= above.span.start for heading in other.headings)
                lead = above.text.rstrip().rsplit("\n", 1)[-1] if above and below else ""
                self._lead_ins[other.passage_id] = squeeze(strip_markup(lead)) if other.row else ""
        return self._lead_ins[passage.passage_id]

    def coverage(self, terms: Sequence[str], text: str) -> float:
        """Share in [0, 1] of the weight of ``terms`` (syllables with marks) that ``text`` holds.

        A term weighs the square root of its inverse document frequency: with the whole of it one
        misspelt word, which no passage holds, outweighs all others (docs/decisions.md).
        """
        weights = {term: math.sqrt(self.weights.weight(term)) for term in set(terms)}
        held = held_in(text)
        total = sum(weights.values())
        return sum(weight for term, weight in weights.items() if term in held) / total if total else 0.0

    def is_of(self, doc_id: str, asked: Collection[str]) -> bool:
        """Whether a document is one of those asked about, or promulgated by one of them."""
        return doc_id in asked or self._enclosing.get(doc_id) in asked

    def promulgates(self, doc_id: str, asked: Collection[str]) -> bool:
        """Whether a document promulgates one of those asked about: it says from when that holds."""
        return any(self._enclosing.get(one) == doc_id for one in asked)

    @cached_property
    def _enclosing(self) -> Mapping[str, str]:
        """Documents that another of their file promulgates, with that one."""
        by_source: dict[str, list[Document]] = {}
        for document in self.documents.values():
            by_source.setdefault(document.source_id, []).append(document)
        found = {
            document.doc_id: enclosing(document, bundle, self.sources[source_id].text)
            for source_id, bundle in by_source.items()
            if len(bundle) > 1
            for document in bundle
        }
        return {doc_id: parent.doc_id for doc_id, parent in found.items() if parent}

    def is_directive(self, passage: Passage) -> bool:
        """Whether the document reads as a directive at all: of other texts nothing is typed, and sentences answer."""
        header = self.documents[passage.doc_id].header
        return bool(header.kind or header.symbol or header.issuer)

    def known(self, terms: Sequence[str]) -> list[str]:
        """The terms that some passage of the index holds."""
        return [term for term in terms if term in self.weights.counts]

    def whole(self, passage: Passage) -> str:
        """A passage as it is searched, with what stands above it."""
        if passage.passage_id not in self._wholes:
            text = searched_text(passage, self.sources[passage.source_id].text)
            lead = self.lead_in(passage)
            self._wholes[passage.passage_id] = (
                f"{passage.context}\n{lead}\n{text}" if lead else f"{passage.context}\n{text}"
            )
        return self._wholes[passage.passage_id]

    def about(self, doc_id: str) -> str:
        """What a document is about, and whose it is: its kind, subject, issuer and place."""
        header = self.documents[doc_id].header
        fields = (header.kind, header.subject, header.issuer, header.place, header.province)
        return " ".join(field.value for field in fields if field)

    def named_of_kind(self, doc_id: str, kind: str) -> frozenset[str]:
        """The names, folded, of all things of a kind ("hồ") that a document names, in two words or more."""
        if (doc_id, kind) not in self._named:
            document = self.documents[doc_id]
            name = rf"(?<!\w)(?i:{re.escape(kind)})\s+([{UPPER}][^\W\d_]*(?:[ ][{UPPER}][^\W\d_]*)+)"
            found = re.findall(name, self.sources[document.source_id].text[slice(*document.span)])
            self._named[doc_id, kind] = frozenset(fold(squeeze(one)) for one in found)
        return self._named[doc_id, kind]

    def words(self, source_id: str, spans: Sequence[Span]) -> str:
        """The words of some spans of a source, on one line, without mark-up and page numbers."""
        return self.wording.words(source_id, spans)

    def reading_copy(self, source_id: str) -> str:
        """The text of a source as facts are read from it (`facts.clauses.reading_copy`), page numbers blank."""
        return self.wording.copy(source_id)

    @cached_property
    def wording(self) -> Wording:
        """The words at places of the sources, as they are compared."""
        return Wording(self.documents.values(), self.sources)

    @cached_property
    def _named(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    @cached_property
    def _wholes(self) -> dict[str, str]:
        return {}

    @cached_property
    def _lead_ins(self) -> dict[str, str]:
        return {}

    @cached_property
    def _originals(self) -> frozenset[str]:
        return frozenset(d.doc_id for d in self.documents.values() if d.copy_of is None)

    @cached_property
    def _assignments(self) -> Mapping[str, Sequence[Assignment]]:
        return _by_document(self.facts.assignments, self.documents)

    @cached_property
    def _targets(self) -> Mapping[str, Sequence[Target]]:
        return _by_document(self.facts.targets, self.documents)

    @cached_property
    def _passages(self) -> Mapping[str, Sequence[Passage]]:
        return _by_document(self.passages, self.documents)

    def assignments_in(self, passage: Passage) -> list[Assignment]:
        """Assignments of which something is read from this passage, in order of text."""
        return [a for a in self._assignments.get(passage.doc_id, ()) if _touches(a.span, passage.span)]

    def all_assignments(self) -> Iterator[Assignment]:
        """Assignments of all documents, those of copies left out, in order of the corpus."""
        for doc_id, found in self._assignments.items():
            if doc_id in self._originals:
                yield from found

    def targets_in(self, passage: Passage) -> list[Target]:
        """Targets that this passage sets, in order of text."""
        return [t for t in self._targets.get(passage.doc_id, ()) if _touches(t.span, passage.span)]

    def targets(self, doc_id: str) -> Sequence[Target]:
        """All targets of a document, in order of text."""
        return self._targets.get(doc_id, ())

    def all_targets(self) -> Iterator[Target]:
        """Targets of all documents, those of copies left out, in order of the corpus."""
        for doc_id, found in self._targets.items():
            if doc_id in self._originals:
                yield from found

    def passages_under(self, passage: Passage) -> list[Passage]:
        """The passages that stand under the same headings as this one, itself among them, in order of text."""
        return [p for p in self._passages.get(passage.doc_id, ()) if p.headings == passage.headings]

    def passages_at(self, doc_id: str, spans: Sequence[Span]) -> list[Passage]:
        """The passages of a document that hold the first of ``spans``, smallest first."""
        held = [p for p in self._passages.get(doc_id, ()) if spans and _touches(spans[0], p.span)]
        return sorted(held, key=lambda p: p.span.end - p.span.start)


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_Record = TypeVar("_Record", Assignment, Target, Passage)


def _by_document(records: Sequence[_Record], documents: Mapping[str, Document]) -> dict[str, list[_Record]]:
    grouped: dict[str, list[_Record]] = {doc_id: [] for doc_id in documents}
    for record in records:
        if record.doc_id in grouped:
            grouped[record.doc_id].append(record)
    return grouped
