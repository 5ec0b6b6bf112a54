"""Write a generation: embed what is new, store everything, publish it in one step."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from tracuu.embeddings import Embedder
from tracuu.errors import IndexStoreError
from tracuu.index import manifest as names
from tracuu.index.dense import Vectors, serialise_vectors
from tracuu.index.generations import (
    clear_unfinished,
    discard,
    folder_of,
    new_folder,
    publish,
    settle,
    store,
    writing,
)
from tracuu.index.lexical import write_lexical
from tracuu.index.manifest import FORMAT_VERSION, Manifest, StoredFile, encode_manifest, safe_path
from tracuu.index.reading import DIGEST_SIZE, Index, open_index
from tracuu.types import Document, Passage, Source

# A person waits so long for another build; a build of a few hundred passages takes about this.
WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. ``embedded`` and ``reused`` count different texts, not pieces.

    ``published`` is False when the index held exactly this already, so that nothing was written.
    """

    embedded: int
    reused: int
    passages: int
    documents: int
    published: bool


class _Pieces(NamedTuple):
    """Texts for the dense index: text, number of its passage and SHA-256, one of each per piece."""

    texts: list[str]
    owners: list[int]
    digests: list[bytes]


def write_index(
    index_dir: Path,
    *,
    embedder: Embedder,
    sources: Sequence[Source],
    documents: Sequence[Document],
    passages: Sequence[Passage],
    searchable: Sequence[bool],
    dense_texts: Sequence[Sequence[str]],
    terms: Sequence[Sequence[str]],
    corpus_digest: str,
    extras: Mapping[str, bytes],
    rebuild: bool = False,
    progress: Callable[[int, int], None] | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> BuildReport:
    """Publish a generation with these records; until then, and if this fails, the old one answers.

    ``searchable``, ``dense_texts`` (pieces to embed, may be none) and ``terms`` (accented terms;
    folded ones are derived) have one item per passage; those of a passage that is not searchable
    are passed over. A vector is taken from the generation before when that was made by the same
    model and is undamaged; ``rebuild`` embeds everything again. ``progress`` is told how many
    texts are embedded, of how many. ``extras`` are small files by name (letters, digits, ``._-``).

    Raises:
        IndexStoreError: another build goes on, or the disk is full or read-only.
        ModelError: the model fails.
        ValueError: the sequences differ in length, or a name in ``extras`` is not a plain one.
    """
    if not len(passages) == len(searchable) == len(dense_texts) == len(terms):
        raise ValueError("passages, searchable, dense_texts and terms differ in length")
    if not all(safe_path(name) and "/" not in name for name in extras):
        raise ValueError(f"extras need plain names: {sorted(extras)}")
    searched = [list(own) if yes else None for own, yes in zip(terms, searchable, strict=True)]
    with writing(index_dir, wait_seconds):
        clear_unfinished(index_dir)
        old = None if rebuild else _reusable(index_dir, embedder)
        pieces = _pieces(searchable, dense_texts)
        vectors, embedded, reused = _vectors(pieces, old, embedder, progress)
        blobs = _blobs(sources, documents, passages, pieces, vectors, extras)
        counts = (len(sources), len(documents), len(passages), len(pieces.texts))
        draft = _draft(embedder, corpus_digest, counts, searched, blobs)
        published = old is None or old.manifest.generation != draft.generation
        if published:
            _write_generation(index_dir, draft, blobs, searched)
    return BuildReport(
        embedded=embedded,
        reused=reused,
        passages=len(passages),
        documents=len(documents),
        published=published,
    )


def _draft(
    embedder: Embedder,
    corpus_digest: str,
    counts: tuple[int, int, int, int],
    terms: Sequence[Sequence[str] | None],
    blobs: Mapping[str, bytes],
) -> Manifest:
    """The manifest without the files of the lexical index, identity included."""
    sources, documents, passages, pieces = counts
    draft = Manifest(
        format_version=FORMAT_VERSION,
        generation="",
        model=embedder.name,
        weights_hash=embedder.weights_hash(),
        dimension=embedder.dimension,
        wants_words=embedder.wants_words,
        corpus_digest=corpus_digest,
        terms_sha256=hashlib.sha256(msgspec.json.encode(terms)).hexdigest(),
        sources=sources,
        documents=documents,
        passages=passages,
        pieces=pieces,
        files=tuple(StoredFile.of(path, data) for path, data in sorted(blobs.items())),
    )
    return replace(draft, generation=draft.identity())


def _write_generation(
    index_dir: Path,
    draft: Manifest,
    blobs: Mapping[str, bytes],
    terms: Sequence[Sequence[str] | None],
) -> None:
    name = new_folder(index_dir, draft.generation)
    folder = folder_of(index_dir, name)
    try:
        for path, data in blobs.items():
            store(folder, path, data)
        write_lexical(folder / names.LEXICAL, terms)
        lexical = sorted(path.relative_to(folder).as_posix() for path in (folder / names.LEXICAL).iterdir())
        files = (*draft.files, *(settle(folder, path) for path in lexical))
        publish(index_dir, name, encode_manifest(replace(draft, files=files)))
    except BaseException:
        discard(index_dir, name)
        raise


def _reusable(index_dir: Path, embedder: Embedder) -> Index | None:
    """The generation that answers, when it is sound and its vectors are this embedder's."""
    try:
        old = open_index(
            index_dir,
            model=embedder.name,
            weights_hash=embedder.weights_hash(),
            dimension=embedder.dimension,
        )
    except IndexStoreError:
        return None
    return old if old.manifest.wants_words == embedder.wants_words else None


def _pieces(searchable: Sequence[bool], dense_texts: Sequence[Sequence[str]]) -> _Pieces:
    pieces = _Pieces([], [], [])
    for number, texts in enumerate(dense_texts):
        for text in texts if searchable[number] else ():
            pieces.texts.append(text)
            pieces.owners.append(number)
            pieces.digests.append(hashlib.sha256(text.encode("utf-8")).digest())
    return pieces


def _vectors(
    pieces: _Pieces,
    old: Index | None,
    embedder: Embedder,
    progress: Callable[[int, int], None] | None,
) -> tuple[Vectors, int, int]:
    """Vectors float32 (pieces, dimension); how many texts were embedded; how many taken over."""
    known = _known_vectors(old)
    by_digest = dict(zip(pieces.digests, pieces.texts, strict=True))
    new = [digest for digest in by_digest if digest not in known]
    report = (lambda done: progress(done, len(new))) if progress else None
    if new:
        fresh = embedder.embed_passages([by_digest[digest] for digest in new], report)
        known.update(zip(new, fresh, strict=True))
    vectors = np.zeros((len(pieces.digests), embedder.dimension), dtype=np.float32)
    for row, digest in enumerate(pieces.digests):
        vectors[row] = known[digest]
    return vectors, len(new), len(by_digest) - len(new)


def _known_vectors(old: Index | None) -> dict[bytes, Vectors]:
    if old is None:
        return {}
    stored = old.piece_digests
    digests = (stored[at : at + DIGEST_SIZE] for at in range(0, len(stored), DIGEST_SIZE))
    return dict(zip(digests, old.dense.all_vectors(), strict=True))


def _blobs(
    sources: Sequence[Source],
    documents: Sequence[Document],
    passages: Sequence[Passage],
    pieces: _Pieces,
    vectors: Vectors,
    extras: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Content of every file but the manifest and the lexical index, by path."""
    return {
        names.SOURCES: _lines(sources),
        names.DOCUMENTS: _lines(documents),
        names.PASSAGES: _lines(passages),
        names.PIECE_OWNERS: np.asarray(pieces.owners, dtype="<i4").tobytes(),
        names.PIECE_DIGESTS: b"".join(pieces.digests),
        names.DENSE: serialise_vectors(vectors),
        **{f"{names.EXTRAS}/{name}": data for name, data in sorted(extras.items())},
    }


def _lines(records: Iterable[Any]) -> bytes:
    """One JSON object a line."""
    return bytes(msgspec.json.Encoder().encode_lines(records))
