"""What stands around a mention: its paragraph, its sentence, the words right before it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tracuu.text import UPPER, modern_marks, squeeze
from tracuu.types import Document, Level, PartRole, Section, Span

# No sentence of a directive before its mention is longer than this.
_REACH = 2_000
_BREAK = re.compile(r"\n\s*\n")
_MARKUP = re.compile(r"[*_#|>`]+")
# A stop that ends a sentence: not within "số 5. " or after a single letter. Nothing is given back (++): white space
# without end would else be tried from each of its places.
_STOP = re.compile(rf"(?<=[^\W\d_][^\W\d_])\.\s++(?=\W*+[{UPPER}])|(?<=[\d)])\.\s++(?=[{UPPER}])")
# Kinds of unit that may stand before the first heading of a body.
_PLAIN = frozenset({Level.TEXT, Level.DASH, Level.PLUS})


def plain(text: str) -> str:
    """Words on one line in small letters, without mark-up, newer tone marks: for patterns."""
    return squeeze(modern_marks(_MARKUP.sub(" ", text)))


class Bounds:
    """Where the paragraphs and sentences of a document begin, found once."""

    def __init__(self, text: str, span: Span) -> None:
        self._floor = span.start
        self._paragraphs = [m.end() for m in _BREAK.finditer(text, *span) if not _goes_on(text, m.end())]
        self._sentences = [m.end() for m in _STOP.finditer(text, *span)]

    def paragraph(self, position: int) -> int:
        """Where the paragraph of ``position`` begins; what goes on in small letters after a page break is one."""
        at = bisect_right(self._paragraphs, position)
        return max(self._floor, position - _REACH, self._paragraphs[at - 1] if at else self._floor)

    def sentence(self, start: int, position: int) -> int:
        """Where the sentence of ``position`` begins, not before ``start``."""
        at = bisect_right(self._sentences, position)
        return max(start, self._sentences[at - 1] if at else start)


def _goes_on(text: str, position: int) -> bool:
    """Whether a paragraph goes on behind a page break: in small letters, and not as a point ("a) …")."""
    following = _MARKUP.sub("", text[position : position + 8]).lstrip()
    return following[:1].islower() and not re.match(r"[a-zđ][).]", following)


def title_spans(document: Document) -> list[Span]:
    """Where the document says what it is: title, subject, and what is printed above the body."""
    spans = [part.span for part in document.parts if part.role in {PartRole.TITLE, PartRole.HEADER}]
    if document.header.subject and document.header.subject.span:
        spans.append(document.header.subject.span)
    return sorted(spans)


def opening_end(document: Document) -> int:
    """Where the first numbered unit or annex begins; before it a document says what it rests on."""
    return min((s.span.start for s in _labelled(document.outline)), default=document.span.end)


def _labelled(sections: Sequence[Section]) -> list[Section]:
    found: list[Section] = []
    for section in sections:
        if section.level not in _PLAIN:
            return [*found, section]
        found += _labelled(section.children)
    return found


def inside(spans: Sequence[Span], position: int) -> bool:
    """Whether one of the ordered ``spans`` holds ``position``."""
    i = bisect_right(spans, position, key=lambda span: span.start) - 1
    return any(span.start <= position < span.end for span in spans[: i + 1])
