"""What an agency must do: the tasks that directives give it, in order, each with where it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.answers.evidence import Evidence
from tracuu.answers.parties import is_among
from tracuu.text import trim
from tracuu.types import Assignment, Hit, Passage, Query, Span

# An answer is at most this long; the contract asks for rarely over 300 characters, evaluation for 400 at most.
_LENGTH = 380
# One entry of several is cut to no less than this.
_SHORTEST = 90
# Share of the topic that a task must hold when the question names one.
_ON_TOPIC = 0.5
_NEAR_BEST = 0.75


class Task(NamedTuple):
    """One task of the agency: the record, the passage that holds it, and how much of the topic it holds."""

    assignment: Assignment
    passage: Passage
    coverage: float


def tasks_of(query: Query, terms: Sequence[str], hits: Sequence[Hit], evidence: Evidence) -> list[Task]:
    """The tasks that the agency asked about leads, of the documents that may answer, in order of text.

    Those that it helps with, when it leads none. With a topic only those that speak of it.
    """
    if not query.subject:
        return []
    ranked = {hit.passage.passage_id: rank for rank, hit in enumerate(hits)}
    for pick in (_led, _helped, _watched):
        found = [
            Task(assignment, passage, _share(assignment, passage, terms, evidence))
            for assignment in evidence.all_assignments()
            if is_among(query.subject, " ; ".join(pick(assignment, evidence)))
            for passage in evidence.passages_at(assignment.doc_id, assignment.task)[:1]
        ]
        on_topic = _on_topic(found, terms)
        if on_topic:
            return sorted(on_topic, key=lambda t: _order(t, ranked))
    return []


def _order(task: Task, ranked: dict[str, int]) -> tuple[float, str, int]:
    return -round(task.coverage, 2), task.assignment.doc_id, task.assignment.span.start


def _on_topic(found: Sequence[Task], terms: Sequence[str]) -> list[Task]:
    if not terms or not found:
        return list(found)
    best = max(task.coverage for task in found)
    return [t for t in found if t.coverage >= max(_ON_TOPIC, _NEAR_BEST * best)]


def _share(assignment: Assignment, passage: Passage, terms: Sequence[str], evidence: Evidence) -> float:
    """Share in [0, 1] of the topic that a task holds; what stands above it counts too."""
    if not terms:
        return 1.0
    own = evidence.words(assignment.source_id, (assignment.span,))
    return evidence.coverage(terms, f"{passage.context} {own}")


def _led(assignment: Assignment, evidence: Evidence) -> list[str]:
    return [evidence.words(assignment.source_id, assignment.lead)]


def _helped(assignment: Assignment, evidence: Evidence) -> list[str]:
    return [evidence.words(assignment.source_id, assignment.coordinating)]


def _watched(assignment: Assignment, evidence: Evidence) -> list[str]:
    return [evidence.words(assignment.source_id, assignment.supervising)]


def listed(tasks: Sequence[Task], evidence: Evidence) -> tuple[str, list[tuple[Span, ...]]]:
    """The tasks on one line, cut to what an answer may hold, and the spans that each takes."""
    room = max(_SHORTEST, (_LENGTH - 3 * len(tasks)) // max(1, len(tasks)))
    parts: list[str] = []
    taken: list[tuple[Span, ...]] = []
    for task in tasks:
        text, spans = _shortened(task.assignment, room, evidence)
        if parts and sum(len(part) + 2 for part in parts) + len(text) > _LENGTH:
            break
        parts.append(text)
        taken.append(spans)
    return vi.JOIN_LIST.join(parts), taken


def _shortened(assignment: Assignment, room: int, evidence: Evidence) -> tuple[str, tuple[Span, ...]]:
    """A task in at most ``room`` characters, cut where a clause or else a word ends."""
    spans = assignment.task
    whole = evidence.words(assignment.source_id, spans).rstrip(" .;,:")
    if len(whole) <= room or len(spans) != 1:
        return whole[:room].rsplit(" ", 1)[0] if len(whole) > room else whole, spans
    text = evidence.sources[assignment.source_id].text
    for end in _ends(text, spans[0]):
        cut = trim(text, spans[0].start, end)
        words = evidence.words(assignment.source_id, (cut,)).rstrip(" .;,:")
        if len(words) <= room:
            return words, (cut,)
    return whole[:room].rsplit(" ", 1)[0], spans


def _ends(text: str, span: Span) -> Iterator[int]:
    """Where a task may be cut, last first: at semicolons and points, then commas, then words."""
    for pattern in (r"[;.](?=\s)", r",(?=\s)", r"\s+"):
        ends = [m.start() for m in re.finditer(pattern, text[span.start : span.end])]
        floor = 40 if pattern != r"\s+" else 0
        yield from (span.start + end for end in reversed(ends) if end > floor)
