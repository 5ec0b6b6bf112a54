"""What counts as right, what a question file may not hold, and the measures beside an oracle."""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from tracuu import pipeline
from tracuu.errors import QuestionError, QuestionFileError
from tracuu.evaluate import (
    Question,
    as_json,
    beir_table,
    evaluate_beir,
    evaluate_questions,
    questions_table,
    read_beir,
    read_questions,
)
from tracuu.evaluate.beir import Text, cache_key, run_queries
from tracuu.evaluate.measures import bare, first_rank, mean, ndcg, recall, reciprocal_rank
from tracuu.evaluate.questions import holds_answer, is_right
from tracuu.evaluate.tables import align
from tracuu.types import AlsoIn, Answer, Citation, Conflict, Reason, Source

QUOTE = "6\tQuy hoạch đô thị Điện Biên Phủ\tSở Xây dựng\tQuý II/năm 2026"


def make_citation(quote: str = QUOTE, **fields) -> Citation:
    defaults = {
        "rank": 1,
        "source": "a.txt",
        "doc_id": "a.txt",
        "document": "39-KH/TU",
        "kind": "Kế hoạch",
        "issued": None,
        "locator": ("Phụ lục", "STT 6"),
        "start": 0,
        "end": len(quote),
        "score": 0.9,
        "reference": "STT 6, Phụ lục",
    }
    return Citation(quote=quote, **{**defaults, **fields})


def make_answer(text: str | None = "Sở Xây dựng", *quotes: str, **fields) -> Answer:
    citations = tuple(make_citation(quote, rank=n) for n, quote in enumerate(quotes or (QUOTE,), start=1))
    defaults = {
        "question": "?",
        "answer": text,
        "abstained": text is None,
        "reason": Reason.NO_EVIDENCE if text is None else None,
        "confidence": 0.5,
        "citations": citations,
    }
    return Answer(**{**defaults, **fields})


def make_question(id: str = "q-1", **fields) -> Question:
    defaults = {
        "q": "Ai chủ trì?",
        "type": "lead",
        "src": ("a.txt",),
        "must": ("Quý II",),
        "answer": (("Sở Xây dựng",),),
        "style": "accented",
    }
    return Question(id=id, **{**defaults, **fields})


def make_abstention(id: str = "x-1", **fields) -> Question:
    return make_question(id, **{"type": "abstain", "src": (), "must": (), "answer": (), "abstain": True, **fields})


class FakeLibrary:
    """Says what it was given for each question; every quote stands at the start of its source."""

    def __init__(self, answers: Mapping[str, Answer], rankings: Mapping[str, Sequence[str]] | None = None):
        self.answers, self.rankings = answers, rankings or {}
        self.searched: list[tuple[str, int]] = []

    def ask(self, question: str, *, top: int = 5) -> Answer:
        return self.answers[question]

    def search(self, query: str, *, top: int = 10) -> tuple[Citation, ...]:
        self.searched.append((query, top))
        if len(query) > 2000:
            raise QuestionError("dài")
        return tuple(make_citation(source=doc) for doc in self.rankings[query][:top])

    def source(self, source_id: str) -> Source:
        return Source(source_id=source_id, sha256="0" * 64, text=QUOTE)


def outcome_of(question: Question, answer: Answer):
    return evaluate_questions(FakeLibrary({question.q: answer}), [question]).outcomes[0]


def write_lines(path: Path, *records: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def make_line(id: str = "q-1", **fields) -> dict:
    return {"id": id, "type": "lead", "q": "Ai?", "src": ["a.txt"], "must": ["b"], "answer": [["c"]], **fields}


# --- Question files ----------------------------------------------------------------------------


def test_a_question_file_is_read_in_order_with_unknown_keys_and_blank_lines_passed_over(tmp_path):
    path = write_lines(tmp_path / "q.jsonl", make_line("b", note="x"), "", make_line("a", twin="b", style="unaccented"))
    questions = read_questions(path)
    assert [(q.id, q.twin, q.style) for q in questions] == [("b", None, None), ("a", "b", "unaccented")]
    assert questions[0].answer == (("c",),)


def test_questions_typed_with_combining_marks_are_read_as_nfc(tmp_path):
    path = write_lines(tmp_path / "q.jsonl", make_line(q="So\u031b\u0309 na\u0300o?"))
    assert read_questions(path)[0].q == "Sở nào?"


def test_a_line_separator_inside_a_question_does_not_end_the_line(tmp_path):
    path = write_lines(tmp_path / "q.jsonl", make_line(q="Ai\u2028chủ trì?"))
    assert read_questions(path)[0].q == "Ai\u2028chủ trì?"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "q-2", "q": ', "JSON"),
        ("câu hỏi", "JSON"),
        ({"type": "lead"}, "sai kiểu"),
        (make_line("q-2", must="b"), "sai kiểu"),
        (make_line("q-2", answer=["c"]), "sai kiểu"),
        (make_line("q-1"), "đã dùng ở dòng 1"),
        (make_line("q-2", q="  "), "để trống"),
        (make_line("q-2", abstain=True), "phải từ chối"),
        (make_line("q-2", src=[]), "tệp nguồn"),
        (make_line("q-2", must=[" "]), "để trống"),
        (make_line("q-2", answer=[[]]), "để trống"),
    ],
)
def test_a_malformed_line_is_named_with_the_reason(tmp_path, line, why):
    path = write_lines(tmp_path / "q.jsonl", make_line("q-1"), "", line)
    with pytest.raises(QuestionFileError, match=rf"Dòng 3 .*{why}"):
        read_questions(path)


