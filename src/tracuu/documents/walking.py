"""The body of a document in reading order: each paragraph, heading and row with where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracuu import vi
from tracuu.types import Document, Level, Locator, Row, Section, Span, Table


class UnitKind(StrEnum):
    """What a unit of the body is."""

    HEADING = "heading"
    TEXT = "text"
    ROW = "row"
    BAND = "band"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph, heading or row. ``headings`` are headings and carrying points above, outermost first.

    ``level`` is that of its section; ``row`` and ``table`` are set for what stands in a table.
    """

    kind: UnitKind
    span: Span
    locator: Locator
    level: Level
    headings: tuple[Span, ...] = ()
    row: Row | None = None
    table: Table | None = None


def walk(document: Document) -> Iterator[Unit]:
    """The units of the body in order of the outline (a heading before what it titles)."""
    yield from _sections(document.outline, (), ())


def _sections(sections: Sequence[Section], labels: tuple[str, ...], headings: tuple[Span, ...]) -> Iterator[Unit]:
    counts: dict[Level, int] = defaultdict(int)
    plain = sum(s.level is Level.TEXT and s.text is not None for s in sections)
    for section in sections:
        counts[section.level] += 1
        own = (*labels, *_label(section, counts[section.level], plain))
        below = headings
        at = Locator(labels=own)
        if section.heading:
            yield Unit(kind=UnitKind.HEADING, span=section.heading, locator=at, level=section.level, headings=headings)
            below = (*headings, section.heading)
        elif section.text:
            yield Unit(kind=UnitKind.TEXT, span=section.text, locator=at, level=section.level, headings=headings)
            below = (*headings, section.text) if section.children else headings
        for table in section.tables:
            yield from _table(table, section.level, own, below)
        yield from _sections(section.children, own, below)


def _label(section: Section, ordinal: int, plain: int) -> tuple[str, ...]:
    """The label in a locator; dashes and plain paragraphs, which have none, are counted."""
    if section.level in {Level.DASH, Level.PLUS}:
        return (vi.DASH_LOCATORS[section.level].format(number=ordinal),)
    if section.level is Level.TEXT:
        return (vi.PARAGRAPH_LOCATOR.format(number=ordinal),) if section.text and plain > 1 else ()
    names = {Level.ARTICLE: vi.ARTICLE, Level.CHAPTER: vi.CHAPTER, Level.DIVISION: vi.DIVISION}
    if section.level in names:
        return (f"{names[section.level]} {section.label}",)
    return (section.label,)


def _table(table: Table, level: Level, labels: tuple[str, ...], headings: tuple[Span, ...]) -> Iterator[Unit]:
    if table.header:
        yield Unit(
            kind=UnitKind.COLUMNS, span=table.header, locator=Locator(labels=(*labels, vi.TABLE_HEADER)),
            level=level, headings=headings, table=table,
        )  # fmt: skip
    seen: set[Span] = set()
    for number, row in enumerate(table.rows, start=1):
        above = (*headings, row.band) if row.band else headings
        if row.band and row.band not in seen:
            seen.add(row.band)
            at = Locator(labels=labels)
            yield Unit(kind=UnitKind.BAND, span=row.band, locator=at, level=level, headings=headings, table=table)
        label = vi.ROW_NUMBERED.format(label=row.label) if row.label else vi.ROW_UNNUMBERED.format(number=number)
        yield Unit(
            kind=UnitKind.ROW, span=row.span, locator=Locator(labels=(*labels, label)),
            level=level, headings=above, row=row, table=table,
        )  # fmt: skip
