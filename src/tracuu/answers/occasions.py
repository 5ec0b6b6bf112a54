"""When and by whom the meeting was held whose conclusions a document tells, and when a resolution was adopted."""

import re
from collections.abc import Iterator, Sequence

from tracuu.answers.evidence import Evidence
from tracuu.answers.headers import HeaderFact, document_asked, fits, passage_holding
from tracuu.queries import topic_terms
from tracuu.text import fold, squeeze, trim
from tracuu.types import Document, Hit, Passage, PassageRole, Query, Span

_DAY = r"ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})"
_WHEN = r"(?:ngay|hom|luc|khi|thoi gian) (?:nao|may|bao nhieu)|bao gio"
_MEETING = r"(?:cuoc|buoi|phien|hoi nghi|hop|lam viec)"
# Match: "cuộc họp … được tổ chức ngày nào", "hôm nào họp". Near miss: "thông báo kết luận cuộc họp ban hành ngày nào".
_HELD_WHEN = re.compile(
    rf"\b{_MEETING}\b.*\b(?:to chuc|dien ra|hop|lam viec|chu tri)(?: \w+){{0,2}}? (?:vao )?(?:{_WHEN})\b"
    rf"|\b(?:{_WHEN}) (?:thi )?(?:hop|to chuc (?:cuoc|buoi|phien|hoi nghi)|dien ra {_MEETING})\b"
)
_HELD_WHERE = re.compile(rf"\b{_MEETING}\b.*\b(?:to chuc|dien ra|hop|lam viec)\b.*\b(?:dau|(?:cho|noi|dia diem) nao)\b")
_CHAIRED = re.compile(
    rf"\b(?:ai|(?:dong chi|lanh dao|nguoi) nao)(?: (?:la nguoi|da|dung ra))* (?:chu tri|chu toa|dieu hanh) {_MEETING}\b"
    rf"|\b{_MEETING}\b.*\b(?:do|la) (?:ai|dong chi nao|lanh dao nao) (?:chu tri|chu toa|dieu hanh)\b"
)
# Another meeting than the one of which a document tells, or the document itself.
_ANOTHER = re.compile(
    r"\b(?:lan (?:sau|toi)|tiep theo|ke tiep|sap toi|toi day|hang|dinh ky|phai|truoc ngay|ban hanh"
    r"|ky (?:ngay|khi|luc))\b"
)
# "Ngày 09/4/2024, tại Trụ sở UBND tỉnh, đồng chí Lưu Quang Hòa, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp …".
_OPENING = re.compile(
    rf"\W*(?:(?:Sáng|Chiều|Tối|Vào)\s+)?(?:(?:hồi|lúc)\s[^,;]{{1,30}},?\s*)?(?P<day>(?i:{_DAY}))\s*,\s*"
    r"(?:tại\s+(?P<place>[^,;:]{3,120}),\s*)?(?P<who>\S[^;:.]{3,160}?)\s+(?:đã\s+)?"
    r"(?:(?P<chairs>chủ\s+trì|chủ\s+tọa)\s+(?P<chaired>cuộc|buổi|phiên|hội\s+nghị|họp|làm\s+việc)"
    r"|có\s+(?P<had>(?:buổi|cuộc)\s+(?:họp|làm\s+việc))|(?P<met>họp|làm\s+việc))\b(?P<matter>[^.;]{0,300})"
)
# Who held a meeting is an office and a name, and nothing that is done.
_DOES = re.compile(
    r"\b(?:không|về|giao|nhận|báo\s+cáo|thừa|thay\s+mặt|yêu\s+cầu|xét|theo|của\s+mình|sau|khi|đã|được)\b"
)
# Documents that tell the conclusions of a meeting.
_CONCLUSIONS = frozenset({"Thông báo", "Kết luận", "Biên bản"})
_NOUNS = (("hội nghị", r"\bhoi nghi\b"), ("làm việc", r"\blam viec\b"), ("họp", r"\bhop\b"))
# Such a paragraph stands among so many at the beginning.
_FIRST = 6
# Share of the topic of a question that the subject of a document and its opening must hold for its meeting to be meant.
_MEANT = 0.6

