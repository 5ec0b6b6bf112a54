"""`tracuu index`: the index is built, or brought up to date."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tracuu import vi
from tracuu.cli.options import METAVARS, IndexDir, Model
from tracuu.cli.output import progress_bar
from tracuu.settings import read_settings
from tracuu.usage import Command

CorpusDir = Annotated[Path | None, typer.Option("--corpus", metavar=METAVARS["folder"], help=vi.CLI_CORPUS)]
Rebuild = Annotated[bool, typer.Option("--rebuild", help=vi.CLI_REBUILD)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("index", cls=Command, help=vi.CLI_INDEX)(_index)


def _index(corpus: CorpusDir = None, index: IndexDir = None, model: Model = None, rebuild: Rebuild = False) -> None:
    from tracuu.index import open_index
    from tracuu.overview import counted
    from tracuu.pipeline import build_index

    settings = read_settings()
    folder = index or Path(settings.index)
    with progress_bar() as tell:
        report, problems = build_index(
            corpus or Path(settings.corpus),
            folder,
            model=model or settings.model,
            wants_words=settings.wants_words,
            rebuild=rebuild,
            progress=tell,
        )
    for problem in problems:
        print(vi.CLI_WARNING.format(source=problem.source_id, message=problem.message), file=sys.stderr)
    print(
        vi.CLI_INDEXED.format(
            documents=counted(open_index(folder).documents),
            passages=report.passages,
            embedded=report.embedded,
            reused=report.reused,
        )
    )
