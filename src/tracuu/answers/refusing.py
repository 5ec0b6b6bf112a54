"""When there is no answer: nothing speaks of it, or what is near speaks of something else."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tracuu.answers.amounts import has_figure, has_thing
from tracuu.answers.evidence import Evidence, held_in, without_furniture
from tracuu.answers.scope import asks_into_cited, beyond_place, is_of_same_subject
from tracuu.answers.slots import SLOTS, TYPED
from tracuu.queries import office_words, topic_terms
from tracuu.text import fold, syllables
from tracuu.types import Hit, Intent, Passage, PassageRole, Query, Reason

# Hits that are looked at: an answer further down would not be found by a reader either.
LOOKED_AT = 8
# Below this share of what the question is about, a passage cannot be what was meant; above it the chance that
# its value is right decides (`tracuu.answers.confidence`).
COVERAGE = 0.2
# Where something stands is told by words alone: of 52 such answers of all sets two were invented, below this share.
_WHERE_COVERAGE = 0.4
# Headings name things, recipients and signatures people: these say something.
_SPEAKING = frozenset({PassageRole.TEXT, PassageRole.ROW})
# What a document is about is said by its title: "nói về việc gì", "trích yếu". Near miss: "gồm những môn nào".
_ABOUT = re.compile(
    r"trich yeu|(?:ve|noi) (?:viec|noi dung|van de|chuyen)? ?gi\b|noi dung (?:gi|chinh)|ten (?:day du|goi)|noi ve"
)


class Eligible(NamedTuple):
    """A hit that may answer, with the share of the question's topic that it holds.

    ``doubtful`` counts the neighbouring pairs of the topic's words that stand nowhere near: with one it must be
    the more likely right, with more still likelier.
    """

    hit: Hit
    coverage: float
    doubtful: int = 0


class Sifted(NamedTuple):
    """Hits that may answer, and hits that would if they were about what was asked; best first.

    ``reason`` is set when the question itself settles that there is no answer.
    """

    eligible: list[Eligible]
    others: list[Eligible]
    reason: Reason | None = None


def sift(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Sifted:
    """The hits that speak of what was asked, and of its place, body, document and year.

    What is no directive has no place, body or year of its own: there the words alone decide.
    """
    terms = topic_terms(query)
    if reason := _settled(query, terms):
        return Sifted([], [], reason)
    about = query.intent is Intent.WHERE or _ABOUT.search(fold(query.text))
    speaking = _SPEAKING | {PassageRole.TITLE} if about else _SPEAKING
    speaking = speaking | {PassageRole.HEADING} if query.intent is Intent.WHERE else speaking
    near = [hit for hit in hits if hit.passage.role in speaking]
    covered = [
        Eligible(hit, _covered(terms, query, hit.passage, evidence), _missed_pairs(hit.passage, query, evidence))
        for hit in near
    ]
    plain = [e for e in covered if not evidence.is_directive(e.hit.passage)]
    least = _WHERE_COVERAGE if query.intent is Intent.WHERE else COVERAGE
    spoken_of = [e for e in covered if e.coverage >= least and (query.intent in SLOTS or not e.doubtful)]
    fitting = [e for e in spoken_of if e in plain or is_of_same_subject(e.hit.passage, e.coverage, query, evidence)]
    others = [e for e in spoken_of if e not in fitting]
    counted = [
        e
        for e in fitting
        if e in plain or (has_figure(e.hit.passage, query, evidence) and has_thing(e.hit.passage, query, evidence))
    ]
    return Sifted(counted[:LOOKED_AT], others[:LOOKED_AT])


# Share of the topic that a heading must hold to be what is looked for.
_IS_HEADING = 0.6


def with_headings(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[Hit]:
    """The hits, with a heading in the place of what stands below it where it says the topic as well.

    "Phần phân công trách nhiệm" is "Điều 3. Phân công trách nhiệm", and none of its points.
    """
    terms = topic_terms(query)
    found: dict[str, Hit] = {}
    for hit in hits:
        own = evidence.coverage(terms, hit.passage.text)
        above = [
            (evidence.coverage(terms, evidence.words(hit.passage.source_id, (s,))), s) for s in hit.passage.headings
        ]
        share, span = max(above, key=lambda one: one[0], default=(0.0, None))
        meant = span and share >= max(own, _IS_HEADING)
        headings = evidence.passages_at(hit.passage.doc_id, [span]) if span and meant else []
        passage = next((p for p in headings if p.role is PassageRole.HEADING), hit.passage)
        found.setdefault(passage.passage_id, replace(hit, passage=passage))
    return list(found.values())


def _covered(terms: Sequence[str], query: Query, passage: Passage, evidence: Evidence) -> float:
    """Share in [0, 1] of the topic that a passage holds."""
    about = beyond_place(terms, query, evidence.documents[passage.doc_id])
    return evidence.coverage(about, evidence.whole(passage))


def _settled(query: Query, terms: Sequence[str]) -> Reason | None:
    """Why nothing can answer, whatever was found."""
    if query.unknown_symbols and not query.doc_ids:
        return Reason.OTHER_SUBJECT
    if asks_into_cited(query):
        return Reason.OTHER_SUBJECT  # those who cite a document do not say what stands in it
    if query.intent in TYPED and query.negated:
        return Reason.NO_EVIDENCE  # directives say who leads, and not who does not
    if not any(len(term) > 1 and term[0].isalpha() for term in terms):
        return Reason.NO_EVIDENCE  # nothing is asked about
    return None


def _missed_pairs(passage: Passage, query: Query, evidence: Evidence) -> int:
    """How many pairs of neighbouring words of the question's topic a row leaves out: one word alone may be misspelt.

    Rows are short and alike; a paragraph says the same thing in other words.
    """
    if passage.row is None:
        return 0
    topic = set(topic_terms(query))
    header = evidence.documents[passage.doc_id].header
    stated = [field.value for field in (header.subject, header.place, header.province) if field]
    held = held_in(without_furniture(" ".join([evidence.whole(passage), *stated])))
    every = syllables(office_words(query.text))
    return sum({a, b} <= topic and not {a, b} & held for a, b in itertools.pairwise(every))
