"""Folders of generations: which one answers, how one is published, what is cleared away.

A reader trusts CURRENT alone. A writer fills a folder that nobody reads, makes sure that it is on
the disk, and then replaces CURRENT in one step; killed anywhere before that, it has changed nothing.
"""

import errno
import hashlib
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracuu import vi
from tracuu.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, IndexStoreError
from tracuu.index.manifest import (
    FORMAT_VERSION,
    MANIFEST,
    Manifest,
    StoredFile,
    decode_manifest,
    format_version,
)
from tracuu.settings import Settings

CURRENT = "CURRENT"
_GENERATIONS = "generations"
_LOCK = ".lock"
# An identity, and a number when that identity was written before (a repair, a rebuild).
_NAME = re.compile(r"[0-9a-f]{16}(-[1-9][0-9]{0,8})?")
# Longer than any CURRENT that was written here.
_CURRENT_LIMIT = 100


# --- Reading -------------------------------------------------------------------------------------


def current_name(index_dir: Path) -> str:
    """The name of the generation that answers.

    Raises:
        IndexMissingError: nothing was published here yet.
        IndexDamagedError: CURRENT does not hold the name of a generation.
    """
    path = index_dir / CURRENT
    try:
        with path.open("rb") as file:
            raw = file.read(_CURRENT_LIMIT)
    except (FileNotFoundError, NotADirectoryError) as error:
        if any((folder_of(index_dir, name) / MANIFEST).is_file() for name in _generation_names(index_dir)):
            raise damaged(index_dir, CURRENT, vi.INDEX_WHY_MISSING) from error
        raise IndexMissingError(vi.INDEX_MISSING.format(folder=index_dir, again=again(index_dir))) from error
    except OSError as error:
        raise _unreadable(index_dir, error) from error
    name = raw.decode("ascii", "replace").removesuffix("\n")
    if not _NAME.fullmatch(name):
        raise damaged(index_dir, CURRENT, vi.INDEX_WHY_UNREADABLE)
    return name


def folder_of(index_dir: Path, name: str) -> Path:
    """Where the generation called ``name`` lies."""
    return index_dir / _GENERATIONS / name


def read_manifest(index_dir: Path, name: str) -> Manifest:
    """The manifest of a generation, which is the one that its name promises.

    Raises:
        IndexMismatchError: written in another format.
        IndexDamagedError: missing, altered, or another generation's.
    """
    raw = _read(index_dir, name, MANIFEST)
    try:
        found = format_version(raw)
        if found != FORMAT_VERSION:
            raise IndexMismatchError(
                vi.INDEX_FORMAT.format(
                    folder=index_dir,
                    file=MANIFEST,
                    actual=found,
                    expected=FORMAT_VERSION,
                    again=again(index_dir, " --rebuild"),
                )
            )
        manifest = decode_manifest(raw)
    except ValueError as error:
        raise damaged(index_dir, MANIFEST, vi.INDEX_WHY_CONTENT) from error
    if name.split("-")[0] != manifest.generation:
        raise damaged(index_dir, MANIFEST, vi.INDEX_WHY_CONTENT)
    return manifest


def read_stored(index_dir: Path, name: str, stored: StoredFile, *, verify: bool) -> bytes:
    """The content of one file of a generation; its SHA-256 is checked when ``verify``.

    Raises:
        IndexDamagedError: missing, of another size, or altered.
    """
    data = _read(index_dir, name, stored.path)
    if len(data) != stored.size:
        why = vi.INDEX_WHY_SIZE.format(actual=len(data), expected=stored.size)
        raise damaged(index_dir, stored.path, why)
    if verify and hashlib.sha256(data).hexdigest() != stored.sha256:
        raise damaged(index_dir, stored.path, vi.INDEX_WHY_CONTENT)
    return data


def damaged(index_dir: Path, file: str, why: str) -> IndexDamagedError:
    """The error that names a bad file and the next step."""
    message = vi.INDEX_DAMAGED.format(file=file, folder=index_dir, why=why, again=again(index_dir, " --rebuild"))
    return IndexDamagedError(message)


def again(index_dir: Path, options: str = "") -> str:
    """The command that makes the index in this folder anew, with the folder where it is not the default one."""
    if index_dir == Path(Settings().index):
        return vi.INDEX_AGAIN.format(options=options)
    return vi.INDEX_AGAIN_IN.format(options=options, folder=shlex.quote(str(index_dir)))


