"""Years and periods: for when a figure is set, and which years say something else."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracuu.types import Span


@dataclass(frozen=True, slots=True)
class Period:
    """A time with its years, both 0 when none is said ("đến hết quý II").

    ``last_day`` is the end of a day, month or quarter, else of the year. ``named`` holds when the time is
    part of a name ("Chiến lược … đến năm 2030, tầm nhìn đến năm 2045").
    """

    span: Span
    first: int
    last: int
    last_day: date
    named: bool = False

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year; None when none is said."""
        return (self.first, self.last) if self.first else None

    def is_time_of(self, other: "Period") -> bool:
        """Whether both are the same time."""
        same = (self.first, self.last, self.last_day) == (other.first, other.last, other.last_day)
        return self.span == other.span or (same and self.first > 0)


_YEAR = r"20[0-9]{2}"
_BY = r"(?:(?:đến|tới|vào|trong|trước|từ|hết|cuối|đầu|giữa|khoảng|sau|cả|suốt)\s+){0,3}"
# "Từ tháng 5 đến hết tháng 8 năm 2026": the beginning of a time whose year stands at its end.
_SINCE = (
    r"(?:(?:từ\s+)?(?:tháng\s+\d{1,2}|quý\s+(?:IV|I{1,3}|[1-4])|ngày\s+\d{1,2}(?:[/.-]\d{1,2}|\s+tháng\s+\d{1,2})?)"
    r"\s*(?:[-–—]|đến|tới)\s*)?"
)
_PERIOD = re.compile(
    rf"(?<![\w/])(?:{_BY}(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm\s+học|các\s+năm|năm"
    rf"|niên\s+độ)\s+)(?:từ\s+)?(?:năm\s+)?"
    rf"(?P<first>{_YEAR})\s*(?:[-–—]|đến(?:\s+năm)?|tới)\s*(?P<last>{_YEAR})"
    rf"|{_SINCE}{_BY}(?:hết\s+)?(?:niên\s+độ\s+)?(?:ngày\s+)?(?P<day>\d{{1,2}})(?:/|-|\.|\s+tháng\s+)(?P<month>\d{{1,2}})(?:/|-|\."
    rf"|\s+năm\s+)(?P<dayyear>{_YEAR})"
    rf"|{_SINCE}{_BY}(?:hết\s+)?tháng\s+(?P<bymonth>\d{{1,2}})(?:/|\s+năm\s+|-)(?P<monthyear>{_YEAR})"
    rf"|{_SINCE}{_BY}(?:hết\s+)?quý\s+(?P<quarter>IV|I{{1,3}}|HI|lI{{1,2}}|[1-4])\s*(?:/|,|\s)\s*(?:năm\s+)?(?P<quarteryear>{_YEAR})"
    rf"|(?:đến\s+)?(?:hết|cuối)\s+(?P<bare_part>quý\s+(?:IV|I{{1,3}}|[1-4])|tháng\s+\d{{1,2}})(?!\w|\s*(?:/|,?\s*năm))"
    rf"|{_BY}(?:(?:\d{{1,2}}|ba|sáu|chín)\s+tháng\s+(?:đầu|cuối)\s+)?năm\s+(?P<year>{_YEAR})|(?:đến|tới|trước|vào)\s+(?P<bare>{_YEAR})"
    rf"|(?P<from>{_YEAR})\s*[-–—]\s*(?P<to>{_YEAR}))"
    r"(?![\d/]|-[A-ZĐ]|[.,]\d)",
    re.IGNORECASE,
)
# "so với năm 2020", "theo chuẩn nghèo giai đoạn 2022 - 2025", "giá so sánh năm 2010": what it is measured by.
_MEASURED_BY = re.compile(
    r"(?:so\s+với|cùng\s+kỳ|gấp|bằng|chuẩn|tiêu\s+chí|quy\s+định|giá)(?:\s+[^\W\d_]+){0,6}\s*$", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:Chiến lược|Chương trình|Đề án|Kế hoạch|Quy hoạch|Nghị quyết|Kết luận|Chỉ thị|Quyết định|Luật|Dự án|Công văn"
    r"|Thông báo|Hướng dẫn|Đại hội|chương trình mục tiêu)(?!\w)(?:\s+số\s+\S+)?[^,;.:\d]*$"
)
_VISION = re.compile(
    r"\s*[,;(]?\s*(?:và\s+)?(?:có\s+)?(?:tầm\s+nhìn|định\s+hướng)(?:\s+phát triển)?\s*$", re.IGNORECASE
)
# A scan reads "III" as "HI" and "II" as "lI".
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "HI": 3, "LI": 2, "LII": 3}
_LOOK_BACK = 160
_MONTHS = 12
# "không quá 02 ngày, không quá 40 mâm": how long something lasts is said of it, and names nothing.
_HOW_LONG = re.compile(
    r"(?<!\w)(?:không\s+(?:vượt\s+)?quá|tối\s+đa|tối\s+thiểu|ít\s+nhất)\s+\d{1,3}\s+(?:ngày|giờ|phút|tuần)(?=\s*[,;])",
    re.IGNORECASE,
)


