"""A quotation may not cut what it quotes: figures with their signs, dates, symbols, cells of a table."""

import pytest

from build_directives import directive
from build_quotables import quote_index
from tracuu.documents.views import read_view
from tracuu.quotes.boundaries import cut_at
from tracuu.quotes.remarks import quotation_remark
from tracuu.types import NoteKind, Verdict

BODY = """Căn cứ chức năng, nhiệm vụ được giao, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Tỷ lệ hộ nghèo giảm -5% so với cùng kỳ năm trước; tỷ lệ che phủ rừng ≥ 45% diện tích tự nhiên của tỉnh.

2. Xây dựng 1 500 căn nhà ở xã hội cho công nhân, kinh phí 2, 50 tỷ đồng từ ngân sách tỉnh, theo Kế hoạch ngày
l3/3/2026 của Tỉnh ủy và số O9/CT-UBND.

3. Tăng trưởng đạt 4,7 - 5,1% mỗi năm, hoàn thành trước ngày 13 tháng 3 năm 2026; theo tinh thần Đại hội XIII của Đảng.

4. Đến năm 2030, 100% số xã có quy hoạch; người dân được chuyển đổi mục đích sử dụng đất, trừ đất rừng phòng hộ.

5. Không để xảy ra tình trạng lấn chiếm đất công tại các xã.

6. Nếu chậm tiến độ, chủ đầu tư phải báo cáo Ủy ban nhân dân tỉnh xem xét; thu nhập trên 60 triệu đồng/người/năm trở lên.

7. Diện tích 28 $m^2$/người, tỷ lệ $\\geq 35\\%$ tổng số, gồm 3 ha đất ở, dư nợ ±7% kế hoạch.

II. NHIỆM VỤ

STT\tĐơn vị\tSố căn\tKinh phí
1\tUBND xã Diên Biên Thượng\t94 căn nhà\t-5,5 tỷ đồng
2\tUBND xã Tân An\t120 căn nhà\t7,2 tỷ đồng
3\tUBND phường Bình Minh\t80 căn nhà\t4,5 tỷ đồng

Các đơn vị báo cáo kết quả về Sở Xây dựng."""


@pytest.fixture(scope="module")
def built():
    return quote_index({"ke-hoach.txt": directive(subject="Phát triển đô thị", body=BODY)})


@pytest.mark.parametrize(
    ("quote", "yours", "source"),
    [
        ("5% so với cùng kỳ năm trước", "5%", "-5%"),
        ("45% diện tích tự nhiên của tỉnh", "45%", "≥ 45%"),
        ("500 căn nhà ở xã hội", "500", "1 500"),
        ("50 tỷ đồng từ ngân sách tỉnh", "50 tỷ", "2, 50 tỷ"),
        ("kinh phí 2, 50", "2, 50", "2, 50 tỷ"),
        ("5,1% mỗi năm, hoàn thành trước ngày", "5,1%", "4,7 - 5,1%"),
        ("Tăng trưởng đạt 4,7", "4,7", "4,7 - 5,1%"),
        ("28 $m^2", "m^2", "m^2$/người"),
        ("thu nhập trên 60", "60", "60 triệu"),
        ("60 triệu đồng", "đồng", "đồng/người/năm"),
        ("35% tổng số, gồm 3 ha đất ở", "35%", "\\geq 35\\%"),
        ("7% kế hoạch", "7%", "±7%"),
        ("xã Diên Biên Thượng 94", "xã Diên Biên Thượng 94", "UBND xã Diên Biên Thượng 94 căn nhà"),
        ("Biên Thượng 94 căn nhà", "Biên Thượng 94 căn nhà", "UBND xã Diên Biên Thượng 94 căn nhà"),
        ("UBND xã Diên Biên Thượng 94", "UBND xã Diên Biên Thượng 94", "UBND xã Diên Biên Thượng 94 căn nhà"),
        ("5,5 tỷ đồng", "5,5", "-5,5"),
        ("vị Số căn", "vị Số căn", "Đơn vị Số căn"),
    ],
)
def test_what_is_cut_is_told_whole_and_marked(built, quote, yours, source):
    match = built.grade(quote)
    assert match.verdict is Verdict.ALTERED
    assert match.similarity < 1
    assert (yours, source, True) in [(d.yours, d.source, d.marked) for d in match.differences]
    text = built.sources[0].text
    for difference in match.differences:
        assert " ".join(text[slice(*difference.source_span)].split()) == difference.source
        assert " ".join(match.text[slice(*difference.yours_span)].split()) == difference.yours


