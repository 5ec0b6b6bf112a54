"""Which sentence answers a free question, and what of it is shown. All texts are invented."""

import itertools
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests_builders import document_record
from tracuu.answers import Evidence, TermWeights
from tracuu.answers.kinds import Kind, kind_asked, kind_held
from tracuu.answers.ranking import (
    Features,
    free_answer,
    rank_sentences,
    sentence_features,
)
from tracuu.answers.units import ANSWER_LENGTH, units_of
from tracuu.facts.clauses import without_label
from tracuu.passages import plain_passage
from tracuu.text import Segmenter, squeeze, trim
from tracuu.types import Cell, Hit, Passage, Query, Row, Source, Span

SEGMENTER = Segmenter()
DAM = (
    "Hồ Trà Linh được khởi công năm 2019 tại xã Bản Vược. Nó chứa 3,2 triệu m3 nước. "
    "Mùa khô năm ngoái mực nước xuống thấp do rừng đầu nguồn bị chặt phá. "
    "Ông Lý Văn Sùng là người trông coi cống xả. Ba thôn Nà Lốc, Nà Hin và Bản Kho lấy nước tưới từ đây."
)


def found(*texts: str, scores: tuple[float, ...] = ()) -> tuple[list[Hit], Evidence]:
    sources = [Source(source_id=f"s{n}", sha256="0" * 64, text=text) for n, text in enumerate(texts)]
    passages = [plain_passage(source, "", SEGMENTER) for source in sources]
    return hits_of(passages, scores), evidence_of(sources, passages)


def hits_of(passages: list[Passage], scores: tuple[float, ...] = ()) -> list[Hit]:
    given = itertools.chain(scores, itertools.repeat(0.5))
    return [
        Hit(passage=p, score=score, dense=0.8, lexical=1.0, dense_rank=1, lexical_rank=1)
        for p, score in zip(passages, given, strict=False)
    ]


def evidence_of(sources: list[Source], passages: list[Passage]) -> Evidence:
    return Evidence(
        documents={source.source_id: document_record() for source in sources},
        sources={source.source_id: source for source in sources},
        passages=passages,
        weights=TermWeights.learn([passage.text for passage in passages]),
    )


def query(text: str) -> Query:
    return Query(original=text, text=text)


def best(question: str, *texts: str, scores: tuple[float, ...] = ()) -> str:
    hits, evidence = found(*texts, scores=scores)
    first = rank_sentences(query(question), hits, evidence)[0]
    return evidence.sources[first.passage.source_id].text[first.span.start : first.span.end]


class Likes:
    """A model for which only texts with ``word`` are like the question; counts what it is given."""

    name, dimension, wants_words = "likes", 2, False

    def __init__(self, word: str) -> None:
        self.word = word
        self.given: list[str] = []

    def weights_hash(self) -> str:
        return "0" * 64

    def embed_queries(self, texts):
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)

    def embed_passages(self, texts, progress=None):
        self.given += texts
        return np.array([[1.0, 0.0] if self.word in text else [0.0, 1.0] for text in texts], dtype=np.float32)


