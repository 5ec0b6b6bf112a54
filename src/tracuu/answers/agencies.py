"""Who acts in a passage: the agency before the verb, or the one that the heading above names."""

import re
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.answers.sentences import LABEL
from tracuu.documents import strip_markup
from tracuu.text import fold, trim
from tracuu.types import Passage, Span

_GIVEN = re.compile(r"(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công)\s+", re.IGNORECASE)
# What an agency's name begins with (folded).
_HEAD = re.compile(
    r"(?:cac |nhung )?(?:so|ban|bo|ubnd|uy ban|hdnd|hoi dong|van phong|dang uy|dang bo|dang doan"
    r"|tinh uy|thanh uy|huyen uy|thi uy"
    r"|cong an|trung tam|mttq|mat tran|hoi|doan|cuc|chi cuc|truong|benh vien|bch|bchqs|bo chi huy"
    r"|kho bac|ngan hang|bao|dai"
    r"|co quan|don vi|cap uy|chu dau tu|huyen|xa|phuong|chi bo|chi, dang bo|phong|thanh tra|vien"
    r"|toa an|lien doan|thuong truc|chinh quyen"
    r"|chu tich|giam doc|thu truong|to chuc|doanh nghiep|cong ty|ubkt|btg|ubmttq|so, ban|to cong tac)\b"
)
# Verbs and turns with which the task begins.
_VERB = re.compile(
    r"\b(?:chủ trì|chịu trách nhiệm|phối hợp|tham mưu|làm (?:cơ quan )?đầu mối|làm đầu mối"
    r"|có trách nhiệm|căn cứ|chủ động|chỉ đạo|lãnh đạo"
    r"|tổ chức (?!chính|đảng|xã|đoàn)|tăng cường|tập trung|(?<!đầu tư )xây dựng(?= (?:và|kế hoạch"
    r"|chương trình|quy chế|các|đề án|dự án|báo cáo|hệ thống))|ban hành"
    r"|thực hiện|làm việc|theo dõi|theo chức năng|đẩy mạnh|rà soát|hướng dẫn|tiếp tục|triển khai"
    r"|nghiên cứu|bố trí|cân đối|kịp thời|quán triệt"
    r"|tuyên truyền|báo cáo|đôn đốc|kiểm tra(?! tỉnh| trung| huyện| đảng)|giám sát|tổng hợp|phân bổ"
    r"|thẩm định|đề xuất|khẩn trương|nghiêm túc|cụ thể hóa|quản lý(?! dự án)"
    r"|bảo đảm|đảm bảo|hoàn thành|lập |cung cấp|(?<!công )(?<!chương )(?<!tờ )(?<!quá )(?<!quy )trình|xử lý)",
    re.IGNORECASE,
)
LEADS = re.compile(r"chủ trì|chịu trách nhiệm|đầu mối", re.IGNORECASE)
WATCHES = re.compile(r"theo dõi|đôn đốc|giám sát|kiểm tra|chỉ đạo", re.IGNORECASE)
_WITH = re.compile(
    r"phối hợp\s+(?:chặt chẽ\s+|thường xuyên\s+)?(?:cùng\s+)?với\s+(?P<with>[^;:.]+?)"
    rf"(?=\s*(?:{_VERB.pattern}|[.;:]|\btrong\s|\bđể\s|\bvề\s|$))",
    re.IGNORECASE,
)
# A name longer than this ran into the sentence.
_LONGEST = 160


class Actor(NamedTuple):
    """An agency and where it is named; ``leads`` when the words say that it leads."""

    span: Span
    leads: bool


def actor_of(passage: Passage, evidence: Evidence) -> Actor | None:
    """The agency that acts in a passage: named at its beginning, else by the nearest heading above.

    None when neither begins with an agency.
    """
    text = evidence.sources[passage.source_id].text
    opening = _opening_actor(text, passage.span)
    if opening:
        return opening
    leads = bool(LEADS.search(text, passage.span.start, min(passage.span.end, passage.span.start + 60)))
    for heading in reversed(passage.headings):
        above = _opening_actor(text, heading, whole=True)
        if above:
            return Actor(above.span, leads or above.leads)
    return None


def _opening_actor(text: str, span: Span, *, whole: bool = False) -> Actor | None:
    """The agency with which ``span`` begins; ``whole`` lets it be all of the span (a heading)."""
    label = LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    given = _GIVEN.match(text, start, span.end)
    start = given.end() if given else start
    if not _HEAD.match(fold(text[start : start + 40])):
        return None
    verb = _VERB.search(text, start, min(span.end, start + _LONGEST + 40))
    colon = text.find(":", start, span.end)
    stops = [p for p in (verb.start() if verb else -1, colon) if p > start]
    if not stops and not whole:
        return None
    stop = min(stops) if stops else span.end
    agency = trim(text, start, stop)
    while agency.end > agency.start and text[agency.end - 1] in ",:;.*_ ":
        agency = trim(text, agency.start, agency.end - 1)
    name = strip_markup(text[agency.start : agency.end])
    if not name or len(name) > _LONGEST or "." in name:
        return None
    return Actor(agency, bool(LEADS.search(text, stop, min(span.end, stop + 60))))


def names_agency(text: str) -> bool:
    """Whether some agency is named in ``text``."""
    return bool(re.search(rf"\b{_HEAD.pattern}", fold(text)))


def partners_of(passage: Passage, evidence: Evidence) -> Span | None:
    """Whom the passage says to work with ("phối hợp với …"); None when it does not say."""
    text = evidence.sources[passage.source_id].text
    match = _WITH.search(text, passage.span.start, passage.span.end)
    if not match or len(match["with"]) > _LONGEST:
        return None
    return trim(text, *match.span("with"))
