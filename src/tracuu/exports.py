"""Files for people's own documents: quotations as a Word file with real footnotes, a text as a plain Word file."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from tracuu import vi
from tracuu.answers import Evidence
from tracuu.citing import footnote, inferred_parts, short_reference
from tracuu.documents import cell_text
from tracuu.errors import QuotationError
from tracuu.facts.clauses import reading_copy
from tracuu.quotes.pieces import item_body, pieces_of, plain_words, said_stem, stems_of
from tracuu.quotes.views import read_view
from tracuu.quotes.word_files import timeless
from tracuu.text import squeeze
from tracuu.types import Document, Passage, PassageRole, Span

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# Decree 30/2020/NĐ-CP, annex I: A4; margins 20 to 25 mm above and below, 30 to 35 mm left, 15 to 20 mm right; Times
# New Roman of 13 to 14 points; lines from single to 1.5, paragraphs 6 points apart, indented by 1 or 1.27 cm; the page
# number in the middle of the upper margin, 13 to 14 points, not on the first page.
_PAGE_MM = (210, 297)
_MARGINS_MM = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 15}
_FONT, _POINTS, _APART_POINTS, _INDENT_CM, _LINES = "Times New Roman", 14, 6, 1.27, 1.15
# The decree says nothing of footnotes; Word's own are two to four points smaller than the text.
_NOTE_POINTS = 11
# No quotation is longer (as for those that are checked).
EXCERPT_LIMIT = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of a source as they are printed for people, with where they stand.

    ``text`` is ``[start, end)`` of the source on one line, without mark-up and nothing else changed. ``stems`` are
    what it hangs on, outermost first. ``cells`` (name of the column, value) stand instead of ``text`` for a row of a
    table whose columns are known. ``footnote`` is the reference in full, ``short_reference`` that of a later mention;
    what is ``inferred`` of them stands in square brackets.
    """

    source: str
    start: int
    end: int
    text: str
    footnote: str
    short_reference: str
    stems: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    inferred: bool = False


def excerpt(evidence: Evidence, source_id: str, span: Span, stems: Sequence[Span] | None = None) -> Excerpt:
    """The words at ``[start, end)`` of a source; ``stems`` None takes what they hang on by the layout of the text.

    Raises:
        QuotationError: no such source, an empty place, one outside the text, of more than 6,000 characters, or one
            that begins or ends inside a word.
    """
    source = evidence.sources.get(source_id)
    inside = source is not None and all(0 <= a < b <= len(source.text) for a, b in (span, *(stems or ())))
    if source is None or not inside or span.end - span.start > EXCERPT_LIMIT:
        raise QuotationError(vi.EXCERPT_UNKNOWN.format(source=source_id[:200], start=span.start, end=span.end))
    if _cuts_a_word(source.text, span):
        raise QuotationError(vi.EXCERPT_CUT.format(source=source_id[:200], start=span.start, end=span.end))
    passage = _passage_at(evidence, source_id, span)
    document = _document_at(evidence, source_id, span, passage)
    if document is None:
        raise QuotationError(vi.EXCERPT_UNKNOWN.format(source=source_id[:200], start=span.start, end=span.end))
    words, hangs_on = _words(passage, source.text, span)
    return Excerpt(
        source=source_id,
        start=span.start,
        end=span.end,
        text=_exact(source.text, words),
        footnote=footnote(document, passage, marked=True),
        short_reference=short_reference(document, passage, marked=True),
        inferred=bool(inferred_parts(document)),
        stems=tuple(said_stem(source.text, stem) for stem in (hangs_on if stems is None else stems)),
        cells=_cells(passage, source.text, span),
    )


def _cuts_a_word(text: str, span: Span) -> bool:
    """Whether a stretch begins or ends between two letters or figures."""
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in span)


def _passage_at(evidence: Evidence, source_id: str, span: Span) -> Passage | None:
    """The passage that holds the whole span, the shortest when several do; None when none does."""
    holding = [
        p
        for p in evidence.passages
        if p.source_id == source_id and p.span.start <= span.start and span.end <= p.span.end
    ]
    return min(holding, key=lambda p: (p.span.end - p.span.start, p.passage_id), default=None)


