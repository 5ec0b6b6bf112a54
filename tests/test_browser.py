"""The page in a real Chromium over the real corpus; hostile documents come from a fake library."""

import threading
from urllib.parse import urlencode, urlsplit

import pytest

from browsing import (
    ABROAD,
    BOX,
    CHROMIUM,
    ENGLISH,
    LEAD,
    QUESTION,
    again,
    ask,
    choose,
    contrast,
    mark_in_view,
    seen_text,
    serving,
    shot,
)
from fake_library import FakeLibrary
from test_web import PAYLOADS, hostile_library
from tracuu import vi
from tracuu.text import squeeze
from tracuu.web import pasting

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")


# --- Asking and reading ---------------------------------------------------------------------------


def test_question_is_answered_first_with_its_citation(tab, site):
    ask(tab, site)
    assert tab.inner_text(".tc-value") == LEAD
    card = tab.inner_text(".tc-card >> nth=0")
    assert "39-KH/TU" in card
    assert "STT 6" in card
    assert LEAD in "".join(tab.locator(".tc-card >> nth=0").locator(".tc-quote mark").all_inner_texts())
    assert tab.locator(".tc-value").bounding_box()["y"] < tab.locator(".tc-card >> nth=0").bounding_box()["y"] < 768
    shot(tab, "answer-light-1366x768")


def test_example_asks_with_one_click(tab, site):
    tab.goto(site)
    tab.click("#tc-examples button >> nth=0")
    tab.wait_for_selector(".tc-value")
    assert tab.input_value(BOX) == QUESTION
    assert tab.inner_text(".tc-value") == LEAD


def test_home_shows_the_box_and_the_examples(tab, site):
    tab.goto(site)
    tab.wait_for_selector("#tc-examples button")
    assert tab.locator("#tc-examples button").count() >= 3
    shot(tab, "home-1366x768")


def test_wide_window_opens_the_first_citation_beside_the_answer(tab, site):
    ask(tab, site)
    assert mark_in_view(tab)
    assert tab.is_visible(".tc-value")
    answer, pane = tab.locator(".tc-value").bounding_box(), tab.locator("#tc-reader").bounding_box()
    assert pane["x"] > answer["x"] + answer["width"]


@pytest.mark.parametrize("width", [1366, 1280, 1200])
def test_all_tabs_stand_beside_an_open_document(tab, site, width):
    tab.set_viewport_size({"width": width, "height": 768})
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    for tab_id in vi.PAGE_TABS:
        if tab_id == "van-ban":  # beside the list the open document has most of the window
            continue
        tab.click(f"[role=tab][data-tab-id={tab_id}]")
        tab.wait_for_selector(f"[role=tab][data-tab-id={tab_id}][aria-selected=true]")
        tab.wait_for_timeout(200)
        assert tab.locator("#tc-tabs [role=tab]:visible").count() == 6
        assert tab.locator(".overflow-menu > button:visible").count() == 0


def test_card_opens_the_document_at_the_quote_and_the_answer_stays(tab, site, library):
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    tab.click("[data-close-reader]")
    tab.wait_for_selector(".tc-reader-empty", state="attached")
    assert not tab.is_visible("#tc-right")
    tab.click(".tc-card .tc-actions [data-reader] >> nth=0")
    assert mark_in_view(tab)
    citation = library.ask(QUESTION).citations[0]
    assert "".join(tab.locator("#tc-reader mark").all_text_contents()) == citation.quote
    assert tab.inner_text(".tc-value") == LEAD
    shot(tab, "reader-1366x768")


def test_open_document_is_the_source_word_for_word(tab, site, library):
    document = library.documents[0]
    tab.goto(site + "?" + urlencode({"doc": document.source_id}))
    tab.wait_for_selector(".tc-text")
    assert tab.locator(".tc-text").text_content() == library.source(document.source_id).text


def test_question_link_asks_on_load(tab, site):
    tab.goto(site + "?" + urlencode({"q": QUESTION}))
    tab.wait_for_selector(".tc-value")
    assert tab.input_value(BOX) == QUESTION
    assert tab.inner_text(".tc-value") == LEAD


def test_document_link_opens_the_reader_at_the_place(tab, site, library):
    citation = library.ask(QUESTION).citations[0]
    tab.goto(site + "?" + urlencode({"doc": citation.source, "start": citation.start, "end": citation.end}))
    assert mark_in_view(tab)
    assert "".join(tab.locator("#tc-reader mark").all_text_contents()) == citation.quote


