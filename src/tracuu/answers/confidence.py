"""How likely an answer is right: a logistic of a few signs, fitted on questions with known outcome."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.answers.values import Value
from tracuu.text import syllables
from tracuu.types import Assignment, Hit, Intent, Query, Target


class Signs(NamedTuple):
    """What speaks for an answer, each in [0, 1], higher is better."""

    coverage: float
    """Share of the topic's weight that the passage and what stands above it hold."""
    peak: float
    """1 less the weight of the heaviest topic word that is missing, as a share of the heaviest of all."""
    cosine: float
    """Cosine of passage and question, stretched so that 0.80 is 0 and 0.95 is 1 (multilingual-e5-small)."""
    close: float
    """Share of the topic's weight that the very clause, row or indicator holds which gave the answer."""
    typed: float
    """1 when the answer is a value of a fact, 0.5 when a question needs no fact, 0 for a sentence instead of one."""


def signs_of(query: Query, hit: Hit, value: Value, terms: Sequence[str], evidence: Evidence) -> Signs:
    """The signs of an answer from this hit."""
    whole = evidence.whole(hit.passage)
    return Signs(
        coverage=evidence.coverage(terms, whole),
        peak=1.0 - _heaviest_missing(terms, whole, evidence),
        cosine=min(1.0, max(0.0, (hit.dense - 0.80) / 0.15)),
        close=evidence.coverage(terms, _source_words(hit, value, evidence)),
        typed=1.0 if value.fact else 0.5 if query.intent in _NEED_NO_FACT else 0.0,
    )


_NEED_NO_FACT = frozenset({Intent.FREE, Intent.TASKS, Intent.WHERE})


def _heaviest_missing(terms: Sequence[str], text: str, evidence: Evidence) -> float:
    weights = {term: math.sqrt(evidence.weights.weight(term)) for term in terms}
    held = set(syllables(text))
    missing = [weight for term, weight in weights.items() if term not in held]
    return max(missing, default=0.0) / max(weights.values()) if weights and max(weights.values()) else 0.0


def _source_words(hit: Hit, value: Value, evidence: Evidence) -> str:
    """The clause, row or task that the answer was read from, else the answer itself."""
    source_id = hit.passage.source_id
    if isinstance(value.fact, Assignment):
        return evidence.words(source_id, (*value.fact.task, value.fact.span))
    if isinstance(value.fact, Target):
        return evidence.words(source_id, (*value.fact.indicator, value.fact.span))
    return evidence.words(source_id, value.spans)
