"""Tables that came out one cell a line."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tracuu.agencies import names as agencies
from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.documents.tables.plain import is_figure
from tracuu.documents.tables.slips import BARE_TIME, cell_text, says_agency, says_nothing, says_time
from tracuu.documents.tables.stacked_rows import HALF_TIME, LONGEST_ROW, Piece, Stack, ends_table, head_band, is_capital
from tracuu.text import fold, trim
from tracuu.types import Span, Spans

_STT = re.compile(r"(?:s?tt|so tt|so thu tu)\.?$")


# More stacked tables than these, or longer ones (in lines), are in no directive; the bounds keep the search linear.
_MAX_TABLES = 40
_MAX_TABLE_LINES = 6_000
# The first row begins within this many cells after "STT", behind two headings more.
_MAX_HEADINGS, _LEAST_HEADINGS = 24, 3
# Fewer numbers number no columns, and fewer rows make no table.
_LEAST_NUMBERED, _LEAST_ROWS = 3, 2
_FIRST = re.compile(r"0?1[.)]?$")


def stacked_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids that came out one cell a line: "STT", the other headings, then "1" and its cells ….

    A row that has not as many cells as there are columns has none of them read by its column;
    cells of several lines are told by the blank lines between cells. The end of the last row is
    not marked: it is taken only when its cells are of the kinds that their columns hold.
    """
    lines = [trim(text, *s) for s in lines_of(text, start, end)]
    tried = 0
    for position, span in enumerate(lines):
        if span.end - span.start > 20 or not _STT.match(fold(text[span.start : span.end]).strip(" *|#")):
            continue
        near = (text[slice(*s)].strip(" *#") for s in lines[position + 1 : position + 4 * _MAX_HEADINGS])
        if tried < _MAX_TABLES and any(_FIRST.match(value) for value in near):
            tried += 1
            yield from _stacked(text, lines[position : position + _MAX_TABLE_LINES])


def _stacked(text: str, lines: list[Span]) -> Iterator[Grid]:
    unclear: Grid | None = None
    for groups in (_by_blank_lines(lines), _by_lines(lines)):
        groups, over = _without_numbering(groups, _said(groups, text))
        said = _said(groups, text)
        first = next((i for i, value in enumerate(said[:_MAX_HEADINGS]) if _FIRST.match(value)), None)
        if first is None or first < _LEAST_HEADINGS or not all(len(value) < 90 for value in said[:first]):
            continue
        if any(_STT.match(fold(value)) for value in said[1:first]):
            continue
        heads = _as_repeated(said, head_band(said, first))
        groups = _without_repeats(groups, said, heads, first, len(_unwrapped(groups[:heads], text)))
        said = _said(groups, text)
        if grid := _best(groups, said, heads, first, over, text):
            yield grid
            return
        if unclear is None and (end := _unclear_end(said, first)):
            unclear = Grid(Span(groups[0][0].start, groups[end - 1][-1].end), [])
    if unclear:
        yield unclear


def _as_repeated(said: Sequence[str], heads: int) -> int:
    """How many of the cells above the first row are headings: those that a new page repeats."""
    again = next((i for i in range(heads, len(said)) if said[i] == said[0]), len(said))
    same = next((n for n in range(heads) if said[again + n : again + n + 1] != [said[n]]), heads)
    return same if same >= _LEAST_HEADINGS else heads


def _said(groups: Sequence[Spans], text: str) -> list[str]:
    return [text[g[0].start : g[-1].end].strip(" *#") for g in groups]


def _without_numbering(groups: list[Spans], said: Sequence[str]) -> tuple[list[Spans], int]:
    """The cells without those that number the columns, (1) (2) (3) or A B 1 2 3, and where these end; 0 without any."""
    begin = next((i for i, value in enumerate(said[:_MAX_HEADINGS]) if value.strip("()") == "1"), 0)
    stop = begin
    while stop < len(said) and said[stop].strip("()") == str(stop - begin + 1):
        stop += 1
    if begin < _LEAST_HEADINGS or stop - begin < _LEAST_NUMBERED:
        return groups, 0
    while said[begin - 1] in {"A", "B", "C"}:
        begin -= 1
    return [*groups[:begin], *groups[stop:]], groups[stop - 1][-1].end


