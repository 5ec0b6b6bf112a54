"""What single lines of a directive are: motto, number, date line, title, recipients, signature, annex.

Each pattern has a line that it takes and a near miss that it leaves (tests/test_signs.py).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracuu.documents.lines import Line, strip_markup
from tracuu.documents.symbols import DATE, SYMBOL, title_kind
from tracuu.text import UPPER, fold, squeeze, trim
from tracuu.types import Span

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM".
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do\W+hanh phuc|^\W*dang cong san viet nam\W*$")
# "Số: 2233/KH-UBND", "Số 584 -CV/ĐU", "Số:      /KH-UBND" (number lost); not "Số lượng đô thị".
_NUMBER = re.compile(r"^\W*s[oố0]\s*[:.]?\s*(?:\d[\w.]*)?\s*(?:/\s?\d{4})?\s*[-/–]\s*[A-ZĐ]", re.IGNORECASE)
_NUMBER_ROOM = re.compile(r"^\W*Số\s*:?\s*[.…_\s]*[-/–]\s?[A-ZĐ]", re.IGNORECASE)
# "Lai Châu, ngày 30 tháng 3 năm 2026", "Sơn La, ngày    tháng 5 năm 2026" (day lost).
_PLACE = rf"(?<![\w/-])(?P<place>(?:(?:TP|TX|T\.P)\.?\s*)?[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,4}})"
_DATE_LINE = re.compile(_PLACE + r"\s*,\s*ng[àa]y\s*[\d.…_]*\s*th[áa]ng")
# "Mường Thanh, ngày 1/6/2026", alone; not "… số 06-NQ/TW, ngày 24/01/2022".
_SHORT_DATE_LINE = re.compile(r"\W*" + _PLACE + r"\s*,\s*ng[àa]y\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\W*$")
_RECIPIENTS = re.compile(r"^\W*noi\s?nhan\W*(?:$|[:;])")
_ADDRESSEES = re.compile(r"^\W*kinh\s?(?:gui|chuyen)\b")
# "THỦ TƯỚNG CHÍNH PHỦ điện:" opens the addressees of a công điện; who sends it is none of them.
_TELEGRAM = re.compile(
    rf"^\W*(?:[{UPPER} ,]{{8,100}}|(?:Thủ tướng|Chủ tịch|Bộ trưởng|Giám đốc|Trưởng ban|Ban Chỉ (?:đạo|huy))"
    r"[\w ,]{0,90}) (?:điện|ĐIỆN)\s?:"
)
# "T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN", "K/T TRƯỞNG BAN", "KT. CHỦ TỊCH", "TL. GIÁM ĐỐC", "TUQ."
_ON_BEHALF = re.compile(rf"^\W*(?:[TK]/[MTL]\.?|TUQ\.|Q\.|(?:TM|KT|TL)(?:\.|(?=\s)))\s*[{UPPER}]")
_OFFICE = re.compile(
    r"^\W*(?:pho |quyen )?(?:bi thu|chu tich|truong ban|giam doc|cuc truong|chi cuc truong|chanh van phong"
    r"|bo truong|thu truong|thu tuong|pho thu tuong|truong phong|vien truong|chanh an|hieu truong|tong giam doc"
    r"|chu nhiem|tong thu ky|uy vien|chanh thanh tra|to truong|thuong truc"
    r"|chi huy truong|tu lenh|truong doan|thu truong co quan)\b"
)
_ANNEX = re.compile(r"^\W*(?:PHỤ LỤC|Phụ lục|PHU LUC|BIỂU|MẪU SỐ|DANH MỤC)\b")
_SUBJECT_LINE = re.compile(r"^\W*(?:V/v|v/v|Về việc|Vv)\b")
_AGENCY_HEAD = re.compile(
    r"^\W*(?:dang (?:uy|bo|doan)|tinh (?:uy|doan)|thanh (?:uy|doan)|huyen uy|thi uy|quan uy|ubnd|uy ban|hdnd|hoi dong"
    r"|ban |so |bo |van phong|chinh phu|thu tuong|mat tran|cong an|quan doi|quoc hoi|tong |doan |lien doan|hoi |cuc "
    r"|chi cuc|trung tam|truong |benh vien|vien |toa an|kho bac|thanh tra|phong |cong ty|tap doan|bao hiem)"
)
_NAME = re.compile(rf"^(?:(?:TS|ThS|PGS|GS|BS|Đ/c)\.?\s*)*([{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,5}})$")


# Capitalised lines of a signature that name nobody: "TỈNH SƠN LA", "Đã Ký", "Khóa XV".
# Marks are kept: Phương, Quan and Xa are surnames.
_NO_NAME = re.compile(
    r"(?:tỉnh|thành phố|huyện|xã|phường|thị xã|thị trấn|quận|kh[oó][aá]|đã ký|da ky|ký bởi|ngày|người ký)\b"
)
# Bodies with their marks: Trương, Tống, Viên, Phong and Bàn are surnames and no trường, tổng, viện, phòng, ban.
_BODY = re.compile(
    r"(?:đảng (?:ủy|bộ|đoàn)|(?:tỉnh|thành|huyện|thị|quận) (?:ủy|đoàn)|ubnd|ủy ban|hđnd|hội đồng|ban|sở|bộ|văn phòng"
    r"|chính phủ|thủ tướng|mặt trận|công an|quân đội|quốc hội|tổng|liên đoàn|cục|chi cục|trung tâm|trường|bệnh viện"
    r"|viện|tòa án|kho bạc|thanh tra|phòng|công ty|tập đoàn|bảo hiểm)(?!\w)"
)
# Đoàn is a surname too, and some are called Hội: a body when its field follows.
_FIELD_FOLLOWS = re.compile(
    r"(?:đoàn|hội)\s(?:thanh niên|tncs|đại biểu|luật|công tác|kiểm tra|giám sát|thanh tra|thể|khối|kinh tế|trường"
    r"|tỉnh|xã|phường|nông dân|phụ nữ|liên hiệp|cựu|chữ thập|nghị|khuyến|người|nhà|văn học|sinh viên|doanh|bảo"
    r"|nạn nhân|đông y|kiến trúc|khoa học|cấp|các)(?!\w)"
)
# Surnames that fold, with a given name, to an office: "Trương Phong" is no trưởng phòng.
_SURNAME = re.compile(r"(?:trương|tô)\s")


class Segment(NamedTuple):
    """A stretch of a line between tabs, bars, cells or wide gaps: columns come out on one line.

    ``column`` counts from the left; text that is indented far stands in column 1.
    """

    span: Span
    text: str
    column: int


# What parts the columns of a layout: tabs (several are one), a bar, the tags of a table, three spaces.
# Room left for a number or a day ("Số:      /KH-UBND", "ngày     tháng") parts nothing.
_SEPARATOR = re.compile(
    r"\t[\t ]*|\||</?(?:table|tbody|tr|td|th|br)\b[^<>]{0,80}>|(?<! )(?<!ngày)(?<!tháng)(?<!số)(?<!số:)(?<!,) {3,}",
    re.IGNORECASE,
)
# Indented this far, a line belongs to the right half of the page (a page has about 80 characters).
_INDENT = 20


def segments(line: Line, text: str) -> Iterator[Segment]:
    """The columns of one printed line, from left to right."""
    start, end = line.span
    position = start
    indent = start - (text.rfind("\n", 0, start) + 1)
    column = int(indent >= _INDENT or "\t" in text[start - indent : start])
    cells = 0
    for match in _SEPARATOR.finditer(text, start, end):
        yield from _segment(text, position, match.start(), column)
        position = match.end()
        sign = match.group().lower()
        if sign.startswith(("<td", "<th>", "<th ")):
            cells += 1
            column = cells - 1
        elif not sign.startswith("<") and match.start() > start:
            column += 1
    yield from _segment(text, position, end, column)


def _segment(text: str, start: int, end: int, column: int) -> Iterator[Segment]:
    span = trim(text, start, end)
    bare = squeeze(strip_markup(text[slice(*span)])) if span.start < span.end else ""
    if bare:
        yield Segment(span, bare, column)


def is_motto(text: str) -> bool:
    """Whether the line holds the State's or the Party's name that heads a directive."""
    return bool(_MOTTO.search(fold(text)))


def is_number(text: str) -> bool:
    """Whether the line gives the document's own number, also when the number itself was lost."""
    return len(text) < 120 and bool(_NUMBER.match(text) or _NUMBER_ROOM.match(text))


