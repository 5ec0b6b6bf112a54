"""What documents tell of one another: numbers and dates of those cited, and which are copies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from tracuu import vi
from tracuu.documents.symbols import SYMBOL, find_dates, symbol_key
from tracuu.text import fold
from tracuu.types import Diagnostic, Document, Header, Reference, Span, Stated

# Two transcriptions of one subject differ by OCR; two subjects of one programme differ by more.
# The nearest pair of different subjects in the corpus has 71, the same subject cited 97.
_SAME_SUBJECT = 92.0
# Share of five-syllable shingles that two copies have in common: 0.83 for 39-KH/TU, under 0.1 for others.
_SAME_TEXT = 0.5
_SHINGLE = 5


def link_documents(documents: Sequence[Document], texts: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with number and date that others state of them, and with their copies named.

    ``texts`` are the texts of the sources by source_id. Mentions that disagree infer nothing and
    leave a diagnostic.
    """
    named = [_with_symbol(document, documents) for document in documents]
    dated = [_with_date(document, named) for document in named]
    return tuple(_with_copies(dated, texts))


def _with_symbol(document: Document, others: Sequence[Document]) -> Document:
    header = document.header
    if header.symbol or not header.kind or not header.subject:
        return document
    mentions = [(o, r) for o, r in _mentions(document, others) if _same_subject(r, document)]
    symbols = {symbol_key(r.symbol): r.symbol for _, r in mentions}
    dates = {r.issued_on for _, r in mentions if r.issued_on}
    if len(symbols) != 1 or len(dates) > 1:
        return _disagreeing(document, [r.symbol for _, r in mentions]) if mentions else document
    why = _why(o for o, _ in mentions)
    issued = header.issued_on or (Stated(value=dates.pop(), inferred=why) if dates else None)
    symbol = Stated(value=next(iter(symbols.values())), inferred=why)
    return replace(document, header=replace(header, symbol=symbol, issued_on=issued))


def _mentions(document: Document, others: Sequence[Document]) -> Iterator[tuple[Document, Reference]]:
    """Mentions, in other documents of the same province or file, of a document of this kind."""
    kind, province = document.header.kind, document.header.province
    for other in others:
        same_place = province and other.header.province and province.value == other.header.province.value
        if other.doc_id == document.doc_id or not (same_place or other.source_id == document.source_id):
            continue
        for reference in other.references:
            own = other.header.symbol
            if own and symbol_key(own.value) == symbol_key(reference.symbol):
                continue  # it speaks of itself
            if kind and reference.kind == kind.value:
                yield other, reference


def _same_subject(reference: Reference, document: Document) -> bool:
    """Whether the subject cited is this document's: near in words, and equal in symbols, dates and years."""
    subject = document.header.subject
    if not reference.subject or not subject:
        return False
    mine, theirs = fold(subject.value), fold(reference.subject)
    return fuzz.ratio(mine, theirs) >= _SAME_SUBJECT and _figures(subject.value) == _figures(reference.subject)


def _figures(text: str) -> tuple[frozenset[str], frozenset[date], frozenset[str]]:
    symbols = frozenset(symbol_key(m.group()) for m in SYMBOL.finditer(text))
    return (
        symbols,
        frozenset(d.value for d in find_dates(text)),
        frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)),
    )


def _with_date(document: Document, others: Sequence[Document]) -> Document:
    header = document.header
    if header.issued_on or not header.symbol:
        return document
    key = symbol_key(header.symbol.value)
    mentions = [(o, r) for o, r in _mentions(document, others) if symbol_key(r.symbol) == key and r.issued_on]
    dates = {r.issued_on for _, r in mentions if r.issued_on}
    if len(dates) != 1:
        return _disagreeing(document, [f"{day:%d/%m/%Y}" for day in dates]) if dates else document
    stated = Stated(value=dates.pop(), inferred=_why(o for o, _ in mentions))
    return replace(document, header=replace(header, issued_on=stated))


def _why(citing: Iterator[Document]) -> str:
    names = dict.fromkeys(o.header.symbol.value if o.header.symbol else o.doc_id for o in citing)
    return vi.INFERRED_FROM_CITING.format(documents=", ".join(sorted(names)))


def _disagreeing(document: Document, values: Sequence[str]) -> Document:
    shown = ", ".join(sorted(set(values)))
    problem = Diagnostic(
        source_id=document.source_id,
        span=document.span,
        message=vi.DIAGNOSTIC_SYMBOLS_DISAGREE.format(values=shown),
    )
    return replace(document, diagnostics=(*document.diagnostics, problem))


def _with_copies(documents: Sequence[Document], texts: Mapping[str, str]) -> Iterator[Document]:
    """Mark every copy but the first choice of its group with ``copy_of``."""
    canonical: dict[str, str] = {}
    for group in _candidates(documents):
        ranked = sorted(group, key=lambda d: _preference(d, documents))
        for i, document in enumerate(ranked):
            for better in ranked[:i]:
                if better.doc_id not in canonical and _are_copies(better, document, texts):
                    canonical.setdefault(document.doc_id, better.doc_id)
                    break
    for document in documents:
        yield replace(document, copy_of=canonical.get(document.doc_id))


def _candidates(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Documents that share a symbol or a subject: only these are compared."""
    groups: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        header = document.header
        if header.symbol:
            groups["symbol", symbol_key(header.symbol.value)].append(document)
        if header.subject:
            groups["subject", re.sub(r"\W+", " ", fold(header.subject.value))].append(document)
    yield from (group for group in groups.values() if len(group) > 1)


def _preference(document: Document, documents: Sequence[Document]) -> tuple[int, int, str]:
    """Smaller is better: alone in its file, fewer things not understood, name of the file."""
    alone = sum(d.source_id == document.source_id for d in documents)
    return alone, len(document.diagnostics), document.doc_id


def _are_copies(a: Document, b: Document, texts: Mapping[str, str]) -> bool:
    """Nothing in the headers speaks against it, and the texts are largely the same."""
    if any(_differ(x, y) for x, y in _paired(a.header, b.header)):
        return False
    mine, theirs = _shingles(texts[a.source_id], a.span), _shingles(texts[b.source_id], b.span)
    return len(mine & theirs) >= _SAME_TEXT * len(mine | theirs)


def _paired(a: Header, b: Header) -> Iterator[tuple[object, object]]:
    yield a.symbol and symbol_key(a.symbol.value), b.symbol and symbol_key(b.symbol.value)
    yield a.issued_on and a.issued_on.value, b.issued_on and b.issued_on.value
    yield a.province and a.province.value, b.province and b.province.value
    yield a.kind and a.kind.value, b.kind and b.kind.value


def _differ(x: object, y: object) -> bool:
    return x is not None and y is not None and x != y


def _shingles(text: str, span: Span) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text[span.start : span.end]))
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
