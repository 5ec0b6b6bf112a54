"""Abbreviations that nobody lists, written out as the documents write the words: "kiến trúc ĐT", "huyện QP", "HTTT".

Letters stand for a run of syllables that begin with them and follow one another in the documents. Which run is meant
the words around tell; short letters with nothing around them that the documents know stay as they are.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np

from tracuu.queries.marks import MarkModel
from tracuu.queries.terms import SMALL_WORDS
from tracuu.queries.words import Word, adjoin, skeleton, words_of
from tracuu.text import fold
from tracuu.types import Span

# Three letters stand for too much to be told without a neighbour ("EVN"); more than eight are no abbreviation.
_SHORTEST_ALONE, _LONGEST = 4, 8
# A pair of syllables counts as the documents' own from this weight on: the word list alone gives less.
_SEEN = 1.0
# By how much the best run must be likelier than the next one.
_LEAD = math.log(4.0)
# Runs that are looked up, the likeliest first.
_LOOKED_AT = 8
# Runs kept while a word is put together.
_BEAM = 40


class _Run(NamedTuple):
    likelihood: float
    places: tuple[int, ...]
    backed: bool  # whether a neighbour in the question stands beside it in the documents too


class Says(Protocol):
    """Whether the documents hold a phrase of whole words (small letters, marks), right between two stretches."""

    def __call__(self, phrase: str, *, before: str = "", behind: str = "") -> bool:
        """Those stretches may cut words, and are "" for none."""


class _Around(NamedTuple):
    """The neighbours of an abbreviation: their places, () for none, and two words on either side as typed, or ""."""

    before: tuple[int, ...]
    behind: tuple[int, ...]
    two_before: str
    two_behind: str


def spelled_out(text: str, letters: Sequence[Span], marks: MarkModel, says: Says) -> list[tuple[Span, str]]:
    """What each of the abbreviations at ``letters`` stands for in the documents; those in doubt are left out.

    ``says`` is asked for the whole run: pairs of syllables may be the documents', and all of them together nonsense.
    Cost: 1 to 10 ms an abbreviation.
    """
    words = words_of(text)
    found = []
    for span in letters:
        short = text[slice(*span)]
        at = next((i for i, word in enumerate(words) if word.span == span), None)
        if at is None or len(short) > _LONGEST:
            continue
        before, behind = _beside(text, words, at, -1), _beside(text, words, at, 1)
        around = _Around(
            _ways(before[0] if before else None, marks),
            _ways(behind[0] if behind else None, marks),
            " ".join(before[::-1]) if len(before) == 2 else "",
            " ".join(behind) if len(behind) == 2 else "",
        )
        if long := _run(short, around, marks, says, bare=text.isascii()):
            found.append((span, long))
    return found


def _beside(text: str, words: Sequence[Word], at: int, step: int) -> list[str]:
    """The one or two words next to word ``at`` on one side, nearest first, with nothing but a space between."""
    found: list[str] = []
    while len(found) < 2 and 0 <= at + step < len(words):
        left, right = sorted((at, at + step))
        if not adjoin(text, words[left], words[right]):
            break
        at += step
        found.append(words[at].form)
    return found


def _ways(form: str | None, marks: MarkModel) -> tuple[int, ...]:
    """The places of a neighbour, in all ways to write it where it has no marks; () for none and for small words."""
    if form is None or form in SMALL_WORDS:
        return ()
    ways = marks.ways.get(skeleton(form), [])
    return tuple(ways if form.isascii() else [way for way in ways if marks.syllables[way] == form])


@lru_cache(maxsize=4)
def _by_letter(marks: MarkModel) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, form in enumerate(marks.syllables[1:], start=1):
        if form not in SMALL_WORDS:
            found.setdefault("đ" if form[0] == "đ" else fold(form[0]), []).append(place)
    return {letter: tuple(places) for letter, places in found.items()}


def _beginning(letter: str, marks: MarkModel, *, bare: bool) -> tuple[int, ...]:
    own = "đ" if letter == "Đ" else fold(letter)
    also = _by_letter(marks).get("đ", ()) if bare and own == "d" else ()
    return (*_by_letter(marks).get(own, ()), *also)


def _run(short: str, around: _Around, marks: MarkModel, says: Says, *, bare: bool) -> str | None:
    """The syllables that the letters stand for, between these neighbours; None when that is in doubt."""
    columns = [_beginning(letter, marks, bare=bare) for letter in short]
    runs = _grown([_Run(0.0, (place,), backed=True) for place in around.before], columns[0], marks)
    runs = [run._replace(places=run.places[1:]) for run in runs]
    for column in columns[1:]:
        runs = _grown(runs, column, marks)
    runs = _closed(runs, around.behind, marks) or _closed(_alone(columns, around, marks), around.behind, marks) or runs
    runs = runs or _alone(columns, around, marks)
    likely: dict[str, _Run] = {}
    for run in sorted(runs, reverse=True):
        likely.setdefault(" ".join(marks.syllables[place] for place in run.places), run)
    held = [(long, run) for long, run in list(likely.items())[:_LOOKED_AT] if says(long)]
    if not held:
        return None
    alone = len(short) >= _SHORTEST_ALONE or held[0][1].backed
    clear = len(held) == 1 or held[0][1].likelihood - held[1][1].likelihood >= _LEAD
    return held[0][0] if alone and clear else _said_there([long for long, _ in held], around, says)


def _alone(columns: Sequence[tuple[int, ...]], around: _Around, marks: MarkModel) -> list[_Run]:
    """Runs that begin anywhere: nothing that the documents know stands before them."""
    last = columns[-1]
    if len(columns) < _SHORTEST_ALONE and around.behind:
        leads = marks.before(around.behind)
        last = tuple(place for place in last if place in leads)
    runs = [_Run(float(np.log(marks.shares[place])), (place,), backed=False) for place in columns[0]]
    for column in (*columns[1:-1], last):
        runs = _grown(runs, column, marks)
    return runs


def _closed(runs: Sequence[_Run], behind: tuple[int, ...], marks: MarkModel) -> list[_Run]:
    """The runs that the word behind follows in the documents."""
    return [run._replace(places=run.places[:-1], backed=True) for run in _grown(runs, behind, marks)]


def _said_there(longs: Sequence[str], around: _Around, says: Says) -> str | None:
    """The only one that the documents say beside two neighbours: "TT Tuần Giáo", "sức chống chịu của ĐT"."""
    for before, behind in ((around.two_before, ""), ("", around.two_behind)):
        told = [long for long in longs if says(long, before=before, behind=behind)] if before or behind else []
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _grown(runs: Sequence[_Run], places: Sequence[int], marks: MarkModel) -> list[_Run]:
    """The likeliest runs that go on with one of ``places``, each pair of which the documents have."""
    if not runs or not places:
        return []
    lefts = np.repeat(np.array([run.places[-1] for run in runs], np.uint32), len(places))
    rights = np.tile(np.array(places, np.uint32), len(runs))
    seen = np.flatnonzero(marks.pair_counts(lefts, rights) >= _SEEN)
    chances = marks.log_chances(lefts[seen], rights[seen])
    grown = [
        runs[i // len(places)]._replace(
            likelihood=runs[i // len(places)].likelihood + float(chance),
            places=(*runs[i // len(places)].places, int(rights[i])),
        )
        for i, chance in zip(seen.tolist(), chances.tolist(), strict=True)
    ]
    return sorted(grown, reverse=True)[:_BEAM]
