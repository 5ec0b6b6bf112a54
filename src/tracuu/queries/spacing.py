"""Words run together or torn apart ("quyhoạch", "nhi ệm vụ"), put right against what the index knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracuu.queries.keying import typed_raw
from tracuu.queries.marks import MarkModel
from tracuu.queries.words import Word, is_syllable, symbolic_words, words_of
from tracuu.text import modern_marks
from tracuu.types import Span

# Letters and digits: VNI leaves digits in words. Match: "thi5", "d9o6". Near miss: "kh/tu" (two).
_RUN = re.compile(r"[^\W_]+")
# What is joined to other things is part of a symbol. Match: "-", "/".
_JOINTS = "-/&_"
# A pair of neighbours is known when the texts have it this often; the word list alone is not enough.
_SEEN = 1.0
# Likewise for joining two pieces that are both words.
_SEEN_OFTEN = 3.0
_LONGEST_RUN = 18


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters with what stands before it (``lead``).

    ``typed`` is how it was typed, before any repair. ``kept`` pieces are symbols and abbreviations; ``foreign``
    ones have no shape of a syllable and may yet be mistyped; ``fixed`` ones are right already. One that
    ``goes_on`` was typed in one run with the piece before it.
    """

    lead: str
    raw: str
    typed: str
    kept: bool = False
    foreign: bool = False
    fixed: bool = False
    changed: bool = False
    goes_on: bool = False

    @property
    def word(self) -> Word:
        """The piece as a word; its span is that of nothing."""
        return _word(self.raw)

    @property
    def adjoins(self) -> bool:
        """Whether nothing but white space stands before it."""
        return self.lead.isspace()


@lru_cache(maxsize=4096)
def _word(raw: str) -> Word:
    form = modern_marks(raw)
    return Word(Span(0, 0), form, form.isascii())


def pieces_of(text: str, fixed: Sequence[Span]) -> tuple[list[Piece], str]:
    """The runs of letters of ``text``, and what stands after the last."""
    found = words_of(text)
    symbolic = {word.span.start: yes for word, yes in zip(found, symbolic_words(text, found), strict=True)}
    pieces: list[Piece] = []
    end = 0
    for match in _RUN.finditer(text):
        start, raw = match.start(), match.group()
        settled = any(s.start <= start < s.end for s in fixed)
        if raw.isalpha():
            kept, foreign = symbolic.get(start, True), not is_syllable(modern_marks(raw))
        else:
            around = text[max(0, start - 1) : start] + text[match.end() : match.end() + 1]
            foreign = _is_vni(raw) and not any(c in _JOINTS for c in around)
            kept = not foreign
        pieces.append(Piece(text[end:start], raw, raw, kept, foreign and not kept, settled))
        end = match.end()
    return pieces, text[end:]


def _is_vni(raw: str) -> bool:
    """Whether letters and digits make a syllable under VNI. Match: "d9o6". Near miss: "kh39", "co2", "qh15"."""
    meant = typed_raw(raw.lower()) if len(raw) > 3 and raw[0].isalpha() else None
    return meant is not None and is_syllable(meant)


def mend_spaces(pieces: Sequence[Piece], model: MarkModel) -> list[Piece]:
    """``pieces`` with words taken apart and put together where the texts know what comes of it."""
    whole: list[Piece] = []
    for piece in pieces:
        whole += _split(piece, model)
    index = 0
    while index + 1 < len(whole):
        joined = _joined(whole, index, model)
        if joined:
            whole[index : index + 2] = [joined]
        index += 1
    return whole


def _ways(model: MarkModel, raw: str) -> list[int]:
    return model.candidates(_word(raw))


def _split(piece: Piece, model: MarkModel) -> list[Piece]:
    """Two or three words that were run together; the piece itself when it is a word or makes no known pair."""
    raw = piece.raw
    stays = piece.kept or piece.fixed or not raw.isalpha() or not 4 <= len(raw) <= _LONGEST_RUN
    if stays or _ways(model, raw) or (raw[0].isupper() and raw.isascii() and piece.lead):
        return [piece]
    best, parts = 0.0, [raw]
    for cut in range(2, len(raw) - 1):
        left, right = _ways(model, raw[:cut]), _ways(model, raw[cut:])
        count = model.best_count(left, right)
        if count > best:
            best, parts = count, [raw[:cut], raw[cut:]]
        for second in range(cut + 2, len(raw) - 1) if left and not right else ():
            middle, last = _ways(model, raw[cut:second]), _ways(model, raw[second:])
            count = min(model.best_count(left, middle), model.best_count(middle, last))
            if count > best:
                best, parts = count, [raw[:cut], raw[cut:second], raw[second:]]
    if best < _SEEN:
        return [piece]
    first = replace(piece, raw=parts[0], foreign=False, changed=True)
    return [first, *(Piece(" ", part, "", goes_on=True) for part in parts[1:])]


def _joined(pieces: Sequence[Piece], index: int, model: MarkModel) -> Piece | None:
    """The word that two pieces were torn from, None when they were not."""
    left, right = pieces[index : index + 2]
    if left.kept or right.kept or left.fixed or right.fixed or left.goes_on or right.goes_on or not right.adjoins:
        return None
    raw = left.raw + right.raw
    if len(raw) > 7 or not is_syllable(modern_marks(raw)) or (right.raw[0].isupper() and not raw.isupper()):
        return None
    whole, lefts, rights = _ways(model, raw), _ways(model, left.raw), _ways(model, right.raw)
    if not whole or model.best_count(lefts, rights):
        return None
    before = _ways(model, pieces[index - 1].raw) if index and left.adjoins else []
    following = pieces[index + 2] if index + 2 < len(pieces) else None
    after = _ways(model, following.raw) if following and following.adjoins else []
    known = max(model.best_count(before, whole), model.best_count(whole, after))
    loose = not model.best_count(before, lefts) and not model.best_count(rights, after)
    if known < _SEEN or (lefts and rights and not (loose and known >= _SEEN_OFTEN)):
        return None
    return replace(left, raw=raw, typed=left.raw + right.lead + right.raw, foreign=False, changed=True)
