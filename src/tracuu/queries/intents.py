"""What a question asks for, and what else in the same breath."""

import re
from functools import cache

from tracuu.agencies.names import next_verb
from tracuu.queries.askings import ASKINGS, DOCUMENT, EFFECT, PERSON, Asking
from tracuu.queries.subjects import tasks_subject
from tracuu.queries.wordings import nearest_intent
from tracuu.text import fold, modern_marks, squeeze
from tracuu.types import Intent

# What is asked of documents, or of where something stands, comes before what an agency must do.
_BEFORE_TASKS = frozenset(
    {Intent.SYMBOL, Intent.SIGNATORY, Intent.ISSUED_ON, Intent.ISSUER, Intent.RECIPIENTS, Intent.WHERE}
)
# These ask about a document; a day asked for in the same breath is the day of that document.
_OF_DOCUMENTS = _BEFORE_TASKS - {Intent.WHERE}


# "Theo kế hoạch 39, tỷ lệ đô thị hóa …": what is asked begins behind.
_ACCORDING = re.compile(rf"^(?:(?:theo|trong|tai|o) {DOCUMENT}\b[^,:]{{0,80}}[,:]|{DOCUMENT}\b[^,:?]{{0,80}}:) ")
# What is asked in so few words behind a document is asked of it: "Kế hoạch 39: ai ký?".
_OF_IT = 4
# Of anything else a day is one by which it is done, and who issues it is who does it.
_OF_ANOTHER = {Intent.ISSUED_ON: Intent.DEADLINE, Intent.ISSUER: Intent.LEAD, Intent.SYMBOL: Intent.FIGURE}


# "Hộ nào phân loại đúng thì đóng bao nhiêu": any such household, and not which. Near miss: "sở nào thì lo việc này".
_ANY = re.compile(
    r"\b(?P<thing>nhà|hộ|người|em|cháu|xã|phường|thôn|nơi|chỗ|đơn vị|cơ sở|doanh nghiệp|trường)\s+nào\b"
    r"(?!\s+(?:sẽ |phải )?(?:chủ trì|phối hợp|được giao|chịu trách nhiệm|lo|phụ trách|giám sát|theo dõi)\b)"
    r"(?=[^?.]{1,80}\bthì\b[^?]*\b(?:bao nhiêu|mấy|gì|thế nào|sao|khi nào|bao giờ|đâu|ai|nào)\b)",
    re.IGNORECASE,
)


# Where a sentence ends and another begins. Near miss: "TP. Huế", "P. Mỹ Thới", "1. Sở Y tế".
_SENTENCE_ENDS = re.compile(r"(?<=\w{3})[.?!]\s+(?=[^\W\d_]{2})")
# "Mấy bãi cát lấn sông thì bên nào dẹp", "Mấy ngôi trường đã khởi công, ai đôn đốc": said of several things.
_SEVERAL = re.compile(
    r"^mấy (?!giờ|ngày|tháng|năm|phần trăm|%)(?=[^?]*(?:\bthì\b|\b(?:đã|đang)\b[^?,]*,)"
    r"[^?]*\b(?:nào|ai|bao giờ|đâu)\b)",
    re.IGNORECASE,
)
# When and where in one breath: "tổ chức ở đâu, ngày nào". A sentence says both.
_WHEN_AND_WHERE = re.compile(
    r"^(?=.*\b(?:o|tai) (?:dau|cho nao|noi nao)\b)(?=.*\b(?:(?:ngay|hom|khi|luc) (?:nao|may)|may gio|bao gio)\b)"
)
_VALUES = frozenset({Intent.DEADLINE, Intent.FIGURE})
# "Đơn vị nào ở Cô Tô vận hành …": where the body is stands before what it does. Near miss: "Sở nào ở Huế có dự án".
_WHO_THERE = re.compile(
    r"^(?:(?:những )?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|bên|hội|lực lượng|tổ chức|đoàn thể|trung tâm|chi cục"
    r"|công ty) nào|ai) (?:ở|tại|của|thuộc|bên|trong)\s",
    re.IGNORECASE,
)
_UNDERGOES = re.compile(r"\b(?:được|bị|có|là|nhận|hưởng|thuộc)\b", re.IGNORECASE)
# So far behind that the name of the place and its level have room.
_PLACE_LENGTH = 32
# "loại trứng nào không được phép buôn bán": what must not be done, and nobody who does it. Near miss: "sở nào …".
_FORBIDDEN = re.compile(
    r"\b(?:loai|thu|hang|mat hang|hanh vi|viec|vat|giong|con|cay|do|phuong tien|xe)(?: \w+){0,2} nao (?:thi )?"
    r"(?:khong duoc|bi cam|khong cho)\b"
)


