"""Times that say how things stand by then, and by which nothing is due."""

import re

from tracuu.agencies.words import spaced
from tracuu.types import Span

# "dự án đến ngày 30/9/2026 giải ngân dưới 50%", "đơn vị đến hết quý III chưa báo cáo": how things then stand.
_BY_THEN = re.compile(r"(?:đến|tính đến|ở thời điểm|tại thời điểm|vào thời điểm)\s", re.IGNORECASE)
_STANDS = re.compile(
    spaced(
        r"\s+(?:mà\s+)?(?:vẫn\s+|còn\s+|mới\s+|chỉ\s+)*(?:(?:giải ngân|đạt|hoàn thành|thực hiện|triển khai|có|có tỷ lệ"
        r"|đạt tỷ lệ)\s+)?(?:[^\W\d]+\s+){0,4}?(?:dưới|chưa|không đạt|không hoàn|thấp hơn|mới|chỉ|trên)(?!\w)"
    ),
    re.IGNORECASE,
)
_WHOSE = re.compile(
    spaced(
        r"(?<!\w)(?:dự án|đơn vị|chủ đầu tư|nhà thầu|địa phương|xã|phường|công trình|cơ quan|tổ chức|cá nhân|hộ|hồ sơ"
        r"|trường hợp|doanh nghiệp|cơ sở|nhiệm vụ|nguồn vốn|gói thầu|đề tài|thủ tục)"
        r"(?:\s+(?!phấn|phải|cần|sẽ|bảo|đảm|chịu|tập)[^\W\d]+){0,4}\s*(?:tính\s+)?$"
    ),
    re.IGNORECASE,
)


def tells_state(copy: str, time: Span, span: Span) -> bool:
    """Whether a ``time``, with the words before it, says how that stands then which the work in ``span`` is about."""
    if not _STANDS.match(copy, time.end, span.end):
        return False
    by = _BY_THEN.match(copy, time.start) or copy[max(span.start, time.start - 10) : time.start].rstrip().endswith(
        "điểm"
    )
    before = copy[max(span.start, time.start - 60) : time.start].rstrip()
    whose = _WHOSE.search(re.sub(r"\s*(?:ở|tại|vào)?\s*thời điểm$", "", before))
    return bool(by) and whose is not None and any(c.isalpha() for c in before[: whose.start()])
