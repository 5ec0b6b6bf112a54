"""What differs between a quotation and its source, word by word: of which kind, and whether it changes what is said."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu.documents.issuer_names import plain_name
from tracuu.quotes.meaning import is_contrary, is_limit, is_other_level, is_other_name, is_other_thing
from tracuu.quotes.naming import name_spans
from tracuu.quotes.words import NEGATIONS, Class, Pair, Token
from tracuu.types import DifferenceKind, Span


class WordDifference(NamedTuple):
    """What differs, as spans of the two views (empty where nothing stands)."""

    yours: Span
    source: Span
    kind: DifferenceKind
    marked: bool


def differences(
    pairs: Sequence[Pair], yours: Sequence[Token], source: Sequence[Token], texts: tuple[str, str]
) -> list[WordDifference]:
    """The stretches in which aligned tokens differ, in order; ``texts`` are the two views."""
    stretches = [range(a, b) for a, b in _unequal(pairs, yours, source)]
    names = _name_ranges(pairs, stretches, (yours, source), texts)
    found: list[WordDifference] = []
    for stretch in _widened(stretches, names):
        if _written(pairs, stretch, yours, 0, texts[0]) == _written(pairs, stretch, source, 1, texts[1]):
            continue  # "-5%" at the beginning of a text and behind a word
        found.append(_difference(pairs, stretch, yours, source, named=any(_overlap(stretch, n) for n in names)))
    return found


def _written(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int, text: str) -> str:
    """What one side has in a stretch, with the spaces in it."""
    own = _tokens_of(pairs, stretch, side, which)
    return text[own[0].start : own[-1].end] if own else ""


def _unequal(pairs: Sequence[Pair], yours: Sequence[Token], source: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of pairs that are not word for word."""
    start = None
    for at, (i, j) in enumerate(pairs):
        same = i is not None and j is not None and yours[i].text == source[j].text
        if same and start is not None:
            yield start, at
            start = None
        elif not same and start is None:
            start = at
    if start is not None:
        yield start, len(pairs)


# A name longer than this is a list: the words that differ are shown without it.
_NAME_TOKENS = 14


def _name_ranges(
    pairs: Sequence[Pair],
    stretches: Sequence[range],
    sides: tuple[Sequence[Token], Sequence[Token]],
    texts: tuple[str, str],
) -> list[range]:
    """The runs of pairs in which an agency is named, on either side, near the stretches that differ."""
    found: list[range] = []
    for side, (side_tokens, text) in enumerate(zip(sides, texts, strict=True)):
        used = [(at, side_tokens[k]) for at, pair in enumerate(pairs) if (k := pair[side]) is not None]
        starts = [token.start for _, token in used]
        near = [_place(_tokens_of(pairs, s, side_tokens, side), pairs, s, side_tokens, side) for s in stretches]
        for start, end in name_spans(text, near):
            inside = used[bisect_left(starts, start) : bisect_left(starts, end)]
            if inside:
                found.append(range(inside[0][0], inside[-1][0] + 1))
    return found


def _tokens_of(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int) -> list[Token]:
    """The tokens of one side in a stretch."""
    return [side[k] for pair in pairs[stretch.start : stretch.stop] if (k := pair[which]) is not None]


def _overlap(a: range, b: range) -> bool:
    return a.start < b.stop and b.start < a.stop


def _widened(stretches: Sequence[range], names: Sequence[range]) -> list[range]:
    """The stretches, each with the whole of a name that it changes; those that then touch are one."""
    grown: list[range] = []
    for stretch in stretches:
        for name in names:
            if _overlap(stretch, name) and len(name) <= _NAME_TOKENS:
                stretch = range(min(stretch.start, name.start), max(stretch.stop, name.stop))
        if grown and stretch.start < grown[-1].stop:
            stretch = range(min(stretch.start, grown[-1].start), max(stretch.stop, grown.pop().stop))
        grown.append(stretch)
    return grown


def _difference(
    pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token], *, named: bool
) -> WordDifference:
    mine, theirs = _tokens_of(pairs, stretch, yours, 0), _tokens_of(pairs, stretch, source, 1)
    kind = _kind(mine, theirs, named=named)
    names = [plain_name(" ".join(token.text for token in side)) for side in (mine, theirs)]
    same_body = kind is DifferenceKind.AGENCY and names[0] == names[1]
    grave = _negations(mine) != _negations(theirs) or (kind is not DifferenceKind.WORD and not same_body)
    if kind is DifferenceKind.WORD:
        other_place = _names_another(pairs, stretch, yours, source)
        kind = DifferenceKind.AGENCY if other_place else kind
        grave = grave or other_place or _turns(pairs, stretch, yours, source)
    return WordDifference(
        _place(mine, pairs, stretch, yours, 0), _place(theirs, pairs, stretch, source, 1), kind, grave
    )


