"""HTML of a whole source, word for word, with the cited place marked."""

from collections.abc import Iterator
from typing import NamedTuple

from tracuu.types import Document, Section, Source, Span
from tracuu.web.markup import day, document_name, escape, label, plain, reader_link

EMPTY = (
    '<div class="tc-reader tc-reader-empty"><h2>Văn bản</h2><p>Chọn “Xem trong văn bản” ở một căn cứ, hoặc một'
    " văn bản trong danh mục, để đọc toàn văn tại đúng chỗ được trích.</p></div>"
)
# A heading longer than this is a sentence; the table of contents shows its beginning.
_CONTENTS_LENGTH = 110


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
    return (
        '<div class="tc-reader" role="alert"><h2>Không có văn bản này</h2>'
        f"<p>Kho không có tệp “{escape(doc[:200])}”; đề nghị chọn lại trong danh mục văn bản.</p></div>"
    )


def reader_html(source: Source, documents: tuple[Document, ...], span: Span | None) -> str:
    """The whole source; ``span`` in ``<mark>`` (an empty span is a place to scroll to)."""
    if span is not None and span.end > len(source.text):
        span = None
    inside = sorted((d for d in documents if d.source_id == source.source_id), key=lambda d: d.span.start)
    current = _document_at(inside, span.start if span else 0)
    return (
        f'<div class="tc-reader" data-doc="{escape(source.source_id)}">{_head(source, current, span)}'
        f"{_others(inside, current)}{_contents(source, current)}"
        '<div class="tc-text" tabindex="0" role="region" aria-label="Toàn văn">'
        f"{_text(source, inside, span)}</div></div>"
    )


def _document_at(inside: list[Document], position: int) -> Document | None:
    at = [document for document in inside if document.span.start <= position]
    return at[-1] if at else inside[0] if inside else None


def _head(source: Source, current: Document | None, span: Span | None) -> str:
    name = document_name(current) if current else source.source_id
    header = current.header if current else None
    facts = [
        f"ngày {day(header.issued_on.value)}" if header and header.issued_on else "",
        header.issuer.value if header and header.issuer else "",
    ]
    subject = f'<p class="tc-subject">{escape(label(header.subject.value))}</p>' if header and header.subject else ""
    link = reader_link(source.source_id, *(span or (0, 0)))
    return (
        '<header><div class="tc-reader-bar"><h2 tabindex="-1">' + escape(name) + "</h2>"
        f'<button type="button" class="tc-button" data-copy-link="{escape(link)}">Chép đường dẫn</button>'
        '<button type="button" class="tc-button" data-close-reader>Đóng</button></div>'
        f'<p class="tc-small">{escape(", ".join(fact for fact in facts if fact))}</p>{subject}'
        f'<p class="tc-small">Nguyên văn tệp {escape(source.source_id)}, giữ cả lỗi nhận dạng chữ nếu có.</p>'
        "</header>"
    )


def _others(inside: list[Document], current: Document | None) -> str:
    """Jumps to the other documents of a bundle."""
    if len(inside) < 2:
        return ""
    jumps = "".join(
        f'<button type="button" class="tc-chip" data-jump="{_anchor(d.span.start)}"'
        f"{' aria-current=true' if d is current else ''}>{escape(document_name(d))}</button>"
        for d in inside
    )
    return f'<nav class="tc-others" aria-label="Các văn bản trong tệp"><span>Tệp gồm:</span> {jumps}</nav>'


def _contents(source: Source, current: Document | None) -> str:
    """A table of contents from the headings of the outline."""
    if current is None:
        return ""
    items = "".join(
        f'<li><button type="button" data-jump="{_anchor(heading.start)}">'
        f"{escape(_short(source.text[heading.start : heading.end]))}</button></li>"
        for heading in _headings(current.outline)
    )
    return f'<details class="tc-contents"><summary>Mục lục</summary><ol>{items}</ol></details>' if items else ""


def _headings(sections: tuple[Section, ...]) -> Iterator[Span]:
    for section in sections:
        if section.heading:
            yield section.heading
        yield from _headings(section.children)


def _short(text: str) -> str:
    """A heading as it stands in the table of contents: one line, cut at a word."""
    line = label(text)
    return line if len(line) <= _CONTENTS_LENGTH else line[:_CONTENTS_LENGTH].rsplit(" ", 1)[0] + " …"


def _anchor(position: int) -> str:
    return f"v-{position}"


def _text(source: Source, inside: list[Document], span: Span | None) -> str:
    """The text cut at every place where a heading, a document or the mark begins or ends."""
    headings = dict(heading for document in inside for heading in _headings(document.outline))
    anchors = {*headings, *(document.span.start for document in inside)}
    points = sorted({0, len(source.text), *anchors, *headings.values(), *(span or ())})
    pieces: list[str] = []
    heading_end = 0
    for start, end in zip(points, [*points[1:], points[-1]], strict=True):
        heading_end = max(heading_end, headings.get(start, 0))
        if start in anchors:
            pieces.append(f'<a id="{_anchor(start)}"></a>')
        if span and start == span.start:
            pieces.append('<a id="trich"></a>')
        pieces.append(_piece(source.text[start:end], heading=start < heading_end, cited=_within(start, span)))
    return "".join(pieces)


def _within(position: int, span: Span | None) -> bool:
    return span is not None and span.start <= position < span.end


def _piece(text: str, *, heading: bool, cited: bool) -> str:
    if not text:
        return ""
    shown = f'<span class="tc-heading">{plain(text)}</span>' if heading else plain(text)
    return f"<mark>{shown}</mark>" if cited else shown


def refused_html(sentence: str) -> str:
    """What is shown when the library refuses to give the text."""
    return f'<div class="tc-reader" role="alert"><h2>Không mở được văn bản</h2><p>{escape(sentence)}</p></div>'
