"""Columns of tables: for which year a figure is set, and which of several times is the one by which work is due."""

import pytest

from facts_view import built, figures, said, tasks
from reading_view import tables as reading_tables
from tracuu.documents import read_documents
from tracuu.facts.targets import read_targets


def html(headings: list[str], *rows: list[str]) -> str:
    cells = ["".join(f"<th>{h}</th>" for h in headings), *("".join(f"<td>{c}</td>" for c in row) for row in rows)]
    return f"<table>{''.join(f'<tr>{c}</tr>' for c in cells)}</table>"


def markdown(headings: list[str], *rows: list[str]) -> str:
    return "\n".join(f"| {' | '.join(r)} |" for r in [headings, ["---"] * len(headings), *rows])


# --- Years -------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", [html, markdown])
@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("Kế hoạch 2026", (2026, 2026)), ("KH 2026", (2026, 2026)), ("Kế hoạch năm 2026", (2026, 2026)), ("2026", (2026, 2026)),
        ("Chỉ tiêu 2026", (2026, 2026)), ("Giai đoạn 2026 - 2030", (2026, 2030)), ("2026 - 2030", (2026, 2030)),
        ("Mục tiêu đến năm 2030", (2030, 2030)),
    ],
)  # fmt: skip
def test_a_column_of_a_year_sets_its_figures_for_it(table, heading, years):
    body = table(["TT", "Chỉ tiêu", "Đơn vị tính", heading], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", years)]


@pytest.mark.parametrize("heading", ["Thực hiện 2025", "TH 2025", "Ước thực hiện 2025", "Kết quả năm 2025"])
def test_what_was_reached_is_no_figure_of_the_plan(heading):
    columns = ["TT", "Chỉ tiêu", "Đơn vị tính", heading, "Kế hoạch 2026"]
    body = html(columns, ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.142", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", (2026, 2026))]


def test_a_column_whose_years_are_in_doubt_sets_no_figure_without_a_year():
    body = html(
        ["TT", "Chỉ tiêu", "Đơn vị tính", "2026, 2027, 2028"], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"]
    )
    assert figures(body) == []


def test_a_column_of_goals_without_a_year_keeps_its_figure():
    body = html(["TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", None)]


# --- Times -------------------------------------------------------------------------------------


def due(*columns: tuple[str, str], table=markdown) -> list[str]:
    """The deadlines of one task whose columns of times are ``columns``: heading and cell."""
    headings = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", *(h for h, _ in columns)]
    found = tasks(table(headings, ["1", "Nạo vét kênh trục Nam Thái", "Sở Xây dựng", *(c for _, c in columns)]))
    assert [(task, lead) for task, lead, *_ in found] in ([("Nạo vét kênh trục Nam Thái", "Sở Xây dựng")], [])
    return [deadline for *_, deadline in found]


@pytest.mark.parametrize(
    "heading",
    ["Thời gian bắt đầu", "Bắt đầu", "Ngày khởi công", "Thời gian trình", "Thời gian họp", "Thời gian dự kiến trình"],
)
@pytest.mark.parametrize("table", [html, markdown])
def test_when_work_begins_or_is_spoken_of_is_no_deadline(heading, table):
    assert due((heading, "01/3/2026"), table=table) == [""]


@pytest.mark.parametrize(
    "heading",
    [
        "Thời gian thực hiện",
        "Thời gian",
        "Thời gian hoàn thành",
        "Thời gian kết thúc",
        "Kết thúc",
        "Thời gian ban hành",
    ],
)
def test_other_columns_of_times_are_deadlines(heading):
    assert due((heading, "30/6/2026")) == ["30/6/2026"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Thời gian bắt đầu", "Thời gian kết thúc"), ("Thời gian trình", "Thời gian ban hành"),
        ("Thời gian thực hiện", "Thời gian hoàn thành"), ("Bắt đầu", "Kết thúc"),
    ],
)  # fmt: skip
def test_of_several_times_the_one_by_which_work_is_done_counts(first, second):
    assert due((first, "01/3/2026"), (second, "30/6/2026")) == ["30/6/2026"]
    assert due((second, "30/6/2026"), (first, "01/3/2026")) == ["30/6/2026"]


def test_no_other_time_stands_in_for_an_end_that_is_not_said():
    assert due(("Thời gian thực hiện", "01/3/2026"), ("Thời gian hoàn thành", "")) == [""]


