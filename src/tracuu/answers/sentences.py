"""Which sentence of a passage answers, and which stretch of it is a time or an amount."""

import itertools
import re
from collections.abc import Sequence

from tracuu.answers.evidence import Evidence
from tracuu.documents import find_dates
from tracuu.text import syllables, trim, with_bigrams
from tracuu.types import Intent, Passage, Query, Reference, Span

# A time by which, or at which, something is due. Longer forms first.
TIME = re.compile(
    r"(?:(?:chậm nhất|hoàn thành|xong|ngay|thực hiện|báo cáo)?\s*(?:là |vào |trước |trong |đến |từ )*"
    r"(?:(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{2}\s*)?(?:phút\s*)?,?\s*)?ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
    r"|\d{1,2}/\d{1,2}/\d{4}"
    r"|quý\s+(?:IV|I{1,3}|[1-4])\s*(?:/|,|năm|\s)*\s*(?:năm\s+)?(?:\d{4})?"
    r"|(?:tháng\s+\d{1,2}|\d{1,2}\s+tháng)\s*(?:/\s*\d{4}|năm\s+\d{4})?"
    r"|thứ\s+(?:\d|hai|ba|tư|năm|sáu)\s+h[ằà]ng tuần|h[ằà]ng\s+(?:tuần|tháng|quý|năm|ngày)"
    r"|thường xuyên|định kỳ(?:\s+(?:h[ằà]ng\s+\w+|\d+\s+\w+))?"
    r"|(?:giai đoạn\s+)?năm\s+\d{4}(?:\s*[-–]\s*\d{4})?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}))",
    re.IGNORECASE,
)
# A point, dash or number before the words of a paragraph.
LABEL = re.compile(r"\s*(?:#+\s*)?[*_]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)\s?[.)/](?!\d)|[-–+•*])?[*_]*\s*")
# The end of a clause that can stand by itself.
_CLAUSE = re.compile(r";\s+|(?<=\.)\s+(?=[A-ZĐ])")
# Longer answers are not read on the page; the contract asks for 300, the evaluation for 400.
ANSWER_LENGTH = 300


def best_sentence(passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence) -> Span:
    """The span of the sentence, or of the clause of a long sentence, that holds most of ``terms``.

    ``terms`` are syllables of the question, with marks. For a figure or a time, a sentence that has
    one comes first. The whole passage when that is short.
    """
    text, intent = evidence.sources[passage.source_id].text, query.intent
    sentences = [s for s in passage.sentences or (passage.span,) if s.start < s.end]
    if passage.span.end - passage.span.start <= ANSWER_LENGTH and intent is not Intent.FIGURE:
        return without_label(text, passage.span)
    parts = [p for s in sentences for p in ([s] if s.end - s.start <= ANSWER_LENGTH else clauses(text, s))]
    if intent is Intent.FIGURE:
        parts = of_time(query, text, [p for s in sentences for p in clauses(text, s)])
    best = max(parts, key=lambda p: (_score(text[p.start : p.end], terms, intent, evidence), -p.start))
    return without_label(text, best) if best.start == passage.span.start else best


def best_of(parts: Sequence[Span], terms: Sequence[str], text: str, evidence: Evidence) -> Span:
    """The part that holds most of ``terms``; the first of equals."""
    return max(parts, key=lambda p: (_score(text[p.start : p.end], terms, Intent.FREE, evidence), -p.start))


def without_label(text: str, span: Span) -> Span:
    """A paragraph without its dash, number or letter."""
    match = LABEL.match(text, span.start, span.end)
    return trim(text, match.end(), span.end) if match and match.end() < span.end else span


def of_time(query: Query, text: str, parts: list[Span]) -> list[Span]:
    """The parts of the day, else of the year, of the question; all when it names none or none is of it.

    A year holds for the clauses that follow until another is named ("Đến năm 2030: 100% …; 85% …").
    """
    days = [found.value for found in find_dates(query.text)]
    on_day = [p for p in parts if any(d.value in days for d in find_dates(text[slice(*p)]))]
    in_year: list[Span] = []
    years: set[str] = set()
    for part in parts:
        years = set(_YEAR.findall(text[slice(*part)])) or years
        if years & {str(year) for year in query.years}:
            in_year.append(part)
    return on_day or in_year or parts


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where clauses end (semicolons)."""
    bounds = [sentence.start]
    bounds += [sentence.start + m.end() for m in _CLAUSE.finditer(text[sentence.start : sentence.end])]
    bounds.append(sentence.end)
    spans = [trim(text, a, b) for a, b in itertools.pairwise(bounds)]
    return [s for s in spans if s.start < s.end] or [sentence]


def _score(sentence: str, terms: Sequence[str], intent: Intent, evidence: Evidence) -> float:
    """Weight of the question's syllables and of its neighbouring pairs that the sentence holds."""
    held = set(with_bigrams(syllables(sentence)))
    total = 0.0
    for term in set(with_bigrams(list(terms))):
        if term in held:
            pair = term.split("_")
            total += sum(map(evidence.weights.weight, pair)) / len(pair)
    if intent is Intent.FIGURE and any(c.isdigit() for c in sentence):
        total *= 1.5
    return total


def times_in(text: str, span: Span, references: Sequence[Reference] = (), *, years: bool = False) -> list[Span]:
    """Stretches of ``text`` inside ``span`` that say by when, in order.

    The date of a document that is cited (``references``) says nothing of the task, nor does a year
    or a period that stands without "trong", "trước" or "đến" (``years`` lets those in).
    """
    found = (trim(text, m.start(), m.end()) for m in TIME.finditer(text, span.start, span.end))
    cited = [r.span for r in references]
    return [
        s
        for s in found
        if s.start < s.end
        and (years or not _BARE_YEAR.match(text[s.start : s.end]))
        and not any(r.start <= s.start and s.end <= r.end for r in cited)
    ]


_BARE_YEAR = re.compile(r"(?:giai đoạn|năm)\s", re.IGNORECASE)


def best_timed(
    passage: Passage, terms: Sequence[str], references: Sequence[Reference], evidence: Evidence
) -> tuple[Span, ...]:
    """The times in the sentence or clause, among those that say one, that holds most of ``terms``."""
    text = evidence.sources[passage.source_id].text
    parts = [p for s in passage.sentences or (passage.span,) for p in clauses(text, s)]
    timed = [(p, times_in(text, p, references)) for p in parts]
    timed = [(p, times) for p, times in timed if times]
    if not timed:
        return ()
    best = max(timed, key=lambda item: (_score(text[slice(*item[0])], terms, Intent.FREE, evidence), -item[0].start))
    return tuple(best[1]) if settles(best[0], [p for p, _ in timed], terms, text) else ()


def settles(best: Span, others: Sequence[Span], terms: Sequence[str], text: str) -> bool:
    """Whether ``best`` holds every term that any of the ``others`` holds; else which is meant is open."""
    held = set(terms) & set(syllables(text[slice(*best)]))
    return all(set(terms) & set(syllables(text[slice(*part)])) <= held for part in others)
