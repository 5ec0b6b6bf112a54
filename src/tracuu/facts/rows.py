"""Rows of tables: which cells say what is done, by whom, with whom, under whose eyes and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracuu.agencies import names as agencies
from tracuu.documents import Column, column_role
from tracuu.documents.tables.columns import tells_end
from tracuu.facts.clauses import without_label
from tracuu.facts.deadlines import read_deadline
from tracuu.text import fold, trim
from tracuu.types import Cell, Deadline, Row, Span, Spans, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Who leads, helps and watches, as spans; empty where a row does not say."""

    lead: Spans = ()
    coordinating: Spans = ()
    supervising: Spans = ()
    deadline: Deadline | None = None


# "Cơ quan", "Đơn vị", "Người thực hiện": who does it, when no other column says who leads.
_DOER = re.compile(
    r"^\W*(?:ten )?(?:co quan|don vi|phong ban|bo phan|nguoi|can bo|chu the|to chuc)"
    r"(?:, (?:don vi|dia phuong|co quan))*(?: (?:thuc hien|duoc giao|phu trach|thi hanh|chiu trach nhiem"
    r"|trien khai))?\W*$"
)
_BARE_DOER = re.compile(
    r"^\W*(?:ten )?(?:co quan|don vi|phong ban|bo phan|to chuc)(?:, (?:don vi|dia phuong|co quan))*\W*$"
)
_WHEN = re.compile(r"^\W*(?:ngay|thu\W|thoi gian|thoi diem|buoi|gio|lich|tuan)(?! hoan thanh)")
# "Từ 8 giờ 00 ngày 05 tháng 5 năm 2026" has nine.
_DAY_WORDS = 10
_CHIEF = re.compile(r"lanh dao|dong chi|thuong truc|cap uy")
_BOTH = re.compile(r"chu tri.*phoi hop|phoi hop.*chu tri")
# "Chủ trì: Sở A; phối hợp: Sở B" in one cell.
_LABELLED = re.compile(
    r"(?:(?:cơ quan|đơn vị|cấp ủy)\s+)?(?P<role>chủ trì|phối hợp|theo dõi(?:, chỉ đạo)?|giám sát)(?:"
    r"\s+thực hiện)?\s*:\s*",
    re.IGNORECASE,
)
# "Sở A (chủ trì)", "Sở A chủ trì", "Sở A (cơ quan chủ trì)", "(CT)", "(PH)".
_SUFFIXED = re.compile(
    r"\(?\s*(?:(?:là\s+)?(?:cơ quan|đơn vị) )?(?P<role>chủ trì|phối hợp|CT|PH)(?: thực hiện)?(?!\w)\s*\)?"
)
_NOTHING = re.compile(r"^[\s\-–—./x]*$|^\W*(?:nt|như trên|không)\W*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROLES = {"chủ trì": "lead", "ct": "lead", "phối hợp": "coordinating", "ph": "coordinating"}


def read_row(copy: str, table: Table, row: Row) -> tuple[Spans, Slots] | None:
    """Task and slots of a row; None for a row that gives no work: figures, or cells under no heading."""
    roles = [(column_role(cell.column), cell) for cell in row.cells if cell.column]
    task = _task(copy, roles)
    if not task:
        return None
    lead = _cells(copy, _of(roles, Column.LEAD))
    slots = Slots(
        lead=lead,
        coordinating=_cells(copy, _of(roles, Column.COORDINATING)),
        supervising=_cells(copy, _of(roles, Column.SUPERVISING)),
        deadline=_deadline(copy, _of(roles, Column.DEADLINE)),
    )
    slots = _completed(copy, table, row, roles, slots)
    if not (slots.lead or slots.coordinating or slots.supervising or slots.deadline):
        return None
    return task, slots


def _of(roles: Sequence[tuple[Column, Cell]], wanted: Column) -> list[Cell]:
    """The cells of one role. Of two columns of leads the one for chiefs is who watches over the other."""
    leads = [cell for role, cell in roles if role is Column.LEAD]
    chiefs = [c for c in leads if _CHIEF.search(fold(c.column[-1])) and "chu tri" not in fold(c.column[-1])]
    if len(chiefs) == len(leads):
        chiefs = [c for c in chiefs if "lanh dao" in fold(c.column[-1]) or "dong chi" in fold(c.column[-1])]
    if wanted is Column.LEAD:
        return [c for c in leads if c not in chiefs]
    found = [cell for role, cell in roles if role is wanted]
    return found or (chiefs if wanted is Column.SUPERVISING else [])


def _task(copy: str, roles: Sequence[tuple[Column, Cell]]) -> Spans:
    """What is done: the cells under headings of tasks, without a number or dash before them."""
    cells = [cell for role, cell in roles if role is Column.TASK and _says(copy, cell.spans)]
    if not cells:
        cells = [c for c in _measures(roles) if _says(copy, c.spans)]
    spans = tuple(s for cell in cells for s in cell.spans)
    if not any(c.isalpha() for s in spans for c in copy[slice(*s)]):
        return ()
    return tidied(copy, (without_label(copy, spans[0]), *spans[1:]))


# "Vị trí | … | Biện pháp": where, and what is done there, when no column is of tasks.
_MEASURE = re.compile(
    r"^\W*(?:bien phap|giai phap|cach (?:lam|xu ly)|phuong an)(?: (?:xu ly|khac phuc|thuc hien))?\W*$"
)
_WHERE = re.compile(r"^\W*(?:ten )?(?:vi tri|dia diem|diem|khu vuc|tuyen duong|tuyen|doan duong|diem den|hang muc)\W*$")


def _measures(roles: Sequence[tuple[Column, Cell]]) -> list[Cell]:
    """The one column of measures and the place beside it; nothing when several columns could be it."""
    others = [cell for role, cell in roles if role is Column.OTHER]
    done = [cell for cell in others if _MEASURE.match(fold(cell.column[-1]))]
    where = [cell for cell in others if _WHERE.match(fold(cell.column[-1]))]
    return [cell for cell in others if cell in done or cell in where] if len(done) == 1 and len(where) <= 1 else []


def _says(copy: str, spans: Spans) -> bool:
    words = " ".join(copy[slice(*s)] for s in spans)
    return any(c.isalnum() for c in words) and not _NOTHING.match(words)


def _cells(copy: str, cells: Sequence[Cell]) -> Spans:
    """The one cell that says it; nothing when two columns claim it."""
    full = [cell for cell in cells if _says(copy, cell.spans)]
    if len(full) != 1:
        return ()
    return tidied(copy, full[0].spans)


def _deadline(copy: str, cells: Sequence[Cell]) -> Deadline | None:
    """By when; of several columns of times the one that says when the work is done, None in doubt."""
    ends = [cell for cell in cells if tells_end(cell.column[-1])]
    cells = ends if ends and len(cells) > 1 else cells
    full = [cell for cell in cells if _says(copy, cell.spans)]
    if len(full) != 1:
        return None
    years = {int(y) for heading in full[0].column for y in _YEAR.findall(heading)}
    return read_deadline(copy, full[0].spans, years.pop() if len(years) == 1 else None)


def tidied(copy: str, spans: Spans) -> Spans:
    """The pieces of one value; punctuation goes from the end of the last alone."""
    pieces = [trim(copy, *span) for span in spans]
    if pieces:
        pieces[-1] = tidy(copy, pieces[-1])
    return tuple(s for s in pieces if s.start < s.end)


def tidy(copy: str, span: Span) -> Span:
    """The span without white space, mark-up and punctuation at its ends."""
    span = trim(copy, *span)
    while span.end > span.start and copy[span.end - 1] in ".;,:/":
        span = trim(copy, span.start, span.end - 1)
    while span.start < span.end and copy[span.start] in ";,:-–":
        span = trim(copy, span.start + 1, span.end)
    return span


# --- Cells and bands that say more than their column ---------------------------------------------


def _completed(copy: str, table: Table, row: Row, roles: Sequence[tuple[Column, Cell]], slots: Slots) -> Slots:
    """The slots with what a cell of two roles, a column of doers, or the band above tells."""
    for role, cell in roles:
        if role in {Column.OTHER, Column.LEAD} and len(cell.spans) == 1:
            found = _both_roles(copy, cell, split=role is Column.OTHER)
            if found:
                lead, helping = found
                return Slots(
                    lead=lead or (() if role is Column.LEAD else slots.lead),
                    coordinating=helping or slots.coordinating,
                    supervising=slots.supervising, deadline=slots.deadline,
                )  # fmt: skip
    if slots.lead or any(role is Column.LEAD for role, _ in roles):
        return slots
    doers = [cell for role, cell in roles if role is Column.OTHER and _DOER.match(fold(cell.column[-1]))]
    lead = _cells(copy, doers)
    if any(_BARE_DOER.match(fold(cell.column[-1])) for cell in doers) and _is_schedule(copy, row):
        return slots  # "Ngày | Đơn vị | Nội dung": who is called on, and not who does it
    if lead and not all(agencies.is_names(copy, *s) for s in lead[:1]):
        lead = ()
    if not doers and row.band and not any(_BOTH.search(fold(h)) for c in table.columns for h in c):
        lead = _band_agency(copy, row.band)
    return Slots(lead=lead, coordinating=slots.coordinating, supervising=slots.supervising, deadline=slots.deadline)


def _is_schedule(copy: str, row: Row) -> bool:
    """Whether a row begins with a day or an hour: it says when somebody is called on."""
    cells = [cell for cell in row.cells if cell.column and column_role(cell.column) is not Column.LABEL]
    if not cells or not cells[0].spans:
        return False
    said = " ".join(copy[slice(*s)] for s in cells[0].spans)
    return bool(_WHEN.match(fold(cells[0].column[-1])) and re.search(r"\d", said) and len(said.split()) <= _DAY_WORDS)


def _band_agency(copy: str, band: Span) -> Spans:
    """The agency that a band above rows names ("I. Sở Xây dựng"); nothing for any other band."""
    bare = tidy(copy, without_label(copy, band))
    label = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})[.)\s|]+(?=\S)").match(copy, *bare)
    bare = trim(copy, label.end(), bare.end) if label else bare
    return (bare,) if agencies.is_names(copy, *bare) else ()


