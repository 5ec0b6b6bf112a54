"""A library over texts that tests write: everything of quotations is real, questions are answered as by the fake one."""

from collections.abc import Mapping
from functools import cached_property

from build_directives import directive, task_table
from build_quotables import TEXTS, quote_index
from fake_library import FakeLibrary
from tracuu import vi
from tracuu.answers import Evidence, TermWeights
from tracuu.documents import link_documents, read_documents
from tracuu.errors import QuestionError
from tracuu.passages import fold_copies, is_searchable, make_passages, searched_text
from tracuu.quotes.drafts import check_draft
from tracuu.quotes.finding import find_quotes
from tracuu.quotes.mentions import KnownDocuments
from tracuu.text import syllables
from tracuu.types import DraftCheck, Filters, Hit, Query, Quotation, QuoteMatch

TABLE = directive(subject="Phân công nhiệm vụ", body=f"I. NHIỆM VỤ\n\n{task_table()}")


class QuotableLibrary(FakeLibrary):
    """Searches by the share of a topic's syllables; counts what it was asked."""

    def __init__(self, texts: Mapping[str, str] = TEXTS):
        super().__init__(texts)
        self.texts = dict(texts)
        self.documents = self.evidence_documents
        self.checked: list[str] = []

    @property
    def evidence_documents(self):
        return tuple(self.evidence.documents.values())

    @cached_property
    def evidence(self) -> Evidence:
        documents = link_documents([d for s in self.sources.values() for d in read_documents(s)], self.texts)
        passages = fold_copies([p for d in documents for p in make_passages(d, self.sources[d.source_id])], documents)
        weights = TermWeights.learn([searched_text(p, self.texts[p.source_id]) for p in passages])
        return Evidence(
            documents={d.doc_id: d for d in documents}, sources=self.sources, passages=passages, weights=weights
        )

    @cached_property
    def _quotable(self):
        return quote_index(self.texts)

    def quote(self, topic: str, top: int = 10, *, filters: Filters = Filters()) -> tuple[Quotation, ...]:  # noqa: B008
        self.asked.append((topic, top, filters))
        if not any(c.isalnum() for c in topic):
            raise QuestionError(vi.TOPIC_EMPTY)
        asked = set(syllables(topic))
        hits = [
            Hit(passage=p, score=len(asked & set(syllables(p.text))) / len(asked), dense=0.8, lexical=1.0, dense_rank=1, lexical_rank=1)
            for p in self.evidence.passages
            if is_searchable(p)
        ]  # fmt: skip
        return find_quotes(Query(original=topic, text=topic), hits, self.evidence, top=top)

    def verify(self, text: str) -> QuoteMatch:
        return self._quotable.grade(text)

    def verify_draft(self, text: str, *, should_stop=None) -> DraftCheck:
        self.checked.append(text)
        return check_draft(text, self._quotable, KnownDocuments(self.documents), should_stop=should_stop)
