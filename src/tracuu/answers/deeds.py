"""Which deed a question asks the doer of: who drafts a scheme does not approve it."""

import re

from tracuu.answers.evidence import held_in
from tracuu.text import syllables

_WHO = (
    r"\b(?:ai|bên nào|(?:cơ quan|đơn vị|tổ chức|cấp|sở|ban|bộ|phòng|hội|ủy ban|công ty|người|đồng chí|lãnh đạo)"
    r"(?: [^\W\d]+){0,2}? nào)"
)
_MODALS = (
    r"(?: (?:phải|sẽ|được giao|được phân công|có trách nhiệm|có quyền|có thẩm quyền|chịu trách nhiệm|chủ trì|đứng ra"
    r"|phụ trách|lo|là người|là đơn vị|là cơ quan|làm|việc|tổ chức|thực hiện))*"
)
# Deeds of the offices that are done by another than who leads the work itself. Near miss: "ai xây dựng đề án".
_DEEDS = (
    r"phê duyệt|thẩm định|thẩm tra|nghiệm thu|cấp (?:kinh phí|vốn|phép)|bố trí (?:kinh phí|vốn)|tài trợ|ban hành"
    r"|quyết định|thông qua|xem xét|chủ đầu tư|sử dụng|thanh toán|quyết toán|thanh tra|phản biện|tiếp nhận|sửa chữa"
    r"|bảo trì|bảo dưỡng|công nhận|xử phạt|khen thưởng"
)
_ASKED = re.compile(rf"{_WHO}{_MODALS} (?P<deed>{_DEEDS})\b", re.IGNORECASE)
# What is done by those to whom a thing is handed on: "tham mưu UBND tỉnh ban hành", "trình HĐND tỉnh thông qua".
_HANDED_ON = re.compile(r"\b(?:trình|tham mưu|đề nghị|đề xuất|kiến nghị|báo cáo)\b[^,;.:]*", re.IGNORECASE)


def deed_asked(text: str) -> str | None:
    """The deed whose doer a question asks for ("phê duyệt"); None when it is the work itself."""
    asked = _ASKED.search(text)
    return asked["deed"].lower() if asked else None


def does(deed: str, text: str) -> bool:
    """Whether who is spoken of in ``text`` does that deed, or one that offices call otherwise; not others for them."""
    return set(syllables(deed)) <= held_in(_HANDED_ON.sub(" ", text))