def test_a_missing_an_empty_and_a_legacy_encoded_file_are_each_told_apart(tmp_path):
    with pytest.raises(QuestionFileError, match="Không thấy tệp"):
        read_questions(tmp_path / "none.jsonl")
    with pytest.raises(QuestionFileError, match="chưa có câu hỏi"):
        read_questions(write_lines(tmp_path / "empty.jsonl", "", " "))
    (tmp_path / "legacy.jsonl").write_bytes(b'{"id": "a\xb5"}\n')
    with pytest.raises(QuestionFileError, match=r"UTF-8 .*byte 9"):
        read_questions(tmp_path / "legacy.jsonl")
    with pytest.raises(QuestionFileError, match="Không mở được"):
        read_questions(tmp_path)


# --- What is right -----------------------------------------------------------------------------


def test_a_quote_is_right_whatever_its_form_capitals_and_white_space():
    decomposed = "QUY\u0301 I I"
    assert is_right(make_citation(), make_question(must=(decomposed, "sở  xây dựng")))


def test_a_quote_without_one_of_the_strings_or_from_another_source_is_wrong():
    assert not is_right(make_citation(), make_question(must=("Quý II", "Sở Tài chính")))
    assert not is_right(make_citation(source="b.txt"), make_question())


@pytest.mark.parametrize(("differs", "right"), [(False, True), (True, False)])
def test_another_copy_counts_as_the_source_only_when_it_says_the_same(differs, right):
    copy = AlsoIn(source="a.txt", start=0, end=1, differs=differs)
    assert is_right(make_citation(source="b.txt", also_in=(copy,)), make_question()) is right


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("sở xây dựng, xã THANH AN", True),
        ("Sở Xây dựng", False),
        ("Thanh An", False),
        ("Sở Xây dựng, Thanh An" + "." * 379, True),
        ("Sở Xây dựng, Thanh An" + "." * 380, False),
        (None, False),
    ],
)
def test_an_answer_holds_one_alternative_of_each_group_within_400_characters(answer, right):
    assert holds_answer(answer, make_question(answer=(("Sở Xây dựng",), ("phường Thanh An", "Thanh An")))) is right


def test_an_outcome_is_right_with_a_right_first_citation_and_a_right_answer():
    assert outcome_of(make_question(), make_answer()).right
    second = outcome_of(make_question(), make_answer("Sở Xây dựng", "6\tQuy hoạch", QUOTE))
    assert (second.rank, second.answer_right, second.right) == (2, True, False)
    wrong = outcome_of(make_question(), make_answer("Sở Tài chính"))
    assert (wrong.rank, wrong.answer_right, wrong.right) == (1, False, False)


def test_a_refusal_of_an_answerable_question_keeps_its_rank_and_is_not_right():
    outcome = outcome_of(make_question(answer=()), make_answer(None))
    assert (outcome.rank, outcome.answer_right, outcome.right) == (1, None, False)


def test_a_question_to_abstain_from_is_right_when_refused_and_has_no_rank():
    assert outcome_of(make_abstention(), make_answer(None)).right
    answered = outcome_of(make_abstention(), make_answer("28 m²"))
    assert (answered.right, answered.rank, answered.answer_right) == (False, None, None)


def test_a_quote_that_is_no_slice_is_seen_also_in_a_conflict():
    conflict = Conflict(value="x", citation=make_citation("khác hẳn"))
    outcome = outcome_of(make_question(), make_answer(conflicts=(conflict,)))
    assert [cited.is_slice for cited in outcome.citations] == [True, False]
    assert outcome.rank == 1


