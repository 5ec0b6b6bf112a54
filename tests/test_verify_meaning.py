"""What changes the sense is marked; what does not is not: limits, levels, places, white space, capitals, negations."""

import pytest

from build_directives import directive
from build_quotables import quote_index
from tracuu import vi
from tracuu.quotes.remarks import quotation_remark
from tracuu.types import Verdict

BODY = """I. MỤC TIÊU

1. Đến năm 2030, diện tích sàn nhà ở phấn đấu đạt trên 32 m²/người; đất cây xanh khoảng 5-7 m² mỗi người dân đô thị.

2. Phù hợp với địa giới đơn vị hành chính cấp xã sau khi sáp nhập; lấy đô thị Điện Biên Phủ làm trung tâm liên kết.

3. Khuyến khích các thành phần kinh tế tham gia; bố trí tối thiểu 02 cán bộ từ loại III trở lên tại xã Mường Ảng.

4. Tăng cường phát triển các đô thị vệ tinh trên địa bàn toàn tỉnh, không để xảy ra tình trạng lấn chiếm đất công.

5. Chấp hành chủ trương của Đảng, chính sách của Nhà nước về nhà ở xã hội.

6. Sở Y tế chủ trì, phối hợp với các đơn vị trình UBND tỉnh quyết định; GRDP khu vực đô thị đạt khoảng 75%; khắc phục triệt để tồn tại theo Kế hoạch số 21-KH/TU, năng suất lúa đạt 65 tạ/ha."""


@pytest.fixture(scope="module")
def grade():
    return quote_index({"a.txt": directive(subject="Phát triển đô thị", body=BODY)}).grade


@pytest.mark.parametrize(
    "quote",
    [
        "diện tích sàn nhà ở phấn đấu đạt trên 32m²/người",
        "diện tích sàn nhà ở phấn đấu đạt trên 32m2/người",
        "đất cây xanh khoảng 5-7m² mỗi người dân đô thị",
        "đất cây xanh khoảng 5 - 7 m2 mỗi người dân đô thị",
        "bố trí tối thiểu 02cán bộ từ loại III",
    ],
)
def test_white_space_between_figure_and_unit_is_no_difference(grade, quote):
    match = grade(quote)
    assert (match.verdict, match.similarity, match.differences) == (Verdict.EXACT, 1.0, ())


