"""Tables whose cells were printed line beside line with one blank between them: read where one way to cut a row is left."""

import random
import textwrap

import pytest

from tracuu.documents.tables import find_tables
from tracuu.documents.tables.slips import cell_text
from tracuu.types import Table

HEAD = "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn\nhoàn thành\n"
WOVEN = f"""{HEAD}1 Rà soát hồ sơ cấp giấy Sở Nông nghiệp và Công an tỉnh; Trước ngày
chứng nhận lần đầu cho đất Môi trường UBND các xã, 30/9/2026
ở nông thôn phường
2 Kiểm tra phòng cháy tại Công an tỉnh Sở Công Thương; Quý IV/2026
các chợ hạng I, trung tâm Sở Xây dựng
thương mại
3 Kẻ vạch sơn, gờ giảm tốc Sở Xây dựng Công an tỉnh Trước ngày
tại các cổng trường học 15/12/2026
"""


def table_of(text: str) -> Table:
    (table,), unclear = find_tables(text, 0, len(text))
    assert unclear == []
    return table


def cells_of(text: str) -> list[list[str]]:
    return [[cell_text(cell.spans, text) for cell in row.cells] for row in table_of(text).rows]


def is_read(text: str, row: int) -> bool:
    return any(cell.column for cell in table_of(text).rows[row].cells)


def test_the_lines_of_each_cell_are_put_together():
    assert cells_of(WOVEN + "\nNơi nhận:\n") == [
        [
            "1", "Rà soát hồ sơ cấp giấy chứng nhận lần đầu cho đất ở nông thôn", "Sở Nông nghiệp và Môi trường",
            "Công an tỉnh; UBND các xã, phường", "Trước ngày 30/9/2026",
        ],
        [
            "2", "Kiểm tra phòng cháy tại các chợ hạng I, trung tâm thương mại", "Công an tỉnh",
            "Sở Công Thương; Sở Xây dựng", "Quý IV/2026",
        ],
        [
            "3", "Kẻ vạch sơn, gờ giảm tốc tại các cổng trường học", "Sở Xây dựng", "Công an tỉnh",
            "Trước ngày 15/12/2026",
        ],
    ]  # fmt: skip


def test_headings_and_numbers_of_pages_that_repeat_are_no_cells():
    first, second = WOVEN.split("3 Kẻ vạch")
    assert cells_of(f"{first}2\n{HEAD}3 Kẻ vạch{second}\nNơi nhận:\n") == cells_of(f"{WOVEN}\nNơi nhận:\n")


def test_the_first_band_is_no_first_row_though_i_looks_like_one():
    text = WOVEN.replace("\n1 Rà soát", "\nI. ĐẤT ĐAI\n1 Rà soát") + "\nNơi nhận:\n"
    band = table_of(text).rows[0].band
    assert band is not None
    assert text[slice(*band)] == "I. ĐẤT ĐAI"
    assert cells_of(text) == cells_of(f"{WOVEN}\nNơi nhận:\n")


def test_what_ends_a_table_ends_it_without_a_blank_line():
    assert cells_of(f"{WOVEN}Nơi nhận:\n- Như trên;\n") == cells_of(f"{WOVEN}\nNơi nhận:\n")


def test_the_last_row_is_in_doubt_where_lines_follow_that_may_be_its_own():
    text = f"{WOVEN}Các cơ quan, đơn vị căn cứ nhiệm vụ được giao chủ động tổ chức thực hiện và báo cáo kết quả\n"
    assert [is_read(text, i) for i in range(3)] == [True, True, False]


def test_a_band_titles_the_rows_below_it():
    text = WOVEN.replace("\n2 Kiểm tra", "\nII. AN TOÀN CHÁY NỔ\n2 Kiểm tra") + "\nNơi nhận:\n"
    band = table_of(text).rows[1].band
    assert band is not None
    assert text[slice(*band)] == "II. AN TOÀN CHÁY NỔ"
    assert cells_of(text) == cells_of(f"{WOVEN}\nNơi nhận:\n")


