"""What single lines of a directive are: motto, number, date line, title, recipients, signature, annex.

Each pattern has a line that it takes and a near miss that it leaves (tests/test_signs.py).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracuu.documents.digits import with_digits
from tracuu.documents.lines import Line, strip_markup
from tracuu.documents.symbols import DATE, SYMBOL, title_kind
from tracuu.text import UPPER, fold, squeeze, trim
from tracuu.types import Span

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM".
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do\W+hanh phuc|^\W*dang cong san viet nam\W*$")
# "Số: 2233/KH-UBND", "Sô 584 -CV/ĐU" (a mark lost), "Số:      /KH-UBND" (number lost); not "Số lượng đô thị".
_NUMBER = re.compile(r"^\W*s[oòóỏõọôồốổỗộ0]\s*[:.]?\s*(?:\d[\w.]*)?\s*(?:/\s?\d{4})?\s*[-/–]\s*[A-ZĐ]", re.IGNORECASE)
_NUMBER_ROOM = re.compile(r"^\W*S[oòóỏõọôồốổỗộ]\s*:?\s*[.…_\s]*[-/–]\s?[A-ZĐ]", re.IGNORECASE)
# "Lai Châu, ngày 30 tháng 3 năm 2026", "Sơn La, ngày    tháng 5 năm 2026" (day lost).
_PLACE = (
    r"(?<![\w/-])(?P<place>(?:(?:TP|Tp|TX|T\.P|[Tt]hành phố|[Tt]hị xã|[Xx]ã|[Pp]hường)\.?\s*)?"
    rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,4}})"
)
# The hour of a telegram: "hồi 16 giờ 30 phút, ", "lúc 7h00 ", "17:30, ".
_HOUR = r"(?:(?:(?:vào\s)?(?:hồi|lúc)\s*)?\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{1,2}\s?(?:phút|['’p])?)?\s*,?\s*)?"
_DATE_LINE = re.compile(_PLACE + r"\s*,\s*" + _HOUR + r"ng[àa]y\s*[\d.…_]*\s*th[áa]ng", re.DOTALL)
# "Mường Thanh, ngày 1/6/2026", alone; not "… số 06-NQ/TW, ngày 24/01/2022". So too when the comma was misread.
_SHORT_DATE_LINE = re.compile(
    r"\W*" + _PLACE + r"\s*,\s*" + _HOUR + r"ng[àa]y\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\W*$"
)
_DATE_LINE_ALONE = re.compile(
    r"\W*" + _PLACE + r"\s?[.;:]?\s" + _HOUR + r"ng[àa]y\s*\d{1,2}\s*th[áa]ng\s*\d{1,2}\s*n[ăa]m\s*\d{4}\W*$"
)
# Words with which a line that only gives a day begins: "Trước ngày 30 tháng 6 năm 2026".
_NO_PLACE = re.compile(
    r"(?:trước|sau|từ|đến|vào|sáng|chiều|tối|trong|hết|tới|qua|hồi|lúc|kể|căn cứ)(?!\w)", re.IGNORECASE
)
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
    r"|chu nhiem|tong thu ky|uy vien|chanh thanh tra|to truong|thuong truc|vu truong|tong cuc truong|tong bien tap"
    r"|chi huy truong|tu lenh|chinh uy|truong doan|thu truong co quan|chu toa|thu ky)\b"
)
_ANNEX = re.compile(r"^\W*(?:PHỤ LỤC|Phụ lục|PHU LUC|BIỂU|MẪU SỐ|DANH MỤC)\b")
_SUBJECT_LINE = re.compile(r"^\W*(?:V/v|v/v|V[eêềế] vi[eêệẹ]c|Vv)\b")
_AGENCY_HEAD = re.compile(
    r"^\W*(?:dang (?:uy|bo|doan)|tinh (?:uy|doan)|thanh (?:uy|doan)|huyen uy|thi uy|quan uy|ubnd|uy ban|hdnd|hoi dong"
    r"|ban |so |bo |van phong|chinh phu|thu tuong|mat tran|cong an|quan doi|quoc hoi|tong |doan |lien doan|hoi |cuc "
    r"|chi cuc|trung tam|truong |benh vien|vien |toa an|kho bac|thanh tra|phong |cong ty|tap doan|bao hiem"
    r"|chu tich (?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b)"
)
# Degrees, ranks and forms of address before a name.
_RANK = (
    r"(?:(?:PGS|GS|TSKH|TS|ThS|THS|Th\.S|BSCK\s?I{1,2}|BS\.?\s?CK\s?I{1,2}|BS|DS|KS|CN|LS|NGND|NGƯT|Đ/[cC])(?:[.,]\s*|\s+)"
    r"|(?i:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|thượng tọa|hòa thượng|đại đức|linh mục|mục sư|luật sư|bác sĩ"
    r"|tiến sĩ|thạc sĩ|kỹ sư|đồng chí|ông|bà)\s+)*"
)
# A syllable of a name: "Lan", "H'Yao", "K'"; the stroke is printed in four ways.
_SYLLABLE = rf"[{UPPER}](?:[\w'’‘ʼ])*"
_NAME = re.compile(rf"^{_RANK}({_SYLLABLE}(?:\s{_SYLLABLE}){{1,5}}|[{UPPER}]['’‘ʼ]{_SYLLABLE})$")
# What is printed where the pen was, before or after a name: "(đã ký)", "[Chữ ký]", "Đã ký:"; Trương Vĩnh Ký keeps his.
_SIGNED = re.compile(
    r"^\W*(?:đã ký|chữ ký)\s*[:)\].,]+|(?:[-–—,]?\s*(?:đã ký|chữ ký)|[(\[]\s*(?:đã )?ký(?: số| tên)?\s*[)\]]|/s/)\W*$",
    re.IGNORECASE,
)


# Capitalised lines of a signature that name nobody: "TỈNH SƠN LA", "Đã Ký", "Khóa XV".
# Marks are kept: Phương, Quan and Xa are surnames.
_NO_NAME = re.compile(
    r"(?:tỉnh|thành phố|huyện|xã|phường|thị xã|thị trấn|quận|kh[oó][aá]|đã ký|da ky|chữ ký|ký bởi|ký số|ngày"
    r"|người ký|đóng dấu|dự thảo|hỏa tốc|hoả tốc|thượng khẩn|tuyệt mật|tối mật|bản sao|sao y|bản chính)\b"
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
# So does the motto that stands behind a body with no wide gap before it.
# Room left for a number or a day ("Số:      /KH-UBND", "ngày     tháng") parts nothing.
_SEPARATOR = re.compile(
    r"\t[\t ]*|\||</?(?:table|tbody|tr|td|th|br)\b[^<>]{0,80}>|(?<! )(?<!ngày)(?<!tháng)(?<!s[oóôốồổ])"
    r"(?<!s[oóôốồổ]:)(?<!,) {3,}"
    r"|(?<=\S) +(?=[*_]{0,3}(?-i:C[ỘO]NG +H(?:ÒA|OÀ|OA) +XÃ +H|Đ[ẢA]NG +C[ỘO]NG +S[ẢA]N +VI[ỆE]T +NAM[*_ ]*(?:\n|$)"
    r"|[ĐD][ộo]c +l[ậa]p *[-–—] *T[ựu] +do))"
    rf"|(?-i:(?<=[{UPPER}][{UPPER}]) +(?=[{UPPER}][^\W\d{UPPER}]+(?: [{UPPER}][^\W\d{UPPER}]+){{0,3}}, *ngày *\d))",
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
    return len(text) < 120 and bool(_NUMBER.match(with_digits(text)) or _NUMBER_ROOM.match(text))


def has_number(text: str) -> bool:
    """Whether the line gives the document's own number and it can be read."""
    return is_number(text) and bool(SYMBOL.search(with_digits(text)))


