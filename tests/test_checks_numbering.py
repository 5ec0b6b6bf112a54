"""Numbers of lists that do not run on are found; those that only look so are left alone."""

import pytest

from build_directives import annex, directive, paged, task_table
from checked_texts import findings, material_of, values
from tracuu.checks.labels import is_misread, order_of
from tracuu.checks.numbering import find_numbering
from tracuu.types import Level, Nature, Severity

WORK = "chủ trì, phối hợp với các cơ quan liên quan rà soát quy hoạch."


def listed(*labels: str, above: str = "II. NHIỆM VỤ\n\n1. Phân công", between: str = "\n\n") -> str:
    """A directive whose body is one list of paragraphs."""
    lines = [f"{label} Sở thứ {n} {WORK}" for n, label in enumerate(labels, start=1)]
    return directive(body=f"I. MỤC ĐÍCH\n\nNâng cao chất lượng.\n\n{above}\n\n{between.join(lines)}")


FAULTS: list[tuple[str, str, list[tuple[str, ...]]]] = [
    ("c printed for b", listed("a)", "c)", "c)", "d)"), [("a)", "c)", "c)")]),
    ("a point skipped", listed("a)", "b)", "d)", "đ)"), [("b)", "d)")]),
    ("a point doubled", listed("a)", "b)", "b)", "c)"), [("b)", "b)")]),
    ("đ missing, but d and g beside it say more", listed("a)", "b)", "c)", "d)", "g)"), [("d)", "g)")]),
    ("two points skipped", listed("a)", "b)", "đ)", "e)"), [("b)", "đ)")]),
    ("two points that changed places", listed("a)", "c)", "b)", "d)"), [("a)", "c)", "b)")]),
    ("the first item twice", listed("1.", "1.", "2.", "3.", above="II. NHIỆM VỤ"), [("1.", "1.")]),
    ("an item skipped", listed("1.", "2.", "4.", "5.", above="II. NHIỆM VỤ"), [("2.", "4.")]),
    (
        "an item skipped behind points: b is no misread 3",
        listed("1.", "2.", "a)", "b)", "c)", "4.", above="II. NHIỆM VỤ"),
        [("2.", "4.")],
    ),
    (
        "an item skipped behind points: g is no misread 9",
        listed("7.", "8.", "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "10.", above="II. NHIỆM VỤ"),
        [("8.", "10.")],
    ),
    ("an item of another number", listed("1.", "2.", "9.", "4.", above="II. NHIỆM VỤ"), [("2.", "9.", "4.")]),
    ("the first number again at the end", listed("1.", "2.", "3.", "1.", above="II. NHIỆM VỤ"), [("3.", "1.")]),
    ("a list that begins at its second point", listed("b)", "c)", "d)"), [("b)",)]),
    ("2.1, 2.2, 2.4", listed("2.1.", "2.2.", "2.4.", above="2. Nhiệm vụ"), [("2.2.", "2.4.")]),
    ("a letter of no Vietnamese alphabet", listed("a)", "b)", "c)", "d)", "e)", "f)", "g)"), [("f)",)]),
]


@pytest.mark.parametrize(("name", "text", "expected"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_list_that_does_not_run_on_is_told(name: str, text: str, expected: list[tuple[str, ...]]) -> None:
    assert values(find_numbering, text) == expected


RIGHT: list[tuple[str, str]] = [
    ("with đ", listed("a)", "b)", "c)", "d)", "đ)", "e)", "g)")),
    ("without đ", listed("a)", "b)", "c)", "d)", "e)", "g)", "h)", "i)", "k)", "l)")),
    ("numbers in bold and plain", listed("**1.**", "2.", "**3.**", above="II. NHIỆM VỤ")),
    ("a first number read as a letter", listed("l.", "2.", "3.", above="II. NHIỆM VỤ")),
    ("a number read as a letter inside", listed("1.", "l.", "3.", above="II. NHIỆM VỤ")),
    ("6 read as b, behind no point", listed("4.", "5.", "b.", "7.", above="II. NHIỆM VỤ")),
    ("a label within the line above", listed("a)", "b)", "d)").replace("\n\nd)", " c) Sở Y tế tuyên truyền.\n\nd)")),
    ("a list of another sign inside", listed("1.", "2.", "1)", "2)", "3)", "3.", above="II. NHIỆM VỤ")),
    ("a page between", paged(listed("a)", "b)", "c)"), "- 2 -", after="Sở thứ 1 chủ trì")),
    ("a quotation", listed("1.", "2.", above="II. NHIỆM VỤ") .replace("2. Sở", "2. Sửa khoản:\n\n“4. Sở A.\n\n7. Sở B.”\n\n3. Sở", 1)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), RIGHT, ids=[row[0] for row in RIGHT])
def test_a_list_that_only_looks_broken_is_left_alone(name: str, text: str) -> None:
    assert values(find_numbering, text) == []


def test_lists_begin_anew_under_another_heading_and_may_run_on_over_headings() -> None:
    anew = "I. MỤC ĐÍCH\n\n1. Việc A.\n\n2. Việc B.\n\nII. NHIỆM VỤ\n\n1. Việc C.\n\n2. Việc D."
    assert values(find_numbering, directive(body=anew)) == []
    assert (
        values(find_numbering, directive(body=anew.replace("1. Việc C", "3. Việc C").replace("2. Việc D", "4. Việc D")))
        == []
    )


def test_the_number_of_another_item_is_told() -> None:
    body = "I. NHIỆM VỤ\n\n1. Về A\n\n1.1. Việc một.\n\n2. Về B\n\n2.1. Việc hai.\n\n1.2. Việc ba.\n\n2.3. Việc bốn."
    assert values(find_numbering, directive(body=body)) == [("2.1.", "1.2.", "2.3.")]
    assert values(find_numbering, directive(body=body.replace("\n\n1.2. Việc ba.", "\n\n2.2. Việc ba."))) == []


def test_a_number_of_the_text_that_begins_a_line_is_no_label() -> None:
    body = "I. KINH PHÍ\n\n1. Tổng kinh phí gồm:\n\n- Ngân sách tỉnh:\n\n80. Tỷ đồng.\n\n2. Nguồn khác."
    assert values(find_numbering, directive(body=body)) == []


def test_articles_run_on_over_chapters() -> None:
    articles = (
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Việc A.\n\nĐiều 2. Việc B.\n\nChương II\nQUY ĐỊNH KHÁC\n\nĐiều {}. Việc C."
    )
    assert values(find_numbering, directive(body=articles.format(3))) == []
    assert values(find_numbering, directive(body=articles.format(5))) == [("2.", "5.")]


def test_a_misread_numeral_is_information_at_most() -> None:
    body = "I. MỤC ĐÍCH\n\n1. Việc A.\n\nII. MỤC TIÊU\n\n1. Việc B.\n\n{} NHIỆM VỤ\n\n1. Việc C.\n\nIV. TỔ CHỨC\n\n1. Việc D."
    assert values(find_numbering, directive(body=body.format("HI."))) == []
    (found,) = findings(find_numbering, directive(body=body.format("I.")))
    assert (found.severity, found.natures[0], found.needs_person) == (Severity.INFO, Nature.MISREAD, False)
    (grave,) = findings(find_numbering, directive(body=body.format("VI.")))
    assert grave.values == ("II.", "VI.", "IV.")


def test_a_d_that_lost_its_bar_is_information_and_a_doubled_c_an_error() -> None:
    (lost,) = findings(find_numbering, listed("a)", "b)", "c)", "d)", "d)", "e)"))
    assert lost.severity is Severity.INFO
    (doubled,) = findings(find_numbering, listed("a)", "b)", "c)", "c)", "d)"))
    assert doubled.severity is Severity.ERROR
    assert "hai điểm c" in doubled.message


def table(*labels: str, style: str = "tabs") -> str:
    rows = [(label, f"Việc {n}", "Sở Y tế", "UBND xã", "Quý I/2026") for n, label in enumerate(labels)]
    return directive(annexes=[annex(task_table(style, rows=rows))])


@pytest.mark.parametrize("style", ["tabs", "markdown", "html"])
def test_rows_of_a_table_are_counted(style: str) -> None:
    assert values(find_numbering, table("1", "2", "3", "4", style=style)) == []
    assert values(find_numbering, table("1", "2", "4", "5", style=style)) == [("2", "4")]
    assert values(find_numbering, table("1", "2", "2", "3", style=style)) == [("2", "2")]


def test_a_row_whose_number_was_lost_is_no_row_skipped() -> None:
    assert values(find_numbering, table("1", "2", "", "4")) == []


def test_copies_are_told_once_and_drafts_alone_when_there_are_any() -> None:
    text = listed("a)", "c)", "c)", "d)")
    assert len(values(find_numbering, {"a.txt": text, "b.txt": text})) == 1
    drafted = material_of({"a.txt": text, "b.txt": listed("a)", "b)", "b)")}, drafts=frozenset({"b.txt"}))
    assert {p.doc_id for d in find_numbering(drafted) for p in d.places} <= {"b.txt"}


def test_orders_of_labels() -> None:
    assert order_of(Level.POINT, ["a", "đ"]).labels[3:6] == ("d", "đ", "e")
    assert order_of(Level.POINT, ["a", "b"]).labels[3:5] == ("d", "e")
    assert order_of(Level.ROMAN, ["I"]).label(14) == "XIV"
    assert order_of(Level.PART, ["A"]).labels[:2] == ("A", "B")
    assert order_of(Level.PART, ["thứ nhất"]).value("thứ ba") == 3
    assert is_misread("HI", "III")
    assert is_misread("l", "1")
    assert not is_misread("c", "b")


def test_a_row_in_whose_number_a_page_number_stands_is_not_missing():
    rows = (
        "TT  Công việc               Chủ trì               Thời hạn\n"
        "1   Rà soát hồ sơ           Sở Nội vụ             30/9/2026\n"
        "2   Số hóa sổ hộ tịch       Sở Tư pháp            31/10/2026\n"
        "3   Nối dữ liệu với         Cục Văn thư và        31/5/2027\n"
        "    chi trả trợ cấp         Lưu trữ nhà nước\n"
        "2\n"
        "4   Tập huấn văn thư        Sở Nội vụ             Hằng quý\n"
    )
    text = directive(body=f"I. NHIỆM VỤ\n\nNâng cao chất lượng.\n\nII. PHÂN CÔNG\n\n{rows}")
    assert findings(find_numbering, {"a.txt": text}) == []


def test_the_number_of_a_page_does_not_begin_a_list_anew() -> None:
    points = "a) Bố trí kinh phí.\n{}\na) Tuyên truyền.\n\nb) Xây dựng phương án.\n\nc) Tổng hợp."
    for between in ("", "11\n", "\n- 11 -\n"):
        assert values(find_numbering, directive(body="I. NHIỆM VỤ\n\n1. Phân công\n\n" + points.format(between))) == [
            ("a)", "a)")
        ]
    text = "Các cơ quan khác được giao như sau:\n"
    assert values(find_numbering, directive(body="I. NHIỆM VỤ\n\n1. Phân công\n\n" + points.format(text))) == []


def test_a_part_whose_roman_number_was_read_as_a_figure_is_no_item() -> None:
    body = (
        "{}\n\n1. Kế hoạch vốn là 100 tỷ đồng.\n\n2. Có 09 chủ đầu tư chậm.\n\n1I. NHIỆM VỤ\n\n1. Sở Tài chính rà soát."
    )
    assert values(find_numbering, directive(body=body.format("1. ĐÁNH GIÁ CHUNG"))) == []
    assert values(find_numbering, directive(body=body.format("1. Kết quả chung được ghi nhận."))) == [("1.", "1.")]
