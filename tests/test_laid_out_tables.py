"""Tables laid out with spaces, as a PDF gives them: every cell whole, and no cell where columns are not certain."""

import random
import textwrap
import time

import pytest

from build_directives import annex, directive
from facts_view import figures, tasks
from reading_view import cell_text, duties, read, tables
from tracuu.documents.tables import find_tables

PAGED = """
TT  Nội dung công việc              Đơn vị chủ trì          Đơn vị phối hợp            Sản phẩm         Thời hạn
1   Lập bản đồ ngập lụt hạ lưu      Sở Nông nghiệp và       Đài Khí tượng Thủy văn;    Bản đồ           Trước ngày
    sông Trà Khúc                   Môi trường              Viện Quy hoạch Thủy lợi    1/10.000         30/9/2026
2   Cắm 240 mốc báo lũ              UBND các xã, phường     Bộ Chỉ huy Quân sự tỉnh    Cột mốc          Quý III/2026
                                    ven sông

                                                   12

3   Diễn tập sơ tán dân ở vùng      Bộ Chỉ huy              Công an tỉnh; Hội Chữ      Kịch bản,        Tháng 8 hằng
    trũng thấp                      Quân sự tỉnh            thập đỏ tỉnh               báo cáo          năm
4   Mua 15 xuồng máy                Sở Tài chính            Công an tỉnh               Xuồng            2026
"""
PAGED_DUTIES = [
    (
        "1", "Sở Nông nghiệp và Môi trường", "Đài Khí tượng Thủy văn; Viện Quy hoạch Thủy lợi",
        "Trước ngày 30/9/2026",
    ),
    ("2", "UBND các xã, phường ven sông", "Bộ Chỉ huy Quân sự tỉnh", "Quý III/2026"),
    ("3", "Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh; Hội Chữ thập đỏ tỉnh", "Tháng 8 hằng năm"),
    ("4", "Sở Tài chính", "Công an tỉnh", "2026"),
]  # fmt: skip


def laid_out(table: str) -> str:
    return directive(annexes=[annex(table.strip("\n"))])


SHIFTED = """
STT  Nhiệm vụ            Chủ trì                 Phối hợp               Hạn
1    Đo đạc đất rừng     Chi cục Kiểm lâm        UBND xã Trà Bồng       Quý II/2027
2    Thả giống cá        Trung tâm Khuyến nông   Hội Nông dân tỉnh      Tháng 4/2027

8

STT  Nhiệm vụ                     Chủ trì           Phối hợp        Hạn
     về sông Trà Bồng             tỉnh
3    Trồng lại 40 ha dừa nước     Sở Nội vụ         Đoàn Thanh      Quý I/2028
     ở cửa biển                                     niên tỉnh
"""


@pytest.mark.parametrize(
    "page", ["\n\n                 12\n\n", "\n12\n", "\n\f", "\n\n- 12 -\n\n\f", "\n\nTrang 12\n\n"]
)
def test_broken_cells_are_whole_over_a_page(page: str) -> None:
    table = PAGED.replace("\n\n                                                   12\n\n", page)
    assert duties(laid_out(table)) == PAGED_DUTIES


def test_headings_repeated_over_other_widths_go_on_with_the_row_that_the_page_cut() -> None:
    assert duties(laid_out(SHIFTED)) == [
        ("1", "Chi cục Kiểm lâm", "UBND xã Trà Bồng", "Quý II/2027"),
        ("2", "Trung tâm Khuyến nông tỉnh", "Hội Nông dân tỉnh", "Tháng 4/2027"),
        ("3", "Sở Nội vụ", "Đoàn Thanh niên tỉnh", "Quý I/2028"),
    ]


