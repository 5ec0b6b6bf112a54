"""What is said to a person of a quotation or a mention: in the terminal, and in the comments of a Word file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tracuu import vi
from tracuu.quotes.capitals import case_alone
from tracuu.quotes.pieces import plain_words
from tracuu.types import (
    CitedDifference,
    DraftCheck,
    MentionCheck,
    MentionStatus,
    NoteKind,
    QuoteDifference,
    QuoteForm,
    QuoteMatch,
    QuoteNote,
    Span,
    Verdict,
)

# Longer passages are cut when they are shown beside a draft.
_SHOWN = 400
# Differences named one by one; with more, the passage itself says it better.
_NAMED = 8
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of ``[start, end)`` of a draft."""

    start: int
    end: int
    text: str


def remarks(check: DraftCheck, names: Mapping[str, str] = _NO_NAMES) -> Iterator[Remark]:
    """One remark for each quotation, and for each mention that no quotation beside it speaks of, in order.

    ``names`` are the documents as people call them, by doc_id.
    """
    found = [Remark(m.start, m.end, quotation_remark(m)) for m in check.quotations]
    found += [Remark(m.start, m.end, mention_remark(m, names)) for m in mentions_apart(check)]
    yield from sorted(found, key=lambda remark: (remark.start, remark.end))


def mentions_apart(check: DraftCheck) -> Iterator[MentionCheck]:
    """The mentions of a draft without those of which the quotation beside them speaks, in order."""
    told = {(m.cited.start, m.cited.end) for m in check.quotations if m.cited and m.cited_differences}
    return (mention for mention in check.mentions if (mention.start, mention.end) not in told)


def quotation_remark(match: QuoteMatch) -> str:
    """Verdict, what differs, the words of the source, and the right viện dẫn; a line each."""
    lines = [_verdict(match)]
    lines += [difference_line(d) for d in match.differences[:_NAMED] if not _is_told(d, match.notes)]
    if len(match.differences) > _NAMED:
        lines.append(vi.QUOTE_MORE.format(count=len(match.differences) - _NAMED))
    if match.cited and match.cited_differences:
        lines.append(
            vi.QUOTE_WRONGLY_CITED.format(mention=match.cited.text, differences=_fields(match.cited_differences))
        )
    lines += [vi.QUOTE_NOTES[n.kind.value].format(text=shortened(n.text)) for n in match.notes[:_NAMED]]
    citation = match.citation or match.nearest
    if citation is None:
        return "\n".join(lines)
    if match.verdict is not Verdict.EXACT:
        label = vi.QUOTE_SOURCE if match.citation else vi.QUOTE_NEAREST
        lines.append(label.format(quote=shortened(plain_words(citation.quote, Span(0, len(citation.quote))))))
    where = vi.QUOTE_REFERENCE if match.citation else vi.QUOTE_STANDS_IN
    lines.append(where.format(reference=citation.marked_reference or citation.reference))
    if citation.inferred:
        lines.append(vi.INFERRED_BRACKETS)
    return "\n".join(lines)


def _is_told(difference: QuoteDifference, notes: Sequence[QuoteNote]) -> bool:
    """Whether a note says all that a difference would."""
    return not difference.marked and any(
        n.span == difference.source_span and n.kind in (NoteKind.OMISSION, NoteKind.MISREAD) for n in notes
    )


def _verdict(match: QuoteMatch) -> str:
    notes = match.notes
    if match.verdict is Verdict.ALTERED and all(_is_told(d, notes) for d in match.differences):
        if any(n.kind is NoteKind.OMISSION for n in notes):
            return vi.QUOTE_WITH_OMISSION
        if any(n.kind is NoteKind.MISREAD for n in notes):
            return vi.QUOTE_MISREAD
    if match.verdict is Verdict.ALTERED and case_alone(match.differences):
        return vi.QUOTE_CASE
    if match.verdict is Verdict.ALTERED and not any(d.marked for d in match.differences):
        return vi.QUOTE_SLIGHTLY
    names = vi.QUOTE_VERDICTS if match.form is QuoteForm.QUOTED else vi.QUOTE_REPORTED_VERDICTS
    return names[match.verdict.value]


