"""The tab “Hỏi đáp”: the question box, filters, and the answer with its evidence."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.types import Span
from tracuu.web import cards, pasting, results, scope
from tracuu.web.examples import MOST, examples
from tracuu.web.frame import BARE, HANDLER, fault, typed
from tracuu.web.library import MOST_PASSAGES, Library

if TYPE_CHECKING:
    from gradio.components import Component

# How an address says that passages alone were searched.
_PASSAGES_ONLY = {"find": "1"}


def answer(library: Library, question: object, *within: object) -> str:
    """HTML of the answer to ``question`` within ``within`` (kind, issuer, place, from, to as typed)."""
    asked = typed(question)
    link = scope.link(asked, *within)
    try:
        found = library.ask(asked, filters=scope.admitting(library, *within))
        return results.answer_html(
            found,
            partial(_slice, library),
            link=link,
            within=scope.in_words(*within),
            printed=partial(pasting.printed, library),
        )
    except TracuuError as error:
        return cards.notice_html(asked, vi.PAGE_NOT_ANSWERED, str(error), link=link)
    except Exception:
        return fault(asked)


def passages(library: Library, query: object, *within: object) -> str:
    """HTML of the passages nearest to ``query``."""
    asked = typed(query)
    link = scope.link(asked, *within, **_PASSAGES_ONLY)
    try:
        found = library.search(asked, filters=scope.admitting(library, *within))[:MOST_PASSAGES]
        return results.passages_html(
            asked,
            found,
            partial(_slice, library),
            link=link,
            within=scope.in_words(*within),
            printed=partial(pasting.printed, library),
        )
    except TracuuError as error:
        return cards.notice_html(asked, vi.PAGE_NOT_FOUND, str(error), link=link)
    except Exception:
        return fault(asked)


def _slice(library: Library, source_id: str, span: Span) -> str:
    return library.source(source_id).text[span.start : span.end]


def shown(library: Library, address: Mapping[str, str]) -> list[str]:
    """Question, filters and result as an address asks for them; all empty when it asks nothing."""
    question = address.get("q", "")
    within = scope.from_address(library, address)
    if not question:
        return ["", *within, ""]
    ask = passages if "find" in address else answer
    return [question, *within, ask(library, question, *within)]


class Asked(NamedTuple):
    """What an address sets, in the order of `shown` (question, filters, result), and the questions to try."""

    parts: "Sequence[Component]"
    chips: "Sequence[Component]"


def build(library: Library) -> Asked:
    """The tab, called inside its `gr.Tab`."""
    import gradio as gr

    with gr.Row(elem_id="tc-ask"):
        question = gr.Textbox(
            label=vi.PAGE_QUESTION,
            placeholder=vi.PAGE_QUESTION_HINT,
            elem_id="tc-question",
            lines=1,
            max_lines=4,
            autofocus=True,
            scale=8,
        )
        ask = gr.Button(vi.PAGE_ASK, variant="primary", elem_id="tc-go", scale=1, min_width=110)
        search = gr.Button(vi.PAGE_FIND, variant="secondary", elem_id="tc-find", scale=1, min_width=130)
    with gr.Row(elem_id="tc-examples"):
        chips = [
            gr.Button(text, visible=bool(text), size="sm", elem_classes=["tc-chip"], min_width=10)
            for text in chip_titles(library)
        ]
    within = scope.fields(library)
    gr.HTML('<div id="tc-history"></div>', **BARE)
    result = gr.HTML("", elem_id="tc-results", **BARE)
    gr.HTML(_hints(), elem_id="tc-hints", **BARE)
    gr.on([question.submit, ask.click], partial(answer, library), [question, *within], result, **HANDLER)
    search.click(partial(passages, library), [question, *within], result, **HANDLER)
    for chip in chips:
        chip.click(partial(_example, library), [chip, *within], [question, result], **HANDLER)
    parts: list[Component] = [question, *within, result]
    _follow_address(parts, partial(shown, library))
    return Asked(parts, chips)


def chip_titles(library: Library) -> list[str]:
    """The questions of the chips, "" for chips that are not needed."""
    questions = examples(library.documents)
    return [*questions, *[""] * (MOST - len(questions))]


def _hints() -> str:
    """What the page does, for a newcomer; not shown beside an answer."""
    hints = "".join(f"<li><strong>{title}</strong><p>{said}</p></li>" for title, said in vi.PAGE_HINTS)
    return f'<ol class="tc-hints">{hints}</ol>'


def _example(library: Library, text: object, *within: object) -> tuple[str, str]:
    return typed(text), answer(library, text, *within)


def _follow_address(parts: "list[Component]", show: Callable[[Mapping[str, str]], list[str]]) -> None:
    """Two parts that nobody sees, through which page.js asks what the address says (Back, history)."""
    import gradio as gr

    with gr.Row(elem_classes=["tc-unseen"]):
        wanted = gr.Textbox(elem_id="tc-wanted", show_label=False, container=False)
        restore = gr.Button("", elem_id="tc-restore")
    restore.click(lambda query: show(dict(parse_qsl(typed(query)))), wanted, parts, **HANDLER)
