"""A quotation that leaves words out at "[…]": each piece word for word, in order, in one document; or what differs."""

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from tracuu.quotes.held import Held, Place
from tracuu.quotes.notes import note, turns
from tracuu.quotes.wordings import wordings
from tracuu.types import (
    Citation,
    DifferenceKind,
    Document,
    NoteKind,
    QuoteDifference,
    QuoteMatch,
    QuoteNote,
    Span,
    Verdict,
)

# "[...]", "(…)", "…" between two pieces; the brackets and white space around it belong to it.
_OMITTED = re.compile(r"\s*(?:\[\s*(?:…|\.{2,6})\s*\]|\(\s*(?:…|\.{2,6})\s*\)|/?(?:…|\.{3,6})/?)\s*")
# More pieces than this are no quotation.
_PIECES = 20


def pieces_of(text: str) -> list[Span]:
    """The pieces between omissions, in order; none when nothing is left out between words."""
    pieces: list[Span] = []
    start = 0
    for match in _OMITTED.finditer(text):
        pieces.append(Span(start, match.start()))
        start = match.end()
    pieces.append(Span(start, len(text)))
    pieces = [piece for piece in pieces if any(c.isalnum() for c in text[slice(*piece)])]
    return pieces if 1 < len(pieces) <= _PIECES else []


# --- All pieces word for word ---------------------------------------------------------------------


def chain(
    texts: Sequence[str], anchors: Sequence[Place], at: int, held: Held, document: Document
) -> list[Place] | None:
    """The pieces in order in ``document``, round the place of one of them (``at``); None if one is not there."""
    best: list[Place] | None = None
    bounds = Span(held.read.offset(document.span.start), held.read.offset(document.span.end))
    for anchor in anchors:
        laid = _round(texts, anchor, at, held, bounds)
        if laid and (best is None or _length(laid) < _length(best)):
            best = laid
    return best


def _length(laid: Sequence[Place]) -> int:
    return laid[-1].end - laid[0].start


def _round(texts: Sequence[str], anchor: Place, at: int, held: Held, bounds: Span) -> list[Place] | None:
    laid = [anchor]
    for text in texts[at + 1 :]:
        place = _first(_behind(text, held, Span(laid[-1].end, bounds.end), anchor.source))
        if place is None:
            return None
        laid.append(place)
    for text in reversed(texts[:at]):
        place = _first(_before(text, held, Span(bounds.start, laid[0].start), anchor.source))
        if place is None:
            return None
        laid.insert(0, place)
    return laid


def _first(places: Iterator[Place]) -> Place | None:
    return next(places, None)


# Places of a piece that are looked at on each side: a short one stands often.
_TRIED = 50


def _behind(text: str, held: Held, bounds: Span, source: int) -> Iterator[Place]:
    """Where a piece stands whole within the bounds, the first place first; as given, then without its stops."""
    for words in _forms(text):
        at = bounds.start
        for _ in range(_TRIED):
            at = held.read.text.find(words, at, bounds.end)
            if at < 0:
                break
            place = Place(source, held.read, at, at + len(words))
            if held.is_whole(place.span):
                yield place
            at += 1


def _before(text: str, held: Held, bounds: Span, source: int) -> Iterator[Place]:
    for words in _forms(text):
        end = bounds.end
        for _ in range(_TRIED):
            at = held.read.text.rfind(words, bounds.start, end)
            if at < 0:
                break
            place = Place(source, held.read, at, at + len(words))
            if held.is_whole(place.span):
                yield place
            end = at + len(words) - 1


def _forms(text: str) -> list[str]:
    return list(dict.fromkeys(wording[1].text for wording in wordings(text)))


def left_out(text: str, pieces: Sequence[Span], spans: Sequence[Span], source: str) -> Iterator[QuoteDifference]:
    """What stands in the source at each omission between pieces and their spans; marked when it may turn them."""
    for (before, one), (after, other) in itertools.pairwise(zip(pieces, spans, strict=True)):
        gap = Span(one.end, max(one.end, other.start))
        yield QuoteDifference(
            yours=" ".join(text[before.end : after.start].split()),
            source=" ".join(source[slice(*gap)].split()),
            kind=DifferenceKind.WORD,
            marked=turns(source[slice(*gap)]),
            yours_span=Span(before.end, after.start),
            source_span=gap,
        )


# --- Pieces that differ ---------------------------------------------------------------------------


def by_pieces(
    text: str,
    pieces: Sequence[Span],
    grade: Callable[[str, Collection[str]], QuoteMatch],
    named: Collection[str],
    texts: Mapping[str, str],
) -> QuoteMatch | None:
    """The pieces graded one by one in the document where most of their words stand; None when they stand in none.

    ``texts`` are those of the sources.
    """
    graded = [grade(text[slice(*piece)], named) for piece in pieces]
    weights: dict[str, int] = {}
    for match in graded:
        if match.citation:
            weights[match.citation.doc_id] = weights.get(match.citation.doc_id, 0) + len(match.text)
    if not weights:
        return None
    doc_id = max(weights, key=lambda key: (weights[key], key))
    graded = [
        match if match.citation and match.citation.doc_id == doc_id else grade(match.text, {doc_id}) for match in graded
    ]
    return _joined(text, pieces, graded, doc_id, texts)


def _joined(
    text: str, pieces: Sequence[Span], graded: Sequence[QuoteMatch], doc_id: str, texts: Mapping[str, str]
) -> QuoteMatch:
    """One match of the pieces: of a piece that is elsewhere, or out of order, all words differ."""
    found: list[QuoteDifference] = []
    notes: list[QuoteNote] = []
    stand: list[tuple[Span, QuoteMatch, Citation]] = []
    shared = 0.0
    for piece, match in zip(pieces, graded, strict=True):
        citation = match.citation
        if citation is None or citation.doc_id != doc_id:
            found.append(_missing(text, piece, stand))
            continue
        shared += match.similarity * len(match.text)
        if stand and citation.start < stand[-1][2].start:
            found.append(_missing(text, piece, stand))
            notes.append(QuoteNote(kind=NoteKind.ORDER, text=citation.quote, span=Span(citation.start, citation.end)))
            continue
        stand.append((piece, match, citation))
        found += [replace(d, yours_span=_moved(d.yours_span, piece.start)) for d in match.differences]
        notes += match.notes
    own = [piece for piece, _, _ in stand]
    source = texts[stand[0][2].source]
    omitted = [*left_out(text, own, [Span(c.start, c.end) for _, _, c in stand], source)]
    notes += [note(NoteKind.OMISSION, source, d.source_span) for d in omitted]
    return QuoteMatch(
        text=text,
        verdict=Verdict.ALTERED,
        similarity=round(min(shared / sum(len(m.text) for m in graded), 0.9999), 4),
        differences=tuple(sorted((*found, *omitted), key=lambda d: d.yours_span)),
        citation=stand[0][2],
        end=len(text),
        notes=tuple(dict.fromkeys(notes)),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _missing(text: str, piece: Span, stand: Sequence[tuple[Span, QuoteMatch, Citation]]) -> QuoteDifference:
    at = stand[-1][2].end if stand else 0
    return QuoteDifference(
        yours=" ".join(text[slice(*piece)].split()),
        source="",
        kind=DifferenceKind.WORD,
        marked=True,
        yours_span=piece,
        source_span=Span(at, at),
    )
