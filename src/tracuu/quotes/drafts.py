"""A draft: its quotations, what it reports of documents, and the documents that it mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracuu import vi
from tracuu.citing import document_reference
from tracuu.documents import symbol_key
from tracuu.errors import QuotationError
from tracuu.quotes.beside import Mentioned, beside, layout, sentence_end, sentence_start
from tracuu.quotes.grading import QUOTATION_LIMIT, QuoteIndex
from tracuu.quotes.mentions import KnownDocuments, check_mention, cited_differences, find_mentions
from tracuu.text import normalise, trim
from tracuu.types import (
    CitedDifference,
    CitedField,
    DraftCheck,
    QuoteForm,
    QuoteMatch,
    Span,
    Verdict,
)

# Some 700 pages: longer is no draft but a mistake.
DRAFT_LIMIT = 2_000_000
# Fewer words in quotation marks are a name or an irony; with a figure two are enough to be wrong.
_WORDS = 4
# Fewer words behind "theo Kế hoạch số …" state nothing that could be looked up.
_STATED = 6


def check_draft(text: str, index: QuoteIndex, known: KnownDocuments) -> DraftCheck:
    r"""Everything in a draft that can be held against the corpus; offsets count in its NFC text with ``\\n``.

    Raises:
        QuotationError: no words, or longer than 2,000,000 characters.
    """
    text = normalise(text)
    if not any(c.isalnum() for c in text):
        raise QuotationError(vi.DRAFT_EMPTY)
    if len(text) > DRAFT_LIMIT:
        raise QuotationError(vi.DRAFT_LONG.format(length=len(text), limit=DRAFT_LIMIT))
    mentioned = [
        Mentioned(m, check_mention(text, m, known), tuple(d.doc_id for d in known.held(m))) for m in find_mentions(text)
    ]
    quoted = list(find_quotations(text))
    outside = [own for own in mentioned if not _inside(quoted, own.check.start)]
    around = layout(text, quoted, outside)
    graded = [_quoted(text, span, beside(around, span), index) for span in quoted]
    graded += [match for own in outside if (match := _reported(text, own, quoted, mentioned, index))]
    graded.sort(key=lambda match: (match.start, match.end))
    return DraftCheck(quotations=tuple(graded), mentions=tuple(own.check for own in mentioned))


# --- Quotations --------------------------------------------------------------------------------

# Straight marks pair within a paragraph; single ones are no strokes of a name ("H’Mông").
_STRAIGHT = re.compile(r'"([^"\n]+)"')
_SINGLE = re.compile(r"(?<!\w)‘([^‘’\n]*(?:\w’\w[^‘’\n]*)*)’(?!\w)")
_DOUBLE = re.compile("[“”«»]")


def find_quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks over a few words, in order; quotations within others are left out."""
    spans = [*_paired(text), *(Span(*m.span(1)) for m in _STRAIGHT.finditer(text))]
    spans += [Span(*m.span(1)) for m in _SINGLE.finditer(text)]
    end = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start < end or not _says_something(text[slice(*span)]):
            continue
        end = span.end
        yield from _pieces(text, span)


def _paired(text: str) -> Iterator[Span]:
    """Outermost “…” and «…»; a mark that opens a paragraph inside a quotation goes on with it."""
    opened: list[int] = []
    for match in _DOUBLE.finditer(text):
        at = match.start()
        if match.group() in "“«":
            if opened and at - opened[0] > QUOTATION_LIMIT:
                opened.clear()  # never closed
            if not (opened and text[max(0, at - 20) : at].rstrip(" \t").endswith("\n")):
                opened.append(at + 1)
        elif opened:
            start = opened.pop()
            if not opened:
                yield Span(start, at)


