"""Word files: every quotation to the letter, its reference as a real footnote, the page of Decree 30."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from build_directives import directive
from quotable_library import TABLE, QuotableLibrary
from tracuu import vi
from tracuu.errors import QuotationError
from tracuu.exports import Excerpt, excerpt, quotations_docx, text_docx
from tracuu.exports.office import FORBIDDEN
from tracuu.quotes.word_files import read_draft
from tracuu.types import PassageRole, Span, Verdict
from tracuu.web import basket

SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRARY = QuotableLibrary()
SOFFICE = shutil.which("soffice")


def one(**changes: object) -> Excerpt:
    values = {
        "source": "a.txt", "start": 0, "end": 5, "text": "Đô thị xanh.", "footnote": "Kế hoạch số 1-KH/TU.",
        "short_reference": "Kế hoạch số 1-KH/TU", **changes,
    }  # fmt: skip
    return Excerpt(**values)  # type: ignore[arg-type]


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def paragraphs(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


def notes(data: bytes) -> dict[str, str]:
    """The words of each footnote by its id, without the lines above them."""
    found = part(data, "word/footnotes.xml").findall(f"{W}footnote")
    return {n.get(f"{W}id"): "".join(n.itertext()) for n in found if n.get(f"{W}type") is None}


# --- Words of a source --------------------------------------------------------------------------


def test_every_letter_falls_back_to_the_decrees_font_in_vietnamese_and_no_template_is_told() -> None:
    data = quotations_docx(
        [Excerpt(source="a", start=0, end=1, text="Một đoạn.", footnote="Căn cứ.", short_reference="")]
    )
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names, styles = packed.namelist(), etree.fromstring(packed.read("word/styles.xml"))
    assert not [name for name in names if name.endswith(("app.xml", ".jpeg"))]
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    used = [s.find(f"{W}rPr") for s in styles if s.get(f"{W}styleId") in {"Normal", "Title", "Header", "FootnoteText"}]
    assert len(used) == 4
    for properties in (default, *used):
        assert dict(properties.find(f"{W}rFonts").attrib) == {f"{W}{script}": "Times New Roman" for script in SCRIPTS}
        assert properties.find(f"{W}lang").get(f"{W}val") == "vi-VN"


def test_words_are_those_of_the_source_without_mark_up_and_line_breaks():
    found = LIBRARY.quote("diện tích nhà ở")[0]
    kept = excerpt(LIBRARY.evidence, found.source, Span(found.start, found.end))
    assert kept.text == found.text
    assert "<sup>" in found.quote
    assert LIBRARY.verify(kept.text).verdict is Verdict.EXACT
    assert kept.footnote == found.footnote


def test_every_passage_as_an_excerpt_is_exact():
    tried = 0
    for passage in LIBRARY.evidence.passages:
        if passage.role is PassageRole.TEXT and passage.row is None:
            kept = excerpt(LIBRARY.evidence, passage.source_id, passage.span)
            assert LIBRARY.verify(kept.text).verdict is Verdict.EXACT, kept.text
            tried += 1
    assert tried > 8


def test_every_passage_and_quotation_of_the_corpus_is_exact(library):
    for passage in library.index.passages:
        kept = excerpt(library.evidence, passage.source_id, passage.span)
        for _, value in kept.cells:
            assert _letters(value) in _letters(passage.text), value
        if not kept.cells and _letters(kept.text):
            assert library.verify(kept.text).verdict is Verdict.EXACT, kept.text
    for topic in ("nhà ở xã hội", "hạ tầng giao thông", "chuyển đổi số", "đường biên giới", "nguồn vốn đầu tư"):
        for found in library.quote(topic):
            kept = basket.named(library, basket.quotation_key(found))
            assert (kept.footnote[:-1].casefold(), kept.stems) == (
                found.marked_reference.casefold(),
                tuple(stem.text for stem in found.stems),
            )
            assert kept.cells or kept.text == found.text
            assert kept.cells or library.verify(kept.text).verdict is Verdict.EXACT


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_place_gives_the_words_that_stand_there(data):
    """Whatever is cut out, letters and figures are those of the source, in their order."""
    source_id = data.draw(st.sampled_from(sorted(LIBRARY.texts)))
    text = LIBRARY.texts[source_id]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 400)))
    if any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end)):
        with pytest.raises(QuotationError, match="cắt ngang"):
            excerpt(LIBRARY.evidence, source_id, Span(start, end))
        return
    kept = excerpt(LIBRARY.evidence, source_id, Span(start, end))
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    said = [c for c in kept.text.translate(raised) if c.isalnum()]
    printed = iter([c for c in text[start:end] if c.isalnum()])
    assert all(c in printed for c in said)


@pytest.mark.parametrize(
    ("written", "said"), [("(*nếu cần thiết*)", "(nếu cần thiết)"), ("(*)", "(*)"), ("**gấp**", "gấp")]
)
def test_marks_of_italics_are_left_out_and_those_of_the_text_are_not(written, said):
    body = f"I. MỤC TIÊU\n\n1. Bố trí vốn {written} cho các dự án đô thị trên địa bàn."
    library = QuotableLibrary({"a.txt": directive(body=body)})
    passage = next(p for p in library.evidence.passages if "Bố trí vốn" in p.text)
    kept = excerpt(library.evidence, "a.txt", passage.span)
    assert kept.text == f"Bố trí vốn {said} cho các dự án đô thị trên địa bàn."
    assert library.verify(kept.text).verdict is Verdict.EXACT


def test_an_item_is_said_with_what_it_hangs_on():
    body = (
        "I. NHIỆM VỤ\n\n1. Sở Xây dựng:\n\n- Chủ trì rà soát quy hoạch đô thị;\n\n- Lập chương trình phát triển đô thị."
    )
    library = QuotableLibrary({"a.txt": directive(body=body)})
    passage = next(p for p in library.evidence.passages if "rà soát" in p.text)
    kept = excerpt(library.evidence, "a.txt", passage.span)
    assert passage.text.startswith("- ")
    assert (kept.stems, kept.text) == (("Sở Xây dựng",), "Chủ trì rà soát quy hoạch đô thị")


def test_a_row_comes_in_its_columns():
    library = QuotableLibrary({"a.txt": TABLE})
    row = next(p for p in library.evidence.passages if p.row)
    kept = excerpt(library.evidence, "a.txt", row.span)
    assert ("Cơ quan chủ trì", "Sở Xây dựng") in kept.cells
    for _, value in kept.cells:
        assert value in TABLE


@pytest.mark.parametrize(
    ("source", "start", "end"),
    [("không-có.txt", 0, 5), ("ke-hoach-15.txt", 5, 5), ("ke-hoach-15.txt", 9, 3), ("ke-hoach-15.txt", -3, 4),
     ("ke-hoach-15.txt", 0, 10**9)],
)  # fmt: skip
def test_a_place_that_is_none_is_refused(source, start, end):
    with pytest.raises(QuotationError, match="Không có đoạn trích"):
        excerpt(LIBRARY.evidence, source, Span(start, end))


def test_what_is_longer_than_a_quotation_is_refused():
    library = QuotableLibrary({"a.txt": "I. MỤC TIÊU\n\n" + "Phát triển đô thị. " * 500})
    with pytest.raises(QuotationError):
        excerpt(library.evidence, "a.txt", Span(0, 7000))


# --- The Word file ------------------------------------------------------------------------------


def test_each_quotation_is_a_paragraph_with_its_own_footnote():
    data = quotations_docx([one(), one(text="Nhà ở 28 m²/người.", stems=("Mục tiêu",), footnote="Kế hoạch số 2.")])
    assert paragraphs(data)[1:] == ["“Đô thị xanh.”", "Mục tiêu: “Nhà ở 28 m²/người.”"]
    marks = [r.get(f"{W}id") for r in part(data, "word/document.xml").iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]
    assert notes(data) == {"1": " Kế hoạch số 1-KH/TU.", "2": " Kế hoạch số 2."}


def test_footnotes_have_what_word_wants_to_find():
    data = quotations_docx([one()])
    found = part(data, "word/footnotes.xml")
    assert [(n.get(f"{W}type"), n.get(f"{W}id")) for n in found][:2] == [
        ("separator", "-1"), ("continuationSeparator", "0")
    ]  # fmt: skip
    said = part(data, "word/settings.xml").find(f"{W}footnotePr")
    assert [n.get(f"{W}id") for n in said] == ["-1", "0"]
    assert said.getnext() is not None  # before the settings that must follow it
    relations = part(data, "word/_rels/document.xml.rels")
    assert any(r.get("Target") == "footnotes.xml" for r in relations)
    types = part(data, "[Content_Types].xml")
    assert any(
        t.get("PartName") == "/word/footnotes.xml" and t.get("ContentType").endswith("footnotes+xml") for t in types
    )
    styles = {s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    assert {"FootnoteText", "FootnoteReference"} <= styles


def test_page_is_that_of_the_decree():
    document = docx.Document(io.BytesIO(quotations_docx([one()])))
    section, normal = document.sections[0], document.styles["Normal"]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    lengths = (section.page_width, section.page_height, *margins)
    assert [round(length.mm) for length in lengths] == [210, 297, 20, 20, 30, 15]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()


def test_row_is_a_table_with_the_footnote_above_it():
    data = quotations_docx([one(cells=(("STT", "6"), ("Chủ trì", "Sở Xây dựng")))])
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [[c.text for c in row.cells] for row in table.rows] == [["STT", "6"], ["Chủ trì", "Sở Xây dựng"]]
    assert "".join(paragraphs(data)[1]) == "Trích một dòng của bảng:"


def test_same_quotations_give_the_same_bytes():
    assert quotations_docx([one(), one(text="b")]) == quotations_docx([one(), one(text="b")])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_a_file_that_opens(text, note):
    data = quotations_docx([one(text=text, footnote=note)])
    assert paragraphs(data)[1] == f"“{FORBIDDEN.sub(' ', text)}”"
    assert notes(data) == {"1": f" {FORBIDDEN.sub(' ', note)}"}


def test_a_text_becomes_a_word_file_that_reads_the_same(tmp_path):
    text = "Theo Kế hoạch số 39-KH/TU: “Đô thị\txanh”.\n\n  Đoạn hai\x0c & <b>.\n"
    (tmp_path / "a.docx").write_bytes(text_docx(text))
    assert read_draft(tmp_path / "a.docx").text == text.replace("\x0c", " ")


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this machine")
def test_office_program_shows_the_notes_at_the_foot(tmp_path: Path):
    source = tmp_path / "a.docx"
    source.write_bytes(quotations_docx([one(), one(cells=(("STT", "6"), ("Chủ trì", "Sở Xây dựng")))]))
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "--outdir",
         tmp_path, source], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shown = (tmp_path / "a.fodt").read_text(encoding="utf-8")
    assert "“Đô thị xanh.”" in shown
    assert shown.count("<text:note ") == 2 <= shown.count("Kế hoạch số 1-KH/TU.")


def test_the_word_file_has_an_author_and_no_invented_date():
    data = quotations_docx([one()])
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        core = packed.read("docProps/core.xml").decode()
    assert "Trang tra cứu văn bản" in core
    assert "created" not in core
    assert "modified>" not in core


def test_the_first_footnote_with_brackets_says_what_they_are(library):
    inferred = [p for p in library.index.passages if p.source_id == "ke-hoach-nq06-dien-bien-2022.txt"][5:7]
    found = notes(quotations_docx([excerpt(library.evidence, p.source_id, p.span) for p in inferred])).values()
    assert all("số [50-KH/TU], ngày [08/6/2022]" in note for note in found)
    assert [vi.INFERRED_BRACKETS in note for note in found] == [True, False]
