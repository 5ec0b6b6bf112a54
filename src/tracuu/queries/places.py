"""Provinces named in a text. The list holds those of before and after 1 July 2025."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from tracuu.documents.provinces import CENTRAL_CITIES, Province, provinces, same_province, successor
from tracuu.text import Folded, fold, modern_marks
from tracuu.types import Span

__all__ = ["CENTRAL_CITIES", "PlaceFound", "Province", "find_provinces", "provinces", "same_province", "successor"]


class PlaceFound(NamedTuple):
    """A province and where it is named."""

    name: str
    span: Span


# Names that are also ordinary words when nothing marks them as places: peace, "as high as", to pacify.
_ORDINARY = frozenset({"Hòa Bình", "Cao Bằng", "Bình Định", "Huế"})
# A person's name, unless the city is said. Near miss: "tư tưởng Hồ Chí Minh".
_PERSON = "Hồ Chí Minh"
_CITY_BEFORE = re.compile(r"\b(?:thanh pho|tp\.?)\s*$")
_PLACE_BEFORE = re.compile(r"\b(?:tinh|thanh pho|tp\.?|o|tai|uy)\s*$")
# "Thừa Thiên Huế", "Thừa Thiên - Huế": the province was called so before it became a city in 2025.
_FORMER_HUE = re.compile(r"\bthua thien[\s-]*$")
# "Việt Nam định hướng" does not name Nam Định.
_NOT_BEFORE = re.compile(r"\bviet\s*$")
# Short for the city; the only province commonly written by its letters.
_SHORT = re.compile(r"\b(?:tp\s?\.?\s?)?hcm\b")


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    by_fold = {re.sub(r"\W+", " ", fold(province.name)): province.name for province in provinces()}
    names = sorted(by_fold, key=lambda name: (-len(name), name))
    return re.compile(r"\b(?:" + "|".join(n.replace(" ", r"[\s-]+") for n in names) + r")\b"), by_fold


def find_provinces(text: str) -> list[PlaceFound]:
    """Provinces named in ``text`` in order, by their names in full; marks may be missing, not wrong.

    Only hỏi and ngã, one to the ear of many, may be mistaken in a name with capitals: "Quãng Ninh".
    "Điện Biên Phủ" names Điện Biên. "Nam định hướng", "tư tưởng Hồ Chí Minh" and "hòa bình" name none.
    """
    folded = Folded.of(text)
    pattern, by_fold = _pattern()
    shouted = text.isupper()
    found = [PlaceFound(_PERSON, folded.span(*m.span())) for m in _SHORT.finditer(folded.text)]
    for match in pattern.finditer(folded.text):
        name = by_fold[re.sub(r"\W+", " ", match.group())]
        span = folded.span(*match.span())
        if name == "Huế" and (before := _FORMER_HUE.search(folded.text, 0, match.start())):
            found.append(PlaceFound(name, Span(folded.span(*before.span()).start, span.end)))
            continue
        if _is_place(
            name, text[span.start : span.end], folded.text[max(0, match.start() - 20) : match.start()], shouted
        ):
            found.append(PlaceFound(name, span))
    return sorted(found, key=lambda place: place.span)


def with_place_names(text: str) -> str:
    """``text`` with the tones of provinces put right where one was misheard: "Quãng Ninh" gives "Quảng Ninh"."""
    for name, (start, end) in find_provinces(text):
        typed = text[start:end]
        if len(typed) == len(name) and not typed.isascii() and modern_marks(typed) != modern_marks(name):
            text = f"{text[:start]}{name}{text[end:]}"
    return text


def _is_place(name: str, raw: str, before: str, shouted: bool) -> bool:
    parts, written = re.findall(r"\w+", name), re.findall(r"\w+", raw)
    agrees = all(
        modern_marks(w) == modern_marks(p)
        or (w.isascii() and fold(p) == w.lower())
        or (w[0].isupper() and _heard(w) == _heard(p) and fold(w) != "tinh")
        for p, w in zip(parts, written, strict=True)
    )
    capitals = {w[0].isupper() for w in written}
    if not agrees or len(capitals) > 1 or _NOT_BEFORE.search(before):
        return False
    if name == _PERSON:
        return _CITY_BEFORE.search(before) is not None
    named = True in capitals and not shouted
    return name not in _ORDINARY or named or _PLACE_BEFORE.search(before) is not None


_HOOK, _TILDE = "\N{COMBINING HOOK ABOVE}", "\N{COMBINING TILDE}"


def _heard(word: str) -> str:
    """A word as it is heard where hỏi and ngã are one tone."""
    return unicodedata.normalize("NFD", modern_marks(word)).replace(_TILDE, _HOOK)
