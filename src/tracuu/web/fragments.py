"""Pieces of the page that its scripts fetch: quotations, the basket, a draft that was checked, the reference graph.

What is refused is a piece as well: one sentence in the place of the result.
"""

from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from tracuu.errors import TracuuError
from tracuu.overview import spoken_names
from tracuu.web import basket, drafts
from tracuu.web.graph import graph_html
from tracuu.web.library import MOST_PASSAGES, Library
from tracuu.web.markup import escape
from tracuu.web.quoting import SHOWN, quotes_html
from tracuu.web.registers import SHOWN as ENTRIES_SHOWN
from tracuu.web.registers import register_html
from tracuu.web.uploads import Upload, received
from tracuu.web.verifying import checks_html


def add_fragments(app: FastAPI, library: Library) -> None:
    """Put the pieces on ``app``."""

    @app.get("/quotes", include_in_schema=False)
    def quotes(
        topic: str = "",
        kind: str = "",
        issuer: str = "",
        place: str = "",
        issued_from: str = "",
        issued_to: str = "",
        top: Annotated[int, Query(ge=1, le=MOST_PASSAGES)] = SHOWN,
    ) -> HTMLResponse:
        within = (kind, issuer, place, issued_from, issued_to)
        return _piece(lambda: quotes_html(library, topic, *within, top=top))

    @app.get("/basket", include_in_schema=False)
    def kept(quote: Annotated[list[str], Query()] = []) -> HTMLResponse:  # noqa: B006
        return _piece(lambda: basket.basket_html(library, quote))

    @app.get("/registers", include_in_schema=False)
    def registers(request: Request, shown: int = ENTRIES_SHOWN) -> HTMLResponse:
        fields = {name: value for name, value in request.query_params.items() if name != "shown"}
        return _piece(lambda: register_html(library, fields, max(ENTRIES_SHOWN, shown)))

    @app.get("/graph", include_in_schema=False)
    def graph(document: str = "") -> HTMLResponse:
        return _piece(lambda: graph_html(library, document))

    @app.post("/checks", include_in_schema=False)
    async def checks(request: Request, name: str = "") -> HTMLResponse:
        try:
            async with asynccontextmanager(received)(request, name) as upload:
                return await run_in_threadpool(_piece, lambda: _checked(library, upload))
        except TracuuError as error:
            return _fresh(refused_html(str(error)))


def _checked(library: Library, upload: Upload) -> str:
    found = drafts.checked(library, upload.draft, upload.gone)
    return checks_html(upload.draft.text, found, spoken_names(library.documents))


def refused_html(sentence: str) -> str:
    """Why nothing is shown, and what to do."""
    return f'<section class="tc-answer tc-abstain" role="alert"><p class="tc-why">{escape(sentence)}</p></section>'


def _piece(made: Callable[[], str]) -> HTMLResponse:
    try:
        piece = made()
    except TracuuError as error:
        piece = refused_html(str(error))
    return _fresh(piece)


def _fresh(piece: str) -> HTMLResponse:
    return HTMLResponse(piece, headers={"cache-control": "no-store"})
