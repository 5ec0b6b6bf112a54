"""Where the numbers of a list do not run on: skipped, doubled, out of order, or printed for another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracuu.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One label of a list.

    ``value`` is its place in the order (1 for the first). ``sign`` is what stands behind it (")", "."), "" for none.
    ``fresh``: other text stands between it and the label before, so that a list may begin anew here. ``stem``
    is what stands before the label in a number such as "2.1": "2.".
    """

    value: int
    label: str
    span: Span
    sign: str = ""
    stem: str = ""
    fresh: bool = False


class Fault(StrEnum):
    """What does not run on."""

    SKIPPED = "skipped"
    DOUBLED = "doubled"
    OTHER = "other"
    SWAPPED = "swapped"
    BACK = "back"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where a list does not run on; ``entries`` are the labels around it, in order.

    ``wanted`` is the value that should stand there: the first that is missing, or that of the label at fault.
    """

    fault: Fault
    entries: tuple[Entry, ...]
    wanted: int


# Whether a value is printed somewhere between two offsets (in running text, or misread).
Printed = Callable[[int, int, int], bool]
# Above this many missing numbers the list is trusted to go on only when the next number follows.
_FEW = 3


# How many labels behind the one at fault are settled with it.
_PASSED = {Fault.OTHER: 1, Fault.SWAPPED: 2}


def find_breaks(entries: Sequence[Entry], printed: Printed) -> list[Break]:
    """The breaks of one list, in order; what ``printed`` finds between two labels is not missing."""
    entries = _without_strays(entries)
    breaks: list[Break] = []
    at = 1
    while at < len(entries):
        found = _break_at(entries, at, printed)
        if found:
            breaks.append(found)
            at += _PASSED.get(found.fault, 0)
        at += 1
    return breaks


# A label this far from those around it, which run on without it, is a number of the text: "80. tỷ đồng".
_FAR = 5


def _without_strays(entries: Sequence[Entry]) -> Sequence[Entry]:
    kept: list[Entry] = []
    for at, entry in enumerate(entries):
        after = entries[at + 1] if at + 1 < len(entries) else None
        between = bool(kept) and after is not None and after.value == kept[-1].value + 1
        if not (between and abs(entry.value - kept[-1].value) > _FAR):
            kept.append(entry)
    return kept


def _break_at(entries: Sequence[Entry], at: int, printed: Printed) -> Break | None:
    before, here = entries[at - 1], entries[at]
    if here.value == before.value + 1:
        return None
    after = entries[at + 1] if at + 1 < len(entries) else None
    if after and after.value == before.value + 2 and not _is_new_list(here, after):
        if printed(before.value + 1, before.span.start, after.span.start):
            return None
        return Break(fault=Fault.OTHER, entries=(before, here, after), wanted=before.value + 1)
    if _is_swapped(entries, at):
        return Break(fault=Fault.SWAPPED, entries=tuple(entries[at - 1 : at + 2]), wanted=before.value + 1)
    if _goes_on_by_sign(entries, at):
        return None
    if here.value == 1:
        return _first_again(entries, at, after)
    if here.value > before.value:
        return _skipped(before, here, after, printed)
    fault = Fault.DOUBLED if here.value == before.value else Fault.BACK
    if fault is Fault.BACK and (here.fresh or _is_printed(1, here.value, before, here, printed)):
        return None
    return Break(fault=fault, entries=(before, here), wanted=before.value + 1)


def _first_again(entries: Sequence[Entry], at: int, after: Entry | None) -> Break | None:
    """A first label behind others: the beginning of a new list, unless that would leave a list of one."""
    before, here = entries[at - 1], entries[at]
    if here.fresh or here.sign != before.sign:
        return None
    if after is not None and after.value == 2 and before.value != 1:
        return None
    fault = Fault.DOUBLED if before.value == 1 else Fault.BACK
    return Break(fault=fault, entries=(before, here), wanted=before.value + 1)


def _is_new_list(here: Entry, after: Entry) -> bool:
    """Whether a list begins at ``here`` and goes on: 1, 2."""
    return here.value == 1 and after.value == 2


def _is_swapped(entries: Sequence[Entry], at: int) -> bool:
    """Whether two labels stand in each other's place: a, c, b, d."""
    first = entries[at - 1].value
    following = [entry.value for entry in entries[at : at + 3]]
    return following == [first + 2, first + 1, first + 3]


def _goes_on_by_sign(entries: Sequence[Entry], at: int) -> bool:
    """Whether a label runs on from the last one with its own sign: "1." "1)" "2)" "2."; a new sign begins at 1."""
    here = entries[at]
    if here.sign == entries[at - 1].sign:
        return False
    last = next((e for e in reversed(entries[:at]) if e.sign == here.sign), None)
    return here.value == (last.value + 1 if last else 1)


def _skipped(before: Entry, here: Entry, after: Entry | None, printed: Printed) -> Break | None:
    missing = range(before.value + 1, here.value)
    if len(missing) > _FEW and (after is None or after.value != here.value + 1):
        return None
    if all(printed(value, before.span.start, here.span.start) for value in missing):
        return None
    wanted = next(value for value in missing if not printed(value, before.span.start, here.span.start))
    return Break(fault=Fault.SKIPPED, entries=(before, here), wanted=wanted)


def _is_printed(first: int, end: int, before: Entry, here: Entry, printed: Printed) -> bool:
    """Whether all labels from ``first`` below ``end`` are printed in the text between two labels."""
    return all(printed(value, before.span.start + 1, here.span.start) for value in range(first, end))
