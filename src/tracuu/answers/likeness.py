"""Whether a value is said of the very thing that is asked: what stands beside it may be its neighbour."""

import re

from tracuu.answers.amounts import holds_number
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.values import Value
from tracuu.queries import office_words, speaks_of_sibling
from tracuu.text import UPPER, fold, syllables
from tracuu.types import Assignment, Intent, Passage, Query, Target


def is_of_the_thing(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether the words of a value, what stands above them and the document's subject speak of the thing asked."""
    own = _own_words(value, passage, evidence)
    said = " ".join([own, *evidence.headings(passage), passage.context, evidence.about(passage.doc_id)])
    if not _ordinals(query.text) <= _ordinals(said) or _is_of_a_later_name(query, value, passage, evidence):
        return False
    if speaks_of_sibling(_without_bodies(query), _without_names(own, value, evidence), said):
        return False
    if query.intent is not Intent.FIGURE:
        return True
    return _measures_it(query.text, said) and _undergoes_it(query.text, said) and _is_whole(query.text, own)


def _own_words(value: Value, passage: Passage, evidence: Evidence) -> str:
    """The words of the row, of the assignment or target, or the sentences themselves."""
    if passage.row:
        return evidence.plain(passage, (passage.span,))
    if isinstance(value.fact, Assignment):
        return evidence.words(passage.source_id, (*value.fact.task, value.fact.span))
    if isinstance(value.fact, Target):
        return evidence.words(passage.source_id, (*value.fact.indicator, value.fact.span))
    return evidence.words(passage.source_id, value.spans)


# "Bệnh viện nào", "trường đại học nào": who is asked for is no thing.
_WHO = re.compile(r"\b[^\W\d_]+(?: [^\W\d_]+){0,3} nào\b", re.IGNORECASE)


def _without_bodies(query: Query) -> str:
    """The question without the agencies that it names or asks for."""
    text = query.text
    for name in filter(None, (*query.agencies, query.subject)):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return _WHO.sub(" ", text)


def _without_names(own: str, value: Value, evidence: Evidence) -> str:
    """The words of an assignment without those that do it: a "Bệnh viện Mắt" may see to the ears."""
    if not isinstance(value.fact, Assignment):
        return own
    for body in (*value.fact.lead, *value.fact.coordinating, *value.fact.supervising):
        own = own.replace(evidence.words(value.fact.source_id, (body,)), " ")
    return own


# --- Names -----------------------------------------------------------------------------------------

# "Ninh Chử", "Đèo Cả": two words with capitals or more inside a question.
_NAME = re.compile(rf"(?<=[\w,] )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+")


_CLAUSE_END = re.compile(r"[;.](?=\s)")


def _is_of_a_later_name(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether a name of the question first stands behind the value: "phường A bố trí 20 nhà; phường B …".

    What was named before may still be spoken of.
    """
    if passage.row or not value.spans:
        return False
    copy = evidence.reading_copy(passage.source_id)
    last = _end_of_saying(query, value, copy)
    end = _CLAUSE_END.search(copy, last - 1, passage.span.end)
    stop = end.start() if end else passage.span.end
    before, behind = fold(copy[passage.span.start : stop]), fold(copy[stop : passage.span.end])
    said = " ".join([before, *map(fold, evidence.headings(passage)), fold(evidence.about(passage.doc_id))])
    names = (fold(match.group()) for match in _NAME.finditer(query.original))
    return any(name in behind and name not in said for name in names)


def _end_of_saying(query: Query, value: Value, copy: str) -> int:
    """Where that ends which says the value: the assignment, or of sentences the last clause with the number asked."""
    last = max(span.end for span in value.spans)
    if isinstance(value.fact, Assignment):
        return max(last, value.fact.span.end)
    if value.fact is None and query.intent is Intent.FIGURE:
        start, *_ = value.spans[-1]
        ends = [*(match.start() for match in _CLAUSE_END.finditer(copy, start, last)), last]
        clauses = zip([start, *ends], ends, strict=False)
        return max((end for begin, end in clauses if holds_number(copy[begin:end])), default=last)
    return last


# --- Ordinals --------------------------------------------------------------------------------------

# "con thứ ba", "lần thứ 2". Near miss: "thứ Ba hằng tuần", "thứ nhất là".
_ORDINAL = re.compile(
    r"\b(?P<thing>con|cháu|đứa|lần|đợt|kỳ|vòng|khóa|bước|giai đoạn) thứ"
    r" (?P<number>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,2})\b",
    re.IGNORECASE,
)
_IN_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBERS = {word: str(number) for number, word in enumerate(_IN_WORDS, start=1)}


def _ordinals(text: str) -> set[tuple[str, str]]:
    found = ((match["thing"].lower(), match["number"].lower()) for match in _ORDINAL.finditer(text))
    return {(thing, _NUMBERS.get(number, number)) for thing, number in found}


# --- Figures ---------------------------------------------------------------------------------------

# Quantities that no figure is of unless they are named: a number of visitors is no "doanh thu".
_QUANTITY = re.compile(
    r"\b(?:doanh thu|thu nhập|năng suất|kim ngạch|học phí|viện phí|lợi nhuận|dư nợ|nợ xấu|mức phạt|tiền phạt|lãi suất"
    r"|dân số|biên chế|tuổi thọ|lương)\b"
)


def _measures_it(asked: str, said: str) -> bool:
    """Whether the quantity that is asked for by its name is spoken of."""
    held = held_in(said)
    return all(set(syllables(match.group())) <= held for match in _QUANTITY.finditer(office_words(asked).lower()))


# "bao nhiêu hồ bị hư hỏng", "mấy người bị thương": what befell those that are counted.
_UNDERGONE = re.compile(
    r"\b(?:bao nhiêu|mấy)\b[^,;?]*?\b(?:bị|được)"
    r" (?P<verb>(?!hỗ trợ|giao|cấp|nhận|trả|đền|thưởng|phép|hưởng|vay|miễn|giảm|tính|coi|bồi|chi|yêu cầu|bao|mấy|đầu tư"
    r"|xây|làm|đạt|lên|đưa|gọi|bố trí|dùng|đặt|trợ|xem|nghỉ|ưu tiên|phân|đề|phê|duyệt|thực hiện)[^\W\d_]+"
    r"(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)


def _undergoes_it(asked: str, said: str) -> bool:
    """Whether some word of what befalls those that are counted is said."""
    match = _UNDERGONE.search(asked)
    return match is None or not held_in(said).isdisjoint(held_in(f"bị {match['verb']}") - {"bị"})


_WHOLE_ASKED = re.compile(r"\b(?:tổng cộng|tất cả|cả thảy|tính cả)\b", re.IGNORECASE)
_MONEY_ASKED = re.compile(r"\b(?:tiền|tỷ|triệu|kinh phí|vốn|chi phí|đồng)\b", re.IGNORECASE)
_WHOLE_SAID = re.compile(r"\b(?:tổng|kinh phí|dự toán|mức đầu tư|nhu cầu|cộng|toàn bộ)\b", re.IGNORECASE)


def _is_whole(asked: str, own: str) -> bool:
    """Whether a sum of money that is asked for as a whole is said to be one, and no part."""
    if not (_WHOLE_ASKED.search(asked) and _MONEY_ASKED.search(asked)):
        return True
    return _WHOLE_SAID.search(own) is not None
