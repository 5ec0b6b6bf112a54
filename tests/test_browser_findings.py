"""The tab “Đối chiếu” in a real Chromium: findings, filters, notes, a draft, reports."""

import io
from pathlib import Path

import docx
import pytest

from browsing import CHROMIUM, ENGLISH, mark_in_view, seen_text, serving, shot
from build_directives import directive, head
from quotable_library import QuotableLibrary
from tracuu import vi

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")

GUIDE = (Path(__file__).parent.parent / "docs/huong-dan.md").read_text(encoding="utf-8")
DRAFT = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐIỆN BIÊN",
        symbol="Số: 99/KH-UBND",
        place_date="Điện Biên, ngày 05 tháng 5 năm 2026",
    ),
    body="I. MỤC TIÊU\n\n1. Đến năm 2030, tỷ lệ đô thị hóa toàn tỉnh đạt 30%.\n\n"
    "2. Đến năm 2030 toàn tỉnh có 41 đô thị, gồm 1 đô thị loại II, 39 đô thị loại V.",
)


@pytest.fixture(scope="module")
def checking(library, tmp_path_factory):
    """The page with a file for notes of its own."""
    notes = tmp_path_factory.mktemp("notes") / "reviewed.toml"
    with serving(library, notes=notes) as address:
        yield address, notes


@pytest.fixture(autouse=True)
def light(tab):
    tab.emulate_media(color_scheme="light")


def open_tab(tab, address):
    tab.goto(f"{address}?tab=doi-chieu")
    tab.wait_for_selector("#tc-findings > section")


def cards(tab) -> int:
    return tab.locator("#tc-findings article").count()


def settled(tab):
    tab.wait_for_function("() => !document.querySelector('#tc-findings').hasAttribute('aria-busy')")


