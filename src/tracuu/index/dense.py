"""Search by vector: an exact inner-product index of FAISS over pieces, reduced to passages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracuu.embeddings import spin_briefly

Vectors = NDArray[np.float32]
Owners = NDArray[np.int32]

# So many of the nearest pieces are looked at first; all of them in any but a very large index.
_ALL_AT_ONCE = 10_000


def serialise_vectors(vectors: Vectors) -> bytes:
    """A flat FAISS index over ``vectors``, float32 (pieces, dimension), as bytes.

    As bytes and not by FAISS's own writing, which may report success on a full disk.
    """
    spin_briefly()
    import faiss

    index = faiss.IndexFlatIP(vectors.shape[1])
    if len(vectors):
        index.add(vectors)
    return bytes(faiss.serialize_index(index).tobytes())


@dataclass(frozen=True, slots=True)
class DenseStore:
    """A read-only FAISS index; ``owners[i]`` is the passage number of piece i, ascending."""

    index: Any
    owners: Owners
    passages: int

    @classmethod
    def load(cls, data: bytes, owners: Owners, *, passages: int, dimension: int) -> "DenseStore":
        """The store in ``data``.

        Raises:
            ValueError: the parts do not fit each other or are not what they should be.
        """
        spin_briefly()
        import faiss

        try:
            index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
        except RuntimeError as error:
            raise ValueError("not a FAISS index") from error
        fits = index.d == dimension and index.ntotal == len(owners)
        if not fits or (len(owners) and not 0 <= owners.min() <= owners.max() < passages):
            raise ValueError("pieces do not fit the vectors")
        return cls(index, owners, passages)

    def search(self, vector: Vectors, limit: int, allowed: frozenset[int] | None) -> list[tuple[int, float]]:
        """At most ``limit`` (passage number, best cosine of its pieces), best first.

        ``vector`` is float32 of shape (dimension,) and length 1. Equal cosines stand in the order
        of passage numbers. The first n of a longer result are the result for limit n.
        """
        question = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        total = int(self.index.ntotal)
        if limit < 1 or not total or not np.isfinite(question).all():
            return []
        size = total if allowed is not None else min(total, max(limit, _ALL_AT_ONCE))
        while True:
            scores, pieces = self.index.search(question, size)
            # Rounding takes a text's likeness with itself past 1.
            scores = np.clip(scores, -1.0, 1.0)
            ranked = self._ranked(scores[0], pieces[0], limit, allowed)
            # Unless all was seen, what ties with the last score seen may be missing: look deeper.
            cut = float(scores[0, -1]) if size < total else -np.inf
            if size == total or (len(ranked) >= limit and ranked[limit - 1][1] > cut):
                return ranked
            size = min(total, size * 2)

    def _ranked(
        self, scores: Vectors, pieces: NDArray[np.int64], limit: int, allowed: frozenset[int] | None
    ) -> list[tuple[int, float]]:
        found = pieces >= 0
        best = np.full(self.passages, -np.inf, dtype=np.float32)
        np.maximum.at(best, self.owners[pieces[found]], scores[found])
        if allowed is not None:
            best[~_mask(allowed, self.passages)] = -np.inf
        numbers = np.flatnonzero(np.isfinite(best))
        order = np.lexsort((numbers, -best[numbers]))[:limit]
        return [(int(n), float(best[n])) for n in numbers[order]]

    def vectors_of(self, numbers: Iterable[int]) -> tuple[Owners, Vectors]:
        """The pieces of the given passages: owners (n,) and vectors (n, dimension), in piece order."""
        chosen = np.flatnonzero(np.isin(self.owners, np.fromiter(numbers, dtype=np.int32)))
        return self.owners[chosen], self._view()[chosen]

    def all_vectors(self) -> Vectors:
        """All vectors, float32 (pieces, dimension), copied."""
        return self._view().copy()

    def _view(self) -> Vectors:
        """All vectors where FAISS keeps them: valid only as long as the index is."""
        import faiss

        total, width = int(self.index.ntotal), int(self.index.d)
        if not total:
            return np.zeros((0, width), dtype=np.float32)
        flat = faiss.rev_swig_ptr(self.index.get_xb(), total * width)
        view: Vectors = flat.reshape(total, width)
        return view


def _mask(allowed: frozenset[int], passages: int) -> NDArray[np.bool_]:
    mask = np.zeros(passages, dtype=np.bool_)
    inside = [number for number in allowed if 0 <= number < passages]
    mask[inside] = True
    return mask
