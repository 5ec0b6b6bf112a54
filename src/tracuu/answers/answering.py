"""Hits and facts → an answer: a value of a header, of an assignment, a figure, a list of tasks, or sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tracuu import vi
from tracuu.agencies.names import names_agency
from tracuu.answers.confidence import (
    DOUBTFUL_THRESHOLDS,
    FREE_THRESHOLD,
    PLAIN_THRESHOLD,
    THRESHOLD,
    UNSPOKEN_THRESHOLD,
    Signs,
    chance,
    signs_of,
)
from tracuu.answers.conflicts import Rival, as_likely, distinct, rivals_of
from tracuu.answers.evidence import Evidence
from tracuu.answers.figures import with_target
from tracuu.answers.headers import (
    ABOUT_DOCUMENT,
    HeaderFact,
    cited_fact,
    document_asked,
    header_facts,
    mentioned_fact,
    replaced_facts,
)
from tracuu.answers.likeness import is_of_another_name, is_of_the_thing
from tracuu.answers.occasions import occasion_facts
from tracuu.answers.ranking import FreeAnswer, free_answer
from tracuu.answers.refusing import Eligible, sift, with_headings
from tracuu.answers.scope import beyond_place
from tracuu.answers.slots import SLOTS, TYPED, bodies_asked, is_one_of, slot_of, speaks_beside, states
from tracuu.answers.tasks import Task, asks_role, listed, points_of, tasks_of
from tracuu.answers.totals import is_total_of_another, sum_of_document
from tracuu.answers.typed import has_columns, is_of_kind, typed_value
from tracuu.answers.values import Value
from tracuu.answers.watching import Watch, watch_of_document
from tracuu.facts.clauses import without_label
from tracuu.queries import topic_terms
from tracuu.types import Assignment, Document, Hit, Intent, Passage, Query, Reason, Span, Target

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracuu.embeddings import Embedder

# Shares that are right of answers from headers and of lists of tasks (docs/confidence.md), less what unseen
# documents may cost.
_HEADER_CONFIDENCE, _LIST_CONFIDENCE = 0.95, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer before it is cited. ``hits`` has the evidence first; ``spans`` are by passage_id.

    ``rivals`` are other values for the same question; ``tasks`` the whole of an answer that is a list,
    ``deadlines`` whether it tells by when each is due.
    """

    text: str | None
    reason: Reason | None
    confidence: float
    hits: tuple[Hit, ...]
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    rivals: tuple[Rival, ...] = ()
    tasks: tuple[Task, ...] = ()
    deadlines: bool = False


class Candidate(NamedTuple):
    """A value from a hit, with what speaks for it and the chance that it is right."""

    hit: Hit
    value: Value
    signs: Signs
    chance: float


