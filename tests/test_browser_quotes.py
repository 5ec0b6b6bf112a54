"""The tabs for quotations and drafts in a real Chromium, and the guide (docs/huong-dan.md) click by click."""

import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import docx
import pytest

from browsing import (
    CHROMIUM,
    ENGLISH,
    LEAD,
    QUESTION,
    ask,
    choose,
    contrast,
    mark_in_view,
    seen_text,
    serving,
    shot,
)
from build_quotables import word_file
from quotable_library import QuotableLibrary
from test_web import PAYLOADS
from test_web_following import Folder
from tracuu.pipeline import Library
from tracuu.types import Verdict

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")

GUIDE = (Path(__file__).parent.parent / "docs" / "huong-dan.md").read_text(encoding="utf-8")
TOPIC = "nhà ở xã hội"
WRONG = "Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026, “phấn đấu hoàn thành 1.800 căn nhà ở xã hội trước năm 2030”."
RIGHT = "Kế hoạch số 39-KH/TU, ngày 13/3/2026 nêu “phấn đấu hoàn thành 1.500 căn nhà ở xã hội trước năm 2030”."


@pytest.fixture(autouse=True)
def empty_basket(tab):
    """Every test has a window of its own (the basket is that of a window), in the light colours."""
    tab.emulate_media(color_scheme="light")


def open_tab(tab, site, name):
    tab.goto(f"{site}?tab={name}")
    tab.wait_for_selector("#tc-topic-form" if name == "trich-dan" else "#tc-draft-form", state="visible")


def find(tab, site, topic=TOPIC):
    open_tab(tab, site, "trich-dan")
    tab.fill("#tc-topic-form [name=topic]", topic)
    tab.press("#tc-topic-form [name=topic]", "Enter")
    tab.wait_for_selector("#tc-quotes > section")


def fill_basket(tab, count=3):
    for number in range(count):
        tab.click(f".tc-quotation .tc-add >> nth={number}")
    tab.wait_for_selector(f".tc-basket-list li:nth-child({count})")


def check(tab, site, text):
    open_tab(tab, site, "kiem-tra")
    tab.fill("#tc-draft", text)
    tab.click("#tc-draft-form [type=submit]")
    tab.wait_for_selector("#tc-checks > section")


def downloaded(tab, selector) -> tuple[str, bytes]:
    with tab.expect_download() as waiting:
        tab.click(selector)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def entries(tab) -> list[str]:
    return tab.eval_on_selector_all(".tc-basket-list li", "items => items.map((item) => item.dataset.key)")


# --- The guide, click by click ------------------------------------------------------------------


def test_guide_for_who_asks_and_quotes(tab, site, library):
    """The answer, its copy with the reference, the source at the place, a Word file with three quotations."""
    for said in (QUESTION, LEAD, "Sao chép kèm viện dẫn", "Mở tại chỗ", "Thêm vào giỏ", "Tải tệp Word có cước chú"):
        assert said in GUIDE
    ask(tab, site, QUESTION)
    assert tab.inner_text(".tc-value") == LEAD
    tab.click(".tc-card >> nth=0 >> text=Sao chép kèm viện dẫn")
    tab.wait_for_selector(".tc-card >> nth=0 >> text=Đã sao chép")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert f": {LEAD} | " in copied
    assert "STT 6, Phụ lục, Kế hoạch số [39-KH/TU], ngày [13/3/2026] của" in copied
    tab.click(".tc-card >> nth=0 >> text=Mở tại chỗ")
    assert mark_in_view(tab)
    tab.click("button[role=tab]:visible:has-text('Trích dẫn') >> nth=0")
    tab.fill("#tc-topic-form [name=topic]", TOPIC)
    tab.press("#tc-topic-form [name=topic]", "Enter")
    tab.wait_for_selector(".tc-quotation")
    for number in range(3):
        tab.click(f".tc-quotation >> nth={number} >> text=Thêm vào giỏ")
    tab.wait_for_selector(".tc-basket-list li:nth-child(3)")
    shot(tab, "guide-basket-1366x768")
    name, data = downloaded(tab, "text=Tải tệp Word có cước chú")
    assert name == "trich-dan.docx"
    quotes = [re.search("“(.*)”", p.text)[1] for p in docx.Document(io.BytesIO(data)).paragraphs[1:]]
    assert len(quotes) == 3
    for quote, found in zip(quotes, library.quote(TOPIC), strict=False):
        assert quote == found.text
        assert library.verify(quote).verdict is Verdict.EXACT


