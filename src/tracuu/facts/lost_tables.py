"""Tables that lost their columns: headings on one line, then rows whose cells run into one another.

Where a cell ends cannot be told there, so no sentence and no body is looked for in them.
"""

import re
from collections.abc import Iterator, Sequence

from tracuu.types import Span

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
_NO_HEADINGS = re.compile(r"[.;:|\t]|^\s*[-–+•]|\S {3,}\S")
# What ends a table whatever its rows are: a part, a closing.
_ENDS = re.compile(
    r"\W*(?:[IVX]{1,5}\s?[.\-)]|(?:Điều|Phần|Chương|Mục|PHỤ LỤC)\s|Nơi\s+nhận|(?:T/M|TM\.|K/T|KT\.|TL\.)\s)"
)


def lost_tables(copy: str, start: int, end: int, tables: Sequence[Span] = ()) -> Iterator[Span]:
    """The stretches of ``copy[start:end]`` outside the ``tables`` that are rows without columns, in order."""
    position = start
    while position < end:
        line = _LINE.search(copy, position, end)
        if line is None:
            return
        position = line.end()
        if not _heads(line.group()) or any(t.start < line.end() and line.start() < t.end for t in tables):
            continue
        stop = _table_end(copy, line.end(), end)
        if stop:
            yield Span(line.start(), stop)
            position = stop


def _heads(line: str) -> bool:
    """Whether a line holds the headings of a table of tasks and nothing that a sentence has."""
    if len(line) > _LONGEST_LINE or _NO_HEADINGS.search(line.strip(" *|")):
        return False
    return len(_HEADING.findall(line)) >= _FEWEST_HEADINGS and bool(_HEADING.match(line.strip(" *#")))


def _table_end(copy: str, position: int, end: int) -> int | None:
    """Where the rows below a line of headings end; None when no numbered row follows."""
    number, stop, gap = 0, None, False
    for line in _LINE.finditer(copy, position, end):
        if not line.group().strip():
            gap = True
            continue
        row = _ROW.match(line.group())
        goes_on = row is not None and int(row["number"]) == number + 1
        if _ENDS.match(line.group()) or (gap and not goes_on):
            return stop
        if goes_on:
            number += 1
        gap = False
        if number:
            stop = line.end()
    return stop
