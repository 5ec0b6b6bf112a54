"""Fusion and filters."""

from datetime import date

import pytest

from tests_builders import document_record
from tracuu.retrieval import admits, min_max, query_terms
from tracuu.types import Filters


def test_scores_are_stretched_to_the_unit_interval() -> None:
    assert min_max({1: 2.0, 2: 4.0, 3: 3.0}) == {1: 0.0, 2: 1.0, 3: 0.5}
    assert min_max({1: 0.3, 2: 0.3}) == {1: 1.0, 2: 1.0}
    assert min_max({}) == {}


def test_terms_leave_out_words_of_asking_and_pair_neighbours() -> None:
    terms = query_terms("Cơ quan nào chủ trì quy hoạch đô thị")
    assert "quy_hoạch" in terms
    assert "nào" not in terms


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), True),
        (Filters(kind="ke hoach"), True),
        (Filters(kind="Công văn"), False),
        (Filters(issuer="ủy ban nhân dân"), True),
        (Filters(issuer="Ban Thường vụ"), False),
        (Filters(place="ca mau"), True),
        (Filters(place="Bạc Liêu"), True),  # merged into Cà Mau on 1/7/2025
        (Filters(place="Hà Tĩnh"), False),
        (Filters(place="Mau"), True),
        (Filters(place="à Ma"), False),
        (Filters(issued_from=date(2026, 5, 5), issued_to=date(2026, 5, 5)), True),
        (Filters(issued_from=date(2026, 5, 6)), False),
        (Filters(doc_ids=("a",)), True),
        (Filters(doc_ids=("b",)), False),
    ],
)
def test_filters_admit_what_they_name(filters: Filters, expected: bool) -> None:
    assert admits(filters, document_record()) is expected


def test_a_document_that_does_not_say_does_not_pass() -> None:
    silent = document_record(kind=None, issued_on=None)
    assert not admits(Filters(kind="Kế hoạch"), silent)
    assert not admits(Filters(issued_to=date(2030, 1, 1)), silent)
