"""Directives of other provinces, levels, kinds and layouts: what must be read of their heads and closings."""

from datetime import date
from typing import Any

import pytest

from build_directives import PARTY_MOTTO, ROWS, annex, closing, directive, head, task_table
from reading_view import labels, messages, read, summary, value
from tracuu import vi
from tracuu.documents import link_documents, read_documents
from tracuu.types import Source

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
    *(
        (f"head {style}", directive(top=head(style=style)), {})
        for style in ("stacked", "tabs", "spaces", "markdown", "html")
    ),
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
    (
        "a motto behind the agency with one space",
        "UY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SƠN LA Độc lập - Tự do - Hạnh phúc\n"
        "Số: l5/KH-UBND Sơn La, ngày l2 tháng 5 năm 2026\n\n" + directive(top=""),
        {"symbol": "15/KH-UBND", "issued_on": date(2026, 5, 12)},
    ),
    (
        "a body of a Party committee",
        directive(top=head(issuer="TỈNH ỦY SƠN LA\nBAN NỘI CHÍNH", motto=PARTY_MOTTO)),
        {"issuer": "Ban Nội chính Tỉnh ủy Sơn La"},
    ),
    ("superior and own agency", directive(top=head(issuer="UBND TỈNH SƠN LA\nSỞ XÂY DỰNG")), {"issuer": "Sở Xây dựng"}),
    (
        "long name of a department",
        directive(top=head(issuer="UBND TỈNH SƠN LA\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", style="tabs")),
        {"issuer": "Sở Văn hóa, Thể thao và Du lịch"},
    ),
    ("number lost", directive(top=head(symbol="Số:      /KH-UBND")), {"symbol": None}),
    ("day lost", directive(top=head(place_date="Sơn La, ngày     tháng 5 năm 2026")), {"issued_on": None}),
    (
        "day that does not exist",
        directive(top=head(place_date="Sơn La, ngày 31 tháng 4 năm 2026")),
        {"issued_on": None},
    ),
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
    (
        "own number beats the caption",
        directive(annexes=[annex(caption=CAPTION.format(kind="Kế hoạch", code="QLN"))]),
        {},
    ),
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
    (
        "no body named in the signature",
        directive(end=closing(behalf="", office="CHỦ TỊCH")),
        {"signed": ("Nguyễn Văn An", "Chủ tịch", None)},
    ),
    ("name not printed", directive(end=closing(name="")), {"signed": None}),
    (
        "công điện",
        directive(
            top=head(
                issuer="THỦ TƯỚNG CHÍNH PHỦ", symbol="Số: 45/CĐ-TTg", place_date="Hà Nội, ngày 03 tháng 6 năm 2026"
            ),
            title="CÔNG ĐIỆN",
            subject="Về việc ứng phó mưa lũ",
            end=closing(behalf="KT. THỦ TƯỚNG", office="PHÓ THỦ TƯỚNG"),
        ),
        {
            "symbol": "45/CĐ-TTg",
            "kind": "Công điện",
            "issuer": "Thủ tướng Chính phủ",
            "place": "Hà Nội",
            "province": None,
            "issued_on": date(2026, 6, 3),
            "subject": "ứng phó mưa lũ",
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
            "symbol": "2100/BXD-QHKT",
            "kind": "Công văn",
            "issuer": "Bộ Xây dựng",
            "province": None,
            "subject": "hướng dẫn lập quy hoạch đô thị",
            "addressees": ["Ủy ban nhân dân các tỉnh, thành phố"],
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
            "symbol": "12-CT/TU",
            "kind": "Chỉ thị",
            "issuer": "Ban Thường vụ Tỉnh ủy",
            "subject": "tăng cường sự lãnh đạo của Đảng đối với công tác quy hoạch",
            "signed": ("Nguyễn Văn An", "Bí thư", "T/M BAN THƯỜNG VỤ"),
        },
    ),
    (
        "kết luận of the Politburo",
        directive(
            top=head(
                issuer="BAN CHẤP HÀNH TRUNG ƯƠNG\n*",
                symbol="Số 224-KL/TW",
                motto=PARTY_MOTTO,
                place_date="Hà Nội, ngày 8 tháng 12 năm 2025",
            ),
            title="KẾT LUẬN\nCỦA BỘ CHÍNH TRỊ",
            subject="về tiếp tục thực hiện Nghị quyết số 06-NQ/TW",
            end=closing(behalf="T/M BỘ CHÍNH TRỊ", office="THƯỜNG TRỰC BAN BÍ THƯ"),
        ),
        {
            "symbol": "224-KL/TW",
            "kind": "Kết luận",
            "issuer": "Bộ Chính trị",
            "place": "Hà Nội",
            "province": None,
            "issued_on": date(2025, 12, 8),
            "subject": "tiếp tục thực hiện Nghị quyết số 06-NQ/TW",
            "signed": ("Nguyễn Văn An", "Thường trực Ban Bí thư", "T/M BỘ CHÍNH TRỊ"),
        },
    ),
    (
        "nghị quyết of a commune",
        directive(
            top=head(
                issuer="ĐẢNG BỘ TỈNH NGHỆ AN\nĐẢNG ỦY XÃ KIM BẢNG",
                symbol="Số 07-NQ/ĐU",
                motto=PARTY_MOTTO,
                place_date="Kim Bảng, ngày 12/8/2025",
            ),
            title="NGHỊ QUYẾT",
        ),
        {
            "symbol": "07-NQ/ĐU",
            "kind": "Nghị quyết",
            "issuer": "Đảng ủy xã Kim Bảng",
            "place": "Kim Bảng",
            "province": "Nghệ An",
            "issued_on": date(2025, 8, 12),
        },
    ),
    (
        "thông báo of a district before July 2025",
        directive(
            top=head(
                issuer="HUYỆN ỦY TUẦN GIÁO",
                symbol="Số 33-TB/HU",
                motto=PARTY_MOTTO,
                place_date="Tuần Giáo, ngày 20 tháng 9 năm 2024",
            ),
            title="THÔNG BÁO",
            end=closing(behalf="T/L BAN THƯỜNG VỤ", office="CHÁNH VĂN PHÒNG"),
        ),
        {
            "symbol": "33-TB/HU",
            "kind": "Thông báo",
            "issuer": "Huyện ủy Tuần Giáo",
            "place": "Tuần Giáo",
            "province": None,
            "issued_on": date(2024, 9, 20),
            "signed": ("Nguyễn Văn An", "Chánh Văn phòng", "T/L BAN THƯỜNG VỤ"),
        },
    ),
    (
        "tờ trình",
        directive(
            top=head(issuer="UBND TỈNH SƠN LA\nSỞ TÀI CHÍNH", symbol="Số: 88/TTr-STC"),
            title="TỜ TRÌNH",
            addressees="Kính gửi: Ủy ban nhân dân tỉnh Sơn La.",
        ),
        {
            "symbol": "88/TTr-STC",
            "kind": "Tờ trình",
            "issuer": "Sở Tài chính",
            "addressees": ["Ủy ban nhân dân tỉnh Sơn La"],
        },
    ),
    (
        "báo cáo of a ward",
        directive(
            top=head(
                issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG MƯỜNG THANH",
                symbol="Số: 105/BC-UBND",
                place_date="Mường Thanh, ngày 1 tháng 6 năm 2026",
            ),
            title="BÁO CÁO",
        ),
        {
            "symbol": "105/BC-UBND",
            "kind": "Báo cáo",
            "issuer": "Ủy ban nhân dân phường Mường Thanh",
            "place": "Mường Thanh",
            "province": None,
            "issued_on": date(2026, 6, 1),
        },
    ),
    (
        "hướng dẫn whose number says the body",
        directive(top="Số 81 -HD/BTGDVTU", title="HƯỚNG DẪN", body="I. NỘI DUNG\n\nTuyên truyền sâu rộng."),
        {
            "symbol": "81-HD/BTGDVTU",
            "kind": "Hướng dẫn",
            "issuer": "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "place": None,
            "province": None,
            "issued_on": None,
        },
    ),
    (
        "công điện with its hour",
        directive(
            top=head(
                issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
                symbol="Số: 07/CĐ-CT",
                place_date="Cà Mau, hồi 16 giờ 30 phút, ngày 21 tháng 7 năm 2026",
            ),
            title="CÔNG ĐIỆN",
            end=closing(behalf="", office="CHỦ TỊCH"),
        ),
        {
            "symbol": "07/CĐ-CT",
            "kind": "Công điện",
            "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau",
            "place": "Cà Mau",
            "province": "Cà Mau",
            "issued_on": date(2026, 7, 21),
            "signed": ("Nguyễn Văn An", "Chủ tịch", None),
        },
    ),
    (
        "a city whose name ends as offices begin",
        directive(
            top=head(issuer="UBND THÀNH PHỐ HẢI PHÒNG\nVĂN PHÒNG", place_date="Hải Phòng, ngày 05/5/2026", style="tabs")
        ),
        {
            "issuer": "Văn phòng Ủy ban nhân dân thành phố Hải Phòng",
            "place": "Hải Phòng",
            "province": "Hải Phòng",
            "issued_on": date(2026, 5, 5),
        },
    ),
    (
        "city that is a province, short date",
        directive(top=head(issuer="UBND THÀNH PHỐ\nCẦN THƠ", place_date="TP. Cần Thơ, ngày 05/5/2026")),
        {
            "issuer": "UBND thành phố Cần Thơ",
            "place": "TP. Cần Thơ",
            "province": "Cần Thơ",
            "issued_on": date(2026, 5, 5),
        },
    ),
    (
        "joint guide",
        directive(title="HƯỚNG DẪN LIÊN NGÀNH", subject="Về công tác y tế trường học"),
        {"kind": "Hướng dẫn", "subject": "công tác y tế trường học"},
    ),
    (
        "opening right below the subject",
        directive(title="THÔNG BÁO", subject="Phân công thành viên Ban Chỉ đạo\nTrưởng ban phân công như sau:"),
        {"kind": "Thông báo", "subject": "Phân công thành viên Ban Chỉ đạo"},
    ),
    (
        "title before a misread numeral",
        directive(body="l. MỤC TIÊU\n\n1. Phát triển đô thị.", subject="Phát triển đô thị"),
        {"subject": "Phát triển đô thị"},
    ),
    (
        "minutes signed by secretary and chair",
        directive(
            top=head(symbol="Số: 3/BB-UBND"),
            title="BIÊN BẢN",
            subject="Họp giao ban tháng 5",
            end="THƯ KÝ\tCHỦ TỌA\nLê Thị Hoa\tHoàng Văn Minh",
        ),
        {
            "symbol": "3/BB-UBND",
            "kind": "Biên bản",
            "subject": "Họp giao ban tháng 5",
            "signed": None,
            "recipients": [],
        },
    ),
    *(
        (
            f"signed {printed}",
            directive(end=closing(name=printed)),
            {"signed": (name, "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN")},
        )
        for printed, name in (
            ("Rơ Châm H'Yao", "Rơ Châm H'Yao"),
            ("Y Thanh Hà Niê Kđăm", "Y Thanh Hà Niê Kđăm"),
            ("K' Đức", "K' Đức"),
            ("Lò Văn Phương (đã ký)", "Lò Văn Phương"),
            ("[Chữ ký]\nTS. Nguyễn Thị Thu Hà-", "Nguyễn Thị Thu Hà"),
            ("(Chữ ký, dấu)\n\nĐại tá Trần Bình", "Trần Bình"),
        )
    ),
    (
        "office and name on one line",
        directive(end=closing(behalf="", office="", name="CHỦ TỊCH Trần Minh Thuận")),
        {"signed": ("Trần Minh Thuận", "Chủ tịch", None)},
    ),
    (
        "all of the signature on one line",
        directive(end=closing(behalf="", office="", name="KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đại tá Lê An")),
        {"signed": ("Lê An", "Phó Chủ tịch", "KT. CHỦ TỊCH")},
    ),
    (
        "office of the State below that of the committee",
        directive(end=closing(behalf="", office="TRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH")),
        {"signed": ("Nguyễn Văn An", "Trưởng ban", None)},
    ),
    (
        "office alone above the recipients",
        directive(end=closing(behalf="", office="TRƯỞNG PHÒNG\n", style="signature first")),
        {"signed": ("Nguyễn Văn An", "Trưởng phòng", None)},
    ),
    (
        "office alone above an annex",
        directive(end=closing(behalf="", office="CHỦ TỊCH", recipients=()), annexes=[annex(task_table())]),
        {"signed": ("Nguyễn Văn An", "Chủ tịch", None), "recipients": []},
    ),
    *(
        (f"recipients in {line[:24]}", directive(end=closing(recipients=()) + "\n\n" + line), {"recipients": expected})
        for line, expected in (
            (
                "Nơi nhận: Thường trực Tỉnh ủy; các sở, ngành tỉnh; Lưu: VT, KT.",
                ["Thường trực Tỉnh ủy", "các sở, ngành tỉnh", "Lưu: VT, KT"],
            ),
            (
                "Nơi nhận: Như trên; VPCP (để b/c; theo dõi); Lưu: VT.",
                ["Như trên", "VPCP (để b/c; theo dõi)", "Lưu: VT"],
            ),
            (
                "Nơi nhận: Ban Bí thư (b/c), các đảng ủy, Lưu Văn phòng.",
                ["Ban Bí thư (b/c)", "các đảng ủy", "Lưu Văn phòng"],
            ),
            ("**Nơi nhận:** - UBND tỉnh; - Các thôn, làng; - Lưu VT.", ["UBND tỉnh", "Các thôn, làng", "Lưu VT"]),
        )
    ),
    (
        "addressees on one line",
        directive(title="TỜ TRÌNH", addressees="Kính gửi: Ủy ban nhân dân tỉnh; Sở Tài chính."),
        {"kind": "Tờ trình", "addressees": ["Ủy ban nhân dân tỉnh", "Sở Tài chính"]},
    ),
    (
        "body right below the addressees",
        directive(
            title="CÔNG ĐIỆN",
            addressees="ỦY BAN NHÂN DÂN TỈNH ĐIỆN:\n- Các sở, ngành;\n- UBND các xã.\nBão cách bờ 300 km; yêu cầu:",
        ),
        {"kind": "Công điện", "addressees": ["Các sở, ngành", "UBND các xã"]},
    ),
    (
        "two signatories",
        directive(
            top=head(
                issuer="ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM",
                symbol="Số: 10/CTrLT-UBND-MTTQ",
                place_date="Lào Cai, ngày 2 tháng 3 năm 2026",
            ),
            title="CHƯƠNG TRÌNH PHỐI HỢP",
            end="TM. ỦY BAN MTTQ\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tCHỦ TỊCH\nGiàng Seo Vần\tTrịnh Xuân Trường",
        ),
        {
            "symbol": "10/CTrLT-UBND-MTTQ",
            "kind": "Chương trình phối hợp",
            "issuer": None,
            "place": "Lào Cai",
            "province": "Lào Cai",
            "issued_on": date(2026, 3, 2),
            "signed": None,
            "recipients": [],
        },
    ),
]


