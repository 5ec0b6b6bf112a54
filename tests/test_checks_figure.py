"""Rule `figure`: one indicator, one place, one time, two values."""

from build_checks import material, plan, values
from tracuu.checks.figure import find_figures
from tracuu.checks.grade import find_grades
from tracuu.types import Nature, Severity


def goal(text: str) -> str:
    return f"I. MỤC TIÊU\n\n1. {text}"


def test_two_papers_of_a_province_give_two_values():
    first = plan(goal("Đến năm 2030, tỷ lệ che phủ rừng đạt 48%."))
    second = plan(goal("Tỷ lệ che phủ rừng năm 2030 phấn đấu đạt 45%."), number=22)
    assert values(find_figures, first, second) == [("48%", "45%")]


def test_two_values_of_one_paper_are_an_error_and_of_two_papers_a_warning():
    annex = (
        "PHỤ LỤC\nChỉ tiêu\n\n| STT | Chỉ tiêu | Đơn vị tính | Năm 2030 |\n|---|---|---|---|\n"
        "| 1 | Tỷ lệ che phủ rừng | % | 45 |\n| 2 | Số nhà tạm được xóa | nhà | 410 |"
    )
    body = goal("Đến năm 2030, tỷ lệ che phủ rừng đạt 48%.")
    within = list(find_figures(material(plan(f"{body}\n\n{annex}"))))
    assert [(f.severity, f.natures[0]) for f in within] == [(Severity.ERROR, Nature.TYPING)]
    other = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 45%."), number=22)
    assert [f.severity for f in find_figures(material(plan(body), other))] == [Severity.WARNING]


def test_the_value_of_another_year_is_told():
    first = plan(goal("Tỷ lệ che phủ rừng năm 2028 đạt 45%, năm 2030 đạt 48%."))
    second = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 45%."), number=22)
    (found,) = find_figures(material(first, second))
    assert found.natures[0] is Nature.OTHER_PERIOD
    assert "45% là mức năm 2028" in found.message


def test_other_years_places_words_and_bounds_are_no_conflict():
    base = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 48%."))
    for other in (
        plan(goal("Tỷ lệ che phủ rừng năm 2028 đạt 45%."), number=22),
        plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 45%."), province="Cà Mau"),
        plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 45%."), commune="Tân Lập", number=22),
        plan(goal("Tỷ lệ che phủ rừng phòng hộ ven biển năm 2030 đạt 45%."), number=22),
        plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt tối thiểu 45%."), number=22),
        plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 48,0%."), number=22),
        plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt khoảng 50%."), number=22),
        plan(goal("Tỷ lệ che phủ rừng bình quân giai đoạn 2026 - 2030 đạt 45%."), number=22),
    ):
        assert values(find_figures, base, other) == [], other


def test_a_bare_attribute_is_of_many_things():
    first = plan(goal("Sửa chữa cầu tràn xã Tân Lập năm 2027. Kinh phí thực hiện năm 2027: 900 triệu đồng."))
    second = plan(goal("Sửa chữa chợ xã Long Sơn năm 2027. Kinh phí thực hiện năm 2027: 700 triệu đồng."), number=22)
    assert values(find_figures, first, second) == []


def test_a_draft_is_told_of_and_the_corpus_is_not():
    first = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 48%.\n\n2. Tỷ lệ hộ nghèo đa chiều năm 2030 còn 3%."))
    second = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 45%."), number=22)
    draft = plan(goal("Tỷ lệ hộ nghèo đa chiều năm 2030 còn 5%."), number=23)
    assert values(find_figures, first, second, drafts={"moi.txt": draft}) == [("5%", "3%")]


def test_a_copy_is_no_second_paper():
    text = plan(goal("Tỷ lệ che phủ rừng năm 2030 đạt 48%.") + "\n\n" + "Bảo vệ rừng phòng hộ đầu nguồn. " * 30)
    assert values(find_figures, text, text.replace("48%", "43%")) == []


# --- Classes of towns ----------------------------------------------------------------------------


