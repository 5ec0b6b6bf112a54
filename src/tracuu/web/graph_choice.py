"""Which documents are drawn: all of a small corpus, those around one document, else the most linked."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracuu.types import GraphLink, GraphNode, ReferenceGraph, Role

# Boxes that a person still finds their way among; more are chosen from.
MOST_BOXES = 28
# Steps from one document that are shown: what it rests on, and what that rests on.
_STEPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is drawn; ``left_out`` is how many documents would belong to it and are not drawn."""

    nodes: tuple[GraphNode, ...]
    links: tuple[GraphLink, ...]
    left_out: int = 0


def chosen(graph: ReferenceGraph, node_id: str | None = None) -> Choice:
    """The documents around ``node_id``, or of the whole corpus, without those that nothing is linked with."""
    linked = {end for link in graph.links for end in (link.source, link.target)}
    wanted = [n.node_id for n in graph.nodes if n.node_id in linked or n.doc_id]
    if node_id is not None:
        wanted = [n for n in _around(graph.links, node_id) if n in set(wanted)]
    ranked = wanted if node_id is not None else _most_linked(wanted, graph.links)
    kept = frozenset(ranked[:MOST_BOXES])
    return Choice(
        nodes=tuple(n for n in graph.nodes if n.node_id in kept),
        links=tuple(link for link in graph.links if link.source in kept and link.target in kept),
        left_out=len(wanted) - len(kept),
    )


def _around(links: Sequence[GraphLink], start: str) -> list[str]:
    """Nodes by their distance from ``start``, nearest first; citations count for one step only."""
    near: dict[str, list[tuple[str, Role]]] = defaultdict(list)
    for link in links:
        near[link.source].append((link.target, link.role))
        near[link.target].append((link.source, link.role))
    found = {start: 0}
    waiting = [start]
    for node_id in waiting:
        step = found[node_id] + 1
        for other, role in near[node_id]:
            if other not in found and step <= _STEPS and (step == 1 or role is not Role.CITES):
                found[other] = step
                waiting.append(other)
    return waiting


def _most_linked(wanted: Sequence[str], links: Sequence[GraphLink]) -> list[str]:
    """By how many links of structure, then mentions, speak of them; stable among equals."""
    weight: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for link in links:
        for end in (link.source, link.target):
            weight[end][0] += link.role is not Role.CITES
            weight[end][1] += len(link.mentions)
    return sorted(wanted, key=lambda n: (-weight[n][0], -weight[n][1]))


def not_held(graph: ReferenceGraph) -> Iterator[tuple[GraphNode, list[GraphLink]]]:
    """Documents that are cited and not held, the most cited first, with the links of those that cite them."""
    held = {n.node_id for n in graph.nodes if n.doc_id}
    citing: dict[str, list[GraphLink]] = defaultdict(list)
    for link in graph.links:
        if link.source in held and link.target not in held:
            citing[link.target].append(link)
    nodes = {n.node_id: n for n in graph.nodes}
    for node_id in sorted(citing, key=lambda n: -times(citing[n])):
        yield nodes[node_id], citing[node_id]


def times(links: Sequence[GraphLink]) -> int:
    """How many mentions speak in ``links``, each counted once."""
    return len({(m.doc_id, m.span) for link in links for m in link.mentions})
