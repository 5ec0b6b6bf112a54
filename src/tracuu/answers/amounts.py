"""The numbers, classes, units and sums of a question, which must stand in what answers it."""

import re

from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.focus import thing_asked
from tracuu.answers.slots import SLOTS
from tracuu.documents import TITLES
from tracuu.facts.seasons import seasons_of
from tracuu.queries import office_words, without_days_of_documents
from tracuu.text import CARDINALS, UPPER, fold, syllables
from tracuu.types import Intent, Passage, Query

_YEAR = re.compile(r"(?:19|20)\d{2}")
# Numbers of a question that are neither years, dates, numbers of documents nor places in a text.
_NUMBER = re.compile(
    r"(?<![\w/.,-])(?<!quý )(?<!tháng )(?<!ngày )(?<!mục )(?<!phần )(?<!điểm )(?<!stt )(?<!phụ lục )"
    r"(?<!điều )(?<!khoản )\d+(?:[.,]\d+)*(?![\w/-])",
    re.IGNORECASE,
)


def numbers_asked(query: Query, evidence: Evidence) -> set[str]:
    """Numbers of a question that must stand in what answers it: no years, and none of a document named."""
    symbols = [evidence.documents[d].header.symbol for d in query.doc_ids if d in evidence.documents]
    names = [*query.cited_symbols, *query.unknown_symbols, *(s.value for s in symbols if s)]
    names += [match.group() for match in _DOCUMENT_NUMBERED.finditer(query.text)]
    own = {number for name in names for number in re.findall(r"\d+", name)}
    text = _FOR_ONE.sub(r"\g<asked>", _EACH.sub("", _OF_SPEECH.sub(" ", _ASKED_FOR.sub(" ", query.text))))
    return {n for n in _NUMBER.findall(text) if n not in own and not _YEAR.fullmatch(n)}


# "2 sở nào được ghi tên": how many are asked for.
_ASKED_FOR = re.compile(
    r"(?<![\w.,/-])(?<!số )\d{1,2}(?= (?:sở|cơ quan|đơn vị|ban|ngành|xã|phường|huyện|tỉnh|phòng|hội|bên|nơi|việc"
    r"|nhiệm vụ|nội dung|mục tiêu|chỉ tiêu|giải pháp|dự án|đô thị|công trình|văn bản)(?: [^\W\d_]+){0,2} (?:nào|gì)\b)",
    re.IGNORECASE,
)
# "trường cấp 2", "5 năm tới": papers say it without the number.
_OF_SPEECH = re.compile(
    r"\b(?:trường|học sinh|giáo viên|khối) cấp [123]\b|\b\d+ (?:năm|tháng|tuần|ngày) (?:tới|nữa|qua|gần đây|vừa rồi)\b",
    re.IGNORECASE,
)
# "… bao nhiêu 1 người": for each, and no number that must stand anywhere.
_EACH = re.compile(
    r"(?<=\bnhiêu )0?1(?= (?:người|hộ|nhà|em|cháu|học sinh|tháng|ngày|buổi|lần|ha|căn|con|xã|thôn)\b)"
    r"|\b0?1(?= (?:người|hộ|nhà|tháng|ngày|buổi|lần|ha|căn|con|xã|thôn)$)"
    r"|(?<=\btriệu )0?1(?= [^\W\d_]+$)|(?<=\bnghìn )0?1(?= [^\W\d_]+$)|(?<=\bđồng )0?1(?= [^\W\d_]+$)",
    re.IGNORECASE,
)
# "… bao nhiêu tiền đò 1 lượt".
_FOR_ONE = re.compile(r"(?P<asked>\b(?:bao nhiêu|mấy)(?: [^\W\d_]+){1,3}) 0?1(?= [^\W\d_]+\b)", re.IGNORECASE)
# "Chỉ thị 12": which document is meant is seen elsewhere.
_DOCUMENT_NUMBERED = re.compile(rf"\b(?:{'|'.join(TITLES)})\s+(?:số\s+)?\d+", re.IGNORECASE)


