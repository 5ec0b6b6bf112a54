"""Clauses of the prose: who is given which work, with whom, under whose eyes and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracuu import agencies
from tracuu.facts.actors import Actor, Duty, actor_above, carried, duty_at, names_unclearly, opening_actor
from tracuu.facts.clauses import cut, joined, sentences, without_label
from tracuu.facts.deadlines import Time, find_deadlines
from tracuu.facts.paragraphs import Paragraph, Reader, gives_no_work
from tracuu.facts.rows import Slots, tidied
from tracuu.types import Assignment, Deadline, Span, Spans

_FORMULA = re.compile(
    r"(?:như sau|sau đây|cụ thể sau|các nội dung sau|nhiệm vụ sau|vụ sau đây|kết luận|yêu cầu|đề nghị|chỉ thị)\s*:\s*$"
    r"|(?:để|đến) (?:các )?(?:cơ quan|đơn vị|địa phương|đồng chí|[^,;.]{0,60})(?: được)? biết(?:,| và|$)"
    r"|xem xét, (?:quyết định|phê duyệt)\W*$"
    r"|ban hành (?:[Kk]ế hoạch|[Cc]hương trình|[Cc]hỉ thị|[Nn]ghị quyết|[Hh]ướng dẫn|[Qq]uy|[Đđ]ề án)[^;]*(?:như sau"
    r"|sau đây|với (?:các )?nội dung)|có hiệu lực",
)
_PEOPLE = re.compile(
    r"(?:Ông|Bà|Đồng chí|Đ/c|Số lượng|Thời gian|Địa điểm|Thành phần|Kinh phí|Chỉ tiêu|Tỷ lệ|Tỉ lệ|Điện thoại|Email"
    r"|Nội dung:|Số điện|Mục tiêu|Đến năm|Trưởng đoàn|Kết quả)\b|\d"
)
_LEAD_IN = re.compile(
    r"(?:Trên cơ sở|Căn cứ (?:vào )?(?:[^,;]{0,60}\s)?(?:này|chức năng)|Định kỳ|H[ằà]ng|Trước ngày|Chậm nhất"
    r"|Trong (?:tháng|quý|năm|quá trình)|Đối với|Để|Riêng|Đồng thời|Ngoài ra|Sau khi|Khi|Về)"
    r"[^;.]{0,200}?[,:]\s*(?=\S)"
)
_GIVES_INSIDE = re.compile(r"[,:]\s*(?=(?:giao|đề nghị|yêu cầu)\s)")
_BY = re.compile(r"(?<!\w)do\s+(?=[A-ZĐ])")
_BRACKETED = re.compile(r"\(\s*(?=(?:do\s+)?[A-ZĐ][^()]{2,300}?(?:chủ trì|phối hợp))")
_HAND_WORK = re.compile(r"(?:chủ trì|phối hợp|đồng thời,? phối hợp|theo dõi, đôn đốc|đôn đốc,)(?!\w)", re.IGNORECASE)
_FINISH = re.compile(r"(?:và |phải )?(?:hoàn thành|xong|thời gian|thời hạn|chậm nhất|trước ngày)", re.IGNORECASE)
_FEWEST_WORDS = 2
_CARRIER_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Clauses that say one piece of work, in the sentence that is the ``sentence``-th of its paragraph."""

    span: Span
    sentence: int
    first: bool


def from_paragraph(reader: Reader, paragraph: Paragraph) -> Iterator[Assignment]:
    unit = paragraph.unit
    if gives_no_work(reader, unit.headings):
        return
    above = actor_above(reader.copy, unit.headings)
    subject, pending = above, None
    found: list[Assignment] = []
    for group in _groups(reader, paragraph.span):
        if _FORMULA.search(reader.copy[slice(*group.span)]) or _FORMULA.search(
            reader.copy[group.span.start : group.span.end + 1]
        ):
            continue
        if found and (finish := _finish(reader, group.span)):
            found[-1] = replace(
                found[-1], span=joined([found[-1].span, group.span]), deadline=found[-1].deadline or finish
            )
            continue
        reading = _read_group(reader, group, subject, carries=subject is above)
        if reading is None:
            if names_unclearly(reader.copy, group.span):
                subject = None
            continue
        actor, slots, work = reading
        subject = actor
        if pending and actor.duty.helps and not slots.lead:
            slots = replace(slots, lead=pending)
        pending = slots.lead if slots.lead and len(reader.copy[slice(*work)].split()) < _FEWEST_WORDS else None
        task = tidied(reader.copy, cut(work, _gaps(reader, paragraph, work)))
        carrier = (
            _ends_with_colon(reader.copy, paragraph.span) and len(reader.copy[slice(*work)].split()) < _CARRIER_WORDS
        )
        if task and not carrier and sum(len(reader.copy[slice(*t)].split()) for t in task) >= _FEWEST_WORDS:
            found.append(reader.assignment(group.span, unit.locator, task, slots))
    yield from found