def _best(groups: list[Spans], said: Sequence[str], heads: int, first: int, over: int, text: str) -> Grid | None:
    """The grid with the headings under which half of the rows or more are whole; None when they are not certain.

    The last cell above the first row may be the title of a group rather than a heading.
    """
    ends = [heads]
    if heads == first and first > _LEAST_HEADINGS:
        *others, last = said[1:first]
        capital = is_capital(last) and not all(map(is_capital, others))
        ends = [first - 1, first] if capital or not is_header_cell(last) else [first]
    for end in ends:
        labels = groups[:end]
        joined = _unwrapped(labels, text)
        for cells, width in ((labels, end), (labels, end - 1), (joined, len(joined))):
            header = _stacked_header(text, cells, width)
            if header and (grid := _with_header(groups, said, end, first, header, text, over, exact=cells == joined)):
                return grid
    return None


def _with_header(
    groups: list[Spans],
    said: Sequence[str],
    heads: int,
    first: int,
    header: list[list[Spans]],
    text: str,
    over: int,
    *,
    exact: bool,
) -> Grid | None:
    """The grid below a header; None when less than half of the rows are whole, or each has a title of its own."""
    roles = [
        column_role(tuple(cell_text(level[c], text) for level in header if level[c])) for c in range(len(header[0]))
    ]
    pieces = Stack(cells=groups, said=said, roles=roles, spaced=_are_spaced(groups, text)).cut(heads, first)
    rows = [piece for piece in pieces if not piece.band]
    if exact:
        rows[-1].cells = _last_row(groups, rows[-1].cells, roles, text)
    for row in rows:
        row.cells = _mended(row.cells, roles, text) or _with_empty_note(row.cells, header, roles, text) or row.cells
    _doubt(rows, roles, text)
    apart, ends = _below(rows[-1], groups, text)
    rows[-1].sure &= roles[-1] is Column.DEADLINE or apart
    ends &= _is_like_above([cell_text(row.cells[-1], text) for row in rows if len(row.cells) == len(roles)])
    whole = sum(row.sure and len(row.cells) == len(roles) for row in rows)
    untold = sum(piece.band and not piece.labelled for piece in pieces)
    alone = len(rows) == 1 and whole and ends and {Column.LEAD, Column.DEADLINE} <= set(roles)
    if not (alone or len(rows) >= _LEAST_ROWS) or 2 * whole < len(rows) or untold > len(rows) - (not alone):
        return None
    return _grid(Span(groups[0][0].start, max(over, groups[heads - 1][-1].end)), header, pieces, ends=ends)


def _grid(head: Span, header: list[list[Spans]], pieces: Sequence[Piece], *, ends: bool) -> Grid:
    """The grid; a row that has not a cell for each column is kept whole, under no heading.

    The last row is in doubt unless the table surely ``ends`` with it.
    """
    width = len(header[0])
    lines: list[list[Spans]] = []
    slipped: set[int] = set()
    spans: list[Span] = []
    for i, piece in enumerate(pieces, len(header)):
        cells = piece.cells
        held = [span for cell in cells for span in cell]
        spans.append(Span(held[0].start, held[-1].end))
        if piece.band:
            cells = [tuple(held)]
        elif len(cells) != width or not piece.sure:
            slipped.add(i)
            cells = [cells[0], tuple(span for cell in cells[1:] for span in cell)]
        lines.append(cells + [()] * (width - len(cells)))
    return Grid(
        Span(head.start, spans[-1].end),
        [*header, *lines],
        len(header),
        merged=True,
        row_spans=[head] * len(header) + spans,
        slipped=frozenset(slipped),
        short=frozenset() if ends else frozenset({len(header) + len(pieces) - 1}),
    )


def _are_spaced(groups: Sequence[Spans], text: str) -> bool:
    """Whether blank lines part the headings."""
    return all(text.count("\n", a[-1].end, b[0].start) > 1 for a, b in itertools.pairwise(groups[:_LEAST_HEADINGS]))


# So many cells that do not fit tell what a column is for.
_MANY = 3


def _doubt(rows: Sequence[Piece], roles: Sequence[Column], text: str) -> None:
    """Rows with a cell that does not fit its column are not sure: one cell was lost and another broken in two.

    What most rows have in a column fits it.
    """
    whole = [row for row in rows if len(row.cells) == len(roles)]
    for column, role in enumerate(roles):
        if role in {Column.LABEL, Column.OTHER}:
            continue
        said = [cell_text(row.cells[column], text) for row in whole]
        misfits = [bool(cell) and _misfits(cell, role) for cell in said]
        few = sum(misfits) < _MANY or 2 * sum(misfits) <= len(whole)
        for row, cell, misfit in zip(whole, said, misfits, strict=True):
            row.sure &= not (misfit and (few or _PAGE.match(cell)))


