"""Who issued a document that is mentioned: where the name of the body behind "của" ends."""

import re
from collections.abc import Sequence

from tracuu.agencies import department_names
from tracuu.text import UPPER

# Words in lower case that go on with the name of a body begun with a capital.
_BODY_WORDS = (
    "ủy|uỷ|ban|nhân|dân|tỉnh|thành|phố|xã|phường|huyện|thị|hội|đồng|vụ|hành|bộ|trị|phủ|phòng|ương|đạo|chính"
    "|quân|sự|công|an|tịch|thường|vận|giáo|tuyên|kiểm|tra|nước|tướng|trấn|quốc|đoàn|đảng|khu|kinh|tế|chức"
)
# Words of names of which only the first syllable has a capital, as central bodies and their organs are called.
_PAIRS = (
    "Bí thư|Trưởng ban|Bộ trưởng|Thống đốc|Thủ trưởng|Thường trực|Tổng cục|Tổng Bí thư|Chỉ huy|Phó Chủ tịch|Đặc khu"
    "|Liên đoàn|Liên hiệp|Liên minh|Liên hợp|Lao động|Phụ nữ|Thanh niên|Thiếu niên|Cộng sản|Cựu chiến binh|Chữ thập đỏ"
    "|Mặt trận|Nhà báo|Văn học|Nghệ thuật|Hợp tác xã|Khoa học|Kỹ thuật|Công nghệ|Lý luận|Bầu cử|Chính sách|Chiến lược"
    "|Nội chính|Đối ngoại|Kinh tế|Dân tộc|Pháp luật|Tư pháp|Ngoại giao|Giáo dục|Đào tạo|Môi trường|Xây dựng"
    "|Nông nghiệp|Tiếng nói|Truyền hình|Ngân hàng|Học viện|Viện trưởng|Viện kiểm sát|Kiểm sát|Kiểm toán|Tòa án|Toà án"
    "|Thẩm phán|Chánh án"
    "|Bảo hiểm|Thông tấn xã|Hàn lâm|Hậu cần|Biên phòng|Hải quan|Kho bạc|Thống kê|Sở hữu|Thi đua|Khen thưởng"
    "|Phòng chống|Cải cách|Chuyển đổi số|An toàn|Giao thông|Cán sự|Quân khu|Bộ đội|Quản lý|Điều phối"
)
_TAILS = r"tối\s+cao|quốc\s+gia|nhà\s+nước|xã\s+hội|các\s+cơ\s+quan(?=\s+Đảng)"
_SPACED = r"\s+"
_DEPARTMENTS = "|".join(
    re.escape(name).replace(r"\ ", _SPACED) for name in sorted(department_names(), key=len, reverse=True)
)
# "và" goes on with a name, unless another document or its kind follows.
_AND = r"và(?=\s)"
_UNIT = rf"(?:(?:{_PAIRS.replace(' ', _SPACED)}|{_TAILS})(?!\w)|[{UPPER}][\w&]*(?!\w)|(?:{_BODY_WORDS})(?!\w))"
# "của Bộ Văn hóa, Thể thao và Du lịch", "của Ban Bí thư Trung ương Đảng", "của Ban Chỉ đạo 35 Tỉnh ủy".
_DEPARTMENT = rf"(?:Sở|Bộ(?:\s+trưởng\s+Bộ)?)\s+(?:{_DEPARTMENTS})(?!\w)"


def issuer_behind(titles: Sequence[str]) -> re.Pattern[str]:
    """Matches "của …" with the name as ``issuer``; "và" before one of ``titles`` ends it.

    Match: "của Ban Bí thư Trung ương Đảng", "của Bộ Văn hóa, Thể thao và Du lịch". Near miss: "của Bộ Chính trị |
    và Kế hoạch số …".
    """
    next_one = rf"và\s+(?:các\s|những\s|(?:{'|'.join(titles)})(?!\w))"
    return re.compile(
        rf"\s*,?\s*của\s+(?P<issuer>(?:{_DEPARTMENT}|(?=[{UPPER}]){_UNIT})"
        rf"(?:\s+(?:(?!{next_one})(?:{_AND}\s+)?{_UNIT}|\d{{1,3}}(?=\s+[{UPPER}]))|,\s+chiến\s+lược\s+Trung\s+ương){{0,16}})"
    )
