"""The tab “Trích dẫn”: sentences worth quoting on a topic, and the basket of those that were chosen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.citing import differing
from tracuu.exports import Excerpt, excerpt
from tracuu.quotes.wording import pasted
from tracuu.types import Document, Elsewhere, InferredPart, Quotation, QuoteUnit, Span
from tracuu.web import pasting
from tracuu.web.basket import add_button, in_one_line, quotation_key, words_html
from tracuu.web.cards import dated
from tracuu.web.examples import topics
from tracuu.web.frame import BARE
from tracuu.web.library import MOST_PASSAGES, Library
from tracuu.web.markup import document_name, escape, reader_link
from tracuu.web.scope import ALL, admitting

if TYPE_CHECKING:
    import gradio as gr

# As many as fill a few screens; who wants others narrows the topic.
SHOWN = 10


def build(library: Library) -> "gr.HTML":
    """The tab, called inside its `gr.Tab`. What happens in it is tabs.js's; the server gives pieces of HTML."""
    import gradio as gr

    return gr.HTML(form_html(library), elem_id="tc-quoting", **BARE)


def form_html(library: Library) -> str:
    """The tab before anything was looked for."""
    return _form(library.documents) + _BASKET + _RESULTS


_RESULTS = '<div id="tc-quotes"></div>'
_BASKET = (
    '<section id="tc-basket" class="tc-card" aria-labelledby="tc-basket-title">'
    f'<header><h2 id="tc-basket-title">{vi.BASKET} (<span data-basket-count>0</span>)</h2></header>'
    f'<div id="tc-basket-entries"><p class="tc-small">{vi.BASKET_HOW}</p></div>'
    f'<p class="tc-actions"><a class="tc-button tc-main" id="tc-basket-word" download="{vi.BASKET_FILE}" hidden>'
    f'{vi.BASKET_WORD}</a><button type="button" class="tc-button" data-basket="clear" hidden>{vi.BASKET_CLEAR}</button>'
    f'<button type="button" class="tc-button" data-basket="undo" hidden>{vi.BASKET_UNDO}</button></p></section>'
)


def _form(documents: tuple[Document, ...]) -> str:
    """The topic box, examples and filters."""
    chips = "".join(
        f'<button type="button" class="tc-chip" data-topic="{escape(text)}">{escape(text)}</button>'
        for text in topics(documents)
    )
    return (
        '<form id="tc-topic-form" class="tc-form" autocomplete="off"><div class="tc-line">'
        f'<label class="tc-field tc-wide"><span>{vi.TOPIC}</span><input type="text" name="topic" maxlength="2000"'
        f' placeholder="{vi.TOPIC_HINT}"></label>'
        f'<button type="submit" class="tc-button tc-main">{vi.TOPIC_FIND}</button></div>'
        f'<div class="tc-chips">{chips}</div>{_scope(documents)}</form>'
    )


def _scope(documents: tuple[Document, ...]) -> str:
    headers = [document.header for document in documents]
    kinds = {header.kind.value for header in headers if header.kind}
    issuers = {header.issuer.value for header in headers if header.issuer}
    places = {stated.value for header in headers for stated in (header.province, header.place) if stated}
    lists = "".join(
        f'<label class="tc-field"><span>{title}</span><select name="{name}">{_options(values)}</select></label>'
        for name, title, values in (
            ("kind", vi.SCOPE_KIND, kinds),
            ("issuer", vi.SCOPE_ISSUER, issuers),
            ("place", vi.SCOPE_PLACE, places),
        )
    )
    days = "".join(
        f'<label class="tc-field"><span>{title}</span><input type="text" name="{name}" maxlength="10"'
        f' placeholder="{vi.SCOPE_DAY}"></label>'
        for name, title in (("issued_from", vi.SCOPE_FROM), ("issued_to", vi.SCOPE_TO))
    )
    return f'<details class="tc-fold"><summary>{vi.SCOPE}</summary><div class="tc-line">{lists}{days}</div></details>'


def _options(values: Iterable[str]) -> str:
    every = "".join(f'<option value="{escape(value)}">{escape(value)}</option>' for value in sorted(values))
    return f'<option value="">{ALL}</option>{every}'


# --- What was found ----------------------------------------------------------------------------


def quotes_html(library: Library, topic: str, *within: object, top: int = SHOWN) -> str:
    """At most ``top`` sentences worth quoting on a topic within kind, issuer, place, first and last day.

    Raises:
        TracuuError: an empty or long topic, a date that is none.
    """
    found = library.quote(topic, top, filters=admitting(library, *within))
    if not found:
        return f'<section class="tc-answer tc-abstain"><h2>{vi.QUOTES_NONE}</h2><p>{vi.QUOTES_NONE_NEXT}</p></section>'
    cards = "".join(card(library, quotation) for quotation in found)
    title = vi.QUOTES_FOUND.format(count=len(found))
    return (
        f'<section class="tc-cards" aria-label="{vi.QUOTES}"><h3>{title}</h3>{cards}{_more(len(found), top)}</section>'
    )


