"""The first form of an answer: a value of a header, cells of a row, an agency, a time, or a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracuu.answers import agencies
from tracuu.answers.evidence import Evidence
from tracuu.answers.headers import ABOUT_DOCUMENT, document_asked, header_fact
from tracuu.answers.refusing import confidence_of, refusal
from tracuu.answers.sentences import ANSWER_LENGTH, best_sentence, times_in
from tracuu.documents import Column, column_role
from tracuu.queries import content_terms
from tracuu.text import fold, squeeze, syllables
from tracuu.types import Hit, Intent, Passage, PassageRole, Query, Reason, Span

_COLUMNS = {
    Intent.LEAD: Column.LEAD,
    Intent.COORDINATING: Column.COORDINATING,
    Intent.SUPERVISING: Column.SUPERVISING,
    Intent.DEADLINE: Column.DEADLINE,
}
# Hits that are looked at for a value; further down they are about something else.
_LOOKED_AT = 8
# What having the very value asked for adds to a hit's score.
_VALUE_BONUS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer before it is cited. ``hits`` has the evidence first; ``spans`` are by passage_id."""

    text: str | None
    reason: Reason | None
    confidence: float
    hits: tuple[Hit, ...]
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    text: str
    spans: tuple[Span, ...]


def draft_answer(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """What the hits say to the question; abstains when none of them speaks of what was asked."""
    if query.intent in ABOUT_DOCUMENT and (draft := _about_document(query, hits, evidence)):
        return draft
    reason = refusal(query, hits, evidence)
    confidence = confidence_of(query, hits, evidence)
    if reason:
        return Draft(text=None, reason=reason, confidence=1 - confidence, hits=tuple(hits))
    hit, value = _best_value(query, hits, evidence)
    rest = tuple(h for h in hits if h is not hit)
    return Draft(
        text=value.text, reason=None, confidence=confidence, hits=(hit, *rest), spans={hit.passage.passage_id: value.spans}
    )


def _about_document(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft | None:
    """The value of a header; an abstention when the document is known and does not state it.

    None when no document is meant: then the question is answered like any other.
    """
    if query.unknown_symbols and not query.doc_ids:
        return Draft(text=None, reason=Reason.OTHER_SUBJECT, confidence=0.0, hits=tuple(hits))
    document = document_asked(query, hits, evidence)
    if document is None:
        return None
    fact = header_fact(query.intent, document, evidence)
    if fact is None:
        return Draft(text=None, reason=Reason.NO_EVIDENCE, confidence=0.0, hits=tuple(hits))
    found = next((h for h in hits if h.passage.passage_id == fact.passage.passage_id), None)
    hit = found or Hit(
        passage=fact.passage, score=1.0, dense=0.0, lexical=0.0, dense_rank=None, lexical_rank=None
    )
    rest = tuple(h for h in hits if h.passage.passage_id != fact.passage.passage_id)
    spans = {fact.passage.passage_id: fact.spans}
    return Draft(text=fact.value, reason=None, confidence=0.9, hits=(hit, *rest), spans=spans)


def _best_value(query: Query, hits: Sequence[Hit], evidence: Evidence) -> tuple[Hit, _Value]:
    """The hit that answers, and how: the best one that has the value asked for, else the best one."""
    terms = [fold(term) for term in content_terms(query.text)]
    ranked: list[tuple[float, int, Hit, _Value]] = []
    for rank, hit in enumerate(hits[:_LOOKED_AT]):
        value = _slot(query, hit.passage, terms, evidence)
        if value:
            ranked.append((hit.score + _VALUE_BONUS, -rank, hit, value))
        elif hit.passage.role is not PassageRole.HEADING:
            ranked.append((hit.score, -rank, hit, _sentence(query, hit.passage, terms, evidence)))
    if not ranked:
        return hits[0], _sentence(query, hits[0].passage, terms, evidence)
    _, _, hit, value = max(ranked, key=lambda item: item[:2])
    return hit, value


def _slot(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
    """The value of the kind asked for, when the passage states it by itself."""
    if query.intent not in _COLUMNS:
        return None
    if passage.row:
        return _cells(passage, _COLUMNS[query.intent], evidence)
    if passage.role is not PassageRole.TEXT:
        return None
    if query.intent is Intent.DEADLINE:
        return _time(passage, terms, evidence)
    if query.intent is Intent.COORDINATING:
        return _partner(query, passage, evidence)
    actor = agencies.actor_of(passage, evidence)
    if actor is None:
        return None
    if query.intent is Intent.SUPERVISING and not agencies.WATCHES.search(passage.text):
        return None
    return _value(passage, (actor.span,), evidence)


def _value(passage: Passage, spans: tuple[Span, ...], evidence: Evidence) -> _Value | None:
    text = evidence.plain(passage, spans).rstrip(" .;,")
    return _Value(text=text, spans=spans) if text else None


def _cells(passage: Passage, column: Column, evidence: Evidence) -> _Value | None:
    """The cell under the heading asked for; None when it is empty, or two columns claim it."""
    assert passage.row is not None
    cells = [cell for cell in passage.row.cells if column_role(cell.column) is column and cell.spans]
    return _value(passage, cells[0].spans, evidence) if len(cells) == 1 else None


def _time(passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
    """The one time in the sentence that fits best; None when it has none or several."""
    text = evidence.sources[passage.source_id].text
    sentence = best_sentence(passage, terms, Intent.DEADLINE, evidence)
    times = [s for s in times_in(text, sentence) if not _is_named(text, s, terms)]
    return _value(passage, (times[0],), evidence) if len(times) == 1 else None


def _is_named(text: str, span: Span, terms: Sequence[str]) -> bool:
    """Whether a time is the question's own ("trong năm 2026 …") and so no answer to it."""
    return all(fold(s) in terms for s in syllables(text[span.start : span.end]) if any(c.isdigit() for c in s)) and any(
        c.isdigit() for c in text[span.start : span.end]
    )


def _partner(query: Query, passage: Passage, evidence: Evidence) -> _Value | None:
    """Whom the passage says to work with; when the question names them, who works with them."""
    partners = agencies.partners_of(passage, evidence)
    if partners is None:
        return None
    named = [fold(s) for s in syllables(evidence.plain(passage, (partners,)))]
    asked = {fold(s) for s in syllables(query.text)}
    if sum(term in asked for term in named) >= 0.7 * len(named):
        actor = agencies.actor_of(passage, evidence)
        return _value(passage, (actor.span,), evidence) if actor else None
    return _value(passage, (partners,), evidence)


def _sentence(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value:
    """The sentence of a passage that fits best; of a row, the cells but for its number."""
    if passage.row and any(cell.column for cell in passage.row.cells):
        cells = [c for c in passage.row.cells if c.spans and column_role(c.column) is not Column.LABEL]
        task = next((c for c in cells if column_role(c.column) is Column.TASK), None)
        spans = task.spans if task else tuple(s for c in cells for s in c.spans)
        return _Value(text=evidence.plain(passage, spans)[:ANSWER_LENGTH], spans=spans)
    span = best_sentence(passage, terms, query.intent, evidence)
    return _Value(text=squeeze(evidence.plain(passage, (span,))), spans=(span,))
