"""Registers: every cell to the letter, copies once, deadlines in order, filters that say what they leave out."""

import time
from datetime import date

import pytest

from build_registers import given, plan, registers_of, spans_of
from tracuu.documents import strip_markup
from tracuu.overview import entry_told
from tracuu.pipeline import Library
from tracuu.registers import Match, Order, Registers, Role, TargetFilter, TaskFilter
from tracuu.registers.entries import whole_marks
from tracuu.registers.sums import by_agency, by_day
from tracuu.registers.times import first_day
from tracuu.registers.wording import due_words, remarks, role_of, tasks_text, years_words
from tracuu.text import squeeze
from tracuu.types import Precision, Span
from tracuu.web.register_charts import buckets

LEVELS = {match: match.value for match in Match}
TIMES = (
    "Thường xuyên", "Năm 2026", "Quý II/2026", "30/6/2026", "", "Tháng 6/2026", "Hằng tuần", "Trước ngày 15/4/2026",
    "06 tháng đầu năm 2026",
)  # fmt: skip
TARGETS = """I. MỤC TIÊU

- Tỷ lệ đô thị hóa đến năm 2027 đạt trên 40%, đến năm 2030 đạt trên 45%.

- Diện tích sàn nhà ở bình quân đạt tối thiểu 32 m2/người vào năm 2030."""


def timed(*times: str) -> Registers:
    rows = [(str(n), f"Việc thứ {n}", "Sở Xây dựng", "", said) for n, said in enumerate(times, start=1)]
    return registers_of(a=plan(rows))


# --- To the letter -------------------------------------------------------------------------------


def test_every_cell_of_the_shipped_corpus_is_a_slice_of_its_source(library: Library):
    entries = [*library.tasks().entries, *library.targets()]
    assert len(entries) > 150
    for entry in entries:
        text = library.source(entry.source).text
        assert text[entry.start : entry.end] == entry.quote
        for cell, spans in spans_of(entry):
            pieces = "".join(text[a:b] for a, b in spans)
            plain = squeeze(strip_markup(pieces)).replace(" ", "")
            assert cell.replace(" ", "") in plain or "".join(c for c in cell if c.isalnum()) == "".join(
                c for c in strip_markup(pieces) if c.isalnum()
            )
            assert bool(cell) == bool(spans)


@pytest.mark.parametrize("style", ["tabs", "markdown", "html", "lines"])
def test_every_cell_of_a_built_table_is_that_of_its_row(style):
    from build_directives import ROWS, annex, directive, task_table

    text = directive(body="I. MỤC TIÊU\n\nBảo đảm tiến độ.", annexes=[annex(task_table(style))])
    entries = registers_of(a=text).tasks(TaskFilter(order=Order.DOCUMENT)).entries
    assert [(e.task, e.lead, e.coordinating, e.deadline.text) for e in entries] == [row[1:] for row in ROWS]
    for entry in entries:
        assert all("".join(text[a:b] for a, b in spans) == cell for cell, spans in spans_of(entry) if cell)


def test_entry_says_where_it_stands_and_is_cited(library: Library):
    [entry] = library.tasks(TaskFilter(agency="Sở Xây dựng", text="quy hoạch đô thị Điện Biên Phủ", doc_ids=("ke-hoach-39-dien-bien.txt",))).entries  # fmt: skip
    assert entry.locator == ("Phụ lục", "STT 6")
    assert entry.lead == "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An"
    assert entry.reference.startswith("STT 6, Phụ lục, Kế hoạch số 39-KH/TU, ngày 13/3/2026 của")
    assert entry.short_reference == "STT 6, Phụ lục, Kế hoạch số [39-KH/TU]"
    assert "[39-KH/TU]" in entry.marked_reference
    assert (entry.deadline.start, entry.deadline.end) == (date(2026, 4, 1), date(2026, 6, 30))


def test_copies_are_one_entry(library: Library):
    entries = library.tasks(TaskFilter(order=Order.DOCUMENT)).entries
    rows = [e for e in entries if e.locator[:1] == ("Phụ lục",) and e.document == "39-KH/TU"]
    assert [e.locator[1] for e in rows] == [f"STT {n}" for n in range(1, 11)]
    assert all([c.source for c in e.also_in] == ["cong-van-584-sinh-phinh.txt"] for e in rows)
    by_copy = library.tasks(TaskFilter(doc_ids=("cong-van-584-sinh-phinh.txt#2",), order=Order.DOCUMENT)).entries
    assert {e.doc_id for e in by_copy} == {"ke-hoach-39-dien-bien.txt"}
    assert len(by_copy) == 17


