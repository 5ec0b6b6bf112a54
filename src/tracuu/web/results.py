"""HTML of the result of a question: the answer or the abstention first, then what differs, then the evidence."""

import re
from difflib import SequenceMatcher

from tracuu import vi
from tracuu.citing import spoken
from tracuu.overview import entry_told, understood_otherwise
from tracuu.types import Answer, AnswerItem, Citation, Reason
from tracuu.web import pasting
from tracuu.web.cards import (
    Printed,
    Slice,
    cards_html,
    closeness,
    dated,
    name_of,
    open_link,
    place_of,
    result_html,
)
from tracuu.web.markup import copy_button, escape, place_link, readable

__all__ = ["NEAREST", "answer_html", "closeness", "passages_html", "sureness"]

# Title over what was found when nothing answers; such passages are not graded as close.
NEAREST = vi.PAGE_NEAREST
# docs/confidence.md: with 0.9 or more 99 % of answers were right, with 0.7 to 0.9 71 to 88 %, with less about half.
_HIGH, _MIDDLE = 0.9, 0.7


def answer_html(
    answer: Answer, read: Slice, *, link: str = "", within: str = "", printed: Printed | None = None
) -> str:
    """The whole result of a question.

    Args:
        answer: what the library said.
        read: reads a span of a source.
        link: the query of the address that asks the same again.
        within: the filters in words, "" for none.
        printed: gives the words of a citation as they are pasted.
    """
    if answer.abstained or answer.answer is None:
        body = _abstention(answer, within) + cards_html(NEAREST, answer.citations, read, graded=False, printed=printed)
    else:
        conflicts = _conflicts(answer)
        body = _answer(answer, answer.answer, link, within) + conflicts
        body += cards_html(vi.PAGE_EVIDENCE, answer.citations, read, printed=printed)
    return result_html(answer.question, body, answered=not answer.abstained, link=link)


def passages_html(
    query: str,
    citations: tuple[Citation, ...],
    read: Slice,
    *,
    link: str = "",
    within: str = "",
    printed: Printed | None = None,
) -> str:
    """The result of a search for passages."""
    found = vi.PAGE_FOUND.format(count=len(citations)) if citations else vi.PAGE_FOUND_NOTHING
    advice = "" if citations else f"<p>{vi.PAGE_FOUND_NOTHING_TRY}</p>"
    head = f'<section class="tc-answer tc-quiet"><h2>{found}</h2>{advice}{_within(within)}</section>'
    return result_html(query, head + cards_html(vi.PAGE_PASSAGES, citations, read, printed=printed), link=link)


def sureness(confidence: float) -> str:
    """The measured chance that an answer is right, as "high", "middle" or "low"."""
    return "high" if confidence >= _HIGH else "middle" if confidence >= _MIDDLE else "low"


def _answer(answer: Answer, text: str, link: str, within: str) -> str:
    first = answer.citations[0] if answer.citations else None
    sure = sureness(answer.confidence)
    title, advice = vi.PAGE_CONFIDENCE[sure]
    basis = f'<p class="tc-basis">{escape(vi.PAGE_BASIS.format(reference=_dated(first)))}</p>' if first else ""
    basis += pasting.inferred_line(first)
    care = f'<p class="tc-care">{advice}</p>' if advice else ""
    copied = vi.QUOTE_PASTED.format(said=readable(text), reference=pasting.full(first)) if first else readable(text)
    return (
        f'<section class="tc-answer tc-sure-{sure}" aria-label="{vi.PAGE_ANSWER}"><div class="tc-answer-head">'
        f'<h2>{vi.PAGE_ANSWER}</h2><span class="tc-badge">{title}</span></div>'
        f"{_said(answer, own_value(answer, text))}{basis}{_understood(answer)}{_within(within)}{care}"
        f'<div class="tc-actions">{copy_button(vi.PAGE_COPY_ANSWER, copied, css="tc-button tc-button-main")}'
        f"{open_link(first) if first else ''}{_link_button(link)}</div></section>"
    )


def own_value(answer: Answer, text: str) -> str:
    """The answer without the values of other documents, which are shown beside it."""
    return text.split(vi.JOIN_RIVAL)[0] if answer.conflicts else text


def _link_button(link: str) -> str:
    if not link:
        return ""
    return (
        f'<button type="button" class="tc-button tc-button-quiet" data-copy-link="?{escape(link)}">'
        f"{vi.PAGE_COPY_LINK}</button>"
    )


