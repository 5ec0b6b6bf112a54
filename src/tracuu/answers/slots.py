"""Who leads, helps or watches, and by when: the value of the assignment that a question is about."""

import difflib
import itertools
import re
import unicodedata
from collections.abc import Sequence

from tracuu.agencies.names import names_agency, names_end
from tracuu.answers.deeds import deed_asked, does
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.parties import written_out
from tracuu.answers.values import Value, value_of
from tracuu.facts.clauses import sentences
from tracuu.facts.deadlines import find_deadlines
from tracuu.facts.duties import past_blank
from tracuu.queries import office_words
from tracuu.text import CARDINALS, UPPER, fold, syllables, trim
from tracuu.types import Assignment, Intent, Passage, PassageRole, Query, Span, Spans

# Questions whose answer is a value of an assignment.
SLOTS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.SUPERVISING, Intent.DEADLINE})
# Questions whose answer is a value and no sentence when it stands in a table.
TYPED = SLOTS | {Intent.FIGURE}
# Share of the known words of a question that an assignment must hold. Of 70 right answers of the tuning and
# calibration questions 67 hold 0.64 or more, neighbours of a task that was deleted less.
_SPOKEN_OF = 0.55
# Share of its words by which a body counts as named in a question.
_NAMED = 0.7
# Above this share of its words a body is said by the question itself: "Đảng ủy UBND xã" is not by "Đảng ủy xã".
_NAMED_ALMOST = 0.75
_FIELDS = {Intent.LEAD: "lead", Intent.COORDINATING: "coordinating", Intent.SUPERVISING: "supervising"}


def slot_of(assignment: Assignment, intent: Intent) -> Spans:
    """The spans of the value that a question of this intent asks of an assignment; () when it has none."""
    if intent is Intent.DEADLINE:
        return assignment.deadline.spans if assignment.deadline else ()
    spans: Spans = getattr(assignment, _FIELDS[intent]) if intent in _FIELDS else ()
    return spans


