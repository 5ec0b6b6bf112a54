"""Which documents a rule of one document looks at, and the few words at a place that it shows."""

import re
from collections.abc import Iterator

from tracuu.checks.material import Material
from tracuu.text import trim
from tracuu.types import Document, Span

# A place shows about this many characters: enough to be known again, less than a sentence.
_SHOWN = 70
_PARAGRAPH = re.compile(r"\n\s*\n|\t")


def looked_at(material: Material) -> Iterator[Document]:
    """The documents that are no copies, in order; the drafts alone when there are any."""
    for document in material.documents:
        if document.copy_of is None and (not material.drafts or document.doc_id in material.drafts):
            yield document


def first_words(text: str, start: int, end: int) -> Span:
    """The words from ``start``, cut before ``end``, at the end of the paragraph or cell, or when there are enough."""
    stop = min(end, start + _SHOWN)
    if match := _PARAGRAPH.search(text, start + 1, stop):
        stop = match.start()
    elif stop < end and not text[stop].isspace():
        space = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
        stop = space if space > start else stop
    return trim(text, start, max(stop, start + 1))
