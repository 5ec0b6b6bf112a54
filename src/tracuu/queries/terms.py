"""What a question is about: its terms without the words of asking."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import pairwise

from tracuu.documents import TITLES
from tracuu.queries.bodies import find_agencies
from tracuu.queries.intents import asks_effect
from tracuu.queries.naming import DAY_OF_DOCUMENT
from tracuu.queries.places import find_provinces
from tracuu.queries.synonyms import office_words
from tracuu.text import UPPER, Folded, syllables
from tracuu.types import Intent, Query, Span

# Words of asking, and small words, that should not weigh when terms are matched; folded phrases first.
_QUESTION_PHRASES = re.compile(
    r"\b(?:cho (?:toi |em )?(?:hoi|biet)|xin hoi|(?:nhung |cac )?(?:co quan|don vi|so|ban|nganh|ben|noi"
    r"|dia phuong|cap|to chuc) nao"
    r"|khi nao|bao gio|luc nao|(?:ngay|thang|quy|nam) (?:nao|may)|bao nhieu|nhu the nao|the nao|ra sao|la gi"
    r"|nhung gi|nhung ai|tai sao|vi sao|o dau"
    r"|co phai|phai khong|duoc khong)\b"
)
SMALL_WORDS = frozenset(
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
        ("đi", "bộ"),
        ("từ", "chối"),
        ("cho", "vay"),
        ("cho", "thuê"),
        ("và", "nhỏ"),
    }
)


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
        if term not in SMALL_WORDS or {(before, term), (term, after)} & _COMPOUNDS
    ]
    return terms or syllables(query_text)


# Words with which each kind of answer is asked for; what is left of a question is what it is about.
_ASKING_WORDS = {
    Intent.LEAD: "chủ trì chịu trách nhiệm đầu mối phụ trách lo giao chính làm phải cơ quan đơn vị sở bên đứng "
    "thực hiện việc nhiệm vụ",
    Intent.COORDINATING: "phối hợp cùng cơ quan đơn vị sở bên phải thực hiện việc nhiệm vụ giúp",
    Intent.SUPERVISING: "theo dõi chỉ đạo giám sát đôn đốc cơ quan đơn vị cấp ủy bên phải việc thực hiện nhiệm vụ",
    Intent.DEADLINE: "khi bao giờ lúc ngày tháng quý năm thời hạn gian điểm hạn chót cuối chậm nhất trước "
    "xong hoàn thành phải thực hiện lâu một lần kết thúc chừng bữa việc",
    Intent.FIGURE: "bao nhiêu mấy phần trăm đạt phải chỉ tiêu mục tiêu phấn đấu đặt ra mức m2 m² ha héc hecta ta km tỷ "
    "triệu đồng một",
    Intent.SIGNATORY: "ký tên người chức vụ do đồng chí ông bà đã",
    Intent.ISSUER: "ban hành cơ quan do ra đã",
    Intent.RECIPIENTS: "gửi nhận nơi kính cho những đến",
    Intent.SYMBOL: "số ký hiệu nào mấy là gì xin cho",
    Intent.ISSUED_ON: "ngày tháng năm nào ban hành ra khi lúc",
    Intent.WHERE: "văn bản đoạn chỗ phần mục điểm nằm nói đâu nhắc viết ghi",
    Intent.TASKS: "phải làm lo việc nhiệm vụ trách nhiệm được giao chủ trì phụ trách thực hiện phân công "
    "nội dung liệt kê nêu cần công khi ngày trước xong",
    Intent.FREE: "phải làm việc nhiệm vụ quy định nêu như thế nào yêu cầu gồm",
}


# Likewise, where the single words may well be what a question is about ("mắt", "tay", "phụ nữ").
_ASKING_PHRASES = {
    Intent.COORDINATING: re.compile(
        r"\b(?:phụ(?! (?:nữ|trách|lục|cấp|huynh))(?: giúp)?|góp sức|góp tay|chung tay|chung sức|tiếp tay|đồng hành"
        r"|cùng làm|tham gia)\b"
    ),
    Intent.SUPERVISING: re.compile(
        r"\b(?:để mắt(?: tới| đến)?|dòm(?: lại| ngó)?|trông coi|trông chừng|canh chừng|đôn thúc|đốc thúc|nhắc nhở)\b"
    ),
    Intent.SIGNATORY: re.compile(r"\b(?:(?:mang )?chữ ký|đặt bút)\b"),
    Intent.TASKS: re.compile(r"\b(?:đầu|phần) việc\b|\bđầu mục\b"),
    Intent.FIGURE: re.compile(r"\b(?:dự (?:kiến|tính)|ước (?:tính|khoảng)|ước chừng)\b"),
    Intent.DEADLINE: re.compile(r"\bhạn (?:chót |cuối )?(?:tới|đến) đâu\b"),
}


def topic_terms(query: Query) -> list[str]:
    """Syllables, with marks, of what the question is about, in the offices' words; no words of asking, no agencies.

    Provinces are left out too.

    Agencies and provinces stay when nothing else would be left; [] when the question is about nothing.
    """
    asking = _asking(query)
    about = own_terms(query)
    for text in (_blanked(query.text, _asked_with(query)), query.text):
        about = about or [term for term in content_terms(office_words(text)) if term not in asking]
    about += [term for term in _EFFECT if term not in about] if asks_effect(query.text) else []
    return about if any(len(term) > 1 and term[0].isalpha() for term in about) else []


def _asking(query: Query) -> set[str]:
    also = _ASKING_WORDS[Intent.DEADLINE] if Intent.DEADLINE in query.also else ""
    return {*_ASKING_WORDS.get(query.intent, "").split(), *also.split(), *SMALL_WORDS, *_BLANK_WORDS}


def own_terms(query: Query) -> list[str]:
    """Those of `topic_terms` that are neither agencies nor provinces nor the document that is described."""
    asking = _asking(query)
    text = query.text
    places = [
        Span(_with_level(text, p.span.start), p.span.end)
        for p in find_provinces(text)
        if not re.match(rf"\s+[{UPPER}]", text[p.span.end :])
    ]
    documents = _asked_with(query)
    documents += [Span(*m.span()) for m in re.finditer(re.escape(query.described), text)] if query.described else []
    if query.intent is Intent.FREE:
        documents += [Span(*m.span()) for m in _DOCUMENT_ASKED.finditer(text)]
    if query.intent in _WHO_ASKED:
        documents += [Span(*m.span()) for m in _BODY_ASKED.finditer(text)]
    agencies = [span for span in find_agencies(text) if _is_whole(text, span)]
    text = _blanked(text, [*agencies, *places, *documents])
    left = content_terms(office_words(text))
    said = frozenset(pairwise(syllables(text)))
    return [
        term
        for before, term, after in zip(["", *left], left, [*left[1:], ""], strict=False)
        if not _is_day(term, after, query)
        and (
            term not in asking
            or _is_in_compound(before, term, after, query)
            or (term, after) in _MEASURES
            or _is_turn(before, term, after, said, asking)
        )
        and (before, term) not in _WITH_ASKING[query.intent]
        and not _is_time(term, query)
    ]


_WHO_ASKED = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.SUPERVISING})
# What is asked for is no part of what it does: "hội nào", "trường đại học nào", "lực lượng nào".
_BODY_ASKED = re.compile(
    r"\b(?:hội|hiệp hội|liên đoàn|trường|công ty|bệnh viện|trung tâm|chi cục|cục|viện|ngân hàng|lực lượng|doanh nghiệp"
    r"|đoàn thể|phòng|ban quản lý|tập đoàn|hợp tác xã)(?: (?!trước|ngày|tháng|quý|năm|khi|lúc)[^\W\d_]+){0,2}? nào\b"
    r"|\b(?:hai|ba|bốn|[2-4]) (?:sở|ban|ngành|bộ|cơ quan|đơn vị|tổ chức|bên|địa phương|xã|phường|huyện) nào\b",
    re.IGNORECASE,
)


def _is_in_compound(before: str, term: str, after: str, query: Query) -> bool:
    """Whether a small word is part of a longer one ("nhà ở") whose other part is no word of asking ("theo dõi")."""
    of_intent = _ASKING_WORDS.get(query.intent, "").split()
    pairs = {(before, term), (term, after)} & _COMPOUNDS
    return any(one not in of_intent and other not in of_intent for one, other in pairs)


def _asked_with(query: Query) -> list[Span]:
    """Where a question names documents as the source of the answer, and phrases of asking."""
    sources = [Span(*m.span()) for m in _SOURCE_NAMED.finditer(query.text)] if query.doc_ids else []
    phrases = _ASKING_PHRASES.get(query.intent)
    return [*sources, *(Span(*m.span()) for m in phrases.finditer(query.text))] if phrases else sources


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with blanks for ``spans``, which may overlap: every offset stays."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


# The name of an agency was cut where its small letters begin; what is left of it would be about nothing.
# Match: "bệnh" of "Trung tâm Kiểm soát bệnh tật". Near miss: "Sở Y tế tỉnh", "Công an xã phải".
_GOES_ON = re.compile(
    r" (?!(?:tỉnh|thành phố|huyện"
    r"|xã|phường|thị|các|và|hoặc|phải|làm|lo|chủ|là|có|được|giao|phối|nào|gì|ai|thì|ở|tại|theo"
    r"|trong|về|của|cho|để|khi|cần|sẽ|đã|do|từ|đến|trước|năm|thực|triển|chịu|phụ|tham|lập|xây|tổ|với|cùng)\b)[^\W\d_]"
    rf"(?<![{UPPER}])"
)


def _is_whole(text: str, agency: Span) -> bool:
    """Whether the name is that of a department, which are known, or no small word goes on with it."""
    known = text.startswith(("Sở", "Bộ"), agency.start) or re.search(r" [-–] ", text[slice(*agency)])
    return bool(known) or not _GOES_ON.match(text, agency.end)


def _with_level(text: str, start: int) -> int:
    """Where the name of a province begins with its level or committee: "tỉnh Lai Châu", "Tỉnh ủy Lai Châu"."""
    level = re.search(r"\b(?:tỉnh|thành phố|(?:tỉnh|thành) ủy)\s+$", text[:start], re.IGNORECASE)
    return level.start() if level else start


# Words that are about nothing by themselves.
_BLANK_WORDS = frozenset(
    syllables("tất số nhiêu bao mấy ai gì nào đâu sao riêng chuyện hết tính cả bên luôn thôi nhé nhỉ giúp hôm lúc")
)
# Second halves of words whose first half is a word of asking for some.
_WITH_ASKING: defaultdict[Intent, frozenset[tuple[str, str]]] = defaultdict(
    frozenset, {Intent.SUPERVISING: frozenset({("chỉ", "thị")})}
)
# Units and asking words that begin the name of a measure.
_MEASURES = frozenset({("tỷ", "lệ"), ("tỷ", "trọng"), ("tỷ", "suất"), ("mục", "tiêu"), ("mức", "sống")})
# Documents that are named as the source of the answer, and not as what it is about. Match: "theo Kế hoạch 39",
# "trong quyết định 79-QĐ/TU", "theo Kế hoạch 61 và Kế hoạch 72". Near miss: "tuyên truyền Kế hoạch 39".
_DOCUMENT = (
    r"(?:kế hoạch|kh|công văn|hướng dẫn|chỉ thị|nghị quyết|quyết định"
    r"|chương trình(?: hành động)?|thông báo|tờ trình|công điện|kết luận|đề án|phương án|báo cáo)"
    r"\s+(?:năm\s+20\d{2}|(?:số\s+)?\d{1,5}(?:\s?[-/][\w/&-]+)?)"
    rf"{DAY_OF_DOCUMENT}?(?:\s+của\s+(?:ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|UBND|HĐND)"
    r"(?:\s+(?:tỉnh|thành phố|xã|phường))?)?"
)
_SOURCE_NAMED = re.compile(
    r"(?:^|\b(?:theo|trong|tại|ở|của)\s+)(?:(?:phụ lục|lịch|bảng|biểu|danh mục|kế hoạch|quy chế|quy định|đề án)"
    r"(?: (?:ban hành )?kèm(?: theo)?)? )?"
    rf"(?P<document>{_DOCUMENT}(?:(?:,|,?\s+(?:và|với))\s+{_DOCUMENT})*)",
    re.IGNORECASE,
)


_DAY_OF_SOURCE = re.compile(
    rf"(?P<document>(?<![\w/])\d{{1,5}}(?:/\d{{4}})?[/-][^\W\d_][\w/&-]*|\b(?:{'|'.join(TITLES)})\s+(?:số\s+)?\d{{1,5}})"
    rf"{DAY_OF_DOCUMENT}",
    re.IGNORECASE,
)


def without_days_of_documents(text: str) -> str:
    """``text`` without the days behind the numbers of documents: they are no times asked about."""
    return _DAY_OF_SOURCE.sub(r"\g<document>", text)


# "… thay cho chỉ thị nào": which document is asked for, and none is spoken of.
_DOCUMENT_ASKED = re.compile(rf"\b(?:{'|'.join(TITLES)}|văn bản) (?:nào|gì)\b", re.IGNORECASE)


# What a question of when rules begin to hold is about, however it is worded ("bắt đầu áp dụng từ ngày nào").
_EFFECT = ("hiệu", "lực")
# How often, or for how long, said behind what is done so. Match: "báo cáo năm". Near miss: "trong năm 2026".
_TURNS = frozenset({"tháng", "quý", "năm"})


def _is_turn(before: str, term: str, after: str, said: Collection[tuple[str, str]], asking: Collection[str]) -> bool:
    """Whether "năm" and the like belong to the word right before them; ``said`` are the neighbours in the question."""
    bound = (before, term) in said and before.isalpha() and before not in asking
    return term in _TURNS and bound and not re.match(r"\d|[ivx]+$", after)


_DAY = re.compile(r"\d{1,2}(?:[/.-]\d{1,2})?[/.-](?:19|20)\d{2}")


def _is_day(term: str, after: str, query: Query) -> bool:
    """Whether a term of a figure's question is a day or a month ("đến hết tháng 4/2026"): that is compared apart."""
    return query.intent is Intent.FIGURE and bool(
        _DAY.fullmatch(term) or (term in {"ngày", "tháng"} and _DAY.fullmatch(after))
    )


def _is_time(term: str, query: Query) -> bool:
    """Whether a term of a figure's question is its year: that is compared apart."""
    return query.intent is Intent.FIGURE and (term == "năm" or (term.isdigit() and int(term) in query.years))
