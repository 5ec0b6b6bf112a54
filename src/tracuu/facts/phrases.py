"""What is measured: the words before and behind a figure that name it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tracuu.agencies.names import names_end
from tracuu.facts.goals import ACHIEVES
from tracuu.text import UPPER, trim
from tracuu.types import Span

# What an indicator begins with when it stands in a list of several.
_HEAD = re.compile(
    r"(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|tỉ\s+trọng|tỷ\s+suất|tỉ\s+suất|diện\s+tích|số\s+lượng|số|tổng|thu\s+nhập"
    r"|GRDP|GDP|IIP|tốc\s+độ|mức|sản\s+lượng|giá\s+trị"
    r"|kim\s+ngạch|năng\s+suất|tuổi\s+thọ|mật\s+độ|quy\s+mô|chỉ\s+số|chỉ\s+tiêu|doanh\s+thu|thu\s+ngân\s+sách"
    r"|thu\s+nội\s+địa|chi\s+ngân\s+sách|dân\s+số"
    r"|vốn|kinh\s+phí|ngân\s+sách|nguồn|hệ\s+số|độ\s+che\s+phủ|công\s+suất|chiều\s+dài|lượng|lượt|khách"
    r"|kinh\s+tế|phổ\s+cập)(?!\w)",
    re.IGNORECASE,
)
# What opens a clause and is no part of the indicator.
_OPENING = re.compile(
    r"(?:ph[ấâầ]n\s+đấu|mục\s+tiêu(?:\s+cụ\s+thể)?|bảo\s+đảm|đảm\s+bảo|trong\s+đó|đồng\s+thời|riêng|và"
    r"|cùng\s+với|bao\s+gồm|gồm(?:\s+có)?|cụ\s+thể(?:\s+là)?|tiếp\s+tục"
    r"|tập\s+trung|đẩy\s+mạnh|khẩn\s+trương|chủ\s+trì|chỉ\s+đạo|lãnh\s+đạo|định\s+hướng|tầm\s+nhìn|dự\s+kiến"
    r"|từng\s+bước|đạt|có(?!\s+thêm)|hoàn\s+thành|để|nhằm|với|là"
    r"|phải|cần|sẽ|duy\s+trì|giữ\s+vững|ổn\s+định|còn|theo\s+đó|qua\s+đó|về|yêu\s+cầu|nhất\s+là|như|tối\s+thiểu"
    r"|ít\s+nhất|tổ\s+chức|(?:việc|công\s+tác)(?=\s+[^\W\d_])|(?:toàn|cả)\s+(?:tỉnh|huyện|thành\s+phố|xã|quốc"
    r"|ngành)(?=\s*$"
    r"|\s*,|\s+(?:có|đạt|phấn))|cả\s+giai\s+đoạn|triển\s+khai(?=\s+(?:xây|trồng|lắp)))(?!\w)"
    r"|\(?\d{1,2}\)|[-+,:;.)(\"“”…•]+",
    re.IGNORECASE,
)
# "nâng tỷ lệ … lên 45%", "giảm tỷ lệ … xuống còn 3%": the verb is part of the predicate.
_LIFTED = re.compile(r"(?:nâng(?:\s+cao)?|giảm|tăng|đưa|kéo\s+giảm|hạ|điều\s+chỉnh)\s+(?=\S)", re.IGNORECASE)
_TO = re.compile(r"lên|xuống|còn|đạt")
_AGENCY = re.compile(
    rf"(?<!\w)(?:Sở|UBND|HĐND|Ủy ban|Uỷ ban|Công an|Đảng ủy|Phòng|Hội|Ban|Bộ|Văn phòng|Chi cục|Cục|Tỉnh đoàn"
    rf"|Thanh tra|Công ty|Trung tâm|Báo|Trường|Ngân hàng|Tập đoàn|Viện|Giao|Yêu cầu|Đề nghị)\s+(?=[{UPPER}]"
    rf"|(?:các|nhân|quản|chỉ|thường|tổ|xây|thư|bí|tỉnh|thành phố|huyện|xã|phường))"
    r"|(?<!\w)(?i:chủ\s+trì|phối\s+hợp|giúp\s+việc|tham\s+mưu|(?:chịu|có)\s+trách\s+nhiệm)(?!\w)"
)
# Where what stands behind a figure is over.
_STOP = re.compile(
    r"\s*(?:[,(]\s*(?:nhất\s+là|trong\s+đó|gồm|bao\s+gồm|đặc\s+biệt|phấn\s+đấu|hoàn\s+thành|góp\s+phần|bảo\s+đảm"
    r"|đảm\s+bảo|đáp\s+ứng|tạo|qua\s+đó|trình|trước|xong|đạt|nâng|đưa|tăng|giảm|cụ\s+thể|đồng\s+thời|riêng|còn"
    r"|thông\s+qua|tổng)"
    r"(?!\w)|(?<!\w)(?:so\s+với|với\s+tổng|nhằm|để|theo\s+(?:quy|kế|chuẩn|lộ|đúng|tiêu|giá|chỉ)|gắn\s+với"
    r"|hoàn\s+thành\s+(?:trước|trong)|góp\s+phần|thông\s+qua|trong\s+đó|tại\s+thời|mỗi\s+năm|h[ằà]ng\s+năm"
    r"|bình\s+quân\s+mỗi|chậm\s+nhất|trở\s+(?:lên|xuống)[\s.;]*$|và\s+\d|vào(?!\w)|trong\s+(?:năm|quý|tháng|giai|nhiệm)"
    r"|trước\s+(?:năm"
    r"|ngày|tháng|\d)|đến\s+(?:năm|hết|cuối|ngày|\d)))",
    re.IGNORECASE,
)
# Words after a figure that begin nothing that is measured.
_NO_OBJECT = re.compile(
    r"(?:vào|trong|so|theo|do|để|và|hoặc|nhưng|nhằm|thì|gắn|là|kể|khi|sau|trước|h[ằà]ng|mỗi|như|góp|qua|đồng|cụ"
    r"|bảo|đảm|đáp|trên\s+tổng\s+số\s+\d|đến|tới|lên|xuống|còn|bằng|gấp|này|nêu|được\s+giao|nói)(?!\w)",
    re.IGNORECASE,
)
# A list that goes on after a comma: so many words at most ("cán bộ, công chức, viên chức").
_LIST_WORDS = 4
_GOES_NOT_ON = re.compile(
    r"(?:nâng|tăng|giảm|hoàn|trong|gồm|phấn|tại|trước|đến|đạt|bảo|đảm|góp|phục|đưa|tạo|có|được|và\s+\d|với|để"
    r"|theo|nhất|chiếm|còn|cùng|như|trên|do|thu|tổng|trình|xong|xây|mở|riêng|từng|đồng|lắp|trồng|khởi|tỷ|tỉ|số"
    r"|diện|giá|doanh)(?!\w)",
    re.IGNORECASE,
)
# Longer than this is no indicator but a paragraph that was not understood (the longest seen has 260).
LONGEST = 320


def openings_passed(copy: str, start: int, end: int, gaps: Sequence[Span]) -> int:
    """Where the indicator begins in ``copy[start:end]`` after words that only open the clause, and times."""
    while start < end:
        if copy[start].isspace():
            start += 1
        elif gap := next((g for g in gaps if g.start <= start < g.end), None):
            start = gap.end
        elif match := _OPENING.match(copy, start, end):
            start = match.end()
        else:
            return start
    return end


class Subject(NamedTuple):
    """What stands before a figure: the words that may name it, and whether anything else stands there.

    Empty (``start == end``) when nothing names it. ``headed`` when it begins like an indicator
    ("tỷ lệ …"); ``other`` when words before it were left out.
    """

    start: int
    end: int
    headed: bool = False
    other: bool = False


def find_subject(copy: str, start: int, end: int, gaps: Sequence[Span], *, first: bool) -> Subject | None:
    """What a predicate behind ``copy[start:end]`` measures; None in doubt.

    ``first`` holds when no other figure stands before it in the clause. After a comma begins a new
    thing only when it is surely one: "tỷ lệ …", or a verb.
    """
    cuts = [start + m.start() for m in re.finditer(r"[,:](?=\s|$)", copy[start:end])]
    cuts = [c for c in cuts if not _in_brackets(copy, start, c)]
    begins = [openings_passed(copy, start, end, gaps)]
    begins += [openings_passed(copy, c + 1, end, gaps) for c in cuts]
    begins = list(dict.fromkeys(begins))
    for begin in reversed(begins):
        if _HEAD.match(copy, begin, end) or _LIFTED.match(copy, begin, end):
            return Subject(begin, end, headed=True, other=begin != begins[0])
    if len(begins) == 1:
        return Subject(begins[0], end)
    if begins[-1] == end:
        # "Vận động ủng hộ Quỹ …, phấn đấu đạt 60 tỷ đồng": only the caller knows whether more follows.
        return Subject(end, end, other=True)
    if ACHIEVES.match(copy, begins[-1], end) or _AGENCY.search(copy, begins[0], begins[-1]):
        return Subject(begins[-1], end, other=True)
    colons = [c + 1 for c in cuts if copy[c] == ":"]
    begin = openings_passed(copy, colons[-1], end, gaps) if colons else begins[0]
    if _is_list(copy[begin:end]) and (first or _WITHIN.search(copy, start, begin)):
        return Subject(begin, end, other=bool(colons))
    return Subject(begins[-1], end, other=True) if begins[-1] == begin else None


_WITHIN = re.compile(r"trong\s+đó")


def _is_list(words: str) -> bool:
    """Whether commas part short members of one list ("nông, lâm nghiệp và thủy sản"), none of them a verb.

    The first may be long when the next goes on with a word of it: "điện mặt trời mái nhà tự sản, tự tiêu".
    """
    first, *rest = (member.split() for member in words.split(","))
    if any(ACHIEVES.match(" ".join(member)) for member in (first, *rest[:-1])):
        return False
    goes_on = bool(rest and rest[0]) and rest[0][0] in first[1:] and len(first) <= 2 * _LIST_WORDS
    short = len(first) <= _LIST_WORDS or goes_on
    return short and all(len(m) <= _LIST_WORDS for m in rest[:-1]) and len((rest or [first])[-1]) <= 2 * _LIST_WORDS


def _in_brackets(copy: str, start: int, position: int) -> bool:
    return copy.count("(", start, position) > copy.count(")", start, position)


_ASSURES = re.compile(r"(?<!\w)(?:bảo\s+đảm|đảm\s+bảo|phấn\s+đấu|duy\s+trì|tỷ\s+lệ|tỉ\s+lệ|tổng\s+số)(?!\w)")


_WORKING_GROUP = re.compile(r"Ban\s+(?:Chỉ|Vận|Điều|Tổ)|Tổ\s|Hội\s+đồng|Đoàn\s")


def acting(copy: str, start: int, end: int) -> int | None:
    """``start``, or where the verb begins when an agency stands before it; None when no verb is known."""
    found = list(_AGENCY.finditer(copy, start, end))
    if not found:
        return start
    name = found[-1]
    stop = names_end(copy, name.start(), end)
    if stop is None or not copy[stop:end].strip():
        if _WORKING_GROUP.match(copy, name.start()):
            return None  # "Ban Chỉ đạo chuyển đổi số": the verb is part of the name
        stop = name.end()
    verbs = [m for p in (ACHIEVES, _ASSURES) for m in p.finditer(copy, stop, end)]
    # "Sở Giáo dục và Đào tạo": what begins with a capital belongs to the name.
    begins = [m.start() for m in verbs if m.group()[0].islower() or copy[stop : m.start()].strip() == ":"]
    return min(begins, default=None)


def without_lift(copy: str, start: int, end: int, predicate: str) -> int:
    """``start`` without "nâng" or "giảm" when the predicate says where to ("lên", "xuống còn")."""
    match = _LIFTED.match(copy, start, end)
    return match.end() if match and _TO.search(predicate) else start


def object_span(copy: str, start: int, end: int, gaps: Sequence[Span], *, listed: bool) -> Span:
    """What is measured behind a figure, empty when nothing is.

    ``listed`` holds for counted things: there a comma ends it, unless a list goes on.
    """
    begin = openings_start(copy, start, end)
    if begin >= end or not copy[begin].isalpha() or _NO_OBJECT.match(copy, begin, end):
        return Span(start, start)
    if any(g.start <= begin < g.end for g in gaps):
        return Span(start, start)
    stop = _STOP.search(copy, begin, end)
    end = min([end, *([stop.start()] if stop else []), *(g.start for g in gaps if g.start > begin)])
    if listed:
        end = _list_end(copy, begin, end)
    span = trim(copy, begin, end)
    return trim(copy, span.start, span.start + len(copy[slice(*span)].rstrip(" ,.;:-(")))


def openings_start(copy: str, start: int, end: int) -> int:
    """``start`` without white space."""
    while start < end and copy[start].isspace():
        start += 1
    return start


_VERB = re.compile(r"(?<!\w)(?:được|có|đạt|tham\s+gia|thực\s+hiện|sử\s+dụng|ứng\s+dụng|đủ|hoàn\s+thành)(?!\w)")
# "xã, phường được phủ sóng": the last member of a list with what is said of all.
_MEMBER = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s(?:được|có|đạt|tham\s+gia|thực\s+hiện|sử\s+dụng|ứng\s+dụng|đủ"
    r"|hoàn\s+thành)(?!\w)"
)


def _list_end(copy: str, start: int, end: int) -> int:
    """Where a counted thing ends: at the first comma behind which no short list goes on."""
    commas = [m.start() for m in re.finditer(r",\s", copy[start:end])]
    edges = [*(start + c for c in commas), end]
    for here, after in pairwise(edges):
        piece = copy[here + 1 : after].strip(" .")
        goes_on = len(piece.split()) <= _LIST_WORDS or (_MEMBER.match(piece) and not _VERB.search(copy, start, here))
        if not piece or not goes_on or _GOES_NOT_ON.match(piece) or not piece[0].islower():
            return here
    return end


# What mark-up between two pages leaves in the copy.
_WIDE = re.compile(r"\s{8,}")


def pieces(span: Span, gaps: Sequence[Span], copy: str) -> tuple[Span, ...]:
    """``span`` without the gaps in it, ends trimmed of signs; empty pieces are left out."""
    edges = [span.start]
    gaps = [*gaps, *(Span(span.start + m.start(), span.start + m.end()) for m in _WIDE.finditer(copy[slice(*span)]))]
    for gap in sorted(gaps):
        if span.start <= gap.start and gap.end <= span.end:
            edges += [gap.start, gap.end]
    edges.append(span.end)
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        while start < end and copy[start] in ' ,;:.-"“”':
            start += 1
        while end > start and copy[end - 1] in ' ,;:.-("“”':
            end -= 1
        if start < end and any(c.isalpha() for c in copy[start:end]):
            found.append(Span(start, end))
    return tuple(found)
