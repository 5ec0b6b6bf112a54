"""Bodies under a name that they had before they were merged, renamed or ended, in papers of after that."""

import re
from collections.abc import Iterator
from datetime import date

from tracuu import vi
from tracuu.checks.looking import looked_at
from tracuu.checks.material import Material
from tracuu.checks.old_names import LIST, OldName, bare_pattern, field_pattern, old_names, pattern
from tracuu.checks.pasts import Past
from tracuu.text import squeeze
from tracuu.types import Discrepancy, Document, Nature, Place, Severity, Span

RULE = "renamed_body"
# A body is shown in at most so many of the places where it is named.
_SHOWN = 5


def find_renamed_bodies(material: Material) -> Iterator[Discrepancy]:
    """Each body once a document, in order of its first mention, with the first places where it is named."""
    for document in looked_at(material):
        issued = material.day_of(document)
        if issued is None or issued < min(old.on for old in old_names()):
            continue
        text = material.sources[document.source_id].text
        found: dict[str, list[tuple[OldName, Span]]] = {}
        for old, span in sorted(_named(document, text), key=lambda one: one[1]):
            if issued >= old.on:
                found.setdefault(old.name, []).append((old, span))
        pasts: dict[date, Past] = {}
        for same in found.values():
            old = same[0][0]
            past = pasts.setdefault(old.on, Past.of(document, text, old.on))
            spans = [span for _, span in same if not past.holds(span) and not _tells_both(old, text, span)]
            if spans:
                yield _discrepancy(old, spans[:_SHOWN], document, text)
        yield from _of_field(document, text, issued)


def _of_field(document: Document, text: str, issued: date) -> Iterator[Discrepancy]:
    """Bodies that bear the field of a department that is no more, each name once."""
    seen: set[str] = set()
    for match in field_pattern().finditer(text, *document.span):
        old, printed = _old(match), squeeze(match.group())
        known = printed in seen or issued < old.on
        if known or Past.of(document, text, old.on).holds(Span(*match.span())):
            continue
        seen.add(printed)
        said = vi.RENAMED_FIELD.format(name=printed, department=old.name, on=_day(old.on), now=old.now[0])
        yield _finding(said, [Span(*match.span())], document, text)


def _named(document: Document, text: str) -> Iterator[tuple[OldName, Span]]:
    """Old names at their places: in full or short, and in lists without "Sở" before each."""
    for match in pattern().finditer(text, *document.span):
        yield _old(match), Span(*match.span())
    for listed in LIST.finditer(text, *document.span):
        for match in bare_pattern(listed["head"].capitalize()).finditer(text, *listed.span("list")):
            yield _old(match), Span(*match.span())


def _old(match: re.Match[str]) -> OldName:
    return old_names()[int((match.lastgroup or "n0")[1:])]


# "Sở Tài chính (Sở Kế hoạch và Đầu tư cũ)", "Sở Kế hoạch và Đầu tư (nay là …)": the clause tells; here the name of the
# heir stands in brackets beside it.
def _tells_both(old: OldName, text: str, span: Span) -> bool:
    behind = squeeze(text[span.end : span.end + 120])
    return behind.startswith("(") and any(now.lower() in behind[:110].lower() for now in old.now)


def _discrepancy(old: OldName, spans: list[Span], document: Document, text: str) -> Discrepancy:
    printed = squeeze(text[slice(*spans[0])])
    said = vi.RENAMED_BODY.format(name=printed, on=_day(old.on), now=vi.RENAMED_OR.join(old.now))
    return _finding(said, spans, document, text)


def _day(day: date) -> str:
    return f"{day.day:02d}/{day.month}/{day.year}"


def _finding(message: str, spans: list[Span], document: Document, text: str) -> Discrepancy:
    return Discrepancy(
        rule=RULE,
        severity=Severity.INFO,
        message=message,
        values=tuple(squeeze(text[slice(*span)]) for span in spans),
        places=tuple(Place(document.doc_id, span) for span in spans),
        natures=(Nature.TYPING, Nature.OTHER_PERIOD),
    )
