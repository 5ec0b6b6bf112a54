"""Questions that say by kind and subject which document they mean, and ask what it says. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library
from tracuu.queries.places import find_provinces, with_place_names
from tracuu.types import Intent

ORDER = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI",
        symbol="Số: 08/CT-UBND",
        place_date="Yên Bái, ngày 03 tháng 4 năm 2024",
    ),
    title="CHỈ THỊ",
    subject="Về tăng cường quản lý khai thác cát, sỏi lòng sông Hồng",
    body="""1. Sở Giao thông vận tải

- Thả phao giới hạn ở 12 bến cát, xong trước ngày 20/5/2024.

2. Công an tỉnh

- Tuần tra đêm trên sông; báo cáo ngay khi có từ 05 tàu trở lên hút cát trái phép.

- Tạm giữ 31 tàu không phép tại bến cảng Hương Lý.

3. Chủ tịch UBND các huyện báo cáo kết quả về Sở Tài nguyên và Môi trường trước ngày 15/11/2024.

4. Bến cát Âu Lâu chỉ được mở lại khi có giấy phép môi trường.

5. Đến hết ngày 31/3/2024, toàn tỉnh thu phí khai thác cát đạt 18,5% dự toán.

Chỉ thị này thay thế Chỉ thị số 04/CT-UBND ngày 17 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Huy Tuấn"),
)
PLAN = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM",
        symbol="Số: 61/KH-UBND",
        place_date="Hà Nam, ngày 11 tháng 3 năm 2024",
    ),
    subject="Khôi phục làng nghề dệt lụa Nha Xá giai đoạn 2024 - 2026",
    body="""1. Sở Công Thương lập trang bán lụa trực tuyến trước ngày 30/9/2024.

2. Sở Văn hóa, Thể thao và Du lịch báo cáo kết quả về UBND tỉnh trước ngày 05/12/2024.

3. Tổng nhu cầu kinh phí thực hiện Kế hoạch là 23,4 tỷ đồng, trong đó ngân sách tỉnh 9 tỷ đồng.

4. Ban quản lý làng nghề kiểm tra lò nhuộm 10 ngày một lần.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trương Quốc Huy"),
)
RULES = directive(
    top=head(
        issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH YÊN BÁI",
        symbol="Số: 19/2024/NQ-HĐND",
        place_date="Yên Bái, ngày 12 tháng 7 năm 2024",
    ),
    title="NGHỊ QUYẾT",
    subject="Quy định mức thưởng nghệ nhân múa xòe",
    body="""Điều 1. Phạm vi

Nghị quyết này áp dụng cho nghệ nhân múa xòe trên địa bàn tỉnh.

Điều 2. Mức chi

1. Nghệ nhân được phong tặng: 15 triệu đồng/người.

