"""The folder of documents: which files are read, and by whom."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tracuu import vi
from tracuu.errors import CorpusError, SourceError
from tracuu.reasons import why
from tracuu.sources.plain import decode
from tracuu.text import normalise
from tracuu.types import Diagnostic, Source

# A reader takes the bytes of a file and returns its text; a new format is a new line here.
_READERS: Mapping[str, Callable[[bytes, str], str]] = {".txt": decode, ".md": decode}
SUFFIXES = frozenset(_READERS)
# 20 MB of plain text is over 5,000 pages: more is no directive but a mistake.
MAX_BYTES = 20_000_000


def list_files(corpus_dir: Path) -> tuple[list[Path], list[Path]]:
    """Files that can be read and files that cannot, each sorted by path; hidden ones are left out.

    ``README`` files are about the folder and are no documents; sidecars (``.toml``) and tables
    (``.tsv``) are left out without a word.

    Raises:
        CorpusError: the folder does not exist.
    """
    if not corpus_dir.is_dir():
        raise CorpusError(vi.CORPUS_MISSING.format(path=corpus_dir))
    readable: list[Path] = []
    other: list[Path] = []
    for path in sorted(corpus_dir.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(corpus_dir).parts)
        if hidden or not path.is_file() or path.stem.upper() == "README":
            continue
        if path.suffix.lower() in SUFFIXES:
            readable.append(path)
        elif path.suffix.lower() not in {".toml", ".tsv"}:
            other.append(path)
    return readable, other


def read_source(path: Path, corpus_dir: Path) -> Source:
    """The file as text.

    Raises:
        SourceError: it cannot be opened, is too large, binary, not in a known encoding, or blank.
    """
    name = path.relative_to(corpus_dir).as_posix()
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(vi.SOURCE_TOO_LARGE.format(name=name, limit=MAX_BYTES // 1_000_000))
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(vi.SOURCE_UNREADABLE.format(name=name, why=why(error))) from error
    text = normalise(_READERS[path.suffix.lower()](data, name))
    if not text.strip():
        raise SourceError(vi.SOURCE_BLANK.format(name=name))
    return Source(source_id=name, sha256=hashlib.sha256(data).hexdigest(), text=text)


def read_corpus(corpus_dir: Path) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """Every readable file of the folder, in order of path, and what could not be read.

    Raises:
        CorpusError: the folder is missing, or nothing in it can be read.
    """
    readable, other = list_files(corpus_dir)
    sources: list[Source] = []
    problems = [
        Diagnostic(source_id=p.relative_to(corpus_dir).as_posix(), message=vi.SOURCE_FORMAT.format(name=p.name))
        for p in other
    ]
    for path in readable:
        try:
            sources.append(read_source(path, corpus_dir))
        except SourceError as error:
            problems.append(Diagnostic(source_id=path.relative_to(corpus_dir).as_posix(), message=str(error)))
    if not sources:
        why = f" {problems[0].message}" if problems else ""
        raise CorpusError(vi.CORPUS_EMPTY.format(path=corpus_dir) + why)
    return tuple(sources), tuple(problems)
