"""Documents, years and numbers that a question names.

A document is known by number and symbol, or by kind and number. What a question may call it is looked
up in the headers of the indexed documents; what those only cite is a topic, neither found nor missing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracuu.documents.symbols import KINDS, kind_of_symbol, symbol_key
from tracuu.queries.places import provinces
from tracuu.text import Folded, fold, squeeze
from tracuu.types import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Documents named in a text.

    ``doc_ids`` are canonical (never a copy), in order of mention. ``cited_symbols`` are named and
    only cited by indexed documents, ``unknown_symbols`` neither indexed nor cited. ``ambiguous`` are
    all documents that a mention may mean when it fits several; they are not in ``doc_ids``. ``spans``
    are all mentions, of documents cited too.
    """

    doc_ids: tuple[str, ...] = ()
    cited_symbols: tuple[str, ...] = ()
    unknown_symbols: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """What a document may be called by. ``key`` as `symbol_key` gives it; ``kind`` is folded.

    ``unit`` is the commune or district that issued it, folded with its level ("xa hoa quan"), "" for none.
    """

    doc_id: str
    key: str
    number: str
    kind: str
    province: str | None
    year: int | None
    subject: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document that is only cited: its symbol, number, and kind (folded)."""

    symbol: str
    number: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A way in which the text may name a document; ``symbol`` is as typed, "" for kind and number."""

    span: Span
    symbol: str
    number: str
    kind: str
    sure: bool


# Kinds by what people type for them, folded: codes ("kh") and names ("ke hoach"); "" is any kind.
_KIND_WORDS: dict[str, str] = {
    **{fold(code): fold(name) for code, name in reversed(KINDS.items()) if fold(code) != "da"},
    **{fold(name): fold(name) for name in KINDS.values()},
    "thong tri": "thong tri",
    "van ban": "",
    "vb": "",
}
# Codes that are also syllables or units when typed small count only when a number follows at once
# or after "số"; all kinds are used that way, so no further rule is needed.
_KIND = "|".join(sorted((re.escape(w).replace(r"\ ", r"\s+") for w in _KIND_WORDS), key=lambda w: (-len(w), w)))
# Bodies in symbols; with a kind's code they tell "39-kh/tu" from "2026 - do thi".
_BODY = (
    r"tw|tu|du|hu|cp|ttg|ub|ubnd|hdnd|vpcp|vptw|vptu|bcd|bct|bbt|mttq|bch|btv|qh\d*|ubtvqh\d*"
    r"|(?:s|b|vp|bt|ubkt)[a-z]{1,8}"
)

