"""A text as quotations are compared in it: white space put aside, with the way back to its offsets.

Two views of a source: as it is written, and as it is read, without the mark-up of its transcription and the page
numbers that cut its sentences. Everything else (case, marks, digits, stops) is kept to the letter.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracuu.documents.lines import is_page_number, read_lines, without_furniture
from tracuu.types import Span

# White space, and what takes no room at all: zero-width spaces, the soft hyphen, the byte order mark. One character of
# white space between two words is no place to stop at: it stays, as a space.
_NO_ROOM = "\u00ad\u200b-\u200d\u2060\ufeff"
_SPACE = re.compile(rf"[\s{_NO_ROOM}]{{2,}}|[{_NO_ROOM}]|(?<![^\W_])\s|\s(?![^\W_])")
_ONE_SPACE = {ord(c): " " for c in map(chr, range(0x3001)) if c.isspace()}
# Quotation marks and strokes of any shape are one: word processors choose it, and quotes in quotes change it.
_SHAPES = {**str.maketrans(dict.fromkeys("'`´‘’‚‛“”„‟«»‹›ʼ", '"')), **_ONE_SPACE}


@dataclass(frozen=True, slots=True)
class View:
    """``text`` for comparing. ``starts`` are where its pieces begin, ``origins`` and ``widths`` where they came from.

    White space beside a sign is left out (``gaps`` are the places), unless it parts two numbers ("4, 7"); any other
    white space is one space.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    widths: tuple[int, ...]
    gaps: frozenset[int]

    def span(self, start: int, end: int) -> Span:
        """The span of the original that ``text[start:end]`` (not empty) came from."""
        first, last = (bisect_right(self.starts, at) - 1 for at in (start, end - 1))
        return Span(self._origin(first, start), self._end(last, end))

    def _origin(self, piece: int, at: int) -> int:
        return self.origins[piece] + min(at - self.starts[piece], self.widths[piece] - 1)

    def _end(self, piece: int, end: int) -> int:
        whole = end == (self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text))
        return self.origins[piece] + (self.widths[piece] if whole else end - self.starts[piece])

    def offset(self, origin: int) -> int:
        """The first place in ``text`` that came from ``origin`` or behind it."""
        piece = bisect_right(self.origins, origin) - 1
        if piece < 0:
            return 0
        length = (self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)) - self.starts[piece]
        return self.starts[piece] + min(origin - self.origins[piece], length)


class _Change(NamedTuple):
    """A stretch that is left out of a view, or stands in it as ``text``; ``gap`` sets apart what it stood between."""

    start: int
    end: int
    text: str
    gap: bool


def written_view(text: str, start: int = 0, end: int | None = None) -> View:
    """``text[start:end]`` as it is written, white space aside."""
    return _view(text, [], start, len(text) if end is None else min(end, len(text)))


def read_view(text: str, *, pages: bool = False) -> View:
    """The text as it is read, without mark-up; with ``pages`` without page numbers inside sentences too."""
    return _view(text, _changes(text, pages=pages), 0, len(text))


def _view(text: str, changes: Sequence[_Change], first: int, last: int) -> View:
    out: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    widths: list[int] = []
    gaps: set[int] = set()
    length, gap_at, tail = 0, -1, ""
    for start, end, piece in _pieces(text, changes, first, last):
        if not piece:
            gap_at = start if end and gap_at < 0 else gap_at
            continue
        if gap_at >= 0 and length:
            if _keeps_space(tail, piece):
                out.append(" ")
                starts.append(length)
                origins.append(gap_at)
                widths.append(start - gap_at)
                length += 1
            else:
                gaps.add(length)
        gap_at = -1
        out.append(piece)
        starts.append(length)
        origins.append(start)
        widths.append(end - start)
        length += len(piece)
        tail = (tail + piece)[-2:]
    return View("".join(out).translate(_SHAPES), tuple(starts), tuple(origins), tuple(widths), frozenset(gaps))


