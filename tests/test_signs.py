"""Each pattern with lines that it takes and near misses that it leaves."""

from collections.abc import Callable
from datetime import date

import pytest

from tracuu.documents import canonical_symbol, find_dates, find_references, kind_of_symbol, places, signs, symbol_key
from tracuu.documents.closings import office_name
from tracuu.documents.issuers import sentence_case
from tracuu.documents.lines import Line, is_page_number, read_lines, strip_markup
from tracuu.documents.markers import find_marker
from tracuu.documents.symbols import SYMBOL, title_kind
from tracuu.documents.tables.columns import Column, column_role
from tracuu.documents.tables.plain import is_figure
from tracuu.types import Level


def line(text: str, *, strong: bool = False) -> Line:
    (read,) = read_lines(text)
    return Line(read.span, read.bare, read.gap, read.strong or strong)


YES_NO: list[tuple[Callable[[str], object], list[str], list[str]]] = [
    (
        signs.is_motto,
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "**ĐẢNG CỘNG SẢN VIỆT NAM**"],
        ["kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam", "độc lập, tự chủ", "ĐẢNG ỦY XÃ"],
    ),
    (
        signs.is_number,
        [
            "Số: 2233/KH-UBND",
            "Số 584 -CV/ĐU",
            "Số:      /KH-UBND",
            "Số: …/BC-UBND",
            "Số: 25/2026/QĐ-UBND",
            "SỐ 12-NQ/TU",
            "Sô 47-CT/TU",
            "So: 47-CT/TU",
            "SÔ: l7-CT/TU",
            "Sồ:       -CT/TU",
        ],
        [
            "Số lượng đô thị đạt 21",
            "Số 5 đường Lê Lợi",
            "Kế hoạch số 39-KH/TU",
            "Số liệu 2025 - 2026",
            "Sở 12-CT/TU",
            "So với năm 2024 - 2025",
            "So 47 vụ",
        ],
    ),
    (signs.has_number, ["Số 584 -CV/ĐU", "Số: 2100/BXD-QHKT"], ["Số:    /KH-UBND", "Số: …-KH/TU"]),
    (
        signs.date_line,
        [
            *(
                "Lai Châu, ngày 30 tháng 3 năm 2026",
                "TP. Hà Nội, ngày    tháng 5 năm 2026",
                "Mường Thanh, ngày 1/6/2026",
            ),
            *("Cà Mau, hồi 16 giờ 30 phút, ngày 21 tháng 7 năm 2026", "Huế, lúc 7h00 ngày 05 tháng 5 năm 2026"),
            *("thành phố Đà Nẵng, ngày 05/5/2026", "Phú Thọ ngày 14 tháng 02 năm 2026", "Huế. ngày 4 tháng 2 năm 2026"),
        ],
        [
            *("Nghị quyết số 06-NQ/TW, ngày 24/01/2022", "trước ngày 30 tháng 3", "ngày 30 tháng 3 năm 2026"),
            *("Trước ngày 30 tháng 6 năm 2026", "Phú Thọ ngày 14 tháng 02", "Từ 16 giờ 30 phút ngày 21/7/2026"),
        ],
    ),
    (
        signs.is_title,
        ["KẾ HOẠCH", "KÊ HOẠCH", "Kế hoạch", "K Ế H O Ạ C H", "QUYẾT ĐỊNH:", "THÔNG BÁO KẾT LUẬN"],
        ["Kế hoạch này nêu", "KẾT QUẢ", "MỤC TIÊU"],
    ),
    (
        signs.is_recipients,
        ["Nơi nhận:", "**Nơi nhận**", "NƠI NHẬN:", "Nơi nhận:\tTM. UBND"],
        ["Nơi nhận hồ sơ là Trung tâm", "Nơi ở"],
    ),
    (
        signs.is_addressees,
        [
            *("Kính gửi: Sở Y tế", "- Kính gửi:", "THỦ TƯỚNG CHÍNH PHỦ điện:"),
            *("BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH điện:", "Chủ tịch Ủy ban nhân dân tỉnh điện:"),
        ],
        ["Kính mời đồng chí", "nhà máy điện: công suất"],
    ),
    (
        signs.is_signature,
        ["T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ BÍ THƯ", "GIÁM ĐỐC"],
        ["Chủ tịch UBND các xã", "Giám đốc Sở Y tế chịu trách nhiệm", "TMDT"],
    ),
    (signs.is_on_behalf, ["T/M BAN THƯỜNG VỤ", "K/T TRƯỞNG BAN", "TL. GIÁM ĐỐC"], ["CHỦ TỊCH", "TMDT phát triển"]),
    (signs.is_subject_line, ["V/v tuyên truyền", "Về việc tuyên truyền"], ["Về phương hướng", "Việc tuyên truyền"]),
    (
        signs.person_name,
        [
            *(
                "Lê Thành Đô",
                "Mùa A Sơn",
                "ThS. Trần Thị Lan Hương",
                "NGUYỄN VĂN AN",
                "Trương Hải Long",
                "TRƯƠNG HẢI LONG",
            ),
            *("Đoàn Thanh Sơn", "ĐOÀN THANH SƠN", "Tống Thị Hoa", "Viên Minh Đạo", "Hội An Bình", "Phong Văn Tùng"),
            *("Bàn Văn Tuyên", "Quan Văn Dũng", "Phương Hữu Từng", "Tô Trường Sơn", "Trương Vĩnh Ký"),
            *("Rơ Châm H'Yao", "Y Thanh Hà Niê Kđăm", "K' Đức", "K’Mák", "Ksor H'Bơ Khăp", "Lò Văn Phương (đã ký)"),
            *("(Đã ký) Lê Hòa", "Nguyễn Thị Thu Hà-", "Đại tá Trần Bình", "ĐẠI TÁ TRẦN BÌNH", "PGS.TS. Lê Văn Hòa"),
            *("BSCKII. Trần Thị Mỵ", "Nguyễn Văn An - Đã ký"),
        ],
        [
            *("CHỦ TỊCH", "TỈNH SƠN LA", "Sở Y tế", "(Đã ký)", "ĐÃ KÝ", "Trung ương", "Đảng ủy xã", "HỘI NÔNG DÂN"),
            *("Hội Nông Dân", "ĐOÀN THANH NIÊN", "Đoàn Thanh Niên", "TRƯỜNG THPT", "VIỆN KIỂM SÁT", "Phòng Tư Pháp"),
            *(
                "BAN CHỈ ĐẠO",
                "TRUONG THPT",
                "TRƯỞNG PHÒNG",
                "[Chữ ký]",
                "(Chữ ký, dấu)",
                "Chữ Ký",
                "Ký bởi: Văn phòng",
                "K'",
            ),
        ],
    ),
    (
        is_page_number,
        ["3", "- 3 -", "Trang 3", "Trang 3/10", "3/10", "[Page 2 of 10]"],
        ["3.", "1)", "2026 - 2030", "- 3 dự án", "3%..."],
    ),
]


