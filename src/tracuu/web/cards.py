"""HTML of citations: the passage word for word, its viện dẫn in every form, its copies; and of plain notices."""

from collections.abc import Callable, Iterable
from itertools import count

from tracuu import vi
from tracuu.citing import differing, spoken_place
from tracuu.exports import Excerpt
from tracuu.types import AlsoIn, Citation, Quotation, Span
from tracuu.web import pasting
from tracuu.web.basket import add_button, key
from tracuu.web.markup import copy_button, day, escape, label, marked, place_link, shown

# Reads a span of a source, for what the answer took outside the quote.
Slice = Callable[[str, Span], str]
# Gives the words of a citation as they are pasted.
Printed = Callable[[Citation], Excerpt | None]

# Each rendered result carries another number, so that the page notices the same answer given twice.
_turns = count(1)

# Scores lie in [0, 1] and the best of a question comes close to 1 (min-max fusion): of questions on the
# corpus the passage that answers had 0.94 to 1, its neighbours 0.63 to 0.96. For the eye alone: nothing is decided.
_CLOSE, _NEAR = 0.9, 0.7


def closeness(score: float) -> str:
    """A score in [0, 1] in words."""
    return vi.PAGE_CLOSENESS[0 if score >= _CLOSE else 1 if score >= _NEAR else 2]


def result_html(question: str, body: str, *, answered: bool = False, link: str = "") -> str:
    """``body`` as the result of a question; ``link`` is the query of the address that asks it again."""
    return (
        f'<div class="tc-result" data-turn="{next(_turns)}" data-question="{escape(question)}"'
        f' data-link="{escape(link)}" data-answered="{"1" if answered else "0"}">{body}</div>'
    )


def notice_html(question: str, title: str, sentence: str, *, link: str = "") -> str:
    """A plain notice in the place of the answer (a value that was refused, a fault)."""
    body = (
        f'<section class="tc-answer tc-abstain" role="alert"><h2>{escape(title)}</h2>'
        f'<p class="tc-why">{escape(sentence)}</p></section>'
    )
    return result_html(question, body, link=link)


def cards_html(
    title: str, citations: Iterable[Citation], read: Slice, *, graded: bool = True, printed: Printed | None = None
) -> str:
    """Citations under a title; "" for none."""
    cards = "".join(card(citation, read, graded=graded, printed=printed) for citation in citations)
    return f'<section class="tc-cards" aria-label="{title}"><h3>{title}</h3>{cards}</section>' if cards else ""


def card(citation: Citation, read: Slice, *, graded: bool = True, printed: Printed | None = None) -> str:
    """One citation: what and where it is, the passage with what the answer took, copies, actions."""
    quote = shown(citation.quote, citation.start, citation.highlights)
    copied = pasting.pasted(citation, printed(citation) if printed else None)
    return (
        f'<article class="tc-card" aria-label="{escape(place_of(citation))}">'
        f"{_card_head(citation, graded=graded)}{_headings(citation, read)}"
        f'<blockquote class="tc-quote">{quote}</blockquote>{also_in_html(citation.also_in)}'
        f'<div class="tc-actions">{copy_button(vi.PAGE_COPY_QUOTE, copied)}'
        f"{open_link(citation)}{add_button(key(citation.source, Span(citation.start, citation.end)))}"
        f"{forms_html(citation)}</div></article>"
    )


def place_of(citation: Citation) -> str:
    """The place and the document in a few words."""
    return citation.short_reference or pasting.full(citation)


def open_link(citation: Citation) -> str:
    """The button that opens the document where the quote stands."""
    return place_link(citation.source, citation.start, citation.end, vi.PAGE_OPEN, "tc-button")


def name_of(citation: Citation) -> str:
    """The document as later mentions name it; kind and number, or its file, when no such name was made."""
    place = spoken_place(citation.locator)
    if citation.short_reference:
        named = citation.short_reference
        name = named.removeprefix(f"{place}, ") if place else named
        return name[0].upper() + name[1:]
    number = vi.NUMBERED.format(kind="", symbol=citation.document).strip() if citation.document else None
    return " ".join(part for part in (citation.kind, number) if part) or citation.source


def dated(citation: Citation | Quotation) -> str:
    """The date of the document in words, in brackets when it was inferred; "" without one."""
    if citation.issued is None:
        return ""
    return vi.PAGE_DATED.format(day=pasting.dated(citation, day(citation.issued)))


def _card_head(citation: Citation, *, graded: bool) -> str:
    issued = f'<span class="tc-date">{dated(citation)}</span>' if citation.issued else ""
    grade = f'<span class="tc-score">{closeness(citation.score)}</span>' if graded else ""
    place = spoken_place(citation.locator)
    where = f'<p class="tc-locator">{escape(place[0].upper() + place[1:])}</p>' if place else ""
    name = f"<h4>{escape(name_of(citation))}</h4>"
    return f'<header><span class="tc-rank">{citation.rank}</span>{name}{issued}{grade}</header>{where}'


def _headings(citation: Citation, read: Slice) -> str:
    """The headings above the quote; what the answer took from them is marked."""
    outside = [span for span in citation.highlights if span.end <= citation.start or span.start >= citation.end]
    taken = [read(citation.source, span) for span in outside]
    lines = []
    for heading in citation.headings:
        found = [Span(heading.find(text), heading.find(text) + len(text)) for text in taken if text and text in heading]
        lines.append(f"<li>{marked(heading, 0, found) if found else escape(label(heading))}</li>")
    return f'<ol class="tc-headings" aria-label="{vi.PAGE_ABOVE}">{"".join(lines)}</ol>' if lines else ""


def forms_html(citation: Citation) -> str:
    """The reference in full, short and as a footnote, each to be copied; what was inferred is told."""
    forms = {"full": pasting.full(citation), "short": citation.short_reference, "footnote": citation.footnote}
    rows = "".join(
        f"<div><dt>{vi.PAGE_FORM_NAMES[form]}</dt><dd>{escape(text)} "
        + copy_button(vi.PAGE_COPY, text, css="tc-link", told=_told(form))
        + "</dd></div>"
        for form, text in forms.items()
        if text
    )
    parts = "; ".join(vi.INFERRED_PART.format(value=part.value, why=part.why) for part in citation.inferred)
    note = vi.PAGE_INFERRED_IN_REFERENCE.format(parts=parts) if parts else ""
    doubt = f'<p class="tc-inferred">{escape(note)}.</p>' if parts else ""
    return (
        f'<details class="tc-forms"><summary class="tc-button tc-button-quiet">{vi.PAGE_FORMS}</summary>'
        f"<dl>{rows}</dl>{doubt}</details>"
    )


def _told(form: str) -> str:
    name = vi.PAGE_FORM_NAMES[form]
    return vi.PAGE_COPY_FORM.format(form=name[0].lower() + name[1:])


def also_in_html(copies: tuple[AlsoIn, ...]) -> str:
    """Where else the passage stands: other copies of the document, and how they differ."""
    notes = ""
    for copy in copies:
        link = place_link(copy.source, copy.start, copy.end, copy.source)
        notes += f'<p class="tc-note">{vi.PAGE_ALSO_IN.format(link=link, how=_differing(copy))}</p>'
    return notes


def _differing(copy: AlsoIn) -> str:
    """How a copy differs, in words where words differ."""
    if not copy.differs:
        return vi.PAGE_ALSO_SAME
    pairs = escape(differing(copy.differences))
    return f"{vi.PAGE_ALSO_DIFFERS}{': ' + pairs if pairs else ''}"
