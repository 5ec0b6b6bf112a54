"""Documents as they are listed and shown: header fields with what was inferred, outline, references."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracuu import vi
from tracuu.citing import document_reference, node_reference, short_reference
from tracuu.documents import strip_markup
from tracuu.errors import TracuuError
from tracuu.queries import DocumentNames
from tracuu.registers.wording import day
from tracuu.retrieval import admits
from tracuu.text import squeeze
from tracuu.types import (
    Answer,
    AnswerItem,
    Document,
    Filters,
    GraphLink,
    GraphNode,
    Mention,
    Reference,
    Role,
    Section,
    Stated,
)
from tracuu.types import ReferenceGraph as Graph

# The text of a source by its source_id.
Texts = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One header field; ``start`` and ``end`` are None when it was not read from this source."""

    value: str
    start: int | None = None
    end: int | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document in the list. ``inferred`` says why, when the number itself was inferred."""

    doc_id: str
    source: str
    start: int
    end: int
    document: str | None
    kind: str | None
    issuer: str | None
    place: str | None
    province: str | None
    issued: date | None
    subject: str | None
    signatory: str | None
    title: str
    inferred: str | None
    copy_of: str | None
    copies: tuple[str, ...]
    fields: dict[str, FieldView]
    recipients: tuple[str, ...]
    addressees: tuple[str, ...]
    diagnostics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One unit of the outline, with the words of its heading or text."""

    level: str
    label: str
    heading: str | None
    text: str | None
    start: int
    end: int
    rows: int
    children: tuple["SectionView", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionPlace:
    """Where a document is mentioned, and the words that do it, on one line."""

    source: str
    doc_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """Another document and the role in which one stands to it; ``doc_id`` is None when it is only cited.

    ``title`` is its kind, number, date and issuer; ``places`` are the mentions that say so, copies left out.
    """

    role: Role
    title: str
    document: str | None
    kind: str | None
    issuer: str | None
    issued: date | None
    subject: str | None
    doc_id: str | None
    times: int
    places: tuple[MentionPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailView:
    """One document whole: header, outline, references.

    ``relations`` are what it carries out, rests on, encloses, changes or cites; ``cited_by`` what others do with it;
    ``mentions`` every mention of a document in its text with the one that is meant.
    """

    header: DocumentView
    outline: tuple[SectionView, ...]
    references: tuple[Reference, ...]
    relations: tuple[RelationView, ...] = ()
    cited_by: tuple[RelationView, ...] = ()
    mentions: tuple[Mention, ...] = ()


def overview(document: Document, documents: Sequence[Document]) -> DocumentView:
    """The document as it is listed; ``documents`` are all of the index."""
    header = document.header
    fields = dict(_fields(document))
    return DocumentView(
        doc_id=document.doc_id,
        source=document.source_id,
        start=document.span.start,
        end=document.span.end,
        document=header.symbol.value if header.symbol else None,
        kind=header.kind.value if header.kind else None,
        issuer=header.issuer.value if header.issuer else None,
        place=header.place.value if header.place else None,
        province=header.province.value if header.province else None,
        issued=header.issued_on.value if header.issued_on else None,
        subject=header.subject.value if header.subject else None,
        signatory=header.signatory.value.name if header.signatory else None,
        title=document_reference(document),
        inferred=header.symbol.inferred if header.symbol else None,
        copy_of=document.copy_of,
        copies=tuple(d.doc_id for d in documents if d.copy_of == document.doc_id),
        fields=fields,
        recipients=tuple(r.value for r in header.recipients),
        addressees=tuple(r.value for r in header.addressees),
        diagnostics=tuple(d.message for d in document.diagnostics),
    )


def _fields(document: Document) -> Iterator[tuple[str, FieldView]]:
    header = document.header
    for name in ("symbol", "kind", "issuer", "place", "province", "issued_on", "subject", "signatory"):
        stated: Stated[object] | None = getattr(header, name)
        if stated is None:
            continue
        value = stated.value
        shown = day(value) if isinstance(value, date) else getattr(value, "name", str(value))
        start, end = stated.span or (None, None)
        yield name, FieldView(value=shown, start=start, end=end, inferred=stated.inferred)


def spoken_names(documents: Sequence[Document]) -> dict[str, str]:
    """Documents as later mentions name them ("Công văn số 584-CV/ĐU"), what is inferred in brackets, by doc_id."""
    return {document.doc_id: short_reference(document) for document in documents}


def counted(documents: Sequence[Document]) -> str:
    """How many documents there are, in words, and how many of them are no copies of another."""
    known = {document.doc_id for document in documents}
    distinct = sum(document.copy_of not in known for document in documents)
    words = vi.COUNTED if distinct == len(documents) else vi.COUNTED_COPIES
    return words.format(documents=len(documents), distinct=distinct)


def understood_otherwise(answer: Answer) -> str:
    """The question as it was understood; "" where that is what was typed, but for capitals and its end."""
    return answer.understood if answer.understood and _bare(answer.understood) != _bare(answer.question) else ""


def entry_told(item: AnswerItem) -> str:
    """One entry of a list with the role of the agency, where it does not lead, the time asked for, and the group."""
    due = vi.DUE.format(when=item.due) if item.due else ""
    role = vi.ROLE_BEFORE_TASKS.get(item.role, "")
    said = item.text.lower().startswith(role.strip(" :").lower())
    shared = vi.SHARED_TASK.format(group=item.shared) if item.shared else ""
    return f"{'' if said else role}{item.text}{due}{shared}"


def _bare(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip(" ?.!")


def unmatched(filters: Filters, documents: Sequence[Document]) -> str | None:
    """Why the limits admit no document, in a sentence with what there is; None when they admit one."""
    if any(admits(filters, document) for document in documents):
        return None
    first, last = filters.issued_from, filters.issued_to
    if first and last and first > last:
        return vi.LIMIT_CROSSED.format(first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    known = _stated(documents)
    for name, alone in (
        ("kind", Filters(kind=filters.kind)),
        ("issuer", Filters(issuer=filters.issuer)),
        ("place", Filters(place=filters.place)),
    ):
        if not any(admits(alone, document) for document in documents):
            value = getattr(filters, name)
            return vi.LIMIT_UNMATCHED.format(name=vi.LIMIT_NAMES[name], value=value, known="; ".join(known[name]))
    days = sorted(d.header.issued_on.value for d in documents if d.header.issued_on)
    if days and not any(admits(Filters(issued_from=first, issued_to=last), d) for d in documents):
        return vi.LIMIT_DATES.format(first=f"{days[0]:%d/%m/%Y}", last=f"{days[-1]:%d/%m/%Y}")
    return vi.LIMITS_UNMATCHED


def _stated(documents: Sequence[Document]) -> dict[str, list[str]]:
    """Kinds, issuers and provinces that the documents state, in order of the alphabet."""
    headers = [document.header for document in documents]
    return {
        "kind": sorted({h.kind.value for h in headers if h.kind}),
        "issuer": sorted({h.issuer.value for h in headers if h.issuer}),
        "place": sorted({stated.value for h in headers if (stated := h.province or h.place)}),
    }


def find_document(name: str, documents: Sequence[Document]) -> Document:
    """The document of that doc_id, file, or number ("39-KH/TU", "KH 39", "584").

    Raises:
        TracuuError: none, or more than one.
    """
    if not any(c.isalnum() for c in name):
        known = ", ".join(d.doc_id for d in documents[:3])
        raise TracuuError(vi.DOCUMENT_EMPTY.format(known=known))
    for document in documents:
        if name == document.doc_id:
            return document
    named = DocumentNames.of(documents).resolve(name)
    found = [d for d in documents if d.doc_id in named.doc_ids]
    if len(found) != 1:
        known = ", ".join(d.doc_id for d in documents[:8])
        raise TracuuError((vi.DOCUMENT_AMBIGUOUS if found else vi.DOCUMENT_UNKNOWN).format(name=name, known=known))
    return found[0]


def detail(document: Document, documents: Sequence[Document], text: str, texts: Texts, graph: Graph) -> DetailView:
    """The whole view of one document; ``text`` is its source's, ``texts`` gives that of any source."""
    return DetailView(
        header=overview(document, documents),
        outline=tuple(_section(section, text) for section in document.outline),
        references=document.references,
        relations=tuple(relations(document, texts, graph)),
        cited_by=tuple(relations(document, texts, graph, turned=True)),
        mentions=tuple(m for m in graph.mentions if m.doc_id == document.doc_id),
    )


# Roles in the order in which people ask for them.
_ORDER = {
    role: i
    for i, role in enumerate(
        (Role.CARRIES_OUT, Role.BASED_ON, Role.ENCLOSES, Role.REPLACES, Role.ABOLISHES, Role.AMENDS, Role.CITES)
    )
}


def relations(document: Document, texts: Texts, graph: Graph, *, turned: bool = False) -> Iterator[RelationView]:
    """What the document does with others, or with ``turned`` others with it, by role, the most mentioned first."""
    own = document.copy_of or document.doc_id
    nodes = {node.node_id: node for node in graph.nodes}
    links = [link for link in graph.links if (link.target if turned else link.source) == own]
    for link in sorted(links, key=lambda link: (_ORDER[link.role], -len(link.mentions))):
        yield _relation(link, nodes[link.source if turned else link.target], texts)


def _relation(link: GraphLink, node: GraphNode, texts: Texts) -> RelationView:
    return RelationView(
        role=link.role,
        title=node_reference(node),
        document=node.symbol,
        kind=node.kind,
        issuer=node.issuer,
        issued=node.issued_on,
        subject=node.subject,
        doc_id=node.doc_id,
        times=len(link.mentions),
        places=tuple(_place(mention, texts) for mention in link.mentions),
    )


def _place(mention: Mention, texts: Texts) -> MentionPlace:
    source = source_of(mention.doc_id)
    start, end = mention.span
    return MentionPlace(
        source=source, doc_id=mention.doc_id, start=start, end=end, text=squeeze(texts(source)[start:end])
    )


def source_of(doc_id: str) -> str:
    """The source_id of a document: its doc_id without the ``#2`` of a bundle."""
    return re.sub(r"#\d+$", "", doc_id)


def _section(section: Section, text: str) -> SectionView:
    return SectionView(
        level=section.level.value,
        label=section.label,
        heading=_words(section.heading, text),
        text=_words(section.text, text),
        start=section.span.start,
        end=section.span.end,
        rows=sum(len(table.rows) for table in section.tables),
        children=tuple(_section(child, text) for child in section.children),
    )


def _words(span: tuple[int, int] | None, text: str) -> str | None:
    return squeeze(strip_markup(text[slice(*span)])) if span else None


# Longer paragraphs are cut in the outline that the terminal shows; --text gives them whole.
_SHOWN = 110


def outline_text(document: Document, documents: Sequence[Document], text: str, texts: Texts, graph: Graph) -> str:
    """Header, outline and references for the terminal."""
    view = detail(document, documents, text, texts, graph)
    lines = [view.header.title, ""]
    lines += [
        f"{vi.FIELD_NAMES[n]}: {f.value}" + (f" ({f.inferred})" if f.inferred else "")
        for n, f in view.header.fields.items()
    ]
    lines += ["", *_outline_lines(document.outline, text, 0), ""]
    lines += [*_relation_lines(view.relations, vi.ROLES), *_relation_lines(view.cited_by, vi.ROLES_TURNED)]
    lines += [f"{vi.WARNING}: {message}" for message in view.header.diagnostics]
    return "\n".join(lines)


def _relation_lines(found: Sequence[RelationView], names: Mapping[str, str]) -> Iterator[str]:
    """Each role with its documents; one that stands in a role is not told once more as cited."""
    telling = {r.title for r in found if r.role is not Role.CITES}
    role = None
    for relation in found:
        if relation.role is Role.CITES and relation.title in telling:
            continue
        if relation.role is not role:
            role = relation.role
            yield f"{names[role]}:"
        notes = [vi.RELATION_TIMES.format(times=relation.times)] if relation.times > 1 else []
        notes += [] if relation.doc_id else [vi.RELATION_NOT_HELD]
        yield f"  - {relation.title}" + (f" ({'; '.join(notes)})" if notes else "")


def _outline_lines(sections: Sequence[Section], text: str, depth: int) -> Iterator[str]:
    for section in sections:
        words = _words(section.heading or section.text, text) or ""
        cut = f"{words[:_SHOWN].rsplit(' ', 1)[0]} …" if len(words) > _SHOWN else words
        yield f"{'  ' * depth}{cut}"
        for table in section.tables:
            yield f"{'  ' * (depth + 1)}{vi.TABLE_ROWS.format(rows=len(table.rows))}"
        yield from _outline_lines(section.children, text, depth + 1)
