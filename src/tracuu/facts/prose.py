"""Clauses of the prose: who is given which work, with whom, under whose eyes and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracuu.agencies import names as agencies
from tracuu.facts.actors import Actor, actor_above, carried, directed, directs, is_apart, names_unclearly, opening_actor
from tracuu.facts.bearers import DOES_BY, FEWEST_WORDS, aside, named, passed_on
from tracuu.facts.clauses import cut, joined, sentences, without_label
from tracuu.facts.cutting import count_words, cut_at_agencies, cut_at_deadlines, deadlines_in
from tracuu.facts.duties import duty_at, second_body
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
_ONLY_FINISH = re.compile(
    r"\W*(?:[Pp]hấn đấu\s+|[Pp]hải\s+|[Vv]iệc này\s+)?(?:[Tt]hời gian(?: thực hiện)?|[Hh]oàn thành|[Tt]hực hiện|[Xx]ong"
    r"|[Tt]hời hạn)?(?: hoàn thành| thực hiện)?:?\s*"
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
    for group in _groups(reader, paragraph.span):
        if _FORMULA.search(reader.copy[slice(*group.span)]):
            continue
        if found and (finish := _finish(reader, group.span)):
            due = _surer(found[-1].deadline, finish)
            found[-1] = replace(found[-1], span=joined([found[-1].span, group.span]), deadline=due)
            continue
        if found and (partners := _partners_alone(reader, found, group.span)):
            found[-1] = replace(found[-1], span=joined([found[-1].span, group.span]), coordinating=(partners,))
            continue
        said = reader.copy[slice(*group.span)].lstrip()
        if director and (said[:1].isupper() or _TO_PARTY.search(said)):
            subject, director = director, None  # another sentence: of the body that directs
        reading = _read_group(reader, group, subject, carries=subject is above)
        if reading is None:
            unclear = names_unclearly(reader.copy, group.span)
            subject = None if unclear else subject
            unowned = group.span if subject is None and not unclear else None
            continue
        actor, slots, work = reading
        if below := directed(reader.copy, actor, group.span.end):
            director = actor
            actor, slots, work = _told(reader, group.span, below, None)
        subject = actor
        if proposed and not actor.duty.stated:
            continue
        if found and _only_watches(reader, group.span, actor) and _same_sentence(reader, found[-1].span, group.span):
            alone = len(found) == 1 or not _same_sentence(reader, found[-2].span, found[-1].span)
            if alone and not found[-1].supervising:  # of several tasks nothing tells which is watched over
                found[-1] = _watched(reader, found[-1], group.span, actor)
            continue
        if unowned and (handed := _handed(reader, unowned, group.span, actor, work)):
            if found and found[-1].span == unowned:
                found.pop()  # the agency above hands it on
            work, slots = handed, replace(slots, deadline=slots.deadline or deadline_of(reader, unowned))
            group = replace(group, span=joined([unowned, group.span]))
        unowned = None
        if pending and actor.duty.helps and not slots.lead:
            slots = replace(slots, lead=pending)
        words = count_words(reader.copy, work)
        if found and words < FEWEST_WORDS and _only_helps(actor, slots) and not found[-1].coordinating:
            helped = replace(found[-1], span=joined([found[-1].span, group.span]), coordinating=slots.coordinating)
            found[-1] = helped if found[-1].lead else found[-1]
        pending = slots.lead if words < FEWEST_WORDS else None
        carrier = words < _CARRIER_WORDS and reader.copy[slice(*paragraph.span)].rstrip().endswith(":")
        carrier = carrier or bool(_FOLLOWING.search(reader.copy, *work))
        if common and slots.deadline is None:
            slots = replace(slots, deadline=common)
        if (
            words < FEWEST_WORDS
            or carrier
            or _ONLY_HOW.fullmatch(reader.copy, *work)
            or _REACHED.match(reader.copy, *work)
            or _finish(reader, work)
        ):
            continue
        passed = passed_on(reader.copy, group.span, deadlines_in(reader, group.span))
        if passed:
            work = Span(work.start, deadlines_in(reader, group.span)[0].span.end)
        task = tidied(reader.copy, cut(work, _gaps(reader, paragraph, work)))
        found.append(reader.assignment(group.span, unit.locator, task, slots))
        unowned = group.span if actor.span.end <= group.span.start else None
        if passed:
            found.append(_collected(reader, paragraph, *passed))
    yield from found


def _surer(stated: Deadline | None, finish: Deadline) -> Deadline:
    """The deadline in the work ("an toàn trước mùa mưa"), unless only that behind it has a day."""
    return finish if stated is None or (stated.due is None and finish.due is not None) else stated


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


# "… nghiên cứu thu hồi nước ót; phối hợp với Trường Đại học Bạc Liêu": with whom the work before it is done.
_WITH_ALONE = re.compile(
    r"(?:(?:và|đồng\s+thời)\s+)?phối\s+hợp\s+(?:chặt\s+chẽ\s+|thường\s+xuyên\s+)?(?:cùng\s+)?với\s+", re.IGNORECASE
)


def _partners_alone(reader: Reader, found: Sequence[Assignment], span: Span) -> Span | None:
    """The bodies of a clause that names partners and nothing else, behind the only task of its sentence; else None."""
    copy, before = reader.copy, found[-1]
    match = _WITH_ALONE.match(copy, *span)
    stop = agencies.names_end(copy, match.end(), span.end, listed=True) if match else None
    if match is None or stop is None or copy[stop : span.end].strip(" .;)/*"):
        return None
    alone = len(found) == 1 or not _same_sentence(reader, found[-2].span, before.span)
    known = before.lead and not before.coordinating and _same_sentence(reader, before.span, span)
    return trim(copy, match.end(), stop) if alone and known else None


# Match: "; Sở Y tế hướng dẫn, theo dõi". Near miss: "; Sở Y tế theo dõi dịch bệnh", work of its own.
_WATCHES_IT = re.compile(
    r"(?=[^;]*(?:theo\s+dõi|giám\s+sát|đôn\s+đốc|kiểm\s+tra))"
    r"(?:(?:hướng\s+dẫn|theo\s+dõi|giám\s+sát|đôn\s+đốc|kiểm\s+tra|chỉ\s+đạo|nhắc\s+nhở|thường\s+xuyên|và)[\s,]*)+"
    r"(?:(?:việc\s+)?(?:(?:tổ\s+chức|triển\s+khai)\s+)?thực\s+hiện)?\s*(?=;|[.)/\s]*$)",
    re.IGNORECASE,
)


def _only_watches(reader: Reader, span: Span, actor: Actor) -> bool:
    """Whether a clause names who watches over the work before it, and says nothing more but by when that is done."""
    duty = actor.duty
    if duty.helps or duty.partners or (duty.stated and not duty.watches) or actor.span.start < span.start:
        return False
    watches = _WATCHES_IT.match(reader.copy, duty.work, span.end)
    rest = reader.copy[watches.end() : span.end].strip(" .;)/") if watches else ""
    return watches is not None and (not rest or _finish(reader, Span(watches.end() + 1, span.end)) is not None)


def _same_sentence(reader: Reader, before: Span, behind: Span) -> bool:
    return reader.copy[before.end : behind.start].strip() in {";", ","}


def _watched(reader: Reader, task: Assignment, span: Span, actor: Actor) -> Assignment:
    """The task with who watches over it, and with the deadline that stands behind that."""
    semicolon = reader.copy.find(";", actor.duty.work, span.end)
    finish = _finish(reader, Span(semicolon + 1, span.end)) if semicolon >= 0 else None
    return replace(task, span=joined([task.span, span]), supervising=(actor.span,), deadline=task.deadline or finish)


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


def _finish(reader: Reader, span: Span) -> Deadline | None:
    """The deadline of a sentence that says nothing else: "Hoàn thành trước ngày 15/4/2026"."""
    deadline = deadline_of(reader, span)
    if deadline is None:
        return None
    before = reader.copy[span.start : deadline.spans[0].start]
    after = reader.copy[deadline.spans[0].end : span.end]
    bare = _ONLY_FINISH.fullmatch(before)
    return deadline if bare and not after.strip(" .;)*/") else None


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
    if duty.lead and not duty.helps and not helping and (behind := _partners_behind(copy, work)):
        helping = (behind,)
    slots = Slots(
        lead=lead if duty.lead else (),
        coordinating=lead if duty.helps else helping,
        supervising=lead if duty.watches else (actor.under,) if actor.under else (),
        deadline=None if _FORBIDS.match(copy, *work) else deadline_of(reader, span),
    )
    return actor, slots, work


# ", phối hợp với Trường Đại học A", ", phối hợp là Hợp tác xã B": with whom, behind the work.
_WITH_BEHIND = re.compile(
    r"[,;(]\s*(?:và\s+|(?:cơ\s+quan|đơn\s+vị)\s+)?phối\s+hợp(?:\s+thực\s+hiện)?\s*(?:(?:chặt\s+chẽ\s+|cùng\s+)?với\s+|là\s+|:\s*)",
    re.IGNORECASE,
)


def _partners_behind(copy: str, work: Span) -> Span | None:
    """The bodies with which the work before them is done, where at most a deadline follows; None otherwise."""
    found = list(_WITH_BEHIND.finditer(copy, *work))
    if len(found) != 1 or count_words(copy, Span(work.start, found[0].start())) < FEWEST_WORDS:
        return None
    if ";" in copy[work.start : found[0].start()]:
        return None  # of several pieces of work nothing tells which is done with them
    start = found[0].end()
    stop = agencies.names_end(copy, start, work.end, listed=True)
    if stop is None:  # nobody known by that name: all up to the sign
        stop = next((i for i in range(start, work.end) if copy[i] in ";.:("), work.end)
        said = copy[start:stop]
        if (
            not said[:1].isupper()
            or len(said.split()) > _MOST_NAME_WORDS
            or re.search(r"[,\d]|\b(?:để|trong|khi)\b", said)
        ):
            return None
    return trim(copy, start, stop) if _ENDS_WORK.match(copy, stop, work.end) else None


# "không cấp bổ sung cho đơn vị giải ngân dưới 60% đến ngày …": until when something is not done is no deadline.
_FORBIDS = re.compile(r"(?:tuyệt\s+đối\s+)?(?:không|nghiêm\s+cấm|cấm)\s", re.IGNORECASE)
_ENDS_WORK = re.compile(
    r"\s*(?:$|[.;)]|,?\s*(?:(?:phải\s+)?(?:hoàn\s+thành|xong)\s|(?:chậm\s+nhất|trước|trong|thời\s+gian|thời\s+hạn)\s))"
)
# A name of more words runs on into something else.
_MOST_NAME_WORDS = 9


def deadline_of(reader: Reader, span: Span) -> Deadline | None:
    """The one deadline of a clause; the first when the next follows from it; None in doubt."""
    times = deadlines_in(reader, span)
    if len(times) > 1:  # "định kỳ báo cáo … ngày 20 hằng tháng": the day says when
        times = [t for t in times if reader.copy[slice(*t.span)].lower() != "định kỳ"]
    if not times:
        return None
    first = times[0]
    between = reader.copy[first.span.end : times[1].first] if len(times) > 1 else " để "
    if len({t.due or t.span for t in times}) > 1 and " để " not in between:
        return None
    return Deadline(spans=(first.whole,), precision=first.precision, due=first.due)


def _told_aside(reader: Reader, span: Span, behind: tuple[Actor, Span]) -> tuple[Actor, Slots, Span]:
    """Slots of a clause whose agency stands behind the work."""
    actor, work = behind
    _, slots, _ = _told(reader, span, actor, None)
    return actor, slots, work
