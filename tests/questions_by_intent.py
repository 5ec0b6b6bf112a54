"""Questions in many wordings, by what they ask for; written before the ways of asking were last tuned."""

QUESTIONS = {
    "lead": """
        Ai là đầu mối triển khai chương trình nước sạch nông thôn?
        đơn vị đầu mối quy hoạch ĐBP
        cơ quan chủ trì đề án sắp xếp trường lớp
        Việc cấp sổ đỏ cho hộ tái định cư thì ai lo hả em?
        Nạo vét hồ thủy lợi thuộc trách nhiệm bên nào?
        Giao ai lập danh sách hộ nghèo?
        Cho biết cơ quan được giao xây dựng bảng giá đất
        thằng nào chịu trách nhiệm vụ cháy rừng
        Người đứng đầu chịu trách nhiệm về chuyển đổi số là ai?
        Sở nào đứng ra mời gọi nhà đầu tư?
        Chuyện vận động bà con hiến đất làm đường ai lãnh?
        Nhiệm vụ số hóa hồ sơ đất đai do đâu đảm nhận?
        Tỉnh phân công ai phụ trách xóa nhà tạm?
        xử lý nước thải cụm công nghiệp trách nhiệm của ai
    """,
    "coordinating": """
        Sở Y tế làm cùng với những ai để tiêm chủng?
        Những đơn vị phối hợp trong phòng chống cháy rừng
        phối hợp với ai để kiểm tra an toàn thực phẩm
        Công an xã cần phối hợp cùng lực lượng nào?
        Cơ quan phối hợp thực hiện đề án du lịch là gì?
        Ai cùng tham gia với Sở Nội vụ khi sắp xếp bộ máy?
        Đơn vị nào hỗ trợ, phối hợp với Ban Quản lý dự án?
        Làm quy chế này thì phải phối hợp với sở, ngành nào
        bên nào phối hợp giải phóng mặt bằng vậy anh
        Danh sách cơ quan phối hợp nhiệm vụ số 5
    """,
    "supervising": """
        Ai giám sát tiến độ cao tốc?
        Cơ quan theo dõi việc thực hiện nghị quyết là cơ quan nào?
        cấp ủy nào chỉ đạo nhiệm vụ chuyển đổi số
        Ban nào đôn đốc các huyện báo cáo?
        Đơn vị nào kiểm tra, giám sát việc giải ngân?
        Thường trực nào theo dõi mảng giáo dục?
        việc này ai đôn đốc
        Đồng chí nào được phân công theo dõi xã biên giới?
        Cấp nào theo dõi chỉ đạo công tác dân tộc?
        Giám sát việc thi công do bên nào làm?
    """,
    "deadline": """
        hạn nộp báo cáo 2233?
        Chừng nào xong khu tái định cư?
        Bao lâu nữa thì phải có quy hoạch phân khu?
        Hạn chót gửi góp ý dự thảo
        báo cáo quý gửi trước ngày mấy
        Mốc thời gian hoàn thành cơ sở dữ liệu dân cư?
        Đến hết tháng mấy phải giải ngân xong?
        Thời điểm nào phải khởi công trường nội trú?
        Khi mô thì xong đường tuần tra?
        Chậm nhất bao giờ trình HĐND?
        deadline lập kế hoạch là hôm nào
        Tiến độ đề án nhà ở xã hội thế nào là đúng hạn, xong khi nào?
        ngày nào nộp danh sách
        Thời hạn báo cáo sơ kết 6 tháng
    """,
    "figure": """
        Bao nhiêu % hộ dân có nước sạch vào năm 2030?
        chỉ tiêu xóa nhà tạm năm nay
        Tỉ lệ che phủ rừng đặt ra là mấy?
        Tới 2035 phấn đấu được mấy đô thị loại III?
        Tổng mức đầu tư đường tuần tra hết bao nhiêu tiền?
        Con số căn nhà ở xã hội phải xây là bao nhiêu?
        diện tích cây xanh mỗi người
        Thu ngân sách 2026 giao bao nhiêu tỷ
        mấy chục phần trăm trường đạt chuẩn
        Mật độ đường giao thông đô thị đạt mức nào?
        Kinh phí thực hiện nhiêu vậy?
        Số lượng đô thị đến năm 2025?
        Mục tiêu tỷ lệ hộ nghèo còn lại
        Độ phủ sóng 5G đến 2030 là bao nhiêu
    """,
    "signatory": """
        ai ký 584
        Người ký kế hoạch 2233 là ai, chức vụ gì?
        Văn bản này ông nào ký?
        kế hoạch 39 ký bởi ai
        Chữ ký trên nghị quyết là của ai?
        Ai đứng tên ký thông báo?
        Lãnh đạo nào ký công văn gửi xã?
        Ai thay mặt Ban Thường vụ ký kế hoạch 39
        Thẩm quyền ký: đồng chí nào đã ký hướng dẫn 81
        Cho xin tên người ký quyết định 15
    """,
    "issued_on": """
        KH 39 ra ngày mấy
        Kế hoạch 2233 có từ bao giờ?
        ngày ban hành hướng dẫn 81
        Công văn 584 đề ngày bao nhiêu?
        Nghị quyết 06 được thông qua khi nào?
        Quyết định này ký ngày nào vậy?
        Thông báo 130 ban hành năm nào
        Văn bản ra hôm nào?
        Ngày tháng của chỉ thị 05
        Khi nào UBND tỉnh ban hành Kế hoạch 2233?
    """,
    "symbol": """
        số hiệu kế hoạch quy hoạch đô thị
        Kế hoạch của Lai Châu số mấy
        Cho xin số công văn của xã Sính Phình
        nghị quyết về đô thị hóa là nghị quyết số bao nhiêu
        Ký hiệu văn bản hướng dẫn tuyên truyền?
        Công văn đó mang số nào?
        Văn bản về đất hiếm có số ký hiệu gì?
        số của thông báo kết luận
        Kế hoạch tuyên truyền mang số hiệu gì
        Đề án nhà ở xã hội theo quyết định số nào?
    """,
    "issuer": """
        Kế hoạch 2233 của cơ quan nào?
        Ai ban hành hướng dẫn 81?
        Công văn 584 do đơn vị nào ra
        nơi ban hành quyết định 15
        Nghị quyết 06 do ai ban hành?
        cơ quan ban hành kế hoạch 39
        Văn bản này là của tỉnh nào ban hành?
        Chỉ thị đó cấp nào ban hành vậy?
        Hướng dẫn tuyên truyền do ban nào ban hành?
        Thông báo 01 là của ai?
    """,
    "recipients": """
        Nơi nhận kế hoạch 39
        Công văn 584 gửi đi đâu?
        gửi báo cáo cho ai
        Kế hoạch được gửi tới những cơ quan nào?
        Ai nhận được công văn này?
        Kính gửi những đâu vậy ạ
        Văn bản chuyển cho đơn vị nào?
        Danh sách nơi nhận hướng dẫn 81
        Những nơi nào được gửi kế hoạch 2233?
        Báo cáo tổng hợp gửi về đâu?
    """,
    "tasks": """
        Sở Y tế phải làm gì?
        nhiệm vụ của Sở Tài chính là gì
        Sở Tài chính Lai Châu được giao những việc gì về đất hiếm?
        Ban Nội chính Tỉnh ủy có trách nhiệm gì?
        liệt kê việc của Công an tỉnh
        Sở Y tế chủ trì những nhiệm vụ nào?
        UBND các xã biên giới làm những gì cho đường tuần tra?
        Trung tâm Dịch vụ tổng hợp xã Sính Phình phải làm gì?
        Đoàn Thanh niên xã được phân công việc gì?
        Hội Liên hiệp Phụ nữ tỉnh cần làm gì, trước ngày nào?
        sxd lo gì
        Sở Giáo dục và Đào tạo phối hợp những việc gì?
        Trách nhiệm của UBND huyện trong giải phóng mặt bằng
        Bên công an làm chi vụ đất hiếm?
        Nêu các nhiệm vụ giao cho Sở Nông nghiệp và Môi trường
        Đảng ủy các xã, phường phải thực hiện những nội dung gì?
        Mặt trận Tổ quốc tỉnh có nhiệm vụ gì trong kế hoạch này?
        Sở Nội vụ chủ trì nhiệm vụ nào, khi nào xong?
        Bộ Chỉ huy Quân sự tỉnh được giao gì?
        Việc của Ban Quản lý dự án là gì?
        Phòng Kinh tế xã phụ trách những việc nào?
        Chủ tịch UBND xã chịu trách nhiệm về những gì?
    """,
    "where": """
        Văn bản nào nói về nhà ở công nhân?
        Quy định về cây xanh nằm ở mục nào?
        kế hoạch nào nhắc tới đất hiếm
        Chỗ nào nói chuyện không gian ngầm?
        Đoạn về đô thị thông minh ở phần mấy?
        Nội dung phòng cháy ghi ở điều nào?
        Trong các kế hoạch, cái nào nói tới cao tốc?
        Tìm văn bản có quy định về nhà tạm
        Nghị quyết nào giao chỉ tiêu đô thị hóa?
        Chuyện hiến đất viết ở đâu?
    """,
    "free": """
        Kế hoạch này làm gì để thu hút nhà đầu tư?
        Hà Tĩnh làm gì để thu hút đầu tư?
        Giải pháp phát triển đô thị xanh là gì?
        Vì sao phải rà soát quy hoạch?
        Nguồn vốn làm đường lấy ở đâu ra?
        Người dân được hỗ trợ những gì khi tái định cư?
        Nguyên tắc sáu rõ là gì
        Hạn chế trong quản lý đô thị hiện nay
        Tuyên truyền bằng hình thức nào?
        Thị xã Kỳ Anh định hướng phát triển ra sao?
        chính sách cho hộ nghèo thế nào
        Các đô thị nào đạt loại IV?
        Quan điểm chỉ đạo của nghị quyết
        Có được chuyển đất lúa sang đất ở không?
        Điều kiện mua nhà ở xã hội?
        Đô thị thông minh gồm những gì?
        Tỉnh sẽ làm gì với các cơ sở gây ô nhiễm?
        Nhà ở xã hội phát triển theo hướng nào?
        So sánh hai giai đoạn phát triển
        Nội dung chính của kế hoạch 39
    """,
}


def questions():
    """(intent, question) in order."""
    return [(i, line.strip()) for i, lines in QUESTIONS.items() for line in lines.splitlines() if line.strip()]
