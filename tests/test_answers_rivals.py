"""Two papers of one province that disagree: both are told, in whatever words the question is put. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu import vi
from tracuu.pipeline import Library

PROGRAMME = directive(
    top=head(
        issuer="ĐẢNG BỘ TỈNH KIÊN GIANG\nTỈNH ỦY",
        symbol="Số 27-CTr/TU",
        place_date="Rạch Giá, ngày 14 tháng 02 năm 2024",
    ),
    title="CHƯƠNG TRÌNH HÀNH ĐỘNG",
    subject="Phát triển nghề nuôi trai lấy ngọc đến năm 2030",
    body="""I. MỤC TIÊU ĐẾN NĂM 2028

- Kim ngạch xuất khẩu ngọc trai đạt 45 triệu USD.

- Hạ thủy 60 bè nuôi trai ở quần đảo Nam Du.

II. NHIỆM VỤ

- Lập Đề án bảo tàng ngọc trai Phú Quốc: giao Sở Du lịch chủ trì, trình trong tháng 10/2024.

- Hoàn thành bến cập tàu hòn Củ Tron trước ngày 30/9/2025.""",
    end=closing(behalf="T/M BAN THƯỜNG VỤ", office="BÍ THƯ", name="Đỗ Thanh Bình"),
)
PROPOSAL = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG",
        symbol="Số: 118/KH-UBND",
        place_date="Kiên Giang, ngày 06 tháng 5 năm 2024",
    ),
    subject="Nuôi trai lấy ngọc giai đoạn 2024 - 2028",
    body="""1. Kim ngạch xuất khẩu ngọc trai năm 2028 đạt 38 triệu USD.

2. Việc lập Đề án bảo tàng ngọc trai Phú Quốc do Sở Văn hóa và Thể thao chủ trì.

3. Hoàn thành bến cập tàu hòn Củ Tron trong quý II/2026.

4. Hạ thủy 75 bè nuôi trai ở quần đảo Hà Tiên trong năm 2028.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Lâm Minh Thành"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("rivals"), {"tinh-uy.txt": PROGRAMME, "ubnd.txt": PROPOSAL})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Năm 2028 Kiên Giang bán ngọc trai ra nước ngoài được bao nhiêu triệu đô?", {"45 triệu USD", "38 triệu USD"}),
        ("Kim ngạch xuất khẩu ngọc trai của Kiên Giang năm 2028 là bao nhiêu?", {"45 triệu USD", "38 triệu USD"}),
        ("Đề án bảo tàng ngọc trai Phú Quốc giao sở nào lập?", {"Sở Du lịch", "Sở Văn hóa và Thể thao"}),
        ("Bến cập tàu hòn Củ Tron khi nào làm xong?", {"30/9/2025", "quý II/2026"}),
    ],
)
def test_both_are_told_with_their_places(library: Library, question: str, values: set[str]) -> None:
    answer = library.ask(question)
    first, second = (answer.answer or "").split(vi.JOIN_RIVAL)
    assert not first.endswith((".", ";"))
    assert {value for value in values for told in (first, second) if value in told} == values
    assert {citation.source for citation in answer.citations[:2]} == {"tinh-uy.txt", "ubnd.txt"}
    (conflict,) = answer.conflicts
    assert conflict.citation.source == answer.citations[1].source


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2028 hạ thủy bao nhiêu bè nuôi trai ở quần đảo Nam Du?",  # the other is of other islands
        "Theo Kế hoạch 118, kim ngạch xuất khẩu ngọc trai năm 2028 là bao nhiêu?",
    ],
)
def test_another_place_or_a_paper_that_is_named_is_told_alone(library: Library, question: str) -> None:
    assert vi.JOIN_RIVAL not in (library.ask(question).answer or vi.JOIN_RIVAL)
