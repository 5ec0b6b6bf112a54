"""Tables with tabs; a row whose cells hold line breaks is put together again."""

import re
from collections.abc import Iterator

from tracuu.documents.lines import is_page_number, strip_markup
from tracuu.documents.tables.columns import is_header_cell
from tracuu.documents.tables.grid import Grid, grid_of, lines_of, split_cells
from tracuu.documents.tables.plain import are_headings
from tracuu.documents.tables.slips import says_time
from tracuu.documents.tables.stacked_rows import HALF_TIME
from tracuu.text import fold, trim
from tracuu.types import Span, Spans


def tab_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of lines with tabs. A row whose cells hold line breaks is put together again.

    The width is that of the first line that looks like a heading row. Lines without a tab between
    two rows are bands (titles of groups) or go on with the last cell.
    """
    lines = [s for s in lines_of(text, start, end) if text[s.start : s.end].strip()]
    position = 0
    while position < len(lines):
        width = _tabs(text, lines[position]) + 1
        if width < 2:
            position += 1
            continue
        run, position, slipped = _tab_run(text, lines, position, width)
        yield from grid_of(run, sure=len(run) > 2 and width > 2, slipped=slipped)


def _tabs(text: str, span: Span) -> int:
    return text.count("\t", span.start, span.end)


def _tab_run(
    text: str, lines: list[Span], position: int, width: int
) -> tuple[list[tuple[Span, list[Spans]]], int, frozenset[int]]:
    """The rows from ``position`` on, the line after them, and the indexes of rows that did not resolve."""
    run: list[tuple[Span, list[Spans]]] = []
    slipped: set[int] = set()
    while position < len(lines):
        if run and _is_page_break(text, lines, position, whole=len(run[-1][1]) == width):
            position += 1
            continue
        taken, cells = _tab_row(text, lines, position, width)
        if not taken:
            last = _number(text, run[-1][1]) if run else None
            taken = _unresolved(text, lines, position, last) if last is not None else 0
            if not taken:
                break
            if _number(text, split_cells(text, lines[position], "\t")) is None:
                position, taken = _back(lines, position, taken, run)
            slipped.add(len(run))
            cells = _kept_whole(text, lines[position : position + taken])
        run.append((Span(lines[position].start, lines[position + taken - 1].end), cells))
        position += taken
    return run, max(position, 1) if run else position + 1, frozenset(slipped)


def _number(text: str, cells: list[Spans]) -> int | None:
    """The number that labels a row; None when there is none."""
    label = text[slice(*cells[0][0])].strip("(). ") if cells and cells[0] else ""
    return int(label) if label.isdecimal() and len(label) < 4 else None


def _unresolved(text: str, lines: list[Span], position: int, last: int) -> int:
    """How many lines stand before the row that goes on counting after ``last``; 0 when none does."""
    own = _number(text, split_cells(text, lines[position], "\t"))
    expected = last + 2 if own == last + 1 else last + 1
    for taken in range(1, min(_MAX_LINES, len(lines) - position - 1) + 1):
        cells = split_cells(text, lines[position + taken], "\t")
        if len(cells) > 1 and _number(text, cells) == expected:
            return taken
    return 0


def _back(lines: list[Span], position: int, taken: int, run: list[tuple[Span, list[Spans]]]) -> tuple[int, int]:
    """Lines without a number belong to the row above: it is taken out of the run, to be kept whole with them."""
    above, _ = run.pop()
    start = position
    while lines[start].start > above.start:
        start -= 1
    return start, taken + position - start


def _kept_whole(text: str, lines: list[Span]) -> list[Spans]:
    """The number of a row and all else that its lines hold."""
    pieces = [cell for line in lines for cell in split_cells(text, line, "\t") if cell]
    return [pieces[0], tuple(span for cell in pieces[1:] for span in cell)]


def _is_page_break(text: str, lines: list[Span], position: int, *, whole: bool) -> bool:
    """A page number or a comment between two rows; a bare number right below half a row is its next cell."""
    more = position + 1 < len(lines) and _tabs(text, lines[position + 1]) > 0
    bare = strip_markup(text[slice(*lines[position])]).strip()
    apart = text.count("\n", lines[position - 1].end, lines[position].start) > 1
    return more and (not bare or (is_page_number(bare) and (whole or apart or not bare.isdecimal())))


# A row broken over more lines than this is no row.
_MAX_LINES = 12
_LABEL = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5}|[A-ZĐ])[.)]?\s*$")
_BAND = re.compile(r"\s*(?:\*\*|#+ )?\s*(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s*[.)\-]\s*\S")


def _tab_row(text: str, lines: list[Span], position: int, width: int) -> tuple[int, list[Spans]]:
    """How many lines the row at ``position`` takes, and its cells; 0 lines when there is no row."""
    first = split_cells(text, lines[position], "\t")
    if len(first) == width:
        return 1, first
    more = position + 1 < len(lines)
    if len(first) == 1:
        return _broken_first(text, lines, position, width) or _lone_line(text, lines, position, width)
    if more and len(first) < width and _is_title_aside(text, first, lines[position + 1]):
        return 1, first
    if len(first) < width and _is_second_heading(text, first):
        return 1, [*first, *([()] * (width - len(first)))]
    if len(first) > width:
        return (1, first[:width]) if not any(first[width:]) else (0, [])
    for taken in range(2, _MAX_LINES + 1):
        if not more or position + taken > len(lines):
            break
        pieces = [split_cells(text, s, "\t") for s in lines[position : position + taken]]
        if _starts_row(text, pieces[-1]):
            break
        if sum(map(len, pieces)) - taken + 1 == width:
            return taken, _joined(pieces)
        if taken == 2 and len(first) + len(pieces[1]) == width and _is_whole(text, lines, position):
            return taken, first + pieces[1]
    # Trailing empty cells are often lost.
    return (1, first) if _starts_row(text, first) else (0, [])


def _is_whole(text: str, lines: list[Span], position: int) -> bool:
    """Whether two lines are a row broken between cells: it is numbered, and another row or no row follows."""
    if not _starts_row(text, split_cells(text, lines[position], "\t")) or not _tabs(text, lines[position + 1]):
        return False
    below = split_cells(text, lines[position + 2], "\t") if position + 2 < len(lines) else []
    return len(below) < 2 or _starts_row(text, below)


def _starts_row(text: str, cells: list[Spans]) -> bool:
    return len(cells) > 1 and bool(cells[0]) and bool(_LABEL.match(text[cells[0][0].start : cells[0][0].end]))


def _broken_first(text: str, lines: list[Span], position: int, width: int) -> tuple[int, list[Spans]] | None:
    """A row without a number whose first cell is broken: the line below has all cells and begins in lower case."""
    if position + 1 == len(lines):
        return None
    below = split_cells(text, lines[position + 1], "\t")
    if len(below) != width or not below[0] or not text[below[0][0].start].islower():
        return None
    piece = trim(text, *lines[position])
    return 2, _joined([[(piece,)], below])


# The title of a group is shorter.
_LONGEST_TITLE = 300


def _lone_line(text: str, lines: list[Span], position: int, width: int) -> tuple[int, list[Spans]]:
    """A line without tabs is a band when a full row follows it."""
    line = text[lines[position].start : lines[position].end]
    if _opens_another(text, lines, position):
        return 0, []
    follows = position + 1 < len(lines) and _tabs(text, lines[position + 1]) >= 1
    if not follows or len(line) >= _LONGEST_TITLE:
        return 0, []
    if _BAND.match(line) or line.strip().isupper() or _is_plain_title(text, lines, position, width):
        piece = trim(text, *lines[position])
        return 1, [(piece,), *([()] * (width - 1))]
    return 0, []


def _is_title_aside(text: str, cells: list[Spans], below: Span) -> bool:
    """Whether a line has nothing but words in capitals below the second heading or a later one, above a row."""
    said = [text[slice(*cell[0])] for cell in cells if cell]
    return len(said) == 1 and not cells[0] and said[0].isupper() and _starts_row(text, split_cells(text, below, "\t"))


def _is_second_heading(text: str, cells: list[Spans]) -> bool:
    """Whether a line that lost its last empty cells has headings alone, below a heading that spans several columns."""
    said = [text[slice(*cell[0])] for cell in cells if cell]
    return not cells[0] and len(said) > 1 and all(map(is_header_cell, said))


def _is_plain_title(text: str, lines: list[Span], position: int, width: int) -> bool:
    """Whether a line in small letters titles the numbered row below it: no cell above it can go on in it."""
    said = text[slice(*trim(text, *lines[position]))]
    if position == 0 or not said[:1].isupper() or said[-1] in ".;,:" or says_time(said):
        return False
    above = split_cells(text, lines[position - 1], "\t")
    last = text[slice(*above[-1][0])] if above[-1] else ""
    whole = len(above) == width and bool(last)
    numbered = _number(text, split_cells(text, lines[position + 1], "\t")) is not None
    heads = whole and _number(text, above) is None and is_header_cell(last)
    return numbered and (heads or (whole and says_time(last) and not HALF_TIME.search(fold(last))))


def _opens_another(text: str, lines: list[Span], position: int) -> bool:
    """Whether a heading set apart by a blank line stands here, with the headings of another table below."""
    apart = position > 0 and lines[position].start - lines[position - 1].end > 1
    if not apart or position + 1 == len(lines):
        return False
    cells = [text[slice(*cell[0])] if cell else "" for cell in split_cells(text, lines[position + 1], "\t")]
    return are_headings(cells)


def _joined(pieces: list[list[Spans]]) -> list[Spans]:
    cells = list(pieces[0])
    for piece in pieces[1:]:
        cells[-1] = cells[-1] + piece[0]
        cells += piece[1:]
    return cells
