"""Which files are read, and what is said of those that are not."""

import codecs
import os
import unicodedata
from pathlib import Path

import pytest

from tracuu.documents import apply_sidecar, read_documents
from tracuu.errors import CorpusError, DraftError, SourceError
from tracuu.quotes.word_files import draft_of
from tracuu.sources import list_files, read_corpus, read_source
from tracuu.sources.corpus import MAX_BYTES
from tracuu.sources.plain import decode
from tracuu.types import Source

TEXT = "KẾ HOẠCH\n\nPhát triển đô thị\n\nI. MỤC TIÊU\n\nĐô thị xanh.\n"


def write(folder: Path, **files: bytes | str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không có chữ nào"),
        (b" \n\t\n", "không có chữ nào"),
        (codecs.BOM_UTF8, "không có chữ nào"),
        (b"PK\x03\x04rest", "DOCX"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", "DOC"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"abc\0def", "nhị phân"),
        ("Kế hoạch".encode("utf-16-le"), "UTF-8"),
        (b"K\xca ho\xb9ch TCVN3", "UTF-8"),
        (b"\xed\xa0\x80 lone surrogate", "UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "UTF-8"),
    ],
    ids=[
        "empty",
        "blank",
        "mark only",
        "docx",
        "pdf",
        "doc",
        "rtf",
        "png",
        "nul",
        "utf-16 without mark",
        "tcvn3",
        "surrogate",
        "cut utf-16",
    ],
)
def test_file_that_is_no_text_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    write(tmp_path, a_DOT_txt=data)
    with pytest.raises(SourceError, match=words) as error:
        read_source(tmp_path / "a.txt", tmp_path)
    assert "a.txt" in str(error.value)
    assert str(error.value).endswith(".")


def test_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="20 MB"):
        read_source(tmp_path / "a.txt", tmp_path)


def test_file_that_went_away_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"Không mở được tệp “gone\.txt”"):
        read_source(tmp_path / "gone.txt", tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission_says_so(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(SourceError, match="Không mở được"):
        read_source(tmp_path / "a.txt", tmp_path)


def test_only_documents_are_listed(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_DOT_txt=TEXT,
        a_DOT_MD=TEXT,
        sub__c_DOT_txt=TEXT,
        README_DOT_md="x",
        readme_DOT_txt="x",
        a_DOT_toml="x",
        SOURCES_DOT_tsv="x",
        _DOT_hidden_DOT_txt="x",
        _DOT_git__d_DOT_txt="x",
        e_DOT_docx=b"PK",
        f="x",
    )
    readable, other = list_files(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in readable] == ["a.MD", "b.txt", "sub/c.txt"]
    assert [path.name for path in other] == ["e.docx", "f"]


def test_corpus_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT, b_DOT_txt=b"%PDF", c_DOT_docx=b"PK", d__e_DOT_txt=TEXT)
    sources, problems = read_corpus(tmp_path)
    assert [source.source_id for source in sources] == ["a.txt", "d/e.txt"]
    assert sorted(problem.source_id for problem in problems) == ["b.txt", "c.docx"]


def test_folder_without_documents_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="Hãy tạo thư mục"):
        read_corpus(tmp_path / "missing")
    with pytest.raises(CorpusError, match="Hãy chép tệp"):
        read_corpus(tmp_path)
    write(tmp_path, a_DOT_txt=b"")
    with pytest.raises(CorpusError, match=r"a\.txt"):
        read_corpus(tmp_path)


def test_same_bytes_give_the_same_hash(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT, b_DOT_txt=TEXT)
    first, second = read_corpus(tmp_path)[0]
    assert first.sha256 == second.sha256
    assert len(first.sha256) == 64


# --- Sidecars --------------------------------------------------------------------------------------

DOCUMENTS = read_documents(
    Source(source_id="a.txt", sha256="", text=f"Số: 1/KH-UBND\n{TEXT}\nNơi nhận:\n- Lưu.\n\n{TEXT}")
)


