"""Where something stands, as it is said: "điểm a, mục 1, Phần II"."""

import re
from collections.abc import Sequence

from tracuu import vi

_ROMAN = re.compile(r"[IVX]{1,5}$")
# "Phần thứ nhất", "PHẦN HAI", "A. …": parts that are not numbered in Roman figures.
_PART = re.compile(r"(?:[A-ZĐ]|(?:thứ )?(?:nhất|hai|ba|tư|bốn|năm))$")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*$")
_POINT = re.compile(r"[a-zđ]$")


def spoken_place(labels: Sequence[str]) -> str:
    """Labels, large to small, said from small to large; "" for none.

    A number that the next one repeats is not said again: "2.1" below "2" is "mục 2.1".
    """
    said = [
        spoken(label, labels)
        for label, below in zip(labels, [*labels[1:], ""], strict=False)
        if not (_NUMBER.match(label) and below.startswith(f"{label}."))
    ]
    return ", ".join(reversed(said))


def spoken(label: str, labels: Sequence[str]) -> str:
    """A label of a locator as it is said: "III" → "Phần III", "2" → "mục 2" (below a Điều "khoản 2")."""
    if _ROMAN.match(label) or _PART.match(label):
        return vi.LOCATOR_PART.format(label=label)
    if _NUMBER.match(label):
        in_article = any(other.startswith(vi.ARTICLE) for other in labels)
        return (vi.LOCATOR_CLAUSE if in_article else vi.LOCATOR_ITEM).format(label=label)
    if _POINT.match(label):
        return vi.LOCATOR_POINT.format(label=label)
    for written, said in vi.SPOKEN_DASHES:
        if (number := label.removeprefix(written)) != label:
            return said.format(number=vi.FIRST if number == "1" else number)
    return vi.SPOKEN_PARTS.get(label, label)
