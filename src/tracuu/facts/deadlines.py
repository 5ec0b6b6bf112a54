"""By when something is due: days, months, quarters, years, periods, and times that recur or hang on something else.

Patterns run on a reading copy (`facts.clauses.reading_copy`): marks where newer spelling puts them,
mark-up blank, every offset as in the source.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tracuu.facts.states import tells_state
from tracuu.text import trim
from tracuu.types import Deadline, Precision, Span

_Y = r"(?:19|20)\d{2}(?!\d)"
_ROMAN = r"(?:IV|I{1,3}|[1-4]|[Iil1]{2,3}|[Iil1][VH]|H[I1l]?|l)(?!\w)"
_OF_YEAR = rf"\s*(?:[/,.-]\s*)?(?:năm\s+)?(?:{_Y}|nay(?!\w))"
_CLOCK = r"(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{2})?\s*(?:phút)?\s*,?\s*(?:(?:sáng|chiều|tối)\s+)?)"


# "ngày 10 và 25", "15 tháng 6 và 15 tháng 12", "06 giờ và 17 giờ": days or hours that come again, all of them.
_DAY_OF = r"(?:ngày\s+)?\d{1,2}(?:\s*[/.]\s*\d{1,2}(?!\d)|\s+tháng\s+\d{1,2})?"
_DAYS = rf"(?:{_DAY_OF}\s*(?:,\s*(?:và\s+)?|và\s+|;\s*)){{0,4}}{_DAY_OF}"
_HOUR = r"\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?"
_HOURS = rf"(?:{_HOUR}\s*(?:,\s*|và\s+)){{0,4}}{_HOUR}"

# "trước mùa mưa, bão", "trước khi vào mùa khô": no day, for no calendar says when the rains begin.
_SEASON = (
    r"trước\s+(?:khi\s+(?:bước\s+)?(?:vào\s+|bắt\s+đầu\s+)?)?mùa\s+(?:mưa|khô|lũ|bão|cạn|nước\s+nổi)"
    r"(?:(?:\s*,\s*|\s+(?:và\s+)?)(?:mưa|bão|lũ|lụt)(?!\w))*"
)


# Longer forms first; every alternative ends at a number, a year or a word, never in white space.
_MOMENTS = (
    r"(?<!\w)(?=[\dbcđghkmnqst])(?:"
    rf"(?P<recurring>(?:(?:định kỳ\s+(?:vào\s+|trước\s+)?)?{_CLOCK}?{_DAYS}\s+(?:h[ằà]ng|mỗi)\s+(?:tháng|quý|năm)"
    rf"|{_HOURS}\s+(?:h[ằà]ng|mỗi)\s+ngày"
    r"|(?:ngày\s+)?\d{1,2}\s+(?:của\s+)?tháng\s+(?:sau|kế\s+tiếp|liền\s+kề|liền\s+sau|tiếp\s+theo)"
    r"|(?:một|hai|ba|bốn|sáu|tám|chín|mười|[01]?\d)\s+(?:giờ|ngày|tuần|tháng|quý|năm)\s+(?:một|01|1)\s+lần"
    r"|(?:ngày\s+)?\d{1,2}\s+(?:của\s+)?tháng\s+(?:cuối|đầu)\s+(?:mỗi\s+|h[ằà]ng\s+)?quý"
    rf"|{_CLOCK}?(?:(?:chiều|sáng)\s+)?(?:ngày\s+)?(?:thứ\s+\w+|chủ\s+nhật)\s+(?:h[ằà]ng|mỗi)\s+tuần"
    r"|(?:(?:từ\s+)?tháng\s+\d{1,2}\s*(?:-|–|đến)\s*(?:hết\s+)?)?(?:tháng\s+\d{1,2}|quý\s+[IV]{1,3})\s+h[ằà]ng\s+năm"
    rf"|{_SEASON}\s+(?:h[ằà]ng|mỗi)\s+năm(?!\w)"
    r"|(?:định kỳ\s+)?(?:h[ằà]ng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?!\w)"
    r"|định kỳ\s+(?:0?\d+\s+(?:ngày|tuần|tháng|năm)(?:\s*/?\s*(?:01\s+)?lần)?|(?:một|hai|ba|sáu)\s+tháng)?"
    r"|thường xuyên(?:,?\s+(?:liên tục|h[ằà]ng năm|theo quy định))?))"
    rf"|(?P<daterange>(?:từ\s+)?ngày\s+(?P<r1>\d{{1,2}}(?:\s*[/.]\s*\d{{1,2}}(?:\s*[/.]\s*{_Y})?)?)\s*(?:-|–"
    rf"|đến)\s*(?:hết\s+)?"
    rf"(?:ngày\s+)?(?P<rd>\d{{1,2}})\s*(?:[/.]|\s+tháng\s+)\s*(?P<rm>\d{{1,2}})(?:\s*[/.]\s*(?P<ry>{_Y})|\s+năm"
    rf"\s+(?P<ry2>{_Y}))?)"
    rf"|(?P<day>{_CLOCK}?(?:ngày"
    rf"\s+)?(?:(?P<d1>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m1>\d{{1,2}})\s?(?P=sep)\s?(?P<y1>{_Y})"
    rf"|(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}})(?:\s*(?:,|năm|/)\s*(?P<y2>{_Y}))?"
    r"|(?<=ngày )(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})(?![/\d])))"
    rf"|(?P<months>(?:từ\s+)?tháng\s+\d{{1,2}}(?:\s*/\s*{_Y})?\s*(?:-|–|đến|và|,)\s*(?:hết\s+)?(?:tháng"
    rf"\s+)?(?P<mm>\d{{1,2}})"
    rf"(?:\s*(?:/|năm)\s*(?P<my>{_Y})))"
    rf"|(?P<half>(?P<h>0?6|sáu)\s+tháng\s+(?P<he>đầu|cuối)\s+năm(?:\s+(?P<hy>{_Y}))?)"
    rf"|(?P<month>tháng\s+(?P<m>\d{{1,2}})(?:\s*(?:/|,?\s*năm|-)\s*(?P<y>{_Y}))?(?![\d/]))"
    rf"|(?P<slash>(?<![\d/])(?P<sm>\d{{1,2}})\s?/\s?(?P<sy>{_Y}))"
    rf"|(?P<quarters>quý\s+{_ROMAN}(?:\s*(?:-|–|,|và|đến|/)\s*(?:quý\s+)?{_ROMAN})+(?:{_OF_YEAR})?)"
    rf"|(?P<quarter>quý\s+(?P<q>{_ROMAN})(?:{_OF_YEAR})?)"
    rf"|(?P<period>(?:(?:giai đoạn|thời kỳ|trong các năm|các năm|năm|từ năm|từ)\s+)?(?P<p1>{_Y})\s*(?:-|–|đến(?:"
    rf"\s+năm)?)\s*(?P<p2>{_Y}))"
    rf"|(?P<sameyear>năm\s+(?:{_Y}\s*(?:,|và)\s*)+(?:năm\s+)?(?P<ylast>{_Y}))"
    rf"|(?P<year>(?P<part>(?:đầu|cuối|giữa|hết)\s+)?năm\s+(?P<yy>{_Y}))"
    rf"|(?P<relative>(?:trong\s+)?(?:(?:thời hạn|vòng|thời gian)\s+)?(?:tối đa\s+|không quá\s+|chậm nhất\s+|sau"
    rf"\s+)?\d{{1,3}}\s+"
    r"(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?\s*,?\s+(?:kể từ|tính từ|sau khi|trước khi|từ khi|từ ngày)"
    r"\s+[^,;.()\n]{3,80}"
    r"|trong\s+(?:(?:thời hạn|vòng|thời gian)\s+(?:tối đa\s+|không quá\s+)?\d{1,3}\s+(?:ngày|giờ|phút)"
    r"(?:\s+làm việc)?"
    r"|\d{1,3}\s+(?:ngày|giờ)\s+làm việc)(?:\s+khi\s+[^,;.()\n]{3,60})?(?!\w)"
    r"|ngay sau khi\s+[^,;.()\n]{3,80}"
    rf"|{_SEASON}(?:\s+(?:năm\s+)?{_Y}(?:\s*[-–]\s*{_Y})?)?(?!\w)"
    r"|(?:trước|tại|sau)\s+(?:các\s+)?kỳ họp\s+[^,;.()\n]{3,60}"
    r"|(?:trước|sau|trong)\s+(?:dịp\s+)?(?-i:Tết)(?:\s+(?:Nguyên đán|cổ truyền|Trung thu|Dương lịch))?"
    rf"(?:\s+(?-i:[A-ZĐẤẬÂ]\w+\s+[A-ZĐẤẬÂ]\w+))?(?:\s+(?:năm\s+)?{_Y})?(?!\w)))"
)


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(_MOMENTS, re.IGNORECASE)


# What makes a time in a sentence one by which the work is due.
_DONE = r"(?:hoàn thành|xong|kết thúc|thời gian(?:\s+(?:thực hiện|hoàn thành))?|thời hạn|hạn)\s*:?\s+"
_BEFORE = re.compile(
    rf"(?P<done>(?<!\w){_DONE})?(?P<words>(?:(?<!\w)(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|đến|trong))?"
    r"|không (?:muộn|chậm) hơn|không quá|(?<!năm )trước|trước(?!\s+đến)|lúc"
    r"|đến hết|đến cuối|đến|hết|trong|ngay trong|ngay|vào|cuối)\s+)*)$",
    re.IGNORECASE,
)
_TILL = re.compile(r"(?:^|\W)trước\s+$|\btrước$", re.IGNORECASE)
# "(thực hiện thường xuyên)", "định kỳ hằng quý": when it recurs is said of the work, and is no mere adverb.
_RECURS = re.compile(r"(?:vào|trước|định kỳ|tiến hành|\(|:|chậm nhất|[,;(]\s*thực hiện)\s*$", re.IGNORECASE)
_STEADY = re.compile(r"(?:thực hiện|tiến hành|\(|:)\s*$", re.IGNORECASE)
_LONGEST_TRIGGER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time in a text: where, how exact, and the last day in time when the calendar says it.

    ``bound`` is whether words before it ("trước", "trong", "hoàn thành") make it a deadline;
    ``first`` where those words begin.
    """

    span: Span
    precision: Precision
    due: date | None
    bound: bool
    first: int

    @property
    def whole(self) -> Span:
        """The time with the words that make it a deadline."""
        return Span(self.first, self.span.end)


