"""Targets: which figure a directive sets for which indicator, year and place.

Precision before number: a figure whose indicator is in doubt, that tells of the past, or that
counts in passing, is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tracuu.documents.tables.columns import Column, column_role
from tracuu.documents.walking import Unit, UnitKind, walk
from tracuu.facts.clauses import reading_copy, without_label
from tracuu.facts.figure_tables import Measured, merged_columns, named_alike, read_row
from tracuu.facts.figures import figure_copy, unit_name
from tracuu.facts.furniture import blanked, page_marks, without_marks
from tracuu.facts.goals import Setting, is_legal, is_report, setting_of
from tracuu.facts.keyed_tables import read_keyed_row
from tracuu.facts.lost_tables import lost_tables
from tracuu.facts.periods import Period, period_above
from tracuu.facts.sentences import split_sentences
from tracuu.facts.statements import Scene, Statement, opening_periods, read_sentence
from tracuu.facts.writing import written_since
from tracuu.types import Document, Row, Source, Span, Table, Target


def read_targets(document: Document, source: Source) -> tuple[Target, ...]:
    """The figures that a document sets, in order of the text; none of a law or decree."""
    if is_legal(document.header.kind.value if document.header.kind else None):
        return ()
    found: list[Target] = []
    rows: list[Row] = []
    marks = page_marks(document, source)
    copy = blanked(figure_copy(source.text), marks)
    units = list(walk(document))
    tables = {unit.table.span: unit.table for unit in units if unit.table}
    lines = blanked(reading_copy(source.text), marks)
    lost = list(lost_tables(lines, *document.span, list(tables.values())))
    issued_on = written_since(document, copy)
    titled: dict[Span, Scene] = {}  # what the titles of groups in a table are, once a table
    for unit in units:
        scene = _scene(unit, document, issued_on, copy)
        if unit.table and unit.row:
            known = titled.get(unit.table.span) or titled.setdefault(unit.table.span, _titles(unit.table, scene))
            scene = replace(scene, merged=known.merged, alike=known.alike)
        if unit.row is None and any(s.start < unit.span.end and unit.span.start < s.end for s in lost):
            continue
        if unit.kind is UnitKind.ROW and unit.row:
            rows = [*rows, unit.row] if rows and unit.table and rows[0] in unit.table.rows else [unit.row]
            found += _of_row(unit, rows, scene, document, source)
        elif unit.kind is UnitKind.TEXT or (unit.kind is UnitKind.HEADING and scene.setting is not Setting.RESULT):
            found += (_target(s, unit, document, source) for s in _paragraph(unit.span, scene))
    found = [replace(t, indicator=without_marks(copy, t.indicator, marks)) for t in found]
    return tuple(sorted((_dated(t, copy) for t in found), key=lambda t: (t.value, t.span)))


# "Số xã đạt chuẩn … đến năm 2025 | đạt 29 xã": a year that ends the name of the indicator is that of the figure.
_YEAR_AT_END = re.compile(r"[\s,]*(?:đến|vào|trong|tới)?\s*(?P<period>(?:cuối\s+)?năm\s+(?P<year>20\d\d))$")


def _dated(target: Target, text: str) -> Target:
    """The target with the year that was taken for the end of its indicator."""
    last = target.indicator[-1] if target.indicator else None
    match = _YEAR_AT_END.search(text, *last) if last and target.value.start >= last.end else None
    if last is None or match is None or match.start() <= last.start:
        return target
    pieces = (*target.indicator[:-1], Span(last.start, match.start()))
    if target.years:
        return replace(target, indicator=pieces)
    year = int(match["year"])
    return replace(target, indicator=pieces, years=(year, year), period=Span(*match.span("period")))


def _titles(table: Table, scene: Scene) -> Scene:
    """The scene with the columns of merged titles of a table, and the names that several of its rows have."""
    scene = replace(scene, merged=merged_columns(table.rows))
    return replace(scene, alike=named_alike(table.rows, scene))


def _scene(unit: Unit, document: Document, issued_on: date | None, copy: str) -> Scene:
    cited = tuple(reference.span for reference in document.references)
    header = document.header
    headings = [copy[slice(*h)] for h in unit.headings]
    if unit.kind is UnitKind.HEADING:
        headings.append(copy[slice(*unit.span)])
    return Scene(
        copy=copy,
        setting=setting_of(headings),
        cited=tuple(c for c in cited if c.start < unit.span.end and c.end > unit.span.start),
        issued_on=issued_on,
        report=is_report(header.kind.value if header.kind else None),
        period=period_above(copy, unit.headings, cited),
    )


def _paragraph(span: Span, scene: Scene) -> Iterator[Statement]:
    stated: tuple[Period, ...] = ()
    for clauses in split_sentences(scene.copy, without_label(scene.copy, span)):
        within = replace(scene, stated=stated)
        yield from read_sentence(clauses, within)
        stated += opening_periods(clauses, within)


def _of_row(unit: Unit, rows: Sequence[Row], scene: Scene, document: Document, source: Source) -> Iterator[Target]:
    """The figures of a row: of its columns of years and goals, else those that its task tells."""
    assert unit.row is not None
    measured = read_row(rows, unit.table.header if unit.table else None, scene)
    if measured:
        yield from (_measured(m, unit, document) for m in measured)
        return
    if unit.table:
        yield from (_measured(m, unit, document) for m in read_keyed_row(unit.table, unit.row, scene))
    for cell in unit.row.cells:
        if column_role(cell.column) is Column.TASK and len(cell.spans) == 1:
            bare = replace(scene, period=None, setting=Setting.TASK if scene.setting is Setting.GOAL else scene.setting)
            yield from (_target(s, unit, document, source) for s in _paragraph(cell.spans[0], bare))


def _target(statement: Statement, unit: Unit, document: Document, source: Source) -> Target:
    figure, period = statement.figure, statement.period
    return Target(
        doc_id=document.doc_id,
        source_id=source.source_id,
        span=statement.span,
        locator=unit.locator,
        indicator=statement.indicator,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        comparison=statement.comparison,
        unit=figure.unit,
        unit_name=figure.unit_name,
        years=period.years if period else None,
        period=period.span if period else None,
        place=statement.place,
    )


def _measured(measured: Measured, unit: Unit, document: Document) -> Target:
    period = measured.period
    return Target(
        doc_id=document.doc_id,
        source_id=document.source_id,
        span=unit.span,
        locator=unit.locator,
        indicator=measured.indicator,
        value=measured.value,
        low=measured.low,
        high=measured.high,
        comparison=measured.comparison,
        unit=measured.unit,
        unit_name=unit_name(measured.unit_text),
        years=period.years if period else None,
        period=period.span if period else None,
        place=measured.place,
    )