def find_periods(text: str, start: int, end: int, cited: Iterable[Span] = ()) -> list[Period]:
    """The times of ``text[start:end]`` in order, without those of cited documents and of comparisons."""
    found: list[Period] = []
    cited = [s for s in cited if s.end > start and s.start < end]
    for match in _PERIOD.finditer(text, start, end):
        if any(s.start <= match.start() < s.end for s in cited):
            continue
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        if _MEASURED_BY.search(before[-60:]):
            continue
        period = _read(match, named=bool(_NAMED.search(before)))
        if period:
            found.append(period)
    return _of_visions(found, text, start)


def durations(text: str, start: int, end: int) -> list[Span]:
    """How long something may last, by the words of ``text[start:end]``, where a comma ends it."""
    return [Span(*m.span()) for m in _HOW_LONG.finditer(text, start, end)]


def _of_visions(periods: list[Period], text: str, start: int) -> list[Period]:
    """The periods; two years of "đến năm 2030, tầm nhìn đến năm 2045" are those of a name."""
    visions = set()
    for i in range(1, len(periods)):
        if _VISION.fullmatch(text[periods[i - 1].span.end : periods[i].span.start]):
            visions |= {i - 1, i}
    return [Period(p.span, p.first, p.last, p.last_day, named=p.named or i in visions) for i, p in enumerate(periods)]


def _read(match: re.Match[str], *, named: bool) -> Period | None:
    span = Span(*match.span())
    groups = match.groupdict()
    for first, last in (("first", "last"), ("from", "to")):
        if groups[first]:
            years = int(groups[first]), int(groups[last])
            return Period(span, *years, date(years[1], 12, 31), named) if years[0] < years[1] else None
    if groups["bare_part"]:
        return Period(span, 0, 0, date.max, named)
    try:
        last_day = _last_day(groups)
    except ValueError:
        return None
    return Period(span, last_day.year, last_day.year, last_day, named)


def _last_day(groups: dict[str, str | None]) -> date:
    """The last day of a day, month, quarter or year.

    Raises:
        ValueError: no such day.
    """
    if year := groups["dayyear"]:
        return date(int(year), int(groups["month"] or 0), int(groups["day"] or 0))
    if year := groups["monthyear"]:
        return _month_end(int(year), int(groups["bymonth"] or 0))
    if year := groups["quarteryear"]:
        quarter = (groups["quarter"] or "").upper()
        return _month_end(int(year), 3 * (_QUARTERS.get(quarter) or int(quarter)))
    return date(int(groups["year"] or groups["bare"] or 0), 12, 31)


def _month_end(year: int, month: int) -> date:
    """The last day of a month.

    Raises:
        ValueError: no such month.
    """
    if not 1 <= month <= _MONTHS:
        raise ValueError(month)
    return date(year, month, monthrange(year, month)[1])


def period_above(text: str, headings: Iterable[Span], cited: Iterable[Span] = ()) -> Period | None:
    """The time that the nearest heading above states; None when none does, or the nearest states several."""
    cited = tuple(cited)
    for heading in reversed(tuple(headings)):
        found: Iterator[Period] = (p for p in find_periods(text, *heading, cited))
        periods = list(found)
        if periods:
            plain = {p.years for p in periods}
            return periods[0] if len(plain) == 1 and not periods[0].named else None
    return None
