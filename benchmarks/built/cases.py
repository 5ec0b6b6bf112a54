"""The questions that are asked of a corpus: balanced over slots, in all styles of typing."""

import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.built.asking import figure_cases, item_cases, task_cases
from benchmarks.built.asking_headers import header_cases, unknown_case
from benchmarks.built.asking_nothing import nothing_cases
from benchmarks.built.records import Case, Directive

_MAKERS = (item_cases, task_cases, figure_cases, header_cases, unknown_case, nothing_cases)


def unmarked(text: str) -> str:
    """The text without any marks."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


STYLES: dict[str, Callable[[str], str]] = {
    "as is": lambda q: q,
    "no marks": unmarked,
    "lower case": str.lower,
    "NFD": lambda q: unicodedata.normalize("NFD", q),
    "upper case": str.upper,
    "polite": lambda q: q.removesuffix("?") + " ạ?",
}
# Half of the questions are typed with care.
_DRAWN = ("as is",) * 5 + tuple(STYLES)[1:]


def make_cases(seed: int, corpus: Sequence[Directive], per_document: int) -> list[Case]:
    """At most so many questions a directive, slots in turn, a fifth without an answer."""
    rng = random.Random(f"tracuu cases {seed}")
    found: list[Case] = []
    for directive in corpus:
        drawn = [case for make in _MAKERS for case in make(rng, directive, corpus)]
        nothing = per_document // 5
        asked = _in_turn(rng, [c for c in drawn if c.wanted], per_document - nothing)
        asked += _in_turn(rng, [c for c in drawn if not c.wanted], nothing)
        for n, case in enumerate(asked):
            style = rng.choice(_DRAWN)
            marks = "-damaged" if directive.damage else ""
            found.append(
                replace(
                    case,
                    id=f"{directive.file}:{n:02d}",
                    style=style,
                    question=STYLES[style](case.question),
                    shape=case.shape + marks,
                )
            )
    return found


def _in_turn(rng: random.Random, drawn: Sequence[Case], count: int) -> list[Case]:
    """So many of the drawn, one of each group at a time: groups are slots, or reasons for having no answer."""
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in drawn:
        groups[case.why or case.slot].append(case)
    for group in groups.values():
        rng.shuffle(group)
    names = sorted(groups)
    rng.shuffle(names)
    found: list[Case] = []
    while len(found) < count and any(groups.values()):
        found += [groups[name].pop() for name in names if groups[name]]
    return found[:count]
