"""Rules `lead_agency`, `deadline` and `past_deadline`: who leads a task, by when, and whether that day had passed."""

import pytest

from build_checks import material, plan, row, values
from tracuu.checks.bodies import bodies_of, same_bodies
from tracuu.checks.deadline import find_deadlines
from tracuu.checks.lead_agency import find_leads
from tracuu.checks.past_deadline import find_past_deadlines
from tracuu.types import Severity

TASK = "Số hóa hồ sơ đất đai tại xã Tân Lập"


def point(lead: str, task: str = TASK, due: str = "") -> str:
    return f"II. NHIỆM VỤ\n\n1. {lead} chủ trì, phối hợp với các cơ quan liên quan {task[0].lower()}{task[1:]}{due}."


# --- Who leads ---------------------------------------------------------------------------------


def test_body_and_annex_give_a_task_to_two_agencies():
    text = plan(f"{point('Sở Nội vụ')}\n\n{row(TASK, 'Sở Nông nghiệp và Môi trường')}")
    (found,) = find_leads(material(text))
    assert found.values == ("Sở Nội vụ", "Sở Nông nghiệp và Môi trường")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize("due", [", hoàn thành trước ngày 30/6/2026", " trong quý II/2026", ""])
def test_a_message_names_the_task_without_its_time(due):
    (found,) = find_leads(material(plan(f"{point('Sở Nội vụ', due=due)}\n\n{row(TASK, 'Sở Tư pháp', 'Quý II/2026')}")))
    assert "nhiệm vụ “số hóa hồ sơ đất đai tại xã Tân Lập” được giao" in found.message


def test_a_paper_without_a_number_is_named_by_its_issuer_and_day():
    text = plan(row(TASK, "Sở Nội vụ")).replace("Số: 21/KH-UBND", "Số:      /KH-UBND")
    (found,) = find_leads(material(text, plan(point("Sở Tư pháp"), number=22)))
    assert "Kế hoạch của Ủy ban nhân dân tỉnh Sơn La ngày 12/5/2026 giao Sở Nội vụ" in found.message


def test_two_plans_of_a_province_give_a_task_to_two_agencies():
    assert values(find_leads, plan(row(TASK, "Sở Nội vụ")), plan(point("Sở Tư pháp"), number=22)) == [
        ("Sở Nội vụ", "Sở Tư pháp")
    ]


def test_a_commune_may_not_name_another_department_than_the_province():
    lower = plan(point("Sở Tư pháp"), number=9, commune="Tân Lập")
    assert values(find_leads, plan(row(TASK, "Sở Nội vụ")), lower) == [("Sở Nội vụ", "Sở Tư pháp")]


def test_bodies_that_are_the_provinces_because_that_is_said():
    upper = plan(row(TASK, "Văn phòng UBND tỉnh"))
    lower = plan(point("Sở Tư pháp"), number=9, commune="Tân Lập")
    assert values(find_leads, upper, lower) == [("Văn phòng UBND tỉnh", "Sở Tư pháp")]
    own = plan(point("Văn phòng HĐND và UBND xã"), number=9, commune="Tân Lập")
    assert values(find_leads, upper, own) == []
    police = plan(point("Công an xã"), number=9, commune="Tân Lập")
    assert values(find_leads, plan(row(TASK, "Công an tỉnh")), police) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (row(TASK, "Sở Nội vụ"), point("Sở Tư pháp", "Số hóa hồ sơ hộ tịch tại xã Tân Lập")),
        (row(TASK, "Sở Khoa học và Công nghệ"), point("Sở KH&CN")),
        (row(TASK, "Sở Nội vụ, Sở Tư pháp"), point("Sở Tư pháp, Sở Nội vụ")),
        (row(TASK, "Sở Nội vụ"), point("Các sở, ban, ngành")),
        (row("Báo cáo kết quả thực hiện kế hoạch", "Sở Nội vụ"), point("Sở Tư pháp", "Báo cáo kết quả thực hiện kế hoạch")),
        (row(TASK, "Sở Nội vụ"), "II. NHIỆM VỤ\n\n1. Sở Tư pháp phối hợp với Sở Nội vụ số hóa hồ sơ đất đai tại xã Tân Lập."),
    ],
)  # fmt: skip
def test_other_tasks_names_and_roles_are_no_conflict(first, second):
    assert values(find_leads, plan(first), plan(second, number=22)) == []


