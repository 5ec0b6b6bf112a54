"""One document cited under two dates, or under a day that no calendar has."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.checks.saying import behind_day
from tracuu.documents import find_dates
from tracuu.text import squeeze
from tracuu.types import Discrepancy, Mention, Nature, Place, Severity, Span

_RULE = "reference_date"
_NATURES = (Nature.TYPING, Nature.MISREAD)
# A day right behind the number, possible or not.
_DAY_BEHIND = re.compile(r"[\s,(]{0,4}ngày\s+(?P<day>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d)(?!\d)")


def find_reference_dates(material: Material) -> Iterator[Discrepancy]:
    """Each wrong date of each cited document, once for each document that gives it."""
    for cited in cited_documents(material):
        yield from _other_dates(cited)
        yield from _impossible(cited)


def _other_dates(cited: Cited) -> Iterator[Discrepancy]:
    dated = [m for m in cited.mentions if m.reference.issued_on]
    right = _right(cited, dated)
    if right is None:
        return
    day, value, place = right
    told: set[tuple[str, date | None]] = set()
    for mention in dated:
        key = (mention.doc_id, mention.reference.issued_on)
        here = cited.place(mention)
        if mention.reference.issued_on == day or key in told or not cited.concerns_draft(here, place):
            continue
        told.add(key)
        wrong = cited.printed_date(mention)
        yield Discrepancy(
            rule=_RULE,
            severity=Severity.ERROR,
            message=vi.CHECK_REFERENCE_DATE.format(document=cited.name, one=behind_day(wrong), other=behind_day(value)),
            values=(wrong, value),
            places=(here, place),
            natures=_NATURES,
        )


def _right(cited: Cited, dated: list[Mention]) -> tuple[date, str, Place] | None:
    """The date against which others are held: printed in the document itself, else what most mentions say."""
    own = cited.document.header.issued_on if cited.document else None
    if cited.document and own and own.span and not own.inferred:
        printed = squeeze(cited.own_text[slice(*own.span)])
        return own.value, printed, Place(cited.document.doc_id, own.span)
    counted = Counter(m.reference.issued_on for m in dated)
    if len(counted) < 2:
        return None
    # Most mentions; among equals those in more documents, then the first.
    in_documents = {day: len({m.doc_id for m in dated if m.reference.issued_on == day}) for day in counted}
    first = max(dated, key=lambda m: (in_documents[m.reference.issued_on], counted[m.reference.issued_on]))
    assert first.reference.issued_on is not None
    return first.reference.issued_on, cited.printed_date(first), cited.place(first)


def _impossible(cited: Cited) -> Iterator[Discrepancy]:
    for mention in cited.mentions:
        behind = _DAY_BEHIND.match(cited.text(mention), mention.span.end) if not mention.reference.issued_on else None
        if behind is None or any(find_dates(behind["day"])):
            continue
        place = Place(mention.doc_id, Span(mention.span.start, behind.end()))
        if cited.concerns_draft(place):
            yield Discrepancy(
                rule=_RULE,
                severity=Severity.ERROR,
                message=vi.CHECK_REFERENCE_DAY.format(document=cited.name, one=behind["day"]),
                values=(behind["day"],),
                places=(place,),
                natures=_NATURES,
            )
