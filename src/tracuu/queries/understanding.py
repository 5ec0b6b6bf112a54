"""A question as typed to a `Query`: the same for every way to type it."""

import re
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache

from tracuu.agencies import department_names
from tracuu.documents.symbols import KINDS
from tracuu.queries.abbreviations import abbreviations, letters_left, put_in, write_out
from tracuu.queries.bodies import find_agencies, find_units
from tracuu.queries.describing import describe
from tracuu.queries.initialisms import Says, spelled_out
from tracuu.queries.intents import asks_effect, asks_for_person, find_also, find_intent
from tracuu.queries.marks import MarkModel
from tracuu.queries.naming import DAY_OF_DOCUMENT, DocumentNames
from tracuu.queries.negating import is_negated
from tracuu.queries.places import find_provinces, with_place_names
from tracuu.queries.spelling import Speller
from tracuu.queries.subjects import tasks_subject
from tracuu.queries.terms import own_terms
from tracuu.queries.years import find_periods, find_years
from tracuu.text import UPPER, fold, modern_marks, normalise, squeeze
from tracuu.types import Intent, Query, Span

# Courtesies around a question, in small letters with marks; they say nothing of what is sought.
# Match: "cho em hỏi", "dạ thưa, xin hỏi". Near miss: "hỏi đáp trực tuyến".
_OPENING = re.compile(
    r"(?:(?:dạ|thưa|vâng|(?:xin )?chào|a ?lô|(?:bạn|anh|chị|bác|em|thưa|các)(?: \w+)? ơi|thưa (?:anh|chị|bác"
    r"|ông|bà))[\s,.!]+)*"
    r"(?:(?:xin|vui lòng|làm ơn|hãy|(?:kính |xin )?đề nghị)\s+)?(?:cho\s+)?"
    r"(?:(?:chúng )?(?:tôi|em|mình|cháu|ta)\s+)?(?:xin\s+)?(?:muốn\s+)?"
    r"(?:(?:được\s+)?(?:hỏi|biết))(?:\s+(?:là|rằng|thêm|chút|về))?(?:[\s,:]+)(?!đáp\b)"
)
# A salutation alone, or what asks for a favour. Match: "thưa anh chị, ", "nhờ anh chị giúp ". Near miss: "nhờ đâu".
_SALUTATION = re.compile(
    r"(?:(?:kính |xin )nhờ\s+(?:các\s+)?(?:đồng chí|anh chị|anh|chị|bác|cô|chú|quý cơ quan)\s+(?:tra|tìm|xem|kiểm tra)"
    r"(?:\s+(?:giúp|hộ|cứu|lại))*(?:\s+(?:tôi|em|mình))?[\s,.:]+)?"
    r"(?:(?:kính |dạ )?(?:thưa|chào)\s+(?:các\s+)?(?:anh chị|anh|chị|ông bà|ông|bà|bác|cô|chú|đồng chí|quý vị"
    r"|quý cơ quan)(?:\s+ạ)?[\s,.:!]+)?"
    r"(?:(?:(?:xin |em |tôi )?nhờ|phiền|mong|đề nghị)\s+(?:các\s+)?(?:anh chị|anh|chị|bác|cô|chú|đồng chí|quý vị)"
    r"[\s,]+)?"
    r"(?:giúp (?:tôi|em|mình)[\s,]+|(?<=[\s,.:!])giúp[\s,]+)?"
)
# Match: "… là gì vậy ạ", "… ai ký nhỉ". Near miss: "… như vậy", "… cụ thể".
_CLOSING = re.compile(
    r"(?:[\s,]+(?:(?:(?:vậy|thế|với|đi|đấy) )?ạ|a|nhỉ|nhé|hả|(?:xin )?cảm ơn)"
    r"|(?:(?<=gì|ai)|(?<=nào|đâu|mấy|sao)|(?<=nhiêu|không))\s+(?:vậy|thế|đấy|đó)"
    r"|[\s,]+(?:nhỉ|nhé|hả|vậy|thế|vậy hả)\s+(?:(?:các )?(?:anh|chị|bác|cô|chú|bạn)|em|sếp))$"
)
# Longer than any closing, and short enough to keep the search linear.
_TAIL = 16


