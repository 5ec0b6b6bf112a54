"""The tab “Văn bản”: every document of the index, each opened in the reader."""

from tracuu.web import cards
from tracuu.web.frame import BARE
from tracuu.web.library import Library


def build(library: Library) -> None:
    """The list of documents, called inside its tab."""
    import gradio as gr

    gr.HTML(cards.documents_html(library.documents), elem_id="tc-list", **BARE)
