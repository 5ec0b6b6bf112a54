"""Words printed in capitals as they are written in a sentence: abbreviations and names keep theirs."""

import re

from tracuu.documents import places
from tracuu.documents.symbols import SYMBOL
from tracuu.text import fold

# Abbreviations with a vowel; those without one are known by that ("HĐND", "BCH", "MTTQ").
_ABBREVIATIONS = frozenset({"UBND", "UBMTTQ", "UBMT", "UBKT", "UBTVQH", "QLDA", "BQLDA", "ATGT", "ATTP", "CAND", "OCOP",
                            "GRDP", "GDP", "FDI", "ODA", "PCI", "PAPI", "ASEAN", "KT-XH", "AN-QP"})  # fmt: skip
_VOWEL = re.compile(r"[aeiouy]")
# Roman numbers that are no syllable; V, X and VI are numbers only after a word that is counted.
_ROMAN = re.compile(r"(?:I{2,3}|IV|VI{2,3}|IX|XI{2,3}|XIV|XV)$")
_COUNTED = re.compile(r"\b(quý|khóa|khoá|đợt|kỳ|hạng|cấp|loại|giai đoạn|lần|khu vực|vùng) ([ivx]{1,4})\b")
# Bodies and names of the whole country, as they are written in a sentence.
_PROPER = (
    "Ủy ban Thường vụ Quốc hội",  # first: within it "ban" keeps its small letter
    "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư", "Trung ương", "Đảng bộ", "Đảng ủy",
    "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo", "Mặt trận Tổ quốc", "Tổ quốc",
    "Việt Nam", "Hội đồng nhân dân", "Ủy ban nhân dân", "Nhà nước", "Đại hội Đảng", "Tết Nguyên đán",
)  # fmt: skip
_KIND = re.compile(
    r"\b(nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|thông báo|công điện|nghị định|thông tư|chương trình"
    r"|hướng dẫn|quy định|đề án)(?= số )"
)


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is one also in a sentence: "UBND", "HĐND", "KT-XH"; not "ĐU", "TÂM"."""
    letters = [c for c in word if c.isalpha()]
    known = word.strip('()“”",.;:') in _ABBREVIATIONS
    return known or (len(letters) > 1 and word.isupper() and not _VOWEL.search(fold(word)))


def with_abbreviations(small: str, printed: str) -> str:
    """``small`` with the abbreviations of ``printed``, which is the same text in capitals, put back."""
    for word in dict.fromkeys(re.findall(r"\w[\w-]*", printed)):
        if is_abbreviation(word):
            small = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", word, small, flags=re.IGNORECASE)
    return small


def sentence_of(printed: str) -> str:
    """A subject in capitals as in a sentence; any other as it is.

    Symbols, abbreviations, Roman numbers, provinces and their units, and bodies of the whole
    country keep their capitals.
    """
    letters = [c for c in printed if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return printed
    small = printed.lower()
    for name in _PROPER:
        small = re.sub(rf"(?<!\w){name.lower()}(?!\w)", name, small)
    small = _KIND.sub(lambda m: m[1].capitalize(), small)
    small = places.with_names(_COUNTED.sub(lambda m: f"{m[1]} {m[2].upper()}", small))
    words = [
        old if _ROMAN.match(old.strip(",.;")) or any(c.isdigit() for c in old) else new
        for old, new in zip(printed.split(" "), small.split(" "), strict=True)
    ]
    small = with_abbreviations(" ".join(words), printed)
    for match in SYMBOL.finditer(printed):
        small = small[: match.start()] + match.group() + small[match.end() :]
    return small[0].upper() + small[1:]
