"""Days that stand beside a mention and could not be read as its day of issue: then it is not called right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracuu.quotes.dating import day_of, days_unread
from tracuu.quotes.sentences import Sentences
from tracuu.types import Document, MentionCheck, MentionStatus, Reference, Span

# A day farther from a mention than this is hardly its own, in characters.
_NEAR = 120


def unread_days(
    text: str, mentions: Sequence[Reference], number: int, quoted: Sequence[Span], sentences: Sentences
) -> Iterator[str]:
    """The days in the sentence of a mention, as written, that neither it nor a mention beside it has taken.

    ``quoted`` are the quotations in the sentence: their days are theirs.
    """
    span = mentions[number].span
    before = mentions[number - 1].span.end if number else 0
    behind = mentions[number + 1].span.start if number + 1 < len(mentions) else len(text)
    first = max(sentences.start(span.start), span.start - _NEAR, before)
    last = min(sentences.end(span.end), span.end + _NEAR, behind)
    for low, high in ((first, span.start), (span.start, last)):
        for day in days_unread(text, low, high):
            if not any(q.start <= day.start < q.end for q in quoted):
                yield " ".join(text[slice(*day)].split())


def held_with_days(check: MentionCheck, mention: Reference, days: Sequence[str], document: Document) -> MentionCheck:
    """The check of a document that is held; not `right` when a day beside it is not its own and was not read."""
    issued = document.header.issued_on
    if check.status is not MentionStatus.RIGHT or mention.issued_on is not None or issued is None:
        return check
    other = tuple(dict.fromkeys(day for day in days if day_of(day) != issued.value))
    return replace(check, status=MentionStatus.UNCHECKED, unread=other) if other else check
