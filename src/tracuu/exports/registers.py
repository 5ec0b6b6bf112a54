"""Registers as tables for people's own files; cells are the words of the documents."""

from collections.abc import Sequence

from tracuu import vi
from tracuu.exports.sheets import Column, Kind, Sheet, Value
from tracuu.registers import TargetEntry, TaskEntry
from tracuu.registers.wording import brackets_told, due_words, figure_words, notes, years_words

# Columns by the keys of vi.REGISTER_TASK_COLUMNS: width in characters, what they hold, whether Word prints them.
_TASKS: tuple[tuple[str, int, Kind, bool], ...] = (
    ("number", 10, Kind.NUMBER, True),
    ("task", 60, Kind.TEXT, True),
    ("lead", 28, Kind.TEXT, True),
    ("coordinating", 28, Kind.TEXT, True),
    ("supervising", 22, Kind.TEXT, True),
    ("deadline", 20, Kind.TEXT, True),
    ("due", 13, Kind.DATE, False),
    ("document", 18, Kind.TEXT, False),
    ("issued", 13, Kind.DATE, False),
    ("province", 14, Kind.TEXT, False),
    ("short", 30, Kind.TEXT, True),
    ("reference", 60, Kind.TEXT, False),
    ("quote", 60, Kind.TEXT, False),
    ("source", 30, Kind.TEXT, False),
    ("note", 30, Kind.TEXT, False),
)
_TARGETS: tuple[tuple[str, int, Kind, bool], ...] = (
    ("number", 10, Kind.NUMBER, True),
    ("indicator", 60, Kind.TEXT, True),
    ("comparison", 10, Kind.TEXT, False),
    ("value", 20, Kind.TEXT, True),
    ("low", 10, Kind.NUMBER, False),
    ("high", 10, Kind.NUMBER, False),
    ("unit", 12, Kind.TEXT, False),
    ("first", 9, Kind.NUMBER, False),
    ("last", 9, Kind.NUMBER, False),
    ("years", 20, Kind.TEXT, True),
    ("place", 18, Kind.TEXT, True),
    ("document", 18, Kind.TEXT, False),
    ("issued", 13, Kind.DATE, False),
    ("short", 30, Kind.TEXT, True),
    ("reference", 60, Kind.TEXT, False),
    ("quote", 60, Kind.TEXT, False),
    ("source", 30, Kind.TEXT, False),
    ("note", 30, Kind.TEXT, False),
)


def tasks_sheet(entries: Sequence[TaskEntry], about: str = "") -> Sheet:
    """Tasks as a table, numbered from 1; ``about`` says what was filtered."""
    rows = [_task(number, entry) for number, entry in enumerate(entries, start=1)]
    return Sheet(
        name=vi.REGISTER_TASKS_SHEET,
        title=vi.REGISTER_TASKS_TITLE,
        about=_about(about, entries),
        columns=_columns(_TASKS, vi.REGISTER_TASK_COLUMNS),
        rows=tuple(tuple(row[key] for key, *_ in _TASKS) for row in rows),
    )


def targets_sheet(entries: Sequence[TargetEntry], about: str = "") -> Sheet:
    """Targets as a table, as `tasks_sheet`."""
    rows = [_target(number, entry) for number, entry in enumerate(entries, start=1)]
    return Sheet(
        name=vi.REGISTER_TARGETS_SHEET,
        title=vi.REGISTER_TARGETS_TITLE,
        about=_about(about, entries),
        columns=_columns(_TARGETS, vi.REGISTER_TARGET_COLUMNS),
        rows=tuple(tuple(row[key] for key, *_ in _TARGETS) for row in rows),
    )


def _about(filtered: str, entries: Sequence[TaskEntry] | Sequence[TargetEntry]) -> str:
    return ". ".join(filter(None, [filtered, *(said.rstrip(".") for said in brackets_told(entries))]))


def _columns(rows: Sequence[tuple[str, int, Kind, bool]], names: dict[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name=names[key], width=width, kind=kind, printed=printed) for key, width, kind, printed in rows)


def _task(number: int, entry: TaskEntry) -> dict[str, Value]:
    return {
        "number": number,
        "task": entry.task,
        "lead": entry.lead,
        "coordinating": entry.coordinating,
        "supervising": entry.supervising,
        "deadline": due_words(entry.deadline) if entry.deadline else "",
        "due": entry.deadline.end if entry.deadline else None,
        "document": entry.document or "",
        "issued": entry.issued,
        "province": entry.province or "",
        "short": entry.short_reference,
        "reference": entry.marked_reference,
        "quote": entry.quote,
        "source": entry.source,
        "note": "; ".join(notes(entry)),
    }


def _target(number: int, entry: TargetEntry) -> dict[str, Value]:
    first, last = entry.years or (None, None)
    return {
        "number": number,
        "indicator": entry.indicator,
        "comparison": vi.REGISTER_COMPARISONS[entry.comparison],
        "value": figure_words(entry),
        "low": entry.low,
        "high": entry.high,
        "unit": entry.unit,
        "first": first,
        "last": last,
        "years": years_words(entry),
        "place": entry.place or entry.province or "",
        "document": entry.document or "",
        "issued": entry.issued,
        "short": entry.short_reference,
        "reference": entry.marked_reference,
        "quote": entry.quote,
        "source": entry.source,
        "note": "; ".join(notes(entry)),
    }
