"""How well words stand alone: a sentence that needs nothing around it may be quoted, a heading may not."""

import re
from collections.abc import Sequence

from tracuu.agencies.names import begins_like_name
from tracuu.documents import TITLES
from tracuu.quotes.pieces import Piece, is_role, leans
from tracuu.text import syllables
from tracuu.types import QuoteUnit

# Shorter words are a heading or a scrap (the shortest sentence of the corpus that says something has 8 syllables).
_FEWEST_SYLLABLES = 7
# Words that point outside the sentence. Near miss: "sau đây viết tắt là", "trong đó" after a comma.
_POINTING = re.compile(
    r"(?:nêu|nói|kể|đề cập) (?:ở )?trên|trên đây|(?:ở|nêu|theo) dưới đây|dưới đây|sau đây(?! (?:viết|gọi))|như sau"
    r"|(?:mục|điểm|khoản|phần|biểu|phụ lục) (?:trên|dưới|này)|(?:văn bản|công văn) (?:trên|nêu)",
    re.IGNORECASE,
)
# "Kế hoạch này" names itself when quoted; "các nội dung này", "việc đó" name nothing.
_ITSELF = re.compile(rf"(?:{'|'.join(TITLES)}) này(?!\w)", re.IGNORECASE)
_THIS = re.compile(r"(?<!lúc )(?<!thời gian )(?<!\w)này(?!\w)")
_THAT = re.compile(
    r"(?<!trong )(?<!do )(?<!theo )(?<!qua )(?<!từ )(?<!bên cạnh )(?<!cùng với )(?<!sau )(?<!khi )(?<!nhờ )"
    r"(?<!\w)đó(?!\w)",
    re.IGNORECASE,
)
# A document and its subject are a title; something said of it makes a sentence.
_TITLE = re.compile(rf"(?:{'|'.join(TITLES)}) (?:số )?\d", re.IGNORECASE)
_SAID_OF = re.compile(r"(?<!\w)(?:được|đã|là|phải|xác định|đề ra|nêu rõ|yêu cầu|quy định|khẳng định|đặt ra|cần)(?!\w)")
_RECITAL = re.compile(
    r"(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|thực hiện .{0,400}ban hành)(?!\w)", re.IGNORECASE
)
# What opens a document before its first heading says why it is issued.
_OPENING = re.compile(rf"(?:thực hiện|triển khai|thi hành|căn cứ|theo) (?:{'|'.join(TITLES)}) ", re.IGNORECASE)
# Words that open or hold a predicate. Vietnamese directives leave the subject out: "Đẩy mạnh chuyển đổi số."
_PREDICATE = re.compile(
    r"(?<!\w)(?:là|đạt|phải|được|bị|có|cần|không|chưa|sẽ|đã|đang|gồm|giao|yêu cầu|đề nghị|bảo đảm|đảm bảo|thực hiện"
    r"|triển khai|xây dựng|phát triển|nâng|đẩy|tăng|giảm|mở|tập trung|ưu tiên|hoàn thành|hoàn thiện|tạo|phát huy|coi"
    r"|lấy|đưa|góp phần|khuyến khích|huy động|thu hút|chú trọng|đổi mới|cải thiện|khai thác|quản lý|kiểm|xử lý"
    r"|giải quyết|tuyên truyền|tổ chức|tham gia|bố trí|hỗ trợ|rà soát|nghiên cứu|hình thành|kết nối|quán triệt|giữ|chịu"
    r"|chủ trì|phối hợp|chỉ đạo|tham mưu|ban hành|lập|đầu tư|cải cách|đa dạng|thúc đẩy|trở thành|phấn đấu|xóa|xoá"
    r"|chống|ngăn|khắc phục|tháo gỡ|vận động|biểu dương|khen|làm|định hướng|theo dõi|cụ thể|ứng dụng|bồi dưỡng|cung cấp"
    r"|tiếp tục|nắm|gắn|đến|từ|đáp ứng|thích ứng|cân đối|lồng ghép|phân|sắp xếp|di dời|duy trì|tận dụng|phục vụ)(?!\w)"
)
# Sentences of office routine: reports sent, meetings called. They are seldom quoted.
_ROUTINE = re.compile(
    r"(?<!\w)(?:báo cáo (?:kết quả |tình hình )?(?:về|UBND|Ủy ban|Thường trực|Ban Thường vụ|Sở|Đảng ủy)"
    r"|\(qua [^()]{1,80}\)|gửi về|trước ngày \d"
    r"|để các (?:cơ quan|đơn vị|địa phương)[^.;]{0,40} biết|định kỳ .{0,30}báo cáo|tổng hợp,? báo cáo)",
    re.IGNORECASE,
)

