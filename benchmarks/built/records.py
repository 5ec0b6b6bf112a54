"""What a built directive holds, before it is printed; and a question with its known answer."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Due(NamedTuple):
    """A time as a cell prints it, as a sentence does, and the part that an answer must hold."""

    cell: str
    phrase: str
    core: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A task: what is done (``verb``), to what (``thing``), where, and how the sentence ends."""

    verb: str
    thing: str
    place: str = ""
    tail: str = ""

    @property
    def printed(self) -> str:
        """The task as a cell prints it."""
        place = f" tại {self.place}" if self.place else ""
        return f"{self.verb} {self.thing}{place}{f' {self.tail}' if self.tail else ''}"

    @property
    def about(self) -> str:
        """What the task is done to, and where: what an answer that names the task must hold."""
        return f"{self.thing}{f' tại {self.place}' if self.place else ''}"

    @property
    def spoken(self) -> str:
        """The task inside a sentence."""
        return self.printed[0].lower() + self.printed[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A task with who does it; ``shape`` names the form in which it is printed.

    ``others`` are agencies that the item names in a role that no question asks for. ``asked`` are
    the slots that the item states or plainly does not state; a doubtful slot is in neither.
    """

    work: Work
    shape: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    supervising: tuple[str, ...] = ()
    due: Due | None = None
    others: tuple[str, ...] = ()
    asked: frozenset[str] = frozenset({"lead", "coordinating", "supervising", "deadline"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An indicator with its value for some years; a year with the value "" is an empty cell."""

    indicator: str
    unit: str
    values: tuple[tuple[int, str], ...]
    shape: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A body that issues directives: its names, its letters, where it sits, who signs for it."""

    level: str
    party: bool
    province: str
    family: str
    commune: str
    names: tuple[str, ...]
    head: tuple[str, ...]
    speaks: str
    seat: str
    letters: str
    behalf: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the table of tasks is drawn: form, columns by role, titles, and where pages break."""

    form: str
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    merged: bool
    page_break: int | None
    header_again: bool
    bands: bool

    @property
    def name(self) -> str:
        """A short name for reports."""
        marks = [
            "merged" if self.merged else "single",
            "" if "stt" in self.columns else "no-stt",
            ("paged-header" if self.header_again else "paged") if self.page_break else "",
            "bands" if self.bands else "",
        ]
        return "-".join([f"table-{self.form}-{len(self.columns)}", *(m for m in marks if m)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One built directive; None where it does not say (lost number, lost date, no signature)."""

    file: str
    office: Office
    kind: str
    number: int
    symbol: str | None
    issued_on: date | None
    year: int
    subject: str
    signer: str | None
    signing_office: str
    recipients: tuple[str, ...]
    rows: tuple[Item, ...]
    prose: tuple[Item, ...]
    figures: tuple[Figure, ...]
    layout: Layout | None
    prose_shape: str
    guise: str
    short: bool = False
    damage: tuple[str, ...] = ()
    text: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All tasks, of the annex and of the body."""
        return (*self.rows, *self.prose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question with its known answer: one alternative of each group of ``wanted``; none = refuse.

    ``rivals`` are values that an answer must not hold, each with where it comes from: row, role, document, year.
    """

    id: str
    question: str
    slot: str
    shape: str
    style: str
    file: str
    wanted: tuple[tuple[str, ...], ...]
    rivals: tuple[tuple[str, str], ...] = ()
    why: str = ""
