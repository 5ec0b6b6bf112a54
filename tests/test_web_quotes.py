"""The tabs for quotations and drafts without a browser: what they show, the basket, what is refused."""

import html
import io
import re
from html.parser import HTMLParser

import docx
import pytest
from fastapi.testclient import TestClient

from build_directives import directive
from build_quotables import word_file
from quotable_library import TABLE, QuotableLibrary
from test_web import PAYLOADS
from tracuu import vi
from tracuu.errors import DraftError, QuotationError
from tracuu.types import DraftCheck, MentionCheck, MentionStatus, QuoteUnit, Span, Verdict
from tracuu.web import basket, drafts, examples, quoting, server, verifying
from tracuu.web.guard import DRAFT_BYTES
from tracuu.web.library import DRAFTS_AT_ONCE, BusyError, InTurn

LIBRARY = QuotableLibrary()
PLAN = "Kế hoạch số 15/KH-UBND"


class Page(HTMLParser):
    """Tags, attributes and words of a piece of HTML."""

    def __init__(self, piece: str):
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(piece)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


@pytest.fixture(scope="module")
def client():
    with TestClient(server.create_app(QuotableLibrary()), base_url="http://127.0.0.1:7860") as client:
        yield client


def quoted(text: str) -> str:
    return f"Theo {PLAN}, “{text}”."


# --- Quotations on a topic ----------------------------------------------------------------------


def test_every_sentence_comes_whole_with_its_reference_and_four_things_to_do():
    page = Page(quoting.quotes_html(LIBRARY, "tỷ lệ đô thị hóa"))
    found = LIBRARY.quote("tỷ lệ đô thị hóa")
    assert page.tags.count("article") == len(found) > 0
    for quotation in found:
        assert f"“{quotation.text}”" in page.text
        assert quotation.marked_reference in page.text
        assert quotation.footnote in page.values("data-copy")
        assert basket.quotation_key(quotation) in page.values("data-quote")
        assert f"?doc={quotation.source}&start={quotation.start}&end={quotation.end}" in page.values("href")
    for title in ("Sao chép", "Sao chép làm cước chú", "Mở tại chỗ", "Thêm vào giỏ"):
        assert page.text.count(title) >= len(found)


def test_copied_words_are_exact():
    for text in Page(quoting.quotes_html(LIBRARY, "Sở Tài chính báo cáo")).values("data-copy"):
        if words := re.search("“(.*)”", text):
            assert LIBRARY.verify(words[1]).verdict is Verdict.EXACT


def test_nothing_found_says_what_to_try():
    assert "Không có câu nào" in Page(quoting.quotes_html(LIBRARY, "vũ trụ")).text


def test_topic_that_is_empty_is_refused_in_a_sentence(client):
    page = Page(client.get("/quotes", params={"topic": " "}).text)
    assert "Chủ đề chưa có chữ nào" in page.text
    assert page.values("role") == ["alert"]


def test_filters_of_the_form_reach_the_library(client):
    library = QuotableLibrary()
    with TestClient(server.create_app(library), base_url="http://127.0.0.1:7860") as client:
        client.get("/quotes", params={"topic": "đô thị", "kind": "Kế hoạch", "issued_from": "01/7/2025"})
    assert (library.asked[-1][2].kind, str(library.asked[-1][2].issued_from)) == ("Kế hoạch", "2025-07-01")


# --- The basket ---------------------------------------------------------------------------------


def test_a_key_brings_back_the_words_and_what_they_hang_on():
    body = "I. NHIỆM VỤ\n\n1. Sở Xây dựng:\n\n- Rà soát quy hoạch đô thị;\n\n- Lập chương trình phát triển đô thị."
    library = QuotableLibrary({"tên: lạ|1.txt": directive(body=body)})
    for quotation in library.quote("quy hoạch đô thị"):
        kept = basket.named(library, basket.quotation_key(quotation))
        assert (kept.text, kept.footnote) == (quotation.text, quotation.footnote)
        assert kept.stems == tuple(stem.text for stem in quotation.stems)


@pytest.mark.parametrize(
    ("stems", "key"),
    [(None, "a.txt:1:5"), ((), "a.txt:1:5|-"), ((Span(0, 1), Span(7, 9)), "a.txt:1:5|0-1|7-9")],
)
def test_keys_are_plain_text(stems, key):
    assert basket.key("a.txt", Span(1, 5), stems) == key


