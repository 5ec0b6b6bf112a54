"""Answers over built directives of other provinces, agencies and table shapes; and over changed ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracuu.pipeline import Library, build_index
from tracuu.text import squeeze

HEAD = """UBND TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 118/KH-UBND

Cà Mau, ngày 05 tháng 5 năm 2026

KẾ HOẠCH

Phòng, chống hạn hán, xâm nhập mặn mùa khô năm 2026 trên địa bàn tỉnh Cà Mau

Ủy ban nhân dân tỉnh ban hành Kế hoạch phòng, chống hạn hán, xâm nhập mặn như sau:

I. MỤC TIÊU

- Bảo đảm nước sinh hoạt cho 12.500 hộ dân ven biển.

II. PHÂN CÔNG NHIỆM VỤ

a) Sở Y tế

- Chủ trì kiểm tra chất lượng nước sinh hoạt tại các trạm cấp nước; báo cáo trước ngày 20/5/2026.

b) Giao Công an tỉnh chủ trì, phối hợp với Sở Xây dựng bảo đảm an toàn giao thông đường thủy.

c) Đài Khí tượng Thủy văn tỉnh cung cấp bản tin dự báo độ mặn hằng tuần.

Nơi nhận:

- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Phạm Văn Thiều

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ CỤ THỂ
(Kèm theo Kế hoạch số 118/KH-UBND ngày 05/5/2026 của Ủy ban nhân dân tỉnh Cà Mau)

