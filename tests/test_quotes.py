"""Sentences worth quoting: whole, verbatim, able to stand alone, each listed once."""

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_directives import closing, directive, hard_wrapped, head, task_table
from tracuu.answers import Evidence, TermWeights
from tracuu.documents import link_documents, read_documents
from tracuu.errors import QuestionError
from tracuu.facts.clauses import reading_copy
from tracuu.passages import fold_copies, is_searchable, make_passages, searched_text
from tracuu.pipeline import Library
from tracuu.quotes.finding import find_quotes
from tracuu.quotes.pieces import Piece, has_figure, pieces_of, plain_words, sentences, stems_said
from tracuu.quotes.repeats import is_repeat, key_of
from tracuu.quotes.standing import LEAST, standing
from tracuu.quotes.wording import listed, pasted
from tracuu.text import squeeze, syllables
from tracuu.types import Document, Hit, Locator, Passage, PassageRole, Query, Quotation, QuoteUnit, Source, Span

TOPICS = Path(__file__).parent.parent / "evaluation" / "quotes-topics.jsonl"


def evidence_of(texts: Mapping[str, str]) -> Evidence:
    """The records of some files, read as they are when an index is built, without vectors."""
    sources = {name: Source(source_id=name, sha256="0", text=text) for name, text in texts.items()}
    documents = link_documents([d for s in sources.values() for d in read_documents(s)], texts)
    passages = fold_copies([p for d in documents for p in make_passages(d, sources[d.source_id])], documents)
    weights = TermWeights.learn([searched_text(p, texts[p.source_id]) for p in passages])
    return Evidence(documents={d.doc_id: d for d in documents}, sources=sources, passages=passages, weights=weights)


def quotes(topic: str, texts: Mapping[str, str], *, top: int = 10, **query: object) -> tuple[Quotation, ...]:
    """Quotations from all passages, scored by the share of the topic's syllables that they hold."""
    evidence = evidence_of(texts)
    asked = set(syllables(topic))
    hits = [
        Hit(
            passage=p, score=len(asked & set(syllables(p.text))) / len(asked), dense=0.8, lexical=1.0, dense_rank=1,
            lexical_rank=1,
        )
        for p in evidence.passages
        if is_searchable(p)
    ]  # fmt: skip
    found = find_quotes(Query(original=topic, text=topic, **query), hits, evidence, top=top)  # type: ignore[arg-type]
    for quotation in found:
        assert evidence.sources[quotation.source].text[quotation.start : quotation.end] == quotation.quote
    return found


def plan(body: str, **options: str) -> str:
    return directive(body=body, **options)


BODY = """Thực hiện Nghị quyết số 12-NQ/TU, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. QUAN ĐIỂM

1. Trồng rừng ngập mặn là nhiệm vụ thường xuyên của cả hệ thống chính trị. Đồng thời, việc này cần sự tham gia của Nhân dân.

2. Rừng ngập mặn nêu trên được giao cho cộng đồng quản lý.

3. Về rừng ngập mặn:

II. MỤC TIÊU ĐẾN NĂM 2030

- Diện tích rừng ngập mặn đạt 4.500 ha;

- Tỷ lệ che phủ rừng đạt 42%.

III. NHIỆM VỤ

1. Sở Nông nghiệp và Môi trường

- Chủ trì, phối hợp với các địa phương rà soát hiện trạng rừng ngập mặn.

- Tuyên truyền cho người dân ven biển về vai trò của rừng ngập mặn.

2. Tổ chức tuyên truyền bảo vệ rừng ngập mặn bằng các hình thức:

a) treo băng rôn tại các bến cá có rừng ngập mặn;

b) nói chuyện chuyên đề với học sinh về rừng ngập mặn ven biển."""


# --- What is found -------------------------------------------------------------------------------


def test_the_best_sentence_stands_alone_and_speaks_of_the_topic() -> None:
    found = quotes("rừng ngập mặn", {"a.txt": plan(BODY)})
    assert found[0].text == "Trồng rừng ngập mặn là nhiệm vụ thường xuyên của cả hệ thống chính trị."
    assert (found[0].unit, found[0].standing, found[0].rank) == (QuoteUnit.SENTENCE, 1.0, 1)
    assert found[0].reference.startswith("mục 1, Phần I, Kế hoạch số 15/KH-UBND ngày 12 tháng 5 năm 2026 của ")
    assert found[0].short_reference == "mục 1, Phần I, Kế hoạch số 15/KH-UBND"
    assert found[0].footnote.startswith("Mục 1, Phần I, ")


