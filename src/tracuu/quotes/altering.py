"""What differs between a quotation and the place that it is laid on, in the words of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tracuu.documents.views import View
from tracuu.quotes.boundaries import Uncut
from tracuu.quotes.differing import differences
from tracuu.quotes.held import Held, Place
from tracuu.quotes.notes import note
from tracuu.quotes.wordings import Wording
from tracuu.quotes.words import Alignment, Class, Pair, Token, tokens
from tracuu.types import DifferenceKind, NoteKind, QuoteDifference, QuoteNote, Span


class Found(NamedTuple):
    """Something that differs, and what is told of it beside that."""

    difference: QuoteDifference
    note: QuoteNote | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A quotation (``text``, in the wording that was laid) on a place of a source."""

    text: str
    wording: Wording
    held: Held
    place: Place
    alignment: Alignment | None = None

    @property
    def form(self) -> View:
        """The quotation as it is read."""
        return self.wording[1]

    def difference(self, yours: Span, source: Span, kind: DifferenceKind, *, marked: bool) -> QuoteDifference:
        """A difference between ``yours`` of the quotation's view and ``source`` of the source's view."""
        mine, theirs = _origin(self.form, yours), _origin(self.place.view, source)
        shift, whole = self.wording[2], self.held.source.text
        mine = Span(mine.start + shift, mine.end + shift)
        return QuoteDifference(
            yours=" ".join(self.text[slice(*mine)].split()),
            source=" ".join(whole[slice(*theirs)].split()),
            kind=kind,
            marked=marked,
            yours_span=mine,
            source_span=theirs,
        )


def what_differs(laid: Laid) -> tuple[Found, ...]:
    """All that differs, in order of the quotation: words, what it cuts, figures that the scan misread.

    Without an alignment the words are those of the place.
    """
    found = [*_words(laid, laid.alignment)] if laid.alignment else []
    changed = [entry.difference.yours_span for entry in found]
    for entry in (*_left_out(laid), *_cuts(laid), *_cells(laid)):
        span = entry.difference.yours_span
        whole = entry.note is not None and entry.note.kind is NoteKind.CELLS
        if whole or not any(a < span.end and span.start < b for a, b in changed):
            found.append(entry)
    return tuple(sorted(found, key=lambda entry: entry.difference.yours_span))


def _words(laid: Laid, alignment: Alignment) -> Iterator[Found]:
    place, form = laid.place, laid.form
    words = place.view.text[place.start : place.end]
    mine, theirs = tokens(form.text), tokens(place.view.text, place.start, place.end)
    first = min(j for _, j in alignment.pairs if j is not None)
    pairs = tuple(Pair(i, None if j is None else j - first) for i, j in alignment.pairs)
    for yours, source, kind, marked in differences(pairs, mine, theirs, (form.text, words)):
        yield Found(laid.difference(yours, _moved(source, place), kind, marked=marked))
    for i, j in pairs:
        if i is not None and j is not None and mine[i].text == theirs[j].text:
            yield from _misread(laid, mine[i], theirs[j])


def _moved(span: Span, place: Place) -> Span:
    return Span(place.start + span.start, place.start + span.end)


def _misread(laid: Laid, mine: Token, theirs: Token) -> Iterator[Found]:
    """A figure that the source prints with letters in it and that can be no other: told, and no change."""
    span = _moved(Span(theirs.start, theirs.end), laid.place)
    if laid.held.misread(*span):
        kind = DifferenceKind[max(mine.kind, Class.NUMBER).name]
        found = laid.difference(Span(mine.start, mine.end), span, kind, marked=False)
        yield Found(found, note(NoteKind.MISREAD, laid.held.source.text, found.source_span))


def _left_out(laid: Laid) -> Iterator[Found]:
    """The negation before the quotation."""
    place, shift = laid.place, laid.wording[2]
    if place.negated is not None:
        span = place.view.span(*place.negated.span("word"))
        yield Found(
            QuoteDifference(
                yours="",
                source=laid.held.source.text[slice(*span)],
                kind=DifferenceKind.WORD,
                marked=True,
                yours_span=Span(shift, shift),
                source_span=span,
            )
        )


def _cuts(laid: Laid) -> Iterator[Found]:
    """Figures, dates, symbols and words of the source of which the quotation begins or ends with a part."""
    place, form = laid.place, laid.form
    for cut in laid.held.cuts(place.span):
        yours = _part(cut, laid)
        if yours is None or form.text[slice(*yours)] != place.view.text[slice(*_part_there(cut, place))]:
            continue  # other words stand there: that is told already
        found = laid.difference(yours, Span(cut.start, cut.end), cut.kind, marked=True)
        yield Found(found, note(NoteKind.CUT, laid.held.source.text, found.source_span))


def _part_there(cut: Uncut, place: Place) -> Span:
    """What of ``cut`` stands in the place."""
    start, end = (place.view.offset(at) for at in place.span)
    return Span(max(cut.start, start), min(cut.end, end))


def _part(cut: Uncut, laid: Laid) -> Span | None:
    """What of the quotation is laid on a figure that it cuts, at its beginning or at its end."""
    there, edges = _part_there(cut, laid.place), _edges(laid)
    size = there.end - there.start
    if not 0 < size <= edges.end - edges.start:
        return None
    start, _ = (laid.place.view.offset(at) for at in laid.place.span)
    return Span(edges.start, edges.start + size) if cut.start < start else Span(edges.end - size, edges.end)


def _edges(laid: Laid) -> Span:
    """Where the words of the quotation that are laid on the place begin and end."""
    if laid.alignment is None:
        return Span(0, len(laid.form.text))
    mine = tokens(laid.form.text)
    used = [i for i, j in laid.alignment.pairs if i is not None and j is not None]
    return Span(mine[used[0]].start, mine[used[-1]].end) if used else Span(0, len(laid.form.text))


def _cells(laid: Laid) -> Iterator[Found]:
    """The cells of a table that the quotation joins."""
    crossed = laid.held.cells.crossed(laid.place.span)
    if crossed is None:
        return
    source = laid.held.source.text
    yield Found(
        QuoteDifference(
            yours=" ".join(laid.text.split()),
            source=" ".join(source[slice(*crossed)].split()),
            kind=DifferenceKind.WORD,
            marked=True,
            yours_span=Span(0, len(laid.text)),
            source_span=crossed,
        ),
        note(NoteKind.CELLS, source, crossed),
    )


def _origin(view: View, span: Span) -> Span:
    """The span of the original; an empty one stands where the view's stood."""
    if span.start < span.end:
        return view.span(*span)
    at = view.span(span.start - 1, span.start).end if span.start else 0
    return Span(at, at)
