"""Answers made from facts: figures, lists of tasks, values that disagree, refusals; over built directives."""

import pytest

from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library
from tracuu.text import squeeze
from tracuu.types import Answer, Reason

HEAD = """ỦY BAN NHÂN DÂN
TỈNH {province}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND

{place}, ngày {day} năm {year}

KẾ HOẠCH

{subject}

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

"""
OLD = (
    HEAD.format(
        province="HƯNG YÊN",
        number=12,
        place="Hưng Yên",
        day="10 tháng 3",
        year=2022,
        subject="Phát triển đô thị tỉnh Hưng Yên đến năm 2030",
    )
    + """I. MỤC TIÊU

1. Đến năm 2025

- Tỷ lệ đô thị hóa đạt trên 40%.

- Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị đạt tối thiểu 30 m²/người.

2. Đến năm 2030

- Tỷ lệ đô thị hóa đạt trên 50%.

- Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị phấn đấu đạt tối thiểu 34 m².

II. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập chương trình phát triển đô thị, hoàn thành trong quý III/2023.
"""
)
NEW = (
    HEAD.format(
        province="HƯNG YÊN",
        number=88,
        place="Hưng Yên",
        day="05 tháng 4",
        year=2026,
        subject="Chỉnh trang đô thị và phát triển nhà ở tỉnh Hưng Yên giai đoạn 2026 - 2030",
    )
    + """I. MỤC TIÊU ĐẾN NĂM 2030

- Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị đạt 31 m²/người.

- Số xe buýt điện đến năm 2027 đạt 40 xe, đến năm 2030 đạt 120 xe.

- Trồng mới 15.000 cây xanh đường phố.

II. NHIỆM VỤ

1. Sở Y tế

a) Chủ trì, phối hợp với Công an tỉnh kiểm tra an toàn thực phẩm tại các chợ đầu mối trước ngày 30/6/2026.

b) Tham mưu Ủy ban nhân dân tỉnh sắp xếp lại các trạm y tế phường.

2. Ủy ban nhân dân các phường chủ trì thống kê nhà ở xuống cấp; báo cáo Sở Xây dựng trong tháng 5/2026.

3. Giao Sở Khoa học và Công nghệ chủ trì xây dựng bản đồ số đô thị.
"""
)
ELSEWHERE = (
    HEAD.format(
        province="ĐỒNG NAI",
        number=7,
        place="Đồng Nai",
        day="02 tháng 02",
        year=2026,
        subject="Phát triển nhà ở tỉnh Đồng Nai giai đoạn 2026 - 2030",
    )
    + """I. MỤC TIÊU ĐẾN NĂM 2030

- Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị đạt 27 m²/người.
"""
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("facts"), {"cu.txt": OLD, "moi.txt": NEW, "noi-khac.txt": ELSEWHERE})


def values(answer: Answer) -> list[str]:
    return [conflict.value for conflict in answer.conflicts]


# --- Figures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "held", "lacking"),
    [
        ("Theo Kế hoạch 88, đến năm 2030 Hưng Yên có bao nhiêu xe buýt điện?", "120 xe", "40"),
        ("Theo Kế hoạch 88, số xe buýt điện của Hưng Yên năm 2027 đạt bao nhiêu?", "40 xe", "120"),
        ("Hưng Yên trồng mới bao nhiêu cây xanh đường phố?", "15.000 cây", "120"),
        ("Theo Kế hoạch 12, tỷ lệ đô thị hóa Hưng Yên năm 2025 là bao nhiêu?", "40%", "50%"),
        ("ty le do thi hoa hung yen nam 2030 theo ke hoach 12", "50%", "40%"),
    ],
)
def test_a_figure_of_the_year_asked_and_of_no_other(built: Library, question: str, held: str, lacking: str) -> None:
    answer = built.ask(question).answer
    assert answer
    assert held in answer
    assert lacking not in answer


def test_a_figure_comes_with_what_it_measures_and_its_time(built: Library) -> None:
    answer = built.ask("Theo Kế hoạch 12, diện tích sàn nhà ở bình quân đầu người đô thị năm 2025 là bao nhiêu?").answer
    assert answer is not None
    assert answer.startswith("Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị đạt tối thiểu 30 m²/người")
    assert "năm 2025" in answer


# --- Values that disagree ----------------------------------------------------------------------


def test_two_plans_of_one_province_that_disagree_are_both_said(built: Library) -> None:
    answer = built.ask("Diện tích sàn nhà ở bình quân đầu người đô thị của Hưng Yên đến năm 2030 là bao nhiêu?")
    assert answer.answer
    assert "31 m²" in answer.answer
    assert "34 m²" in answer.answer
    assert {c.source for c in answer.citations[:2]} == {"cu.txt", "moi.txt"}
    assert len(answer.conflicts) == 1
    assert answer.conflicts[0].citation.source in {"cu.txt", "moi.txt"}


