"""Groups of rows in tables that came out one cell a line: every guise of a title, and none of it in a cell."""

import pytest

from build_directives import annex, directive, task_table
from facts_view import figures, tasks
from reading_view import cell_text, duties, read, tables

COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
GROUPS = (
    (
        ("Lập bản đồ vùng trồng sen", "Sở Nông nghiệp và Môi trường", "UBND huyện Tháp Mười", "Quý II/2023"),
        ("Cắm mốc 12 tuyến đê bao", "Chi cục Thủy lợi", "UBND các xã", "30/9/2023"),
    ),
    (
        ("Chọn giống sen hồng", "Trường Đại học Đồng Tháp", "Hội Nông dân tỉnh", "Tháng 3/2024"),
        ("Dạy nghề dệt tơ sen", "Sở Nội vụ", "Tỉnh đoàn", "Thường xuyên"),
        ("Mở chợ phiên", "UBND xã Mỹ Hòa", "Sở Công Thương", "Năm 2025"),
    ),
    (("Xử lý nước thải", "Công an tỉnh", "Sở Xây dựng", "Trước ngày 31/12/2025"),),
)
TITLES = ("QUY HOẠCH, ĐẤT ĐAI", "GIỐNG VÀ NGHỀ", "MÔI TRƯỜNG NƯỚC")
PLAIN = ("Quy hoạch, đất đai", "Giống và nghề", "Môi trường nước")
ROMANS, LETTERS = ("I", "II", "III"), ("A", "B", "C")
GUISES = {
    "number above": [f"{n}\n{t}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "number with a stop above": [f"{n}.\n{t}" for n, t in zip(ROMANS, PLAIN, strict=True)],
    "one line": [f"{n}. {t}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "letter above": [f"{n}\n{t}" for n, t in zip(LETTERS, PLAIN, strict=True)],
    "letter on one line": [f"{n}. {t}" for n, t in zip(LETTERS, PLAIN, strict=True)],
    "capitals alone": list(TITLES),
    "small letters alone": list(PLAIN),
    "title broken": [f"{n}\n{t.replace(' ', '|', 1)}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "two levels": ["A\nTRONG TỈNH\nI\nĐất", "II\nGiống và nghề", "B\nLIÊN TỈNH\nI\nMôi trường"],
    "agencies": ["I\nSở Y tế", "II\nCông an tỉnh", "III\nUBND huyện Tháp Mười"],
    "numbers misread": ["l\nĐất", "ll\nGiống", "HI\nNước"],
    "bold": [f"**{n}**\n**{t}**" for n, t in zip(ROMANS, TITLES, strict=True)],
    "a number lost": ["I\nĐất", "II\nGiống và nghề", "IV\nNước"],
}


def stacked(bands: list[str], *, gap: str, anew: bool, columns: tuple[str, ...] = COLUMNS, note: str = "") -> str:
    cells = list(columns)
    number = 0
    for band, rows in zip(bands, GROUPS, strict=True):
        cells += band.split("\n")
        number = 0 if anew else number
        for row in rows:
            number += 1
            cells += [str(number), *row, *([note] if note else [])]
    return gap.join(cells).replace("|", "\n")


def expected(*, anew: bool) -> list[tuple[str | None, ...]]:
    rows = [(i, row) for rows in GROUPS for i, row in enumerate(rows, 1)]
    return [(str(i if anew else n), *row[1:]) for n, (i, row) in enumerate(rows, 1)]


def bands_of(text: str) -> list[str]:
    (table,) = tables(read(text)[0].outline)
    return [cell_text((row.band,), text) if row.band else "" for row in table.rows]


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("guise", GUISES)
def test_titles_of_groups_are_bands_in_every_guise(guise: str, gap: str, anew: bool) -> None:
    text = directive(annexes=[annex(stacked(GUISES[guise], gap=gap, anew=anew))])
    assert duties(text) == expected(anew=anew)
    titled = [title.split("\n")[-1].replace("|", " ").strip("*").split(". ")[-1] for title in GUISES[guise]]
    assert [
        band.endswith(title)
        for band, title in zip(bands_of(text), [titled[i] for i in (0, 0, 1, 1, 1, 2)], strict=True)
    ] == [True] * 6


def one_a_line(*cells: str, gap: str = "\n") -> str:
    return gap.join(cell for group in cells for cell in group.split("|"))


def test_a_group_that_is_an_agency_leads_its_rows_where_no_column_says_who() -> None:
    table = one_a_line(
        "STT|Nhiệm vụ|Đơn vị phối hợp|Thời hạn|I|Sở Y tế", "1|Tiêm chủng|UBND các xã|Quý II/2027",
        "2|Diệt lăng quăng|Công an tỉnh|Tháng 8/2027|II|Sở Nội vụ|1|Tuyển bác sĩ|Sở Tài chính|Thường xuyên",
    )  # fmt: skip
    assert tasks(table) == [
        ("Tiêm chủng", "Sở Y tế", "UBND các xã", "", "Quý II/2027"),
        ("Diệt lăng quăng", "Sở Y tế", "Công an tỉnh", "", "Tháng 8/2027"),
        ("Tuyển bác sĩ", "Sở Nội vụ", "Sở Tài chính", "", "Thường xuyên"),
    ]


def test_titles_of_groups_stand_in_a_table_with_a_merged_heading_and_numbered_columns() -> None:
    table = one_a_line(
        "STT|Nhiệm vụ|Cơ quan thực hiện|Thời hạn|Chủ trì|Phối hợp|(1)|(2)|(3)|(4)|(5)|I|QUY HOẠCH",
        "1|Lập bản đồ|Sở Xây dựng|UBND các xã|Quý II/2026|2|Bố trí vốn|Sở Tài chính|Công an tỉnh|Tháng 8/2026",
        "II|TUYÊN TRUYỀN|3|In tờ rơi|Sở Y tế|Sở Nội vụ|Thường xuyên",
    )
    text = directive(annexes=[annex(table)])
    assert [row[1:] for row in duties(text)] == [
        ("Sở Xây dựng", "UBND các xã", "Quý II/2026"), ("Sở Tài chính", "Công an tỉnh", "Tháng 8/2026"),
        ("Sở Y tế", "Sở Nội vụ", "Thường xuyên"),
    ]  # fmt: skip
    assert bands_of(text) == ["I QUY HOẠCH", "I QUY HOẠCH", "II TUYÊN TRUYỀN"]


def test_figures_that_count_like_rows_stay_in_their_cells() -> None:
    table = one_a_line(
        "STT|Chỉ tiêu|ĐVT|Năm 2027|Năm 2030|I|Kinh tế|1|Số hợp tác xã|hợp tác xã|2|3|2|Sản lượng lúa|tấn|3|4",
        "II|Xã hội|3|Tỷ lệ hộ nghèo|%|4|2,5|4|Số trường|trường|5|6",
    )
    found = figures(table)
    assert [(name, low) for name, low, *_ in found] == [
        ("Số hợp tác xã", 2), ("Số hợp tác xã", 3), ("Sản lượng lúa", 3), ("Sản lượng lúa", 4),
        ("Tỷ lệ hộ nghèo", 4), ("Tỷ lệ hộ nghèo", 2.5), ("Số trường", 5), ("Số trường", 6),
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("title", ["II|GIỐNG VÀ NGHỀ", "II. Giống và nghề", "GIỐNG VÀ NGHỀ"])
@pytest.mark.parametrize("missing", ["Sở Y tế|", "Công an tỉnh|", "|Tháng 8/2026", "Bố trí vốn|"])
def test_no_title_fills_the_place_of_a_lost_cell(missing: str, title: str, gap: str) -> None:
    row = "2|Bố trí vốn|Sở Y tế|Công an tỉnh|Tháng 8/2026".replace(missing, "")
    table = one_a_line(
        "STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn|1|Lập bản đồ|Sở Xây dựng|UBND các xã|Quý II/2026",
        row, title, "3|In tờ rơi|Sở Nội vụ|Tỉnh đoàn|Năm 2027|4|Dọn kênh|Sở Tư pháp|Hội Nông dân tỉnh|Hằng năm",
        gap=gap,
    )  # fmt: skip
    found = duties(directive(annexes=[annex(table)]))
    assert found[1] == ("2", None, None, None)
    assert [row[1] for row in found if row[0] != "2"] == ["Sở Xây dựng", "Sở Nội vụ", "Sở Tư pháp"]


@pytest.mark.parametrize(
    "behind",
    [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "PHỤ LỤC II\nDANH MỤC VĂN BẢN\n\n1. Quyết định số 12/QĐ-UBND.",
        "Các đơn vị căn cứ Phụ lục này để thực hiện.",
        "Ghi chú: Các cơ quan báo cáo định kỳ.",
        "II. KINH PHÍ\n\n1. Sở Tài chính bố trí kinh phí.",
    ],
)
@pytest.mark.parametrize("lost", ["", "Tỉnh đoàn|", "|Năm 2027"])
def test_the_last_row_ends_where_something_else_begins(behind: str, lost: str) -> None:
    last = "2|In tờ rơi|Sở Nội vụ|Tỉnh đoàn|Năm 2027".replace(lost, "")
    table = one_a_line(
        "STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn|I|ĐẤT|1|Lập bản đồ|Sở Xây dựng|UBND các xã|Quý II/2026",
        f"II|NGHỀ|{last}", gap="\n\n",
    )  # fmt: skip
    found = duties(directive(annexes=[annex(f"{table}\n\n{behind}")]))
    assert found[0] == ("1", "Sở Xây dựng", "UBND các xã", "Quý II/2026")
    assert found[1] == (("2", None, None, None) if lost else ("2", "Sở Nội vụ", "Tỉnh đoàn", "Năm 2027"))


def test_an_empty_column_of_notes_is_not_missed() -> None:
    table = one_a_line(
        "STT|Nhiệm vụ|Chủ trì|Thời hạn|Ghi chú|1|Lập bản đồ|Sở Xây dựng|Quý II/2026|2|Bố trí vốn|Sở Y tế|Năm 2027",
        "Vốn tỉnh|3|In tờ rơi|Sở Nội vụ|Thường xuyên",
    )
    found = duties(directive(annexes=[annex(table)]))
    assert [row[1] for row in found] == ["Sở Xây dựng", "Sở Y tế", "Sở Nội vụ"]


@pytest.mark.parametrize("stroke", ["-", "–", "…", "..."])
def test_a_stroke_says_that_a_cell_is_empty(stroke: str) -> None:
    table = one_a_line(
        "STT|Nhiệm vụ|Chủ trì|Phối hợp|Thời hạn|1|Lập bản đồ|Sở Xây dựng|Sở Nội vụ|Quý II/2026|2|Bố trí vốn|Sở Y tế",
        f"{stroke}|Năm 2027|3|In tờ rơi|Sở Nội vụ|Sở Y tế|{stroke}|4|Dọn kênh|Sở Tư pháp|Sở Y tế|Hằng năm",
    )
    found = duties(directive(annexes=[annex(table)]))
    assert [row[1] for row in found] == ["Sở Xây dựng", "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"]
    assert [row[2] for row in found] == ["Sở Nội vụ", stroke, "Sở Y tế", "Sở Y tế"]
    assert [row[3] for row in found] == ["Quý II/2026", "Năm 2027", stroke, "Hằng năm"]


def test_a_page_with_its_number_and_headings_stands_above_the_title_of_a_group() -> None:
    heads = "STT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"
    table = one_a_line(
        f"{heads}|QUY HOẠCH CHUNG|1|Lập bản đồ|Sở Xây dựng|Quý II/2026|2|Bố trí vốn|Sở Y tế|Năm 2027",
        f"3|{heads}|GIỐNG VÀ NGHỀ|1|In tờ rơi|Sở Nội vụ|Thường xuyên|2|Dọn kênh|Sở Tư pháp|Hằng năm",
    )
    text = directive(annexes=[annex(table)])
    assert [row[1] for row in duties(text)] == ["Sở Xây dựng", "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"]
    assert bands_of(text) == ["QUY HOẠCH CHUNG"] * 2 + ["GIỐNG VÀ NGHỀ"] * 2


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("tabs", "I\tQuy hoạch, đất đai"), ("tabs", "\tQUY HOẠCH, ĐẤT ĐAI"), ("tabs", "Quy hoạch, đất đai"),
        ("spaces", "QUY HOẠCH, ĐẤT ĐAI"), ("spaces", "Quy hoạch, đất đai"), ("spaces", "A       Quy hoạch"),
        ("markdown", "| **I. Quy hoạch** | | | | |"), ("markdown", "| | **QUY HOẠCH** | | | |"),
        ("html", '<tr><td>I</td><td colspan="4">Quy hoạch</td></tr>'),
    ],
)  # fmt: skip
def test_titles_of_groups_in_other_tables(style: str, title: str) -> None:
    rows = [(str(n), *row) for n, row in enumerate((*GROUPS[0], *GROUPS[2]), 1)]
    lines = task_table(style, columns=COLUMNS, rows=rows, widths=[5, 30, 30, 22, 18]).split("\n")
    at = next(i for i, line in enumerate(lines) if "Lập bản đồ" in line)
    text = directive(annexes=[annex("\n".join([*lines[:at], title, *lines[at:]]))])
    assert duties(text) == [(row[0], *row[2:]) for row in rows]
    assert all("quy hoạch" in band.lower() for band in bands_of(text))