def test_guide_for_who_checks(tab, site):
    open_tab(tab, site, "kiem-tra")
    tab.click("text=Dùng thử ví dụ")
    tab.click("#tc-draft-form >> text='Kiểm tra'")
    tab.wait_for_selector(".tc-check")
    for said in ("Kết quả kiểm tra", "Cần xem lại", "Sai khác", "Không tìm thấy", "Dẫn nguồn chưa đúng"):
        assert said in GUIDE
        assert said.casefold() in tab.inner_text("#tc-checks").casefold()
    tab.click(".tc-check >> nth=0 >> text=Mở tại chỗ")
    assert mark_in_view(tab)
    name, data = downloaded(tab, "text=Tải bản Word có nhận xét")
    assert name == "du-thao-co-nhan-xet.docx"
    assert len(list(docx.Document(io.BytesIO(data)).comments)) >= 4
    shot(tab, "guide-draft-1366x768")


# --- Quotations and the basket ------------------------------------------------------------------


def test_quotation_is_copied_as_text_and_as_footnote(tab, site, library):
    find(tab, site)
    shot(tab, "quotes-1366x768")
    first = library.quote(TOPIC)[0]
    tab.click(".tc-quotation >> nth=0 >> [data-copy] >> nth=0")
    tab.wait_for_selector("text=Đã sao chép")
    assert tab.evaluate("navigator.clipboard.readText()") == f"“{first.text}” ({first.marked_reference})"
    tab.click(".tc-quotation >> nth=0 >> [data-copy] >> nth=1")
    tab.wait_for_function("navigator.clipboard.readText().then((text) => text.endsWith('.'))")
    assert (
        tab.evaluate("navigator.clipboard.readText()")
        == first.marked_reference[0].upper() + first.marked_reference[1:] + "."
    )


def test_topic_in_the_address_is_looked_up(tab, site):
    tab.goto(site + "?" + urlencode({"tab": "trich-dan", "topic": TOPIC}))
    tab.wait_for_selector(".tc-quotation")
    assert tab.input_value("#tc-topic-form [name=topic]") == TOPIC


def test_filters_narrow_the_quotations(tab, site):
    open_tab(tab, site, "trich-dan")
    tab.click("#tc-topic-form summary")
    tab.fill("[name=issued_from]", "31/02/2026")
    tab.fill("[name=topic]", TOPIC)
    tab.press("[name=topic]", "Enter")
    tab.wait_for_selector("#tc-quotes [role=alert]")
    assert "“31/02/2026” không phải ngày hợp lệ" in tab.inner_text("#tc-quotes")
    shot(tab, "quotes-filters-1366x768")
    tab.fill("[name=issued_from]", "01/01/2026")
    tab.press("[name=issued_from]", "Enter")
    tab.wait_for_selector(".tc-quotation")
    assert not tab.locator(".tc-quotation h4:has-text('50-KH/TU')").count()


def test_address_keeps_topic_and_limits_and_back_goes_back(tab, site):
    find(tab, site)
    first = tab.inner_text(".tc-quotation >> nth=0")
    tab.click("#tc-topic-form summary")
    tab.select_option("#tc-topic-form [name=place]", "Hà Tĩnh")
    tab.press("#tc-topic-form [name=topic]", "Enter")
    tab.wait_for_function(
        "(first) => (document.querySelector('.tc-quotation')?.innerText ?? first) !== first", arg=first
    )
    query = dict(parse_qsl(urlsplit(tab.url).query))
    assert (query["topic"], query["topic_place"]) == (TOPIC, "Hà Tĩnh")
    narrowed = tab.inner_text(".tc-quotation >> nth=0")
    assert tab.title().startswith("Trích dẫn – ")
    tab.reload()
    tab.wait_for_selector(".tc-quotation")
    assert tab.input_value("#tc-topic-form [name=place]") == "Hà Tĩnh"
    assert tab.inner_text(".tc-quotation >> nth=0") == narrowed
    tab.go_back()
    tab.wait_for_function(
        "(words) => (document.querySelector('.tc-quotation')?.innerText ?? words) !== words", arg=narrowed
    )
    assert tab.input_value("#tc-topic-form [name=place]") == ""
    shot(tab, "quotes-back-1366x768")


def test_more_quotations_are_shown_when_asked_for(tab, site):
    find(tab, site, "phát triển đô thị")
    assert tab.locator(".tc-quotation").count() == 10
    tab.click("text=Xem thêm")
    tab.wait_for_selector(".tc-quotation >> nth=10")


