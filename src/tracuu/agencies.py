"""How agencies are named: departments, what the names of bodies begin with, and where a list of names ends."""

import re

from tracuu.text import UPPER

# Letters that shorten the name of a department (sở) or ministry (bộ), with the part of the name they stand
# for. Those of before 2025 stay, since older documents name them.
DEPARTMENTS = {
    "XD": "Xây dựng", "TC": "Tài chính", "KHCN": "Khoa học và Công nghệ", "KH&CN": "Khoa học và Công nghệ",
    "KH-CN": "Khoa học và Công nghệ", "NN&MT": "Nông nghiệp và Môi trường", "NNMT": "Nông nghiệp và Môi trường",
    "NN-MT": "Nông nghiệp và Môi trường", "NNVMT": "Nông nghiệp và Môi trường",
    "TN&MT": "Tài nguyên và Môi trường", "TNMT": "Tài nguyên và Môi trường",
    "TN-MT": "Tài nguyên và Môi trường", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn", "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo", "GD-ĐT": "Giáo dục và Đào tạo", "DTTG": "Dân tộc và Tôn giáo",
    "DT&TG": "Dân tộc và Tôn giáo", "DT-TG": "Dân tộc và Tôn giáo", "NV": "Nội vụ", "TP": "Tư pháp",
    "CT": "Công Thương", "YT": "Y tế", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch", "VHTT": "Văn hóa và Thể thao", "GTVT": "Giao thông vận tải",
    "KHĐT": "Kế hoạch và Đầu tư", "KH&ĐT": "Kế hoạch và Đầu tư", "KH-ĐT": "Kế hoạch và Đầu tư",
    "TTTT": "Thông tin và Truyền thông", "TT&TT": "Thông tin và Truyền thông",
    "LĐTBXH": "Lao động - Thương binh và Xã hội", "LĐTB&XH": "Lao động - Thương binh và Xã hội",
    "LĐ-TB&XH": "Lao động - Thương binh và Xã hội", "NGV": "Ngoại vụ", "DL": "Du lịch",
}  # fmt: skip


def department_names() -> tuple[str, ...]:
    """What departments and ministries are for, as in their names: "Y tế", "Khoa học và Công nghệ"."""
    return tuple(dict.fromkeys(DEPARTMENTS.values()))


# What an agency's name begins with; marks and the capital count: "Sở", and neither "Số" nor "hồ sơ".
# A word that makes something else of it is shut out: "Ban hành", "Báo cáo", "Hội nghị", "Phòng, chống".
_HEADS = (
    r"Sở|Ban(?! hành| bố| thờ)|Bộ(?! tiêu| chỉ số| máy| mặt| luật| câu| hồ| tài| đội(?! Biên)| sách| số)|UBND|HĐND"
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
    r"|Bí thư|Người đứng đầu"
    r"|Doanh nghiệp|Công ty|Tập đoàn|UBKT|BTG|UBMTTQ|BTV|BQL|Tổ công tác|Tổ giúp việc|Tổ thư ký|Tổ chuyên|Tổ đại biểu"
    r"|Tổ dân phố|Tổ biên tập"
    r"|Tổ đề án|Tổ Đề án|Quỹ(?! đất| tiền| vốn| thời)|Hạt Kiểm|Chi bộ|Đảng bộ|Chi đoàn|Trạm|Quân khu|Bảo hiểm|BHXH"
    r"|Bưu điện|Bưu cục"
    r"|Chính phủ|Thủ tướng|Phó Thủ tướng|Thuế|Hải quan|Kiểm lâm|Bảo tàng|Thư viện|Nhà hát|Nhà máy|Viettel|VNPT"
    r"|Mobi[Ff]one"
    r"|Điện lực|Viễn thông|Cảng vụ|Hợp tác xã|HTX|LLVT|Lực lượng|Học viện|Đại học|Nhà xuất bản|Ngành|Đồn|Khối"
    r"|Khu kinh tế|Khu công nghiệp|Các đồng chí"
    r"|Lãnh đạo(?= các| UBND| Sở| Ban| HĐND| tỉnh| xã| phòng| đơn vị| cơ quan| Ủy| Bộ| Cục| Văn| Chi| Đảng| Công)"
    r"|Bộ phận|Thành viên|Nhà đầu tư|Nhà thầu|Cá nhân|Tổ chức(?= chính trị| đảng)|Tổng Giám đốc|Ban quản lý"
)
_MANY_WORDS = (
    r"sở|bộ|ban|ngành|cơ quan|đơn vị|cấp|huyện|thành|thị|xã|phường|đảng|chi|địa phương|tổ chức|hội|đoàn|trường|phòng"
    r"|thôn|bản"
    r"|tổ|doanh nghiệp|chủ đầu tư|chủ rừng|chủ thể|cục|vụ|trung tâm|bệnh viện|lực lượng|tỉnh|đồng chí|thành viên"
    r"|cơ sở|nhà|ngân hàng|công ty|viện|hợp tác|báo"
    r"|khoa|khu|quận|tập|văn phòng|ủy ban"
)
_MANY = rf"[Cc]ác (?i:(?:đồng chí )?(?:{_MANY_WORDS}))"
# Within a list, or after "phối hợp với", a name may begin in small letters.
_SMALL_HEADS = (
    r"sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|chính quyền|cấp ủy|chủ đầu tư|tổ chức(?= chính trị| đảng)|đoàn thể"
    r"|ủy ban|hội đồng|tỉnh"
    r"|thành phố|xã|phường|huyện|trường|phòng|doanh nghiệp|nhà đầu tư|nhà thầu|lực lượng|công an|văn phòng|trung tâm"
    r"|mặt trận"
    r"|đảng ủy|chi bộ|bệnh viện|nhà trường|gia đình|ngân hàng"
)


