"""Rows whose cells may stand under the wrong heading: nothing is said of their columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracuu.documents.lines import strip_markup
from tracuu.documents.tables.columns import Column
from tracuu.documents.tables.plain import is_figure
from tracuu.text import fold, squeeze
from tracuu.types import Cell, Row, Spans

_AGENCY = re.compile(
    r"\b(?:so|ban|bo|ubnd|hdnd|uy ban|hoi dong|dang uy|tinh uy|thanh uy|huyen uy|van phong|vp|cong an|bo chi huy|cuc"
    r"|chi cuc|hoi|truong|trung tam|vien|toa an|mat tran|mttq|doan|lien doan"
    r"|bao(?! cao| dam| ve| tri)|dai|kho bac|thanh tra|thue|ngan hang"
    r"|co quan|don vi|phong|to|cong ty|cang vu|khu quan ly|buu dien|vien thong|benh vien|bao hiem|hiep hoi"
    r"|doanh nghiep|bo doi|chu dau tu|dia phuong|cap uy|chi bo|xa|phuong|huyen|nganh)\b"
)
# "Nậm", "Nam", "Quỹ" are names as often as times: these words tell a time only with what makes them one.
_TIME = re.compile(
    r"\b(?:quy (?:[ivxlh1-4]{1,4}\b|\d)|(?:dau|giua|cuoi|het|trong|moi|hang) (?:ngay|tuan|thang|quy"
    r"|nam)|nam (?:nay|sau|hoc)|thuong xuyen|giai doan|truoc|hoan thanh)\b"
    r"|\b(?:trong (?:vong|thoi han|thoi gian)|(?:ngay )?sau khi|ke tu)\b|\b\d{1,3} (?:gio|ngay|tuan|thang)\b"
    r"|\b(?:quy|thang|nam|ngay) \d|\d{1,2}/\d{1,4}|20\d\d"
)
_AGENCIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})
# A date in a cell longer than this may stand beside an agency or a task.
BARE_TIME = 40
# The name of a body alone in a cell is shorter than this.
_LONGEST_NAME = 90
# This share of the rows settles what a column holds, or that rows are short because tails were trimmed.
_MOST = 0.6


def says_agency(value: str) -> bool:
    """Whether a cell names a body by its first words or anywhere ("Sở", "UBND", "các phòng")."""
    return bool(_AGENCY.search(fold(value)))


def says_time(value: str) -> bool:
    """Whether a cell names a day, month, quarter, year or habit."""
    return bool(_TIME.search(fold(value)))


# A cell with nothing but strokes and dots says that there is nothing.
_NOTHING = re.compile(r"[-–—_./…\s]{1,12}$")


def says_nothing(value: str) -> bool:
    """Whether a cell is a stroke in the place of a value: "-", "…"."""
    return bool(_NOTHING.match(value))


def cell_text(spans: Spans, text: str) -> str:
    """The words of a cell on one line, without mark-up."""
    return squeeze(strip_markup(" ".join(text[s.start : s.end] for s in spans)))


def without_slipped(rows: Sequence[Row], roles: Sequence[Column], text: str, short: frozenset[int]) -> list[Row]:
    """The rows; those that slipped lose their columns, so that no value is taken from them.

    ``short`` are the indexes of rows that had fewer cells than the table has columns. A row has
    slipped when an agency stands where a date should or the other way round; a short row also when
    nothing tells which of its cells is missing.
    """
    values = [[fold(cell_text(cell.spans, text)) for cell in row.cells] for row in rows]
    trimmed = len(short) >= _MOST * len(rows)
    checked: list[Row] = []
    for i, row in enumerate(rows):
        doubtful = i in short and not trimmed and not _settled(values, i, roles)
        checked.append(without_columns(row) if doubtful or _contradicts(values[i], roles) else row)
    return checked


def without_columns(row: Row) -> Row:
    """The row with its cells under no heading."""
    return replace(row, cells=tuple(Cell(spans=cell.spans, column=()) for cell in row.cells))


def _contradicts(values: Sequence[str], roles: Sequence[Column]) -> bool:
    """A date where an agency should stand, or an agency where a date should."""
    for value, role in zip(values, roles, strict=False):
        agency, time = bool(_AGENCY.search(value)), bool(_TIME.search(value))
        if role is Column.DEADLINE and agency and not time:
            return True
        if role in _AGENCIES and time and not agency and len(value) < BARE_TIME:
            return True
    return False


def _settled(values: Sequence[Sequence[str]], i: int, roles: Sequence[Column]) -> bool:
    """Whether the cells of a short row certainly stand under their own headings.

    They do when the deadline stands in its column, or is the only thing that is missing, and when
    every other cell is of the kind that its column mostly holds.
    """
    row = values[i]
    if all(row) and _ends_tellingly(values, i, roles):
        return True
    deadline = next((c for c, role in enumerate(roles) if role is Column.DEADLINE), None)
    if not all(_usual(values, i, c, role) for c, role in enumerate(roles)):
        return False
    if deadline is None:
        bodies = [value for value, role in zip(row, roles, strict=True) if role in _AGENCIES]
        return bool(bodies) and all(row) and all(map(_is_bare_agency, bodies))
    if row[deadline]:
        return bool(_TIME.search(row[deadline]))
    return all(row[:deadline]) and not any(_TIME.search(value) and len(value) < BARE_TIME for value in row[1:])


def _ends_tellingly(values: Sequence[Sequence[str]], i: int, roles: Sequence[Column]) -> bool:
    """Whether the last cell of a row with all its cells is a bare time or a figure as the column has it.

    What follows a table is no such thing, so every cell before it stands in its own column.
    """
    last = values[i][-1]
    if roles[-1] is Column.DEADLINE:
        return bool(_TIME.search(last)) and not _AGENCY.search(last) and len(last) < BARE_TIME
    figures = [c for c in range(len(roles)) if roles[c] is not Column.LABEL and _holds_figures(values, i, c)]
    return bool(figures) and figures[-1] == len(roles) - 1 and all(is_figure(values[i][c]) for c in figures)


def _holds_figures(values: Sequence[Sequence[str]], i: int, column: int) -> bool:
    """Whether all other rows have a figure in a column, or nothing."""
    others = [row[column] for j, row in enumerate(values) if j != i and row[column]]
    return bool(others) and all(map(is_figure, others))


def _is_bare_agency(value: str) -> bool:
    """Whether a cell holds a body's name and no sentence or item of a list."""
    return bool(_AGENCY.search(value)) and len(value) < _LONGEST_NAME and value[-1] not in ".;:" and value[0].isalpha()


def _usual(values: Sequence[Sequence[str]], i: int, column: int, role: Column) -> bool:
    """Whether a cell is of the kind (agency, date) that the other rows have in its column."""
    pattern = _AGENCY if role in _AGENCIES else _TIME if role is Column.DEADLINE else None
    value = values[i][column]
    if pattern is None or not value or pattern.search(value):
        return True
    others = [row[column] for j, row in enumerate(values) if j != i and row[column]]
    return sum(bool(pattern.search(other)) for other in others) < _MOST * max(len(others), 1)