@lru_cache(maxsize=4)
def _speller(marks: MarkModel) -> Speller:
    return Speller(marks)


def understand(question: str, *, marks: MarkModel, names: DocumentNames, says: Says | None = None) -> Query:
    """The query that ``question`` means; length is the caller's to check.

    NFC and NFD, capitals and small letters, marks and none, a courtesy before or after: all give the
    same ``text``, ``intent`` and entities as far as the words allow. Cost: 3 to 7 ms; the first question of
    a model pays 0.1 s more.
    """
    asked = _plain(question)
    asked = asked.lower() if asked.isupper() else asked
    asked = _with_words_of_documents(asked, marks, says) if says else asked
    written, spans = write_out(asked)
    mended = _speller(marks).repair(written, fixed=spans)
    restored = with_place_names(_with_department(marks.restore(mended.text, fixed=mended.fixed), asked))
    restored = _at_places(restored) if asked.isascii() else restored
    text = _settle_case(_without_courtesies(restored), marks)
    provinces = _provinces_asked(restored, text)
    # Documents are looked up as typed, for what stands in their numbers is no word to repair.
    told = restored if mended.changes else written
    first = names.resolve(told, provinces=provinces)
    years = find_years(told, first.spans)
    named = names.resolve(told, provinces=provinces, years=years)
    seen = find_intent(text)
    # Marks may have been put back wrongly on the very words of asking.
    seen = find_intent(fold(text)) if seen is Intent.FREE and asked.isascii() else seen
    intent, also = find_also(text, seen)
    subject = tasks_subject(text) if Intent.TASKS in (intent, *also) else None
    query = Query(
        original=normalise(question),
        text=text,
        intent=intent,
        doc_ids=named.doc_ids,
        cited_symbols=named.cited_symbols,
        unknown_symbols=named.unknown_symbols,
        provinces=provinces,
        units=find_units(asked),
        agencies=tuple(dict.fromkeys(text[slice(*span)] for span in find_agencies(text))),
        years=find_years(told, [_with_day(span, told) for span in first.spans]),
        subject=subject.name if subject else None,
        also=also,
        ambiguous=named.ambiguous,
        periods=find_periods(told, named.spans),
        unknown_letters=tuple(dict.fromkeys(asked[slice(*span)] for span in letters_left(asked))),
        negated=is_negated(text),
        asks_name=asks_for_person(text),
        asks_effect=asks_effect(text),
        repaired=tuple((modern_marks(c.typed), modern_marks(restored[slice(*c.span)])) for c in mended.changes),
    )
    return _with_description(query, names)


# "ở Lào Cai", "bên tỉnh Lào Cai": where what is asked about is.
_WHERE_ASKED = re.compile(r"\b(?:tỉnh|ở|tại|bên|của|thành phố)\s+$", re.IGNORECASE)
# "cao tốc Bảo Hà - Lai Châu": a province in the name of something.
_IN_NAME = re.compile(rf"(?:\b[{UPPER}](?![{UPPER}])\w*\s+|[-–]\s*)$")


def _provinces_asked(restored: str, text: str) -> tuple[str, ...]:
    """The provinces that a question names; where it says in which it asks, not those in names of roads and the like."""
    places = find_provinces(text)
    said = [place for place in places if _WHERE_ASKED.search(text[: place.span.start])]
    named = [
        place
        for place in places
        if place not in said
        and (_IN_NAME.search(text[: place.span.start]) or re.match(r"\s*[-–]", text[place.span.end :]))
    ]
    bodies = find_agencies(text)
    named = [place for place in named if not any(span.start < place.span.start <= span.end + 1 for span in bodies)]
    left_out = {place.name for place in named} - {place.name for place in places if place not in named}
    # "cao bang xuat bao nhieu" opens with a province, though "cao bằng" may be said of heights.
    opening = [place.name for place in places if place.span.start == 0]
    every = dict.fromkeys([*opening, *(place.name for place in find_provinces(restored))])
    return tuple(name for name in every if not said or name not in left_out)


