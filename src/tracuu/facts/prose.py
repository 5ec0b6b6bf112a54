"""Clauses of the prose: who is given which work, with whom, under whose eyes and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracuu.agencies import names as agencies
from tracuu.facts.actors import Actor, actor_above, carried, directed, directs, is_apart, names_unclearly, opening_actor
from tracuu.facts.bearers import DOES_BY, FEWEST_WORDS, aside, named, passed_on, topic_of
from tracuu.facts.clauses import cut, joined, sentences, without_label
from tracuu.facts.cutting import count_words, cut_at_agencies, cut_at_deadlines, deadlines_in
from tracuu.facts.duties import duty_at, second_body
from tracuu.facts.endings import (
    FORBIDS,
    deadline_of,
    finish_in,
    finish_of,
    is_alone,
    only_watches,
    partners_behind,
    same_sentence,
    watched,
    with_its_end,
)
from tracuu.facts.paragraphs import Paragraph, Reader, gives_no_work, proposes
from tracuu.facts.rows import Slots, tidied
from tracuu.text import trim
from tracuu.types import Assignment, Deadline, Span, Spans

# "… ban hành Kế hoạch như sau:" opens the directive itself; "… để các đơn vị biết" closes it: no work is given.
_FORMULA = re.compile(
    r"(?:như sau|sau đây|(?<!trước )(?<!\w)sau|dưới đây|kết luận|yêu cầu|đề nghị|chỉ thị)\s*:\s*$"
    r"|(?:thông báo )?(?:để|đến) (?:các )?(?:cơ quan|đơn vị|địa phương|đồng chí|sở|cấp)[^,;.]{0,60} biết(?:,| và|$)"
    r"|^\W*(?:[Kk]ính|[Tt]rân trọng)?\W*(?:đề nghị|trình|mong)[^;]{0,120}xem xét, (?:quyết định|phê duyệt)"
    r"(?:\s+(?:trước|trong|vào)\s[^,;]{1,40})?\W*$"
    r"|(?<!\w)(?:thông báo|thông tin|truyền đạt)(?: [^;.]{1,120}?)? (?:để|đến) (?:các )?(?:cơ quan|đơn vị|địa phương"
    r"|đồng chí|sở|cấp)[^;.]{0,80}? biết(?!\w)"
    r"|^(?:(?!(?:kể )?từ (?:ngày|khi))[^;])*có hiệu lực"
    r"|^\W*Trên đây là (?:[Nn]ội dung|[Kk]ế|[Cc]hương|[Bb]áo|[Tt]ờ|[Đđ]ề|[Hh]ướng|[Tt]hông|[Kk]ết|[Ýý]|[Mm]ột số|toàn)"
    r"|ban hành (?:[Kk]ế hoạch|[Cc]hương trình|[Cc]hỉ thị|[Nn]ghị quyết|[Hh]ướng dẫn|[Qq]uy|[Đđ]ề án)[^;]{0,300}?"
    r"(?:như sau|sau đây|với (?:các )?nội dung|cụ thể\s*:)"
)
# How work is done, and not which. Match: "khẩn trương thực hiện", "nghiêm túc triển khai thực hiện".
# Near miss: "khẩn trương thực hiện Công điện này".
_ONLY_HOW = re.compile(
    r"(?:(?:nghiêm\s+túc|khẩn\s+trương|tích\s+cực|chủ\s+động|kịp\s+thời|tập\s+trung|quyết\s+liệt|đồng\s+bộ|(?:có\s+)?hiệu\s+quả"
    r"|phối\s+hợp(?:\s+chặt\s+chẽ)?|quan\s+tâm|nhanh\s+chóng|tổ\s+chức|triển\s+khai|thực\s+hiện|chấp\s+hành|và)[\s,]*)+[.;/\s]*",
    re.IGNORECASE,
)
# What stands under an agency and names people, times, figures or grounds instead of work.
_NO_TASK = re.compile(
    r"(?:Ông|Bà|Đồng chí|Đ/c|Số lượng|Thời gian|Địa điểm|Thành phần|Kinh phí|Chỉ tiêu|Tỷ lệ|Tỉ lệ|Điện thoại|Email"
    r"|Nội dung:|Số điện|Mục tiêu|Đến năm|Trưởng đoàn|Kết quả)\b|\d"
    r"|C[aăâ]n c[uưứú] (?:Luật|Nghị|Quyết|Thông|Chương|Kế hoạch số|Kết luận)|Xét |Theo (?:đề nghị|báo cáo)"
)
# "Tham dự có … UBND các phường A, B; đại diện các nhà máy": who was there, and no work.
_PRESENT = re.compile(r"\W*(?:và\s+)?(?:đại\s+diện|lãnh\s+đạo)\s+(?:các|lãnh\s+đạo|một\s+số|phòng|sở|cục|doanh)(?!\w)")
# "đến hết năm 2026 có 92% công dân …": what is reached by then, and no work.
_REACHED = re.compile(
    r"(?:[Pp]hấn\s+đấu\s+)?[Đđ]ến\s+(?:(?:hết|cuối)\s+)?(?:năm|quý|tháng|ngày)\s+[\dIVX/.-]+(?:\s*,?\s*(?:tháng|năm)\s+\d+){0,2},?\s+"
    r"(?:(?:toàn|cả)\s+(?:tỉnh|huyện|xã|ngành)\s+)?"
    r"(?:(?:phấn\s+đấu|phải|ít\s+nhất|tối\s+thiểu|trên|khoảng)\s+)*(?:có|đạt|tỷ\s+lệ|tỉ\s+lệ|\d[\d.,]*\s?%)(?!\w)"
)
# "; mỗi tuần ít nhất hai lần": how often the work before it is done, and no other work.
_HOW_OFTEN = re.compile(
    r"(?:mỗi|h[ằà]ng)\s+(?:ngày|tuần|tháng|quý|năm)\s+(?:(?:ít\s+nhất|tối\s+thiểu|tổ\s+chức)\s+)*"
    r"(?:\d{1,2}|một|hai|ba|bốn|năm)\s+(?:lần|đợt|buổi|kỳ|cuộc|lượt|phiên)(?!\w)",
    re.IGNORECASE,
)
# Party bodies report to the Party's.
_TO_PARTY = re.compile(
    r"báo\s+cáo\s+(?:(?:với|về)\s+)?(?:Ban\s+(?:Thường\s+vụ|Chấp\s+hành)|Thường\s+trực\s+\w+\s+ủy|Tỉnh\s+ủy)"
)
# "; cùng Báo Bắc Ninh phát bản tin": with whom the next work is done.
_BESIDE = re.compile(r"(?:đồng\s+thời\s+)?cùng\s+(?:với\s+)?", re.IGNORECASE)
# "xe không đạt kiểm định thì không được chở": a rule for others.
_RULE = re.compile(r"(?:[^\W\d_]+,?\s+){2,16}?thì\s+(?:không|bị|phải|dừng|đình)(?!\w)")
# "Việc cứu hộ do Sở X chủ trì": what was spoken of, and who leads it.
_MATTER = re.compile(r"(?:Việc|Công\s+tác)\s+(?!này\s+(?:hoàn|thực|xong))")
# Words of role with which a clause begins another piece of work.
_ROLE_WORD = re.compile(r"(?:chủ trì|phối hợp|đồng thời,? phối hợp|theo dõi, đôn đốc|đôn đốc,)(?!\w)", re.IGNORECASE)
# "; được hỗ trợ 50.000 đồng/tháng", "; kinh phí 5 tỷ đồng": what somebody is given, or of what is told, and no work.
_UNDERGOES = re.compile(r"(?:được(?!\s+giao)|bị|(?:nguồn\s+)?kinh\s+phí)(?!\w)")
# "Doanh nghiệp lắp dây chuyền được vay 8 tỷ đồng": to whom something is granted, and no work.
_GRANTED = re.compile(
    r"(?:Các\s+)?(?:doanh\s+nghiệp|hợp\s+tác\s+xã|tổ\s+hợp\s+tác|hộ|cá\s+nhân|tổ\s+chức|nhà\s+đầu\s+tư|cơ\s+sở|chủ\s+\w+)"
    r"(?:\s+\w+|,){0,16}?\s+được\s+(?:vay|hỗ\s+trợ|miễn|hưởng|giảm|ưu\s+đãi|cấp\s+bù|thuê)(?!\w)",
    re.IGNORECASE,
)
# "; vướng mắc gửi về Sở A trước ngày …": by when something is sent is said, and not by whom.
_SENT = re.compile(
    r"(?:(?:các\s+)?(?:khó\s+khăn,?\s+)?vướng\s+mắc|hồ\s+sơ|ý\s+kiến|kết\s+quả|văn\s+bản)(?:\s+[^\W\d]+){0,3}?"
    r"\s+(?:gửi|nộp|phản\s+ánh)(?!\w)"
)
# "; hoàn thành trước ngày …" ends the work before it; "hoàn thành việc kê cao tài sản" is work itself.
_FINISH = re.compile(
    r"(?:và |phải )?(?:hoàn thành(?!\s+(?:việc|công tác|các|toàn bộ|100))|xong|thời gian|thời hạn|chậm nhất"
    r"|trước ngày)",
    re.IGNORECASE,
)
# "… hoàn thành các nội dung sau trước ngày 30/6/2026:" holds for the dashes below.
_FOLLOWING = re.compile(r"(?:các|những)\s+(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|việc)(?:\s+[^,;.:]{0,40}?)?\s+sau(?!\w)")
_CELLS = re.compile(r"</?t[dr]\b|\|[^|\n]{1,200}\||\t[^\t\n]{1,200}\t", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.{0,400}?-->", re.DOTALL)
# Turns with which a later sentence goes on with what the agency does.
_BESIDES = re.compile(
    r"(?:Đồng\s+thời|Ngoài\s+ra|Bên\s+cạnh\s+đó|Trong\s+đó)\s*,?\s*|(?:tích\s+cực|chủ\s+động|đồng\s+thời|và)\s+",
    re.IGNORECASE,
)
# A point that ends with a colon and says no more than this before it only carries the dashes below.
_CARRIER_WORDS = 6
# A paragraph of fewer characters gives nobody work.
_SHORTEST = 10
# Agencies listed with semicolons before their verb take no more than this.
_LONGEST_LIST = 600
# A mention of a document with its date and subject is no longer than this.
_LONGEST_CITATION = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Clauses that say one piece of work; ``first`` is whether it is the first of its paragraph."""

    span: Span
    first: bool


