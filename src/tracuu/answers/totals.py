"""What a document costs as a whole: the sum asked for, and the sum that is no answer to another question."""

import re
from collections.abc import Collection, Sequence

from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.figures import SUM_NAMES, SUM_WORDS, figure_spans, figure_text, indicator_text, is_sum, of_time
from tracuu.answers.values import Value
from tracuu.queries import find_periods, find_years, same_province, topic_terms
from tracuu.text import fold, syllables
from tracuu.types import Document, Intent, Passage, Query, Target


def sum_of_document(query: Query, terms: Sequence[str], evidence: Evidence) -> tuple[Value, Passage] | None:
    """What the one document meant costs as a whole ("Nghị quyết 33 hết bao nhiêu tiền"), and where that stands.

    Its one total, or its only sum; None when it states neither, or when more is asked than its cost.
    """
    if query.intent is not Intent.FIGURE:
        return None
    if query.doc_ids:
        named = list(query.doc_ids) if set(terms) <= SUM_WORDS else []
    else:
        named = _with_subject(query, terms, evidence)
    if len(named) != 1:
        return None
    sums = [target for target in evidence.targets(named[0]) if is_of_all(target, evidence)]
    whole = [target for target in sums if fold(indicator_text(target, evidence)).startswith("tong ")] or sums
    whole = [target for target in whole if of_time(target, query, evidence) and _is_for_years(target, query, evidence)]
    if len(whole) > 1:  # a total for all the years, and one for each of them
        whole = [target for target in whole if target.years is None or target.years[0] < target.years[1]]
    if len(whole) != 1:
        return None
    passage = evidence.passages_at(whole[0].doc_id, (whole[0].value,))[0]
    text, spans = figure_text(whole, passage, evidence), figure_spans(whole, passage, evidence)
    return Value(text=text, spans=spans, fact=whole[0]), passage


def _is_for_years(target: Target, query: Query, evidence: Evidence) -> bool:
    """Whether a sum of no stated time may be that of the one year asked: none of a document for several years is."""
    header = evidence.documents[target.doc_id].header
    periods = find_periods(header.subject.value) if header.subject else ()
    return not (target.years is None and len(query.years) == 1 and any(a <= query.years[0] <= b for a, b in periods))


# "Kinh phí thực hiện Kế hoạch", "Tổng nhu cầu kinh phí": of the whole. Near miss: "Kinh phí tuyên truyền".
_OF_ALL = re.compile(
    rf"{SUM_NAMES}(?: (?:thực hiện|triển khai|dự kiến|cho)"
    r"(?: (?:kế hoạch|đề án|chương trình|nghị quyết|chính sách|dự án|chỉ thị|phương án|này))*)?\W*",
    re.IGNORECASE,
)


def is_of_all(target: Target, evidence: Evidence) -> bool:
    """Whether a figure is what its document costs, so that the same words in another document are another sum."""
    return is_sum(target, evidence) and _OF_ALL.fullmatch(indicator_text(target, evidence)) is not None


_SAYS_ALL = re.compile(
    rf"\W*{SUM_NAMES}(?: (?:thực hiện|triển khai|dự kiến|kế hoạch|đề án|chương trình|nghị quyết|này))*"
    r"\s*(?:là|khoảng|:)\s*(?:khoảng |hơn |gần |dự kiến |trên )*\d",
    re.IGNORECASE,
)


def is_total_of_another(query: Query, text: str, doc_id: str, evidence: Evidence) -> bool:
    """Whether sentences say what their document costs as a whole, and the question asks about another, or a part.

    "Trồng hồi, phòng cháy rừng và giao khoán bảo vệ rừng" costs more than "trồng hồi".
    """
    header = evidence.documents[doc_id].header
    if query.intent is not Intent.FIGURE or query.doc_ids or not _SAYS_ALL.match(text) or not header.subject:
        return False
    rest = {term for term in topic_terms(query) if not term.isdecimal()} - SUM_WORDS - _AROUND
    if rest - held_in(evidence.about(doc_id)) - held_in(text):
        return True
    parts = (set(syllables(part)) - _AROUND for part in _COORDINATED.split(header.subject.value))
    return bool(rest) and any(part and part.isdisjoint(rest) for part in parts)


_COORDINATED = re.compile(r"[,;]|\bvà\b")
# "Tổng kinh phí phòng, chống đuối nước năm 2025": of the plan that has all of this in its subject.
_TOTAL_ASKED = re.compile(r"\btổng (?:nhu cầu )?(?:kinh phí|chi phí|vốn|dự toán)\b", re.IGNORECASE)
# Words of a subject that do not tell what it is about.
_AROUND = frozenset(
    syllables("về việc thực hiện trên địa bàn tỉnh thành phố xã phường huyện giai đoạn năm đến tại ở của các và trong")
)


def _with_subject(query: Query, terms: Sequence[str], evidence: Evidence) -> list[str]:
    """The documents of the place and year asked for whose whole subjects are asked about, beside a total."""
    rest = {term for term in terms if term not in SUM_WORDS}
    if not _TOTAL_ASKED.search(query.text) or not rest:
        return []
    return [
        document.doc_id
        for document in evidence.documents.values()
        if not document.copy_of and _has_subject(document, rest, query) and _is_issued(document, query)
    ]


def _has_subject(document: Document, terms: Collection[str], query: Query) -> bool:
    """Whether the question says the whole subject: the total says nothing of a part of it."""
    header = document.header
    if header.subject is None or not set(terms) <= held_in(header.subject.value):
        return False
    own = set(syllables(header.province.value)) if header.province else set()
    about = set(syllables(header.subject.value)) - _AROUND - own
    return {word for word in about if not word.isdecimal()} <= set(syllables(query.text))


def _is_issued(document: Document, query: Query) -> bool:
    """Whether a document is of the place, the issuer and the years asked for."""
    header = document.header
    years = set(find_years(header.subject.value)) if header.subject else set()
    if header.issued_on and not years:
        years = {header.issued_on.value.year}
    own = header.province.value if header.province else ""
    issuer = fold(header.issuer.value) if header.issuer else ""
    here = not query.provinces or any(same_province(own, province) for province in query.provinces)
    return here and all(fold(agency) in issuer for agency in query.agencies) and set(query.years) <= years
