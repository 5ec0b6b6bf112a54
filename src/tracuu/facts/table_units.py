"""In which unit the figures of a table stand: by heading, the line above the table, or their total."""

import re

from tracuu.documents.tables.columns import is_year
from tracuu.facts.figures import find_figures, read_number
from tracuu.text import fold, squeeze
from tracuu.types import Cell, Row, Span

IN_BRACKETS = re.compile(r"\((?P<unit>[^()]{1,25})\)\s*$")
# Right above a table. Match: "Đơn vị tính: tỷ đồng". Near miss: "Đơn vị: Sở Y tế".
_ABOVE = re.compile(r"(?<!\w)(?:Đơn vị tính|Đơn vị|ĐVT)\s?:\s?(?P<unit>[^:;.]{1,25}?)[\s)*_.|:]{0,9}$", re.IGNORECASE)
# It is no longer than this.
_LINE = 60
# Match: "Tổng (tỷ đồng)", "Tổng kinh phí (triệu đồng)". Near miss: "Tổng số hộ (hộ)" beside sums of money.
_TOTAL = re.compile(r"^\W*(?:tong|cong)(?: (?:cong|so|von|kinh phi|muc|nhu cau|du toan|muc dau tu|ca giai doan))*\W*$")
_NUMBER = re.compile(r"\s*(?P<number>[\d.,]+)\s*$")
# Two figures that are written to this share of one another add up.
_ROUNDED = 1e-6
_FEWEST_YEARS = 2


def words_in_header(heading: str, header: Span | None, copy: str) -> Span | None:
    """Where the words of a heading stand in the heading rows; None when they are not there in one piece."""
    if header is None:
        return None
    words = r"\s+".join(map(re.escape, re.findall(r"[\w/().,;:%&-]+", heading)))
    match = re.compile(words).search(copy, *header)
    return Span(*match.span()) if match else None


def is_unit_text(said: str) -> bool:
    """Whether words are a unit and nothing else."""
    figure = next(find_figures(f"1 {said}", 0, len(said) + 2), None)
    return figure is not None and figure.unit is not None and squeeze(f"1 {said}"[slice(*figure.unit)]) == squeeze(said)


def unit_of_column(cell: Cell, named: Cell, row: Row, header: Span | None, copy: str) -> Span | None:
    """The unit of a figure in a table without a column of units, where it stands; None when nothing says it.

    ``named`` is the cell that names what the row measures.
    """
    for heading in (*reversed(cell.column), *reversed(named.column)):
        if unit := _in_brackets(heading, header, copy):
            return unit
    unit = _of_band(row, copy) or _above(header, copy) or _of_total(row, header, copy)
    what = squeeze(fold(" ".join(copy[slice(*span)] for span in named.spans)))
    counts = _COUNTS.match(what) is not None
    return None if unit and counts and _MONEY.search(fold(copy[slice(*unit)])) else unit


def total_of(row: Row, header: Span | None, copy: str) -> tuple[Cell, Span] | None:
    """The cell of a total with its unit, when it is what the figures of the years beside it add up to."""
    years = years_of(row)
    totals = [(c, unit) for c in row.cells if c.spans and (unit := _unit_of_total(c, header, copy))]
    if len(totals) != 1 or len(years) < _FEWEST_YEARS:
        return None
    whole, parts = _number(totals[0][0], copy), [_number(cell, copy) for cell in years]
    if whole is None or None in parts:
        return None
    return totals[0] if abs(sum(part or 0 for part in parts) - whole) <= _ROUNDED * max(whole, 1) else None


def years_of(row: Row) -> list[Cell]:
    """The cells of a row that stand under years, in order."""
    return [cell for cell in row.cells if any(map(is_year, cell.column)) and cell.spans]


def _in_brackets(heading: str, header: Span | None, copy: str) -> Span | None:
    match = IN_BRACKETS.search(heading)
    place = words_in_header(heading, header, copy) if match and is_unit_text(match["unit"]) else None
    inside = IN_BRACKETS.search(copy, *place) if place else None
    return Span(*inside.span("unit")) if inside else None


# What is no money, whatever stands above the table. Near miss: "Số tiền", "Số vốn", "Số hóa tài liệu".
_COUNTS = re.compile(
    r"\W*(?:so(?: luong)?(?! (?:tien|von|kinh phi|thu|chi|no|du|hoa)\b)|ty le|ti le|dien tich|san luong)\b"
)
_MONEY = re.compile(r"\bdong\b|\bty\b|\btrieu\b|\busd\b")


def _of_band(row: Row, copy: str) -> Span | None:
    """The unit behind the title of a group of rows: "B. Kinh phí (triệu đồng)"."""
    match = IN_BRACKETS.search(copy[slice(*row.band)].rstrip(" *|_\n\t")) if row.band else None
    if match is None or row.band is None or not is_unit_text(match["unit"]):
        return None
    start, end = match.span("unit")
    return Span(row.band.start + start, row.band.start + end)


def _above(header: Span | None, copy: str) -> Span | None:
    """The unit that the words right above the table say."""
    if header is None:
        return None
    end = header.start
    while end > 0 and copy[end - 1].isspace():
        end -= 1
    match = _ABOVE.search(copy, max(0, end - _LINE), end)
    return Span(*match.span("unit")) if match and is_unit_text(match["unit"]) else None


def _of_total(row: Row, header: Span | None, copy: str) -> Span | None:
    found = total_of(row, header, copy)
    return found[1] if found else None


def _unit_of_total(cell: Cell, header: Span | None, copy: str) -> Span | None:
    if not cell.column or any(map(is_year, cell.column)):
        return None
    heading = cell.column[-1]
    bare = IN_BRACKETS.sub("", heading)
    if not _TOTAL.match(squeeze(fold(bare))):
        return None
    return _in_brackets(heading, header, copy) or (_above(header, copy) if bare == heading else None)


def _number(cell: Cell, copy: str) -> float | None:
    match = _NUMBER.match(copy[slice(*cell.spans[0])]) if len(cell.spans) == 1 else None
    return read_number(match["number"]) if match else None