@pytest.mark.parametrize(("text", "differs"), [case[1:] for case in HEADERS], ids=[case[0] for case in HEADERS])
def test_header_is_read(text: str, differs: dict[str, Any]) -> None:
    documents = read(text)
    assert len(documents) == 1
    assert summary(documents[0]) == {**USUAL, **differs}


@pytest.mark.parametrize("separator", ["\t", " " * 12, " | "])
def test_subject_beside_the_date_is_read_column_by_column(separator: str) -> None:
    columns = [
        ("BỘ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 2100/BXD-QHKT", "Độc lập - Tự do - Hạnh phúc"),
        ("V/v hướng dẫn lập quy hoạch", "Hà Nội, ngày 03 tháng 6 năm 2026"),
        ("đô thị", ""),
    ]
    top = "\n".join(separator.join(row).rstrip() for row in columns)
    text = directive(top=top, title="", subject="", addressees="Kính gửi: Ủy ban nhân dân các tỉnh.")
    found = summary(read(text)[0])
    assert found["symbol"] == "2100/BXD-QHKT"
    assert found["subject"] == "hướng dẫn lập quy hoạch đô thị"
    assert (found["place"], found["issued_on"]) == ("Hà Nội", date(2026, 6, 3))
    assert found["addressees"] == ["Ủy ban nhân dân các tỉnh"]


