"""Question files: ask each question, and judge its citations, its answer and its refusal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracuu import vi
from tracuu.errors import QuestionFileError
from tracuu.evaluate.jsonl import bad_line, read_records
from tracuu.evaluate.measures import bare, mean, reciprocal_rank
from tracuu.types import Answer, Citation, Reason

if TYPE_CHECKING:
    from tracuu.pipeline import Library

# The contract of question files: so many citations are judged, and a right answer is no longer.
TOP = 5
ANSWER_LIMIT = 400

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A line of a question file; field names are its keys.

    ``src`` are the sources that are right, ``must`` the strings that one cited quote must hold,
    ``answer`` groups of alternatives of which the answer holds one each. ``abstain`` marks a
    question that the corpus does not answer. ``twin`` is the id of the question that this one is a
    restyled copy of.
    """

    id: str
    q: str
    type: str = ""
    src: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    answer: tuple[tuple[str, ...], ...] = ()
    abstain: bool = False
    style: str | None = None
    twin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation as judged; offsets are those of `Citation`."""

    source: str
    document: str | None
    locator: tuple[str, ...]
    start: int
    end: int
    right: bool
    is_slice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one question.

    ``rank`` (from 1) is that of the first right citation. ``rank`` and ``answer_right`` are None
    for a question to abstain from, ``answer_right`` also where the file gives no answer.
    ``right``: the right refusal, or else a right first citation with a right answer.
    """

    id: str
    type: str
    style: str | None
    question: str
    abstain: bool
    abstained: bool
    reason: Reason | None
    answer: str | None
    answer_right: bool | None
    rank: int | None
    right: bool
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Measures of a group; all shares in [0, 1], None where no question counts for them.

    ``recall_*``, ``mrr`` and ``refused`` are over answerable questions, ``answers`` over those for
    which an answer is given; ``abstained`` over questions to abstain from (recall of refusal),
    ``abstained_rightly`` over all refusals (its precision). ``slices`` is over all citations,
    ``answer_length`` in characters over the answers that were given.
    """

    group: str
    questions: int
    answerable: int
    recall_1: float | None
    recall_3: float | None
    recall_5: float | None
    mrr: float | None
    answers: float | None
    abstained: float | None
    abstained_rightly: float | None
    refused: float | None
    slices: float | None
    answer_length: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Answerable questions asked in two styles: R@1 and right answers of originals and of copies."""

    pairs: int
    recall_1: float | None
    recall_1_twin: float | None
    answers: float | None
    answers_twin: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReport:
    """All measures of a question file, and each question's outcome in the order of the file."""

    total: Measures
    by_type: tuple[Measures, ...]
    by_style: tuple[Measures, ...]
    twins: Twins
    outcomes: tuple[Outcome, ...]