def _pieces(text: str, changes: Sequence[_Change], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of one kind in order: (start, end, what stands for it); "" for a gap, (at, 0, "") for nothing."""
    position = first
    for change in [*changes, _Change(last, last, "", False)]:
        for space in _SPACE.finditer(text, position, change.start):
            if position < space.start():
                yield position, space.start(), text[position : space.start()]
            invisible = not any(c.isspace() for c in space.group())
            yield space.start(), 0 if invisible else space.end(), ""
            position = space.end()
        if position < change.start:
            yield position, change.start, text[position : change.start]
        yield change.start, change.end if change.text or change.gap else 0, change.text
        position = change.end


def _keeps_space(before: str, after: str) -> bool:
    """Whether white space says something here: between words, and beside a point or comma between digits."""
    if before[-1].isalnum() and after[0].isalnum():
        return True
    if before[-1] in ".," and before[:-1].isdigit() and after[0].isdigit():
        return True
    return before[-1].isdigit() and after[0] in ".," and after[1:2].isdigit()


# --- Mark-up -----------------------------------------------------------------------------------

# The signs that `strip_markup` takes away, with their places kept: those of "(*nếu cần*)" too; "(*)" is a mark of
# the text's own.
_SIGNS = re.compile(
    r"(?P<gap><!--[^<>]{0,200}-->|</?(?:br|p|div|table|thead|tbody|tr|t[dh])\b[^<>]{0,80}>|^#{1,6}(?=\s)|\|(?:[\s:|-]*\|)?"
    r"|^[ \t]*[-–—_*=~]{3,}[ \t]*$)"
    r"|(?P<raised><sup>\s?(?P<digits>\d{1,2})\s?</sup>|\^\{?(?P<power>\d)\}?)"
    r"|(?P<sign>\\(?:geq?|leq?|pm|approx|sim)(?![a-z])\s?)"
    r"|(?P<none></?(?:b|i|u|em|strong|sup|sub|span|center|font|h[1-6])\b[^<>]{0,80}>|(?<![(*])\*{1,3}(?![*)])|\*\*"
    r"|(?<=\()\*(?=\w)|(?<=\w)\*(?=\))"
    r"|__+(?=\w)|(?<=\w)__+|\\|(?P<math>\$(?=[^$\n]{1,40}\$)|(?<=[\w}²³%])\$))",
    re.IGNORECASE | re.MULTILINE,
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LATEX = {"\\ge": "≥", "\\geq": "≥", "\\le": "≤", "\\leq": "≤", "\\pm": "±", "\\approx": "≈", "\\sim": "~"}
# Square and cubic units typed plain: "28 m2" is "28 m²".
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m(?P<power>[23])(?!\w)")
_MARKED = re.compile(r"[#*_<$^\\|]|m[23]|--")


def _changes(text: str, *, pages: bool) -> list[_Change]:
    """What the view as read leaves out or writes otherwise, in order, without overlaps."""
    found = _furniture(text) if pages else []
    if _MARKED.search(text):
        found += [_change(match) for match in _SIGNS.finditer(text)]
        for unit in _UNIT.finditer(text):
            found.append(_Change(*unit.span("power"), unit["power"].translate(_RAISED), False))
    kept: list[_Change] = []
    for change in sorted(found):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _change(match: re.Match[str]) -> _Change:
    digits = match["digits"] or match["power"] or _LATEX.get((match["sign"] or "").strip().lower(), "")
    return _Change(match.start(), match.end(), digits.translate(_RAISED), match["gap"] is not None)


_LONE_NUMBER = re.compile(r"^\W{0,6}(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W{0,6}$", re.IGNORECASE | re.MULTILINE)


def _furniture(text: str) -> list[_Change]:
    """Page numbers and running heads that stand inside a sentence."""
    if not any(is_page_number(match.group().strip()) for match in _LONE_NUMBER.finditer(text) if match.group().strip()):
        return []
    lines = read_lines(text)
    kept = {line.span for line in without_furniture(lines)}
    found: list[_Change] = []
    for line in lines:
        if line.span not in kept and _inside_sentence(text, line.span):
            found.append(_Change(*line.span, "", True))
    return found


def _inside_sentence(text: str, span: Span) -> bool:
    before, after = text[: span.start].rstrip()[-1:], text[span.end :].lstrip()[:1]
    return bool(before) and (before.isalnum() or before == ",") and after.islower()