def test_address_follows_what_is_shown_and_brings_it_back(tab, site):
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    address = tab.url
    marked = tab.locator("#tc-reader mark").all_text_contents()
    tab.goto("about:blank")
    tab.goto(address)
    tab.wait_for_selector(".tc-value")
    assert mark_in_view(tab)
    assert tab.locator("#tc-reader mark").all_text_contents() == marked
    assert tab.inner_text(".tc-value") == LEAD


def test_back_returns_to_the_question_before_and_to_the_empty_page(tab, site):
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    again(tab, ABROAD)
    tab.wait_for_selector(".tc-abstain")
    tab.go_back()
    tab.wait_for_selector(".tc-value")
    assert tab.inner_text(".tc-value") == LEAD
    assert tab.input_value(BOX) == QUESTION
    assert mark_in_view(tab)
    tab.go_back()
    tab.wait_for_selector(".tc-result", state="detached")
    assert tab.input_value(BOX) == ""
    assert tab.is_visible("#tc-examples button >> nth=0")
    tab.go_forward()
    tab.wait_for_selector(".tc-value")
    assert tab.inner_text(".tc-value") == LEAD


def test_back_closes_what_was_opened_and_forward_opens_it_again(tab, site):
    ask(tab, site, ABROAD)
    tab.click(".tc-card .tc-actions [data-reader] >> nth=1")
    assert mark_in_view(tab)
    marked = tab.locator("#tc-reader mark").all_text_contents()
    tab.go_back()
    tab.wait_for_selector(".tc-reader-empty", state="attached")
    assert tab.is_visible(".tc-abstain")
    tab.go_forward()
    assert mark_in_view(tab)
    assert tab.locator("#tc-reader mark").all_text_contents() == marked


def test_tab_is_kept_in_the_address(tab, site):
    tab.goto(site)
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    address = tab.url
    tab.go_back()
    tab.wait_for_selector(BOX, state="visible")
    assert not tab.is_visible(".tc-entry")
    tab.goto(address)
    tab.wait_for_selector(".tc-entry", state="visible")
    assert not tab.is_visible(BOX)


def test_link_is_copied_and_shows_the_same_to_another_person(tab, window, site):
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    for button in (".tc-answer [data-copy-link]", "#tc-reader [data-copy-link]"):
        tab.click(button)
        tab.wait_for_function("(css) => document.querySelector(css).textContent === 'Đã sao chép'", arg=button)
        copied = tab.evaluate("navigator.clipboard.readText()")
        other = window[0].new_page()
        other.goto(copied)
        assert mark_in_view(other)
        assert "".join(other.locator("#tc-reader mark").all_text_contents()).startswith("6\tQuy hoạch")
        assert other.locator(".tc-value").count() == (1 if "answer" in button else 0)
        other.close()


def test_limits_are_set_from_an_address_and_can_be_dropped(tab, site):
    tab.goto(site + "?" + urlencode({"q": QUESTION, "kind": "Kế hoạch", "place": "Lai Châu"}))
    tab.wait_for_selector(".tc-result")
    assert "Chỉ xét trong phạm vi: loại Kế hoạch, địa bàn Lai Châu." in tab.inner_text(".tc-answer")
    tab.click("#tc-scope > button")
    assert tab.locator("#tc-scope input >> nth=0").input_value() == "Kế hoạch"
    shot(tab, "limited-1366x768")
    tab.click("[data-everywhere]")
    tab.wait_for_selector(".tc-value")
    assert tab.inner_text(".tc-value") == LEAD
    assert "kind=" not in tab.url
    assert tab.locator("#tc-scope input >> nth=0").input_value() == "Tất cả"


def test_what_was_asked_is_listed_asked_again_and_forgotten(tab, window, site):
    ask(tab, site)
    again(tab, ABROAD)
    tab.wait_for_selector(".tc-abstain")
    tab.click("#tc-history summary")
    assert tab.locator("#tc-history li").all_inner_texts()[1].split("\n") == [QUESTION, LEAD]
    shot(tab, "history-1366x768")
    tab.click("#tc-history li >> nth=1 >> button")
    tab.wait_for_selector(".tc-value")
    assert tab.inner_text(".tc-value") == LEAD
    assert tab.input_value(BOX) == QUESTION
    other = window[0].new_page()
    other.goto(site)
    other.wait_for_selector(BOX)
    assert other.locator("#tc-history li").count() == 0
    other.close()
    tab.click("[data-forget]")
    assert tab.locator("#tc-history li").count() == 0
    assert tab.evaluate("JSON.parse(sessionStorage.getItem('tracuu-asked'))") == []


