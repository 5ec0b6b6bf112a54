"""Questions that a newcomer may click: only such as the documents at hand can answer."""

from collections.abc import Iterable, Iterator
from itertools import islice

from tracuu import vi
from tracuu.documents import symbol_key
from tracuu.types import Document
from tracuu.web.markup import document_name

# A row of them, two on a small screen.
_MOST = 4


def examples(documents: Iterable[Document]) -> list[str]:
    """At most four questions: those written for the shipped directives where they are, else such as heads answer."""
    documents = [document for document in documents if document.copy_of is None]
    held = {symbol_key(document.header.symbol.value) for document in documents if document.header.symbol}
    written = (question for question, about in vi.PAGE_EXAMPLES if symbol_key(about) in held)
    return list(islice(dict.fromkeys([*written, *_of_heads(documents)]), _MOST))


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
