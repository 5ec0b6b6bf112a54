"""Which findings are wanted: a rule, a least severity, a document, with or without what was reviewed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracuu import vi
from tracuu.types import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which findings are wanted; "" for any. ``document`` is a doc_id that one of the places must be in."""

    rule: str = ""
    severity: str = ""
    document: str = ""
    reviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The findings wanted, how many more were reviewed and left out, and how many are of another choice."""

    findings: tuple[Finding, ...]
    quiet: int = 0
    others: int = 0


def choose(findings: Sequence[Finding], chosen: Chosen) -> Shown:
    """The findings that are wanted, in their order; their reviews are known (`with_reviews`)."""
    severities = _from(chosen.severity)
    found = tuple(
        finding
        for finding in findings
        if (not chosen.rule or finding.rule == chosen.rule)
        and finding.severity.value in severities
        and (not chosen.document or any(c.doc_id == chosen.document for c in finding.evidence))
    )
    wanted = tuple(f for f in found if chosen.reviewed or f.reviewed is None)
    return Shown(findings=wanted, quiet=len(found) - len(wanted), others=len(findings) - len(found))


def chosen_words(chosen: Chosen, titles: Mapping[str, str]) -> str:
    """The choice in words, "" for all; ``titles`` are the documents as they are cited, by doc_id."""
    return "; ".join(_words(chosen, titles))


def _words(chosen: Chosen, titles: Mapping[str, str]) -> Iterator[str]:
    if chosen.rule:
        yield vi.CHECK_CHOSEN["rule"].format(value=vi.CHECK_RULES[chosen.rule])
    if chosen.severity:
        names = (vi.CHECK_SEVERITIES[name] for name in _from(chosen.severity))
        yield vi.CHECK_CHOSEN["severity"].format(value=", ".join(names))
    if chosen.document:
        yield vi.CHECK_CHOSEN["document"].format(value=titles.get(chosen.document, chosen.document))


def _from(severity: str) -> Collection[str]:
    """A severity and all worse ones; "" for all."""
    order = list(vi.CHECK_SEVERITIES)
    return order[: order.index(severity) + 1] if severity else order
