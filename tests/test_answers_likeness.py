"""What stands beside the thing asked, or is its sibling, is no answer; what is the thing is one. Built directives."""

import pytest

from build_directives import annex, closing, directive, head, task_table
from tests_builders import built_library
from tracuu.pipeline import Library

WATER = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG",
        symbol="Số: 219/KH-UBND",
        place_date="Rạch Giá, ngày 02 tháng 4 năm 2025",
    ),
    subject="Cấp nước và phòng cháy mùa khô năm 2025",
    body="""I. TÌNH HÌNH

1. Toàn tỉnh có 84 hồ chứa; mùa khô trước có 19 giếng bị nhiễm mặn, 4 trẻ em bị bỏng.

II. CHỈ TIÊU

1. Tỷ lệ hộ dân nông thôn dùng nước máy đạt 78% năm 2025; phấn đấu đến năm 2030 đạt 92%.

2. Đón 2,4 triệu lượt khách; doanh thu 310 tỷ đồng.

3. Tạm cấp 6 tỷ đồng từ ngân sách tỉnh cho các xã thiếu nước; phần còn lại huy động của dân.

4. Phụ nữ sinh con thứ hai được tặng 02 triệu đồng.

III. NHIỆM VỤ

1. UBND phường Rạch Sỏi lắp 15 bồn nước công cộng trước ngày 20/4/2025; UBND phường Vĩnh Thông tổ chức đội xe chở nước.

2. Sở Y tế chủ trì kiểm tra nước uống; bố trí bác sĩ tại các trạm y tế.

3. Bảo trì hệ thống tại Trung tâm điều khiển, giám sát nước từ xa (SCADA) do Công ty Cấp thoát nước chủ trì.

4. Hội Nông dân tỉnh chủ trì tập huấn nông dân trữ nước ngọt. Tuyển 310 tình nguyện viên đợt 2.

5. Nạo vét 7 kênh cấp hai. Địa điểm: xã Bình Trị. Bố trí 24 hội đồng nghiệm thu.

6. Xây 14 bể chứa; đến năm 2030 có 95% hộ dùng nước sạch.

Kế hoạch này có hiệu lực từ ngày 10 tháng 4 năm 2025. Hộ đăng ký trước ngày Kế hoạch có hiệu lực được miễn phí lắp đặt.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Lâm Minh Thành"),
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
                rows=(
                    ("1", "Mua xe chữa cháy cho Hà Tiên", "Công an tỉnh", "Quý III/2025"),
                    ("2", "Trồng rừng tràm ven U Minh", "Chi cục Kiểm lâm", "Quý IV/2025"),
                    ("3", "Kết nối thu mua mật ong", "Sở Du lịch", "Quý IV/2025"),
                    ("4", "Tập huấn cho lao động mất việc", "Sở Nội vụ", "Quý II/2025"),
                    ("5", "Khoan giếng tại xã Bình An", "Sở Xây dựng", "Quý II/2025"),
                    ("6", "Hỗ trợ xóa nhà tạm cho hộ nghèo", "Sở Tư pháp", "Quý II/2025"),
                ),
            ),
            name="Phân công",
        )
    ],
)
NEIGHBOUR = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        symbol="Số: 41/KH-UBND",
        place_date="Quảng Ngãi, ngày 11 tháng 3 năm 2025",
    ),
    subject="Cấp nước sạch nông thôn năm 2025",
    body="""I. CHỈ TIÊU

1. Tỷ lệ hộ dân nông thôn dùng nước máy đến năm 2030 đạt 88%.

II. NHIỆM VỤ

1. Sở Xây dựng chủ trì mở rộng nhà máy nước Tịnh Phong.

2. Sở Công Thương chủ trì bổ cập nước sông Vệ vào kênh Thạch Nham.

