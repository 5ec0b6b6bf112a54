"""How likely an answer is right: a logistic of a few signs, fitted on questions with known outcome.

``benchmarks/confidence.py`` fits and tests it; docs/confidence.md has the curve and the reliability.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.answers.evidence import Evidence, without_furniture
from tracuu.answers.kinds import kind_asked, kind_held
from tracuu.answers.slots import SLOTS
from tracuu.answers.values import Value
from tracuu.text import syllables
from tracuu.types import Assignment, Hit, Intent, Query, Target


class Signs(NamedTuple):
    """What speaks for a value from a hit, each in [0, 1], higher is better.

    ``score`` is the fused score of the hit, ``cosine`` that of passage and question (0.80 is 0, 0.95 is 1:
    the range of multilingual-e5-small). Of the weight of the question's topic, ``about`` is the share that the
    passage, what stands above it and the document's kind and subject hold, ``close`` the share that the very
    clause, row or indicator holds. ``named`` is the share of the task or indicator that the question names, 0
    for mere sentences. ``kind`` is how surely the value holds a thing of the kind asked for. ``said`` is 0 when the
    question says "chủ trì" and neither the clause nor the column of the value does, else 1.

    Tried and worth nothing beside these (weight 0 in the fit): whether a fact gives the value, whether the document is
    named, the share of neighbouring words, the heaviest word that is missing, the share held of the thing asked for by
    name ("biển số": `amounts.has_thing` sees to it).
    """

    score: float
    cosine: float
    about: float
    close: float
    named: float
    kind: float
    said: float


# Intercept, then one weight a sign.
_WEIGHTS = (-13.80, 9.91, 1.40, 2.76, 1.12, 2.67, 0.65, 1.88)
# Below this chance there is no answer: for an agency, a time or a figure, and for anything else (docs/confidence.md).
THRESHOLD, FREE_THRESHOLD = 0.65, 0.5
# What it must be where an assignment holds less of the question than its likes do. Of the refused ones of 22 sets ten
# right ones are likelier, and no wrong one (two are at 0.72 and 0.74).
UNSPOKEN_THRESHOLD = 0.78
# What it must be where no, one, and more pairs of neighbouring words of the topic stand nowhere near the value.
DOUBTFUL_THRESHOLDS = (0.0, 0.9, 0.95)
# Less of it for texts that are no directives: the weights were fitted on directives, and undervalue other prose.
PLAIN_THRESHOLD = 0.2


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
) -> Signs:
    """The signs of a value from this hit; ``terms`` are the syllables of the question's topic."""
    whole = evidence.whole(hit.passage)
    about = f"{whole} {evidence.about(hit.passage.doc_id)}"
    if hit.passage.row and query.intent in SLOTS:
        about = without_furniture(about)
    return Signs(
        score=min(1.0, max(0.0, hit.score)),
        cosine=min(1.0, max(0.0, (hit.dense - 0.80) / 0.15)),
        about=evidence.coverage(terms, about),
        close=evidence.coverage(terms, _near(hit, value, evidence)),
        named=_named(terms, value, evidence),
        kind=kind_held(kind_asked(query.text), value.text, query.text),
        said=_said(query, hit, value, evidence),
    )


_LEADS = "chủ trì"


def _said(query: Query, hit: Hit, value: Value, evidence: Evidence) -> float:
    if query.intent is not Intent.LEAD or _LEADS not in query.text.lower():
        return 1.0
    headings = [part for cell in hit.passage.row.cells for part in cell.column] if hit.passage.row else []
    return float(_LEADS in " ".join([*headings, _near(hit, value, evidence)]).lower())


def _near(hit: Hit, value: Value, evidence: Evidence) -> str:
    """The clause, row or task that the value was read from, the sentence that holds it, else the value itself."""
    source_id = hit.passage.source_id
    if isinstance(value.fact, Assignment):
        return evidence.words(source_id, (*value.fact.task, value.fact.span))
    if isinstance(value.fact, Target):
        return evidence.words(source_id, (*value.fact.indicator, value.fact.span))
    around = [s for s in hit.passage.sentences if s.start <= value.spans[0].start and value.spans[-1].end <= s.end]
    if value.spans and around and not hit.passage.row:
        return evidence.words(source_id, around[:1])
    return evidence.words(source_id, value.spans)


def _named(terms: Sequence[str], value: Value, evidence: Evidence) -> float:
    if value.fact is None:
        return 0.0
    spans = value.fact.task if isinstance(value.fact, Assignment) else value.fact.indicator
    return evidence.coverage(syllables(evidence.words(value.fact.source_id, spans)), " ".join(terms))
