"""Kinds of one thing that exclude each other: what is said of country people says nothing of townspeople.

``data/siblings.txt`` holds a group a line, its members parted by bars, the names of one member by equals signs.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from tracuu.text import syllables


class Sibling(NamedTuple):
    """A member of a group, both by their place in the file."""

    group: int
    member: int


class _Name(NamedTuple):
    words: tuple[str, ...]
    sibling: Sibling


@cache
def _names() -> Mapping[str, Sequence[_Name]]:
    """The names of all members by their first syllable, the longest first."""
    lines = (files("tracuu") / "data" / "siblings.txt").read_text(encoding="utf-8").splitlines()
    groups = [line for line in lines if line.strip() and not line.startswith("#")]
    by_first: dict[str, list[_Name]] = {}
    for group, line in enumerate(groups):
        for member, names in enumerate(line.split("|")):
            for name in names.split("="):
                words = tuple(syllables(name))
                by_first.setdefault(words[0], []).append(_Name(words, Sibling(group, member)))
    return {first: sorted(found, key=lambda n: (-len(n.words), n)) for first, found in by_first.items()}


def _found(words: Sequence[str]) -> Iterator[Sibling]:
    """The members that ``words`` name, from left to right; in each group the longest name, and none inside it."""
    names, taken = _names(), dict[int, int]()
    for position, word in enumerate(words):
        for name in names.get(word, ()):
            end = position + len(name.words)
            if taken.get(name.sibling.group, 0) <= position and tuple(words[position:end]) == name.words:
                taken[name.sibling.group] = end
                yield name.sibling


@lru_cache(maxsize=4096)
def siblings_in(text: str) -> frozenset[Sibling]:
    """The members of groups that a text names. Cost: linear in the text."""
    return frozenset(_found(syllables(text)))


def speaks_of_sibling(asked: str, own: str, said: str) -> bool:
    """Whether ``own`` names another member of a group than ``asked`` does, which all that is ``said`` nowhere names."""
    meant, held = siblings_in(asked), siblings_in(said)
    groups = {sibling.group for sibling in meant if not any(m in held for m in meant if m.group == sibling.group)}
    return any(sibling.group in groups for sibling in siblings_in(own))
