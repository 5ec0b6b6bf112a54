"""Fit the chance that an answer is right, and show where to refuse: `python benchmarks/confidence.py`.

Every question of the given files is asked; each value that one of its hits could give becomes a row of
signs, right or wrong by the rules of the contract. A logistic with a penalty is fitted on the rows and tested
by cross-validation over questions (a twin stays with its original). Prints the weights for
``tracuu.answers.confidence``, the curve over thresholds and the reliability table.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tracuu.answers.answering import candidates
from tracuu.answers.confidence import Signs
from tracuu.answers.headers import ABOUT_DOCUMENT
from tracuu.answers.refusing import sift
from tracuu.answers.slots import TYPED
from tracuu.answers.tasks import tasks_of
from tracuu.evaluate.questions import Question, holds_answer, is_right, read_questions
from tracuu.pipeline import Library, build_index
from tracuu.queries import topic_terms
from tracuu.types import Intent, Query

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.built.cases import make_cases
from benchmarks.built.generator import make_corpus
from benchmarks.built.judging import fault_of
from benchmarks.built.run import PER_DOCUMENT, open_corpus

DATA = Path(__file__).parent / "data"
FOLDERS = ("calibration", "scans", "mixed", "short", "office", "mergers", "long", "kinds")
SETS = (
    (Path("evaluation/tune.jsonl"), Path("corpus")),
    *((Path(f"evaluation/{name}/{name}.jsonl"), Path(f"evaluation/{name}/corpus")) for name in FOLDERS),
)
# A seed that benchmarks/built/run.py is not run with when it is used as a measure.
BUILT_SEED, BUILT_DIRECTIVES = 900, 9
# Penalty on squared weights: 0.1 and 0.3 are alike in cross-validation, 1 and 5 are worse. Folds: the usual number.
PENALTY, FOLDS = 0.3, 10


@dataclass(frozen=True)
class Asked:
    """One question with the signs of each candidate, shape (n, signs), and whether each is right, shape (n,).

    ``free`` when it asks for no agency, time or figure.
    """

    name: str
    free: bool
    answerable: bool
    signs: NDArray[np.float64]
    right: NDArray[np.bool_]


def ask_all(questions: Sequence[Question], library: Library) -> list[Asked]:
    """Every question that is answered from passages; those about a document's head and lists of tasks are left out.

    Where two directives disagree the value of one is right: the other is found when the answer is made.
    """
    asked = []
    for question in questions:
        query = library.understand(question.q)
        if not _is_from_passages(query, library):
            continue
        hits = library.hits(query, limit=30)
        found = candidates(query, sift(query, hits, library.evidence).eligible, library.evidence)
        parts = [(group,) for group in question.answer] if query.intent in TYPED else [question.answer]
        right = []
        for candidate in found:
            citation = library.cite(candidate.hit)
            right.append(
                not question.abstain
                and is_right(citation, question)
                and any(holds_answer(candidate.value.text, replace(question, answer=part)) for part in parts)
            )
        signs = np.array([c.signs for c in found], float).reshape(len(found), len(Signs._fields))
        free = query.intent not in TYPED
        asked.append(Asked(question.twin or question.id, free, not question.abstain, signs, np.array(right, bool)))
    return asked


def _is_from_passages(query: Query, library: Library) -> bool:
    listed = query.intent is Intent.TASKS and bool(tasks_of(query, topic_terms(query), library.evidence))
    return query.intent not in ABOUT_DOCUMENT and not listed


def ask_built(folder: Path) -> list[Asked]:
    """Questions over built directives: many ask for a task that is only like one that stands there."""
    corpus = make_corpus(BUILT_SEED, BUILT_DIRECTIVES)
    library = open_corpus(corpus, folder)
    asked = []
    for number, case in enumerate(make_cases(BUILT_SEED, corpus, PER_DOCUMENT)):
        query = library.understand(case.question)
        if not _is_from_passages(query, library):
            continue
        hits = library.hits(query, limit=30)
        found = candidates(query, sift(query, hits, library.evidence).eligible, library.evidence)
        right = [bool(case.wanted) and not fault_of(case, c.value.text) for c in found]
        signs = np.array([c.signs for c in found], float).reshape(len(found), len(Signs._fields))
        asked.append(
            Asked(f"built-{number}", query.intent not in TYPED, bool(case.wanted), signs, np.array(right, bool))
        )
    return asked


def ask_fixed(questions: Sequence[Question], library: Library) -> dict[str, list[bool]]:
    """Whether each answer about a document's head, and each list of tasks, is right: their chance is one for all."""
    outcomes: dict[str, list[bool]] = {"header": [], "list": []}
    for question in questions:
        query = library.understand(question.q)
        answer = library.ask(question.q)
        if answer.answer is None or not (query.intent in ABOUT_DOCUMENT or answer.items):
            continue
        right = not question.abstain and holds_answer(answer.answer, question)
        outcomes["list" if answer.items else "header"].append(right)
    return outcomes


