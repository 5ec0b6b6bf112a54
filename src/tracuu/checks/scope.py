"""For what territory a document speaks, and on which level its body stands."""

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from tracuu.documents.places import is_central
from tracuu.documents.provinces import provinces
from tracuu.facts.sameness import is_below_province
from tracuu.text import fold, squeeze
from tracuu.types import Document


class Level(IntEnum):
    """Where a body stands, the highest first."""

    CENTRAL = 0
    PROVINCE = 1
    BELOW = 2


class Scope(NamedTuple):
    """A territory: the province as it was named, "" for the whole country, and the unit below it, folded, or "".

    A province and the one that it was merged into are two territories, with other figures and other bodies.
    """

    province: str
    unit: str = ""


_UNIT = re.compile(r"\b(?:xa|phuong|thi tran|huyen|quan|thi xa|dac khu|thanh pho thuoc)\b.*")


@lru_cache(maxsize=4096)
def _unit_of(issuer: str) -> str:
    match = _UNIT.search(fold(squeeze(issuer)))
    return match.group() if match else ""


def level_of(document: Document) -> Level | None:
    """The level of the body that issued a document; None when the body is not known."""
    issuer = document.header.issuer
    if issuer is None:
        return None
    if is_below_province(issuer.value):
        return Level.BELOW
    return Level.CENTRAL if is_central(issuer.value) else Level.PROVINCE


def scope_of(document: Document) -> Scope | None:
    """The territory that a document is for; None when it is not known."""
    level, province = level_of(document), document.header.province
    if level is Level.CENTRAL:
        return Scope("")
    if level is None or province is None:
        return None
    unit = _unit_of(document.header.issuer.value) if level is Level.BELOW and document.header.issuer else ""
    return Scope(province.value, unit)


# Resolution 202/2025/QH15: 23 provinces were made of 52 on this day.
_PROVINCES_MERGED = date(2025, 7, 1)


def may_have_grown(documents: Sequence[Document]) -> bool:
    """Whether the province of these documents took in others between the first and the last of them."""
    issued = [d.header.issued_on.value for d in documents if d.header.issued_on]
    names = {d.header.province.value for d in documents if d.header.province}
    grown = any(province.merged_into in names for province in provinces())
    return grown and bool(issued) and min(issued) < _PROVINCES_MERGED <= max(issued)


# Bodies that have units of their own: what one gives to these is no matter of another.
_DEPARTMENT = re.compile(
    r"^(?:so|chi cuc|tong cuc|cuc|cong an|thanh tra|trung tam|truong|benh vien|van phong|hoi|bo chi huy"
    r"|bo (?!chinh tri)|ban (?!thuong vu|chap hanh|bi thu|chi dao))\b"
)


def is_department(document: Document) -> bool:
    """Whether a paper is of a department, office or ministry, and not of those who lead a territory."""
    issuer = document.header.issuer
    return issuer is not None and bool(_DEPARTMENT.match(fold(squeeze(issuer.value))))
