"""Sums over a register: tasks by agency, and by the day on which they are due."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby

from tracuu.agencies.identity import without_level
from tracuu.agencies.lists import Reach
from tracuu.registers.agencies import named, parties_of
from tracuu.registers.records import AgencyCount, DayCount, Role, TaskEntry
from tracuu.registers.times import due_key

# Agencies of the whole country are one, whichever province writes of them.
_CENTRAL = ("bo ", "chinh phu", "thu tuong", "quoc hoi", "tap doan ")


def by_agency(entries: Iterable[TaskEntry]) -> tuple[AgencyCount, ...]:
    """How many tasks each agency or range has by role, most led first; "agencies concerned" are not counted.

    A task counts once for an agency and role. The name is the one most often printed.
    """
    counts: dict[tuple[str, str | None], Counter[Role]] = defaultdict(Counter)
    names: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for role in Role:
            cell = getattr(entry, role.value)
            listed = [party for party in parties_of(cell) if party.reach is not Reach.CONCERNED] if cell else []
            for key, party in {_identity(party.name, entry.province): party for party in listed}.items():
                counts[key][role] += 1
                names[key][_shown(party.name)] += 1
    sums = [
        AgencyCount(
            name=max(names[key], key=lambda name: (names[key][name], name)),
            province=key[1],
            lead=count[Role.LEAD],
            coordinating=count[Role.COORDINATING],
            supervising=count[Role.SUPERVISING],
        )
        for key, count in counts.items()
    ]
    return tuple(sorted(sums, key=lambda s: (-s.lead, -s.coordinating, -s.supervising, s.name, s.province or "")))


def _identity(name: str, province: str | None) -> tuple[str, str | None]:
    agency = named(name)
    central = agency.key.startswith(_CENTRAL) and "chi huy" not in agency.key
    return without_level(agency.key), None if central else agency.province or province


def _shown(name: str) -> str:
    return name[0].upper() + name[1:]


def by_day(entries: Iterable[TaskEntry]) -> tuple[DayCount, ...]:
    """How many tasks are due on each day that is a last day, earliest first; those without a day are left out."""
    dues = sorted((entry.deadline for entry in entries if entry.deadline and entry.deadline.end), key=due_key)
    days = [(day, list(same)) for day, same in groupby(dues, key=lambda due: due.end)]
    return tuple(DayCount(due=day, precision=same[0].precision, tasks=len(same)) for day, same in days if day)