def test_a_town_is_to_be_of_two_classes_by_one_year():
    first = plan(goal("Đến năm 2030, xây dựng thị trấn Mai Sơn đạt tiêu chí đô thị loại IV."))
    second = plan(goal("Giai đoạn 2026 - 2030, các đô thị Mộc Châu, Mai Sơn, Sông Mã đạt loại III."), number=22)
    (found,) = find_grades(material(first, second))
    assert found.values == ("loại IV", "loại III")
    assert "Mai Sơn" in found.message


def test_another_year_town_province_or_kind_of_class_is_no_conflict():
    base = plan(goal("Đến năm 2030, xây dựng thị trấn Mai Sơn đạt tiêu chí đô thị loại IV."))
    for other in (
        plan(goal("Đến năm 2035, xây dựng đô thị Mai Sơn đạt loại III."), number=22),
        plan(goal("Đến năm 2030, xây dựng đô thị Mộc Châu đạt loại III."), number=22),
        plan(goal("Đến năm 2030, xây dựng đô thị Mai Sơn đạt loại III."), province="Cà Mau"),
        plan(goal("Đến năm 2030, nước sông tại thị trấn Mai Sơn đạt loại B."), number=22),
        plan(goal("Đến năm 2030, thị trấn Mai Sơn đạt đô thị loại IV."), number=22),
    ):
        assert values(find_grades, base, other) == [], other


def carrying_out(share: str, *, above: str = "85%", thing: str = "hộ nuôi có hệ thống xử lý nước thải") -> list:
    """What is said of a share in a commune's plan that carries out the plan of its province."""
    province = plan(goal(f"Tỷ lệ {thing} năm 2026 đạt {above}."), province="Cà Mau", number=61)
    body = "Thực hiện Kế hoạch số 61/KH-UBND ngày 12/5/2026 của UBND tỉnh Cà Mau, xã ban hành Kế hoạch như sau:\n\n"
    commune = plan(
        body + goal(f"Tỷ lệ {thing} năm 2026 đạt {share}."), province="Cà Mau", commune="Đầm Dơi", number=9,
        day="20 tháng 5 năm 2026",
    )  # fmt: skip
    return list(find_figures(material(province, commune)))


def test_a_share_below_that_of_the_plan_it_carries_out_is_worth_knowing():
    (found,) = carrying_out("70%")
    assert (found.values, found.severity) == (("70%", "85%"), Severity.INFO)
    assert "Kế hoạch 9/KH-UBND là 70%, thấp hơn mức 85% của Kế hoạch 61/KH-UBND" in found.message


def test_a_higher_share_or_one_of_which_less_is_better_is_none():
    assert carrying_out("85%") == carrying_out("90%") == []
    assert carrying_out("70%", above="khoảng 70%") == []
    assert carrying_out("2%", above="3%", thing="hộ nghèo theo chuẩn đa chiều") == []


def test_what_a_commune_says_of_its_province_is_held_against_the_province():
    base = plan(goal("Tỷ lệ hồ sơ nộp trực tuyến năm 2026 đạt 85%."))
    for text in (
        "Chỉ tiêu của tỉnh năm 2026: tỷ lệ hồ sơ nộp trực tuyến đạt 90%.",
        "Năm 2026, tỷ lệ hồ sơ nộp trực tuyến toàn tỉnh đạt 90%.",
    ):
        assert values(find_figures, base, plan(goal(text), commune="Tân Lập", number=22)) == [("85%", "90%")]
    for text in (
        "Góp phần hoàn thành chỉ tiêu của tỉnh năm 2026, xã phấn đấu tỷ lệ hồ sơ nộp trực tuyến đạt 90%.",
        "Chỉ tiêu của tỉnh giao xã năm 2026: tỷ lệ hồ sơ nộp trực tuyến của xã đạt 90%.",
        "Chỉ tiêu của tỉnh năm 2026: tỷ lệ hồ sơ nộp trực tuyến đạt 85%.",
        "Năm 2026, tỷ lệ hồ sơ nộp trực tuyến đạt 90%.",
    ):
        assert values(find_figures, base, plan(goal(text), commune="Tân Lập", number=22)) == []
