"""Where the boxes of the reference graph stand: levels from above to below, what rests on another below it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracuu.types import GraphLink, GraphNode, Role, Tier

# In units of the picture, which are pixels where the window is wide enough: four boxes side by side fill the column.
BOX_WIDTH, BOX_HEIGHT = 204, 62
GAP_X, GAP_Y, MARGIN, LABEL = 24, 46, 8, 26
PER_ROW = 4
# A picture of one box is not narrower than two, so that the names of levels have room.
_LEAST = 2
_TIERS = (Tier.CENTRAL, Tier.PROVINCE, Tier.LOCAL, Tier.UNKNOWN)
# Links that make up the picture; that one document cites another is drawn only where nothing else leads there.
STRUCTURE = frozenset(Role) - {Role.CITES}
# Passes that bring boxes near what they are linked with; more change nothing in graphs of this size.
_PASSES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One level of the picture: from ``top`` for ``height``."""

    tier: Tier
    top: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Left upper corners of the boxes by node_id, the bands behind them, and the size of the picture."""

    places: Mapping[str, tuple[int, int]]
    bands: tuple[Band, ...]
    width: int
    height: int


def lay_out(nodes: Sequence[GraphNode], links: Iterable[GraphLink]) -> Layout:
    """Places for ``nodes``; ``links`` are those that are drawn, from the one that acts to the one acted on."""
    shown = list(links)
    pairs = {(link.source, link.target) for link in shown}
    firm = {(link.source, link.target) for link in shown if link.role in STRUCTURE}
    rows: list[tuple[Tier, list[str]]] = []
    for tier in _TIERS:
        inside = [node.node_id for node in nodes if node.tier is tier]
        rows += [(tier, row) for row in _rows(inside, firm)]
    most = max([_LEAST, *(len(row) for _, row in rows)])
    width = MARGIN * 2 + most * BOX_WIDTH + (most - 1) * GAP_X
    _bring_near([row for _, row in rows], pairs, width)
    return _placed(rows, width)


def _rows(inside: Sequence[str], pairs: set[tuple[str, str]]) -> list[list[str]]:
    """The nodes of one level in rows: what others of it rest on above them; what is only cited where there is room."""
    depth = _depths(inside, pairs)
    firm = {end for pair in pairs for end in pair}
    first = sum(depth[node_id] == 0 for node_id in inside)
    below = 1 if first > PER_ROW and any(node_id in firm for node_id in inside) else 0
    by_depth: dict[int, list[str]] = defaultdict(list)
    for node_id in inside:
        by_depth[depth[node_id] if node_id in firm else below].append(node_id)
    found = []
    for _, row in sorted(by_depth.items()):
        found += [row[i : i + PER_ROW] for i in range(0, len(row), PER_ROW)]
    return found


def _depths(inside: Sequence[str], pairs: set[tuple[str, str]]) -> dict[str, int]:
    """How many rows a node stands below the first; links in a circle add none."""
    above: dict[str, list[str]] = defaultdict(list)
    known = set(inside)
    for source, target in sorted(pairs):
        if source in known and target in known:
            above[source].append(target)
    depth: dict[str, int] = {}

    def of(node_id: str, under: tuple[str, ...]) -> int:
        if node_id not in depth:
            open_ones = [t for t in above[node_id] if t not in under]
            depth[node_id] = max((of(t, (*under, t)) + 1 for t in open_ones), default=0)
        return depth[node_id]

    for node_id in inside:
        of(node_id, (node_id,))
    return depth


def _bring_near(rows: Sequence[list[str]], pairs: set[tuple[str, str]], width: int) -> None:
    """Order each row by where the linked boxes of other rows stand."""
    near: dict[str, list[str]] = defaultdict(list)
    for source, target in sorted(pairs):
        near[source].append(target)
        near[target].append(source)
    at = {node_id: _across(i, len(row), width) for row in rows for i, node_id in enumerate(row)}
    for _ in range(_PASSES):
        for row in rows:
            wanted = {n: _mean([at[o] for o in near[n] if o in at and o not in row], at[n]) for n in row}
            row.sort(key=lambda n: wanted[n])
            at.update((node_id, _across(i, len(row), width)) for i, node_id in enumerate(row))


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _across(i: int, count: int, width: int) -> float:
    """The middle of box ``i`` of ``count`` that stand in the middle of the picture."""
    row = count * BOX_WIDTH + (count - 1) * GAP_X
    return (width - row) / 2 + i * (BOX_WIDTH + GAP_X) + BOX_WIDTH / 2


def _placed(rows: Sequence[tuple[Tier, list[str]]], width: int) -> Layout:
    places: dict[str, tuple[int, int]] = {}
    bands: list[Band] = []
    y = 0
    for tier in _TIERS:
        own = [row for its, row in rows if its is tier]
        if not own:
            continue
        top = y
        y += LABEL
        for row in own:
            for i, node_id in enumerate(row):
                places[node_id] = (round(_across(i, len(row), width) - BOX_WIDTH / 2), y)
            y += BOX_HEIGHT + GAP_Y
        bands.append(Band(tier=tier, top=top, height=y - top - GAP_Y // 2))
    return Layout(places=places, bands=tuple(bands), width=width, height=y)


def drawn(links: Sequence[GraphLink]) -> list[GraphLink]:
    """The links that are drawn: all of structure, and citations to what is not reached by those."""
    above: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.role in STRUCTURE:
            above[link.source].add(link.target)
            if link.role in {Role.ENCLOSES}:
                above[link.target].add(link.source)
    return [link for link in links if link.role in STRUCTURE or link.target not in reached(link.source, above)]


def reached(start: str, above: Mapping[str, set[str]]) -> set[str]:
    """All nodes that links lead to from ``start``."""
    found, waiting = {start}, [start]
    while waiting:
        for node_id in sorted(above.get(waiting.pop(), ())):
            if node_id not in found:
                found.add(node_id)
                waiting.append(node_id)
    return found
