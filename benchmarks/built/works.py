# ruff: noqa: E501 - one family a line
"""What directives set: tasks in families of near duplicates, indicators, and subjects."""

# verb | things | tail of the printed task. Things of one verb differ by a word or two, so that a wrong row tempts.
_FAMILIES = """
Nạo vét|kênh thủy lợi nội đồng;kênh thủy lợi liên xã;luồng lạch cửa biển;hồ chứa nước sinh hoạt|bảo đảm dòng chảy thông suốt
Rà soát, cập nhật|danh sách hộ nghèo;danh sách hộ cận nghèo;danh sách người có công;danh sách hộ mất đất sản xuất|theo đúng quy định
Số hóa|hồ sơ đất đai;hồ sơ hộ tịch;hồ sơ người có công;hồ sơ cán bộ, công chức|và cập nhật vào cơ sở dữ liệu dùng chung
Lắp đặt|trạm đo độ mặn tự động;trạm đo mưa tự động;camera giám sát giao thông;biển cảnh báo sạt lở|tại các vị trí xung yếu
Tổ chức tập huấn|kỹ năng số cho nông dân;kỹ năng số cho phụ nữ;kỹ năng cứu nạn cho thanh niên;kỹ năng sơ cấp cứu cho giáo viên|bằng hình thức phù hợp
Xây dựng đề án|sắp xếp trường học vùng cao;sắp xếp chợ nông thôn;sắp xếp trạm y tế;phát triển du lịch cộng đồng|trình cấp có thẩm quyền phê duyệt
Sửa chữa|cầu treo dân sinh;cầu tràn liên thôn;đường vào khu sản xuất;nhà văn hóa thôn|bảo đảm an toàn trước mùa mưa lũ
Kiểm tra|an toàn hồ đập thủy lợi;an toàn thực phẩm bếp ăn tập thể;an toàn lao động tại mỏ đá;an toàn điện mùa mưa|và xử lý nghiêm vi phạm
Lập quy hoạch chi tiết|khu dân cư ven sông;khu tái định cư;cụm công nghiệp phía nam;khu du lịch sinh thái|theo quy hoạch chung đã được duyệt
Thẩm định|giá đất cụ thể các dự án;hồ sơ hỗ trợ lãi suất;phương án bồi thường, tái định cư;dự toán sửa chữa trụ sở|đúng trình tự, thủ tục
Tiêm phòng|dịch tả lợn châu Phi;viêm da nổi cục trâu bò;cúm gia cầm;bệnh dại chó mèo|đạt tỷ lệ theo kế hoạch
Tuyên truyền|phòng, chống mua bán người;phòng, chống tảo hôn;phòng, chống đuối nước trẻ em;phòng, chống tác hại thuốc lá|đến từng hộ gia đình
Vận động nhân dân|hiến đất mở đường;di dời chuồng trại;tham gia bảo hiểm y tế;phân loại rác tại nguồn|trên tinh thần tự nguyện
Cấp giấy chứng nhận|quyền sử dụng đất lần đầu;cơ sở đủ điều kiện an toàn thực phẩm;trang trại chăn nuôi;sản phẩm OCOP|cho các trường hợp đủ điều kiện
Trồng bổ sung|rừng ngập mặn ven biển;rừng phòng hộ đầu nguồn;cây xanh đường phố;cây dược liệu dưới tán rừng|bằng nguồn vốn lồng ghép
Xử lý dứt điểm|nợ đọng xây dựng cơ bản;lấn chiếm hành lang đường bộ;lấn chiếm đất rừng;cơ sở gây ô nhiễm làng nghề|không để phát sinh mới
Mua sắm|thiết bị dạy học tối thiểu;thiết bị chẩn đoán hình ảnh;phương tiện chữa cháy rừng;máy bơm chống úng|theo quy định về đấu thầu
Thành lập|tổ liên gia an toàn phòng cháy;đội xung kích phòng, chống thiên tai;tổ công nghệ số thôn bản;câu lạc bộ khuyến học|tại các địa bàn trọng điểm
Đào tạo nghề|cho lao động nông thôn;cho lao động bị thu hồi đất;cho người khuyết tật;cho bộ đội xuất ngũ|gắn với giải quyết việc làm
Bàn giao mặt bằng|tuyến đường tránh trung tâm;tuyến cao tốc đoạn qua địa bàn;trạm biến áp 110 kV;bãi đỗ xe tĩnh|cho nhà thầu thi công
Hỗ trợ|xóa nhà tạm hộ nghèo;chuyển đổi cây trồng vụ đông;doanh nghiệp đổi mới công nghệ;hợp tác xã xây dựng thương hiệu|đúng đối tượng
Theo dõi, thống kê|số lượt khách du lịch;sản lượng nuôi trồng thủy sản;diện tích cây ăn quả;lượng chất thải y tế|phục vụ chỉ đạo, điều hành
Ban hành quy chế|quản lý nghĩa trang nhân dân;quản lý chợ đầu mối;quản lý dữ liệu dùng chung;quản lý vỉa hè, lòng đường|và công khai để nhân dân biết
Khảo sát|nhu cầu nhà ở công nhân;nhu cầu sử dụng điện mặt trời mái nhà;nhu cầu học nghề của thanh niên;nguồn nước ngầm|làm cơ sở lập dự án
Chỉnh lý|tài liệu lưu trữ tồn đọng;bản đồ địa chính;hồ sơ địa giới hành chính;bảng giá đất|phù hợp với đơn vị hành chính mới
Khoanh vùng bảo vệ|di tích khảo cổ hang động;di tích lịch sử cách mạng;khu bảo tồn loài và sinh cảnh;bãi giống thủy sản|theo Luật hiện hành
Tổ chức hội thi|bí thư chi bộ giỏi;tuyên truyền viên trẻ;nhà nông đua tài;sáng tạo kỹ thuật thanh thiếu niên|thiết thực, tiết kiệm
Giám sát|việc thu quỹ tại trường học;việc chi trả dịch vụ môi trường rừng;việc sử dụng vốn chính sách;việc tiếp công dân|và báo cáo kết quả
Điều tra|hiện trạng rừng khộp;hiện trạng sạt lở bờ sông;thực trạng lao động trẻ em;mức sống dân cư|theo phương án được duyệt
Xây dựng phần mềm|quản lý tàu cá;quản lý hộ kinh doanh;đặt lịch khám bệnh;tra cứu quy hoạch|kết nối với trục liên thông
Tổ chức đối thoại|với doanh nghiệp;với thanh niên khởi nghiệp;với hộ dân bị ảnh hưởng dự án;với hội viên nông dân|theo từng chuyên đề
Nâng cấp|lưới điện hạ áp nông thôn;hệ thống truyền thanh thông minh;đường tuần tra biên giới;bến thủy nội địa|bảo đảm kết nối đồng bộ
Sưu tầm, bảo tồn|dân ca của đồng bào thiểu số;nghề dệt thổ cẩm;nghề đóng thuyền truyền thống;sách cổ Hán Nôm|gắn với phát triển du lịch
Kết nối tiêu thụ|vải thiều;tôm nước lợ;cà phê đặc sản;quả có múi|trên sàn thương mại điện tử
Bồi dưỡng|lý luận chính trị cho đảng viên mới;nghiệp vụ cho cấp ủy viên;nghiệp vụ kiểm tra Đảng;nghiệp vụ hòa giải viên|theo chương trình khung
Phát triển đảng viên|trong doanh nghiệp tư nhân;là chủ trang trại;trong trường phổ thông;ở thôn bản chưa có chi bộ|bảo đảm tiêu chuẩn
Phòng trừ|sâu keo mùa thu;rầy nâu hại lúa;châu chấu tre;ruồi vàng hại quả|không để lây lan diện rộng
Diễn tập|chữa cháy rừng;ứng phó bão mạnh;khu vực phòng thủ;ứng cứu sự cố tràn dầu|bảo đảm tuyệt đối an toàn
Cắm mốc|hành lang bảo vệ nguồn nước;ranh giới rừng đặc dụng;chỉ giới đường đỏ;vành đai biên giới|ngoài thực địa
Quyết toán|dự án hoàn thành tồn đọng;kinh phí bầu cử;vốn chương trình mục tiêu quốc gia;nguồn hỗ trợ thiên tai|đúng niên độ
Thu gom, xử lý|rác thải nhựa ven biển;bao bì thuốc bảo vệ thực vật;chất thải xây dựng;nước thải chăn nuôi|theo mô hình phù hợp
Cấp phát|gạo cứu đói giáp hạt;thẻ bảo hiểm y tế người nghèo;giống ngô lai;thuốc khử khuẩn nguồn nước|đến tận tay người dân
"""
FAMILIES = tuple(
    (verb, tuple(things.split(";")), tail)
    for verb, things, tail in (line.split("|") for line in _FAMILIES.strip().splitlines())
)

