"""The Gradio page: tabs on the left, the open document on the right. Each tab is a module of its own."""

from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.web import asking, findings, listing, quoting, reader, registers, verifying
from tracuu.web.asking import answer, passages
from tracuu.web.frame import BARE, HANDLER, TITLE, logged, quiet, theme, translations
from tracuu.web.library import QUESTIONS_AT_ONCE, Library
from tracuu.web.scope import filters

if TYPE_CHECKING:
    import gradio as gr
    from gradio.components import Component

__all__ = ["answer", "build", "document", "filters", "passages", "quiet", "theme", "translations"]


def document(library: Library, doc: str, start: str | None, end: str | None) -> str:
    """HTML of a whole document at the place that a deep link names; "" for an empty ``doc``."""
    if not doc:
        return reader.EMPTY
    at = reader.place(library.documents, doc, start, end)
    if at is None:
        return reader.missing_html(doc)
    try:
        return reader.reader_html(library, at)
    except TracuuError as error:
        return reader.refused_html(str(error))
    except Exception:
        return reader.refused_html(logged())


def build(library: Library) -> "gr.Blocks":
    """The page over ``library``. No handler is public: the JSON interface is the server's own."""
    quiet()
    import gradio as gr

    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(_banner(library), elem_id="tc-banner", **BARE)
        with gr.Row(elem_id="tc-main"):
            with gr.Column(elem_id="tc-left"), gr.Tabs(elem_id="tc-tabs"):
                # The order in which tabs stand; by its id page.js writes a tab into the address.
                with gr.Tab(vi.PAGE_TAB_ASK, id="hoi-dap", elem_id="tc-tab-hoi-dap"):
                    asked = asking.build(library)
                with gr.Tab(vi.PAGE_TAB_QUOTING, id="trich-dan", elem_id="tc-tab-trich-dan"):
                    quoting.build(library)
                with gr.Tab(vi.PAGE_TAB_VERIFYING, id="kiem-tra", elem_id="tc-tab-kiem-tra"):
                    verifying.build(library)
                with gr.Tab(vi.PAGE_TAB_REGISTERS, id="nhiem-vu", elem_id="tc-tab-nhiem-vu"):
                    registers.build(library)
                with gr.Tab(vi.PAGE_TAB_FINDINGS, id="doi-chieu", elem_id="tc-tab-doi-chieu"):
                    findings.build(library)
                with gr.Tab(vi.PAGE_TAB_DOCUMENTS, id="van-ban", elem_id="tc-tab-van-ban") as tab:
                    documents = listing.build()
            with gr.Column(elem_id="tc-right"):
                gr.HTML(reader.EMPTY, elem_id="tc-reader", **BARE)
        # A list of thousands is not sent with the page.
        tab.select(lambda: listing.documents_html(library.documents), None, documents, **HANDLER)
        _open_link(library, page, asked)
    page.queue(default_concurrency_limit=QUESTIONS_AT_ONCE, api_open=False)
    return page


def _banner(library: Library) -> str:
    about = listing.count_of(library.documents, vi.PAGE_ABOUT)
    return (
        f'<a class="tc-skip" href="#tc-question" data-skip>{vi.PAGE_SKIP}</a>'
        f'<header class="tc-banner"><h1>{TITLE}</h1><p>{about}</p></header>'
    )


def _open_link(library: Library, page: "gr.Blocks", asked: "list[Component]") -> None:
    """On load, ask what the address says (``?q=``); documents that it names are opened by reader.js."""
    import gradio as gr

    def opened(request: gr.Request) -> list[object]:
        address = dict(request.query_params)
        return [*asking.shown(library, address)] if address.get("q") else [gr.skip()] * len(asked)

    page.load(opened, None, asked, **HANDLER)
