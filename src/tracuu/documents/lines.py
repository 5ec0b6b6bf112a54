"""Physical lines without their mark-up, each with the span it came from.

OCR puts `#`, `**`, `<sup>` and LaTeX where it likes. Structure is read from the bare text; what is
quoted keeps every character.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracuu.text import trim
from tracuu.types import Span

_HEADING_MARK = re.compile(r"#{1,6}\s+")
_HEADING_MARKS = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_TAGS = re.compile(
    r"</?(?:b|i|u|em|strong|sup|sub|br|p|div|span|center|font|h[1-6]|table|thead|tbody|tr|t[dh])\b[^<>]{0,80}>",
    re.IGNORECASE,
)
# Tags that set words apart.
_BLOCK_TAG = re.compile(r"</?(?:br|p|div|table|tr|t[dh])\b", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__+(?=\w)|(?<=\w)__+|\*{2,}")
_MATH = re.compile(r"\$([^$\n]{1,40})\$")
_MARKED = re.compile(r"[#*_<$^\\]")
# Lines that only draw a rule: -----, ***, ____, =====.
_COMMENT = re.compile(r"<!--[^<>]{0,200}-->")
_RULE = re.compile(r"[\s\-–—_*=~.·•]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``bare`` is its text without mark-up; ``gap`` tells that a blank line stands above.

    ``strong`` tells that mark-up made it a heading or set it wholly in bold; ``cells`` that it is a
    row of a table by its tabs or bars.
    """

    span: Span
    bare: str
    gap: bool
    strong: bool
    cells: bool = False

    @property
    def is_upper(self) -> bool:
        """At least 80 % of its letters are capitals (OCR loses some)."""
        letters = [c for c in self.bare if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def strip_markup(text: str) -> str:
    """The text as a reader sees it: no Markdown, HTML or LaTeX signs. For searching and reading only."""
    if not _MARKED.search(text):
        return text
    text = _HEADING_MARKS.sub("", _MATH.sub(r"\1", text))
    if "<" in text:
        text = _COMMENT.sub(" ", text)
        text = _TAGS.sub(lambda m: " " if _BLOCK_TAG.match(m.group()) else "", text)
    text = re.sub(r"(?<=[A-Za-z])\^\{?(\d)\}?", r"\1", text)
    return _EMPHASIS.sub("", text).replace("\\", "")


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]`` that hold something; rules and blank ones count as gaps."""
    lines: list[Line] = []
    gap = True
    for span in _line_spans(text, start, len(text) if end is None else end):
        raw = text[span.start : span.end]
        if _RULE.match(raw):
            gap = gap or not raw.strip() or len(raw.strip()) > 2
            continue
        body = _HEADING_MARK.sub("", raw, count=1) if (marked := bool(_HEADING_MARK.match(raw))) else raw
        bare = " ".join(strip_markup(body).split())
        strong = marked or (body.startswith("**") and body.rstrip().endswith("**"))
        if bare:
            lines.append(Line(span, bare, gap, strong, _is_row(raw)))
            gap = False
    return lines


# What may stand before a tab in running text: a bullet or a label with its sign.
_LABEL = re.compile(r"\W{0,3}(?:\w{1,4}[.)/]|\d{1,2}(?:\.\d{1,2})+\.?)?\W{0,3}$")


_CELL_TAG = re.compile(r"<t[dhr]\b", re.IGNORECASE)


def _is_row(raw: str) -> bool:
    """Whether a line is a row of a table: three cells, or a bare number and a cell; or a cell in HTML."""
    if _CELL_TAG.search(raw):
        return True
    sign = "\t" if "\t" in raw else "|"
    cells = [cell.strip() for cell in raw.split(sign) if cell.strip()]
    if len(cells) > 1 and _LABEL.match(cells[0]):
        cells = cells[1:]
    return len(cells) > 2 or (len(cells) == 2 and cells[0].isdecimal())


def _line_spans(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        span = trim(text, start, stop)
        yield span
        start = stop + 1


def outside(lines: Sequence[Line], spans: Sequence[Span]) -> list[Line]:
    """The lines that begin in none of the ``spans``, which do not overlap."""
    ordered = sorted(spans)
    kept: list[Line] = []
    for line in lines:
        at = bisect_right(ordered, line.span.start, key=lambda s: s.start) - 1
        if at < 0 or ordered[at].end <= line.span.start:
            kept.append(line)
    return kept


# --- What belongs to the page and not to the text ------------------------------------------------

# "- 3 -", "3", "Trang 3", "Trang 3/10", "3/10"; not "3." and not "- 3 dự án".
PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:(?P<word>trang|page)\s*(?:số\s*)?)?(?P<page>\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?\W{0,4}$",
    re.IGNORECASE,
)
# Between dashes it is nothing else: "- 3 -".
_DASHED = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]$")
# Two page numbers stand at least this far apart; the numbers of rows stand closer.
_LEAST_PAGE = 300
# Up to here the numbers of a document that follows another in one file begin.
_FIRST_PAGES = 3
# A number with this much space before it stands in the middle of the line.
_CENTRED = 8
# A running head is repeated at least this often, always beside a page number.
_REPEATED = 2
_LONGEST_HEAD = 120


def is_page_number(text: str) -> bool:
    """Whether a line (without mark-up) can be a page number: it holds nothing else."""
    return len(text) < 16 and bool(PAGE_NUMBER.match(text)) and text[-1] not in ".);:"


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and running heads; the line after one keeps the gap above it."""
    numbers = set(_page_numbers(lines))
    near = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines)}
    beside = Counter(lines[j].bare for j in near)
    heads = {bare for bare, count in beside.items() if count >= _REPEATED and len(bare) < _LONGEST_HEAD}
    kept: list[Line] = []
    gap = False
    for i, line in enumerate(lines):
        if i in numbers or (line.bare in heads and ({i - 1, i + 1} & numbers)):
            gap |= line.gap
            continue
        kept.append(replace(line, gap=line.gap or gap))
        gap = False
    return kept


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Indexes of the lines that hold the number of a page.

    A number between dashes or after "Trang" is one. A bare one is one only when it stands apart from the
    lines around it or breaks a sentence, when no other number alone is near (cells of a table come one a
    line too), and when the numbers of pages go on with it.
    """
    alone = [i for i, line in enumerate(lines) if is_page_number(line.bare) and not line.cells]
    beside = Counter(lines[j].bare for i in alone for j in (i - 1, i + 1) if 0 <= j < len(lines))
    last, last_start = 0, 0
    for n, i in enumerate(alone):
        match = PAGE_NUMBER.match(lines[i].bare)
        if i == 0 or match is None:
            continue
        start = lines[i].span.start
        near = {abs(lines[j].span.start - start) for j in alone[max(0, n - 1) : n + 2] if j not in {0, i}}
        number = int(match["page"])
        # A page has at least `_LEAST_PAGE` characters, and the numbers begin anew with each document of a bundle.
        ordered = number <= _FIRST_PAGES or 0 < number - last <= 1 + (start - last_start) // _LEAST_PAGE
        marked = match["word"] or _DASHED.match(lines[i].bare)
        heads = [j for j in (i - 1, i + 1) if j < len(lines) and _may_be_head(lines[j].bare, beside)]
        apart = bool(heads) or _stands_apart(lines, i)
        if not marked and (min([start, *near]) < _LEAST_PAGE or not ordered or not apart):
            continue
        last, last_start = number, start
        yield i


def _may_be_head(bare: str, beside: Mapping[str, int]) -> bool:
    """Whether a line is repeated beside numbers that stand alone, as a running head is."""
    return beside[bare] >= _REPEATED and _LEAST_LINE <= len(bare) < _LONGEST_HEAD


def _stands_apart(lines: Sequence[Line], i: int) -> bool:
    """Whether a blank line or the broken sentence around it tells a number alone from a cell of a table."""
    before, after = lines[i - 1].bare, lines[i + 1].bare if i + 1 < len(lines) else ""
    runs_on = (before[-1].isalnum() or before[-1] == ",") and after[:1].islower()
    return lines[i].gap or runs_on or (i + 1 < len(lines) and lines[i + 1].gap)


# Around a number alone that is no cell of a table a line is at least this long.
_LEAST_LINE = 25


def without_inner_page_numbers(text: str) -> str:
    """A quotation without the numbers of pages that break a sentence of it.

    A bare number is one only between blank lines in the middle of a sentence, and not where another line
    holds nothing but a number: a row of a table came out one cell a line.
    """
    rows = text.split("\n")
    if len(rows) < 3:
        return text
    bare = [" ".join(strip_markup(row).split()) for row in rows]
    alone = [i for i, line in enumerate(bare) if line and is_page_number(line)]
    drop = {i for i in alone if 0 < i < len(rows) - 1 and _breaks_sentence(rows, bare, i, only=len(alone) == 1)}
    return "\n".join(row for i, row in enumerate(rows) if i not in drop)


def _breaks_sentence(rows: Sequence[str], bare: Sequence[str], i: int, *, only: bool) -> bool:
    match = PAGE_NUMBER.match(bare[i])
    if "|" in rows[i] or _CELL_TAG.search(rows[i]):
        return False
    if match and (match["word"] or _DASHED.match(bare[i])):
        return True
    before = next((line for line in reversed(bare[:i]) if line), "")
    after = next((line for line in bare[i + 1 :] if line), "")
    runs_on = (before[-1:].isalnum() or before[-1:] == ",") and after[:1].islower()
    set_apart = not bare[i - 1] or not bare[i + 1] or rows[i][:_CENTRED].isspace()
    return only and runs_on and set_apart and max(len(before), len(after)) >= _LEAST_LINE
