"""Cells of tables as they come in plain text, before anything is made of them."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tracuu.documents.tables.columns import is_header_cell
from tracuu.text import fold, trim
from tracuu.types import Span

Spans = tuple[Span, ...]
# Layout tables (the two-column head of a directive, recipients beside the signature) hold no data.
_LAYOUT = re.compile(
    r"cong hoa xa hoi|dang cong san viet nam|noi nhan|doc lap\s*-\s*tu do|^\s*(?:t/m|tm\.|kt\.|k/t)\b", re.M
)


@dataclass
class Grid:
    """Cells in rows; an empty cell is ``()``. ``header_rows`` when the format itself tells.

    ``merged`` tells that merged cells were already repeated over what they cover (HTML does);
    ``sure`` that this is meant as a table.
    """

    span: Span
    rows: list[list[Spans]]
    header_rows: int | None = None
    merged: bool = False
    sure: bool = True
    row_spans: list[Span] = field(default_factory=list)


def find_grids(text: str, start: int, end: int) -> list[Grid]:
    """All grids in ``text[start:end]``, in order, not overlapping; layout tables are left out."""
    grids: list[Grid] = []
    for find in (html_grids, markdown_grids, tab_grids, stacked_grids, aligned_grids):
        for grid in find(text, start, end):
            overlaps = any(g.span.start < grid.span.end and grid.span.start < g.span.end for g in grids)
            if not overlaps and not _LAYOUT.search(fold(text[grid.span.start : grid.span.end])):
                grids.append(grid)
    return sorted(grids, key=lambda g: g.span)


# --- HTML --------------------------------------------------------------------------------------


class _Cells(HTMLParser):
    """Positions of the cells of one HTML table: (start, end, columns, rows) a cell, by row."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[tuple[int, int, int, int]]] = []
        self.starts: list[int] = []
        self.heads = 0
        self._lines = [0, *(m.end() for m in re.finditer("\n", html))]
        self._open: tuple[int, int, int] | None = None
        self.feed(html)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close(tag)
        if tag == "tr":
            self.rows.append([])
            self.starts.append(self._position())
        elif tag in {"td", "th"} and self.rows:
            wide = {k: int(v) for k, v in attrs if k in {"colspan", "rowspan"} and v and v.isdigit()}
            begin = self._position() + len(self.get_starttag_text() or "")
            self._open = (begin, min(wide.get("colspan", 1), 50), min(wide.get("rowspan", 1), 500))
            if tag == "th":
                self.heads = len(self.rows)

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self.heads = len(self.rows)
        self._close(tag)

    def _close(self, tag: str) -> None:
        if self._open and tag in {"td", "th", "tr", "table", "tbody", "thead"}:
            begin, columns, rows = self._open
            self.rows[-1].append((begin, self._position(), columns, rows))
            self._open = None