# indicator | unit | low | high | form of the number: whole, comma (one decimal) or point (thousands).
_INDICATORS = """
Tỷ lệ che phủ rừng|%|30|60|comma
Tỷ lệ hộ dân dùng nước sạch|%|60|98|comma
Tỷ lệ hộ dân dùng nước hợp vệ sinh|%|60|99|comma
Tỷ lệ lao động qua đào tạo|%|40|80|whole
Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ|%|20|45|comma
Tỷ lệ đô thị hóa|%|20|60|comma
Tỷ lệ hộ nghèo đa chiều|%|2|15|comma
Tỷ lệ trường đạt chuẩn quốc gia|%|50|90|comma
Tỷ lệ trường mầm non đạt chuẩn quốc gia|%|50|90|comma
Tỷ lệ trạm y tế có bác sĩ|%|70|99|whole
Tỷ lệ dân số tham gia bảo hiểm y tế|%|85|98|comma
Tỷ lệ lực lượng lao động tham gia bảo hiểm xã hội|%|20|55|comma
Tỷ lệ thủ tục hành chính trực tuyến toàn trình|%|50|95|whole
Tỷ lệ hồ sơ giải quyết đúng hạn|%|90|99|comma
Tỷ lệ hộ gia đình có cáp quang|%|50|95|whole
Tỷ lệ chất thải rắn sinh hoạt được thu gom|%|70|98|comma
Tỷ lệ chất thải nguy hại được xử lý|%|70|98|comma
Tỷ lệ nước thải đô thị được xử lý|%|20|60|whole
Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi|%|10|25|comma
Tỷ lệ đường thôn bản được cứng hóa|%|50|90|comma
Tỷ lệ hợp tác xã hoạt động hiệu quả|%|40|80|whole
Tỷ lệ người dân có hồ sơ sức khỏe điện tử|%|60|95|whole
Tỷ lệ đảng viên được học tập nghị quyết|%|90|99|comma
Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên|%|80|97|comma
Tỷ trọng kinh tế số trong GRDP|%|8|30|comma
Tốc độ tăng trưởng GRDP|%|6|13|comma
Tốc độ tăng năng suất lao động|%|5|9|comma
Chỉ số sản xuất công nghiệp tăng|%|6|15|comma
Kim ngạch xuất khẩu|triệu USD|150|950|whole
Tổng vốn đầu tư toàn xã hội|tỷ đồng|12000|95000|point
Thu ngân sách nhà nước trên địa bàn|tỷ đồng|2000|35000|point
Doanh thu du lịch|tỷ đồng|1100|9800|point
Số lượt khách du lịch|lượt|110000|990000|point
Thu nhập bình quân đầu người|triệu đồng|38|120|whole
Diện tích rừng trồng mới|ha|120|9800|point
Diện tích cây dược liệu|ha|110|2900|point
Diện tích lúa chất lượng cao|ha|1200|29000|point
Diện tích nuôi tôm công nghệ cao|ha|110|4900|point
Sản lượng thủy sản|tấn|5100|95000|point
Sản lượng lương thực có hạt|tấn|51000|990000|point
Số xã đạt chuẩn nông thôn mới|xã|21|88|whole
Số xã đạt chuẩn nông thôn mới nâng cao|xã|11|45|whole
Số sản phẩm OCOP từ 3 sao trở lên|sản phẩm|41|320|whole
Số doanh nghiệp thành lập mới|doanh nghiệp|150|950|whole
Số hợp tác xã thành lập mới|hợp tác xã|15|90|whole
Số căn nhà ở xã hội hoàn thành|căn|210|9500|point
Số nhà tạm được xóa|nhà|210|7900|point
Số lao động được giải quyết việc làm|lao động|3100|29000|point
Số lao động đi làm việc ở nước ngoài|lao động|210|1900|point
Số giường bệnh trên một vạn dân|giường|25|42|comma
Số bác sĩ trên một vạn dân|bác sĩ|8|16|comma
Diện tích sàn nhà ở bình quân|m²/người|22|38|comma
Diện tích cây xanh đô thị bình quân|m²/người|4|12|comma
Số vụ tai nạn giao thông giảm|%|5|12|whole
Số km đường giao thông nông thôn được bê tông hóa|km|25|480|whole
Số đảng viên mới được kết nạp|đảng viên|110|2400|point
Số phòng học được kiên cố hóa|phòng|60|480|whole
Số thuê bao chữ ký số cá nhân|thuê bao|11000|190000|point
Số trạm sạc xe điện|trạm|15|190|whole
Công suất điện mặt trời mái nhà|MW|15|240|whole
Số mô hình dân vận khéo|mô hình|21|180|whole
"""
INDICATORS = tuple(tuple(line.split("|")) for line in _INDICATORS.strip().splitlines())

