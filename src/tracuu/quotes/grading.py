"""One quotation against the corpus: word for word there, altered, or not found."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from tracuu import vi
from tracuu.errors import QuotationError
from tracuu.quotes.candidates import Candidates, Stretch
from tracuu.quotes.places import Places
from tracuu.quotes.views import View, read_view, written_view
from tracuu.quotes.words import NEGATIONS, Alignment, Token, align, differences, tokens
from tracuu.text import normalise
from tracuu.types import (
    AlsoIn,
    DifferenceKind,
    Document,
    Passage,
    QuoteDifference,
    QuoteMatch,
    Source,
    Span,
    Verdict,
)

# Two pages of print: longer than any quotation, and a draft belongs in a file.
QUOTATION_LIMIT = 6_000
# Nearer than this a passage is what was quoted, with changes; see benchmarks/quotations.py (docs/decisions.md).
ALTERED = 0.75
# Places at which a quotation stands word for word that are looked at; a set phrase may stand in every directive.
_OCCURRENCES = 200
# A stretch that shares more words fewer than the best one is not the nearest.
_FEWER = 2
# Characters of mark-up that a quotation may begin or end with ("#### ", "<td>", "| **").
_AROUND = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of one source's view. ``negated``: a negation stands right before it and was left out."""

    source: int
    view: View
    start: int
    end: int
    negated: re.Match[str] | None = None

    @property
    def span(self) -> Span:
        return self.view.span(self.start, self.end)


