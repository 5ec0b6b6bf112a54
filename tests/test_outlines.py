"""Outlines as they are printed and misprinted: numerals, points, fixed widths, page breaks."""

import pytest

from build_directives import directive, hard_wrapped, paged
from reading_view import labels, read

LONG = (
    "Đẩy mạnh công tác quy hoạch đô thị trên địa bàn tỉnh, bảo đảm đồng bộ với quy hoạch tỉnh và các quy hoạch ngành,"
    " lĩnh vực; rà soát, điều chỉnh quy hoạch chung của các xã, phường theo mô hình chính quyền địa phương hai cấp;"
    " xây dựng cơ sở dữ liệu về quy hoạch và công khai cho người dân biết, giám sát trong giai đoạn từ năm 2026 đến năm 2030."
)
PLAN = (
    f"I. MỤC ĐÍCH\n\n1. Yêu cầu\n\n{LONG}\n\nII. NHIỆM VỤ\n\n1. Sở Xây dựng chủ trì. {LONG}\n\n2. Sở Tài chính: {LONG}"
)


def parts(numerals: str) -> str:
    return "\n\n".join(f"{n} NHIỆM VỤ THỨ {i}\n\nNội dung như sau." for i, n in enumerate(numerals.split(), 1))


OUTLINES: list[tuple[str, str, list[str]]] = [
    ("misread numerals", parts("I. Il. HI. IV. V. VỊ."), ["I", "II", "III", "IV", "V", "VI"]),
    ("other misread numerals", parts("I. lI. 1II. IV."), ["I", "II", "III", "IV"]),
    ("1I for II", parts("I. 1I. III."), ["I", "II", "III"]),
    ("IỊ for II", parts("I- IỊ- III-"), ["I", "II", "III"]),
    (
        "points with đ",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan {c} thực hiện." for c in "abcdđe"),
        ["1", *(f"1/{c}" for c in "abcdđe")],
    ),
    (
        "đ read as d",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan {c} thực hiện." for c in "abcdde"),
        ["1", *(f"1/{c}" for c in "abcdđe")],
    ),
    (
        "a wrong letter stays as printed",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan thực hiện." for c in "accd"),
        ["1", "1/a", "1/c", "1/c", "1/d"],
    ),
    ("slashes", "1/ Việc một.\n\n2/ Việc hai.\n\na/ Điểm a;\n\nb/ Điểm b.", ["1", "2", "2/a", "2/b"]),
    (
        "brackets and bullets",
        "1) Việc một.\n\n2) Việc hai.\n\na. Điểm một;\n\n• Gạch một;\n\n– Gạch hai.\n\n+ Cộng.",
        ["1", "2", "2/a", "2/a/-", "2/a/-", "2/a/-/+"],
    ),
    ("wrapped at a fixed width", hard_wrapped(PLAN), ["I", "I/1", "II", "II/1", "II/2"]),
    *(
        (
            f"page number {number}",
            paged(hard_wrapped(PLAN), number, after="rà soát, điều chỉnh"),
            ["I", "I/1", "II", "II/1", "II/2"],
        )
        for number in ("3", "- 3 -", "Trang 3/10")
    ),
    (
        "running heads",
        paged(
            paged(PLAN, "UBND TỈNH SƠN LA\n\n2", after="rà soát,"),
            "UBND TỈNH SƠN LA\n\n3",
            after="2. Sở Tài chính: " + LONG[:90],
        ),
        ["I", "I/1", "II", "II/1", "II/2"],
    ),
    (
        "parts by word",
        "Phần thứ nhất\nĐÁNH GIÁ\n\nI. KẾT QUẢ\n\nTốt.\n\nPhần thứ hai\nNHIỆM VỤ\n\nI. MỤC TIÊU\n\nĐạt.",
        ["thứ nhất", "thứ nhất/I", "thứ hai", "thứ hai/I"],
    ),
    (
        "letters above numerals",
        "A. KẾT QUẢ\n\nI. Thuận lợi\n\nCó.\n\nB. NHIỆM VỤ\n\nI. Mục tiêu\n\nĐạt.",
        ["A", "A/I", "B", "B/I"],
    ),
    (
        "mark-up at random",
        "## I. MỤC TIÊU\n\n**1.** Việc một phải làm ngay.\n\n### **2. Việc hai**\n\nNội dung.\n\n**a)** Điểm a.",
        ["I", "I/1", "I/2", "I/2/a"],
    ),
    (
        "numbers of three levels",
        "1. Quy hoạch\n\n1.1. Quy hoạch chung\n\nNội dung.\n\n1.1.1. Phạm vi\n\nVùng.\n\n1.2. Chi tiết\n\nHết.",
        ["1", "1/1.1", "1/1.1/1.1.1", "1/1.2"],
    ),
    (
        "a paragraph a line",
        "I. MỤC TIÊU\n1. Đến năm 2030\na) Tỷ lệ đạt 32%;\nb) Nhà ở đạt 28 m².\n2. Đến năm 2045\n- Hiện đại.\n"
        "II. NHIỆM VỤ\n1. Sở Xây dựng\nChủ trì.",
        ["I", "I/1", "I/1/a", "I/1/b", "I/2", "I/2/-", "II", "II/1"],
    ),
    (
        "numbers with a hyphen",
        "I- MỤC TIÊU\n\n1- Đảng ủy lãnh đạo.\n\n2- 85% chi bộ có nghị quyết.\n\n3- Hội Nông dân phụ trách.",
        ["I", "I/1", "I/2", "I/3"],
    ),
    (
        "a figure after the number of an item",
        "I. CHỈ TIÊU\n\n1. Đạt 6/9 tiêu chí.\n\n2. 95% tuyến phố sạch.\n\n3. 1.200 cây bóng mát.\n\n4. Xây nhà văn hóa.",
        ["I", "I/1", "I/2", "I/3", "I/4"],
    ),
    ("a figure after the first number", "1. 100% trường có bếp ăn\n2. Mỗi trường có vườn rau", ["1", "2"]),
    (
        "a figure after the number of a part of an item",
        "1. Về mặt bằng\n1.1. 98% hộ dân đã nhận tiền.\n1.2. còn 42 hộ.\n2. Phân công",
        ["1", "1/1.1", "1/1.2", "2"],
    ),
    ("l for 1", "II. NHIỆM VỤ\n\nl. Sở Y tế chủ trì.\n\n2. Sở Tài chính bố trí vốn.", ["II", "II/1", "II/2"]),
    (
        "I for 1 below numerals with a hyphen",
        "I- MỤC TIÊU\n\nĐạt.\n\nII- NHIỆM VỤ\n\nI. Sở Công Thương\n\n- Mở chợ.\n\n2. Sở Nội vụ chủ trì.\n\n"
        "HI- TIẾN ĐỘ\n\n- Đợt một: tháng 3.\n\nIV- THỰC HIỆN\n\nHết.",
        ["I", "II", "II/1", "II/1/-", "II/2", "III", "III/-", "IV"],
    ),
    (
        "II for 11 behind 10",
        "I. VIỆC\n\n9. Sở A làm.\n\n10. Sở B làm.\n\nII. Sở C làm.\n\n12. Sở D làm.\n\nII. KINH PHÍ\n\nĐủ.",
        ["I", "I/9", "I/10", "I/11", "I/12", "II"],
    ),
    (
        "numerals that begin anew stay numerals",
        "Phần thứ nhất\nKẾT QUẢ\n\nI. Thuận lợi\n\n1. Có.\n\n2. Còn.\n\nPhần thứ hai\nVIỆC\n\nI. Chung\n\n"
        "1. Làm.\n\n2. Xong.",
        [
            "thứ nhất",
            "thứ nhất/I",
            "thứ nhất/I/1",
            "thứ nhất/I/2",
            "thứ hai",
            "thứ hai/I",
            "thứ hai/I/1",
            "thứ hai/I/2",
        ],
    ),
    (
        "misread numerals of chapters",
        "Chương I\nCHUNG\n\nĐiều 1. Một\n\nA.\n\nChương H\nRIÊNG\n\nĐiều 2. Hai\n\nB.\n\nChương HI\nCUỐI\n\nĐiều 3. Ba\n\nC.",
        ["I", "I/1", "II", "II/2", "III", "III/3"],
    ),
    (
        "point l after k stays",
        "1. Việc\n\ni) Sở A.\n\nk) Sở B.\n\nl. Sở C.\n\n2. Việc",
        ["1", "1/i", "1/k", "1/l", "2"],
    ),
    ("a number alone opens no item", "1. Việc một.\n\n7. 95% của 20 xã.\n\n2. Việc hai.", ["1", "2"]),
    (
        "a broken line that begins with the next number",
        "1. Đến nay đã hoàn thành xong toàn bộ các dự án trong quý\n2. 95% vốn đã giải ngân.\n\n2. Việc hai.",
        ["1", "2"],
    ),
    (
        "articles with clauses and points",
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Quy định này quy định.\n\n2. Không áp dụng:\n\n"
        "a) Nhà ở;\n\nĐiều 2. Đối tượng\n\nTổ chức.",
        ["I", "I/1", "I/1/1", "I/1/2", "I/1/2/a", "I/2"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in OUTLINES], ids=[case[0] for case in OUTLINES])
def test_outline_is_read(body: str, expected: list[str]) -> None:
    assert list(labels(read(directive(body=body))[0].outline)) == expected


@pytest.mark.parametrize("number", ["3", "- 3 -", "Trang 3/10"])
def test_paragraph_cut_by_the_page_is_one_span(number: str) -> None:
    text = directive(body=paged(PLAN, number, after="rà soát,"))
    first = read(text)[0].outline[0].children[0].children[0]
    assert first.text is not None
    shown = text[slice(*first.text)]
    assert shown.startswith("Đẩy mạnh")
    assert shown.endswith("năm 2030.")


@pytest.mark.parametrize(
    "body",
    [
        "I. VỐN\n\n1. Tổng vốn đầu tư của dự án khoảng 350 triệu\nUSD.\n\n2. Việc khác.",
        "I. VỐN\n\n1. Bố trí ít nhất 20% chi ngân sách cho\n\n<!-- page 2 -->\n\ngiáo dục; sắp xếp điểm trường.\n\n2. Việc khác.",
        "I. VỐN\n\n1. Bố trí ít nhất 20% chi ngân sách cho\n\nTrang 2/10\n\ngiáo dục; sắp xếp điểm trường.\n\n2. Việc khác.",
        "I. VỐN\n\n1. Giao các cơ quan gồm Sở Tài chính,\nSở Xây dựng thực hiện.\n\n2. Việc khác.",
    ],
)
def test_a_sentence_cut_between_two_lines_is_one_paragraph(body: str) -> None:
    children = read(directive(body=body))[0].outline[0].children
    assert [(child.label, child.heading, child.children) for child in children] == [("1", None, ()), ("2", None, ())]


def test_a_line_broken_before_a_capital_goes_on_where_blank_lines_part_paragraphs() -> None:
    body = (
        "I. NHIỆM VỤ\n\n1. Sở Xây dựng rút ngắn thời gian thẩm định xuống 10 ngày đối với công trình cấp\nC và 6 ngày với nhà ở"
        " riêng lẻ.\n\n2. Viễn thông Sơn La đầu tư 40 trạm phát sóng, ưu tiên các xã Mường Và, Sốp\nCộp, Púng Bánh.\n\n"
        "3. Yêu cầu\nCác sở làm ngay việc được giao."
    )
    text = directive(body=body)
    first, second, third = read(text)[0].outline[0].children
    assert [text[slice(*s.text)].split()[-1] for s in (first, second) if s.text] == ["lẻ.", "Bánh."]
    assert third.heading is not None
    assert [c.text is not None for c in third.children] == [True]
