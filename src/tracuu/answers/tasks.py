"""What an agency must do: the tasks that directives give it, in order, each with where it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.parties import is_among
from tracuu.answers.scope import is_about
from tracuu.answers.slots import slot_of
from tracuu.facts.clauses import without_label
from tracuu.facts.deadlines import find_times
from tracuu.text import syllables, trim
from tracuu.types import Assignment, Intent, Passage, PassageRole, Query, Span

# An answer is at most this long; the contract asks for rarely over 300 characters, evaluation for 400 at most.
_LENGTH = 380
# One entry of several is cut to no less than this.
_SHORTEST = 90
# Share of the topic that a task must hold when the question names one.
_ON_TOPIC = 0.5
_NEAR_BEST = 0.75
# Share of the topic from which on it is the subject of the document: then all its tasks are meant.
_IS_DOCUMENT = 0.55
# Of what the best document is about, what another must be about to be meant as well.
_SAME_SUBJECT = 0.9


class Task(NamedTuple):
    """One task of the agency: the record and the passage that holds it.

    Of the topic, ``says`` is the share that the task and its headings hold, ``coverage`` that with the subject of the
    document, and ``subject`` the share that the document is about. ``role`` is what the agency is in it.
    """

    assignment: Assignment
    passage: Passage
    coverage: float
    says: float
    subject: float = 0.0
    role: Intent = Intent.LEAD


def tasks_of(query: Query, terms: Sequence[str], evidence: Evidence) -> list[Task]:
    """What the agency asked about leads, then what it helps with, then what it watches; each in order of text.

    Of the documents that may answer; with a topic, only what speaks of it.
    """
    if not query.subject:
        return []
    own = {s for name in (query.subject, *query.provinces) for s in syllables(name)}
    terms = [term for term in terms if term not in own]
    found: dict[tuple[str, int], Task] = {}
    for role in _roles(query.text):
        for assignment in evidence.all_assignments():
            if is_among(query.subject, evidence.words(assignment.source_id, slot_of(assignment, role))):
                for passage in evidence.passages_at(assignment.doc_id, assignment.task)[:1]:
                    place = (assignment.doc_id, assignment.task[0].start)
                    found.setdefault(place, _task(assignment, passage, terms, evidence)._replace(role=role))
    admitted = [task for task in found.values() if is_about(query, task.passage, evidence)]
    return _on_topic(admitted, terms)


# "chủ trì những nhiệm vụ nào" asks what is led alone; "phải làm gì" all that is given.
_LEADING = re.compile(r"chủ trì|chịu trách nhiệm|đầu mối|phụ trách", re.IGNORECASE)
_HELPING = re.compile(r"phối hợp|tham gia", re.IGNORECASE)
_WATCHING = re.compile(r"theo dõi|giám sát|đôn đốc", re.IGNORECASE)


_ROLES = {Intent.LEAD: _LEADING, Intent.COORDINATING: _HELPING, Intent.SUPERVISING: _WATCHING}


def _roles(text: str) -> list[Intent]:
    """The roles that the agency must have in a task for it to be its own, first those that come first."""
    return [role for role, pattern in _ROLES.items() if pattern.search(text)] or list(_ROLES)


def asks_role(query: Query) -> bool:
    """Whether a question asks what an agency leads, helps with or watches, and not just what it does."""
    return any(pattern.search(query.text) for pattern in (_LEADING, _HELPING, _WATCHING))


def _on_topic(found: Sequence[Task], terms: Sequence[str]) -> list[Task]:
    if not terms or not found:
        return list(found)
    best = max(task.coverage for task in found)
    fitting = [t for t in found if t.coverage >= max(_ON_TOPIC, _NEAR_BEST * best)]
    subject = max(task.subject for task in found)
    if subject >= _IS_DOCUMENT:  # what one document is about, others are about in part
        fitting = [t for t in fitting if t.subject >= _SAME_SUBJECT * subject or t.says >= _ON_TOPIC]
    return sorted(fitting, key=lambda t: (list(_ROLES).index(t.role), t.says < _ON_TOPIC))  # first those that say it


def _task(assignment: Assignment, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Task:
    """The task with its shares in [0, 1] of the topic.

    A topic may be what the document is about ("theo chỉ thị về giải ngân", "bão số 8"), which its tasks do not repeat.
    """
    if not terms:
        return Task(assignment, passage, 1.0, 1.0)
    about = evidence.about(assignment.doc_id)
    own = evidence.words(assignment.source_id, (assignment.span,))
    above = passage.context.partition("\n")[2]
    subject = evidence.coverage(terms, about)
    whole = subject >= _IS_DOCUMENT
    coverage = 1.0 if whole else evidence.coverage(terms, f"{about} {passage.context} {own}")
    return Task(assignment, passage, coverage, evidence.coverage(terms, f"{above} {own}"), subject)


# Match: "Kon Ka Kinh phải làm những việc nào", "hiệu trưởng được giao làm gì". Near miss: "vì sao phải làm".
_DOING = re.compile(
    r"\b(?:làm|lo|chuẩn bị|thực hiện|trách nhiệm|được giao|phải|nhiệm vụ)\b(?:\s\w+){0,3}?\s(?:gì|nào)\b", re.IGNORECASE
)
# Share of the topic that a heading must hold to be the one asked about.
_IS_HEADING = 0.5


def points_of(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> list[Task]:
    """All points below the heading of ``passage``, when the question asks what is to be done by what it names.

    For whoever is not read as an agency ("Vườn Quốc gia …"). [] when the passage itself says more of the topic.
    """
    if not _DOING.search(query.text) or not passage.headings or passage.row:
        return []
    heading = evidence.words(passage.source_id, passage.headings[-1:])
    named = evidence.coverage(terms, heading)
    if named < max(_IS_HEADING, evidence.coverage(terms, passage.text)):
        return []
    text = evidence.sources[passage.source_id].text
    rest = [term for term in terms if term not in held_in(heading)]
    points = [p for p in evidence.passages_under(passage) if p.role is PassageRole.TEXT]
    about = [p for p in points if rest and evidence.coverage(rest, p.text) >= _ON_TOPIC]
    tasks = [
        Assignment(
            doc_id=p.doc_id,
            source_id=p.source_id,
            span=p.span,
            locator=p.locator,
            task=(without_label(text, p.span),),
        )
        for p in about or points
    ]
    several = len(points) > 1
    return [Task(task, p, named, named) for task, p in zip(tasks, about or points, strict=True)] if several else []


def listed(
    tasks: Sequence[Task], evidence: Evidence, *, limit: int, deadlines: bool = False
) -> tuple[str, list[tuple[Span, ...]]]:
    """The tasks on one line, each cut to its share of what an answer may hold, and the spans that each takes.

    With ``deadlines``, each is followed by the time that its directive gives it, or by the word that none is given.

    Those for which there is no room, or that would stand in more than ``limit`` passages, are left to the entries
    of the answer.
    """
    shown: dict[str, None] = {}
    for task in tasks:
        shown[task.passage.passage_id] = None
    cited = list(shown)[:limit]
    cut = next((n for n, task in enumerate(tasks) if task.passage.passage_id not in cited), len(tasks))
    room = max(_SHORTEST, _LENGTH // max(1, cut) - len(vi.JOIN_LIST))
    parts: list[str] = []
    taken: list[tuple[Span, ...]] = []
    role = Intent.LEAD
    for number, task in enumerate(tasks):
        text, spans = _shortened(task.assignment, room, evidence)
        if deadlines:
            due, when = due_of(task, spans, evidence)
            text, spans = f"{text}{vi.DUE.format(when=due)}" if due else text, (*spans, *when)
        if task.role is not role:
            text, role = vi.ROLE_BEFORE_TASKS.get(task.role, "") + text, task.role
        if number >= cut or (parts and sum(len(part) + len(vi.JOIN_LIST) for part in parts) + len(text) > _LENGTH):
            parts.append(vi.JOIN_MORE)
            break
        parts.append(text)
        taken.append(spans)
    return vi.JOIN_LIST.join(parts), taken


def due_of(task: Task, told: Sequence[Span], evidence: Evidence) -> tuple[str, Sequence[Span]]:
    """By when a task is due, with the spans that say it; nothing when ``told`` holds them.

    That no time is given is only said where none stands in the passage or above it.
    """
    assignment, passage = task.assignment, task.passage
    if assignment.deadline is None:
        copy = evidence.reading_copy(passage.source_id)
        places = (passage.span, *passage.headings)
        return ("" if any(any(find_times(copy, *place)) for place in places) else vi.DUE_NEVER), ()
    spans = assignment.deadline.spans
    if any(one.start <= spans[0].start and spans[-1].end <= one.end for one in told):
        return "", ()
    return evidence.words(assignment.source_id, spans).strip(" .;,"), spans


def _shortened(assignment: Assignment, room: int, evidence: Evidence) -> tuple[str, tuple[Span, ...]]:
    """A task in about ``room`` characters, cut where a clause or else a word ends, with "…" for what is left out."""
    spans = assignment.task
    whole = evidence.words(assignment.source_id, spans).rstrip(" .;,:")
    if len(whole) <= room:
        return whole, spans
    text = evidence.sources[assignment.source_id].text
    for end in _ends(text, spans[0]):
        cut = trim(text, spans[0].start, end)
        words = evidence.words(assignment.source_id, (cut,)).rstrip(" .;,:")
        if len(words) <= room:
            return words + vi.JOIN_CUT, (cut,)
    return whole, spans


def _ends(text: str, span: Span) -> Iterator[int]:
    """Where a task may be cut, last first: at semicolons and points, then commas, then words."""
    for pattern in (r"[;.](?=\s)", r",(?=\s)", r"\s+"):
        ends = [m.start() for m in re.finditer(pattern, text[span.start : span.end])]
        floor = _SHORTEST // 2 if pattern != r"\s+" else 0
        yield from (span.start + end for end in reversed(ends) if end > floor)