2. Người dạy xòe ở trường học: 200.000 đồng/buổi.""",
    end=closing(behalf="TM. HỘI ĐỒNG NHÂN DÂN", office="CHỦ TỊCH", name="Tạ Văn Long"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    texts = {"chi-thi.txt": ORDER, "ke-hoach.txt": PLAN, "nghi-quyet.txt": RULES}
    return built_library(tmp_path_factory.mktemp("described"), texts)


@pytest.mark.parametrize(
    ("question", "described"),
    [
        ("Hạn báo cáo kết quả thực hiện chỉ thị khai thác cát sông Hồng của Yên Bái?", "chi-thi.txt"),
        ("Theo kế hoạch khôi phục làng nghề dệt lụa thì ai lập trang bán hàng?", "ke-hoach.txt"),
        ("Nghị quyết Yên Bái về nghệ nhân múa xòe chi bao nhiêu cho một buổi dạy?", "nghi-quyet.txt"),
        ("Theo kế hoạch khôi phục làng nghề dệt lụa, Sở Công Thương phải làm gì?", "ke-hoach.txt"),
        ("Theo kế hoạch khôi phục làng nghề dệt lụa Vạn Phúc thì ai lập trang bán hàng?", None),
        ("Theo chỉ thị khai thác cát sông Hồng của Hà Nam thì ai thả phao?", None),
        ("Theo quyết định khai thác cát sông Hồng thì ai thả phao?", None),
        ("Ai xây dựng kế hoạch khôi phục làng nghề dệt lụa?", None),
        ("Ai chủ trì thực hiện kế hoạch khôi phục làng nghề dệt lụa?", None),
        ("Kế hoạch nào khôi phục làng nghề dệt lụa?", None),
        ("Nghề dệt lụa Nha Xá có bao nhiêu hộ?", None),
    ],
)
def test_a_document_is_known_by_its_kind_and_subject(library: Library, question: str, described: str | None) -> None:
    query = library.understand(question)
    assert query.doc_ids == ((described,) if described else ())
    assert bool(query.described) is bool(described)


def test_a_search_is_not_bound_to_the_document_described(library: Library) -> None:
    found = library.search("Báo cáo kết quả theo chỉ thị khai thác cát sông Hồng", top=10)
    assert found[0].source == "chi-thi.txt"
    assert {citation.source for citation in found} > {"chi-thi.txt"}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Hạn báo cáo kết quả thực hiện chỉ thị khai thác cát sông Hồng của Yên Bái là ngày nào?", "15/11/2024"),
        ("han bao cao ket qua thuc hien chi thi khai thac cat song hong cua yen bai la ngay nao", "15/11/2024"),
        ("Chỉ thị mới của Yên Bái về khai thác cát sông Hồng thay cho chỉ thị nào?", "04/CT-UBND"),
        ("Cần tổng cộng bao nhiêu tiền cho kế hoạch khôi phục làng nghề dệt lụa Nha Xá?", "23,4 tỷ đồng"),
        ("Mức chi cho người dạy xòe nằm ở điều nào của nghị quyết Yên Bái về nghệ nhân múa xòe?", "Điều 2"),
        ("UBND tỉnh Yên Bái ra chỉ thị về khai thác cát hôm nào?", "03 tháng 4 năm 2024"),
        ("Bến cát Âu Lâu ở Yên Bái khi nào mới được mở lại?", "giấy phép môi trường"),
        ("Yên Bái tạm giữ bao nhiêu tàu hút cát không phép?", "31 tàu"),
        ("Hết quý I, Yên Bái thu phí khai thác cát được bao nhiêu phần trăm dự toán?", "18,5%"),
        ("Lò nhuộm làng Nha Xá bao lâu phải kiểm tra một lần?", "10 ngày một lần"),
    ],
)
def test_what_it_says_is_told(library: Library, question: str, held: str) -> None:
    told = library.ask(question)
    assert held in (told.answer or ""), told.reason
    assert held.split()[0] in told.citations[0].quote + told.citations[0].reference


@pytest.mark.parametrize(
    "question",
    [
        "Theo chỉ thị khai thác cát sông Hồng của Yên Bái, ai lập trang bán lụa?",
        "Hạn báo cáo kết quả thực hiện chỉ thị khai thác cát sông Hồng của Hà Nam là ngày nào?",
        "Nghị quyết Yên Bái về nghệ nhân múa xòe thay cho nghị quyết nào?",
        "Hết quý III, Yên Bái thu phí khai thác cát được bao nhiêu phần trăm dự toán?",
    ],
)
def test_what_it_does_not_say_is_not_told(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_a_number_from_which_on_something_is_done_is_no_count(library: Library) -> None:
    assert "05" not in (library.ask("Yên Bái có bao nhiêu tàu hút cát trái phép?").answer or "")
    told = library.ask("Ở Yên Bái có từ bao nhiêu tàu hút cát trái phép thì phải báo cáo ngay?").answer or ""
    assert "từ 05 tàu" in told


@pytest.mark.parametrize(
    ("text", "named", "put_right"),
    [
        ("Ở Quãng Ngãi có gì?", ["Quảng Ngãi"], "Ở Quảng Ngãi có gì?"),
        ("Tỉnh Quãng Trị", ["Quảng Trị"], "Tỉnh Quảng Trị"),
        ("Hãi Phòng và Hải Dương", ["Hải Phòng", "Hải Dương"], "Hải Phòng và Hải Dương"),
        ("Đi một quãng ngắn", [], "Đi một quãng ngắn"),
        ("Quáng Ngãi", [], "Quáng Ngãi"),
        ("quang ngai", ["Quảng Ngãi"], "quang ngai"),
    ],
)
def test_hoi_and_nga_may_be_mistaken_in_a_name(text: str, named: list[str], put_right: str) -> None:
    assert [place.name for place in find_provinces(text)] == named
    assert with_place_names(text) == put_right


def test_a_province_before_a_small_word_like_its_end_is_no_other_name(library: Library) -> None:
    query = library.understand("Tuần tra đêm trên sông ở Sơn La là việc của ai?")
    assert query.intent is Intent.LEAD
    assert query.provinces == ("Sơn La",)
    told = library.ask("Tuần tra đêm trên sông Yên Bái là việc của ai?")
    assert told.answer == "Công an tỉnh"
