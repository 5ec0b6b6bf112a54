"""Where one piece of work of a clause ends and another begins: at a deadline, or at another agency."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from tracuu.agencies import names as agencies
from tracuu.agencies.words import VERBS, spaced
from tracuu.facts.actors import opening_actor
from tracuu.facts.bearers import DOES_IT, FEWEST_WORDS
from tracuu.facts.deadlines import Time, find_deadlines
from tracuu.facts.duties import past_blank, second_body
from tracuu.facts.happened import is_long_ago, named_day, says_when_it_happened, tells_event
from tracuu.facts.paragraphs import Reader
from tracuu.text import trim
from tracuu.types import Precision, Span

_ROLE_ALONE = re.compile(r"^\s*(?:chủ trì|phối hợp|tham gia)(?: thực hiện)?\s*[.;]?\s*$", re.IGNORECASE)
# A comma before a body that may begin work of its own.
_NEXT_BODY = re.compile(
    r",\s+(?:giao\s+)?(?=(?:Sở|UBND|Ủy ban|Công an|Chi cục|Thanh tra|Trung tâm|Văn phòng|Ban|Hội|Bộ Chỉ huy"
    r"|Kho bạc|Tỉnh đoàn)(?!\w))"
)
_MOST_BODIES = 8
# A mention of a document with its date and subject is no longer than this.
_LONGEST_CITATION = 1000


def cut_at_deadlines(reader: Reader, clauses: Sequence[Span]) -> Iterator[Span]:
    """Clauses cut where a deadline ends one piece of work and another, with its own, follows a comma."""
    for clause in clauses:
        start = clause.start
        times = deadlines_in(reader, clause)
        for time, following in itertools.pairwise(times):
            comma = re.compile(r"\s*\)?,\s*(?:và\s+)?").match(reader.copy, time.span.end, clause.end)
            if (
                comma
                and comma.end() < following.first
                and agencies.begins_with_verb(reader.copy, comma.end(), clause.end)
            ):
                yield Span(start, time.span.end)
                start = comma.end()
        last = _before_last_work(reader.copy, Span(start, clause.end), times[-1]) if times else None
        if last is not None:
            yield Span(start, last)
            start = last + 1
        yield trim(reader.copy, start, clause.end)


# "…, trình UBND tỉnh trước ngày …", "…, bảo đảm …": a step or aim of the work before it, which is due then as well.
_STEP = re.compile(
    spaced(
        r"(?:và )?(?:trình|gửi|nộp|bàn giao|báo cáo|tổng hợp|bảo đảm|đảm bảo|đề xuất|kiến nghị|tham mưu|thông báo"
        r"|làm cơ sở|phối hợp|đôn đốc|chủ trì|tổ chức thực hiện|triển khai thực hiện"
        r"|(?:hoàn thành|thực hiện|xong) (?:trước|trong|vào|chậm|quý|tháng))(?!\w)"
    ),
    re.IGNORECASE,
)
# Others are made to do what stands behind these: all of it by then.
_MAKES_OTHERS = re.compile(
    spaced(
        r"(?<!\w)(?:hướng dẫn|chỉ đạo|lãnh đạo|vận động|tuyên truyền|đôn đốc|yêu cầu|đề nghị|phân công|giao|thông báo"
        r"|nhắc|kêu gọi|kiểm tra|giám sát|theo dõi|để|nhằm|khi|nếu|sau khi|nội dung|gồm)(?!\w)"
    ),
    re.IGNORECASE,
)
# "phương án sơ tán dân, bảo vệ hồ đập", "công tác khám, chữa bệnh": verbs behind these say what the thing is for.
_FOR_WORK = re.compile(
    spaced(
        r"(?<!\w)(?:kế hoạch|phương án|đề án|dự án|quy chế|quy định|quy trình|chương trình|biện pháp|giải pháp|nhiệm vụ"
        r"|công tác|việc|chính sách|cơ chế|hệ thống|hoạt động|kinh phí|nguồn lực|lực lượng|điều kiện|thủ tục|hồ sơ)"
        rf" (?:về |để |cho |việc )*(?:{VERBS})(?!\w)"
    )
)
_VERBS = re.compile(spaced(rf"(?:[\s,]*(?:và )?(?:{VERBS})(?!\w))+"), re.IGNORECASE)
_ENDS_WITH_VERB = re.compile(spaced(rf"(?<!\w)(?:{VERBS})\s*$"), re.IGNORECASE)
# What is done to fewer syllables than this is the beginning of a list of verbs.
_FEWEST_DONE_TO = 3


def _before_last_work(copy: str, clause: Span, time: Time) -> int | None:
    """The comma behind which the only work begins that is due at the ``time`` that ends a clause; None when all is.

    "cho học sinh nghỉ học, hoàn thành việc kê cao tài sản trước 27/9": only the second is due then.
    """
    comma = copy.rfind(", ", clause.start, time.first)
    before, last = copy[clause.start : comma], copy[comma + 1 : time.first]
    if comma < 0 or copy[time.span.end : clause.end].strip(" .;)/") or re.search(r"[():]", last):
        return None
    if before.count("(") != before.count(")") or ":" in before:
        return None
    actor = opening_actor(copy, Span(clause.start, comma))
    work = copy[actor.duty.work : comma] if actor and actor.duty.work < comma else before
    if (
        _STEP.match(last.lstrip())
        or _MAKES_OTHERS.search(work)
        or _FOR_WORK.search(work)
        or _ENDS_WITH_VERB.search(work)
    ):
        return None
    return comma if all(_does_something(w) for w in (work, last)) else None


def _does_something(work: str) -> bool:
    """Whether words begin with a verb and name to what it is done."""
    verbs = _VERBS.match(work)
    return verbs is not None and len(work[verbs.end() :].split()) >= _FEWEST_DONE_TO


def cut_at_agencies(reader: Reader, clauses: Iterator[Span]) -> Iterator[Span]:
    """Clauses cut where another agency begins its own work behind a comma: "Sở A rà soát biên chế, Sở B bố trí vốn"."""
    copy = reader.copy
    for clause in clauses:
        start = clause.start
        for comma in itertools.islice(_NEXT_BODY.finditer(copy, *clause), _MOST_BODIES):
            if _is_own_work(copy, Span(start, comma.start())) and _gets_work(copy, Span(comma.end(), clause.end)):
                yield Span(start, comma.start())
                start = comma.end()
        yield Span(start, clause.end)


def _is_own_work(copy: str, before: Span) -> bool:
    """Whether a clause up to a comma names an agency and its whole work, and nobody else behind that."""
    actor = opening_actor(copy, before)
    if actor is None or actor.duty.work >= before.end:
        return False
    work = copy[slice(actor.duty.work, before.end)]
    second = second_body(copy, actor.duty, before.end)
    work = copy[second[1] : before.end] if second else work
    return count_words(copy, Span(before.end - len(work), before.end)) >= FEWEST_WORDS and not agencies.names_agency(
        work
    )


def _gets_work(copy: str, behind: Span) -> bool:
    """Whether an agency stands here with a verb of its own behind it."""
    actor = opening_actor(copy, behind)
    return actor is not None and agencies.begins_with_verb(
        copy, past_blank(copy, actor.span.end, behind.end), behind.end
    )


def deadlines_in(reader: Reader, span: Span) -> list[Time]:
    """The times inside ``span`` by which something is due, without the dates of cited documents and of past events."""
    first = bisect.bisect_left(reader.cited, (span.start - _LONGEST_CITATION, 0))
    last = bisect.bisect_left(reader.cited, (span.end, 0))
    found = find_deadlines(reader.copy, span, reader.cited[first:last])
    issued = reader.document.header.issued_on
    return [t for t in found if not _is_past_event(reader.copy, span, t, issued.value)] if issued else found


def _is_past_event(copy: str, span: Span, time: Time, issued: date) -> bool:
    """Whether a time over when the paper was issued says when that came about which the work is about."""
    if time.due is None or time.due >= issued:
        return False
    if named_day(time.due, time.precision, copy[slice(*time.whole)]) == issued:
        return False
    if time.precision is Precision.YEAR and is_long_ago(time.due, issued):
        return says_when_it_happened(copy, span.start, time.first, time.due, issued)
    return tells_event(copy, span.start, time.first)  # a day long over may be misprinted


def count_words(copy: str, span: Span) -> int:
    """How many words say what is done, words of role not counted."""
    said = copy[slice(*span)]
    return 0 if DOES_IT.fullmatch(said) else len(re.findall(r"\w+", _ROLE_ALONE.sub("", said)))
