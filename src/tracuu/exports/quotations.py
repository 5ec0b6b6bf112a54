"""Quotations as a Word file with real footnotes, to which python-docx has no interface."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from tracuu import vi
from tracuu.exports.excerpts import Excerpt
from tracuu.exports.office import FORBIDDEN, SPACE, element, office_document, packed, tag

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Ids below 1 are those of the lines between text and notes, which Word wants to find in the file and in the settings.
_RULES = {-1: "separator", 0: "continuationSeparator"}


def quotations_docx(excerpts: Sequence[Excerpt]) -> bytes:
    """A Word file (.docx) with one quotation a paragraph and its reference as a footnote; same input, same bytes."""
    document = office_document()
    document.core_properties.title = vi.EXPORT_TITLE
    title = document.add_paragraph(style="Title")
    title.add_run(vi.EXPORT_TITLE.upper())
    for number, one in enumerate(excerpts, start=1):
        _add_excerpt(document, one, number)
    _add_notes(document, [*_footnotes(excerpts)])
    return packed(document)


def _footnotes(excerpts: Sequence[Excerpt]) -> Iterator[str]:
    """The footnotes; the first with brackets says what they are."""
    told = False
    for one in excerpts:
        yield f"{one.footnote} ({vi.INFERRED_BRACKETS})" if one.inferred and not told else one.footnote
        told = told or one.inferred


def _add_excerpt(document: "WordDocument", one: Excerpt, number: int) -> None:
    """A paragraph with the quotation, or a line and a table for a row; ``number`` is that of its footnote."""
    paragraph = document.add_paragraph()
    stems = "".join(vi.QUOTE_STEM.format(stem=stem) for stem in one.stems)
    paragraph.add_run(
        FORBIDDEN.sub(" ", vi.EXPORT_ROW if one.cells else stems + vi.EXPORT_QUOTED.format(text=one.text))
    )
    mark = paragraph.add_run()
    mark.style = document.styles["footnote reference"]
    mark._r.append(element("footnoteReference", id=str(number)))
    if not one.cells:
        return
    paragraph.paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in one.cells:
        for cell, words in zip(table.add_row().cells, (name, value), strict=True):
            cell.paragraphs[0].add_run(FORBIDDEN.sub(" ", words))
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


def _add_notes(document: "WordDocument", notes: Sequence[str]) -> None:
    """The part of the file that holds the footnotes, numbered from 1, and what the settings say of it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f"{head}<w:footnotes {SPACE}>{''.join(_notes(notes))}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    said = element("footnotePr")
    said.extend(element("footnote", id=str(number)) for number in _RULES)
    document.settings.element.find(tag("compat")).addprevious(said)


def _notes(notes: Sequence[str]) -> Iterator[str]:
    close = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr>'
    for number, kind in _RULES.items():
        yield f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{close}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, note in enumerate(notes, start=1):
        words = escape(FORBIDDEN.sub(" ", note))
        yield (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
        )
