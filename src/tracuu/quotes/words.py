"""Words of a quotation beside those of its source: tokens, their alignment, and what differs of which kind."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracuu.documents.symbols import DATE, SYMBOL
from tracuu.quotes.meaning import is_contrary, is_limit, is_other_level, is_other_name
from tracuu.quotes.naming import name_spans, plain_name
from tracuu.text import UPPER, fold
from tracuu.types import DifferenceKind, Span

# Words that turn a sentence into its contrary.
NEGATIONS = frozenset({"không", "chưa", "chẳng", "chả", "đừng", "chớ", "cấm"})
# Units whose change changes the figure before them.
_UNITS = frozenset(
    (
        "tỷ",
        "tỉ",
        "triệu",
        "nghìn",
        "ngàn",
        "trăm",
        "chục",
        "đồng",
        "usd",
        "ha",
        "km",
        "m",
        "m²",
        "m³",
        "km²",
        "tấn",
        "mw",
    )
)


class Class(IntEnum):
    """What a token is; the order is that of gravity where two fall together."""

    SIGN = 0
    WORD = 1
    NUMBER = 2
    DATE = 3
    SYMBOL = 4


class Token(NamedTuple):
    """A word, number, date, symbol or sign of a view, and its place there."""

    text: str
    start: int
    end: int
    kind: Class


# "quý II/2026", "tháng 8/2026", "năm 2030", "13/3": times that are no whole date.
_TIME = (
    r"(?<!\w)(?:[Qq]uý\s(?:[IVX]{1,3}|\d)(?!\w)(?:(?:\s?/\s?|\s(?:năm\s)?)(?:19|20)\d\d(?!\d))?"
    r"|[Tt]háng\s\d{1,2}(?!\w)(?:(?:\s?/\s?|\snăm\s)(?:19|20)\d\d(?!\d))?"
    r"|[Nn]ăm\s(?:19|20)\d\d(?![\w%]|[.,]\d)|ngày\s\d{1,2}\stháng\s\d{1,2}(?!\w)"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\w/])|\d{1,2}/(?:19|20)\d\d(?![\w/])|(?:19|20)\d\d(?![\w%]|[.,]\d))"
)
_TOKEN = re.compile(
    rf"(?P<symbol>{SYMBOL.pattern})"
    rf"|(?P<date>{re.sub(r'[?]P<[a-z0-9]+>', '', DATE.pattern.replace('(?P=sep)', '[/.-]'))}|{_TIME})"
    rf"|(?P<number>(?:(?<=[^\W\d_])[-–−](?=\d)|[±≥≤≈]|[<>]=?(?=\d))?\d+(?:[.,]\d+)*[%‰]?|(?<!\w)[IVXLC]+(?!\w)|\w*[\d⁰¹²³⁴-⁹]\w*)"
    rf"|(?P<word>[^\W_]+)|(?P<sign>\S)"
)
_LETTERS = re.compile(rf"[{UPPER}]{{2}}|[{UPPER}][a-z]?$")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a view's text (spaces beside signs left out) between two places, in order; offsets from there."""
    found: list[Token] = []
    position, end = start, len(text) if end is None else end
    while match := _TOKEN.search(text, position, end):
        kind = Class[(match.lastgroup or "sign").upper()]
        if kind is Class.SYMBOL and not _LETTERS.search(match.group()):
            match = re.compile(r"\d+").match(text, match.start(), end) or match  # "5-Xây dựng" is a number and words
            kind = Class.NUMBER
        elif kind is Class.WORD and match.group().lower() in _UNITS and found and found[-1].kind is Class.NUMBER:
            kind = Class.NUMBER
        found.append(Token(match.group(), match.start() - start, match.end() - start, kind))
        position = match.end()
    return found


# --- Alignment ---------------------------------------------------------------------------------