# --- The kind of thing asked for ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hồ rộng bao nhiêu ha?", Kind.NUMBER),
        ("Có mấy thôn được tưới?", Kind.NUMBER),
        ("Thi công mất bao lâu?", Kind.DURATION),
        ("Dự án kéo dài bao nhiêu năm?", Kind.DURATION),
        ("Hồ được khởi công khi nào?", Kind.TIME),
        ("Hồ hoàn thành vào năm nào?", Kind.TIME),
        ("Vì sao mực nước xuống thấp?", Kind.REASON),
        ("Nguyên nhân của sự cố là gì?", Kind.REASON),
        ("Xây hồ để làm gì?", Kind.PURPOSE),
        ("Kho dữ liệu được lập nhằm mục đích gì?", Kind.PURPOSE),
        ("Ai trông coi cống xả?", Kind.WHO),
        ("Cơ quan nào quản lý hồ?", Kind.WHO),
        ("Hồ nằm ở đâu?", Kind.PLACE),
        ("Hồ thuộc xã nào?", Kind.PLACE),
        ("Khu này được gọi là gì?", Kind.NAME),
        ("Những thôn nào lấy nước tưới?", Kind.LIST),
        ("Nguyên tắc nào được áp dụng?", Kind.WHICH),
        ("Chủ trương với nhà tạm là gì?", Kind.OTHER),
        ("Số điện thoại trực ban là gì?", Kind.PHONE),
        ("Đường dây nóng của trạm y tế?", Kind.PHONE),
        ("Địa chỉ nơi nhận hồ sơ ở đâu?", Kind.ADDRESS),
        ("Gửi góp ý qua email nào?", Kind.ADDRESS),
        ("Chỗ trọng điểm là những xã nào?", Kind.NAMES),
        ("Nhà máy có mấy đường dây?", Kind.NUMBER),
    ],
)
def test_the_question_word_tells_what_would_answer(question: str, kind: Kind) -> None:
    assert kind_asked(question) is kind


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Hồ chứa bao nhiêu m3 nước?", "Hồ chứa 3,2 triệu m3 nước.", "Hồ chứa nước cho cả vùng."),
        ("Năm 2019 xã có bao nhiêu hộ nghèo?", "Xã còn 41 hộ nghèo.", "Năm 2019 xã rà soát hộ nghèo."),
        ("Bao nhiêu phần trăm hộ có nước sạch?", "Có 92% hộ dùng nước sạch.", "Có 92 điểm cấp nước sạch."),
        ("Thi công mất bao lâu?", "Việc thi công kéo dài 14 tháng.", "Việc thi công cần 14 máy xúc."),
        ("Hồ khởi công năm nào?", "Hồ khởi công năm 2019.", "Hồ khởi công khi đã đủ vốn."),
        ("Ai trông coi cống xả?", "Cống do ông Lý Văn Sùng trông coi.", "Cống xả được trông coi cẩn thận."),
        ("Hồ Trà Linh nằm ở đâu?", "Hồ nằm tại xã Bản Vược.", "Hồ Trà Linh rất sâu."),
        ("Vì sao nước cạn?", "Nước cạn do rừng bị chặt.", "Nước cạn từ tháng ba."),
        ("Lập quỹ để làm gì?", "Quỹ nhằm giúp hộ nghèo.", "Quỹ có ba người giữ sổ."),
        (
            "Phong trào nào được phát động?",
            "Phát động phong trào “Sạch nhà đẹp ngõ”.",
            "Phong trào được phát động sớm.",
        ),
        ("Số điện thoại trực ban?", "Trực ban: 0912 345 678.", "Trực ban có 12.500 phiếu."),
        ("Hotline của trạm là gì?", "Trạm nghe máy 1900 1234.", "Trạm nghe máy cả đêm."),
        ("Đường dây nóng báo cháy?", "Báo cháy qua số 114.", "Báo cháy qua tổ dân phố."),
        ("Địa chỉ nơi nhận hồ sơ?", "Hồ sơ nhận tại số 12, đường Lê Lợi.", "Hồ sơ nhận trong giờ hành chính."),
        ("Góp ý qua email nào?", "Góp ý gửi gopy@naloc.vn.", "Góp ý gửi Sở Y tế."),
        ("Đường dây nóng báo cháy?", "Báo cháy qua số 114.", "Xã mua 114 máy bơm."),
        ("Đường dây nóng cấp cứu?", "Cấp cứu gọi tổng đài cấp cứu 115.", "Xã cứu được 115 hộ."),
        ("Trạm gồm những phòng nào?", "Trạm gồm phòng khám, phòng thuốc và phòng mổ.", "Trạm được xây mới."),
    ],
)
def test_a_sentence_with_such_a_thing_holds_more_than_one_without(question: str, right: str, wrong: str) -> None:
    kind = kind_asked(question)
    assert kind_held(kind, right, question) > kind_held(kind, wrong, question)


