"""When there is no answer: nothing speaks of it, or what is near speaks of something else."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.focus import thing_asked
from tracuu.answers.parties import names_of, written_out
from tracuu.answers.seasons import seasons_of
from tracuu.answers.slots import SLOTS, TYPED
from tracuu.queries import successor, topic_terms
from tracuu.text import UPPER, fold, syllables
from tracuu.types import Hit, Intent, Passage, PassageRole, Query, Reason

# Hits that are looked at: an answer further down would not be found by a reader either.
LOOKED_AT = 8
# Below this share of what the question is about, a passage cannot be what was meant; above it the chance that
# its value is right decides (`tracuu.answers.confidence`).
COVERAGE = 0.2
# What a passage of another province's document must hold.
_COVERAGE_ELSEWHERE = 0.75
# "Cơ quan nào không chủ trì …?". Near miss: "không gian ngầm", "đã xong chưa".
_NEGATED = re.compile(
    r"\b(?:không|chưa)\s+(?:phải\s+)?(?:chủ trì|phối hợp|theo dõi|chịu trách nhiệm|phụ trách|được giao|tham gia)"
)
# What is counted in money and measures must stand beside the number that answers.
_UNIT_ASKED = re.compile(
    r"(?:bao nhieu|may)\s+(?P<unit>t[yi]\b|trieu|nghin|dong(?! (?:ho|chi|bao|co|lua)\b)|%|phan tram|m2|met vuong"
    r"|km|ha\b|can\b|ho\b|nguoi"
    r"|giuong|tan\b|mw|met|ngay|thang)"
)
_UNITS = {
    "ty": r"t[yi]\b|dong",
    "ti": r"t[yi]\b|dong",
    "%": r"%|phan tram",
    "phan tram": r"%|phan tram",
    "m2": r"m\^?2",
    "met vuong": r"m\^?2",
    "met": r"m\b|m\^?[23]|km",
}


# Headings name things, recipients and signatures people: these say something.
_SPEAKING = frozenset({PassageRole.TEXT, PassageRole.ROW})
# What a document is about is said by its title: "nói về việc gì", "trích yếu". Near miss: "gồm những môn nào".
_ABOUT = re.compile(
    r"trich yeu|(?:ve|noi) (?:viec|noi dung|van de|chuyen)? ?gi\b|noi dung (?:gi|chinh)|ten (?:day du|goi)|noi ve"
)


class Eligible(NamedTuple):
    """A hit that may answer, with the share of the question's topic that it holds."""

    hit: Hit
    coverage: float


class Sifted(NamedTuple):
    """Hits that may answer, and hits that would if they were about what was asked; best first.

    ``reason`` is set when the question itself settles that there is no answer.
    """

    eligible: list[Eligible]
    others: list[Eligible]
    reason: Reason | None = None


