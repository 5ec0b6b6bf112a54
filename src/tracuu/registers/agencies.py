"""Whether a task is an agency's own: by name, by the name it had or has, or as one of a range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tracuu.agencies.changes import Renaming, in_full, renamings_of
from tracuu.agencies.identity import Unit, is_same, is_same_unit, key_of, unit_of
from tracuu.agencies.lists import Party, Reach, parties
from tracuu.documents.places import provinces_of_unit
from tracuu.queries.abbreviations import expand
from tracuu.queries.places import CENTRAL_CITIES, PlaceFound, find_provinces, provinces, successor
from tracuu.registers.records import Match, Renamed, Role, TaskEntry
from tracuu.text import fold
from tracuu.types import Header, Span

_COMMITTEE = "uy ban nhan dan"
_OF_UNIT = re.compile(r"\b(?:xã|phường|thị trấn|huyện|thị xã|quận|đặc khu|xa|phuong|huyen|quan)\s+$", re.IGNORECASE)
_OF_CITY = re.compile(r"\b(?:thành phố|tp\.?|thanh pho)\s+$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Named:
    """An agency's name: its key, without the province that stands at its end, and that province."""

    key: str
    province: str | None

    @cached_property
    def unit(self) -> Unit | None:
        """The commune, district or city at the end of the key."""
        return unit_of(self.key)


@lru_cache(maxsize=16_384)
def named(name: str) -> Named:
    """A name with its abbreviations written out, read: "Sở Tài chính tỉnh Lai Châu" is of Lai Châu.

    "UBND phường Điện Biên Phủ" and "UBND thành phố Lai Châu" are of a unit, and name no province.
    """
    text = name.strip(" .,;:")
    place = _province_at_end(text)
    if place is None:
        return Named(key=key_of(text), province=None)
    before = text[: place.span.start]
    of_other_city = _OF_CITY.search(before) and place.name not in CENTRAL_CITIES
    if not before.strip() or _OF_UNIT.search(before) or of_other_city:
        return Named(key=key_of(text), province=None)
    return Named(key=key_of(before), province=place.name)


def _province_at_end(text: str) -> PlaceFound | None:
    """The province at the end of a name; one that is also an ordinary word ("cao bang") is one there too."""
    found = find_provinces(text)
    if found and found[-1].span.end == len(text):
        return found[-1]
    for province in provinces():
        tail = text[-len(province.name) :]
        if (
            len(tail) < len(text)
            and not text[-len(tail) - 1].isalnum()
            and tail in (fold(province.name), province.name)
        ):
            return PlaceFound(province.name, Span(len(text) - len(tail), len(text)))
    return None


@lru_cache(maxsize=16_384)
def parties_of(cell: str) -> tuple[Party, ...]:
    """The parties of a cell, with abbreviations written out."""
    return parties(expand(cell))


# Which range an agency is one of: its key, and the key of the range (both folded).
_RANGES = tuple(
    (re.compile(asked), re.compile(many))
    for asked, many in (
        (r"so |thanh tra$|van phong uy ban nhan dan", r"(?:cac|toan the|tat ca cac) (?:co quan )?so\b"),
        (r"so ", r"(?:cac|toan the) (?:ban )?(?:nganh|co quan chuyen mon)\b"),
        (r"bo ", r"cac bo\b"),
        (r"uy ban nhan dan (?:xa|phuong|dac khu) \w", r"uy ban nhan dan (?:cac |cap |\d+ )(?:xa|phuong|dac khu)\b"),
        (r"uy ban nhan dan (?:xa|phuong|dac khu) \w", r"uy ban nhan dan cac dia phuong\b"),
        (r"uy ban nhan dan (?:xa|phuong|dac khu) \w", r"(?:cac|\d+) (?:xa|phuong)\b"),
        (r"dang uy (?:xa|phuong|dac khu) \w", r"(?:\d+ |cac )?dang uy (?:cac |cap )?(?:xa|phuong)\b|cac dang uy\b"),
        (r"dang uy ", r"cac dang uy\b"),
        (r"uy ban nhan dan (?:huyen|thi xa|thanh pho) \w", r"uy ban nhan dan (?:cac |cap )(?:huyen|thi xa|thanh pho)"),
        (r"(?:huyen|thi|thanh|quan) uy \w", r"cac (?:huyen|thi|thanh|quan)\b"),
        (r"(?:ban (?!thuong|chap)|van phong |uy ban kiem).*(?:tinh|thanh) uy", r"cac (?:ban|co quan) .*(?:dang|uy)$"),
    )
)  # fmt: skip
# Of whom "các cơ quan, đơn vị liên quan" may be said: of every office.
# "Các sở, ban, ngành (trừ Sở Tài chính)": who is none of them.
_EXCEPT = re.compile(
    r"\b(?:ngoại\s+)?(?:trừ|không\s+(?:bao\s+)?gồm|không\s+kể)\s+(?P<who>[^();.]{3,120})", re.IGNORECASE
)
_ANY_OFFICE = re.compile(r"\b(?:co quan|don vi|nganh|dia phuong|so)\b")


