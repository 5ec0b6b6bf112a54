"""Agencies by level, and those to whom directives are sent."""


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split("|"))


PROVINCE_STATE = _list("""Sở Xây dựng|Sở Tài chính|Sở Y tế|Sở Giáo dục và Đào tạo|Sở Nông nghiệp và Môi trường|
    Sở Công Thương|Sở Khoa học và Công nghệ|Sở Nội vụ|Sở Tư pháp|Sở Văn hóa, Thể thao và Du lịch|
    Sở Dân tộc và Tôn giáo|Sở Ngoại vụ|Thanh tra tỉnh|Văn phòng UBND tỉnh|Công an tỉnh|Bộ Chỉ huy Quân sự tỉnh|
    Ban Quản lý Khu kinh tế tỉnh|Ban Quản lý các khu công nghiệp tỉnh|Ban Quản lý dự án đầu tư xây dựng tỉnh|
    Trung tâm Phát triển quỹ đất tỉnh|Trung tâm Xúc tiến đầu tư và Thương mại|Bệnh viện Đa khoa tỉnh|
    Trung tâm Kiểm soát bệnh tật tỉnh|Trường Chính trị tỉnh|Trường Cao đẳng Kỹ thuật tỉnh|Hội Nông dân tỉnh|
    Hội Liên hiệp Phụ nữ tỉnh|Tỉnh đoàn|Liên đoàn Lao động tỉnh|Hội Cựu chiến binh tỉnh|Hội Chữ thập đỏ tỉnh|
    Ủy ban MTTQ Việt Nam tỉnh|Báo và Phát thanh, Truyền hình tỉnh|Bảo hiểm xã hội tỉnh|Thuế tỉnh|Chi cục Kiểm lâm|
    Chi cục Thủy lợi|Công ty Điện lực tỉnh|Đài Khí tượng Thủy văn tỉnh|Liên minh Hợp tác xã tỉnh|
    Kho bạc Nhà nước khu vực|Ngân hàng Chính sách xã hội tỉnh|Bệnh viện Y học cổ truyền tỉnh""")
# Departments as they were called before 2025.
PROVINCE_OLD = _list("""Sở Kế hoạch và Đầu tư|Sở Giao thông vận tải|Sở Tài nguyên và Môi trường|
    Sở Nông nghiệp và Phát triển nông thôn|Sở Lao động - Thương binh và Xã hội|Sở Thông tin và Truyền thông|
    Ban Dân tộc tỉnh|Bộ Chỉ huy Bộ đội Biên phòng tỉnh|Sở Y tế|Sở Nội vụ|Sở Tài chính|Sở Công Thương|Công an tỉnh|
    Cục Thuế tỉnh|Cục Quản lý thị trường tỉnh|Đài Phát thanh và Truyền hình tỉnh""")
PROVINCE_PARTY = _list("""Ban Tổ chức Tỉnh ủy|Ban Tuyên giáo và Dân vận Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|
    Ban Nội chính Tỉnh ủy|Văn phòng Tỉnh ủy|Đảng ủy UBND tỉnh|Đảng ủy các cơ quan Đảng tỉnh|Đảng ủy Công an tỉnh|
    Đảng ủy Quân sự tỉnh|Trường Chính trị tỉnh|Ủy ban MTTQ Việt Nam tỉnh|Tỉnh đoàn|Báo và Phát thanh, Truyền hình tỉnh|
    Sở Nội vụ|Sở Khoa học và Công nghệ|Công an tỉnh|Hội Cựu chiến binh tỉnh|Liên đoàn Lao động tỉnh""")
DISTRICT_OLD = _list("""Phòng Tài chính - Kế hoạch|Phòng Nông nghiệp và Phát triển nông thôn|
    Phòng Lao động - Thương binh và Xã hội|Phòng Văn hóa và Thông tin|Phòng Giáo dục và Đào tạo|Phòng Tư pháp|
    Phòng Kinh tế và Hạ tầng|Công an huyện|Ban Chỉ huy Quân sự huyện|Trung tâm Y tế huyện|Huyện đoàn|
    Hội Nông dân huyện|Hạt Kiểm lâm huyện|Ủy ban MTTQ Việt Nam huyện|Trung tâm Văn hóa, Thể thao huyện""")
COMMUNE_STATE = _list("""Phòng Kinh tế|Phòng Văn hóa - Xã hội|Văn phòng HĐND và UBND xã|
    Trung tâm Phục vụ hành chính công xã|Công an xã|Ban Chỉ huy Quân sự xã|Trạm Y tế xã|
    Trung tâm Dịch vụ tổng hợp xã|Hội Nông dân xã|Hội Liên hiệp Phụ nữ xã|Đoàn Thanh niên xã|Hội Cựu chiến binh xã|
    Ủy ban MTTQ Việt Nam xã|Hạt Kiểm lâm|Trường Tiểu học Kim Đồng|Trường Trung học cơ sở Lê Lợi|
    Ban Quản lý rừng phòng hộ|Tổ công nghệ số cộng đồng|Hợp tác xã Dịch vụ nông nghiệp""")
