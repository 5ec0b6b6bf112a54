"""Small pieces of HTML that every view shares. All text from outside passes through `escape`."""

import html
import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from tracuu import vi
from tracuu.documents import kind_of_symbol
from tracuu.documents.issuer_names import is_vouched
from tracuu.quotes.pieces import plain_words
from tracuu.types import Document, Header, Span


def escape(text: str) -> str:
    """The text as HTML text or attribute value; a lone surrogate (which no encoding holds) becomes ``?``."""
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"), quote=True)


def day(value: date) -> str:
    """The date as offices write it: 08/6/2022.

    Decree 30/2020/NĐ-CP: a zero before days under 10 and before months 1 and 2.
    """
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"{value.day:02}/{month}/{value.year}"


def reader_link(source_id: str, start: int, end: int) -> str:
    """The deep link (not yet escaped) that opens the source with ``[start, end)`` highlighted."""
    return "?" + urlencode({"doc": source_id, "start": start, "end": end})


def marked(text: str, offset: int, spans: Iterable[Span]) -> str:
    """HTML of ``text`` (which begins at ``offset`` in the source) with ``spans`` in ``<mark>``.

    Spans are in the source; what falls outside ``text`` is dropped, and spans that overlap are one mark.
    """
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start = max(start - offset, position)
        end = min(end - offset, len(text))
        if start < end:
            pieces += [plain(text[position:start]), f"<mark>{plain(text[start:end])}</mark>"]
            position = end
    return "".join([*pieces, plain(text[position:])])


# Where a mark begins and ends while the text around it changes; no document holds them (private use, Unicode).
_BEGIN, _END = "\ue000", "\ue001"


def shown(text: str, offset: int, spans: Iterable[Span]) -> str:
    """As `marked`, without mark-up; lines and tabs stay, so that rows of a table can be told."""
    pieces: list[str] = []
    position = 0
    text = text.replace(_BEGIN, " ").replace(_END, " ")
    for start, end in sorted(spans):
        start = max(start - offset, position)
        end = min(end - offset, len(text))
        if start < end:
            # A mark begins behind the signs of a heading or of bold letters, so that they are still known as such.
            start = min(end, start + len(text[start:end]) - len(text[start:end].lstrip("#* ")))
            pieces += [text[position:start], _BEGIN, text[start:end], _END]
            position = end
    words = without_signs("".join([*pieces, text[position:]]))
    return plain(words).replace(_BEGIN, "<mark>").replace(_END, "</mark>")


def without_signs(text: str) -> str:
    """The text without Markdown, HTML and LaTeX signs ("m²" for "m<sup>2</sup>"); lines and tabs stay."""
    return "".join(piece if piece in "\n\t" else readable(piece) for piece in _APART.split(text))


_APART = re.compile(r"([\n\t])")


def readable(text: str) -> str:
    """The text on one line without mark-up, as people read and paste it."""
    return plain_words(text, Span(0, len(text)))


def place_link(source_id: str, start: int, end: int, title: str, css: str = "") -> str:
    """HTML of a link titled ``title`` that opens the source at ``[start, end)``."""
    opened = escape(reader_link(source_id, start, end))
    named = f' class="{css}"' if css else ""
    return f'<a{named} data-reader href="{opened}">{escape(title)}</a>'


def copy_button(title: str, text: str, *, css: str = "tc-button", told: str = "") -> str:
    """HTML of a button that puts ``text`` on the clipboard; ``told`` is its name for screen readers when longer."""
    name = f' aria-label="{escape(told)}"' if told else ""
    return f'<button type="button" class="{css}"{name} data-copy="{escape(text)}">{escape(title)}</button>'


def plain(text: str) -> str:
    """Escaped text in which the tab between table cells is drawn as a rule."""
    return escape(text).replace("\t", '<span class="tc-tab">\t</span>')


def inferred_note(reason: str | None) -> str:
    """A small visible note that a value was inferred, and why; empty for a stated one."""
    if reason is None:
        return ""
    if is_vouched(reason):
        return f' <small class="tc-inferred">({escape(reason)})</small>'
    said = reason if reason.casefold().startswith(vi.PAGE_INFERRED) else f"{vi.PAGE_INFERRED}: {reason}"
    return f' <small class="tc-inferred" title="{escape(reason)}">({escape(said)})</small>'


def inferred_badge(reason: str | None, said: str = vi.PAGE_INFERRED) -> str:
    """A mark that a value was inferred; why stands among all facts. What a person wrote beside the file is not."""
    if not reason or is_vouched(reason):
        return ""
    return f' <small class="tc-inferred" title="{escape(reason)}">{said}</small>'


def name_badges(header: Header) -> str:
    """Marks beside kind and number, each for what was inferred; a kind that the letters of a number tell was not."""
    symbol, kind = header.symbol, header.kind
    told = symbol is not None and kind is not None and kind_of_symbol(symbol.value) == kind.value
    return inferred_badge(symbol.inferred if symbol else None, vi.PAGE_INFERRED_SYMBOL) + inferred_badge(
        kind.inferred if kind and not told else None, vi.PAGE_INFERRED_KIND
    )


def document_name(document: Document) -> str:
    """Kind and number as offices say them ("Kế hoạch số 39-KH/TU"); the file's name when neither is known."""
    header = document.header
    kind = header.kind.value if header.kind else ""
    symbol = vi.NUMBERED.format(kind="", symbol=header.symbol.value).strip() if header.symbol else ""
    name = " ".join(part for part in (kind, symbol) if part)
    return (name[0].upper() + name[1:]) if name else document.source_id


# OCR leaves Markdown marks and escapes in headings; they are dropped where a heading serves as a label only.
_MARKDOWN = re.compile(r"^[#\s]+|\*\*|\\(?=[-.()])|</?su[bp]>")


def label(text: str) -> str:
    """The text on one line without Markdown marks, for labels; never for quotations."""
    return " ".join(_MARKDOWN.sub("", text).split())