_ADOPTED_WHEN = re.compile(
    rf"\bthong qua\b(?: \w+){{0,4}}? (?:vao )?(?:{_WHEN})\b|\b(?:{_WHEN}) (?:thi )?(?:duoc |\w+ ){{0,6}}?thong qua\b"
)
# What a council or an assembly adopts; of a plan the adoption of something else may be asked for.
_ADOPTABLE = frozenset({"nghi quyet", "luat", "phap lenh", "quy che"})
_HANDED_ON = re.compile(r"\b(?:trinh|phai|truoc|de nghi|du kien)\b")
_ADOPTED = re.compile(
    rf"\b(?P<kind>Nghị\s+quyết|Luật|Pháp\s+lệnh|Quy\s+chế)(?:\s+này)?\s+(?:đã\s+)?được\s[^.;]{{0,200}}?"
    rf"\bthông\s+qua\s+(?:vào\s+)?(?P<day>{_DAY})",
    re.IGNORECASE,
)


def occasion_facts(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[HeaderFact] | None:
    """Day, place or chair of the meeting asked about, or the day of adoption, as the document prints it.

    [] when the document meant does not say when it was adopted; None when nothing of this is asked, or found.
    """
    folded = fold(query.text)
    if _ADOPTED_WHEN.search(folded) and not _HANDED_ON.search(folded):
        document = document_asked(query, hits, evidence)
        return _adopted(document, evidence) if document and _kind_of(document) in _ADOPTABLE else None
    asked = [
        group
        for group, pattern in (("day", _HELD_WHEN), ("place", _HELD_WHERE), ("who", _CHAIRED))
        if pattern.search(folded)
    ]
    held = _meeting(query, evidence) if asked and not _ANOTHER.search(folded) else None
    if held is None:
        return None
    passage, opening = held
    copy = evidence.reading_copy(passage.source_id)
    told = [group for group in asked if opening[group] and (group != "who" or opening["chairs"])]
    spans = [trim(copy, *opening.span(group)) for group in told]
    found = [HeaderFact(squeeze(copy[slice(*span)]), passage, (span,)) for span in spans]
    return found if len(told) == len(asked) else None


def _kind_of(document: Document) -> str:
    return fold(document.header.kind.value) if document.header.kind else ""


def _adopted(document: Document, evidence: Evidence) -> list[HeaderFact]:
    copy = evidence.reading_copy(document.source_id)
    kind = _kind_of(document)
    found = [match for match in _ADOPTED.finditer(copy, *document.span) if fold(squeeze(match["kind"])) == kind]
    if len({squeeze(match["day"]) for match in found}) != 1:
        return []
    span = Span(*found[-1].span("day"))
    passage = passage_holding(document.doc_id, span, evidence)
    return [HeaderFact(squeeze(copy[slice(*span)]), passage, (span,))] if passage else []


def _meeting(query: Query, evidence: Evidence) -> tuple[Passage, re.Match[str]] | None:
    """The opening of the one notice whose meeting is meant: of the sort asked about, and about what is said of it."""
    terms = [term for term in topic_terms(query) if fold(term) not in _ABOUT_MEETINGS]
    sort = _sort_of(fold(query.text))
    scored: list[tuple[float, Passage, re.Match[str]]] = []
    for document in evidence.documents.values():
        named = document.doc_id in query.doc_ids
        kind = document.header.kind
        if document.copy_of or kind is None or kind.value not in _CONCLUSIONS or (query.doc_ids and not named):
            continue
        if not named and not fits(document, query, None, evidence):
            continue
        for passage, opening in _openings(document, evidence):
            told = f"{passage.text} {evidence.about(document.doc_id)}"
            share = evidence.coverage(terms, told) if terms else float(named)
            held = _sort_of(fold(opening["chaired"] or opening["had"] or opening["met"] or ""), fold(opening["matter"]))
            if share >= _MEANT and sort == held:
                scored.append((share, passage, opening))
    scored.sort(key=lambda one: -one[0])
    if not scored or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1:]


def _sort_of(*said: str) -> str:
    """Which sort of meeting folded words name: a conference, a visit, or any other."""
    return next((name for words in said for name, pattern in _NOUNS if re.search(pattern, words)), "họp")


_ABOUT_MEETINGS = frozenset(
    fold(word)
    for word in ["cuộc", "buổi", "phiên", "hội", "nghị", "họp", "tổ", "chức", "diễn", "ra", "làm", "việc", "nêu"]
)


def _openings(document: Document, evidence: Evidence) -> Iterator[tuple[Passage, re.Match[str]]]:
    copy = evidence.reading_copy(document.source_id)
    texts = [p for p in evidence.passages if p.doc_id == document.doc_id and p.role is PassageRole.TEXT]
    for passage in texts[:_FIRST]:
        opening = _OPENING.match(copy, *passage.span)
        if opening and not _DOES.search(opening["who"]):
            yield passage, opening