@pytest.mark.parametrize(
    "quote",
    [
        "3 năm 2026; theo tinh thần Đại hội XIII",
        "tháng 3 năm 2026; theo tinh thần Đại hội",
        "hoàn thành trước ngày 13 tháng 3",
        "hoàn thành trước ngày 13",
        "III của Đảng",
        "giảm 5% so với cùng kỳ năm trước",
        "tỷ lệ 35% tổng số",
        "-5,5 tỷ đồng 2 UBND xã Tân An",
        "căn nhà 7,2 tỷ đồng 3 UBND phường",
        "Kinh phí 1 UBND xã Diên",
        "Bình Minh 80 căn nhà 4,5 tỷ đồng Các đơn vị báo cáo",
    ],
)
def test_what_is_cut_or_changed_is_never_exact(built, quote):
    match = built.grade(quote)
    assert match.verdict is not Verdict.EXACT
    assert match.verdict is Verdict.NOT_FOUND or any(d.marked for d in match.differences)


@pytest.mark.parametrize(
    "quote",
    [
        "-5% so với cùng kỳ năm trước",
        "≥45% diện tích tự nhiên",
        "1 500 căn nhà ở xã hội",
        "kinh phí 2, 50 tỷ đồng",
        "đạt 4,7-5,1% mỗi năm",
        "13 tháng 3 năm 2026; theo tinh thần Đại hội XIII",
        "100% số xã có quy hoạch",
        "60 triệu đồng/người/năm",
        "Diện tích 28 m²/người, tỷ lệ ≥ 35% tổng số",
        "xã Diên Biên Thượng",
        "UBND xã Diên Biên Thượng 94 căn nhà",
        "94 căn nhà -5,5 tỷ đồng",
        "1 UBND xã Diên Biên Thượng 94 căn nhà -5,5 tỷ đồng",
        "2 UBND xã Tân An 120 căn nhà 7,2 tỷ đồng\n3 UBND phường Bình Minh 80 căn nhà 4,5 tỷ đồng",
        "Đơn vị Số căn Kinh phí",
    ],
)
def test_whole_figures_and_whole_cells_are_exact(built, quote):
    assert built.grade(quote).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("text", "uncut"),
    [
        ("đến năm 2030, |100% số xã", None),
        ("gồm:\n-|5 xã vùng cao", None),
        ("gồm: -|5 xã", "-5"),
        ("khoản 1, |2 và 3 của", None),
        ("kinh phí 1, |2 tỷ đồng", "1, 2 tỷ"),
        ("đạt 35; |5% còn lại", None),
        ("từ 2026 -| 2030 đạt", "2026-2030"),
        ("số 39-|KH/TU của", "39-KH/TU"),
        ("Số 584 |-CV/ĐU của", "584-CV/ĐU"),
        ("ngày 13/3/|2026 của", "13/3/2026"),
        ("ngày 13/ |3/2026 của", "13/3/2026"),
        ("tháng 3 |năm 2026 của", "tháng 3 năm 2026"),
        ("tăng từ 5 đến |7%/năm", "5 đến 7%/năm"),
        ("còn 3,5| %/năm", "3,5%/năm"),
        ("lúc 7 giờ |30 phút", "7 giờ 30"),
        ("đạt 35| % hộ", "35%"),
        ("28 m|<sup>2</sup>", "m²"),
        ("dân tộc H|Mông", "HMông"),
        ("mục tiêu |kinh tế", None),
        ("UBND/|HĐND tỉnh", "UBND/HĐND"),
        ("quý II|/2026 xong", "II/2026"),
        ("a\t35|\t40", None),
        ("1. |500 hộ nghèo", None),
        ("tổng 1. |500 hộ nghèo", "1. 500"),
    ],
)
def test_a_place_between_words_cuts_nothing(text, uncut):
    source, at = text.replace("|", ""), text.index("|")
    view = read_view(source)
    cut = cut_at(view, source, view.offset(at))
    assert (cut and view.text[cut.start : cut.end]) == uncut


def test_a_figure_misread_by_a_scan_is_told_and_is_no_change(built):
    match = built.grade("theo Kế hoạch ngày 13/3/2026 của Tỉnh ủy và số 09/CT-UBND")
    assert match.verdict is Verdict.ALTERED
    assert [(d.yours, d.source, d.kind.value, d.marked) for d in match.differences] == [
        ("13/3/2026", "l3/3/2026", "date", False),
        ("09/CT-UBND", "O9/CT-UBND", "symbol", False),
    ]
    assert [n.kind for n in match.notes] == [NoteKind.MISREAD, NoteKind.MISREAD]
    said = quotation_remark(match)
    assert "✗" not in said
    assert "nguồn đọc bằng OCR, in là “l3/3/2026”" in said
    assert built.grade("theo Kế hoạch ngày l3/3/2026 của Tỉnh ủy").verdict is Verdict.EXACT
    wrong = built.grade("theo Kế hoạch ngày 14/3/2026 của Tỉnh ủy và số 09/CT-UBND")
    assert [(d.yours, d.marked) for d in wrong.differences] == [("14/3/2026", True), ("09/CT-UBND", False)]