def _more(count: int, top: int) -> str:
    """The button that asks for more; "" when there are no more, or no more are given."""
    if count < top or top >= MOST_PASSAGES:
        return ""
    more = min(top + SHOWN, MOST_PASSAGES)
    button = f'<button type="button" class="tc-button" data-more="{more}">{vi.QUOTES_MORE}</button>'
    return f'<p class="tc-actions">{button}</p>'


def card(library: Library, quotation: Quotation) -> str:
    """One quotation: the words, what they hang on, the reference, and what can be done with them."""
    name, issued = _named(quotation), dated(quotation)
    issued = f'<span class="tc-date">{issued}</span>' if issued else ""
    printed = _as_printed(library, quotation)
    return (
        f'<article class="tc-card tc-quotation" aria-label="{escape(quotation.marked_reference)}"><header>'
        f'<span class="tc-rank">{quotation.rank}</span><h4>{escape(name)}</h4>{issued}</header>'
        f"{words_html(printed)}"
        f'<p class="tc-ref"><span>{vi.REFERENCE}</span> {escape(quotation.marked_reference)}</p>'
        f"{_inferred(quotation.inferred)}{_also_in(library, quotation.also_in)}{_actions(quotation, printed)}</article>"
    )


def _named(quotation: Quotation) -> str:
    """Kind and number of the document, an inferred number in brackets; the file when neither is known."""
    symbol = pasting.numbered(quotation)
    if quotation.kind and symbol:
        return vi.NUMBERED.format(kind=quotation.kind, symbol=symbol)
    return quotation.kind or symbol or quotation.source


def _as_printed(library: Library, quotation: Quotation) -> Excerpt:
    """The quotation as the Word file will print it; a row in its columns."""
    stems = tuple(stem.text for stem in quotation.stems)
    if quotation.unit is QuoteUnit.ROW:
        return excerpt(library.evidence, quotation.source, Span(quotation.start, quotation.end))
    return Excerpt(
        source=quotation.source,
        start=quotation.start,
        end=quotation.end,
        text=quotation.text,
        footnote=quotation.footnote,
        short_reference=quotation.short_reference,
        stems=stems,
    )


def _inferred(parts: tuple[InferredPart, ...]) -> str:
    if not parts:
        return ""
    why = "; ".join(vi.INFERRED_PART.format(value=part.value, why=part.why) for part in parts)
    return f'<details class="tc-fold tc-small"><summary>{vi.INFERRED_FOLDED}</summary><p>{escape(why)}.</p></details>'


def _also_in(library: Library, places: tuple[Elsewhere, ...]) -> str:
    names = {document.doc_id: document_name(document) for document in library.documents}
    return "".join(
        f'<p class="tc-note">{vi.ALSO_STANDS if place.copy else vi.OTHER_STANDS}'
        f' <a data-reader title="{escape(place.reference)}"'
        f' href="{escape(reader_link(place.source, place.start, place.end))}">'
        f"{escape(vi.IN_FILE.format(name=names.get(place.doc_id, place.doc_id), source=place.source))}</a>"
        f"{_said_there(place)}</p>"
        for place in places
    )


def _said_there(place: Elsewhere) -> str:
    """In which words a copy differs; what another document says."""
    if not place.copy:
        return escape(f" {vi.OTHER_SAYS.format(text=place.text) if place.differs else f'{vi.OTHER_SAYS_SO}.'}")
    pairs = differing(place.differences)
    return escape(f" ({vi.DIFFERS.format(pairs=pairs) if pairs else vi.SAME_WORDS}).")


def _pasted(quotation: Quotation, printed: Excerpt) -> str:
    """The words with their reference; a row without quotation marks, since the names of its columns are added."""
    if not printed.cells:
        return pasted(quotation)
    return vi.QUOTE_PASTED.format(said=in_one_line(printed.cells), reference=quotation.marked_reference)


def _actions(quotation: Quotation, printed: Excerpt) -> str:
    link = escape(reader_link(quotation.source, quotation.start, quotation.end))
    return (
        f'<p class="tc-actions">{_copying(vi.COPY, _pasted(quotation, printed))}'
        f"{_copying(vi.COPY_FOOTNOTE, quotation.footnote)}"
        f'<a class="tc-button" data-reader href="{link}">{vi.OPEN_AT_PLACE}</a>'
        f"{add_button(quotation_key(quotation))}</p>"
    )


def _copying(title: str, text: str) -> str:
    return f'<button type="button" class="tc-button" data-copy="{escape(text)}">{title}</button>'
