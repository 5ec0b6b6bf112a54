"""Names that bodies had before 2025, as patterns: in full, with the short forms of departments, and in lists."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from tracuu.agencies import DEPARTMENTS
from tracuu.agencies.changes import renamings


@dataclass(frozen=True, slots=True, kw_only=True)
class OldName:
    """A body that ended ``on``: its ``name`` and what there is ``now`` (names, the heir of its work first)."""

    name: str
    now: tuple[str, ...]
    on: date


@cache
def old_names() -> tuple[OldName, ...]:
    """All that are known, in the order of data/agencies.toml."""
    linked: dict[str, list[str]] = {}
    days: dict[str, date] = {}
    for one in renamings():
        linked.setdefault(one.old, []).append(one.new)
        days[one.old] = one.on
    table = tomllib.loads((files("tracuu") / "data" / "agencies.toml").read_text(encoding="utf-8"))
    ended = (OldName(name=row["name"], now=(row["now"],), on=row["on"]) for row in table.get("ended", ()))
    return (*(OldName(name=old, now=tuple(new), on=days[old]) for old, new in linked.items()), *ended)


# What stands between the words of a name: white space, also of a line that was broken, and mark-up.
_GAP = r"[\s*_]+"
# Behind the old name, what makes it another: "Ban Dân tộc HĐND tỉnh" is of the council and stands.
_OTHER_BEHIND = {
    "Ban Dân tộc": r"(?!\s*(?:của\s+)?(?:HĐND|Hội\s+đồng|và\s+Tôn|-\s*Tôn))",
    "Đảng đoàn": r"(?!\s+(?:viên|thể))",
}
# Before it, what makes it another.
_OTHER_BEFORE = {"Đảng đoàn": r"(?<!Công đảng )", "Ban Dân tộc": r"(?<!Ủy )(?<!Trưởng Tiểu )"}


@cache
def pattern() -> re.Pattern[str]:
    """Any old name, as group "nN" for the N-th of `old_names`; departments also by their short forms and in lists."""
    first = "".join(sorted({old.name[0] for old in old_names()}))
    names = "|".join(f"(?P<n{i}>{_forms(old.name)})" for i, old in enumerate(old_names()))
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{names})")


# Parts of a name that are shortened by themselves: "Sở Nông nghiệp và PTNT", "Sở Lao động - TB&XH".
_PARTS = (("Phát triển nông thôn", "PTNT"), ("Thương binh và Xã hội", "TB&XH"), ("Thương binh và Xã hội", "TBXH"))


def _forms(name: str) -> str:
    """The ways in which one name is printed."""
    head, _, rest = name.partition(" ")
    forms = [_spaced(name), *(_spaced(name.replace(*part)) for part in _PARTS if part[0] in name)]
    if head in {"Sở", "Bộ"}:
        short = sorted((s for s, full in DEPARTMENTS.items() if full == rest), key=len, reverse=True)
        forms += [rf"{head}\s+{re.escape(s)}" for s in short]
        forms += [rf"S{re.escape(s)}" for s in short if head == "Sở" and s.isalpha()]
    if name.endswith("Tỉnh ủy"):
        forms.append(_spaced(name.removesuffix("Tỉnh ủy") + "Thành ủy"))
    before, behind = _OTHER_BEFORE.get(name, ""), _OTHER_BEHIND.get(name, "")
    return rf"{before}(?:{'|'.join(forms)})(?!\w){behind}"


def _spaced(name: str) -> str:
    """A name with any white space, dash and placement of tone marks between and in its words."""
    words = []
    for word in name.split(" "):
        if word in {"-", "–"}:
            words.append("[-–,]?")
            continue
        if word == "và":
            words.append("(?:và|&)")
            continue
        escaped = re.escape(word).replace("ủy", "(?:ủy|uỷ)").replace("Ủy", "(?:Ủy|Uỷ)")
        first = escaped[0]
        words.append(f"[{first.upper()}{first.lower()}]{escaped[1:]}" if first.isalpha() and words else escaped)
    return _GAP.join(words).replace(_GAP + "[-–,]?" + _GAP, r"[\s*_]*[-–,]?[\s*_]*")


# "Các Sở: Tài chính, Kế hoạch và Đầu tư, Xây dựng": names without their head.
LIST = re.compile(
    r"(?:[Cc]ác\s+)(?P<head>[Ss]ở|[Bb]ộ)(?:\s*,\s*(?:ban|ngành|cơ quan|đoàn thể|địa phương))*\s*:?\s+"
    r"(?P<list>[A-ZĐ][^.;\n\t|]{5,400})"
)


@cache
def field_pattern() -> re.Pattern[str]:
    """Bodies below a department that bear the name of its field, groups as in `pattern`.

    Match: "Ban QLDA đầu tư xây dựng các công trình Nông nghiệp và PTNT", "Phòng Tài nguyên và Môi trường". Near miss:
    "Trường Đại học Tài nguyên và Môi trường", "Ngân hàng Nông nghiệp và Phát triển nông thôn".
    """
    fields = "|".join(
        f"(?P<n{i}>{_forms(old.name.removeprefix('Sở '))})"
        for i, old in enumerate(old_names())
        if old.name.startswith("Sở ")
    )
    works = r"Ban\s+(?:QLDA|[Qq]uản\s+lý\s+(?:các\s+)?[Dd]ự\s+án)(?:[ \t]+[^\W\d_]+){0,9}?"
    return re.compile(rf"(?<!\w)(?:{works}|Phòng)\s+(?:{fields})")


@cache
def bare_pattern(head: str) -> re.Pattern[str]:
    """The names of old departments ("Sở") or ministries ("Bộ") without that word, groups as in `pattern`."""
    forms = (
        f"(?P<n{i}>{_spaced(old.name.partition(' ')[2])}(?!\\w))"
        for i, old in enumerate(old_names())
        if old.name.startswith(f"{head} ")
    )
    return re.compile(rf"(?<!\w)(?<!Sở )(?<!Bộ )(?:{'|'.join(forms)})")
