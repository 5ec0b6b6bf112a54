"""Questions, topics and a draft that a newcomer may try: only such as fit the documents at hand."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from tracuu import vi
from tracuu.documents import symbol_key
from tracuu.types import Document
from tracuu.web.markup import day, document_name

# A row of them, two on a small screen.
MOST = 4


def examples(documents: Iterable[Document]) -> list[str]:
    """At most four questions: those written for the shipped directives where they are, else such as heads answer."""
    documents = [document for document in documents if document.copy_of is None]
    held = {symbol_key(document.header.symbol.value) for document in documents if document.header.symbol}
    written = (question for question, about in vi.PAGE_EXAMPLES if symbol_key(about) in held)
    return list(islice(dict.fromkeys([*written, *_of_heads(documents)]), MOST))


def topics(documents: Iterable[Document]) -> tuple[str, ...]:
    """Topics that the shipped directives speak of; none for other documents, of which that is not known."""
    return vi.TOPIC_EXAMPLES if _has(documents, vi.DRAFT_EXAMPLE_OF) else ()


def draft(documents: Iterable[Document]) -> str:
    """A short draft with faults to find: over a shipped directive, else over the head of any; "" without one."""
    documents = tuple(documents)
    if _has(documents, vi.DRAFT_EXAMPLE_OF):
        return vi.DRAFT_EXAMPLE
    for document in documents:
        issued = document.header.issued_on
        if document.header.symbol and issued:
            wrong = day(issued.value - timedelta(days=1))
            return vi.DRAFT_EXAMPLE_ANY.format(name=document_name(document), day=day(issued.value), wrong=wrong)
    return ""


def _has(documents: Iterable[Document], symbol: str) -> bool:
    return any(d.header.symbol and symbol_key(d.header.symbol.value) == symbol_key(symbol) for d in documents)


def _of_heads(documents: Iterable[Document]) -> Iterator[str]:
    """Questions of documents with a number, about what their head states."""
    for document in documents:
        header = document.header
        if not header.symbol:
            continue
        if header.signatory:
            yield vi.PAGE_EXAMPLE_SIGNED.format(document=document_name(document))
        if header.issued_on:
            yield vi.PAGE_EXAMPLE_DATED.format(document=document_name(document))
