"""The tab “Nhiệm vụ & chỉ tiêu” in a real Chromium: filters, pictures, files, links, keyboard, every width and colour."""

import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import docx
import openpyxl
import pytest

from browsing import CHROMIUM, ENGLISH, contrast, mark_in_view, seen_text, serving, shot
from build_registers import RegisterLibrary, given, plan
from tracuu import vi
from tracuu.registers import TaskFilter

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")

GUIDE = (Path(__file__).parent.parent / "docs" / "huong-dan.md").read_text(encoding="utf-8")
AGENCY = "#tc-register-form [name=agency]"
FINANCE = "Sở Tài chính Lai Châu"


@pytest.fixture(autouse=True)
def light(tab):
    tab.emulate_media(color_scheme="light")


def open_tab(tab, site, **fields):
    from urllib.parse import urlencode

    query = urlencode({"tab": "nhiem-vu", **{f"nv-{name}": value for name, value in fields.items()}})
    tab.goto(f"{site}?{query}")
    settled(tab)


def settled(tab):
    """Wait until the list that was asked for is there."""
    tab.wait_for_selector("#tc-register:not([aria-busy]) > section")


def count(tab) -> int:
    return int(tab.inner_text("#tc-register h2").split()[0])


def counted(tab, number):
    tab.wait_for_function(f"document.querySelector('#tc-register h2')?.textContent.startsWith('{number} ')")


def said(tab) -> dict[str, str]:
    """What the address says of the filters."""
    query = parse_qs(urlsplit(tab.url).query)
    return {name.removeprefix("nv-"): values[0] for name, values in query.items() if name.startswith("nv-")}


def downloaded(tab, selector) -> tuple[str, bytes]:
    with tab.expect_download() as waiting:
        tab.click(selector)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_list_of_all_tasks_is_there_when_the_tab_is_opened(tab, site, library):
    open_tab(tab, site)
    assert count(tab) == len(library.tasks().entries)
    assert tab.locator("#tc-register tbody tr").count() == 50
    shot(tab, "registers-1366x768")


def test_guide_for_the_reviewer(tab, site, library):
    """By the guide alone: an agency's tasks with their deadlines, the place of the first, the files."""
    for words in ("Nhiệm vụ & chỉ tiêu", FINANCE, vi.REGISTER_SHOW, vi.OPEN_AT_PLACE, *vi.REGISTER_DOWNLOADS.values()):
        assert words in GUIDE
    tab.goto(site)
    tab.click("button[role=tab]:visible:has-text('Nhiệm vụ & chỉ tiêu')")
    tab.fill(AGENCY, FINANCE)
    tab.click(f"text={vi.REGISTER_SHOW}")
    found = library.tasks(TaskFilter(agency=FINANCE)).entries
    counted(tab, len(found))
    first = tab.locator("#tc-register tbody tr").first
    assert "trước ngày 10/4/2026" in first.inner_text()
    assert "giao chung cho nhóm cơ quan" in first.inner_text()
    shot(tab, "registers-agency-1366x768")
    name, data = downloaded(tab, f"text={vi.REGISTER_DOWNLOADS['xlsx']}")
    assert name == "nhiem-vu.xlsx"
    assert openpyxl.load_workbook(io.BytesIO(data)).active.max_row == len(found) + 1
    name, data = downloaded(tab, f"text={vi.REGISTER_DOWNLOADS['docx']}")
    assert f"(cơ quan: {FINANCE})" in [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    first.locator("text=Mở tại chỗ").click()
    assert mark_in_view(tab)
    assert tab.inner_text("#tc-reader mark").startswith("Báo cáo kết quả gửi")
    shot(tab, "registers-reader-1366x768")
    tab.click(f"#tc-register-form >> text={vi.REGISTER_CLEAR}")
    counted(tab, len(library.tasks().entries))
    tab.click("[data-register-agency] >> nth=0")
    assert tab.input_value(AGENCY)
    tab.click(f"#tc-register-form >> text={vi.REGISTER_WHATS['targets']}")
    tab.wait_for_selector(f"#tc-register h2:has-text('{len(library.targets())} chỉ tiêu')")
    tab.click(f"text={vi.REGISTER_COPY_LINK} >> visible=true")
    assert "nv-what=targets" in tab.evaluate("navigator.clipboard.readText()")


def test_address_says_the_filters_and_brings_them_back(tab, site):
    open_tab(tab, site)
    tab.fill(AGENCY, "sxd")
    tab.press(AGENCY, "Enter")
    counted(tab, 26)
    tab.select_option("#tc-register-form [name=role]", "lead")
    counted(tab, 17)
    assert said(tab) == {"agency": "sxd", "role": "lead"}
    tab.reload()
    settled(tab)
    assert count(tab) == 17
    assert tab.input_value(AGENCY) == "sxd"


def test_column_of_the_picture_shows_its_tasks(tab, site):
    open_tab(tab, site)
    column = tab.locator("[data-register-days]").nth(1)
    title = column.get_attribute("aria-label")
    assert title == "Tháng 4/2026: 4 nhiệm vụ"
    column.focus()
    tab.keyboard.press("Enter")
    counted(tab, 4)
    assert said(tab) == {"due_after": "01/4/2026", "due_before": "30/4/2026"}
    assert "ngày cuối" in tab.inner_text("#tc-register")


def test_bar_of_an_agency_shows_its_tasks(tab, site, library):
    open_tab(tab, site)
    bar = tab.locator("[data-register-agency]").first
    agency = bar.get_attribute("data-register-agency")
    bar.click()
    counted(tab, len(library.tasks(TaskFilter(agency=agency)).entries))
    assert tab.input_value(AGENCY) == agency


def test_more_rows_come_when_asked_for_with_the_focus_on_the_first_of_them(tab, site):
    open_tab(tab, site)
    tab.click("[data-register-more]")
    tab.wait_for_function("document.querySelectorAll('#tc-register tbody tr').length > 50")
    assert tab.locator("#tc-register tbody tr").count() == 100
    tab.wait_for_function("document.activeElement?.closest('tr') !== null")
    assert tab.evaluate("document.activeElement.closest('tr').id") == "tc-task-51"


def test_names_of_agencies_are_offered_while_one_is_typed(tab, site):
    open_tab(tab, site)
    names = tab.eval_on_selector_all("#tc-agencies option", "options => options.map((o) => o.value)")
    assert {"Sở Xây dựng", "Công an tỉnh"} <= set(names)


def test_targets_have_fields_of_their_own(tab, site):
    open_tab(tab, site)
    tab.check("#tc-register-form [value=targets]")
    counted(tab, 49)
    assert not tab.is_visible(AGENCY)
    tab.fill("#tc-register-form [name=year]", "2030")
    tab.press("#tc-register-form [name=year]", "Enter")
    counted(tab, 24)
    assert said(tab) == {"what": "targets", "year": "2030"}
    shot(tab, "registers-targets-1366x768")


def test_filters_are_taken_off_at_once(tab, site):
    open_tab(tab, site, agency="SXD", sort="document", place="Lai Châu")
    assert tab.is_visible("#tc-register-form [name=place]")
    tab.click(f"text={vi.REGISTER_CLEAR}")
    counted(tab, 123)
    assert said(tab) == {}


def test_agency_without_a_task_is_told_with_names_to_choose(tab, site):
    open_tab(tab, site, agency="Sở Du lịch")
    assert "giao việc đích danh cho “Sở Du lịch”" in tab.inner_text("#tc-register")
    shot(tab, "registers-none-1366x768")
    tab.click("#tc-register .tc-chip >> nth=0")
    tab.wait_for_selector("#tc-register table")


def test_field_that_cannot_be_read_is_told_in_a_sentence(tab, site):
    open_tab(tab, site, due_before="31/2/2026")
    assert "Không đọc được ngày “31/2/2026”" in tab.inner_text("#tc-register [role=alert]")


def test_link_is_copied(tab, site):
    open_tab(tab, site, agency="SXD")
    tab.click("[data-register-link]")
    tab.wait_for_selector("text=Đã sao chép")
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url


def test_index_without_a_task_says_so(tab):
    with serving(RegisterLibrary({"a.txt": "Một văn bản không giao việc gì."})) as site:
        open_tab(tab, site)
        assert vi.REGISTER_NO_TASKS in tab.inner_text("#tc-register")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (800, 900), (390, 844), (320, 640)])
