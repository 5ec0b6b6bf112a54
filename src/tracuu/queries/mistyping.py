"""Which syllables may have been meant by a mistyped one, and how unlikely each mistake is.

Costs are negative logarithms of rough chances, chosen by kind of mistake and not fitted: as heard by ear
("chủ chì"), a wrong or lost mark, a slip on the keyboard, keys that the input method did not catch.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple

from tracuu.queries.keying import typed_raw
from tracuu.queries.marks import MarkModel
from tracuu.text import fold

# What every mistake costs beside its kind: about one syllable in a hundred is mistyped.
_MISTAKE = 4.5
_TONE_ALIKE, _TONE_LOST, _TONE_WRONG = 0.5, 1.5, 2.0
_LETTER_MARK = 1.5
_RAW_KEYS = 0.5
_EAR_ONSET, _EAR_VOWEL, _EAR_CODA, _SPELT_ALIKE = 1.0, 1.5, 1.2, 0.5
_DOUBLED, _SWAPPED, _DROPPED, _NEIGHBOUR, _EXTRA = 1.5, 1.5, 2.0, 2.0, 2.5
# Beyond this no mistake is believed.
_LIMIT = 9.5

_PARTS = re.compile(
    r"(?P<onset>ngh?|nh|ch|gi(?=[aeouy])|gi(?=[cmnpt]|$)|gh?|kh|ph|qu|th|tr|[bcdhklmnpqrstvx])?(?P<vowels>[aeiouy]*)(?P<coda>\w*)"
)
# Beginnings that sound alike somewhere in the country; those of one spelling rule come first.
_ONSETS = {"ngh": "ng", "gh": "g", "k": "c", "q": "c", "tr": "ch", "x": "s", "gi": "d", "r": "d", "v": "d", "l": "n"}
_SPELLINGS = (frozenset({"ng", "ngh"}), frozenset({"g", "gh"}), frozenset({"c", "k"}))
_VOWELS = {
    "ieu": "iu", "uou": "iu", "uu": "iu", "ay": "ai", "uoi": "ui", "ao": "au", "ie": "i", "ye": "i", "y": "i",
}  # fmt: skip
_VOWEL = re.compile(r"[aeiouy]")
# Without a vowel it may be a slip ("tnh"), but not an abbreviation or a unit. Near miss: "ph", "km", "kwh".
_VOWEL_LOST = re.compile(r"(?!k[wv]|mw)\w{3,5}")
_CODAS = {"ng": "n", "nh": "n", "c": "t", "ch": "t"}
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}


class Near(NamedTuple):
    """A syllable that may be meant, by its place in the model, and what the mistake costs (above 0).

    ``slip`` when a finger slipped: such mistakes seldom give another word, those by ear often do.
    """

    place: int
    cost: float
    slip: bool


class _Parts(NamedTuple):
    onset: str
    vowels: str
    coda: str


@lru_cache(maxsize=8192)
def _parts(bare: str) -> _Parts:
    match = _PARTS.match(bare)
    assert match is not None
    onset, vowels, coda = match["onset"] or "", match["vowels"], match["coda"]
    return _Parts(onset, vowels or ("i" if onset == "gi" else ""), coda)


@lru_cache(maxsize=8192)
def _sound(bare: str) -> str:
    """A key that syllables share when somebody somewhere says them alike."""
    onset, vowels, coda = _parts(bare)
    return f"{_ONSETS.get(onset, onset)} {_VOWELS.get(vowels, vowels)} {_CODAS.get(coda, coda)}"


def _ear_cost(typed: str, meant: str) -> float:
    """For two bare syllables of one `_sound`; 0 when they are the same."""
    a, b = _parts(typed), _parts(meant)
    cost = 0.0
    if a.onset != b.onset:
        cost += _SPELT_ALIKE if any({a.onset, b.onset} <= rule for rule in _SPELLINGS) else _EAR_ONSET
    if a.vowels != b.vowels:
        cost += _SPELT_ALIKE if a.vowels.replace("y", "i") == b.vowels.replace("y", "i") else _EAR_VOWEL
    return cost + _EAR_CODA * (a.coda != b.coda)


def _keys_cost(typed: str, meant: str) -> float | None:
    """For bare letters one slip apart; None when they are farther."""
    if len(typed) == len(meant):
        at = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        if len(at) == 2 and at[1] == at[0] + 1 and typed[at[0]] == meant[at[1]] and typed[at[1]] == meant[at[0]]:
            return _SWAPPED
        return _NEIGHBOUR if len(at) == 1 and meant[at[0]] in near_keys()[typed[at[0]]] else None
    longer, shorter = (typed, meant) if len(typed) > len(meant) else (meant, typed)
    at_end = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) != len(shorter) + 1 or longer[at_end + 1 :] != shorter[at_end:]:
        return None
    if longer is meant:
        return _DROPPED
    beside = {*longer[max(0, at_end - 1) : at_end], *longer[at_end + 1 : at_end + 2]}
    return _DOUBLED if longer[at_end] in beside else _EXTRA


@lru_cache(maxsize=1)
def near_keys() -> defaultdict[str, frozenset[str]]:
    """Keys that touch a key on the board."""
    spots = {key: (row, column + row / 3) for row, keys in enumerate(_KEYS) for column, key in enumerate(keys)}
    near: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for key, (row, column) in spots.items():
        near[key] = frozenset(
            other for other, (r, c) in spots.items() if other != key and abs(r - row) <= 1 and abs(c - column) < 1.1
        )
    return near


@lru_cache(maxsize=16384)
def _marks(form: str) -> tuple[str, str]:
    """The tone of a syllable as a Telex key, "" for none, and its marked letters without the tone, in order."""
    tone, letters = "", []
    for char in form:
        pieces = unicodedata.normalize("NFD", char)
        tone = next((_TONES[piece] for piece in pieces if piece in _TONES), tone)
        kept = unicodedata.normalize("NFC", "".join(piece for piece in pieces if piece not in _TONES))
        if not kept.isascii():
            letters.append(kept)
    return tone, "".join(letters)


@lru_cache(maxsize=16384)
def _marks_cost(typed: tuple[str, str], meant: tuple[str, str]) -> float:
    """What the `_marks` meant cost when those typed, of which there are some, were typed."""
    (tone, letters), (other_tone, other_letters) = typed, meant
    cost = 0.0
    if tone != other_tone:
        cost += _TONE_ALIKE if {tone, other_tone} == {"r", "x"} else _TONE_WRONG if tone else _TONE_LOST
    if letters != other_letters:
        missing = sum(other_letters.count(c) > letters.count(c) for c in set(other_letters))
        extra = sum(letters.count(c) > other_letters.count(c) for c in set(letters))
        cost += _LETTER_MARK * max(missing, extra, 1)
    return cost


def _drops(bare: str) -> set[str]:
    return {bare[:i] + bare[i + 1 :] for i in range(len(bare))}


class Neighbours:
    """The syllables of a model by what they may be mistyped as. Making one costs 15 ms."""

    def __init__(self, model: MarkModel) -> None:
        self._model = model
        self._known: dict[tuple[str, bool], tuple[Near, ...]] = {}

    @cached_property
    def _spelt(self) -> dict[str, list[tuple[int, tuple[str, str]]]]:
        """Bare letters as typed on the keyboard, to the places of the syllables so spelt, with their marks."""
        spelt: dict[str, list[tuple[int, tuple[str, str]]]] = defaultdict(list)
        for place, form in enumerate(self._model.syllables[1:], start=1):
            spelt[fold(form)].append((place, _marks(form)))
        return spelt

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for bare in sorted(self._spelt):
            found[_sound(bare)].append(bare)
        return dict(found)

    @cached_property
    def _by_drop(self) -> dict[str, list[str]]:
        """Bare letters with one left out, and whole, to what they may be."""
        found: dict[str, list[str]] = defaultdict(list)
        for bare in sorted(self._spelt):
            for short in (bare, *sorted(_drops(bare))):
                found[short].append(bare)
        return found

    def near(self, form: str, *, bare: bool) -> tuple[Near, ...]:
        """What a mistyped ``form`` may mean, cheapest first, without the ways to put marks on a bare one.

        Args:
            form: small letters, tone mark placed the newer way; digits too.
            bare: the writer leaves marks off, so that lost ones cost nothing.
        """
        key = (form, bare)
        if key not in self._known:
            if len(self._known) > 5_000:
                self._known.clear()
            self._known[key] = self._found(form, bare)
        return self._known[key]

    def with_tone_moved(self, form: str) -> str | None:
        """The one syllable with all letters and marks of an unknown ``form``, the tone on another: "trừơng"."""
        if form.isascii() or form in self._model.places:
            return None
        own = _marks(form)
        same = [place for place, marks in self._spelt.get(fold(form), ()) if marks == own]
        return self._model.syllables[same[0]] if len(same) == 1 else None

    def _found(self, form: str, bare: bool) -> tuple[Near, ...]:
        found: dict[int, Near] = {}
        typed, unmarked = fold(form), bare and form.isascii()
        own_marks = _marks(form)
        for spelt, (cost, slip) in self._spelt_near(typed).items():
            for place, its_marks in self._spelt[spelt]:
                marks = 0.0 if unmarked else _marks_cost(own_marks, its_marks)
                # The same letters without marks are the business of restoring them.
                if spelt != typed or (marks > 0 and not form.isascii()):
                    found[place] = Near(place, _MISTAKE + cost + marks, slip)
        raw = typed_raw(form)
        if raw and raw in self._model.places:
            found[self._model.places[raw]] = Near(self._model.places[raw], _MISTAKE + _RAW_KEYS, False)
        own = self._model.places.get(form)
        near = (n for n in found.values() if n.cost < _LIMIT and n.place != own)
        return tuple(sorted(near, key=lambda n: n[1::-1]))

    def _spelt_near(self, typed: str) -> dict[str, tuple[float, bool]]:
        """Bare syllables near the bare letters ``typed``: what the letters cost, and whether they are a slip."""
        if not (_VOWEL.search(typed) or _VOWEL_LOST.fullmatch(typed)):
            return {}
        found = {typed: (0.0, False)} if typed in self._spelt else {}
        for other in self._by_sound.get(_sound(typed), ()):
            found[other] = (_ear_cost(typed, other), False)
        slips = {bare for short in (typed, *_drops(typed)) for bare in self._by_drop.get(short, ())}
        for other in slips if len(typed) > 1 else ():
            cost = _keys_cost(typed, other)
            if cost is not None:
                found[other] = min((cost, True), found.get(other, (_LIMIT, True)))
        return found
