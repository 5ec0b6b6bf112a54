"""How a document of the reference graph is named, held or only cited."""

from tracuu import vi
from tracuu.citing.subjects import plain_subject
from tracuu.types import GraphNode


def node_name(node: GraphNode) -> str:
    """Kind and number ("Kế hoạch số 39-KH/TU"), a law by its name; kind and subject where there is no number."""
    kind = node.kind or vi.DOCUMENT
    kind = kind.capitalize() if kind.isupper() else kind
    if node.symbol and not (_is_law(node) and node.subject):
        return vi.NUMBERED.format(kind=kind, symbol=node.symbol)
    subject = plain_subject(node.subject) if node.subject else ""
    if _is_law(node) and subject:
        return f"{kind} {subject}"
    return f"{kind} {subject[:1].lower()}{subject[1:]}".strip()


def node_reference(node: GraphNode) -> str:
    """The name with date and issuer, as far as they are known."""
    name = node_name(node)
    if node.symbol and _is_law(node) and node.subject:
        name = f"{name} ({node.symbol})"
    dated = vi.NODE_DATED.format(day=_day(node)) if node.issued_on else ""
    issued = " " + vi.ISSUED_BY.format(issuer=node.issuer) if node.issuer else ""
    return f"{name}{dated}{issued}"


def _is_law(node: GraphNode) -> bool:
    return node.kind in {"Luật", "Bộ luật", "Pháp lệnh"}


def _day(node: GraphNode) -> str:
    day = node.issued_on
    assert day is not None
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"