@pytest.mark.parametrize(("sign", "yes", "no"), YES_NO, ids=[case[0].__name__ for case in YES_NO])
def test_sign_takes_its_lines_and_leaves_near_misses(
    sign: Callable[[str], object], yes: list[str], no: list[str]
) -> None:
    assert [text for text in yes if not sign(text)] == []
    assert [text for text in no if sign(text)] == []


def test_annex_opens_in_capitals_or_set_apart() -> None:
    assert all(
        signs.is_annex(line(x)) for x in ("PHỤ LỤC", "## PHỤ LỤC I", "Phụ lục 1", "BIỂU SỐ 02", "**Phụ lục II**")
    )
    assert not any(
        signs.is_annex(line(x)) for x in ("Phụ lục kèm theo Kế hoạch", "phụ lục 1", "Biểu tổng hợp kèm theo")
    )


def test_agency_heads_are_in_capitals() -> None:
    assert all(signs.is_agency_head(line(x)) for x in ("ĐẢNG ỦY XÃ SÍNH PHÌNH", "UBND TỈNH LÀO CAI", "SỞ Y TẾ"))
    assert not any(signs.is_agency_head(line(x)) for x in ("Sở Y tế", "TỈNH LÀO CAI", "KẾ HOẠCH"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\tB", [("A", 0), ("B", 1)]),
        ("| A | B |", [("A", 0), ("B", 1)]),
        ("|  | B |", [("B", 1)]),
        ("A    B", [("A", 0), ("B", 1)]),
        ("A  B", [("A B", 0)]),
        ("\tB", [("B", 1)]),
        ("A\t\t\t\tB", [("A", 0), ("B", 1)]),
        ("A\t \tB", [("A", 0), ("B", 1)]),
        ("\t\t\t\tB", [("B", 1)]),
        (" " * 30 + "B", [("B", 1)]),
        ("   A", [("A", 0)]),
        ("<tr><td>A</td><td>**B**</td></tr>", [("A", 0), ("B", 1)]),
        ("Sơn La, ngày      tháng 5", [("Sơn La, ngày tháng 5", 0)]),
        ("TỈNH ỦY A ĐẢNG CỘNG SẢN VIỆT NAM", [("TỈNH ỦY A", 0), ("ĐẢNG CỘNG SẢN VIỆT NAM", 1)]),
        ("**TỈNH ỦY A** **ĐẢNG CỘNG SẢN VIỆT NAM**", [("TỈNH ỦY A", 0), ("ĐẢNG CỘNG SẢN VIỆT NAM", 1)]),
        ("ĐỀN ƠN ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH", [("ĐỀN ƠN ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH", 0)]),
        ("Số:      /KH-UBND\tB", [("Số: /KH-UBND", 0), ("B", 1)]),
    ],
)
def test_segments_are_the_columns_of_a_line(text: str, expected: list[tuple[str, int]]) -> None:
    text = f"trên\n{text}\ndưới"
    middle = read_lines(text)[1]
    found = list(signs.segments(middle, text))
    assert [(s.text, s.column) for s in found] == expected
    assert all(strip_markup(text[slice(*s.span)]).split() == s.text.split() for s in found)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Số 584 -CV/ĐU", ["584-CV/ĐU"]),
        ("Kế hoạch số 39-KH/TU và 2233/KH-UBND", ["39-KH/TU", "2233/KH-UBND"]),
        ("30/2020/NĐ-CP; 111/2025/UBTVQH15; 59/2020/QH14", ["30/2020/NĐ-CP", "111/2025/UBTVQH15", "59/2020/QH14"]),
        ("4711/UBND-KTN, 01-TB/BCÐ", ["4711/UBND-KTN", "01-TB/BCĐ"]),
        ("Số: 15/KH-BCĐ389", ["15/KH-BCĐ389"]),
        ("giai đoạn 2026 - 2030; ngày 13/3/2026; Km15+800/QL279; 4,7-5,1%; 05 - 10 dự án", []),
    ],
)
def test_symbols_are_found_and_figures_are_not(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in find_references(text)] == symbols
    assert [canonical_symbol(m.group()) for m in SYMBOL.finditer(text)] == symbols


