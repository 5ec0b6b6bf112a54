"""Questions that ask for two things, of two documents, or for a time of the document itself. Built directives."""

import pytest

from build_directives import annex, closing, directive, head, task_table
from tests_builders import built_library
from tracuu import vi
from tracuu.overview import entry_told
from tracuu.pipeline import Library
from tracuu.types import AnswerItem, Intent

TELEGRAM = directive(
    top=head(
        issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        symbol="Số: 17/CĐ-UBND",
        place_date="Quảng Ngãi, hồi 19 giờ 45 phút, ngày 03 tháng 11 năm 2025",
    ),
    title="CÔNG ĐIỆN",
    subject="Về ứng phó sóng lớn ven biển",
    body="""1. Sở Công Thương chủ trì dự trữ mì gói cho đặc khu Lý Sơn.

2. Sở Công Thương chủ trì cấp điện cho trạm bơm trước ngày 06/11/2025.

3. Bộ Chỉ huy Bộ đội Biên phòng tỉnh gọi tàu vào bờ.""",
    end=closing(behalf="", office="CHỦ TỊCH", name="Nguyễn Hoàng Giang"),
)
FIRST = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH AN GIANG",
        symbol="Số: 61/KH-UBND",
        place_date="Long Xuyên, ngày 04 tháng 02 năm 2025",
    ),
    subject="Trồng cây phân tán năm 2025",
    body="I. CHỈ TIÊU\n\n1. Trồng 500 nghìn cây phân tán trong năm 2025.",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Hồ Văn Mừng"),
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan theo dõi", "Thời hạn"),
                rows=(
                    ("1", "Ươm giống sao đen", "Sở Nông nghiệp và Môi trường", "Ban Nội chính Tỉnh ủy", "30/4/2025"),
                    ("2", "Lắp vòi tưới kênh Vĩnh Tế", "Công ty Thủy lợi", "Hội Nông dân tỉnh", "Quý II/2025"),
                ),
            ),
            name="Phân công",
        )
    ],
)
SECOND = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 72/KH-UBND",
        place_date="Cao Lãnh, ngày 19 tháng 02 năm 2025",
    ),
    subject="Trồng cây phân tán năm 2025",
    body="I. CHỈ TIÊU\n\n1. Trồng 700 nghìn cây phân tán trong năm 2025.",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Trí Quang"),
)
MINISTRY = directive(
    top=head(
        issuer="BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        symbol="Số: 903/QĐ-BNNMT",
        place_date="Hà Nội, ngày 12 tháng 3 năm 2025",
    ),
    title="QUYẾT ĐỊNH",
    subject="Về chương trình nuôi ong lấy mật",
    body="""1. Mở 240 lớp dạy nuôi ong năm 2025.

2. Mức hỗ trợ giống là 400 nghìn đồng/đàn ong, 12 triệu đồng/hộ.""",
    end=closing(behalf="", office="BỘ TRƯỞNG", name="Trần Đức Thắng"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    texts = {"cong-dien.txt": TELEGRAM, "an-giang.txt": FIRST, "dong-thap.txt": SECOND, "bo.txt": MINISTRY}
    return built_library(tmp_path_factory.mktemp("joined"), texts)


@pytest.mark.parametrize("question", ["Công điện 17 phát đi lúc mấy giờ, ngày nào?", "Công điện 17 ban hành khi nào?"])
def test_a_telegram_tells_its_hour(library: Library, question: str) -> None:
    told = library.ask(question)
    assert told.answer == "hồi 19 giờ 45 phút, ngày 03 tháng 11 năm 2025"
    assert told.answer in " ".join(told.citations[0].quote.split())


def test_tasks_are_told_with_their_times_where_both_are_asked(library: Library) -> None:
    answer = library.ask("Sở Công Thương Quảng Ngãi phải làm gì, trước ngày nào?")
    first, second = (answer.answer or "").split(vi.JOIN_LIST)
    assert first == "dự trữ mì gói cho đặc khu Lý Sơn" + vi.DUE.format(when=vi.DUE_NEVER)
    assert [entry_told(item) for item in answer.items] == [first, second]
    assert "cấp điện cho trạm bơm" in second
    assert second.count("06/11/2025") == 1
    assert vi.DUE_NEVER not in second


@pytest.mark.parametrize(
    ("text", "role", "told"),
    [
        ("Lắp camera tại bến đò", Intent.COORDINATING, "phối hợp: Lắp camera tại bến đò"),
        ("Phối hợp với Công an xã tuần tra", Intent.COORDINATING, "Phối hợp với Công an xã tuần tra"),
        ("Lắp camera tại bến đò", Intent.LEAD, "Lắp camera tại bến đò"),
    ],
)
def test_the_role_is_told_unless_the_task_says_it(text: str, role: Intent, told: str) -> None:
    item = AnswerItem(
        text=text, locator=(), reference="", marked_reference="", source="a.txt", start=0, end=9, role=role
    )
    assert entry_told(item) == told


def test_tasks_alone_are_told_without_a_word_on_times(library: Library) -> None:
    assert vi.DUE_NEVER not in (library.ask("Sở Công Thương Quảng Ngãi phải làm gì?").answer or vi.DUE_NEVER)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Sở nào chủ trì ươm giống sao đen và ban nào theo dõi?",
            "Sở Nông nghiệp và Môi trường; Ban Nội chính Tỉnh ủy",
        ),
        ("Cơ quan nào chủ trì ươm giống sao đen, thời hạn?", "Sở Nông nghiệp và Môi trường; 30/4/2025"),
        ("Bao giờ xong ươm giống sao đen và sở nào chủ trì?", "30/4/2025; Sở Nông nghiệp và Môi trường"),
        ("Bao giờ xong lắp vòi tưới kênh Vĩnh Tế và sở nào chủ trì?", "Quý II/2025"),
    ],
)
def test_the_second_half_is_answered_with_what_it_asks_for(library: Library, question: str, expected: str) -> None:
    assert library.ask(question).answer == expected


