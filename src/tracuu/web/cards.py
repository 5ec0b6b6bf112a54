"""HTML of answers, citations and the list of documents."""

from collections.abc import Callable, Iterable
from itertools import count

from tracuu import vi
from tracuu.types import AlsoIn, Answer, Citation, Conflict, Document, Reason, Span
from tracuu.web.markup import day, document_name, escape, inferred_note, label, marked, reader_link

# Reads a span of a source, for what the answer took outside the quote.
Slice = Callable[[str, Span], str]

# Each rendered result carries another number, so that the page notices the same answer given twice.
_turns = count(1)

# Title over what was found when nothing answers; such passages are not graded as close.
NEAREST = "Các đoạn gần nhất (chỉ để tham khảo)"

# Scores lie in [0, 1] and the best of a question comes close to 1 (min-max fusion): of questions on the
# corpus the passage that answers had 0.94 to 1, its neighbours 0.63 to 0.96. For the eye alone: nothing is decided.
_CLOSE, _NEAR = 0.9, 0.7

_REASONS = {
    Reason.NO_EVIDENCE: "Kho văn bản không có đoạn nào đủ căn cứ để trả lời câu hỏi này.",
    Reason.OTHER_SUBJECT: "Các đoạn tìm được không nói đến địa phương, cơ quan, văn bản hoặc năm nêu trong câu hỏi.",
    Reason.BAD_QUESTION: "Câu hỏi đang để trống hoặc dài quá 2.000 ký tự.",
}
_NEXT_STEPS = {
    Reason.NO_EVIDENCE: "Đề nghị hỏi cụ thể hơn (tên nhiệm vụ, cơ quan, chỉ tiêu) hoặc xem các đoạn gần nhất.",
    Reason.OTHER_SUBJECT: "Đề nghị kiểm tra lại tên gọi, số ký hiệu, năm; các đoạn gần nhất chỉ để tham khảo.",
    Reason.BAD_QUESTION: "Đề nghị nhập lại câu hỏi ngắn gọn, mỗi lần một nội dung.",
}


def closeness(score: float) -> str:
    """A score in [0, 1] in words."""
    return "Rất sát" if score >= _CLOSE else "Sát" if score >= _NEAR else "Liên quan"


def answer_html(answer: Answer, read: Slice) -> str:
    """The whole result of a question: answer or abstention first, then conflicts, then citations."""
    head = _abstention(answer) if answer.abstained or answer.answer is None else _answer(answer, answer.answer)
    title = NEAREST if answer.abstained else "Căn cứ"
    return _result(
        answer.question,
        head + _conflicts(answer.conflicts, read) + _cards(title, answer.citations, read),
        answered=not answer.abstained,
    )


def passages_html(query: str, citations: tuple[Citation, ...], read: Slice) -> str:
    """The result of a search for passages."""
    found = f"Tìm được {len(citations)} đoạn" if citations else "Không tìm được đoạn nào phù hợp"
    advice = "" if citations else "<p>Đề nghị dùng từ khác hoặc bỏ bớt giới hạn phạm vi.</p>"
    head = f'<section class="tc-answer tc-quiet"><h2>{found}</h2>{advice}</section>'
    return _result(query, head + _cards("Các đoạn văn bản", citations, read), answered=False)


def notice_html(question: str, title: str, sentence: str) -> str:
    """A plain notice in the place of the answer (a value that was refused, a fault)."""
    body = (
        f'<section class="tc-answer tc-abstain" role="alert"><h2>{escape(title)}</h2>'
        f'<p class="tc-why">{escape(sentence)}</p></section>'
    )
    return _result(question, body, answered=False)


def _result(question: str, body: str, *, answered: bool) -> str:
    return (
        f'<div class="tc-result" data-turn="{next(_turns)}" data-question="{escape(question)}"'
        f' data-answered="{"1" if answered else "0"}">{body}</div>'
    )


def _answer(answer: Answer, text: str) -> str:
    first = answer.citations[0] if answer.citations else None
    basis = f'<p class="tc-basis">Theo {escape(_short_reference(first))}.</p>' if first else ""
    copied = f"{text} ({first.reference})" if first else text
    return (
        '<section class="tc-answer" aria-label="Trả lời"><h2>Trả lời</h2>'
        f"{_said(answer, text)}{basis}{_understood(answer)}"
        f'<p class="tc-actions">{_copy_button("Chép câu trả lời", copied)}</p></section>'
    )


