"""Lines of prose that say who and when after a label: "Cơ quan chủ trì: Sở X. Thời gian hoàn thành: …"."""

import re
from dataclasses import dataclass

from tracuu.agencies import names as agencies
from tracuu.facts.clauses import without_label
from tracuu.facts.deadlines import read_deadline
from tracuu.facts.rows import Slots, tidy
from tracuu.types import Span

_ROLE = (
    r"(?:(?:Các\s+)?(?:Cơ\s+quan|Đơn\s+vị|Cấp\s+ủy|Phòng|Người|Bộ\s+phận|Đồng\s+chí|Lãnh\s+đạo)"
    r"(?:,?\s+(?:đơn\s+vị|địa\s+phương))?\s+)?"
)
_LABEL = re.compile(
    rf"(?:(?<=[.;(\n,])|^|(?<=[.;(\n,]\s)) {{0,8}}(?:[-–+•] {{0,8}}|[a-zđ]\) {{0,8}})?{_ROLE}(?P<role>"
    r"(?P<lead>chủ\s+trì(?:\s+thực\s+hiện|,?\s*tham\s+mưu)?|thực\s+hiện|chịu\s+trách\s+nhiệm(?:\s+chính)?|đầu\s+mối"
    r"|tham\s+mưu)"
    r"|(?P<responsible>trách\s+nhiệm(?:\s+(?:thực\s+hiện|thi\s+hành|chủ\s+trì|triển\s+khai))?)"
    r"|(?P<coordinating>phối\s+hợp(?:\s+thực\s+hiện)?)"
    r"|(?P<supervising>theo\s+dõi(?:,\s*chỉ\s+đạo)?|chỉ\s+đạo|giám\s+sát|phụ\s+trách)"
    r"|(?P<deadline>(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai))?|hoàn"
    r"\s+thành)"
    r"|(?P<other>sản\s+phẩm|kết\s+quả|kinh\s+phí|nội\s+dung|địa\s+điểm|ghi\s+chú)) {0,4}:\s{0,8}",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_WHO = ("lead", "coordinating", "supervising")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledLine:
    """What a paragraph says after labels. ``task`` is what stands before the first, None when nothing does.

    ``complete`` is whether it says who leads and by when, so that no further line is waited for.
    """

    slots: Slots
    task: Span | None
    complete: bool


def labelled_line(copy: str, span: Span) -> LabelledLine | None:
    """The values after labels in a paragraph; None when it has no label of who or when."""
    marks = list(_LABEL.finditer(copy, *span))
    kinds = [next(k for k in (*_SAYS_WHO, "responsible", "deadline", "other") if m[k]) for m in marks]
    if not any(kind in {*_SAYS_WHO, "responsible", "deadline"} for kind in kinds):
        return None
    values: dict[str, Span] = {}
    for i, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        end = marks[i + 1].start() if i + 1 < len(marks) else span.end
        value = tidy(copy, _unbracketed(copy, Span(mark.end(), end)))
        if kind == "responsible":
            for role, body in _responsible(copy, value).items():
                values.setdefault(role, body)
            continue
        if value.start < value.end and (kind not in _SAYS_WHO or agencies.is_names(copy, *value)):
            values.setdefault(kind, value)
    bare = without_label(copy, span)
    before = tidy(copy, _unbracketed(copy, Span(bare.start, max(bare.start, marks[0].start()))))
    task = before if len(copy[slice(*before)].split()) > 1 else None
    if task and not any(kind in {*_SAYS_WHO, "responsible"} for kind in kinds):
        return None  # "…; thời gian hoàn thành: quý II" behind a clause: the clause has its own reading
    if task and "lead" in values and agencies.names_end(copy, *task) is not None:
        return None  # "Các đơn vị gửi báo cáo …. Đầu mối: Phòng X.": the sentence names who does it
    who = {kind: (values[kind],) for kind in _SAYS_WHO if kind in values}
    deadline = read_deadline(copy, [values["deadline"]]) if "deadline" in values else None
    slots = Slots(
        lead=who.get("lead", ()), coordinating=who.get("coordinating", ()),
        supervising=who.get("supervising", ()), deadline=deadline,
    )  # fmt: skip
    return LabelledLine(slots=slots, task=task, complete=bool(slots.lead and deadline))


# What may stand behind a name in "Trách nhiệm thực hiện: Sở A chủ trì; Sở B, Sở C phối hợp kiểm tra".
_PART = re.compile(
    r"\s*(?:\(?\s*(?P<role>chủ\s+trì(?:\s+thực\s+hiện)?|(?:làm\s+chủ\s+đầu\s+tư|phối\s+hợp)(?!\w)(?:\s+[^;,.():]{1,60})?)\)?)?"
    r"\s*(?=[;,.]|$)"
)
_NEXT = re.compile(r"[\s;,.]+(?:và\s+)?")
# "Sở A chủ trì, phối hợp với Sở B".
_WITH = re.compile(r"phối\s+hợp\s+(?:cùng\s+)?với\s+", re.IGNORECASE)


def _responsible(copy: str, span: Span) -> dict[str, Span]:
    """Who leads and who helps among those named as responsible; {} when something else is said of the first.

    Bodies without a word of role lead, unless others do. Of each role the first stretch is taken.
    """
    found: dict[str, Span] = {}
    alone: Span | None = None
    position = span.start
    while position < span.end:
        semicolon = copy.find(";", position, span.end)
        limit = semicolon if semicolon >= 0 else span.end
        beside = _WITH.match(copy, position, limit) if "lead" in found else None
        if beside and (stop := agencies.names_end(copy, beside.end(), limit, listed=True)):
            found.setdefault("coordinating", Span(beside.end(), stop))
            position = _behind_clause(copy, stop, span.end)
            continue
        stop = agencies.names_end(copy, position, limit, listed=position > span.start)
        part = _PART.match(copy, stop, span.end) if stop else None
        if stop is None or part is None:
            if position == span.start:
                return {}
            position = _behind_clause(copy, position, span.end)
            continue
        if part["role"] is None:
            alone = alone or Span(position, stop)
        else:
            found.setdefault("coordinating" if part["role"].startswith("phối") else "lead", Span(position, stop))
        following = _NEXT.match(copy, part.end(), span.end)
        position = following.end() if following else span.end
    if alone and "lead" not in found:
        found["lead"] = alone
    return found if "lead" in found else {}


def _behind_clause(copy: str, position: int, end: int) -> int:
    """Where the clause behind the next semicolon begins."""
    stop = copy.find(";", position, end)
    following = _NEXT.match(copy, stop, end) if stop >= 0 else None
    return following.end() if following else end


def _unbracketed(copy: str, span: Span) -> Span:
    """The span without a bracket that opens or closes outside it."""
    start, end = span
    said = copy[start:end]
    if said.rstrip(" .;").endswith(")") and said.count(")") > said.count("("):
        end = start + said.rindex(")")
    if said.rstrip().endswith("("):
        end = start + said.rindex("(")
    return Span(start, end)
