"""Whom a clause names for its work: before it, behind it, or as the one to whom it is sent."""

import itertools
import re
from collections.abc import Iterator, Sequence

from tracuu.agencies import names as agencies
from tracuu.facts.actors import Actor, opening_actor
from tracuu.facts.clauses import without_label
from tracuu.facts.deadlines import Time
from tracuu.facts.duties import Duty, past_blank, second_body
from tracuu.text import UPPER, trim
from tracuu.types import Span

# What may stand before the agency: "Trên cơ sở Kế hoạch này, các xã …", "Định kỳ hằng quý, Sở X …".
_LEAD_IN = re.compile(
    r"(?:Trên\s+cơ\s+sở|Căn\s+cứ\s+(?:vào\s+)?(?:[^,;]{0,60}\s)?(?:này|chức\s+năng)|Định\s+kỳ|H[ằà]ng|Trước\s+ngày"
    r"|Chậm\s+nhất|Trong\s+(?:tháng|quý|năm|quá\s+trình)|Đối\s+với|Để|Riêng|Đồng\s+thời|Ngoài\s+ra|Sau\s+khi|Khi|Về)"
    r"[^;.]{0,200}?[,:]\s*(?:(?:nếu|khi|trường\s+hợp)\s[^;.:]{3,220}?,\s*"
    r"(?=(?:[Cc]ác\s+(?:sở|ban|cơ\s+quan|đơn\s+vị|địa\s+phương|xã)|[Đđ]ề\s+nghị|Sở|UBND|Ủy\s+ban|Đảng\s+ủy)(?!\w)))?(?=\S)"
)
# A topic, then who is given it: "Đối với tuyến cao tốc …: giao Ban Quản lý dự án … chủ trì".
_GIVES_INSIDE = re.compile(r"[,:]\s*(?=(?:giao|đề nghị|yêu cầu)\s)")
_BY = re.compile(r"(?<!\w)do\s+(?=[A-ZĐ])")
# "Lập Đề án kho lạnh: Sở A chủ trì": the work, a colon, and who leads it.
_COLON = re.compile(r"(?<=[^\W\d_]):\s*(?=[A-ZĐ])")
# What stands before such a colon and is no work: a heading, a name, something told.
_NO_WORK_BEFORE = re.compile(
    r"(?:Phân\s+công|Giao|Mục\s+tiêu|Nội\s+dung|Thành\s+phần|Về\s|Đối\s+với|Kết\s+quả|Trách\s+nhiệm|Nhiệm\s+vụ|Giải\s+pháp|Nguồn|Kinh\s+phí"
    r"|Thời\s+gian|Địa\s+điểm|Cơ\s+quan|Đơn\s+vị|Ghi\s+chú|Lưu\s+ý|Cụ\s+thể|Trong\s+đó|Các\s|Những\s|Căn\s+cứ|Theo\s|Tại\s)"
)
# By when, and no other work. Match: "Mua xe cứu thương: UBND tỉnh hoàn thành trước ngày 30/11/2026", "… thực hiện
# trước mùa mưa". Near miss: "hoàn thành quy hoạch trong năm 2026".
DOES_BY = re.compile(
    r"\W*(?:phải\s+)?(?:hoàn\s+thành|(?:thực\s+hiện\s+)?xong|(?:(?:tổ\s+chức|triển\s+khai)\s+)?thực\s+hiện(?:(?:\s+và|\s*,)\s+hoàn\s+thành)?)"
    r"\s+(?:trước|trong|vào|chậm\s+nhất|quý|tháng|năm|ngày)\s[^,;:]{1,40}"
)
_FEWEST_BEFORE_COLON = 3
# "Sở A chủ trì thực hiện" says no work either.
DOES_IT = re.compile(r"\W*(?:(?:tổ chức|triển khai)\s+)?thực hiện\W*")
_BRACKETED = re.compile(r"\(\s*(?=(?:do\s+)?[A-ZĐ][^()]{2,300}?(?:chủ trì|phối hợp))")
# An agency named behind the work is looked for at so many places of a clause.
_MOST_ASIDES = 6
# Work of fewer words says nothing by itself.
FEWEST_WORDS = 2


def named(copy: str, span: Span) -> tuple[Actor, Span | None] | None:
    """The agency that a clause names before its work, and the topic before that, if any."""
    actor = opening_actor(copy, span)
    if actor:
        return actor, None
    bare = without_label(copy, span)
    lead_in = _LEAD_IN.match(copy, *bare)
    if lead_in and (actor := opening_actor(copy, Span(lead_in.end(), span.end))):
        return actor, Span(bare.start, lead_in.end())
    for gives in itertools.islice(_GIVES_INSIDE.finditer(copy, *bare), _MOST_ASIDES):
        if actor := opening_actor(copy, Span(gives.end(), span.end)):
            return actor, Span(bare.start, gives.start())
    return _under_topic(copy, bare)


