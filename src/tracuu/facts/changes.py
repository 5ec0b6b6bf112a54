"""From which figure a change begins: it is told in passing, and set for nothing."""

import re

from tracuu.facts.figures import Figure
from tracuu.types import Span

_FROM = re.compile(r"(?<!\w)từ\s*$")
_TO = re.compile(
    r"[^,;.]{0,40}?(?<!\w)(?P<to>lên|xuống|còn)\s+(?:còn\s+|mức\s+|trên\s+|dưới\s+|khoảng\s+|thành\s+)?\d"
)  # "từ 20% năm 2024 lên 30%"


def starting_point(text: str, figure: Figure, limit: int) -> Span | None:
    """Where it is said from which figure a change begins ("từ 20% năm 2024" lên 30%); None when not here."""
    before = _FROM.search(text[max(0, figure.value.start - 8) : figure.value.start])
    behind = _TO.match(text, figure.end, limit)
    if before is None or behind is None:
        return None
    return Span(figure.value.start - len(before.group()), behind.start("to"))
