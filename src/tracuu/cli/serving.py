"""`tracuu serve`: the page over an index that is built first when it is missing or out of date."""

from pathlib import Path
from typing import Annotated

import typer

from tracuu import vi
from tracuu.cli.options import METAVARS, IndexDir
from tracuu.cli.output import progress_bar
from tracuu.settings import read_settings
from tracuu.usage import Command

Host = Annotated[str | None, typer.Option("--host", metavar=METAVARS["host"], help=vi.CLI_HOST)]
Port = Annotated[int | None, typer.Option("--port", metavar=METAVARS["number"], min=1, max=65535, help=vi.CLI_PORT)]
Mcp = Annotated[bool | None, typer.Option("--mcp/--no-mcp", help=vi.CLI_MCP)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("serve", cls=Command, help=vi.CLI_SERVE)(_serve)


def _serve(host: Host = None, port: Port = None, mcp: Mcp = None, index: IndexDir = None) -> None:
    from tracuu.pipeline import open_or_build
    from tracuu.web.server import password_for, reserve, serve

    settings = read_settings()
    where = (host or settings.host, port or settings.port)
    # What keeps the page from opening is told before anything heavy is done.
    password_for(where[0])
    reserve(*where).close()
    within = index or Path(settings.index)
    with progress_bar() as tell:
        library = open_or_build(
            Path(settings.corpus), within, model=settings.model, wants_words=settings.wants_words, progress=tell
        )
    library.warm()
    notes = Path(settings.corpus) / "reviewed.toml"
    serve(library, *where, mcp=settings.mcp if mcp is None else mcp, notes=notes, index_dir=within)
