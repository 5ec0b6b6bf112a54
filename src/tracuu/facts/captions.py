"""What a table measures, where the sentence that leads to it says so and its headings are bare years."""

import re

from tracuu.text import trim
from tracuu.types import Span

# The sentence with a colon right above a table, of at most this many characters. Copies that are read have spaces for
# the ends of lines: two of them end a paragraph.
_LINE = 300
_LEADS_IN = re.compile(r"(?P<sentence>(?:(?!\s{2}|[.;]\s)[^:])+):[\s*_|:-]*$")
_MEASURE = (
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|số lượng|tổng số|số (?!liệu|hiệu|hóa|nhà\b(?! ở)|điện thoại)|diện tích|sản lượng"
    r"|khối lượng|năng suất|mật độ|thu nhập|doanh thu|độ che phủ|mức (?:hỗ trợ|giảm|thu|chi|đóng)|kinh phí|vốn|chỉ số)"
)
# Match: "tỷ lệ hộ nghèo cuối năm" of "Chỉ tiêu tỷ lệ hộ nghèo cuối năm của các xã như sau".
_MEASURED = re.compile(
    rf"\b{_MEASURE}[^:;,.()\d]*?(?=\s+(?:của|theo|cho|tại|(?<!nhà )ở|trong|đến|giai đoạn|từng|các|những|mỗi|như|sau"
    r"|cụ thể|phân|giao|đối với|năm\s+20|hằng năm|hàng năm)\b|\s*[:;,.()\d]|\s*$)",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(rf"\b{_MEASURE}", re.IGNORECASE)


# The title of a list or an annex: "KHỐI LƯỢNG KIÊN CỐ HÓA PHÂN THEO XÃ", what it goes with in brackets behind it.
_TITLE = re.compile(
    rf"(?:^|\s{{2}})[*#\s]*(?:(?:\d+|[IVX]+|[a-zđ])[.)]\s+|(?:Bảng|Biểu|Phụ lục)\s+(?:số\s+)?[\dIVX]*[.:]?\s+)?"
    rf"(?P<sentence>{_MEASURE}(?:(?!\s{{2}})[^:;])+?)[*\s]*(?:\([^()]*\)[*\s]*)?$",
    re.IGNORECASE,
)


def measure_above(header: Span | None, copy: str) -> Span | None:
    """Where the sentence or the title right above a table's ``header`` says what is measured; None in doubt."""
    if header is None:
        return None
    start = max(0, header.start - _LINE)
    above = _LEADS_IN.search(copy, start, header.start) or _TITLE.search(copy, start, header.start)
    measured = _MEASURED.search(copy, *above.span("sentence")) if above else None
    if above is None or measured is None or _ONE_MORE.search(copy, measured.start() + 1, above.end("sentence")):
        return None
    span = trim(copy, *measured.span())
    return span if len(copy[slice(*span)].split()) > 2 else None
