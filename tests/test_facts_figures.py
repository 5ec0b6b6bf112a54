"""Figures of the prose: what is measured, in which unit, and what is no figure of the thing named before it."""

import pytest

from facts_view import built, figures
from tracuu.documents import read_documents
from tracuu.facts.figures import end_with_bound
from tracuu.facts.targets import read_targets
from tracuu.types import Source

# --- What is measured --------------------------------------------------------------------------


def test_what_is_added_is_said_of_the_thing_before_it_and_is_not_its_level():
    body = "Sản lượng muối đạt 120 nghìn tấn, năm 2027 tăng thêm 50 nghìn tấn."
    assert figures(body) == [
        ("Sản lượng muối", 120, 120, "nghìn tấn", None),
        ("Sản lượng muối | tăng thêm", 50, 50, "nghìn tấn", (2027, 2027)),
    ]


@pytest.mark.parametrize(
    "body", ["Năm 2027 tăng thêm 50 nghìn tấn.", "Trồng 900 ha muối; năm 2027 tăng thêm 50 nghìn tấn."]
)
def test_what_is_added_to_nothing_named_is_left_out(body):
    assert not [f for f in figures(body) if f[1] == 50]


def test_places_behind_figures_are_set_against_each_other():
    body = (
        "Diện tích rừng ngập mặn trồng mới: đến năm 2026 đạt 30 ha ở bãi Đông, 54 ha ở bãi Tây; "
        "đến năm 2028 đạt 90 ha ở bãi Đông, 145 ha ở bãi Tây."
    )
    name, years = "Diện tích rừng ngập mặn trồng mới | ở bãi", ((2026, 2026), (2028, 2028))
    assert figures(body) == [
        (f"{name} {place}", value, value, "ha", year)
        for year, values in zip(years, ((30, 54), (90, 145)), strict=True)
        for place, value in zip(("Đông", "Tây"), values, strict=True)
    ]


def test_a_number_told_year_by_year_is_of_the_same_things():
    body = "Giảm số lối mở qua đường sắt xuống còn 30 lối mở vào cuối năm 2026, 12 lối mở vào cuối năm 2028."
    named = [(name.split(" | ")[0], value, years) for name, value, *_, years in figures(body)]
    assert named == [
        ("số lối mở qua đường sắt", 30, (2026, 2026)),
        ("số lối mở qua đường sắt", 12, (2028, 2028)),
    ]


def test_a_place_alone_measures_nothing():
    assert figures("Đến năm 2026 phấn đấu 54 ha ở bãi Tây.") == []


@pytest.mark.parametrize("body", ["Tăng thêm 50 nghìn tấn muối.", "Diện tích đồng muối tăng thêm 50 ha."])
def test_what_is_added_keeps_its_own_name(body):
    assert [f[1] for f in figures(body)] == [50]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Vùng muối sạch đạt 320 ha.", [("Vùng muối sạch", 320, "ha")]),
        (
            "Vùng muối sạch đạt 320 ha, trong đó 140 ha được chứng nhận.",
            [("Vùng muối sạch", 320, "ha"), ("Vùng muối sạch | được chứng nhận", 140, "ha")],
        ),
        (
            "Tỷ lệ hộ dùng nước sạch đạt 90%; vùng cao đạt 70%.",
            [("Tỷ lệ hộ dùng nước sạch", 90, "%"), ("Tỷ lệ hộ dùng nước sạch | vùng cao", 70, "%")],
        ),
        ("Vùng cao đạt 70%.", []),
        ("Huyện Tuy An đạt 25%.", []),
    ],
)
def test_a_zone_of_crops_is_measured_and_a_zone_of_a_province_is_only_where(body, found):
    assert [(f[0], f[1], f[3]) for f in figures(body)] == found


@pytest.mark.parametrize(
    ("body", "indicator", "unit"),
    [
        ("Tiếng loa kéo không quá 70 đề-xi-ben sau 22 giờ.", "Tiếng loa kéo", "đề-xi-ben"), ("Tiếng ồn không quá 70 dB.", "Tiếng ồn", "dB"),
        ("Ảnh quét tối thiểu 70 dpi.", "Ảnh quét", "dpi"), ("Tên tệp không quá 70 ký tự.", "Tên tệp", "ký tự"),
        ("Mỗi tệp không quá 70 MB.", "Mỗi tệp", "MB"), ("Độ mặn không quá 70 phần nghìn.", "Độ mặn", "phần nghìn"),
        ("Độ sáng mặt bàn tối thiểu 70 lux.", "Độ sáng mặt bàn", "lux"),
    ],
)  # fmt: skip
def test_units_of_several_words_are_units(body, indicator, unit):
    assert [(f[0], f[1], f[3]) for f in figures(body)] == [(indicator, 70, unit)]


