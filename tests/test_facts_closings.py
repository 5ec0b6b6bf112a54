"""Who signed, at the foot of a directive that was turned into Markdown."""

import pytest

from build_directives import directive
from tracuu.documents import read_documents
from tracuu.text import normalise
from tracuu.types import Source

LONG = "".join(f"- Ủy ban nhân dân huyện số {n};<br>" for n in range(9))


def signed(foot: str) -> tuple[str, str | None, list[str]] | None:
    """Name, office and recipients of a directive with this foot."""
    source = Source(source_id="built.txt", sha256="", text=normalise(directive(end=foot)))
    (document,) = read_documents(source)
    person = document.header.signatory
    return (person.value.name, person.value.office, [r.value for r in document.header.recipients]) if person else None


@pytest.mark.parametrize(
    "foot",
    [
        "| **Nơi nhận:** | **CHỦ TỊCH** |\n|---|---|\n| - Như trên;<br>- Chính phủ;<br>- Lưu: VT. | **Y Blôk Êban** |",
        "| | |\n|---|---|\n| **Nơi nhận:**<br>- Như trên;<br>- Chính phủ;<br>- Lưu: VT. | **CHỦ TỊCH**<br><br>**Y Blôk Êban** |",
        "**Nơi nhận:**<br>- Như trên;<br>- Chính phủ;<br>- Lưu: VT.\n\n**CHỦ TỊCH**<br><br>**Y Blôk Êban**",
    ],
)
def test_lines_of_a_cell_are_lines_of_the_foot(foot):
    assert signed(foot) == ("Y Blôk Êban", "Chủ tịch", ["Như trên", "Chính phủ", "Lưu: VT"])


def test_many_recipients_in_one_cell_hide_nobody_who_signed():
    found = signed(f"| Nơi nhận:<br>{LONG}- Lưu: VT. | **CHỦ TỊCH**<br>**Y Blôk Êban** |\n|---|---|")
    assert found is not None
    assert (found[:2], len(found[2])) == (("Y Blôk Êban", "Chủ tịch"), 10)


def test_a_table_of_three_columns_is_no_foot():
    assert signed("| Chủ tịch | Lò Văn Phương | 0912 |\n|---|---|---|\n| Phó Chủ tịch | Y Blôk Êban | 0913 |") is None


def test_a_document_that_only_its_head_signs_ends_there():
    text = "\n\n".join(
        directive(
            top=f"ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN\nSố: {n}/CĐ-UBND\nPhú Yên, ngày 0{n} tháng 3 năm 2026",
            title="CÔNG ĐIỆN",
            end=f"CHỦ TỊCH\n\n{name}",
        )
        for n, name in ((3, "Lò Văn Phương"), (4, "Y Blôk Êban"))
    )
    documents = read_documents(Source(source_id="built.txt", sha256="", text=normalise(text)))
    assert [d.header.signatory and d.header.signatory.value.name for d in documents] == ["Lò Văn Phương", "Y Blôk Êban"]


SCANNED = """Nơi nhận: TM. ỦY BAN NHÂN DÂN
- UBND tỉnh (b/c); KT. CHỦ TỊCH
- Trạm Kiểm lâm Sơn Kiều; PHÓ CHỦ TỊCH
- Các đồn Biên phòng: Ia Puch, Ia Mơ;
- Lưu: VT, KL. Y Blôk Êban"""


def test_a_signature_printed_behind_the_recipients_is_none_of_them():
    listed = ["UBND tỉnh (b/c)", "Trạm Kiểm lâm Sơn Kiều", "Các đồn Biên phòng: Ia Puch, Ia Mơ", "Lưu: VT, KL"]
    assert signed(SCANNED) == ("Y Blôk Êban", "Phó Chủ tịch", listed)


def test_a_name_behind_another_recipient_signs_too():
    foot = """Nơi nhận: KT. CHỦ TỊCH
- Như Điều 3; PHÓ CHỦ TỊCH
- Các phường: Ia Kring; Quang Trung;
- Cổng thông tin điện tử tỉnh; Rơ Châm Thế Vinh
- Lưu: VT, NC."""
    listed = ["Như Điều 3", "Các phường: Ia Kring", "Quang Trung", "Cổng thông tin điện tử tỉnh", "Lưu: VT, NC"]
    assert signed(foot) == ("Rơ Châm Thế Vinh", "Phó Chủ tịch", listed)


def test_letters_behind_the_file_copy_sign_nothing():
    foot = SCANNED.replace(". Y Blôk Êban", ", VT BHXH")
    (document,) = read_documents(Source(source_id="built.txt", sha256="", text=normalise(directive(end=foot))))
    assert document.header.signatory is None
    assert document.header.recipients[-1].value == "Lưu: VT, KL, VT BHXH"
