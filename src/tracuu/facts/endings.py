"""What stands behind the work and belongs to it: by when it is done, with whom, under whose eyes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracuu.agencies import names as agencies
from tracuu.facts.actors import Actor
from tracuu.facts.bearers import FEWEST_WORDS
from tracuu.facts.clauses import joined
from tracuu.facts.cutting import count_words, deadlines_in
from tracuu.facts.paragraphs import Reader
from tracuu.text import trim
from tracuu.types import Assignment, Deadline, Span

_ONLY_FINISH = re.compile(
    r"\W*(?:[Pp]hấn đấu\s+|[Pp]hải\s+|[Vv]iệc này\s+)?(?:[Tt]hời gian(?: thực hiện)?|[Hh]oàn thành|[Tt]hực hiện|[Xx]ong"
    r"|[Tt]hời hạn)?(?: hoàn thành| thực hiện)?:?\s*"
)


def with_its_end(reader: Reader, found: Sequence[Assignment], span: Span) -> Assignment | None:
    """The last piece of work with a clause that says only by when it is done, or with whom; None for any other."""
    last = found[-1]
    if finish := finish_in(reader, span):
        return replace(last, span=joined([last.span, span]), deadline=_surer(last.deadline, finish))
    partners = _partners_alone(reader, found, span)
    return replace(last, span=joined([last.span, span]), coordinating=(partners,)) if partners else None


def is_alone(reader: Reader, found: Sequence[Assignment]) -> bool:
    """Whether the last piece of work is the only one of its sentence."""
    return len(found) == 1 or not same_sentence(reader, found[-2].span, found[-1].span)


def _surer(stated: Deadline | None, finish: Deadline) -> Deadline:
    """The deadline in the work ("an toàn trước mùa mưa"), unless only that behind it has a day."""
    return finish if stated is None or (stated.due is None and finish.due is not None) else stated


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
    known = before.lead and not before.coordinating and same_sentence(reader, before.span, span)
    return trim(copy, match.end(), stop) if known and is_alone(reader, found) else None


# Match: "; Sở Y tế hướng dẫn, theo dõi". Near miss: "; Sở Y tế theo dõi dịch bệnh", work of its own.
_WATCHES_IT = re.compile(
    r"(?=[^;]*(?:theo\s+dõi|giám\s+sát|đôn\s+đốc|kiểm\s+tra))"
    r"(?:(?:hướng\s+dẫn|theo\s+dõi|giám\s+sát|đôn\s+đốc|kiểm\s+tra|chỉ\s+đạo|nhắc\s+nhở|thường\s+xuyên|và)[\s,]*)+"
    r"(?:(?:việc\s+)?(?:(?:tổ\s+chức|triển\s+khai)\s+)?thực\s+hiện)?\s*(?=;|[.)/\s]*$)",
    re.IGNORECASE,
)


def only_watches(reader: Reader, span: Span, actor: Actor) -> bool:
    """Whether a clause names who watches over the work before it, and says nothing more but by when that is done."""
    duty = actor.duty
    if duty.helps or duty.partners or (duty.stated and not duty.watches) or actor.span.start < span.start:
        return False
    watches = _WATCHES_IT.match(reader.copy, duty.work, span.end)
    rest = reader.copy[watches.end() : span.end].strip(" .;)/") if watches else ""
    return watches is not None and (not rest or finish_in(reader, Span(watches.end() + 1, span.end)) is not None)


def same_sentence(reader: Reader, before: Span, behind: Span) -> bool:
    """Whether nothing but a semicolon or a comma parts two stretches."""
    return reader.copy[before.end : behind.start].strip() in {";", ","}


def watched(reader: Reader, task: Assignment, span: Span, actor: Actor) -> Assignment:
    """The task with who watches over it, and with the deadline that stands behind that."""
    semicolon = reader.copy.find(";", actor.duty.work, span.end)
    finish = finish_in(reader, Span(semicolon + 1, span.end)) if semicolon >= 0 else None
    return replace(task, span=joined([task.span, span]), supervising=(actor.span,), deadline=task.deadline or finish)


def finish_in(reader: Reader, span: Span) -> Deadline | None:
    """The deadline of a sentence that says nothing else: "Hoàn thành trước ngày 15/4/2026"."""
    deadline = deadline_of(reader, span)
    if deadline is None:
        return None
    before = reader.copy[span.start : deadline.spans[0].start]
    after = reader.copy[deadline.spans[0].end : span.end]
    bare = _ONLY_FINISH.fullmatch(before)
    return deadline if bare and not after.strip(" .;)*/") else None


# ", phối hợp với Trường Đại học A", ", phối hợp là Hợp tác xã B": with whom, behind the work.
_WITH_BEHIND = re.compile(
    r"[,;(]\s*(?:và\s+|(?:cơ\s+quan|đơn\s+vị)\s+)?phối\s+hợp(?:\s+thực\s+hiện)?\s*(?:(?:chặt\s+chẽ\s+|cùng\s+)?với\s+|là\s+|:\s*)",
    re.IGNORECASE,
)


def partners_behind(copy: str, work: Span) -> Span | None:
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
FORBIDS = re.compile(r"(?:tuyệt\s+đối\s+)?(?:không|nghiêm\s+cấm|cấm)\s", re.IGNORECASE)


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


# Among several clauses a time is that of the work when the work is done by then, and none of a condition or a goal.
_DONE_BY = re.compile(
    r"(?:hoàn\s+thành|(?<!\w)xong|nộp|(?<!\w)trình|gửi|ban\s+hành|khánh\s+thành|khởi\s+công|chậm\s+nhất|đưa\s+vào)[^;.]{0,60}$"
)


def finish_of(reader: Reader, work: Span) -> Deadline | None:
    """By when a piece of work of several clauses is done; None where its time may be that of something else."""
    due = deadline_of(reader, work)
    return due if due and due.spans and _DONE_BY.search(reader.copy, work.start, due.spans[0].start) else None