def test_copy_that_differs_says_in_which_words(library: Library):
    [entry] = [e for e in library.targets(TargetFilter(text="nhà ở xã hội")) if e.document == "39-KH/TU"]
    [copy] = entry.also_in
    assert copy.differs
    assert [(d.quote, d.other) for d in copy.differences] == [("phấn", "phân")]


# --- What an agency must do, and by when ------------------------------------------------------------


def test_register_and_answer_list_the_same_tasks_of_an_agency(library: Library):
    question = "Sở Tài chính Lai Châu phải làm gì, trước ngày nào?"
    answered = {(item.source, item.start) for item in library.ask(question).items if not item.shared}
    found = library.tasks(TaskFilter(agency="Sở Tài chính Lai Châu", reach=Match.NAMED)).entries
    assert {(e.source, e.spans.task[0].start) for e in found} == answered
    assert len(found) == 13


def test_deadline_that_all_departments_share_is_the_agencys_too(library: Library):
    first = library.tasks(TaskFilter(agency="Sở Tài chính Lai Châu")).entries[0]
    assert first.match is Match.SHARED
    assert first.deadline.text == "trước ngày 10/4/2026"
    assert first.deadline.end == date(2026, 4, 9)


# --- Deadlines -------------------------------------------------------------------------------------


def test_deadlines_stand_in_order_of_their_last_day_then_recurring_ones_then_none():
    found = [entry.deadline.text if entry.deadline else "" for entry in timed(*TIMES).tasks(TaskFilter()).entries]
    assert found == [
        "Trước ngày 15/4/2026", "30/6/2026", "Tháng 6/2026", "Quý II/2026", "06 tháng đầu năm 2026", "Năm 2026",
        "Thường xuyên", "Hằng tuần", "",
    ]  # fmt: skip


def test_document_order_is_that_of_the_text():
    entries = timed(*TIMES).tasks(TaskFilter(order=Order.DOCUMENT)).entries
    assert [entry.task for entry in entries] == [f"Việc thứ {n}" for n in range(1, len(TIMES) + 1)]


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [
        (None, date(2026, 6, 29), ["Trước ngày 15/4/2026"]),
        (None, date(2026, 4, 14), ["Trước ngày 15/4/2026"]),
        (None, date(2026, 4, 13), []),
        (date(2026, 6, 30), date(2026, 6, 30), ["30/6/2026", "Tháng 6/2026", "Quý II/2026", "06 tháng đầu năm 2026"]),
        (date(2026, 7, 1), None, ["Năm 2026"]),
    ],
)
def test_quarter_is_due_by_its_last_day_and_what_has_no_day_is_counted(after, before, expected):
    wanted = TaskFilter(due_after=after, due_before=before)
    found = timed(*TIMES).tasks(wanted)
    assert [entry.deadline.text for entry in found.entries] == expected
    assert found.undated == 3
    said = list(remarks(found, wanted, LEVELS))
    assert any("ngày cuối" in one for one in said)
    assert any("3 nhiệm vụ" in one for one in said)


@pytest.mark.parametrize(
    ("text", "precision", "due", "first"),
    [
        ("Quý II/2026", Precision.QUARTER, date(2026, 6, 30), date(2026, 4, 1)),
        ("tháng 8/2026", Precision.MONTH, date(2026, 8, 31), date(2026, 8, 1)),
        ("Năm 2026", Precision.YEAR, date(2026, 12, 31), date(2026, 1, 1)),
        ("15/4/2026", Precision.DAY, date(2026, 4, 15), date(2026, 4, 15)),
        ("trước ngày 15/4/2026", Precision.DAY, date(2026, 4, 14), None),
        ("đến hết quý II/2026", Precision.QUARTER, date(2026, 6, 30), None),
        ("06 tháng cuối năm 2026", Precision.PERIOD, date(2026, 12, 31), date(2026, 7, 1)),
        ("giai đoạn 2026 - 2030", Precision.PERIOD, date(2030, 12, 31), date(2026, 1, 1)),
        ("từ ngày 01 đến ngày 10/5/2026", Precision.PERIOD, date(2026, 5, 10), None),
        ("thường xuyên", Precision.RECURRING, None, None),
    ],
)
def test_first_day_of_a_time_is_told_where_the_words_do(text, precision, due, first):
    assert first_day(text, precision, due) == first


