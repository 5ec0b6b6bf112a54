"""`tracuu tasks` and `tracuu targets` as a person or a program meets them."""

import csv
import io
import json
import sys

import openpyxl
import pytest

from tracuu import cli


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, corpus_index):
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tracuu", *map(str, arguments), "--index", str(corpus_index)])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_tasks_are_json_one_a_line_with_english_keys(run):
    code, out, _ = run("tasks", "--agency", "SXD", "--document", "KH 39", "--role", "chủ trì", "--json")
    entries = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(entries) == 7
    first = entries[0]
    assert {"document", "source", "locator", "task", "lead", "coordinating", "supervising", "deadline", "reference", "quote", "start", "end", "also_in"} <= set(first)  # fmt: skip
    assert set(first["deadline"]) == {"text", "precision", "start", "end", "spans"}
    assert (first["deadline"]["start"], first["deadline"]["end"]) == ("2026-04-01", "2026-06-30")
    assert (first["match"], first["role"]) == ("named", "lead")


def test_tasks_are_told_in_words_and_what_is_left_out_on_the_other_stream(run):
    code, out, err = run("tasks", "--agency", "Sở Tài chính Lai Châu", "--due-before", "30/6/2026")
    assert code == 0
    assert out.startswith("1 nhiệm vụ\n\n1. trước ngày 10/4/2026 (đến 09/4/2026)\n    Báo cáo kết quả")
    assert "mục 1, Phần III, Kế hoạch số 2233/KH-UBND" in out
    assert "22 nhiệm vụ không có ngày cụ thể" in err
    assert "--reach possible" in err


def test_agency_that_no_directive_names_gives_nothing_and_one_sentence(run):
    code, out, err = run("tasks", "--agency", "Sở Du lịch", "--json")
    assert (code, out) == (0, "")
    assert len(err.strip().splitlines()) == 1
    assert "“Sở Du lịch”" in err
    assert "Sở Tài chính" in err


def test_old_name_is_told_with_the_day_of_the_change(run):
    _, out, err = run("tasks", "--agency", "Sở KH&ĐT", "--role", "chủ trì", "--reach", "renamed")
    assert "6 nhiệm vụ" in out
    assert "“Sở Kế hoạch và Đầu tư” nay là “Sở Tài chính” từ 01/3/2025" in err


@pytest.mark.parametrize("arguments", [("--csv",), ("--csv", "-"), ("--csv", "--sort", "document")])
def test_csv_goes_to_standard_output(run, arguments):
    code, out, _ = run("tasks", *arguments)
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert code == 0
    assert rows[0][:2] == ["STT", "Nhiệm vụ"]
    assert len(rows) == 124


def test_files_are_written_beside_one_another(run, tmp_path):
    code, out, err = run("targets", "--year", 2030, "--csv", "a.csv", "--xlsx", "a.xlsx", "--docx", "a.docx")
    assert (code, out) == (0, "")
    assert err.count("Đã ghi 24 mục") == 3
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.max_row == 25
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_targets_are_json_one_a_line(run):
    _, out, _ = run("targets", "--document", "39-KH/TU", "--json")
    entries = [json.loads(line) for line in out.splitlines()]
    assert [(e["indicator"][:16], e["value"], e["unit"], e["years"]) for e in entries] == [
        ("Tỷ lệ đô thị hóa", "32", "%", [2030, 2030]),
        ("Diện tích sàn nh", "28", "m²/người", [2030, 2030]),
        ("nhà ở xã hội", "1.500", "căn", [2030, 2030]),
    ]
    assert len(entries[0]["also_in"]) == 1


def test_nothing_found_is_one_sentence(run):
    assert run("targets", "--place", "Cà Mau") == (0, "", "Không có chỉ tiêu nào khớp với các điều kiện đã chọn.\n")
    assert run("tasks", "--text", "zzz") == (0, "", "Không có nhiệm vụ nào khớp với các điều kiện đã chọn.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("tasks", "--role", "ký"), 2, "Không có vai trò"),
        (("tasks", "--sort", "x"), 2, "--sort"),
        (("tasks", "--due-before", "x"), 2, "due-before"),
        (("tasks", "--document", "999-KH/TU"), 1, "Không có văn bản"),
        (("tasks", "--xlsx", "/khong/co/a.xlsx"), 1, "Không ghi được tệp"),
    ],
)
def test_wrong_use_is_told(run, arguments, code, words):
    found, out, err = run(*arguments)
    assert (found, out) == (code, "")
    assert words in err
    assert "Traceback" not in err


@pytest.mark.parametrize("register", ["tasks", "targets"])
def test_what_is_inferred_stands_in_brackets_that_are_explained_once(run, register, tmp_path):
    _, out, _ = run(register, "--document", "KH 39")
    assert "Kế hoạch số [39-KH/TU], ngày [13/3/2026]" in out
    assert out.count("Phần trong ngoặc vuông là suy ra") == 1
    run(register, "--document", "KH 39", "--xlsx", tmp_path / "r.xlsx")
    cells = [str(c.value) for row in openpyxl.load_workbook(tmp_path / "r.xlsx").active.iter_rows() for c in row]
    assert any("Kế hoạch số [39-KH/TU]" in cell for cell in cells)
    assert not any("Kế hoạch số 39-KH/TU" in cell for cell in cells)


def test_a_reference_without_inferred_parts_has_no_brackets(run):
    _, out, _ = run("tasks", "--document", "2233")
    assert "Kế hoạch số 2233/KH-UBND" in out
    assert "ngoặc vuông" not in out