def test_headings_stems_and_sentences_that_point_elsewhere_are_not_offered() -> None:
    said = [q.text for q in quotes("rừng ngập mặn", {"a.txt": plan(BODY)}, top=50)]
    assert not any("nêu trên" in text or text.endswith(":") or text.startswith("Thực hiện Nghị quyết") for text in said)


def test_a_figure_is_said_under_the_year_of_its_heading() -> None:
    found = {q.text: q for q in quotes("rừng ngập mặn", {"a.txt": plan(BODY)}, top=50)}
    target = found["Diện tích rừng ngập mặn đạt 4.500 ha"]
    assert [stem.text for stem in target.stems] == ["MỤC TIÊU ĐẾN NĂM 2030"]
    assert target.quote.endswith("ha;")


def test_an_item_is_given_with_the_agency_or_the_words_that_it_hangs_on() -> None:
    text = plan(BODY)
    found = {q.text: q for q in quotes("rừng ngập mặn", {"a.txt": text}, top=50)}
    task = found["Chủ trì, phối hợp với các địa phương rà soát hiện trạng rừng ngập mặn."]
    assert [stem.text for stem in task.stems] == ["Sở Nông nghiệp và Môi trường"]
    assert text[task.stems[0].start : task.stems[0].end] == "Sở Nông nghiệp và Môi trường"
    hung = found["treo băng rôn tại các bến cá có rừng ngập mặn"]
    assert hung.stems[-1].text == "Tổ chức tuyên truyền bảo vệ rừng ngập mặn bằng các hình thức"
    assert hung.unit is QuoteUnit.ITEM


def test_nothing_is_found_when_nothing_speaks_of_the_topic() -> None:
    assert quotes("xe buýt điện", {"a.txt": plan(BODY)}) == ()
    # All syllables are there, nowhere side by side.
    assert quotes("rừng dân", {"a.txt": plan(BODY)}) == ()


def test_a_place_that_is_named_must_be_that_of_the_document() -> None:
    texts = {"a.txt": plan(BODY)}
    assert quotes("rừng ngập mặn Sơn La", texts, provinces=("Sơn La",))
    assert quotes("rừng ngập mặn Cà Mau", texts, provinces=("Cà Mau",)) == ()


def test_a_sentence_under_a_heading_that_names_the_topic_is_given_with_it() -> None:
    body = (
        "I. DỰ ÁN\n\n1. Dự án đường ven biển Rạch Gốc\n\nPhấn đấu bàn giao toàn bộ mặt bằng cho nhà thầu trong mùa khô."
    )
    (only,) = quotes("đường ven biển Rạch Gốc", {"a.txt": plan(body)})
    assert [stem.text for stem in only.stems] == ["Dự án đường ven biển Rạch Gốc"]
    assert only.text == "Phấn đấu bàn giao toàn bộ mặt bằng cho nhà thầu trong mùa khô."


def test_a_row_is_quoted_whole_and_last() -> None:
    body = f"I. NHIỆM VỤ\n\nTập trung rà soát quy hoạch chung đô thị để thu hút đầu tư.\n\n{task_table()}"
    found = quotes("quy hoạch chung đô thị", {"a.txt": plan(body)})
    assert [q.unit for q in found] == [QuoteUnit.SENTENCE, QuoteUnit.ROW]
    assert "Sở Xây dựng" in found[1].quote
    assert "Quý II/2026" in found[1].quote


# --- Repeats -------------------------------------------------------------------------------------

OTHER = head(symbol="Số: 99/KH-UBND", place_date="Sơn La, ngày 02 tháng 6 năm 2026")


def test_a_copy_is_listed_once_with_where_else() -> None:
    text = plan(BODY)
    found = quotes("rừng ngập mặn", {"a.txt": text, "b.txt": text.replace("thường xuyên", "thường  xuyên")}, top=50)
    assert len({q.text for q in found}) == len(found)
    (place,) = found[0].also_in
    assert {found[0].source, place.source} == {"a.txt", "b.txt"}
    assert not place.differs