def test_a_unit_without_its_space_beside_mark_up_that_was_kept_is_no_difference():
    body = "Xây dựng 1.500 căn nhà ở xã hội.\n\n#### **2. Phát triển nhà ở**\n\nTiếp tục thực hiện chiến lược nhà ở."
    grade = quote_index({"a.txt": directive(subject="Nhà ở", body=body)}).grade
    assert grade("1.500căn nhà ở xã hội. #### **2. Phát triển nhà ở** Tiếp tục thực hiện").verdict is Verdict.EXACT
    assert grade("1.600căn nhà ở xã hội. #### **2. Phát triển nhà ở** Tiếp tục thực hiện").verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("quote", "yours", "source"),
    [
        ("diện tích sàn nhà ở phấn đấu đạt 32 m²/người", "", "trên"),
        ("diện tích sàn nhà ở phấn đấu đạt dưới 32 m²/người", "dưới", "trên"),
        ("diện tích sàn nhà ở phấn đấu đạt trên 33m²/người", "33", "32"),
        ("địa giới đơn vị hành chính cấp huyện sau khi sáp nhập", "huyện", "xã"),
        ("địa giới đơn vị hành chính cấp xã trước khi sáp nhập", "trước", "sau"),
        ("lấy đô thị Mường Thanh làm trung tâm liên kết", "Mường Thanh", "Điện Biên Phủ"),
        ("lấy đô thị làm trung tâm liên kết", "", "Điện Biên Phủ"),
        ("bố trí tối đa 02 cán bộ từ loại III trở lên", "đa", "thiểu"),
        ("cán bộ từ loại III trở xuống tại xã Mường Ảng", "xuống", "lên"),
        ("loại III trở lên tại xã Mường Chà", "xã Mường Chà", "xã Mường Ảng"),
        ("hạn chế các thành phần kinh tế tham gia", "hạn chế", "Khuyến khích"),
        ("diện tích sàn nhà ở phấn đấu đạt trên 32 m²/hộ", "hộ", "người"),
        ("Sở Y tế phối hợp với các đơn vị trình UBND tỉnh quyết định", "", "chủ trì,"),
        ("phối hợp với một số đơn vị trình UBND tỉnh quyết định", "một số", "các"),
        ("phối hợp với các đơn vị trình UBND tỉnh cho ý kiến", "cho ý kiến", "quyết định"),
        ("GDP khu vực đô thị đạt khoảng 75%", "GDP", "GRDP"),
        ("khắc phục một phần tồn tại theo Kế hoạch số 21-KH/TU", "một phần", "triệt để"),
        ("năng suất lúa đạt 65 tạ/sào", "sào", "ha"),
        ("chính sách của Nhà nước về nhà ở thương mại", "thương mại", "xã hội"),
        ("Hạn chế phát triển các đô thị vệ tinh trên địa bàn toàn tỉnh", "Hạn chế", "Tăng cường"),
        ("chủ trương của nhân dân, chính sách của Nhà nước về nhà ở", "nhân dân", "Đảng"),
        ("chủ trương của Đảng, chính sách của doanh nghiệp về nhà ở", "doanh nghiệp", "Nhà nước"),
        ("LẤY ĐÔ THỊ ĐIỆN BIÊN PHỦ LÀM TRUNG TÂM ĐẾN NĂM 2031", "ĐẾN NĂM 2031", None),
    ],
)
def test_what_turns_the_sense_is_marked(grade, quote, yours, source):
    found = [d for d in grade(quote).differences if d.marked]
    assert [d.yours for d in found] == [yours]
    assert source is None or [d.source for d in found] == [source]


@pytest.mark.parametrize(
    "quote",
    [
        "lấy đô thị Điện Biên Phủ làm hạt nhân liên kết",
        "Tăng cường phát triển các khu vực đô thị ngoại vi trên địa bàn toàn tỉnh",
        "Tăng cường phát triển các đô thị vệ tinh trên địa bàn cả tỉnh",
        "Tăng cường phát triển các đô thị vệ tinh tại địa bàn toàn tỉnh",
        "Đẩy mạnh phát triển các đô thị vệ tinh trên địa bàn toàn tỉnh",
        "khắc phục triệt để tồn tại theo Kế hoạch số 21–KH/TU",
        "đất cây xanh khoảng 5–7 m² mỗi người dân đô thị",
        "khắc phục dứt điểm tồn tại theo Kế hoạch số 21-KH/TU",
        "Chấp hành đường lối của Đảng, chính sách của Nhà nước về nhà ở xã hội",
    ],
)
def test_other_wording_that_turns_nothing_is_not_marked(grade, quote):
    match = grade(quote)
    assert match.verdict is Verdict.ALTERED
    assert match.differences
    assert not any(d.marked for d in match.differences)
    assert vi.QUOTE_MISREAD not in quotation_remark(match)


def test_a_slogan_in_capitals_differs_by_case_alone(grade):
    match = grade("LẤY ĐÔ THỊ ĐIỆN BIÊN PHỦ LÀM TRUNG TÂM LIÊN KẾT")
    assert (match.verdict, len(match.differences)) == (Verdict.ALTERED, 1)
    assert match.similarity < 1
    assert quotation_remark(match).startswith(vi.QUOTE_CASE)


def test_a_figure_changed_in_capitals_is_still_marked(grade):
    match = grade("ĐẾN NĂM 2031, DIỆN TÍCH SÀN NHÀ Ở PHẤN ĐẤU ĐẠT TRÊN 35 M²/NGƯỜI")
    assert [(d.kind.value, d.marked) for d in match.differences if d.marked] == [("date", True), ("number", True)]


def test_the_words_of_the_source_reach_to_the_negation_left_out(grade):
    match = grade("để xảy ra tình trạng lấn chiếm đất công")
    assert match.verdict is Verdict.ALTERED
    assert match.citation.quote.startswith("không để xảy ra")