# "Giá nước: Sở A chủ trì …": so many words at most name what the work is about.
_TOPIC_WORDS = 8
# What stands before a colon and makes no sentence of what follows.
_NO_TOPIC = re.compile(
    r"(?:Thành\s+phần|Kết\s+quả|Căn\s+cứ|Theo\s|Ghi\s+chú|Nơi\s+nhận|Kính\s+gửi|Cơ\s+quan|Đơn\s+vị|Chủ\s+trì|Phối\s+hợp"
    r"|Nguồn\s+tin|Tham\s+dự|Chủ\s+tọa|Đầu\s+mối|Liên\s+hệ|Tên\s|Địa\s+(?:chỉ|điểm)|Trong\s+đó)",
    re.IGNORECASE,
)


def _under_topic(copy: str, bare: Span) -> tuple[Actor, Span] | None:
    """Who does the work behind a topic and a colon ("Giá nước: Sở A chủ trì rà soát …"); None when none does."""
    colons = list(itertools.islice(_COLON.finditer(copy, *bare), 2))
    if len(colons) != 1:
        return None
    colon, before = colons[0], copy[bare.start : colons[0].start()]
    actor = opening_actor(copy, Span(colon.end(), bare.end))
    if actor is None or _NO_TOPIC.match(before) or re.search(r"[;.()]", before):
        return None
    # Whose it is may be told where the role is said: "Tài liệu của UBND huyện, xã cũ: Sở A chủ trì tiếp nhận".
    sure = actor.duty.lead and actor.duty.stated and agencies.names_end(copy, bare.start, colon.start()) is None
    few = len(before.split()) <= _TOPIC_WORDS and "," not in before and not agencies.names_agency(before)
    if not few and not (sure and len(before.split()) <= 2 * _TOPIC_WORDS):
        return None
    second = second_body(copy, actor.duty, bare.end)
    work = copy[second[1] if second else actor.duty.work : bare.end]
    if len(work.split()) < FEWEST_WORDS or DOES_IT.fullmatch(work) or DOES_BY.fullmatch(work):
        return None  # the work is what stands before the colon
    starts = past_blank(copy, actor.span.end, bare.end)
    does = actor.duty.stated or agencies.begins_with_verb(copy, starts, bare.end)
    return (actor, Span(bare.start, colon.start())) if does else None


def topic_of(copy: str, span: Span, actor: Actor) -> Span | None:
    """What the work of a clause is about, where that stands before its agency and a colon; None without any."""
    bare = without_label(copy, span)
    colon = copy.rfind(":", bare.start, actor.span.start)
    if not bare.start < colon < actor.span.start or copy[colon + 1 : actor.span.start].strip(" gG") not in {"", "iao"}:
        return None
    before = copy[bare.start : colon]
    if (
        not _FEWEST_BEFORE_COLON <= len(before.split()) <= 2 * _TOPIC_WORDS
        or _NO_TOPIC.match(before)
        or re.search(r"[;.()]", before)
    ):
        return None
    if before.isupper() or re.match(r"Về\s", before) or agencies.begins_with_verb(copy, bare.start, colon):
        return None  # the title of a point ("Về tuyên truyền"), or other work
    return Span(bare.start, bare.start + len(before.rstrip()))


def aside(copy: str, span: Span, *, topic: bool = False) -> tuple[Actor, Span] | None:
    """An agency named behind the work, "do Sở X chủ trì" or "(Sở X chủ trì, …)", and the span of the work.

    ``topic`` is whether the clause begins with what is done ("Việc cứu hộ do Sở X chủ trì, …") and may go on.
    """
    bare = without_label(copy, span)
    asides = itertools.chain(_BRACKETED.finditer(copy, *bare), _BY.finditer(copy, *bare), _colons(copy, bare))
    for match in itertools.islice(asides, _MOST_ASIDES):
        bracket = copy[match.start()] == "("
        end = copy.find(")", match.end(), span.end) if bracket else span.end
        start = match.end()
        if by := _BY.match(copy, start, span.end):
            start = by.end()
        actor = opening_actor(copy, Span(start, end if end > 0 else span.end))
        before = copy[bare.start : match.start()]
        whole = Span(bare.start, span.end)
        if match.re is _BY and not _TOLD_BEFORE.search(before) and (told := _done_by(copy, whole, match, actor)):
            return told
        if actor is None or actor.duty.helps or re.search(r"(?<!\w)(?:đã|đang)\s", before):
            continue
        rest = copy[actor.duty.work : span.end]
        if copy[match.start()] == ":" and DOES_BY.fullmatch(rest):
            return actor, Span(bare.start, match.start())
        if not actor.duty.stated:
            continue
        if helper := second_body(copy, actor.duty, span.end):
            rest = copy[helper[1] : span.end]
        if not bracket and not topic and len(rest.split()) >= FEWEST_WORDS and not DOES_IT.fullmatch(rest):
            continue  # "do Sở X chủ trì tổ chức": the work of another sentence is described
        return actor, Span(bare.start, match.start())
    return None


