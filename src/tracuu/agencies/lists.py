"""The parties of a cell or clause that names several: each by itself, and whether it is one body or a whole range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tracuu.agencies import department_names
from tracuu.agencies.identity import key_of
from tracuu.agencies.words import HEADS, spaced
from tracuu.text import UPPER, squeeze


class Reach(StrEnum):
    """Whether a party is one body, all of a range ("các sở, ngành"), or those of a range whom it concerns."""

    ONE = "one"
    RANGE = "range"
    CONCERNED = "concerned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One party of a list; ``name`` as it stands there, a member of "UBND các xã: A, B" with what all share."""

    name: str
    key: str
    reach: Reach


# Who follows "các" in small letters goes on with the range: "các Sở, ban, ngành", "các xã, phường".
_BARE = (
    r"(?:sở|ban|bộ|ngành|đoàn thể|hội|đoàn|cơ quan|đơn vị|địa phương|tổ chức(?: đảng| chính trị)?|xã|phường|huyện"
    r"|thị xã|thành phố|đặc khu|chính quyền|cấp ủy|chi bộ|đảng bộ|chi|doanh nghiệp|thành|thị|quận)"
)


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two parties: a sign or "và" before a head, "các", or a count of bodies."""
    head = spaced(rf"(?:(?:{HEADS})(?!\w)|[Cc]ác\s|[Tt]oàn thể\s|\d{{1,3}}\s+(?:{HEADS}))")
    small = r"(?:chủ đầu tư|nhà đầu tư|nhà thầu|doanh nghiệp|lực lượng)(?!\w)"
    goes_on = rf"(?i:{_BARE})\s*(?:[,;]|và\s|$|có\s+liên|liên\s+quan|tỉnh|địa\s+phương|khác|cấp)"
    return re.compile(
        rf"\s*[;+]\s*|\s*(?:,|,?\s(?:và|cùng|hoặc|cùng với|phối hợp với)\s)\s*(?:(?:với|của)\s+)?"
        rf"(?={head}|{small})(?!{goes_on})"
    )


# One name that holds "và" before a head.
_WHOLE = re.compile(r"Đoàn đại biểu Quốc hội và Hội đồng nhân dân|Báo và (?:Đài )?[Pp]hát thanh")
_DEPARTMENTS = re.compile(r"^các\s+(?P<head>sở|bộ)\s*:?\s+(?P<names>.+)$", re.IGNORECASE)
_KINDS = r"(?:xã|phường|huyện|đặc khu|thành phố|thị xã)"


@cache
def _places() -> re.Pattern[str]:
    """The places that a range names: "các xã, phường: A, B", "các xã A, B", "các xã miền núi (A và B)"."""
    # "Chánh Hưng" is a ward, "Chánh Văn phòng" is none; other heads begin the next party.
    no_head = rf"(?:(?!(?:{spaced(HEADS)})(?!\w))|(?=Chánh\s+(?!Văn|Thanh)))"
    place = rf"{no_head}[{UPPER}]\w*(?:\s+[{UPPER}]\w*|\s+\d{{1,2}}){{0,3}}"
    where = r"(?:\s+(?:miền núi|vùng cao|biên giới|ven biển))?"
    return re.compile(
        rf"(?P<head>\b[Cc]ác\s+(?:{_KINDS},?\s+(?:và\s+)?){{0,3}}{_KINDS}{where})"
        rf"\s*(?P<sign>[:(]?)\s*(?P<names>{place}(?:(?:\s*,\s*|\s+và\s+){place})*)\)?"
    )


_MANY = re.compile(
    r"^(?:cac|moi|tat ca|toan the|nhung|\d+)\b|\bcac (?:xa|phuong|huyen|so|cap|tinh|dac khu)\b|\bcap (?:xa|huyen)\b"
)
_CONCERNED = re.compile(r"\blien quan\b|\bchuc nang\b|^cac (?:co quan|don vi|dia phuong)\b(?!.*\btinh uy\b)")


def parties(text: str) -> tuple[Party, ...]:
    """The parties that ``text`` (abbreviations written out) names, in order; () for an empty text.

    "UBND các xã, phường: A, B" gives "UBND xã, phường A" and "… B"; "các sở Tài chính, Nội vụ" the two departments.
    """
    return tuple(party for name in _names(squeeze(text)) for party in _of_name(name))


def _names(text: str) -> Iterator[str]:
    whole = [match.span() for pattern in (_WHOLE, _places()) for match in pattern.finditer(text)]
    start = 0
    for joint in _joint().finditer(text):
        if any(a < joint.start() < b for a, b in whole) or _in_brackets(text, start, joint.start()):
            continue
        yield text[start : joint.start()]
        start = joint.end()
    yield text[start:]


def _in_brackets(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def _of_name(name: str) -> Iterator[Party]:
    name = name.strip(" .,;:-–")
    if not any(c.isalpha() for c in name):
        return
    listed = _listed(name)
    if listed:
        yield from (Party(name=one, key=key_of(one), reach=Reach.ONE) for one in listed)
        return
    key = key_of(name)
    yield Party(name=name, key=key, reach=_reach(key))


def _reach(key: str) -> Reach:
    if _CONCERNED.search(key):
        return Reach.CONCERNED
    return Reach.RANGE if _MANY.search(key) else Reach.ONE


def _listed(name: str) -> list[str]:
    """The members of a range that names them; [] when it does not, or a single name may be that of the last kind."""
    if departments := _DEPARTMENTS.match(name):
        found = _departments(departments["names"])
        return [f"{departments['head'].capitalize()} {one}" for one in found]
    places = _places().search(name)
    if places is None or places.end() < len(name):
        return []
    names = re.split(r"\s*,\s*|\s+và\s+", places["names"])
    if len(names) < 2 and not places["sign"]:
        return []
    head = name[: places.start()] + re.sub(r"^[Cc]ác\s+", "", places["head"])
    return [f"{head} {place}" for place in names]


@cache
def _fields() -> re.Pattern[str]:
    names = sorted(map(re.escape, department_names()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)


def _departments(names: str) -> list[str]:
    """Names of departments when there is nothing else; [] otherwise ("ban, ngành", "liên quan")."""
    found = [match.group() for match in _fields().finditer(names)]
    rest = _fields().sub("", names)
    return found if found and not re.sub(r"[\s,;.]|và", "", rest) else []
