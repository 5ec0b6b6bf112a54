"""What the rules about cited documents share: the graph of the material, and what is said of each document."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tracuu.checks.material import Material
from tracuu.documents import canonical_symbol, find_dates
from tracuu.documents.references import TITLE_WORDS, kind_at
from tracuu.references import read_graph
from tracuu.text import squeeze
from tracuu.types import Document, GraphNode, Mention, MentionForm, Place, ReferenceGraph, Span

_KIND = re.compile(rf"(?P<kind>{TITLE_WORDS})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A document and every mention of it by number, copies left out, in order of the corpus."""

    node: GraphNode
    document: Document | None
    mentions: tuple[Mention, ...]
    material: Material

    def printed(self, mention: Mention) -> str:
        """The mention on one line."""
        return squeeze(self.text(mention)[slice(*mention.span)])

    def text(self, mention: Mention) -> str:
        """The text that holds the mention."""
        return self.material.sources[_source_id(mention.doc_id)].text

    @cached_property
    def own_text(self) -> str:
        """The text of the document itself, "" when it is not held."""
        return self.material.sources[self.document.source_id].text if self.document else ""

    def place(self, mention: Mention) -> Place:
        """Where the mention stands."""
        return Place(mention.doc_id, mention.span)

    def printed_date(self, mention: Mention) -> str:
        """The date of a mention as it is printed."""
        said = self.text(mention)[slice(*mention.span)]
        dates = [d for d in find_dates(said) if d.value == mention.reference.issued_on]
        return squeeze(said[slice(*dates[-1].span)]) if dates else f"{mention.reference.issued_on:%d/%m/%Y}"

    def stated_kind(self, mention: Mention) -> str | None:
        """The kind that the mention names before the number; None when it names none."""
        return kind_at(_KIND.match(self.text(mention), *mention.span))

    @property
    def name(self) -> str:
        """Kind and number, for messages."""
        symbol = canonical_symbol(self.node.symbol or "")
        return f"{self.node.kind} {symbol}" if self.node.kind else symbol

    def concerns_draft(self, *places: Place) -> bool:
        """Whether one of the places is in a draft, when there are any."""
        drafts = self.material.drafts
        return not drafts or any(place.doc_id in drafts for place in places)


def own_place(document: Document, span: Span | None) -> Place | None:
    """A place in the document itself; None when the value is not printed there."""
    return Place(document.doc_id, span) if span else None


def _source_id(doc_id: str) -> str:
    return doc_id.partition("#")[0] if re.search(r"#\d+$", doc_id) else doc_id


# The graph of the material that was looked at last: several rules ask for it one after another.
_LAST: list[tuple[Material, ReferenceGraph, tuple[Cited, ...]]] = []


def graph_of(material: Material) -> ReferenceGraph:
    """The reference graph of the material, made once for all rules."""
    return _read(material)[1]


def cited_documents(material: Material) -> tuple[Cited, ...]:
    """All documents that are mentioned by number, in order of first mention."""
    return _read(material)[2]


def _read(material: Material) -> tuple[Material, ReferenceGraph, tuple[Cited, ...]]:
    if not _LAST or _LAST[0][0] is not material:
        graph = read_graph(material.documents, {name: source.text for name, source in material.sources.items()})
        _LAST[:] = [(material, graph, tuple(_cited(material, graph)))]
    return _LAST[0]


def _cited(material: Material, graph: ReferenceGraph) -> Iterator[Cited]:
    originals = {d.doc_id: d for d in material.documents if d.copy_of is None}
    nodes = {node.node_id: node for node in graph.nodes}
    said: dict[str, list[Mention]] = defaultdict(list)
    for mention in graph.mentions:
        if mention.target and mention.form is MentionForm.NUMBERED and mention.doc_id in originals:
            said[mention.target].append(mention)
    for node_id, mentions in said.items():
        node = nodes[node_id]
        held = originals.get(node.doc_id) if node.doc_id else None
        yield Cited(node=node, document=held, mentions=tuple(mentions), material=material)