@pytest.mark.parametrize(
    "row",
    [
        # "Trung ương" may be of the hospital or of the association.
        "1 Biên soạn tài liệu phòng Bệnh viện Mắt Hội Nhãn khoa Tháng\ncận thị học đường Trung ương Việt Nam 10/2026\n",
        # No body is known to end here.
        "1 Thu gom rác nhựa trên vịnh Trung tâm Dịch vụ Hội Nông dân Quý\nvà các bãi tắm tổng hợp xã II/2026\n",
    ],
)
def test_a_row_that_may_be_cut_in_two_ways_has_no_columns(row):
    text = f"{HEAD}{row}{WOVEN.removeprefix(HEAD).replace('3 Kẻ', '4 Kẻ').replace('2 Kiểm', '3 Kiểm').replace('1 Rà', '2 Rà')}\n"
    assert [is_read(text, i) for i in range(4)] == [False, True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "TT Huyện ủy, TT HĐND huyện;\n1 Sở Y tế chủ trì\n2 Sở Xây dựng phối hợp\n",
        "TT Nhiệm vụ Kinh phí Ghi chú\n1 Mua máy bơm 12 triệu đồng không\n2 Sửa kè 40 triệu đồng không\n",
        "TT Nhiệm vụ Cơ quan chủ trì\n1 Mua máy bơm Sở Y tế\n",
    ],
)
def test_other_lines_that_begin_so_are_no_such_table(text):
    assert find_tables(text, 0, len(text))[0] == []


TASKS = (
    "Nạo vét 12 km kênh mương nội đồng trước mùa mưa bão", "Số hóa hồ sơ địa chính của các xã sau sắp xếp",
    "Lắp đặt camera giám sát tại cảng cá và bến đò ngang", "Bồi dưỡng tiếng dân tộc cho cán bộ y tế thôn bản",
    "Phun khử khuẩn khu giết mổ tập trung và chợ đầu mối", "Đo đạc, cắm mốc ranh giới rừng phòng hộ ven biển",
    "Tuyên truyền đeo phao cứu sinh cho học sinh đi đò", "Lập danh mục công trình cũ không bảo đảm an toàn",
    "Cấp thẻ bảo hiểm y tế cho người dân xã đảo", "Kiểm định thang máy tại các chung cư cũ",
)  # fmt: skip
LEADS = (
    "Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Công an tỉnh", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Bưu điện tỉnh",
    "Hội Nông dân tỉnh", "Thanh tra tỉnh", "Ban Quản lý dự án đầu tư xây dựng tỉnh", "Trung tâm Dịch vụ nông nghiệp",
    "Viện Pasteur Nha Trang", "Chi cục Thủy lợi", "Sở Văn hóa, Thể thao và Du lịch", "Trường Cao đẳng Y tế Bạch Mai",
)  # fmt: skip
HELPERS = (
    "", "UBND các xã, phường", "Sở Tài chính; UBND các xã", "Hội Liên hiệp Phụ nữ tỉnh", "Công an các xã, phường",
    "Sở Khoa học và Công nghệ; Viễn thông Đắk Lắk", "các sở, ban, ngành liên quan", "Bộ Chỉ huy Quân sự tỉnh",
    "Ban Quản lý Vườn quốc gia Côn Đảo", "Báo và Phát thanh, Truyền hình tỉnh",
)  # fmt: skip
TIMES = ("Trước ngày 30/9/2026", "Quý II/2026", "Thường xuyên", "31/12/2027", "Năm 2026", "Hằng quý", "Tháng 8/2026")


def woven(rng: random.Random) -> tuple[str, list[tuple[str, str, str, str]]]:
    """A table of five rows with its cells broken at widths of their own, and what stands in them."""
    rows = [(rng.choice(TASKS), rng.choice(LEADS), rng.choice(HELPERS), rng.choice(TIMES)) for _ in range(5)]
    widths = rng.randint(22, 34), rng.randint(16, 24), rng.randint(16, 28), rng.randint(11, 14)
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = [textwrap.wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for i in range(max(map(len, cells))):
            pieces = [cell[i] for cell in cells if i < len(cell)]
            lines.append(" ".join([str(number), *pieces] if i == 0 else pieces))
    return HEAD + "\n".join(lines) + "\n\nNơi nhận:\n", rows


def test_what_is_read_is_what_was_woven_and_some_is_read():
    read = 0
    for seed in range(24):
        text, rows = woven(random.Random(seed))
        for (task, lead, helper, time), (_, *cells) in zip(rows, cells_of(text), strict=True):
            if len(cells) < 4 or not cells[1]:
                continue
            read += 1
            assert task.startswith(cells[0].removesuffix(" tỉnh"))
            assert cells[1] in {lead, lead.removesuffix(" tỉnh")}
            assert cells[2] in {"", helper, helper.removesuffix(" tỉnh")}
            assert cells[3] == time
    assert read > 24
