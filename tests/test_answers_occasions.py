"""Meetings, adoption, totals of one year, rows told by a name, cells under a heading named. Built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Hồ Văn Niên")
MEETING = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH GIA LAI",
        symbol="Số: 71/TB-UBND",
        place_date="Gia Lai, ngày 21 tháng 8 năm 2025",
    ),
    title="THÔNG BÁO",
    subject="Kết luận của Phó Chủ tịch UBND tỉnh Đỗ Thị Sao tại cuộc họp về tiến độ hồ chứa nước Ia Thul",
    body="""Chiều ngày 18 tháng 8 năm 2025, tại Hội trường số 2, Phó Chủ tịch UBND tỉnh Đỗ Thị Sao đã chủ trì cuộc họp nghe báo cáo tiến độ hồ chứa nước Ia Thul. Sau khi nghe Chủ đầu tư trình bày, Phó Chủ tịch UBND tỉnh kết luận như sau:

1. Các địa phương

a) Chủ tịch UBND các xã: Ia Pa, Pờ Tó, Ia Tul vận động hộ dân giao đất trước ngày 15/10/2025.

b) Riêng UBND xã Pờ Tó chủ trì, phối hợp với Hạt Kiểm lâm khu vực V cắm mốc lòng hồ.

2. Sở Khoa học và Công nghệ

- Nghiên cứu giống cỏ giữ bờ, phối hợp với Trường Đại học Tây Nguyên; nghiệm thu trong quý I/2026.

- Đánh giá lượng bùn cát vào hồ, phối hợp là Tổ hợp tác chài lưới Ia Thul; thời gian 2025 - 2026.

3. Thanh tra tỉnh

- Kiểm tra các cơ sở cung cấp vật liệu trong bán kính 30 km.

4. Cuộc họp kiểm điểm lần sau tổ chức vào tuần đầu tháng 11/2025.""",
    end=END,
)
RESOLUTION = directive(
    top=head(
        issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH TUYÊN QUANG",
        symbol="Số: 52/NQ-HĐND",
        place_date="Tuyên Quang, ngày 16 tháng 7 năm 2024",
    ),
    title="NGHỊ QUYẾT",
    subject="Về phát triển nghề làm giấy dó và đưa sản phẩm ra thị trường nước ngoài giai đoạn 2025 - 2028",
    body="""Điều 1. Chỉ tiêu

| TT | Chỉ tiêu | Đơn vị | 2025 | 2026 | 2027 |
|---|---|---|---|---|---|
| 1 | Thị trường Hà Lan | cuộn | 120 | 150 | 190 |
| 2 | Thị trường Ai Cập | cuộn | 40 | 45 | 60 |
| 3 | Số thợ được dạy nghề | người | 30 | 35 | 36 |

Điều 2. Chính sách

| TT | Nội dung hỗ trợ | Mức hỗ trợ | Cơ quan tiếp nhận hồ sơ |
|---|---|---|---|
| 1 | Mua tàu seo mới | 60% chi phí, không quá 9 triệu đồng/chiếc | Phòng Kinh tế |
| 2 | Trồng dó giấy | 4 triệu đồng/ha, tối đa 03 năm | Hạt Kiểm lâm |

Điều 3. Kinh phí

Tổng kinh phí giai đoạn 2025 - 2028 là 22 tỷ đồng. Phân theo năm:

| Năm | 2025 | 2026 | 2027 | 2028 |
|---|---|---|---|---|
| Tổng kinh phí (tỷ đồng) | 7 | 6 | 5 | 4 |

Điều 4. Thi hành

1. Thực hiện Kế hoạch số 915/KH-UBND ngày 02/4/2024 về giữ nghề thủ công, các cơ quan triển khai Nghị quyết này như sau:

2. Tiền công người dạy nghề: 300.000 đồng/buổi. Mỗi lớp dạy nghề không quá 14 người.

3. Nghị quyết này thay thế Nghị quyết số 08/2020/NQ-HĐND ngày 10/7/2020 của HĐND tỉnh.

