"""The web server: the page, a JSON interface, and what guards both."""

import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.errors import ServerError
from tracuu.web import page as pages
from tracuu.web.following import Following, newest_in
from tracuu.web.guard import LOCAL, SCRIPTS, STYLES, Guard
from tracuu.web.library import InTurn, Library

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from tracuu.findings import Reviews

_FOLDER = Path(__file__).parent
# Styles of the page and of the description of the interface, scripts of the page.
_KINDS = {"api.css": "text/css", **dict.fromkeys(STYLES, "text/css"), **dict.fromkeys(SCRIPTS, "text/javascript")}
# Read when the page listens beyond this machine.
PASSWORD_VARIABLE = "TRACUU_PASSWORD"


def reserve(host: str, port: int) -> socket.socket:
    """A socket bound to the address, so that a taken port is found out before anything heavy is loaded.

    Raises:
        ServerError: the port is taken or out of range, or the host is none of this machine's.
    """
    if not 0 <= port <= 65_535:
        raise ServerError(vi.PORT_RANGE.format(port=port))
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        raise ServerError(vi.HOST_CLOSED.format(host=host)) from None
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise ServerError(_why_not(host, port, error)) from None
    return bound


def _why_not(host: str, port: int, error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return vi.PORT_TAKEN.format(port=port, next=_next(port))
    if error.errno == errno.EACCES:
        return vi.PORT_FORBIDDEN.format(port=port)
    return vi.HOST_CLOSED.format(host=host)


def _next(port: int) -> int:
    return port + 1 if port < 65_535 else 7860


def password_for(host: str) -> str | None:
    """The password that was set, or None on this machine alone.

    Raises:
        ServerError: others can reach ``host``, and no password is set.
    """
    password = os.environ.get(PASSWORD_VARIABLE) or None
    if host not in LOCAL and password is None:
        raise ServerError(vi.PASSWORD_NEEDED.format(host=host, variable=PASSWORD_VARIABLE))
    return password


def serve(
    library: Library,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    mcp: bool = False,
    notes: Path | None = None,
    index_dir: Path | None = None,
) -> None:
    """Show the page until it is interrupted; port 0 takes a free one; ``mcp`` adds the tools at /mcp.

    ``notes`` is the file of those who have looked at findings (`findings.reviews`). What is published in ``index_dir``
    later answers from then on.

    Raises:
        ServerError: the address cannot be opened, or it is not of this machine alone and no password is set, or
            the package for ``mcp`` is not installed.
    """
    password = password_for(host)
    with reserve(host, port) as bound:
        app = create_app(library, host=host, password=password, mcp=mcp, notes=notes, index_dir=index_dir)
        run(app, bound)


def run(app: Guard, bound: socket.socket) -> None:
    """Serve ``app`` on a bound socket until interrupted, and say where on standard error."""
    name, port = bound.getsockname()[:2]
    address = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
    print(vi.SERVING.format(address=address), file=sys.stderr, flush=True)
    http_server(app).run(sockets=[bound])


def http_server(app: Guard) -> "uvicorn.Server":
    """A uvicorn server for ``app``, quiet but for warnings."""
    import uvicorn

    # Gradio's streams stay open as long as a page does: do not wait for them when stopping.
    return uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1)
    )


def create_app(
    library: Library,
    *,
    host: str = "127.0.0.1",
    password: str | None = None,
    mcp: bool = False,
    notes: Path | None = None,
    index_dir: Path | None = None,
) -> Guard:
    """The whole application behind its guard; it follows what is published in ``index_dir``.

    ``notes`` None is the file in the folder of the corpus by the settings.

    Raises:
        ServerError: ``mcp`` is asked for and its package is not installed.
    """
    pages.quiet()
    import gradio as gr

    from tracuu.findings import Reviews
    from tracuu.findings.reviews import FILE
    from tracuu.settings import read_settings
    from tracuu.web.api import add_interface
    from tracuu.web.checks import add_check_fragments, add_check_interface
    from tracuu.web.fragments import add_fragments

    newest = newest_in(index_dir, library) if index_dir else None
    library = InTurn(library, newest.now if newest else None)
    reviews = Reviews(notes or Path(read_settings().corpus) / FILE)
    app = _application(library, reviews, mcp=mcp)
    _add_static(app)
    _add_reader(app, library)
    add_interface(app, library, lambda app: add_check_interface(app, library, reviews))
    add_fragments(app, library)
    add_check_fragments(app, library, reviews)
    gr.mount_gradio_app(
        app,
        pages.build(library),
        path="/",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        enable_monitoring=False,
        show_error=False,
        max_file_size=1,
        i18n=pages.translations(),
        theme=pages.theme(),
    )
    anywhere = host in {"0.0.0.0", "::"}
    followed = Following(app, newest) if newest else app
    return Guard(followed, hosts={*LOCAL, host, socket.gethostname()}, addresses=anywhere, password=password, mcp=mcp)


def _application(library: Library, reviews: "Reviews", *, mcp: bool) -> "FastAPI":
    """An application that answers nothing yet, but for the tools when they are switched on."""
    from fastapi import FastAPI

    if not mcp:
        return FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    from tracuu.web.mcp import mounted, tools

    routes, running = mounted(tools(library, reviews))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with running:
            yield

    return FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan, routes=routes)


def _add_static(app: "FastAPI") -> None:
    from fastapi import Response

    files = {name: (_FOLDER / name).read_bytes() for name in _KINDS}

    @app.get("/web/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in files:
            return Response(status_code=404)
        return Response(files[name], media_type=_KINDS[name], headers={"cache-control": "no-cache"})

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return Response(status_code=204)


def _add_reader(app: "FastAPI", library: Library) -> None:
    from fastapi.responses import HTMLResponse

    @app.get("/reader", include_in_schema=False)
    def document(doc: str = "", start: str | None = None, end: str | None = None) -> HTMLResponse:
        known = not doc or pages.holds(library, doc)
        return HTMLResponse(pages.document(library, doc, start, end), status_code=200 if known else 404)
