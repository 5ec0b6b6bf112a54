"""When and by whom a document was issued, where a mention says it apart from the number."""

import re
from dataclasses import replace
from datetime import date

from tracuu.documents import TITLES, find_dates
from tracuu.documents.symbols import DATE
from tracuu.quotes.naming import name_spans
from tracuu.text import UPPER
from tracuu.types import Reference, Span

_DAY = re.sub(r"[?]P<[a-z0-9]+>", "", DATE.pattern.replace("(?P=sep)", "[/.-]"))
# "Kế hoạch số … (ngày 13/3/2026)", "…, được ban hành ngày 13/3/2026".
_DAY_BEHIND = re.compile(
    rf"\s*[,(]?\s*(?:(?:được|đã)\s+)*(?:ban hành|ký(?: ban hành)?|đề)?\s*(?:vào\s+)?"
    rf"(?=ngày\s)(?:ngày\s+)?(?P<day>{_DAY})\)?",
    re.IGNORECASE,
)
# "Ngày 13/3/2026, Ban Thường vụ Tỉnh ủy (đã) ban hành | Kế hoạch số …".
_BEFORE = re.compile(
    rf"(?:(?<!\w)[Nn]gày\s+(?P<day>(?-i:{_DAY})),?\s+|(?P<edge>^|[.;:\n,]\s*))(?P<issuer>[{UPPER}][^.;:,()\n“”\"]{{4,90}}?)\s+"
    r"(?:đã\s+)?(?:ban hành|ký ban hành|có)\s+$"
)
# "Kế hoạch số … tháng 3 năm 2026", "… (tháng 3/2026)".
_MONTH = re.compile(r"\s*[,(]?\s*tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+|\s?/\s?)(?P<year>(?:19|20)\d\d)(?!\d)")
_NEXT_TITLE = re.compile(rf"\s+và\s+(?={'|'.join(TITLES)})")


def completed(text: str, mention: Reference) -> Reference:
    """The mention with what is said of it right before it or in an insertion behind; no title of the next one."""
    mention = _cut_at_next(text, mention)
    start, end = mention.span
    if mention.issued_on is None and (match := _DAY_BEHIND.match(text, end)):
        days = list(find_dates(match["day"]))
        if days:
            mention = replace(mention, issued_on=days[0].value, span=Span(start, match.end()))
    before = _BEFORE.search(text, max(0, start - 160), start)
    return _with_lead(mention, before) if before else mention


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
    days = list(find_dates(before["day"])) if before["day"] else []
    if mention.issued_on is None and days:
        mention = replace(mention, issued_on=days[0].value)
    issuer = before["issuer"]
    if issuer.startswith(("Các ", "Những ", "Mọi ", "Nhiều ", "Một ")):
        return mention
    named = [span for span in name_spans(issuer, [Span(0, len(issuer))]) if span.start == 0]
    if mention.issuer is None and named and max(named).end == len(issuer):
        mention = replace(mention, issuer=" ".join(issuer.split()))
    return mention


def month_said(text: str, mention: Reference) -> date | None:
    """The first day of the month that is said behind a mention without a day; None when there is none."""
    match = _MONTH.match(text, mention.span.end)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    return date(int(match["year"]), int(match["month"]), 1)
