"""Other words for the same thing: people say "nhà thương", directives "bệnh viện".

``data/synonyms.txt`` holds a group a line, the word of the offices first. Both what is asked and what stands in a
passage are compared in the words of the offices.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tracuu.text import modern_marks, syllables


class _Phrase(NamedTuple):
    """A way to say something, by its syllables, and the syllables of how offices say it."""

    words: tuple[str, ...]
    office: tuple[str, ...]


def _groups() -> Iterator[list[tuple[str, ...]]]:
    """The groups of the file, each phrase by its syllables, the office word first."""
    for line in (files("tracuu") / "data" / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [tuple(syllables(phrase)) for phrase in line.split("|")]


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases that are no office word, by their first syllable, the longest first."""
    by_first: dict[str, list[_Phrase]] = {}
    for office, *others in _groups():
        for words in others:
            by_first.setdefault(words[0], []).append(_Phrase(words, office))
    return {first: sorted(found, key=lambda p: (-len(p.words), p)) for first, found in by_first.items()}


@cache
def _holding() -> Mapping[str, Sequence[tuple[tuple[str, ...], int]]]:
    """Office words that hold other groups' words ("tiêu dùng": "dùng"), by a syllable of theirs, with its place."""
    within = {phrase.words for phrases in _phrases().values() for phrase in phrases}
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for office, *_ in _groups():
        inside = {office[a:b] for a in range(len(office)) for b in range(a + 1, len(office) + 1)} - {office}
        for at, word in enumerate(office) if inside & within else ():
            found.setdefault(word, []).append((office, at))
    return found


def _is_within(words: Sequence[str], at: int, phrase: _Phrase) -> bool:
    """Whether the phrase found at ``at`` is but a part of an office word: "dùng" of "hàng tiêu dùng"."""
    return any(
        tuple(words[at - place : at - place + len(office)]) == office and place + len(phrase.words) <= len(office)
        for office, place in _holding().get(words[at], ())
        if at >= place
    )


def _found(words: Sequence[str]) -> Iterator[tuple[int, _Phrase]]:
    """Phrases in ``words`` and where they begin, from left to right, not overlapping."""
    phrases, position = _phrases(), 0
    while position < len(words):
        for phrase in phrases.get(words[position], ()):
            if tuple(words[position : position + len(phrase.words)]) == phrase.words:
                if _is_within(words, position, phrase):
                    continue
                yield position, phrase
                position += len(phrase.words) - 1
                break
        position += 1


def office_words(text: str) -> str:
    """``text`` with other words replaced by those of the offices: "xây nhà thương" gives "xây bệnh viện".

    Cost: linear in the text.
    """
    places = list(re.finditer(r"[^\W_]+", modern_marks(text)))
    words = [place.group().lower() for place in places]
    pieces, position = [], 0
    for at, phrase in _found(words):
        pieces += [text[position : places[at].start()], " ".join(phrase.office)]
        position = places[at + len(phrase.words) - 1].end()
    return "".join([*pieces, text[position:]])


def office_terms(words: Sequence[str]) -> list[str]:
    """The syllables of the offices' words for phrases among ``words`` (syllables in order)."""
    return [term for _, phrase in _found(words) for term in phrase.office]
