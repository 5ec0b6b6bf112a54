"""A real Chromium for tests of the page: fixtures (made known by conftest.py), and what tests do and look at in it."""

import contextlib
import re
import shutil
import threading
import time
from pathlib import Path

import pytest

from tracuu import vi
from tracuu.web import server

ARTEFACTS = Path(__file__).parent / "artefacts"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUESTION = "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
LEAD = "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An"
ABROAD = "Dân số đô thị của tỉnh Cà Mau năm 2035 là bao nhiêu?"
BOX = "#tc-question textarea, #tc-question input"
# Rows of long registers beyond the first: each is made as those above it, and the rules take 10 ms for each.
REPEATED = [[".tc-register-table tbody tr:nth-child(n+13)"]]
# Words that Gradio shows in English where nobody translates them.
ENGLISH = re.compile(
    r"\b(the|and|error|loading|processing|queue|settings|built|via|api|submit|clear|remove|copy|close|open|search|"
    r"options?|select|upload|download|share|more|tabs?|dropdown|textbox|empty|edit|undo|run|stop|expand|fullscreen)\b",
    re.IGNORECASE,
)


@contextlib.contextmanager
def serving(library, **options):
    """Serve the page for ``library`` on a free port of this machine; gives its address."""
    with server.reserve("127.0.0.1", 0) as bound:
        running = server.http_server(server.create_app(library, **options))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 30
        while not running.started and time.monotonic() < deadline:
            time.sleep(0.02)
        assert running.started
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}/"
        finally:
            running.should_exit = True
            thread.join(10)


@pytest.fixture(scope="session")
def site(library):
    with serving(library) as address:
        yield address


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:

        def launch(**options):
            folder = tmp_path_factory.mktemp("profile")
            return playwright.chromium.launch_persistent_context(
                folder, executable_path=CHROMIUM, args=FLAGS, locale="en-US", **options
            )

        yield launch


@pytest.fixture(scope="session")
def window(chromium):
    """One browser for the whole run, and every address that it asked for."""
    context = chromium(viewport={"width": 1366, "height": 768}, permissions=["clipboard-read", "clipboard-write"])
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    yield context, requests
    context.close()


def _is_fault(message) -> bool:
    """Whether a message of the console tells of an error; that a server has gone is seen when a test has stopped it."""
    return message.type == "error" and "ERR_CONNECTION_REFUSED" not in message.text


@pytest.fixture
def tab(window):
    """A new tab; any error in its console fails the test."""
    context, _ = window
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    yield tab
    tab.close()
    assert faults == [], faults


def ask(tab, site, question=QUESTION):
    tab.goto(site)
    tab.wait_for_selector(BOX)
    tab.fill(BOX, question)
    tab.press(BOX, "Enter")
    tab.wait_for_selector(".tc-result")


def again(tab, question):
    """Ask another question of an open page."""
    tab.fill(BOX, question)
    tab.press(BOX, "Enter")


def choose(tab, tab_id):
    """Bring a tab to the front; on a narrow window from the menu of those for which there is no room."""
    tab.wait_for_selector("#tc-tabs [role=tab][aria-selected=true]")
    beside = f"[role=tab][data-tab-id={tab_id}]"
    if tab.viewport_size["width"] > 600 or tab.locator(beside).count():
        tab.click(beside)
        return
    tab.click(".overflow-menu > button")
    tab.click(f".overflow-dropdown >> text={vi.PAGE_TABS[tab_id]}")


def shot(tab, name, **options):
    ARTEFACTS.mkdir(exist_ok=True)
    # What moves for a while is shown as it ends.
    tab.screenshot(path=ARTEFACTS / f"{name}.png", animations="disabled", **options)


def mark_in_view(tab):
    """Whether the first mark of the open document lies within its pane and within the window."""
    tab.wait_for_selector("#tc-reader mark")
    tab.wait_for_timeout(300)
    return tab.evaluate(
        """() => {
          const mark = document.querySelector('#tc-reader mark').getBoundingClientRect();
          const pane = document.querySelector('#tc-reader .tc-text').getBoundingClientRect();
          return mark.top >= Math.max(0, pane.top) - 1 && mark.top < Math.min(innerHeight, pane.bottom);
        }"""
    )


def seen_text(tab):
    """All text, names, hints and titles of what is shown, without the documents' own words."""
    return tab.evaluate(
        """() => {
          const own = ['.tc-text', '.tc-quote', '.tc-headings', '.tc-entry', '.tc-card', '.tc-reader', '.tc-basis',
            '.tc-columns', '#tc-history'];
          const parts = [document.title];
          const walk = (node) => {
            if (node.nodeType === 3) parts.push(node.textContent);
            if (node.nodeType !== 1 || !node.checkVisibility() || own.some((css) => node.matches(css))) return;
            for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
              if (node.getAttribute(name)) parts.push(node.getAttribute(name));
            node.childNodes.forEach(walk);
          };
          walk(document.body);
          return parts.join('\\n');
        }"""
    )


def contrast(tab, selector):
    """WCAG 2 contrast of the first match between its text and the nearest painted ground, 1 to 21."""
    return tab.evaluate(
        """(selector) => {
          const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
          const light = (c) => c.slice(0, 3).map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          let node = document.querySelector(selector);
          const ink = rgb(getComputedStyle(node).color);
          let ground = rgb(getComputedStyle(node).backgroundColor);
          while ((ground[3] ?? 1) === 0 && node.parentElement) {
            node = node.parentElement;
            ground = rgb(getComputedStyle(node).backgroundColor);
          }
          const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }""",
        selector,
    )


@pytest.fixture(scope="session")
def axe():
    """What the rules of axe-core find in the page that is shown: serious and critical ones."""
    from axe_playwright_python.sync_playwright import Axe

    def findings(tab, scheme="light"):
        # In the dark nothing but colours is another.
        chosen = {"options": {"runOnly": {"type": "rule", "values": ["color-contrast"]}}} if scheme == "dark" else {}
        found = Axe().run(tab, context={"exclude": REPEATED}, **chosen).response["violations"]
        return [
            (rule["id"], rule["impact"], node["html"][:200], node["failureSummary"])
            for rule in found
            if rule["impact"] in {"serious", "critical"}
            for node in rule["nodes"]
        ]

    return findings