def test_a_heading_over_begin_and_end_makes_no_deadline_of_the_begin():
    body = (
        '<table><tr><th rowspan="2">Nhiệm vụ</th><th rowspan="2">Cơ quan chủ trì</th><th colspan="2">Thời gian</th></tr>'
        "<tr><th>Bắt đầu</th><th>Kết thúc</th></tr>"
        "<tr><td>Nạo vét kênh trục</td><td>Sở Xây dựng</td><td>01/3/2026</td><td>30/6/2026</td></tr></table>"
    )
    assert tasks(body) == [("Nạo vét kênh trục", "Sở Xây dựng", "", "", "30/6/2026")]


def test_a_heading_that_only_begins_so_keeps_its_role():
    body = markdown(["TT", "Nhiệm vụ", "Giao đơn vị chủ trì"], ["1", "Nạo vét kênh trục", "Sở Xây dựng"])
    assert tasks(body) == [("Nạo vét kênh trục", "Sở Xây dựng", "", "", "")]


# --- Columns of spaces -------------------------------------------------------------------------

SPACED = """STT   Việc                                Chủ trì             Phối hợp                    Hạn
1     Đào ao trữ nước ở Sơn Hòa           Ban Dân tộc         Huyện đoàn Sơn Hòa          10/4/2026
2     Khoan thăm dò nước ngầm             Sở Xây dựng         Liên đoàn Địa chất miền Nam quý III/2026
3     Cấp bồn nhựa cho hộ nghèo           Hội Chữ thập đỏ     Hội Nông dân tỉnh           30/4/2026"""


def test_a_long_cell_leaves_the_next_column_its_own():
    assert [(helping, due) for _, _, helping, _, due in tasks(SPACED)] == [
        ("Huyện đoàn Sơn Hòa", "10/4/2026"),
        ("Liên đoàn Địa chất miền Nam", "quý III/2026"),
        ("Hội Nông dân tỉnh", "30/4/2026"),
    ]


def test_a_cell_that_runs_over_the_next_column_parts_nothing():
    body = SPACED.replace("miền Nam quý III/2026", "miền Trung - Tây Nguyên")
    assert not [due for *_, due in tasks(body) if "Tây Nguyên" in due]
    assert not [helping for _, _, helping, *_ in tasks(body) if helping.endswith("miền Trung")]


# --- Rows that end a table, and columns in other words -----------------------------------------------


def test_years_with_until_the_end_of_head_columns_of_goals() -> None:
    rows = "<tr><td>1</td><td>Tỷ lệ thôn có đường ô tô</td><td>%</td><td>64</td><td>95</td></tr>"
    head = "<th>TT</th><th>Chỉ tiêu</th><th>ĐVT</th><th>Đến hết năm 2027</th><th>Đến cuối năm 2029</th>"
    found = figures(f"<table>\n<tr>{head}</tr>\n{rows}\n</table>")
    assert found == [
        ("Tỷ lệ thôn có đường ô tô", 64.0, 64.0, "%", (2027, 2027)),
        ("Tỷ lệ thôn có đường ô tô", 95.0, 95.0, "%", (2029, 2029)),
    ]


PLACES = ["TT", "Vị trí", "Cơ quan khắc phục", "Cơ quan hỗ trợ", "Biện pháp", "Thời hạn"]
LANDSLIDES = [
    ["1", "Kè Bến Mộc", "Sở Xây dựng", "Công an xã Mường Than", "Thả rọ đá 40 m", "Tháng 6/2027"],
    ["2", "Taluy Đèo Gió", "Ban Quản lý rừng phòng hộ", "Đồn Biên phòng Huổi Luông", "Trồng lại cây", "30/9/2027"],
    ["3", "Ngầm Suối Lặng", "UBND xã Khun Há", "Trạm Thủy văn Nậm Mu", "Cắm cột mốc", "15/8/2027"],
]


def test_measures_at_places_are_tasks_of_those_who_carry_them_out() -> None:
    found = tasks("\n".join(cell for row in [PLACES, *LANDSLIDES] for cell in row))
    assert found == [(f"{row[1]} | {row[4]}", row[2], row[3], "", row[5]) for row in LANDSLIDES]


def test_a_row_with_a_heading_of_tasks_takes_no_measures() -> None:
    head = ["TT", "Nhiệm vụ", "Vị trí", "Đơn vị chủ trì", "Biện pháp", "Thời hạn"]
    row = ["1", "Xử lý sạt lở", "Km 12", "Sở Xây dựng", "Thả rọ đá", "Tháng 6/2027"]
    found = tasks("\n".join("\t".join(cells) for cells in (head, row, ["2", *row[1:]])))
    assert found[0][:2] == ("Xử lý sạt lở", "Sở Xây dựng")


