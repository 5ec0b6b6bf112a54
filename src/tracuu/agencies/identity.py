"""When two printed names mean one agency: names as keys, without what is written in one way or the other.

Names come with their abbreviations written out ("Sở Xây dựng" for "SXD").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tracuu.text import fold

_SIGN = re.compile(r"[^\w]+")
# The Front is called by all or part of its name.
_FRONT = re.compile(r"\b(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?\b")
# Who speaks for an agency stands for it: "Giám đốc Sở Y tế", "Chủ tịch UBND các xã".
_OFFICE = re.compile(
    r"^(?:dong chi )?(?:(?:pho )?giam doc(?= so )|thu truong(?= (?:cac )?(?:so|bo|co quan|don vi) )|lanh dao(?= \w)"
    r"|(?:pho )?chu tich(?= (?:uy ban|hoi dong) )|chanh(?= van phong )|bo truong(?= bo ))\s*"
)
# Before a name in speech.
_SPOKEN = re.compile(r"^(?:ben|phia|nganh(?= (?:so|cong an|thue|hai quan)\b))\s+")
# A department is of the province whether that is said or not.
_DEPARTMENT_LEVEL = re.compile(r"^(so\b.*?|thanh tra)\s+(?:cua )?(?:tinh|thanh pho)$")
# A level, alone or with the name of a place, behind the name of a body.
_LEVEL = re.compile(
    r"\s(?:cua )?(?:tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|tinh|thanh pho|huyen|xa|phuong|thi xa"
    r"|thi tran|quan|dac khu|trung uong|cap \w+|cac (?:xa|phuong|huyen|tinh)\b.*|truc thuoc\b.*)(?:\s\w+){0,4}$"
)
# Bodies that every level has, so that the level is part of who is meant.
_OF_EVERY_LEVEL = re.compile(
    r"^(?:uy ban nhan dan|hoi dong nhan dan|cong an|dang uy|dang bo|chi bo|mat tran to quoc|ban thuong vu|thuong truc)$"
)
# "UBND xã", "Công an phường": a level without a name is any unit of it.
_LEVEL_ASKED = re.compile(r"^(?P<body>uy ban nhan dan|hoi dong nhan dan|cong an|dang uy) (?P<level>xa|phuong|huyen)$")
# "xã Mường Phăng", "xã, phường Mường Thanh" at the end of a name.
_KIND = r"(?:xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho)"
_UNIT = re.compile(
    rf"(?:^|\s)(?P<kinds>quan|{_KIND}(?:\s{_KIND})*)(?:\smien nui|\svung cao)?\s(?P<name>\w+(?:\s\w+){{0,3}})$"
)
# What follows a kind of unit and is no name of one; "Thanh An", "Quan Sơn" are names.
_NO_NAME = re.compile(
    r"(?:(?:xa|phuong|huyen|quan|tinh)(?:$| (?:xa|phuong|huyen|dac khu)\b)|thanh pho|thi (?:xa|tran)|dac khu|lien quan"
    r"|co (?:lien|du an|rung|dat|bien)|khu vuc|bien gioi|truc thuoc|tren dia ban|trong (?:tinh|toan)|thuoc|va|cap|hoi$"
    r"|vung (?:cao|sau|bien|dan)|mien nui|ven (?:bien|song)|giap)\b"
)


class Unit(NamedTuple):
    """A commune, district or city at the end of a key: its kinds as said ("xa phuong"), its name, the body."""

    kinds: str
    name: str
    body: str


@lru_cache(maxsize=16_384)
def key_of(name: str) -> str:
    """A name without case, marks and signs; the Front and departments in one form. The place must be off already."""
    words = _SIGN.sub(" ", fold(name).replace("&", " va ")).strip()
    words = _OFFICE.sub("", _SPOKEN.sub("", words))
    return _DEPARTMENT_LEVEL.sub(r"\1", _FRONT.sub("mat tran to quoc", words)).strip()


def is_same(asked: str, printed: str) -> bool:
    """Whether two keys are one body; a level or a place that ``asked`` leaves out may be any.

    "ban tuyen giao" is "ban tuyen giao tinh uy"; "uy ban nhan dan xa" that of any commune or of all. "dang uy" is not
    "dang uy uy ban nhan dan tinh".
    """
    if asked == printed:
        return True
    if level := _LEVEL_ASKED.match(asked):
        own, rest = level["body"], printed[len(level["body"]) :]
        return (
            printed.startswith(f"{own} ")
            and re.match(rf" (?:cac |cap )?(?:\w+ ){{0,3}}{level['level']}\b", rest) is not None
        )
    if not printed.startswith(f"{asked} "):
        return False
    every = bool(_OF_EVERY_LEVEL.match(asked))
    if unit_of(printed) and not every:
        return False
    return bool(_LEVEL.fullmatch(printed[len(asked) :])) and (every or " " in asked)


def unit_of(key: str) -> Unit | None:
    """The unit that a key ends with: "uy ban nhan dan xa sinh phinh" that of Sính Phình; None for none."""
    match = _UNIT.search(key)
    if match is None or _NO_NAME.match(match["name"]):
        return None
    return Unit(match["kinds"], match["name"], key[: match.start()])


def is_same_unit(asked: Unit, printed: Unit) -> bool:
    """Whether both are one body of one unit; a list "xã, phường: A" leaves open which of the two A is."""
    return asked.name == printed.name and asked.body == printed.body and asked.kinds in printed.kinds


def without_level(key: str) -> str:
    """The key without "tỉnh" at its end, where that tells no body from another of its name."""
    bare = key.removesuffix(" tinh")
    return key if _OF_EVERY_LEVEL.match(bare) or " " not in bare else bare