def fit(asked: Sequence[Asked]) -> NDArray[np.float64]:
    """Intercept and weights, shape (1 + signs,); the intercept is not penalised.

    No sign that speaks for an answer weighs less than 0, whatever chance put into the questions.
    """
    signs = np.concatenate([a.signs for a in asked])
    right = np.concatenate([a.right for a in asked]).astype(float)
    rows = np.hstack([np.ones((len(signs), 1)), signs])
    penalty = np.array([0.0] + [PENALTY] * signs.shape[1])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = rows @ weights
        value = float(np.sum(np.logaddexp(0.0, odds) - right * odds) + 0.5 * np.sum(penalty * weights**2))
        return value, rows.T @ (1 / (1 + np.exp(-odds)) - right) + penalty * weights

    names = Signs._fields if signs.shape[1] == len(Signs._fields) else ()
    bounds = [(None, None)] + [(0.0, None)] * len(names)
    bounds += [(None, None)] * (rows.shape[1] - len(bounds))
    start = np.zeros(rows.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def best_of(asked: Asked, weights: NDArray[np.float64]) -> tuple[float, bool]:
    """Chance of the best candidate and whether it is right; (0, False) when there is none."""
    if not len(asked.signs):
        return 0.0, False
    chances = 1 / (1 + np.exp(-(weights[0] + asked.signs @ weights[1:])))
    best = int(chances.argmax())
    return float(chances[best]), bool(asked.right[best])


def rescaled(weights: NDArray[np.float64], outcomes: Sequence[tuple[float, bool, bool]]) -> NDArray[np.float64]:
    """The weights stretched and shifted so that the chance of the best candidate is the share that is right.

    The rows are all candidates, the best of a question is picked from several: its chance needs a line of its own,
    fitted on cross-validated outcomes (Platt).
    """
    chances = np.clip([c for c, _, _ in outcomes], 1e-9, 1 - 1e-9)
    odds = np.log(chances / (1 - chances))[:, None]
    right = np.array([r for _, r, _ in outcomes])
    shift, stretch = fit([Asked("", False, True, odds, right)])
    return np.concatenate([[stretch * weights[0] + shift], stretch * weights[1:]])


def cross_validated(asked: Sequence[Asked]) -> list[tuple[float, bool, bool]]:
    """(chance, right, answerable) of every question, in order, from weights that have not seen it."""
    names = sorted({a.name for a in asked})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    every = [fit([a for a in asked if fold[a.name] != number]) for number in range(FOLDS)]
    outcomes = [(*best_of(a, every[fold[a.name]]), a.answerable) for a in asked]
    line = rescaled(np.array([0.0, 1.0]), outcomes)
    return [(_stretched(c, line), r, a) for c, r, a in outcomes]


def _stretched(chance: float, line: NDArray[np.float64]) -> float:
    bounded = min(max(chance, 1e-9), 1 - 1e-9)
    return float(1 / (1 + np.exp(-(line[0] + line[1] * np.log(bounded / (1 - bounded))))))


def curve(outcomes: Sequence[tuple[float, bool, bool]]) -> list[str]:
    """Per threshold: answerable ones answered right, wrong and refused; others refused."""
    lines = ["| threshold | answered right | wrong | refused | unanswerable refused |", "|---|---:|---:|---:|---:|"]
    answerable = [o for o in outcomes if o[2]]
    others = [o for o in outcomes if not o[2]]
    for threshold in np.arange(0.0, 0.85, 0.05):
        right = np.mean([c >= threshold and r for c, r, _ in answerable])
        refused = np.mean([c < threshold for c, _, _ in answerable])
        rejected = np.mean([c < threshold for c, _, _ in others])
        cells = [100 * right, 100 * (1 - right - refused), 100 * refused, 100 * rejected]
        lines.append(f"| {threshold:.2f} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")
    return lines


def reliability(outcomes: Sequence[tuple[float, bool, bool]]) -> list[str]:
    """Per tenth of confidence: how many answers, their mean confidence, and the share that is right."""
    lines = ["| confidence | answers | mean | right |", "|---|---:|---:|---:|"]
    for low in np.arange(0.0, 1.0, 0.1):
        inside = [(c, r) for c, r, _ in outcomes if low <= c < low + 0.1 or (low > 0.85 and c == 1.0)]
        if inside:
            mean, share = np.mean([c for c, _ in inside]), np.mean([r for _, r in inside])
            lines.append(f"| {low:.1f} to {low + 0.1:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return lines


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    asked: list[Asked] = []
    fixed: dict[str, list[bool]] = {"header": [], "list": []}
    for questions, corpus in SETS:
        index = DATA / "confidence" / questions.stem
        build_index(corpus, index)
        library = Library.open(index)
        asked += ask_all(read_questions(questions), library)
        for name, right in ask_fixed(read_questions(questions), library).items():
            fixed[name] += right
    asked += ask_built(DATA / "confidence" / "built")
    weights = fit(asked)
    weights = rescaled(weights, [(*best_of(a, weights), a.answerable) for a in asked])
    print(f"{len(asked)} questions, {sum(len(a.signs) for a in asked)} candidates")
    print("(" + ", ".join(f"{weight:.2f}" for weight in weights) + ")")
    for name, weight in zip(("intercept", *Signs._fields), weights, strict=True):
        print(f"  {name:10} {weight:6.2f}")
    for name, right in fixed.items():
        print(f"  {name:10} {np.mean(right):6.2f} of {len(right)} right")
    outcomes = cross_validated(asked)
    print("\n".join(["", "Cross-validated:", *reliability(outcomes)]))
    for name, free in (("An agency, a time, a figure:", False), ("Anything else:", True)):
        of_kind = [o for a, o in zip(asked, outcomes, strict=True) if a.free == free]
        print("\n".join(["", name, *curve(of_kind)]))


if __name__ == "__main__":
    main()
