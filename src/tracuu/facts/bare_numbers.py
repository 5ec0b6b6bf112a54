"""Numbers without a unit that an indicator is by itself: "số bác sĩ trên một vạn dân là 12"."""

import re

from tracuu.text import squeeze

# "trên 10.000 dân", "/1.000 trẻ": of how many a rate is told.
_OF_SO_MANY = r"(?:\s+(?:tính\s+)?trên|\s?/)\s*10{0,2}(?:\.?000){0,2}\s+[^\W\d]+(?:\s+[^,;.:()\d]{1,40}?)?"
_YEAR = r"(?:(?:đến\s+|vào\s+)?năm\s+20\d\d)"
_IS = r"(?:phấn\s+đấu\s+)?(?:là|đạt|bằng|còn)\s+(?:(?:trên|khoảng|ít\s+nhất|tối\s+thiểu)\s+)?"
# "số bác sĩ trên một vạn dân là 12": an indicator that is a number itself needs no unit, nor do those of other years.
_BARE = re.compile(
    r"(?:^|(?<=[,;:.]\s)|(?<=\s)(?-i:(?=[A-ZĐ])))(?:(?:đưa|nâng|phấn\s+đấu|bảo\s+đảm|đến\s+năm\s+20\d\d,?|và)\s+){0,2}"
    r"(?:số|tổng\s+số|chỉ\s+số|hệ\s+số|mật\s+độ|tỷ\s+suất|tỉ\s+suất)\s+(?:[^,;.:()\d]|\d{1,2}(?=\s+tuổi)){3,100}?"
    rf"(?:{_OF_SO_MANY})?"
    rf"(?:(?:\s+|:\s+)(?:{_YEAR}\s+)?|:?\s+(?:{_YEAR}\s+{_IS}\d+(?:,\d+)?"
    rf"(?:\s+[^\W\d]+){{0,2}}?(?:,\s+(?:và\s+)?|\s+và\s+)){{1,5}}{_YEAR}\s+)"
    rf"{_IS}$",
    re.IGNORECASE,
)
# A rate may have its number right behind a colon, without a verb.
# Match: "Số bác sĩ trên một vạn dân năm 2030: ". Near miss: "Số điện thoại: ", "Số người tham gia: ".
_RATE_TOLD = re.compile(
    r"(?<!\w)(?:số|tỷ\s+suất|tỉ\s+suất|mật\s+độ)\s+[^,;.:()\d]{2,80}?(?:trên|/)\s*(?:tính\s+)?(?:(?:một|mỗi|10?)\s+)?"
    r"(?:vạn|nghìn|ngàn|triệu|10{0,2}(?:\.?000){1,2})\s+(?:dân|người|trẻ|phụ\s+nữ|lao\s+động|học\s+sinh)"
    rf"(?:\s+[^,;.:()\d]{{1,40}}?)?(?:,?\s+{_YEAR})?\s*:\s+(?:(?:trên|khoảng|ít\s+nhất|tối\s+thiểu)\s+)?$",
    re.IGNORECASE,
)
_BARE_WINDOW = 240
_BARE_END = re.compile(rf"\s*(?:[.,;)](?!\d)|$)|\s+(?:vào|trong|đến)\s+năm\s|\s+và\s+{_YEAR}\s", re.IGNORECASE)
# What stands before the number that tells of how many. Match: "Tỷ suất tử vong trẻ dưới 5 tuổi trên".
_RATE = re.compile(
    r"(?<!\w)(?:số|(?P<never_counts>tỷ\s+lệ|tỉ\s+lệ|tỷ\s+suất|tỉ\s+suất|mật\s+độ))\s+"
    r"(?:[^,;:()\d]|\d{1,2}(?=\s+tuổi)){2,80}(?<!\w)trên\s+$",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    r"10{0,2}(?:\.?000){0,2}\s+(?:dân|người|trẻ|phụ\s+nữ|bà\s+mẹ|ca|hộ|lao\s+động|học\s+sinh|công\s+nhân|doanh\s+nghiệp)(?!\w)",
    re.IGNORECASE,
)
# The rate's own number, or how it moves. Near miss: "Số người tham gia bảo hiểm trên 10.000 người.", a number itself.
_OWN = re.compile(
    r"[^;.()]{0,80}?(?:(?:(?<!\w)(?:là|đạt|bằng|còn|xuống|lên|tăng|giảm|dưới|trên|không\s+quá)\s|:\s)[^;()]{0,40}?\d"
    r"|(?<!\w)(?:(?:tăng|giảm)\s+(?:dần|nhanh|mạnh|so|qua|h[ằà]ng|theo)|thấp\s+hơn|cao\s+hơn)(?!\w))",
    re.IGNORECASE,
)


def is_so_many(text: str, start: int, figure: int, end: int) -> bool:
    """Whether the number at ``figure`` only says of how many a rate is told: "số bác sĩ trên 10.000 dân đạt 13".

    A share is never a number of people, whatever follows; a number of bodies is one unless its own follows.
    """
    rate, base = _RATE.search(text, start, figure), _SO_MANY.match(text, figure, end)
    if rate is None or base is None:
        return False
    return bool(rate["never_counts"] or _OWN.match(text, base.end(), end))


def ends_there(text: str, position: int, limit: int) -> bool:
    """Whether nothing that could be counted follows a number that ends at ``position``."""
    return bool(_BARE_END.match(text, position, limit))


def is_bare(text: str, start: int) -> bool:
    """Whether the words before a number that begins at ``start`` say that it needs no unit, and no whole number."""
    before = text[max(0, start - _BARE_WINDOW) : start]
    return bool(_BARE.search(before) or _RATE_TOLD.search(before))


# What is counted, up to the end of its clause: a thing in two to four syllables.
_THING = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){1,3}(?=\s*(?:[.,;)](?!\w)|$))")


def named_before(text: str, start: int, noun: int, limit: int) -> int | None:
    """Where the thing ends that is counted at ``noun`` and named by "Số …" before the number; None when none is.

    "Số thuê bao chữ ký số cá nhân đạt 60.606 thuê bao": the unit is that thing and no part of it.
    """
    thing = _THING.match(text, noun, limit)
    if thing is None:
        return None
    clause = re.split(r"[;.()]", squeeze(text[max(0, start - _BARE_WINDOW) : start]).lower())[-1]
    said = squeeze(thing.group()).lower()
    named = any(f"{number} {said} " in f" {clause} " for number in (" số", " số lượng"))
    return thing.end() if named else None