class Pair(NamedTuple):
    """A token of the quotation and one of the source; None where nothing stands."""

    yours: int | None
    source: int | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cheapest way to lay the quotation on the source, and what it costs (0: word for word)."""

    pairs: tuple[Pair, ...]
    cost: float


# A word in another's place, one whose marks or case alone differ, a number in a number's, a sign in a sign's.
_OTHER, _MISSPELT, _FIGURE, _SIGN = 0.75, 0.25, 0.5, 0.3
# A figure of the quotation in the place of the source's word: more than to leave the word out, so that "đạt 32%" is
# laid on "đạt trên 32%" whole.
_UNLIKE = 1.0
# A word put in, or the first that is left out: more than another word in its place, so that the ends of the quotation
# are laid on the source's words too. Each further word left out beside it: a whole clause costs little more than one.
_GAP, _MORE = 0.8, 0.15
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Tables:
    """Least costs of the first i of yours ending at the first j of the source; ``missing``: with j left out."""

    best: Matrix
    missing: Matrix


def align(yours: Sequence[Token], source: Sequence[Token]) -> Alignment:
    """The whole of ``yours`` on any stretch of ``source`` (both not empty)."""
    costs = _substitutions(yours, source)
    shape = (len(yours) + 1, len(source) + 1)
    best, missing = (np.full(shape, np.inf, np.float32) for _ in range(2))
    best[0] = 0.0
    steps = np.arange(shape[1], dtype=np.float32) * _MORE
    for i in range(1, shape[0]):
        row = best[i - 1] + _GAP
        row[1:] = np.minimum(row[1:], best[i - 1, :-1] + costs[i - 1])
        missing[i, 1:] = np.minimum.accumulate(row - steps)[:-1] + steps[:-1] + _GAP
        best[i] = np.minimum(row, missing[i])
    end = int(best[-1].argmin())
    return Alignment(tuple(_trace(_Tables(best, missing), costs, len(yours), end)), float(best[-1, end]))


def _trace(tables: _Tables, costs: Matrix, i: int, j: int) -> list[Pair]:
    """The way that led to ``best[i, j]``, from the beginning."""
    pairs: list[Pair] = []
    while i:
        here = tables.best[i, j]
        if j and abs(here - tables.best[i - 1, j - 1] - costs[i - 1, j - 1]) < _NEAR:
            i, j = i - 1, j - 1
            pairs.append(Pair(i, j))
        elif abs(here - tables.best[i - 1, j] - _GAP) < _NEAR:
            i -= 1
            pairs.append(Pair(i, None))
        else:
            while abs(tables.missing[i, j] - tables.best[i, j - 1] - _GAP) >= _NEAR:
                j -= 1
                pairs.append(Pair(None, j))
            j -= 1
            pairs.append(Pair(None, j))
    return pairs[::-1]


# Costs are multiples of 0.05 that differ by 0.05 or nothing; their sums in 32 bits are exact to this.
_NEAR = 5e-3


def _substitutions(yours: Sequence[Token], source: Sequence[Token]) -> Matrix:
    """What each token of ``yours`` (rows) costs in the place of each of ``source`` (columns)."""
    ids: dict[str, int] = {}
    mine, theirs = (np.array([ids.setdefault(t.text, len(ids)) for t in side]) for side in (yours, source))
    folds: dict[str, int] = {}
    folded = np.array([folds.setdefault(fold(word), len(folds)) for word in ids])
    first, second = (np.array([t.kind for t in side]) for side in (yours, source))
    same_kind = first[:, None] == second[None, :]
    figures = same_kind & (second[None, :] >= Class.NUMBER)
    unlike = (first[:, None] >= Class.NUMBER) & (second[None, :] == Class.WORD)
    words = np.where(unlike, _UNLIKE, _OTHER)
    costs = np.where(
        figures, _FIGURE, np.where(np.minimum(first[:, None], second[None, :]) == 0, 2 * _GAP, words)
    ).astype(np.float32)
    costs[same_kind & (first[:, None] == Class.SIGN)] = _SIGN
    costs[folded[mine][:, None] == folded[theirs][None, :]] = _MISSPELT
    costs[mine[:, None] == theirs[None, :]] = 0.0
    return costs


# --- Differences -------------------------------------------------------------------------------


class WordDifference(NamedTuple):
    """What differs, as spans of the two views (empty where nothing stands)."""

    yours: Span
    source: Span
    kind: DifferenceKind
    marked: bool


def differences(
    pairs: Sequence[Pair], yours: Sequence[Token], source: Sequence[Token], texts: tuple[str, str]
) -> list[WordDifference]:
    """The stretches in which aligned tokens differ, in order; ``texts`` are the two views."""
    stretches = [range(a, b) for a, b in _unequal(pairs, yours, source)]
    names = _name_ranges(pairs, stretches, (yours, source), texts)
    found: list[WordDifference] = []
    for stretch in _widened(stretches, names):
        if _written(pairs, stretch, yours, 0, texts[0]) == _written(pairs, stretch, source, 1, texts[1]):
            continue  # "-5%" at the beginning of a text and behind a word
        found.append(_difference(pairs, stretch, yours, source, named=any(_overlap(stretch, n) for n in names)))
    return found


def _written(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int, text: str) -> str:
    """What one side has in a stretch, with the spaces in it."""
    own = _tokens_of(pairs, stretch, side, which)
    return text[own[0].start : own[-1].end] if own else ""


def _unequal(pairs: Sequence[Pair], yours: Sequence[Token], source: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of pairs that are not word for word."""
    start = None
    for at, (i, j) in enumerate(pairs):
        same = i is not None and j is not None and yours[i].text == source[j].text
        if same and start is not None:
            yield start, at
            start = None
        elif not same and start is None:
            start = at
    if start is not None:
        yield start, len(pairs)


