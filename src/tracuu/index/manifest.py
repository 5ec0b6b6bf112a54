"""The manifest: what a generation holds, and the digest by which it is known."""

import hashlib
import re
from dataclasses import dataclass, replace

import msgspec

# Raised whenever a file of a generation changes its meaning; older generations are then refused.
FORMAT_VERSION = 1

MANIFEST = "manifest.json"
SOURCES = "sources.jsonl"
DOCUMENTS = "documents.jsonl"
PASSAGES = "passages.jsonl"
PIECE_OWNERS = "pieces.owners"
PIECE_DIGESTS = "pieces.sha256"
DENSE = "dense.faiss"
LEXICAL = "lexical"
EXTRAS = "extras"

_PART = r"(?!\.\.?(?:/|$))[A-Za-z0-9._-]{1,200}"
_SAFE_PATH = re.compile(rf"{_PART}(?:/{_PART})?")
# Digits of a generation's name: 64 bits tell apart more generations than any folder will see.
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file of a generation: path below its folder with ``/``, bytes, SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, data: bytes) -> "StoredFile":
        """The entry for a file that holds ``data``."""
        return cls(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one generation was made from and which files it consists of.

    Two builds of the same input give the same manifest, apart from the entries of ``lexical/`` and
    the ``seal``: tantivy names its files at random, so the lexical index is known by
    ``terms_sha256``, the digest of the terms that were put in. ``generation`` is the `identity`;
    ``seal`` is the SHA-256 of the whole manifest with an empty seal. ``corpus_digest`` is over the
    ids and SHA-256 of the sources. The four counts are numbers of records; ``pieces`` counts
    vectors. No clock goes in.

    A model may give a text slightly other vectors on another processor, which then shows in
    ``generation``; ``weights_hash`` is what the embedder says of itself.
    """

    format_version: int
    generation: str
    model: str
    weights_hash: str
    dimension: int
    wants_words: bool
    corpus_digest: str
    terms_sha256: str
    sources: int
    documents: int
    passages: int
    pieces: int
    files: tuple[StoredFile, ...]
    seal: str = ""

    def identity(self) -> str:
        """16 hexadecimal digits over all that is said here, lexical files left out."""
        kept = tuple(file for file in self.files if not file.path.startswith(f"{LEXICAL}/"))
        content = _encode(replace(self, generation="", files=kept, seal=""))
        return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]


class _Version(msgspec.Struct):
    format_version: int


def encode_manifest(manifest: Manifest) -> bytes:
    """The one way in which a manifest is written: sealed, indented JSON."""
    seal = hashlib.sha256(_encode(replace(manifest, seal=""))).hexdigest()
    return _encode(replace(manifest, seal=seal))


def _encode(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def format_version(raw: bytes) -> int:
    """The format of a manifest that may be of another version of tracuu.

    Raises:
        ValueError: it is no manifest at all.
    """
    return msgspec.json.decode(raw, type=_Version).format_version


def decode_manifest(raw: bytes) -> Manifest:
    """The manifest in ``raw``.

    It checks itself: it must be written as `encode_manifest` writes, seal included, carry the
    identity that it declares, and name no path outside its folder.

    Raises:
        ValueError: it is not a whole, unaltered manifest.
    """
    manifest = msgspec.json.decode(raw, type=Manifest)
    if encode_manifest(manifest) != raw or manifest.identity() != manifest.generation:
        raise ValueError("altered")
    if not all(safe_path(file.path) for file in manifest.files):
        raise ValueError("unsafe path")
    return manifest


def safe_path(path: str) -> bool:
    """True for ``name`` or ``folder/name`` in plain letters, which cannot leave the folder."""
    return _SAFE_PATH.fullmatch(path) is not None
