"""Districts, merged provinces and merged communes named as if they stood, in papers of after 1/7/2025."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.looking import looked_at
from tracuu.checks.material import Material
from tracuu.checks.pasts import Past, clause_around
from tracuu.checks.units import CHANGED, communes, districts, merged_provinces
from tracuu.text import UPPER, modern_marks, squeeze
from tracuu.types import Discrepancy, Document, Nature, Place, Severity, Span

RULE = "abolished_unit"
# A unit is shown in at most so many of the places where it is named.
_SHOWN = 5


class _Mention(NamedTuple):
    """A unit at a place: the ``key`` by which mentions are one, and the Vietnamese message."""

    key: str
    span: Span
    message: str


def find_abolished_units(material: Material) -> Iterator[Discrepancy]:
    """Each unit once a document, in order of its first mention, with the first places where it is named."""
    for document in looked_at(material):
        issued = material.day_of(document)
        if issued is None or issued < CHANGED:
            continue
        text = material.sources[document.source_id].text
        found: dict[str, list[_Mention]] = {}
        for mention in _mentions(document, text):
            found.setdefault(mention.key, []).append(mention)
        for same in found.values():
            yield _discrepancy(same[:_SHOWN], document, text)


def _discrepancy(mentions: list[_Mention], document: Document, text: str) -> Discrepancy:
    return Discrepancy(
        rule=RULE,
        severity=Severity.INFO,
        message=mentions[0].message,
        values=tuple(squeeze(text[slice(*mention.span)]) for mention in mentions),
        places=tuple(Place(document.doc_id, mention.span) for mention in mentions),
        natures=(Nature.TYPING, Nature.OTHER_PERIOD),
    )


def _mentions(document: Document, text: str) -> list[_Mention]:
    past = Past.of(document, text, CHANGED)
    found = [*_districts(document, text), *_provinces(document, text), *_communes(document, text)]
    kept: list[_Mention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        inside = bool(kept) and mention.span.start < kept[-1].span.end
        if not (inside or past.holds(mention.span) or _is_abroad(text, mention.span)):
            kept.append(mention)
    return kept


# A clause that names another country speaks of its districts.
_ABROAD = re.compile(
    r"(?<!\w)(?:Lào(?!\s+Cai)|CHDCND|Trung\s+Quốc|Vân\s+Nam|Quảng\s+Tây|Campuchia|Căm-pu-chia|Hàn\s+Quốc|Nhật\s+Bản)(?!\w)"
)


def _is_abroad(text: str, span: Span) -> bool:
    return bool(_ABROAD.search(text, *clause_around(text, span)))


# --- Districts ---------------------------------------------------------------------------------

_CAPITAL = rf"[{UPPER}][^\W\d_]*(?!\w)"
_PROPER = rf"{_CAPITAL}(?:\s+(?:-\s+)?{_CAPITAL}){{0,3}}"
_NAME = rf"\s+{_PROPER}"
_BODY = (
    r"(?:(?:UBND|HĐND|UBMTTQ(?:VN)?|MTTQ|[UỦ][yỷ]\s+ban\s+[Nn]hân\s+dân|Uỷ\s+ban\s+nhân\s+dân|Hội\s+đồng\s+[Nn]hân\s+dân"
    r"|Mặt\s+trận\s+Tổ\s+quốc(?:\s+Việt\s+Nam)?|Công\s+an|Ban\s+[Cc]hỉ\s+huy\s+[Qq]uân\s+sự|Tòa\s+án\s+[Nn]hân\s+dân"
    r"|Viện\s+[Kk]iểm\s+sát\s+[Nn]hân\s+dân|Đảng\s+bộ|Phòng\s+[^\W\d_]+(?:\s+[^\W\d_]+){1,5}|chính\s+quyền|[Ll]ãnh\s+đạo)\s+(?:các\s+)?)?"
)
# "các huyện, thị xã, thành phố", "huyện ủy, thị ủy và thành ủy": one mention.
_JOINT = r"(?:\s*,\s*|\s+và\s+)"
_MORE = (
    r"(?:(?:[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Tt]hị\s+trấn|thành\s+phố|(?:huyện|quận|thị|thành)\s+(?:ủy|uỷ|đoàn))(?!\w)"
    r"(?!\s+[A-ZĐ]))"
)
# "huyện", "quận", "thị xã", "thị trấn" with body before and name behind; the committees; "cấp huyện".
# Matches: "UBND huyện Mường Nhé", "các huyện, thị xã, thành phố", "Huyện ủy", "cấp huyện". Near misses: "đô thị xã
# Tuần Giáo", "tiếp thị xã hội", "đường huyện", "quy hoạch vùng huyện".
_DISTRICT = re.compile(
    rf"{_BODY}(?<![\w])(?:(?P<committee>(?:[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị|THỊ)\s+(?:[ủỦ]y|[uU]ỷ|ỦY|UỶ|đoàn))(?!\w)"
    rf"|(?P<level>cấp\s+huyện|cấp\s+quận)(?!\w)|(?P<kind>[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị\s+xã|THỊ\s+XÃ|[Tt]hị\s+trấn|THỊ\s+TRẤN)(?!\w))"
    rf"(?:(?P<name>{_NAME}|\s+\d{{1,2}}(?![\d/.,]))|(?:{_JOINT}{_MORE})+)?"
)
_CITY = re.compile(
    rf"{_BODY}(?<!\w)(?P<kind>[Tt]hành\s+phố|THÀNH\s+PHỐ|TP\.?|[Tt]hành\s+(?:ủy|uỷ)|THÀNH\s+(?:ỦY|UỶ))(?P<name>{_NAME})"
)
# What stands before the word when it says something else: "đô thị xã …", roads, plans of a region, institutions.
_OTHER_BEFORE = re.compile(
    r"(?:[Đđ]ô|[Ss]iêu|[Tt]iếp|hiển|cận|[Tt]hành|kinh)\s*$|(?:đường|lộ|vùng|liên|tuyến|cầu|chợ|xe|quốc\s+lộ|tỉnh)\s*$"
    r"|(?:[Tt]rung\s+tâm|[Tt]rường|[Bb]ệnh\s+viện|[Tt]rạm|[Kk]hu|[Cc]ụm|[Dd]i\s+tích|[Bb]ến|[Hh]ồ|[Cc]hợ|[Nn]hà\s+máy|[Đđ]ền)"
    r"(?:\s+[^\W\d_]+){0,7}\s*$",
)
# "các xã, phường, thị trấn".
_LISTED = re.compile(r"(?:xã|phường)\s*(?:,|và)\s*$", re.IGNORECASE)
_OTHER_BEHIND = re.compile(r"\s*(?:hội|nghèo|lộ|lị|lỵ|đạo)(?!\w)|-thị")


def _districts(document: Document, text: str) -> Iterator[_Mention]:
    for match in _DISTRICT.finditer(text, *document.span):
        group = next(name for name in ("committee", "level", "kind") if match[name])
        start = match.start(group)
        bare = match.start() == start
        line = text[max(document.span.start, start - 60) : start].rpartition("\n")[2]
        if (bare and _OTHER_BEFORE.search(line)) or _OTHER_BEHIND.match(text, match.end(group)):
            continue
        if modern_marks(squeeze(match[group])) == "thị trấn" and bare and not (match["name"] or _LISTED.search(line)):
            continue  # "phát triển thị tứ, thị trấn": the word for a small town, and no unit
        said = modern_marks(squeeze(text[start : match.end()]))
        if match["name"] and _stands_now(said):
            continue
        yield _Mention(said, Span(*match.span()), vi.ABOLISHED_DISTRICT.format(said=squeeze(match.group())))
    for match in _CITY.finditer(text, *document.span):
        if known := _known_city(match["name"]):
            end = match.start("name") + _length(text[match.start("name") :], known)
            said = squeeze(text[match.start() : end])
            yield _Mention(f"thành phố {known}", Span(match.start(), end), vi.ABOLISHED_DISTRICT.format(said=said))


def _stands_now(said: str) -> bool:
    """Whether a name behind "thị xã" is that of a central city, which is none of these."""
    return said.endswith((" hà nội", " hồ chí minh"))


def _known_city(name: str) -> str | None:
    """The city below a province that a name begins with, in small letters; the longest."""
    words = modern_marks(squeeze(name)).split()
    for length in range(len(words), 0, -1):
        if f"thành phố {' '.join(words[:length])}" in districts():
            return " ".join(words[:length])
    return None


def _length(text: str, words: str) -> int:
    """How far as many words as ``words`` has reach into ``text``."""
    match = re.match(rf"(?:\s*[^\s,;.]+){{{len(words.split())}}}", text)
    return match.end() if match else 0


# --- Provinces ---------------------------------------------------------------------------------


@cache
def _province_pattern() -> re.Pattern[str]:
    names = sorted(merged_provinces(), key=len, reverse=True)
    one = "|".join(r"\s*[-–]\s*".join(map(re.escape, name.split(" - "))).replace(r"\ ", r"\s+") for name in names)
    lead = r"(?:[Tt]ỉnh|TỈNH)(?:\s+(?:[ủỦ]y|[uU]ỷ|ỦY|UỶ|[đĐ]oàn))?"
    return re.compile(
        rf"(?<![Cc]ác )(?P<lead>(?:(?:UBND|HĐND)\s+)?{lead})\s+(?P<name>(?i:{one}))(?!\w)(?!\s+[{UPPER}])"
        rf"|(?<=[Cc]ác tỉnh )(?P<list>(?:[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}(?:,\s*|\s+và\s+|\s*;\s*)?){{2,}})"
    )


@cache
def _merged_small() -> dict[str, str]:
    return {modern_marks(name): name for name in merged_provinces()}


def _provinces(document: Document, text: str) -> Iterator[_Mention]:
    for match in _province_pattern().finditer(text, *document.span):
        if match["list"]:
            for item in re.finditer(rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*", match["list"]):
                yield from _province(item.group(), match.start("list") + item.start(), match.start("list") + item.end())
        else:
            yield from _province(match["name"], match.start(), match.end())


def _province(name: str, start: int, end: int) -> Iterator[_Mention]:
    known = _merged_small().get(modern_marks(squeeze(name.replace("–", "-"))))
    if known:
        message = vi.ABOLISHED_PROVINCE.format(name=known, heir=merged_provinces()[known])
        yield _Mention(f"tỉnh {known}", Span(start, end), message)


# --- Communes ----------------------------------------------------------------------------------

_KINDS = r"(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG)"
_COMMUNE = re.compile(
    rf"(?<!\w)(?<!thị )(?P<kinds>{_KINDS}(?:\s*,\s*{_KINDS})*)\s*:?\s+"
    rf"(?P<names>{_PROPER}(?:(?:\s*,\s*|\s+và\s+){_PROPER})*)"
)


def _communes(document: Document, text: str) -> Iterator[_Mention]:
    province = document.header.province
    table = communes().get(_heir(province.value).lower()) if province else None
    if table is None:
        return
    for match in _COMMUNE.finditer(text, *document.span):
        kinds = frozenset(modern_marks(kind) for kind in re.findall(_KINDS, match["kinds"]))
        for item in re.finditer(rf"[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*)*", match["names"]):
            name = modern_marks(squeeze(item.group()))
            heirs = sorted({heir for kind in kinds for heir in table.old.get((kind, name), ())})
            if not heirs or name in table.stand or _names_other(text, match, document) or _is_issuer(name, document):
                continue
            start = match.start() if item.start() == 0 else match.start("names") + item.start()
            message = vi.ABOLISHED_COMMUNE.format(name=squeeze(f"{min(kinds)} {item.group()}"), heirs=", ".join(heirs))
            yield _Mention(f"{min(kinds)} {name}", Span(start, match.start("names") + item.end()), message)


def _heir(province: str) -> str:
    return merged_provinces().get(province, province)


def _is_issuer(name: str, document: Document) -> bool:
    """Whether a paper comes from the unit itself, which then stands whatever the table says."""
    issuer = document.header.issuer
    return issuer is not None and modern_marks(squeeze(issuer.value)).endswith(f" {name}")


_OF_PROVINCE = re.compile(rf"\s*[,(]\s*(?:huyện[^,]+,\s*)?(?:tỉnh|thành phố)\s+(?P<name>{_PROPER})")


def _names_other(text: str, match: re.Match[str], document: Document) -> bool:
    """Whether a unit of another province is meant: "xã A, tỉnh B"."""
    behind = _OF_PROVINCE.match(text, match.end(), match.end() + 80)
    province = document.header.province
    return bool(behind and province and modern_marks(squeeze(behind["name"])) != province.value.lower())
