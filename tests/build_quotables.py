"""A small corpus to quote from, and drafts as Word files: for tests of anything that checks quotations."""

import io
from collections.abc import Mapping, Sequence

from build_directives import closing, directive, head
from tracuu.documents import link_documents, read_documents
from tracuu.passages import make_passages
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.mentions import KnownDocuments
from tracuu.types import Source

PLAN = """Căn cứ chức năng, nhiệm vụ được giao, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Đến năm 2030, tỷ lệ đô thị hóa đạt 35%; diện tích sàn nhà ở bình quân đạt 28 m<sup>2</sup>/người.

2. Các hộ dân không được lấn chiếm đất công; **nghiêm cấm** việc chuyển nhượng trái phép.

II. NHIỆM VỤ

1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính và UBND các xã, phường: Tân An, Bình Minh rà soát quy hoạch,
hoàn thành trước ngày 15/8/2026.

2. Việc bố trí vốn chưa hoàn thành thì Sở Tài chính báo cáo theo Thông báo số 130/TB-VPCP ngày 17 tháng 3 năm 2026 của
Văn phòng Chính phủ trước khi trình.

3. Kinh phí 4,7 tỷ đồng, phân bổ cho 1.500 hộ, trong giai đoạn 2026 - 2030, do địa phương

- 3 -

quản lý theo quy định."""
PARTY = """Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Đến năm 2030, tỷ lệ đô thị hóa đạt 32%, trong đó khu vực trung tâm đạt trên 60%.

2. Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng ở các xã, phường."""
TEXTS = {
    "ke-hoach-15.txt": directive(subject="Phát triển đô thị giai đoạn 2026 - 2030", body=PLAN),
    "ke-hoach-21.txt": directive(
        top=head(
            issuer="TỈNH ỦY SƠN LA",
            symbol="Số 21-KH/TU",
            place_date="Sơn La, ngày 03 tháng 02 năm 2026",
            motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        ),
        subject="thực hiện Nghị quyết của Bộ Chính trị về đô thị",
        body=PARTY,
        end=closing(behalf="T/M BAN THƯỜNG VỤ", office="BÍ THƯ"),
    ),
}


def quote_index(texts: Mapping[str, str] = TEXTS) -> QuoteIndex:
    """The texts as quotations are looked up in them."""
    sources = {name: Source(source_id=name, sha256="0" * 64, text=text) for name, text in texts.items()}
    read = [document for source in sources.values() for document in read_documents(source)]
    documents = link_documents(read, dict(texts))
    passages = [p for d in documents for p in make_passages(d, sources[d.source_id])]
    return QuoteIndex(sources, documents, passages)


def known_documents(index: QuoteIndex) -> KnownDocuments:
    return KnownDocuments(tuple(index.documents.values()))


def word_file(paragraphs: Sequence[str | Sequence[str]]) -> bytes:
    """A Word file; a paragraph is a text, or the texts of its runs, each other one of them bold."""
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        made = document.add_paragraph()
        for number, text in enumerate([paragraph] if isinstance(paragraph, str) else paragraph):
            made.add_run(text).bold = bool(number % 2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
