"""A document as lines to be read and compared: every level, label, offset, first and last words."""

from collections.abc import Iterator

from tracuu.documents import cell_text
from tracuu.types import Document, Header, Section, Span, Stated, Table

_WORDS = 9


def render(document: Document, text: str) -> str:
    """The golden text of one document."""
    lines = [
        f"document {document.doc_id} {_at(document.span)} copy_of={document.copy_of}",
        "",
        "== header",
        *_header(document.header, text),
        "",
        "== parts",
        *(f"{part.role} {_at(part.span)} {_ends(text, part.span)}" for part in document.parts),
        "",
        "== outline",
    ]
    for section in document.outline:
        lines += _section(section, text, 0)
    lines += ["", "== references"]
    for r in document.references:
        lines.append(f"{_at(r.span)} {r.symbol} | {r.kind} | {r.issuer} | {r.issued_on} | {_short(r.subject)}")
    lines += ["", "== diagnostics"]
    lines += [f"{_at(d.span) if d.span else '-'} {d.message}" for d in document.diagnostics]
    return "\n".join(lines) + "\n"


def _header(header: Header, text: str) -> Iterator[str]:
    for name in ("symbol", "kind", "issuer", "place", "province", "issued_on", "subject", "signatory"):
        yield f"{name}: {_stated(getattr(header, name), text)}"
    for name in ("recipients", "addressees"):
        for stated in getattr(header, name):
            yield f"{name}: {_stated(stated, text)}"


def _stated(stated: Stated[object] | None, text: str) -> str:
    if stated is None:
        return "None"
    shown = f"{stated.value}"
    if stated.span:
        shown += f" {_at(stated.span)} {text[slice(*stated.span)]!r}"
    return shown + (f" ({stated.inferred})" if stated.inferred else "")


def _section(section: Section, text: str, depth: int) -> Iterator[str]:
    own = section.heading or section.text
    mark = "H" if section.heading else "T" if section.text else "-"
    words = _ends(text, own) if own else ""
    yield f"{'  ' * depth}{section.level}[{section.label}] {mark} {_at(section.span)} {words}"
    for table in section.tables:
        yield from _table(table, text, depth + 1)
    for child in section.children:
        yield from _section(child, text, depth + 1)


def _table(table: Table, text: str, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield f"{pad}table {_at(table.span)} header {_at(table.header) if table.header else None}"
    for row in table.rows:
        band = f" band={_ends(text, row.band)}" if row.band else ""
        yield f"{pad}  row {row.label} {_at(row.span)}{band}"
        for cell in row.cells:
            yield f"{pad}    {' › '.join(cell.column)} = {_short(cell_text(cell.spans, text))}"


def _at(span: Span) -> str:
    return f"{span.start}:{span.end}"


def _ends(text: str, span: Span) -> str:
    words = text[slice(*span)].replace("\n", "⏎ ").replace("\t", "⇥ ").split(" ")
    if len(words) <= 2 * _WORDS:
        return " ".join(words)
    return " ".join(words[:_WORDS]) + " … " + " ".join(words[-_WORDS:])


def _short(text: str | None) -> str:
    return text if text is None or len(text) <= 120 else f"{text[:60]} … {text[-50:]}"
