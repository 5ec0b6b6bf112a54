"""Whether an agency that a question names is one of those that a cell or a clause names."""

import re
from functools import lru_cache

from tracuu.queries import find_provinces
from tracuu.text import fold, squeeze

# Short forms that directives print beside the long ones, folded.
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "ubkt": "uy ban kiem tra",
    "bchqs": "bo chi huy quan su",
    "tt": "trung tam",
}
_WRITTEN_SHORT = re.compile(r"\b(?:" + "|".join(_SHORT) + r")\b")
# What may stand right before an agency in a list of several.
_BEFORE = re.compile(r"(?:^|[,;:(/+-]|\bva|\bvoi|\bcac|\bgiao|\bnghi|\bcau|\bcho|\bcua|\bdo)\s*$")
# What may follow: the end, the next of the list, or the level and the place that the name goes on with.
_BEHIND = re.compile(r"\s*(?:$|[,;:.)(/+-]|va\b|tinh\b|thanh pho\b|huyen\b|xa\b|phuong\b|dac khu\b|cac\b|cap\b|cung\b)")
_END = re.compile(r"\s*(?:$|[,;:.)(/+]|va\b)")
_LEVEL = re.compile(r"\s+(?:tinh|thanh pho|huyen|xa|phuong|thi xa|dac khu)\b")
# Words that begin another body: between two words of a name they make it another name.
_ANOTHER = frozenset({"uy", "ubnd", "so", "ban", "dang", "hoi", "cong", "van", "phong", "doan", "nhan"})
_LEVELS = frozenset({"xa", "phuong", "huyen", "khu"})
_KINDS_OF_PLACES = frozenset({"vung", "bien", "ven", "mien", "noi", "trong", "thuoc", "con", "nong"})
# Words of a name that may be left out between two that are named ("các xã [khu vực] biên giới").
_LEFT_OUT = 3


# The Front is called by all or part of its name.
_FRONT = re.compile(r"(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?")
# What may stand before the name in speech: "ngành công an", "bên Sở Y tế".
_SPOKEN = re.compile(r"^(?:nganh|ben|luc luong|phia|cac|nhung)\s+(?=\w+ \w)")
# Bodies that every level has: without the level they are no one.
_OF_EVERY_LEVEL = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan|cong an|dang uy|chi bo|mat tran)$")
_FROM_LEVEL = re.compile(r"\s+(?:tinh|thanh pho|huyen|xa|phuong|thi xa|thi tran|dac khu)\b.*$")


# "cấp huyện", "các xã": whoever governs there.
_LEVEL_ALONE = re.compile(r"(?:cap|cac)?\s*(?P<level>huyen|xa|phuong)")
# What may stand before the name of a service that is spoken of without it: "kiểm lâm" is "Chi cục Kiểm lâm".
_BRANCH = r"(?:(?:tong |chi )?cuc|hat|doi|tram|don|dai|bo chi huy|bo doi|cong ty|trung tam|so|phong|ban|hoi|doan)"


def written_out(text: str) -> str:
    """Folded text on one line with the short names of bodies written out, for comparing names."""
    long = _WRITTEN_SHORT.sub(lambda m: _SHORT[m.group()], fold(squeeze(text)))
    return _EACH_HEAD.sub(r"\g<head> ", _FRONT.sub("mat tran", long))


# "Trưởng các bản", "Bí thư mỗi chi bộ": the head of any of them. Near miss: "trưởng ban", "cùng các xã".
_EACH_HEAD = re.compile(
    r"\b(?P<head>truong|chu tich|bi thu|giam doc|hieu truong|to truong|doi truong) (?:cac|nhung|moi|tung) (?=\w)"
)


# "Các chi bộ trực thuộc Đảng ủy xã": to whom they belong, a directive of that body does not say again.
# Near miss: "các đơn vị thuộc Sở Y tế", who are not any units.
_UNDER = re.compile(r"(?:(?<=\bchi bo)|(?<=\bdang bo)) truc thuoc .*$")


# What people call bodies, folded, and what papers print: pattern and replacement.
_CALLED = (
    (re.compile(r"^(?:to chuc |co quan )(?=doan|thanh tra|bao|dai|hoi)"), ""),
    (
        re.compile(r"^chinh quyen (?:dia phuong )?(?:cac |cap )?(?=tinh|thanh pho|huyen|xa|phuong|thi xa|dac khu)"),
        "uy ban nhan dan cac ",
    ),
    (re.compile(r"^chinh quyen (?:dia phuong )?cap (?=tinh|huyen|xa)"), "uy ban nhan dan cap "),
    (re.compile(r"^hoi phu nu\b"), "hoi lien hiep phu nu"),
    (re.compile(r"^(?:doan thanh nien|doan tncs hcm|doan tncs ho chi minh)(?: cap)? tinh\b"), "tinh doan"),
    (re.compile(r"^(?:doan thanh nien)(?: cap)? (?P<level>huyen|xa)\b"), r"\g<level> doan"),
    (re.compile(r"^(?:nganh dien|dien luc)\b"), "cong ty dien luc"),
    (re.compile(r"^(?:nganh )?bao(?:,)? dai\b"), "bao va phat thanh, truyen hinh"),
    (re.compile(r"(?<=\w) cap (?=tinh$|huyen$|xa$)"), " "),
)


