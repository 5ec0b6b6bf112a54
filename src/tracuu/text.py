"""Text with one ruler: NFC, folding with a map back to offsets, terms for the lexical index, words.

Nothing here rewrites what is quoted: every function returns new text or spans over the old.
"""

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import util
from pathlib import Path

from tracuu.types import Span

_SYLLABLE = re.compile(r"\w+(?:[.,/]\d+)*%?", re.UNICODE)
# Ð (U+00D0) and ð (U+00F0) are typed for Đ and đ on some keyboards and by some OCR.
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"})


# Capital letters of Vietnamese, for character classes: a range such as À-Ỹ would hold small ones too.
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper() and c.isalpha())

# Roman numerals from 1 to 39: no directive counts its parts further.
ROMAN = tuple(
    tens + ones
    for tens in ("", "X", "XX", "XXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)[1:]

# From one to ten as words. "Năm" is a year as well: who looks for numbers in running text leaves it out.
CARDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
# Behind "thứ".
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def grouped(number: int) -> str:
    """A whole number with a point at every thousand: 300.000."""
    return f"{number:,}".replace(",", ".")


def normalise(text: str) -> str:
    r"""The text in NFC with ``\\n`` line ends and without a byte order mark; nothing else changes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    char = char.translate(_ETH).lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("⁄", "/")


def fold(text: str) -> str:
    """Lower case without any marks; đ becomes d, m² becomes m2. Offsets are lost: see `Folded`."""
    return "".join(map(_fold_char, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back: ``origins[i]`` is the offset in the original of character i."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, original: str, *, offset: int = 0) -> "Folded":
        """Fold ``original``; ``offset`` is where it begins in the source."""
        pieces: list[str] = []
        origins: list[int] = []
        for position, char in enumerate(original):
            folded = _fold_char(char)
            pieces.append(folded)
            origins.extend([position + offset] * len(folded))
        return cls("".join(pieces), tuple(origins))

    def span(self, start: int, end: int) -> Span:
        """The span of the original that ``text[start:end]`` came from (not empty)."""
        return Span(self.origins[start], self.origins[end - 1] + 1)


# Square and cubic units, however the small number is raised. Match: "28m²", "km<sup>2</sup>", "$m^{2}$",
# "m ^2", "m2". Near miss: "mm 2", "tầm 2", "am2".
_RAISED_UNIT = re.compile(
    r"(?<![^\W\d_])(?P<unit>[kcdm]?m)(?:\s?<sup>\s?(?P<sup>[23])\s?</sup>|\s?\$?\s?\^\s?\{?\s?(?P<tex>[23])\s?\}?\$?"
    r"|\s?(?P<raised>[²³])|(?P<plain>[23]))(?![^\W_])"
)


def _plain_unit(match: re.Match[str]) -> str:
    """One token, set apart from the number before it: " m2"."""
    power = match["sup"] or match["tex"] or match["plain"] or unicodedata.normalize("NFKC", match["raised"])
    return f" {match['unit']}{power} "


def syllables(text: str) -> list[str]:
    """Lower-case syllables and numbers in order ("39-KH/TU" gives "39", "kh", "tu"; "4,7" stays whole).

    Square and cubic metres are one token however they are written ("m2" for "m²", "m^2", "m<sup>2</sup>").
    """
    small = _RAISED_UNIT.sub(_plain_unit, modern_marks(text.translate(_ETH)))
    return [match.group().replace("_", "") for match in _SYLLABLE.finditer(small)]


def with_bigrams(tokens: Sequence[str]) -> list[str]:
    """The tokens and every two neighbours joined by ``_``.

    Bigrams of syllables beat both bare syllables and dictionary words under BM25 on six Vietnamese
    test sets (docs/decisions.md).
    """
    return [*tokens, *(f"{a}_{b}" for a, b in itertools.pairwise(tokens))]


# Old placement of the tone mark to the new one, as in hoà → hòa; the table is closed.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
    "UỶ": "ỦY", "OÀ": "ÒA", "OÁ": "ÓA", "Uỷ": "Ủy", "UỴ": "ỤY",
}  # fmt: skip
_TONE = re.compile(r"(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)")


def with_modern_tones(text: str) -> str:
    """The text, as long as before, with the tone mark where newer spelling puts it (Uỷ → Ủy)."""
    return _TONE.sub(lambda match: _TONES[match.group()], text)


def modern_marks(text: str) -> str:
    """Lower case with the tone mark where newer spelling puts it (uỷ → ủy), for comparing only."""
    return with_modern_tones(unicodedata.normalize("NFC", text.lower()))


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, ends trimmed."""
    return " ".join(text.split())


def trim(text: str, start: int, end: int) -> Span:
    """The span ``[start, end)`` without white space at its ends; empty spans stay at ``start``."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def find_tokens(text: str, tokens: Iterable[str]) -> list[Span]:
    """Where each token stands in ``text``, looked for from left to right; white space may differ.

    Tokenizers return strings; this gives them back their offsets. A token that cannot be found in
    order is passed over, so that a rewritten token costs itself alone.
    """
    spans: list[Span] = []
    position = 0
    for token in tokens:
        parts = token.split()
        if not parts:
            continue
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        if match := pattern.search(text, position):
            spans.append(Span(match.start(), match.end()))
            position = match.end()
    return spans


# A line longer than this is cut before it is tokenised: underthesea needs 9 s and 2.2 GB for 1 MB.
_TOKENIZE_LIMIT = 20_000
# Things that underthesea takes apart and that must stay whole.
_WHOLE = re.compile(
    r"\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ]{1,6}(?:[-/&][A-ZĐ]+\d*)+"
    r"|(?:Ủy|Uỷ) ban nhân dân|(?:Ủy|Uỷ) ban Mặt trận Tổ quốc|Hội đồng nhân dân|Ban Thường vụ|Ban Chấp hành"
    r"|Sở [A-ZĐ]\w+(?: (?!và Sở)(?:và )?[A-ZĐ]\w+)*(?: \w+ học)?"
)


def word_list() -> list[str]:
    """Vietnamese words, from underthesea's list; empty when the package is not there."""
    found = util.find_spec("underthesea")
    path = Path(found.origin).parent / "corpus/data/Viet74K.txt" if found and found.origin else None
    return path.read_text(encoding="utf-8").splitlines() if path and path.is_file() else []


@cache
def word_pairs() -> frozenset[tuple[str, str]]:
    """Neighbouring syllables inside the words of the list, in small letters."""
    return frozenset(pair for word in word_list() for pair in itertools.pairwise(word.lower().split()))


class Segmenter:
    """Words and sentences by underthesea, as spans. Loads it on first use (0.5 to 4 s)."""

    def __init__(self) -> None:
        self._word_tokenize: Callable[..., list[str]] | None = None
        self._sent_tokenize: Callable[[str], list[str]] | None = None

    def _load(self) -> None:
        from underthesea import sent_tokenize, word_tokenize

        # The first call is not thread-safe: make it here.
        word_tokenize("khởi động")
        sent_tokenize("Khởi động.")
        self._word_tokenize, self._sent_tokenize = word_tokenize, sent_tokenize

    def words(self, text: str) -> list[Span]:
        """Spans of words in ``text``; agencies and document symbols stay whole."""
        if self._word_tokenize is None:
            self._load()
        assert self._word_tokenize is not None
        spans: list[Span] = []
        for start in range(0, len(text), _TOKENIZE_LIMIT):
            piece = text[start : start + _TOKENIZE_LIMIT]
            fixed = sorted(set(_WHOLE.findall(piece)))
            tokens = self._word_tokenize(piece, fixed_words=fixed, use_token_normalize=False)
            spans += [Span(start + s.start, start + s.end) for s in find_tokens(piece, tokens)]
        return spans

    def sentences(self, text: str) -> list[Span]:
        """Spans of sentences in ``text``, ends trimmed; every non-blank character is in one of them."""
        if self._sent_tokenize is None:
            self._load()
        assert self._sent_tokenize is not None
        found: list[Span] = []
        for start in range(0, len(text), _TOKENIZE_LIMIT):
            piece = text[start : start + _TOKENIZE_LIMIT]
            starts = [start + s.start for s in find_tokens(piece, self._sent_tokenize(piece))]
            bounds = [start, *starts[1:], start + len(piece)]
            found += [trim(text, a, b) for a, b in itertools.pairwise(bounds)]
        return _mend([span for span in found if span.start < span.end], text)


# A sentence is not over after a label ("Điều 5.", "a)", "1.", "III.") or a shortened word ("TP.").
_NOT_AN_END = re.compile(r"(?:^|\s)(?:(?:Điều|Mục|Phần|Khoản)\s+)?(?:[IVX]{1,5}|\d{1,3}|[a-zđ]|TP|TT|TM|KT|tr)[.)]$")


# Match: the cut in "ngap@soxd.|gov.vn", "www.|laichau.gov.vn". Near miss: "hoàn thành.|Sở Y tế" (OCR lost the blank).
_ADDRESS_GOES_ON = re.compile(r"[a-z\d]")


def _is_inside_address(text: str, end: int) -> bool:
    """Whether the sentence that ends here goes on at once with a small letter or digit."""
    return text[end - 1 : end] == "." and _ADDRESS_GOES_ON.match(text, end) is not None


def _mend(spans: list[Span], text: str) -> list[Span]:
    """Join sentences that were cut after a label, inside an address, or where no mark ends one."""
    mended: list[Span] = []
    for span in spans:
        before = text[mended[-1].start : mended[-1].end] if mended else ""
        inside = bool(mended) and _is_inside_address(text, mended[-1].end)
        if mended and (inside or _NOT_AN_END.search(before) or before[-1] not in '.!?…;:"”)'):
            mended[-1] = Span(mended[-1].start, span.end)
        else:
            mended.append(span)
    return mended
