"""What each index should take of a passage: tokens for BM25, texts for the dense side.

Run: python benchmarks/ablation.py [--beir DIR] [--dense]

On evaluation/tune.jsonl over the shipped corpus, and on a BEIR folder: R@1 of BM25 alone and of the
fused ranking, for each way to make tokens. --dense embeds the corpus again for each way to make the
texts that are embedded (some minutes).
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tracuu.embeddings import join_words, load_embedder
from tracuu.evaluate import read_beir, read_questions
from tracuu.evaluate.questions import holds_all
from tracuu.index.dense import Vectors
from tracuu.index.lexical import LexicalStore, write_lexical
from tracuu.passages import (
    dense_pieces,
    fold_copies,
    is_searchable,
    make_passages,
    plain_passage,
    searched_text,
)
from tracuu.pipeline import read_all, word_list
from tracuu.queries import DocumentNames, MarkModel, understand
from tracuu.retrieval import DENSE_WEIGHT, min_max
from tracuu.sources import read_corpus
from tracuu.text import Segmenter, syllables, with_bigrams
from tracuu.types import Passage, Source

ROOT = Path(__file__).parent.parent


@dataclass
class Collection:
    """Passages and, for each question, the numbers of the passages that are right."""

    name: str
    passages: list[Passage]
    texts: list[str]
    questions: list[tuple[str, set[int]]]


def tuning() -> Collection:
    """The shipped corpus with the answerable tuning questions as the product understands them."""
    sources, _ = read_corpus(ROOT / "corpus")
    by_id = {source.source_id: source for source in sources}
    documents = read_all(sources)
    segmenter = Segmenter()
    made = [p for d in documents for p in make_passages(d, by_id[d.source_id], segmenter)]
    passages = [p for p in fold_copies(made, documents) if is_searchable(p)]
    marks = MarkModel.learn([source.text for source in sources], word_list())
    names = DocumentNames.of(documents)
    questions = []
    for question in read_questions(ROOT / "evaluation/tune.jsonl"):
        if question.abstain:
            continue
        right = {
            n for n, p in enumerate(passages) if _sources(p) & set(question.src) and holds_all(p.text, question.must)
        }
        questions.append((understand(question.q, marks=marks, names=names).text, right))
    return Collection("tune", passages, [by_id[p.source_id].text for p in passages], questions)


def _sources(passage: Passage) -> set[str]:
    return {passage.source_id, *(twin.source_id for twin in passage.twins)}


def beir(folder: Path) -> Collection:
    """A BEIR folder: one passage a document."""
    data = read_beir(folder)
    segmenter = Segmenter()
    sources = [Source(source_id=t.doc_id, sha256="", text=t.text) for t in data.corpus]
    passages = [plain_passage(s, t.title, segmenter) for s, t in zip(sources, data.corpus, strict=True)]
    number = {t.doc_id: n for n, t in enumerate(data.corpus)}
    questions = [(q.text, {number[d] for d in q.grades if d in number}) for q in data.queries]
    return Collection(data.name, passages, [s.text for s in sources], questions)


# --- Ways to make tokens -----------------------------------------------------------------------

SEGMENTER = Segmenter()


def words_of(text: str) -> list[str]:
    """Words of several syllables by underthesea, joined by ``+`` so that they are no bigrams."""
    found = ["+".join(syllables(text[s.start : s.end])) for s in SEGMENTER.words(text)]
    return [word for word in found if "+" in word]


TOKENS: Mapping[str, Callable[[list[str], str], list[str]]] = {
    "syllables": lambda s, text: s,
    "words alone": lambda s, text: words_of(text) or s,
    "syllables + words": lambda s, text: [*s, *words_of(text)],
    "syllables + bigrams": lambda s, text: with_bigrams(s),
    "syllables + bigrams + words": lambda s, text: [*with_bigrams(s), *words_of(text)],
}


def passage_tokens(passage: Passage, text: str, way: str, *, context: bool) -> list[str]:
    """Tokens of one passage; each line above it apart, as in the product."""
    lines = [searched_text(passage, text), *(passage.context.split("\n") if context else [])]
    return [token for line in lines if line for token in TOKENS[way](syllables(line), line)]


# --- Measuring ---------------------------------------------------------------------------------


def cosines(collection: Collection, pieces: Sequence[Sequence[str]], questions: Vectors) -> Vectors:
    """Best cosine of each passage with each question: (questions, passages)."""
    embedder = load_embedder()
    flat = [piece for own in pieces for piece in own]
    owners = np.array([n for n, own in enumerate(pieces) for _ in own])
    scores = questions @ embedder.embed_passages(flat).T
    best = np.full((len(questions), len(pieces)), -1.0, dtype=np.float32)
    for column, owner in enumerate(owners):
        best[:, owner] = np.maximum(best[:, owner], scores[:, column])
    return best


def right_first(collection: Collection, rankings: Sequence[Mapping[int, float]]) -> float:
    """Share of questions whose first passage is right; equal scores in order of passages."""
    firsts = [min(scores, key=lambda n: (-scores[n], n)) if scores else -1 for scores in rankings]
    return sum(f in right for f, (_, right) in zip(firsts, collection.questions, strict=True)) / len(firsts)


def lexical_rankings(collection: Collection, way: str, *, context: bool, fields: str) -> list[dict[int, float]]:
    """BM25 scores of every question, by passage; ``fields`` are those whose scores are added."""
    terms = [
        passage_tokens(p, t, way, context=context) for p, t in zip(collection.passages, collection.texts, strict=True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        write_lexical(Path(folder) / "lexical", terms)
        store = LexicalStore.open(Path(folder) / "lexical")
        rankings = []
        for question, _ in collection.questions:
            tokens = TOKENS[way](syllables(question), question)
            scores: dict[int, float] = {}
            for field in fields.split("+"):
                for number, score in store.search(tokens, 1_000, field, None):  # type: ignore[arg-type]
                    scores[number] = scores.get(number, 0.0) + score
            rankings.append(scores)
        return rankings


def fused(dense: Vectors, lexical: Sequence[dict[int, float]]) -> list[dict[int, float]]:
    """The product's sum over the first thousand of each side."""
    rankings = []
    for row, scores in zip(dense, lexical, strict=True):
        pool = {*np.argsort(-row)[:1_000].tolist(), *scores}
        a, b = min_max({n: float(row[n]) for n in pool}), min_max({n: scores.get(n, 0.0) for n in pool})
        rankings.append({n: DENSE_WEIGHT * a[n] + (1 - DENSE_WEIGHT) * b[n] for n in pool})
    return rankings