Nghị quyết này đã được HĐND tỉnh Tuyên Quang khóa XIX, kỳ họp thứ 8 thông qua ngày 12/7/2024./.""",
    end=END,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("occasions"), {"hop.txt": MEETING, "giay.md": RESOLUTION})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param(
            "Cuộc họp về hồ chứa nước Ia Thul diễn ra ngày nào?", "18 tháng 8 năm 2025", id="day by its matter"
        ),
        pytest.param("Cuộc họp nêu tại Thông báo 71/TB-UBND được tổ chức hôm nào?", "18 tháng 8", id="day by number"),
        pytest.param("Ai chủ trì cuộc họp về hồ chứa nước Ia Thul?", "Đỗ Thị Sao", id="chair"),
        pytest.param("Cuộc họp về hồ chứa nước Ia Thul được tổ chức ở đâu?", "Hội trường số 2", id="place"),
        pytest.param("Nghị quyết 52/NQ-HĐND được thông qua ngày nào?", "12/7/2024", id="adoption"),
        pytest.param("Nghị quyết 52/NQ-HĐND ban hành ngày nào?", "16 tháng 7 năm 2024", id="issue is another day"),
        pytest.param(
            "Nghị quyết về nghề giấy dó của Tuyên Quang thay thế nghị quyết số mấy?", "08/2020/NQ-HĐND", id="old"
        ),
        pytest.param(
            "Tổng kinh phí năm 2027 theo Nghị quyết 52/NQ-HĐND là bao nhiêu?", ": 5 (", id="total of one year"
        ),
        pytest.param("Tổng kinh phí của Nghị quyết 52/NQ-HĐND là bao nhiêu?", "22 tỷ đồng", id="total of all years"),
        pytest.param("Năm 2026 Tuyên Quang đưa bao nhiêu cuộn giấy dó sang Hà Lan?", "150", id="row told by its name"),
        pytest.param(
            "Mức hỗ trợ mua tàu seo mới là bao nhiêu?", "60% chi phí, không quá 9 triệu", id="cell of a heading"
        ),
        pytest.param("Người dạy nghề giấy dó được trả công bao nhiêu một buổi?", "300.000 đồng", id="pay is money"),
        pytest.param("Ai cắm mốc lòng hồ Ia Thul?", "UBND xã Pờ Tó", id="what is one's alone"),
        pytest.param("Nghiên cứu giống cỏ giữ bờ phối hợp với trường nào?", "Trường Đại học Tây Nguyên", id="behind"),
        pytest.param(
            "Ai phối hợp đánh giá lượng bùn cát vào hồ?", "Tổ hợp tác chài lưới Ia Thul", id="partner that is"
        ),
        pytest.param(
            "Cơ quan nào kiểm tra các cơ sở cung cấp vật liệu?", "Thanh tra tỉnh", id="check of places of work"
        ),
    ],
)
def test_what_a_document_says_is_told(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Cuộc họp về cầu treo Ia Thul diễn ra ngày nào?", id="another meeting"),
        pytest.param("Ai chủ trì cuộc họp về phòng cháy rừng ở Gia Lai?", id="a meeting nobody tells of"),
        pytest.param("Nghị quyết 08/2020/NQ-HĐND hỗ trợ trồng dó bao nhiêu?", id="a document that is only cited"),
        pytest.param("Đơn vị thi công hồ chứa nước Ia Thul là công ty nào?", id="no company is named"),
        pytest.param(
            "tuyen quang nam 2024 thuc hien bao nhieu ke hoach giu nghe", id="numbers of documents count nothing"
        ),
        pytest.param("huyện chư sê vận động hộ dân giao đất hồ ia thul trước ngày nào", id="a district not named"),
        pytest.param("Mức hỗ trợ mua khuôn chữ mới là bao nhiêu?", id="another thing under the heading"),
        pytest.param("Năm 2026 Tuyên Quang đưa bao nhiêu cuộn giấy dó sang Na Uy?", id="another name"),
        pytest.param("Tổng kinh phí năm 2030 theo Nghị quyết 52/NQ-HĐND là bao nhiêu?", id="a year without a total"),
    ],
)
def test_what_no_document_says_is_not_told(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_the_day_of_a_later_meeting_is_not_that_of_the_one_told_of(library: Library) -> None:
    answer = library.ask("Cuộc họp kiểm điểm lần sau về hồ chứa nước Ia Thul tổ chức khi nào?").answer
    assert answer is None or "18 tháng 8" not in answer
