"""The Gradio page: a question box, the result beside the open document, the list of documents."""

import logging
import os
import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from tracuu.errors import TracuuError
from tracuu.types import Filters, Span
from tracuu.web import cards, reader
from tracuu.web.library import MOST_PASSAGES, QUESTIONS_AT_ONCE, Library

if TYPE_CHECKING:
    import gradio as gr

_log = logging.getLogger(__name__)

TITLE = "Tra cứu văn bản chỉ đạo"
ALL = "Tất cả"
EXAMPLES = (
    "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?",
    "Diện tích nhà ở bình quân đầu người đến năm 2030 là bao nhiêu?",
    "Kế hoạch 2233/KH-UBND do ai ký?",
    "Chỉ tiêu tỷ lệ đô thị hóa đến năm 2030",
)

# Gradio has no Vietnamese: what it may show is worded here, for browsers of any language.
_WORDS = {
    "common.built_with": "dựng bằng",
    "common.built_with_gradio": "",
    "common.clear": "Xóa",
    "common.edit": "Sửa",
    "common.empty": "Trống",
    "common.error": "Lỗi",
    "common.loading": "Đang tải",
    "common.or": "hoặc",
    "common.remove": "Bỏ",
    "common.submit": "Gửi",
    "common.undo": "Hoàn tác",
    "common.run": "Chạy",
    "common.settings": "Thiết lập",
    "common.language": "Ngôn ngữ",
    "common.progress": "Tiến độ",
    "blocks.connection_can_break": "Kết nối có thể bị ngắt khi rời trang này.",
    "blocks.long_requests_queue": "Đang có nhiều câu hỏi chờ xử lý.",
    "blocks.lost_connection": "Đã mất kết nối; đang kết nối lại…",
    "blocks.waiting_for_inputs": "Đề nghị chờ tải xong rồi thử lại.",
    "dropdown.dropdown": "Danh sách chọn",
    "status.queue_position": "Đang chờ: {position}/{size}",
    "errors.contact_page_author": "Đề nghị báo người quản trị.",
    "errors.runtime_error": "có lỗi khi chạy",
    "errors.build_error": "có lỗi khi dựng trang",
    "errors.config_error": "có lỗi cấu hình",
}
# The languages that Gradio's own words exist in; a browser set to another falls back to English.
_LOCALES = ("vi", "en")


def quiet() -> None:
    """Keep Gradio from calling out; must run before gradio is first imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"


def translations() -> "gr.I18n":
    """Vietnamese words for what Gradio shows of itself."""
    import gradio as gr

    return gr.I18n(**dict.fromkeys(_LOCALES, _WORDS))


def theme() -> "gr.themes.Base":
    """Fonts of the machine (the default font lacks Vietnamese letters), one accent colour."""
    import gradio as gr

    fonts = [gr.themes.Font("system-ui"), gr.themes.Font("sans-serif")]
    mono = [gr.themes.Font("ui-monospace"), gr.themes.Font("monospace")]
    return gr.themes.Base(font=fonts, font_mono=mono, primary_hue="blue", neutral_hue="slate", radius_size="sm").set(
        body_background_fill="#f4f6f8",
        body_background_fill_dark="#12161c",
        button_primary_background_fill="#1f4e79",
        button_primary_background_fill_hover="#163a5a",
        button_primary_background_fill_dark="#2f6aa3",
        button_primary_background_fill_hover_dark="#3b7cbb",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        block_border_width="0px",
        input_border_width="1px",
        block_label_background_fill="transparent",
        block_title_background_fill="transparent",
        input_border_color="#7b8794",
        input_border_color_dark="#7b8794",
    )


def answer(library: Library, question: str, *scope: object) -> str:
    """HTML of the answer to ``question`` within ``scope`` (kind, issuer, place, from, to as typed)."""
    try:
        return cards.answer_html(library.ask(_typed(question), filters=filters(*scope)), partial(_slice, library))
    except TracuuError as error:
        return cards.notice_html(_typed(question), "Chưa trả lời được", str(error))
    except Exception:
        return _fault(question)


def passages(library: Library, query: str, *scope: object) -> str:
    """HTML of the passages nearest to ``query``."""
    try:
        found = library.search(_typed(query), filters=filters(*scope))
        return cards.passages_html(_typed(query), found[:MOST_PASSAGES], partial(_slice, library))
    except TracuuError as error:
        return cards.notice_html(_typed(query), "Chưa tìm được", str(error))
    except Exception:
        return _fault(query)


def _fault(question: object) -> str:
    _log.exception("page handler")
    sentence = "Hệ thống gặp lỗi khi xử lý câu hỏi này; đề nghị thử lại, nếu vẫn lỗi thì báo người quản trị."
    return cards.notice_html(_typed(question), "Có lỗi", sentence)


def _typed(value: object) -> str:
    """What a person typed; anything but text (a forged request) is an empty question."""
    return value if isinstance(value, str) else ""


def _slice(library: Library, source_id: str, span: Span) -> str:
    return library.source(source_id).text[span.start : span.end]


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


class ScopeError(TracuuError):
    """A date in the filters that cannot be read."""


# Day, month, year as typed: 01/7/2025, 1-7-2025, 1.7.2025.
_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def filters(*scope: object) -> Filters:
    """Filters from the fields of the page: kind, issuer, place, first day, last day; empty ones admit all.

    Raises:
        ScopeError: a date that is none.
    """
    kind, issuer, place, first, last = (_typed(value).strip() for value in (*scope, *[""] * 5)[:5])
    chosen = [value if value and value != ALL else None for value in (kind, issuer, place)]
    return Filters(kind=chosen[0], issuer=chosen[1], place=chosen[2], issued_from=_date(first), issued_to=_date(last))


def _date(typed: str) -> date | None:
    if not typed:
        return None
    match = _DATE.fullmatch(typed)
    try:
        day, month, year = map(int, match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        message = f"“{typed[:40]}” không phải ngày hợp lệ; đề nghị nhập theo mẫu ngày/tháng/năm, ví dụ 01/7/2025."
        raise ScopeError(message) from None


def build(library: Library) -> "gr.Blocks":
    """The page over ``library``. No handler is public: the JSON interface is the server's own."""
    quiet()
    import gradio as gr

    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(_banner(library), elem_id="tc-banner", **_BARE)
        with gr.Row(elem_id="tc-main"):
            with gr.Column(elem_id="tc-left"), gr.Tabs(elem_id="tc-tabs"):
                with gr.Tab("Hỏi đáp"):
                    question, results = _asking(library)
                with gr.Tab("Danh mục văn bản") as listing:
                    documents = gr.HTML("", elem_id="tc-list", **_BARE)
            with gr.Column(elem_id="tc-right"):
                pane = gr.HTML(reader.EMPTY, elem_id="tc-reader", **_BARE)
        listing.select(
            lambda: cards.documents_html(library.documents),
            None,
            documents,
            **_HANDLER,
        )
        _open_link(library, page, question, results, pane)
    page.queue(default_concurrency_limit=QUESTIONS_AT_ONCE, api_open=False)
    return page


