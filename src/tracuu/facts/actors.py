"""Who acts in a stretch of text and how: leads, only helps, watches; and with whom.

The agency stands at the beginning ("Sở Y tế chủ trì, phối hợp với …"), after a word that gives the
work ("Giao Sở Tài chính …", "Đề nghị …"), or in a heading or carrying point above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracuu.agencies import names as agencies
from tracuu.facts.clauses import LABEL, reading_copy, without_label
from tracuu.text import UPPER, trim
from tracuu.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What words say an agency does: lead, only help, watch over; with whom; and where its work begins.

    ``lead`` is also set for who simply does the work. ``stated`` is whether a word of role says it.
    """

    lead: bool
    helps: bool
    watches: bool
    work: int
    partners: Span | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An agency and its duty. ``given`` when another body gives it the work ("giao", "đề nghị")."""

    span: Span
    duty: Duty
    given: bool = False


# "Giao Sở Tài chính", "Đề nghị Ủy ban MTTQ", "UBND tỉnh giao Sở Y tế", "Trách nhiệm của Sở Y tế".
_GIVEN = re.compile(
    r"(?:[Gg]iao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Pp]hân\s+công(?:\s+cho)?)"
    r"\s+(?:đồng\s+chí\s+(?=[A-ZĐ][\w]*\s+(?!trì)))?"
)
_OF = re.compile(r"(?:(?:Trách nhiệm|Nhiệm vụ)(?:\s+(?:của|đối với))?|Đối với|Về phía)\s+")
# Turns that say nothing of the role: they stand between the agency and its work.
_TURN = re.compile(
    r"[\s,:;–-]*(?:(?:căn\s+cứ|theo|trên\s+cơ\s+sở)(?!\w)(?!\s+dõi)[^;:.]{0,160}?được\s+(?:phân\s+công,?\s+|giao(?:,?"
    r"\s+phân\s+công)?)(?!\w)"
    r"|(?:có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|chủ\s+động|tích\s+cực|khẩn\s+trương|tiếp\s+tục|thường\s+xuyên|kịp\s+thời"
    r"|nghiêm\s+túc|trực\s+tiếp"
    r"|được\s+giao(?:\s+nhiệm\s+vụ)?|phải|cần|tập\s+trung|tăng\s+cường|nhanh\s+chóng|sớm|sẽ|đồng\s+thời|định\s+kỳ(?:"
    r"\s+h[ằà]ng\s+\w+)?|h[ằà]ng\s+(?:tuần|tháng|quý|năm)"
    r"|và|cùng\s+nhau|hãy|là\s+(?:cơ\s+quan|đơn\s+vị)\s+thường\s+trực|với\s+vai\s+trò\s+là\s+[^,;]{3,60},|tự)(?!\w)"
    r"|(?:căn\s+cứ|theo|trên\s+cơ\s+sở|theo\s+thẩm\s+quyền)(?!\w)(?!\s+dõi)[^;:]{0,220}?(?=\s+(?:chủ\s+động|chủ\s+trì"
    r"|phối\s+hợp|chịu\s+trách|có\s+trách|tổ\s+chức\s|triển\s+khai|xây\s+dựng|để\s"
    r"|rà\s+soát|ban\s+hành|tham\s+mưu|hướng\s+dẫn|theo\s+dõi|tập\s+trung|tăng\s+cường|thực\s+hiện(?!\s+nhiệm)|khẩn"
    r"\s+trương|kịp\s+thời|lồng\s+ghép|bố\s+trí|đẩy\s+mạnh|tích\s+cực|cụ\s+thể|đề\s+xuất|báo\s+cáo|xem\s+xét|quyết"
    r"\s+định"
    r"|lập\s|chỉ\s+đạo|phân\s+bổ|cân\s+đối|tuyên\s+truyền|vận\s+động|nghiêm\s+túc|thường\s+xuyên|kiểm\s+tra|giám"
    r"\s+sát)))",
    re.IGNORECASE,
)
# Of these the work itself says nothing; "tăng cường", "tiếp tục" belong to it.
_FORMAL = re.compile(
    r"[\s,:;]*(?:(?:có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|được\s+giao(?:\s+nhiệm\s+vụ)?|phải|cần|sẽ|đồng\s+thời|hãy"
    r"|để)(?!\w)"
    r"|(?=căn\s+cứ|theo\s|trên\s+cơ\s+sở)" + _TURN.pattern + r")",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:chủ\s+trì|(?:làm|là)\s+(?:cơ\s+quan\s+|đơn\s+vị\s+)?đầu\s+mối|chịu\s+trách\s+nhiệm(?:\s+(?:chính|toàn\s+diện"
    r"|chủ\s+trì))?|phụ\s+trách)(?!\w)(?!\s+(?:phiên|cuộc|buổi)\s+(?:họp|làm\s+việc)|\s+hội\s+nghị\s+ngày)",
    re.IGNORECASE,
)
_HELPS = re.compile(r"(?:(?:tham\s+gia\s+)?phối\s+hợp|cùng\s+với|tham\s+gia)(?!\w)", re.IGNORECASE)
_WATCHES = re.compile(
    r"(?:theo\s+dõi|đôn\s+đốc|giám\s+sát|kiểm\s+tra|(?:lãnh\s+đạo,\s+)?chỉ\s+đạo(?=\s+(?:việc|công\s+tác|(?:tổ\s+chức"
    r"\s+)?(?:triển\s+khai\s+)?thực\s+hiện\s+(?:Kế|Chỉ|Nghị|Chương|Công|Thông|Quyết))))(?!\w)",
    re.IGNORECASE,
)
# What is watched over is how others carry the directive out, and no work of one's own.
_CARRYING_OUT = re.compile(
    r"(?:[\s,]*(?:theo\s+dõi|đôn\s+đốc|giám\s+sát|kiểm\s+tra|chỉ\s+đạo|hướng\s+dẫn|nhắc\s+nhở|đánh\s+giá|lãnh\s+đạo"
    r"|và|định\s+kỳ|thường\s+xuyên))+\s*"
    r"(?:$|[.;(/]|,\s*(?:định\s+kỳ|theo\s+định|kịp\s+thời|tham\s+mưu|báo\s+cáo|xử\s+lý|đề\s+xuất)|,?\s*(?:và\s+)?tổng"
    r"\s+hợp|(?:việc\s+(?:tổ\s+chức|triển\s+khai|thực\s+hiện|thi\s+hành|chấp\s+hành|kiểm\s+điểm)|chất\s+lượng|kết\s+quả|tình"
    r"\s+hình|quá\s+trình|tiến\s+độ|công\s+tác)\b|(?:tổ\s+chức\s+)?(?:triển\s+khai"
    r"\s+)?(?:thực\s+hiện|thi\s+hành|chấp\s+hành)|các\s+(?:sở|cơ|đơn|địa|xã|cấp|ngành|ban)|Kế\s+hoạch|Chỉ\s+thị|Nghị"
    r"\s+quyết)",
    re.IGNORECASE,
)
# What tells of the past, or denies, or defines: no work is given.
_NOTHING = re.compile(
    r"(?:đã|đang|vừa|từng|không|chưa|là(?!\s+(?:(?:cơ\s+quan|đơn\s+vị)\s+)?(?:thường\s+trực|đầu\s+mối|chủ\s+trì))|gồm"
    r"|bao\s+gồm|nêu|họp|kết\s+luận|thống"
    r"\s+nhất|ghi\s+nhận|nghe|điện|thông\s+báo|kính|trân\s+trọng|nhận\s+thấy|nhận\s+định|biểu\s+dương"
    r"|đánh\s+giá\s+cao|đồng\s+ý|được(?!\s+giao)|làm\s+việc\s+theo|hoạt\s+động\s+theo|cho\s+rằng|thuộc|tại|ngày|khóa"
    r"|thay\s+thế\s+(?:Ban|Tổ|Hội\s+đồng|Quyết|Kế|Nghị|Chỉ|Quy|các\s+(?:Quyết|quy))|nhiệm\s+kỳ|cảm\s+ơn|chỉ\s+thị|giao|yêu\s+cầu|đề\s+nghị|quyết\s+nghị)(?!\w)(?!\s+để)",
    re.IGNORECASE,
)
# "Sở Nội vụ (Ban Thi đua - Khen thưởng) chủ trì …".
_ASIDE = re.compile(r"\s*\((?!\s*(?:chủ|phối))[^()]{2,80}\)(?=\s*\w)")
# Who held a meeting is reported, and given no work.
_HELD = re.compile(r"chủ\s+trì\s+(?:(?:phiên|cuộc|buổi)\s+(?:họp|làm\s+việc)|hội\s+nghị\s+ngày)", re.IGNORECASE)
# "Sở A (chủ trì), Sở B (phối hợp) tuyển dụng …".
_BRACKET = re.compile(r"\(\s*(?P<role>chủ\s+trì|phối\s+hợp)\s*\)[\s,;]*", re.IGNORECASE)
# "chịu trách nhiệm trước Ban Thường vụ về …": the work stands behind "về".
_ANSWERS_FOR = re.compile(r"\s+(?:trước\s+[^,;.]{3,80}?\s+)?về\s+(?:việc\s+)?")
_ABOUT = re.compile(r"(?:trong|đối\s+với|về)\s+việc\s+", re.IGNORECASE)
# A capital or a figure right behind a name goes on with no sentence.
_NO_PREDICATE = re.compile(rf"\s+[{UPPER}\d]")
_WITH = re.compile(
    r"[\s,]*(?:và\s+)?(?P<word>phối\s+hợp|cùng)\s+(?:(?:chặt\s+chẽ|thường\s+xuyên|tốt|cùng)\s+)?(?:với\s+)?",
    re.IGNORECASE,
)
_SIDE = re.compile(r"[\s,;]*(?:và\s+)?")
_WINDOW = 130
# Whom to work with, when no known word begins the name, takes no more words than this.
_MOST_PARTNER_WORDS = 6


def actor_of(text: str, span: Span, headings: Sequence[Span] = ()) -> Actor | None:
    """Who acts in ``span`` of a source: named where it begins, else in the nearest heading above.

    ``text`` is that of the source, ``headings`` are outermost first. None when nobody is named, or
    when it is in doubt.
    """
    copy = reading_copy(text)
    opened = opening_actor(copy, span)
    if opened or names_unclearly(copy, span):
        return opened
    above = actor_above(copy, tuple(headings))
    if above is None:
        return None
    own = duty_at(copy, without_label(copy, span).start, span.end)
    return carried(above, own)


def carried(above: Actor, own: Duty | None) -> Actor | None:
    """The agency above with what the words below say of it; None when they give no work."""
    if own is None:
        return None
    if own.stated:
        return replace(above, duty=own)
    duty = replace(own, lead=not above.duty.helps, helps=above.duty.helps, partners=above.duty.partners)
    return replace(above, duty=duty)


def names_unclearly(copy: str, span: Span) -> bool:
    """Whether ``span`` begins like an agency whose name cannot be told from what it does."""
    start = without_label(copy, span).start
    return agencies.begins_like_name(copy, start, span.end) and agencies.names_end(copy, start, span.end) is None


def opening_actor(copy: str, span: Span) -> Actor | None:
    """The agency with which ``span`` begins, when what follows gives it work."""
    start = without_label(copy, span).start
    given = _GIVEN.match(copy, start, span.end)
    begin = given.end() if given else start
    stop = agencies.names_end(copy, begin, span.end, listed=bool(given))
    if stop is None:
        return None
    if not given and (handed := _handed_on(copy, stop, span.end)):
        return handed
    if _NO_PREDICATE.match(copy, stop, span.end) or agencies.names_end(
        copy, _blank(copy, stop, min(stop + 2, span.end)), span.end
    ):
        return None  # two names side by side: cells of a table that was not understood
    duty = duty_at(copy, stop, span.end, subject=True)
    return Actor(span=trim(copy, begin, stop), duty=duty, given=bool(given)) if duty else None


def _handed_on(copy: str, stop: int, end: int) -> Actor | None:
    """Whom the agency named first gives the work: "UBND tỉnh giao Sở Y tế chủ trì …"."""
    given = re.compile(r"\s*(?:giao|yêu\s+cầu|đề\s+nghị)\s+(?:cho\s+)?").match(copy, stop, end)
    if given is None:
        return None
    behind = agencies.names_end(copy, given.end(), end, listed=True)
    duty = duty_at(copy, behind, end, subject=True) if behind else None
    return Actor(span=trim(copy, given.end(), behind), duty=duty, given=True) if behind and duty else None


def duty_at(copy: str, start: int, end: int, *, subject: bool = False) -> Duty | None:
    """What the words from ``start`` on say an agency does; None when they give no work.

    ``subject`` is whether the agency stands right before them.
    """
    if _NOTHING.match(copy, _blank(copy, start, end), end) and subject:
        return None
    plain = start
    if subject and (aside := _ASIDE.match(copy, plain, end)):
        plain = aside.end()
    while turn := _FORMAL.match(copy, plain, end):
        plain = turn.end()
    position = _after_turns(copy, plain, end)
    if re.compile(r"(?:đã|vừa|không\s+(?:chủ|phải|thuộc))(?!\w)", re.IGNORECASE).match(copy, position, end):
        return None
    if subject and (bracket := _BRACKET.match(copy, _blank(copy, start, end), end)):
        if bracket["role"].lower() == "chủ trì":
            return _leading(copy, bracket.end(), end)
        return Duty(lead=False, helps=True, watches=False, work=_blank(copy, bracket.end(), end))
    if _HELD.match(copy, position, end):
        return None
    if leads := _LEADS.match(copy, position, end):
        after = _ANSWERS_FOR.match(copy, leads.end(), end) if leads.group()[:4].lower() == "chịu" else None
        duty = _leading(copy, after.end() if after else leads.end(), end)
        empty = leads.group()[:4].lower() == "chịu" and not copy[duty.work : end].strip(" .;,")
        return replace(duty, work=position) if empty else duty
    if helps := _HELPS.match(copy, position, end):
        return _helping(copy, position, helps.end(), end)
    if _WATCHES.match(copy, position, end):
        over = bool(_CARRYING_OUT.match(copy, position, end))
        return Duty(lead=not over, helps=False, watches=over, work=position, stated=over)
    if subject and _NOTHING.match(copy, position, end):
        return None
    return Duty(lead=True, helps=False, watches=False, work=_blank(copy, plain, end), stated=False)


def _leading(copy: str, position: int, end: int) -> Duty:
    """The duty after "chủ trì": with whom, and the work."""
    while more := re.compile(
        r"[\s,]*(?:và\s+)?(?:chủ\s+trì|chịu\s+trách\s+nhiệm|thực\s+hiện(?=\s*,\s*phối))(?!\w)"
    ).match(copy, position, end):
        position = more.end()
    partners = None
    if match := _WITH.match(copy, position, end):
        partners, position = _partners(copy, match, end)
    position = _blank(copy, position, end)
    if about := _ABOUT.match(copy, position, end):
        position = about.end()
    watches = _watches_over(copy, position, end)
    return Duty(lead=True, helps=False, watches=watches, work=position, partners=partners)


def _helping(copy: str, position: int, after: int, end: int) -> Duty:
    match = _WITH.match(copy, position, end)
    partners, work = _partners(copy, match, end) if match else (None, after)
    work = _after_turns(copy, work, end)
    watches = _watches_over(copy, work, end)
    if partners is None or len(copy[work:end].split()) < 2:
        work = position
    return Duty(lead=False, helps=True, watches=watches, work=work)


def _watches_over(copy: str, position: int, end: int) -> bool:
    """Whether the work is to watch how a directive is carried out, for another body too ("giúp … theo dõi")."""
    position = _after_turns(copy, position, end)
    if helped := _FOR.match(copy, position, end):
        stop = agencies.names_end(copy, helped.end(), end, listed=True)
        position = _after_turns(copy, stop, end) if stop else position
    return bool(_WATCHES.match(copy, position, end) and _CARRYING_OUT.match(copy, position, end))


_FOR = re.compile(r"(?:giúp|tham\s+mưu(?:\s+(?:cho|giúp))?)\s+", re.IGNORECASE)


def _partners(copy: str, match: re.Match[str], end: int) -> tuple[Span | None, int]:
    """Whom to work with and where the work begins; no partner when the list cannot be told from the work."""
    start = match.end()
    stop = agencies.names_end(copy, start, end, listed=True)
    if stop is None:
        verb = agencies.next_verb(copy, start, min(end, start + _WINDOW))
        said = copy[start:verb] if verb else ""
        few = 0 < len(said.split()) <= _MOST_PARTNER_WORDS and not re.search(r"[.;:()]", said)
        if verb is None or not few or "với" not in match.group():
            return None, start if match["word"] == "phối hợp" and verb == start else match.start()
        stop = verb
    partners = trim(copy, start, stop)
    while partners.end > partners.start and copy[partners.end - 1] in ",;:":
        partners = trim(copy, partners.start, partners.end - 1)
    return partners, stop


def _after_turns(copy: str, position: int, end: int) -> int:
    while turn := _TURN.match(copy, position, end):
        position = turn.end()
    return _blank(copy, position, end)


def _blank(copy: str, position: int, end: int) -> int:
    while position < end and (copy[position].isspace() or copy[position] in ",:;–-"):
        position += 1
    return position


# --- Above -----------------------------------------------------------------------------------------


def actor_above(copy: str, headings: tuple[Span, ...]) -> Actor | None:
    """The agency that the nearest heading or carrying point above names; None when none does."""
    said: Duty | None = None
    for heading in reversed(headings):
        found = heading_actor(copy, heading)
        if found:
            return replace(found, duty=said) if said else found
        said = said or _carrier_duty(copy, heading)
    return None


def _carrier_duty(copy: str, heading: Span) -> Duty | None:
    """The duty that a carrying dash states without naming who has it ("- Chủ trì, phối hợp với …:")."""
    bare = without_label(copy, heading)
    if not copy[slice(*bare)].endswith(":"):
        return None
    duty = duty_at(copy, *bare)
    return duty if duty and duty.stated else None


@lru_cache(maxsize=4096)
def _cached_heading(copy: str, heading: Span) -> Actor | None:
    bare = without_label(copy, heading)
    if bare.start > heading.start and agencies.is_upper_name(copy, *bare):
        duty = Duty(lead=True, helps=False, watches=False, work=bare.end, stated=False)
        return Actor(span=_name_only(copy, bare), duty=duty)
    of = _OF.match(copy, *bare)
    given = _GIVEN.match(copy, of.end() if of else bare.start, bare.end)
    start = given.end() if given else of.end() if of else bare.start
    stop = agencies.names_end(copy, start, bare.end, listed=bool(given or of))
    if stop is None:
        return None
    rest = copy[stop : bare.end].strip(" .:;,\n")
    if re.match(
        r"\(|$|(?:thực hiện|triển khai|có trách nhiệm)?\s*(?:các\s+)?(?:nhiệm vụ|nội dung)?\s*(?:sau|như sau"
        r"|sau đây)?$",
        rest,
    ):
        duty = Duty(lead=True, helps=False, watches=False, work=bare.end, stated=False)
        return Actor(span=trim(copy, start, stop), duty=duty, given=bool(given))
    said = duty_at(copy, stop, bare.end, subject=True)
    return Actor(span=trim(copy, start, stop), duty=said, given=bool(given)) if said else None


def _name_only(copy: str, span: Span) -> Span:
    while span.end > span.start and copy[span.end - 1] in ".:; ":
        span = Span(span.start, span.end - 1)
    return span


def heading_actor(copy: str, heading: Span) -> Actor | None:
    """The agency that a heading or carrying point names, with its duty; None for any other heading."""
    if heading.end - heading.start > 1500:
        return None
    return _cached_heading(copy, heading)


def label_length(copy: str, span: Span) -> int:
    """How long the dash, number or letter before a paragraph is."""
    match = LABEL.match(copy, *span)
    return match.end() - span.start if match else 0