def find_intent(text: str) -> Intent:
    """What ``text`` (accented or not) asks for; FREE when no way of asking is seen.

    Of several sentences the last says it, if it asks: those before tell of the occasion.
    """
    *before, last = _SENTENCE_ENDS.split(text.rstrip(" ?!.…"))
    if before and _ASKS.search(modern_marks(last)) and (of_last := find_intent(last)) is not Intent.FREE:
        return of_last
    text = _SEVERAL.sub("các ", _ANY.sub(r"\g<thing>", text))
    folded = squeeze(fold(_told_apart(text))).strip(" ?!.…")
    according = _ACCORDING.match(folded)
    rest = folded[according.end() :] if according else folded
    seen = next((asking.intent for asking, pattern in _patterns() if pattern.search(rest)), None)
    if according and len(rest.split()) > _OF_IT and seen in _OF_ANOTHER:
        seen = _OF_ANOTHER[seen]
    if according and seen is None:
        seen = next((asking.intent for asking, pattern in _patterns() if pattern.search(folded)), None)
    if seen in _BEFORE_TASKS:
        return seen
    if (seen in _VALUES and _WHEN_AND_WHERE.search(folded)) or (seen is Intent.LEAD and _FORBIDDEN.search(folded)):
        return Intent.FREE
    if tasks_subject(text):
        return Intent.TASKS
    return seen or (Intent.LEAD if _does_there(text) else nearest_intent(folded))


def _does_there(text: str) -> bool:
    """Whether a question for a body says where it is and then, in words of offices, what it does."""
    there = _WHO_THERE.match(text)
    if there is None or _ASKS.search(modern_marks(text[there.end() :])):
        return False  # something is asked of those bodies
    verb = next_verb(text, there.end(), there.end() + _PLACE_LENGTH)
    return verb is not None and not _UNDERGOES.search(text, there.end(), verb + _PLACE_LENGTH)


@cache
def _effect() -> re.Pattern[str]:
    return re.compile(EFFECT)


def asks_effect(text: str) -> bool:
    """Whether ``text`` (accented or not) asks from when a document or its rules hold."""
    return _effect().search(squeeze(fold(_told_apart(text))).strip(" ?!.…")) is not None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(PERSON)


def asks_for_person(text: str) -> bool:
    """Whether ``text`` (accented or not) asks for the name of an office's holder: no office answers that."""
    return _person().search(squeeze(fold(_told_apart(text))).strip(" ?!.…")) is not None


# Where one question may end and the next begin. Match: "ai chủ trì và bao giờ xong". Near miss: "28,5 m2".
_JOINTS = re.compile(r"(?:\s+(?:và|rồi|với lại|đồng thời|hay|thì)\b|[,;?.](?=\s))\s*", re.IGNORECASE)
# A part asks something itself. Match: "khi nào", "ai ký", "có lo chính không". Near miss: "phối hợp với Sở Y tế".
_ASKS = re.compile(
    r"\b(?:gì|nào|ai|đâu|mấy|bao nhiêu|bao giờ|bao lâu|sao|thế nào|chi)\b|\b(?:không|chưa|chứ)\s*(?:ạ|nhỉ|vậy)?[?]?$"
    r"|^(?:thời hạn|thời gian|hạn(?! mức| chế)|tiến độ)(?: (?:hoàn thành|thực hiện|xong|cuối|chót|là))*$"
    r"|^(?:cơ quan|đơn vị|bên) (?:chủ trì|phối hợp|theo dõi|giám sát|đầu mối)\b"
)
# Match: "SXD có lo chính không", "có phải Sở Y tế chủ trì không". Near miss: "có được chuyển đất lúa không".
_LEADS_OR_NOT = re.compile(
    r"\b(?:có|có phải|phải chăng)\b.*\b(?:chủ trì|lo|phụ trách|đầu mối|chịu trách nhiệm)\b.*\b(?:không|chưa|chứ)$"
)


