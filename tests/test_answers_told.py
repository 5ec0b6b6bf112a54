"""What a sentence must tell itself: a place of its own name, a commune that is named, a time of the thing asked about; and
questions that say where a body is, in which year a document was issued, or over which document somebody watches."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library

TOWNS = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN",
        symbol="Số: 87/CTr-UBND",
        place_date="Ninh Thuận, ngày 09 tháng 4 năm 2024",
    ),
    title="CHƯƠNG TRÌNH",
    subject="Phát triển muối và du lịch ven biển",
    body="""Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 41/TTr-SCT ngày 02 tháng 4 năm 2024.

1. Nâng cấp thị xã Cà Ná gắn với cảng nước sâu. Kết nối thị xã Vĩnh Hy với vùng nuôi tôm giống, đến năm 2029 trở thành thành phố du lịch.

2. Trung tâm Khuyến nông phối hợp chặt chẽ với UBND các xã, phường có đồng muối di dời, bố trí khu tái định cư cho diêm dân.

3. Sở Khoa học và Công nghệ chủ trì biên soạn sổ tay trải bạt ô kết tinh cho diêm dân. Sổ tay phải được in xong trước ngày 15/8/2024.

4. Đô thị Phước Dinh gồm các xã Phước Dinh, Phước Minh và phấn đấu đạt loại IV. Nước ngọt nối ống từ hồ Sông Biêu của xã Phước Hà.

5. Trung tâm Kiểm soát bệnh tật tỉnh phun khử khuẩn kho muối cũ.

6. Bệnh viện Bệnh Nhiệt đới Trung ương chủ trì khám bệnh da cho diêm dân; Viện Pasteur Thành phố Hồ Chí Minh phối hợp lấy mẫu.

7. Văn phòng Điều phối tỉnh theo dõi, đôn đốc các địa phương thực hiện Chương trình này, hằng tháng báo cáo Phó Chủ tịch Ủy ban nhân dân tỉnh.

8. Năng suất muối trải bạt phấn đấu đạt 120 tấn/ha vào năm 2026.

9. Bộ Chỉ huy Quân sự tỉnh tuần tra kho muối vào thứ Tư hằng tuần.

10. Chỉ tiêu tỷ lệ lao động qua đào tạo nghề muối của các xã như sau:

Địa bàn\tCuối năm 2025\tCuối năm 2027
Xã Phương Hải\t32,5%\t47,5%
Xã Tri Hải\t28,5%\t
Xã Nhơn Hải\t41,5%\t63,5%""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Chamaléa Thị Hoa"),
)
OTHER = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 19/KH-UBND",
        place_date="Đồng Tháp, ngày 11 tháng 02 năm 2026",
    ),
    subject="Bảo tồn sếu đầu đỏ",
    body="""1. Vườn quốc gia Tràm Chim chủ trì nuôi sếu non.

2. Sở Xây dựng chủ trì làm đài quan sát sếu.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Lê Quốc Phong"),
)
WOVEN = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        symbol="Số: 305/QĐ-UBND",
        place_date="Quảng Ngãi, ngày 02 tháng 3 năm 2026",
    ),
    title="QUYẾT ĐỊNH",
    subject="Giao nhiệm vụ giữ làng nghề đường phèn",
    body="""1. Nghề làm đường phèn được đưa sang Quảng Nam từ năm 1990.

2. Bảng giao nhiệm vụ:

TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn
1 Lập hồ sơ chỉ dẫn địa lý Sở Khoa học và Công an tỉnh; Trước ngày
cho đường phèn, đường Công nghệ UBND các xã, 30/9/2026
phổi phường
2 Kiểm tra khói lò nấu tại Công an tỉnh Sở Công Thương; Quý IV/2026
các làng nghề ven sông Sở Xây dựng
3 Quay phim cách nấu đường Bảo tàng và Hội Văn học và Báo và Đài Tháng
cổ truyền Nghệ thuật Phát thanh 8/2026""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nguyễn Hoàng Giang"),
)
LIGHTS = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN",
        symbol="Số: 77/KH-UBND",
        place_date="Thái Nguyên, ngày 06 tháng 4 năm 2026",
    ),
    title="KẾ HOẠCH",
    subject="Phát triển chiếu sáng đô thị",
    body="""I. MỤC TIÊU ĐẾN NĂM 2027, TẦM NHÌN ĐẾN NĂM 2040

1. Mục tiêu đến năm 2027

a) Số lượng đô thị toàn tỉnh năm 2027 khoảng 19 đô thị, gồm 02 đô thị loại I, 03 đô thị loại III, 14 đô thị loại V. \
Đến năm 2027, 100% các đô thị có đèn tiết kiệm điện.

b) Xây dựng cổng chào bằng đèn tại Định Hóa, Võ Nhai.

2. Tầm nhìn đến năm 2040

Xây dựng cổng chào bằng đèn tại Phổ Yên, Sông Công.

II. TỔ CHỨC THỰC HIỆN

Điều 1. Bồi dưỡng thợ điện

1. Trường Cao đẳng Thái Nguyên bồi dưỡng 140 nhân lực vận hành tủ điều khiển đèn đường.

2. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Sở Công Thương hỗ trợ sửa đèn trước 260 nhà ở của hộ nghèo.

Điều 2. Chế độ giao ban

1. Công ty Môi trường đô thị thay bóng đèn hỏng ở quảng trường; hoàn thành trước ngày 15/8/2026.

2. Các phường họp mỗi tháng một lần.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Phạm Hoàng Sơn"),
)
PIGS = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG",
        symbol="Số: 91/KH-UBND",
        place_date="Cao Bằng, ngày 12 tháng 5 năm 2026",
    ),
    title="KẾ HOẠCH",
    subject="Bảo tồn giống lợn đen và làng nghề rèn",
    body="""I. CHỈ TIÊU