def _document_at(evidence: Evidence, source_id: str, span: Span, passage: Passage | None) -> Document | None:
    if passage is not None:
        return evidence.documents[passage.doc_id]
    inside = (d for d in evidence.documents.values() if d.source_id == source_id and d.span.start <= span.start)
    return max(inside, key=lambda d: d.span.start, default=None)


def _words(passage: Passage | None, text: str, span: Span) -> tuple[Span, Sequence[Span]]:
    """What of a span is said (an item without its dash or letter), and what it hangs on."""
    if passage is None or passage.role is not PassageRole.TEXT or passage.row:
        return span, ()
    if span == passage.span:
        copy = reading_copy(text)
        body = item_body(copy, passage)
        return body, stems_of(passage, copy, body)
    piece = next((p for p in pieces_of(passage, text) if p.span == span), None)
    return span, piece.stems if piece else ()


def _exact(text: str, span: Span) -> str:
    """The words as they are pasted, when that changes nothing but mark-up and white space; else as they stand."""
    raw = text[span.start : span.end]
    words = plain_words(text, span).rstrip(" ;,")
    same = read_view(words).text == read_view(raw, pages=True).text.rstrip(" ;,")
    return words if same else squeeze(raw)


def _cells(passage: Passage | None, text: str, span: Span) -> tuple[tuple[str, str], ...]:
    """Names of columns and values of a row that is quoted whole; () when a column has no name."""
    if passage is None or passage.row is None or span != passage.span:
        return ()
    cells = [(cell, cell_text(cell.spans, text)) for cell in passage.row.cells]
    if not all(cell.column for cell, value in cells if value):
        return ()
    return tuple((cell.column[-1], value) for cell, value in cells if value)


# --- Word files --------------------------------------------------------------------------------


def quotations_docx(excerpts: Sequence[Excerpt]) -> bytes:
    """A Word file (.docx) with one quotation a paragraph and its reference as a footnote; same input, same bytes."""
    document = _office_document()
    document.core_properties.title = vi.EXPORT_TITLE
    title = document.add_paragraph(style="Title")
    title.add_run(vi.EXPORT_TITLE.upper())
    for number, one in enumerate(excerpts, start=1):
        _add_excerpt(document, one, number)
    _add_notes(document, [*_footnotes(excerpts)])
    return _packed(document)


def _footnotes(excerpts: Sequence[Excerpt]) -> Iterator[str]:
    """The footnotes; the first with brackets says what they are."""
    told = False
    for one in excerpts:
        yield f"{one.footnote} ({vi.INFERRED_BRACKETS})" if one.inferred and not told else one.footnote
        told = told or one.inferred


def text_docx(text: str) -> bytes:
    """A Word file with one paragraph a line of ``text``; what no XML can hold becomes a space."""
    document = _office_document()
    for line in _FORBIDDEN.sub(" ", text).rstrip("\n").split("\n"):
        document.add_paragraph(line)
    return _packed(document)


