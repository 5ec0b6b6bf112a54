"""Who does it, who helps, and what a body must do; over built directives of other provinces."""

import pytest

from build_directives import annex, closing, directive, head, task_table
from tests_builders import built_library, checks_of_every_answer
from tracuu.pipeline import Library

PARK = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH GIA LAI", symbol="Số: 214/KH-UBND", place_date="Gia Lai, ngày 18 tháng 5 năm 2026"
    ),
    subject="Bảo tồn voọc chà vá chân xám và phát triển du lịch sinh thái năm 2026",
    body="""I. TỔ CHỨC THỰC HIỆN

1. Vườn Quốc gia Kon Ka Kinh

a) Lắp 40 bẫy ảnh trên các tuyến tuần rừng.

b) Mở hai lớp tập huấn nuôi dưỡng động vật cho người trông rừng.

c) Cứu hộ và thả về tự nhiên các cá thể bị mắc bẫy dây.

2. Sở Nông nghiệp và Môi trường

a) Chủ trì kiểm đếm quần thể voọc chà vá chân xám.

b) Tham mưu Ủy ban nhân dân tỉnh lập quỹ bảo tồn.

3. Trường Đại học Tây Nguyên chủ trì giải mã gen voọc chà vá chân xám.

4. Hiệp hội Du lịch tỉnh thiết kế tuyến đi bộ xem voọc.

5. Công an xã Ayun tham gia gỡ bẫy dây trong rừng giáp ranh.

6. Hạt Kiểm lâm liên huyện phối hợp với Hội Nông dân tỉnh để thu nộp súng tự chế.

7. Đồn Biên phòng Ia O phối hợp với Trường Cao đẳng Gia Lai dạy tiếng Jrai cho chiến sĩ.

8. Báo Gia Lai mở chuyên trang giới thiệu tuyến đi bộ. Tiền vé tham quan do Kho bạc Nhà nước khu vực XV giữ hộ.

9. Giao Đoàn Thanh niên tỉnh hỗ trợ hộ dân dựng homestay.

10. Đoàn Thanh niên tỉnh tham gia dọn rác lòng suối Đăk Pne.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Rơ Mah Phương"),
)
STORM = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        symbol="Số: 31/CT-UBND",
        place_date="Quảng Ngãi, ngày 09 tháng 9 năm 2026",
    ),
    title="CHỈ THỊ",
    subject="Về việc khắc phục hậu quả mưa đá, giông lốc",
    body="""Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Công Thương chủ trì bình ổn giá tấm lợp; kiểm tra các cửa hàng vật liệu.

2. Sở Y tế chủ trì phun khử khuẩn giếng nước.

3. Sở Công Thương cung ứng máy phát điện cho các xã bị cô lập.

