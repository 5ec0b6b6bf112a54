"""Which entries a filter admits: document, place, words, days."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from tracuu.queries.places import find_provinces, successor
from tracuu.registers.records import TargetEntry, TaskEntry
from tracuu.text import fold, modern_marks
from tracuu.types import Document

_WORD = re.compile(r"\w+(?:[.,/]\w+)*")


def in_documents(entry: TaskEntry | TargetEntry, doc_ids: Iterable[str]) -> bool:
    """Whether an entry, or a copy of it, stands in one of the documents; any when none is named."""
    wanted = set(doc_ids)
    return not wanted or bool(wanted & {entry.doc_id, *(copy.doc_id for copy in entry.also_in)})


def of_place(document: Document, place: str) -> bool:
    """Whether a document concerns a place: a province (also one that became part of it), or what its head names."""
    wanted = place.strip()
    if not wanted:
        return True
    header = document.header
    provinces = {found.name for found in find_provinces(wanted)}
    if provinces and header.province:
        own = header.province.value
        if provinces & {own, successor(own)}:
            return True
    said = fold(" ".join(s.value for s in (header.province, header.place, header.issuer) if s))
    return re.search(rf"\b{re.escape(' '.join(fold(wanted).split()))}\b", said) is not None


def due_between(end: date | None, after: date | None, before: date | None) -> bool:
    """Whether a last day lies in the span, both ends inclusive; no day lies in none."""
    if after is None and before is None:
        return True
    return end is not None and (after is None or end >= after) and (before is None or end <= before)


def words_in(text: str) -> Callable[[str], bool]:
    """Whether a text holds every word of ``text``: with marks when it has any, else without."""
    marked = fold(text) != text.lower()
    form = modern_marks if marked else fold
    wanted = set(_WORD.findall(form(text)))
    return lambda said: wanted <= _held(said, marked)


@lru_cache(maxsize=65_536)
def _held(said: str, marked: bool) -> frozenset[str]:
    return frozenset(_WORD.findall((modern_marks if marked else fold)(said)))
