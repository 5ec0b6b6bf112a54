"""Who does what by when: read from prose and tables of any province; what is doubtful is left out."""

import time
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_directives import annex, closing, directive, head, task_table
from tracuu.agencies.names import is_names, names_end
from tracuu.documents import read_documents
from tracuu.facts.actors import actor_of
from tracuu.facts.assignments import read_assignments
from tracuu.facts.clauses import reading_copy
from tracuu.facts.deadlines import find_deadlines, read_deadline
from tracuu.text import normalise, squeeze
from tracuu.types import Assignment, Deadline, Document, Header, Level, Precision, Section, Source, Span, Spans

LAI_CHAU = "ke-hoach-2233-lai-chau.txt"
DIEN_BIEN = "ke-hoach-39-dien-bien.txt"
DIEN_BIEN_2022 = "ke-hoach-nq06-dien-bien-2022.txt"
HA_TINH = "chuong-trinh-hanh-dong-ha-tinh.txt"
SINH_PHINH = "cong-van-584-sinh-phinh.txt"


def words(spans: Spans, text: str) -> str:
    return " | ".join(squeeze(text[slice(*s)]) for s in spans)


def row(found: Assignment, text: str) -> tuple[str, str, str, str, str]:
    """Task, lead, coordinating, supervising, deadline as printed."""
    due = words(found.deadline.spans, text) if found.deadline else ""
    return (
        words(found.task, text), words(found.lead, text), words(found.coordinating, text),
        words(found.supervising, text), due,
    )  # fmt: skip


def assigned(text: str) -> list[tuple[str, str, str, str, str]]:
    text = normalise(text)
    source = Source(source_id="x.txt", sha256="", text=text)
    return [row(a, text) for d in read_documents(source) for a in read_assignments(d, source)]


def plan(
    body: str, *, kind: str = "KẾ HOẠCH", section: str = "II. TỔ CHỨC THỰC HIỆN", issuer: str = "SƠN LA", end: str = ""
) -> str:
    """A directive with one section; nothing but that section gives anybody work."""
    preamble = "Thực hiện Nghị quyết số 12-NQ/TU ngày 05/01/2026 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành"
    return directive(
        top=head(issuer=f"ỦY BAN NHÂN DÂN\nTỈNH {issuer}"),
        title=kind,
        body=f"{preamble} {kind.capitalize()} như sau:\n\n{section}\n\n{body}",
        end=end or closing(),
    )


# --- Deadlines ---------------------------------------------------------------------------------

DAY, MONTH, QUARTER, YEAR = Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR
PERIOD, RECURRING, RELATIVE = Precision.PERIOD, Precision.RECURRING, Precision.RELATIVE

