"""The tab “Kiểm tra trích dẫn”: a draft is pasted or sent, and each quotation and mention gets its verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tracuu import vi
from tracuu.quotes.remarks import draft_notes, mention_remark, paragraph_number, quotation_remark, shortened
from tracuu.types import DraftCheck, MentionCheck, MentionStatus, QuoteDifference, QuoteMatch, Verdict
from tracuu.web.examples import draft
from tracuu.web.frame import BARE
from tracuu.web.guard import DRAFT_BYTES
from tracuu.web.library import Library
from tracuu.web.markup import escape, reader_link

if TYPE_CHECKING:
    import gradio as gr

# Cards shown at most; a draft with more wrong places has other troubles.
SHOWN = 500
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def build(library: Library) -> "gr.HTML":
    """The tab, called inside its `gr.Tab`. What happens in it is tabs.js's; the server gives pieces of HTML."""
    import gradio as gr

    return gr.HTML(form_html(library), elem_id="tc-verifying", **BARE)


def form_html(library: Library) -> str:
    """The tab before anything was checked."""
    return _form(draft(library.documents))


def _form(example: str) -> str:
    """The box for the text, the choice of a file, and what can be done; ``example`` may be tried when there is one."""
    megabytes = DRAFT_BYTES // 1_000_000
    empty = vi.DRAFT_FILE_EMPTY.replace(*vi.DRAFT_AGAIN)
    tried = f' data-example="{escape(example)}"' if example else " hidden"
    return (
        '<form id="tc-draft-form" class="tc-form" autocomplete="off">'
        f'<label class="tc-field" for="tc-draft"><span>{vi.DRAFT_BOX}</span></label>'
        f'<textarea id="tc-draft" rows="9" spellcheck="false" placeholder="{vi.DRAFT_HINT}"></textarea>'
        '<div class="tc-line tc-file"><input type="file" id="tc-draft-file" class="tc-hidden" accept=".docx,.txt,.md"'
        f' aria-describedby="tc-draft-limits" data-limit="{DRAFT_BYTES}"'
        f' data-too-large="{vi.DRAFT_FILE_TOO_LARGE.format(limit=megabytes)}" data-empty="{empty}">'
        f'<label for="tc-draft-file" class="tc-button">{vi.DRAFT_CHOOSE}</label>'
        f'<output id="tc-draft-name" data-none="{vi.DRAFT_NO_FILE}">{vi.DRAFT_NO_FILE}</output>'
        f'<button type="button" class="tc-button" id="tc-draft-drop-file" hidden>{vi.DRAFT_DROP_FILE}</button></div>'
        f'<p class="tc-small" id="tc-draft-limits">{vi.DRAFT_LIMITS.format(limit=megabytes)}</p>'
        f'<p class="tc-actions"><button type="submit" class="tc-button tc-main">{vi.DRAFT_CHECK}</button>'
        f'<button type="button" class="tc-button" id="tc-draft-example"{tried}>{vi.DRAFT_TRY}</button>'
        f'<button type="button" class="tc-button" id="tc-draft-clear">{vi.DRAFT_CLEAR}</button></p>'
        '</form><div id="tc-checks"></div>'
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A quotation or mention as it is shown: how grave (0 wrong, 1 to look at, 2 right), its badge, words, link."""

    start: int
    grave: int
    badge: str
    words: str
    remark: str
    opens: str


def checks_html(text: str, check: DraftCheck, names: Mapping[str, str] = _NO_NAMES) -> str:
    """What was found in a draft: how many of each first, then what is wrong, then what is right.

    ``names`` are the documents as people call them, by doc_id.
    """
    items = [*map(_quotation, check.quotations, [text] * len(check.quotations)), *_mentions(check, names)]
    notes = "".join(f'<p class="tc-small">{escape(note)}</p>' for note in draft_notes(check))
    if not items:
        none = f"<h2>{vi.CHECKS_NONE}</h2><p>{vi.CHECKS_NONE_NEXT}</p>{notes}"
        return f'<section class="tc-answer tc-abstain">{none}</section>'
    items.sort(key=lambda item: (item.grave, item.start))
    wrong = [item for item in items if item.grave < 2]
    right = [item for item in items if item.grave == 2]
    return (
        f'<section class="tc-answer tc-sums"><h2>{vi.CHECKS}</h2>{_sums(check)}{notes}'
        f'<p class="tc-actions"><button type="button" class="tc-button tc-main" id="tc-checks-word">{vi.CHECKS_WORD}'
        f"</button></p></section>{_list(vi.CHECKS_WRONG, wrong, text)}{_list(vi.CHECKS_RIGHT, right, text)}"
    )


def _list(title: str, items: Sequence[_Item], text: str) -> str:
    if not items:
        return ""
    cards = "".join(_card(item, text) for item in items[:SHOWN])
    more = f'<p class="tc-small">{vi.CHECKS_MORE.format(count=len(items) - SHOWN)}</p>' if len(items) > SHOWN else ""
    return f'<section class="tc-cards"><h3>{title} ({len(items)})</h3>{cards}{more}</section>'


# --- Sums --------------------------------------------------------------------------------------


def _sums(check: DraftCheck) -> str:
    verdicts = [_badge_of(match) for match in check.quotations]
    counts = [(badge, verdicts.count(badge)) for badge in _VERDICTS]
    found = "".join(_sum(badge, count) for badge, count in counts if count)
    statuses = [mention.status.value for mention in _untold(check)]
    named = "".join(_sum(f"mention_{s.value}", statuses.count(s.value)) for s in _GRAVE_STATUS if s.value in statuses)
    rows = ((vi.CHECKS_QUOTATIONS, len(verdicts), found), (vi.CHECKS_MENTIONS, len(statuses), named))
    return "".join(
        f'<p class="tc-sum"><strong>{title.format(count=count)}</strong> {said}</p>'
        for title, count, said in rows
        if count
    )


def _sum(badge: str, count: int) -> str:
    return (
        f'<span class="tc-verdict tc-{_TONES[badge]}">{_ICONS[_TONES[badge]]} {count} {vi.BADGES[badge].lower()}</span>'
    )


_VERDICTS = ("wrong", "cited", "wording", "not_found", "noted", "misread", "omitted", "exact")
# Colour and sign of each badge; a sign and a word say the same as the colour.
_TONES = {
    "wrong": "bad",
    "cited": "bad",
    "wording": "warn",
    "not_found": "warn",
    "noted": "warn",
    "misread": "warn",
    "omitted": "note",
    "exact": "good",
    "mention_differs": "bad",
    "mention_unknown": "warn",
    "mention_unchecked": "warn",
    "mention_cited": "note",
    "mention_right": "good",
}
_ICONS = {"bad": "✗", "warn": "!", "good": "✓", "note": "i"}
_GRAVE = {"bad": 0, "warn": 1, "note": 2, "good": 2}
_GRAVE_STATUS = (
    MentionStatus.DIFFERS,
    MentionStatus.UNKNOWN,
    MentionStatus.UNCHECKED,
    MentionStatus.CITED,
    MentionStatus.RIGHT,
)


def _badge_of(match: QuoteMatch) -> str:
    """What is gravest of a quotation: words that change what is said, a wrong source beside it, other wording."""
    if match.verdict is Verdict.ALTERED and any(d.marked for d in match.differences):
        return "wrong"
    if match.cited_differences:
        return "cited"
    if match.verdict is Verdict.EXACT and match.notes:
        return "noted"
    if told := {vi.QUOTE_WITH_OMISSION: "omitted", vi.QUOTE_MISREAD: "misread"}.get(_first_line(match)):
        return told
    return {Verdict.EXACT: "exact", Verdict.ALTERED: "wording", Verdict.NOT_FOUND: "not_found"}[match.verdict]


def _first_line(match: QuoteMatch) -> str:
    return quotation_remark(match).split("\n", 1)[0]


# --- Cards -------------------------------------------------------------------------------------


def _quotation(match: QuoteMatch, text: str) -> _Item:
    badge = _badge_of(match)
    place = match.citation or match.nearest
    return _Item(
        start=match.start,
        grave=_GRAVE[_TONES[badge]],
        badge=badge,
        words=compared(text, match),
        remark=quotation_remark(match),
        opens=_opening(vi.OPEN_AT_PLACE, reader_link(place.source, place.start, place.end)) if place else "",
    )


def _mentions(check: DraftCheck, names: Mapping[str, str]) -> Iterable[_Item]:
    return (_mention(mention, names) for mention in _untold(check))


def _untold(check: DraftCheck) -> Iterable[MentionCheck]:
    """The mentions, without those of which the quotation beside them speaks."""
    told = {(m.cited.start, m.cited.end) for m in check.quotations if m.cited and m.cited_differences}
    return (mention for mention in check.mentions if (mention.start, mention.end) not in told)


def _mention(mention: MentionCheck, names: Mapping[str, str]) -> _Item:
    badge = f"mention_{mention.status.value}"
    return _Item(
        start=mention.start,
        grave=_GRAVE[_TONES[badge]],
        badge=badge,
        words=escape(shortened(mention.text)),
        remark=mention_remark(mention, names),
        opens=_opening(vi.OPEN_DOCUMENT, "?" + urlencode({"doc": mention.doc_id})) if mention.doc_id else "",
    )


def compared(text: str, match: QuoteMatch) -> str:
    """The words of the draft; those that differ struck out, with those of the source beside them."""
    pieces, position = [], match.start
    for difference in sorted(match.differences, key=lambda d: d.yours_span):
        start, end = difference.yours_span
        if not position <= start <= end <= match.end:
            continue  # told below all the same
        beside = "" if start < end else " "
        before = beside if text[start - 1 : start].strip() else ""
        behind = beside if text[end : end + 1].isalnum() else ""
        pieces += [escape(text[position:start]), before, _difference(text[start:end], difference), behind]
        position = end
    return "".join([*pieces, escape(text[position : match.end])])


def _difference(yours: str, difference: QuoteDifference) -> str:
    grave = ' class="tc-grave"' if difference.marked else ""
    struck = f"<del{grave}>{escape(yours)}</del>" if yours else ""
    beside = f"<ins{grave}>{escape(' '.join(difference.source.split()))}</ins>" if difference.source else ""
    return f"{struck}{' ' if struck and beside else ''}{beside}"


def _card(item: _Item, text: str) -> str:
    tone = _TONES[item.badge]
    place = vi.DRAFT_PARAGRAPH.format(number=paragraph_number(text, item.start))
    verdict, *others = item.remark.split("\n")
    repeated = verdict == f"{vi.BADGES[item.badge]}."
    said = ("" if repeated else f"<p><strong>{escape(verdict)}</strong></p>") + "".join(map(_remark_line, others))
    return (
        f'<article class="tc-card tc-check tc-{tone}-edge"><header><span class="tc-verdict tc-{tone}">{_ICONS[tone]}'
        f' {vi.BADGES[item.badge]}</span><span class="tc-date">{place}</span></header>'
        f'<blockquote class="tc-quote">{item.words}</blockquote><div class="tc-remark">{said}</div>'
        f"{item.opens}</article>"
    )


def _opening(title: str, link: str) -> str:
    return f'<p class="tc-actions"><a class="tc-button" data-reader href="{escape(link)}">{title}</a></p>'


def _remark_line(line: str) -> str:
    """A line of a remark; the signs of the terminal become those of the page."""
    for mark, sign in ((vi.QUOTE_MARKED, _ICONS["bad"]), (vi.QUOTE_UNMARKED, "·")):
        if line.startswith(f"{mark} "):
            return f"<p>{sign} {escape(line.removeprefix(mark).lstrip())}</p>"
    return f"<p>{escape(line)}</p>"
