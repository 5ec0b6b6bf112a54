"""What is told of a quotation beside its verdict: what was left out, misread or cut, and what the sentence adds."""

import re
from collections.abc import Iterator

from tracuu.quotes.naming import name_spans
from tracuu.quotes.words import NEGATIONS
from tracuu.types import NoteKind, QuoteNote, Span


def note(kind: NoteKind, source: str, span: Span) -> QuoteNote:
    """The note on a span of a source."""
    return QuoteNote(kind=kind, text=" ".join(source[slice(*span)].split()), span=span)


# --- The sentence around -------------------------------------------------------------------------

# Farther from the quotation than this nothing is looked for, in characters.
_REACH = 260
_LIMITS = (
    r"trừ|ngoại trừ|nếu|miễn là|với điều kiện|trong điều kiện|trong trường hợp|trường hợp|chỉ khi|khi"
    r"|nhưng|song|tuy nhiên|mà không|không bao gồm|không kể|chưa kể|không tính"
)
# Not "chỉ tiêu", "chỉ đạo".
_ONLY = r"chỉ(?!\s(?:số|tiêu|đạo|thị|dẫn|định|huy|rõ|ra)(?!\w))"
# What a sentence goes on with that may turn or limit what was quoted; to the end of its clause.
_FOLLOWING = re.compile(
    rf"[\s,(–-]*(?:;\s*(?=(?:ngoại )?trừ(?!\w)))?(?P<words>(?:{_LIMITS}|{'|'.join(sorted(NEGATIONS))}"
    r"|trở (?:lên|xuống)|đổ (?:lên|xuống|lại))(?!\w)"
    r"(?:[^.;\n\t|]|\.(?=\d)|\n(?!\s*\n|\s*[-+•]|\s*\w{1,3}[.)]\s)){0,160})",
    re.IGNORECASE,
)
_HEAD_LIMIT = re.compile(
    rf"\W*(?P<words>(?:trừ|ngoại trừ|nếu|với điều kiện|trong điều kiện|(?:trong )?trường hợp|chỉ khi|{_ONLY})(?!\w).*)",
    re.IGNORECASE | re.DOTALL,
)
# "không để xảy ra tình trạng | lấn chiếm", "nghiêm cấm việc | …": at most six words before, in the same clause.
_HEAD_NEGATION = re.compile(
    rf"(?<!hàng )(?<!phòng )(?<!hay )(?<!có )(?<!\w)(?P<words>(?:{'|'.join(sorted(NEGATIONS))}|nghiêm cấm|tránh"
    r"|chấm dứt|hạn chế|dừng|ngừng|bãi bỏ|xóa bỏ)(?:\s+[^\s,;:.()]+){0,6}\s*)$",
    re.IGNORECASE,
)
_HEAD_MEASURE = re.compile(
    r"(?<!\w)(?P<words>trên|dưới|hơn|gần|khoảng|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới|chưa đến|tăng"
    r"|giảm|còn)\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|;(?=\s)|\n\s*\n|[\t|]|\n(?=\s*(?:[-+•*#]|\w{1,3}[.)]\s))")


def around(source: str, span: Span) -> Iterator[QuoteNote]:
    """Negations, conditions and limits in the sentence of the source, before and behind a span."""
    head = _head(source, span)
    if head is not None:
        yield note(NoteKind.BEFORE, source, head)
    after = _FOLLOWING.match(source, span.end, min(len(source), span.end + _REACH))
    if after is not None and not _is_ended(source, span):
        yield note(NoteKind.AFTER, source, Span(*after.span("words")))


def _is_ended(source: str, span: Span) -> bool:
    """Whether the quotation itself ends a sentence, or nothing but a new paragraph follows."""
    if source[span.end - 1] in ".!?;:":
        return True
    between = re.compile(r"[\s,(–-]*").match(source, span.end)
    gap = between.group() if between else ""
    return bool(re.search(r"\n\s*\n|\n\s*[–-]|\t", gap))


def _head(source: str, span: Span) -> Span | None:
    first = max(0, span.start - _REACH)
    ends = [m.end() for m in _SENTENCE_END.finditer(source, first, span.start)]
    start = ends[-1] if ends else first
    if not any(c.isalnum() for c in source[start : span.start]):
        return None
    patterns = [_HEAD_NEGATION]
    if source[span.start].isdigit():
        patterns.insert(0, _HEAD_MEASURE)
    for pattern in patterns:
        match = pattern.search(source, start, span.start)
        if match:
            return Span(match.start("words"), span.start)
    match = _HEAD_LIMIT.match(source, start, span.start) if ends or first == 0 else None
    return Span(match.start("words"), span.start) if match else None


# --- What was left out ---------------------------------------------------------------------------

_TURNING = re.compile(
    rf"(?<!hàng )(?<!phòng )(?<!\w)(?:{'|'.join(sorted(NEGATIONS))}|trừ|nếu|với điều kiện|{_ONLY}|trường hợp"
    r"|tối đa|tối thiểu|ít nhất|trở lên|trở xuống)(?!\w)",
    re.IGNORECASE,
)


# What follows belongs to another time: "Đến năm 2025, … […] (Đến năm 2030,) …".
_TIME = re.compile(r"(?<!\w)(?:năm\s+(?:19|20)\d\d|giai đoạn|quý\s+[IVX\d]|tháng\s+\d)", re.IGNORECASE)


def turns(words: str) -> bool:
    """Whether words that were left out may turn or limit the sentences that they were taken from.

    They do when they hold a negation, an exception, a condition, a limit, a body that acts, or another time; and when
    what follows them is the middle of another sentence or item, whose subject was left out.
    """
    ends = list(_SENTENCE_END.finditer(words))
    parts = [words[: ends[0].start()], words[ends[-1].end() :]] if ends else [words]
    if any(_TURNING.search(part) for part in parts) or _TIME.search(parts[-1]):
        return True
    if ends and any(c.isalnum() for c in parts[-1]):
        return True
    return bool(name_spans(words, [Span(0, len(words))]))
