"""Records with defaults, libraries of built directives, and what must hold for each of their answers."""

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tracuu import vi
from tracuu.embeddings import Embedder
from tracuu.pipeline import Library, build_index
from tracuu.text import squeeze
from tracuu.types import Answer, Citation, Document, Header, Reason, Span, Stated

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.built.cases import unmarked
from benchmarks.built.judging import bare, uncovered

Vectors = np.ndarray

TEXT = "Sở Xây dựng chủ trì lập quy hoạch."


def document_record(
    symbol: str | None = "118/KH-UBND",
    kind: str | None = "Kế hoạch",
    issuer: str | None = "Ủy ban nhân dân tỉnh",
    province: str | None = "Cà Mau",
    issued_on: date | None = date(2026, 5, 5),
    subject: str | None = "Phòng, chống hạn hán",
) -> Document:
    def stated(value):
        return None if value is None else Stated(value=value)

    header = Header(
        symbol=stated(symbol), kind=stated(kind), issuer=stated(issuer), province=stated(province),
        issued_on=stated(issued_on), subject=stated(subject),
    )  # fmt: skip
    return Document(
        doc_id="a", source_id="a", span=Span(0, len(TEXT)), header=header, parts=(), outline=(), references=()
    )


# --- Libraries of built directives ---------------------------------------------------------------


class Remembering:
    """A model that is asked for each text once: one question in six ways of typing is mostly one text."""

    def __init__(self, model: Embedder) -> None:
        self._model = model
        self._queries: dict[str, Vectors] = {}
        self._passages: dict[str, Vectors] = {}
        self.name, self.dimension, self.wants_words = model.name, model.dimension, model.wants_words

    def weights_hash(self) -> str:
        return self._model.weights_hash()

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return _rows(texts, self._queries, self._model.embed_queries)

    def embed_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        return _rows(texts, self._passages, self._model.embed_passages)


def _rows(texts: Sequence[str], known: dict[str, Vectors], embed: Callable[[Sequence[str]], Vectors]) -> Vectors:
    for text in texts:
        if text not in known:
            known[text] = embed([text])[0]
    return np.stack([known[text] for text in texts])


def built_library(folder: Path, directives: Mapping[str, str]) -> Library:
    """The library of directives by file name, indexed in ``folder``; built again, only what changed is embedded."""
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for path in corpus.iterdir():
        path.unlink()
    for name, text in directives.items():
        (corpus / name).write_text(text, encoding="utf-8")
    build_index(corpus, folder / "index")
    library = Library.open(folder / "index")
    return Library(library.index, Remembering(library.embedder))


# --- What holds for every answer -----------------------------------------------------------------

WAYS: dict[str, Callable[[str], str]] = {
    "NFC": lambda q: unicodedata.normalize("NFC", q),
    "NFD": lambda q: unicodedata.normalize("NFD", q),
    "capitals": str.upper,
    "no marks": unmarked,
    "polite": lambda q: q.removesuffix("?") + " ạ?",
    "blanks": lambda q: "  " + "   ".join(q.split(" ")) + " ",
}


def told(answer: Answer) -> tuple[str | Reason | None, tuple[str, int, int] | None]:
    """What is said, and where it stands; of an abstention its reason and None."""
    first = answer.citations[0] if answer.citations and answer.answer is not None else None
    return answer.answer or answer.reason, (first.source, first.start, first.end) if first else None


def typed_otherwise(library: Library, question: str, *, answered: bool) -> dict[str, object]:
    """Ways of typing the question that get another answer, or one from another place; {} as a rule.

    As it is, it must be ``answered`` or refused: to abstain always is to say the same however one is asked.
    """
    plain = library.ask(question)
    others = {way: told(library.ask(typed(question))) for way, typed in WAYS.items()}
    faults = {way: (other, told(plain)) for way, other in others.items() if other != told(plain)}
    return faults if plain.abstained is not answered else {**faults, "as it is": (told(plain), answered)}