def _markdown(*rows: list[str]) -> str:
    head, *below = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|---" * len(rows[0]) + "|", *below])


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            _markdown(
                ["STT", "Đối tượng", "Mức hỗ trợ (triệu đồng)", "Cơ quan chủ trì chi trả", "Cơ quan phối hợp"],
                ["1", "Dược sĩ", "250", "Sở Y tế", "UBND các xã"],
                ["2", "Kỹ thuật viên xét nghiệm", "80", "Trung tâm Y tế khu vực", "Sở Tài chính"],
            ),
            [("Dược sĩ", "Sở Y tế", "UBND các xã", "", ""),
             ("Kỹ thuật viên xét nghiệm", "Trung tâm Y tế khu vực", "Sở Tài chính", "", "")],
        ),
        (
            _markdown(
                ["Thủ tục", "Số ngày", "Đơn vị chủ trì", "Hạn hoàn thành"],
                ["Cấp phép xây dựng nhà ở", "15 ngày", "Sở Xây dựng", "Quý II/2026"],
                ["Cấp đổi giấy phép lái xe", "03 ngày", "Công an tỉnh", "Quý III/2026"],
            ),
            [("Cấp phép xây dựng nhà ở", "Sở Xây dựng", "", "", "Quý II/2026"),
             ("Cấp đổi giấy phép lái xe", "Công an tỉnh", "", "", "Quý III/2026")],
        ),
        (
            _markdown(
                ["TT", "Cơ quan theo dõi", "Cơ quan chủ trì", "Mô hình", "Quy mô (ha)"],
                ["1", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Lúa hữu cơ", "50"],
                ["2", "Sở Công Thương", "Sở Khoa học và Công nghệ", "Cam không hạt", "30"],
            ),
            [("Lúa hữu cơ", "Sở Nông nghiệp và Môi trường", "", "Sở Tài chính", ""),
             ("Cam không hạt", "Sở Khoa học và Công nghệ", "", "Sở Công Thương", "")],
        ),
    ],
)  # fmt: skip
def test_columns_of_roles_without_one_of_tasks_tell_of_the_thing_that_names_the_row(
    table: str, found: list[tuple[str, ...]]
) -> None:
    assert tasks(table) == found


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [
        (["TT", "Hồ chứa", "Chủ đầu tư"], ["1", "Suối Rao", "Sở Xây dựng"], ["2", "Tam Hải", "Sở Y tế"]),
        (["TT", "Xã, phường", "Cơ quan chủ trì"], ["1", "Xã Tam Hải", "Sở Y tế"], ["2", "Xã Núi Thành", "Sở Xây dựng"]),
        (["TT", "Cơ quan phối hợp", "Cơ quan chủ trì"], ["1", "Sở Nội vụ", "Sở Y tế"], ["2", "Sở Tài chính", "Sở Y tế"]),
        (["TT", "Mặt hàng", "Giống", "Cơ quan chủ trì"], ["1", "Gạo", "ST25", "Sở Y tế"], ["2", "Gạo", "Nếp", "Sở Nội vụ"]),
        (["TT", "Họ và tên", "Đơn vị phối hợp"], ["1", "Trần Văn Bình", "Sở Y tế"], ["2", "Lê Thị Hoa", "Sở Nội vụ"]),
        (["TT", "Mô hình", "Đơn vị phối hợp"], ["1", "Lúa sạch", "theo thỏa thuận"], ["2", "Rau sạch", "tự nguyện"]),
    ],
)  # fmt: skip
def test_rows_that_no_sure_cell_names_give_nobody_work(head: list[str], one: list[str], other: list[str]) -> None:
    assert tasks(_markdown(head, one, other)) == []


SHARES = "TT\nĐơn vị\nSố lớp\nKinh phí (triệu đồng)\n1\nXã Nà Hẩu\n14\n210\n2\nXã Lùng Vai\n9\n135\n3\nXã Bản Lầu"


def test_the_last_row_of_figures_one_cell_a_line_is_sound() -> None:
    found = figures(f"{SHARES}\n11\n165\n\n2. Sở Tài chính hướng dẫn thanh toán.")
    assert ("Kinh phí | Xã Bản Lầu", 165.0, 165.0, "triệu đồng", None) in found


