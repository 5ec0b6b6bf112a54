"""Who issues a document, as an official writes it: no capitals, no abbreviations, with the province.

And whether two names are one body.
"""

import re
from functools import lru_cache

from tracuu import vi
from tracuu.agencies import DEPARTMENTS
from tracuu.documents.issuers import sentence_case
from tracuu.documents.lines import strip_markup
from tracuu.documents.provinces import CENTRAL_CITIES
from tracuu.text import fold, modern_marks, squeeze
from tracuu.types import Document, Stated

# Abbreviations in the names of bodies. "BCH" and "TU" alone are left: they shorten more than one name.
_ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BTV": "Ban Thường vụ", "BCĐ": "Ban Chỉ đạo",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "MTTQ": "Mặt trận Tổ quốc", "UBKT": "Ủy ban Kiểm tra",
    "BCH(?= Đảng)": "Ban Chấp hành", "BCHQS": "Bộ Chỉ huy Quân sự", "VP(?= )": "Văn phòng", r"TP\.?(?= )": "thành phố",
    r"TP\.?$": "thành phố", "TW": "Trung ương", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}  # fmt: skip
_SHORT = tuple((re.compile(rf"(?<!\w){short}(?!\w)"), name) for short, name in _ABBREVIATIONS.items())
_DEPARTMENT = re.compile(
    r"^(?P<head>Sở|Bộ) (?P<letters>" + "|".join(map(re.escape, sorted(DEPARTMENTS, key=len, reverse=True))) + r")(?!\w)"
)
# Names that keep their capitals wherever they stand.
_PROPER = tuple(
    (re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE), name)
    for name in (
        "Ban Thường vụ", "Ban Chấp hành", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy", "Đảng bộ", "Ủy ban nhân dân",
        "Hội đồng nhân dân", "Tỉnh đoàn", "Thành đoàn", "Trung ương", "Ủy ban Kiểm tra", "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",  # last: within it "ban" keeps its small letter
    )
)  # fmt: skip
_OLD_TONE = re.compile(r"([uU])ỷ(?!\w)")

# What a committee of the Party signs in the name of.
_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Quận|Huyện|Thị|Đảng) ủy(?!\w)")
_STANDING = re.compile(r"\bban thuong vu\b")
# The Central Committee's papers are those of the body in whose name they are signed.
_CENTRAL = re.compile(r"Ban Chấp hành Trung ương(?: Đảng)?$")
_CENTRAL_BODIES = (("ban bi thu", "Ban Bí thư"), ("bo chinh tri", "Bộ Chính trị"))
# Bodies of the provincial level whose names end without their province.
_PROVINCIAL = re.compile(
    r"(?:Sở|Ban Dân tộc|Ban Quản lý (?:các )?(?:[Kk]hu))\b(?!.*\b(?:[Tt]ỉnh|[Tt]hành phố|xã|phường)\b)"
)
_OF_PROVINCE = re.compile(r"(?:[Tt]ỉnh|[Tt]ỉnh ủy|[Tt]ỉnh đoàn)$")
_OF_CITY = re.compile(r"(?:[Tt]hành phố|[Tt]hành ủy|[Tt]hành đoàn)$")
_CAPITAL_CITY = "Hồ Chí Minh"


def full_issuer(document: Document, *, marked: bool = False) -> str:
    """The issuer with its province when it does not name it: "Ủy ban nhân dân tỉnh" + "Lai Châu"; "" for none.

    A committee in whose name its standing committee signs is called by that. With ``marked`` what is
    inferred and stands nowhere in the document is in square brackets.
    """
    header = document.header
    if header.issuer is None:
        return ""
    name = issuer_name(header.issuer.value)
    behalf = header.signatory.value.on_behalf_of if header.signatory else None
    if _COMMITTEE.match(name) and behalf and _STANDING.search(fold(behalf)):
        name = f"{vi.STANDING_COMMITTEE} {name}"
    if behalf and _CENTRAL.match(name):
        name = next((body for words, body in _CENTRAL_BODIES if words in fold(behalf)), name)
    name = _in_brackets(name, header.issuer, marked)
    if header.province is None or not (tail := _province_after(name.rstrip("]"), header.province.value)):
        return name
    return f"{name} {_in_brackets(tail, header.province, marked)}"


def is_invented(stated: Stated[str]) -> bool:
    """Whether a value is inferred and stands nowhere in the document itself."""
    return bool(stated.inferred) and stated.span is None and not is_vouched(stated.inferred or "")


def is_vouched(why: str) -> bool:
    """Whether a person gave the value, in the file beside the document."""
    return why.startswith(vi.SIDECAR_REASON.split("{")[0])