def test_limits_that_no_document_fits_are_told(tab, site):
    open_tab(tab, site, "trich-dan")
    tab.click("#tc-topic-form summary")
    tab.fill("[name=issued_from]", "01/01/2027")
    tab.fill("[name=issued_to]", "01/01/2026")
    tab.fill("[name=topic]", TOPIC)
    tab.press("[name=topic]", "Enter")
    tab.wait_for_selector("#tc-quotes [role=alert]")
    assert "sau ngày kết thúc" in tab.inner_text("#tc-quotes [role=alert]")
    assert tab.locator(".tc-quotation").count() == 0


def test_nothing_found_says_what_to_try(tab, site):
    find(tab, site, "tàu vũ trụ")
    assert "Không có câu nào" in tab.inner_text("#tc-quotes")
    shot(tab, "quotes-none-1366x768")


def test_basket_is_put_in_order_emptied_and_brought_back(tab, site):
    find(tab, site)
    fill_basket(tab)
    a, b, c = entries(tab)
    steps = (
        ("[data-basket=down][data-at='0']", [b, a, c]),
        ("[data-basket=up][data-at='2']", [b, c, a]),
        ("[data-basket=remove][data-at='1']", [b, a]),
        ("[data-basket=clear]", []),
        ("[data-basket=undo]", [b, a]),
    )
    for button, left in steps:
        tab.click(button)
        tab.wait_for_function(
            "(keys) => JSON.stringify([...document.querySelectorAll('.tc-basket-list li')].map((one) => one.dataset.key)) === keys",
            arg=json.dumps(left, ensure_ascii=False, separators=(",", ":")),
        )
    assert tab.inner_text("[data-basket-count]") == "2"
    assert tab.inner_text(".tc-quotation .tc-add >> nth=0") == "✓ Đã có trong giỏ"


def test_basket_lives_over_tabs_and_reloads_and_in_its_window_alone(window, tab, site):
    find(tab, site)
    fill_basket(tab, 2)
    kept = entries(tab)
    tab.click("button[role=tab]:visible:has-text('Kiểm tra')")
    tab.wait_for_selector("#tc-basket-chip", state="visible")
    assert tab.inner_text("#tc-basket-chip") == "Giỏ trích dẫn (2)"
    tab.reload()
    tab.wait_for_selector("#tc-basket-chip", state="visible")
    tab.click("#tc-basket-chip")
    tab.wait_for_selector(".tc-basket-list li:nth-child(2)")
    assert entries(tab) == kept
    other = window[0].new_page()
    open_tab(other, site, "trich-dan")
    other.wait_for_timeout(300)
    assert other.inner_text("[data-basket-count]") == "0"
    other.close()


def test_evidence_of_an_answer_goes_into_the_basket(tab, site, library):
    ask(tab, site, QUESTION)
    tab.click(".tc-card .tc-add >> nth=0")
    tab.click("#tc-basket-chip")
    tab.wait_for_selector(".tc-basket-list li")
    assert "Sở Xây dựng, UBND các xã, phường" in tab.inner_text(".tc-basket-list")
    _, data = downloaded(tab, "#tc-basket-word")
    (table,) = docx.Document(io.BytesIO(data)).tables
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert LEAD in cells
    text = library.ask(QUESTION).citations[0].quote
    assert all(value in text for value in cells[1::2])


# --- Drafts -------------------------------------------------------------------------------------


def test_wrong_words_are_struck_with_those_of_the_source_beside(tab, site):
    check(tab, site, f"{WRONG}\n{RIGHT}")
    assert tab.inner_text(".tc-check >> nth=0 >> del") == "1.800"
    assert tab.inner_text(".tc-check >> nth=0 >> ins") == "1.500"
    assert "✗ 1 sai khác" in tab.inner_text("#tc-checks .tc-sums")
    assert "✓ 1 đúng nguyên văn" in tab.inner_text("#tc-checks .tc-sums")
    struck = tab.eval_on_selector(".tc-check del", "(node) => getComputedStyle(node).textDecorationLine")
    assert "line-through" in struck
    shot(tab, "draft-1366x768", full_page=True)


def test_file_is_sent_and_the_pasted_text_stays(tab, site, tmp_path):
    (tmp_path / "Dự thảo báo cáo.docx").write_bytes(word_file([WRONG, RIGHT]))
    open_tab(tab, site, "kiem-tra")
    tab.fill("#tc-draft", "Chữ đã dán trước đó.")
    tab.set_input_files("#tc-draft-file", tmp_path / "Dự thảo báo cáo.docx")
    assert tab.inner_text("#tc-draft-name") == "Dự thảo báo cáo.docx"
    tab.click("#tc-draft-form [type=submit]")
    tab.wait_for_selector(".tc-check")
    assert "2 đoạn trích:" in tab.inner_text("#tc-checks")
    _, data = downloaded(tab, "#tc-checks-word")
    assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs] == [WRONG, RIGHT]
    tab.click("#tc-draft-drop-file")
    assert tab.input_value("#tc-draft") == "Chữ đã dán trước đó."


