"""Letters in capitals: provinces by their initials ("PY"), and abbreviations that nobody explains."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tracuu.queries.places import provinces
from tracuu.text import UPPER, fold
from tracuu.types import Span

# Letters of one province that more often shorten something else: trường hợp, văn phòng, sản lượng, nông thôn, kinh tế …
_OTHERWISE = frozenset(
    ["TH", "VP", "SL", "NT", "KT", "TG", "TQ", "ĐT", "NB", "PT", "ST", "BN", "LA", "AG", "CM", "LĐ", "CT", "KH"]
)
# Where a place is named, or behind the number of a paper ("KH 39 ĐB"). Near miss: "kênh TV nào", "quy mô VP".
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:tinh|o|tai|cua|ve|uy|hdnd|ubnd|so|nhan dan)\s+|\b(?:kh|nq|qd|ct|cv|tb|cd|hd|bc|ke hoach|nghi quyet"
    r"|quyet dinh|chi thi|cong van|cong dien|thong bao|huong dan|bao cao)\s?\d{1,5}\s+"
    r"|\bso (?!nao|may)(?:[a-z]+ ){1,6})$"
)
_LEVEL_BEFORE = re.compile(r"\b(?:tinh|ubnd tinh|uy)\s+$")
# Near miss: "QĐ-UBND", "NĐ/CP"; "đất GT/đất đô thị" sets one thing against another.
_LETTERS = re.compile(rf"(?<![\w/&.-])[{UPPER}]{{2,6}}(?![\w&-]|/(?![^\W\d_{UPPER}]{{2}})|\.\w)")


@cache
def _initials() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for province in provinces():
        found.setdefault("".join(re.findall(rf"\b[{UPPER}]", province.name)), []).append(province.name)
    return found


def _province_of(letters: str, before: str, after: str) -> str | None:
    """The one province with these initials, where the words around them speak of a place; None when in doubt."""
    named = _initials().get(letters, [])
    if len(named) != 1 or len(letters) < 2:
        return None
    opens = not before.strip() and re.match(rf":?\s+[^\W\d{UPPER}]", after) is not None
    common = letters in _OTHERWISE
    said = _LEVEL_BEFORE.search(before) if common else _PLACE_BEFORE.search(before)
    return named[0] if said or (opens and not common) else None


def find_initials(text: str, taken: Sequence[Span]) -> list[tuple[Span, str, str]]:
    """Provinces by their initials in capitals: where, the letters, the name; none inside ``taken``."""
    found = []
    for match in _LETTERS.finditer(text):
        name = _province_of(match.group(), fold(text[: match.start()]), text[match.end() :])
        if name and _free(match, taken):
            found.append((Span(*match.span()), match.group(), name))
    return found


def _free(match: re.Match[str], taken: Iterable[Span]) -> bool:
    return all(match.end() <= span.start or span.end <= match.start() for span in taken)


# Measures, currencies and numerals in capitals are no names. Match: "MW", "USD", "III". Near miss: "OCOP", "IUU".
_NO_NAME = re.compile(r"[IVX]+|MW|KW|KV|KWH|MWP|USD|EUR|VND|VNĐ|GDP|GRDP|PDF|CO|ADN|WC|AI|OK")


def unknown_letters(text: str, taken: Sequence[Span]) -> list[Span]:
    """Where abbreviations in capitals stand in ``text`` outside ``taken``, in order; [] when all of it is capitals.

    What they mean is not known, so an answer must hold them.
    """
    if text.isupper():
        return []
    found = (m for m in _LETTERS.finditer(text) if _free(m, taken))
    return [Span(*match.span()) for match in found if not _NO_NAME.fullmatch(match.group())]
