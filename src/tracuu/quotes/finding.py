"""Sentences and list items worth quoting on a topic, whole and verbatim, each with its reference."""

import itertools
import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracuu.answers import Evidence, is_about
from tracuu.citing import footnote, inferred_parts, reference, short_reference
from tracuu.documents import TITLES, strip_markup
from tracuu.passages import searched_text
from tracuu.queries import content_terms, find_provinces
from tracuu.quotes.pieces import (
    STEM_LENGTH,
    YEAR,
    Piece,
    has_figure,
    pieces_of,
    plain_words,
    said_stem,
    stems_said,
    titled,
)
from tracuu.quotes.repeats import Said, elsewhere, groups, in_copies, is_alike, key_of
from tracuu.quotes.standing import LEAST, standing
from tracuu.text import UPPER, squeeze, syllables
from tracuu.types import Hit, Query, Quotation, QuoteUnit, Span, Stem

# Passages that are looked through for each sentence wanted, and at least.
PASSAGES_EACH, PASSAGES = 6, 60
# A sentence speaks of a topic when it, with what stands above it, holds this share of the topic's weight, and itself
# this one (evaluation/quotes-topics.jsonl: below, sentences of neighbouring topics come in; above, right ones go).
_SPEAKS, _SPEAKS_ITSELF = 0.7, 0.4
# Syllables of a topic that nowhere stand side by side are other words ("hợp tác xã" is not "phối hợp công tác của xã").
_LEAST_PAIRS = 0.25
# A heading names the topic when it holds this share of its words and pairs by itself; what stands below it and does
# not name the topic is worth this much of what does.
_NAMES, _BY_TITLE = 0.6, 0.65
# What fits is a weighted sum, each in [0, 1]: words of the topic, its pairs of neighbours, both with the headings, the
# passage's own score, and how much of the sentence is the topic: all of it when one word in so many is.
_OWN, _PAIRS, _ABOVE, _PASSAGE, _DENSE = 0.35, 0.25, 0.1, 0.15, 0.15
_ONE_IN = 5
# What fits this much less than the best is about something else: it holds the topic's syllables in other words.
_OF_BEST = 0.75
# Share of the score that standing alone decides.
_STANDING = 0.65
# A passage gives this many sentences before others are preferred.
_OF_ONE_PASSAGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What a topic is about: its words and its pairs of neighbouring syllables, with what each weighs."""

    words: Mapping[str, float]
    pairs: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A piece with its plain words and what speaks for it."""

    piece: Piece
    words: str
    fit: float
    standing: float

    @property
    def score(self) -> float:
        return self.fit * (1 - _STANDING + _STANDING * self.standing)


def passages_wanted(top: int) -> int:
    """How many hits `find_quotes` should be given for ``top`` quotations."""
    return max(PASSAGES, PASSAGES_EACH * top)


def find_quotes(
    query: Query,
    hits: Sequence[Hit],
    evidence: Evidence,
    *,
    top: int = 10,
    compounds: Container[str] = frozenset(),
) -> tuple[Quotation, ...]:
    """At most ``top`` sentences, items or rows worth quoting on the topic, best first; () when nothing speaks of it.

    Each is a slice of its source that begins and ends where a sentence, item or row does. The same
    sentence in copies, or nearly the same in other documents, is listed once with where else.
    Places and years that the topic names must be those of the passage. ``compounds`` are words of several
    syllables, in small letters: a sentence that holds their syllables apart does not hold them.
    Cost: some 40 ms for 60 passages.
    """
    topic = _topic(query, hits, evidence, compounds)
    found = sorted(_candidates(topic, query, hits, evidence), key=_order)
    folded = groups([(one.piece.passage.doc_id, key_of(one.words)) for one in found])
    best = max((one.fit for one in found), default=0.0)
    fitting = [number for number in _apart(folded, found) if found[number].fit >= _OF_BEST * best]
    chosen = _spread(fitting, found, top)
    return tuple(
        _quotation(rank, found[number], [found[n] for n in folded[number]], evidence)
        for rank, number in enumerate(chosen, start=1)
    )