def draft_answer(
    query: Query,
    hits: Sequence[Hit],
    evidence: Evidence,
    *,
    embedder: "Embedder | None" = None,
    vector: "NDArray[np.float32] | None" = None,
    top: int = 5,
) -> Draft:
    """What the hits say to the question; abstains when none of them speaks of what was asked.

    ``top`` is how many passages will be cited: a list names no task that stands in none of them.
    """
    replaced = replaced_facts(query, hits, evidence) if query.intent is Intent.FREE else None
    said = occasion_facts(query, hits, evidence) if replaced is None else replaced
    if said is not None:
        return _told(said, hits) if said else _abstention(Reason.NO_EVIDENCE, hits)
    if query.intent in ABOUT_DOCUMENT and any(evidence.is_directive(hit.passage) for hit in hits):
        return _about_document(query, hits, evidence)
    if query.intent is Intent.TASKS:
        if tasks := tasks_of(query, topic_terms(query), evidence):
            return _list_of_tasks(tasks, hits, evidence, limit=top, deadlines=Intent.DEADLINE in query.also)
        if asks_role(query):
            return _abstention(Reason.OTHER_SUBJECT, hits)
        if query.subject and not names_agency(query.subject[:1].upper() + query.subject[1:]):
            query = replace(query, intent=Intent.FREE, subject=None)  # anybody: what is said of them is no assignment
    if whole := sum_of_document(query, topic_terms(query), evidence):
        return _stated(*whole, hits)
    if watches := watch_of_document(query, hits, evidence):
        return _watched(watches, hits, evidence)
    hits = with_headings(query, hits, evidence) if query.intent is Intent.WHERE else hits
    eligible, others, reason = sift(query, hits, evidence)
    if reason:
        return _abstention(reason, hits)
    every = candidates(query, eligible, evidence, embedder=embedder, vector=vector)
    found = [c for c in every if not is_of_another_name(query, c.value, c.hit.passage, evidence)]
    if not found or not _is_enough(found[0], query, evidence):
        elsewhere = candidates(replace(query, years=(), periods=()), others, evidence)
        spoken_of = any(c.chance >= THRESHOLD for c in (*elsewhere[:1], *(c for c in every if c not in found)))
        return _abstention(Reason.OTHER_SUBJECT if spoken_of else Reason.NO_EVIDENCE, hits)
    if _is_outdone(found[0], query, eligible, others):
        return _abstention(Reason.OTHER_SUBJECT, hits)
    if _says_less(found[0], query, eligible):
        return _abstention(Reason.NO_EVIDENCE, hits)
    if query.intent is Intent.FREE and (points := points_of(query, found[0].hit.passage, topic_terms(query), evidence)):
        return _list_of_tasks(points, hits, evidence, limit=top)
    best = found[0]._replace(value=_with_also(query, found[0], evidence))
    merged = _merged_above(best, evidence)
    draft = Draft(
        text=best.value.text,
        reason=None,
        confidence=best.chance,
        hits=_first(best.hit, [*(hit_of(row, hits) for row in merged), *(c.hit for c in found)], hits),
        spans={passage.passage_id: best.value.spans for passage in (best.hit.passage, *merged)},
    )
    # Where one document is asked about, what others say of the same thing was sifted out.
    elsewhere = candidates(query, others, evidence) if query.doc_ids and query.intent in SLOTS else []
    return _with_rivals(draft, query, _rivals(best, [*found[1:], *elsewhere], query, evidence))


def _merged_above(best: Candidate, evidence: Evidence) -> list[Passage]:
    """The rows above that hold a cell merged over several rows, from which the value was taken: they are cited too."""
    row = best.hit.passage
    outside = [span for span in best.value.spans if not row.span.start <= span.start < row.span.end]
    if row.row is None or not outside:
        return []
    return [passage for passage in evidence.passages_at(row.doc_id, outside) if passage.row]


def _rivals(best: Candidate, others: Sequence[Candidate], query: Query, evidence: Evidence) -> list[Rival]:
    """Other values for the question: of the same task or figure elsewhere, and of tasks that it fits as well."""
    several = len(query.doc_ids) > 1 or len(query.provinces) > 1 or bool(query.ambiguous)
    open_to_all = several or not (query.provinces or query.units or query.agencies or query.doc_ids)
    if query.intent is Intent.FIGURE and best.value.fact is None:
        best = best._replace(value=with_target(best.value, best.hit.passage, query, evidence))
    if query.intent not in SLOTS and not (query.intent in TYPED and open_to_all and best.value.fact):
        return rivals_of(best.value, query.intent, evidence)
    if query.intent not in SLOTS:
        others = [c for c in others if c.value.fact and _is_enough(c, query, evidence)]
    values = [(c.value, c.hit.passage) for c in (best, *others)]
    tied = as_likely(values, topic_terms(query), evidence, anywhere=open_to_all)
    return distinct([*rivals_of(best.value, query.intent, evidence), *tied])


def _is_enough(candidate: Candidate, query: Query, evidence: Evidence) -> bool:
    """Whether a candidate is likely enough to be said."""
    if not evidence.is_directive(candidate.hit.passage):
        return candidate.chance >= PLAIN_THRESHOLD
    return candidate.chance >= (THRESHOLD if query.intent in TYPED else FREE_THRESHOLD)


# By so much another may be likelier than the ranker's pick. Of the questions of 28 sets two come right at 0.1 that do
# not at 0.3, and none is lost.
_LIKELIER = 0.1

# Chances that differ by less tell nothing: "tập huấn cho phụ nữ" and "… cho nông dân" were 0.9925 and 0.9916.
_AS_LIKELY = 0.005

