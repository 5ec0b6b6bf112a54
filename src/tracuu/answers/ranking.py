"""Which sentences of the passages found answer a free question, and the one to three that are shown.

A sentence is judged by seven features, each in [0, 1] but for the passage's own score; their weighted sums become
probabilities by a softmax over all sentences looked at. A long sentence is judged clause by clause.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.answers.kinds import Kind, kind_asked, kind_held
from tracuu.answers.units import ANSWER_LENGTH, Unit, units_of
from tracuu.facts.clauses import without_label
from tracuu.queries import content_terms
from tracuu.text import fold, squeeze, syllables
from tracuu.types import Hit, Passage, Query, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracuu.embeddings import Embedder

# Hits whose sentences are looked at: the answer stood in the first 3 for 98 to 99 % of the questions of three sets.
HITS = 3


class Features(NamedTuple):
    """What speaks for a sentence, and, as `WEIGHTS`, how much.

    ``words``: share of the question's words that it holds, rare ones weighing more; ``folded``: the same without
    marks, all alike; ``rare``: those weighing most that few sentences of the passage hold. ``before``: what the
    sentence before adds to ``words`` ("Nó nặng 86 kg"). ``kind``: see `kind_held`. ``length``: characters of 300.
    ``hit``: score of the passage less that of the best one, 0 or less.
    """

    words: float = 0.0
    folded: float = 0.0
    rare: float = 0.0
    before: float = 0.0
    kind: float = 0.0
    length: float = 0.0
    hit: float = 0.0


# Logistic fit (softmax over the sentences of the first hits) on the questions of benchmarks/sentence_questions/, none
# of them of XQuAD-vi: `python benchmarks/sentences.py --fit`. Bigrams, headings, the sentence after, names of the
# question, longest run and nearness of its words added nothing there (benchmarks/README.md).
WEIGHTS = Features(words=5.4, folded=4.7, rare=3.4, before=3.4, kind=2.6, length=-2.5, hit=6.3)
# What a cosine higher by 0.1 adds. On the same questions 2 to 6 are alike: 2 points over none for sentences of prose.
LIKENESS_WEIGHT = 2.5
# Sentences this near the best in weighted sum are compared by likeness, at most so many: nearness 1, 1.5 and 2 are
# alike there (89.5 to 89.9 %), and 1 embeds 0.3 sentences a question.
CLOSE, COMPARED = 1.0, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedSentence:
    """A sentence with the probability, in [0, 1], that it is the one that answers, given that one does."""

    passage: Passage
    spans: tuple[Span, ...]
    score: float

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeAnswer:
    """One to three sentences as they are shown; ``spans`` are by passage_id, in order of text."""

    text: str
    passage: Passage
    spans: Mapping[str, tuple[Span, ...]]


def rank_sentences(
    query: Query,
    hits: Sequence[Hit],
    evidence: Evidence,
    *,
    embedder: "Embedder | None" = None,
    vector: "NDArray[np.float32] | None" = None,
) -> list[RankedSentence]:
    """The sentences of the first hits, likeliest first; equal ones in order of hits and text.

    With an ``embedder``, those that are close to the best are compared with the question by meaning; ``vector`` is
    the question's, if it is at hand (unit length, shape (dimension,)). Cost: 1 to 4 ms, and 12 to 40 ms for each of
    the 2 or 3 sentences embedded, for about one question in five.
    """
    judged = sentence_features(query, hits, evidence)
    if not judged:
        return []
    sums = [sum(w * f for w, f in zip(WEIGHTS, features, strict=True)) for _, features in judged]
    if embedder is not None:
        sums = _by_likeness(query, [unit for unit, _ in judged], sums, embedder, vector)
    order = sorted(range(len(sums)), key=lambda i: (-sums[i], i))
    top = sums[order[0]]
    total = sum(math.exp(s - top) for s in sums)
    return [
        RankedSentence(passage=judged[i][0].passage, spans=judged[i][0].spans, score=math.exp(sums[i] - top) / total)
        for i in order
    ]


def _by_likeness(
    query: Query,
    units: Sequence[Unit],
    sums: Sequence[float],
    embedder: "Embedder",
    vector: "NDArray[np.float32] | None",
) -> list[float]:
    """The sums, those close to the best moved by how like the question their sentence is; their mean stays."""
    order = sorted(range(len(sums)), key=lambda i: (-sums[i], i))[:COMPARED]
    close = [i for i in order if sums[order[0]] - sums[i] < CLOSE]
    if len(close) < 2:
        return list(sums)
    asked = vector if vector is not None else embedder.embed_queries([query.text])[0]
    cosines = (embedder.embed_passages([squeeze(units[i].text) for i in close]) @ asked).tolist()
    middle = sum(cosines) / len(cosines)
    moved = list(sums)
    for i, cosine in zip(close, cosines, strict=True):
        moved[i] += LIKENESS_WEIGHT * 10 * (cosine - middle)
    return moved


# --- Features ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question taken apart: its words with their weights, and without marks."""

    text: str
    kind: Kind
    words: Mapping[str, float]
    folded: frozenset[str]