def test_a_year_counts_nothing() -> None:
    assert kind_held(Kind.NUMBER, "Hồ khởi công năm 2019.", "Hồ chứa bao nhiêu nước?") == 0.0
    assert kind_held(Kind.NUMBER, "Năm ngoái hồ cạn.", "Hồ chứa bao nhiêu nước?") == 0.0
    assert kind_held(Kind.NUMBER, "Hồ có năm cửa xả.", "Hồ có bao nhiêu cửa xả?") == 1.0


def test_what_the_question_itself_names_is_no_answer() -> None:
    assert kind_held(Kind.TIME, "Năm 2019 hồ khởi công.", "Việc gì xảy ra năm 2019?") < 1.0
    assert kind_held(Kind.WHO, "Gặp ông Lý Văn Sùng.", "Ông Lý Văn Sùng gặp ai?") == 0.0
    assert kind_held(Kind.NUMBER, "Bão số 5 vào bờ.", "Bão số 5 làm đổ bao nhiêu nhà?") == 0.0


# --- Choosing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Hồ Trà Linh khởi công năm nào?", "2019"),
        ("Hồ Trà Linh chứa bao nhiêu nước?", "3,2 triệu"),
        ("Vì sao mực nước xuống thấp?", "chặt phá"),
        ("Ai là người trông coi cống xả?", "Lý Văn Sùng"),
        ("Những thôn nào lấy nước từ hồ?", "Nà Lốc"),
        ("nhung thon nao lay nuoc tuoi", "Nà Lốc"),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, held: str) -> None:
    assert held in best(question, DAM)


def test_a_sentence_that_says_it_of_what_the_one_before_names_is_found() -> None:
    text = "Kho Na Ư được xây ở bản mới. Nó rộng 640 m2. Đường vào kho đi qua ruộng lúa."
    assert best("Kho Na Ư rộng bao nhiêu m2?", text) == "Nó rộng 640 m2."


def test_the_answer_may_stand_in_the_second_passage() -> None:
    first = "Trạm y tế xã Pa Vây mở cửa cả tuần. Trạm có vườn thuốc nam."
    second = "Trạm y tế xã Pa Vây có 12 giường bệnh. Xe cấp cứu đỗ ở sân sau."
    assert "12 giường" in best("Trạm y tế xã Pa Vây có bao nhiêu giường bệnh?", first, second, scores=(0.6, 0.55))


def test_a_far_worse_passage_does_not_overtake() -> None:
    near = "Chợ Mường Lèo họp vào sáng thứ bảy hằng tuần."
    far = "Chợ phiên họp vào ngày 15 tháng 3 năm 2020."
    assert "Mường Lèo" in best("Chợ Mường Lèo họp vào lúc nào?", near, far, scores=(0.9, 0.1))


def test_scores_are_probabilities_and_fall() -> None:
    hits, evidence = found(DAM, "Đường vào hồ dài 4 km.")
    ranked = rank_sentences(query("Hồ chứa bao nhiêu nước?"), hits, evidence)
    scores = [sentence.score for sentence in ranked]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1.0)
    assert len(ranked) == 6
    assert evidence.plain(ranked[0].passage, ranked[0].spans) == "Nó chứa 3,2 triệu m3 nước."
    assert scores[0] > 0.8 > 0.1 > scores[1]


