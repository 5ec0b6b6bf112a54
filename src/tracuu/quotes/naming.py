"""Where agencies and places are named in a text."""

import re
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
# Between the names of a list.
_JOINT = re.compile(r"[,;:]|\svà\s")


def name_spans(text: str) -> list[Span]:
    """Spans of ``text`` that name an agency or an administrative unit; they may overlap.

    A list gives each of its names, and a name that ends where no one can tell its capitalised words.
    """
    copy = _copy(text)
    found = [Span(*match.span()) for match in _UNIT.finditer(copy)]
    position = 0
    while head := _head().search(copy, position):
        end = names_end(copy, head.start(), len(copy)) or 0
        if end > head.end():
            found += _parts(copy, head.start(), end)
            position = end
            continue
        rest = _CAPITALS.match(copy, head.end())
        if rest or head.group()[:1].isupper():
            found.append(Span(head.start(), rest.end() if rest else head.end()))
        position = head.end()
    return sorted(set(found))


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
