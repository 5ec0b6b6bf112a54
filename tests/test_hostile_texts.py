"""Texts made to hold a reader up: time grows with length, never with its square."""

import time

import pytest

from tracuu.documents import find_dates, find_references, read_documents
from tracuu.documents.symbols import title_kind
from tracuu.passages import make_passages
from tracuu.references import read_graph
from tracuu.text import Segmenter
from tracuu.types import Source

LENGTH = 60_000
# Seconds of processor time for so many characters: ten times what is usual, a thirtieth of what a square takes.
LIMIT = 6.0
SEEDS = [
    "1.",
    "(",
    "| ",
    "- ",
    "9",
    "ngày ",
    " ",
    "\t",
    "a",
    "Đ ",
    "*",
    "**a",
    "<td>",
    "<table>",
    "<table><tr><td>",
    "$",
    "_",
    "#",
    "1/",
    "1-K",
    "39-KH/TU ",
    "39-KH/TU về a ",
    "ngày 1 tháng 1 năm 2026 ",
    "Ban ",
    "Ủy ban nhân dân ",
    "Sở Xây dựng và ",
    "của Ban ",
    "tỉnh Điện Biên ",
    "Xã Sính Phình ",
    "Số: ",
    "<b",
    "<!--",
    "\\",
    "\u0301",
    "(đ",
    "A. ",
    "kèm theo ",
    "<td rowspan=99999 colspan=99999>",
    "<table><tr><td rowspan=500 colspan=50>x</td></tr></table>",
    "- a\n",
    "STT\n",
    "STT\n1\n",
    "STT\nViệc\nSở\n1\n",
    "1\n",
    "1\t\t\n",
    "STT\tNhiệm vụ\tThời gian\n",
    "a\tb\tc\n",
    "a\tb\t\n\n",
    "I. A\n",
    "T/M A\n",
    "Nơi nhận:\n",
    "KẾ HOẠCH\n",
    "PHỤ LỤC\n",
    "\n",
    "| a | b |\n",
    "|---|---|\n",
    "STT   Nhiệm vụ   Chủ trì\n",
    "1   a   b\n",
    "a) B\n",
    "Kính gửi:\n",
    "Số: 1/KH-UBND\n",
    "Số 1-KH/TU\nKẾ HOẠCH\n",
    "V/v a\n",
    "Điều 1. A\n",
    "Nơi nhận:\tA\n",
]


@pytest.mark.parametrize("seed", SEEDS)
def test_reading_takes_time_in_proportion_to_length(seed: str) -> None:
    text = (seed * (LENGTH // len(seed) + 1))[:LENGTH]
    source = Source(source_id="x.txt", sha256="", text=text)
    before = time.process_time()
    documents = read_documents(source)
    assert time.process_time() - before < LIMIT
    assert documents[-1].span.end == LENGTH


@pytest.mark.parametrize(
    "seed", ["39-KH/TU ", "ngày 1 tháng 2 năm 2026", "ngày ", "1", "1/", "1-", "Kế hoạch số ", "của Ban ", " ", "K Ế "]
)
def test_patterns_take_time_in_proportion_to_length(seed: str) -> None:
    text = (seed * (LENGTH // len(seed) + 1))[:LENGTH]
    before = time.process_time()
    find_references(text)
    list(find_dates(text))
    title_kind(text)
    assert time.process_time() - before < LIMIT


# What stands before white space without end, where a date, a number, a subject or the next sentence is looked for.
@pytest.mark.parametrize(
    "head", ["Thực hiện. ", "39-KH/TU ", "39-KH/TU về", "Kế hoạch số ", "Kế hoạch nêu", "Luật A", "39-KH/TU của Ban"]
)
@pytest.mark.parametrize("gap", [" ", "\n \t"])
def test_references_are_read_across_white_space_without_end(head: str, gap: str) -> None:
    text = head + gap * (LENGTH // len(gap)) + "Kế hoạch số 39-KH/TU"
    before = time.process_time()
    read_graph(read_documents(Source(source_id="x.txt", sha256="", text=text)), {"x.txt": text})
    assert time.process_time() - before < LIMIT / 2


@pytest.mark.parametrize(
    "seed", ["thực hiện 39-KH/TU về ", "thay thế 1/QĐ-UBND, ", "Kế hoạch này và ", "Luật A, Luật "]
)
def test_the_graph_of_mentions_without_end_takes_time_in_proportion(seed: str) -> None:
    text = seed * (LENGTH // 5 // len(seed))
    documents = read_documents(Source(source_id="x.txt", sha256="", text=text))
    before = time.process_time()
    read_graph(documents, {"x.txt": text})
    assert time.process_time() - before < LIMIT / 3


def test_deep_nesting_is_read() -> None:
    text = "".join(f"{'+' if i % 2 else '-'} việc\n" for i in range(20_000))
    source = Source(source_id="x.txt", sha256="", text=text)
    (document,) = read_documents(source)
    assert len(make_passages(document, source)) == 20_000


def test_line_of_a_megabyte_is_read_and_segmented_in_pieces() -> None:
    text = "Phát triển đô thị bền vững. " * 36_000
    source = Source(source_id="x.txt", sha256="", text=text)
    (document,) = read_documents(source)
    assert document.outline[0].text is not None
    sentences = Segmenter().sentences(text[:60_000])
    assert sum(text[slice(*s)].count(".") for s in sentences) == text[:60_000].count(".")
