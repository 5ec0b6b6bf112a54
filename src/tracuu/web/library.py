"""What the page asks of a library, so that the page can be shown over any that has these verbs."""

from typing import Protocol

from tracuu.types import Answer, Citation, Document, Filters, Source

# The page never asks for more than this many passages, whatever a link says.
MOST_PASSAGES = 50


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
