"""One task, two dates by which it is due."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from tracuu import vi
from tracuu.checks.bodies import same_bodies, share_bodies
from tracuu.checks.material import Material
from tracuu.checks.orders import orders_of
from tracuu.checks.saying import maybe, named, task_said
from tracuu.checks.scope import level_of
from tracuu.checks.works import Work, is_routine, overlap, same_bound, same_doing, same_province, work_of, works_of
from tracuu.text import fold
from tracuu.types import Deadline, Discrepancy, Nature, Place, Precision, Severity, Span

RULE = "deadline"


def find_deadlines(material: Material) -> Iterator[Discrepancy]:
    """Tasks that two places want done by different days; the first place with all that differ from it."""
    told: set[frozenset[Place]] = set()
    for works in works_of(material):
        for found in _differing(_dated(works), _conflict, material):
            told.add(frozenset(found.places))
            yield found
    for orders in orders_of(material):
        for found in _differing(_dated(work_of(order, material) for order in orders), _other_day, material):
            if frozenset(found.places) not in told:
                yield found


def _dated(works: Iterable[Work]) -> list[Work]:
    return [work for work in works if work.assignment.deadline and work.assignment.deadline.due]


Conflict = Callable[[Work, Work, Material], bool]


def _differing(works: Sequence[Work], conflict: Conflict, material: Material) -> Iterator[Discrepancy]:
    bases = [work for work in works if work.document.doc_id in material.drafts] if material.drafts else works
    for base in bases:
        others: list[Work] = []
        for other in works:
            if not any(_due(other) == _due(known) for known in others) and conflict(base, other, material):
                others.append(other)
        if others:
            yield _discrepancy([base, *others], material)
            return


def _conflict(one: Work, other: Work, material: Material) -> bool:
    if not same_doing(one, other) or not _same_doer(one, other) or not _other_day(one, other, material):
        return False
    return (same_bound(one, other) and not _other_round(one, other)) or _laxer(one, other)


def _other_round(one: Work, other: Work) -> bool:
    """Whether the time that one paper gives was over when the other was issued: the work came up anew."""
    issued = [work.document.header.issued_on for work in (one, other)]
    first, second = ((_due(w), day.value) if day else None for w, day in zip((one, other), issued, strict=True))
    return first is not None and second is not None and (first[0] < second[1] or second[0] < first[1])


def _other_day(one: Work, other: Work, material: Material) -> bool:
    mine, theirs = one.assignment, other.assignment
    if mine.doc_id == theirs.doc_id and overlap(mine.span, theirs.span):
        return False  # steps of one row
    return _named_day(one, material) != _named_day(other, material) and _due(one) != _due(other)


def _same_doer(one: Work, other: Work) -> bool:
    """Whether the same bodies do both: what others do at another time is no conflict, nor is everybody's routine."""
    if one.bodies and other.bodies:
        return same_bodies(one.bodies, other.bodies) or (
            share_bodies(one.bodies, other.bodies) and not is_routine(one.task)
        )
    return not is_routine(one.task)


def _laxer(one: Work, other: Work) -> bool:
    """Whether a lower paper allows more time than that of its superior; less is its own affair."""
    levels = [level_of(work.document) for work in (one, other)]
    if None in levels or levels[0] == levels[1] or not same_province(one, other):
        return False
    above, below = sorted((one, other), key=lambda work: level_of(work.document) or 0)
    return _due(below) > _due(above)


def _due(work: Work) -> date:
    assert work.assignment.deadline is not None
    assert work.assignment.deadline.due is not None
    return work.assignment.deadline.due


def _named_day(work: Work, material: Material) -> date:
    """The day that is named: "trước ngày 15/4/2026" names the 15th, though the 14th is the last day."""
    deadline = work.assignment.deadline
    assert deadline is not None
    before = "truoc" in fold(material.wording.words(work.assignment.source_id, deadline.spans))
    return _due(work) + timedelta(days=1) if before and deadline.precision is Precision.DAY else _due(work)


def _first_day(deadline: Deadline, due: date) -> date:
    """The first day of the month, quarter or year that a deadline names; its last when it names a day."""
    if deadline.precision is Precision.MONTH:
        return due.replace(day=1)
    if deadline.precision is Precision.QUARTER:
        return due.replace(day=1, month=(due.month - 1) // 3 * 3 + 1)
    return date(due.year, 1, 1) if deadline.precision in {Precision.YEAR, Precision.PERIOD} else due


def _is_closer(works: Sequence[Work]) -> bool:
    """Whether the deadlines lie within one another: "Năm 2026" and "quý II/2026" say it more and less exactly."""
    spans = []
    for work in works:
        assert work.assignment.deadline is not None
        spans.append((_first_day(work.assignment.deadline, _due(work)), _due(work)))
    spans.sort(key=lambda span: span[1] - span[0])
    return all(b[0] <= a[0] and a[1] <= b[1] for a, b in itertools.pairwise(spans))


def _discrepancy(works: Sequence[Work], material: Material) -> Discrepancy:
    one_document = len({work.document.doc_id for work in works}) == 1
    closer = _is_closer(works)
    natures: tuple[Nature, ...] = (Nature.TYPING, Nature.OTHER_SCOPE)
    if not one_document:
        natures = (Nature.ADJUSTMENT, Nature.TYPING)
    values = tuple(_said(work, material) for work in works)
    pairs = zip(works, values, strict=True)
    said = vi.CHECK_LIST.join(vi.CHECK_DEADLINE_SAYS.format(document=named(w.document), value=v) for w, v in pairs)
    template = vi.CHECK_DEADLINE_WITHIN if one_document else vi.CHECK_DEADLINE
    severity = Severity.ERROR if one_document else Severity.WARNING
    if closer:
        severity = Severity.WARNING if one_document else Severity.INFO
    return Discrepancy(
        rule=RULE,
        severity=severity,
        message=template.format(
            task=task_said(works[0].assignment, material.wording),
            document=named(works[0].document),
            said=vi.CHECK_LIST.join(values) if one_document else said,
            maybe=vi.CHECK_CLOSER if closer else maybe(natures),
        ),
        values=values,
        places=tuple(_place(work) for work in works),
        natures=natures,
        needs_person=one_document or not closer,
    )


def _said(work: Work, material: Material) -> str:
    assert work.assignment.deadline is not None
    return material.wording.words(work.assignment.source_id, work.assignment.deadline.spans).strip(" .;,:")


def _place(work: Work) -> Place:
    """Where the time stands."""
    assert work.assignment.deadline is not None
    spans = work.assignment.deadline.spans
    return Place(work.document.doc_id, Span(spans[0].start, spans[0].end))
