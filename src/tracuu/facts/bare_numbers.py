"""Numbers without a unit that an indicator is by itself: "số bác sĩ trên một vạn dân là 12"."""

import re

# "số bác sĩ trên một vạn dân là 12": an indicator that is a number itself needs no unit.
_BARE = re.compile(
    r"(?:^|(?<=[,;:.]\s))(?:(?:đưa|nâng|phấn\s+đấu|bảo\s+đảm|đến\s+năm\s+20\d\d,?|và)\s+){0,2}"
    r"(?:số|tổng\s+số|chỉ\s+số|hệ\s+số|mật\s+độ)\s+[^,;.:()\d]{3,100}?\s(?:là|đạt|bằng|còn)\s+"
    r"(?:(?:trên|khoảng|ít\s+nhất|tối\s+thiểu)\s+)?$",
    re.IGNORECASE,
)
_BARE_WINDOW = 140
_BARE_END = re.compile(r"\s*(?:[.,;)](?!\d)|$)|\s+(?:vào|trong|đến)\s+năm\s")


def ends_there(text: str, position: int, limit: int) -> bool:
    """Whether nothing that could be counted follows a number that ends at ``position``."""
    return bool(_BARE_END.match(text, position, limit))


def is_bare(text: str, start: int) -> bool:
    """Whether the words before a number that begins at ``start`` say that it needs no unit."""
    return bool(_BARE.search(text[max(0, start - _BARE_WINDOW) : start]))
