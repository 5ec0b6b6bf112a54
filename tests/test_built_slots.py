"""Built directives of other provinces, levels, kinds and table shapes: who, when, how much, and nothing invented."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.built.asking import WORDINGS
from benchmarks.built.cases import STYLES, make_cases
from benchmarks.built.generator import make_corpus
from benchmarks.built.judging import Verdict, holds, judge, uncovered
from benchmarks.built.records import Case, Directive
from benchmarks.built.run import ask_all, open_corpus

from tracuu.types import Span

SEED = 7
# Small directives make some 15 searchable passages each, a tenth of a second a passage.
SIZE = 16
PER_DOCUMENT = 16


@pytest.fixture(scope="module")
def drawn() -> list[Directive]:
    return make_corpus(SEED, 60)


@pytest.fixture(scope="module")
def asked(drawn: list[Directive]) -> list[Case]:
    return make_cases(SEED, drawn, 35)


# --- The generator -----------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_directives_and_questions(drawn: list[Directive], asked: list[Case]) -> None:
    again = make_corpus(SEED, 60)
    assert [d.text for d in again] == [d.text for d in drawn]
    assert make_cases(SEED, again, 35) == asked
    assert make_corpus(SEED + 1, 3)[0].text != drawn[0].text


def test_shapes_kinds_levels_and_styles_all_occur(drawn: list[Directive], asked: list[Case]) -> None:
    layouts = [d.layout for d in drawn if d.layout]
    assert {len(layout.columns) for layout in layouts} == {3, 4, 5, 6, 7, 8}
    assert {layout.form for layout in layouts} == {"tab", "markdown", "html", "lines"}
    assert {layout.merged for layout in layouts} == {"stt" in layout.columns for layout in layouts} == {True, False}
    assert any(layout.page_break and layout.header_again for layout in layouts)
    assert any(layout.page_break and not layout.header_again for layout in layouts)
    assert len({d.kind for d in drawn}) == 8
    assert len({d.office.level for d in drawn}) == 8
    assert {case.style for case in asked} == set(STYLES)
    assert len(WORDINGS) >= 9


def test_what_an_answer_must_hold_is_printed_in_its_document(drawn: list[Directive], asked: list[Case]) -> None:
    texts = {d.file: d.text for d in drawn}
    broken = {d.file for d in drawn if d.damage}
    answerable = [case for case in asked if case.wanted and case.file not in broken]
    assert len(answerable) > 1000
    missing = [
        (case.question, group)
        for case in answerable
        for group in case.wanted
        if not any(holds(texts[case.file], form) for form in group)
    ]
    assert missing == []


def test_a_judge_knows_right_wrong_row_refusal_and_invention() -> None:
    case = Case(
        id="1", question="Ai chủ trì?", slot="lead", shape="", style="as is", file="a.txt",
        wanted=(("Sở Y tế",),), rivals=(("Sở Nội vụ", "row"), ("Sở Y", "row")),
    )  # fmt: skip
    nothing = Case(id="2", question="Ai?", slot="lead", shape="", style="as is", file="a.txt", wanted=(), why="none")
    assert judge(case, said("Sở  Y tế.")).outcome == "right"
    assert judge(case, said("Sở Y tế; Sở Nội vụ")).fault == "holds value of other row"
    assert judge(case, said("Sở Tài chính")).fault == "value missing"
    assert judge(case, said("Sở Y tế " + "và " * 150)).fault == "too long"
    assert judge(case, said(None)).outcome == "refused"
    assert judge(nothing, said("Sở Y tế")).outcome == "invented"
    assert judge(nothing, said(None)).outcome == "kept"
    assert not holds("trước ngày 15/6/2026", "6/2026")
    assert not holds("12.500 hộ", "12")


def test_an_answer_must_be_made_of_what_it_cites() -> None:
    cited = said("Sở Y tế; trước ngày 2/5", quote="1\tKiểm tra\t**Sở Y tế**\tTrước ngày  2/5")
    assert uncovered(cited, ("; ",)) is None
    assert uncovered(cited, (", ",)) == cited.answer
    assert uncovered(said("Sở Nội vụ", quote="Sở Y tế"), ("; ",)) == "Sở Nội vụ"
    woven = {"answer": "Sở Nội vụ", "quote": "Xét tuyển Sở Nội quý II\nviên chức vụ"}
    assert uncovered(said(**woven), ("; ",)) == "Sở Nội vụ"
    assert uncovered(said(**woven, highlights=(Span(10, 16), Span(34, 36))), ("; ",)) is None


def said(answer: str | None, *, quote: str = "", highlights: tuple[Span, ...] = ()):
    from tracuu.types import Answer, Citation

    citation = Citation(
        rank=1, source="a.txt", doc_id="a.txt", document=None, kind=None, issued=None, locator=(), quote=quote,
        start=0, end=len(quote), score=1.0, reference="",
        highlights=highlights,
    )  # fmt: skip
    return Answer(
        question="", answer=answer, abstained=answer is None, reason=None, confidence=1.0, citations=(citation,)
    )


# --- The product -------------------------------------------------------------------------------


class Asked:
    """What became of all questions of the sample."""

    def __init__(self, folder: Path) -> None:
        corpus = make_corpus(SEED, SIZE, small=True)
        cases = make_cases(SEED, corpus, PER_DOCUMENT)
        self.verdicts, self.loose = ask_all(open_corpus(corpus, folder), cases)

    def of(self, slot: str) -> list[Verdict]:
        return [v for v in self.verdicts if v.case.slot == slot and v.case.wanted]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("built"))


def lines(verdicts: list[Verdict]) -> str:
    return "\n".join(f"{v.fault}: {v.case.question}\n  {v.said}\n  wanted {v.case.wanted}" for v in verdicts)


@pytest.mark.parametrize(
    "slot",
    ["lead", "coordinating", "supervising", "deadline", "figure", "signatory", "issued_on", "symbol", "issuer",
     "recipients", "tasks"],
)  # fmt: skip
def test_an_answer_holds_the_value_of_its_row_and_no_other(sample: Asked, slot: str) -> None:
    verdicts = sample.of(slot)
    wrong = [v for v in verdicts if v.outcome == "wrong"]
    given = [v for v in verdicts if v.outcome != "refused"]
    assert len(verdicts) >= 3
    assert len(given) >= 0.9 * len(verdicts), lines([v for v in verdicts if v.outcome == "refused"])
    assert len(wrong) <= 0.01 * len(given), f"{len(wrong)} of {len(given)}\n{lines(wrong)}"


def test_what_no_directive_says_is_not_invented(sample: Asked) -> None:
    nothing = [v for v in sample.verdicts if not v.case.wanted]
    invented = [v for v in nothing if v.outcome == "invented"]
    assert len(Counter(v.case.why for v in nothing)) >= 8
    assert not invented, f"{len(invented)} of {len(nothing)}\n{lines(invented)}"


def test_answers_are_made_of_what_they_cite(sample: Asked) -> None:
    assert sample.loose == []