def from_paragraph(reader: Reader, paragraph: Paragraph) -> Iterator[Assignment]:
    """The assignments of one paragraph; its agency goes on from sentence to sentence, or comes from above."""
    unit = paragraph.unit
    length = paragraph.span.end - paragraph.span.start
    if length < _SHORTEST or gives_no_work(reader, unit.headings) or _is_table_text(reader, paragraph.span):
        return
    above = actor_above(reader.copy, unit.headings)
    common, proposed = _common_deadline(reader, unit.headings), proposes(reader, unit.headings)
    subject, pending, unowned = above, None, None
    director: Actor | None = None
    found: list[Assignment] = []
    told: list[Span] = []  # what is said before anybody is named
    for group in _groups(reader, paragraph.span):
        if _FORMULA.search(reader.copy[slice(*group.span)]):
            continue
        if found and (whole := with_its_end(reader, found, group.span)):
            found[-1] = whole
            continue
        said = reader.copy[slice(*group.span)].lstrip()
        if director and (said[:1].isupper() or _TO_PARTY.search(said)):
            subject, director = director, None  # another sentence: of the body that directs
        reading = _read_group(reader, group, subject, carries=subject is above)
        if reading is None:
            unclear = names_unclearly(reader.copy, group.span)
            subject = None if unclear else subject
            unowned = group.span if subject is None and not unclear else None
            told.append(group.span)
            continue
        actor, slots, work = reading
        if below := directed(reader.copy, actor, group.span.end):
            director = actor
            actor, slots, work = _told(reader, group.span, below, None)
        subject = actor
        if proposed and not actor.duty.stated:
            continue
        if found and only_watches(reader, group.span, actor) and same_sentence(reader, found[-1].span, group.span):
            if is_alone(reader, found) and not found[-1].supervising:  # of several nothing tells which is watched over
                found[-1] = watched(reader, found[-1], group.span, actor)
            continue
        if unowned and (handed := _handed(reader, unowned, group.span, actor, work)):
            if found and found[-1].span == unowned:
                found.pop()  # the agency above hands it on
            work, slots = handed, replace(slots, deadline=slots.deadline or deadline_of(reader, unowned))
            group = replace(group, span=joined([unowned, group.span]))
        elif told and above is None and not found and _is_given_above(reader, group.span, actor, work):
            work = without_label(reader.copy, Span(told[0].start, told[-1].end))
            slots = replace(slots, deadline=slots.deadline or finish_of(reader, work))
            group = replace(group, span=joined([*told, group.span]))
        unowned = None
        if pending and actor.duty.helps and not slots.lead:
            slots = replace(slots, lead=pending)
        words = count_words(reader.copy, work)
        if found and words < FEWEST_WORDS and _only_helps(actor, slots) and not found[-1].coordinating:
            helped = replace(found[-1], span=joined([found[-1].span, group.span]), coordinating=slots.coordinating)
            found[-1] = helped if found[-1].lead else found[-1]
        pending = slots.lead if words < FEWEST_WORDS else None
        if common and slots.deadline is None:
            slots = replace(slots, deadline=common)
        if words < FEWEST_WORDS or _carries(reader, paragraph, work, words) or _is_no_work(reader, work):
            continue
        topic = topic_of(reader.copy, group.span, actor) if work.start >= actor.span.end else None
        found.extend(_given(reader, paragraph, group.span, work, slots, topic))
        unowned = group.span if actor.span.end <= group.span.start else None
    yield from found