def _asked(query: Query, evidence: Evidence) -> _Asked:
    words = {term: math.sqrt(evidence.weights.weight(term)) for term in content_terms(query.text)}
    return _Asked(
        text=query.text,
        kind=kind_asked(query.text),
        words=words,
        folded=frozenset(map(fold, words)),
    )


def sentence_features(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[tuple[Unit, Features]]:
    """Every sentence of the first hits with its features, in order of hits and text."""
    asked, near = _asked(query, evidence), hits[:HITS]
    best = max((hit.score for hit in near), default=0.0)
    return [pair for hit in near for pair in _of_passage(asked, hit, hit.score - best, evidence)]


def _of_passage(asked: _Asked, hit: Hit, behind: float, evidence: Evidence) -> Iterator[tuple[Unit, Features]]:
    units = list(units_of(hit.passage, evidence))
    spoken = [syllables(unit.text) for unit in units]
    held = [frozenset(tokens) for tokens in spoken]
    rare = {
        word: math.log(1 + (len(held) - count + 0.5) / (count + 0.5))
        for word in asked.words
        for count in (sum(word in one for one in held),)
    }
    for unit, tokens, own, before in zip(units, spoken, held, [frozenset[str](), *held], strict=False):
        words = _share(asked.words, own)
        yield (
            unit,
            Features(
                words=words,
                folded=_share(dict.fromkeys(asked.folded, 1.0), frozenset(map(fold, tokens))),
                rare=_share(rare, own),
                before=_share(asked.words, own | before) - words,
                kind=kind_held(asked.kind, unit.text, asked.text),
                length=min(1.0, len(unit.text) / ANSWER_LENGTH),
                hit=behind,
            ),
        )


def _share(weights: Mapping[str, float], held: frozenset[str]) -> float:
    """Share of the whole weight that stands in ``held``, in [0, 1]; 0 when nothing weighs anything."""
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in held) / total if total else 0.0


# --- The answer ----------------------------------------------------------------------------------

# A sentence this sure stands alone; another is added while it has this share of the best one's probability, up to
# three. On the same questions 0.6 to 0.9 and 0.15 to 0.5 differ by 1 point and 20 characters.
SURE = 0.8
NEAR_BEST = 0.25
MOST = 3


def free_answer(
    query: Query,
    hits: Sequence[Hit],
    evidence: Evidence,
    *,
    embedder: "Embedder | None" = None,
    vector: "NDArray[np.float32] | None" = None,
) -> FreeAnswer | None:
    """The sentence that answers, with one or two more of its passage when they are nearly as likely.

    They stand in order of text, joined by a space when they are neighbours, else by " … ". At most 300 characters.
    None when the hits hold no words.
    """
    ranked = rank_sentences(query, hits, evidence, embedder=embedder, vector=vector)
    if not ranked:
        return None
    chosen = _chosen(ranked, evidence)
    passage = chosen[0].passage
    text = evidence.sources[passage.source_id].text
    pieces = sorted(span for sentence in chosen for span in sentence.spans)
    pieces = _with_stem(text, passage, pieces)
    shown = _joined(text, pieces)
    return FreeAnswer(
        text=_said(evidence, passage, shown),
        passage=passage,
        spans={passage.passage_id: tuple(shown)},
    )


def _chosen(ranked: Sequence[RankedSentence], evidence: Evidence) -> list[RankedSentence]:
    best = ranked[0]
    chosen = [best]
    room = ANSWER_LENGTH - len(evidence.plain(best.passage, best.spans))
    if best.score >= SURE:
        return chosen
    for other in ranked[1:]:
        if len(chosen) == MOST or other.score < NEAR_BEST * best.score:
            break
        length = len(evidence.plain(other.passage, other.spans)) + len(_GAP)
        if other.passage.passage_id == best.passage.passage_id and length <= room:
            chosen.append(other)
            room -= length
    return chosen


_GAP = " … "
# The opening of a sentence up to a colon, short enough to be said again before one of its clauses.
_STEM = re.compile(r"[^:;.]{3,120}:(?=\s)")


def _with_stem(text: str, passage: Passage, pieces: list[Span]) -> list[Span]:
    """The pieces after what opens their sentence ("Chủ tịch yêu cầu: …"), when there is room for it."""
    room = ANSWER_LENGTH - sum(piece.end - piece.start + len(_GAP) for piece in pieces)
    inside = next((s for s in passage.sentences if s.start < pieces[0].start and pieces[0].end <= s.end), None)
    stem = _STEM.match(text, inside.start, pieces[0].start) if inside else None
    if stem is None or stem.end() - stem.start() > room:
        return pieces
    return [without_label(text, Span(*stem.span())), *pieces]


def _joined(text: str, pieces: Iterable[Span]) -> list[Span]:
    """The pieces, those made one that only white space parts."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and not text[joined[-1].end : piece.start].strip():
            joined[-1] = Span(joined[-1].start, max(piece.end, joined[-1].end))
        else:
            joined.append(piece)
    return joined


def _said(evidence: Evidence, passage: Passage, spans: Iterable[Span]) -> str:
    """The pieces as they are shown, without what hangs over at the ends."""
    if passage.row:
        return evidence.plain(passage, tuple(spans)).rstrip(" ;,")
    return _GAP.join(squeeze(evidence.plain(passage, (span,))).strip(" ;,:") for span in spans)