@pytest.mark.parametrize("text", ["39-KH/TU", "39 - kh/tu", "39 -KH/TU", "039-KH/TU", "39–KH/TU"])
def test_writings_of_one_symbol_share_a_key(text: str) -> None:
    assert symbol_key(text) == symbol_key("39-KH/TU")
    assert symbol_key(text) != symbol_key("93-KH/TU")


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("39-KH/TU", "Kế hoạch"),
        ("2233/KH-UBND", "Kế hoạch"),
        ("30/2020/NĐ-CP", "Nghị định"),
        ("45/CĐ-TTg", "Công điện"),
        ("88/TTr-SXD", "Tờ trình"),
        ("4711/UBND-KTN", "Công văn"),
        ("59/2020/QH14", None),
        ("111/2025/UBTVQH15", None),
    ],
)
def test_kind_that_a_symbol_names(symbol: str, kind: str | None) -> None:
    assert kind_of_symbol(symbol) == kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("08/6/2022, 8-6-2022 và 08.06.2022", [date(2022, 6, 8)] * 3),
        ("ngày 08 tháng 6 năm 2022", [date(2022, 6, 8)]),
        ("Ngày 8  tháng 06 năm\n2022", [date(2022, 6, 8)]),
        ("31/4/2026, 32/13/2026, quý II/2026, tháng 8/2026, 6/2022", []),
        ("ngày    tháng 5 năm 2026; 08/6-2022; 108/6/20222", []),
    ],
)
def test_dates_are_whole_or_none(text: str, days: list[date]) -> None:
    assert [found.value for found in find_dates(text)] == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KẾ HOẠCH", ("Kế hoạch", "")),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", ("Chương trình hành động", "")),
        ("HƯỚNG DẪN LIÊN NGÀNH", ("Hướng dẫn", "")),
        ("KẾ HOẠCH PHÁT TRIỂN ĐÔ THỊ", ("Kế hoạch", "PHÁT TRIỂN ĐÔ THỊ")),
        ("Kế hoạch phát triển đô thị", None),
        ("K Ế  H O Ạ C H", ("Kế hoạch", "")),
        ("KẾ", None),
        ("", None),
    ],
)
def test_title_gives_kind_and_rest(text: str, expected: tuple[str, str] | None) -> None:
    assert title_kind(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "day", "subject"),
    [
        (
            "Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy về việc quy hoạch đô thị; các cơ quan",
            "Kế hoạch",
            "Ban Thường vụ Tỉnh ủy",
            date(2026, 3, 13),
            "quy hoạch đô thị",
        ),
        ("Thông báo số 01-TB/BCĐ ngày 20/3/2026 kết luận của đồng chí", "Thông báo", None, date(2026, 3, 20), None),
        ("Nghị quyết số 16-NQ/TU của Tỉnh ủy và các văn bản", "Nghị quyết", "Tỉnh ủy", None, None),
        ("thực hiện 224-KL/TW như sau", "Kết luận", None, None, None),
        (
            "Kết luận số 224-KL/TW về đô thị, Ban Thường vụ Tỉnh ủy ban hành kế hoạch",
            "Kết luận",
            None,
            None,
            "đô thị",
        ),
        ("Quyết định số 5/QĐ-UBND ngày 31/4/2026", "Quyết định", None, None, None),
    ],
)
def test_mention_says_what_it_says(
    text: str, kind: str | None, issuer: str | None, day: date | None, subject: str | None
) -> None:
    (reference,) = find_references(text, offset=5)
    assert (reference.kind, reference.issuer, reference.issued_on, reference.subject) == (kind, issuer, day, subject)
    assert reference.symbol.split("-")[0].split("/")[0] in text[reference.span.start - 5 : reference.span.end - 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("III. NHIỆM VỤ", (Level.ROMAN, "III")),
        ("1. Mục đích", (Level.ITEM, "1")),
        ("2.1. Đến năm", (Level.SUBITEM, "2.1")),
        ("đ) Sở Y tế", (Level.POINT, "đ")),
        ("- Rà soát", (Level.DASH, "-")),
        ("+ Rà soát", (Level.PLUS, "+")),
        ("Điều 12. Hiệu lực", (Level.ARTICLE, "12")),
        ("Chương II", (Level.CHAPTER, "II")),
        ("- 100% đô thị", (Level.DASH, "-")),
        ("- 1.250 già làng", (Level.DASH, "-")),
        ("- 12,5% số hộ", (Level.DASH, "-")),
        ("- 2027: đạt 15%", (Level.DASH, "-")),
        ("5- Hội Cựu chiến binh xã", (Level.ITEM, "5")),
        ("-5,1 độ", None),
        ("2. 95% tuyến phố", None),
        ("Phần thứ hai", (Level.PART, "thứ hai")),
        ("B. NHIỆM VỤ", (Level.PART, "B")),
        ("Mục 2. Quy định", (Level.DIVISION, "2")),
        ("Điều 12 của Luật", None),
        ("Phần lớn đô thị", None),
        ("15/4/2026 hoàn thành", None),
        ("1,5 triệu", None),
        ("2026 - 2030", None),
        ("- 3 -", None),
        ("quyết số 20-NQ/TU", None),
        ("Chương trình hành động", None),
        ("Mục tiêu", None),
    ],
)
def test_label_of_a_line(text: str, expected: tuple[Level, str] | None) -> None:
    upper = text.isupper()
    marker = find_marker(text, upper, False, 3)
    assert (marker and (marker.level, marker.label)) == expected


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("STT",), Column.LABEL),
        (("Nhiệm vụ cụ thể",), Column.TASK),
        (("Cơ quan chủ trì",), Column.LEAD),
        (("Cấp ủy, cơ quan chịu trách nhiệm", "Chủ trì thực hiện/Tham mưu"), Column.LEAD),
        (("Cơ quan chủ trì, phối hợp",), Column.OTHER),
        (("Trách nhiệm", "Phối hợp"), Column.COORDINATING),
        (("Cấp ủy theo dõi chỉ đạo",), Column.SUPERVISING),
        (("Thời hạn hoàn thành",), Column.DEADLINE),
        (("Năm 2030",), Column.OTHER),
        (("Ghi chú",), Column.OTHER),
        ((), Column.OTHER),
    ],
)
def test_role_of_a_column(path: tuple[str, ...], role: Column) -> None:
    assert column_role(path) is role


