"""A quotation typed in capitals, laid on its source's small letters: case alone is one difference, and a small one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracuu.documents.views import View
from tracuu.quotes.wordings import Wording
from tracuu.quotes.words import align, tokens
from tracuu.types import DifferenceKind, QuoteDifference, Span

# Fewer letters are a symbol or an abbreviation; a slogan or heading in capitals has this share of them at least.
_LETTERS, _CAPITALS = 8, 0.6


def is_in_capitals(text: str) -> bool:
    """Whether most letters are capitals, as in a slogan or a heading."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _LETTERS and sum(c.isupper() for c in letters) > _CAPITALS * len(letters)


def in_small(wording: Wording, near: Iterable[tuple[View, Span]]) -> Wording:
    """The wording with the letters as large as in the stretch that it is most like; itself when not in capitals."""
    written, read, shift = wording
    small = read.text.lower()
    if not is_in_capitals(read.text) or len(small) != len(read.text):
        return wording
    mine = tokens(small)
    best: tuple[float, str] | None = None
    for view, span in near:
        stretch = view.text[span.start : span.end]
        if len(stretch.lower()) != len(stretch) or is_in_capitals(stretch):
            continue
        theirs = tokens(stretch.lower())
        laid = align(mine, theirs)
        cased = list(read.text)
        for i, j in laid.pairs:
            if i is not None and j is not None and mine[i].text == theirs[j].text:
                cased[mine[i].start : mine[i].end] = stretch[theirs[j].start : theirs[j].end]
        if best is None or laid.cost < best[0]:
            best = laid.cost, "".join(cased)
    return wording if best is None else (written, replace(read, text=best[1]), shift)


def case_alone(differences: Sequence[QuoteDifference]) -> bool:
    """Whether nothing but the size of letters differs."""
    return bool(differences) and all(not d.marked and d.yours.lower() == d.source.lower() for d in differences)


def whole_difference(text: str, source: str, span: Span) -> QuoteDifference:
    """The quotation as a whole beside the place of the source on which it is laid."""
    return QuoteDifference(
        yours=" ".join(text.split()),
        source=" ".join(source[slice(*span)].split()),
        kind=DifferenceKind.WORD,
        marked=False,
        yours_span=Span(0, len(text)),
        source_span=span,
    )