# Match: "39-kh/tu", "584 -cv/du", "30/2020/nd-cp", "2233 / kh-ubnd". Near miss: "2026-2030", "13/3/2026".
_SYMBOL = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-z]?)(?P<year>\s?/\s?(?:19|20)\d{2})?\s{0,2}[-/–]\s?"
    r"(?P<letters>[a-z][a-z&]{0,14}\d{0,2}(?:\s?/\s?[a-z][a-z&]{0,14}\d{0,2}"
    r"|[-–][a-z][a-z&]{0,14}\d{0,2}){0,3})(?!\w)"
)
# Match: "ke hoach 39", "kh39", "cv so: 584". Near miss: "ke hoach nam 2026", "ke hoach 5 nam", "kh 1.500".
_KIND_NUMBER = re.compile(
    rf"\b(?P<kind>{_KIND})\s*(?P<so>so\s*:?\s*)?(?P<number>\d{{1,5}})(?![\w%]|[.,/]\d|\s?[-–/]\s?\d)"
)
# The year in which a document was issued, where a document is spoken of, with what it carries out and whose it is.
# Match: "theo ke hoach 2022", "ke hoach nam 2022 cua Dien Bien", "kh dien bien 2022", "kh nq 06 cua tinh Dien Bien nam
# 2022". Near miss: "ban hanh ke hoach nam 2026", "ke hoach 2026 - 2030".
_OF_PROVINCE = "|".join(re.escape(fold(province.name)).replace(r"\ ", r"\s+") for province in provinces())
_KIND_YEAR = re.compile(
    rf"(?:^|\b(?:theo|trong|tai|o|cua)\s+)(?P<mention>(?P<kind>{_KIND})\s+"
    rf"(?:(?:thuc hien\s+|trien khai\s+)?(?:{_KIND})\s*(?:so\s+)?\d{{1,4}}\s+)?"
    rf"(?:(?:cua\s+)?(?:ubnd\s+|uy ban nhan dan\s+)?(?:tinh\s+|thanh pho\s+)?(?:{_OF_PROVINCE})\s+)?"
    rf"(?:nam\s+)?(?P<year>(?:19|20)\d{{2}}))(?!\s?[-–/]\s?\d)(?!\w)"
)
# Match: "so 39", "584", "2233". Near miss: "28 m2", "nam 2030", "32%", "1.500", "stt 39".
_BARE_NUMBER = re.compile(r"(?<![\w./,-])(?P<so>\bso\s+)?(?P<number>\d{1,5})(?![\w%]|[.,/]\d|\s?[-–/]\s?\w)")
# What a number counts when it stands before; then it names no document.
UNIT_AFTER = re.compile(
    r"\s*(?:%|m2|m3|m\b|km|ha\b|can\b|xa\b|phuong\b|huyen\b|tinh\b|ty\b|trieu\b|nghin\b|ngan\b|dong\b|nguoi\b"
    r"|ho\b|nam\b(?! (?:19|20)\d\d)|thang\b"
    r"|ngay\b|quy\b|tuan\b|gio\b|phan tram|met\b|cap\b|do thi|du an|nhiem vu|muc tieu|chi tieu|co quan|don vi"
    r"|van ban|loai\b"
    r"|lan\b|diem\b|khu\b|cong trinh|giai phap|dang vien|can bo|to chuc|chi bo|hang muc|tan\b|mw\b|co so"
    r"|truong\b|doanh nghiep)"
)
_COUNTED_BEFORE = re.compile(
    r"(?:nam|thang|ngay|quy|stt|muc|diem|dieu|khoan|phan|den|tren|duoi|khoang|gan|hon|dat|phu luc|trang|tu|con"
    r"|co|la|them"
    r"|it nhat|toi thieu|toi da|khoa|qh|so thu tu|hang|lop|cap|thu|giai doan|bang|va|[\d%])\s*$"
)
# What may follow a document's number of two digits when nothing before says that it is one.
_GOES_ON = re.compile(
    r"\s*(?:$|[?.,;:!)]|(?:noi|giao|quy dinh|yeu cau|dat ra|de ra|neu|ghi|nay|do|ai|thi|ve|duoc|ban hanh|ky|ra"
    r"|phan cong|huong dan|cua|co)\b)"
)
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d|\s?%)")


