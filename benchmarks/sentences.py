"""Which sentence answers: how often the one that is cited, and the one to three that are shown, hold the answer.

    python benchmarks/sentences.py [--fit] [--beir DIR]

Questions on invented prose and on the shipped directives (benchmarks/sentence_questions/, evaluation/tune.jsonl) are
for choosing weights: `--fit` fits them anew and says what each feature is worth. `--beir` measures a folder whose
queries carry reference answers; it is never fitted on. Retrieval is the product's; nothing is refused.
"""

import argparse
import json
import math
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tracuu.answers import Evidence, TermWeights
from tracuu.answers.ranking import WEIGHTS, Features, free_answer, rank_sentences, sentence_features
from tracuu.evaluate.beir import read_beir
from tracuu.evaluate.measures import bare
from tracuu.pipeline import Library, build_index, build_text_index
from tracuu.types import Hit, PassageRole, Query

ROOT = Path(__file__).parent.parent
QUESTIONS = Path(__file__).parent / "sentence_questions"
INDEXES = Path(__file__).parent / "data" / "sentences"
# Ridge on the weights, chosen by 5-fold cross-validation among 0.001, 0.003 and 0.01: they are alike.
RIDGE = 0.002
FOLDS = 5
_SPEAKING = frozenset({PassageRole.TEXT, PassageRole.ROW})


class Asked(NamedTuple):
    """A question as understood, what was found for it, and the answers that count, without white space."""

    query: Query
    hits: list[Hit]
    gold: tuple[str, ...]
    vector: np.ndarray


class Set(NamedTuple):
    """Questions over one index."""

    name: str
    library: Library
    evidence: Evidence
    asked: list[Asked]


class Group(NamedTuple):
    """The sentences of one question: features of shape (sentences, features), and which hold the answer."""

    features: np.ndarray
    right: np.ndarray


# --- Sets ------------------------------------------------------------------------------------------


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """(kind, rest) of the lines of a question file."""
    for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines():
        if line[:2] in ("P ", "Q "):
            yield line[0], line[2:].strip()


def _question(line: str) -> tuple[str, tuple[str, ...]]:
    question, answers = line.rsplit(" | ", 1)
    return question, tuple(answers.split(" / "))


def prose() -> Set:
    lines = list(_lines("prose.txt"))
    texts = [(f"p{n}", "", text) for n, (kind, text) in enumerate(lines) if kind == "P"]
    build_text_index(texts, INDEXES / "prose")
    return _asked("prose", Library.open(INDEXES / "prose"), [_question(text) for kind, text in lines if kind == "Q"])


