"""What the tab and the interface ask of the registers: fields as typed become a filter, and words."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.overview import find_document
from tracuu.registers import Match, Order, TargetFilter, TaskFilter
from tracuu.registers.wording import role_of
from tracuu.web.library import Library

# Longer than any name of an agency with its place.
_LONGEST = 300
# 30/6/2026, 30-6-2026, 30.6.2026, or as programs write it: 2026-06-30.
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# How each level is asked for on the page.
LEVELS = {one: vi.REGISTER_LEVEL_PAGE.format(level=vi.REGISTER_REACHES[one.value]) for one in Match}

_Choice = TypeVar("_Choice", Match, Order)


class RegisterError(TracuuError):
    """A field that cannot be read."""


def task_filter(library: Library, fields: Mapping[str, str]) -> TaskFilter:
    """The filter that the fields mean; those that are missing or empty limit nothing.

    Raises:
        TracuuError: a day or role that is none, no such document, a field that is too long.
    """
    said = _read(fields)
    role = said.get("role", "")
    known = role_of(role) if role else None
    if role and known is None:
        raise RegisterError(vi.REGISTER_BAD_ROLE.format(role=role))
    return TaskFilter(
        agency=said.get("agency", ""),
        role=known,
        doc_ids=_documents(library, said.get("document", "")),
        place=said.get("place", ""),
        due_after=_day(said.get("due_after", "")),
        due_before=_day(said.get("due_before", "")),
        text=said.get("text", ""),
        reach=_choice(Match, said.get("reach", "")),
        order=_choice(Order, said.get("sort", "")) or Order.DEADLINE,
    )


def target_filter(library: Library, fields: Mapping[str, str]) -> TargetFilter:
    """The filter that the fields mean, as `task_filter`.

    Raises:
        TracuuError: a year that is none, no such document, a field that is too long.
    """
    said = _read(fields)
    year = said.get("year", "")
    if year and not re.fullmatch(r"(?:19|2\d)\d{2}", year):
        raise RegisterError(vi.REGISTER_BAD_YEAR.format(year=year))
    return TargetFilter(
        doc_ids=_documents(library, said.get("document", "")),
        place=said.get("place", ""),
        year=int(year) if year else None,
        text=said.get("text", ""),
    )


def in_words(library: Library, fields: Mapping[str, str]) -> str:
    """The limits as a person says them, for the line below the title of a file; "" for none."""
    return "; ".join(_said(library, _read(fields)))


def _said(library: Library, said: Mapping[str, str]) -> Iterator[str]:
    for name, sentence in vi.REGISTER_WITHIN.items():
        value = said.get(name, "")
        if value and name == "document":
            symbol = find_document(value, library.documents).header.symbol
            value = symbol.value if symbol else value
        elif value and name == "role":
            role = role_of(value)
            value = vi.REGISTER_ROLES[role] if role else value
        if value:
            yield sentence.format(value=value)


def _read(fields: Mapping[str, str]) -> dict[str, str]:
    read = {name: " ".join(value.split()) for name, value in fields.items() if value}
    for name, value in read.items():
        if len(value) > _LONGEST:
            raise RegisterError(vi.REGISTER_LONG.format(name=vi.REGISTER_FIELDS.get(name, name), limit=_LONGEST))
    return read


def _documents(library: Library, name: str) -> tuple[str, ...]:
    return (find_document(name, library.documents).doc_id,) if name else ()


def _day(typed: str) -> date | None:
    if not typed:
        return None
    match = _DAY.fullmatch(_ISO.sub(r"\3/\2/\1", typed))
    try:
        day, month, year = map(int, match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        raise RegisterError(vi.REGISTER_BAD_DAY.format(day=typed[:40])) from None


def _choice(kind: type[_Choice], typed: str) -> _Choice | None:
    """The choice of that name; one that there is not is as none."""
    return kind(typed) if typed in set(kind) else None