def test_note_after_the_signature_is_no_annex() -> None:
    document = read(directive(end=closing() + "\n\n(Văn bản đã được ký số)"))[0]
    assert [section.level for section in document.outline if section.level == "annex"] == []
    assert document.outline[-1].text is not None


def test_what_could_not_be_read_is_said() -> None:
    assert "số" in messages(directive(top=head(symbol="Số:      /KH-UBND")))
    assert "người ký" in messages(directive(end=closing(name="")))
    both = "TM. ỦY BAN A\tTM. ỦY BAN B\nCHỦ TỊCH\tCHỦ TỊCH\nLò Văn Thanh\tVàng Thị Mai"
    assert "Lò Văn Thanh; Vàng Thị Mai" in messages(directive(end=both))


# --- Annexes and bundles ---


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
    caption = "(Ban hành kèm theo Quyết định số 25/2026/QĐ-UBND ngày 1/2/2026)"
    rules = f"QUY CHẾ\n\nQuản lý kiến trúc\n\n{caption}\n\nĐiều 1. Phạm vi\n\nToàn tỉnh."
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


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_enclosed_plan_has_issuer_and_date_of_what_encloses_it(gap: str) -> None:
    caption = "(Ban hành kèm theo Quyết định số 512/QĐ-UBND ngày 27/5/2026 của Chủ tịch UBND tỉnh Sơn La)"
    plan = f"KẾ HOẠCH\nCải cách hành chính{gap}{caption}\n\nI. MỤC TIÊU\n\nNâng cao chất lượng."
    body = "Căn cứ Luật;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch.\n\nĐiều 2. Hiệu lực từ ngày ký."
    decision, enclosed = read(
        directive(top=head(symbol="Số: 512/QĐ-UBND"), title="QUYẾT ĐỊNH", body=body, annexes=[plan])
    )
    found = summary(enclosed)
    assert (found["symbol"], found["subject"]) == (None, "Cải cách hành chính")
    assert (found["issuer"], found["issued_on"]) == ("Ủy ban nhân dân tỉnh Sơn La", date(2026, 5, 12))
    assert found["province"] == "Sơn La"
    assert enclosed.header.issuer is not None
    assert "512/QĐ-UBND" in (enclosed.header.issuer.inferred or "")
    assert decision.header.issuer is not None
    assert decision.header.issuer.inferred is None


