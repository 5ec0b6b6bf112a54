"""HTML of the reader: a whole source, word for word, with its outline and the cited place marked."""

from collections.abc import Iterator
from typing import NamedTuple

from tracuu import vi
from tracuu.types import Document, Header, Section, Source, Span, Table
from tracuu.web.fulltext import Heading, Inline, anchor, headings_of, text_html
from tracuu.web.library import Library
from tracuu.web.markup import day, document_name, escape, inferred_badge, label, name_badges, place_link, reader_link
from tracuu.web.mentions import Standing, mentioned, mentions

EMPTY = '<div class="tc-reader tc-reader-empty"></div>'
# A heading longer than this is a sentence; the outline shows its beginning.
_OUTLINE_LENGTH = 110


class Place(NamedTuple):
    """What a deep link asks for; ``span`` is None when it names no place or one outside the text."""

    source_id: str
    span: Span | None


def place(documents: tuple[Document, ...], doc: str, start: str | None, end: str | None) -> Place | None:
    """The place that a deep link names; None when the index has no such source. A doc_id will do too."""
    for document in documents:
        if doc == document.source_id:
            return Place(doc, _span(start, end))
        if doc == document.doc_id:
            return Place(document.source_id, _span(start, end) or Span(document.span.start, document.span.start))
    return None


def _span(start: str | None, end: str | None) -> Span | None:
    """The span that two strings say, None unless both are plain decimal numbers in order."""
    digits = [value for value in (start, end) if value and value.isascii() and value.isdecimal() and len(value) < 12]
    if len(digits) != 2 or int(digits[0]) > int(digits[1]):
        return None
    return Span(int(digits[0]), int(digits[1]))


def missing_html(doc: str) -> str:
    """What is shown for a document that the index does not hold."""
    return _notice(vi.PAGE_READER_MISSING, vi.PAGE_READER_MISSING_WHY.format(name=doc[:200]))


def refused_html(sentence: str) -> str:
    """What is shown when the library refuses to give the text."""
    return _notice(vi.PAGE_READER_REFUSED, sentence)


def _notice(title: str, sentence: str) -> str:
    return (
        f'<div class="tc-reader" role="alert"><header><div class="tc-reader-bar"><h2 tabindex="-1">{title}</h2>'
        f"{_button(vi.PAGE_READER_CLOSE, 'data-close-reader')}</div></header><p>{escape(sentence)}</p></div>"
    )


def reader_html(library: Library, at: Place) -> str:
    """The whole source at a place; its span in ``<mark>`` (an empty span is a place to scroll to)."""
    source = library.source(at.source_id)
    span = at.span if at.span and at.span.end <= len(source.text) else None
    inside = sorted((d for d in library.documents if d.source_id == source.source_id), key=lambda d: d.span.start)
    current = _document_at(inside, span.start if span else 0)
    outline = headings_of({h.span: h.depth for d in inside for h in _headings(d.outline)})
    corpus = mentioned(library)
    inline = Inline(
        source.text,
        headings=outline,
        anchors=sorted({*(h.span.start for h in outline), *(d.span.start for d in inside)}),
        mentions=sorted((m for d in inside for m in mentions(d, source.text, corpus)), key=lambda m: m.span),
        cited=span,
    )
    tables = [*source.tables, *(table for document in inside for table in _tables(document.outline))]
    head = _head(source, current, library.documents, span)
    return (
        f'<div class="tc-reader" data-doc="{escape(source.source_id)}">{head}'
        f'{_others(inside, current)}<div class="tc-reader-body">{_outline(source, outline)}'
        f'<div class="tc-text" tabindex="0" role="region" aria-label="{vi.PAGE_READER_TEXT}">'
        f"{text_html(inline, tables)}</div></div>{_notes()}</div>"
    )


def _document_at(inside: list[Document], position: int) -> Document | None:
    at = [document for document in inside if document.span.start <= position]
    return at[-1] if at else inside[0] if inside else None


def _tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from _tables(section.children)


def _headings(sections: tuple[Section, ...], depth: int = 0) -> Iterator[Heading]:
    for section in sections:
        if section.heading:
            yield Heading(section.heading, depth)
        yield from _headings(section.children, depth + 1)


# --- What stands above the text ------------------------------------------------------------------


