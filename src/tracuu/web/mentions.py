"""Which document of the corpus a reference in a text means: linked only where that is certain."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple
from weakref import WeakKeyDictionary

from tracuu.quotes.mentions import KnownDocuments, cited_differences
from tracuu.types import Document, Reference, Span
from tracuu.web.library import Library

# Numbers that nobody else gives: a year in them, and a body of which the country has one.
_NATIONAL = re.compile(r"\d+/\d{4}/(?:(?:NĐ|NQ)-CP|QĐ-TTg|(?:UBTV)?QH\d+|TT-B\w+)", re.IGNORECASE)


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


_KNOWN: WeakKeyDictionary[Library, tuple[tuple[Document, ...], KnownDocuments]] = WeakKeyDictionary()


def known_documents(library: Library) -> KnownDocuments:
    """All documents of a library by number and symbol, made once for each state of a library."""
    documents = library.documents
    made = _KNOWN.get(library)
    if made is None or made[0] is not documents:
        made = _KNOWN[library] = (documents, KnownDocuments(documents))
    return made[1]


def mentions(document: Document, text: str, known: KnownDocuments) -> list[Mention]:
    """The references of ``document`` in order, none within another; those to itself are left out."""
    references = sorted(document.references, key=lambda r: r.span)
    found: list[Mention] = []
    for reference, behind in zip_longest(references, references[1:]):
        # A mention that was read too far ends where the next one begins.
        end = min(reference.span.end, behind.span.start) if behind else reference.span.end
        span = Span(reference.span.start, reference.span.start + len(text[reference.span.start : end].rstrip()))
        mention = _resolved(replace(reference, span=span), document, text, known) if span.start < span.end else None
        if mention:
            found.append(mention)
    return found


def _resolved(reference: Reference, document: Document, text: str, known: KnownDocuments) -> Mention | None:
    """What a reference means; None for the document itself."""
    held = known.held(reference)
    if not held:
        return Mention(reference.span, Standing.ABSENT)
    if _one(document) in map(_one, held):
        return None
    fitting = [d for d in held if not cited_differences(text, reference, d) and _surely(reference, document, d)]
    if len({_one(d) for d in fitting}) != 1:
        return Mention(reference.span, Standing.DOUBTFUL)
    return Mention(reference.span, Standing.HELD, _nearest(fitting, document))


def _one(document: Document) -> str:
    """One name for all copies of a document."""
    return document.copy_of or document.doc_id


def _surely(reference: Reference, citing: Document, held: Document) -> bool:
    """Numbers recur from body to body and term to term: a date, the province or the file must say the same."""
    mine, theirs = citing.header.province, held.header.province
    return (
        bool(reference.issued_on and held.header.issued_on)
        or citing.source_id == held.source_id
        or bool(mine and theirs and mine.value == theirs.value)
        or bool(_NATIONAL.fullmatch(reference.symbol))
    )


def _nearest(copies: Sequence[Document], citing: Document) -> Document:
    """The copy in the same file, else the one that is listed first."""
    return min(copies, key=lambda d: (d.source_id != citing.source_id, d.copy_of is not None, d.doc_id))
