"""Provinces: which one a text is about, from their names and the units below them."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib import util
from pathlib import Path

from tracuu.text import fold, squeeze

# A province is taken from the body alone when it is named this often, and twice as often as any other.
_LEAST_MENTIONS = 3
_UNIT_KINDS = r"(?:Huyện|Thị xã|Thành phố|Quận|Thị trấn|Xã|Phường)"


@lru_cache(maxsize=1)
def _units() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Names of provinces (short name → short name) and of units below them (name → provinces).

    From underthesea's table of the administrative units before and after 1/7/2025; the file is
    read without importing the package, which takes seconds. Empty when the table is not there.
    """
    found = util.find_spec("underthesea")
    path = Path(found.origin).parent / "address/data/mapping.json" if found and found.origin else None
    if path is None or not path.is_file():
        return {}, {}
    table = json.loads(path.read_text(encoding="utf-8"))
    names = {**table["old_province_names"], **table["province_names"]}
    provinces = {entry["short"]: entry["short"] for entry in names.values()}
    below: dict[str, set[str]] = {}
    for row in table["ward_mapping"]:
        for unit, province in (("old_district", "old_province_key"), ("new_ward", "new_province_key")):
            if row.get(unit) and row.get(province) in names:
                below.setdefault(row[unit], set()).add(names[row[province]]["short"])
    return provinces, {unit: frozenset(of) for unit, of in below.items()}


def province_names() -> frozenset[str]:
    """Short names of all provinces before and after 1/7/2025 ("Điện Biên", "Hà Tĩnh")."""
    return frozenset(_units()[0])


@lru_cache(maxsize=1)
def _province_pattern() -> re.Pattern[str]:
    names = sorted(province_names(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?P<name>" + "|".join(map(re.escape, names or ["\0"])) + r")(?!\w)", re.IGNORECASE)


def province_in(text: str) -> re.Match[str] | None:
    """The first "tỉnh X" or "thành phố X" of ``text`` whose X is a province; group ``name``.

    The name may be in capitals, or stand right after a provincial body ("Tỉnh ủy Điện Biên").
    "đô thị Điện Biên Phủ" names a city and no province.
    """
    lead = re.compile(
        r"(?:tỉnh|thành phố|thành ủy|thành uỷ|tỉnh ủy|tỉnh uỷ|tỉnh đoàn|UBND tỉnh|HĐND tỉnh)\s+(?:tỉnh\s+)?$",
        re.IGNORECASE,
    )
    for match in _province_pattern().finditer(text):
        goes_on = re.match(r"\s+Phủ\b", text[match.end() :], re.IGNORECASE)
        if lead.search(text, max(0, match.start() - 30), match.start()) and not goes_on:
            return match
    return None


_CENTRAL = re.compile(
    r"(?:Thủ tướng|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Bộ"
    r" (?!Chỉ huy|Tư lệnh)|Văn phòng (?:Chính phủ|Trung ương)|.* Trung ương$)",
    re.IGNORECASE,
)


def is_central(issuer: str) -> bool:
    """Whether a body is of the whole country, so that the place of its seat is not what it writes about."""
    return bool(_CENTRAL.match(issuer))


def standard_name(name: str) -> str:
    """The province's name as it is written ("ĐIỆN BIÊN" gives "Điện Biên"); unknown ones unchanged."""
    for known in _units()[0]:
        if known.lower() == squeeze(name).lower():
            return known
    return name


@lru_cache(maxsize=1)
def _units_by_small_name() -> dict[str, str]:
    return {unit.lower(): unit for unit in _units()[1]}


_LEAD_UNIT = re.compile(r"(?:xã|phường|huyện|thị xã|thị trấn|quận|thành phố)(?:\s+[^\W\d_]+){1,4}")


def with_names(small: str) -> str:
    """A text in small letters with the capitals of provinces ("tỉnh sơn la") and of known units ("xã mường bú")."""
    lead = re.compile(r"(?:tỉnh|thành phố|tỉnh ủy|thành ủy)\s+$", re.IGNORECASE)
    for match in _province_pattern().finditer(small):
        if lead.search(small, max(0, match.start() - 12), match.start()):
            small = small[: match.start()] + standard_name(match["name"]) + small[match.end() :]
    known = _units_by_small_name()
    for match in _LEAD_UNIT.finditer(small):
        words = match.group().split(" ")
        for length in range(len(words), 1, -1):
            name = " ".join(words[:length])
            if unit := known.get(name):
                small = small[: match.start()] + unit[0].lower() + unit[1:] + small[match.start() + len(name) :]
                break
    return small


def _units_named(text: str, below: dict[str, frozenset[str]]) -> Iterator[str]:
    """The province of every named unit ("thị xã Kỳ Anh") that lies in one province only."""
    for match in re.finditer(rf"(?i:{_UNIT_KINDS})(?:\s+[^\W\d_]+){{1,4}}", text):
        words = match.group().split()
        for length in range(len(words), 1, -1):
            name = " ".join(words[:length])
            provinces = below.get(name[0].upper() + name[1:])
            if provinces:
                yield from provinces if len(provinces) == 1 else ()
                break


def province_of_body(text: str) -> tuple[str, int, int] | None:
    """The province that a body speaks of most, with its mentions and those of the next; None in doubt.

    Counted are the province's name and the names of units that lie in one province only.
    """
    _, below = _units()
    counts: Counter[str] = Counter()
    for match in _province_pattern().finditer(text):
        counts[standard_name(match["name"])] += 1
    for province in _units_named(text, below):
        counts[province] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_MENTIONS:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return (ranked[0][0], ranked[0][1], second) if ranked[0][1] >= 2 * second else None


@lru_cache(maxsize=1)
def _provinces_by_folded_unit() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for unit, provinces in _units()[1].items():
        key = re.sub(r"\W+", " ", fold(unit)).strip()
        found[key] = found.get(key, frozenset()) | provinces
    return found


def provinces_of_unit(kind: str, name: str) -> frozenset[str]:
    """Provinces with a unit of that kind and name, both without marks ("xa", "sinh phinh"); empty when unknown."""
    return _provinces_by_folded_unit().get(f"{kind} {name}", frozenset())
