"""Another value for the same question: the same figure, or the same task, in another place.

Another year, province, unit or object is no conflict, and neither is another copy of one document.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.figures import figure_spans, figure_text, indicator_text
from tracuu.answers.slots import slot_of
from tracuu.answers.totals import is_of_all
from tracuu.answers.values import Value
from tracuu.facts.clauses import sentences
from tracuu.facts.indicators import same_indicator, same_unit
from tracuu.facts.sameness import (
    are_copies,
    same_body,
    same_period,
    same_place,
    same_task,
    same_value,
    target_seasons,
    task_words,
    years_of,
)
from tracuu.text import fold
from tracuu.types import Assignment, Document, Intent, Passage, Span, Target

# Share of the known words of a question that two tasks in other words must hold, both the same ones.
_SAYS_MOST = 0.75
# More than this few would not be read.
_MOST = 3


class Rival(NamedTuple):
    """Another value, the passage that states it, and the spans that say it."""

    text: str
    passage: Passage
    spans: tuple[Span, ...]


def rivals_of(value: Value, intent: Intent, evidence: Evidence) -> list[Rival]:
    """What other places say to the same question with another value, in order of the corpus."""
    if isinstance(value.fact, Target):
        return distinct(_other_figures(value.fact, evidence))
    if isinstance(value.fact, Assignment):
        return distinct(_other_slots(value.fact, intent, evidence))
    return []


def as_likely(
    values: Sequence[tuple[Value, Passage]], terms: Sequence[str], evidence: Evidence, *, anywhere: bool = False
) -> list[Rival]:
    """Other values of other documents whose clause says of a question just what that of the first of ``values`` says.

    ``terms`` are the syllables of the question's topic: where they cannot tell two assignments apart, both are meant.
    ``anywhere`` for a question that names no place nor body: what two communes say is then told of both.
    """
    (value, passage), *others = values
    document, held = evidence.documents[passage.doc_id], _terms_held(value, passage, terms, evidence)
    if evidence.coverage(evidence.known(terms), " ".join(held)) < _SAYS_MOST:
        return []
    found: list[Rival] = []
    for other, where in others:
        theirs = evidence.documents[where.doc_id]
        if theirs.doc_id == document.doc_id or same_value(value.text, other.text):
            continue
        if are_copies(document, theirs) or not _of_one_time(value, other, document, theirs):
            continue
        if isinstance(value.fact, Target) and same_body(document, theirs):
            continue  # which of them is the same figure, the indicators say
        if not (anywhere or same_body(document, theirs)):
            continue
        if _terms_held(other, where, terms, evidence) == held:
            found.append(Rival(other.text, where, other.spans))
    return found


def _of_one_time(value: Value, other: Value, document: Document, theirs: Document) -> bool:
    """Whether two values are for one time: two figures for the same years, in the same unit, else two plans of them."""
    if isinstance(value.fact, Target) and isinstance(other.fact, Target):
        years = [years_of(fact, own) for fact, own in ((value.fact, document), (other.fact, theirs))]
        return years[0] == years[1] and same_unit(value.fact.unit_name, other.fact.unit_name)
    return same_period(document, theirs)


def _terms_held(value: Value, passage: Passage, terms: Sequence[str], evidence: Evidence) -> frozenset[str]:
    """The terms that the task of a value holds, or the clause in which it stands."""
    if isinstance(value.fact, Assignment):
        said = (*value.fact.task, value.fact.span)
    else:
        copy = evidence.reading_copy(passage.source_id)
        clauses = [clause for sentence in sentences(copy, passage.span) for clause in sentence]
        said = tuple(c for c in clauses if any(c.start < s.end and s.start < c.end for s in value.spans))
    return frozenset(terms) & held_in(evidence.words(passage.source_id, said))


def distinct(rivals: Iterable[Rival]) -> list[Rival]:
    """The first few, each value once."""
    found: dict[str, Rival] = {}
    for rival in rivals:
        found.setdefault(fold(rival.text), rival)
    return list(found.values())[:_MOST]


def _other_figures(target: Target, evidence: Evidence) -> Iterator[Rival]:
    document = evidence.documents[target.doc_id]
    name = indicator_text(target, evidence)
    if is_of_all(target, evidence):
        return  # "Tổng kinh phí thực hiện Kế hoạch" is another plan's elsewhere
    for other in evidence.all_targets():
        if (other.low, other.high) == (target.low, target.high) or not same_unit(other.unit_name, target.unit_name):
            continue
        theirs = evidence.documents[other.doc_id]
        if not _same_time(target, other, evidence) or not same_place(target, other, (document, theirs)):
            continue
        if not same_indicator(name, indicator_text(other, evidence)):
            continue
        for passage in evidence.passages_at(other.doc_id, (other.value,))[:1]:
            if not are_copies(document, theirs):
                text = figure_text([other], passage, evidence)
                yield Rival(text, passage, figure_spans([other], passage, evidence))


def _same_time(one: Target, other: Target, evidence: Evidence) -> bool:
    """Whether both are for the same years, and the same quarter or month if any; two of one clause are steps.

    Where neither names a year, the years in which their documents were issued count.
    """
    years = [years_of(t, evidence.documents[t.doc_id]) for t in (one, other)]
    same = years[0] is not None and years[0] == years[1] and (one.years is None) == (other.years is None)
    if not same or (one.doc_id == other.doc_id and one.span == other.span):
        return False
    seasons = [target_seasons(t, evidence.sources[t.source_id]) for t in (one, other)]
    return seasons[0] == seasons[1]


def _other_slots(assignment: Assignment, intent: Intent, evidence: Evidence) -> Iterator[Rival]:
    """The same task, of the same body, given to another or due at another time."""
    document = evidence.documents[assignment.doc_id]
    own = evidence.words(assignment.source_id, slot_of(assignment, intent))
    task = task_words(assignment, evidence.wording)
    for other in evidence.all_assignments():
        if other.span == assignment.span and other.doc_id == assignment.doc_id:
            continue
        spans = slot_of(other, intent)
        theirs = evidence.documents[other.doc_id]
        if not spans or not same_body(document, theirs) or not same_period(document, theirs):
            continue
        if same_value(own, evidence.words(other.source_id, spans)):
            continue
        if not same_task(task, task_words(other, evidence.wording)):
            continue
        for passage in evidence.passages_at(other.doc_id, spans)[:1]:
            yield Rival(evidence.words(other.source_id, spans).rstrip(" .;,"), passage, spans)
