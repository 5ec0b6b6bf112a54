"""One quotation against the corpus: word for word, altered (what differs, of which kind), not found."""

import time
import unicodedata

import pytest
from benchmarks.quotations import failure, make_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from build_quotables import quote_index
from tracuu.errors import QuotationError
from tracuu.passages import make_passages
from tracuu.quotes.drafts import judge
from tracuu.quotes.grading import QUOTATION_LIMIT, QuoteIndex
from tracuu.quotes.mentions import KnownDocuments
from tracuu.types import DifferenceKind, Verdict

LEAD = "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính và UBND các xã, phường: Tân An, Bình Minh rà soát quy hoạch"
GROUND = "Các hộ dân không được lấn chiếm đất công; nghiêm cấm việc chuyển nhượng trái phép"


@pytest.fixture(scope="module")
def built() -> QuoteIndex:
    return quote_index()


@pytest.fixture(scope="module")
def shipped(corpus_sources, corpus_documents):
    passages = [p for d in corpus_documents for p in make_passages(d, corpus_sources[d.source_id])]
    return QuoteIndex(corpus_sources, corpus_documents, passages), corpus_sources, passages


@pytest.mark.parametrize(
    "quote",
    [
        LEAD,
        LEAD.replace(" ", "\n"),
        f"“{LEAD}”.",
        f'"{LEAD}."',
        f"… {LEAD} …",
        f"«{LEAD};»",
        unicodedata.normalize("NFD", LEAD),
        LEAD.replace(" ", "\u00a0"),
        "rà soát quy hoạch,\n\nhoàn thành trước ngày 15/8/2026",  # the line of the source is broken here
        GROUND,  # mark-up of the transcription left out
        "**nghiêm cấm** việc chuyển nhượng trái phép",  # or kept
        "diện tích sàn nhà ở bình quân đạt 28 m²/người",
        "diện tích sàn nhà ở bình quân đạt 28 m2/người",
        "trong giai đoạn 2026-2030, do địa phương quản lý theo quy định",  # over a page number
        "tỷ lệ đô thị hóa đạt 35%; diện tích",
        "Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng ở các xã, phường.\n\nNơi nhận:",
    ],
)
def test_white_space_quotation_marks_and_the_last_stop_are_no_difference(built, quote):
    match = built.grade(quote)
    assert (match.verdict, match.similarity, match.differences) == (Verdict.EXACT, 1.0, ())
    source = next(s for s in built.sources if s.source_id == match.citation.source)
    assert source.text[match.citation.start : match.citation.end] == match.citation.quote


@pytest.mark.parametrize(
    ("quote", "yours", "source", "kind", "marked"),
    [
        ("hoàn thành trước ngày 16/8/2026", "16/8/2026", "15/8/2026", "date", True),
        ("tỷ lệ đô thị hóa đạt 36%; diện tích sàn", "36%", "35%", "number", True),
        ("tỷ lệ đô thị hóa đạt 35; diện tích sàn", "35", "35%", "number", True),
        ("Kinh phí 7 tỷ đồng, phân bổ cho 1.500 hộ", "7", "4,7", "number", True),
        ("7 tỷ đồng, phân bổ cho 1.500 hộ", "7", "4,7", "number", True),  # a number cut in two
        ("Kinh phí 4, 7 tỷ đồng, phân bổ cho 1.500 hộ", "4, 7", "4,7", "number", True),
        ("Kinh phí 4,7 triệu đồng, phân bổ cho 1.500 hộ", "triệu", "tỷ", "number", True),
        ("đạt 28 m³/người", "m³", "m<sup>2</sup>", "number", True),
        ("theo Thông báo số 131/TB-VPCP ngày 17 tháng 3 năm 2026", "131/TB-VPCP", "130/TB-VPCP", "symbol", True),
        ("số 130/TB-VPCP ngày 18 tháng 3 năm 2026 của", "ngày 18 tháng 3 năm 2026", "ngày 17 tháng 3 năm 2026", "date", True),
        (LEAD.replace("Sở Tài chính", "Sở Nội vụ"), "Sở Nội vụ", "Sở Tài chính", "agency", True),
        (LEAD.replace("Bình Minh", "Bình Sơn"), "Bình Sơn", "Bình Minh", "agency", True),
        (LEAD.replace("UBND", "Ủy ban nhân dân"), "Ủy ban nhân dân các xã, phường", "UBND các xã, phường", "agency", False),
        ("Các hộ dân được lấn chiếm đất công", "", "không", "word", True),
        ("được lấn chiếm đất công", "", "không", "word", True),  # begins behind the negation
        ("Việc bố trí vốn hoàn thành thì Sở Tài chính báo cáo", "", "chưa", "word", True),
        ("Các hộ dân không được lấn chiếm đất chung", "chung", "công", "word", False),
        ("Các hộ dân không được lấn chiếm đât công", "đât", "đất", "word", False),
        ("Các hộ dân không được lấn chiếm Đất công", "Đất", "đất", "word", False),
        ("Các hộ dân không được lấn chiếm, đất công", ",", "", "word", False),
        ("ác hộ dân không được lấn chiếm đất công", "ác", "Các", "word", False),
    ],
)  # fmt: skip
def test_what_differs_is_named_with_its_kind(built, quote, yours, source, kind, marked):
    match = built.grade(quote)
    assert match.verdict is Verdict.ALTERED
    assert match.similarity < 1
    assert [(d.yours, d.source, d.kind.value, d.marked) for d in match.differences] == [(yours, source, kind, marked)]
    difference = match.differences[0]
    text = next(s.text for s in built.sources if s.source_id == match.citation.source)
    assert " ".join(match.text[slice(*difference.yours_span)].split()) == difference.yours
    assert " ".join(text[slice(*difference.source_span)].split()) == difference.source


