"""Who is in charge, who else takes part, whose work it is by another name, and when it is due. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.documents.tables.columns import Column, column_role
from tracuu.pipeline import Library

WORK = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG",
        symbol="Số: 77/KH-UBND",
        place_date="Sóc Trăng, ngày 10 tháng 3 năm 2025",
    ),
    subject="Bảo tồn nghề đan cần xé ở tỉnh Sóc Trăng năm 2025",
    body="""Ngày 02/02/2025, Ủy ban nhân dân tỉnh họp nghe báo cáo Đề án bảo tàng cần xé Phú Tân giai đoạn 2025 - 2027.

I. KINH PHÍ

Tổng kinh phí thực hiện là 2.340 triệu đồng, trong đó ngân sách tỉnh 900 triệu đồng.

II. PHÂN CÔNG

TT\tPhần việc\tĐầu mối thực hiện\tCùng làm\tLãnh đạo phụ trách\tXong trước
1\tMở lớp dạy đan cần xé\tSở Công Thương\tTỉnh đoàn\tPhó Chủ tịch Lâm Hoàng Nghiệp\t30/6/2025
2\tKiểm tra bến ghe chở cần xé\tCông an tỉnh\tSở Xây dựng\tPhó Chủ tịch Huỳnh Thị Diễm Ngọc\t15/7/2025""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Văn Lâu"),
)
PARTY = directive(
    top=head(
        issuer="ĐẢNG BỘ TỈNH SÓC TRĂNG\nĐẢNG ỦY XÃ PHÚ TÂN",
        symbol="Số 19-KH/ĐU",
        place_date="Phú Tân, ngày 12 tháng 5 năm 2025",
    ),
    subject="Học tập chuyên đề về làng nghề năm 2025",
    body="""1. Các chi bộ trực thuộc tổ chức học tập chuyên đề trong tháng 6/2025.

2. Ban Xây dựng Đảng theo dõi việc học tập.""",
    end=closing(behalf="T/M BAN THƯỜNG VỤ", office="BÍ THƯ", name="Sơn Thị Hòa"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("duties"), {"ubnd.txt": WORK, "dang-uy.txt": PARTY})


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Đồng chí lãnh đạo nào phụ trách việc mở lớp dạy đan cần xé?", "Lâm Hoàng Nghiệp", "Sở"),
        (
            "Lãnh đạo nào của UBND tỉnh Sóc Trăng phụ trách kiểm tra bến ghe chở cần xé?",
            "Huỳnh Thị Diễm Ngọc",
            "Công an",
        ),
        ("Cơ quan nào phụ trách việc mở lớp dạy đan cần xé?", "Sở Công Thương", "Lâm"),
        ("Đầu mối mở lớp dạy đan cần xé là đơn vị nào?", "Sở Công Thương", "Tỉnh đoàn"),
        ("Cùng với Công an tỉnh, cơ quan nào tham gia kiểm tra bến ghe chở cần xé?", "Sở Xây dựng", "Công an"),
        ("Ngoài Sở Công Thương, đơn vị nào tham gia mở lớp dạy đan cần xé?", "Tỉnh đoàn", "Sở"),
        ("Lớp dạy đan cần xé phải xong trước ngày nào?", "30/6/2025", ""),
        ("Tổng kinh phí bảo tồn nghề đan cần xé Sóc Trăng năm 2025 là bao nhiêu?", "2.340 triệu đồng", ""),
        ("Các chi bộ trực thuộc Đảng ủy xã Phú Tân phải làm gì?", "học tập chuyên đề", "theo dõi"),
    ],
)
def test_who_it_is_and_what(library: Library, question: str, held: str, left_out: str) -> None:
    told = library.ask(question)
    assert held in (told.answer or ""), told.reason
    assert not left_out or left_out not in (told.answer or "")


@pytest.mark.parametrize(
    "question",
    [
        "Đề án bảo tàng cần xé Phú Tân phải duyệt xong ngày nào?",  # it was only spoken of, before
        "Tổng kinh phí bảo tồn nghề đan cần xé Sóc Trăng năm 2026 là bao nhiêu?",
        "Tổng kinh phí bảo tồn nghề đan cần xé Trà Vinh năm 2025 là bao nhiêu?",
        "Lãnh đạo nào phụ trách việc học tập chuyên đề ở xã Phú Tân?",
    ],
)
def test_what_is_not_given_is_not_told(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_what_took_place_may_be_past(library: Library) -> None:
    told = library.ask("UBND tỉnh Sóc Trăng họp nghe báo cáo Đề án bảo tàng cần xé Phú Tân ngày nào?")
    assert "02/02/2025" in (told.answer or "")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Phần việc", Column.TASK),
        ("Đầu mối thực hiện", Column.LEAD),
        ("Cùng làm", Column.COORDINATING),
        ("Lãnh đạo phụ trách", Column.SUPERVISING),
        ("Lãnh đạo Sở phụ trách", Column.SUPERVISING),
        ("Cơ quan phụ trách", Column.LEAD),
        ("Xong trước", Column.DEADLINE),
        ("Phải xong trong", Column.DEADLINE),
        ("Thành phần", Column.OTHER),
    ],
)
def test_columns_by_other_names(heading: str, role: Column) -> None:
    assert column_role((heading,)) is role
