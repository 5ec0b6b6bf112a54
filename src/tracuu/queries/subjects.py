"""The agency whose tasks a question asks for: "Sở Y tế phải làm gì", "nhiệm vụ của Công an tỉnh là gì"."""

import re
from typing import NamedTuple

from tracuu.documents import TITLES
from tracuu.queries.places import find_provinces
from tracuu.text import UPPER, modern_marks, squeeze, trim
from tracuu.types import Span

# What the name of an agency begins with, small letters with marks. Near miss: "ban hành", "bộ máy", "hội nghị".
_HEADS = (
    r"sở(?! hữu)|ban(?! (?:hành|bố|đầu|ngày|nào)| *$)|bộ(?! (?:máy|phận|tiêu|môn|sưu|ba|nào))|ubnd|hđnd|ủy ban"
    r"|mặt trận(?: tổ quốc)?"
    r"|(?:thường trực )?(?:hội đồng|ủy ban) nhân dân|hội đồng|văn phòng"
    r"|(?:thường trực |thường vụ )?(?:đảng ủy|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy)|đảng bộ|đảng đoàn|chi bộ"
    r"|cấp ủy|tỉnh đoàn"
    r"|đoàn thanh niên|đoàn thể|công an|quân đội|trung tâm|hội(?! (?:nghị|nhập|thảo|họp|viên|trường))|hiệp hội"
    r"|liên đoàn|liên minh"
    r"|cục|chi cục|tổng cục|vụ|bệnh viện|kho bạc|ngân hàng|báo(?! cáo)|đài|phòng(?! (?:cháy|chống|ngừa|học|ở))"
    r"|thanh tra|viện"
    r"|tòa án|(?:phó )?chủ tịch|(?:phó )?giám đốc|(?:phó )?bí thư|thủ trưởng|hiệu trưởng|bảo hiểm xã hội|bưu điện"
    r"|biên phòng|bộ đội|(?:thuế|hải quan|thống kê)(?= (?:tỉnh|thành phố|cơ sở|khu vực))"
    r"|khuyến nông|thú y|quản lý thị trường|điện lực"
    r"|quân khu|tổ công tác|tổ công nghệ|trạm|hạt kiểm lâm|kiểm lâm|chính quyền|tập đoàn|quỹ(?! đất)"
    r"|trường(?! (?:hợp|nội"
    r"|học))|học viện|hợp tác xã|nhà xuất bản|(?:huyện|xã|thành|thị) đoàn|(?:tổng )?công ty|đội(?! ngũ)|ngành"
    r"|cấp (?:huyện|xã)"
    r"|(?:các|những) (?:sở|ban|cơ quan|đơn vị|cấp|xã|phường|huyện|trường|hội|đoàn|đảng|chi|phòng|địa phương)"
)
# Words that end the name: what it does, and what the question goes on with.
_ENDS = (
    r"phải|cần|sẽ|có|được|bị|làm|lo|chủ trì|chịu|phụ trách|đảm nhận|đảm nhiệm|đảm trách|thực hiện|triển khai"
    r"|phối hợp|tham mưu|giữ|lãnh"
    r"|là|gồm|bao|thì|về|trong|theo|để|ở|tại|của(?! bộ\b)|cho|khi|nếu|như|ra sao|thế nào|đã|đang|vào|từ|với|trước|đến"
    r"|giao(?! (?:thông|dịch|lưu))|gì"
    r"|nào|chi|ai|những"
    r"|mấy|việc(?! làm)|nhiệm vụ|hoàn thành|nhận|tổ chức(?= (?:gì|những|các|thực))|tham gia|đóng|ký|hỗ trợ|năm"
    r"|giai đoạn|dự kiến|yêu cầu|chuẩn bị"
)
# A comma inside a name goes on with one of these: "Sở Văn hóa, Thể thao và Du lịch", "UBND các xã, phường".
_AFTER_COMMA = r"bồi|phường|xã|ngành|thị|thành|phát|đoàn|ban|thể|truyền|đơn|huyện|cơ quan"
_NAME = (
    rf"(?P<name>(?:{_HEADS})\b"
    rf"(?:[^\S\n]+(?:-\s)?(?!(?:{_ENDS})\b)[^\W\d]\w*(?:,(?=\s(?:{_AFTER_COMMA})\b))?){{0,14}})"
)
_THINGS = r"(?:nhiệm vụ|công việc|phần việc|việc|nội dung|khâu|mảng|trách nhiệm|đầu việc|công tác|điều|cái)"
_WHAT = rf"(?:(?:những|các|mấy)\s+)?(?:{_THINGS}\s+)?(?:gì|nào|chi)\b(?! (?:đó|khác|cũng))"
_DOES = (
    r"(?:(?:thì|đã|đang|sẽ|cần|phải|được|có|còn|cùng|dự kiến|yêu cầu)\s+){0,3}?"
    r"(?:làm|lo|chuẩn bị|chủ trì|chịu trách nhiệm|phụ trách|đảm nhận|đảm nhiệm|đảm trách|thực hiện|triển khai|phối hợp"
    r"|tham mưu|tham gia|giao|phân công"
    r"|có(?=\s+(?:những\s+|các\s+)?(?:công việc|phần việc|đầu việc|việc)\s+(?:gì|nào))"
    r"|nhận|trách nhiệm|nhiệm vụ|đầu mối|hoàn thành|tổ chức|lãnh)(?:\s+(?:cho|về|thực hiện|chính|chung|làm"
    r"|trách nhiệm))?"
)
# Match: "Sở Y tế phải làm những việc gì", "Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh làm gì".
# Near miss: "cơ quan nào làm gì".
_ACTING = re.compile(
    rf"(?<!\w){_NAME}\s+(?:(?:ở|tại|của)\s+[\w\s]{{2,20}}?\s+)?(?:lãnh đạo\s+(?:[\w\s]{{2,40}}?\s+)?)?{_DOES}\s+{_WHAT}"
)
# Anybody at all, when the question says no more. Match: "các chủ đầu tư phải làm gì", "theo Kế hoạch 5, trưởng thôn ở
# Mường Lay cần làm những việc gì". Near miss: "muốn vay vốn phải làm gì"; "người dân phải làm gì".
_ANYBODY = re.compile(
    r"(?:^|[,:]\s)(?P<name>(?!(?:muốn|khi|nếu|để|cách|theo|trong|năm|từ|ai|cơ quan|đơn vị|kế hoạch|văn bản"
    r"|người|dân|nhân dân|công dân|hộ|gia đình|cá nhân|học sinh|tôi|em|mình|chúng)\b)"
    rf"(?:(?:các|những|mỗi)\s)?[^\W\d]\w*(?:\s(?:-\s)?(?!(?:{_ENDS})\b)[^\W\d]\w*){{0,7}})\s+(?:ở\s+[\w\s]{{2,20}}?\s+)?"
    rf"(?:phải|cần|có trách nhiệm|được giao)\s+(?:làm\s+)?{_WHAT}"
)
# Match: "Sở Y tế phải gì", "Công an tỉnh có gì phải làm".
_OWING = re.compile(rf"(?<!\w){_NAME}\s+(?:có|được)\s+(?:những\s+)?(?:{_THINGS})?\s*(?:gì|nào)\s+(?:phải|cần)\s+làm")
# Match: "nhiệm vụ của Sở Y tế là gì", "liệt kê việc giao cho Công an tỉnh". Near miss: "trách nhiệm của ai".
_BELONGING = re.compile(
    rf"(?:^|(?P<list>(?:liệt kê|nêu|kể|cho biết|tóm tắt|danh sách|tổng hợp|xem|thống kê)\b[\w\s]{{0,20}}?\s)"
    rf"|\b(?:các|những)\s)"
    rf"(?:nhiệm vụ|công việc|phần việc|đầu việc|việc|trách nhiệm|chức trách)(?:\s+(?:cụ thể|chính|chủ yếu"
    rf"|phải làm))?\s+"
    rf"(?:của|giao cho|giao|thuộc về|thuộc|mà(?:\s+[^,?]{{2,80}}?\s+(?:giao|phân công)(?:\s+riêng)?(?:\s+cho)?)?"
    rf"|phân công cho)\s+{_NAME}"
)
# Match: "kế hoạch giao Sở Y tế việc gì", "giao gì cho Công an tỉnh". Near miss: "giao công ty nào".
_GIVEN = re.compile(
    rf"\b(?:giao|phân công)\s+(?:cho\s+)?{_NAME}\s+(?:làm\s+|thực hiện\s+|chủ trì\s+)?(?!nào){_WHAT}|\b(?:giao"
    rf"|phân công)\s+{_WHAT}\s+cho\s+" + _NAME.replace("name", "given", 1)
)
# Match: "những việc nào giao Sở Y tế chủ trì", "nhiệm vụ nào do Công an tỉnh lo". Near miss: "việc nào quan trọng".
_CHOSEN = re.compile(
    rf"\b{_THINGS}\s+(?:nào|gì)\s+(?:được\s+)?(?:giao(?: cho)?|do|thuộc(?: về)?|của|phân công(?: cho)?)\s+{_NAME}"
)
# Match: "Hội Chữ thập đỏ phụ trách tuyến phố nào", "Học viện X được Bộ phân công gì". Near miss: "ai phụ trách xã nào".
_IN_CHARGE = re.compile(
    rf"^(?:tổ chức\s+|cơ quan\s+)?{_NAME}\s+(?:(?:ở|tại|của)\s+[\w\s]{{2,20}}?\s+)?"
    r"(?:được\s+(?:\w+\s+){0,4}?(?:giao|phân công)|phụ trách|đảm nhận|đảm nhiệm|lo)"
    r"\s+(?:\w+\s+){0,3}?(?:gì|nào)\b"
)
# "Cục Bản quyền tác giả được Bộ Văn hóa giao làm gì": who gives it the work is not the one asked about.
_GIVEN_BY = re.compile(
    rf"^{_NAME}\s+(?:được|bị)\s+(?:{_HEADS})\b[^,?]{{0,60}}?\s(?:giao|phân công|yêu cầu)"
    rf"(?:\s+(?:phải|làm|thực hiện))*\s+{_WHAT}"
)
# Somebody or some time is asked for instead. Match: "trách nhiệm của Sở Y tế do ai giao".
_ASKS_ELSE = re.compile(r"\b(?:ai|cơ quan nào|đơn vị nào|sở nào|bao nhiêu|khi nào|bao giờ|ngày nào|ở đâu)\b")
# A subject that names nobody. Match: "ban nào", "các cơ quan".
_NOBODY = re.compile(r"\b(?:nào|ai|gì)\b")