def _spaced(pattern: str) -> str:
    """The pattern with any white space wherever it has a space."""
    return "".join(
        part if part.startswith("(?<") else part.replace(" ", r"\s+")
        for part in re.split(r"(\(\?<[!=][^()]*\))", pattern)
    )


_HEAD = re.compile(_spaced(rf"(?:(?:{_HEADS})(?!\w)|{_MANY}(?!\w)|Toàn thể|Trưởng các)"))
_LISTED_HEAD = re.compile(_spaced(rf"(?:(?:{_HEADS}|{_SMALL_HEADS})(?!\w)|{_MANY}(?!\w))"))

# Verbs and turns with which what an agency does begins. Small letters alone: capitals belong to names.
# Where a word is part of names too, what follows or stands before tells.
VERBS = (
    r"chủ trì|chịu trách nhiệm|chịu sự|phối hợp|tham mưu(?! giúp việc|, giúp việc)|làm (?:cơ quan "
    r"|đơn vị )?(?:đầu mối|thường trực)|có trách nhiệm"
    r"|có nhiệm vụ|có kế hoạch|căn cứ|chủ động|chỉ đạo(?! tỉnh| xã| phường| cấp| trung| về| thực| phòng| các| chương)"
    r"|lãnh đạo(?!,? quản lý| (?:các )?(?:sở|đơn|cơ|xã|ủy))"
    r"|tổ chức(?! chính| cấp| đảng| xã hội| đoàn| cơ sở| hội| tôn| kinh| quần| tín dụng| khoa| thành viên| phi| quốc"
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
    r"|cung cấp|(?<!công )(?<!chương )(?<!tờ )(?<!quá )(?<!quy )(?<!lộ )trình(?! độ)|xử lý|phụ trách|vận động"
    r"|nâng cao|nâng cấp"
    r"|phát huy|đề nghị|xem xét|quyết định|phê duyệt|tiếp nhận|hỗ trợ(?! (?:nông|phát triển|doanh|việc))|cập nhật"
    r"|niêm yết|công bố|công khai|vận hành|xác minh"
    r"|tạo điều kiện|tạo sự|khảo sát|đánh giá|dự báo|dự toán|cử|huy động|kiểm soát(?! bệnh| tài| thủ)|ưu tiên"
    r"|định hướng|quy hoạch(?! và|,| đô| xây| kiến| tỉnh)"
    r"|thường xuyên|đưa|gửi|giao(?! thông| dịch| lưu| tiếp| khu)|yêu cầu|phân công|phản ánh|phổ biến|thông tin (?:về"
    r"|kịp|đến|cho)|thông báo|đăng (?:tải|ký tham)|phát động|mở rộng"
    r"|xóa|giảm|tháo dỡ|duy trì|bồi dưỡng|tập huấn|tiến hành|thành lập|kiện toàn|sắp xếp|phân loại|thống kê|kiểm kê"
    r"|kiểm đếm|nạo vét|chuẩn bị"
    r"|đào tạo(?! nghề| và| từ)|giải quyết|khắc phục|tháo gỡ|ngăn chặn|đấu tranh|tham gia|cấp(?= (?:phát|phép|kinh"
    r"|vốn|giấy|chứng|bổ|đủ))|lồng ghép|thu hút|xúc tiến(?! đầu| thương| du)"
    r"|phòng,? (?:chống|ngừa)|ký (?:kết|cam|hợp)|nộp|thanh toán|quyết toán|giải ngân|sử dụng|khai thác(?! thủy| công"
    r"| hạ| và)|bàn giao"
    r"|tổng kết|sơ kết|đăng ký(?! đất| kinh| giao)|cam kết|liên hệ|ứng dụng|số hóa|chuyển đổi(?! số)|chuyển|thu hồi"
    r"|thu(?= (?:gom|thập|hút|ngân))|di dời|sơ tán|trực(?= (?:tiếp|24|ban))"
    r"|bám sát|nắm|quan tâm|chăm lo|chú trọng|coi trọng|nêu cao|gương mẫu|biểu dương|kiểm điểm|soạn thảo|khám"
    r"|khen thưởng|xác định|lựa chọn|bổ sung|sửa đổi|điều chỉnh|ứng phó"
    r"|tuần tra|truy quét|bảo vệ(?! rừng| môi| thực| chính| pháp| và)|cho(?= (?:vay|ý kiến|phép))|tư vấn"
    r"|phát triển(?! quỹ| nông| rừng| khoa| hạ| và| đô| đất| nhà| du| doanh| công| kinh)|thiết lập|chọn|mời|dừng"
    r"|(?:đồng chí )?chuẩn|bồi thường|đền bù|trả lời|xin ý kiến|lấy ý kiến|góp ý|nhân rộng|kết nối|tích hợp|liên kết"
    r"|quảng bá|trồng|sản xuất(?! và| kinh)"
    r"|kêu gọi|làm(?= (?:sạch|tốt|rõ|đầu|thủ))|đón|truyền thông(?! tỉnh| và)|truyền tải|giới thiệu|biên soạn|in ấn"
    r"|cài đặt|vệ sinh|điều (?:tra|phối(?! |,)|động|tiết|hành(?! các| dự| kinh))"
)
# Little words with which a predicate begins.
_MODAL = (
    r"có(?= (?:văn bản|ý kiến|báo cáo|kế hoạch))|phải|cần|được|đã|đang|vừa|sẽ|không|chưa|chỉ|là|gồm|nêu|nên|hãy|tự"
    r"|cùng(?! cấp)|cùng với|trực tiếp|tích cực|nghiêm túc|nhanh chóng|sớm"
    r"|định kỳ|hằng|hàng (?:tuần|tháng|quý|năm)|trước|sau|trong(?! tỉnh| xã| ngành| toàn| khu)|tại(?! địa| xã| tỉnh"
    r"| cơ)|để|nhằm|khi|nếu|về(?! việc)|đối với|gắn với|qua|bằng|vào|đến(?! cơ sở| xã| tỉnh)|trên cơ sở|khẩn"
    r"|giúp(?! việc)|họp|kết luận|thống nhất|đồng ý|ghi nhận|nghe|điện|thuộc phạm vi|theo(?! dõi)|kính|trân trọng"
    r"|chấn chỉnh"
)
_STOP = re.compile(_spaced(rf"(?<!\w)(?:{VERBS}|{_MODAL})(?!\w)"))
_STOP_ANY_CASE = re.compile(_spaced(rf"(?<!\w)(?:{VERBS}|{_MODAL})(?!\w)"), re.IGNORECASE)
# Small words of which names are made besides the capitalised ones.
_SMALL = _spaced(
    r"(?:các|và|hoặc|cùng|của|thuộc|trực thuộc|ngang|tỉnh|xã|phường|huyện|quận|thị xã|thị trấn|thành phố|đặc khu|thôn"
    r"|bản|ấp|khu phố|tổ dân phố|buôn"
    r"|trung ương|địa phương|cấp(?: trên| dưới| tỉnh| xã| huyện| ủy)?|cơ sở|cơ quan(?: (?:chuyên trách "
    r"|chuyên môn )?tham mưu(?:,? giúp việc)?| chuyên môn| chức năng| báo chí)?"
    r"|đơn vị(?: sự nghiệp| lực lượng| chức năng| tư vấn| trực thuộc| thi công)?|sở|ban|bộ|ngành|đoàn thể|hội|đoàn"
    r"|tổ chức(?= chính| đảng| xã hội| đoàn| cơ sở| hội| tôn| kinh| quần| khác|,| tín dụng| khoa| thành viên)"
    r"|chính trị|xã hội|kinh tế|quần chúng|đảng(?: ủy| bộ| đoàn)?|ủy|chi bộ|cấp ủy|chính quyền|chuyên môn|chức năng"
    r"|có liên quan|liên quan|khác|còn lại|trên địa bàn(?: tỉnh| xã| huyện| toàn tỉnh| biên giới)?"
    r"|khu vực(?: biên giới| [IVX]+| \d+)?|biên giới|nhân dân|phòng|trường|doanh nghiệp|bệnh viện|chủ đầu tư|nhà thầu"
    r"|nhà đầu tư|tham mưu,? giúp việc|giúp việc|chuyên trách|lực lượng|vũ trang|thành viên|trong tỉnh|toàn tỉnh"
    r"|trong ngành|nghề nghiệp"
    r"|từ tỉnh đến cơ sở|người đứng đầu|thủ trưởng|lãnh đạo|trưởng|phó|chủ tịch|bí thư|giám đốc|hiệu trưởng|đồng chí"
    r"|báo chí|thông tin|truyền thông|ủy ban|hội đồng|công lập|ngoài công lập|phổ thông|trung học|tiểu học|mầm non"
    r"|y tế|vùng|cao|miền núi|tín dụng|sự nghiệp|dự án|du lịch|khoa học|viễn thông|nhà nước|viên|phát thanh"
    r"|truyền hình|cán sự|cửa khẩu|tư vấn|hành chính|cán bộ|công chức|đầu tư xây dựng|công trình|giao thông|dân dụng"
    r"|công nghiệp|nông nghiệp|hạ tầng|nông thôn|thủy lợi|lâm nghiệp|kỹ thuật|thanh niên|phụ nữ|nông dân|phía|miền"
    r"|hai|ba|bốn|bên|phía|tôn giáo|trọng điểm|kinh doanh|dịch vụ|sản xuất|nước|văn phòng|công an|quân sự|chi|cục|vụ"
    r"|viện"
    r"|trung tâm|ngân hàng|thành|thị|đại biểu|tổ|đài|chỉ đạo|mặt trận|nội chính|tuyên giáo|dân vận|chấp hành"
    r"|thường vụ|thường trực|phóng viên|thường trú|báo cáo viên|cổng thông tin điện tử)"
)
_CAPITAL = rf"[{UPPER}][\w.&/]*(?:-[\w&]+)*"
# A capital alone takes the small syllable after it ("Xây dựng"); a name of two capitals is whole ("Lạng Sơn").
_WORDS = re.compile(
    rf"(?:[\s,]*(?:-\s+|–\s+)?(?:(?:{_CAPITAL}\s+)+(?={_CAPITAL}){_CAPITAL}(?!\w)"
    rf"|(?P<caps>[{UPPER}&]{{2,}}\d*)(?!\w)"
    rf"|{_CAPITAL}(?:\s+(?!(?:{_spaced(VERBS)}|{_spaced(_MODAL)})(?!\w))(?!(?:và|của|các|thuộc|tỉnh|xã"
    rf"|phường)(?!\w))[^\W\d_{UPPER}]\w*(?!\w))?"
    rf"|{_SMALL}(?!\w)|\d{{1,3}}(?![\w/])))"
)
# The next name of a list.
_NEXT_NAME = re.compile(_spaced(rf"[\s,]*(?:(?:và|hoặc|cùng|;|-) )?(?:{_HEADS})(?!\w)"))
# Small words that go on with a name when the list goes on behind them: "Vụ Cải cách | hành chính | và Thủ trưởng …".
_TAIL = re.compile(rf"(?:\s+[^\W\d_{UPPER}]\w*){{1,5}}?(?=\s*(?:,|và)\s*(?:[Cc]ác|{_HEADS})(?!\w))")
# Verbs that end any name, however long: who leads and who helps is said with them.
_SURE = re.compile(
    _spaced(r"chủ trì|chịu trách nhiệm|phối hợp|có trách nhiệm|theo dõi|tham mưu|căn cứ|chủ động|khẩn trương")
)
# An unlisted word and this many more before the verb are taken for the name.
_FEW = 4
# Without a verb that is known a name is whole when it ends with a level, or is that of a department.
_LEVEL_END = re.compile(
    _spaced(
        r"(?:tỉnh|xã|phường|huyện|thành phố|đặc khu|cấp|trung ương|địa phương|liên quan|Tỉnh ủy|Đảng ủy|Thành ủy|khối)$"
        rf"|(?:Sở|Bộ) (?:{'|'.join(sorted(set(DEPARTMENTS.values()), key=len, reverse=True))})$"
        r"|(?:Vụ|Cục|Phòng|Ban) [^\s,]+ [^\s,]+$|Bộ [^\s,]+ [^\s,]+$"
    )
)
# A head alone names no agency.
_BARE = re.compile(
    _spaced(
        r"(?:Sở|Ban|Bộ|Ủy ban|Cục|Chi cục|Phòng|Hội|Vụ|Trung tâm|Viện|Trường|Trưởng|Công ty|Văn phòng|Cơ quan|Đơn vị"
        r"|Hội đồng|Đoàn|Báo|Đài"
        r"|Lãnh đạo|Lực lượng|Ngành|Khối|Thành viên|Cá nhân|Chánh|Thuế|Trạm|Quỹ|Đồn|Bộ phận|Các (?:sở|ban|tổ chức|cấp"
        r"|hội|phòng|chi|cơ sở|khu))$"
    )
)
# A name longer than this ran into the sentence; lists are longer.
_LONGEST = 400
# A name may go on this far in small letters before its verb: "Ban Quản lý | dự án đầu tư xây dựng tỉnh | khẩn trương".
_REST = 48


