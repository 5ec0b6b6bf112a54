"""Clauses of the prose: who leads, who helps, what is work at all, and which work a deadline belongs to."""

import pytest

from facts_view import tasks

# --- Deadlines ---------------------------------------------------------------------------------


def test_a_deadline_belongs_to_the_work_between_its_comma_and_itself():
    body = "1. Sở Y tế chuyển bệnh nhân lên tầng hai, hoàn thành việc kê cao máy móc trước ngày 27/9/2026."
    assert tasks(body) == [
        ("chuyển bệnh nhân lên tầng hai", "Sở Y tế", "", "", ""),
        ("hoàn thành việc kê cao máy móc trước ngày 27/9/2026", "Sở Y tế", "", "", "trước ngày 27/9/2026"),
    ]


def test_who_helps_helps_with_the_work_behind_the_comma_too():
    body = (
        "1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát các điểm ngập úng nặng, lắp đặt biển cảnh báo nguy"
        " hiểm trước ngày 30/6/2026."
    )
    assert [(task, lead, helping) for task, lead, helping, *_ in tasks(body)] == [
        ("rà soát các điểm ngập úng nặng", "Sở Xây dựng", "Công an tỉnh"),
        ("lắp đặt biển cảnh báo nguy hiểm trước ngày 30/6/2026", "Sở Xây dựng", "Công an tỉnh"),
    ]


@pytest.mark.parametrize(
    "work",
    [
        "rà soát, tổng hợp, trình UBND tỉnh", "rà soát các hồ chứa nhỏ, báo cáo UBND tỉnh", "tuyên truyền, vận động nhân dân di dời nhà cửa",
        "lập phương án sơ tán dân, bảo vệ hồ đập xung yếu", "hướng dẫn người dân chằng chống nhà cửa, sơ tán tài sản gia đình",
        "thực hiện sửa chữa, nâng cấp trạm bơm Phú Điền", "xây dựng kế hoạch kiểm tra, giám sát việc cấp giống lúa",
    ],
)  # fmt: skip
def test_a_chain_of_verbs_and_its_last_step_are_due_together(work):
    assert tasks(f"1. Sở Xây dựng {work} trước ngày 30/6/2026.") == [
        (f"{work} trước ngày 30/6/2026", "Sở Xây dựng", "", "", "trước ngày 30/6/2026")
    ]


# --- Who leads, and what is work ---------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện.",
        "Văn phòng UBND tỉnh thông báo ý kiến kết luận của Chủ tịch UBND tỉnh đến các sở, ngành, địa phương biết.",
        "Công an tỉnh: đến hết năm 2026 có 92% công dân đủ điều kiện được cấp căn cước.",
        "Thành phần: Sở Công Thương chủ trì cuộc họp về chợ tạm.",
    ],
)
def test_what_only_tells_is_no_work(sentence):
    assert tasks(f"1. {sentence}") == []


@pytest.mark.parametrize(
    "work", ["niêm yết lịch tiêm để người dân biết", "đến hết năm 2026 hoàn thành việc cấp thẻ cho học sinh"]
)
def test_what_is_done_stays_work(work):
    assert [task for task, *_ in tasks(f"1. Sở Y tế {work}.")] == [work]


@pytest.mark.parametrize(
    ("who", "lead", "helping"),
    [
        ("Sở Nội vụ cùng Sở Tài chính chủ trì", "Sở Nội vụ cùng Sở Tài chính", ""),
        ("Sở Nội vụ phối hợp, Sở Tài chính chủ trì", "Sở Tài chính", "Sở Nội vụ"),
        ("Sở Nội vụ chủ trì, Sở Tài chính phối hợp", "Sở Nội vụ", "Sở Tài chính"),
        ("Sở Nội vụ phối hợp với Sở Tài chính", "", "Sở Nội vụ"),
        ("Giá nước: Sở Tài chính chủ trì, phối hợp với Sở Nội vụ", "Sở Tài chính", "Sở Nội vụ"),
        ("Kinh phí: Sở Tài chính", "Sở Tài chính", ""),
    ],
)
def test_who_leads_and_who_helps_are_told_apart(who, lead, helping):
    work = "rà soát biên chế trạm y tế trước ngày 30/6/2026"
    assert tasks(f"1. {who} {work}.") == [(work, lead, helping, "", "trước ngày 30/6/2026")]


@pytest.mark.parametrize("who", ["Sở Công Thương chủ trì", "Sở Công Thương chủ trì thực hiện"])
def test_before_a_colon_and_who_leads_stands_the_work(who):
    assert tasks(f"1. Lập Đề án kho lạnh: {who}.") == [("Lập Đề án kho lạnh", "Sở Công Thương", "", "", "")]


def test_the_heading_of_a_section_is_no_task():
    assert tasks("Cơ quan chủ trì: Sở Công Thương.\nThời gian: quý II/2026.") == []


def test_who_leads_is_named_above_work_that_says_only_who_helps():
    body = (
        "3. Bộ Chỉ huy Quân sự tỉnh\n\n- Diễn tập cứu nạn ở đầm Ô Loan; phối hợp: Tỉnh đoàn.\n\n"
        "- Diễn tập chữa cháy rừng trước ngày 30/6/2026; phối hợp: Hạt Kiểm lâm."
    )
    assert tasks(body) == [
        ("Diễn tập cứu nạn ở đầm Ô Loan", "Bộ Chỉ huy Quân sự tỉnh", "Tỉnh đoàn", "", ""),
        (
            "Diễn tập chữa cháy rừng trước ngày 30/6/2026", "Bộ Chỉ huy Quân sự tỉnh", "Hạt Kiểm lâm", "",
            "trước ngày 30/6/2026",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("work", "lead"),
    [("Sở Y tế diễn tập cấp cứu trên đầm; phối hợp: Tỉnh đoàn.", "Sở Y tế"), ("Diễn tập cấp cứu trên đầm; phối hợp: Tỉnh đoàn.", "")],
)  # fmt: skip
def test_who_leads_is_taken_from_no_heading_that_names_nobody(work, lead):
    assert [found[:3] for found in map(list, tasks(f"1. Cấp cứu trên đầm\n\n- {work}"))] == [
        [work.removeprefix("Sở Y tế ").removesuffix("; phối hợp: Tỉnh đoàn."), lead, "Tỉnh đoàn"]
    ]


def test_an_agency_above_labelled_lines_is_no_task():
    body = "3. Bộ Chỉ huy Quân sự tỉnh\n\n- Diễn tập cứu nạn ở đầm Ô Loan\n\nCơ quan phối hợp: Tỉnh đoàn."
    assert [task for task, *_ in tasks(body)] == ["Diễn tập cứu nạn ở đầm Ô Loan"]
