"""A Word file with the page and font of Decree 30, and a text as one."""

import io
import re
from typing import TYPE_CHECKING, Any

from tracuu import vi
from tracuu.quotes.word_files import timeless

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
# What XML 1.0 cannot hold, and what python-docx takes for a line break inside a paragraph.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = f'xmlns:w="{_NAMESPACE}"'


def text_docx(text: str) -> bytes:
    """A Word file with one paragraph a line of ``text``; what no XML can hold becomes a space."""
    document = office_document()
    for line in FORBIDDEN.sub(" ", text).rstrip("\n").split("\n"):
        document.add_paragraph(line)
    return packed(document)


def office_document() -> "WordDocument":
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
    _forget_template(document)
    return document


def _forget_template(document: "WordDocument") -> None:
    """Leave out the template's picture, and the program and English titles that it says it was made with."""
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
            del document.part.package.rels[key]


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
    _set_letters(styles.element.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}"))
    normal = styles["Normal"]
    set_font(normal, _POINTS)
    shape = normal.paragraph_format
    shape.alignment, shape.line_spacing = WD_ALIGN_PARAGRAPH.JUSTIFY, _LINES
    shape.space_before, shape.space_after, shape.first_line_indent = Pt(0), Pt(_APART_POINTS), Cm(_INDENT_CM)
    _centred(styles["Title"], bold=True)
    _centred(styles["Header"], bold=False)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    set_font(note, _NOTE_POINTS)
    note.paragraph_format.first_line_indent, note.paragraph_format.space_after = Cm(0), Pt(2)
    note.paragraph_format.line_spacing = 1.0
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    for style, style_id in ((note, "FootnoteText"), (mark, "FootnoteReference")):
        style.element.set(tag("styleId"), style_id)


def _centred(style: Any, *, bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    set_font(style, _POINTS)
    style.font.bold, style.font.color.rgb = bold, RGBColor(0, 0, 0)
    shape = style.paragraph_format
    shape.alignment, shape.first_line_indent, shape.space_after = WD_ALIGN_PARAGRAPH.CENTER, Cm(0), Pt(12)
    border = style.element.find(f"{tag('pPr')}/{tag('pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def set_font(style: Any, points: int) -> None:
    """Times New Roman for letters of every script, in Vietnamese for the spelling check."""
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(points)
    _set_letters(style.element.get_or_add_rPr())


def _set_letters(properties: Any) -> None:
    """The font for every script, instead of those of a theme, and the language."""
    fonts = properties.find(tag("rFonts"))
    for name in [name for name in fonts.attrib if name.lower().endswith("theme")]:
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(tag(script), _FONT)
    for language in properties.findall(tag("lang")):
        properties.remove(language)
    properties.append(element("lang", val="vi-VN"))


def _number_pages(paragraph: Any) -> None:
    """The number of the page as a field."""
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(f'<w:fldSimple {SPACE} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))


def tag(name: str) -> str:
    """The name as lxml knows it, with its namespace."""
    return f"{{{_NAMESPACE}}}{name}"


def element(name: str, **attributes: str) -> Any:
    """An element ``w:name`` with its attributes in the same namespace."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(tag(key), value)
    return element


def packed(document: "WordDocument") -> bytes:
    """The file without the time at which it was made."""
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())