def test_a_conflicting_citation_is_never_ranked():
    conflict = Conflict(value="x", citation=make_citation())
    assert outcome_of(make_question(), make_answer("Sở Xây dựng", "sai", conflicts=(conflict,))).rank is None


# --- The report --------------------------------------------------------------------------------


def make_report():
    """Six questions: rank 1, its twin at rank 2, not found, refused wrongly; one refused, one answered."""
    cases = [
        (make_question("a"), make_answer()),
        (make_question("a-u", style="unaccented", twin="a"), make_answer("Sở Xây dựng", "sai", QUOTE)),
        (make_question("b", type="figure"), make_answer("28 m²", "sai")),
        (make_question("c", type="figure"), make_answer(None)),
        (make_abstention("x"), make_answer(None)),
        (make_abstention("y", twin="x", style="unaccented"), make_answer("12")),
    ]
    questions = [Question(**{**fields_of(q), "q": f"Câu {q.id}?"}) for q, _ in cases]
    library = FakeLibrary({f"Câu {q.id}?": answer for q, answer in cases})
    return evaluate_questions(library, questions)


def fields_of(question: Question) -> dict:
    return {name: getattr(question, name) for name in Question.__slots__}


def test_measures_over_all_are_those_counted_by_hand():
    total = make_report().total
    assert (total.questions, total.answerable) == (6, 4)
    assert (total.recall_1, total.recall_3, total.recall_5) == (0.5, 0.75, 0.75)
    assert total.mrr == pytest.approx((1 + 0.5 + 0 + 1) / 4)
    assert total.answers == 0.5
    assert (total.abstained, total.abstained_rightly, total.refused) == (0.5, 0.5, 0.25)
    assert total.answer_length == pytest.approx((11 + 11 + 5 + 2) / 4)
    assert total.slices == pytest.approx(5 / 7)


def test_groups_stand_in_the_order_of_the_file_and_empty_measures_are_none():
    report = make_report()
    assert [(m.group, m.questions) for m in report.by_type] == [("lead", 2), ("figure", 2), ("abstain", 2)]
    assert [(m.group, m.questions) for m in report.by_style] == [("accented", 4), ("unaccented", 2)]
    abstain = report.by_type[2]
    assert (abstain.recall_1, abstain.mrr, abstain.answers, abstain.refused) == (None, None, None, None)


def test_twins_compare_only_answerable_pairs():
    twins = make_report().twins
    assert (twins.pairs, twins.recall_1, twins.recall_1_twin) == (1, 1.0, 0.0)


def test_progress_counts_the_questions():
    told = []
    library = FakeLibrary({"Ai chủ trì?": make_answer()})
    evaluate_questions(library, [make_question("a"), make_question("b")], progress=lambda *step: told.append(step[1:]))
    assert told == [(1, 2), (2, 2)]


def test_the_table_shows_each_group_and_each_wrong_question_with_what_is_wrong():
    table = questions_table(make_report())
    lines = table.splitlines()
    assert lines[0] == "6 câu hỏi: 4 câu có lời đáp, 2 câu phải từ chối"
    row = next(line.split() for line in lines if line.startswith("Tất cả"))
    assert row[2:] == ["6", "50,0%", "75,0%", "75,0%", "0,625", "50,0%", "50,0%", "25,0%", "7"]
    assert any(line.startswith("  chỉ tiêu") for line in lines)
    assert "Chưa đúng (4 câu)" in lines
    after = {line.strip().split(":")[0]: lines[n + 1].strip() for n, line in enumerate(lines) if "Câu " in line}
    assert after["a-u"] == "căn cứ đúng đứng thứ 2 → Sở Xây dựng"
    assert after["b"] == "không có căn cứ đúng; lời đáp sai → 28 m²"
    assert after["c"] == "từ chối nhầm (không thấy căn cứ) → (không có lời đáp)"
    assert after["y"] == "lẽ ra phải từ chối → 12"


def test_the_json_holds_measures_and_each_outcome_and_is_the_same_each_time():
    text = as_json(make_report())
    assert text == as_json(make_report())
    report = json.loads(text)
    assert report["total"]["recall_1"] == 0.5
    first = report["outcomes"][0]
    assert (first["id"], first["right"], first["reason"]) == ("a", True, None)
    assert first["citations"][0]["locator"] == ["Phụ lục", "STT 6"]


def test_columns_are_aligned_and_a_lone_cell_widens_none():
    assert align([["", "R@1"], ["một tiêu đề dài"], ["ab", "5"]]) == "    R@1\nmột tiêu đề dài\nab    5"


# --- Measures ----------------------------------------------------------------------------------