def sift(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Sifted:
    """The hits that speak of what was asked, and of its place, body, document and year.

    What is no directive has no place, body or year of its own: there the words alone decide.
    """
    terms = topic_terms(query)
    if reason := _settled(query, terms):
        return Sifted([], [], reason)
    about = query.intent is Intent.WHERE or _ABOUT.search(fold(query.text))
    speaking = _SPEAKING | {PassageRole.TITLE} if about else _SPEAKING
    near = [hit for hit in hits if hit.passage.role in speaking]
    covered = [Eligible(hit, evidence.coverage(terms, evidence.whole(hit.passage))) for hit in near]
    plain = [e for e in covered if not evidence.is_directive(e.hit.passage)]
    spoken_of = [e for e in covered if e.coverage >= COVERAGE and not _misses_name(e.hit.passage, query, evidence)]
    fitting = [e for e in spoken_of if e in plain or _same_subject(e, query, evidence)]
    others = [e for e in spoken_of if e not in fitting]
    counted = [
        e
        for e in fitting
        if e in plain or (_has_figure(e.hit.passage, query, evidence) and _has_thing(e.hit.passage, query, evidence))
    ]
    return Sifted(counted[:LOOKED_AT], others[:LOOKED_AT])


def _settled(query: Query, terms: Sequence[str]) -> Reason | None:
    """Why nothing can answer, whatever was found."""
    if query.unknown_symbols and not query.doc_ids:
        return Reason.OTHER_SUBJECT
    if _asks_into_cited(query):
        return Reason.OTHER_SUBJECT  # those who cite a document do not say what stands in it
    if query.intent in TYPED and _NEGATED.search(query.text):
        return Reason.NO_EVIDENCE  # directives say who leads, and not who does not
    if not any(len(term) > 1 and term[0].isalpha() for term in terms):
        return Reason.NO_EVIDENCE  # nothing is asked about
    return None


# "Nghị quyết 14-NQ/TU gồm mấy nhóm nhiệm vụ?". Near miss: "ai chủ trì thực hiện Nghị quyết 14-NQ/TU?".
_CONTENT = re.compile(
    r"\b(?:gom|quy dinh|dat (?:ra|chi tieu|muc tieu)|de nghi|neu|noi|yeu cau|co (?:may|bao nhieu|nhung)|de ra|xac dinh"
    r"|giao)\b"
)
_MENTION_LENGTH = 40


def _opens_with_document(folded: str) -> bool:
    """Whether a document opens the question and says, sets or gives something ("Quyết định 519 giao Sở X …")."""
    opening = re.match(rf"(?:(?:theo|trong|o|tai) )?(?:{_KINDS})[^,:?]{{0,60}}?\d", folded)
    return bool(opening and _CONTENT.search(folded, opening.end(), opening.end() + _MENTION_LENGTH))


def _asks_into_cited(query: Query) -> bool:
    """Whether the question opens with a document that is only cited, and asks what it says."""
    if not query.cited_symbols or query.doc_ids:
        return False
    folded = fold(query.text)
    for symbol in query.cited_symbols:
        number = re.search(rf"\b{re.escape(fold(symbol).split('-')[0].split('/')[0])}\b", folded)
        if number and number.start() <= _MENTION_LENGTH and _CONTENT.search(folded, number.end()):
            return bool(re.match(r"(?:(?:theo|trong|o|tai) )?(?:" + _KINDS + r")", folded))
    return False


_KINDS = (
    "ke hoach|nghi quyet|quyet dinh|cong van|huong dan|thong bao|chuong trinh|ket luan|chi thi|to trinh|cong dien"
    "|nghi dinh"
)


def is_about(query: Query, passage: Passage, evidence: Evidence) -> bool:
    """Whether a passage is of the document, province, local unit and year that a question names.

    A document that is named for a list of tasks is the one whose tasks are meant.
    """
    return (
        (not query.doc_ids or passage.doc_id in query.doc_ids)
        and _speaks_of_place(passage, 0.0, query, evidence)
        and _speaks_of_year(passage, query, evidence)
        and _names_one_of(query.units, passage, evidence)
    )


def _same_subject(eligible: Eligible, query: Query, evidence: Evidence) -> bool:
    passage = eligible.hit.passage
    return (
        _speaks_of_place(passage, eligible.coverage, query, evidence)
        and _speaks_of_year(passage, query, evidence)
        and _is_of_document(passage, query)
        and _speaks_of_bodies(passage, query, evidence)
        and _is_of_communes(passage, query, evidence)
        and _speaks_of_numbers(passage, query, evidence)
        and _speaks_of_names(passage, query, evidence)
    )


# "theo Kế hoạch 2233", "Kế hoạch 39: …": the document that must answer. Near miss: "hướng dẫn nào … Kế hoạch 39".
_BINDING_WORDS = re.compile(
    r"\b(?:theo|trong|tai|cua|o)\s+(?:\w+\s+){0,2}?(?:ke hoach|kh|cong van|huong dan|chi thi|nghi quyet|quyet dinh"
    r"|chuong trinh|thong bao|to trinh|cong dien|ket luan|de an|phuong an|bao cao|van ban)\b"
)


def _is_of_document(passage: Passage, query: Query) -> bool:
    """Whether the passage is of the document that the question asks about, where it asks about one.

    A document may be named as the thing a task is about ("ai tuyên truyền Kế hoạch 39"): then others
    may answer, so a name binds only for figures, or after "theo", "trong", "tại", or before a colon.
    """
    if not query.doc_ids or query.intent is Intent.WHERE or passage.doc_id in query.doc_ids:
        return True
    if query.intent is Intent.TASKS:
        return False
    folded = fold(query.text)
    if re.match(r"[^:]{3,40}:\s", folded) or _opens_with_document(folded):
        return False
    bound = query.intent is Intent.FIGURE or _BINDING_WORDS.search(folded)
    return not (bound and query.intent in TYPED)


def _speaks_of_place(passage: Passage, coverage: float, query: Query, evidence: Evidence) -> bool:
    """Whether the document is of a province named, or of no province.

    A document of another province may still speak of the one named ("cao tốc Điện Biên - Sơn La"):
    then the passage must name it and hold nearly all else that is asked; its figures are its own.
    """
    if not query.provinces:
        return True
    province = evidence.documents[passage.doc_id].header.province
    if province is None or successor(province.value) in {successor(p) for p in query.provinces}:
        return True
    if query.intent is Intent.FIGURE or coverage < _COVERAGE_ELSEWHERE:
        return False
    return any(fold(p) in fold(passage.text) for p in query.provinces)


def _speaks_of_year(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a year named is that of the passage.

    For a figure the nearest text that names any year decides: the passage, the headings from the
    innermost out, the subject, the date of issue. Otherwise it may stand in any of them.
    """
    if not query.years:
        return True
    header = evidence.documents[passage.doc_id].header
    columns = [heading for cell in passage.row.cells for heading in cell.column] if passage.row else []
    levels = [" ".join([passage.text, *columns]), *reversed(evidence.headings(passage))]
    levels += [header.subject.value if header.subject else ""]
    levels += [str(header.issued_on.value.year) if header.issued_on else ""]
    named = [{int(year) for year in _YEAR.findall(level)} for level in levels]
    of_document = {int(m["year"]) for m in _DOCUMENT_YEAR.finditer(fold(query.text))} & set(query.years)
    if of_document and not of_document & (named[-1] | named[-2]):
        return False
    asked = set(query.years) - of_document
    if query.intent is not Intent.FIGURE or not asked:
        return not asked or any(asked & years for years in named)
    return bool(asked & next((years for years in named if years), set()))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# "kế hoạch của Điện Biên năm 2022": the year of the document, not of the figure.
_DOCUMENT_YEAR = re.compile(
    r"\b(?:ke hoach|chuong trinh|nghi quyet|chi thi|quyet dinh|thong bao|cong van|van ban)"
    r"(?: (?!den|toi|dat)[^\W\d]+){0,4}"
    r" (?P<year>(?:19|20)\d{2})\b"
)
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
    own = {number for name in names for number in re.findall(r"\d+", name)}
    return {n for n in _NUMBER.findall(query.text) if n not in own and not _YEAR.fullmatch(n)}


def _speaks_of_numbers(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the numbers of a question ("bão số 5") stand in the passage, above it, or in the subject."""
    header = evidence.documents[passage.doc_id].header
    asked = numbers_asked(query, evidence)
    if not _named_classes(query.text) <= _named_classes(evidence.whole(passage)):
        return False
    text = " ".join([evidence.whole(passage), *evidence.headings(passage)])
    text += f" {header.subject.value if header.subject else ''}"
    held = {number.lstrip("0") for number in re.findall(r"\d+(?:[.,]\d+)*", text)}
    counted = {number for number, _ in _counts(query.text)}
    sizes = {size for _, size in _counts(text)} | {re.sub(r"\D", "", number) for number in held}
    return all(
        number.lstrip("0") in held or (number in counted and dict(_counts(query.text))[number] in sizes)
        for number in asked
    )


# "dự án nhóm A": another class is another thing.
_CLASS = re.compile(r"\b(?:nhóm|loại|hạng|cấp) (?P<name>[A-C])(?![\w/.,])", re.IGNORECASE)


def _named_classes(text: str) -> set[str]:
    return {match["name"].upper() for match in _CLASS.finditer(text)}


_THOUSANDS = {"nghin": "000", "ngan": "000", "van": "0000", "trieu": "000000"}


def _counts(text: str) -> list[tuple[str, str]]:
    """Round numbers in words and what they are in figures: "10 nghìn" is 10000."""
    found = re.finditer(r"\b(?P<number>\d+) (?P<size>nghin|ngan|van|trieu)\b", fold(text))
    return [(m["number"], m["number"] + _THOUSANDS[m["size"]]) for m in found]


def _misses_name(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a row leaves out two neighbouring words of the question's topic: one alone may be misspelt.

    Rows are short and alike; a paragraph says the same thing in other words.
    """
    if passage.row is None:
        return False
    topic = set(topic_terms(query))
    held = held_in(f"{evidence.whole(passage)} {evidence.about(passage.doc_id)}")
    every = syllables(query.text)
    return any({a, b} <= topic and not {a, b} & held for a, b in itertools.pairwise(every))


def _speaks_of_bodies(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether one of the agencies, and every local unit, named stands in the passage or above it."""
    every = (query.agencies, names_of(query.subject) if query.subject else ())
    named = all(_names_one_of(names, passage, evidence) for names in every)
    return named and all(_names_one_of((unit,), passage, evidence) for unit in query.units)


# A word with a capital inside a question, and the one behind it: "Hiệp hội Bất động sản", "Ngân hàng Thế giới"; or one
# all in capitals ("UNESCO"). Near miss: "Kế hoạch 39", the first word.
_CAPITAL = re.compile(
    rf"(?:(?<=[\w,;:] )(?P<first>[{UPPER}](?![{UPPER}])\w+)(?: (?P<second>(?![{UPPER}])[^\W\d_]+))?"
    rf"|\b(?P<letters>[{UPPER}]{{4,}}))(?!\w)"
)
_KIND_NAMES = re.compile(rf"\b(?:{_KINDS}|luat|de an|du an|phuong an|quy che|bao cao|van ban|thong tu)\b")


def _speaks_of_names(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether of every name in a question at least one word stands in the passage, above it, or in what it is about.

    A question all in capitals or small letters shows no names; what was repaired or written out is none.
    """
    if query.original.upper() == query.original or query.intent in {Intent.TASKS, Intent.WHERE}:
        return True
    held = held_in(f"{evidence.whole(passage)} {evidence.about(passage.doc_id)}")
    meant = set(syllables(query.text))
    for match in _CAPITAL.finditer(query.original):
        words = syllables(" ".join(word for word in match.groups() if word))
        if not set(words) <= meant or _KIND_NAMES.search(fold(match.group())) or not held.isdisjoint(words):
            continue
        if not any(w in syllables(" ".join((*query.provinces, *query.units, *query.agencies))) for w in words):
            return False
    return True


# "tai xa can loc", as anybody may type it. Near miss: "tại xã nào", "ở xã mình".
_COMMUNE_TYPED = re.compile(
    r"\b(?:tai|o|cua|thuoc|dia ban) (?:xa|phuong|thi tran|dac khu) (?P<name>(?!nao|gi|minh|nay|do|ta\b|phai|hoi\b)\w+"
    r" (?!nao|gi|phai|la|thi|duoc)\w+)"
)


def _is_of_communes(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the communes of a question typed without capitals stand in the passage or above it."""
    asked = tuple(m["name"] for m in _COMMUNE_TYPED.finditer(fold(query.text))) if not query.units else ()
    return all(_names_one_of((name,), passage, evidence) for name in asked)


def _names_one_of(names: Sequence[str], passage: Passage, evidence: Evidence) -> bool:
    header = evidence.documents[passage.doc_id].header
    of_document = [stated.value for stated in (header.issuer, header.place) if stated]
    text = written_out(" ".join([evidence.whole(passage), *of_document]))
    return not names or any(_loosely(written_out(name)).search(text) for name in names)


def _loosely(name: str) -> re.Pattern[str]:
    """A name with up to two words more behind its first: "Trường [Đại học] Hồng Đức"."""
    first, _, rest = name.partition(" ")
    between = r"(?: \w+){0,2}?" if len(rest.split()) > 1 else ""
    return re.compile(rf"\b{re.escape(first)}{between}{f' {re.escape(rest)}' if rest else ''}\b")


def _has_thing(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether some word of what is counted or named stands in the passage, above it, or in the subject."""
    things = thing_asked(query.text)
    if not things or query.intent in SLOTS or query.intent is Intent.TASKS:
        return True
    subject = evidence.documents[passage.doc_id].header.subject
    text = f"{evidence.whole(passage)} {subject.value if subject else ''}"
    held = {fold(term) for term in syllables(text)}
    return any(thing in held for thing in things)


# "tổng mức đầu tư", "kinh phí": an amount of money, whatever else is counted near.
_MONEY_ASKED = re.compile(
    r"\b(?:tong (?:muc|von)|muc dau tu|kinh phi|chi phi|so tien|hoc phi|doanh thu|gia ve|(?:tien|muc) luong"
    r"|bao nhieu tien"
    r"|thu ngan sach|von dau tu)\b"
)
_MONEY = re.compile(r"\d[\d.,]*\s*(?:nghin |ngan |trieu |t[yi] )*(?:dong|t[yi]\b|trieu|usd)")
# "hết quý I", "tháng 9/2026", "ngày 15/6/2026".


def _is_of_season(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a quarter or month of a figure's question stands in the passage."""
    return seasons_of(query.text).are_in(seasons_of(evidence.whole(passage)))


def _has_figure(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a passage holds a number, and beside it the unit, when a number is asked for."""
    if query.intent is not Intent.FIGURE:
        return True
    if not _is_of_season(passage, query, evidence):
        return False
    if passage.row and evidence.targets_in(passage):
        return True  # the unit may stand in a heading; which figure it is, is seen there
    text = fold(evidence.plain(passage, (passage.span,)))
    if _MONEY_ASKED.search(fold(query.text)) and not _MONEY.search(text) and not _in_money_column(passage):
        return False
    asked = _UNIT_ASKED.search(fold(query.text))
    if asked:
        unit = _UNITS.get(asked["unit"], re.escape(asked["unit"]))
        return bool(re.search(rf"\d[^.;]{{0,12}}(?:{unit})", text))
    return any(c.isdigit() for c in text)


def _in_money_column(passage: Passage) -> bool:
    """Whether a column of the row is counted in money ("Kinh phí (triệu đồng)")."""
    cells = passage.row.cells if passage.row else ()
    return any(re.search(r"dong\b|t[yi]\b|trieu", fold(heading)) for cell in cells for heading in cell.column)