def test_sidecar_corrects_and_completes() -> None:
    data = 'symbol = "50-KH/TU"\nissued_on = 2022-06-08\nprovince = "Điện Biên"\n[2]\nsignatory = "Lê Văn A"\n'
    first, second = apply_sidecar(DOCUMENTS, data.encode(), "a.toml")
    assert first.header.symbol is not None
    assert (first.header.symbol.value, first.header.symbol.span) == ("50-KH/TU", None)
    assert "a.toml" in (first.header.symbol.inferred or "")
    assert first.header.issued_on is not None
    assert first.header.issued_on.value.isoformat() == "2022-06-08"
    assert first.header.kind == DOCUMENTS[0].header.kind
    assert second.header.signatory is not None
    assert second.header.signatory.value.name == "Lê Văn A"
    assert second.header.symbol == DOCUMENTS[1].header.symbol


@pytest.mark.parametrize(
    "data",
    [b"symbol = ", b"symbol = 5", b'issued_on = "2022-06-08"', b"issued_on = 2022-06-08T10:00:00", b"\xff", b"2 = 'x'"],
    ids=["cut", "number", "date as text", "date with time", "not utf-8", "no table"],
)
def test_broken_sidecar_changes_nothing_and_is_said(data: bytes) -> None:
    first, second = apply_sidecar(DOCUMENTS, data, "a.toml")
    assert (first.header, second) == (DOCUMENTS[0].header, DOCUMENTS[1])
    assert "a.toml" in first.diagnostics[-1].message


def test_unknown_keys_of_a_sidecar_are_left() -> None:
    assert apply_sidecar(DOCUMENTS, b'note = "x"\n[7]\nsymbol = "1-KH/TU"\n', "a.toml") == DOCUMENTS


# --- Encodings before Unicode ----------------------------------------------------------------------

_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
_TCVN3 = "aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËeÌÎÏÐÑªÒÓÔÕÖi×ØÜÝÞoßáâãä«åæçèé¬êëìíîuïñòóô\u00adõö÷øùyúûüýþ®"
LETTER = "ủy ban nhân dân xã mường khoa đề nghị các bản rà soát hộ thiếu nước, báo cáo trước ngày 15/4/2027."
ABC = LETTER.translate(str.maketrans(_LETTERS, _TCVN3))
VNI = "Ñaûng uûy xaõ Möôøng Khoa ñeà nghò caùc baûn raø soaùt hoä thieáu nöôùc, baùo caùo tröôùc ngaøy 15/4/2027."


@pytest.mark.parametrize("text", [ABC, VNI], ids=["tcvn3", "vni"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_letters_of_an_encoding_before_unicode_are_refused_and_others_read_on(tmp_path, text, encoding) -> None:
    write(tmp_path, cu_DOT_txt=text.encode(encoding), moi_DOT_txt=LETTER)
    sources, problems = read_corpus(tmp_path)
    assert [source.source_id for source in sources] == ["moi.txt"]
    assert [problem.message for problem in problems] == [
        "Tệp “cu.txt” có vẻ dùng bảng mã TCVN3 (ABC) hoặc VNI; hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi chạy lại."
    ]
    with pytest.raises(DraftError, match="Unikey"):
        draft_of(text.encode(encoding), "du-thao.txt")


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        unicodedata.normalize("NFD", LETTER),
        LETTER.replace("ộ", "\u00adộ"),
        "Trường «Lê Quý Đôn» có máy Möller, São Paulo, François; khí CO₂ 35 µg/m³, m² và 1¹.",
        "Ðảng ủy xã Ðắk Ơ, Ea Súp, Bù Gia Mập họp · báo cáo · kết luận ®.",
        "Weiß, Ångström, Curaçao, Køge",
    ],
)
def test_unicode_with_a_few_foreign_signs_is_read(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text
