"""Words of two syllables both written as heard ("suất sứ"): neither syllable alone would be doubted enough."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from tracuu.queries.marks import MarkModel
from tracuu.queries.mistyping import Neighbours
from tracuu.queries.spacing import Piece
from tracuu.queries.words import like_typed

# Mistakes by ear of one kind alone, in the costs of `mistyping`: a beginning, an end, or hỏi for ngã.
_ONE_MISTAKE = 5.8
# How much likelier than chance the meant syllables must stand together (log). On right sentences (XQuAD-vi, 40,869
# syllables) nothing is repaired from 3 on; `tests/test_spelling.py` holds the shares of all repairs.
_BOUND = 3.0


def mend_heard(
    pieces: list[Piece],
    settled: Sequence[bool],
    model: MarkModel,
    neighbours: Neighbours,
) -> list[Piece]:
    """``pieces`` with such words put right; a pair that any text or word list has stays.

    So do those that ``settled`` says are meant: names, and words of every day.
    """
    mended = list(pieces)
    for index in range(len(mended) - 1):
        left, right = mended[index : index + 2]
        if settled[index] or settled[index + 1] or not right.adjoins or not (_free(left) and _free(right)):
            continue
        if _stands(mended, index, model) or not (meant := _meant(left, right, model, neighbours)):
            continue
        for at, form in zip((index, index + 1), meant, strict=True):
            mended[at] = replace(mended[at], raw=like_typed(form, mended[at].raw), changed=True)
    return mended


def _free(piece: Piece) -> bool:
    return not (piece.kept or piece.fixed or piece.changed or piece.foreign or piece.goes_on or piece.word.bare)


def _stands(pieces: Sequence[Piece], index: int, model: MarkModel) -> bool:
    """Whether one of the two is known beside the other or makes a word with its other neighbour."""
    ways = [model.candidates(piece.word) for piece in pieces[max(0, index - 1) : index + 3]]
    at = min(index, 1)
    if model.best_count(ways[at], ways[at + 1]):
        return True
    return bool(at and model.best_count(ways[0], ways[1])) or (
        len(ways) > at + 2 and model.best_count(ways[at + 1], ways[at + 2]) >= 1
    )


def _meant(left: Piece, right: Piece, model: MarkModel, neighbours: Neighbours) -> tuple[str, str] | None:
    """The one pair of known neighbours that the two sound like, both written otherwise."""
    near = [
        [n.place for n in neighbours.near(piece.word.form, bare=False) if not n.slip and n.cost <= _ONE_MISTAKE]
        for piece in (left, right)
    ]
    found = [pair for pair in product(*near) if _is_bound(model, *pair)]
    return (model.syllables[found[0][0]], model.syllables[found[0][1]]) if len(found) == 1 else None


def _is_bound(model: MarkModel, left: int, right: int) -> bool:
    lefts, rights = np.array([left], np.uint32), np.array([right], np.uint32)
    if not model.pair_counts(lefts, rights)[0]:
        return False
    return float(model.log_chances(lefts, rights)[0] - np.log(model.shares[right])) > _BOUND