def test_equal_sentences_stand_in_order_of_hits_and_of_text() -> None:
    hits, evidence = found("Nhà A đẹp. Nhà A đẹp. Nhà A đẹp.", "Nhà A đẹp.")
    ranked = rank_sentences(query("Nhà A ra sao?"), hits, evidence)
    assert [s.score for s in ranked] == [0.25] * 4
    assert [(s.passage.source_id, s.span.start) for s in ranked] == [("s0", 0), ("s0", 11), ("s0", 22), ("s1", 0)]
    others = rank_sentences(query("Nhà A ra sao?"), hits[::-1], evidence)
    assert [(s.passage.source_id, s.span.start) for s in others] == [("s1", 0), ("s0", 0), ("s0", 11), ("s0", 22)]


def test_no_hits_no_answer() -> None:
    _, evidence = found(DAM)
    assert rank_sentences(query("Hồ ở đâu?"), [], evidence) == []
    assert free_answer(query("Hồ ở đâu?"), [], evidence) is None


def test_features_lie_in_their_ranges() -> None:
    hits, evidence = found(DAM, "Một câu khác hẳn.", scores=(0.9, 0.4))
    judged = sentence_features(query("Hồ Trà Linh chứa bao nhiêu nước?"), hits, evidence)
    assert len(judged) == 6
    for _, features in judged:
        assert all(0.0 <= value <= 1.0 for name, value in zip(Features._fields, features, strict=True) if name != "hit")
    assert [features.hit for _, features in judged] == [0.0] * 5 + [-0.5]


def test_features_say_what_a_sentence_holds_of_the_question() -> None:
    hits, evidence = found(DAM, "Một câu khác hẳn.", scores=(0.9, 0.4))
    judged = sentence_features(query("Hồ Trà Linh chứa bao nhiêu nước?"), hits, evidence)
    opening, holds, *_, other = (features for _, features in judged)
    assert (opening.folded, opening.before, opening.kind) == (0.6, 0.0, 0.0)  # hồ, trà, linh; no number but a year
    assert (holds.folded, holds.before, holds.kind) == (0.4, pytest.approx(0.6), 1.0)  # chứa, nước; the rest before it
    assert (other.words, other.folded, other.rare, other.before) == (0.0, 0.0, 0.0, 0.0)
    assert holds.length == pytest.approx(26 / 300)


# --- Likeness ----------------------------------------------------------------------------------------

TWO_ALIKE = "Tổ một lo việc cấp nước cho dân. Tổ hai lo việc phát nước cho dân."


def test_sentences_that_are_close_are_told_apart_by_likeness() -> None:
    hits, evidence = found(TWO_ALIKE)
    asked = query("Tổ lo việc nước cho dân thế nào?")
    for word in ("cấp", "phát"):
        ranked = rank_sentences(asked, hits, evidence, embedder=Likes(word))
        assert word in evidence.plain(ranked[0].passage, ranked[0].spans)


def test_a_clear_winner_is_not_embedded() -> None:
    hits, evidence = found("Sân vận động Pú Tửu có 5.000 chỗ ngồi. Trời hôm ấy mưa to.")
    model = Likes("mưa")
    ranked = rank_sentences(query("Sân vận động Pú Tửu có bao nhiêu chỗ ngồi?"), hits, evidence, embedder=model)
    assert model.given == []
    assert "5.000" in evidence.plain(ranked[0].passage, ranked[0].spans)


def test_at_most_three_sentences_are_embedded() -> None:
    hits, evidence = found(
        " ".join(f"Tổ {word} lo việc nước cho dân." for word in ("một", "hai", "ba", "bốn", "năm", "sáu"))
    )
    model = Likes("ba")
    rank_sentences(query("Việc nước cho dân thế nào?"), hits, evidence, embedder=model)
    assert len(model.given) == len(set(model.given)) == 3


# --- What is shown -----------------------------------------------------------------------------------


def shown(question: str, *texts: str) -> str:
    hits, evidence = found(*texts)
    answer = free_answer(query(question), hits, evidence)
    assert answer is not None
    return answer.text


def test_a_clear_answer_is_one_sentence() -> None:
    assert shown("Ai là người trông coi cống xả hồ?", DAM) == "Ông Lý Văn Sùng là người trông coi cống xả."


