"""What the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracuu.types import Document, Facts, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Documents, their texts and what was read in them.

    ``sources`` are keyed by source_id. ``drafts`` are the doc_ids of papers not yet signed: a rule reports what
    concerns them when there are any, and what concerns any document when there are none.
    """

    documents: tuple[Document, ...]
    sources: Mapping[str, Source]
    facts: Facts
    drafts: frozenset[str] = frozenset()