def difference_line(difference: QuoteDifference) -> str:
    """“32” – nguồn ghi “28” (số liệu); one that changes what is said is led by a sign."""
    words = vi.QUOTE_DIFFERENCES[(bool(difference.yours), bool(difference.source))]
    line = words.format(
        yours=shortened(difference.yours),
        source=shortened(difference.source),
        kind=vi.QUOTE_KINDS[_kind(difference)],
    )
    return f"{vi.QUOTE_MARKED if difference.marked else vi.QUOTE_UNMARKED} {line}"


def _kind(difference: QuoteDifference) -> str:
    negation = difference.marked and difference.kind.value == "word"
    return "negation" if negation else difference.kind.value


def mention_remark(check: MentionCheck, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Whether the document is known and what is said wrongly of it, with its viện dẫn when it is held."""
    status = vi.MENTION_STATUSES[check.status.value]
    lines = [status.format(differences=_fields(check.differences), unread="; ".join(check.unread))]
    if check.marked_reference:
        lines.append(vi.QUOTE_REFERENCE.format(reference=check.marked_reference))
        if check.marked_reference != check.reference:
            lines.append(vi.INFERRED_BRACKETS)
    if check.status is MentionStatus.CITED or (check.status is MentionStatus.DIFFERS and check.cited_by):
        lines.append(
            vi.MENTION_CITED_BY.format(documents="; ".join(dict.fromkeys(names.get(d, d) for d in check.cited_by)))
        )
    return "\n".join(lines)


def _fields(differences: tuple[CitedDifference, ...]) -> str:
    return "; ".join(
        vi.MENTION_DIFFERENCE.format(field=vi.MENTION_FIELDS[d.field.value], yours=d.yours, source=d.source)
        for d in differences
    )


def shortened(text: str) -> str:
    """The text on one line, cut at a word when it is long."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"


def draft_notes(check: DraftCheck) -> list[str]:
    """What is told of a draft as a whole: what was not checked, a sentence each."""
    told = [vi.DRAFT_UNQUOTED.format(count=check.unquoted)] if check.unquoted else []
    return [*told, vi.DRAFT_SKIPPED.format(count=check.skipped)] if check.skipped else told


def in_order(check: DraftCheck) -> Iterator[QuoteMatch | MentionCheck]:
    """Quotations and mentions as they stand in the draft; one object a line in the JSON."""
    found: list[QuoteMatch | MentionCheck] = [*check.quotations, *check.mentions]
    yield from sorted(found, key=lambda item: (item.start, item.end, item.type))


def paragraph_number(text: str, start: int) -> int:
    """Which paragraph of a draft holds an offset, counted from 1; lines without words do not count."""
    return sum(bool(line.strip()) for line in text[:start].split("\n")[:-1]) + 1


def draft_text(text: str, check: DraftCheck, names: Mapping[str, str] = _NO_NAMES) -> str:
    """What was checked in a draft, for the terminal: each place with its remark, then the sums."""
    blocks = []
    for remark in remarks(check, names):
        first, *rest = remark.text.split("\n")
        shown = shortened(text[remark.start : remark.end])
        number = paragraph_number(text, remark.start)
        blocks.append(
            "\n".join(
                [vi.CLI_VERIFY_PLACE.format(number=number, text=shown), *(f"    {said}" for said in (first, *rest))]
            )
        )
    return "\n\n".join([*blocks, "\n".join([summary(check), *draft_notes(check)])])


def summary(check: DraftCheck) -> str:
    """How many quotations and mentions are right and how many are not."""
    if not check.quotations and not check.mentions:
        return vi.CLI_VERIFY_NOTHING
    verdicts = [match.verdict for match in check.quotations]
    wrong = sum(m.status in (MentionStatus.DIFFERS, MentionStatus.UNKNOWN) for m in check.mentions)
    return vi.CLI_VERIFY_SUMMARY.format(
        quotations=len(verdicts),
        exact=verdicts.count(Verdict.EXACT),
        altered=verdicts.count(Verdict.ALTERED),
        not_found=verdicts.count(Verdict.NOT_FOUND),
        mentions=len(check.mentions),
        wrong=wrong,
    )