def test_another_province_or_the_commune_itself_is_no_conflict():
    base = plan(row(TASK, "Sở Nội vụ"))
    assert values(find_leads, base, plan(point("Sở Tư pháp"), province="Cà Mau")) == []
    assert values(find_leads, base, plan(point("Phòng Kinh tế"), commune="Tân Lập", number=9)) == []


def test_plans_of_two_years_may_differ():
    old = plan(row(TASK, "Sở Nội vụ"), subject="Cải cách hành chính năm 2025", day="05 tháng 4 năm 2025")
    new = plan(point("Sở Tư pháp"), subject="Cải cách hành chính năm 2026", number=22)
    assert values(find_leads, old, new) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", True),
        ("Công an tỉnh", "Công an", True),
        ("SXD; Sở Tài chính", "Sở Tài chính và Sở Xây dựng", True),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", True),
        ("Sở Xây dựng", "Sở Xây dựng tỉnh Sơn La", True),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", False),
        ("Sở Y tế", "Bộ Y tế", False),
    ],
)
def test_names_of_bodies_are_compared_written_out(one, other, same):
    assert same_bodies(bodies_of(one), bodies_of(other)) is same


# --- By when -----------------------------------------------------------------------------------


def test_body_and_annex_give_a_task_two_days():
    body = point("Sở Nội vụ", due=", hoàn thành trước ngày 15/7/2026")
    assert values(find_deadlines, plan(f"{body}\n\n{row(TASK, 'Sở Nội vụ', '20/8/2026')}")) == [
        ("trước ngày 15/7/2026", "20/8/2026")
    ]


def test_one_time_inside_another_is_a_warning_in_one_paper_and_information_between_two():
    body = point("Sở Nội vụ", due=", hoàn thành trước ngày 15/7/2026")
    annex = row(TASK, "Sở Nội vụ", "Quý III/2026")
    (within,) = find_deadlines(material(plan(f"{body}\n\n{annex}")))
    (between,) = find_deadlines(material(plan(annex), plan(body, number=22)))
    assert (within.severity, between.severity) == (Severity.WARNING, Severity.INFO)


@pytest.mark.parametrize(
    ("cell", "phrase"),
    [
        ("15/7/2026", ", hoàn thành trước ngày 15/7/2026"),
        ("15/7/2026", ", hoàn thành xong ngày 15 tháng 7 năm 2026"),
        ("Thường xuyên", ", hoàn thành trước ngày 15/7/2026"),
        ("Tháng 7/2026", ", xong trong tháng 7/2026"),
    ],
)
def test_one_day_in_two_forms_is_no_conflict(cell, phrase):
    assert values(find_deadlines, plan(f"{point('Sở Nội vụ', due=phrase)}\n\n{row(TASK, 'Sở Nội vụ', cell)}")) == []


def test_a_lower_paper_may_be_stricter_and_not_laxer():
    upper = plan(row(TASK, "UBND xã Tân Lập", "15/7/2026"))
    sooner = plan(point("UBND xã Tân Lập", due=", hoàn thành trước ngày 30/6/2026"), commune="Tân Lập", number=9)
    later = plan(point("UBND xã Tân Lập", due=", hoàn thành trước ngày 30/8/2026"), commune="Tân Lập", number=9)
    assert values(find_deadlines, upper, sooner) == []
    assert len(values(find_deadlines, upper, later)) == 1


def test_the_orders_at_the_end_of_a_plan_and_in_its_annex_are_one():
    body = (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. UBND các xã, phường xây dựng kế hoạch thực hiện Kế hoạch này phù hợp với tình hình"
        " địa phương, hoàn thành trước ngày 30/5/2026."
    )
    annex = row("Xây dựng, ban hành kế hoạch triển khai thực hiện Kế hoạch này", "UBND các xã, phường", "15/8/2026")
    assert values(find_deadlines, plan(f"{body}\n\n{annex}")) == [("trước ngày 30/5/2026", "15/8/2026")]


# --- Days that had passed ----------------------------------------------------------------------