def read_deadline(copy: str, spans: Sequence[Span], year: int | None = None) -> Deadline | None:
    """The deadline that a cell states; None when it names no time.

    ``copy`` is the reading copy; ``year`` completes a month or quarter when the heading of the column
    names it. Of a cell that names several times nothing is computed.
    """
    pieces = tuple(s for s in (_stripped(copy, span) for span in spans) if s.start < s.end)
    whole = " ".join(copy[slice(*s)] for s in pieces)
    times = list(find_times(whole, 0, len(whole), year))
    if not times and (bare := _BARE_DAY.fullmatch(whole)):
        return Deadline(spans=pieces, precision=Precision.DAY, due=_date(year, bare["m"], bare["d"]))
    if not times and (bare := _BARE_YEAR.fullmatch(whole)):
        return Deadline(spans=pieces, precision=Precision.YEAR, due=date(int(bare["year"]), 12, 31))
    if not times:
        return Deadline(spans=pieces, precision=Precision.RELATIVE) if _HAS_YEAR.search(whole) else None
    if len(times) == 1 and not _OPEN.search(whole):
        return Deadline(spans=pieces, precision=times[0].precision, due=times[0].due)
    kinds = {t.precision for t in times}
    return Deadline(spans=pieces, precision=kinds.pop() if len(kinds) == 1 else Precision.PERIOD)