def _gaps(reader: Reader, paragraph: Paragraph, work: Span) -> Spans:
    """What stands in the work and is none of its words: a page break, a comment."""
    comments = [Span(*m.span()) for m in _COMMENT.finditer(reader.source.text, *work)]
    return tuple(sorted([*paragraph.gaps, *comments]))


_COMMENT = re.compile(r"<!--.{0,400}?-->", re.DOTALL)


def _finish(reader: Reader, span: Span) -> Deadline | None:
    """The deadline of a sentence that says nothing else: "Hoàn thành trước ngày 15/4/2026"."""
    deadline = _deadline_of(reader, span)
    if deadline is None:
        return None
    before = reader.copy[span.start : deadline.spans[0].start]
    after = reader.copy[deadline.spans[0].end : span.end]
    bare = re.fullmatch(
        r"\W*(?:[Pp]hấn đấu\s+|[Pp]hải\s+|[Vv]iệc này\s+)?(?:[Tt]hời gian(?: thực hiện)?|[Hh]oàn thành|[Tt]hực hiện"
        r"|[Xx]ong|[Tt]hời hạn)?(?: hoàn thành| thực hiện)?:?\s*",
        before,
    )
    return deadline if bare and not after.strip(" .;)*/") else None


def _ends_with_colon(copy: str, span: Span) -> bool:
    """Whether a paragraph ends with a colon."""
    return copy[span.start : span.end].rstrip().endswith(":")


def _groups(reader: Reader, span: Span) -> Iterator[_Group]:
    """The clauses of a paragraph, those together that say one piece of work."""
    first = True
    for number, clauses in enumerate(sentences(reader.copy, span)):
        held: list[Span] = []
        for clause in _glued(reader, _cut_at_deadlines(reader, clauses)):
            if held and _begins_work(reader, held, clause):
                yield _Group(span=joined(held), sentence=number, first=first)
                held, first = [], False
            held.append(clause)
        if held:
            yield _Group(span=joined(held), sentence=number, first=first)
            first = False


def _cut_at_deadlines(reader: Reader, clauses: Sequence[Span]) -> Iterator[Span]:
    """Clauses cut where a deadline ends one piece of work and another, with its own, follows a comma."""
    for clause in clauses:
        start = clause.start
        times = _deadlines(reader, clause)
        for time, following in zip(times, times[1:], strict=False):
            comma = re.compile(r"\s*\)?,\s*(?:và\s+)?").match(reader.copy, time.span.end, clause.end)
            if (
                comma
                and comma.end() < following.first
                and agencies.begins_with_verb(reader.copy, comma.end(), clause.end)
            ):
                yield Span(start, time.span.end)
                start = comma.end()
        yield Span(start, clause.end)


def _glued(reader: Reader, clauses: Iterator[Span]) -> Iterator[Span]:
    """Clauses; one that only names agencies ("UBND tỉnh; Sở Xây dựng chủ trì") goes with the next."""
    held: Span | None = None
    for clause in clauses:
        whole = Span(held.start, clause.end) if held else clause
        bare = without_label(reader.copy, whole)
        if agencies.is_names(reader.copy, *bare):
            held = whole
            continue
        yield whole
        held = None
    if held:
        yield held


def _begins_work(reader: Reader, held: Sequence[Span], clause: Span) -> bool:
    """Whether a clause says another piece of work than those before it in its sentence."""
    copy = reader.copy
    if opening_actor(copy, clause) or names_unclearly(copy, clause) or _HAND_WORK.match(copy, *clause):
        return True
    own, before = _deadlines(reader, clause), _deadlines(reader, joined(held))
    return bool(before) or (bool(own) and not _FINISH.match(copy, *clause))


def _deadlines(reader: Reader, span: Span) -> list[Time]:
    cited = [r.span for r in reader.document.references if r.span.start < span.end and span.start < r.span.end]
    return find_deadlines(reader.copy, span, cited)


def _read_group(
    reader: Reader, group: _Group, subject: Actor | None, *, carries: bool
) -> tuple[Actor, Slots, Span] | None:
    """Who does the work of a group, its slots, and the span of the work; None when it gives none."""
    copy, span = reader.copy, group.span
    named = _named(copy, span)
    if named:
        actor, topic = named
        return _told(reader, span, actor, topic)
    if names_unclearly(copy, span):
        return None
    aside = _aside(copy, span)
    if subject is None:
        return _told_aside(reader, span, aside) if aside else None
    bare = without_label(copy, span)
    if _PEOPLE.match(copy, *bare) or not (group.first or _goes_on_in_list(copy, span) or _does(copy, bare)):
        return None
    duty = duty_at(copy, bare.start, bare.end)
    if duty and carries:
        actor_here = carried(subject, duty)
    elif duty and not duty.stated:
        helps = subject.duty.helps and not group.first and copy[span.start : span.start + 1].islower()
        actor_here = replace(subject, duty=replace(duty, lead=not helps, helps=helps, partners=None))
    else:
        actor_here = replace(subject, duty=duty) if duty else None
    return _told(reader, span, actor_here, None) if actor_here else None