class QuoteIndex:
    """All sources as quotations are looked up in them. Safe to use from several threads."""

    def __init__(
        self, sources: Mapping[str, Source], documents: Sequence[Document], passages: Sequence[Passage]
    ) -> None:
        self.sources = tuple(sources.values())
        self.documents = {document.doc_id: document for document in documents}
        self.places = Places(documents, passages)
        self._read = [read_view(source.text, pages=True) for source in self.sources]
        self._candidates = Candidates([view.text for view in self._read])

    def grade(self, text: str, *, named: Collection[str] = ()) -> QuoteMatch:
        """The quotation ``text`` against all sources; of equal places one in a document of ``named`` is taken.

        Raises:
            QuotationError: no words, or longer than 6,000 characters.
        """
        text = normalise(text)
        check_length(text)
        wordings = _wordings(text)
        found = [place for wording in wordings for place in self._as_read(wording[1])]
        stretches = [] if found else self._candidates.find(wordings[-1][1].text)
        found = found or [place for wording in wordings for place in self._as_written(wording, stretches)]
        clean = sorted((place for place in found if not place.negated), key=lambda p: self._order(p, named))
        if clean:
            return self._exact(text, clean)
        stretches = stretches or self._candidates.find(wordings[-1][1].text)
        nearest = self._nearest(wordings[-1][1], stretches, named)
        if found and (nearest is None or nearest[1].cost > 0):
            place = min(found, key=lambda p: self._order(p, named))
            return self._match(text, wordings[-1], place, ())
        if nearest is None:
            return _nothing(text)
        return self._aligned(text, wordings[-1], *nearest)

    # --- Word for word ---

    def _as_read(self, read: View) -> Iterator[_Place]:
        """Where the words stand whole, mark-up aside."""
        for number, at in self._candidates.rarest(read.text, _OCCURRENCES):
            view = self._read[number]
            if view.text.startswith(read.text, max(at, 0)) and at >= 0:
                yield from self._whole(number, view, at, at + len(read.text))

    def _as_written(self, wording: "Wording", stretches: Sequence[Stretch]) -> Iterator[_Place]:
        """Where the words stand whole with the mark-up and page numbers of the transcription."""
        written, read, _ = wording
        near = [(stretch.source, stretch.span) for stretch in stretches]
        for number, at in self._candidates.rarest(read.text, _OCCURRENCES):
            start = min(max(at, 0), len(self._read[number].text) - 1)
            near.append((number, Span(start, min(start + len(read.text), len(self._read[number].text)))))
        for number, span in near:
            start, end = self._read[number].span(*span)
            view = written_view(self.sources[number].text, max(0, start - _AROUND), end + _AROUND)
            for match in re.finditer(re.escape(written.text), view.text):
                yield from self._whole(number, view, *match.span())

    def _whole(self, number: int, view: View, start: int, end: int) -> Iterator[_Place]:
        if view.is_whole(start, end):
            yield _Place(number, view, start, end, _negation_before(view, start, self.sources[number].text))

    def _order(self, place: _Place, named: Collection[str]) -> tuple[bool, bool, int, int]:
        """Smaller is better: in the document named, in no copy, in order of the corpus."""
        document = self._document(place)
        return document.doc_id not in named, document.copy_of is not None, place.source, place.span.start

    def _document(self, place: _Place) -> Document:
        return self.places.document(self.sources[place.source].source_id, place.span)

    def _exact(self, text: str, found: Sequence[_Place]) -> QuoteMatch:
        first = found[0]
        taken: dict[int, list[Span]] = defaultdict(list, {first.source: [first.span]})
        others: list[AlsoIn] = []
        for place in found[1:]:
            span = place.span
            if any(span.start < end and start < span.end for start, end in taken[place.source]):
                continue  # the same place, found with and without the last stop
            taken[place.source].append(span)
            source = self.sources[place.source].source_id
            others.append(AlsoIn(source=source, start=span.start, end=span.end, differs=False))
        citation = self.places.cite(self.sources[first.source], first.span, 1.0, tuple(others))
        return QuoteMatch(
            text=text,
            verdict=Verdict.EXACT,
            similarity=1.0,
            differences=(),
            citation=citation,
            end=len(text),
        )

    # --- Near ---

    def _nearest(
        self, form: View, stretches: Sequence[Stretch], named: Collection[str]
    ) -> tuple[_Place, Alignment] | None:
        """The stretch on which the quotation can be laid at the least cost."""
        mine = tokens(form.text)
        best: tuple[tuple[float, tuple[bool, bool, int, int]], _Place, Alignment] | None = None
        for stretch, theirs in self._likest(mine, stretches):
            view = self._read[stretch.source]
            laid = align(mine, theirs)
            used = [theirs[j] for _, j in laid.pairs if j is not None]
            if not used:
                continue
            start = stretch.span.start
            place = _Place(stretch.source, view, start + used[0].start, start + used[-1].end)
            key = (laid.cost, self._order(place, named))
            if best is None or key < best[0]:
                best = key, place, laid
        return (best[1], best[2]) if best else None

    def _likest(self, mine: Sequence[Token], stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, Sequence[Token]]]:
        """The stretches that share most words in order, with their tokens; laying words side by side takes longer."""
        words = [token.text for token in mine]
        cut = [(s, tokens(self._read[s.source].text[slice(*s.span)])) for s in stretches]
        shared = [LCSseq.similarity(words, [token.text for token in theirs]) for _, theirs in cut]
        for entry, common in zip(cut, shared, strict=True):
            if common >= max(shared) - _FEWER:
                yield entry

    def _aligned(self, text: str, wording: "Wording", place: _Place, laid: Alignment) -> QuoteMatch:
        view, form = place.view, wording[1]
        mine = tokens(form.text)
        first = min(j for _, j in laid.pairs if j is not None)
        shifted = tuple(
            type(pair)(pair.yours, None if pair.source is None else pair.source - first) for pair in laid.pairs
        )
        words = view.text[place.start : place.end]
        theirs = tokens(words)
        found = [
            self._difference(text, wording, place, *difference)
            for difference in differences(shifted, mine, theirs, (form.text, words))
        ]
        negated = _negation_before(view, place.start, self.sources[place.source].text)
        return self._match(text, wording, _Place(place.source, view, place.start, place.end, negated), tuple(found))

    def _difference(
        self,
        text: str,
        wording: "Wording",
        place: _Place,
        yours: Span,
        source: Span,
        kind: DifferenceKind,
        marked: bool,
    ) -> QuoteDifference:
        form, shift = wording[1], wording[2]
        mine = _origin(form, yours)
        theirs = _origin(place.view, Span(place.start + source.start, place.start + source.end))
        whole = self.sources[place.source].text
        mine = Span(mine.start + shift, mine.end + shift)
        return QuoteDifference(
            yours=" ".join(text[slice(*mine)].split()),
            source=" ".join(whole[slice(*theirs)].split()),
            kind=kind,
            marked=marked,
            yours_span=mine,
            source_span=theirs,
        )

    def _match(self, text: str, wording: "Wording", place: _Place, found: tuple[QuoteDifference, ...]) -> QuoteMatch:
        """Altered or not found, by how alike the words are."""
        source = self.sources[place.source]
        likeness = fuzz.ratio(wording[1].text, place.view.text[place.start : place.end]) / 100
        if place.negated:
            found = (self._left_out(source, place, wording[2]), *found)
        if not found:
            found = (self._cut(text, source, place),)
        altered = likeness >= ALTERED
        span = place.span if altered else self.places.around(source.source_id, place.span)
        citation = self.places.cite(source, span, min(likeness, _BELOW_EXACT))
        return QuoteMatch(
            text=text,
            verdict=Verdict.ALTERED if altered else Verdict.NOT_FOUND,
            similarity=min(round(likeness, 4), _BELOW_EXACT),
            differences=found if altered else (),
            citation=citation if altered else None,
            nearest=None if altered else citation,
            end=len(text),
        )

    @staticmethod
    def _left_out(source: Source, place: _Place, shift: int) -> QuoteDifference:
        assert place.negated is not None
        span = place.view.span(*place.negated.span("word"))
        return QuoteDifference(
            yours="",
            source=source.text[slice(*span)],
            kind=DifferenceKind.WORD,
            marked=True,
            yours_span=Span(shift, shift),
            source_span=span,
        )

    @staticmethod
    def _cut(text: str, source: Source, place: _Place) -> QuoteDifference:
        """Words that are equal and still not the source's: a number or name was cut in two."""
        return QuoteDifference(
            yours=text,
            source=source.text[slice(*place.span)],
            kind=DifferenceKind.WORD,
            marked=True,
            yours_span=Span(0, len(text)),
            source_span=place.span,
        )


