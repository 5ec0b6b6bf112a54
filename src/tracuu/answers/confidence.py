"""How likely an answer is right: a logistic of a few signs, fitted on questions with known outcome.

``benchmarks/confidence.py`` fits and tests it; docs/confidence.md has the curve and the reliability.
"""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.answers.focus import focus_held
from tracuu.answers.kinds import kind_asked, kind_held
from tracuu.answers.values import Value
from tracuu.text import syllables
from tracuu.types import Assignment, Hit, Intent, Query, Target


class Signs(NamedTuple):
    """What speaks for a value from a hit, each in [0, 1], higher is better.

    ``score`` is the fused score of the hit, ``cosine`` that of passage and question (0.80 is 0, 0.95 is 1:
    the range of multilingual-e5-small). Of the weight of the question's topic, ``coverage`` is the share
    that the passage and what stands above it hold, ``about`` the share with the document's subject too,
    ``close`` the share that the very clause, row or indicator holds, ``pairs`` the share of neighbouring
    words held side by side. ``peak`` is 1 less the weight of the heaviest word that is missing; ``known``
    the share of the topic's words that the index knows at all. ``named`` is the share of the task or
    indicator that the question names. ``typed`` is 1 when a fact gives a value of the kind asked for,
    ``free`` 1 when the question asks no such value. ``document`` is 1 when the question names the document,
    ``acting`` 1 when the agency asked about leads, and
    ``focus`` the share of the thing asked for by name ("biển số") that the passage or its
    headings hold. ``kind`` is how surely the value holds a thing of the kind asked for. ``said`` is 0 when
    a question says "chủ trì" and neither the clause nor the column of the value does, else 1.
    """

    score: float
    cosine: float
    coverage: float
    about: float
    close: float
    pairs: float
    peak: float
    known: float
    named: float
    typed: float
    free: float
    document: float
    acting: float
    focus: float
    kind: float
    said: float


# Intercept, then one weight a sign.
_WEIGHTS = (-12.14, 7.33, 1.47, 1.01, 2.63, 2.6, 1.25, 0.24, -0.47, 2.15, 0.14, 0.4, 0.1, 0.32, 0.69, 0.47, 0.0)
# Below this chance there is no answer.
THRESHOLD = 0.35
# Less of it for texts that are no directives: the weights were fitted on directives, and undervalue other prose.
PLAIN_THRESHOLD = 0.2
_NO_FACT = frozenset({Intent.FREE, Intent.TASKS, Intent.WHERE})


def chance(signs: Signs) -> float:
    """The chance in [0, 1] that the value is right."""
    total = _WEIGHTS[0] + sum(weight * sign for weight, sign in zip(_WEIGHTS[1:], signs, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def signs_of(
    query: Query,
    hit: Hit,
    value: Value,
    terms: Sequence[str],
    evidence: Evidence,
    *,
    acting: bool = False,
) -> Signs:
    """The signs of a value from this hit; ``terms`` are the syllables of the question's topic."""
    whole = evidence.whole(hit.passage)
    subject = evidence.documents[hit.passage.doc_id].header.subject
    return Signs(
        score=min(1.0, max(0.0, hit.score)),
        cosine=min(1.0, max(0.0, (hit.dense - 0.80) / 0.15)),
        coverage=evidence.coverage(terms, whole),
        about=evidence.coverage(terms, f"{whole} {subject.value if subject else ''}"),
        close=evidence.coverage(terms, _near(hit, value, evidence)),
        pairs=_pairs_held(terms, whole),
        peak=1.0 - _heaviest_missing(terms, whole, evidence),
        known=sum(term in evidence.weights.counts for term in terms) / max(1, len(terms)),
        named=_named(terms, value, evidence),
        typed=float(value.fact is not None),
        free=float(query.intent in _NO_FACT or not evidence.is_directive(hit.passage)),
        document=float(hit.passage.doc_id in query.doc_ids),
        acting=float(acting),
        kind=kind_held(kind_asked(query.text), value.text, query.text),
        said=_said(query, hit, value, evidence),
        focus=focus_held(query.text, syllables(f"{whole} {subject.value if subject else ''}")),
    )


_LEADS = "chủ trì"


def _said(query: Query, hit: Hit, value: Value, evidence: Evidence) -> float:
    if query.intent is not Intent.LEAD or _LEADS not in query.text.lower():
        return 1.0
    headings = [part for cell in hit.passage.row.cells for part in cell.column] if hit.passage.row else []
    return float(_LEADS in " ".join([*headings, _near(hit, value, evidence)]).lower())


def _pairs_held(terms: Sequence[str], text: str) -> float:
    asked = set(itertools.pairwise(terms))
    every = syllables(text)
    held = set(itertools.pairwise(every))
    return len(asked & held) / len(asked) if asked else 1.0


def _heaviest_missing(terms: Sequence[str], text: str, evidence: Evidence) -> float:
    """Weight of the heaviest word that ``text`` lacks, as a share of the heaviest of all."""
    weights = {term: math.sqrt(evidence.weights.weight(term)) for term in terms}
    heaviest = max(weights.values(), default=0.0)
    held = set(syllables(text))
    missing = max((weight for term, weight in weights.items() if term not in held), default=0.0)
    return missing / heaviest if heaviest else 0.0


def _near(hit: Hit, value: Value, evidence: Evidence) -> str:
    """The clause, row or task that the value was read from, else the value itself."""
    source_id = hit.passage.source_id
    if isinstance(value.fact, Assignment):
        return evidence.words(source_id, (*value.fact.task, value.fact.span))
    if isinstance(value.fact, Target):
        return evidence.words(source_id, (*value.fact.indicator, value.fact.span))
    return evidence.words(source_id, value.spans)


def _named(terms: Sequence[str], value: Value, evidence: Evidence) -> float:
    if value.fact is None:
        return 0.0
    spans = value.fact.task if isinstance(value.fact, Assignment) else value.fact.indicator
    return evidence.coverage(syllables(evidence.words(value.fact.source_id, spans)), " ".join(terms))
