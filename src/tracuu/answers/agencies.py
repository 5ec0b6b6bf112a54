"""Who acts in a passage: the agency before the verb, or the one that the heading above names."""

import re
from typing import NamedTuple

from tracuu.agencies import department_names
from tracuu.answers.evidence import Evidence
from tracuu.answers.sentences import LABEL, clauses
from tracuu.documents import strip_markup
from tracuu.text import UPPER, trim
from tracuu.types import Passage, Span

_GIVEN = re.compile(r"(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công)\s+")
# What an agency's name begins with; marks and the capital count: "Sở", and neither "Số" nor "hồ sơ".
_HEADS = (
    "Sở|Ban|Bộ|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Văn phòng|Đảng ủy|Đảng uỷ|Đảng bộ|Đảng đoàn|Tỉnh ủy|Tỉnh uỷ|Tỉnh đoàn"
    "|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Thị ủy|Công an|Trung tâm|MTTQ|Mặt trận|Hội|Hiệp hội|Đoàn|Cục|Chi cục"
    "|Tổng cục|Vụ"
    "|Trường|Bệnh viện|BCH|BCHQS|Kho bạc|Ngân hàng|Báo|Đài|Cơ quan|Đơn vị|Cấp ủy|Cấp uỷ|Chủ đầu tư|Phòng|Thanh tra|Viện"
    "|Tòa án|Liên đoàn|Liên minh|Thường trực|Chính quyền|Chủ tịch|Giám đốc|Hiệu trưởng|Thủ trưởng|Doanh nghiệp|Công ty"
    "|Tập đoàn|UBKT|BTG|UBMTTQ|Tổ công tác|Quỹ|Hạt|Chi bộ|Trạm|Quân khu|Bảo hiểm|Bưu điện|Chính phủ|Thủ tướng"
    "|Tổng công ty"
)
_MANY = (
    r"Các (?:sở|ban|cơ quan|đơn vị|cấp ủy|cấp uỷ|huyện|thành|thị|xã|phường|đảng|chi|địa phương|tổ chức|hội|đoàn"
    r"|trường|phòng)"
)
_HEAD = re.compile(rf"(?:(?:{_HEADS})\b|{_MANY}\b)")
# A head alone names no agency, and the word after it is part of the name whatever it means: "Ban quản lý …".
_BARE = re.compile(
    r"(?:Sở|Ban|Bộ|Ủy ban|Uỷ ban|Cục|Chi cục|Phòng|Hội|Vụ|Trung tâm|Viện|Trường|Công ty|Văn phòng|Tổ|Cơ quan"
    r"|Đơn vị|Hội đồng|Đoàn"
    r"|Các (?:cơ quan|đơn vị|sở|ban|tổ chức|cấp|địa phương|hội|phòng|trường))$"
)
# Verbs and turns with which the task begins, small letters alone: capitals belong to names.
_VERB = re.compile(
    r"\b(?:chủ trì|chịu trách nhiệm|phối hợp|tham mưu|làm (?:cơ quan )?đầu mối|có trách nhiệm|căn cứ|chủ động|chỉ đạo"
    r"|lãnh đạo|tổ chức (?!chính|đảng|xã|đoàn)|tăng cường|tập trung"
    r"|(?<!đầu tư )xây dựng(?= (?:và|kế hoạch|chương trình|quy chế|các|đề án|dự án|báo cáo|hệ thống))|ban hành"
    r"|thực hiện|làm việc|theo dõi|theo chức năng|đẩy mạnh|rà soát|hướng dẫn|tiếp tục|triển khai|nghiên cứu|bố trí"
    r"|cân đối|kịp thời|quán triệt|tuyên truyền|báo cáo|đôn đốc|kiểm tra(?! tỉnh| trung| huyện| đảng)|giám sát|tổng hợp"
    r"|phân bổ|thẩm định|đề xuất|khẩn trương|nghiêm túc|cụ thể hóa|quản lý(?! dự án)|bảo đảm|đảm bảo|hoàn thành|lập "
    r"|cung cấp|(?<!công )(?<!chương )(?<!tờ )(?<!quá )(?<!quy )trình|xử lý|là (?:cơ quan|đơn vị)|phụ trách|vận động"
    r"|nâng cao|phát huy|hoàn thiện|đề nghị|xem xét|quyết định|phê duyệt|tiếp nhận|hỗ trợ|cập nhật|niêm yết|công bố"
    r"|vận hành|xác minh|tạo điều kiện|khảo sát|đánh giá|dự báo|cử |huy động|kiểm soát|ưu tiên|định hướng"
    r"|quy hoạch (?!và)|thường xuyên)"
)
LEADS = re.compile(r"chủ trì|chịu trách nhiệm|đầu mối|phụ trách", re.IGNORECASE)
HELPS = re.compile(r"phối hợp|cùng với|tham gia", re.IGNORECASE)
WATCHES = re.compile(r"theo dõi|đôn đốc|giám sát|kiểm tra|chỉ đạo", re.IGNORECASE)
_WITH = re.compile(
    r"phối hợp\s+(?:chặt chẽ\s+|thường xuyên\s+)?(?:cùng\s+)?với\s+(?P<with>[^;:.]+?)"
    rf"(?=\s*(?:{_VERB.pattern}|[.;:]|\btrong\s|\bđể\s|\bvề\s|$))"
)
# A name longer than this ran into the sentence.
_LONGEST = 160
# The verb that says what an agency does stands within so many characters of its name.
_NEAR = 60


