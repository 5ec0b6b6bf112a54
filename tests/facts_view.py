"""What is read of a built directive, as short tuples: for tests of tasks and figures."""

from build_directives import closing, head
from build_directives import directive as put_together
from tracuu.documents import read_documents
from tracuu.facts.assignments import read_assignments
from tracuu.facts.targets import read_targets
from tracuu.text import normalise, squeeze
from tracuu.types import Source, Spans


def built(body: str, *, section: str, kind: str = "KẾ HOẠCH", issuer: str = "PHÚ YÊN", issued: str = "2026") -> Source:
    """A directive with one section that holds ``body``."""
    preamble = "Thực hiện Nghị quyết số 12-NQ/TU ngày 05/01/2026 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành"
    text = put_together(
        top=head(
            issuer=f"ỦY BAN NHÂN DÂN\nTỈNH {issuer}", place_date=f"{issuer.title()}, ngày 12 tháng 01 năm {issued}"
        ),
        title=kind,
        body=f"{preamble} {kind.capitalize()} như sau:\n\n{section}\n\n{body}",
        end=closing(),
    )
    return Source(source_id="built.txt", sha256="", text=normalise(text))


def said(spans: Spans, text: str) -> str:
    return " | ".join(squeeze(text[slice(*s)]) for s in spans)


def tasks(body: str, *, section: str = "II. TỔ CHỨC THỰC HIỆN", **options: str) -> list[tuple[str, str, str, str, str]]:
    """Task, lead, coordinating, supervising and deadline as printed."""
    source = built(body, section=section, **options)
    return [
        (
            said(a.task, source.text), said(a.lead, source.text), said(a.coordinating, source.text),
            said(a.supervising, source.text), said(a.deadline.spans, source.text) if a.deadline else "",
        )
        for document in read_documents(source) for a in read_assignments(document, source)
    ]  # fmt: skip


def figures(
    body: str, *, section: str = "I. MỤC TIÊU", **options: str
) -> list[tuple[str, float, float, str, tuple[int, int] | None]]:
    """Indicator, lowest and highest value, unit and years."""
    source = built(body, section=section, **options)
    return [
        (said(t.indicator, source.text), t.low, t.high, t.unit_name, t.years)
        for document in read_documents(source) for t in read_targets(document, source)
    ]  # fmt: skip
