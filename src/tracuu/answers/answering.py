"""Hits and facts → an answer: a value of a header, of an assignment, a figure, a list of tasks, or sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tracuu import vi
from tracuu.answers import agencies
from tracuu.answers.confidence import THRESHOLD, Signs, chance, signs_of
from tracuu.answers.conflicts import Rival, rivals_of
from tracuu.answers.evidence import Evidence
from tracuu.answers.figures import figure_value
from tracuu.answers.headers import ABOUT_DOCUMENT, HeaderFact, cited_fact, document_asked, header_fact, mentioned_fact
from tracuu.answers.parties import is_among
from tracuu.answers.refusing import Eligible, sift
from tracuu.answers.sentences import (
    best_of,
    best_sentence,
    best_timed,
    clauses,
    of_time,
    settles,
    times_in,
    without_label,
)
from tracuu.answers.slots import assignment_value, slot_of
from tracuu.answers.tasks import Task, listed, tasks_of
from tracuu.answers.values import Value, value_of
from tracuu.citing import short_reference
from tracuu.documents import Column, column_role
from tracuu.queries import topic_terms
from tracuu.text import UPPER, fold, squeeze, syllables
from tracuu.types import Assignment, Cell, Hit, Intent, Passage, PassageRole, Query, Reason, Span

_COLUMNS = {
    Intent.LEAD: Column.LEAD,
    Intent.COORDINATING: Column.COORDINATING,
    Intent.SUPERVISING: Column.SUPERVISING,
    Intent.DEADLINE: Column.DEADLINE,
}
# What a sentence must say to answer who leads, helps or watches.
_SAYING = {
    Intent.LEAD: agencies.LEADS,
    Intent.COORDINATING: agencies.HELPS,
    Intent.SUPERVISING: agencies.WATCHES,
}
# Questions whose answer is a value of an assignment.
_SLOTS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.SUPERVISING, Intent.DEADLINE})
# Questions whose answer is a value and no sentence when it stands in a table.
_TYPED = _SLOTS | {Intent.FIGURE}
# Share of the questions about a document of the tuning half that were answered right.
_HEADER_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer before it is cited. ``hits`` has the evidence first; ``spans`` are by passage_id.

    ``rivals`` are other values for the same question; ``tasks`` the whole of an answer that is a list.
    """

    text: str | None
    reason: Reason | None
    confidence: float
    hits: tuple[Hit, ...]
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    rivals: tuple[Rival, ...] = ()
    tasks: tuple[Task, ...] = ()


class Candidate(NamedTuple):
    """A value from a hit, with what speaks for it and the chance that it is right."""

    hit: Hit
    value: Value
    signs: Signs
    chance: float


