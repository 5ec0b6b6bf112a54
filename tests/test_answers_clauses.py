"""Which clause counts the thing asked for, who works with whom, and what an enclosed plan says. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Hoàng Xuân Thủy")
SPORT = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN",
        symbol="Số: 61/KH-UBND",
        place_date="Nghệ An, ngày 04 tháng 02 năm 2026",
    ),
    subject="Phát triển thể thao quần chúng năm 2026",
    body="""1. Năm 2026: mở 45 lớp bơi; doanh thu từ vé thi đấu đạt 9,4 tỷ đồng; 1.250 vận động viên dự giải.

2. Tặng 300 xe đạp cho công nhân; 2.600 học sinh được cấp phao bơi.

3. Cấp 40.000 lít nước uống cho các giải chạy.

4. Tỷ lệ xã có sân tập đạt chuẩn:      %.

5. Công an tỉnh phối hợp với lực lượng dân quân lập 06 chốt phân luồng giải chạy.

6. Sở Tư pháp giám sát việc cấp phép thi đấu tại các huyện.

7. Sở Y tế chủ trì, phối hợp với Hội Chữ thập đỏ tỉnh tập huấn sơ cứu đuối nước.

8. Sở Tài chính chủ trì lắp trạm đo gió tự động tại đường đua.

Kế hoạch này thay thế Kế hoạch số 27/KH-UBND ngày 08/01/2024 của Ủy ban nhân dân tỉnh.""",
    end=END,
)
COMMUNE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nXÃ MƯỜNG LỐNG",
        symbol="Số: 15/TB-UBND",
        place_date="Mường Lống, ngày 09 tháng 3 năm 2026",
    ),
    title="THÔNG BÁO",
    subject="Về việc thu phí vệ sinh",
    body="""1. Kinh phí: hộ dân trả phí thu gom rác 12.000 đồng/tháng; hộ neo đơn được miễn.

2. Ban Chỉ huy Quân sự xã dọn dẹp các nhà xưởng không còn sử dụng.""",
    end=END,
)
DECISION = (
    directive(
        top=head(
            issuer="ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG",
            symbol="Số: 702/QĐ-UBND",
            place_date="Hà Giang, ngày 20 tháng 5 năm 2024",
        ),
        title="QUYẾT ĐỊNH",
        subject="Ban hành Kế hoạch bảo tồn hoa tam giác mạch",
        body="Điều 1. Ban hành kèm theo Quyết định này Kế hoạch bảo tồn hoa tam giác mạch.\n\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        end=END,
    )
    + """

KẾ HOẠCH
Bảo tồn hoa tam giác mạch
(Ban hành kèm theo Quyết định số 702/QĐ-UBND ngày 20 tháng 5 năm 2024 của Ủy ban nhân dân tỉnh Hà Giang)

I. MỤC TIÊU
1. Trồng 480 ha hoa tam giác mạch vào năm 2024, 560 ha vào năm 2025.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Phát triển nông thôn chủ trì cấp hạt giống hoa cho các hộ trồng.
"""
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    texts = {"the-thao.txt": SPORT, "xa.txt": COMMUNE, "quyet-dinh.txt": DECISION}
    return built_library(tmp_path_factory.mktemp("clauses"), texts)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Năm 2026 Nghệ An mở bao nhiêu lớp bơi?", "45 lớp bơi"),
        ("Doanh thu từ vé thi đấu ở Nghệ An năm 2026 đạt bao nhiêu tỷ?", "9,4 tỷ"),
        ("Nghệ An cấp phao bơi cho bao nhiêu học sinh rồi?", "2.600 học sinh"),
        ("Nghệ An cấp bao nhiêu lít nước uống cho các giải chạy?", "40.000 lít"),
        ("Sở Y tế Nghệ An bắt tay với ai để tập huấn sơ cứu đuối nước?", "Hội Chữ thập đỏ"),
        ("Sở Y tế Nghệ An tập huấn sơ cứu đuối nước chung với hội nào?", "Hội Chữ thập đỏ"),
        ("Đơn vị nào giám sát việc cấp phép thi đấu ở Nghệ An?", "Sở Tư pháp"),
        ("Kế hoạch 61/KH-UBND của Nghệ An thay thế kế hoạch số mấy?", "27/KH-UBND"),
        ("Theo Quyết định số 702/QĐ-UBND ngày 20/5/2024, cơ quan nào chủ trì cấp hạt giống hoa?", "Sở Nông nghiệp"),
        ("Theo kế hoạch kèm Quyết định 702/QĐ-UBND ngày 20/5/2024, năm 2025 trồng bao nhiêu ha hoa?", "560 ha"),
        ("Ở xã Mường Lống, mỗi hộ dân trả bao nhiêu tiền phí thu gom rác một tháng?", "12.000 đồng"),
        ("Ở xã Mường Lống ai được miễn phí thu gom rác?", "hộ neo đơn"),
        ("Ở xã Mường Lống ai dọn dẹp các nhà xưởng bỏ trống?", "Ban Chỉ huy Quân sự xã"),
    ],
)
def test_the_clause_that_is_asked_about_answers(library: Library, question: str, held: str) -> None:
    answer = library.ask(question).answer or ""
    assert held in answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            "Doanh thu từ vé thi đấu ở Nghệ An năm 2028 phải đạt bao nhiêu tỷ?", id="the year opens the sentence"
        ),
        pytest.param("Nghệ An cấp phao bơi cho bao nhiêu công nhân?", id="the next clause counts workers"),
        pytest.param("Nghệ An cấp bao nhiêu lít xăng cho các giải chạy?", id="another liquid"),
        pytest.param("Bao nhiêu phần trăm xã ở Nghệ An có sân tập đạt chuẩn?", id="the digits are lost"),
        pytest.param("Ai làm tổ trưởng tổ phân luồng giải chạy ở Nghệ An?", id="nobody is named"),
        pytest.param("Vì sao Nghệ An tặng xe đạp cho công nhân?", id="no reason is given"),
        pytest.param(
            "Ở Hà Giang hộ dân trả bao nhiêu tiền phí thu gom rác một tháng?", id="a commune of no stated province"
        ),
        pytest.param(
            "Lắp trạm đo mưa tự động tại đường đua ở Nghệ An do sở nào chủ trì?", id="a word in the place of another"
        ),
    ],
)
def test_what_stands_beside_is_not_told(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_who_acts_is_no_partner_of_its_own(library: Library) -> None:
    answer = library.ask("Lập chốt phân luồng giải chạy ở Nghệ An, công an phải phối hợp với lực lượng nào?").answer
    assert answer is None or "dân quân" in answer