3. Sở Nội vụ kết nối thu mua cá có vảy.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Võ Phiên"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("likeness"), {"nuoc.txt": WATER, "lang-gieng.txt": NEIGHBOUR})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Bao nhiêu giếng bị nhiễm mặn ở Kiên Giang?", "19"),
        ("Bao nhiêu hồ chứa bị cạn ở Kiên Giang?", None),
        ("Doanh thu năm 2025 của Kiên Giang là bao nhiêu?", "310 tỷ đồng"),
        ("Thu nhập từ khách của Kiên Giang là bao nhiêu?", None),
        ("Cấp nước mùa khô Kiên Giang tổng cộng hết bao nhiêu tiền?", None),
        ("Kiên Giang tạm cấp bao nhiêu tiền cho các xã thiếu nước?", "6 tỷ đồng"),
        ("Kiên Giang nạo vét bao nhiêu kênh cấp hai ở xã Bình Trị?", "7"),
        ("Đợt thứ hai Kiên Giang tuyển bao nhiêu tình nguyện viên?", "310"),
        ("Tất cả bố trí bao nhiêu hội đồng nghiệm thu kênh ở Kiên Giang?", "24"),
        ("Năm 2025 Kiên Giang có bao nhiêu phần trăm hộ dùng nước sạch?", None),
        ("Phụ nữ Kiên Giang sinh con thứ hai được tặng bao nhiêu?", "02 triệu đồng"),
        ("Phụ nữ Kiên Giang sinh con thứ ba được tặng bao nhiêu?", None),
        ("Tỷ lệ hộ dân nông thôn Kiên Giang dùng nước máy năm 2025?", "78%"),
        ("Tỷ lệ hộ dân đô thị Kiên Giang dùng nước máy năm 2025?", None),
        ("Riêng các đảo thì tỷ lệ hộ dân nông thôn Kiên Giang dùng nước máy năm 2025 là bao nhiêu?", None),
        ("UBND phường Rạch Sỏi lắp bao nhiêu bồn nước công cộng?", "15"),
        ("Phường Vĩnh Thông phải lắp bao nhiêu bồn nước công cộng?", None),
    ],
)
def test_a_figure_is_of_the_thing_asked(library: Library, question: str, held: str | None) -> None:
    told = library.ask(question).answer
    assert told is None if held is None else held in (told or "")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ trì mua xe chữa cháy cho Hà Tiên?", "Công an tỉnh"),
        ("Ai chủ trì mua xe cứu thương cho Hà Tiên?", None),
        ("Ai chủ trì tập huấn nông dân trữ nước ngọt?", "Hội Nông dân tỉnh"),
        ("Ai chủ trì trồng rừng tràm ven U Minh?", "Chi cục Kiểm lâm"),
        ("Ai chủ trì trồng rừng đước ven U Minh?", None),
        ("Ai chủ trì kết nối thu mua mật ong ở Kiên Giang?", "Sở Du lịch"),
        ("Ai hỗ trợ xóa nhà tạm cho hộ nghèo ở Kiên Giang?", "Sở Tư pháp"),
        ("Ai phối hợp trong việc hỗ trợ xóa nhà tạm cho hộ nghèo ở Kiên Giang?", None),
        ("Ai chủ trì tập huấn cho lao động mất việc ở Kiên Giang?", "Sở Nội vụ"),
        ("Ai chủ trì tập huấn cho lao động mùa khô ở Kiên Giang?", None),
        ("ai chủ trì khoan giếng tại xã bình an ở kiên giang", "Sở Xây dựng"),
        ("ai chủ trì khoan giếng tại xã đồng hòa ở kiên giang", None),
        ("Ai chủ trì mở rộng nhà máy nước Tịnh Phong tỉnh Quảng Ngãi?", "Sở Xây dựng"),
        ("Ai chủ trì mở rộng nhà máy nước Tịnh Phong thành phố Quảng Ngãi?", None),
        ("Ai chủ trì kết nối thu mua cá có vảy ở Kiên Giang?", None),
        ("Sở nào chủ trì kiểm tra nước uống, bác sĩ các trạm y tế ở Kiên Giang?", "Sở Y tế"),
        ("Trung tâm SCADA ở Kiên Giang giao ai bảo trì hệ thống?", "Công ty Cấp thoát nước"),
        ("Ai chủ trì bổ cập nước sông Vệ vào kênh Thạch Nham?", "Sở Công Thương"),
        ("Ai chủ trì bổ cập nước sông Đà vào kênh Thạch Nham?", None),
    ],
)
def test_who_does_a_thing_is_not_told_of_its_sibling(library: Library, question: str, expected: str | None) -> None:
    assert library.ask(question).answer == expected


def test_provinces_with_different_figures_are_all_told_when_none_is_named(library: Library) -> None:
    told = library.ask("Tỷ lệ hộ dân nông thôn dùng nước máy đến năm 2030 là bao nhiêu?")
    assert "92%" in (told.answer or "")
    assert "88%" in (told.answer or "")
    assert {citation.document for citation in told.citations[:2]} == {"219/KH-UBND", "41/KH-UBND"}
    assert library.ask("Tỷ lệ hộ dân nông thôn Quảng Ngãi dùng nước máy đến năm 2030?").answer is not None
    assert "92%" not in (library.ask("Tỷ lệ hộ dân nông thôn Quảng Ngãi dùng nước máy đến năm 2030?").answer or "")


@pytest.mark.parametrize("question", ["Kế hoạch 219 có hiệu lực từ ngày nào?", "Ngày có hiệu lực của kế hoạch 219"])
def test_the_day_from_which_it_holds_is_told_and_no_day_before_it(library: Library, question: str) -> None:
    assert "10 tháng 4 năm 2025" in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    ["4 trẻ em bị bỏng ở Kiên Giang họ tên là gì?", "Trẻ em bị bỏng ở Kiên Giang tên gì?"],
)
def test_nobody_is_named_where_a_name_is_asked_for(library: Library, question: str) -> None:
    assert library.ask(question).answer is None