@pytest.mark.parametrize(
    ("upper", "expected"),
    [
        ("ĐẢNG ỦY XÃ SÍNH PHÌNH", "Đảng ủy xã Sính Phình"),
        ("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "Ủy ban nhân dân tỉnh Điện Biên"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("TỈNH ỦY SƠN LA", "Tỉnh ủy Sơn La"),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ"),
        ("HUYỆN ỦY TUẦN GIÁO", "Huyện ủy Tuần Giáo"),
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận"),
        ("Sở Y tế", "Sở Y tế"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Phòng Giáo dục và Đào tạo"),
        ("BỘ CÔNG THƯƠNG", "Bộ Công Thương"),
    ],
)
def test_agency_in_capitals_as_in_a_sentence(upper: str, expected: str) -> None:
    assert sentence_case(upper) == expected


def test_office_in_capitals_as_in_a_sentence() -> None:
    offices = ["PHÓ BÍ THƯ", "KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Giám đốc"]
    expected = ["Phó Bí thư", "Chủ tịch", "Chánh Văn phòng", "Phó Chủ tịch Thường trực", "Giám đốc"]
    offices += ["GIÁM ĐỐC SỞ XÂY DỰNG", "PHÓ CHỦ TỊCH UBND TỈNH", "GIÁM ĐỐC CÔNG AN TỈNH"]
    expected += ["Giám đốc Sở Xây dựng", "Phó Chủ tịch UBND tỉnh", "Giám đốc Công an tỉnh"]
    assert [office_name(office) for office in offices] == expected


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("trên địa bàn tỉnh Điện Biên", "Điện Biên"),
        ("TỈNH SƠN LA", "SƠN LA"),
        ("Tỉnh ủy Điện Biên", "Điện Biên"),
        ("đô thị Điện Biên Phủ", None),
        ("thành phố Điện Biên Phủ", None),
        ("khu vực Sơn La", None),
        ("tỉnh Atlantis", None),
    ],
)
def test_province_named_in_a_text(text: str, province: str | None) -> None:
    match = places.province_in(text)
    assert (match and match["name"]) == province


