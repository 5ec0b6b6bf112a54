"""A draft: its quotations, what it reports, the documents that it mentions; Word files and their comments."""

import io
import time
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from build_quotables import known_documents, quote_index, word_file
from tracuu.documents.issuer_names import same_issuer
from tracuu.errors import DraftError, QuotationError
from tracuu.quotes.drafts import DRAFT_LIMIT, check_draft, find_quotations
from tracuu.quotes.mentions import find_mentions
from tracuu.quotes.remarks import Remark, in_order, mention_remark, quotation_remark, remarks
from tracuu.quotes.word_files import check_target, commented_copy, read_draft

RIGHT = "“Đến năm 2030, tỷ lệ đô thị hóa đạt 35%; diện tích sàn nhà ở bình quân đạt 28 m²/người”"
STATE = "Kế hoạch số 15/KH-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Sơn La"
PARTY = "Kế hoạch số 21-KH/TU, ngày 03/02/2026 của Ban Thường vụ Tỉnh ủy"


@pytest.fixture(scope="module")
def index():
    return quote_index()


@pytest.fixture(scope="module")
def check(index):
    known = known_documents(index)
    return lambda text: check_draft(text, index, known)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Nêu: “một hai ba bốn”.", ["một hai ba bốn"]),
        ('Nêu: "một hai ba bốn" và "năm sáu bảy tám".', ["một hai ba bốn", "năm sáu bảy tám"]),
        ("Nêu: «một hai ba bốn».", ["một hai ba bốn"]),
        ("Nêu: <<một hai ba bốn>> và 「năm sáu bảy tám」.", ["một hai ba bốn", "năm sáu bảy tám"]),
        ("Nêu: ＂một hai ba bốn＂, nơi 《năm sáu bảy tám》.", ["một hai ba bốn", "năm sáu bảy tám"]),
        ("Nêu: ‘một hai ba bốn’.", ["một hai ba bốn"]),
        ("“một “hai ba bốn năm” sáu bảy”", ["một “hai ba bốn năm” sáu bảy"]),
        ("“một hai ba\nbốn năm sáu”", ["một hai ba\nbốn năm sáu"]),
        ("“một hai ba bốn\n“năm sáu bảy tám”", ["một hai ba bốn\n“năm sáu bảy tám"]),
        ("“28 m²”", ["28 m²"]),
        ("Phong trào “Hành trình đỏ”", []),
        ("dân tộc H’Mông và Ê’Đê ở bản xa", []),
        ('dài 5" và rộng 7 in', []),
    ],
)
def test_what_stands_in_quotation_marks_over_a_few_words_is_a_quotation(text, quoted):
    assert [text[slice(*span)] for span in find_quotations(text)] == quoted


@pytest.mark.parametrize("beside", [f"{STATE} nêu: {RIGHT}.", f"{RIGHT} ({STATE}).", f"{RIGHT}, theo {STATE}."])
def test_a_right_quotation_under_the_right_document(check, beside):
    match = check(beside).quotations[0]
    assert (match.verdict.value, match.cited.status.value, match.cited_differences) == ("exact", "right", ())
    assert beside[match.start : match.end] == match.text


@pytest.mark.parametrize(
    ("named", "differences"),
    [
        (PARTY, [("symbol", "21-KH/TU", "15/KH-UBND"), ("issued_on", "03/02/2026", "12/5/2026")]),
        (STATE.replace("12 tháng 5", "13 tháng 5"), [("issued_on", "13/5/2026", "12/5/2026")]),
        (STATE.replace("Kế hoạch", "Quyết định"), [("kind", "Quyết định", "Kế hoạch")]),
        (
            STATE.replace("Sơn La", "Lai Châu"),
            [("issuer", "Ủy ban nhân dân tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Sơn La")],
        ),
        (STATE.replace("15/KH", "51/KH"), [("symbol", "51/KH-UBND", "15/KH-UBND")]),
        ("Kế hoạch số 15/KH-UBND của UBND tỉnh", []),
    ],
)
def test_number_kind_date_and_issuer_beside_a_quotation_are_checked(check, named, differences):
    match = check(f"{named} nêu: {RIGHT}.").quotations[0]
    assert match.verdict.value == "exact"
    assert [(d.field.value, d.yours, d.source) for d in match.cited_differences][: len(differences) or 1] == differences