def report_lexical(collection: Collection, dense: Vectors) -> None:
    """One line for each way to make tokens, with and without the headings, with and without marks."""
    print(f"\n{collection.name}: {len(collection.questions)} questions, {len(collection.passages)} passages; R@1 in %")
    print(f"{'BM25 tokens':<58}{'BM25':>8}{'fused':>8}")
    product = "syllables + bigrams"
    settings = [(way, True, "accented") for way in TOKENS]
    settings += [(product, True, "folded"), (product, True, "accented+folded"), (product, False, "accented+folded")]
    for way, context, fields in settings:
        lexical = lexical_rankings(collection, way, context=context, fields=fields)
        label = f"{way}, {fields}" + ("" if context else ", no headings")
        alone, both = right_first(collection, lexical), right_first(collection, fused(dense, lexical))
        print(f"{label:<58}{100 * alone:>8.1f}{100 * both:>8.1f}", flush=True)


def report_dense(collection: Collection, questions: Vectors) -> None:
    """One line for each way to make the texts that are embedded."""
    lexical = lexical_rankings(collection, "syllables + bigrams", context=True, fields="accented+folded")
    pairs = list(zip(collection.passages, collection.texts, strict=True))
    ways: Mapping[str, list[list[str]]] = {
        "under headings, cut at 700 (the product)": [dense_pieces(p, t) for p, t in pairs],
        "under headings, whole": [[f"{p.context}\n{searched_text(p, t)}"] for p, t in pairs],
        "without headings, whole": [[searched_text(p, t)] for p, t in pairs],
        "words joined by underscores": [
            [join_words(f"{p.context}\n{searched_text(p, t)}", SEGMENTER)] for p, t in pairs
        ],
    }
    print(f"\n{'texts embedded':<58}{'dense':>8}{'fused':>8}")
    for label, pieces in ways.items():
        scores = cosines(collection, pieces, questions)
        alone = right_first(collection, [dict(enumerate(row.tolist())) for row in scores])
        both = right_first(collection, fused(scores, lexical))
        print(f"{label:<58}{100 * alone:>8.1f}{100 * both:>8.1f}", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beir", type=Path)
    parser.add_argument("--dense", action="store_true")
    options = parser.parse_args()
    for collection in [tuning(), *([beir(options.beir)] if options.beir else [])]:
        questions = load_embedder().embed_queries([q for q, _ in collection.questions])
        pieces = [dense_pieces(p, t) for p, t in zip(collection.passages, collection.texts, strict=True)]
        report_lexical(collection, cosines(collection, pieces, questions))
        if options.dense and collection.name == "tune":
            report_dense(collection, questions)


if __name__ == "__main__":
    main()
