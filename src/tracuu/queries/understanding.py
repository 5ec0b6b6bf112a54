"""A question as typed to a `Query`: the same for every way to type it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from tracuu.queries.abbreviations import abbreviations, write_out
from tracuu.queries.bodies import find_agencies, find_units
from tracuu.queries.marks import MarkModel
from tracuu.queries.naming import DocumentNames, find_years
from tracuu.queries.places import find_provinces
from tracuu.text import UPPER, Folded, fold, modern_marks, normalise, squeeze, syllables
from tracuu.types import Intent, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A way of asking. ``pattern`` is searched in folded text; the example matches, the near miss does not.

    A near miss may ask something else, just not this.
    """

    intent: Intent
    pattern: str
    example: str
    near_miss: str


_BODY = (
    r"(?:(?:nhung |cac )?(?:co quan|don vi|vu|cuc|chi cuc|vien|trung tam|cong ty|truong|hoi"
    r"|ban quan ly|ban|nganh|bo|phong|ben|noi|to chuc|dia phuong|doan the|van phong"
    r"|dang uy"
    r"|uy ban|lanh dao|dong chi|can bo|xa|phuong|cap|to|nguoi)(?: \w+){0,3}? nao)"
)
_WHO = rf"(?:\b{_BODY}|\b(?:nhung )?ai)\b"
_DOCUMENT = (
    r"(?:van ban|ke hoach|nghi quyet|cong van|huong dan|thong bao|quyet dinh|chuong trinh|ket luan|chi thi"
    r"|to trinh|cong dien|nghi dinh|thong tu|quy che|de an)"
)
_WHEN = (
    r"(?:khi nao|bao gio|luc nao"
    r"|(?:vao )?(?:ngay|hom|thang|quy|nam|thoi gian|thoi diem)(?: thang)?(?: nam)? (?:nao|may|bao nhieu))"
)

