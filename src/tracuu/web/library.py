"""What the page asks of a library, so that the page can be shown over any that has these verbs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import monotonic
from typing import Protocol

from tracuu import vi
from tracuu.answers import Evidence
from tracuu.errors import StoppedError, TracuuError
from tracuu.registers import TargetEntry, TargetFilter, TaskFilter, TasksFound
from tracuu.types import (
    Answer,
    Citation,
    Document,
    DraftCheck,
    Filters,
    Finding,
    Quotation,
    QuoteMatch,
    ReferenceGraph,
    Source,
)

# The page never asks for more than this many passages, whatever a link says.
MOST_PASSAGES = 50
ANYWHERE = Filters()
ShouldStop = Callable[[], bool]


class Library(Protocol):
    """An open index; `tracuu.pipeline.Library` is the real one."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the index, copies too."""

    @property
    def evidence(self) -> Evidence:
        """The records that answers and quotations are made from."""

    @property
    def graph(self) -> ReferenceGraph:
        """Every mention of a document with the one that is meant, and what documents do with one another."""

    def ask(self, question: str, *, top: int = 5, filters: Filters = ...) -> Answer:
        """An answer with its citations, or an abstention with its reason."""

    def search(self, query: str, *, top: int = 10, filters: Filters = ...) -> tuple[Citation, ...]:
        """Passages only, best first."""

    def quote(self, topic: str, top: int = 10, *, filters: Filters = ...) -> tuple[Quotation, ...]:
        """Sentences worth quoting on a topic, best first."""

    def verify(self, text: str) -> QuoteMatch:
        """One quotation against the corpus."""

    def verify_draft(self, text: str, *, should_stop: ShouldStop | None = None) -> DraftCheck:
        """Every quotation and mention of a document in a draft; StoppedError when ``should_stop`` says so."""

    def check(self, drafts: Sequence[Source] = (), *, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
        """What does not fit together in the corpus, or in drafts held against it, unless ``should_stop`` says so."""

    @property
    def agencies(self) -> tuple[str, ...]:
        """Names of agencies that tasks are given to."""

    def tasks(self, wanted: TaskFilter | None = None) -> TasksFound:
        """Who does what by when."""

    def targets(self, wanted: TargetFilter | None = None) -> tuple[TargetEntry, ...]:
        """The figures that directives set."""

    def source(self, source_id: str) -> Source:
        """One file as text."""


# 50 people at once: p95 2.4 s when 8 questions run together, 6.4 s when one does (docs/decisions.md).
QUESTIONS_AT_ONCE = 8
# A draft of 300,000 characters with 500 quotations takes 7 s of a busy processor, its Word copy 14 s; two together
# leave room for questions. Who waits longer than this is told to come back.
DRAFTS_AT_ONCE, DRAFT_WAIT_SECONDS = 2, 60.0
# A draft that waits is given up so long after who sent it has gone.
ASKED_EVERY_SECONDS = 0.5


class BusyError(TracuuError):
    """Too many drafts are being checked."""


class InTurn:
    """A library that does at most `QUESTIONS_AT_ONCE` things together, and checks `DRAFTS_AT_ONCE` drafts.

    Questions beyond wait for their turn; drafts wait a minute at most. ``now`` gives the library that answers by
    now, where it may be another than the first.
    """

    def __init__(self, library: Library, now: Callable[[], Library] | None = None) -> None:
        self._now = now or (lambda: library)
        self._places = BoundedSemaphore(QUESTIONS_AT_ONCE)
        self._drafts = BoundedSemaphore(DRAFTS_AT_ONCE)

    @property
    def _library(self) -> Library:
        return self._now()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the index, copies too."""
        return self._library.documents

    @property
    def evidence(self) -> Evidence:
        """The records that answers and quotations are made from."""
        return self._library.evidence

    @property
    def graph(self) -> ReferenceGraph:
        """Every mention of a document with the one that is meant, and what documents do with one another."""
        return self._library.graph

    def ask(self, question: str, *, top: int = 5, filters: Filters = ANYWHERE) -> Answer:
        """An answer, when it is this question's turn."""
        with self._places:
            return self._library.ask(question, top=top, filters=filters)

    def search(self, query: str, *, top: int = 10, filters: Filters = ANYWHERE) -> tuple[Citation, ...]:
        """Passages, when it is this query's turn."""
        with self._places:
            return self._library.search(query, top=top, filters=filters)

    def quote(self, topic: str, top: int = 10, *, filters: Filters = ANYWHERE) -> tuple[Quotation, ...]:
        """Sentences to quote, when it is this topic's turn."""
        with self._places:
            return self._library.quote(topic, top, filters=filters)

    def verify(self, text: str) -> QuoteMatch:
        """One quotation, when it is its turn."""
        with self._places:
            return self._library.verify(text)

    def verify_draft(self, text: str, *, should_stop: ShouldStop | None = None) -> DraftCheck:
        """A draft, when it is its turn.

        Raises:
            BusyError: two others took longer than a minute. StoppedError: ``should_stop`` said so.
        """
        with self._turn_of_draft(should_stop):
            return self._library.verify_draft(text, should_stop=should_stop)

    def check(self, drafts: Sequence[Source] = (), *, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
        """Findings of the corpus, or of drafts when it is their turn.

        Raises:
            BusyError: two other drafts took longer than a minute. StoppedError: ``should_stop`` said so.
        """
        with self._turn_of_draft(should_stop) if drafts else self._places:
            return self._library.check(drafts, should_stop=should_stop)

    @contextmanager
    def _turn_of_draft(self, should_stop: ShouldStop | None) -> Iterator[None]:
        deadline = monotonic() + DRAFT_WAIT_SECONDS
        while not self._drafts.acquire(timeout=min(ASKED_EVERY_SECONDS, DRAFT_WAIT_SECONDS)):
            if should_stop and should_stop():
                raise StoppedError(vi.DRAFT_STOPPED)
            if monotonic() >= deadline:
                raise BusyError(vi.DRAFTS_BUSY)
        try:
            yield
        finally:
            self._drafts.release()

    @property
    def agencies(self) -> tuple[str, ...]:
        """Names of agencies that tasks are given to."""
        return self._library.agencies

    def tasks(self, wanted: TaskFilter | None = None) -> TasksFound:
        """Tasks, when it is their turn."""
        with self._places:
            return self._library.tasks(wanted)

    def targets(self, wanted: TargetFilter | None = None) -> tuple[TargetEntry, ...]:
        """Targets, when it is their turn."""
        with self._places:
            return self._library.targets(wanted)

    def source(self, source_id: str) -> Source:
        """One file as text."""
        return self._library.source(source_id)