def speaks_of_numbers(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the numbers of a question ("bão số 5") stand in the passage, above it, or in the subject."""
    return holds_numbers(
        " ".join([evidence.whole(passage), *evidence.headings(passage), evidence.about(passage.doc_id)]),
        query,
        evidence,
    )


def holds_numbers(text: str, query: Query, evidence: Evidence) -> bool:
    """Whether a text holds the numbers and classes of a question; those of dates, symbols and points are no numbers.

    Of a thing that has a number ("bão số 5") the text must say that very number of such a thing.
    """
    if not named_classes(query.text) <= named_classes(text):
        return False
    said = _NO_NUMBER.sub(" ", text)
    held = {number.lstrip("0") for number in re.findall(r"\d+(?:[.,]\d+)*", said)}
    counted = dict(_counts(query.text))
    sizes = {size for _, size in _counts(said)} | {re.sub(r"\D", "", number) for number in held}
    named = {number.lstrip("0") for number in _NUMBERED.findall(fold(text))}
    things = {number.lstrip("0") for number in _NUMBERED.findall(fold(query.text))}
    return all(
        counted[n] in sizes if n in counted else n.lstrip("0") in (named if n.lstrip("0") in things else held)
        for n in numbers_asked(query, evidence)
    )


# Dates, symbols of documents and the numbers of points: "26/9/2025", "39-KH/TU", "3. Sở Y tế", "Điều 2".
_NO_NUMBER = re.compile(
    rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|(?<![\w+.,/-])\d+[/-][{UPPER}][\w/&-]*|(?m:^\W*\d{{1,2}}(?:\.\d{{1,2}})*[.)](?=\s))"
    r"|(?i:\b(?:điều|khoản|mục|phần|phụ lục|stt)\s+\d+)|\b(?i:ngày)\s+\d{1,2}(?:\s+(?i:tháng)\s+\d{1,2})?\b"
)


def has_plain_number(text: str) -> bool:
    """Whether a text holds a number that is no date, symbol or point."""
    return any(c.isdigit() for c in _NO_NUMBER.sub(" ", text))


# "bão số 5", "lớp tập huấn số 2". Near miss: "con số 5", "Kế hoạch số 39" (a document is none of the numbers asked).
_NUMBERED = re.compile(r"(?<!con )\bso (\d+)\b")


# "dự án nhóm A", "đô thị loại II, III": another class is another thing. Near miss: "cấp xã", "loại khá".
_CLASS_NAME = r"(?:[a-d]|iv|vi|v|i{1,3}|[1-6])(?![\w/]|[.,]\d)"
_CLASSES = re.compile(
    rf"\b(?:nhóm|loại|hạng|cấp) (?P<names>{_CLASS_NAME}(?:(?:,| và|, và| hoặc|-) (?:loại )?{_CLASS_NAME})*)",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


def named_classes(text: str) -> set[str]:
    """The classes that a text names, in figures: "đô thị loại II, III" gives "2" and "3"."""
    names = (name for match in _CLASSES.finditer(text) for name in syllables(match["names"]))
    return {_ROMAN.get(name, name) for name in names} - {"và", "hoặc", "loại"}


_THOUSANDS = {"nghin": "000", "ngan": "000", "van": "0000", "trieu": "000000"}


def _counts(text: str) -> list[tuple[str, str]]:
    """Round numbers in words and what they are in figures: "10 nghìn" is 10000."""
    found = re.finditer(r"\b(?P<number>\d+) (?P<size>nghin|ngan|van|trieu)\b", fold(text))
    return [(m["number"], m["number"] + _THOUSANDS[m["size"]]) for m in found]


def has_thing(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether some word of what is counted or named stands in the passage, above it, or in the subject."""
    things = thing_asked(office_words(query.text))
    if not things or query.intent in SLOTS or query.intent in {Intent.TASKS, Intent.WHERE}:
        return True
    if asks_money(query.text):
        things = [thing for thing in things if thing not in _MONEY_WORDS]
        if not things:
            return True
    text = f"{evidence.whole(passage)} {evidence.about(passage.doc_id)}"
    held = {fold(term) for term in held_in(text)}
    among = all if query.described else any  # in one document alone no other can be nearer
    return among(thing in held for thing in things)


# Money has many names, and its amount is looked for by itself.
_MONEY_WORDS = frozenset(
    ["kinh", "phi", "chi", "tong", "von", "muc", "dau", "tu", "so", "tien", "du", "toan", "hoc", "gia", "thu", "lao"]
)
_HECTARES = r"ha\b|hec ?-?ta"
# What is counted in money and measures must stand beside the number that answers.
_UNIT_ASKED = re.compile(
    r"(?:bao nhieu|may)\s+(?P<unit>t[yi]\b|trieu|nghin|dong(?! (?:ho|chi|bao|co|lua)\b)|%|phan tram|m2|met vuong"
    rf"|km|{_HECTARES}|can\b|ho\b(?! (?:so|chua|dap|ca|nuoc|thuy|tieu)\b)|nguoi|chau\b"
    r"|giuong|tan\b|mw|met|ngay|thang)"
)
# Whoever is counted is a person, by whatever name. Near miss: "45 tấn xuất khẩu", "bán sang châu Âu".
_PEOPLE = (
    r"\b(?:nguoi|dang vien|doan vien|hoi vien|hoc sinh|hoc vien|sinh vien|can bo|cong chuc|vien chuc|giao vien|lao dong"
    r"|tre em|cong nhan|bac si|chien si|nhan khau|benh nhan|khach|nong dan|nghe nhan|nhan luc|nhan su|thanh vien"
    r"|xa vien|thuyen vien|ngu dan|chuyen gia|ky su|dieu duong"
    r"|(?:cong tac|tuyen truyen|huong dan|tinh nguyen|nhan) vien|(?<=\d )(?:chau|khau))\b"
)
_UNITS = {
    "nguoi": _PEOPLE,
    "can": r"can\b|nha\b",
    "chau": r"\b(?:tre em|tre|em|hoc sinh|(?<=\d )chau)\b",
    "ha": _HECTARES,
    "hec-ta": _HECTARES,
    "hec ta": _HECTARES,
    "hecta": _HECTARES,
    "ty": r"t[yi]\b|dong",
    "ti": r"t[yi]\b|dong",
    "%": r"%|phan tram",
    "phan tram": r"%|phan tram",
    "m2": r"m\^?2",
    "met vuong": r"m\^?2",
    "met": r"m\b|m\^?[23]|km",
}
# "tổng mức đầu tư", "kinh phí": an amount of money, whatever else is counted near.
_MONEY_ASKED = re.compile(
    r"\b(?:tong (?:muc|von)|muc dau tu|kinh phi|chi phi|so tien|hoc phi|doanh thu|gia ve"
    r"|(?:tien|muc) luong|(?:bao nhieu|may) tien|thu ngan sach|von dau tu|(?:tra|tien|ngay) cong|thu lao)\b"
)
# "Tiền rác một hộ tối đa bao nhiêu". Near miss: "Tiền Giang có bao nhiêu xã", "chi tiền thưởng cho bao nhiêu tập thể".
_PRICE_ASKED = re.compile(
    r"\b(?:(?<![Ss]ông )[Tt]iền|(?<!miễn )[Pp]hí|[Mm]ức (?:chi|thu(?! (?:hút|nhập))|đóng(?! góp)))\b"
    r"(?! Giang)[^?]{0,120}\bbao nhiêu(?: tiền| đồng)?(?: (?:một|1|mỗi) \w+)?$"
)
# "được thưởng bao nhiêu", "bị phạt tối đa bao nhiêu": money, without its name. Near miss: "nộp bao nhiêu bộ hồ sơ".
_PAID_ASKED = re.compile(
    r"\b(?:thưởng|phạt|nộp|đóng|trả)(?: (?:tới|đến|tối đa|tối thiểu|cao nhất|thấp nhất|thêm|là))* bao nhiêu"
    r"(?: (?:một|1|mỗi) \w+)?$"
)
# A share is no count: "85% số hộ" for "bao nhiêu hộ".
_SHARE = re.compile(r"\d[\d.,]*\s?(?:%|phan tram)")
_MONEY = re.compile(r"\d[\d.,]*\s*(?:nghin |ngan |trieu |t[yi] )*(?:dong|t[yi]\b|trieu|usd)")


# A number from which on something is done counts nothing: "báo cáo ngay khi có từ 50 hộ trở lên bị cô lập".
_CONDITION = re.compile(
    r"\b(?:khi|nếu|trường hợp|hễ)(?: (?:có|xảy ra|phát hiện|số|vượt|đạt|từ|trên|dưới|hơn|quá|ít nhất|tối thiểu)){1,4}"
    r" \d[\d.,]*",
    re.IGNORECASE,
)
_CONDITION_ASKED = re.compile(
    r"\b(?:khi|nếu|từ|trên|dưới|hơn|quá|vượt|đủ)(?: (?:có|phát hiện|đạt|số))* (?:bao nhiêu|mấy)\b"
    r"|\b(?:bao nhiêu|mấy)\b[^?]{1,80}?\b(?:thì|để|mới|trở lên)\b",
    re.IGNORECASE,
)


def without_conditions(text: str, question: str) -> str:
    """``text`` without the numbers of its conditions, unless the question asks for one."""
    return text if _CONDITION_ASKED.search(question) else _CONDITION.sub(" ", text)


def has_figure(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a passage holds a number, and beside it the unit, when a number is asked for."""
    if query.intent is not Intent.FIGURE:
        return True
    if not _is_of_season(passage, query, evidence):
        return False
    if passage.row and evidence.targets_in(passage):
        return True  # the unit may stand in a heading; which figure it is, is seen there
    said = without_conditions(evidence.plain(passage, (passage.span,)), query.text)
    text = fold(said)
    asked = _UNIT_ASKED.search(fold(query.text))
    if asks_money(query.text) and not _MONEY.search(text) and not _in_money_column(passage):
        return False
    if asked:
        unit = _UNITS.get(asked["unit"], re.escape(asked["unit"]))
        counts = text if "%" in unit else _SHARE.sub(" ", text)
        return bool(re.search(rf"\d[^.;/]{{0,12}}(?:{unit})", counts))
    return any(c.isdigit() for c in text) or counts_in_words(query.text, said)


def asks_money(question: str) -> bool:
    """Whether an amount of money is asked for, and no share of one ("bao nhiêu phần trăm tổng vốn")."""
    folded = fold(question)
    asked = _UNIT_ASKED.search(folded)
    if (asked and asked["unit"] in {"%", "phan tram"}) or _BY_HOW_MUCH.search(folded):
        return False
    priced = _PRICE_ASKED.search(question) or _PAID_ASKED.search(question)
    return bool(_MONEY_ASKED.search(folded) or (not asked and priced))


# "Chi phí logistics giảm bao nhiêu": that may be a share. Near miss: "giảm bao nhiêu tiền".
_BY_HOW_MUCH = re.compile(r"\b(?:giam|tang|cat giam|ha)(?: duoc| them| bot| xuong)? bao nhieu(?=$|[?,]| so voi\b)")
# What each one costs or gets, and for how many: "200.000 đồng/trẻ/tháng", "cho mỗi 45 trẻ em".
_RATE = re.compile(
    r"\d[\d.,]*\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|đ|USD)\b(?:\s*/\s*\w+)*|\bmỗi\s+\d[\d.,]*", re.IGNORECASE
)


def without_rates(text: str) -> str:
    """``text`` without amounts of money and "mỗi 45 em": no such number counts things."""
    return _RATE.sub(" ", text)


def holds_money(text: str) -> bool:
    """Whether an amount of money stands in a text."""
    return _MONEY.search(fold(text)) is not None


# Match: "hai lớp" for "mấy lớp tập huấn". Near miss: "năm học" for "mấy học kỳ", "một phiên" (any).
# "Năm" is left out, for it is a year as well.
_COUNTS = {word: str(number) for number, word in enumerate(CARDINALS, start=1) if word != "năm"}
_SEVERAL = "|".join(word for word in _COUNTS if word != "một")


def counts_in_words(asked: str, text: str) -> bool:
    """Whether a text counts the thing asked for in words, the number right before it."""
    thing = _THING_COUNTED.search(asked.lower())
    return bool(thing and re.search(rf"\b(?:{_SEVERAL})\s+{re.escape(thing['thing'])}\b", text.lower()))


_THING_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<thing>[^\W\d_]+)")


def _is_of_season(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a quarter or month of a figure's question stands in the passage."""
    return seasons_of(without_days_of_documents(query.text)).are_in(seasons_of(evidence.whole(passage)))


def _in_money_column(passage: Passage) -> bool:
    """Whether a column of the row is counted in money ("Kinh phí (triệu đồng)")."""
    cells = passage.row.cells if passage.row else ()
    return any(re.search(r"dong\b|t[yi]\b|trieu", fold(heading)) for cell in cells for heading in cell.column)


# "vùng bơm hai cấp", "nhà 3 tầng": how many of them the thing asked about has. Near miss: "bao nhiêu một tháng".
_OF_COUNT = re.compile(
    rf"\b(?P<number>{_SEVERAL}|0?[2-9])\s+(?P<what>(?!(?:tháng|năm|ngày|giờ|lần|đợt|tuần|người|đồng)\b)"
    r"[^\W\d_]+)",
    re.IGNORECASE,
)
_COUNTS_OF = re.compile(rf"\b(?P<number>{'|'.join(_COUNTS)}|0?\d)\s+(?P<what>[^\W\d_]+)", re.IGNORECASE)


def is_of_another_count(asked: str, own: str) -> bool:
    """Whether the words of a value have the thing asked about in another number, and nowhere in that one.

    "Vùng bơm một cấp" where "vùng bơm hai cấp" is asked about.
    """
    told: dict[str, set[str]] = {}
    for match in _COUNTS_OF.finditer(own):
        told.setdefault(match["what"].lower(), set()).add(_numeral(match["number"]))
    return any(
        (numbers := told.get(match["what"].lower())) is not None and _numeral(match["number"]) not in numbers
        for match in _OF_COUNT.finditer(asked)
    )


def _numeral(word: str) -> str:
    word = word.lower()
    return _COUNTS.get(word, word.lstrip("0"))
