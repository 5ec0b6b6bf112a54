"""Values of the kind that a question asks for: an agency, a time, a figure, a place in a document."""

import re
from collections.abc import Sequence

from tracuu.agencies.names import is_names, names_agency, names_end
from tracuu.answers.cells import figure_cell, time_cell
from tracuu.answers.counting import counts_the_thing, is_legible, says_figure
from tracuu.answers.deeds import deed_asked, does
from tracuu.answers.evidence import Evidence
from tracuu.answers.figures import figure_value
from tracuu.answers.kinds import MUST_HOLD, Kind, kind_asked, kind_held, names_new, names_person, tells_effect
from tracuu.answers.parties import names_of, written_out
from tracuu.answers.slots import (
    SLOTS,
    assignment_value,
    bodies_asked,
    is_among_words,
    is_one_of,
    partner_value,
    time_value,
)
from tracuu.answers.values import Value
from tracuu.citing import reference
from tracuu.documents import TITLES
from tracuu.facts.clauses import reading_copy
from tracuu.facts.deadlines import Time, find_times
from tracuu.facts.seasons import Seasons, seasons_of
from tracuu.queries import find_provinces, topic_terms, without_days_of_documents
from tracuu.text import UPPER, fold
from tracuu.types import Assignment, Intent, Passage, PassageRole, Precision, Query, Span

# What a sentence must say to answer who leads, helps or watches.
_SAYING = {
    Intent.LEAD: re.compile(r"chủ trì|chịu trách nhiệm|đầu mối|phụ trách", re.IGNORECASE),
    Intent.COORDINATING: re.compile(r"phối hợp|cùng với|tham gia", re.IGNORECASE),
    Intent.SUPERVISING: re.compile(r"theo dõi|đôn đốc|giám sát|kiểm tra|chỉ đạo", re.IGNORECASE),
}