# Tried in order: what is asked of the document itself, then of its tasks; the first that matches wins.
ASKINGS = (
    Asking(
        intent=Intent.SYMBOL,
        pattern=r"\b(?:so hieu|so,? (?:va )?ky hieu|ky hieu (?:van ban|la|gi)|mang so (?:nao|may|gi|bao nhieu))",
        example="Số hiệu của kế hoạch quy hoạch đô thị là gì?",
        near_miss="Số lượng đô thị là bao nhiêu?",
    ),
    Asking(
        intent=Intent.SYMBOL,
        pattern=rf"\b{_DOCUMENT}\b.{{0,80}}?\b(?:la )?(?:so (?:may|bao nhieu)|so nao)\b",
        example="Kế hoạch của Tỉnh ủy về đô thị là số mấy?",
        near_miss="Kế hoạch đặt số căn nhà ở xã hội là bao nhiêu?",
    ),
    Asking(
        intent=Intent.SYMBOL,
        pattern=rf"^so (?:cua )?(?:cai |ban )?{_DOCUMENT}\b|^{_DOCUMENT} nao\b.*\bcho (?:toi |em |biet )?(?:xin )?so\b",
        example="Số của tờ trình về nhà ở xã hội?",
        near_miss="Số nhà ở xã hội hoàn thành trong kế hoạch?",
    ),
    Asking(
        intent=Intent.SIGNATORY,
        pattern=rf"{_WHO} (?:da |la nguoi |dung ten )?ky\b(?! (?:hop dong|ket|cam ket|hieu))"
        rf"|\bnguoi (?:da )?ky\b|\bky ten\b|\bchu ky (?:cua|tren)\b",
        example="Công văn 584 do ai ký?",
        near_miss="Định kỳ ai báo cáo kết quả?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"\b(?:ban hanh|phat hanh|duoc ra|ra|ky|de) (?:tu |vao )?{_WHEN}\b"
        rf"|\bngay (?:thang )?(?:ban hanh|ky|phat hanh)\b",
        example="Kế hoạch 39 ban hành ngày nào?",
        near_miss="Quy chế phải hoàn thành ngày nào?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong"
        rf"|han)\b).*\b{_WHEN}.{{0,40}}\bban hanh (?:\w+ ){{0,2}}?(?:{_DOCUMENT}|\d)",
        example="Khi nào Tỉnh ủy ban hành kế hoạch 39?",
        near_miss="Khi nào phải ban hành kế hoạch thực hiện?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong|han)\b).*\b{_DOCUMENT}\b.{{0,100}}\b(?:la|co|de|vao|tu) {_WHEN}$",
        example="Thông báo 01-TB/BCĐ của Ban Chỉ đạo là ngày nào?",
        near_miss="Kế hoạch 39 yêu cầu phải báo cáo vào ngày nào?",
    ),
    Asking(
        intent=Intent.ISSUED_ON,
        pattern=rf"^(?!.*\b(?:phai|hoan thanh|xong|han|yeu cau|bao cao|giao|thuc hien|trien khai|hieu luc|ket thuc)\b)"
        rf"{_DOCUMENT}\b.{{0,100}} {_WHEN}$",
        example="Tờ trình đề án nhà ở xã hội ngày nào?",
        near_miss="Kế hoạch 39 yêu cầu báo cáo ngày nào?",
    ),
    Asking(
        intent=Intent.ISSUER,
        pattern=rf"{_WHO} (?:da |duoc )?(?:ban hanh|ra|phat hanh) (?:\w+ ){{0,2}}?(?:{_DOCUMENT}\b|\d)|\b(?:do"
        rf"|cua) {_WHO}(?: \w+)? (?:ban hanh|ra|phat hanh)\b"
        rf"|\b(?:co quan|noi|cap) ban hanh\b|\b{_DOCUMENT}.{{0,60}} (?:do|cua) {_WHO}\s*$",
        example="Cơ quan nào ban hành kế hoạch 2233?",
        near_miss="Cơ quan nào chủ trì ban hành quy chế quản lý kiến trúc?",
    ),
    Asking(
        intent=Intent.RECIPIENTS,
        pattern=rf"\b(?:gui|kinh gui|chuyen)(?: bao cao)?(?: (?:cho|den|toi|ve|di))? "
        rf"(?:{_WHO}|(?:nhung )?(?:dau|noi nao))"
        rf"|\bnoi nhan\b|\bkinh gui\b"
        rf"|{_WHO} (?:duoc )?nhan (?:duoc )?{_DOCUMENT}|\bnguoi nhan\b",
        example="Công văn 584 gửi cho những ai?",
        near_miss="Ai gửi báo cáo kết quả hằng năm?",
    ),
    Asking(
        intent=Intent.WHERE,
        pattern=rf"^(?:nhung |cac |trong |theo |o )?{_DOCUMENT} nao\b|\b(?:o|trong|tai|theo) {_DOCUMENT} nao\b"
        rf"|\b{_DOCUMENT} nao (?:noi|quy dinh|neu|de cap|nhac|ghi|giao|yeu cau|huong dan|co)\b"
        r"|\b(?:cho|doan|phan|muc|diem|dieu|khoan|trang) nao\b(?!.*\bnhiem vu nao)"
        r"|\b(?:nam|co|noi|nhac|viet|ghi|quy dinh|de cap) o (?:dau|phan nao|muc nao|van ban nao)\b|\bo dau\s*$",
        example="Văn bản nào nói về nhà ở công nhân?",
        near_miss="Xây trường nội trú ở xã nào?",
    ),
    Asking(
        intent=Intent.FREE,
        pattern=r"\b(?:lam|lo|chu tri|duoc giao|thuc hien|co) "
        r"(?:nhung |cac )?(?:nhiem vu|viec|cong viec)? ?(?:gi|nao)\b"
        r"(?! \w* ?(?:khi|bao))(?<!khi nao)",
        example="Sở Y tế phải làm những việc gì?",
        near_miss="Việc này do ai làm?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=rf"^(?!.*\bbao nhieu\b).*\b(?:{_WHEN}"
        r"|thoi han|han chot|han cuoi|han hoan thanh|han (?:den|la)|cham nhat|thoi (?:gian"
        rf"|diem) (?:hoan thanh|thuc hien)"
        rf"|hoan thanh truoc|truoc (?:ngay|thang|nam) nao|(?:da |phai )?xong (?:chua|truoc))\b",
        example="Khi nào phải xong quy hoạch chung?",
        near_miss="Đơn vị nào lo quy hoạch chung?",
    ),
    Asking(
        intent=Intent.DEADLINE,
        pattern=r"^(?:thoi )?han (?!muc|ngach|che|han)\w|^thoi gian (?!qua|toi|vua)\w|^tien do \w",
        example="Hạn hoàn thành cơ sở dữ liệu đất đai?",
        near_miss="Hạn mức giao đất ở là bao nhiêu?",
    ),
    Asking(
        intent=Intent.FIGURE,
        pattern=r"\bbao nhieu\b"
        r"|(?<!cho )(?<!cua )(?<!voi )\bmay (?!(?:moc|tinh|bay|chu)\b)\w+(?!.*\bnao\b)|\bdat (?:may|muc nao)\b",
        example="Tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?",
        near_miss="Nhiệm vụ mua sắm máy móc do ai chủ trì?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi)\b).*(?:{_WHO}.{{0,60}}\bphoi hop|\bphoi hop (?:voi |cung "
        rf"|la )?{_WHO}|\b(?:co quan|don vi) phoi hop)",
        example="Những cơ quan nào phối hợp lập quy hoạch chung?",
        near_miss="Cơ quan nào chủ trì, phối hợp lập quy hoạch chung?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"\bchu tri.{{0,60}}\bphoi hop (?:voi |cung )?{_WHO}",
        example="Sở Xây dựng chủ trì và phối hợp với cơ quan nào?",
        near_miss="Cơ quan nào chủ trì và phối hợp với Sở Xây dựng?",
    ),
    Asking(
        intent=Intent.COORDINATING,
        pattern=rf"^(?:co quan |don vi )?phoi hop \w.*(?:\bgom\b|{_WHO})",
        example="Phối hợp thanh tra kỳ thi gồm những ai?",
        near_miss="Phối hợp với Sở Y tế từ khi nào?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=r"^(?:cap uy|co quan|don vi|dong chi) (?:theo doi|chi dao|giam sat|don doc)\b",
        example="Cấp ủy theo dõi bảo tồn tiếng nói dân tộc",
        near_miss="Cấp ủy phải làm gì?",
    ),
    Asking(
        intent=Intent.SUPERVISING,
        pattern=rf"^(?!.*\b(?:chu tri|dau moi|lo|phu trach|chiu trach nhiem)\b).*"
        rf"(?:{_WHO}.{{0,60}}?(?:\b(?:theo doi|giam sat|don doc)"
        rf"|(?<!ban )\bchi dao)"
        rf"|(?:theo doi|giam sat|don doc|(?<!ban )\bchi dao).{{0,60}}{_WHO}|\b(?:co quan|don vi) (?:theo doi"
        rf"|chi dao|giam sat))",
        example="Ban nào theo dõi, chỉ đạo nhiệm vụ này?",
        near_miss="Ai là trưởng ban chỉ đạo?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"{_WHO}.{{0,80}}?\b(?:phai|can|chu tri|chiu trach nhiem|co trach nhiem|dau moi|lo|phu trach|dam nhiem"
        rf"|duoc giao|tham muu|thuc hien|trien khai"
        r"|lam|lap|xay dung|to chuc|ban hanh|hoan thanh|xu ly|quan ly|bao cao|dung ra|tuyen truyen|ra soat|trinh)\b",
        example="Đơn vị nào làm đầu mối lập quy hoạch chung?",
        near_miss="Kế hoạch nào nói về quy hoạch chung?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"\b(?:giao|trach nhiem|tham quyen|viec|chu tri|phu trach|nhiem vu)\b.{{0,80}}?\b(?:cho |cua "
        rf"|thuoc (?:ve )?|do |la )?{_WHO}|\b(?:do|giao|giao cho) {_WHO}"
        r"|\b(?:co quan|don vi) (?:chu tri|dau moi|chiu trach nhiem)",
        example="Nhiệm vụ quy hoạch đô thị giao cho ai?",
        near_miss="Nhiệm vụ quy hoạch đô thị gồm những gì?",
    ),
    Asking(
        intent=Intent.LEAD,
        pattern=rf"^{_WHO} (?!phoi hop|ky|ban hanh|theo doi|giam sat|duoc|bi|co|la|thuoc|trong|o)\w+ \w+",
        example="Đơn vị nào nạo vét kênh mương?",
        near_miss="Cơ quan nào thuộc tỉnh ủy?",
    ),
    Asking(
        intent=Intent.FIGURE,
        pattern=r"(?:^|\b(?:neu|cho biet) )(?:(?:muc tieu|chi tieu)(?: ve)? )?"
        r"(?:t[iy] le|chi tieu|dien tich|kim ngach|kinh phi|doanh thu|thu ngan sach|san luong|tong san pham|grdp"
        r"|so luong|mat do|t[iy] trong|tong von)\b(?!.*\b(?:cach|phuong phap)\b)",
        example="Tỷ lệ đô thị hóa đến năm 2030",
        near_miss="Giải pháp nâng tỷ lệ đô thị hóa",
    ),
)

# Courtesies around a question, in small letters with marks; they say nothing of what is sought.
# Match: "cho em hỏi", "dạ thưa, xin hỏi". Near miss: "hỏi đáp trực tuyến".
_OPENING = re.compile(
    r"(?:(?:dạ|thưa|vâng|(?:xin )?chào|a ?lô|(?:bạn|anh|chị|bác|em|thưa|các)(?: \w+)? ơi|thưa (?:anh|chị|bác"
    r"|ông|bà))[\s,.!]+)*"
    r"(?:(?:xin|vui lòng|làm ơn|hãy)\s+)?(?:cho\s+)?(?:(?:chúng )?(?:tôi|em|mình|cháu|ta)\s+)?(?:xin\s+)?(?:muốn\s+)?"
    r"(?:(?:được\s+)?(?:hỏi|biết))(?:\s+(?:là|rằng|thêm|chút|về))?(?:[\s,:]+)(?!đáp\b)"
)
# Match: "… là gì vậy ạ", "… ai ký nhỉ". Near miss: "… như vậy", "… cụ thể".
_CLOSING = re.compile(
    r"(?:[\s,]+(?:(?:(?:vậy|thế|với|đi|đấy) )?ạ|a|nhỉ|nhé|hả|(?:xin )?cảm ơn)"
    r"|(?:(?<=gì|ai)|(?<=nào|đâu|mấy|sao)|(?<=nhiêu|không))\s+(?:vậy|thế|đấy|đó))$"
)
# Longer than any closing, and short enough to keep the search linear.
_TAIL = 16

# Words of asking, and small words, that should not weigh when terms are matched; folded phrases first.
_QUESTION_PHRASES = re.compile(
    r"\b(?:cho (?:toi |em )?(?:hoi|biet)|xin hoi|(?:nhung |cac )?(?:co quan|don vi|so|ban|nganh|ben|noi"
    r"|dia phuong|cap|to chuc) nao"
    r"|khi nao|bao gio|luc nao|(?:ngay|thang|quy|nam) (?:nao|may)|bao nhieu|nhu the nao|the nao|ra sao|la gi"
    r"|nhung gi|nhung ai|tai sao|vi sao|o dau"
    r"|co phai|phai khong|duoc khong)\b"
)
_SMALL_WORDS = frozenset(
    syllables(
        """
        ai à ạ bị bởi các cái cho có của cứ đã đang đây đấy để đến đi do đó được gì hãy hay hoặc hỏi không là lại
        mà mấy mỗi nào này nên nếu nhé nhỉ nhưng những ở ra rằng rất rồi sao sẽ tại thế thì theo trong trên từ tới
        và vào vậy về vì với xin
        """
    )
)

# Small words that are part of a longer word.
_COMPOUNDS = frozenset(
    {
        ("nhà", "ở"),
        ("đất", "ở"),
        ("theo", "dõi"),
        ("đi", "lại"),
        ("từ", "chối"),
        ("cho", "vay"),
        ("cho", "thuê"),
        ("và", "nhỏ"),
    }
)


def find_intent(text: str) -> Intent:
    """What ``text`` (accented or not) asks for; FREE when no way of asking is seen."""
    folded = squeeze(fold(_told_apart(text))).strip(" ?!.…")
    return next((asking.intent for asking, pattern in _patterns() if pattern.search(folded)), Intent.FREE)


# Words of asking that are alike to other words once the marks are gone: what each must be with them.
# Match: "gửi đến đâu", "số nào". Near miss: "chuyện đầu tư", "sở nào" (a department).
_MEANT = {
    "so": "số", "dau": "đâu", "chuyen": "chuyển", "may": "mấy", "ky": "ký", "han": "hạn", "lo": "lo", "cho": "cho",
    "nao": "nào", "gi": "gì", "gui": "gửi", "nhan": "nhận", "can": "cần", "dat": "đạt", "ai": "ai", "phai": "phải",
}  # fmt: skip


def _told_apart(text: str) -> str:
    """``text`` with those words that only look like words of asking put out of the way."""

    def clear(match: re.Match[str]) -> str:
        word = modern_marks(match.group())
        meant = _MEANT.get(fold(word))
        if word == "sở":
            return "đơn vị"
        if word == "chỗ":
            return word
        return match.group() if meant is None or word in (meant, fold(word)) else "_"

    return re.sub(r"[^\W\d_]+", clear, text)


@cache
def _patterns() -> tuple[tuple[Asking, re.Pattern[str]], ...]:
    return tuple((asking, re.compile(asking.pattern)) for asking in ASKINGS)


def content_terms(query_text: str) -> list[str]:
    """Syllables of ``query_text`` in order, without words of asking ("cơ quan nào") and small words.

    All syllables when nothing else would be left.
    """
    folded = Folded.of(query_text)
    kept: list[str] = []
    position = 0
    for match in _QUESTION_PHRASES.finditer(folded.text):
        span = folded.span(*match.span())
        kept.append(query_text[position : span.start])
        position = span.end
    left = syllables(" ".join([*kept, query_text[position:]]))
    terms = [
        term
        for before, term, after in zip(["", *left], left, [*left[1:], ""], strict=False)
        if term not in _SMALL_WORDS or {(before, term), (term, after)} & _COMPOUNDS
    ]
    return terms or syllables(query_text)


# Words with which each kind of answer is asked for; what is left of a question is what it is about.
_ASKING_WORDS = {
    Intent.LEAD: "chủ trì chịu trách nhiệm đầu mối phụ trách lo giao chính làm phải cơ quan đơn vị sở bên "
    "thực hiện việc nhiệm vụ",
    Intent.COORDINATING: "phối hợp cùng cơ quan đơn vị sở bên phải",
    Intent.SUPERVISING: "theo dõi chỉ đạo giám sát đôn đốc cơ quan đơn vị cấp ủy bên phải việc",
    Intent.DEADLINE: "khi bao giờ lúc ngày tháng quý năm thời hạn gian điểm hạn chót cuối chậm nhất trước "
    "xong hoàn thành phải thực hiện",
    Intent.FIGURE: "bao nhiêu mấy phần trăm đạt phải chỉ tiêu mục tiêu phấn đấu đặt ra mức m2 m² ha km tỷ triệu đồng",
    Intent.SIGNATORY: "ký tên người chức vụ do đồng chí ông bà đã",
    Intent.ISSUER: "ban hành cơ quan do ra đã",
    Intent.RECIPIENTS: "gửi nhận nơi kính cho những đến",
    Intent.SYMBOL: "số ký hiệu nào mấy là gì xin cho",
    Intent.ISSUED_ON: "ngày tháng năm nào ban hành ra khi lúc",
    Intent.WHERE: "văn bản đoạn chỗ phần mục điểm nằm nói đâu nhắc viết ghi",
    Intent.FREE: "phải làm việc nhiệm vụ quy định nêu như thế nào yêu cầu gồm",
}


def topic_terms(query: Query) -> list[str]:
    """Syllables, with marks, of what the question is about; no words of asking, agencies or provinces.

    Agencies and provinces stay when nothing else would be left; [] when the question is about nothing.
    """
    asking = {*_ASKING_WORDS.get(query.intent, "").split(), *_SMALL_WORDS, *_BLANK_WORDS}
    text = query.text
    places = [p.span for p in find_provinces(text) if not re.match(rf"\s+[{UPPER}]", text[p.span.end :])]
    for span in sorted([*find_agencies(text), *places], reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    about = [term for term in content_terms(text) if term not in asking]
    about = about or [term for term in content_terms(query.text) if term not in asking]
    return about if any(len(term) > 1 and term[0].isalpha() for term in about) else []


# Words that are about nothing by themselves.
_BLANK_WORDS = frozenset({"số", "nhiêu", "bao", "mấy", "ai", "gì", "nào", "đâu", "sao"})


def understand(question: str, *, marks: MarkModel, names: DocumentNames) -> Query:
    """The query that ``question`` means; length is the caller's to check.

    NFC and NFD, capitals and small letters, marks and none, a courtesy before or after: all give the
    same ``text``, ``intent`` and entities as far as the words allow. Cost: 1 to 3 ms.
    """
    asked = _plain(question)
    asked = asked.lower() if asked.isupper() else asked
    written, spans = write_out(asked)
    restored = marks.restore(written, fixed=spans)
    places = find_provinces(restored)
    provinces = tuple(dict.fromkeys(place.name for place in places))
    text = _settle_case(_without_courtesies(restored), marks)
    first = names.resolve(asked)
    years = find_years(asked, first.spans)
    named = names.resolve(asked, provinces=provinces, years=years)
    return Query(
        original=question,
        text=text,
        intent=find_intent(text),
        doc_ids=named.doc_ids,
        cited_symbols=named.cited_symbols,
        unknown_symbols=named.unknown_symbols,
        provinces=provinces,
        units=find_units(asked),
        agencies=tuple(dict.fromkeys(text[slice(*span)] for span in find_agencies(text))),
        years=years,
    )


def _plain(question: str) -> str:
    """NFC, plain spaces, no invisible characters, Đ for Ð."""
    text = "".join(c for c in normalise(question) if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc", "Cs"))
    return squeeze(text.translate(_ETH))


_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"})


def _without_courtesies(text: str) -> str:
    """Small letters without "cho em hỏi" before and "ạ?" after; all of it if nothing else is there."""
    small = modern_marks(text)
    opening = _OPENING.match(small)
    end = len(small)
    start = opening.end() if opening and opening.end() < end else 0
    while True:
        end = len(small[:end].rstrip(_ENDS))
        closing = _CLOSING.search(small, max(start, end - _TAIL), end)
        if not closing or closing.start() <= start:
            return small[start : max(end, start)] or small
        end = closing.start()


_ENDS = " ?!.…,;:"


# Symbols in a text of small letters. Match: "39-kh/tu", "2233/kh-ubnd". Near miss: "2026 - đô thị", "28 m2/người".
_SYMBOL = re.compile(
    r"(?<![\w/])\d{1,5}(?:\s{0,2}[-–]\s?[^\W\d_]{1,6}\s?/\s?[^\W_]{1,15}|(?:/\d{4})?/[^\W\d_]{1,6}(?:-[^\W_]{1,15})+"
    r"|/\d{4}/[^\W_]{2,10})"
)


@cache
def _proper_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {modern_marks(row.long): row.long for row in abbreviations() if row.long[0].isupper()}
    either = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"\b(?:{either})\b"), names


def _settle_case(small: str, marks: MarkModel) -> str:
    """Text of small letters with capitals for names, symbols and its start, however it was typed."""
    pattern, names = _proper_names()
    versions = [
        marks.capitalise(small),
        pattern.sub(lambda match: names[match.group()], small),
        _SYMBOL.sub(lambda match: match.group().upper(), small),
    ]
    versions += [
        small[: span.start] + small[span.start : span.end].title() + small[span.end :]
        for _, span in find_provinces(small)
    ]
    letters = list(small[:1].upper() + small[1:])
    for version in versions:
        if len(version) == len(letters):
            letters = [new if new.isupper() else old for old, new in zip(letters, version, strict=True)]
    return "".join(letters)
