"""`tracuu check`: what does not fit together, in the corpus or in drafts held against it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from tracuu import vi
from tracuu.errors import ReviewError
from tracuu.settings import read_settings

if TYPE_CHECKING:
    from tracuu.findings import Reviews
    from tracuu.types import Finding, Source

_M = vi.METAVARS
Drafts = Annotated[Optional[list[Path]], typer.Argument(metavar=f"[{_M['file']} ...]", help=vi.CLI_CHECK_FILES)]  # noqa: UP045
Rule = Annotated[Optional[str], typer.Option("--rule", metavar=_M["rule"], help=vi.CLI_CHECK_RULE)]  # noqa: UP045
Least = Annotated[Optional[str], typer.Option("--severity", metavar=_M["severity"], help=vi.CLI_CHECK_SEVERITY)]  # noqa: UP045
Out = Annotated[Optional[Path], typer.Option("--report", metavar=_M["file"], help=vi.CLI_CHECK_REPORT)]  # noqa: UP045
Mark = Annotated[Optional[str], typer.Option("--reviewed", metavar=_M["id"], help=vi.CLI_CHECK_REVIEWED)]  # noqa: UP045
Note = Annotated[Optional[str], typer.Option("--note", metavar=_M["note"], help=vi.CLI_CHECK_NOTE)]  # noqa: UP045
IndexDir = Annotated[Optional[Path], typer.Option("--index", metavar=_M["folder"], help=vi.CLI_INDEX_DIR)]  # noqa: UP045
CorpusDir = Annotated[Optional[Path], typer.Option("--corpus", metavar=_M["folder"], help=vi.CLI_CHECK_CORPUS)]  # noqa: UP045


def check(
    files: Drafts = None,
    rule: Rule = None,
    severity: Least = None,
    every: Annotated[bool, typer.Option("--all", help=vi.CLI_CHECK_ALL)] = False,
    report: Out = None,
    reviewed: Mark = None,
    note: Note = None,
    json: Annotated[bool, typer.Option("--json", help=vi.CLI_JSON)] = False,
    index: IndexDir = None,
    corpus: CorpusDir = None,
) -> None:
    """Say what does not fit together; mark a finding as reviewed; write a report."""
    _check_options(rule, severity, reviewed, note, report)
    from tracuu.findings import Reviews, with_reviews
    from tracuu.findings.reviews import FILE
    from tracuu.pipeline import Library

    settings = read_settings()
    drafts = _read(files or [])  # a bad file is told before the index is opened
    reviews = Reviews((corpus or Path(settings.corpus)) / FILE)
    library = Library.open(index or Path(settings.index))
    found = library.check(drafts)
    if reviewed is not None:
        _mark(found, reviewed, note or "", reviews)
        return
    found = tuple(f for f in with_reviews(found, reviews.read()) if _is_wanted(f, rule, severity))
    shown = tuple(f for f in found if every or f.reviewed is None)
    if report is not None:
        from tracuu.reporting import write_report

        write_report(report, shown, checked=library.documents, drafts=drafts, quiet=len(found) - len(shown))
        print(vi.CLI_CHECK_WRITTEN.format(path=report), file=sys.stderr)
    _print(shown, quiet=len(found) - len(shown), json=json)


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
    from tracuu.findings.drafts import draft_source
    from tracuu.quotes.word_files import read_draft

    return tuple(draft_source(path.name, read_draft(path).text) for path in files)


def _is_wanted(finding: "Finding", rule: str | None, severity: str | None) -> bool:
    order = list(vi.CHECK_SEVERITIES)
    least = order.index(severity) if severity else len(order)
    return (rule is None or finding.rule == rule) and order.index(finding.severity.value) <= least


def _mark(found: "tuple[Finding, ...]", wanted: str, note: str, reviews: "Reviews") -> None:
    finding = next((f for f in found if f.finding_id == wanted), None)
    if finding is None:
        raise ReviewError(vi.REVIEW_UNKNOWN.format(id=wanted))
    reviews.mark(finding, note or vi.REVIEW_WITHOUT_NOTE)
    print(vi.CLI_CHECK_MARKED.format(id=wanted), file=sys.stderr)


def _print(shown: "tuple[Finding, ...]", *, quiet: int, json: bool) -> None:
    if not json:
        from tracuu.findings.wording import findings_text

        print(findings_text(shown, quiet=quiet))
        return
    import msgspec

    for finding in shown:
        print(msgspec.json.encode(finding).decode(), flush=True)