def has_number(text: str) -> bool:
    """Whether the line gives the document's own number and it can be read."""
    return is_number(text) and bool(SYMBOL.search(text))


def date_line(text: str) -> re.Match[str] | None:
    """The place and date of issue ("Lai Châu, ngày 30 tháng 3 năm 2026"); group ``place``."""
    return (_SHORT_DATE_LINE.match(text) or _DATE_LINE.search(text)) if len(text) < 160 else None


def is_header_line(text: str) -> bool:
    """Whether the line belongs to the head of a directive, above title and subject."""
    return is_motto(text) or is_number(text) or (bool(date_line(text)) and len(text) < 80 and bool(DATE.search(text)))


def is_agency_head(line: Line) -> bool:
    """Whether the line is an agency's name in capitals."""
    return line.is_upper and bool(_AGENCY_HEAD.match(fold(line.bare))) and len(line.bare) < 120


def is_title(text: str) -> bool:
    """Whether the line is the title of a document (its kind in capitals)."""
    return title_kind(text) is not None


def is_recipients(text: str) -> bool:
    """Whether the line is "Nơi nhận:"."""
    return bool(_RECIPIENTS.match(fold(text)))


def is_addressees(text: str) -> bool:
    """Whether the line is "Kính gửi: …"."""
    return bool(_ADDRESSEES.match(fold(text[:40]))) or bool(_TELEGRAM.match(text))