def make_run(seed: int) -> tuple[list[str], dict[str, int]]:
    """A ranking of up to 14 documents and grades 0 to 3 for up to 8, at least one relevant."""
    chance = random.Random(seed)
    documents = [f"d{n}" for n in range(20)]
    grades = {doc: chance.randint(0, 3) for doc in chance.sample(documents, chance.randint(1, 8))}
    grades[next(iter(grades))] = chance.randint(1, 3)
    return chance.sample(documents, chance.randint(0, 14)), grades


@pytest.mark.parametrize("seed", range(40))
def test_measures_agree_with_ir_measures(seed):
    ranking, grades = make_run(seed)
    relevant = {doc: grade for doc, grade in grades.items() if grade > 0}
    # Distinct falling scores; a document nobody judged stands in for an empty run.
    scores = {doc: float(100 - n) for n, doc in enumerate(ranking)} or {"none": 1.0}
    wanted = [R @ 1, R @ 5, R @ 10, RR @ 10, nDCG @ 10]
    oracle = ir_measures.calc_aggregate(wanted, {"q": grades}, {"q": scores})
    for k in (1, 5, 10):
        assert recall(ranking, relevant, k) == pytest.approx(oracle[R @ k])
    assert reciprocal_rank(first_rank(ranking, relevant), 10) == pytest.approx(oracle[RR @ 10])
    assert ndcg(ranking, relevant, 10) == pytest.approx(oracle[nDCG @ 10])


@given(st.lists(st.integers(0, 30), unique=True), st.sets(st.integers(0, 30), min_size=1), st.integers(1, 12))
def test_measures_stay_between_0_and_1_and_grow_with_depth(ranking, relevant, k):
    ids, wanted = [str(n) for n in ranking], {str(n) for n in relevant}
    rank = first_rank(ids, wanted)
    assert 0 <= recall(ids, wanted, k) <= recall(ids, wanted, k + 1) <= 1
    assert 0 <= reciprocal_rank(rank, k) <= reciprocal_rank(rank, k + 1) <= 1
    assert 0 <= ndcg(ids, dict.fromkeys(wanted, 1), k) <= 1 + 1e-9


def test_the_mean_of_nothing_is_none_and_of_shares_is_exact():
    assert mean([]) is None
    assert mean([0.1] * 10) == pytest.approx(0.1)
    assert ndcg(["a"], {}, 10) == 0.0


def test_bare_text_forgets_form_capitals_and_white_space_but_no_mark():
    assert bare(" Quy\u0301 \n II\t") == "quýii"
    assert bare("quy ii") != bare("quý ii")


# --- BEIR folders ------------------------------------------------------------------------------


def make_beir(folder: Path, *, answers: bool = True) -> Path:
    texts = {"p0": "Sở Xây dựng chủ trì quy hoạch", "p1": "Đạt 308 điểm", "p2": "Ngày 8/6/2022"}
    metadata = {"metadata": {"answers": ["308"], "url": "x"}} if answers else {"metadata": {}}
    write_lines(folder / "corpus.jsonl", *({"_id": k, "title": None, "text": v} for k, v in texts.items()))
    write_lines(
        folder / "queries.jsonl",
        {"_id": "q0", "text": "Đội đạt mấy Điểm?", **metadata},
        {"_id": "unjudged", "text": "Không ai chấm"},
        {"_id": "q1", "text": "Ai chủ trì?"},
    )
    write_lines(folder / "qrels" / "test.tsv", "query-id\tcorpus-id\tscore", "q0\tp1\t1", "q1\tp0\t2", "q1\tp2\t0")
    return folder


def test_a_beir_folder_gives_its_corpus_and_the_queries_that_are_judged(tmp_path):
    data = read_beir(make_beir(tmp_path / "test-set"))
    assert data.name == "test-set"
    assert data.corpus[1] == Text("p1", "", "Đạt 308 điểm")
    assert [(q.query_id, q.grades, q.answers) for q in data.queries] == [
        ("q0", {"p1": 1}, ("308",)),
        ("q1", {"p0": 2}, ()),
    ]


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("corpus.jsonl", [{"_id": "p0", "text": "a"}, {"text": "b"}], "Dòng 2 .*corpus.jsonl"),
        ("corpus.jsonl", [{"_id": "p0", "text": "a"}, {"_id": "p0", "text": "b"}], "Dòng 2 .*đã dùng ở dòng 1"),
        ("queries.jsonl", [{"_id": "q0", "text": 5}], "Dòng 1 .*queries.jsonl"),
        ("queries.jsonl", [{"_id": "other", "text": "a"}], "không có câu hỏi nào được chấm"),
        ("qrels/test.tsv", ["query-id\tcorpus-id\tscore", "q0 p1 1"], "Dòng 2 .*ba cột"),
        ("qrels/test.tsv", ["q0\tp1\tcao"], "Dòng 1 .*số nguyên"),
    ],
)
def test_a_beir_file_that_does_not_fit_is_named(tmp_path, name, lines, message):
    folder = make_beir(tmp_path)
    write_lines(folder / name, *lines)
    with pytest.raises(QuestionFileError, match=message):
        read_beir(folder)


