"""Work that is due before the paper that gives it, or sends it on, was issued."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tracuu import vi
from tracuu.checks.material import Material
from tracuu.checks.saying import day_said, maybe, named
from tracuu.documents import symbol_key
from tracuu.facts.happened import named_day, says_when_it_happened
from tracuu.text import squeeze
from tracuu.types import (
    Assignment,
    Discrepancy,
    Document,
    Nature,
    Place,
    Reference,
    Severity,
    Span,
)

RULE = "past_deadline"
# "(gửi kèm theo Công văn này)", "sao gửi …", "xin chuyển đến …": the paper brings another along.
_SENDS = re.compile(
    r"g[ửừ]i\s+kèm|kèm\s+theo\s+(?:công\s+văn|văn\s+bản|hướng\s+dẫn|thông\s+báo|tờ\s+trình|chỉ\s+thị|bản\s+sao"
    r"|phiếu\s+(?:gửi|chuyển))|sao\s+(?:gửi|lục|y)|có\s+(?:bản\s+)?\S+(?:\s+\S+){0,3}\s+kèm\s+theo|chuyển\s+(?:đến|tới)",
    re.IGNORECASE,
)
# How far from a mention of a document what is said of sending it may stand, in characters: the subject of a
# directive is between ("… về việc …") and takes up to 400.
_NEAR = 500


def find_past_deadlines(material: Material) -> Iterator[Discrepancy]:
    """Days that had passed when the paper was issued, and when another paper sent it on; each day once a paper."""
    due = _dated(material)
    held = _by_symbol(material)
    for document in material.documents:
        if document.doc_id not in material.originals:
            continue
        if material.concerns(document.doc_id):
            yield from _of_itself(document, due.get(document.doc_id, ()), material)
        yield from _sent_on(document, due, held, material)


def _dated(material: Material) -> Mapping[str, Sequence[Assignment]]:
    """The assignments with a day by which they are due, by doc_id."""
    found: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in material.assignments():
        if assignment.deadline and assignment.deadline.due:
            found[assignment.doc_id].append(assignment)
    return found


def _by_symbol(material: Material) -> Mapping[str, Sequence[Document]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for document in material.documents:
        if document.header.symbol and document.doc_id in material.originals:
            found[symbol_key(document.header.symbol.value)].append(document)
    return found


def _of_itself(document: Document, assignments: Sequence[Assignment], material: Material) -> Iterator[Discrepancy]:
    issued = document.header.issued_on
    if issued is None:
        return
    for late in _by_day(assignments, material, before=issued.value):
        yield _discrepancy(late, document, document, material)


def _sent_on(
    sender: Document,
    due: Mapping[str, Sequence[Assignment]],
    held: Mapping[str, Sequence[Document]],
    material: Material,
) -> Iterator[Discrepancy]:
    issued = sender.header.issued_on
    if issued is None:
        return
    for sent in _enclosed(sender, held, material):
        if not material.concerns(sender.doc_id, sent.doc_id):
            continue
        since = sent.header.issued_on
        for late in _by_day(due.get(sent.doc_id, ()), material, before=issued.value):
            if since is None or _due(late[0]) >= since.value:
                yield _discrepancy(late, sent, sender, material)


def _enclosed(sender: Document, held: Mapping[str, Sequence[Document]], material: Material) -> Iterator[Document]:
    """The documents that a paper says it sends along, each once, in order of their mentions."""
    text = material.sources[sender.source_id].text
    sendings = [match.span() for match in _SENDS.finditer(text, *sender.span)]
    seen: set[str] = {sender.doc_id}
    for reference in sender.references if sendings else ():
        if not any(_near(text, reference.span, Span(*sending)) for sending in sendings):
            continue
        for document in held.get(symbol_key(reference.symbol), ()):
            if document.doc_id not in seen and _is_meant(reference, document, sender):
                seen.add(document.doc_id)
                yield document


def _near(text: str, reference: Span, sending: Span) -> bool:
    """Whether both stand in one paragraph, near one another."""
    start, end = min(reference.end, sending.end), max(reference.start, sending.start)
    return end - start <= _NEAR and not re.search(r"\n\s*\n", text[start:end])


def _is_meant(reference: Reference, document: Document, sender: Document) -> bool:
    """Whether a mention means a document: the same day where both say one, else the same province or file."""
    issued = document.header.issued_on
    if reference.issued_on and issued:
        return reference.issued_on == issued.value
    mine, theirs = sender.header.province, document.header.province
    return sender.source_id == document.source_id or bool(mine and theirs and mine.value == theirs.value)


def _due(assignment: Assignment) -> date:
    assert assignment.deadline is not None
    assert assignment.deadline.due is not None
    return assignment.deadline.due


def _by_day(assignments: Sequence[Assignment], material: Material, *, before: date) -> list[list[Assignment]]:
    """The assignments due before a day, those that name the same day together, in order of the text."""
    days: dict[date, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        if _due(assignment) < before and _is_past(assignment, before, material):
            days[_named_day(assignment, material)].append(assignment)
    return list(days.values())


def _is_past(assignment: Assignment, day: date, material: Material) -> bool:
    """Whether an assignment was due before a day.

    "trước ngày 20/4/2026" in a paper of that day is nothing to call past, nor is the day before which the object of the
    work came about.
    """
    assert assignment.deadline is not None
    time, task = assignment.deadline.spans[0].start, assignment.task[-1]
    text, said = material.sources[assignment.source_id].text, _named_day(assignment, material)
    happened = task.start < time < task.end and says_when_it_happened(text, task.start, time, said, day)
    return said != day and not happened


def _named_day(assignment: Assignment, material: Material) -> date:
    deadline = assignment.deadline
    assert deadline is not None
    said = material.wording.words(assignment.source_id, deadline.spans)
    return named_day(_due(assignment), deadline.precision, said)


def _discrepancy(late: Sequence[Assignment], document: Document, sender: Document, material: Material) -> Discrepancy:
    """The times, each where it stands (one wording once), then the day of the paper."""
    times: dict[str, Place] = {}
    for assignment in late:
        assert assignment.deadline is not None
        printed = material.wording.words(assignment.source_id, assignment.deadline.spans).strip(" .;,:")
        spans = assignment.deadline.spans
        times.setdefault(printed, Place(document.doc_id, Span(spans[0].start, spans[0].end)))
    issued, place = _issued(sender, document, material)
    own = sender.doc_id == document.doc_id
    natures = (Nature.TYPING, Nature.OTHER_PERIOD) if own else (Nature.ADJUSTMENT, Nature.TYPING)
    message = (vi.CHECK_PAST_OWN if own else vi.CHECK_PAST_SENT).format(
        document=named(document),
        sender=named(sender),
        due=next(iter(times)),  # the others name the same day
        issued=day_said(sender.header.issued_on.value) if sender.header.issued_on else issued,
        maybe=maybe(natures),
    )
    return Discrepancy(
        rule=RULE,
        severity=Severity.WARNING,
        message=message,
        values=(*times, issued),
        places=(*times.values(), place),
        natures=natures,
    )


def _issued(sender: Document, document: Document, material: Material) -> tuple[str, Place]:
    """The day of a paper as it is printed, and where; else where it mentions the document, or its first words."""
    issued = sender.header.issued_on
    assert issued is not None
    text = material.sources[sender.source_id].text
    if issued.span:
        return squeeze(text[slice(*issued.span)]).strip(" .;,*"), Place(sender.doc_id, issued.span)
    own = document.header.symbol
    mentions = [r.span for r in sender.references if own and symbol_key(r.symbol) == symbol_key(own.value)]
    first = (
        sender.parts[0].span if sender.parts else Span(sender.span.start, min(sender.span.end, sender.span.start + 80))
    )
    return day_said(issued.value), Place(sender.doc_id, mentions[0] if mentions and own else first)