def _in_brackets(text: str, stated: Stated[str], marked: bool) -> str:
    return vi.INFERRED_MARK.format(text=text) if marked and is_invented(stated) else text


def _province_after(name: str, province: str) -> str:
    """What is said after the name of a body to tell its province; "" when it says it, or needs none."""
    if re.search(rf"(?<!\w){re.escape(province)}(?!\w)", name):
        return ""
    of_city = province in CENTRAL_CITIES
    city = f"{vi.CITY.capitalize() if province == _CAPITAL_CITY else vi.CITY} {province}"
    if _PROVINCIAL.match(name):
        return city if of_city else f"{vi.PROVINCE} {province}"
    if _OF_CITY.search(name):
        alone = province != _CAPITAL_CITY or name.endswith(vi.CITY)
        return (province if alone else city) if of_city else ""
    return province if _OF_PROVINCE.search(name) and not of_city else ""


def issuer_name(printed: str) -> str:
    """The name of a body as in a sentence: "UBND TỈNH SƠN LA" → "Ủy ban nhân dân tỉnh Sơn La"."""
    plain = squeeze(strip_markup(printed)).strip(" *_-.,;|")
    name = _OLD_TONE.sub(lambda m: "Ủy" if m[1] == "U" else "ủy", sentence_case(plain) if plain else "")
    for short, written in _SHORT:
        name = short.sub(written, name)
    name = _DEPARTMENT.sub(lambda m: f"{m['head']} {DEPARTMENTS[m['letters']]}", name)
    for pattern, written in _PROPER:
        name = pattern.sub(written, name)
    return name[:1].upper() + name[1:]


# --- Whether two names are one body ------------------------------------------------------------

# Letters that shorten the beginning of a name.
_LETTERS = (
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bmttq\b"), "mặt trận tổ quốc"),
    (re.compile(r"\bbtv\b"), "ban thường vụ"),
    (re.compile(r"\bbch\b"), "ban chấp hành"),
    (re.compile(r"\bttg\b"), "thủ tướng"),
    (re.compile(r"\btw\b"), "trung ương"),
    (re.compile(r"\btp\.?(?=\s)"), "thành phố"),
)


def plain_name(name: str) -> str:
    """A name in small letters, written out, with newer tone marks: two that are equal name one body."""
    words = squeeze(modern_marks(name))
    for short, whole in _LETTERS:
        words = short.sub(whole, words)
    return words


# Ways to write one body. A committee and those who act for it between its sessions issue the same papers.
_SAME = (
    (r"\bban chấp hành (?:đảng bộ )?trung ương(?: đảng)?(?: cộng sản việt nam)?\b", "trung ương"),
    (r"\b(?:ban chấp hành )?đảng bộ tỉnh\b", "tỉnh ủy"),
    (r"\b(?:ban chấp hành )?đảng bộ thành phố\b", "thành ủy"),
    (r"\b(?:ban chấp hành )?đảng bộ\b", "đảng ủy"),
    (r"\b(?:thứ trưởng|bộ trưởng) (?=bộ )|\b(?:phó )?giám đốc (?=sở )|\bđồng chí ", ""),
    (r"\bthủ tướng(?! chính phủ)", "thủ tướng chính phủ"),
    (r"\b(?:phó )?chủ tịch (?=ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd)", ""),
    (r"\b(?:ban thường vụ|ban chấp hành|thường trực)\b", ""),
    (r",? (?:khóa [ivx\d]+|nhiệm kỳ [\d\s–-]+)$", ""),
)
_LEVEL = re.compile(r"\b(?:tỉnh|thành phố|xã|phường|huyện|thị xã|đặc khu)\b(?!\s(?:ủy|đoàn))")


def same_issuer(one: str, other: str) -> bool:
    """Whether two names may be one body: abbreviations, the province left out, and who acts for a committee aside."""
    first, second = _body(one), _body(other)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    rest = longer[len(shorter) :]
    # "ủy ban nhân dân tỉnh" | "lai châu": only the place may be left out.
    return longer.startswith(shorter) and rest.startswith(" ") and _names_place(shorter, rest)


def _names_place(body: str, rest: str) -> bool:
    ends_with_level = bool(re.search(r"(?:^|\s)(?:tỉnh|thành|xã|phường|huyện|thành phố|đặc khu|ủy|đoàn)$", body))
    return ends_with_level or bool(_LEVEL.match(rest.strip()))


@lru_cache(maxsize=4096)
def _body(name: str) -> str:
    words = plain_name(name)
    for pattern, said in _SAME:
        words = squeeze(re.sub(pattern, said, words))
    return words