def date_line(text: str) -> re.Match[str] | None:
    """The place and date of issue ("Lai Châu, ngày 30 tháng 3 năm 2026"); group ``place``."""
    if len(text) >= 160:
        return None
    text = with_digits(text)
    alone = _DATE_LINE_ALONE.match(text)
    if alone and _NO_PLACE.match(alone["place"]):
        alone = None
    return _SHORT_DATE_LINE.match(text) or _DATE_LINE.search(text) or alone


def is_header_line(text: str) -> bool:
    """Whether the line belongs to the head of a directive, above title and subject."""
    return (
        is_motto(text)
        or is_number(text)
        or (bool(date_line(text)) and len(text) < 80 and bool(DATE.search(with_digits(text))))
    )


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


# Frequent surnames, which tell a name in capitals from an office that goes on; none that begins a province.
_SURNAMES = frozenset({
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "lương", "trịnh", "mai", "đào", "đoàn", "vương", "tạ", "châu", "tô", "lò", "vàng", "giàng", "nông",
    "hứa", "triệu", "lưu", "quách", "lù", "sùng", "mùa", "thào", "hầu", "ksor", "siu", "rơ", "kpă", "điểu", "thạch",
})  # fmt: skip


def office_with_name(text: str) -> tuple[str, str] | None:
    """Office and name on one line: "CHỦ TỊCH Trần Minh Thuận"; None when the line is not both."""
    words = text.split() if len(text) < 120 else []
    if not words or not words[0].isupper():
        return None
    for i in range(1, len(words)):
        office, rest = " ".join(words[:i]).rstrip(":-– "), " ".join(words[i:])
        name = person_name(rest) if is_signature(office) else None
        if name is None:
            continue
        small = not any(len(word.strip(".,'’")) > 1 and word.isupper() for word in name.split())
        if small or (name.isupper() and name.split()[0].lower() in _SURNAMES):
            return office, name
    return None


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
    """The name when the line is a person's name and nothing else.

    Titles before it and "(đã ký)" after it are dropped.
    """
    match = _NAME.match(_SIGNED.sub("", text).strip(" .,*_-–—;:|")) if len(text) < 80 else None
    if not match or len(match[1]) > 50:
        return None
    words = match[1].lower().replace("uỷ", "ủy").replace("toà", "tòa")
    unmarked = words.isascii() and _AGENCY_HEAD.match(words + " ")
    office = _OFFICE.match(fold(text)) and not _SURNAME.match(words)
    hall = words.startswith("hội ") and match[1].isupper()
    if _NO_NAME.match(words) or office or _BODY.match(words) or _FIELD_FOLLOWS.match(words) or unmarked or hall:
        return None
    return match[1]


