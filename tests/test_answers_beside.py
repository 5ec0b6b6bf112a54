"""What stands beside the thing asked about and is not it: other meetings, laws, groups, units. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Siu Hương")
NOTICE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK NÔNG",
        symbol="Số: 64/TB-UBND",
        place_date="Đắk Nông, ngày 21 tháng 5 năm 2024",
    ),
    title="THÔNG BÁO",
    subject="Kết luận của Phó Chủ tịch UBND tỉnh Lê Trọng Y tại cuộc họp về khu bảo tồn voi",
    body="""Ngày 14/5/2024, tại Phòng họp số 3, đồng chí Lê Trọng Y, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về khu bảo tồn voi. Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh kết luận như sau:

1. Các sở, ban, ngành (trừ Sở Nội vụ) nộp báo cáo về số voi nhà trước ngày 25/9/2024.

2. Chi cục Kiểm lâm tổ chức hội nghị công bố ranh giới khu bảo tồn vào ngày 05/7/2024 tại huyện Cư Jút, do Chi cục trưởng chủ trì.

3. UBND các xã:

a) UBND các xã vận động hộ dân lùi hàng rào.

b) Riêng UBND xã Ea Pô:

- Cắm mốc hành lang voi đi, xong trước ngày 30/8/2024.

c) Riêng Hạt Kiểm lâm Cư Jút đã hoàn thành đo vẽ vùng đệm.

4. Sở Khoa học và Công nghệ lập bản đồ bãi muối khoáng; tuyển chọn giống cỏ cho voi, phối hợp với Viện Sinh thái Tây Nguyên.

5. Sở Nội vụ rà soát biên chế kiểm lâm.

6. Mỗi phường có từ 5 con voi nhà trở lên đặt biển báo trước ngày 10/6/2024; đối với xã, thời hạn là ngày 20/12/2024.

7. Sở Tài chính cấp kinh phí mua cỏ trước ngày 15/6/2024; không cấp thêm cho nơi chi dưới 50% đến ngày 31/10/2024.""",
    end=END,
)
REPLACING = directive(
    top=head(
        issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH BÌNH PHƯỚC",
        symbol="Số: 18/NQ-HĐND",
        place_date="Bình Phước, ngày 12 tháng 7 năm 2024",
    ),
    title="NGHỊ QUYẾT",
    subject="Về chính sách hỗ trợ trồng điều ghép",
    body="""Căn cứ Luật Ngân sách nhà nước đã được Quốc hội thông qua ngày 25/6/2015;

Căn cứ Nghị quyết số 44/NQ-HĐND ngày 10/12/2022 không thay thế Nghị quyết số 45/NQ-HĐND ngày 11/12/2022;

Điều 1. Chính sách

| TT | Nội dung hỗ trợ | Mức hỗ trợ |
|---|---|---|
| A | Hộ gia đình | |
| 1 | Mua máy tách vỏ | 60%, không quá 9 triệu đồng |
| B | Hợp tác xã | |
| 2 | Mua máy tách vỏ | 30%, không quá 20 triệu đồng |
| 3 | Mua máy sấy | theo dự án số 3 |

Điều 2. Chỉ tiêu

Đơn vị tính: triệu đồng

| TT | Chỉ tiêu | 2025 | 2026 |
|---|---|---|---|
| 1 | Số vườn được ghép cải tạo | 300 | 410 |
| 2 | Vay mua giống | 900 | 750 |

Điều 3. Thi hành

