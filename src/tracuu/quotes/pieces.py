"""What of a passage can be quoted whole: its sentences, an item, a row; and what an item hangs on."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu.agencies.names import begins_like_name, begins_with_verb, is_upper_name
from tracuu.documents import strip_markup, without_inner_page_numbers
from tracuu.facts.clauses import reading_copy, without_label
from tracuu.text import UPPER, squeeze, trim
from tracuu.types import Passage, PassageRole, QuoteUnit, Span


class Piece(NamedTuple):
    """Whole sentences of a passage, or all of it; ``stems`` are what it hangs on, outermost first.

    ``whole`` is False where the text around tells that something of it is missing.
    """

    passage: Passage
    span: Span
    unit: QuoteUnit
    stems: tuple[Span, ...] = ()
    whole: bool = True


# Two sentences are quoted as one up to this length, in characters: a sentence of directives has 150 to 250.
_JOINED_LENGTH = 450
# A longer stem would be a quotation of its own.
STEM_LENGTH = 220
# A sentence that begins so goes on with the one before it.
_GOES_ON = re.compile(
    r"(?:đồng thời|ngoài ra|bên cạnh đó|theo đó|do đó|vì (?:vậy|thế)|do vậy|từ đó|qua đó|trên cơ sở (?:đó|này)"
    r"|tuy nhiên|tuy vậy|trong đó|cùng với đó|mặt khác|hơn nữa|sau đó|tiếp đó|nhờ đó|cụ thể|trước mắt|riêng|khi đó"
    r"|như vậy|(?:điều|việc|nội dung|công việc) (?:này|đó)|đây (?:là|cũng)|đó là"
    r"|các (?:nội dung|nhiệm vụ) (?:này|đó|tham mưu))(?!\w)",
    re.IGNORECASE,
)
# What an agency does to another's work: said of nobody, it says nothing.
_ROLE = re.compile(
    r"(?:chủ trì|phối hợp|tham mưu|làm (?:đầu mối|cơ quan)|chịu trách nhiệm|có trách nhiệm|báo cáo|tổng hợp|đôn đốc"
    r"|theo dõi|chỉ đạo|hướng dẫn|giao|yêu cầu|đề nghị|căn cứ|phân công|chủ động|kịp thời)(?!\w)",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"(?:như sau|sau đây|sau|cụ thể|gồm|bao gồm|nội dung)\s*:$")


def pieces_of(passage: Passage, text: str) -> Iterator[Piece]:
    """What of a passage may be quoted, in order of text; ``text`` is its source's."""
    if passage.role is PassageRole.ROW:
        yield Piece(passage, passage.span, QuoteUnit.ROW)
    if passage.role is not PassageRole.TEXT or passage.row:
        return
    copy = reading_copy(text)
    body = item_body(copy, passage)
    found = sentences(copy, body)
    stems = stems_of(passage, copy, body)
    before: Span | None = None
    for number, sentence in enumerate(found):
        whole = _is_whole(copy, passage, body, sentence)
        unit = QuoteUnit.ITEM if sentence == body and body.start > passage.span.start else QuoteUnit.SENTENCE
        # Only the first sentence of an item hangs on what stands above as words on words; all belong to the agency.
        own = stems if number == 0 or _is_predicate(copy, sentence) else ()
        joined = Span(before.start, sentence.end) if before and _leans(copy, sentence) else sentence
        if joined.end - joined.start > _JOINED_LENGTH:
            joined = sentence
        yield Piece(passage, joined, unit, stems if joined.start == body.start else own, whole)
        before = sentence if whole else None


def leans(words: str) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    return bool(_GOES_ON.match(words))


def is_role(words: str) -> bool:
    """Whether words begin with what an agency does to another's work, and name no agency."""
    return bool(_ROLE.match(words))


def _leans(copy: str, sentence: Span) -> bool:
    return leans(copy[sentence.start : sentence.end]) or is_role(copy[sentence.start : sentence.end])


def _is_predicate(copy: str, sentence: Span) -> bool:
    return begins_with_verb(copy, *sentence)


