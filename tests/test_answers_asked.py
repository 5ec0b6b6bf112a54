"""What is asked for, exactly: its unit, its year, its group, whoever is meant by a short name. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu import vi
from tracuu.pipeline import Library
from tracuu.types import Reason

RULES = directive(
    top=head(
        issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ THỌ",
        symbol="Số: 31/2026/NQ-HĐND",
        place_date="Phú Thọ, ngày 18 tháng 6 năm 2026",
    ),
    title="NGHỊ QUYẾT",
    subject="Quy định mức hỗ trợ hát xoan và trồng bưởi trên địa bàn tỉnh Phú Thọ",
    body="""Điều 1. Mức hỗ trợ

Nội dung\tĐơn vị tính\tKhu vực phường\tKhu vực xã
Thù lao nghệ nhân dạy hát xoan\tđồng/buổi\t350.000\t420.000
Mua trống cơm cho phường xoan\ttriệu đồng/bộ\t9\t12

Điều 2. Chỉ tiêu

1. Đến năm 2030 diện tích bưởi Đoan Hùng đạt 3.400 ha; thu nhập trên một héc-ta đạt 260 triệu đồng/năm.

2. Năm 2026 bồi dưỡng từ 1.150 đảng viên trở lên về bảo tồn di sản hát xoan.

3. Học viên lớp hát xoan được hỗ trợ tiền ăn 90.000 đồng/ngày.

4. Thu phí tham quan miếu Lãi Lèn 30.000 đồng/người, riêng hộ có nghệ nhân thì thu 10.000 đồng/người.

5. Năm 2028 đưa 45 tấn xuất khẩu từ vùng bưởi Đoan Hùng sang châu Âu.

6. Phấn đấu 85% số hộ trồng bưởi Đoan Hùng phân loại rác; giảm 20% số trẻ em đuối nước ở hồ Ly.

Điều 3. Nghị quyết này thay thế Nghị quyết số 12/2021/NQ-HĐND ngày 09 tháng 12 năm 2021.""",
    end=closing(behalf="TM. HỘI ĐỒNG NHÂN DÂN", office="CHỦ TỊCH", name="Bùi Văn Tám", recipients=("Chính phủ",)),
)
WORK = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN",
        symbol="Số: 88/KH-UBND",
        place_date="Phan Thiết, ngày 05 tháng 5 năm 2023",
    ),
    subject="Bảo vệ rừng thông núi Ông năm 2023",
    body="""1. Chi cục Kiểm lâm

- Lắp 24 bẫy ảnh quanh núi Ông.

- Mở lớp tập huấn chữa cháy rừng thông.

2. UBND các huyện, thị xã, thành phố

- Ký cam kết với chủ rừng.

3. Ủy ban Kiểm tra Tỉnh ủy kiểm tra việc nhận khoán rừng thông, xử lý nơi sang nhượng trái phép.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Đoàn Anh Dũng"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("asked"), {"phu-tho.txt": RULES, "binh-thuan.txt": WORK})


def test_two_things_of_a_header_are_told_together(library: Library) -> None:
    told = library.ask("Nghị quyết của HĐND tỉnh Phú Thọ về hát xoan số mấy, ban hành ngày nào?")
    number, day = (told.answer or "").split(vi.JOIN_LIST)
    assert number == "31/2026/NQ-HĐND"
    assert "18 tháng 6 năm 2026" in day


@pytest.mark.parametrize("unit", ["héc-ta", "ha", "hecta"])
def test_land_is_told_in_hectares_and_not_what_a_hectare_yields(library: Library, unit: str) -> None:
    told = library.ask(f"Phú Thọ đến 2030 có bao nhiêu {unit} bưởi Đoan Hùng?").answer or ""
    assert "3.400 ha" in told


def test_people_are_counted_by_what_they_are_called(library: Library) -> None:
    told = library.ask("Năm 2026 Phú Thọ phải bồi dưỡng bao nhiêu người về bảo tồn di sản hát xoan?").answer or ""
    assert "1.150" in told