def test_who_pays_so_much_of_something_is_a_figure_of_it():
    body = "1. Học nghề làm muối: ngân sách tỉnh hỗ trợ 80% học phí."
    assert figures(body, section="II. NHIỆM VỤ") == [("ngân sách tỉnh hỗ trợ | học phí", 80, 80, "%", None)]


@pytest.mark.parametrize("body", ["1. Ngân sách tỉnh chiếm 80% tổng thu.", "1. Học phí hiện nay đã giảm 80%."])
def test_what_is_only_told_of_a_budget_is_no_figure(body):
    assert figures(body, section="II. NHIỆM VỤ") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Số thuê bao chữ ký số đạt 60.606 thuê bao.", [("Số thuê bao chữ ký số", 60606, "thuê bao")]),
        ("Số phòng khám đa khoa đến năm 2028 đạt 45 phòng.", [("Số phòng khám đa khoa", 45, "phòng")]),
        ("Số bác sĩ trên một vạn dân năm 2030: 14,7 bác sĩ.", [("Số bác sĩ trên một vạn dân", 14.7, "bác sĩ")]),
        ("Số giường bệnh/vạn dân: 34,5.", [("Số giường bệnh/vạn dân", 34.5, "")]),
        ("Số điện thoại: 12,5.", []),
        ("Đến năm 2030, số sản phẩm OCOP từ 3 sao trở lên đạt 253 sản phẩm.",
         [("số sản phẩm OCOP từ 3 sao trở lên", 253, "sản phẩm")]),
        ("Đến năm 2030, tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên phấn đấu đạt 89,2%.",
         [("tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên", 89.2, "%")]),
        ("Số vụ cháy từ cấp 3 trở xuống còn 12 vụ.", [("Số vụ cháy từ cấp 3 trở xuống", 12, "vụ")]),
        ("Đến năm 2030, tỷ lệ lao động có chứng chỉ đạt 45%.", [("tỷ lệ lao động có chứng chỉ", 45, "%")]),
        ("Đến năm 2026, tỷ lệ lao động có tay nghề chỉ đạt 45%.", []),
    ],
)  # fmt: skip
def test_the_end_of_a_name_is_no_predicate_and_its_unit_is_the_thing_named(body, found):
    assert [(f[0], f[1], f[3]) for f in figures(body)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Tốc độ tăng trưởng đạt 10,5%/năm, riêng năm 2027 phấn đấu đạt 10,2%.",
            [("Tốc độ tăng trưởng", 10.5, "%/năm", None), ("Tốc độ tăng trưởng", 10.2, "%", (2027, 2027))],
        ),
        # Of several years the share is not that of each.
        ("Diện tích rừng tăng 2%/năm, giai đoạn 2027 - 2029 đạt 9%.", [("Diện tích rừng tăng", 2, "%/năm", None)]),
    ],
)
def test_the_share_of_one_year_goes_on_with_what_is_told_year_by_year(body, found):
    assert [(f[0], f[1], f[3], f[4]) for f in figures(body)] == found


# --- Years and parts ---------------------------------------------------------------------------


