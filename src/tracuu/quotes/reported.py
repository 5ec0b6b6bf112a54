"""What a draft reports of a document without quotation marks: "theo …", "tại …" and what follows or stands before."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from tracuu.quotes.beside import Mentioned
from tracuu.quotes.sentences import Sentences
from tracuu.quotes.wordings import QUOTATION_LIMIT
from tracuu.text import trim
from tracuu.types import DifferenceKind, QuoteMatch, Span, Verdict

# Fewer words behind "theo Kế hoạch số …" state nothing that could be looked up; with a figure fewer do.
_STATED, _WITH_FIGURE = 6, 4
_LED_IN = re.compile(
    r"(?<!\w)(?:theo|tại)\s++(?:(?>nội dung|tinh thần|quy định|yêu cầu|chỉ tiêu|mục tiêu|nhiệm vụ|phụ lục|điểm|khoản"
    r"|mục|phần|điều|của|tại|ở|nêu|trong|số|[a-zđIVX\d.]{1,4})[\s,]++)*$",
    re.IGNORECASE,
)
# What only leads over to a mention behind a statement: "… (được) quy định tại Kế hoạch số …".
_LEAD_OVER = re.compile(
    r"[\s,(]*(?:(?:được|đã|như|đã được)\s+)*(?:quy định|nêu|xác định|giao|đề ra|đặt ra|phê duyệt|ghi|ban hành)?[\s,(]*$"
)
_LEAD = re.compile(r"[\s,:;)–-]*(?:thì|là|nêu rõ|nêu|quy định|xác định|yêu cầu|đề ra|đặt ra)?[\s,:]*")
# A time that a heading of the source says: "đến năm 2030 | diện tích sàn …".
_TIME = re.compile(
    r"(?:(?:đến|trong|vào|từ|đến hết|hết)\s+)?(?:năm|giai đoạn)\s+(?P<year>20\d\d)(?:\s?[-–]\s?20\d\d)?,?\s+"
)
_COMMAS = re.compile(r",\s+")
# What is reported of one document is no longer than this; a sentence may go on with other documents.
REPORTED_LIMIT = 600
# A subject of a mention holds at most so many commas before what is reported begins.
_STARTS = 5

Grade = Callable[[str, Sequence[str]], QuoteMatch]


def reported(
    text: str, own: Mentioned, quoted: Sequence[Span], mentioned: Sequence[Mentioned], lines: Sentences, grade: Grade
) -> tuple[QuoteMatch, Span] | None:
    """What a sentence says "theo …" or "tại …" a document, and where; None when it says nothing.

    ``quoted`` and ``mentioned`` are those of the whole draft, in order.
    """
    first: tuple[QuoteMatch, Span] | None = None
    # The longest first: what follows a comma may be right where what stands before it is not.
    for span in stated(text, own, quoted, mentioned, lines):
        match = grade(text[slice(*span)], own.held)
        if match.verdict is not Verdict.NOT_FOUND:
            return _without_time(text, match, span, own, grade)
        first = first or (match, span)
    return (_other_figure(text, first[1], own, grade) or first) if first else None


# A figure with the words before and behind it: so few that they stand in the source whole, so many that they name it.
_FIGURE = re.compile(
    r"(?P<before>(?:[^\W\d_]+,?\s+){4})(?P<figure>\d+(?:[.,]\d+)*%?)(?!\w|[/.,-]\d)\s+(?:[^\W\d_]+(?:,?\s+)?){2}(?<!\s)(?!\w)"
)
_FIGURES = 3


def _other_figure(text: str, span: Span, own: Mentioned, grade: Grade) -> tuple[QuoteMatch, Span] | None:
    """A figure of a statement that is not found, where the document has the same words round another one.

    Match: "quy hoạch chung của 45 xã, phường" | "quy hoạch chung của 41 xã, phường". Near miss: other words too.
    """
    for found in [m for m, _ in zip(_FIGURE.finditer(text, *span), range(_FIGURES), strict=False)]:
        match = grade(found.group(), own.held)
        differing = [(d.kind, d.yours) for d in match.differences]
        inside = match.citation is not None and match.citation.doc_id in own.held
        if inside and differing == [(DifferenceKind.NUMBER, found["figure"])]:
            return match, Span(*found.span())
    return None


def _without_time(text: str, match: QuoteMatch, span: Span, own: Mentioned, grade: Grade) -> tuple[QuoteMatch, Span]:
    """What follows a time that is said by a heading of the source, where it is more alike."""
    time = _TIME.match(text, *span)
    if time is None or match.verdict is Verdict.EXACT:
        return match, span
    rest = Span(time.end(), span.end)
    other = grade(text[slice(*rest)], own.held)
    place = other.citation
    if place is None or other.similarity <= match.similarity:
        return match, span
    around = " ".join([*place.headings, place.quote])
    return (other, rest) if time["year"] in around else (match, span)


def stated(
    text: str, own: Mentioned, quoted: Sequence[Span], mentioned: Sequence[Mentioned], lines: Sentences
) -> list[Span]:
    """The stretches that may be what is reported of a document, at most five."""
    start, end = own.check.start, own.check.end
    paragraph = lines.paragraph(start)
    led_in = _LED_IN.search(text, max(paragraph, start - 120), start)
    if led_in is None:
        return []
    last = min(lines.end(end), end + REPORTED_LIMIT, _next_led_in(text, mentioned, end))
    first = max(lines.start(led_in.start()), led_in.start() - REPORTED_LIMIT, _last_before(mentioned, start))
    number = bisect_left(quoted, first, key=lambda q: q.end)
    if number < len(quoted) and quoted[number].start < last:
        return []  # the sentence quotes: that is what is checked
    found = [*_after(text, end, last, mentioned), *_before(text, first, led_in.start(), mentioned)]
    return found[:_STARTS]


def _next_led_in(text: str, mentioned: Sequence[Mentioned], end: int) -> int:
    """Where the sentence begins to report of the next document."""
    number = bisect_left(mentioned, end, key=lambda own: own.check.start)
    for other in mentioned[number : number + 3]:
        led_in = _LED_IN.search(text, max(end, other.check.start - 120), other.check.start)
        if led_in:
            return led_in.start()
    return len(text)


def _last_before(mentioned: Sequence[Mentioned], start: int) -> int:
    """Where the mention before a place ends; 0 for none."""
    number = bisect_left(mentioned, start, key=lambda own: own.check.start)
    return mentioned[number - 1].check.end if number else 0


def _after(text: str, start: int, end: int, mentioned: Sequence[Mentioned]) -> Iterator[Span]:
    """What follows a mention in its sentence; also from each comma on, since a subject may stand first."""
    starts = [start, *(m.end() for m in _COMMAS.finditer(text, start, end))]
    for at in starts[: 2 * _STARTS]:
        lead = _LEAD.match(text, at, end)
        span = trim(text, lead.end() if lead else at, end)
        if _is_statement(text, span, mentioned):
            yield span


def _before(text: str, start: int, end: int, mentioned: Sequence[Mentioned]) -> Iterator[Span]:
    over = _LEAD_OVER.search(text, max(start, end - 60), end)
    span = trim(text, start, over.start() if over else end)
    if _is_statement(text, span, mentioned):
        yield span


def _is_statement(text: str, span: Span, mentioned: Sequence[Mentioned]) -> bool:
    """Enough words of its own, beside the documents that it mentions, and not too many."""
    if not 0 < span.end - span.start <= QUOTATION_LIMIT:
        return False
    words = re.findall(r"\w+", text[slice(*span)])
    count = len(words)
    for own in mentioned[bisect_left(mentioned, span.start, key=lambda own: own.check.start) :]:
        if own.check.end > span.end:
            break
        count -= len(re.findall(r"\w+", text[own.check.start : own.check.end]))
    return count >= (_WITH_FIGURE if any(w.isdigit() for w in words) else _STATED)
