"""Whether a figure is a goal or an amount that the directive sets, and no result, rule or count in passing."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tracuu.facts.periods import Period
from tracuu.text import fold, squeeze


class Setting(StrEnum):
    """What the headings above say of the figures below them."""

    GOAL = "goal"
    RESULT = "result"
    TASK = "task"


# Folded headings, the innermost that says something decides.
_RESULTS = re.compile(
    r"ket qua(?! du kien| can dat| phai dat)|thuc trang|tinh hinh|danh gia|ton tai|han che|nguyen nhan"
    r"|su can thiet|boi canh"
    r"|can cu|dac diem|hien trang|uu diem|khuyet diem|bai hoc"
)
_GOALS = re.compile(
    r"muc tieu|chi tieu|phan dau|tam nhin|ket qua du kien|ket qua can dat|kinh phi|nguon von|tong von|du toan"
)
# Laws fix limits and fines: they set no goals.
_LEGAL_KINDS = frozenset({"hien phap", "bo luat", "luat", "phap lenh", "nghi dinh", "thong tu", "thong tu lien tich"})
_REPORTS = frozenset({"bao cao"})

_PAST = re.compile(
    r"(?<!\w)(?:đã(?!\s+(?:đề\s+ra|nêu|xác\s+định|đăng\s+ký|được\s+(?:phê\s+)?duyệt|được\s+giao|ban\s+hành|giao"
    r"|ký|có))|hiện\s+nay|hiện\s+tại"
    r"|hiện\s+(?:toàn|cả|có\s+\d)|tính\s+đến|sau\s+\d+\s+năm|thời\s+gian\s+qua|vừa\s+qua|trước\s+đây|năm\s+qua"
    r"|nhiệm\s+kỳ\s+qua"
    r"|(?<!thôn )(?<!thị )(?<!làm )(?<!trồng )(?<!xây )(?<!dựng )(?<!lập )(?<!viên )(?<!cấp )mới"
    r"\s+(?:chỉ\s+)?(?:đạt|hoàn\s+thành|có|được|giải\s+ngân|thực\s+hiện\s+được|thu\s+được|bố\s+trí\s+được)"
    r"|(?<!chứng )(?<!tín )(?<!địa )chỉ\s+(?:đạt|có)|ước\s+(?:đạt|thực\s+hiện|tính)"
    r"|kết\s+quả(?!\s+(?:giải|xử|phục|thực\s+hiện\s+dịch))|(?<!để )xảy\s+ra"
    r"|có\s+khả\s+năng|dự\s+báo|cùng\s+kỳ|đến\s+nay|thiệt\s+hại|bị\s+ảnh\s+hưởng|trong\s+\d+\s+(?:năm|tháng)|vẫn\s+còn|còn\s+thiếu|nay\s+(?:đã"
    r"|còn)"
    # "Theo Đài Khí tượng …", "Theo báo cáo của …", "có mưa to": what others say, and what the sky brings.
    r"|(?-i:Theo)\s+(?:Đài|Trung\s+tâm\s+Dự\s+báo|(?:các\s+)?bản\s+tin|tin\s+(?:bão|mưa|lũ|áp)|nhận\s+định|báo\s+cáo|số\s+liệu|thống\s+kê)"
    r"|lượng\s+mưa(?:\s+[^\W\d_]+){0,4}?\s+(?:phổ\s+biến|đo\s+được)|có\s+(?:mưa|dông|giông|lốc|gió\s+mạnh|rét|nắng\s+nóng))(?!\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:ph[ấâầ]n\s+đấu|mục\s+tiêu|chỉ\s+tiêu|sẽ|tiếp\s+tục|yêu\s+cầu|bảo\s+đảm|đảm\s+bảo|giao)(?!\w)",
    re.IGNORECASE,
)
_PENAL = re.compile(
    r"(?i:phạt\s+tiền)|(?i:xử\s+phạt)|mức\s+phạt|phạt\s+từ|lãi\s+suất|(?:khoản|Điều)\s+\d+[a-zđ]?\s+(?:Điều|Luật"
    r"|Nghị)"
)
_SETS = re.compile(
    r"(?<!\w)(?:ph[ấâầ]n\s+đấu|mục\s+tiêu|chỉ\s+tiêu|bảo\s+đảm|đảm\s+bảo|duy\s+trì|nâng|tối\s+thi[ểêe]u|ít\s+nhất"
    r"|tối\s+đa|không\s+(?:vượt\s+)?quá"
    r"|không\s+dưới|cắt\s+giảm|kinh\s+phí|dự\s+toán|mức\s+(?:hỗ\s+trợ|chi|thu|đóng)|tổng\s+(?:mức|vốn|nguồn)|giao\s+(?:chỉ|kế)|định\s+mức"
    r"|trở\s+lên|phải\s+đạt|cần\s+đạt)(?!\w)",
    re.IGNORECASE,
)
# Verbs of work that is done when the number is reached: the number is an amount that the directive sets.
ACHIEVES = re.compile(
    r"(?<!\w)(?:trồng(?:\s+mới)?|tuyển\s+dụng|tuyển\s+sinh|đào\s+tạo(?:\s+nghề)?|bồi\s+dưỡng|tập\s+huấn"
    r"|xây\s+dựng(?:\s+mới)?|xây\s+mới|xây|xóa|xoá"
    r"|thành\s+lập(?:\s+mới)?|lắp\s+đặt|thu\s+hút|tạo\s+việc\s+làm|giải\s+quyết\s+việc\s+làm|sửa\s+chữa"
    r"|cải\s+tạo|nâng\s+cấp|tháo\s+dỡ|hoàn\s+thành|hoàn\s+thiện"
    r"|đón|phát\s+triển(?:\s+mới)?|khởi\s+công|đưa|hỗ\s+trợ|kết\s+nạp|tái\s+canh|mở\s+rộng|mở\s+mới|mở"
    r"|sản\s+xuất|di\s+dời|sơ\s+tán|tăng\s+cường|sắp\s+xếp"
    r"|giải\s+ngân|bố\s+trí|huy\s+động|vận\s+động|cắt\s+giảm|chuyển\s+đổi|bàn\s+giao|trích|cấp|dành|ngầm\s+hóa"
    r"|thu\s+gom|xử\s+lý|giảm|tăng|nâng|có\s+thêm"
    r"|cứng\s+hóa|số\s+hóa|phủ\s+sóng|kết\s+nối|công\s+nhận|hình\s+thành|đầu\s+tư|tiết\s+kiệm|thu\s+ngân\s+sách"
    r"|xuất\s+khẩu|triển\s+khai|cho\s+vay|dự\s+toán|cân\s+đối)(?!\w)",
    re.IGNORECASE,
)


def setting_of(headings: Iterable[str]) -> Setting:
    """What the headings, outermost first, say of the figures below; the innermost that speaks decides."""
    for heading in reversed(tuple(headings)):
        folded = squeeze(fold(heading))[:200]
        if _RESULTS.search(folded):
            # "Đánh giá … và mục tiêu": both at once decides nothing.
            return Setting.TASK if _GOALS.search(folded) else Setting.RESULT
        if _GOALS.search(folded):
            return Setting.GOAL
    return Setting.TASK


def is_legal(kind: str | None) -> bool:
    """Whether a kind of document lays down law."""
    return bool(kind) and fold(kind or "") in _LEGAL_KINDS


def is_report(kind: str | None) -> bool:
    """Whether a kind of document tells what was done."""
    return bool(kind) and fold(kind or "") in _REPORTS


def is_past(before: str, behind: str, period: Period | None, issued_on: date | None) -> bool:
    """Whether a figure tells what was reached.

    ``before`` is its sentence up to it, ``behind`` what follows it in its clause.
    """
    if period and issued_on and period.last_day < issued_on:
        return True
    seen = [m.end() for m in _PAST.finditer(before)]
    ahead = [m.end() for m in _AHEAD.finditer(before)]
    if seen and (not ahead or ahead[-1] < seen[-1]):
        return True
    return bool(_TOLD_BEHIND.match(behind))


_TOLD_BEHIND = re.compile(
    r"[^,;]{0,40}(?:cùng\s+kỳ|đã\s+(?:hoàn|được|có))|\s*(?:được\s+)?dự\s+báo(?!\w)"
    r"|\s*đã\s+(?!(?:đề|nêu|xác|đăng|phê|giao|ký|ban|duyệt)(?!\w))"
)


def is_penal(sentence: str) -> bool:
    """Whether a sentence speaks of fines or of a provision of law."""
    return bool(_PENAL.search(sentence))


# "dưới 80% thì không xét …", "cấm xe trên 5 tấn": the case of a rule.
_THEN = re.compile(r"[^,;]{0,80}(?<!\w)(?:thì|sẽ\s+bị|không\s+(?:được\s+)?xét)(?!\w)")
# "các xã cách bệnh viện trên 40 km", "áp dụng cho 1.870 chi bộ": how far, and to how many a rule holds.
_CASE = re.compile(
    r"(?<!\w)(?:(?:cấm|trường\s+hợp|nếu|đối\s+với\s+(?:các\s+)?trường\s+hợp)\s[^,;]*"
    r"|để\s+(?:xảy\s+ra|cháy|mất|tồn|nợ|chậm)\s[^,;]*|cách\s+(?!mạng|thức|làm|tính|ly)[^,;]{1,80}|áp\s+dụng\s+(?:cho|đối\s+với|với|tại)\s+(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)


def is_case(before: str, behind: str) -> bool:
    """Whether a figure says in which case a rule holds; ``before`` and ``behind`` are the rest of its clause."""
    return bool(_THEN.match(behind) or _CASE.search(before))


def sets_goal(sentence: str) -> bool:
    """Whether a sentence says by its words that it sets a goal or an amount."""
    return bool(_SETS.search(sentence))


def is_limit(words: tuple[str, ...], *, sets: bool) -> bool:
    """Whether the words before a figure show that it only tells of which things a clause speaks.

    "thu hồi vốn của dự án giải ngân dưới 50%", "sắp xếp điểm trường dưới 15 học sinh", "liên lạc với 9 xã".
    ``sets`` is whether the sentence says that it sets a goal.
    """
    return words == ("với",) or (words == ("dưới",) and not sets)


# "ngân sách hỗ trợ 80% học phí": who pays so much of it.
_BUDGET = re.compile(
    r"(?:[^,;:.]{3,60}\sđược\s+)?(?:ngân\s+sách|quỹ|nhà\s+nước|trung\s+ương|tỉnh)(?:\s+[^\W\d_]+){0,4}?\s+"
    r"(?:hỗ\s+trợ|bố\s+trí|đối\s+ứng|chi\s+trả|đóng|trợ\s+cấp|cấp\s+bù)(?!\w)",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(r"^(?:h[ằà]ng|mỗi)\s+năm\s+", re.IGNORECASE)


def is_achieved(words: str) -> bool:
    """Whether the words from an indicator to its figure say that work is done when it is reached, or who pays it."""
    return bool(ACHIEVES.match(_EVERY_YEAR.sub("", words)) or _BUDGET.match(words))
