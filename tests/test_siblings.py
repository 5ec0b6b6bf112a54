"""Kinds of one thing that exclude each other: data that holds together, and what is told apart by it."""

import itertools
import unicodedata
from importlib.resources import files

import pytest

from tracuu.queries import office_words
from tracuu.queries.siblings import siblings_in, speaks_of_sibling
from tracuu.text import modern_marks, syllables

GROUPS = [
    [[name.strip() for name in member.split("=")] for member in line.split("|")]
    for line in (files("tracuu") / "data" / "siblings.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#") and ">" not in line
]


def test_every_group_has_several_members_with_names_of_their_own() -> None:
    assert len(GROUPS) > 300
    for group in GROUPS:
        names = [tuple(syllables(name)) for name in itertools.chain.from_iterable(group)]
        assert len(group) > 1, group
        assert all(names), group
        assert len(names) == len(set(names)), group


def test_names_are_composed_and_have_modern_tone_marks() -> None:
    for name in itertools.chain.from_iterable(itertools.chain.from_iterable(GROUPS)):
        assert name == unicodedata.normalize("NFC", name)
        assert name.lower() == modern_marks(name), name


def test_other_words_for_one_thing_are_no_siblings() -> None:
    """What `office_words` makes one is not told apart."""
    for group in GROUPS:
        said = [{office_words(name) for name in member} for member in group]
        for one, other in itertools.combinations(said, 2):
            assert one.isdisjoint(other), group


@pytest.mark.parametrize(
    ("asked", "own", "apart"),
    [
        ("tỷ lệ hộ dân đô thị có nước máy", "tỷ lệ hộ dân nông thôn có nước máy", True),
        ("tỷ lệ hộ dân thành thị có nước máy", "tỷ lệ hộ dân đô thị có nước máy", False),
        ("mua mấy xe cấp cứu", "mua 03 xe chữa cháy", True),
        ("mua mấy xe cấp cứu", "mua 03 xe chữa cháy, 02 xe cứu thương", False),
        ("hộ nghèo được vay bao nhiêu", "hộ cận nghèo được vay 50 triệu đồng", True),
        ("hộ cận nghèo được vay bao nhiêu", "hộ cận nghèo được vay 50 triệu đồng", False),
        ("mua mấy xe cấp cứu", "mua 03 máy siêu âm", False),
        ("", "mua 03 xe chữa cháy", False),
    ],
)
def test_what_names_only_another_of_its_kind_is_told_apart(asked: str, own: str, apart: bool) -> None:
    assert speaks_of_sibling(asked, own, own) is apart


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("khách quốc tế là bao nhiêu", "đón 3 triệu lượt khách nội địa, quốc tế"),
        ("khi nào sơ kết phong trào", "sơ, tổng kết phong trào trong tháng 12"),
        ("bao nhiêu công chức được cử đi học", "cử 40 cán bộ, công, viên chức đi học"),
        ("hộ nghèo được vay bao nhiêu", "hộ gia đình nghèo, cận nghèo được vay 50 triệu đồng"),
        ("ai tiêm phòng đàn bò", "tiêm phòng đàn gia súc, gia cầm"),
        ("học sinh THPT được hỗ trợ bao nhiêu", "trẻ mầm non, học sinh phổ thông được hỗ trợ 2 triệu đồng"),
        ("người cao tuổi khám mấy lần", "trẻ em và người từ 60 tuổi trở lên được khám 2 lần"),
        ("kim ngạch nhập khẩu", "kim ngạch xuất nhập khẩu đạt 4 tỷ USD, xuất khẩu 2 tỷ USD"),
    ],
)
def test_lists_that_say_once_what_their_members_share_name_them_all(asked: str, said: str) -> None:
    assert not speaks_of_sibling(asked, said, said)


def test_what_stands_above_may_name_the_thing() -> None:
    assert not speaks_of_sibling("đường tỉnh dài bao nhiêu", "nối với quốc lộ, dài 12 km", "I. ĐƯỜNG TỈNH dài 12 km")


def test_the_longest_name_counts_and_none_inside_it() -> None:
    assert siblings_in("hộ cận nghèo") != siblings_in("hộ nghèo")
    assert speaks_of_sibling("hộ nghèo", "hộ cận nghèo", "hộ cận nghèo")
    assert siblings_in("CẬN NGHÈO") == siblings_in("cận nghèo") != frozenset()
