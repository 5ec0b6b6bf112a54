"""Tables whose headings are words of their own subject: known as tables by how they stand, not by what they say."""

import re
from collections.abc import Sequence

from tracuu.documents import signs
from tracuu.documents.tables.columns import is_header_cell, is_year
from tracuu.documents.tables.grid import Grid
from tracuu.text import fold

# Headings of lists that are no word of tasks: what a row is of, who, where, how many. The whole cell, folded.
_LISTED = re.compile(
    r"(?:ten |ma |so hieu |loai |nhom )?(?:xa|phuong|xa, phuong|phuong, xa|dac khu|thon|ban|thon, ban|buon|lang|ap"
    r"|khu pho|to dan pho|khu vuc|vung|cum|tinh|huyen|truong|tuyen|tuyen duong|doan|cong trinh|du an|de an|goi thau"
    r"|chu dau tu|to|to cong tac|doan cong tac|linh vuc|nganh|loai|nhom|doi tuong|ho va ten|ho ten|thanh vien|nguoi"
    r"|nguoi phu trach|nguoi dung dau|chuc vu|chuc danh|to truong|truong doan|dien thoai|so dien thoai|thu dien tu"
    r"|email|viec|viec lam|viec can lam|viec phai lam|nhiem vu duoc giao|dia phuong|noi o|han|ngay|buoi|gio|tuan|thang"
    r"|quy|nam|hien trang|so luong|khoi luong|muc|muc ho tro|muc phat|dien tich|dan so|so ho|so nguoi|ton tai|giai phap"
    r"|nguyen nhan|hinh thuc|cap|vi tri|thoi diem|van ban|so, ky hieu|trich yeu|can cu)(?:\s*\(.{1,30}\))?"
)
# A heading is shorter than this; the longest seen in a table without numbers has 52 characters.
_HEADING_LENGTH = 70
# A cell that is a figure, a share, a sum with its unit, a date, a year or a quarter.
_FIGURE = re.compile(
    r"(?:[<>≥≤~+±-]|từ|trên|dưới|khoảng|đạt|quý|tháng|năm|ngày|trước|giai đoạn|đến|hết|\s)*"
    r"(?:\d[\d.,/:\s–-]*|[IVX]{1,4}(?:[/\s]\d{4})?)\s*(?:%|‰|[^\W\d][\w²³./]{0,11}(?:\s[\w²³./]{1,8})?)?\W{0,3}$",
    re.IGNORECASE,
)
# In a column of figures this share of the cells are figures.
_MOST = 0.6
# Headings beside one another are at least this many; a list with tabs after its bullets has fewer.
_LEAST_COLUMNS = 2
_LIST_MARK = re.compile(r"\W|\w{1,4}[.)/:]|\d|(?i:điều|điểm|khoản|mục|phần|chương)\s+(?:\d|[IVX]+(?!\w)|[a-zđ](?!\w))")


def is_figure(text: str) -> bool:
    """Whether a cell is a number, a share, a sum or a time and nothing else."""
    return len(text) < 40 and any(c.isdigit() for c in text) and bool(_FIGURE.match(text))


def heads_plainly(grid: Grid, values: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of ``values`` heads the others although its words are in no list.

    Its cells are short, different, begin with a capital and end like no sentence; the rows below are
    as wide; and one of three tells the headings from data: the format marks them (HTML, Markdown), a
    column of figures stands under words, or half of the headings are known ones.
    """
    head, rows = values[0], values[1:]
    apart = [cell for i, cell in enumerate(head) if i == 0 or grid.rows[0][i] != grid.rows[0][i - 1]]
    if len(apart) < _LEAST_COLUMNS or not all(map(_reads_like_heading, apart)) or len(set(apart)) < len(apart):
        return False
    whole = [row for i, row in enumerate(rows, 1) if sum(map(bool, row)) > 1 and not {i} & (grid.short | grid.slipped)]
    if not whole or 2 * len(whole) < len(rows) or any(map(_signs, [head, *whole])):
        return False
    figures = any(_is_column_of_figures(whole, c) for c in range(len(head)))
    if grid.header_rows or (figures and (len(head) > _LEAST_COLUMNS or len(whole) > 1)):
        return True
    known = _known(apart)
    return 2 * known >= len(apart) and known > (len(apart) == _LEAST_COLUMNS)


def are_headings(cells: Sequence[str]) -> bool:
    """Whether the cells of a line are all headings by their looks, and half of them or more by their words."""
    return len(cells) >= _LEAST_COLUMNS and all(map(_reads_like_heading, cells)) and 2 * _known(cells) >= len(cells)


def _known(cells: Sequence[str]) -> int:
    """How many cells are headings by their words."""
    return sum(is_header_cell(cell) or bool(_LISTED.fullmatch(fold(cell).strip(" *:"))) for cell in cells)


def _reads_like_heading(cell: str) -> bool:
    """A year, or words that begin with a capital or a bracket: no figure, no item of a list and no sentence."""
    if is_year(cell):
        return len(cell) <= _HEADING_LENGTH
    letters = sum(c.isalpha() for c in cell)
    if letters < 2 or len(cell) > _HEADING_LENGTH or cell[-1] in ".;:,!?" or _LIST_MARK.match(cell):
        return False
    return not is_figure(cell) and not cell[0].islower()


def _signs(row: Sequence[str]) -> bool:
    """A row of a head or a closing set in two columns: an office, a motto, a place with its date."""
    return any(
        signs.is_signature(cell) or signs.is_header_line(cell) or signs.is_recipients(cell) or signs.is_addressees(cell)
        for cell in row
        if cell
    )


def _is_column_of_figures(rows: Sequence[Sequence[str]], column: int) -> bool:
    filled = [row[column] for row in rows if row[column]]
    return bool(filled) and sum(map(is_figure, filled)) >= _MOST * len(filled) and 2 * len(filled) >= len(rows)
