"""What the page asks of a library, so that the page can be shown over any that has these verbs."""

from threading import BoundedSemaphore
from typing import Protocol

from tracuu.types import Answer, Citation, Document, Filters, Source

# The page never asks for more than this many passages, whatever a link says.
MOST_PASSAGES = 50
ANYWHERE = Filters()


class Library(Protocol):
    """An open index; `tracuu.pipeline.Library` is the real one."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the index, copies too."""

    def ask(self, question: str, *, top: int = 5, filters: Filters = ...) -> Answer:
        """An answer with its citations, or an abstention with its reason."""

    def search(self, query: str, *, top: int = 10, filters: Filters = ...) -> tuple[Citation, ...]:
        """Passages only, best first."""

    def source(self, source_id: str) -> Source:
        """One file as text."""


# 50 people at once: p95 2.4 s when 8 questions run together, 6.4 s when one does (docs/decisions.md).
QUESTIONS_AT_ONCE = 8


class InTurn:
    """A library that answers at most `QUESTIONS_AT_ONCE` questions together; further ones wait for their turn."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._places = BoundedSemaphore(QUESTIONS_AT_ONCE)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the index, copies too."""
        return self._library.documents

    def ask(self, question: str, *, top: int = 5, filters: Filters = ANYWHERE) -> Answer:
        """An answer, when it is this question's turn."""
        with self._places:
            return self._library.ask(question, top=top, filters=filters)

    def search(self, query: str, *, top: int = 10, filters: Filters = ANYWHERE) -> tuple[Citation, ...]:
        """Passages, when it is this query's turn."""
        with self._places:
            return self._library.search(query, top=top, filters=filters)

    def source(self, source_id: str) -> Source:
        """One file as text."""
        return self._library.source(source_id)