# `js_on_load` and the default style are Gradio's own; the page brings page.js and page.css.
_BARE: dict[str, Any] = {"padding": False, "apply_default_css": False, "js_on_load": None}
# Not queued: the stream of Gradio's queue closes when one event ends, and loses another that is being sent just then
# (seen once in 30 page loads, when the question came within 0.2 s); `InTurn` bounds the work instead.
_HANDLER: dict[str, Any] = {"api_visibility": "private", "queue": False, "show_progress": "hidden"}


def _banner(library: Library) -> str:
    files = len({document.source_id for document in library.documents})
    return (
        '<a class="tc-skip" href="#tc-question" data-skip>Đến ô câu hỏi</a>'
        f'<header class="tc-banner"><h1>{TITLE}</h1><p>Hỏi bằng tiếng Việt; câu trả lời lấy nguyên từ văn bản,'
        f" kèm viện dẫn. Kho hiện có {len(library.documents)} văn bản trong {files} tệp.</p></header>"
    )


def _asking(library: Library) -> "tuple[gr.Textbox, gr.HTML]":
    """The question box, examples, filters and the place of the result, wired together."""
    import gradio as gr

    with gr.Row(elem_id="tc-ask"):
        question = gr.Textbox(
            label="Câu hỏi",
            placeholder="Nhập câu hỏi, có dấu hoặc không dấu",
            elem_id="tc-question",
            lines=1,
            max_lines=4,
            autofocus=True,
            scale=8,
        )
        ask = gr.Button("Trả lời", variant="primary", elem_id="tc-go", scale=1, min_width=110)
        search = gr.Button("Chỉ tìm đoạn", variant="secondary", elem_id="tc-find", scale=1, min_width=130)
    with gr.Row(elem_id="tc-examples"):
        chips = [gr.Button(text, size="sm", elem_classes=["tc-chip"], min_width=10) for text in EXAMPLES]
    scope = _scope(library)
    results = gr.HTML("", elem_id="tc-results", **_BARE)
    asked = partial(answer, library)
    gr.on([question.submit, ask.click], asked, [question, *scope], results, **_HANDLER)
    search.click(partial(passages, library), [question, *scope], results, **_HANDLER)
    for chip, text in zip(chips, EXAMPLES, strict=True):
        chip.click(
            partial(_example, library, text),
            [*scope],
            [question, results],
            **_HANDLER,
        )
    return question, results


def _example(library: Library, text: str, *scope: object) -> tuple[str, str]:
    return text, answer(library, text, *scope)


def _scope(library: Library) -> "list[gr.Dropdown | gr.Textbox]":
    """The filters, folded away: kind, issuer, place, first and last day of issue."""
    import gradio as gr

    headers = [document.header for document in library.documents]
    kinds = {header.kind.value for header in headers if header.kind}
    issuers = {header.issuer.value for header in headers if header.issuer}
    places = {stated.value for header in headers for stated in (header.province, header.place) if stated}
    with gr.Accordion("Giới hạn phạm vi tìm", open=False, elem_id="tc-scope"), gr.Row():
        return [
            *(
                gr.Dropdown([ALL, *sorted(values)], value=ALL, label=title, min_width=180, filterable=False)
                for title, values in (
                    ("Loại văn bản", kinds),
                    ("Cơ quan ban hành", issuers),
                    ("Địa bàn", places),
                )
            ),
            gr.Textbox(label="Ban hành từ ngày", placeholder="ngày/tháng/năm", min_width=150, max_lines=1),
            gr.Textbox(label="Đến ngày", placeholder="ngày/tháng/năm", min_width=150, max_lines=1),
        ]


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

    page.load(opened, None, [question, results, pane], **_HANDLER)
