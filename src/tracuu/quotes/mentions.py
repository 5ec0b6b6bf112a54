"""Mentions of documents in a draft: known and right, known with another date, issuer or kind, only cited, unknown."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from tracuu import vi
from tracuu.citing import document_reference, full_issuer
from tracuu.documents import TITLES, find_dates, find_references, symbol_key
from tracuu.documents.issuer_names import same_issuer
from tracuu.documents.signs import is_number
from tracuu.documents.symbols import KINDS, canonical_symbol
from tracuu.quotes.dating import completed, month_said
from tracuu.text import UPPER, fold, modern_marks, squeeze
from tracuu.types import (
    CitedDifference,
    CitedField,
    Document,
    MentionCheck,
    MentionStatus,
    Reference,
    Span,
)


class KnownDocuments:
    """The documents of the corpus and those that they cite, by number and symbol."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_key: dict[str, list[Document]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], list[Document]] = defaultdict(list)
        self._cited: dict[str, list[tuple[Document, Reference]]] = defaultdict(list)
        self._cited_by_number: dict[tuple[str, str], list[tuple[Document, Reference]]] = defaultdict(list)
        for document in documents:
            header = document.header
            if header.symbol:
                key = symbol_key(header.symbol.value)
                self._by_key[key].append(document)
                if header.kind:
                    self._by_number[fold(header.kind.value), _number(key)].append(document)
            for reference in document.references:
                key = symbol_key(reference.symbol)
                self._cited[key].append((document, reference))
                self._cited_by_number[fold(reference.kind or ""), _number(key)].append((document, reference))

    def held(self, mention: Reference) -> list[Document]:
        """The documents of that number and symbol, or of that kind and number without letters; copies last."""
        key = symbol_key(mention.symbol)
        found = self._by_number.get((fold(mention.kind or ""), key), []) if key.isdigit() else self._by_key.get(key, [])
        return sorted(found, key=lambda d: (d.copy_of is not None, d.doc_id))

    def citing(self, mention: Reference) -> list[tuple[Document, Reference]]:
        """Documents that cite that number and symbol, or that kind and number, each with what it says of it.

        Of several issuers with that kind and number the one that the mention names, when it names one of them.
        """
        key = symbol_key(mention.symbol)
        if not key.isdigit():
            return self._cited.get(key, [])
        found = self._cited_by_number.get((fold(mention.kind or ""), key), [])
        issued = [(d, r) for d, r in found if mention.issuer and r.issuer and same_issuer(mention.issuer, r.issuer)]
        keys = {symbol_key(r.symbol) for _, r in issued}
        if not mention.issuer or not any(r.issuer for _, r in found):
            return found
        return [(d, r) for d, r in found if symbol_key(r.symbol) in keys]


def _number(key: str) -> str:
    return re.split(r"\D", key, maxsplit=1)[0]


# "Kế hoạch số 39 ngày 13/3/2026 của Tỉnh ủy": kind and number without the letters; without "số" only before a date or
# an issuer, or where it speaks, since "Chương trình 5 năm" has no number.
_SPEAKS = (
    r"(?:yêu cầu|nêu|đã (?:nêu|xác định|chỉ|đề|đặt|khẳng định|quy định|yêu cầu|ban hành)|chỉ rõ|xác định|quy định|đề ra"
    r"|đặt ra|khẳng định|nhấn mạnh|ghi rõ|về)(?!\w)"
)
_SHORT = re.compile(
    rf"(?P<kind>{'|'.join(TITLES)})\s+(?:số\s*:?\s*|(?=\d{{1,4}}(?:,?\s+ngày\s+\d|\s+của\s+(?-i:[{UPPER}])))"
    rf"|(?P<named>(?=\d{{2,4}}\s+{_SPEAKS})))"
    r"(?P<number>\d{1,5})(?![\w%]|\s?[-–/.,]\s?[\dA-ZĐ])",
    re.IGNORECASE,
)
# Names with a number in them: "Chương trình 135 về giảm nghèo".
_NAMED_BY_NUMBER = ("chương trình", "đề án", "phương án", "quy chế")
_TITLE = {fold(title): title for title in TITLES}