def test_the_year_of_one_of_several_parts_is_not_that_of_another_clause():
    body = "Tổng kinh phí 196 tỷ đồng, trong đó năm 2027 là 32 tỷ đồng, năm 2028 là 58 tỷ đồng; vốn xã hội hóa là 44 tỷ đồng."
    assert [f[4] for f in figures(body) if f[0] == "vốn xã hội hóa"] == [None]


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("Tỷ lệ hộ dùng nước sạch đạt 68%; năm 2028 đạt 57%.", [(2030, 2030), (2028, 2028)]),
        ("Kinh phí nạo vét kênh là 86 tỷ đồng, trong đó năm 2027 là 20 tỷ đồng.", [(2030, 2030), (2027, 2027)]),
        ("Diện tích lúa hữu cơ đạt 900 ha; trong đó đến năm 2027 đạt 400 ha.", [(2030, 2030), (2027, 2027)]),
        # The year may be that of both, or the first figure that of today.
        ("Tỷ lệ hộ dùng nước sạch đạt 50%, đến năm 2028 đạt 60%.", [None, (2028, 2028)]),
        ("Tỷ lệ hộ dùng nước sạch năm 2027 đạt 50%, năm 2028 đạt 60%.", [(2027, 2027), (2028, 2028)]),
        ("Tỷ lệ hộ dùng nước sạch đạt 68% vào năm 2029; năm 2028 đạt 57%.", [(2029, 2029), (2028, 2028)]),
        ("Diện tích lúa đạt 900 ha; diện tích ngô đạt 300 ha trong năm 2027.", [None, (2027, 2027)]),
    ],
)
def test_the_year_of_the_heading_is_that_of_a_figure_before_the_clause_of_another_year(body, years):
    assert [f[4] for f in figures(f"1. Đến năm 2030\n\n- {body}")] == years


def test_one_year_that_opens_a_sentence_holds_for_all_of_it():
    body = "Đến năm 2027 có 60% hộ dùng nước sạch; 40% hộ có nhà tiêu hợp vệ sinh."
    assert [f[4] for f in figures(body)] == [(2027, 2027), (2027, 2027)]


@pytest.mark.parametrize("section", ["I. MỤC TIÊU", "II. NHIỆM VỤ"])
def test_a_number_told_year_by_year_is_set_for_each(section):
    body = "1. Số gian hàng chợ đêm: năm 2026 là 150 gian, năm 2027 là 400 gian."
    assert [(f[0], f[1], f[4]) for f in figures(body, section=section)] == [
        ("Số gian hàng chợ đêm", 150, (2026, 2026)), ("Số gian hàng chợ đêm", 400, (2027, 2027)),
    ]  # fmt: skip


def test_a_number_of_years_gone_by_is_not_set():
    body = "1. Số gian hàng chợ đêm: năm 2023 là 150 gian, năm 2024 là 400 gian."
    assert figures(body, section="II. NHIỆM VỤ") == []


def test_shares_told_year_by_year_behind_colons_are_read():
    body = "Chế biến sâu: năm 2026: 22%; năm 2027: 27%."
    assert [(f[0], f[1], f[4]) for f in figures(body)] == [
        ("Chế biến sâu", 22, (2026, 2026)), ("Chế biến sâu", 27, (2027, 2027)),
    ]  # fmt: skip


def test_the_size_of_things_is_part_of_their_name():
    body = "100% tàu cá từ 15 m trở lên có thiết bị giám sát hành trình."
    assert [(f[0], f[1], f[3]) for f in figures(body)] == [
        ("tàu cá từ 15 m trở lên có thiết bị giám sát hành trình", 100, "%")
    ]


@pytest.mark.parametrize(
    "body", ["Trợ giá giống cỏ, không quá 2 ha một hộ.", "Hộ nghèo được trợ giống, tối đa 180 cây một hộ."]
)
def test_an_amount_for_each_of_nothing_named_is_left_out(body):
    assert [f for f in figures(body) if f[0].endswith("một hộ")] == []


# --- Times that are no part of what is measured ----------------------------------------------------


@pytest.mark.parametrize(
    "time",
    [
        "Từ tháng 3 đến hết tháng 6 năm 2027",
        "Từ tháng 3 - tháng 6/2027",
        "Từ quý I đến hết quý III năm 2027",
        "Từ ngày 01/4 đến hết ngày 30/9/2027",
        "Cả năm 2027",
        "Trong cả năm 2027",
        "6 tháng đầu năm 2027",
        "Quý HI/2O27",
    ],
)
def test_a_time_before_what_is_measured_belongs_to_the_time(time):
    found = figures(f"{time} trồng 320 ha rừng gỗ lớn.")
    assert found == [("trồng | rừng gỗ lớn", 320, 320, "ha", (2027, 2027))]