# No similarity but that of an exact quotation is shown as 1.
_BELOW_EXACT = 0.9999


def check_length(text: str) -> None:
    """Refuse what is no quotation.

    Raises:
        QuotationError: no words, or longer than 6,000 characters.
    """
    if not any(c.isalnum() for c in text):
        raise QuotationError(vi.QUOTATION_EMPTY)
    if len(text) > QUOTATION_LIMIT:
        raise QuotationError(vi.QUOTATION_LONG.format(length=len(text), limit=QUOTATION_LIMIT))


def _nothing(text: str) -> QuoteMatch:
    return QuoteMatch(
        text=text, verdict=Verdict.NOT_FOUND, similarity=0.0, differences=(), citation=None, end=len(text)
    )


# A quotation as written and as read, and where that text begins in what was given.
Wording = tuple[View, View, int]
# What the sentence around a quotation needs and the source need not have.
_OPENING = re.compile(r"\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|…|\.{3})?\s*")
_CLOSING = re.compile(r"(?:\s*(?:\./\.|\[(?:…|\.{3})\]|\((?:…|\.{3})\)|[.,;…]))+\s*$")
_MARKS = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“", "‹": "›"}


def _wordings(text: str) -> list[Wording]:
    """The text as given; then without the quotation marks around it and the stops that its sentence needs."""
    start, end = 0, len(text)
    found = [(start, end)]
    for _ in range(3):
        opening, closing = _OPENING.match(text, start, end), _CLOSING.search(text, start, end)
        start, end = opening.end() if opening else start, closing.start() if closing else end
        found.append((start, end))
        if end - start > 2 and _MARKS.get(text[start]) == text[end - 1]:
            start, end = start + 1, end - 1
            found.append((start, end))
    wordings: list[Wording] = []
    for a, b in dict.fromkeys(found):
        if any(c.isalnum() for c in text[a:b]):
            wordings.append((written_view(text[a:b]), read_view(text[a:b]), a))
    return wordings


# "không | được lấn chiếm": a quotation that begins behind a negation says the contrary. Not "hàng không | quốc tế".
_NEGATION_BEFORE = re.compile(
    rf"(?<!hàng )(?<!phòng )(?<!trên )(?<!hay )(?<!có )(?<!\w)(?P<word>{'|'.join(sorted(NEGATIONS - {'cấm'}))})"
    r"(?:\s(?:được|phải|bị|cho|để|nên))?\s?$",
    re.IGNORECASE,
)


def _negation_before(view: View, at: int, source: str) -> re.Match[str] | None:
    """The negation in the same paragraph that stands right before the place ``at`` of a view."""
    match = _NEGATION_BEFORE.search(view.text, max(0, at - 20), at)
    if match is None or at in view.gaps:
        return None
    between = source[view.span(*match.span("word")).end : view.span(at, at + 1).start]
    return None if re.search(r"\n\s*\n", between) else match


def _origin(view: View, span: Span) -> Span:
    """The span of the original; an empty one stands where the view's stood."""
    if span.start < span.end:
        return view.span(*span)
    at = view.span(span.start - 1, span.start).end if span.start else 0
    return Span(at, at)