4. Sở Giáo dục và Đào tạo chủ trì sửa chữa phòng học bị tốc mái.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nguyễn Hoàng Giang"),
)
BRIDGE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        symbol="Số: 77/KH-UBND",
        place_date="Quảng Ngãi, ngày 02 tháng 3 năm 2026",
    ),
    subject="Nâng cấp cầu treo dân sinh",
    body="""1. Sở Xây dựng chủ trì, phối hợp với Sở Khoa học và Công nghệ kiểm định cáp cầu treo.

2. Sở Công Thương chủ trì cấp điện chiếu sáng cầu treo.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Nguyễn Hoàng Giang"),
)
FIRMS = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE",
        symbol="Số: 5120/KH-UBND",
        place_date="Bến Tre, ngày 21 tháng 7 năm 2024",
    ),
    subject="Phát triển kinh tế dừa",
    body="Giao các đơn vị thực hiện nhiệm vụ tại Phụ lục kèm theo.",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Ngọc Tam"),
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"),
                rows=(
                    ("1", "Hỗ trợ cơ sở sơ chế cơm dừa đổi dây chuyền", "Sở Công Thương", "Hiệp hội Dừa"),
                    ("2", "Theo dõi sâu đầu đen trên vườn dừa", "Chi cục Bảo vệ thực vật", "UBND các xã"),
                    ("3", "Tham gia hội chợ dừa quốc tế", "Trung tâm Xúc tiến đầu tư", "Sở Tài chính"),
                ),
            ),
            name="Phân công nhiệm vụ",
        )
    ],
)
DIRECTIVES = {"dua.txt": FIRMS, "vuon.txt": PARK, "mua-da.txt": STORM, "cau-treo.txt": BRIDGE}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built_library(tmp_path_factory.mktemp("bodies"), DIRECTIVES)


def entries(library: Library, question: str) -> list[str]:
    """The entries of a list; [] when the answer is none."""
    return [item.text for item in library.ask(question).items]


# --- What a body must do -------------------------------------------------------------------------

OF_THE_PARK = [
    "Lắp 40 bẫy ảnh trên các tuyến tuần rừng",
    "Mở hai lớp tập huấn nuôi dưỡng động vật cho người trông rừng",
    "Cứu hộ và thả về tự nhiên các cá thể bị mắc bẫy dây",
]


@pytest.mark.parametrize(
    "question", ["Vườn Quốc gia Kon Ka Kinh phải làm những việc gì?", "Vườn Quốc gia được giao làm gì?"]
)
def test_whoever_is_no_agency_gets_the_points_below_the_heading_that_names_it(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert [item.text for item in answer.items] == OF_THE_PARK
    assert [item.locator for item in answer.items] == [("I", "1", "a"), ("I", "1", "b"), ("I", "1", "c")]
    assert answer.answer == "; ".join(OF_THE_PARK)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vì sao Vườn Quốc gia Kon Ka Kinh phải lắp bẫy ảnh?", None),
        (
            "Vườn Quốc gia Kon Ka Kinh phải làm gì để nuôi dưỡng động vật cho người trông rừng?",
            "Mở hai lớp tập huấn nuôi dưỡng động vật cho người trông rừng.",
        ),
        ("Vườn Quốc gia Chư Mom Ray phải làm những việc gì?", None),
    ],
    ids=["asks why", "one point says more of it", "another park"],
)
def test_points_are_listed_for_no_other_question(library: Library, question: str, expected: str | None) -> None:
    answer = library.ask(question)
    assert answer.answer == expected
    assert answer.items == ()


@pytest.mark.xfail(strict=True, reason="a heading that holds the name outweighs the one point that holds the topic")
def test_points_are_narrowed_by_what_is_asked_about_them(library: Library) -> None:
    assert library.ask("Vườn Quốc gia Kon Ka Kinh phải làm gì với bẫy dây?").answer == OF_THE_PARK[2] + "."


MARKET, GENERATORS = (
    "bình ổn giá tấm lợp; kiểm tra các cửa hàng vật liệu",
    "cung ứng máy phát điện cho các xã bị cô lập",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sở Công Thương phải làm gì theo chỉ thị về mưa đá, giông lốc?", [MARKET, GENERATORS]),
        ("Sở Y tế phải làm gì theo chỉ thị về mưa đá, giông lốc?", ["phun khử khuẩn giếng nước"]),
        ("Sở Giáo dục và Đào tạo phải làm gì sau mưa đá, giông lốc?", ["sửa chữa phòng học bị tốc mái"]),
    ],
)
def test_a_topic_that_is_the_subject_of_a_document_means_all_its_tasks(
    library: Library, question: str, expected: list[str]
) -> None:
    assert entries(library, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sở Công Thương phải làm gì về máy phát điện?", [GENERATORS]),
        ("Sở Công Thương phải làm gì về cháy rừng?", []),
        ("Sở Xây dựng phải làm gì theo chỉ thị về mưa đá, giông lốc?", []),  # it has work elsewhere
        ("Sở Công Thương phối hợp những việc gì?", []),  # it leads all that it does
    ],
)
def test_a_topic_of_a_task_or_of_no_document_means_no_more(
    library: Library, question: str, expected: list[str]
) -> None:
    assert entries(library, question) == expected


def test_without_a_topic_the_tasks_of_all_documents_are_listed(library: Library) -> None:
    assert entries(library, "Sở Công Thương Quảng Ngãi phải làm gì?") == [
        "cấp điện chiếu sáng cầu treo",
        MARKET,
        GENERATORS,
    ]


# --- Who works with whom -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai phối hợp thu nộp súng tự chế?", "Hạt Kiểm lâm liên huyện phối hợp với Hội Nông dân tỉnh"),
        ("Hạt Kiểm lâm liên huyện phối hợp với ai để thu nộp súng tự chế?", "Hội Nông dân tỉnh"),
        ("Ai phối hợp với Hội Nông dân tỉnh để thu nộp súng tự chế?", "Hạt Kiểm lâm liên huyện"),
        ("Ai cùng Hội Nông dân tỉnh thu nộp súng tự chế?", "Hạt Kiểm lâm liên huyện"),
        ("Ai phối hợp kiểm định cáp cầu treo?", "Sở Khoa học và Công nghệ"),
        ("Sở Xây dựng phối hợp với ai kiểm định cáp cầu treo?", "Sở Khoa học và Công nghệ"),
    ],
)
def test_of_two_that_work_together_the_one_that_is_not_named_is_told(
    library: Library, question: str, expected: str
) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ trì kiểm định cáp cầu treo?", "Sở Xây dựng"),
        ("Ai chủ trì thu nộp súng tự chế?", None),  # both help, nobody leads
        ("Ai dạy tiếng Jrai cho chiến sĩ?", None),
    ],
)
def test_who_only_works_with_another_leads_nothing(library: Library, question: str, expected: str | None) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    "question", ["Ai dựng homestay?", "Ai chủ trì dựng homestay?", "Ai gỡ bẫy dây trong rừng giáp ranh?"]
)
def test_who_helps_with_a_thing_is_not_who_does_it(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Cơ quan nào chủ trì việc đổi dây chuyền cho cơ sở sơ chế cơm dừa?", "Sở Công Thương"),
        ("Ai phụ trách sâu đầu đen trên vườn dừa?", "Chi cục Bảo vệ thực vật"),
        ("Đơn vị nào chủ trì hội chợ dừa quốc tế?", "Trung tâm Xúc tiến đầu tư"),
    ],
)
def test_a_column_says_who_leads_whatever_the_task_begins_with(library: Library, question: str, expected: str) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    "question", ["Ai phải hỗ trợ hộ dân dựng homestay?", "Ai chịu trách nhiệm hỗ trợ hộ dân dựng homestay?"]
)
def test_who_must_help_is_told_when_helping_is_asked_for(library: Library, question: str) -> None:
    assert library.ask(question).answer == "Đoàn Thanh niên tỉnh"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai hỗ trợ hộ dân dựng homestay?", "Đoàn Thanh niên tỉnh"),
        ("Ai tham gia gỡ bẫy dây trong rừng giáp ranh?", "Công an xã Ayun"),
    ],
)
def test_who_helps_is_told_however_the_helping_is_asked_for(library: Library, question: str, expected: str) -> None:
    assert library.ask(question).answer == expected


# --- The body asked for by its kind --------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trường đại học nào chủ trì giải mã gen voọc chà vá chân xám?", "Trường Đại học Tây Nguyên"),
        ("Hiệp hội nào thiết kế tuyến đi bộ xem voọc?", "Hiệp hội Du lịch tỉnh"),
        ("Sở nào cấp điện chiếu sáng cầu treo?", "Sở Công Thương"),
        ("Cơ quan nào chủ trì kiểm đếm quần thể voọc chà vá chân xám?", "Sở Nông nghiệp và Môi trường"),
    ],
)
def test_a_body_of_the_kind_asked_for_is_told(library: Library, question: str, expected: str) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    "question",
    [
        "Trường đại học nào chủ trì kiểm đếm quần thể voọc chà vá chân xám?",  # "Sở Nông nghiệp và Môi trường"
        "Sở nào chủ trì giải mã gen voọc chà vá chân xám?",
        "Phường nào chủ trì kiểm định cáp cầu treo?",
        "Bệnh viện nào phun khử khuẩn giếng nước?",
        pytest.param(
            "so nao chu tri giai ma gen vooc cha va chan xam",
        ),
        "Công ty nào chủ trì kiểm định cáp cầu treo?",
    ],
)
def test_a_body_of_another_kind_is_not(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ trì cung ứng máy phát điện?", "Sở Công Thương"),
        pytest.param(
            "Ai cung ứng máy phát điện?",
            "Sở Công Thương",
        ),
        ("Ai chủ trì phun thuốc diệt muỗi?", None),
        ("Ai chủ trì sửa chữa phòng học bị tốc mái?", "Sở Giáo dục và Đào tạo"),
        ("Ai chủ trì sửa chữa phòng khám bị tốc mái?", None),
        ("Ai chủ trì theo dõi rệp sáp trên vườn dừa?", None),
        ("Ai chủ trì sâu đầu vàng trên vườn cam?", None),
        pytest.param(
            "Ai chủ trì kiểm định thang máy?",
            None,
            marks=pytest.mark.xfail(strict=True, reason="a word that the index lacks sets nothing apart"),
        ),
    ],
)
def test_who_leads_another_thing_is_not_told(library: Library, question: str, expected: str | None) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trường Đại học Tây Nguyên giải mã gen gì?", True),
        ("Công an xã Ia Pa tham gia gỡ bẫy dây ở đâu?", False),
        ("Sở Y tế Quảng Ngãi phải làm gì?", True),
        ("Sở Y tế Gia Lai phải làm gì?", False),
        ("Đồn Biên phòng Ia Chía phải làm gì?", False),
        ("Báo Kon Tum làm gì?", False),
        pytest.param(
            "Trường Đại học Tây Bắc giải mã gen gì?",
            False,
            marks=pytest.mark.xfail(strict=True, reason="of a long name two words beside one another are enough"),
        ),
    ],
)
def test_what_a_body_does_is_not_told_of_one_of_another_place(library: Library, question: str, told: bool) -> None:
    assert (library.ask(question).answer is not None) is told


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Vườn Quốc gia Kon Ka Kinh lắp bao nhiêu bẫy ảnh?", "40 bẫy ảnh"),
        ("Vườn Quốc gia Kon Ka Kinh mở mấy lớp tập huấn?", "hai lớp"),
    ],
)
def test_how_many_is_told_in_figures_and_in_words(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Vườn Quốc gia Kon Ka Kinh phải làm gì?", "kon ka kinh"),
        pytest.param(
            "Vườn Quốc gia Chư Mom Ray phải làm gì?",
            "mom ray",
            marks=pytest.mark.xfail(strict=True, reason="a name that the index lacks gets marks: 'mồm'"),
        ),
        ("Công ty nào kiểm định cáp cầu treo?", "công ty"),
    ],
)
def test_what_is_typed_with_care_is_searched_as_typed(library: Library, question: str, kept: str) -> None:
    assert kept in library.ask(question).understood.lower()


# --- Documents by kind and subject ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Ai ký chỉ thị về mưa đá?", "Nguyễn Hoàng Giang"),
        ("Ai ký kế hoạch bảo tồn voọc?", "Rơ Mah Phương"),
        ("Kế hoạch nào nói về cầu treo?", "77/KH-UBND"),
    ],
)
def test_a_document_of_this_kind_and_subject_is_found(library: Library, question: str, held: str) -> None:
    assert held in (library.ask(question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký chỉ thị về cháy rừng?",
        "Kế hoạch nâng cấp cầu treo của Gia Lai do ai ký?",
        "Hướng dẫn nào nói về cầu treo?",
    ],
)
def test_a_document_of_another_kind_or_subject_is_not(library: Library, question: str) -> None:
    assert library.ask(question).answer is None


# --- Beside the assignments ----------------------------------------------------------------------


def test_a_clause_of_no_assignment_answers_for_itself(library: Library) -> None:
    assert library.ask("Ai mở chuyên trang giới thiệu tuyến đi bộ?").answer == "Báo Gia Lai"
    beside = library.ask("Ai giữ hộ tiền vé tham quan?").answer
    assert beside == "Tiền vé tham quan do Kho bạc Nhà nước khu vực XV giữ hộ."


# --- All questions -------------------------------------------------------------------------------

ASKED = {
    "Vườn Quốc gia Kon Ka Kinh phải làm những việc gì?": "Lắp 40 bẫy ảnh trên các tuyến tuần rừng; Mở hai lớp tập huấn",
    "Sở Công Thương phải làm gì theo chỉ thị về mưa đá, giông lốc?": "bình ổn giá tấm lợp; kiểm tra các cửa hàng vật liệu",
    "Sở Công Thương Quảng Ngãi phải làm gì?": "cấp điện chiếu sáng cầu treo; bình ổn giá tấm lợp",
    "Sở Công Thương phải làm gì về máy phát điện?": "cung ứng máy phát điện cho các xã bị cô lập",
    "Ai phối hợp thu nộp súng tự chế?": "Hạt Kiểm lâm liên huyện phối hợp với Hội Nông dân tỉnh",
    "Hạt Kiểm lâm liên huyện phối hợp với ai để thu nộp súng tự chế?": "Hội Nông dân tỉnh",
    "Ai phối hợp với Hội Nông dân tỉnh để thu nộp súng tự chế?": "Hạt Kiểm lâm liên huyện",
    "Ai chủ trì thu nộp súng tự chế?": None,
    "Sở Xây dựng phối hợp với ai kiểm định cáp cầu treo?": "Sở Khoa học và Công nghệ",
    "Ai phải hỗ trợ hộ dân dựng homestay?": "Đoàn Thanh niên tỉnh",
    "Trường đại học nào chủ trì giải mã gen voọc chà vá chân xám?": "Trường Đại học Tây Nguyên",
    "Cơ quan nào chủ trì giải mã gen voọc chà vá chân xám?": "Trường Đại học Tây Nguyên",
    "Hiệp hội nào thiết kế tuyến đi bộ xem voọc?": "Hiệp hội Du lịch tỉnh",
    "Ai giữ hộ tiền vé tham quan?": "Kho bạc Nhà nước khu vực XV",
    "Ai ký Kế hoạch 214/KH-UBND?": "Rơ Mah Phương, Chủ tịch",
}

test_the_way_of_typing_changes_no_answer, test_an_answer_is_made_of_what_it_cites = checks_of_every_answer(ASKED)