def test_province_of_a_body_needs_a_clear_majority() -> None:
    assert places.province_of_body("Hà Tĩnh và Hà Tĩnh, Hà Tĩnh; Nghệ An") == ("Hà Tĩnh", 3, 1)
    assert places.province_of_body("Hà Tĩnh, Hà Tĩnh") is None
    assert places.province_of_body("Hà Tĩnh, Hà Tĩnh, Hà Tĩnh, Nghệ An, Nghệ An") is None
    assert places.province_of_body("phát triển đô thị") is None


def test_bodies_of_the_whole_country_concern_no_province() -> None:
    assert all(map(places.is_central, ["Bộ Xây dựng", "Thủ tướng Chính phủ", "Ban Tổ chức Trung ương", "Bộ Chính trị"]))
    assert not any(map(places.is_central, ["Bộ Chỉ huy Quân sự tỉnh", "Sở Xây dựng", "Ban Thường vụ Tỉnh ủy"]))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("## **I. MỤC TIÊU**", "I. MỤC TIÊU"),
        ("28 m<sup>2</sup>/người", "28 m2/người"),
        ("$m^2$", "m2"),
        ("10 m^2 .", "10 m2 ."),
        ("*qua Sở Tài chính*", "qua Sở Tài chính"),
        ("a < b và c > d", "a < b và c > d"),
        ("3 * 4", "3 * 4"),
        ("x<br>y", "x y"),
    ],
)
def test_markup_is_stripped_for_reading(text: str, plain: str) -> None:
    assert strip_markup(text) == plain


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("UBND TỈNH LẠNG SƠN", "UBND tỉnh Lạng Sơn"),
        ("HĐND XÃ MƯỜNG BÚ", "HĐND xã Mường Bú"),
        ("BCH ĐẢNG BỘ TỈNH", "BCH Đảng bộ tỉnh"),
        ("BAN QLDA TỈNH", "Ban QLDA tỉnh"),
        ("UBND TỈNH ĐẮK LẮK", "UBND tỉnh Đắk Lắk"),
    ],
)
def test_abbreviations_in_an_agency_keep_their_capitals(printed: str, written: str) -> None:
    assert sentence_case(printed) == written


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Hoàn thành", Column.DEADLINE),
        ("Ngày hoàn thành", Column.DEADLINE),
        ("Tỷ lệ hoàn thành", Column.OTHER),
    ],
)
def test_a_column_of_completion_is_a_deadline(heading: str, role: Column) -> None:
    assert column_role((heading,)) is role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHỦ TỊCH Trần Minh Thuận", ("CHỦ TỊCH", "Trần Minh Thuận")),
        ("CHỦ TỊCH: Y Thanh Hà Niê", ("CHỦ TỊCH", "Y Thanh Hà Niê")),
        ("GIÁM ĐỐC TRẦN MINH THUẬN", ("GIÁM ĐỐC", "TRẦN MINH THUẬN")),
        ("GIÁM ĐỐC SỞ Y TẾ Đại tá Lê An", ("GIÁM ĐỐC SỞ Y TẾ", "Lê An")),
        ("CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN", None),
        ("CHỦ TỊCH UBND Tỉnh Sơn La", None),
        ("CHỦ TỊCH HÀ NỘI", None),
        ("Chủ tịch UBND xã Tả Van", None),
    ],
)
def test_office_and_name_on_one_line_are_told_apart(text: str, expected: tuple[str, str] | None) -> None:
    assert signs.office_with_name(text) == expected


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        *((cell, True) for cell in ("1.020", "14,5 ha", "trên 97%", "Quý IV/2026", "30/6/2027", "350 triệu đồng/năm")),
        *((cell, False) for cell in ("Khu vực II", "Tổ số 1", "Mục tiêu 2027", "Bản 3", "Sở Y tế", "")),
    ],
)
def test_cell_that_is_a_figure(cell: str, figure: bool) -> None:
    assert is_figure(cell) is figure
