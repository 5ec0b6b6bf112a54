"""What a document says of itself: number, kind, issuer, place, date, subject, signatory, recipients."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracuu import vi
from tracuu.documents import places, signs
from tracuu.documents.closings import listed, signatories
from tracuu.documents.digits import with_digits
from tracuu.documents.issuers import issuer_of, names_issuer
from tracuu.documents.lines import Line
from tracuu.documents.references import find_references
from tracuu.documents.symbols import (
    SYMBOL,
    canonical_symbol,
    find_dates,
    kind_of_symbol,
    title_kind,
)
from tracuu.documents.zones import Zones
from tracuu.text import squeeze
from tracuu.types import Header, Span, Stated

_ENCLOSED = re.compile(r"k[èe]m theo", re.IGNORECASE)


# Who signs the minutes of a meeting, with others: no joint document.
_OF_MEETING = frozenset({"Thư ký", "Chủ tọa"})


def read_header(zones: Zones, text: str, span: Span) -> Header:
    """The header of one document; a value that is not printed but follows from the text says why.

    ``span`` is the whole document. Values that only other documents can tell are added later
    (`tracuu.documents.linking`).
    """
    symbol = _symbol(zones.head, text)
    caption = None if symbol else _own_caption(zones, text)
    kind = _kind(zones, text, symbol or (caption and caption.symbol))
    # The date of a letter stands beside its subject when the head is in two columns.
    dated = [*zones.head, *zones.title[: None if _is_letter(zones) else 0]]
    issued = _issued_on(dated, text) or (caption and caption.issued_on)
    issuer = issuer_of(zones.head, zones.title, zones.body, text, symbol)
    if issuer is None and caption and caption.issuer:
        issuer = Stated(value=caption.issuer, span=None, inferred=vi.INFERRED_FROM_CAPTION)
    signed = signatories(zones.signature, text)
    if len({person.value.name for person in signed}) > 1 and not any(p.value.office in _OF_MEETING for p in signed):
        issuer = None  # a joint document: the head does not tell which of its agencies is the one
    place = _place(dated, text)
    return Header(
        symbol=symbol or (caption and caption.symbol),
        kind=kind,
        issuer=issuer,
        place=place,
        province=_province(zones, text, span, place, issuer, caption.issuer if caption else None),
        issued_on=issued,
        subject=_subject(zones.title, text),
        signatory=signed[0] if len({s.value.name for s in signed}) == 1 else None,
        recipients=tuple(listed(zones.recipients, text)),
        addressees=tuple(listed(zones.addressees, text)),
    )


def _symbol(head: Sequence[Line], text: str) -> Stated[str] | None:
    for line in head:
        for segment in signs.segments(line, text):
            if signs.is_number(segment.text) and (match := SYMBOL.search(with_digits(text), *segment.span)):
                return Stated(value=canonical_symbol(match.group()), span=Span(match.start(), match.end()))
    return None


def number_lost(zones: Zones, text: str) -> Span | None:
    """The span of a number line whose number cannot be read, for a diagnostic; None when there is none."""
    for line in zones.head:
        for segment in signs.segments(line, text):
            if signs.is_number(segment.text) and not SYMBOL.search(with_digits(text), *segment.span):
                return segment.span
    return None


def _kind(zones: Zones, text: str, symbol: Stated[str] | None) -> Stated[str] | None:
    if zones.title and (found := title_kind(zones.title[0].bare)):
        return Stated(value=found[0], span=zones.title[0].span)
    if symbol and (kind := kind_of_symbol(symbol.value)):
        return Stated(value=kind, span=symbol.span, inferred=vi.INFERRED_KIND_FROM_SYMBOL.format(symbol=symbol.value))
    if zones.title and zones.addressees:
        return Stated(value="Công văn", span=zones.title[0].span, inferred=vi.INFERRED_LETTER)
    return None


def _issued_on(head: Sequence[Line], text: str) -> Stated[date] | None:
    for line in head:
        for segment in signs.segments(line, text):
            if signs.date_line(segment.text):
                for found in find_dates(with_digits(text[slice(*segment.span)])):
                    offset = segment.span.start
                    return Stated(value=found.value, span=Span(found.span.start + offset, found.span.end + offset))
    return None


def _is_letter(zones: Zones) -> bool:
    """Whether the document is a letter: addressed, and without the title of a kind."""
    return bool(zones.addressees) and not (zones.title and title_kind(zones.title[0].bare))


def _place(head: Sequence[Line], text: str) -> Stated[str] | None:
    for line in head:
        for segment in signs.segments(line, text):
            if match := signs.date_line(text[slice(*segment.span)]):
                start = segment.span.start + match.start("place")
                return Stated(value=squeeze(match["place"]), span=Span(start, start + len(match["place"])))
    return None


class _Caption(NamedTuple):
    symbol: Stated[str]
    issued_on: Stated[date] | None
    issuer: str | None


def _own_caption(zones: Zones, text: str) -> _Caption | None:
    """Number and date from the caption of the document's own annex ("kèm theo Kế hoạch số …").

    Only when the caption names a document of this document's kind.
    """
    title = title_kind(zones.title[0].bare) if zones.title else None
    for annex in zones.annexes:
        start, end = annex[0].span.start, annex[:_CAPTION_LINES][-1].span.end
        for enclosed in _ENCLOSED.finditer(text, start, end):
            for reference in find_references(text[enclosed.end() : end], offset=enclosed.end()):
                if reference.span.start > enclosed.end() + 12 or not title or reference.kind != title[0]:
                    break
                match = SYMBOL.search(text, *reference.span)
                assert match is not None
                symbol = Stated(
                    value=reference.symbol,
                    span=Span(match.start(), match.end()),
                    inferred=vi.INFERRED_FROM_CAPTION,
                )
                dated = next(find_dates(text[slice(*reference.span)]), None)
                issued = dated and Stated(
                    value=dated.value,
                    span=Span(reference.span.start + dated.span.start, reference.span.start + dated.span.end),
                    inferred=vi.INFERRED_FROM_CAPTION,
                )
                return _Caption(symbol, issued, reference.issuer)
    return None


# The caption stands right below the title of the annex.
_CAPTION_LINES = 5


# Before the name of a city that is a province: "TP. Cần Thơ", "Thành phố Hồ Chí Minh".
_CITY = re.compile(r"^(?:tp|t\.p|thành phố)\.?\s*(?=\w)", re.IGNORECASE)


def _province(
    zones: Zones, text: str, span: Span, place: Stated[str] | None, issuer: Stated[str] | None, caption: str | None
) -> Stated[str] | None:
    if issuer and places.is_central(issuer.value):
        return None
    names = {name.lower(): name for name in places.province_names()}
    city = _CITY.sub("", place.value).lower() if place else ""
    if place and city in names:
        return Stated(value=names[city], span=place.span)
    for line in zones.head:
        if match := places.province_in(text[slice(*line.span)]):
            where = Span(line.span.start + match.start("name"), line.span.start + match.end("name"))
            return Stated(value=places.standard_name(match["name"]), span=where)
    if issuer and (match := places.province_in(issuer.value)):
        return Stated(value=places.standard_name(match["name"]), span=issuer.span)
    for line in zones.title[1:]:
        if match := places.province_in(text[slice(*line.span)]):
            where = Span(line.span.start + match.start("name"), line.span.start + match.end("name"))
            return Stated(
                value=places.standard_name(match["name"]), span=where, inferred=vi.INFERRED_PLACE_FROM_SUBJECT
            )
    if caption and (match := places.province_in(caption)):
        return Stated(value=places.standard_name(match["name"]), inferred=vi.INFERRED_FROM_CAPTION)
    if found := places.province_of_body(text[slice(*span)]):
        why = vi.INFERRED_PLACE_FROM_BODY.format(count=found[1], other=found[2])
        return Stated(value=found[0], span=None, inferred=why)
    return None


# A subject is kept without its "V/v", "Về việc", "về", as in mentions of it.
_ABOUT = re.compile(r"^(?:v/v|vv|về việc|về)\s?[:.]?\s+", re.IGNORECASE)


def _subject(title: Sequence[Line], text: str) -> Stated[str] | None:
    """The subject below the title, on one line; None when the title stands alone."""
    if not title:
        return None
    kind = title_kind(title[0].bare)
    if kind is None:
        pieces = _first_column(title, text)
    else:
        below = [(line.span, line.bare) for line in title[1:] if not names_issuer(line)]
        pieces = [(title[0].span, kind[1]), *below] if kind[1] else below
    if not pieces:
        return None
    pieces = _without_caption(pieces)
    value = _ABOUT.sub("", _CAPTION.sub("", " ".join(piece for _, piece in pieces)).strip(" .-*"))
    return Stated(value=squeeze(value), span=Span(pieces[0][0].start, pieces[-1][0].end)) if value else None


# "(Ban hành kèm theo Quyết định số …)" below a title says where the document comes from, not what it is about.
_CAPTION = re.compile(r"\s*\((?:được )?(?:ban hành )?(?:kèm theo|kèm)\b.*$", re.IGNORECASE | re.DOTALL)


def _without_caption(pieces: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The lines of a subject above the caption of what encloses the document; all when it is no line of its own."""
    first = next((i for i, (_, piece) in enumerate(pieces) if _CAPTION.match(piece)), len(pieces))
    return pieces[:first] or pieces


def _first_column(lines: Sequence[Line], text: str) -> list[tuple[Span, str]]:
    """What stands in the column of the first line; motto and date may stand beside it."""
    found = [segment for line in lines for segment in signs.segments(line, text)]
    return [(s.span, s.text) for s in found if s.column == found[0].column and not signs.is_header_line(s.text)]
