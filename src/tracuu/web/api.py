"""The JSON interface: the verbs of the command line over HTTP, with the same JSON, for other programs of an office."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

import msgspec
from fastapi import Body, Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.overview import detail, find_document, overview
from tracuu.quotes.remarks import draft_notes, in_order
from tracuu.types import Citation, Filters, Quotation
from tracuu.web import basket, drafts
from tracuu.web.library import MOST_PASSAGES, Library
from tracuu.web.openapi import described, page
from tracuu.web.register_api import add_registers
from tracuu.web.scope import filters
from tracuu.web.uploads import DRAFT_BODY, Sent, bound_uploads

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What `search --json` prints."""

    query: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotable:
    """What `quote --json` prints."""

    topic: str
    quotes: tuple[Quotation, ...]


def add_interface(app: FastAPI, library: Library, *others: Callable[[FastAPI], None]) -> None:
    """Put the interface, its description and the words of its refusals on ``app``; ``others`` add addresses to it."""
    bound_uploads(app)
    _add_refusals(app)
    _add_health(app, library)
    _add_questions(app, library)
    _add_quotations(app, library)
    _add_drafts(app, library)
    add_registers(app, library, said)
    _add_documents(app, library)
    for add in others:
        add(app)
    description = described(app)
    readable = page(description).encode()

    @app.get("/api/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        return said(description)

    @app.get("/api/", include_in_schema=False)
    def slashed() -> Response:
        return Response(status_code=308, headers={"location": "../api"})

    @app.get("/api", include_in_schema=False)
    def guide() -> Response:
        return Response(readable, media_type="text/html")

    # The page below would answer in its own words: the guard lets through only addresses that are known here.
    @app.api_route("/api/{rest:path}", methods=_METHODS, include_in_schema=False)
    def other_method(rest: str) -> Response:
        return said({"error": vi.API_METHOD}, 405)


def said(value: object, status: int = 200) -> Response:
    """``value`` as JSON, as the command line writes it."""
    return Response(msgspec.json.encode(value), status_code=status, media_type="application/json")


def word(data: bytes, name: str) -> Response:
    """A Word file to be kept under ``name``."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(data, media_type=WORD, headers=headers)


# --- What is sent ------------------------------------------------------------------------------

_Top = partial(Query, ge=1, le=MOST_PASSAGES, description=vi.API_TOP)
# Years first, as programs write days; people write them as the page asks for them.
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _scope(
    kind: Annotated[str, Query(description=vi.API_KIND)] = "",
    issuer: Annotated[str, Query(description=vi.API_ISSUER)] = "",
    place: Annotated[str, Query(description=vi.API_PLACE)] = "",
    issued_from: Annotated[str, Query(description=vi.API_FROM)] = "",
    issued_to: Annotated[str, Query(description=vi.API_TO)] = "",
) -> Filters:
    days = [_ISO_DAY.sub(r"\3/\2/\1", day) for day in (issued_from, issued_to)]
    return filters(kind, issuer, place, *days)


Scope = Annotated[Filters, Depends(_scope)]


# --- Verbs -------------------------------------------------------------------------------------


def answers(schema: Mapping[str, Any], description: str) -> dict[int | str, dict[str, Any]]:
    """What a reply of this schema is, for the description of the interface."""
    return {200: {"description": description, "content": {"application/json": {"schema": schema}}}}


def record(name: str) -> dict[str, Any]:
    """The schema of a record by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


FILE_REPLY: dict[int | str, dict[str, Any]] = {
    200: {
        "description": vi.API_WORD_FILE,
        "content": {WORD: {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _add_health(app: FastAPI, library: Library) -> None:
    @app.get("/healthz", include_in_schema=False)
    def healthz() -> Response:
        return said({"status": "ok", "documents": len(library.documents)})


def _add_questions(app: FastAPI, library: Library) -> None:
    @app.get("/api/ask", summary=vi.CLI_ASK, responses=answers(record("Answer"), vi.API_ANSWER))
    def ask(
        within: Scope,
        q: Annotated[str, Query(description=vi.API_QUESTION)] = "",
        top: Annotated[int, _Top()] = 5,
    ) -> Response:
        return said(library.ask(q, top=top, filters=within))

    @app.get("/api/search", summary=vi.CLI_SEARCH, responses=answers(record("Found"), vi.API_FOUND))
    def search(
        within: Scope,
        q: Annotated[str, Query(description=vi.API_QUERY)] = "",
        top: Annotated[int, _Top()] = 10,
    ) -> Response:
        return said(Found(query=q, citations=library.search(q, top=top, filters=within)))


def _add_quotations(app: FastAPI, library: Library) -> None:
    @app.get("/api/quote", summary=vi.CLI_QUOTE, responses=answers(record("Quotable"), vi.API_QUOTABLE))
    def quote(
        within: Scope,
        topic: Annotated[str, Query(description=vi.API_TOPIC)] = "",
        top: Annotated[int, _Top()] = 10,
    ) -> Response:
        return said(Quotable(topic=topic, quotes=library.quote(topic, top, filters=within)))

    @app.get("/api/quotations.docx", summary=vi.API_QUOTATIONS, responses=FILE_REPLY, response_class=Response)
    def quotations(quote: Annotated[list[str], Query(description=vi.API_KEYS)] = []) -> Response:  # noqa: B006
        return word(basket.word_file(library, quote), vi.BASKET_FILE)

    @app.post("/api/quotations.docx", summary=vi.API_QUOTATIONS, responses=FILE_REPLY, response_class=Response)
    def quotations_sent(quotes: Annotated[list[str], Body(embed=True, description=vi.API_KEYS)]) -> Response:
        return word(basket.word_file(library, quotes), vi.BASKET_FILE)


def _add_drafts(app: FastAPI, library: Library) -> None:
    @app.get("/api/verify", summary=vi.API_VERIFY_TEXT, responses=answers(record("QuoteMatch"), vi.API_MATCH))
    def verify(text: Annotated[str, Query(description=vi.API_TEXT)] = "") -> Response:
        return said(library.verify(drafts.quotation(text)))

    checked: dict[str, Any] = {"anyOf": [record("QuoteMatch"), record("MentionCheck")]}
    count: dict[str, Any] = {"type": "integer", "minimum": 0}
    results = {
        "type": "object",
        "properties": {
            "results": {"type": "array", "items": checked},
            "unquoted": count,
            "skipped": count,
            "remarks": {"type": "array", "items": {"type": "string"}},
        },
    }

    @app.post(
        "/api/verify",
        summary=vi.API_VERIFY_DRAFT,
        responses=answers(results, vi.API_CHECKED),
        openapi_extra=DRAFT_BODY,
    )
    def verify_draft(upload: Sent) -> Response:
        found = drafts.checked(library, upload.draft, upload.gone)
        left = {"unquoted": found.unquoted, "skipped": found.skipped, "remarks": draft_notes(found)}
        return said({"results": list(in_order(found)), **left})

    @app.post(
        "/api/verify.docx",
        summary=vi.API_VERIFY_WORD,
        responses=FILE_REPLY,
        response_class=Response,
        openapi_extra=DRAFT_BODY,
    )
    def verify_word(upload: Sent) -> Response:
        return word(drafts.commented(library, upload.draft, upload.gone), vi.CHECKS_FILE)


def _add_documents(app: FastAPI, library: Library) -> None:
    listed = {"type": "array", "items": record("DocumentView")}

    @app.get("/api/documents", summary=vi.CLI_DOCUMENTS, responses=answers(listed, vi.API_DOCUMENTS))
    def documents() -> Response:
        return said([overview(document, library.documents) for document in library.documents])

    @app.get("/api/show", summary=vi.CLI_SHOW, responses=answers(record("DetailView"), vi.API_DETAIL))
    def show(document: Annotated[str, Query(description=vi.CLI_DOCUMENT)] = "") -> Response:
        found = find_document(document, library.documents)
        text = library.source(found.source_id).text
        return said(detail(found, library.documents, text, lambda name: library.source(name).text, library.graph))


# --- Refusals ----------------------------------------------------------------------------------


def _add_refusals(app: FastAPI) -> None:
    """Every error as ``{"error": …}`` with one Vietnamese sentence."""

    @app.exception_handler(TracuuError)
    def refused(request: Request, error: TracuuError) -> Response:
        return said({"error": str(error)}, 400)

    @app.exception_handler(RequestValidationError)
    def mistaken(request: Request, error: RequestValidationError) -> Response:
        fault = error.errors()[0]
        if fault["type"] == "json_invalid":
            return said({"error": vi.API_BAD_JSON}, 400)
        name = ".".join(str(part) for part in fault["loc"][1:]) or "body"
        return said({"error": vi.API_BAD_PARAMETER.format(name=name)}, 400)

    @app.exception_handler(HTTPException)
    def astray(request: Request, error: HTTPException) -> Response:
        status = error.status_code
        return said({"error": vi.API_METHOD if status == 405 else vi.API_NO_ADDRESS}, status)

    @app.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        return said({"error": vi.API_FAULT}, 500)