def is_told(answer: Answer, held: str | None) -> bool:
    """Whether the answer holds ``held``; for None, whether there is none, with a reason and no confidence."""
    if held is None:
        return (answer.answer, answer.abstained, answer.confidence) == (None, True, 0.0) and answer.reason is not None
    return held in (answer.answer or "") and not answer.abstained and answer.reason is None


def faults_of_citing(library: Library, question: str, *, answered: bool) -> list[str]:
    """What is wrong with an answer as a quotation, [] as a rule.

    There is one just when it should be ``answered``. Passages are cited in any case, the answer's first; each quote is
    a slice, each highlight lies in a quote or in a heading above it, and the answer is made of what is highlighted and
    of joining words, to the letter but for case, mark-up and white space.
    """
    answer = library.ask(question)
    faults = [f"{len(answer.answer)} characters"] if len(answer.answer or "") > 400 else []
    faults += [f"answered: {answer.answer}"] if (answer.answer is not None) is not answered else []
    if not answer.citations or (answered and not answer.citations[0].highlights):
        faults.append("nothing cited or highlighted")
    for citation in _cited(answer):
        text = library.source(citation.source).text
        if text[citation.start : citation.end] != citation.quote:
            faults.append(f"no slice: {citation.quote}")
        for start, end in citation.highlights:
            inside = citation.start <= start and end <= citation.end
            if not (inside or any(squeeze(text[start:end]) in heading for heading in citation.headings)):
                faults.append(f"highlighted elsewhere: {text[start:end]}")
    if uncovered(answer, vi.JOINERS):
        faults.append(f"not cited: {answer.answer}")
    return faults if _is_highlighted(answer, library) else [*faults, f"not highlighted: {answer.answer}"]


def checks_of_every_answer(
    asked: Mapping[str, str | None], library: str = "library"
) -> tuple[Callable[..., None], ...]:
    """Two tests for a module, each question in every way of typing and each answer as a quotation.

    ``asked`` has what each answer must hold, None for a question that must get none; ``library`` names the module's
    fixture.
    """
    assert any(asked.values())

    @pytest.mark.parametrize(("question", "held"), asked.items(), ids=asked)
    def in_every_way_of_typing(request: pytest.FixtureRequest, question: str, held: str | None) -> None:
        asked_of = request.getfixturevalue(library)
        assert is_told(asked_of.ask(question), held)
        assert typed_otherwise(asked_of, question, answered=held is not None) == {}

    @pytest.mark.parametrize(("question", "held"), asked.items(), ids=asked)
    def as_a_quotation(request: pytest.FixtureRequest, question: str, held: str | None) -> None:
        assert faults_of_citing(request.getfixturevalue(library), question, answered=held is not None) == []

    return in_every_way_of_typing, as_a_quotation


def _cited(answer: Answer) -> list[Citation]:
    return [*answer.citations, *(conflict.citation for conflict in answer.conflicts)]


def _is_highlighted(answer: Answer, library: Library) -> bool:
    """Whether the answer is highlights of its citations, whole or up to a joining word, and joining words."""
    marked = [_solid(library.source(c.source).text[a:b]) for c in _cited(answer) for a, b in c.highlights]
    # Of a signature the name is highlighted; the office above it is only quoted.
    marked += [_solid(c.quote) for c in answer.citations if c.locator == (vi.PART_LOCATORS["signature"],)]
    joins = [_solid(join) for join in vi.JOINERS]
    said = _solid(answer.answer or "")
    if any(_solid(c.reference).startswith(said) for c in answer.citations):
        return True  # where something stands is told by its viện dẫn
    ends = [at for at in range(1, len(said)) if any(said.startswith(join, at) for join in joins)] + [len(said)]
    reached = {0}
    for at in range(len(said)):
        if at in reached:
            reached |= {at + len(whole) for whole in (*joins, *marked) if said.startswith(whole, at)}
            reached |= {end for end in ends if end > at and any(said[at:end] in text for text in marked)}
    return len(said) in reached


def _solid(text: str) -> str:
    """The text in small letters, without mark-up and without white space."""
    return "".join(bare(text).split())
