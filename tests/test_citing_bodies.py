"""Viện dẫn of decisions of a head of office, of decrees, of programmes and of the Party's central bodies."""

import pytest

from build_directives import closing, directive, head
from tracuu.citing import document_reference
from tracuu.documents import read_documents
from tracuu.quotes.mentions import cited_differences, find_mentions
from tracuu.types import Source

CHAIR = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA"
COMMITTEE = "ỦY BAN NHÂN DÂN TỈNH SƠN LA"
GROUNDS = """Căn cứ Luật Tổ chức chính quyền địa phương;

Theo đề nghị của Giám đốc Sở Xây dựng.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt quy hoạch chung đô thị đến năm 2035.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký."""


def read(**parts):
    return read_documents(Source(source_id="a.txt", sha256="0" * 64, text=directive(**parts)))[0]


def decision(decides: str):
    return read(
        top=head(symbol="Số: 15/QĐ-UBND"),
        title="QUYẾT ĐỊNH",
        subject=f"Về việc phê duyệt quy hoạch\n\n{decides}",
        body=GROUNDS,
        end=closing(behalf="", office="CHỦ TỊCH"),
    )


@pytest.mark.parametrize(
    ("decides", "issuer"),
    [(CHAIR, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La"), (COMMITTEE, "Ủy ban nhân dân tỉnh Sơn La")],
)
def test_a_decision_is_of_him_or_them_who_decide_over_its_grounds(decides, issuer):
    assert document_reference(decision(decides)) == (
        f"Quyết định số 15/QĐ-UBND ngày 12 tháng 5 năm 2026 của {issuer} về việc phê duyệt quy hoạch"
    )


@pytest.mark.parametrize(("decides", "said"), [(CHAIR, "Ủy ban nhân dân tỉnh"), (COMMITTEE, "Chủ tịch UBND tỉnh")])
def test_the_chairman_and_the_committee_are_kept_apart(decides, said):
    text = f"Quyết định số 15/QĐ-UBND ngày 12/5/2026 của {said}"
    (mention,) = find_mentions(text)
    assert [d.field.value for d in cited_differences(text, mention, decision(decides))] == ["issuer"]


@pytest.mark.parametrize(
    ("title", "symbol", "subject", "phrase"),
    [
        ("NGHỊ ĐỊNH", "15/2026/NĐ-CP", "Quy định về quản lý đô thị", "quy định về quản lý đô thị"),
        (
            "NGHỊ ĐỊNH",
            "15/2026/NĐ-CP",
            "Sửa đổi một số điều của các nghị định",
            "sửa đổi một số điều của các nghị định",
        ),
        ("QUYẾT ĐỊNH", "15/QĐ-TTg", "Phê duyệt quy hoạch", "về việc phê duyệt quy hoạch"),
    ],
)
def test_what_a_rule_does_follows_its_issuer_at_once(title, symbol, subject, phrase):
    document = read(top=head(issuer="CHÍNH PHỦ", symbol=f"Số: {symbol}"), title=title, subject=subject)
    assert document_reference(document).endswith(f" của Chính phủ {phrase}")


def test_a_programme_of_action_over_two_lines_is_named_whole():
    document = read(
        top=head(issuer="TỈNH ỦY SƠN LA", symbol="Số 21-CTr/TU", motto=("ĐẢNG CỘNG SẢN VIỆT NAM",)),
        title="CHƯƠNG TRÌNH",
        subject="hành động thực hiện Nghị quyết số 06-NQ/TW",
        end=closing(behalf="T/M BAN THƯỜNG VỤ", office="BÍ THƯ"),
    )
    assert document_reference(document).startswith("Chương trình hành động số 21-CTr/TU, ngày 12/5/2026 của ")
    assert document_reference(document).endswith(" về việc thực hiện Nghị quyết số 06-NQ/TW")


@pytest.mark.parametrize(
    ("behalf", "issuer"),
    [("T/M BAN BÍ THƯ", "Ban Bí thư"), ("T/M BỘ CHÍNH TRỊ", "Bộ Chính trị"), ("", "Ban Chấp hành Trung ương")],
)
def test_papers_of_the_central_committee_are_of_those_who_sign(behalf, issuer):
    document = read(
        top=head(issuer="BAN CHẤP HÀNH TRUNG ƯƠNG", symbol="Số 21-CT/TW", motto=("ĐẢNG CỘNG SẢN VIỆT NAM",)),
        title="CHỈ THỊ",
        subject="về tăng cường sự lãnh đạo của Đảng",
        end=closing(behalf=behalf, office="THƯỜNG TRỰC"),
    )
    assert f" của {issuer} về việc tăng cường" in document_reference(document)
