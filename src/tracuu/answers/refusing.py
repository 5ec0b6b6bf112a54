"""When there is no answer: nothing speaks of it, or what is near speaks of something else."""

import math
from collections.abc import Sequence

from tracuu.answers.evidence import Evidence
from tracuu.passages import searched_text
from tracuu.queries import content_terms, successor
from tracuu.text import fold
from tracuu.types import Hit, Query, Reason

# Hits that are looked at together: what one of them leaves out, another may hold.
_LOOKED_AT = 5
# Below this share of the question's weight in the best passage, nothing speaks of it. Chosen on the
# tuning half of evaluation/ (docs/decisions.md).
COVERAGE = 0.55
# Logistic of coverage and cosine, fitted on the tuning half.
_MIDDLE, _STEEPNESS = 0.6, 8.0


def refusal(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Reason | None:
    """Why the hits do not answer; None when they may."""
    if query.unknown_symbols and not query.doc_ids:
        return Reason.OTHER_SUBJECT
    if not hits:
        return Reason.NO_EVIDENCE
    if query.provinces and not any(_speaks_of_place(hit, query, evidence) for hit in hits[:_LOOKED_AT]):
        return Reason.OTHER_SUBJECT
    if query.years and not any(_speaks_of_year(hit, query, evidence) for hit in hits[:_LOOKED_AT]):
        return Reason.OTHER_SUBJECT
    return Reason.NO_EVIDENCE if best_coverage(query, hits, evidence) < COVERAGE else None


def best_coverage(query: Query, hits: Sequence[Hit], evidence: Evidence) -> float:
    """The largest share of the question's weight that one of the first hits holds, in [0, 1]."""
    terms = [fold(term) for term in content_terms(query.text)]
    return max((evidence.coverage(terms, _whole(hit, evidence)) for hit in hits[:_LOOKED_AT]), default=0.0)


def confidence_of(query: Query, hits: Sequence[Hit], evidence: Evidence) -> float:
    """How likely the answer is right, in [0, 1], from how much of the question the evidence holds."""
    return round(1 / (1 + math.exp(-_STEEPNESS * (best_coverage(query, hits, evidence) - _MIDDLE))), 3)


def _whole(hit: Hit, evidence: Evidence) -> str:
    text = evidence.sources[hit.passage.source_id].text
    return f"{hit.passage.context}\n{searched_text(hit.passage, text)}"


def _speaks_of_place(hit: Hit, query: Query, evidence: Evidence) -> bool:
    """Whether the document is of a province named, or the passage names it."""
    province = evidence.documents[hit.passage.doc_id].header.province
    wanted = {successor(p) for p in query.provinces}
    if province and successor(province.value) in wanted:
        return True
    text = fold(hit.passage.text)
    return any(fold(p) in text for p in query.provinces)


def _speaks_of_year(hit: Hit, query: Query, evidence: Evidence) -> bool:
    """Whether the passage, what stands above it, or its document's date holds a year named."""
    issued = evidence.documents[hit.passage.doc_id].header.issued_on
    text = " ".join([hit.passage.text, hit.passage.context, *evidence.headings(hit.passage)])
    return any(str(year) in text or (issued and issued.value.year == year) for year in query.years)