def test_findings_of_the_corpus_stand_side_by_side_with_links_to_the_reader(tab, checking):
    address, _ = checking
    open_tab(tab, address)
    assert cards(tab) >= 2
    figure = tab.locator("article", has_text="Số liệu không khớp").first
    assert [s.strip() for s in figure.locator("mark").all_inner_texts()] == ["28 m²/người", "32 m²"]
    boxes = [side.bounding_box() for side in figure.locator(".tc-side").all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    shot(tab, "findings-1366x768")
    assert not ENGLISH.search(seen_text(tab))
    figure.locator("text=Mở tại chỗ").first.click()
    assert mark_in_view(tab)


def test_guide_for_who_holds_documents_against_each_other(tab, checking, tmp_path):
    """By the guide alone: two figures side by side, the place, a note and back, a draft, its report."""
    for words in (
        vi.PAGE_TAB_FINDINGS, vi.FINDINGS_RULE, vi.FINDINGS_SEVERITY, vi.FINDINGS_DOCUMENT, vi.OPEN_AT_PLACE,
        vi.FINDINGS_NOTE, vi.FINDINGS_MARK, vi.FINDINGS_ALL, vi.FINDINGS_AGAIN, vi.FINDINGS_CHOOSE, vi.FINDINGS_DROP,
        vi.FINDINGS_WORD, vi.FINDINGS_HTML, *vi.CHECK_SEVERITIES.values(),
    ):  # fmt: skip
        assert f"**{words}**" in GUIDE
    address, _ = checking
    tab.goto(address)
    tab.click(f"button[role=tab]:visible:has-text('{vi.PAGE_TAB_FINDINGS}')")
    tab.wait_for_selector("#tc-findings article")
    tab.locator("label", has_text=vi.FINDINGS_RULE).locator("select").select_option(label="Số liệu không khớp")
    settled(tab)
    figure = tab.locator("article", has_text="28 m²/người").first
    assert "32 m²" in figure.inner_text()
    figure.locator(f"text={vi.OPEN_AT_PLACE}").first.click()
    assert mark_in_view(tab)
    left = cards(tab)
    figure.get_by_label(vi.FINDINGS_NOTE).fill("mức mới thay mức cũ")
    figure.get_by_role("button", name=vi.FINDINGS_MARK).click()
    tab.wait_for_function(f"() => document.querySelectorAll('#tc-findings article').length === {left - 1}")
    tab.get_by_label(vi.FINDINGS_ALL).check()
    tab.click(f"text={vi.FINDINGS_AGAIN}")
    tab.wait_for_function("() => !document.querySelector('[data-unreview]')")
    assert cards(tab) == left
    (tmp_path / "du-thao.txt").write_text(DRAFT, encoding="utf-8")
    with tab.expect_file_chooser() as chooser:
        tab.click(f"text={vi.FINDINGS_CHOOSE}")
    chooser.value.set_files(tmp_path / "du-thao.txt")
    tab.wait_for_selector("h2:has-text('dự thảo du-thao.txt')")
    assert tab.locator("article", has_text="Tổng không bằng các phần").count() == 1, (
        "not hidden by the rule chosen before"
    )
    with tab.expect_download() as waiting:
        tab.click(f"text={vi.FINDINGS_WORD}")
    assert waiting.value.suggested_filename == "bao-cao-doi-chieu.docx"
    shot(tab, "guide-findings-1366x768")
    tab.click(f"#tc-findings-form >> text={vi.FINDINGS_DROP}")
    tab.wait_for_selector(f"h2:has-text('{vi.FINDINGS_OF_CORPUS}')")


def test_filters_narrow_the_findings_and_none_is_said(tab, checking):
    address, _ = checking
    open_tab(tab, address)
    before = cards(tab)
    tab.select_option("#tc-findings-form [name=rule]", "figure")
    settled(tab)
    assert 0 < (left := cards(tab)) < before
    assert f"{before - left} điểm khác không thuộc điều kiện đã chọn" in tab.inner_text("#tc-findings")
    assert "dc-rule=figure" in tab.url
    tab.goto(tab.url)  # the address alone brings them back
    tab.wait_for_selector("#tc-findings > section")
    assert (tab.input_value("#tc-findings-form [name=rule]"), cards(tab)) == ("figure", left)
    tab.select_option("#tc-findings-form [name=rule]", "sum")
    tab.wait_for_selector("text=Không có điểm nào thuộc điều kiện đã chọn")
    assert f"{before} điểm khác không thuộc điều kiện đã chọn" in tab.inner_text("#tc-findings")
    shot(tab, "findings-none")


def test_a_reviewed_finding_is_quiet_until_asked_for(tab, checking):
    address, notes = checking
    open_tab(tab, address)
    before = cards(tab)
    card = tab.locator("#tc-findings article").first
    card.locator("[name=note]").fill("đã điều chỉnh")
    card.locator("text=Đã xem xét").last.click()
    tab.wait_for_selector("text=mục đã xem xét không hiện")
    assert cards(tab) == before - 1
    assert "đã điều chỉnh" in notes.read_text(encoding="utf-8")
    tab.check("#tc-findings-form [name=all]")
    tab.wait_for_selector("text=Đã xem xét: đã điều chỉnh")
    shot(tab, "findings-reviewed")
    tab.click("[data-unreview]")
    tab.wait_for_selector("text=Đã xem xét: đã điều chỉnh", state="detached")
    assert cards(tab) == before


def test_a_draft_is_held_against_the_corpus_and_reported(tab, checking, tmp_path):
    address, _ = checking
    open_tab(tab, address)
    (tmp_path / "du-thao.txt").write_text(DRAFT, encoding="utf-8")
    tab.set_input_files("#tc-findings-file", tmp_path / "du-thao.txt")
    tab.wait_for_selector("h2:has-text('dự thảo du-thao.txt')")
    assert tab.locator("article", has_text="Tổng không bằng các phần").count() == 1
    assert "30%" in tab.locator("article", has_text="Số liệu không khớp").inner_text()
    shot(tab, "findings-draft", full_page=True)
    with tab.expect_download() as waiting:
        tab.click("text=Tải báo cáo Word")
    words = "\n".join(p.text for p in docx.Document(io.BytesIO(Path(waiting.value.path()).read_bytes())).paragraphs)
    assert "du-thao.txt" in words
    assert "41 đô thị" in words
    with tab.expect_download() as waiting:
        tab.click("text=Tải báo cáo HTML")
    assert "41 đô thị" in Path(waiting.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(tab, checking, axe, scheme):
    address, _ = checking
    tab.emulate_media(color_scheme=scheme)
    open_tab(tab, address)
    assert axe(tab, scheme) == []
    shot(tab, f"findings-{scheme}")


def test_a_phone_shows_the_places_one_below_the_other(tab, checking):
    address, _ = checking
    tab.set_viewport_size({"width": 390, "height": 800})
    open_tab(tab, address)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [side.bounding_box() for side in tab.locator("article").first.locator(".tc-side").all()]
    assert boxes[0]["y"] < boxes[1]["y"]
    shot(tab, "findings-390")
    tab.set_viewport_size({"width": 1366, "height": 768})


def test_what_a_draft_says_is_text_and_never_markup(tab, tmp_path):
    with serving(QuotableLibrary(), notes=tmp_path / "reviewed.toml") as address:
        open_tab(tab, address)
        (tmp_path / "<img src=x onerror=alert(1)>.txt").write_text("Dự thảo", encoding="utf-8")
        tab.set_input_files("#tc-findings-file", tmp_path / "<img src=x onerror=alert(1)>.txt")
        tab.wait_for_selector("h2:has-text('dự thảo')")
        assert tab.locator("#tc-findings img, #tc-findings-name img").count() == 0
