"""Numbers, symbols, kinds and dates of documents, as they are printed and misprinted."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracuu.documents.issuing import issuer_behind
from tracuu.text import UPPER, fold, squeeze
from tracuu.types import Reference, Span

# Kinds of document by their code (Decree 30/2020/NĐ-CP, appendix III, and the Party's guide 36-HD/VPTW).
KINDS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "QyĐ": "Quy định", "QĐi": "Quy định", "CT": "Chỉ thị",
    "KL": "Kết luận", "QC": "Quy chế", "TB": "Thông báo", "HD": "Hướng dẫn", "BC": "Báo cáo",
    "KH": "Kế hoạch", "CTr": "Chương trình", "CTHĐ": "Chương trình hành động", "ĐA": "Đề án",
    "PA": "Phương án", "DA": "Dự án", "TTr": "Tờ trình", "CV": "Công văn", "CĐ": "Công điện",
    "BB": "Biên bản", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "GM": "Giấy mời", "ĐL": "Điều lệ", "TC": "Thông cáo",
}  # fmt: skip
# Titles that may stand alone above the subject; longer ones first so that they win.
TITLES = (
    "Chương trình hành động", "Kế hoạch hành động", "Chương trình công tác", "Chương trình phối hợp",
    "Quy chế phối hợp", "Thông tư liên tịch",
    "Nghị quyết", "Quyết định", "Quy định", "Chỉ thị", "Kết luận", "Quy chế", "Thông tri", "Thông tư",
    "Thông báo", "Thông cáo", "Hướng dẫn", "Báo cáo", "Kế hoạch", "Chương trình", "Đề án", "Phương án",
    "Tờ trình", "Công văn", "Công điện", "Biên bản", "Nghị định", "Pháp lệnh", "Luật", "Bộ luật",
    "Giấy mời", "Điều lệ", "Lời kêu gọi",
)  # fmt: skip
_TITLE_BY_FOLD = {fold(title): title for title in TITLES}

# 39-KH/TU, 584 -CV/ĐU, 2233/KH-UBND, 30/2020/NĐ-CP, 111/2025/UBTVQH15, 4711/UBND-KTN, 81-HD/BTGDVTU.
# Not: 2026 - 2030 (no letters), 13/3/2026, Km15+800/QL279 (begins inside a word).
SYMBOL = re.compile(
    r"(?<![\w/.,-])\d{1,5}[a-z]?(?:\s?/\s?(?:19|20)\d{2})?\s{0,2}[-/–]\s?"
    r"(?:[A-ZĐƯÐ][A-Za-zĐđƯưÐ&]{0,14}\d{0,2})"
    r"(?:\s?[-/–.]\s?[A-ZĐƯÐ][A-Za-zĐđƯưÐ&]{0,14}\d{0,3}){0,3}(?![\w])"
)
# 08/6/2022, 8-6-2022, 08.6.2022; "ngày 08 tháng 6 năm 2022" with any spaces.
DATE = re.compile(
    r"(?<![\d/])(?P<d1>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m1>\d{1,2})\s?(?P=sep)\s?(?P<y1>(?:19|20)\d{2})(?!\d)"
    r"|ng[àa]y\s*(?P<d2>\d{1,2})\s*th[áa]ng\s*(?P<m2>\d{1,2})\s*n[ăa]m\s*(?P<y2>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(r"(?P<kind>" + "|".join(TITLES) + r")\s+(?:liên tịch\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE)
_DATE_AFTER = re.compile(r"(?P<before>\s*,?\s*)(?:ngày\s*)?(?=\d|ngày)", re.IGNORECASE)
_ISSUER_AFTER = issuer_behind(TITLES)
# Words that join the next clause and end no name.
_TRAILING = re.compile(
    r"(?:\s+(?:và|khu))+$|\s+và\s+(?:Chỉ thị|Nghị quyết|Quyết định|Kế hoạch|Công văn|Thông báo|Kết luận|Nghị định"
    r"|Luật).*$"
)
# A subject ends here; ", Ban Thường vụ Tỉnh ủy ban hành …" begins the main clause.
_SUBJECT_END = re.compile(
    rf"[;()|\t]|\n\n|\.\s|\.$|, như sau|,\s(?=[{UPPER}][^,.;\n]{{2,60}}?\s(?:ban hành|xây dựng|yêu cầu|hướng dẫn)\b)|$"
)
_SUBJECT_LENGTH = 700
_SUBJECT_AFTER = re.compile(r"\s*,?\s*(?:v/v|về việc|về)\s+", re.IGNORECASE)


class Dated(NamedTuple):
    """A date and where it stands, offsets into the text that was searched."""

    value: date
    span: Span


def canonical_symbol(text: str) -> str:
    """The symbol without inner spaces, Ð and long dashes put right: "584 -CV/ÐU" gives "584-CV/ĐU"."""
    return re.sub(r"\s+", "", text).replace("Ð", "Đ").replace("–", "-")


@lru_cache(maxsize=8192)
def symbol_key(symbol: str) -> str:
    """What two writings of one symbol share: folded, without spaces and leading zeros of the number."""
    return re.sub(r"\W+", "-", fold(canonical_symbol(symbol))).lstrip("0")


def kind_of_symbol(symbol: str) -> str | None:
    """The kind that the symbol's letters name; "Công văn" when letters name no kind; None if unclear.

    Laws and resolutions of the National Assembly (59/2020/QH14) do not say their kind.
    """
    letters = re.split(r"[-/]", canonical_symbol(symbol))[1:]
    if letters and letters[0].isdigit():
        letters = letters[1:]
    if not letters or re.match(r"(QH|UBTVQH)\d", letters[0]):
        return None
    for part in letters[:1]:
        if part in KINDS:
            return KINDS[part]
        by_fold = {fold(code): kind for code, kind in KINDS.items()}
        if fold(part) in by_fold and part.upper() == part:
            return by_fold[fold(part)]
    return "Công văn" if len(letters) >= 2 else None


def find_dates(text: str) -> Iterator[Dated]:
    """Every whole date in ``text`` in order; impossible ones (32/13) are passed over."""
    for match in DATE.finditer(text):
        parts = [match[f"{name}1"] or match[f"{name}2"] for name in "ymd"]
        try:
            yield Dated(date(*map(int, parts)), Span(match.start(), match.end()))
        except ValueError:
            continue


# Who joined in a paper is no part of its subject: "HƯỚNG DẪN LIÊN NGÀNH".
_JOINT = re.compile(r"^LIÊN (?:NGÀNH|TỊCH|CƠ QUAN|SỞ)(?:\s|$)")


def title_kind(line: str) -> tuple[str, str] | None:
    """Kind and rest of a line that is the title of a document: ("Kế hoạch", "").

    The line is in capitals, or is the kind alone; letters set apart ("K Ế  H O Ạ C H") and lost
    marks ("KÊ HOẠCH") are read too. None for any other line.
    """
    letters = [c for c in line if c.isalpha()]
    if not letters or len(line) > 300:
        return None
    upper = sum(c.isupper() for c in letters) / len(letters)
    folded = squeeze(fold(line)).strip(" .:*_-")
    spaced = all(len(word) == 1 for word in folded.split()) and len(letters) > 3
    for key, title in _TITLE_BY_FOLD.items():
        if spaced and folded.replace(" ", "") == key.replace(" ", ""):
            return title, ""
        if folded == key and (upper > 0.8 or line.strip(" .:*_").istitle() or line.strip()[:1].isupper()):
            return title, ""
        if folded.startswith(key + " ") and upper > 0.8:
            return title, _JOINT.sub("", squeeze(line)[len(key) :].strip())
    return None


def find_references(text: str, *, offset: int = 0) -> tuple[Reference, ...]:
    """Mentions of other documents in ``text``, in order; ``offset`` is where it begins in the source."""
    found: list[Reference] = []
    for match in SYMBOL.finditer(text):
        if not re.search(r"[A-ZĐÐ]{2}|[A-ZĐ][a-z]?$", match.group()):
            continue
        before = _KIND_BEFORE.search(text, max(0, match.start() - 60), match.start())
        start, end, position = (before.start() if before else match.start()), match.end(), match.end()
        issued = _date_at(text, position)
        if issued:
            position = end = issued.span.end
        issuer = _ISSUER_AFTER.match(text, position)
        if issuer:
            position = end = issuer.end()
        if not issued and (issued := _date_at(text, position)):
            position = end = issued.span.end
        subject = _SUBJECT_AFTER.match(text, position)
        found.append(
            Reference(
                span=Span(start + offset, end + offset),
                symbol=canonical_symbol(match.group()),
                kind=_TITLE_BY_FOLD.get(fold(before["kind"])) if before else kind_of_symbol(match.group()),
                issuer=_TRAILING.sub("", squeeze(issuer["issuer"])) if issuer else None,
                issued_on=issued.value if issued else None,
                subject=_subject_at(text, subject.end()) if subject else None,
            )
        )
    return tuple(found)


def _date_at(text: str, position: int) -> Dated | None:
    """The date that follows at once ("…, ngày 13/3/2026"), if any."""
    lead = _DATE_AFTER.match(text, position)
    if not lead:
        return None
    for start in (lead.end(), lead.end("before")):  # "…/KH-UBND ngày 30 tháng 3 năm 2026": "ngày" is part of the date
        if match := DATE.match(text, start):
            parts = [match[f"{name}1"] or match[f"{name}2"] for name in "ymd"]
            try:
                return Dated(date(*map(int, parts)), Span(match.start(), match.end()))
            except ValueError:
                return None
    return None


def _subject_at(text: str, position: int) -> str:
    """The words of the subject up to the next bracket, semicolon, new clause or end of paragraph."""
    end = _SUBJECT_END.search(text, position, position + _SUBJECT_LENGTH)
    return squeeze(text[position : end.start() if end else position].replace("**", "")).rstrip(" ,.:*")