def _below(row: Piece, groups: Sequence[Spans], text: str) -> tuple[bool, bool]:
    """Whether a blank line or what ends a table stands below a row, and whether the table surely ends there."""
    end = row.cells[-1][-1].end if row.cells[-1] else row.cells[-2][-1].end
    below = next((group for group in groups if group[0].start >= end), None)
    if below is None or ends_table(cell_text(below, text)):
        return True, True
    return text.count("\n", end, below[0].start) > 1, False


def _is_like_above(cells: Sequence[str]) -> bool:
    """Whether the last cell of a table is no sentence, and a figure where those above it are."""
    *above, last = cells or [""]
    return last[-1:] not in {".", ";", ":"} and (is_figure(last) or not all(map(is_figure, above)))


def _misfits(said: str, role: Column) -> bool:
    """Whether a cell may be no whole cell of a column: another's, the end of one, or the number of a page."""
    if role is not Column.TASK and says_nothing(said):
        return False
    if role is Column.DEADLINE:
        return not says_time(said) or says_agency(said) or bool(HALF_TIME.search(fold(said)))
    if _PAGE.match(said) or (said[:1].islower() and not _OPENS.match(fold(said))):
        return True
    if role is Column.TASK:
        return agencies.is_names(said, 0, len(said))
    return role in _BODIES and not agencies.begins_like_name(said, 0, len(said))


# Under this heading cells are mostly empty, and then not printed.
_NOTE = re.compile(r"ghi chu\W*$")


def _with_empty_note(
    row: list[Spans], header: list[list[Spans]], roles: Sequence[Column], text: str
) -> list[Spans] | None:
    """A row that lacks its last cell alone, of a column of notes: a time stands in its column; else None."""
    note = header[0][-1]
    if len(row) != len(roles) - 1 or Column.DEADLINE not in roles or not _NOTE.match(fold(cell_text(note, text))):
        return None
    fits = all(_fits(cell, role, text) for cell, role in zip(row, roles, strict=False))
    return [*row, ()] if fits else None


_PAGE = re.compile(r"\W*\d{1,4}\W*$")


def _without_repeats(groups: list[Spans], said: Sequence[str], heads: int, first: int, width: int) -> list[Spans]:
    """The cells without the headings that a new page repeats, and without the number of the page above them.

    A number that makes the row above whole, of ``width`` cells, is its last cell. Headings above a row that is
    numbered anew are those of another table, and are kept.
    """
    kept = list(range(first))
    at = first
    while at < len(said):
        if said[at] != said[0] or list(said[at : at + heads]) != list(said[:heads]) or _opens(said, at + heads):
            kept.append(at)
            at += 1
            continue
        at += heads
        following = said[at].strip(".) ") if at < len(said) else ""
        label = str(int(following) - 1) if following.isdecimal() else ""
        above = [said[i].strip(".) ") for i in reversed(kept[max(first, len(kept) - LONGEST_ROW) : -1])]
        cells = above.index(label) + 2 if label in above else 0  # with the label and the number itself
        whole = len(kept) > first + width and _PAGE.match(said[kept[-1 - width]])
        if (cells > width or whole) and _PAGE.match(said[kept[-1]]):
            kept.pop()
    return [groups[i] for i in kept]


def _opens(said: Sequence[str], at: int) -> bool:
    """Whether the rows of another table begin here."""
    return at < len(said) and bool(_FIRST.match(said[at]))


def _mended(row: list[Spans], roles: Sequence[Column], text: str) -> list[Spans] | None:
    """A row with the cells put together that were broken over two lines; None when it is not certain which were.

    It is certain where times end the rows, and a body is left under each heading of bodies: when the lines tell which
    go on with the one before, or when one cell alone was broken and only one way fits.
    """
    if not len(roles) < len(row) <= LONGEST_ROW:
        return None
    joined = [row[0], *_unwrapped(row[1:], text)]
    fits = len(joined) == len(roles) and all(_fits(c, r, text) for c, r in zip(joined, roles, strict=True))
    if fits and roles[-1] is Column.DEADLINE:
        return joined
    pieces = joined if len(joined) == len(roles) + 1 else row
    if len(pieces) != len(roles) + 1:
        return None
    broken = [i for i in range(1, len(roles) - 1) if not any(_is_apart(cell_text(c, text)) for c in pieces[i : i + 2])]
    whole = ([*pieces[:i], pieces[i] + pieces[i + 1], *pieces[i + 2 :]] for i in broken)
    fitting = [cells for cells in whole if all(_fits(c, r, text) for c, r in zip(cells, roles, strict=True))]
    return fitting[0] if len(fitting) == 1 and roles[-1] is Column.DEADLINE else None


