"""Times that say when a thing came about, inside the task that it is the object of, and by which nothing is due."""

import re
from datetime import date, timedelta

from tracuu.text import fold
from tracuu.types import Precision

# What stands before the time inside its clause; empty where the time is a clause or cell of its own.
_CUT = re.compile(r"[,;:(\t|]|\.\s|\n\s*\n")
# "hoàn thành trước ngày …", "xong chậm nhất trước …": an order, whatever stands before it.
_DUE = re.compile(
    r"(?:hoàn\s+(?:thành|tất|thiện)|xong|kết\s+thúc|(?:chậm|muộn)\s+nhất|thời\s+(?:hạn|gian))\s*(?:là|vào|trong)?\s*$",
    re.IGNORECASE,
)
# "trình Ủy ban nhân dân tỉnh phê duyệt trước ngày …", "hồ sơ gửi Sở Nội vụ trước ngày …": steps of the work.
_STEPS = re.compile(r"(?<!\w)(?:trình|tham\s+mưu|gửi|báo\s+cáo|để|phấn\s+đấu)(?!\w)", re.IGNORECASE)
# Match: "dự án được phê duyệt", "giấy phép đã cấp", "rừng do UBND huyện giao khoán". Near miss: "trang thiết bị".
_PASSIVE = re.compile(
    r"(?<!\w)(?:được|đã|từng|do|(?<!thiết )(?<!trang )(?<!chuẩn )bị)\s+(?:[^\W\d_]+\s+){0,9}[^\W\d_]+\s*$",
    re.IGNORECASE,
)
# A thing and what happened to it, at the end: "hồ sơ tiếp nhận", "các công trình khởi công", "cán bộ nghỉ hưu".
# Near miss: "lập hồ sơ", "đưa công trình vào sử dụng", "rà soát quy hoạch".
_EVENT = re.compile(
    r"(?<!\w)(?:các|những|số|toàn\s+bộ|hồ\s+sơ|người|hộ|trường\s+hợp|dự\s+án|công\s+trình|văn\s+bản|tài\s+sản|giấy\s+phép"
    r"|diện\s+tích|nhà\s+ở|nhà|cán\s+bộ|công\s+chức|viên\s+chức|đối\s+tượng|cơ\s+sở|kết\s+luận|vụ\s+việc|hợp\s+đồng|nợ)\s"
    r"(?:[^\W\d_]+\s+){0,8}?(?:tiếp\s+nhận|khởi\s+công|ban\s+hành|ký(?:\s+kết)?|cấp|sinh|nghỉ\s+(?:hưu|việc)|tuyển\s+dụng"
    r"|bổ\s+nhiệm|hình\s+thành|tồn\s+tại|phát\s+sinh|xảy\s+ra|thành\s+lập|giao(?:\s+khoán)?|phê\s+duyệt|đăng\s+ký|không\s+phép"
    r"|có\s+hiệu\s+lực|hết\s+(?:hạn|hiệu\s+lực)|đưa\s+vào\s+(?:sử\s+dụng|hoạt\s+động|vận\s+hành|khai\s+thác)|công\s+nhận)\s*$",
    re.IGNORECASE,
)
# "từ trước năm 2015": since then.
_SINCE = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
# The days on which departments were merged and districts ended: what stood before is told by them.
_TURNS = frozenset({date(2025, 3, 1), date(2025, 7, 1)})
# The words that tell stand this near before the time, in characters.
_NEAR = 200
# More than a year, in days.
_LONG_AGO = 366


def says_when_it_happened(text: str, start: int, time: int, named: date, issued: date) -> bool:
    """Whether a time that is over may say when the object of the work came about ("dự án được phê duyệt trước ngày …").

    The work begins at ``start`` and the time, with its words, at ``time`` inside it. ``named`` is the day that it
    names, ``issued`` that of the paper.
    """
    if not _words_before(text, start, time):
        return False
    return named in _TURNS or is_long_ago(named, issued) or tells_event(text, start, time)


def tells_event(text: str, start: int, time: int) -> bool:
    """Whether the words before a time that is over say by themselves what came about then."""
    before = _words_before(text, start, time)
    if _SINCE.search(before):
        return True
    return not _STEPS.search(before) and bool(_PASSIVE.search(before) or _EVENT.search(before))


def is_long_ago(named: date, issued: date) -> bool:
    """Whether no order would name a day so long over."""
    return (issued - named).days > _LONG_AGO


def _words_before(text: str, start: int, time: int) -> str:
    """What stands before a time inside its clause; empty where the clause has no more, or orders the work by then."""
    before = _CUT.split(text[max(start, time - _NEAR) : time])[-1].rstrip(" *_")
    return "" if _DUE.search(before) else before


def named_day(due: date, precision: Precision, words: str) -> date:
    """The day that a time names: of "trước ngày 15/4" the day after the last on which work is done in time."""
    return due + timedelta(days=1) if precision is Precision.DAY and "truoc" in fold(words) else due