def _given(
    reader: Reader, paragraph: Paragraph, span: Span, work: Span, slots: Slots, topic: Span | None
) -> Iterator[Assignment]:
    """The assignment of a clause; where others send to a body that has its own deadline, also what that one does.

    ``topic`` is what the work is about, where that stands before the agency: the task begins with it.
    """
    times = deadlines_in(reader, span)
    passed = passed_on(reader.copy, span, times)
    work = Span(work.start, times[0].span.end) if passed else work
    task = tidied(reader.copy, cut(work, _gaps(reader, paragraph, work)))
    yield reader.assignment(span, paragraph.unit.locator, (*([topic] if topic else []), *task), slots)
    if passed:
        yield _collected(reader, paragraph, *passed)


def _carries(reader: Reader, paragraph: Paragraph, work: Span, words: int) -> bool:
    """Whether the work of a clause is what stands in the dashes below it."""
    ends = words < _CARRIER_WORDS and reader.copy[slice(*paragraph.span)].rstrip().endswith(":")
    return ends or _FOLLOWING.search(reader.copy, *work) is not None


def _is_no_work(reader: Reader, work: Span) -> bool:
    """Whether words say only how, what is reached, who was there, or by when."""
    copy = reader.copy
    said = _PRESENT.match(copy, *work) or _ONLY_HOW.fullmatch(copy, *work) or _REACHED.match(copy, *work)
    return bool(said or finish_in(reader, work))