_SUBJECTS = (
    "phòng, chống hạn hán, xâm nhập mặn|chuyển đổi số|phát triển kinh tế tập thể|bảo vệ và phát triển rừng|"
    "giảm nghèo bền vững|xây dựng nông thôn mới|phát triển du lịch|cải cách hành chính|phòng, chống cháy rừng|"
    "phát triển nhà ở xã hội|nâng cao chất lượng giáo dục vùng khó khăn|chăm sóc sức khỏe nhân dân|"
    "bảo đảm trật tự an toàn giao thông|phát triển công nghiệp chế biến|sắp xếp, ổn định dân cư|"
    "quản lý tài nguyên khoáng sản|thực hành tiết kiệm, chống lãng phí|phát triển kinh tế biển|"
    "nâng cao chất lượng sinh hoạt chi bộ|công tác dân vận|phát triển nguồn nhân lực|phòng, chống thiên tai|"
    "thu hút đầu tư|phát triển văn hóa, con người|bảo đảm an ninh nguồn nước|ứng phó biến đổi khí hậu|"
    "tăng trưởng xanh|phát triển kinh tế tư nhân|quản lý đất đai|an toàn thực phẩm|bình đẳng giới|"
    "công tác dân số|phát triển thanh niên|phòng, chống ma túy|phát triển hạ tầng giao thông|tinh gọn bộ máy"
)
SUBJECTS = tuple(_SUBJECTS.split("|"))
BANDS = ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "NHÓM NHIỆM VỤ THƯỜNG KỲ", "NHÓM NHIỆM VỤ TRỌNG TÂM", "CÔNG TÁC PHỐI HỢP")
PRODUCTS = ("Báo cáo", "Quyết định", "Kế hoạch", "Văn bản chỉ đạo", "Biên bản", "Tờ trình")
