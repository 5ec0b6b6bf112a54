"""Where in all sources a quotation may stand: by the syllables, pairs and threes it shares, marks and case aside."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracuu.text import fold
from tracuu.types import Span

Numbers = NDArray[np.int64]

_WORD = re.compile(r"[^\W_]+")
# Places looked at for one quotation: rare terms first, until there are so many. Bounds the time as the corpus grows.
_PLACES = 20_000
# Stretches laid beside the quotation word by word.
_STRETCHES = 4
# A stretch with less than this share of the best one's weight is not looked at.
_WORTH = 0.6
# Words that may stand between those that are shared before two places are two stretches: this, or half a quotation.
_SLACK = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one source's view that shares words with a quotation; ``weight`` says how many and how rare."""

    source: int
    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class _Postings:
    """Terms in order with the place of the word that each begins at."""

    keys: Numbers
    places: Numbers


def _only(places: Numbers, within: Sequence[range] | None) -> Numbers:
    """The places (in order) that are in one of the ranges; all of them for None."""
    if within is None or not len(places):
        return places
    kept = [places[np.searchsorted(places, r.start) : np.searchsorted(places, r.stop)] for r in within]
    return np.concatenate(kept) if kept else places[:0]


class Candidates:
    """The words of all sources, found by one, two and three of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._ids: dict[str, int] = {}
        folds: dict[str, str] = {}
        words: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        self._bounds = [0]
        for text in texts:
            for match in _WORD.finditer(text):
                word = match.group()
                folded = folds.get(word) or folds.setdefault(word, fold(word))
                words.append(self._ids.setdefault(folded, len(self._ids)))
                starts.append(match.start())
                ends.append(match.end())
            self._bounds.append(len(words))
        self._starts, self._ends = np.array(starts, np.int64), np.array(ends, np.int64)
        ids = np.array(words, np.int64)
        self._size = np.int64(len(self._ids) + 1)
        self._postings = [self._sorted(ids, n) for n in (1, 2, 3)]

    def _sorted(self, ids: Numbers, n: int) -> _Postings:
        keys = self._keys(ids, n)
        order = np.argsort(keys, kind="stable")
        return _Postings(keys[order], order.astype(np.int64))

    def _keys(self, ids: Numbers, n: int) -> Numbers:
        """One number for every ``n`` neighbours; threes of a large corpus may share one, which only costs a look."""
        if len(ids) < n:
            return np.zeros(0, np.int64)
        keys = ids[: len(ids) - n + 1].copy()
        for k in range(1, n):
            keys = (keys * self._size + ids[k : len(ids) - n + 1 + k]) & np.int64(2**62 - 1)
        return keys

    def words_in(self, source: int, start: int, end: int) -> range:
        """The numbers of the words in ``[start, end)`` of the text of a source."""
        first, last = self._bounds[source], self._bounds[source + 1]
        low, high = np.searchsorted(self._starts[first:last], [start, end])
        return range(first + int(low), first + int(high))

    def rarest(self, text: str, limit: int, within: Sequence[range] | None = None) -> list[tuple[int, int]]:
        """Where ``text`` would begin (source, offset in its view) if its rarest one to three words stood there.

        ``within`` are the words among which it is looked for; None for all.
        """
        matches = list(_WORD.finditer(text))
        best: tuple[int, int, Numbers] | None = None
        for _, at, places in self._shared(self._numbers(text)):
            if not len(places):
                return []
            if best is None or len(places) < best[0]:
                best = len(places), at, places
        if best is None:
            return []
        found: list[tuple[int, int]] = []
        for place in _only(best[2], within)[:limit]:
            source = bisect_right(self._bounds, int(place)) - 1
            found.append((source, int(self._starts[place]) - matches[best[1]].start()))
        return found

    def _numbers(self, text: str) -> Numbers:
        """The words of ``text`` as numbers, -1 for those that stand nowhere."""
        return np.array([self._ids.get(fold(m.group()), -1) for m in _WORD.finditer(text)], np.int64)

    def find(self, text: str, within: Sequence[range] | None = None) -> list[Stretch]:
        """At most four stretches that may hold what ``text`` quotes, best first; among the words ``within``."""
        ids = self._numbers(text)
        diagonals, weights = self._votes(ids, within)
        if not len(diagonals):
            return []
        order = np.argsort(diagonals, kind="stable")
        diagonals, weights = diagonals[order], weights[order]
        slack = max(_SLACK, len(ids) // 2)
        totals = np.concatenate([[0.0], np.cumsum(weights)])
        ends = np.searchsorted(diagonals, diagonals + slack, side="right")
        sums = totals[ends] - totals[: len(diagonals)]
        return self._stretches(diagonals, ends, sums, len(ids))

    def _votes(self, ids: Numbers, within: Sequence[range] | None) -> tuple[Numbers, NDArray[np.float64]]:
        """For each place of a shared term where the quotation would begin, and how rare the term is."""
        total = len(self._starts)
        found = [
            (len(own), n, at, own - at) for n, at, places in self._shared(ids) if len(own := _only(places, within))
        ]
        found.sort(key=lambda entry: entry[:3])
        diagonals: list[Numbers] = []
        weights: list[NDArray[np.float64]] = []
        seen = 0
        for count, n, _, places in found:
            if seen and seen + count > _PLACES:
                break
            seen += count
            diagonals.append(places)
            weights.append(np.full(count, n * np.log1p(total / count)))
        if not diagonals:
            return np.zeros(0, np.int64), np.zeros(0)
        return np.concatenate(diagonals), np.concatenate(weights)

    def _shared(self, ids: Numbers) -> Iterator[tuple[int, int, Numbers]]:
        """Each one, two and three words (how many, the first of them) with the places where they stand, if they do."""
        for n, postings in enumerate(self._postings, start=1):
            if len(ids) < n:
                return
            keys = self._keys(ids, n)
            known = np.all([ids[k : len(ids) - n + 1 + k] >= 0 for k in range(n)], axis=0)
            firsts = np.searchsorted(postings.keys, keys, side="left")
            lasts = np.searchsorted(postings.keys, keys, side="right")
            for at in range(len(keys)):
                yield n, at, postings.places[firsts[at] : lasts[at] if known[at] else firsts[at]]

    def _stretches(self, diagonals: Numbers, ends: Numbers, sums: NDArray[np.float64], length: int) -> list[Stretch]:
        found: list[Stretch] = []
        taken: list[tuple[int, int]] = []
        least = _WORTH * float(sums.max())
        slack = max(_SLACK, length // 4)
        for at in np.lexsort((diagonals, -sums)):
            low, high = int(diagonals[at]), int(diagonals[ends[at] - 1])
            if sums[at] < least:
                break
            if any(a <= low + length // 2 <= b for a, b in taken):
                continue
            middle = min(max(0, (low + high + length) // 2), len(self._starts) - 1)
            source = bisect_right(self._bounds, middle) - 1
            first = min(max(low - slack, self._bounds[source]), self._bounds[source + 1] - 1)
            last = max(min(high + length + slack, self._bounds[source + 1]) - 1, first)
            taken.append((low - slack, high + length + slack))
            span = Span(int(self._starts[first]), int(self._ends[last]))
            found.append(Stretch(source, span, float(sums[at])))
            if len(found) == _STRETCHES:
                break
        return found
