"""What holds for every text: offsets are slices, nothing is lost or twice, any encoding reads the same."""

import codecs
import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_directives import STATE_MOTTO, annex, closing, directive, hard_wrapped, head, task_table
from tracuu.documents import read_documents, strip_markup
from tracuu.passages import make_passages
from tracuu.sources import read_source
from tracuu.text import Folded, Segmenter, find_tokens, fold, normalise, squeeze, trim
from tracuu.types import Document, Header, Section, Signatory, Source, Span, Stated, Table

CAPTION = "(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh Sơn La)"
VARIED = {
    "plain": directive(),
    "layout tables": directive(top=head(style="markdown"), end=closing(style="markdown")),
    "html": directive(top=head(style="html"), annexes=[annex(task_table("html"))]),
    "columns of spaces": directive(top=head(style="spaces"), end=closing(style="spaces")),
    "annexes": directive(annexes=[annex(task_table(s), title=f"PHỤ LỤC {s}") for s in ("tabs", "lines", "spaces")]),
    "bundle": directive() + directive(top="", annexes=[annex(task_table("markdown"), caption=CAPTION)]),
    "wrapped": hard_wrapped(directive(body="I. MỤC TIÊU\n\n" + "Phát triển đô thị bền vững, văn minh. " * 30)),
    "slipped row": directive(annexes=[annex(task_table().replace("Sở Tài chính\t", ""))]),
    "no head, no end": directive(top="", end=""),
}


def source_of(text: str) -> Source:
    return Source(source_id="x.txt", sha256="", text=normalise(text))


def bare(text: str) -> str:
    """What two writings of a value share."""
    return re.sub(r"[\W_]+", "", fold(strip_markup(text)))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from sections_of(section.children)


def tables_of(document: Document) -> Iterator[Table]:
    for section in sections_of(document.outline):
        yield from section.tables


def stated_of(header: Header) -> Iterator[Stated[object]]:
    for name in Header.__slots__:
        value = getattr(header, name)
        yield from value if isinstance(value, tuple) else ([value] if value else [])


def check_document(document: Document, text: str) -> None:
    spans = [document.span, *(part.span for part in document.parts), *(r.span for r in document.references)]
    for section in sections_of(document.outline):
        spans += [section.span, *(s for s in (section.heading, section.text) if s)]
        assert (section.heading is None) or (section.text is None)
        assert all(section.span.start <= c.span.start <= c.span.end <= section.span.end for c in section.children)
    for table in tables_of(document):
        spans += [table.span, *(row.span for row in table.rows)]
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            for cell in row.cells:
                assert cell.column in {(), *table.columns}
                # A cell merged over several rows stands in the first of them.
                assert all(table.span.start <= s.start < s.end <= row.span.end for s in cell.spans)
                spans += cell.spans
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip() or span == document.span


def check_header(header: Header, text: str) -> None:
    for stated in stated_of(header):
        if stated.span is None:
            assert stated.inferred
            continue
        shown = text[slice(*stated.span)]
        if stated.inferred is None and isinstance(stated.value, str):
            assert all(bare(word) in bare(shown) for word in stated.value.split()), (stated, shown)
        if stated.inferred is None and isinstance(stated.value, Signatory):
            assert bare(stated.value.name) == bare(shown)


def check_passages(document: Document, source: Source) -> None:
    """Every character of the document that is no rule stands in exactly one passage."""
    passages = make_passages(document, source)
    for passage in passages:
        assert passage.text == source.text[slice(*passage.span)]
    for above, below in itertools.pairwise(passages):
        assert above.span.end <= below.span.start, (above.text[-60:], below.text[:60])
    if not document.outline:
        return
    start = min(s.span.start for s in document.outline)
    end = max(s.span.end for s in document.outline)
    covered = bytearray(len(source.text))
    for passage in passages:
        covered[passage.span.start : passage.span.end] = b"\1" * (passage.span.end - passage.span.start)
    missing = "".join(source.text[i] for i in range(start, end) if not covered[i])
    assert not missing.strip(), missing.strip()[:80]


@pytest.mark.parametrize("name", VARIED)
def test_offsets_header_and_passages_agree_with_the_text(name: str) -> None:
    source = source_of(VARIED[name])
    for document in read_documents(source):
        check_document(document, source.text)
        check_header(document.header, source.text)
        check_passages(document, source)


def test_offsets_header_and_passages_agree_with_the_corpus(
    corpus_documents: tuple[Document, ...], corpus_sources: Mapping[str, Source]
) -> None:
    for document in corpus_documents:
        source = corpus_sources[document.source_id]
        check_document(document, source.text)
        check_header(document.header, source.text)
        check_passages(document, source)


