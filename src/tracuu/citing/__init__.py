"""A span becomes a citation with its viện dẫn: in full, short, as a footnote; State or Party style."""

from tracuu.citing.citations import cite
from tracuu.citing.differences import differing
from tracuu.citing.locators import spoken, spoken_place
from tracuu.citing.nodes import node_name, node_reference
from tracuu.citing.references import (
    Style,
    document_reference,
    footnote,
    inferred_parts,
    reference,
    short_reference,
    style_of,
)
from tracuu.citing.subjects import subject_phrase
from tracuu.documents.issuer_names import full_issuer

__all__ = [
    "Style",
    "cite",
    "differing",
    "document_reference",
    "footnote",
    "full_issuer",
    "inferred_parts",
    "node_name",
    "node_reference",
    "reference",
    "short_reference",
    "spoken",
    "spoken_place",
    "style_of",
    "subject_phrase",
]
