"""Words of a quotation beside those of its source: tokens and their alignment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracuu.documents.symbols import DATE, SYMBOL
from tracuu.text import UPPER, fold

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
