"""Registers as files: typed and frozen in Excel, harmless in CSV, an official table in Word; the same bytes again."""

import csv
import io
import shutil
import subprocess
from datetime import date, datetime

import docx
import openpyxl
import pytest
from docx.shared import Mm, Pt
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from build_registers import plan, registers_of
from tracuu import vi
from tracuu.exports.registers import targets_sheet, tasks_sheet
from tracuu.exports.sheets import Column, Kind, Sheet, csv_bytes, docx_bytes, xlsx_bytes
from tracuu.registers import TargetFilter, TaskFilter

ROWS = [
    ("1", "Rà soát quy hoạch chung đô thị", "Sở Xây dựng", "UBND các xã, phường", "Quý II/2026"),
    ("2", "Bố trí vốn cho hạ tầng", "Sở Tài chính", "Các sở, ban, ngành", "Thường xuyên"),
]
BODY = "I. MỤC TIÊU\n\n- Tỷ lệ đô thị hóa đến năm 2030 đạt trên 45%."
SOFFICE = shutil.which("soffice")
MAKERS = {"csv": csv_bytes, "xlsx": xlsx_bytes, "docx": docx_bytes}
FORMULAS = ("=1+1", "+84 912", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1+1")


def tasks() -> Sheet:
    return tasks_sheet(registers_of(a=plan(ROWS, body=BODY)).tasks(TaskFilter()).entries, "cơ quan: SXD")


def one(*values: str) -> Sheet:
    columns = (Column(name="STT", width=10, kind=Kind.NUMBER), Column(name="Chữ", width=30))
    rows = tuple((number, value) for number, value in enumerate(values, start=1))
    return Sheet(name="Thử", title="Bảng thử", about="", columns=columns, rows=rows)


def column(sheet: Sheet, key: str) -> int:
    return [c.name for c in sheet.columns].index(vi.REGISTER_TASK_COLUMNS[key])


@pytest.mark.parametrize("kind", MAKERS)
def test_same_register_gives_the_same_bytes(kind):
    assert MAKERS[kind](tasks()) == MAKERS[kind](tasks())


# --- CSV -----------------------------------------------------------------------------------------


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_head_a_row_each_and_days_that_sort():
    sheet = tasks()
    head, *rows = read_csv(csv_bytes(sheet))
    assert head == [c.name for c in sheet.columns]
    assert [row[column(sheet, "task")] for row in rows] == [row[1] for row in ROWS]
    assert [row[column(sheet, "due")] for row in rows] == ["2026-06-30", ""]


@pytest.mark.parametrize("value", FORMULAS)
def test_no_cell_of_a_csv_runs_as_a_formula(value):
    assert read_csv(csv_bytes(one(value)))[1][1] == f"'{value}"


@over(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=40), max_size=4))
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back_from_a_csv(values):
    found = [row[1] for row in read_csv(csv_bytes(one(*values)))[1:]]
    assert [cell.removeprefix("'") for cell in found] == [value.removeprefix("'") for value in values]


# --- Excel ---------------------------------------------------------------------------------------


def read_xlsx(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_excel_has_its_head_frozen_filters_on_and_days_typed():
    sheet = tasks()
    page = read_xlsx(xlsx_bytes(sheet))
    assert page.title == "Nhiệm vụ"
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == page.dimensions == f"A1:{page.cell(1, len(sheet.columns)).column_letter}3"
    due = page.cell(2, column(sheet, "due") + 1)
    assert (due.value, due.number_format, due.is_date) == (datetime(2026, 6, 30), "dd/mm/yyyy", True)
    assert page.cell(3, column(sheet, "due") + 1).value is None
    assert page.cell(2, 1).value == 1
    assert all(
        cell.alignment.wrap_text and cell.font.name == "Times New Roman" for row in page.iter_rows() for cell in row
    )
    assert page.column_dimensions["B"].width == 60


@pytest.mark.parametrize("value", FORMULAS)
def test_no_cell_of_excel_is_a_formula(value):
    cell = read_xlsx(xlsx_bytes(one(value)))["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value.strip() == value.strip()


@pytest.mark.parametrize("value", ["a\x00b\x1fc", "\ud800", "x" * 40_000])
def test_what_excel_cannot_hold_does_not_break_the_file(value):
    assert len(read_xlsx(xlsx_bytes(one(value)))["B2"].value) <= 32_767


# --- Word ----------------------------------------------------------------------------------------


def test_word_is_a_table_on_a_page_on_its_side_with_its_head_on_every_page():
    document = docx.Document(io.BytesIO(docx_bytes(tasks())))
    section = document.sections[0]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1)), section.orientation) == (297, 210, 1)
    assert [p.text for p in document.paragraphs[:2]] == ["BẢNG TỔNG HỢP NHIỆM VỤ", "(cơ quan: SXD)"]
    [table] = document.tables
    head, first, second = ([cell.text for cell in row.cells] for row in table.rows)
    assert head == [
        "STT",
        "Nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Cơ quan theo dõi, chỉ đạo",
        "Thời hạn",
        "Căn cứ",
    ]
    assert first == ["1", *ROWS[0][1:4], "", "Quý II/2026 (đến 30/6/2026)", "STT 1, Phụ lục, Kế hoạch số 15/KH-UBND"]
    assert second[5] == "Thường xuyên"
    assert "tblHeader" in table.rows[0]._tr.xml
    assert "tblHeader" not in table.rows[1]._tr.xml
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert {run.font.size for cell in table.rows[1].cells for run in cell.paragraphs[0].runs} == {Pt(12)}


def test_targets_have_their_numbers_typed():
    sheet = targets_sheet(registers_of(a=plan(ROWS, body=BODY)).targets(TargetFilter()))
    names = [c.name for c in sheet.columns]
    row = [cell.value for cell in read_xlsx(xlsx_bytes(sheet))[2]]
    said = dict(zip(names, row, strict=True))
    assert (said["Chỉ tiêu"], said["Giá trị"], said["Từ"], said["Năm cuối"]) == (
        "Tỷ lệ đô thị hóa",
        "trên 45%",
        45,
        2030,
    )
    assert said["Ngày ban hành"].date() == date(2026, 5, 12)


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this machine")
def test_office_program_opens_the_word_file(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx_bytes(tasks()))
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path, tmp_path / "a.docx"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "Rà soát quy hoạch chung đô thị" in (tmp_path / "a.txt").read_text(encoding="utf-8")
