"""The picture of the reference graph: what is drawn, where, what it says in words; and in a real browser."""

import re

import pytest

from browsing import CHROMIUM, choose, serving, shot
from fake_library import FakeLibrary
from test_references import graph_of, plan
from test_web import PAYLOADS
from tracuu.documents import link_documents, read_documents
from tracuu.overview import detail, outline_text
from tracuu.types import Role, Source, Tier
from tracuu.web.graph import graph_html
from tracuu.web.graph_choice import MOST_BOXES, chosen, not_held, times
from tracuu.web.graph_layout import BOX_HEIGHT, BOX_WIDTH, drawn, lay_out

CHAIN = {
    "a": plan("Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị, ban hành như sau:"),
    "b": plan("Thực hiện Kế hoạch số 15/KH-UBND ngày 12/5/2026 của UBND tỉnh, ban hành như sau:", "2. Theo Nghị quyết số 06-NQ/TW.", symbol="Số: 16/KH-UBND", day="20 tháng 5 năm 2026"),
}  # fmt: skip


class Written(FakeLibrary):
    """A library over texts that are read as directives."""

    def __init__(self, texts):
        super().__init__(texts)
        read = [
            d
            for name, text in texts.items()
            for d in read_documents(Source(source_id=name, sha256="0" * 64, text=text))
        ]
        self.documents = link_documents(read, texts)


def written(**texts):
    return Written({f"{name}.txt": text for name, text in texts.items()})


def many(count):
    """A plan that cites ``count`` documents."""
    return "\n\n".join(
        f"{i}. Theo Kế hoạch số {i}/KH-UBND ngày 01/02/2026 của UBND tỉnh." for i in range(20, 20 + count)
    )


# --- What is drawn ---------------------------------------------------------------------------------


def test_boxes_stand_by_level_and_do_not_overlap():
    graph = graph_of(**CHAIN)
    choice = chosen(graph)
    layout = lay_out(choice.nodes, drawn(choice.links))
    assert [band.tier for band in layout.bands] == [Tier.CENTRAL, Tier.PROVINCE]
    places = list(layout.places.values())
    assert all(x >= 0 and x + BOX_WIDTH <= layout.width and y + BOX_HEIGHT <= layout.height for x, y in places)
    assert all(
        abs(a[0] - b[0]) >= BOX_WIDTH or abs(a[1] - b[1]) >= BOX_HEIGHT
        for i, a in enumerate(places)
        for b in places[:i]
    )
    # What another rests on stands above it.
    assert layout.places["a.txt"][1] < layout.places["b.txt"][1]


def test_citation_that_follows_from_other_links_is_not_drawn():
    graph = graph_of(**CHAIN)
    assert any(link.role is Role.CITES for link in graph.links)
    assert [link.role for link in drawn(graph.links)] == [Role.CARRIES_OUT, Role.CARRIES_OUT]


def test_circles_do_not_hang_the_layout():
    circle = "Thực hiện Kế hoạch số {0}/KH-UBND ngày 12/5/2026 của UBND tỉnh:"
    graph = graph_of(a=plan(circle.format(16)), b=plan(circle.format(15), symbol="Số: 16/KH-UBND"))
    choice = chosen(graph)
    assert len(lay_out(choice.nodes, drawn(choice.links)).places) == 2


def test_large_corpus_is_cut_and_says_so():
    library = written(a=plan(body=many(MOST_BOXES + 10)))
    assert len(chosen(library.graph).nodes) == MOST_BOXES
    assert "Còn 11 văn bản" in graph_html(library)


def test_one_document_is_shown_with_what_is_near():
    other = plan("Thực hiện Chỉ thị số 9-CT/TW ngày 02/02/2025.", symbol="Số: 99/KH-UBND", subject="Phòng cháy")
    near = chosen(graph_of(**CHAIN, c=other), "b.txt")
    assert {node.symbol for node in near.nodes} == {"16/KH-UBND", "15/KH-UBND", "06-NQ/TW"}


def test_documents_not_held_are_listed_by_how_often():
    body = "2. Theo Kết luận số 9-KL/TW ngày 02/02/2025.\n\n3. Theo Kết luận số 9-KL/TW và Chỉ thị số 1-CT/TW ngày 01/01/2025."
    found = [(node.symbol, times(links)) for node, links in not_held(graph_of(a=plan(body=body)))]
    assert found == [("9-KL/TW", 2), ("1-CT/TW", 1)]


# --- What it says ----------------------------------------------------------------------------------


def test_every_box_has_a_name_and_its_links_in_words():
    page = graph_html(written(**CHAIN))
    boxes = re.findall(r'<a class="tc-box[^>]*aria-label="([^"]+)"', page)
    assert any("Kế hoạch số 15/KH-UBND" in name for name in boxes)
    assert any("không có trong kho" in name for name in boxes)
    for n in range(len(boxes)):
        assert f'id="tc-node-{n}"' in page
        assert f'data-node="{n}"' in page
    assert "Thực hiện" in page
    assert "Được thực hiện bởi" in page


