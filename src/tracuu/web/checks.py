"""Addresses of the checks: pieces for the tab “Đối chiếu”, the JSON interface, reports."""

from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.findings import Chosen, Reviews, Shown
from tracuu.web.api import FILE_REPLY, answers, record, said, word
from tracuu.web.checked import CORPUS, Held, held, mark, report, shown
from tracuu.web.findings import findings_html
from tracuu.web.fragments import refused_html
from tracuu.web.library import Library
from tracuu.web.uploads import DRAFT_BODY, Sent, received


def _chosen(
    rule: Annotated[str, Query(description=vi.API_RULE)] = "",
    severity: Annotated[str, Query(description=vi.API_SEVERITY)] = "",
    document: Annotated[str, Query(description=vi.API_FINDING_DOCUMENT)] = "",
    reviewed: Annotated[bool, Query(alias="all", description=vi.CLI_CHECK_ALL)] = False,
) -> Chosen:
    return Chosen(rule=rule, severity=severity, document=document, reviewed=reviewed)


Wanted = Annotated[Chosen, Depends(_chosen)]
Name = Annotated[str, Query(description=vi.API_NAME)]


def add_check_interface(app: FastAPI, library: Library, reviews: Reviews) -> None:
    """Findings as JSON and as reports, of the corpus (GET) and of a draft (POST)."""
    listed = {"type": "object", "properties": {"findings": {"type": "array", "items": record("Finding")}}}
    replies = answers(listed, vi.API_FINDINGS)

    @app.get("/api/check", summary=vi.CLI_CHECK, responses=replies)
    def check(chosen: Wanted) -> Response:
        return said({"findings": shown(library, reviews, chosen).findings})

    @app.post("/api/check", summary=vi.API_CHECK_DRAFT, responses=replies, openapi_extra=DRAFT_BODY)
    def check_draft(chosen: Wanted, upload: Sent, name: Name = "") -> Response:
        return said({"findings": shown(library, reviews, chosen, held(upload, name)).findings})

    @app.get("/api/check.docx", summary=vi.API_CHECK_WORD, responses=FILE_REPLY, response_class=Response)
    def check_word(chosen: Wanted) -> Response:
        return word(report(library, reviews, chosen, CORPUS, word=True), vi.REPORT_FILE)

    @app.post(
        "/api/check.docx",
        summary=vi.API_CHECK_WORD,
        responses=FILE_REPLY,
        response_class=Response,
        openapi_extra=DRAFT_BODY,
    )
    def check_word_draft(chosen: Wanted, upload: Sent, name: Name = "") -> Response:
        return word(report(library, reviews, chosen, held(upload, name), word=True), vi.REPORT_FILE)

    whole: dict[int | str, dict[str, Any]] = {
        200: {"description": vi.API_CHECK_HTML, "content": {"text/html": {"schema": {"type": "string"}}}}
    }

    @app.get("/api/check.html", summary=vi.API_CHECK_HTML, responses=whole, response_class=HTMLResponse)
    def check_html(chosen: Wanted) -> Response:
        return _page(report(library, reviews, chosen, CORPUS, word=False))

    @app.post(
        "/api/check.html",
        summary=vi.API_CHECK_HTML,
        responses=whole,
        response_class=HTMLResponse,
        openapi_extra=DRAFT_BODY,
    )
    def check_html_draft(chosen: Wanted, upload: Sent, name: Name = "") -> Response:
        return _page(report(library, reviews, chosen, held(upload, name), word=False))


def _page(data: bytes) -> Response:
    """A report to be kept: opened here, it would be styled by what the guard allows."""
    headers: dict[str, Any] = {
        "content-disposition": f'attachment; filename="{vi.REPORT_FILE.removesuffix(".docx")}.html"',
        "cache-control": "no-store",
    }
    return Response(data, media_type="text/html; charset=utf-8", headers=headers)


# --- Pieces of the page ------------------------------------------------------------------------


def add_check_fragments(app: FastAPI, library: Library, reviews: Reviews) -> None:
    """The cards of the tab, and the notes that are written in it."""

    @app.get("/findings", include_in_schema=False)
    def findings(chosen: Wanted) -> HTMLResponse:
        return _piece(lambda: _cards(library, shown(library, reviews, chosen), ""))

    @app.post("/findings", include_in_schema=False)
    async def findings_of_draft(request: Request, chosen: Wanted, name: str = "") -> HTMLResponse:
        def cards(drafts: Held) -> str:
            return _cards(library, shown(library, reviews, chosen, drafts), drafts.name)

        return await _with_draft(request, name, cards)

    @app.post("/review", include_in_schema=False)
    async def review(
        request: Request, chosen: Wanted, finding: str = "", note: str = "", name: str = ""
    ) -> HTMLResponse:
        def marked(drafts: Held) -> str:
            mark(library, reviews, finding, note, drafts)
            return _cards(library, shown(library, reviews, chosen, drafts), drafts.name)

        if name:
            return await _with_draft(request, name, marked)
        return await run_in_threadpool(_piece, lambda: marked(CORPUS))


async def _with_draft(request: Request, name: str, made: Callable[[Held], str]) -> HTMLResponse:
    try:
        async with asynccontextmanager(received)(request, name) as upload:
            return await run_in_threadpool(_piece, lambda: made(held(upload, name)))
    except TracuuError as error:
        return _fresh(refused_html(str(error)))


def _cards(library: Library, found: Shown, draft: str) -> str:
    return findings_html(library, found, draft=draft)


def _piece(made: Callable[[], str]) -> HTMLResponse:
    try:
        return _fresh(made())
    except TracuuError as error:
        return _fresh(refused_html(str(error)))


def _fresh(piece: str) -> HTMLResponse:
    return HTMLResponse(piece, headers={"cache-control": "no-store"})