def test_a_folder_that_is_no_beir_folder_names_the_file_it_lacks(tmp_path):
    with pytest.raises(QuestionFileError, match=r"Không thấy tệp .*corpus\.jsonl"):
        read_beir(tmp_path)


def run_fake(data, *, unaccented: bool = False, answer: str | None = "Đạt 308 điểm"):
    questions = ["doi dat may diem?", "ai chu tri?"] if unaccented else ["Đội đạt mấy Điểm?", "Ai chủ trì?"]
    rankings = {questions[0]: ["p2", "p1"], questions[1]: ["p0", "p0", "p1"]}
    library = FakeLibrary(dict.fromkeys(questions, make_answer(answer)), rankings)
    return run_queries(library, data, unaccented=unaccented), library


def test_a_beir_run_measures_the_ranking_and_the_answers(tmp_path):
    report, library = run_fake(read_beir(make_beir(tmp_path)))
    assert [depth for _, depth in library.searched] == [10, 10]
    assert (report.documents, report.queries) == (3, 2)
    assert (report.recall_1, report.recall_5, report.mrr_10) == (0.5, 1.0, 0.75)
    assert (report.answers, report.refused) == (1.0, 0.0)
    assert report.outcomes[1].ranking == ("p0", "p1")
    assert [outcome.answer_right for outcome in report.outcomes] == [True, None]


def test_an_abstention_counts_as_no_right_answer(tmp_path):
    report, _ = run_fake(read_beir(make_beir(tmp_path)), answer=None)
    assert (report.answers, report.refused) == (0.0, 1.0)


def test_unaccented_questions_are_asked_in_small_letters_without_marks(tmp_path):
    report, library = run_fake(read_beir(make_beir(tmp_path)), unaccented=True)
    assert library.searched[0][0] == "doi dat may diem?"
    assert report.unaccented
    assert report.outcomes[0].answer_right


def test_a_question_too_long_to_ask_finds_nothing(tmp_path):
    folder = make_beir(tmp_path)
    write_lines(folder / "queries.jsonl", {"_id": "q0", "text": "a" * 2001})
    report = run_queries(FakeLibrary({}), read_beir(folder))
    assert (report.recall_10, report.outcomes[0].rank) == (0.0, None)


def test_the_beir_table_and_json_leave_out_answers_that_nobody_gave(tmp_path):
    report, _ = run_fake(read_beir(make_beir(tmp_path / "bo-thu", answers=False)))
    table = beir_table(report)
    assert table.splitlines()[0] == "bo-thu: 2 câu hỏi trên 3 đoạn văn, câu hỏi nguyên văn"
    assert "50,0%" in table
    assert "đáp án" not in table
    assert json.loads(as_json(report))["answers"] is None


def test_the_kept_index_is_known_by_corpus_order_and_model():
    one, two = Text("1", "", "a"), Text("2", "", "b")
    keys = {
        cache_key([one, two], "m"),
        cache_key([two, one], "m"),
        cache_key([one], "m"),
        cache_key([one, two], "n"),
        cache_key([Text("1", "a", ""), two], "m"),
    }
    assert len(keys) == 5
    assert cache_key([one, two], "m") == cache_key([one, two], "m")


def test_the_whole_corpus_is_indexed_once_under_its_key(tmp_path, monkeypatch):
    built = []

    def build(texts, index_dir, *, model, progress):
        built.append((tuple(texts), index_dir))

    class Opened:
        @staticmethod
        def open(index_dir, *, model):
            rankings = {"Đội đạt mấy Điểm?": ["p1"], "Ai chủ trì?": ["p0"]}
            return FakeLibrary(dict.fromkeys(rankings, make_answer("308")), rankings)

    monkeypatch.setattr(pipeline, "build_text_index", build, raising=False)
    monkeypatch.setattr(pipeline, "Library", Opened)
    folder = make_beir(tmp_path / "beir")
    report = evaluate_beir(folder, cache_dir=tmp_path / "cache", model="m")
    assert report.recall_1 == 1.0
    corpus = read_beir(folder).corpus
    assert built == [(corpus, tmp_path / "cache" / cache_key(corpus, "m"))]