CELLS: list[tuple[str, Precision | None, date | None]] = [
    ("15/4/2026", DAY, date(2026, 4, 15)),
    ("30-5-2026", DAY, date(2026, 5, 30)),
    ("Ngày 15 tháng 9 năm 2025", DAY, date(2025, 9, 15)),
    ("Trước 31/10/2025", DAY, date(2025, 10, 30)),
    ("Trước ngày 01/01/2027", DAY, date(2026, 12, 31)),
    ("Chậm nhất ngày 15/4/2026", DAY, date(2026, 4, 15)),
    ("Đến hết ngày 15/4/2026", DAY, date(2026, 4, 15)),
    ("31/6/2026", DAY, None),
    ("30/6", DAY, None),
    ("Tháng 8/2026", MONTH, date(2026, 8, 31)),
    ("Tháng 2 năm 2028", MONTH, date(2028, 2, 29)),
    ("10/2026", MONTH, date(2026, 10, 31)),
    ("trước tháng 8/2026", MONTH, date(2026, 7, 31)),
    ("Tháng 9", MONTH, None),
    ("Quý II/2026", QUARTER, date(2026, 6, 30)),
    ("Quý III/năm 2026", QUARTER, date(2026, 9, 30)),
    ("Quý 4 năm 2026", QUARTER, date(2026, 12, 31)),
    ("Quý H/2026", QUARTER, date(2026, 6, 30)),
    ("quý ll năm 2026", QUARTER, date(2026, 6, 30)),
    ("Quý lll/2026", QUARTER, date(2026, 9, 30)),
    ("Trước quý IV/2026", QUARTER, date(2026, 9, 30)),
    ("Quý II", QUARTER, None),
    ("Năm 2026", YEAR, date(2026, 12, 31)),
    ("2027", YEAR, date(2027, 12, 31)),
    ("Trong 2027", YEAR, date(2027, 12, 31)),
    ("Định kỳ ngày 05 tháng 12 hằng năm", RECURRING, None),
    ("Ba tháng một lần", RECURRING, None),
    ("Trước năm 2030", YEAR, date(2029, 12, 31)),
    ("năm 2026 xây dựng Chương trình", YEAR, date(2026, 12, 31)),
    ("Đầu năm 2027", YEAR, None),
    ("Từ năm 2026", YEAR, None),
    ("Năm 2026 và các năm tiếp theo", YEAR, None),
    ("2025 - 2028", PERIOD, date(2028, 12, 31)),
    ("Giai đoạn 2026-2030", PERIOD, date(2030, 12, 31)),
    ("Quý II, III/2026", PERIOD, date(2026, 9, 30)),
    ("Tháng 5 - 6/2026", PERIOD, date(2026, 6, 30)),
    ("6 tháng đầu năm 2026", PERIOD, date(2026, 6, 30)),
    ("Từ tháng 3 đến tháng 6/2026", PERIOD, date(2026, 6, 30)),
    ("Từ ngày 05/3 đến ngày 20/3/2026", PERIOD, date(2026, 3, 20)),
    ("Quý II/2026 trình; quý IV/2026 hoàn thành", QUARTER, None),
    ("Thường xuyên", RECURRING, None),
    ("Hằng quý", RECURRING, None),
    ("Trước ngày 15 hằng tháng", RECURRING, None),
    ("Định kỳ 6 tháng", RECURRING, None),
    ("Thứ sáu hằng tuần", RECURRING, None),
    ("Trong 05 ngày làm việc kể từ ngày nhận hồ sơ", RELATIVE, None),
    ("Kỳ họp giữa năm 2026", YEAR, None),
    ("Theo tiến độ của Trung ương", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("cell", "precision", "due"), CELLS)
def test_a_cell_says_by_when(cell: str, precision: Precision | None, due: date | None) -> None:
    found = read_deadline(reading_copy(cell), [Span(0, len(cell))])
    assert (found and found.precision, found and found.due) == (precision, due)


def test_the_heading_of_the_column_gives_the_year() -> None:
    assert read_deadline("Quý II", [Span(0, 6)], 2026) == Deadline(
        spans=(Span(0, 6),), precision=QUARTER, due=date(2026, 6, 30)
    )


SENTENCES: list[tuple[str, list[tuple[str, date | None]]]] = [
    ("trình Chính phủ trước ngày 15 tháng 9 năm 2025", [("trước ngày 15 tháng 9 năm 2025", date(2025, 9, 14))]),
    ("hoàn thành trước ngày 15/4/2026", [("trước ngày 15/4/2026", date(2026, 4, 14))]),
    ("hoàn thành trong quý IV năm 2025", [("trong quý IV năm 2025", date(2025, 12, 31))]),
    ("hoàn thành quý III/2027", [("quý III/2027", date(2027, 9, 30))]),
    ("sơ tán dân trước 10 giờ 00 ngày 21/7/2025", [("trước 10 giờ 00 ngày 21/7/2025", date(2025, 7, 21))]),
    ("chậm nhất là ngày 15/4/2026", [("chậm nhất là ngày 15/4/2026", date(2026, 4, 15))]),
    ("ngay trong năm 2026", [("ngay trong năm 2026", date(2026, 12, 31))]),
    ("báo cáo vào thứ 2 hằng tuần", [("vào thứ 2 hằng tuần", None)]),
    ("báo cáo trước ngày 15 tháng cuối quý", [("trước ngày 15 tháng cuối quý", None)]),
    ("tuyên truyền (thực hiện thường xuyên)", [("thường xuyên", None)]),
    ("thường xuyên kiểm tra", []),
    ("kế hoạch thực hiện hằng năm và giai đoạn", []),
    ("dừng cấp phép từ ngày 21/7/2025", []),
    ("Đề án phát triển đô thị đến năm 2030, tầm nhìn đến năm 2045", []),
    ("kế hoạch đầu tư công trung hạn giai đoạn 2026 - 2030", []),
    ("thực hiện Kế hoạch số 39-KH/TU, ngày 13/3/2026", []),
    ("kết luận tại phiên họp ngày 06/4/2026", []),
    ("trước năm học 2027 - 2028", []),
]


@pytest.mark.parametrize(("sentence", "times"), SENTENCES)
def test_a_sentence_says_by_when(sentence: str, times: list[tuple[str, date | None]]) -> None:
    copy = reading_copy(sentence)
    assert [(copy[slice(*t.whole)], t.due) for t in find_deadlines(copy, Span(0, len(copy)))] == times


# --- Names -------------------------------------------------------------------------------------

NAMES: list[tuple[str, str | None]] = [
    ("Sở Xây dựng| chủ trì, phối hợp", ""),
    ("Sở Nông nghiệp và Môi trường| phối hợp với", ""),
    ("Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh| chủ trì", ""),
    ("Trung tâm Phát triển quỹ đất| tập trung thực hiện", ""),
    ("Các sở, ban, ngành tỉnh| theo chức năng", ""),
    ("Các huyện, thành, thị ủy, đảng ủy trực thuộc| tổ chức quán triệt", ""),
    ("Các cơ quan tham mưu, giúp việc của Tỉnh ủy| căn cứ chức năng", ""),
    ("UBND các xã, phường: Xuân Hương, Lang Biang| quản lý nhà kính", ""),
    ("UBND các xã, phường|: Tổ chức tuyên truyền", ""),
    ("Sở Tài chính|: Tham mưu UBND tỉnh", ""),
    ("Chánh Văn phòng Bộ, Vụ trưởng Vụ Cải cách hành chính và Thủ trưởng các đơn vị| chịu trách nhiệm", ""),
    ("Báo và Phát thanh, Truyền hình Quảng Trị| tuyên truyền", ""),
    ("Trường Đại học Trà Vinh| đào tạo bán dẫn", ""),
    ("Trưởng các bản| vận động nhân dân", ""),
    ("Phó Thủ tướng Lê Thành Long| trực tiếp chỉ đạo", ""),
    ("Công an tỉnh| bắt giữ đối tượng", ""),
    ("Sở Tài chính| – Chủ trì thẩm định", ""),
    ("Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy phụ trách địa bàn| chỉ đạo", ""),
    ("Chủ tịch UBND các xã, phường có rừng| chịu trách nhiệm", ""),
    ("UBND các xã, phường có vùng trồng cà phê| rà soát quỹ đất", ""),
    ("UBND các xã, phường có dự án|", ""),
    ("UBND các xã, phường| có giải pháp hỗ trợ người dân", ""),
    ("Chi cục An toàn vệ sinh thực phẩm| kiểm tra bếp ăn", ""),
    ("Đồng chí Phó Bí thư Thường trực Đảng ủy| chỉ đạo chung", ""),
    ("Ban Chỉ đạo chuyển đổi số tỉnh| gồm 17 thành viên", ""),
    ("Đơn vị nào chậm báo cáo", None),
    ("Hội nghị triển khai", None),
    ("Ban hành kế hoạch", None),
    ("Báo cáo kết quả", None),
    ("Phòng, chống thiên tai", None),
    ("Bộ tiêu chí đánh giá", None),
    ("Tổ chức hội nghị", None),
    ("Lãnh đạo xây dựng Đề án", None),
    ("Sở chủ trì", None),
]


@pytest.mark.parametrize(("said", "expected"), NAMES)
def test_a_name_ends_where_its_work_begins(said: str, expected: str | None) -> None:
    name, _, rest = said.partition("|")
    copy = name + rest
    assert names_end(copy, 0, len(copy)) == (None if expected is None else len(name))


def test_a_name_is_told_from_a_sentence() -> None:
    yes = ["Sở Y tế; UBND các xã, phường", "Công ty TNHH MTV Khai thác thủy lợi An Giang", "Hội Liên hiệp Phụ nữ xã."]
    no = ["Sở Y tế chủ trì rà soát", "Quý II/2026", "Hạ tầng số", "Ban hành quy chế", ""]
    assert [is_names(s, 0, len(s)) for s in yes] == [True] * len(yes)
    assert [is_names(s, 0, len(s)) for s in no] == [False] * len(no)


# --- Prose -------------------------------------------------------------------------------------

# Body of a section, then (task, lead, coordinating, supervising, deadline) of each assignment.
PROSE: list[tuple[str, list[tuple[str, str, str, str, str]]]] = [
    (
        "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng đề án, hoàn thành trước ngày 30/9/2026.",
        [("xây dựng đề án, hoàn thành trước ngày 30/9/2026", "Sở Y tế", "Sở Tài chính", "", "trước ngày 30/9/2026")],
    ),
    (
        "1. Giao Sở Tài chính:\n- Bố trí kinh phí.\n- Chủ trì, phối hợp với Sở Nội vụ thẩm định dự toán.\n+ Tổng hợp báo cáo.",
        [
            ("Bố trí kinh phí", "Sở Tài chính", "", "", ""),
            ("thẩm định dự toán", "Sở Tài chính", "Sở Nội vụ", "", ""),
            ("Tổng hợp báo cáo", "Sở Tài chính", "", "", ""),
        ],
    ),
    (
        "a) Sở Y tế\n- Chủ trì rà soát trạm y tế.\n- Phối hợp với Sở Nội vụ sắp xếp nhân lực.\nb) Sở Nội vụ: Tham mưu biên chế.",
        [
            ("rà soát trạm y tế", "Sở Y tế", "", "", ""),
            ("sắp xếp nhân lực", "", "Sở Y tế", "", ""),
            ("Tham mưu biên chế", "Sở Nội vụ", "", "", ""),
        ],
    ),
    (
        "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan:\n- Rà soát quy chế làm việc.\n- Phối hợp với Sở Tư pháp thẩm định quy chế.",
        [
            ("Rà soát quy chế làm việc", "Sở Nội vụ", "các cơ quan liên quan", "", ""),
            ("thẩm định quy chế", "", "Sở Nội vụ", "", ""),
        ],
    ),
    (
        "1. Sở Công Thương, Sở Du lịch phối hợp với Sở Văn hóa tổ chức hội chợ.",
        [("tổ chức hội chợ", "", "Sở Công Thương, Sở Du lịch", "", "")],
    ),
    (
        "1. Sở Tài chính chủ trì, Sở Xây dựng, Công an tỉnh phối hợp thẩm tra hồ sơ quyết toán.",
        [("thẩm tra hồ sơ quyết toán", "Sở Tài chính", "Sở Xây dựng, Công an tỉnh", "", "")],
    ),
    (
        "1. Sở Giáo dục và Đào tạo (chủ trì), Sở Nội vụ (phối hợp) tuyển dụng giáo viên trong năm 2026.",
        [("tuyển dụng giáo viên trong năm 2026", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "", "trong năm 2026")],
    ),
    (
        "1. Tổ chức lễ phát động (Sở Y tế chủ trì, Hội Chữ thập đỏ tỉnh phối hợp), hoàn thành trong tháng 5/2026.",
        [("Tổ chức lễ phát động", "Sở Y tế", "Hội Chữ thập đỏ tỉnh", "", "trong tháng 5/2026")],
    ),
    (
        "1. Nhiệm vụ lập quy hoạch phân khu do Sở Xây dựng chủ trì, phối hợp với Sở Tài chính.",
        [("Nhiệm vụ lập quy hoạch phân khu", "Sở Xây dựng", "Sở Tài chính", "", "")],
    ),
    (
        "1. Rà soát quy hoạch phân khu\nCơ quan chủ trì: Sở Xây dựng. Cơ quan phối hợp: UBND các xã, phường. Thời gian hoàn thành: Quý II/2026.\n"
        "2. Số hóa hồ sơ đất đai\n- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.\n- Cơ quan phối hợp: Công an tỉnh.\n- Thời gian hoàn thành: Tháng 9/2026.",
        [
            ("Rà soát quy hoạch phân khu", "Sở Xây dựng", "UBND các xã, phường", "", "Quý II/2026"),
            ("Số hóa hồ sơ đất đai", "Sở Nông nghiệp và Môi trường", "Công an tỉnh", "", "Tháng 9/2026"),
        ],
    ),
    (
        "1. Đối với tuyến cao tốc Tân Phú - Bảo Lộc: giao Ban Quản lý dự án tỉnh chủ trì; Sở Xây dựng giám sát chất lượng.",
        [
            ("Đối với tuyến cao tốc Tân Phú - Bảo Lộc", "Ban Quản lý dự án tỉnh", "", "", ""),
            ("giám sát chất lượng", "", "", "Sở Xây dựng", ""),
        ],
    ),
    (
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tăng cường tuyên truyền.",
        [
            (
                "tăng cường tuyên truyền",
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội",
                "",
                "",
                "",
            )
        ],
    ),
    (
        "Yêu cầu Chủ tịch UBND các xã, phường tháo dỡ công trình vi phạm, xong trước ngày 30/4/2026.",
        [
            (
                "tháo dỡ công trình vi phạm, xong trước ngày 30/4/2026",
                "Chủ tịch UBND các xã, phường",
                "",
                "",
                "trước ngày 30/4/2026",
            )
        ],
    ),
    (
        "UBND tỉnh giao Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước khu vực VIII rà soát nguồn vốn.",
        [("rà soát nguồn vốn", "Sở Tài chính", "Kho bạc Nhà nước khu vực VIII", "", "")],
    ),
    (
        "1. Giao các sở: Xây dựng, Tài chính, Nội vụ rà soát quy chế.",
        [("rà soát quy chế", "các sở: Xây dựng, Tài chính, Nội vụ", "", "", "")],
    ),
    (
        "1. UBND các huyện: Mường Nhé, Nậm Pồ; UBND thị xã Mường Lay bố trí quỹ đất trước 31/12/2022.",
        [
            (
                "bố trí quỹ đất trước 31/12/2022",
                "UBND các huyện: Mường Nhé, Nậm Pồ; UBND thị xã Mường Lay",
                "",
                "",
                "trước 31/12/2022",
            )
        ],
    ),
    (
        "2. Các cơ quan tham mưu của Tỉnh ủy\nBan Tổ chức Tỉnh ủy chủ trì, phối hợp với Ủy ban Kiểm tra Tỉnh ủy hướng dẫn đánh giá cán bộ.\n"
        "Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
        [
            ("hướng dẫn đánh giá cán bộ", "Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "", ""),
            ("theo dõi, đôn đốc việc thực hiện Kế hoạch này", "", "", "Văn phòng Tỉnh ủy", ""),
        ],
    ),
    (
        "1. Công an tỉnh hoàn thành các nội dung sau trước ngày 30/6/2026:\n- Làm sạch dữ liệu dân cư.\n- Cấp căn cước cho công dân.",
        [
            ("Làm sạch dữ liệu dân cư", "Công an tỉnh", "", "", "trước ngày 30/6/2026"),
            ("Cấp căn cước cho công dân", "Công an tỉnh", "", "", "trước ngày 30/6/2026"),
        ],
    ),
    (
        "1. Công an tỉnh trước ngày 30/6/2026 báo cáo kết quả; thực hiện:\n- Làm sạch dữ liệu dân cư.",
        [("Làm sạch dữ liệu dân cư", "Công an tỉnh", "", "", "")],
    ),
    (
        "1. Các xã, phường ban hành kế hoạch của địa phương. Hoàn thành trước ngày 15/4/2026.",
        [("ban hành kế hoạch của địa phương", "Các xã, phường", "", "", "trước ngày 15/4/2026")],
    ),
    (
        "1. Sở Tài chính thẩm định dự án trước ngày 15/5/2026; trình UBND tỉnh trước ngày 30/6/2026.",
        [
            ("thẩm định dự án trước ngày 15/5/2026", "Sở Tài chính", "", "", "trước ngày 15/5/2026"),
            ("trình UBND tỉnh trước ngày 30/6/2026", "Sở Tài chính", "", "", "trước ngày 30/6/2026"),
        ],
    ),
    (
        "1. Các chi bộ hoàn thành kiểm điểm trước ngày 31/12/2025, gửi báo cáo về Đảng ủy trước ngày 15/01/2026.",
        [
            ("hoàn thành kiểm điểm trước ngày 31/12/2025", "Các chi bộ", "", "", "trước ngày 31/12/2025"),
            ("gửi báo cáo về Đảng ủy trước ngày 15/01/2026", "Các chi bộ", "", "", "trước ngày 15/01/2026"),
        ],
    ),
    (
        "1. UBND các xã tháo dỡ 120 ha nhà kính trong năm 2026 và 200 ha trong năm 2027.",
        [("tháo dỡ 120 ha nhà kính trong năm 2026 và 200 ha trong năm 2027", "UBND các xã", "", "", "")],
    ),
    (
        "1. Sở Y tế chủ trì rà soát theo Quyết định số 12/QĐ-UBND ngày 03/02/2026 của UBND tỉnh.",
        [("rà soát theo Quyết định số 12/QĐ-UBND ngày 03/02/2026 của UBND tỉnh", "Sở Y tế", "", "", "")],
    ),
    (
        "1. Định kỳ hằng quý, Sở Tư pháp tổng hợp, báo cáo UBND tỉnh.",
        [("tổng hợp, báo cáo UBND tỉnh", "Sở Tư pháp", "", "", "Định kỳ hằng quý")],
    ),
    (
        "1. Trên cơ sở Kế hoạch này, UBND các xã, phường ban hành kế hoạch trong tháng 3/2026.",
        [("ban hành kế hoạch trong tháng 3/2026", "UBND các xã, phường", "", "", "trong tháng 3/2026")],
    ),
    (
        "1. Sở Xây dựng làm đầu mối tiếp nhận kiến nghị của doanh nghiệp.",
        [("tiếp nhận kiến nghị của doanh nghiệp", "Sở Xây dựng", "", "", "")],
    ),
    (
        "1. Thủ trưởng các cơ quan chịu trách nhiệm trước UBND tỉnh về kết quả thực hiện Kế hoạch này.",
        [("kết quả thực hiện Kế hoạch này", "Thủ trưởng các cơ quan", "", "", "")],
    ),
    (
        "1. Sở Nội vụ (Ban Thi đua - Khen thưởng) chủ trì tổng kết phong trào thi đua.",
        [("tổng kết phong trào thi đua", "Sở Nội vụ", "", "", "")],
    ),
    (
        "1. Sở Nông nghiệp và\nMôi trường chủ trì, phối hợp với Sở Tài\nchính rà soát quỹ đất.",
        [("rà soát quỹ đất", "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "", "")],
    ),
    (
        "1. **Sở Y tế** chủ trì, *phối hợp với* **Sở Tài chính** xây dựng đề án.",
        [("xây dựng đề án", "Sở Y tế", "Sở Tài chính", "", "")],
    ),
    (
        "1. Sở Y tế chủ trì rà soát các trạm y tế đã được\n\nđầu tư trên địa bàn.",
        [("rà soát các trạm y tế đã được | đầu tư trên địa bàn", "Sở Y tế", "", "", "")],
    ),
    (
        "1. Trách nhiệm của Sở Nội vụ\na) Hướng dẫn xếp lương.\nb) Theo dõi, tổng hợp, báo cáo.",
        [
            ("Hướng dẫn xếp lương", "Sở Nội vụ", "", "", ""),
            ("Theo dõi, tổng hợp, báo cáo", "", "", "Sở Nội vụ", ""),
        ],
    ),
    (
        "1. Ủy ban Kiểm tra các cấp chủ trì, phối hợp với ban tổ chức cấp ủy giám sát việc kiểm điểm.",
        [("giám sát việc kiểm điểm", "Ủy ban Kiểm tra các cấp", "ban tổ chức cấp ủy", "Ủy ban Kiểm tra các cấp", "")],
    ),
    (
        "1. Văn phòng UBND tỉnh theo dõi, đôn đốc; Thanh tra tỉnh kiểm tra các gói thầu chậm tiến độ.",
        [
            ("theo dõi, đôn đốc", "", "", "Văn phòng UBND tỉnh", ""),
            ("kiểm tra các gói thầu chậm tiến độ", "Thanh tra tỉnh", "", "", ""),
        ],
    ),
    (
        "Giao Phó Chủ tịch Trần Văn Bình trực tiếp chỉ đạo việc thực hiện Kế hoạch này.",
        [("chỉ đạo việc thực hiện Kế hoạch này", "", "", "Phó Chủ tịch Trần Văn Bình", "")],
    ),
    (
        "III. SỞ XÂY DỰNG\n1. Lập quy hoạch phân khu.\n2. Phối hợp với Sở Y tế rà soát quỹ đất.",
        [
            ("Lập quy hoạch phân khu", "SỞ XÂY DỰNG", "", "", ""),
            ("rà soát quỹ đất", "", "SỞ XÂY DỰNG", "", ""),
        ],
    ),
    (
        "1. Đảng ủy các xã, phường căn cứ kế hoạch này để xây dựng, ban hành chương trình hành động ngay trong năm 2026.",
        [
            (
                "xây dựng, ban hành chương trình hành động ngay trong năm 2026",
                "Đảng ủy các xã, phường",
                "",
                "",
                "ngay trong năm 2026",
            )
        ],
    ),
    (
        "1. Các cơ quan tham mưu của Tỉnh ủy chủ động phối hợp với các cơ quan liên quan giúp Ban Thường vụ Tỉnh ủy theo dõi, đôn đốc.",
        [
            (
                "giúp Ban Thường vụ Tỉnh ủy theo dõi, đôn đốc",
                "",
                "Các cơ quan tham mưu của Tỉnh ủy",
                "Các cơ quan tham mưu của Tỉnh ủy",
                "",
            )
        ],
    ),
    (
        "Các sở gửi báo cáo về Sở Công Thương trước ngày 25/11/2026 để tổng hợp, báo cáo UBND tỉnh trước ngày 05/12/2026.",
        [
            ("gửi báo cáo về Sở Công Thương trước ngày 25/11/2026", "Các sở", "", "", "trước ngày 25/11/2026"),
            ("tổng hợp, báo cáo UBND tỉnh trước ngày 05/12/2026", "Sở Công Thương", "", "", "trước ngày 05/12/2026"),
        ],
    ),
    (
        "UBND các xã gửi báo cáo trước ngày 20/11/2026 để Sở Y tế tổng hợp, trình UBND tỉnh trước ngày 30/11/2026.",
        [
            ("gửi báo cáo trước ngày 20/11/2026", "UBND các xã", "", "", "trước ngày 20/11/2026"),
            ("tổng hợp, trình UBND tỉnh trước ngày 30/11/2026", "Sở Y tế", "", "", "trước ngày 30/11/2026"),
        ],
    ),
    (
        "3. Trong quá trình thực hiện, nếu có vướng mắc hoặc cần bổ sung Kế hoạch, các đơn vị, địa phương phản ánh về Sở Tài chính.",
        [("phản ánh về Sở Tài chính", "các đơn vị, địa phương", "", "", "")],
    ),
    (
        "1. Các đơn vị báo cáo kết quả qua phần mềm dùng chung. Đầu mối: Phòng Nghiệp vụ Y.",
        [("báo cáo kết quả qua phần mềm dùng chung", "Các đơn vị", "", "", "")],
    ),
    (
        "1. Bộ Chỉ huy Quân sự tỉnh là cơ quan chủ trì tìm kiếm cứu nạn trên đất liền.",
        [("tìm kiếm cứu nạn trên đất liền", "Bộ Chỉ huy Quân sự tỉnh", "", "", "")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), PROSE, ids=[body[:48] for body, _ in PROSE])
def test_prose_says_who_does_what(body: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert assigned(plan(body)) == expected


NOTHING: list[str] = [
    "1. Sở Y tế đã chủ trì, phối hợp với các địa phương tiêm chủng cho 12.000 trẻ.",
    "1. Sở Y tế không chủ trì nhiệm vụ này.",
    "1. Đơn vị nào chậm báo cáo thì người đứng đầu phải kiểm điểm.",
    "1. Ban Chỉ đạo thay thế Ban Chỉ đạo thành lập theo Quyết định số 12/QĐ-UBND.",
    "1. Sở Y tế là cơ quan chuyên môn thuộc UBND tỉnh.",
    "1. Chủ tịch UBND tỉnh chủ trì phiên họp ngày 06/4/2026 và kết luận.",
    "1. Theo báo cáo của Sở Y tế, Sở Tài chính đã cấp đủ kinh phí.",
    "Sau 04 năm thực hiện, Sở Y tế đã hoàn thành nhiều nhiệm vụ.",
    "Bộ Chính trị đã ban hành Nghị quyết về phát triển đô thị.",
    "Căn cứ Kết luận số 12-KL/TW, Ban Thường vụ Tỉnh ủy ban hành kế hoạch như sau:",
    "1. Báo cáo kết quả về UBND tỉnh trước ngày 15/12/2026.",
    "1. Hội nghị sơ kết tổ chức trong quý IV/2026.",
    "1. Phòng, chống thiên tai: thực hiện nghiêm.",
    "1. Đến năm 2030, 100% trạm y tế đạt chuẩn.",
    "1. Bộ tiêu chí đánh giá được ban hành trong quý II/2026.",
    "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện.",
    "- Sở Xây dựng: chủ trì;\n- Sở Tài chính: phối hợp.",
    "1. Thành phần\n- Sở Y tế: 02 người.\n- Ông Nguyễn Văn An, Phó Giám đốc Sở.",
]


@pytest.mark.parametrize("body", NOTHING)
def test_what_gives_no_work_is_left_out(body: str) -> None:
    assert assigned(plan(body)) == []


@pytest.mark.parametrize(
    "section",
    ["I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "I. MỤC ĐÍCH, YÊU CẦU", "II. MỤC TIÊU", "I. TÌNH HÌNH", "III. TỒN TẠI, HẠN CHẾ"],
)
def test_sections_of_results_and_aims_give_no_work(section: str) -> None:
    assert assigned(plan("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng đề án.", section=section)) == []


def test_a_report_gives_work_only_where_its_heading_says_so() -> None:
    body = "1. Sở Y tế tổ chức 12 lớp tập huấn."
    assert assigned(plan(body, kind="BÁO CÁO", section="I. CÔNG TÁC Y TẾ")) == []
    assert assigned(plan(body, kind="BÁO CÁO", section="III. NHIỆM VỤ QUÝ II")) != []


def test_what_a_proposal_asks_for_is_work_where_a_role_is_said() -> None:
    body = (
        "1. Sở Y tế tổ chức 12 lớp tập huấn.\n\n2. Việc lập Đề án kho lạnh do Sở Công Thương chủ trì, Sở Y tế phối hợp."
        "\n\n3. Hội đồng nhân dân tỉnh giám sát việc giải ngân."
    )
    assert assigned(plan(body, kind="TỜ TRÌNH", section="II. NỘI DUNG")) == [
        ("Việc lập Đề án kho lạnh", "Sở Công Thương", "Sở Y tế", "", ""),
        ("giám sát việc giải ngân", "Hội đồng nhân dân tỉnh", "", "Hội đồng nhân dân tỉnh", ""),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "1. Lập Đề án kho lạnh: Sở Công Thương chủ trì, Sở Y tế phối hợp.",
            ("Lập Đề án kho lạnh", "Sở Công Thương", "Sở Y tế", "", ""),
        ),
        (
            "1. Sửa đường lên bản Lừm do UBND xã chủ trì, Hội Nông dân xã phối hợp thực hiện.",
            ("Sửa đường lên bản Lừm", "UBND xã", "Hội Nông dân xã", "", ""),
        ),
        (
            "1. Việc đóng phà do UBND xã chủ trì.",
            ("Việc đóng phà", "UBND xã", "", "", ""),
        ),
    ],
)
def test_who_leads_and_who_helps_may_both_stand_behind_the_work(sentence: str, expected: tuple[str, ...]) -> None:
    assert assigned(plan(sentence)) == [expected]


@pytest.mark.parametrize(
    "time", ["trước Tết Nguyên đán Đinh Mùi năm 2027", "trong dịp Tết Trung thu", "trước Tết Bính Ngọ", "trước Tết"]
)
def test_a_feast_is_a_time_without_a_day(time: str) -> None:
    assert assigned(plan(f"1. Sở Nội vụ chi trả trợ cấp {time}.")) == [
        (f"chi trả trợ cấp {time}", "Sở Nội vụ", "", "", time)
    ]


def test_a_gift_for_a_feast_is_no_deadline() -> None:
    assert assigned(plan("1. Sở Y tế tặng quà Tết cho bệnh nhân.")) == [
        ("tặng quà Tết cho bệnh nhân", "Sở Y tế", "", "", "")
    ]


def test_every_kind_and_level_is_read() -> None:
    telegram = plan("1. Chủ tịch UBND xã Mường Lạn khẩn trương sơ tán 12 hộ dân.", kind="CÔNG ĐIỆN")
    decision = plan(
        "Điều 2. Phòng Kinh tế xã có trách nhiệm theo dõi; Phòng Văn hóa bảo đảm kinh phí.", kind="QUYẾT ĐỊNH"
    )
    assert [a[1] for a in assigned(telegram)] == ["Chủ tịch UBND xã Mường Lạn"]
    assert [a[1:4] for a in assigned(decision)] == [("", "", "Phòng Kinh tế xã"), ("Phòng Văn hóa", "", "")]


# --- Tables ------------------------------------------------------------------------------------

COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
ROWS = (
    ("1", "Lập quy hoạch phân khu.", "Sở Xây dựng.", "UBND các xã, phường", "Quý II/2026"),
    ("2", "Bố trí vốn", "Sở Tài chính; Kho bạc Nhà nước", "-", "15/4/2026"),
)
READ = [
    ("Lập quy hoạch phân khu", "Sở Xây dựng", "UBND các xã, phường", "", "Quý II/2026"),
    ("Bố trí vốn", "Sở Tài chính; Kho bạc Nhà nước", "", "", "15/4/2026"),
]

TABLES: list[tuple[str, str, list[tuple[str, str, str, str, str]]]] = [
    *((style, task_table(style, columns=COLUMNS, rows=ROWS), READ) for style in ("tabs", "markdown", "html")),
    ("one cell a line", task_table("lines", columns=COLUMNS, rows=ROWS[:1] * 2), READ[:1] * 2),
    (
        "three columns without numbers",
        task_table(columns=("Nội dung", "Chủ trì", "Thời hạn"), rows=[("Rà soát quy chế", "Sở Nội vụ", "Tháng 8/2026")] * 2),
        [("Rà soát quy chế", "Sở Nội vụ", "", "", "Tháng 8/2026")] * 2,
    ),
    (
        "bands that name the agency",
        task_table(
            columns=("STT", "Nội dung", "Thời gian"),
            rows=[("I. Sở Xây dựng", "", ""), ("1", "Lập quy hoạch", "Quý II/2026"), ("II. Sở Y tế", "", ""),
                  ("2", "Nâng cấp trạm y tế", "Tháng 8/2026")],
        ),
        [("Lập quy hoạch", "Sở Xây dựng", "", "", "Quý II/2026"), ("Nâng cấp trạm y tế", "Sở Y tế", "", "", "Tháng 8/2026")],
    ),
    (
        "bands that name a subject",
        task_table(
            columns=("STT", "Nội dung", "Thời gian"),
            rows=[("I. Hạ tầng số", "", ""), ("1", "Lập đề án", "Quý II/2026"), ("2", "Thuê dịch vụ", "Quý III/2026")],
        ),
        [("Lập đề án", "", "", "", "Quý II/2026"), ("Thuê dịch vụ", "", "", "", "Quý III/2026")],
    ),
    (
        "both roles in one cell",
        task_table(
            columns=("STT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian"),
            rows=[("1", "Quy hoạch", "Chủ trì: Phòng Kinh tế xã; phối hợp: Phòng Văn hóa - Xã hội", "Tháng 6/2026"),
                  ("2", "Bãi đỗ xe", "UBND xã", "Quý IV/2026"), ("3", "Vệ sinh", "Hội Phụ nữ xã, Đoàn Thanh niên xã", "Thường xuyên")],
        ),
        [
            ("Quy hoạch", "Phòng Kinh tế xã", "Phòng Văn hóa - Xã hội", "", "Tháng 6/2026"),
            ("Bãi đỗ xe", "UBND xã", "", "", "Quý IV/2026"),
            ("Vệ sinh", "", "", "", "Thường xuyên"),
        ],
    ),
    (
        "roles in brackets",
        task_table(
            columns=("Nhiệm vụ", "Đơn vị thực hiện", "Hoàn thành"),
            rows=[("Rà soát quy chế", "Sở Xây dựng (chủ trì), Sở Nội vụ (phối hợp)", "30/6/2026")] * 2,
        ),
        [("Rà soát quy chế", "Sở Xây dựng", "Sở Nội vụ", "", "30/6/2026")] * 2,
    ),
    (
        "the agency first",
        task_table(
            columns=("STT", "Cơ quan", "Nội dung công việc", "Thời gian hoàn thành năm 2026"),
            rows=[("1", "Sở Tư pháp", "Thẩm định văn bản", "Quý II"), ("2", "Thanh tra tỉnh", "Thanh tra đất đai", "Tháng 9")],
        ),
        [("Thẩm định văn bản", "Sở Tư pháp", "", "", "Quý II"), ("Thanh tra đất đai", "Thanh tra tỉnh", "", "", "Tháng 9")],
    ),
    (
        "a chief over the lead",
        task_table(
            columns=("STT", "Nhiệm vụ", "Sản phẩm", "Lãnh đạo phụ trách", "Cơ quan chủ trì", "Thời gian"),
            rows=[("1", "Lập đề án", "Đề án", "Phó Chủ tịch UBND tỉnh", "Sở Nội vụ", "Quý III/2026")] * 2,
        ),
        [("Lập đề án", "Sở Nội vụ", "", "Phó Chủ tịch UBND tỉnh", "Quý III/2026")] * 2,
    ),
    (
        "a schedule calls on a body and gives it no work",
        task_table(
            columns=("STT", "Ngày", "Đơn vị", "Nội dung", "Thời gian"),
            rows=[("1", "05/5/2026", "Sở Tư pháp", "Kiểm tra cải cách hành chính", "Buổi sáng"), ("2", "06/5/2026", "Sở Y tế", "Kiểm tra", "Chiều")],
        ),
        [],
    ),
    (
        "figures are no work",
        task_table(columns=("STT", "Chỉ tiêu", "ĐVT", "Năm 2025", "Năm 2026"), rows=[("1", "Tỷ lệ đô thị hóa", "%", "30", "32")] * 2),
        [],
    ),
    (
        "a row that slipped says nothing",
        task_table(columns=COLUMNS, rows=(*ROWS, ("3", "Trồng rừng", "Sở Y tế", "Thường xuyên", "Công ty Lâm nghiệp"))),
        READ,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_tables_say_who_does_what(table: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    text = directive(body="Căn cứ nhiệm vụ được giao, UBND tỉnh ban hành Kế hoạch như sau:", annexes=[annex(table)])
    assert assigned(text) == expected


# --- The corpus --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read(
    corpus_documents: tuple[Document, ...], corpus_sources: Mapping[str, Source]
) -> dict[str, tuple[Assignment, ...]]:
    return {d.doc_id: read_assignments(d, corpus_sources[d.source_id]) for d in corpus_documents}


def at(found: tuple[Assignment, ...], *labels: str) -> Assignment:
    return next(a for a in found if a.locator.labels == labels)


def due_of(found: Assignment) -> date | None:
    return found.deadline.due if found.deadline else None


def test_row_6_of_the_annex_has_its_four_slots(
    read: dict[str, tuple[Assignment, ...]], corpus_sources: Mapping[str, Source]
) -> None:
    for doc_id in (DIEN_BIEN, f"{SINH_PHINH}#2"):
        found = at(read[doc_id], "Phụ lục", "STT 6")
        assert row(found, corpus_sources[found.source_id].text) == (
            "Quy hoạch đô thị Điện Biên Phủ",
            "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An",
            "các Sở, ban, ngành, địa phương liên quan",
            "Đảng ủy UBND tỉnh.".rstrip("."),
            "Quý II/năm 2026",
        )
        assert due_of(found) == date(2026, 6, 30)


def test_dashes_below_an_agency_are_its_work(
    read: dict[str, tuple[Assignment, ...]], corpus_sources: Mapping[str, Source]
) -> None:
    text = corpus_sources[LAI_CHAU].text
    dashes = [at(read[LAI_CHAU], "II", "2", "a", f"gạch đầu dòng thứ {n}") for n in (1, 2)]
    assert [words(a.lead, text) for a in dashes] == ["Sở Giáo dục và Đào tạo"] * 2
    assert words(dashes[0].coordinating, text) == "chủ đầu tư và các sở, ngành có liên quan"
    assert due_of(dashes[0]) == date(2026, 8, 31)


def test_who_only_helps_leads_nothing(
    read: dict[str, tuple[Assignment, ...]], corpus_sources: Mapping[str, Source]
) -> None:
    text = corpus_sources[LAI_CHAU].text
    helping = at(read[LAI_CHAU], "II", "4", "b")
    assert (helping.lead, words(helping.coordinating, text)) == ((), "Sở Tài chính")


def test_sections_of_carrying_out_are_read(
    read: dict[str, tuple[Assignment, ...]], corpus_sources: Mapping[str, Source]
) -> None:
    plan_2022 = corpus_sources[DIEN_BIEN_2022].text
    found = at(read[DIEN_BIEN_2022], "V", "4")
    assert words(found.lead, plan_2022) == "Các huyện ủy, thị ủy, thành ủy"
    assert due_of(found) == date(2022, 9, 30)
    office = at(read[HA_TINH], "IV", "6")
    text = corpus_sources[HA_TINH].text
    assert words(office.lead, text) == words(office.supervising, text) == "Văn phòng Tỉnh ủy"
    assert words(office.coordinating, text) == "các ban Đảng, Ủy ban Kiểm tra Tỉnh ủy"
    assert due_of(at(read[DIEN_BIEN], "V", "1")) == date(2026, 4, 14)


def test_assignments_are_in_order_and_stand_where_their_locator_says(
    read: dict[str, tuple[Assignment, ...]], corpus_documents: tuple[Document, ...]
) -> None:
    assert all(list(found) == sorted(found, key=lambda a: a.span) for found in read.values())
    assert sum(map(len, read.values())) > 120
    for document in corpus_documents:
        for found in read[document.doc_id]:
            assert found.locator.labels
            assert document.span.start <= found.span.start < found.span.end <= document.span.end


def test_any_span_can_be_asked_who_acts() -> None:
    text = "1. Sở Y tế\n- Chủ trì, phối hợp với Sở Nội vụ rà soát.\n- Sở Tài chính bố trí vốn.\n- Đã xong việc."
    heading, first, second, third = (Span(text.index(s), text.index(s) + len(s)) for s in text.split("\n"))
    found = [actor_of(text, span, [heading]) for span in (first, second, third)]
    assert [f and text[slice(*f.span)] for f in found] == ["Sở Y tế", "Sở Tài chính", None]
    partners = found[0].duty.partners if found[0] else None
    assert partners == Span(text.index("Sở Nội vụ"), text.index("Sở Nội vụ") + len("Sở Nội vụ"))


def test_a_name_that_ends_the_text_gives_no_work() -> None:
    text = "Sở Y tế"
    assert actor_of(text, Span(0, len(text))) is not None
    assert actor_of(text, Span(0, len(text))).duty.work == len(text)  # type: ignore[union-attr]
    assert assigned(plan("1. Sở Y tế", end=" ")) == []


# --- Properties --------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "Sở Y tế",
        "Sở Nội vụ",
        "UBND các xã, phường",
        "Giao ",
        "Đề nghị ",
        "chủ trì",
        "phối hợp với",
        ", ",
        "; ",
        ". ",
        ": ",
        "(",
        ")",
        "rà soát quy chế",
        "trước ngày",
        "15/4/2026",
        "quý II/2026",
        "thường xuyên",
        "\n",
        "\n\n",
        "- ",
        "a) ",
        "1. ",
        "II. ",
        "theo dõi, đôn đốc",
        "**",
        "<b>",
        "đã",
        "không",
        "do ",
        "Cơ quan chủ trì: ",
        "Điều 1. ",
        "\t",
        "hằng tuần",
    ]
)


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=150, deadline=None)
def test_every_span_lies_in_the_document_and_holds_words(parts: list[str]) -> None:
    text = normalise(plan(" ".join(parts)))
    source = Source(source_id="x.txt", sha256="", text=text)
    for document in read_documents(source):
        for found in read_assignments(document, source):
            due = found.deadline.spans if found.deadline else ()
            assert found.task
            for span in (found.span, *found.task, *found.lead, *found.coordinating, *found.supervising, *due):
                assert document.span.start <= span.start < span.end <= document.span.end
                assert text[slice(*span)].strip(" *\n\t")


HOSTILE = [
    "Sở ", "Sở Y tế; ", "Giao ", "Sở Y tế chủ trì, ", "chủ trì, phối hợp với ", "các sở, ", "căn cứ ", "trước ngày ", "ngày 1/1 ",
    "(Sở ", "do Sở Y tế chủ trì ", "Chủ trì: Sở Y tế. ", "ban hành kế hoạch ", "- Sở Y tế:\n", "- Chủ trì: Sở Y tế\n", "tháng 1, ",
    "từ ngày 1/1 đến ", "năm 2026, ", "UBND các xã: A, B; ", " - Chủ trì", "\n", " ", "a; ", "<table>", "\\", "1\n", "quý II, ",
]  # fmt: skip


@pytest.mark.parametrize("seed", HOSTILE)
def test_time_grows_with_length_and_never_with_its_square(seed: str) -> None:
    text = ("1. Sở Y tế chủ trì " + seed * (100_000 // len(seed)))[:100_000]
    span = Span(0, len(text))
    item = Section(level=Level.ITEM, label="1", span=span, text=span)
    document = Document(
        doc_id="x", source_id="x", span=span, header=Header(), parts=(), outline=(item,), references=()
    )  # fmt: skip
    start = time.process_time()
    read_assignments(document, Source(source_id="x", sha256="", text=text))
    # Seconds of processor time: ten times what the slowest takes, a hundredth of what a square takes.
    assert time.process_time() - start < 6.0


# --- Conditions, states and times that come again ------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Đơn vị không nộp báo cáo hai tháng liền bị xem xét hạ bậc thi đua.",
        "Cơ quan chưa đạt mức giao thì không được xét khen thưởng.",
        "UBND phường nào để dân thiếu điện quá 02 ngày thì Chủ tịch UBND phường phải giải trình bằng văn bản.",
        "Ban Thường vụ Tỉnh ủy ban hành Chương trình hành động, cụ thể:",
    ],
)
def test_a_condition_or_a_preamble_gives_nobody_work(sentence: str) -> None:
    assert assigned(plan(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "lead", "task"),
    [
        (
            "UBND các xã ven sông từ Hát Lót đến Mường La di dời 45 hộ dân.",
            "UBND các xã ven sông từ Hát Lót đến Mường La",
            "di dời 45 hộ dân",
        ),
        (
            "Công ty Thủy điện Nậm Chiến hạ mực nước hồ trước mùa lũ.",
            "Công ty Thủy điện Nậm Chiến",
            "hạ mực nước hồ trước mùa lũ",
        ),
        ("UBND các xã vùng cao biên giới nơi có tuyết rơi.", "", ""),
    ],
)
def test_a_name_is_whole_with_where_its_bodies_lie(sentence: str, lead: str, task: str) -> None:
    found = [(a[1], a[0]) for a in assigned(plan(sentence))]
    assert found == ([(lead, task)] if lead else [])


@pytest.mark.parametrize(
    ("words_of_time", "whole"),
    [
        ("vào ngày 05 và 20 hằng tháng", "vào ngày 05 và 20 hằng tháng"),
        ("trước ngày 10 tháng 5 và 10 tháng 11 hằng năm", "trước ngày 10 tháng 5 và 10 tháng 11 hằng năm"),
        ("trước ngày 05 của tháng sau", "trước ngày 05 của tháng sau"),
        ("lúc 07 giờ và 16 giờ hằng ngày", "lúc 07 giờ và 16 giờ hằng ngày"),
        ("trong 05 ngày làm việc", "trong 05 ngày làm việc"),
        ("trong vòng 20 phút khi có cháy", "trong vòng 20 phút khi có cháy"),
    ],
)
def test_a_time_that_comes_again_is_whole_and_has_no_day(words_of_time: str, whole: str) -> None:
    found = assigned(plan(f"1. Sở Y tế báo cáo UBND tỉnh {words_of_time}."))
    assert [a[4] for a in found] == [whole]


def test_how_things_stand_by_a_day_is_no_deadline() -> None:
    found = assigned(
        plan("1. Sở Nội vụ rà soát, đề xuất thu hồi kinh phí của đơn vị đến ngày 31/8/2026 giải ngân dưới 40%.")
    )
    assert [(a[1], a[4]) for a in found] == [("Sở Nội vụ", "")]
    kept = assigned(plan("1. Chủ đầu tư phấn đấu đến ngày 31/8/2026 giải ngân trên 90% vốn."))
    assert [a[4] for a in kept] == ["đến ngày 31/8/2026"]


def test_the_first_sentence_behind_a_number_needs_no_known_verb() -> None:
    body = "Điều 4. Trách nhiệm của Sở Tư pháp\n\n1. Niêm phong hồ sơ trong 03 ngày làm việc.\n\n2. Thẩm tra lý lịch."
    found = assigned(plan(body, kind="QUY CHẾ", section="Chương II\nPHÂN CÔNG"))
    assert [(a[0], a[1]) for a in found] == [
        ("Niêm phong hồ sơ trong 03 ngày làm việc", "Sở Tư pháp"),
        ("Thẩm tra lý lịch", "Sở Tư pháp"),
    ]


def test_a_sentence_may_end_with_a_number() -> None:
    found = assigned(
        plan(
            "1. Công ty Điện lực Sơn La cắt điện khi gió từ cấp 7. Các doanh nghiệp viễn thông duy trì liên lạc với các xã."
        )
    )
    assert [a[1] for a in found] == ["Công ty Điện lực Sơn La", "Các doanh nghiệp viễn thông"]


def test_who_directs_the_work_of_others_leads_and_watches_it() -> None:
    found = assigned(
        plan(
            "1. Đồng chí Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo việc sơ tán; Hội Nông dân tỉnh giám sát việc cấp gạo."
        )
    )
    assert [(a[1], a[3]) for a in found] == [
        ("Đồng chí Phó Chủ tịch UBND tỉnh", "Đồng chí Phó Chủ tịch UBND tỉnh"),
        ("Hội Nông dân tỉnh", "Hội Nông dân tỉnh"),
    ]
    standing = assigned(plan("1. Sở Nội vụ giữ vai trò thường trực, theo dõi, đôn đốc việc thực hiện Kế hoạch."))
    assert [(a[1], a[3]) for a in standing] == [("", "Sở Nội vụ")]
    own = assigned(plan("1. Sở Y tế\n\n- Giám sát chất lượng không khí mỗi tuần.\n\n- Phát khẩu trang."))
    assert [(a[1], a[3]) for a in own] == [("Sở Y tế", ""), ("Sở Y tế", "")]


def test_what_an_agency_is_given_is_no_work_of_it() -> None:
    found = assigned(plan("1. Trưởng bản báo cáo về xã hằng ngày; được hỗ trợ tiền điện thoại 50.000 đồng/tháng."))
    assert [a[0] for a in found] == ["báo cáo về xã hằng ngày"]


@pytest.mark.parametrize("mark", ["Trang 2", "- 2 -"])
def test_a_page_number_inside_a_sentence_is_no_part_of_a_value(mark: str) -> None:
    sentence = (
        f"2. Sở Nội vụ chủ trì, phối hợp với Ban Quản lý Khu du lịch Mộc\n{mark}\nChâu sơ tán khách xong trước"
        " 9 giờ ngày 12/8/2026; đón khách trở lại."
    )
    second = f"3. Sở Y tế khám bệnh xong trước 10\n{mark}\ngiờ ngày 13/8/2026."
    found = assigned(plan(f"1. Sở Tư pháp thẩm định văn bản.\n\n{sentence}\n\n{second}"))[1:]
    assert [tuple(value.replace(" | ", " ") for value in f) for f in found] == [
        (
            "sơ tán khách xong trước 9 giờ ngày 12/8/2026", "Sở Nội vụ", "Ban Quản lý Khu du lịch Mộc Châu", "",
            "trước 9 giờ ngày 12/8/2026",
        ),
        ("đón khách trở lại", "Sở Nội vụ", "", "", ""),
        ("khám bệnh xong trước 10 giờ ngày 13/8/2026", "Sở Y tế", "", "", "trước 10 giờ ngày 13/8/2026"),
    ]  # fmt: skip


def test_a_bare_number_of_a_page_inside_a_sentence_is_no_part_of_a_value() -> None:
    filler = "1. Sở Tư pháp thẩm định văn bản quy phạm pháp luật theo quy định.\n\n" * 5
    found = assigned(plan(f"{filler}2. Trưởng bản báo tin cho xã; thay cột\n3\nđiện gãy trước ngày 5/9/2026."))[-1]
    assert found[0].replace(" | ", " ") == "thay cột điện gãy trước ngày 5/9/2026"


# --- Several agencies in one paragraph -----------------------------------------------------------


def test_each_agency_of_a_paragraph_has_its_own_work() -> None:
    found = assigned(
        plan(
            "1. Giao Sở Nội vụ chủ trì, Sở Y tế phối hợp rà soát biên chế, Sở Tài chính bố trí kinh phí trước ngày 15/7/2026."
        )
    )
    assert found == [
        ("rà soát biên chế", "Sở Nội vụ", "Sở Y tế", "", ""),
        ("bố trí kinh phí trước ngày 15/7/2026", "Sở Tài chính", "", "", "trước ngày 15/7/2026"),
    ]


def test_who_only_helps_belongs_to_the_work_before() -> None:
    found = assigned(
        plan("1. Sở Công Thương chủ trì lập danh mục chợ; Hội Nông dân tỉnh phối hợp; kinh phí 3 tỷ đồng.")
    )
    assert found == [("lập danh mục chợ", "Sở Công Thương", "Hội Nông dân tỉnh", "", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính rà soát biên chế.",
        "1. Sở Y tế trình Ban Thường vụ Tỉnh ủy, UBND tỉnh xem xét.",
        "1. Sở Y tế, Sở Nội vụ rà soát biên chế.",
    ],
)
def test_a_list_of_agencies_is_not_cut(sentence: str) -> None:
    assert len(assigned(plan(sentence))) == 1


def test_what_a_department_hands_out_is_no_part_of_its_name() -> None:
    assert assigned(plan("1. Sở Y tế cấp thẻ bảo hiểm.")) == [("cấp thẻ bảo hiểm", "Sở Y tế", "", "", "")]


# --- Tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["Đơn vị cùng làm", "Cơ quan cùng thực hiện", "Đơn vị hỗ trợ", "Đơn vị phối hợp"])
def test_a_column_of_helpers_is_known_by_its_heading(heading: str) -> None:
    table = f"Việc\tĐơn vị chủ trì\t{heading}\tHạn xong\nLàm kè chắn sóng\tUBND xã Vân Đồn\tHội Nông dân xã\t30/9/2027"
    assert assigned(plan(table)) == [("Làm kè chắn sóng", "UBND xã Vân Đồn", "Hội Nông dân xã", "", "30/9/2027")]


@pytest.mark.parametrize(
    "heading", ["Mốc", "Hạn", "Mốc thời gian", "Thời hạn hoàn thành", "Tiến độ", "Hạn nộp", "Hoàn thành"]
)
def test_a_column_of_deadlines_is_known_by_its_heading(heading: str) -> None:
    table = task_table(
        "markdown",
        columns=("Cơ quan", "Nội dung", heading),
        rows=(("Sở Y tế", "Khám bệnh", "Quý II/2026"), ("Công an tỉnh", "Trực chốt", "Ngày 15 hằng tháng")),
    )
    assert [(a[1], a[4]) for a in assigned(plan(table))] == [
        ("Sở Y tế", "Quý II/2026"),
        ("Công an tỉnh", "Ngày 15 hằng tháng"),
    ]


def test_projects_laid_out_with_spaces_have_owner_and_day() -> None:
    table = (
        "TT   Công trình              Chủ đầu tư            Vốn         Hoàn\n"
        "                                                   (tỷ đồng)   thành\n"
        "1    Cầu Nậm                 Ban Quản lý dự án     120         Quý\n"
        "     Pàn                     Giao thông tỉnh                   III/2027\n\n"
        "2    Hồ chứa                 UBND xã Mường         45          Tháng\n"
        "     Chiềng Khoi             Khoa                              9/2026"
    )
    found = [
        (a[0].replace(" | ", " "), a[1].replace(" | ", " "), a[4].replace(" | ", " ")) for a in assigned(plan(table))
    ]
    assert found == [
        ("Cầu Nậm Pàn", "Ban Quản lý dự án Giao thông tỉnh", "Quý III/2027"),
        ("Hồ chứa Chiềng Khoi", "UBND xã Mường Khoa", "Tháng 9/2026"),
    ]


def test_the_last_row_of_a_table_one_cell_a_line_without_days_is_read() -> None:
    rows = (
        ("1", "Lắp đèn", "Công an xã"),
        ("2", "Nạo vét mương", "Phòng Kinh tế"),
        ("3", "Dạy bơi", "Đoàn Thanh niên xã"),
    )
    cells = "\n".join(cell for r in (("STT", "Nhiệm vụ", "Chủ trì"), *rows) for cell in r)
    assert [(a[0], a[1]) for a in assigned(plan(cells))] == [(task, lead) for _, task, lead in rows]
    sentence = cells.removesuffix("Đoàn Thanh niên xã") + "Sở Y tế có trách nhiệm báo cáo."
    assert "Dạy bơi" not in [a[0] for a in assigned(plan(sentence))]


def test_by_when_something_is_sent_is_said_without_who_sends_it() -> None:
    found = assigned(
        plan("1. Sở Xây dựng chủ trì sơ kết; vướng mắc gửi về Sở Xây dựng trước ngày 20 tháng 10 hằng năm.")
    )
    assert [(a[0][:12], a[1], a[4]) for a in found] == [
        ("sơ kết", "Sở Xây dựng", ""),
        ("vướng mắc gử", "", "trước ngày 20 tháng 10 hằng năm"),
    ]


def test_bodies_told_by_their_results_are_given_no_work() -> None:
    assert assigned(plan("1. Các đơn vị có tỷ lệ giải ngân đến ngày 30/9/2026 dưới 60% không được bổ sung vốn.")) == []
    kept = assigned(plan("1. Sở Y tế xử lý cơ sở vi phạm, Sở Công Thương cấp 200 thẻ chợ."))
    assert [(a[0], a[1]) for a in kept] == [("xử lý cơ sở vi phạm", "Sở Y tế"), ("cấp 200 thẻ chợ", "Sở Công Thương")]


LOST = (
    "STT Nội dung Đơn vị chủ Đơn vị phối hợp Thời\ntrì gian\n"
    "1 Số hóa hồ sơ đất tại 12 xã, Sở Nông nghiệp Trường Đại học Tháng\nphường và Môi trường Tây Nguyên 11/2027\n"
    "2 Cấp nước cho 9 buôn còn thiếu Công ty Cấp nước UBND các xã vùng Quý\nnước sạch Đắk Lắk sâu II/2027\n"
    "3 Kiểm tra bến thuyền du lịch Công an tỉnh Sở Xây dựng; Hội Thường\ntrên hồ Chủ bến xuyên\n"
    "4 Sửa trụ sở Công an tỉnh Sở Tài chính Quý\nở biên giới I/2028"
)


def test_a_table_that_lost_its_columns_gives_only_bodies_known_by_heart() -> None:
    found = assigned(plan(f"{LOST}\n\n2. Sở Y tế khám bệnh cho người già."))
    assert found == [
        ("Số hóa hồ sơ đất tại 12 xã, | phường", "Sở Nông nghiệp | và Môi trường", "", "", "Tháng | 11/2027"),
        ("Kiểm tra bến thuyền du lịch", "Công an tỉnh", "", "", "Thường | xuyên"),
        ("khám bệnh cho người già", "Sở Y tế", "", "", ""),
    ]


def test_rows_of_more_lines_than_can_be_told_apart_are_left_out() -> None:
    torn = LOST.replace("phường và Môi", "phường\nvà Môi").replace("Đơn vị chủ Đơn vị phối hợp", "Đơn vị chủ Kết quả")
    assert assigned(plan(torn)) == []


def test_headings_of_a_table_in_a_sentence_lose_nothing() -> None:
    kept = assigned(plan("1. Sở Nội vụ chủ trì, phối hợp với các Đơn vị xây dựng Nội dung, Tiến độ và Kết quả\n1 năm."))
    assert [a[1] for a in kept] == ["Sở Nội vụ"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "1. Lập Đề án kho lạnh Phú Hữu: Sở Công Thương chủ trì, phối hợp với Sở Xây dựng.",
            [("Lập Đề án kho lạnh Phú Hữu", "Sở Công Thương", "Sở Xây dựng", "", "")],
        ),
        (
            "1. Thay biển báo ở 40 nút, xong trước ngày 31/10/2026; giao Sở Xây dựng chủ trì.",
            [
                (
                    "Thay biển báo ở 40 nút, xong trước ngày 31/10/2026", "Sở Xây dựng", "", "", "trước ngày 31/10/2026"
                )
            ],
        ),
        (
            "1. Lắp đèn đường tại 12 thôn, giao Phòng Kinh tế chủ trì thực hiện.",
            [("Lắp đèn đường tại 12 thôn", "Phòng Kinh tế", "", "", "")],
        ),
        ("1. Phân công nhiệm vụ cụ thể: Sở Công Thương chủ trì.", []),
        ("1. Kết quả năm trước tốt; giao Sở Y tế chủ trì.", []),
    ],
)  # fmt: skip
def test_a_body_named_behind_the_work_leads_it(body: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert assigned(plan(body)) == expected


@pytest.mark.parametrize(
    "when",
    [
        "trước 15 giờ thứ Tư hằng tuần",
        "trước 16 giờ 30 phút chiều thứ Sáu hằng tuần",
        "trước 10 giờ ngày 25 hằng tháng",
    ],
)
def test_the_hour_of_what_comes_again_belongs_to_its_time(when: str) -> None:
    assert [a[4] for a in assigned(plan(f"1. Trung tâm Y tế gửi báo cáo về Sở Y tế {when}."))] == [when]


def test_a_day_says_when_what_is_regular_is_due() -> None:
    found = assigned(plan("1. Sở Tư pháp định kỳ báo cáo UBND tỉnh ngày 18 hằng tháng."))
    assert [(a[1], a[4]) for a in found] == [("Sở Tư pháp", "ngày 18 hằng tháng")]


def test_a_quarter_misread_in_the_middle_is_the_third() -> None:
    text = "Quý IH/2027"
    assert read_deadline(text, [Span(0, len(text))]) == Deadline(
        spans=(Span(0, len(text)),), precision=QUARTER, due=date(2027, 9, 30)
    )


def test_who_only_finishes_the_work_before_its_name_leads_it() -> None:
    body = "1. Mua sắm xe cứu thương cho trạm y tế: UBND tỉnh hoàn thành trước ngày 30/11/2026."
    assert assigned(plan(body)) == [
        ("Mua sắm xe cứu thương cho trạm y tế", "UBND tỉnh", "", "", "trước ngày 30/11/2026")
    ]
    assert assigned(plan("1. Mua xe cho trạm: UBND tỉnh hoàn thành quy hoạch trong năm 2026.")) == [
        ("hoàn thành quy hoạch trong năm 2026", "UBND tỉnh", "", "", "trong năm 2026")
    ]


def test_a_bulletin_of_a_body_is_no_part_of_its_name() -> None:
    found = assigned(plan("1. Đài Khí tượng Thủy văn khu vực Trung Bộ bản tin mưa lũ gửi tỉnh hằng ngày."))
    assert [(a[0], a[1]) for a in found] == [
        ("bản tin mưa lũ gửi tỉnh hằng ngày", "Đài Khí tượng Thủy văn khu vực Trung Bộ")
    ]
    text = "UBND các xã, bản vùng cao gửi báo cáo"
    assert names_end(text, 0, len(text)) == len("UBND các xã, bản vùng cao")


@pytest.mark.parametrize(
    ("aside", "lead", "coordinating"),
    [
        ("(chủ trì)", "Sở Y tế", ""),
        ("(phối hợp)", "", "Sở Y tế"),
        ("(phối hợp):", "", "Sở Y tế"),
        ("(cơ quan phối hợp)", "", "Sở Y tế"),
        ("(là đơn vị phối hợp):", "", "Sở Y tế"),
        ("(cơ quan chủ trì), Sở Nội vụ (đơn vị phối hợp)", "Sở Y tế", "Sở Nội vụ"),
        ("(đơn vị phối hợp), Sở Nội vụ chủ trì", "Sở Nội vụ", "Sở Y tế"),
        ("(đơn vị đầu mối)", "Sở Y tế", ""),
    ],
)  # fmt: skip
def test_a_role_in_brackets_behind_a_name_is_its_role(aside: str, lead: str, coordinating: str) -> None:
    found = assigned(plan(f"1. Sở Y tế {aside} rà soát danh sách hộ nghèo."))
    assert found == [("rà soát danh sách hộ nghèo", lead, coordinating, "", "")]


def test_a_role_in_brackets_with_its_noun_is_one_in_a_cell_too() -> None:
    row = ("1", "Rà soát hộ nghèo", "Sở Y tế (cơ quan chủ trì), Sở Nội vụ (cơ quan phối hợp)", "Quý I/2026")
    table = task_table(columns=("STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn"), rows=(row, ("2", *row[1:])))
    assert assigned(plan(table)) == [("Rà soát hộ nghèo", "Sở Y tế", "Sở Nội vụ", "", "Quý I/2026")] * 2
