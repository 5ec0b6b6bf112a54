"""Other words for the same thing: data that holds together, and what questions and passages make of it."""

import itertools
import unicodedata
from importlib.resources import files

import pytest

from tracuu.queries import office_terms, office_words
from tracuu.text import modern_marks, syllables

GROUPS = [
    [phrase.strip() for phrase in line.split("|")]
    for line in (files("tracuu") / "data" / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def test_every_group_has_an_office_word_and_others() -> None:
    assert len(GROUPS) > 400
    assert all(all(group) for group in GROUPS)
    assert sum(len(group) == 1 for group in GROUPS) < 20, "a phrase alone only keeps others out"


def test_no_phrase_stands_in_two_groups_or_twice_in_one() -> None:
    written = [tuple(syllables(phrase)) for group in GROUPS for phrase in group]
    assert len(written) == len(set(written))


def test_phrases_are_composed_and_have_modern_tone_marks() -> None:
    for phrase in itertools.chain.from_iterable(GROUPS):
        assert phrase == unicodedata.normalize("NFC", phrase)
        assert phrase.lower() == modern_marks(phrase), phrase


@pytest.mark.parametrize(
    ("asked", "office"),
    [
        ("xây nhà thương ở Mường Lay", "xây bệnh viện ở Mường Lay"),
        ("Xe cấp cứu, xe cứu hộ", "xe cứu thương, xe cứu hộ"),
        ("quầy thuốc tây", "quầy tân dược"),
        ("xây bệnh viện", "xây bệnh viện"),
        ("", ""),
    ],
)
def test_other_words_become_those_of_the_offices(asked: str, office: str) -> None:
    assert office_words(asked) == office


def test_a_phrase_inside_a_longer_one_is_left_alone() -> None:
    """The longest phrase is taken, and only whole syllables: "thuốc" of "thuốc tây" is no phrase of its own."""
    assert office_words("vườn trẻ em") == office_words("vườn trẻ") + " em"
    assert office_terms(syllables("nhà thươngmại")) == []


def test_what_a_passage_says_otherwise_is_held_in_office_words() -> None:
    assert set(office_terms(syllables("mua xe cấp cứu cho trạm"))) == {"xe", "cứu", "thương"}
    assert office_terms(syllables("mua xe cứu thương cho trạm")) == []
