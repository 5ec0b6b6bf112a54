"""The agencies that a slot names, as a set that can be compared."""

import re
from functools import lru_cache

from tracuu.agencies import DEPARTMENTS
from tracuu.text import fold, squeeze

# A name begins with one of these; what stands behind a comma without one goes on with the name before.
_HEAD = (
    r"(?:so|ubnd|uy ban|ban|bo|cong an|van phong|dang uy|dang bo|cac|mat tran|mttq|hoi|doan|lien doan|truong"
    r"|trung tam|chi cuc|cuc|thanh tra|bao hiem|bhxh|bao|dai|toa an|vien|kho bac|ngan hang|thue|phong|hdnd|huyen"
    r"|tinh|thanh uy|thanh pho|xa|phuong|to|tap doan|cong ty|benh vien|quy|don vi|co quan|chu dau tu|nhung)"
)
_JOINT = re.compile(rf"\s*;\s*|\s*,\s*(?:va\s+)?(?={_HEAD}\b)|\s+va\s+(?={_HEAD}\b)")
_LETTERS = {fold(letters): fold(name) for letters, name in DEPARTMENTS.items()}
_SHORT_DEPARTMENT = re.compile(
    r"\b(?P<kind>s|so|bo)\s?(?P<letters>"
    + "|".join(map(re.escape, sorted(_LETTERS, key=lambda letters: (-len(letters), letters))))
    + r")(?!\w)"
)
_WRITTEN_OUT = (
    (re.compile(r"\bubnd\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\b(?:ubmttq|mttq|uy ban mttq)(?: viet nam)?\b"), "mat tran to quoc"),
    (re.compile(r"\buy ban mat tran to quoc(?: viet nam)?\b"), "mat tran to quoc"),
    (re.compile(r"\bubkt\b"), "uy ban kiem tra"),
    (re.compile(r"\bbch?qs\b"), "bo chi huy quan su"),
    (re.compile(r"\bban qlda\b"), "ban quan ly du an"),
)
# The province of a body goes without saying; so does whose office it is.
_OF_PROVINCE = re.compile(r"\s+(?:(?:cua\s+)?tinh|thanh pho)(?:\s+(?!uy\b)\w+){0,4}$")
_EVERYBODY = re.compile(
    r"^(?:cac|nhung|toan the|moi|tung|thu truong|nguoi dung dau|uy ban nhan dan (?:cac|xa|phuong|cap)"
    r"|dang uy (?:cac|xa)"
    r"|xa|phuong|dia phuong|don vi|co quan|so, (?:ban, )?nganh|so, ban)\b|\bcac (?:xa|don vi|so|co quan|dia phuong)\b"
    r"|\blien quan\b|\b(?:cap minh|don vi minh)\b"
)


@lru_cache(maxsize=8192)
def bodies_of(printed: str) -> frozenset[str]:
    """The agencies named in a slot, folded, written out, without the province they are of."""
    return frozenset(_OF_PROVINCE.sub("", part) for part in _parts(printed))


# Bodies of a province by their name, or because that is said: "Công an tỉnh", "Văn phòng UBND tỉnh Tuyên Quang".
_PROVINCIAL = re.compile(
    r"^(?:so |bo chi huy|ban [a-z ]+ tinh(?: uy)?$|(?:cong an|uy ban nhan dan|van phong uy ban nhan dan|thanh tra)"
    r"\s+(?:cua\s+)?tinh(?:\s+\w+){0,4}$)"
)


@lru_cache(maxsize=8192)
def are_of_province(printed: str) -> bool:
    """Whether each agency that is named in a slot is one of the province."""
    parts = _parts(printed)
    return bool(parts) and all(_PROVINCIAL.match(part) for part in parts)


def _parts(printed: str) -> list[str]:
    text = squeeze(fold(printed)).strip(" .;,:*")
    text = _SHORT_DEPARTMENT.sub(lambda m: f"{'bo' if m['kind'] == 'bo' else 'so'} {_LETTERS[m['letters']]}", text)
    for pattern, plain in _WRITTEN_OUT:
        text = pattern.sub(plain, text)
    parts = (part.strip(" .;,:*") for part in _JOINT.split(text))
    return [part for part in parts if part]


def is_everybody(bodies: frozenset[str]) -> bool:
    """Whether one of them is a whole kind of bodies ("các sở, ban, ngành", "UBND các xã"): each does its part."""
    return any(_EVERYBODY.search(body) for body in bodies)


def same_bodies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each body of the one is a body of the other; "Công an" and "Công an tỉnh" are one."""
    return all(_is_among(body, other) for body in one) and all(_is_among(body, one) for body in other)


def share_bodies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a body of the one is a body of the other."""
    return any(_is_among(body, other) for body in one)


def _is_among(body: str, bodies: frozenset[str]) -> bool:
    return any(body == b or b.startswith(f"{body} ") or body.startswith(f"{b} ") for b in bodies)
