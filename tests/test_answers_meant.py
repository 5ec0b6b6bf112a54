"""What is meant by a question and not by what stands beside: deeds, periods, numbers, places; over built directives."""

import pytest

from build_directives import annex, closing, directive, head, task_table
from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library


def _plan(issuer: str, symbol: str, place_date: str, subject: str, body: str, name: str, **more) -> str:
    return directive(
        top=head(issuer=issuer, symbol=symbol, place_date=place_date),
        subject=subject,
        body=body,
        end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name=name),
        **more,
    )


COCONUT = _plan(
    "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE",
    "Số: 3310/KH-UBND",
    "Bến Tre, ngày 14 tháng 3 năm 2025",
    "Phát triển làng nghề kẹo dừa giai đoạn 2025 - 2028",
    """I. CHỈ TIÊU

1. Giai đoạn 2026 - 2028 đào tạo 310 thợ nấu kẹo dừa.

2. Đến năm 2028: đón 1,9 triệu lượt khách tham quan làng nghề, trong đó khách quốc tế 240 nghìn lượt.

3. Hỗ trợ 30 triệu đồng cho cơ sở đạt OCOP 4 sao; 50 triệu đồng cho cơ sở đạt OCOP 5 sao.

II. NHIỆM VỤ

1. Sở Công Thương chủ trì lập Đề án cụm làng nghề kẹo dừa, trình Ủy ban nhân dân tỉnh phê duyệt.

2. Sở Khoa học và Công nghệ chủ trì đăng ký nhãn hiệu tập thể cho kẹo dừa Mỏ Cày.

3. Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.""",
    "Trần Ngọc Tam",
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"),
                rows=(
                    ("1", "Lắp camera tại bến đò Hàm Luông", "Công an xã", "Sở Công Thương"),
                    ("2", "Mở hội thi nấu kẹo dừa", "Hội Liên hiệp Phụ nữ tỉnh", "Hiệp hội Dừa"),
                ),
            ),
            name="Phân công",
        )
    ],
)
STORM = _plan(
    "ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN",
    "Số: 88/KH-UBND",
    "Tuy Hòa, ngày 26 tháng 9 năm 2024",
    "Ứng phó bão số 10",
    "1. Bộ Chỉ huy Bộ đội Biên phòng tỉnh chủ trì kiểm đếm tàu cá.\n\n2. Sở Y tế chủ trì phun hóa chất khử trùng.",
    "Tạ Anh Tuấn",
)


def _commune(name: str, leads: str, when: str, signed: str) -> str:
    return _plan(
        f"ỦY BAN NHÂN DÂN\nXÃ {name.upper()}",
        "Số: 64/KH-UBND",
        f"{name}, ngày {when} năm 2026",
        "Chuyển đổi số năm 2026",
        f"1. {leads} chủ trì nâng cấp trang thông tin điện tử xã.\n\n2. Công an xã lắp loa tại nhà văn hóa.",
        signed,
    )


DIRECTIVES = {
    "dua.txt": COCONUT,
    "bao.txt": STORM,
    "my-hiep.txt": _commune("Mỹ Hiệp", "Phòng Kinh tế", "03 tháng 02", "Lê Văn Út"),
    "an-phu.txt": _commune("An Phú", "Văn phòng HĐND và UBND xã", "12 tháng 01", "Ngô Thị Bé"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("meant"), DIRECTIVES)


def answer(library: Library, question: str) -> str | None:
    return library.ask(question).answer


# --- Who does what -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai lập Đề án cụm làng nghề kẹo dừa?", "Sở Công Thương"),
        ("Cơ quan nào chủ trì Đề án cụm làng nghề kẹo dừa?", "Sở Công Thương"),
        ("Ai phê duyệt Đề án cụm làng nghề kẹo dừa?", None),
        ("Cơ quan nào thẩm định Đề án cụm làng nghề kẹo dừa?", None),
        ("Ai tài trợ hội thi nấu kẹo dừa?", None),
        ("Ai không lập Đề án cụm làng nghề kẹo dừa?", None),
        ("Ai chưa mở hội thi nấu kẹo dừa?", None),
    ],
)
def test_who_does_one_deed_is_not_told_for_another(library: Library, question: str, expected: str | None) -> None:
    assert answer(library, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ trì đăng ký nhãn hiệu tập thể cho kẹo dừa Mỏ Cày?", "Sở Khoa học và Công nghệ"),
        ("Ai chủ trì đăng ký nhãn hiệu tập thể cho tôm khô Thạnh Phú?", None),
    ],
)
def test_small_words_hide_no_other_thing(library: Library, question: str, expected: str | None) -> None:
    assert answer(library, question) == expected


def test_a_commune_is_none_of_its_bodies(library: Library) -> None:
    assert answer(library, "Xã nào lắp camera tại bến đò Hàm Luông?") is None
    assert answer(library, "Ai chủ trì lắp camera tại bến đò Hàm Luông?") == "Công an xã"


def test_no_office_answers_for_the_name_of_its_holder(library: Library) -> None:
    assert answer(library, "Chủ tịch Hiệp hội Dừa tên là gì?") is None