def _printed_names(called: str) -> list[str]:
    """What papers may print for a body that a question calls otherwise: folded, with its level and without."""
    names = [called]
    for _ in range(2):  # "tổ chức Đoàn thanh niên cấp tỉnh" is told from "đoàn thanh niên cấp tỉnh"
        names += [pattern.sub(printed, name) for name in names for pattern, printed in _CALLED if pattern.search(name)]
    names = list(dict.fromkeys(names))[1:]
    bare = [_FROM_LEVEL.sub("", name) for name in names]
    return [*names, *(name for name in bare if not _OF_EVERY_LEVEL.match(name) and not name.endswith((" cac", " cap")))]


@lru_cache(maxsize=256)
def names_of(asked: str) -> tuple[str, ...]:
    """What an agency may be called where it is given work, folded: with its level and place, or with less.

    "Trung tâm Y tế xã Tả Van" may be "trung tam y te xa" or "trung tam y te"; "UBND xã Tả Van" only "… xa".
    """
    whole = plain_name(asked)
    level = re.match(r"(.*?\s(?:tinh|thanh pho|huyen|xa|phuong|thi xa|thi tran|dac khu))\b", whole)
    bare = _FROM_LEVEL.sub("", whole)
    under = _UNDER.sub("", whole)
    shorter = [level.group(1)] if level else []
    shorter += [bare] if bare != whole and not _OF_EVERY_LEVEL.match(bare) and " " in bare else []
    shorter += [under] if under != whole else []
    shorter += [f"so {whole}"] if re.match(r"nganh\b", fold(asked)) else []  # "ngành y tế" is led by its department
    shorter += _printed_names(whole)
    if whole != (spoken := written_out(asked).strip(" ,.")):
        shorter += _printed_names(spoken)
    if level_alone := _LEVEL_ALONE.fullmatch(whole):
        shorter += [f"uy ban nhan dan {which} {level_alone['level']}" for which in ("cac", "cap")]
    return tuple(dict.fromkeys([whole, *shorter])) if whole else ()


def is_among(asked: str, printed: str) -> bool:
    """Whether ``asked`` ("Sở Y tế Lai Châu") is one of the bodies that ``printed`` names.

    "Sở Xây dựng" is among "Sở Tài chính, Sở Xây dựng"; "UBND tỉnh" is not "Đảng ủy UBND tỉnh". A level or
    a place that only one of the two adds does not part them.
    """
    text = written_out(printed)
    whole, *shorter = names_of(asked) or ("",)
    if not whole:
        return False
    return _is_named(whole, text) or _is_branch(whole, text) or any(_stands_alone(name, text) for name in shorter)


def _is_branch(service: str, text: str) -> bool:
    """Whether a body listed is the branch of a service spoken of by its bare name, at whatever level."""
    branch = re.compile(rf"{_BRANCH} {re.escape(service)}(?: (?:tinh|thanh pho|huyen|xa|phuong|khu vuc)\b.*)?")
    return any(branch.fullmatch(party.strip(" .()")) for party in re.split(r"[,;:]", text))


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name without its place is one of those listed, and no other place follows it."""
    return any(
        _BEFORE.search(text[: match.start()]) and _END.match(text, match.end())
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ) or any(
        party.split()[-1:] == name.split()[-1:] and _leaves_out(name.split(), party.split())
        for party in re.split(r"[,;:]", text)
    )


def _is_named(name: str, text: str) -> bool:
    if any(
        _BEFORE.search(text[: match.start()]) and _goes_no_further(text[match.end() :])
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ):
        return True
    return any(_is_same(name, party) for party in re.split(r"[,;:]", text))


def _goes_no_further(rest: str) -> bool:
    return bool(_BEHIND.match(rest)) or not re.match(r"\s+\w", rest) or _is_place(rest)


def _is_place(rest: str) -> bool:
    found = find_provinces(rest)
    return bool(found) and found[0].span.start <= 1


def plain_name(asked: str) -> str:
    """The name folded, without the province and the level that stand at its end."""
    text = asked
    for place in reversed(find_provinces(asked)):
        if place.span.start > 0:
            text = text[: place.span.start] + text[place.span.end :]
    name = _SPOKEN.sub("", written_out(text).strip(" ,."))
    if text != asked or re.match(r"(?:so|ban dan toc)\b", name):
        name = re.sub(r"^((?:so)\b.*?)\s+(?:tinh|thanh pho)$", r"\1", name)
    return name


def _is_same(name: str, party: str) -> bool:
    """Whether one name is the other, but for a level at its end or words left out in the middle."""
    own = party.strip(" .()")
    if not own or own.split()[0] != name.split()[0]:
        return False
    if name.startswith(own) and _LEVEL.match(name[len(own) :]):
        return len(own.split()) > 1
    return _leaves_out(name.split(), own.split())


def _leaves_out(named: list[str], printed: list[str]) -> bool:
    """Whether ``named`` are words of ``printed`` in order, with at most three left out and no other body."""
    if len(named) < 3:
        return False
    position, skipped = 0, []
    for before, word in zip(["", *named], named, strict=False):
        rest = printed[position:]
        if word not in rest:
            return False
        step = rest.index(word)
        if step == 1 and before in _LEVELS and rest[0] not in _KINDS_OF_PLACES:
            return False  # "phường Nam An Bình" is not "phường An Bình"
        skipped += rest[:step]
        position += step + 1
    return len(skipped) <= _LEFT_OUT and not _ANOTHER & set(skipped)
