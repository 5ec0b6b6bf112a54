"""Whose words a draft says that a quotation is: the document beside it, or the body that leads it in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracuu.citing import document_reference, full_issuer
from tracuu.documents import symbol_key
from tracuu.documents.issuer_names import same_issuer
from tracuu.quotes.beside import Mentioned
from tracuu.quotes.dating import is_name
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.mentions import cited_differences
from tracuu.text import UPPER
from tracuu.types import (
    CitedDifference,
    CitedField,
    Document,
    MentionCheck,
    MentionStatus,
    NoteKind,
    QuoteForm,
    QuoteMatch,
    QuoteNote,
    Span,
    Verdict,
)


def placed(
    text: str, match: QuoteMatch, span: Span, form: QuoteForm, named: Sequence[Mentioned], index: QuoteIndex
) -> QuoteMatch:
    """The match at its place in the draft, with what is said of its document and is not so."""
    shifted = tuple(
        replace(d, yours_span=Span(d.yours_span.start + span.start, d.yours_span.end + span.start))
        for d in match.differences
    )
    match = replace(match, start=span.start, end=span.end, form=form, differences=shifted)
    standing = _standing(match, index)
    if not named:
        return _led_in(text, match, standing, index)
    cited = next((own for own in named if standing & set(own.held)), named[0])
    match = replace(match, cited=cited.check, cited_differences=_wrongly_cited(text, match, cited, standing, index))
    return _elsewhere(match, cited, index)


def _standing(match: QuoteMatch, index: QuoteIndex) -> frozenset[str]:
    """The documents in which the words stand; of an altered quotation the one that it is nearest to."""
    if match.citation is None:
        return frozenset()
    found = {match.citation.doc_id}
    for other in match.citation.also_in:
        found.add(index.places.document(other.source, Span(other.start, other.end)).doc_id)
    return frozenset(found)


def _wrongly_cited(
    text: str, match: QuoteMatch, cited: Mentioned, standing: frozenset[str], index: QuoteIndex
) -> tuple[CitedDifference, ...]:
    """Number, kind, date and issuer as cited where those of the document of the words are others.

    Nothing when the words were not found, or when the document cited is known but not held: they may stand there.
    """
    if match.citation is None or match.verdict is Verdict.NOT_FOUND:
        return ()
    same = standing & set(cited.held)
    document = index.documents[min(same) if same else match.citation.doc_id]
    if same:
        return cited_differences(text, cited.reference, document)
    if not cited.held and cited.check.cited_by:
        return ()
    found = cited_differences(text, cited.reference, document)
    symbol = document.header.symbol
    if cited.held and (symbol is None or symbol_key(symbol.value) == symbol_key(cited.reference.symbol)):
        whole = CitedDifference(
            field=CitedField.SYMBOL, yours=cited.reference.symbol, source=document_reference(document)
        )
        found = (whole, *(d for d in found if d.field is not CitedField.SYMBOL))
    return found


# --- A document that is not held -----------------------------------------------------------------


def _elsewhere(match: QuoteMatch, cited: Mentioned, index: QuoteIndex) -> QuoteMatch:
    """The match with a note that the document beside it is not held, and where its words stand."""
    if cited.held or not cited.check.cited_by or match.citation is None:
        return match
    return _noted(match, index.documents[match.citation.doc_id])


def _noted(match: QuoteMatch, document: Document) -> QuoteMatch:
    assert match.citation is not None
    span = Span(match.citation.start, match.citation.end)
    told = QuoteNote(kind=NoteKind.ELSEWHERE, text=document_reference(document, subject=False, marked=True), span=span)
    return replace(match, notes=(*match.notes, told))


# --- A body that leads a quotation in ------------------------------------------------------------

# "Bộ Chính trị yêu cầu: “…”", "UBND tỉnh Lai Châu nêu “…”", "theo Thủ tướng Chính phủ, “…”".
_LEADS_IN = re.compile(
    rf"(?<!\w)(?P<issuer>[{UPPER}][^.;:,()“”\"\n]{{3,80}}?)\s+(?:(?:đã|cũng|đồng thời|luôn|vừa)\s+)*(?:yêu cầu|nêu"
    r"|chỉ đạo|chỉ rõ|xác định|khẳng định|nhấn mạnh|quy định|đề ra|đặt ra|đề nghị|giao|viết|ghi|kết luận"
    r"|nhận định|lưu ý)"
    r"(?:\s+(?:rõ|là|rằng))*\s*:?\s*[“”\"„‟«'‘]{1,2}$"
)
_LED_REACH = 130


def _led_in(text: str, match: QuoteMatch, standing: frozenset[str], index: QuoteIndex) -> QuoteMatch:
    """The match with the body that leads it in, where the words stand in no document of that body."""
    if match.citation is None or match.verdict is Verdict.NOT_FOUND or match.form is not QuoteForm.QUOTED:
        return match
    lead = _LEADS_IN.search(text, max(0, match.start - _LED_REACH), match.start)
    if lead is None or not is_name(lead["issuer"]):
        return match
    issuer = " ".join(lead["issuer"].split())
    documents = [index.documents[doc_id] for doc_id in sorted(standing)]
    if any(not d.header.issuer or same_issuer(issuer, full_issuer(d)) for d in documents):
        return match
    document = index.documents[match.citation.doc_id]
    if any(r.issuer and same_issuer(issuer, r.issuer) for d in documents for r in d.references):
        return _noted(match, document)  # the document may repeat what that body has said
    wrong = CitedDifference(field=CitedField.ISSUER, yours=issuer, source=full_issuer(document))
    start, end = lead.span("issuer")
    named = MentionCheck(text=issuer, start=start, end=end, status=MentionStatus.DIFFERS, symbol="")
    return replace(match, cited=named, cited_differences=(wrong,))