def html_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of ``<table>`` elements, merged cells repeated over the cells that they cover."""
    for match in re.finditer(r"<table\b.*?</table>", text[start:end], re.DOTALL | re.IGNORECASE):
        origin = start + match.start()
        cells = _Cells(match.group())
        placed: dict[tuple[int, int], Spans] = {}
        for r, row in enumerate(cells.rows):
            column = 0
            for begin, stop, columns, rows in row:
                while (r, column) in placed:
                    column += 1
                spans = _html_text(text, origin + begin, origin + stop)
                for dr in range(rows):
                    for dc in range(columns):
                        placed[r + dr, column + dc] = spans
                column += columns
        if placed:
            width = max(c for _, c in placed) + 1
            rows_ = [[placed.get((r, c), ()) for c in range(width)] for r in range(len(cells.rows))]
            span = Span(origin, origin + len(match.group()))
            # A row goes from its tag to the next one's: every character of the table is in a row.
            starts = [origin, *(origin + at for at in cells.starts[1:]), span.end]
            row_spans = [trim(text, a, b) for a, b in itertools.pairwise(starts)]
            yield Grid(span, rows_, cells.heads or None, merged=True, row_spans=row_spans)


def _html_text(text: str, start: int, end: int) -> Spans:
    """The pieces of a cell between its inner tags."""
    bounds = [start]
    for tag in re.finditer(r"<[^<>]*>", text[start:end]):
        bounds += [start + tag.start(), start + tag.end()]
    bounds.append(end)
    spans = (trim(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    return tuple(s for s in spans if s.start < s.end)


# --- Markdown ----------------------------------------------------------------------------------

_RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


def markdown_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of lines with ``|``; a table cut by blank lines goes on when its width stays the same."""
    run: list[tuple[Span, list[Spans]]] = []
    heads: int | None = None
    blanks = 0
    for span in [*lines_of(text, start, end), Span(end, end)]:
        line = text[span.start : span.end]
        if line.count("|") >= 2 and _RULER.match(line):
            heads = heads or len(run)
            continue
        if line.count("|") >= 2:
            cells = _split(text, span, "|")
            if text[span.start] == "|":
                cells = cells[1:]
            if line.rstrip().endswith("|"):
                cells = cells[:-1]
            if blanks and run and len(run[-1][1]) != len(cells):
                yield from _grid(run, heads)
                run, heads = [], None
            run.append((span, cells))
            blanks = 0
        elif line.strip() or span.start == end or blanks > 2:
            yield from _grid(run, heads)
            run, heads, blanks = [], None, 0
        else:
            blanks += 1


def _grid(run: list[tuple[Span, list[Spans]]], heads: int | None = None, *, sure: bool = True) -> Iterator[Grid]:
    if len(run) < 2:
        return
    width = max(len(cells) for _, cells in run)
    rows = [cells + [()] * (width - len(cells)) for _, cells in run]
    span = Span(run[0][0].start, run[-1][0].end)
    yield Grid(span, rows, heads, sure=sure, row_spans=[s for s, _ in run])


def _split(text: str, span: Span, sign: str) -> list[Spans]:
    cells: list[Spans] = []
    start = span.start
    for stop in [*(i for i in range(*span) if text[i] == sign), span.end]:
        piece = trim(text, start, stop)
        cells.append((piece,) if piece.start < piece.end else ())
        start = stop + 1
    return cells


def lines_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the lines of ``text[start:end]``, without their ends; blank ones too."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


# --- Tabs --------------------------------------------------------------------------------------


