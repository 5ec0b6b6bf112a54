"""Whether two directives measure the same thing.

Figures of two directives are compared only when their indicators are one: a wrong comparison makes
a conflict out of nothing, a missed one is merely not shown. So words that only one of them has, or
that differ, part them, unless they say nothing of what is measured.
"""

import re
from collections import Counter

from rapidfuzz.distance import Levenshtein

from tracuu.text import fold, syllables

# Two indicators are one from here on. One content word that only one of them has gives 0.8 at most, two that
# differ 0.6; a misread syllable leaves 0.95 or more (tests/test_targets.py has the near misses).
SAME = 0.9
_ONE_SIDED, _BOTH_SIDED = 0.8, 0.6
# Longer texts are no indicators. A misread syllable costs this much; with fewer letters one of them makes another word.
_LONGEST = 1_000
_MISREAD_COST, _MISREAD_LENGTH = 0.03, 5

# Other words for one thing; longer ones first.
_WORDINGS = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), plain)
    for pattern, plain in (
        (r"tỉ", "tỷ"),
        (
            r"(?:tính )?(?:bình quân )?(?:trên |theo )?(?:mỗi |một |từng )?(?:đầu người|người dân|dân)(?= (?:tại"
            r"|ở|khu|đô|nông|toàn)|$)",
            "đầu người",
        ),
        (r"mỗi người(?: dân)?", "đầu người"),
        (r"tổng sản phẩm (?:trên địa bàn|trong tỉnh)(?: tỉnh)?(?: grdp)?", "grdp"),
        (r"độ che phủ", "tỷ lệ che phủ"),
        (r"thành thị|khu vực đô thị|khu vực thành thị", "đô thị"),
        (r"khu vực nông thôn", "nông thôn"),
        (r"lượt (?:du )?khách|du khách", "khách"),
        (r"bảo hiểm y tế", "bhyt"),
        (r"bảo hiểm xã hội", "bhxh"),
        (r"băng thông rộng", "băng rộng"),
    )
)
# Say how a goal is set, or that it is for the whole; never what is measured.
_FILLER = re.compile(
    r"(?<!\w)(?:ph[ấâầ]n đấu|bảo đảm|đảm bảo|duy trì|hoàn thành|mục tiêu|chỉ tiêu|số lượng|tổng số|tổng"
    r"|toàn (?:tỉnh|huyện|thành phố|xã|quốc|địa bàn)"
    r"|cả nước|trên địa bàn(?: toàn)?(?: (?:tỉnh|huyện|thành phố|xã))?|của (?:toàn )?(?:tỉnh|huyện|thành phố"
    r"|xã)(?! \w)|bình quân|trung bình|đạt(?: được| mức)?"
    r"|các|những|của|tại|ở|được|và|về|là|cho|với|theo|số|so|cần|có|căn|khoảng)(?!\w)"
)
_RATIO = re.compile(r"^(?:tỷ lệ|tỷ trọng|tỷ suất)\s.*?(?<=\s)(?P<of>trên|trong|đóng góp vào)\s")


def same_indicator(one: str, other: str) -> bool:
    """Whether two indicators as printed are one: `likeness` of at least `SAME`."""
    return likeness(one, other) >= SAME


def likeness(one: str, other: str) -> float:
    """How alike two indicators are, in [0, 1], 1 for the same words in any order and spelling.

    The place of the tone and words that set the goal ("phấn đấu", "toàn tỉnh", "bình quân") cost
    nothing, a misread mark, or letter of a longer syllable, little. The two sides of a
    ratio ("tỷ lệ A trên B") are compared one by one.
    """
    if max(len(one), len(other)) > _LONGEST:
        return float(one == other)
    mine, theirs = _plain(one), _plain(other)
    if not mine or not theirs:
        return 0.0
    parts, others = _sides(mine), _sides(theirs)
    if len(parts) != len(others):
        return min(_ONE_SIDED, _alike(" ".join(parts).split(), " ".join(others).split()))
    return min(_alike(a.split(), b.split()) for a, b in zip(parts, others, strict=True))


