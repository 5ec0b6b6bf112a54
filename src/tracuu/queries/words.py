"""The runs of letters of a text, and what shape a Vietnamese syllable has."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tracuu.text import fold, modern_marks
from tracuu.types import Span

# A run of letters: a syllable, an abbreviation or a foreign word.
RUN = re.compile(r"[^\W\d_]+")
# The shape of a Vietnamese syllable without marks. Match: "nghieng", "quy". Near miss: "internet", "ubnd".
_SHAPE = re.compile(r"(?:ngh?|nh|ch|gh|kh|ph|qu|th|tr|gi|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[ckmnpt])?")
# Syllables written with i or y alike. Match: "ti", "quy". Near miss: "thuy", "vi".
I_OR_Y = re.compile(r"(?:[hklmst]|qu)[iy]")


class Word(NamedTuple):
    """A run of letters in a text; ``form`` is lower case with the tone mark placed the newer way."""

    span: Span
    form: str
    bare: bool


@lru_cache(maxsize=8192)
def skeleton(form: str) -> str:
    """The bare syllable, with y as i where both are in use ("tỷ" and "tỉ" give "ti")."""
    bare = fold(form)
    return bare.replace("y", "i") if I_OR_Y.fullmatch(bare) else bare


@lru_cache(maxsize=8192)
def is_syllable(form: str) -> bool:
    """Whether ``form`` could be a Vietnamese syllable, marks aside."""
    return len(form) <= 7 and _SHAPE.fullmatch(fold(form)) is not None


def words_of(text: str) -> list[Word]:
    """The runs of letters in ``text``, in order."""
    found = []
    for match in RUN.finditer(text):
        form = modern_marks(match.group())
        found.append(Word(Span(*match.span()), form, form.isascii()))
    return found


def adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but white space stands between two words."""
    return text[left.span.end : right.span.start].isspace()


# How the model knows any number: "năm 2030" and "năm 2027" are one pair.
NUMBER = "0"
_NUMBER_AFTER = re.compile(r"\s{1,3}\d")
_NUMBER_BEFORE = re.compile(r"\d[\d.,/%-]{0,20}\s{1,3}$")


def is_before_number(text: str, word: Word) -> bool:
    """Whether a number stands right behind the word. Match: "năm 2030". Near miss: "năm, 2030", "m2"."""
    return _NUMBER_AFTER.match(text, word.span.end) is not None


def is_behind_number(text: str, word: Word) -> bool:
    """Whether a number stands right before the word. Match: "12 tỷ", "5% số". Near miss: "2030; tỷ"."""
    return _NUMBER_BEFORE.search(text[max(0, word.span.start - 25) : word.span.start]) is not None


# Letters and what joins the parts of a symbol. Match: "39-KH/TU", "KH&CN". Near miss: "quy hoạch".
_CHUNK = re.compile(r"[\w&/-]+")


def kept_words(text: str, found: Sequence[Word]) -> list[bool]:
    """Which words must stay: no syllables, abbreviations, parts of symbols ("39-kh/tu", "m2")."""
    return [short or not is_syllable(word.form) for word, short in zip(found, symbolic_words(text, found), strict=True)]


def symbolic_words(text: str, found: Sequence[Word]) -> list[bool]:
    """Which words are abbreviations in capitals or parts of symbols."""
    shouted = text.isupper()
    chunks = iter([(*match.span(), _is_symbol(match.group())) for match in _CHUNK.finditer(text)])
    end, symbol = -1, False
    symbolic: list[bool] = []
    for word in found:
        while end < word.span.end:
            _, end, symbol = next(chunks)
        raw = text[word.span.start : word.span.end]
        symbolic.append(symbol or (len(raw) > 1 and raw.isupper() and not shouted))
    return symbolic


def _is_symbol(chunk: str) -> bool:
    """Whether a chunk has digits, or joins something that is no syllable ("kh&cn"; not "và/hoac")."""
    runs = RUN.findall(chunk)
    odd = len(runs) > 1 and any(not is_syllable(modern_marks(run)) for run in runs)
    return odd or any(char.isdigit() for char in chunk)


def cased(written: str, raw: str) -> str:
    """``written`` in the case of ``raw``, letter by letter (they are equally long)."""
    return "".join(w.upper() if r.isupper() else w for w, r in zip(written, raw, strict=True))


def like_typed(meant: str, typed: str) -> str:
    """``meant`` with the capitals of ``typed``: all of them, the first, or none."""
    if len(meant) == len(typed):
        return cased(meant, typed)
    if typed.isupper() and len(typed) > 1:
        return meant.upper()
    return meant[:1].upper() + meant[1:] if typed[:1].isupper() else meant