def tab_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of lines with tabs. A row whose cells hold line breaks is put together again.

    The width is that of the first line that looks like a heading row. Lines without a tab between
    two rows are bands (titles of groups) or go on with the last cell.
    """
    lines = [s for s in lines_of(text, start, end) if text[s.start : s.end].strip()]
    position = 0
    while position < len(lines):
        width = _tabs(text, lines[position]) + 1
        if width < 3:
            position += 1
            continue
        run, position = _tab_run(text, lines, position, width)
        yield from _grid(run, sure=len(run) > 2)


def _tabs(text: str, span: Span) -> int:
    return text.count("\t", span.start, span.end)


def _tab_run(text: str, lines: list[Span], position: int, width: int) -> tuple[list[tuple[Span, list[Spans]]], int]:
    run: list[tuple[Span, list[Spans]]] = []
    while position < len(lines):
        taken, cells = _tab_row(text, lines, position, width)
        if not taken:
            break
        run.append((Span(lines[position].start, lines[position + taken - 1].end), cells))
        position += taken
    return run, max(position, 1) if run else position + 1


# A row broken over more lines than this is no row.
_MAX_LINES = 12
_LABEL = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5}|[A-ZĐ])[.)]?\s*$")
_BAND = re.compile(r"\s*(?:\*\*|#+ )?\s*(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s*[.)\-]\s*\S")


def _tab_row(text: str, lines: list[Span], position: int, width: int) -> tuple[int, list[Spans]]:
    """How many lines the row at ``position`` takes, and its cells; 0 lines when there is no row."""
    first = _split(text, lines[position], "\t")
    if len(first) == width:
        return 1, first
    more = position + 1 < len(lines)
    if len(first) == 1:
        return _lone_line(text, lines, position, width)
    if len(first) > width:
        return (1, first[:width]) if not any(first[width:]) else (0, [])
    for taken in range(2, _MAX_LINES + 1):
        if not more or position + taken > len(lines):
            break
        pieces = [_split(text, s, "\t") for s in lines[position : position + taken]]
        if _starts_row(text, pieces[-1]):
            break
        if sum(map(len, pieces)) - taken + 1 == width:
            return taken, _joined(pieces)
    # Trailing empty cells are often lost: the cells that are there keep their columns.
    return (1, first + [()] * (width - len(first))) if _starts_row(text, first) else (0, [])


def _starts_row(text: str, cells: list[Spans]) -> bool:
    return len(cells) > 1 and bool(cells[0]) and bool(_LABEL.match(text[cells[0][0].start : cells[0][0].end]))


def _lone_line(text: str, lines: list[Span], position: int, width: int) -> tuple[int, list[Spans]]:
    """A line without tabs is a band when a full row follows it."""
    line = text[lines[position].start : lines[position].end]
    follows = position + 1 < len(lines) and _tabs(text, lines[position + 1]) >= 1
    if follows and len(line) < 300 and (_BAND.match(line) or line.strip().isupper()):
        piece = trim(text, *lines[position])
        return 1, [(piece,), *([()] * (width - 1))]
    return 0, []


def _joined(pieces: list[list[Spans]]) -> list[Spans]:
    cells = list(pieces[0])
    for piece in pieces[1:]:
        cells[-1] = cells[-1] + piece[0]
        cells += piece[1:]
    return cells


# --- One cell a line ---------------------------------------------------------------------------

_STT = re.compile(r"(?:s?tt|so tt|so thu tu)\.?$")


def stacked_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids that came out one cell a line: "STT", the other headings, then "1" and its cells ….

    Taken only when every row has as many cells as there are columns, so that no cell is guessed
    into a wrong column; cells of several lines are told by the blank lines between cells.
    """
    lines = [trim(text, *s) for s in lines_of(text, start, end)]
    for position, span in enumerate(lines):
        if _STT.match(fold(text[span.start : span.end]).strip(" *|#")):
            yield from _stacked(text, lines, position)


def _stacked(text: str, lines: list[Span], position: int) -> Iterator[Grid]:
    for groups in (_by_blank_lines(lines[position:]), _by_lines(lines[position:])):
        content = [text[g[0].start : g[-1].end].strip(" *#") for g in groups]
        first = next((i for i, value in enumerate(content[:24]) if re.fullmatch(r"0?1[.)]?", value)), None)
        if first is None or first < 3 or not all(len(value) < 90 for value in content[:first]):
            continue
        rows, used = _stacked_rows(groups, content, first)
        widths = {len(row) for row in rows}
        if len(rows) >= 2 and len(widths) == 1 and (header := _stacked_header(text, groups[:first], widths.pop())):
            span = Span(groups[0][0].start, groups[used - 1][-1].end)
            spans = [Span(row[0][0].start, row[-1][-1].end) for row in rows]
            head = Span(groups[0][0].start, groups[first - 1][-1].end)
            yield Grid(span, header + rows, len(header), merged=True, row_spans=[head] * len(header) + spans)
            return


def _by_lines(lines: list[Span]) -> list[Spans]:
    return [(s,) for s in lines if s.start < s.end]


def _by_blank_lines(lines: list[Span]) -> list[Spans]:
    groups: list[Spans] = []
    gap = True
    for span in lines:
        if span.start == span.end:
            gap = True
            continue
        groups = [*groups, (span,)] if gap else [*groups[:-1], (*groups[-1], span)]
        gap = False
    return groups


def _stacked_rows(groups: list[Spans], content: list[str], first: int) -> tuple[list[list[Spans]], int]:
    """Rows cut where the numbers 1, 2, 3 … stand alone; the last row is as wide as the first."""
    starts = [first]
    for i in range(first + 1, len(content)):
        if re.fullmatch(rf"0?{len(starts) + 1}[.)]?", content[i]):
            starts.append(i)
    if len(starts) < 2:
        return [], first
    last = min(starts[-1] + starts[1] - starts[0], len(groups))
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