def test_nothing_scrolls_sideways(tab, site, width, height):
    tab.set_viewport_size({"width": width, "height": height})
    for fields in ({"agency": FINANCE}, {"what": "targets"}):
        open_tab(tab, site, **fields)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shot(tab, f"registers-{width}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(tab, site, axe, scheme):
    tab.emulate_media(color_scheme=scheme)
    for width, fields in (
        (1366, {}),
        (390, {"agency": "SXD"}),
        (1366, {"what": "targets"}),
        (1366, {"agency": "Sở Du lịch"}),
    ):
        tab.set_viewport_size({"width": width, "height": 800})
        open_tab(tab, site, **fields)
        assert axe(tab, scheme) == []
    tab.set_viewport_size({"width": 1366, "height": 768})
    open_tab(tab, site)
    for selector in (".tc-register-table td", ".tc-counts", ".tc-chart figcaption"):
        assert contrast(tab, selector) >= 4.5
    shot(tab, f"registers-{scheme}-1366x768")


def test_no_english_is_left(tab, site):
    for fields in ({"agency": FINANCE}, {"what": "targets"}, {"agency": "Sở Du lịch"}):
        open_tab(tab, site, **fields)
        assert not ENGLISH.findall(re.sub(r"tracuu\S*|[\w.-]+\.txt", "", seen_text(tab)))


def test_all_is_done_by_keyboard(tab, site):
    open_tab(tab, site)
    tab.focus(AGENCY)
    for _ in range(8):
        tab.keyboard.press("Tab")
        seen = tab.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle !== 'none' || document.activeElement.tagName === 'A'"
        )
        assert seen


def test_nothing_is_asked_of_another_host(window, tab, site):
    open_tab(tab, site, agency=FINANCE)
    _, requests = window
    host = urlsplit(site).netloc
    assert {
        urlsplit(one).netloc for one in requests if one.startswith("http") and urlsplit(one).port == urlsplit(site).port
    } == {host}


def test_long_list_of_another_province(tab):
    rows = given(*["Sở Nông nghiệp và Môi trường, UBND các xã: Mường Bú, Chiềng Hoa"] * 60, time="Trước ngày 15/6/2026")
    with serving(RegisterLibrary({"son-la.txt": plan(rows)})) as site:
        open_tab(tab, site, agency="UBND xã Mường Bú")
        assert count(tab) == 60
