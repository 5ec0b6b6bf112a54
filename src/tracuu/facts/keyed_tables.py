"""Figures in tables whose rows are keyed by a year, a place or a group: each cell measures its column for its row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracuu.documents.tables.columns import Column, column_role, is_year
from tracuu.facts.figure_tables import Measured, figure_of, holds_goals, is_unit, named_place
from tracuu.facts.figures import find_figures
from tracuu.facts.goals import Setting
from tracuu.facts.periods import Period, find_periods
from tracuu.facts.statements import Scene
from tracuu.facts.table_units import words_in_header
from tracuu.text import fold, squeeze, trim
from tracuu.types import Cell, Row, Span, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """What a column measures: where its words stand in the heading rows, and its unit, None when it has none."""

    words: tuple[Span, ...]
    unit: Span | None


# "Năm", "Giai đoạn" head a column of years.
_YEARS = re.compile(
    r"^\W*(?:nam|giai doan|nien do|nam hoc|moc(?: thoi gian)?|thoi gian|thoi ky|den nam|ke hoach nam)\W*$"
)
# What was or is, what numbers something else, and what only describes: no figure that is set.
_NOT_SET = re.compile(
    r"thuc hien|\buoc\b|hien trang|hien tai|hien co|ket qua|so sanh|\bty le tang|ghi chu|luy ke|\bda \w|thuc te|\bnay\b"
    r"|tinh den|nam truoc|cung ky|dan so|tu nhien|mat do|dien thoai|ky hieu|so hieu|quyet dinh|van ban|thu tu|tai khoan"
    r"|so nha\W*$|so to\W*$|so thua|nam sinh|\bngay\b|dia chi|toa do|diem so|xep hang|so dien|fax|email|ma so|cap bac"
)
# A column of amounts begins so, or has its unit in brackets.
_AMOUNT = re.compile(
    r"^\W*(?:trong do\W+)?(?:so\b|tong|kinh phi|von|du toan|dien tich|san luong|ty le|muc|chi tieu|quy dat|nhu cau"
    r"|khoi luong"
    r"|cong suat|chieu dai|ke hoach|doanh thu|thu ngan sach|gia tri)"
)
# Of a table of tasks only what they cost is set for each.
_COST = re.compile(r"^\W*(?:tong )?(?:kinh phi|du toan|von|ke hoach von|muc dau tu|muc von|nguon von)\b")
_WITHIN = re.compile(r"\s*trong\s+đó\s*[:,]?\s+(?=\w)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?P<unit>[^()]{1,25})\)\s*$")
_NUMBER_OF = re.compile(r"(?:số(?:\s+lượng)?|tổng\s+số)\s+", re.IGNORECASE)
_FEWEST_LETTERS = 2


def read_keyed_row(table: Table, row: Row, scene: Scene) -> Iterator[Measured]:
    """The figures of a row for what its first cell names, or for its task.

    None when a column of the table has a year or goal of its own: then its rows are indicators.
    """
    if scene.setting is Setting.RESULT or scene.report or table.header is None:
        return
    filled = [c for c in row.cells if c.column and column_role(c.column) is not Column.LABEL]
    if not filled or any(
        (is_unit(c) and c is not filled[0]) or holds_goals(c) or any(map(is_year, c.column)) for c in filled
    ):
        return
    tasks = [c for c in filled if _is_task(c, scene)]
    key = tasks[0] if tasks else filled[0]
    period = _year_of(key, scene)
    if period is None and (_YEARS.match(_folded(key)) or not _names(key, table, row, scene)):
        return
    if period and scene.issued_on and period.last_day < scene.issued_on:
        return
    yield from _cells(filled, key, period, table.header, scene)


def _cells(filled: list[Cell], key: Cell, period: Period | None, header: Span, scene: Scene) -> Iterator[Measured]:
    task = _is_task(key, scene)
    above: _Heading | None = None
    for cell in filled:
        heading = _heading(cell, above, header, scene.copy)
        if heading and not _WITHIN.match(scene.copy, heading.words[-1].start):
            above = above if _inside(cell) else heading
        if cell is key or heading is None or len(cell.spans) != 1 or not _holds_amounts(cell, cost=task):
            continue
        measured = figure_of(cell.spans[0], heading.words, heading.unit, period or _year_in(heading, scene), scene)
        if measured is None:
            continue
        if period is None:
            named = tuple(trim(scene.copy, *s) for s in key.spans)
            measured = replace(measured, indicator=(*heading.words, *named), place=named_place(key, scene))
        yield measured


def _year_in(heading: _Heading, scene: Scene) -> Period | None:
    """The year that a heading names ("Chỉ tiêu giao năm 2026"), else that of the headings above the table."""
    found = [p for span in heading.words for p in find_periods(scene.copy, *span)]
    return found[0] if len(found) == 1 and found[0].years else None if found else scene.period


def _is_task(cell: Cell, scene: Scene) -> bool:
    """Whether a cell says what is done: words in a column of tasks ("Chỉ tiêu" may head figures as well)."""
    return column_role(cell.column) is Column.TASK and sum(c.isalpha() for c in _words(cell, scene)) >= _FEWEST_LETTERS


def _folded(cell: Cell) -> str:
    return squeeze(fold(cell.column[-1])).strip(" *|#:")


def _holds_amounts(cell: Cell, *, cost: bool) -> bool:
    """Whether the headings of a column say that it holds amounts that are set."""
    folded = [squeeze(fold(h)).strip(" *|#:") for h in cell.column]
    if any(_NOT_SET.search(h) for h in folded) or column_role(cell.column) is Column.DEADLINE:
        return False
    if cost:
        return any(_COST.match(h) for h in folded)
    return any(_AMOUNT.match(h) for h in folded) or _inside(cell) or bool(_IN_BRACKETS.search(cell.column[-1]))


def _inside(cell: Cell) -> bool:
    """Whether a column is a part of the one before it: "Trong đó nhà lưu trú"."""
    return bool(_WITHIN.match(cell.column[-1]))


def _year_of(key: Cell, scene: Scene) -> Period | None:
    """The time that a first cell is ("2027", "Năm 2027", "2026 - 2030"); None when it is none."""
    if len(key.spans) != 1 or not _YEARS.match(_folded(key)):
        return None
    said = scene.copy[slice(*key.spans[0])]
    bare = said.strip(" .:")
    found = find_periods(said, 0, len(said)) or find_periods(f"năm {bare}", 0, len(bare) + 4)
    if len(found) != 1 or not found[0].years or not re.fullmatch(r"[\W\d]*(?:[^\W\d]+\W+){0,3}[\W\d]*", said):
        return None
    return replace(found[0], span=trim(scene.copy, *key.spans[0]), named=False)


def _names(key: Cell, table: Table, row: Row, scene: Scene) -> bool:
    """Whether a first cell names its row, and no other row of the table by the same words."""
    said = _words(key, scene)
    if sum(c.isalpha() for c in said) < _FEWEST_LETTERS:
        return False
    return not any(
        _words(cell, scene) == said
        for other in table.rows
        if other.span != row.span
        for cell in other.cells
        if cell.column == key.column
    )


def _words(cell: Cell, scene: Scene) -> str:
    return squeeze(" ".join(scene.copy[slice(*s)] for s in cell.spans)).lower()


def _heading(cell: Cell, above: _Heading | None, header: Span, copy: str) -> _Heading | None:
    """What a column measures and its unit; None when its words are not found, or found twice, in the heading rows.

    ``above`` is the column before it of which it may be a part.
    """
    place = words_in_header(cell.column[-1], header, copy)
    if place is None or words_in_header(cell.column[-1], Span(place.end, header.end), copy):
        return None
    start, end, unit = place.start, place.end, None
    if match := _IN_BRACKETS.search(copy[start:end]):
        unit, end = Span(start + match.start("unit"), start + match.end("unit")), start + match.start()
    elif (bracket := re.compile(r"\s*\(([^()]{1,25})\)").match(copy, end, header.end)) and _is_unit_text(bracket[1]):
        unit = Span(*bracket.span(1))
    if unit and not _is_unit_text(copy[slice(*unit)]):
        unit = None
    own = _WITHIN.match(copy, start, end)
    if own and above is None:
        return None
    if own and above:
        return _Heading(words=(*above.words, trim(copy, own.end(), end)), unit=unit or above.unit)
    words = trim(copy, start, end)
    return _Heading(words=(words,), unit=unit or _counted(words, copy)) if words.start < words.end else None


def _is_unit_text(said: str) -> bool:
    return next(find_figures(f"1 {said}", 0, len(said) + 2), None) is not None


def _counted(words: Span, copy: str) -> Span | None:
    """The word that says what "Số căn hoàn thành" counts."""
    of = _NUMBER_OF.match(copy, *words)
    if of is None:
        return None
    said = "3 " + copy[of.end() : words.end]
    figure = next(find_figures(said, 0, len(said)), None)
    if figure is None or figure.unit is None or figure.unit.start != 2:
        return None
    return Span(of.end(), of.end() + figure.unit.end - figure.unit.start)
