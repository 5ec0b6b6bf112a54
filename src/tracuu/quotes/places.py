"""A span of a source becomes a citation, wherever it stands among the passages."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from tracuu.citing import footnote, inferred_parts, reference, short_reference
from tracuu.documents import strip_markup
from tracuu.text import squeeze
from tracuu.types import AlsoIn, Citation, Document, Passage, Source, Span


class Places:
    """The documents and passages of all sources, found by offset."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
        self._documents: dict[str, list[Document]] = defaultdict(list)
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for document in sorted(documents, key=lambda d: d.span):
            self._documents[document.source_id].append(document)
        for passage in sorted(passages, key=lambda p: p.span):
            self._passages[passage.source_id].append(passage)

    def document(self, source_id: str, span: Span) -> Document:
        """The document in which ``span`` begins.

        Raises:
            KeyError: the source holds none.
        """
        inside = self._documents[source_id]
        if not inside:
            raise KeyError(source_id)
        return inside[max(0, bisect_right(inside, span.start, key=lambda d: d.span.start) - 1)]

    def _passage(self, source_id: str, span: Span) -> Passage | None:
        """The passage of which ``span`` holds most; the first of equals."""
        best, most = None, 0
        inside = self._passages[source_id]
        for passage in inside[max(0, bisect_right(inside, span.start, key=lambda p: p.span.start) - 3) :]:
            if passage.span.start >= span.end:
                break
            shared = min(span.end, passage.span.end) - max(span.start, passage.span.start)
            if shared > most:
                best, most = passage, shared
        return best

    def around(self, source_id: str, span: Span) -> Span:
        """The span of the passage that holds most of ``span``; ``span`` itself when none does."""
        passage = self._passage(source_id, span)
        return passage.span if passage else span

    def cite(self, source: Source, span: Span, score: float, also_in: tuple[AlsoIn, ...] = ()) -> Citation:
        """The citation of ``span`` (not empty); its locator is that of the passage that holds most of it."""
        document = self.document(source.source_id, span)
        passage = self._passage(source.source_id, span)
        header = document.header
        headings = passage.headings if passage else ()
        return Citation(
            rank=1,
            source=source.source_id,
            doc_id=document.doc_id,
            document=header.symbol.value if header.symbol else None,
            kind=header.kind.value if header.kind else None,
            issued=header.issued_on.value if header.issued_on else None,
            locator=passage.locator.labels if passage else (),
            quote=source.text[span.start : span.end],
            start=span.start,
            end=span.end,
            score=round(score, 4),
            reference=reference(document, passage),
            also_in=also_in,
            marked_reference=reference(document, passage, marked=True),
            short_reference=short_reference(document, passage),
            footnote=footnote(document, passage),
            inferred=inferred_parts(document),
            headings=tuple(squeeze(strip_markup(source.text[a:b])) for a, b in headings),
        )
