"""A plan or regulation that a decision promulgates: what its caption tells of who issued it, and when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracuu import vi
from tracuu.documents import places
from tracuu.documents.references import find_references
from tracuu.documents.symbols import symbol_key
from tracuu.text import squeeze
from tracuu.types import Document, PartRole, Reference, Stated

# "(Ban hành kèm theo Quyết định số …", in the title or right below it.
_CAPTION = re.compile(r"\(\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\s+", re.IGNORECASE)
_BELOW = re.compile(r"[\s*_]*")
# A caption is shorter than this; the mention begins at once.
_CAPTION_LENGTH = 400
_ISSUER = re.compile(r"\scủa\s+(?P<issuer>[^()\d]{3,120})\)")


def with_enclosing(documents: Sequence[Document], text: str) -> tuple[Document, ...]:
    """The documents of one source; an enclosed one has issuer, date and province of what encloses it.

    It has no number and no signatory of its own and gets none. What it prints itself stays.
    """
    done: list[Document] = []
    for document in documents:
        done.append(_inheriting(document, done, text))
    return tuple(done)


def _inheriting(document: Document, before: Sequence[Document], text: str) -> Document:
    reference = None if document.header.symbol else _caption(document, text)
    if reference is None:
        return document
    enclosing = _with_symbol(reference.symbol, before)
    parent = enclosing.header if enclosing else None
    why = vi.INFERRED_FROM_ENCLOSING.format(symbol=reference.symbol)
    issuer = parent.issuer.value if parent and parent.issuer else reference.issuer
    issued = parent.issued_on.value if parent and parent.issued_on else reference.issued_on
    province = parent.province.value if parent and parent.province else _province(issuer)
    header = document.header
    return replace(
        document,
        diagnostics=tuple(d for d in document.diagnostics if d.span or d.message != vi.DIAGNOSTIC_NO_SIGNATORY),
        header=replace(
            header,
            issuer=_printed_or(header.issuer, issuer, reference, why),
            issued_on=_dated(header.issued_on, issued, reference, why),
            province=_printed_or(header.province, province, reference, why),
        ),
    )


def enclosing(document: Document, documents: Sequence[Document], text: str) -> Document | None:
    """The one of ``documents`` that promulgates ``document``, as its caption tells; None when it has a number itself.

    ``text`` is that of their source.
    """
    reference = None if document.header.symbol else _caption(document, text)
    return _with_symbol(reference.symbol, documents) if reference else None


def _with_symbol(symbol: str, documents: Sequence[Document]) -> Document | None:
    key = symbol_key(symbol)
    return next((d for d in documents if d.header.symbol and symbol_key(d.header.symbol.value) == key), None)


def _caption(document: Document, text: str) -> Reference | None:
    """The mention of what encloses the document, from the caption in its title or right below."""
    title = next((part.span for part in document.parts if part.role is PartRole.TITLE), None)
    if title is None:
        return None
    below = _BELOW.match(text, title.end)
    opening = _CAPTION.search(text, *title) or (_CAPTION.match(text, below.end()) if below else None)
    if opening is None:
        return None
    caption = text[opening.end() : opening.end() + _CAPTION_LENGTH].split(")")[0] + ")"
    found = next(iter(find_references(caption, offset=opening.end())), None)
    if found is None or found.span.start != opening.end():
        return None
    named = _ISSUER.search(caption)
    return replace(found, issuer=squeeze(named["issuer"])) if named else found


def _province(issuer: str | None) -> str | None:
    if issuer is None or places.is_central(issuer):
        return None
    match = places.province_in(issuer)
    return places.standard_name(match["name"]) if match else None


def _printed_or(own: Stated[str] | None, value: str | None, reference: Reference, why: str) -> Stated[str] | None:
    """What the document prints of itself, else what its caption tells."""
    if value is None or (own and not own.inferred):
        return own
    return Stated(value=value, span=reference.span, inferred=why)


def _dated(own: Stated[date] | None, value: date | None, reference: Reference, why: str) -> Stated[date] | None:
    if value is None or own:
        return own
    return Stated(value=value, span=reference.span, inferred=why)
