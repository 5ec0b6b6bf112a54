"""Units of administration that ended on 1/7/2025, and what became of them.

Districts: Constitution as amended by Resolution 203/2025/QH15 of 16/6/2025 and Law 72/2025/QH15 on local government.
Provinces: Resolution 202/2025/QH15 of 12/6/2025 (63 to 34). Communes: the resolutions of the Standing Committee of the
National Assembly of 16/6/2025, one for each province. The tables are underthesea's (from vietnamadminunits 1.0.4).
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import util
from importlib.resources import files
from pathlib import Path
from typing import Any

from tracuu.text import modern_marks

CHANGED = date(2025, 7, 1)


@cache
def merged_provinces() -> Mapping[str, str]:
    """The provinces that were merged into another, with that one: "Hà Giang" → "Tuyên Quang"."""
    table = json.loads((files("tracuu") / "data" / "provinces.json").read_text(encoding="utf-8"))
    return {row["name"]: row["merged_into"] for row in table if row["merged_into"]}


@cache
def _table() -> Mapping[str, Any]:
    """The table of underthesea, read without importing the package; empty when it is not there."""
    found = util.find_spec("underthesea")
    path = Path(found.origin).parent / "address/data/mapping.json" if found and found.origin else None
    if path is None or not path.is_file():
        return {"ward_mapping": [], "province_names": {}, "old_province_names": {}}
    table: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


@cache
def districts() -> frozenset[str]:
    """Districts and cities below a province, in small letters: "huyện mường nhé", "thành phố điện biên phủ"."""
    standing = {entry["name"] for entry in _table()["province_names"].values()}
    names = {row["old_district"] for row in _table()["ward_mapping"] if row.get("old_district")}
    return frozenset(modern_marks(name) for name in names - standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Communes:
    """The communes of one province by name in small letters: those that ``stand``, and what became of the ``old``.

    ``stand`` gives the kinds ("xã", "phường"), ``old`` the units by (kind, name).
    """

    stand: Mapping[str, frozenset[str]]
    old: Mapping[tuple[str, str], tuple[str, ...]]


@cache
def communes() -> Mapping[str, Communes]:
    """The communes of each province of today, by its short name in small letters."""
    table = _table()
    names = table["province_names"]
    stand: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    old: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in table["ward_mapping"]:
        province = names[row["new_province_key"]]["short"].lower() if row.get("new_province_key") in names else None
        if province and row.get("new_ward"):
            kind, name = _kind_and_name(row["new_ward"])
            stand[province][name].add(kind)
        if province and row.get("old_ward"):
            old[province][_kind_and_name(row["old_ward"])].add(row.get("new_ward") or "")
    return {
        province: Communes(
            stand={name: frozenset(kinds) for name, kinds in stand[province].items()},
            old={unit: tuple(sorted(heirs)) for unit, heirs in old[province].items() if "" not in heirs},
        )
        for province in stand
    }


def _kind_and_name(unit: str) -> tuple[str, str]:
    """The kind and the name of a unit in small letters: ("thị trấn", "tủa chùa")."""
    small = modern_marks(unit)
    kind = next((k for k in ("thị trấn", "đặc khu", "xã", "phường") if small.startswith(f"{k} ")), "")
    return kind, small.removeprefix(kind).strip()