@pytest.mark.parametrize(
    "key", ["", "x", "a.txt:1", ":1:2", "ke-hoach-15.txt:5:1", "ke-hoach-15.txt:١:٢", "a.txt:1:2|x"]
)
def test_what_is_no_key_is_refused(key):
    with pytest.raises(QuotationError):
        basket.named(LIBRARY, key)


def test_basket_shows_its_entries_in_order_and_one_that_is_lost():
    keys = [basket.quotation_key(q) for q in LIBRARY.quote("đô thị hóa")[:2]]
    page = Page(basket.basket_html(LIBRARY, [keys[1], "mất.txt:1:5", keys[0]]))
    assert page.values("data-key") == [keys[1], "mất.txt:1:5", keys[0]]
    assert "Không có đoạn trích ở “mất.txt”" in page.text
    assert page.values("data-basket").count("remove") == 3


def test_word_file_of_the_basket_has_the_words_and_the_notes(client):
    found = LIBRARY.quote("đô thị hóa")[:2]
    keys = [basket.quotation_key(q) for q in found]
    for reply in (
        client.get("/api/quotations.docx", params={"quote": keys}),
        client.post("/api/quotations.docx", json={"quotes": keys}),
    ):
        assert reply.status_code == 200
        assert 'filename="trich-dan.docx"' in reply.headers["content-disposition"]
        lines = [p.text for p in docx.Document(io.BytesIO(reply.content)).paragraphs]
        for quotation, line in zip(found, lines[1:], strict=True):
            assert line.endswith(f"“{quotation.text}”")


@pytest.mark.parametrize(
    ("keys", "words"), [([], "chưa có câu nào"), (["a"], "không chỉ một đoạn"), (["a.txt:1:2"] * 51, "quá 50 câu")]
)
def test_word_file_that_cannot_be_made_is_refused_in_a_sentence(client, keys, words):
    reply = client.get("/api/quotations.docx", params={"quote": keys})
    assert reply.status_code == 400
    assert words in reply.json()["error"]


def test_row_of_a_table_is_shown_in_its_columns():
    library = QuotableLibrary({"a.txt": TABLE})
    row = next(p for p in library.evidence.passages if p.row)
    page = Page(basket.basket_html(library, [basket.key("a.txt", row.span)]))
    assert "Cơ quan chủ trì: Sở Xây dựng" in page.text


def test_row_is_copied_without_quotation_marks():
    library = QuotableLibrary({"a.txt": TABLE})
    rows = [q for q in library.quote("rà soát quy hoạch chung đô thị") if q.unit is QuoteUnit.ROW]
    assert rows
    copied = Page(quoting.card(library, rows[0])).values("data-copy")[0]
    assert "Cơ quan chủ trì: Sở Xây dựng" in copied
    assert "“" not in copied.split(" (")[0]


# --- Drafts -------------------------------------------------------------------------------------


def checks(text: str, library: QuotableLibrary = LIBRARY) -> Page:
    draft = drafts.received(text.encode(), "")
    return Page(verifying.checks_html(draft.text, drafts.checked(library, draft)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (quoted("tỷ lệ đô thị hóa đạt 35%"), "✓ Đúng nguyên văn"),
        (quoted("tỷ lệ đô thị hóa đạt 45%"), "✗ Sai khác"),
        (quoted("xây dựng cảng vũ trụ quốc tế"), "! Không tìm thấy"),
        (quoted("Kinh phí 4,7 tỷ đồng, […] trong giai đoạn 2026 - 2030"), "i Đúng nguyên văn, có lược bớt"),
        (quoted("Sở Tài chính báo cáo theo Thông báo số 130/TB-VPCP"), "! Đúng nguyên văn, có lưu ý"),
        (f"{PLAN} ngày 01/01/2020", "✗ Dẫn văn bản chưa khớp"),
        ("Quyết định số 999/QĐ-TTg", "! Không rõ văn bản"),
    ],
)
def test_verdict_is_a_sign_and_a_word(text, words):
    page = checks(text)
    assert words in page.text
    assert {"tc-good", "tc-bad", "tc-warn"} & {name for value in page.values("class") for name in value.split()}


def test_words_that_differ_are_struck_with_those_of_the_source_beside():
    draft = drafts.received(quoted("tỷ lệ đô thị hóa đạt 45%").encode(), "")
    (match,) = drafts.checked(LIBRARY, draft).quotations
    shown = verifying.compared(draft.text, match)
    assert re.search(r'<del class="tc-grave">45%?</del> <ins class="tc-grave">35%?</ins>', shown)
    assert Page(re.sub("<ins.*?</ins>", "", shown)).text.split() == match.text.split()