def test_values_that_differ_stand_side_by_side(tab, site):
    ask(tab, site, "Diện tích nhà ở bình quân đầu người ở Điện Biên đến năm 2030 là bao nhiêu?")
    boxes = [column.bounding_box() for column in tab.locator(".tc-columns article").all()]
    assert len(boxes) == 2
    assert boxes[0]["y"] == boxes[1]["y"]
    marks = tab.locator(".tc-columns mark").all_inner_texts()
    assert any("28" in mark for mark in marks)
    assert any("32" in mark for mark in marks)
    shot(tab, "conflict-1366x768", full_page=True)


def test_link_to_an_unknown_document_says_so(window, site):
    tab = window[0].new_page()  # the 404 stands in its console
    tab.goto(site + "?doc=khong-co.txt&start=1&end=2")
    tab.wait_for_selector("#tc-reader [role=alert]")
    assert "Không có văn bản này" in tab.inner_text("#tc-reader")
    tab.close()


def test_abstention_says_why_and_shows_nearest_passages_as_such(tab, site):
    ask(tab, site, ABROAD)
    assert tab.locator(".tc-value").count() == 0
    assert tab.inner_text(".tc-abstain h2") == "Chưa đủ căn cứ để trả lời"
    assert len(tab.inner_text(".tc-why")) > 20
    assert "Các đoạn gần nhất" in tab.inner_text(".tc-cards h3")
    assert "Có thể thử" in tab.inner_text(".tc-abstain")
    shot(tab, "abstention-1366x768")


@pytest.mark.parametrize(("question", "said"), [("", "chưa có chữ nào."), ("x" * 2100, "dài quá 2.000 ký tự.")])
def test_bad_question_is_told_in_a_sentence(tab, site, question, said):
    ask(tab, site, question)
    assert f"Câu hỏi {said}" in tab.inner_text(".tc-abstain")


def test_passages_alone_can_be_searched(tab, site):
    tab.goto(site)
    tab.fill(BOX, "nhà ở xã hội")
    tab.click("#tc-find")
    tab.wait_for_selector(".tc-card")
    assert "Tìm được" in tab.inner_text(".tc-answer h2")


def test_filters_narrow_what_is_searched(tab, site):
    tab.goto(site)
    tab.wait_for_selector("#tc-scope")
    tab.click("#tc-scope > button")
    tab.fill("#tc-scope input[placeholder] >> nth=0", "31/02/2026")
    tab.fill(BOX, QUESTION)
    tab.press(BOX, "Enter")
    tab.wait_for_selector(".tc-result")
    assert "“31/02/2026” không phải ngày hợp lệ" in tab.inner_text(".tc-why")
    shot(tab, "filters-1366x768")


def test_list_names_every_document_and_opens_it(tab, site, library):
    tab.goto(site)
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    text = tab.text_content(".tc-documents")
    for document in library.documents:
        assert document.source_id in text
    assert "39-KH/TU" in text
    assert "suy ra" in text
    shot(tab, "documents-1366x768")
    tab.click(".tc-entry h2 a >> nth=0")
    tab.wait_for_selector(".tc-text")
    shot(tab, "documents-reading-1366x768")


@pytest.mark.parametrize(("typed", "found"), [("39-kh/tu", 3), ("ke hoach lai chau", 1), ("Hà Tĩnh", 1), ("xyz", 0)])
def test_list_is_searched_by_number_subject_and_issuer(tab, site, typed, found):
    tab.goto(site + "?tab=van-ban")
    tab.wait_for_selector(".tc-entry")
    tab.fill("#tc-list-search", typed)
    assert tab.locator(".tc-entry:visible").count() == found
    assert f"{found}/6 văn bản khớp" in tab.inner_text("#tc-list-count")
    assert tab.is_visible("#tc-list-none") is (found == 0)


# --- The reader -----------------------------------------------------------------------------------


def open_document(tab, site, source_id, start=None, end=None):
    place = {} if start is None else {"start": start, "end": end}
    tab.goto(site + "?" + urlencode({"doc": source_id, **place}))
    tab.wait_for_selector(".tc-text")


