"""A scan loses the marks of the words that label the parts of a directive; the parts are read all the same."""

import pytest

from build_directives import closing, directive, head
from tracuu.documents import read_documents, sentence_case
from tracuu.types import PartRole, Source


def read(text: str):
    (document,) = read_documents(Source(source_id="x.txt", sha256="", text=text))
    return document


@pytest.mark.parametrize(
    "label", ["Sô 47-CT/TU", "So: 47-CT/TU", "Sồ: 47-CT/TU", "S0 47-CT/TU", "Sô          47-CT/TU"]
)
def test_a_number_under_a_label_without_its_mark_is_read(label: str) -> None:
    document = read(directive(top=head(symbol=label), body="1. Sở Y tế tiêm phòng dại.", end=closing()))
    assert document.header.symbol is not None
    assert document.header.symbol.value == "47-CT/TU"
    assert document.diagnostics == ()


def test_addressees_and_recipients_under_labels_without_marks_are_listed() -> None:
    text = directive(top=head(symbol="Số: 901/UBND-VX"), title="", body="", end=closing())
    text = text.replace("Nơi nhận:", "Noi nhân:")
    body = "Kinh gui: Sở Y tế; Ủy ban nhân dân các xã.\n\nCan cứ Luật Thú y, Ủy ban nhân dân tỉnh yêu cầu tiêm phòng dại.\n\n"
    at = text.index("Noi nhân:")
    document = read(text[:at] + body + text[at:])
    assert [a.value for a in document.header.addressees] == ["Sở Y tế", "Ủy ban nhân dân các xã"]
    assert document.header.recipients
    assert not any("nhân:" in r.value for r in document.header.recipients)
    assert {PartRole.ADDRESSEES, PartRole.RECIPIENTS} <= {part.role for part in document.parts}


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN SỞ TƯ PHÁP", "Sở Tư pháp"),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("UBND XÃ HỮU LŨNG PHÒNG KINH TẾ", "Phòng Kinh tế"),
    ],
)
def test_a_department_behind_its_committee_on_one_line_issues(printed: str, issuer: str) -> None:
    document = read(directive(top=head(issuer=printed), body="1. Sở Y tế tiêm phòng dại.", end=closing()))
    assert document.header.issuer is not None
    assert document.header.issuer.value.startswith(issuer)


def test_a_body_keeps_its_capital_behind_the_office_of_its_head() -> None:
    assert sentence_case("BỘ TRƯỞNG BỘ QUỐC PHÒNG") == "Bộ trưởng Bộ Quốc phòng"
    assert sentence_case("GIÁM ĐỐC SỞ TÀI CHÍNH") == "Giám đốc Sở Tài chính"
    assert sentence_case("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN") == "Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"
