"""Drafts as they come over HTTP: so many held together, read within a time, given up when who sent one has gone."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from threading import Event
from typing import Annotated, Any

import msgspec
from fastapi import Depends, FastAPI, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from tracuu import vi
from tracuu.errors import DraftError
from tracuu.quotes.word_files import Draft
from tracuu.web import drafts
from tracuu.web.guard import DRAFT_BYTES

# A draft in work has its bytes and its text in memory, some 30 MB at most; further ones wait unread.
DRAFTS_HELD = 8
# 10 MB in a minute is a slow line in an office; who is slower holds the place of others.
UPLOAD_SECONDS = 60
# How often a connection is asked whether it still stands: work goes on that long for nobody.
WATCHED_EVERY_SECONDS = 0.25

# What may be sent, for the description of the interface.
DRAFT_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": vi.API_DRAFT_BODY,
        "content": {
            "text/plain": {"schema": {"type": "string"}},
            "application/json": {"schema": {"type": "object", "properties": {"text": {"type": "string"}}}},
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A draft that was sent; ``gone`` says whether who sent it has hung up."""

    draft: Draft
    gone: Callable[[], bool]


def bound_uploads(app: FastAPI) -> None:
    """Let ``app`` hold `DRAFTS_HELD` drafts at most."""
    app.state.drafts_held = asyncio.Semaphore(DRAFTS_HELD)


async def received(
    request: Request, name: Annotated[str, Query(description=vi.API_NAME)] = ""
) -> AsyncIterator[Upload]:
    """The draft in the body of a request, for as long as it is worked on.

    It is a text, JSON with ``text``, or a file that ``name`` names.

    Raises:
        DraftError: it cannot be read, is too large, or took longer than `UPLOAD_SECONDS`.
    """
    async with request.app.state.drafts_held:
        draft, gone = await _read(request, name), Event()
        watch = asyncio.create_task(_watch(request, gone))
        try:
            yield Upload(draft=draft, gone=gone.is_set)
        finally:
            watch.cancel()


Sent = Annotated[Upload, Depends(received)]


async def _read(request: Request, name: str) -> Draft:
    try:
        data = await asyncio.wait_for(request.body(), UPLOAD_SECONDS)
        if request.headers.get("content-type", "").startswith("application/json"):
            data = msgspec.json.decode(data, type=_Text).text.encode("utf-8", "replace")
    except TimeoutError:
        raise DraftError(vi.DRAFT_SLOW.format(seconds=UPLOAD_SECONDS)) from None
    except ClientDisconnect:
        raise DraftError(vi.DRAFT_FILE_TOO_LARGE.format(limit=DRAFT_BYTES // 1_000_000)) from None
    except msgspec.MsgspecError:
        raise DraftError(vi.API_BAD_BODY) from None
    return await run_in_threadpool(drafts.received, data, name)


class _Text(msgspec.Struct):
    text: str


async def _watch(request: Request, gone: Event) -> None:
    while not await request.is_disconnected():
        await asyncio.sleep(WATCHED_EVERY_SECONDS)
    gone.set()
