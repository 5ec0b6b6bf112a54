"""Documents that are cited and not in the corpus."""

from collections.abc import Iterator

from tracuu import vi
from tracuu.checks.cited import cited_documents
from tracuu.checks.material import Material
from tracuu.types import Discrepancy, Mention, Severity

_RULE = "reference_unknown"
# Places that are shown of one document; the sentence tells how many there are.
_SHOWN = 5


def find_reference_unknowns(material: Material) -> Iterator[Discrepancy]:
    """Each document that is not held, once, the most cited first; with its first mention in each document."""
    missing = []
    for cited in cited_documents(material):
        mentions = [m for m in cited.mentions if not material.drafts or m.doc_id in material.drafts]
        if cited.node.doc_id is None and mentions:
            missing.append((cited, mentions))
    for cited, mentions in sorted(missing, key=lambda entry: -len(entry[1])):
        first: dict[str, Mention] = {}
        for mention in mentions:
            first.setdefault(mention.doc_id, mention)
        shown = list(first.values())[:_SHOWN]
        yield Discrepancy(
            rule=_RULE,
            severity=Severity.INFO,
            message=vi.CHECK_REFERENCE_UNKNOWN.format(document=cited.name, times=len(mentions), documents=len(first)),
            values=tuple(cited.printed(mention) for mention in shown),
            places=tuple(cited.place(mention) for mention in shown),
            needs_person=False,
        )