# The day behind a document's number: "39-KH/TU, ngày 13/3/2026", "số 12 ngày 5 tháng 4 năm 2026".
DAY_OF_DOCUMENT = (
    r"(?:,?\s+ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)(?:19|20)\d{2}"
    r"|\s+\([^()\n]{0,40}?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}\))"
)


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """What the indexed documents are called, and which symbols they cite."""

    known: tuple[KnownDocument, ...]
    cited: tuple[CitedDocument, ...]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "DocumentNames":
        """The names of these documents; a copy is known by what it is a copy of."""
        known = {entry for document in documents if (entry := _known(document, documents))}
        references = [reference for document in documents for reference in document.references]
        cited = {
            CitedDocument(symbol=reference.symbol, number=_number(reference.symbol), kind=fold(kind))
            for reference in references
            for kind in (reference.kind, kind_of_symbol(reference.symbol))
            if kind
        }
        return cls(
            tuple(sorted(known, key=lambda entry: (entry.doc_id, entry.key))),
            tuple(sorted(cited, key=lambda entry: (entry.symbol, entry.kind))),
        )

    def resolve(self, text: str, *, provinces: Iterable[str] = (), years: Iterable[int] = ()) -> Named:
        """The documents that ``text`` names, marks and case aside.

        Args:
            text: as typed; kinds may be shortened ("kh 39").
            provinces: named in the text; they and ``years`` decide between documents of one number.
            years: likewise.
        """
        folded = Folded.of(text)
        doc_ids: dict[str, None] = {}
        unknown: dict[str, None] = {}
        cited: dict[str, None] = {}
        ambiguous: dict[str, None] = {}
        spans: list[Span] = []
        for span, doc_id in self._of_years(folded, set(provinces)):
            spans.append(span)
            doc_ids[doc_id] = None
        for mention in self._mentions(folded, text):
            fitting = _narrow(self._fitting(mention), set(provinces), set(years), folded.text)
            if not fitting and not mention.sure:
                continue
            spans.append(mention.span)
            if len(fitting) == 1:
                doc_ids[fitting[0]] = None
            elif fitting:
                ambiguous.update(dict.fromkeys(fitting))
            elif symbols := self._cited(mention):
                cited.update(dict.fromkeys(symbols))
            else:
                unknown[_wording(mention)] = None
        return Named(
            doc_ids=tuple(doc_ids),
            cited_symbols=tuple(cited),
            unknown_symbols=tuple(unknown),
            ambiguous=tuple(d for d in ambiguous if d not in doc_ids),
            spans=tuple(sorted(spans)),
        )

    def _of_years(self, folded: Folded, provinces: set[str]) -> list[tuple[Span, str]]:
        """Mentions by kind and year of issue that fit one document alone, with its doc_id."""
        found = []
        for match in _KIND_YEAR.finditer(folded.text):
            kind, year = _KIND_WORDS[squeeze(match["kind"])], int(match["year"])
            fitting = {
                entry.doc_id
                for entry in self.known
                if kind and entry.kind == kind and entry.year == year and (not provinces or entry.province in provinces)
            }
            if len(fitting) == 1 and not any(entry.number == match["year"] for entry in self.known):
                found.append((folded.span(*match.span("mention")), fitting.pop()))
        return found

    def _mentions(self, folded: Folded, text: str) -> list[_Mention]:
        """Mentions from the surest kind to the least, each part of the text used once."""
        taken: list[tuple[int, int]] = []
        found: list[_Mention] = []
        for match in _SYMBOL.finditer(folded.text):
            if self._is_symbol(match):
                taken.append(match.span())
                raw = folded.span(*match.span())
                symbol = re.sub(r"\s+", "", text[raw.start : raw.end]).translate(_TIDY)
                found.append(_Mention(span=raw, symbol=symbol, number=match["number"].lstrip("0"), kind="", sure=True))
        for match in _KIND_NUMBER.finditer(folded.text):
            if _free(match, taken) and not self._counts(match, folded.text) and not self._is_year(match):
                taken.append(match.span())
                kind = _KIND_WORDS[squeeze(match["kind"])]
                number = match["number"].lstrip("0")
                found.append(
                    _Mention(span=folded.span(*match.span()), symbol="", number=number, kind=kind, sure=bool(kind))
                )
        for match in _BARE_NUMBER.finditer(folded.text):
            if _free(match, taken) and self._is_bare_name(match, folded.text):
                number = match["number"].lstrip("0")
                found.append(_Mention(span=folded.span(*match.span()), symbol="", number=number, kind="", sure=False))
        return sorted(found, key=lambda mention: mention.span)

    def _is_symbol(self, match: re.Match[str]) -> bool:
        """Whether letters after a number are a symbol's: of a known document, or of a known shape."""
        parts = re.split(r"[\s/–-]+", match["letters"])
        key = symbol_key(match.group())
        if any(key == entry.key for entry in self.known) or any(key == symbol_key(c.symbol) for c in self.cited):
            return True
        kinds = [part for part in parts if part in _KIND_WORDS]
        bodies = [part for part in parts if re.fullmatch(_BODY, part)]
        return bool(kinds) or (bool(bodies) and (len(parts) > 1 or match["year"] is not None))

    def _counts(self, match: re.Match[str], text: str) -> bool:
        """Whether the number behind a kind says how many there are of what follows ("kế hoạch 5 năm")."""
        unit = UNIT_AFTER.match(text, match.end())
        # "theo hướng dẫn 81 đơn vị nào": that is asked for, and not counted.
        return unit is not None and not re.match(r"\s+(?:nao|gi)\b", text[unit.end() :])

    def _is_year(self, match: re.Match[str]) -> bool:
        """Whether the number after a kind is rather a year ("kế hoạch 2026")."""
        number = match["number"]
        return YEAR.fullmatch(number) is not None and not any(entry.number == number for entry in self.known)

    def _is_bare_name(self, match: re.Match[str], text: str) -> bool:
        number, said = match["number"].lstrip("0"), match["so"] is not None
        before, rest = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 30]
        if len({entry.doc_id for entry in self.known if entry.number == number}) != 1:
            return False
        if (len(number) < 2 and not said) or UNIT_AFTER.match(rest) or _COUNTED_BEFORE.search(before):
            return False
        return said or len(number) > 2 or _GOES_ON.match(rest) is not None

    def _fitting(self, mention: _Mention) -> list[KnownDocument]:
        if mention.symbol:
            key = symbol_key(mention.symbol)
            exact = [entry for entry in self.known if entry.key == key]
            # "39-KH" alone says number and kind, "39/2026/KH-UBND" more: only the former is loosened.
            short = re.fullmatch(r"\d+[a-z]?-([a-z]+)", key)
            if exact or not short or short[1] not in _KIND_WORDS:
                return exact
            kind = _KIND_WORDS[short[1]]
            return [entry for entry in self.known if entry.number == mention.number and entry.kind == kind]
        return [
            entry
            for entry in self.known
            if entry.number == mention.number
            and mention.kind in ("", entry.kind, entry.kind.partition(" hanh dong")[0])
        ]

    def _cited(self, mention: _Mention) -> list[str]:
        """Symbols cited in the index that the mention may mean."""
        if mention.symbol:
            key = symbol_key(mention.symbol)
            short = re.fullmatch(r"(\d+[a-z]?)-([a-z]+)", key)
            if not short or short[2] not in _KIND_WORDS:
                return [c.symbol for c in self.cited if symbol_key(c.symbol) == key]
            mention = replace(mention, number=short[1], kind=_KIND_WORDS[short[2]])
        return [c.symbol for c in self.cited if (c.number, c.kind) == (mention.number, mention.kind)]