_PER_HEAD = re.compile(r"/(?:người dân|người)$")
# What is counted of so many people.
_BEDS_AND_HEADS = re.compile(r"giường(?: bệnh)?|bác sĩ|dược sĩ|điều dưỡng|người|doanh nghiệp|máy|xe")


def same_unit(one: str, other: str) -> bool:
    """Whether figures in two units can be compared: "m²" and "m²/người" can, "%" and "%/năm" cannot.

    What a rate counts may be left out behind its number: "số giường bệnh trên một vạn dân đạt 34 giường", "đạt 34".
    """
    one, other = _PER_HEAD.sub("", one), _PER_HEAD.sub("", other)
    return one == other or (not (one and other) and bool(_BEDS_AND_HEADS.fullmatch(one + other)))


def unit_key(unit: str) -> str:
    """The same for all units that `same_unit` may hold for one."""
    plain = _PER_HEAD.sub("", unit)
    return "" if _BEDS_AND_HEADS.fullmatch(plain) else plain


def indicator_key(text: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The same for all indicators that are one: of each side its short words, folded, and the number of long ones.

    One misread letter keeps a long word long, and a short word may only have other marks (`likeness`).
    """
    if len(text) > _LONGEST:
        return (((text,), 0),)
    return tuple(_side_key(side.split()) for side in _sides(_plain(text)))


def _side_key(words: list[str]) -> tuple[tuple[str, ...], int]:
    folded = [fold(word).replace("y", "i") for word in words]
    short = sorted(word for word in folded if len(word) < _MISREAD_LENGTH)
    return tuple(short), len(folded) - len(short)


def _plain(text: str) -> str:
    """The words in small letters, one wording for each thing, without what says nothing."""
    text = re.sub(r"(?<!\w)(?:một|1)\s+vạn(?=\s+dân)", "10.000", text, flags=re.IGNORECASE)
    plain = " ".join(syllables(re.sub(r"[*_\"“”]", " ", text)))
    for pattern, replacement in _WORDINGS:
        plain = pattern.sub(replacement, plain)
    return " ".join(_FILLER.sub(" ", plain).split())


def _sides(plain: str) -> list[str]:
    """Both sides of a ratio; the whole when it is none."""
    match = _RATIO.match(plain + " ")
    if match is None:
        return [plain]
    return [plain[: match.start("of")], plain[match.end("of") :]]


def _alike(one: list[str], other: list[str]) -> float:
    mine, theirs = Counter(one), Counter(other)
    left, right = mine - theirs, theirs - mine
    shared = sum((mine & theirs).values())
    misread = 0
    for word in list(left.elements()):
        match = next((w for w in right.elements() if _is_misreading(word, w)), None)
        if match:
            left[word] -= 1
            right[match] -= 1
            misread += 1
    rest, others = sum((+left).values()), sum((+right).values())
    total = sum(mine.values()) + sum(theirs.values())
    score = 2 * (shared + misread) / total if total else 0.0
    if rest and others:
        return min(score, _BOTH_SIDED)
    if rest or others:
        return min(score, _ONE_SIDED)
    # Of a few words every one counts: one misread of three may be another word.
    return score - _MISREAD_COST * misread if misread * 3 <= shared else min(score, _BOTH_SIDED)


def _is_misreading(one: str, other: str) -> bool:
    """Whether two syllables may be one whose marks, y or one letter were misread; numerals never."""
    if any(c.isdigit() for c in one + other):
        return False
    plain, others = fold(one).replace("y", "i"), fold(other).replace("y", "i")
    if plain == others:
        return True
    return min(len(plain), len(others)) >= _MISREAD_LENGTH and Levenshtein.distance(plain, others, score_cutoff=1) <= 1
