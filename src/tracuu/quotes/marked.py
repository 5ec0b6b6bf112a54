"""What stands in quotation marks in a draft, however they were typed; marks that are never closed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracuu.quotes.wordings import QUOTATION_LIMIT
from tracuu.text import trim
from tracuu.types import Span

# Fewer words in quotation marks are a name or an irony; with a figure two are enough to be wrong.
_WORDS = 4
# Marks within marks beyond this are no quotation; it bounds the search for the closing one.
_DEPTH = 12


class Marked(NamedTuple):
    """A quotation in marks; not ``closed``: its closing mark is missing, and it runs as far as it may."""

    span: Span
    closed: bool = True


class _Mark(NamedTuple):
    """A double mark ``[start, end)``: whether it may open and may close, by its shape and what stands beside it."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


# Double marks, and two single ones typed for one; single ones are no strokes of a name ("H’Mông").
_DOUBLE = re.compile("[“”„‟«»\"＂〝〞「」『』《》]|''|‘‘|’’|``|<<|>>")
_SINGLE = re.compile(r"(?<!\w)‘(?!‘)([^‘’\n]*(?:\w’\w[^‘’\n]*)*)’(?![\w’])")
_OPENING = "“„‟«‘‘``〝「『《<<"
_BOTH = ('"', "＂", "''")


def find_quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks over a few words, in order; quotations within others are left out."""
    return (found.span for found in find_marked(text))


def find_marked(text: str) -> Iterator[Marked]:
    """The same, and whether each is closed; longer ones in pieces."""
    single = [Marked(Span(*match.span(1))) for match in _SINGLE.finditer(text)]
    end = 0
    for found in sorted([*_doubled(text), *single], key=lambda m: (m.span.start, -m.span.end)):
        if found.span.start < end or not _says_something(text[slice(*found.span)]):
            continue
        end = found.span.end
        for piece in _pieces(text, found.span):
            yield Marked(piece, found.closed)


def _doubled(text: str) -> Iterator[Marked]:
    """Outermost quotations in double marks."""
    marks = [_mark(text, match) for match in _DOUBLE.finditer(text)]
    number = 0
    while number < len(marks):
        mark = marks[number]
        if not mark.opens:
            number += 1
            continue
        last = _closing(text, marks, number)
        if last is not None:
            yield Marked(Span(mark.end, marks[last].start))
            number = last + 1
            continue
        line = text.find("\n", mark.end)
        stop = marks[number + 1].start if number + 1 < len(marks) else len(text)
        stop = min(stop, line if line >= 0 else len(text))
        if mark.sign not in _BOTH:
            yield Marked(Span(mark.end, stop), closed=False)
        number += 1


def _mark(text: str, match: re.Match[str]) -> _Mark:
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    may_open = not before.strip() or before in "([{“«„\"'‘-–—:/" or before == "\u2060"
    may_close = not after.strip() or not after.isalnum()
    sign = match.group()
    if sign in _BOTH:
        if before.isalpha() and after.isalnum():
            return _Mark(start, end, sign, True, True)
        # "Mức 5" is no quotation: a figure may stand before the mark of an inch.
        return _Mark(start, end, sign, may_open and bool(after.strip()), may_close and bool(before.strip()))
    if sign in _OPENING:
        return _Mark(start, end, sign, bool(after.strip()) or may_open, may_close and not may_open)
    return _Mark(start, end, sign, may_open and after.isalnum(), not (may_open and after.isalnum()))


def _closing(text: str, marks: list[_Mark], first: int) -> int | None:
    """The mark that closes the one that opens; None when there is none near enough."""
    opened = [marks[first].sign]
    for number in range(first + 1, len(marks)):
        mark = marks[number]
        if mark.start - marks[first].end > QUOTATION_LIMIT or len(opened) > _DEPTH:
            return None
        if marks[first].sign in _BOTH and "\n" in text[marks[number - 1].end : mark.start]:
            return None  # straight marks pair within a paragraph
        if mark.closes and _fits(opened[-1], mark):
            opened.pop()
            if not opened:
                return number
        elif mark.opens and not _begins_line(text, mark.start):
            opened.append(mark.sign)
    return None


def _fits(opened: str, mark: _Mark) -> bool:
    """Whether a mark may close what ``opened``: any but a straight one, which closes its like, or curly ones."""
    if opened in _BOTH:
        return mark.sign in (opened, "”", "’’")
    return not (mark.sign in _BOTH and mark.opens)


def _begins_line(text: str, at: int) -> bool:
    """A mark that opens a paragraph inside a quotation goes on with it."""
    return text[max(0, at - 20) : at].rstrip(" \t").endswith("\n")


def _says_something(quote: str) -> bool:
    words = re.findall(r"\w+", quote[:2000])
    return len(words) >= _WORDS or (len(words) > 1 and any(c.isdigit() for c in quote))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span, cut at paragraphs or words when it is longer than one quotation may be."""
    start, end = trim(text, *span)
    while end - start > QUOTATION_LIMIT:
        cut = text.rfind("\n", start + 1, start + QUOTATION_LIMIT)
        cut = cut if cut > start else text.rfind(" ", start + 1, start + QUOTATION_LIMIT)
        cut = cut if cut > start else start + QUOTATION_LIMIT
        yield trim(text, start, cut)
        start = trim(text, cut, end).start
    if any(c.isalnum() for c in text[start:end]):
        yield Span(start, end)
