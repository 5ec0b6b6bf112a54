"""One document cited under two dates, under a day that no calendar has, or with another year in its number."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.checks.saying import behind_day
from tracuu.documents import canonical_symbol, find_dates, symbol_key
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
        yield from _not_of_year(cited)
    yield from _other_years(cited_documents(material))


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


# The year in a number, and what stands around it: 30/2020/NĐ-CP.
_WITH_YEAR = re.compile(r"(?P<number>\d+[a-z]?)/(?P<year>(?:19|20)\d\d)/(?P<letters>.+)")
# Low numbers come anew each year in papers that are cited together.
_LOW = 10


def _not_of_year(cited: Cited) -> Iterator[Discrepancy]:
    """Mentions whose day is of another year than their number, once for each document."""
    symbol = _WITH_YEAR.fullmatch(canonical_symbol(cited.node.symbol or ""))
    told: set[str] = set()
    for mention in cited.mentions if symbol else ():
        day, place = mention.reference.issued_on, cited.place(mention)
        if symbol and day and day.year != int(symbol["year"]) and cited.concerns_draft(place):
            if mention.doc_id not in told and not _is_of(cited, day):
                printed = cited.printed_date(mention)
                yield Discrepancy(
                    rule=_RULE,
                    severity=Severity.ERROR,
                    message=vi.CHECK_REFERENCE_YEAR.format(document=cited.name, one=behind_day(printed)),
                    values=(printed, symbol["year"]),
                    places=(place,),
                    natures=_NATURES,
                )
            told.add(mention.doc_id)


def _is_of(cited: Cited, day: date) -> bool:
    """Whether the document itself says that day, or a mention says another: then the two days are told."""
    own = cited.document.header.issued_on if cited.document else None
    return own is not None or any(m.reference.issued_on not in {None, day} for m in cited.mentions)


def _other_years(documents: Sequence[Cited]) -> Iterator[Discrepancy]:
    """A number without date, issuer and subject behind a full mention of the same number of another year.

    Match: "Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ … theo Nghị định số 66/2022/NĐ-CP". Near miss: both
    in full, or the other year cited in full anywhere.
    """
    series: dict[tuple[str, str, str | None], list[Cited]] = defaultdict(list)
    for cited in documents:
        symbol = _WITH_YEAR.fullmatch(canonical_symbol(cited.node.symbol or ""))
        if symbol and int(re.sub(r"\D", "", symbol["number"])) >= _LOW:
            series[symbol["number"].lstrip("0"), symbol_key(symbol["letters"]), cited.node.kind].append(cited)
    for alike in series.values():
        for bare in alike:
            if bare.document is None and len(bare.mentions) == 1 and not _is_full(bare.mentions[0]):
                yield from _behind_full(bare, [cited for cited in alike if cited is not bare])


def _is_full(mention: Mention) -> bool:
    said = mention.reference
    return bool(said.issued_on or said.issuer or said.subject)


def _behind_full(bare: Cited, others: Sequence[Cited]) -> Iterator[Discrepancy]:
    (mention,) = bare.mentions
    for other in others:
        full = [m for m in other.mentions if m.doc_id == mention.doc_id and m.span.end < mention.span.start]
        first = next((m for m in full if m.reference.issued_on), None)
        if first and bare.concerns_draft(bare.place(mention)):
            yield Discrepancy(
                rule=_RULE,
                severity=Severity.WARNING,
                message=vi.CHECK_REFERENCE_OTHER_YEAR.format(document=bare.name, other=other.printed(first)),
                values=(bare.printed(mention), other.printed(first)),
                places=(bare.place(mention), other.place(first)),
                natures=_NATURES,
            )
            return
