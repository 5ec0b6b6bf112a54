"""Measures of a ranking, and of the questions in a group, as values."""

import math
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence


def recall(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Share in [0, 1] of ``relevant`` (not empty) that stands among the first ``k`` of ``ranking``."""
    return len(set(ranking[:k]) & set(relevant)) / len(set(relevant))


def first_rank(ranking: Sequence[str], relevant: Collection[str]) -> int | None:
    """Rank, from 1, of the first item of ``ranking`` that is relevant; None when there is none."""
    return next((rank for rank, item in enumerate(ranking, start=1) if item in relevant), None)


def reciprocal_rank(rank: int | None, k: int) -> float:
    """1 / ``rank``, in [0, 1]; 0 for no rank or one below the first ``k``."""
    return 1 / rank if rank is not None and rank <= k else 0.0


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Normalised discounted cumulative gain of the first ``k``, in [0, 1].

    Linear gain and a discount of log2(rank + 1), as in trec_eval (Järvelin and Kekäläinen, 2002);
    items without a grade, or with one below 1, gain nothing. 0 when nothing is relevant.
    """
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    return _gain([grades.get(item, 0) for item in ranking[:k]]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(max(grade, 0) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean; None of nothing, so that an empty group is not taken for a bad one."""
    found = list(values)
    return math.fsum(found) / len(found) if found else None


def bare(text: str) -> str:
    """``text`` for "holds" by the rules of question files: NFC, no white space, no capitals."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())
