"""A table as a file: CSV, Excel, Word. The same table gives the same bytes."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracuu.exports.office import FORBIDDEN, element, office_document, packed
from tracuu.quotes.word_files import timeless

if TYPE_CHECKING:
    from openpyxl.cell import Cell as ExcelCell

Value = str | int | float | date | None


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, how wide it is in characters, what it holds, whether the Word table has it."""

    name: str
    width: int
    kind: Kind = Kind.TEXT
    printed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its title; ``about`` is a line below it ("" for none). Every row has a value for each column."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


# --- CSV -----------------------------------------------------------------------------------------

# What spreadsheets run as a formula when a cell begins with it, full-width forms too (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


def csv_bytes(sheet: Sheet) -> bytes:
    """UTF-8 with the byte order mark that Excel needs, dates as 2026-06-30; no cell can run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows([_harmless(value) for value in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _harmless(value: Value) -> str | int | float:
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    if isinstance(value, date):
        return value.isoformat()
    return f"'{value}" if _FORMULA.match(value) else value


# --- Excel ---------------------------------------------------------------------------------------

# Excel holds no more characters in a cell, and no more in the name of a sheet.
_LONGEST, _LONGEST_NAME = 32_767, 31
_FONT = "Times New Roman"
# Whatever was written when: the bytes must not tell.
_EPOCH = datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def xlsx_bytes(sheet: Sheet) -> bytes:
    """One sheet: head row frozen, filters on, dates and numbers typed, long cells wrapped, no formula anywhere."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    page.title = sheet.name[:_LONGEST_NAME]
    for number, column in enumerate(sheet.columns, start=1):
        _write_head(page.cell(row=1, column=number), column.name)
        page.column_dimensions[get_column_letter(number)].width = column.width
    for at, row in enumerate(sheet.rows, start=2):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            _write(page.cell(row=at, column=number), value, column.kind)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = 0, True
    page.print_title_rows = "1:1"
    book.properties.creator, book.properties.title = "tracuu", sheet.title
    book.properties.created = _EPOCH
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue(), {"docProps/core.xml": _undated})


def _undated(data: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", data)


def _write_head(cell: "ExcelCell", name: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.value = name
    cell.font = Font(name=_FONT, size=12, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.fill = PatternFill("solid", fgColor="FFD9E2EC")


def _write(cell: "ExcelCell", value: Value, kind: Kind) -> None:
    from openpyxl.styles import Alignment, Font

    cell.font = Font(name=_FONT, size=12)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.value = FORBIDDEN.sub(" ", value)[:_LONGEST]
        cell.data_type = "s"  # a text, whatever it begins with
        if _FORMULA.match(value):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    if kind is Kind.DATE:
        cell.number_format = "dd/mm/yyyy"


# --- Word ----------------------------------------------------------------------------------------

# Between the margins of A4 on its side (297 less 30 and 15 mm), in millimetres.
_ACROSS_MM = 252
_TABLE_POINTS = 12


def docx_bytes(sheet: Sheet) -> bytes:
    """A table as offices print it: A4 on its side, Times New Roman, a title, the head row on every page."""
    document = office_document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = 1, section.page_height, section.page_width
    document.core_properties.title = sheet.title
    document.add_paragraph(style="Title").add_run(_plain(sheet.title).upper())
    if sheet.about:
        line = document.add_paragraph(style="Header")
        line.add_run(_plain(f"({sheet.about})")).italic = True
    columns = [number for number, column in enumerate(sheet.columns) if column.printed]
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    _fill_row(table.rows[0], [sheet.columns[n].name for n in columns], head=True)
    for row in sheet.rows:
        _fill_row(table.add_row(), [_said(row[n]) for n in columns])
    _set_widths(table, [sheet.columns[n].width for n in columns])
    return packed(document)


def _said(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _plain(text: str) -> str:
    return FORBIDDEN.sub(" ", text)


def _fill_row(row: Any, words: Sequence[str], *, head: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    for number, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(_plain(said))
        run.font.size, run.font.bold = Pt(_TABLE_POINTS), head
        shape = paragraph.paragraph_format
        shape.first_line_indent, shape.space_after, shape.line_spacing = Pt(0), Pt(2), 1.0
        centred = head or number == 0
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT


def _set_widths(table: Any, widths: Sequence[int]) -> None:
    """Columns across the page in the proportions of ``widths``."""
    from docx.shared import Mm

    table.autofit = False
    millimetres = [_ACROSS_MM * width / sum(widths) for width in widths]
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)
