"""Two copies of one document laid on each other: where their words differ."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tracuu.documents.lines import outside, read_lines, without_furniture
from tracuu.documents.views import View, read_view
from tracuu.text import modern_marks
from tracuu.types import Document, PartRole, Section, Span, Table


class Token(NamedTuple):
    """A word, number or sign as read; ``key`` is what is compared, ``span`` where it stands in the source."""

    text: str
    key: str
    span: Span


class Stretch(NamedTuple):
    """Where two copies differ: the tokens ``[start, end)`` of each side (as ranges, one may be empty)."""

    one: range
    other: range


class _Run(NamedTuple):
    """Words that are the same from ``one`` and ``other`` on."""

    one: int
    other: int
    length: int


# "13-3-2026" is one token, as "13/3/2026" and "13.3.2026" are; "2026-2030" and "39-KH/TU" are several.
_TOKEN = re.compile(
    r"(?<![\d-])\d{1,2}-\d{1,2}-(?:19|20)\d\d(?![\w-])|\d+(?:[.,/]\d+)*[%‰]?(?![^\W\d])|[^\W_]+(?:[²³])?|\S"
)
# Strokes and quotation marks in all their shapes, and leaders: one sign each.
_SHAPES = str.maketrans({"–": "-", "—": "-", "−": "-", "…": ".", "•": "-", "●": "-", "▪": "-", "\uf0b7": "-"})
# Near miss: "12.5" is a figure.
_DATE = re.compile(r"(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}))?|([.-])(\d{1,2})\4((?:19|20)\d\d))$")


# The recipients and the signature stand side by side, or one above the other: they are taken together.
_SIDE_BY_SIDE = {PartRole.SIGNATURE: PartRole.RECIPIENTS}


def part_roles(document: Document) -> set[PartRole]:
    """The parts that a document has, as they are kept apart."""
    return {_SIDE_BY_SIDE.get(part.role, part.role) for part in document.parts}


def read_tokens(
    document: Document, text: str, apart: Collection[PartRole], *, by_cell: bool
) -> Mapping[PartRole | None, list[Token]]:
    """The words of a document in reading order, by part; None is for the body and all that is not kept ``apart``.

    Tables are read cell by cell, or as printed; page numbers, running heads and mark-up are left out.
    """
    tokens = _tokens(document, text)
    spans: dict[PartRole | None, list[Span]] = defaultdict(list)
    for part in document.parts:
        if (role := _SIDE_BY_SIDE.get(part.role, part.role)) in apart:
            spans[role].append(part.span)
    taken = sorted(span for own in spans.values() for span in own)
    found: dict[PartRole | None, list[Token]] = {
        role: [token for token in tokens if _covered(token.span.start, sorted(own))] for role, own in spans.items()
    }
    body = [token for token in tokens if not _covered(token.span.start, taken)]
    tables = sorted(_tables(document.outline), key=lambda table: table.span) if by_cell else ()
    found[None] = list(_table_order(body, tables))
    return found


def _tables(sections: Sequence[Section]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from _tables(section.children)


def _tokens(document: Document, text: str) -> list[Token]:
    start, end = document.span
    own = text[start:end]
    view = read_view(own)
    # The number of a row that stands alone on its line is no page number.
    lines = outside(read_lines(text, start, end), [table.span for table in _tables(document.outline)])
    kept = {line.span for line in without_furniture(lines)}
    dropped = [line.span for line in lines if line.span not in kept]
    found = [_token(match, view, start) for match in _TOKEN.finditer(view.text)]
    return [t for t in found if not _covered(t.span.start, dropped)]


def _token(match: re.Match[str], view: View, shift: int) -> Token:
    origin = view.span(match.start(), match.end())
    text = match.group()
    key = modern_marks(text.translate(_SHAPES))
    if date := _DATE.match(key):  # 13/03/2026 and 13-3-2026 are 13/3/2026
        key = "/".join([*(str(int(part)) for part in date.group(1, 2, 5, 3, 6) if part)])
    return Token(text, key, Span(origin.start + shift, origin.end + shift))


def _covered(start: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of the ordered ``spans``."""
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    return at >= 0 and start < spans[at].end


def _within(tokens: Sequence[Token], starts: Sequence[int], span: Span) -> Sequence[Token]:
    return tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _table_order(tokens: Sequence[Token], tables: Sequence[Table]) -> Iterator[Token]:
    """The tokens with those of tables in the order of their cells; headings that are printed again come once."""
    starts = [token.span.start for token in tokens]
    position = 0
    for table in tables:
        yield from tokens[position : bisect_left(starts, table.span.start)]
        if table.header:  # merged headings stand in another order in each guise
            yield from sorted({t.key: t for t in _within(tokens, starts, table.header) if t.text[0].isalnum()}.values())
        for span in _cells(table):
            yield from _within(tokens, starts, span)
        position = max(position, bisect_left(starts, table.span.end))
    yield from tokens[position:]


def _cells(table: Table) -> Iterator[Span]:
    """The pieces of cells in reading order; a band stands above its rows, a merged cell once."""
    seen: set[Span] = set()
    for row in table.rows:
        for span in [*([row.band] if row.band else []), *(s for cell in row.cells for s in cell.spans)]:
            if span not in seen:
                seen.add(span)
                yield span


# --- Laying one on the other ---------------------------------------------------------------------


