"""Whether a value is said of the very thing that is asked: what stands beside it may be its neighbour."""

import re

from tracuu.answers.amounts import has_plain_number, is_of_another_count
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.values import Value
from tracuu.queries import content_terms, office_words, siblings_in, speaks_of_sibling, topic_terms
from tracuu.text import ORDINALS, ROMAN, UPPER, fold, syllables
from tracuu.types import Assignment, Intent, Passage, Query, Target


def is_of_the_thing(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether the words of a value, what stands above them and the document's subject speak of the thing asked."""
    own = _own_words(value, passage, evidence)
    said = " ".join([own, *evidence.headings(passage), passage.context, evidence.about(passage.doc_id)])
    if _is_of_another_turn(query.text, f"{said} {passage.text}") or _is_of_a_later_name(
        query, value, passage, evidence
    ):
        return False
    if speaks_of_sibling(_without_bodies(query), _without_names(own, value, evidence), said):
        return False
    if isinstance(value.fact, Target) and not passage.row and speaks_of_sibling(query.text, value.text, value.text):
        return False  # "15% cho hộ nghèo, 10% cho hộ cận nghèo": the clause has both, the figure one
    if not _is_of_the_part(query, own, passage, evidence):
        return False
    if query.intent is not Intent.FIGURE:
        return True
    if is_of_another_count(query.text, own):
        return False
    told = _measures_it(query.text, said) and _undergoes_it(query.text, said) and _is_whole(query.text, own)
    return told and _is_of_year(query, value, evidence) and not _is_of_another_letter(query, own, evidence)


# "riêng các xã ven biển phía Đông thì bao nhiêu", "riêng địa bàn Bạc Liêu cũ có mấy tàu": that part, and no other.
_PART_ALONE = re.compile(
    r"(?:^|[,:]\s*|\b(?:còn|thì|nhưng)\s+)riêng (?!là\b|thì\b|có\b)"
    r"(?:với |đối với |ở |tại |địa bàn |khu vực )*(?P<part>[^,?\d]{4,60}?)"
    r"(?=,| (?:thì|có|phải|đạt|là|còn|được|do|bao|mấy|chiếm|cần|giao)\b|$)",
    re.IGNORECASE,
)
# Share of the weight of its words that must stand where the value is told, or above.
_PART_HELD = 0.6


def _is_of_the_part(query: Query, own: str, passage: Passage, evidence: Evidence) -> bool:
    """Whether a value is told of the part that a question sets apart from the rest; True when it sets none apart."""
    asked = _PART_ALONE.search(query.text)
    words = content_terms(asked["part"]) if asked else []
    return evidence.coverage(words, " ".join([own, *evidence.headings(passage)])) >= _PART_HELD if words else True


def _own_words(value: Value, passage: Passage, evidence: Evidence) -> str:
    """The words of the row, of the assignment or target, or the sentences themselves."""
    if passage.row:
        return evidence.plain(passage, (passage.span,))
    if isinstance(value.fact, Assignment):
        return evidence.words(passage.source_id, (*value.fact.task, value.fact.span))
    if isinstance(value.fact, Target):
        return evidence.words(passage.source_id, (*value.fact.indicator, value.fact.span))
    return evidence.words(passage.source_id, value.spans)


# "Bệnh viện nào", "trường đại học nào": who is asked for is no thing.
# Near miss: "sáp nhập trường trung học phổ thông vào năm nào".
_WHO = re.compile(
    r"\b(?:cơ quan|đơn vị|sở|ban|ngành|bên|phòng|bệnh viện|trường|trung tâm|viện|hội|đoàn|công ty|doanh nghiệp|tổ chức"
    r"|chi cục|cục|vụ|tổ|đội|ủy ban|lực lượng)(?: (?!vào|trong|năm|ngày|tháng|quý)[^\W\d_]+){0,3} nào\b",
    re.IGNORECASE,
)


def _without_bodies(query: Query) -> str:
    """The question without the agencies that it names or asks for."""
    text = query.text
    for name in filter(None, (*query.agencies, query.subject)):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return _WHO.sub(" ", text)


def _without_names(own: str, value: Value, evidence: Evidence) -> str:
    """The words of an assignment without those that do it: a "Bệnh viện Mắt" may see to the ears."""
    if not isinstance(value.fact, Assignment):
        return own
    for body in (*value.fact.lead, *value.fact.coordinating, *value.fact.supervising):
        own = own.replace(evidence.words(value.fact.source_id, (body,)), " ")
    return own


def is_of_another_name(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether the words of a value put another name where the question puts one that stands nowhere.

    Match: "nước sông Đà vào" and "nước sông Hồng vào": two words before and one behind agree. Near miss: other words
    than names may say the same thing.
    """
    if not evidence.is_directive(passage):
        return False
    own, said = _own_words(value, passage, evidence), f"{evidence.whole(passage)} {evidence.about(passage.doc_id)}"
    if value.fact is None and passage.row is None and _is_of_a_namesake(query, own, passage, evidence):
        return True
    asked, told, held = syllables(query.text), syllables(own), held_in(said)
    named, names = ({w.lower() for w in _CAPITALISED.findall(text)} for text in (query.original, own))
    frames = {(a, b, d): c for a, b, c, d in zip(told, told[1:], told[2:], told[3:], strict=False)}
    for a, b, c, d in zip(asked, asked[1:], asked[2:], asked[3:], strict=False):
        other = frames.get((a, b, d), "")
        if c in named and other in names and c not in held and other not in asked:
            return True
    return False


# "thị xã Kỳ Anh": a place, by its level and its name.
_LEVEL_AND_NAME = re.compile(
    rf"\b(?P<level>(?i:thị xã|thị trấn|xã|phường|huyện|đặc khu|thành phố)) (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)*)",
)


def _is_of_a_namesake(query: Query, own: str, passage: Passage, evidence: Evidence) -> bool:
    """Whether sentences name another place of the level that a question names, and its own stands beside them alone."""
    asked = {(fold(m["level"]), fold(m["name"])) for m in _LEVEL_AND_NAME.finditer(query.text)}
    levels = {level for level, _ in asked}
    told = {fold(m["name"]) for m in _LEVEL_AND_NAME.finditer(own) if fold(m["level"]) in levels}
    above = fold(" ".join([*evidence.headings(passage), evidence.about(passage.doc_id), own]))
    return bool(asked and told) and not any(name in above for _, name in asked)


_CAPITALISED = re.compile(rf"(?<=[\w,] )[{UPPER}][^\W\d_]+")


# --- Names -----------------------------------------------------------------------------------------

# "Ninh Chử", "Đèo Cả": two words with capitals or more inside a question. Near miss: "cho hỏi Theo Chương trình 87".
_NAME = re.compile(rf"(?<=[\w,] )(?!(?:Theo|Trong|Tại|Ở) )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+")
_CLAUSE_END = re.compile(r"[;.](?=\s)")


def _is_of_a_later_name(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether a name of the question first stands behind the value: "phường A bố trí 20 nhà; phường B …".

    What was named before may still be spoken of.
    """
    if passage.row or not value.spans:
        return False
    copy = evidence.reading_copy(passage.source_id)
    last = _end_of_saying(query, value, copy)
    end = _CLAUSE_END.search(copy, last - 1, passage.span.end)
    stop = end.start() if end else passage.span.end
    before, behind = fold(copy[passage.span.start : stop]), copy[stop : passage.span.end]
    said = " ".join([before, *map(fold, evidence.headings(passage)), fold(evidence.about(passage.doc_id))])
    agencies = fold(" ".join((*query.agencies, query.subject or "")))
    names = [name for match in _NAME.finditer(query.original) if (name := fold(match.group())) not in agencies]
    doers = [
        clause[: clause.find(name)]
        for clause in map(fold, _CLAUSE_END.split(behind))
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", clause) and not re.search(rf"\b{re.escape(name)}\b", said)
    ]
    return any(_DOER_BEFORE.fullmatch(words) for words in doers)


# What stands before a place that does something itself. Near miss: "Địa điểm: xã ", "trong đó có xã ".
_DOER_BEFORE = re.compile(
    r"\W*(?:(?:giao|rieng|con)\s+)?(?:(?:ubnd|uy ban nhan dan|dang uy|hdnd|cong an)\s+)?(?:cac\s+)?"
    r"(?:(?:(?:tinh|thanh pho|huyen|thi xa|thi tran|phuong|xa|dac khu)\s+)?[a-z]+(?:\s+[a-z]+){0,2}?(?:\s+va|,)\s+)*"
    r"(?:(?:tinh|thanh pho|huyen|thi xa|thi tran|phuong|xa|dac khu)\s+)?"
)


def _end_of_saying(query: Query, value: Value, copy: str) -> int:
    """Where that ends which says the value: the assignment, or of sentences the last clause with the number asked."""
    last = max(span.end for span in value.spans)
    if isinstance(value.fact, Assignment):
        return max(last, value.fact.span.end)
    if value.fact is None and query.intent is Intent.FIGURE:
        start, *_ = value.spans[-1]
        ends = [*(match.start() for match in _CLAUSE_END.finditer(copy, start, last)), last]
        clauses = zip([start, *ends], ends, strict=False)
        return max((end for begin, end in clauses if has_plain_number(copy[begin:end])), default=last)
    return last


# --- Ordinals --------------------------------------------------------------------------------------

# "con thứ ba", "lần thứ 2", "đợt II". Near miss: "thứ Ba hằng tuần", "thứ nhất là".
_THINGS = "con|cháu|đứa|lần|đợt|kỳ|vòng|khóa|bước|giai đoạn"
_ORDINAL = re.compile(
    rf"\b(?P<thing>{_THINGS}) thứ (?P<number>{'|'.join(ORDINALS)}|\d{{1,2}})\b"
    rf"|\b(?P<turn>lần|đợt|kỳ|vòng|khóa|bước|giai đoạn) (?P<count>\d{{1,2}}|[IVX]{{1,4}})(?![\w/])",
    re.IGNORECASE,
)
_NUMBERS = {word.lower(): str(number) for words in (ORDINALS, ROMAN) for number, word in enumerate(words, start=1)}


def _ordinals(text: str) -> set[tuple[str, str]]:
    found = (((m["thing"] or m["turn"]).lower(), (m["number"] or m["count"]).lower()) for m in _ORDINAL.finditer(text))
    return {(thing, _NUMBERS.get(number, number.lstrip("0"))) for thing, number in found}


def _is_of_another_turn(asked: str, said: str) -> bool:
    """Whether a text speaks of another one of the things that a question numbers ("con thứ ba"), and not of it."""
    meant, told = _ordinals(asked), _ordinals(said)
    return any((thing, number) not in told and any(other == thing for other, _ in told) for thing, number in meant)


# --- Figures ---------------------------------------------------------------------------------------

# Quantities that no figure is of unless they are named: a number of visitors is no "doanh thu".
_QUANTITY = re.compile(
    r"\b(?:doanh thu|thu nhập|năng suất|kim ngạch|học phí|viện phí|lợi nhuận|dư nợ|nợ xấu|mức phạt|tiền phạt|lãi suất"
    r"|tuổi thọ|giá (?:vé|bán|thuê|điện|nước|đất|cước|sàn|trần)|đơn giá"
    r"|(?:thưởng|phạt)(?= (?:(?:tối đa|tới|đến|cao nhất|thấp nhất) )?bao nhiêu(?: tiền| đồng)?$))\b"
)


def _measures_it(asked: str, said: str) -> bool:
    """Whether the quantity that is asked for by its name is spoken of."""
    held = held_in(said)
    return all(set(syllables(match.group())) <= held for match in _QUANTITY.finditer(office_words(asked).lower()))


# "bao nhiêu hồ bị hư hỏng", "mấy người bị thương": what befell those that are counted.
_UNDERGONE = re.compile(
    r"\b(?:bao nhiêu|mấy)\b[^,;?]{0,80}?\b(?:bị|được(?= (?:tuyển dụng|bổ nhiệm|kết nạp)))"
    r" (?P<verb>(?!coi|tính|phạt)[^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)


def _undergoes_it(asked: str, said: str) -> bool:
    """Whether some word of what befalls those that are counted is said."""
    match = _UNDERGONE.search(asked)
    if match is None or not held_in(said).isdisjoint(held_in(f"bị {match['verb']}") - {"bị"}):
        return True
    return not siblings_in(match["verb"]).isdisjoint(siblings_in(said))


_WHOLE_ASKED = re.compile(r"\b(?:tổng cộng|tất cả|cả thảy|tính cả)\b", re.IGNORECASE)
_MONEY_ASKED = re.compile(
    r"\b(?:bao nhiêu|mấy) (?:tiền|tỷ|triệu|nghìn|đồng(?! (?:bào|hồ|chí)\b))|\b(?:kinh phí|tổng vốn|chi phí)\b",
    re.IGNORECASE,
)
_WHOLE_SAID = re.compile(r"\b(?:tổng|kinh phí|dự toán|mức đầu tư|nhu cầu|cộng|toàn bộ)\b", re.IGNORECASE)
# "tạm cấp 6 tỷ đồng …, phần còn lại huy động": a part.
_PART_SAID = re.compile(r"\b(?:còn lại|trước mắt|tạm (?:cấp|ứng)|bước đầu)\b", re.IGNORECASE)


def _is_whole(asked: str, own: str) -> bool:
    """Whether a sum of money that is asked for as a whole is none that is said to be a part."""
    if not (_WHOLE_ASKED.search(asked) and _MONEY_ASKED.search(asked)):
        return True
    return _WHOLE_SAID.search(own) is not None or _PART_SAID.search(own) is None


_PIECE = re.compile(r"[;,.](?=\s)")
# "vùng A", "khu 2", "phương án 1": what has no other name.
_LETTERED = re.compile(
    r"\b(?P<thing>vùng|khu|lô|phân khu|phương án|hợp phần|gói|nhóm|mẫu|tuyến|hạng|bậc|cụm)"
    rf" (?P<letter>[{UPPER}](?!\w)|(?i:i{{2,3}}|iv|vi{{0,3}})\b|\d{{1,2}}(?![\d.,/%]*\d|\s?%| \w))"
)


def _is_of_another_letter(query: Query, own: str, evidence: Evidence) -> bool:
    """Whether the clause that says most of the topic is of vùng A where vùng C is asked about."""
    asked = {(m["thing"], m["letter"].upper()) for m in _LETTERED.finditer(query.text)}
    if not asked:
        return False
    terms = topic_terms(query)
    clauses = [piece for piece in _PIECE.split(own) if has_plain_number(piece)]
    clause = max(clauses, key=lambda piece: evidence.coverage(terms, piece), default="")
    told = {(m["thing"], m["letter"].upper()) for m in _LETTERED.finditer(clause)}
    return any(one not in told and any(thing == one[0] for thing, _ in told) for one in asked)


def _is_of_year(query: Query, value: Value, evidence: Evidence) -> bool:
    """Whether the clause of mere sentences that says most of the topic names no other year than those asked."""
    if value.fact is not None or not query.years or set(query.years) & {int(y) for y in _YEAR.findall(value.text)}:
        return True
    terms = topic_terms(query)
    clause = max(_PIECE.split(value.text), key=lambda piece: evidence.coverage(terms, piece))
    return _YEAR.search(clause) is None


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
