"""One quotation against the corpus: word for word there, altered, or not found."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from tracuu.documents.views import View
from tracuu.quotes.altering import Laid, what_differs
from tracuu.quotes.candidates import Candidates, Stretch
from tracuu.quotes.capitals import in_small, whole_difference
from tracuu.quotes.cells import rows_by_source
from tracuu.quotes.held import Held, Place, negation_before
from tracuu.quotes.notes import around, note
from tracuu.quotes.omissions import by_pieces, chain, left_out, pieces_of
from tracuu.quotes.places import Places
from tracuu.quotes.wordings import QUOTATION_LIMIT, Wording, check_length, wordings
from tracuu.quotes.words import Alignment, Token, align, tokens
from tracuu.text import normalise
from tracuu.types import AlsoIn, Document, NoteKind, Passage, QuoteMatch, Source, Span, Verdict

__all__ = ["QUOTATION_LIMIT", "QuoteIndex", "check_length"]

# Nearer than this a passage is what was quoted, with changes; see benchmarks/quotations.py (docs/decisions.md).
ALTERED = 0.75
# No similarity but that of an exact quotation is shown as 1.
_BELOW_EXACT = 0.9999
# Places at which a quotation stands word for word that are looked at; a set phrase may stand in every directive.
_OCCURRENCES = 200
# So few words, with others that the source does not have, are not its own: "Kế hoạch 39".
_FEW = 4
# A stretch that shares more words fewer than the best one is not the nearest.
_FEWER = 2


# Characters round a stretch in which words are looked for that stand in it with other white space.
_ROUND = 24
# Between a figure and a letter white space says nothing: "28 m²" is "28m²".
_LOOSE = re.compile(r"(?<=\d)\\?\s?(?=[^\W\d_])|(?<=[^\W\d_])\\?\s?(?=\d)")


def _spacing(text: str) -> re.Pattern[str] | None:
    """The text with any white space between figures and letters; None when there is no such place."""
    pattern, changed = _LOOSE.subn(r" ?", re.escape(text))
    return re.compile(pattern) if changed else None


class Scope(NamedTuple):
    """Documents that are preferred where several places are equal, and the words that are looked at (None: all)."""

    named: Collection[str] = ()
    words: tuple[range, ...] | None = None


class QuoteIndex:
    """All sources as quotations are looked up in them. Safe to use from several threads."""

    def __init__(
        self, sources: Mapping[str, Source], documents: Sequence[Document], passages: Sequence[Passage]
    ) -> None:
        self.sources = tuple(sources.values())
        self.documents = {document.doc_id: document for document in documents}
        self.places = Places(documents, passages)
        rows = rows_by_source(documents)
        self._held = [Held(source, rows.get(source.source_id, ())) for source in self.sources]
        self._candidates = Candidates([held.read.text for held in self._held])

    def grade(self, text: str, *, named: Collection[str] = (), within: Collection[str] | None = None) -> QuoteMatch:
        """The quotation ``text`` against all sources; of equal places one in a document of ``named`` is taken.

        ``within`` are the documents that are looked at; None for all.

        Raises:
            QuotationError: no words, or longer than 6,000 characters.
        """
        text = normalise(text)
        check_length(text)
        return self._grade(text, Scope(named, None if within is None else self._words_of(within)))

    def _words_of(self, doc_ids: Collection[str]) -> tuple[range, ...]:
        """The words of some documents, in order."""
        numbers = {source.source_id: number for number, source in enumerate(self.sources)}
        found: list[range] = []
        for doc_id in doc_ids:
            document = self.documents[doc_id]
            number = numbers[document.source_id]
            view = self._held[number].read
            start, end = (view.offset(at) for at in document.span)
            found.append(self._candidates.words_in(number, start, end))
        return tuple(sorted(found, key=lambda words: words.start))

    def _grade(self, text: str, scope: Scope) -> QuoteMatch:
        given = wordings(text)
        found = [place for wording in given for place in self._as_read(wording[1], scope)]
        clean = self._clean(found, scope)
        stretches = [] if clean else self._candidates.find(given[-1][1].text, scope.words)
        if not clean:
            found += [place for wording in given for place in self._as_written(wording, stretches, scope)]
            found += [place for wording in given for place in self._as_spaced(wording[1], stretches)]
            clean = self._clean(found, scope)
        if clean:
            return self._exact(text, clean)
        pieces = pieces_of(text)
        if pieces and (match := self._with_omissions(text, pieces, scope)):
            return match
        wording = in_small(given[-1], [(self._held[s.source].mended, s.span) for s in stretches])
        nearest = self._nearest(wording[1], stretches, scope)
        negated = [place for place in found if place.negated and not self._held[place.source].cuts(place.span)]
        if negated and (nearest is None or nearest[1].cost > 0):
            return self._altered(text, given[-1], min(negated, key=lambda p: self._order(p, scope)), None)
        return _nothing(text) if nearest is None else self._altered(text, wording, *nearest)

    # --- Word for word ---

    def _as_read(self, read: View, scope: Scope) -> Iterator[Place]:
        """Where the words stand, mark-up aside."""
        for number, at in self._candidates.rarest(read.text, _OCCURRENCES, scope.words):
            view = self._held[number].read
            if at >= 0 and view.text.startswith(read.text, at):
                yield self._place(number, view, at, at + len(read.text))

    def _as_written(self, wording: Wording, stretches: Sequence[Stretch], scope: Scope) -> Iterator[Place]:
        """Where the words stand with the mark-up and page numbers of the transcription, white space at units aside."""
        written, read, _ = wording
        pattern = _spacing(written.text) or re.compile(re.escape(written.text))
        near = [(stretch.source, stretch.span) for stretch in stretches]
        for number, at in self._candidates.rarest(read.text, _OCCURRENCES, scope.words):
            length = len(self._held[number].read.text)
            start = min(max(at, 0), length - 1)
            near.append((number, Span(start, min(start + len(read.text), length))))
        for number, span in near:
            view = self._held[number].written(*span)
            for match in pattern.finditer(view.text):
                yield self._place(number, view, *match.span())

    def _as_spaced(self, read: View, stretches: Sequence[Stretch]) -> Iterator[Place]:
        """Where the words stand with other white space between figures and units: "28m²" for "28 m²"."""
        pattern = _spacing(read.text)
        if pattern is None:
            return
        for stretch in stretches:
            view = self._held[stretch.source].read
            for match in pattern.finditer(view.text, max(0, stretch.span.start - _ROUND), stretch.span.end + _ROUND):
                yield self._place(stretch.source, view, *match.span())

    def _place(self, number: int, view: View, start: int, end: int) -> Place:
        return Place(number, view, start, end, negation_before(view, start, self.sources[number].text))

    def _clean(self, found: Sequence[Place], scope: Scope) -> list[Place]:
        """The places that begin and end where they may and behind no negation, the best first."""
        whole = [p for p in found if not p.negated and self._held[p.source].is_whole(p.span)]
        return sorted(whole, key=lambda p: self._order(p, scope))

    def _order(self, place: Place, scope: Scope) -> tuple[bool, bool, int, int]:
        """Smaller is better: in the document named, in no copy, in order of the corpus."""
        document = self._document(place)
        return document.doc_id not in scope.named, document.copy_of is not None, place.source, place.span.start

    def _document(self, place: Place) -> Document:
        return self.places.document(self.sources[place.source].source_id, place.span)

    def _exact(self, text: str, found: Sequence[Place]) -> QuoteMatch:
        first = found[0]
        taken: dict[int, list[Span]] = defaultdict(list, {first.source: [first.span]})
        others: list[AlsoIn] = []
        for place in found[1:]:
            span = place.span
            if any(span.start < end and start < span.end for start, end in taken[place.source]):
                continue  # the same place, found with and without the last stop
            taken[place.source].append(span)
            others.append(
                AlsoIn(source=self.sources[place.source].source_id, start=span.start, end=span.end, differs=False)
            )
        source = self.sources[first.source]
        return QuoteMatch(
            text=text,
            verdict=Verdict.EXACT,
            similarity=1.0,
            differences=(),
            citation=self.places.cite(source, first.span, 1.0, tuple(others)),
            end=len(text),
            notes=tuple(around(source.text, first.span)),
        )

    # --- With omissions ---

    def _with_omissions(self, text: str, pieces: Sequence[Span], scope: Scope) -> QuoteMatch | None:
        """The pieces between omissions, word for word in order in one document, or what differs in them."""
        laid = self._chained([text[slice(*piece)] for piece in pieces], scope)
        if laid is None:
            texts = {source.source_id: source.text for source in self.sources}
            match = by_pieces(text, pieces, partial(self._again, scope), scope.named, texts)
            return match if match is None or match.similarity >= ALTERED else _not_found(match)
        held = self._held[laid[0].source]
        found = tuple(left_out(text, pieces, [place.span for place in laid], held.source.text))
        whole = Span(laid[0].span.start, laid[-1].span.end)
        notes = [note(NoteKind.OMISSION, held.source.text, d.source_span) for d in found]
        return QuoteMatch(
            text=text,
            verdict=Verdict.ALTERED,
            similarity=_BELOW_EXACT,
            differences=found,
            citation=self.places.cite(held.source, whole, _BELOW_EXACT),
            end=len(text),
            notes=(*notes, *around(held.source.text, whole)),
        )

    def _again(self, scope: Scope, text: str, named: Collection[str]) -> QuoteMatch:
        """A piece, with the document that holds most pieces preferred."""
        return self._grade(text, scope._replace(named=named))

    def _chained(self, texts: Sequence[str], scope: Scope) -> list[Place] | None:
        """The places of all pieces in the best document that holds them in order."""
        at = max(range(len(texts)), key=lambda n: len(texts[n]))
        by_document: dict[str, list[Place]] = defaultdict(list)
        for wording in wordings(texts[at]):
            for place in self._clean(list(self._as_read(wording[1], scope)), scope):
                by_document[self._document(place).doc_id].append(place)
        for doc_id, anchors in by_document.items():
            laid = chain(texts, anchors, at, self._held[anchors[0].source], self.documents[doc_id])
            if laid and not self._place(laid[0].source, laid[0].view, laid[0].start, laid[0].end).negated:
                return laid
        return None

    # --- Near ---

    def _nearest(self, form: View, stretches: Sequence[Stretch], scope: Scope) -> tuple[Place, Alignment] | None:
        """The stretch on which the quotation can be laid at the least cost."""
        mine = tokens(form.text)
        best: tuple[tuple[float, tuple[bool, bool, int, int]], Place, Alignment] | None = None
        for stretch, theirs in self._likest(mine, stretches):
            laid = align(mine, theirs)
            used = [theirs[j] for _, j in laid.pairs if j is not None]
            if not used:
                continue
            start, view = stretch.span.start, self._held[stretch.source].mended
            place = self._place(stretch.source, view, start + used[0].start, start + used[-1].end)
            key = (laid.cost, self._order(place, scope))
            if best is None or key < best[0]:
                best = key, place, laid
        return (best[1], best[2]) if best else None

    def _likest(self, mine: Sequence[Token], stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, Sequence[Token]]]:
        """The stretches that share most words in order, with their tokens; laying words side by side takes longer."""
        words = [token.text for token in mine]
        cut = [(s, tokens(self._held[s.source].mended.text, *s.span)) for s in stretches]
        shared = [LCSseq.similarity(words, [token.text for token in theirs]) for _, theirs in cut]
        for entry, common in zip(cut, shared, strict=True):
            if common >= max(shared) - _FEWER:
                yield entry

    def _altered(self, text: str, wording: Wording, place: Place, alignment: Alignment | None) -> QuoteMatch:
        """Altered or not found, by how alike the words are."""
        held = self._held[place.source]
        theirs = place.view.text[place.start : place.end]
        likeness = fuzz.ratio(wording[1].text.lower(), theirs.lower()) / 100
        similarity = min(round(likeness, 4), _BELOW_EXACT)
        found = what_differs(Laid(text, wording, held, place, alignment))
        notes = dict.fromkeys(entry.note for entry in found if entry.note)
        whole = () if found else (whole_difference(text, held.source.text, place.span),)
        match = QuoteMatch(
            text=text,
            verdict=Verdict.ALTERED,
            similarity=similarity,
            differences=(*whole, *(entry.difference for entry in found)),
            citation=self.places.cite(held.source, place.with_negation, min(likeness, _BELOW_EXACT)),
            end=len(text),
            notes=(*notes, *around(held.source.text, place.span)),
        )
        if likeness >= ALTERED and not _is_added_to(match):
            return match
        near = self.places.around(held.source.source_id, place.span)
        return _not_found(replace(match, citation=self.places.cite(held.source, near, min(likeness, _BELOW_EXACT))))


def _is_added_to(match: QuoteMatch) -> bool:
    """Whether it is a few words that stand in the source, and one that changes them and stands nowhere there."""
    return len(match.text.split()) <= _FEW and any(d.marked and not d.source for d in match.differences)


def _not_found(match: QuoteMatch) -> QuoteMatch:
    """The match as one that is only near."""
    return replace(match, verdict=Verdict.NOT_FOUND, differences=(), notes=(), citation=None, nearest=match.citation)


def _nothing(text: str) -> QuoteMatch:
    return QuoteMatch(
        text=text, verdict=Verdict.NOT_FOUND, similarity=0.0, differences=(), citation=None, end=len(text)
    )
