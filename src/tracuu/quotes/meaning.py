"""Words whose change turns what is said, however alike the rest is: limits, levels, places, roles."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from tracuu.queries.siblings import siblings_in
from tracuu.text import modern_marks

# Words of one line say the contrary, or another thing, of each other. A closed list.
_CONTRARY = (
    ("trước", "sau"), ("trên", "dưới"), ("từ", "đến"), ("trong", "ngoài"), ("tối thiểu", "tối đa"),
    ("ít nhất", "nhiều nhất"), ("trở lên", "trở xuống"), ("không quá", "không dưới"), ("cao", "thấp"), ("hơn", "kém"),
    ("tăng", "giảm"), ("nâng", "hạ"), ("mở rộng", "thu hẹp"), ("thêm", "bớt"), ("bổ sung", "cắt giảm"),
    ("hạn chế", "khuyến khích", "cấm"), ("được", "phải"), ("phải", "có thể", "nên"), ("bắt buộc", "tự nguyện"),
    ("và", "hoặc"), ("hoặc", "và/hoặc"), ("tất cả", "một số"), ("toàn bộ", "một phần"), ("mọi", "một số"),
    ("chủ trì", "phối hợp", "giám sát"), ("trực tiếp", "gián tiếp"), ("sớm", "muộn"), ("nhanh", "chậm"),
    ("bắt đầu", "kết thúc"), ("khởi công", "hoàn thành"), ("đầu năm", "cuối năm"), ("thuận lợi", "khó khăn"),
    ("công lập", "tư thục"), ("nông thôn", "đô thị"), ("thành thị", "nông thôn"), ("trong nước", "ngoài nước"),
    ("miễn", "thu"), ("tiếp tục", "chấm dứt", "dừng"), ("duy trì", "bãi bỏ"), ("ngày", "tuần", "tháng", "quý", "năm"),
    ("hộ nghèo", "hộ cận nghèo"), ("đồng ý", "phản đối"), ("còn", "hết"), ("người", "hộ"),
    ("triệt để", "toàn bộ", "đủ", "một phần"), ("các", "một số"), ("tăng cường", "hạn chế"), ("trung tâm", "vệ tinh"),
    ("quyết định", "cho ý kiến", "đề xuất"), ("tích cực", "tiêu cực"), ("công khai", "bí mật"),
)  # fmt: skip
_LEVELS = (
    "trung ương", "tỉnh", "huyện", "quận", "thị xã", "thị trấn", "thành phố", "xã", "phường", "đặc khu", "thôn", "bản",
    "tổ dân phố",
)  # fmt: skip
# Words that limit the figure or the day beside them.
_LIMITS = frozenset(
    ("trên", "dưới", "hơn", "gần", "khoảng", "tối thiểu", "tối đa", "ít nhất", "nhiều nhất", "trước", "sau", "quá")
)
# Who answers for a task: such a word is never left out or put in without changing it.
_LEADING = ("chủ trì",)
# "GRDP", "KCN"; a numeral is a figure, a text in capitals is one difference.
_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ]{2,8}(?!\w)")
_BEHIND = frozenset(("trở lên", "trở xuống"))
# "xã hội", "hợp tác xã", "văn bản", "tỉnh táo" are no levels, "đến nơi" is none of a time.
_NO_LEVEL = (
    r"(?:xã(?= hội)|(?<=tác )xã|(?<=văn )bản|(?<=cơ )bản|(?<=căn )bản|(?<=kịch )bản|bản(?= thân| sắc| đồ| chất))"
)


@cache
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{_NO_LEVEL}|(?P<word>{listed}))(?!\w)")


def _counted(words: tuple[str, ...], text: str) -> Counter[str]:
    return Counter(match["word"] for match in _phrases(words).finditer(text) if match["word"])


def _exchanged(words: tuple[str, ...], mine: str, theirs: str) -> bool:
    """Whether one of ``words`` stands on one side where another of them stands on the other."""
    ours, others = _counted(words, mine), _counted(words, theirs)
    return bool(ours - others) and bool(others - ours)


def is_contrary(mine: str, theirs: str) -> bool:
    """Whether two stretches, with the word before and behind each, say the contrary by a word of the list.

    Match: "tối thiểu" | "tối đa", "chủ trì, phối hợp" | "phối hợp". Near miss: "tăng cường" | "đẩy mạnh".
    """
    mine, theirs = mine.lower(), theirs.lower()
    if _counted(_LEADING, mine) != _counted(_LEADING, theirs):
        return True
    return any(_exchanged(words, mine, theirs) for words in _CONTRARY)


def is_other_thing(mine: str, theirs: str) -> bool:
    """Whether two stretches, with some words around each, name things that exclude each other.

    Match: "nhà ở xã hội" | "nhà ở thương mại", "GRDP" | "GDP". Near miss: "KT-XH" | "kinh tế - xã hội".
    """
    ours, others = (Counter(_ACRONYM.findall(side)) for side in (mine, theirs))
    if ours - others and others - ours:
        return True
    first, second = siblings_in(mine), siblings_in(theirs)
    return any(a.group == b.group and a.member != b.member for a in first - second for b in second - first)


def is_other_level(mine: str, theirs: str) -> bool:
    """Whether they name another administrative level: "cấp xã" | "cấp huyện"; near miss: "xã hội" | "kinh tế"."""
    return _exchanged(_LEVELS, mine.lower(), theirs.lower())


def is_limit(mine: str, theirs: str, *, before_figure: bool, behind_figure: bool) -> bool:
    """Whether a limit of the figure beside it was added, left out or changed: "đạt (trên) 32%"."""
    sides = [" ".join(side.lower().split()) for side in (mine, theirs)]
    ends = [next((w for w in _LIMITS if re.search(rf"(?<!\w){w}$", side)), "") for side in sides]
    if before_figure and ends[0] != ends[1]:
        return True
    starts = [next((w for w in _BEHIND if side.startswith(w)), "") for side in sides]
    return behind_figure and starts[0] != starts[1]


def is_other_name(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words that have capitals inside a sentence are others: "Mường Ảng" | "Mường Chà".

    Of one that stands on one side alone, two words at least: "đô thị (Điện Biên Phủ)".
    """
    ours, others = (Counter(modern_marks(word.lower()) for word in side) for side in (mine, theirs))
    if not ours or not others:
        return max(len(mine), len(theirs)) > 1
    return bool(ours - others) and bool(others - ours)