def test_outline_stands_at_the_side_and_leads_into_the_text(tab, site):
    open_document(tab, site, "ke-hoach-39-dien-bien.txt")
    tab.click("[data-wide]")
    outline, text = tab.locator("#tc-outline").bounding_box(), tab.locator(".tc-text").bounding_box()
    assert outline["x"] + outline["width"] <= text["x"] + 1
    tab.click("#tc-outline button:has-text('V. TỔ CHỨC THỰC HIỆN')")
    tab.wait_for_function(
        "document.querySelector('#tc-outline [aria-current]')?.textContent.startsWith('V. TỔ CHỨC THỰC HIỆN')"
    )
    place = tab.locator(".tc-text .tc-heading:has-text('V. TỔ CHỨC THỰC HIỆN')").bounding_box()
    assert text["y"] <= place["y"] < text["y"] + text["height"] / 2
    assert tab.evaluate("document.activeElement.matches('.tc-text')")
    shot(tab, "outline-1366x768")


def test_outline_can_be_opened_where_there_is_no_room_for_it(tab, site):
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    assert not tab.is_visible("#tc-outline")
    tab.click("[data-outline]")
    assert tab.is_visible("#tc-outline")
    assert tab.get_attribute("[data-outline]", "aria-expanded") == "true"


def test_reference_to_a_document_of_the_corpus_opens_it_and_back_returns(tab, site):
    open_document(tab, site, "ke-hoach-39-dien-bien.txt")
    tab.click(".tc-held:has-text('50-KH/TU') >> nth=0")
    tab.wait_for_selector("#tc-reader [data-doc='ke-hoach-nq06-dien-bien-2022.txt']")
    assert "50-KH/TU" in tab.inner_text("#tc-reader")
    tab.go_back()
    tab.wait_for_selector("#tc-reader [data-doc='ke-hoach-39-dien-bien.txt']")
    assert tab.locator("#tc-reader [data-doc='ke-hoach-nq06-dien-bien-2022.txt']").count() == 0


def test_reference_to_a_document_that_is_not_there_says_so_by_keyboard_and_to_screen_readers(tab, site):
    open_document(tab, site, "ke-hoach-39-dien-bien.txt")
    tab.focus(".tc-text")
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.tc-absent')"):
            break
    else:
        pytest.fail("no reference was reached")
    assert "không có trong kho" in tab.inner_text(".tc-reader-note")
    described = tab.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
    )
    assert described == "Văn bản được dẫn này không có trong kho."
    shot(tab, "absent-1366x768")


def test_table_has_columns_where_there_is_room_and_names_them_where_there_is_none(tab, site, library):
    citation = library.ask(QUESTION).citations[0]
    open_document(tab, site, citation.source, citation.start, citation.end)
    cells = tab.locator("tr:has(#trich) td")
    assert cells.count() == 6
    assert cells.nth(1).bounding_box()["y"] < cells.nth(3).bounding_box()["y"]
    named = "(cell) => getComputedStyle(cell, '::before').content"
    assert "Chủ trì thực hiện" in cells.nth(3).evaluate(named)
    tab.click("[data-wide]")
    assert cells.nth(1).bounding_box()["y"] == cells.nth(3).bounding_box()["y"]
    assert cells.nth(3).evaluate(named) == "none"
    assert mark_in_view(tab)
    shot(tab, "table-1366x768")


def test_long_document_opens_at_its_place(tab):
    line = "Thực hiện Kế hoạch số 50-KH/TU của Tỉnh ủy về phát triển đô thị bền vững trên địa bàn tỉnh.\n"
    text = "I. MỤC ĐÍCH\n\n" + "".join(f"{n}. {line}\n" for n in range(1, 3_100))
    assert len(text) > 300_000
    with serving(FakeLibrary({"dai.txt": text})) as site:
        for start in (290_000, 150_000, 500):
            open_document(tab, site, "dai.txt", start, start + 40)
            assert mark_in_view(tab)
            assert tab.text_content("#tc-reader mark") == text[start : start + 40]
        assert tab.text_content(".tc-text") == text


# --- Waiting and faults -----------------------------------------------------------------------------


class SlowLibrary(FakeLibrary):
    """Answers when it is let go."""

    def __init__(self):
        super().__init__()
        self.go = threading.Event()

    def ask(self, question, **options):
        self.go.wait(20)
        return super().ask(question, **options)


