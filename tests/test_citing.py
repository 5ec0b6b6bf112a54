"""References as officials write them, and citations that are slices of their source."""

from datetime import date

import pytest

from tests_builders import TEXT
from tests_builders import document_record as document
from tracuu.citing import cite, document_reference, full_issuer, reference, short_reference, subject_phrase
from tracuu.types import Hit, Locator, Passage, PassageRole, Source, Span


def passage(labels: tuple[str, ...] = ("II", "1", "a"), text: str = TEXT) -> Passage:
    return Passage(
        passage_id="a:0", doc_id="a", source_id="a", role=PassageRole.TEXT, span=Span(0, len(TEXT)), text=text,
        context="", locator=Locator(labels=labels),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            "Kế hoạch số 118/KH-UBND ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau về việc phòng, chống hạn hán",
        ),
        (
            {"symbol": "39-KH/TU", "issuer": "Ban Thường vụ Tỉnh ủy", "issued_on": date(2026, 3, 13), "subject": None},
            "Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy Cà Mau",
        ),
        (
            {"symbol": "50-KH/TU", "issuer": None, "issued_on": date(2022, 2, 8), "subject": None},
            "Kế hoạch số 50-KH/TU, ngày 08/02/2022",
        ),
        ({"symbol": None, "issued_on": None}, "Kế hoạch của Ủy ban nhân dân tỉnh Cà Mau về việc phòng, chống hạn hán"),
        ({"symbol": None, "kind": None, "issuer": None, "issued_on": None, "subject": None}, "Văn bản"),
        (
            {"issued_on": None, "subject": "Về việc trực Tết"},
            "Kế hoạch số 118/KH-UBND của Ủy ban nhân dân tỉnh Cà Mau về việc trực Tết",
        ),
        (
            {"issuer": "Bộ Xây dựng", "province": None, "subject": None},
            "Kế hoạch số 118/KH-UBND ngày 05 tháng 5 năm 2026 của Bộ Xây dựng",
        ),
    ],
)
def test_a_document_is_cited_in_its_own_style_and_nothing_is_invented(changes: dict, expected: str) -> None:
    assert document_reference(document(**changes)) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("II", "1", "a"), "điểm a, mục 1, Phần II, "),
        (("Phụ lục", "STT 6"), "STT 6, Phụ lục, "),
        (("Điều 5", "2", "đ"), "điểm đ, khoản 2, Điều 5, "),
        (("II", "2", "2.1", "gạch đầu dòng thứ 3"), "gạch đầu dòng thứ 3, mục 2.1, Phần II, "),
        ((), ""),
    ],
)
def test_a_place_is_said_from_small_to_large(labels: tuple[str, ...], expected: str) -> None:
    assert reference(document(), passage(labels)) == expected + document_reference(document())


def test_the_subject_may_be_left_out() -> None:
    assert reference(document(), passage(("I",)), subject=False) == (
        "Phần I, Kế hoạch số 118/KH-UBND ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau"
    )


def test_a_later_mention_is_kind_number_and_symbol() -> None:
    assert short_reference(document(), passage(("I",))) == "Phần I, Kế hoạch số 118/KH-UBND"


def test_a_quote_that_is_no_slice_of_its_source_is_not_cited() -> None:
    source = Source(source_id="a", sha256="0", text=TEXT)
    hit = Hit(passage=passage(), score=1.4, dense=0.9, lexical=2.0, dense_rank=1, lexical_rank=1)
    citation = cite(hit, 1, document(), source)
    assert (citation.quote, citation.score) == (TEXT, 1.0)
    changed = Hit(passage=passage(text="Sở Tài chính"), score=1.0, dense=0.9, lexical=2.0, dense_rank=1, lexical_rank=1)
    with pytest.raises(AssertionError):
        cite(changed, 1, document(), source)


@pytest.mark.parametrize(
    ("subject", "phrase"),
    [
        ("TĂNG CƯỜNG BẢO ĐẢM AN TOÀN THỰC PHẨM", "về việc tăng cường bảo đảm an toàn thực phẩm"),
        (
            "THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW CỦA BỘ CHÍNH TRỊ TRÊN ĐỊA BÀN TỈNH SƠN LA QUÝ IV NĂM 2026",
            "về việc thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị trên địa bàn tỉnh Sơn La quý IV năm 2026",
        ),
        ("KIỆN TOÀN UBND XÃ MƯỜNG BÚ, HĐND TỈNH", "về việc kiện toàn UBND xã Mường Bú, HĐND tỉnh"),
        ("kế hoạch phát triển kinh tế - xã hội", "về kế hoạch phát triển kinh tế - xã hội"),
        ("Kết quả công tác cải cách hành chính", "về kết quả công tác cải cách hành chính"),
        ("kết luận của Ban Thường vụ Tỉnh ủy về giảm nghèo", "kết luận của Ban Thường vụ Tỉnh ủy về giảm nghèo"),
        ("Quy định mức hỗ trợ", "về việc quy định mức hỗ trợ"),
        ("UBND tỉnh làm việc với xã", "về việc UBND tỉnh làm việc với xã"),
    ],
)
def test_a_subject_is_said_as_in_a_sentence(subject: str, phrase: str) -> None:
    assert subject_phrase(subject) == phrase


@pytest.mark.parametrize(
    ("issuer", "province", "expected"),
    [
        ("Sở Xây dựng", "Thanh Hóa", "Sở Xây dựng tỉnh Thanh Hóa"),
        ("Sở Xây dựng", "Huế", "Sở Xây dựng thành phố Huế"),
        ("Sở Xây dựng tỉnh Thanh Hóa", "Thanh Hóa", "Sở Xây dựng tỉnh Thanh Hóa"),
        ("Sở Xây dựng", None, "Sở Xây dựng"),
        ("Ủy ban nhân dân xã Mường Bú", "Sơn La", "Ủy ban nhân dân xã Mường Bú"),
    ],
)
def test_a_department_is_said_with_its_province(issuer: str, province: str | None, expected: str) -> None:
    assert full_issuer(document(issuer=issuer, province=province)) == expected
