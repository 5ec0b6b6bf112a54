"""Figures misread as letters are put right where they can be nothing else; the length stays."""

import time

import pytest

from build_directives import closing, directive, head
from tracuu.documents import read_documents
from tracuu.documents.digits import with_digits
from tracuu.facts.assignments import read_assignments
from tracuu.facts.targets import read_targets
from tracuu.types import Source


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("trước ngày l5/6/2026", "trước ngày 15/6/2026"),
        ("Ngày 1O-O4-2026", "Ngày 10-04-2026"),
        ("ngày O9 tháng l2 năm 2O26", "ngày 09 tháng 12 năm 2026"),
        ("tháng l1/2027", "tháng 11/2027"),
        ("trước l7 giờ ngày l/9", "trước 17 giờ ngày 1/9"),
        ("Số: O9/CT-UBND", "Số: 09/CT-UBND"),
        ("Kế hoạch số l2O-KH/TU", "Kế hoạch số 120-KH/TU"),
        ("trong quý HI/2O27", "trong quý HI/2027"),
        ("quý IV/202l", "quý IV/2021"),
        ("Năm học 2O25 - 2O26", "Năm học 2025 - 2026"),
        ("sửa l4 phòng học, 25O bộ bàn ghế", "sửa 14 phòng học, 250 bộ bàn ghế"),
        ("O7 thôn, O2 trường, lO lớp", "07 thôn, 02 trường, 10 lớp"),
        ("in 3O.OOO tờ rơi, 2l5 áp phích", "in 30.000 tờ rơi, 215 áp phích"),
        ("tốc độ 4O-6O km/h trên Quốc lộ 5O", "tốc độ 40-60 km/h trên Quốc lộ 50"),
        ("đạt 9O% số hộ, vốn l.25O tỷ đồng", "đạt 90% số hộ, vốn 1.250 tỷ đồng"),
    ],
)
def test_misread_figures_are_put_right(printed: str, meant: str) -> None:
    assert with_digits(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ngày lễ lớn",
        "0,5 g/l nước",
        "quý I/2026",
        "tháng I",
        "ngày ông lên",
        "lo cho 3 hộ",
        "Điểm l) Sở Y tế",
        "số lO/A",
        "lúc 5 giờ",
        "bình O2 y tế",
        "khí CO2 thải ra, H2O",
        "chai 1l nước, can 1,5l dầu",
        "lO tập trung",
        "nhóm máu O hiếm",
        "Quy hoạch đường I5 và quý I, khu H1 hoặc H2",
        "vitamin B12, D3, K2",
        "Trung tâm IOC hoạt động",
        "O3 tầng cao",
    ],
)
def test_letters_stay_letters(text: str) -> None:
    assert with_digits(text) == text


def test_a_misread_day_is_due_as_meant_and_quoted_as_printed() -> None:
    body = "I. CHỈ TIÊU\n\n1. Tỷ lệ hộ có nước sạch đạt 9O% năm 2O27.\n\nII. NHIỆM VỤ\n\n1. Sở Xây dựng trình đề án trước ngày 2O/l1/2026."
    text = directive(top=head(symbol="Số: l7/KH-UBND"), body=body, end=closing())
    source = Source(source_id="x.txt", sha256="", text=text)
    (document,) = read_documents(source)
    assert document.header.symbol is not None
    assert document.header.symbol.value == "17/KH-UBND"
    (found,) = read_assignments(document, source)
    assert found.deadline is not None
    assert (str(found.deadline.due), text[slice(*found.deadline.spans[0])]) == ("2026-11-19", "trước ngày 2O/l1/2026")
    (target,) = read_targets(document, source)
    assert (target.low, target.years, text[slice(*target.value)]) == (90.0, (2027, 2027), "9O")


def test_a_misread_quarter_keeps_its_year() -> None:
    body = "II. NHIỆM VỤ\n\n1. Sở Công Thương mở chợ đầu mối trong quý HI/2O27; xây l8 kho lạnh."
    text = directive(body=body, end=closing())
    source = Source(source_id="x.txt", sha256="", text=text)
    (document,) = read_documents(source)
    found = read_assignments(document, source)[0]
    assert found.deadline is not None
    assert (str(found.deadline.due), text[slice(*found.deadline.spans[0])]) == ("2027-09-30", "trong quý HI/2O27")
    (target,) = read_targets(document, source)
    assert (target.low, text[slice(*target.value)]) == (18.0, "l8")


@pytest.mark.parametrize(
    "text", ["l" * 100_000, "1O" * 50_000 + "x", "O." * 50_000, "1,O" * 33_000 + "_", "l " * 50_000]
)
def test_hostile_texts_are_put_right_in_no_time(text: str) -> None:
    started = time.process_time()
    with_digits(text)
    # Ten times what a pattern may take on a quiet machine.
    assert time.process_time() - started < 1.0
