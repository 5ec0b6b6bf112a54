"""What only looks like the total, the date, the count or the body asked for. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library
from tracuu.queries.places import find_provinces, with_place_names

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nguyễn Thế Phước")
FOREST = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN",
        symbol="Số: 31/KH-UBND",
        place_date="Lạng Sơn, ngày 11 tháng 3 năm 2024",
    ),
    subject="Trồng hồi, phòng cháy rừng và giao khoán bảo vệ rừng năm 2024",
    body="""1. Trồng mới 1.200 ha hồi.

2. Tổng kinh phí thực hiện Kế hoạch là 54 tỷ đồng.

3. Báo cáo ngay khi có từ 50 hộ trở lên bị cô lập.

4. Sở Y tế tiêm vắc xin dại cho 18.500 con chó, xong trước ngày 30/9/2024.""",
    end=END,
)
SCHOOL = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN",
        symbol="Số: 44/KH-UBND",
        place_date="Lạng Sơn, ngày 20 tháng 3 năm 2024",
    ),
    subject="Phòng, chống bạo lực học đường năm 2024",
    body="""1. Kinh phí tuyên truyền: 350 triệu đồng.

2. Tổ chức 40 buổi nói chuyện chuyên đề về bạo lực học đường.

3. Tổng kinh phí mua máy quay: 120 triệu đồng.""",
    end=END,
)
LETTER = directive(
    top=head(
        issuer="SỞ Y TẾ\nTỈNH LẠNG SƠN", symbol="Số: 512/SYT-NVY", place_date="Lạng Sơn, ngày 02 tháng 4 năm 2024"
    ),
    title="",
    subject="V/v tiêm phòng dại",
    body="""1. UBND các huyện gửi kế hoạch phòng cháy rừng về Sở Y tế trước ngày 25/4/2024.

2. Các đơn vị chủ trì dọn vệ sinh chuồng trại.

3. Thực hiện kế hoạch trồng hồi, toàn tỉnh đã tiêm cho 17.240 con chó.""",
    end=closing(behalf="", office="GIÁM ĐỐC", name="Vi Quốc Hưng"),
)
TELEGRAM = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH TIỀN GIANG",
        symbol="Số: 09/CĐ-UBND",
        place_date="Tiền Giang, ngày 05 tháng 10 năm 2024",
    ),
    title="CÔNG ĐIỆN",
    subject="Ứng phó triều cường",
    body="1. Sơ tán dân ở 14 xã ven sông trước 16 giờ ngày 06/10/2024.",
    end=END,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    texts = {"rung.txt": FOREST, "truong.txt": SCHOOL, "cong-van.txt": LETTER, "cong-dien.txt": TELEGRAM}
    return built_library(tmp_path_factory.mktemp("traps"), texts)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Tổng kinh phí trồng hồi của Lạng Sơn năm 2024 là bao nhiêu?", "54 tỷ"),
        ("Tổng kinh phí giao khoán bảo vệ rừng là bao nhiêu?", "54 tỷ"),
        ("Kế hoạch phòng chống bạo lực học đường hết bao nhiêu tiền?", "350 triệu"),
        ("Tổng kinh phí phòng, chống bạo lực học đường năm 2024 là bao nhiêu?", "54 tỷ"),
        ("Tổng kinh phí phòng, chống bạo lực học đường năm 2024 là bao nhiêu?", "120 triệu"),
        ("Kế hoạch 44/KH-UBND của Lạng Sơn hết bao nhiêu tiền?", "120 triệu"),
        ("Các huyện ra kế hoạch phòng cháy rừng khi nào?", "tháng 3"),
        ("Kế hoạch phòng cháy rừng các huyện gửi khi nào?", "tháng 3"),
        ("Thực hiện kế hoạch trồng hồi của Lạng Sơn, đã tiêm cho bao nhiêu con chó?", "18.500"),
        ("Theo kế hoạch phòng chống bạo lực học đường, tổ chức bao nhiêu chuyên án?", "40 buổi"),
        ("Các đơn vị thuộc Công an tỉnh Lạng Sơn phải làm gì?", "chuồng trại"),
    ],
)
def test_what_is_near_is_not_told(library: Library, question: str, never: str) -> None:
    assert never not in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Tổng kinh phí trồng hồi, phòng cháy rừng và giao khoán bảo vệ rừng của Lạng Sơn năm 2024?", "54 tỷ"),
        ("Ở Tiền Giang có bao nhiêu xã ven sông phải sơ tán dân?", "14 xã"),
        ("Có bao nhiêu hộ bị cô lập thì Lạng Sơn phải báo cáo ngay?", "50 hộ"),
        ("Bao nhiêu hộ trở lên bị cô lập thì phải báo cáo?", "50 hộ"),
        ("UBND các huyện ở Lạng Sơn gửi kế hoạch phòng cháy rừng trước ngày nào?", "25/4/2024"),
    ],
)
def test_what_is_said_is_told(library: Library, question: str, held: str) -> None:
    told = library.ask(question)
    assert held in (told.answer or ""), told.reason


@pytest.mark.parametrize("text", ["Trạm y tế xã Bắc Hà Tỉnh Lào Cai", "XÃ SƠN HÀ TỈNH LẠNG SƠN"])
def test_a_commune_before_the_word_for_province_is_no_other_province(text: str) -> None:
    assert "Hà Tĩnh" not in [place.name for place in find_provinces(text)]
    assert with_place_names(text) == text
