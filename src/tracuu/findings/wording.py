"""Findings as they are printed in a terminal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracuu import vi
from tracuu.documents import strip_markup
from tracuu.findings.choosing import Shown
from tracuu.text import squeeze
from tracuu.types import Citation, Finding

_DASH = re.compile(r"^[-–—•]\s+|^[-–—•]$")
# Of a long paragraph this many characters around the place.
_AROUND = 120


def findings_text(found: Shown) -> str:
    """All findings, each with its places, how many of each severity, and how many are not shown and why."""
    tail = list(brackets_told(citation for finding in found.findings for citation in finding.evidence))
    tail += [vi.CHECK_OTHERS.format(number=found.others)] if found.others else []
    tail += [vi.CHECK_QUIET.format(number=found.quiet)] if found.quiet else []
    return "\n\n".join([counted(found), *map(finding_text, found.findings), *tail])


def counted(found: Shown) -> str:
    """How many findings of each severity there are; that none is, or none of those chosen."""
    counts = {name: sum(f.severity == name for f in found.findings) for name in vi.CHECK_SEVERITIES}
    said = [vi.CHECK_COUNTS[name].format(number=number) for name, number in counts.items() if number]
    if not said:
        return vi.CHECK_NONE_CHOSEN if found.others else vi.CHECK_NOTHING
    return vi.CHECK_FOUND.format(counts=", ".join(said))


def brackets_told(citations: Iterable[Citation]) -> Iterator[str]:
    """The sentence that says what square brackets are, when a reference has them."""
    if any(citation.inferred for citation in citations):
        yield vi.INFERRED_BRACKETS


def finding_text(finding: Finding) -> str:
    """A finding with its id, its message and each place with its viện dẫn."""
    severity, rule = vi.CHECK_SEVERITIES[finding.severity.value], vi.CHECK_RULES.get(finding.rule, finding.rule)
    who = vi.REPORT_PERSON if finding.needs_person else vi.REPORT_NO_PERSON
    lines = [f"[{severity}] {rule} · {finding.finding_id} · {who}", f"  {finding.message}"]
    for citation in each_quote(finding):
        lines += [f"  – {excerpt(citation)}", f"    {place_said(finding, citation)}"]
    if finding.reviewed is not None:
        lines.append(f"  {vi.CHECK_REVIEWED.format(note=finding.reviewed)}")
    return "\n".join(lines)


def place_said(finding: Finding, citation: Citation, *, full: bool = False) -> str:
    """The short (or full) viện dẫn of a place, with its file where nothing else tells two copies apart."""
    said = (not full and citation.short_reference) or citation.marked_reference or citation.reference
    files = {c.source for c in finding.evidence if c.document == citation.document}
    return vi.CHECK_FILE.format(kind=said, file=citation.source) if len(files) > 1 else said


def each_quote(finding: Finding) -> list[Citation]:
    """The places of a finding, of several in one passage the first, with all of them highlighted."""
    found: dict[tuple[str, int, int], Citation] = {}
    for citation in finding.evidence:
        key = (citation.source, citation.start, citation.end)
        before = found.get(key)
        marks = (*(before.highlights if before else ()), *citation.highlights)
        found[key] = replace(before or citation, highlights=marks)
    return list(found.values())


def excerpt(citation: Citation) -> str:
    """The quotation on one line, of a long one what stands around the place."""
    before, words, behind = pieces(citation)
    if len(before) + len(words) + len(behind) <= 3 * _AROUND:
        return f"{before}{words}{behind}"
    start = before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2]
    end = behind if len(behind) <= _AROUND else behind[:_AROUND].rpartition(" ")[0] + "…"
    return f"{start}{words}{end}"


def pieces(citation: Citation) -> tuple[str, str, str]:
    """What stands before the place, at it and behind it, on one line without mark-up and the dash of a list."""
    quote, start, end = citation.quote, 0, len(citation.quote)
    if citation.highlights:
        first = citation.highlights[0]
        start = min(max(0, first.start - citation.start), len(quote))
        end = max(start, min(first.end - citation.start, len(quote)))
    parts = _parted(quote, start, end)
    before, words, behind = map(squeeze, parts)
    before = _DASH.sub("", before)
    words = words if quote[:start].strip() else _DASH.sub("", words)
    behind = behind if quote[:end].strip() else _DASH.sub("", behind)
    gap = " " if before and (parts[0][-1:].isspace() or parts[1][:1].isspace()) else ""
    after = " " if behind and (parts[1][-1:].isspace() or parts[2][:1].isspace()) else ""
    return before + gap, words, after + behind


# Stand for the ends of the place while mark-up is taken off the whole; letters of no text (Unicode's private use).
_FROM, _TO = "\ue000", "\ue001"
# The lines at both ends of a row of a Markdown table.
_EDGES = re.compile(r"^\s*\|\s*(?=\S.*\|\s*$)|(?<=\S)\s*\|\s*$")


def _parted(quote: str, start: int, end: int) -> tuple[str, str, str]:
    """The three parts without mark-up, which may begin in one and end in another."""
    whole = strip_markup(f"{quote[:start]}{_FROM}{quote[start:end]}{_TO}{quote[end:]}")
    if whole.count(_FROM) != 1 or whole.count(_TO) != 1:
        whole = f"{strip_markup(quote[:start])}{_FROM}{strip_markup(quote[start:end])}{_TO}{strip_markup(quote[end:])}"
    whole = _EDGES.sub("", whole) if "\n" not in quote.strip() else whole
    before, _, rest = whole.partition(_FROM)
    words, _, behind = rest.partition(_TO)
    return before, words, behind
