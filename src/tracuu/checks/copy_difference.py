"""Where two copies of one document differ, word by word."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.copies import Stretch, Token, find_in_columns, find_stretches, part_roles, read_tokens
from tracuu.checks.material import Material
from tracuu.checks.saying import named
from tracuu.checks.substance import Kind, kind_of
from tracuu.documents import strip_markup
from tracuu.text import squeeze
from tracuu.types import Discrepancy, Document, Nature, PartRole, Place, Severity, Span

RULE = "copy_difference"
_SEVERITY = {
    Kind.NUMBER: Severity.ERROR, Kind.SYMBOL: Severity.ERROR, Kind.NEGATION: Severity.ERROR,
    Kind.PASSAGE: Severity.WARNING,
    Kind.NAME: Severity.WARNING, Kind.WORDS: Severity.WARNING,
}  # fmt: skip
_IN_COLUMNS = frozenset({PartRole.HEADER, PartRole.RECIPIENTS})
# A place shows this many words before and behind what differs, and of a longer stretch as many characters.
_CONTEXT = 4
_LONGEST = 160


def find_copy_differences(material: Material) -> Iterator[Discrepancy]:
    """Each stretch in which a copy differs from the document that it is a copy of, in order of the latter."""
    by_id = {document.doc_id: document for document in material.documents}
    for copy in material.documents:
        original = by_id.get(copy.copy_of or "")
        if original and (not material.drafts or material.drafts & {copy.doc_id, original.doc_id}):
            yield from _between(original, copy, material)


class _Laid(NamedTuple):
    """Two copies laid on each other: the words of each by part, and the stretches in which they differ."""

    one: Mapping[PartRole | None, Sequence[Token]]
    other: Mapping[PartRole | None, Sequence[Token]]
    stretches: Mapping[PartRole | None, Sequence[Stretch]]

    def differing(self) -> int:
        """How many words differ."""
        return sum(len(s.one) + len(s.other) for found in self.stretches.values() for s in found)


def _between(original: Document, copy: Document, material: Material) -> Iterator[Discrepancy]:
    texts = (material.sources[original.source_id].text, material.sources[copy.source_id].text)
    laid = _laid(original, copy, texts, by_cell=True)
    if laid.differing():
        # A table that was read as one in one copy alone stands in another order there: then both are taken as printed.
        laid = min(laid, _laid(original, copy, texts, by_cell=False), key=_Laid.differing)
    counts = Counter(t.key for side in (laid.one, laid.other) for tokens in side.values() for t in tokens)
    found: list[Discrepancy] = []
    for role, stretches in laid.stretches.items():
        one, other = laid.one[role], laid.other[role]
        for stretch in stretches:
            before = one[stretch.one.start - 1] if stretch.one.start else None
            kind = kind_of(*_sides(one, other, stretch), before, counts)
            stretch = _whole_name(one, other, stretch) if kind is Kind.NAME else stretch
            sides = _sides(one, other, stretch)
            places = (_place(original, one, stretch.one), _place(copy, other, stretch.other))
            values = tuple(_said(side, text) for side, text in zip(sides, texts, strict=True))
            found.append(_discrepancy(kind, named(original), values, places))
    yield from sorted(found, key=lambda one: one.places[0].span)


def _sides(one: Sequence[Token], other: Sequence[Token], stretch: Stretch) -> tuple[list[Token], list[Token]]:
    return [one[i] for i in stretch.one], [other[j] for j in stretch.other]


def _whole_name(one: Sequence[Token], other: Sequence[Token], stretch: Stretch) -> Stretch:
    """The stretch with the words of the name around it: "Tủa Chùa" for "Tủa"."""
    (start, stop), (begin, end) = (stretch.one.start, stretch.one.stop), (stretch.other.start, stretch.other.stop)
    while start and begin and one[start - 1].text[0].isupper() and one[start - 1].key == other[begin - 1].key:
        start, begin = start - 1, begin - 1
    while stop < len(one) and end < len(other) and one[stop].text[0].isupper() and one[stop].key == other[end].key:
        stop, end = stop + 1, end + 1
    return Stretch(range(start, stop), range(begin, end))


def _laid(original: Document, copy: Document, texts: tuple[str, str], *, by_cell: bool) -> _Laid:
    apart = part_roles(original) & part_roles(copy)
    one = read_tokens(original, texts[0], apart, by_cell=by_cell)
    other = read_tokens(copy, texts[1], apart, by_cell=by_cell)
    finders = {role: find_in_columns if role in _IN_COLUMNS else find_stretches for role in one}
    return _Laid(one, other, {role: find(one[role], other[role]) for role, find in finders.items()})


def _discrepancy(kind: Kind, document: str, values: tuple[str, ...], places: tuple[Place, Place]) -> Discrepancy:
    severity = _SEVERITY.get(kind, Severity.INFO)
    one, other = (vi.COPY_SAID.format(words=value) if value else vi.COPY_NOTHING for value in values)
    slip = severity is Severity.INFO
    return Discrepancy(
        rule=RULE,
        severity=severity,
        message=vi.COPY_DIFFERS[kind.value].format(document=document, one=one, other=other),
        values=values,
        places=places,
        natures=(Nature.MISREAD, Nature.TYPING) if slip else (Nature.TYPING, Nature.MISREAD, Nature.ADJUSTMENT),
        needs_person=not slip,
    )


def _said(tokens: Sequence[Token], text: str) -> str:
    """The words that differ, on one line; the beginning of a long stretch."""
    if not tokens:
        return ""
    start, end = tokens[0].span.start, max(t.span.end for t in tokens)
    words = squeeze(strip_markup(text[start:end])) if start < end else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + vi.COPY_MORE


def _place(document: Document, tokens: Sequence[Token], stretch: range) -> Place:
    """Where the words stand, with a few around them; at nothing, the words around it."""
    if not tokens:
        return Place(document.doc_id, Span(document.span.start, document.span.start + 1))
    first = _back(tokens, stretch.start)
    last = _forth(tokens, stretch.stop)
    while first < min(stretch.start, last - 1) and not tokens[first].text[0].isalnum():
        first += 1
    while last > max(stretch.stop, first + 1) and not tokens[last - 1].text[0].isalnum():
        last -= 1
    own = tokens[first : max(last, first + 1)]
    start = own[0].span.start
    end = own[-1].span.end if own[-1].span.end > start else max(token.span.end for token in own)
    return Place(document.doc_id, Span(start, min(end, max(start + _LONGEST, own[0].span.end))))


def _back(tokens: Sequence[Token], at: int) -> int:
    """The first of the few words before ``at``; a jump in the text (a cell, a part) ends them."""
    first = min(at, len(tokens) - 1)
    while first > max(0, at - _CONTEXT) and _is_near(tokens[first - 1], tokens[first]):
        first -= 1
    return first


def _forth(tokens: Sequence[Token], at: int) -> int:
    last = max(at, 1)
    while last < min(len(tokens), at + _CONTEXT) and _is_near(tokens[last - 1], tokens[last]):
        last += 1
    return last


# Words of one line or paragraph stand this near one another; a table's next cell, mark-up aside, is no farther.
_NEAR = 40


def _is_near(before: Token, after: Token) -> bool:
    return 0 <= after.span.start - before.span.end <= _NEAR
