"""One source made ready for quotations: as it is read, with misread figures put right, and with its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracuu.documents.digits import with_digits
from tracuu.documents.views import View, read_view, written_view
from tracuu.quotes.boundaries import Uncut, cut_at
from tracuu.quotes.cells import Cells
from tracuu.quotes.words import NEGATIONS
from tracuu.types import Row, Source, Span

# Characters of mark-up that a quotation may begin or end with ("#### ", "<td>", "| **").
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one source's view. ``negated``: a negation stands right before it and was left out."""

    source: int
    view: View
    start: int
    end: int
    negated: re.Match[str] | None = None

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.view.span(self.start, self.end)

    @property
    def with_negation(self) -> Span:
        """The same, from the negation before it on when there is one: "**không** để xảy ra …"."""
        if self.negated is None:
            return self.span
        return self.view.span(self.negated.start("word"), self.end)


class Held:
    """One source as quotations are looked up in it."""

    def __init__(self, source: Source, rows: Sequence[Row]) -> None:
        self.source = source
        self.read = read_view(source.text, pages=True)
        self.mended = _mended(source.text, self.read)
        self.cells = Cells(source.text, rows)

    def written(self, start: int, end: int) -> View:
        """The view as written of what stands from ``start`` to ``end`` of the view as read, mark-up around it too."""
        first, last = self.read.span(start, end)
        return written_view(self.source.text, max(0, first - _AROUND), last + _AROUND)

    def cuts(self, span: Span) -> list[Uncut]:
        """What a span of the source cuts in two at its beginning and its end, in the view as read."""
        ends = (self.read.offset(span.start), self.read.offset(span.end))
        found = [cut for at in ends if (cut := cut_at(self.read, self.source.text, at))]
        return list(dict.fromkeys(found))

    def is_whole(self, span: Span) -> bool:
        """Whether a span of the source begins and ends between words and figures, and keeps to whole cells."""
        return not self.cuts(span) and self.cells.crossed(span) is None

    def misread(self, start: int, end: int) -> bool:
        """Whether a figure there, in the view as read, was printed as letters."""
        return self.mended is not self.read and self.mended.text[start:end] != self.read.text[start:end]


def _mended(text: str, read: View) -> View:
    """The view with figures for the letters that a scan made of them; the same view where nothing was misread.

    A bar is left as it is: it parts cells too.
    """
    mended = with_digits(text)
    if mended == text:
        return read
    mended = "".join("|" if old == "|" else new for old, new in zip(text, mended, strict=True))
    view = read_view(mended, pages=True)
    return view if view.starts == read.starts and view.gaps == read.gaps else read


# "không | được lấn chiếm": a quotation that begins behind a negation says the contrary. Not "hàng không | quốc tế".
_NEGATION_BEFORE = re.compile(
    rf"(?<!hàng )(?<!phòng )(?<!trên )(?<!hay )(?<!có )(?<!\w)(?P<word>{'|'.join(sorted(NEGATIONS - {'cấm'}))})"
    r"(?:\s(?:được|phải|bị|cho|để|nên))?\s?$",
    re.IGNORECASE,
)


def negation_before(view: View, at: int, source: str) -> re.Match[str] | None:
    """The negation in the same paragraph that stands right before the place ``at`` of a view."""
    match = _NEGATION_BEFORE.search(view.text, max(0, at - 20), at)
    if match is None or at in view.gaps:
        return None
    between = source[view.span(*match.span("word")).end : view.span(at, at + 1).start]
    return None if re.search(r"\n\s*\n", between) else match