def test_close_sentences_are_shown_together_in_order_of_text() -> None:
    assert shown("Tổ lo việc nước cho dân thế nào?", TWO_ALIKE) == TWO_ALIKE


def test_sentences_apart_are_joined_by_dots() -> None:
    text = "Tổ một lo việc cấp nước cho dân. Trời mưa to suốt đêm qua. Tổ hai lo việc phát nước cho dân."
    assert shown("Tổ lo việc nước cho dân thế nào?", text) == (
        "Tổ một lo việc cấp nước cho dân. … Tổ hai lo việc phát nước cho dân."
    )


def test_the_dash_before_a_paragraph_is_not_shown() -> None:
    assert shown("Ai vận động quyên góp sách?", "- Hội Phụ nữ xã vận động quyên góp sách.").startswith("Hội Phụ nữ")


LONG = (
    "Tiếp tục thực hiện tốt các nhiệm vụ đã được giao từ đầu năm, bảo đảm tiến độ và chất lượng của từng công trình "
    "trên địa bàn toàn huyện; giao Hạt Kiểm lâm Sốp Cộp cắm 320 biển báo cấm lửa ở cửa rừng; "
    "đồng thời tổ chức diễn tập chữa cháy cho các tổ đội xung kích của thôn bản, chuẩn bị đầy đủ phương tiện, dụng cụ, "
    "hậu cần tại chỗ theo phương án đã được phê duyệt."
)


def test_a_long_sentence_is_cut_to_the_clause_that_answers() -> None:
    answer = shown("Cắm bao nhiêu biển báo cấm lửa?", LONG)
    assert answer == "giao Hạt Kiểm lâm Sốp Cộp cắm 320 biển báo cấm lửa ở cửa rừng"


def test_the_opening_up_to_a_colon_is_said_again_before_its_clause() -> None:
    text = "Chủ tịch UBND huyện yêu cầu: " + LONG[0].lower() + LONG[1:]
    answer = shown("Cắm bao nhiêu biển báo cấm lửa?", text)
    assert answer.startswith("Chủ tịch UBND huyện yêu cầu … giao Hạt Kiểm lâm")


def test_a_sentence_without_semicolons_is_cut_at_commas() -> None:
    text = ", ".join(f"cụm dân cư số {n} nhận {n * 7} bồn chứa nước mưa loại lớn" for n in range(1, 20)) + "."
    assert "nhận 91 bồn" in shown("Cụm dân cư số 13 nhận bao nhiêu bồn chứa nước?", text)
    hits, evidence = found(text)
    units = [unit.text for unit in units_of(hits[0].passage, evidence)]
    assert len(units) > 1
    assert all(len(unit) <= ANSWER_LENGTH for unit in units)
    assert " ".join(units).split() == text.split()


def test_what_stands_in_brackets_is_not_torn() -> None:
    way = "(theo hướng từ cầu Lũng Pù đi qua bản Sà Phìn, bản Tả Gia Khâu, chợ Lùng Phình đến cửa khẩu)"
    text = ", ".join(f"khảo sát tuyến đường núi số {n} nối các bản vùng cao" for n in range(1, 7)) + f" {way}."
    hits, evidence = found(text)
    units = [unit.text for unit in units_of(hits[0].passage, evidence)]
    assert len(units) > 1
    assert [unit for unit in units if "(" in unit and way in unit] == [
        unit for unit in units if "(" in unit or ")" in unit
    ]


def row_answer(task: str, question: str) -> str:
    text = f"4\t{task}\tPhòng Kinh tế\tQuý III"
    bounds = [0, *(m.end() for m in re.finditer("\t", text)), len(text) + 1]
    names = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành")
    cells = tuple(
        Cell(spans=(Span(a, b - 1),), column=(name,))
        for (a, b), name in zip(itertools.pairwise(bounds), names, strict=True)
    )
    source = Source(source_id="s0", sha256="0" * 64, text=text)
    plain = plain_passage(source, "", SEGMENTER)
    passage = replace(plain, row=Row(span=plain.span, label="4", cells=cells))
    answer = free_answer(query(question), hits_of([passage]), evidence_of([source], [passage]))
    assert answer is not None
    return answer.text


