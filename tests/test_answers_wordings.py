"""Questions in other words than the directive's, and two directives that fit a question alike; over built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library

PROVINCE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN",
        symbol="Số: 71/KH-UBND",
        place_date="Bắc Kạn, ngày 09 tháng 4 năm 2026",
    ),
    subject="Chăm sóc sức khỏe và cấp nước sạch nông thôn giai đoạn 2026 - 2030",
    body="""I. NHIỆM VỤ

1. Sở Y tế chủ trì mua sắm xe cứu thương cho các trạm y tế vùng cao, hoàn thành trong quý II/2027.

2. Trường Cao đẳng Bắc Kạn chủ trì đào tạo nghề trồng dong riềng cho thanh niên nông thôn.

3. Sở Nông nghiệp và Môi trường chủ trì nâng cấp Nhà máy nước Nà Cù, đưa công suất lên 9.000 m³/ngày đêm.

4. Sở Xây dựng rà soát đô thị loại III, loại IV trên địa bàn.

5. Tổ chức Hội xuân Ba Bể tại thôn Bó Lù. Kinh phí 640 triệu đồng từ nguồn xã hội hóa.

6. Công an tỉnh lập 38 tổ tuần tra ven hồ; xây dựng chợ trâu bò Nghiên Loan, quy mô 4,5 ha.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Đinh Quang Tuyên"),
)
COMMITTEE = directive(
    top=head(
        issuer="TỈNH ỦY BẮC KẠN",
        symbol="Số 28-CTr/TU",
        place_date="Bắc Kạn, ngày 18 tháng 3 năm 2026",
        motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    ),
    title="CHƯƠNG TRÌNH HÀNH ĐỘNG",
    subject="Cấp nước sạch và vệ sinh nông thôn giai đoạn 2026 - 2030",
    body="""I. NHIỆM VỤ

1. Giao Sở Xây dựng chủ trì nâng cấp Nhà máy nước Nà Cù, bảo đảm cấp nước cho 7 xã lân cận.

2. Mua sắm xe cứu thương cho các trạm y tế vùng cao: hoàn thành trước ngày 30/11/2026.""",
    end=closing(behalf="T/M BAN CHẤP HÀNH", office="BÍ THƯ", name="Hoàng Duy Chinh"),
)
LAST_YEAR = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN",
        symbol="Số: 12/KH-UBND",
        place_date="Bắc Kạn, ngày 15 tháng 01 năm 2024",
    ),
    subject="Phát triển nghề nông thôn năm 2024",
    body="""I. NHIỆM VỤ

1. Sở Lao động - Thương binh và Xã hội chủ trì đào tạo nghề trồng dong riềng cho thanh niên nông thôn.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Đinh Quang Tuyên"),
)
DIRECTIVES = {"tinh.txt": PROVINCE, "tinh-uy.txt": COMMITTEE, "nam-truoc.txt": LAST_YEAR}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("wordings"), DIRECTIVES)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Ai lo mua xe cấp cứu cho trạm xá vùng cao?", "Sở Y tế"),
        ("Trường nào dạy nghề trồng dong riềng?", "Trường Cao đẳng Bắc Kạn"),
        ("Hội xuân Ba Bể hết bao nhiêu tiền?", "640 triệu đồng"),
        ("Kinh phí Hội xuân Ba Bể là bao nhiêu?", "640 triệu đồng"),
        ("Chợ trâu bò Nghiên Loan rộng bao nhiêu héc ta?", "4,5 ha"),
        ("Sở nào rà soát đô thị loại IV?", "Sở Xây dựng"),
    ],
)
def test_what_is_asked_in_other_words_is_found(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì đào tạo nghề sửa chữa máy nông nghiệp?",  # of growing arrowroot is told
        "Sở nào chủ trì nâng cấp Nhà máy xi măng Chợ Mới?",
        "Hội xuân Ba Bể trồng bao nhiêu cây?",
        "Sở nào rà soát đô thị loại V?",
        "Chợ trâu bò Nghiên Loan hết bao nhiêu tiền?",
    ],
)
def test_another_class_or_another_amount_is_not(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_two_directives_that_fit_a_question_alike_are_both_told(library: Library) -> None:
    lead = library.ask("Nâng cấp nhà máy nước Nà Cù ai chủ trì?")
    assert lead.answer == "Sở Xây dựng; nơi khác nêu: Sở Nông nghiệp và Môi trường"
    assert [rival.value for rival in lead.conflicts] == ["Sở Nông nghiệp và Môi trường"]
    due = library.ask("Mua xe cấp cứu cho trạm y tế vùng cao khi nào xong?").answer or ""
    assert "quý II/2027" in due
    assert "30/11/2026" in due


def test_of_the_one_directive_asked_about_its_own_value_is_told(library: Library) -> None:
    lead = library.ask("Theo Chương trình 28-CTr/TU, ai chủ trì nâng cấp nhà máy nước Nà Cù?")
    assert lead.answer == "Sở Xây dựng"
    assert [rival.value for rival in lead.conflicts] == ["Sở Nông nghiệp và Môi trường"]


def test_what_a_plan_of_another_year_says_is_no_conflict(library: Library) -> None:
    asked = library.ask("Theo Kế hoạch 71/KH-UBND, ai chủ trì đào tạo nghề trồng dong riềng cho thanh niên?")
    assert asked.answer == "Trường Cao đẳng Bắc Kạn"
    assert asked.conflicts == ()


ASKED = {
    "Ai lo mua xe cấp cứu cho trạm xá vùng cao?": "Sở Y tế",
    "Hội xuân Ba Bể hết bao nhiêu tiền?": "640 triệu đồng",
}

test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(ASKED)
