"""Each mention of a corpus and the document that it means, known for certain or left open."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from tracuu.documents import KINDS, canonical_symbol, symbol_key
from tracuu.documents.issuer_names import same_issuer
from tracuu.references.pointing import Pointer, find_pointers, law_key
from tracuu.references.roles import Relation, RoleReader
from tracuu.references.tiers import tier_of
from tracuu.references.works import Work, Works, area_of
from tracuu.text import fold
from tracuu.types import Document, MentionForm, Reference, Tier

# A number alone means the document of its area only when that is not older than a term of office and one year.
_TERM_YEARS = 6
# "Nghị quyết nêu trên" looks back so far at most, some two pages.
_REACH = 4_000


class Meant(NamedTuple):
    """A mention and the work it means; ``relation`` is to what it stands in."""

    form: MentionForm
    reference: Reference
    relation: Relation
    work: Work | None
    repaired: bool = False


@dataclass(slots=True, kw_only=True)
class Read:
    """The mentions of one document in order, how each stands, and what those without a symbol are.

    ``pointers`` are by the index of their mention. ``works`` are what each means, as far as it is known by now.
    """

    document: Document
    references: tuple[Reference, ...]
    relations: tuple[Relation, ...]
    pointers: Mapping[int, Pointer]
    works: list[Work | None] = field(default_factory=list)
    repaired: set[int] = field(default_factory=set)
    # Mentions whose work was known before those of a bare number are looked at, by number.
    full: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def numbered(self) -> Iterator[tuple[int, Reference]]:
        """The mentions that have number and symbol, with their index."""
        return ((i, r) for i, r in enumerate(self.references) if i not in self.pointers)

    def known(self) -> Iterator[tuple[Reference, Work]]:
        """The mentions by number whose work is known."""
        return ((r, work) for i, r in self.numbered() if (work := self.works[i]) is not None)


def read_document(document: Document, text: str) -> Read:
    """The mentions of one document; which works they mean is not yet known."""
    pointers = find_pointers(text, document.span, document.references)
    merged: list[tuple[Reference, Pointer | None]] = [(r, None) for r in document.references]
    merged += [(pointer.reference, pointer) for pointer in pointers]
    merged.sort(key=lambda entry: entry[0].span)
    references = tuple(reference for reference, _ in merged)
    return Read(
        document=document,
        references=references,
        relations=RoleReader(document, text, references).relations(),
        pointers={i: pointer for i, (_, pointer) in enumerate(merged) if pointer},
        works=[None] * len(references),
    )


def resolve(reads: Sequence[Read], works: Works) -> None:
    """Give each mention by number its work: those that say the most first, so that short ones find them."""
    for dated in (True, False):
        for read in reads:
            for i, reference in read.numbered():
                full = reference.issuer or reference.subject
                if (dated and reference.issued_on) or (not dated and not reference.issued_on and full):
                    read.works[i] = _own(reference, read.document, works) or works.sort(reference, read.document)
    for read in reads:
        for i, reference in read.numbered():
            if read.works[i] is not None:
                read.full[symbol_key(reference.symbol)].append(i)
        for i, reference in read.numbered():
            if not (reference.issued_on or reference.issuer or reference.subject):
                read.works[i] = _bare(i, read, works)
    _repair(reads, works)


def _own(reference: Reference, document: Document, works: Works) -> Work | None:
    """The document itself, when the mention has its number and date: the caption of its own annex."""
    work = works.held.get(document.doc_id)
    if work is None or not work.key or work.key != symbol_key(reference.symbol):
        return None
    day, own = reference.issued_on, document.header.issued_on
    return work if day is None or own is None or day == own.value else None


def _bare(i: int, read: Read, works: Works) -> Work | None:
    """What a number alone means: the document itself, one mentioned here in full, or the only one of its area."""
    reference, document = read.references[i], read.document
    key = symbol_key(reference.symbol)
    own = works.held.get(document.doc_id)
    if own is not None and own.key == key:
        return own
    near = _nearest(i, read, key)
    if near is not None:
        return near
    area = area_of(reference, document)
    known = [w for w in works.of(key) if _may_mean(w, area, document)]
    beside = [w for w in known if w.document and w.document.source_id == document.source_id]
    if len(known) > 1 and len(beside) != 1:
        return None
    if known:
        found = (beside or known)[0]
        found.add(reference, document.doc_id)
        return found
    return works.sort(reference, document)


def _nearest(i: int, read: Read, key: str) -> Work | None:
    """The last full mention of that number before, else the first behind."""
    same = read.full[key]
    at = bisect_left(same, i)
    if at:
        return read.works[same[at - 1]]
    return read.works[same[at]] if at < len(same) else None


def _may_mean(work: Work, area: str | None, citing: Document) -> bool:
    if work.document and work.document.source_id == citing.source_id:
        return True
    if area is None or work.area != area:
        return False
    written = citing.header.issued_on
    if written is None or not work.dates:
        return True
    return any(day <= written.value and day.year >= written.value.year - _TERM_YEARS for day in work.dates)


# --- Numbers damaged by scanning -------------------------------------------------------------------


def _repair(reads: Sequence[Read], works: Works) -> None:
    """Give a mention whose letters were misread the work that it can only mean: same number, area and day."""
    alike: dict[tuple[str, str | None, date], list[Work]] = defaultdict(list)
    for known in works:
        for day in known.dates:
            alike[_number(known), known.area, day].append(known)
    for read in reads:
        for i, work in enumerate(read.works):
            if work is None or work.document is not None or len(work.cited_in) > 1:
                continue
            near = {id(w): w for day in work.dates for w in alike[_number(work), work.area, day]}
            rivals = [w for w in near.values() if w is not work and _misread(work, w, read)]
            if len(rivals) == 1:
                read.works[i] = rivals[0]
                read.repaired.add(i)


def _number(work: Work) -> str:
    return work.key.split("-")[0]


def _misread(work: Work, other: Work, read: Read) -> bool:
    """Whether two works of one number and day differ by one misread letter, the other being known better."""
    if Levenshtein.distance(work.key, other.key, score_cutoff=1) != 1:
        return False
    if other.document is not None or len(other.cited_in) > 1:
        return True
    return read.document.doc_id in other.cited_in and _readable(other.symbol) and not _readable(work.symbol)


def _readable(symbol: str) -> bool:
    """Whether kind and body in a symbol are letters that are in use."""
    letters = [part for part in re.split(r"[-/]", canonical_symbol(symbol))[1:] if not part.isdigit()]
    return len(letters) > 1 and letters[0] in KINDS and tier_of(symbol, None) is not Tier.UNKNOWN


# --- Mentions without a number ---------------------------------------------------------------------


class Pointing:
    """Finds what the mentions without a number mean, once those with a number are known."""

    def __init__(self, reads: Sequence[Read], works: Works) -> None:
        self._works = works
        self._said: dict[tuple[str, str, str, str | None], Work | None] = {}
        self._last: tuple[Read | None, list[tuple[Reference, Work]]] = (None, [])
        self._laws: dict[str, set[str]] = defaultdict(set)
        self._by_law: dict[str, Work] = {}
        self._files: Mapping[str, list[Document]] = _by_file(read.document for read in reads)
        for read in reads:
            for reference, work in read.known():
                if reference.subject and reference.kind in {"Luật", "Bộ luật", "Pháp lệnh"}:
                    key = law_key(reference.kind, reference.subject)
                    self._laws[key].add(work.key)
                    self._by_law[key] = work

    def meant(self, pointer: Pointer, read: Read) -> Work | None:
        """The work that ``pointer`` means in its document; None when that is not certain."""
        if pointer.form is MentionForm.POINTING:
            return self._pointed(pointer, read)
        if pointer.name:
            return self._law(pointer, read)
        # The same words mean the same document throughout.
        key = (read.document.doc_id, pointer.kind, pointer.number, pointer.issuer)
        if key not in self._said:
            self._said[key] = self._short(pointer, read) if pointer.number else self._of_body(pointer, read)
        return self._said[key]

    def _known(self, read: Read) -> list[tuple[Reference, Work]]:
        """The mentions of a document whose work is known, in order; made once."""
        if self._last[0] is not read:
            self._last = (read, list(read.known()))
        return self._last[1]

    def _short(self, pointer: Pointer, read: Read) -> Work | None:
        number = pointer.number.lstrip("0")
        found = {
            id(work): work
            for reference, work in self._known(read)
            if _same_kind(reference.kind, pointer.kind) and work.key.split("-")[0] == number
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _pointed(self, pointer: Pointer, read: Read) -> Work | None:
        own = read.document.header.kind
        if pointer.here and own and _same_kind(own.value, pointer.kind):
            return self._works.held.get(read.document.doc_id)
        known = self._known(read)
        end = bisect_left(known, pointer.span.start, key=lambda entry: entry[0].span.start)
        start = bisect_left(known, pointer.span.start - _REACH, key=lambda entry: entry[0].span.start)
        before = [work for reference, work in known[start:end] if _same_kind(reference.kind, pointer.kind)]
        if pointer.here:
            beside = [d for d in self._files[read.document.source_id] if d.header.kind]
            same = [d for d in beside if d.header.kind and _same_kind(d.header.kind.value, pointer.kind)]
            return self._works.held.get(same[0].doc_id) if len(same) == 1 and not before else None
        return before[-1] if before else None

    def _law(self, pointer: Pointer, read: Read) -> Work:
        key = law_key(pointer.kind, pointer.name)
        if key not in self._by_law:
            self._by_law[key] = Work(key=key, area="", kind=pointer.kind)
        only = len(self._laws[key]) < 2
        work = self._by_law[key] if only else Work(key=key, area="", kind=pointer.kind)
        work.add(pointer.reference, read.document.doc_id)
        return work

    def _of_body(self, pointer: Pointer, read: Read) -> Work | None:
        found = {
            id(work): work
            for reference, work in self._known(read)
            if _same_kind(reference.kind, pointer.kind)
            and reference.issuer
            and same_issuer(reference.issuer, pointer.issuer or "")
        }
        header = read.document.header
        own = header.kind and header.issuer and _same_kind(header.kind.value, pointer.kind)
        if own and header.issuer and same_issuer(header.issuer.value, pointer.issuer or ""):
            return None
        return next(iter(found.values())) if len(found) == 1 else None


def _by_file(documents: Iterator[Document]) -> Mapping[str, list[Document]]:
    files: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        files[document.source_id].append(document)
    return files


def _same_kind(one: str | None, other: str) -> bool:
    """One kind may be named shorter: "Chương trình" for "Chương trình hành động"."""
    a, b = fold(one or ""), fold(other)
    return bool(a) and (a == b or a.startswith(b + " ") or b.startswith(a + " "))


def all_meant(read: Read, pointing: Pointing) -> list[Meant]:
    """Every mention of a document in order, with what it means."""
    found = []
    for i, (reference, relation) in enumerate(zip(read.references, read.relations, strict=True)):
        pointer = read.pointers.get(i)
        work = pointing.meant(pointer, read) if pointer else read.works[i]
        form = pointer.form if pointer else MentionForm.NUMBERED
        found.append(Meant(form, reference, relation, work, i in read.repaired))
    return found