def _says_something(quote: str) -> bool:
    words = re.findall(r"\w+", quote)
    return len(words) >= _WORDS or (len(words) > 1 and any(c.isdigit() for c in quote))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span, cut at paragraphs or words when it is longer than one quotation may be."""
    start, end = trim(text, *span)
    while end - start > QUOTATION_LIMIT:
        cut = text.rfind("\n", start + 1, start + QUOTATION_LIMIT)
        cut = cut if cut > start else text.rfind(" ", start + 1, start + QUOTATION_LIMIT)
        cut = cut if cut > start else start + QUOTATION_LIMIT
        yield trim(text, start, cut)
        start = trim(text, cut, end).start
    if any(c.isalnum() for c in text[start:end]):
        yield Span(start, end)


def _inside(quoted: Sequence[Span], at: int) -> bool:
    """Whether a place stands in one of the quotations (in order, none within another)."""
    number = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return number >= 0 and at < quoted[number].end


def _quoted(text: str, span: Span, named: Sequence[Mentioned], index: QuoteIndex) -> QuoteMatch:
    match = index.grade(text[slice(*span)], named=_doc_ids(named))
    return _placed(text, match, span, QuoteForm.QUOTED, named, index)


def _doc_ids(named: Sequence[Mentioned]) -> frozenset[str]:
    return frozenset(doc_id for own in named for doc_id in own.held)


# --- What is said of the document named beside it --------------------------------------------------


def _placed(
    text: str, match: QuoteMatch, span: Span, form: QuoteForm, named: Sequence[Mentioned], index: QuoteIndex
) -> QuoteMatch:
    """The match at its place in the draft, with what is said of its document and is not so."""
    shifted = tuple(
        replace(d, yours_span=Span(d.yours_span.start + span.start, d.yours_span.end + span.start))
        for d in match.differences
    )
    match = replace(match, start=span.start, end=span.end, form=form, differences=shifted)
    if not named:
        return match
    standing = _standing(match, index)
    cited = next((own for own in named if standing & set(own.held)), named[0])
    return replace(match, cited=cited.check, cited_differences=_wrongly_cited(text, match, cited, standing, index))


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


# --- What is reported without quotation marks ----------------------------------------------------

_LED_IN = re.compile(
    r"(?<!\w)(?:theo|tại)\s++(?:(?>nội dung|tinh thần|quy định|yêu cầu|chỉ tiêu|mục tiêu|nhiệm vụ|phụ lục|điểm|khoản"
    r"|mục|phần|điều|của|tại|ở|nêu|trong|số|[a-zđIVX\d.]{1,4})[\s,]++)*$",
    re.IGNORECASE,
)
# What only leads over to a mention behind a statement: "… (được) quy định tại Kế hoạch số …".
_LEAD_OVER = re.compile(
    r"[\s,(]*(?:(?:được|đã|như|đã được)\s+)*(?:quy định|nêu|xác định|giao|đề ra|đặt ra|phê duyệt|ghi|ban hành)?[\s,(]*$"
)
_COMMAS = re.compile(r",\s+")
# What is reported of one document is no longer than this; a sentence may go on with other documents.
_REPORTED_LIMIT = 600
# A subject of a mention holds at most so many commas before what is reported begins.
_STARTS = 5


def _reported(
    text: str, own: Mentioned, quoted: Sequence[Span], mentioned: Sequence[Mentioned], index: QuoteIndex
) -> QuoteMatch | None:
    """What a sentence says "theo …" or "tại …" a document, held against the corpus; None when it says nothing."""
    start, end = own.check.start, own.check.end
    paragraph = text.rfind("\n", 0, start) + 1
    led_in = _LED_IN.search(text, max(paragraph, start - 120), start)
    if led_in is None:
        return None
    last = min(sentence_end(text, end), end + _REPORTED_LIMIT)
    first = max(sentence_start(text, paragraph, led_in.start()), led_in.start() - _REPORTED_LIMIT)
    if any(q.start < last and first < q.end for q in quoted):
        return None  # the sentence quotes: that is what is checked
    stated = [*_after(text, end, last, mentioned), *_before(text, first, led_in.start(), mentioned)]
    matches = [(index.grade(text[slice(*s)], named=own.held), s) for s in stated[:_STARTS]]
    if not matches:
        return None
    match, span = next((entry for entry in matches if entry[0].verdict is not Verdict.NOT_FOUND), matches[0])
    return _placed(text, match, span, QuoteForm.REPORTED, [own], index)


def _after(text: str, start: int, end: int, mentioned: Sequence[Mentioned]) -> Iterator[Span]:
    """What follows a mention in its sentence; also from each comma on, since a subject may stand first."""
    starts = [start, *(m.end() for m in _COMMAS.finditer(text, start, end))]
    for at in starts:
        lead = re.compile(r"[\s,:;)–-]*(?:thì|là|nêu rõ|nêu|quy định|xác định|yêu cầu|đề ra|đặt ra)?[\s,:]*").match(
            text, at, end
        )
        span = trim(text, lead.end() if lead else at, end)
        if _is_statement(text, span, mentioned):
            yield span


def _before(text: str, start: int, end: int, mentioned: Sequence[Mentioned]) -> Iterator[Span]:
    over = _LEAD_OVER.search(text, start, end)
    span = trim(text, start, over.start() if over else end)
    if _is_statement(text, span, mentioned):
        yield span


def _is_statement(text: str, span: Span, mentioned: Sequence[Mentioned]) -> bool:
    """Enough words of its own, beside the documents that it mentions, and not too many."""
    if not 0 < span.end - span.start <= QUOTATION_LIMIT:
        return False
    words = len(re.findall(r"\w+", text[slice(*span)]))
    for own in mentioned:
        if span.start <= own.check.start and own.check.end <= span.end:
            words -= len(re.findall(r"\w+", text[own.check.start : own.check.end]))
    return words >= _STATED
