"""What registers list, and what they are asked for. Field names are the keys of `tasks --json` and `targets --json`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracuu.types import Comparison, Difference, Precision, Span, Spans


class Role(StrEnum):
    """What an agency has to do with a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    SUPERVISING = "supervising"


class Match(StrEnum):
    """Why a task is one of the agency asked for, surest first.

    NAMED: by its name. RENAMED: under the name that it had before 2025, or has since. SHARED: as one of a range
    ("các sở, ban, ngành tỉnh"). POSSIBLE: a range of which only some are meant ("các cơ quan liên quan"), or an agency
    to which a part of its work went.
    """

    NAMED = "named"
    RENAMED = "renamed"
    SHARED = "shared"
    POSSIBLE = "possible"


class Order(StrEnum):
    """How entries stand: by deadline (dated, recurring, relative, none), or as in the documents."""

    DEADLINE = "deadline"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline; ``text`` as printed. ``end`` is the last day in time ("quý II/2026": 30/6/2026).

    ``start`` is the first day of the time that is said (1/4/2026), None for "trước ngày …" and where the calendar says
    none. Both are None for "thường xuyên" and the like.
    """

    text: str
    precision: Precision
    start: date | None
    end: date | None
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The same entry in another copy of the document, and the words in which it differs."""

    source: str
    doc_id: str
    start: int
    end: int
    differs: bool
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """An old and a new name of the agency asked for, since when, and by what it was so ordered."""

    old: str
    new: str
    on: date
    order: str
    partly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSpans:
    """Where the cells of a task stand in the source, each as pieces in reading order."""

    task: Spans
    lead: Spans
    coordinating: Spans
    supervising: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntry:
    """One task. Cells are words of the source on one line, without mark-up; "" where nothing is said.

    ``quote`` is ``text[start:end]`` of the source: the row or clause that it was read from; an agency may stand above
    it (``headings``, outermost first). ``match``, ``role`` and ``renamed`` are set when an agency was asked for.
    """

    doc_id: str
    source: str
    document: str | None
    kind: str | None
    issued: date | None
    province: str | None
    locator: tuple[str, ...]
    task: str
    lead: str
    coordinating: str
    supervising: str
    deadline: Due | None
    reference: str
    marked_reference: str
    short_reference: str
    quote: str
    start: int
    end: int
    headings: tuple[str, ...]
    spans: TaskSpans
    also_in: tuple[Copy, ...] = ()
    match: Match | None = None
    role: Role | None = None
    renamed: Renamed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSpans:
    """Where the cells of a target stand in the source; None where nothing is said."""

    indicator: Spans
    value: Span
    unit: Span | None
    period: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEntry:
    """One figure that is set. ``figure`` is value and unit as they are read; ``low`` and ``high`` are its numbers.

    ``years`` are first and last year. ``place`` is named in the clause, else None: then it is that of the document.
    """

    doc_id: str
    source: str
    document: str | None
    kind: str | None
    issued: date | None
    province: str | None
    locator: tuple[str, ...]
    indicator: str
    comparison: Comparison
    value: str
    low: float
    high: float
    unit: str
    years: tuple[int, int] | None
    period: str
    place: str | None
    reference: str
    marked_reference: str
    short_reference: str
    quote: str
    start: int
    end: int
    headings: tuple[str, ...]
    spans: TargetSpans
    also_in: tuple[Copy, ...] = ()


# --- What is asked for ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Which tasks; None or empty admits all. Days are inclusive, and leave out what has no day.

    ``agency`` as a person writes it ("SXD", "so tai chinh lai chau"); ``reach`` is the least sure match that is still
    listed: None lists what is given to ranges only for an agency that some task names, or a known commune's.
    ``doc_ids`` are documents or copies. Of ``text`` every word must stand in the entry.
    """

    agency: str = ""
    role: Role | None = None
    doc_ids: tuple[str, ...] = ()
    place: str = ""
    due_after: date | None = None
    due_before: date | None = None
    text: str = ""
    reach: Match | None = None
    order: Order = Order.DEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFilter:
    """Which targets; None or empty admits all. ``year`` lies within the years that a target is set for."""

    doc_ids: tuple[str, ...] = ()
    place: str = ""
    year: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksFound:
    """The tasks asked for, in order, and what a person should know of those that are not there.

    ``named`` is whether some task of the corpus names the agency asked for; ``near`` are names like one that none
    does. ``undated``, ``shared`` and ``possible`` count tasks left out for having no day, for being given to a range,
    and for being given to "the agencies concerned".
    """

    entries: tuple[TaskEntry, ...]
    named: bool = True
    near: tuple[str, ...] = ()
    undated: int = 0
    shared: int = 0
    possible: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCount:
    """How many tasks an agency has, by role; ``province`` tells agencies of one name apart."""

    name: str
    province: str | None
    lead: int
    coordinating: int
    supervising: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many tasks are due on one day at the latest, and the most exact precision with which that is said."""

    due: date
    precision: Precision
    tasks: int
