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
