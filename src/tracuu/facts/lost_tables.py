"""Tables that lost their columns: rows whose cells run into one another.

They stand below headings on one line, or go on with a table on its next page. Where a cell ends cannot be told
there, so no sentence and no body is looked for in them.
"""

import re
from collections.abc import Iterator, Sequence

from tracuu.text import UPPER
from tracuu.types import Span, Table

_LINE = re.compile(r"[^\n]+|\n(?=\n)")
# Headings of a table of tasks, each with its capital: in a sentence they have none.
_HEADING = re.compile(
    r"(?<!\w)(?:STT|TT|Stt|Nhiệm\s+vụ|Nội\s+dung|Công\s+việc|Tên\s+nhiệm\s+vụ|Cơ\s+quan|Đơn\s+vị|Chủ\s+trì|Phối\s+hợp"
    r"|Thời\s+gian|Thời\s+hạn|Hạn|Tiến\s+độ|Hoàn(?:\s+thành)?|Sản\s+phẩm|Kết\s+quả|Ghi\s+chú)(?!\w)"
)
_FEWEST_HEADINGS = 3
_LONGEST_LINE = 200
_ROW = re.compile(r"\s*[|*]*\s*(?P<number>\d{1,3})[.)]?\s+\S")
# A stop, a dash or a bar: no line of headings alone.
_NO_HEADINGS = re.compile(r"[.;:|\t]|^\s*[-–+•]")
# A row by its bare number alone, cells set apart by blanks. Match: "4  Cho vay vốn  Ngân hàng Nhà  Thường".
# Near miss: "4.  Sở  Y tế  khám bệnh", a paragraph.
_LAID_OUT = re.compile(r"\s*(?P<number>\d{1,3})\s{2,}(?:\S+ )*\S+\s{2,}\S")
# The row that goes on with a table above. Match: "4 Cho vay vốn", below row 3. Near miss: "4 xã còn lại …".
_NEXT_ROW = re.compile(rf"\s*(?P<number>\d{{1,3}})\s+[{UPPER}]")
# The number of a page.
_PAGE = re.compile(r"\W*(?:\d{1,4}\W*)?$")
# The end of a sentence: what follows goes on with no table above it.
_SENTENCE = re.compile(r"[^\W\d][.;:]\W*$")
# A paragraph with its number ends rows whose numbers are bare.
_ITEM = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})*[.)]\s")
# What ends a table whatever its rows are: a part, a closing.
_ENDS = re.compile(
    r"\W*(?:[IVX]{1,5}\s?[.\-)]|(?:Điều|Phần|Chương|Mục|PHỤ LỤC)\s|Nơi\s+nhận|(?:T/M|TM\.|K/T|KT\.|TL\.)\s)"
)


def lost_tables(copy: str, start: int, end: int, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """The stretches of ``copy[start:end]`` outside the ``tables`` that are rows without columns, in order."""
    known = sorted(tables, key=lambda table: table.span)
    position, number = start, 0
    while position < end:
        line = _LINE.search(copy, position, end)
        if line is None:
            return
        position = line.end()
        while known and known[0].span.end <= line.start():
            number = _last_number(known.pop(0))
        if known and known[0].span.start < line.end():
            position = max(position, known[0].span.end)
            continue
        stop = _rows_end(copy, line, end, number)
        if stop:
            yield Span(line.start(), stop)
            position, number = stop, 0
        elif _ENDS.match(line.group()) or _ITEM.match(line.group()) or _SENTENCE.search(line.group()):
            number = 0


def _last_number(table: Table) -> int:
    """The number of the last row of a table; 0 when it has none."""
    label = (table.rows[-1].label or "") if table.rows else ""
    return int(label) if label.isdecimal() else 0


def _rows_end(copy: str, line: re.Match[str], end: int, above: int) -> int | None:
    """Where rows without columns end that begin with ``line``; None when none do.

    ``above`` is the number of the last row of the table right above, 0 for none.
    """
    if _heads(line.group()):
        return _table_end(copy, line.end(), end)
    row = _LAID_OUT.match(line.group()) or (above and _NEXT_ROW.match(line.group())) or None
    if row is None or (row.re is _NEXT_ROW and int(row["number"]) != above + 1):
        return None
    return _table_end(copy, line.start(), end, above=int(row["number"]) - 1)


def _heads(line: str) -> bool:
    """Whether a line holds the headings of a table of tasks and nothing that a sentence has."""
    if len(line) > _LONGEST_LINE or _NO_HEADINGS.search(line.strip(" *|")):
        return False
    return len(_HEADING.findall(line)) >= _FEWEST_HEADINGS and bool(_HEADING.match(line.strip(" *#")))


def _table_end(copy: str, position: int, end: int, *, above: int | None = None) -> int | None:
    """Where the rows from ``position`` on end; None when no numbered row follows.

    ``above`` is the number before that of the first row; without it the rows stand below headings, and may be
    numbered as paragraphs are.
    """
    number, stop, gap = above or 0, None, False
    for line in _LINE.finditer(copy, position, end):
        if not line.group().strip() or (gap and _PAGE.match(line.group())):
            gap = True
            continue
        row = _ROW.match(line.group())
        goes_on = row is not None and int(row["number"]) == number + 1
        item = above is not None and _ITEM.match(line.group())
        if item or _ENDS.match(line.group()) or (gap and not goes_on):
            return stop
        if goes_on:
            number += 1
        gap = False
        if goes_on or stop:
            stop = line.end()
    return stop
