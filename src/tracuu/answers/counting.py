"""The clause of mere sentences that gives the figure asked for: what stands beside it may count another thing."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tracuu.answers.amounts import (
    asks_money,
    counts_in_words,
    has_plain_number,
    holds_money,
    without_conditions,
    without_rates,
)
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.focus import thing_counted, thing_measured
from tracuu.queries import office_words
from tracuu.text import fold
from tracuu.types import Query, Span

# Where what is counted changes inside a sentence: "… đạt 71,4%; giải ngân được 86,2 tỷ đồng", "…, trong đó …".
_NEXT_CLAUSE = re.compile(r"[;.](?=\s)|,\s(?=(?:trong đó|trong khi|so với|thấp hơn|cao hơn|tăng|giảm)\b)")
# "so với cùng kỳ năm 2024 tăng 6 vụ": no figure of that year.
_COMPARED = re.compile(r"\s*\b(?:so với|cùng kỳ|tăng|giảm|thấp hơn|cao hơn)\b", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?!\d)")
# A time that opens sentences is that of all their clauses; before a comma, of those of one sentence.
# Match: "Năm 2026: đón 18,2 triệu lượt khách; doanh thu …", "Đến cuối năm 2025, 90% doanh nghiệp …; 40% …".
_OPENING_TIME = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:đến|tới|trong|hết|cuối|đầu|riêng)\s+)*(?:năm|giai đoạn)\s+(?:19|20)\d{2}"
    r"(?:\s*[-–]\s*(?:19|20)\d{2})?\s*(?P<sign>[:,])",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.](?=\s)")
# Digits were lost before the unit: "đạt chuẩn: 1    %". Near miss: "đạt 1 %".
_LOST_DIGITS = re.compile(r"\d[ \u00a0]{2,}%|(?<![\d\s.…_])[ \u00a0.…_]{3,}%")


class _Clause(NamedTuple):
    """A clause and, where its sentences open with a time of their own, that opening."""

    text: str
    opening: str


def _clauses(text: str) -> Iterator[_Clause]:
    whole = ""
    for sentence in _SENTENCE_END.split(text):
        found = _OPENING_TIME.match(sentence)
        own = found.group() if found else ""
        whole = own if found and found["sign"] == ":" else whole
        for clause in _NEXT_CLAUSE.split(sentence):
            yield _Clause(clause, own or whole)


def says_figure(query: Query, text: str) -> bool:
    """Whether some clause of sentences holds a number for the year asked."""
    return bool(_figure_clauses(query, text))


def _figure_clauses(query: Query, text: str) -> list[str]:
    compares = _COMPARED.search(query.text)
    said = without_conditions(text, query.text)
    if query.years:
        said = _of_years(said, {str(year) for year in query.years})
    return [
        clause.text
        for clause in _clauses(said)
        if (compares or not _COMPARED.match(clause.text))
        and (has_plain_number(_YEARS.sub(" ", clause.text)) or counts_in_words(query.text, clause.text))
        and (holds_money(clause.text) or not asks_money(query.text))
        and _is_of_years(query, clause)
    ]


def _of_years(said: str, asked: set[str]) -> str:
    """What is said from the sentence on that names the years asked; of a season that sentence alone; all if none does.

    "Tổng kinh phí 86 tỷ đồng. Riêng năm 2023 … tỷ đồng": what stands before is of another time.
    """
    pieces = _SENTENCE_END.split(said)
    own = [i for i, piece in enumerate(pieces) if asked <= set(_YEARS.findall(piece))]
    if not own:
        return said
    return ". ".join(pieces[i] for i in own) if len(asked) > 1 else ". ".join(pieces[own[0] :])


def _is_of_years(query: Query, clause: _Clause) -> bool:
    """Whether a clause that names years, itself or in its opening, names those asked, and not a longer time."""
    said = clause.text if _YEARS.search(clause.text) else clause.opening
    named = {int(year) for year in _YEARS.findall(said)}
    if not query.years or not named:
        return True
    inside = [(int(a), int(b)) for a, b in _PERIOD.findall(said)]
    whole = len(query.years) > 1 or not any(a <= query.years[0] <= b for a, b in inside)
    return bool(named & set(query.years)) and whole


def counts_the_thing(query: Query, text: str, terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether the clause of ``text`` that says most of the topic counts the thing asked for.

    "3.800 học sinh được cấp máy tính bảng" says nothing of how many teachers get one, whatever stands beside it.
    """
    thing = thing_counted(office_words(query.text))
    clauses = _figure_clauses(query, text)
    if not thing or not clauses:
        return True
    rest = [term for term in terms if fold(term) not in thing]
    most = max(evidence.coverage(rest, clause) for clause in clauses)
    counted = not thing_measured(office_words(query.text)) and not asks_money(query.text)
    if rest and most == 0.0 and not counted:
        return True  # the topic stands above, or in another sentence
    best = [clause for clause in clauses if evidence.coverage(rest, clause) >= most]
    if counted:
        best = [clause for clause in best if _counts_at_all(query, clause)]
    return any(
        _stands_by_number(thing, clause) or _ANYBODY.search(clause) or _BARE_MEASURE.search(clause) for clause in best
    )


