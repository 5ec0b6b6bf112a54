"""Kinds of one thing that exclude each other: what is said of country people says nothing of townspeople.

``data/siblings.txt`` holds a group a line, its members parted by bars, the names of one member by equals signs. A line
with ">" tells which members a wider word holds: what is said of "gia súc" is said of pigs.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple

from tracuu.text import syllables


class Sibling(NamedTuple):
    """A member of a group, both by their place in the file."""

    group: int
    member: int


class _Name(NamedTuple):
    words: tuple[str, ...]
    sibling: Sibling


def _lines() -> list[str]:
    lines = (files("tracuu") / "data" / "siblings.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def _wider() -> Mapping[tuple[str, ...], frozenset[Sibling]]:
    """Wider words by their syllables, with the members that each holds."""
    found: dict[tuple[str, ...], frozenset[Sibling]] = {}
    for line in (line for line in _lines() if ">" in line):
        word, _, members = line.partition(">")
        held = (siblings_in(member) for member in members.split("|"))
        found[tuple(syllables(word))] = frozenset().union(*held)
    return found


@cache
def _names() -> Mapping[str, Sequence[_Name]]:
    """The names of all members by their first syllable, the longest first."""
    groups = [line for line in _lines() if ">" not in line]
    by_first: dict[str, list[_Name]] = {}
    for group, line in enumerate(groups):
        for member, names in enumerate(line.split("|")):
            for name in names.split("="):
                words = tuple(syllables(name))
                by_first.setdefault(words[0], []).append(_Name(words, Sibling(group, member)))
    return {first: sorted(found, key=lambda n: (-len(n.words), n)) for first, found in by_first.items()}


@cache
def _by_group() -> Mapping[int, Sequence[_Name]]:
    """The names of all members by their group."""
    found: dict[int, list[_Name]] = {}
    for names in _names().values():
        for name in names:
            found.setdefault(name.sibling.group, []).append(name)
    return found


def _found(words: Sequence[str]) -> Iterator[tuple[int, _Name]]:
    """The names in ``words`` and where they begin, from left to right."""
    names = _names()
    for position, word in enumerate(words):
        for name in names.get(word, ()):
            if tuple(words[position : position + len(name.words)]) == name.words:
                yield position, name


@lru_cache(maxsize=4096)
def siblings_in(text: str) -> frozenset[Sibling]:
    """The members of groups that a text names, in each group the longest name and none inside it.

    Cost: linear in the text.
    """
    told, taken = set[Sibling](), dict[int, int]()
    for position, name in _found(syllables(text)):
        if taken.get(name.sibling.group, 0) <= position:
            taken[name.sibling.group] = position + len(name.words)
            told.add(name.sibling)
    return frozenset(told)


# A list says once what its members share: "ngân sách tỉnh, huyện, xã". So far behind the rest of a name may stand.
_LIST_REACH = 12
# What stands further down in a text of a passage is not looked at: the cost is names times finds.
_MOST_WORDS = 2000


@lru_cache(maxsize=1024)
def _named_in(text: str) -> frozenset[Sibling]:
    """The members that a text names at all: inside longer names too ("xuất nhập khẩu"), and cut short in a list."""
    words = syllables(text)[:_MOST_WORDS]
    found = list(_found(words))
    groups = {name.sibling.group for _, name in found}
    told = {name.sibling for _, name in found}
    told.update(*(held for wider, held in _wider().items() if _holds(words, wider)))
    for group in groups:
        others = [(position, name.words) for position, name in found if name.sibling.group == group]
        told.update(
            n.sibling for n in _by_group()[group] if n.sibling not in told and _is_listed(n.words, others, words)
        )
    return frozenset(told)


def _is_listed(name: Sequence[str], others: Sequence[tuple[int, Sequence[str]]], words: Sequence[str]) -> bool:
    """Whether a name is cut short beside ``others`` of its group, each with where it begins in ``words``.

    Behind one ("ngân sách tỉnh, huyện"), before one ("sơ, tổng kết"), or with words inside ("hộ gia đình nghèo").
    """
    taken = {i for position, other in others for i in range(position, position + len(other))}
    head = list(name[:-1])
    for position, other in others:
        shared, behind = _shared(name, other), position + len(other)
        if shared and _holds(words[behind : behind + _LIST_REACH], name[shared:]):
            return True
        start = position - len(head)
        before = start >= 0 and start not in taken and words[start:position] == head
        if head and before and name[-1] == other[-1]:
            return True
    ends = (i for i, word in enumerate(words) if word == name[-1] and i not in taken)
    return bool(head) and any(name[0] in words[max(0, i - _INSIDE - 1) : i] for i in ends)


# Words that may stand inside a name: "hộ [gia đình] nghèo".
_INSIDE = 2


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many syllables both begin with, one at least left of the first."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return min(alike, len(one) - 1)


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return any(list(words[i : i + len(part)]) == list(part) for i in range(len(words) - len(part) + 1))


def speaks_of_sibling(asked: str, own: str, said: str) -> bool:
    """Whether ``own`` names another member of a group than ``asked`` does, which all that is ``said`` nowhere names."""
    meant = siblings_in(asked)
    told = siblings_in(own)
    groups = {sibling.group for sibling in meant} & {sibling.group for sibling in told}
    if not groups:
        return False
    held = _named_in(said)
    return any(not any(sibling in held for sibling in meant if sibling.group == group) for group in groups)