# "Việc nhắc nhở các thôn do Văn phòng UBND xã thực hiện": the matter, who does it, and no more.
_MATTER_OF = re.compile(r"(?:Việc|Công\s+tác)\s+(?P<watching>(?:theo\s+dõi|đôn\s+đốc|giám\s+sát)(?!\w))?")
_TAKES_ON = re.compile(
    r"\W*(?:(?:tổ\s+chức|triển\s+khai|trực\s+tiếp)\s+)?(?:thực\s+hiện|đảm\s+nhận|đảm\s+nhiệm|đảm\s+trách|phụ\s+trách|tiến\s+hành)"
    r"(?:\s+(?:trước(?!\s+đây)|trong|vào|chậm\s+nhất|xong|hoàn\s+thành)\s[^;:]{1,60})?\W*"
)
# "Dữ liệu sẽ do Trung tâm A quét, nhập", "Số liệu do Phòng B tổng hợp, gửi Sở C": what is to be done, in the passive.
_TO_BE = re.compile(r"(?<!\w)(?:sẽ|phải|cần)\s+$")
_COLLECTS = re.compile(r"tổng\s+hợp(?:\s+và|,)\s+(?:gửi|báo\s+cáo|trình)(?!\w)")


# What has been done, or only where a figure comes from. Near miss: "dữ liệu đã đối chiếu sẽ do Trung tâm A quét".
_TOLD_BEFORE = re.compile(r"(?<!\w)(?:đã|đang|từng)\s+$|^(?:Theo|Căn\s+cứ|Qua|Trên\s+cơ\s+sở)(?!\w)")


def _done_by(copy: str, bare: Span, by: re.Match[str], actor: Actor | None) -> tuple[Actor, Span] | None:
    """Who does the work of a sentence in the passive, without a word of role; None where "do …" only describes."""
    before = copy[bare.start : by.start()]
    if len(before.split()) < FEWEST_WORDS or re.search(r"[;:]", before):
        return None
    semicolon = copy.find(";", by.end(), bare.end)
    bare = Span(bare.start, semicolon) if semicolon > 0 else bare
    if matter := _MATTER_OF.match(before):
        named = agencies.names_end(copy, by.end(), bare.end, listed=True)
        if named and _TAKES_ON.fullmatch(copy, named, bare.end):
            duty = Duty(lead=True, helps=False, watches=matter["watching"] is not None, work=named)
            return Actor(span=trim(copy, by.end(), named), duty=duty), Span(bare.start, by.start())
    if actor is None or actor.duty.stated:
        return None
    starts = past_blank(copy, actor.span.end, bare.end)
    to_be = _TO_BE.search(before) and agencies.begins_with_verb(copy, starts, bare.end)
    return (actor, bare) if to_be or _COLLECTS.match(copy, starts, bare.end) else None


def _colons(copy: str, bare: Span) -> Iterator[re.Match[str]]:
    """The one colon of a clause before which work may stand."""
    found = list(itertools.islice(_COLON.finditer(copy, *bare), 2))
    before = copy[bare.start : found[0].start()] if len(found) == 1 else ""
    if len(before.split()) >= _FEWEST_BEFORE_COLON and not _NO_WORK_BEFORE.match(before):
        yield found[0]


# "… về Sở A trước ngày 25/11/2026 để tổng hợp, báo cáo UBND tỉnh trước ngày 05/12/2026": two pieces of work.
_TO_COLLECT = re.compile(
    r"\s*\)?,?\s*để\s+(?=(?P<who>[A-ZĐ][^;.]{2,120}?\s+)?tổng\s+hợp(?:\s+và|,)?\s+(?:[^;.,]{0,60},?\s+)?(?:báo\s+cáo|trình|gửi)\s)"
)
_SENT_TO = re.compile(rf"(?<!\w)(?:về|gửi|cho|qua|đến|tới)\s+(?=[{UPPER}])")


def passed_on(copy: str, span: Span, times: Sequence[Time]) -> tuple[Span, Span] | None:
    """Who collects what others send and has a deadline of its own, and that part of the clause; None in doubt."""
    if len(times) != 2:
        return None
    sent, reported = times
    collect = _TO_COLLECT.match(copy, sent.span.end, reported.first)
    if collect is None:
        return None
    work = Span(collect.end(), span.end)
    if collect["who"]:
        stop = agencies.names_end(copy, work.start, work.end)
        return (Span(work.start, stop), Span(stop, span.end)) if stop else None
    for mark in reversed(list(_SENT_TO.finditer(copy, span.start, sent.first))):
        stop = agencies.names_end(copy, mark.end(), sent.first)
        if stop and not copy[stop : sent.first].strip(" ("):
            return Span(mark.end(), stop), work
    return None
