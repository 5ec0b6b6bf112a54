"""The words at a place of a source, as they are read and compared: without mark-up and what the page put between."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracuu.documents import cell_text
from tracuu.facts.clauses import reading_copy
from tracuu.facts.furniture import blanked, page_marks, without_marks
from tracuu.types import Document, Source, Span, Spans


class Wording:
    """Words and reading copies of sources by source_id, each made when first asked for and kept."""

    def __init__(self, documents: Iterable[Document], sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._bundled: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            self._bundled[document.source_id].append(document)
        self._copies: dict[str, str] = {}
        self._marks: dict[str, Spans] = {}

    def words(self, source_id: str, spans: Sequence[Span]) -> str:
        """The words of some spans of a source, on one line, without mark-up and page numbers."""
        text = self._sources[source_id].text
        return cell_text(without_marks(text, tuple(spans), self._page_marks(source_id)), text)

    def copy(self, source_id: str) -> str:
        """The text of a source as facts are read from it (`facts.clauses.reading_copy`), page numbers blank."""
        if source_id not in self._copies:
            copy = reading_copy(self._sources[source_id].text)
            self._copies[source_id] = blanked(copy, self._page_marks(source_id))
        return self._copies[source_id]

    def _page_marks(self, source_id: str) -> Spans:
        if source_id not in self._marks:
            source = self._sources[source_id]
            bundled = self._bundled[source_id]
            self._marks[source_id] = tuple(sorted(mark for d in bundled for mark in page_marks(d, source)))
        return self._marks[source_id]
