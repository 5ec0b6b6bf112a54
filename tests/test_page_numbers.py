"""Numbers of pages leave no trace in a sentence; numbers in the cells of a table stay."""

import pytest

from tracuu.documents import without_inner_page_numbers
from tracuu.documents.lines import read_lines, without_furniture
from tracuu.documents.views import read_view
from tracuu.text import squeeze

FILLER = "Các cơ quan, đơn vị rà soát, bổ sung quy chế làm việc, bảo đảm phân công rõ người, rõ việc, rõ thời gian.\n\n"

ROWS = [
    ("a cell a line", "4\nTrường Tiểu học Hoa Ban\n18\n402"),
    ("a cell a line, one number inside", "Trường Tiểu học Hoa Ban và các điểm trường lẻ\n402\nhọc sinh bán trú"),
    ("cells set apart", "4\n\nTrường Tiểu học Hoa Ban\n\n18\n\nlớp học hai buổi mỗi ngày"),
    ("cells of HTML", "<tr>\n<td>Số lớp học hai buổi mỗi ngày</td>\n<td>18</td>\n<td>lớp</td>\n</tr>"),
    ("cells between bars", "| Số lớp học hai buổi mỗi ngày\n| 18 |\nlớp |"),
]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[name for name, _ in ROWS])
def test_a_number_in_a_row_is_no_page_number(name: str, row: str) -> None:
    assert without_inner_page_numbers(row) == row
    text = FILLER * 6 + row + "\n\n" + FILLER * 6
    assert [line.bare for line in without_furniture(read_lines(text))] == [line.bare for line in read_lines(text)]
    view = squeeze(read_view(text, pages=True).text)
    assert all(word in view for word in ("18", "402") if word in row)


@pytest.mark.parametrize("mark", ["- 7 -", "Trang 7", "Trang 7/12", "\n7\n", "                    7"])
def test_a_number_of_a_page_goes_from_the_middle_of_a_sentence(mark: str) -> None:
    piece = f"Ban Dân tộc phối hợp với các xã rà soát, lập danh sách\n{mark}\nhộ thiếu đất sản xuất."
    assert squeeze(without_inner_page_numbers(piece)) == squeeze(piece.replace(mark, ""))


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [(("2", "3", "4"), ()), (("85", "12", "9"), ("85", "12", "9")), (("2", "3", "2"), ()), (("2", "61"), ("61",))],
)
def test_bare_numbers_of_pages_count_up(numbers: tuple[str, ...], kept: tuple[str, ...]) -> None:
    text = FILLER * 4 + "".join(f"{number}\n\n{FILLER * 4}" for number in numbers)
    left = [line.bare for line in without_furniture(read_lines(text)) if line.bare.isdecimal()]
    assert tuple(left) == kept
