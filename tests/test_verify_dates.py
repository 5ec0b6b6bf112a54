"""Dates, issuers and numbers of documents mentioned: read wherever they stand, never `right` when they are not."""

import pytest

from build_quotables import known_documents, quote_index
from tracuu.quotes.drafts import check_draft


@pytest.fixture(scope="module")
def mentions():
    index = quote_index()
    known = known_documents(index)
    return lambda text: check_draft(text, index, known).mentions


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Ngày 03 tháng 02 năm 2025, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 21-KH/TU.", ["issued_on"]),
        ("Kế hoạch số 21-KH/TU được Ban Thường vụ Tỉnh ủy ban hành ngày 15/3/2026.", ["issued_on"]),
        ("Kế hoạch số 21-KH/TU ký ngày 15/3/2026.", ["issued_on"]),
        ("Kế hoạch số 21-KH/TU mà Ban Thường vụ Tỉnh ủy Lào Cai ban hành.", ["issuer"]),
        ("Kế hoạch số 21-KH/TU do Ủy ban nhân dân tỉnh ban hành ngày 03/02/2026.", ["issuer"]),
        ("Kế hoạch số 21-KH/TU ngày 14/03/26.", ["issued_on"]),
        ("Kế hoạch số 21-KH/TU ngày ngày 14/3/2026.", ["issued_on"]),
        ("Kế hoạch số 21 KH/TU ngày 01/01/2026.", ["symbol", "issued_on"]),
        ("Kế hoạch số 21/KH-TU ngày 03/02/2026.", ["symbol"]),
        ("Kế hoạch số 21-KH/TU, ngày 03/02/2026 của Ban Bí thư.", ["issuer"]),
    ],
)
def test_what_is_said_wrongly_is_told(mentions, text, fields):
    (mention,) = mentions(text)
    assert (mention.status, [d.field.value for d in mention.differences]) == ("differs", fields)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 03 tháng 02 năm 2026, Ban Thường vụ Tỉnh ủy Sơn La ban hành Kế hoạch số 21-KH/TU.",
        "Ngày 3/2/26, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 21-KH/TU.",
        "Kế hoạch số 21-KH/TU được Ban Thường vụ Tỉnh ủy ban hành ngày 03 tháng 02 năm 2026.",
        "Kế hoạch số 21-KH/TU ký ngày 3/2/2026, triển khai xong trước ngày 15/4/2026.",
        "Hoàn thành Kế hoạch số 21-KH/TU trước ngày 15/4/2026.",
        "Kế hoạch số 21-KH/TU có hiệu lực từ ngày 15/4/2026.",
    ],
)
def test_what_is_so_is_right(mentions, text):
    assert [m.status for m in mentions(text)] == ["right"]


@pytest.mark.parametrize(
    "text",
    ["Kế hoạch số 21-KH/TU vừa ra đời hôm 15/3/2026.", "Kế hoạch số 21-KH/TU (văn bản ngày 15 tháng 3 năm 2026)."],
)
def test_a_day_that_was_not_read_is_never_called_right(mentions, text):
    assert [m.status for m in mentions(text)] == ["unchecked"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Thông báo 130 của Văn phòng Chính phủ nêu rõ.", "cited"),
        ("Thông báo 130 yêu cầu các tỉnh báo cáo.", "cited"),
        ("Thông báo 131 yêu cầu các tỉnh báo cáo.", "unknown"),
        ("Thông báo 130 của Ban Bí thư yêu cầu.", "unknown"),
    ],
)
def test_a_document_named_by_kind_and_number_is_known_by_who_cites_it(mentions, text, status):
    assert [m.status for m in mentions(text)] == [status]


def test_a_number_in_a_name_is_no_document(mentions):
    assert mentions("Chương trình 135 về giảm nghèo; Kế hoạch 5 năm về đầu tư.") == ()
