"""Which mentions speak of one document: the same number, and nothing that makes it another's or another year's."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from tracuu.documents import symbol_key
from tracuu.documents.issuer_names import full_issuer, same_issuer
from tracuu.references.tiers import has_year, is_national, is_of_councils, is_of_many, province_named, tier_of
from tracuu.text import fold
from tracuu.types import Document, Reference, Tier

# Two writings of one subject differ by abridgement, two subjects by more: of the 06-NQ/TW mentions of the corpus the
# farthest are at 100, of different documents the nearest at 78.
_ONE_SUBJECT = 90.0


@dataclass(slots=True, kw_only=True)
class Work:
    """A document as it is known while mentions are sorted: held, or only from what is said of it.

    ``area`` is its province, "" for the whole country, None when nobody says. ``said`` are different things said of
    it, by whom; ``cited_in`` the documents that mention it.
    """

    key: str
    area: str | None
    symbol: str = ""
    kind: str | None = None
    document: Document | None = None
    said: list[Reference] = field(default_factory=list)
    cited_in: set[str] = field(default_factory=set)

    @property
    def dates(self) -> set[date]:
        """The dates that are said of it, its own first of all."""
        own = self.document.header.issued_on if self.document else None
        return {own.value} if own else {r.issued_on for r in self.said if r.issued_on}

    @property
    def issuers(self) -> list[str]:
        """The names of who issued it."""
        if self.document and self.document.header.issuer:
            return [full_issuer(self.document)]
        return [r.issuer for r in self.said if r.issuer]

    @property
    def subjects(self) -> list[str]:
        """The subjects that are said of it."""
        header = self.document.header if self.document else None
        own = [header.subject.value] if header and header.subject else []
        return [*own, *(r.subject for r in self.said if r.subject)][:8]

    def add(self, reference: Reference, doc_id: str) -> None:
        """Remember a mention; what was said before in the same words is not kept twice."""
        self.cited_in.add(doc_id)
        new = (reference.issued_on, reference.issuer, reference.subject)
        if any(new) and all(new != (r.issued_on, r.issuer, r.subject) for r in self.said):
            self.said.append(reference)


class Works:
    """All documents held and cited, found by number."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_key: dict[str, list[Work]] = defaultdict(list)
        self.held: dict[str, Work] = {}
        for document in documents:
            symbol = document.header.symbol
            key = symbol_key(symbol.value) if symbol else ""
            work = Work(key=key, area=_own_area(document), document=document)
            self.held[document.doc_id] = work
            if key:
                self._by_key[key].append(work)

    def of(self, key: str) -> list[Work]:
        """All works with this number, those held first."""
        return self._by_key[key]

    def __iter__(self) -> Iterator[Work]:
        yield from self.held.values()
        yield from (work for works in self._by_key.values() for work in works if work.document is None)

    def sort(self, reference: Reference, citing: Document) -> Work | None:
        """The work that a full mention speaks of, a new one when none fits; None when two fit."""
        area = area_of(reference, citing)
        fitting = [w for w in self._near(reference, area, citing) if speaks_of(reference, w, area, citing.doc_id)]
        exact = [w for w in fitting if not reference.issued_on or reference.issued_on in w.dates]
        fitting = exact or fitting
        if len(fitting) > 1:
            fitting = [w for w in fitting if w.document and w.document.source_id == citing.source_id] or fitting
        if len(fitting) > 1:
            return None
        work = fitting[0] if fitting else _cited(reference, area)
        if not fitting:
            self._by_key[work.key].append(work)
        work.add(reference, citing.doc_id)
        return work

    def _near(self, reference: Reference, area: str | None, citing: Document) -> list[Work]:
        """Works of this number in the same area, the same file, or of the same day."""
        return [
            work
            for work in self._by_key[symbol_key(reference.symbol)]
            if (area is not None and work.area == area)
            or (work.document is not None and work.document.source_id == citing.source_id)
            or citing.doc_id in work.cited_in
            or (reference.issued_on is not None and reference.issued_on in work.dates)
        ]


def _cited(reference: Reference, area: str | None) -> Work:
    return Work(key=symbol_key(reference.symbol), area=area, symbol=reference.symbol, kind=reference.kind)


