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


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases that are no office word, by their first syllable, the longest first."""
    lines = (files("tracuu") / "data" / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    by_first: dict[str, list[_Phrase]] = {}
    for line in lines:
        if line.strip() and not line.startswith("#"):
            office, *others = (tuple(syllables(phrase)) for phrase in line.split("|"))
            for words in others:
                by_first.setdefault(words[0], []).append(_Phrase(words, office))
    return {first: sorted(found, key=lambda p: (-len(p.words), p)) for first, found in by_first.items()}


def _found(words: Sequence[str]) -> Iterator[tuple[int, _Phrase]]:
    """Phrases in ``words`` and where they begin, from left to right, not overlapping."""
    phrases, position = _phrases(), 0
    while position < len(words):
        for phrase in phrases.get(words[position], ()):
            if tuple(words[position : position + len(phrase.words)]) == phrase.words:
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