def find_mentions(text: str) -> tuple[Reference, ...]:
    """Mentions of documents in order, with date and issuer also where they stand before or in brackets behind.

    The draft's own number line is none.
    """
    found = [m for m in find_references(text) if not is_number(_line_before(text, m.span))]
    found += [m for m in map(partial(_spaced, text), _SPACED.finditer(text)) if m]
    taken = {m.span.start for m in found}
    for match in _SHORT.finditer(text):
        if match.start() in taken or (
            match["named"] is not None and match["kind"].lower().startswith(_NAMED_BY_NUMBER)
        ):
            continue
        # What follows is read as behind a whole symbol: "số 39-X, ngày … của …".
        behind = text[match.end() : match.end() + 300]
        read = find_references(f"{match['kind']} số {match['number']}{_LETTERS}{behind}")
        if not read or read[0].span.start:
            continue
        head = len(match["kind"]) + 4 + len(match["number"]) + len(_LETTERS)
        end = match.end() + max(0, read[0].span.end - head)
        kind = _TITLE.get(fold(match["kind"]))
        found.append(replace(read[0], span=Span(match.start(), end), symbol=match["number"], kind=kind, subject=None))
    return tuple(completed(text, mention) for mention in sorted(found, key=lambda m: m.span))


_LETTERS = "-KH/TU"
# "Kế hoạch số 39 KH/TU": the dash before the letters was forgotten.
_SPACED = re.compile(
    rf"(?P<kind>{'|'.join(TITLES)})\s+(?:số\s*:?\s*)?(?P<number>\d{{1,5}})\s+"
    rf"(?P<letters>(?-i:(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})[-/][{UPPER}][\w&-]{{1,14}}))(?!\w)",
    re.IGNORECASE,
)


def _spaced(text: str, match: re.Match[str]) -> Reference | None:
    """The mention whose symbol is written with a space in the place of its dash or stroke."""
    between = "-" if "/" in match["letters"] else "/"
    symbol = f"{match['number']}{between}{match['letters']}"
    read = find_references(f"{match['kind']} số {symbol}{text[match.end() : match.end() + 300]}")
    if not read or read[0].span.start:
        return None
    head = len(match["kind"]) + 4 + len(symbol)
    end = match.end() + max(0, read[0].span.end - head)
    return replace(read[0], span=Span(match.start(), end), subject=None)


# "Số:" with mark-up and white space before it is no longer.
_HEAD_REACH = 60


def _line_before(text: str, span: Span) -> str:
    """The line in which a mention stands, when nothing but "Số" stands before it there; else nothing."""
    start = text.rfind("\n", 0, span.start) + 1
    if span.start - start > _HEAD_REACH:
        return ""
    end = text.find("\n", span.end)
    before = text[start : span.start].strip(" \t*#|")
    return text[start : end if end >= 0 else len(text)].strip(" \t*#|") if re.fullmatch(r"(?i)số\s*:?", before) else ""


def check_mention(text: str, mention: Reference, known: KnownDocuments) -> MentionCheck:
    """What the corpus knows of the document that is mentioned in ``text``."""
    held = known.held(mention)
    if held:
        compared = [(cited_differences(text, mention, document), document) for document in held]
        differing, document = min(compared, key=lambda entry: len(entry[0]))
        status = MentionStatus.DIFFERS if differing else MentionStatus.RIGHT
        return _checked(text, mention, status, document=document, differences=differing)
    citing = known.citing(mention)
    if citing:
        differing = _unlike_all(text, mention, citing)
        status = MentionStatus.DIFFERS if differing else MentionStatus.CITED
        by = dict.fromkeys(document.doc_id for document, _ in citing if document.copy_of is None)
        return _checked(text, mention, status, differences=differing, cited_by=tuple(by))
    return _checked(text, mention, MentionStatus.UNKNOWN)


def _checked(
    text: str,
    mention: Reference,
    status: MentionStatus,
    *,
    document: Document | None = None,
    differences: tuple[CitedDifference, ...] = (),
    cited_by: tuple[str, ...] = (),
) -> MentionCheck:
    start, end = mention.span
    return MentionCheck(
        text=squeeze(text[start:end]),
        start=start,
        end=end,
        status=status,
        symbol=mention.symbol,
        doc_id=document.doc_id if document else None,
        reference=document_reference(document) if document else None,
        marked_reference=document_reference(document, marked=True) if document else None,
        differences=differences,
        cited_by=cited_by,
    )


# --- What is said of a document, and what it says of itself ---------------------------------------