def test_the_same_verb_again_counts_the_same_thing_in_another_time():
    body = "Quý I năm 2027 đón 40 nghìn lượt người tắm biển; cả năm 2027 đón 210 nghìn lượt, doanh thu 95 tỷ đồng."
    assert [(f[0], f[1]) for f in figures(body)] == [
        ("đón | người tắm biển", 40),
        ("đón | người tắm biển", 210),
        ("doanh thu", 95),
    ]


def test_another_verb_or_unit_counts_nothing_of_the_figure_before():
    body = "Quý I năm 2027 đón 40 nghìn lượt người tắm biển; cả năm 2027 mở 210 km."
    assert [f[1] for f in figures(body)] == [40]


# --- Bounds and states -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "unit", "least"),
    [
        ("4,5 mg/l trở lên", "mg/l", "at_least"),
        ("850 m3/s trở lên", "m³/s", "at_least"),
        ("2 ‰ trở xuống", "‰", "at_most"),
        ("35 µg/m3 trở xuống", "µg/m³", "at_most"),
    ],
)
def test_a_bound_behind_a_rate_is_kept(measure, unit, least):
    source = built(f"1. Lưu lượng xả phải đạt {measure}; báo cáo hằng tuần.", section="I. MỤC TIÊU")
    (target,) = [t for d in read_documents(source) for t in read_targets(d, source)]
    assert (target.unit_name, target.comparison.value) == (unit, least)
    end = end_with_bound(source.text, target.unit.end)
    assert source.text[target.value.start : end] == measure


@pytest.mark.parametrize(
    "body",
    [
        "Từ đầu năm 2027 đến nay, mực nước 2,4 m đã tràn qua đê bao.",
        "Dòng chảy 12 km đã bồi lấp; xã cắm biển báo.",
    ],
)
def test_what_already_happened_is_not_set(body):
    assert figures(body) == []


def test_misread_marks_of_bounds_and_money_are_read():
    assert figures("Cấp bổ sung tối thiêu 12 tỷ đông cho các trạm bơm.")[0][1:4] == (12, 12, "tỷ đồng")
    assert figures("Vận động 3 triệu đông bào.") == [] or figures("Vận động 3 triệu đông bào.")[0][3] != "triệu đồng"


@pytest.mark.parametrize(
    ("sentence", "indicator", "value"),
    [
        ("Công suất điện rác điều chỉnh từ 30 MW (theo Quyết định số 12/QĐ-UBND ngày 03/02/2025) lên 45 MW.", "Công suất điện rác", 45),
        ("Diện tích đất lúa được điều chỉnh từ 2.100 ha (Nghị quyết số 9-NQ/TU, ngày 01/3/2025) xuống 1.900 ha.", "Diện tích đất lúa", 1900),
        ("Điều chỉnh công suất nhà máy nước từ 6.000 (giai đoạn 1) lên 14.000 m³/ngày đêm.", "công suất nhà máy nước", 14000),
        ("Công suất trạm bơm tăng từ 3 MW lên 5 MW.", "Công suất trạm bơm tăng", 5),
    ],
)  # fmt: skip
def test_the_former_figure_with_its_source_in_brackets_is_not_set(sentence: str, indicator: str, value: float) -> None:
    assert [(name, low) for name, low, *_ in figures(f"- {sentence}")] == [(indicator, value)]


def test_what_shall_not_happen_is_no_result_and_a_change_may_go_to_a_least():
    body = "- Không để xảy ra sạt lở đê; 100% hộ ven sông được di dời.\n\n"
    body += "- Tỷ lệ hồ có cắm mốc tăng từ 9% năm 2025 lên tối thiểu 25% năm 2030."
    assert [low for _, low, *_ in figures(body)] == [100, 25]


@pytest.mark.parametrize("issued", ["ngày      tháng 4 năm 2027", "ngày … tháng 4 năm 2027", "tháng     năm 2027"])
def test_a_result_of_a_year_before_a_paper_whose_day_is_lost_is_not_set(issued: str) -> None:
    text = built("- Năm 2026 toàn xã xây được 14 km đường; năm 2027 xây mới 21 km đường.", section="I. MỤC TIÊU").text
    source = Source(source_id="x", sha256="", text=text.replace("ngày 12 tháng 01 năm 2026", issued))
    (document,) = read_documents(source)
    assert document.header.issued_on is None
    assert [t.low for t in read_targets(document, source)] == [21]
