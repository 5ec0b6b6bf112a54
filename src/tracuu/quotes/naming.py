"""Where agencies and places are named in a text."""

import re
from collections.abc import Sequence
from functools import cache

from tracuu.agencies.names import names_end
from tracuu.agencies.words import HEADS, MANY, spaced
from tracuu.text import UPPER, modern_marks
from tracuu.types import Span


@cache
def _head() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?<!\w)(?:(?:{HEADS})(?!\w)|{MANY}(?!\w))"))


# Without a certain end: the head and the level and capitalised words behind it ("Sở Tài chính", "UBND các xã, phường").
_CAPITALS = re.compile(
    r"(?:,?\s?(?:các\s)?(?:tỉnh|xã|phường|huyện|thành phố|đặc khu)(?!\w)|\s(?:(?:và|của|ủy)(?=\s)"
    rf"|[{UPPER}][\w&]*(?:\s(?!và\s)[^\W\d_{UPPER}]\w*(?!\w))?)){{1,8}}"
)
# "tỉnh Điện Biên", "xã Sính Phình", "các phường Mường Lay": whose matter it is.
_UNIT = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
    rf"(?:\s[{UPPER}][\w’']*){{1,4}}"
)
# Bodies of one name, where it is none of a longer word: "của Đảng và Nhà nước", but not "Đảng viên".
_ALONE = re.compile(r"(?<!\w)(?:Đảng(?!\s(?:viên|phí|tính|tịch|số)(?!\w))|Nhà nước)(?!\w)")
# Between the names of a list.
_JOINT = re.compile(r"[,;:]|\svà\s")


# A name begins at most so far before a word of it.
_REACH = 160
# Names looked at in one text: more is no directive.
_NAMES = 300


def name_spans(text: str, near: Sequence[Span]) -> list[Span]:
    """Spans of ``text`` around the places ``near`` that name an agency or an administrative unit; they may overlap.

    A list gives each of its names, and a name that ends where no one can tell its capitalised words.
    """
    copy = _copy(text)
    found: set[Span] = set()
    position = 0
    for place in sorted(near):
        position = max(position, place.start - _REACH)
        for names in (_UNIT, _ALONE):
            found.update(Span(*match.span()) for match in names.finditer(copy, position, place.end + _REACH))
        while len(found) < _NAMES and (head := _head().search(copy, position, place.end + _REACH)):
            listed, position = _names_at(copy, head)
            found.update(listed)
            if position > place.end:
                break
    return sorted(found)


# Areas, and no bodies: "các khu vực đô thị ngoại vi", "các khu dân cư", "các nhà ở", "các tổ hợp".
_AREA = re.compile(
    r"các\s(?:khu(?!\s(?:kinh tế|công nghiệp|ủy))|nhà(?!\s(?:đầu tư|thầu|trường|máy))|tập(?!\s(?:đoàn|thể))"
    r"|cơ sở\s(?!giáo|y)|trường hợp|bộ phận|bộ tiêu|hội nghị|báo cáo|tổ hợp|bản đồ|thị trường|chi phí|chi tiêu|cấp độ"
    r"|thành phần|thành tựu)",
    re.IGNORECASE,
)


def _names_at(copy: str, head: re.Match[str]) -> tuple[list[Span], int]:
    """The names that begin with ``head``, and where to look on."""
    if _AREA.match(copy, head.start()):
        return [], head.end()
    end = names_end(copy, head.start(), len(copy)) or 0
    if end > head.end():
        return _parts(copy, head.start(), end), end
    rest = _CAPITALS.match(copy, head.end())
    if rest or head.group()[:1].isupper():
        return [Span(head.start(), rest.end() if rest else head.end())], head.end()
    return [], head.end()


def _copy(text: str) -> str:
    """The text with tone marks where newer spelling puts them, of the same length, capitals kept."""
    modern = modern_marks(text)
    if len(modern) != len(text):
        return text
    return "".join(m.upper() if t.isupper() else m for t, m in zip(text, modern, strict=True))


def _parts(copy: str, start: int, end: int) -> list[Span]:
    """The names of a list, each by itself where it begins with a capital."""
    bounds = [start]
    for joint in _JOINT.finditer(copy, start, end):
        if copy[joint.end() : joint.end() + 2].strip()[:1].isupper() and "," in joint.group() + ",":
            bounds += [joint.start(), joint.end()]
    bounds.append(end)
    return [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
