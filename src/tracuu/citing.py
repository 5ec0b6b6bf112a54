"""A span becomes a citation with its viện dẫn.

State documents are cited after Decree 30/2020/NĐ-CP (kind, number and symbol, "ngày … tháng …
năm …", issuer, subject), Party documents in the Party's way ("…-KH/TU, ngày 13/3/2026 của …"). What
a document does not say is left out.
"""

import re
from dataclasses import replace

from tracuu import vi
from tracuu.documents import is_abbreviation, sentence_of, strip_markup
from tracuu.text import squeeze
from tracuu.types import AlsoIn, Citation, Document, Hit, Passage, Source, Span

_ROMAN = re.compile(r"[IVX]{1,5}$")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*$")
_POINT = re.compile(r"[a-zđ]$")
_PARTY_SYMBOL = re.compile(r"\d+[a-z]?-")


def cite(hit: Hit, rank: int, document: Document, source: Source, *, highlights: tuple[Span, ...] = ()) -> Citation:
    """The citation of a hit.

    Raises:
        AssertionError: the passage is not the slice of its source that it says it is.
    """
    passage = hit.passage
    start, end = passage.span
    assert source.text[start:end] == passage.text, passage.passage_id
    header = document.header
    return Citation(
        rank=rank,
        source=passage.source_id,
        doc_id=passage.doc_id,
        document=header.symbol.value if header.symbol else None,
        kind=header.kind.value if header.kind else None,
        issued=header.issued_on.value if header.issued_on else None,
        locator=passage.locator.labels,
        quote=passage.text,
        start=start,
        end=end,
        score=round(min(1.0, max(0.0, hit.score)), 4),
        reference=reference(document, passage),
        also_in=tuple(
            AlsoIn(source=t.source_id, start=t.span.start, end=t.span.end, differs=t.differs, differences=t.differences)
            for t in passage.twins
        ),
        headings=tuple(squeeze(strip_markup(source.text[a:b])) for a, b in passage.headings),
        highlights=highlights,
    )


def reference(document: Document, passage: Passage | None = None) -> str:
    """The formal reference, small to large: "STT 6, Phụ lục, Kế hoạch số 39-KH/TU, ngày 13/3/2026 của …"."""
    place = [spoken(label, passage.locator.labels) for label in reversed(passage.locator.labels)] if passage else []
    return ", ".join([*place, document_reference(document)])


def short_reference(document: Document, passage: Passage) -> str:
    """The reference without the subject, for where the whole would be too long."""
    return reference(replace(document, header=replace(document.header, subject=None)), passage)


def spoken(label: str, labels: tuple[str, ...]) -> str:
    """A label of a locator as it is said: "III" → "Phần III", "2" → "mục 2" (below a Điều "khoản 2")."""
    if _ROMAN.match(label):
        return vi.LOCATOR_PART.format(label=label)
    if _NUMBER.match(label):
        in_article = any(other.startswith(vi.ARTICLE) for other in labels)
        return (vi.LOCATOR_CLAUSE if in_article else vi.LOCATOR_ITEM).format(label=label)
    if _POINT.match(label):
        return vi.LOCATOR_POINT.format(label=label)
    return label


def document_reference(document: Document) -> str:
    """Kind, number and symbol, date, issuer and subject; parts that nothing states are left out."""
    header = document.header
    kind = header.kind.value if header.kind else vi.DOCUMENT
    symbol = header.symbol.value if header.symbol else None
    party = bool(symbol and _PARTY_SYMBOL.match(symbol))
    text = f"{kind} số {symbol}" if symbol else kind
    if header.issued_on:
        day = header.issued_on.value
        short = (
            f"{day.day:02d}/{day.month}/{day.year}" if day.month > 2 else f"{day.day:02d}/{day.month:02d}/{day.year}"
        )
        long = vi.LONG_DATE.format(
            day=f"{day.day:02d}", month=f"{day.month:02d}" if day.month < 3 else day.month, year=day.year
        )
        text += f", ngày {short}" if party else f" {long}"
    if header.issuer:
        text += f" của {full_issuer(document)}"
    if header.subject and header.subject.value.strip():
        text += f" {subject_phrase(header.subject.value)}"
    return text


# Bodies of the provincial level whose names end without their province.
_PROVINCIAL = re.compile(
    r"(?:Sở|Ban Dân tộc|Ban Quản lý (?:các )?(?:[Kk]hu))\b(?!.*\b(?:[Tt]ỉnh|[Tt]hành phố|xã|phường)\b)"
)
_CITIES = frozenset({"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"})


def full_issuer(document: Document) -> str:
    """The issuer with its province when it does not name it: "Ủy ban nhân dân tỉnh" + "Lai Châu"."""
    header = document.header
    assert header.issuer is not None
    issuer = header.issuer.value
    if header.province is None or header.province.value in issuer:
        return issuer
    province = header.province.value
    if re.search(r"(?:[Tt]ỉnh|[Tt]ỉnh ủy|[Tt]ỉnh uỷ|[Tt]hành ủy|[Tt]hành uỷ|[Tt]hành phố)$", issuer):
        return f"{issuer} {province}"
    if _PROVINCIAL.match(issuer):
        return f"{issuer} {vi.CITY if province in _CITIES else vi.PROVINCE} {province}"
    return issuer


# A subject that begins with one of these nouns names a thing: "về kế hoạch …"; the others say what is done.
_NOUNS = re.compile(
    r"(?:kế hoạch|chương trình|công tác|kết quả|tình hình|chính sách|nhiệm vụ|đề án|dự án|quy chế|quy hoạch"
    r"|chỉ tiêu|chủ trương|phương án|một số|các|những|danh mục|biện pháp|giải pháp|tiêu chuẩn|tiêu chí|mức|chế độ"
    r"|nội dung|thời gian|cơ chế|chiến lược|định hướng|phương hướng|dự toán|ngân sách|tổ chức bộ máy|hoạt động)(?!\w)"
)
_CONCLUSION = re.compile(r"(?:ý kiến )?kết luận (?:của|tại|hội nghị|cuộc họp|phiên họp|thanh tra|kiểm tra)(?!\w)")


def subject_phrase(subject: str) -> str:
    """The subject as it follows the issuer: "về việc thực hiện …", "về kế hoạch …", "kết luận của …"."""
    written = sentence_of(subject)
    first = written if is_abbreviation(re.split(r"[\s,]", written)[0]) else written[0].lower() + written[1:]
    if re.match(r"(?:về|V/v)\b", first) or _CONCLUSION.match(first):
        return first
    return f"về {first}" if _NOUNS.match(first) else f"về việc {first}"
