"""Who acts in a stretch of text and how: leads, only helps, watches; and with whom.

The agency stands at the beginning ("Sở Y tế chủ trì, phối hợp với …"), after a word that gives the
work ("Giao Sở Tài chính …", "Đề nghị …"), or in a heading or carrying point above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracuu.agencies import names as agencies
from tracuu.facts.clauses import reading_copy, without_label
from tracuu.facts.duties import ROLE_OF, Duty, duty_at, past_blank
from tracuu.text import UPPER, trim
from tracuu.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An agency and its duty. ``given`` when another body gives it the work ("giao", "đề nghị").

    ``under`` is the body that directs it in the work, when one does ("Đảng ủy X lãnh đạo Y …").
    """

    span: Span
    duty: Duty
    given: bool = False
    under: Span | None = None


# "Giao Sở Tài chính", "Đề nghị Ủy ban MTTQ", "UBND tỉnh giao Sở Y tế", "Trách nhiệm của Sở Y tế".
_GIVEN = re.compile(
    r"(?:[Gg]iao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|(?:[Kk]ính\s+)?[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Pp]hân\s+công(?:\s+cho)?)"
    r"\s+(?:đồng\s+chí\s+(?=[A-ZĐ][\w]*\s+(?!trì)))?"
)
# "c) Riêng UBND huyện A chủ trì …" under all the districts: what is that one's alone.
_ALONE = re.compile(r"[Rr]iêng\s+(?:đối\s+với\s+)?")
_OF = re.compile(r"(?:(?:Trách nhiệm|Nhiệm vụ)(?:\s+(?:của|đối với))?|Đối với|Về phía)\s+")
# "Phó Chủ tịch UBND tỉnh phụ trách nông nghiệp trực tiếp chỉ đạo": which of several holders of an office is meant.
_CHARGED_WITH = re.compile(
    r"Phó\s+(?:Chủ\s+tịch|Giám\s+đốc|Bí\s+thư|Trưởng)(?:\s+(?!chỉ|phân|giao|yêu|có|phải|cùng|và)[^\W\d]+){0,9}?\s+phụ\s+trách"
    r"(?:\s+[^\W\d]+){1,5}?"
    r"(?=\s+(?:trực\s+tiếp|chủ\s+trì|chỉ\s+đạo|chịu\s+trách\s+nhiệm|theo\s+dõi|điều\s+hành|làm\s+Trưởng)(?!\w))"
)
# A capital or a figure right behind a name goes on with no sentence.
_NO_PREDICATE = re.compile(rf"\s+[{UPPER}\d]")


def actor_of(text: str, span: Span, headings: Sequence[Span] = ()) -> Actor | None:
    """Who acts in ``span`` of a source: named where it begins, else in the nearest heading above.

    ``text`` is that of the source, ``headings`` are outermost first. None when nobody is named, or
    when it is in doubt.
    """
    copy = reading_copy(text)
    opened = opening_actor(copy, span)
    if opened or names_unclearly(copy, span):
        return opened
    above = actor_above(copy, tuple(headings))
    if above is None:
        return None
    own = duty_at(copy, without_label(copy, span).start, span.end)
    return carried(above, own)


def carried(above: Actor, own: Duty | None) -> Actor | None:
    """The agency above with what the words below say of it; None when they give no work."""
    if own is None:
        return None
    if own.stated:
        return replace(above, duty=own)
    duty = replace(own, lead=not above.duty.helps, helps=above.duty.helps, partners=above.duty.partners)
    return replace(above, duty=duty)


def names_unclearly(copy: str, span: Span) -> bool:
    """Whether ``span`` begins like an agency whose name cannot be told from what it does."""
    start = _opening(copy, span)
    return agencies.begins_like_name(copy, start, span.end) and agencies.names_end(copy, start, span.end) is None


def _opening(copy: str, span: Span) -> int:
    start = without_label(copy, span).start
    alone = _ALONE.match(copy, start, span.end)
    return alone.end() if alone else start


def is_apart(copy: str, span: Span) -> bool:
    """Whether words begin with a body that is told apart from those above ("Riêng Hạt Kiểm lâm …")."""
    start = _opening(copy, span)
    return start > without_label(copy, span).start and agencies.begins_like_name(copy, start, span.end)