def test_a_sentence_that_another_document_repeats_is_listed_once() -> None:
    other = plan(
        "I. QUAN ĐIỂM\n\n1. Trồng rừng ngập mặn là nhiệm vụ thường xuyên của cả hệ thống chính trị ."
        "\n\n2. Bố trí kinh phí bảo vệ đê.",
        top=OTHER, subject="Chương trình phòng hộ ven biển và an toàn đê điều",
    )  # fmt: skip
    found = quotes("rừng ngập mặn", {"a.txt": plan(BODY), "b.txt": other}, top=50)
    (place,) = found[0].also_in
    assert place.reference.startswith("mục 1, Phần I, Kế hoạch số ")
    assert place.reference != found[0].reference
    assert sum("nhiệm vụ thường xuyên" in q.text for q in found) == 1


def test_a_copy_and_another_document_are_told_apart() -> None:
    sentence = "Trồng rừng ngập mặn là nhiệm vụ thường xuyên của cả hệ thống chính trị"
    text = plan(BODY)
    assert sentence in text
    other = plan(
        f"I. QUAN ĐIỂM\n\n1. {sentence} và toàn dân.\n\n2. Bố trí kinh phí bảo vệ đê.",
        top=OTHER, subject="Chương trình phòng hộ ven biển và an toàn đê điều",
    )  # fmt: skip
    files = {"a.txt": text, "b.txt": text.replace("ngập mặn là nhiệm vụ", "ngập mặn là nhịêm vụ"), "c.txt": other}
    found = quotes("rừng ngập mặn", files, top=50)
    shown = listed([next(q for q in found if sentence in q.text)])
    assert "Cũng có trong: b.txt (bản chép khác chữ: “nhiệm” ở đây, “nhịêm” ở bản chép)" in shown
    assert f"Văn bản khác, mục 1, Phần I, Kế hoạch số 99/KH-UBND (tệp c.txt), ghi: “{sentence} và toàn dân.”" in shown


def test_another_document_that_says_the_very_same_is_no_copy() -> None:
    other = plan(
        "I. QUAN ĐIỂM\n\n1. Trồng rừng ngập mặn là nhiệm vụ thường xuyên của cả hệ thống chính trị.",
        top=OTHER, subject="Chương trình phòng hộ ven biển và an toàn đê điều",
    )  # fmt: skip
    found = quotes("rừng ngập mặn", {"a.txt": plan(BODY), "b.txt": other}, top=50)
    shown = listed([next(q for q in found if q.also_in)])
    assert "Văn bản khác cũng ghi đúng như vậy: " in shown
    assert "bản chép" not in shown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tỷ lệ đô thị hóa đạt trên 32%.", "Tỷ lệ đô thị hoá đạt trên 32 %", True),
        ("Tỷ lệ đô thị hóa đạt trên 32%.", "Tỷ lệ đô thị hóa đạt trên 45%.", False),
        ("Các xã phải báo cáo định kỳ hằng tháng.", "Các xã không phải báo cáo định kỳ hằng tháng.", False),
        ("Đấu tranh phản bác thông tin xuyên tạc.", "đấu tranh phân bác thông tin xuyên tạc;", True),
        ("Xây dựng nông thôn mới.", "Xây dựng đô thị văn minh.", False),
    ],
)
def test_sentences_are_the_same_when_no_number_or_negation_differs(one: str, other: str, same: bool) -> None:
    assert is_repeat(key_of(one), key_of(other)) is same


# --- Standing alone ------------------------------------------------------------------------------


def piece_of(words: str, *, headings: bool = True) -> Piece:
    passage = Passage(
        passage_id="a", doc_id="a", source_id="a", role=PassageRole.TEXT, span=Span(0, len(words)), text=words,
        context="", locator=Locator(labels=()), headings=(Span(0, 0),) if headings else (),
    )  # fmt: skip
    return Piece(passage, Span(0, len(words)), QuoteUnit.SENTENCE)


@pytest.mark.parametrize(
    "words",
    [
        "Phát triển đô thị xanh, thông minh, thích ứng với biến đổi khí hậu.",
        "Tỷ lệ đô thị hóa đến năm 2030 đạt trên 45%.",
        "Việc lấy ý kiến Nhân dân phải được thực hiện công khai, minh bạch.",
        "Người đứng đầu chịu trách nhiệm toàn diện về kết quả giải ngân.",
        "Tăng trưởng đạt 9%, trong đó công nghiệp đạt 12%, do đó thu ngân sách vượt dự toán.",
    ],
)
def test_a_whole_sentence_stands_alone(words: str) -> None:
    assert standing(piece_of(words), words) >= 0.85


