"""What words say an agency does: it leads, only helps, or watches; with whom; and where its work begins."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tracuu.agencies import names as agencies
from tracuu.text import trim
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


# Turns that say nothing of the role: they stand between the agency and its work.
@cache
def _turn() -> re.Pattern[str]:
    return re.compile(
        r"[\s,:;–-]*(?:(?:căn\s+cứ|theo|trên\s+cơ\s+sở)(?!\w)(?!\s+dõi)[^;:.]{0,160}?được\s+(?:phân\s+công,?\s+|giao(?:,?"
        r"\s+phân\s+công)?)(?!\w)"
        r"|(?:có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|chủ\s+động|tích\s+cực|khẩn\s+trương|tiếp\s+tục|thường\s+xuyên|kịp\s+thời"
        r"|nghiêm\s+túc|trực\s+tiếp"
        r"|được\s+(?:giao(?:\s+(?:[^,;.:]{2,60}?(?=\s+(?:chịu|có)\s+trách\s+nhiệm)|nhiệm\s+vụ))?|đề\s+nghị|yêu\s+cầu"
        r"|phân\s+công|mời)|phải|cần|tập\s+trung|tăng\s+cường|nhanh\s+chóng|sớm|sẽ|đồng\s+thời|định\s+kỳ(?:"
        r"\s+h[ằà]ng\s+\w+)?|h[ằà]ng\s+(?:tuần|tháng|quý|năm)"
        r"|và|cùng\s+nhau|hãy|(?:là|giữ\s+vai\s+trò(?:\s+là)?|làm)\s+(?:(?:cơ\s+quan|đơn\s+vị)\s+)?thường\s+trực|với\s+vai\s+trò\s+là\s+[^,;]{3,60},|tự)(?!\w)"
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
@cache
def _formal() -> re.Pattern[str]:
    return re.compile(
        r"[\s,:;]*(?:(?:có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|được\s+(?:giao(?:\s+(?:[^,;.:]{2,60}?(?=\s+(?:chịu|có)"
        r"\s+trách\s+nhiệm)|nhiệm\s+vụ))?|đề\s+nghị|yêu\s+cầu|phân\s+công|mời)|phải|cần|sẽ|đồng\s+thời|hãy"
        r"|để)(?!\w)"
        r"|(?=căn\s+cứ|theo\s|trên\s+cơ\s+sở)" + _turn().pattern + r")",
        re.IGNORECASE,
    )


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:là\s+(?:cơ\s+quan|đơn\s+vị)\s+)?chủ\s+trì|(?:làm|là)\s+(?:cơ\s+quan\s+|đơn\s+vị\s+)?đầu\s+mối(?:\s+chuyên\s+môn)?|chịu\s+trách\s+nhiệm(?:\s+(?:chính|toàn\s+diện"
        r"|chủ\s+trì))?|phụ\s+trách)(?!\w)(?!\s+(?:phiên|cuộc|buổi)\s+(?:họp|làm\s+việc)|\s+hội\s+nghị\s+ngày)",
        re.IGNORECASE,
    )


@cache
def _helps() -> re.Pattern[str]:
    return re.compile(r"(?:(?:tham\s+gia\s+)?phối\s+hợp|cùng\s+với|tham\s+gia)(?!\w)", re.IGNORECASE)


@cache
def _watches() -> re.Pattern[str]:
    return re.compile(
        r"(?:theo\s+dõi|đôn\s+đốc|giám\s+sát|kiểm\s+tra|(?:lãnh\s+đạo,\s+)?chỉ\s+đạo(?=\s+(?:việc|công\s+tác|(?:tổ\s+chức"
        r"\s+)?(?:triển\s+khai\s+)?thực\s+hiện\s+(?:Kế|Chỉ|Nghị|Chương|Công|Thông|Quyết))))(?!\w)",
        re.IGNORECASE,
    )


# "trực tiếp chỉ đạo việc di dời dân", "giám sát việc cấp phát": one's own work, done over others.
_OVER_OTHERS = re.compile(
    r"(?:(?:chỉ\s+đạo|giám\s+sát|đôn\s+đốc|theo\s+dõi|lãnh\s+đạo|,|và)\s*)+(?:việc|công\s+tác|quá\s+trình|tiến\s+độ)(?!\w)",
    re.IGNORECASE,
)


# What is watched over is how others carry the directive out, and no work of one's own.
@cache
def _carrying_out() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\s,]*(?:theo\s+dõi|đôn\s+đốc|giám\s+sát|kiểm\s+tra|chỉ\s+đạo|hướng\s+dẫn|nhắc\s+nhở|đánh\s+giá|lãnh\s+đạo"
        r"|và|định\s+kỳ|thường\s+xuyên))+\s*"
        r"(?:$|[.;(/]|,\s*(?:định\s+kỳ|theo\s+định|kịp\s+thời|tham\s+mưu|báo\s+cáo|xử\s+lý|đề\s+xuất)|,?\s*(?:và\s+)?tổng"
        r"\s+hợp|(?:việc\s+(?:tổ\s+chức|triển\s+khai|thực\s+hiện|thi\s+hành|chấp\s+hành|kiểm\s+điểm)|chất\s+lượng(?!\s+(?:nước|không|môi|sản|hàng|thực|công\s+trình|thuốc|giống|vật|khám|dạy))|kết\s+quả|tình"
        r"\s+hình|quá\s+trình|tiến\s+độ|công\s+tác)\b|(?:tổ\s+chức\s+)?(?:triển\s+khai"
        r"\s+)?(?:thực\s+hiện|thi\s+hành|chấp\s+hành)|các\s+(?:sở|cơ\s+quan|đơn\s+vị|địa\s+phương|xã|cấp|ngành|ban)|Kế\s+hoạch|Chỉ\s+thị|Nghị"
        r"\s+quyết)",
        re.IGNORECASE,
    )


# What tells of the past, or denies, or defines: no work is given.
@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(
        r"(?:đã|đang|vừa|từng|không|chưa|là(?!\s+(?:(?:cơ\s+quan|đơn\s+vị)\s+)?(?:thường\s+trực|đầu\s+mối|chủ\s+trì))|gồm"
        r"|bao\s+gồm|nêu|họp|kết\s+luận|thống"
        r"\s+nhất|ghi\s+nhận|nghe|điện|thông\s+báo|kính|trân\s+trọng|nhận\s+thấy|nhận\s+định|biểu\s+dương"
        r"|đánh\s+giá\s+cao|đồng\s+ý|được(?!\s+(?:giao|đề\s+nghị|yêu\s+cầu|phân\s+công|mời)(?!\w))|đặt\s+(?:tại|ở)|làm\s+việc\s+theo|hoạt\s+động\s+theo|cho\s+rằng|thuộc|tại|ngày|khóa"
        r"|thay\s+thế\s+(?:Ban|Tổ|Hội\s+đồng|Quyết|Kế|Nghị|Chỉ|Quy|các\s+(?:Quyết|quy))|nhiệm\s+kỳ|cảm\s+ơn|chỉ\s+thị|giao|yêu\s+cầu|đề\s+nghị|quyết\s+nghị)(?!\w)(?!\s+để)",
        re.IGNORECASE,
    )


# "Sở Nội vụ (Ban Thi đua - Khen thưởng) chủ trì …".
# What may stand before the word of role inside brackets: "(cơ quan chủ trì)", "(là đơn vị phối hợp)".
ROLE_OF = r"(?:(?:là\s+|với\s+vai\s+trò\s+)?(?:cơ\s+quan|đơn\s+vị|cấp|bên)\s+)?"
_ASIDE = re.compile(rf"\s*\((?!\s*{ROLE_OF}(?:chủ|phối))[^()]{{2,80}}\)(?=\s*\w)")
# Who held a meeting is reported, and given no work.
_HELD = re.compile(r"chủ\s+trì\s+(?:(?:phiên|cuộc|buổi)\s+(?:họp|làm\s+việc)|hội\s+nghị\s+ngày)", re.IGNORECASE)
# "Sở A (chủ trì), Sở B (cơ quan phối hợp) tuyển dụng …".
_BRACKET = re.compile(rf"\(\s*{ROLE_OF}(?P<role>chủ\s+trì|phối\s+hợp)(?:\s+thực\s+hiện)?\s*\)[\s,;]*", re.IGNORECASE)
# "chịu trách nhiệm trước Ban Thường vụ về …": the work stands behind "về".
_ANSWERS_FOR = re.compile(r"\s+(?:trước\s+[^,;.]{3,80}?\s+)?về\s+(?:việc\s+)?")
# "trong việc lựa chọn địa điểm", "trong công tác chuẩn bị đầu tư": the word before the work is none of it.
_ABOUT = re.compile(r"(?:trong|đối\s+với|về)\s+(?:việc\s+|(?=công\s+tác\s))", re.IGNORECASE)
_WITH = re.compile(
    r"[\s,]*(?:và\s+)?(?P<word>phối\s+hợp|cùng)\s+(?:(?:chặt\s+chẽ|thường\s+xuyên|tốt|cùng)\s+)?(?:với\s+)?",
    re.IGNORECASE,
)
_WINDOW = 130
# Whom to work with, when no known word begins the name, takes no more words than this.
_MOST_PARTNER_WORDS = 6


def duty_at(copy: str, start: int, end: int, *, subject: bool = False) -> Duty | None:
    """What the words from ``start`` on say an agency does; None when they give no work.

    ``subject`` is whether the agency stands right before them.
    """
    if _nothing().match(copy, past_blank(copy, start, end), end) and subject:
        return None
    plain = start
    if subject and (aside := _ASIDE.match(copy, plain, end)):
        plain = aside.end()
    while turn := _formal().match(copy, plain, end):
        plain = turn.end()
    position = _after_turns(copy, plain, end)
    if re.compile(r"(?:đã|vừa|không\s+(?:chủ|phải|thuộc))(?!\w)", re.IGNORECASE).match(copy, position, end):
        return None
    if subject and (bracket := _BRACKET.match(copy, past_blank(copy, start, end), end)):
        if bracket["role"].lower() == "chủ trì":
            return _leading(copy, bracket.end(), end)
        return Duty(lead=False, helps=True, watches=False, work=past_blank(copy, bracket.end(), end))
    if _HELD.match(copy, position, end):
        return None
    if leads := _leads().match(copy, position, end):
        after = _ANSWERS_FOR.match(copy, leads.end(), end) if leads.group()[:4].lower() == "chịu" else None
        duty = _leading(copy, after.end() if after else leads.end(), end)
        empty = leads.group()[:4].lower() == "chịu" and not copy[duty.work : end].strip(" .;,")
        return replace(duty, work=position) if empty else duty
    if helps := _helps().match(copy, position, end):
        return _helping(copy, position, helps.end(), end)
    if _watches().match(copy, position, end):
        over = bool(_carrying_out().match(copy, position, end))
        others = bool(_OVER_OTHERS.match(copy, position, end))
        return Duty(lead=not over, helps=False, watches=over or others, work=position, stated=over or others)
    if subject and _nothing().match(copy, position, end):
        return None
    return Duty(lead=True, helps=False, watches=False, work=past_blank(copy, plain, end), stated=False)


def _leading(copy: str, position: int, end: int) -> Duty:
    """The duty after "chủ trì": with whom, and the work."""
    while more := re.compile(
        r"[\s,]*(?:và\s+)?(?:chủ\s+trì|chịu\s+trách\s+nhiệm|thực\s+hiện(?=\s*,\s*phối))(?!\w)"
    ).match(copy, position, end):
        position = more.end()
    partners = None
    if match := _WITH.match(copy, position, end):
        partners, position = _partners(copy, match, end)
    position = past_blank(copy, position, end)
    if about := _ABOUT.match(copy, position, end):
        position = about.end()
    watches = _watches_over(copy, position, end)
    return Duty(lead=True, helps=False, watches=watches, work=position, partners=partners)


def _helping(copy: str, position: int, after: int, end: int) -> Duty:
    match = _WITH.match(copy, position, end)
    partners, work = _partners(copy, match, end) if match else (None, after)
    work = _after_turns(copy, work, end)
    watches = _watches_over(copy, work, end)
    if partners is None or len(copy[work:end].split()) < 2 or _ONLY_WHEN.match(copy, work, end):
        work = position
    return Duty(lead=False, helps=True, watches=watches, work=work)


# "phối hợp với Bộ A trong quá trình thực hiện dự án": only when and how is said, and the work is to work with it.
_ONLY_WHEN = re.compile(
    r"(?:trong\s+(?:suốt|quá\s+trình|thời\s+gian)|khi\s|theo\s+(?:quy\s+định|thẩm\s+quyền|chức\s+năng|phân\s+cấp))"
    r"[^,;:.]*\W*$",
    re.IGNORECASE,
)


def _watches_over(copy: str, position: int, end: int) -> bool:
    """Whether the work is to watch how a directive is carried out, for another body too ("giúp … theo dõi")."""
    position = _after_turns(copy, position, end)
    if helped := _FOR.match(copy, position, end):
        stop = agencies.names_end(copy, helped.end(), end, listed=True)
        position = _after_turns(copy, stop, end) if stop else position
    return bool(_watches().match(copy, position, end) and _carrying_out().match(copy, position, end))


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
    aside = _ASIDE.match(copy, stop, end)  # "Cục A (Bộ Công an) biên soạn": whose body it is
    return partners, aside.end() if aside else stop


def _after_turns(copy: str, position: int, end: int) -> int:
    while turn := _turn().match(copy, position, end):
        position = turn.end()
    return past_blank(copy, position, end)


_HELPER = re.compile(
    rf"(?:\s*\(\s*{ROLE_OF}phối\s+hợp(?:\s+thực\s+hiện)?\s*\)|\s*\(?\s*phối\s+hợp\s*\)?)(?:\s+(?=\w))?(?!\s*với)"
)


def second_body(copy: str, duty: Duty, end: int) -> tuple[Span, int] | None:
    """Who helps, when it is named behind who leads: "Sở A chủ trì, Sở B phối hợp …"."""
    if not duty.lead or not duty.stated:
        return None
    stop = agencies.names_end(copy, duty.work, end)
    if stop is None or "(chủ" in copy[duty.work : stop]:
        return None
    role = _HELPER.match(copy, stop, end)
    return (Span(duty.work, stop), role.end()) if role else None


def past_blank(copy: str, position: int, end: int) -> int:
    """Where the words after white space and joining signs begin."""
    while position < end and (copy[position].isspace() or copy[position] in ",:;–-"):
        position += 1
    return position