COMMUNE_PARTY = _list("""Ban Xây dựng Đảng|Ủy ban Kiểm tra Đảng ủy|Văn phòng Đảng ủy|Đảng ủy UBND xã|
    Đảng ủy các cơ quan Đảng xã|Chi bộ Công an xã|Chi bộ Quân sự xã|Trung tâm Chính trị xã|
    Ủy ban MTTQ Việt Nam xã|Đoàn Thanh niên xã|Hội Nông dân xã|Hội Liên hiệp Phụ nữ xã|Trung tâm Dịch vụ tổng hợp xã""")
MINISTRY = _list("""Vụ Pháp chế|Vụ Kế hoạch - Tài chính|Vụ Tổ chức cán bộ|Vụ Hợp tác quốc tế|Văn phòng Bộ|Thanh tra Bộ|
    Cục Công nghệ thông tin|Cục Quản lý chất lượng|Cục Phát triển thị trường|Viện Chiến lược và Chính sách|
    Trung tâm Thông tin|Báo điện tử của Bộ|Nhà xuất bản của Bộ|Trường Đào tạo, bồi dưỡng cán bộ""")
# Who watches over tasks, by level.
SUPERVISORS = {
    "province_party": _list("Ban Thường vụ Tỉnh ủy|Thường trực Tỉnh ủy|Ban Chấp hành Đảng bộ tỉnh"),
    "province_state": _list("Chủ tịch UBND tỉnh|Phó Chủ tịch UBND tỉnh phụ trách kinh tế|Thường trực UBND tỉnh"),
    "ministry": _list("Bộ trưởng|Thứ trưởng phụ trách lĩnh vực|Chánh Văn phòng Bộ"),
    "commune": _list("Ban Thường vụ Đảng ủy|Thường trực Đảng ủy|Chủ tịch UBND xã"),
}
RECIPIENTS = _list("""Thường trực Tỉnh ủy|Thường trực HĐND tỉnh|Chủ tịch, các Phó Chủ tịch UBND tỉnh|
    Các sở, ban, ngành tỉnh|UBND các xã, phường|Ủy ban Kiểm tra Trung ương|Ban Tổ chức Trung ương|
    Văn phòng Trung ương Đảng|Các đồng chí Tỉnh ủy viên|Đoàn đại biểu Quốc hội tỉnh|Các đảng ủy trực thuộc Tỉnh ủy|
    Văn phòng Chính phủ|Kiểm toán nhà nước khu vực|Các tổ chức chính trị - xã hội tỉnh|Cổng Thông tin điện tử tỉnh""")
RECIPIENTS_COMMUNE = _list("""Thường trực Đảng ủy|Thường trực HĐND xã|Các chi bộ trực thuộc|Các thôn, tổ dân phố|
    UBND tỉnh|Các phòng chuyên môn|Trưởng các đoàn thể xã|Các trường học trên địa bàn|Đài truyền thanh xã""")
RECIPIENTS_MINISTRY = _list("""Văn phòng Chính phủ|Các Thứ trưởng|UBND các tỉnh, thành phố|Các đơn vị thuộc Bộ|
    Kiểm toán nhà nước|Ban Chính sách, chiến lược Trung ương|Cổng Thông tin điện tử Chính phủ""")
# Ministry -> its letters in symbols.
MINISTRIES = {
    "Bộ Xây dựng": "BXD", "Bộ Y tế": "BYT", "Bộ Nội vụ": "BNV", "Bộ Công Thương": "BCT", "Bộ Tài chính": "BTC",
    "Bộ Nông nghiệp và Môi trường": "BNNMT", "Bộ Giáo dục và Đào tạo": "BGDĐT",
}  # fmt: skip
# Department -> its letters in symbols.
DEPARTMENTS = {
    "Sở Y tế": "SYT", "Sở Xây dựng": "SXD", "Sở Tài chính": "STC", "Sở Nội vụ": "SNV", "Sở Công Thương": "SCT",
}  # fmt: skip
DEPARTMENT_UNITS = _list("""Văn phòng Sở|Thanh tra Sở|Phòng Kế hoạch - Tài chính|Phòng Tổ chức cán bộ|
    Phòng Nghiệp vụ|Phòng Quản lý chất lượng|Phòng Quy hoạch|Chi cục Quản lý thị trường|Chi cục Dân số|
    Trung tâm Kiểm định|Trung tâm Dịch vụ công|Trung tâm Đào tạo nghề|Ban Quản lý dự án chuyên ngành""")