# --- Sentences -----------------------------------------------------------------------------------

# A full stop before white space and a capital, a figure or a quotation mark.
_END = re.compile(rf"(?<![.!?…])[.!?…]++[\"”’)\]]*+(?=\s+[\"“‘(\[]*[{UPPER}\d]|\s*$)")
_OPEN = {"(": ")", "[": "]", "“": "”"}
# A stop after one of these ends no sentence.
_SHORTENED = re.compile(
    r"(?:^|[\s(\"])(?:TP|TX|TT|TS|ThS|PGS|GS|BS|KS|KT|TM|Đ/c|đ/c|Tr|tr|St|NXB|[A-ZĐ]|\d{1,2}|[IVX]{1,5}|[a-zđ])$"
)
# "đô thị loại V.", "quý II.", "năm học lớp 5.", "khóa XIX.": the number belongs to the word before it.
_COUNTED = re.compile(
    r"(?:loại|hạng|cấp|quý|khóa|khoá|nhóm|bậc|lớp|vùng|khu|đợt|số|tháng|năm|mức|phần|từ|đến|và|[\d,%]+)\s+(?:[IVX]{1,5}|\d{1,2}|[A-ZĐ])$",
    re.IGNORECASE,
)


# No sentence of a directive is longer; how far back an open bracket is looked for, so that the search stays linear.
_LOOKED_BACK = 2_000


def sentences(copy: str, span: Span) -> list[Span]:
    """The sentences of a stretch, in order, with their stops; nothing is cut inside brackets and quotation marks."""
    found: list[Span] = []
    start = span.start
    for match in _END.finditer(copy, *span):
        before = copy[max(start, match.start() - _LOOKED_BACK) : match.start()]
        if _is_open(before + match.group()) or _is_shortened(before, match.group()):
            continue
        found.append(trim(copy, start, match.end()))
        start = match.end()
    rest = trim(copy, start, span.end)
    return [*found, rest] if rest.start < rest.end else found


def _is_open(words: str) -> bool:
    """Whether a bracket or quotation mark is still open; one that is never closed in 400 characters is a misprint."""
    for sign, closing in _OPEN.items():
        at = words.rfind(sign)
        if at >= 0 and closing not in words[at:] and len(words) - at < 400:
            return True
    return words.count('"') % 2 == 1 and len(words) - words.rfind('"') < 400


def _is_shortened(before: str, stop: str) -> bool:
    return stop == "." and bool(_SHORTENED.search(before[-8:])) and not _COUNTED.search(before[-24:])


# A figure and a dash before another figure are a range and no label: "02 - 03 đô thị".
_RANGE = re.compile(r"\s*\d{1,2}\s?[-–]\s*\d")


def item_body(copy: str, passage: Passage) -> Span:
    """A passage without its dash, letter or number."""
    span = trim(copy, *passage.span)
    return span if _RANGE.match(copy, *span) else without_label(copy, span)


_STOPPED = re.compile(r"[.!?…;][\"”’)\]]*$")
# A line this long may have been broken by its width; a shorter one ended by itself (lines of pages have 65 to 100).
_FULL_LINE = 60


def _is_whole(copy: str, passage: Passage, body: Span, sentence: Span) -> bool:
    """Whether a sentence begins and ends where a sentence or an item does."""
    if sentence.start == body.start and not _begins(copy, passage, body):
        return False
    words = copy[sentence.start : sentence.end]
    if words.endswith(":") or _is_open(words):
        return False
    return bool(_STOPPED.search(words)) or (body.start > passage.span.start and not _runs_on(copy, sentence.end))


def _begins(copy: str, passage: Passage, body: Span) -> bool:
    """Whether a passage begins as a paragraph: with a label or a capital, and not in the middle of a broken line."""
    if body.start == passage.span.start and copy[body.start].islower():
        return False
    above = copy[max(0, passage.span.start - 400) : passage.span.start]
    return not _breaks_off(above) or "\n\n" in _BLANKS.sub("", above[len(above.rstrip()) :])