# A name longer than this is a list: the words that differ are shown without it.
_NAME_TOKENS = 14


def _name_ranges(
    pairs: Sequence[Pair],
    stretches: Sequence[range],
    sides: tuple[Sequence[Token], Sequence[Token]],
    texts: tuple[str, str],
) -> list[range]:
    """The runs of pairs in which an agency is named, on either side, near the stretches that differ."""
    found: list[range] = []
    for side, (side_tokens, text) in enumerate(zip(sides, texts, strict=True)):
        used = [(at, side_tokens[k]) for at, pair in enumerate(pairs) if (k := pair[side]) is not None]
        starts = [token.start for _, token in used]
        near = [_place(_tokens_of(pairs, s, side_tokens, side), pairs, s, side_tokens, side) for s in stretches]
        for start, end in name_spans(text, near):
            inside = used[bisect_left(starts, start) : bisect_left(starts, end)]
            if inside:
                found.append(range(inside[0][0], inside[-1][0] + 1))
    return found


def _tokens_of(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int) -> list[Token]:
    """The tokens of one side in a stretch."""
    return [side[k] for pair in pairs[stretch.start : stretch.stop] if (k := pair[which]) is not None]


def _overlap(a: range, b: range) -> bool:
    return a.start < b.stop and b.start < a.stop


def _widened(stretches: Sequence[range], names: Sequence[range]) -> list[range]:
    """The stretches, each with the whole of a name that it changes; those that then touch are one."""
    grown: list[range] = []
    for stretch in stretches:
        for name in names:
            if _overlap(stretch, name) and len(name) <= _NAME_TOKENS:
                stretch = range(min(stretch.start, name.start), max(stretch.stop, name.stop))
        if grown and stretch.start < grown[-1].stop:
            stretch = range(min(stretch.start, grown[-1].start), max(stretch.stop, grown.pop().stop))
        grown.append(stretch)
    return grown