# Where an item of a list of recipients ends, or its heading: what stands behind on the line is of the other column.
_ITEM_ENDS = re.compile(r"(?<=[;:.,)]) +(?=[^\W\d_])")


def beside_recipients(segment: Segment, text: str, *, signed: bool) -> list[Segment]:
    """A line of recipients without the signature that a scan printed behind it: "- UBND tỉnh; KT. CHỦ TỊCH" are two.

    A name stands so only where some signature was ``signed`` above: behind the last item ("- Lưu: VT. Lê Thị Na"), or
    behind another one when it is longer than names of places are.
    """
    start, end = segment.span
    if is_signature(segment.text):
        return [segment]
    for gap in _ITEM_ENDS.finditer(text, start, end):
        item, tail = squeeze(strip_markup(text[start : gap.start()])), squeeze(strip_markup(text[gap.end() : end]))
        long = len(tail.split()) >= _LONG_NAME
        named = signed and (_FILE_COPY.search(item) or long) and item[-1] in ".;" and person_name(tail)
        if (is_signature(tail) and not is_signature(item)) or named:
            return [Segment(Span(start, gap.start()), item, 0), Segment(Span(gap.end(), end), tail, 1)]
    return [segment]


_FILE_COPY = re.compile(r"\bLưu\b")
# Words of a name that is no place's: "Rơ Châm Thế Vinh", and not "Quang Trung".
_LONG_NAME = 3


def without_sender(text: str) -> str:
    """A line of addressees without who sends the telegram: "CHỦ TỊCH … TỈNH điện: các sở" gives "các sở"."""
    return _TELEGRAM.sub("", text).strip()
