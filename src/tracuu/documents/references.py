"""Mentions of documents by number and symbol: kind, date, issuer and subject as they stand around it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracuu.documents.issuing import issuer_behind
from tracuu.documents.symbols import DATE, SYMBOL, TITLES, Dated, canonical_symbol, find_dates, kind_of_symbol
from tracuu.text import UPPER, fold, squeeze
from tracuu.types import Reference, Span

_TITLE_BY_FOLD = {fold(title): title for title in TITLES}
# A page may break between any two words: "Nghị | quyết số 20-NQ/TU".
TITLE_WORDS = "|".join(title.replace(" ", r"\s+") for title in TITLES)
# What may stand between kind and number: "Thông báo kết luận số 19-TB/TW", "Nghị quyết liên tịch số …".
_QUALIFIED = (
    r"(?:\s+(?:liên\s+tịch|liên\s+ngành|hợp\s+nhất|cá\s+biệt|(?:ý\s+kiến\s+)?kết\s+luận|phối\s+hợp|hành\s+động"
    r"|làm\s+việc))?"
)
_KIND_BEFORE = re.compile(rf"(?P<kind>{TITLE_WORDS}){_QUALIFIED}\s+(?:số\s*:?\s*)?$", re.IGNORECASE)
# "Luật Khám bệnh, chữa bệnh số 15/2023/QH15": a law is known by its name.
_LAW_BEFORE = re.compile(
    rf"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[{UPPER}][^\W\d]*(?:,?\s+[^\W\d]+){{0,16}}?)\s+số\s*:?\s*$"
)
# White space is not given back (*+), here and below: of a run without end each part would be tried.
_DATE_AFTER = re.compile(r"(?P<before>\s*+,?\s*+)(?:ngày\s*+)?(?=\d|ngày)", re.IGNORECASE)
_ISSUER_AFTER = issuer_behind(TITLES)
# Longer than any name of a body with "của" before it.
_NAME_LENGTH = 300
# A name goes on over the end of a line; behind an empty line only in small letters, where a page broke it.
_NEXT_PARAGRAPH = re.compile(rf"\n\s*\n\s*(?=[{UPPER}])")
# A document that comes next is no word of a name: "… của Tỉnh ủy | Kế hoạch số …".
_NEXT_DOCUMENT = re.compile(rf"\s(?:{TITLE_WORDS})\s+(?:liên\s+tịch\s+)?(?:số|này|của|về|trên|ngày|\d)")
# Words that join the next clause and end no name; a salutation on the next line is none either.
_TRAILING = re.compile(r"(?:\s+(?:và|khu|đồng|công))+$|\s+(?:Kính|V/v)$")
# A subject ends here; ", Ban Thường vụ Tỉnh ủy ban hành …" begins the main clause.
_SUBJECT_END = re.compile(
    rf"[;()|\t]|\n\n|\.\s|\.$|, như sau|,\s(?=[{UPPER}][^,.;\n]{{2,60}}?\s(?:ban hành|xây dựng|yêu cầu|hướng dẫn)\b)|$"
)
_SUBJECT_LENGTH = 700
_SUBJECT_AFTER = re.compile(r"\s*+,?\s*+(?:v/v|về việc|về)\s+", re.IGNORECASE)
# Between two numbers under one kind: "các Nghị quyết số 06-NQ/TW, 33-NQ/TW".
_LISTED = re.compile(r"\s*(?:,|và|;|,\s*và)\s*(?:số\s*)?")

# "1- UBND xã tổng hợp" at the beginning of a line. Near misses: "39-KH/TU", "584 -CV/ĐU", "4711/UBND-KTN".
_ITEM = re.compile(r"\d{1,2}\s?[-–]\s?[^\W\d_]+")


def find_references(text: str, *, offset: int = 0) -> tuple[Reference, ...]:
    """Mentions of other documents in ``text``, in order; ``offset`` is where it begins in the source."""
    found: list[Reference] = []
    for match in SYMBOL.finditer(text):
        if re.search(r"[A-ZĐÐ]{2}|[A-ZĐ][a-z]?$", match.group()) and not _is_item(text, match):
            found.append(_mention(text, match))
    return tuple(
        replace(r, span=Span(r.span.start + offset, r.span.end + offset)) for r in _with_issuers_of_lists(found, text)
    )


def _is_item(text: str, match: re.Match[str]) -> bool:
    """Whether it is the label of an item and the body it begins with."""
    line = text.rfind("\n", 0, match.start()) + 1
    return bool(_ITEM.fullmatch(match.group())) and not text[max(line, match.start() - 40) : match.start()].strip(
        " *#_"
    )


def _mention(text: str, match: re.Match[str]) -> Reference:
    """The document that the symbol at ``match`` names, with what is said of it."""
    before = _KIND_BEFORE.search(text, max(0, match.start() - 60), match.start())
    law = None if before else _LAW_BEFORE.search(text, max(0, match.start() - 120), match.start())
    start = (before or law or match).start()
    end = match.end()
    issued = _date_at(text, end)
    end = issued.span.end if issued else end
    issuer = issuer_at(text, end)
    end = issuer[1] if issuer else end
    if not issued and (issued := _date_at(text, end)):
        end = issued.span.end
    subject = _SUBJECT_AFTER.match(text, end)
    named = squeeze(law["name"]) if law else None
    return Reference(
        span=Span(start, end),
        symbol=canonical_symbol(match.group()),
        kind=kind_at(before or law) or kind_of_symbol(match.group()),
        issuer=issuer[0] if issuer else None,
        issued_on=issued.value if issued else None,
        subject=_subject_at(text, subject.end()) if subject else named,
    )


def kind_at(match: re.Match[str] | None) -> str | None:
    """The kind that a match names in its group ``kind``, as kinds are written; None without a match."""
    return _TITLE_BY_FOLD.get(fold(squeeze(match["kind"]))) if match else None


def issuer_at(text: str, position: int) -> tuple[str, int] | None:
    """The body named at once ("của Ban Thường vụ Tỉnh ủy") and where its name ends; None when there is none."""
    limit = min(len(text), position + _NAME_LENGTH)
    ends = (pattern.search(text, position, limit) for pattern in (_NEXT_PARAGRAPH, _NEXT_DOCUMENT))
    match = _ISSUER_AFTER.match(text, position, min([limit, *(end.start() for end in ends if end)]))
    if match is None:
        return None
    name = _TRAILING.sub("", match["issuer"])
    return squeeze(name), match.start("issuer") + len(name)


def _date_at(text: str, position: int) -> Dated | None:
    """The date that follows at once ("…, ngày 13/3/2026"), if any."""
    lead = _DATE_AFTER.match(text, position)
    if not lead:
        return None
    for start in (lead.end(), lead.end("before")):  # "…/KH-UBND ngày 30 tháng 3 năm 2026": "ngày" is part of the date
        if match := DATE.match(text, start):
            dated = next(find_dates(match.group()), None)
            return Dated(dated.value, Span(match.start(), match.end())) if dated else None
    return None


def subject_span(text: str, reference: Reference) -> Span | None:
    """Where the subject that follows a mention stands in the source; None when none follows."""
    lead = _SUBJECT_AFTER.match(text, reference.span.end)
    if lead is None or reference.subject is None:
        return None
    end = _SUBJECT_END.search(text, lead.end(), lead.end() + _SUBJECT_LENGTH)
    return Span(lead.end(), end.start() if end else lead.end() + _SUBJECT_LENGTH)


def _subject_at(text: str, position: int) -> str:
    """The words of the subject up to the next bracket, semicolon, new clause or end of paragraph."""
    end = _SUBJECT_END.search(text, position, position + _SUBJECT_LENGTH)
    return squeeze(text[position : end.start() if end else position].replace("**", "")).rstrip(" ,.:*")


def _with_issuers_of_lists(found: Sequence[Reference], text: str) -> Sequence[Reference]:
    """Numbers listed under one kind have the issuer that is named after the last: "các Nghị quyết số A, B của …"."""
    done = list(found)
    for i in range(len(done) - 2, -1, -1):
        own, behind = done[i], done[i + 1]
        alone = own.issuer is None and own.issued_on is None and own.subject is None
        under_one = behind.span.start > own.span.end and not _names_kind(text, behind.span)
        if alone and under_one and _LISTED.fullmatch(text, own.span.end, behind.span.start):
            done[i] = replace(own, issuer=behind.issuer)
    return done


def _names_kind(text: str, span: Span) -> bool:
    return not text[span.start].isdigit()
