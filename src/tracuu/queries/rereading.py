"""Marks put back once more, by the passages found: names and terms of few documents are rarer than common words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tracuu.queries.marks import MarkModel
from tracuu.queries.places import find_provinces
from tracuu.queries.synonyms import office_terms
from tracuu.queries.words import Word, adjoin, words_of
from tracuu.text import fold, modern_marks

# Runs of the question longer than this are no terms; of shorter ones the longest that stands there decides.
_LONGEST = 6
# Of the ways in which the passages write a run, this share must be one.
_AGREED = 0.7


# Seen once or twice, words may stand side by side by chance ("thanh tra năm 2025").
_KNOWN = 2.0


def reread(text: str, passages: Sequence[str], marks: MarkModel) -> str:
    """``text``, whose marks were put back, with runs of words written as the passages found write them.

    "cụm công nghiệp yên xã" gives "cụm công nghiệp Yên Xá" where they speak of Yên Xá and nowhere of "yên xã". A run
    has two words at least, of which two neighbours are hardly ever so written (``marks``).
    Capitals are those that the passages have inside a sentence; provinces stay. Cost: linear in the passages.
    """
    named = [place.span for place in find_provinces(text)]
    found = [w for w in words_of(text) if not any(s.start <= w.span.start < s.end for s in named)]
    strange = _strange(text, found, marks)
    runs = [(a, b) for a, b in _runs(text, found) if any(strange[a : b - 1])]
    written = _written(passages, {tuple(fold(word.form) for word in found[a:b]) for a, b in runs})
    pieces, position, at = [], 0, 0
    for start, end in sorted(runs, key=lambda run: (run[0], -run[1])):
        ways = written.get(tuple(fold(word.form) for word in found[start:end]))
        if start < at or not ways:
            continue
        way, count = ways.most_common(1)[0]
        if count >= _AGREED * ways.total():
            for word, form in zip(found[start:end], way.split(), strict=True):
                raw = text[word.span.start : word.span.end]
                same = modern_marks(form) == word.form and not form[0].isupper()
                pieces += [text[position : word.span.start], raw if same or len(form) != len(raw) else form]
                position = word.span.end
            at = end
    return _alone("".join([*pieces, text[position:]]), passages, marks)


def _alone(text: str, passages: Sequence[str], marks: MarkModel) -> str:
    """``text`` with single words that are known beside neither neighbour as the passages write them.

    "khắc phục tham thân đập" gives "thấm" where they say so in one way and nowhere "tham". Everyday words that offices
    have another one for ("trạm xá") stay.
    """
    named = [place.span for place in find_provinces(text)]
    found = [w for w in words_of(text) if not any(s.start <= w.span.start < s.end for s in named)]
    strange = _strange(text, found, marks)
    odd = [
        found[i]
        for i in range(1, len(found) - 1)
        if strange[i - 1] and strange[i] and not office_terms([word.form for word in found[max(0, i - 2) : i + 3]])
    ]
    if not odd:
        return text
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for word in (word for passage in passages for word in words_of(passage)):
        written[fold(word.form)][word.form] += 1
    pieces, position = [], 0
    for word in odd:
        ways, raw = written[fold(word.form)], text[word.span.start : word.span.end]
        way, count = ways.most_common(1)[0] if ways else (word.form, 0)
        if word.form not in ways and count >= _AGREED * ways.total() and len(way) == len(raw):
            pieces += [text[position : word.span.start], way]
            position = word.span.end
    return "".join([*pieces, text[position:]])


def _strange(text: str, found: Sequence[Word], marks: MarkModel) -> list[bool]:
    """Of each word but the last, whether it is known nowhere beside the word that stands behind it."""
    places = [marks.places.get(word.form, -1) for word in found]
    return [
        adjoin(text, a, b) and (i < 0 or j < 0 or marks.best_count([i], [j]) < _KNOWN)
        for (a, b), (i, j) in zip(pairwise(found), pairwise(places), strict=True)
    ]


def _runs(text: str, found: Sequence[Word]) -> list[tuple[int, int]]:
    """Runs of two words or more that stand side by side, as indices of their first word and behind their last."""
    breaks = [i + 1 for i, (a, b) in enumerate(pairwise(found)) if not adjoin(text, a, b)]
    bounds = [0, *breaks, len(found)]
    return [
        (i, j)
        for low, high in pairwise(bounds)
        for i in range(low, high - 1)
        for j in range(i + 2, min(i + _LONGEST, high) + 1)
    ]


def _written(passages: Iterable[str], wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], Counter[str]]:
    """How often the passages write the wanted runs, by their bare syllables, in which way."""
    lengths = sorted({len(run) for run in wanted})
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for passage in passages:
        found = words_of(passage)
        bare = [fold(word.form) for word in found]
        for i in range(len(found)):
            for length in lengths:
                run = tuple(bare[i : i + length])
                near = all(adjoin(passage, a, b) for a, b in pairwise(found[i : i + length]))
                if len(run) < length or not near:
                    break
                if run in wanted:
                    way = [_as_written(passage, found, j) for j in range(i, i + length)]
                    written[run][" ".join(way)] += 1
    return written


def _as_written(passage: str, found: Sequence[Word], at: int) -> str:
    """A word with its capital, unless that may be the capital of a sentence or of a line of capitals."""
    word = found[at]
    raw = passage[word.span.start : word.span.end]
    inside = (
        at > 0
        and adjoin(passage, found[at - 1], word)
        and "\n" not in passage[found[at - 1].span.end : word.span.start]
    )
    return raw if inside and raw[0].isupper() and not (len(raw) > 1 and raw.isupper()) else word.form
