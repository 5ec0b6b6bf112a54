"""Where one piece of work of a clause ends and another begins: at a deadline, or at another agency."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from tracuu.agencies import names as agencies
from tracuu.facts.actors import opening_actor
from tracuu.facts.bearers import DOES_IT, FEWEST_WORDS
from tracuu.facts.deadlines import Time, find_deadlines
from tracuu.facts.duties import past_blank, second_body
from tracuu.facts.paragraphs import Reader
from tracuu.types import Span

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
        yield Span(start, clause.end)


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
    """The times inside ``span`` by which something is due, without the dates of cited documents."""
    first = bisect.bisect_left(reader.cited, (span.start - _LONGEST_CITATION, 0))
    last = bisect.bisect_left(reader.cited, (span.end, 0))
    return find_deadlines(reader.copy, span, reader.cited[first:last])


def count_words(copy: str, span: Span) -> int:
    """How many words say what is done, words of role not counted."""
    said = copy[slice(*span)]
    return 0 if DOES_IT.fullmatch(said) else len(re.findall(r"\w+", _ROLE_ALONE.sub("", said)))
