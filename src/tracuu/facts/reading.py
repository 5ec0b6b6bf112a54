"""All facts of a corpus."""

from collections.abc import Mapping, Sequence

from tracuu.types import Document, Facts, Source


def read_facts(documents: Sequence[Document], sources: Mapping[str, Source]) -> Facts:
    """What the documents say in fields, in order of the corpus; ``sources`` are by source_id."""
    # Their patterns take a quarter of a second to compile, and only an index is built with them.
    from tracuu.facts.assignments import read_assignments
    from tracuu.facts.targets import read_targets

    return Facts(
        assignments=tuple(a for d in documents for a in read_assignments(d, sources[d.source_id])),
        targets=tuple(t for d in documents for t in read_targets(d, sources[d.source_id])),
    )