def _handed(reader: Reader, unowned: Span, span: Span, actor: Actor, work: Span) -> Span | None:
    """The work before ", giao Sở B chủ trì" when nobody else is named for it; None when it is none."""
    copy, bare = reader.copy, without_label(reader.copy, unowned)
    leads = actor.given and actor.duty.lead and not actor.duty.helps
    if (
        not leads
        or not (count_words(copy, work) == 0 or DOES_BY.fullmatch(copy, *work))
        or copy[unowned.end : span.start].strip() not in {";", ","}
    ):
        return None
    told = _NO_TASK.match(copy, *bare) or _UNDERGOES.match(copy, *bare) or _SENT.match(copy, *bare)
    return None if told or count_words(copy, bare) < _CARRIER_WORDS // 2 else bare


# "Giao Hội Làng nghề chủ trì, phối hợp với Đoàn xã.": a sentence that names only who does what stands before.
_GIVEN = re.compile(r"\W*(?:[Gg]iao|[Pp]hân\s+công)\s")


def _is_given_above(reader: Reader, span: Span, actor: Actor, work: Span) -> bool:
    """Whether a sentence gives somebody what the sentences before it in the paragraph say, and nothing of its own."""
    opens = _GIVEN.match(reader.copy, *span) and reader.copy[span.start : span.start + 1].isupper()
    leads = actor.given and actor.duty.lead and actor.duty.stated
    return bool(opens and leads) and count_words(reader.copy, work) == 0