def test_a_document_asked_about_answers_alone_and_the_other_is_a_conflict(built: Library) -> None:
    answer = built.ask("Theo Kế hoạch 88, diện tích sàn nhà ở bình quân đô thị Hưng Yên năm 2030 là bao nhiêu?")
    assert answer.answer
    assert "31 m²" in answer.answer
    assert "34" not in answer.answer
    assert ["34 m²" in value for value in values(answer)] == [True]


def test_another_year_or_province_is_no_conflict(built: Library) -> None:
    answer = built.ask("Diện tích sàn nhà ở bình quân đầu người đô thị của Đồng Nai đến năm 2030 là bao nhiêu?")
    assert answer.answer
    assert "27 m²" in answer.answer
    assert not answer.conflicts
    earlier = built.ask("Diện tích sàn nhà ở bình quân đầu người đô thị của Hưng Yên năm 2025 là bao nhiêu?")
    assert earlier.answer
    assert "30 m²" in earlier.answer
    assert not earlier.conflicts


# --- Tasks of an agency ------------------------------------------------------------------------


def test_the_tasks_of_an_agency_are_listed_with_their_places(built: Library) -> None:
    answer = built.ask("Sở Y tế Hưng Yên phải làm những việc gì?")
    assert answer.answer is not None
    assert "kiểm tra an toàn thực phẩm" in answer.answer
    assert "sắp xếp lại các trạm y tế" in answer.answer
    assert [item.locator for item in answer.items] == [("II", "1", "a"), ("II", "1", "b")]
    source = built.source("moi.txt").text
    assert all(squeeze(source[i.start : i.end]).startswith(i.text[:20]) for i in answer.items)


def test_a_topic_narrows_the_list(built: Library) -> None:
    answer = built.ask("Sở Y tế Hưng Yên được giao việc gì về an toàn thực phẩm?")
    assert answer.answer
    assert "an toàn thực phẩm" in answer.answer
    assert "trạm y tế" not in answer.answer


@pytest.mark.parametrize("agency", ["Sở Tư pháp", "Hội Nông dân tỉnh", "Ban Quản lý khu kinh tế"])
def test_an_agency_without_a_task_gets_none(built: Library, agency: str) -> None:
    answer = built.ask(f"{agency} Hưng Yên phải làm gì?")
    assert answer.abstained
    assert answer.citations


# --- Refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Tỷ lệ đô thị hóa của Đồng Nai năm 2030 là bao nhiêu?", Reason.OTHER_SUBJECT),
        ("Diện tích sàn nhà ở bình quân đầu người đô thị của Bắc Ninh năm 2030?", Reason.OTHER_SUBJECT),
        ("Tỷ lệ đô thị hóa Hưng Yên năm 2045 là bao nhiêu?", Reason.OTHER_SUBJECT),
        ("Số điện thoại đường dây nóng của Sở Y tế Hưng Yên?", Reason.NO_EVIDENCE),
        ("Giá vé xem bóng đá hôm nay bao nhiêu?", Reason.NO_EVIDENCE),
    ],
)
def test_what_no_document_says_is_refused_with_the_nearest_shown(built: Library, question: str, reason: Reason) -> None:
    answer = built.ask(question)
    assert answer.abstained
    assert answer.answer is None
    assert answer.reason is reason
    assert answer.citations


# --- All questions -----------------------------------------------------------------------------

ASKED = {
    "Theo Kế hoạch 88, đến năm 2030 Hưng Yên có bao nhiêu xe buýt điện?": "đến năm 2030 đạt 120 xe",
    "Hưng Yên trồng mới bao nhiêu cây xanh đường phố?": "Trồng mới 15.000 cây xanh đường phố",
    "Theo Kế hoạch 12, tỷ lệ đô thị hóa Hưng Yên năm 2025 là bao nhiêu?": "Tỷ lệ đô thị hóa đạt trên 40%",
    "Diện tích sàn nhà ở bình quân đầu người đô thị của Hưng Yên đến năm 2030 là bao nhiêu?": "; nơi khác nêu: Diện tích sàn nhà ở bình quân",
    "Diện tích sàn nhà ở bình quân đầu người đô thị của Đồng Nai đến năm 2030 là bao nhiêu?": "đạt 27 m²/người",
    "Sở Y tế Hưng Yên phải làm những việc gì?": "sắp xếp lại các trạm y tế phường",
    "Sở Y tế Hưng Yên được giao việc gì về an toàn thực phẩm?": "kiểm tra an toàn thực phẩm tại các chợ đầu mối",
    "Sở Tư pháp Hưng Yên phải làm gì?": None,
    "Tỷ lệ đô thị hóa của Đồng Nai năm 2030 là bao nhiêu?": None,
    "Lập chương trình phát triển đô thị phải hoàn thành khi nào?": "trong quý III/2023",
    "Ai phối hợp kiểm tra an toàn thực phẩm tại các chợ đầu mối?": "Công an tỉnh",
}

test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(
    ASKED, "built"
)
