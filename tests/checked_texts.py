"""What a rule over text finds in directives given as texts: the findings, and their values alone."""

from collections.abc import Callable, Iterator, Mapping

from build_directives import directive, head
from tracuu.checks import Material
from tracuu.documents import link_documents, read_documents
from tracuu.text import normalise
from tracuu.types import Discrepancy, Facts, Source

Rule = Callable[[Material], Iterator[Discrepancy]]


def material_of(texts: str | Mapping[str, str], *, drafts: frozenset[str] = frozenset()) -> Material:
    """The documents of one text ("a.txt") or of several by file, linked with one another."""
    named = {"a.txt": texts} if isinstance(texts, str) else dict(texts)
    sources = {name: Source(source_id=name, sha256="", text=normalise(text)) for name, text in named.items()}
    documents = [document for source in sources.values() for document in read_documents(source)]
    linked = link_documents(documents, {name: source.text for name, source in sources.items()})
    return Material(documents=linked, sources=sources, facts=Facts(), drafts=drafts)


def findings(rule: Rule, texts: str | Mapping[str, str]) -> list[Discrepancy]:
    """All that the rule finds; each place is a slice of its source that holds the value."""
    material = material_of(texts)
    found = list(rule(material))
    files = {document.doc_id: document.source_id for document in material.documents}
    for one in found:
        assert len(one.places) == len(one.values)
        assert all(0 <= p.span.start < p.span.end <= len(material.sources[files[p.doc_id]].text) for p in one.places)
    return found


def values(rule: Rule, texts: str | Mapping[str, str]) -> list[tuple[str, ...]]:
    """The values of what the rule finds."""
    return [found.values for found in findings(rule, texts)]


def dated(sentence: str, day: str = "ngày 12 tháng 5 năm 2026", province: str = "SƠN LA") -> str:
    """A directive of a province and day whose body has one sentence that matters."""
    top = head(issuer=f"ỦY BAN NHÂN DÂN\nTỈNH {province}", place_date=f"{province.title()}, {day}")
    return directive(top=top, body=f"I. MỤC ĐÍCH\n\nNâng cao chất lượng phục vụ.\n\nII. NHIỆM VỤ\n\n1. {sentence}")