def _only_helps(actor: Actor, slots: Slots) -> bool:
    """Whether "Sở B phối hợp" says only who helps with the work before it."""
    return actor.duty.helps and bool(slots.coordinating) and not slots.lead


def _collected(reader: Reader, paragraph: Paragraph, receiver: Span, work: Span) -> Assignment:
    """What the body to which others send does with it."""
    task = tidied(reader.copy, cut(work, _gaps(reader, paragraph, work)))
    slots = Slots(lead=(receiver,), deadline=deadline_of(reader, work))
    return reader.assignment(work, paragraph.unit.locator, task, slots)


def _is_table_text(reader: Reader, span: Span) -> bool:
    """Whether a paragraph is a row of a table that was not understood: its cells are no sentence."""
    return bool(_CELLS.search(reader.source.text, *span))


def _gaps(reader: Reader, paragraph: Paragraph, work: Span) -> Spans:
    """What stands in the work and is none of its words: a page break, a comment."""
    comments = [Span(*m.span()) for m in _COMMENT.finditer(reader.source.text, *work)]
    return tuple(sorted([*paragraph.gaps, *comments]))


def _common_deadline(reader: Reader, headings: Spans) -> Deadline | None:
    """The deadline that a carrying point sets for all that stands below it."""
    for heading in reversed(headings):
        if heading.end - heading.start < _LONGEST_CITATION and _FOLLOWING.search(reader.copy, *heading):
            return deadline_of(reader, heading)
    return None


def _groups(reader: Reader, span: Span) -> Iterator[_Group]:
    """The clauses of a paragraph, those together that say one piece of work."""
    first = True
    for clauses in sentences(reader.copy, span):
        held: list[Span] = []
        dated = False
        for clause in _glued(reader, cut_at_agencies(reader, cut_at_deadlines(reader, clauses))):
            own = bool(deadlines_in(reader, clause))
            if held and _begins_work(reader.copy, clause, own=own, before=dated):
                yield _Group(span=joined(held), first=first)
                held, first, dated = [], False, False
            held.append(clause)
            dated = dated or own
        if held:
            yield _Group(span=joined(held), first=first)
            first = False


def _glued(reader: Reader, clauses: Iterator[Span]) -> Iterator[Span]:
    """Clauses; one that only names agencies ("UBND tỉnh; Sở Xây dựng chủ trì") goes with the next."""
    held: Span | None = None
    for clause in clauses:
        whole = Span(held.start, clause.end) if held else clause
        bare = without_label(reader.copy, clause)
        if whole.end - whole.start < _LONGEST_LIST and agencies.is_names(reader.copy, *bare):
            held = whole
            continue
        yield whole
        held = None
    if held:
        yield held


def _begins_work(copy: str, clause: Span, *, own: bool, before: bool) -> bool:
    """Whether a clause says another piece of work than those before it; each may have a deadline."""
    if opening_actor(copy, clause) or names_unclearly(copy, clause) or _ROLE_WORD.match(copy, *clause):
        return True
    if _UNDERGOES.match(copy, *clause) or _SENT.match(copy, *clause):
        return True
    if (beside := _BESIDE.match(copy, *clause)) and agencies.begins_like_name(copy, beside.end(), clause.end):
        return True
    if _HOW_OFTEN.match(copy, *clause):
        return False
    return before or (own and not _FINISH.match(copy, *clause))


