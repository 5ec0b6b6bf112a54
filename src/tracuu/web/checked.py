"""What the page and the JSON interface ask of the checks: chosen findings, notes, reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracuu import vi
from tracuu.errors import ReviewError
from tracuu.findings import Reviews, with_reviews
from tracuu.findings.drafts import draft_source
from tracuu.quotes.word_files import Draft
from tracuu.reporting import Report, report_docx, report_html
from tracuu.types import Finding, Source
from tracuu.web.drafts import PASTED
from tracuu.web.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which findings are wanted; "" for any. ``document`` is a doc_id that one of the places must be in."""

    rule: str = ""
    severity: str = ""
    document: str = ""
    reviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The findings wanted, and how many more were reviewed and left out."""

    findings: tuple[Finding, ...]
    quiet: int = 0


def sources_of(draft: Draft | None, name: str) -> tuple[Source, ...]:
    """The draft as a source named like its file; () for the corpus."""
    if draft is None:
        return ()
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip()[-120:]
    return (draft_source(last or PASTED, draft.text),)


def shown(library: Library, reviews: Reviews, chosen: Chosen, drafts: Sequence[Source] = ()) -> Shown:
    """The findings of the corpus or of a draft that are wanted.

    Raises:
        ReviewError: no such rule or severity, or the notes cannot be read.
    """
    _check(chosen)
    order = list(vi.CHECK_SEVERITIES)
    least = order.index(chosen.severity) if chosen.severity else len(order)
    found = tuple(
        finding
        for finding in with_reviews(library.check(drafts), reviews.read())
        if (not chosen.rule or finding.rule == chosen.rule)
        and order.index(finding.severity.value) <= least
        and (not chosen.document or any(c.doc_id == chosen.document for c in finding.evidence))
    )
    wanted = tuple(f for f in found if chosen.reviewed or f.reviewed is None)
    return Shown(findings=wanted, quiet=len(found) - len(wanted))


def _check(chosen: Chosen) -> None:
    if chosen.rule and chosen.rule not in vi.CHECK_RULES:
        known = ", ".join(vi.CHECK_RULES)
        raise ReviewError(vi.CLI_CHECK_RULE_UNKNOWN.format(rule=chosen.rule[:60], known=known))
    if chosen.severity and chosen.severity not in vi.CHECK_SEVERITIES:
        known = ", ".join(vi.CHECK_SEVERITIES)
        raise ReviewError(vi.CLI_CHECK_SEVERITY_UNKNOWN.format(severity=chosen.severity[:60], known=known))


def mark(library: Library, reviews: Reviews, finding_id: str, note: str, drafts: Sequence[Source] = ()) -> None:
    """Keep a note on a finding of the corpus or of a draft; an empty one takes it away.

    Raises:
        ReviewError: no such finding, or the note cannot be kept.
    """
    finding = next((f for f in library.check(drafts) if f.finding_id == finding_id), None)
    if finding is None:
        raise ReviewError(vi.REVIEW_UNKNOWN.format(id=finding_id[:40]))
    reviews.mark(finding, note)


def report(library: Library, found: Shown, drafts: Sequence[Source], *, word: bool) -> bytes:
    """The report as a Word file or as a page."""
    names = tuple(draft.source_id for draft in drafts)
    whole = Report(findings=found.findings, documents=library.documents, drafts=names, quiet=found.quiet)
    return report_docx(whole) if word else report_html(whole).encode("utf-8", "replace")
