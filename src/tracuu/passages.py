"""Passages: what is quoted, and what is searched.

A passage is one paragraph, list item, table row or part of a document; its text is a slice of the
source. What is searched adds what gives it meaning: the document, the headings above, the point
that names the agency, the names of the columns.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tracuu import vi
from tracuu.documents import Column, cell_text, column_role, strip_markup
from tracuu.documents.walking import UnitKind, walk
from tracuu.text import Segmenter, modern_marks, squeeze, syllables, trim, with_bigrams
from tracuu.types import (
    Difference,
    Document,
    Header,
    Locator,
    PartRole,
    Passage,
    PassageRole,
    Row,
    Source,
    Span,
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
    made = [*_part_passages(document, source), *_body_passages(document, source)]
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


_UNIT_ROLES = {
    UnitKind.TEXT: PassageRole.TEXT,
    UnitKind.ROW: PassageRole.ROW,
    UnitKind.HEADING: PassageRole.HEADING,
    UnitKind.BAND: PassageRole.HEADING,
    UnitKind.COLUMNS: PassageRole.HEADING,
}


def _body_passages(document: Document, source: Source) -> Iterator[Passage]:
    for unit in walk(document):
        role = _UNIT_ROLES[unit.kind]
        yield _passage(document, source, role, unit.span, unit.locator.labels, unit.headings, unit.row)


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
                    Twin(
                        source_id=passage.source_id,
                        doc_id=passage.doc_id,
                        span=passage.span,
                        differs=differs,
                        differences=differing_words(candidate.text, passage.text),
                    )
                )
                folded.add(passage.passage_id)
                break
    return tuple(
        replace(p, twins=tuple(twins[p.passage_id]), folded=p.passage_id in folded)
        if p.passage_id in twins or p.passage_id in folded
        else p
        for p in passages
    )


# Words with their marks as written; points and commas between them are no difference of words.
_WORD = re.compile(r"\w+(?:[.,/]\d+)*[%²]?")
# Longer stretches are no slips of copying: all that one copy has there is left unsaid.
_LONGEST_DIFFERENCE = 12


def differing_words(one: str, other: str) -> tuple[Difference, ...]:
    """Where two transcriptions differ in words, in order; mark-up, case, stops and tone placement aside."""
    mine, theirs = (_WORD.findall(_plain(text)) for text in (one, other))
    forms = [[modern_marks(word) for word in words] for words in (mine, theirs)]
    matcher = difflib.SequenceMatcher(a=forms[0], b=forms[1], autojunk=False)
    return tuple(
        Difference(quote=" ".join(mine[a:b]), other=" ".join(theirs[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal" and b - a <= _LONGEST_DIFFERENCE and d - c <= _LONGEST_DIFFERENCE
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