def test_a_wait_is_shown_and_told(tab):
    slow = SlowLibrary()
    with serving(slow) as site:
        tab.goto(site)
        tab.wait_for_selector(BOX)
        tab.fill(BOX, QUESTION)
        tab.press(BOX, "Enter")
        tab.wait_for_selector("#tc-results.tc-waiting[aria-busy=true]")
        shown = "getComputedStyle(document.querySelector('#tc-results'), '::before').content"
        assert "Đang tìm trong kho văn bản" in tab.evaluate(shown)
        tab.wait_for_function("document.querySelector('#tc-live')?.textContent.startsWith('Đang tìm')")
        shot(tab, "waiting-1366x768")
        slow.go.set()
        tab.wait_for_selector(".tc-value")
        assert tab.locator("#tc-results[aria-busy]").count() == 0
        tab.wait_for_selector("#tc-reader mark")


def test_nothing_moves_for_those_who_asked_for_less_motion(tab):
    slow = SlowLibrary()
    tab.emulate_media(reduced_motion="reduce")
    with serving(slow) as site:
        tab.goto(site)
        tab.wait_for_selector(BOX)
        tab.fill(BOX, QUESTION)
        tab.press(BOX, "Enter")
        tab.wait_for_selector("#tc-results.tc-waiting")
        assert (
            tab.evaluate("getComputedStyle(document.querySelector('#tc-results'), '::after').animationName") == "none"
        )
        slow.go.set()
        tab.wait_for_selector("#tc-reader mark")


def test_lost_connection_is_told_and_the_question_is_asked_again_when_it_is_back(window, site):
    tab = window[0].new_page()
    ask(tab, site)
    tab.route("**/gradio_api/run/predict*", lambda route: route.abort())
    again(tab, ABROAD)
    tab.wait_for_selector("#tc-problem")
    assert "Mất kết nối với máy chủ" in tab.inner_text("#tc-problem")
    assert ENGLISH.findall(seen_text(tab)) == []
    shot(tab, "lost-1366x768")
    tab.unroute("**/gradio_api/run/predict*")
    # Gradio loads the page anew when it reaches the server again.
    tab.wait_for_selector(".tc-abstain h2:has-text('Chưa đủ căn cứ')")
    assert tab.input_value(BOX) == ABROAD
    assert tab.locator("#tc-problem").count() == 0
    tab.close()


def test_document_that_cannot_be_fetched_is_told_in_the_reader(window, site):
    tab = window[0].new_page()
    tab.route("**/reader?*", lambda route: route.abort())
    tab.goto(site + "?doc=ke-hoach-39-dien-bien.txt")
    tab.wait_for_selector("#tc-reader [role=alert]")
    assert "Không mở được văn bản" in tab.inner_text("#tc-reader")
    shot(tab, "lost-reader-1366x768")
    tab.click("[data-close-reader]")
    assert not tab.is_visible("#tc-right")
    tab.close()


# --- Copying --------------------------------------------------------------------------------------


def test_quote_is_copied_with_its_reference(tab, site, library):
    ask(tab, site)
    citation = library.ask(QUESTION).citations[0]
    button = tab.locator(".tc-card >> nth=0").locator(".tc-actions > [data-copy]")
    assert copied_by(tab, button) == pasting.pasted(citation, pasting.printed(library, citation))


def test_answer_is_copied_with_its_reference(tab, site, library):
    ask(tab, site)
    citation = library.ask(QUESTION).citations[0]
    assert copied_by(tab, tab.locator(".tc-answer [data-copy]")) == f"{LEAD} ({citation.marked_reference})"


def test_each_form_of_the_reference_is_copied_alone(tab, site, library):
    ask(tab, site)
    citation = library.ask(QUESTION).citations[0]
    tab.click(".tc-forms summary >> nth=0")
    shot(tab, "forms-1366x768")
    for number, form in enumerate((pasting.full(citation), citation.short_reference, citation.footnote)):
        button = tab.locator(".tc-card >> nth=0").locator(".tc-forms [data-copy]").nth(number)
        assert copied_by(tab, button) == form


def copied_by(tab, button):
    """What the button puts on the clipboard; it says that it did, and is itself again afterwards."""
    button.click()
    tab.wait_for_function("(node) => node.textContent === 'Đã sao chép'", arg=button.element_handle())
    return tab.evaluate("navigator.clipboard.readText()")


