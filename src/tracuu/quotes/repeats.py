"""The same sentence said twice: in copies of a document, and in documents that repeat one another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from tracuu.answers import Evidence
from tracuu.citing import reference, short_reference
from tracuu.facts.clauses import reading_copy
from tracuu.facts.sameness import are_copies
from tracuu.passages import differing_words
from tracuu.quotes.pieces import item_body, plain_words, sentences
from tracuu.text import fold, squeeze
from tracuu.types import Document, Elsewhere, Passage, PassageRole, Span, Twin

# Two sentences this alike without marks (0 to 100), numbers and negations equal, are one: what a scan breaks in a
# sentence of the corpus leaves 95 and more, the likest two different ones have 88.
_ALIKE = 92.0
# Sentences this alike say much the same in other words: a later plan takes over an earlier one's.
_MUCH_ALIKE = 65.0
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_NEGATION = re.compile(r"\b(?:khong|chua|cham|cam)\b")


def key_of(words: str) -> str:
    """Words as two sentences are compared: without marks, case, stops and mark-up."""
    return squeeze(re.sub(r"[^\w%]+", " ", fold(words)))


def is_repeat(one: str, other: str) -> bool:
    """Whether two sentences, as `key_of` gives them, say the same: no other number, no other negation."""
    if one == other:
        return True
    if fuzz.ratio(one, other, score_cutoff=_ALIKE) < _ALIKE:
        return False
    return all(sorted(sign.findall(one)) == sorted(sign.findall(other)) for sign in (_NUMBER, _NEGATION))


def is_alike(one: str, other: str) -> bool:
    """Whether two sentences say much the same, so that a reader wants only one of them first."""
    return fuzz.ratio(fold(one), fold(other), score_cutoff=_MUCH_ALIKE) >= _MUCH_ALIKE


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a quotation as they are pasted, and the document in which they stand."""

    words: str
    document: Document


def in_copies(passage: Passage, span: Span, said: Said, evidence: Evidence) -> list[Elsewhere]:
    """Where a sentence stands in other copies of its document; one that a copy lacks is left out there.

    ``said`` is what they are compared with: the sentence itself, or the one that it repeats.
    """
    found = [_in_copy(passage, twin, span, said, evidence) for twin in passage.twins]
    return [place for place in found if place]


def _in_copy(passage: Passage, twin: Twin, span: Span, said: Said, evidence: Evidence) -> Elsewhere | None:
    text, words = evidence.sources[twin.source_id].text, said.words
    if span == passage.span:
        if passage.role is PassageRole.ROW:  # a row is quoted with the names of its columns, which are no part of it
            words = squeeze(_GUISE.sub(" ", plain_words(evidence.sources[passage.source_id].text, span)))
        return elsewhere(_at(passage, twin), twin.span, replace(said, words=words), evidence)
    copy = reading_copy(text)
    body = item_body(copy, _at(passage, twin))
    parts = sentences(copy, body)
    spans = [Span(a.start, b.end) for n, a in enumerate(parts) for b in parts[n : n + 2]]
    key = key_of(words)
    ranked = sorted(spans, key=lambda s: (-fuzz.ratio(key, key_of(plain_words(text, s))), s))
    if not ranked or fuzz.ratio(key, key_of(plain_words(text, ranked[0]))) < _ALIKE:
        return None
    return elsewhere(_at(passage, twin), ranked[0], said, evidence)


def _at(passage: Passage, twin: Twin) -> Passage:
    return replace(passage, span=twin.span, source_id=twin.source_id, doc_id=twin.doc_id)


# The number of a row, and the bars of its cells, are the table's guise.
_GUISE = re.compile(r"^\s*\|?\s*\d{1,3}\s*[.)|]?\s+|\s*\|\s*")


def elsewhere(passage: Passage, span: Span, said: Said, evidence: Evidence) -> Elsewhere:
    """A sentence of another passage as the place where what is said stands too."""
    document = evidence.documents[passage.doc_id]
    other = plain_words(evidence.sources[passage.source_id].text, span)
    if passage.role is PassageRole.ROW:
        other = squeeze(_GUISE.sub(" ", other))
    differences = differing_words(said.words, other)
    return Elsewhere(
        source=passage.source_id,
        doc_id=passage.doc_id,
        start=span.start,
        end=span.end,
        differs=bool(differences),
        copy=are_copies(document, said.document),
        text=other.rstrip(" ;,"),
        reference=reference(document, passage),
        short_reference=short_reference(document, passage),
        differences=differences,
    )


def groups(sentences: Sequence[tuple[str, str]]) -> Mapping[int, list[int]]:
    """Numbers of sentences that repeat an earlier one of another document, under the number of the first.

    A sentence is (doc_id, what `key_of` gives). Within one document the same words under another heading
    say something else: a figure for another year.
    """
    found: dict[int, list[int]] = {}
    for number, (doc_id, key) in enumerate(sentences):
        others = (n for n in found if doc_id not in {sentences[m][0] for m in (n, *found[n])})
        first = next((n for n in others if is_repeat(sentences[n][1], key)), None)
        if first is None:
            found[number] = []
        else:
            found[first].append(number)
    return found
