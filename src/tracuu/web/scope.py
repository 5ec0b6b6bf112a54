"""Which documents to search: the fields of the page, what they say, and how an address says it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.overview import unmatched
from tracuu.types import Filters
from tracuu.web.frame import typed
from tracuu.web.library import Library

if TYPE_CHECKING:
    import gradio as gr

ALL = vi.PAGE_ALL
# The fields in order, by the names that they have in an address.
NAMES = ("kind", "issuer", "place", "from", "to")


class ScopeError(TracuuError):
    """Dates in the filters that cannot be used."""


# Day, month, year as typed: 01/7/2025, 1-7-2025, 1.7.2025.
_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def filters(*scope: object) -> Filters:
    """Filters from the fields of the page: kind, issuer, place, first day, last day; empty ones admit all.

    Raises:
        ScopeError: a date that is none, or a last day before the first.
    """
    said = dict(stated(*scope))
    first, last = _date(said.get("from", "")), _date(said.get("to", ""))
    if first and last and first > last:
        raise ScopeError(vi.LIMIT_CROSSED.format(first=said["from"], last=said["to"]))
    return Filters(
        kind=said.get("kind"),
        issuer=said.get("issuer"),
        place=said.get("place"),
        issued_from=first,
        issued_to=last,
    )


def admitting(library: Library, *scope: object) -> Filters:
    """As `filters`, when a document fits them.

    Raises:
        ScopeError: no document does; or a date that is none.
    """
    within = filters(*scope)
    if within != Filters() and (why := unmatched(within, library.documents)):
        raise ScopeError(why)
    return within


def stated(*scope: object) -> Iterator[tuple[str, str]]:
    """The fields that limit something, by name, as typed."""
    for name, value in zip(NAMES, scope, strict=False):
        written = typed(value).strip()
        if written and written != ALL:
            yield name, written


def in_words(*scope: object) -> str:
    """The limits as a person says them; "" for none."""
    return ", ".join(vi.PAGE_WITHIN_FIELDS[name].format(value=value) for name, value in stated(*scope))


def link(question: str, *scope: object, **more: str) -> str:
    """The query of the address that asks the same again; "" for an empty question."""
    if not question.strip():
        return ""
    # An address holds no lone surrogate.
    said = {"q": question, **dict(stated(*scope)), **more}
    return urlencode({name: value.encode("utf-8", "replace") for name, value in said.items()})


def _date(written: str) -> date | None:
    if not written:
        return None
    match = _DATE.fullmatch(written)
    try:
        day, month, year = map(int, match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        raise ScopeError(vi.PAGE_BAD_DATE.format(typed=written[:40])) from None


def choices(library: Library) -> dict[str, list[str]]:
    """What the lists offer: kinds, issuers and places that headers of the index state, in order of the alphabet."""
    headers = [document.header for document in library.documents]
    return {
        "kind": sorted({header.kind.value for header in headers if header.kind}),
        "issuer": sorted({header.issuer.value for header in headers if header.issuer}),
        "place": sorted({said.value for h in headers for said in (h.province, h.place) if said}),
    }


def from_address(library: Library, address: Mapping[str, str]) -> list[str]:
    """Values for the fields, as an address names them; what a list does not offer limits nothing."""
    offered = choices(library)
    values = []
    for name in NAMES:
        value = address.get(name, "")
        values.append((value if value in offered[name] else ALL) if name in offered else value[:40])
    return values


def fields(library: Library, elem_id: str = "tc-scope") -> "list[gr.Dropdown | gr.Textbox]":
    """The filters, folded away: kind, issuer, place, first and last day of issue."""
    import gradio as gr

    titles = vi.PAGE_SCOPE_FIELDS
    with gr.Accordion(vi.PAGE_SCOPE, open=False, elem_id=elem_id, elem_classes=["tc-scope"]), gr.Row():
        return [
            *(
                gr.Dropdown([ALL, *values], value=ALL, label=titles[name], min_width=180, filterable=False)
                for name, values in choices(library).items()
            ),
            *(
                gr.Textbox(label=titles[name], placeholder=vi.PAGE_DATE_HINT, min_width=150, max_lines=1)
                for name in ("from", "to")
            ),
        ]