def test_a_last_row_that_runs_into_the_text_below_is_left_out() -> None:
    found = figures(f"{SHARES}\n11\nSở Tài chính hướng dẫn các xã thanh toán.")
    assert [f[0] for f in found if "Lùng Vai" in f[0]] != []
    assert [f for f in found if "Bản Lầu" in f[0]] == []


# --- Places ------------------------------------------------------------------------------------

COVERED = """<table><tr><th rowspan="2">{key}</th><th rowspan="2">ĐVT</th><th colspan="3">{over}</th></tr>
<tr><th>2027</th><th>2029</th><th>{whole}</th></tr>
<tr><td>Ven biển</td><td>km</td><td>12</td><td>9</td><td>51</td></tr>
<tr><td>Toàn tỉnh</td><td>km</td><td>30</td><td>25</td><td>140</td></tr></table>"""


def places(body: str, section: str = "I. MỤC TIÊU") -> list[tuple[str, float, tuple[int, int] | None, str | None]]:
    source = built(body, section=section)
    return [
        (said(t.indicator, source.text), t.low, t.years, t.place)
        for document in read_documents(source) for t in read_targets(document, source)
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["Khu vực", "Địa bàn", "Tiểu vùng"])
@pytest.mark.parametrize("whole", ["Cả giai đoạn 2027 - 2030", "Giai đoạn 2027 - 2030", "Tổng cộng 2027 - 2030"])
def test_rows_of_places_measure_what_stands_over_the_years(key: str, whole: str) -> None:
    over = "Chiều dài đê được nâng cấp"
    found = places(COVERED.format(key=key, over=over, whole=whole))
    assert found == [
        (f"{over} | Ven biển", 12, (2027, 2027), "Ven biển"), (f"{over} | Ven biển", 9, (2029, 2029), "Ven biển"),
        (f"{over} | Ven biển", 51, (2027, 2030), "Ven biển"), (f"{over} | Toàn tỉnh", 30, (2027, 2027), None),
        (f"{over} | Toàn tỉnh", 25, (2029, 2029), None), (f"{over} | Toàn tỉnh", 140, (2027, 2030), None),
    ]  # fmt: skip


@pytest.mark.parametrize("over", ["Lộ trình thực hiện", "Kế hoạch", "Chỉ tiêu giao"])
def test_rows_of_places_under_no_measure_set_no_figure(over: str) -> None:
    assert places(COVERED.format(key="Khu vực", over=over, whole="2030")) == []


def test_the_place_of_a_bare_name_has_its_kind() -> None:
    body = COVERED.format(key="Xã", over="Số giếng khoan", whole="2030").replace("Ven biển", "Ea Súp")
    assert {place for *_, place in places(body)} == {"xã Ea Súp", None}


@pytest.mark.parametrize("heading", ["Mức phải đạt", "Mức cần đạt", "Yêu cầu đạt", "Mục tiêu"])
def test_a_column_of_where_parts_figures_of_one_indicator(heading: str) -> None:
    body = markdown(
        ["Chỉ tiêu", heading, "ĐVT", "Địa bàn áp dụng"],
        ["Tỷ lệ đấu nối nước thải", "≥ 70", "%", "Khu vực đô thị"],
        ["Tỷ lệ đấu nối nước thải", "dưới 45", "%", "Xã đảo"],
        ["Tỷ lệ thất thoát nước", "14", "%", "Toàn tỉnh"],
    )
    assert places(body, section="1. Chỉ tiêu đến hết năm 2028") == [
        ("Tỷ lệ đấu nối nước thải | Khu vực đô thị", 70, (2028, 2028), "Khu vực đô thị"),
        ("Tỷ lệ đấu nối nước thải | Xã đảo", 45, (2028, 2028), "Xã đảo"),
        ("Tỷ lệ thất thoát nước | Toàn tỉnh", 14, (2028, 2028), None),
    ]


def test_a_column_of_who_does_it_is_no_place() -> None:
    body = markdown(
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2027", "Đơn vị thực hiện"], ["1", "Số cầu dân sinh", "cầu", "18", "Sở Xây dựng"]
    )
    assert places(body) == [("Số cầu dân sinh", 18, (2027, 2027), None)]