def names_end(copy: str, start: int, end: int, *, listed: bool = False) -> int | None:
    """Where the agency, or the list of agencies, that begins at ``start`` ends; None in doubt.

    ``copy`` is the reading copy. ``listed`` lets a name begin in small letters, as after "phối hợp với".
    """
    head = (_LISTED_HEAD if listed else _HEAD).match(copy, start, end)
    if head is None:
        return None
    limit = min(end, start + _LONGEST)
    position = head.end()
    if _BARE.match(head.group()) and (own := _STOP.match(copy, _skip(copy, position, limit), limit)):
        position = own.end()  # "Ban quản lý …": the word after the head is part of the name
    while not _STOP.match(copy, _skip(copy, position, limit), limit):
        word = _NEXT_NAME.match(copy, position, limit) or _WORDS.match(copy, position, limit)
        word = word or _tail(copy, position, limit)
        if word is None:
            break
        position = word.end()
    stop = _settled_end(copy, start, position, end)
    if stop is None or _BARE.match(copy, start, stop):
        return None
    return stop


def _tail(copy: str, position: int, end: int) -> re.Match[str] | None:
    """Small words that end a name of a list that goes on; None when a verb is among them."""
    match = _TAIL.match(copy, position, end)
    return None if match and _STOP.search(copy, position, match.end()) else match


