"""The only place where stages meet: building an index, and the open library that both faces call."""

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tracuu import vi
from tracuu.answers import Evidence, Task, TermWeights, draft_answer, due_of, hit_of
from tracuu.citing import cite, reference
from tracuu.documents import apply_sidecar, link_documents, read_documents
from tracuu.embeddings import DEFAULT_MODEL, Embedder, load_embedder
from tracuu.errors import IndexStoreError, QuestionError
from tracuu.facts import read_facts
from tracuu.index import BuildReport, Index, open_index, write_index
from tracuu.passages import (
    dense_pieces,
    fold_copies,
    is_searchable,
    lexical_terms,
    make_passages,
    plain_document,
    plain_passage,
    searched_text,
)
from tracuu.queries import DocumentNames, MarkModel, reread, understand
from tracuu.quotes.finding import find_quotes, passages_wanted
from tracuu.references import read_graph
from tracuu.registers import Match, Registers, TargetEntry, TargetFilter, TaskFilter, TasksFound
from tracuu.retrieval import admits, retrieve, text_sought
from tracuu.sources import read_corpus
from tracuu.text import Segmenter, grouped, normalise, syllables, with_bigrams, word_list
from tracuu.types import (
    Answer,
    AnswerItem,
    Citation,
    Conflict,
    Diagnostic,
    Document,
    DraftCheck,
    Facts,
    Filters,
    Finding,
    Hit,
    Intent,
    Passage,
    Query,
    Quotation,
    QuoteMatch,
    Reason,
    ReferenceGraph,
    Source,
    Span,
)

if TYPE_CHECKING:
    from tracuu.quotes.grading import QuoteIndex
    from tracuu.quotes.mentions import KnownDocuments

# Longer than any question; a pasted document is no question.
QUESTION_LIMIT = 2_000
# Hits that an answer is looked for in, whatever number is shown.
_HITS = 30
# Passages with the most pairs of a phrase, in which it is looked for to the letter.
_LOOKED_AT = 50
# Passages whose writing decides how words typed without marks are meant.
_REREAD = 10
_EXTRAS = _MARKS, _WEIGHTS, _FACTS, _GRAPH = "marks.bin", "weights.json", "facts.json", "references.json"
# Raised when reading or cutting changes, so that an index built before is built anew.
READING_VERSION = "39"

Progress = Callable[[str, int, int], None]


# --- Building ----------------------------------------------------------------------------------


