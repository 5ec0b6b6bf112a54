"""Columns of tables: for which year a figure is set, and which of several times is the one by which work is due."""

import pytest

from facts_view import figures


def html(headings: list[str], *rows: list[str]) -> str:
    cells = ["".join(f"<th>{h}</th>" for h in headings), *("".join(f"<td>{c}</td>" for c in row) for row in rows)]
    return f"<table>{''.join(f'<tr>{c}</tr>' for c in cells)}</table>"


def markdown(headings: list[str], *rows: list[str]) -> str:
    return "\n".join(f"| {' | '.join(r)} |" for r in [headings, ["---"] * len(headings), *rows])


# --- Years -------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", [html, markdown])
@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("Kế hoạch 2026", (2026, 2026)), ("KH 2026", (2026, 2026)), ("Kế hoạch năm 2026", (2026, 2026)), ("2026", (2026, 2026)),
        ("Chỉ tiêu 2026", (2026, 2026)), ("Giai đoạn 2026 - 2030", (2026, 2030)), ("2026 - 2030", (2026, 2030)),
        ("Mục tiêu đến năm 2030", (2030, 2030)),
    ],
)  # fmt: skip
def test_a_column_of_a_year_sets_its_figures_for_it(table, heading, years):
    body = table(["TT", "Chỉ tiêu", "Đơn vị tính", heading], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", years)]


@pytest.mark.parametrize("heading", ["Thực hiện 2025", "TH 2025", "Ước thực hiện 2025", "Kết quả năm 2025"])
def test_what_was_reached_is_no_figure_of_the_plan(heading):
    columns = ["TT", "Chỉ tiêu", "Đơn vị tính", heading, "Kế hoạch 2026"]
    body = html(columns, ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.142", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", (2026, 2026))]


def test_a_column_whose_years_are_in_doubt_sets_no_figure_without_a_year():
    body = html(
        ["TT", "Chỉ tiêu", "Đơn vị tính", "2026, 2027, 2028"], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"]
    )
    assert figures(body) == []


def test_a_column_of_goals_without_a_year_keeps_its_figure():
    body = html(["TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"], ["1", "Số lồng bè nuôi tôm hùm", "lồng", "1.260"])
    assert figures(body) == [("Số lồng bè nuôi tôm hùm", 1260, 1260, "lồng", None)]
