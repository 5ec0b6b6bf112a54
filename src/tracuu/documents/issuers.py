"""Who issues a document: the head names it, or the sentence that promulgates it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracuu import vi
from tracuu.documents import places, signs
from tracuu.documents.casing import with_abbreviations
from tracuu.documents.lines import Line, strip_markup
from tracuu.text import UPPER, squeeze
from tracuu.types import Span, Stated

# Bodies by the letters of a symbol, where the letters name one body at every level alike.
_BODIES = {
    "BTGDVTU": "Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTCTU": "Ban Tổ chức Tỉnh ủy",
    "UBKTTU": "Ủy ban Kiểm tra Tỉnh ủy", "VPTU": "Văn phòng Tỉnh ủy", "BNCTU": "Ban Nội chính Tỉnh ủy",
    "VPCP": "Văn phòng Chính phủ", "TTg": "Thủ tướng Chính phủ",
}  # fmt: skip
# "Ban Thường vụ Tỉnh ủy ban hành kế hoạch", "Ủy ban nhân dân tỉnh ban hành Kế hoạch", "Ban … hướng dẫn …".
# A name has at most 20 words after its first; the bound keeps the search linear.
_PROMULGATES = re.compile(
    r"(?<!\w)(?P<issuer>(?:Ban|Ủy ban|Uỷ ban|UBND|Tỉnh|Thành|Huyện|Đảng|Thường trực|Bộ|Sở|Hội đồng|HĐND|Văn phòng"
    r"|Chủ tịch|Cục|Chi cục|Công an)"
    rf"(?:\s+(?:[{UPPER}]\w*|ban|nhân|dân|tỉnh|thành|phố|xã|phường|huyện|thị|ủy|uỷ|vụ|hành|bộ|trực|giáo|và|đồng"
    r"|phòng|tịch|kiểm|tra|chức|vận|chính|an|trị|dựng|thôn|tế|công|nghệ|nghiệp|môi|trường|đạo|đảng|trung|ương)\b)"
    r"{0,20}?)\s+(?:ban hành|xây dựng|yêu cầu|hướng dẫn|thông báo|đề nghị|quyết định|kết luận|báo cáo|kính trình"
    r"|trân trọng)\b"
)


def issuer_of(
    head: Sequence[Line], title: Sequence[Line], body: Sequence[Line], text: str, symbol: Stated[str] | None
) -> Stated[str] | None:
    """The issuing body: printed in the head or below the title, promulgating in the opening, or named by the symbol."""
    if person := _in_person([*title[1:], *body]):
        return _with_place(person, agencies_of(head, text))
    if agencies := [*agencies_of(head, text), *_below_title(title)]:
        span, name = agencies[-1]
        above = agencies[-2][1] if len(agencies) > 1 else ""
        if above and _OFFICE.match(name):
            return Stated(value=_office_of(above), span=span)
        own = sentence_case(name)
        committee = sentence_case(above) if _OF_PARTY.match(own) and _PARTY.match(above) else ""
        return Stated(value=f"{own} {committee}".strip(), span=span)
    if found := _promulgating(body, text):
        return found
    letters = re.split(r"[-/]", symbol.value)[-1] if symbol else ""
    if symbol and letters in _BODIES:
        return Stated(value=_BODIES[letters], span=symbol.span, inferred=vi.INFERRED_ISSUER_FROM_SYMBOL)
    return None


# A body that serves a Party committee has no name of its own: "BAN TỔ CHỨC" below "TỈNH ỦY HƯNG YÊN".
_OF_PARTY = re.compile(r"(?:Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế|Xây dựng Đảng)|Ủy ban Kiểm tra)[\w ]*$")
_PARTY = re.compile(r"\W*(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|ĐẢNG) (?:ỦY|UỶ|UY)\s")
_OFFICE = re.compile(r"\W*VĂN PHÒNG\W*$")


def _office_of(superior: str) -> str:
    """The office of a body that is printed above it: "UBND TỈNH LAI CHÂU" over "VĂN PHÒNG"."""
    name = _written_out(sentence_case(superior))
    return f"Văn phòng {re.sub(r'^HĐND', 'Hội đồng nhân dân', name)}"


# A head of office who decides by himself, over his grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "GIÁM ĐỐC SỞ Y TẾ".
_IN_PERSON = re.compile(
    r"(?:CHỦ TỊCH (?:ỦY|UỶ|UY) BAN NHÂN DÂN|CHỦ TỊCH UBND|CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG BỘ|GIÁM ĐỐC SỞ)"
    r"(?:\s[^,.;:]{2,60})?$"
)
# Lines below the title in which such a line is looked for: the subject may take some.
_PERSON_LINES = 6


def names_issuer(line: Line) -> bool:
    """Whether a line below the title says whose document it is: "CỦA BAN THƯỜNG VỤ TỈNH ỦY", "CHỦ TỊCH ỦY BAN …"."""
    return line.is_upper and (line.bare.startswith("CỦA ") or bool(_IN_PERSON.match(line.bare.strip(" :*_"))))


def _below_title(title: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    for line in title[1:2]:
        if line.bare.startswith("CỦA ") and names_issuer(line):
            yield line.span, line.bare.removeprefix("CỦA ")


def _in_person(lines: Sequence[Line]) -> Stated[str] | None:
    """The head of office in whose name the document decides, by the line over its grounds."""
    for line in lines[:_PERSON_LINES]:
        words = line.bare.strip(" :*_")
        if line.is_upper and _IN_PERSON.match(words):
            return Stated(value=sentence_case(words), span=line.span)
    return None


_LEVEL_AT_END = re.compile(r"\s(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã)$")


def _with_place(person: Stated[str], agencies: Sequence[tuple[Span, str]]) -> Stated[str]:
    """The head of office with the place of his committee, when the head of the paper prints the committee with it.

    Match: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" below "ỦY BAN NHÂN DÂN TỈNH SƠN LA". Near miss: below "UBND XÃ X".
    """
    office, _, body = _written_out(person.value).partition("Ủy ban nhân dân")
    if not body or not _LEVEL_AT_END.search(body):
        return person
    committees = {_written_out(sentence_case(name)) for _, name in agencies}
    whole = [name for name in committees if name.startswith(f"Ủy ban nhân dân{body} ")]
    return replace(person, value=f"{office}{whole[0]}") if len(whole) == 1 else person


def _written_out(name: str) -> str:
    return re.sub(r"\bUBND\b", "Ủy ban nhân dân", name)


# A line in capitals that goes on with the agency above, also after a gap.
_GOES_ON = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|ĐẶC KHU|VÀ|KHÓA|KHOÁ)\s")


def agencies_of(head: Sequence[Line], text: str) -> list[tuple[Span, str]]:
    """Agencies printed in the head, the superior one first; the Party's and State's names are none.

    A name on several lines of its column is put together: "ỦY BAN NHÂN DÂN" over "TỈNH SƠN LA".
    """
    found: list[tuple[Span, str]] = []
    open_column: int | None = None
    for line in head:
        for segment in signs.segments(line, text):
            part = Line(segment.span, segment.text, line.gap, line.strong)
            plain = not (signs.is_motto(segment.text) or signs.is_number(segment.text)) and part.is_upper
            if plain and signs.is_agency_head(part):
                found += _superior_and_own(segment, text)
                open_column = segment.column
            elif plain and open_column == segment.column and (not line.gap or _GOES_ON.match(segment.text)):
                span, name = found[-1]
                found[-1] = (Span(span.start, segment.span.end), f"{name} {segment.text}")
            elif segment.column == open_column and segment.text.strip("-–—_* "):
                open_column = None
    return found


# "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN SỞ TƯ PHÁP": two lines of a cell came out as one.
# Near miss: "UBND THÀNH PHỐ HẢI PHÒNG".
_ON_ONE_LINE = re.compile(
    r"(?P<superior>(?:(?:ỦY|UỶ|UY) BAN NHÂN DÂN|UBND) (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)(?: \w+){1,4}?) "
    r"(?P<own>(?:SỞ|BAN (?:QUẢN LÝ|CHỈ)|VĂN PHÒNG|THANH TRA|TRUNG TÂM|CHI CỤC|(?<!HẢI )PHÒNG)(?:\s.+|$))"
)


def _superior_and_own(segment: signs.Segment, text: str) -> list[tuple[Span, str]]:
    """The agency of a stretch of the head; two when a committee and its department stand on one line."""
    two = _ON_ONE_LINE.fullmatch(segment.text)
    at = text.find(two["own"].split()[0], segment.span.start + len(two["superior"]), segment.span.end) if two else -1
    if two is None or at < 0:
        return [(segment.span, segment.text)]
    return [(Span(segment.span.start, at), two["superior"]), (Span(at, segment.span.end), two["own"])]


# Words of an agency's name that keep a capital when a line in capitals is written as in a sentence.
_CAPITAL_AFTER = re.compile(
    r"\b(?:(?:tỉnh|thành|huyện|thị|quận) (?:ủy|đoàn)|tỉnh|xã|phường|huyện|thành phố|tp\.?|thị xã|thị trấn|quận"
    r"|đặc khu)\s+(?!ủy\b|đoàn\b)"
)
_FIELD = re.compile(
    r"^(?:sở|bộ|ban|cục|chi cục|hội|thanh tra|phòng|vụ|trung tâm)\s+\w|(?:(?<=\svà)|(?<=,)|(?<=\s-))\s\w"
)
_PROPER = {
    name.lower(): name
    for name in (
        "Ban Thường vụ", "Ban Chấp hành", "Ban Tuyên giáo", "Ban Tổ chức", "Ban Chỉ đạo", "Mặt trận Tổ quốc Việt Nam",
        "Dân vận", "Việt Nam", "Thường trực", "Quân sự", "Chỉ huy", "Chính phủ", "Trung ương", "Tỉnh ủy", "Thành ủy",
        "Huyện ủy", "Đảng ủy", "Đảng bộ", "Kiểm tra", "Nội chính", "Ủy ban nhân dân", "Hội đồng nhân dân",
        "Công Thương",
    )
}  # fmt: skip


# The body keeps its capital behind the office: "BỘ TRƯỞNG BỘ NỘI VỤ", "GIÁM ĐỐC SỞ Y TẾ".
_HEAD_OF = re.compile(
    r"(?P<office>(?:PHÓ )?(?:BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG BAN)) (?P<body>(?:BỘ|SỞ|CỤC|BAN)\s.+)$"
)
# "UY BAN NHÂN DÂN": the mark over the first letter is lost in scans.
_LOST_MARK = re.compile(r"\bu[yỳýỹỵ] ban\b")


def sentence_case(upper: str) -> str:
    """An agency in capitals as it is written in a sentence: "ĐẢNG ỦY XÃ SÍNH PHÌNH" → "Đảng ủy xã Sính Phình"."""
    if upper.isupper() and (office := _HEAD_OF.match(squeeze(upper.strip(" *_-.|")))):
        return f"{office['office'].capitalize()} {sentence_case(office['body'])}"
    words = _LOST_MARK.sub("ủy ban", squeeze(upper.strip(" *_-.|")).lower().replace("uỷ", "ủy"))
    if not upper.isupper():
        return squeeze(upper)
    unit = _CAPITAL_AFTER.search(words)
    body, rest = (words[: unit.end()], words[unit.end() :].title()) if unit else (words, "")
    if re.match(r"(?:sở|bộ|ban|cục|chi cục|phòng|vụ|trung tâm)\s", body):
        body = _FIELD.sub(lambda m: m.group()[:-1] + m.group()[-1].upper(), body)
    for small, proper in _PROPER.items():
        body = re.sub(rf"\b{small}\b", proper, body, flags=re.IGNORECASE)
    words = body + rest
    if match := places.province_in(words):
        words = words.replace(match["name"], places.standard_name(match["name"]))
    return with_abbreviations(words[0].upper() + words[1:], squeeze(upper))


# The sentence that promulgates ends the opening, before the first heading, within this many characters.
_OPENING_LINES = 12
_OPENING_LENGTH = 6000


def _promulgating(body: Sequence[Line], text: str) -> Stated[str] | None:
    """The body that the opening says issues the document ("Ban Thường vụ Tỉnh ủy ban hành kế hoạch …")."""
    for line in _opening(body):
        found = list(
            _PROMULGATES.finditer(text, line.span.start, min(line.span.end, line.span.start + _OPENING_LENGTH))
        )
        if found:
            start, end = found[-1].span("issuer")
            return Stated(
                value=squeeze(strip_markup(text[start:end])), span=Span(start, end), inferred=vi.INFERRED_PROMULGATED
            )
    return None


def _opening(body: Sequence[Line]) -> Iterator[Line]:
    for line in body[:_OPENING_LINES]:
        if re.match(r"^\W*[IVX]{1,4}\s*[.\-)]\s*\S", line.bare):
            return
        yield line
