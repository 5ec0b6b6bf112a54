"""Notes on findings: a small file that people may read and edit, shared by programs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracuu.errors import ReviewError
from tracuu.findings import Review, Reviews, with_reviews
from tracuu.types import Finding, Severity


def finding(finding_id: str = "abc", message: str = "Hai giá trị.") -> Finding:
    return Finding(
        rule="figure", severity=Severity.WARNING, message=message, values=(), evidence=(), finding_id=finding_id
    )


def test_no_file_is_no_note(tmp_path: Path):
    assert Reviews(tmp_path / "reviewed.toml").read() == {}


@given(note=st.text(min_size=1, max_size=200), message=st.text(max_size=200))
def test_any_note_is_read_as_it_was_written(tmp_path_factory, note: str, message: str):
    note = "".join(c for c in note if not 0xD800 <= ord(c) <= 0xDFFF)
    message = "".join(c for c in message if not 0xD800 <= ord(c) <= 0xDFFF)
    reviews = Reviews(tmp_path_factory.mktemp("notes") / "reviewed.toml")
    reviews.mark(finding(message=message), note)
    kept = " ".join(note.split())
    assert reviews.read() == ({"abc": Review(note=kept, about=message)} if kept else {})


def test_notes_stand_in_order_and_an_empty_one_takes_it_away(tmp_path: Path):
    reviews = Reviews(tmp_path / "reviewed.toml")
    for name in ("b", "a"):
        reviews.mark(finding(name), f"ghi chú {name}")
    assert list(reviews.read()) == ["a", "b"]
    reviews.mark(finding("a"), "")
    assert list(reviews.read()) == ["b"]
    assert [f.reviewed for f in with_reviews([finding("a"), finding("b")], reviews.read())] == [None, "ghi chú b"]


def test_a_long_note_and_a_folder_that_is_not_there_are_told(tmp_path: Path):
    with pytest.raises(ReviewError, match=r"quá 1\.000 ký tự"):
        Reviews(tmp_path / "reviewed.toml").mark(finding(), "a" * 1001)
    with pytest.raises(ReviewError, match="Không ghi được"):
        Reviews(tmp_path / "khong-co" / "reviewed.toml").mark(finding(), "a")


def test_the_file_is_no_document_of_the_corpus(tmp_path: Path):
    from tracuu.sources import read_corpus

    (tmp_path / "a.txt").write_text("Kế hoạch", encoding="utf-8")
    Reviews(tmp_path / "reviewed.toml").mark(finding(), "đã xem")
    sources, problems = read_corpus(tmp_path)
    assert [s.source_id for s in sources] == ["a.txt"]
    assert problems == ()
