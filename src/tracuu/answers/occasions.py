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
    r"(?:tại\s+(?P<place>[^,;:]{3,120}),\s*)?(?P<who>\S[^;:]{3,240}?)\s+(?:đã\s+)?"
    r"(?:(?P<chairs>chủ\s+trì|chủ\s+tọa)|có\s+(?:buổi|cuộc)\s+(?:họp|làm\s+việc)|họp|làm\s+việc)\b"
)
# Such a paragraph stands among so many at the beginning.
_FIRST = 6
# Share of the topic of a question that the subject of a document and its opening must hold for its meeting to be meant.
_MEANT = 0.6

_ADOPTED_WHEN = re.compile(
    rf"\bthong qua\b(?: \w+){{0,4}}? (?:vao )?(?:{_WHEN})\b|\b(?:{_WHEN}) (?:thi )?(?:duoc |\w+ ){{0,6}}?thong qua\b"
)
_HANDED_ON = re.compile(r"\b(?:trinh|phai|truoc|de nghi|du kien)\b")
_ADOPTED = re.compile(
    rf"\b(?:Nghị\s+quyết|Luật|Pháp\s+lệnh|Quy\s+chế)\b[^.;]{{0,200}}?\bthông\s+qua\s+(?:vào\s+)?(?P<day>{_DAY})",
    re.IGNORECASE,
)


def occasion_facts(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[HeaderFact]:
    """Day, place or chair of the meeting asked about, or the day of adoption, as the document prints it; else []."""
    folded = fold(query.text)
    if _ADOPTED_WHEN.search(folded) and not _HANDED_ON.search(folded):
        document = document_asked(query, hits, evidence)
        return _adopted(document, evidence) if document else []
    asked = [
        group
        for group, pattern in (("day", _HELD_WHEN), ("place", _HELD_WHERE), ("who", _CHAIRED))
        if pattern.search(folded)
    ]
    if not asked or _ANOTHER.search(folded):
        return []
    held = _meeting(query, evidence)
    if held is None:
        return []
    passage, opening = held
    copy = evidence.reading_copy(passage.source_id)
    told = [group for group in asked if opening[group] and (group != "who" or opening["chairs"])]
    spans = [trim(copy, *opening.span(group)) for group in told]
    return (
        [HeaderFact(squeeze(copy[slice(*span)]), passage, (span,)) for span in spans] if len(told) == len(asked) else []
    )


def _adopted(document: Document, evidence: Evidence) -> list[HeaderFact]:
    copy = evidence.reading_copy(document.source_id)
    found = list(_ADOPTED.finditer(copy, *document.span))
    if len({squeeze(match["day"]) for match in found}) != 1:
        return []
    span = Span(*found[-1].span("day"))
    passage = passage_holding(document.doc_id, span, evidence)
    return [HeaderFact(squeeze(copy[slice(*span)]), passage, (span,))] if passage else []


def _meeting(query: Query, evidence: Evidence) -> tuple[Passage, re.Match[str]] | None:
    """The opening of the one document whose meeting is meant: the one named, or that which says most of the topic."""
    terms = [term for term in topic_terms(query) if fold(term) not in _ABOUT_MEETINGS]
    scored: list[tuple[float, Passage, re.Match[str]]] = []
    for document in evidence.documents.values():
        named = document.doc_id in query.doc_ids
        if document.copy_of or (query.doc_ids and not named) or not (named or fits(document, query, None, evidence)):
            continue
        for passage, opening in _openings(document, evidence):
            share = evidence.coverage(terms, f"{passage.text} {evidence.about(document.doc_id)}") if terms else 0.0
            if named or share >= _MEANT:
                scored.append((share, passage, opening))
    scored.sort(key=lambda one: -one[0])
    if not scored or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1:]


_ABOUT_MEETINGS = frozenset(
    fold(word)
    for word in ["cuộc", "buổi", "phiên", "hội", "nghị", "họp", "tổ", "chức", "diễn", "ra", "làm", "việc", "nêu"]
)


def _openings(document: Document, evidence: Evidence) -> Iterator[tuple[Passage, re.Match[str]]]:
    copy = evidence.reading_copy(document.source_id)
    texts = [p for p in evidence.passages if p.doc_id == document.doc_id and p.role is PassageRole.TEXT]
    for passage in texts[:_FIRST]:
        if opening := _OPENING.match(copy, *passage.span):
            yield passage, opening
