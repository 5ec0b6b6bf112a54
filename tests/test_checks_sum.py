"""Rule `sum`: totals and their parts, in prose and in tables; and the planted faults of all rules over facts."""

import pytest

from build_checks import material, plan, values
from tracuu.checks.sum import find_sums
from tracuu.types import Severity


def told(text: str) -> str:
    return plan(f"I. MỤC TIÊU\n\n1. {text}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toàn tỉnh có 41 đô thị, gồm 1 đô thị loại II, 39 đô thị loại V.", ("41 đô thị", "1 đô thị loại II", "39 đô thị loại V")),
        ("Toàn tỉnh có 41 đô thị (gồm 01 loại II và 41 loại V).", ("41 đô thị", "01 loại II", "41 loại V")),
        ("Rà soát 41 xã, phường (38 xã và 2 phường).", ("41 xã, phường", "38 xã", "2 phường")),
        ("Xã có 24 thôn, tổ dân phố, trong đó 15 thôn và 8 tổ dân phố.", ("24 thôn, tổ dân phố", "15 thôn", "8 tổ dân phố")),
        ("Tổng kinh phí thực hiện 10,5 tỷ đồng, gồm: ngân sách trung ương 6 tỷ đồng; ngân sách tỉnh 4.300 triệu đồng.",
         ("10,5 tỷ đồng", "ngân sách trung ương 6 tỷ đồng", "ngân sách tỉnh 4.300 triệu đồng")),
        ("Toàn tỉnh có 41 đô thị, gôm 1 đô thị loại II, 39 đô thị loại V.", ("41 đô thị", "1 đô thị loại II", "39 đô thị loại V")),
        ("Toàn tỉnh có 20 đô thị, trong đó 12 đô thị loại IV, 14 đô thị loại V.", ("20 đô thị", "12 đô thị loại IV", "14 đô thị loại V")),
    ],
)  # fmt: skip
def test_parts_that_do_not_make_their_total_are_told(text, found):
    assert values(find_sums, told(text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Toàn tỉnh có 41 đô thị, gồm 1 đô thị loại II, 40 đô thị loại V.",
        "Rà soát 41 xã, phường (40 xã và phường Mường Lay).",
        "Xã có 24 thôn, tổ dân phố, trong đó 15 thôn và 9 tổ dân phố.",
        "Xã có 24 thôn, tổ dân phố, trong đó 15 thôn văn hóa và 8 tổ dân phố văn hóa.",
        "Toàn tỉnh có 41 đô thị, trong đó 3 đô thị loại II, 5 đô thị loại IV.",
        "Toàn tỉnh có khoảng 41 đô thị, gồm 1 đô thị loại II, 39 đô thị loại V.",
        "Có 100 hộ, trong đó 60 hộ nghèo, 70 hộ đồng bào dân tộc thiểu số.",
        "Tổng kinh phí 10,5 tỷ đồng, gồm: ngân sách trung ương 6,2 tỷ đồng; ngân sách tỉnh 4.300 triệu đồng.",
        "Năm 2025 có 21 đô thị, gồm 10 đô thị loại IV, 11 đô thị loại V, đến năm 2030 có 34 đô thị.",
        "Thực hiện 12 nhiệm vụ, gồm các nhóm nhiệm vụ tại Phụ lục; bố trí 3 cán bộ.",
        "Đầu tư 05 trường, gồm 120 phòng học và 30 phòng chức năng.",
    ],
)
def test_right_partial_round_and_uncertain_sums_are_not(text):
    assert values(find_sums, told(text)) == []


def table(total: str, rows: str) -> str:
    return plan(
        f"I. MỤC TIÊU\n\n1. Theo Phụ lục.\n\nPHỤ LỤC\nChỉ tiêu\n\nSTT\tĐơn vị\tSố căn\tSố người\n{rows}\n\t{total}"
    )


def test_a_total_row_that_is_not_the_sum_of_its_column_is_told():
    rows = "1\tXã Tân Lập\t10\t30\n2\tXã Long Sơn\t12\t36"
    (found,) = find_sums(material(table("Tổng cộng\t23\t66", rows)))
    assert found.values == ("23", "10", "12")
    assert found.severity is Severity.ERROR
    assert values(find_sums, table("Tổng cộng\t22\t66", rows)) == []


def test_columns_of_years_are_summed():
    years = (
        "PHỤ LỤC\nDự toán\n\nSTT\tNội dung\tNăm 2026\tNăm 2027\nI\tHồ chứa\t120\t150\n1\tVùng cao\t70\t90\n"
        "2\tVùng thấp\t50\t60\nII\tRừng\t80\t100\n\tTổng cộng\t210\t250"
    )
    assert values(find_sums, plan(years)) == [("210", "120", "80")]


def test_groups_are_summed_and_not_their_members_again():
    rows = (
        "I\tVùng núi\t10\t30\n1\tXã Tân Lập\t4\t10\n2\tXã Bản Lầu\t6\t20\nII\tVùng thấp\t5\t15\n3\tXã Long Sơn\t5\t15"
    )
    assert values(find_sums, table("Tổng cộng\t15\t45", rows)) == []