def draft_answer(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """What the hits say to the question; abstains when none of them speaks of what was asked."""
    if query.intent in ABOUT_DOCUMENT:
        return _about_document(query, hits, evidence)
    if query.intent is Intent.TASKS and (tasks := tasks_of(query, topic_terms(query), evidence)):
        return _list_of_tasks(tasks, hits, evidence)
    eligible, others, reason = sift(query, hits, evidence)
    if reason:
        return _abstention(reason, hits)
    found = candidates(query, eligible, evidence)
    if not found or found[0].chance < THRESHOLD:
        elsewhere = candidates(query, others, evidence)
        spoken_of = bool(elsewhere) and elsewhere[0].chance >= THRESHOLD
        return _abstention(Reason.OTHER_SUBJECT if spoken_of else Reason.NO_EVIDENCE, hits)
    best = found[0]._replace(value=_with_also(query, found[0], evidence))
    draft = Draft(
        text=best.value.text,
        reason=None,
        confidence=best.chance,
        hits=_first(best.hit, [c.hit for c in found], hits),
        spans={best.hit.passage.passage_id: best.value.spans},
    )
    return _with_rivals(draft, query, rivals_of(best.value, query.intent, evidence))


def _with_also(query: Query, best: Candidate, evidence: Evidence) -> Value:
    """The value with what else the question asks of the same assignment ("ai chủ trì và bao giờ xong")."""
    value, fact = best.value, best.value.fact
    if not isinstance(fact, Assignment):
        return value
    more = [spans for intent in query.also if (spans := slot_of(fact, intent)) and spans != value.spans]
    texts = [evidence.words(fact.source_id, spans).rstrip(" .;,") for spans in more]
    text = vi.JOIN_LIST.join([value.text, *texts])
    return replace(value, text=text, spans=(*value.spans, *(span for spans in more for span in spans)))


def _abstention(reason: Reason, hits: Sequence[Hit]) -> Draft:
    return Draft(text=None, reason=reason, confidence=0.0, hits=tuple(hits))


def _first(first: Hit, then: Sequence[Hit], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """``first``, then the others that may answer, then the rest."""
    ordered = {hit.passage.passage_id: hit for hit in (first, *then, *hits)}
    return tuple(ordered.values())


def hit_of(passage: Passage, hits: Sequence[Hit]) -> Hit:
    """The hit of a passage; one without ranks when it was not among those found."""
    found = next((h for h in hits if h.passage.passage_id == passage.passage_id), None)
    return found or Hit(passage=passage, score=0.0, dense=0.0, lexical=0.0, dense_rank=None, lexical_rank=None)


def _with_rivals(draft: Draft, query: Query, rivals: Sequence[Rival]) -> Draft:
    """The draft with the other values; both are said unless the question asks one document."""
    if not rivals:
        return draft
    asked = draft.hits[0].passage.doc_id in query.doc_ids
    if asked:
        return replace(draft, rivals=tuple(rivals))
    text = vi.JOIN_RIVAL.join([draft.text or "", *(rival.text for rival in rivals)])
    own = draft.hits[0]
    others = [hit_of(rival.passage, draft.hits) for rival in rivals]
    return replace(
        draft,
        text=text,
        rivals=tuple(rivals),
        hits=_first(own, others, draft.hits),
        spans={**draft.spans, **{rival.passage.passage_id: rival.spans for rival in rivals}},
    )


def _list_of_tasks(tasks: Sequence[Task], hits: Sequence[Hit], evidence: Evidence) -> Draft:
    text, spans = listed(tasks, evidence)
    cited = [hit_of(task.passage, hits) for task in tasks]
    highlights: dict[str, tuple[Span, ...]] = {}
    for task, taken in zip(tasks, spans, strict=False):
        highlights[task.passage.passage_id] = (*highlights.get(task.passage.passage_id, ()), *taken)
    return Draft(
        text=text,
        reason=None,
        confidence=_HEADER_CONFIDENCE,
        hits=_first(cited[0], cited, hits),
        spans=highlights,
        tasks=tuple(tasks),
    )


def _about_document(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """The value of a header; an abstention when no one document is meant, or it does not state it."""
    fact: HeaderFact | None = None
    document = document_asked(query, hits, evidence)
    if document:
        fact = header_fact(query, document, evidence)
    elif query.cited_symbols:
        fact = cited_fact(query, evidence)
    else:
        fact = mentioned_fact(query, hits, evidence)
    if fact is None:
        other = document is None and (query.doc_ids or query.cited_symbols or query.unknown_symbols or query.provinces)
        return _abstention(Reason.OTHER_SUBJECT if other else Reason.NO_EVIDENCE, hits)
    return Draft(
        text=fact.value,
        reason=None,
        confidence=_HEADER_CONFIDENCE,
        hits=_first(hit_of(fact.passage, hits), (), hits),
        spans={fact.passage.passage_id: fact.spans},
    )


def candidates(query: Query, eligible: Sequence[Eligible], evidence: Evidence) -> list[Candidate]:
    """What each eligible hit says to the question, the most likely right first; equal ones in order of hits.

    A row whose columns are read answers with a cell or not at all.
    """
    terms = topic_terms(query)
    found: list[Candidate] = []
    for one in eligible:
        passage = one.hit.passage
        value = _slot(query, passage, terms, evidence)
        if value is None and not (query.intent in _TYPED and _has_columns(passage)):
            value = _sentence(query, passage, terms, evidence)
            value = value if _is_of_kind(query, passage, value, evidence) else None
        if value:
            acting = _acts(query, passage, evidence)
            signs = signs_of(query, one.hit, value, terms, evidence, acting=acting)
            found.append(Candidate(one.hit, value, signs, chance(signs)))
    return sorted(found, key=lambda c: -c.chance)


def _acts(query: Query, passage: Passage, evidence: Evidence) -> bool:
    """Whether the agency whose tasks are asked for is one that leads in the passage."""
    if query.intent not in {Intent.FREE, Intent.TASKS} or not query.agencies:
        return False
    leading = [evidence.plain(passage, a.lead) for a in evidence.assignments_in(passage)]
    return any(is_among(agency, lead) for agency in query.agencies for lead in leading)


def _has_columns(passage: Passage) -> bool:
    return passage.row is not None and any(cell.column for cell in passage.row.cells)


def _is_of_kind(query: Query, passage: Passage, value: Value, evidence: Evidence) -> bool:
    """Whether a sentence can answer at all: a question of who needs an agency, one of when a time."""
    if query.intent is Intent.DEADLINE:
        text, references = evidence.sources[passage.source_id].text, evidence.documents[passage.doc_id].references
        times = [time for span in value.spans for time in times_in(text, span, references, years=True)]
        return any(c.isdigit() or c in "IV" for time in times for c in text[slice(*time)])
    if query.intent is Intent.FIGURE:
        return any(c.isdigit() for c in value.text)
    rest = _without(value.text, query.agencies)
    if query.intent is Intent.LEAD and not agencies.LEADS.search(query.text):
        return agencies.names_agency(rest) or bool(_PROPER_NAME.search(rest))
    if query.intent in _SAYING:
        return bool(_SAYING[query.intent].search(value.text)) and agencies.names_agency(rest)
    return True


# A name of two words or more inside a sentence: who did something need not be an agency.
_PROPER_NAME = re.compile(rf"(?<=\w )[{UPPER}]\w+(?: [{UPPER}]\w+)+")


def _without(text: str, names: Sequence[str]) -> str:
    """``text`` without agencies that the question itself names: they are no answer to it."""
    for name in names:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def _slot(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The value of the kind asked for, when the passage states it by itself."""
    if query.intent is Intent.WHERE:
        return _whereabouts(query, passage, terms, evidence)
    if query.intent is Intent.FIGURE:
        return figure_value(query, passage, terms, evidence) or (
            _cell_of_year(query, passage, terms, evidence) if passage.row else _count(query, passage, terms, evidence)
        )
    if query.intent not in _COLUMNS:
        return None
    if found := assignment_value(query, passage, terms, evidence):
        return found
    if passage.row:
        return _cells(passage, _COLUMNS[query.intent], terms, evidence)
    if passage.role is not PassageRole.TEXT:
        return None
    if query.intent is Intent.DEADLINE:
        return _time(query, passage, terms, evidence)
    if query.intent is Intent.COORDINATING:
        return _partner(query, passage, evidence)
    return _actor(query, passage, terms, evidence)


def _actor(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The agency that acts in the clause that fits best; who only helps leads nothing."""
    text = evidence.sources[passage.source_id].text
    parts = [p for s in passage.sentences or (passage.span,) for p in clauses(text, s)]
    part = best_of(parts, terms, text, evidence)
    if not settles(part, [p for p in parts if agencies.opens(text, p)], terms, text):
        return None  # another agency's clause says what this one leaves out
    actor = agencies.actor_of(passage, part, evidence)
    if actor is None or (query.intent is Intent.LEAD and actor.helps):
        return None
    if query.intent is Intent.SUPERVISING and not agencies.WATCHES.search(text, *part):
        return None
    value = value_of(passage, (actor.span,), evidence)
    return value and replace(value, strength=1.0 if actor.leads else 0.5)


def _cell_of_year(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The cell with a number whose column the question names, by year or in words; None in doubt."""
    assert passage.row is not None
    scored: list[tuple[float, Cell]] = []
    for cell in passage.row.cells:
        value = evidence.plain(passage, cell.spans)
        if not cell.column or column_role(cell.column) in {Column.LABEL, Column.TASK} or not re.search(r"\d", value):
            continue
        heading = " ".join(cell.column)
        years = sum(str(year) in heading for year in query.years)
        scored.append((years + evidence.coverage(syllables(heading), " ".join(terms)), cell))
    best = [cell for score, cell in scored if score == max(s for s, _ in scored)]
    if len(best) != 1 or (len(scored) > 1 and max(s for s, _ in scored) == 0):
        return None
    return value_of(passage, best[0].spans, evidence)


# "bao nhiêu đô thị", "mấy căn nhà": the thing that is counted.
_COUNTED = re.compile(r"(?:bao nhiêu|mấy)\s+(?P<thing>[^\W\d_]+(?:\s+[^\W\d_]+)?)", re.IGNORECASE)


def _count(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The clause in which a number stands before the very thing that is counted."""
    asked = _COUNTED.search(query.text)
    if asked is None or passage.role is not PassageRole.TEXT:
        return None
    text = evidence.sources[passage.source_id].text
    parts = of_time(query, text, [p for s in passage.sentences or (passage.span,) for p in clauses(text, s)])
    for thing in (asked["thing"], asked["thing"].split()[0]):
        number = re.compile(rf"\d[\d.,]*\s+{re.escape(thing)}\b", re.IGNORECASE)
        fitting = [p for p in parts if number.search(text, *p)]
        if fitting:
            return value_of(passage, (without_label(text, best_of(fitting, terms, text, evidence)),), evidence)
    return None


def _whereabouts(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value:
    """Where the passage stands: its place and document, the way it is cited."""
    span = best_sentence(passage, terms, query, evidence)
    return Value(text=short_reference(evidence.documents[passage.doc_id], passage), spans=(span,))


def _cells(passage: Passage, column: Column, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The cell under the heading asked for; None when it is empty, or two columns claim it.

    The more of the row's task the question names, the surer it is this row that is meant.
    """
    assert passage.row is not None
    by_role = [(column_role(cell.column), cell) for cell in passage.row.cells if cell.spans]
    cells = [cell.spans for role, cell in by_role if role is column]
    cells = cells or [(part,) for role, cell in by_role for part in _labelled(passage, cell, column, evidence)]
    if len(cells) != 1:
        return None
    task = " ".join(evidence.plain(passage, cell.spans) for role, cell in by_role if role is Column.TASK)
    value = value_of(passage, cells[0], evidence)
    return value and replace(value, strength=1.0 + evidence.coverage(syllables(task), " ".join(terms)))


# "Chủ trì: Phòng Kinh tế; phối hợp: Phòng Văn hóa - Xã hội" in one cell.
_LABELLED = {
    Column.LEAD: re.compile(
        r"chủ trì(?: thực hiện)?\s*:\s*(?P<who>[^;\n]+?)(?=[;.\n]|\s*phối hợp\s*:|$)", re.IGNORECASE
    ),
    Column.COORDINATING: re.compile(
        r"phối hợp(?: thực hiện)?\s*:\s*(?P<who>[^\n]+?)(?=[.\n]|\s*chủ trì\s*:|$)", re.IGNORECASE
    ),
}


def _labelled(passage: Passage, cell: Cell, column: Column, evidence: Evidence) -> Iterator[Span]:
    """Who leads or helps in a cell that says both, each after its word; nothing from a cell without them."""
    pattern = _LABELLED.get(column)
    if pattern is None or len(cell.spans) != 1 or column_role(cell.column) is not Column.OTHER:
        return
    for match in pattern.finditer(evidence.sources[passage.source_id].text, *cell.spans[0]):
        yield Span(*match.span("who"))


def _time(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The one time in the clause that fits best; None when it has none or several."""
    text = evidence.sources[passage.source_id].text
    references = evidence.documents[passage.doc_id].references
    asked = [fold(s) for s in syllables(query.text)]
    times = [s for s in best_timed(passage, terms, references, evidence) if not _is_named(text, s, asked)]
    return value_of(passage, (times[0],), evidence) if len(times) == 1 else None


def _is_named(text: str, span: Span, terms: Sequence[str]) -> bool:
    """Whether a time is the question's own ("trong năm 2026 …") and so no answer to it."""
    return all(fold(s) in terms for s in syllables(text[span.start : span.end]) if any(c.isdigit() for c in s)) and any(
        c.isdigit() for c in text[span.start : span.end]
    )


def _partner(query: Query, passage: Passage, evidence: Evidence) -> Value | None:
    """Whom the passage says to work with; when the question names them, who works with them."""
    partners = agencies.partners_of(passage, evidence)
    if partners is None:
        return None
    named = [fold(s) for s in syllables(evidence.plain(passage, (partners,)))]
    asked = {fold(s) for s in syllables(query.text)}
    if sum(term in asked for term in named) >= 0.7 * len(named):
        actor = agencies.actor_of(passage, passage.span, evidence)
        return value_of(passage, (actor.span,), evidence) if actor else None
    return value_of(passage, (partners,), evidence)


def _sentence(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value:
    """The sentence of a passage that fits best; of a row, the cells but for its number."""
    if passage.row and any(cell.column for cell in passage.row.cells):
        cells = [c for c in passage.row.cells if c.spans and column_role(c.column) is not Column.LABEL]
        task = next((c for c in cells if column_role(c.column) is Column.TASK), None)
        spans = task.spans if task else tuple(s for c in cells for s in c.spans)
        return Value(text=evidence.plain(passage, spans), spans=spans, strength=0.0)
    span = best_sentence(passage, terms, query, evidence)
    return Value(text=squeeze(evidence.plain(passage, (span,))), spans=(span,), strength=0.0)
