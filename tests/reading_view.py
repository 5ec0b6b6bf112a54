"""What was read of a text, as plain values to compare."""

from collections.abc import Iterator
from typing import Any

from tracuu.documents import Column, cell_text, column_role, link_documents, read_documents
from tracuu.text import normalise
from tracuu.types import Document, Row, Section, Source, Table


def read(text: str) -> tuple[Document, ...]:
    source = Source(source_id="x.txt", sha256="", text=normalise(text))
    return link_documents(read_documents(source), {"x.txt": source.text})


def value(stated: Any) -> Any:
    return None if stated is None else stated.value


def summary(document: Document) -> dict[str, Any]:
    header = document.header
    signed = value(header.signatory)
    return {
        "symbol": value(header.symbol),
        "kind": value(header.kind),
        "issuer": value(header.issuer),
        "place": value(header.place),
        "province": value(header.province),
        "issued_on": value(header.issued_on),
        "subject": value(header.subject),
        "signed": signed and (signed.name, signed.office, signed.on_behalf_of),
        "recipients": [item.value for item in header.recipients],
        "addressees": [item.value for item in header.addressees],
    }


def labels(sections: tuple[Section, ...], above: str = "") -> Iterator[str]:
    """Labels of all units but plain paragraphs: "II/1/a"."""
    for section in sections:
        path = f"{above}/{section.label}".strip("/")
        if section.label:
            yield path
        yield from labels(section.children, path if section.label else above)


def tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from tables(section.children)


def cells(row: Row, text: str) -> dict[Column, str]:
    return {column_role(c.column): cell_text(c.spans, text) for c in row.cells if c.column and c.spans}


def duties(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Label, lead, coordinating and deadline of each row; None for what is not read."""
    roles = (Column.LEAD, Column.COORDINATING, Column.DEADLINE)
    text = normalise(text)
    rows = [row for document in read(text) for table in tables(document.outline) for row in table.rows]
    return [(row.label, *(cells(row, text).get(role) for role in roles)) for row in rows]


def messages(text: str) -> str:
    return "\n".join(d.message for document in read(text) for d in document.diagnostics)
