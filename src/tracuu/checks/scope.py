"""For what territory a document speaks, and on which level its body stands."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from tracuu.documents.places import is_central
from tracuu.documents.provinces import successor
from tracuu.facts.sameness import is_below_province
from tracuu.text import fold, squeeze
from tracuu.types import Document


class Level(IntEnum):
    """Where a body stands, the highest first."""

    CENTRAL = 0
    PROVINCE = 1
    BELOW = 2


class Scope(NamedTuple):
    """A territory: the province of today, "" for the whole country, and the unit below it, folded, "" for none."""

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
    return Scope(successor(province.value), unit)
