"""BEIR folders: the product's own index and retrieval over any corpus with queries and qrels."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from tracuu import vi
from tracuu.embeddings import DEFAULT_MODEL
from tracuu.errors import QuestionError, QuestionFileError
from tracuu.evaluate.jsonl import bad_line, numbered_lines, read_records
from tracuu.evaluate.measures import bare, first_rank, mean, ndcg, recall, reciprocal_rank
from tracuu.evaluate.questions import Progress
from tracuu.text import fold

if TYPE_CHECKING:
    from tracuu.pipeline import Library

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels/test.tsv"
# Depth of the ranking that is measured, as MRR@10 and nDCG@10 are reported in the field.
DEPTH = 10
# Hexadecimal digits of a cached index's name: 64 bits tell corpora apart.
_KEY_LENGTH = 16


class Text(NamedTuple):
    """A line of ``corpus.jsonl``: what the index is built of."""

    doc_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeirQuery:
    """A query with its graded judgements (doc_id, grade of 1 or more) and reference answers, if any."""

    query_id: str
    text: str
    grades: Mapping[str, int]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeirFolder:
    """What a BEIR folder holds; ``queries`` are those with a relevant document, in file order."""

    name: str
    corpus: tuple[Text, ...]
    queries: tuple[BeirQuery, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeirOutcome:
    """What became of one query: the doc_ids found, best first, and the rank (from 1) of the first right.

    ``answer_right`` is None where the folder gives no reference answer.
    """

    query_id: str
    question: str
    ranking: tuple[str, ...]
    rank: int | None
    answer: str | None
    answer_right: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeirReport:
    """Means over the queries, each in [0, 1].

    ``answers`` is the share of queries with a reference answer whose answer holds it, None when the
    folder has none; ``refused`` the share of those that got no answer at all.
    """

    name: str
    unaccented: bool
    documents: int
    queries: int
    recall_1: float
    recall_5: float
    recall_10: float
    mrr_10: float
    ndcg_10: float
    answers: float | None
    refused: float | None
    outcomes: tuple[BeirOutcome, ...]


def evaluate_beir(
    folder: Path,
    *,
    model: str = DEFAULT_MODEL,
    unaccented: bool = False,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> BeirReport:
    """Index the folder's corpus, ask its queries, and measure.

    The index is kept under ``cache_dir`` (default: the user's cache folder) by the corpus and the
    model, so that a second run embeds nothing. ``unaccented`` asks the queries in small letters
    without marks. ``progress`` is told the stage, how much is done, and of how much. Cost: 10
    passages a second when indexing, 20 to 80 ms a query.

    Raises:
        QuestionFileError: a file of the folder is missing or does not fit its format.
        ModelError, IndexStoreError: as when building any index.
    """
    data = read_beir(folder)
    library = _open_library(data, model, cache_dir or _user_cache(), progress)
    return run_queries(library, data, unaccented=unaccented, progress=progress)


# --- Reading -----------------------------------------------------------------------------------


class _CorpusLine(msgspec.Struct, frozen=True, kw_only=True):
    id: str = msgspec.field(name="_id")
    text: str
    title: str | None = None


class _Metadata(msgspec.Struct, frozen=True, kw_only=True):
    answers: tuple[str, ...] = ()


class _QueryLine(msgspec.Struct, frozen=True, kw_only=True):
    id: str = msgspec.field(name="_id")
    text: str
    metadata: _Metadata = _Metadata()


_Line = TypeVar("_Line", _CorpusLine, _QueryLine)


def read_beir(folder: Path) -> BeirFolder:
    """The corpus and the judged queries of a BEIR folder (``test`` split).

    Raises:
        QuestionFileError: a file is missing, a line does not fit (it is named), or no query of the
            folder is judged.
    """
    corpus = tuple(Text(line.id, line.title or "", line.text) for line in _distinct(folder / CORPUS, _CorpusLine))
    grades = _read_qrels(folder / QRELS)
    queries = tuple(
        BeirQuery(query_id=line.id, text=line.text, grades=grades[line.id], answers=line.metadata.answers)
        for line in _distinct(folder / QUERIES, _QueryLine)
        if line.id in grades
    )
    if not corpus or not queries:
        raise QuestionFileError(vi.EVALUATE_BEIR_EMPTY.format(folder=folder))
    return BeirFolder(name=folder.resolve().name, corpus=corpus, queries=queries)


def _distinct(path: Path, kind: type[_Line]) -> Iterator[_Line]:
    """The records of a file, whose ids must differ."""
    lines: dict[str, int] = {}
    for number, line in read_records(path, kind):
        if line.id in lines:
            raise bad_line(path, number, vi.EVALUATE_WHY_TWICE.format(id=line.id, number=lines[line.id]))
        lines[line.id] = number
        yield line


def _read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Grades of 1 or more by query and document; the heading line is optional."""
    grades: dict[str, dict[str, int]] = {}
    for number, line in numbered_lines(path):
        cells = line.split("\t")
        if number == 1 and cells[-1].strip() == "score":
            continue
        if len(cells) != 3 or not cells[2].strip().lstrip("-").isdecimal():
            raise bad_line(path, number, vi.EVALUATE_WHY_QRELS)
        if int(cells[2]) > 0:
            grades.setdefault(cells[0].strip(), {})[cells[1].strip()] = int(cells[2])
    return grades


# --- Index -------------------------------------------------------------------------------------


def _open_library(data: BeirFolder, model: str, cache_dir: Path, progress: Progress | None) -> "Library":
    from tracuu.pipeline import Library, build_text_index

    index_dir = cache_dir / cache_key(data.corpus, model)
    build_text_index(data.corpus, index_dir, model=model, progress=progress)
    return Library.open(index_dir, model=model)


def cache_key(corpus: Sequence[Text], model: str) -> str:
    """A folder name that changes with any id, title or text of the corpus, their order, or the model."""
    digest = hashlib.sha256(repr(model).encode())
    for text in corpus:
        digest.update(repr(tuple(text)).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:_KEY_LENGTH]


def _user_cache() -> Path:
    """Where indexes of test sets are kept: the user's cache, or a temporary folder if that is closed."""
    root = os.environ.get("XDG_CACHE_HOME") or (Path.home() / ".cache")
    folder = Path(root) / "tracuu" / "beir"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / "tracuu-beir"
    return folder


# --- Asking ------------------------------------------------------------------------------------


def run_queries(
    library: "Library", data: BeirFolder, *, unaccented: bool = False, progress: Progress | None = None
) -> BeirReport:
    """Ask an open library the queries of a folder, and measure."""
    outcomes = []
    for number, query in enumerate(data.queries, start=1):
        outcomes.append(_run_query(library, query, fold(query.text) if unaccented else query.text))
        if progress:
            progress(vi.EVALUATE_ASKING, number, len(data.queries))
    return _summarise(data, outcomes, unaccented=unaccented)


def _run_query(library: "Library", query: BeirQuery, question: str) -> BeirOutcome:
    """What the library finds; a question that it refuses to take (too long) finds nothing."""
    try:
        ranking = tuple(dict.fromkeys(citation.source for citation in library.search(question, top=DEPTH)))
        answer = library.ask(question, top=1).answer if query.answers else None
    except QuestionError:
        ranking, answer = (), None
    held = bare(answer or "")
    return BeirOutcome(
        query_id=query.query_id,
        question=question,
        ranking=ranking,
        rank=first_rank(ranking, query.grades),
        answer=answer,
        answer_right=any(bare(text) in held for text in query.answers) if query.answers else None,
    )


def _summarise(data: BeirFolder, outcomes: Sequence[BeirOutcome], *, unaccented: bool) -> BeirReport:
    judged = list(zip(outcomes, data.queries, strict=True))
    with_answer = [outcome for outcome in outcomes if outcome.answer_right is not None]

    def recall_at(k: int) -> float:
        return mean(recall(outcome.ranking, query.grades, k) for outcome, query in judged) or 0.0

    return BeirReport(
        name=data.name,
        unaccented=unaccented,
        documents=len(data.corpus),
        queries=len(data.queries),
        recall_1=recall_at(1),
        recall_5=recall_at(5),
        recall_10=recall_at(10),
        mrr_10=mean(reciprocal_rank(outcome.rank, DEPTH) for outcome in outcomes) or 0.0,
        ndcg_10=mean(ndcg(outcome.ranking, query.grades, DEPTH) for outcome, query in judged) or 0.0,
        answers=mean(bool(outcome.answer_right) for outcome in with_answer),
        refused=mean(outcome.answer is None for outcome in with_answer),
        outcomes=tuple(outcomes),
    )
