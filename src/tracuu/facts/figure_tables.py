"""Figures in tables: an indicator in one column, its values under years or under "Mục tiêu"."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracuu.documents.tables.columns import Column, column_role, is_year
from tracuu.facts.captions import measure_above
from tracuu.facts.figures import comparison_in, find_figures, read_number
from tracuu.facts.goals import Setting
from tracuu.facts.periods import Period, find_periods
from tracuu.facts.statements import Scene, place_in
from tracuu.facts.table_units import IN_BRACKETS, total_of, unit_of_column, words_in_header, years_of
from tracuu.text import fold, squeeze, trim
from tracuu.types import Cell, Comparison, Row, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure of a table; ``unit_text`` is its unit as printed, "" when it has none."""

    indicator: tuple[Span, ...]
    value: Span
    low: float
    high: float
    comparison: Comparison
    unit: Span | None
    unit_text: str
    period: Period | None
    place: str | None


_UNIT_COLUMN = re.compile(r"^\W*(?:dvt|don vi(?: tinh| do)?|d\.v\.t|don vi tinh.{0,12})\W*$")
# What was, is or may be; a column of goals says none of it.
_OTHER_COLUMN = re.compile(
    r"thuc hien|\bth\b|\buoc\b|hien trang|hien tai|ket qua|so sanh|tang|giam|ghi chu|co cau|luy ke|da dat|thuc te"
)
_GOAL_COLUMN = re.compile(
    r"^\W*(?:muc tieu|chi tieu|ke hoach|kh|phan dau|gia tri muc tieu|chi tieu (?:giao|ke hoach|phan dau)|so luong"
    r"|ke hoach giao|muc (?:phai dat|can dat|dat|giao|phan dau)|(?:chi tieu|yeu cau) (?:phai dat|can dat|dat)"
    r"|muc tieu (?:den|nam) .{4,20}|(?:chi tieu|ke hoach|kh) (?:den )?(?:nam )?20\d\d(?: ?- ?20\d\d)?"
    r"|nam 20\d\d|den nam 20\d\d)\W*$"
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_VALUE = re.compile(
    rf"\s*(?P<lead>[^\d]{{0,25}}?)(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER}))?"
    r"\s*(?P<unit>%)?\s*(?P<more>trở lên)?\s*$"
)
_LEADS = re.compile(
    r"(?:(?:trên|hơn|tối thiểu|ít nhất|khoảng|đạt|không quá|tối đa|dưới|từ|≥|>=?|≤|<=?|không dưới)\s*)*$", re.IGNORECASE
)
_NAMES_YEAR = re.compile(r"20\d\d")
# A year that has its word before it: "Kế hoạch 2026" and "2026 - 2030" lack it.
_WORDED = re.compile(r"(?:năm(?:\s+học)?|đến|tới|đoạn|kỳ|độ|[/-])\s*$", re.IGNORECASE)
_PLACES = frozenset({"xã", "phường", "huyện", "tỉnh", "thị xã", "thành phố", "đặc khu"})
_CHILD = re.compile(r"\s*(?:[-+•*]|trong đó|[a-zđ][.)])[\s:]*", re.IGNORECASE)


def read_row(rows: Sequence[Row], header: Span | None, scene: Scene) -> list[Measured]:
    """The figures of the last of ``rows`` (those of its table so far); empty when it is no row of figures."""
    if scene.setting is Setting.RESULT:
        return []
    found: list[Measured] = []
    above = list(rows[:-1])
    for row in _lines(rows[-1], scene):
        above.append(row)
        named = _name_cell(row, scene)
        found += _values(row, named, above, header, scene) if named else ()
    return found


def _lines(row: Row, scene: Scene) -> Iterator[Row]:
    """The row, or its lines when several indicators stand in one row, each with figures of its own."""
    named = _name_cell(row, scene)
    counts = {len(c.spans) for c in row.cells if c.spans and (c is named or holds_goals(c) or is_unit(c))}
    if named is None or len(counts) != 1 or counts == {1}:
        yield row
        return
    for i in range(counts.pop()):
        yield replace(row, cells=tuple(replace(c, spans=c.spans[i : i + 1]) for c in row.cells))


def _name_cell(row: Row, scene: Scene) -> Cell | None:
    """The cell that names the indicator: the first with words that is no number, unit or value, nor a group's title."""
    named = [(place, cell) for place, cell in enumerate(row.cells) if _has_name(cell, scene)]
    own = [cell for place, cell in named if place not in scene.merged and _is_name_column(cell)]
    return next(iter([*own, *(cell for _, cell in named)]), None)


def _has_name(cell: Cell, scene: Scene) -> bool:
    if not cell.spans or not cell.column or column_role(cell.column) is Column.LABEL:
        return False
    words = scene.copy[cell.spans[0].start : cell.spans[-1].end]
    letters = sum(c.isalpha() for c in words)
    return letters >= _FEWEST_LETTERS and not is_unit(cell) and not any(map(is_year, cell.column))


# Behind a column of merged titles: what pays or answers for the row, or remarks, names nothing that is measured.
_BESIDE_COLUMN = re.compile(
    r"^\W*(?:nguon|ghi chu|co quan|don vi|chu tri|phoi hop|thoi (?:gian|han)|nguoi|trach nhiem)"
)


def _is_name_column(cell: Cell) -> bool:
    return not _BESIDE_COLUMN.match(squeeze(fold(cell.column[-1])))


def merged_columns(rows: Sequence[Row]) -> frozenset[int]:
    """The places of the columns in which one cell stands in several rows of a table."""
    seen: dict[int, set[Span]] = {}
    found: set[int] = set()
    for row in rows:
        for place, cell in enumerate(row.cells):
            spans = set(cell.spans)
            if spans & seen.setdefault(place, set()):
                found.add(place)
            seen[place] |= spans
    return frozenset(found)


def is_unit(cell: Cell) -> bool:
    """Whether a column holds units."""
    return any(_UNIT_COLUMN.match(squeeze(fold(h))) for h in cell.column[-1:])


# A column of one of several groups or kinds of place, each with its own amount.
# Match: "Khu vực phường", "Vùng I", "Hộ nghèo". Near miss: "Khu vực thực hiện", "Loại hình", "Địa bàn".
_GROUP_COLUMN = re.compile(
    r"^\W*(?:(?:khu vuc|vung|dia ban|nhom|doi tuong|hang|loai|bac)\s+(?!thuc|trien|hinh|ap dung|thu huong|du an)\w"
    r"|(?:do thi|thanh thi|nong thon|phuong|xa|dac khu|thi tran|mien nui|dong bang|hai dao|ho (?:ngheo|can ngheo|khac)"
    r"|ca nhan|to chuc|cong lap|tu thuc)\b)"
)


# Rows keyed by where: what is measured stands over the years.
# Match: "Khu vực", "Xã, phường", "Tên huyện". Near miss: "Khu vực kinh tế", "Đơn vị thực hiện".
_PLACE_COLUMN = re.compile(
    r"^\W*(?:ten )?(?:(?:tieu )?(?:khu vuc|vung)|cum|dia ban|dia phuong|tinh|huyen|xa|phuong|xa, phuong|phuong, xa"
    r"|xa/phuong|xa, phuong, dac khu|dac khu|thon|thon, ban|ban|to dan pho|luu vuc|lam phan)\W*$"
)
# Where a figure of its row holds. Match: "Phạm vi", "Địa bàn áp dụng". Near miss: "Đơn vị thực hiện".
_SCOPE_COLUMN = re.compile(r"^\W*(?:pham vi|dia ban|khu vuc)(?: (?:ap dung|thuc hien|trien khai))?\W*$")
# Over years, and no thing that is measured. Match: "Lộ trình thực hiện", "Kế hoạch". Near miss: "Mức hỗ trợ".
_NO_MEASURE = re.compile(
    r"^(?:(?:cac |tung )?nam|(?:lo trinh|thoi gian|tien do|giai doan)(?: (?:thuc hien|hoan thanh))?|moc|phan ky"
    r"|trong do|chia ra|gia tri|so luong|muc|dinh huong"
    r"|(?:ke hoach|chi tieu|muc tieu)(?: (?:ke hoach|giao|phan dau|thuc hien|cac nam|tung nam))*)$"
)
_WHOLE = re.compile(r"^\W*(?:tong(?: (?:cong|so))?|cong|(?:toan|ca) (?:tinh|thanh pho|huyen|xa|phuong|vung|nganh))\W*$")
_FEWEST_LETTERS = 3


def _measure_over(cell: Cell, header: Span | None, scene: Scene) -> Span | None:
    """What the heading over a column of a year, or the sentence above the table, measures; None in doubt."""
    over = [h for h in cell.column if not is_year(h) and sum(c.isalpha() for c in h) >= _FEWEST_LETTERS]
    if not over and any(map(is_year, cell.column)):
        return measure_above(header, scene.copy)
    if len(over) != 1 or _NO_MEASURE.match(squeeze(fold(over[0])).strip(" *|#:")):
        return None
    return words_in_header(over[0], header, scene.copy)


def named_place(key: Cell, scene: Scene) -> str | None:
    """The place that keys a row, with its kind from the heading when the cell has the bare name."""
    if len(key.spans) != 1:
        return None
    said = squeeze(scene.copy[slice(*key.spans[0])])
    kind = squeeze(key.column[-1]).lower().removeprefix("tên ").strip(" *|#:")
    if kind in _PLACES and said[:1].isupper() and not place_in(scene.copy, key.spans[0], scene.cited):
        return f"{kind} {said}"
    return place_in(scene.copy, key.spans[0], scene.cited)


def _where(cell: Cell, scene: Scene) -> str | None:
    """The place that a cell of a column of places tells ("Phía tây tỉnh"); None for the whole of it."""
    said = squeeze(" ".join(scene.copy[slice(*s)] for s in cell.spans)).strip(" *")
    return None if _WHOLE.match(fold(said)) else named_place(cell, scene) or said


def _values(row: Row, named: Cell, rows: Sequence[Row], header: Span | None, scene: Scene) -> Iterator[Measured]:
    keyed = bool(_PLACE_COLUMN.match(squeeze(fold(named.column[-1]))))
    scope = next((c for c in row.cells if c is not named and _is_scope(c, scene)), None)
    indicator, bracketed = _indicator(rows, named, scene)
    unit_cell = next((c for c in row.cells if is_unit(c) and len(c.spans) == 1), None)
    if unit_cell and indicator and not any(holds_goals(c) for c in row.cells):
        yield from _of_groups(row, indicator, unit_cell.spans[0], header, scene)
        return
    for cell in row.cells:
        if cell is named or len(cell.spans) != 1 or not holds_goals(cell):
            continue
        period = _period_of(cell, header, scene)
        if period is None and any(_NAMES_YEAR.search(h) for h in cell.column):
            continue  # the year is part of what the figure says
        if period and scene.issued_on and _is_over(period, scene.issued_on):
            continue
        unit = unit_cell.spans[0] if unit_cell else bracketed
        if unit is None and not any(map(is_unit, row.cells)):
            unit = unit_of_column(cell, named, row, header, scene.copy)
        over = _measure_over(cell, header, scene) if keyed else None
        if keyed and over is None:
            continue  # the row is a place, and nothing tells what is measured there
        what = (over, *indicator) if over else (*indicator, scope.spans[0]) if scope else indicator
        measured = figure_of(cell.spans[0], what, unit, period, scene)
        if measured and indicator:
            where = named if keyed else scope
            yield replace(measured, place=_where(where, scene)) if where else measured
    if (total := total_of(row, header, scene.copy)) and indicator and not keyed:
        whole = figure_of(total[0].spans[0], indicator, total[1], _whole_period(row, header, scene), scene)
        yield from (whole,) if whole else ()


def _whole_period(row: Row, header: Span | None, scene: Scene) -> Period | None:
    """From the first to the last of the years of a row, when none between them is missing."""
    periods = [_period_of(cell, header, scene) for cell in years_of(row)]
    known = [p for p in periods if p and p.years]
    follow = all(after.first == before.last + 1 for before, after in itertools.pairwise(known))
    if len(known) < len(periods) or not known or not follow:
        return scene.period
    first, last = known[0].first, known[-1].last
    return Period(Span(known[0].span.start, known[-1].span.end), first, last, date(last, 12, 31))


def _is_scope(cell: Cell, scene: Scene) -> bool:
    """Whether a cell says for whom or where the figure of its row holds."""
    return (
        bool(cell.column)
        and len(cell.spans) == 1
        and bool(_SCOPE_COLUMN.match(squeeze(fold(cell.column[-1]))))
        and not is_unit(cell)
        and any(c.isalpha() for c in scene.copy[slice(*cell.spans[0])])
    )


def _of_groups(
    row: Row, indicator: tuple[Span, ...], unit: Span, header: Span | None, scene: Scene
) -> Iterator[Measured]:
    """The amount for each of two or more groups that stand side by side; what is measured is told with its group."""
    cells = [c for c in row.cells if c.column and _GROUP_COLUMN.match(squeeze(fold(c.column[-1])))]
    if len(cells) < 2:
        return
    for cell in cells:
        group = words_in_header(cell.column[-1], header, scene.copy)
        if group is None or len(cell.spans) != 1:
            continue
        if measured := figure_of(cell.spans[0], (*indicator, group), unit, scene.period, scene):
            yield measured


def _is_over(period: Period, issued_on: date) -> bool:
    return period.last_day < issued_on


def holds_goals(cell: Cell) -> bool:
    """Whether a column is of years to come or of goals, going by all its headings."""
    folded = [squeeze(fold(h)).strip(" *|#:") for h in cell.column]
    if any(_OTHER_COLUMN.search(h) for h in folded):
        return False
    return any(map(is_year, cell.column)) or bool(folded and _GOAL_COLUMN.match(folded[-1]))


def _period_of(cell: Cell, header: Span | None, scene: Scene) -> Period | None:
    """The years of a column, found in the heading rows; those of the headings above when it has none."""
    for heading in reversed(cell.column):
        years = _NAMES_YEAR.findall(heading)
        if not years or len(years) > 2:
            continue
        before, year = heading[: heading.index(years[0])], heading[heading.index(years[0]) :]
        dated = heading if _WORDED.search(before) else f"{before}năm {year}"
        found = find_periods(dated, 0, len(dated))
        bare = IN_BRACKETS.sub("", heading)  # "Năm 2025 (km)"
        place = words_in_header(bare, header, scene.copy) or words_in_header(" ".join(years), header, scene.copy)
        if len({p.years for p in found}) == 1 and found[0].years:
            return replace(found[0], span=place) if place else None
        return None
    return scene.period


def _indicator(rows: Sequence[Row], named: Cell, scene: Scene) -> tuple[tuple[Span, ...], Span | None]:
    """What a row measures, with the row above when it is a part of it; and the unit in its brackets.

    The title of its group, merged over rows, comes first where another group has a row of that name.
    """
    start, end = named.spans[0].start, named.spans[-1].end
    unit: Span | None = None
    if match := IN_BRACKETS.search(scene.copy[start:end]):
        inside = match["unit"]
        if next(find_figures(f"1 {inside}", 0, len(inside) + 2), None):
            unit, end = Span(start + match.start("unit"), start + match.end("unit")), start + match.start()
    child = _CHILD.match(scene.copy, start, end)
    if child is None:
        return (*_group_of(rows[-1], named, scene), *_parts(named, start, end, scene.copy)), unit
    own = _parts(named, child.end(), end, scene.copy)
    for above in reversed(rows[:-1]):
        cell = _name_cell(above, scene)
        if cell and not _CHILD.match(scene.copy, cell.spans[0].start):
            whole = _parts(cell, cell.spans[0].start, cell.spans[-1].end, scene.copy)
            return (*whole, *own), unit
    return (), unit


def _group_of(row: Row, named: Cell, scene: Scene) -> tuple[Span, ...]:
    """The title, merged over rows, of the group of a row whose name several rows have; () when it needs none."""
    if name_of(named, scene.copy) not in scene.alike:
        return ()
    titles = (cell for place, cell in enumerate(row.cells) if place in scene.merged and _has_name(cell, scene))
    return next((cell.spans for cell in titles if cell is not named and not _is_scope(cell, scene)), ())


def name_of(cell: Cell, copy: str) -> str:
    """The words of a cell as names are compared."""
    return squeeze(fold(" ".join(copy[slice(*span)] for span in cell.spans)))


def named_alike(rows: Sequence[Row], scene: Scene) -> frozenset[str]:
    """The names, folded, that several rows of a table with merged titles have."""
    if not scene.merged:
        return frozenset()
    names = Counter(name_of(cell, scene.copy) for row in rows if (cell := _name_cell(row, scene)))
    return frozenset(name for name, count in names.items() if count > 1)


def _parts(cell: Cell, start: int, end: int, copy: str) -> tuple[Span, ...]:
    cut = [trim(copy, max(start, s.start), min(end, s.end)) for s in cell.spans]
    return tuple(s for s in cut if s.start < s.end)


def figure_of(
    span: Span, indicator: tuple[Span, ...], unit: Span | None, period: Period | None, scene: Scene
) -> Measured | None:
    """The figure of a cell that holds one number or range and nothing else but how it is meant."""
    match = _VALUE.match(scene.copy[slice(*span)])
    if match is None or not _LEADS.match(match["lead"].strip()):
        return None
    low = read_number(match["low"])
    high = read_number(match["high"]) if match["high"] else low
    if low is None or high is None or high < low:
        return None
    end = match.end("high") if match["high"] else match.end("low")
    value = Span(span.start + match.start("low"), span.start + end)
    if match["unit"]:
        unit = Span(span.start + match.start("unit"), span.start + match.end("unit"))
    comparison = comparison_in(match["lead"])
    if match["more"]:
        comparison = Comparison.AT_LEAST
    return Measured(
        indicator=indicator, value=value, low=low, high=high, comparison=comparison, unit=unit,
        unit_text=scene.copy[slice(*unit)] if unit else "", period=period,
        place=place_in(scene.copy, Span(indicator[0].start, indicator[-1].end), scene.cited) if indicator else None,
    )  # fmt: skip
