import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_mistypings import WAYS, mistype, unmarked
from test_marks import HELD_OUT, corpus_texts, sentences, spelling, word_list
from tracuu.queries import DocumentNames, MarkModel, understand
from tracuu.queries.keying import typed_raw
from tracuu.queries.spelling import Speller
from tracuu.queries.words import words_of
from tracuu.text import modern_marks
from tracuu.types import Span


@pytest.fixture(scope="module")
def model():
    return MarkModel.learn(corpus_texts().values(), word_list())


@pytest.fixture(scope="module")
def speller(model):
    return Speller(model)


@pytest.fixture(scope="module")
def read(model, speller):
    """A text repaired, with its marks restored."""

    def read(text):
        repaired = speller.repair(text)
        return model.restore(repaired.text, fixed=repaired.fixed)

    return read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ai chủ chì", "ai chủ trì"),
        ("quy hoặch đô thị", "quy hoạch đô thị"),
        ("phát chiển nhà ở", "phát triển nhà ở"),
        ("giám xát việc chiển khai", "giám sát việc triển khai"),
        ("diện tích xàn nhà ở", "diện tích sàn nhà ở"),
        ("các xả biên giới", "các xã biên giới"),
        ("phối họp với ai", "phối hợp với ai"),
        ("lảnh đạo tỉnh", "lãnh đạo tỉnh"),
        ("hoàn thành truớc ngày nào", "hoàn thành trước ngày nào"),
        ("việc này do ai dám sát", "việc này do ai giám sát"),
        ("giáo giục trẻ em", "giáo dục trẻ em"),
        ("hạng chót khi nào", "hạn chót khi nào"),
        ("bảo hộ suất sứ cho cá ngừ", "bảo hộ xuất xứ cho cá ngừ"),
        # The tone on the other vowel.
        ("Sở Nông nghiệp và Môi trừơng", "Sở Nông nghiệp và Môi trường"),
        ("xây dựng nông thôn mơí", "xây dựng nông thôn mới"),
        ("phát triển đô thị bền vững cuả tỉnh", "phát triển đô thị bền vững của tỉnh"),
    ],
)
def test_words_written_as_heard_are_put_right(read, typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trách nhịem của sở", "trách nhiệm của sở"),
        ("ngày ban hànnh", "ngày ban hành"),
        ("bao gời xong", "bao giờ xong"),
        ("an nih trật tự", "an ninh trật tự"),
        ("quy hoac do thi", "quy hoạch đô thị"),
    ],
)
def test_slips_of_the_keyboard_are_put_right(read, typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize("typed", ["quy hoajch ddoo thij", "quy hoachj ddoo thij", "quy hoa5ch d9o6 thi5"])
def test_keys_that_the_input_method_did_not_catch_are_read(read, typed):
    assert read(typed) == "quy hoạch đô thị"


@pytest.mark.parametrize(
    ("keys", "meant"),
    [("dduwowcj", "được"), ("nhieemj", "nhiệm"), ("thuyr", "thủy"), ("quye61t", "quyết"), ("cow", "cơ"), ("quy", None)],
)
def test_raw_keys_are_decoded(keys, meant):
    assert typed_raw(keys) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("quyhoạch đô thị", "quy hoạch đô thị"),
        ("quy hoạch đô thịhóa", "quy hoạch đô thị hóa"),
        ("quyhoach dothi", "quy hoạch đô thị"),
        ("đô th ị", "đô thị"),
        ("nhi ệm vụ", "nhiệm vụ"),
    ],
)
def test_missing_and_extra_spaces_are_put_right(read, typed, meant):
    assert read(typed) == meant


def test_what_was_typed_and_what_was_meant_is_told(speller):
    repaired = speller.repair("Ai chủ chì quyhoạch?")
    told = [(change.typed, repaired.text[slice(*change.span)]) for change in repaired.changes]
    assert repaired.text == "Ai chủ trì quy hoạch?"
    assert told == [("chì", "trì"), ("quyhoạch", "quy hoạch")]