# --- Filters ---------------------------------------------------------------------------------------


def test_words_are_found_with_their_marks_or_without_any():
    registers = registers_of(a=plan([("1", "Rà soát hồ sơ đất đai", "Sở Xây dựng", "", "2026"), ("2", "Nuôi trồng thủy sản ở hồ", "Sở Y tế", "", "2026")]))  # fmt: skip
    tasks = lambda text: [e.task for e in registers.tasks(TaskFilter(text=text)).entries]  # noqa: E731
    assert len(tasks("hồ")) == 2
    assert tasks("đất hồ sơ") == ["Rà soát hồ sơ đất đai"]
    assert tasks("thuỷ sản") == ["Nuôi trồng thủy sản ở hồ"]
    assert tasks("dat dai") == ["Rà soát hồ sơ đất đai"]
    assert tasks("hổ") == []


def test_place_takes_provinces_that_became_part_of_it():
    registers = registers_of(
        a=plan(given("Sở Y tế"), province="Hà Giang", year=2024), b=plan(given("Sở Nội vụ"), province="Tuyên Quang")
    )
    assert {e.province for e in registers.tasks(TaskFilter(place="Tuyên Quang")).entries} == {"Hà Giang", "Tuyên Quang"}
    assert {e.province for e in registers.tasks(TaskFilter(place="ha giang")).entries} == {"Hà Giang"}
    assert registers.tasks(TaskFilter(place="Cà Mau")).entries == ()


def test_targets_have_value_unit_year_and_comparison():
    found = registers_of(a=plan(given("Sở Y tế"), body=TARGETS)).targets(TargetFilter())
    assert [(e.indicator, e.comparison.value, e.value, e.unit, e.years) for e in found] == [
        ("Tỷ lệ đô thị hóa", "above", "40", "%", (2027, 2027)),
        ("Tỷ lệ đô thị hóa", "above", "45", "%", (2030, 2030)),
        ("Diện tích sàn nhà ở bình quân", "at_least", "32", "m²/người", (2030, 2030)),
    ]


@pytest.mark.parametrize(("wanted", "count"), [(TargetFilter(year=2030), 2), (TargetFilter(text="nhà ở"), 1), (TargetFilter(year=2028), 0), (TargetFilter(place="Sơn La"), 3), (TargetFilter(place="Huế"), 0)])  # fmt: skip
def test_targets_are_filtered_by_year_place_and_words(wanted, count):
    assert len(registers_of(a=plan(given("Sở Y tế"), body=TARGETS)).targets(wanted)) == count


@pytest.mark.parametrize(("typed", "role"), [("chủ trì", Role.LEAD), ("PHOI HOP", Role.COORDINATING), ("theo  dõi", Role.SUPERVISING), ("lead", Role.LEAD), ("ký", None)])  # fmt: skip
def test_role_is_read_in_vietnamese_and_as_a_key(typed, role):
    assert role_of(typed) is role


# --- Sums and words ----------------------------------------------------------------------------------


def test_sums_count_each_agency_once_a_task_and_nobody_who_is_only_concerned():
    rows = [
        ("1", "Rà soát", "Sở Xây dựng, Sở Y tế", "các sở, ngành liên quan", "2026"),
        ("2", "Kiểm tra", "SỞ XÂY DỰNG", "Sở Y tế", "2026"),
    ]
    sums = {s.name: (s.lead, s.coordinating, s.supervising) for s in by_agency(registers_of(a=plan(rows)).all_tasks)}
    assert len(sums) == 2
    assert sums["Sở Y tế"] == (1, 1, 0)
    assert (2, 0, 0) in sums.values()


def test_days_and_columns_of_the_picture_add_up():
    entries = timed(*TIMES).all_tasks
    assert [(d.due, d.tasks) for d in by_day(entries)] == [
        (date(2026, 4, 14), 1),
        (date(2026, 6, 30), 4),
        (date(2026, 12, 31), 1),
    ]
    columns = buckets(entries)
    assert [(c.title, c.tasks, c.gap) for c in columns] == [
        ("Tháng 4/2026", 1, False),
        ("Tháng 6/2026", 4, True),
        ("Tháng 12/2026", 1, True),
    ]


