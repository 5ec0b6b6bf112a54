"""Typing errors in a question put right against what the index knows.

A noisy channel: a word is repaired when another one, near it by ear or by keyboard (`mistyping`), makes
its neighbourhood much likelier under the bigrams of `MarkModel`. Doubt leaves the word as typed: a
repair that changes the subject would answer another question.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracuu.queries.hearing import mend_heard
from tracuu.queries.marks import MarkModel, price_of_marks
from tracuu.queries.mistyping import Near, Neighbours
from tracuu.queries.protecting import names_in
from tracuu.queries.spacing import Piece, mend_spaces, pieces_of
from tracuu.queries.words import Word, like_typed
from tracuu.text import syllables
from tracuu.types import Span

# By how much a repaired neighbourhood must be likelier, mistake and all, in natural logarithms: for what is
# no word, for a word that sounds like what was meant, and for a word that a slip would have made.
_MARGIN, _MARGIN_HEARD, _MARGIN_SLIP = 1.0, 0.5, 3.0
# How much likelier than chance the repaired word must be beside one of its neighbours, likewise.
_BOUND, _BOUND_HEARD, _BOUND_SLIP = 2.0, 1.8, 3.0
# What a word with marks that no text or word list has costs as it stands: it is hardly ever right.
_STRANGE = 4.0
# Such a word may be repaired without a neighbour's help when no other repair comes this near.
_CLEAR = 2.0
# Of its repairs only those that cost less are looked at; the dearer ones need a neighbour.
_ALONE = 7.0
# How many repairs of a doubtful neighbour are taken into account when a word is repaired.
_LIKELY = 8
# Syllables beyond which a text is long: questions have under sixty.
_LONG = 120
# A word with a broken letter in it may well lack its mark too.
_PRICE_FLOOR = -2.5

# Words so common in talk that they are meant, however rare they are in directives.
_EVERYDAY = frozenset(
    syllables(
        """
        ai anh bà bao bị bởi các cái chị cho chưa có còn con của cứ dễ đã đang đâu đây đấy để đến đi đó đồ được em
        gì hai hàng họ hơn khi không là lại làm mà mấy mình mỗi một nào này nên nếu nó nơi ở ông ra rằng rất rồi sao
        sẽ ta tại thế thì thêm tôi tới trong trên từ và vào vậy về vì với xin
        """
    )
)


class Change(NamedTuple):
    """A word that was mistyped, as typed, and where what was meant stands in the repaired text."""

    typed: str
    span: Span


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with its typing errors put right; ``fixed`` are the given spans, moved along."""

    text: str
    changes: tuple[Change, ...]
    fixed: tuple[Span, ...]


class Speller:
    """Repairs texts with one model. Threads may share it."""

    def __init__(self, model: MarkModel) -> None:
        self._model = model
        self._neighbours = Neighbours(model)

    def repair(self, text: str, *, fixed: Sequence[Span] = ()) -> Repaired:
        """``text`` (NFC) with its typing errors put right; the marks of bare words are left to `restore`.

        ``fixed`` spans stay. So do names, numbers, symbols, abbreviations, and words that fit where they stand.
        Cost: 3 ms for 25 syllables, 20 ms for 400, once the
        tables are made (0.1 s).
        """
        pieces, tail = pieces_of(text, fixed)
        pieces = [self._with_tone(piece) for piece in mend_spaces(pieces, self._model)]
        table = _Table.of(self._model, pieces)
        if len(table.columns) > 1:
            pieces = self._respelt(pieces, table)
        return _rendered(pieces, tail)

    def _with_tone(self, piece: Piece) -> Piece:
        """A piece with its tone on the right letter: whatever it names, that changes no word."""
        moved = None if piece.kept or piece.fixed else self._neighbours.with_tone_moved(piece.word.form)
        if moved is None:
            return piece
        return replace(piece, raw=like_typed(moved, piece.raw), changed=True)

    def _respelt(self, pieces: list[Piece], table: "_Table") -> list[Piece]:
        path = self._model.best_path(table.columns, table.costs)
        kept = names_in(pieces, [table.form(self._model, path, i) for i in range(len(pieces))], self._model)
        doubtful = [index for index in table.doubtful(self._model, path) if not kept[index]]
        table.widen(self._model, self._neighbours, doubtful)
        path = self._model.best_path(table.columns, table.costs)
        # Each round takes a repair away, so that there is an end.
        while refused := [i for i in table.repairs(path) if not table.holds(self._model, path, i)]:
            for index in refused:
                table.narrow(index)
            path = self._model.best_path(table.columns, table.costs)
        chosen = set(table.repairs(path))
        mended = [
            replace(p, raw=like_typed(table.form(self._model, path, i), p.raw), changed=True) if i in chosen else p
            for i, p in enumerate(pieces)
        ]
        settled = [keep or p.word.form in _EVERYDAY for keep, p in zip(kept, pieces, strict=True)]
        return mend_heard(mended, settled, self._model, self._neighbours)