_TIDY = str.maketrans({"Ð": "Đ", "ð": "đ", "–": "-"})


def _number(symbol: str) -> str:
    match = re.match(r"\s*0*(\d+[a-z]?)", fold(symbol))
    return match[1] if match else ""


def _known(document: Document, documents: Sequence[Document]) -> KnownDocument | None:
    header = document.header
    symbol = header.symbol.value if header.symbol else ""
    kind = header.kind.value if header.kind else kind_of_symbol(symbol)
    if not symbol and not kind:
        return None
    return KnownDocument(
        doc_id=canonical_id(document, documents),
        key=symbol_key(symbol),
        number=_number(symbol),
        kind=squeeze(fold(kind or "")),
        province=header.province.value if header.province else None,
        year=header.issued_on.value.year if header.issued_on else None,
        subject=header.subject.value if header.subject else "",
        unit=unit[1] if header.issuer and (unit := _UNIT.search(fold(squeeze(header.issuer.value)))) else "",
    )


# The place of a local body at the end of its name.
_UNIT = re.compile(r"\b((?:xa|phuong|thi tran|thi xa|huyen|quan|dac khu) (?!uy\b)[a-z]+(?: [a-z]+){0,3})$")


def canonical_id(document: Document, documents: Sequence[Document]) -> str:
    """The doc_id of which ``document`` is a copy, at the end of the chain; its own when it is none."""
    by_id = {other.doc_id: other for other in documents}
    seen = {document.doc_id}
    while document.copy_of and document.copy_of not in seen:
        seen.add(document.copy_of)
        if document.copy_of not in by_id:
            return document.copy_of
        document = by_id[document.copy_of]
    return document.doc_id


def _narrow(entries: Sequence[KnownDocument], provinces: set[str], years: set[int], asked: str) -> list[str]:
    """The doc_ids of ``entries``, those of the unit, province and year named when that leaves any.

    ``asked`` is the question, folded.
    """
    for keep in (
        [entry for entry in entries if entry.unit and re.search(rf"\b{entry.unit}\b", asked)],
        [entry for entry in entries if entry.province in provinces],
        [entry for entry in entries if entry.year in years],
    ):
        if len({entry.doc_id for entry in entries}) > 1 and keep:
            entries = keep
    return list(dict.fromkeys(entry.doc_id for entry in entries))


def _free(match: re.Match[str], taken: Iterable[tuple[int, int]]) -> bool:
    return all(match.end() <= start or end <= match.start() for start, end in taken)


def _wording(mention: _Mention) -> str:
    """How a document that is not there is spoken of: its symbol in capitals, or "kế hoạch số 41"."""
    if mention.symbol:
        return mention.symbol.upper()
    name = next((name for name in KINDS.values() if fold(name) == mention.kind), mention.kind)
    return f"{name} số {mention.number}"