def _skip(copy: str, position: int, end: int) -> int:
    while position < end and copy[position].isspace():
        position += 1
    return position


def _settled_end(copy: str, start: int, position: int, end: int) -> int | None:
    """Where a name that was read as far as ``position`` ends, judged by what follows."""
    position = _without_joint(copy, start, position)
    following = _skip(copy, position, end)
    complete = _LEVEL_END.search(copy[max(start, position - 40) : position])
    if following >= end or (not complete and _REST_IS_NAME.match(copy, following, end)):
        return end if following < end else position
    if copy[following] in '.;()[]"/–-':
        return position
    if copy[following] == ":":
        return _colon_list(copy, following, end) or position
    if copy[following] == ",":
        return _before_comma(copy, position, following, end)
    if _STOP.match(copy, following, end):
        return position
    verb = _STOP.search(copy, following, min(end, following + _REST + 20))
    if complete:
        return position  # a verb that is not listed
    if verb is None or verb.start() > following + _REST or re.search(r"[.;:(),]", copy[following : verb.start()]):
        return None
    if len(copy[following : verb.start()].split()) > _FEW and not _SURE.match(copy, verb.start()):
        return None
    return _without_joint(copy, start, verb.start())


# A few small words up to the very end: a heading or a cell that is all name.
_REST_IS_NAME = re.compile(rf"(?:(?!{_spaced(VERBS)}|{_spaced(_MODAL)})[^\W\d_]\w*\s*){{1,8}}$")


