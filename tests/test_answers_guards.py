"""What keeps a wrong value from being said where one rule alone does: seasons, filters, how many passages are cited, how
sure an answer is; over built directives."""

import pytest

from build_directives import closing, directive, head
from tests_builders import built_library
from tracuu.pipeline import Library
from tracuu.types import Filters, Reason


def _plan(province: str, number: int, when: str, subject: str, body: str) -> str:
    return directive(
        top=head(
            issuer=f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}",
            symbol=f"Số: {number}/KH-UBND",
            place_date=f"{province}, ngày {when}",
        ),
        subject=subject,
        body=body,
        end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nguyễn Đăng Bình"),
    )


FIRE = _plan(
    "Kon Tum",
    51,
    "12 tháng 11 năm 2025",
    "Phòng cháy rừng mùa khô 2025 - 2026",
    """1. Hạt Kiểm lâm chủ trì trực chòi canh lửa.

2. Làm mới 45 km đường băng cản lửa.

3. Sở Y tế chủ trì cấp thuốc bỏng cho trạm y tế.

4. Sở Y tế chủ trì tập huấn sơ cứu ngạt khói.

5. Sở Y tế chủ trì dự trữ máu tại bệnh viện.

6. Sở Xây dựng chủ trì sửa đường vào rừng thông Măng Đen, hoàn thành trong tháng 12/2025.""",
)
LATER = _plan(
    "Kon Tum",
    77,
    "20 tháng 02 năm 2026",
    "Phát triển rừng thông Măng Đen",
    """1. Sở Tài chính chủ trì sửa đường vào rừng thông Măng Đen, hoàn thành trong tháng 9/2026.

2. Trồng mới 30 ha rừng thông Măng Đen.""",
)
DIRECTIVES = {"chay-rung.txt": FIRE, "rung-thong.txt": LATER}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("guards"), DIRECTIVES)


# --- Seasons of two years ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Mùa khô 2025 - 2026 ai chủ trì trực chòi canh lửa?", "Hạt Kiểm lâm"),
        ("Mùa khô 2026 - 2027 ai chủ trì trực chòi canh lửa?", None),  # 2026 stands there
        ("Mùa khô 2024 - 2025 ai chủ trì trực chòi canh lửa?", None),  # 2025 too
        ("Mùa khô 2025 - 2026 làm mới bao nhiêu km đường băng cản lửa?", "45 km"),
        ("Mùa khô 2026 - 2027 làm mới bao nhiêu km đường băng cản lửa?", None),
    ],
)
def test_a_season_is_both_its_years(library: Library, question: str, held: str | None) -> None:
    answer = library.ask(question)
    assert answer.answer is None if held is None else held in (answer.answer or "")
    assert answer.reason is (Reason.OTHER_SUBJECT if held is None else None)


# --- Confidence ----------------------------------------------------------------------------------


def test_confidence_is_a_chance_and_none_without_an_answer(library: Library) -> None:
    said = library.ask("Ai chủ trì trực chòi canh lửa?")
    listed = library.ask("Sở Y tế Kon Tum phải làm gì?")
    of_header = library.ask("Ai ký Kế hoạch 51?")
    refused = library.ask("Ai chủ trì thi hoa hậu?")
    assert 0.95 < said.confidence <= 1.0
    assert (listed.confidence, of_header.confidence, refused.confidence) == (0.9, 0.95, 0.0)


def test_the_further_from_its_words_the_less_sure_an_answer_is(library: Library) -> None:
    near = library.ask("Làm mới bao nhiêu km đường băng cản lửa?")
    far = library.ask("Đường băng bao nhiêu km?")
    for answer in (near, far):
        assert "45 km" in (answer.answer or "")
    assert near.confidence > far.confidence > 0.0


# --- How many passages are cited -----------------------------------------------------------------


@pytest.mark.parametrize("top", [1, 2, 5])
def test_a_list_names_no_task_beyond_what_is_cited(library: Library, top: int) -> None:
    answer = library.ask("Sở Y tế Kon Tum phải làm gì?", top=top)
    tasks = ["cấp thuốc bỏng cho trạm y tế", "tập huấn sơ cứu ngạt khói", "dự trữ máu tại bệnh viện"]
    assert [item.text for item in answer.items] == tasks
    assert [task in (answer.answer or "") for task in tasks] == [n < top for n in range(3)]
    assert len(answer.citations) == top
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert all(task in quotes for task in tasks[:top])


def test_the_evidence_is_cited_first_and_what_is_said_is_marked_in_it(library: Library) -> None:
    answer = library.ask("Sửa đường vào rừng thông Măng Đen khi nào xong?")
    own, (conflict,) = answer.citations[0], answer.conflicts
    assert answer.answer == "trong tháng 9/2026; nơi khác nêu: trong tháng 12/2025"
    assert conflict.value == "trong tháng 12/2025"
    assert [c.source for c in answer.citations[:2]] == ["rung-thong.txt", "chay-rung.txt"]
    for citation, said in ((own, "trong tháng 9/2026"), (conflict.citation, conflict.value)):
        text = library.source(citation.source).text
        assert [text[start:end] for start, end in citation.highlights] == [said]


# --- Filters -------------------------------------------------------------------------------------


def test_filters_keep_passages_and_rivals_of_other_documents_out(library: Library) -> None:
    (doc_id,) = (d.doc_id for d in library.documents if d.source_id == "rung-thong.txt")
    only = Filters(doc_ids=(doc_id,))
    answer = library.ask("Ai chủ trì sửa đường vào rừng thông Măng Đen?", filters=only)
    assert (answer.answer, answer.conflicts) == ("Sở Tài chính", ())
    assert {c.source for c in answer.citations} == {"rung-thong.txt"}
    assert library.ask("Ai chủ trì trực chòi canh lửa?", filters=only).answer is None
    assert library.ask("Sở Y tế Kon Tum phải làm gì?", filters=only).answer is None
