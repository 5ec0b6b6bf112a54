"""Whether a question asks who or what does *not*: directives say who does."""

import re

from tracuu.text import modern_marks

_NOT = r"(?:không|chưa|chẳng|chả|khỏi|đừng)"
# Words that begin with a negation and negate nothing. Match: "không gian ngầm", "không chỉ". Near miss: "không lắp".
_NO_NEGATION = (
    r"(?:gian|khí|quân|phận|lưu|trung|kích|tên|chỉ|những|ngừng|vận|chế|dây|tưởng|khéo|tiền mặt|hề gì|sao|đâu"
    r"|phép|giấy tờ|nơi nương tựa|chuyên trách|người lái|khói|rác"
    r"|(?:nhỉ|ạ|hả|vậy|thế|đấy)$)\b"
)
_VERB = rf"{_NOT} (?!{_NO_NEGATION})\w+"
# Match: "ai không lắp", "xã nào vẫn chưa xây", "khi nào thì không phải". Near miss: "ai không gian".
_BEHIND = re.compile(r"\b(?:ai|nào|gì|đâu|bao giờ)(?: (?:mà|thì|là|vẫn|còn|đang|sẽ|lại|hiện|được|đã|cứ)){0,2} " + _VERB)
# Match: "không giao cho ai", "chưa phối hợp với sở nào". Near miss: "chưa xong thì ai chịu", "có phải không, ai lo".
_BEFORE = re.compile(rf"(?<!có )(?<!hay )\b{_VERB}(?: (?!thì\b|mà\b|nếu\b|bị\b|phạt\b)\w+){{0,4}}? (?:ai|gì|nào|đâu)$")
# A clause that goes before what is asked. Match: "nhà nào chưa nối nước thì ai lo", "không nộp thì sao".
_CLAUSE = re.compile(r"\bthì\b.*\b(?:ai|gì|nào|đâu|bao giờ|bao nhiêu|bao lâu|mấy|sao)\b")


def is_negated(text: str) -> bool:
    """Whether the verb of what ``text`` (marks restored) asks is negated.

    "Ai không lắp camera?" is; "Không gian ngầm do ai quản lý?", "Đã xong chưa?" and "Có phải nộp không?" are not.
    """
    small = modern_marks(text).strip(" ?!.…")
    found = _BEHIND.search(small)
    if found and not (_CLAUSE.search(small, found.end())):
        return True
    return _BEFORE.search(small) is not None
