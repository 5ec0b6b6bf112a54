"""Rows of tables that lost their columns, read only where a well-known body tells where its cell is.

"Xây bản đồ gió, Sở Khoa học và Trường Đại học" over "bức xạ Công nghệ Cần Thơ": the department is
whole only as "Sở Khoa học và" with "Công nghệ", so the words before both are the work. Bodies that
are not known by heart, and who helps, are left out.
"""

import re
from collections.abc import Iterator, Sequence

from tracuu.agencies import names as agencies
from tracuu.facts.deadlines import read_deadline
from tracuu.facts.rows import Slots
from tracuu.text import fold, trim
from tracuu.types import Deadline, Span, Spans

# Bodies that every province has, in full.
_BODIES = tuple(
    tuple(name.split())
    for name in (
        *(
            f"Sở {field}"
            for field in (
                "Khoa học và Công nghệ", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn",
                "Tài nguyên và Môi trường", "Công Thương", "Tài chính", "Xây dựng", "Nội vụ", "Tư pháp", "Y tế",
                "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Dân tộc và Tôn giáo",
                "Du lịch", "Ngoại vụ", "Giao thông vận tải", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư",
                "Lao động - Thương binh và Xã hội",
            )
        ),
        "Công an tỉnh", "Công an thành phố", "Thanh tra tỉnh", "Thanh tra thành phố", "Bộ Chỉ huy Quân sự tỉnh",
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Văn phòng UBND tỉnh", "Văn phòng Tỉnh ủy",
    )
)  # fmt: skip
_NUMBER = re.compile(r"\s*[|*]*\s*\d{1,3}[.)]?\s+(?=\S)")
# Columns in the order in which they must stand: number, work, who leads, who helps, by when.
_ORDER = re.compile(
    r"\W*(?:stt|tt)\s+(?:ten )?(?:nhiem vu|noi dung|cong viec).{0,40}?\s(?:co quan|don vi|chu).{0,40}?phoi hop"
)
_TIMED = re.compile(r"hoan|thoi|\bhan\b|tien do")
# Behind these a body is part of the work: "sửa trụ sở Công an tỉnh".
_LINKS = re.compile(
    r"(?<!\w)(?:với|cho|của|do|tại|giữa|và|về|theo|đến|từ|gửi|hỗ\s+trợ|giúp|trụ\s+sở|làm\s+việc|kiểm\s+tra|thanh\s+tra"
    r"|giám\s+sát|phối\s+hợp|đề\s+nghị|mời|giao|cán\s+bộ|kiện\s+toàn|sắp\s+xếp|sáp\s+nhập|thành\s+lập|bàn\s+giao)\s*$",
    re.IGNORECASE,
)
_FEWEST_TASK_WORDS = 2
_GAP = re.compile(r"\S {2,}\S")
# A time broken over the two lines of its cell, at the ends of both.
_TIME_ABOVE = re.compile(r"(?<!\w)(?:Quý|Tháng|Năm|Trước|Trước ngày|Ngày|Thường|Hằng|Hàng)$")
_TIME_BELOW = re.compile(
    r"(?<!\S)(?:(?:[IVH]{1,3}|\d{1,2})/\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}|xuyên|quý|tháng|năm|tuần)$"
)


def lost_rows(copy: str, table: Span) -> Iterator[tuple[Span, Spans, Slots]]:
    """Span, work and slots of each row of a lost ``table`` whose leading body is sure."""
    lines = [
        Span(table.start + m.start(), table.start + m.end()) for m in re.finditer(r"\S[^\n]*", copy[slice(*table)])
    ]
    starts = [i for i, line in enumerate(lines) if _NUMBER.match(copy, *line)]
    if not starts or not 1 <= starts[0] <= _HEADING_LINES:
        return
    heading = fold(" ".join(copy[slice(*line)] for line in lines[: starts[0]]))
    if not _ORDER.match(heading):
        return
    for a, b in zip(starts, [*starts[1:], len(lines)], strict=True):
        if b - a == _ROW_LINES and (read := _read(copy, lines[a], lines[a + 1], timed=bool(_TIMED.search(heading)))):
            yield Span(lines[a].start, lines[a + 1].end), *read


# Headings broken in two at most, and rows of two lines: of more nothing tells what goes with what.
_HEADING_LINES = 2
_ROW_LINES = 2


def _read(copy: str, above: Span, below: Span, *, timed: bool) -> tuple[Spans, Slots] | None:
    number = _NUMBER.match(copy, *above)
    start = number.end() if number else above.start
    lead = _lead(copy, Span(start, above.end), below)
    if lead is None:
        return None
    task = [trim(copy, start, lead[0].start)]
    if len(lead) > 1 and lead[1].start > below.start:
        task.append(trim(copy, below.start, lead[1].start))
    while task and copy[task[-1].end - 1] in ",;:":
        task[-1] = trim(copy, task[-1].start, task[-1].end - 1)
    return tuple(task), Slots(lead=lead, deadline=_deadline(copy, above, below) if timed else None)


def _lead(copy: str, above: Span, below: Span) -> Spans | None:
    """The one known body with which the second cell begins, whole; None in doubt."""
    first = next(
        (m.start() for m in re.finditer(r"(?<!\S)\S", copy[slice(*above)]) if _names(copy, above, m.start())), None
    )
    if first is None:
        return None
    begin = above.start + first
    before = copy[above.start : begin]
    if _GAP.search(copy, *above) and not before.endswith("  "):
        return None  # cells are set apart by blanks, and the body is inside one
    if len(before.split()) < _FEWEST_TASK_WORDS or _LINKS.search(before.rstrip(" ,")):
        return None
    found = [f for body in _BODIES if (f := _whole(copy, body, Span(begin, above.end), below))]
    return found[0] if len(found) == 1 else None


def _names(copy: str, line: Span, offset: int) -> bool:
    return agencies.begins_like_name(copy, line.start + offset, line.end)


def _whole(copy: str, body: Sequence[str], above: Span, below: Span) -> Spans | None:
    """The pieces of a body whose first words end where another body begins, and whose others stand below."""
    for count in range(len(body), 1, -1):
        match = re.compile(r"\s+".join(map(re.escape, body[:count])) + r"(?!\w)\s+(?=\S)").match(copy, *above)
        if match is None:
            continue
        if not agencies.begins_like_name(copy, match.end(), above.end):
            return None
        piece = trim(copy, *match.span())
        if count == len(body):
            return (piece,)
        rest = list(
            re.compile(r"(?<!\S)" + r"\s+".join(map(re.escape, body[count:])) + r"(?!\S)").finditer(copy, *below)
        )
        return (piece, Span(*rest[0].span())) if len(rest) == 1 else None
    return None


def _deadline(copy: str, above: Span, below: Span) -> Deadline | None:
    """The time that ends both lines: "Tháng" over "12/2026"; None in doubt."""
    first, second = _TIME_ABOVE.search(copy[slice(*above)]), _TIME_BELOW.search(copy[slice(*below)])
    if first is None or second is None or (first.group() == "Thường") != (second.group() == "xuyên"):
        return None
    pieces = [Span(above.start + first.start(), above.end), Span(below.start + second.start(), below.end)]
    return read_deadline(copy, pieces)
