"""One source, all its documents."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tracuu import vi
from tracuu.documents import signs
from tracuu.documents.blocks import Block, read_blocks
from tracuu.documents.bundles import split_bundle
from tracuu.documents.closings import signatories
from tracuu.documents.digits import with_digits
from tracuu.documents.enclosed import with_enclosing
from tracuu.documents.header import number_lost, read_header
from tracuu.documents.lines import Line, outside, read_lines, without_furniture
from tracuu.documents.outline import annex_outline, build_outline
from tracuu.documents.references import find_references
from tracuu.documents.tables import Grid, find_tables
from tracuu.documents.zones import Zones, read_zones
from tracuu.types import Diagnostic, Document, Header, Part, PartRole, Reference, Section, Source, Span, Table

T = TypeVar("T")


def read_documents(source: Source) -> tuple[Document, ...]:
    """The documents of a source in order; at least one. What only other documents tell is not yet there."""
    found, unclear = find_tables(source.text, 0, len(source.text))
    tables = sorted([*source.tables, *found], key=lambda table: table.span)
    lines = without_furniture(outside(read_lines(source.text), [table.span for table in tables]))
    documents = [
        _read_document(
            source,
            number,
            span,
            _within(lines, span, lambda line: line.span.start),
            _within(tables, span, lambda table: table.span.start),
            _within(unclear, span, lambda grid: grid.span.start),
        )
        for number, span in enumerate(split_bundle(lines, len(source.text)), start=1)
    ]
    return with_enclosing(documents, source.text)


def _within(items: Sequence[T], span: Span, start: Callable[[T], int]) -> Sequence[T]:
    """Those of the ordered ``items`` that begin inside ``span``."""
    return items[bisect_left(items, span.start, key=start) : bisect_left(items, span.end, key=start)]


def _read_document(
    source: Source, number: int, span: Span, lines: Sequence[Line], tables: Sequence[Table], unclear: Sequence[Grid]
) -> Document:
    zones = read_zones(lines, source.text, tables)
    header = read_header(zones, source.text, span)
    return Document(
        doc_id=source.source_id if number == 1 else f"{source.source_id}#{number}",
        source_id=source.source_id,
        span=span,
        header=header,
        parts=tuple(sorted(_parts(zones), key=lambda part: part.span)),
        outline=_outline(zones, tables),
        references=_references(source, span, header),
        diagnostics=tuple(_diagnostics(source, zones, header, tables, unclear)),
    )


def _parts(zones: Zones) -> Iterator[Part]:
    """Parts with their spans; recipients and signature side by side are one part."""
    for role, lines in ((PartRole.HEADER, zones.head), (PartRole.ADDRESSEES, zones.addressees)):
        for run in _runs(lines, zones.title):
            yield Part(role=role, span=_cover(run))
    if zones.title:
        yield Part(role=PartRole.TITLE, span=_cover(zones.title))
    closing = [(PartRole.RECIPIENTS, zones.recipients), (PartRole.SIGNATURE, zones.signature)]
    spans = [_cover(lines) for _, lines in closing if lines]
    if len(spans) == 2 and spans[0].start < spans[1].end and spans[1].start < spans[0].end:
        yield Part(role=PartRole.RECIPIENTS, span=_cover([*zones.recipients, *zones.signature]))
    else:
        yield from (Part(role=role, span=_cover(lines)) for role, lines in closing if lines)


def _runs(lines: Sequence[Line], between: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines before and after those ``between``: the date may stand below the subject of a letter."""
    cut = between[0].span.start if between else 0
    yield from (
        run for run in ([x for x in lines if x.span.start < cut], [x for x in lines if x.span.start >= cut]) if run
    )


def _cover(lines: Sequence[Line]) -> Span:
    return Span(min(line.span.start for line in lines), max(line.span.end for line in lines))


