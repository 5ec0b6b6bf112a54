"""Two copies of one directive: every stretch that differs is told, and no guise is taken for a difference."""

import pytest

from build_directives import BODY, annex, closing, directive, hard_wrapped, head, paged, task_table
from checked_texts import findings, material_of, values
from tracuu.checks.copies import Token, find_stretches
from tracuu.checks.copy_difference import find_copy_differences
from tracuu.types import Nature, Severity, Span

BODY_2 = (
    BODY
    + """

3. Sở Y tế kiểm tra 28 cơ sở trên địa bàn xã Mường Lay, xã Tủa Chùa và đặt 15 trạm theo Kế hoạch số 39-KH/TU trước ngày 15/4/2026.

4. Công an tỉnh phấn đấu hoàn thành việc cấp thẻ; không thu phí của người dân tại các điểm tiếp nhận."""
)
FIRST = directive(body=BODY_2)


def changed(old: str, new: str) -> dict[str, str]:
    """The directive and a copy in which some words are other ones."""
    assert FIRST.count(old) == 1
    return {"a.txt": FIRST, "b.txt": FIRST.replace(old, new)}


SUBSTANCE = [
    ("28 cơ sở", "26 cơ sở", ("28", "26"), Severity.ERROR),
    ("15/4/2026", "15/5/2026", ("15/4/2026", "15/5/2026"), Severity.ERROR),
    ("39-KH/TU", "39-KL/TU", ("KH", "KL"), Severity.ERROR),
    ("không thu phí", "thu phí", ("không", ""), Severity.ERROR),
    ("Tủa Chùa", "Tòa Chùa", ("Tủa Chùa", "Tòa Chùa"), Severity.WARNING),
    ("của người dân", "của người dân và doanh nghiệp", ("", "và doanh nghiệp"), Severity.WARNING),
    ("cấp thẻ", "thu hồi thẻ", ("cấp", "thu hồi"), Severity.WARNING),
]
SLIPS = [
    ("phấn đấu", "phân đấu", ("phấn", "phân")),
    ("các điểm tiếp", "các diêm tiếp", ("điểm", "diêm")),
    ("đặt 15 trạm", "đặt l5 trạm", ("15", "l5")),
    ("cấp thẻ;", "cấp thẻ,", (";", ",")),
    ("của người dân", "của Người dân", ("người", "Người")),
]


@pytest.mark.parametrize(("old", "new", "said", "severity"), SUBSTANCE, ids=[row[0] for row in SUBSTANCE])
def test_a_difference_of_substance_needs_a_person(
    old: str, new: str, said: tuple[str, str], severity: Severity
) -> None:
    (found,) = findings(find_copy_differences, changed(old, new))
    assert (found.values, found.severity, found.needs_person) == (said, severity, True)
    assert said[0] in found.message or not said[0]


