"""`tracuu index`: the index is built, or brought up to date."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracuu import vi
from tracuu.cli.options import METAVARS, IndexDir, Model
from tracuu.cli.output import progress_bar
from tracuu.settings import read_settings
from tracuu.usage import Command

if TYPE_CHECKING:
    from tracuu.index import BuildReport
    from tracuu.types import Diagnostic

CorpusDir = Annotated[Path | None, typer.Option("--corpus", metavar=METAVARS["folder"], help=vi.CLI_CORPUS)]
Rebuild = Annotated[bool, typer.Option("--rebuild", help=vi.CLI_REBUILD)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("index", cls=Command, help=vi.CLI_INDEX)(_index)


def _index(corpus: CorpusDir = None, index: IndexDir = None, model: Model = None, rebuild: Rebuild = False) -> None:
    from tracuu.pipeline import build_index

    settings = read_settings()
    folder = index or Path(settings.index)
    before = _documents_in(folder)
    try:
        with progress_bar() as tell:
            report, problems = build_index(
                corpus or Path(settings.corpus),
                folder,
                model=model or settings.model,
                wants_words=settings.wants_words,
                rebuild=rebuild,
                progress=tell,
            )
    except KeyboardInterrupt:
        print(vi.CLI_INDEX_STOPPED, file=sys.stderr)
        raise
    for problem in problems:
        print(vi.CLI_WARNING.format(source=problem.source_id, message=problem.message), file=sys.stderr)
    print(_done(folder, report, problems, before))


def _documents_in(folder: Path) -> frozenset[str]:
    """The doc_ids of the index in this folder; none where there is no index that can be read."""
    from tracuu.errors import IndexStoreError
    from tracuu.index import open_index

    try:
        return frozenset(document.doc_id for document in open_index(folder).documents)
    except IndexStoreError:
        return frozenset()


def _done(folder: Path, report: "BuildReport", problems: Sequence["Diagnostic"], before: frozenset[str]) -> str:
    """What the index holds by now, in a sentence with what is there no more and what could not be read."""
    from tracuu.index import open_index
    from tracuu.overview import counted

    made = open_index(folder)
    dropped = len(before - {document.doc_id for document in made.documents})
    unread = len({problem.source_id for problem in problems} - set(made.sources))
    said = vi.CLI_INDEXED.format(
        documents=counted(made.documents), passages=report.passages, embedded=report.embedded, reused=report.reused
    )
    said += vi.CLI_INDEXED_DROPPED.format(count=dropped) if dropped else ""
    return said + (vi.CLI_INDEXED_UNREAD.format(count=unread) if unread else "") + "."