def _head(source: Source, current: Document | None, documents: tuple[Document, ...], span: Span | None) -> str:
    header = current.header if current else Header()
    issued, subject = header.issued_on, header.subject
    facts = [
        (vi.PAGE_DATED.format(day=day(issued.value)), issued.inferred) if issued else None,
        (header.issuer.value, header.issuer.inferred) if header.issuer else None,
    ]
    name = document_name(current) if current else source.source_id
    said = " · ".join(escape(fact[0]) + inferred_badge(fact[1]) for fact in facts if fact)
    about = f'<p class="tc-subject">{escape(label(subject.value))}</p>' if subject else ""
    return (
        f'<header><div class="tc-reader-bar"><h2 tabindex="-1">{escape(name)}'
        f"{name_badges(header)}</h2>{_buttons(source, span)}</div>"
        f'<p class="tc-small">{said}</p>{about}<p class="tc-small tc-verbatim">'
        f"{escape(vi.PAGE_READER_VERBATIM.format(file=source.source_id))} {_copies(current, documents)}</p></header>"
    )


def _copies(current: Document | None, documents: tuple[Document, ...]) -> str:
    """Links to the other copies of a document."""
    if current is None:
        return ""
    one = current.copy_of or current.doc_id
    copies = [d for d in documents if one in {d.doc_id, d.copy_of} and d.doc_id != current.doc_id]
    links = ", ".join(place_link(d.source_id, d.span.start, d.span.start, d.source_id) for d in copies)
    return vi.PAGE_READER_COPIES.format(links=links) if links else ""


def _buttons(source: Source, span: Span | None) -> str:
    link = escape(reader_link(source.source_id, *(span or (0, 0))))
    to_place = _button(vi.PAGE_READER_TO_PLACE, 'data-jump="trich"') if span and span.start < span.end else ""
    return (
        '<div class="tc-actions">'
        + _button(vi.PAGE_READER_OUTLINE, 'data-outline aria-expanded="false" aria-controls="tc-outline"')
        + to_place
        + _button(vi.PAGE_COPY_LINK, f'data-copy-link="{link}"')
        + _button(vi.PAGE_READER_WIDER, 'data-wide aria-pressed="false"')
        + _button(vi.PAGE_READER_CLOSE, "data-close-reader")
        + "</div>"
    )


def _button(title: str, attributes: str) -> str:
    return f'<button type="button" class="tc-button tc-button-quiet" {attributes}>{title}</button>'


def _others(inside: list[Document], current: Document | None) -> str:
    """Jumps to the other documents of a bundle."""
    if len(inside) < 2:
        return ""
    jumps = "".join(
        f'<button type="button" class="tc-chip" data-jump="{anchor(d.span.start)}"'
        f"{' aria-current=true' if d is current else ''}>{escape(document_name(d))}</button>"
        for d in inside
    )
    return (
        f'<nav class="tc-others" aria-label="{vi.PAGE_READER_BUNDLE_NAME}">'
        f"<span>{vi.PAGE_READER_BUNDLE}</span> {jumps}</nav>"
    )


def _outline(source: Source, headings: list[Heading]) -> str:
    """The outline at the side, each heading a jump into the text."""
    items = "".join(
        f'<li class="tc-depth-{min(heading.depth, 3)}"><button type="button" data-jump="{anchor(heading.span.start)}">'
        f"{escape(_short(source.text[slice(*heading.span)]))}</button></li>"
        for heading in headings
    )
    shown = f"<ol>{items}</ol>" if items else f'<p class="tc-small">{vi.PAGE_READER_NO_OUTLINE}</p>'
    return f'<nav class="tc-outline" id="tc-outline" aria-label="{vi.PAGE_READER_OUTLINE}">{shown}</nav>'


def _short(text: str) -> str:
    """A heading as it stands in the outline: one line, cut at a word."""
    line = label(text)
    return line if len(line) <= _OUTLINE_LENGTH else line[:_OUTLINE_LENGTH].rsplit(" ", 1)[0] + " …"


def _notes() -> str:
    """Why a reference leads nowhere: for screen readers, and the line where it is shown."""
    said = {Standing.ABSENT: vi.PAGE_READER_ABSENT, Standing.DOUBTFUL: vi.PAGE_READER_DOUBTFUL}
    notes = "".join(f'<span id="tc-note-{s.value}" hidden>{note}</span>' for s, note in said.items())
    return f'{notes}<p class="tc-reader-note" aria-hidden="true" hidden></p>'
