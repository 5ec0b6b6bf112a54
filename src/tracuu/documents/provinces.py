"""Provinces before and after 1 July 2025, and what each became."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

# Cities that are provinces themselves: the others are towns within one.
CENTRAL_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})


class Province(NamedTuple):
    """A province or centrally run city, and the one that it became part of in 2025, if any."""

    name: str
    merged_into: str | None


class _Row(msgspec.Struct):
    name: str
    merged_into: str | None


@cache
def provinces() -> tuple[Province, ...]:
    """All provinces, old and new, by name."""
    data = (files("tracuu") / "data" / "provinces.json").read_bytes()
    return tuple(Province(row.name, row.merged_into) for row in msgspec.json.decode(data, type=list[_Row]))


@cache
def successor(name: str) -> str:
    """The province of today to which the territory of ``name`` belongs (itself when unchanged)."""
    return next((p.merged_into for p in provinces() if p.name == name and p.merged_into), name)


def same_province(one: str, other: str) -> bool:
    """Whether two names mean one province: they are the same, or the one is part of the other today.

    Bến Tre is of today's Vĩnh Long, and so is Trà Vinh, but the two were never one.
    """
    return one == other or successor(one) == other or successor(other) == one