def _order(found: _Found) -> tuple[float, str, int]:
    return -round(found.score, 6), found.piece.passage.source_id, found.piece.span.start


def _apart(numbers: Iterable[int], found: Sequence[_Found]) -> Iterator[int]:
    """The numbers without those whose words stand in one before: a sentence alone and with the one before it."""
    taken: list[tuple[str, Span]] = []
    for number in numbers:
        source_id, span = found[number].piece.passage.source_id, found[number].piece.span
        if not any(source_id == other and span.start < at.end and at.start < span.end for other, at in taken):
            taken.append((source_id, span))
            yield number


def _spread(numbers: Sequence[int], found: Sequence[_Found], top: int) -> list[int]:
    """At most ``top`` numbers; beyond the second of one passage, and what is much like one before, come last."""
    first, later, counts = list[int](), list[int](), dict[str, int]()
    for number in numbers:
        passage_id = found[number].piece.passage.passage_id
        counts[passage_id] = counts.get(passage_id, 0) + 1
        again = any(is_alike(found[number].words, found[other].words) for other in first)
        (later if again or counts[passage_id] > _OF_ONE_PASSAGE else first).append(number)
        if len(first) == top:
            break
    return [*first, *later][:top]


# --- Fit -----------------------------------------------------------------------------------------

# What is typed before a topic and says nothing of it. Match: "câu nói về chuyển đổi số", "trích dẫn về nhà ở".
_OPENING = re.compile(
    r"(?:(?:những|các|một số|tìm|vài)\s+)*(?:câu(?:\s+(?:nói|trích|hay|văn))*|trích dẫn|đoạn trích|ý|nội dung|chủ đề"
    r"|quan điểm|phát biểu)\s+(?:nói\s+|viết\s+|hay\s+|chỉ đạo\s+)*(?:về|liên quan(?: đến)?)\s+",
    re.IGNORECASE,
)


def _topic(query: Query, hits: Sequence[Hit], evidence: Evidence, compounds: Container[str]) -> _Topic:
    """The topic; a pair weighs the more the fewer of the passages found hold it."""
    text = _OPENING.sub("", query.text, count=1)
    for place in reversed(list(find_provinces(text))):
        if re.match(rf"\s+[{UPPER}]", text[place.span.end :]):
            continue  # "Điện Biên Phủ" is a city
        text = f"{text[: place.span.start]} {text[place.span.end :]}"
    text = text if any(c.isalnum() for c in text) else query.text
    every, terms = _tokens(text), {_ZERO.sub("", t) for t in content_terms(text)}
    weights = {term: math.sqrt(evidence.weights.weight(term)) for term in terms}
    words = {
        " ".join(word): sum(weights[s] for s in word) for word in _words_of(every, compounds) if set(word) <= terms
    }
    pairs = dict.fromkeys(f"{a} {b}" for a, b in itertools.pairwise(every) if {a, b} <= terms)
    held = [_line(_tokens(hit.passage.text)) for hit in hits] if pairs else []
    return _Topic(
        words=words,
        pairs={pair: math.log(1 + (len(held) + 1) / (sum(f" {pair} " in one for one in held) + 0.5)) for pair in pairs},
    )


# Words of the list have at most so many syllables that are typed in topics ("chủ nghĩa xã hội").
_LONGEST_WORD = 4


def _words_of(tokens: Sequence[str], compounds: Container[str]) -> Iterator[tuple[str, ...]]:
    """The syllables as words, the longest known ones first from the left."""
    start = 0
    while start < len(tokens):
        lengths = range(min(_LONGEST_WORD, len(tokens) - start), 1, -1)
        length = next((n for n in lengths if " ".join(tokens[start : start + n]) in compounds), 1)
        yield tuple(tokens[start : start + length])
        start += length


# "2" and "02" are one number.
_ZERO = re.compile(r"0+(?=\d+$)")


