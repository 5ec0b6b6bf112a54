"""Papers not yet signed, read like documents of the corpus and laid beside them."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracuu.checks import Material
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.passages import make_passages
from tracuu.types import Document, Facts, Passage, Source


def draft_source(name: str, text: str) -> Source:
    """A draft as a source of its own; ``text`` is NFC with plain line ends."""
    return Source(source_id=name, sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), text=text)


def draft_material(
    documents: Sequence[Document], sources: Mapping[str, Source], facts: Facts, drafts: Sequence[Source]
) -> Material:
    """The corpus with the drafts behind it; a draft that bears the name of a file of the corpus gets another."""
    own = tuple(_named(drafts, sources))
    if not own:
        return Material(documents=tuple(documents), sources=sources, facts=facts)
    both = {**sources, **{draft.source_id: draft for draft in own}}
    read = [document for draft in own for document in read_documents(draft)]
    linked = link_documents([*documents, *read], {name: source.text for name, source in both.items()})
    ids = frozenset(document.doc_id for document in read)
    added = tuple(_of_corpus(d, linked, ids) for d in linked if d.doc_id in ids)
    more = read_facts(added, both)
    return Material(
        documents=(*documents, *added),
        sources=both,
        facts=Facts(
            assignments=(*facts.assignments, *more.assignments),
            targets=(*facts.targets, *more.targets),
        ),
        drafts=ids,
    )


def _named(drafts: Sequence[Source], sources: Mapping[str, Source]) -> Iterator[Source]:
    """The drafts under names that no file of the corpus and no draft before bears."""
    taken = set(sources)
    for draft in drafts:
        number, name = 1, draft.source_id
        while name in taken:
            number += 1
            name = f"{draft.source_id} ({number})"
        taken.add(name)
        yield replace(draft, source_id=name)


def _of_corpus(draft: Document, linked: Sequence[Document], drafts: frozenset[str]) -> Document:
    """The draft as a copy of the document of the corpus that was taken for a copy of it."""
    if draft.copy_of is not None:
        return draft
    original = next((d.doc_id for d in linked if d.copy_of == draft.doc_id and d.doc_id not in drafts), None)
    return replace(draft, copy_of=original) if original else draft


def draft_passages(material: Material) -> Iterator[Passage]:
    """What is quoted of the drafts."""
    for document in material.documents:
        if document.doc_id in material.drafts:
            yield from make_passages(document, material.sources[document.source_id])