def _with_words_of_documents(asked: str, marks: MarkModel, says: Says) -> str:
    """``asked`` with those abbreviations written out that no list has and the documents explain: "kiến trúc ĐT"."""
    left, written = letters_left(asked), write_out(asked)[0]
    around = letters_left(written)  # beside neighbours that are written out too: "TP CT"
    if len(left) != len(around):
        return asked
    long = dict(spelled_out(written, around, marks, says))
    return put_in(asked, [(span, long[at]) for span, at in zip(left, around, strict=True) if at in long])[0]


def _at_places(text: str) -> str:
    """``text``, whose marks were put back, with "tại" and no "tài" before a province: "tai Quang Ninh"."""
    for place in find_provinces(text):
        before = text[: place.span.start]
        text = _RICHES.sub(lambda match: f"{match['first']}ại{match['rest']}", before) + text[place.span.start :]
    return text


_RICHES = re.compile(r"\b(?P<first>[Tt])ài(?P<rest> (?:tỉnh |thành phố )?)$")
# "Theo Kế hoạch 39-KH/TU năm 2026, …": the year of the document too.
_DAY_BEHIND = re.compile(rf"{DAY_OF_DOCUMENT}|\s+n[ăa]m\s+20\d\d(?=,)", re.IGNORECASE)


def _with_day(document: Span, text: str) -> Span:
    """The mention of a document with the day behind it, whose year is not the year asked about."""
    day = _DAY_BEHIND.match(text, document.end)
    return Span(document.start, day.end()) if day else document


# Documents are found for these by their heads alone.
_OF_HEADS = frozenset({Intent.SIGNATORY, Intent.ISSUED_ON, Intent.SYMBOL, Intent.ISSUER, Intent.RECIPIENTS})


def _with_description(query: Query, names: DocumentNames) -> Query:
    """``query`` with the document that it describes by kind and subject, when it asks for something in there."""
    if query.intent in _OF_HEADS or query.doc_ids or query.cited_symbols or query.unknown_symbols or query.ambiguous:
        return query
    described = describe(query.text, names, query.provinces)
    if not described:
        return query
    told = replace(query, doc_ids=(described.doc_id,), described=query.text[slice(*described.span)])
    # All tasks of an agency may be asked for; else something must be asked beside the document.
    return told if query.intent is Intent.TASKS or own_terms(told) else query


# "so nao chu tri" asks for a department, and for no number.
_DEPARTMENT = re.compile(
    r"\bsố(?= nào (?:chủ|phối|lo|phụ|được|chịu|tham|làm|sẽ|phải|có|đứng|giám|theo|thực|triển|xây|lập|ban)\b)",
    re.IGNORECASE,
)


@cache
def _department_named() -> re.Pattern[str]:
    fields = "|".join(sorted(map(re.escape, department_names()), key=len, reverse=True))
    return re.compile(rf"\b(?P<first>[Ss])ố(?= (?:{fields})\b)", re.IGNORECASE)


def _with_department(restored: str, asked: str) -> str:
    """A question typed without marks, with "sở" where a department follows or is asked for, and with "chuyện"."""
    if not asked.isascii():
        return restored
    named = _department_named().sub(lambda match: f"{match['first']}ở", restored)
    return _TALE.sub(lambda match: f"{match['first']}huyện", _DEPARTMENT.sub("sở", named))


