"""Every rule over a corpus, or over drafts held against it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tracuu.checks import Material, find_discrepancies
from tracuu.findings.drafts import draft_material, draft_passages
from tracuu.findings.making import MakesFindings
from tracuu.findings.quotations import altered_quotations
from tracuu.types import Document, DraftCheck, Facts, Finding, Passage, Source


def check_corpus(
    documents: Sequence[Document], sources: Mapping[str, Source], facts: Facts, passages: Iterable[Passage]
) -> tuple[Finding, ...]:
    """What does not fit together in the documents, errors first."""
    material = Material(documents=tuple(documents), sources=sources, facts=facts)
    return MakesFindings(material, passages).findings(find_discrepancies(material))


def check_drafts(
    corpus: tuple[Sequence[Document], Mapping[str, Source], Facts, Iterable[Passage]],
    drafts: Sequence[Source],
    verify: Callable[[str], DraftCheck],
) -> tuple[Finding, ...]:
    """What of the drafts does not fit the corpus (documents, sources, facts, passages), or itself, errors first.

    ``verify`` checks the quotations of a text.

    Raises:
        QuotationError: a draft without words, or one of more than 2,000,000 characters.
    """
    documents, sources, facts, passages = corpus
    material = draft_material(documents, sources, facts, drafts)
    names = sorted({material.by_id[doc_id].source_id for doc_id in material.drafts})
    checks = [(name, verify(material.sources[name].text)) for name in names]
    found = [*find_discrepancies(material), *altered_quotations(checks, material)]
    return MakesFindings(material, [*passages, *draft_passages(material)]).findings(found)