def _rendered(pieces: Sequence[Piece], tail: str) -> Repaired:
    text = ""
    changes: list[Change] = []
    fixed: list[Span] = []
    for piece in pieces:
        start = len(text) + len(piece.lead)
        text += piece.lead + piece.raw
        span = Span(start, len(text))
        if piece.goes_on and changes:
            changes[-1] = Change(changes[-1].typed, Span(changes[-1].span.start, span.end))
        elif piece.changed:
            changes.append(Change(piece.typed, span))
        if piece.fixed:
            fixed.append(span)
    return Repaired(text + tail, tuple(changes), tuple(fixed))


@dataclass(slots=True)
class _Table:
    """The ways to read each piece, and beyond them what it may have been before it was mistyped.

    As in `MarkModel.restore`: ``columns`` hold places with an edge (0) between words that are not
    neighbours, ``costs`` are added to log chances. ``plain[i]`` is how many of the column of piece i are
    no repairs; ``positions[i]`` is its column, -1 for a piece that stays. ``wide`` are the doubtful ones, and
    ``slips[i]`` says of their repairs which are slips.
    """

    pieces: list[Piece]
    price: float
    positions: list[int]
    columns: list[NDArray[np.uint32]]
    costs: list[NDArray[np.float32]]
    plain: dict[int, int]
    wide: list[int]
    slips: dict[int, list[bool]]

    @classmethod
    def of(cls, model: MarkModel, pieces: list[Piece]) -> "_Table":
        own = [piece.word for piece in pieces if not piece.kept and not piece.fixed]
        table = cls(pieces, price_of_marks(model, own), [], [], [], {}, [], {})
        linked = False
        for index, piece in enumerate(pieces):
            if not linked or piece.kept or not piece.adjoins:
                table._add([model.number if table._beside_number(index) else 0], [0.0])
            linked = not piece.kept
            table.positions.append(-1 if piece.kept else len(table.columns))
            if not piece.kept:
                ways = table._ways(model, piece)
                table.plain[index] = len(ways)
                table._add(ways, [table._price_of(model, piece.word, way) for way in ways])
        table._add([0], [0.0])
        return table

    def _beside_number(self, index: int) -> bool:
        """Whether piece ``index`` is a number right behind a word, or a word right behind a number."""
        here, before = self.pieces[index], self.pieces[index - 1] if index else None
        if before is None or not here.adjoins or here.kept == before.kept:
            return False
        return here.raw[:1].isdigit() if here.kept else before.raw[-1:].isdigit()

    def _ways(self, model: MarkModel, piece: Piece) -> list[int]:
        if piece.foreign:
            return [len(model.syllables)]
        ways = model.candidates(piece.word)
        if piece.fixed:
            ways = [way for way in ways if model.syllables[way] == piece.word.form]
        return ways or [len(model.syllables)]

    def _price_of(self, model: MarkModel, word: Word, way: int) -> float:
        if way == len(model.syllables):
            return 0.0 if word.bare else -_STRANGE
        marked = not model.syllables[way].isascii()
        return self.price if word.bare and marked else 0.0

    def _add(self, ways: Sequence[int], costs: Sequence[float]) -> None:
        self.columns.append(np.array(ways, np.uint32))
        self.costs.append(np.array(costs, np.float32))

    def form(self, model: MarkModel, path: Sequence[int], index: int) -> str:
        """How piece ``index`` is read on ``path``; as typed where it stays or is unknown."""
        column = self.positions[index]
        place = int(self.columns[column][path[column]]) if column >= 0 else len(model.syllables)
        return model.syllables[place] if place < len(model.syllables) else self.pieces[index].word.form

    def doubtful(self, model: MarkModel, path: Sequence[int]) -> list[int]:
        """Pieces that may be mistyped: unknown ones, and those never seen beside a neighbour."""
        places = np.array([column[way] for column, way in zip(self.columns, path, strict=True)], np.uint32)
        seen = model.pair_counts(places[:-1], places[1:]) > 0
        words = (places != 0) & (places != model.number)
        strange = ~seen & words[:-1] & words[1:]
        found = []
        for index, column in enumerate(self.positions):
            if column < 0 or self.pieces[index].fixed or self.pieces[index].word.form in _EVERYDAY:
                continue
            unknown = places[column] == len(model.syllables)
            if unknown or (column > 0 and strange[column - 1]) or strange[column]:
                found.append(index)
        return found

    def widen(self, model: MarkModel, neighbours: Neighbours, doubtful: Sequence[int]) -> None:
        """Add to the columns of doubtful pieces what they may have been, if it was ever seen beside a neighbour.

        In a long text only what is no word is doubted, which keeps the cost in bounds.
        """
        near: dict[int, Sequence[Near]] = {}
        for index in doubtful:
            piece, column = self.pieces[index], self.positions[index]
            if len(self.pieces) <= _LONG or self.columns[column][0] == len(model.syllables):
                unmarked = piece.word.bare and self.price > _PRICE_FLOOR
                near[column] = neighbours.near(piece.word.form, bare=unmarked)
        readings = {
            column: [*self.columns[column].tolist(), *(n.place for n in list(near.get(column, ()))[:_LIKELY])]
            for here in near
            for column in (here - 1, here + 1)
        }
        for index in doubtful:
            column = self.positions[index]
            if column not in near:
                continue
            beside = model.after(readings[column - 1]) | model.before(readings[column + 1])
            alone = self.columns[column][0] == len(model.syllables) and not self.pieces[index].word.bare
            fitting = [n for n in near[column] if n.place in beside or (alone and n.cost < _ALONE)]
            if fitting:
                self.wide.append(index)
                self.slips[index] = [n.slip for n in fitting]
                places, costs = [n.place for n in fitting], [-n.cost for n in fitting]
                self.columns[column] = np.append(self.columns[column], np.array(places, np.uint32))
                self.costs[column] = np.append(self.costs[column], np.array(costs, np.float32))

    def narrow(self, index: int) -> None:
        """Take away what `widen` added."""
        column = self.positions[index]
        self.wide.remove(index)
        self.columns[column] = self.columns[column][: self.plain[index]]
        self.costs[column] = self.costs[column][: self.plain[index]]

    def repairs(self, path: Sequence[int]) -> list[int]:
        """The pieces that ``path`` reads as mistakes."""
        return [index for index in self.wide if path[self.positions[index]] >= self.plain[index]]

    def holds(self, model: MarkModel, path: Sequence[int], index: int) -> bool:
        """Whether the repair of piece ``index`` on ``path`` is much better than no repair, and bound to a neighbour."""
        column = self.positions[index]
        left, right = (self.columns[c][path[c]] for c in (column - 1, column + 1))
        ways = np.append(self.columns[column][: self.plain[index]], self.columns[column][path[column]])
        costs = np.append(self.costs[column][: self.plain[index]], self.costs[column][path[column]])
        before = model.log_chances(np.full_like(ways, left), ways)
        after = model.log_chances(ways, np.full_like(ways, right))
        total = before + after + costs
        known = ways[0] < len(model.syllables)
        bound = self._bound(model, int(left), int(ways[-1]), int(right))
        gain = float(total[-1] - total[:-1].max())
        if known and self.slips[index][path[column] - self.plain[index]]:
            return gain > _MARGIN_SLIP and bound > _BOUND_SLIP
        if known:
            return gain > _MARGIN_HEARD and bound > _BOUND_HEARD
        clear = not self.pieces[index].word.bare and self._lead(model, path, index) > _CLEAR
        return gain > _MARGIN and (bound > _BOUND or clear)

    def _lead(self, model: MarkModel, path: Sequence[int], index: int) -> float:
        """By how much the repair of piece ``index`` on ``path`` is likelier than the next best repair (log)."""
        column = self.positions[index]
        left, right = (self.columns[c][path[c]] for c in (column - 1, column + 1))
        ways, costs = self.columns[column][self.plain[index] :], self.costs[column][self.plain[index] :]
        total = (
            model.log_chances(np.full_like(ways, left), ways)
            + model.log_chances(ways, np.full_like(ways, right))
            + costs
        )
        first, second = np.sort(np.append(total, [-np.inf, -np.inf]))[::-1][:2]
        return float(first - second)

    def _bound(self, model: MarkModel, left: int, meant: int, right: int) -> float:
        """How much likelier than chance ``meant`` is beside its neighbours, at best (log); 0 when never seen."""
        lefts, rights = np.array([left, meant], np.uint32), np.array([meant, right], np.uint32)
        words = (np.array([left, right]) != 0) & (np.array([left, right]) != model.number)
        seen = (model.pair_counts(lefts, rights) > 0) & words
        gains = model.log_chances(lefts, rights) - np.log(model.shares[rights])
        return float(np.where(seen, gains, 0).max())