def test_what_is_wrong_comes_before_what_is_right_and_is_counted():
    page = checks(f"{quoted('tỷ lệ đô thị hóa đạt 35%')}\n\n{quoted('tỷ lệ đô thị hóa đạt 45%')}")
    assert page.text.index("Cần xem lại (1)") < page.text.index("Không phải sửa")
    assert "2 đoạn trích:" in page.text
    assert "✗ 1 sai khác" in page.text
    assert "✓ 1 đúng nguyên văn" in page.text
    assert "Đoạn 2 của dự thảo" in page.text


def test_draft_to_try_fits_the_documents_at_hand():
    shown = checks(examples.draft(LIBRARY.documents))
    assert "✗ 1 dẫn văn bản chưa khớp" in shown.text
    assert "✓ 1 dẫn đúng văn bản" in shown.text
    assert examples.topics(LIBRARY.documents) == ()
    assert examples.draft(()) == ""
    assert ("hidden", None) in Page(verifying._form("")).attributes


def test_draft_without_quotations_says_what_counts_as_one():
    assert "Không có đoạn trích" in checks("Báo cáo tình hình chung của đơn vị trong quý.").text


def test_verdicts_lead_to_the_place_in_the_source():
    page = checks(quoted("tỷ lệ đô thị hóa đạt 45%"))
    assert any(link.startswith("?doc=ke-hoach-") for link in page.values("href"))


def test_word_draft_is_read_and_comes_back_with_comments(client):
    data = word_file([quoted("tỷ lệ đô thị hóa đạt 45%"), quoted("tỷ lệ đô thị hóa đạt 35%")])
    shown = client.post("/checks?name=Dự thảo.docx", content=data)
    assert "✗ 1 sai khác" in shown.text
    copy = client.post("/api/verify.docx?name=Dự thảo.docx", content=data)
    assert len(list(docx.Document(io.BytesIO(copy.content)).comments)) >= 2
    assert 'filename="du-thao-co-nhan-xet.docx"' in copy.headers["content-disposition"]


def test_pasted_draft_comes_as_a_word_file_with_comments_too(client):
    text = f"BÁO CÁO\n\n{quoted('tỷ lệ đô thị hóa đạt 45%')}\n"
    copy = docx.Document(io.BytesIO(client.post("/api/verify.docx", content=text.encode()).content))
    assert [p.text for p in copy.paragraphs] == text.rstrip("\n").split("\n")
    assert any("35%" in comment.text for comment in copy.comments)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("", b"", "Chưa có nội dung"),
        ("", "  \n…".encode(), "Chưa có nội dung"),
        ("a.txt", b"abc\xff\xfe\x81", "a.txt"),
        ("a.docx", b"PK\x03\x04abc", "không phải tệp Word"),
        ("a.docx", b"", "“a.docx” không có chữ nào"),
        ("a.txt", " \n…".encode(), "“a.txt” không có chữ nào"),
        ("a.docx", word_file([" ", "…"]), "“a.docx” không có chữ nào"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"0" * 600, "a.doc"),
        ("a.pdf", b"%PDF-1.7", "“a.pdf” là tệp PDF"),
        ("../../x.exe", b"MZ", "x.exe"),
        ("", b"x" * (drafts.DRAFT_CHARACTERS + 1), "300.000"),
    ],
)
def test_draft_that_cannot_be_read_is_refused_in_a_sentence(client, name, data, words):
    reply = client.post("/api/verify", params={"name": name}, content=data)
    assert (reply.status_code, list(reply.json())) == (400, ["error"])
    assert words in reply.json()["error"]
    assert "/tmp" not in reply.json()["error"]
    assert reply.json()["error"] in Page(client.post("/checks", params={"name": name}, content=data).text).text


