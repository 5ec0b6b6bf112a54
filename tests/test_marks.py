import importlib.util
import random
import re
import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracuu.queries.marks import MarkModel
from tracuu.queries.words import words_of
from tracuu.text import fold
from tracuu.types import Span

CORPUS = Path("corpus")
# Copies of one document are held out together.
HELD_OUT = [
    ("chuong-trinh-hanh-dong-ha-tinh.txt",),
    ("ke-hoach-2233-lai-chau.txt",),
    ("ke-hoach-nq06-dien-bien-2022.txt",),
    ("ke-hoach-39-dien-bien.txt", "cong-van-584-sinh-phinh.txt"),
]


def corpus_texts():
    return {p.name: unicodedata.normalize("NFC", p.read_text("utf-8")) for p in sorted(CORPUS.glob("*.txt"))}


def word_list():
    spec = importlib.util.find_spec("underthesea")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = Path(spec.submodule_search_locations[0]) / "corpus" / "data" / "Viet74K.txt"
    return path.read_text("utf-8").splitlines()


def sentences(text):
    return [s.strip() for s in re.split(r"[.;\n]", text) if len(s.split()) >= 5]


def bare(text):
    return "".join(fold(c).upper() if c.isupper() else fold(c) for c in text)


def spelling(form):
    """A syllable with i and y alike, as "tỉ" and "tỷ" are one word."""
    return form.translate(str.maketrans("yỳýỷỹỵ", "iìíỉĩị"))


def share_right(model, texts, typed=lambda word: bare(word).lower()):
    right = total = 0
    for sentence in texts:
        restored = model.restore(" ".join(typed(word) for word in sentence.split(" ")))
        for meant, got in zip(words_of(sentence), words_of(restored), strict=True):
            if len(meant.form) > 1 and not sentence[meant.span.start : meant.span.end].isupper():
                total += 1
                right += spelling(meant.form) == spelling(got.form)
    return right / total


@pytest.fixture(scope="module")
def model():
    return MarkModel.learn(corpus_texts().values(), word_list())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dien bien phu", "điện biên phủ"),
        ("co quan nao chu tri quy hoach do thi dien bien phu", "cơ quan nào chủ trì quy hoạch đô thị điện biên phủ"),
        ("CO QUAN NAO CHU TRI", "CƠ QUAN NÀO CHỦ TRÌ"),
        ("Co quan nao lo giai phong mat bang?", "Cơ quan nào lo giải phóng mặt bằng?"),
        ("han chot la khi nao a", "hạn chót là khi nào ạ"),
        ("ti le do thi hoa nam 2030 o lai chau la bao nhieu", "tỷ lệ đô thị hóa năm 2030 ở lai châu là bao nhiêu"),
        ("quy hoach tinh ha tinh", "quy hoạch tỉnh hà tĩnh"),
        ("ai lo viec nay", "ai lo việc này"),
        ("toi nam 2027 phai con bao nhieu", "tới năm 2027 phải còn bao nhiêu"),
        ("chi nam huong", "chỉ nam hướng"),  # no number behind
        ("co truong dai hoc nao tham gia", "có trường đại học nào tham gia"),
        ("sau khi danh bat thi ai lo", "sau khi đánh bắt thì ai lo"),
        ("nong dan vay von o dau", "nông dân vay vốn ở đâu"),
    ],
)
def test_unaccented_questions_get_their_marks(model, typed, meant):
    assert model.restore(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ giao thông do cơ quan nào lo?",
        "Ai ký công văn số 584 -CV/ĐU ngày 20/4/2026?",
        "Theo quy định, Ban Quản lý lo tham mưu cho tỉnh",
        "thuỷ lợi và hoà bình",
    ],
)
def test_accented_text_stays_as_typed(model, text):
    assert model.restore(text) == text


@pytest.mark.parametrize(
    "typed",
    ["39-kh/tu", "39-KH/TU", "2233/kh-ubnd", "kh39", "28 m2", "4,7-5,1%", "kh&cn", "ubnd", "internet", "", "?!"],
)
def test_symbols_numbers_and_abbreviations_stay(model, typed):
    assert model.restore(typed) == typed


def test_partly_accented_text_is_completed(model):
    assert model.restore("cơ quan nao chủ tri quy hoạch do thi") == "cơ quan nào chủ trì quy hoạch đô thị"


def test_i_and_y_are_written_as_in_the_documents(model):
    assert model.restore("kĩ thuật") == "kỹ thuật"
    assert model.restore("xử lí") == "xử lý"


def test_fixed_spans_stay_and_do_not_count_as_the_writers_marks(model):
    text = "Sở Xây dựng chu tri viec gi"
    assert model.restore(text, fixed=[Span(0, 11)]) == "Sở Xây dựng chủ trì việc gì"


def test_names_get_the_capitals_of_the_documents(model):
    assert model.capitalise("đô thị điện biên phủ, xã sính phình") == "đô thị Điện Biên Phủ, xã Sính Phình"


def test_a_model_survives_being_stored(model):
    data = model.to_bytes()
    again = MarkModel.from_bytes(data)
    assert again.to_bytes() == data
    assert len(data) < 600_000
    assert again.restore("quy hoach do thi") == "quy hoạch đô thị"


def test_the_same_texts_in_another_order_give_the_same_bytes():
    texts = ["Sở Xây dựng chủ trì.", "Điện Biên Phủ là đô thị."]
    assert MarkModel.learn(texts, ["chủ trì"]).to_bytes() == MarkModel.learn(texts[::-1], ["chủ trì"]).to_bytes()


def test_a_damaged_model_is_refused():
    with pytest.raises(msgspec.DecodeError):
        MarkModel.from_bytes(b"not a model")


def test_without_any_text_questions_can_still_be_restored():
    assert MarkModel.learn([], []).restore("khi nao xong") == "khi nào xong"


def test_sentences_of_the_corpus_come_back(model):
    everything = [s for text in corpus_texts().values() for s in sentences(text)]
    assert share_right(model, random.Random(7).sample(everything, 200)) > 0.99


@pytest.mark.parametrize("names", HELD_OUT, ids=lambda names: names[0])
def test_sentences_of_a_directive_never_seen_come_back(names):
    texts = corpus_texts()
    held_out = MarkModel.learn((text for name, text in texts.items() if name not in names), word_list())
    chosen = random.Random(7).sample([s for name in names for s in sentences(texts[name])], 60)
    assert share_right(held_out, chosen) > 0.95
    assert share_right(held_out, chosen, typed=str) > 0.995


@given(st.text(max_size=60))
def test_any_text_keeps_its_length_and_all_that_is_not_letters(model_cache, text):
    text = unicodedata.normalize("NFC", text)
    restored = model_cache.restore(text)
    assert len(restored) == len(text)
    assert all(a == b for a, b in zip(text, restored, strict=True) if not a.isalpha())


@pytest.fixture(scope="module")
def model_cache():
    return MarkModel.learn(["Sở Xây dựng chủ trì quy hoạch đô thị."], ["chủ trì", "đô thị"])
