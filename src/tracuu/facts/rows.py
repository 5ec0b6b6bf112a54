"""Rows of tables: which cells say what is done, by whom, with whom, under whose eyes and by when."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from tracuu.agencies import names as agencies
from tracuu.documents import Column, column_role
from tracuu.documents.tables.columns import is_year, tells_end
from tracuu.facts.clauses import without_label
from tracuu.facts.deadlines import find_times, read_deadline
from tracuu.text import fold, squeeze, trim
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


# The headings of a column and the words of a cell below them.
Named = tuple[tuple[str, ...], str]


def read_row(copy: str, table: Table, row: Row, repeated: Set[Named]) -> tuple[Spans, Slots] | None:
    """Task and slots of a row; None for a row that gives no work: figures, or cells under no heading.

    ``repeated`` are the cells of its table that name no single row (`repeated_cells`).
    """
    roles = [(column_role(cell.column), cell) for cell in row.cells if cell.column]
    task = _task(copy, roles) or _named_task(copy, table, row, repeated)
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


# Who does what, said of each row.
# Match: "Cơ quan chủ trì chi trả", "Đơn vị phối hợp", "Lãnh đạo theo dõi". Near miss: "Chủ đầu tư", "Đơn vị thực hiện".
_ROLE_SAID = re.compile(r"chu tri|phoi hop|dau moi|theo doi|giam sat|don doc")
# Heads what is no work.
# Match: "Địa bàn", "Ghi chú", "Họ và tên", "Nguồn vốn". Near miss: "Địa bàn ưu tiên phủ sóng", "Đối tượng".
_NAMES_NO_TASK = re.compile(
    r"^\W*(?:ten |ma |so )?(?:dvt|don vi(?: tinh| do| thu huong| su dung)?|dia (?:ban|phuong|diem|chi)|tinh"
    r"|thanh pho|huyen|xa"
    r"|phuong|xa, phuong|phuong, xa|xa/phuong|dac khu|thon|ban|to dan pho|khu vuc|vung|cum|vi tri|ghi chu"
    r"|nguon(?: (?:von|kinh phi|luc))?|can cu(?: \w+){0,3}|(?:so )?(?:hieu|ky hieu)(?: van ban)?|van ban(?: \w+){0,3}"
    r"|ho(?: va)? ten|nguoi(?: \w+){0,2}|can bo|chuc (?:vu|danh)|dong chi|linh vuc|nhom|loai|(?:hien|thuc) trang"
    r"|ly do|nguyen nhan|yeu cau|muc do)\W*$"
)
_FEWEST_LETTERS = 3


def repeated_cells(copy: str, table: Table) -> frozenset[Named]:
    """The cells of a table without a column of tasks that more than one row has under the same headings."""
    if _has_tasks(table):
        return frozenset()
    found = Counter((c.column, _said(copy, c)) for row in table.rows for c in row.cells)
    return frozenset(named for named, times in found.items() if times > 1)


def _has_tasks(table: Table) -> bool:
    return any(column_role(path) in {Column.TASK, Column.PRODUCT} for path in table.columns if path)


def _named_task(copy: str, table: Table, row: Row, repeated: Set[Named]) -> Spans:
    """What the first cell of words names, where columns say who leads or helps and none is of tasks; empty in doubt."""
    if _has_tasks(table):
        return ()
    cells = [c for c in row.cells if c.column and column_role(c.column) is not Column.LABEL and c.spans]
    whose = [c for c in cells if _ROLE_SAID.search(fold(c.column[-1]))]
    if not any(agencies.is_names(copy, *c.spans[0]) for c in whose if len(c.spans) == 1):
        return ()
    named = next((c for c in cells if c not in whose and _is_words(copy, c)), None)
    if named is None or column_role(named.column) is not Column.OTHER or _heads_no_task(named.column[-1]):
        return ()
    if (named.column, _said(copy, named)) in repeated:
        return ()  # several rows of one thing: what parts them is its own column
    return tidied(copy, (without_label(copy, named.spans[0]), *named.spans[1:]))


def _heads_no_task(heading: str) -> bool:
    folded = squeeze(fold(heading)).strip(" *|#:")
    return is_year(heading) or bool(_NAMES_NO_TASK.match(folded) or _DOER.match(folded))


def _is_words(copy: str, cell: Cell) -> bool:
    """Whether a cell has words that are neither a figure, nor a time, nor an agency."""
    times = [t.whole for s in cell.spans for t in find_times(copy, *s)]
    letters = sum(
        copy[i].isalpha() and not any(t.start <= i < t.end for t in times) for s in cell.spans for i in range(*s)
    )
    said = _said(copy, cell)
    figure = said[:1].isdigit() and letters < 2 * _FEWEST_LETTERS
    return letters >= _FEWEST_LETTERS and not figure and not agencies.is_names(copy, *cell.spans[0])


def _said(copy: str, cell: Cell) -> str:
    return squeeze(" ".join(copy[slice(*s)] for s in cell.spans)).lower()


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