def _goes_on_in_list(copy: str, span: Span) -> bool:
    """Whether a clause stands behind a semicolon and goes on in small letters."""
    return (
        copy[span.start].islower() and copy[max(0, span.start - 40) : span.start].rstrip()[-1:] == ";"
        if span.start < span.end
        else False
    )


def _does(copy: str, bare: Span) -> bool:
    """Whether a later sentence goes on with what the agency does, and describes nothing else."""
    start = re.compile(
        r"(?:Đồng\s+thời|Ngoài\s+ra|Bên\s+cạnh\s+đó|Trong\s+đó)\s*,?\s*|(?:tích cực|chủ động|đồng thời|và)\s+",
        re.IGNORECASE,
    ).match(copy, *bare)
    return agencies.begins_with_verb(copy, start.end() if start else bare.start, bare.end)


def _named(copy: str, span: Span) -> tuple[Actor, Span | None] | None:
    """The agency that a clause names before its work, and the topic before that, if any."""
    actor = opening_actor(copy, span)
    if actor:
        return actor, None
    bare = without_label(copy, span)
    lead_in = re.compile(r"\s+".join(_LEAD_IN.pattern.split(" "))).match(copy, *bare)
    if lead_in and (actor := opening_actor(copy, Span(lead_in.end(), span.end))):
        return actor, Span(bare.start, lead_in.end())
    for gives in _GIVES_INSIDE.finditer(copy, *bare):
        if actor := opening_actor(copy, Span(gives.end(), span.end)):
            return actor, Span(bare.start, gives.start())
    return None


def _told(reader: Reader, span: Span, actor: Actor, topic: Span | None) -> tuple[Actor, Slots, Span]:
    """Slots of a clause whose agency is known. A topic is the work when nothing follows the agency."""
    copy, duty = reader.copy, actor.duty
    work, lead, helping = Span(duty.work, span.end), (actor.span,), (duty.partners,) if duty.partners else ()
    other = _second(copy, duty, span.end)
    if other:
        helping, work = (other[0],), Span(other[1], span.end)
    if topic and len(copy[slice(*work)].split()) < _FEWEST_WORDS:
        work = topic
    slots = Slots(
        lead=lead if duty.lead else (),
        coordinating=lead if duty.helps else helping,
        supervising=lead if duty.watches else (),
        deadline=_deadline_of(reader, span),
    )
    return actor, slots, work


def _second(copy: str, duty: Duty, end: int) -> tuple[Span, int] | None:
    """Who helps, when it is named behind who leads: "Sở A chủ trì, Sở B phối hợp …"."""
    if not duty.lead or not duty.stated:
        return None
    stop = agencies.names_end(copy, duty.work, end)
    if stop is None or "(chủ" in copy[duty.work : stop]:
        return None
    role = re.compile(r"\s*\(?\s*phối\s+hợp\s*\)?(?:\s+(?=\w))?(?!\s*với)").match(copy, stop, end)
    return (Span(duty.work, stop), role.end()) if role else None


def _deadline_of(reader: Reader, span: Span) -> Deadline | None:
    """The one deadline of a clause; the first when the next follows from it; None in doubt."""
    times = _deadlines(reader, span)
    if not times:
        return None
    first = times[0]
    between = reader.copy[first.span.end : times[1].first] if len(times) > 1 else " để "
    if len({t.due or t.span for t in times}) > 1 and " để " not in between:
        return None
    return Deadline(spans=(first.whole,), precision=first.precision, due=first.due)


# --- Behind the work -------------------------------------------------------------------------------


def _aside(copy: str, span: Span) -> tuple[Actor, Span] | None:
    """An agency named behind the work, "do Sở X chủ trì" or "(Sở X chủ trì, …)", and the span of the work."""
    bare = without_label(copy, span)
    for match in [*_BRACKETED.finditer(copy, *bare), *_BY.finditer(copy, *bare)]:
        bracket = copy[match.start()] == "("
        end = copy.find(")", match.end(), span.end) if bracket else span.end
        start = match.end()
        if by := _BY.match(copy, start, span.end):
            start = by.end()
        actor = opening_actor(copy, Span(start, end if end > 0 else span.end))
        before = copy[bare.start : match.start()]
        if actor is None or not actor.duty.stated or actor.duty.helps or re.search(r"(?<!\w)(?:đã|đang)\s", before):
            continue
        if not bracket and len(copy[actor.duty.work : span.end].split()) >= _FEWEST_WORDS:
            continue  # "do Sở X chủ trì tổ chức": the work of another sentence is described
        return actor, Span(bare.start, match.start())
    return None


def _told_aside(reader: Reader, span: Span, aside: tuple[Actor, Span]) -> tuple[Actor, Slots, Span]:
    actor, before = aside
    told = _told(reader, span, actor, None)
    work = before
    return actor, told[1], work
