"""Figures by season and unit, in prose and tables, and what two documents say differently; over built directives."""

import pytest

from build_directives import annex, closing, directive, head, task_table
from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library

PLAN = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 340/KH-UBND",
        place_date="Đồng Tháp, ngày 16 tháng 3 năm 2026",
    ),
    subject="Phát triển kinh tế tập thể tỉnh Đồng Tháp năm 2026",
    body="""I. CHỈ TIÊU

1. Quý II/2026 tổng sản lượng cá tra đạt 120 nghìn tấn.

2. Quý III/2026 tổng sản lượng cá tra đạt 145 nghìn tấn.

3. Cả năm 2026 thành lập mới 60 hợp tác xã; 6 tháng đầu năm 2026 thành lập mới 25 hợp tác xã.

4. Nạo vét 85 km kênh nội đồng trong năm 2026.

5. Mỗi xã có trên 10.000 dân bố trí 02 điểm thu gom vỏ chai thuốc.

6. Hỗ trợ 3,5 tỷ đồng cho tổ hợp tác trồng xoài.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Trí Quang"),
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2030"),
                rows=(
                    ("1", "Tỷ lệ hộ trồng sen có hợp đồng bao tiêu", "%", "38", "72"),
                    ("2", "Số kho lạnh", "kho", "9", "21"),
                ),
            ),
            name="Chỉ tiêu chủ yếu",
        )
    ],
)
PROGRAMME = directive(
    top=head(
        issuer="TỈNH ỦY ĐỒNG THÁP",
        symbol="Số 19-CTr/TU",
        place_date="Đồng Tháp, ngày 20 tháng 5 năm 2026",
        motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    ),
    title="CHƯƠNG TRÌNH HÀNH ĐỘNG",
    subject="Phát triển nông nghiệp sinh thái tỉnh Đồng Tháp",
    body="""1. Quý III/2026 tổng sản lượng cá tra đạt 150 nghìn tấn.

2. Năm 2026 thành lập mới 60 hợp tác xã.

3. Sở Khoa học và Công nghệ chủ trì xây dựng phần mềm nhật ký điện tử cho vùng trồng xoài.

4. Sở Công Thương chủ trì tổ chức tuần lễ xoài Cao Lãnh.

5. Đến năm 2030, tỷ lệ hộ trồng sen có hợp đồng bao tiêu đạt 80%.""",
    end=closing(behalf="T/M BAN THƯỜNG VỤ", office="PHÓ BÍ THƯ", name="Phan Văn Thắng"),
)
NOTICE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 512/KH-UBND",
        place_date="Đồng Tháp, ngày 11 tháng 6 năm 2026",
    ),
    subject="Chuyển đổi số vùng trồng xoài",
    body="""1. Sở Nông nghiệp và Môi trường chủ trì hoàn thiện phần mềm nhật ký điện tử cho vùng trồng xoài, trình Ủy ban nhân dân tỉnh trước ngày 30/9/2026.

2. Sở Ngoại vụ chủ trì tổ chức tuần lễ nhãn Châu Thành.

3. 6 tháng đầu năm 2026 cấp 300 mã vùng trồng.

4. Công an tỉnh chủ trì sửa chữa cầu số 3 trên tuyến đê bao.

5. Sở Xây dựng chủ trì sửa chữa cầu số 4 trên tuyến đê bao.

6. Sở Nội vụ chủ trì tổ chức lễ biểu dương nông dân giỏi quý I.

7. Sở Tư pháp chủ trì tổ chức lễ biểu dương nông dân giỏi quý II.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Trí Quang"),
)
DIRECTIVES = {"kinh-te.txt": PLAN, "sinh-thai.txt": PROGRAMME, "chuyen-doi-so.txt": NOTICE}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("figures"), DIRECTIVES)


def rivals(library: Library, question: str) -> list[str]:
    """What other places say to the question."""
    return [conflict.value for conflict in library.ask(question).conflicts]


# --- Seasons -------------------------------------------------------------------------------------

SECOND, THIRD, OTHER_THIRD = "120 nghìn tấn", "145 nghìn tấn", "150 nghìn tấn"


