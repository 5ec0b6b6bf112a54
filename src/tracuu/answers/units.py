"""What of a passage can be shown by itself: its sentences, the clauses of long ones, the task of a row."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from tracuu.answers.evidence import Evidence
from tracuu.documents import Column, column_role
from tracuu.facts.clauses import without_label
from tracuu.text import trim
from tracuu.types import Passage, Span

# The contract's "rarely over 300 characters"; a longer sentence is cut, and no more is added beyond it.
ANSWER_LENGTH = 300


class Unit(NamedTuple):
    """A sentence, a clause of a long one, or the words of a row; ``spans`` as they stand in the source."""

    passage: Passage
    spans: tuple[Span, ...]
    text: str


def units_of(passage: Passage, evidence: Evidence) -> Iterator[Unit]:
    """What of a passage can be shown by itself: sentences, clauses of long ones; of a row, its task."""
    text = evidence.sources[passage.source_id].text
    if passage.row and any(cell.column for cell in passage.row.cells):
        cells = [c for c in passage.row.cells if c.spans and column_role(c.column) is not Column.LABEL]
        task = next((c.spans for c in cells if column_role(c.column) is Column.TASK), None)
        spans = task or tuple(span for cell in cells for span in cell.spans)
        yield from _of_row(passage, spans, text, evidence)
        return
    for sentence in passage.sentences or (passage.span,):
        for part in _parts(text, without_label(text, trim(text, *sentence))):
            if any(c.isalnum() for c in text[part.start : part.end]):
                yield Unit(passage, (part,), text[part.start : part.end])


def _of_row(passage: Passage, spans: tuple[Span, ...], text: str, evidence: Evidence) -> Iterator[Unit]:
    """The words of a row as one unit; a long cell by its clauses, of long interleaved cells the first pieces."""
    if len(spans) == 1:
        for part in _parts(text, spans[0]):
            yield Unit(passage, (part,), evidence.plain(passage, (part,)))
        return
    room, kept = ANSWER_LENGTH, list[Span]()
    for piece in (part for span in spans for part in _parts(text, span)):
        room -= piece.end - piece.start + 1
        if room < 0:
            break
        kept.append(piece)
    if kept:
        yield Unit(passage, tuple(kept), evidence.plain(passage, kept))


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence of at most 300 characters whole; a longer one cut at semicolons, else at commas."""
    if sentence.end - sentence.start <= ANSWER_LENGTH:
        yield sentence
        return
    for clause in clauses(text, sentence):
        yield from _at_commas(text, clause)


# Where a clause without semicolons may be cut: after a colon, a comma, or before a bracket.
_JOINT = re.compile(r"[,:]\s+|\s+(?=[(–-]\s?)")
# What stands in brackets stays together, unless it is longer than an answer.
_BRACKETS = re.compile(rf"\([^()]{{1,{ANSWER_LENGTH - 2}}}\)")


def _at_commas(text: str, clause: Span) -> Iterator[Span]:
    """The clause in as few pieces of at most 300 characters as the commas allow, from left to right."""
    start, end = clause.start, clause.start
    inside = [bracket.span() for bracket in _BRACKETS.finditer(text, *clause)]
    joints = [m.end() for m in _JOINT.finditer(text, *clause)]
    for joint in [*(j for j in joints if not any(a < j < b for a, b in inside)), clause.end]:
        if joint - start > ANSWER_LENGTH and end > start:
            yield trim(text, start, end)
            start = end
        end = joint
    # A run without any comma is cut between words: OCR that lost them makes such.
    while end - start > ANSWER_LENGTH:
        blank = max(text.rfind(" ", start, start + ANSWER_LENGTH), text.rfind("\n", start, start + ANSWER_LENGTH))
        stop = blank if blank > start else start + ANSWER_LENGTH
        yield trim(text, start, stop)
        start = stop
    yield trim(text, start, end)


# The end of a clause that can stand by itself.
_CLAUSE = re.compile(r";\s+|(?<=\.)\s+(?=[A-ZĐ])")


def clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where clauses end (semicolons)."""
    bounds = [sentence.start]
    bounds += [sentence.start + m.end() for m in _CLAUSE.finditer(text[sentence.start : sentence.end])]
    bounds.append(sentence.end)
    spans = [trim(text, a, b) for a, b in itertools.pairwise(bounds)]
    return [s for s in spans if s.start < s.end] or [sentence]
