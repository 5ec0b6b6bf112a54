"""Whether a name in a text speaks of the past: of what was, is no more, or is said in a title of that time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracuu.documents import find_dates, symbol_key
from tracuu.facts.writing import written_since
from tracuu.text import squeeze
from tracuu.types import Document, Reference, Span

# Words that tell, wherever they stand in a clause, that a unit or body was there and is no more.
_CUES = re.compile(
    r"(?<!\w)(?:cũ|nguyên(?=\s+(?:là|chủ tịch|phó|bí thư|trưởng|giám đốc|lãnh đạo|cán bộ|huyện|quận|thị|sở|bộ|ban|tỉnh"
    r"|xã))"
    r"|trước\s+đây|trước\s+kia|trước\s+(?:khi|thời\s+điểm)\s+(?:\w+\s+){0,3}(?:sáp\s+nhập|hợp\s+nhất|sắp\s+xếp|chuyển)"
    r"|trước\s+(?:sắp\s+xếp|sáp\s+nhập|hợp\s+nhất)|khi\s+chưa\s+(?:sắp\s+xếp|sáp\s+nhập|hợp\s+nhất)"
    r"|nay\s+(?:là|thuộc|gọi|đổi|chuyển)|giải\s+thể|đổi\s+tên"
    r"|(?:kết\s+thúc|chấm\s+dứt|ngừng|dừng)\s+(?:\w+\s+){0,3}hoạt\s+động|xóa\s+bỏ|xoá\s+bỏ"
    r"|(?:không|bỏ|thay\s+cho)\s+(?:còn\s+|tổ\s+chức\s+|có\s+)?(?:đơn\s+vị\s+hành\s+chính\s+|chính\s+quyền\s+)?(?:cấp\s+)?"
    r"(?:huyện|quận)|thời\s+kỳ\s+(?:kháng\s+chiến|chống))(?!\w)",
    re.IGNORECASE,
)
# Words that tell it of the name that stands close by: "sau khi hợp nhất Sở A với Sở B", "tiếp nhận hồ sơ từ huyện C".
# Near misses: "sắp xếp ổn định dân cư", "UBND huyện A bàn giao mặt bằng".
_MERGING = r"sáp\s+nhập|hợp\s+nhất|sắp\s+xếp(?!\s+(?:ổn\s+định|dân\s+cư|lại\s+dân))|tổ\s+chức\s+lại"
_CUE_BEFORE = re.compile(
    rf"(?<!\w)(?:{_MERGING}|kế\s+thừa|tiếp\s+nhận|bàn\s+giao\s+từ|chuyển\s+(?:giao\s+)?từ|trên\s+cơ\s+sở|bãi\s+bỏ)(?!\w)",
    re.IGNORECASE,
)
_CUE_BEHIND = re.compile(rf"(?<!\w)(?:{_MERGING})(?!\w)", re.IGNORECASE)
_HANDED = re.compile(r"(?:^|\s)(?:do|của)\s+[^.;]{0,20}$", re.IGNORECASE)
_HANDING = re.compile(r"^[^.;,]{0,20}?(?:bàn\s+giao|chuyển\s+giao)", re.IGNORECASE)
# A cue stands this near the name, in characters before and behind.
_NEAR = (60, 45)
# "năm 2024", "giai đoạn 2021 - 2024", "nhiệm kỳ 2020 - 2025", "6 tháng đầu năm 2025": times that are over.
_YEARS = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?![\w%.,]\d|[\w%])")
_MONTH = re.compile(r"(?i:tháng\s+|(?<!\w))(\d{1,2})(?:\s*/\s*|\s+năm\s+)((?:19|20)\d\d)(?!\d)")
_HALF = re.compile(r"(?:6|06|sáu)\s+tháng\s+đầu\s+năm\s+2025|quý\s+(?:I|II|1|2)[/\s](?:năm\s+)?2025", re.IGNORECASE)
# "trước ngày" right before a day.
_BEFORE = re.compile(r"(?:trước|đến\s+hết)\s+(?:thời\s+điểm\s+)?(?:ngày\s+)?$", re.IGNORECASE)
_FUTURE = re.compile(r"(?<!\w)(?:đến\s+(?:hết\s+)?năm|tầm\s+nhìn|định\s+hướng)(?!\w)", re.IGNORECASE)
_END = re.compile(r"[.;](?=\s|$)|\n\s*\n|\t|\|")
# The title of a cited document: "… về việc …", up to the end of its clause.
_TITLE = re.compile(
    r"[\s,;]*(?:\([^()]{0,60}\)\s*)?(?:(?:của\s[^,;.\n]{3,80}?)?[\s,]*(?:về(?:\s+việc)?|V/v|ban\s+hành|phê\s+duyệt"
    r"|quy\s+định|hướng\s+dẫn|sửa\s+đổi|phân\s+công))(?!\w)"
)
# The year in a symbol: 30/2020/NĐ-CP.
_SYMBOL_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What of one document speaks of a time before ``changed``: the clauses of ``cited`` older documents.

    ``written`` is the year of the document, None when it has no date.
    """

    text: str
    changed: date
    written: int | None
    cited: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document, text: str, changed: date) -> "Past":
        """The titles of documents older than ``changed`` in one document."""
        days = _days(document.references)
        cited = (_cited(r, text, days, changed) for r in document.references)
        since = written_since(document, text)
        kept = tuple(span for span in cited if span)
        return cls(text=text, changed=changed, written=since.year if since else None, cited=kept)

    def holds(self, span: Span) -> bool:
        """Whether a name at ``span`` is said of the past; in doubt it is."""
        if any(a <= span.start < b for a, b in self.cited):
            return True
        clause = clause_around(self.text, span)
        words = squeeze(self.text[slice(*clause)])
        return bool(_CUES.search(words)) or self._is_cued(span, clause) or self._is_over(words)

    def _is_cued(self, span: Span, clause: Span) -> bool:
        """Whether a word of merging or handing over stands close to the name."""
        before = self.text[max(clause.start, span.start - _NEAR[0]) : span.start]
        behind = self.text[span.end : min(clause.end, span.end + _NEAR[1])]
        handed = bool(_HANDED.search(before) and _HANDING.search(behind))
        return handed or bool(_CUE_BEFORE.search(before) or _CUE_BEHIND.search(behind))

    def _is_over(self, words: str) -> bool:
        """Whether the times of a clause all lie before the change."""
        days = list(find_dates(words))
        if days:
            day = max(days, key=lambda found: found.value)
            before = bool(_BEFORE.search(words[: day.span.start]))
            return day.value < self.changed or (before and day.value == self.changed)
        months = [(int(m[2]), int(m[1])) for m in _MONTH.finditer(words) if 0 < int(m[1]) < 13]
        if months:
            return max(months) < (self.changed.year, self.changed.month)
        if _HALF.search(words):
            return True
        years = [int(match.group()) for match in _YEARS.finditer(words)]
        # "giai đoạn 2021 - 2025" is over in a paper of 2026.
        last = self.changed.year if self.written and self.written > self.changed.year else self.changed.year - 1
        return bool(years) and not _FUTURE.search(words) and max(years) <= last