def letter(said: str, day: str = "25 tháng 6 năm 2026") -> str:
    body = f"Kính gửi: Các cơ quan thuộc xã.\n\nThực hiện Kế hoạch số 21/KH-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh {said}, yêu cầu các đơn vị thực hiện."
    return plan(
        body, number=77, day=day, commune="Tân Lập", kind="CÔNG VĂN", subject="V/v triển khai kế hoạch của tỉnh"
    )


def test_work_due_before_its_paper_is_told():
    assert values(find_past_deadlines, plan(row(TASK, "Sở Nội vụ", "20/4/2026"))) == [
        ("20/4/2026", "ngày 12 tháng 5 năm 2026")
    ]


@pytest.mark.parametrize("said", ["(gửi kèm theo Công văn này)", "(sao gửi kèm theo)"])
def test_work_due_before_the_paper_that_sends_it_on_is_told_each_day_once(said):
    table = row(TASK, "Sở Nội vụ", "10/6/2026") + "\n2\tXóa nhà tạm cho hộ nghèo\tSở Xây dựng\tUBND xã\t10/6/2026"
    found = values(find_past_deadlines, plan(table), letter(said))
    assert found == [("10/6/2026", "ngày 25 tháng 6 năm 2026")]


@pytest.mark.parametrize(
    ("due", "said", "day"),
    [
        ("12/5/2026", "(gửi kèm theo Công văn này)", "12 tháng 5 năm 2026"),
        ("30/9/2026", "(gửi kèm theo Công văn này)", "25 tháng 6 năm 2026"),
        ("10/6/2026", "về phát triển kinh tế", "25 tháng 6 năm 2026"),
        ("Hằng quý", "(gửi kèm theo Công văn này)", "25 tháng 6 năm 2026"),
    ],
)
def test_what_is_in_time_recurs_or_is_only_cited_is_not_told(due, said, day):
    assert values(find_past_deadlines, plan(row(TASK, "Sở Nội vụ", due)), letter(said, day)) == []


@pytest.mark.parametrize(
    "work",
    [
        "rà soát các dự án được phê duyệt trước ngày 01/7/2025",
        "giải quyết hồ sơ tiếp nhận trước ngày 01/7/2025",
        "rà soát diện tích rừng do Hạt Kiểm lâm giao khoán trước năm 2024",
        "thu hồi giấy phép đã cấp trước ngày 15/3/2026",
        "chi trả phụ cấp cho cán bộ nghỉ hưu trước ngày 01/01/2026",
        "thanh lý tài sản đưa vào sử dụng từ trước năm 2015",
        "lập danh sách người được tuyển dụng trước năm 2020",
    ],
)
def test_a_time_that_says_when_a_thing_came_about_is_no_deadline(work):
    assert values(find_past_deadlines, plan(f"II. NHIỆM VỤ\n\n1. Sở Nội vụ {work}.")) == []


@pytest.mark.parametrize(
    "work",
    [
        "rà soát quy hoạch chung trước ngày 30/4/2026",
        "trình đồ án quy hoạch được phê duyệt trước ngày 30/4/2026",
        "rà soát các dự án được giao, hoàn thành trước ngày 30/4/2026",
        "giải quyết hồ sơ đã tiếp nhận, xong trước ngày 01/7/2025",
        "mua sắm trang thiết bị trước ngày 30/4/2026",
        "đưa công trình vào sử dụng trước ngày 30/4/2026",
    ],
)
def test_work_in_prose_that_was_due_before_its_paper_is_told(work):
    assert len(values(find_past_deadlines, plan(f"II. NHIỆM VỤ\n\n1. Sở Nội vụ {work}."))) == 1


def test_a_time_that_was_over_when_the_other_paper_was_issued_is_of_another_round():
    body = "II. NHIỆM VỤ\n\n1. Sở Nông nghiệp và Môi trường chủ trì đóng cống Rạch Mọp, hoàn thành trước ngày {}."
    early, late = (plan(body.format(day), number=n) for day, n in (("15/6/2026", 21), ("20/7/2026", 22)))
    assert values(find_deadlines, early, late)
    again = plan(body.format("20/7/2026"), number=22, day="20 tháng 6 năm 2026")
    assert values(find_deadlines, early, again) == []