# What was set aside for its year or place says all that is asked, and the best that is left so much less.
_SAYS_ALL, _SAYS_LESS = 0.9, 0.4


def _is_outdone(best: Candidate, query: Query, eligible: Sequence[Eligible], others: Sequence[Eligible]) -> bool:
    """Whether what is asked is said, but of another year, place or body, and the best candidate says something near.

    A figure of a table whose own year is the one asked for is none of these.
    """
    fact = best.value.fact
    if isinstance(fact, Target) and fact.years and query.years and max(query.years) == fact.years[1]:
        return False
    own = next(e.coverage for e in eligible if e.hit == best.hit)
    return any(e.coverage >= max(_SAYS_ALL, own + _SAYS_LESS) for e in others)


# A figure, or a sentence in the place of a value, that says so much less of what is asked than another passage, which
# gives none, is another one. Of the questions of seventeen sets it was a right one in no case.
_FIGURE_LESS, _SENTENCE_LESS = 0.25, 0.2


def _says_less(best: Candidate, query: Query, eligible: Sequence[Eligible]) -> bool:
    """Whether another passage says so much more of what is asked that the value found beside it is doubtful."""
    if query.intent not in TYPED or (best.value.fact and query.intent is not Intent.FIGURE and not best.value.unspoken):
        return False
    own = next(e.coverage for e in eligible if e.hit == best.hit)
    most = max(e.coverage for e in eligible)
    told_by_fact = best.value.fact is not None and not best.value.unspoken
    return most - own >= (_FIGURE_LESS if told_by_fact else _SENTENCE_LESS)


def _with_also(query: Query, best: Candidate, evidence: Evidence) -> Value:
    """The value with what else the question asks of the same assignment ("ai chủ trì và bao giờ xong")."""
    value, fact = best.value, best.value.fact
    if not isinstance(fact, Assignment):
        widened = query.intent in TYPED and asks_more(query)
        return (_sentence_of(value, best.hit.passage, evidence) if widened else None) or value
    more = [
        spans
        for intent in query.also
        if (spans := slot_of(fact, intent)) and spans != value.spans
        if intent is Intent.DEADLINE or is_one_of(bodies_asked(query.text), evidence.words(fact.source_id, spans))
    ]
    if asks_more(query) and best.hit.passage.row is None and (whole := _with_clause(value, fact, evidence)):
        return whole
    texts = [evidence.words(fact.source_id, spans).rstrip(" .;,") for spans in more]
    text = vi.JOIN_LIST.join([value.text, *texts])
    return replace(value, text=text, spans=(*value.spans, *(span for spans in more for span in spans)))


# Words with which something is asked. Near miss: "nào" of "ngày nào" (one), "ai nấy".
_ASKS = re.compile(
    r"\b(?:ai|gì|đâu|nào|bao nhiêu|bao giờ|bao lâu|mấy|thế nào|ra sao|vì sao)\b(?! (?:cũng|nấy|đó|hết)\b)",
    re.IGNORECASE,
)
# An answer that says more than the value is no longer than this.
_LONGEST_CLAUSE = 300


def asks_more(query: Query) -> bool:
    """Whether a question asks for more than its intents: "nộp về đâu, chậm nhất ngày nào"."""
    return len(_ASKS.findall(query.text)) > 1 + len(query.also)


def _with_clause(value: Value, fact: Assignment, evidence: Evidence) -> Value | None:
    """The value and the clause that it was read from, where what else is asked stands; None when that is too long."""
    pieces = (*(span for span in value.spans if not _is_in(span, fact.span)), fact.span)
    texts = [evidence.words(fact.source_id, (span,)).rstrip(" .;,") for span in pieces]
    text = vi.JOIN_LIST.join(texts)
    return replace(value, text=text, spans=pieces) if len(text) <= _LONGEST_CLAUSE else None


def _sentence_of(value: Value, passage: Passage, evidence: Evidence) -> Value | None:
    """The sentence of a paragraph that holds a value; None when it is too long, or the value is more than one."""
    around = [s for s in passage.sentences if value.spans and all(_is_in(span, s) for span in value.spans)]
    if not around or passage.row:
        return None
    whole = without_label(evidence.sources[passage.source_id].text, around[0])
    text = evidence.plain(passage, (whole,))
    return replace(value, text=text, spans=(whole,)) if len(text) <= _LONGEST_CLAUSE else None


