"""Directives of other provinces, levels, kinds and layouts: what must be read of each, and what must be None."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from build_directives import (
    PARTY_MOTTO,
    RECIPIENTS,
    ROWS,
    annex,
    closing,
    directive,
    hard_wrapped,
    head,
    paged,
    task_table,
)

from tracuu.documents import Column, cell_text, column_role, link_documents, read_documents
from tracuu.text import normalise
from tracuu.types import Document, Row, Section, Source, Table


def read(text: str) -> tuple[Document, ...]:
    source = Source(source_id="x.txt", sha256="", text=normalise(text))
    return link_documents(read_documents(source), {"x.txt": source.text})


def value(stated: Any) -> Any:
    return None if stated is None else stated.value


def summary(document: Document) -> dict[str, Any]:
    header = document.header
    signed = value(header.signatory)
    return {
        "symbol": value(header.symbol),
        "kind": value(header.kind),
        "issuer": value(header.issuer),
        "place": value(header.place),
        "province": value(header.province),
        "issued_on": value(header.issued_on),
        "subject": value(header.subject),
        "signed": signed and (signed.name, signed.office, signed.on_behalf_of),
        "recipients": [item.value for item in header.recipients],
        "addressees": [item.value for item in header.addressees],
    }


def labels(sections: tuple[Section, ...], above: str = "") -> Iterator[str]:
    """Labels of all units but plain paragraphs: "II/1/a"."""
    for section in sections:
        path = f"{above}/{section.label}".strip("/")
        if section.label:
            yield path
        yield from labels(section.children, path if section.label else above)


def tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from tables(section.children)


def cells(row: Row, text: str) -> dict[Column, str]:
    return {column_role(c.column): cell_text(c.spans, text) for c in row.cells if c.column and c.spans}


def duties(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Label, lead, coordinating and deadline of each row; None for what is not read."""
    roles = (Column.LEAD, Column.COORDINATING, Column.DEADLINE)
    text = normalise(text)
    rows = [row for document in read(text) for table in tables(document.outline) for row in table.rows]
    return [(row.label, *(cells(row, text).get(role) for role in roles)) for row in rows]


def messages(text: str) -> str:
    return "\n".join(d.message for document in read(text) for d in document.diagnostics)


USUAL = {
    "symbol": "15/KH-UBND",
    "kind": "Kế hoạch",
    "issuer": "Ủy ban nhân dân tỉnh Sơn La",
    "place": "Sơn La",
    "province": "Sơn La",
    "issued_on": date(2026, 5, 12),
    "subject": "Phát triển đô thị bền vững giai đoạn 2026 - 2030",
    "signed": ("Nguyễn Văn An", "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN"),
    "recipients": ["Thường trực Tỉnh ủy", "Các sở, ban, ngành", "Lưu: VT, KT"],
    "addressees": [],
}
CAPTION = "(Kèm theo {kind} số 15/{code}-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh Sơn La)"
OWN = annex(task_table(), caption=CAPTION.format(kind="Kế hoạch", code="KH"))