@pytest.mark.parametrize("sign", ["\t", " | "])
@pytest.mark.parametrize(
    "parts", [("Kế hoạch", "Thực hiện"), ("Giao", "Đạt"), ("Kế hoạch", "Ước thực hiện", "So sánh")]
)
def test_a_year_stands_over_all_columns_that_the_row_below_heads(sign: str, parts: tuple[str, ...]) -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", *[""] * (len(parts) - 1), "Ghi chú"]
    low = ["", "", "", *parts, ""]
    rows = [
        ["1", "Số trạm bơm", "trạm", *map(str, range(41, 41 + len(parts))), ""],
        ["2", "Số hồ", "hồ", *"678"[: len(parts)], ""],
    ]
    lines = [sign.join(row) if sign == "\t" else f"| {sign.join(row)} |" for row in [head, low, *rows]]
    source = built("\n".join(lines), section="I. MỤC TIÊU")
    (found,) = reading_tables(read_documents(source)[0].outline)
    assert found.columns[3 : 3 + len(parts)] == tuple(("Năm 2026", part) for part in parts)
    assert [row.label for row in found.rows] == ["1", "2"]
    assert ("Số trạm bơm", 41, 41, "trạm", (2026, 2026)) in figures("\n".join(lines))


# --- Units -------------------------------------------------------------------------------------

FUNDS = (["Ngân sách tỉnh", "18", "8", "10"], ["Ngân sách xã", "5,5", "2", "3,5"])
BY_YEAR = [
    ("Ngân sách tỉnh", 8.0, (2027, 2027)), ("Ngân sách tỉnh", 10.0, (2028, 2028)),
    ("Ngân sách xã", 2.0, (2027, 2027)), ("Ngân sách xã", 3.5, (2028, 2028)),
]  # fmt: skip


def sums(body: str, unit: str) -> list[tuple[str, float, tuple[int, int] | None]]:
    """The figures in a unit."""
    return [(name, low, years) for name, low, _, said, years in figures(body, section="III. KINH PHÍ") if said == unit]


@pytest.mark.parametrize("table", [html, markdown])
def test_years_that_add_up_to_a_total_have_its_unit_and_the_total_is_of_them_all(table):
    found = sums(table(["Nguồn vốn", "Tổng (tỷ đồng)", "2027", "2028"], *FUNDS), "tỷ đồng")
    assert [f for f in found if f[2] != (2027, 2028)] == BY_YEAR
    assert [f for f in found if f not in BY_YEAR] == [
        ("Ngân sách tỉnh", 18.0, (2027, 2028)), ("Ngân sách xã", 5.5, (2027, 2028)),
    ]  # fmt: skip


def test_years_that_do_not_add_up_to_the_total_have_no_unit():
    wrong = [["Ngân sách tỉnh", "19", "8", "10"]]
    body = markdown(["Nguồn vốn", "Tổng (tỷ đồng)", "2027", "2028"], *wrong)
    assert sums(body, "tỷ đồng") == []
    assert sums(body, "") == BY_YEAR[:2]


@pytest.mark.parametrize(
    ("above", "headings"),
    [
        ("Đơn vị tính: triệu đồng\n\n", ["Nguồn vốn", "Tổng cộng", "Năm 2027", "Năm 2028"]),
        ("*(ĐVT: triệu đồng)*\n\n", ["Nguồn vốn", "Cộng", "Năm 2027", "Năm 2028"]),
        ("", ["Nguồn vốn (triệu đồng)", "Cộng", "2027", "2028"]),
        ("", ["Nguồn vốn", "Cộng", "2027 (triệu đồng)", "2028 (triệu đồng)"]),
    ],
)
def test_the_unit_of_a_table_stands_above_it_or_in_its_headings(above, headings):
    found = sums(above + markdown(headings, *FUNDS), "triệu đồng")
    assert [f for f in found if f[2] != (2027, 2028)] == BY_YEAR
    totals = [("Ngân sách tỉnh", 18.0, (2027, 2028)), ("Ngân sách xã", 5.5, (2027, 2028))]
    assert [f for f in found if f not in BY_YEAR] == (totals if above else [])


def test_the_unit_at_the_end_of_the_sentence_before_a_table_is_that_of_its_figures():
    above = "Kinh phí phân theo nguồn như sau (đơn vị: triệu đồng):\n\n"
    found = sums(
        above + markdown(["Nguồn vốn", "Năm 2027", "Năm 2028"], *[row[:1] + row[2:] for row in FUNDS]), "triệu đồng"
    )
    assert found == BY_YEAR


