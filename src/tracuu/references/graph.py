"""The reference graph of a corpus: documents held and cited, and what each does with the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tracuu.documents.issuer_names import full_issuer
from tracuu.references.resolving import Meant, Pointing, Read, all_meant, read_document, resolve
from tracuu.references.tiers import tier_of
from tracuu.references.works import Work, Works
from tracuu.types import Document, GraphLink, GraphNode, Mention, ReferenceGraph, Role, Tier


def read_graph(documents: Sequence[Document], texts: Mapping[str, str]) -> ReferenceGraph:
    """Every mention of a document in ``documents``, resolved or left open; ``texts`` are by source_id.

    Grows with the number of mentions, and for one number with the documents that have it.
    """
    originals = [d for d in documents if d.copy_of is None]
    works = Works(originals)
    for document in documents:
        if document.copy_of in works.held:
            works.held[document.doc_id] = works.held[document.copy_of]
    reads = [read_document(document, texts[document.source_id]) for document in documents]
    resolve([r for r in reads if r.document.copy_of is None], works)
    resolve([r for r in reads if r.document.copy_of is not None], works)
    pointing = Pointing(reads, works)
    meant = [all_meant(read, pointing) for read in reads]
    names = _Names(works)
    mentions = [_mentions(read, said, names) for read, said in zip(reads, meant, strict=True)]
    links = _links(documents, mentions)
    return ReferenceGraph(
        nodes=tuple(names.nodes()), links=tuple(links), mentions=tuple(m for found in mentions for m in found)
    )


class _Names:
    """Gives works their node_ids, in order of first mention."""

    def __init__(self, works: Works) -> None:
        self._ids: dict[int, str] = {}
        self._works: list[Work] = []
        self._taken: set[str] = set()
        for work in works.held.values():
            self.of(work)

    def of(self, work: Work) -> str:
        known = self._ids.get(id(work))
        if known is not None:
            return known
        node_id = work.document.doc_id if work.document else self._made(work)
        self._ids[id(work)] = node_id
        self._taken.add(node_id)
        self._works.append(work)
        return node_id

    def _made(self, work: Work) -> str:
        day = min(work.dates, default=None)
        base = "@".join(filter(None, [work.key, f"{day}" if day else "", work.area]))
        node_id, n = base, 1
        while node_id in self._taken:
            n += 1
            node_id = f"{base}#{n}"
        return node_id

    def nodes(self) -> Iterator[GraphNode]:
        for work in self._works:
            yield _node(work, self._ids[id(work)])


def _node(work: Work, node_id: str) -> GraphNode:
    """What is known of a work: of one that is held its header, else what most mentions say."""
    if work.document:
        header = work.document.header
        symbol = header.symbol.value if header.symbol else None
        issuer = full_issuer(work.document) or None
        return GraphNode(
            node_id=node_id,
            doc_id=work.document.doc_id,
            symbol=symbol,
            kind=header.kind.value if header.kind else None,
            issuer=issuer,
            issued_on=header.issued_on.value if header.issued_on else None,
            subject=header.subject.value if header.subject else None,
            tier=tier_of(symbol, issuer),
        )
    said = work.said
    issuer = next((r.issuer for r in said if r.issuer), None)
    symbol = work.symbol or None
    tier = tier_of(symbol, issuer)
    return GraphNode(
        node_id=node_id,
        doc_id=None,
        symbol=symbol,
        kind=work.kind,
        issuer=issuer,
        issued_on=next((r.issued_on for r in said if r.issued_on), None),
        subject=next((r.subject for r in said if r.subject), None),
        tier=Tier.CENTRAL if tier is Tier.UNKNOWN and work.area == "" else tier,
    )


def _mentions(read: Read, said: Sequence[Meant], names: _Names) -> list[Mention]:
    """The mentions of one document as records."""
    own = read.document.copy_of or read.document.doc_id
    targets = [names.of(meant.work) if meant.work else None for meant in said]
    found = []
    for meant, target in zip(said, targets, strict=True):
        relation = meant.relation
        source = targets[relation.of] if relation.of is not None else own
        found.append(
            Mention(
                doc_id=read.document.doc_id,
                span=meant.reference.span,
                form=meant.form,
                reference=meant.reference,
                source=source or own,
                role=relation.role if source and source != target else Role.CITES,
                turned=relation.turned and source is not None,
                sent=relation.sent and target != own,
                target=target,
                repaired=meant.repaired,
            )
        )
    return found


def _links(documents: Sequence[Document], mentions: Sequence[Sequence[Mention]]) -> Iterator[GraphLink]:
    """What mentions in the documents (copies left out) say of one document and another, in order of first saying."""
    grouped: dict[tuple[str, str, Role], list[Mention]] = defaultdict(list)
    first = _first_of_files(documents)
    for document, found in zip(documents, mentions, strict=True):
        if document.copy_of is not None:
            continue
        for mention in found:
            for key in _pairs(mention, document, first):
                grouped[key].append(mention)
    for (source, target, role), said in grouped.items():
        yield GraphLink(source=source, target=target, role=role, mentions=tuple(said))


def _pairs(mention: Mention, document: Document, enclosing: Mapping[str, set[str]]) -> Iterator[tuple[str, str, Role]]:
    """Who stands to whom in which role, as one mention says; what stands in another's subject is cited here too."""
    own, target = document.doc_id, mention.target
    if target is None:
        return
    source, other = (target, mention.source) if mention.turned else (mention.source, target)
    if source != other:
        yield source, other, mention.role
    if mention.source != own and target != own:
        yield own, target, Role.CITES
    if mention.sent or target in enclosing.get(own, ()):
        yield own, target, Role.ENCLOSES


def _first_of_files(documents: Sequence[Document]) -> dict[str, set[str]]:
    """The first document of each file that holds several, and those behind it: a letter and what it sends on."""
    files: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        files[document.source_id].append(document)
    return {
        inside[0].doc_id: {d.copy_of or d.doc_id for d in inside[1:]} for inside in files.values() if len(inside) > 1
    }