def _tokens(text: str) -> list[str]:
    """The syllables of a text, numbers without zeros before them."""
    return [_ZERO.sub("", token) for token in syllables(text)]


def _line(tokens: Iterable[str]) -> str:
    """Syllables between spaces, in which words are looked up."""
    return f" {' '.join(tokens)} "


def _candidates(topic: _Topic, query: Query, hits: Sequence[Hit], evidence: Evidence) -> Iterator[_Found]:
    of_place = replace(query, doc_ids=())
    for hit in hits:
        above = evidence.headings(hit.passage)
        if _share(topic.words, _tokens(" ".join([*above, hit.passage.text]))) < _SPEAKS:
            continue
        if not is_about(of_place, hit.passage, evidence):
            continue
        for piece in pieces_of(hit.passage, evidence.sources[hit.passage.source_id].text):
            if found := _judged(topic, piece, above, hit.score, evidence):
                yield found


def _judged(topic: _Topic, piece: Piece, above: Sequence[str], score: float, evidence: Evidence) -> _Found | None:
    """A piece with what speaks for it; None when it does not speak of the topic, or does not stand alone."""
    words = _words(piece, evidence)
    text = evidence.sources[piece.passage.source_id].text
    speaks = _share(topic.words, _tokens(" ".join([*stems_said(text, piece.stems), words]))) >= _SPEAKS_ITSELF
    piece = _under_title(topic, piece, words, above, speaks, text)
    if not _holds_rarest(topic, _tokens(" ".join([*stems_said(text, piece.stems), words]))):
        return None
    stands = standing(piece, words, stems_said(text, piece.stems))
    fit = _fit(topic, piece, words, above, score, text) if stands >= LEAST else 0.0
    fit = fit if speaks else _BY_TITLE * fit
    return _Found(piece=piece, words=words, fit=fit, standing=stands) if fit else None


# Words that weigh this share of the heaviest are as rare: what lacks one of them speaks of another thing
# (evaluation/quotes-topics.jsonl: none lost from 0.7 to 0.9; at 0.7 "vai trò của nhân dân" needs "nhân dân").
_AS_RARE = 0.7
# Said for one another in directives.
_SAME_WORDS = {"nhân dân": "người dân", "người dân": "nhân dân"}


def _holds_rarest(topic: _Topic, tokens: Sequence[str]) -> bool:
    """Whether the rarest words of a topic stand in a sentence or in what it hangs on."""
    rarity = {word: weight / len(word.split()) for word, weight in topic.words.items()}
    line, most = _line(tokens), max(rarity.values(), default=0.0)
    rare = [word for word, weight in rarity.items() if weight >= _AS_RARE * most]
    return all(f" {word} " in line or f" {_SAME_WORDS.get(word, word)} " in line for word in rare)


def _under_title(topic: _Topic, piece: Piece, words: str, above: Sequence[str], speaks: bool, text: str) -> Piece:
    """The piece with the heading that it needs: the one that names the topic, or the year of its figures."""
    said = " ".join([*stems_said(text, piece.stems), words])
    dated = bool(YEAR.search(said)) or not has_figure(words)
    for span, title in reversed(list(zip(piece.passage.headings, above, strict=True))):
        if span.end - span.start > STEM_LENGTH or any(s.start < span.end and span.start < s.end for s in piece.stems):
            continue
        tokens = _tokens(title)
        names = not speaks and min(_share(topic.words, tokens), _pairs_share(topic, tokens)) >= _NAMES
        if names or (not dated and YEAR.search(title)):
            return piece._replace(stems=(titled(text, span), *piece.stems))
    return piece


def _words(piece: Piece, evidence: Evidence) -> str:
    """The words of a piece as they are pasted; a row with the names of its columns."""
    text = evidence.sources[piece.passage.source_id].text
    if piece.unit is QuoteUnit.ROW:
        return searched_text(piece.passage, text)
    return plain_words(text, piece.span).rstrip(" ;,")


