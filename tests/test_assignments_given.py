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


def test_whose_body_a_partner_is_stands_in_brackets_and_is_no_work() -> None:
    (found,) = assigned(plan("1. Sở Y tế chủ trì, phối hợp với Cục Quản lý Dược (Bộ Y tế) rà soát 45 loại thuốc."))
    assert found[:3] == ("rà soát 45 loại thuốc", "Sở Y tế", "Cục Quản lý Dược")
