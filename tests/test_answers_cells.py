"""Values of rows and clauses asked for in ordinary words, and what is near them. Built directives of other provinces."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library

END = closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nông Văn Thịnh")
GUIDE = directive(
    top=head(
        issuer="UBND TỈNH QUẢNG NGÃI\nSỞ Y TẾ",
        symbol="Số: 77/HD-SYT",
        place_date="Quảng Ngãi, ngày 04 tháng 9 năm 2025",
    ),
    title="HƯỚNG DẪN",
    subject="Lập danh sách và hỗ trợ mức đóng bảo hiểm y tế năm 2026",
    body="""I. MỨC HỖ TRỢ VÀ THỜI HẠN

| TT | Đối tượng | Mức hỗ trợ từ ngân sách tỉnh | Nơi lập danh sách | Thời hạn gửi danh sách |
|---|---|---|---|---|
| A | NHÓM ĐÓNG TOÀN BỘ | | | |
| 1 | Người dân đảo Lý Sơn | 100% | UBND đặc khu | 18/11/2025 |
| B | NHÓM HỖ TRỢ MỘT PHẦN | | | |
| 2 | Nghệ nhân ưu tú | 80% | Phòng Văn hóa - Xã hội | 24/11/2025 |
| 3 | Tiểu thương chợ xã | 45% | Ban Quản lý chợ | 02/12/2025 |

II. THỰC HIỆN

1. Khi phát hiện thẻ cấp trùng, cơ sở khám bệnh phải báo Bảo hiểm xã hội tỉnh trong vòng 48 giờ.

2. Trạm Y tế xã chủ trì tiếp nhận, bảo quản và phân phối màn chống muỗi cho các thôn.

3. Sở Tài chính thẩm tra dự toán, giám sát việc sử dụng kinh phí mua thẻ cho tiểu thương.

4. Thanh tra tỉnh tham mưu kiểm tra, giám sát việc thu tiền đóng thẻ tại các chợ.

5. Mức hỗ trợ tiền điện bơm nước cho trạm y tế: 410.000 đồng/tháng đối với trạm một tầng; 620.000 đồng/tháng đối với trạm hai tầng.

6. Sở Y tế sơ kết Hướng dẫn vào quý II/2027. Tỉnh có 03 y sĩ bị nước ngoài giữ lại khi đi biển, đã được đưa về.""",
    end=END,
)
SCHEME = directive(
    top=head(issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", symbol="Số: 52/KH-UBND", place_date="Bắc Kạn, ngày 20 tháng 02 năm 2026"),
    title="KẾ HOẠCH",
    subject="Hỗ trợ sữa học đường giai đoạn 2026 - 2029",
    body="""I. KINH PHÍ

Kinh phí phân theo hạng mục như sau (đơn vị: triệu đồng):

<table>
<tr><th>Nhóm</th><th>Hạng mục</th><th>Năm 2026</th><th>Năm 2027</th><th>Năm 2028 - 2029</th><th>Cộng</th></tr>
<tr><td rowspan="2">Chăn nuôi</td><td>Mua bò sữa cho hợp tác xã</td><td>400</td><td>1.300</td><td>900</td><td>2.600</td></tr>
<tr><td>Trồng cỏ ở Ba Bể</td><td>150</td><td>250</td><td>0</td><td>400</td></tr>
<tr><td rowspan="2">Trường học</td><td>Tủ bảo ôn sữa</td><td>600</td><td>700</td><td>1.100</td><td>2.400</td></tr>
<tr><td>Tập huấn giáo viên</td><td>90</td><td>80</td><td>70</td><td>240</td></tr>
</table>

II. NHIỆM VỤ

1. Nguồn sữa: khảo sát 14 trang trại, ký hợp đồng cung ứng trước ngày 15/8/2026. Giao Liên minh Hợp tác xã tỉnh chủ trì, phối hợp với Chi cục Chăn nuôi và Thú y.

2. Mức hỗ trợ hiện hành cho trẻ mầm non là 3.500 đồng/trẻ/ngày. Học sinh từ hộ khá trở lên tự đóng.

