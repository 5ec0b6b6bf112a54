"""Options that several commands have, each worded once, and what they stand for."""

import inspect
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracuu import vi
from tracuu.settings import read_settings

if TYPE_CHECKING:
    from tracuu.pipeline import Library
    from tracuu.types import Filters

METAVARS, ARGUMENTS = vi.METAVARS, vi.ARGUMENTS
# Days as programs write them, and as people do.
DAYS = ["%Y-%m-%d", "%d/%m/%Y"]

IndexDir = Annotated[Path | None, typer.Option("--index", metavar=METAVARS["folder"], help=vi.CLI_INDEX_DIR)]
Json = Annotated[bool, typer.Option("--json", help=vi.CLI_JSON)]
Model = Annotated[str | None, typer.Option("--model", metavar=METAVARS["model"], help=vi.CLI_MODEL)]
Kind = Annotated[str | None, typer.Option("--kind", metavar=METAVARS["kind"], help=vi.CLI_KIND)]
Issuer = Annotated[str | None, typer.Option("--issuer", metavar=METAVARS["issuer"], help=vi.CLI_ISSUER)]
Place = Annotated[str | None, typer.Option("--place", metavar=METAVARS["place"], help=vi.CLI_PLACE)]
Since = Annotated[datetime | None, typer.Option(metavar=METAVARS["day"], formats=DAYS, help=vi.CLI_SINCE)]
Until = Annotated[datetime | None, typer.Option(metavar=METAVARS["day"], formats=DAYS, help=vi.CLI_UNTIL)]


def open_library(index: Path | None, model: str | None = None, *, asks: bool = True) -> "Library":
    """The index in the folder ``index``, or in the one of the settings; the model only when it ``asks`` questions.

    Raises:
        TracuuError: there is none, it is damaged, or it was made with another model.
    """
    from tracuu.pipeline import Library

    return Library.open(index or Path(read_settings().index), model=model, asks=asks)


def limited(command: Callable[..., None]) -> Callable[..., None]:
    """``command`` with the options that limit the documents; it gets them as ``within``, the `Filters` they say."""
    taken, options = inspect.signature(command), inspect.signature(_filters).parameters
    own = [parameter for name, parameter in taken.parameters.items() if name != "within"]
    more = [parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in options.values()]

    @wraps(command)
    def called(**given: Any) -> None:
        limits = {name: given.pop(name) for name in options}
        command(**given, within=_filters(**limits))

    # What Typer reads a command's options from.
    called.__signature__ = taken.replace(parameters=[*own, *more])  # type: ignore[attr-defined]
    called.__annotations__ = {}
    return called


def _filters(
    kind: Kind = None, issuer: Issuer = None, place: Place = None, since: Since = None, until: Until = None
) -> "Filters":
    from tracuu.types import Filters

    return Filters(
        kind=kind,
        issuer=issuer,
        place=place,
        issued_from=since.date() if since else None,
        issued_to=until.date() if until else None,
    )
