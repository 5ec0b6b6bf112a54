"""The shipped directives changed on purpose: answers follow the text, vanish with it, and hear how they are asked.

Several places are changed in one corpus, so that few indexes are built; unchanged passages are not embedded again.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests_builders import Remembering, faults_of_citing, typed_otherwise
from tracuu.evaluate import Question, read_questions
from tracuu.evaluate.questions import holds_answer
from tracuu.pipeline import Library, build_index
from tracuu.text import squeeze
from tracuu.types import Citation, Reason

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.built.judging import holds

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
PLAN_39 = ("ke-hoach-39-dien-bien.txt", "cong-van-584-sinh-phinh.txt")
LETTER = ("cong-van-584-sinh-phinh.txt",)
LAI_CHAU = ("ke-hoach-2233-lai-chau.txt",)
HA_TINH = ("chuong-trinh-hanh-dong-ha-tinh.txt",)


class Fact(NamedTuple):
    """A value that a line of the corpus states.

    ``line`` is how the line begins or, when nothing else would find it, holds; ``value`` stands in the answer;
    ``old`` in the line is written anew as ``new``, which holds ``instead``. ``elsewhere`` is what another line of
    the same document says to the question, when one does: without its own line that is the answer.
    """

    name: str
    question: str
    files: tuple[str, ...]
    line: str
    value: str
    old: str
    new: str
    instead: str
    elsewhere: str = ""


FACTS = (
    Fact(
        "lead of a row", "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?", PLAN_39,
        "6\tQuy hoạch đô thị Điện Biên Phủ", "Thanh An",
        "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An", "Sở Nội vụ", "Sở Nội vụ",
    ),
    Fact(
        "deadline of a row", "Việc rà soát, điều chỉnh quy hoạch chung các xã, phường phải xong khi nào?", PLAN_39,
        "5\tRà soát, điều chỉnh quy hoạch chung", "Quý III/năm 2026", "Quý III/năm 2026", "Quý I/năm 2027", "2027", elsewhere="trong năm 2026",
    ),
    Fact(
        "coordinating in a row", "Cơ quan nào phối hợp ban hành quy chế quản lý kiến trúc đô thị của tỉnh Điện Biên?",
        PLAN_39, "4\tTriển khai ban hành quy chế", "Sở Tư pháp", "Sở Tư pháp", "Sở Ngoại vụ", "Sở Ngoại vụ",
    ),
    Fact(
        "supervising in a row", "Cấp ủy nào theo dõi, chỉ đạo công tác kiểm tra, giám sát trong phụ lục Kế hoạch 39?",
        PLAN_39, "10\tCông tác kiểm tra, giám sát", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy",
        "Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy",
    ),
    Fact(
        "agency in the point above a dash",
        "Sở nào ở Lai Châu chủ trì rà soát nhu cầu sắp xếp, bố trí ổn định dân cư vùng có nguy cơ thiên tai?",
        LAI_CHAU, "- Chủ trì phối hợp với các sở, ban, ngành và địa phương rà soát, xác định nhu cầu",
        "Sở Nông nghiệp và Môi trường", "a) Sở Nông nghiệp và Môi trường\n", "a) Sở Nội vụ\n", "Sở Nội vụ",
        elsewhere="Sở Nông nghiệp và Môi trường",  # the next dash gives the same body the settling of people
    ),
    Fact(
        "lead of a clause", "Ở Lai Châu cơ quan nào phải tổ chức nắm tình hình, đấu tranh, xử lý nghiêm hành vi khai thác "
        "trái phép đất hiếm?", LAI_CHAU, "b) Công an tỉnh: Tổ chức nắm tình hình", "Công an tỉnh",
        "b) Công an tỉnh: Tổ chức", "b) Thanh tra tỉnh: Tổ chức", "Thanh tra tỉnh",
    ),
    Fact(
        "deadline in a dash", "Các trường nội trú xã biên giới Lai Châu khởi công năm 2025 phải hoàn thành tháng mấy?",
        LAI_CHAU, "- Chủ trì, phối hợp với chủ đầu tư và các sở, ngành có liên quan rà soát tiến độ", "tháng 8/2026",
        "trong tháng 8/2026", "trong tháng 11/2026", "11/2026",
    ),
    Fact(
        "deadline of reporting", "Các sở, ngành Lai Châu gửi báo cáo kết quả qua Sở Tài chính trước ngày nào?", LAI_CHAU,
        "1. Các sở, ban, ngành tỉnh, UBND các xã, phường căn cứ nội dung Kế hoạch này", "10/4/2026", "10/4/2026",
        "25/6/2026", "25/6/2026",
    ),
    Fact(
        "figure in a dash", "Theo Kế hoạch 39, tỷ lệ đô thị hóa toàn tỉnh Điện Biên đến năm 2030 đạt bao nhiêu?", PLAN_39,
        "- Tỷ lệ đô thị hóa toàn tỉnh đạt 32%", "32%", "đạt 32%", "đạt 37%", "37%",
    ),
    Fact(
        "figure with a unit", "Theo Kế hoạch 39, diện tích sàn nhà ở bình quân đầu người đô thị là bao nhiêu?", PLAN_39,
        "- Diện tích sàn nhà ở bình quân đầu người", "28", "đạt 28 m", "đạt 29 m", "29",
    ),
    Fact(
        "figure of one of two years", "Đến năm 2030, tỷ lệ đô thị hóa của Hà Tĩnh đạt trên bao nhiêu?", HA_TINH,
        "- Tỷ lệ đô thị hóa đến năm 2025", "45%", "đạt trên 45%", "đạt trên 47%", "47%",
    ),
    Fact(
        "lead in a sentence", "Cơ quan nào ở Hà Tĩnh chủ trì theo dõi, đôn đốc thực hiện chương trình hành động?", HA_TINH,
        "6. Văn phòng Tỉnh ủy chủ trì", "Văn phòng Tỉnh ủy", "6. Văn phòng Tỉnh ủy chủ trì",
        "6. Ban Nội chính Tỉnh ủy chủ trì", "Ban Nội chính Tỉnh ủy",
    ),
    Fact(
        "lead in a bold point", "Ban nào chủ trì tham mưu Ban Thường vụ Đảng ủy xã Sính Phình đẩy mạnh tuyên truyền?",
        LETTER, "**3.** Ban Xây dựng Đảng chủ trì", "Ban Xây dựng Đảng", "Ban Xây dựng Đảng chủ trì",
        "Ủy ban Kiểm tra Đảng ủy chủ trì", "Ủy ban Kiểm tra Đảng ủy",
    ),
    Fact(
        "signatory", "Ai ký Công văn 584-CV/ĐU?", LETTER, "**Hạng Xuân Thắng**", "Hạng Xuân Thắng", "Hạng Xuân Thắng",
        "Trần Văn Kiên", "Trần Văn Kiên",
    ),
    Fact(
        "date of issue", "Kế hoạch 2233/KH-UBND ban hành ngày nào?", LAI_CHAU, "Lai Châu, ngày 30 tháng 3 năm 2026",
        "30 tháng 3 năm 2026", "ngày 30 tháng 3 năm 2026", "ngày 21 tháng 5 năm 2026", "21 tháng 5 năm 2026",
    ),
)  # fmt: skip
NAMES = [fact.name for fact in FACTS]
# Rows 3 and 9, 5 and 8 of the annex: label and tasks before, as asked after they have changed places.
SWAPS = (("3\t", "9\t"), ("5\t", "8\t"))
SWAPPED = (
    "Nhiệm vụ tăng cường nhận thức, đổi mới tư duy về công tác quy hoạch do ai chủ trì?",
    "Ai chủ trì việc bảo vệ môi trường và nâng cao khả năng chống chịu của đô thị?",
    "Việc rà soát, điều chỉnh quy hoạch chung các xã, phường phải xong khi nào?",
    "Cơ quan nào chủ trì phát triển nhà ở, hạ tầng đô thị và quản lý thị trường bất động sản ở Điện Biên?",
    "Cơ quan nào phối hợp bảo vệ môi trường, nâng cao khả năng chống chịu của đô thị?",
)


# --- Changed corpora ---------------------------------------------------------------------------


def changed(folder: Path, index: Path, change: Callable[[str, str], str]) -> Library:
    """The library of the corpus as ``change`` (name, text) leaves it."""
    shutil.copytree(CORPUS, folder / "corpus", copy_function=shutil.copyfile)
    shutil.copytree(index, folder / "index")
    for path in (folder / "corpus").glob("*.txt"):
        path.write_text(change(path.name, path.read_text(encoding="utf-8")), encoding="utf-8")
    build_index(folder / "corpus", folder / "index")
    return Library.open(folder / "index")


def delete(name: str, text: str) -> str:
    """Without the lines of all facts."""
    for fact in FACTS:
        if name in fact.files:
            kept = [line for line in text.split("\n") if not line.startswith(fact.line)]
            assert len(kept) < len(text.split("\n")), fact.name
            text = "\n".join(kept)
    return text


def rewrite(name: str, text: str) -> str:
    """With the new value of every fact; the agency above a dash stands outside its line."""
    for fact in FACTS:
        if name not in fact.files:
            continue
        start = text.index("\n" + fact.line)
        before = text.rfind(fact.old, 0, start) if fact.old.endswith("\n") else text.index(fact.old, start)
        assert before >= 0, fact.name
        text = text[:before] + fact.new + text[before + len(fact.old) :]
    return text


def swap(name: str, text: str) -> str:
    """With the rows of the annex in another order."""
    rows = text.split("\n")
    for labels in SWAPS if name in PLAN_39 else ():
        a, b = (next(i for i, row in enumerate(rows) if row.startswith(label)) for label in labels)
        rows[a], rows[b] = rows[b], rows[a]
    return "\n".join(rows)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory, corpus_index: Path) -> Library:
    return changed(tmp_path_factory.mktemp("without"), corpus_index, delete)


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory, corpus_index: Path) -> Library:
    return changed(tmp_path_factory.mktemp("rewritten"), corpus_index, rewrite)


@pytest.fixture(scope="module")
def swapped(tmp_path_factory: pytest.TempPathFactory, corpus_index: Path) -> Library:
    return changed(tmp_path_factory.mktemp("swapped"), corpus_index, swap)


@pytest.mark.parametrize("fact", FACTS, ids=NAMES)
def test_the_value_is_answered_from_its_line(library: Library, fact: Fact) -> None:
    answer = library.ask(fact.question)
    assert holds(answer.answer or "", fact.value), answer.answer
    assert answer.citations[0].source in fact.files
    assert said_in(answer.citations[0], fact.value)


@pytest.mark.parametrize("fact", FACTS, ids=NAMES)
def test_without_its_line_the_value_is_not_answered(
    without: Library, fact: Fact, request: pytest.FixtureRequest
) -> None:
    if fact.name == "figure of one of two years":
        request.applymarker(pytest.mark.xfail(reason="another rate of its list is answered", strict=True))
    answer = without.ask(fact.question)
    (nearest, *_) = answer.citations  # given with an abstention too
    if not fact.elsewhere:
        assert (answer.answer, answer.confidence) == (None, 0.0)
        assert answer.reason in {Reason.NO_EVIDENCE, Reason.OTHER_SUBJECT}
        return
    assert fact.elsewhere in (answer.answer or "")
    assert nearest.source in fact.files
    assert said_in(nearest, fact.elsewhere)
    assert squeeze(fact.line) not in squeeze(nearest.quote)


@pytest.mark.parametrize("fact", FACTS, ids=NAMES)
def test_the_answer_follows_the_line(rewritten: Library, fact: Fact) -> None:
    answer = rewritten.ask(fact.question)
    assert holds(answer.answer or "", fact.instead), answer.answer
    assert not holds(answer.answer or "", fact.value), answer.answer
    assert answer.citations[0].source in fact.files
    assert said_in(answer.citations[0], fact.instead)


def said_in(citation: Citation, value: str) -> bool:
    """Whether a citation says a value, in its quote or in a heading above it."""
    return any(holds(text, value) for text in (citation.quote, *citation.headings))


@pytest.mark.parametrize("question", SWAPPED)
def test_rows_that_change_places_change_no_answer(library: Library, swapped: Library, question: str) -> None:
    before, after = library.ask(question), swapped.ask(question)
    assert before.answer is not None
    assert after.answer == before.answer
    assert after.citations[0].quote.split() == before.citations[0].quote.split()
    assert swapped.source(PLAN_39[0]).text != library.source(PLAN_39[0]).text


# --- Ways of typing ----------------------------------------------------------------------------


def tune() -> tuple[Question, ...]:
    return tuple(read_questions(ROOT / "evaluation" / "tune.jsonl"))


def typed_with_care() -> list[Question]:
    """Forty questions of all types, typed with all marks."""
    whole = [q for q in tune() if q.style == "accented"]
    return [whole[i * len(whole) // 40] for i in range(40)]


@pytest.fixture(scope="module")
def shipped(library: Library) -> Library:
    """The shipped library with a model that is asked for each text once."""
    return Library(library.index, Remembering(library.embedder))


# Known gaps: a sentence or value near the threshold that is another one, or none, when the marks are guessed.
OTHERWISE_WITHOUT_MARKS = {"t-coordinate-03", "t-figure-15", "t-free-02"}


@pytest.mark.parametrize("question", typed_with_care(), ids=lambda q: q.id)
def test_the_way_of_typing_changes_no_answer(
    shipped: Library, question: Question, request: pytest.FixtureRequest
) -> None:
    if question.id in OTHERWISE_WITHOUT_MARKS:
        request.applymarker(pytest.mark.xfail(reason="near the threshold without marks", strict=True))
    assert typed_otherwise(shipped, question.q, answered=not question.abstain) == {}


# Refused although there is an answer: misspelt thrice, typed without marks, and four of the twelve that came from
# look-once.jsonl, where they had failed too.
LOST = {"t-supervise-04", "t-free-09", "t-figure-16", "t-task-09", "t-task-10", "t-free-13"}
# Likewise from there: answered with less than was asked, or with what stands beside it. What is told begins so.
BESIDE = {
    "t-supervise-05": "Tăng cường vai trò của Mặt trận Tổ quốc",
    "t-figure-15": "18 đô thị loại V (đến năm 2030)",
    "t-recipients-03": "Phòng Công tác Đảng, công tác chính trị, Công an tỉnh",
    "t-free-11": "Tập trung đẩy nhanh tiến độ hoàn thiện hồ sơ các dự án giao thông trọng điểm",
    "t-free-12": "Các cơ quan tham mưu, giúp việc Đảng ủy",
}


def test_questions_get_their_answers_and_refusals(shipped: Library) -> None:
    told = {q.id: shipped.ask(q.q).answer for q in tune()}
    wrong = {q.id for q in tune() if (told[q.id] is not None if q.abstain else not holds_answer(told[q.id], q))}
    assert wrong == LOST | BESIDE.keys()
    assert [q for q, begins in BESIDE.items() if not (told[q] or "").startswith(begins)] == []
    assert {told[lost] for lost in LOST} == {None}


ANSWERED = {q.q: not q.abstain and q.id not in LOST for q in tune()}
ANSWERED |= dict.fromkeys((*(fact.question for fact in FACTS), *SWAPPED), True)


def test_every_answer_is_short_and_made_of_what_it_cites(shipped: Library) -> None:
    faults = {q: faults_of_citing(shipped, q, answered=answered) for q, answered in ANSWERED.items()}
    assert {q: found for q, found in faults.items() if found} == {}
