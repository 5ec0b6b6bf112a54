"""The subject of a document as it follows its issuer in a sentence."""

import re

from tracuu.documents import TITLES, is_abbreviation, sentence_of, strip_markup
from tracuu.text import UPPER, squeeze

# A subject that begins with one of these nouns names a thing: "về kế hoạch …"; the others say what is done.
_NOUNS = re.compile(
    r"(?:kế hoạch|chương trình|công tác|kết quả|tình hình|chính sách|nhiệm vụ|đề án|dự án|quy chế|quy hoạch"
    r"|chỉ tiêu|chủ trương|phương án|một số|các|những|danh mục|biện pháp|giải pháp|tiêu chuẩn|tiêu chí|mức|chế độ"
    r"|nội dung|thời gian|cơ chế|chiến lược|định hướng|phương hướng|dự toán|ngân sách|tổ chức bộ máy|hoạt động)(?!\w)"
)
_CONCLUSION = re.compile(r"(?:ý kiến )?kết luận (?:của|tại|hội nghị|cuộc họp|phiên họp|thanh tra|kiểm tra)(?!\w)")
_ABOUT = re.compile(r"(?:v\s?/\s?v|vv)\s?[:.]?\s+", re.IGNORECASE)
# A name keeps its capital: "về việc Ủy ban nhân dân tỉnh làm việc …". Near miss: "Ban hành", "Bộ tiêu chí".
_NAME = re.compile(
    r"(?:[ỦU][ỷy] ban|Hội đồng nhân dân|Tỉnh [ủu][ỷy]|Thành [ủu][ỷy]|Đảng [ủu][ỷy]|Đảng bộ|Bộ Chính trị|Ban Bí thư"
    r"|Ban (?:Chấp hành|Thường vụ|Chỉ đạo|Chỉ huy)|Chính phủ|Thủ tướng|Quốc hội|Trung ương|Mặt trận Tổ quốc|Tết "
    rf"|(?:Sở|Bộ) [{UPPER}])"
)
_DOCUMENT = re.compile(rf"(?:{'|'.join(TITLES)}) số\s")


def plain_subject(subject: str) -> str:
    """The subject on one line, without mark-up, "V/v" and stops at its end; capitals as in a sentence; may be ""."""
    return sentence_of(_ABOUT.sub("", squeeze(strip_markup(subject)).strip(" .;,:*_"), count=1))


# What a rule does is said at once: "Nghị định số … quy định về …", "Thông tư số … hướng dẫn …" (Decree 30/2020/NĐ-CP).
_RULING_KINDS = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch"})
_RULES = re.compile(r"(?:quy định|hướng dẫn|sửa đổi|bãi bỏ|quy chuẩn)(?!\w)")


def subject_phrase(subject: str, kind: str = "") -> str:
    """The subject as it follows the issuer: "về việc thực hiện …", "về kế hoạch …", "kết luận của …"; "" for none.

    ``kind`` is that of the document: what a decree or circular does follows at once.
    """
    written = plain_subject(subject)
    if not written:
        return ""
    named = is_abbreviation(re.split(r"[\s,]", written)[0]) or _NAME.match(written) or _DOCUMENT.match(written)
    first = written if named else written[0].lower() + written[1:]
    if re.match(r"về\b", first) or _CONCLUSION.match(first):
        return first
    if kind in _RULING_KINDS and _RULES.match(first):
        return first
    return f"về {first}" if _NOUNS.match(first) or _DOCUMENT.match(first) else f"về việc {first}"