# Lines of which directives are made, in any order: the reader has to stand all of them.
LINES = st.sampled_from(
    [
        "",
        "",
        "KẾ HOẠCH",
        "I. MỤC TIÊU",
        "II. NHIỆM VỤ",
        "1. Mục đích",
        "2. Sở Xây dựng chủ trì.",
        "a) Sở Tài chính:",
        "d) Sở Y tế",
        "- Rà soát quy hoạch;",
        "+ Bố trí vốn.",
        "Nơi nhận:",
        "- Như trên;",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch số 1-KH/TU, ngày 1/2/2026)",
        "Số: 15/KH-UBND",
        "STT\tNhiệm vụ\tChủ trì\tThời gian",
        "1\tViệc A\tSở Xây dựng\tQuý I/2026",
        "2\tViệc B\tSở Y tế",
        "\tvà C\t\t",
        "| STT | Nhiệm vụ | Chủ trì |",
        "|---|---|---|",
        "| 1 | Việc A | Sở Y tế |",
        "STT   Nhiệm vụ      Chủ trì",
        "1     Việc A        Sở Y tế",
        "2     Việc B        Sở Y tế",
        "      việc b",
        "STT",
        "Nhiệm vụ",
        "Chủ trì",
        "1",
        "Việc",
        "Sở Y tế",
        "2",
        "-----",
        "3",
        "- 4 -",
        "<table><tr><td>STT</td><td>Nhiệm vụ</td></tr>",
        "</table>",
        "<tr><td rowspan=2>1</td><td>x</td></tr>",
        "Điều 1. Phạm vi",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Kính gửi: Sở Y tế;",
        "V/v rà soát",
        "Sơn La, ngày 1 tháng 2 năm 2026",
        "**Phần thứ nhất**",
        "## HI. TỔ CHỨC",
        "thực hiện Nghị",
        "quyết số 20-NQ/TU, ngày 27/02/2026 của Tỉnh ủy về quy hoạch",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "*",
        "}",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN",
        "- Lưu: VT.\tTrần Bình",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, min_size=1, max_size=40))
def test_lines_in_any_order_are_read_without_loss(lines: list[str]) -> None:
    source = source_of("\n".join(lines))
    documents = read_documents(source)
    assert documents[0].span.start == 0
    assert documents[-1].span.end == len(source.text)
    for document in documents:
        check_document(document, source.text)
        check_passages(document, source)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    source = source_of(text)
    for document in read_documents(source):
        check_document(document, source.text)
        check_passages(document, source)


# --- Text ----------------------------------------------------------------------------------------

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯ ấộữỳợĩ0123\u0301\u0323\u0303.,²½ﬁÐ\n", max_size=80)


@given(VIETNAMESE)
def test_folded_text_maps_back_to_what_it_came_from(text: str) -> None:
    folded = Folded.of(text, offset=7)
    assert folded.text == fold(text)
    for i in range(len(folded.text)):
        start, end = folded.span(i, i + 1)
        assert folded.text[i] in fold(text[start - 7 : end - 7])


@given(st.text(max_size=120))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
    assert once.startswith("\ufeff") or normalise(once) == once


@given(VIETNAMESE, st.integers(0, 80), st.integers(0, 80))
def test_trimming_only_takes_white_space_away(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = trim(text, start, end)
    assert text[slice(*span)] == text[start:end].strip()


def test_tokens_that_were_rewritten_cost_only_themselves() -> None:
    assert find_tokens("hoà bình ở Hà  Nội", ["hòa", "bình", "ở", "Hà Nội"]) == [Span(4, 8), Span(9, 10), Span(11, 18)]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter()


def check_segments(segmenter: Segmenter, text: str) -> None:
    words, sentences = segmenter.words(text), segmenter.sentences(text)
    for spans in (words, sentences):
        assert all(span.start < span.end for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    inside = "".join(text[slice(*span)] for span in sentences)
    assert re.sub(r"\s", "", inside) == re.sub(r"\s", "", text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=VIETNAMESE)
def test_words_and_sentences_are_slices_in_order(segmenter: Segmenter, text: str) -> None:
    check_segments(segmenter, normalise(text))


def test_sentences_of_the_corpus_hold_every_character(
    segmenter: Segmenter, corpus_sources: Mapping[str, Source]
) -> None:
    for source in corpus_sources.values():
        check_segments(segmenter, source.text[:6000])


# --- One document, many encodings ------------------------------------------------------------------


def encodings(text: str) -> Iterator[tuple[str, bytes]]:
    yield "crlf", text.replace("\n", "\r\n").encode()
    yield "cr", text.replace("\n", "\r").encode()
    yield "bom", codecs.BOM_UTF8 + text.encode()
    yield "nfd", unicodedata.normalize("NFD", text).encode()
    yield "utf-16-le", codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    yield "utf-16-be", codecs.BOM_UTF16_BE + text.encode("utf-16-be")


def test_documents_are_the_same_in_every_encoding(tmp_path: Path) -> None:
    text = normalise(VARIED["bundle"] + " ".join(STATE_MOTTO) + "\n")
    expected = read_documents(source_of(text))
    for name, data in encodings(text):
        path = tmp_path / "x.txt"
        path.write_bytes(data)
        source = read_source(path, tmp_path)
        assert source.text == text, name
        assert read_documents(source) == expected, name


def test_corpus_reads_the_same_from_decomposed_text_with_crlf(
    corpus_sources: Mapping[str, Source], tmp_path: Path
) -> None:
    for source in corpus_sources.values():
        path = tmp_path / source.source_id
        path.write_bytes(unicodedata.normalize("NFD", source.text).replace("\n", "\r\n").encode())
        assert read_documents(read_source(path, tmp_path)) == read_documents(source)


def test_white_space_alone_is_squeezed() -> None:
    assert squeeze(" a\u00a0 b\n\tc ") == "a b c"
