"""Registers over directives that tests write: read, put in fields and listed as the index does it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from build_directives import COLUMNS, annex, directive, head, task_table
from quotable_library import QuotableLibrary
from tracuu.answers import Evidence, TermWeights
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.passages import fold_copies, make_passages
from tracuu.registers import Registers, TargetEntry, TargetFilter, TaskEntry, TaskFilter, TasksFound
from tracuu.text import normalise
from tracuu.types import Source


def evidence_of(texts: Mapping[str, str]) -> Evidence:
    """What `Library.evidence` holds, for files of these names and texts."""
    sources = {n: Source(source_id=n, sha256="0" * 64, text=normalise(t)) for n, t in texts.items()}
    plain = {name: source.text for name, source in sources.items()}
    documents = link_documents([d for s in sources.values() for d in read_documents(s)], plain)
    passages = fold_copies([p for d in documents for p in make_passages(d, sources[d.source_id])], documents)
    return Evidence(
        documents={d.doc_id: d for d in documents},
        sources=sources,
        passages=passages,
        weights=TermWeights.learn([p.text for p in passages]),
        facts=read_facts(documents, sources),
    )


def registers_of(**texts: str) -> Registers:
    return Registers(evidence_of({f"{name}.txt": text for name, text in texts.items()}))


def plan(
    rows: Sequence[Sequence[str]],
    *,
    province: str = "Sơn La",
    year: int = 2026,
    number: int = 15,
    columns: Sequence[str] = COLUMNS,
    body: str = "I. MỤC TIÊU\n\nBảo đảm tiến độ trên địa bàn tỉnh.",
) -> str:
    """A plan of a province's committee with a table of tasks: number, task, lead, partners, time."""
    return directive(
        top=head(
            issuer=f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}",
            symbol=f"Số: {number}/KH-UBND",
            place_date=f"{province}, ngày 12 tháng 5 năm {year}",
        ),
        subject=f"Phát triển đô thị tỉnh {province} năm {year}",
        body=body,
        annexes=[annex(task_table(rows=rows, columns=columns))],
    )


def given(*leads: str, time: str = "Tháng 8/2026", partner: str = "") -> list[tuple[str, ...]]:
    """Rows with a task for each of these leads."""
    return [(str(n), f"Việc thứ {n} về quy hoạch", lead, partner, time) for n, lead in enumerate(leads, start=1)]


def leads(found: TasksFound) -> list[str]:
    return [entry.lead for entry in found.entries]


class RegisterLibrary(QuotableLibrary):
    """`QuotableLibrary` with registers."""

    @cached_property
    def evidence(self) -> Evidence:
        return evidence_of(self.texts)

    @cached_property
    def registers(self) -> Registers:
        return Registers(self.evidence)

    @property
    def agencies(self) -> tuple[str, ...]:
        return self.registers.agencies

    def tasks(self, wanted: TaskFilter | None = None) -> TasksFound:
        return self.registers.tasks(wanted or TaskFilter())

    def targets(self, wanted: TargetFilter | None = None) -> tuple[TargetEntry, ...]:
        return self.registers.targets(wanted or TargetFilter())


def spans_of(entry: TaskEntry | TargetEntry) -> list[tuple[str, tuple]]:
    """Each cell with the pieces of the source that it was read from."""
    if isinstance(entry, TaskEntry):
        names = ("task", "lead", "coordinating", "supervising")
        cells = [(getattr(entry, name), getattr(entry.spans, name)) for name in names]
        return [*cells, *([(entry.deadline.text, entry.deadline.spans)] if entry.deadline else [])]
    period = [(entry.period, (entry.spans.period,))] if entry.spans.period else []
    return [(entry.indicator, entry.spans.indicator), (entry.value, (entry.spans.value,)), *period]