def is_signature(text: str) -> bool:
    """Whether the line opens a signature: "T/M …", "KT. …", or an office in capitals."""
    letters = [c for c in text if c.isalpha()]
    upper = bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
    return len(text) < 90 and upper and bool(_ON_BEHALF.match(text) or _OFFICE.match(fold(text)))


def is_on_behalf(text: str) -> bool:
    """Whether a signature line says in whose name: "T/M BAN THƯỜNG VỤ"."""
    return bool(_ON_BEHALF.match(text))


def is_annex(line: Line) -> bool:
    """Whether the line opens an annex: in capitals, or set apart, and not a mention in a sentence."""
    if not _ANNEX.match(line.bare) or len(line.bare) > 160:
        return False
    short = re.match(r"^\W*Phụ lục(?:\s+(?:số\s*)?[\dIVX]+)?\W*$", line.bare)
    return (
        line.is_upper
        or line.strong
        or bool(short)
        or (line.bare.upper().startswith("PHỤ LỤC") and line.bare[:7].isupper())
    )


def is_subject_line(text: str) -> bool:
    """Whether the line opens the subject of a công văn ("V/v …")."""
    return bool(_SUBJECT_LINE.match(text))


def person_name(text: str) -> str | None:
    """The name when the line is a person's name and nothing else; titles before it are dropped."""
    match = _NAME.match(text.strip(" .,*_")) if len(text) < 80 else None
    if not match or len(match[1]) > 50:
        return None
    words = match[1].lower().replace("uỷ", "ủy").replace("toà", "tòa")
    unmarked = words.isascii() and _AGENCY_HEAD.match(words + " ")
    office = _OFFICE.match(fold(text)) and not _SURNAME.match(words)
    hall = words.startswith("hội ") and match[1].isupper()
    if _NO_NAME.match(words) or office or _BODY.match(words) or _FIELD_FOLLOWS.match(words) or unmarked or hall:
        return None
    return match[1]


def without_sender(text: str) -> str:
    """A line of addressees without who sends the telegram: "CHỦ TỊCH … TỈNH điện: các sở" gives "các sở"."""
    return _TELEGRAM.sub("", text).strip()
