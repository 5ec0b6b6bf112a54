"""One document cited under two subjects."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.documents import strip_markup
from tracuu.documents.references import subject_span
from tracuu.text import UPPER, fold, squeeze
from tracuu.types import Discrepancy, Mention, Nature, Place, Severity, Span, Tier

_RULE = "reference_subject"
# Small words that are left out or put in when a title is cited.
_SMALL = re.compile(
    r"(?<!\w)(?:thuc hien|trien khai|tren dia ban|dia ban|cong tac|ban hanh|quy dinh|tiep tuc|mot so|thanh pho|tinh|ve"
    r"|viec|cua|va|cho|cac|nhung|trong|tren|tai|theo|voi|den|nham|duoc)(?!\w)"
)
# Where a subject was read on into the clause behind it.
_RUNS_ON = re.compile(
    r"\s(?:trên địa bàn|trong đó|theo đó|và (?=(?:Nghị|Quyết|Kế|Kết|Chỉ|Thông|Công|Chương|Hướng)\s)|với các nội dung)"
    r"|,\s(?:với|trong đó|gắn với việc|Ban|Ủy ban|UBND|Tỉnh|Sở|Đảng ủy)\s"
    r"|,\s(?:bảo đảm|đảm bảo)\s(?:phù hợp|đúng|kịp thời|thống nhất|đồng bộ|tiến độ|chất lượng|hiệu quả)\s"
    r"|\s(?:đến|tới)\s(?:(?:toàn thể|từng|đông đảo|mọi)\s)?(?:cán bộ|đảng viên|chi bộ|các cấp|các cơ quan|[Nn]hân dân"
    r"|người dân)(?!\w)"
)
# No title tells what was reached or must be: where such a word follows, the clause behind the title was read on.
# Match: "… tỉnh Điện Biên, công tác quy hoạch đã đạt được", "… phải được quán triệt". Near miss: "xã đã đạt chuẩn".
_CLAUSE = re.compile(
    r"(?:,\s(?:công tác|việc|tình hình|kết quả|đến nay|toàn tỉnh|các cấp)\s[^.;]{0,300}?)?"
    r"\s(?:đã\s(?:đạt|được|có|góp|tạo|làm)|(?:cần|phải)\s(?:được|có|bảo))(?!\w).*"
    r"|,\s(?:[^\W\d_]+\s){1,5}đã\s.*|,\s(?:đến\s)?(?:hết\s)?năm\s20\d\d\s[^\W\d_]+\s(?!nhìn|hướng).*"
)
# Titles on many things open so.
_OPENING = re.compile(
    r"(?:(?:phat trien|tang cuong|day manh|nang cao|xay dung|quan ly|chat luong|hieu qua|bao dam|ho tro)(?: |$))*"
)
# So many words of a subject say what it is about. So many of one, and more of the other, must be new to each other:
# one that is put before ("tăng cường công tác …") is new on one side alone.
_LOOKED_AT, _OTHER = 4, 2
# Subjects that begin with so many equal words are of one thing: what follows may be the clause behind one of them.
_SAME_BEGINNING = 3
# Words that tell when or how, and not what of.
_QUALIFIERS = frozenset({"nam", "giai", "hinh", "thoi", "khi", "hien", "tu", "tam", "trong", "dinh", "cuoi", "dau"})
# One letter misread in the shortest word of Vietnamese leaves it this like the right one (Indel, 0 to 1).
_ALIKE = 0.5
_SHORT_FORM = re.compile(rf"(?<!\w)[{UPPER}][{UPPER}&-]+(?!\w)")
_YEAR = re.compile(r"20\d\d")
_OF_PROVINCE = re.compile(r"trên\s+địa\s+bàn\s+(?:tỉnh|thành\s+phố)\s+\w", re.IGNORECASE)
# So many words left out make a shortened title worth telling.
_LEFT_OUT = 4


class _Said(NamedTuple):
    """A subject as printed and by its words.

    ``stops`` are the numbers of words before each comma, ``day`` the date that is said with it.
    """

    value: str
    words: tuple[str, ...]
    stops: frozenset[int]
    day: date | None
    place: Place


def find_reference_subjects(material: Material) -> Iterator[Discrepancy]:
    """Each other subject of each cited document, once for each document that gives it."""
    for cited in cited_documents(material):
        said = [s for s in _said(cited) if s.words]
        told: set[tuple[str, tuple[str, ...]]] = set()
        for other in said[1:]:
            key = (other.place.doc_id, other.words)
            severity = _differ(other, said[0])
            if severity is None or key in told or not cited.concerns_draft(other.place, said[0].place):
                continue
            told.add(key)
            yield _discrepancy(cited, other, said[0], severity)
        yield from _with_place_added(cited)


def _discrepancy(cited: Cited, one: _Said, other: _Said, severity: Severity, message: str = "") -> Discrepancy:
    shortened = vi.CHECK_REFERENCE_SHORTENED if _left_out(one.words, other.words) else vi.CHECK_REFERENCE_SUBJECT
    return Discrepancy(
        rule=_RULE,
        severity=severity,
        message=(message or shortened).format(document=cited.name, one=one.value, other=other.value),
        values=(one.value, other.value),
        places=(one.place, other.place),
        natures=(Nature.TYPING,),
        needs_person=severity is Severity.WARNING,
    )


def _said(cited: Cited) -> Iterator[_Said]:
    """The subjects in order: the document's own first, then those that mentions give."""
    header = cited.document.header if cited.document else None
    if cited.document and header and header.subject and header.subject.span:
        day = header.issued_on.value if header.issued_on else None
        yield _read(header.subject.value, day, Place(cited.document.doc_id, header.subject.span))
    for mention in cited.mentions:
        span = subject_span(cited.text(mention), mention.reference)
        if span is not None:
            yield _read_mention(cited, mention, span)