def _is_in(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


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
    """The draft with the other values; they are said with it unless the question asks another document."""
    if draft.hits[0].passage.doc_id in query.doc_ids:
        told = [rival for rival in rivals if rival.passage.doc_id in query.doc_ids]
        draft, rivals = replace(draft, rivals=tuple(r for r in rivals if r not in told)), told
    if not rivals:
        return draft
    told_first = (draft.text or "").rstrip(" .;,")
    text = vi.JOIN_RIVAL.join([told_first, *(rival.text.rstrip(" .;,") for rival in rivals)])
    own = draft.hits[0]
    others = [hit_of(rival.passage, draft.hits) for rival in rivals]
    return replace(
        draft,
        text=text,
        rivals=(*rivals, *draft.rivals),
        hits=_first(own, others, draft.hits),
        spans={**draft.spans, **{rival.passage.passage_id: rival.spans for rival in rivals}},
    )


def _list_of_tasks(
    tasks: Sequence[Task], hits: Sequence[Hit], evidence: Evidence, *, limit: int, deadlines: bool = False
) -> Draft:
    text, spans = listed(tasks, evidence, limit=limit, deadlines=deadlines)
    cited = [hit_of(task.passage, hits) for task in tasks]
    highlights: dict[str, tuple[Span, ...]] = {}
    for task, taken in zip(tasks, spans, strict=False):
        highlights[task.passage.passage_id] = (*highlights.get(task.passage.passage_id, ()), *taken)
    return Draft(
        text=text,
        reason=None,
        confidence=_LIST_CONFIDENCE,
        hits=_first(cited[0], cited, hits),
        spans=highlights,
        tasks=tuple(tasks),
        deadlines=deadlines,
    )


def _about_document(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """What a header says of all that is asked; an abstention when no one document is meant or it does not say it."""
    document = document_asked(query, hits, evidence)
    facts = _header_facts(query, document, hits, evidence)
    if not facts:
        other = document is None and (query.doc_ids or query.cited_symbols or query.unknown_symbols or query.provinces)
        return _abstention(Reason.OTHER_SUBJECT if other else Reason.NO_EVIDENCE, hits)
    also = [replace(query, intent=intent) for intent in query.also if intent in ABOUT_DOCUMENT]
    more = [told for one in also for told in _header_facts(one, document, hits, evidence)]
    if document is None:  # of a document that is only cited: what stands in the same reference
        more = [told for told in more if told.spans == facts[0].spans]
    return _told([*facts, *more], hits)


def _header_facts(query: Query, document: Document | None, hits: Sequence[Hit], evidence: Evidence) -> list[HeaderFact]:
    """Values of the header of ``document``, or of one that is only cited when it is None."""
    if document:
        return header_facts(query, document, evidence)
    fact = cited_fact(query, evidence) if query.cited_symbols else mentioned_fact(query, hits, evidence)
    return [fact] if fact else []


def _told(facts: Sequence[HeaderFact], hits: Sequence[Hit]) -> Draft:
    """Values of one document, each with the passage that shows it."""
    spans: dict[str, tuple[Span, ...]] = {}
    for fact in facts:
        spans[fact.passage.passage_id] = (*spans.get(fact.passage.passage_id, ()), *fact.spans)
    passages = [hit_of(fact.passage, hits) for fact in facts]
    return Draft(
        text=vi.JOIN_LIST.join(dict.fromkeys(fact.value for fact in facts)),
        reason=None,
        confidence=_HEADER_CONFIDENCE,
        hits=_first(passages[0], passages, hits),
        spans=spans,
    )


def _watched(watches: Sequence[Watch], hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """Everybody who watches over a document, each once."""
    texts = [evidence.words(watch.passage.source_id, watch.bodies).rstrip(" .;,") for watch in watches]
    cited = [hit_of(watch.passage, hits) for watch in watches]
    return Draft(
        text=vi.JOIN_LIST.join(dict.fromkeys(texts)),
        reason=None,
        confidence=_LIST_CONFIDENCE,
        hits=_first(cited[0], cited, hits),
        spans={watch.passage.passage_id: watch.bodies for watch in watches},
    )


def _stated(value: Value, passage: Passage, hits: Sequence[Hit]) -> Draft:
    """What a document says of itself, whatever was found."""
    return Draft(
        text=value.text,
        reason=None,
        confidence=_HEADER_CONFIDENCE,
        hits=_first(hit_of(passage, hits), (), hits),
        spans={passage.passage_id: value.spans},
    )


def candidates(
    query: Query,
    eligible: Sequence[Eligible],
    evidence: Evidence,
    *,
    embedder: "Embedder | None" = None,
    vector: "NDArray[np.float32] | None" = None,
) -> list[Candidate]:
    """What each eligible hit says to the question, the most likely right first; equal ones in order of hits.

    A row whose columns are read answers with a cell or not at all. Among sentences the ranker decides which comes
    first, if that is likely enough; ``embedder`` and ``vector`` (the question's, unit length, shape (dimension,)) let
    it compare by meaning.
    """
    topic = topic_terms(query)
    free: FreeAnswer | None = None
    plain = [e.hit for e in eligible if query.intent not in TYPED or not evidence.is_directive(e.hit.passage)]
    if plain:
        free = free_answer(query, plain, evidence, embedder=embedder, vector=vector)
    found: list[Candidate] = []
    for one in eligible:
        if query.intent is Intent.TASKS and one.hit.passage.row:
            continue  # a row that gives the agency work would be a task
        terms = beyond_place(topic, query, evidence.documents[one.hit.passage.doc_id])
        value = _value(query, one.hit, terms, evidence, free)
        if value and is_total_of_another(query, value.text, one.hit.passage.doc_id, evidence):
            continue
        if value and (
            not evidence.is_directive(one.hit.passage) or is_of_the_thing(query, value, one.hit.passage, evidence)
        ):
            signs = signs_of(query, one.hit, value, terms, evidence)
            likely = chance(signs)
            least = DOUBTFUL_THRESHOLDS[min(one.doubtful, len(DOUBTFUL_THRESHOLDS) - 1)]
            if likely >= max(least, UNSPOKEN_THRESHOLD if value.unspoken else 0.0):
                found.append(Candidate(one.hit, value, signs, likely))
    first = free.passage.passage_id if free and query.intent not in TYPED else None
    most = max((c.chance for c in found), default=0.0)
    if query.intent in SLOTS:  # as likely as makes no odds: whose clause says more of the topic
        return sorted(found, key=lambda c: (c.chance < most - _AS_LIKELY, -c.signs.close, -c.chance))
    return sorted(found, key=lambda c: (not _is_picked(c, first, most, query, evidence), -c.chance))


def _is_picked(candidate: Candidate, first: str | None, most: float, query: Query, evidence: Evidence) -> bool:
    """Whether the ranker's pick stays first: it is likely enough, and no other is much likelier."""
    picked = candidate.hit.passage.passage_id == first and candidate.chance >= most - _LIKELIER
    return picked and _is_enough(candidate, query, evidence)


def _value(query: Query, hit: Hit, terms: Sequence[str], evidence: Evidence, free: FreeAnswer | None) -> Value | None:
    """What one hit says: the value of the kind asked for, else the sentences that fit best, if they are of the kind.

    A row answers who and when with a cell or not at all, and what else with one where its columns are read.
    """
    passage = hit.passage
    plain = not evidence.is_directive(passage)
    value = None if plain else typed_value(query, passage, terms, evidence)
    if value or (query.intent in TYPED and has_columns(passage)) or (query.intent in SLOTS and passage.row):
        return value
    if not plain and query.intent in SLOTS and _is_settled(query, passage, terms, evidence):
        return None  # facts stand there, and none of them is meant
    answer = free if free and free.passage == passage else free_answer(query, [hit], evidence)
    if answer is None:
        return None
    value = Value(text=answer.text, spans=tuple(answer.spans[passage.passage_id]))
    return value if plain or is_of_kind(query, value, passage, evidence) else None


def _is_settled(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether facts were read from a passage that would say what is asked for: who is named there has another role."""
    if speaks_beside(passage, terms, evidence):
        return False
    read = bool(evidence.assignments_in(passage)) and query.intent in {Intent.LEAD, Intent.SUPERVISING}
    return read or states(query, passage, evidence)