def test_places_lead_to_the_mentions():
    library = written(**CHAIN)
    start, end = re.search(r"doc=a\.txt&amp;start=(\d+)&amp;end=(\d+)", graph_html(library)).groups()
    assert library.source("a.txt").text[int(start) : int(end)].startswith("Nghị quyết số 06-NQ/TW")


def test_corpus_without_references_has_no_picture():
    assert "<svg" not in graph_html(written(a=plan()))


@pytest.mark.parametrize("payload", PAYLOADS[:6])
def test_what_documents_say_is_escaped(payload):
    page = graph_html(
        written(
            a=plan(
                f"Thực hiện Kế hoạch số 9-KH/TU ngày 02/02/2025 của Tỉnh ủy về {payload} đô thị.",
                subject=f"Đô thị {payload}",
            )
        )
    )
    assert payload not in page


def test_unknown_document_gives_the_whole_corpus():
    assert "Cả kho văn bản:" in graph_html(written(**CHAIN), "khong-co.txt")


# --- show ------------------------------------------------------------------------------------------


def test_show_lists_relations_both_ways():
    library = written(**CHAIN)
    first = next(d for d in library.documents if d.doc_id == "a.txt")
    view = detail(first, library.documents, CHAIN["a"], lambda name: library.source(name).text, library.graph)
    assert [(r.role, r.document, r.doc_id) for r in view.relations] == [(Role.CARRIES_OUT, "06-NQ/TW", None)]
    assert [(r.role, r.document, r.doc_id) for r in view.cited_by] == [(Role.CARRIES_OUT, "16/KH-UBND", "b.txt")]
    assert view.cited_by[0].places[0].text == "Kế hoạch số 15/KH-UBND ngày 12/5/2026 của UBND tỉnh"
    assert view.mentions[0].target == "6-nq-tw@2022-01-24"
    text = outline_text(first, library.documents, CHAIN["a"], lambda name: library.source(name).text, library.graph)
    assert "Thực hiện:\n  - Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị (không có trong kho)" in text
    assert "Được thực hiện bởi:\n  - Kế hoạch số 16/KH-UBND" in text


# --- In a browser ----------------------------------------------------------------------------------

browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")


def opened(tab, site):
    tab.goto(site)
    choose(tab, "van-ban")
    tab.click("#tc-graph > summary")
    tab.wait_for_selector(".tc-picture")


@browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_is_drawn_and_accessible(tab, site, axe, scheme):
    tab.emulate_media(color_scheme=scheme)
    opened(tab, site + ("?__theme=dark" if scheme == "dark" else ""))
    assert tab.locator(".tc-box").count() == 15
    assert "06-NQ/TW" in tab.inner_text(".tc-graph-missing li >> nth=0")
    assert axe(tab, scheme) == []
    shot(tab, f"graph-{scheme}-1366x768", full_page=True)


@browser
def test_box_is_chosen_with_the_keyboard_and_opens_the_reader(tab, site, axe):
    opened(tab, site)
    box = tab.locator(".tc-box", has_text="81-HD/BTGDVTU")
    box.focus()
    tab.keyboard.press("Enter")
    assert "Hướng dẫn số 81-HD/BTGDVTU" in tab.inner_text("#tc-graph-detail h3")
    assert "39-KH/TU" in tab.inner_text("#tc-graph-detail dl")
    assert box.get_attribute("aria-pressed") == "true"
    assert axe(tab) == []
    shot(tab, "graph-chosen-1366x768", full_page=True)
    tab.click("#tc-graph-detail .tc-actions [data-reader]")
    tab.wait_for_selector(".tc-text")
    assert "81-HD/BTGDVTU" in tab.inner_text("#tc-reader h2")


@browser
def test_one_document_is_drawn_alone_from_the_list(tab, site):
    tab.goto(site)
    choose(tab, "van-ban")
    entry = tab.locator(".tc-entry", has_text="2233/KH-UBND")
    entry.locator("summary").click()
    entry.locator("[data-graph]").click()
    tab.wait_for_selector(".tc-picture")
    assert tab.locator(".tc-box").count() == 4
    assert tab.locator("#tc-graph-document").input_value() == "ke-hoach-2233-lai-chau.txt"
    tab.set_viewport_size({"width": 390, "height": 800})
    shot(tab, "graph-one-390x800")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390


@browser
def test_hostile_names_run_nothing_in_the_picture(tab):
    payload = "<img src=x onerror='window.ran=1'>"
    cited = f"Thực hiện Kế hoạch số 9-KH/TU ngày 02/02/2025 của Tỉnh ủy về {payload} đô thị."
    with serving(written(a=plan(cited, subject=f"Đô thị {payload}"))) as address:
        opened(tab, address)
        tab.click(".tc-box >> nth=0")
        assert tab.locator("#tc-graph img").count() == 0
        assert tab.evaluate("window.ran") is None
