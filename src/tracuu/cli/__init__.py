"""The command line. It reads options, calls the library and prints; it holds no logic of its own."""

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, Optional

import typer

from tracuu import vi
from tracuu.cli import registers
from tracuu.cli.checking import check
from tracuu.errors import QuestionError, TracuuError
from tracuu.reasons import why
from tracuu.settings import Settings, read_settings
from tracuu.usage import Command, Group, UsageError, mistake

if TYPE_CHECKING:
    from tracuu.pipeline import Library
    from tracuu.types import AlsoIn, Answer, Citation, Filters

app = typer.Typer(
    help=vi.CLI_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=Group,
)
_debug = False
_M, _A = vi.METAVARS, vi.ARGUMENTS

IndexDir = Annotated[Optional[Path], typer.Option("--index", metavar=_M["folder"], help=vi.CLI_INDEX_DIR)]  # noqa: UP045
Json = Annotated[bool, typer.Option("--json", help=vi.CLI_JSON)]
Batch = Annotated[Optional[str], typer.Option("--batch", metavar=_M["file"], help=vi.CLI_BATCH)]  # noqa: UP045
Model = Annotated[Optional[str], typer.Option("--model", metavar=_M["model"], help=vi.CLI_MODEL)]  # noqa: UP045
Kind = Annotated[Optional[str], typer.Option("--kind", metavar=_M["kind"], help=vi.CLI_KIND)]  # noqa: UP045
Issuer = Annotated[Optional[str], typer.Option("--issuer", metavar=_M["issuer"], help=vi.CLI_ISSUER)]  # noqa: UP045
Place = Annotated[Optional[str], typer.Option("--place", metavar=_M["place"], help=vi.CLI_PLACE)]  # noqa: UP045
Day = Annotated[datetime | None, typer.Option(metavar=_M["day"], formats=["%Y-%m-%d", "%d/%m/%Y"], help=vi.CLI_DAY)]
Top = Annotated[int, typer.Option("--top", metavar=_M["number"], min=1, max=100, help=vi.CLI_TOP)]


def main() -> None:
    """Run the command line; expected errors are one sentence on stderr and exit code 1, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    try:
        code = app(prog_name="tracuu", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        _misused(error)
    except TracuuError as error:
        if _debug:
            raise
        _fail(str(error))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except BrokenPipeError:
        _hang_up()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # Typer's own end of such a program is 1
            _hang_up()
        raise
    sys.exit(code if isinstance(code, int) else 0)


def _misused(error: Exception) -> NoReturn:
    """Say what is wrong with the command line, or give the help where nothing was asked for; exit code 2."""
    said = mistake(error)
    print(vi.CLI_ERROR.format(message=said) if said else str(error), file=sys.stderr)
    sys.exit(2)


def _hang_up() -> NoReturn:
    """End as programs do whose reader has left (`tracuu show … | head`): quietly, as if by SIGPIPE."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(128 + 13)


@app.callback()
def _options(debug: Annotated[bool, typer.Option("--debug", help=vi.CLI_DEBUG)] = False) -> None:
    global _debug
    _debug = debug


def _fail(message: str) -> NoReturn:
    print(vi.CLI_ERROR.format(message=message), file=sys.stderr)
    sys.exit(1)


def _settings() -> Settings:
    return read_settings()


def _open(index: Path | None, model: str | None = None) -> "Library":
    from tracuu.pipeline import Library

    settings = _settings()
    return Library.open(index or Path(settings.index), model=model)


def _encode(record: Any) -> str:
    import msgspec

    return msgspec.json.encode(record).decode()


@contextmanager
def _told_when_long(words: str) -> Iterator[None]:
    """Say on stderr what goes on when it takes over a second."""
    from threading import Timer

    timer = Timer(1.0, lambda: print(words, file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr, one line a stage."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell


# --- Building ----------------------------------------------------------------------------------


@app.command(cls=Command, help=vi.CLI_INDEX)
def index(
    corpus: Annotated[Path | None, typer.Option("--corpus", metavar=_M["folder"], help=vi.CLI_CORPUS)] = None,
    index: IndexDir = None,
    model: Model = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help=vi.CLI_REBUILD)] = False,
) -> None:
    """Build the index, or bring it up to date."""
    from tracuu.index import open_index
    from tracuu.overview import counted
    from tracuu.pipeline import build_index

    settings = _settings()
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


# --- Asking ------------------------------------------------------------------------------------


