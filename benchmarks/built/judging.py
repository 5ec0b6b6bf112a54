"""Whether an answer is right, wrong, refused or invented; and whether it is made of what it cites."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.built.records import Case

from tracuu.types import Answer, Citation

# The contract: an answer is not longer.
ANSWER_LIMIT = 400
_MARKUP = re.compile(r"<[^>]+>|[*#|$_`\\]+")


def bare(text: str) -> str:
    """The text in NFC and small letters, without mark-up, white space squeezed."""
    plain = unicodedata.normalize("NFC", text).casefold()
    plain = plain.replace("uỷ", "ủy").replace("hoà", "hòa")
    return " ".join(_MARKUP.sub(" ", plain).split())


def tokens(text: str) -> list[str]:
    """Words and numbers; "15/6/2026", "12.500" and "II/2026" are one each."""
    return re.findall(r"\w+(?:[.,/]\w+)*", bare(text))


def holds(text: str, value: str) -> bool:
    """Whether the text has the value, whole words in a row."""
    inside, wanted = tokens(text), tokens(value)
    return any(inside[i : i + len(wanted)] == wanted for i in range(len(inside) - len(wanted) + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a case. ``outcome``: right, wrong, refused, or for one without an answer kept or invented.

    ``fault`` says what is wrong: missing (part of) the value, a rival by where it comes from, or too long.
    """

    case: Case
    outcome: str
    said: str | None
    cited: str | None
    fault: str = ""


def judge(case: Case, answer: Answer) -> Verdict:
    """The verdict on one answer."""
    cited = answer.citations[0].source if answer.citations else None
    if answer.answer is None:
        return Verdict(case=case, outcome="refused" if case.wanted else "kept", said=None, cited=cited)
    if not case.wanted:
        return Verdict(case=case, outcome="invented", said=answer.answer, cited=cited, fault=case.why)
    fault = fault_of(case, answer.answer)
    return Verdict(case=case, outcome="wrong" if fault else "right", said=answer.answer, cited=cited, fault=fault)


def fault_of(case: Case, said: str) -> str:
    """What is wrong with an answer to a case that has one; "" when nothing is."""
    got = [any(holds(said, form) for form in group) for group in case.wanted]
    rivals = {source for value, source in case.rivals if _is_rival(case, value) and holds(said, value)}
    faults = []
    if not all(got):
        faults.append("part missing" if any(got) else "value missing")
    faults += [f"holds value of other {source}" for source in sorted(rivals)]
    if len(said) > ANSWER_LIMIT:
        faults.append("too long")
    return ", ".join(faults)


def _is_rival(case: Case, value: str) -> bool:
    """Not one that a wanted value holds anyhow ("năm 2026" in "quý II năm 2026")."""
    return not any(holds(form, value) for group in case.wanted for form in group)


def uncovered(answer: Answer, joiners: Iterable[str]) -> str | None:
    """The answer when it is not made of stretches of what it cites, joined by the joiners; else None.

    Case, mark-up and white space are left aside. What it cites: quotes and their headings, those of conflicts too; what
    is highlighted in a quote one after another (the lines of a cell, printed among those of its neighbours); and to
    where something stands, the whole viện dẫn of a citation.
    """
    if answer.answer is None:
        return None
    cited = [*answer.citations, *(conflict.citation for conflict in answer.conflicts)]
    texts = [_solid(text) for c in cited for text in (c.quote, *c.headings)]
    texts += [_solid(" ".join(_highlighted(c))) for c in cited]
    places = [_solid(c.reference) for c in cited if c.reference]
    joins = sorted({_solid(j) for j in joiners} | {""}, key=len, reverse=True)
    said = _solid(answer.answer)
    whole = any(place.startswith(said) for place in places)  # the viện dẫn without its subject
    return None if whole or _made_of(said, texts, places, joins) else answer.answer


def _highlighted(citation: Citation) -> list[str]:
    """What is highlighted in the quote, piece by piece."""
    inside = [(a - citation.start, b - citation.start) for a, b in citation.highlights if citation.start <= a]
    return [citation.quote[a:b] for a, b in inside]


def _solid(text: str) -> str:
    """The text without mark-up and without any white space."""
    return "".join(bare(text).split())


def _made_of(said: str, texts: list[str], wholes: list[str], joins: list[str]) -> bool:
    """Whether ``said`` is stretch, joiner, stretch, joiner …; joiners may come first and last."""
    ends = sorted({i for j in joins if j for i in _starts(said, j)} | {len(said)})
    todo, seen = [0], {0}
    while todo:
        start = todo.pop()
        if start == len(said):
            return True
        nexts = [start + len(j) for j in joins if j and said.startswith(j, start)]
        nexts += [start + len(whole) for whole in wholes if said.startswith(whole, start)]
        nexts += [end for end in ends if end > start and any(said[start:end] in text for text in texts)]
        todo += [n for n in nexts if n not in seen]
        seen.update(nexts)
    return False


def _starts(said: str, join: str) -> list[int]:
    return [i for i in range(len(said)) if said.startswith(join, i)]
