"""Pictures of a register: when tasks are due, and how many each agency has; each says in words what it shows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracuu import vi
from tracuu.registers import Role, TaskEntry
from tracuu.registers.records import AgencyCount
from tracuu.registers.sums import by_agency, by_day
from tracuu.registers.wording import day
from tracuu.types import Precision
from tracuu.web.markup import escape

# Columns and bars that can be told apart in 440 points of width, and on a screen without scrolling.
_MOST_COLUMNS, _MOST_AGENCIES = 12, 6
# Points of the drawing; it grows and shrinks with its place.
_WIDTH, _HEIGHT, _TOP, _BOTTOM = 440, 180, 24, 34


class Bucket(NamedTuple):
    """A month, quarter or year with how many tasks are due in it; ``gap`` when time is left out before it."""

    title: str
    short: str
    first: date
    last: date
    tasks: int
    gap: bool


def timeline_html(entries: Sequence[TaskEntry]) -> str:
    """The columns of tasks by when they are due, each a link to its tasks; how many have no day stands below."""
    columns = buckets(entries)
    drawing = _drawing(columns) if columns else f'<p class="tc-small">{vi.REGISTER_TIMELINE_NONE}</p>'
    about = f'<p class="tc-small">{vi.REGISTER_TIMELINE_ABOUT}</p>' if columns else ""
    return (
        f'<figure class="tc-chart" aria-label="{vi.REGISTER_TIMELINE}"><figcaption>{vi.REGISTER_TIMELINE}</figcaption>'
        f'{drawing}<p class="tc-small">{_groups(entries)}</p>{about}</figure>'
    )


def buckets(entries: Sequence[TaskEntry]) -> list[Bucket]:
    """Tasks with a day by month; by quarter or year when months are too many; the first years when these are."""
    days = by_day(entries)
    made: list[Bucket] = []
    for months in (1, 3, 12):
        counts: Counter[date] = Counter()
        for one in days:
            counts[date(one.due.year, (one.due.month - 1) // months * months + 1, 1)] += one.tasks
        made = [_bucket(first, months, counts) for first in sorted(counts)]
        if len(made) <= _MOST_COLUMNS:
            break
    return made[:_MOST_COLUMNS]


def _bucket(first: date, months: int, counts: Counter[date]) -> Bucket:
    last = _later(first, months) - timedelta(days=1)
    before = [other for other in counts if other < first]
    gap = bool(before) and _later(max(before), months) != first
    kind = {1: "month", 3: "quarter", 12: "year"}[months]
    quarter = ("I", "II", "III", "IV")[(first.month - 1) // 3]
    said = {"month": first.month, "quarter": quarter, "year": first.year}
    short = {1: f"{first.month}/{first.year}", 3: f"{quarter}/{first.year}", 12: f"{first.year}"}[months]
    return Bucket(vi.REGISTER_BUCKETS[kind].format(**said), short, first, last, counts[first], gap)


def _later(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _drawing(columns: Sequence[Bucket]) -> str:
    """Columns from left to right in order of time; "…" stands where time is left out."""
    most = max(column.tasks for column in columns)
    step = _WIDTH / len(columns)
    drawn = "".join(_column(column, number * step, step, most) for number, column in enumerate(columns))
    return (
        f'<svg class="tc-timeline" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{vi.REGISTER_TIMELINE}">'
        f'<line class="tc-axis" x1="0" x2="{_WIDTH}" y1="{_HEIGHT - _BOTTOM}" y2="{_HEIGHT - _BOTTOM}"/>{drawn}</svg>'
    )


def _column(column: Bucket, left: float, step: float, most: int) -> str:
    height = (_HEIGHT - _TOP - _BOTTOM) * column.tasks / most
    base, middle, width = _HEIGHT - _BOTTOM, left + step / 2, min(46.0, step * 0.62)
    said = escape(vi.REGISTER_BUCKET_TASKS.format(bucket=column.title, count=column.tasks))
    gap = f'<text class="tc-when" x="{left:.1f}" y="{base - 4}" text-anchor="middle">…</text>' if column.gap else ""
    return (
        f'{gap}<a href="#" role="button" aria-label="{said}"'
        f' data-register-days="{day(column.first)},{day(column.last)}">'
        f'<title>{said}</title><rect class="tc-hit" x="{left:.1f}" y="0" width="{step:.1f}" height="{_HEIGHT}"/>'
        f'<rect class="tc-bar" x="{middle - width / 2:.1f}" y="{base - height:.1f}" width="{width:.1f}"'
        f' height="{height:.1f}" rx="2"/>'
        f'<text x="{middle:.1f}" y="{base - height - 6:.1f}" text-anchor="middle">{column.tasks}</text>'
        f'<text class="tc-when" x="{middle:.1f}" y="{base + 22}" text-anchor="middle">{column.short}</text></a>'
    )


def _groups(entries: Sequence[TaskEntry]) -> str:
    """How many tasks have a day, recur, hang on something else, have no deadline."""
    counts: Counter[str] = Counter()
    for entry in entries:
        due = entry.deadline
        recurs = due is not None and due.precision is Precision.RECURRING
        kind = "none" if due is None else "dated" if due.end else "recurring" if recurs else "relative"
        counts[kind] += 1
    return escape(" · ".join(f"{counts[kind]} {name}" for kind, name in vi.REGISTER_GROUPS.items() if counts[kind]))


# --- By agency -----------------------------------------------------------------------------------


def agencies_html(entries: Sequence[TaskEntry]) -> str:
    """A bar for each of the agencies with most tasks, with the number by role; "" when no agency is named."""
    sums = by_agency(entries)
    if not sums:
        return ""
    shown = sorted(sums, key=lambda s: (-_total(s), -s.lead))[:_MOST_AGENCIES]
    most = max(map(_total, shown))
    bars = "".join(_bar(one, most) for one in shown)
    left = len(sums) - len(shown)
    more = f'<p class="tc-small">{vi.REGISTER_BY_AGENCY_MORE.format(count=left)}</p>' if left else ""
    key = "".join(f'<span class="tc-key tc-{role.value}">{vi.REGISTER_ROLES[role]}</span>' for role in Role)
    return (
        f'<figure class="tc-chart" aria-label="{vi.REGISTER_BY_AGENCY}"><figcaption>{vi.REGISTER_BY_AGENCY}'
        f'</figcaption><p class="tc-keys" aria-hidden="true">{key}</p><ol class="tc-bars">{bars}</ol>{more}'
        f'<p class="tc-small">{vi.REGISTER_BY_AGENCY_ABOUT}</p></figure>'
    )


def _total(one: AgencyCount) -> int:
    return one.lead + one.coordinating + one.supervising


def _bar(one: AgencyCount, most: int) -> str:
    said = " · ".join(f"{vi.REGISTER_ROLES[role]} {getattr(one, role)}" for role in Role if getattr(one, role))
    name = f"{one.name} ({one.province})" if one.province and one.province not in one.name else one.name
    asked = f"{one.name} {one.province}" if one.province and one.province not in one.name else one.name
    parts = "".join(
        f'<i class="tc-{role.value}" style="width:{100 * getattr(one, role) / most:.1f}%"></i>'
        for role in Role
        if getattr(one, role)
    )
    return (
        f'<li><button type="button" class="tc-link" data-register-agency="{escape(asked)}">{escape(name)}</button>'
        f'<span class="tc-counts">{said}</span><span class="tc-track" aria-hidden="true">{parts}</span></li>'
    )
