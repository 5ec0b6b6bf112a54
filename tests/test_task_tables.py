"""Tables of tasks and figures in every guise; a row whose cells slipped says nothing rather than something wrong."""

import pytest

from build_directives import ROWS, annex, directive, task_table
from reading_view import duties, messages, read, tables
from tracuu.documents import cell_text

DUTIES = [(row[0], *row[2:]) for row in ROWS]
T = task_table()
HEAD = T.split("\n")[0]
MERGED = (
    '<table><tr><th rowspan="2">STT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Cơ quan thực hiện</th>'
    '<th rowspan="2">Thời hạn</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr>'
    '<tr><td colspan="5">I. Nhóm một</td></tr>'
    '<tr><td>1</td><td>Việc A</td><td rowspan="2">Sở Xây dựng</td><td>UBND xã</td><td>Quý I/2026</td></tr>'
    "<tr><td>2</td><td>Việc B</td><td>Sở Y tế</td><td>Quý II/2026</td></tr></table>"
)
NESTED = (
    ("1", "Quy hoạch", "", "", ""),
    ("1.1", "Việc A", "Sở Xây dựng", "UBND xã", "Quý I/2026"),
    ("1.2", "Việc B", "Sở Tài chính", "UBND xã", "Quý II/2026"),
)
TWO = (("Việc A", "Sở Xây dựng", "Quý I/2026"), ("Việc B", "Sở Y tế", "Quý II/2026"))
WIDE = (
    "STT",
    "Nhiệm vụ",
    "Sản phẩm",
    "Lãnh đạo phụ trách",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian",
    "Ghi chú",
)

