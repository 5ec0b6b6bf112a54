"""Who does the work when a leading body directs another, and what is nobody's work."""

import pytest

from facts_view import tasks


def slots(body: str) -> list[tuple[str, str, str, str]]:
    """Lead, coordinating, supervising and the work."""
    return [(lead, helps, watches, task) for task, lead, helps, watches, _ in tasks(body)]


def test_whom_a_party_body_leads_does_the_work_under_it() -> None:
    body = (
        "1. Đảng ủy UBND xã lãnh đạo, chỉ đạo Trung tâm Dịch vụ tổng hợp tuyên truyền trên loa mỗi sáng; in tờ rơi cho các bản."
        " Chỉ đạo Phòng Kinh tế chủ trì kiểm tra chợ phiên. Sơ kết vào quý I/2027."
    )
    assert slots(body) == [
        ("Trung tâm Dịch vụ tổng hợp", "", "Đảng ủy UBND xã", "tuyên truyền trên loa mỗi sáng; in tờ rơi cho các bản"),
        ("Phòng Kinh tế", "", "Đảng ủy UBND xã", "kiểm tra chợ phiên"),
        ("Đảng ủy UBND xã", "", "", "Sơ kết vào quý I/2027"),
    ]


def test_points_below_a_directing_heading_are_of_whom_they_name_or_of_whom_it_directs() -> None:
    body = (
        "2. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh:\n\n"
        "a) Chỉ đạo Sở Công Thương bình ổn giá gạo, mở ba điểm bán lưu động.\n\nb) Bố trí 12 tỷ đồng mua gạo dự trữ."
    )
    assert slots(body) == [
        ("Sở Công Thương", "", "Đảng ủy Ủy ban nhân dân tỉnh", "bình ổn giá gạo, mở ba điểm bán lưu động"),
        ("Ủy ban nhân dân tỉnh", "", "Đảng ủy Ủy ban nhân dân tỉnh", "Bố trí 12 tỷ đồng mua gạo dự trữ"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "1. Sở Y tế chỉ đạo vận hành lò đốt rác của bệnh viện.",
        "1. Đảng ủy xã Mường Vi lãnh đạo việc giữ rừng đầu nguồn trong mùa khô.",
        "1. Đảng ủy Sở Tư pháp lãnh đạo lập danh sách hòa giải viên ở cơ sở.",
    ],
)
def test_work_that_is_led_itself_stays_with_the_body(body: str) -> None:
    ((lead, _, watches, task),) = slots(body)
    assert body[3:].startswith(lead)
    assert watches == ""
    assert task.startswith(("chỉ đạo", "lãnh đạo"))


def test_a_matter_spoken_of_before_is_of_whom_leads_it() -> None:
    body = (
        "1. Sở Xây dựng kiểm tra các cầu treo sau mưa lũ. Việc cắm biển hạn chế tải trọng do Công an tỉnh chủ trì, xong trong"
        " tháng 9/2027."
    )
    assert [(s[0], s[3]) for s in slots(body)] == [
        ("Sở Xây dựng", "kiểm tra các cầu treo sau mưa lũ"),
        ("Công an tỉnh", "Việc cắm biển hạn chế tải trọng"),
    ]


def test_who_is_asked_or_handed_something_is_given_work() -> None:
    asked = slots("1. Bưu điện tỉnh được đề nghị chuyển hồ sơ tận nhà cho người già.")
    assert asked == [("Bưu điện tỉnh", "", "", "chuyển hồ sơ tận nhà cho người già")]
    handed = slots("1. Ủy ban nhân dân xã được giao máy lọc nước chịu trách nhiệm thay lõi mỗi quý một lần.")
    assert handed == [("Ủy ban nhân dân xã", "", "", "thay lõi mỗi quý một lần")]


def test_how_often_belongs_to_the_work_before_it() -> None:
    body = "1. Sở Y tế lấy mẫu nước giếng ở các trường trước ngày 30/4/2027; mỗi tháng ít nhất hai lần."
    assert len(slots(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "1. Các bản còn lại do trưởng bản quyết định sau khi họp dân.",
        "1. Doanh nghiệp cho thuê kho phải ghi rõ trách nhiệm trong hợp đồng.",
        "1. Lực lượng tham gia bảo vệ rừng ở cơ sở được huấn luyện mỗi năm một lần.",
        "1. Trung tâm dữ liệu tỉnh đặt tại phường Nông Tiến là trung tâm chính.",
        "**1. Chính quyền số.** Thay máy tính cũ cho 12 xã trước ngày 31/5/2027.",
    ],
)
def test_what_is_no_body_leads_nothing(body: str) -> None:
    assert [s for s in slots(body) if s[0]] == []


def test_a_rule_for_others_is_no_work_of_the_agency() -> None:
    body = "1. Công an tỉnh kiểm tra thuyền chở khách trước ngày 30/4/2027; thuyền hết đăng kiểm thì không được chở."
    assert [s[3] for s in slots(body)] == ["kiểm tra thuyền chở khách trước ngày 30/4/2027"]


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Công ty TNHH MTV Quản lý khai thác công trình thủy lợi Trà Vinh", "cử"),
        ("Cảng hàng không Phù Cát", "sắp xếp"),
        ("Khu Quản lý đường bộ II", "sửa chữa"),
        ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", "mở"),
        ("Trung tâm Dịch vụ tổng hợp", "tuyên truyền"),
    ],
)
def test_long_names_end_before_their_verb(name: str, verb: str) -> None:
    assert [s[0] for s in slots(f"1. {name} {verb} người trực tại chỗ suốt mùa mưa.")] == [name]


def test_a_report_to_the_party_is_of_the_body_that_directs() -> None:
    body = "1. Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh xây dựng đề án kho lạnh; định kỳ sơ kết, báo cáo Ban Thường vụ Tỉnh ủy."
    assert [(s[0], s[2]) for s in slots(body)] == [("UBND tỉnh", "Đảng ủy UBND tỉnh"), ("Đảng ủy UBND tỉnh", "")]


def test_with_whom_the_next_work_is_done_stands_before_it() -> None:
    body = "1. Hội Nông dân tỉnh chủ trì vận động hội viên trồng tre; cùng Báo Hòa Bình mở chuyên mục giữ đất."
    assert [(s[0], s[1], s[3]) for s in slots(body)] == [
        ("Hội Nông dân tỉnh", "", "vận động hội viên trồng tre"),
        ("Hội Nông dân tỉnh", "Báo Hòa Bình", "mở chuyên mục giữ đất"),
    ]
