"""What the page and the JSON interface ask of the checks: chosen findings, notes, reports."""

from collections.abc import Callable
from dataclasses import dataclass

from tracuu import vi
from tracuu.errors import ReviewError
from tracuu.findings import Chosen, Reviews, Shown, choose, with_reviews
from tracuu.findings.drafts import draft_source
from tracuu.reporting import Report, report_docx, report_html
from tracuu.types import Source
from tracuu.web.drafts import PASTED
from tracuu.web.library import Library
from tracuu.web.uploads import Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The drafts that are held against the corpus, () for the corpus itself; ``gone``: nobody waits any more."""

    sources: tuple[Source, ...] = ()
    gone: Callable[[], bool] | None = None

    @property
    def name(self) -> str:
        """The file of the draft, "" for the corpus."""
        return self.sources[0].source_id if self.sources else ""


def held(upload: Upload, name: str) -> Held:
    """The draft that was sent, as a source named like its file."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip()[-120:]
    return Held(sources=(draft_source(last or PASTED, upload.draft.text),), gone=upload.gone)


CORPUS = Held()


def shown(library: Library, reviews: Reviews, chosen: Chosen, drafts: Held = CORPUS) -> Shown:
    """The findings of the corpus or of a draft that are wanted.

    Raises:
        ReviewError: no such rule or severity, or the notes cannot be read.
    """
    _check(chosen)
    return choose(with_reviews(library.check(drafts.sources, should_stop=drafts.gone), reviews.read()), chosen)


def _check(chosen: Chosen) -> None:
    if chosen.rule and chosen.rule not in vi.CHECK_RULES:
        known = ", ".join(vi.CHECK_RULES)
        raise ReviewError(vi.CLI_CHECK_RULE_UNKNOWN.format(rule=chosen.rule[:60], known=known))
    if chosen.severity and chosen.severity not in vi.CHECK_SEVERITIES:
        known = ", ".join(vi.CHECK_SEVERITIES)
        raise ReviewError(vi.CLI_CHECK_SEVERITY_UNKNOWN.format(severity=chosen.severity[:60], known=known))


def mark(library: Library, reviews: Reviews, finding_id: str, note: str, drafts: Held = CORPUS) -> None:
    """Keep a note on a finding of the corpus or of a draft; an empty one takes it away.

    Raises:
        ReviewError: no such finding, or the note cannot be kept.
    """
    finding = next(
        (f for f in library.check(drafts.sources, should_stop=drafts.gone) if f.finding_id == finding_id), None
    )
    if finding is None:
        raise ReviewError(vi.REVIEW_UNKNOWN.format(id=finding_id[:40]))
    reviews.mark(finding, note)


def report(library: Library, reviews: Reviews, chosen: Chosen, drafts: Held, *, word: bool) -> bytes:
    """The report of the findings that are wanted, as a Word file or as a page."""
    found = shown(library, reviews, chosen, drafts)
    names = tuple(draft.source_id for draft in drafts.sources)
    whole = Report(found=found, chosen=chosen, documents=library.documents, drafts=names)
    return report_docx(whole) if word else report_html(whole).encode("utf-8", "replace")
