"""`tracuu ask`, `tracuu search` and `tracuu quote`: what documents say of a question, a query or a topic."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracuu import vi
from tracuu.cli.options import ARGUMENTS, METAVARS, IndexDir, Json, limited, open_library
from tracuu.cli.output import as_json, note, print_lines, whole
from tracuu.cli.painting import show
from tracuu.errors import QuestionError, TracuuError
from tracuu.reasons import why
from tracuu.usage import Command

if TYPE_CHECKING:
    from tracuu.pipeline import Library
    from tracuu.types import Filters

Question = Annotated[str | None, typer.Argument(metavar=ARGUMENTS["question"], help=vi.CLI_QUESTION)]
Searched = Annotated[str | None, typer.Argument(metavar=ARGUMENTS["query"], help=vi.CLI_QUERY)]
Topic = Annotated[str, typer.Argument(metavar=ARGUMENTS["topic"], help=vi.CLI_TOPIC)]
Batch = Annotated[str | None, typer.Option("--batch", metavar=METAVARS["file"], help=vi.CLI_BATCH)]
Top = Annotated[int, typer.Option("--top", metavar=METAVARS["number"], min=1, max=100, help=vi.CLI_TOP)]
QuotesTop = Annotated[int, typer.Option("--top", metavar=METAVARS["number"], min=1, max=100, help=vi.CLI_QUOTES_TOP)]


def add_to(app: typer.Typer) -> None:
    """Put the three commands on ``app``."""
    app.command("ask", cls=Command, help=vi.CLI_ASK)(limited(_ask))
    app.command("search", cls=Command, help=vi.CLI_SEARCH)(limited(_search))
    app.command("quote", cls=Command, help=vi.CLI_QUOTE)(limited(_quote))


def _ask(
    *, question: Question = None, batch: Batch = None, top: Top = 5, json: Json = False, index: IndexDir = None,
    within: "Filters",
) -> None:  # fmt: skip
    _one_of(question, batch)
    library = open_library(index)
    if question is None:
        print_lines(library.ask(line, top=top, filters=within) for line in _lines(batch or ""))
        return
    question = whole(question)
    _tell_unmatched(library, within)
    answer = library.ask(question, top=top, filters=within)
    if json:
        print(as_json(answer))
    if answer.reason == "bad_question":
        library.understand(question)  # says what is wrong with it
    if not json:
        from tracuu.cli.wording import answer_text

        show(answer_text(answer))


def _search(
    *, query: Searched = None, batch: Batch = None, top: Top = 10, json: Json = False, index: IndexDir = None,
    within: "Filters",
) -> None:  # fmt: skip
    _one_of(query, batch)
    library = open_library(index)
    if query is None:
        print_lines(_found(library, line, top, within) for line in _lines(batch or ""))
        return
    from tracuu.cli.wording import citations_text

    query = whole(query)
    _tell_unmatched(library, within)
    found = library.search(query, top=top, filters=within)
    if json:
        print(as_json({"query": query, "citations": found}))
    else:
        show(citations_text(found))


def _quote(*, topic: Topic, top: QuotesTop = 10, json: Json = False, index: IndexDir = None, within: "Filters") -> None:
    from tracuu.quotes.wording import listed

    topic = whole(topic)
    library = open_library(index)
    _tell_unmatched(library, within)
    found = library.quote(topic, top, filters=within)
    if json:
        print(as_json({"topic": topic, "quotes": found}))
    else:
        show(listed(found))


def _one_of(question: str | None, batch: str | None) -> None:
    if (question is None) == (batch is None):
        raise typer.BadParameter(vi.CLI_QUESTION_OR_BATCH)


def _lines(batch: str) -> Iterator[str]:
    """The lines of a file, or of standard input for ``-``."""
    if batch == "-":
        yield from (line.rstrip("\r\n") for line in sys.stdin)
        return
    try:
        with Path(batch).open(encoding="utf-8-sig") as lines:
            yield from (line.rstrip("\r\n") for line in lines)
    except (OSError, UnicodeDecodeError) as error:
        raise TracuuError(vi.CLI_BATCH_UNREADABLE.format(path=batch, why=why(error))) from error


def _found(library: "Library", query: str, top: int, within: "Filters") -> dict[str, object]:
    """What is printed of one query of a file; one that cannot be searched says why."""
    try:
        return {"query": query, "citations": library.search(query, top=top, filters=within)}
    except QuestionError as error:
        return {"query": query, "citations": [], "error": str(error)}


def _tell_unmatched(library: "Library", within: "Filters") -> None:
    """Say on standard error that no document fits the limits, and which values there are."""
    from tracuu.overview import unmatched

    if sentence := unmatched(within, library.documents):
        note(sentence)