def test_fixed_spans_stay_and_move_along(speller):
    repaired = speller.repair("quyhoạch chủ chì", fixed=[Span(9, 16)])
    assert repaired.text == "quy hoạch chủ chì"
    assert [repaired.text[slice(*span)] for span in repaired.fixed] == ["chủ", "chì"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đô thị hóa của Sơn La đến năm 2030",
        "ty le do thi hoa cua lao cai",
        "xã Mường Và phải làm gì",
        "xa muong va phai lam gi",
        "xã mường và phải làm gì",
        "sở ngoại vụ chủ trì việc gì",
        "so ngoai vu chu tri viec gi",
        "thành phố Bảo Lộc có bao nhiêu căn nhà ở xã hội",
        "bao loc co bao nhieu can nha o xa hoi",
        "huyện mù cang chải làm gì",
        "Theo 39-KH/TU, KH39, 28 m2, 584-cv/đu",
        "nội dung fintech và blockchain, internet vạn vật",
        "đường dây 220 kV dài 12 km",
        "hoà bình, thuỷ lợi",
        "năng suất sứ vệ sinh",
        "đến xã Suất Sứ",
        "",
        "?!",
    ],
)
def test_names_symbols_and_foreign_words_stay(speller, text):
    assert speller.repair(text).text == text


@cache
def speller_without(names):
    """What the other files of the corpus teach."""
    return Speller(MarkModel.learn((t for name, t in corpus_texts().items() if name not in names), word_list()))


@pytest.mark.parametrize("names", HELD_OUT, ids=lambda names: names[0])
@pytest.mark.parametrize("typed", [str, str.lower, unmarked])
def test_sentences_of_a_directive_never_seen_are_left_alone(names, typed):
    texts, held_out = corpus_texts(), speller_without(names)
    chosen = [typed(s) for name in names for s in sentences(texts[name])]
    syllables = sum(len(words_of(s)) for s in chosen)
    repairs = sum(len(held_out.repair(s).changes) for s in chosen)
    assert repairs / syllables < 0.001


@pytest.mark.parametrize(("way", "share"), [("ear", 0.8), ("keys", 0.8), ("mark", 0.8), ("telex", 0.9), ("vni", 0.9)])
def test_mistyped_sentences_are_put_right(model, read, way, share):
    assert way in WAYS
    rng = random.Random(4)
    everything = [s for text in corpus_texts().values() for s in sentences(text)]
    right = total = 0
    for sentence in rng.sample(everything, 150):
        typed, changes = mistype(sentence, rng, ways=(way,))
        if changes:
            total += 1
            right += same(read(typed), model.restore(sentence))
    assert right / total > share


def same(one, other):
    return spelling(modern_marks(one)) == spelling(modern_marks(other))


@given(st.text(max_size=60))
def test_any_text_is_taken_and_digits_stay(small, text):
    repaired = small.repair(text)
    assert [c for c in repaired.text if not c.isalnum() and not c.isspace()] == [
        c for c in text if not c.isalnum() and not c.isspace()
    ]
    assert all(0 <= c.span.start < c.span.end <= len(repaired.text) for c in repaired.changes)


@pytest.fixture(scope="module")
def small():
    return Speller(MarkModel.learn(["Sở Xây dựng chủ trì quy hoạch đô thị."], ["chủ trì", "đô thị"]))


def test_a_query_tells_its_repairs_and_is_understood_by_them(model):
    names = DocumentNames.of([])
    query = understand("Ai chủ chì quy hoặch đô thị?", marks=model, names=names)
    assert query.text == "Ai chủ trì quy hoạch đô thị"
    assert query.repaired == (("chì", "trì"), ("hoặch", "hoạch"))
    assert understand("AI CHỦ CHÌ QUY HOẶCH ĐÔ THỊ", marks=model, names=names).text == query.text
    assert understand("ai chu tri quy hoach do thi", marks=model, names=names).text == query.text
    assert understand("Ai chủ trì quy hoạch đô thị?", marks=model, names=names).repaired == ()
