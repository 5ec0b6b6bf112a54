"""Units that ended on 1/7/2025 are told in papers of after; names of the past and of what stands are not."""

import pytest

from checked_texts import dated, findings, values
from tracuu.checks.abolished_unit import find_abolished_units
from tracuu.checks.units import communes, districts, merged_provinces
from tracuu.types import Severity

UNITS = [
    ("Giao UBND huyện Mộc Châu rà soát quy hoạch.", "UBND huyện Mộc Châu"),
    ("Các huyện, thị xã, thành phố báo cáo hằng quý.", "huyện, thị xã, thành phố"),
    ("Sở Nội vụ hướng dẫn UBND cấp huyện thực hiện.", "UBND cấp huyện"),
    ("Huyện ủy chỉ đạo các xã.", "Huyện ủy"),
    ("Sở Xây dựng phối hợp với thành phố Điện Biên Phủ.", "thành phố Điện Biên Phủ"),
    ("Thông tin tới các xã, phường, thị trấn.", "thị trấn"),
    ("Làm việc với UBND tỉnh Hà Giang về tuyến đường.", "UBND tỉnh Hà Giang"),
    ("Làm việc với tỉnh Bà Rịa - Vũng Tàu về cảng.", "tỉnh Bà Rịa - Vũng Tàu"),
]


@pytest.mark.parametrize(("sentence", "said"), UNITS, ids=[row[1] for row in UNITS])
def test_a_unit_that_is_no_more_is_told_as_information(sentence: str, said: str) -> None:
    (found,) = findings(find_abolished_units, dated(sentence))
    assert (found.values, found.severity) == ((said,), Severity.INFO)
    assert values(find_abolished_units, dated(sentence, "ngày 12 tháng 5 năm 2024")) == []


STANDING = [
    "UBND các xã thuộc huyện Mộc Châu (cũ) rà soát quy hoạch.",
    "Trước ngày 01/7/2025, UBND huyện Mộc Châu đã phê duyệt dự án.",
    "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND huyện Mộc Châu về việc phê duyệt dự án.",
    "Năm 2024, huyện Mộc Châu đạt chuẩn.",
    "Tiếp nhận hồ sơ do UBND huyện Mộc Châu bàn giao.",
    "Chính quyền địa phương không tổ chức cấp huyện.",
    "Xây dựng đô thị xã hội chủ nghĩa; nâng cấp đường huyện.",
    "Học tập kinh nghiệm của thành phố Hà Nội, thành phố Huế.",
    "Hợp tác với huyện Xốp Bâu, tỉnh Hủa Phăn (Lào).",
    "Làm việc với tỉnh Lạng Sơn, tỉnh Lào Cai.",
    "Tỉnh Hà Giang (nay là tỉnh Tuyên Quang) đã đầu tư tuyến đường.",
    "Phát triển các thị tứ, thị trấn nông - công nghiệp.",
    "Đô thị xã Mộc Châu là trung tâm vùng.",
    "Tổng kết nông thôn mới cấp huyện giai đoạn 2021 - 2025.",
    "Trung tâm Y tế huyện Mộc Châu khám bệnh cho Nhân dân.",
]


@pytest.mark.parametrize("sentence", STANDING)
def test_what_stands_or_is_said_of_the_past_is_left_alone(sentence: str) -> None:
    assert values(find_abolished_units, dated(sentence)) == []


def test_each_merged_province_of_a_list_is_told() -> None:
    said = values(find_abolished_units, dated("UBND các tỉnh Hà Giang, Yên Bái, Lào Cai phối hợp thực hiện."))
    assert said == [("Hà Giang",), ("Yên Bái",)]


def test_a_merged_commune_of_the_province_is_told_with_its_heir() -> None:
    (found,) = findings(find_abolished_units, dated("UBND xã Chiềng Hắc báo cáo.", province="SƠN LA"))
    assert found.values == ("xã Chiềng Hắc",)
    assert values(find_abolished_units, dated("UBND xã Chiềng Hắc báo cáo.", province="GIA LAI")) == []
    assert values(find_abolished_units, dated("UBND các xã, phường: Mường La, Mộc Châu báo cáo.")) == []


def test_a_unit_named_often_is_told_once_with_its_places() -> None:
    (found,) = findings(
        find_abolished_units, dated("Giao UBND huyện Mộc Châu lập quy hoạch; UBND huyện Mộc Châu báo cáo.")
    )
    assert len(found.places) == 1 + found.values.count("UBND huyện Mộc Châu") - 1 == 2


def test_tables_of_units() -> None:
    assert len(merged_provinces()) == 63 - 34
    assert len(communes()) == 34
    assert "huyện mường nhé" in districts()
    assert "thành phố huế" not in districts()
    assert communes()["điện biên"].stand["mường lay"] == {"phường"}


def test_a_paper_whose_day_was_left_blank_is_of_its_month() -> None:
    sentence = "UBND huyện Mường Nhé thực hiện Kế hoạch này."
    assert values(find_abolished_units, dated(sentence, "ngày     tháng 7 năm 2025")) == [("UBND huyện Mường Nhé",)]
    assert values(find_abolished_units, dated(sentence, "ngày     tháng 6 năm 2025")) == []
