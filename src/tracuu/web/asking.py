"""The tab “Hỏi đáp”: the question box, filters, and the answer with its evidence."""

from functools import partial
from typing import TYPE_CHECKING

from tracuu.errors import TracuuError
from tracuu.types import Span
from tracuu.web import cards, scope
from tracuu.web.frame import BARE, HANDLER, fault, typed
from tracuu.web.library import MOST_PASSAGES, Library

if TYPE_CHECKING:
    import gradio as gr

EXAMPLES = (
    "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?",
    "Diện tích nhà ở bình quân đầu người đến năm 2030 là bao nhiêu?",
    "Kế hoạch 2233/KH-UBND do ai ký?",
    "Chỉ tiêu tỷ lệ đô thị hóa đến năm 2030",
)


def answer(library: Library, question: str, *within: object) -> str:
    """HTML of the answer to ``question`` within ``within`` (kind, issuer, place, from, to as typed)."""
    try:
        return cards.answer_html(library.ask(typed(question), filters=scope.filters(*within)), partial(_slice, library))
    except TracuuError as error:
        return cards.notice_html(typed(question), "Chưa trả lời được", str(error))
    except Exception:
        return fault(question)


def passages(library: Library, query: str, *within: object) -> str:
    """HTML of the passages nearest to ``query``."""
    try:
        found = library.search(typed(query), filters=scope.filters(*within))
        return cards.passages_html(typed(query), found[:MOST_PASSAGES], partial(_slice, library))
    except TracuuError as error:
        return cards.notice_html(typed(query), "Chưa tìm được", str(error))
    except Exception:
        return fault(query)


def _slice(library: Library, source_id: str, span: Span) -> str:
    return library.source(source_id).text[span.start : span.end]


def build(library: Library) -> "tuple[gr.Textbox, gr.HTML]":
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
    within = scope.fields(library)
    results = gr.HTML("", elem_id="tc-results", **BARE)
    asked = partial(answer, library)
    gr.on([question.submit, ask.click], asked, [question, *within], results, **HANDLER)
    search.click(partial(passages, library), [question, *within], results, **HANDLER)
    for chip, text in zip(chips, EXAMPLES, strict=True):
        chip.click(
            partial(_example, library, text),
            [*within],
            [question, results],
            **HANDLER,
        )
    return question, results


def _example(library: Library, text: str, *within: object) -> tuple[str, str]:
    return text, answer(library, text, *within)
