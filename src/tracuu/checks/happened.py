"""Times that say when a thing came about, inside the task that it is the object of, and by which nothing is due."""

import re
from datetime import date

from tracuu.types import Assignment

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
# No order names a day so long over.
_LONG_AGO = 366


def says_when_it_happened(assignment: Assignment, text: str, named: date, issued: date) -> bool:
    """Whether the time of an assignment may say when its object came about ("dự án được phê duyệt trước ngày …").

    ``named`` is the day that the time names, ``issued`` that of the paper. A time outside the task is always its own.
    """
    assert assignment.deadline is not None
    due, last = assignment.deadline.spans[0], assignment.task[-1]
    if not last.start < due.start < last.end:
        return False
    before = _CUT.split(text[max(last.start, due.start - _NEAR) : due.start])[-1].rstrip(" *_")
    if not before.strip() or _DUE.search(before):
        return False
    if named in _TURNS or (issued - named).days > _LONG_AGO or _SINCE.search(before):
        return True
    return not _STEPS.search(before) and bool(_PASSIVE.search(before) or _EVENT.search(before))
