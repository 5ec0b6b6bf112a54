"""Agencies told apart and folded: lists taken apart, short names, places, the names of before 2025."""

from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from build_registers import given, leads, plan, registers_of
from tracuu.agencies.changes import in_full, renamings
from tracuu.agencies.identity import is_same, key_of, unit_of
from tracuu.agencies.lists import Reach, parties
from tracuu.queries.abbreviations import expand
from tracuu.registers import Match, Role, TaskFilter
from tracuu.registers.sums import by_agency


def names(text: str) -> list[str]:
    return [party.name for party in parties(expand(text))]


# --- Lists ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sở Xây dựng; UBND các xã, phường.", ["Sở Xây dựng", "Ủy ban nhân dân các xã, phường"]),
        ("Sở Văn hóa, Thể thao và Du lịch và Công an tỉnh", ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
        ("các Sở, ban, ngành, địa phương liên quan", ["các Sở, ban, ngành, địa phương liên quan"]),
        ("Các Sở, Ban, Ngành", ["Các Sở, Ban, Ngành"]),
        ("Sở Tư pháp; các sở, ngành", ["Sở Tư pháp", "các sở, ngành"]),
        ("các sở: Xây dựng, Tài chính và Nội vụ", ["Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"]),
        ("các sở Y tế, Văn hóa, Thể thao và Du lịch", ["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"]),
        ("UBND các xã, phường: Mường Thanh, Thanh An", ["Ủy ban nhân dân xã, phường Mường Thanh", "Ủy ban nhân dân xã, phường Thanh An"]),
        ("UBND các xã (Tả Van, Mường Hoa)", ["Ủy ban nhân dân xã Tả Van", "Ủy ban nhân dân xã Mường Hoa"]),
        ("UBND các xã Đức Hòa, Hậu Nghĩa và Bến Lức; Sở Y tế", ["Ủy ban nhân dân xã Đức Hòa", "Ủy ban nhân dân xã Hậu Nghĩa", "Ủy ban nhân dân xã Bến Lức", "Sở Y tế"]),
        ("UBND các phường Chợ Quán, Chánh Hưng, Sở Y tế", ["Ủy ban nhân dân phường Chợ Quán", "Ủy ban nhân dân phường Chánh Hưng", "Sở Y tế"]),
        ("UBND các xã miền núi: Mường Lát, Trung Lý", ["Ủy ban nhân dân xã miền núi Mường Lát", "Ủy ban nhân dân xã miền núi Trung Lý"]),
        ("UBND các xã, phường, đặc khu Phú Quý", ["Ủy ban nhân dân các xã, phường, đặc khu Phú Quý"]),
        ("Các Đảng ủy trực thuộc tỉnh và 45 Đảng ủy xã, phường", ["Các Đảng ủy trực thuộc tỉnh", "45 Đảng ủy xã, phường"]),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", ["Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"]),
        ("chủ đầu tư và các sở, ngành có liên quan", ["chủ đầu tư", "các sở, ngành có liên quan"]),
        ("", []),
        (" .;, ", []),
    ],
)  # fmt: skip
def test_cell_is_taken_apart_at_names_and_nowhere_else(cell, expected):
    assert names(cell) == expected


@pytest.mark.parametrize(
    ("cell", "reach"),
    [
        ("Sở Y tế", Reach.ONE),
        ("UBND xã Tả Van", Reach.ONE),
        ("các sở, ban, ngành tỉnh", Reach.RANGE),
        ("UBND các xã, phường", Reach.RANGE),
        ("45 Đảng ủy xã, phường", Reach.RANGE),
        ("các sở, ngành có liên quan", Reach.CONCERNED),
        ("các cơ quan, đơn vị", Reach.CONCERNED),
        ("các sở, ngành chức năng", Reach.CONCERNED),
        ("UBND các xã, phường, đặc khu Phú Quý", Reach.RANGE),
        ("Sở Y tế các tỉnh, thành phố", Reach.RANGE),
    ],
)
def test_range_is_told_from_one_body_and_from_those_concerned(cell, reach):
    assert [party.reach for party in parties(expand(cell))] == [reach]


@over(st.text(alphabet="SởBan các,;:và ()xãphường-Y tế", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_cell_gives_parties_with_a_name_and_a_key(text):
    for party in parties(text):
        assert party.name.strip(" .,;:-–")
        assert party.key == key_of(party.name)


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "printed", "same"),
    [
        ("Sở Xây dựng", "SỞ XÂY DỰNG", True),
        ("so xay dung", "Sở Xây dựng", True),
        ("Sở Y tế", "Sở Y tế tỉnh", True),
        ("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp & môi trường", True),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Mặt trận Tổ quốc tỉnh", True),
        ("Ban Tuyên giáo", "Ban Tuyên giáo Tỉnh uỷ", True),
        ("Ban Tuyên giáo", "Ban Tuyên giáo và Dân vận Tỉnh ủy", False),
        ("Sở Y tế", "Giám đốc Sở Y tế", True),
        ("Đảng ủy", "Đảng ủy UBND tỉnh", False),
        ("UBND xã", "UBND các xã, phường", True),
        ("UBND tỉnh", "Đảng ủy UBND tỉnh", False),
        ("Sở Tài", "Sở Tài chính", False),
        ("Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH", True),
    ],
)
def test_names_are_one_body_whatever_their_writing(asked, printed, same):
    assert is_same(key_of(expand(asked)), key_of(expand(printed))) is same