def typed_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The value of the kind asked for that a passage states; None when it states none, or it is in doubt."""
    if query.intent is Intent.WHERE:
        whole = passage.role is PassageRole.TITLE and _PART_ASKED.search(query.text)
        if whole or not _is_of_kind_asked(query, passage, evidence):
            return None
        return Value(text=reference(evidence.documents[passage.doc_id], passage, subject=False), spans=(passage.span,))
    if query.intent is Intent.FIGURE:
        return figure_value(query, passage, terms, evidence) or figure_cell(query, passage, terms, evidence)
    if query.intent not in SLOTS:
        return None
    if value := assignment_value(query, passage, terms, evidence):
        return value
    if passage.row and query.intent is Intent.DEADLINE:
        return time_cell(query, passage, terms, evidence)
    if passage.role is not PassageRole.TEXT:
        return None
    if query.intent is Intent.COORDINATING:
        return partner_value(query, passage, terms, evidence)
    return time_value(query, passage, terms, evidence) if query.intent is Intent.DEADLINE else None


# "Điều nào của nghị quyết …": the title of the whole is no part.
_PART_ASKED = re.compile(r"\b(?:điều|khoản|mục|điểm|phần|đoạn|chỗ|phụ lục) (?:nào|mấy)\b", re.IGNORECASE)


def _is_of_kind_asked(query: Query, passage: Passage, evidence: Evidence) -> bool:
    """Whether the document is of the kind that "chỉ thị nào …" asks for; any is when "văn bản nào" does."""
    asked = next((title for title in TITLES if re.search(rf"\b{title} nào\b", query.text, re.IGNORECASE)), None)
    kind = evidence.documents[passage.doc_id].header.kind
    return asked is None or (kind is not None and fold(kind.value).startswith(fold(asked)))


def _classes_one_asked(query: Query, text: str) -> bool:
    """Whether a clause names a class and one of the names of the question that are no provinces and no agencies."""
    known = fold(" ".join((*query.provinces, *query.agencies)))
    names = [name for match in _NAME.finditer(query.text) if (name := fold(match.group())) not in known]
    classed = [clause for clause in _CLAUSE_END.split(text) if _CLASS.search(clause)]
    return any(not names or any(name in fold(clause) for name in names) for clause in classed)


_CLAUSE_END = re.compile(r"[;.](?=\s)")
# "Mường Luân": two words with capitals.
_NAME = re.compile(rf"(?<!\w)[{UPPER}](?![{UPPER}])\w+(?: [{UPPER}](?![{UPPER}])\w+)+")


def _names_area(level: str, text: str, query: Query) -> bool:
    """Whether a text names a place of a level, behind its word or as a province that the question does not name."""
    if re.search(rf"\b(?i:{level})\s+(?:\w+\s+)?[{UPPER}\d]", text):
        return True
    provinces = {place.name for place in find_provinces(text)} - set(query.provinces)
    return level in {"tỉnh", "thành phố"} and bool(provinces)


def has_columns(passage: Passage) -> bool:
    """Whether a passage is a row whose columns are read."""
    return passage.row is not None and any(cell.column for cell in passage.row.cells)


def is_of_kind(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether sentences can answer at all: a question of who needs an agency, one of when a time of its own."""
    text = value.text
    if _is_of_cells(passage, evidence):
        return False  # its words are no sentence
    kind = kind_asked(query.text)
    said = evidence.whole(passage) if kind is Kind.REASON else text  # "Nguyên nhân: …" may stand before
    if kind in MUST_HOLD and query.intent not in SLOTS and not kind_held(kind, said, query.text):
        return False
    asks_name = kind is Kind.WHO and query.intent is Intent.FREE and not _ANYBODY.search(query.text)
    if asks_name and not (kind_held(kind, text, query.text) and is_one_of(_organisations(query.text), text)):
        return False  # nobody is named, or nobody of that sort
    if _CLOCK_ASKED.search(query.text) and not _CLOCK.search(text):
        return False
    if _WEEKDAY_ASKED.search(query.text) and not _WEEKDAY.search(text):
        return False
    if _COUNTRY_ASKED.search(query.text) and not _COUNTRY.search(_without(text, query.provinces)):
        return False
    area = _AREA_ASKED.search(fold(query.text)) if passage.row is None else None
    if area and not _names_area(_AREAS[area["area"] or area["areas"]], text, query):
        return False
    if _CLASS_ASKED.search(query.text) and not _classes_one_asked(query, text):
        return False
    if _LEADS_IN.search(text):
        return False  # what it leads to would answer
    if kind is Kind.WHO and passage.row and not names_agency(text):
        return False  # the cell of a row that names somebody is another one
    if (query.asks_name and not names_person(text)) or (query.asks_effect and not tells_effect(text)):
        return False
    if query.intent is Intent.TASKS and (
        is_names(text, 0, len(text)) or _is_work_of_others(query, value, passage, evidence)
    ):
        return False
    if _FORBIDDEN_ASKED.search(query.text) and not _FORBIDDEN.search(text):
        return False
    if query.intent in SLOTS and ";" in text:
        return False  # several clauses, of which any may be meant
    if query.intent is Intent.DEADLINE:
        own = reading_copy(_without_citations(value.spans, passage, evidence))
        own = _PERIOD.sub(" ", own) if _DAY_ASKED.search(query.text) else own
        times = list(find_times(own, 0, len(own)))
        if _DAY_ASKED.search(query.text):  # the year in the name of a programme is none either
            times = [time for time in times if time.precision is not Precision.YEAR]
        return bool(times) and not (_DUE_ASKED.search(query.text) and _is_past(times, passage, evidence))
    if query.intent is Intent.FIGURE:
        part = seasons_of(text)
        whole_year = query.years and seasons_of(without_days_of_documents(query.text)) == Seasons()
        if (whole_year and (part.quarters or part.halves)) or kind_held(Kind.NUMBER, text, query.text) == 0:
            return False
        legible = is_legible(value.spans, evidence.sources[passage.source_id].text)
        return legible and says_figure(query, text) and counts_the_thing(query, text, topic_terms(query), evidence)
    if query.intent is Intent.LEAD and (deed := deed_asked(query.text)) and not does(deed, text):
        return False
    if query.intent not in _SAYING:
        return True
    if not is_one_of(_organisations(query.text), text):
        return False
    rest = _without(text, query.agencies)
    if query.intent is Intent.LEAD and not _SAYING[Intent.LEAD].search(query.text):
        named = (names_agency(rest) and _has_doer(text)) or bool(_PROPER_NAME.search(rest))
        return named and names_new(rest, query.text)
    return bool(_SAYING[query.intent].search(text)) and names_agency(rest)


