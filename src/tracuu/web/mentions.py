"""Which document of the corpus a reference in a text means, after the reference graph: linked only where certain."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple
from weakref import WeakKeyDictionary

from tracuu.documents import symbol_key
from tracuu.quotes.mentions import cited_differences
from tracuu.types import Document, MentionForm, Reference, ReferenceGraph, Span
from tracuu.types import Mention as Resolved
from tracuu.web.library import Library


class Standing(Enum):
    """What the corpus has of a document that is mentioned."""

    HELD = "held"
    DOUBTFUL = "doubtful"
    ABSENT = "absent"


class Mention(NamedTuple):
    """A reference in a text; ``document`` is set when it is held for certain."""

    span: Span
    standing: Standing
    document: Document | None = None


class Mentioned:
    """The mentions of a corpus by document, and the documents that they may mean."""

    def __init__(self, documents: Sequence[Document], graph: ReferenceGraph) -> None:
        self.documents = documents
        self._held = {node.node_id: node.doc_id for node in graph.nodes if node.doc_id}
        self._copies: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            self._copies[_one(document)].append(document)
        self._numbers = {symbol_key(d.header.symbol.value) for d in documents if d.header.symbol}
        self._by_doc: dict[str, list[Resolved]] = defaultdict(list)
        for mention in graph.mentions:
            self._by_doc[mention.doc_id].append(mention)

    def of(self, document: Document) -> list[Resolved]:
        """The mentions in a document in order: those by number, and others where they mean a document that is held."""
        found = (m for m in self._by_doc[document.doc_id] if m.form is MentionForm.NUMBERED or m.target in self._held)
        return sorted(found, key=lambda m: m.span)

    def held(self, mention: Resolved) -> list[Document]:
        """The document that is meant and its copies; none when it is not held or not certain."""
        doc_id = self._held.get(mention.target) if mention.target else None
        return self._copies[doc_id] if doc_id else []

    def has_number(self, reference: Reference) -> bool:
        """Whether some document of the corpus has that number and symbol, meant or not."""
        return symbol_key(reference.symbol) in self._numbers


_KNOWN: WeakKeyDictionary[Library, Mentioned] = WeakKeyDictionary()


def mentioned(library: Library) -> Mentioned:
    """The mentions of a library, made once for each state of it."""
    documents = library.documents
    made = _KNOWN.get(library)
    if made is None or made.documents is not documents:
        made = _KNOWN[library] = Mentioned(documents, library.graph)
    return made


def mentions(document: Document, text: str, corpus: Mentioned) -> list[Mention]:
    """The references of ``document`` in order, none within another; those to itself are left out."""
    resolved = corpus.of(document)
    found: list[Mention] = []
    for mention, behind in zip_longest(resolved, resolved[1:]):
        # A mention that was read too far ends where the next one begins.
        end = min(mention.span.end, behind.span.start) if behind else mention.span.end
        span = Span(mention.span.start, mention.span.start + len(text[mention.span.start : end].rstrip()))
        shown = _shown(replace(mention, span=span), document, text, corpus) if span.start < span.end else None
        if shown:
            found.append(shown)
    return found


def _shown(mention: Resolved, document: Document, text: str, corpus: Mentioned) -> Mention | None:
    """What a mention means; None for the document itself."""
    held = corpus.held(mention)
    if not held:
        doubtful = corpus.has_number(mention.reference)
        return Mention(mention.span, Standing.DOUBTFUL if doubtful else Standing.ABSENT)
    if _one(document) in map(_one, held):
        return None
    reference = replace(mention.reference, span=mention.span)
    if mention.form is MentionForm.NUMBERED and all(cited_differences(text, reference, d) for d in held):
        return Mention(mention.span, Standing.DOUBTFUL)
    return Mention(mention.span, Standing.HELD, _nearest(held, document))


def _one(document: Document) -> str:
    """One name for all copies of a document."""
    return document.copy_of or document.doc_id


def _nearest(copies: Sequence[Document], citing: Document) -> Document:
    """The copy in the same file, else the one that is listed first."""
    return min(copies, key=lambda d: (d.source_id != citing.source_id, d.copy_of is not None, d.doc_id))
