"""The Gradio page: tabs on the left, the open document on the right. Each tab is a module of its own."""

from typing import TYPE_CHECKING

from tracuu.errors import TracuuError
from tracuu.web import asking, listing, reader
from tracuu.web.asking import answer, passages
from tracuu.web.frame import BARE, HANDLER, TITLE, quiet, theme, translations
from tracuu.web.library import QUESTIONS_AT_ONCE, Library
from tracuu.web.scope import ALL, filters

if TYPE_CHECKING:
    import gradio as gr

__all__ = ["ALL", "answer", "build", "document", "filters", "passages", "quiet", "theme", "translations"]


def document(library: Library, doc: str, start: str | None, end: str | None) -> str:
    """HTML of a whole document at the place that a deep link names; an invitation for an empty ``doc``."""
    if not doc:
        return reader.EMPTY
    at = reader.place(library.documents, doc, start, end)
    if at is None:
        return reader.missing_html(doc)
    try:
        return reader.reader_html(library.source(at.source_id), library.documents, at.span)
    except TracuuError as error:
        return reader.refused_html(str(error))


def build(library: Library) -> "gr.Blocks":
    """The page over ``library``. No handler is public: the JSON interface is the server's own."""
    quiet()
    import gradio as gr

    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(_banner(library), elem_id="tc-banner", **BARE)
        with gr.Row(elem_id="tc-main"):
            with gr.Column(elem_id="tc-left"), gr.Tabs(elem_id="tc-tabs"):
                # The order in which tabs stand; ``tc-tab-…`` is how page.js and page.css know them.
                with gr.Tab("Hỏi đáp", id="hoi-dap", elem_id="tc-tab-hoi-dap"):
                    question, results = asking.build(library)
                # Here: “Trích dẫn” (id trich-dan, quoting.build), “Kiểm tra trích dẫn” (id kiem-tra, verifying.build).
                with gr.Tab("Văn bản", id="van-ban", elem_id="tc-tab-van-ban"):
                    listing.build(library)
            with gr.Column(elem_id="tc-right"):
                pane = gr.HTML(reader.EMPTY, elem_id="tc-reader", **BARE)
        _open_link(library, page, question, results, pane)
    page.queue(default_concurrency_limit=QUESTIONS_AT_ONCE, api_open=False)
    return page


def _banner(library: Library) -> str:
    files = len({document.source_id for document in library.documents})
    return (
        '<a class="tc-skip" href="#tc-question" data-skip>Đến ô câu hỏi</a>'
        f'<header class="tc-banner"><h1>{TITLE}</h1><p>Hỏi bằng tiếng Việt; câu trả lời lấy nguyên từ văn bản,'
        f" kèm viện dẫn. Kho hiện có {len(library.documents)} văn bản trong {files} tệp.</p></header>"
    )


def _open_link(
    library: Library, page: "gr.Blocks", question: "gr.Textbox", results: "gr.HTML", pane: "gr.HTML"
) -> None:
    """On load, show what a deep link says: ``?q=`` asks, ``?doc=&start=&end=`` opens the reader."""
    import gradio as gr

    def opened(request: gr.Request) -> list[object]:
        query = request.query_params
        asked, doc = query.get("q"), query.get("doc")
        shown = document(library, doc, query.get("start"), query.get("end")) if doc else gr.skip()
        return [asked, answer(library, asked), shown] if asked else [gr.skip(), gr.skip(), shown]

    page.load(opened, None, [question, results, pane], **HANDLER)
