"""What the rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracuu.facts.wording import Wording
from tracuu.facts.writing import written_since
from tracuu.types import Assignment, Document, Facts, Source, Target


@dataclass(frozen=True, kw_only=True)
class Material:
    """Documents, their texts and what was read in them.

    ``sources`` are keyed by source_id. ``drafts`` are the doc_ids of papers not yet signed: a rule reports what
    concerns them when there are any, and what concerns any document when there are none.
    """

    documents: tuple[Document, ...]
    sources: Mapping[str, Source]
    facts: Facts
    drafts: frozenset[str] = frozenset()

    def concerns(self, *doc_ids: str) -> bool:
        """Whether what was found in these documents is to be reported."""
        return not self.drafts or not self.drafts.isdisjoint(doc_ids)

    def day_of(self, document: Document) -> date | None:
        """The day by which a document must know what has changed: its own, for an undated draft the last of all days.

        The first of the month where the day is blank. None for an undated document of the corpus, which may be of any
        time.
        """
        since = written_since(document, self.sources[document.source_id].text)
        return date.max if since is None and document.doc_id in self.drafts else since

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """Documents by doc_id."""
        return {document.doc_id: document for document in self.documents}

    @cached_property
    def wording(self) -> Wording:
        """The words at places of the sources, as they are compared."""
        return Wording(self.documents, self.sources)

    @cached_property
    def originals(self) -> frozenset[str]:
        """One doc_id for all copies of a document: the draft where one is among them, else the first listed."""
        first: dict[str, str] = {}
        for document in sorted(self.documents, key=lambda d: (d.doc_id not in self.drafts, d.copy_of is not None)):
            first.setdefault(document.copy_of or document.doc_id, document.doc_id)
        return frozenset(first.values())

    def targets(self) -> Iterator[Target]:
        """The figures of all documents, each document once, in order of the corpus."""
        return (target for target in self.facts.targets if target.doc_id in self.originals)

    def assignments(self) -> Iterator[Assignment]:
        """The assignments of all documents, each document once, in order of the corpus."""
        return (assignment for assignment in self.facts.assignments if assignment.doc_id in self.originals)