@pytest.mark.parametrize(
    "question",
    ["Ai đôn đốc việc thực hiện Kế hoạch 3310?", "Cơ quan nào theo dõi kế hoạch phát triển làng nghề kẹo dừa?"],
)
def test_who_watches_over_a_whole_document_is_told_of_the_document(library: Library, question: str) -> None:
    told = library.ask(question)
    assert told.answer == "Văn phòng Ủy ban nhân dân tỉnh"
    assert told.citations[0].locator == ("II", "3")


def test_nobody_watches_over_a_document_that_does_not_say_so(library: Library) -> None:
    assert answer(library, "Ai đôn đốc việc thực hiện kế hoạch ứng phó bão số 10?") is None


def test_what_an_agency_only_helps_with_is_marked(library: Library) -> None:
    told = answer(library, "Sở Công Thương Bến Tre phải làm gì?") or ""
    assert told.startswith("lập Đề án cụm làng nghề kẹo dừa")
    assert "; phối hợp: Lắp camera tại bến đò Hàm Luông" in told


# --- Figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Giai đoạn 2026 - 2028 Bến Tre đào tạo bao nhiêu thợ nấu kẹo dừa?", "310"),
        ("Năm 2027 Bến Tre đào tạo bao nhiêu thợ nấu kẹo dừa?", None),
        ("Năm 2028 Bến Tre đào tạo bao nhiêu thợ nấu kẹo dừa?", None),
        ("Cơ sở đạt OCOP 5 sao được hỗ trợ bao nhiêu?", "50 triệu đồng"),
        ("Cơ sở đạt OCOP 3 sao được hỗ trợ bao nhiêu?", None),
        ("Đến năm 2028 có bao nhiêu lượt khách quốc tế tham quan làng nghề kẹo dừa?", "240 nghìn lượt"),
    ],
)
def test_a_figure_is_of_the_period_and_number_asked(library: Library, question: str, figure: str | None) -> None:
    told = answer(library, question)
    assert told is None if figure is None else figure in (told or "")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ứng phó bão số 10 ở Phú Yên ai kiểm đếm tàu cá?", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        ("Ứng phó bão số 9 ở Phú Yên ai kiểm đếm tàu cá?", None),
        ("Ứng phó bão số 26 ở Phú Yên ai kiểm đếm tàu cá?", None),
    ],
)
def test_numbers_of_dates_and_points_are_no_numbers(library: Library, question: str, expected: str | None) -> None:
    assert answer(library, question) == expected


# --- Places and documents ------------------------------------------------------------------------


@pytest.mark.parametrize("province", ["Trà Vinh", "Đắk Lắk"])
def test_provinces_that_became_one_do_not_answer_for_each_other(library: Library, province: str) -> None:
    assert answer(library, f"Ai chủ trì lập Đề án cụm làng nghề kẹo dừa ở {province}?") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai ký Kế hoạch 64/KH-UBND của xã Mỹ Hiệp?", "Lê Văn Út, CHỦ TỊCH"),
        ("Ai ký Kế hoạch 64/KH-UBND của xã An Phú?", "Ngô Thị Bé, CHỦ TỊCH"),
        ("Ai ký Kế hoạch 64/KH-UBND của xã Thanh Bình?", None),
        ("Ai ký Kế hoạch 64/KH-UBND?", None),
        ("Ai ký kế hoạch số hóa hồ sơ đất đai?", None),
        ("Ai ký kế hoạch ra quân dọn vỉa hè?", None),
        ("Ai ký kế hoạch cho người cao tuổi?", None),
        ("Ai ký kế hoạch ứng phó bão số 10?", "Tạ Anh Tuấn, CHỦ TỊCH"),
    ],
)
def test_the_head_of_another_document_is_not_told(library: Library, question: str, expected: str | None) -> None:
    told = answer(library, question)
    assert (told or "").casefold() == (expected or "").casefold()


def test_two_communes_that_say_it_differently_are_both_told(library: Library) -> None:
    told = library.ask("Ai chủ trì nâng cấp trang thông tin điện tử xã?")
    assert {"Phòng Kinh tế", "Văn phòng HĐND và UBND xã"} <= set((told.answer or "").split("; nơi khác nêu: "))
    assert [conflict.value for conflict in told.conflicts] != []
    assert answer(library, "Ai chủ trì nâng cấp trang thông tin điện tử xã Mỹ Hiệp?") == "Phòng Kinh tế"


# --- All questions -------------------------------------------------------------------------------

ASKED = {
    "Ai lập Đề án cụm làng nghề kẹo dừa?": "Sở Công Thương",
    "Ai phê duyệt Đề án cụm làng nghề kẹo dừa?": None,
    "Ai đôn đốc việc thực hiện Kế hoạch 3310?": "Văn phòng Ủy ban nhân dân tỉnh",
    "Sở Công Thương Bến Tre phải làm gì?": "; phối hợp: Lắp camera tại bến đò Hàm Luông",
    "Cơ sở đạt OCOP 5 sao được hỗ trợ bao nhiêu?": "50 triệu đồng cho cơ sở đạt OCOP 5 sao",
    "Ai ký Kế hoạch 64/KH-UBND của xã Mỹ Hiệp?": "Lê Văn Út, Chủ tịch",
    "Ai chủ trì nâng cấp trang thông tin điện tử xã?": "Văn phòng HĐND và UBND xã; nơi khác nêu: Phòng Kinh tế",
}

test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(ASKED)
