"""The viện dẫn of every kind of document, as an official would write it: a table of cases."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tracuu import vi
from tracuu.citing import (
    Style,
    cite,
    document_reference,
    footnote,
    full_issuer,
    inferred_parts,
    reference,
    short_reference,
    spoken_place,
    style_of,
    subject_phrase,
)
from tracuu.types import (
    Document,
    Header,
    Hit,
    Locator,
    Passage,
    PassageRole,
    Reference,
    Signatory,
    Source,
    Span,
    Stated,
)

CITED = vi.INFERRED_FROM_CITING.format(documents="39-KH/TU")
COUNTED = vi.INFERRED_PLACE_FROM_BODY.format(count=9, other=0)
PLACE = Span(3, 9)


def record(
    kind: object = None,
    symbol: object = None,
    issued_on: object = None,
    issuer: object = None,
    province: object = None,
    subject: object = None,
    behalf: str | None = None,
    references: tuple[Reference, ...] = (),
) -> Document:
    """A document; a field is a value, or (value, reason) for one inferred from elsewhere, or a `Stated`."""

    def stated(value):
        if value is None or isinstance(value, Stated):
            return value
        if isinstance(value, tuple):
            return Stated(value=value[0], inferred=value[1])
        return Stated(value=value, span=PLACE)

    header = Header(
        kind=stated(kind), symbol=stated(symbol), issued_on=stated(issued_on), issuer=stated(issuer),
        province=stated(province), subject=stated(subject),
        signatory=Stated(value=Signatory(name="Lò Văn An", on_behalf_of=behalf)) if behalf else None,
    )  # fmt: skip
    return Document(
        doc_id="a", source_id="a", span=Span(0, 40), header=header, parts=(), outline=(), references=references
    )


# name: record; in full; a later mention.
CASES: Mapping[str, tuple[Document, str, str]] = {
    "plan of a province": (
        record("Kế hoạch", "2233/KH-UBND", date(2026, 3, 30), "Ủy ban nhân dân tỉnh", "Lai Châu", "Triển khai công tác dân tộc"),
        "Kế hoạch số 2233/KH-UBND ngày 30 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lai Châu về việc triển khai công tác dân tộc",
        "Kế hoạch số 2233/KH-UBND",
    ),
    "plan of the Party": (
        record("Kế hoạch", "39-KH/TU", date(2026, 3, 13), "Ban Thường vụ Tỉnh ủy", "Điện Biên", "thực hiện Kết luận số 224-KL/TW"),
        "Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy Điện Biên về việc thực hiện Kết luận số 224-KL/TW",
        "Kế hoạch số 39-KH/TU",
    ),
    "directive of a province in capitals": (
        record("CHỈ THỊ", "05/CT-UBND", date(2026, 1, 9), "UỶ BAN NHÂN DÂN TỈNH SƠN LA", "Sơn La", "TĂNG CƯỜNG PHÒNG CHÁY RỪNG"),
        "Chỉ thị số 05/CT-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sơn La về việc tăng cường phòng cháy rừng",
        "Chỉ thị số 05/CT-UBND",
    ),
    "directive of the Party, month below three": (
        record("Chỉ thị", "12-CT/TU", date(2026, 2, 8), "Tỉnh ủy", "Cao Bằng", "về tết trồng cây"),
        "Chỉ thị số 12-CT/TU, ngày 08/02/2026 của Tỉnh ủy Cao Bằng về tết trồng cây",
        "Chỉ thị số 12-CT/TU",
    ),
    "directive signed for the standing committee": (
        record("Chỉ thị", "07-CT/TU", date(2026, 11, 2), "TỈNH ỦY YÊN BÁI", "Yên Bái", "Về công tác dân vận", "T/M BAN THƯỜNG VỤ"),
        "Chỉ thị số 07-CT/TU, ngày 02/11/2026 của Ban Thường vụ Tỉnh ủy Yên Bái về công tác dân vận",
        "Chỉ thị số 07-CT/TU",
    ),
    "programme signed for the committee itself": (
        record("Chương trình", "09-CTr/TU", date(2026, 12, 31), "Tỉnh uỷ", "Nghệ An", "hành động vì trẻ em", "T/M TỈNH ỦY"),
        "Chương trình số 09-CTr/TU, ngày 31/12/2026 của Tỉnh ủy Nghệ An về việc hành động vì trẻ em",
        "Chương trình số 09-CTr/TU",
    ),
    "decision": (
        record("Quyết định", "519/QĐ-UBND", date(2026, 4, 3), "UBND tỉnh Bắc Ninh", "Bắc Ninh", "Kiện toàn Ban Chỉ đạo"),
        "Quyết định số 519/QĐ-UBND ngày 03 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh Bắc Ninh về việc kiện toàn Ban Chỉ đạo",
        "Quyết định số 519/QĐ-UBND",
    ),
    "decision of the Party": (
        record("Quyết định", "118-QĐ/TU", date(2025, 10, 1), "Ban Thường vụ Thành ủy", "Đà Nẵng", "thành lập Đảng bộ phường"),
        "Quyết định số 118-QĐ/TU, ngày 01/10/2025 của Ban Thường vụ Thành ủy Đà Nẵng về việc thành lập Đảng bộ phường",
        "Quyết định số 118-QĐ/TU",
    ),
    "letter of a department": (
        record("Công văn", "1206/SYT-NVY", date(2026, 6, 2), "Sở Y tế", "Lâm Đồng", "V/v tăng cường tiêm chủng"),
        "Công văn số 1206/SYT-NVY ngày 02 tháng 6 năm 2026 của Sở Y tế tỉnh Lâm Đồng về việc tăng cường tiêm chủng",
        "Công văn số 1206/SYT-NVY",
    ),
    "letter whose kind is nowhere": (
        record(None, "4711/UBND-KTN", date(2026, 7, 15), "Ủy ban nhân dân tỉnh", "Gia Lai", "cấp nước sạch"),
        "Văn bản số 4711/UBND-KTN ngày 15 tháng 7 năm 2026 của Ủy ban nhân dân tỉnh Gia Lai về việc cấp nước sạch",
        "Văn bản số 4711/UBND-KTN",
    ),
    "letter of a commune's Party committee, spaces of a scan": (
        record(("Công văn", "từ ký hiệu"), "584 -CV/ÐU", date(2026, 4, 20), "ĐẢNG UỶ XÃ SÍNH PHÌNH", "Điện Biên", "tuyên truyền  \nviệc triển khai **Kế hoạch**"),
        "Công văn số 584-CV/ĐU, ngày 20/4/2026 của Đảng ủy xã Sính Phình về việc tuyên truyền việc triển khai Kế hoạch",
        "Công văn số 584-CV/ĐU",
    ),
    "resolution of a people's council": (
        record("Nghị quyết", "88/NQ-HĐND", date(2025, 12, 10), "HĐND tỉnh", "Cà Mau", "Quy định mức hỗ trợ học phí"),
        "Nghị quyết số 88/NQ-HĐND ngày 10 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh Cà Mau về việc quy định mức hỗ trợ học phí",
        "Nghị quyết số 88/NQ-HĐND",
    ),
    "resolution of the Politburo": (
        record("Nghị quyết", "06-NQ/TW", date(2022, 1, 24), "Bộ Chính trị", None, "về quy hoạch, xây dựng đô thị"),
        "Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị về quy hoạch, xây dựng đô thị",
        "Nghị quyết số 06-NQ/TW",
    ),
    "proposal": (
        record("Tờ trình", "64/TTr-SYT", date(2026, 3, 9), "Sở Y tế", "Huế", "ban hành Đề án củng cố trạm y tế"),
        "Tờ trình số 64/TTr-SYT ngày 09 tháng 3 năm 2026 của Sở Y tế thành phố Huế về việc ban hành Đề án củng cố trạm y tế",
        "Tờ trình số 64/TTr-SYT",
    ),
    "telegram of a chairman": (
        record("Công điện", "07/CĐ-CT", date(2026, 7, 21), "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "Cà Mau", "chủ động ứng phó sạt lở"),
        "Công điện số 07/CĐ-CT ngày 21 tháng 7 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Cà Mau về việc chủ động ứng phó sạt lở",
        "Công điện số 07/CĐ-CT",
    ),
    "notice of a conclusion": (
        record("Thông báo", "231/TB-VP", date(2026, 6, 19), "Văn phòng UBND tỉnh", "Tây Ninh", "Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp"),
        "Thông báo số 231/TB-VP ngày 19 tháng 6 năm 2026 của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp",
        "Thông báo số 231/TB-VP",
    ),
    "notice of the Party's office": (
        record("Thông báo", "45-TB/VPTU", date(2026, 1, 30), "Văn phòng Tỉnh uỷ", "Hòa Bình", "lịch tiếp công dân;"),
        "Thông báo số 45-TB/VPTU, ngày 30/01/2026 của Văn phòng Tỉnh ủy Hòa Bình về việc lịch tiếp công dân",
        "Thông báo số 45-TB/VPTU",
    ),
    "guidance of a Party commission": (
        record("Hướng dẫn", "81 -HD/BTGDVTU", date(2026, 4, 10), "Ban Tuyên giáo và Dân vận Tỉnh uỷ", "Điện Biên", "nghiên cứu, quán triệt Kế hoạch số 39-KH/TU"),
        "Hướng dẫn số 81-HD/BTGDVTU, ngày 10/4/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy Điện Biên về việc nghiên cứu, quán triệt Kế hoạch số 39-KH/TU",
        "Hướng dẫn số 81-HD/BTGDVTU",
    ),
    "guidance of a department with letters": (
        record("Hướng dẫn", "301/HD-SGDĐT", date(2026, 9, 5), "Sở GD&ĐT", "Quảng Trị", "các khoản thu đầu năm học"),
        "Hướng dẫn số 301/HD-SGDĐT ngày 05 tháng 9 năm 2026 của Sở Giáo dục và Đào tạo tỉnh Quảng Trị về các khoản thu đầu năm học",
        "Hướng dẫn số 301/HD-SGDĐT",
    ),
    "working rules": (
        record("Quy chế", "01-QC/TU", date(2025, 10, 20), "Ban Chấp hành Đảng bộ tỉnh", "Sơn La", "Làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XVI"),
        "Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XVI số 01-QC/TU, ngày 20/10/2025 của Ban Chấp hành Đảng bộ tỉnh Sơn La",
        "Quy chế số 01-QC/TU",
    ),
    "rules about a thing": (
        record("Quy chế", "15/QC-UBND", date(2026, 5, 5), "Ủy ban nhân dân xã Mường Bú", "Sơn La", "tổ chức bộ máy của Trung tâm"),
        "Quy chế số 15/QC-UBND ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân xã Mường Bú về tổ chức bộ máy của Trung tâm",
        "Quy chế số 15/QC-UBND",
    ),
    "decree": (
        record("Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", None, "Về công tác văn thư"),
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        "Nghị định số 30/2020/NĐ-CP",
    ),
    "law: kind and name": (
        record("Luật", "31/2024/QH15", date(2024, 1, 18), "Quốc hội", None, "ĐẤT ĐAI"),
        "Luật Đất đai",
        "Luật số 31/2024/QH15",
    ),
    "plan of a ministry": (
        record("Kế hoạch", "302/KH-BGDĐT", date(2026, 3, 17), "BỘ GIÁO DỤC VÀ ĐÀO TẠO", None, "Phổ cập kỹ năng số"),
        "Kế hoạch số 302/KH-BGDĐT ngày 17 tháng 3 năm 2026 của Bộ Giáo dục và Đào tạo về việc phổ cập kỹ năng số",
        "Kế hoạch số 302/KH-BGDĐT",
    ),
    "plan of a commune": (
        record("Kế hoạch", "21/KH-UBND", date(2026, 2, 6), "UBND XÃ TẢ VAN", "Lào Cai", "Chuyển đổi số"),
        "Kế hoạch số 21/KH-UBND ngày 06 tháng 02 năm 2026 của Ủy ban nhân dân xã Tả Van về việc chuyển đổi số",
        "Kế hoạch số 21/KH-UBND",
    ),
    "plan of a city that is a province": (
        record("Kế hoạch", "77/KH-UBND", date(2026, 8, 30), "Ủy ban nhân dân TP", "Hồ Chí Minh", "Chống ngập"),
        "Kế hoạch số 77/KH-UBND ngày 30 tháng 8 năm 2026 của Ủy ban nhân dân thành phố Hồ Chí Minh về việc chống ngập",
        "Kế hoạch số 77/KH-UBND",
    ),
    "no number": (
        record("Kế hoạch", None, date(2026, 5, 5), "Ủy ban nhân dân tỉnh", "Cà Mau", "Phòng, chống hạn hán"),
        "Kế hoạch ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau về việc phòng, chống hạn hán",
        "Kế hoạch ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau",
    ),
    "no number, of the Party": (
        record("Kế hoạch", None, date(2026, 5, 5), "Ban Thường vụ Đảng ủy", None, "kết nạp đảng viên"),
        "Kế hoạch ngày 05/5/2026 của Ban Thường vụ Đảng ủy về việc kết nạp đảng viên",
        "Kế hoạch ngày 05/5/2026 của Ban Thường vụ Đảng ủy",
    ),
    "neither number nor date": (
        record("Chương trình hành động", None, None, "Ban Chấp hành Đảng bộ tỉnh", "Hà Tĩnh", "Thực hiện Nghị quyết số 06-NQ/TW"),
        "Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh về việc thực hiện Nghị quyết số 06-NQ/TW",
        "Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh",
    ),
    "no date": (
        record("Kế hoạch", "118/KH-UBND", None, "Ủy ban nhân dân tỉnh", "Cà Mau", "Về việc trực Tết"),
        "Kế hoạch số 118/KH-UBND của Ủy ban nhân dân tỉnh Cà Mau về việc trực Tết",
        "Kế hoạch số 118/KH-UBND",
    ),
    "no issuer": (
        record("Kế hoạch", "50-KH/TU", date(2022, 6, 8), None, "Điện Biên", None),
        "Kế hoạch số 50-KH/TU, ngày 08/6/2022",
        "Kế hoạch số 50-KH/TU",
    ),
    "a subject of stops alone": (
        record("Báo cáo", "9/BC-SXD", None, "Sở XD", None, " . "),
        "Báo cáo số 9/BC-SXD của Sở Xây dựng",
        "Báo cáo số 9/BC-SXD",
    ),
    "circular of a ministry": (
        record("Thông tư", "05/2025/TT-BXD", date(2025, 6, 20), "Bộ Xây dựng", None, "Quy định chi tiết về phân loại đô thị"),
        "Thông tư số 05/2025/TT-BXD ngày 20 tháng 6 năm 2025 của Bộ Xây dựng quy định chi tiết về phân loại đô thị",
        "Thông tư số 05/2025/TT-BXD",
    ),
    "resolution of the National Assembly's committee": (
        record("Nghị quyết", "111/2025/UBTVQH15", date(2025, 12, 24), "ỦY BAN THƯỜNG VỤ QUỐC HỘI", None, "Về phân loại đô thị"),
        "Nghị quyết số 111/2025/UBTVQH15 ngày 24 tháng 12 năm 2025 của Ủy ban Thường vụ Quốc hội về phân loại đô thị",
        "Nghị quyết số 111/2025/UBTVQH15",
    ),
    "conclusion of the Politburo": (
        record("Kết luận", "224-KL/TW", date(2025, 12, 8), "Bộ Chính trị", None, "Tiếp tục thực hiện Nghị quyết số 06-NQ/TW"),
        "Kết luận số 224-KL/TW, ngày 08/12/2025 của Bộ Chính trị về việc tiếp tục thực hiện Nghị quyết số 06-NQ/TW",
        "Kết luận số 224-KL/TW",
    ),
    "decision of the Prime Minister": (
        record("Quyết định", "891/QĐ-TTg", date(2024, 8, 22), "Thủ tướng Chính phủ", None, "Phê duyệt Quy hoạch hệ thống đô thị"),
        "Quyết định số 891/QĐ-TTg ngày 22 tháng 8 năm 2024 của Thủ tướng Chính phủ về việc phê duyệt Quy hoạch hệ thống đô thị",
        "Quyết định số 891/QĐ-TTg",
    ),
    "report of the Party": (
        record("Báo cáo", "217-BC/TU", date(2026, 6, 30), "Tỉnh ủy", "Lào Cai", "Kết quả công tác 6 tháng đầu năm 2026"),
        "Báo cáo số 217-BC/TU, ngày 30/6/2026 của Tỉnh ủy Lào Cai về kết quả công tác 6 tháng đầu năm 2026",
        "Báo cáo số 217-BC/TU",
    ),
    "resolution of a provincial committee": (
        record("Nghị quyết", "20-NQ/TU", date(2025, 9, 10), "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "Điện Biên", "về phát triển đô thị"),
        "Nghị quyết số 20-NQ/TU, ngày 10/9/2025 của Ban Chấp hành Đảng bộ tỉnh Điện Biên về phát triển đô thị",
        "Nghị quyết số 20-NQ/TU",
    ),
    "submission of a department": (
        record("Tờ trình", "18/TTr-SXD", date(2026, 5, 4), "SỞ XÂY DỰNG", "Điện Biên", "Đề nghị phê duyệt nhiệm vụ quy hoạch"),
        "Tờ trình số 18/TTr-SXD ngày 04 tháng 5 năm 2026 của Sở Xây dựng tỉnh Điện Biên về việc đề nghị phê duyệt nhiệm vụ quy hoạch",
        "Tờ trình số 18/TTr-SXD",
    ),
    "circular letter of the Party": (
        record("Thông tri", "03-TT/TU", date(2026, 1, 15), "Ban Thường vụ Tỉnh ủy", "Hà Giang", "lãnh đạo đại hội đoàn thể"),
        "Thông tri số 03-TT/TU, ngày 15/01/2026 của Ban Thường vụ Tỉnh ủy Hà Giang về việc lãnh đạo đại hội đoàn thể",
        "Thông tri số 03-TT/TU",
    ),
    "letter of a province": (
        record("Công văn", "4711/UBND-KTN", date(2026, 7, 1), "Ủy ban nhân dân tỉnh", "Điện Biên", "V/v đẩy nhanh tiến độ lập quy hoạch"),
        "Công văn số 4711/UBND-KTN ngày 01 tháng 7 năm 2026 của Ủy ban nhân dân tỉnh Điện Biên về việc đẩy nhanh tiến độ lập quy hoạch",
        "Công văn số 4711/UBND-KTN",
    ),
    "nothing is stated": (record(), "Văn bản", "Văn bản"),
    "promulgated with a decision": (
        record(
            "Quy chế", None, Stated(value=date(2026, 5, 5), span=Span(10, 30), inferred=vi.INFERRED_FROM_ENCLOSING.format(symbol="15/QĐ-UBND")),
            "Ủy ban nhân dân tỉnh", "Cà Mau", "QUẢN LÝ ĐÊ ĐIỀU",
            references=(Reference(span=Span(10, 30), symbol="15/QĐ-UBND", kind="Quyết định"),),
        ),
        "Quy chế quản lý đê điều, ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau",
        "Quy chế ban hành kèm theo Quyết định số 15/QĐ-UBND",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_cited_as_officials_write_it(name: str) -> None:
    document, full, short = CASES[name]
    assert document_reference(document) == full
    assert short_reference(document) == short


@pytest.mark.parametrize(
    ("document", "marked", "parts"),
    [
        (
            record("Kế hoạch", ("50-KH/TU", CITED), (date(2022, 6, 8), CITED), "Ban Thường vụ Tỉnh ủy", "Điện Biên"),
            "Kế hoạch số [50-KH/TU], ngày [08/6/2022] của Ban Thường vụ Tỉnh ủy Điện Biên",
            ["symbol", "issued_on"],
        ),
        (
            record("Kế hoạch", ("15/KH-UBND", CITED), (date(2026, 2, 8), CITED), "Sở Xây dựng", ("Huế", COUNTED)),
            "Kế hoạch số [15/KH-UBND] ngày [08 tháng 02 năm 2026] của Sở Xây dựng [thành phố Huế]",
            ["symbol", "issued_on", "province"],
        ),
        (
            record("Chương trình", None, None, Stated(value="Đảng bộ tỉnh", span=PLACE, inferred=vi.INFERRED_PROMULGATED), ("Hà Tĩnh", COUNTED)),
            "Chương trình của Đảng bộ tỉnh [Hà Tĩnh]",
            ["province"],
        ),
        (record("Kế hoạch", "15/KH-UBND", None, ("Ủy ban nhân dân tỉnh", CITED), "Huế"), "Kế hoạch số 15/KH-UBND của [Ủy ban nhân dân tỉnh]", ["issuer"]),
        (record("Kế hoạch", "15/KH-UBND", None, "UBND tỉnh Sơn La", ("Sơn La", COUNTED)), "Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh Sơn La", []),
        (record(("Công văn", vi.INFERRED_LETTER), None, None, "Sở Y tế"), "[Công văn] của Sở Y tế", ["kind"]),
        (record(("Công văn", "từ ký hiệu"), "584-CV/ĐU"), "Công văn số 584-CV/ĐU", []),
        (record("Kế hoạch", ("50-KH/TU", vi.SIDECAR_REASON.format(name="a.toml"))), "Kế hoạch số 50-KH/TU", []),
    ],
)  # fmt: skip
def test_what_is_inferred_stands_in_brackets_and_is_listed(document: Document, marked: str, parts: list[str]) -> None:
    assert document_reference(document, marked=True) == marked
    assert document_reference(document) == marked.replace("[", "").replace("]", "")
    assert [part.part for part in inferred_parts(document)] == parts
    assert all(part.value and part.why for part in inferred_parts(document))
    assert all(part.value in marked for part in inferred_parts(document)), (
        "told in the form in which it stands in brackets"
    )


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("II", "1", "a"), "điểm a, mục 1, Phần II"),
        (("Chương II", "Điều 5", "2"), "khoản 2, Điều 5, Chương II"),
        (("Phụ lục", "STT 6"), "STT 6, Phụ lục"),
        (("II", "1", "a", "gạch đầu dòng thứ 3"), "gạch đầu dòng thứ 3, điểm a, mục 1, Phần II"),
        (("II", "gạch đầu dòng thứ 2", "dấu cộng thứ 1"), "ý thứ nhất, gạch đầu dòng thứ 2, Phần II"),
        (("II", "2", "2.1", "2.1.3", "đ"), "điểm đ, mục 2.1.3, Phần II"),
        (("A", "I", "12"), "mục 12, Phần I, Phần A"),
        (("thứ nhất", "3"), "mục 3, Phần thứ nhất"),
        (("Phụ lục II", "III", "dòng thứ 4"), "dòng thứ 4, Phần III, Phụ lục II"),
        (("Phụ lục", "dòng thứ 1"), "dòng thứ nhất, Phụ lục"),
        (("III", "4", "đoạn thứ 1"), "đoạn thứ nhất, mục 4, Phần III"),
        (("III", "4", "đoạn thứ 11"), "đoạn thứ 11, mục 4, Phần III"),
        (("Chương I", "Mục 2", "Điều 12", "1", "i"), "điểm i, khoản 1, Điều 12, Mục 2, Chương I"),
        (("2", "21"), "mục 21, mục 2"),
        (("Nơi nhận",), "phần nơi nhận"),
        ((), ""),
    ],
)
def test_a_place_is_said_from_small_to_large(labels: tuple[str, ...], said: str) -> None:
    assert spoken_place(labels) == said


@pytest.mark.parametrize(
    ("issuer", "province", "said"),
    [
        ("TỈNH ỦY ĐIỆN BIÊN", "Điện Biên", "Tỉnh ủy Điện Biên"),
        ("Ban thường vụ tỉnh ủy", "Sơn La", "Ban Thường vụ Tỉnh ủy Sơn La"),
        ("ủy ban nhân dân tỉnh", "Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Ban Thường vụ Thành ủy", "Hồ Chí Minh", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh"),
        ("Ủy ban nhân dân thành phố", "Điện Biên", "Ủy ban nhân dân thành phố"),
        ("Đảng ủy thành phố Điện Biên Phủ", "Điện Biên", "Đảng ủy thành phố Điện Biên Phủ"),
        ("Ủy ban nhân dân phường Đông Kinh", "Lạng Sơn", "Ủy ban nhân dân phường Đông Kinh"),
        ("Ban Chỉ huy phòng thủ dân sự", "Thanh Hóa", "Ban Chỉ huy phòng thủ dân sự"),
        ("Công an tỉnh", "Nghệ An", "Công an tỉnh Nghệ An"),
        ("Tỉnh đoàn", "Nghệ An", "Tỉnh đoàn Nghệ An"),
        ("Sở NN&MT", "Lai Châu", "Sở Nông nghiệp và Môi trường tỉnh Lai Châu"),
        ("Thường trực HĐND tỉnh", "Lai Châu", "Thường trực Hội đồng nhân dân tỉnh Lai Châu"),
        ("Văn phòng Chính phủ", None, "Văn phòng Chính phủ"),
        ("UBTVQH", None, "Ủy ban Thường vụ Quốc hội"),
        ("Ủy ban thường vụ Quốc hội", None, "Ủy ban Thường vụ Quốc hội"),
        ("Ủy ban kiểm tra Trung ương", None, "Ủy ban Kiểm tra Trung ương"),
    ],
)
def test_an_issuer_is_called_in_words(issuer: str, province: str | None, said: str) -> None:
    assert full_issuer(record(issuer=issuer, province=province)) == said


@pytest.mark.parametrize(
    ("subject", "phrase"),
    [
        ("Ủy ban nhân dân tỉnh làm việc với xã", "về việc Ủy ban nhân dân tỉnh làm việc với xã"),
        ("Kế hoạch số 12-KH/TU", "về Kế hoạch số 12-KH/TU"),
        ("Ban hành Quy chế", "về việc ban hành Quy chế"),
        ("v/v: trực Tết.", "về việc trực Tết"),
        ("**Nâng cao** chất lượng", "về việc nâng cao chất lượng"),
        ("", ""),
    ],
)
def test_a_subject_goes_on_the_sentence(subject: str, phrase: str) -> None:
    assert subject_phrase(subject) == phrase


@pytest.mark.parametrize(
    ("symbol", "issuer", "style"),
    [
        ("39-KH/TU", "Ủy ban nhân dân tỉnh", Style.PARTY),
        ("12/KH-UBND", "Tỉnh ủy", Style.STATE),
        (None, "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", Style.PARTY),
        (None, "Sở Tài chính", Style.STATE),
        (None, None, Style.STATE),
    ],
)
def test_the_style_is_that_of_the_symbol_and_else_of_the_issuer(symbol, issuer, style) -> None:
    assert style_of(record(symbol=symbol, issuer=issuer)) is style


def test_a_footnote_is_a_sentence() -> None:
    passage = Passage(
        passage_id="a:0", doc_id="a", source_id="a", role=PassageRole.TEXT, span=Span(0, 3), text="abc",
        context="", locator=Locator(labels=("II", "1", "a")),
    )  # fmt: skip
    document = CASES["plan of the Party"][0]
    assert footnote(document, passage) == f"Điểm a, mục 1, Phần II, {CASES['plan of the Party'][1]}."
    assert footnote(document) == f"{CASES['plan of the Party'][1]}."
    source = Source(source_id="a", sha256="0", text="abc")
    hit = Hit(passage=passage, score=0.5, dense=0.9, lexical=2.0, dense_rank=1, lexical_rank=1)
    citation = cite(hit, 1, document, source)
    assert citation.short_reference == "điểm a, mục 1, Phần II, Kế hoạch số 39-KH/TU"
    assert citation.footnote == footnote(document, passage)
    assert citation.inferred == ()


def test_no_word_of_a_reference_is_invented() -> None:
    """Every name, number and year of a reference stands in the record, fixed words aside."""
    document = CASES["plan of a province"][0]
    for name in ("symbol", "issued_on", "issuer", "subject"):
        lost = replace(document, header=replace(document.header, **{name: None}))
        said = document_reference(lost)
        gone = {"symbol": "2233", "issued_on": "2026", "issuer": "Ủy ban", "subject": "dân tộc"}[name]
        assert gone not in said
        assert "None" not in said
        assert "  " not in said


SHIPPED = {
    "chuong-trinh-hanh-dong-ha-tinh.txt": "Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh [Hà Tĩnh]",
    "cong-van-584-sinh-phinh.txt": "Công văn số 584-CV/ĐU, ngày 20/4/2026 của Ban Thường vụ Đảng ủy xã Sính Phình",
    "cong-van-584-sinh-phinh.txt#2": "Kế hoạch số [39-KH/TU], ngày [13/3/2026] của Ban Thường vụ Tỉnh ủy Điện Biên",
    "cong-van-584-sinh-phinh.txt#3": "Hướng dẫn số 81-HD/BTGDVTU, ngày [10/4/2026] của Ban Tuyên giáo và Dân vận Tỉnh ủy [Điện Biên]",
    "ke-hoach-2233-lai-chau.txt": "Kế hoạch số 2233/KH-UBND ngày 30 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lai Châu",
    "ke-hoach-39-dien-bien.txt": "Kế hoạch số [39-KH/TU], ngày [13/3/2026] của Ban Thường vụ Tỉnh ủy Điện Biên",
    "ke-hoach-nq06-dien-bien-2022.txt": "Kế hoạch số [50-KH/TU], ngày [08/6/2022] của Ban Thường vụ Tỉnh ủy Điện Biên",
}


def test_the_shipped_documents_are_cited(corpus_documents: tuple[Document, ...]) -> None:
    assert {d.doc_id: document_reference(d, subject=False, marked=True) for d in corpus_documents} == SHIPPED
    for document in corpus_documents:
        unmarked = SHIPPED[document.doc_id].replace("[", "").replace("]", "")
        assert reference(document).startswith(f"{unmarked} về việc ")