# What a cell cannot end with: "Sở Nông nghiệp và", "Sở Tài chính;", "Tháng 6 đến tháng".
_GOES_ON = re.compile(r"(?:[,;:(–-]|\b(?:va|hoac|cua|cho|voi|tai|o|den|tu|ve|theo|trong))$")


# In small letters these begin a cell as well as they go on with one.
_OPENS = re.compile(r"(?:các|những|chủ|cơ quan|đơn vị|doanh nghiệp|hộ)\b")


def _unwrapped(cells: list[Spans], text: str) -> list[Spans]:
    """The cells, each with the lines put to it that go on with it: in small letters, or where it cannot end."""
    joined: list[Spans] = []
    before = ""
    for cell in cells:
        said = cell_text(cell, text)
        goes_on = _GOES_ON.search(before) or (HALF_TIME.search(before) and said[:1].isdigit())
        if joined and (goes_on or (said[:1].islower() and not _OPENS.match(said))):
            joined[-1] = joined[-1] + cell
        else:
            joined.append(cell)
        before = fold(said)
    return joined


def _last_row(groups: list[Spans], row: list[Spans], roles: Sequence[Column], text: str) -> list[Spans]:
    """The last row up to its time: how many lines it takes is seen from its cells."""
    start = groups.index(row[0])
    for end in range(start + len(roles), min(start + LONGEST_ROW, len(groups) + 1)):
        lines = groups[start:end]
        whole = lines if len(lines) == len(roles) else _mended(lines, roles, text)
        goes_on = end < len(groups) and len(_unwrapped([lines[-1], groups[end]], text)) == 1
        if whole and says_time(cell_text(whole[-1], text)) and not goes_on:
            return whole
    return row


def _is_apart(piece: str) -> bool:
    """Whether a piece is the number of a page, or a time or half of one, and so no part of another cell."""
    time = says_time(piece) and not says_agency(piece) and len(piece) < BARE_TIME
    return bool(_PAGE.match(piece)) or time or bool(HALF_TIME.search(fold(piece)))


_BODIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})


def _fits(cell: Spans, role: Column, text: str) -> bool:
    """Whether a cell may stand under a heading of this role."""
    said = cell_text(cell, text)
    if role in _BODIES | {Column.DEADLINE} and says_nothing(said):
        return True
    if role is Column.DEADLINE:
        return says_time(said) and not says_agency(said) and len(said) < BARE_TIME
    return role not in _BODIES or agencies.begins_like_name(said, 0, len(said))


def _by_lines(lines: list[Span]) -> list[Spans]:
    return [(s,) for s in lines if s.start < s.end]


def _by_blank_lines(lines: list[Span]) -> list[Spans]:
    groups: list[list[Span]] = []
    gap = True
    for span in lines:
        if span.start == span.end:
            gap = True
            continue
        if gap:
            groups.append([span])
        else:
            groups[-1].append(span)
        gap = False
    return [tuple(group) for group in groups]


def _unclear_end(said: Sequence[str], first: int) -> int:
    """Behind the last of the cells of rows that are numbered 1, 2, 3 …; 0 when there are not two."""
    starts = [first]
    for i in range(first + 1, len(said)):
        if re.fullmatch(rf"0?{len(starts) + 1}[.)]?", said[i]):
            starts.append(i)
    if len(starts) < _LEAST_ROWS:
        return 0
    usual = Counter(b - a for a, b in itertools.pairwise(starts)).most_common(1)[0][0]
    return min(starts[-1] + usual, len(said))


def _stacked_header(text: str, labels: list[Spans], width: int) -> list[list[Spans]]:
    """Heading rows ``width`` wide; [] when it is not sure which heading stands over which column.

    One heading more than columns means one merged heading over the two that are printed last.
    """
    if len(labels) == width:
        return [list(labels)]
    if len(labels) != width + 1:
        return []
    folded = [fold(text[s[0].start : s[-1].end]) for s in labels]
    subs = "chu tri" in folded[-2] and "phoi hop" in folded[-1]
    groups = [i for i, f in enumerate(folded[:-2]) if re.search(r"trach nhiem|co quan|don vi|phan cong|thuc hien", f)]
    groups = [i for i in groups if not re.search(r"theo doi|chi dao|thoi gian|thoi han", folded[i])]
    if not subs or len(groups) != 1:
        return []
    at = groups[0]
    top = [*labels[:at], labels[at], labels[at], *labels[at + 1 : -2]]
    low: list[Spans] = [()] * width
    low[at], low[at + 1] = labels[-2], labels[-1]
    return [top, low]
