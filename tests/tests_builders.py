"""Records with defaults, for tests that need one of a kind."""

from datetime import date

from tracuu.types import Document, Header, Span, Stated

TEXT = "Sở Xây dựng chủ trì lập quy hoạch."


def document_record(
    symbol: str | None = "118/KH-UBND",
    kind: str | None = "Kế hoạch",
    issuer: str | None = "Ủy ban nhân dân tỉnh",
    province: str | None = "Cà Mau",
    issued_on: date | None = date(2026, 5, 5),
    subject: str | None = "Phòng, chống hạn hán",
) -> Document:
    def stated(value):
        return None if value is None else Stated(value=value)

    header = Header(
        symbol=stated(symbol), kind=stated(kind), issuer=stated(issuer), province=stated(province),
        issued_on=stated(issued_on), subject=stated(subject),
    )  # fmt: skip
    return Document(
        doc_id="a", source_id="a", span=Span(0, len(TEXT)), header=header, parts=(), outline=(), references=()
    )
