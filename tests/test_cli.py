"""The command line as a person meets it: output, errors in one sentence, exit codes."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tracuu import cli

MISSION = "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
LEAD = "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An"


class Run:
    """Runs the command line in this process and keeps what it printed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        self._monkeypatch.setattr(sys, "argv", ["tracuu", *map(str, arguments)])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    return Run(monkeypatch, capsys)


def test_ask_prints_the_contract_as_json(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("ask", MISSION, "--json", "--top", "3", "--index", corpus_index)
    answer = json.loads(out)
    assert code == 0
    assert {"question", "answer", "abstained", "reason", "confidence", "citations", "conflicts", "took_ms"} <= set(
        answer
    )
    assert answer["answer"] == LEAD
    first = answer["citations"][0]
    assert {
        "rank", "source", "document", "kind", "issued", "locator", "quote", "start", "end", "score", "reference", "also_in"
    } <= set(first)  # fmt: skip
    assert (first["document"], first["issued"], first["locator"]) == ("39-KH/TU", "2026-03-13", ["Phụ lục", "STT 6"])
    assert set(first["also_in"][0]) == {"source", "start", "end", "differs", "differences"}
    assert len(answer["citations"]) == 3


def test_ask_prints_answer_and_evidence_for_people(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("ask", MISSION, "--index", corpus_index)
    assert code == 0
    assert LEAD in out
    assert "[1] STT 6, Phụ lục, Kế hoạch số [39-KH/TU], ngày [13/3/2026] của Ban Thường vụ Tỉnh ủy Điện Biên" in out


def test_a_batch_keeps_order_and_answers_every_line(run: Run, corpus_index: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(f"{MISSION}\n\nAi ký kế hoạch 39?\n", encoding="utf-8")
    code, out, _ = run("ask", "--batch", file, "--index", corpus_index)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [a["question"] for a in answers] == [MISSION, "", "Ai ký kế hoạch 39?"]
    assert [a["reason"] for a in answers] == [None, "bad_question", None]


def test_an_abstention_is_no_error(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("ask", "Tỷ lệ đô thị hóa của Sơn La năm 2030?", "--json", "--index", corpus_index)
    assert code == 0
    assert json.loads(out)["reason"] == "other_subject"


def test_search_lists_passages(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("search", "đất hiếm", "--top", "4", "--json", "--index", corpus_index)
    found = json.loads(out)
    assert code == 0
    assert len(found["citations"]) == 4
    assert "đất hiếm" in found["citations"][0]["quote"]


def test_documents_lists_seven_with_their_copies_and_reasons(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("documents", "--json", "--index", corpus_index)
    listed = json.loads(out)
    assert code == 0
    assert len(listed) == 7
    assert sum(d["copy_of"] is None for d in listed) == 6
    by_id = {d["doc_id"]: d for d in listed}
    plan = by_id["ke-hoach-nq06-dien-bien-2022.txt"]
    assert (plan["document"], plan["issued"]) == ("50-KH/TU", "2022-06-08")
    assert "39-KH/TU" in plan["inferred"]
    assert by_id["ke-hoach-2233-lai-chau.txt"]["inferred"] is None
    assert by_id["chuong-trinh-hanh-dong-ha-tinh.txt"]["document"] is None


@pytest.mark.parametrize("name", ["39-KH/TU", "kh 39", "ke-hoach-39-dien-bien.txt"])
def test_show_takes_any_name_of_a_document(run: Run, corpus_index: Path, name: str) -> None:
    code, out, _ = run("show", name, "--json", "--index", corpus_index)
    shown = json.loads(out)
    assert code == 0
    assert shown["header"]["document"] == "39-KH/TU"
    assert [s["label"] for s in shown["outline"] if s["level"] == "roman"] == ["I", "II", "III", "IV", "V"]


def test_show_prints_the_text_that_citations_count_in(run: Run, corpus_index: Path) -> None:
    _, out, _ = run("show", "ke-hoach-2233-lai-chau.txt", "--text", "--index", corpus_index)
    assert out.removesuffix("\n") == (Path(__file__).parent.parent / "corpus/ke-hoach-2233-lai-chau.txt").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", "Ai chủ trì?", "--index", "khong-co"), "tracuu index"),
        (("index", "--corpus", "khong-co"), "--corpus"),
        (("index", "--corpus", "."), "Thư mục"),
        (("index", "--corpus", ".", "--model", "khong/co-mo-hinh"), ""),
        (("ask", "--batch", "khong-co.txt", "--index", "khong-co"), ""),
        (("evaluate", "khong-co.jsonl"), ""),
        (("show", "99-KH/TU"), ""),
    ],
)
def test_bad_input_is_told_in_one_vietnamese_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    lines = err.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("Lỗi: ")
    assert said in lines[0]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", "a", "--tóp", "1"), "Không có tùy chọn “--tóp”."),
        (("ask", "a", "b"), "Thừa tham số “b”"),
        (("index", "van-ban"), "thư mục văn bản ghi sau --corpus, ví dụ: --corpus van-ban."),
        (("quote",), "Thiếu CHỦ_ĐỀ."),
        (("show",), "Thiếu VĂN_BẢN."),
        (("ask", "a", "--top"), "Tùy chọn “--top” cần có giá trị"),
        (("ask", "a", "--top", "0"), "“0” của --top không hợp lệ: phải là số nguyên từ 1 đến 100."),
        (("ask", "a", "--since", "x"), "“x” của --since không hợp lệ: phải là ngày, ví dụ 01/7/2025"),
        (("vẽ",), "Không có lệnh “vẽ”."),
        (("ask", "a", "--batch", "b"), "không cả hai."),
        (("verify", "a", "--file", "b"), "không cả hai."),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_with_the_next_step(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert said in err
    assert "Hãy xem cách dùng bằng lệnh `tracuu" in err


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in sorted(c.name or c.callback.__name__ for c in cli.app.registered_commands))]
)
def test_help_is_vietnamese_throughout(run: Run, command: tuple[str, ...]) -> None:
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert out.startswith("Cách dùng: tracuu")
    words = re.sub(r"--[\w-]+|`[^`]*`|\w+\.(?:jsonl|tsv|docx|txt|md)|\(\.[^)]*\)", "", out)
    english = r"\b(usage|options?|arguments?|commands?|show|this|message|exit|default|required|text|integer|range|the|and|path)\b"
    found = [w for w in re.findall(english, words, re.IGNORECASE) if w not in {"show"}]
    assert found == []


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tracuu", "--help"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("Cách dùng: tracuu")


def test_a_reader_who_leaves_early_is_no_error(corpus_index: Path) -> None:
    command = [sys.executable, "-m", "tracuu", "show", "39-KH/TU", "--text", "--index", str(corpus_index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 141)


def test_an_empty_question_is_told_once_and_an_empty_name_in_a_sentence(run: Run, corpus_index: Path) -> None:
    code, out, err = run("ask", "", "--index", corpus_index)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    code, out, err = run("show", " ", "--index", corpus_index)
    assert (code, out) == (1, "")
    assert "Tên văn bản đang để trống" in err


def test_what_was_inferred_is_marked_and_explained(run: Run, corpus_index: Path) -> None:
    _, out, _ = run("ask", "Diện tích nhà ở bình quân đầu người đến năm 2030 là bao nhiêu?", "--index", corpus_index)
    assert "Kế hoạch số [50-KH/TU], ngày [08/6/2022]" in out
    assert "[50-KH/TU]: suy ra" in out
    assert "<sup>" not in out
    assert "^2" not in out


@pytest.mark.parametrize("question", ["", "   ", "…?", "quy hoạch " * 1000])
def test_an_empty_or_endless_question_is_refused(run: Run, corpus_index: Path, question: str) -> None:
    code, out, err = run("ask", question, "--json", "--index", corpus_index)
    assert code == 1
    assert json.loads(out)["reason"] == "bad_question"
    assert err.startswith("Lỗi: Câu hỏi")


@pytest.mark.parametrize(
    "arguments", [("ask",), ("ask", "a", "--batch", "b"), ("evaluate",), ("ask", "a", "--top", "0"), ("vẽ",)]
)
def test_wrong_usage_exits_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_unreadable_files_are_named_and_the_rest_is_indexed(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "c"
    corpus.mkdir()
    (corpus / "tot.txt").write_text("THÔNG BÁO\n\nVề việc trực Tết\n\nCác phòng phân công trực Tết.", encoding="utf-8")
    (corpus / "hong.txt").write_bytes(b"\x00\x01\x02")
    (corpus / "sai.txt").write_bytes("Kế hoạch".encode("utf-16-le"))
    (corpus / "anh.png").write_bytes(b"\x89PNG")
    code, out, err = run("index", "--corpus", corpus, "--index", tmp_path / "i")
    assert code == 0
    assert "1 văn bản" in out
    assert all(name in err for name in ("hong.txt", "sai.txt", "anh.png"))
    assert out.endswith("; 3 tệp không đọc được.\n")


def test_what_is_there_no_more_is_counted(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "c"
    corpus.mkdir()
    for name in ("mot", "hai"):
        (corpus / f"{name}.txt").write_text(f"THÔNG BÁO\n\nVề việc {name}\n\nCác phòng trực {name}.", encoding="utf-8")
    run("index", "--corpus", corpus, "--index", tmp_path / "i")
    (corpus / "hai.txt").unlink()
    code, out, _ = run("index", "--corpus", corpus, "--index", tmp_path / "i")
    assert code == 0
    assert out.endswith("; bỏ 1 văn bản không còn trong thư mục.\n")


def test_a_build_that_is_interrupted_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tracuu.pipeline.build_index", interrupted)
    code, out, err = run("index", "--corpus", tmp_path, "--index", tmp_path / "i")
    assert (code, out) == (130, "")
    assert "Đã dừng; chỉ mục cũ (nếu có) vẫn dùng được." in err


def test_asking_never_imports_torch_or_gradio(corpus_index: Path) -> None:
    program = (
        "import atexit, sys; from tracuu import cli; sys.argv = ['tracuu', 'ask', 'Ai ký kế hoạch 39?', '--index', sys.argv[1]];"
        "atexit.register(lambda: print(sorted({'torch', 'gradio', 'underthesea', 'transformers'} & set(sys.modules))));"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(corpus_index)], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip().endswith("[]")


# --- Quotations ----------------------------------------------------------------------------------


def test_quote_prints_sentences_with_both_references(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("quote", "đất hiếm", "--top", "2", "--index", corpus_index)
    assert code == 0
    assert "[1] “Công an tỉnh: Tổ chức nắm tình hình, phòng ngừa, đấu tranh, xử lý nghiêm" in out
    assert "điểm b, mục 6, Phần II, Kế hoạch số 2233/KH-UBND ngày 30 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh" in out
    assert "Nhắc lại: điểm b, mục 6, Phần II, Kế hoạch số 2233/KH-UBND" in out
    assert "[3]" not in out


def test_quote_as_json_has_the_documented_keys(run: Run, corpus_index: Path) -> None:
    code, out, _ = run("quote", "nhà ở xã hội", "--json", "--top", "3", "--index", corpus_index)
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"topic", "quotes"}
    assert [q["rank"] for q in found["quotes"]] == [1, 2, 3]
    assert set(found["quotes"][0]) == {
        "rank", "quote", "text", "unit", "source", "doc_id", "document", "kind", "issued", "locator", "start", "end",
        "stems", "reference", "marked_reference", "short_reference", "footnote", "inferred", "score", "fit",
        "standing", "headings", "also_in",
    }  # fmt: skip
    page = Path(__file__).parent.parent / "docs" / "json.md"
    told = page.read_text(encoding="utf-8")
    assert all(f"`{key}`" in told for key in found["quotes"][0])


def test_quote_says_that_nothing_speaks_of_a_topic_and_that_is_no_error(run: Run, corpus_index: Path) -> None:
    code, out, err = run("quote", "xuất khẩu lao động", "--index", corpus_index)
    assert (code, out, err) == (0, "Không có câu nào trong các văn bản hiện có nói về chủ đề này.\n", "")
    code, out, _ = run("quote", "xuất khẩu lao động", "--json", "--index", corpus_index)
    assert (code, json.loads(out)["quotes"]) == (0, [])


def test_quote_without_a_topic_is_one_sentence(run: Run, corpus_index: Path) -> None:
    code, out, err = run("quote", "  ", "--index", corpus_index)
    assert (code, out) == (1, "")
    assert err == "Lỗi: Chủ đề chưa có chữ nào. Hãy nhập chủ đề cần trích dẫn, ví dụ: “nhà ở xã hội”.\n"


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What the command writes on a terminal of 60 columns."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", **variables}
    command = [sys.executable, "-m", "tracuu", *arguments]
    written = b""
    with subprocess.Popen(command, stdout=follower, stderr=subprocess.DEVNULL, env=environment) as running:
        os.close(follower)
        with contextlib.suppress(OSError):  # the end of a terminal that nobody writes to
            while piece := os.read(leader, 65_536):
                written += piece
    assert running.returncode == 0
    os.close(leader)
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_that_say_nothing_of_their_own(run: Run, corpus_index: Path) -> None:
    arguments = ("verify", "phấn đấu hoàn thành 1.800 căn nhà ở xã hội trước năm 2030", "--index", str(corpus_index))
    _, plain, _ = run(*arguments)
    painted = on_a_terminal(*arguments)
    assert "\x1b[" not in plain
    assert "\x1b[31m✗ “1.800”" in painted
    assert "\x1b[3" not in on_a_terminal(*arguments, NO_COLOR="1")
    bare = re.sub(r"\x1b\[[\d;]*m", "", painted)
    assert bare.split() == plain.split()
    assert max(map(len, bare.splitlines())) <= 60


def test_lines_on_a_terminal_go_on_below_their_beginning(corpus_index: Path) -> None:
    shown = on_a_terminal("search", "nhà ở xã hội", "--top", "1", "--index", str(corpus_index), NO_COLOR="1")
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("    "))
    assert all(line.startswith("    ") for line in lines[first : first + 3])