def opening_actor(copy: str, span: Span) -> Actor | None:
    """The agency with which ``span`` begins, when what follows gives it work."""
    start = _opening(copy, span)
    given = _GIVEN.match(copy, start, span.end)
    begin = given.end() if given else start
    charged = _CHARGED_WITH.match(copy, begin, span.end)
    stop = charged.end() if charged else agencies.names_end(copy, begin, span.end, listed=bool(given))
    if stop is None or _is_no_body(copy, begin, stop):
        return None
    if handed := _handed_on(copy, stop, span.end):
        return handed
    if other := _with_other(copy, Span(begin, stop), span.end, given=bool(given)):
        return other
    if _NO_PREDICATE.match(copy, stop, span.end) or agencies.names_end(
        copy, past_blank(copy, stop, min(stop + 2, span.end)), span.end
    ):
        return None  # two names side by side: cells of a table that was not understood
    if _CHIEF.match(copy, begin, stop) and _IN_CHARGE.fullmatch(copy, stop, span.end):
        return None
    duty = duty_at(copy, stop, span.end, subject=True)
    return Actor(span=trim(copy, begin, stop), duty=duty, given=bool(given)) if duty else None


# Which of the chiefs, and no work. Match: "Phó Chủ tịch UBND tỉnh phụ trách kinh tế".
# Near miss: "Phòng Y tế phụ trách vật tư".
_CHIEF = re.compile(r"(?:Đồng\s+chí\s+)?(?:Phó|Chủ\s+tịch|Bí\s+thư|Giám\s+đốc|Thứ\s+trưởng|Trưởng)\s")
_IN_CHARGE = re.compile(r"\s*,?\s*phụ\s+trách\s+[^\W\d_]+(?:,?\s+[^\W\d_]+){0,4}\s*[.;,:)]*\s*")
# "hiệu trưởng do …", "doanh nghiệp cho | thuê lại", "lực lượng tham gia | bảo vệ": the name ran into a verb or beyond
# it.
_RAN_ON = re.compile(r"(?<=\s)(?:do\s|(?:cho|tham\s+gia)$)")
# Things, and no bodies. Near miss: "Chính quyền địa phương".
_THING = re.compile(r"(?:Chính\s+quyền\s+(?:số|điện\s+tử)|Trung\s+tâm\s+dữ\s+liệu)(?!\w)")


def _is_no_body(copy: str, start: int, end: int) -> bool:
    """Whether what reads like a name is a thing, or ran into what is done."""
    return bool(_THING.match(copy, start, end) or _RAN_ON.search(copy, start, end))


# Bodies that lead and direct others: the work is done by whom they direct.
_DIRECTING = re.compile(
    r"(?:các\s+)?(?:ban\s+cán\s+sự|đảng\s+(?:ủy|bộ)|chi\s+(?:bộ|ủy)|cấp\s+ủy|tỉnh\s+ủy|thành\s+ủy|ban\s+thường\s+vụ|ủy\s+ban\s+nhân\s+dân"
    r"|ubnd|chủ\s+tịch)(?!\w)",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"(?:(?:trực\s+tiếp|tập\s+trung|tiếp\s+tục|thường\s+xuyên)\s+)*(?:lãnh\s+đạo|chỉ\s+đạo)"
    r"(?:\s*(?:,|và)\s*(?:lãnh\s+đạo|chỉ\s+đạo))?\s+(?=\w)",
    re.IGNORECASE,
)


# What a body does begins in small letters, and with no word that goes on with its name.
_WORK = re.compile(
    rf"\s+(?!(?:và|hoặc|cùng|với|về|trong|của|theo|để|tại|ở|đối|là|có|gồm|từ|đến|trên|các|cấp)(?!\w))[^\W\d_{UPPER}]"
)


def directed(copy: str, actor: Actor, end: int) -> Actor | None:
    """Whom a leading body directs in its work ("Đảng ủy X lãnh đạo Y làm Z"); None when it names nobody with work.

    Where Y directs another in turn it is that one, under the first of them.

    The work is empty when the stretch ends with the name, as in a point that carries others.
    """
    duty = actor.duty
    if not duty.lead or duty.stated or not (actor.under or _DIRECTING.match(copy, *actor.span)):
        return None
    directs = _DIRECTS.match(copy, duty.work, end)
    stop = agencies.names_end(copy, directs.end(), end, listed=True) if directs else None
    if directs is None or stop is None or _is_no_body(copy, directs.end(), stop):
        return None
    name = trim(copy, directs.end(), stop)
    if not copy[stop:end].strip(" .:;,\n"):
        below = Duty(lead=True, helps=False, watches=False, work=end, stated=False)
        return Actor(span=name, duty=below, given=True, under=actor.under or actor.span)
    said = duty_at(copy, stop, end, subject=True)
    if said is None or not (said.stated or _WORK.match(copy, stop, end)):
        return None
    below_actor = Actor(span=name, duty=said, given=True, under=actor.under or actor.span)
    return directed(copy, below_actor, end) or below_actor


def directs(copy: str, bare: Span) -> bool:
    """Whether words begin with whom somebody directs: "Chỉ đạo Phòng Kinh tế …"."""
    match = _DIRECTS.match(copy, *bare)
    return match is not None and agencies.names_end(copy, match.end(), bare.end, listed=True) is not None


