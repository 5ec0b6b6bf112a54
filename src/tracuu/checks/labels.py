"""Labels of lists: their place in the order, how they are misread, and where one is printed in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracuu import vi
from tracuu.text import ORDINALS, ROMAN
from tracuu.types import Level

# The Vietnamese alphabet has no f, j, w, z; whether đ counts is the style of the house.
ALPHABET = "abcdeghiklmnopqrstuvxy"
FOREIGN = frozenset("fjwz")
_ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
# What OCR prints for a label: strokes, round and open letters, letters that lost a mark.
_ALIKE = (
    "1lIi|!7tr", "2Zz", "3Bb8", "4A", "5Ss", "6Gbó", "0OoQ", "9gq", "ceêéo", "dđ", "aàáảãạâăo", "bh6", "gq9", "hnb",
    "iíìỉĩịl1j", "klhK", "mn", "nur", "oóòỏõọôơ0", "pP", "uúùủũụưv", "vyu", "xX", "yv", "eẹéèêc",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """The labels of one list in order; ``label`` gives that of a value, "" behind the last."""

    labels: tuple[str, ...]

    def value(self, label: str) -> int | None:
        """The place of a label, from 1; None when it is no label of this list."""
        return self.labels.index(label) + 1 if label in self.labels else None

    def label(self, value: int) -> str:
        """The label of a value."""
        return self.labels[value - 1] if 0 < value <= len(self.labels) else ""


# Longer lists are no lists of a directive.
_MOST = 400


@lru_cache(maxsize=1)
def _numbers() -> Order:
    return Order(tuple(str(n) for n in range(1, _MOST)))


@lru_cache(maxsize=1)
def _romans() -> Order:
    return Order(ROMAN)


@lru_cache(maxsize=64)
def _letters(extra: frozenset[str], *, capital: bool) -> Order:
    order = "".join(sorted({*ALPHABET, *(extra & FOREIGN)}))
    if "đ" in extra:
        order = order.replace("d", "dđ")
    return Order(tuple(order.upper() if capital else order))


def order_of(level: Level, labels: Sequence[str]) -> Order:
    """The order in which the labels of a list at one level run: numbers, Roman numbers, letters or words."""
    if level is Level.POINT:
        return _letters(frozenset(labels), capital=False)
    if level is Level.PART and labels and labels[0].split(" ")[-1] in ORDINALS:
        return Order(tuple(f"thứ {word}" if " " in labels[0] else word for word in ORDINALS))
    if level is Level.PART and not any(_ROMAN.match(label) or label.isdigit() for label in labels):
        return _letters(frozenset(label.lower() for label in labels), capital=True)
    if level in {Level.PART, Level.ROMAN, Level.CHAPTER, Level.DIVISION} and not labels[0].isdigit():
        return _romans()
    return _numbers()


def is_misread(printed: str, wanted: str) -> bool:
    """Whether ``printed`` may be what a scan made of ``wanted``: each letter or figure is like the other."""
    if len(printed) != len(wanted):
        strokes = frozenset("IVXlH1|!")
        return {*printed, *wanted} <= strokes and not (printed.isdigit() and wanted.isdigit())
    pairs = zip(printed, wanted, strict=True)
    return all(a == b or any(a in group and b in group for group in _ALIKE) for a, b in pairs)


def printed_pattern(label: str) -> re.Pattern[str]:
    """Where a label stands as one, also misread or behind a stop within a line: "…; b) Sở Y tế", "|l. Sở", "3 . Sở"."""
    return _printed(label)


# A line that begins with a number of which nothing but strokes and rings was read: "l. Về …", "II) …".
STROKES = re.compile(r"\n[\s#*_]*[lI|!O\]\[]{1,3}[*_]{0,3}\s?[.)]\s")


@lru_cache(maxsize=512)
def _printed(label: str) -> re.Pattern[str]:
    forms = "".join(_form(sign) for sign in label)
    # A letter needs its sign; a number may have lost it: "3 Sở Y tế".
    sign = r"\s?[)/}\]]|\s?\.(?=\s)" if label.isalpha() and label.islower() else r"\s?[.,)/:\-–}|\]]|\s(?=[^\W\d_])"
    word = r"(?:Điều\s+|Mục\s+|Chương\s+|Phần\s+)?"
    return re.compile(rf"(?:^|[\n\t;:.|>*“\"(,])[\W_]{{0,6}}{word}(?:{forms})(?:{sign})", re.MULTILINE)


def _form(sign: str) -> str:
    like = {sign, *(c for group in _ALIKE if sign in group for c in group)} if sign.isalnum() else {sign}
    return "[" + "".join(re.escape(c) for c in sorted(like)) + "]"


def named(level: Level | None, label: str) -> str:
    """A label with the word for what it numbers: "điểm c", "Điều 5", "STT 3" (without a level)."""
    return vi.LABELS[level.value if level else "row"].format(label=label)
