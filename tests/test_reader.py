"""The reader without a browser: every character once, tables cell by cell, references resolved only when certain."""

import dataclasses
import html
import random
import re
import time
from datetime import date

import pytest

from fake_library import FakeLibrary, make_document
from test_web import parsed
from tracuu.documents import link_documents, read_documents
from tracuu.references import read_graph
from tracuu.types import Cell, Reference, Row, Source, Span, Stated, Table
from tracuu.web import page, reader
from tracuu.web.fulltext import Heading, Inline, text_html
from tracuu.web.mentions import Mention, Mentioned, Standing, mentions
from tracuu.web.tables import rows_of

ANNEX = (
    "STT\tNhiệm vụ\tCơ quan thực hiện\t\tThời hạn\n\t\tChủ trì\tPhối hợp\t\n"
    "I\tCÔNG TÁC QUY HOẠCH\n"
    "1\tLập quy hoạch\tSở Xây dựng\t\tQuý II/2026\n\n2\tRà soát\tSở Tài chính\tcác xã\t2027\n"
)
COLUMNS = (("STT",), ("Nhiệm vụ",), ("Cơ quan thực hiện", "Chủ trì"), ("Cơ quan thực hiện", "Phối hợp"), ("Thời hạn",))


def shown_text(view: str) -> str:
    return parsed(view).text


def marked_text(view: str) -> str:
    return "".join(html.unescape(re.sub("<[^>]+>", "", mark)) for mark in re.findall("<mark>(.*?)</mark>", view, re.S))


def make_row(text: str, line: str, separator: str = "\t") -> Row:
    """A row of ``text`` from one of its lines, cells cut at the separator."""
    start = text.index(line)
    cells, position = [], start
    for piece in line.split(separator):
        left = position + len(piece) - len(piece.lstrip())
        span = Span(left, left + len(piece.strip()))
        cells.append(Cell(spans=(span,) if piece.strip() else (), column=()))
        position += len(piece) + len(separator)
    return Row(span=Span(start, start + len(line)), label=None, cells=tuple(cells))


def make_table(text: str, lines: list[str], *, columns=COLUMNS, header: Span | None = None) -> Table:
    rows = tuple(make_row(text, line) for line in lines)
    return Table(span=Span(0, len(text)), header=header, columns=columns, rows=rows)


def annex() -> Table:
    lines = ["1\tLập quy hoạch\tSở Xây dựng\t\tQuý II/2026", "2\tRà soát\tSở Tài chính\tcác xã\t2027"]
    return make_table(ANNEX, lines, header=Span(0, ANNEX.index("I\tCÔNG")))


# --- Word for word ----------------------------------------------------------------------------------


def test_every_character_of_a_source_comes_out_once_whatever_is_marked(corpus_sources, corpus_documents):
    chance = random.Random(7)
    library = FakeLibrary({name: source.text for name, source in corpus_sources.items()})
    library.documents = corpus_documents
    for name, source in corpus_sources.items():
        for _ in range(12):
            start = chance.randrange(len(source.text) - 1)
            end = min(len(source.text), start + chance.choice([1, 40, 700, 9_000]))
            view = reader.reader_html(library, reader.Place(name, Span(start, end)))
            body = view[view.index('<div class="tc-text"') : view.index('<span id="tc-note-')]
            assert shown_text(body) == source.text
            assert marked_text(body) == source.text[start:end]
            assert body.count('id="trich"') == 1


def test_ids_of_places_are_given_once(corpus_sources, corpus_documents):
    library = FakeLibrary({name: source.text for name, source in corpus_sources.items()})
    library.documents = corpus_documents
    for name in corpus_sources:
        ids = re.findall(r' id="([^"]+)"', page.document(library, name, "10", "2000"))
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'data-jump="([^"]+)"', page.document(library, name, "10", "2000"))) <= set(ids)


def test_heading_is_one_heading_though_a_reference_and_the_mark_cut_it():
    text = "I. Theo Kế hoạch số 39-KH/TU và sau"
    inline = Inline(
        text,
        headings=[Heading(Span(0, len(text)), 0)],
        mentions=[Mention(Span(8, 28), Standing.ABSENT)],
        cited=Span(20, 31),
    )
    view = inline.html(0, len(text))
    assert view.count('role="heading"') == 1
    assert shown_text(view) == text
    assert marked_text(view) == text[20:31]


