"""`tracuu check`: what does not fit together, in the corpus or in drafts held against it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracuu import vi
from tracuu.cli.options import METAVARS, IndexDir, Json, open_library
from tracuu.cli.output import print_lines
from tracuu.cli.painting import show
from tracuu.errors import ReviewError
from tracuu.settings import read_settings
from tracuu.usage import Command

if TYPE_CHECKING:
    from tracuu.findings import Reviews, Shown
    from tracuu.types import Finding, Source

Drafts = Annotated[list[Path] | None, typer.Argument(metavar=f"[{METAVARS['file']} ...]", help=vi.CLI_CHECK_FILES)]
Rule = Annotated[str | None, typer.Option("--rule", metavar=METAVARS["rule"], help=vi.CLI_CHECK_RULE)]
Least = Annotated[str | None, typer.Option("--severity", metavar=METAVARS["severity"], help=vi.CLI_CHECK_SEVERITY)]
Every = Annotated[bool, typer.Option("--all", help=vi.CLI_CHECK_ALL)]
Out = Annotated[Path | None, typer.Option("--report", metavar=METAVARS["file"], help=vi.CLI_CHECK_REPORT)]
Mark = Annotated[str | None, typer.Option("--reviewed", metavar=METAVARS["id"], help=vi.CLI_CHECK_REVIEWED)]
Note = Annotated[str | None, typer.Option("--note", metavar=METAVARS["note"], help=vi.CLI_CHECK_NOTE)]
CorpusDir = Annotated[Path | None, typer.Option("--corpus", metavar=METAVARS["folder"], help=vi.CLI_CHECK_CORPUS)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("check", cls=Command, help=vi.CLI_CHECK)(_check)


def _check(
    files: Drafts = None,
    rule: Rule = None,
    severity: Least = None,
    every: Every = False,
    report: Out = None,
    reviewed: Mark = None,
    note: Note = None,
    json: Json = False,
    index: IndexDir = None,
    corpus: CorpusDir = None,
) -> None:
    _check_options(rule, severity, reviewed, note, report)
    from tracuu.findings import Chosen, Reviews, choose, with_reviews
    from tracuu.findings.reviews import FILE

    drafts = _read(files or [])  # a bad file is told before the index is opened
    reviews = Reviews((corpus or Path(read_settings().corpus)) / FILE)
    library = open_library(index, asks=False)
    found = library.check(drafts)
    if reviewed is not None:
        _mark(found, reviewed, note or "", reviews)
        return
    chosen = Chosen(rule=rule or "", severity=severity or "", reviewed=every)
    shown = choose(with_reviews(found, reviews.read()), chosen)
    if report is not None:
        from tracuu.reporting import write_report

        write_report(report, shown, chosen, checked=library.documents, drafts=drafts)
        print(vi.CLI_CHECK_WRITTEN.format(path=report), file=sys.stderr)
    _print(shown, json=json)


def _check_options(
    rule: str | None, severity: str | None, reviewed: str | None, note: str | None, report: Path | None
) -> None:
    if rule is not None and rule not in vi.CHECK_RULES:
        raise typer.BadParameter(vi.CLI_CHECK_RULE_UNKNOWN.format(rule=rule, known=", ".join(vi.CHECK_RULES)))
    if severity is not None and severity not in vi.CHECK_SEVERITIES:
        known = ", ".join(vi.CHECK_SEVERITIES)
        raise typer.BadParameter(vi.CLI_CHECK_SEVERITY_UNKNOWN.format(severity=severity, known=known))
    if note is not None and reviewed is None:
        raise typer.BadParameter(vi.CLI_CHECK_NOTE_NEEDS_ID)
    if report is not None and report.suffix.lower() not in {".docx", ".html"}:
        raise typer.BadParameter(vi.CLI_CHECK_REPORT_FORMAT.format(path=report))


def _read(files: "list[Path]") -> "tuple[Source, ...]":
    """The drafts as sources, known by their names without folders."""
    if not files:
        return ()
    from tracuu.findings.drafts import draft_source
    from tracuu.quotes.word_files import read_draft

    return tuple(draft_source(path.name, read_draft(path).text) for path in files)


def _mark(found: "tuple[Finding, ...]", wanted: str, note: str, reviews: "Reviews") -> None:
    finding = next((f for f in found if f.finding_id == wanted), None)
    if finding is None:
        raise ReviewError(vi.REVIEW_UNKNOWN.format(id=wanted))
    reviews.mark(finding, note or vi.REVIEW_WITHOUT_NOTE)
    print(vi.CLI_CHECK_MARKED.format(id=wanted), file=sys.stderr)


def _print(shown: "Shown", *, json: bool) -> None:
    if json:
        print_lines(shown.findings)
        return
    from tracuu.findings.wording import findings_text

    show(findings_text(shown))
