"""From which figure a change begins: it is told in passing, and set for nothing."""

import re

from tracuu.facts.figures import Figure
from tracuu.types import Span

# "điều chỉnh" says the same as "lên" and belongs to no indicator.
_FROM = re.compile(r"(?<!\w)(?:(?:được\s+)?điều\s+chỉnh\s+)?từ\s*$")
# Behind "được điều chỉnh từ" so many characters at most are looked at.
_FROM_LENGTH = 32
# Who fixed the former figure may stand in brackets: "từ 30 MW (theo Quyết định số …, ngày …) lên 45 MW".
_ASIDE = r"(?:\s*\([^()]{0,200}\))?"
_TO = re.compile(
    rf"{_ASIDE}[^,;.()]{{0,40}}?(?<!\w)(?P<to>lên|xuống|còn)\s+(?:(?:còn|mức|trên|dưới|khoảng|thành|hơn|gần|tối\s+thiểu|ít\s+nhất|không\s+dưới)\s+)?\d"
)  # "từ 20% năm 2024 lên 30%"

# The unit may stand behind the second number alone. Match: "từ 6.000 | lên 14.000 m³".
# Near miss: "từ 6.000 đến 8.000 m³", a range.
_BARE_FROM = re.compile(rf"(?<!\w)từ\s+\d[\d.,]*{_ASIDE}(?=\s+(?:lên|xuống|còn)\s+(?:[^\W\d]+\s+){{0,2}}\d)")


def bare_starting_points(text: str, span: Span) -> list[Span]:
    """Where numbers without a unit say from which figure a change begins ("từ 6.000" lên 14.000 m³)."""
    return [Span(*m.span()) for m in _BARE_FROM.finditer(text, *span)]


def starting_point(text: str, figure: Figure, limit: int) -> Span | None:
    """Where it is said from which figure a change begins ("từ 20% năm 2024" lên 30%); None when not here."""
    before = _FROM.search(text[max(0, figure.value.start - _FROM_LENGTH) : figure.value.start])
    behind = _TO.match(text, figure.end, limit)
    if before is None or behind is None:
        return None
    return Span(figure.value.start - len(before.group()), behind.start("to"))
