"""Answers over the real corpus: what is said, what it rests on, and what is not answered."""

import re
import unicodedata

import pytest

from tracuu import vi
from tracuu.pipeline import QUESTION_LIMIT, Library
from tracuu.text import fold, squeeze
from tracuu.types import Answer, Filters, Reason

MISSION = "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
LEAD = "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An"


def first_quote(answer: Answer) -> str:
    return squeeze(answer.citations[0].quote)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (MISSION, LEAD),
        ("Khi nào phải hoàn thành quy hoạch đô thị Điện Biên Phủ?", "Quý II/năm 2026"),
        ("Ai theo dõi, chỉ đạo nhiệm vụ quy hoạch đô thị Điện Biên Phủ?", "Đảng ủy UBND tỉnh"),
        ("Cơ quan nào phối hợp quy hoạch đô thị Điện Biên Phủ?", "các Sở, ban, ngành, địa phương liên quan"),
    ],
)
def test_the_row_answers_who_leads_by_when_and_who_watches(library: Library, question: str, expected: str) -> None:
    answer = library.ask(question)
    assert answer.answer == expected
    assert answer.citations[0].document == "39-KH/TU"
    assert answer.citations[0].locator == ("Phụ lục", "STT 6")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Số đô thị loại V của Hà Tĩnh năm 2030?", "18 đô thị loại V (đến năm 2030)"),
        ("Số đô thị loại IV của Hà Tĩnh năm 2025?", "10 đô thị loại IV (năm 2025)"),
        (
            "Đô thị đóng góp bao nhiêu vào GRDP Hà Tĩnh năm 2030?",
            "Kinh tế khu vực đô thị đóng góp vào GRDP toàn tỉnh … khoảng 85% (vào năm 2030)",
        ),
    ],
)
def test_a_figure_begins_behind_what_the_one_before_says(library: Library, question: str, expected: str) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", MISSION),
        MISSION.upper(),
        fold(MISSION),
        MISSION.removesuffix("?") + " ạ?",
        "cho em hỏi " + MISSION.lower(),
    ],
)
def test_however_it_is_typed_the_answer_is_the_same(library: Library, typed: str) -> None:
    assert library.ask(typed).answer == LEAD


def test_a_copy_is_named_beside_the_citation_and_not_listed_again(library: Library) -> None:
    answer = library.ask(MISSION)
    assert [copy.source for copy in answer.citations[0].also_in] == ["cong-van-584-sinh-phinh.txt"]
    assert len({(c.source, c.start) for c in answer.citations}) == len(answer.citations)
    copy = answer.citations[0].also_in[0]
    text = library.source(copy.source).text
    assert (squeeze(text[copy.start : copy.end]) == first_quote(answer)) is not copy.differs


def test_every_quote_is_a_slice_of_its_source(library: Library) -> None:
    for question in (MISSION, "tỷ lệ đô thị hóa Hà Tĩnh năm 2030", "Ai ký kế hoạch 39?", "đất hiếm", "giá vé máy bay"):
        for citation in library.ask(question, top=20).citations:
            assert library.source(citation.source).text[citation.start : citation.end] == citation.quote


def test_every_word_of_an_answer_stands_in_its_source(library: Library) -> None:
    for question in (MISSION, "Hà Tĩnh đặt tỷ lệ đô thị hóa năm 2030 bao nhiêu?", "Sở Y tế phải làm gì?"):
        answer = library.ask(question)
        assert answer.answer
        sources = {c.source for c in answer.citations}
        text = " ".join(fold(squeeze(library.source(source).text.replace("*", ""))) for source in sources)
        pieces = re.split("|".join(map(re.escape, sorted(vi.JOINERS, key=len, reverse=True))), answer.answer)
        assert all(fold(piece).strip(" .") in text for piece in pieces)


