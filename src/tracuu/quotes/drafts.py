"""A draft: its quotations, what it reports of documents, and the documents that it mentions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tracuu import vi
from tracuu.errors import QuotationError, StoppedError
from tracuu.quotes.ascribed import placed
from tracuu.quotes.beside import Mentioned, beside, layout
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.marked import Marked, find_marked, find_quotations
from tracuu.quotes.mentions import KnownDocuments, check_mention, find_mentions
from tracuu.quotes.reported import reported
from tracuu.quotes.sentences import Sentences
from tracuu.quotes.undated import held_with_days, unread_days
from tracuu.text import grouped, normalise
from tracuu.types import (
    DraftCheck,
    MentionCheck,
    NoteKind,
    QuoteForm,
    QuoteMatch,
    QuoteNote,
    Reference,
    Span,
    Verdict,
)

__all__ = ["DRAFT_LIMIT", "check_draft", "find_quotations", "judge"]

# Some 700 pages: longer is no draft but a mistake.
DRAFT_LIMIT = 2_000_000
# Different texts that are looked up for one draft: some 20 s of a processor. Repeated ones cost nothing.
LOOKED_UP = 2_500
# Words of a sentence that says something.
_SAYS = 6


# What leads to a quotation names a document, or ends so.
_LEADS_ON = re.compile(r":\s*[“\"«‘„']*$")
# Share of the words around a quotation that stand beside it in the source, from which on they are quoted too.
_QUOTED_TOO = 0.3


def judge(text: str, index: QuoteIndex, known: KnownDocuments) -> QuoteMatch:
    """A text as one quotation, or, when it only leads to what it quotes, the quotation in it that fits worst.

    "Theo Kế hoạch số 39-KH/TU, “…”" leads to a quotation; its ``start`` and ``end`` tell where that stands.

    Raises:
        QuotationError: no words, or longer than 6,000 characters.
    """
    whole = index.grade(text)
    if whole.verdict is Verdict.EXACT:
        return whole
    check = check_draft(text, index, known)
    inside = [quotation for quotation in check.quotations if quotation.text != whole.text]
    if not inside or not _only_leads(whole, inside, check.mentions):
        return whole
    return min(inside, key=lambda quotation: (quotation.similarity, quotation.start))


def _only_leads(whole: QuoteMatch, inside: Sequence[QuoteMatch], mentions: Sequence[MentionCheck]) -> bool:
    """Whether the words outside quotations introduce them, and are none of the source.

    A changed word around “xanh, sạch” must not hide behind it: nothing outside may be like the source, and hardly a
    word of it stand beside the quotation there.
    """
    quoted = [(quotation.start, quotation.end) for quotation in inside]
    named = [(m.start, m.end) for m in mentions if not any(a <= m.start < b for a, b in quoted)]
    if not named and not all(_LEADS_ON.search(whole.text[:start]) for start, _ in quoted):
        return False
    unlike = [*quoted, *named, *(difference.yours_span for difference in whole.differences)]
    said = (at for at, c in enumerate(whole.text) if c.isalnum())
    if whole.verdict is Verdict.ALTERED and not all(any(a <= at < b for a, b in unlike) for at in said):
        return False
    spans = (Span(*word.span()) for word in re.finditer(r"\w+", whole.text))
    words = {
        whole.text[word.start : word.end].lower()
        for word in spans
        if not any(a <= word.start < b for a, b in (*quoted, *named))
    }
    near = (match.citation or match.nearest for match in (whole, *inside))
    sources = [set(re.findall(r"\w+", citation.quote.lower())) for citation in near if citation]
    return all(len(words & source) < _QUOTED_TOO * len(words) or not words for source in sources)


def check_draft(
    text: str, index: QuoteIndex, known: KnownDocuments, *, should_stop: Callable[[], bool] | None = None
) -> DraftCheck:
    r"""Everything in a draft that can be held against the corpus; offsets count in its NFC text with ``\\n``.

    ``should_stop`` is asked before each text that is looked up.

    Raises:
        QuotationError: no words, or longer than 2,000,000 characters.
        StoppedError: ``should_stop`` said so.
    """
    text = normalise(text)
    if not any(c.isalnum() for c in text):
        raise QuotationError(vi.DRAFT_EMPTY)
    if len(text) > DRAFT_LIMIT:
        raise QuotationError(vi.DRAFT_LONG.format(length=grouped(len(text)), limit=grouped(DRAFT_LIMIT)))
    lines, marked = Sentences(text), list(find_marked(text))
    quoted = [mark.span for mark in marked]
    mentioned = _mentioned(text, quoted, lines, known, index)
    outside = [own for own in mentioned if not _inside(quoted, own.check.start)]
    around = layout(text, quoted, outside, lines)
    grader, graded, skipped = _Grader(index, should_stop), list[QuoteMatch](), 0
    for mark in marked:
        named = beside(around, mark.span)
        try:
            match, span = _quoted(text, mark, named, grader)
            graded.append(placed(text, match, span, QuoteForm.QUOTED, named, index))
        except _TooManyError:
            skipped += 1
    for own in outside:
        try:
            if said := reported(text, own, quoted, mentioned, lines, grader.reported):
                graded.append(placed(text, said[0], said[1], QuoteForm.REPORTED, [own], index))
        except _TooManyError:
            skipped += 1
    graded.sort(key=lambda match: (match.start, match.end))
    return DraftCheck(
        quotations=tuple(graded),
        mentions=tuple(own.check for own in mentioned),
        unquoted=sum(1 for _ in _unchecked(text, graded, quoted)),
        skipped=skipped,
    )


def _mentioned(
    text: str, quoted: Sequence[Span], lines: Sentences, known: KnownDocuments, index: QuoteIndex
) -> list[Mentioned]:
    """The mentions of documents in order, each with what is known of it."""
    mentions = find_mentions(text)
    found: list[Mentioned] = []
    for number, mention in enumerate(mentions):
        check = check_mention(text, mention, known)
        if check.doc_id is not None and mention.issued_on is None:
            days = list(unread_days(text, mentions, number, _near(quoted, mention), lines))
            check = held_with_days(check, mention, days, index.documents[check.doc_id])
        found.append(Mentioned(mention, check, tuple(d.doc_id for d in known.held(mention))))
    return found


def _near(quoted: Sequence[Span], mention: Reference) -> Sequence[Span]:
    """The quotations before and behind a mention."""
    number = bisect_left(quoted, mention.span.start, key=lambda q: q.start)
    return quoted[max(0, number - 2) : number + 2]


def _inside(quoted: Sequence[Span], at: int) -> bool:
    """Whether a place stands in one of the quotations (in order, none within another)."""
    number = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return number >= 0 and at < quoted[number].end


# --- Looking up ----------------------------------------------------------------------------------


class _TooManyError(Exception):
    """The draft holds more different texts than are looked up."""


class _Grader:
    """Texts graded once each, at most `LOOKED_UP` of them; then `_TooManyError`."""

    def __init__(self, index: QuoteIndex, should_stop: Callable[[], bool] | None) -> None:
        self._index = index
        self._should_stop = should_stop
        self._found: dict[tuple[str, frozenset[str], bool], QuoteMatch] = {}

    def quoted(self, text: str, held: Sequence[str]) -> QuoteMatch:
        """A quotation: word for word anywhere, else as it stands in a document named beside it, else anywhere."""
        match = self._graded(text, frozenset(held), inside=False)
        if match.verdict is Verdict.EXACT or not held or (match.citation and match.citation.doc_id in held):
            return match
        own = self._graded(text, frozenset(held), inside=True)
        return own if own.verdict is Verdict.ALTERED else match

    def reported(self, text: str, held: Sequence[str]) -> QuoteMatch:
        """What is reported of a document: as it stands there; of another only when it is word for word there."""
        match = self._graded(text, frozenset(held), inside=False)
        if match.verdict is Verdict.EXACT or not held or (match.citation and match.citation.doc_id in held):
            return match
        return self._graded(text, frozenset(held), inside=True)

    def _graded(self, text: str, held: frozenset[str], *, inside: bool) -> QuoteMatch:
        key = (text, held, inside)
        if key not in self._found:
            if self._should_stop and self._should_stop():
                raise StoppedError(vi.DRAFT_STOPPED)
            if len(self._found) >= LOOKED_UP:
                raise _TooManyError
            self._found[key] = self._index.grade(text, named=held, within=held if inside else None)
        return self._found[key]


# --- Quotations ----------------------------------------------------------------------------------

# A quotation whose closing mark is missing ends with one of its sentences; so many are tried.
_ENDS = 4
_STOP = re.compile(r"[.;,](?=\s)")


def _quoted(text: str, mark: Marked, named: Sequence[Mentioned], grader: _Grader) -> tuple[QuoteMatch, Span]:
    held = tuple(dict.fromkeys(doc_id for own in named for doc_id in own.held))
    if mark.closed:
        return grader.quoted(text[slice(*mark.span)], held), mark.span
    tried = [(grader.quoted(text[slice(*span)], held), span) for span in _shorter(text, mark.span)]
    match, span = max(tried, key=lambda entry: (entry[0].similarity, len(entry[0].text)))
    return _unclosed(match), span


def _shorter(text: str, span: Span) -> Iterator[Span]:
    """The whole, and what ends with its stops before, the first of them first."""
    yield span
    for stop in [m for m in _STOP.finditer(text, *span) if len(text[span.start : m.start()].split()) > 3][:_ENDS]:
        yield Span(span.start, stop.start())


def _unclosed(match: QuoteMatch) -> QuoteMatch:
    """The match with a note that its closing mark is missing."""
    place = match.citation or match.nearest
    span = Span(place.start, place.end) if place else Span(0, 0)
    told = QuoteNote(kind=NoteKind.UNCLOSED, text=" ".join(match.text.split()[-4:]), span=span)
    return replace(match, notes=(*match.notes, told))


# --- What was not checked ------------------------------------------------------------------------

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?!\s|$)[^.!?…\n]*)*")


def _unchecked(text: str, graded: Sequence[QuoteMatch], quoted: Sequence[Span]) -> Iterator[Span]:
    """The sentences that say something and of which nothing was looked up, nor stands in quotation marks."""
    spans = sorted([*((match.start, match.end) for match in graded), *quoted])
    number = 0
    for sentence in _SENTENCE.finditer(text):
        while number < len(spans) and spans[number][1] <= sentence.start():
            number += 1
        if number < len(spans) and spans[number][0] < sentence.end():
            continue
        if len(sentence.group().split()) >= _SAYS:
            yield Span(*sentence.span())