def test_an_enclosed_plan_alone_is_dated_by_its_caption() -> None:
    caption = "(Kèm theo Quyết định số 512/QĐ-UBND ngày 27/5/2026 của Chủ tịch UBND tỉnh Sơn La)"
    found = summary(read(f"KẾ HOẠCH\nCải cách hành chính\n{caption}\n\nI. MỤC TIÊU\n\nNâng cao chất lượng.\n")[0])
    assert (found["issuer"], found["issued_on"]) == ("Chủ tịch UBND tỉnh Sơn La", date(2026, 5, 27))
    assert (found["symbol"], found["province"]) == (None, "Sơn La")


@pytest.mark.parametrize(
    ("issuer", "office", "whole"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La"),
        ("UBND TỈNH SƠN LA", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG TÔ HIỆU", "CHỦ TỊCH UBND PHƯỜNG", "Chủ tịch Ủy ban nhân dân phường Tô Hiệu"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG TÔ HIỆU", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "GIÁM ĐỐC SỞ Y TẾ", "Giám đốc Sở Y tế"),
    ],
)
def test_who_decides_in_person_has_the_place_of_the_committee_in_the_head(issuer: str, office: str, whole: str) -> None:
    caption = "(Ban hành kèm theo Quyết định số 512/QĐ-UBND ngày 12/5/2026 của Chủ tịch UBND tỉnh)"
    plan = f"KẾ HOẠCH\nCải cách hành chính\n{caption}\n\nI. MỤC TIÊU\n\nNâng cao chất lượng."
    body = f"{office}\n\nCăn cứ Luật Cán bộ, công chức ngày 24/6/2025;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch.\n\nĐiều 2. Hiệu lực từ ngày ký."
    top = head(issuer=issuer, symbol="Số: 512/QĐ-UBND")
    decision, enclosed = read(directive(top=top, title="QUYẾT ĐỊNH", body=body, annexes=[plan]))
    assert (value(decision.header.issuer), value(enclosed.header.issuer)) == (whole, whole)
    assert vi.DIAGNOSTIC_NO_SIGNATORY not in [d.message for d in enclosed.diagnostics]


