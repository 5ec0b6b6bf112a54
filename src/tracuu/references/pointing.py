"""Mentions without a whole number: "Nghị quyết số 06", "Kế hoạch này", "Nghị quyết nêu trên", laws by name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tracuu.documents.references import TITLE_WORDS, issuer_at, kind_at
from tracuu.text import UPPER, fold, squeeze
from tracuu.types import MentionForm, Reference, Span

# "Nghị quyết số 06", after a first mention in full. Near misses: "Nghị quyết số 06-NQ/TW", "Kế hoạch 5 năm".
_SHORT = re.compile(
    rf"(?<!\w)(?P<kind>{TITLE_WORDS})\s+số\s*+:?\s*+(?P<number>\d{{1,5}})(?![\w%]|\s?[-–/.,]\s?[\dA-ZĐ])"
)
# Capitals as offices write them: "kế hoạch này" may be any plan. Near miss: "các Kế hoạch nêu trên" (several).
_POINTING = re.compile(
    rf"(?<!\w)(?P<kind>{TITLE_WORDS})\s+(?P<which>này|trên|nêu\s+trên|nói\s+trên|đã\s+nêu(?:\s+trên)?|đó)(?!\w)"
)
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|mọi|hai|ba|bốn|\d+|(?P<joined>và))\s+$", re.IGNORECASE)
_NAMED_LAW = re.compile(
    rf"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[{UPPER}][^\W\d]*(?:,?\s+[^\W\d]+){{0,16}}?)"
    r"(?=\s+(?:ngày\s+\d|năm\s+(?:19|20)\d\d|số\s+\d|sửa\s+đổi)|\s*[;(.]|\s*,\s+(?:Luật|Nghị)|\s*\n)"
)
_LAW_DATED = re.compile(r"\s+ngày\s+\d|\s+năm\s+(?:19|20)\d\d")
# "Kế hoạch của Ban Thường vụ Tỉnh ủy": which one, only the context knows.
_OF_BODY = re.compile(rf"(?<!\w)(?P<kind>{TITLE_WORDS})(?=\s+của\s+[{UPPER}])")


class Pointer(NamedTuple):
    """A mention without number and symbol; ``number`` alone for a short one, ``here`` for "Kế hoạch này"."""

    span: Span
    form: MentionForm
    kind: str
    number: str = ""
    here: bool = False
    name: str = ""
    issuer: str | None = None

    @property
    def reference(self) -> Reference:
        """What it says, as a record; its symbol is the bare number, or empty."""
        return Reference(
            span=self.span, symbol=self.number, kind=self.kind, subject=self.name or None, issuer=self.issuer
        )


def find_pointers(text: str, span: Span, numbered: Sequence[Reference]) -> tuple[Pointer, ...]:
    """Mentions in ``text[span]`` that have no symbol, in order, none within one that has."""
    taken = sorted(r.span for r in numbered)
    found = [*_short(text, span), *_pointing(text, span), *_laws(text, span), *_of_bodies(text, span)]
    free = [p for p in found if not any(p.span.start < t.end and t.start < p.span.end for t in _near(taken, p.span))]
    done: list[Pointer] = []
    for pointer in sorted(free, key=lambda p: (p.span.start, -p.span.end)):
        if not done or pointer.span.start >= done[-1].span.end:
            done.append(pointer)
    return tuple(done)


def _near(taken: Sequence[Span], span: Span) -> Sequence[Span]:
    i = bisect_left(taken, span)
    return taken[max(0, i - 2) : i + 2]


def _short(text: str, span: Span) -> list[Pointer]:
    return [
        Pointer(Span(m.start(), m.end()), MentionForm.SHORT, kind_at(m) or "", number=m["number"])
        for m in _SHORT.finditer(text, *span)
    ]


def _pointing(text: str, span: Span) -> list[Pointer]:
    return [
        Pointer(Span(m.start(), m.end()), MentionForm.POINTING, kind_at(m) or "", here=m["which"] == "này")
        for m in _POINTING.finditer(text, *span)
        if m["kind"][0].isupper() and not _is_of_several(text, m)
    ]


def _is_of_several(text: str, match: re.Match[str]) -> bool:
    """Whether it points at several: "các Nghị quyết nêu trên", "Nghị quyết và Kết luận nêu trên"."""
    before = _SEVERAL.search(text, max(0, match.start() - 12), match.start())
    return before is not None and not (before["joined"] and match["which"] == "này")


def _laws(text: str, span: Span) -> list[Pointer]:
    """Laws by name, where a date or year follows or a ground is given: "Căn cứ Luật Đất đai;"."""
    found = []
    for match in _NAMED_LAW.finditer(text, *span):
        ground = re.search(r"(?:[Cc]ăn cứ|theo|của|tại)\s+$", text[max(0, match.start() - 12) : match.start()])
        if ground or _LAW_DATED.match(text, match.end()):
            named = Span(match.start(), match.end())
            found.append(Pointer(named, MentionForm.NAMED, kind_at(match) or "", name=squeeze(match["name"])))
    return found


def _of_bodies(text: str, span: Span) -> list[Pointer]:
    found = []
    for match in _OF_BODY.finditer(text, *span):
        issuer = issuer_at(text, match.end())
        if issuer and match["kind"][0].isupper():
            named = Span(match.start(), issuer[1])
            found.append(Pointer(named, MentionForm.NAMED, kind_at(match) or "", issuer=issuer[0]))
    return found


def law_key(pointer_kind: str, name: str) -> str:
    """What all mentions of one law share: its kind and name, folded."""
    return re.sub(r"\W+", "-", fold(f"{pointer_kind} {name}")).strip("-")
