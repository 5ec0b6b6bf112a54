"""Rows of totals in tables, and whether the rows that they sum up make them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracuu.checks.prose_sums import Amount, Sum
from tracuu.documents import cell_text
from tracuu.facts.figures import read_number
from tracuu.text import fold
from tracuu.types import Row, Span, Table

_TOTAL = re.compile(r"^\W*(?:tong(?: cong| so)?|cong(?: tong)?|toan (?:tinh|huyen|xa|thanh pho)|tong toan tinh)\W*$")
# Columns whose figures are not added up. Near miss: "Năm 2026" holds the figures of that year.
_NOT_ADDED = re.compile(
    r"\b(?:stt|tt|ty le|ti le|ty trong|co cau|binh quan|trung binh|mat do|don gia|dinh muc|toc do|so hieu|ma|ghi chu"
    r"|nam(?! 20\d\d)|thoi gian|ngay|diem|xep hang|thu tu|he so|muc|thoi han|hang|loai)\b|%"
)
_ROMAN = re.compile(r"[IVX]{1,5}|[A-ZĐ]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# A lone column of figures that is off by more than half is no sum but something else.
_OFF_BY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row with its depth (0 for the largest groups), and its figures by column."""

    row: Row
    depth: int
    total: bool
    figures: Mapping[int, Amount]


def table_sums(table: Table, copy: str) -> Iterator[Sum]:
    """The totals of a table that its rows do not make; none when it is not certain which rows they sum up."""
    lines = [_line(row, copy) for row in table.rows]
    totals = [line for line in lines if line.total]
    rest = [line for line in lines if not line.total]
    if len(totals) != 1 or len(rest) < 2 or any(line.depth < 0 for line in rest):
        return
    if lines[0] is not totals[0] and lines[-1] is not totals[0]:
        return
    top = min(line.depth for line in rest)
    parts = [line for line in rest if line.depth == top]
    if len(parts) < 2:
        return
    columns = [i for i in totals[0].figures if _is_added(table, i) and all(i in line.figures for line in parts)]
    wrong = {i: s for i in columns if (s := _compared(totals[0].figures[i], [line.figures[i] for line in parts]))}
    if len(wrong) == len(columns) and not (len(columns) == 1 and _is_near(wrong)):
        return
    yield from wrong.values()


def _line(row: Row, copy: str) -> _Line:
    words = [cell_text(cell.spans, copy) for cell in row.cells]
    named = next((fold(w) for w in words if re.search(r"[^\W\d_]{2}", w)), "")
    figures = {i: a for i, cell in enumerate(row.cells) if (a := _amount(cell.spans, words[i], copy))}
    return _Line(row=row, depth=_depth(row, words), total=bool(_TOTAL.match(named)), figures=figures)


def _depth(row: Row, words: Sequence[str]) -> int:
    """0 for "I" and "A", 1 for "1", 2 for "1.1"; 1 for rows without numbers, -1 for parts of a row ("Trong đó")."""
    first = next((w for w in words if w.strip()), "")
    if re.match(r"\W*(?:trong do|trong đó)", first, re.IGNORECASE) or first.lstrip().startswith(("-", "+")):
        return -1
    label = (row.label or "").strip(" .)")
    if not label:
        return 1
    if _ROMAN.fullmatch(label):
        return 0
    return 1 + label.count(".")


def _amount(spans: Sequence[Span], words: str, copy: str) -> Amount | None:
    if len(spans) != 1 or not _NUMBER.fullmatch(words.strip(" *")):
        return None
    value = read_number(words.strip(" *"))
    part = words.strip(" *").partition(",")[2]
    finest = 10.0 ** -len(part) if part else 1.0
    return Amount(span=spans[0], value=value, what="", finest=finest) if value is not None else None


def _is_added(table: Table, column: int) -> bool:
    heading = fold(" ".join(table.columns[column])) if column < len(table.columns) else ""
    return not _NOT_ADDED.search(heading) and column > 0


def _compared(total: Amount, parts: Sequence[Amount]) -> Sum | None:
    said = sum(part.value for part in parts)
    slack = 1e-6 + (len(parts) * total.finest / 2 if total.finest < 1 else 0.0)
    if abs(said - total.value) <= slack:
        return None
    return Sum(total=total, parts=tuple(parts), said=said)


def _is_near(wrong: Mapping[int, Sum]) -> bool:
    return all(abs(s.said - s.total.value) <= _OFF_BY * max(s.total.value, s.said) for s in wrong.values())