def test_the_document_named_is_the_one_before_its_own_subject(check):
    match = check(
        f"{STATE} về việc thực hiện Kết luận số 9-KL/TW, ngày 01/02/2026 của Bộ Chính trị: {RIGHT}"
    ).quotations[0]
    assert match.cited.symbol == "15/KH-UBND"


def test_a_document_in_the_next_paragraph_names_nothing(check):
    assert check(f"Báo cáo nêu: {RIGHT}.\n{PARTY} đã được ban hành.").quotations[0].cited is None


@pytest.mark.parametrize(
    ("mention", "status", "differences"),
    [
        (STATE, "right", []),
        (PARTY, "right", []),
        ("Kế hoạch số 15 ngày 12/5/2026 của UBND tỉnh", "right", []),
        ("Kế hoạch số 15/KH-UBND ngày 12/5/2025", "differs", ["issued_on"]),
        ("Chỉ thị số 21-KH/TU của Ban Tổ chức Tỉnh ủy", "differs", ["kind", "issuer"]),
        ("Thông báo số 130/TB-VPCP ngày 17/3/2026 của Văn phòng Chính phủ", "cited", []),
        ("Thông báo số 130/TB-VPCP ngày 18/3/2026 của Văn phòng Chính phủ", "differs", ["issued_on"]),
        ("Thông báo số 131/TB-VPCP ngày 17/3/2026", "unknown", []),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "unknown", []),
    ],
)
def test_mentions_are_known_and_right_or_it_is_told_what_differs(check, mention, status, differences):
    (found,) = check(f"Căn cứ {mention}; các đơn vị thực hiện.").mentions
    assert (found.status.value, [d.field.value for d in found.differences]) == (status, differences)
    assert mention_remark(found)


def test_the_number_of_the_draft_itself_is_no_mention():
    text = "ỦY BAN NHÂN DÂN\nSố: 45/BC-UBND\nSơn La, ngày 5 tháng 5 năm 2026\n\nThực hiện Kế hoạch số 15/KH-UBND:"
    assert [m.symbol for m in find_mentions(text)] == ["15/KH-UBND"]


def test_long_dates_behind_a_number_are_read():
    (found,) = find_mentions(STATE)
    assert (found.issued_on, found.issuer) == (date(2026, 5, 12), "Ủy ban nhân dân tỉnh Sơn La")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lai Châu", True),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh uỷ Điện Biên", True),
        ("Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy Điện Biên", True),
        ("Bộ Chính trị khóa XIII", "Bộ Chính trị", True),
        ("Ban Thường vụ Tỉnh ủy Lai Châu", "Ban Thường vụ Tỉnh ủy Điện Biên", False),
        ("Ban Tổ chức Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", False),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        ("Sở Xây dựng", "Sở Xây dựng và Giao thông", False),
    ],
)
def test_one_body_is_written_in_several_ways(one, other, same):
    assert same_issuer(one, other) is same
    assert same_issuer(other, one) is same


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"Theo {STATE}, đến năm 2030, tỷ lệ đô thị hóa đạt 35%.", "exact"),
        (f"Theo {STATE}, đến năm 2030, tỷ lệ đô thị hóa đạt 37%.", "altered"),
        (f"Tỷ lệ đô thị hóa đến năm 2030 phải đạt 37% được nêu tại mục 1 {STATE}.", "not_found"),
        (f"Theo {STATE}, cần mở thêm nhiều trường học mới cho con em công nhân.", "not_found"),
    ],
)
def test_what_is_reported_of_a_document_is_held_against_the_corpus(check, text, verdict):
    match = next(m for m in check(text).quotations if m.form.value == "reported")
    # A sentence begins with a small letter inside another: that alone is no difference worth a sign.
    assert match.verdict.value == verdict or (verdict == "exact" and not any(d.marked for d in match.differences))
    assert any(d.marked for d in match.differences) is (verdict == "altered")