def find_in_columns(one: Sequence[Token], other: Sequence[Token]) -> list[Stretch]:
    """Where two heads or closings differ, whose two columns may stand in another order: as few words as can be."""
    found = find_stretches(one, other)
    mine, theirs = (Counter(token.key for token in side if token.text[0].isalnum()) for side in (one, other))
    over = (_left(one, mine - theirs), _left(other, theirs - mine))
    in_order = [*(one[i] for s in found for i in s.one), *(other[j] for s in found for j in s.other)]
    if sum(token.text[0].isalnum() for token in in_order) <= len(over[0]) + len(over[1]):
        return found
    pairs = zip_longest(*over)
    nothing = range(0)
    return [
        Stretch(nothing if i is None else range(i, i + 1), nothing if j is None else range(j, j + 1)) for i, j in pairs
    ]


def _left(tokens: Sequence[Token], over: Counter[str]) -> list[int]:
    """Which words of one side the other has not, the last of those that stand often."""
    left = Counter(over)
    found: list[int] = []
    for at in range(len(tokens) - 1, -1, -1):
        if left[tokens[at].key] > 0:
            left[tokens[at].key] -= 1
            found.append(at)
    return found[::-1]


# Words that stand in one order once on each side hold the two together.
_ANCHOR = 5


def find_stretches(one: Sequence[Token], other: Sequence[Token]) -> list[Stretch]:
    """Where two copies of one text differ, in order; near linear in their length.

    Runs of five words that stand once on each side are laid on each other first; what lies between is compared word by
    word.
    """
    found: list[Stretch] = []
    i = j = 0
    for a, b, length in [*_anchors(one, other), _Run(len(one), len(other), 0)]:
        found += _between(one, other, range(i, a), range(j, b))
        found += _cases(one, other, a, b, length)
        i, j = a + length, b + length
    return [s for s in _joined(found) if not _same_letters(one, other, s)]


def _cases(one: Sequence[Token], other: Sequence[Token], a: int, b: int, length: int) -> Iterator[Stretch]:
    """The words of a run that differ in their first capital; headings in capitals are a guise."""
    for i, j in zip(range(a, a + length), range(b, b + length), strict=True):
        mine, theirs = one[i].text, other[j].text
        if mine[0] != theirs[0] and mine[0].lower() == theirs[0].lower() and not (mine.isupper() or theirs.isupper()):
            yield Stretch(range(i, i + 1), range(j, j + 1))


def _anchors(one: Sequence[Token], other: Sequence[Token]) -> list[_Run]:
    """Runs of words that are the same on both sides, in order on both."""
    mine, theirs = _once(one), _once(other)
    pairs = sorted((at, theirs[shingle]) for shingle, at in mine.items() if shingle in theirs)
    return _runs(_rising(pairs))


def _once(tokens: Sequence[Token]) -> dict[tuple[str, ...], int]:
    """Where each run of words that stands once begins."""
    keys = [token.key for token in tokens]
    shingles = [tuple(keys[i : i + _ANCHOR]) for i in range(len(keys) - _ANCHOR + 1)]
    counts = Counter(shingles)
    return {shingle: i for i, shingle in enumerate(shingles) if counts[shingle] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides; ``pairs`` rise on the first."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for n, (_, b) in enumerate(pairs):
        place = bisect_left(tails, b)
        before.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [b]
        at[place : place + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _runs(chain: Sequence[tuple[int, int]]) -> list[_Run]:
    """Neighbouring pairs as runs of words."""
    runs: list[_Run] = []
    for a, b in chain:
        last = runs[-1] if runs else _Run(0, 0, 0)
        if runs and a - last.one == b - last.other and a <= last.one + last.length:
            runs[-1] = last._replace(length=a + _ANCHOR - last.one)
            continue
        skip = max(0, last.one + last.length - a, last.other + last.length - b)
        if skip < _ANCHOR:
            runs.append(_Run(a + skip, b + skip, _ANCHOR - skip))
    return runs


# Longer gaps hold a part that the other copy has not: they are compared as blocks, not by the square of their length.
_LONGEST_GAP = 4000


def _between(one: Sequence[Token], other: Sequence[Token], mine: range, theirs: range) -> Iterator[Stretch]:
    """The differing stretches of a gap between two anchors."""
    if not mine or not theirs or max(len(mine), len(theirs)) > _LONGEST_GAP:
        if mine or theirs:
            yield Stretch(mine, theirs)
        return
    keys = [one[i].key for i in mine], [other[j].key for j in theirs]
    for step in Indel.opcodes(*keys):
        i, j = mine.start + step.src_start, theirs.start + step.dest_start
        if step.tag == "equal":
            yield from _cases(one, other, i, j, step.src_end - step.src_start)
        else:
            yield Stretch(range(i, mine.start + step.src_end), range(j, theirs.start + step.dest_end))


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches that touch as one: what was put in and what was left out at one place."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and stretch.one.start == last.one.stop and stretch.other.start == last.other.stop:
            joined[-1] = Stretch(range(last.one.start, stretch.one.stop), range(last.other.start, stretch.other.stop))
        else:
            joined.append(stretch)
    return joined


# Hyphens at line ends, and leaders of any length.
_BREAKS = re.compile(r"-|(?<=\.)\.+")


def _same_letters(one: Sequence[Token], other: Sequence[Token], stretch: Stretch) -> bool:
    """Whether both sides are the same but for white space and hyphens at line ends.

    One word beside one differs in its case when its key is the same.
    """
    if len(stretch.one) == len(stretch.other) == 1:
        return False
    mine = "".join(one[i].key for i in stretch.one)
    theirs = "".join(other[j].key for j in stretch.other)
    return _BREAKS.sub("", mine) == _BREAKS.sub("", theirs)
