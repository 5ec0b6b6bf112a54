"""Tables of tasks one cell a line whose rows are not numbered: taken only when every cell is of its column's kind."""

from collections.abc import Iterator, Sequence

from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.documents.tables.slips import says_agency, says_time
from tracuu.text import squeeze, trim
from tracuu.types import Span

_LEAST_COLUMNS, _MOST_COLUMNS = 3, 8
# A heading, and a cell of a row, are shorter than these.
_HEADING_LENGTH, _CELL_LENGTH = 60, 400
_AGENCIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})


def unnumbered_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids of headings one a line ("Nhiệm vụ", "Chủ trì", "Thời hạn"), then the cells of each row in that order.

    Nothing marks where a row begins, so each row must have an agency where one is due and a time
    where one is due; the first lines that do not end the table, and a table needs two rows.
    """
    lines = [span for span in (trim(text, *s) for s in lines_of(text, start, end)) if span.start < span.end]
    position = 0
    while position < len(lines):
        roles = _headings(text, lines[position : position + _MOST_COLUMNS + 1])
        if not roles:
            position += 1
            continue
        width = len(roles)
        rows = 0
        while _is_row(text, lines[position + (rows + 1) * width : position + (rows + 2) * width], roles):
            rows += 1
        if rows > 1:
            taken = lines[position : position + (rows + 1) * width]
            groups = [taken[i : i + width] for i in range(0, len(taken), width)]
            yield Grid(
                Span(taken[0].start, taken[-1].end),
                [[(span,) for span in group] for group in groups],
                1,
                row_spans=[Span(group[0].start, group[-1].end) for group in groups],
            )
        position += (rows + 1) * width if rows > 1 else width


def _headings(text: str, lines: Sequence[Span]) -> list[Column]:
    """Roles of the headings that stand one a line from the first of ``lines``; [] when they make no table."""
    roles: list[Column] = []
    for span in lines:
        heading = text[slice(*span)].strip(" *#")
        if len(heading) > _HEADING_LENGTH or heading[-1:] in {".", ";", ":", ","} or not is_header_cell(heading):
            break
        roles.append(column_role((heading,)))
    whole = _LEAST_COLUMNS <= len(roles) <= _MOST_COLUMNS and len(set(roles)) == len(roles)
    return roles if whole and {Column.TASK, Column.LEAD, Column.DEADLINE} <= set(roles) else []


def _is_row(text: str, cells: Sequence[Span], roles: Sequence[Column]) -> bool:
    """Whether the lines are one row: who leads and a time stand where they are due, and no time elsewhere."""
    if len(cells) < len(roles):
        return False
    for span, role in zip(cells, roles, strict=True):
        value = squeeze(text[slice(*span)])
        if len(value) > _CELL_LENGTH or "\t" in text[slice(*span)]:
            return False
        if role in _AGENCIES and (says_time(value) or (role is Column.LEAD and not says_agency(value))):
            return False
        if role is Column.DEADLINE and (not says_time(value) or says_agency(value)):
            return False
    return True