@pytest.mark.parametrize(
    "words",
    [
        "Các nhiệm vụ nêu trên phải được hoàn thành trước ngày 30 tháng 6.",
        "Sở Tài chính bố trí kinh phí thực hiện các nội dung sau:",
        "MỤC ĐÍCH, YÊU CẦU CỦA VIỆC TRIỂN KHAI THỰC HIỆN KẾ HOẠCH",
        "Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị về quy hoạch đô thị.",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Đây là nhiệm vụ trọng tâm của cả hệ thống chính trị trong năm 2026.",
        "Đồng thời, tăng cường kiểm tra, giám sát việc thực hiện ở cơ sở.",
        "Nhiệm vụ, giải pháp.",
        "1.245,6 1.300,2 1.402,8 2.010,0 2.500,5 3.100,0",
    ],
)
def test_what_hangs_in_the_air_is_not_offered(words: str) -> None:
    assert standing(piece_of(words), words) < LEAST


def test_a_sentence_that_points_a_little_or_is_a_task_stands_less_well() -> None:
    alone = "Đẩy mạnh chuyển đổi số trong quản lý đô thị trên địa bàn tỉnh."
    this = "Đẩy mạnh chuyển đổi số trong lĩnh vực này trên địa bàn tỉnh."
    task = "Sở Tài chính chủ trì tham mưu chuyển đổi số trong quản lý đô thị."
    actor = "Chủ trì tham mưu chuyển đổi số trong quản lý đô thị trên địa bàn."
    ranked = [standing(piece_of(words), words) for words in (alone, task, this, actor)]
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == 4


def test_a_decision_that_names_itself_may_be_quoted() -> None:
    words = "Kế hoạch này được thực hiện đến hết năm 2030 trên địa bàn toàn tỉnh."
    assert standing(piece_of(words), words) >= 0.85


def test_the_opening_of_a_document_is_no_quotation() -> None:
    words = "Thực hiện Thông báo số 130/TB-VPCP của Văn phòng Chính phủ về giải ngân vốn đầu tư công."
    assert standing(piece_of(words, headings=False), words) == 0.0


# --- Whole sentences -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts",
    [
        ["Thành phố đạt loại V.", "Đến năm 2030 có 34 đô thị."],
        ["TP. Huế và TX. Hương Thủy đi đầu.", "Các xã làm theo."],
        ["Bảo đảm dịch vụ... trở thành động lực.", "Mở rộng đô thị."],
        ["Thực hiện khẩu hiệu “Sạch từ nhà. Đẹp ra ngõ” ở mọi nơi.", "Nhân rộng mô hình."],
        ["Đầu tư bệnh viện (quy mô 300 giường. Có khoa cấp cứu) tại trung tâm.", "Hoàn thành năm 2027."],
        ["Đồng chí Đ/c A. Báo cáo viên cấp tỉnh tham dự."],
        ["Diện tích 1.500 ha, tăng 4,7%.", "100% số xã có điện."],
        ["Việc gì có lợi cho dân, ta phải hết sức làm!", "Việc gì có hại, phải tránh."],
    ],
)
def test_sentences_end_where_they_end(parts: Sequence[str]) -> None:
    text = " ".join(parts)
    assert [text[s.start : s.end] for s in sentences(reading_copy(text), Span(0, len(text)))] == list(parts)


WORDS = st.sampled_from(
    ["Đẩy mạnh", "phát triển", "đô thị", "nông thôn", "xanh,", "đạt 32%", "tại các xã", "(theo quy hoạch)", "năm 2030"]
)
OPENINGS = st.sampled_from(["Đẩy mạnh", "Đồng thời, mở rộng", "Phối hợp", "Người dân tham gia", "100% số xã"])
SENTENCE = st.tuples(OPENINGS, st.lists(WORDS, min_size=4, max_size=12)).map(
    lambda parts: f"{parts[0]} {' '.join(parts[1]).rstrip(',')}."
)
ITEM = st.tuples(st.sampled_from(["- ", "+ ", ""]), st.lists(SENTENCE, min_size=1, max_size=3))