def assignment_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The value of the kind asked for that the best fitting assignment of a passage states.

    None when none states one, or when another one holds a word of the topic that the best lacks and
    says something else: which is meant is then open.
    """
    found = [a for a in evidence.assignments_in(passage) if _answering(a, passage, query, evidence)]
    terms = _without_partner(terms, query)
    if not found:
        return None
    best = max(found, key=lambda a: (_fit(a, terms, evidence), _names_it(a, query, evidence), -a.span.start))
    spans = _with_partner(best, passage, query, evidence)
    own = evidence.plain(passage, spans)
    others = [a for a in found if fold(evidence.plain(passage, _answering(a, passage, query, evidence))) != fold(own)]
    if _names_it(best, query, evidence):
        others = [a for a in others if _names_it(a, query, evidence)]
    if not _settles(best, others, terms, evidence) or _is_said_in(query, own):
        return None
    fit, held = _fit(best, terms, evidence), _held(best, terms, evidence)
    if speaks_beside(passage, terms, evidence):
        return None
    for other in evidence.assignments_in(passage):
        if _fit(other, terms, evidence) > fit and held <= _held(other, terms, evidence):
            return None  # the clause that is meant does not say it
    if query.intent is Intent.DEADLINE and _DAY_ASKED.search(query.text) and not _TELLS_DAY.search(own):
        return None
    sorts = bodies_asked(query.text)[:1] if query.intent is not Intent.DEADLINE else []
    if not is_one_of(sorts, own):
        return None
    if _says_another(best, passage, terms, query, evidence) or not _is_deed_of(best, query, evidence):
        return None
    unspoken = not _is_spoken_of(best, passage, terms, evidence)
    return value_of(passage, spans, evidence, fact=best, unspoken=unspoken)


# "trước ngày nào": "định kỳ" and "thường xuyên" tell none.
_DAY_ASKED = re.compile(
    r"\b(?:trước|muộn nhất|chậm nhất|vào|là|từ) (?:ngày|hôm) (?:nào|mấy|bao nhiêu)\b", re.IGNORECASE
)
_TELLS_DAY = re.compile(r"\d|\b(?:ngày|tuần|thứ|tháng|quý|năm|mùa|ngay)\b", re.IGNORECASE)
# "Bãi Sau", "Yên Xá": a name inside a question.
_NAME = re.compile(
    rf"(?<=[\w,:] )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+|^[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+"
)


def _names_it(assignment: Assignment, query: Query, evidence: Evidence) -> bool:
    """Whether the clause of an assignment has a name of the question that is no province and no agency."""
    known = fold(" ".join((*query.provinces, *query.agencies, query.subject or "")))
    names = [fold(match.group()) for match in _NAME.finditer(query.text)]
    said = fold(evidence.words(assignment.source_id, (assignment.span,)))
    return any(name not in known and re.search(rf"\b{re.escape(name)}\b", said) for name in names)


# "Ai phối hợp với Trung tâm A để bảo trì thang máy": the body named there is no part of the task.
_PARTNER = re.compile(
    r"phối hợp (?:cùng )?với (?P<body>.+?) (?:để|nhằm|trong|khi|thực hiện|tổ chức|làm|về)\b", re.IGNORECASE
)


def _with_partner(assignment: Assignment, passage: Passage, query: Query, evidence: Evidence) -> Spans:
    """What an assignment says to the question; who works with another, with that other: "Sở A phối hợp với Hội B"."""
    spans = _answering(assignment, passage, query, evidence)
    if query.intent is not Intent.COORDINATING or assignment.lead or not spans:
        return spans
    copy = evidence.reading_copy(assignment.source_id)
    match = _WITH.match(copy, past_blank(copy, spans[-1].end, assignment.span.end), assignment.span.end)
    stop = names_end(copy, match.end(), assignment.span.end, listed=True) if match else None
    if match is None or stop is None:
        return spans
    partner = trim(copy, match.end(), stop)
    if written_out(evidence.words(assignment.source_id, (partner,))) in written_out(query.text):
        return spans
    if is_among_words(evidence.words(assignment.source_id, spans), query.text):
        return (partner,)  # the one is named: the other is asked for
    named = is_among_words(evidence.words(assignment.source_id, (partner,)), query.text)
    return spans if named else (*spans[:-1], trim(copy, spans[-1].start, stop))


def _without_partner(terms: Sequence[str], query: Query) -> Sequence[str]:
    partner = _PARTNER.search(query.text) if query.intent is Intent.COORDINATING else None
    rest = [term for term in terms if partner is None or term not in syllables(partner["body"])]
    return rest or terms


def states(query: Query, passage: Passage, evidence: Evidence) -> bool:
    """Whether some assignment of a passage states a value of the kind asked for: then that or nothing is the answer."""
    return any(slot_of(a, query.intent) for a in evidence.assignments_in(passage))


# "ai kiểm tra trật tự xây dựng": when to check is the very task, who does it is its lead.
_WATCHING = re.compile(r"kiểm tra|thanh tra", re.IGNORECASE)
_OVER = re.compile(r"theo dõi|chỉ đạo|đôn đốc|giám sát", re.IGNORECASE)
# "theo dõi, chỉ đạo" of "ai theo dõi, chỉ đạo (việc) kiểm tra hồ đập".
_WATCHES = r"(?:kiểm tra|thanh tra|theo dõi|chỉ đạo|đôn đốc|giám sát)"
_VERBS_ASKED = re.compile(rf"(?P<first>{_WATCHES})(?:(?:,| và|, và) {_WATCHES})*")
# "thẩm tra tờ trình, giám sát việc sử dụng kinh phí": two deeds.
_DEEDS = re.compile(rf";|,\s(?={_WATCHES}\s+(?:việc|tình hình|kết quả|chất lượng|tiến độ)\b)")
# "tham mưu kiểm tra, giám sát …", "thường xuyên đôn đốc …": the watching is what is done.
_FOR_ANOTHER = re.compile(
    r"^(?:(?:tham mưu(?: giúp [^,;]{3,40})?|tổ chức|chủ động|trực tiếp|thường xuyên|định kỳ|tăng cường"
    r"|thực hiện(?: việc)?)\s+)+"
)
_HELPS = re.compile(r"(?:hỗ trợ|tham gia|phối hợp)\b")
# Helping may be the very task, and who does it its lead: "ai hỗ trợ hộ dân dựng nhà".
_HELPING = re.compile(r"(?:hỗ trợ|giúp)\b")


def _answering(assignment: Assignment, passage: Passage, query: Query, evidence: Evidence) -> Spans:
    """What an assignment says to the question; who leads a task of watching is who watches.

    In a sentence who helps with a thing, or watches it, does not lead it; in a row the column says who leads.
    """
    spans = slot_of(assignment, query.intent)
    task = evidence.words(assignment.source_id, assignment.task).lower()
    asked, said = query.text.lower(), evidence.words(assignment.source_id, (assignment.span,)).lower()
    if query.intent is Intent.LEAD and passage.row is None and "chủ trì" not in said:
        if helps := _HELPS.match(task):
            return (spans or assignment.coordinating) if helps.group() in asked else ()
        if (over := _OVER.match(task)) and not _OVER.search(asked) and not _directs_nobody(over, assignment, evidence):
            return ()
        if not spans and (watches := _WATCHING.match(task)) and watches.group() in asked:
            return assignment.supervising
    helping = query.intent is Intent.COORDINATING and not spans and "phối hợp" not in asked
    if helping and (helps := _HELPING.match(task)) and helps.group() in asked:
        return assignment.lead
    if spans or query.intent is not Intent.SUPERVISING:
        return spans
    verbs = _VERBS_ASKED.search(query.text.lower())
    words = set(syllables(query.text))
    clause = max(_DEEDS.split(task), key=lambda one: len(words & set(syllables(one)))).strip()
    own = _VERBS_ASKED.match(_FOR_ANOTHER.sub("", clause)) or _VERBS_ASKED.match(task)
    if verbs is None or own is None or own["first"] in query.text.lower()[verbs.end() :]:
        return ()  # who watches over the watching
    return assignment.lead if own["first"] in verbs.group() else ()


def _directs_nobody(over: re.Match[str], assignment: Assignment, evidence: Evidence) -> bool:
    """Whether who "chỉ đạo" names no body that it directs: "Đảng đoàn A chỉ đạo tuyên truyền" answers for that."""
    task = evidence.words(assignment.source_id, assignment.task)
    return over.group() == "chỉ đạo" and names_end(task, over.end() + 1, len(task), listed=True) is None


def partner_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """With whom the agency that a question names works: "Công an tỉnh phối hợp với …".

    Of the assignment that fits best; None when the words behind it do not say.
    """
    copy = evidence.reading_copy(passage.source_id)
    helping = [a for a in evidence.assignments_in(passage) if a.coordinating and not a.lead]
    if not helping:
        return None
    best = max(helping, key=lambda a: (_fit(a, terms, evidence), -a.span.start))
    fits = [_fit(a, terms, evidence) for a in evidence.assignments_in(passage)]
    if _fit(best, terms, evidence) < max(fits):
        return None  # another clause is meant
    named = Span(best.coordinating[0].start, best.coordinating[-1].end)
    if not is_among_words(evidence.words(best.source_id, best.coordinating), query.text):
        return None
    if not _is_spoken_of(best, passage, terms, evidence) or _says_another(best, passage, terms, query, evidence):
        return None
    start = named.end if named.end < best.span.end else best.span.start
    match = _WITH.search(copy, start, best.span.end)
    stop = names_end(copy, match.end(), best.span.end, listed=True) if match else None
    return value_of(passage, (trim(copy, match.end(), stop),), evidence) if match and stop else None


_WITH = re.compile(r"phối\s+hợp\s+(?:chặt\s+chẽ\s+|thường\s+xuyên\s+)?(?:cùng\s+)?với\s+", re.IGNORECASE)


def is_among_words(name: str, text: str) -> bool:
    """Whether most words of a name stand in a text, marks and order aside."""
    words = [fold(s) for s in syllables(name)]
    held = {fold(s) for s in syllables(text)}
    return sum(word in held for word in words) >= _NAMED * len(words)


def time_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The one time by which something is due in the clause that fits best; None when it has none or several."""
    copy = evidence.reading_copy(passage.source_id)
    cited = [reference.span for reference in evidence.documents[passage.doc_id].references]
    clauses = [clause for sentence in sentences(copy, passage.span) for clause in sentence]
    if not clauses:
        return None

    def fit(clause: Span) -> float:
        return evidence.coverage(terms, evidence.words(passage.source_id, (clause,)))

    for_some = [c for c in clauses if _is_for_those(copy[slice(*c)], query)]
    clauses = for_some or [c for c in clauses if not _FOR_SOME.match(copy, *c)]
    if not clauses:
        return None  # every time is for others than those asked about
    best = max(clauses, key=lambda clause: (fit(clause), -clause.start))
    if states(query, passage, evidence) and _is_given(best, passage, evidence):
        return None
    every, times = clauses, find_deadlines(copy, best, cited)
    if not times and (own := _clause_of_deed(query, clauses, copy)):
        times, best, clauses = find_deadlines(copy, own, cited), own, [own]
    if not times and (then := _said_of_it(best, every, copy)):
        times = find_deadlines(copy, then, cited)
    if len(times) != 1 or any(fit(clause) >= fit(best) for clause in clauses if clause != best):
        return None
    said = evidence.words(passage.source_id, (times[0].whole,))
    return None if _is_said_in(query, said) else value_of(passage, (times[0].whole,), evidence)