# Titles of groups merged over rows: what is measured stands in the column behind them.
GROUPED = """
<table>
<tr><th>{group}</th><th>Hạng mục</th><th>Năm 2026</th><th>Năm 2027</th><th>Nguồn</th></tr>
<tr><td rowspan="2">{first}</td><td>{one}</td><td>120</td><td>80</td><td>Ngân sách huyện</td></tr>
<tr><td>{two}</td><td>220</td><td>180</td><td>Ngân sách huyện</td></tr>
<tr><td rowspan="2">{second}</td><td>{three}</td><td>320</td><td>280</td><td>Ngân sách huyện</td></tr>
<tr><td>{four}</td><td>420</td><td>380</td><td>Ngân sách huyện</td></tr>
</table>
"""


def test_a_row_below_a_merged_title_measures_what_its_own_cell_names():
    body = GROUPED.format(
        group="Nhóm", first="Thủy lợi", second="Giao thông",
        one="Nạo vét kênh Chắc Tức", two="Sửa cống Mỹ Tú", three="Láng nhựa đường 940", four="Xây cầu Cái Trưng",
    )  # fmt: skip
    named = [name for name, *_ in figures(body, section="III. KINH PHÍ")]
    assert named == [
        "Nạo vét kênh Chắc Tức", "Nạo vét kênh Chắc Tức", "Sửa cống Mỹ Tú", "Sửa cống Mỹ Tú",
        "Láng nhựa đường 940", "Láng nhựa đường 940", "Xây cầu Cái Trưng", "Xây cầu Cái Trưng",
    ]  # fmt: skip


def test_rows_of_one_name_are_told_apart_by_their_merged_titles():
    body = GROUPED.format(
        group="Nhóm hộ", first="Hộ người Khmer", second="Hộ người Kinh",
        one="Số hộ nghèo", two="Số hộ cận nghèo", three="Số hộ nghèo", four="Số hộ cận nghèo",
    )  # fmt: skip
    named = [name for name, *_ in figures(body, section="III. KINH PHÍ")]
    assert named[::2] == [
        "Hộ người Khmer | Số hộ nghèo", "Hộ người Khmer | Số hộ cận nghèo",
        "Hộ người Kinh | Số hộ nghèo", "Hộ người Kinh | Số hộ cận nghèo",
    ]  # fmt: skip


def test_a_body_on_the_line_above_a_table_is_no_unit():
    body = "Đơn vị: Sở Y tế\n\n" + markdown(["Chỉ tiêu", "Năm 2027"], ["Số trạm y tế", "12"])
    assert sums(body, "") == [("Số trạm y tế", 12.0, (2027, 2027))]


@pytest.mark.parametrize(
    ("above", "measure"),
    [
        ("2. Chỉ tiêu tỷ lệ hộ dùng bếp tiết kiệm củi của các bản như sau:", "tỷ lệ hộ dùng bếp tiết kiệm củi"),
        ("**Số nhà ở xã hội hoàn thành từng xã:**", "Số nhà ở xã hội hoàn thành"),
        ("PHỤ LỤC III\nKHỐI LƯỢNG NẠO VÉT MƯƠNG PHÂN THEO XÃ", "KHỐI LƯỢNG NẠO VÉT MƯƠNG"),
        ("Diện tích rừng trồng mới\n(Kèm theo Kế hoạch số 5/KH-UBND)", "Diện tích rừng trồng mới"),
    ],
)
def test_rows_of_places_under_bare_years_measure_what_is_said_above_the_table(above: str, measure: str) -> None:
    found = places(f"{above}\n\nXã\tNăm 2027\tNăm 2028\nEa Súp\t12,5%\t14%\nBuôn Đôn\t3%\t4%\n")
    assert found[:2] == [
        (f"{measure} | Ea Súp", 12.5, (2027, 2027), "xã Ea Súp"), (f"{measure} | Ea Súp", 14, (2028, 2028), "xã Ea Súp"),
    ]  # fmt: skip
    assert len(found) == 4


@pytest.mark.parametrize(
    "above",
    [
        "Các xã thực hiện như sau:",
        "Tỷ lệ hộ nghèo và tỷ lệ hộ cận nghèo của các xã:",  # which of them
        "Tỷ lệ hộ nghèo giảm đều. Chi tiết như sau:",
        "Số: 15/KH-UBND",
    ],
)
def test_rows_of_places_under_bare_years_without_a_measure_set_no_figure(above: str) -> None:
    assert places(f"{above}\n\nXã\tNăm 2027\tNăm 2028\nEa Súp\t12,5%\t14%\nBuôn Đôn\t3%\t4%\n") == []