@settings(max_examples=60, deadline=None)
@given(items=st.lists(ITEM, min_size=1, max_size=6), wrap=st.booleans())
def test_every_piece_is_whole_sentences_of_one_item(items: list[tuple[str, list[str]]], wrap: bool) -> None:
    paragraphs = [label + (" \n" if wrap else " ").join(said) for label, said in items]
    text = plan("I. NHIỆM VỤ\n\n1. Mở đầu\n\n" + "\n\n".join(paragraphs))
    runs = {
        squeeze(" ".join(said[a : b + 1])) for _, said in items for a in range(len(said)) for b in range(a, len(said))
    }
    evidence = evidence_of({"a.txt": text})
    pieces = [p for passage in evidence.passages for p in pieces_of(passage, text) if p.whole]
    found = {plain_words(text, p.span) for p in pieces if p.passage.headings}
    assert found <= runs | {"Mở đầu"}
    assert all(any(squeeze(said) in piece for piece in found) for _, every in items for said in every)


def _before(copy: str, start: int) -> str:
    return copy[:start].rstrip(' \n"“')


def test_every_quotable_piece_of_the_corpus_begins_and_ends_where_a_sentence_does(
    corpus_documents: tuple[Document, ...], corpus_sources: Mapping[str, Source]
) -> None:
    checked = 0
    for document in corpus_documents:
        source = corpus_sources[document.source_id]
        copy = reading_copy(source.text)
        for passage in make_passages(document, source):
            for piece in pieces_of(passage, source.text):
                words = plain_words(source.text, piece.span)
                if standing(piece, words, stems_said(source.text, piece.stems)) < LEAST:
                    continue
                checked += 1
                start, end = piece.span
                assert passage.span.start <= start < end <= passage.span.end
                assert copy[start:end].strip() == copy[start:end]
                label = copy[passage.span.start : start]
                assert len(label.strip()) <= 6 or _before(copy, start)[-1] in '.!?…;:)"', (label[-60:], words)
                ended = words[-1] in '.!?…;"”)' or not copy[end : passage.span.end].strip()
                assert ended, words[-80:]
                assert not words[0].islower() or piece.stems or label.strip(), words
    assert checked > 300


@pytest.mark.parametrize("width", [62, 70, 80, 95])
def test_lines_broken_by_their_width_cut_no_quotation(corpus_sources: Mapping[str, Source], width: int) -> None:
    text = corpus_sources["chuong-trinh-hanh-dong-ha-tinh.txt"].text
    whole, wrapped = (
        {w for p in evidence_of({"a.txt": t}).passages for x in pieces_of(p, t) for w in [plain_words(t, x.span)]
         if standing(x, w, stems_said(t, x.stems)) >= LEAST}
        for t in (text, hard_wrapped(text, width))
    )  # fmt: skip
    assert wrapped <= whole
    assert len(wrapped) > 0.95 * len(whole)


def test_a_page_number_in_a_sentence_is_not_pasted() -> None:
    long = (
        "1. Trồng, chăm sóc và bảo vệ rừng ngập mặn gắn với sinh kế bền vững của cộng đồng dân cư các xã ven biển, với phòng,"
        " chống thiên tai và thích ứng với biến đổi khí hậu là nhiệm vụ thường xuyên\n\n- 2 -\n\ncủa cả hệ thống chính trị."
    )
    found = quotes("rừng ngập mặn", {"a.txt": plan(f"I. QUAN ĐIỂM\n\n{long}\n\n2. Bố trí đủ kinh phí hằng năm.")})
    assert found[0].text == squeeze(long.removeprefix("1. ").replace("- 2 -", ""))
    assert "- 2 -" in found[0].quote


def test_half_a_sentence_at_a_page_break_is_not_offered() -> None:
    body = BODY.replace(
        "2. Rừng ngập mặn nêu trên được giao cho cộng đồng quản lý.",
        "2. Khuyến khích các hợp tác xã cùng cộng đồng ven biển nhận khoán trồng rừng ngập mặn và\n\n"
        "chăm sóc rừng ngập mặn lâu dài theo hợp đồng với chủ rừng.",
    )
    said = [q.text for q in quotes("rừng ngập mặn", {"a.txt": plan(body)}, top=50)]
    assert not any(text.endswith(" và") or text.startswith("chăm sóc") for text in said)