def test_nothing_of_a_draft_stays_on_the_disk(client, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    data = word_file([quoted("tỷ lệ đô thị hóa đạt 45%")])
    client.post("/checks?name=a.docx", content=data)
    client.post("/api/verify.docx?name=a.docx", content=data)
    client.post("/api/verify.docx", content=b"abc")
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_too_large_is_refused_before_it_is_read(client):
    reply = client.post("/api/verify?name=a.docx", content=b"x" * (DRAFT_BYTES + 1))
    assert (reply.status_code, "10 MB" in reply.json()["error"]) == (413, True)
    unstated = client.post("/api/verify?name=a.docx", content=(b"x" * 1_000_000 for _ in range(12)))
    assert (unstated.status_code, "10 MB" in unstated.json()["error"]) == (400, True)
    assert client.post("/quotes", content=b"x" * 70_000).status_code == 413


def test_drafts_beyond_the_limit_are_told_to_come_back(monkeypatch):
    from threading import Event, Thread

    begun, leave = Event(), Event()

    class Slow(QuotableLibrary):
        def verify_draft(self, text, *, should_stop=None):
            self.checked.append(text)
            if len(self.checked) == DRAFTS_AT_ONCE:
                begun.set()
            leave.wait(10)
            return DraftCheck()

    monkeypatch.setattr("tracuu.web.library.DRAFT_WAIT_SECONDS", 0.05)
    library = InTurn(Slow())
    threads = [Thread(target=library.verify_draft, args=(str(n),)) for n in range(DRAFTS_AT_ONCE)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    with pytest.raises(BusyError, match="thử lại sau ít phút"):
        library.verify_draft("x")
    leave.set()
    for thread in threads:
        thread.join(10)
    assert library.verify_draft("y") == DraftCheck()


def test_name_of_a_file_keeps_only_its_last_part():
    with pytest.raises(DraftError) as refused:
        drafts.received(b"%PDF", "C:\\Users\\an\\báo cáo.pdf")
    assert "“báo cáo.pdf”" in str(refused.value)


# --- What documents and drafts bring with them ---------------------------------------------------

_TAGS = frozenset(
    "a article blockquote button dd del details div dl dt h2 h3 h4 header ins li ol p section span strong summary".split()  # noqa: SIM905
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_markup_of_a_document_or_a_draft_survives(payload):
    body = f"I. MỤC TIÊU\n\n1. Phát triển đô thị {payload} bền vững trên địa bàn tỉnh đến năm 2030 đạt 35%."
    library = QuotableLibrary({f"{payload.replace('/', '-')}.txt": directive(body=body, subject=payload)})
    found = library.quote("phát triển đô thị")
    keys = [basket.quotation_key(q) for q in found] + [payload]
    draft = (
        f"Theo Kế hoạch số 15/KH-UBND, “Phát triển đô thị {payload} bền vững trên địa bàn tỉnh đến năm 2031 đạt 35%”."
    )
    pieces = [
        quoting.quotes_html(library, "phát triển đô thị"),
        basket.basket_html(library, keys),
        verifying.checks_html(draft, library.verify_draft(draft)),
        quoting._form(library.documents),
    ]
    for piece in pieces[:3]:
        page = Page(piece)
        assert set(page.tags) <= _TAGS
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert all(link.startswith("?doc=") for link in page.values("href"))
    assert "<script" not in pieces[3].lower()
    assert html.escape(payload, quote=True) in pieces[2] or payload not in draft


def test_words_put_in_do_not_stick_to_those_beside():
    match = LIBRARY.verify("Đến năm 2030, tỷ lệ đô thị hóa 35%")
    words = Page(verifying.compared(match.text, match)).text
    assert all(f"{d.source}" in words for d in match.differences)
    for difference in match.differences:
        if not difference.yours:
            assert f" {' '.join(difference.source.split())} " in f" {words} "


def test_a_document_that_is_only_cited_names_those_that_cite_it():
    check = DraftCheck(
        mentions=(
            MentionCheck(text="x", start=0, end=1, status=MentionStatus.CITED, symbol="x", cited_by=("a.txt#3",)),
        )
    )
    page = Page(verifying.checks_html("x", check, {"a.txt#3": "Công văn số 584-CV/ĐU"}))
    assert "Được dẫn trong: Công văn số 584-CV/ĐU" in page.text


@pytest.mark.parametrize("mentioned", [False, True], ids=["nothing found", "a document named"])
def test_what_was_not_checked_in_a_draft_is_told(mentioned):
    named = MentionCheck(text="Kế hoạch 5", start=0, end=10, status=MentionStatus.UNKNOWN, symbol="5")
    check = DraftCheck(mentions=(named,) if mentioned else (), unquoted=3)
    assert vi.DRAFT_UNQUOTED.format(count=3) in Page(verifying.checks_html("Kế hoạch 5", check)).text
    nothing_left_out = DraftCheck(mentions=check.mentions)
    assert "ngoài ngoặc kép" not in Page(verifying.checks_html("Kế hoạch 5", nothing_left_out)).text