# Name, text, and what differs from the usual.
HEADERS: list[tuple[str, str, dict[str, Any]]] = [
    *((f"head {style}", directive(top=head(style=style)), {}) for style in ("stacked", "tabs", "spaces", "markdown", "html")),
    *(
        (f"closing {style}", directive(end=closing(style=style)), {})
        for style in ("recipients first", "signature first", "tabs", "spaces", "markdown")
    ),
    ("signed stamp", directive(end=closing(signed="(Đã ký)")), {}),
    ("signed stamp in capitals", directive(end=closing(signed="ĐÃ KÝ")), {}),
    ("name in capitals", directive(end=closing(name="NGUYỄN VĂN AN")), {}),
    ("title spaced out", directive(title="K Ế  H O Ạ C H"), {}),
    ("title without its mark", directive(title="KÊ HOẠCH"), {}),
    ("title in Markdown", directive(title="## **KẾ HOẠCH**", subject=f"**{USUAL['subject']}**"), {}),
    ("no blank lines", "\n".join(x for x in directive().split("\n") if x), {}),
    ("superior and own agency", directive(top=head(issuer="UBND TỈNH SƠN LA\nSỞ XÂY DỰNG")), {"issuer": "Sở Xây dựng"}),
    (
        "long name of a department",
        directive(top=head(issuer="UBND TỈNH SƠN LA\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", style="tabs")),
        {"issuer": "Sở Văn hóa, Thể thao và Du lịch"},
    ),
    ("number lost", directive(top=head(symbol="Số:      /KH-UBND")), {"symbol": None}),
    ("day lost", directive(top=head(place_date="Sơn La, ngày     tháng 5 năm 2026")), {"issued_on": None}),
    ("day that does not exist", directive(top=head(place_date="Sơn La, ngày 31 tháng 4 năm 2026")), {"issued_on": None}),
    (
        "nothing above the title",
        directive(top=""),
        {"symbol": None, "issuer": "Ủy ban nhân dân tỉnh", "place": None, "province": None, "issued_on": None},
    ),
    (
        "number only in the caption of the annex",
        directive(top="", annexes=[OWN]),
        {"issuer": "Ủy ban nhân dân tỉnh", "place": None},
    ),
    (
        "caption that names another document",
        directive(top="", annexes=[annex(task_table(), caption=CAPTION.format(kind="Quyết định", code="QĐ"))]),
        {"symbol": None, "issuer": "Ủy ban nhân dân tỉnh", "place": None, "province": None, "issued_on": None},
    ),
    ("own number beats the caption", directive(annexes=[annex(caption=CAPTION.format(kind="Kế hoạch", code="QLN"))]), {}),
    (
        "subject over several lines",
        directive(title="KẾ HOẠCH\nPhát triển nhà ở xã hội trên địa bàn tỉnh\ngiai đoạn 2026 - 2030", subject=""),
        {"subject": "Phát triển nhà ở xã hội trên địa bàn tỉnh giai đoạn 2026 - 2030"},
    ),
    (
        "subject cut by the page",
        directive(subject="Thực hiện Nghị quyết số 06-NQ/TW về phát triển\n\nbền vững đô thị đến năm 2030"),
        {"subject": "Thực hiện Nghị quyết số 06-NQ/TW về phát triển bền vững đô thị đến năm 2030"},
    ),
    (
        "recipients wrapped beside the signature",
        directive(end=closing(style="spaces", recipients=("- Thường trực Tỉnh ủy (để", "báo cáo);", "- Lưu: VT."))),
        {"recipients": ["Thường trực Tỉnh ủy (để báo cáo)", "Lưu: VT"]},
    ),
    ("no recipients", directive(end=closing(recipients=())), {"recipients": []}),
    ("no body named in the signature", directive(end=closing(behalf="", office="CHỦ TỊCH")), {"signed": ("Nguyễn Văn An", "Chủ tịch", None)}),
    ("name not printed", directive(end=closing(name="")), {"signed": None}),
    (
        "công điện",
        directive(
            top=head(issuer="THỦ TƯỚNG CHÍNH PHỦ", symbol="Số: 45/CĐ-TTg", place_date="Hà Nội, ngày 03 tháng 6 năm 2026"),
            title="CÔNG ĐIỆN",
            subject="Về việc ứng phó mưa lũ",
            end=closing(behalf="KT. THỦ TƯỚNG", office="PHÓ THỦ TƯỚNG"),
        ),
        {
            "symbol": "45/CĐ-TTg", "kind": "Công điện", "issuer": "Thủ tướng Chính phủ", "place": "Hà Nội", "province": None,
            "issued_on": date(2026, 6, 3), "subject": "ứng phó mưa lũ",
            "signed": ("Nguyễn Văn An", "Phó Thủ tướng", "KT. THỦ TƯỚNG"),
        },
    ),
    (
        "công văn of a ministry",
        directive(
            top=head(issuer="BỘ XÂY DỰNG", symbol="Số: 2100/BXD-QHKT\nV/v hướng dẫn lập quy hoạch\nđô thị"),
            title="",
            subject="",
            addressees="Kính gửi: Ủy ban nhân dân các tỉnh, thành phố",
            end=closing(behalf="", office="KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"),
        ),
        {
            "symbol": "2100/BXD-QHKT", "kind": "Công văn", "issuer": "Bộ Xây dựng", "province": None,
            "subject": "hướng dẫn lập quy hoạch đô thị", "addressees": ["Ủy ban nhân dân các tỉnh, thành phố"],
            "signed": ("Nguyễn Văn An", "Thứ trưởng", "KT. BỘ TRƯỞNG"),
        },
    ),
    (
        "chỉ thị of a provincial Party committee",
        directive(
            top=head(issuer="TỈNH ỦY SƠN LA\n*", symbol="Số 12-CT/TU", motto=PARTY_MOTTO, style="spaces"),
            title="CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY",
            subject="về tăng cường sự lãnh đạo của Đảng đối với công tác quy hoạch",
            end=closing(behalf="T/M BAN THƯỜNG VỤ", office="BÍ THƯ", style="tabs"),
        ),
        {
            "symbol": "12-CT/TU", "kind": "Chỉ thị", "issuer": "Ban Thường vụ Tỉnh ủy",
            "subject": "tăng cường sự lãnh đạo của Đảng đối với công tác quy hoạch",
            "signed": ("Nguyễn Văn An", "Bí thư", "T/M BAN THƯỜNG VỤ"),
        },
    ),
    (
        "kết luận of the Politburo",
        directive(
            top=head(issuer="BAN CHẤP HÀNH TRUNG ƯƠNG\n*", symbol="Số 224-KL/TW", motto=PARTY_MOTTO, place_date="Hà Nội, ngày 8 tháng 12 năm 2025"),
            title="KẾT LUẬN\nCỦA BỘ CHÍNH TRỊ",
            subject="về tiếp tục thực hiện Nghị quyết số 06-NQ/TW",
            end=closing(behalf="T/M BỘ CHÍNH TRỊ", office="THƯỜNG TRỰC BAN BÍ THƯ"),
        ),
        {
            "symbol": "224-KL/TW", "kind": "Kết luận", "issuer": "Bộ Chính trị", "place": "Hà Nội", "province": None,
            "issued_on": date(2025, 12, 8), "subject": "tiếp tục thực hiện Nghị quyết số 06-NQ/TW",
            "signed": ("Nguyễn Văn An", "Thường trực Ban Bí thư", "T/M BỘ CHÍNH TRỊ"),
        },
    ),
    (
        "nghị quyết of a commune",
        directive(
            top=head(issuer="ĐẢNG BỘ TỈNH NGHỆ AN\nĐẢNG ỦY XÃ KIM BẢNG", symbol="Số 07-NQ/ĐU", motto=PARTY_MOTTO, place_date="Kim Bảng, ngày 12/8/2025"),
            title="NGHỊ QUYẾT",
        ),
        {
            "symbol": "07-NQ/ĐU", "kind": "Nghị quyết", "issuer": "Đảng ủy xã Kim Bảng", "place": "Kim Bảng",
            "province": "Nghệ An", "issued_on": date(2025, 8, 12),
        },
    ),
    (
        "thông báo of a district before July 2025",
        directive(
            top=head(issuer="HUYỆN ỦY TUẦN GIÁO", symbol="Số 33-TB/HU", motto=PARTY_MOTTO, place_date="Tuần Giáo, ngày 20 tháng 9 năm 2024"),
            title="THÔNG BÁO",
            end=closing(behalf="T/L BAN THƯỜNG VỤ", office="CHÁNH VĂN PHÒNG"),
        ),
        {
            "symbol": "33-TB/HU", "kind": "Thông báo", "issuer": "Huyện ủy Tuần Giáo", "place": "Tuần Giáo", "province": None,
            "issued_on": date(2024, 9, 20), "signed": ("Nguyễn Văn An", "Chánh Văn phòng", "T/L BAN THƯỜNG VỤ"),
        },
    ),
    (
        "tờ trình",
        directive(top=head(issuer="UBND TỈNH SƠN LA\nSỞ TÀI CHÍNH", symbol="Số: 88/TTr-STC"), title="TỜ TRÌNH", addressees="Kính gửi: Ủy ban nhân dân tỉnh Sơn La."),
        {"symbol": "88/TTr-STC", "kind": "Tờ trình", "issuer": "Sở Tài chính", "addressees": ["Ủy ban nhân dân tỉnh Sơn La"]},
    ),
    (
        "báo cáo of a ward",
        directive(top=head(issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG MƯỜNG THANH", symbol="Số: 105/BC-UBND", place_date="Mường Thanh, ngày 1 tháng 6 năm 2026"), title="BÁO CÁO"),
        {
            "symbol": "105/BC-UBND", "kind": "Báo cáo", "issuer": "Ủy ban nhân dân phường Mường Thanh",
            "place": "Mường Thanh", "province": None, "issued_on": date(2026, 6, 1),
        },
    ),
    (
        "hướng dẫn whose number says the body",
        directive(top="Số 81 -HD/BTGDVTU", title="HƯỚNG DẪN", body="I. NỘI DUNG\n\nTuyên truyền sâu rộng."),
        {
            "symbol": "81-HD/BTGDVTU", "kind": "Hướng dẫn", "issuer": "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "place": None, "province": None, "issued_on": None,
        },
    ),
    (
        "two signatories",
        directive(
            top=head(issuer="ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", symbol="Số: 10/CTrLT-UBND-MTTQ", place_date="Lào Cai, ngày 2 tháng 3 năm 2026"),
            title="CHƯƠNG TRÌNH PHỐI HỢP",
            end="TM. ỦY BAN MTTQ\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tCHỦ TỊCH\nGiàng Seo Vần\tTrịnh Xuân Trường",
        ),
        {
            "symbol": "10/CTrLT-UBND-MTTQ", "kind": "Chương trình phối hợp", "issuer": None, "place": "Lào Cai",
            "province": "Lào Cai", "issued_on": date(2026, 3, 2), "signed": None, "recipients": [],
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "differs"), [case[1:] for case in HEADERS], ids=[case[0] for case in HEADERS])
def test_header_is_read(text: str, differs: dict[str, Any]) -> None:
    documents = read(text)
    assert len(documents) == 1
    assert summary(documents[0]) == {**USUAL, **differs}


def test_what_could_not_be_read_is_said() -> None:
    assert "số" in messages(directive(top=head(symbol="Số:      /KH-UBND")))
    assert "người ký" in messages(directive(end=closing(name="")))
    both = "TM. ỦY BAN A\tTM. ỦY BAN B\nCHỦ TỊCH\tCHỦ TỊCH\nLò Văn Thanh\tVàng Thị Mai"
    assert "Lò Văn Thanh; Vàng Thị Mai" in messages(directive(end=both))


# --- Outline -------------------------------------------------------------------------------------

LONG = (
    "Đẩy mạnh công tác quy hoạch đô thị trên địa bàn tỉnh, bảo đảm đồng bộ với quy hoạch tỉnh và các quy hoạch ngành, lĩnh"
    " vực; rà soát, điều chỉnh quy hoạch chung của các xã, phường theo mô hình chính quyền địa phương hai cấp; xây dựng cơ"
    " sở dữ liệu về quy hoạch và công khai cho người dân biết, giám sát trong giai đoạn từ năm 2026 đến năm 2030."
)
PLAN = (
    f"I. MỤC ĐÍCH\n\n1. Yêu cầu\n\n{LONG}\n\nII. NHIỆM VỤ\n\n1. Sở Xây dựng chủ trì. {LONG}\n\n2. Sở Tài chính: {LONG}"
)


def parts(numerals: str) -> str:
    return "\n\n".join(f"{n} NHIỆM VỤ THỨ {i}\n\nNội dung như sau." for i, n in enumerate(numerals.split(), 1))


OUTLINES: list[tuple[str, str, list[str]]] = [
    ("misread numerals", parts("I. Il. HI. IV. V. VỊ."), ["I", "II", "III", "IV", "V", "VI"]),
    ("other misread numerals", parts("I. lI. 1II. IV."), ["I", "II", "III", "IV"]),
    ("1I for II", parts("I. 1I. III."), ["I", "II", "III"]),
    ("IỊ for II", parts("I- IỊ- III-"), ["I", "II", "III"]),
    (
        "points with đ",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan {c} thực hiện." for c in "abcdđe"),
        ["1", *(f"1/{c}" for c in "abcdđe")],
    ),
    (
        "đ read as d",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan {c} thực hiện." for c in "abcdde"),
        ["1", *(f"1/{c}" for c in "abcdđe")],
    ),
    (
        "a wrong letter stays as printed",
        "1. Nhiệm vụ\n\n" + "\n\n".join(f"{c}) Cơ quan thực hiện." for c in "accd"),
        ["1", "1/a", "1/c", "1/c", "1/d"],
    ),
    ("slashes", "1/ Việc một.\n\n2/ Việc hai.\n\na/ Điểm a;\n\nb/ Điểm b.", ["1", "2", "2/a", "2/b"]),
    (
        "brackets and bullets",
        "1) Việc một.\n\n2) Việc hai.\n\na. Điểm một;\n\n• Gạch một;\n\n– Gạch hai.\n\n+ Cộng.",
        ["1", "2", "2/a", "2/a/-", "2/a/-", "2/a/-/+"],
    ),
    ("wrapped at a fixed width", hard_wrapped(PLAN), ["I", "I/1", "II", "II/1", "II/2"]),
    *(
        (
            f"page number {number}",
            paged(hard_wrapped(PLAN), number, after="rà soát, điều chỉnh"),
            ["I", "I/1", "II", "II/1", "II/2"],
        )
        for number in ("3", "- 3 -", "Trang 3/10")
    ),
    (
        "running heads",
        paged(
            paged(PLAN, "UBND TỈNH SƠN LA\n\n2", after="rà soát,"),
            "UBND TỈNH SƠN LA\n\n3",
            after="2. Sở Tài chính: " + LONG[:90],
        ),
        ["I", "I/1", "II", "II/1", "II/2"],
    ),
    (
        "parts by word",
        "Phần thứ nhất\nĐÁNH GIÁ\n\nI. KẾT QUẢ\n\nTốt.\n\nPhần thứ hai\nNHIỆM VỤ\n\nI. MỤC TIÊU\n\nĐạt.",
        ["thứ nhất", "thứ nhất/I", "thứ hai", "thứ hai/I"],
    ),
    (
        "letters above numerals",
        "A. KẾT QUẢ\n\nI. Thuận lợi\n\nCó.\n\nB. NHIỆM VỤ\n\nI. Mục tiêu\n\nĐạt.",
        ["A", "A/I", "B", "B/I"],
    ),
    (
        "mark-up at random",
        "## I. MỤC TIÊU\n\n**1.** Việc một phải làm ngay.\n\n### **2. Việc hai**\n\nNội dung.\n\n**a)** Điểm a.",
        ["I", "I/1", "I/2", "I/2/a"],
    ),
    (
        "numbers of three levels",
        "1. Quy hoạch\n\n1.1. Quy hoạch chung\n\nNội dung.\n\n1.1.1. Phạm vi\n\nNội dung.\n\n1.2. Chi tiết\n\nNội dung.",
        ["1", "1/1.1", "1/1.1/1.1.1", "1/1.2"],
    ),
    (
        "a paragraph a line",
        "I. MỤC TIÊU\n1. Đến năm 2030\na) Tỷ lệ đạt 32%;\nb) Nhà ở đạt 28 m².\n2. Đến năm 2045\n- Hiện đại.\nII. NHIỆM VỤ\n1. Sở Xây dựng\nChủ trì.",
        ["I", "I/1", "I/1/a", "I/1/b", "I/2", "I/2/-", "II", "II/1"],
    ),
    (
        "articles with clauses and points",
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Quy định này quy định.\n\n2. Không áp dụng:\n\na) Nhà ở;\n\nĐiều 2. Đối tượng\n\nTổ chức.",
        ["I", "I/1", "I/1/1", "I/1/2", "I/1/2/a", "I/2"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in OUTLINES], ids=[case[0] for case in OUTLINES])
def test_outline_is_read(body: str, expected: list[str]) -> None:
    assert list(labels(read(directive(body=body))[0].outline)) == expected


@pytest.mark.parametrize("number", ["3", "- 3 -", "Trang 3/10"])
def test_paragraph_cut_by_the_page_is_one_span(number: str) -> None:
    text = directive(body=paged(PLAN, number, after="rà soát,"))
    first = read(text)[0].outline[0].children[0].children[0]
    assert first.text is not None
    shown = text[slice(*first.text)]
    assert shown.startswith("Đẩy mạnh")
    assert shown.endswith("năm 2030.")


# --- Annexes and bundles -------------------------------------------------------------------------


def test_annexes_are_told_apart() -> None:
    annexes = [
        annex(task_table(), title="PHỤ LỤC I"),
        annex(task_table(rows=ROWS[:2]), title="PHỤ LỤC II", name="DANH MỤC DỰ ÁN"),
        annex(task_table("html"), title="Phụ lục 3"),
        annex("1. Mục một của biểu.", title="BIỂU SỐ 04"),
    ]
    outline = read(directive(annexes=annexes))[0].outline
    found = [(s.label, [len(t.rows) for t in s.tables]) for s in outline if s.level == "annex"]
    assert found == [("Phụ lục I", [3]), ("Phụ lục II", [2]), ("Phụ lục 3", [3]), ("Biểu số 04", [])]


def test_a_sentence_that_mentions_an_annex_opens_none() -> None:
    document = read(directive(body="I. NHIỆM VỤ\n\nPhụ lục kèm theo Kế hoạch này nêu rõ phân công của các cơ quan."))[0]
    assert list(labels(document.outline)) == ["I"]


@pytest.mark.parametrize(
    "end", [closing(), closing(recipients=()), closing(style="tabs"), closing(style="signature first"), ""]
)
@pytest.mark.parametrize("style", ["stacked", "tabs", "html"])
def test_bundle_is_split_where_a_head_begins(end: str, style: str) -> None:
    second = directive(top=head(symbol="Số: 16/KH-UBND", style=style), subject="Chuyển đổi số", end=end)
    first, other = read(directive(top=head(style=style), end=end) + "\n" + second)
    assert value(first.header.symbol) == "15/KH-UBND"
    assert summary(other) == summary(read(second)[0])
    assert list(labels(first.outline)) == list(labels(other.outline))


def test_enclosed_regulations_are_a_document_of_their_own() -> None:
    rules = "QUY CHẾ\n\nQuản lý kiến trúc\n\n(Ban hành kèm theo Quyết định số 25/2026/QĐ-UBND ngày 1/2/2026)\n\nĐiều 1. Phạm vi\n\nToàn tỉnh."
    body = "Căn cứ Luật;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế.\n\nĐiều 2. Hiệu lực từ ngày ký."
    decision, regulation = read(
        directive(top=head(symbol="Số: 25/2026/QĐ-UBND"), title="QUYẾT ĐỊNH", body=body, annexes=[rules])
    )
    assert value(decision.header.symbol) == "25/2026/QĐ-UBND"
    assert list(labels(decision.outline)) == ["1", "2"]
    assert (value(regulation.header.kind), value(regulation.header.symbol)) == ("Quy chế", None)


def test_copies_are_told_from_documents_of_one_programme() -> None:
    body = "\n\n".join(f"{i}. Sở thứ {i} chủ trì rà soát việc số {i} trong quý {i}." for i in range(1, 30))
    source = Source(source_id="b.txt", sha256="", text=directive(body=body.replace("quý 7", "quý VII")))
    first = Source(source_id="a.txt", sha256="", text=directive(body=body))
    third = Source(source_id="c.txt", sha256="", text=directive(top=head(symbol="Số: 99/KH-UBND"), body=body))
    documents = [d for s in (first, source, third) for d in read_documents(s)]
    linked = link_documents(documents, {s.source_id: s.text for s in (first, source, third)})
    assert [d.copy_of for d in linked] == [None, "a.txt", None]


# --- Tables --------------------------------------------------------------------------------------

DUTIES = [(row[0], *row[2:]) for row in ROWS]
T = task_table()
HEAD = T.split("\n")[0]
MERGED = (
    '<table><tr><th rowspan="2">STT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Cơ quan thực hiện</th>'
    '<th rowspan="2">Thời hạn</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr><tr><td colspan="5">I. Nhóm một</td></tr>'
    '<tr><td>1</td><td>Việc A</td><td rowspan="2">Sở Xây dựng</td><td>UBND xã</td><td>Quý I/2026</td></tr>'
    "<tr><td>2</td><td>Việc B</td><td>Sở Y tế</td><td>Quý II/2026</td></tr></table>"
)
NESTED = (
    ("1", "Quy hoạch", "", "", ""),
    ("1.1", "Việc A", "Sở Xây dựng", "UBND xã", "Quý I/2026"),
    ("1.2", "Việc B", "Sở Tài chính", "UBND xã", "Quý II/2026"),
)
TWO = (("Việc A", "Sở Xây dựng", "Quý I/2026"), ("Việc B", "Sở Y tế", "Quý II/2026"))
WIDE = (
    "STT",
    "Nhiệm vụ",
    "Sản phẩm",
    "Lãnh đạo phụ trách",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian",
    "Ghi chú",
)

TABLES: list[tuple[str, str, list[tuple[str | None, ...]]]] = [
    *((style, task_table(style), DUTIES) for style in ("tabs", "markdown", "html", "lines", "paragraphs", "spaces")),
    ("text after the table", T + "\n\nGhi chú: các cơ quan báo cáo định kỳ.", DUTIES),
    ("blank line inside", T.replace("\n2\t", "\n\n2\t"), DUTIES),
    ("page number inside", T.replace("\n2\t", "\n\nTrang 3\n\n2\t"), DUTIES),
    ("headings again on the next page", T.replace("\n2\t", f"\n\n3\n\n{HEAD}\n2\t"), DUTIES),
    ("numbering row", T.replace("\n1\t", "\n(1)\t(2)\t(3)\t(4)\t(5)\n1\t"), DUTIES),
    ("cell with a line break", T.replace("quy hoạch chung", "quy hoạch\nchung"), DUTIES),
    (
        "cells wrapped over rows",
        T.replace(
            "hạ tầng\tSở Tài chính\tCác sở, ban, ngành\tTháng 8/2026",
            "\tSở Tài\tCác sở,\tTháng\n\thạ tầng\tchính\tban, ngành\t8/2026",
        ),
        DUTIES,
    ),
    (
        "merged headings in tabs",
        "STT\tNhiệm vụ\tCơ quan thực hiện\t\tThời hạn\n\t\tChủ trì\tPhối hợp\t" + T.removeprefix(HEAD),
        DUTIES,
    ),
    (
        "merged headings, one cell a line",
        "\n".join(
            ["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn", "Chủ trì", "Phối hợp", *(c for r in ROWS for c in r)]
        ),
        DUTIES,
    ),
    (
        "merged cells in HTML",
        MERGED,
        [("1", "Sở Xây dựng", "UBND xã", "Quý I/2026"), ("2", "Sở Xây dựng", "Sở Y tế", "Quý II/2026")],
    ),
    ("nested numbers", task_table(rows=NESTED), [(r[0], *r[2:]) for r in NESTED[1:]]),
    (
        "no numbers",
        task_table(columns=("Nhiệm vụ", "Chủ trì", "Thời gian"), rows=TWO),
        [(None, lead, None, when) for _, lead, when in TWO],
    ),
    (
        "lead and coordinating in one column have no role",
        task_table(
            columns=("STT", "Nội dung", "Cơ quan chủ trì, phối hợp", "Thời gian"), rows=[("1", *TWO[0]), ("2", *TWO[1])]
        ),
        [("1", None, None, "Quý I/2026"), ("2", None, None, "Quý II/2026")],
    ),
    (
        "eight columns",
        task_table(
            columns=WIDE,
            rows=[
                (n, "Lập đề án", "Đề án", "Phó Chủ tịch", "Sở Nội vụ", "Sở Tài chính", "Quý III/2026", "") for n in "12"
            ],
        ),
        [(n, "Sở Nội vụ", "Sở Tài chính", "Quý III/2026") for n in "12"],
    ),
    # A cell is missing: the row says nothing rather than something wrong.
    ("lead missing", T.replace("\tSở Tài chính", ""), [DUTIES[0], ("2", None, None, None), DUTIES[2]]),
    ("coordinating missing", T.replace("\tCác sở, ban, ngành", ""), [DUTIES[0], ("2", None, None, None), DUTIES[2]]),
    (
        "task missing",
        T.replace("\tBố trí vốn cho các dự án hạ tầng", ""),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
    (
        "deadline missing",
        T.replace("\tTháng 8/2026", ""),
        [DUTIES[0], ("2", "Sở Tài chính", "Các sở, ban, ngành", None), DUTIES[2]],
    ),
    (
        "lead missing, one cell a line",
        task_table("lines").replace("Sở Tài chính\n", ""),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
    (
        "last cell missing before a text, one cell a line",
        task_table("lines").replace("Thường xuyên", "\nCác cơ quan báo cáo định kỳ."),
        [*DUTIES[:2], ("3", None, None, None)],
    ),
    (
        "agency and date changed places",
        T.replace("Sở Tài chính\tCác sở, ban, ngành\tTháng 8/2026", "Tháng 8/2026\tCác sở, ban, ngành\tSở Tài chính"),
        [DUTIES[0], ("2", None, None, None), DUTIES[2]],
    ),
]


@pytest.mark.parametrize("inside", ["annex", "body"])
@pytest.mark.parametrize(("table", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_table_of_tasks_is_read(table: str, expected: list[tuple[str | None, ...]], inside: str) -> None:
    if inside == "annex":
        text = directive(annexes=[annex(table)])
    else:
        text = directive(
            body=f"I. NHIỆM VỤ\n\n1. Phân công cụ thể\n\n{table}\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác cơ quan thực hiện."
        )
    assert duties(text) == expected


@pytest.mark.parametrize("style", ["tabs", "markdown", "html", "lines", "spaces"])
def test_table_of_figures_keeps_each_year_in_its_column(style: str) -> None:
    columns = ("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2030")
    rows = (("1", "Tỷ lệ đô thị hóa", "%", "26", "32"), ("2", "Diện tích sàn nhà ở", "m²/người", "28", "32,5"))
    text = directive(annexes=[annex(task_table(style, columns=columns, rows=rows, widths=[4, 24, 12, 10, 10]))])
    table = next(tables(read(text)[0].outline))
    assert [[cell_text(c.spans, text) for c in row.cells] for row in table.rows] == [list(row) for row in rows]
    assert [column[-1] for column in table.columns] == list(columns)


def test_bands_stand_over_their_rows() -> None:
    banded = T.replace("\n2\t", "\nI\tNHÓM QUY HOẠCH\t\t\t\n2\t").replace("\n3\t", "\nII. NHÓM TUYÊN TRUYỀN\n3\t")
    text = directive(annexes=[annex(banded)])
    rows = next(tables(read(text)[0].outline)).rows
    assert [row.band and text[slice(*row.band)].split("\t")[-4:][0] for row in rows][0] is None
    assert ["NHÓM" in text[slice(*row.band)] for row in rows if row.band] == [True, True]
    assert duties(text) == DUTIES


def test_slipped_row_is_said() -> None:
    assert "Dòng 2" in messages(directive(annexes=[annex(T.replace("\tSở Tài chính", ""))]))


def test_recipients_are_those_of_the_builder() -> None:
    assert [item.value for item in read(directive())[0].header.recipients] == [r.strip("-;. ") for r in RECIPIENTS]
