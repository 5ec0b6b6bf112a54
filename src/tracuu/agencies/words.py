"""Words of which agencies' names are made, and words with which what an agency does begins.

Patterns as text: a space stands for any white space once `spaced` has been over them.
"""

import re

# What an agency's name begins with; marks and the capital count: "Sở", and neither "Số" nor "hồ sơ".
# A word that makes something else of it is shut out: "Ban hành", "Báo cáo", "Hội nghị", "Phòng, chống".
HEADS = (
    r"Bộ đội(?= Biên| chủ)|Tổ(?! chức| quốc| Quốc| tiên| hợp)|Sở|Ban(?! hành| bố| thờ)|Bộ(?! tiêu| chỉ số| máy| mặt"
    r"| luật| câu| hồ| tài"
    r"| đội(?! Biên)| sách| số)|UBND|HĐND"
    r"|Ủy ban"
    r"|Hội đồng|Văn phòng|Đảng ủy|Đảng bộ|Đảng đoàn|Đoàn đảng|Tỉnh ủy|Tỉnh đoàn|Thành ủy|Thành đoàn|Quận ủy|Huyện ủy"
    r"|Huyện đoàn"
    r"|Thị ủy|Thị đoàn|Xã đoàn|Công an|Trung tâm|MTTQ|Mặt trận|Hội(?! nghị| thảo| thi| chợ| diễn| nhập| họp| trại| tụ"
    r"| chẩn| viên)"
    r"|Hiệp hội|Đoàn(?! kết| viên| tụ| kỹ| xe)|Cục|Chi cục|Tổng cục|Tổng công ty|Vụ(?! việc| án| mùa| đông| xuân| hè"
    r"| thu| Đông| Xuân| Hè)"
    r"|Trường(?! hợp| lớp| ca)|Trưởng|Phó Trưởng|Bệnh viện|BCH|BCHQS|Kho bạc|Ngân hàng|Báo(?! cáo| hiệu| động| đáp"
    r"| hại)"
    r"|Đài(?! tưởng| hoa)|Cơ quan|Đơn vị(?! tính| hành chính)|Cấp ủy|Chủ đầu tư|Phòng(?!,| cháy| chống| ngừa| trừ"
    r"| thủ| bệnh| khám)"
    r"|Thanh tra(?= tỉnh| thành| huyện| xã| sở| Sở| bộ| Bộ| Chính| nhà| Nhà| các sở| các bộ|:)|Viện(?! trợ| phí| dẫn)"
    r"|VKSND|TAND|Tòa án|Tòa án|Liên đoàn|Liên minh|Liên hiệp|Thường trực"
    r"|Chính quyền|Chủ tịch|Phó Chủ tịch|Giám đốc|Hiệu trưởng|Thủ trưởng|Chánh|Cục trưởng|Vụ trưởng|Chi cục trưởng"
    r"|Bí thư|Phó Bí thư|Người đứng đầu"
    r"|Doanh nghiệp|Công ty|Tập đoàn|UBKT|BTG|UBMTTQ|BTV|BQL"
    r""
    r"|Quỹ(?! đất| tiền| vốn| thời)|Hạt Kiểm lâm|Chi bộ|Đảng bộ|Chi đoàn|Trạm|Quân khu|Bảo hiểm|BHXH"
    r"|Bưu điện|Bưu cục"
    r"|Chính phủ|Thủ tướng|Phó Thủ tướng|Thuế|Hải quan|Kiểm lâm|Bảo tàng|Thư viện|Nhà hát|Nhà máy|Viettel|VNPT"
    r"|Mobi[Ff]one"
    r"|Điện lực|Viễn thông|Cảng vụ|Hợp tác xã|HTX|LLVT|Lực lượng|Học viện|Đại học|Nhà xuất bản|Ngành|Đồn|Khối"
    r"|Khu kinh tế|Khu công nghiệp|Các đồng chí"
    r"|Lãnh đạo(?= các| UBND| Sở| Ban| HĐND| tỉnh| xã| phòng| đơn vị| cơ quan| Ủy| Bộ| Cục| Văn| Chi| Đảng| Công)"
    r"|Đồng chí|Bộ phận|Thành viên|Nhà đầu tư|Nhà thầu|Cá nhân|Tổ chức(?= chính trị| đảng)|Tổng Giám đốc|Ban quản lý"
)
_MANY_WORDS = (
    r"sở|bộ|ban|ngành|cơ quan|đơn vị|cấp|huyện|thành|thị|xã|phường|đảng|chi|địa phương|tổ chức|hội|đoàn|trường|phòng"
    r"|thôn|bản"
    r"|tổ|doanh nghiệp|chủ đầu tư|chủ rừng|chủ thể|cục|vụ|trung tâm|bệnh viện|lực lượng|tỉnh|đồng chí|thành viên"
    r"|cơ sở|nhà|ngân hàng|công ty|viện|hợp tác|báo"
    r"|khoa|khu|quận|tập|văn phòng|ủy ban"
)
MANY = rf"[Cc]ác (?i:(?:đồng chí )?(?:{_MANY_WORDS}))"
# Within a list, or after "phối hợp với", a name may begin in small letters.
SMALL_HEADS = (
    r"sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|chính quyền|cấp ủy|chủ đầu tư|tổ chức(?= chính trị| đảng)|đoàn thể"
    r"|ủy ban|hội đồng|tỉnh"
    r"|thành phố|xã|phường|huyện|trường|phòng|doanh nghiệp|nhà đầu tư|nhà thầu|lực lượng|công an|văn phòng|trung tâm"
    r"|mặt trận"
    r"|đảng ủy|chi bộ|bệnh viện|nhà trường|gia đình|ngân hàng"
)
# Verbs and turns with which what an agency does begins. Small letters alone: capitals belong to names.
# Where a word is part of names too, what follows or stands before tells.
VERBS = (
    r"chủ trì|chịu trách nhiệm|chịu sự|phối hợp|(?<!cơ quan )tham mưu(?! giúp việc|, giúp việc)|làm (?:cơ quan "
    r"|đơn vị )?(?:đầu mối|thường trực)|có trách nhiệm"
    r"|có nhiệm vụ|có kế hoạch|căn cứ|chủ động|chỉ đạo(?! tỉnh| xã| phường| cấp| trung| về| thực| phòng| các| chương)"
    r"|lãnh đạo(?!,? quản lý| (?:các )?(?:sở|đơn|cơ|xã|ủy))"
    r"|tổ chức(?! chính| cấp| đảng| xã hội| đoàn| cơ sở| hội(?! chợ| nghị| thảo| thi| diễn| trại| khỏe)| tôn| kinh"
    r"| quần| tín dụng| khoa| thành viên| phi| quốc"
    r"| cán bộ)"
    r"|tăng cường|tập trung|(?<!đầu tư )xây dựng(?! công trình| đảng| tỉnh| cơ bản| và phát triển đô| giao"
    r"| nông thôn mới (?:tỉnh|xã|các))|ban hành|thực hiện|thi hành|chấp hành"
    r"|làm việc|theo dõi|theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực|định kỳ)|trên cơ sở|đẩy mạnh"
    r"|đẩy nhanh|rà soát|hướng dẫn|tiếp tục"
    r"|triển khai|nghiên cứu(?! khoa| và phát| chiến)|bố trí|cân đối|kịp thời|quán triệt|tuyên truyền(?! viên)"
    r"|báo cáo|đôn đốc"
    r"|kiểm tra(?! tỉnh| trung| huyện| đảng| các cấp| xã)|giám sát|tổng hợp(?! xã| tỉnh| phường)|phân bổ|thẩm định"
    r"|thẩm tra|đề xuất|kiến nghị|khẩn trương|nghiêm túc|nghiêm (?:cấm|chỉnh)"
    r"|cụ thể hóa|quản lý(?! dự án| khu| nhà nước| các khu| quỹ| đất| rừng| bảo| thị trường| đô| chợ| công trình"
    r"| khai| chất| nhà nước (?:chuyên|về))|bảo đảm|đảm bảo|hoàn thành|hoàn thiện|lập(?! pháp)"
    r"|cung cấp|(?<!công )(?<!chương )(?<!tờ )(?<!quá )(?<!quy )(?<!lộ )trình(?! độ)|xử lý|phụ trách(?! địa bàn"
    r"| lĩnh vực| khu vực)|vận động"
    r"|nâng cao|nâng cấp"
    r"|phát huy|đề nghị|xem xét|quyết định|phê duyệt|tiếp nhận|hỗ trợ|cập nhật"
    r"|niêm yết|công bố|công khai|vận hành|xác minh"
    r"|tạo điều kiện|tạo sự|khảo sát|đánh giá|dự báo|dự toán|cử|huy động|kiểm soát(?! bệnh| tài| thủ)|ưu tiên"
    r"|định hướng|quy hoạch(?! và|,| đô| xây| kiến| tỉnh)"
    r"|thường xuyên|đưa|gửi|giao(?! thông| dịch| lưu| tiếp| khu)|yêu cầu|phân công|phản ánh|phổ biến|thông tin (?:về"
    r"|kịp|đến|cho)|thông báo|đăng (?:tải|ký tham)|phát động|mở rộng"
    r"|xóa|giảm|tháo dỡ|duy trì|bồi dưỡng|tập huấn|tiến hành|thành lập|kiện toàn|sắp xếp|phân loại|thống kê|kiểm kê"
    r"|kiểm đếm|nạo vét|chuẩn bị"
    r"|đào tạo(?! và| từ)|giải quyết|khắc phục|tháo gỡ|ngăn chặn|đấu tranh|tham gia|cấp(?= (?:phát|phép|kinh"
    r"|vốn|giấy|chứng|bổ|đủ|thẻ|thuốc|gạo|nước sạch|phao|miễn|tiền|mới|\d))"
    r"|lồng ghép|thu hút|xúc tiến(?! đầu| thương| du)"
    r"|phòng,? (?:chống|ngừa)|ký (?:kết|cam|hợp)|nộp|thanh toán|quyết toán|giải ngân|sử dụng|khai thác(?! thủy| công"
    r"| hạ| và)|bàn giao"
    r"|tổng kết|sơ kết|đăng ký(?! đất| kinh| giao)|cam kết|liên hệ|ứng dụng|số hóa|chuyển đổi(?! số)"
    r"|chuyển(?! đổi)|thu hồi"
    r"|thu(?= (?:gom|thập|hút|ngân))|di dời|sơ tán|trực(?= (?:tiếp|24|ban))"
    r"|bám sát|nắm|quan tâm|chăm lo|chú trọng|coi trọng|nêu cao|gương mẫu|biểu dương|soạn thảo|khám"
    r"|khen thưởng|xác định|lựa chọn|bổ sung|sửa đổi|điều chỉnh|ứng phó"
    r"|tuần tra|truy quét|bảo vệ(?! rừng| môi| thực| chính| pháp| và)|cho(?= (?:vay|ý kiến|phép))|tư vấn"
    r"|phát triển(?! quỹ| nông| rừng| khoa| hạ| và| đô| đất| nhà| du| doanh| công| kinh)|thiết lập|chọn|mời|dừng"
    r"|(?:đồng chí )?chuẩn|bồi thường|đền bù|trả lời|xin ý kiến|lấy ý kiến|góp ý|nhân rộng|kết nối|tích hợp|liên kết"
    r"|quảng bá|trồng|sản xuất(?! và| kinh)"
    r"|kêu gọi|làm(?= (?:sạch|tốt|rõ|đầu|thủ))|đón|truyền thông(?! tỉnh| và)|truyền tải|giới thiệu|biên soạn|in ấn"
    r"|cài đặt|vệ sinh(?! (?:an toàn )?thực phẩm)|điều (?:tra|phối(?! |,)|động|tiết|hành(?! các| dự| kinh))"
    r"|mua sắm|sửa chữa|tiêm (?:phòng|chủng)|khử (?:khuẩn|trùng)"
    r"|phòng trừ|cắm mốc|khoanh vùng|lắp đặt|chỉnh (?:lý|trang)|diễn tập|đo đạc"
    r"|rà phá"
    r"|cải tạo|lấy mẫu|xét(?= (?:nghiệm|duyệt|tuyển|chọn))|truy (?:vết|thu|tìm|tố)|dập dịch|tìm kiếm|cứu(?= (?:hộ|nạn"
    r"|trợ))|nghiệm thu|kiểm định(?! chất)"
    r"|kiểm điểm|đối thoại|tôn vinh|trưng bày|hòa giải|trợ giúp|chi trả|hợp nhất|tinh giản|luân chuyển|bổ nhiệm"
    r"|tuyển (?:dụng|sinh|chọn)"
    r"|thi (?:tuyển|công)|khởi công|khánh thành|gia cố|chăm sóc|phục hồi|khôi phục|bảo tồn(?! và)|tôn tạo|giữ gìn"
    r"|phục dựng|sưu tầm|phát (?:hành|sóng|hiện)"
    r"|thiết kế|sao lưu|bảo (?:trì|dưỡng)|thay thế|di chuyển|thanh lý|tiêu hủy|xử phạt|khởi tố|đàm phán|kiểm dịch"
    r"|thuê|trang bị|xây (?:mới|lắp)|rút ngắn|xác nhận|hạ(?= mực| tải| độ| giá| thấp| tầng)"
    r"|đơn giản hóa|chuẩn hóa|ký(?= (?:kết|cam|hợp))|bắt giữ|theo sát|nắm bắt|chống"
)
# Little words with which a predicate begins.
MODAL = (
    r"có(?= (?:văn bản|ý kiến|báo cáo|kế hoạch))|phải|cần|được|đã|đang|vừa|sẽ|không|chưa|chỉ|là|gồm|nêu|nên|hãy|tự"
    r"|cùng(?! cấp)|cùng với|trực tiếp|tích cực|nghiêm túc|nhanh chóng|sớm"
    r"|định kỳ|hằng|hàng (?:tuần|tháng|quý|năm)|trước|sau|trong(?! tỉnh| xã| ngành| toàn| khu)|tại(?! địa| xã| tỉnh"
    r"| cơ)|để|nhằm|khi|nếu|về(?! việc)|đối với|gắn với|qua|bằng|vào|đến(?! cơ sở| xã| tỉnh)|trên cơ sở|khẩn"
    r"|giúp(?! việc)|họp|kết luận|thống nhất|đồng ý|ghi nhận|nghe|(?<![Tt]hủy )(?<![Nn]hiệt )điện(?! tử| lực| ảnh| mặt)"
    r"|thuộc phạm vi|theo(?! dõi)"
    r"|kính|trân trọng"
    r"|chấn chỉnh"
)
# Small words of which names are made besides the capitalised ones.
SMALL = (
    r"(?:các|và|hoặc|cùng|của|thuộc|trực thuộc|ngang|tỉnh|xã|phường|huyện|quận|thị xã|thị trấn|thành phố|đặc khu|thôn"
    r"|bản(?! tin| đồ| cam| vẽ| sao)|ấp|khu phố|tổ dân phố|buôn"
    r"|trung ương|địa phương|(?<=[Cc]ác )cấp|cấp(?: trên| dưới| tỉnh| xã| huyện| ủy| cơ sở)"
    r"|cấp(?=,| và | có liên| liên)|cơ sở|cơ quan(?: (?:chuyên trách "
    r"|chuyên môn )?tham mưu(?:,? giúp việc)?| chuyên môn| chức năng| báo chí)?"
    r"|đơn vị(?: sự nghiệp| lực lượng| chức năng| tư vấn| trực thuộc| thi công)?|sở|ban|bộ|ngành|đoàn thể|hội|đoàn"
    r"|tổ chức(?= chính| đảng| xã hội| đoàn| cơ sở| hội| tôn| kinh| quần| khác|,| tín dụng| khoa| thành viên)"
    r"|chính trị|xã hội|kinh tế|quần chúng|đảng(?: ủy| bộ| đoàn)?|ủy|chi bộ|cấp ủy|chính quyền|chuyên môn|chức năng"
    r"|có liên quan|liên quan|khác|còn lại|trên địa bàn(?: tỉnh| xã| huyện| toàn tỉnh| biên giới)?"
    r"|khu vực(?: biên giới| [IVX]+| \d+)?|biên giới|nhân dân|phòng|trường|doanh nghiệp|bệnh viện|chủ đầu tư|nhà thầu"
    r"|nhà đầu tư|tham mưu,? giúp việc|tham mưu(?= của)|giúp việc|chuyên trách|lực lượng|vũ trang|thành viên"
    r"|trong tỉnh|toàn tỉnh"
    r"|trong ngành|nghề nghiệp"
    r"|từ tỉnh đến cơ sở|người đứng đầu|thủ trưởng|lãnh đạo|trưởng|phó|chủ tịch|bí thư|giám đốc|hiệu trưởng|đồng chí"
    r"|báo chí|thông tin|truyền thông|ủy ban|hội đồng|công lập|ngoài công lập|phổ thông|trung học|tiểu học|mầm non"
    r"|y tế|vùng|cao|miền núi|tín dụng|sự nghiệp|dự án|du lịch|khoa học|viễn thông|nhà nước|viên|phát thanh"
    r"|truyền hình|cán sự|cửa khẩu|tư vấn|hành chính|cán bộ|công chức|đầu tư xây dựng|công trình|giao thông|dân dụng"
    r"|công nghiệp|nông nghiệp|hạ tầng|nông thôn|thủy lợi|lâm nghiệp|kỹ thuật|thanh niên|phụ nữ|nông dân|phía|miền"
    r"|hai|ba|bốn|bên|phía|tôn giáo|trọng điểm|kinh doanh|dịch vụ|sản xuất|nước|văn phòng|công an|quân sự|chi|cục|vụ"
    r"|viện"
    r"|trung tâm|ngân hàng|thành|thị|đại biểu|tổ|đài|chỉ đạo|mặt trận|nội chính|tuyên giáo|dân vận|chấp hành"
    r"|thường vụ|thường trực|phụ trách (?:địa bàn|lĩnh vực|khu vực)|phóng viên|thường trú|báo cáo viên"
    r"|cổng thông tin điện tử|nghề|quốc tế|điện tử|bệnh tật|công nghệ số cộng đồng|khu (?:công nghiệp|kinh tế|du lịch))"
)


def spaced(pattern: str) -> str:
    """The pattern with any white space wherever it has a space."""
    return "".join(
        part if part.startswith("(?<") else part.replace(" ", r"\s+")
        for part in re.split(r"(\(\?<[!=][^()]*\))", pattern)
    )