def _fit(topic: _Topic, piece: Piece, words: str, above: Sequence[str], score: float, text: str) -> float:
    """How well a piece fits the topic, in [0, 1]; 0 when it does not speak of it."""
    stems = stems_said(text, piece.stems)
    own = _tokens(" ".join([*stems, words]))
    whole = [*itertools.chain.from_iterable(map(syllables, above)), *own]
    itself, around = _share(topic.words, own), _share(topic.words, whole)
    # Words that stand only in the subject of a document cited are half said.
    itself = (itself + _share(topic.words, _tokens(_CITED.sub(r"\1", " ".join([*stems, words]))))) / 2
    if around < _SPEAKS or itself < _SPEAKS_ITSELF:
        return 0.0
    pairs, pairs_around = _pairs_share(topic, own), _pairs_share(topic, whole)
    if pairs_around < _LEAST_PAIRS:
        return 0.0
    signs = (itself, pairs, (around + pairs_around) / 2, min(1.0, max(0.0, score)), _density(topic, words))
    return sum(w * sign for w, sign in zip((_OWN, _PAIRS, _ABOVE, _PASSAGE, _DENSE), signs, strict=True))


# A document cited with its subject: the mention is kept, the subject is not.
_CITED = re.compile(rf"((?:{'|'.join(TITLES)}) số \d[^;.]{{0,120}}? về )[^;.]*")
_BRACKETS = re.compile(r"\([^()]*\)")


def _density(topic: _Topic, words: str) -> float:
    """How much of a sentence is the topic, in [0, 1]; what stands in brackets is said by the way."""
    every = _tokens(words)
    own = {syllable for word in topic.words for syllable in word.split()}
    said = sum(token in own for token in _tokens(_BRACKETS.sub(" ", words)))
    return min(1.0, _ONE_IN * said / max(1, len(every)))


def _share(weights: Mapping[str, float], tokens: Sequence[str]) -> float:
    """Share of the weight of words or pairs that stands in ``tokens``; 0 when nothing weighs anything."""
    line, total = _line(tokens), sum(weights.values())
    return sum(weight for word, weight in weights.items() if f" {word} " in line) / total if total else 0.0


def _pairs_share(topic: _Topic, tokens: Sequence[str]) -> float:
    """Share of the topic's pairs that stand in ``tokens`` side by side; 1 for a topic of one syllable."""
    return _share(topic.pairs, tokens) if topic.pairs else 1.0


# --- What is shown -------------------------------------------------------------------------------


def _quotation(rank: int, found: _Found, repeats: Sequence[_Found], evidence: Evidence) -> Quotation:
    passage, span = found.piece.passage, found.piece.span
    text = evidence.sources[passage.source_id].text
    document = evidence.documents[passage.doc_id]
    header = document.header
    said = Said(found.words, document)
    also = in_copies(passage, span, said, evidence)
    for other in repeats:
        also.append(elsewhere(other.piece.passage, other.piece.span, said, evidence))
        also += in_copies(other.piece.passage, other.piece.span, said, evidence)
    return Quotation(
        rank=rank,
        quote=text[span.start : span.end],
        text=found.words,
        unit=found.piece.unit,
        source=passage.source_id,
        doc_id=passage.doc_id,
        document=header.symbol.value if header.symbol else None,
        kind=header.kind.value if header.kind else None,
        issued=header.issued_on.value if header.issued_on else None,
        locator=passage.locator.labels,
        start=span.start,
        end=span.end,
        stems=tuple(Stem(text=said_stem(text, s), start=s.start, end=s.end) for s in found.piece.stems),
        reference=reference(document, passage),
        marked_reference=reference(document, passage, marked=True),
        short_reference=short_reference(document, passage),
        footnote=footnote(document, passage),
        inferred=inferred_parts(document),
        score=round(found.score, 4),
        fit=round(found.fit, 4),
        standing=round(found.standing, 4),
        headings=tuple(squeeze(strip_markup(text[a:b])) for a, b in passage.headings),
        also_in=tuple(also),
    )
