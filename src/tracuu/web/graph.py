"""The picture of the reference graph with its list, and what is cited but not held: pieces of the tab “Văn bản”."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from tracuu import vi
from tracuu.citing import node_name, node_reference
from tracuu.overview import source_of
from tracuu.types import GraphLink, GraphNode, Mention, ReferenceGraph, Role
from tracuu.web.graph_choice import Choice, chosen, not_held, times
from tracuu.web.graph_svg import picture
from tracuu.web.library import Library
from tracuu.web.markup import escape, place_link

# Places that are linked from one relation; the reader shows the rest.
_PLACES = 4
# Documents that are not held and listed at once.
_LISTED = 200


def section_html() -> str:
    """The closed section of the tab; graph.js fills it when it is first opened."""
    return (
        f'<details class="tc-graph" id="tc-graph"><summary><h2>{vi.GRAPH_TITLE}</h2></summary>'
        f'<div id="tc-graph-piece"><p class="tc-small">{vi.GRAPH_LOADING}</p></div></details>'
    )


def graph_html(library: Library, document: str = "") -> str:
    """The picture around ``document`` (a doc_id), or of the whole corpus, with everything that belongs to it."""
    graph = library.graph
    if not graph.links:
        return f'<p class="tc-empty">{vi.GRAPH_EMPTY}</p>'
    known = {node.node_id: node for node in graph.nodes}
    document = next((d.copy_of or d.doc_id for d in library.documents if d.doc_id == document), "")
    around = known.get(document)
    choice = chosen(graph, around.node_id if around else None)
    return (
        f"{_chooser(graph, around)}{_told(choice, around)}{_legend(choice)}"
        f'<div class="tc-graph-frame" tabindex="0" role="region" aria-label="{vi.GRAPH_PICTURE}">'
        f"{picture(choice)}</div>"
        f'<div id="tc-graph-detail" aria-live="polite"><p class="tc-small">{vi.GRAPH_HINT}</p></div>'
        f"{_list(choice, graph)}{_missing(graph)}"
    )


def _chooser(graph: ReferenceGraph, around: GraphNode | None) -> str:
    held = sorted((n for n in graph.nodes if n.doc_id), key=node_name)
    options = "".join(
        f'<option value="{escape(n.node_id)}"{" selected" if n == around else ""}>{escape(node_name(n))}</option>'
        for n in held
    )
    return (
        f'<label class="tc-field tc-graph-choose"><span>{vi.GRAPH_CHOOSE}</span>'
        f'<select id="tc-graph-document"><option value="">{vi.GRAPH_WHOLE}</option>{options}</select></label>'
    )


def _told(choice: Choice, around: GraphNode | None) -> str:
    held = sum(1 for node in choice.nodes if node.doc_id)
    said = vi.GRAPH_AROUND.format(document=node_name(around)) if around else vi.GRAPH_ALL
    count = vi.GRAPH_COUNT.format(held=held, cited=len(choice.nodes) - held)
    more = f" {vi.GRAPH_MORE.format(count=choice.left_out)}" if choice.left_out > 0 else ""
    return f'<p class="tc-small" role="status">{escape(said)} {count}{more}</p>'


def _legend(choice: Choice) -> str:
    """The kinds of line that the picture has, each with its name."""
    roles = [role for role in Role if any(link.role is role for link in choice.links)]
    lines = "".join(
        f'<li><svg class="tc-key" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true" focusable="false">'
        f'<path class="tc-line tc-line-{role.value}" d="M2 6H42"></path></svg> {vi.ROLES[role]}</li>'
        for role in roles
    )
    absent = f'<li><span class="tc-key-absent" aria-hidden="true"></span> {vi.GRAPH_ABSENT}</li>'
    return f'<ul class="tc-legend" aria-label="{vi.GRAPH_LEGEND}">{lines}{absent}</ul>'


# --- The same in words ---------------------------------------------------------------------------


def _list(choice: Choice, graph: ReferenceGraph) -> str:
    """Every box of the picture with what links it, as text: shown whole on demand, one by one when a box is chosen."""
    known = {node.node_id: node for node in graph.nodes}
    entries = "".join(_entry(i, node, graph.links, known) for i, node in enumerate(choice.nodes))
    return (
        f'<details class="tc-fold tc-graph-words"><summary>{vi.GRAPH_WORDS}</summary>'
        f'<div class="tc-graph-list">{entries}</div></details>'
    )


def _entry(i: int, node: GraphNode, links: Sequence[GraphLink], known: Mapping[str, GraphNode]) -> str:
    own = [link for link in links if link.source == node.node_id]
    others = [link for link in links if link.target == node.node_id]
    rows = [*_rows(own, known, vi.ROLES), *_rows(others, known, vi.ROLES_TURNED, turned=True)]
    said = f"<dl>{''.join(rows)}</dl>" if rows else f'<p class="tc-small">{vi.GRAPH_ALONE}</p>'
    subject = f'<p class="tc-subject">{escape(node.subject)}</p>' if node.subject and node.symbol else ""
    return (
        f'<article id="tc-node-{i}" tabindex="-1"><h3>{escape(node_reference(node))}</h3>{subject}'
        f'<p class="tc-actions">{_open(node)}</p>{said}</article>'
    )


def _open(node: GraphNode) -> str:
    if not node.doc_id:
        return f'<span class="tc-small">{vi.GRAPH_NOT_HELD}</span>'
    # The reader opens a document by its doc_id, wherever it stands in its file.
    opened = f'<a class="tc-button" data-reader href="?doc={_quoted(node.doc_id)}">{vi.GRAPH_OPEN}</a>'
    only = (
        f'<button type="button" class="tc-button tc-button-quiet" data-graph="{escape(node.node_id)}">'
        f"{vi.GRAPH_ONLY}</button>"
    )
    return opened + only


def _quoted(doc_id: str) -> str:
    return escape(quote(doc_id, safe=""))


def _rows(
    links: Sequence[GraphLink], known: Mapping[str, GraphNode], names: Mapping[str, str], *, turned: bool = False
) -> Iterator[str]:
    """One entry for each role: the documents, and where it is said."""
    telling = {(link.source, link.target) for link in links if link.role is not Role.CITES}
    for role in Role:
        inside = [
            link
            for link in links
            if link.role is role and (role is not Role.CITES or (link.source, link.target) not in telling)
        ]
        if inside:
            items = "".join(_item(link, known[link.source if turned else link.target]) for link in inside)
            yield f"<div><dt>{names[role]}</dt><dd><ul>{items}</ul></dd></div>"


def _item(link: GraphLink, other: GraphNode) -> str:
    count = vi.RELATION_TIMES.format(times=len(link.mentions))
    return f"<li>{escape(node_reference(other))} <small>({count}: {_places(link.mentions)})</small></li>"


def _places(mentions: Sequence[Mention]) -> str:
    links = [
        place_link(source_of(m.doc_id), m.span.start, m.span.end, vi.GRAPH_PLACE.format(n=n))
        for n, m in enumerate(mentions[:_PLACES], start=1)
    ]
    return ", ".join(links) + (", …" if len(mentions) > _PLACES else "")


# --- Cited, not held -----------------------------------------------------------------------------


def _missing(graph: ReferenceGraph) -> str:
    found = list(not_held(graph))
    if not found:
        return ""
    items = "".join(_absent(node, links) for node, links in found[:_LISTED])
    return (
        f'<section class="tc-graph-missing"><h3>{vi.GRAPH_MISSING.format(count=len(found))}</h3>'
        f'<p class="tc-small">{vi.GRAPH_MISSING_WHY}</p><ol>{items}</ol></section>'
    )


def _absent(node: GraphNode, links: Sequence[GraphLink]) -> str:
    first: dict[str, Mention] = {}
    for mention in (m for link in links for m in link.mentions):
        if mention.doc_id not in first or mention.span < first[mention.doc_id].span:
            first[mention.doc_id] = mention
    said = vi.GRAPH_TIMES.format(times=times(links), documents=len(first))
    return f"<li>{escape(node_reference(node))} <small>({said}: {_places(list(first.values()))})</small></li>"