def test_what_is_exported_is_not_counted_as_people(library: Library) -> None:
    assert library.ask("Năm 2028 có bao nhiêu người xuất khẩu từ vùng bưởi Đoan Hùng?").answer is None
    assert "45 tấn" in (library.ask("Năm 2028 vùng bưởi Đoan Hùng xuất khẩu bao nhiêu tấn?").answer or "")


def test_a_share_is_no_count_and_no_sum(library: Library) -> None:
    assert library.ask("Bao nhiêu hộ trồng bưởi Đoan Hùng phân loại rác?").answer is None
    assert library.ask("Có mấy cháu đuối nước ở hồ Ly?").answer is None
    assert library.ask("Tiền phân loại rác một hộ trồng bưởi Đoan Hùng đóng bao nhiêu?").answer is None
    assert "85%" in (library.ask("Bao nhiêu phần trăm hộ trồng bưởi Đoan Hùng phân loại rác?").answer or "")


def test_money_a_day_is_no_number_of_days(library: Library) -> None:
    assert library.ask("Lớp hát xoan ở Phú Thọ học mấy ngày?").answer is None


def test_what_is_said_of_another_year_alone_is_not_answered_with_what_is_near(library: Library) -> None:
    told = library.ask("Năm 2027 Phú Thọ bồi dưỡng bao nhiêu đảng viên về bảo tồn di sản hát xoan?")
    assert told.answer is None
    assert told.reason is Reason.OTHER_SUBJECT


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Nghệ nhân dạy hát xoan ở khu vực phường được thù lao bao nhiêu?", "350.000", "420.000"),
        ("Thù lao nghệ nhân dạy hát xoan là bao nhiêu?", "Khu vực xã (đồng/buổi): 420.000", ""),
        ("Mua trống cơm cho phường xoan được hỗ trợ bao nhiêu?", "Khu vực xã (triệu đồng/bộ): 12", "350.000"),
    ],
)
def test_amounts_for_groups_side_by_side_are_told_with_their_group(
    library: Library, question: str, held: str, left_out: str
) -> None:
    told = library.ask(question).answer or ""
    assert held in told
    assert not left_out or left_out not in told


def test_any_household_is_not_who_is_asked_for(library: Library) -> None:
    told = library.ask("Ở Phú Thọ hộ nào có nghệ nhân thì đóng phí tham quan miếu Lãi Lèn bao nhiêu?").answer or ""
    assert "10.000 đồng/người" in told


@pytest.mark.parametrize(
    "question",
    [
        "Hát xoan Phú Thọ thực hiện theo nghị định nào?",
        "Chỉ thị nào về bưởi bị bãi bỏ?",
        "Nghị quyết 31 của Phú Thọ thay thế quyết định nào?",
    ],
)
def test_a_document_asked_for_is_never_one_of_another_kind(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


@pytest.mark.parametrize("kind", ["nghị quyết", "văn bản"])
def test_a_document_asked_for_is_told_with_its_number(library: Library, kind: str) -> None:
    told = library.ask(f"Nghị quyết 31 của HĐND Phú Thọ về hát xoan thay thế {kind} nào?")
    assert "12/2021/NQ-HĐND" in (told.answer or "")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Theo kế hoạch bảo vệ rừng thông núi Ông thì kiểm lâm phải làm những gì?", ("bẫy ảnh", "tập huấn")),
        ("Cấp huyện ở Bình Thuận được giao những gì trong kế hoạch rừng thông núi Ông?", ("cam kết",)),
        ("Ai kiểm tra việc nhận khoán rừng thông?", ("Ủy ban Kiểm tra Tỉnh ủy",)),
    ],
)
def test_bodies_spoken_of_in_short_are_found(library: Library, question: str, held: tuple[str, ...]) -> None:
    told = library.ask(question).answer or ""
    assert all(words in told for words in held)