def test_quote_is_copied_where_the_clipboard_interface_is_missing(tab, site, library):
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    ask(tab, site)
    button = tab.locator(".tc-card >> nth=1").locator(".tc-actions > [data-copy]")
    button.click()
    tab.wait_for_function("(node) => node.textContent === 'Đã sao chép'", arg=button.element_handle())
    citation = library.ask(QUESTION).citations[1]
    tab.fill(BOX, "")
    tab.press(BOX, "Control+V")
    assert squeeze(tab.input_value(BOX)) == squeeze(pasting.pasted(citation, pasting.printed(library, citation)))


# --- For everybody --------------------------------------------------------------------------------


def test_everything_can_be_done_by_keyboard_with_the_focus_seen(tab, site):
    tab.goto(site)
    tab.wait_for_selector(BOX)
    tab.wait_for_function("document.activeElement.closest('#tc-question') !== null")
    tab.keyboard.type(QUESTION)
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#tc-reader mark")
    for _ in range(30):
        tab.keyboard.press("Tab")
        outline = tab.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline != "0px"
        if tab.evaluate("document.activeElement.matches('.tc-card .tc-actions [data-reader]')"):
            break
    else:
        pytest.fail("the card's link was not reached")
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.activeElement.closest('#tc-reader') !== null")
    assert mark_in_view(tab)
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.activeElement.matches('.tc-card .tc-actions [data-reader]')")


def test_page_is_marked_as_vietnamese(tab, site):
    ask(tab, site)
    assert tab.evaluate("document.documentElement.lang") == "vi"


def test_no_english_is_left_in_what_a_person_sees(tab, site):
    ask(tab, site)
    tab.click("#tc-scope > button")
    tab.wait_for_timeout(300)
    assert ENGLISH.findall(seen_text(tab)) == []
    tab.click("#tc-scope input >> nth=0")
    tab.wait_for_timeout(200)
    assert ENGLISH.findall(seen_text(tab)) == []
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    assert ENGLISH.findall(seen_text(tab)) == []
    assert tab.locator("footer:visible").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (390, 844)])