def test_long_document_is_rendered_in_time():
    text = "I. MỤC ĐÍCH\n" + "Thực hiện Kế hoạch số 39-KH/TU của Tỉnh ủy về phát triển đô thị bền vững.\n" * 4_000
    library = FakeLibrary({"a.txt": text})
    started = time.process_time()
    view = page.document(library, "a.txt", "200000", "200100")
    # 0.1 s on a busy machine with 2 cores.
    assert time.process_time() - started < 3
    assert view.count('class="tc-block"') > 100


def test_a_fault_becomes_a_sentence_in_the_reader():
    class Broken(FakeLibrary):
        def source(self, source_id):
            raise RuntimeError("secret path /x")

    text = parsed(page.document(Broken(), "ke-hoach-39.txt", None, None)).text
    assert "báo người quản trị" in text
    assert "secret" not in text


def test_reader_marks_what_was_inferred_and_links_the_copies():
    library = FakeLibrary({"a.txt": "I. MỤC ĐÍCH", "b.txt": "I. MỤC ĐÍCH"})
    first, second = library.documents
    library.documents = (first, dataclasses.replace(second, copy_of="a.txt"))
    for opened, other in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        view = page.document(library, opened, None, None)
        head = view[: view.index('class="tc-reader-body"')]
        assert "Kế hoạch số 39-KH/TU số suy ra" in parsed(head).text
        assert f"Bản khác: {other}." in parsed(head).text
        assert f'href="?doc={other}&amp;start=0&amp;end=0"' in head


# --- Tables -----------------------------------------------------------------------------------------


def test_table_is_drawn_cell_by_cell_and_word_for_word():
    view = text_html(Inline(ANNEX), [annex()])
    assert shown_text(view) == ANNEX
    assert view.count('class="tc-row"') == 2
    assert view.count('class="tc-head"') == 2
    assert '<tr role="row" class="tc-band"><td role="cell" colspan="5">' in view
    assert re.search('data-column="Chủ trì"><span class="tc-gap">.{,60}</span>Sở Xây dựng</td>', view)
    assert 'data-column="Phối hợp" data-empty>' in view


def test_mark_over_a_row_holds_what_stands_between_its_cells():
    start = ANNEX.index("1\tLập")
    end = ANNEX.index("\n", start)
    view = text_html(Inline(ANNEX, cited=Span(start, end)), [annex()])
    assert marked_text(view) == ANNEX[start:end]
    assert view.index('id="trich"') < view.index("<mark>")


@pytest.mark.parametrize(
    "text",
    ["| 1 | Lập quy hoạch | Sở Xây dựng |\n|---|---|---|\n", "<tr><td>1</td><td>Lập</td><td>Sở</td></tr>\n"],
)
def test_rules_and_tags_between_cells_are_kept_and_hidden(text):
    spans = [
        Span(*match.span())
        for match in re.finditer(r"(?<![</])\b\w[\w ]*\w\b|\b\d\b", re.sub(r"<[^>]+>", lambda m: "|" * len(m[0]), text))
    ]
    cells = tuple(Cell(spans=(span,), column=()) for span in spans)
    line = text.split("\n")[0]
    table = Table(
        span=Span(0, len(text)),
        header=None,
        columns=(("STT",), ("Việc",), ("Chủ trì",)),
        rows=(Row(span=Span(0, len(line)), label="1", cells=cells),),
    )
    view = text_html(Inline(text), [table])
    assert "<table" in view
    assert shown_text(view) == text


def test_table_whose_cells_are_in_pieces_stays_text():
    text = "1   Lập quy    Sở Xây\n    hoạch      dựng\n"
    cells = (
        Cell(spans=(Span(0, 1),), column=()),
        Cell(spans=(Span(4, 11), Span(26, 31)), column=()),
        Cell(spans=(Span(15, 21), Span(37, 41)), column=()),
    )
    columns = (("STT",), ("Việc",), ("Chủ trì",))
    table = Table(
        span=Span(0, len(text)), header=None, columns=columns, rows=(Row(span=Span(0, 42), label="1", cells=cells),)
    )
    assert rows_of(table, text) is None
    view = text_html(Inline(text), [table])
    assert "<table" not in view
    assert shown_text(view) == text


