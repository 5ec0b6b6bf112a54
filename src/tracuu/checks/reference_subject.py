"""One document cited under two subjects."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.documents import strip_markup
from tracuu.documents.references import subject_span
from tracuu.text import fold, squeeze
from tracuu.types import Discrepancy, Nature, Place, Severity, Span

_RULE = "reference_subject"
# Small words that are left out or put in when a title is cited.
_SMALL = re.compile(
    r"(?<!\w)(?:thuc hien|trien khai|tren dia ban|dia ban|cong tac|ban hanh|quy dinh|tiep tuc|mot so|thanh pho|tinh|ve"
    r"|viec|cua|va|cho|cac|nhung|trong|tren|tai|theo|voi|den|nham|duoc)(?!\w)"
)
# Where a subject was read on into the clause behind it.
_RUNS_ON = re.compile(
    r"\s(?:trên địa bàn|trong đó|theo đó|và (?=(?:Nghị|Quyết|Kế|Kết|Chỉ|Thông|Công|Chương|Hướng)\s)|với các nội dung)"
    r"|,\s(?:với|trong đó|gắn với việc|Ban|Ủy ban|UBND|Tỉnh|Sở|Đảng ủy)\s"
)
# So many words of a subject say what it is about. So many of one, and more of the other, must be new to each other:
# one that is put before ("tăng cường công tác …") is new on one side alone.
_LOOKED_AT, _OTHER = 4, 2
# Subjects that begin with so many equal words are of one thing: what follows may be the clause behind one of them.
_SAME_BEGINNING = 3
_YEAR = re.compile(r"20\d\d")
# So many words left out in the middle make a shortened title worth telling.
_LEFT_OUT = 4


class _Said(NamedTuple):
    value: str
    words: tuple[str, ...]
    place: Place


def find_reference_subjects(material: Material) -> Iterator[Discrepancy]:
    """Each other subject of each cited document, once for each document that gives it."""
    for cited in cited_documents(material):
        said = list(_said(cited))
        told: set[tuple[str, tuple[str, ...]]] = set()
        for other in said[1:]:
            key = (other.place.doc_id, other.words)
            severity = _differ(other, said[0])
            if severity is None or key in told or not cited.concerns_draft(other.place, said[0].place):
                continue
            told.add(key)
            yield _discrepancy(cited, other, said[0], severity)


def _discrepancy(cited: Cited, one: _Said, other: _Said, severity: Severity) -> Discrepancy:
    message = vi.CHECK_REFERENCE_SUBJECT if severity is Severity.WARNING else vi.CHECK_REFERENCE_SHORTENED
    return Discrepancy(
        rule=_RULE,
        severity=severity,
        message=message.format(document=cited.name, one=one.value, other=other.value),
        values=(one.value, other.value),
        places=(one.place, other.place),
        natures=(Nature.TYPING,),
        needs_person=severity is Severity.WARNING,
    )


def _said(cited: Cited) -> Iterator[_Said]:
    """The subjects in order: the document's own first, then those that mentions give."""
    header = cited.document.header if cited.document else None
    if cited.document and header and header.subject and header.subject.span:
        yield _read(header.subject.value, Place(cited.document.doc_id, header.subject.span))
    for mention in cited.mentions:
        span = subject_span(cited.text(mention), mention.reference)
        if span is not None:
            printed = cited.text(mention)[slice(*span)]
            yield _read(printed, Place(mention.doc_id, Span(mention.span.start, span.start + len(printed.rstrip()))))


def _read(printed: str, place: Place) -> _Said:
    value = squeeze(strip_markup(printed)).rstrip(" ,.;:")
    return _Said(value, _words(value), place)


@lru_cache(maxsize=8192)
def _words(value: str) -> tuple[str, ...]:
    """The words that say what a subject is about, in order."""
    own = _RUNS_ON.split(value, maxsplit=1)[0]
    return tuple(re.findall(r"\w+", _SMALL.sub(" ", fold(own))))


def _differ(one: _Said, other: _Said) -> Severity | None:
    """How two subjects differ: another thing or other years (WARNING), words left out inside (INFO), or not."""
    if not one.words or not other.words or one.words == other.words:
        return None
    mine, theirs = set(one.words), set(other.words)
    at = next((i for i, (a, b) in enumerate(zip(one.words, other.words, strict=False)) if a != b), None)
    if at is None:
        return None
    here, there = one.words[at : at + _LOOKED_AT], other.words[at : at + _LOOKED_AT]
    if at < _SAME_BEGINNING:
        new = sorted((sum(w not in theirs for w in here), sum(w not in mine for w in there)))
        return Severity.WARNING if new[0] >= _OTHER and new[1] > _OTHER else None
    if _YEAR.fullmatch(here[0]) and _YEAR.fullmatch(there[0]):
        return Severity.WARNING
    shorter, longer = sorted((one.words, other.words), key=len)
    inside = set(shorter) <= set(longer) and shorter[-1] == longer[-1] and len(longer) - len(shorter) >= _LEFT_OUT
    return Severity.INFO if inside else None
