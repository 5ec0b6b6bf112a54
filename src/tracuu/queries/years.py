"""Years and ranges of years that a question names."""

import re
from collections.abc import Iterable

from tracuu.queries.naming import UNIT_AFTER, YEAR
from tracuu.text import Folded
from tracuu.types import Span


def find_years(text: str, taken: Iterable[Span] = ()) -> tuple[int, ...]:
    """Years from 1900 to 2099 named in ``text``, in order, each once.

    Numbers of documents (``taken``) and counts ("2030 căn") are none; years of dates are.
    """
    folded = Folded.of(text)
    taken = list(taken)
    years: dict[int, None] = {}
    for match in YEAR.finditer(folded.text):
        span = folded.span(*match.span())
        inside = any(t.start <= span.start < t.end for t in taken)
        said = folded.text[: match.start()].endswith(("nam ", "giai doan "))
        counted = re.match(
            r"\s*+(?!nam\b|thang\b|ngay\b|quy\b|tinh\b|xa\b|co quan|don vi|co so|do thi hoa\b|t[iy] (?:le|trong))",
            folded.text[match.end() :],
        )
        if not inside and not (counted and not said and UNIT_AFTER.match(folded.text, match.end())):
            years[int(match.group())] = None
    return tuple(years)


# Match: "2024 - 2025", "từ năm 2021 đến năm 2025". Near miss: "2025 đến 15/3/2026", "2026-2030 căn".
_PERIOD = re.compile(
    r"(?<![\d.,/-])(?P<first>(?:19|20)\d{2})(?:\s?[-–]\s?|\s(?:den|toi)\s(?:(?:het|cuoi) )?(?:nam\s)?)"
    r"(?P<last>(?:19|20)\d{2})(?!\d|[.,/]\d|\s?[-–]\s?\w)"
)


def find_periods(text: str, taken: Iterable[Span] = ()) -> tuple[tuple[int, int], ...]:
    """Ranges of years named in ``text``, first and last year, in order, each once; none inside ``taken``."""
    folded = Folded.of(text)
    taken = list(taken)
    found: dict[tuple[int, int], None] = {}
    for match in _PERIOD.finditer(folded.text):
        span, first, last = folded.span(*match.span()), int(match["first"]), int(match["last"])
        if first < last and not any(t.start <= span.start < t.end for t in taken):
            found[first, last] = None
    return tuple(found)
