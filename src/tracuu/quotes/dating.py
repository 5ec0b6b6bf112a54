"""When and by whom a document was issued, where a mention says it apart from the number."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracuu.documents import TITLES
from tracuu.quotes.naming import name_spans
from tracuu.text import UPPER
from tracuu.types import Reference, Span


def _day(name: str) -> str:
    """A day as a group of a pattern: "13/3/2026", "13-3-26", "13 tháng 3 năm 2026"."""
    return (
        rf"(?P<{name}>(?<![\d/])\d{{1,2}}(?:\s?(?P<{name}_sep>[/.-])\s?\d{{1,2}}\s?(?P={name}_sep)\s?"
        r"(?:(?:19|20)\d\d|\d\d)(?![\d/])|\s*tháng\s*\d{1,2}\s*năm\s*(?:19|20)\d\d(?!\d)))"
    )


# "ngày" stands before a day, twice when mistyped.
_ON = r"(?:(?:ngày|hôm)\s+)+"
_PUBLISHED = r"(?:ban hành|ký(?: ban hành)?|thông qua|phê duyệt|công bố|đề)"
# "Kế hoạch số … (ngày 13/3/2026)", "…, được ban hành ngày 13/3/2026", "… ký ngày ngày 13/3/26".
_DAY_BEHIND = re.compile(
    rf"\s*[,(]?\s*(?:(?:được|đã|vừa|mới)\s+)*(?:{_PUBLISHED}(?!\w))?\s*(?:vào\s+)?{_ON}{_day('day')}\)?",
    re.IGNORECASE,
)
# "Kế hoạch số … | (được|do|mà) Ban Thường vụ Tỉnh ủy ban hành (ngày 13/3/2026)".
_ISSUED_BEHIND = re.compile(
    rf"\s*[,(]?\s*(?:(?:là văn bản|vừa|mới|đã)\s+)*(?:được|do|mà)\s+(?P<issuer>[{UPPER}][^.;:,()\n“”\"]{{3,90}}?)\s+"
    rf"(?:(?:đã|vừa|mới)\s+)*{_PUBLISHED}(?!\w)(?:\s*,?\s*(?:vào\s+)?{_ON}{_day('day')})?"
)
# "Ngày 13/3/2026, Ban Thường vụ Tỉnh ủy (đã) ban hành | Kế hoạch số …".
_BEFORE = re.compile(
    rf"(?:(?<!\w)[Nn]gày\s+{_day('day')},?\s+|(?P<edge>^|[.;:\n,]\s*))"
    rf"(?P<issuer>[{UPPER}][^.;:,()\n“”\"]{{4,90}}?)\s+(?:đã\s+)?(?:ban hành|ký ban hành|ký|có)\s+$"
)
# "Ngày 13/3/2026, tại Kế hoạch số …" is another's day; it was read nowhere. A deadline or a period is no day of issue.
_OTHER_DAY = re.compile(
    r"(?:trước|sau|đến|từ|hết|qua|tới|quá|chậm nhất(?: là)?|muộn nhất(?: là)?|kể từ|tính đến|xong|trong|hạn"
    r"|vào|thời điểm"
    rf"|hiệu lực(?: thi hành)?(?: từ| kể từ)?|[-–])\s*(?:là\s+)?{_ON}?$",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(_day("day"), re.IGNORECASE)
# "Kế hoạch số … tháng 3 năm 2026", "… (tháng 3/2026)".
_MONTH = re.compile(r"\s*[,(]?\s*tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+|\s?/\s?)(?P<year>(?:19|20)\d\d)(?!\d)")
_NEXT_TITLE = re.compile(rf"\s+và\s+(?={'|'.join(TITLES)})")


def day_of(written: str) -> date | None:
    """The day that is written, with a year of two figures too ("14/03/26"); None for an impossible one."""
    parts = [int(part) for part in re.findall(r"\d+", written)]
    if len(parts) != 3:
        return None
    day, month, year = parts
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def completed(text: str, mention: Reference) -> Reference:
    """The mention with what is said of it right before it or in an insertion behind; no title of the next one."""
    mention = _with_issuing(text, _cut_at_next(text, mention))
    start, end = mention.span
    if mention.issued_on is None and (match := _DAY_BEHIND.match(text, end)) and (day := day_of(match["day"])):
        mention = replace(mention, issued_on=day, span=Span(start, match.end()))
    before = _BEFORE.search(text, max(0, start - 160), start)
    return _with_lead(mention, before) if before else mention


def _with_issuing(text: str, mention: Reference) -> Reference:
    """The mention with the body, and the day, of "… được (do, mà) Ban Thường vụ Tỉnh ủy ban hành ngày …"."""
    match = _ISSUED_BEHIND.match(text, mention.span.end)
    if match is None or not is_name(match["issuer"]):
        return mention
    day = day_of(match["day"]) if match["day"] else None
    return replace(
        mention,
        issuer=mention.issuer or " ".join(match["issuer"].split()),
        issued_on=mention.issued_on or day,
        span=Span(mention.span.start, match.end()),
    )


def _cut_at_next(text: str, mention: Reference) -> Reference:
    """The issuer ends before the next document: "… của Ủy ban nhân dân tỉnh và Kế hoạch số …"."""
    start, end = mention.span
    match = _NEXT_TITLE.search(text, start, end + 20)
    if match is None or match.start() >= end or mention.issuer is None:
        return mention
    lost = end - match.start()
    issuer = " ".join(text[start : match.start()].split())
    kept = next(
        (mention.issuer[:n] for n in range(len(mention.issuer), 3, -1) if issuer.endswith(mention.issuer[:n])), None
    )
    return replace(mention, issuer=kept, span=Span(start, end - lost))


def _with_lead(mention: Reference, before: re.Match[str]) -> Reference:
    """The mention with the day and the body named before it, where it names none itself."""
    day = day_of(before["day"]) if before["day"] else None
    if mention.issued_on is None and day:
        mention = replace(mention, issued_on=day)
    if mention.issuer is None and is_name(before["issuer"]):
        mention = replace(mention, issuer=" ".join(before["issuer"].split()))
    return mention


# Any body may be called so: they tell none apart.
_COMMON = frozenset(
    (
        "Đảng", "Nhà nước", "Đơn vị", "Cơ quan", "Sở", "Ban", "Bộ", "Ngành", "Phòng", "Văn phòng", "Ủy ban", "Uỷ ban",
        "Hội đồng", "Thường trực", "Cấp ủy", "Cấp uỷ", "Chủ tịch", "Lãnh đạo",
    )
)  # fmt: skip


def is_name(words: str) -> bool:
    """Whether words are the name of one body, whole."""
    if words in _COMMON or words.startswith(("Các ", "Những ", "Mọi ", "Nhiều ", "Một ")):
        return False
    named = [span for span in name_spans(words, [Span(0, len(words))]) if span.start == 0]
    return bool(named) and max(named).end == len(words)


def days_unread(text: str, first: int, last: int) -> Iterator[Span]:
    """The days in ``text[first:last]`` that may be those of issue: no deadlines, periods or days of effect."""
    for match in _ANY_DAY.finditer(text, first, last):
        if not _OTHER_DAY.search(text, max(first, match.start() - 30), match.start()):
            yield Span(*match.span())


def month_said(text: str, mention: Reference) -> date | None:
    """The first day of the month that is said behind a mention without a day; None when there is none."""
    match = _MONTH.match(text, mention.span.end)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    return date(int(match["year"]), int(match["month"]), 1)
