"""A document cited as another kind than its letters or its own title say: "Kế hoạch số 06-NQ/TW"."""

import re
from collections.abc import Iterator

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.documents import KINDS, canonical_symbol
from tracuu.text import fold
from tracuu.types import Discrepancy, Mention, Nature, Place, Severity

_RULE = "reference_kind"
# A conclusion that is made known is called by both words: "Thông báo kết luận số 19-KL/TU".
_ANNOUNCED = re.compile(r"Thông báo (?:ý kiến )?kết luận", re.IGNORECASE)
# Letters that stand for more than one kind.
_ALSO = {
    "QĐ": ("Quyết định", "Quy định"),
    "TT": ("Thông tư", "Thông tri"),
    "CT": ("Chỉ thị", "Chương trình"),
    "QC": ("Quy chế",),
    "CTr": ("Chương trình",),
    "CTHĐ": ("Chương trình",),
}


def find_reference_kinds(material: Material) -> Iterator[Discrepancy]:
    """Each wrong kind of each cited document, once for each document that names it."""
    for cited in cited_documents(material):
        told: set[tuple[str, str]] = set()
        for mention in cited.mentions:
            kind = cited.stated_kind(mention)
            right = _right(cited, mention)
            if (
                kind is None
                or right is None
                or _ANNOUNCED.match(cited.printed(mention))
                or any(_same_kind(kind, one) for one in right[0])
            ):
                continue
            place, other = cited.place(mention), right[1]
            if (mention.doc_id, kind) in told or not cited.concerns_draft(place, *(other or ())[1:]):
                continue
            told.add((mention.doc_id, kind))
            yield _discrepancy(cited, mention, right[0][0], other)


def _discrepancy(cited: Cited, mention: Mention, right: str, other: tuple[str, Place] | None) -> Discrepancy:
    said = cited.printed(mention)
    symbol = canonical_symbol(mention.reference.symbol)
    return Discrepancy(
        rule=_RULE,
        severity=Severity.ERROR,
        message=vi.CHECK_REFERENCE_KIND.format(symbol=symbol, one=cited.stated_kind(mention), other=right),
        values=(said, other[0]) if other else (said,),
        places=(cited.place(mention), other[1]) if other else (cited.place(mention),),
        natures=(Nature.TYPING,),
    )


def _right(cited: Cited, mention: Mention) -> tuple[tuple[str, ...], tuple[str, Place] | None] | None:
    """The kinds that may be named, and where the document is named so; None when nothing says which."""
    header = cited.document.header if cited.document else None
    if cited.document and header and header.kind and header.kind.span:
        printed = cited.own_text[slice(*header.kind.span)]
        return (header.kind.value,), (printed, Place(cited.document.doc_id, header.kind.span))
    allowed = _of_letters(mention.reference.symbol)
    if allowed:
        named = (m for m in cited.mentions if (k := cited.stated_kind(m)) and any(_same_kind(k, a) for a in allowed))
        first = next(named, None)
        return allowed, (cited.printed(first), cited.place(first)) if first else None
    kinds = [(kind, m) for m in cited.mentions if (kind := cited.stated_kind(m))]
    counted: dict[str, int] = {}
    for kind, _ in kinds:
        counted[kind] = counted.get(kind, 0) + 1
    if len(counted) < 2:
        return None
    kind, first = max(kinds, key=lambda entry: counted[entry[0]])
    return (kind,), (cited.printed(first), cited.place(first))


def _of_letters(symbol: str) -> tuple[str, ...]:
    """The kinds that the letters of a symbol may stand for; () when they name none."""
    letters = [part for part in re.split(r"[-/]", canonical_symbol(symbol))[1:] if not part.isdigit()]
    if len(letters) < 2 or letters[0] not in KINDS:
        return ()
    return _ALSO.get(letters[0], (KINDS[letters[0]],))


def _same_kind(one: str, other: str) -> bool:
    """One kind may be named shorter, or with what it is for: "Chương trình hành động", "Thông báo kết luận"."""
    a, b = fold(one), fold(other)
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")
