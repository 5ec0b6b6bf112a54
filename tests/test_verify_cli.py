"""`tracuu verify` as a person meets it."""

import json
import sys
from pathlib import Path

import docx
import pytest

from build_quotables import word_file
from tracuu import cli, vi

QUOTE = "Diện tích sàn nhà ở bình quân đầu người tại khu vực đô thị phấn đấu đạt 28 m²/người"
NAMED = "Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)

    def go(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tracuu", "verify", *map(str, arguments)])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return go


def test_json_holds_the_contract(run, corpus_index: Path):
    code, out, _ = run(QUOTE.replace("28", "32"), "--json", "--index", corpus_index)
    match = json.loads(out)
    assert code == 0
    assert {"text", "verdict", "similarity", "differences", "citation"} <= set(match)
    assert (match["verdict"], match["citation"]["document"]) == ("altered", "39-KH/TU")
    assert {k: match["differences"][0][k] for k in ("yours", "source", "kind", "marked")} == {
        "yours": "32", "source": "28", "kind": "number", "marked": True
    }  # fmt: skip


def test_people_read_the_verdict_and_the_reference(run, corpus_index: Path):
    code, out, _ = run(f"“{QUOTE}”", "--index", corpus_index)
    assert code == 0
    assert out.startswith(
        "Đúng nguyên văn.\nViện dẫn: gạch đầu dòng thứ 3, mục 2, Phần II, Kế hoạch số [39-KH/TU], ngày [13/3/2026]"
    )


def test_a_draft_gives_an_object_a_line_and_a_copy_with_comments(run, corpus_index: Path, tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(word_file([f"{NAMED} nêu “{QUOTE}”."]))
    code, out, err = run("--file", "a.docx", "--json", "--out", "b.docx", "--index", corpus_index)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, [line["type"] for line in lines]) == (0, ["mention", "quotation"])
    assert lines[1]["cited"]["status"] == "right"
    assert "b.docx" in err
    assert len(list(docx.Document("b.docx").comments)) == 2


def test_what_of_a_draft_was_not_checked_is_told_beside_its_json(run, corpus_index: Path, tmp_path: Path):
    (tmp_path / "a.txt").write_text(
        f"{NAMED} nêu “{QUOTE}”.\nĐề nghị các cơ quan tổ chức thực hiện tốt.", encoding="utf-8"
    )
    _, out, err = run("--file", "a.txt", "--json", "--index", corpus_index)
    assert len(out.splitlines()) == 2
    assert err == f"{vi.CLI_NOTE.format(message=vi.DRAFT_UNQUOTED.format(count=1))}\n"


def test_a_text_draft_is_told_by_lines(run, corpus_index: Path, tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"Mở đầu.\nKế hoạch số 50-KH/TU nêu “{QUOTE}”.", encoding="utf-8")
    code, out, _ = run("--file", "a.txt", "--index", corpus_index)
    assert code == 0
    assert "của dự thảo: “Diện tích sàn" in out
    assert "số, ký hiệu ghi “50-KH/TU”, đúng là “39-KH/TU”" in out
    assert "1 đoạn trích: 1 đúng nguyên văn, 0 khác nguyên văn, 0 không thấy." in out


@pytest.mark.parametrize(
    "arguments",
    [("",), ("…",), ("a" * 7000,), ("--file", "khong-co.docx"), ("--file", "."), ("--file", "rong.txt"), ("--file", "a.txt", "--out", "b.docx")],
)  # fmt: skip
def test_bad_input_is_told_in_one_vietnamese_sentence(run, corpus_index: Path, tmp_path: Path, arguments):
    (tmp_path / "rong.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Một đoạn.", encoding="utf-8")
    code, out, err = run(*arguments, "--index", corpus_index)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert err.startswith("Lỗi: ")
    assert "Hãy" in err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rong.txt", b"", "không có chữ nào"),
        ("rong.docx", b"", "không có chữ nào"),
        ("trang.docx", b"  \n", "không có chữ nào"),
        ("chi-dau.docx", word_file([" ", "…"]), "không có chữ nào"),
        ("thu-muc.docx", None, "là thư mục"),
        ("ban-in.pdf", b"%PDF-1.4", "là tệp PDF"),
        ("ban-in.docx", b"%PDF-1.4", "là tệp PDF"),
        ("hong.docx", word_file(["Một đoạn."])[:-400], "đã hỏng"),
        ("xuong\ndong\x1b[2J.docx", b"abc", "đã hỏng"),
    ],
)
def test_a_file_that_is_no_draft_is_named_with_what_it_is_and_what_to_do(run, corpus_index: Path, name, data, said):
    if data is None:
        Path(name).mkdir()
    else:
        Path(name).write_bytes(data)
    code, out, err = run("--file", name, "--index", corpus_index)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert said in err
    assert "Hãy" in err
    assert name.replace("\n", " ").replace("\x1b", " ") in err


def test_a_word_file_named_txt_is_read_as_a_word_file(run, corpus_index: Path):
    Path("a.txt").write_bytes(word_file([f"{NAMED} nêu “{QUOTE}”."]))
    code, out, _ = run("--file", "a.txt", "--index", corpus_index)
    assert code == 0
    assert "1 đúng nguyên văn" in out


@pytest.mark.parametrize("arguments", [(), ("a", "--file", "b"), ("a", "--out", "b.docx")])
def test_wrong_usage_exits_with_two(run, arguments):
    assert run(*arguments)[0] == 2
