"""Query → hits: dense and lexical search, fused, filtered; copies are already folded in the index."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracuu.index import Index
from tracuu.queries import content_terms, successor
from tracuu.text import fold, squeeze, syllables, with_bigrams
from tracuu.types import Document, Filters, Hit, PassageRole, Query

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Share of the dense score in the sum; flat from 0.5 to 0.7 on six test sets (docs/decisions.md).
DENSE_WEIGHT = 0.5
# Candidates taken from each side before fusion: min-max looks at these alone. On XQuAD-vi 1,000 (all
# passages) instead of 100 gives 0.1 points more; a larger index would not feel it.
POOL = 1_000
# Share of the field without marks in the lexical score: restored marks may be wrong (docs/decisions.md).
FOLDED_WEIGHT = 0.5
# What a heading is worth beside the paragraph below it: it names the thing and says nothing of it.
_ROLE_WEIGHTS: Mapping[PassageRole, float] = {PassageRole.HEADING: 0.75}
# Added to passages of a document that the question names; a document's name seldom settles alone
# which passage is meant, and another document may be the one that answers ("hướng dẫn nào …").
_NAMED_BONUS = 0.25


def retrieve(
    index: Index,
    query: Query,
    vector: "NDArray[np.float32]",
    *,
    limit: int,
    filters: Filters | None = None,
) -> list[Hit]:
    """At most ``limit`` hits, best first; equal scores stand in the order of passages.

    ``vector`` is that of `text_sought`, of length 1 and shape (dimension,). Of a document that the question describes
    only its own passages come, unless ``filters`` name documents.

    ``score`` is the fused score in [0, 1] before what the role and the named document add or take.
    """
    filters = filters or Filters()
    if query.described and not filters.doc_ids:
        filters = replace(filters, doc_ids=_of_one_file(index, query) if query.asks_effect else query.doc_ids)
    allowed = allowed_passages(index, filters)
    if allowed is not None and not allowed:
        return []
    dense = index.search_by_vector(vector, POOL, allowed=allowed)
    lexical = _lexical(index, query_terms(text_sought(query)), allowed)
    return _fused(index, query, dense, lexical, vector)[:limit]


def _of_one_file(index: Index, query: Query) -> tuple[str, ...]:
    """The documents asked about with those of their files: from when a rule holds is said by what promulgates it."""
    files = {document.source_id for document in index.documents if document.doc_id in query.doc_ids}
    return tuple(document.doc_id for document in index.documents if document.source_id in files)


def text_sought(query: Query) -> str:
    """What passages are compared with: the question without the words that tell which document is meant."""
    return squeeze(query.text.replace(query.described, " ")) if query.described else query.text


def query_terms(text: str) -> list[str]:
    """Terms of a question for BM25: its syllables but for words of asking, and its adjacent bigrams."""
    content = set(content_terms(text))
    every = syllables(text)
    return [term for term in every if term in content] + with_bigrams(every)[len(every) :]


def _lexical(index: Index, terms: Sequence[str], allowed: frozenset[int] | None) -> list[tuple[int, float]]:
    """The weighted sum of both fields' BM25 scores, best first; equal scores in order of passages."""
    accented = dict(index.search_by_terms(terms, POOL, field="accented", allowed=allowed))
    folded = dict(index.search_by_terms(terms, POOL, field="folded", allowed=allowed))
    mixed = {
        number: (1 - FOLDED_WEIGHT) * accented.get(number, 0.0) + FOLDED_WEIGHT * folded.get(number, 0.0)
        for number in accented.keys() | folded.keys()
    }
    return sorted(mixed.items(), key=lambda item: (-item[1], item[0]))[:POOL]


def _fused(
    index: Index,
    query: Query,
    dense: Sequence[tuple[int, float]],
    lexical: Sequence[tuple[int, float]],
    vector: "NDArray[np.float32]",
) -> list[Hit]:
    """Min-max weighted sum over the candidates of both sides.

    A candidate that the dense side did not return gets its cosine looked up; one without a lexical
    score has 0 there.
    """
    cosines = dict(dense)
    missing = [number for number, _ in lexical if number not in cosines]
    if missing:
        owners, vectors = index.piece_vectors(missing)
        for number, cosine in zip(owners.tolist(), (vectors @ vector).tolist(), strict=True):
            cosines[number] = max(cosine, cosines.get(number, -1.0))
    scores = dict(lexical)
    dense_ranks = {number: rank for rank, (number, _) in enumerate(dense, start=1)}
    lexical_ranks = {number: rank for rank, (number, _) in enumerate(lexical, start=1)}
    dense_unit, lexical_unit = min_max(cosines), min_max({**dict.fromkeys(cosines, 0.0), **scores})
    hits = []
    for number in cosines:
        fused = DENSE_WEIGHT * dense_unit[number] + (1 - DENSE_WEIGHT) * lexical_unit[number]
        hit = Hit(
            passage=index.passages[number],
            score=fused,
            dense=cosines[number],
            lexical=scores.get(number, 0.0),
            dense_rank=dense_ranks.get(number),
            lexical_rank=lexical_ranks.get(number),
        )
        hits.append((-_weighted(hit, query), number, hit))
    return [hit for _, _, hit in sorted(hits, key=lambda item: item[:2])]


def _weighted(hit: Hit, query: Query) -> float:
    score = hit.score * _ROLE_WEIGHTS.get(hit.passage.role, 1.0)
    return score + _NAMED_BONUS * (hit.passage.doc_id in query.doc_ids)


def min_max(scores: Mapping[int, float]) -> dict[int, float]:
    """The scores stretched to [0, 1]; all 1 when they are all the same."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {number: (score - low) / (high - low) for number, score in scores.items()}


# --- Filters -----------------------------------------------------------------------------------


def allowed_passages(index: Index, filters: Filters) -> frozenset[int] | None:
    """Numbers of the passages that the filters admit; None when they admit all."""
    if filters == Filters():
        return None
    admitted = {document.doc_id for document in index.documents if admits(filters, document)}
    return frozenset(n for n, passage in enumerate(index.passages) if passage.doc_id in admitted)


def admits(filters: Filters, document: Document) -> bool:
    """Whether a document passes the filters; one that does not state what is asked does not pass."""
    return all(_tests(filters, document))


# "tỉnh Hà Tĩnh" is "Hà Tĩnh"; a name that is nothing else stays.
_LEVEL = re.compile(r"^(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s+(?=\w)", re.IGNORECASE)


def _tests(filters: Filters, document: Document) -> Iterator[bool]:
    header = document.header
    if filters.doc_ids:
        yield document.doc_id in filters.doc_ids or document.copy_of in filters.doc_ids
    if filters.kind:
        yield header.kind is not None and fold(filters.kind) == fold(header.kind.value)
    if filters.issuer:
        yield header.issuer is not None and _holds(header.issuer.value, filters.issuer)
    if filters.place:
        named = [stated.value for stated in (header.place, header.province) if stated]
        place = _LEVEL.sub("", filters.place.strip())
        wanted = {place, successor(place)}
        yield any(_holds(name, place) or _holds(successor(name), place) for name in named for place in wanted)
    if filters.issued_from:
        yield header.issued_on is not None and header.issued_on.value >= filters.issued_from
    if filters.issued_to:
        yield header.issued_on is not None and header.issued_on.value <= filters.issued_to


def _holds(text: str, part: str) -> bool:
    """Whether ``part`` stands in ``text`` as whole syllables, marks and case aside."""
    words = " ".join(map(fold, syllables(text)))
    return f" {' '.join(map(fold, syllables(part)))} " in f" {words} "