# "30/6", "Trước 30/6" in a cell.
_BARE_DAY = re.compile(r"\W*(?:(?:trước|ngày|chậm nhất)\s+)*(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})\W*", re.IGNORECASE)
# "2026", "Trong 2026" in a cell.
_BARE_YEAR = re.compile(r"\W*(?:(?:trong|hết|đến|cuối|xong|hoàn\s+thành)\s+)*(?P<year>20\d{2})\W*", re.IGNORECASE)
_HAS_YEAR = re.compile(_Y)
# "từ năm 2026", "năm 2026 và các năm tiếp theo": no last day.
_OPEN = re.compile(r"^\W*(?:từ|sau)\s(?!.*đến)|tiếp theo|trở đi|những năm sau|hằng năm", re.IGNORECASE)


def find_deadlines(copy: str, span: Span, cited: Sequence[Span] = ()) -> list[Time]:
    """Times inside ``span`` by which something is due, in order; dates of cited documents say nothing."""
    found = []
    for time in find_times(copy, span.start, span.end):
        if any(c.start < time.span.end and time.span.start < c.end for c in cited):
            continue
        if time.bound and (tells_state(copy, time.whole, span) or _NOT_BEFORE.search(copy, span.start, time.first)):
            continue
        if time.bound and not _CITING.search(copy, max(span.start, time.span.start - 40), time.span.start):
            found.append(time)
    return found


