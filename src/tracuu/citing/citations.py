"""A hit becomes a citation: a slice of its source with its references."""

from tracuu.citing.references import footnote, inferred_parts, reference, short_reference
from tracuu.documents import strip_markup
from tracuu.text import squeeze
from tracuu.types import AlsoIn, Citation, Document, Hit, Passage, Source, Span


def cite(hit: Hit, rank: int, document: Document, source: Source, *, highlights: tuple[Span, ...] = ()) -> Citation:
    """The citation of a hit.

    Raises:
        AssertionError: the passage is not the slice of its source that it says it is.
    """
    passage = hit.passage
    start, end = passage.span
    assert source.text[start:end] == passage.text, passage.passage_id
    header = document.header
    return Citation(
        rank=rank,
        source=passage.source_id,
        doc_id=passage.doc_id,
        document=header.symbol.value if header.symbol else None,
        kind=header.kind.value if header.kind else None,
        issued=header.issued_on.value if header.issued_on else None,
        locator=passage.locator.labels,
        quote=passage.text,
        start=start,
        end=end,
        score=round(min(1.0, max(0.0, hit.score)), 4),
        reference=reference(document, passage),
        also_in=tuple(
            AlsoIn(source=t.source_id, start=t.span.start, end=t.span.end, differs=t.differs, differences=t.differences)
            for t in passage.twins
        ),
        headings=_headings(passage, source, highlights),
        highlights=highlights,
        marked_reference=reference(document, passage, marked=True),
        short_reference=short_reference(document, passage),
        footnote=footnote(document, passage),
        inferred=inferred_parts(document),
    )


def _headings(passage: Passage, source: Source, highlights: tuple[Span, ...]) -> tuple[str, ...]:
    """What stands above a passage, outermost first; then what an answer took from elsewhere (a column's heading)."""
    above = (passage.span, *passage.headings)
    beside = [h for h in highlights if not any(span.start <= h.start and h.end <= span.end for span in above)]
    spans = dict.fromkeys([*passage.headings, *beside])
    return tuple(squeeze(strip_markup(source.text[a:b])) for a, b in spans)