class _Pair(NamedTuple):
    original: Outcome
    copy: Outcome


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a file, in its order; blank lines are passed over.

    Raises:
        QuestionFileError: the file cannot be read, holds nothing, or has a line that does not fit;
            the message names the line.
    """
    lines: dict[str, int] = {}
    questions = []
    for number, question in read_records(path, Question):
        if why := _fault(question, lines):
            raise bad_line(path, number, why)
        lines[question.id] = number
        questions.append(question)
    if not questions:
        raise QuestionFileError(vi.EVALUATE_EMPTY.format(path=path))
    return tuple(questions)


def _fault(question: Question, lines: dict[str, int]) -> str | None:
    """What does not fit in a question whose types are right; None when all does."""
    if question.id in lines:
        return vi.EVALUATE_WHY_TWICE.format(id=question.id, number=lines[question.id])
    if not question.q.strip():
        return vi.EVALUATE_WHY_NO_TEXT
    if question.abstain and (question.src or question.must or question.answer):
        return vi.EVALUATE_WHY_ABSTAIN
    if not question.abstain and not question.src:
        return vi.EVALUATE_WHY_NO_SOURCE
    if any(not bare(text) for group in (question.must, *question.answer) for text in group) or () in question.answer:
        return vi.EVALUATE_WHY_BLANK
    return None


def evaluate_questions(
    library: "Library", questions: Sequence[Question], *, progress: Progress | None = None
) -> QuestionReport:
    """Ask every question and measure; ``progress`` is told the stage, questions done, and of how many."""
    outcomes = []
    for number, question in enumerate(questions, start=1):
        outcomes.append(judge(question, library.ask(question.q, top=TOP), library))
        if progress:
            progress(vi.EVALUATE_ASKING, number, len(questions))
    return summarise(questions, outcomes)


# --- One question ------------------------------------------------------------------------------


def judge(question: Question, answer: Answer, library: "Library") -> Outcome:
    """The outcome of one question by the rules of the contract."""
    cited = tuple(_judge_citation(question, citation, library) for citation in _all_citations(answer))
    ranked = cited[: len(answer.citations)]
    rank = next((n for n, item in enumerate(ranked, start=1) if item.right), None)
    answer_right = holds_answer(answer.answer, question) if question.answer else None
    right = answer.abstained if question.abstain else rank == 1 and not answer.abstained and answer_right is not False
    return Outcome(
        id=question.id,
        type=question.type,
        style=question.style,
        question=question.q,
        abstain=question.abstain,
        abstained=answer.abstained,
        reason=answer.reason,
        answer=answer.answer,
        answer_right=answer_right,
        rank=rank,
        right=right,
        citations=cited,
    )


def _all_citations(answer: Answer) -> Iterator[Citation]:
    """Citations by rank, then those of conflicts: all must be slices, only the first are ranked."""
    yield from answer.citations
    yield from (conflict.citation for conflict in answer.conflicts)


def _judge_citation(question: Question, citation: Citation, library: "Library") -> Cited:
    text = library.source(citation.source).text
    return Cited(
        source=citation.source,
        document=citation.document,
        locator=citation.locator,
        start=citation.start,
        end=citation.end,
        right=not question.abstain and is_right(citation, question),
        is_slice=text[citation.start : citation.end] == citation.quote,
    )


def is_right(citation: Citation, question: Question) -> bool:
    """Whether the source is one of ``src`` and the quote holds every string of ``must``.

    Another copy of the document counts as its source when it has the same words there.
    """
    sources = {citation.source, *(copy.source for copy in citation.also_in if not copy.differs)}
    return not sources.isdisjoint(question.src) and holds_all(citation.quote, question.must)


def holds_all(text: str, needed: Iterable[str]) -> bool:
    """Whether ``text`` holds all of ``needed``, form, capitals and white space aside."""
    held = bare(text)
    return all(bare(part) in held for part in needed)


def holds_answer(answer: str | None, question: Question) -> bool:
    """Whether an answer is no longer than `ANSWER_LIMIT` and holds one alternative of each group."""
    if answer is None or len(answer) > ANSWER_LIMIT:
        return False
    held = bare(answer)
    return all(any(bare(alternative) in held for alternative in group) for group in question.answer)


# --- All questions -----------------------------------------------------------------------------


def summarise(questions: Sequence[Question], outcomes: Sequence[Outcome]) -> QuestionReport:
    """Measures over all outcomes (one a question, same order), by type, by style and over twins."""
    return QuestionReport(
        total=measure("", outcomes),
        by_type=_grouped([(outcome.type, outcome) for outcome in outcomes]),
        by_style=_grouped([(outcome.style or "", outcome) for outcome in outcomes]),
        twins=_twins(questions, outcomes),
        outcomes=tuple(outcomes),
    )


def _grouped(keyed: Sequence[tuple[str, Outcome]]) -> tuple[Measures, ...]:
    """Measures of each group, in the order in which the groups first appear."""
    groups: dict[str, list[Outcome]] = {}
    for key, outcome in keyed:
        groups.setdefault(key, []).append(outcome)
    return tuple(measure(key, group) for key, group in groups.items())


def measure(group: str, outcomes: Sequence[Outcome]) -> Measures:
    """The measures of some outcomes."""
    answerable = [outcome for outcome in outcomes if not outcome.abstain]
    unanswerable = [outcome for outcome in outcomes if outcome.abstain]
    ranks = [outcome.rank for outcome in answerable]
    lengths = [len(outcome.answer) for outcome in outcomes if outcome.answer is not None]
    return Measures(
        group=group,
        questions=len(outcomes),
        answerable=len(answerable),
        recall_1=_within(ranks, 1),
        recall_3=_within(ranks, 3),
        recall_5=_within(ranks, 5),
        mrr=mean(reciprocal_rank(rank, TOP) for rank in ranks),
        answers=_answers(answerable),
        abstained=mean(outcome.abstained for outcome in unanswerable),
        abstained_rightly=mean(outcome.abstain for outcome in outcomes if outcome.abstained),
        refused=mean(outcome.abstained for outcome in answerable),
        slices=mean(cited.is_slice for outcome in outcomes for cited in outcome.citations),
        answer_length=mean(lengths),
    )


def _within(ranks: Sequence[int | None], k: int) -> float | None:
    return mean(rank is not None and rank <= k for rank in ranks)


def _answers(outcomes: Iterable[Outcome]) -> float | None:
    return mean(outcome.answer_right for outcome in outcomes if outcome.answer_right is not None)


def _twins(questions: Sequence[Question], outcomes: Sequence[Outcome]) -> Twins:
    by_id = {outcome.id: outcome for outcome in outcomes}
    pairs = [
        _Pair(by_id[question.twin], by_id[question.id])
        for question in questions
        if question.twin in by_id and not question.abstain
    ]
    return Twins(
        pairs=len(pairs),
        recall_1=_within([pair.original.rank for pair in pairs], 1),
        recall_1_twin=_within([pair.copy.rank for pair in pairs], 1),
        answers=_answers(pair.original for pair in pairs),
        answers_twin=_answers(pair.copy for pair in pairs),
    )