def test_row_with_other_words_between_its_cells_makes_no_table():
    text = "1 x Lập y Sở\n"
    cells = tuple(Cell(spans=(span,), column=()) for span in (Span(0, 1), Span(4, 7), Span(10, 12)))
    columns = (("STT",), ("Việc",), ("Chủ trì",))
    table = Table(
        span=Span(0, 13), header=None, columns=columns, rows=(Row(span=Span(0, 12), label=None, cells=cells),)
    )
    assert rows_of(table, text) is None


def test_heading_line_that_cannot_be_cut_into_columns_runs_across_all():
    text = "Các nhiệm vụ\n1\tLập\tSở\n"
    table = make_table(text, ["1\tLập\tSở"], columns=(("STT",), ("Việc",), ("Chủ trì",)), header=Span(0, 13))
    view = text_html(Inline(text), [table])
    assert '<td role="columnheader" colspan="3">' in view
    assert shown_text(view) == text


# --- References -------------------------------------------------------------------------------------


def cited(text: str, words: str, symbol: str, **said) -> Reference:
    start = text.index(words)
    return Reference(span=Span(start, start + len(words)), symbol=symbol, **said)


def held(source_id: str, symbol: str, *, province: str | None, day: date | None, **changes):
    document = make_document(source_id, "x", name=symbol)
    header = dataclasses.replace(
        document.header,
        issuer=None,
        issued_on=Stated(value=day) if day else None,
        province=Stated(value=province) if province else None,
    )
    return dataclasses.replace(document, header=header, **changes)


TEXT = "Thực hiện Kế hoạch số 50-KH/TU, ngày 08/6/2022 và Kế hoạch số 50-KH/TU; Nghị định số 30/2020/NĐ-CP."
DATED = cited(TEXT, "Kế hoạch số 50-KH/TU, ngày 08/6/2022", "50-KH/TU", kind="Kế hoạch", issued_on=date(2022, 6, 8))
BARE_START = TEXT.index("Kế hoạch số 50-KH/TU;")
BARE = Reference(span=Span(BARE_START, BARE_START + 20), symbol="50-KH/TU", kind="Kế hoạch")
DECREE = cited(TEXT, "Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", kind="Nghị định")


def linked(citing, *others):
    """The mentions in the first document; only its text is there."""
    documents = (citing, *others)
    texts = {document.source_id: "" for document in others} | {citing.source_id: TEXT}
    return mentions(citing, TEXT, Mentioned(documents, read_graph(documents, texts)))


def resolved(reference: Reference, *others, province: str | None = "Điện Biên", **changes):
    citing = held("a.txt", "39-KH/TU", province=province, day=None, references=(reference,), **changes)
    return linked(citing, *others)


def test_reference_with_number_and_date_is_linked():
    [mention] = resolved(DATED, held("b.txt", "50-KH/TU", province="Điện Biên", day=date(2022, 6, 8)))
    assert mention.document is not None
    assert mention.document.doc_id == "b.txt"


def test_reference_to_a_number_of_the_same_province_is_linked():
    [mention] = resolved(BARE, held("b.txt", "50-KH/TU", province="Điện Biên", day=date(2022, 6, 8)))
    assert mention.standing is Standing.HELD


@pytest.mark.parametrize(
    ("reference", "province", "day"),
    [
        (BARE, "Lào Cai", date(2022, 6, 8)),
        (DATED, "Lào Cai", date(2022, 6, 8)),
        (BARE, None, None),
        (DATED, "Điện Biên", date(2023, 6, 8)),
    ],
)
def test_reference_that_may_mean_another_document_of_that_number_is_not_linked(reference, province, day):
    [mention] = resolved(reference, held("b.txt", "50-KH/TU", province=province, day=day))
    assert mention.standing is Standing.DOUBTFUL
    assert mention.document is None


def test_reference_that_fits_two_documents_is_not_linked():
    two = [held(name, "50-KH/TU", province="Điện Biên", day=None) for name in ("b.txt", "c.txt")]
    assert resolved(BARE, *two)[0].standing is Standing.DOUBTFUL


def test_reference_to_a_document_with_copies_is_linked_to_the_one_in_the_same_file():
    original = held("b.txt", "50-KH/TU", province="Điện Biên", day=None)
    copy = held("a.txt", "50-KH/TU", province="Điện Biên", day=None, doc_id="a.txt#2", copy_of="b.txt")
    [mention] = resolved(BARE, original, copy)
    assert mention.document is not None
    assert mention.document.doc_id == "a.txt#2"