@pytest.mark.parametrize(
    "question",
    [
        "Theo Kế hoạch 61 và Kế hoạch 72 năm 2025 trồng bao nhiêu cây phân tán?",
        "An Giang và Đồng Tháp năm 2025 trồng bao nhiêu cây phân tán?",
    ],
)
def test_both_of_two_that_are_named_are_told(library: Library, question: str) -> None:
    told = library.ask(question)
    assert "500 nghìn cây" in (told.answer or "")
    assert "700 nghìn cây" in (told.answer or "")
    assert {citation.document for citation in told.citations[:2]} == {"61/KH-UBND", "72/KH-UBND"}


def test_one_of_two_is_told_alone_when_it_is_named(library: Library) -> None:
    told = library.ask("An Giang năm 2025 trồng bao nhiêu cây phân tán?").answer or ""
    assert "500 nghìn cây" in told
    assert "700" not in told


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Năm 2025 mở bao nhiêu lớp dạy nuôi ong?", "240 lớp"),
        ("Năm 2025 An Giang mở bao nhiêu lớp dạy nuôi ong?", None),
        ("Ở An Giang mỗi hộ nuôi ong được hỗ trợ giống bao nhiêu theo Quyết định 903?", "12 triệu đồng/hộ"),
    ],
)
def test_a_figure_of_the_country_is_none_of_a_province(library: Library, question: str, held: str | None) -> None:
    told = library.ask(question).answer
    assert told is None if held is None else held in (told or "")


def test_who_does_it_may_share_a_word_with_whom_it_is_for(library: Library) -> None:
    told = library.ask("Nông dân lắp vòi tưới kênh Vĩnh Tế được ai theo dõi?")
    assert told.answer == "Hội Nông dân tỉnh"
