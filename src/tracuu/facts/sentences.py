"""Where the sentences of a paragraph end, and the clauses in them, for reading figures."""

import re

from tracuu.text import UPPER, trim
from tracuu.types import Span

# A sentence ends before a capital, a figure or a dash; "TP." and "TX." end none.
_END = re.compile(rf"(?<!TP)(?<!TX)(?<!TT)[.!?…](?=[\"”)]*\s+[{UPPER}\"“(\d-])|;|[()]")


def split_sentences(copy: str, span: Span) -> list[list[Span]]:
    """The sentences of a paragraph, each as its clauses; nothing is cut inside closed brackets."""
    found: list[list[Span]] = [[]]
    depth, start = 0, span.start
    closed = copy.count("(", *span) == copy.count(")", *span)
    for match in [*_END.finditer(copy, *span), None]:
        sign = match.group() if match else "."
        if sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1)) if closed else 0
            continue
        if match and depth:
            continue
        piece = trim(copy, start, match.start() if match else span.end)
        if piece.start < piece.end:
            found[-1].append(piece)
        if sign != ";":
            found.append([])
        start = match.end() if match else span.end
    return [clauses for clauses in found if clauses]