# Who does something opens a clause, or is given it. Near miss: "mở điểm ở nơi cách Trung tâm A trên 15 km".
_DOER_STANDS = re.compile(
    r"(?:^|[.;,:(]\s+|\b(?:giao|do|bởi|đề nghị|yêu cầu|phân công|giúp|là|và|cùng|với|cho|qua|thuộc về)\s+)"
    r"(?:các\s+)?(?=\w)",
    re.IGNORECASE,
)


def _has_doer(text: str) -> bool:
    """Whether a body is named where one stands who does what a text tells."""
    return any(names_end(text, m.end(), len(text), listed=True) is not None for m in _DOER_STANDS.finditer(text))


def _organisations(question: str) -> list[str]:
    """The sort of body asked for ("công ty nào"), where the names of such bodies say what they are."""
    return [sort for sort in bodies_asked(question)[:1] if sort in _NAMED_SORTS]


# Lines of fewer characters than this, so many or more of them and none with a stop, are cells of a broken table.
_CELL_LENGTH, _FEWEST_CELLS = 45, 4
# So many tabs in a line part the cells of a row whose columns were not read.
_FEWEST_TABS = 2


def _is_of_cells(passage: Passage, evidence: Evidence) -> bool:
    """Whether a paragraph is of a table whose cells came out in lines one among the other."""
    lines = evidence.sources[passage.source_id].text[slice(*passage.span)].split("\n")
    headed = any(len(set(_COLUMNS.findall(line))) > 1 and len(line) < _HEADING_LENGTH for line in lines)
    tabs = passage.row is None and any(line.count("\t") >= _FEWEST_TABS for line in lines)
    return (
        headed
        or tabs
        or (
            len(lines) >= _FEWEST_CELLS
            and all(len(line) < _CELL_LENGTH and not line.rstrip().endswith((".", ";", ":")) for line in lines)
        )
    )


# Two headings of columns in one line: "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp".
_COLUMNS = re.compile(
    r"\bS?TT\b|\b(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp|thực hiện)\b(?!\s*:)|\b(?:Thời hạn|Thời gian)(?= [a-z]|$)"
    r"|\bNhiệm vụ(?= [A-ZĐ])"
)
_HEADING_LENGTH = 120