def test_headings_over_three_lines_are_whole() -> None:
    table = """
                                 Cơ quan                 Cơ quan
STT         Nhiệm vụ             chủ trì                 phối hợp              Thời gian
                                                                               hoàn thành
 1    Đo đạc đất rừng            Chi cục Kiểm lâm        UBND xã Trà Bồng      Quý II/2027
 2    Thả giống cá bống          Trung tâm Khuyến        Hội Nông dân          Tháng 4/2027
                                 nông                    tỉnh
"""
    text = laid_out(table)
    (found,) = tables(read(text)[0].outline)
    assert [" ".join(path) for path in found.columns] == [
        "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    ]  # fmt: skip
    assert duties(text)[1] == ("2", "Trung tâm Khuyến nông", "Hội Nông dân tỉnh", "Tháng 4/2027")


FIGURES = """
STT  Chỉ tiêu                              ĐVT         Kế hoạch giai đoạn
                                                     Năm 2026      Năm 2030
1    Tỷ lệ hộ dùng nước máy ở các         %              71,5            92
     xã bãi ngang
2    Sản lượng cá ngừ đại dương            tấn         16.400        18.250
3    Số lồng bè nuôi biển                  lồng           950         1.480
"""


def test_figures_at_the_right_edge_stand_under_their_years() -> None:
    assert figures(FIGURES) == [
        ("Tỷ lệ hộ dùng nước máy ở các | xã bãi ngang", 71.5, 71.5, "%", (2026, 2026)),
        ("Tỷ lệ hộ dùng nước máy ở các | xã bãi ngang", 92, 92, "%", (2030, 2030)),
        ("Sản lượng cá ngừ đại dương", 16400, 16400, "tấn", (2026, 2026)),
        ("Sản lượng cá ngừ đại dương", 18250, 18250, "tấn", (2030, 2030)),
        ("Số lồng bè nuôi biển", 950, 950, "lồng", (2026, 2026)),
        ("Số lồng bè nuôi biển", 1480, 1480, "lồng", (2030, 2030)),
    ]


KINDS = """
Nguồn vốn              Số tiền (tỷ đồng)   Tỷ trọng (%)
Ngân sách tỉnh và            12.400             62
ngân sách xã
Vốn vay ODA                   2.000             10
Doanh nghiệp tự               5.600             28
bỏ ra
"""


def test_broken_cells_of_rows_without_numbers_are_whole() -> None:
    text = laid_out(KINDS)
    (found,) = tables(read(text)[0].outline)
    assert [[cell_text(c.spans, text) for c in row.cells] for row in found.rows] == [
        ["Ngân sách tỉnh và ngân sách xã", "12.400", "62"],
        ["Vốn vay ODA", "2.000", "10"],
        ["Doanh nghiệp tự bỏ ra", "5.600", "28"],
    ]


@pytest.mark.parametrize("line", ["Ngân sách xã", "                              Đợt 2"])
def test_a_line_that_may_go_on_with_a_row_without_number_leaves_no_half_cell(line: str) -> None:
    text = laid_out(f"{KINDS.rstrip()}\n{line}")
    assert list(tables(read(text)[0].outline)) == []


CENTRED = """
STT         Nhiệm vụ                Cơ quan chủ trì         Thời hạn
      Sửa kè biển ở thôn
 1                                  Sở Xây dựng             Quý I/2027
      Đông Yên
      Đào tạo 60 thợ lặn cho        Trường Cao đẳng
 2                                                          Quý II/2027
      các đảo                       Dung Quất
      Dựng tường chắn cát           UBND xã
 3                                                          Năm 2028
      ven biển                      Vạn Tường
"""


def test_numbers_in_the_middle_of_rows_part_them_only_between_blank_lines() -> None:
    assert [row for row in duties(laid_out(CENTRED)) if any(row[1:])] == []
    spaced = CENTRED.replace("\n      Đào", "\n\n      Đào").replace("\n      Dựng", "\n\n      Dựng")
    spaced = spaced.replace("Thời hạn\n", "Thời hạn\n\n")
    assert duties(laid_out(spaced)) == [
        ("1", "Sở Xây dựng", None, "Quý I/2027"),
        ("2", "Trường Cao đẳng Dung Quất", None, "Quý II/2027"),
        ("3", "UBND xã Vạn Tường", None, "Năm 2028"),
    ]


def test_a_row_whose_text_crosses_a_gutter_says_nothing_by_its_columns() -> None:
    crossed = PAGED.replace("Công an tỉnh               Xuồng  ", "Công an tỉnh, Hải quân, Đoàn Biên phòng")
    found = duties(laid_out(crossed))
    assert found == [*PAGED_DUTIES[:3], ("4", None, None, None)]


def test_a_line_set_apart_from_two_rows_is_of_neither_for_sure() -> None:
    apart = PAGED.replace("    trũng thấp ", "\n    Và khi có bão").replace("\n4   Mua", "\n\n4   Mua")
    found = duties(laid_out(apart))
    assert [row[1:] for row in found if row[0] in {"3", "4"}] in ([(None,) * 3] * 2, [])


def test_an_empty_cell_stays_empty_and_a_column_without_cells_takes_none() -> None:
    table = """
STT   Việc phải làm                Cơ quan chủ trì      Phối hợp             Hạn           Ghi chú
01    Kiểm tra 12 bến cá           Sở Xây dựng                               15/5/2026
02    Cấp phao cứu sinh                                 Đồn Biên phòng       20/5/2026
                                                        Sa Kỳ
03    Dọn luồng lạch vào cảng      Cảng vụ                                   30/6/2026
"""
    assert duties(laid_out(table)) == [
        ("01", "Sở Xây dựng", None, "15/5/2026"),
        ("02", None, "Đồn Biên phòng Sa Kỳ", "20/5/2026"),
        ("03", "Cảng vụ", None, "30/6/2026"),
    ]


def test_bands_stand_over_rows_that_are_numbered_anew() -> None:
    table = """
TT   Nhiệm vụ                     Cơ quan chủ trì        Thời hạn
I    NHÓM NHIỆM VỤ VỀ BIỂN
1    Thả phao tiêu                Cảng vụ                Quý I/2026
2    Đóng 02 tàu                  Sở Tài chính           Quý II/2026
II   NHÓM NHIỆM VỤ VỀ ĐẢO
1    Xây bể nước ngọt ở           UBND đặc khu           Quý III/2026
     An Bình                      Lý Sơn
2    Trồng bàng vuông             Đoàn Thanh niên        Quý IV/2026
"""
    text = laid_out(table)
    (found,) = tables(read(text)[0].outline)
    assert [row.band and cell_text((row.band,), text).split()[-1] for row in found.rows] == [
        "BIỂN",
        "BIỂN",
        "ĐẢO",
        "ĐẢO",
    ]
    assert duties(text)[2] == ("1", "UBND đặc khu Lý Sơn", None, "Quý III/2026")


def test_what_stands_below_a_table_is_no_part_of_its_last_row() -> None:
    below = """

     Các cơ quan báo cáo trước ngày 20 hằng tháng.

Nơi nhận:                                        TM. ỦY BAN NHÂN DÂN
- Như trên;                                      CHỦ TỊCH
- Lưu: VT.
                                                 Võ Trà Giang
"""
    assert duties(laid_out(PAGED.rstrip() + below)) == PAGED_DUTIES


NO_TABLES = [
    "Sở  Y tế chủ trì,  phối hợp với  Sở Tài chính khám bệnh  cho 400 người trước ngày  30/6/2026.\n"
    "1   Sở Y tế  khám cho dân  đảo.\n2   Sở Tài chính  cấp tiền  kịp thời.",
    "ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH QUẢNG NGÃI                          Độc lập - Tự do - Hạnh phúc\n"
    "Số: 15/KH-UBND                  Quảng Ngãi, ngày 02 tháng 3 năm 2026",
    "Nơi nhận:                     KT. CHỦ TỊCH            XÁC NHẬN\n- Như trên;                   PHÓ CHỦ TỊCH            CHÁNH VĂN PHÒNG\n"
    "- Lưu: VT.                    Võ Trà Giang            Lê Văn Sơn",
]


@pytest.mark.parametrize("lines", NO_TABLES)
def test_lines_with_runs_of_spaces_that_are_no_table_stay_text(lines: str) -> None:
    assert list(tables(read(directive(body=f"I. NHIỆM VỤ\n\n{lines}"))[0].outline)) == []


def test_every_cell_is_a_piece_of_the_source() -> None:
    text = laid_out(PAGED)
    (found,) = tables(read(text)[0].outline)
    pieces = [text[slice(*s)] for row in found.rows for cell in row.cells for s in cell.spans]
    assert all(p == p.strip() and "\n" not in p and "  " not in p for p in pieces)
    words = " ".join(line for line in PAGED.splitlines()[2:] if line.strip() != "12").split()
    assert sorted(" ".join(pieces).split()) == sorted(words)


def test_a_person_may_lead() -> None:
    table = """
STT   Nhiệm vụ                      Người phụ trách      Thời hạn
1     Trông bè cứu hộ               Bà Đinh Thị Roi      Quý I/2026
2     Ghi mực nước mỗi ngày         Ông Phạm Ngưu        Hằng ngày
"""
    assert [(task, lead) for task, lead, *_ in tasks(table)] == [
        ("Trông bè cứu hộ", "Bà Đinh Thị Roi"), ("Ghi mực nước mỗi ngày", "Ông Phạm Ngưu"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "seed",
    [
        "STT   Nhiệm vụ   Chủ trì\n", "1   a   b\n", "STT   Nhiệm vụ   Chủ trì\n1   a   b\n2   c   d\n\n", "1  ", "a  \n", "1  a,  b\n      c\n",
        "STT  Nhiệm vụ  Chủ trì\n" + "".join(f"{i}  a  b\n     c\n\n{i}\n\n" for i in range(1, 200)),
    ],
)  # fmt: skip
def test_hostile_lines_take_time_that_grows_with_their_number(seed: str) -> None:
    text = ("STT   Nhiệm vụ   Chủ trì   Hạn\n" + seed * (100_000 // len(seed)))[:100_000]
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 6


# --- Tables by chance --------------------------------------------------------------------------------

BODIES = [
    "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "UBND các xã, phường", "Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ban Quản lý dự án đầu tư xây dựng", "Đài Khí tượng Thủy văn",
]  # fmt: skip
TIMES = ["Quý I/2026", "Trước ngày 30/9/2026", "Hằng năm", "Trước mùa khô 2026 - 2027", "Định kỳ 6 tháng/lần"]
WORDS = [
    "rà",
    "soát",
    "quy",
    "hoạch",
    "kè",
    "biển",
    "cầu",
    "cống",
    "nước",
    "sạch",
    "đào",
    "tạo",
    "nghề",
    "hộ",
    "nghèo",
    "chợ",
    "hồ",
    "chứa",
    "Sa",
    "Kỳ",
    "Lý",
    "Sơn",
]


def by_chance(seed: int, *, centred: bool, spaced: bool, page: str) -> tuple[list[list[str]], str]:
    """Rows of cells, and the table that a PDF gives of them; ``page`` stands between two rows or inside one."""
    rng = random.Random(seed)
    columns = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
    rows = []
    for i in range(rng.randint(2, 9)):
        task = " ".join(rng.choice(WORDS) for _ in range(rng.randint(3, 15)))
        helping = "; ".join(rng.sample(BODIES, rng.randint(0, 2)))
        rows.append([str(i + 1), task[:1].upper() + task[1:], rng.choice(BODIES), helping, rng.choice(TIMES)])
    widths = [rng.randint(3, 5), *(rng.randint(13, 34) for _ in columns[1:])]
    gap = rng.randint(2, 4)
    lines = [*set_side_by_side(columns, widths, gap, centred=True), *([""] if spaced else [])]
    cut = rng.randrange(1, len(rows))
    for i, row in enumerate(rows):
        own = set_side_by_side(row, widths, gap, centred=centred)
        at = len(lines) + (rng.randrange(len(own)) if page == "inside" else 0)
        lines += own
        if page and i == cut:
            lines[at:at] = ["", " " * rng.randint(10, 60) + "7", ""]
        lines += [""] if spaced else []
    return rows, "\n".join(lines)


def set_side_by_side(row: list[str], widths: list[int], gap: int, *, centred: bool) -> list[str]:
    cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    padded = [[""] * ((height - len(c)) // 2 if centred else 0) + c + [""] * height for c in cells]
    lines = (
        "".join(c[i].ljust(width + gap) for c, width in zip(padded, widths, strict=True)).rstrip()
        for i in range(height)
    )
    return list(lines)


@pytest.mark.parametrize("page", ["", "between", "inside"])
@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("centred", [False, True])
def test_no_cell_is_wrong_however_the_rows_are_set(centred: bool, spaced: bool, page: str) -> None:
    held = 0
    for seed in range(60):
        rows, text = by_chance(seed, centred=centred, spaced=spaced, page=page)
        whole = {row[0]: row for row in rows}
        for table in find_tables(text, 0, len(text))[0]:
            for row in table.rows:
                told = [cell_text(cell.spans, text) if cell.column else None for cell in row.cells]
                assert told in (whole[row.label or ""], [None] * len(told)), (seed, told)
                held += told[0] is not None
    # Where the number stands in the middle of its row and nothing parts the rows, few are certain.
    assert held > (0 if centred and not spaced else 250 if not page else 150)


RUN_TOGETHER = """
TT   Nội dung                Chủ trì               Phối hợp               Thời gian

1    Đo đạc bãi triều        Phòng Tài nguyên      Chi nhánh đăng ký      Trước ngày
     ven biển                và Môi trường         đất đai                15/9/2021

2    Bốc thăm, đấu giá       Phòng Tài chính -     UBND xã Nam Thịnh;     Quý II/2022
     thuê bãi                Kế hoạch              Phòng Tư pháp
                                                                                   3
UBND HUYỆN TIỀN HẢI - KẾ HOẠCH

TT   Nội dung                Chủ trì               Phối hợp               Thời gian

3    Cưỡng chế tháo dỡ       Công an huyện         Đồn Biên phòng         Quý IV/2022
     chòi canh                                     Cửa Lân

4 Trồng 200 ha rừng Hạt Kiểm lâm Ban Quản lý khu Từ năm 2023
ngập mặn ở vùng C ven biển bảo tồn thiên nhiên đến năm 2025

5    Xây dựng chuỗi liên     Phòng Kinh tế         Hội Nghề cá huyện      Năm 2024
     kết tiêu thụ            và Hạ tầng
"""
RUN_TOGETHER_DUTIES = [
    ("1", "Phòng Tài nguyên và Môi trường", "Chi nhánh đăng ký đất đai", "Trước ngày 15/9/2021"),
    ("2", "Phòng Tài chính - Kế hoạch", "UBND xã Nam Thịnh; Phòng Tư pháp", "Quý II/2022"),
    ("3", "Công an huyện", "Đồn Biên phòng Cửa Lân", "Quý IV/2022"),
    ("4", None, None, None),
    ("5", "Phòng Kinh tế và Hạ tầng", "Hội Nghề cá huyện", "Năm 2024"),
]


def test_a_running_head_and_a_row_whose_cells_run_together_do_not_end_a_table() -> None:
    page = f"Đo đạc theo quy định;\n{' ' * 80}2\nUBND HUYỆN TIỀN HẢI - KẾ HOẠCH\nbáo cáo hằng quý.\n\n"
    text = directive(body=f"I. MỤC TIÊU\n\n{page}II. PHÂN CÔNG\n{RUN_TOGETHER}\nIII. TỔ CHỨC\n\n1. Sở Nội vụ theo dõi.")
    assert duties(text) == RUN_TOGETHER_DUTIES


def test_the_number_of_a_page_is_no_part_of_the_row_above_it() -> None:
    text = directive(body=f"I. PHÂN CÔNG\n{RUN_TOGETHER}\nII. TỔ CHỨC\n\n1. Sở Nội vụ theo dõi.")
    assert duties(text)[:2] == RUN_TOGETHER_DUTIES[:2]


def test_a_paragraph_with_the_next_number_below_a_table_is_no_row_of_it() -> None:
    table = RUN_TOGETHER[: RUN_TOGETHER.index("4 Trồng")]
    text = directive(
        body=f"I. PHÂN CÔNG\n{table}\n4. Sở Nội vụ chủ trì việc khen thưởng.\n\nII. KINH PHÍ\n\nTự bảo đảm."
    )
    assert "4" not in [row[0] for row in duties(text)]