def _counts_at_all(query: Query, clause: str) -> bool:
    """Whether a clause has a number beside money, rates and years; and beside shares, where one by one is counted."""
    counts = _SHARE.sub(" ", clause) if _ONE_BY_ONE.search(query.text) else clause
    return has_plain_number(_YEARS.sub(" ", without_rates(counts))) or counts_in_words(query.text, clause)


# "mấy đô thị", "bao nhiêu con chó". Near miss: "bao nhiêu hồ sơ nộp qua mạng", which "đạt 80%" answers.
_ONE_BY_ONE = re.compile(
    r"\bmấy (?!phần trăm|%)[^\W\d_]|\b(?:tất cả|tổng cộng|cả thảy) (?:có )?bao nhiêu\b"
    r"|\bbao nhiêu (?:con|chiếc|cái|căn|ngôi|cây|bộ|tấm|quyển|cuốn|chuyến|cuộc|buổi|đợt|vụ)\b",
    re.IGNORECASE,
)
# Neither a share nor a measure counts: "98% số hộ", "7-9 m2".
_SHARE = re.compile(
    r"\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?(?:%|phần trăm|(?:m|m2|m²|m3|m³|km|km2|ha|kg|tấn|tạ|lít|MW|kWh)\b)"
)
# "từ 3 đến 5 tuổi", "năm học", "khoản 2": numbers that count nothing.
_NO_COUNT = re.compile(r"\d[\d.,]*\s*(?:(?:-|–|đến)\s*\d+\s*)?(?:tuổi|ngày|tháng|giờ|phút|lần)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")
# A share or a measure is of what the clause is about, wherever it is named.
_MEASURE = re.compile(r"\d\s*(?:%|\w+/\w|(?:đồng|kg|g|mg|tấn|tạ|ha|km|m|m2|m3|m²|m³|lít|MW|tỷ|triệu|nghìn)\b)")
# Within so many words of a number the thing that it counts may be named: "12 mô hình trồng rau", "số hộ là 5".
_BEHIND, _BEFORE = 8, 8


def _stands_by_number(thing: Collection[str], clause: str) -> bool:
    """Whether a word of the thing stands near a number of the clause, in figures or words, with no stop between."""
    said = _NO_COUNT.sub(" ; ", clause)
    numbers = list(_NUMBER.finditer(said))
    if not numbers:  # in words, which are as often no number
        return set(thing) <= {fold(word) for word in held_in(clause)}
    if _MEASURE.search(said):
        return not set(thing).isdisjoint(fold(word) for word in held_in(clause))
    for number in numbers:
        behind = re.split(r"[;(]|,\s|\d", said[number.end() :], maxsplit=1)[0].split()[:_BEHIND]
        before = re.split(r"[;)]|,\s|\d", said[: number.start()])[-1].split()[-_BEFORE:]
        near = {fold(word) for word in held_in(" ".join(behind))} | {fold(word) for word in held_in(" ".join(before))}
        if not near.isdisjoint(thing):
            return True
    return False


# Whoever was named before: "tặng quà cho 120 em". A pupil, a farmer or a patient may be one of them.
# Of what it is the measure stands above: "Xã M'Drắk: 180 ha."
_BARE_MEASURE = re.compile(r"\d[\d.,]*\s+[^\W\d_]+[23]?\W*$")
_ANYBODY = re.compile(r"\d[\d.,]*\s+(?:lượt\s+)?(?:người|em|cháu|trường hợp|đối tượng|đồng chí)\b", re.IGNORECASE)


def is_legible(spans: Sequence[Span], source: str) -> bool:
    """Whether no digits of a share were lost in print among the words of ``spans``."""
    return not any(_LOST_DIGITS.search(source, *span) for span in spans)
