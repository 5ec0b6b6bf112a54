"""Labels at the start of a paragraph: parts, numbers, points, dashes; misread Roman numerals put right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracuu.text import ROMAN, UPPER
from tracuu.types import Level

# The order of levels, large to small. A heading without a label stands between item and point.
RANK = {
    Level.ANNEX: 0, Level.PART: 1, Level.CHAPTER: 2, Level.DIVISION: 3, Level.ROMAN: 4, Level.ARTICLE: 5,
    Level.ITEM: 6, Level.SUBITEM: 7, Level.SUBSUBITEM: 8, Level.POINT: 10, Level.DASH: 11, Level.PLUS: 12,
    Level.TEXT: 13,
}  # fmt: skip
UNLABELLED_HEADING_RANK = 9
# Beyond XV a misread word is likelier than a part.
_ROMAN = ROMAN[:15]
# What OCR makes of I, II and III: l, 1, |, !, H (two strokes), lowercase v and x, Ị.
_MISREAD = str.maketrans(
    {
        "l": "I",
        "1": "I",
        "|": "I",
        "!": "I",
        "i": "I",
        "Ị": "I",
        "H": "II",
        "v": "V",
        "x": "X",
        "Y": "V",
        "M": "III",
    }
)


# "H" is as often one stroke too few: "HI." is III in one document, and II in another.
_STROKED = "H"
# What is printed where a numeral stands and can be none: "HIII. KINH PHÍ"; "HIV" is a word.
_BEYOND_REPAIR = re.compile(r"(?!HIV)(?=.*[IHl|!Ị])[HIl1|!ỊVX]{2,5}")


@dataclass(frozen=True, slots=True)
class Marker:
    """A label at the start of a line: what level it makes, the label put right, and its length."""

    level: Level
    label: str
    length: int


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to 15, as printed; None when it is none."""
    return _ROMAN.index(text) + 1 if text in _ROMAN else None


def roman_readings(printed: str) -> tuple[int, ...]:
    """The values that a printed numeral may have, misread strokes put right; empty when it can be none."""
    if value := roman_value(printed):
        return (value,)
    plain = printed.translate({k: v for k, v in _MISREAD.items() if chr(k) != _STROKED})
    read = {plain}
    for _ in range(plain.count(_STROKED)):
        read = {text.replace(_STROKED, strokes, 1) for text in read for strokes in ("II", "I")}
    return tuple(sorted({value for text in read if (value := roman_value(text))}))


def printed_roman(text: str) -> str | None:
    """What is printed where a Roman numeral opens a line; None when nothing like one does."""
    match = _ROMAN_LINE.match(text)
    return match["label"] if match and not match["label"].isdigit() else None


_HEADLINE = r"(?=[\"“(*]*[" + UPPER + r"])"
_PATTERNS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.CHAPTER, re.compile(r"(?:Chương|CHƯƠNG)\s+(?P<label>[IVXL]+|\d{1,2}|[IVXHl|!]{1,5})(?!\w)")),
    (
        Level.PART,
        re.compile(
            r"(?:Phần|PHẦN)\s+(?P<label>[IVX]+|\d|(?:(?:thứ|THỨ)\s+)?(?i:nhất|hai|ba|tư|bốn|năm))\b"
            rf"(?=\s*[.:–-]|\s*$|\s+[{UPPER}]{{2}})"
        ),
    ),
    (Level.DIVISION, re.compile(r"(?:Mục|MỤC)\s+(?P<label>\d{1,2}|[IVX]+)\b(?=\s*[.:]|\s*$)")),
    (Level.ARTICLE, re.compile(r"(?:Điều|ĐIỀU)\s+(?P<label>\d{1,3}[a-zđ]?)\s*[.:]")),
    (Level.SUBSUBITEM, re.compile(r"(?P<label>\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?\s*" + _HEADLINE)),
    (Level.SUBITEM, re.compile(r"(?P<label>\d{1,2}\.\d{1,2})[.)]?\s*" + _HEADLINE)),
    # Near miss: "64/TB-VPCP ngày 21/6/2024" is the number of a document at the beginning of a line.
    (Level.ITEM, re.compile(r"(?P<label>\d{1,2})(?!\s?/\s?[A-ZĐ]{1,6}-[A-ZĐ])\s?[.)/-]\s*" + _HEADLINE)),
    (Level.POINT, re.compile(r"(?P<label>[a-zđ])\s?(?:\)|/|\.(?=\s*[" + UPPER + r"]))\s*(?=\S)")),
    (Level.PLUS, re.compile(r"\+(?P<label>)\s*(?=\S)")),
    (
        Level.DASH,
        re.compile(r"[-–—•*●▪](?P<label>)\s*(?=[^\d\s]|\d+%|\d{1,3} \w|0\d|(?<=\s)\d[\d.,/]*(?:%|\s?:|\s+[^\W\d]))"),
    ),
)
_SIGNS = {Level.DASH: "-", Level.PLUS: "+"}
_ROMAN_LINE = re.compile(r"(?P<label>[IVXl1|!HivxYMỊ]{1,5})\s?[.\-–)/]\s*" + _HEADLINE)
_LETTER_LINE = re.compile(r"(?P<label>[A-ZĐ])\s?[.\-–)]\s*(?=[" + UPPER + r"]{2})")


