"""Tools for programs that speak the Model Context Protocol: the verbs that only read, when switched on."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from tracuu import vi
from tracuu.errors import ServerError, TracuuError
from tracuu.findings import Chosen, Reviews
from tracuu.findings.drafts import draft_source
from tracuu.overview import DetailView, detail, find_document, overview
from tracuu.web.checked import CORPUS, Held, shown
from tracuu.web.drafts import PASTED, quotation, received
from tracuu.web.library import MOST_PASSAGES, Library
from tracuu.web.register_api import target_list, task_list

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from starlette.routing import BaseRoute

# One message: a quotation of 6,000 characters takes 36 KB when each is written as \uXXXX.
MOST_BYTES = 65_536


def tools(library: Library, reviews: Reviews) -> "MCPServer[Any]":
    """The tools ask, search, quote, verify, check, tasks, targets, documents and show over ``library``.

    ``reviews`` are read, so that findings which somebody has looked at are left out; no tool writes them.

    Raises:
        ServerError: the package ``mcp`` is not installed.
    """
    try:
        from mcp.server.mcpserver import MCPServer
    except ImportError:
        raise ServerError(vi.MCP_MISSING) from None
    server = _worded(MCPServer)("tracuu", instructions=vi.MCP_ABOUT, log_level="WARNING")
    _add_questions(server, library)
    _add_checks(server, library, reviews)
    _add_documents(server, library)
    return server


def _worded(kind: Any) -> Any:
    """The kind of server whose refusal of arguments is a Vietnamese sentence, as all its others are."""
    from mcp.server.mcpserver.exceptions import ToolError

    class Worded(kind):  # type: ignore[misc]
        async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
            try:
                return await super().call_tool(name, arguments, context)
            except ToolError as error:
                faults = getattr(error.__cause__, "errors", None)
                if faults is None:
                    raise
                named = ".".join(str(part) for part in faults()[0]["loc"]) or name
                raise ToolError(vi.MCP_BAD_ARGUMENT.format(name=named)) from None

    return Worded


def mounted(server: "MCPServer[Any]") -> "tuple[list[BaseRoute], AbstractAsyncContextManager[None]]":
    """The route /mcp, and what must be open while it is served. No session is kept between two messages.

    Hosts and origins are checked by the guard around the whole application.
    """
    from mcp.server.transport_security import TransportSecuritySettings

    app = server.streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BYTES,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return list(app.routes), server.session_manager.run()


def _reading(title: str) -> dict[str, Any]:
    """What every tool says of itself: it reads, changes nothing and reaches nothing outside."""
    from mcp_types import ToolAnnotations

    hints = ToolAnnotations(
        title=title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return {"title": title, "description": title, "annotations": hints}


_Question = Annotated[str, Field(description=vi.API_QUESTION)]
_Topic = Annotated[str, Field(description=vi.API_TOPIC)]
_Text = Annotated[str, Field(description=vi.API_TEXT)]
_Document = Annotated[str, Field(description=vi.CLI_DOCUMENT)]
_Agency = Annotated[str, Field(description=vi.CLI_AGENCY)]
_Role = Annotated[str, Field(description=vi.CLI_ROLE)]
_Place = Annotated[str, Field(description=vi.CLI_OF_PLACE)]
_After = Annotated[str, Field(description=vi.CLI_DUE_AFTER)]
_Before = Annotated[str, Field(description=vi.CLI_DUE_BEFORE)]
_Words = Annotated[str, Field(description=vi.CLI_WORDS)]
_Reach = Annotated[str, Field(description=vi.CLI_REACH)]
_Year = Annotated[str, Field(description=vi.CLI_YEAR)]
_Draft = Annotated[str, Field(description=vi.MCP_DRAFT)]
_Rule = Annotated[str, Field(description=vi.API_RULE)]
_Severity = Annotated[str, Field(description=vi.API_SEVERITY)]
_InFinding = Annotated[str, Field(description=vi.API_FINDING_DOCUMENT)]
_Reviewed = Annotated[bool, Field(description=vi.CLI_CHECK_ALL)]
_Top = Annotated[int, Field(ge=1, le=MOST_PASSAGES, description=vi.API_TOP)]


def _add_questions(server: "MCPServer[Any]", library: Library) -> None:
    def ask(question: _Question, top: _Top = 5) -> dict[str, Any]:
        return _told(lambda: library.ask(question, top=top))

    def search(query: _Question, top: _Top = 10) -> dict[str, Any]:
        return _told(lambda: {"query": query, "citations": library.search(query, top=top)})

    def quote(topic: _Topic, top: _Top = 10) -> dict[str, Any]:
        return _told(lambda: {"topic": topic, "quotes": library.quote(topic, top)})

    def verify(text: _Text) -> dict[str, Any]:
        return _told(lambda: library.verify(quotation(text)))

    server.add_tool(ask, **_reading(vi.CLI_ASK))
    server.add_tool(search, **_reading(vi.CLI_SEARCH))
    server.add_tool(quote, **_reading(vi.CLI_QUOTE))
    server.add_tool(verify, **_reading(vi.API_VERIFY_TEXT))


def _add_checks(server: "MCPServer[Any]", library: Library, reviews: Reviews) -> None:
    def check(
        draft: _Draft = "", rule: _Rule = "", severity: _Severity = "", document: _InFinding = "",
        reviewed: _Reviewed = False,
    ) -> dict[str, Any]:  # fmt: skip
        chosen = Chosen(rule=rule, severity=severity, document=document, reviewed=reviewed)
        return _told(lambda: {"findings": shown(library, reviews, chosen, _held(draft)).findings})

    server.add_tool(check, **_reading(vi.CLI_CHECK))


def _held(draft: str) -> Held:
    """The text of a draft as what is held against the corpus; the corpus itself for ""."""
    if not draft:
        return CORPUS
    return Held(sources=(draft_source(PASTED, received(draft.encode("utf-8", "replace"), "").text),))


def _add_documents(server: "MCPServer[Any]", library: Library) -> None:
    def tasks(
        agency: _Agency = "", role: _Role = "", document: _Document = "", place: _Place = "", due_after: _After = "",
        due_before: _Before = "", text: _Words = "", reach: _Reach = "",
    ) -> dict[str, Any]:  # fmt: skip
        said = {"agency": agency, "role": role, "document": document, "place": place, "due_after": due_after}
        return _told(lambda: task_list(library, said | {"due_before": due_before, "text": text, "reach": reach}))

    def targets(document: _Document = "", place: _Place = "", year: _Year = "", text: _Words = "") -> dict[str, Any]:
        said = {"document": document, "place": place, "year": year, "text": text}
        return _told(lambda: target_list(library, said))

    server.add_tool(tasks, **_reading(vi.CLI_TASKS))
    server.add_tool(targets, **_reading(vi.CLI_TARGETS))

    def documents() -> dict[str, Any]:
        return _told(lambda: {"documents": [overview(d, library.documents) for d in library.documents]})

    def show(document: _Document) -> dict[str, Any]:
        return _told(lambda: _shown(library, document))

    server.add_tool(documents, **_reading(vi.CLI_DOCUMENTS))
    server.add_tool(show, **_reading(vi.CLI_SHOW))


def _shown(library: Library, name: str) -> DetailView:
    found = find_document(name, library.documents)
    text = library.source(found.source_id).text
    return detail(found, library.documents, text, lambda name: library.source(name).text, library.graph)


def _told(verb: Callable[[], object]) -> dict[str, Any]:
    """What ``verb`` gives as JSON values; what it refuses as the tool's own error, in one sentence."""
    import msgspec
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        found: dict[str, Any] = msgspec.to_builtins(verb())
    except TracuuError as error:
        raise ToolError(str(error)) from None
    return found
