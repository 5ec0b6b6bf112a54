"""A quotation as it was given, and the wordings in which it is looked for."""

import re

from tracuu import vi
from tracuu.documents.views import View, read_view, written_view
from tracuu.errors import QuotationError
from tracuu.text import grouped

# Two pages of print: longer than any quotation, and a draft belongs in a file.
QUOTATION_LIMIT = 6_000


def check_length(text: str) -> None:
    """Refuse what is no quotation.

    Raises:
        QuotationError: no words, or longer than 6,000 characters.
    """
    if not any(c.isalnum() for c in text):
        raise QuotationError(vi.QUOTATION_EMPTY)
    if len(text) > QUOTATION_LIMIT:
        raise QuotationError(vi.QUOTATION_LONG.format(length=grouped(len(text)), limit=grouped(QUOTATION_LIMIT)))


# A quotation as written and as read, and where that text begins in what was given.
Wording = tuple[View, View, int]
# What the sentence around a quotation needs and the source need not have.
_OPENING = re.compile(r"\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|…|\.{3})?\s*")
_CLOSING = re.compile(r"(?:\s*(?:\./\.|\[(?:…|\.{3})\]|\((?:…|\.{3})\)|[.,;…]))+\s*$")
_MARKS = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“", "‹": "›"}


def wordings(text: str) -> list[Wording]:
    """The text as given; then without the quotation marks around it and the stops that its sentence needs."""
    start, end = 0, len(text)
    found = [(start, end)]
    for _ in range(3):
        opening, closing = _OPENING.match(text, start, end), _CLOSING.search(text, start, end)
        start, end = opening.end() if opening else start, closing.start() if closing else end
        found.append((start, end))
        if end - start > 2 and _MARKS.get(text[start]) == text[end - 1]:
            start, end = start + 1, end - 1
            found.append((start, end))
    made: list[Wording] = []
    for a, b in dict.fromkeys(found):
        if any(c.isalnum() for c in text[a:b]):
            made.append((written_view(text[a:b]), read_view(text[a:b]), a))
    return made
