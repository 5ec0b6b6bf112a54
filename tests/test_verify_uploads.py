"""Drafts from anyone: one clear sentence, bounded memory and time, whatever the bytes are."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from build_quotables import word_file
from tracuu.errors import DraftError
from tracuu.quotes.packages import MAX_BYTES
from tracuu.quotes.word_files import draft_of

BASE = word_file(["Mở đầu."])
PARAGRAPH = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
DOCUMENT = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>%s</w:body></w:document>"


def remade(change: Callable[[bytes], bytes] = bytes, **extra: bytes) -> bytes:
    """The Word file with its main part changed and parts put in."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BASE)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for name in packed.namelist():
            data = packed.read(name)
            fresh.writestr(name, change(data) if name == "word/document.xml" else data)
        for name, data in extra.items():
            fresh.writestr(name, data)
    return out.getvalue()


def body(inside: bytes) -> bytes:
    return remade(lambda text: text.replace(b"<w:body>", b"<w:body>" + inside, 1))


def entities(levels: int) -> bytes:
    made = [b'<!ENTITY a "aaaaaaaaaa">']
    made += [b'<!ENTITY a%d "%s">' % (n, (b"&a%d;" % (n - 1) if n else b"&a;") * 10) for n in range(levels)]
    inside = b"<w:p><w:r><w:t>&a%d;</w:t></w:r></w:p>" % (levels - 1)
    return b'<?xml version="1.0"?><!DOCTYPE l [' + b"".join(made) + b"]>" + DOCUMENT % inside


def outside() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return head + DOCUMENT % b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"


def protected() -> bytes:
    """A zip whose entries say that they are encrypted."""
    data, at = bytearray(BASE), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def lying() -> bytes:
    """A zip that declares a part smaller than it is."""
    data = bytearray(body(PARAGRAPH * 100_000))
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def zip_of(*names: str) -> bytes:
    """A zip with parts of these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "<a/>")
    return out.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "200 MB of XML": (lambda: body(PARAGRAPH * (200_000_000 // len(PARAGRAPH))), "quá lớn sau khi giải nén"),
    "millions of elements": (lambda: body(b"<w:p/>" * 5_000_000), "quá lớn sau khi giải nén"),
    "millions of attributes": (lambda: body(b"<w:p " + b" ".join(b'a%d="1"' % n for n in range(900_000)) + b"/>"), "hỏng"),
    "deep": (lambda: body(b"<w:ins>" * 5_000 + b"</w:ins>" * 5_000), "quá lớn"),
    "paragraphs in paragraphs": (
        lambda: body(b"<w:p><w:r><w:txbxContent>" * 35 + PARAGRAPH * 100_000 + b"</w:txbxContent></w:r></w:p>" * 35),
        "quá lớn",
    ),
    "UTF-16": (
        lambda: remade(
            lambda text: ("\ufeff" + text.decode().replace("UTF-8", "UTF-16").replace("<w:body>", "<w:body>" + "<w:p/>" * 600_000)).encode("utf-16-le")
        ),
        "quá lớn",
    ),
    "entities": (lambda: remade(lambda _: entities(9)), "hỏng"),
    "an address outside": (lambda: remade(lambda _: outside()), "hỏng"),
    "a picture of zeros": (lambda: remade(**{"word/media/a.png": b"\0" * 150_000_000}), "quá lớn sau khi giải nén"),
    "thousands of parts": (lambda: remade(**{f"word/{n}.txt": b"" for n in range(4_000)}), "quá nhiều phần"),
    "macros": (lambda: remade(**{"word/vbaProject.bin": b"x"}), "macro"),
    "broken XML": (lambda: remade(lambda text: text[:-30]), "hỏng"),
    "cut": (lambda: BASE[: len(BASE) // 2], "hỏng"),
    "flipped bits": (lambda: bytes(b ^ (255 if n % 997 == 5 else 0) for n, b in enumerate(BASE)), "hỏng"),
    "a smaller size declared": (lying, "hỏng"),
    "a password on the zip": (protected, "mật khẩu"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "a PDF": (lambda: b"%PDF-1.7", "là tệp PDF"),
    "a rich text": (lambda: b"{\\rtf1 a}", "là tệp RTF"),
    "a photograph": (lambda: b"\xff\xd8\xff\xe0" + bytes(99), "là tệp ảnh"),
    "a workbook": (lambda: zip_of("[Content_Types].xml", "xl/workbook.xml"), "là tệp Excel"),
    "slides": (lambda: zip_of("[Content_Types].xml", "ppt/presentation.xml"), "là tệp PowerPoint"),
    "an OpenDocument text": (lambda: zip_of("mimetype", "META-INF/manifest.xml", "content.xml"), "là tệp OpenDocument"),
    "another zip": (lambda: zip_of("a.txt"), "hỏng"),
    "nothing": (lambda: b"", "không có chữ nào"),
    "white space": (lambda: b" \r\n\t", "không có chữ nào"),
    "an empty document": (lambda: word_file([" ", "…"]), "không có chữ nào"),
    "too many bytes": (lambda: bytes(MAX_BYTES + 1), "lớn hơn 20 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name):
    make, words = HOSTILE[name]
    with pytest.raises(DraftError, match=words) as raised:
        draft_of(make(), "dự thảo.docx")
    assert "Hãy" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "dự thảo.docx" in str(raised.value)


@pytest.mark.parametrize("name", ["mau.docm", "bang.xlsx", "anh.png", "cu.doc", "trang.html"])
def test_another_format_is_told_what_to_do(name):
    data = remade(**{"word/vbaProject.bin": b"x"}) if name.endswith("m") else b"\xd0\xcf\x11\xe0" + bytes(90)
    with pytest.raises(DraftError, match=r"Hãy .*lưu"):
        draft_of(data, name)


def test_a_draft_in_bytes_is_read_by_its_name():
    assert draft_of(BASE, "a.docx").text == "Mở đầu.\n"
    assert draft_of("Mở đầu.\r\nHết.".encode(), "a.txt").text == "Mở đầu.\nHết."
    assert draft_of("Mở đầu.".encode("utf-16"), "a.md").text == "Mở đầu."


LARGEST = """
import sys
from tracuu.quotes.word_files import draft_of
print(len(draft_of(sys.stdin.buffer.read(), "a.docx").text))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_the_largest_draft_that_is_read_takes_little_memory():
    data = body(PARAGRAPH * 150_000)
    done = subprocess.run([sys.executable, "-c", LARGEST], input=data, capture_output=True, check=True, timeout=120)
    length, kilobytes = map(int, done.stdout.split())
    assert length > 300_000
    # Measured: 225 MB.
    assert kilobytes < 400_000