# --- Columns of spaces -------------------------------------------------------------------------

_FRAGMENT = re.compile(r"\S+(?: \S+)*")


def aligned_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids laid out with runs of two or more spaces, cells broken over lines side by side.

    Columns are the stretches between character columns that are blank in every line from the
    first numbered row on. A line that numbers a row begins it; the others go on with its cells.
    """
    lines = list(lines_of(text, start, end))
    position = 0
    while position < len(lines):
        fragments = _fragments(text, lines[position])
        heads = sum(is_header_cell(text[f.start : f.end]) for f in fragments)
        if len(fragments) >= 3 and heads >= 2:
            grid, position = _aligned(text, lines, position)
            if grid:
                yield grid
        else:
            position += 1


def _fragments(text: str, line: Span) -> list[Span]:
    if text.count("\t", line.start, line.end) or text.count("|", line.start, line.end) > 1:
        return []
    return [Span(line.start + m.start(), line.start + m.end()) for m in _FRAGMENT.finditer(text[line.start : line.end])]


def _aligned(text: str, lines: list[Span], position: int) -> tuple[Grid | None, int]:
    stop = position
    while stop < len(lines) and (_fragments(text, lines[stop]) or _within(text, lines, stop)):
        stop += 1
    block = [s for s in lines[position:stop] if text[s.start : s.end].strip()]
    label = re.compile(r"\s{0,6}(\d{1,3})[.)]?(?=\s{2,})")
    starts = [i for i, s in enumerate(block) if label.match(text[s.start : s.end])]
    if len(starts) < 2:
        return None, position + 1
    body = [text[s.start : s.end] for s in block[starts[0] :]]
    body = [line for line in body if len(_FRAGMENT.findall(line)) > 1 or line.startswith("   ")]
    columns = _columns(body)
    if len(columns) < 3:
        return None, position + 1
    rows = [_placed(block[a:b], columns, text) for a, b in zip(starts, [*starts[1:], len(block)], strict=True)]
    header = _placed(block[: starts[0]], columns, text)
    if any(row is None for row in rows) or header is None:
        return None, position + 1
    spans = [Span(block[a].start, block[b - 1].end) for a, b in zip([0, *starts], [*starts, len(block)], strict=True)]
    whole = Span(block[0].start, block[-1].end)
    return Grid(whole, [header, *[r for r in rows if r]], 1, merged=True, row_spans=spans), stop


def _within(text: str, lines: list[Span], position: int) -> bool:
    """A blank line stays in the table when the next line is laid out too."""
    following = lines[position + 1] if position + 1 < len(lines) else Span(0, 0)
    blank = not text[lines[position].start : lines[position].end].strip()
    return blank and len(_fragments(text, following)) > 1


def _columns(body: list[str]) -> list[tuple[int, int]]:
    """Stretches of character columns (start, end) between gutters of two or more blank ones."""
    width = max(map(len, body))
    used = [any(i < len(line) and line[i] != " " for line in body) for i in range(width)] + [False, False]
    columns: list[tuple[int, int]] = []
    start = None
    for i in range(width + 1):
        if used[i] and start is None:
            start = i
        elif start is not None and not used[i] and not used[i + 1]:
            columns.append((start, i))
            start = None
    return columns


def _placed(lines: list[Span], columns: list[tuple[int, int]], text: str) -> list[Spans] | None:
    """Fragments put into the columns that they overlap; None when one crosses a gutter of the body."""
    cells: list[list[Span]] = [[] for _ in columns]
    for line in lines:
        for fragment in _fragments(text, line):
            a, b = fragment.start - line.start, fragment.end - line.start
            over = [i for i, (left, right) in enumerate(columns) if a < right and left < b]
            if len(over) != 1:
                return None
            cells[over[0]].append(fragment)
    return [tuple(cell) for cell in cells]
