"""Quarters and months that a text names."""

import pytest

from tracuu.facts.seasons import Seasons, seasons_of


@pytest.mark.parametrize(
    ("text", "quarters", "months"),
    [
        ("đến hết quý II/2026", {2}, set()),
        ("quý 3 năm 2026", {3}, set()),
        ("QUÝ IV", {4}, set()),
        ("quy i", {1}, set()),
        ("quý II và quý III", {2, 3}, set()),
        ("tháng 6/2026", set(), {6}),
        ("trước ngày 01/02/2027", set(), {2}),
        ("ngày 30/6", set(), {6}),
    ],
)
def test_quarters_and_months_are_read(text: str, quarters: set[int], months: set[int]) -> None:
    assert seasons_of(text) == Seasons(frozenset(quarters), frozenset(months))


@pytest.mark.parametrize(
    "text",
    [
        "năm 2026",
        "giai đoạn 2026-2030",
        "thời gian quý giá",
        "quy hoạch, quy chế",
        "trong 3 tháng",
        pytest.param(
            "1/2 số hộ",
        ),
        pytest.param(
            "3/4 diện tích",
        ),
    ],
)
def test_what_is_no_season_is_none(text: str) -> None:
    assert seasons_of(text) == Seasons()


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        ("quý II", "quý II/2026", True),
        ("quý II", "quý III/2026", False),
        ("tháng 6", "quý II/2026", False),
        ("năm 2026", "quý II/2026", True),
        ("quý II và quý III", "quý II/2026", False),
    ],
)
def test_a_text_holds_a_season_when_it_names_all_of_it(asked: str, said: str, holds: bool) -> None:
    assert seasons_of(asked).are_in(seasons_of(said)) is holds