# "Tài liệu dạy hát phải thẩm định xong": of what, and what must be done with it.
_THING_AND_DEED = re.compile(
    r"^(?P<thing>[^\W\d_]+ [^\W\d_]+)\b.*?\bphải (?:được |có )?(?P<deed>[^\W\d_]+ [^\W\d_]+)", re.IGNORECASE
)


def _clause_of_deed(query: Query, clauses: Sequence[Span], copy: str) -> Span | None:
    """The one clause that begins with the thing asked about and says what must be done with it.

    Sentences further on call a thing by its first words alone: "Tài liệu phải được thẩm định xong trước ngày …".
    """
    asked = _THING_AND_DEED.match(query.text)
    if asked is None:
        return None
    thing, deed = asked["thing"].lower(), asked["deed"].lower()
    held = [
        c for c in clauses if copy[slice(*c)].lower().lstrip().startswith(thing) and deed in copy[slice(*c)].lower()
    ]
    return held[0] if len(held) == 1 else None


# "… thay bóng đèn hỏng; hoàn thành trước ngày 15/8/2026": by when what was just said must be done.
_DUE = re.compile(
    r"\W*(?:(?:phải|cần)\s+)?(?:hoàn\s+thành|xong|thời\s+(?:hạn|gian)(?:\s+(?:hoàn\s+thành|thực\s+hiện))?)\W*(?:xong\s+)?"
    r"(?=(?:chậm|muộn|trước|trong|vào|đến|từ|quý|tháng|năm|ngày)\b)",
    re.IGNORECASE,
)