Giao UBND tỉnh tham mưu văn bản thay thế Nghị quyết số 77/NQ-HĐND ngày 09/12/2019. Nghị quyết này thay thế Nghị quyết số 08/NQ-HĐND ngày 10/7/2020 và Nghị quyết số 09/NQ-HĐND ngày 11/7/2020. Nghị quyết được kỳ họp thứ 8 thông qua.""",
    end=END,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("beside"), {"voi.txt": NOTICE, "dieu.md": REPLACING})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("Cuộc họp về khu bảo tồn voi diễn ra ngày nào?", "14/5/2024", id="the meeting told of"),
        pytest.param("Ai cắm mốc hành lang voi đi?", "UBND xã Ea Pô", id="one's alone, over dashes"),
        pytest.param("Nghị quyết 18/NQ-HĐND thay thế những nghị quyết nào?", "09/NQ-HĐND", id="both of a list"),
    ],
)
def test_the_very_thing_is_told(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        pytest.param(
            "Theo Thông báo 64/TB-UBND, hội nghị công bố ranh giới được tổ chức ngày nào?", "14/5", id="another day"
        ),
        pytest.param(
            "Theo Thông báo 64/TB-UBND, ai chủ trì hội nghị công bố ranh giới?", "Lê Trọng Y", id="another chair"
        ),
        pytest.param(
            "Ai đã hoàn thành đo vẽ vùng đệm của khu bảo tồn voi?", "UBND các xã", id="what is done is no task"
        ),
        pytest.param("Lập bản đồ bãi muối khoáng phối hợp với ai?", "Viện Sinh thái", id="partners of the other task"),
        pytest.param("Đặt biển báo ở phường có voi nhà trước ngày nào?", "20/12", id="the time for others"),
        pytest.param(
            "Sở Tài chính phải cấp kinh phí mua cỏ cho voi trước ngày nào?", "31/10", id="until when nothing is given"
        ),
        pytest.param("Nghị quyết 18/NQ-HĐND được thông qua ngày nào?", "25/6/2015", id="adoption of a law"),
        pytest.param("Nghị quyết 18/NQ-HĐND thay thế những nghị quyết nào?", "45/NQ", id="not replaced"),
        pytest.param("Nghị quyết 18/NQ-HĐND thay thế những nghị quyết nào?", "77/NQ", id="replaced by others"),
        pytest.param("Nghị quyết 18/NQ-HĐND đã được thay thế bằng nghị quyết nào?", "08/NQ", id="the other way round"),
        pytest.param("Mức hỗ trợ mua máy sấy là bao nhiêu?", "dự án số 3", id="a number that measures nothing"),
        pytest.param("Mức hỗ trợ mua máy bơm là bao nhiêu?", "triệu", id="another machine"),
        pytest.param("Bình Phước năm 2026 có bao nhiêu vườn được ghép cải tạo?", "410 triệu", id="a count is no money"),
        pytest.param("Giúp hộ nghèo xây nhà do ai chủ trì?", "Sở", id="no such task"),
    ],
)
def test_what_stands_beside_it_is_not(library: Library, question: str, wrong: str) -> None:
    assert wrong not in (library.ask(question).answer or "")


def test_two_rows_that_say_the_same_thing_give_no_single_figure(library: Library) -> None:
    answer = library.ask("Mức hỗ trợ mua máy tách vỏ là bao nhiêu?").answer or "9 triệu; 20 triệu"
    assert ("9 triệu" in answer) == ("20 triệu" in answer)


def test_who_is_excepted_has_no_part_in_what_the_others_must_do(library: Library) -> None:
    told = library.ask("Sở Nội vụ Đắk Nông phải làm gì, trước ngày nào?")
    assert [item.text for item in told.items] == ["rà soát biên chế kiểm lâm"]


def test_a_count_below_a_line_with_money_has_no_unit_of_money(library: Library) -> None:
    evidence = library.evidence
    units = {
        evidence.words(t.source_id, t.indicator): t.unit_name for t in evidence.facts.targets if t.years == (2026, 2026)
    }
    assert units == {"Số vườn được ghép cải tạo": "", "Vay mua giống": "triệu đồng"}


def test_a_paragraph_whose_only_time_is_for_others_is_no_answer_and_no_error(tmp_path_factory) -> None:
    text = "I. NHIỆM VỤ\n\n1. Đặt biển báo voi nhà:\n\n- đối với xã, thời hạn đặt biển báo voi nhà là ngày 20/12/2024."
    library = built_library(tmp_path_factory.mktemp("others"), {"voi.txt": directive(body=text, end=END)})
    assert library.ask("Ở phường, hạn đặt biển báo voi nhà là ngày nào?").answer is None


MERGED = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

Số: 15/KH-UBND

Sơn La, ngày 12 tháng 5 năm 2026

KẾ HOẠCH

Phát triển nghề nuôi ong năm 2026

I. NHIỆM VỤ

<table>
<tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời hạn</th></tr>
<tr><td>1</td><td>Rà soát số đàn ong toàn tỉnh</td><td rowspan="2">Sở Nông nghiệp và Môi trường</td><td>30/6/2026</td></tr>
<tr><td>2</td><td>Lập danh mục cây nguồn mật</td><td>15/8/2026</td></tr>
<tr><td>3</td><td>Mở lớp dạy lọc mật</td><td>Hội Nông dân tỉnh</td><td>20/9/2026</td></tr>
</table>
"""


def test_a_cell_merged_with_the_row_above_is_cited_with_that_row(tmp_path_factory: pytest.TempPathFactory) -> None:
    library = built_library(tmp_path_factory.mktemp("merged"), {"ong.md": MERGED})
    answer = library.ask("Ai chủ trì lập danh mục cây nguồn mật?")
    assert answer.answer == "Sở Nông nghiệp và Môi trường"
    task, above = answer.citations[:2]
    assert "cây nguồn mật" in task.quote
    assert answer.answer in above.quote
