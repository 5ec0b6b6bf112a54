"""The server follows its index: what was published after the page was opened answers the requests that come after."""

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from tracuu.index import CURRENT
from tracuu.web.library import Library

_log = logging.getLogger(__name__)

# Opening takes 0.06 s for the shipped corpus; requests do not wait longer than this for a large one, they are
# answered from the documents before.
_WAIT_SECONDS = 3.0

# What tells one CURRENT from another: file, time in nanoseconds, size.
_Stamp = tuple[int, int, int]

App = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]


class Newest:
    """The library of the generation that was published last in a folder.

    A request sees one library from beginning to end, the one that `pin` gave it; what began before a publication
    ends with the documents that it began with.
    """

    def __init__(self, library: Library, index_dir: Path, reopen: Callable[[Library], Library]) -> None:
        """Begin with ``library``; ``reopen`` gives the one that `index_dir` holds by now."""
        self._library = library
        self._current = index_dir / CURRENT
        self._reopen = reopen
        # Nothing was looked at yet: something may have been published while the page was made ready.
        self._seen: _Stamp | None = None
        self._opening: Thread | None = None
        self._lock = Lock()
        self._pinned: ContextVar[Library | None] = ContextVar("tracuu_library", default=None)

    def now(self) -> Library:
        """The library of the request that asks; outside of requests the newest."""
        return self._pinned.get() or self._library

    def changed(self) -> bool:
        """Whether something was published since the last look; costs one look at a file (some 2 µs)."""
        return self._stamp() != self._seen

    def follow(self) -> None:
        """Open what was published; who comes while another opens it waits with him, three seconds at most."""
        with self._lock:
            if self.changed() and self._opening is None:
                self._opening = Thread(target=self._open, daemon=True)
                self._opening.start()
            opening = self._opening
        if opening is not None:
            opening.join(_WAIT_SECONDS)

    def pin(self) -> None:
        """Keep the library of now for the rest of the request (its task and the threads that it starts)."""
        self._pinned.set(self._library)

    def _open(self) -> None:
        stamp = self._stamp()
        try:
            self._library = self._reopen(self._library)
        except Exception:
            # What is open goes on to answer; the next publication is tried again.
            _log.exception("new generation")
        finally:
            with self._lock:
                self._seen, self._opening = stamp, None

    def _stamp(self) -> _Stamp | None:
        """What tells one publication from another: CURRENT is replaced by each; None when it is not there."""
        try:
            status = self._current.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size


class Following:
    """ASGI middleware that looks for new documents before each request and pins the library for it."""

    def __init__(self, app: App, newest: Newest) -> None:
        self._app = app
        self._newest = newest

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Pass on, with one library for the whole request."""
        if scope["type"] == "http":
            if self._newest.changed():
                from starlette.concurrency import run_in_threadpool

                await run_in_threadpool(self._newest.follow)
            self._newest.pin()
        await self._app(scope, receive, send)


def newest_in(index_dir: Path, library: Library) -> Newest:
    """What follows the folder from which ``library`` was opened."""
    return Newest(library, index_dir, lambda before: _reopened(index_dir, before))


def _reopened(index_dir: Path, before: Library) -> Library:
    """The library of ``index_dir`` by now, ready for a question; its model is loaded anew only when it is another."""
    from tracuu.index import open_index
    from tracuu.pipeline import Library as Opened

    index = open_index(index_dir)
    made = index.manifest
    if isinstance(before, Opened) and before.index.manifest.generation == made.generation:
        return before
    same = isinstance(before, Opened) and _model(before.index.manifest) == _model(made)
    opened = Opened(index, before.embedder) if same and isinstance(before, Opened) else Opened.open(index_dir)
    opened.warm()
    return opened


def _model(made: Any) -> tuple[Any, ...]:
    return made.model, made.weights_hash, made.dimension, made.wants_words