def test_a_space_inside_a_number_is_a_difference(built):
    assert built.grade("Kinh phí 4,7 tỷ đồng, phân bổ cho 1.5 00 hộ").differences[0].marked


def test_something_else_is_not_found_and_the_nearest_passage_is_shown_as_such(built):
    match = built.grade("Sở Giáo dục và Đào tạo tổ chức tuyển sinh lớp 10 cho học sinh vùng cao trong tháng 6")
    assert (match.verdict, match.citation, match.differences) == (Verdict.NOT_FOUND, None, ())
    assert match.nearest is not None
    assert match.similarity < 0.75


def test_nothing_in_common_has_no_nearest_passage(built):
    match = built.grade("Lorem ipsum dolor")
    assert (match.verdict, match.nearest, match.similarity) == (Verdict.NOT_FOUND, None, 0.0)


def test_the_same_words_elsewhere_are_named(built):
    match = built.grade("Đến năm 2030, tỷ lệ đô thị hóa đạt")
    assert match.citation.source == "ke-hoach-15.txt"
    assert [a.source for a in match.citation.also_in] == ["ke-hoach-21.txt"]
    named = built.grade("Đến năm 2030, tỷ lệ đô thị hóa đạt", named={"ke-hoach-21.txt"})
    assert named.citation.source == "ke-hoach-21.txt"


@pytest.mark.parametrize("text", ["", "   ", "“…”", "-" * 50, "chữ " * QUOTATION_LIMIT])
def test_what_is_no_quotation_is_refused_with_the_next_step(built, text):
    with pytest.raises(QuotationError, match="Hãy"):
        built.grade(text)


@pytest.mark.parametrize(
    "text", ["a" * 6000, "1" * 6000, "«" * 5999 + "a", "a-" * 3000, "1/" * 2999 + "a", "Sở " * 1999]
)
def test_hostile_quotations_take_no_time(built, text):
    started = time.perf_counter()
    built.grade(text)
    assert time.perf_counter() - started < 3


def test_every_passage_of_the_corpus_is_exact_and_cited_at_its_place(shipped):
    index, _, passages = shipped
    quoted = [p for p in passages if any(c.isalnum() for c in p.text) and len(p.text) <= QUOTATION_LIMIT]
    assert len(quoted) > 400
    for passage in quoted:
        match = index.grade(passage.text)
        assert match.verdict is Verdict.EXACT, passage.text
        places = [(match.citation.source, match.citation.start), *((a.source, a.start) for a in match.citation.also_in)]
        inside = [p for p in places if p[0] == passage.source_id and passage.span.start <= p[1] < passage.span.end]
        assert inside or len(passage.text) < 60


# 30,000 cases: python benchmarks/quotations.py
def test_generated_quotations_are_judged_rightly(shipped):
    index, sources, passages = shipped
    known = KnownDocuments(tuple(index.documents.values()))
    cases = make_cases(sources, passages, 1_500, 2026)
    assert [(why, c.text) for c in cases if (why := failure(c, judge(c.text, index, known)))] == []


EXACT = (LEAD, "Kinh phí 4,7 tỷ đồng, phân bổ cho 1.500 hộ, trong giai đoạn 2026 - 2030", GROUND)


@pytest.mark.parametrize("quote", EXACT)
@pytest.mark.parametrize("put", ["", "x", "7", "ợ", ",", "-", "không "])
def test_one_letter_digit_or_stop_changed_anywhere_is_never_exact(built, quote, put):
    assert built.grade(quote).verdict is Verdict.EXACT
    for at in range(len(quote)):
        if quote[at] == " " or quote[at] == put:
            continue
        changed = quote[:at] + put + quote[at + 1 :]
        assert built.grade(changed).verdict is not Verdict.EXACT, changed


WORDS = st.lists(st.sampled_from(LEAD.split() + GROUND.split()), min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.sampled_from([" ", "\n", "\t\u00a0"]))
def test_exact_is_said_of_nothing_but_what_stands_there(built, words, space):
    text = space.join(words)
    match = built.grade(text)
    squeezed = " ".join(words).strip(" .,;")
    stands = any(squeezed in " ".join(s.text.replace("**", "").split()) for s in built.sources)
    if match.verdict is Verdict.EXACT:
        assert stands
        assert match.similarity == 1
    else:
        assert match.similarity < 1
        assert match.verdict is Verdict.NOT_FOUND or match.differences


def test_differences_are_of_the_kinds_of_the_contract():
    assert [kind.value for kind in DifferenceKind] == ["symbol", "date", "number", "agency", "word"]
