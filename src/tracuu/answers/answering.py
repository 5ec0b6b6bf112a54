"""The first form of an answer: a value of a header, cells of a row, an agency, a time, or a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracuu.answers import agencies
from tracuu.answers.evidence import Evidence
from tracuu.answers.headers import ABOUT_DOCUMENT, HeaderFact, cited_fact, document_asked, header_fact, mentioned_fact
from tracuu.answers.refusing import Eligible, confidence_of, eligible_hits, written_out
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
from tracuu.citing import short_reference
from tracuu.documents import Column, column_role
from tracuu.queries import topic_terms
from tracuu.text import UPPER, fold, squeeze, syllables
from tracuu.types import Cell, Hit, Intent, Passage, PassageRole, Query, Reason, Span

_COLUMNS = {
    Intent.LEAD: Column.LEAD,
    Intent.COORDINATING: Column.COORDINATING,
    Intent.SUPERVISING: Column.SUPERVISING,
    Intent.DEADLINE: Column.DEADLINE,
}
# Questions whose answer is a value and no sentence when it stands in a table.
_TYPED = frozenset({*_COLUMNS, Intent.FIGURE})
# What a sentence must say to answer who leads, helps or watches.
_SAYING = {
    Intent.LEAD: agencies.LEADS,
    Intent.COORDINATING: agencies.HELPS,
    Intent.SUPERVISING: agencies.WATCHES,
}
# As in retrieval: what a document that the question names adds to its passages.
_NAMED_BONUS = 0.25
# Share of the questions about a document of the tuning half that were answered right.
_HEADER_CONFIDENCE = 0.9
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
    """``strength`` in [0, 2]: how surely this is a value of the kind asked for; 0 for a mere sentence."""

    text: str
    spans: tuple[Span, ...]
    strength: float = 1.0


def draft_answer(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Draft:
    """What the hits say to the question; abstains when none of them speaks of what was asked."""
    if query.intent in ABOUT_DOCUMENT:
        return _about_document(query, hits, evidence)
    eligible, reason = eligible_hits(query, hits, evidence)
    if reason:
        return Draft(text=None, reason=reason, confidence=0.0, hits=tuple(hits))
    best = _best_value(query, eligible, evidence)
    if best is None:
        return Draft(text=None, reason=Reason.NO_EVIDENCE, confidence=0.0, hits=tuple(hits))
    chosen, value = best
    first = [chosen.hit, *(e.hit for e in eligible if e is not chosen)]
    rest = [h for h in hits if not any(h is f for f in first)]
    return Draft(
        text=value.text,
        reason=None,
        confidence=confidence_of(chosen.coverage),
        hits=(*first, *rest),
        spans={chosen.hit.passage.passage_id: value.spans},
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
        reason = Reason.OTHER_SUBJECT if other else Reason.NO_EVIDENCE
        return Draft(text=None, reason=reason, confidence=0.0, hits=tuple(hits))
    passage = fact.passage
    found = next((h for h in hits if h.passage.passage_id == passage.passage_id), None)
    hit = found or Hit(passage=passage, score=1.0, dense=0.0, lexical=0.0, dense_rank=None, lexical_rank=None)
    rest = tuple(h for h in hits if h is not found)
    return Draft(
        text=fact.value,
        reason=None,
        confidence=_HEADER_CONFIDENCE,
        hits=(hit, *rest),
        spans={passage.passage_id: fact.spans},
    )


def _best_value(query: Query, eligible: Sequence[Eligible], evidence: Evidence) -> tuple[Eligible, _Value] | None:
    """The hit that answers, and how: the best one that has the value asked for, else the best sentence.

    A row whose columns are read answers with a cell or not at all. None when nothing can answer.
    """
    terms = topic_terms(query)
    ranked: list[tuple[float, int, Eligible, _Value]] = []
    for rank, candidate in enumerate(eligible):
        passage = candidate.hit.passage
        value = _slot(query, passage, terms, evidence)
        if value is None and not (query.intent in _TYPED and _has_columns(passage)):
            value = _sentence(query, passage, terms, evidence)
            value = value if _is_of_kind(query, passage, value, evidence) else None
        if value:
            value = replace(value, strength=value.strength + _acting(query, passage, evidence))
            named = _NAMED_BONUS * (passage.doc_id in query.doc_ids)
            ranked.append((candidate.hit.score + value.strength * _VALUE_BONUS + named, -rank, candidate, value))
    if not ranked:
        return None
    _, _, chosen, value = max(ranked, key=lambda item: item[:2])
    return chosen, value


def _acting(query: Query, passage: Passage, evidence: Evidence) -> float:
    """1 when the agency whose tasks are asked for is the one that acts or leads in the passage, else 0."""
    if query.intent is not Intent.FREE or not query.agencies:
        return 0.0
    if passage.row:
        leading = [c.spans for c in passage.row.cells if column_role(c.column) is Column.LEAD]
        names = " ".join(evidence.plain(passage, spans) for spans in leading)
    else:
        actor = agencies.actor_of(passage, passage.span, evidence)
        names = evidence.plain(passage, (actor.span,)) if actor and not actor.helps else ""
    return float(any(written_out(agency) in written_out(names) for agency in query.agencies))


def _has_columns(passage: Passage) -> bool:
    return passage.row is not None and any(cell.column for cell in passage.row.cells)


def _is_of_kind(query: Query, passage: Passage, value: _Value, evidence: Evidence) -> bool:
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


def _slot(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
    """The value of the kind asked for, when the passage states it by itself."""
    if query.intent is Intent.WHERE:
        return _whereabouts(query, passage, terms, evidence)
    if query.intent is Intent.FIGURE:
        return (
            _cell_of_year(query, passage, terms, evidence) if passage.row else _count(query, passage, terms, evidence)
        )
    if query.intent not in _COLUMNS:
        return None
    if passage.row:
        return _cells(passage, _COLUMNS[query.intent], terms, evidence)
    if passage.role is not PassageRole.TEXT:
        return None
    if query.intent is Intent.DEADLINE:
        return _time(query, passage, terms, evidence)
    if query.intent is Intent.COORDINATING:
        return _partner(query, passage, evidence)
    return _actor(query, passage, terms, evidence)


def _actor(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
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
    value = _value(passage, (actor.span,), evidence)
    return value and replace(value, strength=1.0 if actor.leads else 0.5)


def _value(passage: Passage, spans: tuple[Span, ...], evidence: Evidence) -> _Value | None:
    text = evidence.plain(passage, spans).rstrip(" .;,")
    return _Value(text=text, spans=spans) if text else None


def _cell_of_year(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
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
    return _value(passage, best[0].spans, evidence)


# "bao nhiêu đô thị", "mấy căn nhà": the thing that is counted.
_COUNTED = re.compile(r"(?:bao nhiêu|mấy)\s+(?P<thing>[^\W\d_]+(?:\s+[^\W\d_]+)?)", re.IGNORECASE)


def _count(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
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
            return _value(passage, (without_label(text, best_of(fitting, terms, text, evidence)),), evidence)
    return None


def _whereabouts(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value:
    """Where the passage stands: its place and document, the way it is cited."""
    span = best_sentence(passage, terms, query, evidence)
    return _Value(text=short_reference(evidence.documents[passage.doc_id], passage), spans=(span,))


def _cells(passage: Passage, column: Column, terms: Sequence[str], evidence: Evidence) -> _Value | None:
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
    value = _value(passage, cells[0], evidence)
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


def _time(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value | None:
    """The one time in the clause that fits best; None when it has none or several."""
    text = evidence.sources[passage.source_id].text
    references = evidence.documents[passage.doc_id].references
    asked = [fold(s) for s in syllables(query.text)]
    times = [s for s in best_timed(passage, terms, references, evidence) if not _is_named(text, s, asked)]
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
        actor = agencies.actor_of(passage, passage.span, evidence)
        return _value(passage, (actor.span,), evidence) if actor else None
    return _value(passage, (partners,), evidence)


def _sentence(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> _Value:
    """The sentence of a passage that fits best; of a row, the cells but for its number."""
    if passage.row and any(cell.column for cell in passage.row.cells):
        cells = [c for c in passage.row.cells if c.spans and column_role(c.column) is not Column.LABEL]
        task = next((c for c in cells if column_role(c.column) is Column.TASK), None)
        spans = task.spans if task else tuple(s for c in cells for s in c.spans)
        return _Value(text=evidence.plain(passage, spans), spans=spans, strength=0.0)
    span = best_sentence(passage, terms, query, evidence)
    return _Value(text=squeeze(evidence.plain(passage, (span,))), spans=(span,), strength=0.0)
