"""The viện dẫn of a document and of a place in it: in full, short, and as a footnote.

State documents are cited after Decree 30/2020/NĐ-CP (kind, number and symbol, "ngày … tháng …
năm …", issuer, subject; of laws the kind and name alone), Party documents in the Party's way
("…-KH/TU, ngày 13/3/2026 của …"). What a document does not say is left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeVar

from tracuu import vi
from tracuu.citing.locators import spoken_place
from tracuu.citing.subjects import plain_subject, subject_phrase
from tracuu.documents import canonical_symbol, kind_of_symbol
from tracuu.documents.issuer_names import full_issuer, is_invented, is_vouched
from tracuu.text import fold
from tracuu.types import Document, InferredPart, Passage, Reference, Stated

T = TypeVar("T")


class Style(Enum):
    """Whose way of citing a document follows."""

    STATE = "state"
    PARTY = "party"


_PARTY_SYMBOL = re.compile(r"\d+[a-z]?-")
_STATE_SYMBOL = re.compile(r"\d+[a-z]?/")
_PARTY_BODY = re.compile(
    r"(?:ban (?:thuong vu|chap hanh|tuyen giao|to chuc|noi chinh|dan van|bi thu)|bo chinh tri|(?:tinh|thanh|quan|huyen"
    r"|thi|dang) uy|dang bo|chi bo|uy ban kiem tra|van phong (?:tinh uy|thanh uy|trung uong dang)|trung uong dang)\b"
)
_LAW = re.compile(r"(?:Luật|Bộ luật|Pháp lệnh)$")
# A regulation is named by what it rules: "Quy chế làm việc số 01-QC/TU". Near miss: "Quy chế về quản lý …".
_NAMED_KIND = re.compile(r"Quy chế$")
_RULED = re.compile(r"(?:làm việc|phối hợp|hoạt động|tổ chức và hoạt động|chi tiêu nội bộ)(?!\w)", re.IGNORECASE)


def reference(document: Document, passage: Passage | None = None, *, subject: bool = True, marked: bool = False) -> str:
    """The formal reference of a first mention, small to large.

    "STT 6, Phụ lục, Kế hoạch số 39-KH/TU, ngày 13/3/2026 của …". ``subject`` False leaves the subject
    out, where the whole would be too long; ``marked`` puts what is inferred in square brackets.
    """
    return _at(passage, document_reference(document, subject=subject, marked=marked))


def short_reference(document: Document, passage: Passage | None = None) -> str:
    """The reference of a later mention: the place, kind, and number and symbol; what is inferred in square brackets.

    Without a number the document is told by its date and issuer.
    """
    return _at(passage, _numbered(document, True) or document_reference(document, subject=False, marked=True))


def footnote(document: Document, passage: Passage | None = None) -> str:
    """The reference as the words of a footnote: a capital first, a full stop last, brackets around what is inferred."""
    text = reference(document, passage, marked=True)
    return f"{text[0].upper()}{text[1:]}."


def style_of(document: Document) -> Style:
    """The style that the symbol shows ("39-KH/TU", "2233/KH-UBND"), else that of the issuer."""
    symbol = canonical_symbol(document.header.symbol.value) if document.header.symbol else ""
    if _PARTY_SYMBOL.match(symbol) or _STATE_SYMBOL.match(symbol):
        return Style.PARTY if _PARTY_SYMBOL.match(symbol) else Style.STATE
    issuer = fold(full_issuer(document))
    return Style.PARTY if _PARTY_BODY.match(issuer) else Style.STATE


def document_reference(document: Document, *, subject: bool = True, marked: bool = False) -> str:
    """Kind, number and symbol, date, issuer and subject; parts that nothing states are left out."""
    if enclosing := _enclosing(document):
        return _enclosed(document, enclosing, subject=subject, marked=marked)
    phrase = _subject(document) if subject else ""
    if _LAW.match(_kind(document)) and plain_subject(phrase):
        return f"{_kind(document, marked)} {plain_subject(phrase)}"
    numbered = _numbered(document, marked)
    ruled = bool(_NAMED_KIND.match(_kind(document)) and _RULED.match(plain_subject(phrase)))
    if ruled:
        small = plain_subject(phrase)
        named = f"{_kind(document, marked)} {small[0].lower()}{small[1:]}"
        numbered = numbered.replace(_kind(document, marked), named, 1) if numbered else named
    parts = [numbered or _kind(document, marked), _date(document, marked, after_number=bool(numbered))]
    parts += [_issuer(document, marked), "" if ruled else subject_phrase(phrase, _kind(document))]
    return " ".join(filter(None, parts)).replace(" ,", ",")


def inferred_parts(document: Document) -> tuple[InferredPart, ...]:
    """What `marked` puts in brackets, with the reason, in the order of the reference."""
    header = document.header
    named = (("symbol", header.symbol), ("issued_on", header.issued_on), ("issuer", header.issuer),
             ("province", header.province))  # fmt: skip
    return tuple(_inferred(document, named))


def _inferred(
    document: Document, named: tuple[tuple[str, Stated[str] | Stated[date] | None], ...]
) -> Iterator[InferredPart]:
    header = document.header
    if _enclosing(document):
        return
    if header.kind and _kind(document, True) != _kind(document):
        yield InferredPart(part="kind", value=header.kind.value, why=header.kind.inferred or "")
    said = full_issuer(document, marked=True)
    for name, stated in named:
        if stated is None or not stated.inferred:
            continue
        value = _day(document, stated.value) if isinstance(stated.value, date) else stated.value
        if _is_marked(name, stated) and (name != "province" or said.endswith(f"{value}]")):
            yield InferredPart(part=name, value=value, why=stated.inferred)


def _is_marked(name: str, stated: Stated[str] | Stated[date]) -> bool:
    """Whether brackets stand around a part: a number or date not printed at its place, any other printed nowhere."""
    if name in {"symbol", "issued_on"}:
        return bool(stated.inferred) and not is_vouched(stated.inferred or "")
    return is_invented(stated)  # type: ignore[arg-type]


# --- Parts -------------------------------------------------------------------------------------


def _at(passage: Passage | None, text: str) -> str:
    """A document after the place in it, if a passage says one."""
    place = spoken_place(passage.locator.labels) if passage else ""
    return f"{place}, {text}" if place else text


def _marked(text: str, stated: Stated[T], marked: bool) -> str:
    why = stated.inferred
    return vi.INFERRED_MARK.format(text=text) if marked and why and not is_vouched(why) else text


# "CHƯƠNG TRÌNH" over "hành động thực hiện Nghị quyết …": the kind goes on below.
_OF_ACTION = re.compile(r"\s*hành động\s+(?=thực hiện|triển khai|của|về|nhằm)", re.IGNORECASE)
_ACTION_KINDS = frozenset({"Chương trình", "Kế hoạch"})


def _subject(document: Document) -> str:
    """The subject without words that belong to the kind; "" for none."""
    header = document.header
    if header.subject is None:
        return ""
    goes_on = header.kind is not None and header.kind.value.capitalize() in _ACTION_KINDS
    return _OF_ACTION.sub("", header.subject.value, count=1) if goes_on else header.subject.value


def _kind(document: Document, marked: bool = False) -> str:
    """The kind, "Văn bản" when nothing says it; one that the letters of the symbol tell is not marked."""
    header = document.header
    if header.kind is None:
        return vi.DOCUMENT
    kind = header.kind.value.capitalize() if header.kind.value.isupper() else header.kind.value
    if header.subject and _OF_ACTION.match(header.subject.value) and kind in _ACTION_KINDS:
        kind = f"{kind} {vi.OF_ACTION}"
    told = header.symbol is not None and kind_of_symbol(header.symbol.value) == kind
    return kind if told else _marked(kind, header.kind, marked)


def _numbered(document: Document, marked: bool) -> str:
    """Kind with number and symbol; "" when there is no number."""
    symbol = document.header.symbol
    if symbol is None:
        return ""
    written = _marked(canonical_symbol(symbol.value), symbol, marked)
    return vi.NUMBERED.format(kind=_kind(document, marked), symbol=written)


def _date(document: Document, marked: bool, *, after_number: bool) -> str:
    """The date in the style of the document; the Party's stands after a comma."""
    issued = document.header.issued_on
    if issued is None:
        return ""
    party = style_of(document) is Style.PARTY
    said = vi.DATED.format(date=_marked(_day(document, issued.value), issued, marked))
    return f"{', ' if party and after_number else ''}{said}"