def test_faults_are_told_in_a_sentence_and_nothing_is_lost(window, site, tmp_path):
    tab = window[0].new_page()  # a lost connection stands in its console
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 broken")
    check(tab, site, " ")
    assert "Chưa có nội dung để kiểm tra" in tab.inner_text("#tc-checks [role=alert]")
    tab.fill("#tc-draft", WRONG)
    tab.set_input_files("#tc-draft-file", tmp_path / "a.docx")
    tab.click("#tc-draft-form [type=submit]")
    tab.wait_for_selector("#tc-checks [role=alert]:has-text('a.docx')")
    shot(tab, "draft-fault-1366x768")
    (tmp_path / "rong.docx").write_bytes(b"")
    tab.set_input_files("#tc-draft-file", tmp_path / "rong.docx")
    tab.wait_for_selector("#tc-checks [role=alert]:has-text('không có chữ nào')")
    large = tmp_path / "lon.docx"
    large.write_bytes(b"0" * 10_000_001)
    tab.set_input_files("#tc-draft-file", large)
    tab.wait_for_selector("#tc-checks [role=alert]:has-text('10 MB')")
    tab.route("**/checks", lambda route: route.abort())
    tab.click("#tc-draft-form [type=submit]")
    tab.wait_for_selector("#tc-checks [role=alert]:has-text('Mất kết nối')")
    assert tab.input_value("#tc-draft") == WRONG
    tab.close()


def test_work_over_a_second_says_so(tab, site):
    held: list[object] = []
    tab.route("**/checks", lambda route: held.append(route))
    open_tab(tab, site, "kiem-tra")
    tab.fill("#tc-draft", WRONG)
    tab.click("#tc-draft-form [type=submit]")
    tab.wait_for_selector(".tc-working progress")
    assert "Đang kiểm tra dự thảo" in tab.inner_text(".tc-working")
    assert tab.get_attribute("#tc-checks", "aria-busy") == "true"
    tab.wait_for_selector(".tc-working >> text=1 giây")
    held[0].continue_()
    tab.wait_for_selector(".tc-check")
    assert tab.locator(".tc-working").count() == 0


def test_draft_stays_when_the_tab_is_left_and_the_page_loaded_anew(tab, site):
    check(tab, site, WRONG)
    tab.click("button[role=tab]:visible:has-text('Văn bản')")
    tab.click("button[role=tab]:visible:has-text('Kiểm tra')")
    assert tab.locator(".tc-check").count() > 0
    tab.reload()
    tab.wait_for_selector("#tc-draft")
    tab.wait_for_function("document.querySelector('#tc-draft').value !== ''")
    assert tab.input_value("#tc-draft") == WRONG


# --- For everybody ------------------------------------------------------------------------------


def test_no_english_is_left(tab, site):
    find(tab, site)
    fill_basket(tab, 2)
    assert not ENGLISH.findall(re.sub(r"\S+\.(?:txt|docx|md)\b", "", seen_text(tab)))
    check(tab, site, WRONG)
    assert not ENGLISH.findall(re.sub(r"\.(?:txt|docx|md)\b", "", seen_text(tab)))


