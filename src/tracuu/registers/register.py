"""The registers of an open index: every task and every target, to be filtered and sorted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from tracuu.agencies.lists import Reach, parties
from tracuu.answers import Evidence
from tracuu.registers.agencies import Asked, about_of, named, parties_of
from tracuu.registers.entries import target_entries, task_entries
from tracuu.registers.records import (
    Match,
    Order,
    Role,
    TargetEntry,
    TargetFilter,
    TaskEntry,
    TaskFilter,
    TasksFound,
)
from tracuu.registers.selecting import due_between, in_documents, of_place, words_in
from tracuu.registers.times import due_key

# Names alike at least this much (0 to 100) are worth naming to who asked for another; at most so many.
_NEAR, _MOST_NEAR = 40.0, 3


class Registers:
    """Tasks and targets over ``evidence``; made when first asked for, and then kept (safe from several threads)."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def all_tasks(self) -> tuple[TaskEntry, ...]:
        """Every task of the corpus, copies folded, in order of the corpus."""
        return task_entries(self._evidence)

    @cached_property
    def all_targets(self) -> tuple[TargetEntry, ...]:
        """Every target of the corpus, copies folded, in order of the corpus."""
        return target_entries(self._evidence)

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """Names of agencies and ranges that tasks are given to, one of each key, in order of the corpus."""
        names: dict[str, str] = {}
        for entry in self.all_tasks:
            for role in Role:
                for party in parties_of(getattr(entry, role.value)):
                    names.setdefault(named(party.name).key, party.name)
        return tuple(names.values())

    def tasks(self, wanted: TaskFilter) -> TasksFound:
        """The tasks that ``wanted`` admits, in its order, and what it leaves out."""
        within = self._tasks_within(wanted)
        if not wanted.agency.strip():
            every = [e for e in within if wanted.role is None or getattr(e, wanted.role.value)]
            return self._found(every, every, wanted)
        asked = Asked(wanted.agency)
        standing = self._standing(within, asked, wanted.role)
        known = any(e.match in _BY_NAME for e in self._standing(self.all_tasks, asked, None))
        reach = wanted.reach or (Match.SHARED if known or asked.is_known_unit else Match.RENAMED)
        listed = [entry for entry in standing if _at_least(entry, reach)]
        return replace(
            self._found(listed, standing, wanted),
            named=known,
            near=() if known or listed else self._near(asked),
        )

    def _found(self, listed: Sequence[TaskEntry], standing: Sequence[TaskEntry], wanted: TaskFilter) -> TasksFound:
        """What of the listed lies within the days asked for, and counts of what is left out."""
        within = [e for e in listed if due_between(_end(e), wanted.due_after, wanted.due_before)]
        left = Counter(entry.match for entry in standing if entry not in listed)
        return TasksFound(
            entries=tuple(_ordered(within, wanted.order)),
            undated=sum(_end(entry) is None for entry in listed) if wanted.due_after or wanted.due_before else 0,
            shared=left[Match.SHARED],
            possible=left[Match.POSSIBLE],
        )

    def targets(self, wanted: TargetFilter) -> tuple[TargetEntry, ...]:
        """The targets that ``wanted`` admits, in order of the corpus."""
        holds = words_in(wanted.text)
        documents = self._evidence.documents
        return tuple(
            entry
            for entry in self.all_targets
            if in_documents(entry, wanted.doc_ids)
            and (of_place(documents[entry.doc_id], wanted.place) or _named_place(entry, wanted.place))
            and _in_year(entry, wanted.year)
            and holds(f"{entry.indicator} {entry.quote}")
        )

    def _tasks_within(self, wanted: TaskFilter) -> list[TaskEntry]:
        """The tasks of the documents, place and words that are asked for."""
        holds = words_in(wanted.text)
        documents = self._evidence.documents
        return [
            entry
            for entry in self.all_tasks
            if in_documents(entry, wanted.doc_ids)
            and of_place(documents[entry.doc_id], wanted.place)
            and holds(f"{entry.task} {entry.lead} {entry.coordinating} {entry.supervising} {entry.quote}")
        ]

    def _standing(self, entries: Iterable[TaskEntry], asked: Asked, role: Role | None) -> list[TaskEntry]:
        """The tasks in which the agency stands, each with how it does."""
        found = []
        for entry in entries:
            about = about_of(self._evidence.documents[entry.doc_id].header)
            if standing := asked.standing(entry, about, role):
                found.append(replace(entry, match=standing.match, role=standing.role, renamed=standing.renamed))
        return found

    def _near(self, asked: Asked) -> tuple[str, ...]:
        """Names of which it is the beginning, then names like it, the most alike first."""
        from rapidfuzz import fuzz, process

        keys = {named(name).key: name for name in self.agencies if parties(name)[0].reach is not Reach.CONCERNED}
        found = [key for key in keys if key.startswith(f"{asked.key} ")]
        alike = process.extract(asked.key, list(keys), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST_NEAR)
        return tuple(keys[key] for key in dict.fromkeys([*found, *(key for key, *_ in alike)]))[:_MOST_NEAR]


# By its own name or one that it had.
_BY_NAME = frozenset({Match.NAMED, Match.RENAMED})


def _at_least(entry: TaskEntry, reach: Match) -> bool:
    order = list(Match)
    return entry.match is not None and order.index(entry.match) <= order.index(reach)


def _end(entry: TaskEntry) -> date | None:
    return entry.deadline.end if entry.deadline else None


def _ordered(entries: Sequence[TaskEntry], order: Order) -> list[TaskEntry]:
    """By deadline, those of one day in order of the corpus; or as they came."""
    return sorted(entries, key=lambda entry: due_key(entry.deadline)) if order is Order.DEADLINE else list(entries)


def _in_year(entry: TargetEntry, year: int | None) -> bool:
    return year is None or (entry.years is not None and entry.years[0] <= year <= entry.years[1])


def _named_place(entry: TargetEntry, place: str) -> bool:
    return entry.place is not None and words_in(place)(entry.place)
