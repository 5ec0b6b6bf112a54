"""The basket of quotations: which words its entries name, how they are shown, and their Word file.

The browser keeps the basket for as long as its window lives, as keys: "file:start:end", and "|start-end" for each
thing that the words hang on ("|-" for none). The words themselves are read from the source each time.
"""

import re
from collections.abc import Sequence

from tracuu import vi
from tracuu.errors import QuotationError
from tracuu.exports import Excerpt, excerpt, quotations_docx
from tracuu.types import Quotation, Span
from tracuu.web.library import Library
from tracuu.web.markup import escape, reader_link

# More than a report quotes; it keeps the address of the Word file under 50 KB, names of 100 letters included.
MOST_QUOTES = 50
_KEY = re.compile(
    r"(?P<source>[^\0]{1,300}):(?P<start>\d{1,9}):(?P<end>\d{1,9})(?P<stems>\|-|(?:\|\d{1,9}-\d{1,9}){0,6})", re.ASCII
)


def key(source_id: str, span: Span, stems: Sequence[Span] | None = None) -> str:
    """The key of words of a source; ``stems`` None leaves what they hang on to the layout of the text."""
    said = "".join(f"|{stem.start}-{stem.end}" for stem in stems) or "|-" if stems is not None else ""
    return f"{source_id}:{span.start}:{span.end}{said}"


def quotation_key(quotation: Quotation) -> str:
    """The key of a quotation with what it hangs on."""
    stems = [Span(stem.start, stem.end) for stem in quotation.stems]
    return key(quotation.source, Span(quotation.start, quotation.end), stems)


def add_button(words: str) -> str:
    """The button that puts the words of a key into the basket, or takes them out again."""
    return f'<button type="button" class="tc-button tc-add" data-quote="{escape(words)}">{vi.BASKET_ADD}</button>'


def named(library: Library, text: str) -> Excerpt:
    """The words that a key names.

    Raises:
        QuotationError: it is no key, or there are no such words.
    """
    match = _KEY.fullmatch(text)
    if match is None:
        raise QuotationError(vi.BASKET_BAD_KEY.format(key=text[:80]))
    stems = [Span(*map(int, stem.split("-"))) for stem in match["stems"].split("|")[1:] if stem != "-"]
    span = Span(int(match["start"]), int(match["end"]))
    return excerpt(library.evidence, match["source"], span, stems if match["stems"] else None)


def word_file(library: Library, keys: Sequence[str]) -> bytes:
    """The Word file of the basket.

    Raises:
        QuotationError: empty, too many, or a key that names nothing.
    """
    if not keys:
        raise QuotationError(vi.BASKET_EMPTY)
    if len(keys) > MOST_QUOTES:
        raise QuotationError(vi.BASKET_FULL.format(count=len(keys), limit=MOST_QUOTES))
    return quotations_docx([named(library, text) for text in keys])


def basket_html(library: Library, keys: Sequence[str]) -> str:
    """The entries of the basket in order, each with what can be done to it; () shows how to fill it."""
    if not keys:
        return f'<p class="tc-small">{vi.BASKET_HOW}</p>'
    entries = "".join(_entry(library, text, at, len(keys)) for at, text in enumerate(keys[:MOST_QUOTES]))
    return f'<ol class="tc-basket-list">{entries}</ol>'


def _entry(library: Library, text: str, at: int, count: int) -> str:
    try:
        one = named(library, text)
    except QuotationError as error:
        return f'<li data-key="{escape(text)}"><p class="tc-why">{escape(str(error))}</p>{_remove(at)}</li>'
    link = escape(reader_link(one.source, one.start, one.end))
    buttons = _move("up", vi.BASKET_UP, at, at == 0) + _move("down", vi.BASKET_DOWN, at, at == count - 1) + _remove(at)
    return (
        f'<li data-key="{escape(text)}"><div class="tc-kept"><div>{_in_short(one)}<p class="tc-ref"><a data-reader'
        f' title="{escape(one.footnote)}" href="{link}">{escape(one.short_reference)}</a></p></div>'
        f'<p class="tc-actions">{buttons}</p></div></li>'
    )


def _in_short(one: Excerpt) -> str:
    """The words in a few lines; a row as one line of its cells."""
    if not one.cells:
        return words_html(one)
    return f'<blockquote class="tc-quote">{escape(in_one_line(one.cells))}</blockquote>'


def in_one_line(cells: Sequence[tuple[str, str]]) -> str:
    """The cells of a row, each after the name of its column."""
    return vi.BASKET_CELLS.join(f"{name}: {value}" for name, value in cells)


def words_html(one: Excerpt) -> str:
    """The words as they are printed: what they hang on, then the words in quotation marks; a row as a small table."""
    if one.cells:
        rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in one.cells)
        return f'<dl class="tc-cells">{rows}</dl>'
    stems = "".join(f'<span class="tc-stem">{escape(vi.QUOTE_STEM.format(stem=stem))}</span>' for stem in one.stems)
    return f'<blockquote class="tc-quote">{stems}{escape(vi.EXPORT_QUOTED.format(text=one.text))}</blockquote>'


def _move(way: str, title: str, at: int, disabled: bool) -> str:
    off, arrow = " disabled" if disabled else "", "↑" if way == "up" else "↓"
    return (
        f'<button type="button" class="tc-button tc-icon" data-basket="{way}" data-at="{at}" title="{title}"'
        f' aria-label="{vi.BASKET_NUMBERED.format(title=title, number=at + 1)}"{off}>{arrow}</button>'
    )


def _remove(at: int) -> str:
    label = vi.BASKET_NUMBERED.format(title=vi.BASKET_REMOVE, number=at + 1)
    return (
        f'<button type="button" class="tc-button tc-icon" data-basket="remove" data-at="{at}"'
        f' title="{vi.BASKET_REMOVE}" aria-label="{label}">✕</button>'
    )