# What XML 1.0 cannot hold, and what python-docx takes for a line break inside a paragraph.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def _office_document() -> "WordDocument":
    """An empty document with the page and font of Decree 30."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(length) for length in _PAGE_MM)
    for name, length in _MARGINS_MM.items():
        setattr(section, name, Mm(length))
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _set_styles(document)
    _number_pages(section.header.paragraphs[0])
    properties = document.core_properties
    properties.author, properties.comments, properties.language = vi.EXPORT_AUTHOR, "", "vi-VN"
    properties.last_modified_by = vi.EXPORT_AUTHOR
    _undate(properties)
    return document


def _undate(properties: Any) -> None:
    """Leave out when the file was made: the template says 2013, and a clock would give other bytes each time."""
    for element in list(properties._element):
        if element.tag.rsplit("}", 1)[-1] in {"created", "modified"}:
            properties._element.remove(element)


def _set_styles(document: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, _POINTS)
    shape = normal.paragraph_format
    shape.alignment, shape.line_spacing = WD_ALIGN_PARAGRAPH.JUSTIFY, _LINES
    shape.space_before, shape.space_after, shape.first_line_indent = Pt(0), Pt(_APART_POINTS), Cm(_INDENT_CM)
    _centred(styles["Title"], bold=True)
    _centred(styles["Header"], bold=False)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    _set_font(note, _NOTE_POINTS)
    note.paragraph_format.first_line_indent, note.paragraph_format.space_after = Cm(0), Pt(2)
    note.paragraph_format.line_spacing = 1.0
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    for style, style_id in ((note, "FootnoteText"), (mark, "FootnoteReference")):
        style.element.set(_w("styleId"), style_id)


def _centred(style: Any, *, bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    _set_font(style, _POINTS)
    style.font.bold, style.font.color.rgb = bold, RGBColor(0, 0, 0)
    shape = style.paragraph_format
    shape.alignment, shape.first_line_indent, shape.space_after = WD_ALIGN_PARAGRAPH.CENTER, Cm(0), Pt(12)
    border = style.element.find(f"{_w('pPr')}/{_w('pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _set_font(style: Any, points: int) -> None:
    """Times New Roman for letters of every script, in Vietnamese for the spelling check."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(points)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(_w("rFonts"))
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_w(script), _FONT)
    for language in properties.findall(_w("lang")):
        properties.remove(language)
    language = OxmlElement("w:lang")
    language.set(_w("val"), "vi-VN")
    properties.append(language)


def _number_pages(paragraph: Any) -> None:
    """The number of the page as a field."""
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(f'<w:fldSimple {_SPACE} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))


def _add_excerpt(document: "WordDocument", one: Excerpt, number: int) -> None:
    """A paragraph with the quotation, or a line and a table for a row; ``number`` is that of its footnote."""
    paragraph = document.add_paragraph()
    stems = "".join(vi.QUOTE_STEM.format(stem=stem) for stem in one.stems)
    paragraph.add_run(
        _FORBIDDEN.sub(" ", vi.EXPORT_ROW if one.cells else stems + vi.EXPORT_QUOTED.format(text=one.text))
    )
    mark = paragraph.add_run()
    mark.style = document.styles["footnote reference"]
    mark._r.append(_element("footnoteReference", id=str(number)))
    if not one.cells:
        return
    paragraph.paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in one.cells:
        for cell, words in zip(table.add_row().cells, (name, value), strict=True):
            cell.paragraphs[0].add_run(_FORBIDDEN.sub(" ", words))
            cell.paragraphs[0].paragraph_format.first_line_indent = 0
    _set_widths(table)
    document.add_paragraph()


def _set_widths(table: Any) -> None:
    from docx.shared import Mm

    table.autofit = False
    # 165 mm between the margins.
    for column, width in zip(table.columns, (55, 110), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


# --- Footnotes: python-docx has no interface to them ---------------------------------------------

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = f'xmlns:w="{_NAMESPACE}"'
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Ids below 1 are those of the lines between text and notes, which Word wants to find in the file and in the settings.
_RULES = {-1: "separator", 0: "continuationSeparator"}


def _w(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_w(key), value)
    return element


def _add_notes(document: "WordDocument", notes: Sequence[str]) -> None:
    """The part of the file that holds the footnotes, numbered from 1, and what the settings say of it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f"{head}<w:footnotes {_SPACE}>{''.join(_notes(notes))}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    said = _element("footnotePr")
    said.extend(_element("footnote", id=str(number)) for number in _RULES)
    document.settings.element.find(_w("compat")).addprevious(said)


def _notes(notes: Sequence[str]) -> Iterator[str]:
    close = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr>'
    for number, kind in _RULES.items():
        yield f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{close}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, note in enumerate(notes, start=1):
        words = escape(_FORBIDDEN.sub(" ", note))
        yield (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
        )


def _packed(document: "WordDocument") -> bytes:
    """The file without the time at which it was made."""
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())