def directives() -> Set:
    build_index(ROOT / "corpus", INDEXES / "directives")
    questions = [_question(text) for _, text in _lines("directives.txt")]
    for line in (ROOT / "evaluation" / "tune.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["type"] in ("free", "task"):
            questions.append((record["q"], tuple(record["answer"][0])))
    return _asked("directives", Library.open(INDEXES / "directives"), questions)


def beir(folder: Path) -> Set:
    data = read_beir(folder)
    build_text_index(data.corpus, INDEXES / data.name)
    return _asked(
        data.name, Library.open(INDEXES / data.name), [(q.text, q.answers) for q in data.queries if q.answers]
    )


def _asked(name: str, library: Library, questions: Sequence[tuple[str, tuple[str, ...]]]) -> Set:
    evidence = Evidence(
        documents={d.doc_id: d for d in library.index.documents},
        sources=library.index.sources,
        passages=library.index.passages,
        weights=TermWeights.from_bytes(library.index.extra("weights.json")),
    )
    asked = []
    for question, answers in questions:
        query = library.understand(question)
        found = library.hits(query, limit=30)
        speaking = [hit for hit in found if hit.passage.role in _SPEAKING]
        vector = library.embedder.embed_queries([query.text])[0]
        asked.append(Asked(query, speaking, tuple(map(bare, answers)), vector))
    return Set(name, library, evidence, asked)


# --- Measuring -------------------------------------------------------------------------------------


def report(one: Set) -> None:
    """Print how often the cited and the shown sentences hold the answer, with and without the model."""
    for name, embedder in (("by words", None), ("and likeness", one.library.embedder)):
        cited = shown = 0
        lengths, times = [], []
        for asked in one.asked:
            extra = {"embedder": embedder, "vector": asked.vector}
            started = time.perf_counter()
            ranked = rank_sentences(asked.query, asked.hits, one.evidence, **extra)
            times.append(1000 * (time.perf_counter() - started))
            answer = free_answer(asked.query, asked.hits, one.evidence, **extra)
            best = one.evidence.plain(ranked[0].passage, ranked[0].spans)
            cited += any(gold in bare(best) for gold in asked.gold)
            shown += any(gold in bare(answer.text) for gold in asked.gold)
            lengths.append(len(answer.text))
        n, p95 = len(lengths), sorted(times)[int(0.95 * len(times))]
        print(
            f"| {one.name}, {name} | {n} | {cited / n:.1%} | {shown / n:.1%} | {statistics.mean(lengths):.0f} "
            f"| {max(lengths)} | {statistics.median(times):.1f} / {p95:.1f} |",
            flush=True,
        )


def groups(one: Set) -> list[Group]:
    made = []
    for asked in one.asked:
        judged = sentence_features(asked.query, asked.hits, one.evidence)
        right = [any(gold in bare(unit.text) for gold in asked.gold) for unit, _ in judged]
        made.append(Group(np.array([f for _, f in judged]), np.array(right)))
    return made


# --- Fitting ---------------------------------------------------------------------------------------


def fit(train: Sequence[Group], columns: Sequence[int]) -> np.ndarray:
    """Weights, shape (len(columns),), that make the sentences with the answer likeliest (Newton's method)."""
    useful = [(g.features[:, columns], g.right) for g in train if g.right.any() and not g.right.all()]
    weights = np.zeros(len(columns))
    for _ in range(30):
        slope = 2 * RIDGE / len(columns) * weights
        bend = 2 * RIDGE / len(columns) * np.eye(len(columns))
        for features, right in useful:
            p = _softmax(features @ weights)
            among = np.where(right, p, 0.0) / p[right].sum()
            slope += features.T @ (p - among) / len(useful)
            # The curvature of the first term alone: it keeps the step downhill.
            bend += (features.T @ (p[:, None] * features) - np.outer(features.T @ p, features.T @ p)) / len(useful)
        weights -= np.linalg.solve(bend, slope)
    return weights


def _softmax(sums: np.ndarray) -> np.ndarray:
    shares = np.exp(sums - sums.max())
    return shares / shares.sum()


def right_share(test: Sequence[Group], columns: Sequence[int], weights: np.ndarray) -> float:
    return float(np.mean([g.right[np.argmax(g.features[:, columns] @ weights)] for g in test]))


def cross_validated(train: Sequence[Group], columns: Sequence[int]) -> tuple[float, float]:
    """Mean log-loss where an answer can be found, and share of right sentences, over held-out folds."""
    order = np.random.default_rng(1).permutation(len(train))
    losses, right = [], []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        weights = fit([g for i, g in enumerate(train) if i not in held], columns)
        for g in (train[i] for i in held):
            p = _softmax(g.features[:, columns] @ weights)
            right.append(g.right[p.argmax()])
            if g.right.any():
                losses.append(-math.log(p[g.right].sum() + 1e-9))
    return float(np.mean(losses)), float(np.mean(right))


def ablation(train: Sequence[Group], other: Sequence[Group]) -> None:
    """Print what is lost when a feature is left out; ``other`` is only measured."""
    names = Features._fields
    alone = {"words alone": [0], "words and hit": [0, names.index("hit")]}
    without = {f"without {n}": [i for i in range(len(names)) if names[i] != n] for n in names}
    print("| features | log-loss | right, held out | not fitted on |\n|---|---:|---:|---:|")
    for label, columns in {"all": list(range(len(names))), **without, **alone}.items():
        loss, right = cross_validated(train, columns)
        share = f"{right_share(other, columns, fit(train, columns)):.1%}" if other else ""
        print(f"| {label} | {loss:.3f} | {right:.1%} | {share} |", flush=True)
    weights = fit(train, list(range(len(names))))
    print("fitted:", Features(*(round(float(w), 1) for w in weights)), "\nin use:", WEIGHTS)


def main() -> None:
    parser = argparse.ArgumentParser(description="Which sentence answers.")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and leave features out")
    parser.add_argument("--beir", type=Path, help="a BEIR folder with reference answers")
    chosen = parser.parse_args()
    tuned = [prose(), directives()]
    measured = [beir(chosen.beir)] if chosen.beir else []
    print("| set | questions | cited holds | shown holds | mean length | longest | ms p50 / p95 |")
    print("|---|---:|---:|---:|---:|---:|---:|", flush=True)
    for one in (*tuned, *measured):
        report(one)
    if chosen.fit:
        print()
        ablation([g for one in tuned for g in groups(one)], [g for one in measured for g in groups(one)])


if __name__ == "__main__":
    main()