@pytest.mark.parametrize(
    ("question", "expected", "quoted"),
    [
        ("Ai ký Kế hoạch 39-KH/TU?", "Lê Thành Đô", "Lê Thành Đô"),
        ("Kế hoạch 50-KH/TU ban hành ngày nào?", "08/6/2022", "50-KH/TU"),
        ("Hướng dẫn 81 ban hành ngày nào?", "10/4/2026", "81-HD/BTGDVTU"),
        ("Kế hoạch 2233 do ai ký?", "Hà Quang Trung", "Hà Quang Trung"),
        ("Số hiệu công văn của xã Sính Phình là gì?", "584-CV/ĐU", "584 -CV/ĐU"),
        ("Kết luận 224-KL/TW của Bộ Chính trị ra ngày nào?", "08/12/2025", "224-KL/TW"),
    ],
)
def test_what_a_document_says_of_itself(library: Library, question: str, expected: str, quoted: str) -> None:
    answer = library.ask(question)
    assert answer.answer is not None
    assert expected in answer.answer
    assert quoted in first_quote(answer)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Tỷ lệ đô thị hóa của Sơn La đến năm 2030 là bao nhiêu?", Reason.OTHER_SUBJECT),
        ("Tỷ lệ đô thị hóa của Lai Châu năm 2030 là bao nhiêu?", Reason.OTHER_SUBJECT),
        ("Kế hoạch số 77-KH/TU giao ai chủ trì?", Reason.OTHER_SUBJECT),
        ("Số ký hiệu chương trình hành động của Hà Tĩnh là gì?", Reason.NO_EVIDENCE),
        ("Giá xăng hôm nay bao nhiêu một lít?", Reason.NO_EVIDENCE),
        ("", Reason.BAD_QUESTION),
        ("?!", Reason.BAD_QUESTION),
        ("a" * (QUESTION_LIMIT + 1), Reason.BAD_QUESTION),
    ],
)
def test_what_the_directives_do_not_say_is_not_answered(library: Library, question: str, reason: Reason) -> None:
    answer = library.ask(question)
    assert answer.answer is None
    assert answer.abstained
    assert answer.reason is reason


def test_the_date_of_a_cited_document_is_no_deadline(library: Library) -> None:
    answer = library.ask("Các chi bộ xã Sính Phình phải báo cáo kết quả tuyên truyền trước ngày nào?")
    assert answer.answer is None


def test_filters_keep_to_their_documents(library: Library) -> None:
    found = library.search("quy hoạch đô thị", filters=Filters(place="Hà Tĩnh"))
    assert found
    assert {c.source for c in found} == {"chuong-trinh-hanh-dong-ha-tinh.txt"}
    assert library.search("quy hoạch đô thị", filters=Filters(place="Cà Mau")) == ()
    assert {c.kind for c in library.search("đô thị", filters=Filters(kind="hướng dẫn"))} == {"Hướng dẫn"}


def test_the_same_question_gives_the_same_answer(library: Library) -> None:
    first, second = library.ask(MISSION), library.ask(MISSION)
    assert (first.answer, first.citations, first.confidence) == (second.answer, second.citations, second.confidence)


def test_ranks_count_from_one_and_scores_fall_between_zero_and_one(library: Library) -> None:
    found = library.search("nhà ở xã hội", top=7)
    assert [c.rank for c in found] == list(range(1, 8))
    assert all(0 <= c.score <= 1 for c in found)


@pytest.mark.parametrize(
    "question",
    [
        "Theo Kế hoạch 2233, tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?",
        "Kế hoạch 2233: diện tích sàn nhà ở bình quân năm 2030 bao nhiêu m2?",
        "Theo Kế hoạch 2233, cơ quan nào chủ trì quy hoạch đô thị Điện Biên Phủ?",
    ],
)
def test_the_document_asked_about_must_answer_itself(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


@pytest.mark.parametrize(
    "question",
    [
        "Cơ quan nào không chủ trì quy hoạch đô thị Điện Biên Phủ?",
        "Ai ký?",
        "gửi cho ai",
        "ở đâu?",
        "2+2=?",
        "bao nhiêu m2?",
        "số bao nhiêu",
    ],
)
def test_a_question_about_nothing_gets_no_answer(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


def test_filters_bind_questions_about_a_document_too(library: Library) -> None:
    assert library.ask("Ai ký Kế hoạch 39?", filters=Filters(place="Hà Tĩnh")).answer is None
    assert library.ask("Ai ký Kế hoạch 39?", filters=Filters(place="Điện Biên")).answer == "Lê Thành Đô, Phó Bí thư"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Nghị quyết nào của Ủy ban Thường vụ Quốc hội quy định phân loại đơn vị hành chính? Cho xin số.",
            "111/2025/UBTVQH15",
        ),
        ("Số thông báo của Văn phòng Chính phủ mà Lai Châu triển khai?", "130/TB-VPCP"),
    ],
)
def test_a_document_that_is_only_described_is_found_where_it_is_cited(
    library: Library, question: str, expected: str
) -> None:
    assert library.ask(question).answer == expected
