"""Open the generation that answers, checked to the last byte, and search it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec
import numpy as np

from tracuu import vi
from tracuu.errors import IndexMismatchError, IndexStoreError
from tracuu.index import manifest as names
from tracuu.index.dense import DenseStore, Owners, Vectors
from tracuu.index.generations import again, current_name, damaged, folder_of, read_manifest, read_stored
from tracuu.index.lexical import Field, LexicalStore
from tracuu.index.manifest import Manifest
from tracuu.types import Document, Passage, Source

_Record = TypeVar("_Record", Source, Document, Passage)
# A reader that is overtaken by writers as often as this has met something else than writers.
_ATTEMPTS = 20
# Size of one digest in `pieces.sha256`, in bytes.
DIGEST_SIZE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """One generation, wholly in memory or held open: it answers the same until it is dropped.

    A passage's number is its place in ``passages``. Searches may run in several threads at once.
    """

    folder: Path
    manifest: Manifest
    sources: Mapping[str, Source]
    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    dense: DenseStore
    lexical: LexicalStore
    extras: Mapping[str, bytes]
    piece_digests: bytes

    def extra(self, name: str) -> bytes:
        """The small file that the writer gave under ``name``.

        Raises:
            IndexMismatchError: none was given under this name, so an older tracuu wrote the index.
        """
        if name not in self.extras:
            raise IndexMismatchError(vi.INDEX_LACKS.format(file=name, again=again(self.folder)))
        return self.extras[name]

    def search_by_vector(
        self, vector: Vectors, limit: int, *, allowed: frozenset[int] | None = None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage number, cosine in [-1, 1] of its best piece), best first.

        ``vector`` is float32 of shape (dimension,) and length 1. Each passage stands once; equal
        cosines stand in the order of passage numbers; the first n of a longer result are the
        result for limit n. ``allowed`` admits only these passage numbers. A vector with a NaN
        finds nothing. Passages without pieces are never found.

        Raises:
            IndexMismatchError: the vector has another dimension than the index.
        """
        if vector.shape != (self.manifest.dimension,):
            made = self.manifest
            message = vi.INDEX_VECTOR.format(asked=vector.shape, made=made.model, dimension=made.dimension)
            raise IndexMismatchError(message)
        return self.dense.search(vector, limit, allowed)

    def search_by_terms(
        self,
        terms: Sequence[str],
        limit: int,
        *,
        field: Field,
        allowed: frozenset[int] | None = None,
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage number, BM25 score above 0), best first.

        ``terms`` are looked up as they are (folded first for ``field="folded"``): there is no
        query language, so no input can be wrong. A repeated term counts once. Equal scores stand
        in the order of passage numbers; the first n of a longer result are the result for limit n.
        """
        return self.lexical.search(terms, limit, field, allowed)

    def piece_vectors(self, numbers: Iterable[int]) -> tuple[Owners, Vectors]:
        """The pieces of some passages: passage numbers int32 (n,), unit vectors float32 (n, dimension)."""
        return self.dense.vectors_of(numbers)


def open_index(
    index_dir: Path,
    *,
    model: str | None = None,
    weights_hash: str | None = None,
    dimension: int | None = None,
    verify: bool = True,
) -> Index:
    """The index that answers in ``index_dir``; each file's size and SHA-256 is checked.

    ``model``, ``weights_hash`` and ``dimension`` are the embedder's, compared where given.
    ``verify=False`` leaves the SHA-256 out, which risks wrong answers from damaged files.

    Raises:
        IndexMissingError: nothing was published here yet.
        IndexDamagedError: a file is missing, cut or altered; the message names it.
        IndexMismatchError: made by another model or by another format.
        IndexStoreError: the folder cannot be read.
    """
    for _ in range(_ATTEMPTS):
        name = current_name(index_dir)
        try:
            manifest = read_manifest(index_dir, name)
            _check_model(index_dir, manifest, model, weights_hash, dimension)
            return _load(index_dir, name, manifest, verify=verify)
        except IndexStoreError as error:
            # Two publications since CURRENT was read have removed these files: read the new ones.
            if current_name(index_dir) == name:
                raise
            failure = error
    raise failure


def _check_model(
    index_dir: Path, made: Manifest, model: str | None, weights_hash: str | None, dimension: int | None
) -> None:
    why = None
    if model is not None and model != made.model:
        why = vi.INDEX_WHY_MODEL_NAME
    elif dimension is not None and dimension != made.dimension:
        why = vi.INDEX_WHY_MODEL_DIMENSION.format(made=made.dimension, asked=dimension)
    elif weights_hash is not None and weights_hash != made.weights_hash:
        why = vi.INDEX_WHY_MODEL_WEIGHTS
    if why:
        asked = model if model is not None else made.model
        anew = again(index_dir, f" --rebuild --model {asked}")
        message = vi.INDEX_OTHER_MODEL.format(folder=index_dir, made=made.model, asked=asked, why=why, again=anew)
        raise IndexMismatchError(message)


def _load(index_dir: Path, name: str, manifest: Manifest, *, verify: bool) -> Index:
    data = {stored.path: read_stored(index_dir, name, stored, verify=verify) for stored in manifest.files}
    sources = _records(index_dir, data, names.SOURCES, Source)
    documents = _records(index_dir, data, names.DOCUMENTS, Document)
    passages = _records(index_dir, data, names.PASSAGES, Passage)
    prefix = f"{names.EXTRAS}/"
    extras = {path.removeprefix(prefix): blob for path, blob in data.items() if path.startswith(prefix)}
    return Index(
        folder=index_dir,
        manifest=manifest,
        sources=MappingProxyType({source.source_id: source for source in sources}),
        documents=documents,
        passages=passages,
        dense=_dense(index_dir, data, manifest),
        lexical=_lexical(index_dir, name),
        extras=MappingProxyType(extras),
        piece_digests=data[names.PIECE_DIGESTS],
    )


def _records(index_dir: Path, data: Mapping[str, bytes], path: str, kind: type[_Record]) -> tuple[_Record, ...]:
    try:
        return tuple(msgspec.json.Decoder(kind).decode_lines(data[path]))
    except KeyError as error:
        raise damaged(index_dir, path, vi.INDEX_WHY_MISSING) from error
    except ValueError as error:
        # The bytes are those that were written: the records had another shape then.
        message = vi.INDEX_RECORDS_FORMAT.format(folder=index_dir, file=path, again=again(index_dir, " --rebuild"))
        raise IndexMismatchError(message) from error


def _dense(index_dir: Path, data: Mapping[str, bytes], manifest: Manifest) -> DenseStore:
    for path in (names.DENSE, names.PIECE_OWNERS, names.PIECE_DIGESTS):
        if path not in data:
            raise damaged(index_dir, path, vi.INDEX_WHY_MISSING)
    try:
        owners = np.frombuffer(data[names.PIECE_OWNERS], dtype="<i4").astype(np.int32)
        if len(data[names.PIECE_DIGESTS]) != len(owners) * DIGEST_SIZE:
            raise ValueError("digests do not fit the pieces")
        return DenseStore.load(data[names.DENSE], owners, passages=manifest.passages, dimension=manifest.dimension)
    except ValueError as error:
        raise damaged(index_dir, names.DENSE, vi.INDEX_WHY_UNREADABLE) from error


def _lexical(index_dir: Path, name: str) -> LexicalStore:
    try:
        return LexicalStore.open(folder_of(index_dir, name) / names.LEXICAL)
    except ValueError as error:
        raise damaged(index_dir, names.LEXICAL, vi.INDEX_WHY_UNREADABLE) from error
    except FileNotFoundError as error:
        raise damaged(index_dir, names.LEXICAL, vi.INDEX_WHY_MISSING) from error
    except OSError as error:
        raise IndexStoreError(
            vi.INDEX_NOT_READ.format(folder=index_dir, why=vi.INDEX_WHY_SYSTEM.format(number=error.errno))
        ) from error
