"""Diacritics put back into text typed without them, learnt from the indexed documents.

A syllable bigram model and Viterbi over the ways each bare syllable may be written. What the
documents lack is backed by a dictionary word list and by a page of questions as people ask them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from tracuu.queries.places import provinces
from tracuu.text import fold, modern_marks
from tracuu.types import Span

# A run of letters: a syllable, an abbreviation or a foreign word.
_RUN = re.compile(r"[^\W\d_]+")
# The shape of a Vietnamese syllable without marks. Match: "nghieng", "quy". Near miss: "internet", "ubnd".
_SHAPE = re.compile(r"(?:ngh?|nh|ch|gh|kh|ph|qu|th|tr|gi|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[ckmnpt])?")
# Syllables written with i or y alike. Match: "ti", "quy". Near miss: "thuy", "vi".
_I_OR_Y = re.compile(r"(?:[hklmst]|qu)[iy]")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")

# All figures below: syllables right when each directive of corpus/ is held out in turn with its copies and
# its sentences are typed anew, mean of four (as tests/test_marks.py does it on a sample).
# The chance that a writer who sets marks leaves one off by mistake: chosen, flat from 0.0001 to 0.01.
_FORGETS = 0.001
# Standard deviations by which bare words must outnumber what is bare anyway. Typed with all marks, 99.89 % stay
# at 0, 99.94 at 2; typed with half of them, 98.8 % come right at either.
_CAUTION = 2.0
# Witten-Bell weight of the unigram in P(b | a), per kind of follower of a. Typed without marks, dictionary
# at 0.1: 97.2 % at 0.3, 97.4 at 1, 97.5 at 2, 97.7 at 4.
_BACKING = 2.0
# What one dictionary entry counts for against one occurrence in the documents. 97.5 % at 0.02, 97.6 at 0.05,
# 97.5 at 0.1, 97.0 at 0.5.
_DICTIONARY = 0.05
# Weight of a syllable that nothing holds, so that no chance is 0. Flat from 0.002 to 0.05.
_UNSEEN = 0.05
# The largest weight that a 16-bit float holds.
_HEAVIEST = 65_504.0
# What one line of `_SPOKEN` or a province counts for: both are all but absent from directives. Chosen.
_SPOKEN_WEIGHT = 2.0

# Questions as people ask them, for the words that documents never use.
_SPOKEN = """
ai chủ trì; ai lo việc này; ai phụ trách; ai ký; ai là người ký; ai ban hành; ai chịu trách nhiệm; ai làm; ai theo dõi
cơ quan nào chủ trì; cơ quan nào phối hợp; cơ quan nào ban hành; cơ quan nào theo dõi; cơ quan nào chịu trách nhiệm
đơn vị nào chủ trì; đơn vị nào lo; đơn vị nào làm đầu mối; đơn vị nào phối hợp; sở nào chủ trì; sở nào lo; bên nào lo
ban nào; phòng nào; xã nào; tỉnh nào; văn bản nào; kế hoạch nào; nghị quyết nào; những cơ quan nào; những ai; của ai
do ai ký; do ai chủ trì; do cơ quan nào chủ trì; giao cho ai; giao ai làm; gửi cho ai; gửi đến đâu; gửi những đâu
khi nào xong; khi nào hoàn thành; khi nào phải xong; khi nào ban hành; bao giờ xong; bao giờ hoàn thành; bao giờ thì
đến bao giờ; từ bao giờ; hạn chót là khi nào; thời hạn là bao giờ; thời hạn hoàn thành; hạn hoàn thành; trước ngày nào
ngày nào; tháng mấy; năm nào; quý mấy; lúc nào; ngày mấy; hạn đến khi nào; hạn cuối; ngày ban hành; ra ngày nào
là bao nhiêu; bao nhiêu phần trăm; bao nhiêu mét vuông; có bao nhiêu; có mấy; được bao nhiêu; đạt bao nhiêu; mấy căn
số mấy; số bao nhiêu; số hiệu là gì; số ký hiệu; ký hiệu là gì; mục tiêu là gì; chỉ tiêu là bao nhiêu
tỷ lệ là bao nhiêu; là gì; lấy từ đâu; nguồn từ đâu; từ đâu ra; đi đâu; về đâu; đến đâu
gồm những gì; nội dung gì; việc gì; làm gì; cái gì; như thế nào; thế nào; ra sao; ở đâu; tại sao; vì sao; gì vậy
cho hỏi; cho em hỏi; cho tôi hỏi; xin hỏi; xin cho biết; cho biết; hãy cho biết; làm ơn; vâng ạ; với ạ; được không ạ
không ạ; gì ạ; nào ạ; nhỉ; đấy ạ; thế ạ; vậy ạ; bác ơi; anh chị cho em hỏi; em muốn hỏi; tôi muốn biết; tìm giúp
có đúng không; phải không; có phải; quy định thế nào; nói gì về; nhắc đến; liên quan đến; theo kế hoạch này
"""


class Word(NamedTuple):
    """A run of letters in a text; ``form`` is lower case with the tone mark placed the newer way."""

    span: Span
    form: str
    bare: bool


class Stored(msgspec.Struct, array_like=True, frozen=True):
    """What is written to disk: a little-endian block for each array."""

    syllables: str
    weights: bytes
    pairs: bytes
    pair_weights: bytes
    named_pairs: bytes


@lru_cache(maxsize=8192)
def _skeleton(form: str) -> str:
    """The bare syllable, with y as i where both are in use ("tỷ" and "tỉ" give "ti")."""
    bare = fold(form)
    return bare.replace("y", "i") if _I_OR_Y.fullmatch(bare) else bare


@lru_cache(maxsize=8192)
def _is_syllable(form: str) -> bool:
    return len(form) <= 7 and _SHAPE.fullmatch(fold(form)) is not None


def words_of(text: str) -> list[Word]:
    """The runs of letters in ``text``, in order."""
    found = []
    for match in _RUN.finditer(text):
        form = modern_marks(match.group())
        found.append(Word(Span(*match.span()), form, form.isascii()))
    return found


def _adjoin(text: str, left: Word, right: Word) -> bool:
    return text[left.span.end : right.span.start].isspace()


class _Tally:
    """Counts while learning; thrown away when the model is made."""

    def __init__(self) -> None:
        self.singles: defaultdict[str, float] = defaultdict(float)
        self.pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.cased: Counter[tuple[str, str]] = Counter()
        self.named: Counter[tuple[str, str]] = Counter()

    def add_text(self, text: str) -> None:
        for line in text.splitlines():
            self._add_line(line, shouted=line.isupper())

    def _add_line(self, line: str, *, shouted: bool) -> None:
        before: Word | None = None
        for word in words_of(line):
            raw = line[word.span.start : word.span.end]
            if not _is_syllable(word.form) or (not shouted and len(raw) > 1 and raw.isupper()):
                before = None
                continue
            linked = before is not None and _adjoin(line, before, word)
            self.singles[word.form] += 1
            self.pairs[before.form if before and linked else "", word.form] += 1
            if before and linked and not shouted:
                self.cased[before.form, word.form] += 1
                if raw[0].isupper() and line[before.span.start].isupper():
                    self.named[before.form, word.form] += 1
            before = word

    def add_entries(self, entries: Iterable[str], weight: float) -> None:
        """Add dictionary words or phrases, each counting ``weight``."""
        for entry in sorted(set(entries)):
            forms = [form for form in (modern_marks(run) for run in _RUN.findall(entry)) if _is_syllable(form)]
            for form in forms:
                self.singles[form] += weight
            for pair in pairwise(forms):
                self.pairs[pair] += weight


def _packed(weights: Iterable[float]) -> bytes:
    block: bytes = np.minimum(np.fromiter(weights, float), _HEAVIEST).astype("<f2").tobytes()
    return block


def _unpacked(block: bytes) -> NDArray[np.float32]:
    return np.frombuffer(block, "<f2").astype(np.float32)


@dataclass(frozen=True)
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
        tally = _Tally()
        for text in texts:
            tally.add_text(text)
        tally.add_entries(word_list, _DICTIONARY)
        tally.add_entries(re.split(r"[;\n]", _SPOKEN), _SPOKEN_WEIGHT)
        tally.add_entries((f"tỉnh {province.name}" for province in provinces()), _SPOKEN_WEIGHT)
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
    def _places(self) -> dict[str, int]:
        return {form: index for index, form in enumerate(self.syllables)}

    @cached_property
    def _ways(self) -> dict[str, list[int]]:
        """Bare syllable to the places of all ways to write it."""
        ways: dict[str, list[int]] = {}
        for index, form in enumerate(self.syllables[1:], start=1):
            ways.setdefault(_skeleton(form), []).append(index)
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
    def _shares(self) -> NDArray[np.float32]:
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
        for word, choice in zip(lattice.words, self._best(lattice), strict=True):
            raw = text[word.span.start : word.span.end]
            written = raw if choice in (-1, len(self.syllables)) else self.syllables[choice]
            pieces += [text[position : word.span.start], raw if written == word.form else _cased(written, raw)]
            position = word.span.end
        return "".join([*pieces, text[position:]])

    def _best(self, lattice: "_Lattice") -> list[int]:
        """The best way to write each word, as places (-1 where it must stay)."""
        columns = lattice.columns
        score = self._steps(np.zeros(1, np.uint32), columns[0])[:, 0] + lattice.costs[0]
        back: list[NDArray[np.intp]] = []
        for left, right, cost in zip(columns, columns[1:], lattice.costs[1:], strict=False):
            paths = self._steps(left, right) + score[None, :]
            back.append(paths.argmax(axis=1))
            score = paths.max(axis=1) + cost
        best = int(score.argmax())
        chosen = [best]
        for pointers in reversed(back):
            best = int(pointers[best])
            chosen.append(best)
        path = [int(column[index]) for column, index in zip(columns, reversed(chosen), strict=True)]
        return [path[place] if place >= 0 else -1 for place in lattice.positions]

    def _steps(self, left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.float32]:
        """Logarithm of P(right | left), shape (len(right), len(left))."""
        size = len(self.syllables)
        keys = left[None, :].astype(np.uint64) * size + right[:, None]
        found = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        known = (self.pairs[found] == keys) & (left < size)[None, :] & (right < size)[:, None]
        counts = np.where(known, self.pair_weights[found], 0)
        followers, kinds = self._followers
        backing = _BACKING * kinds[left][None, :]
        chances = (counts + backing * self._shares[right][:, None]) / (followers[left][None, :] + backing)
        return np.asarray(np.log(chances), np.float32)

    def capitalise(self, text: str) -> str:
        """``text`` with capitals where the documents mostly write two neighbours with them.

        "sở xây dựng điện biên phủ" gives "Sở Xây dựng Điện Biên Phủ"; single words stay.
        """
        letters = list(text)
        found = words_of(text)
        for left, right in pairwise(found):
            a, b = self._places.get(left.form), self._places.get(right.form)
            if a and b and _adjoin(text, left, right) and a * len(self.syllables) + b in self.named_pairs:
                for word in (left, right):
                    letters[word.span.start] = letters[word.span.start].upper()
        return "".join(letters)

    def chance_bare(self, word: Word) -> float:
        """How often the bare syllable is meant as it stands, in [0, 1]; 1 for unknown ones."""
        ways = self._ways.get(_skeleton(word.form), [])
        plain = sum(float(self.weights[way]) for way in ways if self.syllables[way].isascii())
        return plain / sum(float(self.weights[way]) for way in ways) if ways else 1.0

    def candidates(self, word: Word) -> list[int]:
        """Places of the ways to write a word: all for a bare one, its i and y forms for a marked one."""
        ways = self._ways.get(_skeleton(word.form), [])
        if word.bare:
            return ways
        twins = {word.form, word.form.translate(_TO_I), word.form.translate(_TO_Y)}
        twins = twins if _I_OR_Y.fullmatch(fold(word.form)) else {word.form}
        return [way for way in ways if self.syllables[way] in twins]


def _cased(written: str, raw: str) -> str:
    """``written`` in the case of ``raw``, letter by letter (they are equally long)."""
    return "".join(w.upper() if r.isupper() else w for w, r in zip(written, raw, strict=True))


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
        kept = _kept_words(text, found)
        settled = [any(s.start <= word.span.start < s.end for s in fixed) for word in found]
        own = [word for word, keep, settle in zip(found, kept, settled, strict=True) if not keep and not settle]
        price = _price_of_marks(model, own)
        lattice = cls(found, [], [], [])
        before: Word | None = None
        for word, keep, settle in zip(found, kept, settled, strict=True):
            if before is None or keep or not _adjoin(text, before, word):
                lattice._add([0], [0.0])
            ways = [] if keep else model.candidates(word)
            if settle:
                ways = [way for way in ways if model.syllables[way] == word.form]
            lattice.positions.append(-1 if keep else len(lattice.columns))
            if not keep:
                unknown = len(model.syllables)
                costs = [price if word.bare and not model.syllables[way].isascii() else 0.0 for way in ways]
                lattice._add(ways or [unknown], costs or [0.0])
            before = None if keep else word
        lattice._add([0], [0.0])
        return lattice

    def _add(self, ways: Sequence[int], costs: Sequence[float]) -> None:
        self.columns.append(np.array(ways, np.uint32))
        self.costs.append(np.array(costs, np.float32))


# Letters and what joins the parts of a symbol. Match: "39-KH/TU", "KH&CN". Near miss: "quy hoạch".
_CHUNK = re.compile(r"[\w&/-]+")


def _kept_words(text: str, found: Sequence[Word]) -> list[bool]:
    """Which words must stay: no syllables, abbreviations, parts of symbols ("39-kh/tu", "m2")."""
    shouted = text.isupper()
    chunks = iter([(*match.span(), _is_symbol(match.group())) for match in _CHUNK.finditer(text)])
    end, symbol = -1, False
    kept: list[bool] = []
    for word in found:
        while end < word.span.end:
            _, end, symbol = next(chunks)
        raw = text[word.span.start : word.span.end]
        short = len(raw) > 1 and raw.isupper() and not shouted
        kept.append(symbol or short or not _is_syllable(word.form))
    return kept


def _is_symbol(chunk: str) -> bool:
    """Whether a chunk has digits, or joins something that is no syllable ("kh&cn"; not "và/hoac")."""
    runs = _RUN.findall(chunk)
    odd = len(runs) > 1 and any(not _is_syllable(modern_marks(run)) for run in runs)
    return odd or any(char.isdigit() for char in chunk)


def _price_of_marks(model: MarkModel, found: Sequence[Word]) -> float:
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