def test_who_sends_a_telegram_is_no_addressee() -> None:
    to = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Thủ trưởng các sở, ban, ngành;\n- Chủ tịch UBND các xã, phường."
    found = summary(read(directive(title="CÔNG ĐIỆN", subject="Về việc ứng phó bão", addressees=to))[0])
    assert found["addressees"] == ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã, phường"]


@pytest.mark.parametrize(
    ("superior", "issuer"),
    [
        ("UBND TỈNH LAI CHÂU", "Văn phòng Ủy ban nhân dân tỉnh Lai Châu"),
        ("TỈNH ỦY LAI CHÂU", "Văn phòng Tỉnh ủy Lai Châu"),
        ("BỘ NỘI VỤ", "Văn phòng Bộ Nội vụ"),
    ],
)
def test_an_office_is_named_with_its_superior(superior: str, issuer: str) -> None:
    assert summary(read(directive(top=head(issuer=f"{superior}\nVĂN PHÒNG")))[0])["issuer"] == issuer


@pytest.mark.parametrize("name", ["Trương Hải Long", "Đoàn Thanh Sơn", "Dương Xuân Huyên"])
@pytest.mark.parametrize("separator", ["\t", "\t\t\t\t"])
def test_a_name_is_never_a_recipient(name: str, separator: str) -> None:
    end = "\n".join(
        [
            f"Nơi nhận:{separator}TM. ỦY BAN NHÂN DÂN",
            f"- Thường trực Tỉnh ủy;{separator}KT. CHỦ TỊCH",
            f"- Các sở, ban, ngành;{separator}PHÓ CHỦ TỊCH",
            "- Lưu: VT, KT.",
            f"{separator}\t{name}",
        ]
    )
    found = summary(read(directive(end=end))[0])
    assert found["recipients"] == USUAL["recipients"]
    assert found["signed"] == (name, "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN")


