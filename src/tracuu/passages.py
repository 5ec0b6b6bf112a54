"""Passages: what is quoted, and what is searched.

A passage is one paragraph, list item, table row or part of a document; its text is a slice of the
source. What is searched adds what gives it meaning: the document, the headings above, the point
that names the agency, the names of the columns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tracuu import vi
from tracuu.documents import Column, cell_text, column_role, strip_markup
from tracuu.text import Segmenter, squeeze, syllables, trim, with_bigrams
from tracuu.types import (
    Document,
    Header,
    Level,
    Locator,
    PartRole,
    Passage,
    PassageRole,
    Row,
    Section,
    Source,
    Span,
    Table,
    Twin,
)

# A point that carries dashes is context for them; of a longer one the beginning says who acts.
_CARRIER_LENGTH = 220
# Passages longer than this are cut at sentence ends for the dense side (docs/decisions.md).
PIECE_LENGTH = 700
# Two transcriptions of one paragraph: at least this alike (0 to 100). OCR of 39-KH/TU: 97 and more.
_SAME_PASSAGE = 85.0

_PART_ROLES = {
    PartRole.HEADER: PassageRole.HEADER,
    PartRole.TITLE: PassageRole.TITLE,
    PartRole.ADDRESSEES: PassageRole.ADDRESSEES,
    PartRole.RECIPIENTS: PassageRole.RECIPIENTS,
    PartRole.SIGNATURE: PassageRole.SIGNATURE,
}


def make_passages(document: Document, source: Source, segmenter: Segmenter | None = None) -> tuple[Passage, ...]:
    """All passages of a document in order of the text; together they hold all that is written in it.

    With a ``segmenter`` each has its words and sentences, as spans into the source.
    """
    made = [*_part_passages(document, source), *_section_passages(document.outline, document, source, (), ())]
    made += _strays(document, source, made)
    made.sort(key=lambda passage: passage.span)
    return tuple(_tokenised(passage, source.text, segmenter) if segmenter else passage for passage in made)


def plain_document(source: Source) -> Document:
    """A whole source as a document that says nothing of itself."""
    span = Span(0, len(source.text))
    return Document(
        doc_id=source.source_id,
        source_id=source.source_id,
        span=span,
        header=Header(),
        parts=(),
        outline=(),
        references=(),
    )


def plain_passage(source: Source, title: str, segmenter: Segmenter) -> Passage:
    """A whole source as one passage under a title (may be empty)."""
    passage = Passage(
        passage_id=source.source_id,
        doc_id=source.source_id,
        source_id=source.source_id,
        role=PassageRole.TEXT,
        span=Span(0, len(source.text)),
        text=source.text,
        context=title,
        locator=Locator(labels=()),
    )
    return _tokenised(passage, source.text, segmenter)


def _passage(
    document: Document,
    source: Source,
    role: PassageRole,
    span: Span,
    labels: tuple[str, ...],
    headings: tuple[Span, ...] = (),
    row: Row | None = None,
) -> Passage:
    return Passage(
        passage_id=f"{document.doc_id}:{span.start}-{span.end}",
        doc_id=document.doc_id,
        source_id=source.source_id,
        role=role,
        span=span,
        text=source.text[span.start : span.end],
        context=_context(document, source.text, headings, role),
        locator=Locator(labels=labels),
        headings=headings,
        row=row,
    )


def _context(document: Document, text: str, headings: Sequence[Span], role: PassageRole) -> str:
    """The document in a few words, then the headings above, each on a line of its own."""
    lines = [squeeze(strip_markup(text[s.start : s.end]))[:_CARRIER_LENGTH] for s in headings]
    return "\n".join([describe(document), *([vi.PART_NAMES[role]] if role in vi.PART_NAMES else []), *lines])


def describe(document: Document) -> str:
    """The document in a few words: "Kế hoạch 39-KH/TU, Ban Thường vụ Tỉnh ủy, Điện Biên, 2026"."""
    header = document.header
    kind = header.kind.value if header.kind else vi.DOCUMENT
    named = f"{kind} {header.symbol.value}" if header.symbol else kind
    issuer = header.issuer.value if header.issuer else None
    province = header.province.value if header.province else None
    if province and issuer and province in issuer:
        province = None
    year = str(header.issued_on.value.year) if header.issued_on else None
    return ", ".join(part for part in (named, issuer, province, year) if part)


# --- Body --------------------------------------------------------------------------------------


def _part_passages(document: Document, source: Source) -> Iterator[Passage]:
    for part in document.parts:
        yield _passage(document, source, _PART_ROLES[part.role], part.span, (vi.PART_LOCATORS[part.role],))


def _section_passages(
    sections: Sequence[Section],
    document: Document,
    source: Source,
    labels: tuple[str, ...],
    headings: tuple[Span, ...],
) -> Iterator[Passage]:
    counts: dict[Level, int] = defaultdict(int)
    plain = sum(s.level is Level.TEXT and s.text is not None for s in sections)
    for section in sections:
        counts[section.level] += 1
        own = (*labels, *_label(section, counts[section.level], plain))
        below = headings
        if section.heading:
            yield _passage(document, source, PassageRole.HEADING, section.heading, own, headings)
            below = (*headings, section.heading)
        elif section.text:
            yield _passage(document, source, PassageRole.TEXT, section.text, own, headings)
            below = (*headings, section.text) if section.children else headings
        for table in section.tables:
            yield from _table_passages(table, document, source, own, below)
        yield from _section_passages(section.children, document, source, own, below)


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


def _table_passages(
    table: Table, document: Document, source: Source, labels: tuple[str, ...], headings: tuple[Span, ...]
) -> Iterator[Passage]:
    if table.header:
        yield _passage(document, source, PassageRole.HEADING, table.header, (*labels, vi.TABLE_HEADER), headings)
    seen: set[Span] = set()
    for number, row in enumerate(table.rows, start=1):
        above = (*headings, row.band) if row.band else headings
        if row.band and row.band not in seen:
            seen.add(row.band)
            yield _passage(document, source, PassageRole.HEADING, row.band, labels, headings)
        label = vi.ROW_NUMBERED.format(label=row.label) if row.label else vi.ROW_UNNUMBERED.format(number=number)
        yield _passage(document, source, PassageRole.ROW, row.span, (*labels, label), above, row)


def _strays(document: Document, source: Source, made: Sequence[Passage]) -> Iterator[Passage]:
    """Whatever stands in the body and in no passage yet (repeated headings, rules): kept, findable."""
    spans = sorted(passage.span for passage in made)
    bounds = [(section.span.start, section.span.end) for section in document.outline]
    if not bounds:
        return
    position, end = min(a for a, _ in bounds), max(b for _, b in bounds)
    for span in [*(s for s in spans if s.end > position), Span(end, end)]:
        gap = trim(source.text, position, min(span.start, end)) if span.start > position else None
        if gap and gap.start < gap.end:
            yield _passage(document, source, PassageRole.TEXT, gap, ())
        position = max(position, span.end)


def _tokenised(passage: Passage, text: str, segmenter: Segmenter) -> Passage:
    start, end = passage.span
    shift = [Span(start + s.start, start + s.end) for s in segmenter.words(text[start:end])]
    sentences = [Span(start + s.start, start + s.end) for s in segmenter.sentences(text[start:end])]
    return replace(passage, words=tuple(shift), sentences=tuple(sentences))


# --- Copies ------------------------------------------------------------------------------------


def fold_copies(passages: Sequence[Passage], documents: Sequence[Document]) -> tuple[Passage, ...]:
    """The passages with those of copies folded into their twins in the first copy.

    A passage of a copy that has no twin stays by itself: nothing that only one copy holds is lost.
    """
    first_copy = {d.doc_id: d.copy_of for d in documents if d.copy_of}
    by_place: Mapping[tuple[str, PassageRole, tuple[str, ...]], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_place[passage.doc_id, passage.role, passage.locator.labels].append(passage)
    twins: dict[str, list[Twin]] = defaultdict(list)
    folded: set[str] = set()
    for passage in passages:
        original = first_copy.get(passage.doc_id)
        if original is None:
            continue
        for candidate in by_place[original, passage.role, passage.locator.labels]:
            if fuzz.ratio(_plain(candidate.text), _plain(passage.text)) >= _SAME_PASSAGE:
                differs = _plain(candidate.text) != _plain(passage.text)
                twins[candidate.passage_id].append(
                    Twin(source_id=passage.source_id, doc_id=passage.doc_id, span=passage.span, differs=differs)
                )
                folded.add(passage.passage_id)
                break
    return tuple(
        replace(p, twins=tuple(twins[p.passage_id]), folded=p.passage_id in folded)
        if p.passage_id in twins or p.passage_id in folded
        else p
        for p in passages
    )


def _plain(text: str) -> str:
    return squeeze(strip_markup(text).replace("m2", "m²"))


# --- What is searched --------------------------------------------------------------------------


def is_searchable(passage: Passage) -> bool:
    """Whether a passage is found by itself: it holds words, and is not folded into another copy."""
    return not passage.folded and any(c.isalnum() for c in passage.text)


def searched_text(passage: Passage, source_text: str) -> str:
    """The passage as it is searched, without mark-up; a row with the names of its columns."""
    if passage.row is None or not any(cell.column for cell in passage.row.cells):
        return squeeze(strip_markup(passage.text))
    parts = []
    for cell in passage.row.cells:
        value = cell_text(cell.spans, source_text)
        if value and column_role(cell.column) is not Column.LABEL:
            parts.append(f"{cell.column[-1]}: {value}" if cell.column else value)
    return ". ".join(part.rstrip(".") for part in parts) + "."


def lexical_terms(passage: Passage, source_text: str) -> list[str]:
    """Terms for BM25: syllables and adjacent bigrams of the passage and, apart, of each line above it."""
    terms = with_bigrams(syllables(searched_text(passage, source_text)))
    for line in filter(None, passage.context.split("\n")):
        terms += with_bigrams(syllables(line))
    return terms


def dense_pieces(passage: Passage, source_text: str) -> list[str]:
    """Texts to embed: the passage under its headings, cut at sentence ends when it is long."""
    body = searched_text(passage, source_text)
    above = f"{passage.context}\n" if passage.context else ""
    if len(body) <= PIECE_LENGTH or passage.row is not None:
        return [above + body]
    sentences = [squeeze(strip_markup(source_text[s.start : s.end])) for s in passage.sentences] or [body]
    return [above + piece for piece in pack(sentences, PIECE_LENGTH)]


def pack(sentences: Iterable[str], limit: int) -> list[str]:
    """Neighbouring sentences joined up to ``limit`` characters; a longer sentence stands alone."""
    pieces: list[str] = []
    for sentence in sentences:
        if pieces and len(pieces[-1]) + 1 + len(sentence) <= limit:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces
