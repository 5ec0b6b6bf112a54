"""Work that is given behind what it is, names that hold verbs, and what only looks like work. Built directives."""

import pytest

from test_assignments import assigned, plan
from tracuu.agencies.names import names_end

# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("Đội Quản lý thị trường số 5", "kiểm tra hàng giả"),
        ("Đội Thuế liên xã số 2", "thu nợ đọng"),
        ("Đội Cảnh sát giao thông số 14", "phân luồng từ xa"),
        ("Trường Tiểu học số 1 Nam Phước", "tổ chức bán trú"),
        ("Cục Cảnh sát điều tra tội phạm về ma túy", "biên soạn tài liệu"),
        ("Phòng Cảnh sát điều tra tội phạm về kinh tế, tham nhũng", "xác minh đơn"),
        ("Cơ quan Cảnh sát điều tra", "làm rõ nguyên nhân"),
        ("Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn huyện", ", tổ chức trực ban"),
        ("Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh", "chỉ đạo rà soát"),
        ("Trung tâm Phòng, chống HIV/AIDS", "tổ chức xét nghiệm"),
        ("Chi cục Thủy lợi và Phòng, chống thiên tai", "trực ban"),
        ("Tổng công ty Đầu tư phát triển đường cao tốc Việt Nam", "hoàn thành sửa chữa"),
        ("Quỹ Đầu tư phát triển tỉnh", "cho vay vốn"),
        ("Vụ Kết cấu hạ tầng xây dựng", "rà soát trạm dừng nghỉ"),
        ("Ban Quản lý dự án đầu tư xây dựng công trình giao thông", "làm chủ đầu tư sửa chữa cầu"),
        ("Truyền tải điện Phú Yên", "chịu trách nhiệm đối với đường dây 220 kV"),
    ],
)
def test_a_name_is_read_to_its_end(name: str, work: str) -> None:
    text = f"{name}{'' if work.startswith(',') else ' '}{work}"
    assert text[: names_end(text, 0, len(text))] == name


@pytest.mark.parametrize(
    "text", ["Sở hữu trí tuệ: đăng ký nhãn hiệu", "Đội ngũ cán bộ thôn được tập huấn", "Sở thích của du khách thay đổi"]
)
def test_a_word_that_only_begins_like_a_body_names_none(text: str) -> None:
    assert names_end(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Công an tỉnh điều tra vụ cháy chợ", "Công an tỉnh"),
        ("Sở Y tế phòng, chống dịch bệnh mùa hè", "Sở Y tế"),
        ("Sở Xây dựng phát triển hạ tầng xã", "Sở Xây dựng"),
        ("Thủ trưởng các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành", "Thủ trưởng các cơ quan, tổ chức, cá nhân có liên quan"),
    ],
)  # fmt: skip
def test_near_misses(text: str, name: str) -> None:
    assert text[: names_end(text, 0, len(text))] == name


# --- "Giao … chủ trì" behind the work --------------------------------------------------------------


def test_a_sentence_that_only_names_who_leads_gives_what_stands_before_it() -> None:
    found = assigned(
        plan(
            "1. Giữ nghề: lập danh mục 40 bài thuốc của người Dao, số hóa 200 trang sách cổ, hoàn thành trước ngày"
            " 20/8/2027. Giao Phòng Văn hóa - Xã hội xã chủ trì, phối hợp với Bảo tàng tỉnh Cao Bằng.\n\n"
            "2. Bán hàng: mở gian hàng tại chợ phiên. Mỗi phiên có ít nhất 05 hộ tham gia. Giao Hội Nông dân xã chủ trì.\n\n"
            "3. Sở hữu trí tuệ: đăng ký nhãn hiệu tập thể, nộp hồ sơ trong quý III/2026. Giao Phòng Kinh tế xã chủ trì.",
            section="III. NHIỆM VỤ CHỦ YẾU",
        )
    )
    assert found == [
        (
            "Giữ nghề: lập danh mục 40 bài thuốc của người Dao, số hóa 200 trang sách cổ, hoàn thành trước ngày 20/8/2027",
            "Phòng Văn hóa - Xã hội xã", "Bảo tàng tỉnh Cao Bằng", "", "trước ngày 20/8/2027",
        ),
        (
            "Bán hàng: mở gian hàng tại chợ phiên. Mỗi phiên có ít nhất 05 hộ tham gia",
            "Hội Nông dân xã", "", "", "",
        ),
        (
            "Sở hữu trí tuệ: đăng ký nhãn hiệu tập thể, nộp hồ sơ trong quý III/2026",
            "Phòng Kinh tế xã", "", "", "trong quý III/2026",
        ),
    ]  # fmt: skip


def test_a_time_of_a_condition_is_not_that_of_the_work() -> None:
    (found,) = assigned(
        plan(
            "1. Lò gạch: di dời 12 lò trong khu dân cư; hộ tháo lò trước ngày 31/12/2027 được hỗ trợ 30 triệu đồng."
            " Giao Phòng Kinh tế xã chủ trì.",
            section="III. NHIỆM VỤ CHỦ YẾU",
        )
    )
    assert found[1:] == ("Phòng Kinh tế xã", "", "", "")


# --- What is no work, and no deadline ---------------------------------------------------------------


def test_the_closing_formula_below_the_last_agency_is_no_work() -> None:
    found = assigned(
        plan(
            "1. Hội Nông dân huyện\n\n- Vận động hội viên tiêm phòng cho trâu, bò.\n\n"
            "Trên đây là Kế hoạch tiêm phòng năm 2026 của huyện."
        )
    )
    assert [task for task, *_ in found] == ["Vận động hội viên tiêm phòng cho trâu, bò"]


def test_those_who_were_present_are_given_no_work() -> None:
    assert (
        assigned(
            plan(
                "Ngày 02/4/2026, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp. Tham dự có lãnh đạo các Sở: Xây dựng, Tài chính;"
                " UBND các xã Mường Bú, Chiềng Lao; đại diện các nhà máy thủy điện Nậm Chiến, Nậm Hóa.",
                kind="THÔNG BÁO",
                section="I. DIỄN BIẾN",
            )
        )
        == []
    )


def test_a_day_before_which_nothing_may_be_is_no_deadline() -> None:
    (found,) = assigned(plan("1. Sở Tài chính thẩm định giá nước; thời điểm tăng giá không trước ngày 01/7/2027."))
    assert found[4] == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Việc nhắc nhở các bản chậm tiến độ do Văn phòng HĐND và UBND xã thực hiện; bản nào chậm thì giải trình.",
            [("Việc nhắc nhở các bản chậm tiến độ", "Văn phòng HĐND và UBND xã", "", "", "")],
        ),
        (
            "Việc theo dõi, đôn đốc các bản do Văn phòng UBND xã thực hiện.",
            [("Việc theo dõi, đôn đốc các bản", "Văn phòng UBND xã", "", "Văn phòng UBND xã", "")],
        ),
        (
            "Toàn bộ sổ sách đã kiểm đếm sẽ do Trung tâm Lưu trữ lịch sử quét, lưu vào máy chủ.",
            [("Toàn bộ sổ sách đã kiểm đếm sẽ do Trung tâm Lưu trữ lịch sử quét, lưu vào máy chủ", "Trung tâm Lưu trữ lịch sử", "", "", "")],
        ),
        (
            "Số liệu toàn xã do Phòng Kinh tế tổng hợp, gửi Sở Y tế trước ngày 25 hằng tháng.",
            [("Số liệu toàn xã do Phòng Kinh tế tổng hợp, gửi Sở Y tế trước ngày 25 hằng tháng", "Phòng Kinh tế", "", "", "trước ngày 25 hằng tháng")],
        ),
        ("Quy hoạch do Bộ Xây dựng phê duyệt được công bố trên báo.", []),
        ("Việc khảo sát tuyến kè đã do Sở Xây dựng thực hiện trong năm 2023.", []),
        ("Theo số liệu do Cục Thống kê tổng hợp, báo cáo, toàn tỉnh có 45 hộ nghèo.", []),
        (
            "Phó Chủ tịch UBND xã chỉ đạo cán bộ phụ trách địa bàn trực tiếp theo dõi hộ nghèo.",
            [("chỉ đạo cán bộ phụ trách địa bàn trực tiếp theo dõi hộ nghèo", "Phó Chủ tịch UBND xã", "", "", "")],
        ),
        ("Dự án do Sở Y tế thực hiện đã hoàn thành.", []),
        ("Việc xây cầu do Sở Xây dựng thực hiện trước đây bị chậm.", []),
    ],
)  # fmt: skip
def test_work_in_the_passive_is_done_by_whom_it_names(text: str, found: list[tuple[str, ...]]) -> None:
    assert assigned(plan(f"1. {text}", section="III. NHIỆM VỤ CHỦ YẾU")) == found


def test_whose_body_a_partner_is_stands_in_brackets_and_is_no_work() -> None:
    (found,) = assigned(plan("1. Sở Y tế chủ trì, phối hợp với Cục Quản lý Dược (Bộ Y tế) rà soát 45 loại thuốc."))
    assert found[:3] == ("rà soát 45 loại thuốc", "Sở Y tế", "Cục Quản lý Dược")


# --- Who is told in other places -------------------------------------------------------------------


def test_a_line_that_only_names_a_body_heads_the_dashes_below_it() -> None:
    found = assigned(
        plan(
            "3. Phân công thực hiện\n\nĐảng ủy Công an tỉnh\n\n- Chỉ đạo rà quét 40 trang mạng.\n\n"
            "Tỉnh Đoàn Yên Bái\n\n- Thành lập 12 đội tình nguyện, xong trước ngày 20/5/2026.",
            kind="CHỈ THỊ",
        )
    )
    assert [(task, lead) for task, lead, *_ in found] == [
        ("Chỉ đạo rà quét 40 trang mạng", "Đảng ủy Công an tỉnh"),
        ("Thành lập 12 đội tình nguyện, xong trước ngày 20/5/2026", "Tỉnh Đoàn Yên Bái"),
    ]


def test_a_line_above_dashes_that_is_no_body_heads_nothing() -> None:
    found = assigned(plan("1. Sở Y tế\n\nCác việc trước mắt\n\n- Rà soát 40 kho thuốc."))
    assert "Các việc trước mắt" not in [lead for _, lead, *_ in found]


@pytest.mark.parametrize(
    ("responsible", "lead", "coordinating"),
    [
        ("Sở Công Thương chủ trì; Sở Tài chính, Cục Thuế tỉnh phối hợp.", "Sở Công Thương", "Sở Tài chính, Cục Thuế tỉnh"),
        ("Công an tỉnh chủ trì, Ủy ban nhân dân huyện Phù Yên phối hợp.", "Công an tỉnh", "Ủy ban nhân dân huyện Phù Yên"),
        ("Sở Công Thương chủ trì, phối hợp với Cục Thuế tỉnh.", "Sở Công Thương", "Cục Thuế tỉnh"),
        ("Sở Tài nguyên và Môi trường.", "Sở Tài nguyên và Môi trường", ""),
        ("Ủy ban nhân dân huyện Yên Châu; Hội Nông dân tỉnh phối hợp vận động.", "Ủy ban nhân dân huyện Yên Châu", "Hội Nông dân tỉnh"),
        ("UBND thị xã Mộc Châu làm chủ đầu tư khu tái định cư; Sở Xây dựng kiểm tra chất lượng.", "UBND thị xã Mộc Châu", ""),
    ],
)  # fmt: skip
def test_who_is_responsible_stands_in_the_line_below_the_work(responsible: str, lead: str, coordinating: str) -> None:
    found = assigned(
        plan(
            "2. Về giá điện\n\nKhảo sát lại giá điện tại 12 chợ, trình trước ngày 25/5/2026.\n"
            f"Trách nhiệm thực hiện: {responsible}",
            kind="THÔNG BÁO",
            section="II. NHIỆM VỤ TRONG THỜI GIAN TỚI",
        )
    )
    work = "Khảo sát lại giá điện tại 12 chợ, trình trước ngày 25/5/2026"
    assert (work, lead, coordinating, "", "trước ngày 25/5/2026") in found


def test_parts_given_to_several_bodies_in_brackets_are_left_out() -> None:
    found = assigned(
        plan(
            "2. Về di dời\n\nDi dời đường dây 110 kV và ống nước.\n"
            "Trách nhiệm thực hiện: Công ty Điện lực Sơn La (đường dây), Công ty Cấp nước Sơn La (ống nước).",
            kind="THÔNG BÁO",
            section="II. NHIỆM VỤ TRONG THỜI GIAN TỚI",
        )
    )
    assert found == []


def test_who_leads_a_part_of_the_point_does_not_lead_it_all() -> None:
    found = assigned(
        plan(
            "2. Về chợ\n\nXây mới 12 chợ xã.\nTrách nhiệm thực hiện: Sở Công Thương chủ trì khảo sát; UBND các xã hiến đất.",
            kind="THÔNG BÁO",
            section="II. NHIỆM VỤ TRONG THỜI GIAN TỚI",
        )
    )
    assert not any(task.startswith("Xây mới 12 chợ") for task, *_ in found)


def test_what_stands_before_a_colon_is_part_of_the_work_behind_it() -> None:
    (found,) = assigned(
        plan(
            "2. Hồ sơ của Ủy ban nhân dân các huyện, xã cũ: Trung tâm Lưu trữ tỉnh chủ trì tiếp nhận.",
            section="III. BÀN GIAO",
        )
    )
    assert found[:2] == ("Hồ sơ của Ủy ban nhân dân các huyện, xã cũ | tiếp nhận", "Trung tâm Lưu trữ tỉnh")


STACKED = """PHỤ LỤC
NHIỆM VỤ LÀM ĐƯỜNG THÔN

TT

Nội dung nhiệm vụ

Cơ quan chủ trì

Cơ quan phối hợp

Thời gian hoàn thành

1

Khảo sát, lập danh mục cầu tạm

Phòng Kinh tế

Ủy ban nhân dân các xã

Trước ngày 15/4/2026

2

Chỉnh lý giấy chứng nhận cho các hộ hiến đất

Chi nhánh Văn phòng Đăng ký đất đai huyện

Huyện Đoàn, Hội Nông dân huyện

Trong vòng 60 ngày sau khi nghiệm thu

3

Kiểm tra việc sử dụng xi măng

Ủy ban Kiểm tra Huyện ủy

Thanh tra huyện

Hằng năm, báo cáo trước ngày 15/11

4

Tổng kết phong trào

Phòng Nội vụ

Văn phòng Huyện ủy

Tháng 10/2028
"""


def test_times_that_hang_on_something_fill_their_column_in_tables_of_one_cell_a_line() -> None:
    rows = [found for found in assigned(plan("1. Phòng Nội vụ theo dõi.", end=f"\n{STACKED}")) if found[2]]
    assert [(lead, due) for _, lead, _, _, due in rows] == [
        ("Phòng Kinh tế", "Trước ngày 15/4/2026"),
        ("Chi nhánh Văn phòng Đăng ký đất đai huyện", "Trong vòng 60 ngày sau khi nghiệm thu"),
        ("Ủy ban Kiểm tra Huyện ủy", "Hằng năm, báo cáo trước ngày 15/11"),
        ("Phòng Nội vụ", "Tháng 10/2028"),
    ]
