"""What may not be cut: figures with their signs and ranges, dates, symbols, words joined by a slash."""

import re
from typing import NamedTuple

from tracuu.documents.symbols import SYMBOL
from tracuu.documents.views import View
from tracuu.types import DifferenceKind

# Characters on each side that are looked at: nothing that may not be cut is longer ("1.250.000 - 1.500.000 nghìn tỷ").
_REACH = 60
# A shorter line ended by itself; a longer one may have been broken by its width (lines of pages have 65 to 100).
_FULL_LINE = 60
_CELL = re.compile(r"[\t|]|</?(?:table|tr|t[dh])\b", re.IGNORECASE)

_LETTERS = re.compile(r"[A-ZĐƯÐ]{2}|[A-ZĐ][a-z]?$")
# "năm 2026", "1.500", "1 500 000", "4,7", "1 .500"; "4, 7" only before what is counted, since "mục 4, 7" are two.
_MAGNITUDE = r"(?:%|‰|tỷ(?!\w)|tỉ(?!\w)|triệu(?!\w)|nghìn(?!\w)|ngàn(?!\w)|vạn(?!\w)|trăm(?!\w))"
_TIGHT = r"\d+(?:[ ]?[.,:](?=\d)\d+)*"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[ ]\d{{3}})+(?!\d)(?:,\d+)?|(?<![\d.,])\d{{1,3}},[ ]\d{{1,3}}(?=[ ]?{_MAGNITUDE})"
    rf"|(?<=[ (])\d{{1,3}}\.[ ]\d{{3}}(?!\d)(?=[ ](?!\d))|{_TIGHT})"
)
_FIGURE = rf"{_NUMBER}(?:[ ]?[%‰])?(?:[ \n]{_MAGNITUDE})*"
# "-5%" behind a space or an opening bracket, "≥ 35%", "+7"; at the beginning of a line a dash begins an item.
_SIGN = r"(?:(?<=[ \t(:])[-–−+](?=\d)|(?:[±≤≥≈~]|[<>]=?)[ ]?)"
_DAY = r"[\dlIOo]{1,2}"
_YEAR = r"[12lI][\dlIOo]{3}(?!\w)"
_UNCUT = re.compile(
    rf"(?P<symbol>(?-i:{SYMBOL.pattern.replace(chr(92) + 's', '[ ]')}))"
    rf"|(?P<date>(?<!\w){_DAY}[ ]?(?P<sep>[/.-])[ ]?{_DAY}[ ]?(?P=sep)[ ]?{_YEAR}"
    rf"|(?<!\w){_DAY}[ \n]+tháng[ \n]+{_DAY}(?!\w)(?:[ \n]+năm[ \n]+{_YEAR})?"
    rf"|(?<!\w)(?:tháng[ \n]+{_DAY}|quý[ \n]+[IVX\d]+)[ \n]+năm[ \n]+(?:19|20)\d\d(?!\w)"
    rf"|(?<!\w)\d{{1,2}}[ \n]+giờ[ \n]+\d{{2}}(?!\d))"
    r"|(?P<free>(?<!\w)(?:mục|khoản|điểm|điều|chương|phần|phụ lục|giai đoạn|tháng|ngày|quý|nhóm|số|vùng|tổ|loại|hạng"
    r"|cấp|lớp|khối|bước|đợt|các)[ ]\d{1,3}(?:,[ ]\d{1,3})+(?![\w.,%])"
    r"|(?<![\d.,])\d{1,3}(?:,[ ]\d{1,3}){2,}(?![\w.,%]))"
    rf"|(?P<number>(?:{_SIGN}|(?<![\w.,])){_FIGURE}(?:(?:[ ]?[-–][ ]?|[ ]đến[ ]){_FIGURE})*(?:/\w+)*"
    r"(?![\w/&+]|[-–]\w|[.,:]\d))"
    r"|(?P<word>(?:\w*\d\w*|(?<!\w)\w+(?=[-–/&]\w*\d)|\w+(?=[/&]\w))(?:[-–/&+]\w+|(?<=\d)[.,:]\d+\w*)*(?:[ ]?%)?)",
    re.IGNORECASE,
)  # fmt: skip


class Uncut(NamedTuple):
    """A stretch ``[start, end)`` of a view that must be quoted whole, and what it is."""

    start: int
    end: int
    kind: DifferenceKind


def cut_at(view: View, source: str, at: int) -> Uncut | None:
    """What the place ``at`` of a view of ``source`` cuts in two; None between words and figures."""
    text = view.text
    if at <= 0 or at >= len(text):
        return None
    near = text[max(0, at - _REACH) : at + _REACH]
    found = _among(view, source, at) if any(c.isdigit() or c in "/&" for c in near) else None
    if found is None and text[at - 1].isalnum() and text[at].isalnum() and at not in view.gaps:
        return _word(text, at)
    return found


def _word(text: str, at: int) -> Uncut:
    start, end = at, at
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Uncut(start, end, DifferenceKind.WORD)


def _among(view: View, source: str, at: int) -> Uncut | None:
    """The figure, date, symbol or joined words that begin before ``at`` and end behind it."""
    first = max(0, at - _REACH)
    while first > 0 and first not in view.gaps and view.text[first - 1] != " ":
        first -= 1
        if at - first > 2 * _REACH:
            break
    spread, places = _spread(view, source, first, min(len(view.text), at + _REACH))
    for match in _UNCUT.finditer(spread):
        if match.lastgroup == "symbol" and not _LETTERS.search(match.group()):
            continue
        start, end = places[match.start()], places[match.end() - 1] + 1
        if start >= at:
            return None
        if end > at and match["free"] is None:
            return Uncut(start, end, _kind(match))
    return None


def _kind(match: re.Match[str]) -> DifferenceKind:
    for name in ("symbol", "date"):
        if match[name] is not None:
            return DifferenceKind(name)
    return DifferenceKind.NUMBER if any(c.isdigit() for c in match.group()) else DifferenceKind.WORD


def _spread(view: View, source: str, first: int, last: int) -> tuple[str, list[int]]:
    """``view.text[first:last]`` with the white space that parts cells, lines and words, and each one's place there."""
    out: list[str] = []
    places: list[int] = []
    for at in range(first, last):
        letter = view.text[at]
        if letter == " " or (at in view.gaps and at > first):
            white = _white(view, source, at, 1 if letter == " " else 0)
            out.append(white)
            places.extend([at] * len(white))
        if letter != " ":
            out.append(letter)
            places.append(at)
    return "".join(out), places


def _white(view: View, source: str, at: int, width: int) -> str:
    """The white space before (or, of that width, at) a place: a tab between cells, a line end, a space."""
    start = view.span(at - 1, at).end if at else 0
    end = view.span(at + width, at + width + 1).start if at + width < len(view.text) else len(source)
    between = source[start:end]
    if _CELL.search(between):
        return "\t"
    if "\n" not in between:
        return " "
    if re.search(r"\n\s*\n", between):
        return "\n\n"
    line = source[source.rfind("\n", 0, start) + 1 : start].rstrip()
    return " " if len(line) >= _FULL_LINE and line[-1] not in ".:;!?…" else "\n"