# These name nobody by themselves. Match: "sở". Near miss: "công an", "chính quyền".
_HEAD_ALONE = re.compile(
    r"sở|ban|bộ|ủy ban|hội đồng|văn phòng|trung tâm|hội|hiệp hội|cục|chi cục|tổng cục|vụ|báo|đài|phòng|viện|trạm|quỹ"
    r"|trường|ngành"
    r"|bệnh viện|ngân hàng|tập đoàn|liên minh"
)


class Subject(NamedTuple):
    """The agency asked about; ``span`` in the text, ``name`` without the province that ends it."""

    name: str
    span: Span


# "Theo quyết định 45/QĐ-UBND của UBND tỉnh, …": who issued the document does nothing in it.
_SOURCE = re.compile(rf"^(?:theo|trong|tại) (?:{'|'.join(TITLES)})\b[^,:?]*\d[^,:?]*[,:]\s", re.IGNORECASE)


def tasks_subject(text: str) -> Subject | None:
    """The agency whose tasks ``text`` (marks restored) asks for, None when it asks for something else.

    "Công an tỉnh Lai Châu phải làm gì" gives "Công an tỉnh".
    """
    small = _SOURCE.sub(lambda source: " " * len(source.group()), _without_places(modern_marks(text)))
    for pattern in (_GIVEN_BY, _ACTING, _OWING, _GIVEN, _CHOSEN, _IN_CHARGE, _BELONGING, _ANYBODY):
        match = pattern.search(small)
        if not match:
            continue
        group = "given" if "given" in pattern.groupindex and match["given"] else "name"
        span = trim(small, *match.span(group))
        if pattern is _BELONGING and _ASKS_ELSE.search(small):
            return None
        if not _NOBODY.search(small[slice(*span)]) and not _HEAD_ALONE.fullmatch(small[slice(*span)]):
            return Subject(_without_province(text, span), span)
    return None


def _without_places(small: str) -> str:
    """The text with the letters of provinces put out of the way, every offset kept: "Cần Thơ" is no "cần"."""
    for place in find_provinces(small):
        name = re.sub(r"\w", "x", small[slice(*place.span)])
        small = small[: place.span.start] + name + small[place.span.end :]
    return small


def _without_province(text: str, span: Span) -> str:
    """The name without a province at its end ("Sở Y tế Lai Châu"), unless the name goes on ("Điện Biên Phủ")."""
    name = text[slice(*span)]
    for place in find_provinces(text):
        inside = span.start < place.span.start and place.span.end == span.end
        if inside and not re.match(rf"\s+[{UPPER}]", text[place.span.end :]):
            name = text[span.start : place.span.start]
    return squeeze(name).rstrip(" ,-")