def test_everything_stands_once_and_in_order(check):
    text = f"{PARTY} nêu: {RIGHT}. Theo {STATE}, Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch."
    found = list(in_order(check(text)))
    assert [f.type for f in found] == ["mention", "quotation", "mention", "quotation"]
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert len({(f.start, f.end) for f in found}) == len(found)


@pytest.mark.parametrize("text", ["", " \n ", "…", "chữ " * (DRAFT_LIMIT // 4 + 1)])
def test_what_is_no_draft_is_refused_with_the_next_step(check, text):
    with pytest.raises(QuotationError, match="Hãy"):
        check(text)


# --- Word files --------------------------------------------------------------------------------


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def runs_of(paragraph) -> list[tuple[str, bool | None]]:
    """The text of a paragraph letter by letter with its weight: what a reader sees, however runs are cut."""
    return [(letter, run.bold) for run in paragraph.runs for letter in run.text]


def commented(path: Path, comment) -> str:
    """The text that a comment is anchored to."""
    body = docx.Document(str(path)).element.body
    inside, text = False, ""
    for element in body.iter():
        name = element.tag.rpartition("}")[2]
        if name in ("commentRangeStart", "commentRangeEnd") and element.get(f"{W}id") == str(comment.comment_id):
            inside = name == "commentRangeStart"
        elif inside and name == "t":
            text += element.text or ""
    return text


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_word_draft_gets_a_comment_at_each_quotation_and_its_body_stays(check, tmp_path):
    wrong = RIGHT.replace("35%", "36%")
    paragraphs = [
        "BÁO CÁO",
        [f"{STATE} nêu: {wrong[:30]}", wrong[30:60], f"{wrong[60:]} là mục tiêu."],
        f"{RIGHT} ({PARTY}).",
    ]
    file, copy = tmp_path / "du-thao.docx", tmp_path / "ban-sao.docx"
    file.write_bytes(word_file(paragraphs))
    draft = read_draft(file)
    assert draft.text == "BÁO CÁO\n" + "".join(paragraphs[1]) + f"\n{paragraphs[2]}\n"
    found = list(remarks(check(draft.text)))
    check_target(draft, file, copy)
    commented_copy(draft, found, copy)
    before, after = opened(file.read_bytes()), docx.Document(str(copy))
    assert [runs_of(p) for p in after.paragraphs] == [runs_of(p) for p in before.paragraphs]
    assert read_draft(copy).text == draft.text
    comments = list(after.comments)
    assert [commented(copy, c) for c in comments] == [draft.text[r.start : r.end] for r in found]
    first = next(c for c in comments if commented(copy, c) == wrong.strip("“”"))
    assert "“36%” – nguồn ghi “35%” (số liệu)" in first.text
    assert (
        "Viện dẫn: mục 1, Phần I, Kế hoạch số 15/KH-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Sơn La"
        in first.text
    )
    last = next(c for c in comments if commented(copy, c) == RIGHT.strip("“”"))
    assert "số, ký hiệu ghi “21-KH/TU”, đúng là “15/KH-UBND”" in last.text


def test_the_same_draft_gives_the_same_bytes(check, tmp_path):
    (tmp_path / "a.docx").write_bytes(word_file([f"{STATE}: {RIGHT}"]))
    draft = read_draft(tmp_path / "a.docx")
    found = list(remarks(check(draft.text)))
    commented_copy(draft, found, tmp_path / "b.docx")
    commented_copy(draft, found, tmp_path / "c.docx")
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()


def test_tables_and_tracked_insertions_are_read_and_deletions_and_hidden_text_are_not(tmp_path):
    document = docx.Document()
    document.add_table(1, 2).cell(0, 1).text = "trong ô"
    paragraph = document.add_paragraph("trước ")
    hidden = paragraph.add_run("ẩn")
    hidden.font.hidden = True
    for tag, inner in (("ins", "t"), ("del", "delText")):
        change = paragraph._p.makeelement(f"{W}{tag}", {f"{W}id": "7", f"{W}author": "a"})
        run = change.makeelement(f"{W}r")
        run.append(run.makeelement(f"{W}{inner}"))
        run[0].text = f"{tag} "
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run("sau\tcùng\nhết")
    document.save(str(tmp_path / "a.docx"))
    draft = read_draft(tmp_path / "a.docx")
    assert draft.text == "\ntrong ô\ntrước ins sau\tcùng hết\n"
    at = draft.text.index("ins")
    commented_copy(draft, [Remark(at, at + 3, "ở đây"), Remark(at, at + 7, "và đây")], tmp_path / "b.docx")
    assert [commented(tmp_path / "b.docx", c).strip() for c in docx.Document(str(tmp_path / "b.docx")).comments] == [
        "ins",
        "ins sau",
    ]
    assert read_draft(tmp_path / "b.docx").text == draft.text


def test_letters_with_marks_apart_keep_their_places(check, tmp_path):
    import unicodedata

    (tmp_path / "a.docx").write_bytes(word_file([unicodedata.normalize("NFD", f"Đã nêu: {RIGHT} rồi.")]))
    draft = read_draft(tmp_path / "a.docx")
    found = list(remarks(check(draft.text)))
    commented_copy(draft, found, tmp_path / "b.docx")
    (comment,) = docx.Document(str(tmp_path / "b.docx")).comments
    assert unicodedata.normalize("NFC", commented(tmp_path / "b.docx", comment)) == RIGHT.strip("“”")
    assert comment.text.startswith("Đúng nguyên văn.")


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 210_000_000)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("khong-co.docx", None),
        ("hong.docx", b"PK\x03\x04 not a zip"),
        ("rong.docx", b""),
        ("zip.docx", zipped()),
        ("bom.docx", bomb()),
        ("mat-khau.docx", b"\xd0\xcf\x11\xe0 protected"),
        ("cu.doc", b"\xd0\xcf\x11\xe0 old"),
        ("anh.pdf", b"%PDF-1.7"),
        ("nhi-phan.txt", b"a\x00b"),
        ("sai-ma.txt", "Kế hoạch".encode("utf-16-le")),
        ("cat.docx", word_file(["a b c d"])[:-200]),
        ("", None),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence_with_the_next_step(tmp_path, name, data):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(DraftError, match="Hãy"):
        read_draft(path)


def test_a_copy_that_cannot_be_made_is_refused_before_the_work(tmp_path):
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(word_file(["a"]))
    text, word = read_draft(tmp_path / "a.txt"), read_draft(tmp_path / "a.docx")
    for draft, file, out in (
        (text, "a.txt", "b.docx"),
        (word, "a.docx", "a.docx"),
        (word, "a.docx", "b.pdf"),
        (word, "a.docx", "khong/co/b.docx"),
    ):
        with pytest.raises(DraftError, match="Hãy"):
            check_target(draft, tmp_path / file, tmp_path / out)


def test_remarks_say_in_vietnamese_what_differs(index):
    said = quotation_remark(index.grade("Các hộ dân được lấn chiếm đất công"))
    assert said.splitlines()[:2] == [
        "Khác nguyên văn, có chỗ làm thay đổi nội dung.",
        "✗ thiếu “không” so với nguồn (từ phủ định)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "theo mục mục mục mục " * 4000 + "Kế hoạch số 15/KH-UBND",
        "“a" * 50_000,
        '"a ' * 40_000,
        "‘a’b" * 25_000,
        "Kế hoạch số 15/KH-UBND, “một hai ba bốn” " * 300,
        "1/" * 50_000,
    ],
)
def test_hostile_drafts_take_no_time(check, text):
    started = time.perf_counter()
    check(text)
    assert time.perf_counter() - started < 10


def test_a_long_draft_is_commented_in_no_time(tmp_path):
    (tmp_path / "a.docx").write_bytes(word_file([["một hai ", "ba bốn ", "năm"]] * 2_000))
    draft = read_draft(tmp_path / "a.docx")
    line = draft.text.index("\n") + 1
    found = [Remark(n * line + 4, n * line + 11, "ở đây") for n in range(0, 2_000, 2)]
    started = time.perf_counter()
    commented_copy(draft, found, tmp_path / "b.docx")
    assert time.perf_counter() - started < 30
    assert read_draft(tmp_path / "b.docx").text == draft.text