def _difference(
    pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token], *, named: bool
) -> WordDifference:
    mine, theirs = _tokens_of(pairs, stretch, yours, 0), _tokens_of(pairs, stretch, source, 1)
    kind = _kind(mine, theirs, named=named)
    names = [plain_name(" ".join(token.text for token in side)) for side in (mine, theirs)]
    same_body = kind is DifferenceKind.AGENCY and names[0] == names[1]
    grave = _negations(mine) != _negations(theirs) or (kind is not DifferenceKind.WORD and not same_body)
    if kind is DifferenceKind.WORD:
        other_place = _names_another(pairs, stretch, yours, source)
        kind = DifferenceKind.AGENCY if other_place else kind
        grave = grave or other_place or _turns(pairs, stretch, yours, source)
    return WordDifference(
        _place(mine, pairs, stretch, yours, 0), _place(theirs, pairs, stretch, source, 1), kind, grave
    )


def _names_another(pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the stretch names another place, level or body than the source."""
    wide = _beside(stretch, pairs)
    mine, theirs = _tokens_of(pairs, wide, yours, 0), _tokens_of(pairs, wide, source, 1)
    if is_other_level(_said(mine), _said(theirs)):
        return True
    return is_other_name(_capitals(pairs, stretch, yours, 0), _capitals(pairs, stretch, source, 1))


def _turns(pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether words of the stretch are the contrary of the source's, or another limit of the figure beside them."""
    wide = _beside(stretch, pairs)
    mine, theirs = _tokens_of(pairs, wide, yours, 0), _tokens_of(pairs, wide, source, 1)
    if is_contrary(_said(mine), _said(theirs)):
        return True
    next_one = pairs[stretch.stop][1] if stretch.stop < len(pairs) else None
    last_one = pairs[stretch.start - 1][1] if stretch.start else None
    return is_limit(
        _said(_tokens_of(pairs, stretch, yours, 0)),
        _said(_tokens_of(pairs, stretch, source, 1)),
        before_figure=next_one is not None and source[next_one].kind >= Class.NUMBER,
        behind_figure=last_one is not None and source[last_one].kind >= Class.NUMBER,
    )


def _beside(stretch: range, pairs: Sequence[Pair]) -> range:
    """The stretch with the pair before and the one behind it."""
    return range(max(0, stretch.start - 1), min(len(pairs), stretch.stop + 1))


def _said(side: Sequence[Token]) -> str:
    return " ".join(token.text for token in side)


def _capitals(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int) -> list[str]:
    """Words of one side of a stretch with a capital first, but for those that begin a sentence or the whole."""
    found: list[str] = []
    for pair in pairs[stretch.start : stretch.stop]:
        at = pair[which]
        if at is None or at == 0 or side[at].kind is not Class.WORD or not side[at].text.istitle():
            continue
        if side[at - 1].kind is not Class.SIGN or side[at - 1].text in ",/":
            found.append(side[at].text)
    return found


def _kind(mine: Sequence[Token], theirs: Sequence[Token], *, named: bool) -> DifferenceKind:
    """The gravest thing that is not the same on both sides."""
    for kind in (Class.SYMBOL, Class.DATE, Class.NUMBER):
        if [t.text for t in mine if t.kind is kind] != [t.text for t in theirs if t.kind is kind]:
            return DifferenceKind[kind.name]
    worded = [t.text for t in mine if t.kind is Class.WORD] != [t.text for t in theirs if t.kind is Class.WORD]
    return DifferenceKind.AGENCY if named and worded else DifferenceKind.WORD


def _negations(side: Sequence[Token]) -> Counter[str]:
    return Counter(word for token in side if (word := token.text.lower()) in NEGATIONS)


def _place(
    side: Sequence[Token], pairs: Sequence[Pair], stretch: range, all_tokens: Sequence[Token], which: int
) -> Span:
    """The span of these tokens, or the empty one behind the token before the stretch."""
    if side:
        return Span(side[0].start, side[-1].end)
    earlier = (k for pair in reversed(pairs[: stretch.start]) if (k := pair[which]) is not None)
    last = next(earlier, None)
    at = all_tokens[last].end if last is not None else 0
    return Span(at, at)