@pytest.mark.parametrize(
    ("question", "held", "lacking"),
    [
        ("Tổng sản lượng cá tra quý II/2026 của Đồng Tháp đạt bao nhiêu?", SECOND, THIRD),
        ("tổng sản lượng cá tra quý 2 năm 2026 đạt bao nhiêu nghìn tấn?", SECOND, THIRD),
        ("Tổng sản lượng cá tra quý III/2026 của Đồng Tháp đạt bao nhiêu?", THIRD, SECOND),
        ("6 tháng đầu năm 2026 Đồng Tháp thành lập mới bao nhiêu hợp tác xã?", "25 hợp tác xã", "60"),
        ("Năm 2026 Đồng Tháp thành lập mới bao nhiêu hợp tác xã?", "60 hợp tác xã", "25"),
    ],
)
def test_a_figure_of_the_season_asked_for_and_of_no_other(
    library: Library, question: str, held: str, lacking: str
) -> None:
    answer = library.ask(question).answer or ""
    assert held in answer
    assert lacking not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Tổng sản lượng cá tra quý I/2026 của Đồng Tháp đạt bao nhiêu?",
        "Tổng sản lượng cá tra tháng 9/2026 của Đồng Tháp đạt bao nhiêu?",
        "Quý II năm 2026 cấp bao nhiêu mã vùng trồng?",
        pytest.param(
            "Cả năm 2026 tổng sản lượng cá tra của Đồng Tháp đạt bao nhiêu?",
        ),
        pytest.param(
            "Cả năm 2026 cấp bao nhiêu mã vùng trồng?",
        ),
        pytest.param(
            "6 tháng cuối năm 2026 cấp bao nhiêu mã vùng trồng?",
        ),
    ],
)
def test_a_season_of_which_nothing_is_said_gets_no_figure(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tổng sản lượng cá tra quý III/2026 của Đồng Tháp đạt bao nhiêu?", [OTHER_THIRD]),
        ("Theo Kế hoạch 340, tổng sản lượng cá tra quý III/2026 đạt bao nhiêu?", [OTHER_THIRD]),
        ("Tổng sản lượng cá tra quý II/2026 của Đồng Tháp đạt bao nhiêu?", []),
        ("Năm 2026 Đồng Tháp thành lập mới bao nhiêu hợp tác xã?", []),
        ("6 tháng đầu năm 2026 Đồng Tháp thành lập mới bao nhiêu hợp tác xã?", []),
    ],
)
def test_figures_of_one_season_are_rivals_and_of_two_are_not(
    library: Library, question: str, expected: list[str]
) -> None:
    told = rivals(library, question)
    assert len(told) == len(expected)
    assert all(value in rival for value, rival in zip(expected, told, strict=True))


# --- Columns -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "figure"), [(2026, "9"), (2030, "21")])
def test_the_heading_of_the_column_that_an_answer_names_is_cited(library: Library, year: int, figure: str) -> None:
    answer = library.ask(f"Theo Kế hoạch 340, số kho lạnh năm {year} là bao nhiêu?")
    assert answer.answer == f"Số kho lạnh: {figure} (Năm {year})"
    (citation, *_) = answer.citations
    text = library.source(citation.source).text
    assert [text[a:b] for a, b in citation.highlights] == ["Số kho lạnh", figure, "kho", f"Năm {year}"]
    assert any(f"Năm {year}" in heading for heading in citation.headings)


def test_a_year_without_a_column_gets_no_figure(library: Library) -> None:
    assert library.ask("Theo Kế hoạch 340, số kho lạnh năm 2028 là bao nhiêu?").answer is None


def test_a_column_and_a_sentence_that_disagree_are_both_told(library: Library) -> None:
    answer = library.ask("Tỷ lệ hộ trồng sen có hợp đồng bao tiêu năm 2030 là bao nhiêu phần trăm?")
    assert answer.answer == (
        "Đến năm 2030, tỷ lệ hộ trồng sen có hợp đồng bao tiêu đạt 80%; "
        "nơi khác nêu: Tỷ lệ hộ trồng sen có hợp đồng bao tiêu (%): 72 (Năm 2030)"
    )


