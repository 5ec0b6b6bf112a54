"""A library for tests of the page: a few small sources, answers made on the spot, nothing searched."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracuu.answers import Evidence, TermWeights
from tracuu.references import read_graph
from tracuu.types import (
    AlsoIn,
    Answer,
    Citation,
    Conflict,
    Document,
    Filters,
    Finding,
    Header,
    Level,
    Reason,
    ReferenceGraph,
    Section,
    Severity,
    Source,
    Span,
    Stated,
)

LEAD = "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh, Thanh An"
TEXT = (
    "KẾ HOẠCH\nthực hiện Kết luận số 224-KL/TW\n\nI. MỤC ĐÍCH\n\nBảo đảm thống nhất.\n\n"
    + "".join(f"{n}. Đoạn văn thứ {n} nói về phát triển đô thị bền vững.\n\n" for n in range(1, 80))
    + f"PHỤ LỤC\n6\tQuy hoạch đô thị Điện Biên Phủ\tĐảng ủy UBND tỉnh.\t{LEAD}\tQuý II/năm 2026\n"
)


def make_document(source_id: str, text: str, *, name: str = "39-KH/TU", kind: str = "Kế hoạch") -> Document:
    heading = text.find("I. MỤC ĐÍCH")
    sections = [
        Section(
            level=Level.ROMAN,
            label="I",
            span=Span(heading, heading + 11),
            heading=Span(heading, heading + 11),
        )
    ]
    return Document(
        doc_id=source_id,
        source_id=source_id,
        span=Span(0, len(text)),
        header=Header(
            symbol=Stated(value=name, inferred="đọc ở chú thích của phụ lục"),
            kind=Stated(value=kind),
            issuer=Stated(value="Ban Thường vụ Tỉnh ủy"),
            place=Stated(value="Điện Biên"),
            issued_on=Stated(value=date(2026, 3, 13)),
            subject=Stated(value="thực hiện Kết luận số 224-KL/TW"),
        ),
        parts=(),
        outline=tuple(sections) if heading >= 0 else (),
        references=(),
    )


class FakeLibrary:
    """Cites the last line of the first source for every question; remembers what it was asked."""

    def __init__(self, sources: Mapping[str, str] | None = None, **header: str):
        texts = sources or {"ke-hoach-39.txt": TEXT}
        self.sources = {name: Source(source_id=name, sha256="0" * 64, text=text) for name, text in texts.items()}
        self.documents = tuple(make_document(name, text, **header) for name, text in texts.items())
        self.asked: list[tuple[str, int, Filters]] = []

    @property
    def evidence(self) -> Evidence:
        documents = {document.doc_id: document for document in self.documents}
        return Evidence(documents=documents, sources=self.sources, passages=(), weights=TermWeights.learn([]))

    def source(self, source_id: str) -> Source:
        return self.sources[source_id]

    @property
    def graph(self) -> ReferenceGraph:
        return read_graph(self.documents, {name: source.text for name, source in self.sources.items()})

    def citation(self, rank: int = 1, *, highlight: str = LEAD) -> Citation:
        document = self.documents[0]
        text = self.sources[document.source_id].text
        start = text.rstrip("\n").rfind("\n") + 1
        end = len(text.rstrip("\n"))
        at = text.find(highlight, start)
        symbol = document.header.symbol
        return Citation(
            rank=rank,
            source=document.source_id,
            doc_id=document.doc_id,
            document=symbol.value if symbol else None,
            kind=document.header.kind.value if document.header.kind else None,
            issued=date(2026, 3, 13),
            locator=("Phụ lục", "STT 6"),
            quote=text[start:end],
            start=start,
            end=end,
            score=0.9,
            reference=f"STT 6, Phụ lục, Kế hoạch số {symbol.value if symbol else ''}, ngày 13/3/2026",
            also_in=(AlsoIn(source=document.source_id, start=0, end=8, differs=True),),
            headings=("PHỤ LỤC",),
            highlights=(Span(at, at + len(highlight)),) if at >= 0 else (),
        )

    def ask(self, question: str, *, top: int = 5, filters: Filters = Filters()) -> Answer:  # noqa: B008
        self.asked.append((question, top, filters))
        bad = not question.strip() or len(question) > 2000
        unknown = "Hà Giang" in question
        reason = Reason.BAD_QUESTION if bad else Reason.OTHER_SUBJECT if unknown else None
        citation = self.citation()
        return Answer(
            question=question,
            answer=None if reason else LEAD,
            abstained=reason is not None,
            reason=reason,
            confidence=0.0 if reason else 0.93,
            citations=() if bad else (citation,),
            conflicts=(Conflict(value="Sở Tài chính", citation=citation),) if "khác" in question else (),
            understood=question,
        )

    def search(self, query: str, *, top: int = 10, filters: Filters = Filters()) -> tuple[Citation, ...]:  # noqa: B008
        self.asked.append((query, top, filters))
        return (self.citation(),)

    def check(self, drafts: Sequence[Source] = (), *, should_stop=None) -> tuple[Finding, ...]:
        """Two places of one text that do not fit, for the corpus and for any draft."""
        citation = self.citation()
        return (
            Finding(
                rule="lead_agency",
                severity=Severity.WARNING,
                message="Nhiệm vụ được giao cho hai cơ quan.",
                values=(LEAD, "Sở Tài chính"),
                evidence=(citation, citation),
                finding_id="0123456789ab",
            ),
        )
