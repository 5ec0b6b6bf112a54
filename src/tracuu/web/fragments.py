"""Pieces of the page that tabs.js fetches: quotations on a topic, the basket, a draft that was checked."""

from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse

from tracuu.web import basket, drafts
from tracuu.web.api import Sent
from tracuu.web.library import Library
from tracuu.web.quoting import quotes_html
from tracuu.web.verifying import checks_html


def add_fragments(app: FastAPI, library: Library) -> None:
    """Put the pieces on ``app``; what is refused comes as the interface's ``{"error": …}``."""

    @app.get("/quotes", include_in_schema=False)
    def quotes(
        topic: str = "", kind: str = "", issuer: str = "", place: str = "", issued_from: str = "", issued_to: str = ""
    ) -> HTMLResponse:
        return _html(quotes_html(library, topic, kind, issuer, place, issued_from, issued_to))

    @app.get("/basket", include_in_schema=False)
    def kept(quote: Annotated[list[str], Query()] = []) -> HTMLResponse:  # noqa: B006
        return _html(basket.basket_html(library, quote))

    @app.post("/checks", include_in_schema=False)
    def checks(draft: Sent) -> HTMLResponse:
        return _html(checks_html(draft.text, drafts.checked(library, draft)))


def _html(piece: str) -> HTMLResponse:
    return HTMLResponse(piece, headers={"cache-control": "no-store"})
