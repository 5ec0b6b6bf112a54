"""Tables that came out one cell a line."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from tracuu.agencies import names as agencies
from tracuu.documents.tables.columns import Column, column_role
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.documents.tables.slips import BARE_TIME, cell_text, says_agency, says_time
from tracuu.text import fold, trim
from tracuu.types import Span, Spans

_STT = re.compile(r"(?:s?tt|so tt|so thu tu)\.?$")


# More stacked tables than these, or longer ones (in lines), are in no directive; the bounds keep the search linear.
_MAX_TABLES = 40
_MAX_TABLE_LINES = 6_000
# The first row begins within this many cells after "STT".
_MAX_HEADINGS = 24
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
        content = [text[g[0].start : g[-1].end].strip(" *#") for g in groups]
        first = next((i for i, value in enumerate(content[:_MAX_HEADINGS]) if _FIRST.match(value)), None)
        if first is None or first < 3 or not all(len(value) < 90 for value in content[:first]):
            continue
        heads = _unwrapped(groups[:first], text)
        groups = _without_repeats(groups, content, first, len(heads))
        content = [text[g[0].start : g[-1].end].strip(" *#") for g in groups]
        rows, used = _stacked_rows(groups, content, first)
        for labels, width in ((groups[:first], first), (groups[:first], first - 1), (heads, len(heads))):
            header = _stacked_header(text, labels, width)
            whole = [_mended(row, header, text) or row for row in rows]
            if header and list(labels) == heads and whole:
                whole[-1] = _last_row(groups, rows[-1], header, text)
            if header and 2 * sum(len(row) == width for row in whole) >= len(whole) >= 2:
                yield _grid(groups[:first], header, whole, width)
                return
        if rows and unclear is None:
            unclear = Grid(Span(groups[0][0].start, groups[used - 1][-1].end), [])
    if unclear:
        yield unclear


def _grid(heads: list[Spans], header: list[list[Spans]], rows: list[list[Spans]], width: int) -> Grid:
    """The grid; a row that has not ``width`` cells is kept whole, under no heading."""
    head = Span(heads[0][0].start, heads[-1][-1].end)
    spans = [Span(row[0][0].start, row[-1][-1].end) for row in rows]
    slipped = frozenset(len(header) + i for i, row in enumerate(rows) if len(row) != width)
    fitted = [row if len(row) == width else [row[0], tuple(s for c in row[1:] for s in c)] for row in rows]
    return Grid(
        Span(head.start, spans[-1].end),
        [*header, *(row + [()] * (width - len(row)) for row in fitted)],
        len(header),
        merged=True,
        row_spans=[head] * len(header) + spans,
        slipped=slipped,
        short=frozenset({len(header) + len(rows) - 1}),
    )


_PAGE = re.compile(r"\W*\d{1,4}\W*$")
_LONGEST_ROW = 3 * _MAX_HEADINGS


def _without_repeats(groups: list[Spans], content: list[str], first: int, width: int) -> list[Spans]:
    """The cells without the headings that a new page repeats, and without the number of the page above them.

    A number that makes the row above whole, of ``width`` cells, is its last cell.
    """
    kept = list(range(first))
    at = first
    while at < len(content):
        if content[at] != content[0] or content[at : at + first] != content[:first]:
            kept.append(at)
            at += 1
            continue
        at += first
        following = content[at].strip(".) ") if at < len(content) else ""
        label = str(int(following) - 1) if following.isdecimal() else ""
        above = [content[i].strip(".) ") for i in reversed(kept[max(first, len(kept) - _LONGEST_ROW) : -1])]
        cells = above.index(label) + 2 if label in above else 0  # with the label and the number itself
        if cells > width and _PAGE.match(content[kept[-1]]):
            kept.pop()
    return [groups[i] for i in kept]


def _mended(row: list[Spans], header: list[list[Spans]], text: str) -> list[Spans] | None:
    """A row with the cells put together that were broken over two lines; None when it is not certain which were.

    It is certain where times end the rows, and a body is left under each heading of bodies: when the lines tell which
    go on with the one before, or when one cell alone was broken and only one way fits.
    """
    if not header or not len(header[0]) < len(row) <= _LONGEST_ROW:
        return None
    roles = [
        column_role(tuple(cell_text(level[c], text) for level in header if level[c])) for c in range(len(header[0]))
    ]
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
        goes_on = _GOES_ON.search(before) or (_HALF_TIME.search(before) and said[:1].isdigit())
        if joined and (goes_on or (said[:1].islower() and not _OPENS.match(said))):
            joined[-1] = joined[-1] + cell
        else:
            joined.append(cell)
        before = fold(said)
    return joined


def _last_row(groups: list[Spans], row: list[Spans], header: list[list[Spans]], text: str) -> list[Spans]:
    """The last row up to its time: how many lines it takes is seen from its cells."""
    start = groups.index(row[0])
    for end in range(start + len(header[0]), min(start + _LONGEST_ROW, len(groups) + 1)):
        lines = groups[start:end]
        whole = lines if len(lines) == len(header[0]) else _mended(lines, header, text)
        goes_on = end < len(groups) and len(_unwrapped([lines[-1], groups[end]], text)) == 1
        if whole and says_time(cell_text(whole[-1], text)) and not goes_on:
            return whole
    return row


# Match: "Tháng" over "8/2026", "Trước ngày", "Giai đoạn 2026 -". Near miss: "Sở Công Thương".
_HALF_TIME = re.compile(r"(?:^|\W)(?:thang|quy|nam|ngay|truoc|tu|den|het|hang|thuong|trong|cuoi|dau|-)$")


def _is_apart(piece: str) -> bool:
    """Whether a piece is the number of a page, or a time or half of one, and so no part of another cell."""
    time = says_time(piece) and not says_agency(piece) and len(piece) < BARE_TIME
    return bool(_PAGE.match(piece)) or time or bool(_HALF_TIME.search(fold(piece)))


_BODIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})


def _fits(cell: Spans, role: Column, text: str) -> bool:
    """Whether a cell may stand under a heading of this role."""
    said = cell_text(cell, text)
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


def _stacked_rows(groups: list[Spans], content: list[str], first: int) -> tuple[list[list[Spans]], int]:
    """Rows cut where the numbers 1, 2, 3 … stand alone; the last row is as wide as most."""
    starts = [first]
    for i in range(first + 1, len(content)):
        if re.fullmatch(rf"0?{len(starts) + 1}[.)]?", content[i]):
            starts.append(i)
    if len(starts) < 2:
        return [], first
    usual = Counter(b - a for a, b in itertools.pairwise(starts)).most_common(1)[0][0]
    last = min(starts[-1] + usual, len(groups))
    bounds = [*starts, last]
    return [groups[a:b] for a, b in itertools.pairwise(bounds)], last


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