def _said_of_it(best: Span, clauses: Sequence[Span], copy: str) -> Span | None:
    """The clause right behind the best one when it says nothing but by when."""
    behind = min((clause for clause in clauses if clause.start >= best.end), default=None)
    return behind if behind and _DUE.match(copy, *behind) else None


# "…; đối với xã, thời hạn là ngày 31/12/2026": the time for some alone.
_FOR_SOME = re.compile(
    r"\W*(?:(?:riêng\s+)?đối\s+với|riêng|còn)\s+(?P<who>[^,;:]{2,40}?)\s*[,:]?\s+(?:thì\s+)?(?:thời\s+hạn|hạn)",
    re.IGNORECASE,
)


def _is_for_those(clause: str, query: Query) -> bool:
    """Whether a clause gives the time for some alone of whom the question speaks: "đối với xã"."""
    match = _FOR_SOME.match(clause)
    return match is not None and f" {fold(match['who'])} " in f" {' '.join(syllables(fold(query.text)))} "


def _is_given(clause: Span, passage: Passage, evidence: Evidence) -> bool:
    """Whether a clause is of an assignment."""
    return any(a.span.start < clause.end and clause.start < a.span.end for a in evidence.assignments_in(passage))


def speaks_beside(passage: Passage, terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether a clause that is of no assignment fits a question better than all assignments do."""
    if passage.role is not PassageRole.TEXT:
        return False
    fits = [_fit(assignment, terms, evidence) for assignment in evidence.assignments_in(passage)]
    return _fits_beside(passage, terms, evidence) > max(fits, default=0.0)


def _fits_beside(passage: Passage, terms: Sequence[str], evidence: Evidence) -> float:
    """How well the best clause that is of no assignment fits, in [0, 1]; 0 when every clause of the passage is."""
    copy = evidence.reading_copy(passage.source_id)
    clauses = [clause for sentence in sentences(copy, passage.span) for clause in sentence]
    beside = [clause for clause in clauses if not _is_given(clause, passage, evidence)]
    return max((evidence.coverage(terms, evidence.words(passage.source_id, (c,))) for c in beside), default=0.0)


def _fit(assignment: Assignment, terms: Sequence[str], evidence: Evidence) -> float:
    return evidence.coverage(terms, evidence.words(assignment.source_id, (*assignment.task, assignment.span)))


# "Sở nào", "trường đại học nào": the value must name such a body. Near miss: "cơ quan nào", "báo cáo xã ngày nào".
_SUCH_ASKED = re.compile(
    r"\b(?P<body>(?<!cơ )(?<!trụ )sở|ban(?! (?:ngành|hành|đầu|bố))"
    r"|phòng|hội|hiệp hội|liên đoàn|trường|huyện|xã|phường|công ty|bệnh viện"
    r"|trung tâm|chi cục|cục|thư viện|bảo tàng|(?<!thư )viện|ngân hàng|đảng đoàn|đảng ủy|lãnh đạo|đồng chí)"
    r"(?: (?!trước|ngày|tháng|quý|năm|khi|lúc)\w+){0,2}? nào\b",
    re.IGNORECASE,
)


def bodies_asked(question: str) -> list[str]:
    """The sorts of bodies that a question asks for, in order: "sở nào chủ trì, hội nào giúp" gives "sở", "hội"."""
    return [match["body"].lower() for match in _SUCH_ASKED.finditer(question)]


def is_one_of(sorts: Sequence[str], value: str) -> bool:
    """Whether a value names a body of one of these sorts; any does when there are none."""
    return not sorts or any(_is_such(sort, value) for sort in sorts)


# Who is in charge in person, by title: "Phó Chủ tịch Lê Văn A", "Đ/c Hồ Văn B", "PGĐ Lục Văn C", "Trưởng Công an xã".
_IN_PERSON = re.compile(
    r"\b(?:đồng chí|đ/c|ông|bà(?! con)|(?:phó )?(?:chủ tịch|giám đốc|bí thư|chánh (?:văn phòng|thanh tra|án))|p?gđ"
    r"|(?:chỉ huy|thủ|cục|vụ|viện|đội|tổ|trạm|hiệu) trưởng|(?:phó )?trưởng \w+)\b",
    re.IGNORECASE,
)


def _is_such(body: str, value: str) -> bool:
    if body in ("lãnh đạo", "đồng chí"):
        return bool(_IN_PERSON.search(value)) or not names_agency(value)
    if body in _LOCAL:
        return bool(
            re.search(
                rf"(?:^|[,;:]|\bvà|UBND|Ủy ban nhân dân|Đảng ủy|HĐND|các)\s*(?:các )?{body}\b", value, re.IGNORECASE
            )
        )
    if body in _SMALL:
        return bool(re.search(rf"\b{body}\b", value, re.IGNORECASE))
    return bool(re.search(rf"\b{body.capitalize()}\b", value))  # "Trường Đại học", and not "Môi trường"


# Written small inside names: "UBND huyện Đầm Dơi", "Ủy ban Kiểm tra".
_SMALL = frozenset({"ban"})
# The unit itself, and none of its bodies: "Công an xã" is no commune.
_LOCAL = frozenset({"huyện", "xã", "phường"})


def _is_spoken_of(assignment: Assignment, passage: Passage, terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether most of what the question says stands in the assignment, above it, or in the document's subject.

    Names of bodies say nothing of the task ("Trung tâm Đào tạo nghề" trains nobody), and neither do words that the
    index lacks: they are other words for the same thing.
    """
    every = evidence.assignments_in(passage)
    alone = len({evidence.plain(passage, (*a.lead, *a.coordinating)) for a in every}) == 1
    span = passage.span if alone else assignment.span  # what one body does is about one thing
    bodies = sorted({body for a in every for body in (*a.lead, *a.coordinating, *a.supervising)})
    own = evidence.words(assignment.source_id, (*assignment.task, span))
    names = [evidence.words(assignment.source_id, (body,)) for body in bodies]
    for name in filter(None, names):
        own = own.replace(name, " ")
    text = f"{passage.context} {own} {evidence.about(assignment.doc_id)}"
    task = set(syllables(evidence.words(assignment.source_id, assignment.task)))
    named = {term for name in names for term in syllables(name)} - task
    known = evidence.known(terms)
    known = [term for term in known if term not in named] or known
    return not known or evidence.coverage(known, text) >= _SPOKEN_OF


def _is_deed_of(assignment: Assignment, query: Query, evidence: Evidence) -> bool:
    """Whether the deed whose doer is asked for is the assignment's own: "ai phê duyệt" is not who drafts."""
    deed = deed_asked(query.text) if query.intent is Intent.LEAD else None
    return deed is None or does(deed, evidence.words(assignment.source_id, (*assignment.task, assignment.span)))


# Words that say how or that a thing is done, and not which thing: papers have others for them.
_MEANS_OF_DOING = frozenset(
    syllables(
        "đưa kèm gắn cùng lấy chọn soạn cuộc đợt lo làm ra đi đến về cử mời nêu giữ bám thúc nhắc sẵn lại luôn ngay"
        " kịp sớm chuyện phần mảng khâu kiểu theo bằng qua mấy lên xuống vòng sang vào khi"
    )
)
_MEANS_IN_PAIRS = frozenset(
    tuple(pair.split())
    for pair in ("xử lý", "tiến hành", "chuẩn bị", "đột xuất", "bất ngờ", "dứt điểm", "đổ thêm", "tận nơi")
)


def _means_of_doing(words: Sequence[str]) -> list[bool]:
    """Which of ``words`` say only how or that a thing is done, by themselves or with a neighbour."""
    around = ["", *words, ""]
    return [
        word in _MEANS_OF_DOING or bool({(before, word), (word, behind)} & _MEANS_IN_PAIRS)
        for before, word, behind in zip(around, words, around[2:], strict=False)
    ]


# What a task goes on with when the thing is said: when, where, for what.
_GOES_ON = frozenset(
    syllables(
        "theo trong tại và của trên cho ở với để đến từ về trước hoàn thành xong đúng bằng có các những gắn phục vụ"
        " năm quý tháng ngày do khi nhằm giai đoạn trình không chưa còn toàn mọi từng mỗi tất nghiêm kịp chặt sớm nhanh"
    )
)


_BETWEEN = frozenset(
    {"việc", "chuyện", "chỗ", "xem", "cho", "của", "về", "ở", "tại", "đối", "với", "các", "những", "một", "số"}
)
_BETWEEN_BARE = frozenset(map(fold, _BETWEEN))


def _says_another(
    assignment: Assignment, passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence
) -> bool:
    """Whether task and question part after two words that they share: "số hóa hồ sơ | hộ tịch" and "… | người có công".

    Two words of the question at least must stand nowhere near; one alone may be another word for the same thing. Of 307
    questions with an answer two are lost so, of 19 that were wrongly given one 9 are refused.
    """
    own = evidence.words(assignment.source_id, (*assignment.task, assignment.span))
    held = held_in(f"{own} {passage.context} {evidence.about(assignment.doc_id)}")
    asked = [term for term in syllables(office_words(query.text)) if term not in _BETWEEN]
    missing = [term in terms and term not in held for term in asked]
    said = _WIDE.sub("", office_words(evidence.words(assignment.source_id, assignment.task)))
    task = [t for t in syllables(said) if t not in _BETWEEN]
    stop = _STOP if re.search(r"\bcho\b", query.text) else _STOP_OR_FOR
    clauses = [[t for t in syllables(one) if t not in _BETWEEN] for one in stop.split(said)]
    follows = {pair: one[i + 2] for one in clauses for i, pair in enumerate(itertools.pairwise(one[:-1]))}
    missing = [gone and not means for gone, means in zip(missing, _means_of_doing(asked), strict=True)]
    if query.original.isascii():  # "cho" may have got the marks of "chở"
        missing = [gone and fold(term) not in _BETWEEN_BARE for term, gone in zip(asked, missing, strict=True)]
    if _fills_frame(asked, missing, task):
        return True
    # What the document is about may hold the second word in another one: "thư viện" for "bệnh viện".
    near = held_in(" ".join([said, passage.context.partition("\n")[2]]))
    # A cell says itself what it is about: words of the document's subject in their place are another thing, unless
    # they begin a phrase of their own ("phân luồng tàu [ở] chợ nổi").
    subject = set(itertools.pairwise(syllables(evidence.about(assignment.doc_id)))) if passage.row else set()
    adjoining, in_cell = set(itertools.pairwise(syllables(office_words(query.text)))), held_in(own)
    for i in range(2, len(asked) - 1):
        then = next((term for term in asked[i + 1 : i + 3] if term in terms), None)  # "quả [có] múi"
        adjoins = (asked[i - 1], asked[i]) in adjoining and asked[i].isalpha()
        lacks = missing[i] or (adjoins and (asked[i], then) in subject and not {asked[i], then} & in_cell)
        apart = lacks and then is not None and then not in near and not {asked[i], then} <= _MANY_NAMES
        other = follows.get((asked[i - 2], asked[i - 1])) if apart else None
        if other and other not in asked and other not in _GOES_ON and not other.isdigit():
            return True
    return False


# Words that name no thing of their own: "quản lý [hoạt động] lưu thông khoáng sản".
_WIDE = re.compile(r"\b(?:hoạt động|công tác|tình hình) (?=\w)", re.IGNORECASE)
# Behind these a phrase goes on with nothing of its own.
_STOP = re.compile(r"[,;:()]")
# "hoàn vé cho hành khách": for whom is no other thing where the question names nobody so.
_STOP_OR_FOR = re.compile(r"[,;:()]|\bcho\b")
# So many words may stand in a task where the question has one: "đo [độ mặn] tự động".
_WIDEST = 3


_MANY_NAMES = frozenset(
    syllables(
        "nơi chỗ điểm khu vùng vực người nhà hộ dân gia đình ven dọc cạnh gần quanh bờ bên anh em bà con kẻ"
        " tiền mức khoản"
    )
)
_VOWEL = re.compile(r"[aeiouy]")
_LEADS_TO = frozenset({"chủ", "trì", "phối", "hợp", "chịu", "trách", "nhiệm", "phải", "được", "giao", "tổ", "chức"})
_NUMBERS = frozenset(CARDINALS[1:])
# Words so wide that they hold what a question names: "phương tiện" for "tàu", "thực hiện" for "làm".
_WIDER = frozenset(
    {
        "phương tiện",
        "công trình",
        "cơ sở",
        "đối tượng",
        "sản phẩm",
        "thiết bị",
        "trường hợp",
        "dịch vụ",
        "thực hiện",
        "triển khai",
    }
)


def _fills_frame(asked: Sequence[str], missing: Sequence[bool], task: Sequence[str]) -> bool:
    """Whether a task has other words where the question has one that stands nowhere: "đo mưa tự động", "đo … tự động".

    Two words before it and two behind agree. Words of place and people go by many names, and abbreviations say nothing.
    """
    for i in range(2, len(asked) - 2):
        before, behind = tuple(asked[i - 2 : i]), tuple(asked[i + 1 : i + 3])
        if set(before) <= _LEADS_TO:
            continue  # the verb may be another: "chủ trì đưa | điều động xuồng máy"
        if not missing[i] or asked[i] in _MANY_NAMES or asked[i] in _NUMBERS or not _VOWEL.search(fold(asked[i])):
            continue
        for j in range(len(task) - 3):
            if tuple(task[j : j + 2]) != before:
                continue
            if " ".join(task[j + 2 : j + 4]) in _WIDER:
                continue
            ends = range(j + 3, min(j + 3 + _WIDEST, len(task) - 1))
            # What the question says as well, in another place, is no other thing.
            if any(tuple(task[k : k + 2]) == behind and not set(task[j + 2 : k]) <= set(asked) for k in ends):
                return True
    return False


def _settles(best: Assignment, others: Sequence[Assignment], terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether ``best`` holds every term of the topic that any of the ``others`` holds.

    One that stands before may name what both are about ("… tổ chức Festival Hoa; Công an tỉnh bảo đảm an ninh").
    """
    held, fit = _held(best, terms, evidence), _fit(best, terms, evidence)
    return all(
        _held(other, terms, evidence) <= held
        or (other.span.start < best.span.start and _fit(other, terms, evidence) < fit)
        for other in others
    )


def _held(assignment: Assignment, terms: Sequence[str], evidence: Evidence) -> set[str]:
    return set(terms) & held_in(evidence.words(assignment.source_id, (assignment.span,)))


# What a name may lack where a question names the body: "Chữ thập đỏ" for the "Hội Chữ thập đỏ tỉnh".
_BODY_ALONE = re.compile(r"^(?:Hội|Đoàn|Liên đoàn)\s+|\s+(?:tỉnh|huyện|xã|phường|thành phố|trung ương)$", re.IGNORECASE)


def _is_said_in(query: Query, value: str) -> bool:
    """Whether the question itself names the value, which then is no answer ("trong năm 2026 …")."""
    if query.intent is Intent.DEADLINE:
        asked, words = set(syllables(query.text)), syllables(value)
        numbers = [s for s in words if any(c.isdigit() for c in s) or re.fullmatch(r"i{1,3}|iv", s)]
        return bool(numbers) and all(s in asked for s in numbers)
    text, words = syllables(written_out(query.text)), syllables(written_out(value))
    if query.intent is Intent.LEAD and not query.text.endswith("không"):
        # Who is named is not asked for: "ai cùng Sở A …", "bên nào giúp Chữ thập đỏ …".
        alone = _without_marks(_BODY_ALONE.sub("", value))
        return _longest_run(words, text) == len(words) or _without_marks(query.original).find(alone, 1) > 0
    places = {syllable for province in query.provinces for syllable in syllables(fold(province))}
    words = [word for word in words if word not in places] or words  # "Điện lực Hà Nội" in a question about Hà Nội
    if query.intent is not Intent.COORDINATING:
        return False
    actor = _ACTOR.search(query.text)
    body = syllables(written_out(_BODY_ALONE.sub("", value)))
    if actor and body and _longest_run(body, syllables(written_out(actor["body"]))) == len(body):
        return True
    return _longest_run(words, text) > _NAMED_ALMOST * len(words)


# "…, công an phải phối hợp với lực lượng nào": the body before it is no partner of its own.
_ACTOR = re.compile(
    r"(?P<body>[^,;:]{2,60}?) (?:(?:phải|cần|sẽ|được giao|có trách nhiệm) )?(?:phối hợp|bắt tay)"
    r" (?:cùng |với |cùng với )?"
    r"(?:(?:những|các) )?(?:ai|[^,;:?]{2,30}? nào)\b",
    re.IGNORECASE,
)


def _without_marks(text: str) -> str:
    """Letters without marks, capitals kept: "Chữ thập đỏ" is a name, "chữ thập đỏ" is a sign."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def _longest_run(words: Sequence[str], text: Sequence[str]) -> int:
    """How many of ``words``, one after the other, stand so in a text: "sở nào … y tế" does not name "Sở Y tế"."""
    match = difflib.SequenceMatcher(a=words, b=text, autojunk=False).find_longest_match()
    return match.size
