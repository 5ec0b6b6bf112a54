"""The Gradio page: tabs on the left, the open document on the right. Each tab is a module of its own."""

from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.web import asking, findings, listing, quoting, reader, registers, verifying
from tracuu.web.asking import answer, passages
from tracuu.web.frame import BARE, HANDLER, TITLE, logged, quiet, theme, translations
from tracuu.web.library import QUESTIONS_AT_ONCE, Library
from tracuu.web.scope import ALL, choices, filters

if TYPE_CHECKING:
    import gradio as gr

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


def holds(library: Library, doc: str) -> bool:
    """Whether the index has the document that a deep link names."""
    return reader.place(library.documents, doc, None, None) is not None


def build(library: Library) -> "gr.Blocks":
    """The page over ``library``. No handler is public: the JSON interface is the server's own."""
    quiet()
    import gradio as gr

    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        banner = gr.HTML(_banner(library), elem_id="tc-banner", **BARE)
        with gr.Row(elem_id="tc-main"):
            with gr.Column(elem_id="tc-left"), gr.Tabs(elem_id="tc-tabs"):
                # The order in which tabs stand; by its id page.js writes a tab into the address.
                with _tab("hoi-dap"):
                    asked = asking.build(library)
                with _tab("trich-dan"):
                    quotes = quoting.build(library)
                with _tab("kiem-tra"):
                    drafts = verifying.build(library)
                with _tab("nhiem-vu"):
                    registers.build(library)
                with _tab("doi-chieu"):
                    findings.build(library)
                with _tab("van-ban") as tab:
                    documents = listing.build()
            with gr.Column(elem_id="tc-right"):
                gr.HTML(reader.EMPTY, elem_id="tc-reader", **BARE)
        # A list of thousands is not sent with the page.
        tab.select(lambda: listing.documents_html(library.documents), None, documents, **HANDLER)
        _open_link(library, page, asked, [banner, quotes, drafts])
    page.queue(default_concurrency_limit=QUESTIONS_AT_ONCE, api_open=False)
    return page


def _tab(name: str) -> "gr.Tab":
    import gradio as gr

    return gr.Tab(vi.PAGE_TABS[name], id=name, elem_id=f"tc-tab-{name}")


def _banner(library: Library) -> str:
    about = listing.count_of(library.documents, vi.PAGE_ABOUT)
    return (
        f'<a class="tc-skip" href="#tc-question" data-skip>{vi.PAGE_SKIP}</a>'
        f'<header class="tc-banner"><h1>{TITLE}</h1><p>{about}</p></header>'
    )


def _open_link(library: Library, page: "gr.Blocks", asked: asking.Asked, made: "list[gr.HTML]") -> None:
    """On load, ask what the address says (``?q=``); documents that it names are opened by reader.js.

    ``made`` are the banner and the two tabs that speak of the documents: with the chips and the lists of the filters
    they are made anew when other documents were published since the page was built.
    """
    import gradio as gr

    built = library.documents

    def opened(request: gr.Request) -> list[object]:
        address = dict(request.query_params)
        values = [*asking.shown(library, address)] if address.get("q") else []
        if library.documents is built:
            return [*(values or [gr.skip()] * len(asked.parts)), *[gr.skip()] * (len(asked.chips) + len(made))]
        return [*_filled(library, values, len(asked.parts)), *_renewed(library)]

    page.load(opened, None, [*asked.parts, *asked.chips, *made], **HANDLER)


def _filled(library: Library, values: list[str], count: int) -> list[object]:
    """Question, filters and result as `asking.shown` gives them, the lists of the filters as they are by now."""
    import gradio as gr

    lists = choices(library).values()
    shown: list[object] = [*values] if values else [gr.skip()] * count
    for number, offered in enumerate(lists, start=1):
        shown[number] = gr.Dropdown(choices=[ALL, *offered], value=values[number] if values else ALL)
    return shown


def _renewed(library: Library) -> list[object]:
    """The chips, the banner and the tabs of the documents by now."""
    import gradio as gr

    chips = [gr.Button(value=text, visible=bool(text)) for text in asking.chip_titles(library)]
    return [*chips, _banner(library), quoting.form_html(library), verifying.form_html(library)]