"""
ROWS = (
    ("Nạo vét kênh thủy lợi nội đồng", "Sở Nông nghiệp và Môi trường", "UBND các xã, phường", "Tháng 6/2026"),
    ("Lắp đặt trạm đo độ mặn tự động", "Sở Khoa học và Công nghệ", "Sở Tài chính", "30/9/2026"),
    ("Tuyên truyền sử dụng nước tiết kiệm", "Báo và Đài Phát thanh, Truyền hình", "Các đoàn thể", "Thường xuyên"),
)
TITLES = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành")


def tabs(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join(["\t".join(TITLES), *("\t".join((str(i), *row)) for i, row in enumerate(rows, 1))])


def markdown(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [TITLES, ("---",) * 5, *((str(i), *row) for i, row in enumerate(rows, 1))]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def html(rows: tuple[tuple[str, ...], ...]) -> str:
    head = (
        '<tr><th rowspan="2">TT</th><th rowspan="2">Nội dung công việc</th><th colspan="2">Trách nhiệm</th>'
        '<th rowspan="2">Thời hạn hoàn thành</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr>'
    )
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in (str(i), *row)) + "</tr>\n" for i, row in enumerate(rows, 1)
    )
    return f"<table>{head}\n{body}</table>"


def one_a_line(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join([*TITLES, *(cell for i, row in enumerate(rows, 1) for cell in (str(i), *row))])


def ask(tmp_path: Path, question: str, text: str):
    corpus = tmp_path / "corpus"
    corpus.mkdir(exist_ok=True)
    (corpus / "ke-hoach.txt").write_text(text, encoding="utf-8")
    build_index(corpus, tmp_path / "index")
    return Library.open(tmp_path / "index").ask(question)


@pytest.mark.parametrize("shape", [tabs, markdown, html, one_a_line])
def test_a_row_answers_whatever_the_shape_of_its_table(tmp_path: Path, shape: Callable[..., str]) -> None:
    answer = ask(tmp_path, "Đơn vị nào chủ trì nạo vét kênh thủy lợi nội đồng?", HEAD + shape(ROWS))
    assert answer.answer == "Sở Nông nghiệp và Môi trường"
    assert answer.citations[0].locator == ("Phụ lục", "STT 1")
    assert "118/KH-UBND" in answer.citations[0].reference


def test_the_answer_follows_the_cell(tmp_path: Path) -> None:
    changed = (("Nạo vét kênh thủy lợi nội đồng", "Sở Công Thương", *ROWS[0][2:]), *ROWS[1:])
    question = "Đơn vị nào chủ trì nạo vét kênh thủy lợi nội đồng?"
    assert ask(tmp_path, question, HEAD + tabs(changed)).answer == "Sở Công Thương"


def test_without_the_row_there_is_no_answer(tmp_path: Path) -> None:
    question = "Cơ quan nào chủ trì lắp đặt trạm đo độ mặn tự động?"
    assert ask(tmp_path, question, HEAD + tabs(ROWS)).answer == "Sở Khoa học và Công nghệ"
    assert ask(tmp_path, question, HEAD + tabs((ROWS[0], ROWS[2]))).answer is None


def test_an_empty_cell_is_not_filled_from_its_neighbours(tmp_path: Path) -> None:
    rows = (("Nạo vét kênh thủy lợi nội đồng", "", "UBND các xã, phường", "Tháng 6/2026"), *ROWS[1:])
    answer = ask(tmp_path, "Cơ quan nào chủ trì nạo vét kênh thủy lợi nội đồng?", HEAD + tabs(rows))
    assert answer.answer != "UBND các xã, phường"


@pytest.mark.parametrize(
    ("question", "expected", "locator"),
    [
        ("Cơ quan nào chủ trì kiểm tra chất lượng nước sinh hoạt?", "Sở Y tế", ("II", "a", "gạch đầu dòng thứ 1")),
        ("Ai chủ trì bảo đảm an toàn giao thông đường thủy?", "Công an tỉnh", ("II", "b")),
    ],
)
def test_the_agency_comes_from_the_heading_or_the_sentence(
    tmp_path: Path, question: str, expected: str, locator: tuple[str, ...]
) -> None:
    answer = ask(tmp_path, question, HEAD + tabs(ROWS))
    assert answer.answer == expected
    assert answer.citations[0].locator == locator


def test_times_figures_and_signatory_of_a_built_directive(tmp_path: Path) -> None:
    text = HEAD + tabs(ROWS)
    assert "20/5/2026" in (ask(tmp_path, "Khi nào phải báo cáo kiểm tra chất lượng nước?", text).answer or "")
    library = Library.open(tmp_path / "index")
    assert "12.500 hộ" in (library.ask("Bảo đảm nước sinh hoạt cho bao nhiêu hộ dân ven biển?").answer or "")
    assert "Phạm Văn Thiều" in (library.ask("Ai ký Kế hoạch 118?").answer or "")
    assert library.ask("Ai ký Kế hoạch 119/KH-UBND?").answer is None
    assert library.ask("Đơn vị nào ở Bạc Liêu chủ trì nạo vét kênh thủy lợi nội đồng?").abstained is False
    assert library.ask("Đơn vị nào ở Yên Bái chủ trì nạo vét kênh thủy lợi nội đồng?").answer is None


def test_building_again_embeds_only_what_changed(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(HEAD + tabs(ROWS), encoding="utf-8")
    first, _ = build_index(corpus, tmp_path / "index")
    again, _ = build_index(corpus, tmp_path / "index")
    assert (again.embedded, again.reused, again.published) == (0, first.embedded, False)
    (corpus / "a.txt").write_text((HEAD + tabs(ROWS)).replace("12.500", "13.000"), encoding="utf-8")
    changed, _ = build_index(corpus, tmp_path / "index")
    assert changed.embedded == 1
    (corpus / "b.txt").write_text("THÔNG BÁO\n\nVề việc nghỉ lễ\n\nCác đơn vị nghỉ lễ từ ngày 30/4.", encoding="utf-8")
    build_index(corpus, tmp_path / "index")
    (corpus / "a.txt").unlink()
    build_index(corpus, tmp_path / "index")
    left = Library.open(tmp_path / "index")
    assert {d.source_id for d in left.documents} == {"b.txt"}
    assert all("nước" not in squeeze(c.quote) for c in left.search("nước sinh hoạt"))
