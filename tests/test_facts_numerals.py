"""Roman numerals that were misread: put right where the ones around them tell, and never a wrong one."""

import pytest

from build_directives import directive
from facts_view import tasks
from tracuu.documents import read_documents
from tracuu.text import normalise
from tracuu.types import Level, Section, Source

TITLES = ("QUAN ĐIỂM", "MỤC TIÊU", "NHIỆM VỤ", "KINH PHÍ", "BÁO CÁO")


def numerals(*printed: str) -> list[str]:
    """The labels of parts that are printed so, each with two items below it."""
    body = "\n\n".join(
        f"{numeral} {title}\n\n1. Giữ gìn nghề làm muối.\n\n2. Giữ gìn nghề đan lưới."
        for numeral, title in zip(printed, TITLES, strict=False)
    )
    source = Source(source_id="built.txt", sha256="", text=normalise(directive(body=body)))
    (document,) = read_documents(source)
    return [s.label for s in _all(document.outline) if s.level is Level.ROMAN]


def _all(sections: tuple[Section, ...]) -> list[Section]:
    return [found for s in sections for found in (s, *_all(s.children))]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (["I.", "HI.", "HII.", "IV."], ["I", "II", "III", "IV"]),  # H for one stroke
        (["I.", "II.", "HI.", "IV."], ["I", "II", "III", "IV"]),  # H for two
        (["I.", "I.", "HI.", "IV."], ["I", "I", "III", "IV"]),  # the numeral before lost a stroke
        (["I.", "II.", "IH.", "IV."], ["I", "II", "III", "IV"]),
        (["I.", "H.", "III.", "IV."], ["I", "II", "III", "IV"]),
        (["I.", "HI.", "III.", "IV."], ["I", "II", "III", "IV"]),
    ],
)
def test_a_misread_numeral_has_the_value_that_those_around_it_leave(printed, labels):
    assert numerals(*printed) == labels


def test_a_numeral_beyond_repair_keeps_what_is_printed_and_opens_a_part_of_its_own():
    assert numerals("I.", "II.", "HIIH.", "IV.") == ["I", "II", "HIIH", "IV"]


def test_what_stands_below_a_numeral_beyond_repair_is_not_in_the_part_before():
    body = "1. Số lớp nghề đan lưới đạt 40 lớp.\n\n**HIIH. NHIỆM VỤ**\n\n1. Sở Công Thương rà soát làng nghề đan lưới."
    assert tasks(body, section="I. MỤC TIÊU") == [("rà soát làng nghề đan lưới", "Sở Công Thương", "", "", "")]


@pytest.mark.parametrize("heading", ["HIV. KHÁM BỆNH", "TM. ỦY BAN", "HLV. THỂ THAO"])
def test_letters_that_are_no_strokes_are_no_numeral(heading):
    assert heading.split(".")[0] not in numerals("I.", heading.split()[0], "II.")