def cited_differences(text: str, mention: Reference, document: Document) -> tuple[CitedDifference, ...]:
    """The fields in which a mention and the header of ``document`` differ; what either leaves open is none."""
    header = document.header
    said = text[slice(*mention.span)]
    found: list[CitedDifference] = []
    if header.symbol and not _same_symbol(mention.symbol, header.symbol.value):
        found.append(_differing(CitedField.SYMBOL, mention.symbol, header.symbol.value))
    elif header.symbol and (written_so := _written_otherwise(said, mention.symbol, header.symbol.value)):
        found.append(_differing(CitedField.SYMBOL, written_so, header.symbol.value))
    kind = _stated_kind(said)
    if kind and header.kind and not _same_kind(kind, header.kind.value):
        found.append(_differing(CitedField.KIND, kind, header.kind.value))
    day = mention.issued_on
    if day and header.issued_on and day != header.issued_on.value:
        found.append(_differing(CitedField.ISSUED_ON, written(day), written(header.issued_on.value)))
    elif day is None and (wrong := _impossible_date(said)) and header.issued_on:
        found.append(_differing(CitedField.ISSUED_ON, wrong, written(header.issued_on.value)))
    elif day is None and header.issued_on and (said_month := month_said(text, mention)):
        month, issued = said_month, header.issued_on.value
        if (month.month, month.year) != (issued.month, issued.year):
            found.append(_differing(CitedField.ISSUED_ON, f"{month.month}/{month.year}", written(issued)))
    issued_by = full_issuer(document)
    if mention.issuer and header.issuer and not _issued_by(mention.issuer, issued_by, document):
        found.append(_differing(CitedField.ISSUER, mention.issuer, issued_by))
    return tuple(found)


def _differing(field: CitedField, yours: str, source: str) -> CitedDifference:
    return CitedDifference(field=field, yours=yours, source=source)


def _same_symbol(one: str, other: str) -> bool:
    """Whether two symbols are one; a number alone stands for any symbol that begins with it."""
    keys = symbol_key(one), symbol_key(other)
    return keys[0] == keys[1] or (keys[0].isdigit() and keys[0] == _number(keys[1]))


def _written_otherwise(said: str, mine: str, theirs: str) -> str | None:
    """A symbol with other strokes than the document's ("39/KH-TU"), or with none before its letters; as written."""
    if spaced := _SPACED.match(said):
        return f"{spaced['number']} {spaced['letters']}"
    strokes = [re.sub(r"[^/-]", "", canonical_symbol(symbol)) for symbol in (mine, theirs)]
    return mine if strokes[0] != strokes[1] and len(strokes[0]) == len(strokes[1]) else None


def _stated_kind(said: str) -> str | None:
    """The kind that the mention itself names before the number."""
    match = re.match("|".join(TITLES), said, re.IGNORECASE)
    return _TITLE.get(fold(match.group())) if match else None


def _same_kind(one: str, other: str) -> bool:
    """One kind may be named shorter: "Chương trình" for "Chương trình hành động"."""
    a, b = fold(one), fold(other)
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def _impossible_date(said: str) -> str | None:
    """A date such as 31/02/2026, as written; None when there is none."""
    match = re.search(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d", said)
    return match.group() if match and not list(find_dates(match.group())) else None


def written(day: date) -> str:
    """The date as offices write it: 08/6/2022 (Decree 30/2020/NĐ-CP: a zero before days under 10, months 1 and 2)."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def _unlike_all(
    text: str, mention: Reference, citing: Sequence[tuple[Document, Reference]]
) -> tuple[CitedDifference, ...]:
    """Date, kind and issuer in which a mention differs from all documents that cite the same one."""
    said = _stated_kind(text[slice(*mention.span)])
    days = sorted({r.issued_on for _, r in citing if r.issued_on})
    issuers = sorted({r.issuer for _, r in citing if r.issuer})
    kinds = sorted({r.kind for _, r in citing if r.kind})
    found: list[CitedDifference] = []
    if said and kinds and not any(_same_kind(said, kind) for kind in kinds):
        found.append(_differing(CitedField.KIND, said, vi.OR.join(kinds)))
    if mention.issued_on and days and mention.issued_on not in days:
        found.append(_differing(CitedField.ISSUED_ON, written(mention.issued_on), vi.OR.join(map(written, days))))
    if mention.issuer and issuers and not any(same_issuer(mention.issuer, issuer) for issuer in issuers):
        found.append(_differing(CitedField.ISSUER, mention.issuer, vi.OR.join(issuers)))
    return tuple(found)


_CHAIR = re.compile(r"(?:phó )?chủ tịch (?:ủy ban|hội đồng|ubnd|hđnd)", re.IGNORECASE)


def _issued_by(said: str, issued_by: str, document: Document) -> bool:
    """Whether the body said may be the one that issued a document: the Chairman's decision is not the committee's."""
    chairs = [bool(_CHAIR.match(modern_marks(name))) for name in (said, issued_by)]
    decides = document.header.kind is not None and document.header.kind.value == _DECISION
    return same_issuer(said, issued_by) and (chairs[0] == chairs[1] or not (chairs[1] or decides))


_DECISION = "Quyết định"