1. Chỉ tiêu tỷ lệ hộ nuôi lợn đen cuối năm của các xã như sau:

Địa bàn\tNăm 2026\tNăm 2027\tNăm 2028
Xã Phúc Sen\t11,5%\t17,2%\t24,9%
Xã Quốc Dân\t8,1%\t\t19,4%

2. Ngân sách tỉnh trợ giá thêm 15% tiền giống cho hộ nghèo, 10% cho hộ cận nghèo.

3. Năm 2026 bố trí 6,4 tỷ đồng mua xe chở cám lưu động cho các xã.

4. Mở 12 điểm bán dao rèn ở nơi cách Trung tâm Văn hóa tỉnh trên 20 km.

5. Bảo tồn lò rèn cổ của xã Phúc Sen, xã Quốc Dân; xã Phúc Sen đạt làng nghề loại II.

II. PHÂN CÔNG

TT\tNội dung công việc\tLãnh đạo chỉ đạo\tCơ quan thực hiện\t\tThời hạn\tSản phẩm
\t\t\tChủ trì\tPhối hợp
1\tVẽ bản đồ lò rèn\tPCT Nông Thị Hà\tSở Nội vụ\tHội Nông dân tỉnh\t30/9/2026\tBản đồ
2\tĐo tiếng ồn lò rèn\tPCT Lê Hải Hòa\tBảo tàng tỉnh\t\t\tBáo cáo
3\tIn sổ phối giống lợn đen\tPCT Lê Hải Hòa\tThư viện tỉnh\tSở Tài chính\t15/10/2026\tSổ

III. TỔ CHỨC

1. Trưởng các bản, khối ghi sổ đàn lợn đen, báo dịch trong ngày.

2. Công an tỉnh phối hợp với Hải quan khu vực XVI giữ lợn đen chở lậu; hoàn thành trước ngày 20/12/2026.

3. Chi cục Thú y đôn đốc việc tiêm phòng lợn đen, ngựa khi đưa ra chợ phiên.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Lê Hải Hòa"),
)
DIRECTIVES = {"lon-den.txt": PIGS, "muoi.txt": TOWNS, "seu.txt": OTHER, "duong-phen.txt": WOVEN, "den.txt": LIGHTS}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("told"), DIRECTIVES)