_NAMED_SORTS = frozenset(
    {"sở", "hội", "hiệp hội", "liên đoàn", "trường", "công ty", "bệnh viện", "chi cục", "ngân hàng"}
)
# "lúc mấy giờ": an hour of the day. Near miss: "mấy giờ một lần".
_CLOCK_ASKED = re.compile(r"\b(?:lúc|hồi|vào|từ|đến|trước|sau) mấy giờ\b(?! (?:một|mỗi|1))", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\b(?:lúc|hồi|từ|đến|trước|sau|vào)\s+)\d{1,2}\s*(?:giờ|h\b|g\b|:)|\d{1,2}\s*(?:giờ|h)\s*\d{2}", re.IGNORECASE
)
# "Báo cáo vào thứ mấy": a day of the week. Near miss: "con thứ mấy", "phần thứ mấy".
_WEEKDAY_ASKED = re.compile(r"\b(?:vào|hôm|ngày) thứ mấy\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b", re.IGNORECASE)
# "Đạt đô thị loại mấy": some class must be named.
_CLASS_ASKED = re.compile(r"\b(?:loại|hạng|cấp) mấy\b", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:loại|hạng|cấp)\s+(?:đặc biệt|[IVX]{1,4}|\d|[A-D])\b")
# "Bị nước nào bắt giữ", "sang những quốc gia nào": a country must be named. Near miss: "cống thoát nước nào".
_COUNTRY_ASKED = re.compile(
    r"(?:^|\b(?:bị|sang|của|với|tại|ở|từ|những|các|do|bởi|cùng|vào) )(?:nước|quốc gia) nào\b", re.IGNORECASE
)
_COUNTRY = re.compile(
    r"\b(?:Lào|Anh|Pháp|Mỹ|Nga|Đức|Úc|Nhật|Hàn|Thái|Séc|Áo|Bỉ|Ý|Canada|Cuba|Cu-ba|Campuchia|Căm-pu-chia|Malaysia"
    r"|Ma-lai-xi-a|Indonesia|In-đô-nê-xi-a|Philippines|Phi-líp-pin|Singapore|Xin-ga-po|Myanmar|Mi-an-ma|Brunei|Bru-nây"
    r"|Australia|Ô-xtrây-li-a|New Zealand|Israel|Brazil|Hungary|Ukraine|Belarus|Ireland|Italia"
    r"|(?:Trung|Hàn|Anh|Triều) Quốc|Nhật Bản|Thái Lan|Hoa Kỳ|Đài Loan|Ấn Độ|Hà Lan|Ba Lan|Phần Lan|Thụy Điển|Thụy Sĩ"
    r"|Na Uy|Đan Mạch|Tây Ban Nha|Bồ Đào Nha|Hy Lạp|Thổ Nhĩ Kỳ|Ả Rập|Ai Cập|Nam Phi|Bồ Đào Nha|Triều Tiên|Đông Ti-mo)\b"
)
# "Đặt ở xã nào", "kết nối với thành phố nào": one of them must be named. Near miss: "ở những xã nào" (those with …).
_AREAS = {
    fold(area): area for area in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
}
_AREA_ASKED = re.compile(
    rf"\b(?:o|tai|ve|tu|thuoc|den|toi|qua|voi|tren dia ban)\s+(?P<area>{'|'.join(_AREAS)}) nao\b"
    rf"|\bdat (?:o|tai) (?:nhung|cac|may) (?P<areas>{'|'.join(_AREAS)}) nao\b"
)
# "… yêu cầu các cơ quan triển khai như sau".
_LEADS_IN = re.compile(r"\b(?:như sau|sau đây|dưới đây)\W*$", re.IGNORECASE)
# Whom rules are for goes by no name: "ai được miễn phí", "những ai phải nộp". Near miss: "ai làm tổ trưởng".
_ANYBODY = re.compile(
    r"\bai\s+(?:sẽ |thì |mới |không |cũng )?(?:được|bị|phải|cần|thuộc diện|có quyền|đủ điều kiện)\b", re.IGNORECASE
)
# "Báo cáo trước ngày nào": the years of a programme are no day.
_DAY_ASKED = re.compile(r"\b(?:ngày|hôm|tháng) (?:nào|mấy|bao nhiêu)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:19|20)\d{2}\s*(?:[-–]|đến(?: năm)?)\s*(?:19|20)\d{2}\b")