HOSTILE = ("." * 100_000, "A. " * 33_000, "(qua " * 20_000, '"' * 100_000, "1," * 50_000, "Kế hoạch số 1 về " * 6_000, "đó " * 33_000,
           ". \n" * 33_000, "(" * 100_000, "Sở X, " * 16_000, "m<sup>" * 16_000)  # fmt: skip


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_texts_are_cut_and_judged_in_no_time(number: int) -> None:
    text = HOSTILE[number]
    passage = Passage(
        passage_id="a", doc_id="a", source_id="a", role=PassageRole.TEXT, span=Span(0, len(text)), text=text,
        context="", locator=Locator(labels=()),
    )  # fmt: skip
    copy = reading_copy(text)
    started = time.process_time()
    found = sentences(copy, Span(0, len(text)))
    # Ten times what a pattern may take on a quiet machine.
    assert time.process_time() - started < 1.0
    started = time.process_time()
    standing(piece_of(text), text)
    has_figure(text)
    assert time.process_time() - started < 1.0
    assert passage.text[found[-1].start : found[-1].end].strip()


# --- Words and faces -----------------------------------------------------------------------------


def test_what_is_pasted_has_no_mark_up_and_no_page_number() -> None:
    text = "**Diện tích** đạt 28 m<sup>2</sup>\n\n- 3 -\n\nmột người; $m^2$ sàn."
    assert plain_words(text, Span(0, len(text))) == "Diện tích đạt 28 m² một người; m² sàn."


def test_a_quotation_is_pasted_after_what_it_hangs_on_with_its_reference() -> None:
    found = quotes("rừng ngập mặn", {"a.txt": plan(BODY)}, top=50)
    task = next(q for q in found if q.text.startswith("Chủ trì"))
    assert pasted(task) == f"Sở Nông nghiệp và Môi trường: “{task.text}” ({task.reference})"
    assert f"[{task.rank}] Sở Nông nghiệp và Môi trường: “{task.text}”" in listed(found)
    assert "Không có câu nào" in listed(())


def test_inferred_parts_are_explained_once_in_the_list() -> None:
    top = head(symbol="")
    end = (
        closing()
        + "\n\nPHỤ LỤC\nPhân công nhiệm vụ\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh)\n\nNội dung."
    )
    found = quotes("rừng ngập mặn", {"a.txt": plan(BODY, top=top, end=end)})
    assert "Kế hoạch số [15/KH-UBND]" in found[0].marked_reference
    assert "Kế hoạch số 15/KH-UBND" in found[0].reference
    assert listed(found).count("[15/KH-UBND]: suy ra") == 1


def test_topics_find_what_staff_would_quote(library: Library) -> None:
    missed = []
    for line in TOPICS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = library.quote(row["topic"], 5)
        texts = [q.text for q in found]
        for quotation in found:
            assert library.source(quotation.source).text[quotation.start : quotation.end] == quotation.quote
            for place in quotation.also_in:
                assert 0 <= place.start < place.end <= len(library.source(place.source).text)
        if row.get("nothing"):
            missed += [row["id"]] if found else []
        else:
            missed += [f"{row['id']}: {words}" for words in row["among"] if not any(words in text for text in texts)]
    assert missed == []


def test_a_topic_must_be_said(library: Library) -> None:
    with pytest.raises(QuestionError, match="Chủ đề chưa có chữ nào"):
        library.quote(" ?")
    with pytest.raises(QuestionError, match=r"quá 2\.000 ký tự"):
        library.quote("nhà ở " * 400)


MODEL_BODY = """I. QUAN ĐIỂM

1. Vận hành thông suốt mô hình chính quyền địa phương 02 cấp, gần dân và phục vụ Nhân dân tốt hơn.

2. Phát triển đô thị xanh, tiết kiệm năng lượng và thích ứng với biến đổi khí hậu trên địa bàn.

3. Phát triển đô thị theo hướng hiện đại, gắn đô thị với liên kết vùng và hành lang kinh tế."""


def test_a_number_with_and_without_a_zero_is_one_topic() -> None:
    found = quotes("chính quyền 2 cấp", {"a.txt": plan(MODEL_BODY)})
    assert "02 cấp" in found[0].text


def test_a_sentence_without_the_rarest_word_of_the_topic_is_not_offered() -> None:
    found = quotes("đô thị xanh", {"a.txt": plan(MODEL_BODY)})
    assert [("xanh" in quotation.text) for quotation in found] == [True]
