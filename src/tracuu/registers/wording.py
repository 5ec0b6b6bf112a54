"""Registers in words: what the terminal prints, what is noted beside an entry, what a filter leaves out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tracuu import vi
from tracuu.citing import differing
from tracuu.registers.agencies import renamed_since
from tracuu.registers.records import Due, Match, Renamed, Role, TargetEntry, TaskEntry, TaskFilter, TasksFound
from tracuu.text import fold


def day(value: date) -> str:
    """The date as offices write it: 08/6/2022 (Decree 30/2020/NĐ-CP: a zero before days under 10, months 1 and 2)."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"{value.day:02}/{month}/{value.year}"


def due_words(due: Due | None) -> str:
    """The deadline as printed, with the last day of a month, quarter or year; a sentence when there is none."""
    if due is None:
        return vi.REGISTER_NO_DEADLINE
    said = due.end and day(due.end) in due.text
    return vi.REGISTER_UNTIL.format(text=due.text, day=day(due.end)) if due.end and not said else due.text


def figure_words(entry: TargetEntry) -> str:
    """How a figure is meant, its value and its unit: "tối thiểu 32 m²"."""
    unit = entry.unit if entry.unit == "%" else f" {entry.unit}"
    return f"{vi.REGISTER_COMPARISONS[entry.comparison]} {entry.value}{unit}".strip()


# "trước năm 2030" is not in that year, "từ tháng 5 đến hết tháng 8 năm 2026" not all of it.
_NARROWER = re.compile(r"^truoc |\b(?:thang|quy) ")


def years_words(entry: TargetEntry) -> str:
    """For when a target is set; "" when that is not said."""
    if entry.years is None:
        return ""
    first, last = entry.years
    if _NARROWER.search(fold(entry.period)):
        return entry.period[:1].lower() + entry.period[1:]
    single = vi.REGISTER_YEAR.format(year=last)
    return single if first == last else vi.REGISTER_YEARS.format(first=first, last=last)


def notes(entry: TaskEntry | TargetEntry) -> Iterator[str]:
    """What is noted of an entry: how it is the agency's, and in which copies it stands too."""
    if isinstance(entry, TaskEntry) and entry.match and entry.role:
        yield f"{vi.REGISTER_ROLES[entry.role]}, {vi.REGISTER_MATCHES[entry.match]}"
    for copy in entry.also_in:
        pairs = differing(copy.differences)
        if pairs:
            yield vi.REGISTER_COPY_DIFFERS.format(source=copy.source, pairs=pairs)
        else:
            yield (vi.REGISTER_COPY_OTHER if copy.differs else vi.REGISTER_COPY).format(source=copy.source)


def tasks_text(entries: Sequence[TaskEntry]) -> str:
    """The tasks for the terminal; one sentence when there are none."""
    if not entries:
        return vi.REGISTER_NO_TASKS
    blocks = [_task(number, entry) for number, entry in enumerate(entries, start=1)]
    return "\n\n".join([vi.REGISTER_TASKS_COUNT.format(count=len(entries)), *blocks, *brackets_told(entries)])


def _task(number: int, entry: TaskEntry) -> str:
    lines = [f"{number}. {due_words(entry.deadline)}", f"    {entry.task}"]
    for role in Role:
        cell = getattr(entry, role.value)
        lines += [f"    {vi.REGISTER_LINES[role]}: {cell}"] if cell else []
    return "\n".join([*lines, f"    {entry.marked_reference}", *(f"    ({note})" for note in notes(entry))])


def targets_text(entries: Sequence[TargetEntry]) -> str:
    """The targets for the terminal; one sentence when there are none."""
    if not entries:
        return vi.REGISTER_NO_TARGETS
    blocks = [_target(number, entry) for number, entry in enumerate(entries, start=1)]
    return "\n\n".join([vi.REGISTER_TARGETS_COUNT.format(count=len(entries)), *blocks, *brackets_told(entries)])


def _target(number: int, entry: TargetEntry) -> str:
    when = ", ".join(filter(None, (years_words(entry), entry.place or entry.province or "")))
    said = f"{number}. {entry.indicator}: {figure_words(entry)}" + (f" ({when})" if when else "")
    return "\n".join([said, f"    {entry.marked_reference}", *(f"    ({note})" for note in notes(entry))])


def brackets_told(entries: Sequence[TaskEntry] | Sequence[TargetEntry]) -> Iterator[str]:
    """The sentence that says what square brackets are, when a reference has them."""
    if any(entry.marked_reference != entry.reference for entry in entries):
        yield vi.INFERRED_BRACKETS


# --- What a person should know of a filter ---------------------------------------------------------


def remarks(found: TasksFound, wanted: TaskFilter, levels: Mapping[Match, str]) -> Iterator[str]:
    """One sentence each: an agency that no task names, tasks left out and why, names that changed.

    ``levels`` say how each ``reach`` is asked for.
    """
    agency = wanted.agency.strip()
    if agency and not found.named:
        yield _unnamed(found, agency, levels)
        yield from map(_renamed, renamed_since(agency))
    elif found.shared:
        yield vi.REGISTER_SHARED_OUT.format(count=found.shared, level=levels[Match.SHARED])
    if found.possible and found.named:
        yield vi.REGISTER_POSSIBLE_OUT.format(count=found.possible, level=levels[Match.POSSIBLE])
    if found.undated:
        yield vi.REGISTER_UNDATED.format(count=found.undated)
    if wanted.due_after or wanted.due_before:
        yield vi.REGISTER_WHOLE_PERIODS
    yield from dict.fromkeys(_renamed(entry.renamed) for entry in found.entries if entry.renamed)


def _unnamed(found: TasksFound, agency: str, levels: Mapping[Match, str]) -> str:
    parts = [vi.REGISTER_NOT_NAMED.format(agency=agency)]
    if found.near:
        parts.append(vi.REGISTER_NEAR.format(names=", ".join(found.near)))
    if found.shared:
        parts.append(vi.REGISTER_SHARED_LEFT.format(count=found.shared, level=levels[Match.SHARED]))
    return "".join(parts) + "."


def _renamed(renamed: Renamed) -> str:
    sentence = vi.REGISTER_PARTLY if renamed.partly else vi.REGISTER_RENAMED
    return sentence.format(old=renamed.old, new=renamed.new, day=day(renamed.on), order=renamed.order)


def role_of(typed: str) -> Role | None:
    """The role that a person or program means ("chủ trì", "Phoi hop", "lead"); None when it is none."""
    said = fold(" ".join(typed.split()))
    names = {fold(name): role for role, name in vi.REGISTER_ROLES.items()}
    found = names.get(said, said)
    return Role(found) if found in set(Role) else None
