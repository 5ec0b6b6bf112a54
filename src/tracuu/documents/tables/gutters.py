"""Columns of a table laid out with spaces: the stretches between gutters, each under a heading of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracuu.documents.tables.columns import is_header_cell, is_year
from tracuu.documents.tables.laid import Line, over
from tracuu.text import trim
from tracuu.types import Span, Spans

# Up to this many lines, and this share of them, may cross a gutter before nothing is certain.
_MOST_CROSSING, _SHARE_CROSSING = 4, 3
# The middle of a heading over several columns is this near to theirs, and this much farther from any other's.
_NEAR, _FARTHER = 1.5, 2.0
_MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns from left to right, the heading rows over them, and what the headings say, to compare pages."""

    bounds: list[Span]
    heads: list[list[Spans]]
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """A piece of a heading: its line, where it stands in it, and where in the source."""

    level: int
    columns: Span
    place: Span
    said: str


def find_columns(body: Sequence[Line], head: Sequence[Line]) -> Columns | None:
    """The columns of ``body`` under the headings of ``head``; None when they are not certain.

    A gutter is blank in all lines but a few, whose rows are then in doubt; every column has one heading.
    """
    heads = [_Head(i, p, line.place(p), line.said(p)) for i, line in enumerate(head) for p in line.pieces]
    for crossing in range(min(_MOST_CROSSING, len(body) // _SHARE_CROSSING) + 1):
        bounds = stretches(body, crossing)
        if not crossing:
            bounds = _parted(bounds, body, heads)
        if len(bounds) <= _MOST_COLUMNS and (found := _headed(bounds, heads)):
            return found
    return None


def stretches(body: Sequence[Line], crossing: int = 0) -> list[Span]:
    """Stretches of character columns between gutters two wide that at most ``crossing`` lines cross."""
    width = max((line.pieces[-1].end for line in body if line.pieces), default=0)
    change = [0] * (width + 2)
    for line in body:
        for piece in line.pieces:
            change[piece.start] += 1
            change[piece.end] -= 1
    found: list[Span] = []
    used = 0
    for i in range(width):
        used += change[i]
        if used > crossing:
            if found and i - found[-1].end < 2:
                found[-1] = Span(found[-1].start, i + 1)
            else:
                found.append(Span(i, i + 1))
    return found


def _parted(bounds: Sequence[Span], body: Sequence[Line], heads: Sequence[_Head]) -> list[Span]:
    """The columns, parted where one blank is all that is left before what a heading of its own begins.

    A long cell may come within one blank of the next; every line is blank there.
    """
    parted: list[Span] = []
    for left, right in bounds:
        begins = sorted({h.columns.start for h in heads if left <= h.columns.start < right})
        cuts = [at for at in begins[1:] if all(line.words[at - 1 : at] in {"", " "} for line in body)]
        parted += map(Span, [left, *cuts], [*(at - 1 for at in cuts), right])
    return parted


def _headed(bounds: Sequence[Span], heads: Sequence[_Head]) -> Columns | None:
    """The columns with the headings over them; None when one has none, or one that may be another's."""
    own: list[list[_Head]] = [[] for _ in bounds]
    wide: list[tuple[_Head, list[int]]] = []
    floating: list[_Head] = []
    for head in heads:
        under = over(bounds, head.columns)
        if len(under) == 1:
            own[under[0]].append(head)
        elif under:
            wide.append((head, under))
        else:
            floating.append(head)
    if any(not any(low.level > head.level for low in own[c]) for head, under in wide for c in under):
        return None
    wide += _centred(own)
    columns = _with_floating(bounds, own, floating)
    if columns is None or not all(_is_stack(stack) for _, stack in columns):
        return None
    return _with_levels(columns, wide, bounds)


def _is_stack(stack: Sequence[_Head]) -> bool:
    """Whether pieces make one heading: one a line, each above or below the others, and none begins a cell of a row."""
    levels = [head.level for head in stack]
    left, right = max(h.columns.start for h in stack), min(h.columns.end for h in stack)
    apart = left >= right and not all(
        any(a.columns.start < b.columns.end and b.columns.start < a.columns.end for b in stack if b is not a)
        for a in stack
    )
    data = any(h.said[:1].isupper() and not is_header_cell(h.said) for h in stack if h.level > min(levels))
    return len(set(levels)) == len(levels) and not apart and not data


def _with_floating(
    bounds: Sequence[Span], own: list[list[_Head]], floating: Sequence[_Head]
) -> list[tuple[Span, list[_Head]]] | None:
    """The columns with headings that stand over none: over figures at its right edge, or over an empty column."""
    stacks: list[list[_Head]] = []
    for head in sorted(floating, key=lambda h: (h.columns.start, h.level)):
        if stacks and head.columns.start < max(h.columns.end for h in stacks[-1]):
            stacks[-1].append(head)
        else:
            stacks.append([head])
    empty: list[tuple[Span, list[_Head]]] = []
    for stack in stacks:
        left, right = min(h.columns.start for h in stack), max(h.columns.end for h in stack)
        behind = sum(b.start < left for b in bounds)
        bare = [c for c in (behind - 1, behind) if 0 <= c < len(bounds) and not own[c]]
        if len(bare) == 1:
            own[bare[0]] = sorted(stack, key=lambda h: h.level)
        elif bare:
            return None
        else:
            empty.append((Span(left, right), sorted(stack, key=lambda h: h.level)))
    if not all(own):
        return None
    return sorted([*zip(bounds, own, strict=True), *empty], key=lambda pair: pair[0])


def _centred(own: list[list[_Head]]) -> Iterator[tuple[_Head, list[int]]]:
    """Headings over several columns that stand over the text of one alone; they are taken out of ``own``.

    Match: "Năm 2025" in the middle over "Kế hoạch" and "Thực hiện". Near miss: "Thời gian" over "hoàn thành".
    """
    for c, stack in enumerate(own):
        if len(stack) < 2 or not (is_year(stack[0].said) or stack[1].said[:1].isupper()):
            continue
        top = stack[0]
        bare = [b for b in range(len(own)) if b == c or (own[b] and all(h.level > top.level for h in own[b]))]
        groups = [[c], [c, c + 1], [c - 1, c], [c - 1, c, c + 1], [c, c + 1, c + 2]]
        ranked = sorted((_off(top, own, g, c), len(g), g) for g in groups if set(g) <= set(bare))
        best, *others = ranked
        sure = best[0] <= _NEAR and all(off >= best[0] + _FARTHER for off, _, _ in others)
        if len(best[2]) > 1 and sure and all(is_header_cell(own[b][-1].said) for b in best[2]):
            own[c] = stack[1:]
            yield top, best[2]


def _off(top: _Head, own: Sequence[Sequence[_Head]], group: Sequence[int], c: int) -> float:
    """How far the middle of a heading is from the middle of those below it."""
    low = [h.columns for b in group for h in own[b] if not (b == c and h is top)]
    middle = (min(s.start for s in low) + max(s.end for s in low)) / 2
    return abs((top.columns.start + top.columns.end) / 2 - middle)


def _with_levels(
    columns: Sequence[tuple[Span, list[_Head]]], wide: Sequence[tuple[_Head, list[int]]], bounds: Sequence[Span]
) -> Columns:
    """Heading rows: one, or two when a heading stands over several columns."""
    own: list[Spans] = [tuple(h.place for h in stack) for _, stack in columns]
    spans = [span for span, _ in columns]
    places = [spans.index(span) for span in bounds]
    top, low = list(own), list[Spans]([()] * len(own))
    for head, under in wide:
        for c in under:
            i = places[c]
            top[i], low[i] = ((*top[i], head.place) if low[i] else (head.place,)), own[i]
    said = tuple(" ".join(h.said for h in stack) for _, stack in columns)
    return Columns(spans, [top, low] if wide else [top], said)


# What a cell begins with whose first word stands one blank behind the cell before it.
_BEGINS = re.compile(r"[^\W\d_]*\s?[\d(]|quý\s|tháng\s|năm\s|trước\s|thường\s", re.IGNORECASE)


def put_in(line: Line, bounds: Sequence[Span]) -> list[tuple[int, Span]] | None:
    """Each piece of a line with the index of its column; None when one crosses a gutter or two share a column.

    A piece over two columns with one blank between them is two when the second begins where its column does.
    """
    found: list[tuple[int, Span]] = []
    for piece in line.pieces:
        under = over(bounds, piece)
        narrow = all(bounds[i + 1].start == bounds[i].end + 1 for i in under[:-1])
        if not under or not narrow:
            return None
        cuts = [bounds[i].start for i in under[1:]]
        for i, (start, end) in zip(under, zip([piece.start, *cuts], [*cuts, piece.end], strict=True), strict=True):
            part = trim(line.words, start, end)
            if i != under[0] and line.said(part)[:1].islower() and not _BEGINS.match(line.said(part)):
                return None
            found.append((i, line.place(part)))
    return found if len({i for i, _ in found}) == len(found) else None
