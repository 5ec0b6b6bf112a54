"""`tracuu check` as a person meets it: the contract's JSON, filters, notes, reports, refusals."""

import json
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from build_checks import plan
from build_quotables import word_file
from tracuu import cli
from tracuu.findings.wording import excerpt
from tracuu.types import Citation, Span

GOAL = "I. MỤC TIÊU\n\n1. Đến năm 2030, tỷ lệ đô thị hóa toàn tỉnh đạt 30%."
DRAFT = plan(GOAL, province="Điện Biên", number=99)


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, corpus_index):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()

    def go(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tracuu", "check", *map(str, arguments), "--index", str(corpus_index)])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return go


def found(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_holds_the_contract_and_evidence_is_a_slice(run, library):
    code, out, _ = run("--json")
    findings = found(out)
    assert code == 0
    figure = next(f for f in findings if f["rule"] == "figure")
    assert {"rule", "severity", "message", "values", "evidence", "finding_id", "natures", "needs_person"} <= set(figure)
    assert figure["values"] == ["28 m²/người", "32 m²"]
    assert [c["document"] for c in figure["evidence"]] == ["39-KH/TU", "50-KH/TU"]
    for finding in findings:
        for citation in finding["evidence"]:
            assert library.source(citation["source"]).text[citation["start"] : citation["end"]] == citation["quote"]
    order = ["error", "warning", "info"]
    assert [order.index(f["severity"]) for f in findings] == sorted(order.index(f["severity"]) for f in findings)
    assert len({f["finding_id"] for f in findings}) == len(findings)


def test_the_letter_of_the_corpus_sends_on_a_plan_that_was_due(run):
    _, out, _ = run("--rule", "past_deadline", "--json")
    (finding,) = found(out)
    assert finding["values"] == ["trước ngày 15/4/2026", "15/4/2026", "ngày 20 tháng 4 năm 2026"]


def test_people_read_both_places(run):
    code, out, _ = run("--rule", "figure")
    assert code == 0
    assert out.startswith("Có 2 cảnh báo.")
    assert "đạt 28 m²/người" in out
    assert out.count(" · cần người xem xét, quyết định") == 2
    assert "mục 2, Phần II, Kế hoạch số [39-KH/TU]" in out


def test_a_draft_is_checked_against_the_corpus_and_the_corpus_is_left_alone(run, tmp_path: Path):
    (tmp_path / "moi.txt").write_text(DRAFT, encoding="utf-8")
    _, out, _ = run("moi.txt", "--json")
    findings = found(out)
    assert [f["values"] for f in findings if f["rule"] == "figure"] == [["30%", "32%"]]
    assert all(any(c["source"] == "moi.txt" for c in f["evidence"]) for f in findings)


def test_a_word_draft_with_an_altered_quotation(run, tmp_path: Path):
    said = "Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy: “Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị phấn đấu đạt 38 m²/người”."
    (tmp_path / "moi.docx").write_bytes(word_file([said]))
    _, out, _ = run("moi.docx", "--rule", "quote_altered", "--json")
    (finding,) = found(out)
    assert finding["severity"] == "error"
    assert "dự thảo ghi “38”, nguồn ghi “28”" in finding["message"]


def test_words_of_a_document_that_is_not_held_are_no_altered_quotation(run, tmp_path: Path):
    said = "Theo Nghị quyết số 77-NQ/TW, ngày 05/5/2025 của Bộ Chính trị: “Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị phấn đấu đạt 38 m²/người”."
    (tmp_path / "moi.txt").write_text(said, encoding="utf-8")
    assert run("moi.txt", "--rule", "quote_altered", "--json")[1] == ""


def test_two_drafts_of_one_name_are_two(run, tmp_path: Path):
    (tmp_path / "cu").mkdir()
    (tmp_path / "moi.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "cu" / "moi.txt").write_text("Một văn bản thường.", encoding="utf-8")
    code, out, _ = run("moi.txt", "cu/moi.txt", "--json")
    assert code == 0
    assert {c["source"] for f in found(out) for c in f["evidence"]} >= {"moi.txt"}


def test_a_file_of_the_corpus_is_no_draft_against_itself(run):
    corpus = Path(__file__).parent.parent / "corpus"
    _, out, _ = run(corpus / "ke-hoach-39-dien-bien.txt", "--rule", "figure", "--json")
    told = [[c["document"] for c in finding["evidence"]] for finding in found(out)]
    assert told == [["39-KH/TU", "50-KH/TU"]] * 2


def test_a_reviewed_finding_is_quiet_until_its_words_change(run, tmp_path: Path):
    (tmp_path / "moi.txt").write_text(DRAFT, encoding="utf-8")
    finding = found(run("moi.txt", "--rule", "figure", "--json")[1])[0]
    code, out, err = run("moi.txt", "--reviewed", finding["finding_id"], "--note", "theo Kết luận mới “A”\\")
    assert (code, out) == (0, "")
    assert finding["finding_id"] in err
    code, out, _ = run("moi.txt", "--rule", "figure")
    assert "1 mục đã xem xét" in out
    shown = found(run("moi.txt", "--rule", "figure", "--all", "--json")[1])
    assert [f["reviewed"] for f in shown] == ["theo Kết luận mới “A”\\"]
    (tmp_path / "moi.txt").write_text(DRAFT.replace("30%", "31%"), encoding="utf-8")
    assert [f["reviewed"] for f in found(run("moi.txt", "--rule", "figure", "--json")[1])] == [None]


def test_notes_survive_other_files_around_the_words(run, tmp_path: Path):
    """The identity of a finding is what is said, not where."""
    (tmp_path / "moi.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "khac.txt").write_text(DRAFT.replace("MỤC TIÊU", "CÁC MỤC TIÊU CHỦ YẾU"), encoding="utf-8")
    ids = [{f["finding_id"] for f in found(run(n, "--rule", "figure", "--json")[1])} for n in ("moi.txt", "khac.txt")]
    assert ids[0] == ids[1] != set()


def test_reports_name_what_was_checked_and_what_was_not(run, tmp_path: Path):
    (tmp_path / "moi.txt").write_text(DRAFT, encoding="utf-8")
    for name in ("bao-cao.docx", "bao-cao.html"):
        code, _, err = run("moi.txt", "--report", name)
        assert code == 0
        assert name in err
    words = "\n".join(p.text for p in docx.Document(tmp_path / "bao-cao.docx").paragraphs)
    page = (tmp_path / "bao-cao.html").read_text(encoding="utf-8")
    for text in (words, page):
        assert "moi.txt" in text
        assert "Phạm vi kiểm tra" in text
        assert "Kế hoạch số [39-KH/TU], ngày [13/3/2026] của Ban Thường vụ Tỉnh ủy Điện Biên" in text
    assert "<mark>30%</mark>" in page
    assert "http" not in page
    assert zipfile.ZipFile(tmp_path / "bao-cao.docx").testzip() is None
    first = (tmp_path / "bao-cao.docx").read_bytes()
    run("moi.txt", "--report", "bao-cao.docx")
    assert (tmp_path / "bao-cao.docx").read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["khong-co.txt"], 1, "Không thấy tệp “khong-co.txt”"),
        (["anh.png"], 1, "anh.png"),
        (["--reviewed", "xyz"], 1, "Không có mục nào mang mã “xyz”"),
        (["--rule", "xyz"], 2, "Không có quy tắc “xyz”"),
        (["--severity", "nang"], 2, "Không có mức “nang”"),
        (["--note", "a"], 2, "--reviewed"),
        (["--report", "a.pdf"], 2, ".docx hoặc .html"),
        (["--report", "khong-co/a.html"], 1, "khong-co/a.html"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, tmp_path: Path, arguments, code, said):
    (tmp_path / "anh.png").write_bytes(b"\x89PNG\r\n")
    ended, out, err = run(*arguments)
    assert ended == code
    assert out == ""
    assert said in " ".join(err.split())
    assert "Traceback" not in err


def test_a_damaged_file_of_notes_is_told(run, tmp_path: Path):
    (tmp_path / "corpus" / "reviewed.toml").write_text("a = [", encoding="utf-8")
    code, _, err = run()
    assert code == 1
    assert "reviewed.toml" in err


def test_what_asks_no_question_opens_without_the_model(run, monkeypatch):
    def refused(*_, **__):
        raise AssertionError("the model was loaded")

    monkeypatch.setattr("tracuu.pipeline.load_embedder", refused)
    assert found(run("--json")[1])


def test_two_copies_are_told_apart_by_their_files_and_lists_have_one_dash(run):
    _, out, _ = run()
    assert "Hai bản của Kế hoạch 39-KH/TU khác nhau về tên riêng: bản thứ nhất ghi “Tủa Chùa”" in out
    assert "Kế hoạch số [39-KH/TU] (tệp ke-hoach-39-dien-bien.txt)" in out
    assert "Kế hoạch số [39-KH/TU] (tệp cong-van-584-sinh-phinh.txt)" in out
    assert "– -" not in out
    run("--report", "bao-cao.html")
    assert "tỉnh Điện Biên (tệp cong-van-584-sinh-phinh.txt)</cite>" in Path("bao-cao.html").read_text(encoding="utf-8")
    assert "có thời hạn trước ngày 15/4/2026, đã qua" in out


PLAN_39 = "Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy: "


def test_words_left_out_and_said_to_be_so_are_no_altered_quotation(run, tmp_path: Path):
    said = "“Diện tích sàn nhà ở bình quân đầu người (…) phấn đấu đạt 28 m²/người”."
    (tmp_path / "moi.txt").write_text(PLAN_39 + said, encoding="utf-8")
    assert run("moi.txt", "--rule", "quote_altered", "--json")[1] == ""
    (tmp_path / "moi.txt").write_text(PLAN_39 + said.replace("28", "38"), encoding="utf-8")
    (finding,) = found(run("moi.txt", "--rule", "quote_altered", "--json")[1])
    assert "dự thảo ghi “38”, nguồn ghi “28”" in finding["message"]
    assert "(…)" not in finding["message"]


def test_the_place_of_a_tone_mark_is_no_altered_quotation(run, tmp_path: Path):
    said = "“1. Các đảng uỷ trực thuộc Tỉnh uỷ tổ chức nghiên cứu, quán triệt và xây dựng kế hoạch thực hiện Kết luận số 224-KL/TW”."
    (tmp_path / "moi.txt").write_text(PLAN_39 + said, encoding="utf-8")
    assert run("moi.txt", "--rule", "quote_altered", "--json")[1] == ""
    (tmp_path / "moi.txt").write_text(PLAN_39 + said.replace("224-KL", "225-KL"), encoding="utf-8")
    (finding,) = found(run("moi.txt", "--rule", "quote_altered", "--json")[1])
    assert "uỷ" not in finding["message"].partition("dự thảo ghi")[2]


def test_a_row_and_a_day_in_markdown_are_shown_without_its_signs():
    def shown(quote: str, words: str) -> str:
        start = quote.index(words)
        mark = Span(start, start + len(words))
        said = {"document": None, "kind": None, "issued": None, "locator": (), "score": 1.0, "reference": ""}
        place = {"source": "a.md", "doc_id": "a.md", "start": 0, "end": len(quote), "highlights": (mark,)}
        return excerpt(Citation(rank=1, quote=quote, **said, **place))

    assert shown("*Sơn La, ngày 05 tháng 02 năm 2026*", "ngày 05 tháng 02") == "Sơn La, ngày 05 tháng 02 năm 2026"
    assert shown("| 1 | Nâng cấp | 30/6/2026 |", "30/6/2026") == "1 | Nâng cấp | 30/6/2026"
    assert shown("| 1 | Nâng cấp | 30/6/2026 |", "1 | Nâng cấp") == "1 | Nâng cấp | 30/6/2026"
    assert shown("- **Sở Y tế** chủ trì", "Sở Y tế") == "Sở Y tế chủ trì"


def test_a_choice_is_told_where_it_leaves_findings_out(run, tmp_path):
    _, out, _ = run("--rule", "sum", "--report", tmp_path / "r.html")
    assert "Không có điểm nào thuộc điều kiện đã chọn." in out
    assert "không khớp" not in out.splitlines()[0]
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Không có điểm nào thuộc điều kiện đã chọn." in page
    assert "Báo cáo chỉ nêu những điểm thuộc điều kiện đã chọn: quy tắc “Tổng không bằng các phần”; " in page
    _, out, _ = run("--severity", "error")
    errors = out.count("\n[Lỗi]")
    _, out, _ = run("--json")
    others = len(out.splitlines()) - errors
    _, out, _ = run("--severity", "error", "--report", tmp_path / "e.docx")
    assert f"{others} điểm khác không thuộc điều kiện đã chọn (bỏ --rule, --severity để xem)." in out
    said = "\n".join(p.text for p in docx.Document(str(tmp_path / "e.docx")).paragraphs)
    assert f"đã chọn: mức Lỗi; {others} điểm khác không nêu ở đây." in said


def test_a_report_of_everything_speaks_of_no_choice(run, tmp_path):
    run("--report", tmp_path / "r.html")
    assert "điều kiện đã chọn" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_what_is_inferred_stands_in_brackets_that_are_explained(run, tmp_path):
    _, out, _ = run("--rule", "figure", "--report", tmp_path / "r.html")
    told = "Phần trong ngoặc vuông là suy ra"
    assert "Kế hoạch số [39-KH/TU]" in out
    assert out.count(told) == 1
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Kế hoạch số [39-KH/TU], ngày [13/3/2026]" in page
    assert page.count(told) == 1