def _both_roles(copy: str, cell: Cell, *, split: bool) -> tuple[Spans, Spans] | None:
    """Who leads and who helps by a cell that says both; None when it has no word of role."""
    span = cell.spans[0]
    found = dict(_labelled(copy, span)) or dict(_suffixed(copy, span))
    if found:
        return found.get("lead", ()), found.get("coordinating", ())
    both = split and any(_BOTH.search(fold(heading)) for heading in cell.column)
    alone = (
        both
        and _says(copy, cell.spans)
        and agencies.is_names(copy, *span)
        and not re.search(r"[,;\n]| và ", copy[slice(*span)])
    )
    return ((tidy(copy, span),), ()) if alone else None


def _labelled(copy: str, span: Span) -> Iterator[tuple[str, Spans]]:
    """Each role with whom stands after it, up to the next."""
    marks = list(_LABELLED.finditer(copy, *span))
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else span.end
        who = tidy(copy, _without_dash(copy, Span(mark.end(), end)))
        role = _ROLES.get(mark["role"].lower())
        if role and who.start < who.end:
            yield role, (who,)


def _without_dash(copy: str, span: Span) -> Span:
    span = trim(copy, *span)
    while span.end > span.start and copy[span.end - 1] in "-–+(":
        span = trim(copy, span.start, span.end - 1)
    return span


def _suffixed(copy: str, span: Span) -> Iterator[tuple[str, Spans]]:
    """Agencies each followed by its role: "Sở A (chủ trì), Sở B (phối hợp)"."""
    start = span.start
    for mark in _SUFFIXED.finditer(copy, *span):
        who = tidy(copy, Span(start, mark.start()))
        start = mark.end()
        if who.start < who.end and agencies.is_names(copy, *who):
            yield _ROLES[mark["role"].lower()], (who,)
