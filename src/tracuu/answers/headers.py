"""Questions about a document itself: who signed, when, its number, its issuer, who received it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.answers.amounts import numbers_asked
from tracuu.answers.evidence import Evidence
from tracuu.answers.scope import is_of_units
from tracuu.documents import TITLES, kind_of_symbol, symbol_key
from tracuu.queries import same_province, topic_terms
from tracuu.text import fold, squeeze, syllables
from tracuu.types import Document, Hit, Intent, Passage, PassageRole, Query, Reference, Span, Stated

# Hits whose references are looked at; what a reference and its sentence must hold of a question's topic, of 2.
_HITS_READ = 8
_SHARED = 0.6
# Share of the topic of a question that the subject, issuer and place of a document must hold for it to be meant.
_ON_SUBJECT = 0.4
# What stands in the head or at the foot, and what is asked for with it.
ABOUT_DOCUMENT = frozenset({Intent.SIGNATORY, Intent.ISSUED_ON, Intent.SYMBOL, Intent.ISSUER, Intent.RECIPIENTS})
_RECIPIENTS_LENGTH = 300


class HeaderFact(NamedTuple):
    """A value of a header with the passage that shows it and the spans that the answer took."""

    value: str
    passage: Passage
    spans: tuple[Span, ...]


def document_asked(query: Query, hits: Sequence[Hit], evidence: Evidence) -> Document | None:
    """The one document that a question about a document means; None when it means none or several.

    The kind that is spoken of first is that of the document asked about ("công văn … về tuyên truyền
    kế hoạch 39" is a letter, and plan 39 its subject).
    """
    kind = _first_kind(query)
    topics = query.doc_ids if _CARRIES_OUT.search(fold(query.text)) else ()
    asked = [doc_id for doc_id in (query.doc_ids or query.ambiguous) if doc_id not in topics]
    held = [evidence.documents[doc_id] for doc_id in asked if doc_id in evidence.documents]
    named = [document for document in held if fits(document, query, None, evidence)]
    if asked and not named:
        return None
    fitting = [d for d in named if kind is None or (d.header.kind and _same_kind(d.header.kind.value, kind))]
    if fitting or (named and kind is None):
        return fitting[0] if len(fitting) == 1 else None
    if query.unknown_symbols or any(_same_kind(kind_of_symbol(s) or "", kind or "") for s in query.cited_symbols):
        return None
    others = [d for d in evidence.documents.values() if d.copy_of is None and d.doc_id not in topics]
    candidates = [d for d in others if fits(d, query, kind, evidence)]
    told = [term for term in topic_terms(query) if fold(term) not in (kind or "").split()]
    if len(candidates) > 1 and not told and not query.provinces:
        return None  # "Ai ký?": nothing tells which
    naming = [term for term in told if term in syllables(_naming_part(query.text, kind))]
    candidates = [
        d for d in candidates if not naming or evidence.coverage(naming, evidence.about(d.doc_id)) >= _ON_SUBJECT
    ]
    scores = {d.doc_id: _closeness(d, hits) for d in candidates}
    best = max(candidates, key=lambda d: (scores[d.doc_id], d.doc_id), default=None)
    return best if best and scores[best.doc_id] > 0 else None


# "Kế hoạch của UBND tỉnh triển khai Kế hoạch 41 mang số mấy": the document with a number is what the other is about.
# Near miss: "Kế hoạch 41 triển khai Nghị quyết 06 ai ký", "kế hoạch số 41".
_CARRIES_OUT = re.compile(
    rf"^\W*(?:(?:so|ai ky|ngay ky|so hieu) (?:cua )?)?(?:{'|'.join(fold(title) for title in TITLES)})\b(?! (?:so )?\d)"
    r"\D{0,80}?\b(?:trien khai|thuc hien|thi hanh|cu the hoa|huong dan|gui kem|tuyen truyen|quan triet|sao gui)\b"
    r"\D{0,40}?\d"
)


# What is asked of the document begins here: "Chương trình của Hà Tĩnh | gửi báo cáo những ban nào".
# Near miss: "số hóa", "ra quân", "người cao tuổi", "cơ quan thuế".
_ASKED_OF_IT = re.compile(
    r"\b(?:(?:gửi (?:cho|tới|đến|báo cáo|những|ai)|nơi nhận|nhận|ai|ký|ban hành|khi nào|người ký"
    r"|do (?:ai|đồng chí|cơ quan|đơn vị|ông|bà|người)|ra (?:ngày|khi|lúc|đời|hồi|năm|tháng)"
    r"|số (?:mấy|bao nhiêu|hiệu|nào|gì)|ngày (?:nào|mấy|bao nhiêu|tháng|ký|ra|ban)"
    r"|(?:cơ quan|người|đơn vị) nào)\b)",
    re.IGNORECASE,
)


def _naming_part(text: str, kind: str | None) -> str:
    """The words that say which document of its kind is meant: from the kind to what is asked of it."""
    start = fold(text).find(kind) + len(kind) if kind and kind in fold(text) else 0
    asked = _ASKED_OF_IT.search(text, start)
    return text[start : asked.start()] if asked else text[start:]


def _first_kind(query: Query) -> str | None:
    """The kind of document that the question speaks of first, folded; None when of none."""
    text = fold(query.text)
    found = [(text.find(fold(t)), -len(t), fold(t)) for t in TITLES if fold(t) in text]
    return min(found)[2] if found else None


def _same_kind(kind: str, asked: str) -> bool:
    """Whether a document of this kind may be called so ("chương trình" for a chương trình hành động)."""
    return not asked or fold(kind) == asked or fold(kind).startswith(asked + " ")


def _closeness(document: Document, hits: Sequence[Hit]) -> float:
    """How near the question comes to a document: its best hit, those of its head and title counting full."""
    own = [h for h in hits if h.passage.doc_id == document.doc_id]
    heads = {PassageRole.TITLE, PassageRole.HEADER, PassageRole.SIGNATURE, PassageRole.RECIPIENTS}
    return max((h.score * (1.0 if h.passage.role in heads else 0.7) for h in own), default=0.0)


def fits(document: Document, query: Query, kind: str | None, evidence: Evidence) -> bool:
    """Whether nothing that the question names speaks against this document."""
    header = document.header
    if query.provinces:
        own = header.province.value if header.province else ""
        if not any(same_province(own, province) for province in query.provinces):
            return False
    if not is_of_units(document, query):
        return False
    if kind and not (header.kind and _same_kind(header.kind.value, kind)):
        return False
    text = fold(header.subject.value) if header.subject else ""
    if not query.doc_ids and not numbers_asked(query, evidence) <= set(re.findall(r"\d+(?:[.,]\d+)*", text)):
        return False
    years = [y for y in query.years if str(y) not in text]
    return not (years and header.issued_on) or header.issued_on.value.year in years


def cited_fact(query: Query, evidence: Evidence) -> HeaderFact | None:
    """Date or issuer of a document that is only cited, from a passage that cites it in full."""
    keys = {symbol_key(symbol) for symbol in query.cited_symbols}
    for document in evidence.documents.values():
        if document.copy_of:
            continue
        for reference in document.references:
            value = _cited_value(query.intent, reference)
            if value and symbol_key(reference.symbol) in keys:
                passage = passage_holding(document.doc_id, reference.span, evidence)
                if passage:
                    return HeaderFact(_printed(value, passage), passage, (reference.span,))
    return None


def mentioned_fact(query: Query, hits: Sequence[Hit], evidence: Evidence) -> HeaderFact | None:
    """Number, date or issuer of a document that a question describes and the best hits cite.

    The reference of the kind asked about whose words (issuer, subject) the question shares most; None
    when there is no such kind, too little is shared, or two documents share as much.
    """
    kind = _first_kind(query)
    if kind is None or query.unknown_symbols or query.ambiguous:
        return None
    terms = [term for term in topic_terms(query) if fold(term) not in kind.split()]
    found: dict[str, tuple[float, HeaderFact]] = {}
    for hit in hits[:_HITS_READ]:
        passage = hit.passage
        for reference in evidence.documents[passage.doc_id].references:
            inside = passage.span.start <= reference.span.start and reference.span.end <= passage.span.end
            value = _cited_value(query.intent, reference) if inside else None
            if not value or not reference.kind or not _same_kind(reference.kind, kind):
                continue
            named = " ".join(filter(None, [reference.issuer, reference.subject]))
            around = evidence.plain(passage, [_sentence_span(passage, reference.span)])
            # What the reference itself says counts first, what is said around it decides between equals.
            score = evidence.coverage(terms, f"{named} {around}") + evidence.coverage(terms, named)
            if score > found.get(reference.symbol, (0.0,))[0]:
                fact = HeaderFact(_printed(value, passage), passage, (reference.span,))
                found[reference.symbol] = (score, fact)
    ranked = sorted(found.values(), key=lambda item: -item[0])
    if not ranked or ranked[0][0] < _SHARED or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


# "… thì kế hoạch cũ số nào thôi áp dụng", "thay thế chỉ thị số mấy".
_REPLACED_ASKED = re.compile(
    r"(?=.*\b(?:thay|bo|het hieu luc|thoi ap dung|khong con|cu|truoc day)\b)"
    rf".*\b(?P<kind>{'|'.join(fold(title) for title in TITLES)}|van ban)(?: (?:cu|truoc(?: day)?))?(?: mang)?(?: so)?"
    r" (?:nao|may|gi|bao nhieu)\b"
)
# By which newer one: the other way round.
_REPLACED_BY_ASKED = re.compile(r"\b(?:thay(?: the)? (?:bang|boi)|bi (?:bai bo|thay)|boi|(?:nay|hien) ap dung)\b")
# Match: "Kế hoạch này có hiệu lực … và thay thế", "Bãi bỏ các". Near miss: "không thay thế", "văn bản thay thế".
_REPLACES = re.compile(
    r"(?:\bnày\b[^.;]{0,160}?|^\W*(?:\w{1,12}\W+){0,2})(?<!không )(?<!bản )\b(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s+"
    r"(?:cho\s+)?(?:toàn\s+bộ\s+)?(?:các\s+)?$",
    re.IGNORECASE,
)
_NEXT_OF_LIST = re.compile(r"\s*(?:,|và|;)\s*$")


def replaced_facts(query: Query, hits: Sequence[Hit], evidence: Evidence) -> list[HeaderFact] | None:
    """The documents that the one asked about replaces or repeals, as it prints them; None when that is not asked.

    Asked by which newer one it was replaced, the sentence of that one which says so; [] when no document does.
    """
    folded = fold(query.text)
    asked = _REPLACED_ASKED.match(folded)
    document = document_asked(query, hits, evidence) if asked else None
    if asked is None or document is None:
        return None
    if _REPLACED_BY_ASKED.search(folded):
        return _replacing(document, evidence)
    kind = None if asked["kind"] == "van ban" else asked["kind"]
    copy = evidence.reading_copy(document.source_id)
    found = [
        HeaderFact(squeeze(copy[slice(*reference.span)]), passage, (reference.span,))
        for passage, reference in _replaced_by(document, evidence)
        if kind is None or (reference.kind and _same_kind(reference.kind, kind))
    ]
    return found or None


def _replaced_by(document: Document, evidence: Evidence) -> Iterator[tuple[Passage, Reference]]:
    """The mentions of what a document replaces, each with its passage: "thay thế A và B" names two."""
    copy, last = evidence.reading_copy(document.source_id), -1
    for reference in sorted(document.references, key=lambda one: one.span):
        passage = passage_holding(document.doc_id, reference.span, evidence)
        if passage is None:
            continue
        sentence = _sentence_span(passage, reference.span)
        goes_on = last >= sentence.start and _NEXT_OF_LIST.fullmatch(copy[last : reference.span.start])
        if goes_on or _REPLACES.search(copy[sentence.start : reference.span.start]):
            last = reference.span.end
            yield passage, reference


def _replacing(document: Document, evidence: Evidence) -> list[HeaderFact]:
    """The sentences of other documents that say that they replace this one."""
    if document.header.symbol is None:
        return []
    key, issued, found = symbol_key(document.header.symbol.value), document.header.issued_on, []
    for other in evidence.documents.values():
        for passage, reference in _replaced_by(other, evidence) if other.copy_of is None else ():
            dated = issued is None or reference.issued_on in {None, issued.value}
            if symbol_key(reference.symbol) == key and dated and other.doc_id != document.doc_id:
                span = _sentence_span(passage, reference.span)
                found.append(HeaderFact(evidence.plain(passage, [span]).rstrip(" ./"), passage, (span,)))
    return found


def _sentence_span(passage: Passage, span: Span) -> Span:
    inside = (s for s in passage.sentences if s.start <= span.start and span.end <= s.end)
    return next(inside, passage.span)


def _cited_value(intent: Intent, reference: Reference) -> str | None:
    if intent is Intent.ISSUED_ON and reference.issued_on:
        return f"{reference.issued_on:%d/%m/%Y}"
    if intent is Intent.ISSUER:
        return reference.issuer
    return reference.symbol if intent is Intent.SYMBOL else None


def header_facts(query: Query, document: Document, evidence: Evidence) -> list[HeaderFact]:
    """The value asked for, with the passage where it is printed; [] when nothing states it.

    Whom a document is addressed to and who else receives it are two, each with its own passage.
    """
    if query.intent is Intent.RECIPIENTS:
        return _received(query, document, evidence)
    fact = _header_fact(query, document, evidence)
    return [fact] if fact else []


def _header_fact(query: Query, document: Document, evidence: Evidence) -> HeaderFact | None:
    header, intent = document.header, query.intent
    if intent is Intent.SIGNATORY and header.signatory and header.signatory.span:
        signed = header.signatory.value
        value = f"{signed.name}, {signed.office}" if signed.office else signed.name
        return _shown(value, header.signatory.span, document, evidence)
    if intent is Intent.ISSUER and header.issuer:
        return _shown(header.issuer.value, header.issuer.span, document, evidence)
    if intent is Intent.SYMBOL and header.symbol:
        return _shown(header.symbol.value, header.symbol.span, document, evidence)
    if intent is Intent.ISSUED_ON and header.issued_on:
        return _dated(document, evidence)
    return None


def _shown(value: str, span: Span | None, document: Document, evidence: Evidence) -> HeaderFact | None:
    if span is None:
        return _cited_elsewhere(value, document, evidence)
    passage = passage_holding(document.doc_id, span, evidence)
    return HeaderFact(value, passage, (span,)) if passage else None


def _dated(document: Document, evidence: Evidence) -> HeaderFact | None:
    issued = document.header.issued_on
    assert issued is not None
    if issued.span is None:
        return _cited_elsewhere(None, document, evidence)
    text = evidence.sources[document.source_id].text
    hour = _HOUR_BEFORE.search(text, max(0, issued.span.start - _HOUR_LENGTH), issued.span.start)
    span = Span(hour.start(), issued.span.end) if hour else issued.span
    return _shown(squeeze(text[slice(*span)]), span, document, evidence)


# "hồi 22 giờ 30 phút, ngày 28 tháng 10 năm 2025": a công điện tells the hour.
_HOUR_BEFORE = re.compile(r"(?:hồi|lúc|vào)\s+\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{1,2})?(?:\s*phút)?\s*,?\s*$")
_HOUR_LENGTH = 40


def _cited_elsewhere(value: str | None, document: Document, evidence: Evidence) -> HeaderFact | None:
    """Number or date of a document that does not print it, shown where another document cites it."""
    header = document.header
    if header.symbol is None:
        return None
    for other in evidence.documents.values():
        if other.copy_of or other.doc_id == document.doc_id:
            continue
        for reference in other.references:
            dated = header.issued_on is None or reference.issued_on == header.issued_on.value
            if symbol_key(reference.symbol) == symbol_key(header.symbol.value) and dated:
                passage = passage_holding(other.doc_id, reference.span, evidence)
                if passage:
                    shown = value or f"{header.issued_on.value:%d/%m/%Y}" if header.issued_on else value
                    return HeaderFact(_printed(shown or "", passage), passage, (reference.span,))
    return None


def _printed(value: str, passage: Passage) -> str:
    """The date in the form in which the passage prints it ("08/6/2022"), when it does."""
    parts = value.split("/")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        day, month, year = map(int, parts)
        for form in (f"{day:02d}/{month}/{year}", f"{day:02d}/{month:02d}/{year}", f"{day}/{month}/{year}"):
            if form in passage.text:
                return form
    return value


def _received(query: Query, document: Document, evidence: Evidence) -> list[HeaderFact]:
    """The recipients, or those addressed when "kính gửi" is asked, as many as an answer holds.

    "Như trên" stands for those addressed, and the file copy ("Lưu") is no recipient.
    """
    header = document.header
    listed = [r for r in header.recipients if not _NO_RECIPIENT.match(r.value)]
    if "kính gửi" in query.text.lower() or not listed:
        listed = list(header.addressees)
    elif len(listed) < len([r for r in header.recipients if not r.value.startswith("Lưu")]):
        asks_list = "nơi nhận" in query.text.lower()  # what stands in that list comes first
        listed = [*listed, *header.addressees] if asks_list else [*header.addressees, *listed]
    listed = _of_sort(query, listed)
    chosen: list[Stated[str]] = []
    for item in listed:
        if sum(len(c.value) + 2 for c in chosen) + len(item.value) > _RECIPIENTS_LENGTH:
            break
        chosen.append(item)
    shown: dict[str, list[Stated[str]]] = {}
    passages: dict[str, Passage] = {}
    for item in chosen:
        if item.span and (passage := passage_holding(document.doc_id, item.span, evidence)):
            passages[passage.passage_id] = passage
            shown.setdefault(passage.passage_id, []).append(item)
    return [
        HeaderFact(vi.JOIN_LIST.join(i.value for i in items), passages[key], tuple(i.span for i in items if i.span))
        for key, items in shown.items()
    ]


# "gửi bộ nào", "đơn vị hải quân nào", "các đồn biên phòng nào": recipients of one sort alone.
_SORT_ASKED = re.compile(
    r"\b(?:(?:gửi|cho|đến|tới|về|lên) )+(?:(?:những|các|hai|ba) )*"
    r"(?P<sort>(?!(?:cơ quan|đơn vị|nơi|bên|ngành|cấp|tổ chức) nào)[^\W\d]+(?: [^\W\d]+){0,3}?) nào\b",
    re.IGNORECASE,
)
# "… để báo cáo" asks for those behind whose name "(b/c)" stands.
_PURPOSES = (
    (
        re.compile(r"\bđể (?:báo cáo|b/c)(?!\w)", re.IGNORECASE),
        re.compile(r"\((?:để )?(?:b/c|báo cáo)\)", re.IGNORECASE),
    ),
    (re.compile(r"\bđể phối hợp\b", re.IGNORECASE), re.compile(r"\((?:để )?(?:p/h|phối hợp)\)", re.IGNORECASE)),
)
_BODIES_ALONE = re.compile(r"(?:bo|so|benh vien|truong|hoi|don|cuc|chi cuc|ngan hang|vien|cong ty)\b")
_ANY_BODY = re.compile(r"^(?:những |các |hai |ba )*(?:cơ quan|đơn vị|tổ chức|bên)\s+", re.IGNORECASE)


def _of_sort(query: Query, listed: Sequence[Stated[str]]) -> list[Stated[str]]:
    """Those of the sort that the question asks for, or for the purpose, where any is marked so; else all.

    [] when a sort of bodies is asked for that none of them is ("gửi bệnh viện nào").
    """
    purposes = [marked for asked, marked in _PURPOSES if asked.search(query.text)]
    listed = [item for item in listed if any(marked.search(item.value) for marked in purposes)] or listed
    asked = _SORT_ASKED.search(query.text)
    named = _ANY_BODY.sub("", asked["sort"]) if asked else ""
    if asked and named != asked["sort"] and " " not in named:
        named = ""  # "cơ quan đảng": no word of their names
    sort = re.escape(fold(named)) + (r"\b(?! (?:chi huy|chqs|tu lenh|phan|may))" if fold(named) == "bo" else "")
    first = [item for item in listed if sort and re.match(rf"(?:cac )?{sort}\b", fold(item.value))]
    held = first or [item for item in listed if sort and re.search(rf"\b{sort}\b", fold(item.value))]
    return held if held or _BODIES_ALONE.match(fold(named)) else list(listed)


_NO_RECIPIENT = re.compile(r"(?:Như (?:trên|kính gửi)|Lưu)\b")


def passage_holding(doc_id: str, span: Span, evidence: Evidence) -> Passage | None:
    """The passage of a document in which ``span`` lies whole; None when it lies in none."""
    for passage in evidence.passages:
        if passage.doc_id == doc_id and passage.span.start <= span.start and span.end <= passage.span.end:
            return passage
    return None