ANSWERS = {
    # Another town of the same sentence is none; what says nothing of the other one is told.
    "Thị xã Vĩnh Hy lên thành phố vào năm nào?": "đến năm 2029",
    "Thị xã Cà Ná lên thành phố vào năm nào?": None,
    # "Ở xã nào" wants a name.
    "Khu tái định cư của diêm dân đặt ở xã nào?": None,
    "Nước ngọt nối ống từ hồ của xã nào?": "xã Phước Hà",
    "Đô thị Phước Dinh gồm những xã nào và phấn đấu đạt loại mấy?": "các xã Phước Dinh, Phước Minh",
    # A sentence further on calls the thing by its first words.
    "Sổ tay trải bạt ô kết tinh phải in xong trước ngày nào?": "trước ngày 15/8/2024",
    # Where the body is, or what it is of, stands before what it does.
    "Đơn vị nào ở Ninh Thuận phun khử khuẩn kho muối?": "Trung tâm Kiểm soát bệnh tật tỉnh",
    "Chương trình này ban hành theo đề nghị của ai?": "Giám đốc Sở Công Thương",
    # Names are told whole.
    "Bệnh viện nào chủ trì khám bệnh da cho diêm dân?": "Bệnh viện Bệnh Nhiệt đới Trung ương",
    "Viện nào phối hợp lấy mẫu khi khám bệnh da cho diêm dân?": "Viện Pasteur Thành phố Hồ Chí Minh",
    "TTKSBT tỉnh Ninh Thuận phun khử khuẩn ở đâu?": "kho muối",
    # The year right behind the number is that of the document.
    "Theo Chương trình 87/CTr-UBND năm 2024, năng suất muối trải bạt phấn đấu bao nhiêu?": "120 tấn/ha",
    # What leads to a table says what its rows measure; an empty cell says nothing.
    "Chỉ tiêu lao động qua đào tạo của xã Phương Hải cuối năm 2025?": "32,5%",
    "Tỷ lệ lao động qua đào tạo nghề muối của xã Tri Hải cuối năm 2027 là bao nhiêu?": None,
    "Bộ CHQS tỉnh Ninh Thuận tuần tra kho muối vào thứ mấy?": "thứ Tư hằng tuần",
    "Trung tâm Kiểm soát bệnh tật phun khử khuẩn kho muối vào thứ mấy?": None,
    # Cells whose lines are printed among one another: a row that may be cut in several ways is not told.
    "Ai chủ trì lập hồ sơ chỉ dẫn địa lý cho đường phèn?": "Sở Khoa học và Công nghệ",
    "Kiểm tra khói lò nấu tại các làng nghề ven sông xong khi nào?": "Quý IV/2026",
    "Ai chủ trì quay phim cách nấu đường cổ truyền?": None,
    "Nghề làm đường phèn được đưa sang tỉnh nào?": "Quảng Nam",
    "Các sở nào PH kiểm tra khói lò nấu tại làng nghề?": "Sở Công Thương; Sở Xây dựng",
    # A total among its classes; a share is none of those counted one by one.
    "Năm 2027 Thái Nguyên dự kiến có tất cả mấy đô thị?": "19 đô thị",
    "Đến năm 2027 Thái Nguyên có mấy đô thị loại III?": "03 đô thị loại III",
    # Of the years that a heading lists, the part below it is for one.
    "Tầm nhìn 2040 Thái Nguyên dựng cổng chào bằng đèn ở những nơi nào?": "Phổ Yên, Sông Công",
    "Cần bồi dưỡng bao nhiêu người vận hành tủ điều khiển đèn đường?": "140 nhân lực",
    "Sửa đèn trước bao nhiêu căn nhà của hộ nghèo?": "260 nhà",
    "2 sở nào phối hợp hỗ trợ sửa đèn trước nhà hộ nghèo?": "Sở Tài chính, Sở Công Thương",
    "Công ty môi trường đô thị phải thay bóng đèn hỏng ở quảng trường trước ngày bao nhiêu?": "trước ngày 15/8/2026",
    # Places under bare years: what is measured stands in the sentence above.
    "Năm 2028 xã Phúc Sen phải có bao nhiêu phần trăm hộ nuôi lợn đen?": "24,9%",
    "Năm 2027 xã Quốc Dân phải có bao nhiêu phần trăm hộ nuôi lợn đen?": None,
    # Of two groups in one sentence the figure of one; money counts no cars; a body by the way does nothing.
    "Hộ cận nghèo ở Cao Bằng được trợ giá thêm bao nhiêu phần trăm tiền giống?": None,
    "Năm 2026 Cao Bằng mua tất cả mấy chiếc xe chở cám lưu động?": None,
    "Ai đứng ra lo mở 12 điểm bán dao rèn ở Cao Bằng?": None,
    "Làng nghề của xã Phúc Sen đạt loại mấy?": "loại II",
    "Làng nghề của xã Quốc Dân đạt loại mấy?": None,
    "Cao Bằng bố trí mấy tỷ mua xe chở cám lưu động năm 2026?": "6,4 tỷ đồng",
    # A second line of headings that lost its last empty cells.
    "Thư viện nào chủ trì in sổ phối giống lợn đen?": "Thư viện tỉnh",
    "Vẽ bản đồ lò rèn, cơ quan nào có tên ở cột PH?": "Hội Nông dân tỉnh",
    "Cơ quan nào phối hợp với Bảo tàng tỉnh đo tiếng ồn lò rèn?": None,
    "Trưởng bản ở Cao Bằng phải làm gì với đàn lợn đen?": "ghi sổ đàn lợn đen",
    "Bên nào bắt tay với hải quan để giữ lợn đen chở lậu?": "Công an tỉnh",
    "Cơ quan nào đôn đốc việc tiêm phòng lợn đen, ngựa trước khi đưa ra chợ phiên?": "Chi cục Thú y",
    "Anh nào ký kế hoạch bảo tồn giống lợn đen?": "Lê Hải Hòa",
    # Where something stands: the heading that says it; and nowhere where little of it is said.
    "Chế độ giao ban về đèn nằm ở điều mấy của kế hoạch 77?": "Điều 2",
    "Quy định xử phạt chậm họp giao ban nằm ở mục nào trong kế hoạch 77?": None,
    "Ai theo dõi, đôn đốc thực hiện chương trình phát triển muối ở Ninh Thuận?": "Văn phòng Điều phối tỉnh",
}


test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(ANSWERS)