# "không trước ngày 01/01/2027": when it may begin, and nothing is due.
_NOT_BEFORE = re.compile(r"(?<!\w)không\s+(?:được\s+)?(?:thực\s+hiện\s+|diễn\s+ra\s+|áp\s+dụng\s+)?$", re.IGNORECASE)
# "Kế hoạch số … ngày", "tại phiên họp ngày", "kỳ họp ngày": whose date it is.
_CITING = re.compile(
    r"(?:số\s+\S+|phiên họp|cuộc họp|hội nghị|kỳ họp|từ|ban hành|ký|ngày lễ|ngày lễ lớn"
    r"|ngày lễ lớn trong)\s*,?\s*(?:ngày\s*)?$",
    re.IGNORECASE,
)


def find_times(copy: str, start: int, end: int, year: int | None = None) -> Iterator[Time]:
    """Every time in ``copy[start:end]`` in order, due or not."""
    for match in _moment().finditer(copy, start, end):
        span = trim(copy, *match.span())
        kind = match.lastgroup or ""
        group = next(name for name in _READERS if match[name] is not None)
        before = _before(copy, start, span.start)
        first = span.start - len(before["words"]) if before else span.start
        done = before["done"] if before else None
        words = (done or "") + copy[first : span.start]
        precision, last = _READERS[group](match, year)
        due, clock = last, re.match(_CLOCK, match.group(), re.IGNORECASE)
        if _TILL.search(words) and last and not clock:
            due = _first_day(match, group, last) - timedelta(days=1)
        bound = _is_bound(copy, start, span, group, words, kind)
        yield Time(span=span, precision=precision, due=due, bound=bound, first=first)


def _before(copy: str, start: int, end: int) -> re.Match[str] | None:
    """The words before a time that make it a deadline."""
    window = copy[max(start, end - _LONGEST_TRIGGER) : end]
    found = None
    for match in re.finditer(r"(?<!\w)\w", window):
        if found := _BEFORE.match(window, match.start()):
            return found
    return found


def _is_bound(copy: str, start: int, span: Span, group: str, words: str, kind: str) -> bool:
    said = copy[span.start : span.end].lower()
    before = copy[max(start, span.start - 20) : span.start]
    if group == "recurring":
        opens = span.start == start or not before.strip()
        return (
            bool(
                re.search(r"\d|thứ\s|chủ\s+nhật|lần$|^trước\s", said)
                or said.startswith("định kỳ")
                or _RECURS.search(before)
                or opens
            )
            if not said.startswith("thường xuyên")
            else bool(_STEADY.search(before))
        )
    if group == "relative":
        return True
    if group in {"period", "daterange", "months"}:
        return group != "period" or before.rstrip().endswith("(") or bool(re.search(r"thời|hoàn thành|xong", words))
    if group in {"year", "sameyear"} and re.fullmatch(r"đến\s+", words, re.IGNORECASE):
        return said.startswith(("hết", "cuối"))  # "đến năm 2030" is whose goal, or what plan, it is
    return bool(words.strip())