def test_number_that_only_one_body_gives_needs_no_date():
    decree = dataclasses.replace(
        held("nd.txt", "30/2020/NĐ-CP", province=None, day=None),
    )
    decree = dataclasses.replace(decree, header=dataclasses.replace(decree.header, kind=Stated(value="Nghị định")))
    assert resolved(DECREE, decree)[0].standing is Standing.HELD


def test_short_form_after_a_full_mention_is_linked():
    text = TEXT.replace("Kế hoạch số 50-KH/TU;", "Kế hoạch số 50;")
    other = held("b.txt", "50-KH/TU", province="Điện Biên", day=date(2022, 6, 8))
    citing = held("a.txt", "39-KH/TU", province="Điện Biên", day=None, references=(DATED,))
    citing = dataclasses.replace(citing, span=Span(0, len(text)))
    graph = read_graph((citing, other), {"a.txt": text, "b.txt": ""})
    found = mentions(citing, text, Mentioned((citing, other), graph))
    assert [text[slice(*m.span)] for m in found if m.document == other] == [
        "Kế hoạch số 50-KH/TU, ngày 08/6/2022",
        "Kế hoạch số 50",
    ]


def test_document_that_the_corpus_lacks_is_told():
    assert resolved(DECREE)[0].standing is Standing.ABSENT


def test_own_number_is_no_reference():
    own = Reference(span=Span(0, 5), symbol="39-KH/TU")
    assert resolved(own) == []


def test_absent_document_is_marked_for_eye_keyboard_and_screen_reader():
    library = FakeLibrary({"a.txt": TEXT})
    library.documents = tuple(dataclasses.replace(d, references=(DECREE,)) for d in library.documents)
    view = page.document(library, "a.txt", None, None)
    opening = re.search(r'<a class="tc-absent"[^>]*>', view)
    assert opening is not None
    assert 'aria-disabled="true" tabindex="0" aria-describedby="tc-note-absent"' in opening.group()
    assert "href" not in opening.group()
    assert 'id="tc-note-absent" hidden>Văn bản được dẫn này không có trong kho.' in view


def test_mention_that_was_read_too_far_ends_where_the_next_begins():
    far = dataclasses.replace(DATED, span=Span(DATED.span.start, BARE.span.start + 5))
    citing = held("a.txt", "39-KH/TU", province="Điện Biên", day=None, references=(far, BARE))
    spans = [mention.span for mention in linked(citing)]
    assert spans == [Span(DATED.span.start, DATED.span.end + 3), BARE.span]


def test_documents_read_from_text_link_to_one_another():
    plan = (
        "TỈNH ỦY ĐIỆN BIÊN\n\nSố 50-KH/TU\n\nĐiện Biên, ngày 08 tháng 6 năm 2022\n\nKẾ HOẠCH\n"
        "về phát triển đô thị trên địa bàn tỉnh Điện Biên\n\nI. MỤC ĐÍCH\n\nBảo đảm thống nhất.\n"
    )
    letter = (
        "TỈNH ỦY ĐIỆN BIÊN\n\nSố 12-HD/TU\n\nĐiện Biên, ngày 10 tháng 7 năm 2022\n\nHƯỚNG DẪN\n"
        "thực hiện Kế hoạch số 50-KH/TU, ngày 08/6/2022\n\nI. YÊU CẦU\n\n"
        "Quán triệt Kế hoạch số 50-KH/TU, ngày 08/6/2022 của Tỉnh ủy Điện Biên; Nghị quyết số 06-NQ/TW, ngày 24/01/2022.\n"
    )
    library = FakeLibrary({"ke-hoach.txt": plan, "huong-dan.txt": letter})
    sources = [Source(source_id=name, sha256="0" * 64, text=s.text) for name, s in library.sources.items()]
    read = [document for source in sources for document in read_documents(source)]
    library.documents = link_documents(read, {source.source_id: source.text for source in sources})
    view = page.document(library, "huong-dan.txt", None, None)
    body = view[view.index('class="tc-text"') :]
    assert re.search(r'<a class="tc-held" data-reader href="\?doc=ke-hoach\.txt[^>]*>Kế hoạch số 50-KH/TU', body)
    assert re.search(r'<a class="tc-absent"[^>]*>Nghị quyết số 06-NQ/TW', body)
