"""A copy of the text that is easy to read, and how a paragraph falls into sentences and clauses."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tracuu.documents.digits import with_digits
from tracuu.text import UPPER, trim, with_modern_tones
from tracuu.types import Span

# What is no word: emphasis, heading marks, tags, comments, LaTeX dollars.
_MARKUP = re.compile(r"<!--.{0,400}?-->|</?[a-zA-Z][^<>]{0,80}>|[*_#$]+|\\(?=\W)", re.DOTALL)
_PLAIN = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "\u00a0": " ", "\t": " ", "\u2011": "-", "“": '"', "”": '"'})
# A dash, letter or number before the words of a paragraph.
LABEL = re.compile(r"\s*(?:(?:Điều\s+\d{1,3}|\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)\s?[.)/\-–](?!\d)|[-–+•▪◦])?\s*")
# A full stop after one of these ends no sentence.
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:TP|TX|TT|TS|ThS|PGS|GS|BS|KS|Đ/c|đ/c|tr|Tr|[A-ZĐ]|[IVX]+|[a-zđ])$"
    r"|(?:^|(?:Điều|[Kk]hoản|[Mm]ục|[Ss]ố)\s+)\d{1,3}$"
)
_END = re.compile(rf"[.!?…](?=[\"”)]*\s+[{UPPER}\"“(\d-])|;|[()]")


@lru_cache(maxsize=4)
def reading_copy(text: str) -> str:
    """The text with mark-up blank, plain spaces, modern tone marks and misread figures put right; offsets stay."""
    copy = _MARKUP.sub(lambda m: " " * len(m.group()), with_digits(text))
    return with_modern_tones(copy).translate(_PLAIN)


def without_label(copy: str, span: Span) -> Span:
    """A paragraph without its dash, number or letter."""
    match = LABEL.match(copy, span.start, span.end)
    return trim(copy, match.end() if match else span.start, span.end)


def sentences(copy: str, span: Span) -> list[list[Span]]:
    """The sentences of a paragraph, each as its clauses; nothing is cut inside brackets."""
    found: list[list[Span]] = [[]]
    for piece, ended in _pieces(copy, span):
        if piece.start < piece.end:
            found[-1].append(piece)
        if ended and found[-1]:
            found.append([])
    return [clauses for clauses in found if clauses]


def _pieces(copy: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Clauses in order, and whether the sentence ends with each."""
    depth, start = 0, without_label(copy, span).start
    closed = copy.count("(", *span) == copy.count(")", *span)
    for match in _END.finditer(copy, start, span.end):
        sign = match.group()
        if sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1)) if closed else 0
        elif depth == 0 and not (
            sign == "." and _SHORTENED.search(copy[max(start, match.start() - 12) : match.start()])
        ):
            yield trim(copy, start, match.start()), sign != ";"
            start = match.end()
    yield trim(copy, start, span.end), True


def joined(spans: Sequence[Span]) -> Span:
    """One span over several."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def cut(span: Span, gaps: Sequence[Span]) -> tuple[Span, ...]:
    """``span`` without the gaps in it (a page break inside a sentence)."""
    edges = [span.start]
    for gap in gaps:
        if span.start < gap.start and gap.end < span.end:
            edges += [gap.start, gap.end]
    edges.append(span.end)
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