def _before_comma(copy: str, position: int, comma: int, end: int) -> int | None:
    """The end of a name before a comma: a verb follows, or more of the list up to a verb of role."""
    following = _skip(copy, comma + 1, end)
    if following >= end or _STOP.match(copy, following, end) or copy[following] in "(":
        return position
    verb = _STOP.search(copy, following, min(end, following + _REST + 20))
    if verb is None or verb.start() > following + _REST or re.search(r"[.;:()]", copy[following : verb.start()]):
        return None
    return _without_joint(copy, position, verb.start()) if _SURE.match(copy, verb.start()) else None


_JOINT = re.compile(r"(?:[\s,]|(?<=\s)(?:và|hoặc|cùng|các|-|–))+$")


def _without_joint(copy: str, start: int, end: int) -> int:
    """The end without a comma or "và" that joins nothing."""
    match = _JOINT.search(copy, max(start, end - 24), end)
    return match.start() if match else end


_PLACE = rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}"
_PLACES = re.compile(
    rf":\s*(?:(?:xã|phường|các xã|các phường)\s+)?{_PLACE}(?:\s*(?:,|và|;)\s*(?:(?:xã|phường|đặc khu)"
    rf"\s+)?{_PLACE}){{0,40}}"
)


def _colon_list(copy: str, colon: int, end: int) -> int | None:
    """The end of places listed after a colon ("UBND các xã, phường: A, B"), when a verb or nothing follows."""
    match = _PLACES.match(copy, colon, end)
    if match is None or _STOP_ANY_CASE.match(copy, _skip(copy, colon + 1, end), end):
        return None
    following = _skip(copy, match.end(), end)
    return match.end() if following >= end or copy[following] in ".;)" or _STOP.match(copy, following, end) else None