@pytest.mark.parametrize(
    ("quote", "kind", "words"),
    [
        ("người dân được chuyển đổi mục đích sử dụng đất", NoteKind.AFTER, "trừ đất rừng phòng hộ"),
        ("lấn chiếm đất công tại các xã", NoteKind.BEFORE, "Không để xảy ra tình trạng"),
        ("chủ đầu tư phải báo cáo Ủy ban nhân dân tỉnh", NoteKind.BEFORE, "Nếu chậm tiến độ,"),
        ("60 triệu đồng/người/năm", NoteKind.BEFORE, "trên"),
        ("60 triệu đồng/người/năm", NoteKind.AFTER, "trở lên"),
    ],
)
def test_a_negation_or_condition_beside_a_quotation_is_told_and_changes_no_verdict(built, quote, kind, words):
    match = built.grade(quote)
    assert match.verdict is Verdict.EXACT
    assert (kind, words) in [(n.kind, n.text) for n in match.notes]
    assert f"“{words}”" in quotation_remark(match)


@pytest.mark.parametrize("quote", ["100% số xã có quy hoạch", "Các đơn vị báo cáo kết quả về Sở Xây dựng", BODY[:90]])
def test_nothing_is_told_of_a_sentence_that_adds_nothing(built, quote):
    assert built.grade(quote).notes == ()


@pytest.mark.parametrize(
    ("quote", "left_out", "marked"),
    [
        ("Tỷ lệ hộ nghèo giảm -5% […] tỷ lệ che phủ rừng ≥ 45%", ["so với cùng kỳ năm trước;"], [False]),
        ("Xây dựng 1 500 căn nhà (...) từ ngân sách tỉnh", ["ở xã hội cho công nhân, kinh phí 2, 50 tỷ đồng"], [False]),
        ("Các đơn vị … kết quả … Sở Xây dựng", ["báo cáo", "về"], [False, False]),
        ("Tỷ lệ hộ nghèo giảm -5% […] phải báo cáo Ủy ban nhân dân tỉnh", None, [True]),  # who must was left out
        ("người dân được chuyển đổi […] đất rừng phòng hộ", ["mục đích sử dụng đất, trừ"], [True]),
        ("Tăng trưởng đạt 4,7 - 5,1% […] số xã có quy hoạch", None, [True]),
    ],
)
def test_an_omission_is_told_with_what_was_left_out(built, quote, left_out, marked):
    match = built.grade(quote)
    assert (match.verdict, match.similarity < 1) == (Verdict.ALTERED, True)
    assert [d.marked for d in match.differences] == marked
    assert left_out is None or [d.source for d in match.differences] == left_out
    assert {n.kind for n in match.notes} >= {NoteKind.OMISSION}
    said = quotation_remark(match).splitlines()[0]
    assert (said == "Các phần được trích đúng nguyên văn, có lược bớt.") is not any(marked)
    for difference in match.differences:
        assert match.text[slice(*difference.yours_span)].strip() == difference.yours


@pytest.mark.parametrize(
    ("quote", "yours", "source"),
    [
        ("Tỷ lệ hộ nghèo giảm -6% [...] tỷ lệ che phủ rừng ≥ 45%", "-6%", "-5%"),
        ("Xây dựng 1 500 căn […] 50 tỷ đồng từ ngân sách tỉnh", "50 tỷ", "2, 50 tỷ"),
        ("tỷ lệ che phủ rừng ≥ 45% […] Tỷ lệ hộ nghèo giảm -5%", "Tỷ lệ hộ nghèo giảm -5%", ""),
    ],
)
def test_pieces_that_differ_or_stand_in_another_order_are_told(built, quote, yours, source):
    match = built.grade(quote)
    assert match.verdict is Verdict.ALTERED
    assert (yours, source, True) in [(d.yours, d.source, d.marked) for d in match.differences]


def test_pieces_of_two_documents_are_no_quotation():
    bodies = ("Sở Xây dựng rà soát quy hoạch các đô thị.", "Sở Tài chính bố trí vốn cho các xã.")
    index = quote_index(
        {f"{n}.txt": directive(subject="Đô thị", body=f"I. NHIỆM VỤ\n\n1. {b}") for n, b in enumerate(bodies)}
    )
    match = index.grade("Sở Xây dựng rà soát quy hoạch […] bố trí vốn cho các xã")
    assert match.verdict is not Verdict.EXACT
    assert match.verdict is Verdict.NOT_FOUND or any(d.marked for d in match.differences)


@pytest.mark.parametrize(("quote", "verdict"), [
    ("Kế hoạch 39", Verdict.NOT_FOUND),
    ("Nghị quyết 06", Verdict.NOT_FOUND),
    ("phấn đấu hoàn thành 1.800 căn nhà ở xã hội", Verdict.ALTERED),
    ("1.800 căn nhà ở", Verdict.ALTERED),
])  # fmt: skip
def test_few_words_with_one_that_the_source_has_not_are_no_quotation_of_it(library, quote, verdict):
    match = library.verify(quote)
    assert match.verdict is verdict
    assert (match.citation is None) == (verdict is Verdict.NOT_FOUND)