# An agency's task said with its name: whole, and of interest to few.
_ASSIGNED = re.compile(r"[^.;:]{3,90}?(?::| )\s?(?:chủ trì|phối hợp|tham mưu)(?!\w)", re.IGNORECASE)

# What each sign takes, as a factor; orders of the tuning topics were alike for 0.1 more or less.
_POINTS, _LEANS, _POINTS_A_LITTLE, _WITHOUT_ACTOR, _HUNG, _ROW = 0.3, 0.35, 0.6, 0.5, 0.8, 0.45
_ROUTINE_FACTOR, _TASK = 0.7, 0.85
# Below this nothing is offered at all.
LEAST = 0.36
# Lengths in characters that are quoted without a second thought (most sentences of speeches and articles), then
# what longer ones are worth: nobody quotes a whole page.
_SHORT, _LONG, _LONGER, _LONGEST = 50, 330, 480, 700


def standing(piece: Piece, words: str, stems: Sequence[str] = ()) -> float:
    """How well a piece stands alone, in [0, 1]; 0 for what is no sentence or not whole.

    ``words`` and ``stems`` are those of the piece as they are pasted.
    """
    if not piece.whole or not _is_said(words) or (not piece.passage.headings and _OPENING.match(words)):
        return 0.0
    if piece.unit is QuoteUnit.ROW:
        return _ROW
    return _pointing(words) * _hanging(words, stems) * _length(len(words)) * _routine(words)


def _is_said(words: str) -> bool:
    """Whether words are a sentence at all: no heading, title, recital or agency line."""
    letters = [c for c in words if c.isalpha()]
    if len(syllables(words)) < _FEWEST_SYLLABLES or sum(c.isupper() for c in letters) > 0.5 * len(letters):
        return False
    if len(letters) < 0.6 * len(words.replace(" ", "")) or words.endswith(":") or _RECITAL.match(words):
        return False
    if _TITLE.match(words):
        return bool(_SAID_OF.search(words))
    small = words[0].lower() + words[1:]
    return bool(_PREDICATE.search(small))


def _pointing(words: str) -> float:
    if _POINTING.search(words):
        return _POINTS
    if leans(words):
        return _LEANS
    rest = _ITSELF.sub("", words)
    if _THIS.search(rest) or _THAT.search(rest):
        return _POINTS_A_LITTLE
    return 1.0 if rest == words else 0.9


def _hanging(words: str, stems: Sequence[str]) -> float:
    """What an item loses by hanging on a stem, or by wanting one, and by being one agency's task."""
    if (is_role(words) and not stems) or (words[0].islower() and not stems):
        return _WITHOUT_ACTOR if is_role(words) else _LEANS
    task = is_role(words) or bool(_ASSIGNED.match(words)) or any(begins_like_name(s, 0, len(s)) for s in stems)
    return (_HUNG if stems else 1.0) * (_TASK if task else 1.0)


def _length(characters: int) -> float:
    if characters < _SHORT:
        return 0.85
    return 1.0 if characters <= _LONG else 0.85 if characters <= _LONGER else 0.65 if characters <= _LONGEST else 0.4


def _routine(words: str) -> float:
    return _ROUTINE_FACTOR if _ROUTINE.search(words) else 1.0