def in_range(agency: Named, many: Party) -> bool:
    """Whether an agency is one of those that a range means by its kind ("các sở, ban, ngành" all departments)."""
    return any(asked.match(agency.key) and of.match(many.key) for asked, of in _RANGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an agency stands in a task: the role, how sure that is, and the renaming that links its names."""

    role: Role
    match: Match
    renamed: Renamed | None = None


class Asked:
    """An agency asked for, read once and held against many tasks."""

    def __init__(self, typed: str) -> None:
        own = named(expand(in_full(typed.strip())))
        # "xã Mường Bú": its committee, to which directives give the work.
        alone = own.unit is not None and not own.unit.body
        self._own = Named(key=f"{_COMMITTEE} {own.key}", province=own.province) if alone else own
        self._renamings = renamings_of(self._own.key)
        self._provinces = self._where()

    @property
    def key(self) -> str:
        """The name as a key."""
        return self._own.key

    def _where(self) -> frozenset[str]:
        """Provinces in which the agency may be; empty for any."""
        if self._own.province:
            return frozenset({self._own.province})
        return provinces_of_unit(self._own.unit.kinds, self._own.unit.name) if self._own.unit else frozenset()

    @property
    def is_known_unit(self) -> bool:
        """Whether it is a body of one commune, district or city that there is: then every range of them holds it."""
        return self._own.unit is not None and bool(self._provinces)

    def standing(self, entry: TaskEntry, about: str, role: Role | None = None) -> Standing | None:
        """The surest standing in a task (of ``role`` alone when given); None when it is not the agency's.

        ``about`` is the issuer and place of the document, folded.
        """
        found = [
            standing
            for one in ((role,) if role else tuple(Role))
            for standing in self._in_cell(getattr(entry, one.value), one, entry, about)
        ]
        excepted = [fold(match["who"]) for match in _EXCEPT.finditer(entry.quote)]
        if any(self._own.key in said for said in excepted):
            found = [standing for standing in found if standing.match in {Match.NAMED, Match.RENAMED}]
        rank = list(Match)
        return min(found, key=lambda s: rank.index(s.match), default=None)

    def _in_cell(self, cell: str, role: Role, entry: TaskEntry, about: str) -> Iterator[Standing]:
        for party in parties_of(cell) if cell else ():
            other = named(party.name)
            if not self._same_place(other.province or entry.province):
                continue
            if self._is(other, party, about):
                yield Standing(role=role, match=Match.NAMED)
            elif renaming := self._renaming(other, entry):
                match = Match.POSSIBLE if renaming.partly else Match.RENAMED
                yield Standing(role=role, match=match, renamed=_said(renaming))
            elif party.reach is Reach.RANGE and self._is_one_of(party):
                yield Standing(role=role, match=Match.SHARED)
            elif party.reach is Reach.CONCERNED and (self._is_one_of(party) or _ANY_OFFICE.search(party.key)):
                yield Standing(role=role, match=Match.POSSIBLE)

    def _same_place(self, province: str | None) -> bool:
        """Whether a document of ``province`` may speak of the agency; one of a merged province does of the new one."""
        if not self._provinces:
            return True
        return province is not None and bool(self._provinces & {province, successor(province)})

    def _is(self, other: Named, party: Party, about: str) -> bool:
        if is_same(self._own.key, other.key):
            return True
        if self._own.unit is None:
            return party.reach is not Reach.ONE and other.key.startswith(f"{self._own.key} ") and self._is_many()
        if other.unit:
            return is_same_unit(self._own.unit, other.unit)
        bare = f"{self._own.unit.body} {self._own.unit.kinds}".strip()
        return other.key == bare and _speaks_of(about, self._own.unit)

    def _is_many(self) -> bool:
        """Whether a range was asked for ("các sở, ban, ngành")."""
        return self._own.key.startswith("cac ")

    def _is_one_of(self, party: Party) -> bool:
        known = self._own.unit is None or self.is_known_unit
        return known and not self._is_many() and in_range(self._own, party)

    def _renaming(self, other: Named, entry: TaskEntry) -> Renaming | None:
        """The renaming that makes ``other`` the agency: its old name, or its new one in a document since the change."""
        for one in self._renamings:
            old, new = key_of(one.old), key_of(one.new)
            if is_same(self._own.key, new) and is_same(old, other.key):
                return one
            since = entry.issued is not None and entry.issued >= one.on
            if is_same(self._own.key, old) and is_same(new, other.key) and since:
                return one
        return None


def _speaks_of(about: str, unit: Unit) -> bool:
    """Whether a document's issuer or place (folded) is that unit: "xa sinh phinh" in "dang uy xa sinh phinh"."""
    return re.search(rf"\b{re.escape(unit.name)}\b", about) is not None


def _said(renaming: Renaming) -> Renamed:
    return Renamed(old=renaming.old, new=renaming.new, on=renaming.on, order=renaming.source, partly=renaming.partly)


def renamed_since(typed: str) -> tuple[Renamed, ...]:
    """Who has all the work of an agency that is no more; () for one that is."""
    key = Asked(typed).key
    return tuple(_said(one) for one in renamings_of(key) if not one.partly and is_same(key, key_of(one.old)))


def about_of(header: Header) -> str:
    """Issuer and place of a document, folded, for `Asked.standing`."""
    return fold(" ".join(said.value for said in (header.issuer, header.place) if said))