def test_figures_of_two_years_are_no_rivals(library: Library) -> None:
    assert rivals(library, "Theo Kế hoạch 340, tỷ lệ hộ trồng sen có hợp đồng bao tiêu năm 2026 là bao nhiêu?") == []


# --- Units and numbers in words ------------------------------------------------------------------

CANALS, BINS, SUPPORT = "85 km", "02 điểm thu gom", "3,5 tỷ đồng"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Nạo vét bao nhiêu km kênh nội đồng?", CANALS),
        ("Nạo vét bao nhiêu cây số kênh nội đồng?", CANALS),
        ("Nạo vét mấy cây số kênh nội đồng?", CANALS),
        ("Xã có trên 10.000 dân bố trí mấy điểm thu gom vỏ chai thuốc?", BINS),
        ("Xã có trên 10 nghìn dân bố trí mấy điểm thu gom vỏ chai thuốc?", BINS),
        ("Xã có trên 10 ngàn dân bố trí mấy điểm thu gom vỏ chai thuốc?", BINS),
        ("Xã trên 1 vạn dân bố trí mấy điểm thu gom vỏ chai thuốc?", BINS),
        ("Hỗ trợ bao nhiêu tỷ cho tổ hợp tác trồng xoài?", SUPPORT),
        ("Hỗ trợ bao nhiêu tiền cho tổ hợp tác trồng xoài?", SUPPORT),
        pytest.param(
            "Nạo vét bao nhiêu ki lô mét kênh nội đồng?",
            CANALS,
        ),
        pytest.param(
            "ho tro bao nhieu ty cho to hop tac trong xoai",
            SUPPORT,
        ),
    ],
)
def test_a_measure_is_known_as_people_say_it(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        "Nạo vét bao nhiêu ha kênh nội đồng?",
        "Nạo vét bao nhiêu héc ta kênh nội đồng?",
        "Xã có trên 20 nghìn dân bố trí mấy điểm thu gom vỏ chai thuốc?",
        pytest.param(
            "Xã có trên 2 vạn dân bố trí mấy điểm thu gom vỏ chai thuốc?",
        ),
        "Hỗ trợ bao nhiêu tấn cho tổ hợp tác trồng xoài?",
    ],
)
def test_another_measure_or_number_gets_no_figure(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


# --- Rivals in other words -----------------------------------------------------------------------


def test_one_task_in_other_words_given_to_two_bodies_is_told_with_both(library: Library) -> None:
    question = "Ai chủ trì xây dựng phần mềm nhật ký điện tử cho vùng trồng xoài?"
    assert library.ask(question).answer == "Sở Khoa học và Công nghệ; nơi khác nêu: Sở Nông nghiệp và Môi trường"
    (conflict,) = library.ask(question).conflicts
    assert conflict.citation.source == "chuyen-doi-so.txt"


def test_of_a_document_asked_about_the_other_body_is_only_a_conflict(library: Library) -> None:
    answer = library.ask("Theo Kế hoạch 512, ai chủ trì hoàn thiện phần mềm nhật ký điện tử cho vùng trồng xoài?")
    assert answer.answer == "Sở Nông nghiệp và Môi trường"
    assert [conflict.value for conflict in answer.conflicts] == ["Sở Khoa học và Công nghệ"]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Ai chủ trì tổ chức tuần lễ xoài Cao Lãnh?", "Sở Công Thương"),
        ("Ai chủ trì tổ chức tuần lễ nhãn Châu Thành?", "Sở Ngoại vụ"),
        pytest.param(
            "Ai chủ trì sửa chữa cầu số 4 trên tuyến đê bao?",
            "Sở Xây dựng",
        ),
        pytest.param(
            "Ai chủ trì tổ chức lễ biểu dương nông dân giỏi quý II?",
            "Sở Tư pháp",
        ),
    ],
)
def test_two_tasks_that_are_worded_alike_are_no_rivals(library: Library, question: str, lead: str) -> None:
    answer = library.ask(question)
    assert (answer.answer, answer.conflicts) == (lead, ())


