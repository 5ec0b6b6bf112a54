"""Whose a document is, by its number and issuer: which level, and which province."""

import re
from functools import lru_cache

from tracuu.documents import canonical_symbol, places
from tracuu.text import fold, squeeze
from tracuu.types import Tier

# The last letters of a symbol tell who issued it, where they belong to one level alone.
_CENTRAL_LETTERS = re.compile(
    r"(?:TW|TƯ|CP|TTg|CTN|TTCP|(?:UBTV)?QH\d*|VPCP|VPTW|TANDTC|VKSNDTC|NHNN|MTTW|ĐCT"
    r"|B(?:CA|CT|CTTW|DTTG|GDĐT|GTVT|KH|KHĐT|KHCN|LĐTBXH|NG|NN|NNMT|NNPTNT|NV|QP|TC|TCTW|TGDVTW|TNMT|TP|TTTT|VHTTDL|XD"
    r"|YT))$"
)
_PROVINCE_LETTERS = re.compile(r"(?:TU|[A-ZĐ]+TU|S[A-ZĐ&]{1,7})$")
_LOCAL_LETTERS = re.compile(r"(?:ĐU|[A-ZĐ]+ĐU|HU|QU)$")
_CENTRAL_NAMES = re.compile(
    r"(?:(?:thu tuong )?chinh phu|quoc hoi|uy ban thuong vu quoc hoi|bo chinh tri|ban bi thu|trung uong|ban chap hanh"
    r" (?:dang bo )?trung uong|(?:bo truong )?bo (?!chi huy|phan)|van phong (?:chinh phu|trung uong)|chu tich nuoc"
    r"|thuong truc chinh phu|toa an nhan dan toi cao|ngan hang nha nuoc|thanh tra chinh phu|kiem toan nha nuoc)"
)
_LOCAL_NAMES = re.compile(r"\b(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thi uy|huyen uy|quan uy|dang uy)\b")
_PROVINCE_NAMES = re.compile(r"\b(?:tinh|thanh pho|thanh uy|so)\b")
# Numbers that nobody else gives, since a year stands in them and the country has one such body.
_NATIONAL = re.compile(r"\d+[a-z]?/\d{4}/(?:(?:NĐ|NQ)-CP|QĐ-TTg|(?:UBTV)?QH\d+|TT-B\w+|TTLT.*)|\d+/(?:UBTV)?QH\d+")
# Bodies of which one province has many, each with numbers of its own: 01-TB/BCĐ.
_MANY = re.compile(r"[-/](?:BCĐ|BCH|BTC|HĐ(?!ND)|TCT|TGV|BQL|HĐTV|ĐĐ|BĐH)\w*$")


@lru_cache(maxsize=8192)
def tier_of(symbol: str | None, issuer: str | None) -> Tier:
    """The level of who issued it; the issuer that is named comes before the letters."""
    name = fold(squeeze(issuer or ""))
    if name:
        if _CENTRAL_NAMES.match(name):
            return Tier.CENTRAL
        if _LOCAL_NAMES.search(name.replace("quan su", "").replace("cac xa", "")):
            return Tier.LOCAL
        if _PROVINCE_NAMES.search(name):
            return Tier.PROVINCE
    letters = re.split(r"[-/]", canonical_symbol(symbol or ""))
    for tier, pattern in (
        (Tier.CENTRAL, _CENTRAL_LETTERS), (Tier.PROVINCE, _PROVINCE_LETTERS), (Tier.LOCAL, _LOCAL_LETTERS),
    ):  # fmt: skip
        if pattern.match(letters[-1]):
            return tier
    # A letter of a department: 2716/SYT-KHTC.
    if len(letters) > 2 and re.match(r"S[A-ZĐ&]{1,7}$|SN[A-Z]+", letters[1]):
        return Tier.PROVINCE
    return Tier.UNKNOWN


@lru_cache(maxsize=8192)
def province_named(issuer: str | None) -> str | None:
    """The province that the name of a body says, in its standard writing; None when it says none."""
    match = places.province_in(issuer) if issuer else None
    return places.standard_name(match["name"]) if match else None


def is_national(symbol: str) -> bool:
    """Whether the number itself is given once in the whole country: 30/2020/NĐ-CP, 59/2020/QH14."""
    return bool(_NATIONAL.fullmatch(canonical_symbol(symbol)))


def has_year(symbol: str) -> bool:
    """Whether the year of issue stands in the number: 08/2026/QĐ-UBND."""
    return bool(re.match(r"\d+[a-z]?/\d{4}/", canonical_symbol(symbol)))


def is_of_many(symbol: str) -> bool:
    """Whether several bodies of one place use these letters: 01-TB/BCĐ."""
    return bool(_MANY.search(canonical_symbol(symbol)))


def is_of_councils(symbol: str) -> bool:
    """Whether the letters are those of people's committees and councils, which the centre has none of."""
    return bool(re.search(r"[-/](?:UBND|HĐND)(?!\w)", canonical_symbol(symbol)))