def test_of_a_row_the_task_is_shown() -> None:
    assert row_answer("Sửa chữa cầu treo bản Pom Lót", "Cầu treo nào được sửa chữa?") == "Sửa chữa cầu treo bản Pom Lót"


def test_a_long_task_of_a_row_is_cut_to_the_clause_that_answers() -> None:
    answer = row_answer(LONG, "Cắm bao nhiêu biển báo cấm lửa?")
    assert "320 biển báo" in answer
    assert len(answer) <= ANSWER_LENGTH


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(alphabet="aăbcđêghơ ABĐÊ.,;:!?()–-“”\n0123456789", min_size=1, max_size=900),
    question=st.sampled_from(["Ai làm gì?", "Bao nhiêu hộ ở xã?", "Vì sao?", "a b c đ ê?"]),
)
def test_every_word_shown_is_a_slice_and_no_answer_is_too_long(text: str, question: str) -> None:
    hits, evidence = found(text)
    answer = free_answer(query(question), hits, evidence)
    if answer is None:
        parts = [without_label(text, trim(text, *sentence)) for hit in hits for sentence in hit.passage.sentences]
        assert not any(c.isalnum() for part in parts for c in text[slice(*part)])
        return
    (spans,) = answer.spans.values()
    assert len(answer.text) <= 400
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert list(spans) == sorted(spans)
    said = " … ".join(squeeze(evidence.plain(answer.passage, (span,))).strip(" ;,:") for span in spans)
    assert answer.text == said


def test_a_hostile_passage_is_cut_and_ranked() -> None:
    text = "a, " * 20_000 + "b" * 5_000
    hits, _ = found("Ngắn thôi.")
    whole = Span(0, len(text))
    source = Source(source_id="s0", sha256="0" * 64, text=text)
    passage = replace(hits[0].passage, text=text, span=whole, sentences=(whole,))
    ranked = rank_sentences(query("a là gì?"), hits_of([passage]), evidence_of([source], [passage]))
    assert len(ranked) > 200
    assert all(s.span.end - s.span.start <= ANSWER_LENGTH for s in ranked)


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("Theo nghị định nào?", "Thực hiện Nghị định số 59/2015/NĐ-CP.", 1.0),
        ("Theo nghị định nào?", "Thực hiện 59/2015/NĐ-CP.", 1.0),
        ("Theo nghị định nào?", "Thực hiện Nghị quyết số 31/2026/NQ-HĐND.", 0.0),
        ("Theo văn bản nào?", "Thực hiện Nghị quyết số 31/2026/NQ-HĐND.", 1.0),
        ("Theo văn bản nào?", "Thực hiện theo quy định.", 0.0),
        ("Trái với luật nào?", "Trái với Luật Đất đai năm 2024.", 1.0),
        ("Trái với luật nào?", "Trái với Bộ luật Dân sự.", 1.0),
        ("Trái với luật nào?", "Trái pháp luật về đất đai.", 0.0),
        ("Luật Đất đai bị luật nào thay?", "Luật Đất đai bị thay.", 0.0),
        ("Theo chương trình nào?", "Theo Chương trình hành động số 12-CTr/TU.", 1.0),
        ("Theo công văn nào?", "Theo Công văn số 4711/UBND-KTN.", 1.0),
    ],
)
def test_a_document_is_held_when_one_of_the_kind_is_named(question, text, held):
    assert kind_asked(question) is Kind.DOCUMENT
    assert kind_held(Kind.DOCUMENT, text, question) == held
