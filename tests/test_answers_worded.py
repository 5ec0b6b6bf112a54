"""Questions as people word them: salutations, names typed without marks, what must not be done. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library
from tracuu.queries import reread
from tracuu.types import Intent

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Lò Văn Páo")
BEES = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nHUYỆN MÈO VẠC",
        symbol="Số: 33/KH-UBND",
        place_date="Mèo Vạc, ngày 06 tháng 3 năm 2024",
    ),
    subject="Phát triển nghề nuôi ong bạc hà năm 2024 - 2026",
    body="""I. MỤC TIÊU

1. Đến cuối năm 2024, 70% hộ nuôi ong có nhãn phụ; 30% điểm bán có máy quét mã.

2. Năm 2023, các tổ nuôi ong thu 41 tấn mật, doanh thu 18 tỷ đồng; 3 tháng đầu năm 2024 thu 9 tấn mật.

3. Mỗi hộ được thuê không quá 20 thùng ong; hộ ở khu B được chọn trước ở khu A. Giá thuê bãi đặt ong khu A là 3 triệu đồng/năm.

II. NHIỆM VỤ

1. Phòng Nông nghiệp huyện chủ trì chọn ong chúa giống gốc, xong trước ngày 15/5/2024; phối hợp với Trường Trung cấp Đồng Văn.

2. Hội Làm vườn huyện vận động hội viên không phun thuốc trừ sâu mùa hoa; giám sát việc cấp thùng ong cho hộ nghèo.

3. Công an huyện phối hợp với Đội Quản lý thị trường kiểm tra mật giả; không kiểm tra hộ bán dưới 05 lít và chợ phiên.

4. Xưởng lọc mật: bãi Sủng Máng giao đất trước ngày 20/6/2024; bãi Tả Lủng giao đất trước ngày 25/9/2024.

5. Phòng Tài chính thẩm định kinh phí tại Báo cáo số 19/BC-TCKH ngày 01/3/2024.

Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 05/01/2021.""",
    end=END,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("worded"), {"ong.txt": BEES})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Thưa anh chị, Phòng Nông nghiệp chọn ong chúa giống gốc cùng với trường nào?", "Trường Trung cấp Đồng Văn"),
        ("Hội nào ở Mèo Vạc giám sát việc cấp thùng ong cho hộ nghèo?", "Hội Làm vườn huyện"),
        ("Mèo Vạc: chọn ong chúa giống gốc phải xong hạn nào?", "15/5/2024"),
        ("bai ta lung giao dat truoc ngay nao", "25/9/2024"),
        ("Bãi Tả Lủng phải giao đất trước ngày nào?", "25/9/2024"),
        ("Kế hoạch 33/KH-UBND (Mèo Vạc, 06/3/2024) ra đời thì kế hoạch cũ số nào thôi áp dụng?", "12/KH-UBND"),
        ("Báo cáo thẩm định kinh phí mà Kế hoạch 33/KH-UBND nhắc đến mang số mấy?", "19/BC-TCKH"),
        ("Người đặt bút ký Kế hoạch 33/KH-UBND ngày 06/3/2024 là ai?", "Lò Văn Páo"),
        ("Nhờ anh chị liệt kê giúp các việc mà Kế hoạch 33/KH-UBND giao riêng cho Hội Làm vườn huyện.", "không phun"),
        ("Mùa hoa ở Mèo Vạc, hội viên Hội Làm vườn không được phun gì?", "không phun thuốc trừ sâu"),
        ("Đến cuối năm 2024 bao nhiêu phần trăm hộ nuôi ong có nhãn phụ?", "70%"),
        ("Năm 2023 các tổ nuôi ong Mèo Vạc có doanh thu bao nhiêu tiền?", "18 tỷ"),
        ("Giá thuê bãi đặt ong khu A ở Mèo Vạc là bao nhiêu?", "3 triệu đồng"),
    ],
)
def test_a_question_is_answered_however_it_is_worded(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Kế hoạch 33 đặt mốc năm 2026 bao nhiêu phần trăm hộ nuôi ong có nhãn phụ?", id="another year"),
        pytest.param("3 tháng đầu năm 2024 các tổ nuôi ong Mèo Vạc doanh thu bao nhiêu tiền?", id="money of last year"),
        pytest.param("Giá thuê bãi đặt ong khu B ở Mèo Vạc là bao nhiêu?", id="another letter"),
        pytest.param("Chọn ong chúa giống gốc ở Mèo Vạc thì không được gọi những ai?", id="nothing is forbidden"),
    ],
)
def test_what_is_said_of_another_thing_is_no_answer(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert answer.abstained, answer.answer


def test_partners_that_end_a_sentence_are_those_of_the_task_before(library: Library) -> None:
    facts = [a for a in library.facts.assignments if a.deadline and a.coordinating]
    assert [library.evidence.words(a.source_id, a.coordinating) for a in facts] == ["Trường Trung cấp Đồng Văn"]


@pytest.mark.parametrize(
    ("text", "passages", "read"),
    [
        ("Cụm công nghiệp yên xã bao giờ xong", ["cụm công nghiệp Yên Xá"], "Cụm công nghiệp Yên Xá bao giờ xong"),
        ("Đào thêm mấy hộ điều hòa", ["đào 05 hồ điều hòa mới"], "Đào thêm mấy hồ điều hòa"),
        ("Phường hòa xuân ở đâu", ["phường Hòa Xuân", "mùa hoa xuân"], "Phường Hòa Xuân ở đâu"),
        ("Hỏi về hoa xuân", ["phường Hòa Xuân", "ở Hòa Xuân", "mùa hoa xuân"], "Hỏi về hoa xuân"),
        ("Bãi tập ở Nam Định", ["nấm định hình"], "Bãi tập ở Nam Định"),
    ],
)
def test_words_are_read_as_the_passages_write_them(library, text, passages, read) -> None:
    assert reread(text, passages, library._marks) == read


def test_what_was_typed_stays_the_question(library: Library) -> None:
    answer = library.ask("bai ta lung giao dat truoc ngay nao")
    assert answer.question == "bai ta lung giao dat truoc ngay nao"
    assert "Tả Lủng" in answer.understood


def test_a_salutation_is_no_part_of_a_question(library: Library) -> None:
    query = library.understand("Kính thưa các đồng chí, ai chủ trì chọn ong chúa?")
    assert query.text == "Ai chủ trì chọn ong chúa"
    assert query.intent is Intent.LEAD
