"""The reference graph as SVG: boxes by level, arrows by role; every box can be reached and chosen with the keyboard."""

from collections.abc import Iterator, Mapping, Sequence

from tracuu import vi
from tracuu.citing import node_name, node_reference
from tracuu.types import GraphLink, GraphNode, Role
from tracuu.web.graph_choice import Choice
from tracuu.web.graph_layout import BOX_HEIGHT, BOX_WIDTH, Band, Layout, drawn, lay_out
from tracuu.web.markup import day, escape

# Letters that fit into a box in each of its lines: 204 units, 13 and 12 units of type.
_TITLE_LETTERS, _SMALL_LETTERS = 23, 28
# Below this many pixels letters are too small to read: the frame is scrolled instead.
_LEAST_WIDTH = 640
# Lines between the same two boxes stand this far from each other.
_APART = 16


def picture(choice: Choice) -> str:
    """The SVG of the documents chosen; text stands in ``<text>``, the same in words is the list below it."""
    links = drawn(choice.links)
    layout = lay_out(choice.nodes, links)
    bands = "".join(_band(band, layout.width) for band in layout.bands)
    numbers = {node.node_id: i for i, node in enumerate(choice.nodes)}
    arrows = "".join(_arrows(links, layout, numbers))
    boxes = "".join(
        _box(numbers[node.node_id], node, layout.places[node.node_id])
        for node in sorted(choice.nodes, key=lambda n: layout.places[n.node_id][::-1])
    )
    size = f"max-width:{layout.width}px;min-width:{min(layout.width, _LEAST_WIDTH)}px"
    return (
        f'<svg class="tc-picture" viewBox="0 0 {layout.width} {layout.height}" style="{size}" '
        f'role="group" aria-label="{vi.GRAPH_PICTURE}">{_markers()}<g aria-hidden="true">{bands}{arrows}</g>'
        f"{boxes}</svg>"
    )


def _markers() -> str:
    """One arrow head for each role, in the colour of its line."""
    heads = "".join(
        f'<marker id="tc-head-{role.value}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        f'orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path class="tc-head tc-head-{role.value}" '
        'd="M0 0L10 5L0 10z"></path></marker>'
        for role in Role
    )
    return f"<defs>{heads}</defs>"


def _band(band: Band, width: int) -> str:
    return (
        f'<rect class="tc-band" x="0" y="{band.top}" width="{width}" height="{band.height}" rx="6"></rect>'
        f'<text class="tc-band-name" x="10" y="{band.top + 18}">{vi.TIERS[band.tier]}</text>'
    )


# --- Boxes ---------------------------------------------------------------------------------------


def _box(i: int, node: GraphNode, place: tuple[int, int]) -> str:
    """A link that opens the entry of the list; the whole reference is its title and its name."""
    x, y = place
    absent = "" if node.doc_id else f"; {vi.RELATION_NOT_HELD}"
    name = escape(node_reference(node) + absent)
    lines = _lines(node)
    texts = "".join(f'<text class="{css}" x="{x + 10}" y="{y + at}">{escape(line)}</text>' for css, at, line in lines)
    held = "tc-box-held" if node.doc_id else "tc-box-absent"
    return (
        f'<a class="tc-box {held}" href="#tc-node-{i}" data-node="{i}" role="button" aria-label="{name}">'
        f'<title>{name}</title><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"></rect>'
        f"{texts}</a>"
    )


def _lines(node: GraphNode) -> Iterator[tuple[str, int, str]]:
    """Class, distance from the top and words of the lines in a box."""
    kind = node.kind or vi.DOCUMENT
    title = f"{kind} {node.symbol}" if node.symbol else node_name(node)
    if len(title) > _TITLE_LETTERS and node.symbol:
        short = kind[: _TITLE_LETTERS - len(node.symbol) - 2]
        title = node.symbol if len(node.symbol) > 12 else f"{short}… {node.symbol}"
    yield "tc-box-title", 20, _cut(title, _TITLE_LETTERS)
    yield "tc-box-small", 38, _cut(node.issuer or "", _SMALL_LETTERS)
    dated = day(node.issued_on) if node.issued_on else ""
    yield "tc-box-small", 54, dated if node.doc_id else " · ".join(filter(None, [dated, vi.RELATION_NOT_HELD]))


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


# --- Arrows --------------------------------------------------------------------------------------


def _arrows(links: Sequence[GraphLink], layout: Layout, numbers: Mapping[str, int]) -> Iterator[str]:
    """Lines from the one that acts to the one acted on, each beside the others between the same boxes."""
    between: dict[tuple[str, str], int] = {}
    leaving = _ports([(link.source, link.target) for link in links], layout)
    arriving = _ports([(link.target, link.source) for link in links], layout)
    for link in sorted(links, key=lambda one: list(Role).index(one.role), reverse=True):
        pair = min((link.source, link.target), (link.target, link.source))
        shift = between.get(pair, 0)
        between[pair] = shift + _APART
        a, b = layout.places[link.source], layout.places[link.target]
        start = leaving[link.source, link.target] + shift
        end = arriving[link.target, link.source] + shift
        ends = f"{numbers[link.source]} {numbers[link.target]}"
        yield (
            f'<path class="tc-line tc-line-{link.role.value}" data-ends="{ends}" '
            f'marker-end="url(#tc-head-{link.role.value})" d="{_curve(a, b, start, end)}"></path>'
        )


def _ports(pairs: Sequence[tuple[str, str]], layout: Layout) -> Mapping[tuple[str, str], int]:
    """Where on the width of its first box each line leaves, in the order in which the other boxes stand."""
    found: dict[tuple[str, str], int] = {}
    for own in dict.fromkeys(pair[0] for pair in pairs):
        others = sorted({o for p, o in pairs if p == own}, key=lambda o: layout.places[o])
        step = (BOX_WIDTH - 40) / (len(others) + 1)
        for n, other in enumerate(others, start=1):
            found[own, other] = round(20 + n * step)
    return found


def _curve(a: tuple[int, int], b: tuple[int, int], start: int, end: int) -> str:
    """From box ``a`` to box ``b``: upwards, downwards, or in an arch over boxes of one row."""
    (ax, ay), (bx, by) = a, b
    x1, x2 = ax + min(start, BOX_WIDTH - 8), bx + min(end, BOX_WIDTH - 8)
    if ay > by:
        y1, y2, bend = ay, by + BOX_HEIGHT, -1
    elif ay < by:
        y1, y2, bend = ay + BOX_HEIGHT, by, 1
    else:
        return f"M{x1} {ay}C{x1} {ay - 34} {x2} {by - 34} {x2} {by}"
    pull = max(18, abs(y2 - y1) // 2)
    return f"M{x1} {y1}C{x1} {y1 + bend * pull} {x2} {y2 - bend * pull} {x2} {y2}"
