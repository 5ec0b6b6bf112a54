"""HTML of a text word for word: headings, references, the cited place, in blocks that a browser lays out lazily."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from tracuu import vi
from tracuu.types import Span, Table
from tracuu.web.markup import document_name, escape, plain, reader_link
from tracuu.web.mentions import Mention, Standing
from tracuu.web.tables import Rows, rows_of

# A block is this many characters or a little more: about a screen, so that few are laid out at once.
_BLOCK = 1_500


class Heading(NamedTuple):
    """A title line of the outline; ``depth`` counts from 0."""

    span: Span
    depth: int


# What stands at a place of the text and holds none of its kind.
_Spanned = TypeVar("_Spanned", Heading, Mention)


def anchor(position: int) -> str:
    """The id of the place at an offset."""
    return f"v-{position}"


class Inline:
    """Renders slices of one text with what stands in them; every character of the text comes out once."""

    def __init__(
        self,
        text: str,
        *,
        headings: Sequence[Heading] = (),
        anchors: Sequence[int] = (),
        mentions: Sequence[Mention] = (),
        cited: Span | None = None,
    ) -> None:
        """Take what is to be shown in ``text``.

        Args:
            text: the whole source.
            headings: in order, none within another.
            anchors: offsets that can be jumped to.
            mentions: in order, none within another.
            cited: what is marked; an empty span is a place only.
        """
        self.text = text
        self._headings = headings
        self._heading_starts = [heading.span.start for heading in headings]
        self._mentions = mentions
        self._mention_starts = [mention.span.start for mention in mentions]
        self._cited = cited
        self._anchors = frozenset(anchors)
        self._points = sorted({*anchors, *(cited or ())})

    def html(self, start: int, end: int) -> str:
        """HTML of ``text[start:end]``."""
        pieces: list[str] = []
        position = start
        for heading in self._inside(self._headings, self._heading_starts, start, end):
            first, last = max(heading.span.start, start), min(heading.span.end, end)
            pieces += [
                self._linked(position, first),
                f'<span class="tc-heading" role="heading" aria-level="{3 + min(heading.depth, 3)}">',
                self._linked(first, last),
                "</span>",
            ]
            position = last
        return "".join([*pieces, self._linked(position, end)])

    def hidden(self, start: int, end: int) -> str:
        """HTML of ``text[start:end]`` that is there to be read by nobody: what stands between cells of a table."""
        if start >= end:
            return ""
        inside = self._points[bisect_left(self._points, start) : bisect_left(self._points, end)]
        places = "".join(self._places(point) for point in inside)
        shown = "".join(self._marked(a, b) for a, b in self._cuts(start, end))
        return f'{places}<span class="tc-gap">{shown}</span>'

    @staticmethod
    def _inside(items: Sequence[_Spanned], starts: list[int], start: int, end: int) -> Iterator[_Spanned]:
        """The items that share a character with ``[start, end)``."""
        for item in items[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            if item.span.end > start:
                yield item

    def _linked(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        pieces: list[str] = []
        position = start
        for mention in self._inside(self._mentions, self._mention_starts, start, end):
            first, last = max(mention.span.start, start), min(mention.span.end, end)
            pieces += [self._plain(position, first), _opening(mention), self._plain(first, last), "</a>"]
            position = last
        return "".join([*pieces, self._plain(position, end)])

    def _plain(self, start: int, end: int) -> str:
        return "".join(self._places(a) + self._marked(a, b) for a, b in self._cuts(start, end))

    def _cuts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """``[start, end)`` cut where something begins or ends."""
        if start >= end:
            return
        inside = self._points[bisect_right(self._points, start) : bisect_left(self._points, end)]
        yield from zip([start, *inside], [*inside, end], strict=True)

    def _places(self, position: int) -> str:
        """The empty elements that can be jumped to at an offset."""
        place = f'<span id="{anchor(position)}"></span>' if position in self._anchors else ""
        return place + ('<span id="trich"></span>' if self._cited and position == self._cited.start else "")

    def _marked(self, start: int, end: int) -> str:
        shown = plain(self.text[start:end])
        cited = self._cited is not None and self._cited.start <= start < self._cited.end
        return f"<mark>{shown}</mark>" if cited and shown else shown


def _opening(mention: Mention) -> str:
    """The opening tag around a reference: a link, or a link that leads nowhere and says why."""
    document = mention.document
    if document is not None:
        link = reader_link(document.source_id, document.span.start, document.span.start)
        title = vi.PAGE_READER_OPENS.format(name=document_name(document))
        return f'<a class="tc-held" data-reader href="{escape(link)}" title="{escape(title)}">'
    note = vi.PAGE_READER_DOUBTFUL if mention.standing is Standing.DOUBTFUL else vi.PAGE_READER_ABSENT
    which = "tc-note-" + mention.standing.value
    return (
        f'<a class="tc-absent" role="link" aria-disabled="true" tabindex="0" aria-describedby="{which}"'
        f' title="{note}" data-note="{note}">'
    )


def text_html(inline: Inline, tables: Sequence[Table]) -> str:
    """The whole text: paragraphs in blocks, tables whose cells are certain as tables."""
    pieces: list[str] = []
    position = 0
    for table in sorted(tables, key=lambda t: t.span):
        rows = rows_of(table, inline.text) if table.span.start >= position else None
        if rows is None:
            continue
        pieces += [*_blocks(inline, position, table.span.start), _table(inline, rows)]
        position = table.span.end
    return "".join([*pieces, *_blocks(inline, position, len(inline.text))])


def _blocks(inline: Inline, start: int, end: int) -> Iterator[str]:
    """Paragraphs, several to a block, cut at ends of lines only."""
    while start < end:
        newline = inline.text.find("\n", start + _BLOCK, end)
        stop = newline + 1 if newline >= 0 else end
        yield f'<div class="tc-block">{inline.html(start, stop)}</div>'
        start = stop


def _table(inline: Inline, rows: Rows) -> str:
    shown = "".join(_row(inline, row.cells, row.kind, rows.columns) for row in rows.rows)
    return (
        f'<div class="tc-table" role="region" tabindex="0" aria-label="{vi.PAGE_READER_TABLE}">'
        f'<table role="table">{shown}</table></div>'
    )


def _row(inline: Inline, cells: Sequence[tuple[Span, int, int]], kind: str, columns: Sequence[str]) -> str:
    """One row; a cell is (its span, where what stands before it begins, where what stands behind it ends)."""
    wide = f' colspan="{len(columns)}"' if kind == "band" or len(cells) == 1 else ""
    shown = ""
    for number, (span, before, behind) in enumerate(cells):
        named = f' data-column="{escape(columns[number])}"' if kind == "row" and number < len(columns) else ""
        empty = " data-empty" if span.start == span.end else ""
        role = "columnheader" if kind == "head" and not empty else "cell"
        shown += (
            f'<td role="{role}"{wide}{named}{empty}>{inline.hidden(before, span.start)}'
            f"{inline.html(*span)}{inline.hidden(span.end, behind)}</td>"
        )
    return f'<tr role="row" class="tc-{kind}">{shown}</tr>'


def headings_of(outline: Mapping[Span, int]) -> list[Heading]:
    """Headings in order, those that begin within another left out."""
    found: list[Heading] = []
    for span, depth in sorted(outline.items()):
        if span.start < span.end and (not found or span.start >= found[-1].span.end):
            found.append(Heading(span, depth))
    return found
