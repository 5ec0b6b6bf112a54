"""Totals and parts that a sentence tells: "41 đô thị, gồm 1 loại II, 40 loại V"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracuu.facts.figures import Figure, find_figures, read_number
from tracuu.text import fold, trim
from tracuu.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with the words that say of what: ``span`` holds both, ``what`` is folded; ``finest`` its last digit."""

    span: Span
    value: float
    what: str
    finest: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A total that its parts do not make; ``said`` is what they make, in the unit of the total.

    ``partial``: only some parts are named, and they are more than the whole. ``doubtful``: the parts are of several
    kinds.
    """

    total: Amount
    parts: tuple[Amount, ...]
    said: float
    partial: bool = False
    doubtful: bool = False


_NUM = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_MORE_UNITS = r"(?:\s*(?:,|và)\s*(?:phường|xã|thị trấn|đặc khu|thôn|bản|tổ dân phố|khu phố|ấp|buôn))*"
_JOINT = re.compile(
    rf"(?P<more>{_MORE_UNITS})(?P<name>[^\d.;:,()]{{0,60}}?)\s*,?\s*(?:(?P<open>\()\s*)?"
    r"(?:(?P<all>(?:bao\s+)?g[ồô]m(?:\s+có)?|cụ\s+thể(?:\s+là|\s+gồm)?|chia\s+(?:ra|thành)|phân\s+bổ\s+như\s+sau)\s*:?\s*"
    r"|(?P<some>trong\s+đó(?:\s+có|\s+gồm)?\s*:?\s*)|(?<=\()(?=\d))",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(?:,\s+(?:và\s+)?|;\s*(?:và\s+)?|\s+và\s+|\n\s*[-–+•]\s*)")
_COUNTED = re.compile(rf"(?P<n>{_NUM})\s+(?P<what>[^\d]{{2,120}}?)(?:\s+(?:vào\s+|đến\s+)?năm\s+20\d\d)?\s*$")
# What begins another statement and ends the list of parts.
_GOES_ON = re.compile(
    r"(?:đến|tới|vào|trong|năm|giai đoạn|phấn đấu|tăng|giảm|đạt|chiếm|so|bảo đảm|đảm bảo|với|theo|thuộc|tại|trên|nhằm"
    r"|để|cùng|qua|do|thực hiện|hoàn thành|tổng|có|được|sẽ|đã|cơ bản|từng bước|bình quân)\b",
    re.IGNORECASE,
)
_QUALIFIERS = frozenset({"loai", "cap", "hang", "nhom", "muc", "bac"})
_COMMUNES = frozenset({"xa", "phuong", "thi tran", "dac khu"})
# What may be made up of things of several names.
_WHOLES = re.compile(
    r"(?:don vi|nguoi|thanh vien|dong chi|dai bieu|co so|cong trinh|chi tieu|thu tuc|van ban|can bo|co quan|to chuc"
    r"|truong|xa|phuong|dau moi)\b"
)
_UNITS_OF_AREAS = re.compile(r"(?:don vi hanh chinh(?: cap xa)?|don vi|xa|phuong|dia phuong)\b")
_SCALES = {"nghin dong": 1e3, "trieu dong": 1e6, "ty dong": 1e9, "nghin ty dong": 1e12, "dong": 1.0}
_SCALES |= {"trieu": 1e6, "ty": 1e9}
_ABOUT = re.compile(r"(?:khoảng|gần|trên|hơn|dưới|tối thiểu|ít nhất|trên dưới|ước)\s+$", re.IGNORECASE)


def sums_in(copy: str, start: int, end: int) -> Iterator[Sum]:
    """The totals of ``copy[start:end]`` that are not what their parts make; in doubt none."""
    for figure in find_figures(copy, start, end):
        if figure.low != figure.high or "%" in figure.unit_name:
            continue
        match = _JOINT.match(copy, figure.unit.end if figure.unit else figure.value.end, end)
        if match is None or _ABOUT.search(copy, max(start, figure.value.start - 14), figure.value.start):
            continue
        limit = _limit(copy, match, end)
        total = _total(copy, figure, match)
        parts = _counted(copy, match.end(), limit) or _measured(copy, match.end(), limit, figure)
        if wrong := _compared(total, parts, figure, partial=bool(match["some"]) and not _names_all(total, parts)):
            yield wrong


def _limit(copy: str, match: re.Match[str], end: int) -> int:
    """Where the list of parts ends at the latest: at its bracket, or the end of the sentence."""
    if match["open"]:
        closing = copy.find(")", match.end(), end)
        return closing if closing >= 0 else match.end()
    stop = re.compile(r"[.](?=\s|$)|[)]").search(copy, match.end(), end)
    return stop.start() if stop else end


def _total(copy: str, figure: Figure, match: re.Match[str]) -> Amount:
    stop = match.end("name")
    span = trim(copy, figure.value.start, stop)
    printed = copy[slice(*figure.value)]
    what = fold(copy[figure.value.end : stop])
    return Amount(span=span, value=figure.low, what=" ".join(what.split()), finest=_finest(printed))


def _finest(printed: str) -> float:
    part = printed.partition(",")[2]
    return 10.0 ** -len(part) if part.isdigit() else 1.0


def _pieces(copy: str, start: int, limit: int) -> Iterator[Span]:
    """The parts between commas, semicolons or dashes; a list with commas ends at its first semicolon."""
    position, separators = start, set[str]()
    for match in _PIECE.finditer(copy, start, limit):
        sign = match.group().strip()[:1]
        if copy.count("(", position, match.start()) > copy.count(")", position, match.start()):
            continue
        if sign == ";" and "," in separators:
            limit = match.start()
            break
        separators.add(sign)
        if match.start() > position:
            yield trim(copy, position, match.start())
        position = match.end()
    if copy[position:limit].strip(" \n.*"):
        yield trim(copy, position, limit)


_BRACKET = re.compile(r"\([^()]*\)")


def _counted(copy: str, start: int, limit: int) -> list[Amount]:
    """Parts that are counted ("02 đô thị loại II"); [] when one of them is not, or goes on in doubt."""
    found: list[Amount] = []
    for span in _pieces(copy, start, limit):
        text = _BRACKET.sub(lambda m: " " * len(m.group()), copy[slice(*span)]).rstrip(" .;,)*")
        match = _COUNTED.fullmatch(text)
        value = read_number(match["n"].lstrip("0") or "0") if match else None
        if match is None or value is None:
            if len(found) > 1 and (_GOES_ON.match(text) or not text):
                return found
            if found and text and copy[max(start, span.start - 4) : span.start].strip() == "và" and _same_name(text):
                last = found[-1]
                found[-1] = Amount(span=Span(last.span.start, span.end), value=last.value, what=last.what)
                continue
            return []
        what = " ".join(fold(match["what"]).split())
        found.append(Amount(span=Span(span.start, span.start + match.end("what")), value=value, what=what))
    return found


def _same_name(text: str) -> bool:
    """Whether words behind "và" go on with a name ("văn hóa và thể thao") and count nothing by themselves."""
    return not re.match(
        r"(?:xã|phường|thị trấn|đặc khu|một|hai|ba|các|thôn|bản|huyện|thành phố)\b", text, re.IGNORECASE
    )


def _measured(copy: str, start: int, limit: int, total: Figure) -> list[Amount]:
    """Parts that are named before their figure ("ngân sách tỉnh 4 tỷ đồng"), in the unit of the total; [] in doubt."""
    scale = _scale(total.unit_name)
    found: list[Amount] = []
    for span in _pieces(copy, start, limit):
        figures = list(find_figures(copy, *span))
        if len(figures) != 1 or figures[0].low != figures[0].high or _GOES_ON.match(copy, span.start, span.end):
            if len(found) > 1 and _GOES_ON.match(copy, span.start, span.end):
                return found
            return []
        figure = figures[0]
        own = _scale(figure.unit_name)
        if (figure.unit_name != total.unit_name and not (scale and own)) or figure.value.start == span.start:
            return []
        behind = copy[(figure.unit.end if figure.unit else figure.value.end) : span.end].strip(" .;,)*")
        if behind and not behind.startswith("("):
            return []
        factor = own / scale if scale and own else 1.0
        label = " ".join(fold(copy[span.start : figure.value.start]).split())
        stop = figure.unit.end if figure.unit else figure.value.end
        finest = _finest(copy[slice(*figure.value)]) * factor
        found.append(Amount(span=Span(span.start, stop), value=figure.low * factor, what=label, finest=finest))
    return found


def _scale(unit: str) -> float:
    """How many đồng a unit of money is; 0 for other units."""
    return _SCALES.get(fold(unit), 0.0)


def _compared(total: Amount, parts: Sequence[Amount], figure: Figure, *, partial: bool) -> Sum | None:
    if not parts or (len(parts) < 2 and not partial):
        return None
    money = _scale(figure.unit_name) > 0
    kind = "same" if money else _kind(total, parts)
    if kind is None:
        return None
    said = sum(part.value for part in parts)
    slack = max(1e-6, total.finest / 2 if any(p.finest < total.finest for p in parts) else 0.0)
    if partial:
        more = any(p.value > total.value + slack for p in parts) and kind != "mixed"
        disjoint = (kind == "graded" or money) and said > total.value + slack
        return Sum(total=total, parts=tuple(parts), said=said, partial=True) if more or disjoint else None
    if abs(said - total.value) <= slack or (kind == "mixed" and any(p.value >= total.value for p in parts)):
        return None
    return Sum(total=total, parts=tuple(parts), said=said, doubtful=kind == "mixed")


def _names_all(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a total names its kinds and the parts are one of each: "24 thôn, tổ dân phố: 15 thôn, 9 tổ dân phố"."""
    kinds = [kind.strip() for kind in re.split(r",|\bva\b", total.what) if kind.strip()]
    return len(kinds) > 1 and sorted(kinds) == sorted(part.what for part in parts)


def _kind(total: Amount, parts: Sequence[Amount]) -> str | None:
    """How the parts are named: "graded" (by class), as the total ("same"), "mixed"; None when they may be no parts."""
    head = total.what.split()[0] if total.what else ""
    heads = [part.what.split()[0] for part in parts]
    if all(h in _QUALIFIERS for h in heads) and len(set(heads)) == 1:
        return "graded"
    if _names_all(total, parts):
        return "same"
    graded = next((q for q in _QUALIFIERS if f" {q} " in f" {parts[0].what} "), None)
    if all(h == head or (graded and h == graded) for h in heads):
        return "graded" if graded else "same"
    areas = [next((u for u in _COMMUNES if p.what.startswith(u)), None) for p in parts]
    if _UNITS_OF_AREAS.match(total.what) and all(areas):
        return "same"
    return "mixed" if _WHOLES.match(total.what) else None