# What must not be done. Match: "không được gọi những ai". Near miss: "không được vay thì sao".
_FORBIDDEN_ASKED = re.compile(
    r"\b(?:không được|không cho|không cho phép|cấm|bị cấm)\b(?!.*\bthì\b)[^,;?]{1,60}?\b(?:ai|gì|nào|đâu)\b"
    r"|\b(?:ai|gì|nào) (?:thì )?(?:không được|bị cấm)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"\b(?:không|chưa|chẳng|cấm|nghiêm cấm|dừng|đình chỉ|trừ|ngoại trừ)\b", re.IGNORECASE)
# By when something must be done; what took place, or was done, may be past.
_DUE_ASKED = re.compile(r"\b(?:phải|hạn|chậm nhất|muộn nhất|trước (?:ngày|tháng|quý|năm) nào)\b", re.IGNORECASE)


def _is_past(times: Sequence[Time], passage: Passage, evidence: Evidence) -> bool:
    """Whether all days among ``times``, or all of them where none is a day, lie before the document."""
    issued = evidence.documents[passage.doc_id].header.issued_on
    days = [time for time in times if time.precision is Precision.DAY] or times
    return issued is not None and all(time.due is not None and time.due < issued.value for time in days)


def _is_work_of_others(query: Query, value: Value, passage: Passage, evidence: Evidence) -> bool:
    """Whether the sentences of ``value`` do not speak of the agency asked about, or give others the lead asked for."""
    if not query.subject:
        return False
    text = " ".join([value.text, *evidence.headings(passage)])
    if not _speaks_of_agency(query.subject, text) or not _does_something(query.subject, value.text):
        return True
    leads = [evidence.words(a.source_id, a.lead) for a in evidence.assignments_in(passage) if _overlaps(a, value)]
    asks_lead = _SAYING[Intent.LEAD].search(query.text)
    return bool(asks_lead and leads) and not any(_speaks_of_agency(query.subject, lead) for lead in leads)


# "Sở Y tế không chủ trì …", "toàn tỉnh có 412 trạm y tế": said of the agency, and no work of it.
_NO_WORK = re.compile(r"^\W*(?:không|chưa)\b", re.IGNORECASE)
# An agency that stands so far into a sentence is spoken of by the way.
_SUBJECT_WITHIN = 60


def _does_something(agency: str, sentences: str) -> bool:
    """Whether sentences that name the agency begin with it, and do not deny its work."""
    names = [written_out(name) for name in names_of(agency)]
    said = written_out(sentences)
    places = [said.find(name) + len(name) for name in names if name in said]
    if not places:
        return True  # named in other words, or in a heading
    return min(places) <= _SUBJECT_WITHIN + len(agency) and not _NO_WORK.match(said[min(places) :])


def _speaks_of_agency(agency: str, text: str) -> bool:
    """Whether most words of an agency's name, or of the name without its place, stand in a text."""
    written = written_out(text)
    return any(is_among_words(name, written) for name in names_of(agency))


def _overlaps(assignment: Assignment, value: Value) -> bool:
    return any(assignment.span.start < span.end and span.start < assignment.span.end for span in value.spans)


def _without_citations(spans: Sequence[Span], passage: Passage, evidence: Evidence) -> str:
    """The words of ``spans`` but for the documents that they cite, whose dates say nothing of the task."""
    cited = [reference.span for reference in evidence.documents[passage.doc_id].references]
    pieces: list[Span] = []
    for start, end in spans:
        for mention in (r for r in cited if start <= r.start and r.end <= end):
            pieces.append(Span(start, mention.start))
            start = mention.end
        pieces.append(Span(start, end))
    return evidence.plain(passage, pieces)


# A name of two words or more inside a sentence: who did something need not be an agency.
# Near miss: "trên Đường Trường Sơn", "tại xã Ia Pa".
_PROPER_NAME = re.compile(
    rf"(?<=\w )(?<!trên )(?<!tại )(?<!ở )(?<!xã )(?<!huyện )(?<!phường )(?<!tỉnh )(?<!sông )(?<!và )"
    rf"(?!Đường |Quốc lộ|Khu )[{UPPER}]\w+(?: [{UPPER}]\w+)+"
)


def _without(text: str, names: Sequence[str]) -> str:
    """``text`` without agencies that the question itself names: they are no answer to it."""
    for name in names:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text
