"""Who receives a directive, by sort and by purpose, and where in it something stands. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library

TELEGRAM = directive(
    top=head(
        issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ",
        symbol="Số: 12/CĐ-UBND",
        place_date="Quảng Trị, ngày 08 tháng 10 năm 2025",
    ),
    title="CÔNG ĐIỆN",
    subject="Về ứng phó mưa lũ trên sông Hiếu",
    body="""CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ ĐIỆN:

- Giám đốc các Sở: Xây dựng, Y tế;
- Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh.

1. Sở Xây dựng trực chốt tại các ngầm tràn.

2. Giao đồng chí Phó Giám đốc Sở Y tế phụ trách nghiệp vụ trực tiếp chỉ đạo cấp cứu tại xã Hiếu Giang.""",
    end=closing(
        behalf="",
        office="CHỦ TỊCH",
        name="Hồ Văn Kỳ",
        recipients=(
            "- Như trên;", "- Bộ Nông nghiệp và Môi trường (b/c);", "- TT Tỉnh ủy, TT HĐND tỉnh (b/c);",
            "- Các đồn Biên phòng: Cửa Việt, Triệu Vân;", "- Lưu: VT.",
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("recipients"), {"cong-dien.txt": TELEGRAM})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Công điện 12 của Quảng Trị gửi bộ nào?", ["Bộ Nông nghiệp và Môi trường (b/c)"]),
        ("Công điện 12 của Quảng Trị gửi cho bộ nào?", ["Bộ Nông nghiệp và Môi trường (b/c)"]),
        ("Công điện 12 của Quảng Trị gửi tới các bộ nào?", ["Bộ Nông nghiệp và Môi trường (b/c)"]),
        ("Công điện 12 của Quảng Trị gửi bệnh viện nào?", [""]),
        ("Công điện 12 của Quảng Trị gửi các đồn biên phòng nào?", ["Các đồn Biên phòng: Cửa Việt, Triệu Vân"]),
        (
            "Công điện 12 của Quảng Trị gửi những ai để báo cáo?",
            ["Bộ Nông nghiệp và Môi trường (b/c)", "TT Tỉnh ủy, TT HĐND tỉnh (b/c)"],
        ),
    ],
)
def test_recipients_of_one_sort_or_for_one_purpose(library: Library, question: str, told: list[str]) -> None:
    answer = library.ask(question)
    assert (answer.answer or "").split("; ") == told


def test_whom_it_is_addressed_to_and_who_else_receives_it_are_both_cited(library: Library) -> None:
    answer = library.ask("Công điện 12 của Quảng Trị gửi cho ai?")
    quotes = [citation.quote for citation in answer.citations[:2]]
    for told in (answer.answer or "").split("; "):
        assert any(told in quote for quote in quotes), told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Việc trực chốt ngầm tràn nằm ở mục nào của Công điện 12 Quảng Trị?", "mục 1"),
        ("Muốn viện dẫn chỗ nói về cấp cứu ở Hiếu Giang thì mở mục nào của Công điện 12?", "mục 2"),
    ],
)
def test_where_something_stands_is_told_by_its_place(library: Library, question: str, told: str) -> None:
    assert (library.ask(question).answer or "").startswith(told)


def test_who_directs_in_person_is_told_with_what_he_is_in_charge_of(library: Library) -> None:
    answer = library.ask("Ai trực tiếp chỉ đạo cấp cứu ở xã Hiếu Giang theo Công điện 12?")
    assert answer.answer == "Phó Giám đốc Sở Y tế phụ trách nghiệp vụ"