def area_of(reference: Reference, citing: Document) -> str | None:
    """The province of the document that is mentioned: that of its issuer, else that of who cites it; "" for all.

    Letters that one level alone uses tell the level; the issuer may be named wrongly.
    """
    letters = tier_of(reference.symbol, None)
    tier = letters if letters is not Tier.UNKNOWN else tier_of(reference.symbol, reference.issuer)
    if is_national(reference.symbol) or (tier is Tier.CENTRAL and not is_of_councils(reference.symbol)):
        return ""
    named = province_named(reference.issuer)
    if named:
        return named
    return citing.header.province.value if citing.header.province else None


def _own_area(document: Document) -> str | None:
    header = document.header
    symbol = header.symbol.value if header.symbol else None
    if tier_of(symbol, header.issuer.value if header.issuer else None) is Tier.CENTRAL:
        return ""
    return header.province.value if header.province else None


def speaks_of(reference: Reference, work: Work, area: str | None, citing: str) -> bool:
    """Whether a mention speaks of ``work``, which has its number; slips of the pen do not make it another.

    ``citing`` is the doc_id of the document that mentions it.
    """
    day, dates = reference.issued_on, work.dates
    alike, unlike = _subjects(reference, work)
    national = is_national(reference.symbol)
    elsewhere = area is not None and work.area is not None and area != work.area
    if elsewhere or _other_level(reference, work):
        return bool(day and day in dates and not unlike and (alike or citing in work.cited_in))
    if day and dates and day not in dates:
        if unlike and not national:
            return False
        return alike or (not _other_issuer(reference, work) and _same_number(reference, day, dates))
    if day and day in dates:
        return not (_other_issuer(reference, work) and unlike)
    if is_of_many(reference.symbol) and not alike and reference.subject:
        return False
    if unlike and not national:
        return False
    return not _other_issuer(reference, work) or citing in work.cited_in


def _other_issuer(reference: Reference, work: Work) -> bool:
    issuers = work.issuers
    return bool(reference.issuer and issuers) and not any(same_issuer(reference.issuer or "", i) for i in issuers)


def _same_number(reference: Reference, day: date, dates: set[date]) -> bool:
    """Whether two days under one number must be one document: numbers run on within a year, or one part slipped."""
    symbol = reference.symbol
    if is_national(symbol) or has_year(symbol):
        return True
    if any(is_slip(day, known) for known in dates):
        return True
    state = bool(re.match(r"\d+[a-z]?/", symbol))
    named = bool(reference.issuer)
    return state and named and not is_of_many(symbol) and any(day.year == known.year for known in dates)


def is_slip(one: date, other: date) -> bool:
    """Whether two dates differ as by a slip: in one of day, month and year, or day and month exchanged."""
    same = (one.day == other.day) + (one.month == other.month) + (one.year == other.year)
    return same == 2 or (one.year == other.year and (one.day, one.month) == (other.month, other.day))


def _other_level(reference: Reference, work: Work) -> bool:
    """Whether the mention names a body of another level: a commune's plan 15 is not the province's."""
    if not reference.issuer or tier_of(reference.symbol, None) is not Tier.UNKNOWN:
        return False  # letters that one level alone uses: a wrong issuer is a slip
    mine = tier_of(None, reference.issuer)
    theirs = {tier_of(None, issuer) for issuer in work.issuers}
    return {mine, *theirs} == {Tier.PROVINCE, Tier.LOCAL} and mine not in theirs


def _subjects(reference: Reference, work: Work) -> tuple[bool, bool]:
    """Whether the subject is surely that of the work, and whether it is surely another."""
    if not reference.subject:
        return False, False
    mine = fold(reference.subject)
    scores = [_likeness(mine, fold(subject)) for subject in work.subjects]
    if not scores:
        return False, False
    best = max(scores)
    begun = any(mine[:_BEGINNING] == fold(subject)[:_BEGINNING] for subject in work.subjects)
    return best >= _ONE_SUBJECT, best < _OTHER_SUBJECT and not begun


# Titles that share less than half of their letters speak of two things.
_OTHER_SUBJECT = 60.0
# Titles that begin with so many equal letters may be one, shortened or read on into the next clause.
_BEGINNING = 12


def _likeness(one: str, other: str) -> float:
    """How alike two subjects are, 0 to 100; one that the other begins with is the same, shortened."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 12 and longer.startswith(shorter):
        return 100.0
    return max(fuzz.ratio(one, other), fuzz.token_set_ratio(one, other) - 5 if len(shorter) >= 25 else 0.0)