def _stripped(copy: str, span: Span) -> Span:
    span = trim(copy, *span)
    while span.end > span.start and copy[span.end - 1] in ".,;:*":
        span = trim(copy, span.start, span.end - 1)
    return span


# --- What each form says -------------------------------------------------------------------------

_Read = tuple[Precision, date | None]


def _day(match: re.Match[str], year: int | None) -> _Read:
    d, m = match["d1"] or match["d2"] or match["d3"], match["m1"] or match["m2"] or match["m3"]
    y = match["y1"] or match["y2"] or year
    return Precision.DAY, _date(y, m, d)


def _date_range(match: re.Match[str], year: int | None) -> _Read:
    return Precision.PERIOD, _date(match["ry"] or match["ry2"] or year, match["rm"], match["rd"])


def _months(match: re.Match[str], year: int | None) -> _Read:
    return Precision.PERIOD, _month_end(match["my"] or year, int(match["mm"]))


def _month(match: re.Match[str], year: int | None) -> _Read:
    return Precision.MONTH, _month_end(match["y"] or year, int(match["m"]))


def _slash(match: re.Match[str], year: int | None) -> _Read:
    del year
    return Precision.MONTH, _month_end(match["sy"], int(match["sm"]))


def _half(match: re.Match[str], year: int | None) -> _Read:
    return Precision.PERIOD, _month_end(match["hy"] or year, 6 if match["he"].lower() == "đầu" else 12)


def _quarter(match: re.Match[str], year: int | None) -> _Read:
    number = quarter_number(match["q"])
    found = re.search(_Y, match.group())
    return Precision.QUARTER, _month_end(found.group() if found else year, number * 3) if number else None


def _quarters(match: re.Match[str], year: int | None) -> _Read:
    found = re.search(_Y, match.group())
    numbers = [quarter_number(n) for n in re.findall(_ROMAN, re.sub(_Y, "", match.group())[3:])]
    last = numbers[-1] if numbers else None
    return Precision.PERIOD, _month_end(found.group() if found else year, last * 3) if last else None


def _period(match: re.Match[str], year: int | None) -> _Read:
    del year
    first, last = int(match["p1"]), int(match["p2"])
    return Precision.PERIOD, date(last, 12, 31) if first <= last else None


def _years(match: re.Match[str], year: int | None) -> _Read:
    del year
    return Precision.PERIOD, date(int(match["ylast"]), 12, 31)


def _year(match: re.Match[str], year: int | None) -> _Read:
    del year
    part = (match["part"] or "").strip().lower()
    return Precision.YEAR, None if part in {"đầu", "giữa"} else date(int(match["yy"]), 12, 31)


def _recurring(match: re.Match[str], year: int | None) -> _Read:
    del match, year
    return Precision.RECURRING, None


def _relative(match: re.Match[str], year: int | None) -> _Read:
    del match, year
    return Precision.RELATIVE, None


_READERS = {
    "recurring": _recurring,
    "daterange": _date_range,
    "day": _day,
    "months": _months,
    "half": _half,
    "month": _month,
    "slash": _slash,
    "quarters": _quarters,
    "quarter": _quarter,
    "period": _period,
    "sameyear": _years,
    "year": _year,
    "relative": _relative,
}


def quarter_number(printed: str) -> int | None:
    """Which quarter a numeral is: "III" and "3" are 3; "H" and "ll", as OCR reads II, are 2; None in doubt."""
    folded = printed.replace("H", "II").replace("l", "I").replace("i", "I")
    if len(folded) > 1:
        folded = folded.replace("1", "I")
    known = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    return known.get(folded)


def _date(year: str | int | None, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None


def _month_end(year: str | int | None, month: int) -> date | None:
    if not year or not 1 <= month <= 12:
        return None
    return date(int(year), month, calendar.monthrange(int(year), month)[1])


def _first_day(match: re.Match[str], group: str, last: date) -> date:
    """The first day of what is named, for "trước tháng 8/2026"."""
    if group in {"month", "slash"}:
        return last.replace(day=1)
    if group == "quarter":
        return last.replace(day=1, month=last.month - 2)
    if group in {"year"} and not match["part"]:
        return date(last.year, 1, 1)
    return last
