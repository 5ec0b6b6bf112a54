"""One document cited as that of two bodies; a committee and its standing committee are only told apart."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.documents.issuer_names import full_issuer, plain_name, same_issuer
from tracuu.text import fold, squeeze
from tracuu.types import Discrepancy, Nature, Place, Severity

_RULE = "reference_issuer"
# A name that was read whole begins so; others may be cut short.
_BODY = re.compile(
    r"(?:ban (?:thuong vu|chap hanh|bi thu|tuyen giao|to chuc|noi chinh|chi dao)|(?:tinh|thanh|huyen|quan|thi|dang) uy"
    r"|bo chinh tri|trung uong|(?:thu tuong )?chinh phu|quoc hoi|(?:chu tich )?(?:uy ban nhan dan|hoi dong nhan dan)"
    r"|uy ban (?:thuong vu quoc hoi|kiem tra|mat tran)|van phong|(?:bo truong )?bo \w|(?:giam doc )?so \w)"
)
_STANDING = re.compile(r"(?<!\w)(?:ban thường vụ|thường trực)(?!\w)")
_WHOLE = re.compile(r"(?<!\w)ban chấp hành(?!\w)")
_COMMITTEE = re.compile(r"(?<!\w)(?:ban chấp hành|ban thường vụ|tỉnh ủy|thành ủy|đảng ủy|huyện ủy|đảng bộ)(?!\w)")


class _Said(NamedTuple):
    """A body that is said to have issued the document, as printed, and where; ``weight`` how many mentions say so."""

    issuer: str
    value: str
    place: Place
    weight: int


def find_reference_issuers(material: Material) -> Iterator[Discrepancy]:
    """Each other issuer of each cited document, once for each document that names it."""
    for cited in cited_documents(material):
        said = _said(cited)
        if len(said) > 1:
            yield from _other_bodies(cited, said)
            yield from _standing(cited, said)


def _said(cited: Cited) -> list[_Said]:
    """Issuers in order: the document's own first, then each new one of each document."""
    found: list[_Said] = []
    header = cited.document.header if cited.document else None
    if cited.document and header and header.issuer and header.issuer.span:
        printed = squeeze(cited.own_text[slice(*header.issuer.span)])
        place = Place(cited.document.doc_id, header.issuer.span)
        found.append(_Said(full_issuer(cited.document), printed, place, 1_000))
    counted = Counter(plain_name(m.reference.issuer) for m in cited.mentions if m.reference.issuer)
    seen: set[tuple[str, str]] = set()
    for mention in cited.mentions:
        issuer = mention.reference.issuer
        if issuer and (mention.doc_id, plain_name(issuer)) not in seen:
            seen.add((mention.doc_id, plain_name(issuer)))
            found.append(_Said(issuer, issuer, cited.place(mention), counted[plain_name(issuer)]))
    return found


def _other_bodies(cited: Cited, said: list[_Said]) -> Iterator[Discrepancy]:
    right = max(said, key=lambda s: s.weight)
    for other in said:
        if _same(other.issuer, right.issuer) or not cited.concerns_draft(other.place, right.place):
            continue
        yield Discrepancy(
            rule=_RULE,
            severity=Severity.WARNING,
            message=vi.CHECK_REFERENCE_ISSUER.format(document=cited.name, one=other.value, other=right.value),
            values=(other.value, right.value),
            places=(other.place, right.place),
            natures=(Nature.TYPING,),
        )


def _same(one: str, other: str) -> bool:
    """Whether two names may be one body, also where one was cut short or is no name that is known."""
    a, b = fold(plain_name(one)), fold(plain_name(other))
    if a.startswith(b) or b.startswith(a) or not (_BODY.match(a) and _BODY.match(b)):
        return True
    return same_issuer(one, other) or same_issuer(other, one)


def _standing(cited: Cited, said: list[_Said]) -> Iterator[Discrepancy]:
    """A committee here, its standing committee there, told once for a document.

    "Tỉnh ủy" is short for either, so that is only worth knowing; "Ban Chấp hành" is not the standing committee.
    """
    of_party = [s for s in said if _COMMITTEE.search(plain_name(s.issuer))]
    standing = next((s for s in of_party if _STANDING.search(plain_name(s.issuer))), None)
    others = [s for s in of_party if not _STANDING.search(plain_name(s.issuer))]
    whole = next((s for s in others if _WHOLE.search(plain_name(s.issuer))), others[0] if others else None)
    if not standing or not whole or not _same(standing.issuer, whole.issuer):
        return
    named = bool(_WHOLE.search(plain_name(whole.issuer)))
    if cited.concerns_draft(standing.place, whole.place):
        yield Discrepancy(
            rule=_RULE,
            severity=Severity.WARNING if named else Severity.INFO,
            message=vi.CHECK_REFERENCE_STANDING.format(document=cited.name, one=standing.value, other=whole.value),
            values=(standing.value, whole.value),
            places=(standing.place, whole.place),
            natures=(Nature.TYPING,),
            needs_person=named,
        )
