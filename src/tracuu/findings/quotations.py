"""Quotations of a draft that differ from the document they are taken from."""

from collections.abc import Iterable, Iterator

from tracuu import vi
from tracuu.checks import Material
from tracuu.checks.saying import named
from tracuu.text import squeeze
from tracuu.types import (
    Citation,
    Discrepancy,
    DraftCheck,
    Nature,
    Place,
    QuoteForm,
    QuoteMatch,
    Severity,
    Span,
    Verdict,
)

RULE = "quote_altered"
# More differences than this are not listed in a sentence.
_LISTED = 3


def altered_quotations(checks: Iterable[tuple[str, DraftCheck]], material: Material) -> Iterator[Discrepancy]:
    """Quotations in marks that are not word for word, and reports that change a figure, date, number or agency.

    ``checks`` are what was checked in each draft, by source_id.
    """
    for source_id, check in checks:
        for match in check.quotations:
            if match.verdict is Verdict.ALTERED and match.citation and _counts(match, match.citation):
                yield _discrepancy(source_id, match, match.citation, material)


def _counts(match: QuoteMatch, citation: Citation) -> bool:
    """Whether a quotation is one of this document.

    Words beside a document that is not held may stand there as they are; a report in other words is none unless it
    changes what is said, and of no other document than the one it names.
    """
    cited = match.cited.doc_id if match.cited else None
    if match.cited and (cited is None or (match.form is QuoteForm.REPORTED and cited != citation.doc_id)):
        return False
    return match.form is QuoteForm.QUOTED or any(difference.marked for difference in match.differences)


def _discrepancy(source_id: str, match: QuoteMatch, citation: Citation, material: Material) -> Discrepancy:
    marked = [difference for difference in match.differences if difference.marked]
    shown = marked or list(match.differences)
    pairs = [
        vi.CHECK_QUOTE_PAIR.format(
            yours=squeeze(d.yours) or vi.CHECK_QUOTE_NOTHING, source=squeeze(d.source) or vi.CHECK_QUOTE_NOTHING
        )
        for d in shown[:_LISTED]
    ]
    more = vi.CHECK_MORE if len(shown) > _LISTED else ""
    document = named(material.by_id[citation.doc_id])
    return Discrepancy(
        rule=RULE,
        severity=Severity.ERROR if marked else Severity.WARNING,
        message=vi.CHECK_QUOTE.format(document=document, pairs=vi.CHECK_LIST.join(pairs) + more),
        values=(squeeze(match.text), squeeze(citation.quote)),
        places=(
            Place(_document_at(source_id, match.start, material), Span(match.start, match.end)),
            Place(citation.doc_id, Span(citation.start, citation.end)),
        ),
        natures=(Nature.TYPING,),
        needs_person=bool(marked),
    )


def _document_at(source_id: str, start: int, material: Material) -> str:
    own = [d for d in material.documents if d.source_id == source_id and d.span.start <= start]
    return max(own, key=lambda d: d.span.start).doc_id if own else source_id
