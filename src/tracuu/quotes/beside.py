"""The document named beside a quotation in a draft: before it, right behind it, or in its footnote."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracuu.quotes.sentences import Sentences
from tracuu.types import MentionCheck, Reference, Span


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with what is known of its document."""

    reference: Reference
    check: MentionCheck
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a draft, in order: quotations, mentions outside them, footnotes and marks of Word's.

    ``claimed`` are the places of mentions in brackets right behind a quotation: they are that one's.
    """

    text: str
    quoted: Sequence[Span]
    outside: Sequence[Mentioned]
    notes: Mapping[int, Sequence["Footnote"]]
    marks: Sequence[int]
    claimed: frozenset[int]
    sentences: Sentences


def layout(text: str, quoted: Sequence[Span], outside: Sequence[Mentioned], sentences: Sentences) -> Layout:
    """The draft as `beside` looks at it."""
    behind = (_RIGHT_AFTER.match(text, span.end) for span in quoted)
    claimed = frozenset(match.end() for match in behind if match and match["bracket"])
    marks = [m.start() for m in re.finditer(rf"(?<!\n){NOTE_MARK}", text) if m.start()]
    notes: dict[int, list[Footnote]] = {}
    for found in footnotes(text):
        notes.setdefault(found.number, []).append(found)
    return Layout(text, quoted, outside, notes, marks, claimed, sentences)


# "“…” (Kế hoạch số 39-KH/TU …)", "“…”, theo Kế hoạch số …".
_RIGHT_AFTER = re.compile(
    r"[”\"’»]?[ \t]*(?:\.?[ \t]*(?P<bracket>[(\[])[ \t]*|[,;–-]?[ \t]*(?=theo|tại|nêu|trích|nguồn|Kế|\w+ (?:\w+ )?số))"
    r"(?:(?:theo|tại|nêu tại|trích(?: tại| từ)?|nguồn|xem)[ \t]*:?[ \t]*)?",
    re.IGNORECASE,
)


# Mentions of the paragraph before a sentence that are looked at.
_LOOKED_BACK = 20


def beside(draft: Layout, span: Span) -> list[Mentioned]:
    """The mentions (none of them in a quotation) that may name the source of a quotation, the likeliest first."""
    found = _in_note(draft, span) or _following(draft, span)
    if found:
        return found
    before = _preceding(draft, span)
    if not before:
        end = draft.sentences.end(span.end - 1)  # a quotation with its own stop may end the sentence
        behind = _between(draft.outside, span.end + 1, end)[:1]
        return [m for m in behind if not _quotes_between(draft, span.end, m.check.start)]
    outer = [m for i, m in enumerate(before) if not (i and _is_part(draft.text, before[i - 1], m))]
    return [*outer[::-1], *(m for m in before if m not in outer)]


def _between(mentions: Sequence[Mentioned], first: int, last: int) -> Sequence[Mentioned]:
    """The mentions that begin from ``first`` on and before ``last``."""
    start, end = (bisect_left(mentions, at, key=lambda m: m.check.start) for at in (first, last))
    return mentions[start:end]


def _quotes_between(draft: Layout, first: int, last: int) -> bool:
    start, end = (bisect_left(draft.quoted, at, key=lambda q: q.start) for at in (first, last))
    return start < end


def _following(draft: Layout, span: Span) -> list[Mentioned]:
    """The mention right behind a quotation, unless it leads over to the next one: "theo A, “…”; theo B, “…”"."""
    after = _RIGHT_AFTER.match(draft.text, span.end)
    found = list(_between(draft.outside, after.end(), after.end() + 1)) if after else []
    if not found or (after and after["bracket"]):
        return found
    end = found[0].check.end
    sentence = draft.sentences.end(end)
    stopped = draft.sentences.end(span.end - 1) < span.end  # the quotation ends its sentence with its own stop
    if stopped and any(c.isalnum() for c in draft.text[end:sentence]):
        return []  # a sentence of its own: "“… lĩnh vực.” Kế hoạch số … là văn bản khác."
    return [] if _quotes_between(draft, end, sentence) else found


def _preceding(draft: Layout, span: Span) -> list[Mentioned]:
    """The mentions before a quotation in its sentence; else the last one in its paragraph.

    Those between the quotation before it and this one, when there are any.
    """
    paragraph, sentence = draft.sentences.paragraph(span.start), draft.sentences.start(span.start)
    own = _unclaimed(draft, _between(draft.outside, sentence, span.start), span)
    if not own:
        behind = bisect_left(draft.outside, paragraph, key=lambda m: m.check.start)
        last = bisect_left(draft.outside, sentence, key=lambda m: m.check.start)
        own = _unclaimed(draft, draft.outside[max(behind, last - _LOOKED_BACK) : last], span)[-1:]
    number = bisect_right(draft.quoted, span.start, key=lambda q: q.end) - 1
    last = draft.quoted[number].end if number >= 0 else 0
    return [m for m in own if m.check.start >= last] or own


def _unclaimed(draft: Layout, mentions: Sequence[Mentioned], span: Span) -> list[Mentioned]:
    """The mentions before ``span`` that do not stand in brackets behind another quotation; else those too."""
    before = [m for m in mentions if m.check.end <= span.start]
    return [m for m in before if m.check.start not in draft.claimed] or before


def _is_part(text: str, outer: Mentioned, inner: Mentioned) -> bool:
    """Whether a mention belongs to the subject of the one before: "Kế hoạch số … về việc thực hiện Kết luận số …"."""
    between = text[outer.check.end : inner.check.start]
    return bool(re.match(r"\s*,?\s*(?:về|v/v|thực hiện|triển khai|của|tiếp tục)(?!\w)", between)) and not re.search(
        r"[;:.()\n]|,\s*(?:và\s*)?$", between
    )


# --- Footnotes ---------------------------------------------------------------------------------

# The mark of a footnote of a Word file, which takes no room, before the note itself too; see `word_files`.
NOTE_MARK = "\u2060"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "[1]", "(1)", "¹", "1": behind what ends a quotation, and at the beginning of the line that is the note.
_NUMBERS = r"(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<raised>[¹²³⁰⁴-⁹]{1,3})|(?P<plain>\d{1,3})(?!\w))"
_MARK = re.compile(rf"[”\"’»]?[.,;]?[ ]?(?:{NOTE_MARK}|{_NUMBERS})")
_NOTE = re.compile(rf"^[ \t]*(?:{NOTE_MARK}|{_NUMBERS}[.):]?[ \t]+)(?P<text>[^\n]+)", re.MULTILINE)


class Footnote(NamedTuple):
    """A line that may be a footnote: how its number is written, the number, and where its text stands."""

    style: str
    number: int
    span: Span


def footnotes(text: str) -> list[Footnote]:
    """The lines that begin with a number or a mark, in order; notes of a Word file are numbered by their order."""
    found: list[Footnote] = []
    marks = 0
    for match in _NOTE.finditer(text):
        style, number = _number(match)
        marks += not number
        found.append(Footnote(style, number or marks, Span(*match.span("text"))))
    return found


def _number(match: re.Match[str]) -> tuple[str, int]:
    for style in ("square", "round", "raised", "plain"):
        if match[style]:
            return style, int(match[style].translate(_RAISED))
    return "mark", 0


def _in_note(draft: Layout, span: Span) -> list[Mentioned]:
    """The mentions in the footnote whose mark stands right behind a quotation."""
    match = _MARK.match(draft.text, span.end)
    if match is None:
        return []
    style, number = _number(match)
    number = number or bisect_left(draft.marks, match.end())
    likely = [n for n in draft.notes.get(number, ()) if n.span.start > span.end]
    likely = [n for n in likely if (n.style == "mark") is (style == "mark")]
    for note in sorted(likely, key=lambda n: (n.style != style, n.span)):
        found = [m for m in _between(draft.outside, *note.span) if m.check.end <= note.span.end]
        if found:
            return found
    return []