@pytest.mark.parametrize(
    ("key", "unit"),
    [("uy ban nhan dan xa ta van", ("xa", "ta van")), ("uy ban nhan dan xa phuong muong thanh", ("xa phuong", "muong thanh")),
     ("uy ban nhan dan xa thanh an", ("xa", "thanh an")), ("uy ban nhan dan xa quan son", ("xa", "quan son")),
     ("uy ban nhan dan cac xa phuong", None), ("uy ban nhan dan cac xa khu vuc bien gioi", None), ("so y te", None)],
)  # fmt: skip
def test_unit_at_the_end_of_a_name(key, unit):
    found = unit_of(key)
    assert (found and (found.kinds, found.name)) == unit


@pytest.mark.parametrize(
    ("typed", "long"),
    [("VP TU", "Văn phòng Tỉnh ủy"), ("vptu", "Văn phòng Tỉnh ủy"), ("BTV TU", "Ban Thường vụ Tỉnh ủy"), ("đu xã Tả Van", "Đảng ủy xã Tả Van"), ("Sở Y tế", "Sở Y tế"),
     ("ngành y tế", "Sở Y tế"), ("so gd", "Sở Giáo dục và Đào tạo"), ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo")],
)  # fmt: skip
def test_short_names_of_party_offices_are_written_out(typed, long):
    assert in_full(typed) == long


def test_every_renaming_has_a_day_and_an_order_and_leads_to_a_name_that_is_no_longer_renamed():
    olds = {key_of(one.old) for one in renamings()}
    assert len(olds) >= 15
    for one in renamings():
        assert date(2025, 1, 1) <= one.on <= date(2025, 12, 31)
        assert one.source
        assert key_of(one.new) not in olds


# --- In a register -------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["SXD", "sxd", "so xay dung", "SỞ XÂY DỰNG", "Sở XD", "  Sở   Xây dựng "])
def test_agency_is_found_however_it_is_typed(typed):
    found = registers_of(a=plan(given("Sở Xây dựng", "Sở Tài chính"))).tasks(TaskFilter(agency=typed))
    assert leads(found) == ["Sở Xây dựng"]
    assert found.entries[0].match is Match.NAMED
    assert found.entries[0].role is Role.LEAD


def test_departments_of_two_provinces_are_two():
    registers = registers_of(a=plan(given("Sở Tài chính")), b=plan(given("Sở Tài chính"), province="Cao Bằng"))
    assert len(registers.tasks(TaskFilter(agency="Sở Tài chính")).entries) == 2
    for typed in ("Sở Tài chính Cao Bằng", "so tai chinh cao bang", "STC tỉnh Cao Bằng"):
        [entry] = registers.tasks(TaskFilter(agency=typed)).entries
        assert entry.province == "Cao Bằng"
    assert registers.tasks(TaskFilter(agency="Sở Tài chính Hà Giang")).entries == ()
    assert {(s.name, s.province) for s in by_agency(registers.all_tasks)} == {("Sở Tài chính", "Sơn La"), ("Sở Tài chính", "Cao Bằng")}  # fmt: skip


def test_department_of_another_province_named_in_a_plan_is_not_the_own_one():
    registers = registers_of(a=plan(given("Sở Xây dựng tỉnh Lào Cai", "Sở Xây dựng")))
    assert leads(registers.tasks(TaskFilter(agency="Sở Xây dựng Sơn La"))) == ["Sở Xây dựng"]
    assert leads(registers.tasks(TaskFilter(agency="Sở Xây dựng Lào Cai"))) == ["Sở Xây dựng tỉnh Lào Cai"]


def test_agency_in_a_list_of_places_and_departments_is_found_by_name():
    rows = given("Sở Xây dựng, UBND các xã: Mường Bú, Chiềng Hoa", "các sở: Y tế, Nội vụ", "UBND các phường")
    registers = registers_of(a=plan(rows))
    named = registers.tasks(TaskFilter(agency="UBND xã Mường Bú", reach=Match.NAMED))
    assert leads(named) == [rows[0][2]]
    assert leads(registers.tasks(TaskFilter(agency="SNV"))) == [rows[1][2]]


def test_whole_ranges_are_listed_for_an_agency_that_is_named_and_marked_as_such():
    rows = given("Sở Y tế", "Các sở, ban, ngành tỉnh", "Các sở, ngành có liên quan")
    found = registers_of(a=plan(rows)).tasks(TaskFilter(agency="Sở Y tế"))
    assert [(e.lead, e.match) for e in found.entries] == [("Sở Y tế", Match.NAMED), (rows[1][2], Match.SHARED)]
    assert found.possible == 1
    every = registers_of(a=plan(rows)).tasks(TaskFilter(agency="Sở Y tế", reach=Match.POSSIBLE))
    assert [e.match for e in every.entries] == [Match.NAMED, Match.SHARED, Match.POSSIBLE]


def test_agency_that_nothing_names_has_no_task_but_names_near_it():
    found = registers_of(a=plan(given("Sở Y tế", "Các sở, ban, ngành tỉnh"))).tasks(TaskFilter(agency="Sở Du lịch"))
    assert found.entries == ()
    assert found.named is False
    assert "Sở Y tế" in found.near
    assert found.shared == 1


def test_commune_is_one_of_the_communes_of_its_own_province_alone():
    registers = registers_of(
        a=plan(given("UBND các xã, phường")), b=plan(given("UBND các xã, phường"), province="Cao Bằng")
    )
    [entry] = registers.tasks(TaskFilter(agency="UBND xã Mường Bú")).entries
    assert (entry.province, entry.match) == ("Sơn La", Match.SHARED)
    assert [e.province for e in registers.tasks(TaskFilter(agency="xã Mường Bú")).entries] == ["Sơn La"]
    assert registers.tasks(TaskFilter(agency="UBND xã Không Có Thật")).entries == ()


def test_old_and_new_names_are_linked_from_the_day_of_the_change():
    registers = registers_of(
        a=plan(given("Sở Kế hoạch và Đầu tư", "Sở Tài chính", time="Tháng 8/2022"), year=2022, number=1),
        b=plan(given("Sở Tài chính"), number=2),
    )
    new = registers.tasks(TaskFilter(agency="Sở Tài chính", order="document"))
    assert [(e.lead, e.match) for e in new.entries] == [
        ("Sở Kế hoạch và Đầu tư", Match.RENAMED), ("Sở Tài chính", Match.NAMED), ("Sở Tài chính", Match.NAMED),
    ]  # fmt: skip
    link = new.entries[0].renamed
    assert (link.old, link.new, link.on, link.partly) == (
        "Sở Kế hoạch và Đầu tư",
        "Sở Tài chính",
        date(2025, 3, 1),
        False,
    )
    assert "45/2025/NĐ-CP" in link.order
    old = registers.tasks(TaskFilter(agency="SKHĐT"))
    # In 2022 the Department of Finance was another one.
    assert [(e.lead, e.issued.year) for e in old.entries] == [("Sở Kế hoạch và Đầu tư", 2022), ("Sở Tài chính", 2026)]


def test_agency_that_took_a_part_of_the_work_is_only_possible():
    registers = registers_of(a=plan(given("Sở Lao động - Thương binh và Xã hội", "Sở Y tế"), year=2022))
    assert leads(registers.tasks(TaskFilter(agency="Sở Y tế"))) == ["Sở Y tế"]
    every = registers.tasks(TaskFilter(agency="Sở Y tế", reach=Match.POSSIBLE))
    assert [(e.match, e.renamed and e.renamed.partly) for e in every.entries] == [
        (Match.POSSIBLE, True),
        (Match.NAMED, None),
    ]


@pytest.mark.parametrize(
    ("role", "expected"), [(None, 2), (Role.LEAD, 1), (Role.COORDINATING, 1), (Role.SUPERVISING, 0)]
)
def test_role_is_that_of_the_agency(role, expected):
    rows = [("1", "Rà soát quy hoạch", "Sở Xây dựng", "Sở Y tế", "2026"), ("2", "Khám bệnh", "Sở Y tế", "", "2026")]
    assert len(registers_of(a=plan(rows)).tasks(TaskFilter(agency="Sở Y tế", role=role)).entries) == expected


@over(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_name_typed_is_answered(typed):
    assert REGISTERS.tasks(TaskFilter(agency=typed)).possible >= 0


REGISTERS = registers_of(a=plan(given("Sở Y tế", "Các sở, ban, ngành", "UBND các xã, phường")))


# --- Departments as they are typed -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở NN-PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("so nn & ptnt Lai Châu", "Sở Nông nghiệp và Phát triển nông thôn Lai Châu"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở VH, TT và DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Thông tin truyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở Giao thông", "Sở Giao thông vận tải"),
        ("Bộ NN&MT", "Bộ Nông nghiệp và Môi trường"),
        ("Sở NN", "Sở Nông nghiệp và Môi trường"),
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa và Thể thao"),
        ("Sở Văn hóa", "Sở Văn hóa"),
        ("Sở TT", "Sở TT"),
        ("Bộ Công an", "Bộ Công an"),
        ("Sở", "Sở"),
        ("các sở", "các sở"),
    ],
)
def test_a_department_is_typed_in_words_letters_or_both(typed, meant):
    assert in_full(typed) == meant


def test_who_has_the_work_of_an_agency_that_no_task_names():
    from tracuu.registers.wording import remarks

    wanted = TaskFilter(agency="Sở LĐ-TB&XH")
    found = registers_of(a=plan(given("Sở Y tế"))).tasks(wanted)
    told = list(remarks(found, wanted, {match: match.value for match in Match}))
    assert told[-1].startswith("“Sở Lao động - Thương binh và Xã hội” nay là “Sở Nội vụ” từ 01/3/2025")