def _read(index_dir: Path, name: str, path: str) -> bytes:
    try:
        return (folder_of(index_dir, name) / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise damaged(index_dir, path, vi.INDEX_WHY_MISSING) from error
    except OSError as error:
        raise _unreadable(index_dir, error) from error


def _unreadable(index_dir: Path, error: OSError) -> IndexStoreError:
    return IndexStoreError(vi.INDEX_NOT_READ.format(folder=index_dir, why=_why(error)))


# --- Writing -------------------------------------------------------------------------------------


@contextmanager
def writing(index_dir: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the only right to write into ``index_dir``, made if need be; the system frees it on a kill.

    Errors of the disk inside become errors for a person.

    Raises:
        IndexStoreError: another writer holds it for longer than ``wait_seconds``; or the disk is
            full, read-only or otherwise refuses; or a text cannot be written as UTF-8.
    """
    from filelock import FileLock, Timeout

    try:
        index_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(index_dir / _LOCK, timeout=wait_seconds):
            yield
    except Timeout as error:
        raise IndexStoreError(vi.INDEX_BUSY.format(folder=index_dir, seconds=wait_seconds)) from error
    except OSError as error:
        message = vi.INDEX_NOT_WRITTEN.format(folder=index_dir, why=_why(error))
        raise IndexStoreError(message) from error
    except UnicodeEncodeError as error:
        raise IndexStoreError(vi.INDEX_BAD_TEXT.format(folder=index_dir)) from error


def clear_unfinished(index_dir: Path) -> None:
    """Remove what interrupted builds left: folders without a manifest that do not answer."""
    answering = _current_or_none(index_dir)
    for name in _generation_names(index_dir):
        folder = folder_of(index_dir, name)
        if name != answering and not (folder / MANIFEST).is_file():
            _remove(folder)


def new_folder(index_dir: Path, generation: str) -> str:
    """Make an empty folder for a generation and give its name, ``-2``, ``-3`` … when taken."""
    taken = set(_generation_names(index_dir))
    number = 1
    name = generation
    while name in taken:
        number += 1
        name = f"{generation}-{number}"
    folder_of(index_dir, name).mkdir(parents=True)
    return name


def discard(index_dir: Path, name: str) -> None:
    """Remove a generation that failed, so that it does not keep a full disk full, unless it answers."""
    if _current_or_none(index_dir) != name:
        _remove(folder_of(index_dir, name))


def store(folder: Path, path: str, data: bytes) -> None:
    """Write ``data`` to ``path`` below ``folder`` and wait until it is on the disk."""
    target = folder / path
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path, path: str) -> StoredFile:
    """Wait until a file that something else wrote is on the disk; its entry for the manifest."""
    target = folder / path
    with target.open("rb+") as file:
        data = file.read()
        os.fsync(file.fileno())
    return StoredFile.of(path, data)


def publish(index_dir: Path, name: str, manifest: bytes) -> None:
    """Let the complete generation ``name`` answer from now on; keep the one before it.

    Readers that opened the one before it go on with it; older ones are removed.
    """
    folder = folder_of(index_dir, name)
    before = _current_or_none(index_dir)
    _replace(folder / MANIFEST, manifest)
    for part in (*(path for path in folder.iterdir() if path.is_dir()), folder, folder.parent):
        _settle_folder(part)
    _replace(index_dir / CURRENT, f"{name}\n".encode("ascii"))
    for other in _generation_names(index_dir):
        if other not in (name, before):
            _remove(folder_of(index_dir, other))


def _replace(path: Path, data: bytes) -> None:
    """Give ``path`` the content ``data`` in one step: before it the old, after it the new."""
    draft = path.with_name(path.name + ".tmp")
    store(path.parent, draft.name, data)
    draft.replace(path)
    _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    """Delete a folder; what a reader keeps from being deleted, the next build deletes."""
    # The manifest first, so that a half-deleted folder is known as such.
    with suppress(OSError):
        (folder / MANIFEST).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _generation_names(index_dir: Path) -> list[str]:
    """Names of all folders that are generations, finished or not, in order."""
    try:
        entries = sorted((index_dir / _GENERATIONS).iterdir())
    except OSError:
        return []
    return [entry.name for entry in entries if _NAME.fullmatch(entry.name) and entry.is_dir()]


def _current_or_none(index_dir: Path) -> str | None:
    try:
        return current_name(index_dir)
    except IndexStoreError:
        return None


_REASONS: tuple[tuple[frozenset[int], str], ...] = (
    (frozenset({errno.ENOSPC, errno.EDQUOT}), vi.INDEX_WHY_FULL),
    (frozenset({errno.EFBIG}), vi.INDEX_WHY_TOO_LARGE),
    (frozenset({errno.EACCES, errno.EPERM, errno.EROFS}), vi.INDEX_WHY_FORBIDDEN),
    (frozenset({errno.ENOTDIR, errno.EEXIST}), vi.INDEX_WHY_NOT_FOLDER),
)


def _why(error: OSError) -> str:
    """The system's error in Vietnamese; by its number when it is a rare one."""
    for numbers, words in _REASONS:
        if error.errno in numbers:
            return words
    return vi.INDEX_WHY_SYSTEM.format(number=error.errno)