def test_a_name_apart_below_the_recipients_signs() -> None:
    found = summary(read(directive(end="Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Lưu: VT.\n\nĐoàn Thanh Sơn"))[0])
    assert found["recipients"] == ["Thường trực Tỉnh ủy", "Lưu: VT"]
    assert found["signed"] == ("Đoàn Thanh Sơn", None, None)


def test_each_recipient_of_one_line_has_its_own_span() -> None:
    text = directive(end=closing(recipients=()) + "\n\nNơi nhận: Thường trực Tỉnh ủy; các sở, ngành; Lưu: VT.")
    recipients = read(text)[0].header.recipients
    assert [text[slice(*r.span)] for r in recipients if r.span] == ["Thường trực Tỉnh ủy", "các sở, ngành", "Lưu: VT"]


def test_a_subject_that_begins_with_its_abbreviation_stands_below_the_title() -> None:
    text = directive(title="CÔNG ĐIỆN", subject="V/v tập trung ứng phó bão số 5")
    assert summary(read(text)[0])["subject"] == "tập trung ứng phó bão số 5"


def test_the_date_right_behind_the_name_of_a_body_is_no_part_of_it() -> None:
    top = (
        "TỈNH ỦY HƯNG YÊN ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "BAN TUYÊN GIÁO VÀ DÂN VẬN Hưng Yên, ngày 02 tháng 7 năm 2026\n*\nSố 31-HD/BTGDVTU"
    )
    found = summary(read(directive(top=top, title="HƯỚNG DẪN"))[0])
    assert found["issuer"] == "Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên"
    assert (found["place"], found["issued_on"]) == ("Hưng Yên", date(2026, 7, 2))


def test_a_draft_behind_a_letter_is_a_document_and_its_stamp_nobody() -> None:
    own = directive(
        top=head(issuer="UBND TỈNH SƠN LA\nSỞ XÂY DỰNG", symbol="Số: 88/TTr-SXD"),
        title="TỜ TRÌNH",
        end="Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nQuàng Thị Mai",
    )
    draft = "-----\n\nDỰ THẢO\n\nỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố:      /QĐ-UBND\n\nQUYẾT ĐỊNH\nPhê duyệt Đề án cấp nước\n"
    first, second = read(f"{own}\n\n{draft}\nĐiều 1. Phê duyệt Đề án cấp nước kèm theo Quyết định này.\n")
    assert summary(first)["signed"] == ("Quàng Thị Mai", "Giám đốc", None)
    assert summary(first)["issuer"] == "Sở Xây dựng"
    assert (summary(second)["kind"], summary(second)["issuer"]) == ("Quyết định", "Ủy ban nhân dân tỉnh Sơn La")


@pytest.mark.parametrize("stamp", ["DỰ THẢO", "HỎA TỐC", "BẢN SAO"])
def test_a_stamp_signs_nothing(stamp: str) -> None:
    assert summary(read(f"{directive()}\n\n{stamp}\n")[0])["signed"] == USUAL["signed"]