def _read_group(
    reader: Reader, group: _Group, subject: Actor | None, *, carries: bool
) -> tuple[Actor, Slots, Span] | None:
    """Who does the work of a group, its slots, and the span of the work; None when it gives none."""
    copy, span = reader.copy, group.span
    if _GRANTED.match(copy, *without_label(copy, span)):
        return None
    if _MATTER.match(copy, *without_label(copy, span)) and (behind := aside(copy, span, topic=True)):
        return _told_aside(reader, span, behind)
    if found := named(copy, span):
        actor, topic = found
        return _told(reader, span, actor, topic)
    if names_unclearly(copy, span) or is_apart(copy, span):
        return None
    if subject is None:
        behind = aside(copy, span)
        return _told_aside(reader, span, behind) if behind else None
    bare = without_label(copy, span)
    if _RULE.match(copy, *bare) and not agencies.begins_with_verb(copy, *bare):
        return None
    if _SENT.match(copy, *bare):
        due = deadline_of(reader, span)
        return (subject, Slots(deadline=due), bare) if due else None
    if (
        _NO_TASK.match(copy, *bare)
        or _UNDERGOES.match(copy, *bare)
        or not (group.first or _goes_on_in_list(copy, span) or _does(copy, bare) or directs(copy, bare))
    ):
        return None
    if with_whom := _BESIDE.match(copy, *bare):
        stop = agencies.names_end(copy, with_whom.end(), bare.end, listed=True)
        duty = duty_at(copy, stop, bare.end, subject=True) if stop else None
        if stop is None or duty is None or duty.stated:
            return None
        beside = replace(duty, partners=trim(copy, with_whom.end(), stop))
        return _told(reader, span, replace(subject, duty=beside), None)
    duty = duty_at(copy, bare.start, bare.end)
    if duty and not duty.stated and _goes_on(copy, span):
        actor_here: Actor | None = replace(subject, duty=replace(subject.duty, work=duty.work))
    elif duty and carries:
        actor_here = carried(subject, duty)
    elif duty and not duty.stated:
        helps = subject.duty.helps and not group.first and copy[span.start : span.start + 1].islower()
        actor_here = replace(subject, duty=replace(duty, lead=not helps, helps=helps, partners=None))
    else:
        actor_here = replace(subject, duty=duty) if duty else None
    return _told(reader, span, actor_here, None) if actor_here else None


def _goes_on(copy: str, span: Span) -> bool:
    """Whether a clause goes on behind a comma with what the agencies before it do."""
    return copy[max(0, span.start - 2) : span.start].rstrip().endswith(",")


def _goes_on_in_list(copy: str, span: Span) -> bool:
    """Whether a clause stands behind a semicolon and goes on in small letters."""
    return copy[span.start].islower() and copy[max(0, span.start - 40) : span.start].rstrip().endswith(";")


def _does(copy: str, bare: Span) -> bool:
    """Whether a later sentence goes on with what the agency does, and describes nothing else."""
    start = _BESIDES.match(copy, *bare)
    return agencies.begins_with_verb(copy, start.end() if start else bare.start, bare.end)


def _told(reader: Reader, span: Span, actor: Actor, topic: Span | None) -> tuple[Actor, Slots, Span]:
    """Slots of a clause whose agency is known. A topic is the work when nothing follows the agency."""
    copy, duty = reader.copy, actor.duty
    work, lead, helping = Span(duty.work, span.end), (actor.span,), (duty.partners,) if duty.partners else ()
    other = second_body(copy, duty, span.end)
    if other:
        helping, work = (other[0],), Span(other[1], span.end)
    if topic and (count_words(copy, work) < FEWEST_WORDS or DOES_BY.fullmatch(copy, *work)):
        work = topic
    if duty.lead and not duty.helps and not helping and (behind := partners_behind(copy, work)):
        helping = (behind,)
    slots = Slots(
        lead=lead if duty.lead else (),
        coordinating=lead if duty.helps else helping,
        supervising=lead if duty.watches else (actor.under,) if actor.under else (),
        deadline=None if FORBIDS.match(copy, *work) else deadline_of(reader, span),
    )
    return actor, slots, work


def _told_aside(reader: Reader, span: Span, behind: tuple[Actor, Span]) -> tuple[Actor, Slots, Span]:
    """Slots of a clause whose agency stands behind the work."""
    actor, work = behind
    _, slots, _ = _told(reader, span, actor, None)
    return actor, slots, work