def test_nothing_scrolls_sideways(tab, site, width, height):
    tab.set_viewport_size({"width": width, "height": height})
    ask(tab, site)
    tab.click(".tc-card .tc-actions [data-reader] >> nth=0")
    assert mark_in_view(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    shot(tab, f"reader-{width}x{height}")
    tab.click("[data-close-reader]")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.evaluate("scrollTo(0, 0)")
    shot(tab, f"answer-{width}x{height}", full_page=True)
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    shot(tab, f"documents-{width}x{height}")


def test_what_is_said_to_screen_readers_is_not_seen(tab, site):
    tab.set_viewport_size({"width": 390, "height": 844})
    ask(tab, site, ABROAD)
    tab.wait_for_function("document.querySelector('#tc-live')?.textContent.length > 60")
    box = tab.locator("#tc-live").bounding_box()
    assert (box["width"], box["height"]) == (1, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_marks_are_readable(tab, site, scheme):
    tab.emulate_media(color_scheme=scheme)
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    shot(tab, f"answer-{scheme}")
    # WCAG 2.1, 1.4.3: at least 4.5 for text of normal size.
    for selector in (
        "#tc-reader mark", ".tc-quote mark", ".tc-value", ".tc-quote", ".tc-basis", ".tc-score",
        ".tc-button", "#tc-go", "#tc-find", ".tc-text", ".tc-banner h1", ".tc-banner p", "#tc-question textarea",
        ".tc-badge", ".tc-locator", ".tc-headings",
    ):  # fmt: skip
        assert contrast(tab, selector) >= 4.5, selector


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken_in_any_view(tab, site, axe, scheme):
    tab.emulate_media(color_scheme=scheme)
    tab.goto(site)
    tab.wait_for_selector("#tc-examples button")
    assert axe(tab, scheme) == [], "home"
    ask(tab, site)
    tab.wait_for_selector("#tc-reader mark")
    tab.click(".tc-forms summary >> nth=0")
    assert axe(tab, scheme) == [], "answer beside its document"
    again(tab, "Diện tích nhà ở bình quân đầu người đến năm 2030 là bao nhiêu?")
    tab.wait_for_selector(".tc-columns")
    assert axe(tab, scheme) == [], "values that differ"
    again(tab, ABROAD)
    tab.wait_for_selector(".tc-abstain")
    tab.click("#tc-scope > button")
    tab.click("#tc-history summary")
    tab.wait_for_timeout(300)
    assert axe(tab, scheme) == [], "abstention, limits, history"
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    tab.click(".tc-entry summary >> nth=0")
    assert axe(tab, scheme) == [], "list of documents"
    tab.click(".tc-entry h2 a >> nth=0")
    tab.wait_for_selector(".tc-text")
    assert axe(tab, scheme) == [], "reader"
    tab.click("[data-wide]")
    assert axe(tab, scheme) == [], "reader widened"
    tab.click("[data-wide]")
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.wait_for_timeout(300)
    assert axe(tab, scheme) == [], "reader on a phone"
    shot(tab, f"phone-reader-{scheme}")


def test_reader_covers_a_narrow_window_and_gives_it_back(tab, site):
    tab.set_viewport_size({"width": 390, "height": 844})
    ask(tab, site)
    assert not tab.is_visible("#tc-right")
    tab.click(".tc-card .tc-actions [data-reader] >> nth=0")
    assert mark_in_view(tab)
    assert tab.evaluate("document.querySelector('#tc-left').inert")
    assert tab.locator("#tc-right").bounding_box()["width"] == 390
    tab.click("[data-close-reader]")
    assert not tab.evaluate("document.querySelector('#tc-left').inert")
    assert tab.is_visible(".tc-value")
    assert tab.evaluate("document.activeElement.matches('.tc-card .tc-actions [data-reader]')")


def test_dark_abstention_is_readable(tab, site):
    tab.emulate_media(color_scheme="dark")
    ask(tab, site, ABROAD)
    assert contrast(tab, ".tc-abstain h2") >= 4.5
    assert contrast(tab, ".tc-why") >= 4.5
    shot(tab, "abstention-dark")


@pytest.mark.parametrize(
    ("late", "address", "filled"),
    [
        ("page.js", {"q": QUESTION, "doc": "ke-hoach-39-dien-bien.txt"}, ".tc-text"),
        ("tabs.js", {"tab": "kiem-tra"}, "#tc-draft[data-ready]"),
        ("registers.js", {"tab": "nhiem-vu"}, "#tc-register-form[data-ready]"),
        ("findings.js", {"tab": "doi-chieu"}, "#tc-findings-form[data-ready]"),
    ],
)
def test_a_script_that_comes_when_the_page_stands_does_its_work_all_the_same(tab, site, late, address, filled):
    def when_all_stands(route):
        tab.wait_for_timeout(1500)
        route.continue_()

    tab.route(f"**/web/{late}", when_all_stands)
    tab.goto(site + "?" + urlencode(address))
    tab.wait_for_selector(filled, state="attached", timeout=10_000)
    assert tab.locator(filled).count() == 1


# What stands in a tab when its content is there.
FILLED = {
    "trich-dan": "#tc-topic-form[data-ready]",
    "kiem-tra": "#tc-draft[data-ready]",
    "nhiem-vu": "#tc-register:not([aria-busy]) > section",
    "doi-chieu": "#tc-findings:not([aria-busy]) > section",
    "van-ban": ".tc-entry",
}


@pytest.mark.parametrize("tab_id", FILLED)
def test_tab_of_an_address_is_shown_though_it_stands_behind_the_dots_by_then(tab, site, tab_id):
    """On a busy machine the script may find the tabs when Gradio has put those without room into its menu."""
    tab.set_viewport_size({"width": 390, "height": 844})

    def when_it_stands_there(route):
        tab.wait_for_selector(f".overflow-dropdown >> text='{vi.PAGE_TABS[tab_id]}'", state="attached")
        route.continue_()

    # The second tab has room unless the window is yet smaller.
    if tab_id == "trich-dan":
        tab.set_viewport_size({"width": 230, "height": 600})
    tab.route("**/web/page.js", when_it_stands_there)
    tab.goto(f"{site}?tab={tab_id}")
    tab.wait_for_selector(FILLED[tab_id], timeout=10_000)
    assert tab.inner_text("#tc-tabs [role=tab][aria-selected=true]") == vi.PAGE_TABS[tab_id]
    assert tab.title().startswith(vi.PAGE_TABS[tab_id])
    assert tab.url.endswith(f"?tab={tab_id}")


def test_back_and_forward_go_to_tabs_behind_the_dots(tab, site):
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(site)
    choose(tab, "nhiem-vu")
    tab.wait_for_selector(FILLED["nhiem-vu"])
    choose(tab, "van-ban")
    tab.wait_for_selector(FILLED["van-ban"])
    for go, tab_id in ((tab.go_back, "nhiem-vu"), (tab.go_back, "hoi-dap"), (tab.go_forward, "nhiem-vu")):
        go()
        tab.wait_for_selector(f"[role=tab][data-tab-id={tab_id}][aria-selected=true]")
    assert tab.url.endswith("?tab=nhiem-vu")


def test_basket_is_reached_when_its_tab_stands_behind_the_dots(tab, site):
    tab.set_viewport_size({"width": 320, "height": 640})
    ask(tab, site)
    tab.click(".tc-card .tc-add >> nth=0")
    choose(tab, "nhiem-vu")
    tab.wait_for_selector(FILLED["nhiem-vu"])
    tab.wait_for_selector(f".overflow-dropdown >> text='{vi.PAGE_TAB_QUOTING}'", state="attached")
    tab.click("#tc-basket-chip")
    tab.wait_for_selector(".tc-basket-list li")
    assert "tab=trich-dan" in tab.url


def test_tab_that_does_not_exist_is_the_first(tab, site):
    tab.goto(f"{site}?tab=khong-co")
    tab.wait_for_selector("[role=tab][data-tab-id=hoi-dap][aria-selected=true]")
    tab.wait_for_function("document.body.dataset.tab === 'hoi-dap'")
    choose(tab, "nhiem-vu")
    tab.wait_for_selector(FILLED["nhiem-vu"])
    assert tab.url.endswith("?tab=nhiem-vu")


# --- Keeping to itself ----------------------------------------------------------------------------


def test_nothing_is_asked_of_another_host(window, tab, site):
    ask(tab, site)
    _, requests = window
    hosts = {urlsplit(url).hostname for url in requests if urlsplit(url).scheme not in {"data", "blob", "about"}}
    assert hosts == {"127.0.0.1"}


# So many in one test, which may take half a minute on a busy machine.
PAYLOADS_AT_ONCE = 6


@pytest.fixture(scope="module")
def hostile_site():
    texts = {f"{n}-{payload}.txt": f"I. MỤC ĐÍCH\n{payload}" for n, payload in enumerate(PAYLOADS)}
    with serving(FakeLibrary(texts, name=" ".join(PAYLOADS), kind="".join(PAYLOADS))) as site:
        yield site


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), PAYLOADS_AT_ONCE))
def test_no_script_of_a_document_name_or_question_runs(window, hostile_site, first):
    context, _ = window
    tab = context.new_page()
    dialogs: list[str] = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    group = list(enumerate(PAYLOADS))[first : first + PAYLOADS_AT_ONCE]
    number, payload = group[0]
    link = {"q": payload, "doc": f"{number}-{payload}.txt", "start": 3, "end": 9}
    tab.goto(hostile_site + "?" + urlencode(link))
    tab.wait_for_selector(".tc-result")
    for _, payload in group[1:]:
        again(tab, payload)
        tab.wait_for_function("q => new URLSearchParams(location.search).get('q') === q", arg=payload)
        tab.wait_for_selector(".tc-result")
        assert tab.evaluate("window.ran") is None, payload
    choose(tab, "van-ban")
    tab.wait_for_selector(".tc-entry")
    for entry in range(first, first + len(group)):
        tab.click(f".tc-entry h2 a >> nth={entry}")
        tab.wait_for_timeout(400)
        shown = tab.locator(".tc-text").text_content()
        assert any(payload in shown for payload in PAYLOADS)
        assert tab.evaluate("window.ran") is None, shown
    assert tab.locator(".tc-entry script, .tc-text img, .tc-result svg, .tc-text iframe").count() == 0
    tab.close()
    assert dialogs == []


def test_a_script_that_slipped_in_would_be_stopped_by_the_policy(window):
    context, _ = window
    tab = context.new_page()
    with serving(hostile_library("x")) as site:
        tab.goto(site)
        tab.wait_for_selector(BOX)
        tab.evaluate("document.querySelector('#tc-results').innerHTML = '<img src=x onerror=\"window.ran=1\">'")
        tab.wait_for_timeout(500)
        assert tab.evaluate("window.ran") is None
    tab.close()