# "chuyen dat hiem nam o muc nao": what is spoken of, and nothing that is moved.
_TALE = re.compile(r"^(?P<first>[Cc])huyển(?= .*\b(?:nằm|ở (?:đâu|chỗ|mục|phần|điều))\b)")


def _plain(question: str) -> str:
    """NFC, plain spaces, no invisible characters, Đ for Ð."""
    text = "".join(c for c in normalise(question) if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc", "Cs"))
    return _SHORT_MONTH.sub("tháng ", squeeze(text.translate(_ETH)))


# "trong T10/2025". Near miss: "đường T10".
_SHORT_MONTH = re.compile(r"\b[Tt](?=(?:0?[1-9]|1[0-2])/20\d\d\b)")


_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"})


def _without_courtesies(text: str) -> str:
    """``text`` without "cho em hỏi" before and "ạ?" after; all of it if nothing else is there."""
    small = modern_marks(text)
    end = len(small)
    opening = _OPENING.match(small) or _SALUTATION.match(small)
    start = opening.end() if opening and opening.end() < end else 0
    while True:
        end = len(small[:end].rstrip(_ENDS))
        closing = _CLOSING.search(small, max(start, end - _TAIL), end)
        if not closing or closing.start() <= start or _is_name(text, closing.start(), end):
            return text[start : max(end, start)] or text
        end = closing.start()


_ENDS = " ?!.…,;:"


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether what looks like a courtesy is a name, by its capital ("Mường Nhé") or level ("xã mường nhé")."""
    written = text[start:end].strip(" ,")[:1].isupper() and not text.isupper()
    return written or bool(_NAMED_BEFORE.search(modern_marks(text[:start])))


# One word of a name stands behind its level, and the second is to come. Near miss: "ở xã Tả Van nhé".
_NAMED_BEFORE = re.compile(r"\b(?:xã|phường|thị trấn|huyện|bản|thôn) (?!này|mình|ta|nào)\w+ ?$")


# Symbols in a text of small letters. Match: "39-kh/tu", "2233/kh-ubnd". Near miss: "2026 - đô thị", "28 m2/người".
_SYMBOL = re.compile(
    r"(?<![\w/])\d{1,5}(?:\s{0,2}[-–]\s?[^\W\d_]{1,6}\s?/\s?[^\W_]{1,15}|(?:/\d{4})?/[^\W\d_]{1,6}(?:-[^\W_]{1,15})+"
    r"|/\d{4}/[^\W_]{2,10})"
)


# Roman numbers after what is counted so. Match: "loại iii", "quý ii". Near miss: "vi phạm", "loại vi khuẩn".
_NUMERAL = re.compile(
    r"(?:(?<=\bloại )|(?<=\bphần ))(?:[iv]{1,4}|ix|x)\b(?! khuẩn| sinh| phạm)"
    r"|(?:(?<=\bquý )|(?<=\bhạng ))(?:i{1,3}|iv)\b"
)


@cache
def _proper_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {modern_marks(row.long): row.long for row in abbreviations() if row.long[0].isupper()}
    either = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"\b(?:{either})\b"), names


# Codes of kinds and bodies in symbols that are not all capitals. Match: "TTR" of "114-TTR/TU". Near miss: "KH".
_MIXED = {code.upper(): code for code in (*KINDS, "TTg") if code != code.upper()}


def _symbol(match: re.Match[str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda code: _MIXED.get(code.group(), code.group()), match.group().upper())


def _settle_case(typed: str, marks: MarkModel) -> str:
    """``typed`` with capitals for names, symbols and its start beside those that it has; small letters elsewhere."""
    small = modern_marks(typed)
    if len(small) != len(typed):
        typed = small
    pattern, names = _proper_names()
    versions = [
        typed,
        marks.capitalise(small),
        pattern.sub(lambda match: names[match.group()], small),
        _SYMBOL.sub(_symbol, small),
        _NUMERAL.sub(lambda match: match.group().upper(), small),
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