def test_all_can_be_done_by_keyboard(tab, site):
    find(tab, site)
    tab.focus(".tc-quotation .tc-add >> nth=0")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".tc-basket-list li")
    tab.focus(".tc-quotation .tc-add >> nth=1")
    tab.keyboard.press("Space")
    tab.wait_for_selector(".tc-basket-list li:nth-child(2)")
    a, b = entries(tab)
    tab.focus("[data-basket=down][data-at='0']")
    tab.keyboard.press("Enter")
    tab.wait_for_function("(key) => document.querySelector('.tc-basket-list li')?.dataset.key === key", arg=b)
    assert entries(tab) == [b, a]
    assert tab.evaluate("document.activeElement.closest('#tc-basket') !== null")
    open_tab(tab, site, "kiem-tra")
    tab.focus("#tc-draft")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "tc-draft-file"
    outline = tab.eval_on_selector("label[for=tc-draft-file]", "(node) => getComputedStyle(node).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_nothing_scrolls_sideways(chromium, site, width, height):
    context = chromium(viewport={"width": width, "height": height})
    tab = context.new_page()
    find(tab, site)
    fill_basket(tab, 2)
    shot(tab, f"quotes-{width}", full_page=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    check(tab, site, WRONG)
    shot(tab, f"draft-{width}", full_page=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_readable(tab, site, scheme):
    tab.emulate_media(color_scheme=scheme)
    find(tab, site)
    fill_basket(tab, 1)
    shot(tab, f"quotes-{scheme}")
    # WCAG 2.1, 1.4.3: at least 4.5 for text of normal size.
    for selector in (
        ".tc-quote",
        ".tc-ref",
        "#tc-basket h2",
        ".tc-add[aria-pressed=true]",
        ".tc-main",
        ".tc-fold summary",
    ):
        assert contrast(tab, selector) >= 4.5, selector
    check(tab, site, f"{WRONG}\n{RIGHT}\nQuyết định số 999/QĐ-TTg.")
    shot(tab, f"draft-{scheme}")
    for selector in (
        ".tc-verdict.tc-bad", ".tc-verdict.tc-good", ".tc-verdict.tc-warn", ".tc-check del", ".tc-check ins",
        ".tc-remark p", "#tc-draft", "#tc-draft-name", "#tc-draft-limits",
    ):  # fmt: skip
        assert contrast(tab, selector) >= 4.5, selector


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(tab, site, axe, scheme):
    tab.emulate_media(color_scheme=scheme)
    open_tab(tab, site, "trich-dan")
    assert axe(tab, scheme) == [], "no topic yet"
    find(tab, site)
    fill_basket(tab, 2)
    tab.click("#tc-topic-form summary")
    assert axe(tab, scheme) == [], "quotations and basket"
    open_tab(tab, site, "kiem-tra")
    assert axe(tab, scheme) == [], "no draft yet"
    check(tab, site, f"{WRONG}\n{RIGHT}\nQuyết định số 999/QĐ-TTg.")
    assert axe(tab, scheme) == [], "a draft that was checked"
    tab.goto(site + "api")
    assert axe(tab, scheme) == [], "interface"


def test_nothing_is_asked_of_another_host(window, tab, site):
    find(tab, site)
    fill_basket(tab, 1)
    check(tab, site, WRONG)
    tab.goto(site + "api")
    tab.wait_for_selector("h1")
    shot(tab, "interface", full_page=True)
    hosts = {urlsplit(url).hostname for url in window[1] if urlsplit(url).scheme not in {"data", "blob", "about"}}
    assert hosts == {"127.0.0.1"}


def test_no_script_of_a_document_or_a_draft_runs(window):
    from build_directives import directive

    body = "I. MỤC TIÊU\n\n" + "\n\n".join(
        f"{n}. Phát triển đô thị {payload} bền vững trên địa bàn tỉnh đến năm 2030."
        for n, payload in enumerate(PAYLOADS, 1)
    )
    draft = "\n".join(
        f"Theo Kế hoạch số 15/KH-UBND, “Phát triển đô thị {payload} bền vững đến năm 2031”." for payload in PAYLOADS
    )
    library = QuotableLibrary({f"{PAYLOADS[0].replace('/', '-')}.txt": directive(body=body, subject=PAYLOADS[4])})
    tab = window[0].new_page()
    dialogs: list[str] = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    with serving(library) as site:
        find(tab, site, "phát triển đô thị")
        fill_basket(tab, 3)
        check(tab, site, draft)
        tab.wait_for_selector(".tc-check")
        tab.wait_for_timeout(500)
        assert tab.evaluate("window.ran") is None
        assert (
            tab.locator("#tc-checks :is(script, img, svg, iframe), #tc-quotes :is(script, img, svg, iframe)").count()
            == 0
        )
    tab.close()
    assert dialogs == []


# --- A page over an index that grows ----------------------------------------------------------


def test_page_loaded_anew_speaks_of_the_new_documents(tab, tmp_path) -> None:
    folder = Folder(tmp_path)
    with serving(Library.open(folder.index), index_dir=folder.index) as site:
        tab.goto(site)
        tab.wait_for_selector("#tc-banner >> text=1 văn bản")
        folder.add()
        tab.goto(site)
        tab.wait_for_selector("#tc-banner >> text=2 văn bản")
        tab.wait_for_selector("#tc-examples >> text=77/KH-UBND")
        tab.click("#tc-examples button:visible >> nth=0")
        tab.wait_for_selector(".tc-result")
        choose(tab, "van-ban")
        tab.wait_for_selector(".tc-entry >> text=77/KH-UBND >> visible=true")
        assert tab.locator(".tc-entry:visible").count() == 2