def clause_around(text: str, span: Span) -> Span:
    """The sentence, item or cell in which a name stands."""
    start = span.start
    for match in _END.finditer(text, max(0, span.start - 600), span.start):
        start = match.end()
    if start == span.start:
        start = max(0, span.start - 600)
    end = _END.search(text, span.end, min(len(text), span.end + 400))
    return Span(start, end.start() if end else min(len(text), span.end + 400))


def _days(references: Sequence[Reference]) -> dict[str, date]:
    """The days of cited documents by symbol, for mentions that say none."""
    return {symbol_key(r.symbol): r.issued_on for r in references if r.issued_on}


def _cited(reference: Reference, text: str, days: dict[str, date], changed: date) -> Span | None:
    """The mention of an older document with its title; None for one of after the change, or of unknown age."""
    day = reference.issued_on or days.get(symbol_key(reference.symbol))
    year = _SYMBOL_YEAR.search(reference.symbol)
    if not (day < changed if day else year and int(year[1]) < changed.year):
        return None
    if title := _TITLE.match(text, reference.span.end, min(len(text), reference.span.end + 160)):
        end = _END.search(text, title.end(), min(len(text), title.end() + 400))
        return Span(reference.span.start, end.start() if end else title.end() + 200)
    return reference.span


def mentions(pattern: re.Pattern[str], document: Document, text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands in a document."""
    return pattern.finditer(text, *document.span)
