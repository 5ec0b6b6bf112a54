"""Diacritics put back into text typed without them, learnt from the indexed documents.

A syllable bigram model and Viterbi over the ways each bare syllable may be written. What the
documents lack is backed by a dictionary word list and by a page of questions as people ask them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from tracuu.queries.learning import Tally
from tracuu.queries.words import (
    I_OR_Y,
    NUMBER,
    Word,
    adjoin,
    cased,
    is_before_number,
    is_behind_number,
    kept_words,
    skeleton,
    words_of,
)
from tracuu.text import fold
from tracuu.types import Span

_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")

# All figures below: syllables right when each directive of corpus/ is held out in turn with its copies and
# its sentences are typed anew, mean of four (as tests/test_marks.py does it on a sample).
# The chance that a writer who sets marks leaves one off by mistake: chosen, flat from 0.0001 to 0.01.
_FORGETS = 0.001
# Log chance that a writer puts i where the documents put y, or y for i: chosen, so that a word list respells none.
_I_FOR_Y = -2.0
# Standard deviations by which bare words must outnumber what is bare anyway. Typed with all marks, 99.89 % stay
# at 0, 99.94 at 2; typed with half of them, 98.8 % come right at either.
_CAUTION = 2.0
# Witten-Bell weight of the unigram in P(b | a), per kind of follower of a. Typed without marks, dictionary
# at 0.1: 97.2 % at 0.3, 97.4 at 1, 97.5 at 2, 97.7 at 4.
_BACKING = 2.0
# Weight of a syllable that nothing holds, so that no chance is 0. Flat from 0.002 to 0.05.
_UNSEEN = 0.05
# By how much a pair must outweigh the next one to keep its word.
_FAR_MORE = 5.0
# The largest weight that a 16-bit float holds.
_HEAVIEST = 65_504.0


class Stored(msgspec.Struct, array_like=True, frozen=True):
    """What is written to disk: a little-endian block for each array."""

    syllables: str
    weights: bytes
    pairs: bytes
    pair_weights: bytes
    named_pairs: bytes


def _packed(weights: Iterable[float]) -> bytes:
    block: bytes = np.minimum(np.fromiter(weights, float), _HEAVIEST).astype("<f2").tobytes()
    return block


def _unpacked(block: bytes) -> NDArray[np.float32]:
    return np.frombuffer(block, "<f2").astype(np.float32)


@dataclass(frozen=True, eq=False)
class MarkModel:
    """Syllables with their weights and those of neighbours; see `learn` and `restore`.

    ``weights`` is float32 of shape (n,), in occurrences, in the order of ``syllables`` (sorted; the
    first, "", is the edge of a phrase). ``pairs`` is uint32 of shape (m,), ascending: the place of the
    left syllable times n plus that of the right one; ``pair_weights`` goes with it.
    ``named_pairs`` are those pairs that the documents mostly write with two capitals.
    """

    syllables: tuple[str, ...]
    weights: NDArray[np.float32]
    pairs: NDArray[np.uint32]
    pair_weights: NDArray[np.float32]
    named_pairs: frozenset[int]

    @classmethod
    def learn(cls, texts: Iterable[str], word_list: Iterable[str]) -> "MarkModel":
        """The model of these texts, backed by a word list (words of several syllables are best)."""
        tally = Tally()
        for text in texts:
            tally.add_text(text)
        tally.add_common(word_list)
        # 65,535 squared still fits the 32-bit keys; Vietnamese has under 20,000 syllables.
        kept = sorted(sorted(tally.singles, key=lambda form: (-tally.singles[form], form))[:65_534])
        place = {form: index for index, form in enumerate(["", *kept])}
        pairs = sorted(
            (place[a] * len(place) + place[b], weight)
            for (a, b), weight in tally.pairs.items()
            if a in place and b in place
        )
        named = [
            place[pair[0]] * len(place) + place[pair[1]]
            for pair, count in tally.named.items()
            if 2 * count > tally.cased[pair] and pair[0] in place and pair[1] in place
        ]
        stored = Stored(
            " ".join(kept),
            _packed([0.0, *(tally.singles[form] for form in kept)]),
            np.array([key for key, _ in pairs], "<u4").tobytes(),
            _packed(weight for _, weight in pairs),
            np.array(sorted(named), "<u4").tobytes(),
        )
        return cls._of(stored)

    @classmethod
    def _of(cls, stored: Stored) -> "MarkModel":
        return cls(
            ("", *stored.syllables.split()),
            _unpacked(stored.weights),
            np.frombuffer(stored.pairs, "<u4"),
            _unpacked(stored.pair_weights),
            frozenset(np.frombuffer(stored.named_pairs, "<u4").tolist()),
        )

    def to_bytes(self) -> bytes:
        """The model as bytes, the same for the same model."""
        stored = Stored(
            " ".join(self.syllables[1:]),
            _packed(self.weights.tolist()),
            self.pairs.astype("<u4").tobytes(),
            _packed(self.pair_weights.tolist()),
            np.array(sorted(self.named_pairs), "<u4").tobytes(),
        )
        return msgspec.msgpack.encode(stored)

    @classmethod
    def from_bytes(cls, data: bytes) -> "MarkModel":
        """The model that `to_bytes` wrote.

        Raises:
            msgspec.DecodeError: when ``data`` is not such a model.
        """
        return cls._of(msgspec.msgpack.decode(data, type=Stored))

    @cached_property
    def places(self) -> dict[str, int]:
        """Syllable to its place in ``syllables``."""
        return {form: index for index, form in enumerate(self.syllables)}

    @cached_property
    def number(self) -> int:
        """The place of any number; 0, the edge, in a model that knows none."""
        return self.places.get(NUMBER, 0)

    @cached_property
    def ways(self) -> dict[str, list[int]]:
        """Bare syllable to the places of all ways to write it."""
        ways: dict[str, list[int]] = {}
        for index, form in enumerate(self.syllables[1:], start=1):
            ways.setdefault(skeleton(form), []).append(index)
        return ways

    @cached_property
    def _followers(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weight of all that follows each syllable, and of how many kinds it is (a rare one in part).

        Shapes (n + 1,), the last for unknown syllables.
        """
        size = len(self.syllables)
        left = self.pairs // size
        sums = np.bincount(left, self.pair_weights, minlength=size + 1)
        kinds = 1 + np.bincount(left, np.minimum(self.pair_weights, 1), minlength=size + 1)
        return sums.astype(np.float32), kinds.astype(np.float32)

    @cached_property
    def shares(self) -> NDArray[np.float32]:
        """P(syllable), shape (n + 1,); never 0."""
        padded = np.append(self.weights, np.float32(0)) + np.float32(_UNSEEN)
        return np.asarray(padded / padded.sum(), np.float32)

    def restore(self, text: str, *, fixed: Sequence[Span] = ()) -> str:
        """``text`` with marks put back, of the same length, word for word.

        Words with a mark stay (only i and y, as in "kĩ thuật", are written as in the documents).
        How readily a bare word is given marks follows from how many words have them: all when none
        has any, hardly one in accented text. Words with digits, abbreviations and foreign words stay.

        Args:
            text: in NFC.
            fixed: spans that are right already and do not tell how the writer types.
        """
        lattice = _Lattice.of(self, text, fixed)
        if not lattice.columns:
            return text
        pieces: list[str] = []
        position = 0
        path = self.best_path(lattice.columns, lattice.costs)
        for word, column in zip(lattice.words, lattice.positions, strict=True):
            choice = -1 if column < 0 else int(lattice.columns[column][path[column]])
            raw = text[word.span.start : word.span.end]
            written = raw if choice in (-1, len(self.syllables)) else self.syllables[choice]
            pieces += [text[position : word.span.start], raw if written == word.form else cased(written, raw)]
            position = word.span.end
        return "".join([*pieces, text[position:]])

    def best_path(self, columns: Sequence[NDArray[np.uint32]], costs: Sequence[NDArray[np.float32]]) -> list[int]:
        """The likeliest choice in each column, as indices into it (Viterbi; the text begins at an edge).

        ``columns[i]`` holds places (n for an unknown word), ``costs[i]`` what is added for each.
        """
        before = [np.zeros(1, np.uint32), *columns[:-1]]
        lefts = np.concatenate([np.tile(left, len(right)) for left, right in zip(before, columns, strict=True)])
        rights = np.concatenate([np.repeat(right, len(left)) for left, right in zip(before, columns, strict=True)])
        steps = self.log_chances(lefts, rights)
        score = np.zeros(1, np.float32)
        back: list[NDArray[np.intp]] = []
        at = 0
        for left, right, cost in zip(before, columns, costs, strict=True):
            paths = steps[at : at + len(left) * len(right)].reshape(len(right), len(left)) + score
            at += len(left) * len(right)
            back.append(paths.argmax(axis=1))
            score = paths.max(axis=1) + cost
        chosen = [int(score.argmax())]
        for pointers in reversed(back[1:]):
            chosen.append(int(pointers[chosen[-1]]))
        return chosen[::-1]

    def pair_counts(self, left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.float32]:
        """How often each ``left`` stands before its ``right``; arrays of one shape, 0 when never seen."""
        size = len(self.syllables)
        keys = left.astype(np.uint64) * size + right
        found = np.minimum(np.searchsorted(self.pairs, keys.astype(np.uint32)), len(self.pairs) - 1)
        known = (self.pairs[found] == keys) & (left < size) & (right < size)
        return np.where(known, self.pair_weights[found], np.float32(0))

    def best_count(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The highest of `pair_counts` over all ways to choose from both; 0 when there are none."""
        if not left or not right:
            return 0.0
        lefts, rights = np.array(left, np.uint32), np.array(right, np.uint32)
        return float(self.pair_counts(np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))).max())

    @cached_property
    def _beside(self) -> tuple[list[int], list[int], NDArray[np.uint32], NDArray[np.uint32]]:
        """For each place, where its own begin in the last two: what follows it, and what it follows."""
        left, right = np.divmod(self.pairs, np.uint32(len(self.syllables)))
        turned = np.argsort(right, kind="stable")
        every = np.arange(len(self.syllables) + 1)
        return (
            np.searchsorted(left, every).tolist(),
            np.searchsorted(right[turned], every).tolist(),
            right,
            left[turned],
        )

    def after(self, places: Iterable[int]) -> set[int]:
        """Places ever seen right after one of ``places``; the edge is none."""
        starts, _, rights, _ = self._beside
        return _gathered(places, starts, rights)

    def before(self, places: Iterable[int]) -> set[int]:
        """Places ever seen right before one of ``places``."""
        _, starts, _, lefts = self._beside
        return _gathered(places, starts, lefts)

    def log_chances(self, left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.float32]:
        """Logarithm of P(right | left), both of one shape."""
        followers, kinds = self._followers
        backing = _BACKING * kinds[left]
        chances = (self.pair_counts(left, right) + backing * self.shares[right]) / (followers[left] + backing)
        # How likely a phrase is to end here was never counted: the same for every word.
        return np.asarray(np.where(right == 0, np.float32(0), np.log(chances)), np.float32)

    def capitalise(self, text: str) -> str:
        """``text`` with capitals where the documents mostly write two neighbours with them.

        "sở xây dựng điện biên phủ" gives "Sở Xây dựng Điện Biên Phủ"; single words stay.
        """
        letters = list(text)
        found = words_of(text)
        for before, left, right in zip([None, *found], found, found[1:], strict=False):
            a, b = self.places.get(left.form), self.places.get(right.form)
            if not (a and b and adjoin(text, left, right) and a * len(self.syllables) + b in self.named_pairs):
                continue
            if before and adjoin(text, before, left) and self._goes_with(before, left, right):
                continue  # "nhiệm vụ | tổ chức" names no "Vụ Tổ chức cán bộ"
            for word in (left, right):
                letters[word.span.start] = letters[word.span.start].upper()
        return "".join(letters)

    def _goes_with(self, before: Word, left: Word, right: Word) -> bool:
        """Whether ``left`` stands behind ``before`` far more often than before ``right``, and in no name."""
        size = len(self.syllables)
        a, b, c = (self.places.get(word.form, 0) for word in (before, left, right))
        if not (a and b and c) or a * size + b in self.named_pairs:
            return False
        return self.best_count([a], [b]) > _FAR_MORE * self.best_count([b], [c])

    def chance_bare(self, word: Word) -> float:
        """How often the bare syllable is meant as it stands, in [0, 1]; 1 for unknown ones."""
        ways = self.ways.get(skeleton(word.form), [])
        plain = sum(float(self.weights[way]) for way in ways if self.syllables[way].isascii())
        return plain / sum(float(self.weights[way]) for way in ways) if ways else 1.0

    def candidates(self, word: Word) -> list[int]:
        """Places of the ways to write a word: all for a bare one, its i and y forms for a marked one."""
        ways = self.ways.get(skeleton(word.form), [])
        if word.bare:
            return ways
        twins = {word.form, word.form.translate(_TO_I), word.form.translate(_TO_Y)}
        twins = twins if I_OR_Y.fullmatch(fold(word.form)) else {word.form}
        return [way for way in ways if self.syllables[way] in twins]


def _gathered(places: Iterable[int], starts: Sequence[int], beside: NDArray[np.uint32]) -> set[int]:
    found: set[int] = set()
    for place in places:
        if 0 < place < len(starts) - 1:
            found.update(beside[starts[place] : starts[place + 1]].tolist())
    return found - {0}


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The ways to write each word, with an edge between words that are not neighbours.

    ``columns[i]`` holds places (uint32; n for an unknown word); ``costs[i]`` goes with it, log
    chance of typing it so. ``positions[w]`` is the column of word w, -1 where the word must stay.
    """

    words: list[Word]
    positions: list[int]
    columns: list[NDArray[np.uint32]]
    costs: list[NDArray[np.float32]]

    @classmethod
    def of(cls, model: MarkModel, text: str, fixed: Sequence[Span]) -> "_Lattice":
        found = words_of(text)
        kept = kept_words(text, found)
        settled = [any(s.start <= word.span.start < s.end for s in fixed) for word in found]
        own = [word for word, keep, settle in zip(found, kept, settled, strict=True) if not keep and not settle]
        price = price_of_marks(model, own)
        lattice = cls(found, [], [], [])
        before: Word | None = None
        for word, keep, settle in zip(found, kept, settled, strict=True):
            if before is None or keep or not adjoin(text, before, word):
                lattice._add_gap(model, text, before, word)
            ways = [] if keep else model.candidates(word)
            if settle:
                ways = [way for way in ways if model.syllables[way] == word.form]
            if _is_letter(text, word):
                ways = []
            lattice.positions.append(-1 if keep else len(lattice.columns))
            if not keep:
                unknown = len(model.syllables)
                costs = [_price_of(model.syllables[way], word, price) for way in ways]
                lattice._add(ways or [unknown], costs or [0.0])
            before = None if keep else word
        lattice._add_gap(model, text, before, None)
        return lattice

    def _add_gap(self, model: MarkModel, text: str, before: Word | None, after: Word | None) -> None:
        """An edge, or the numbers that stand beside the words around it."""
        left = model.number if before and is_before_number(text, before) else 0
        right = model.number if after and is_behind_number(text, after) else 0
        for place in dict.fromkeys((left, right)):
            self._add([place], [0.0])

    def _add(self, ways: Sequence[int], costs: Sequence[float]) -> None:
        self.columns.append(np.array(ways, np.uint32))
        self.costs.append(np.array(costs, np.float32))


def _price_of(form: str, word: Word, price: float) -> float:
    """Log chance that what is written ``form`` was typed as ``word``, less its marks or with i for y."""
    marks = price if word.bare and not form.isascii() else 0.0
    return marks if fold(form) == fold(word.form) else marks + _I_FOR_Y


def _is_letter(text: str, word: Word) -> bool:
    """Whether a word is one capital that opens no text: "nhóm A". Near miss: "O dau", "NHOM A"."""
    raw = text[word.span.start : word.span.end]
    return len(raw) == 1 and raw.isupper() and word.bare and word.span.start > 0 and not text.isupper()


def price_of_marks(model: MarkModel, found: Sequence[Word]) -> float:
    """Log chance that this writer typed a marked syllable without its marks, at most 0.

    Bare words beyond those that are bare anyway ("quy", "do") tell that marks were left off.
    """
    bare = [word for word in found if word.bare]
    if len(bare) == len(found):
        return 0.0
    chances = [model.chance_bare(word) for word in bare]
    expected, spread = sum(chances), sum(p * (1 - p) for p in chances) ** 0.5
    share = (len(bare) - expected - _CAUTION * spread) / (len(found) - expected)
    return float(np.log(max(share, _FORGETS)))
