"""The tab “Nhiệm vụ & chỉ tiêu”: who does what by when, and which figures are set; filtered, drawn, downloaded."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from tracuu import vi
from tracuu.registers import Role, TargetEntry, TaskEntry
from tracuu.registers.wording import due_words, figure_words, notes, remarks, years_words
from tracuu.types import Document
from tracuu.web.frame import BARE
from tracuu.web.library import Library
from tracuu.web.markup import document_name, escape, place_link
from tracuu.web.register_charts import agencies_html, timeline_html
from tracuu.web.register_scope import LEVELS, target_filter, task_filter
from tracuu.web.scope import ALL

# Rows that are sent at once; who wants more asks for them, or narrows.
SHOWN = 50


def build(library: Library) -> None:
    """The tab, called inside its `gr.Tab`. What happens in it is registers.js's; the server gives pieces of HTML."""
    import gradio as gr

    gr.HTML(_form(library.documents) + _RESULTS, elem_id="tc-registers", **BARE)


_RESULTS = f'<div id="tc-register" data-loading="{vi.REGISTER_LOADING}"></div>'


def _form(documents: tuple[Document, ...]) -> str:
    """What is looked at, and the filters; those of tasks alone are hidden for targets."""
    whats = "".join(
        f'<label class="tc-choice"><input type="radio" name="what" value="{what}"'
        f"{' checked' if what == 'tasks' else ''}><span>{title}</span></label>"
        for what, title in vi.REGISTER_WHATS.items()
    )
    names = {document.doc_id: document_name(document) for document in documents if not document.copy_of}
    places = sorted({document.header.province.value for document in documents if document.header.province})
    often = [
        _select("role", {role.value: vi.REGISTER_ROLES[role] for role in Role}, "tasks"),
        _input("due_after", "tasks", vi.PAGE_DATE_HINT, 10),
        _input("due_before", "tasks", vi.PAGE_DATE_HINT, 10),
        _input("year", "targets", vi.REGISTER_HINTS["year"], 4),
        _input("text", "", vi.REGISTER_HINTS["text"]),
    ]
    seldom = [
        _select("document", names),
        _select("place", dict(zip(places, places, strict=True))),
        _select("reach", vi.REGISTER_REACHES, "tasks", every=False),
        _select("sort", vi.REGISTER_SORTS, "tasks", every=False),
    ]
    agency = _input("agency", "tasks", vi.REGISTER_HINTS["agency"], more=' list="tc-agencies"', css=" tc-wide")
    return (
        '<form id="tc-register-form" class="tc-form" autocomplete="off"><div class="tc-line">'
        f'<fieldset class="tc-choices"><legend>{vi.REGISTER_WHAT}</legend>{whats}</fieldset>{agency}'
        f'<button type="submit" class="tc-button tc-main">{vi.REGISTER_SHOW}</button></div>'
        f'<div class="tc-grid">{"".join(often)}</div><div class="tc-fields-more"><details class="tc-fold">'
        f'<summary>{vi.REGISTER_MORE_FIELDS}</summary><div class="tc-grid">{"".join(seldom)}</div></details>'
        f'<button type="reset" class="tc-button tc-button-quiet">{vi.REGISTER_CLEAR}</button></div>'
        '<datalist id="tc-agencies"></datalist></form>'
    )


def _input(name: str, only: str, hint: str, length: int = 300, *, more: str = "", css: str = "") -> str:
    shown = f' data-only="{only}"' if only else ""
    return (
        f'<label class="tc-field{css}"{shown}><span>{vi.REGISTER_FIELDS[name]}</span>'
        f'<input type="text" name="{name}" maxlength="{length}" placeholder="{hint}"{more}></label>'
    )


def _select(name: str, values: Mapping[str, str], only: str = "", *, every: bool = True) -> str:
    shown = f' data-only="{only}"' if only else ""
    options = "".join(f'<option value="{escape(value)}">{escape(title)}</option>' for value, title in values.items())
    first = f'<option value="">{ALL}</option>' if every else ""
    return (
        f'<label class="tc-field"{shown}><span>{vi.REGISTER_FIELDS[name]}</span>'
        f'<select name="{name}">{first}{options}</select></label>'
    )


# --- What was found ------------------------------------------------------------------------------


def register_html(library: Library, fields: Mapping[str, str], shown: int = SHOWN) -> str:
    """The list that the fields ask for with its pictures and files; ``shown`` is how many rows are sent.

    Raises:
        TracuuError: a field that cannot be read.
    """
    if fields.get("what") == "targets":
        return _targets_html(library, fields, shown)
    wanted = task_filter(library, fields)
    found = library.tasks(wanted)
    told = [*remarks(found, wanted, LEVELS)]
    names = _options(library.agencies)
    if not found.entries:
        return _none(vi.REGISTER_NO_TASKS, told, found.near) + names
    charts = f'<div class="tc-charts">{timeline_html(found.entries)}{agencies_html(found.entries)}</div>'
    rows = "".join(_task_row(number, entry) for number, entry in enumerate(found.entries[:shown], start=1))
    title = vi.REGISTER_TASKS_COUNT.format(count=len(found.entries))
    return (
        _head(title, told, fields, "tasks", vi.REGISTER_TASKS_FILE)
        + charts
        + _table(title, vi.REGISTER_TABLE_TASKS, rows)
        + _more(len(found.entries), shown)
        + names
    )