# Words looked at before and behind a change for the name of which it is a part ("nhà ở (xã hội)").
_AROUND = 4


def _names_another(pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the stretch names another place, level or body than the source."""
    wide = _beside(stretch, pairs)
    mine, theirs = _tokens_of(pairs, wide, yours, 0), _tokens_of(pairs, wide, source, 1)
    if is_other_level(_said(mine), _said(theirs)):
        return True
    return is_other_name(_capitals(pairs, stretch, yours, 0), _capitals(pairs, stretch, source, 1))


def _turns(pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether words of the stretch are the contrary of the source's, or another limit of the figure beside them."""
    wide = _beside(stretch, pairs)
    mine, theirs = _tokens_of(pairs, wide, yours, 0), _tokens_of(pairs, wide, source, 1)
    if is_contrary(_said(mine), _said(theirs)) or _per_another(pairs, stretch, yours, source):
        return True
    wider = range(max(0, stretch.start - _AROUND), min(len(pairs), stretch.stop + _AROUND))
    mine, theirs = _tokens_of(pairs, wider, yours, 0), _tokens_of(pairs, wider, source, 1)
    if len(wider) <= _NAME_TOKENS + 2 * _AROUND and is_other_thing(_said(mine), _said(theirs)):
        return True
    next_one = pairs[stretch.stop][1] if stretch.stop < len(pairs) else None
    last_one = pairs[stretch.start - 1][1] if stretch.start else None
    return is_limit(
        _said(_tokens_of(pairs, stretch, yours, 0)),
        _said(_tokens_of(pairs, stretch, source, 1)),
        before_figure=next_one is not None and source[next_one].kind >= Class.NUMBER,
        behind_figure=last_one is not None and source[last_one].kind >= Class.NUMBER,
    )


def _per_another(pairs: Sequence[Pair], stretch: range, yours: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether a figure is counted by another thing: "28 m²/hộ" | "28 m²/người"; near miss: "và/hoặc"."""
    before = _tokens_of(pairs, range(max(0, stretch.start - 4), stretch.start), source, 1)
    figure = bool(before) and before[-1].text == "/" and any(token.kind >= Class.NUMBER for token in before)
    return figure and bool(_tokens_of(pairs, stretch, yours, 0)) and bool(_tokens_of(pairs, stretch, source, 1))


def _beside(stretch: range, pairs: Sequence[Pair]) -> range:
    """The stretch with the pair before and the one behind it."""
    return range(max(0, stretch.start - 1), min(len(pairs), stretch.stop + 1))


def _said(side: Sequence[Token]) -> str:
    return " ".join(token.text for token in side)


def _capitals(pairs: Sequence[Pair], stretch: range, side: Sequence[Token], which: int) -> list[str]:
    """Words of one side of a stretch with a capital first, but for those that begin a sentence or the whole."""
    found: list[str] = []
    for pair in pairs[stretch.start : stretch.stop]:
        at = pair[which]
        if at is None or at == 0 or side[at].kind is not Class.WORD or not side[at].text.istitle():
            continue
        if side[at - 1].kind is not Class.SIGN or side[at - 1].text in ",/":
            found.append(side[at].text)
    return found


def _kind(mine: Sequence[Token], theirs: Sequence[Token], *, named: bool) -> DifferenceKind:
    """The gravest thing that is not the same on both sides."""
    for kind in (Class.SYMBOL, Class.DATE, Class.NUMBER):
        if [_dashed(t) for t in mine if t.kind is kind] != [_dashed(t) for t in theirs if t.kind is kind]:
            return DifferenceKind[kind.name]
    worded = [t.text for t in mine if t.kind is Class.WORD] != [t.text for t in theirs if t.kind is Class.WORD]
    return DifferenceKind.AGENCY if named and worded else DifferenceKind.WORD


# What is typed, or put in by a word processor, for a hyphen: no other number ("39–KH/TU").
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def _dashed(token: Token) -> str:
    return token.text.translate(_DASHES)


def _negations(side: Sequence[Token]) -> Counter[str]:
    return Counter(word for token in side if (word := token.text.lower()) in NEGATIONS)


def _place(
    side: Sequence[Token], pairs: Sequence[Pair], stretch: range, all_tokens: Sequence[Token], which: int
) -> Span:
    """The span of these tokens, or the empty one behind the token before the stretch."""
    if side:
        return Span(side[0].start, side[-1].end)
    earlier = (k for pair in reversed(pairs[: stretch.start]) if (k := pair[which]) is not None)
    last = next(earlier, None)
    at = all_tokens[last].end if last is not None else 0
    return Span(at, at)