def _said(answer: Answer, text: str) -> str:
    """The answer; one that is a list with every entry whole, and where each stands."""
    if len(answer.items) < 2:
        return f'<p class="tc-value">{escape(text)}</p>'
    entries = "".join(
        f'<li>{escape(item.text)} <a class="tc-place" data-reader'
        f' href="{escape(reader_link(item.source, item.start, item.end))}">{escape(" › ".join(item.locator))}</a></li>'
        for item in answer.items
    )
    return f'<ol class="tc-items">{entries}</ol>'


def _short_reference(citation: Citation) -> str:
    """The document and the place in a few words; the card below has the formal reference."""
    issued = f"ngày {day(citation.issued)}" if citation.issued else ""
    return ", ".join(part for part in (_name(citation), issued, " › ".join(citation.locator)) if part)


def _name(citation: Citation) -> str:
    return " ".join(part for part in (citation.kind, citation.document) if part) or citation.source


def _understood(answer: Answer) -> str:
    if not answer.understood or _bare(answer.understood) == _bare(answer.question):
        return ""
    return f'<p class="tc-small">Câu hỏi được hiểu là: {escape(answer.understood)}</p>'


def _bare(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip(" ?.!")


def _abstention(answer: Answer) -> str:
    reason = answer.reason or Reason.NO_EVIDENCE
    title = "Câu hỏi chưa hợp lệ" if reason is Reason.BAD_QUESTION else "Chưa đủ căn cứ để trả lời"
    return (
        f'<section class="tc-answer tc-abstain" aria-label="{title}"><h2>{title}</h2>'
        f'<p class="tc-why">{_REASONS[reason]}</p><p>{_NEXT_STEPS[reason]}</p>{_understood(answer)}</section>'
    )


def _conflicts(conflicts: tuple[Conflict, ...], read: Slice) -> str:
    if not conflicts:
        return ""
    values = "".join(
        f'<p class="tc-other">Giá trị khác: <strong>{escape(conflict.value)}</strong></p>'
        f"{card(conflict.citation, read)}"
        for conflict in conflicts
    )
    return (
        '<section class="tc-conflicts" aria-label="Nội dung khác nhau"><h3>Các văn bản nêu khác nhau</h3>'
        "<p>Cùng nội dung được hỏi nhưng có đoạn nêu giá trị khác; đề nghị đối chiếu trước khi sử dụng.</p>"
        f"{values}</section>"
    )


def _cards(title: str, citations: Iterable[Citation], read: Slice) -> str:
    cards = "".join(card(citation, read, graded=title != NEAREST) for citation in citations)
    return f'<section class="tc-cards" aria-label="{title}"><h3>{title}</h3>{cards}</section>' if cards else ""


def card(citation: Citation, read: Slice, *, graded: bool = True) -> str:
    """One citation: what and where it is, the passage with what the answer took, copies, actions."""
    quote = marked(citation.quote, citation.start, citation.highlights)
    opened = reader_link(citation.source, citation.start, citation.end)
    return (
        f'<article class="tc-card" aria-label="{escape(citation.reference)}">'
        f"{_card_head(citation, graded=graded)}{_headings(citation, read)}"
        f'<blockquote class="tc-quote">{quote}</blockquote>'
        f'<p class="tc-ref"><span>Viện dẫn:</span> {escape(citation.reference)}</p>{_also_in(citation.also_in)}'
        f'<p class="tc-actions">{_copy_button("Chép kèm viện dẫn", quotation(citation))}'
        f'<a class="tc-button" data-reader href="{escape(opened)}">Xem trong văn bản</a></p></article>'
    )


def quotation(citation: Citation) -> str:
    """The quote between Vietnamese quotation marks with its reference, ready to paste."""
    return f"“{citation.quote}” ({citation.reference})"


def _card_head(citation: Citation, *, graded: bool) -> str:
    issued = f'<span class="tc-date">{day(citation.issued)}</span>' if citation.issued else ""
    grade = f'<span class="tc-score">{closeness(citation.score)}</span>' if graded else ""
    where = f'<p class="tc-locator">{escape(" › ".join(citation.locator))}</p>' if citation.locator else ""
    name = f"<h4>{escape(_name(citation))}</h4>"
    return f'<header><span class="tc-rank">{citation.rank}</span>{name}{issued}{grade}</header>{where}'


def _headings(citation: Citation, read: Slice) -> str:
    """The headings above the quote; what the answer took from them is marked."""
    outside = [span for span in citation.highlights if span.end <= citation.start or span.start >= citation.end]
    taken = [read(citation.source, span) for span in outside]
    lines = []
    for heading in citation.headings:
        found = [Span(heading.find(text), heading.find(text) + len(text)) for text in taken if text and text in heading]
        lines.append(f"<li>{marked(heading, 0, found) if found else escape(label(heading))}</li>")
    return f'<ol class="tc-headings" aria-label="Đề mục bên trên">{"".join(lines)}</ol>' if lines else ""


def _also_in(copies: tuple[AlsoIn, ...]) -> str:
    return "".join(
        f'<p class="tc-note">Đoạn này có cả trong tệp '
        f'<a data-reader href="{escape(reader_link(copy.source, copy.start, copy.end))}">{escape(copy.source)}</a>'
        f" ({_differing(copy)}).</p>"
        for copy in copies
    )


def _differing(copy: AlsoIn) -> str:
    """How a copy differs, in words where words differ."""
    if not copy.differs:
        return "giống nguyên văn"
    pairs = "; ".join(
        vi.DIFFERENCE.format(quote=escape(d.quote or "–"), other=escape(d.other or "–")) for d in copy.differences
    )
    return f"có chỗ khác chữ, cần đối chiếu{': ' + pairs if pairs else ''}"


def _copy_button(title: str, text: str) -> str:
    return f'<button type="button" class="tc-button" data-copy="{escape(text)}">{title}</button>'


def documents_html(documents: tuple[Document, ...]) -> str:
    """The list of documents, copies under the document that they repeat."""
    copies: dict[str, list[Document]] = {}
    for document in documents:
        if document.copy_of:
            copies.setdefault(document.copy_of, []).append(document)
    known = {document.doc_id for document in documents}
    items = [_entry(d, copies.get(d.doc_id, [])) for d in documents if d.copy_of not in known]
    files = len({document.source_id for document in documents})
    return (
        f'<section class="tc-documents"><p class="tc-small">{len(items)} văn bản trong {files} tệp. Giá trị ghi'
        " “suy ra” không nêu ở phần thể thức của văn bản mà được xác định từ nội dung khác.</p>"
        f"{''.join(items)}</section>"
    )


def _entry(document: Document, copies: list[Document]) -> str:
    header = document.header
    facts = [
        ("Ngày ban hành", day(header.issued_on.value), header.issued_on.inferred) if header.issued_on else None,
        ("Cơ quan ban hành", header.issuer.value, header.issuer.inferred) if header.issuer else None,
        ("Nơi ban hành", header.place.value, header.place.inferred) if header.place else None,
        ("Địa bàn", header.province.value, header.province.inferred) if header.province else None,
        ("Trích yếu", label(header.subject.value), header.subject.inferred) if header.subject else None,
        ("Người ký", header.signatory.value.name, header.signatory.inferred) if header.signatory else None,
        ("Tệp", document.source_id, None),
    ]
    rows = "".join(f"<dt>{f[0]}</dt><dd>{escape(f[1])}{inferred_note(f[2])}</dd>" for f in facts if f)
    others = "".join(f"<dt>Bản khác</dt><dd>{_open_link(copy, copy.source_id)}</dd>" for copy in copies)
    reasons = dict.fromkeys(s.inferred for s in (header.kind, header.symbol) if s and s.inferred)
    return (
        f'<article class="tc-entry"><h3>{_open_link(document, document_name(document))}'
        f"{inferred_note('; '.join(reasons) or None)}</h3><dl>{rows}{others}</dl></article>"
    )


def _open_link(document: Document, title: str) -> str:
    link = reader_link(document.source_id, document.span.start, document.span.start)
    return f'<a data-reader href="{escape(link)}">{escape(title)}</a>'