def _targets_html(library: Library, fields: Mapping[str, str], shown: int) -> str:
    found = library.targets(target_filter(library, fields))
    if not found:
        return _none(vi.REGISTER_NO_TARGETS, [])
    rows = "".join(_target_row(number, entry) for number, entry in enumerate(found[:shown], start=1))
    title = vi.REGISTER_TARGETS_COUNT.format(count=len(found))
    head = _head(title, [], fields, "targets", vi.REGISTER_TARGETS_FILE)
    return head + _table(title, vi.REGISTER_TABLE_TARGETS, rows) + _more(len(found), shown)


def _options(names: Iterable[str]) -> str:
    """Names for the list of the agency's field; registers.js puts them there."""
    options = "".join(f'<option value="{escape(name)}"></option>' for name in names)
    return f"<template data-agencies>{options}</template>"


def _none(sentence: str, told: Iterable[str], near: Sequence[str] = ()) -> str:
    """Why nothing is listed, and what to do; names near the one that was asked for can be chosen."""
    chips = "".join(
        f'<button type="button" class="tc-chip" data-register-agency="{escape(name)}">{escape(name)}</button>'
        for name in near
    )
    said = "".join(f"<p>{escape(one)}</p>" for one in told)
    return (
        f'<section class="tc-answer tc-abstain"><h2>{sentence}</h2>{said}<div class="tc-chips">{chips}</div>'
        f"<p>{vi.REGISTER_EMPTY_NEXT}</p></section>"
    )


def _head(title: str, told: Sequence[str], fields: Mapping[str, str], what: str, name: str) -> str:
    """How many there are, what a person should know, and the files."""
    asked = urlencode({key: value for key, value in fields.items() if value and key != "what"}, errors="replace")
    query = escape(f"?{asked}" if asked else "")
    files = "".join(
        f'<a class="tc-button" href="api/{what}.{kind}{query}" download="{name}.{kind}">{title}</a>'
        for kind, title in vi.REGISTER_DOWNLOADS.items()
    )
    said = "".join(f'<p class="tc-small">{escape(one)}</p>' for one in told)
    return (
        f'<section class="tc-answer tc-sums"><h2>{title}</h2>{said}<p class="tc-actions">{files}'
        f'<button type="button" class="tc-button tc-button-quiet" data-register-link>{vi.REGISTER_COPY_LINK}</button>'
        "</p></section>"
    )


def _table(title: str, columns: Sequence[str], rows: str) -> str:
    """A table that becomes a list of cards where it is narrow, and says so to screen readers in both."""
    head = "".join(f'<th scope="col" role="columnheader">{column}</th>' for column in columns)
    return (
        f'<div class="tc-register-table"><table role="table" aria-label="{escape(title)}"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _more(count: int, shown: int) -> str:
    left = min(SHOWN, count - shown)
    if left <= 0:
        return ""
    words = vi.REGISTER_MORE.format(count=left)
    button = f'<button type="button" class="tc-button" data-register-more="{shown + left}">{words}</button>'
    return f'<p class="tc-actions">{button}</p>'


def _task_row(number: int, entry: TaskEntry) -> str:
    agencies = "".join(
        f"<p><b>{vi.REGISTER_LINES[role]}:</b> {escape(getattr(entry, role))}</p>"
        for role in Role
        if getattr(entry, role)
    )
    due = f'<td role="cell" data-name="{vi.REGISTER_TABLE_TASKS[3]}">{escape(due_words(entry.deadline))}</td>'
    return (
        f'<tr role="row" id="tc-task-{number}"><td role="cell" class="tc-number">{number}</td>'
        f'<td role="cell" class="tc-said">{escape(entry.task)}{_notes(entry)}</td>'
        f'<td role="cell" data-name="{vi.REGISTER_TABLE_TASKS[2]}">{agencies}</td>{due}{_basis(entry)}</tr>'
    )


def _target_row(number: int, entry: TargetEntry) -> str:
    names = vi.REGISTER_TABLE_TARGETS
    when = ", ".join(filter(None, (years_words(entry), entry.place or entry.province or "")))
    return (
        f'<tr role="row"><td role="cell" class="tc-number">{number}</td>'
        f'<td role="cell" class="tc-said">{escape(entry.indicator)}{_notes(entry)}</td>'
        f'<td role="cell" data-name="{names[2]}"><b>{escape(figure_words(entry))}</b></td>'
        f'<td role="cell" data-name="{names[3]}">{escape(when)}</td>{_basis(entry)}</tr>'
    )


def _notes(entry: TaskEntry | TargetEntry) -> str:
    return "".join(f'<span class="tc-small">{escape(note)}</span>' for note in notes(entry))


def _basis(entry: TaskEntry | TargetEntry) -> str:
    """The short reference; folded, the whole one and the words of the source; the way to the place."""
    place = place_link(entry.source, entry.start, entry.end, vi.OPEN_AT_PLACE, "tc-button")
    return (
        f'<td role="cell" class="tc-basis-cell" data-name="{vi.REGISTER_TABLE_TASKS[4]}">'
        f'<p class="tc-ref">{escape(entry.short_reference)}</p>'
        f'<details class="tc-fold"><summary>{vi.REGISTER_WHOLE}</summary>'
        f'<p class="tc-ref">{escape(entry.marked_reference)}</p>'
        f'<blockquote class="tc-quote">{escape(entry.quote)}</blockquote></details>{place}</td>'
    )