def is_names(copy: str, start: int, end: int) -> bool:
    """Whether a stretch is an agency's name, or a list of them, and nothing else."""
    while end > start and (copy[end - 1].isspace() or copy[end - 1] in ".,:;"):
        end -= 1
    start = _skip(copy, start, end)
    position: int | None = start
    while position is not None and position < end:
        position = names_end(copy, position, end, listed=position > start)
        while position is not None and position < end and (copy[position].isspace() or copy[position] in ",;"):
            position += 1
    return position is not None and position >= end > start


def begins_like_name(copy: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a word that begins agencies' names."""
    return bool(_HEAD.match(copy, start, end))


def next_verb(copy: str, start: int, end: int) -> int | None:
    """Where the first word that opens a predicate stands; None when there is none."""
    match = _STOP.search(copy, start, end)
    return match.start() if match else None


def begins_with_verb(copy: str, start: int, end: int) -> bool:
    """Whether a stretch begins with what an agency does, whatever its first letter."""
    return bool(_TASK_VERB.match(copy, start, end))


_TASK_VERB = re.compile(_spaced(rf"(?:{VERBS})(?!\w)"), re.IGNORECASE)


def names_agency(text: str) -> bool:
    """Whether some agency is named in ``text``."""
    return bool(re.search(rf"\b(?:{_HEADS})\b|(?i:\b{_MANY}\b)", text))