def _day(document: Document, day: date) -> str:
    """A day in the style of the document, without "ngày"."""
    form = vi.SHORT_DATE if style_of(document) is Style.PARTY else vi.LONG_DATE
    # Two figures where one could be added to: all days, January and February (Decree 30/2020/NĐ-CP, annex I).
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return form.format(day=f"{day.day:02d}", month=month, year=day.year)


def _issuer(document: Document, marked: bool) -> str:
    issuer = full_issuer(document, marked=marked)
    return vi.ISSUED_BY.format(issuer=issuer) if issuer else ""


# --- What another document promulgates -----------------------------------------------------------


def _enclosing(document: Document) -> Reference | None:
    """The decision with which a document without a number of its own was promulgated, by its caption."""
    issued = document.header.issued_on
    if document.header.symbol or issued is None or issued.span is None:
        return None
    if not (issued.inferred or "").startswith(vi.INFERRED_FROM_ENCLOSING.split("{")[0]):
        return None
    return next((r for r in document.references if r.span == issued.span), None)


def _enclosed(document: Document, enclosing: Reference, *, subject: bool, marked: bool) -> str:
    """After the kind and subject: "…, ban hành kèm theo Quyết định số 15/QĐ-UBND ngày … của …"."""
    header = document.header
    kind = enclosing.kind or kind_of_symbol(enclosing.symbol) or vi.DOCUMENT
    whole = vi.NUMBERED.format(kind=kind, symbol=canonical_symbol(enclosing.symbol))
    if not subject:
        return f"{_kind(document, marked)} {vi.ENCLOSED_WITH.format(document=whole)}"
    phrase = plain_subject(header.subject.value) if header.subject else ""
    named = f"{_kind(document, marked)} {phrase[0].lower()}{phrase[1:]}," if phrase else _kind(document, marked)
    dated = _date(document, False, after_number=True)
    whole = f"{whole}{dated}" if dated.startswith(",") else f"{whole} {dated}"
    issuer = _issuer(document, marked)
    return f"{named} {vi.ENCLOSED_WITH.format(document=f'{whole} {issuer}'.strip())}"
