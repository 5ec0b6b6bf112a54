"""Who leads, helps or watches, and by when: the value of the assignment that a question is about."""

import re
from collections.abc import Sequence

from tracuu.answers.evidence import Evidence
from tracuu.answers.values import Value, value_of
from tracuu.text import fold, syllables
from tracuu.types import Assignment, Intent, Passage, Query, Spans

_SLOTS = {Intent.LEAD: "lead", Intent.COORDINATING: "coordinating", Intent.SUPERVISING: "supervising"}


def slot_of(assignment: Assignment, intent: Intent) -> Spans:
    """The spans of the value that a question of this intent asks of an assignment; () when it has none."""
    if intent is Intent.DEADLINE:
        return assignment.deadline.spans if assignment.deadline else ()
    spans: Spans = getattr(assignment, _SLOTS[intent]) if intent in _SLOTS else ()
    return spans


def assignment_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The value of the kind asked for that the best fitting assignment of a passage states.

    None when none states one, or when another one holds a word of the topic that the best lacks and
    says something else: which is meant is then open.
    """
    found = [a for a in evidence.assignments_in(passage) if slot_of(a, query.intent)]
    if not found:
        return None
    best = max(found, key=lambda a: (_fit(a, terms, evidence), -a.span.start))
    spans = slot_of(best, query.intent)
    own = fold(evidence.plain(passage, spans))
    others = [a for a in found if fold(evidence.plain(passage, slot_of(a, query.intent))) != own]
    if not _settles(best, others, terms, evidence) or _is_said_in(query, own):
        return None
    task = syllables(evidence.words(best.source_id, best.task))
    named = evidence.coverage(task, " ".join(terms))
    return value_of(passage, spans, evidence, strength=1.0 + (named if passage.row else 0.0), fact=best)


def _fit(assignment: Assignment, terms: Sequence[str], evidence: Evidence) -> float:
    return evidence.coverage(terms, evidence.words(assignment.source_id, (*assignment.task, assignment.span)))


def _settles(best: Assignment, others: Sequence[Assignment], terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether ``best`` holds every term of the topic that any of the ``others`` holds."""
    held = _held(best, terms, evidence)
    return all(_held(other, terms, evidence) <= held for other in others)


def _held(assignment: Assignment, terms: Sequence[str], evidence: Evidence) -> set[str]:
    return set(terms) & set(syllables(evidence.words(assignment.source_id, (assignment.span,))))


def _is_said_in(query: Query, value: str) -> bool:
    """Whether the question itself names the value, which then is no answer ("trong năm 2026 …")."""
    asked = {fold(s) for s in syllables(query.text)}
    if query.intent is Intent.DEADLINE:
        numbers = [s for s in syllables(value) if any(c.isdigit() for c in s)]
        return bool(numbers) and all(fold(s) in asked for s in numbers)
    words = re.findall(r"\w+", value)
    return query.intent is Intent.COORDINATING and sum(w in asked for w in words) >= 0.7 * len(words)