def test_many_months_become_quarters_or_years():
    entries = timed(*(f"Tháng {month}/{year}" for year in (2026, 2027) for month in range(1, 13))).all_tasks
    columns = buckets(entries)
    assert [c.short for c in columns][:3] == ["I/2026", "II/2026", "III/2026"]
    assert sum(c.tasks for c in columns) == 24


def test_terminal_says_the_last_day_of_a_quarter_and_only_once_a_day():
    entries = timed("Quý II/2026", "30/6/2026", "").tasks(TaskFilter()).entries
    assert [due_words(e.deadline) for e in entries] == [
        "30/6/2026",
        "Quý II/2026 (đến 30/6/2026)",
        "Không nêu thời hạn",
    ]
    assert tasks_text(entries).startswith("3 nhiệm vụ\n\n1. 30/6/2026\n    Việc thứ 2\n    Chủ trì: Sở Xây dựng")


def test_register_of_the_shipped_corpus_is_made_and_filtered_fast(library: Library):
    registers = Registers(library.evidence)
    started = time.perf_counter()
    assert len(registers.tasks(TaskFilter(agency="Sở Tài chính Lai Châu")).entries) == 23
    assert time.perf_counter() - started < 3  # 0.2 s on a quiet machine


# --- Words of an entry ---------------------------------------------------------------------------


def test_words_around_a_figure_do_not_run_on_and_a_time_before_a_year_is_not_in_it():
    goals = (
        "I. MỤC TIÊU\n\n1. Phổ cập máy lọc nước tới trên 60% hộ nghèo năm 2028.\n\n"
        "2. Phấn đấu xây dựng 45 trạm bơm điện trước năm 2029.\n\n"
        "3. Từ tháng 4 đến hết tháng 6 năm 2028 đón 30 nghìn lượt khách; cả năm 2028 đón 90 nghìn lượt."
    )
    entries = registers_of(a=plan(given("Sở Y tế"), body=goals)).targets(TargetFilter())
    assert [(e.indicator, years_words(e)) for e in entries] == [
        ("Phổ cập máy lọc nước … hộ nghèo", "năm 2028"),
        ("xây dựng … trạm bơm điện", "trước năm 2029"),
        ("đón … khách", "từ tháng 4 đến hết tháng 6 năm 2028"),
        ("đón … khách", "năm 2028"),
    ]


def test_a_quotation_has_both_halves_of_a_bold_mark_or_none():
    text = "1. **Sở Y tế:** khám bệnh; **Sở Nội vụ** thi đua."
    first, second = "**Sở Y tế:** khám bệnh", "**Sở Nội vụ** thi đua"
    for part, whole in ((first[2:], first), (first, first), (second[2:], second), (second[:11], second[:13])):
        start = text.index(part)
        assert text[slice(*whole_marks(text, Span(start, start + len(part))))] == whole


def test_when_work_is_done_with_others_is_no_work_by_itself():
    body = "I. NHIỆM VỤ\n\n1. Sở Nội vụ phối hợp chặt chẽ với các bộ, ngành Trung ương trong quá trình lập đề án.\n\n2. Sở Y tế phối hợp với Công an tỉnh kiểm tra bếp ăn."
    entries = registers_of(a=plan(given("Sở Tư pháp"), body=body)).tasks(TaskFilter()).entries
    assert [e.task for e in entries if e.coordinating] == [
        "phối hợp chặt chẽ với các bộ, ngành Trung ương trong quá trình lập đề án",
        "kiểm tra bếp ăn",
    ]


def test_a_day_that_binds_an_agency_as_one_of_a_group_is_told_by_the_answer_too(library: Library):
    answer = library.ask("Sở Tài chính Lai Châu phải làm gì, trước ngày nào?")
    shared = [item for item in answer.items if item.shared]
    assert [(item.locator, item.shared) for item in shared] == [
        (("III", "1"), "Các sở, ban, ngành tỉnh, UBND các xã, phường")
    ]
    assert entry_told(shared[0]).endswith(
        "trước ngày 10/4/2026 (giao chung cho “Các sở, ban, ngành tỉnh, UBND các xã, phường”)"
    )
    assert not any(item.shared for item in library.ask("Sở Tài chính Lai Châu phải làm gì?").items)