TABLES: list[tuple[str, str, list[tuple[str | None, ...]]]] = [
    *((style, task_table(style), DUTIES) for style in ("tabs", "markdown", "html", "lines", "paragraphs", "spaces")),
    ("text after the table", T + "\n\nGhi chú: các cơ quan báo cáo định kỳ.", DUTIES),
    ("blank line inside", T.replace("\n2\t", "\n\n2\t"), DUTIES),
    ("row broken between its cells", T.replace("hạ tầng\t", "hạ tầng\n"), DUTIES),
    ("comment inside", T.replace("\n2\t", "\n\n<!-- page 2 -->\n\n2\t"), DUTIES),
    (
        "row that does not resolve",
        T.replace("Sở Tài chính\tCác sở, ban, ngành\tTháng 8/2026", "Sở Tài chính\nCác sở\tban, ngành\nTháng 8/2026"),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
    ("page number inside", T.replace("\n2\t", "\n\nTrang 3\n\n2\t"), DUTIES),
    ("headings again on the next page", T.replace("\n2\t", f"\n\n3\n\n{HEAD}\n2\t"), DUTIES),
    ("numbering row", T.replace("\n1\t", "\n(1)\t(2)\t(3)\t(4)\t(5)\n1\t"), DUTIES),
    ("cell with a line break", T.replace("quy hoạch chung", "quy hoạch\nchung"), DUTIES),
    (
        "cells wrapped over rows",
        T.replace(
            "hạ tầng\tSở Tài chính\tCác sở, ban, ngành\tTháng 8/2026",
            "\tSở Tài\tCác sở,\tTháng\n\thạ tầng\tchính\tban, ngành\t8/2026",
        ),
        DUTIES,
    ),
    (
        "merged headings in tabs",
        "STT\tNhiệm vụ\tCơ quan thực hiện\t\tThời hạn\n\t\tChủ trì\tPhối hợp\t" + T.removeprefix(HEAD),
        DUTIES,
    ),
    (
        "merged headings, one cell a line",
        "\n".join(
            ["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn", "Chủ trì", "Phối hợp", *(c for r in ROWS for c in r)]
        ),
        DUTIES,
    ),
    (
        "merged cells in HTML",
        MERGED,
        [("1", "Sở Xây dựng", "UBND xã", "Quý I/2026"), ("2", "Sở Xây dựng", "Sở Y tế", "Quý II/2026")],
    ),
    ("nested numbers", task_table(rows=NESTED), [(r[0], *r[2:]) for r in NESTED[1:]]),
    (
        "no numbers",
        task_table(columns=("Nhiệm vụ", "Chủ trì", "Thời gian"), rows=TWO),
        [(None, lead, None, when) for _, lead, when in TWO],
    ),
    (
        "lead and coordinating in one column have no role",
        task_table(
            columns=("STT", "Nội dung", "Cơ quan chủ trì, phối hợp", "Thời gian"), rows=[("1", *TWO[0]), ("2", *TWO[1])]
        ),
        [("1", None, None, "Quý I/2026"), ("2", None, None, "Quý II/2026")],
    ),
    (
        "eight columns",
        task_table(
            columns=WIDE,
            rows=[
                (n, "Lập đề án", "Đề án", "Phó Chủ tịch", "Sở Nội vụ", "Sở Tài chính", "Quý III/2026", "") for n in "12"
            ],
        ),
        [(n, "Sở Nội vụ", "Sở Tài chính", "Quý III/2026") for n in "12"],
    ),
    # A cell is missing: the row says nothing rather than something wrong.
    ("lead missing", T.replace("\tSở Tài chính", ""), [DUTIES[0], ("2", None, None, None), DUTIES[2]]),
    ("coordinating missing", T.replace("\tCác sở, ban, ngành", ""), [DUTIES[0], ("2", None, None, None), DUTIES[2]]),
    (
        "task missing",
        T.replace("\tBố trí vốn cho các dự án hạ tầng", ""),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
    (
        "deadline missing",
        T.replace("\tTháng 8/2026", ""),
        [DUTIES[0], ("2", "Sở Tài chính", "Các sở, ban, ngành", None), DUTIES[2]],
    ),
    (
        "lead missing, one cell a line",
        task_table("lines").replace("Sở Tài chính\n", ""),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
    (
        "last cell missing before a text, one cell a line",
        task_table("lines").replace("Thường xuyên", "\nCác cơ quan báo cáo định kỳ."),
        [*DUTIES[:2], ("3", None, None, None)],
    ),
    (
        "agency and date changed places",
        T.replace("Sở Tài chính\tCác sở, ban, ngành\tTháng 8/2026", "Tháng 8/2026\tCác sở, ban, ngành\tSở Tài chính"),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
]


@pytest.mark.parametrize("inside", ["annex", "body"])
@pytest.mark.parametrize(("table", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_table_of_tasks_is_read(table: str, expected: list[tuple[str | None, ...]], inside: str) -> None:
    if inside == "annex":
        text = directive(annexes=[annex(table)])
    else:
        text = directive(
            body=f"I. NHIỆM VỤ\n\n1. Phân công cụ thể\n\n{table}\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác cơ quan thực hiện."
        )
    assert duties(text) == expected


def test_an_html_table_without_headings_goes_on_with_the_one_above() -> None:
    columns = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian")
    rows = [
        ("1", "Lập quy hoạch chợ", "Sở Công Thương", "Quý I/2027"),
        ("2", "Xóa nhà tạm", "Sở Xây dựng", "Quý II/2027"),
    ]
    more = [("3", "Phòng cháy rừng", "Chi cục Kiểm lâm", "Hằng năm"), ("4", "Nạo vét kênh", "", "Tháng 9/2027")]
    first = task_table("html", columns=columns, rows=rows)
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in more]
    second = "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "\n</table>"
    for between, expected in (("\n\n3\n\n", 4), ("\n\nDanh mục khác kèm theo gồm:\n\n", 2)):
        text = directive(annexes=[annex(f"{first}{between}{second}")])
        table = next(tables(read(text)[0].outline))
        assert [row.label for row in table.rows] == ["1", "2", "3", "4"][:expected]
        assert table.columns[2] == ("Cơ quan chủ trì",)


@pytest.mark.parametrize("style", ["tabs", "markdown", "html", "lines", "spaces"])
def test_table_of_figures_keeps_each_year_in_its_column(style: str) -> None:
    columns = ("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2030")
    rows = (("1", "Tỷ lệ đô thị hóa", "%", "26", "32"), ("2", "Diện tích sàn nhà ở", "m²/người", "28", "32,5"))
    text = directive(annexes=[annex(task_table(style, columns=columns, rows=rows, widths=[4, 24, 12, 10, 10]))])
    table = next(tables(read(text)[0].outline))
    assert [[cell_text(c.spans, text) for c in row.cells] for row in table.rows] == [list(row) for row in rows]
    assert [column[-1] for column in table.columns] == list(columns)


def test_bands_stand_over_their_rows() -> None:
    banded = T.replace("\n2\t", "\nI\tNHÓM QUY HOẠCH\t\t\t\n2\t").replace("\n3\t", "\nII. NHÓM TUYÊN TRUYỀN\n3\t")
    text = directive(annexes=[annex(banded)])
    rows = next(tables(read(text)[0].outline)).rows
    assert rows[0].band is None
    assert ["NHÓM" in text[slice(*row.band)] for row in rows if row.band] == [True, True]
    assert duties(text) == DUTIES


NO_LABELS = "Nội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\n"


def test_row_that_nobody_filled_titles_no_other() -> None:
    rows = "Đo đạc hang động làm cơ sở xếp hạng.\t\t\nĐo đạc bãi tắm\tPhòng Bản đồ\tThanh tra Sở\nDọn rác bãi tắm\t\t\n"
    table = next(tables(read(directive(annexes=[annex(NO_LABELS + rows)]))[0].outline))
    assert [row.band for row in table.rows] == [None, None, None]


def test_title_without_number_stands_over_its_rows() -> None:
    rows = "Về hang động\t\t\nĐo đạc hang\tPhòng Bản đồ\tThanh tra Sở\nDọn rác hang\tVăn phòng Sở\tThanh tra Sở\n"
    text = directive(annexes=[annex(NO_LABELS + rows)])
    table = next(tables(read(text)[0].outline))
    assert ["Về hang động" in text[slice(*row.band)] for row in table.rows if row.band] == [True, True]


def test_slipped_row_is_said() -> None:
    assert "Dòng 2" in messages(directive(annexes=[annex(T.replace("\tSở Tài chính", ""))]))


@pytest.mark.parametrize("style", ["tabs", "markdown", "html"])
def test_table_of_indicators_without_numbers_is_read_by_its_years(style: str) -> None:
    columns = ("Chỉ tiêu", "ĐVT", "Năm 2025", "Năm 2026", "Năm 2030")
    rows = (
        ("Lượt khách du lịch", "Triệu lượt", "20,1", "22,5", "31"),
        ("Diện tích rừng", "ha", "71.000", "74.500", "90"),
    )
    text = directive(
        body=f"I. CHỈ TIÊU\n\n{task_table(style, columns=columns, rows=rows)}\n\nII. KINH PHÍ\n\nTự bảo đảm."
    )
    table = next(tables(read(text)[0].outline))
    assert [column[-1] for column in table.columns] == list(columns)
    assert [tuple(cell_text(c.spans, text) for c in row.cells) for row in table.rows] == list(rows)


UNNUMBERED: list[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]] = [
    (
        "year is the key",
        ("Năm", "Số căn hoàn thành", "Quỹ đất (ha)", "Đơn vị phụ trách"),
        (("2026", "1.020", "14,5", "Sở Xây dựng"), ("2027", "1.650", "18,2", "Ban Quản lý Khu kinh tế")),
    ),
    (
        "groups and their heads",
        ("Tổ công tác", "Lĩnh vực", "Tổ trưởng", "Số dự án"),
        (("Tổ số 1", "Giao thông", "Phó Chủ tịch Võ An", "12"), ("Tổ số 2", "Y tế", "Giám đốc Sở Y tế", "9")),
    ),
    (
        "two columns",
        ("Khu vực", "Mức hỗ trợ (đồng/tháng)"),
        (("Khu vực I", "800.000"), ("Khu vực II", "1.000.000")),
    ),
    (
        "words alone",
        ("Xã", "Bản", "Loại"),
        (("Mường Bú", "Bản Giàn", "Khu vực II"), ("Mường Bú", "Bản Nang", "Khu vực I")),
    ),
    (
        "telephone list",
        ("Họ và tên", "Chức vụ", "Điện thoại"),
        (("Giàng Thị Dua", "Chuyên viên", "0987654321"), ("Lê An", "Trưởng phòng", "0912345678")),
    ),
    (
        "a total below",
        ("Phường", "Khối lượng (tấn)", "Số điểm"),
        (("Ninh Kiều", "1.240,5", "14"), ("Tổng cộng", "1.240,5", "14")),
    ),
]


def test_table_of_spaces_without_numbers_is_read() -> None:
    columns, rows = (
        ("Nguồn vốn", "Số tiền (tỷ đồng)", "Tỷ trọng (%)"),
        (("Thành phố", "12.400", "62"), ("ODA", "2.000", "10")),
    )
    table = task_table("spaces", columns=columns, rows=rows, widths=[16, 18, 14])
    text = directive(body=f"I. VỐN\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    (found,) = tables(read(text)[0].outline)
    assert found.columns == tuple((column,) for column in columns)
    assert [tuple(cell_text(c.spans, text) for c in row.cells) for row in found.rows] == list(rows)


@pytest.mark.parametrize("style", ["tabs", "markdown", "html"])
@pytest.mark.parametrize(("columns", "rows"), [c[1:] for c in UNNUMBERED], ids=[c[0] for c in UNNUMBERED])
def test_table_without_numbers_is_read_whatever_its_headings_say(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], style: str
) -> None:
    table = task_table(style, columns=columns, rows=rows).replace("<th>", "<td>").replace("</th>", "</td>")
    text = directive(body=f"I. CHỈ TIÊU\n\n1. Cụ thể:\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    (found,) = tables(read(text)[0].outline)
    assert found.columns == tuple((column,) for column in columns)
    assert [tuple(cell_text(c.spans, text) for c in row.cells) for row in found.rows] == list(rows)
    assert {row.label for row in found.rows} == {None}


NO_TABLES = [
    "1.\tCác sở rà soát biên chế.\n2.\tUBND các xã rà soát vị trí việc làm.",
    "a)\tRà soát công chức;\nb)\tRà soát viên chức.",
    "-\tGửi bản giấy.\n-\tGửi bản điện tử.",
    "- Đồng chí Lê An\tBí thư\tTrưởng đoàn\n- Đồng chí Lò Bình\tPhó Bí thư\tPhó đoàn",
    "Đầu mối liên hệ:\tPhòng Công chức\nĐiện thoại:\t0214.3840.123",
    "Nguyễn An\tChủ tịch\tTrưởng ban\nTrần Bình\tPhó Chủ tịch\tPhó ban",
    "Năm\t2026",
    "Điều 1.\tPhạm vi\nĐiều 2.\tĐối tượng",
]


@pytest.mark.parametrize("lines", NO_TABLES)
def test_lines_with_tabs_that_are_no_table_stay_text(lines: str) -> None:
    text = directive(body=f"I. NỘI DUNG\n\n{lines}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    assert list(tables(read(text)[0].outline)) == []


@pytest.mark.parametrize(
    "end",
    [
        "Nơi nhận:\n- Như trên;\tGIÁM ĐỐC\n- Lưu: VT.\tVàng Văn Tùng",
        "Nơi nhận:\tGIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\t\n\t[Chữ ký]\n\tVàng Văn Tùng",
    ],
)
def test_recipients_beside_the_signature_are_no_table(end: str) -> None:
    document = read(directive(end=end))[0]
    assert list(tables(document.outline)) == []
    assert document.header.signatory is not None
    assert document.header.signatory.value.name == "Vàng Văn Tùng"
    assert [r.value for r in document.header.recipients] == ["Như trên", "Lưu: VT"]


SHORT = (("Rà soát quy hoạch", "Sở Xây dựng", "Quý II/2026"), ("Bố trí vốn", "Sở Tài chính", "Tháng 8/2026"))


@pytest.mark.parametrize("style", ["lines", "paragraphs"])
@pytest.mark.parametrize("numbers", [("", ""), ("1. ", "2. ")])
def test_table_one_cell_a_line_is_read_without_numbers(style: str, numbers: tuple[str, str]) -> None:
    rows = [(number + task, *rest) for number, (task, *rest) in zip(numbers, SHORT, strict=True)]
    table = task_table(style, columns=("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), rows=rows)
    text = directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    assert duties(text) == [(None, lead, None, when) for _, lead, when in SHORT]


SILENT = (None, None, None, None)


@pytest.mark.parametrize("missing", ["Sở Xây dựng\n", "Quý II/2026\n", "Bố trí vốn\n"])
def test_table_one_cell_a_line_with_too_few_sure_rows_says_nothing(missing: str) -> None:
    table = task_table("lines", columns=("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), rows=SHORT).replace(missing, "")
    found = duties(directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm."))
    assert set(found) == {SILENT}


HELPED = (
    ("Rà soát quy hoạch", "Hạt Kiểm lâm", "Trạm Y tế xã; Phòng Kinh tế"),
    ("Bố trí vốn", "Tổ công nghệ số cộng đồng, Công an xã", "các cơ quan, đơn vị liên quan"),
    ("Nạo vét kênh", "Trường Tiểu học Kim Đồng", "Hợp tác xã Dịch vụ nông nghiệp"),
)
HELPED_READ = [(None, lead, helping, None) for _, lead, helping in HELPED]


@pytest.mark.parametrize("style", ["lines", "paragraphs"])
@pytest.mark.parametrize(
    ("old", "new", "silent"),
    [
        ("", "", ()),
        ("Trạm Y tế xã", "Uỷ ban nhân dân xã", ()),
        # Left over beside a row: the cell may be the row's own, so the row says nothing either.
        ("Bố trí vốn{n}", "Bố trí vốn{n}cho các dự án{n}", (0, 1)),
        ("Công an xã{n}các cơ quan, đơn vị liên quan", "Công an xã", (0, 1)),
        ("Tổ công nghệ số cộng đồng, Công an xã{n}", "", (0, 1)),
        ("Hợp tác xã Dịch vụ nông nghiệp", "Hợp tác xã Dịch vụ{n}nông nghiệp", (2, 3)),
    ],
)
def test_table_one_cell_a_line_without_times_is_told_by_its_bodies(
    style: str, old: str, new: str, silent: tuple[int, ...]
) -> None:
    gap = "\n" if style == "lines" else "\n\n"
    table = task_table(style, columns=("Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp"), rows=HELPED * 2)
    table = table.replace(old.replace("{n}", gap), new.replace("{n}", gap), 1)
    found = duties(directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm."))
    expected = [row for i, row in enumerate(HELPED_READ * 2) if i not in silent]
    said = [row for row in found if row != SILENT]
    assert [(*row[:2], row[2].replace("Uỷ ban nhân dân xã", "Trạm Y tế xã"), row[3]) for row in said] == expected


def test_a_cell_broken_over_two_lines_is_whole_where_blank_lines_part_cells() -> None:
    rows = (("Rà soát quy hoạch\nxây dựng", "Sở Nông nghiệp và\nMôi trường", "Quý II/2026"), SHORT[1])
    table = task_table("paragraphs", columns=("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), rows=rows)
    found = duties(directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm."))
    assert [row[1] for row in found] == ["Sở Nông nghiệp và Môi trường", "Sở Tài chính"]


TIMED = (
    ("Rà soát quy hoạch", "Sở Xây dựng", "Sở Tư pháp", "Quý II/2026"),
    ("Bố trí vốn", "Sở Tài chính", "Công an tỉnh", "Tháng 8/2026"),
    ("Nạo vét kênh", "Trung tâm Kiểm định", "Vụ Kế hoạch - Tài chính", "Hằng quý"),
)


NUMBERED = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")


def stacked(*rows: tuple[str, ...]) -> str:
    return "\n".join(cell for row in rows for cell in row) + "\n"


@pytest.mark.parametrize("page", ["", "3\n", "7\n", "- 2 -\n"])
@pytest.mark.parametrize("cut", [1, 2])
def test_headings_repeated_on_a_new_page_and_its_number_are_no_cells(page: str, cut: int) -> None:
    rows = [(str(i), *row) for i, row in enumerate((*TIMED, *TIMED), 1)]
    table = stacked(NUMBERED, *rows[:cut]) + page + "\n" + stacked(NUMBERED, *rows[cut:])
    text = directive(body=f"I. PHÂN CÔNG\n\n{table}\nII. KINH PHÍ\n\nTự bảo đảm.")
    assert duties(text) == [(str(i), *row[1:]) for i, row in enumerate((*TIMED, *TIMED), 1)]


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("Bố trí vốn", "Bố trí vốn cho tuyến đê biển và các\nBến cá", TIMED[1][1:]),
        ("Bố trí vốn", "Bố trí vốn cho dự án của\nSở Xây dựng", TIMED[1][1:]),
        ("Bố trí vốn", "Bố trí\nvốn cho\ncầu", TIMED[1][1:]),
        ("Sở Tài chính", "Sở Tài chính\nvà Sở Nội vụ", ("Sở Tài chính và Sở Nội vụ", *TIMED[1][2:])),
        ("Công an tỉnh", "Công an\ntỉnh", TIMED[1][1:]),
        ("Công an tỉnh", "Công an tỉnh;\nSở Y tế", ("Sở Tài chính", "Công an tỉnh; Sở Y tế", "Tháng 8/2026")),
        ("Tháng 8/2026", "Tháng\n8/2026", TIMED[1][1:]),
        ("Tháng 8/2026", "Trước ngày\n30/8/2026", ("Sở Tài chính", "Công an tỉnh", "Trước ngày 30/8/2026")),
        ("Tháng 8/2026", "Quý III\nnăm 2026", ("Sở Tài chính", "Công an tỉnh", "Quý III năm 2026")),
        ("Tháng 8/2026", "Thường\nxuyên", ("Sở Tài chính", "Công an tỉnh", "Thường xuyên")),
        ("Tháng 8/2026", "Giai đoạn 2026 -\n2030", SILENT[1:]),
        ("Bố trí vốn", "Bố trí vốn\n6", SILENT[1:]),
        ("Sở Tài chính\nCông an tỉnh", "Sở Tài chính;\nCông an tỉnh\nSở Y tế\nSở Nội vụ", SILENT[1:]),
        ("Sở Tài chính\nCông an tỉnh", "vùng Đồng\nTháp Mười\nvà Hà Tiên", SILENT[1:]),
    ],
)
def test_cells_broken_in_two_are_whole_where_it_is_certain_which(old: str, new: str, row: tuple[str, ...]) -> None:
    rows = [(str(i), *row) for i, row in enumerate((*TIMED, *TIMED), 1)]
    table = stacked(NUMBERED, *rows).replace(old, new, 1)
    text = directive(body=f"I. PHÂN CÔNG\n\n{table}\nII. KINH PHÍ\n\nTự bảo đảm.")
    found = duties(text)
    assert found[1] == ("2", *row)
    assert [row[1:] for row in (found[0], *found[2:])] == [row[1:] for row in (TIMED[0], TIMED[2], *TIMED)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 3, 1, 2)])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Quý II/2026", "Quý II năm\n2026"),
        ("Quý II/2026", "Quý II\nnăm 2026"),
        ("Trung tâm Kiểm định", "Trung tâm\nKiểm định"),
        ("Trung tâm Kiểm định", ""),
        ("Sở Tài chính", "Sở Tài chính;\nSở Nội vụ"),
        ("Kế hoạch - Tài chính", "Kế hoạch\n- Tài chính"),
        ("Vụ Kế hoạch - Tài chính", ""),
    ],
)
def test_a_cell_cut_in_two_and_a_cell_lost_make_no_wrong_row(order: tuple[int, ...], old: str, new: str) -> None:
    """The damaged row stands last: a heading follows it at once."""
    columns = ("Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
    held = sorted((*TIMED, *TIMED), key=lambda row: old in "\n".join(row))
    rows = [tuple(row[i] for i in order) for row in (columns, *held)]
    table = task_table("lines", columns=rows[0], rows=rows[1:])
    at = table.rindex(old) if old else len(table)
    damaged = f"{table[:at]}{new}{table[at + len(old) :]}".replace("\n\n", "\n").strip()
    found = duties(directive(body=f"I. PHÂN CÔNG\n\n{damaged}\nII. KINH PHÍ\n\nTự bảo đảm."))
    said = [row for row in found if row != SILENT]
    assert {*said} <= {(None, *row[1:]) for row in TIMED}
    assert len(said) >= (4 if old else 6)


def test_band_and_page_break_inside_a_table_one_cell_a_line() -> None:
    table = task_table("lines", columns=("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), rows=SHORT * 2)
    first, second = table[: table.index("Bố trí")], table[table.index("Bố trí") :]
    for between in ("II. NHÓM VIỆC CUỐI NĂM\n", "\n2\n\n", "\n2\n\nNhiệm vụ\nCơ quan chủ trì\nThời hạn\n"):
        text = directive(body=f"I. PHÂN CÔNG\n\n{first}{between}{second}\n\nIII. KINH PHÍ\n\nTự bảo đảm.")
        assert duties(text) == [(None, lead, None, when) for _, lead, when in SHORT * 2]


@pytest.mark.parametrize(
    "header",
    [
        "Nhiệm vụ\tPhân công thực hiện\t\n\tChủ trì\tPhối hợp",
        "| Nhiệm vụ | Phân công | Phân công |\n|---|---|---|\n| Nhiệm vụ | Chủ trì | Phối hợp |",
    ],
)
def test_heading_in_words_of_its_own_over_known_ones_heads_a_table(header: str) -> None:
    rows = ["\t".join(row) if "\t" in header else f"| {' | '.join(row)} |" for row in HELPED]
    text = directive(body="\n".join(["I. PHÂN CÔNG", "", header, *rows, "", "II. KINH PHÍ", "", "Tự bảo đảm."]))
    assert duties(text) == HELPED_READ


@pytest.mark.parametrize("style", ["tabs", "markdown", "html"])
def test_first_row_whose_words_are_those_of_headings_is_data(style: str) -> None:
    """ "Đảng ủy các cơ quan" and "Năm 2027" are headings elsewhere; columns that are headed need no more."""
    rows = (("Số hóa hồ sơ", "Đảng ủy các cơ quan Đảng tỉnh", "Năm 2027"), *SHORT)
    table = task_table(style, columns=("Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành"), rows=rows)
    text = directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    assert duties(text) == [(None, lead, None, when) for _, lead, when in rows]


def test_row_without_number_broken_in_its_first_cell_is_put_together() -> None:
    table = task_table(
        columns=("Cơ quan", "Nhiệm vụ", "Hạn"), rows=(("Sở Y tế", "Việc A", "2026"), ("UBND các xã,", "Việc B", "2027"))
    )
    table = table.replace("UBND các xã,\t", "UBND các xã,\nphường ven biển\t")
    text = directive(body=f"I. PHÂN CÔNG\n\n{table}\n\nII. KINH PHÍ\n\nTự bảo đảm.")
    (found,) = tables(read(text)[0].outline)
    assert cell_text(found.rows[1].cells[0].spans, text) == "UBND các xã, phường ven biển"


def test_table_below_a_heading_is_not_swallowed_by_the_lines_above_it() -> None:
    body = "I. ĐOÀN\n\n- Lê An\tBí thư\tTrưởng đoàn\n- Lò Bình\tỦy viên\tThành viên\n\nII. LỊCH\n\n" + task_table(
        columns=("Ngày", "Đơn vị", "Nội dung"),
        rows=(("12/6/2026", "Chi bộ A", "Sổ sách"), ("15/6/2026", "Chi bộ B", "Chi tiêu")),
    )
    (found,) = tables(read(directive(body=body))[0].outline)
    assert [column[-1] for column in found.columns] == ["Ngày", "Đơn vị", "Nội dung"]
    assert len(found.rows) == 2


def test_heading_over_several_columns_is_told_apart_by_the_row_below() -> None:
    table = (
        '<table><tr><td rowspan="2">Giai đoạn</td><td colspan="2">Việc</td></tr><tr><td>Cấp tỉnh</td><td>Cấp xã</td></tr>'
        "<tr><td>01 - 10/3</td><td>Phát động</td><td>Ra quân</td></tr><tr><td>11 - 31/3</td><td>Kiểm tra</td><td>Báo cáo</td></tr></table>"
    )
    (found,) = tables(read(directive(body=f"I. TIẾN ĐỘ\n\n{table}"))[0].outline)
    assert found.columns == (("Giai đoạn",), ("Việc", "Cấp tỉnh"), ("Việc", "Cấp xã"))
    assert len(found.rows) == 2


def test_markdown_ruler_of_single_dashes_is_no_row() -> None:
    table = "|Tiêu chí|Hiện trạng|Mục tiêu 2027|\n|:-:|:-|-:|\n|Thu nhập|48|55|\n|Hộ nghèo|9,2|-|"
    text = directive(body=f"I. MỤC TIÊU\n\n{table}")
    (found,) = tables(read(text)[0].outline)
    assert [[cell_text(c.spans, text) for c in row.cells] for row in found.rows] == [
        ["Thu nhập", "48", "55"],
        ["Hộ nghèo", "9,2", "-"],
    ]


def test_lines_of_a_table_that_is_not_understood_stay_apart() -> None:
    lines = ["Xã Mường Bú\tcây cà phê\t120\t35", "Xã Chiềng La\tcây mận\t80\t12", "Xã Ngọc Chiến\tcây sơn tra\t60\t9"]
    text = directive(body="I. DIỆN TÍCH\n\n" + "\n".join(lines))
    found = [text[slice(*s.text)] for s in read(text)[0].outline[0].children if s.text]
    assert found == lines


WRAPPED = """STT
Nội dung nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian
hoàn thành
1
Kiểm kê các gốc chè cổ thụ
trên núi Tà Xùa
Sở Nông nghiệp và
Môi trường
UBND các xã vùng cao
Trước ngày
15/7/2026
2
Dạy nghề sao chè cho thanh niên
Sở Nội vụ
Tỉnh đoàn;
Hội Nông dân tỉnh
Tháng 8 đến tháng
10/2026
3
Dựng nhà trưng bày ấm trà
Sở Văn hóa, Thể thao và Du lịch
Sở Xây dựng
Quý IV/2026
4
STT
Nội dung nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian
hoàn thành
4
Mở phiên chợ chè xuân ở
bản Bẹ
UBND xã Tà Xùa
Sở Công Thương
Tháng 02/2027
5
Thử đất trồng chè
Trung tâm Khuyến nông
Hội Nông dân tỉnh
Trước ngày
30/11/2026

Nơi nhận:
- Lưu: VT."""


def test_cells_all_broken_over_lines_and_a_page_come_out_whole() -> None:
    found = duties(directive(body=f"I. PHÂN CÔNG\n\n{WRAPPED}"))
    assert found == [
        ("1", "Sở Nông nghiệp và Môi trường", "UBND các xã vùng cao", "Trước ngày 15/7/2026"),
        ("2", "Sở Nội vụ", "Tỉnh đoàn; Hội Nông dân tỉnh", "Tháng 8 đến tháng 10/2026"),
        ("3", "Sở Văn hóa, Thể thao và Du lịch", "Sở Xây dựng", "Quý IV/2026"),
        ("4", "UBND xã Tà Xùa", "Sở Công Thương", "Tháng 02/2027"),
        ("5", "Trung tâm Khuyến nông", "Hội Nông dân tỉnh", "Trước ngày 30/11/2026"),
    ]


MANY_LINES = """TT
Nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Hạn hoàn thành
1
Nối sóng cho 40 bản
Sở Khoa học và Công nghệ
VNPT Sơn La
Tháng 3/2026
2
Soạn sách hai thứ tiếng
Thái - Kinh, Mông - Kinh
Sở Giáo dục và Đào tạo
Sở Dân tộc và Tôn giáo; Báo và Phát thanh,
Truyền hình Sơn La
Tháng 11/2026
3
Chấm điểm các trường
nội trú
Sở Nội vụ
Sở Giáo dục và Đào tạo; Sở Khoa học
và Công nghệ
Tháng 12/2026

II. KINH PHÍ

Sở Tài chính bố trí 12 tỷ đồng."""


def test_rows_with_several_broken_cells_and_the_last_are_whole() -> None:
    assert duties(directive(body=f"I. PHÂN CÔNG\n\n{MANY_LINES}")) == [
        ("1", "Sở Khoa học và Công nghệ", "VNPT Sơn La", "Tháng 3/2026"),
        (
            "2", "Sở Giáo dục và Đào tạo", "Sở Dân tộc và Tôn giáo; Báo và Phát thanh, Truyền hình Sơn La",
            "Tháng 11/2026",
        ),
        ("3", "Sở Nội vụ", "Sở Giáo dục và Đào tạo; Sở Khoa học và Công nghệ", "Tháng 12/2026"),
    ]  # fmt: skip
