"""What all tabs of the page share: Gradio's words and theme, settings of handlers, the card of a fault."""

import logging
import os
from typing import TYPE_CHECKING, Any

from tracuu import vi
from tracuu.web import cards

if TYPE_CHECKING:
    import gradio as gr

_log = logging.getLogger(__name__)

TITLE = vi.PAGE_TITLE

# The languages that Gradio's own words exist in; a browser set to another falls back to English.
_LOCALES = ("vi", "en")


def quiet() -> None:
    """Keep Gradio from calling out; must run before gradio is first imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"


def translations() -> "gr.I18n":
    """Vietnamese words for what Gradio shows of itself."""
    import gradio as gr

    return gr.I18n(**dict.fromkeys(_LOCALES, vi.GRADIO_WORDS))


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


# `js_on_load` and the default style are Gradio's own; the page brings page.js and page.css.
BARE: dict[str, Any] = {"padding": False, "apply_default_css": False, "js_on_load": None}
# Not queued: the stream of Gradio's queue closes when one event ends, and loses another that is being sent just then
# (seen once in 30 page loads, when the question came within 0.2 s); `InTurn` bounds the work instead.
HANDLER: dict[str, Any] = {"api_visibility": "private", "queue": False, "show_progress": "hidden"}


def typed(value: object) -> str:
    """What a person typed; anything but text (a forged request) is an empty string."""
    return value if isinstance(value, str) else ""


def fault(question: object = "") -> str:
    """The card of an error that nobody foresaw, which is logged; call it where the exception was caught."""
    return cards.notice_html(typed(question), vi.PAGE_FAULT, logged())


def logged() -> str:
    """Log the exception that was just caught; what a person is told of it."""
    _log.exception("page handler")
    return vi.PAGE_FAULT_WHY
