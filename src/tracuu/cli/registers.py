"""`tracuu tasks` and `tracuu targets`: the registers on the terminal, as JSON lines, and as files."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracuu import vi
from tracuu.cli.options import ARGUMENTS, DAYS, METAVARS, IndexDir, Json, open_library
from tracuu.cli.output import print_lines
from tracuu.cli.painting import show
from tracuu.errors import TracuuError
from tracuu.usage import Command

if TYPE_CHECKING:
    from tracuu.exports.sheets import Sheet
    from tracuu.pipeline import Library
    from tracuu.registers import Match, Order

Agency = Annotated[str, typer.Option("--agency", metavar=METAVARS["issuer"], help=vi.CLI_AGENCY)]
Role = Annotated[str, typer.Option("--role", metavar=METAVARS["role"], help=vi.CLI_ROLE)]
Document = Annotated[str | None, typer.Option("--document", metavar=ARGUMENTS["document"], help=vi.CLI_IN_DOCUMENT)]
Place = Annotated[str, typer.Option("--place", metavar=METAVARS["place"], help=vi.CLI_OF_PLACE)]
Text = Annotated[str, typer.Option("--text", metavar=METAVARS["words"], help=vi.CLI_WORDS)]
After = Annotated[datetime | None, typer.Option(formats=DAYS, metavar=METAVARS["day"], help=vi.CLI_DUE_AFTER)]
Before = Annotated[datetime | None, typer.Option(formats=DAYS, metavar=METAVARS["day"], help=vi.CLI_DUE_BEFORE)]
Sort = Annotated[str, typer.Option("--sort", metavar="deadline|document", help=vi.CLI_SORT)]
Reach = Annotated[str, typer.Option("--reach", metavar="named|renamed|shared|possible", help=vi.CLI_REACH)]
Year = Annotated[int | None, typer.Option("--year", metavar=METAVARS["year"], min=1900, max=2999, help=vi.CLI_YEAR)]
Csv = Annotated[Path | None, typer.Option("--csv", metavar=f"[{METAVARS['file']}]", help=vi.CLI_CSV)]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar=METAVARS["file"], help=vi.CLI_XLSX)]
Docx = Annotated[Path | None, typer.Option("--docx", metavar=METAVARS["file"], help=vi.CLI_DOCX)]
_STDOUT = Path("-")


class _FileOrStdout(Command):
    """A command whose ``--csv`` needs no file: then standard output is meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments with ``-`` behind a ``--csv`` that nothing follows."""
        said: list[str] = []
        for number, one in enumerate(args):
            following = args[number + 1] if number + 1 < len(args) else "--"
            said += [one, "-"] if one == "--csv" and following.startswith("--") else [one]
        return super().parse_args(ctx, said)


def add_to(app: typer.Typer) -> None:
    """Put both commands on ``app``."""
    app.command("tasks", help=vi.CLI_TASKS, cls=_FileOrStdout)(_tasks)
    app.command("targets", help=vi.CLI_TARGETS, cls=_FileOrStdout)(_targets)


def _tasks(
    agency: Agency = "",
    role: Role = "",
    document: Document = None,
    place: Place = "",
    due_after: After = None,
    due_before: Before = None,
    text: Text = "",
    sort: Sort = "deadline",
    reach: Reach = "",
    json: Json = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    docx: Docx = None,
    index: IndexDir = None,
) -> None:
    from tracuu.registers import Match, Order, TaskFilter
    from tracuu.registers.wording import remarks, role_of, tasks_text

    known = role_of(role) if role else None
    if role and known is None:
        raise typer.BadParameter(vi.REGISTER_BAD_ROLE.format(role=role))
    order, least = _one_of(Order, sort, "--sort"), _one_of(Match, reach, "--reach") if reach else None
    library = open_library(index, asks=False)
    wanted = TaskFilter(
        agency=agency,
        role=known,
        doc_ids=_named(library, document),
        place=place,
        due_after=due_after.date() if due_after else None,
        due_before=due_before.date() if due_before else None,
        text=text,
        reach=least,
        order=order,
    )
    found = library.tasks(wanted)

    def sheet() -> "Sheet":
        from tracuu.exports.registers import tasks_sheet

        return tasks_sheet(found.entries, _about(agency=agency, role=role, document=document or "", place=place,
                                                 due_after=due_after, due_before=due_before, text=text))  # fmt: skip

    _give(found.entries, json, csv, xlsx, docx, sheet, lambda: tasks_text(found.entries) if found.entries else "")
    if found.named and not found.entries:
        print(vi.REGISTER_NO_TASKS, file=sys.stderr)
    for remark in remarks(found, wanted, {one: vi.REGISTER_LEVEL_CLI[one.value] for one in Match}):
        print(remark, file=sys.stderr)


def _targets(
    document: Document = None,
    place: Place = "",
    year: Year = None,
    text: Text = "",
    json: Json = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    docx: Docx = None,
    index: IndexDir = None,
) -> None:
    from tracuu.registers import TargetFilter
    from tracuu.registers.wording import targets_text

    library = open_library(index, asks=False)
    found = library.targets(TargetFilter(doc_ids=_named(library, document), place=place, year=year, text=text))

    def sheet() -> "Sheet":
        from tracuu.exports.registers import targets_sheet

        return targets_sheet(found, _about(document=document or "", place=place, year=year, text=text))

    _give(found, json, csv, xlsx, docx, sheet, lambda: targets_text(found) if found else "")
    if not found:
        print(vi.REGISTER_NO_TARGETS, file=sys.stderr)


def _named(library: "Library", document: str | None) -> tuple[str, ...]:
    """The doc_id of a document as a person names it; () for none.

    Raises:
        TracuuError: no document of that name, or several.
    """
    from tracuu.overview import find_document

    return (find_document(document, library.documents).doc_id,) if document else ()


def _one_of(kind: "type[Match] | type[Order]", typed: str, option: str) -> Any:
    if typed not in set(kind):
        raise typer.BadParameter(f"{option}: {', '.join(kind)}")
    return kind(typed)


def _about(**fields: object) -> str:
    """What was filtered, in words; "" for nothing."""
    from tracuu.registers.wording import day

    shown = {name: day(value) if isinstance(value, datetime) else value for name, value in fields.items() if value}
    return "; ".join(vi.REGISTER_WITHIN[name].format(value=value) for name, value in shown.items())


def _give(
    entries: Sequence[object],
    json: bool,
    csv: Path | None,
    xlsx: Path | None,
    docx: Path | None,
    sheet: "Callable[[], Sheet]",
    text: Callable[[], str],
) -> None:
    """Write the files that are asked for; without any, JSON lines or text on standard output."""
    files = [(path, kind) for path, kind in ((csv, "csv"), (xlsx, "xlsx"), (docx, "docx")) if path]
    if files:
        _write(files, sheet(), len(entries))
    if json:
        print_lines(entries)
    elif not files and (said := text()):
        show(said)


def _write(files: Sequence[tuple[Path, str]], sheet: "Sheet", count: int) -> None:
    from tracuu.exports.sheets import csv_bytes, docx_bytes, xlsx_bytes

    made: dict[str, Callable[[Sheet], bytes]] = {"csv": csv_bytes, "xlsx": xlsx_bytes, "docx": docx_bytes}
    for path, kind in files:
        data = made[kind](sheet)
        if path == _STDOUT:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            continue
        try:
            path.write_bytes(data)
        except OSError as error:
            raise TracuuError(vi.CLI_NOT_WRITTEN.format(path=path, why=error.strerror or error)) from error
        print(vi.CLI_WRITTEN.format(count=count, path=path), file=sys.stderr)
