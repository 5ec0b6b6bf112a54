"""What a document says of itself: number, kind, issuer, place, date, subject, signatory, recipients."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracuu import vi
from tracuu.documents import places, signs
from tracuu.documents.lines import Line, strip_markup
from tracuu.documents.symbols import (
    SYMBOL,
    canonical_symbol,
    find_dates,
    find_references,
    kind_of_symbol,
    title_kind,
)
from tracuu.documents.zones import Zones
from tracuu.text import UPPER, fold, squeeze, trim
from tracuu.types import Header, Signatory, Span, Stated

# Bodies by the letters of a symbol, where the letters name one body at every level alike.
_BODIES = {
    "BTGDVTU": "Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTCTU": "Ban Tổ chức Tỉnh ủy", "UBKTTU": "Ủy ban Kiểm tra Tỉnh ủy",
    "VPTU": "Văn phòng Tỉnh ủy", "BNCTU": "Ban Nội chính Tỉnh ủy", "VPCP": "Văn phòng Chính phủ", "TTg": "Thủ tướng Chính phủ",
}  # fmt: skip
# "Ban Thường vụ Tỉnh ủy ban hành kế hoạch", "Ủy ban nhân dân tỉnh ban hành Kế hoạch", "Ban … hướng dẫn …".
_PROMULGATES = re.compile(
    rf"(?P<issuer>(?:Ban|Ủy ban|Uỷ ban|UBND|Tỉnh|Thành|Huyện|Đảng|Thường trực|Bộ|Sở|Hội đồng|HĐND|Văn phòng|Chủ tịch|Cục|Chi cục|Công an)"
    rf"(?:\s+(?:[{UPPER}]\w*|ban|nhân|dân|tỉnh|thành|phố|xã|phường|huyện|thị|ủy|uỷ|vụ|hành|bộ|trực|giáo|và|đồng|phòng|tịch|kiểm|tra"
    rf"|chức|vận|chính|an|trị|dựng|thôn|tế|công|nghệ|nghiệp|môi|trường|đạo|đảng|trung|ương)\b)*?)"
    rf"\s+(?:ban hành|xây dựng|yêu cầu|hướng dẫn|thông báo|đề nghị|quyết định|kết luận|báo cáo|kính trình|trân trọng)\b"
)
_ENCLOSED = re.compile(r"k[èe]m theo", re.IGNORECASE)


def read_header(zones: Zones, text: str, span: Span) -> Header:
    """The header of one document; a value that is not printed but follows from the text says why.

    ``span`` is the whole document. Values that only other documents can tell are added later
    (`tracuu.documents.linking`).
    """
    symbol = _symbol(zones.head, text)
    caption = None if symbol else _own_caption(zones, text)
    kind = _kind(zones, text, symbol or (caption and caption.symbol))
    issued = _issued_on(zones.head, text) or (caption and caption.issued_on)
    issuer = _issuer(zones, text, symbol, caption)
    place = _place(zones.head, text)
    return Header(
        symbol=symbol or (caption and caption.symbol),
        kind=kind,
        issuer=issuer,
        place=place,
        province=_province(zones, text, span, place, issuer),
        issued_on=issued,
        subject=_subject(zones.title, text),
        signatory=_signatory(zones.signature, text),
        recipients=tuple(_listed(zones.recipients, text)),
        addressees=tuple(_listed(zones.addressees, text)),
    )


def _symbol(head: Sequence[Line], text: str) -> Stated[str] | None:
    for line in head:
        for segment in signs.segments(line, text):
            if signs.is_number(segment.text) and (match := SYMBOL.search(text, *segment.span)):
                return Stated(value=canonical_symbol(match.group()), span=Span(match.start(), match.end()))
    return None


def number_lost(zones: Zones, text: str) -> Span | None:
    """The span of a number line whose number cannot be read, for a diagnostic; None when there is none."""
    for line in zones.head:
        for segment in signs.segments(line, text):
            if signs.is_number(segment.text) and not SYMBOL.search(text, *segment.span):
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
                for found in find_dates(text[slice(*segment.span)]):
                    offset = segment.span.start
                    return Stated(value=found.value, span=Span(found.span.start + offset, found.span.end + offset))
    return None


def _place(head: Sequence[Line], text: str) -> Stated[str] | None:
    for line in head:
        if match := signs.date_line(text[slice(*line.span)]):
            start = line.span.start + match.start("place")
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


def _issuer(zones: Zones, text: str, symbol: Stated[str] | None, caption: _Caption | None) -> Stated[str] | None:
    agencies = _agency_lines(zones.head, text)
    if agencies:
        own = agencies[-1]
        return Stated(value=_sentence_case(own[1]), span=own[0])
    if found := _promulgating(zones, text):
        return found
    letters = re.split(r"[-/]", symbol.value)[-1] if symbol else ""
    if symbol and letters in _BODIES:
        return Stated(value=_BODIES[letters], span=symbol.span, inferred=vi.INFERRED_ISSUER_FROM_SYMBOL)
    if caption and caption.issuer:
        return Stated(value=caption.issuer, span=None, inferred=vi.INFERRED_FROM_CAPTION)
    return None


def _agency_lines(head: Sequence[Line], text: str) -> list[tuple[Span, str]]:
    """Agencies printed in the head, the superior one first; the Party's and State's names are none."""
    found: list[tuple[Span, str]] = []
    for line in head:
        for segment in signs.segments(line, text):
            part = Line(segment.span, segment.text, line.gap, line.strong)
            if signs.is_motto(segment.text) or signs.is_number(segment.text):
                continue
            if signs.is_agency_head(part):
                found.append((segment.span, segment.text))
    return found


# Words of an agency's name that keep a capital when the line in capitals is written as in a sentence.
_CAPITAL_AFTER = re.compile(r"\b(?:tỉnh|xã|phường|huyện|thành phố|thị xã|thị trấn|quận)\s+", re.IGNORECASE)
_PROPER = {
    "ban thường vụ": "Ban Thường vụ", "ban chấp hành": "Ban Chấp hành", "mặt trận tổ quốc việt nam": "Mặt trận Tổ quốc Việt Nam",
    "tuyên giáo và dân vận": "Tuyên giáo và Dân vận", "quân sự": "Quân sự", "việt nam": "Việt Nam", "thường trực": "Thường trực",
    "dân vận": "Dân vận", "chính phủ": "Chính phủ", "trung ương": "Trung ương",
}  # fmt: skip


def _sentence_case(upper: str) -> str:
    """An agency in capitals as it is written in a sentence: "ĐẢNG ỦY XÃ SÍNH PHÌNH" → "Đảng ủy xã Sính Phình"."""
    words = squeeze(upper.strip(" *_-.")).lower()
    if not upper.isupper():
        return squeeze(upper)
    if match := _CAPITAL_AFTER.search(words):
        words = words[: match.end()] + words[match.end() :].title()
    elif match := re.match(r"(sở|ban|bộ|cục|chi cục|hội|viện)\s+(\w)", words):
        words = words[: match.start(2)] + words[match.start(2) :].capitalize()
        words = re.sub(r"\bvà (\w)", lambda m: "và " + m[1].upper(), words)
    for small, proper in _PROPER.items():
        words = words.replace(small, proper)
    if match := places.province_in(words):
        name = match["name"]
        words = words.replace(name, places.standard_name(name))
    return words[0].upper() + words[1:]


def _promulgating(zones: Zones, text: str) -> Stated[str] | None:
    """The body that the opening says issues the document ("Ban Thường vụ Tỉnh ủy ban hành kế hoạch …")."""
    for line in zones.body[:_OPENING_LINES]:
        if zones_numbered(line.bare):
            break
        found = list(_PROMULGATES.finditer(text, *line.span))
        if found:
            start, end = found[-1].span("issuer")
            return Stated(
                value=squeeze(strip_markup(text[start:end])),
                span=Span(start, end),
                inferred=vi.INFERRED_PROMULGATED,
            )
    return None


# The sentence that promulgates ends the opening, before the first heading.
_OPENING_LINES = 12


def zones_numbered(bare: str) -> bool:
    """Whether a Roman heading begins: the opening is over."""
    return bool(re.match(r"^\W*[IVX]{1,4}\s*[.\-)]\s*\S", bare))


def _province(
    zones: Zones, text: str, span: Span, place: Stated[str] | None, issuer: Stated[str] | None
) -> Stated[str] | None:
    names = {name.lower(): name for name in places.province_names()}
    if place and place.value.lower() in names:
        return Stated(value=names[place.value.lower()], span=place.span)
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
    if found := places.province_of_body(text[slice(*span)]):
        why = vi.INFERRED_PLACE_FROM_BODY.format(count=found[1], other=found[2])
        return Stated(value=found[0], span=None, inferred=why)
    return None


def _subject(title: Sequence[Line], text: str) -> Stated[str] | None:
    """The subject below the title, on one line; None when the title stands alone."""
    if not title:
        return None
    kind = title_kind(title[0].bare)
    lines = list(title[1:]) if kind and not kind[1] else list(title)
    if not lines:
        return None
    span = Span(lines[0].span.start, lines[-1].span.end)
    value = " ".join(line.bare for line in lines)
    if kind and kind[1] and lines[0] is title[0]:
        value = " ".join([kind[1], *(line.bare for line in lines[1:])])
    value = re.sub(r"^(?:V/v|Vv)[:.]?\s+", "", value.strip(" .-*"))
    return Stated(value=squeeze(value), span=span) if value else None


def _signatory(lines: Sequence[Line], text: str) -> Stated[Signatory] | None:
    """The last name in the signature, with the office and the body above it."""
    behalf: str | None = None
    offices: list[str] = []
    name: tuple[Span, str] | None = None
    for line in lines:
        for segment in signs.segments(line, text):
            if person := signs.person_name(segment.text):
                name = name or (segment.span, person)
            elif signs.is_on_behalf(segment.text):
                behalf = segment.text if behalf is None else behalf
                offices += [segment.text] if behalf is not segment.text else []
            elif signs.is_signature(segment.text):
                offices.append(segment.text)
    if name is None:
        return None
    value = Signatory(name=name[1], office=_title(offices[-1]) if offices else None, on_behalf_of=behalf)
    start = text.find(name[1], name[0].start, name[0].end)
    span = Span(start, start + len(name[1])) if start >= 0 else trim(text, *name[0])
    return Stated(value=value, span=span)


def _title(upper: str) -> str:
    return upper.capitalize() if upper.isupper() else upper


def _listed(lines: Sequence[Line], text: str) -> Iterator[Stated[str]]:
    """The items of a list of recipients or addressees, each with its span."""
    for i, line in enumerate(lines):
        bare = re.sub(r"^\W*(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI)\s*[:;]?\W*", "", line.bare)
        bare = bare.lstrip("-+•*– ").strip(" ;,.*")
        if not bare or signs.is_signature(line.bare):
            continue
        if i and line.bare[0] not in "-+•*–" and fold(line.bare) != fold(bare) and len(bare) < 3:
            continue
        yield Stated(value=bare, span=line.span)