def _handed_on(copy: str, stop: int, end: int) -> Actor | None:
    """Whom the agency named first gives the work: "UBND tỉnh giao Sở Y tế chủ trì …"."""
    given = re.compile(r"\s*(?:giao|yêu\s+cầu|đề\s+nghị)\s+(?:cho\s+)?").match(copy, stop, end)
    if given is None:
        return None
    behind = agencies.names_end(copy, given.end(), end, listed=True)
    duty = duty_at(copy, behind, end, subject=True) if behind else None
    return Actor(span=trim(copy, given.end(), behind), duty=duty, given=True) if behind and duty else None


# "Sở A cùng Sở B chủ trì": both do; "Sở A phối hợp, Sở B chủ trì": B leads and A helps.
_TOGETHER = re.compile(r"\s+cùng(?:\s+với)?\s+")
_HELPS_OTHER = re.compile(
    rf"\s+phối\s+hợp(?:\s+thực\s+hiện)?\s*,\s*(?:giao\s+)?"
    rf"|\s*\(\s*{ROLE_OF}phối\s+hợp(?:\s+thực\s+hiện)?\s*\)\s*,\s*"
)


def _with_other(copy: str, name: Span, end: int, *, given: bool) -> Actor | None:
    """The agencies when another stands behind the first and only then the word that says who leads."""
    together = _TOGETHER.match(copy, name.end, end)
    other = together or _HELPS_OTHER.match(copy, name.end, end)
    stop = agencies.names_end(copy, other.end(), end, listed=bool(together)) if other else None
    if other is None or stop is None:
        return None
    duty = duty_at(copy, stop, end, subject=True)
    if duty is None or not duty.stated or not duty.lead or duty.helps or duty.watches:
        return None
    if together:
        return Actor(span=trim(copy, name.start, stop), duty=duty, given=given)
    if duty.partners:
        return None  # who helps is said twice
    return Actor(span=trim(copy, other.end(), stop), duty=replace(duty, partners=trim(copy, *name)), given=given)


# --- Above -----------------------------------------------------------------------------------------


def actor_above(copy: str, headings: tuple[Span, ...]) -> Actor | None:
    """The agency that the nearest heading or carrying point above names; None when none does."""
    said: Duty | None = None
    for heading in reversed(headings):
        found = heading_actor(copy, heading)
        if found:
            return replace(found, duty=said) if said else found
        said = said or _carrier_duty(copy, heading)
    return None


def _carrier_duty(copy: str, heading: Span) -> Duty | None:
    """The duty that a carrying dash states without naming who has it ("- Chủ trì, phối hợp với …:")."""
    bare = without_label(copy, heading)
    if not copy[slice(*bare)].endswith(":"):
        return None
    duty = duty_at(copy, *bare)
    return duty if duty and duty.stated else None


@lru_cache(maxsize=4096)
def _cached_heading(copy: str, heading: Span) -> Actor | None:
    bare = Span(_opening(copy, heading), without_label(copy, heading).end)
    if bare.start > heading.start and agencies.is_upper_name(copy, *bare):
        duty = Duty(lead=True, helps=False, watches=False, work=bare.end, stated=False)
        return Actor(span=_name_only(copy, bare), duty=duty)
    of = _OF.match(copy, *bare)
    given = _GIVEN.match(copy, of.end() if of else bare.start, bare.end)
    start = given.end() if given else of.end() if of else bare.start
    stop = agencies.names_end(copy, start, bare.end, listed=bool(given or of))
    if stop is None or _is_no_body(copy, start, stop):
        return None
    rest = copy[stop : bare.end].strip(" .:;,\n")
    if re.match(
        r"\(|$|(?:thực hiện|triển khai|có trách nhiệm)?\s*(?:các\s+)?(?:nhiệm vụ|nội dung)?\s*(?:sau|như sau"
        r"|sau đây)?$",
        rest,
    ):
        duty = Duty(lead=True, helps=False, watches=False, work=bare.end, stated=False)
        return Actor(span=trim(copy, start, stop), duty=duty, given=bool(given))
    said = duty_at(copy, stop, bare.end, subject=True)
    if said is None:
        return None
    actor = Actor(span=trim(copy, start, stop), duty=said, given=bool(given))
    return directed(copy, actor, bare.end) or actor


def _name_only(copy: str, span: Span) -> Span:
    while span.end > span.start and copy[span.end - 1] in ".:; ":
        span = Span(span.start, span.end - 1)
    return span


def heading_actor(copy: str, heading: Span) -> Actor | None:
    """The agency that a heading or carrying point names, with its duty; None for any other heading."""
    if heading.end - heading.start > 1500:
        return None
    return _cached_heading(copy, heading)
