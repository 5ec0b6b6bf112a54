"""The tab “Văn bản”: every document of the index, to be searched and opened in the reader."""

from typing import TYPE_CHECKING

from tracuu import vi
from tracuu.overview import counted
from tracuu.text import fold
from tracuu.types import Document
from tracuu.web.frame import BARE
from tracuu.web.graph import section_html
from tracuu.web.markup import day, document_name, escape, inferred_badge, inferred_note, label, name_badges, place_link

if TYPE_CHECKING:
    import gradio as gr


def build() -> "gr.HTML":
    """The place of the list, filled by `documents_html` when its tab is chosen; called inside its tab."""
    import gradio as gr

    return gr.HTML(f'<p class="tc-empty" role="status">{vi.PAGE_LIST_LOADING}</p>', elem_id="tc-list", **BARE)


def documents_html(documents: tuple[Document, ...]) -> str:
    """The list of documents, newest first, copies under the document that they repeat."""
    if not documents:
        return f'<section class="tc-documents"><p class="tc-empty">{vi.PAGE_LIST_EMPTY}</p></section>'
    copies: dict[str, list[Document]] = {}
    for document in documents:
        if document.copy_of:
            copies.setdefault(document.copy_of, []).append(document)
    listed = sorted(_originals(documents), key=_newest_first)
    count = count_of(documents, vi.PAGE_COUNT)
    entries = "".join(_entry(document, copies.get(document.doc_id, [])) for document in listed)
    return (
        f'<section class="tc-documents">{section_html()}<label class="tc-list-search">{vi.PAGE_LIST_SEARCH}'
        '<input type="search" id="tc-list-search" autocomplete="off" spellcheck="false"></label>'
        f'<p class="tc-small" id="tc-list-count" role="status" data-all="{escape(count)}">{count}</p>'
        f'<p class="tc-small">{vi.PAGE_INFERRED_LEGEND}</p>'
        f'<p class="tc-empty" id="tc-list-none" hidden>{vi.PAGE_LIST_NONE}</p>{entries}</section>'
    )


def _originals(documents: tuple[Document, ...]) -> list[Document]:
    """The documents without further copies of one that is there."""
    known = {document.doc_id for document in documents}
    return [document for document in documents if document.copy_of not in known]


def count_of(documents: tuple[Document, ...], sentence: str) -> str:
    """``sentence`` with how many documents there are, how many of them are no copies, and in how many files."""
    files = len({document.source_id for document in documents})
    return sentence.format(documents=counted(documents), files=files)


def _newest_first(document: Document) -> tuple[int, str]:
    """Newest first, those without a date last."""
    issued = document.header.issued_on
    return (-issued.value.toordinal() if issued else 0), document.doc_id


def _entry(document: Document, copies: list[Document]) -> str:
    header = document.header
    line = [
        (vi.PAGE_DATED.format(day=day(header.issued_on.value)), header.issued_on.inferred)
        if header.issued_on
        else None,
        (header.issuer.value, header.issuer.inferred) if header.issuer else None,
        (header.province.value, header.province.inferred) if header.province else None,
    ]
    facts = " · ".join(escape(fact[0]) + inferred_badge(fact[1]) for fact in line if fact)
    subject = f'<p class="tc-subject">{escape(label(header.subject.value))}</p>' if header.subject else ""
    others = "".join(f"<dt>{vi.PAGE_COPIES}</dt><dd>{_open_link(copy, copy.source_id)}</dd>" for copy in copies)
    return (
        f'<article class="tc-entry" data-search="{escape(_searched(document))}">'
        f"<h2>{_open_link(document, document_name(document))}{name_badges(header)}</h2>"
        f'<p class="tc-small">{facts}</p>{subject}<details><summary>{vi.PAGE_ALL_FACTS}</summary>'
        f"<dl>{_rows(document)}{others}</dl>{_relations_button(document)}</details></article>"
    )


def _searched(document: Document) -> str:
    """What the search box looks in, without marks: number, kind, subject, issuer, province, file."""
    header = document.header
    said = [s.value for s in (header.symbol, header.kind, header.issuer, header.province, header.subject) if s]
    return fold(" ".join([*said, document.source_id]))


def _rows(document: Document) -> str:
    header = document.header
    facts = {
        "symbol": (header.symbol.value, header.symbol.inferred) if header.symbol else None,
        "kind": (header.kind.value, header.kind.inferred) if header.kind else None,
        "issued_on": (day(header.issued_on.value), header.issued_on.inferred) if header.issued_on else None,
        "issuer": (header.issuer.value, header.issuer.inferred) if header.issuer else None,
        "place": (header.place.value, header.place.inferred) if header.place else None,
        "province": (header.province.value, header.province.inferred) if header.province else None,
        "signatory": (header.signatory.value.name, header.signatory.inferred) if header.signatory else None,
        "source": (document.source_id, None),
    }
    return "".join(
        f"<dt>{vi.PAGE_FACTS[name]}</dt><dd>{escape(fact[0])}{inferred_note(fact[1])}</dd>"
        for name, fact in facts.items()
        if fact
    )


def _relations_button(document: Document) -> str:
    return (
        '<p class="tc-actions"><button type="button" class="tc-button tc-button-quiet" '
        f'data-graph="{escape(document.doc_id)}">{vi.GRAPH_ONLY}</button></p>'
    )


def _open_link(document: Document, title: str) -> str:
    return place_link(document.source_id, document.span.start, document.span.start, title)
