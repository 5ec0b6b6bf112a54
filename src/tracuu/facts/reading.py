"""All facts of a corpus."""

from collections.abc import Mapping, Sequence

from tracuu.types import Document, Facts, Source


def read_facts(documents: Sequence[Document], sources: Mapping[str, Source]) -> Facts:
    """What the documents say in fields, in order of the corpus; ``sources`` are by source_id."""
    return Facts()
