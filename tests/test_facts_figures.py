"""Figures of the prose: what is measured, in which unit, and what is no figure of the thing named before it."""

import pytest

from facts_view import figures

# --- What is measured --------------------------------------------------------------------------


def test_what_is_added_is_said_of_the_thing_before_it_and_is_not_its_level():
    body = "Sản lượng muối đạt 120 nghìn tấn, năm 2027 tăng thêm 50 nghìn tấn."
    assert figures(body) == [
        ("Sản lượng muối", 120, 120, "nghìn tấn", None),
        ("Sản lượng muối | tăng thêm", 50, 50, "nghìn tấn", (2027, 2027)),
    ]


@pytest.mark.parametrize(
    "body", ["Năm 2027 tăng thêm 50 nghìn tấn.", "Trồng 900 ha muối; năm 2027 tăng thêm 50 nghìn tấn."]
)
def test_what_is_added_to_nothing_named_is_left_out(body):
    assert not [f for f in figures(body) if f[1] == 50]


@pytest.mark.parametrize("body", ["Tăng thêm 50 nghìn tấn muối.", "Diện tích đồng muối tăng thêm 50 ha."])
def test_what_is_added_keeps_its_own_name(body):
    assert [f[1] for f in figures(body)] == [50]
