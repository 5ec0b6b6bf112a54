"""Which sentence of a passage answers, and which stretch of it is a time or an amount."""

import re
from collections.abc import Sequence

from tracuu.answers.evidence import Evidence
from tracuu.text import fold, syllables, trim, with_bigrams
from tracuu.types import Intent, Passage, Span

# A time by which, or at which, something is due. Longer forms first.
TIME = re.compile(
    r"(?:(?:chậm nhất|hoàn thành|xong|ngay|thực hiện|báo cáo)?\s*(?:là |vào |trước |trong |đến |từ )*"
    r"(?:ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
    r"|\d{1,2}/\d{1,2}/\d{4}"
    r"|quý\s+(?:IV|I{1,3}|[1-4])\s*(?:/|,|năm|\s)*\s*(?:năm\s+)?(?:\d{4})?"
    r"|(?:tháng\s+\d{1,2}|\d{1,2}\s+tháng)\s*(?:/\s*\d{4}|năm\s+\d{4})?"
    r"|thứ\s+(?:\d|hai|ba|tư|năm|sáu)\s+h[ằà]ng tuần|h[ằà]ng\s+(?:tuần|tháng|quý|năm|ngày)"
    r"|thường xuyên|định kỳ(?:\s+(?:h[ằà]ng\s+\w+|\d+\s+\w+))?"
    r"|(?:giai đoạn\s+)?năm\s+\d{4}(?:\s*[-–]\s*\d{4})?|giai đoạn\s+\d{4}\s*[-–]\s*\d{4}))",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\d+(?:[.,]\d+)*(?:\s*[-–]\s*\d+(?:[.,]\d+)*)?\s*(?:%|m\^?2|m²|[^\W\d_]+)?")
# The end of a clause that can stand by itself.
_CLAUSE = re.compile(r";\s+|(?<=\.)\s+(?=[A-ZĐ])")
# Longer answers are not read on the page; the contract asks for 300, the evaluation for 400.
ANSWER_LENGTH = 300


def best_sentence(passage: Passage, terms: Sequence[str], intent: Intent, evidence: Evidence) -> Span:
    """The span of the sentence, or of the clause of a long sentence, that holds most of ``terms``.

    ``terms`` are folded syllables of the question. For a figure or a time, a sentence that has
    one comes first. The whole passage when that is short.
    """
    text = evidence.sources[passage.source_id].text
    sentences = [s for s in passage.sentences or (passage.span,) if s.start < s.end]
    if passage.span.end - passage.span.start <= ANSWER_LENGTH and intent is not Intent.FIGURE:
        return passage.span
    parts = [p for s in sentences for p in ([s] if s.end - s.start <= ANSWER_LENGTH else clauses(text, s))]
    if intent is Intent.FIGURE:
        parts = [p for s in sentences for p in clauses(text, s)]
    return max(parts, key=lambda p: (_score(text[p.start : p.end], terms, intent, evidence), -p.start))


def clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where clauses end (semicolons)."""
    bounds = [sentence.start]
    bounds += [sentence.start + m.end() for m in _CLAUSE.finditer(text[sentence.start : sentence.end])]
    bounds.append(sentence.end)
    spans = [trim(text, a, b) for a, b in zip(bounds, bounds[1:], strict=False)]
    return [s for s in spans if s.start < s.end] or [sentence]


def _score(sentence: str, terms: Sequence[str], intent: Intent, evidence: Evidence) -> float:
    """Weight of the question's syllables and of its neighbouring pairs that the sentence holds."""
    held = set(with_bigrams([fold(s) for s in syllables(sentence)]))
    total = 0.0
    for term in set(with_bigrams(list(terms))):
        if term in held:
            pair = term.split("_")
            total += sum(map(evidence.weights.weight, pair)) / len(pair)
    if intent is Intent.FIGURE and any(c.isdigit() for c in sentence):
        total *= 1.5
    if intent is Intent.DEADLINE and TIME.search(sentence):
        total *= 1.5
    return total


def times_in(text: str, span: Span) -> list[Span]:
    """Stretches of ``text`` inside ``span`` that say a time, in order."""
    found = (trim(text, m.start(), m.end()) for m in TIME.finditer(text, span.start, span.end))
    return [s for s in found if s.start < s.end]