3. Số lao động được giải quyết việc làm ở trang trại đến năm 2027 đạt 140 lao động, đến năm 2029 đạt 310 lao động.

4. Công ty Điện lực Bắc Kạn khắc phục sự cố rò tại thân tủ bảo ôn trước ngày 11/9/2026.""",
    end=END,
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("cells"), {"the.md": GUIDE, "sua.md": SCHEME})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        pytest.param("Danh sách tiểu thương chợ xã ở Quảng Ngãi gửi chậm nhất ngày nào?", "02/12/2025", id="a cell of times"),
        pytest.param("Nghệ nhân ưu tú được tỉnh hỗ trợ bao nhiêu phần trăm mức đóng?", "80", id="the one share of a row"),
        pytest.param("Ai chủ trì nhận, bảo quản và cấp phát màn chống muỗi cho các thôn?", "Trạm Y tế xã", id="other words"),
        pytest.param("Ai giám sát tiền mua thẻ cho tiểu thương ở Quảng Ngãi?", "Sở Tài chính", id="the second deed"),
        pytest.param("Cơ quan nào kiểm tra, giám sát việc thu tiền đóng thẻ ở chợ?", "Thanh tra tỉnh", id="on behalf"),
        pytest.param("Thẻ cấp trùng thì báo cho ai, trong bao lâu?", "Bảo hiểm xã hội tỉnh trong vòng 48 giờ", id="two things"),
        pytest.param("Hướng dẫn 77 của Sở Y tế Quảng Ngãi sơ kết vào thời gian nào?", "quý II/2027", id="no day of issue"),
        pytest.param("Mua bò sữa cho hợp tác xã ở Bắc Kạn năm 2027 bao nhiêu tiền?", "1.300", id="below a merged title"),
        pytest.param("Tủ bảo ôn sữa tổng cộng hết bao nhiêu tiền?", "2.400", id="the sum of a row"),
        pytest.param("Khảo sát trang trại tìm nguồn sữa giao cho ai chủ trì?", "Liên minh Hợp tác xã tỉnh", id="given behind"),
        pytest.param("So y te Quang Ngai so ket Huong dan 77 khi nao?", "quý II/2027", id="a department without marks"),
        pytest.param("Tiền điện bơm nước cho trạm y tế hai tầng được hỗ trợ bao nhiêu?", "620.000", id="in that number"),
        pytest.param("Số lao động được giải quyết việc làm ở trang trại năm 2029 là bao nhiêu?", "310", id="no money"),
        pytest.param("ky hop dong cung ung sua truoc ngay nao", "15/8/2026", id="its time"),
        pytest.param("khac phuc ro than tu bao on sua truoc ngay nao", "11/9/2026", id="one word between strange ones"),
    ],
)  # fmt: skip
def test_the_value_is_told(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


def test_a_cell_stays_a_cell_however_much_is_asked(library: Library) -> None:
    told = library.ask("Tủ bảo ôn sữa năm 2027 ở trường nào, hết bao nhiêu tiền?").answer or ""
    assert "Tập huấn" not in told
    assert told.count(";") == 0


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Ba y sĩ Quảng Ngãi bị nước nào giữ lại?", id="no country is named"),
        pytest.param("Bắc Kạn năm 2025 có bao nhiêu trẻ mầm non được hỗ trợ sữa?", id="money counts no children"),
        pytest.param("Người phát hiện thẻ cấp trùng được thưởng bao nhiêu?", id="no reward"),
        pytest.param("Giá bán sữa cho trường học tăng tối đa bao nhiêu phần trăm?", id="no price"),
        pytest.param("Danh sách tiểu thương chợ huyện Ba Tơ gửi chậm nhất ngày nào?", id="other traders"),
        pytest.param("Thợ mộc được tỉnh Quảng Ngãi hỗ trợ bao nhiêu phần trăm mức đóng?", id="no such row"),
    ],
)
def test_what_is_not_said_is_refused(library: Library, question: str) -> None:
    assert library.ask(question).answer is None