@pytest.mark.parametrize(("old", "new", "said"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_of_the_scan_is_information(old: str, new: str, said: tuple[str, str]) -> None:
    (found,) = findings(find_copy_differences, changed(old, new))
    assert (found.values, found.severity, found.needs_person) == (said, Severity.INFO, False)
    assert found.natures[0] is Nature.MISREAD


TABLED = directive(body=BODY_2, annexes=[annex(task_table())])
GUISES = [
    ("line breaks", hard_wrapped(FIRST)),
    ("page numbers", paged(FIRST, "- 2 -", after="Sở Xây dựng chủ trì,")),
    ("bold and headings", FIRST.replace("1. Mục đích", "## **1. Mục đích**").replace("3. Sở", "**3.** Sở")),
    ("tone marks", FIRST.replace("ủy", "uỷ").replace("Ủy", "Uỷ")),
    ("spaces", FIRST.replace("kiểm tra 28", "kiểm  tra\u00a028")),
    ("days with a nought", FIRST.replace("15/4/2026", "15/04/2026")),
]


@pytest.mark.parametrize(("name", "text"), GUISES, ids=[row[0] for row in GUISES])
def test_another_guise_is_no_difference(name: str, text: str) -> None:
    assert text != FIRST
    material = material_of({"a.txt": FIRST, "b.txt": text})
    assert any(document.copy_of for document in material.documents)
    assert list(find_copy_differences(material)) == []


@pytest.mark.parametrize("style", ["markdown", "html", "lines"])
def test_the_guise_of_a_table_is_no_difference_and_a_cell_is(style: str) -> None:
    other = directive(body=BODY_2, annexes=[annex(task_table(style))])
    assert values(find_copy_differences, {"a.txt": TABLED, "b.txt": other}) == []
    later = other.replace("Tháng 8/2026", "Tháng 9/2026")
    assert [set(found) for found in values(find_copy_differences, {"a.txt": TABLED, "b.txt": later})] == [
        {"8/2026", "9/2026"}
    ]


def test_several_differences_are_told_one_by_one_in_order() -> None:
    copy = FIRST.replace("28 cơ sở", "26 cơ sở").replace("phấn đấu", "phân đấu").replace("Nâng cao", "Nâng")
    assert values(find_copy_differences, {"a.txt": FIRST, "b.txt": copy}) == [
        ("cao", ""), ("28", "26"), ("phấn", "phân"),
    ]  # fmt: skip


def test_the_places_show_a_few_words_around() -> None:
    texts = changed("28 cơ sở", "26 cơ sở")
    (found,) = findings(find_copy_differences, texts)
    shown = [material_of(texts).sources[place.doc_id].text[slice(*place.span)] for place in found.places]
    assert shown == ["Sở Y tế kiểm tra 28 cơ sở trên địa"[3:], "Sở Y tế kiểm tra 26 cơ sở trên địa"[3:]]


@pytest.mark.parametrize("style", ["tabs", "spaces", "markdown"])
def test_columns_of_head_and_closing_in_another_order_are_no_difference(style: str) -> None:
    other = directive(body=BODY_2, top=head(style=style), end=closing(style=style))
    assert values(find_copy_differences, {"a.txt": FIRST, "b.txt": other}) == []
    renamed = directive(body=BODY_2, top=head(style=style), end=closing(style=style, name="Nguyễn Văn Bình"))
    assert values(find_copy_differences, {"a.txt": FIRST, "b.txt": renamed}) == [("Nguyễn Văn An", "Nguyễn Văn Bình")]


def test_a_passage_that_one_copy_lacks_is_one_warning() -> None:
    lacking = FIRST.replace(FIRST[FIRST.index("4. Công an") : FIRST.index("Nơi nhận")], "")
    (found,) = findings(find_copy_differences, {"a.txt": FIRST, "b.txt": lacking})
    assert found.severity is Severity.WARNING
    assert found.values[0].startswith("4. Công an tỉnh phấn đấu")
    assert found.values[1] == ""


def test_documents_that_are_no_copies_are_not_compared() -> None:
    other = FIRST.replace("15/KH-UBND", "16/KH-UBND").replace("28 cơ sở", "26 cơ sở")
    assert values(find_copy_differences, {"a.txt": FIRST, "b.txt": other}) == []


def test_words_are_laid_on_each_other_in_order() -> None:
    def tokens(words: str) -> list[Token]:
        return [Token(word, word, Span(n * 10, n * 10 + 5)) for n, word in enumerate(words.split())]

    one, other = tokens("a b c d e f g h i k l m"), tokens("a b c d e x g h i k l m n")
    assert [(list(s.one), list(s.other)) for s in find_stretches(one, other)] == [([5], [5]), ([], [12])]
    assert find_stretches(one, one) == []
    assert find_stretches([], []) == []


@pytest.mark.parametrize("written", ["15-4-2026", "15.4.2026", "15-04-2026"])
def test_a_day_in_another_writing_is_the_same_day(written: str) -> None:
    assert values(find_copy_differences, changed("15/4/2026", written)) == []
    (found,) = findings(find_copy_differences, changed("15/4/2026", written.replace("15", "16", 1)))
    assert found.severity is Severity.ERROR