# --- The sum of a whole document ---------------------------------------------------------------


def _resolution(number: int, subject: str, points: str) -> str:
    return directive(
        top=head(
            issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH KIÊN GIANG",
            symbol=f"Số: {number}/NQ-HĐND",
            place_date="Kiên Giang, ngày 12 tháng 7 năm 2024",
        ),
        title="NGHỊ QUYẾT",
        subject=subject,
        body=points,
        end=closing(behalf="TM. HỘI ĐỒNG NHÂN DÂN", office="CHỦ TỊCH", name="Mai Văn Huỳnh"),
    )


SPENDING = {
    "mot.txt": _resolution(
        41, "Hỗ trợ ngư dân bám biển", "1. Mua phao cứu sinh cho tàu cá.\n\n2. Kinh phí 18 tỷ đồng."
    ),
    "phan.txt": _resolution(
        42,
        "Xây dựng trường học trên đảo",
        "1. Kinh phí xây phòng học 31 tỷ đồng.\n\n2. Kinh phí mua thuyền đưa đón 4 tỷ đồng.",
    ),
    "tong.txt": _resolution(
        43,
        "Trồng rừng ngập mặn",
        "1. Kinh phí mua cây giống 9 tỷ đồng.\n\n2. Tổng kinh phí thực hiện 27 tỷ đồng, do ngân sách tỉnh cấp.",
    ),
}


@pytest.mark.parametrize(
    ("number", "figure"), [("41", "18 tỷ đồng"), ("42", None), ("43", "27 tỷ đồng")], ids=["only one", "parts", "total"]
)
def test_a_document_costs_its_total_or_its_only_sum(
    tmp_path_factory: pytest.TempPathFactory, number: str, figure: str | None
) -> None:
    library = built_library(tmp_path_factory.mktemp("spending"), SPENDING)
    answer = library.ask(f"Nghị quyết {number} hết bao nhiêu tiền?").answer
    assert answer is None if figure is None else figure in (answer or "")


# --- All questions -------------------------------------------------------------------------------

ASKED = {
    "Tổng sản lượng cá tra quý II/2026 của Đồng Tháp đạt bao nhiêu?": "120 nghìn tấn",
    "Tổng sản lượng cá tra quý III/2026 của Đồng Tháp đạt bao nhiêu?": "145 nghìn tấn; nơi khác nêu: Quý III/2026",
    "Theo Kế hoạch 340, tổng sản lượng cá tra quý III/2026 đạt bao nhiêu?": "145 nghìn tấn",
    "Tổng sản lượng cá tra quý I/2026 của Đồng Tháp đạt bao nhiêu?": None,
    "Năm 2026 Đồng Tháp thành lập mới bao nhiêu hợp tác xã?": "thành lập mới 60 hợp tác xã",
    "Nạo vét bao nhiêu cây số kênh nội đồng?": "Nạo vét 85 km kênh nội đồng",
    "Nạo vét bao nhiêu ha kênh nội đồng?": None,
    "Xã có trên 10 nghìn dân bố trí mấy điểm thu gom vỏ chai thuốc?": "02 điểm thu gom vỏ chai thuốc",
    "Hỗ trợ bao nhiêu tiền cho tổ hợp tác trồng xoài?": "Hỗ trợ 3,5 tỷ đồng cho tổ hợp tác trồng xoài",
    "Theo Kế hoạch 340, số kho lạnh năm 2030 là bao nhiêu?": "Số kho lạnh: 21 (Năm 2030)",
    "Tỷ lệ hộ trồng sen có hợp đồng bao tiêu năm 2030 là bao nhiêu phần trăm?": "đạt 80%; nơi khác nêu:",
    "Ai chủ trì xây dựng phần mềm nhật ký điện tử cho vùng trồng xoài?": "Sở Khoa học và Công nghệ; nơi khác nêu: Sở Nông nghiệp và Môi trường",
    "Bao giờ phải trình phần mềm nhật ký điện tử cho vùng trồng xoài?": "trước ngày 30/9/2026",
}

test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(ASKED)