def _said(answer: Answer, text: str) -> str:
    """The answer; one that is a list with every entry whole, and where each stands."""
    if len(answer.items) < 2:
        size = " tc-value-long" if len(text) > _LONG else ""
        return f'<p class="tc-value{size}">{escape(readable(text))}</p>'
    entries = "".join(f"<li>{escape(readable(entry_told(item)))} {_place(item)}</li>" for item in answer.items)
    return f'<ol class="tc-items">{entries}</ol>'


def _place(item: AnswerItem) -> str:
    place = " › ".join(spoken(label, item.locator) for label in item.locator)
    return place_link(item.source, item.start, item.end, place, "tc-place")


# An answer of more characters than this is a sentence or two, and is set smaller.
_LONG = 160


# The date in the full reference, as the style of the document has it: Party's, then State's.
_DATE = re.compile(r",? ngày \[?(?:\d\d/\d{1,2}/\d{4}|\d\d tháng \d{1,2} năm \d{4})(?!\d)\]?")


def _dated(citation: Citation) -> str:
    """The place and the document as later mentions name them, with its date; the card below has the formal reference.

    A document without a number is named with its date already.
    """
    named, whole = place_of(citation), pasting.full(citation)
    date = _DATE.match(whole, len(named)) if whole.startswith(named) else None
    return named + (date.group() if date else "")


def _understood(answer: Answer) -> str:
    said = understood_otherwise(answer)
    return f'<p class="tc-small">{escape(vi.PAGE_UNDERSTOOD.format(text=said))}</p>' if said else ""


def _within(within: str) -> str:
    """The filters in words, and the way out of them."""
    if not within:
        return ""
    return (
        f'<p class="tc-small">{escape(vi.PAGE_WITHIN.format(scope=within))}'
        f' <button type="button" class="tc-link" data-everywhere>{vi.PAGE_EVERYWHERE}</button></p>'
    )


def _abstention(answer: Answer, within: str) -> str:
    reason = answer.reason or Reason.NO_EVIDENCE
    title = vi.PAGE_BAD_QUESTION if reason is Reason.BAD_QUESTION else vi.PAGE_ABSTAINED
    steps = "".join(f"<li>{step}</li>" for step in vi.PAGE_NEXT_STEPS[reason.value])
    steps += f"<li>{vi.PAGE_READ_NEAREST}</li>" if answer.citations else ""
    return (
        f'<section class="tc-answer tc-abstain" aria-label="{title}"><h2>{title}</h2>'
        f'<p class="tc-why">{_why(answer, reason)}</p>{_understood(answer)}{_within(within)}'
        f'<p class="tc-try">{vi.PAGE_TRY}</p><ul>{steps}</ul></section>'
    )


def _why(answer: Answer, reason: Reason) -> str:
    if reason is not Reason.BAD_QUESTION:
        return vi.PAGE_REASONS[reason.value]
    return vi.PAGE_QUESTION_LONG if any(c.isalnum() for c in answer.question) else vi.PAGE_QUESTION_EMPTY


def _conflicts(answer: Answer) -> str:
    """What the answer says and what other passages say, side by side, each with its document."""
    if not answer.conflicts or not answer.citations or answer.answer is None:
        return ""
    own, rivals = own_value(answer, answer.answer), answer.conflicts
    columns = _column(own, rivals[0].value, answer.citations[0])
    columns += "".join(_column(rival.value, own, rival.citation) for rival in rivals)
    return (
        f'<section class="tc-conflicts" aria-label="{vi.PAGE_CONFLICTS}"><h3>{vi.PAGE_CONFLICTS}</h3>'
        f'<p>{vi.PAGE_CONFLICTS_WHY}</p><div class="tc-columns">{columns}</div></section>'
    )


def _column(value: str, other: str, citation: Citation) -> str:
    """One value with its document; the words that ``other`` lacks are marked."""
    issued = f"<span>{dated(citation)}</span>" if citation.issued else ""
    return (
        f'<article aria-label="{escape(place_of(citation))}"><h4>{escape(name_of(citation))}</h4>{issued}'
        f'<p class="tc-other">{differing(readable(value), readable(other))}</p>'
        f'<div class="tc-actions">{open_link(citation)}</div></article>'
    )


def differing(value: str, other: str) -> str:
    """HTML of ``value`` with the words in ``<mark>`` that ``other`` has not at their place."""
    words, others = value.split(), other.split()
    pieces = []
    for kind, start, end, _, _ in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        text = escape(" ".join(words[start:end]))
        if text:
            pieces.append(text if kind == "equal" else f"<mark>{text}</mark>")
    return " ".join(pieces)
