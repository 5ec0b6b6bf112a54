"""Who watches over a whole document: "Thanh tra tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.answers.headers import document_asked
from tracuu.documents import TITLES
from tracuu.queries import topic_terms
from tracuu.text import fold, syllables
from tracuu.types import Assignment, Hit, Intent, Passage, Query, Spans

# Words that name no thing of their own beside the document: what is left of a task without them is its object.
_OF_ANY_DOCUMENT = frozenset(
    syllables(
        "theo dõi đôn đốc kiểm tra giám sát thanh tra hướng dẫn chỉ đạo nhắc nhở việc công tác tình hình kết "
        "quả tiến độ tổ chức triển khai thực hiện thi hành làm này nêu trên đã được giao tham mưu giúp phục "
        "vụ ban thường vụ báo cáo định kỳ tổng hợp đánh giá sơ kết tổng kết quy định thường xuyên hằng hàng "
        "năm quý tháng tuần ngày lần một hai ba sáu và của cho về các những trước với để theo chủ tịch ủy ban "
        "nhân dân hội đồng tỉnh thành phố huyện xã phường ủy đảng chính phủ thủ tướng phải cơ quan đơn vị nào "
        "ai bên thành lập đoàn tổ kịp thời vấn đề phát sinh khó khăn vướng mắc nội dung các ngành địa phương sở "
        "phó bí thư trực giám đốc"
    )
) | {word for title in TITLES for word in syllables(title)}
# Match: "đôn đốc việc thực hiện", "giúp Thủ tướng theo dõi", "thành lập 03 đoàn kiểm tra việc thực hiện".
_WATCHES = re.compile(
    r"\W*(?:giúp [^,;]*?)?(?:thành lập (?:các |\d+ )?(?:đoàn|tổ) (?:công tác )?)?"
    r"(?:theo dõi|đôn đốc|giám sát|kiểm tra)",
    re.IGNORECASE,
)
# Share of the topic that the subject of the one document meant must hold.
_IS_SUBJECT = 0.8


class Watch(NamedTuple):
    """Who watches over a document, and the passage that says so."""

    bodies: Spans
    passage: Passage


def watch_of_document(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[Watch]:
    """Who watches over the one document that a question names or describes, in order of its text.

    [] when the question asks who watches over a single thing, or no one document is meant.
    """
    if query.intent is not Intent.SUPERVISING or not _speaks_of_document(query):
        return []
    document = document_asked(query, hits, evidence)
    if document is None:
        return []
    number = syllables(document.header.symbol.value) if document.header.symbol else []
    terms = [term for term in topic_terms(query) if term not in _OF_ANY_DOCUMENT and term not in number]
    if evidence.coverage(terms, evidence.about(document.doc_id)) < (_IS_SUBJECT if terms else 0.0):
        return []
    watches = [a for a in evidence.all_assignments() if a.doc_id == document.doc_id and _is_of_whole(a, evidence)]
    found = [(a.supervising or a.lead, evidence.passages_at(a.doc_id, a.supervising or a.lead)) for a in watches]
    return [Watch(bodies, passages[0]) for bodies, passages in found if passages]


# Match: "ai theo dõi, chỉ đạo công tác kiểm tra, giám sát": a single thing, though its words are those of watching.
_OVER_WATCHING = re.compile(
    r"\b(?:theo dõi|chỉ đạo|đôn đốc)\b.*\b(?:công tác|việc) (?:kiểm tra|giám sát|thanh tra)\b", re.IGNORECASE
)


# "giám sát đảng bộ xã làm Chương trình 34": only some of those who carry it out.
_OVER_SOME = re.compile(
    r"\b(?:theo dõi|đôn đốc|giám sát|kiểm tra) (?:việc )?(?:các )?"
    r"(?:đảng bộ|chi bộ|cấp ủy|tổ chức đảng|hội viên|đoàn viên|chủ đầu tư|nhà thầu|hộ|cơ sở|doanh nghiệp|trường)\b",
    re.IGNORECASE,
)


# "theo dõi, chỉ đạo việc lập quy hoạch đô thị": one piece of work, though a document gives it.
_OVER_WORK = re.compile(
    r"\b(?:theo dõi|chỉ đạo|đôn đốc|giám sát) việc "
    r"(?!(?:tổ chức )?(?:thực hiện|triển khai|thi hành|chấp hành|quán triệt|làm theo)\b)",
    re.IGNORECASE,
)


def _speaks_of_document(query: Query) -> bool:
    if any(over.search(query.text) for over in (_OVER_WATCHING, _OVER_SOME, _OVER_WORK)):
        return False
    return bool(query.doc_ids) or any(re.search(rf"\b{fold(title)}\b", fold(query.text)) for title in TITLES)


def _is_of_whole(assignment: Assignment, evidence: Evidence) -> bool:
    """Whether an assignment is to watch over all that its document sets, and nothing of its own."""
    bodies = (*assignment.lead, *assignment.coordinating, *assignment.supervising)
    task = evidence.words(assignment.source_id, assignment.task)
    for body in bodies:
        task = task.replace(evidence.words(assignment.source_id, (body,)), " ")
    words = [word for word in syllables(task) if not any(c.isdigit() for c in word)]
    watches = _WATCHES.match(task)
    return bool(watches) and set(words) <= _OF_ANY_DOCUMENT
