"""Which documents to search: the fields of the page, and what they say."""

import re
from datetime import date
from typing import TYPE_CHECKING

from tracuu.errors import TracuuError
from tracuu.types import Filters
from tracuu.web.frame import typed
from tracuu.web.library import Library

if TYPE_CHECKING:
    import gradio as gr

ALL = "Tất cả"


class ScopeError(TracuuError):
    """A date in the filters that cannot be read."""


# Day, month, year as typed: 01/7/2025, 1-7-2025, 1.7.2025.
_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def filters(*scope: object) -> Filters:
    """Filters from the fields of the page: kind, issuer, place, first day, last day; empty ones admit all.

    Raises:
        ScopeError: a date that is none.
    """
    kind, issuer, place, first, last = (typed(value).strip() for value in (*scope, *[""] * 5)[:5])
    chosen = [value if value and value != ALL else None for value in (kind, issuer, place)]
    return Filters(kind=chosen[0], issuer=chosen[1], place=chosen[2], issued_from=_date(first), issued_to=_date(last))


def _date(written: str) -> date | None:
    if not written:
        return None
    match = _DATE.fullmatch(written)
    try:
        day, month, year = map(int, match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        message = f"“{written[:40]}” không phải ngày hợp lệ; đề nghị nhập theo mẫu ngày/tháng/năm, ví dụ 01/7/2025."
        raise ScopeError(message) from None


def fields(library: Library) -> "list[gr.Dropdown | gr.Textbox]":
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