class Actor(NamedTuple):
    """An agency, where it is named, and whether the words right after say that it leads or only helps."""

    span: Span
    leads: bool
    helps: bool


def actor_of(passage: Passage, part: Span, evidence: Evidence) -> Actor | None:
    """The agency that acts in ``part`` of a passage (a clause, or all of it).

    Named where the part begins; else the subject goes on from the clause before; else the nearest
    heading above names it. None when none of them does.
    """
    text = evidence.sources[passage.source_id].text
    starts = [passage.span, *passage.sentences, *(c for s in passage.sentences for c in clauses(text, s))]
    before = sorted({s.start for s in starts if s.start <= part.start} | {part.start}, reverse=True)
    for start in before:
        actor = _opening_actor(text, Span(start, passage.span.end))
        if actor:
            return actor if start == part.start else _again(actor, text, part)
        if start == part.start and _names_unclearly(text, part):
            return None  # an agency whose name cannot be told from what it does is nobody else
    for heading in reversed(passage.headings):
        above = _opening_actor(text, heading, whole=True)
        if above:
            return _again(above, text, part)
    return None


def _names_unclearly(text: str, part: Span) -> bool:
    label = LABEL.match(text, part.start, part.end)
    return bool(_HEAD.match(text, label.end() if label else part.start, part.end))


def opens(text: str, part: Span) -> bool:
    """Whether an agency is named where a clause begins."""
    return _opening_actor(text, part) is not None


def _again(actor: Actor, text: str, part: Span) -> Actor:
    """The same agency with what this part says of it."""
    opening = text[part.start : min(part.end, part.start + _NEAR)]
    leads, helps = LEADS.search(opening), HELPS.search(opening)
    if not leads and not helps:
        return actor
    return Actor(actor.span, bool(leads), bool(helps) and not leads)


def _opening_actor(text: str, span: Span, *, whole: bool = False) -> Actor | None:
    """The agency with which ``span`` begins; ``whole`` lets it be all of the span (a heading)."""
    label = LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    given = _GIVEN.match(text, start, span.end)
    start = given.end() if given else start
    head = _HEAD.match(text, start, span.end)
    if head is None:
        return None
    stop = _name_end(text, head.end(), min(span.end, start + _LONGEST + 40))
    if stop is None:
        if not whole:
            return None
        stop = span.end
    agency = trim(text, start, stop)
    while agency.end > agency.start and text[agency.end - 1] in ",:;.(*_ ":
        agency = trim(text, agency.start, agency.end - 1)
    name = strip_markup(text[agency.start : agency.end])
    if not name or len(name) > _LONGEST or "." in name or _BARE.match(name):
        return None
    doing = text[stop : min(span.end, stop + _NEAR)]
    leads = LEADS.search(doing)
    helps = HELPS.match(doing.lstrip(" :,"))
    return Actor(agency, bool(leads) and not helps, bool(helps))


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where a name that goes on at ``start`` ends: at a verb, or a colon that no list of names follows.

    A verb that the list lacks is seen by its place: after the words that a name is made of.
    """
    position = start
    while verb := _VERB.search(text, position, end):
        if verb.start() > start + 1:
            break
        position = verb.end()  # "Ban quản lý …": the word after the head
    name = _NAME_WORDS.match(text, start, end)
    unlisted = name.end() if name and re.match(r"\s+[^\W\d_]", text[name.end() : end]) else None
    if unlisted is not None and (verb is None or verb.start() - unlisted > _REST_OF_NAME):
        return unlisted if _WHOLE_NAME.search(text, start - 12 if start > 12 else 0, unlisted) else None
    colon = text.find(":", start, end)
    if colon >= 0 and (verb is None or colon < verb.start()):
        listed = text[colon + 1 : verb.start() if verb else end].strip(" ,")
        words = re.findall(r"[^\W\d_]+", listed)
        named = verb is not None and words and all(w[0].isupper() or w in {"và", "xã", "phường"} for w in words)
        return verb.start() if named and verb else colon
    return verb.start() if verb else None


# What names are made of: words with a capital and the small syllable after each, levels, joining words.
_NAME_WORDS = re.compile(
    rf"(?:[\s,]+(?:[{UPPER}]\w*(?:\s+(?!{_VERB.pattern[2:]})[^\W\d_{UPPER}]\w*)?"
    r"|tỉnh|xã|phường|huyện|thành phố|đặc khu|các|và|nhân dân|trung ương|-))*"
)
# A name may go on this far in small letters before its verb: "Ban Quản lý | dự án đầu tư xây dựng tỉnh | khẩn trương".
_REST_OF_NAME = 40
# Without a known verb a name is whole when it ends with a level of administration, or is a department's.
_WHOLE_NAME = re.compile(
    r"(?:tỉnh|xã|phường|huyện|thành phố|đặc khu)$"
    rf"|(?:Sở|Bộ)\s+(?:{'|'.join(map(re.escape, sorted(department_names(), key=len, reverse=True)))})$"
)


def names_agency(text: str) -> bool:
    """Whether some agency is named in ``text``."""
    return bool(re.search(rf"\b(?:{_HEADS})\b|(?i:\b{_MANY}\b)", text))


def partners_of(passage: Passage, evidence: Evidence) -> Span | None:
    """Whom the passage says to work with ("phối hợp với …"); None when it does not say."""
    text = evidence.sources[passage.source_id].text
    match = _WITH.search(text, passage.span.start, passage.span.end)
    if not match or len(match["with"]) > _LONGEST:
        return None
    return trim(text, *match.span("with"))