_BLANKS = re.compile(r"[^\S\n]")


def _breaks_off(text: str) -> bool:
    """Whether the last line of a text is full and has no stop, so that the next may go on with it."""
    last = text.rstrip().rsplit("\n", 1)[-1].strip()
    return len(last) >= _FULL_LINE and last[-1] not in ".:;!?…"


def _runs_on(copy: str, end: int) -> bool:
    """Whether what follows an item without a stop may belong to it: small letters, or the rest of a broken line."""
    following = _NEXT.match(copy, end)
    if following is None:
        return False
    blank = following["gap"].count("\n") > 1
    return following["next"].islower() or (not blank and _breaks_off(copy[max(0, end - 400) : end]))


_NEXT = re.compile(r"(?P<gap>\s*)(?:\d{1,3}\s+)?(?P<next>\S)")


# --- Stems ---------------------------------------------------------------------------------------


def stems_of(passage: Passage, copy: str, body: Span) -> tuple[Span, ...]:
    """What an item hangs on: the words before a colon, the agency whose task it is; outermost first, at most two."""
    found: list[Span] = []
    below = body
    for heading in reversed(passage.headings[-3:]):
        stem = _stem(copy, heading, below)
        if stem is None:
            continue
        found.insert(0, stem)
        below = stem
        if len(found) == 2:
            break
    return tuple(found)


def _stem(copy: str, heading: Span, below: Span) -> Span | None:
    """The heading, or its last sentence, when what stands below needs it; None when it does not."""
    title = without_label(copy, trim(copy, *heading))
    last = sentences(copy, title)[-1:] or [title]
    words = copy[last[0].start : last[0].end]
    carries = words.endswith(":") and not (_FORMULA.search(words) and not _needs(copy, below))
    acts = _names_actor(copy, title) and _is_predicate(copy, below)
    stem = last[0] if carries else title if acts else None
    if stem is None or stem.end - stem.start > STEM_LENGTH:
        return None
    return trim(copy, stem.start, stem.end)


def _needs(copy: str, below: Span) -> bool:
    """Whether words begin in small letters or with a verb, and so hang on what stands before a colon."""
    return copy[below.start].islower() or _is_predicate(copy, below)


def _names_actor(copy: str, title: Span) -> bool:
    return begins_like_name(copy, *title) or is_upper_name(copy, *title)


YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_FIGURE = re.compile(r"(?<![\d.,])\d[\d.,]{0,20}\s?(?:%|m[²2]|ha\b|km|căn|tỷ|triệu|giường|MW)|đạt [^.;,]{0,30}\d")


def has_figure(words: str) -> bool:
    """Whether a sentence sets a figure, which holds for a year."""
    return bool(_FIGURE.search(words))


def titled(text: str, heading: Span) -> Span:
    """A heading without its number."""
    return without_label(reading_copy(text), heading)


# --- Words ---------------------------------------------------------------------------------------


def plain_words(text: str, span: Span) -> str:
    """A stretch as it is pasted: on one line, without mark-up and the page numbers inside it."""
    kept = without_inner_page_numbers(text[span.start : span.end])
    return _END_SIGN.sub(".", squeeze(strip_markup(_RAISED.sub(lambda m: "²" if "2" in m.group() else "³", kept))))


# "./." closes the last sentence of a document.
_END_SIGN = re.compile(r"\s?\./\.?$")
# The small number of a square or cubic measure, however a scan writes it: "m<sup>2</sup>", "$m^{2}$".
_RAISED = re.compile(r"(?<=m)(?:\s?<sup>\s?[23]\s?</sup>|\^\{?[23]\}?)")


def said_stem(text: str, span: Span) -> str:
    """A stem as it is said before what hangs on it: without its colon and other signs at its end."""
    return plain_words(text, span).rstrip(" .:;,-–")


def stems_said(text: str, stems: Sequence[Span]) -> tuple[str, ...]:
    """All stems of a piece as they are said."""
    return tuple(said_stem(text, stem) for stem in stems)