def _read(printed: str, day: date | None, place: Place) -> _Said:
    value = _CLAUSE.sub("", squeeze(strip_markup(printed))).rstrip(" ,.;:/")
    clauses = _words(value)
    words = tuple(word for clause in clauses for word in clause)
    stops = frozenset(sum(map(len, clauses[:n])) for n in range(1, len(clauses)))
    return _Said(value, words, stops, day, place)


@lru_cache(maxsize=8192)
def _words(value: str) -> tuple[tuple[str, ...], ...]:
    """The words that say what a subject is about, in order, by the clauses between commas."""
    own = _RUNS_ON.split(value, maxsplit=1)[0]
    return tuple(tuple(re.findall(r"\w+", _SMALL.sub(" ", clause))) for clause in fold(own).split(","))


def _differ(one: _Said, other: _Said) -> Severity | None:
    """How two subjects differ: another thing or other years (WARNING), or words left out; None when they are one.

    Words left out are worth knowing (INFO); within one document that has both they are a WARNING.
    """
    at = next((i for i, (a, b) in enumerate(zip(one.words, other.words, strict=False)) if a != b), None)
    if at is None:
        return None
    if _left_out(one.words, other.words):
        within_one = one.place.doc_id == other.place.doc_id and at >= _SAME_BEGINNING
        return Severity.WARNING if within_one and _ends_as_title(one.words, other.words) else Severity.INFO
    here, there = one.words[at : at + _LOOKED_AT], other.words[at : at + _LOOKED_AT]
    alike = _OPENING.sub("", " ".join(one.words[:at]), count=1).split()
    if alike and at in one.stops | other.stops:
        return None  # "về quản lý, bảo vệ rừng, bảo đảm …": what is behind the comma may be the clause
    if len(alike) < _SAME_BEGINNING:
        new = sorted((len(set(here) - set(other.words)), len(set(there) - set(one.words))))
        told = (new[0] >= _OTHER and new[1] > _OTHER) or _are_apart(one, other, at)
        return Severity.WARNING if told else None
    return Severity.WARNING if _YEAR.fullmatch(here[0]) and _YEAR.fullmatch(there[0]) else None


def _are_apart(one: _Said, other: _Said, at: int) -> bool:
    """Whether subjects said with one day share no word behind their equal beginning, and none is short for another.

    Match: "phát triển kinh tế biển" and "phát triển kinh tế lâm nghiệp". Near miss: "cải cách TTHC" and "cải cách thủ
    tục hành chính", "kinh tế số" and "kinh tế sổ", "du lịch năm 2026" and "du lịch cộng đồng".
    """
    if one.day is None or one.day != other.day:
        return False
    rests = one.words[at:], other.words[at:]
    if set(rests[0]) & set(other.words) or set(rests[1]) & set(one.words):
        return False
    if any(rest[0] in _QUALIFIERS or rest[0][0].isdigit() for rest in rests):
        return False
    if set(_SHORT_FORM.findall(one.value)) != set(_SHORT_FORM.findall(other.value)):
        return False
    return Indel.normalized_similarity("".join(rests[0]), "".join(rests[1])) < _ALIKE


def _left_out(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the longer subject has all words of the shorter, its last one, and more of its own before."""
    shorter, longer = sorted((one, other), key=len)
    return set(shorter) <= set(longer) and shorter[-1] == longer[-1] and len(longer) - len(shorter) >= _LEFT_OUT


def _ends_as_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both end with the same years, as titles do; the clause behind a title may be the same as well."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False))
    return any(_YEAR.fullmatch(word) for word, _ in same)


def _with_place_added(cited: Cited) -> Iterator[Discrepancy]:
    """A document of the centre that is listed by itself with a province in its subject, which others do not give."""
    given = [(m, s) for m in cited.mentions if (s := subject_span(cited.text(m), m.reference))]
    added = [(m, s) for m, s in given if _OF_PROVINCE.search(cited.text(m)[slice(*s)]) and _stands_alone(cited, m)]
    plain = next(((m, s) for m, s in given if not _OF_PROVINCE.search(cited.text(m)[slice(*s)])), None)
    if cited.node.tier is not Tier.CENTRAL or not added or plain is None:
        return
    one, other = (_read_mention(cited, *entry) for entry in (added[0], plain))
    if cited.concerns_draft(one.place, other.place):
        yield _discrepancy(cited, one, other, Severity.INFO, vi.CHECK_REFERENCE_PLACE)


def _stands_alone(cited: Cited, mention: Mention) -> bool:
    """Whether nothing but a dash stands before the mention: behind "thực hiện …" the province is that of the work."""
    text = cited.text(mention)
    return not re.search(r"\w", text[text.rfind("\n", 0, mention.span.start) + 1 : mention.span.start])


def _read_mention(cited: Cited, mention: Mention, span: Span) -> _Said:
    printed = cited.text(mention)[slice(*span)]
    end = span.start + len(printed.rstrip())
    return _read(printed, mention.reference.issued_on, Place(mention.doc_id, Span(mention.span.start, end)))