def find_also(text: str, first: Intent) -> tuple[Intent, tuple[Intent, ...]]:
    """What ``text`` (marks restored) asks for first, and what else, in order, each once.

    "ai chủ trì và bao giờ xong" gives LEAD and DEADLINE. A question in one part gives ``first`` alone.
    """
    asked: dict[Intent, None] = {}
    parts = _asking_parts(modern_marks(text))
    for part in parts if len(parts) > 1 else ():
        intent = Intent.LEAD if asked and _LEADS_OR_NOT.search(part) else find_intent(part)
        if intent is Intent.DEADLINE and (_OF_DOCUMENTS & asked.keys() or first in _OF_DOCUMENTS):
            intent = Intent.ISSUED_ON
        if intent is not Intent.FREE:
            asked[intent] = None
    if not asked or first is Intent.FREE:
        return first, ()
    main = first if first not in asked or len(asked) == 1 else next(iter(asked))
    return main, tuple(intent for intent in asked if intent is not main)


def _asking_parts(text: str) -> list[str]:
    """Parts of a question that each ask something; what asks nothing goes with the part after it."""
    text = _ANY.sub(r"\g<thing>", _SEVERAL.sub("các ", text))
    parts: list[str] = []
    start = begin = 0
    for joint in [*_JOINTS.finditer(text), None]:
        end = joint.start() if joint else len(text)
        if _ASKS.search(text[start:end].strip(" ?!.…")):
            parts.append(text[begin:end].strip(" ?!.…,;"))
            begin = joint.end() if joint else end
        start = joint.end() if joint else end
    return parts


# Words of asking that are alike to other words once the marks are gone: what each must be with them.
# Match: "gửi đến đâu", "số nào". Near miss: "chuyện đầu tư", "sở nào" (a department).
_MEANT = {
    "so": "số", "dau": "đâu", "chuyen": "chuyển", "may": "mấy", "ky": "ký", "han": "hạn", "lo": "lo", "cho": "cho",
    "nao": "nào", "gi": "gì", "gui": "gửi", "nhan": "nhận", "can": "cần", "dat": "đạt", "ai": "ai", "phai": "phải",
    "nhieu": "nhiêu", "cung": "cùng", "thuoc": "thuộc",
}  # fmt: skip


# "chợ đầu mối", "công trình đầu mối": a thing, and nobody who leads.
_HUB = re.compile(r"\b(?:(?:chợ|cho|công trình|cong trinh|hồ chứa|kho|trạm|ga) |chợ (?:\w+ ){1,2})$", re.IGNORECASE)


_CHOSEN = re.compile(r"\s+nào\b", re.IGNORECASE)


def _told_apart(text: str) -> str:
    """``text`` with those words that only look like words of asking put out of the way."""

    def clear(match: re.Match[str]) -> str:
        word = modern_marks(match.group())
        meant = _MEANT.get(fold(word))
        if word == "sở" or (word == "hội" and _CHOSEN.match(text, match.end())):
            return "đơn vị"  # "hội nào" is no "hồi nào"
        if word == "trồng" or (word == "cung" and not text.isascii()):
            return "_"
        if word == "sơ" and text[match.end() :].lstrip().lower().startswith("kết"):
            return word  # "sơ kết" is no "số kết"
        if word in ("chỗ", "kí"):
            return word.replace("kí", "ký")
        if word == "đầu" and text[match.end() :].lstrip().lower().startswith("mối"):
            return "_" if _HUB.search(text[: match.start()]) else word
        return match.group() if meant is None or word in (meant, fold(word)) else "_"

    return re.sub(r"[^\W\d_]+", clear, text)


@cache
def _patterns() -> tuple[tuple[Asking, re.Pattern[str]], ...]:
    return tuple((asking, re.compile(asking.pattern)) for asking in ASKINGS)