def find_marker(text: str, is_upper: bool, strong: bool, expected_roman: int) -> Marker | None:
    """The label at the start of ``text``; None when there is none.

    ``expected_roman`` is the value that the next Roman numeral should have: it settles misreadings
    ("HI." is III after II) and letters that are also numerals ("I." after "H.").
    """
    if match := _ROMAN_LINE.match(text):
        marker = _roman_marker(match, text, is_upper or strong, expected_roman)
        if marker:
            return marker
    if (match := _LETTER_LINE.match(text)) and is_upper:
        return Marker(Level.PART, match["label"], match.end())
    for level, pattern in _PATTERNS:
        if match := pattern.match(text):
            label = _SIGNS.get(level) or match["label"]
            label = label.lower() if level is Level.PART and len(label) > 2 and " " in label else label
            if level is Level.CHAPTER and roman_value(mended := label.translate(_MISREAD)) and not label.isdigit():
                label = mended
            return Marker(level, label, match.end())
    return None


# A number of an item before a figure or a small letter, also when its one was read as l: "2. 95% tuyến phố", "l. Sở".
_LOOSE_ITEM = re.compile(r"(?P<label>[\dlO]{1,2})\s?[.)/-]\s+(?=[^\W_]|[\"“(])")
_LOOSE_SUBITEM = re.compile(r"(?P<label>\d{1,2}\.\d{1,2})\.\s+(?=[^\W_])")
_MISREAD_DIGITS = str.maketrans({"l": "1", "O": "0"})


def loose_item(text: str) -> Marker | None:
    """What may be the number of an item, if the numbers around it say so; None when nothing looks like one."""
    if match := _LOOSE_SUBITEM.match(text):
        return Marker(Level.SUBITEM, match["label"], match.end())
    match = _LOOSE_ITEM.match(text)
    label = match["label"].translate(_MISREAD_DIGITS).lstrip("0") if match else ""
    return Marker(Level.ITEM, label, match.end()) if match and label else None


# What OCR makes of the number of an item: "I. Sở …" is 1 when 2 follows it, "II. Sở …" 11 behind 10.
_STROKES = {"I": "1", "II": "11"}


def stroke_item(marker: Marker) -> Marker | None:
    """The item that a Roman numeral of strokes may be a misreading of; None when it can be none."""
    label = _STROKES.get(marker.label) if marker.level is Level.ROMAN else None
    return Marker(Level.ITEM, label, marker.length) if label else None


def _roman_marker(match: re.Match[str], text: str, set_apart: bool, expected: int) -> Marker | None:
    """A Roman label: taken as printed when it is plain, put right when that gives the expected one."""
    printed = match["label"]
    value = roman_value(printed)
    # "V." or "I." may be a point or an initial; a heading in capitals or the expected number settles it.
    if value and (set_apart or value in (expected, 1) or len(text) < 200):
        return Marker(Level.ROMAN, printed, match.end())
    if printed.isdigit() and not (
        set_apart and printed in {"1", "11", "111"} and expected == len(printed) and expected > 1
    ):
        return None
    if expected in roman_readings(printed) and (set_apart or any(c.isupper() for c in printed)):
        return Marker(Level.ROMAN, _ROMAN[expected - 1], match.end())
    if set_apart and _BEYOND_REPAIR.fullmatch(printed) and text[len(printed) : len(printed) + 1] in {".", ")"}:
        return Marker(Level.ROMAN, printed, match.end())
    return None


def follows(marker: Marker, labels: Sequence[str]) -> bool:
    """Whether a number goes on from the ``labels`` of its level seen so far, or begins at one."""
    if marker.level is Level.ITEM:
        return marker.label.lstrip("0") == "1" or (bool(labels) and int(marker.label) == int(labels[-1]) + 1)
    return True


def after_point(marker: Marker, above: str) -> Marker:
    """The point put right when its mark was lost: d after d is đ. Other repeats stay as printed."""
    return replace(marker, label="đ") if marker.label == "d" == above else marker
