"""What a difference between two transcriptions is: a number, a name, a word said, or a slip of the scan."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from tracuu.checks.copies import Token
from tracuu.checks.labels import is_misread
from tracuu.text import fold


class Kind(StrEnum):
    """What differs, the gravest first."""

    NUMBER = "number"
    SYMBOL = "symbol"
    NEGATION = "negation"
    PASSAGE = "passage"
    NAME = "name"
    WORDS = "words"
    SLIP = "slip"
    CASE = "case"
    SIGNS = "signs"


# As many words that one copy has and the other has not are a passage left out.
_PASSAGE = 8
_NEGATIONS = frozenset({"không", "chưa", "chẳng", "đừng", "chớ", "cấm", "trừ"})
_STROKES = str.maketrans({"l": "1", "i": "1", "|": "1", "!": "1", "o": "0", "s": "5", "z": "2", "b": "8", "g": "9"})
# A scan that reads two letters for one: "rn" for "m", "cl" for "d".
_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("ri", "n"))


def kind_of(one: Sequence[Token], other: Sequence[Token], before: Token | None, counts: Counter[str]) -> Kind:
    """What differs between two stretches.

    ``before`` is the token before them in the first copy, ``counts`` how often each word stands in both copies: a form
    that stands nowhere else is a slip for one that does.
    """
    mine, theirs = _words(one), _words(other)
    if not mine and not theirs:
        return Kind.SIGNS
    if not (mine and theirs) and len(mine or theirs) >= _PASSAGE:
        return Kind.PASSAGE
    if [t.key for t in mine] == [t.key for t in theirs]:
        return Kind.CASE if [t.text for t in mine] != [t.text for t in theirs] else Kind.SIGNS
    if _numbers(mine) != _numbers(theirs):
        return Kind.SLIP if _same_figures(mine, theirs) else Kind.NUMBER
    if Counter(t.key for t in mine if t.key in _NEGATIONS) != Counter(t.key for t in theirs if t.key in _NEGATIONS):
        return Kind.NEGATION
    if _capitals(mine) != _capitals(theirs) and not _all_slips(mine, theirs):
        return Kind.SYMBOL
    if len(mine) == len(theirs):
        return _of_pairs(mine, theirs, before, counts)
    return Kind.SLIP if _is_slip("".join(t.key for t in mine), "".join(t.key for t in theirs)) else Kind.WORDS


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.text[0].isalnum()]


def _numbers(tokens: Sequence[Token]) -> list[str]:
    """Figures as one writes them: without points, commas and leading zeros that change nothing."""
    found = [t.key for t in tokens if any(c.isdigit() for c in t.key)]
    return [number.lstrip("0") if number.isdecimal() else number for number in found]


def _same_figures(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether the figures are the same once letters read for them are put right: "l5" and "15"."""
    sides = ["".join(t.key for t in side) for side in (mine, theirs)]
    mended = [side.translate(_STROKES) for side in sides]
    return mended[0] == mended[1] and any(any(c.isalpha() for c in t.key) for t in (*mine, *theirs))


def _capitals(tokens: Sequence[Token]) -> list[str]:
    return [t.key for t in tokens if len(t.text) > 1 and t.text.isupper() and t.text.isalpha() and len(t.text) < 8]


def _all_slips(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return len(mine) == len(theirs) and all(fold(a.key) == fold(b.key) for a, b in zip(mine, theirs, strict=True))


def _of_pairs(mine: Sequence[Token], theirs: Sequence[Token], before: Token | None, counts: Counter[str]) -> Kind:
    """The gravest of the pairs of words; a capital behind a word that ends no sentence begins a name."""
    kinds: list[Kind] = []
    for n, (a, b) in enumerate(zip(mine, theirs, strict=True)):
        if a.key == b.key:
            continue
        starts = n == 0 and (before is None or before.text[-1] in '.:;!?-+"')
        named = a.text[0].isupper() and b.text[0].isupper() and not starts
        slip = _is_slip(a.key, b.key)
        if named and not (slip and _is_known(a.key, b.key, counts)):
            kinds.append(Kind.NAME)
        else:
            kinds.append(Kind.SLIP if slip else Kind.WORDS)
    return min(kinds, key=list(Kind).index)


def _is_known(a: str, b: str, counts: Counter[str]) -> bool:
    """Whether one of the forms stands elsewhere in the copies and the other does not."""
    rare, usual = sorted((counts[a], counts[b]))
    return rare <= 1 and usual > rare + 1


def _is_slip(a: str, b: str) -> bool:
    """Whether two words are one read in two ways: marks lost, or letters that look alike."""
    first, second = fold(a), fold(b)
    if first == second or (len(first) > 2 and _differing(first, second) == 1 and is_misread(first, second)):
        return True
    return any(first.replace(two, as_one) == second.replace(two, as_one) for two, as_one in _PAIRS)


def _differing(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True)) if len(a) == len(b) else len(a) + len(b)
