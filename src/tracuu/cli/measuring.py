"""`tracuu evaluate`: how good answers are on a question file, or retrieval on a folder in BEIR's layout."""

from pathlib import Path
from typing import Annotated

import typer

from tracuu import vi
from tracuu.cli.options import ARGUMENTS, METAVARS, IndexDir, Json, Model, open_library
from tracuu.cli.output import progress_bar
from tracuu.settings import read_settings
from tracuu.usage import Command

Questions = Annotated[Path | None, typer.Argument(metavar=ARGUMENTS["questions"], help=vi.CLI_QUESTIONS)]
Beir = Annotated[Path | None, typer.Option("--beir", metavar=METAVARS["folder"], help=vi.CLI_BEIR)]
Unaccented = Annotated[bool, typer.Option("--unaccented", help=vi.CLI_UNACCENTED)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("evaluate", cls=Command, help=vi.CLI_EVALUATE)(_evaluate)


def _evaluate(
    questions: Questions = None,
    beir: Beir = None,
    unaccented: Unaccented = False,
    json: Json = False,
    index: IndexDir = None,
    model: Model = None,
) -> None:
    if (questions is None) == (beir is None):
        raise typer.BadParameter(vi.CLI_QUESTIONS_OR_BEIR)
    from tracuu import evaluate as measuring

    with progress_bar() as tell:
        if beir is not None:
            model = model or read_settings().model
            measured = measuring.evaluate_beir(beir, model=model, unaccented=unaccented, progress=tell)
            table = measuring.beir_table(measured)
        else:
            assert questions is not None
            asked = measuring.read_questions(questions)
            found = measuring.evaluate_questions(open_library(index, model), asked, progress=tell)
            measured, table = found, measuring.questions_table(found)  # type: ignore[assignment]
    print(measuring.as_json(measured) if json else table)
