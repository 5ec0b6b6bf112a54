"""What kind of thing a free question asks for, and how surely a sentence holds one that the question does not name."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from tracuu.documents import TITLES
from tracuu.documents.symbols import kind_of_symbol
from tracuu.text import UPPER, syllables


class Kind(StrEnum):
    """What would answer: a number, a stretch of time, a time, a name, a place, a reason and so on."""

    NUMBER = "number"
    DURATION = "duration"
    TIME = "time"
    REASON = "reason"
    PURPOSE = "purpose"
    WHO = "who"
    PLACE = "place"
    NAME = "name"
    LIST = "list"
    NAMES = "names"
    PHONE = "phone"
    ADDRESS = "address"
    DOCUMENT = "document"
    CONDITION = "condition"
    WHICH = "which"
    OTHER = "other"


_DOCUMENT_ASKED = (
    rf"\b(?P<title>{'|'.join(TITLES).lower()}|văn bản)(?: (?:cũ|trước đây|nào đó))?(?: số)? (?:nào|gì|mấy)\b"
)

# "Khi nào mới được mở cống": what must come to pass first. Near miss: "khi nào phải xong".
_CONDITION_ASKED = r"\b(?:khi|lúc) nào (?:(?:thì|mới) ){1,2}(?:được|bị|cho phép)\b"

# First that matches decides: "bao lâu" is no number, "vì sao … bao nhiêu" is one.
_ASKED: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.PHONE, r"\b(?:số (?:điện thoại|máy bàn|fax|zalo)|đường dây nóng|hotline)\b"),
        (Kind.ADDRESS, r"\b(?:địa chỉ|email|thư điện tử|hộp thư|trang web|website)\b"),
        (Kind.NAMES, r"\blà (?:những|các) \w+(?: \w+){0,2}? nào\b"),
        (Kind.DOCUMENT, _DOCUMENT_ASKED),
        (Kind.DURATION, r"\bbao lâu\b|\b(?:mất|trong|kéo dài) (?:bao nhiêu|mấy) (?:năm|tháng|tuần|ngày|giờ|phút)\b"),
        (Kind.NUMBER, r"\b(?:bao nhiêu|mấy|bao xa|thứ mấy)\b|\b(?:tỷ lệ|mức|con số) (?:nào|gì)\b"),
        (Kind.CONDITION, _CONDITION_ASKED),
        (
            Kind.TIME,
            r"\b(?:khi nào|bao giờ|lúc nào|hạn chót)\b"
            r"|\b(?:năm|ngày|tháng|quý|thời điểm|thế kỷ|thập niên|thập kỷ|giai đoạn|thời kỳ|thời hạn) (?:nào|gì)\b",
        ),
        (Kind.REASON, r"\b(?:tại sao|vì sao|do đâu|vì đâu|sao lại|lý do|nguyên nhân)\b|\bvì (?:cái )?gì\b"),
        (Kind.PURPOSE, r"\b(?:để làm gì|mục đích|nhằm)\b|\bđể .*\bgì\b"),
        (
            Kind.WHO,
            r"\bai\b|\b(?:người|nhân vật|vị|ông|bà|vua|tướng|tác giả|cầu thủ|cơ quan|đơn vị|tổ chức|công ty|đội|bên|hội"
            r"|sở|ban|đoàn thể) nào\b|\b(?:nhà|huấn luyện|kiến trúc|hoàng) \w+(?: \w+)? nào\b",
        ),
        (
            Kind.PLACE,
            r"\bđâu\b|\b(?:nơi|chỗ|địa điểm|địa bàn|nước|quốc gia|tỉnh|thành phố|huyện|xã|phường|thị trấn|vùng|khu vực"
            r"|bang|đảo) nào\b",
        ),
        (Kind.NAME, r"\bgọi (?:\w+ )?là\b|\btên\b"),
        (Kind.LIST, r"\b(?:những|các)\b.*\b(?:nào|gì)\b|\bgồm\b"),
        (Kind.WHICH, r"\bnào\b"),
    )
)

# "năm 2019", "ngày 5", "quý I" count nothing; nor is "năm" of "năm ngoái" a five.
_NUMBER = re.compile(
    r"(?<!năm )(?<!ngày )(?<!tháng )(?<!quý )(?<![\d/])\d[\d.,]*(?!\d|/\d)"
    r"|\b(?:một|hai|ba|bốn|năm(?!\s+(?:\d|nay|ngoái|trước|sau|qua|học|đó|này|tới|đầu|cuối))|sáu|bảy|tám|chín|mười|trăm"
    r"|nghìn|vạn|triệu|tỷ|chục|nửa|đôi)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<unit>%|\w+)(?:\s+(?P<second>\w+))?")
_PERIOD = re.compile(r"\s*(?:\w+\s+)?(?:thế kỷ|năm|tháng|tuần|ngày|giờ|phút|giây)\b")
_YEAR_OR_DAY = re.compile(r"(?<![\d.,])(?:1\d{3}|20\d{2})(?![\d.,]?\d)|\b\d{1,2}/\d{1,2}\b|\bngày \d")
_SOME_TIME = re.compile(
    r"\b(?:ngày|tháng|quý|năm|thế kỷ|thập niên|thập kỷ|giai đoạn|mùa|giờ|h[àằ]ng (?:năm|tháng|tuần)|thường xuyên)\b"
)
# A run of capitals inside a sentence, or of two or more words at its beginning ("Thái Lan là …").
_PROPER = re.compile(
    rf"(?<=[\w,;(“\"'’–-] )[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*)*|^\W*[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*)+|“[^”]+”"
)
_AT = re.compile(
    rf"\b(?:ở|tại|trên|từ|đến|tới|qua|sang|vào|thuộc|gần|quanh|giữa|trong|về|nước|tỉnh|thành phố|huyện|xã|phường|bang"
    rf"|vùng|khu vực|đảo)\s+(?:\w+\s+){{0,2}}?[{UPPER}]"
)
_SOMEWHERE = re.compile(r"\b(?:ở|tại|trên|trong|quanh|ngoài|ven)\b")
_BECAUSE = re.compile(r"\b(?:vì|do|bởi|nhờ|nên|khiến|nhằm|lý do|nguyên nhân|dẫn (?:đến|tới)|gây)\b", re.IGNORECASE)
_SO_THAT = re.compile(r"\b(?:nhằm|để|mục đích|mục tiêu|phục vụ|[bđ]ảm bảo|bảo đảm|giúp|tạo)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:gọi|tên|tức|hay còn|là|viết tắt)\b|[“\"(]", re.IGNORECASE)
_SEVERAL = re.compile(r",[^,.;]+(?:,| và )|\bgồm\b|\bnhư\b|:")
# Match: "0207.3822.114", "1900 1234", "qua số 114", "gọi 115", "tổng đài cấp cứu 115". Near miss: "mua 114 máy bơm".
_PHONE = re.compile(
    r"(?<!\d)0\d(?:[. -]?\d){7,9}(?!\d)|\b1[89]00\b"
    r"|\b(?:số|gọi|tổng đài|đường dây nóng|điện thoại|hotline)\b[ :]{1,3}(?:\w+ ){0,2}?11[2-5](?![.,]?\d)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"@\w|\b(?:www|https?)\b|\.vn\b|\bsố \d+[\w/]*,? (?:đường|phố|ngõ)|\b(?:đường|phố) [{UPPER}]|\bđịa chỉ\b"
)
# Match: "chỉ mở khi độ mặn dưới 2‰", "từ ngày 01/7/2026". Near miss: "mở cống", "khi" of "khi đó".
_ON_CONDITION = re.compile(r"\b(?:khi(?! (?:đó|ấy))|nếu|trường hợp|sau|trước|từ ngày)\b", re.IGNORECASE)
# The number and symbol of a document: "05/CT-UBND", "32/2022/NQ-HĐND", "06-NQ/TW".
_SYMBOL = re.compile(rf"(?<![\w/])\d{{1,5}}(?:/\d{{4}})?[/-][{UPPER}][\w/-]+")
# A law goes by its name: "Luật Đất đai", "Bộ luật Dân sự", "Pháp lệnh Dân quân tự vệ".
_LAW = re.compile(rf"\b(?:Luật|Bộ luật|Pháp lệnh) [{UPPER}]\w+")
# The name of a person: a title before it ("đồng chí Trần Bình"), or alone behind an office and a colon.
_PERSON = re.compile(rf"\b(?:đồng chí|đ/c|ông|bà)\s+[{UPPER}]\w*(?:\s+[{UPPER}]\w*)+", re.IGNORECASE)
# From when a document or its rules hold.
# Match: "có hiệu lực thi hành từ ngày 05/5/2026". Near miss: "trước ngày Nghị quyết có hiệu lực được hỗ trợ".
_IN_FORCE = re.compile(
    r"\b(?:hiệu lực|áp dụng|thi hành)\b[^.;:]{0,40}?(?:\b(?:từ|sau|vào|trong|khi|đến)\b|\bngày \d)"
    r"|\btừ\b[^.;:]{0,40}\b(?:áp dụng|hiệu lực)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?P<noun>[^\W\d]+(?:\s+[^\W\d]+)?)\s+nào\b")


# Without one of these there is no answer at all: no other words can give it.
MUST_HOLD = frozenset({Kind.NAMES, Kind.PHONE, Kind.ADDRESS, Kind.DOCUMENT, Kind.CONDITION, Kind.REASON})


def names_person(text: str) -> bool:
    """Whether a text names a person with a title before the name."""
    return _PERSON.search(text) is not None


def tells_effect(text: str) -> bool:
    """Whether a text says from when something is in force."""
    return _IN_FORCE.search(text) is not None


def kind_asked(question: str) -> Kind:
    """The kind of thing that ``question`` (marks restored) asks for; OTHER when nothing tells."""
    text = question.lower()
    return next((kind for kind, pattern in _ASKED if pattern.search(text)), Kind.OTHER)


def kind_held(kind: Kind, text: str, question: str) -> float:
    """How surely ``text`` holds a thing of this kind that ``question`` does not itself name, in [0, 1].

    0.5 for OTHER, where every text may answer.
    """
    test = _TESTS.get(kind)
    return test(text, question) if test else 0.5


def _numbers(text: str, question: str) -> Iterator[re.Match[str]]:
    """Numbers, in figures or words, that the question does not hold."""
    asked = set(syllables(question))
    return (m for m in _NUMBER.finditer(text) if m.group().strip(".,").lower() not in asked)


def _number(text: str, question: str) -> float:
    """1 before the very unit that is counted, less for a figure, least for a number in words."""
    found = list(_numbers(text, question))
    if not found:
        return 0.0
    after = [text[m.end() : m.end() + 30].lower() for m in found]
    counted = _COUNTED.search(question.lower())
    if counted:
        unit, both = counted["unit"], f"{counted['unit']} {counted['second'] or ''}".strip()
        wanted = ["%"] if both in ("phần trăm", "%") else [both, unit]
        if any(re.match(rf"[^/]{{0,12}}?(?<![\w/]){re.escape(u)}(?!\w)", a, re.DOTALL) for u in wanted for a in after):
            return 1.0
    return 0.7 if any(m.group()[0].isdigit() for m in found) else 0.35


def _duration(text: str, question: str) -> float:
    return float(any(_PERIOD.match(text, m.end()) for m in _numbers(text, question)))


def _time(text: str, question: str) -> float:
    asked = set(re.findall(r"\d+", question))
    if any(not set(re.findall(r"\d+", m.group())) <= asked for m in _YEAR_OR_DAY.finditer(text)):
        return 1.0
    return 0.5 if _SOME_TIME.search(text) else 0.0


def names_new(text: str, question: str) -> bool:
    """Whether ``text`` has a proper name, or words in quotation marks, that ``question`` has not."""
    asked = set(syllables(question))
    return any(not set(syllables(m.group())) <= asked for m in _PROPER.finditer(text))


def _who(text: str, question: str) -> float:
    return 1.0 if names_new(text, question) else 0.0


def _place(text: str, question: str) -> float:
    if names_new(text, question):
        return 1.0 if _AT.search(text) else 0.5
    return 0.3 if _SOMEWHERE.search(text) else 0.0


def _which(text: str, question: str) -> float:
    """Half for the noun that stands before "nào", half for a name that is new."""
    noun = _NOUN.search(question.lower())
    held = noun is not None and (noun["noun"] in text.lower() or noun["noun"].split()[-1] in syllables(text))
    return 0.5 * held + 0.5 * names_new(text, question)


def _names(text: str, question: str) -> float:
    return max(float(names_new(text, question)), float(bool(_SEVERAL.search(text))))


def _document(text: str, question: str) -> float:
    """1 for the number of a document of the kind that is asked for, or the name of such a law."""
    asked = re.search(_DOCUMENT_ASKED, question.lower())
    title = asked["title"] if asked else "văn bản"
    return float(
        any(
            match.group().lower() not in question.lower() and _is_of_kind(title, match, text)
            for match in (*_SYMBOL.finditer(text), *_LAW.finditer(text))
        )
    )


def _is_of_kind(title: str, mention: re.Match[str], text: str) -> bool:
    """Whether a mention is of such a document: "Nghị định số 59/2015/NĐ-CP", "QĐ 12/QĐ-UBND", "Luật Đất đai"."""
    if title == "văn bản":
        return True
    if mention.re is _LAW:
        return title in mention.group().lower()
    called = re.search(rf"\b{title}(?: \w+){{0,2}}? (?:số )?$", text[: mention.start()].lower())
    return bool(called) or (kind_of_symbol(mention.group()) or "").lower().startswith(title)


def _saying(pattern: re.Pattern[str]) -> Callable[[str, str], float]:
    return lambda text, question: float(bool(pattern.search(text)))


_TESTS: Mapping[Kind, Callable[[str, str], float]] = {
    Kind.NUMBER: _number,
    Kind.DURATION: _duration,
    Kind.TIME: _time,
    Kind.WHO: _who,
    Kind.PLACE: _place,
    Kind.WHICH: _which,
    Kind.REASON: _saying(_BECAUSE),
    Kind.PURPOSE: _saying(_SO_THAT),
    Kind.NAME: _saying(_CALLED),
    Kind.LIST: _saying(_SEVERAL),
    Kind.NAMES: _names,
    Kind.DOCUMENT: _document,
    Kind.CONDITION: _saying(_ON_CONDITION),
    Kind.PHONE: _saying(_PHONE),
    Kind.ADDRESS: _saying(_ADDRESS),
}
