"""Deadlines of a register: the first day that is meant, and the order in which tasks are due."""

import re
from datetime import date

from tracuu.registers.records import Due
from tracuu.types import Precision

# "trước ngày 15/4", "chậm nhất", "đến hết quý II": an end without a beginning.
_NO_START = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|đến|không (?:muộn|chậm) hơn|(?<!tháng )cuối)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:0?6|sáu)\s+tháng\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")


def first_day(text: str, precision: Precision, due: date | None) -> date | None:
    """The first day of a time as printed that ends on ``due``: of its month, quarter, half-year, year or years."""
    if due is None or _NO_START.search(text):
        return None
    if precision is Precision.DAY:
        return due
    if precision is Precision.PERIOD:
        return _first_of_period(text, due)
    months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}.get(precision)
    return date(due.year, due.month - months + 1, 1) if months and due.month % months == 0 else None


def _first_of_period(text: str, due: date) -> date | None:
    if _HALF.search(text):
        return date(due.year, due.month - 5, 1) if due.month in {6, 12} else None
    years = [int(year) for year in _YEARS.findall(text)]
    whole = len(years) > 1 and years[-1] == due.year and (due.month, due.day) == (12, 31)
    return date(years[0], 1, 1) if whole and years[0] <= due.year else None


_FINENESS = {
    precision: rank
    for rank, precision in enumerate(
        (Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.PERIOD)
    )
}
_UNDATED = {Precision.RECURRING: 1, Precision.RELATIVE: 2}


def due_key(due: Due | None) -> tuple[int, date, int]:
    """For sorting: first what has a day, earliest first (of one day, the more exact first).

    Then what recurs, what hangs on something else or has a day without a year, and what has no deadline.
    """
    if due is None:
        return 4, date.max, 0
    if due.end is None:
        return _UNDATED.get(due.precision, 3), date.max, 0
    return 0, due.end, _FINENESS.get(due.precision, 9)