def build_index(
    corpus_dir: Path,
    index_dir: Path,
    *,
    model: str = DEFAULT_MODEL,
    wants_words: bool | None = None,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> tuple[BuildReport, tuple[Diagnostic, ...]]:
    """Read the corpus and publish its index; what was embedded before is not embedded again.

    ``progress`` is told the stage in Vietnamese, how much is done, and of how much.

    Raises:
        CorpusError: nothing to read. ModelError: no such model. IndexStoreError: cannot be written.
    """
    tell = progress or (lambda stage, done, total: None)
    sources, problems = read_corpus(corpus_dir)
    embedder = load_embedder(model, wants_words=wants_words)
    documents = read_all(sources, corpus_dir)
    by_id = {source.source_id: source for source in sources}
    passages = _cut(documents, by_id, tell)
    digest = corpus_digest(corpus_dir, sources)
    report = _write(index_dir, embedder, sources, documents, passages, digest, rebuild=rebuild, tell=tell)
    return report, (*problems, *(d for document in documents for d in document.diagnostics))


def build_text_index(
    texts: Sequence[tuple[str, str, str]],
    index_dir: Path,
    *,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> BuildReport:
    """Index plain texts (id, title, text) with the product's own tokens, pieces and marks.

    Each is one source, document and passage of its own; nothing is read as a directive. For
    measuring retrieval on other collections.
    """
    tell = progress or (lambda stage, done, total: None)
    segmenter = Segmenter()
    sources, documents, passages = [], [], []
    for done, (text_id, title, text) in enumerate(texts, start=1):
        plain = normalise(text)
        digest = hashlib.sha256(plain.encode()).hexdigest()
        sources.append(Source(source_id=text_id, sha256=digest, text=plain))
        documents.append(plain_document(sources[-1]))
        passages.append(plain_passage(sources[-1], title, segmenter))
        tell(vi.STAGE_READING, done, len(texts))
    digest = hashlib.sha256("".join(source.sha256 for source in sources).encode()).hexdigest()
    embedder = load_embedder(model)
    return _write(index_dir, embedder, sources, documents, passages, digest, rebuild=False, tell=tell)


def read_all(sources: Sequence[Source], corpus_dir: Path | None = None) -> tuple[Document, ...]:
    """The documents of all sources, completed by their sidecars and by one another."""
    documents: list[Document] = []
    for source in sources:
        own = read_documents(source)
        sidecar = _sidecar(corpus_dir / source.source_id) if corpus_dir else None
        if sidecar and sidecar.is_file():
            own = apply_sidecar(own, sidecar.read_bytes(), sidecar.name)
        documents += own
    return link_documents(documents, {source.source_id: source.text for source in sources})


def _sidecar(path: Path) -> Path:
    """``NAME.toml`` beside the document ``NAME.txt``."""
    return path.with_suffix(".toml")


def _cut(documents: Sequence[Document], sources: Mapping[str, Source], tell: Progress) -> tuple[Passage, ...]:
    segmenter = Segmenter()
    passages: list[Passage] = []
    for done, document in enumerate(documents, start=1):
        passages += make_passages(document, sources[document.source_id], segmenter)
        tell(vi.STAGE_READING, done, len(documents))
    return fold_copies(passages, documents)


def _write(
    index_dir: Path,
    embedder: Embedder,
    sources: Sequence[Source],
    documents: Sequence[Document],
    passages: Sequence[Passage],
    digest: str,
    *,
    rebuild: bool,
    tell: Progress,
) -> BuildReport:
    by_id = {source.source_id: source.text for source in sources}
    texts = [by_id[p.source_id] for p in passages]
    searchable = [is_searchable(p) for p in passages]
    searched = [searched_text(p, t) for p, t in zip(passages, texts, strict=True)]
    extras = {
        _MARKS: MarkModel.learn([s.text for s in sources], word_list()).to_bytes(),
        _WEIGHTS: TermWeights.learn([s for s, yes in zip(searched, searchable, strict=True) if yes]).to_bytes(),
        _FACTS: msgspec.json.encode(read_facts(documents, {s.source_id: s for s in sources})),
        _GRAPH: msgspec.json.encode(read_graph(documents, by_id)),
    }
    return write_index(
        index_dir,
        embedder=embedder,
        sources=sources,
        documents=documents,
        passages=passages,
        searchable=searchable,
        dense_texts=[dense_pieces(p, t) for p, t in zip(passages, texts, strict=True)],
        terms=[lexical_terms(p, t) for p, t in zip(passages, texts, strict=True)],
        corpus_digest=digest,
        extras=extras,
        rebuild=rebuild,
        progress=lambda done, total: tell(vi.STAGE_EMBEDDING, done, total),
    )


def corpus_digest(corpus_dir: Path, sources: Sequence[Source]) -> str:
    """A digest of what an index is made from: names and contents of documents and sidecars, and the reader."""
    digest = hashlib.sha256(READING_VERSION.encode())
    for source in sources:
        sidecar = _sidecar(corpus_dir / source.source_id)
        beside = hashlib.sha256(sidecar.read_bytes()).hexdigest() if sidecar.is_file() else "-"
        digest.update(f"{source.source_id}\t{source.sha256}\t{beside}\n".encode())
    return digest.hexdigest()


def is_stale(corpus_dir: Path, index_dir: Path, *, model: str = DEFAULT_MODEL) -> bool:
    """Whether the index is missing, unusable, of another model, or made from other documents."""
    try:
        manifest = open_index(index_dir, model=model).manifest
    except IndexStoreError:
        return True
    sources, _ = read_corpus(corpus_dir)
    return manifest.corpus_digest != corpus_digest(corpus_dir, sources)


def open_or_build(
    corpus_dir: Path,
    index_dir: Path,
    *,
    model: str = DEFAULT_MODEL,
    wants_words: bool | None = None,
    progress: Progress | None = None,
) -> "Library":
    """The library, built first when its index is missing, damaged or out of date."""
    if is_stale(corpus_dir, index_dir, model=model):
        build_index(corpus_dir, index_dir, model=model, wants_words=wants_words, progress=progress)
    return Library.open(index_dir, model=model)


# --- Asking ------------------------------------------------------------------------------------


def _embedder_of(index: Index) -> Embedder:
    """The model of an index.

    Raises:
        IndexMismatchError, ModelError: it is another one by now, or is not here.
    """
    made = index.manifest
    # Questions are cut into words exactly when the passages were, whatever the setting says by now.
    embedder = load_embedder(made.model, wants_words=made.wants_words)
    if (embedder.weights_hash(), embedder.dimension) != (made.weights_hash, made.dimension):
        # Refused with the reason, by the one who knows it.
        open_index(index.folder, model=made.model, weights_hash=embedder.weights_hash(), dimension=embedder.dimension)
    return embedder


class Library:
    """An open index with its model: what the command line and the page call.

    Safe to use from several threads; it answers from the generation that it opened.
    """

    def __init__(self, index: Index, embedder: Embedder | None = None) -> None:
        self.index = index
        self._embedder = embedder

    @classmethod
    def open(cls, index_dir: Path, *, model: str | None = None, asks: bool = True) -> "Library":
        """The library in ``index_dir``; ``model`` None takes the one that made the index.

        ``asks`` False leaves the model for the first question (0.3 s): checks, registers and records need none.

        Raises:
            IndexMissingError, IndexDamagedError, IndexMismatchError: with the next step.
            ModelError: the model cannot be loaded.
        """
        index = open_index(index_dir, model=model)
        for name in _EXTRAS:
            index.extra(name)
        return cls(index, _embedder_of(index) if asks else None)

    @property
    def embedder(self) -> Embedder:
        """The model that made the index.

        Raises:
            IndexMismatchError, ModelError: when it is first asked for.
        """
        if self._embedder is None:
            self._embedder = _embedder_of(self.index)
        return self._embedder

    @cached_property
    def _marks(self) -> MarkModel:
        return MarkModel.from_bytes(self.index.extra(_MARKS))

    @cached_property
    def _names(self) -> DocumentNames:
        return DocumentNames.of(self.index.documents)

    def warm(self) -> None:
        """Load what the first question would otherwise wait for (0.3 s)."""
        self.hits(self.understand(vi.WARM_UP), limit=1)
        self.evidence  # noqa: B018 - read once so that it is made

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, copies too, in order of the corpus."""
        return self.index.documents

    def source(self, source_id: str) -> Source:
        """One file as text.

        Raises:
            KeyError: no such file in the index.
        """
        return self.index.sources[source_id]

    def text(self, source_id: str) -> str:
        """The text of one file.

        Raises:
            KeyError: no such file in the index.
        """
        return self.source(source_id).text

    @cached_property
    def facts(self) -> Facts:
        """Assignments and targets of all documents, copies too, in order of the corpus."""
        return msgspec.json.decode(self.index.extra(_FACTS), type=Facts)

    @cached_property
    def graph(self) -> ReferenceGraph:
        """Every mention of a document with the one that is meant, and what documents do with one another."""
        return msgspec.json.decode(self.index.extra(_GRAPH), type=ReferenceGraph)

    @cached_property
    def evidence(self) -> Evidence:
        """The records that answers are made from."""
        return Evidence(
            documents={d.doc_id: d for d in self.index.documents},
            sources=self.index.sources,
            passages=self.index.passages,
            weights=TermWeights.from_bytes(self.index.extra(_WEIGHTS)),
            facts=self.facts,
        )

    def _says(self, phrase: str, *, before: str = "", behind: str = "") -> bool:
        """Whether some passage holds a phrase of whole words, right between two stretches (small letters all)."""
        pairs = with_bigrams(own := syllables(f"{before} {phrase} {behind}"))[len(own) :]
        wanted = re.compile(rf"{re.escape(before)} {re.escape(phrase)} {re.escape(behind)}".strip())
        for number, _ in self.index.search_by_terms(pairs or own, _LOOKED_AT, field="accented"):
            passage = self.index.passages[number]
            for found in wanted.finditer(passage.text.lower()):
                start = passage.span.start + found.start() + (len(before) + 1 if before else 0)
                end = start + len(phrase)
                if any(w.start == start for w in passage.words) and any(w.end == end for w in passage.words):
                    return True
        return False

    def understand(self, question: str) -> Query:
        """The question as it is searched.

        Raises:
            QuestionError: empty, or longer than 2,000 characters.
        """
        if not any(c.isalnum() for c in question):
            raise QuestionError(vi.QUESTION_EMPTY)
        if len(question) > QUESTION_LIMIT:
            raise QuestionError(vi.QUESTION_LONG.format(length=grouped(len(question)), limit=grouped(QUESTION_LIMIT)))
        return understand(question, marks=self._marks, names=self._names, says=self._says)

    def hits(self, query: Query, *, limit: int, filters: Filters | None = None) -> list[Hit]:
        """At most ``limit`` passages with their scores, best first; of all documents, whichever is described."""
        query = replace(query, described="")
        vector = self.embedder.embed_queries([query.text])[0]
        return retrieve(self.index, query, vector, limit=limit, filters=filters)

    def search(self, query: str, *, top: int = 10, filters: Filters | None = None) -> tuple[Citation, ...]:
        """At most ``top`` passages, best first.

        Raises:
            QuestionError: as `understand`.
        """
        understood = self.understand(query)
        hits = self.hits(understood, limit=top, filters=filters)
        return tuple(self.cite(hit, rank) for rank, hit in enumerate(hits, start=1))

    def quote(self, topic: str, top: int = 10, *, filters: Filters | None = None) -> tuple[Quotation, ...]:
        """At most ``top`` sentences worth quoting on a topic, best first; () when nothing speaks of it.

        Raises:
            QuestionError: the topic is empty, or longer than 2,000 characters.
        """
        if not any(c.isalnum() for c in topic):
            raise QuestionError(vi.TOPIC_EMPTY)
        if len(topic) > QUESTION_LIMIT:
            raise QuestionError(vi.TOPIC_LONG.format(length=grouped(len(topic)), limit=grouped(QUESTION_LIMIT)))
        query = self.understand(topic)
        hits = self.hits(query, limit=passages_wanted(top), filters=filters)
        return find_quotes(query, hits, self._admitted(filters), top=top, compounds=self._compounds)

    @cached_property
    def _compounds(self) -> frozenset[str]:
        """Vietnamese words of several syllables, in small letters (read once, 40 ms)."""
        return frozenset(word.lower() for word in word_list() if " " in word)

    def ask(self, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
        """An answer with at most ``top`` citations, or an abstention with its reason.

        A question that is empty or too long is answered with ``bad_question``, not raised.
        """
        started = time.perf_counter()
        try:
            query = self.understand(question)
        except QuestionError:
            return Answer(
                question=question, answer=None, abstained=True, reason=Reason.BAD_QUESTION, confidence=0.0, citations=()
            )
        vector = self.embedder.embed_queries([text_sought(query)])[0]
        hits = retrieve(self.index, query, vector, limit=max(_HITS, top), filters=filters)
        if (again := self._reread(query, hits)) is not query:
            query = again
            vector = self.embedder.embed_queries([text_sought(query)])[0]
            hits = retrieve(self.index, query, vector, limit=max(_HITS, top), filters=filters)
        draft = draft_answer(query, hits, self._admitted(filters), embedder=self.embedder, vector=vector, top=top)
        citations = tuple(
            self.cite(hit, rank, draft.spans.get(hit.passage.passage_id, ()))
            for rank, hit in enumerate(draft.hits[:top], start=1)
        )
        conflicts = tuple(
            Conflict(value=rival.text, citation=self.cite(hit_of(rival.passage, draft.hits), rank, rival.spans))
            for rank, rival in enumerate(draft.rivals, start=1)
        )
        return Answer(
            question=question,
            answer=draft.text,
            abstained=draft.text is None,
            reason=draft.reason,
            confidence=draft.confidence,
            citations=citations,
            conflicts=conflicts,
            items=(
                *(self._item(task, deadline=draft.deadlines) for task in draft.tasks),
                *(self._shared_items(query, draft.tasks) if draft.deadlines else ()),
            ),
            understood=query.text,
            took_ms=round(1000 * (time.perf_counter() - started), 1),
        )

    def _reread(self, query: Query, hits: Sequence[Hit]) -> Query:
        """The query with marks as the passages found write its words, when it was typed without any."""
        if not query.original.isascii():
            return query
        text = reread(query.text, [hit.passage.text for hit in hits[:_REREAD]], self._marks)
        return query if text == query.text else replace(self.understand(text), original=query.original)

    def _admitted(self, filters: Filters | None) -> Evidence:
        """What may be answered from: the documents that the filters admit."""
        if filters is None or filters == Filters():
            return self.evidence
        documents = {d.doc_id: d for d in self.index.documents if admits(filters, d)}
        passages = [p for p in self.index.passages if p.doc_id in documents]
        return replace(self.evidence, documents=documents, passages=passages)

    def _item(self, task: Task, *, deadline: bool) -> AnswerItem:
        document = self.evidence.documents[task.passage.doc_id]
        spans = task.assignment.task
        return AnswerItem(
            text=self.evidence.words(task.passage.source_id, spans).rstrip(" .;,:"),
            locator=task.passage.locator.labels,
            reference=reference(document, task.passage),
            marked_reference=reference(document, task.passage, marked=True),
            source=task.passage.source_id,
            start=spans[0].start,
            end=spans[-1].end,
            role=task.role,
            due=due_of(task, spans, self.evidence)[0] if deadline else "",
        )

    def _shared_items(self, query: Query, own: Sequence[Task]) -> Iterator[AnswerItem]:
        """Tasks with a deadline that the documents of its ``own`` tasks give the agency as one of a group."""
        agency = " ".join([query.subject or "", *query.provinces[:1]])
        documents = tuple(dict.fromkeys(task.assignment.doc_id for task in own))
        told = {(task.assignment.source_id, task.assignment.task[0].start) for task in own}
        for entry in self.tasks(TaskFilter(agency=agency, doc_ids=documents, reach=Match.SHARED)).entries:
            starts = (entry.source, entry.spans.task[0].start) if entry.spans.task else ("", -1)
            if entry.match is not Match.SHARED or entry.deadline is None or entry.role is None or starts in told:
                continue
            yield AnswerItem(
                text=entry.task,
                locator=entry.locator,
                reference=entry.reference,
                marked_reference=entry.marked_reference,
                source=entry.source,
                start=entry.start,
                end=entry.end,
                role=Intent(entry.role.value),
                due="" if entry.deadline.text in entry.task else entry.deadline.text,
                shared=getattr(entry, entry.role.value),
            )

    def cite(self, hit: Hit, rank: int = 1, highlights: tuple[Span, ...] = ()) -> Citation:
        """The citation of a hit; ``highlights`` are what an answer took from it."""
        document = self.evidence.documents[hit.passage.doc_id]
        return cite(hit, rank, document, self.source(hit.passage.source_id), highlights=highlights)

    # --- Registers ---

    @cached_property
    def registers(self) -> Registers:
        """Every task and target; made when first asked for (0.2 s for the shipped corpus)."""
        return Registers(self.evidence)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Names of agencies and ranges of them that tasks are given to, in order of the corpus."""
        return self.registers.agencies

    def tasks(self, wanted: TaskFilter | None = None) -> TasksFound:
        """Who does what by when: the tasks that ``wanted`` admits, copies folded."""
        return self.registers.tasks(wanted or TaskFilter())

    def targets(self, wanted: TargetFilter | None = None) -> tuple[TargetEntry, ...]:
        """The figures that directives set: those that ``wanted`` admits, copies folded."""
        return self.registers.targets(wanted or TargetFilter())

    # --- Quotations checked ---

    @cached_property
    def quotable(self) -> "QuoteIndex":
        """All sources as quotations are looked up in them; made when first asked for (0.3 s for the shipped corpus)."""
        from tracuu.quotes.grading import QuoteIndex  # 60 ms that `tracuu ask` need not wait for

        return QuoteIndex(self.index.sources, self.index.documents, self.index.passages)

    @cached_property
    def _known_documents(self) -> "KnownDocuments":
        from tracuu.quotes.mentions import KnownDocuments

        return KnownDocuments(self.index.documents)

    def verify(self, text: str) -> QuoteMatch:
        """One quotation against the corpus: exact, altered (with what differs) or not found.

        Words that only lead to what they quote ("Theo Kế hoạch số 39-KH/TU, “…”") are judged by the quotation in them
        that fits worst; its ``start`` and ``end`` tell which it is.

        Raises:
            QuotationError: no words, or longer than 6,000 characters.
        """
        from tracuu.quotes.drafts import judge

        return judge(text, self.quotable, self._known_documents)

    def verify_draft(self, text: str, *, should_stop: Callable[[], bool] | None = None) -> DraftCheck:
        """Every quotation and every mention of a document in a draft, against the corpus.

        ``should_stop`` is asked before each text that is looked up (some 10 ms).

        Raises:
            QuotationError: no words, or longer than 2,000,000 characters. StoppedError: ``should_stop`` said so.
        """
        from tracuu.quotes.drafts import check_draft

        return check_draft(text, self.quotable, self._known_documents, should_stop=should_stop)

    # --- What does not fit together ---

    def check(
        self, drafts: Sequence[Source] = (), *, should_stop: Callable[[], bool] | None = None
    ) -> tuple[Finding, ...]:
        """What does not fit together in the corpus, or in ``drafts`` held against it, errors first.

        ``should_stop`` is asked before each quotation of a draft that is looked up.

        Raises:
            QuotationError: a draft without words, or one of more than 2,000,000 characters.
            StoppedError: ``should_stop`` said so.
        """
        if not drafts:
            return self._findings
        from tracuu.findings import check_drafts

        corpus = (self.index.documents, self.index.sources, self.facts, self.index.passages)
        return check_drafts(corpus, drafts, partial(self.verify_draft, should_stop=should_stop))

    @cached_property
    def _findings(self) -> tuple[Finding, ...]:
        """Those of the corpus: the index does not change while it is open."""
        from tracuu.findings import check_corpus

        return check_corpus(self.index.documents, self.index.sources, self.facts, self.index.passages)