def _outline(zones: Zones, tables: Sequence[Table]) -> tuple[Section, ...]:
    starts = [annex[0].span.start for annex in zones.annexes]
    first = starts[0] if starts else None
    body_tables = [t for t in tables if first is None or t.span.start < first]
    sections = list(build_outline(read_blocks(zones.body, body_tables)))
    for i, annex in enumerate(zones.annexes):
        stop = starts[i + 1] if i + 1 < len(starts) else None
        own = [t for t in tables if starts[i] < t.span.start and (stop is None or t.span.start < stop)]
        if own or _opens_annex(annex[0]):
            sections.append(_annex(annex, own))
        else:
            sections += build_outline(read_blocks(annex, own))
    return tuple(sections)


def _opens_annex(line: Line) -> bool:
    """Whether what follows the closing is an annex, and not a note such as "(Văn bản đã được ký số)"."""
    return signs.is_annex(line) or line.is_upper or line.strong or "kèm theo" in line.bare.lower()


# Lines of an annex's title and caption before its content: "PHỤ LỤC I", its name, "(kèm theo …)".
_CAPTION_LINES = 6
_LABEL = re.compile(
    r"^\W*(?P<label>(?:PHỤ LỤC|Phụ lục|BIỂU|MẪU|DANH MỤC)(?:\s+(?:SỐ|số)?\s*(?:[IVX]+|\d{1,2}[A-Z]?)\b)?)"
)


def _annex(lines: Sequence[Line], tables: Sequence[Table]) -> Section:
    """One annex: the heading is its title with the caption below it."""
    match = _LABEL.match(lines[0].bare)
    stop = 1
    first_table = tables[0].span.start if tables else None
    while stop < min(len(lines), _CAPTION_LINES):
        line = lines[stop]
        if first_table is not None and line.span.start > first_table:
            break
        caption = line.bare.startswith("(") or line.is_upper or (not line.gap and lines[stop - 1].bare[-1] not in ".;")
        early = stop == 1 and line.bare[-1] not in ".;:" and first_table is not None
        if not (caption or early) or re.match(r"^\W*(?:[IVX]{1,4}|\d{1,2})[.)]\s", line.bare):
            break
        stop += 1
    heading = Block(Span(lines[0].span.start, lines[stop - 1].span.end), " ".join(x.bare for x in lines[:stop]))
    label = " ".join(match["label"].split()).capitalize() if match else vi.ANNEX
    label = (
        re.sub(r"[ivx]+$", lambda m: m[0].upper(), label)
        if match and re.search(r"\s[IVX]+$", match["label"])
        else label
    )
    return annex_outline(heading, read_blocks(lines[stop:], tables), label)


def _references(source: Source, span: Span, header: Header) -> tuple[Reference, ...]:
    own = header.symbol.span if header.symbol and not header.symbol.inferred else None
    found = find_references(with_digits(source.text)[span.start : span.end], offset=span.start)
    return tuple(r for r in found if own is None or not (r.span.start <= own.start and own.end <= r.span.end))


def _diagnostics(
    source: Source, zones: Zones, header: Header, tables: Sequence[Table], unclear: Sequence[Grid]
) -> Iterator[Diagnostic]:
    def note(message: str, span: Span | None = None) -> Diagnostic:
        return Diagnostic(source_id=source.source_id, message=message, span=span)

    if lost := number_lost(zones, source.text):
        yield note(vi.DIAGNOSTIC_NUMBER_LOST, lost)
    if header.symbol is None and header.kind is None and header.subject is None:
        yield note(vi.DIAGNOSTIC_NO_HEAD)
    if header.signatory is None:
        signed = signatories(zones.signature, source.text)
        names = "; ".join(person.value.name for person in signed)
        message = vi.DIAGNOSTIC_SIGNATORIES.format(names=names) if names else vi.DIAGNOSTIC_NO_SIGNATORY
        yield note(message, _cover(zones.signature) if zones.signature else None)
    for grid in unclear:
        yield note(vi.DIAGNOSTIC_TABLE, grid.span)
    for row in (row for table in tables for row in table.rows):
        if all(not cell.column for cell in row.cells):
            yield note(vi.DIAGNOSTIC_ROW.format(label=row.label or "?"), row.span)
