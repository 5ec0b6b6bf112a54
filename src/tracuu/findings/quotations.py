"""Quotations of a draft that differ from the document they are taken from."""

import re
from collections.abc import Iterable, Iterator

from tracuu import vi
from tracuu.checks import Material
from tracuu.checks.saying import named
from tracuu.text import squeeze, with_modern_tones
from tracuu.types import (
    Citation,
    Discrepancy,
    DraftCheck,
    Nature,
    Place,
    QuoteDifference,
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
    changes what is said, and of no other document than the one it names. What is left out and said to be so ("(…)") is
    no fault, unless the words that are left turn.
    """
    if not _counted(match):
        return False
    cited = match.cited.doc_id if match.cited else None
    if match.cited and (cited is None or (match.form is QuoteForm.REPORTED and cited != citation.doc_id)):
        return False
    return match.form is QuoteForm.QUOTED or any(difference.marked for difference in match.differences)


# "(…)", "[...]", "…" where the draft says that it leaves words out.
_OMITTED = re.compile(r"\W*(?:…|\.{3})\W*")


def _omits(difference: QuoteDifference) -> bool:
    return bool(_OMITTED.fullmatch(difference.yours))


def _is_one_word(difference: QuoteDifference) -> bool:
    yours, source = (squeeze(with_modern_tones(said)) for said in (difference.yours, difference.source))
    return yours == source


def _counted(match: QuoteMatch) -> list[QuoteDifference]:
    """The differences that are faults, those that change what is said alone when there are any; "uỷ" is "ủy"."""
    found = [d for d in match.differences if (d.marked or not _omits(d)) and not _is_one_word(d)]
    return [d for d in found if d.marked] or found


def _discrepancy(source_id: str, match: QuoteMatch, citation: Citation, material: Material) -> Discrepancy:
    shown = _counted(match)
    marked = any(difference.marked for difference in shown)
    pairs = [_pair(difference) for difference in shown[:_LISTED]]
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
        needs_person=marked,
    )


def _pair(difference: QuoteDifference) -> str:
    yours, source = squeeze(difference.yours), squeeze(difference.source)
    if _omits(difference):
        return vi.CHECK_QUOTE_OMITTED.format(source=source.strip(" ,.;:"))
    nothing = vi.CHECK_QUOTE_NOTHING
    return vi.CHECK_QUOTE_PAIR.format(yours=yours or nothing, source=source or nothing)


def _document_at(source_id: str, start: int, material: Material) -> str:
    own = [d for d in material.documents if d.source_id == source_id and d.span.start <= start]
    return max(own, key=lambda d: d.span.start).doc_id if own else source_id