def _filters(
    kind: str | None, issuer: str | None, place: str | None, since: datetime | None, until: datetime | None
) -> "Filters":
    from tracuu.types import Filters

    return Filters(
        kind=kind,
        issuer=issuer,
        place=place,
        issued_from=since.date() if since else None,
        issued_to=until.date() if until else None,
    )


def _questions(batch: str) -> Iterator[str]:
    """The lines of a file, or of standard input for ``-``."""
    if batch == "-":
        yield from (line.rstrip("\r\n") for line in sys.stdin)
        return
    try:
        with Path(batch).open(encoding="utf-8-sig") as lines:
            yield from (line.rstrip("\r\n") for line in lines)
    except (OSError, UnicodeDecodeError) as error:
        raise TracuuError(vi.CLI_BATCH_UNREADABLE.format(path=batch, why=why(error))) from error


def _whole(text: str) -> str:
    """``text`` with what the terminal could not decode replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _one_of(question: str | None, batch: str | None) -> None:
    if (question is None) == (batch is None):
        raise typer.BadParameter(vi.CLI_QUESTION_OR_BATCH)


@app.command(cls=Command, help=vi.CLI_ASK)
def ask(
    question: Annotated[Optional[str], typer.Argument(metavar=_A["question"], help=vi.CLI_QUESTION)] = None,  # noqa: UP045
    batch: Batch = None,
    top: Top = 5,
    json: Json = False,
    index: IndexDir = None,
    kind: Kind = None,
    issuer: Issuer = None,
    place: Place = None,
    since: Day = None,
    until: Day = None,
) -> None:
    """Answer a question, or every line of a file."""
    _one_of(question, batch)
    filters = _filters(kind, issuer, place, since, until)
    library = _open(index)
    if batch is not None:
        for line in _questions(batch):
            print(_encode(library.ask(line, top=top, filters=filters)), flush=True)
        return
    assert question is not None
    question = _whole(question)
    _tell_unmatched(library, filters)
    answer = library.ask(question, top=top, filters=filters)
    if json:
        print(_encode(answer))
    if answer.reason == "bad_question":
        library.understand(question)  # says what is wrong with it
    if not json:
        print(_answer_text(answer))


@app.command(cls=Command, help=vi.CLI_SEARCH)
def search(
    query: Annotated[Optional[str], typer.Argument(metavar=_A["query"], help=vi.CLI_QUERY)] = None,  # noqa: UP045
    batch: Batch = None,
    top: Top = 10,
    json: Json = False,
    index: IndexDir = None,
    kind: Kind = None,
    issuer: Issuer = None,
    place: Place = None,
    since: Day = None,
    until: Day = None,
) -> None:
    """Find passages for a query, or for every line of a file."""
    _one_of(query, batch)
    filters = _filters(kind, issuer, place, since, until)
    library = _open(index)
    if query is not None:
        query = _whole(query)
        _tell_unmatched(library, filters)
        found = library.search(query, top=top, filters=filters)
        print(_encode({"query": query, "citations": found}) if json else _citations_text(found))
        return
    for line in _questions(batch or "-"):
        try:
            found = library.search(line, top=top, filters=filters)
            print(_encode({"query": line, "citations": found}), flush=True)
        except QuestionError as error:
            print(_encode({"query": line, "citations": [], "error": str(error)}), flush=True)


@app.command(cls=Command, help=vi.CLI_QUOTE)
def quote(
    topic: Annotated[str, typer.Argument(metavar=_A["topic"], help=vi.CLI_TOPIC)],
    top: Annotated[int, typer.Option("--top", metavar=_M["number"], min=1, max=100, help=vi.CLI_QUOTES_TOP)] = 10,
    json: Json = False,
    index: IndexDir = None,
    kind: Kind = None,
    issuer: Issuer = None,
    place: Place = None,
    since: Day = None,
    until: Day = None,
) -> None:
    """Find sentences worth quoting on a topic."""
    from tracuu.quotes.wording import listed

    filters = _filters(kind, issuer, place, since, until)
    topic = _whole(topic)
    library = _open(index)
    _tell_unmatched(library, filters)
    found = library.quote(topic, top, filters=filters)
    print(_encode({"topic": topic, "quotes": found}) if json else listed(found))


def _tell_unmatched(library: "Library", filters: "Filters") -> None:
    """Say on stderr that no document fits the limits, and which values there are."""
    from tracuu.overview import unmatched

    if sentence := unmatched(filters, library.documents):
        print(vi.CLI_NOTE.format(message=sentence), file=sys.stderr)


def _answer_text(answer: "Answer") -> str:
    if answer.abstained:
        head = vi.REASONS[answer.reason] if answer.reason else vi.NOT_FOUND
        if not answer.citations:
            return head
        return f"{head}\n\n{vi.CLI_NEAREST}\n{_citations_text(answer.citations)}"
    parts = [vi.CLI_UNDERSTOOD.format(text=answer.understood) if answer.understood else "", _said(answer)]
    if answer.conflicts:
        parts += ["", vi.CLI_CONFLICTS]
        parts += [f"  {_readable(c.value)}\n    {c.citation.marked_reference}" for c in answer.conflicts]
    return "\n".join([*parts, "", vi.CLI_EVIDENCE, _citations_text(answer.citations)])


def _inferred(citations: "Sequence[Citation]") -> str:
    """What stands in square brackets and why, a line each; "" when nothing was inferred."""
    parts = (part for citation in citations for part in citation.inferred)
    why = dict.fromkeys(vi.INFERRED_PART.format(value=part.value, why=part.why) for part in parts)
    return "\n\n" + "\n    ".join([vi.INFERRED_PARTS, *why]) if why else ""


def _said(answer: "Answer") -> str:
    """The answer; one that is a list with every entry whole, and where each stands."""
    if len(answer.items) < 2:
        return _readable(answer.answer or "")
    return "\n".join(
        f"{n}. {_readable(item.text)}\n    {item.reference}" for n, item in enumerate(answer.items, start=1)
    )


def _readable(text: str) -> str:
    """The text on one line without mark-up."""
    from tracuu.quotes.pieces import plain_words
    from tracuu.types import Span

    return plain_words(text, Span(0, len(text)))


def _citations_text(citations: "tuple[Citation, ...]") -> str:
    if not citations:
        return vi.NOT_FOUND
    return "\n\n".join(
        f"[{c.rank}] {c.marked_reference}\n    {_readable(c.quote)}"
        + "".join(f"\n    {vi.CLI_ALSO_IN.format(source=a.source)}{_differing(a)}" for a in c.also_in)
        for c in citations
    ) + _inferred(citations)


def _differing(copy: "AlsoIn") -> str:
    """The words in which a copy differs, in brackets."""
    pairs = [vi.DIFFERENCE.format(quote=d.quote or "–", other=d.other or "–") for d in copy.differences]
    return f" ({vi.DIFFERS.format(pairs='; '.join(pairs))})" if pairs else ""


# --- Quotations --------------------------------------------------------------------------------


@app.command(cls=Command, help=vi.CLI_VERIFY)
def verify(
    text: Annotated[Optional[str], typer.Argument(metavar=_A["text"], help=vi.CLI_VERIFY_TEXT)] = None,  # noqa: UP045
    file: Annotated[Path | None, typer.Option("--file", metavar=_M["file"], help=vi.CLI_VERIFY_FILE)] = None,
    out: Annotated[Optional[Path], typer.Option("--out", metavar=_M["file"], help=vi.CLI_VERIFY_OUT)] = None,  # noqa: UP045
    json: Json = False,
    index: IndexDir = None,
) -> None:
    """Check one quotation, or a draft."""
    if (text is None) == (file is None):
        raise typer.BadParameter(vi.CLI_VERIFY_ONE_OF)
    if text is not None:
        if out is not None:
            raise typer.BadParameter(vi.CLI_VERIFY_OUT_NEEDS_FILE)
        from tracuu.quotes.grading import check_length
        from tracuu.quotes.remarks import quotation_remark

        check_length(text := _whole(text))  # before the index is opened
        match = _open(index).verify(text)
        print(_encode(match) if json else quotation_remark(match))
        return
    assert file is not None
    _verify_file(file, out, json=json, index=index)


def _verify_file(file: Path, out: Path | None, *, json: bool, index: Path | None) -> None:
    from tracuu.overview import spoken_names
    from tracuu.quotes.remarks import draft_text, in_order, remarks
    from tracuu.quotes.word_files import check_target, commented_copy, read_draft

    draft = read_draft(file)
    if out is not None:
        check_target(draft, file, out)
    library = _open(index)
    with _told_when_long(vi.CLI_VERIFY_RUNNING.format(length=len(draft.text))):
        checked = library.verify_draft(draft.text)
    names = spoken_names(library.documents)
    if json:
        for record in in_order(checked):
            print(_encode(record), flush=True)
    else:
        print(draft_text(draft.text, checked, names))
    if out is not None:
        commented_copy(draft, list(remarks(checked, names)), out)
        print(vi.CLI_VERIFY_WRITTEN.format(path=out), file=sys.stderr)


# --- What does not fit together ----------------------------------------------------------------

app.command(cls=Command, help=vi.CLI_CHECK)(check)

# --- Registers ---------------------------------------------------------------------------------

registers.add_to(app)

# --- Documents ---------------------------------------------------------------------------------


@app.command(cls=Command, help=vi.CLI_DOCUMENTS)
def documents(json: Json = False, index: IndexDir = None) -> None:
    """List the documents of the index."""
    from tracuu.overview import counted, overview

    library = _open(index)
    listed = [overview(d, library.documents) for d in library.documents]
    if json:
        print(_encode(listed))
        return
    for item in listed:
        print(
            f"{item.title}\n    {item.doc_id}"
            + (f"  ({vi.CLI_COPY_OF.format(doc=item.copy_of)})" if item.copy_of else "")
        )
        for name, field in item.fields.items():
            if field.inferred:
                print(f"    {vi.FIELD_NAMES[name]}: {field.value} ({field.inferred})")
    print(f"\n{counted(library.documents)}")


@app.command(cls=Command, help=vi.CLI_SHOW)
def show(
    document: Annotated[str, typer.Argument(metavar=_A["document"], help=vi.CLI_DOCUMENT)],
    json: Json = False,
    text: Annotated[bool, typer.Option("--text", help=vi.CLI_TEXT)] = False,
    index: IndexDir = None,
) -> None:
    """Show one document: header, outline, references, or its text."""
    from tracuu.overview import detail, find_document, outline_text

    library = _open(index)
    found = find_document(document, library.documents)
    source = library.source(found.source_id)
    if text:
        print(source.text[slice(*found.span)])
    elif json:
        print(_encode(detail(found, library.documents, source.text, library.text, library.graph)))
    else:
        print(outline_text(found, library.documents, source.text, library.text, library.graph))


# --- Page and measures -------------------------------------------------------------------------


@app.command(cls=Command, help=vi.CLI_SERVE)
def serve(
    host: Annotated[Optional[str], typer.Option("--host", metavar=_M["host"], help=vi.CLI_HOST)] = None,  # noqa: UP045
    port: Annotated[
        int | None, typer.Option("--port", metavar=_M["number"], min=1, max=65535, help=vi.CLI_PORT)
    ] = None,
    mcp: Annotated[Optional[bool], typer.Option("--mcp/--no-mcp", help=vi.CLI_MCP)] = None,  # noqa: UP045
    index: IndexDir = None,
) -> None:
    """Open the web page; the index is built first when it is missing or out of date."""
    from tracuu.pipeline import open_or_build
    from tracuu.web.server import reserve
    from tracuu.web.server import serve as serve_page

    settings = _settings()
    where = (host or settings.host, port or settings.port)
    reserve(*where).close()  # a taken port is told before anything heavy is done
    with progress_bar() as tell:
        library = open_or_build(
            Path(settings.corpus),
            index or Path(settings.index),
            model=settings.model,
            wants_words=settings.wants_words,
            progress=tell,
        )
    library.warm()
    within = index or Path(settings.index)
    notes = Path(settings.corpus) / "reviewed.toml"
    serve_page(library, *where, mcp=settings.mcp if mcp is None else mcp, notes=notes, index_dir=within)


@app.command(cls=Command, help=vi.CLI_EVALUATE)
def evaluate(
    questions: Annotated[Path | None, typer.Argument(metavar=_A["questions"], help=vi.CLI_QUESTIONS)] = None,
    beir: Annotated[Optional[Path], typer.Option("--beir", metavar=_M["folder"], help=vi.CLI_BEIR)] = None,  # noqa: UP045
    unaccented: Annotated[bool, typer.Option("--unaccented", help=vi.CLI_UNACCENTED)] = False,
    json: Json = False,
    index: IndexDir = None,
    model: Model = None,
) -> None:
    """Measure answers on a question file, or retrieval on a folder in BEIR's layout."""
    if (questions is None) == (beir is None):
        raise typer.BadParameter(vi.CLI_QUESTIONS_OR_BEIR)
    from tracuu import evaluate as measuring

    with progress_bar() as tell:
        if beir is not None:
            model = model or _settings().model
            measured = measuring.evaluate_beir(beir, model=model, unaccented=unaccented, progress=tell)
            table = measuring.beir_table(measured)
        else:
            assert questions is not None
            asked = measuring.read_questions(questions)
            found = measuring.evaluate_questions(_open(index, model), asked, progress=tell)
            measured, table = found, measuring.questions_table(found)  # type: ignore[assignment]
    print(measuring.as_json(measured) if json else table)
