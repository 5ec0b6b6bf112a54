r"""The records, in the order in which they are made.

They know nothing: no parsing, no input or output. Every offset counts Unicode code points into
``Source.text`` (NFC, ``\\n`` line ends), half-open.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of ``Source.text``: code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """Something that was not understood, kept visible instead of guessed at."""

    source_id: str
    message: str
    span: Span | None = None


# --- Reading -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table.

    ``spans`` are the pieces of its text in reading order: one, or several when the text of
    neighbouring cells is interleaved line by line; empty for an empty cell. ``column`` is the
    path through merged headings, top first.
    """

    spans: tuple[Span, ...]
    column: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table; ``label`` is its number as printed, None when it has none.

    ``band`` is the row above that titles a group of rows, when there is one.
    """

    span: Span
    label: str | None
    cells: tuple[Cell, ...]
    band: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its heading rows (``header``, a span over them) and its rows in order."""

    span: Span
    header: Span | None
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file as text. ``source_id`` is its path below the corpus folder, with ``/``.

    ``page_starts`` are offsets where a page begins, when the format tells; ``tables`` are those
    that the format itself marks.
    """

    source_id: str
    sha256: str
    text: str
    page_starts: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()


# --- Documents ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[T]):
    """A value with the span it was read from, and, when inferred, the reason in Vietnamese."""

    value: T
    span: Span | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signed: name, office held, and in whose name, as printed; None when not printed."""

    name: str
    office: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a document says of itself; None where nothing says.

    ``place`` is where it was issued (the date line), ``province`` the province it concerns.
    """

    symbol: Stated[str] | None = None
    kind: Stated[str] | None = None
    issuer: Stated[str] | None = None
    place: Stated[str] | None = None
    province: Stated[str] | None = None
    issued_on: Stated[date] | None = None
    subject: Stated[str] | None = None
    signatory: Stated[Signatory] | None = None
    recipients: tuple[Stated[str], ...] = ()
    addressees: tuple[Stated[str], ...] = ()


class Level(StrEnum):
    """Kinds of unit in the body, large to small; TEXT is a paragraph without a label."""

    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    DIVISION = "division"
    ROMAN = "roman"
    ARTICLE = "article"
    ITEM = "item"
    SUBITEM = "subitem"
    SUBSUBITEM = "subsubitem"
    POINT = "point"
    DASH = "dash"
    PLUS = "plus"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A unit of the outline with all that stands below it.

    ``label`` is the number or letter alone, misread numerals put right ("III", "2.1", "đ", "-",
    "" for plain paragraphs). ``heading`` is the span of a title line, label included; ``text`` the
    span of a paragraph that stands in this unit itself. A unit has one of the two. ``span``
    covers the unit and its children.
    """

    level: Level
    label: str
    span: Span
    heading: Span | None = None
    text: Span | None = None
    children: tuple["Section", ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """Where something stands, large to small: ("III", "2", "a") or ("Phụ lục", "STT 6")."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A mention of a document in the text; None where the mention does not say."""

    span: Span
    symbol: str
    kind: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    subject: str | None = None


class PartRole(StrEnum):
    """What stands around the body."""

    HEADER = "header"
    TITLE = "title"
    ADDRESSEES = "addressees"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the document that is not body."""

    role: PartRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One directive. ``doc_id`` is the source_id, with ``#2``, ``#3`` … for later ones of a bundle.

    ``copy_of`` names the doc_id of which this is another copy.
    """

    doc_id: str
    source_id: str
    span: Span
    header: Header
    parts: tuple[Part, ...]
    outline: tuple[Section, ...]
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    copy_of: str | None = None


# --- References resolved -----------------------------------------------------------------------


class Role(StrEnum):
    """What a document does with one that it mentions, the most telling first."""

    REPLACES = "replaces"
    ABOLISHES = "abolishes"
    AMENDS = "amends"
    ENCLOSES = "encloses"
    CARRIES_OUT = "carries_out"
    BASED_ON = "based_on"
    CITES = "cites"


class Tier(StrEnum):
    """Whose document it is, the highest first; LOCAL is below the province."""

    CENTRAL = "central"
    PROVINCE = "province"
    LOCAL = "local"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How a document is mentioned.

    NUMBERED: by number and symbol. SHORT: by kind and number ("Nghị quyết số 06"). POINTING: "Kế hoạch này", "Nghị
    quyết nêu trên". NAMED: by kind and issuer, or a law by its name.
    """

    NUMBERED = "numbered"
    SHORT = "short"
    POINTING = "pointing"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention of a document in the file of ``doc_id``, and which one is meant.

    ``target`` is its node_id, None when that is not certain. ``source`` is the node that stands in ``role`` to it: the
    document itself, or the one in whose subject it is named; ``turned``: the other way round ("được thay thế bởi …").
    ``sent``: it is sent along. ``repaired``: the number was misprinted.
    """

    doc_id: str
    span: Span
    form: MentionForm
    reference: Reference
    source: str
    role: Role = Role.CITES
    turned: bool = False
    sent: bool = False
    target: str | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A document that is held (``doc_id``, copies as one) or only cited; None where nothing says.

    ``node_id`` is the doc_id, or is made of number, date and area of one that is only cited.
    """

    node_id: str
    doc_id: str | None
    symbol: str | None
    kind: str | None
    issuer: str | None
    issued_on: date | None
    subject: str | None
    tier: Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphLink:
    """``source`` stands in ``role`` to ``target``; ``mentions`` say so, in order of the corpus, copies left out."""

    source: str
    target: str
    role: Role
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceGraph:
    """All mentions of a corpus in order, copies too, and what they say of one document and another."""

    nodes: tuple[GraphNode, ...] = ()
    links: tuple[GraphLink, ...] = ()
    mentions: tuple[Mention, ...] = ()


# --- Facts -------------------------------------------------------------------------------------

# The pieces of one value in reading order: one as a rule, several when a page or its neighbours cut it.
Spans = tuple[Span, ...]


class Precision(StrEnum):
    """How exactly a time is said."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PERIOD = "period"
    RECURRING = "recurring"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when, or when, something is due, as printed in ``spans``.

    ``due`` is the last day on which it is done in time ("trước ngày 15/4/2026" gives 14/4/2026, "quý
    II/2026" 30/6/2026); None where the calendar cannot say it: "thường xuyên", "hằng tuần", "trong 05
    ngày kể từ …", or a day without a year.
    """

    spans: Spans
    precision: Precision
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who does what by when, as one row of a table, or one clause, dash or point, says it.

    Each value is spans of the source. ``span`` is the row or clause it was read from; an agency may
    stand outside it, in the point above a dash. Empty or None where nothing is said or it is doubtful.
    """

    doc_id: str
    source_id: str
    span: Span
    locator: Locator
    task: Spans
    lead: Spans = ()
    coordinating: Spans = ()
    supervising: Spans = ()
    deadline: Deadline | None = None


class Comparison(StrEnum):
    """How a figure is meant."""

    EXACT = "exact"
    ABOVE = "above"
    AT_LEAST = "at_least"
    ABOUT = "about"
    AT_MOST = "at_most"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure that a directive sets for an indicator, a time and a place.

    ``value`` is the number as printed, without its unit ("1,5- 1,9"); ``low`` and ``high`` are what it
    says (equal when it is one number). ``unit`` is as printed ("%", "m<sup>2</sup>", "căn"), and
    ``unit_name`` its plain form ("%", "m²", "căn"). ``years`` are first and last year (equal for one),
    read at ``period``; None when no year is said. ``place`` is named in the text at hand, else None: then
    it is that of the document. ``span`` is the clause.
    """

    doc_id: str
    source_id: str
    span: Span
    locator: Locator
    indicator: Spans
    value: Span
    low: float
    high: float
    comparison: Comparison = Comparison.EXACT
    unit: Span | None = None
    unit_name: str = ""
    years: tuple[int, int] | None = None
    period: Span | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What all documents of a corpus say that can be put in fields, in order of the corpus."""

    assignments: tuple[Assignment, ...] = ()
    targets: tuple[Target, ...] = ()


# --- Passages ----------------------------------------------------------------------------------


class PassageRole(StrEnum):
    """What a passage is, for retrieval and for how it is shown."""

    TEXT = "text"
    ROW = "row"
    HEADING = "heading"
    HEADER = "header"
    TITLE = "title"
    ADDRESSEES = "addressees"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words that stand in the quote, and what another copy has in their place; "" for nothing."""

    quote: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The same passage in another copy of the document; ``differs`` when not word for word, and in which words."""

    source_id: str
    doc_id: str
    span: Span
    differs: bool
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is quoted (``text``, a slice of the source) and what is searched (``index_text``).

    ``headings`` are the spans of the headings and carrying points above it, outermost first.
    ``words`` and ``sentences`` are spans into the source, found by underthesea. ``row`` is set for
    rows of tables. ``twins`` are the same passage in other copies; a passage of a copy that was
    folded into another has ``folded`` set and is never listed by itself.
    """

    passage_id: str
    doc_id: str
    source_id: str
    role: PassageRole
    span: Span
    text: str
    context: str
    locator: Locator
    headings: tuple[Span, ...] = ()
    words: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    row: Row | None = None
    twins: tuple[Twin, ...] = ()
    folded: bool = False

    @property
    def index_text(self) -> str:
        """Context and text as they are searched."""
        return f"{self.context}\n{self.text}" if self.context else self.text


# --- Questions and answers ---------------------------------------------------------------------


class Intent(StrEnum):
    """What a question asks for."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    SUPERVISING = "supervising"
    DEADLINE = "deadline"
    FIGURE = "figure"
    SIGNATORY = "signatory"
    ISSUED_ON = "issued_on"
    SYMBOL = "symbol"
    ISSUER = "issuer"
    RECIPIENTS = "recipients"
    TASKS = "tasks"
    WHERE = "where"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question as understood. ``text`` is what is searched: marks and abbreviations restored.

    ``doc_ids`` are the documents that it names; ``cited_symbols`` those it names that are cited in the
    index but not held; ``unknown_symbols`` those of which the index knows nothing. ``provinces``,
    ``units`` (communes, districts, cities), ``agencies`` and ``years`` are as named. ``subject`` is the
    agency whose tasks are asked for, ``repaired`` the words that were mistyped (as typed, as meant), ``also`` what
    else is asked for in the same breath. ``ambiguous`` are all documents that one mention fits alike (none of them is
    in ``doc_ids``); ``periods`` the ranges of years named, first and last (both are in ``years`` too);
    ``unknown_letters`` the abbreviations in capitals that were not written out, as typed. ``negated`` is whether the
    question asks who or what does *not*; ``asks_name`` whether the name of an office's holder is asked for;
    ``asks_effect`` whether it is from when a document or its rules hold. ``described`` are the words that tell by kind
    and subject which document is meant (it is in ``doc_ids`` then), "" for none.
    """

    original: str
    text: str
    intent: Intent = Intent.FREE
    doc_ids: tuple[str, ...] = ()
    cited_symbols: tuple[str, ...] = ()
    unknown_symbols: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    subject: str | None = None
    repaired: tuple[tuple[str, str], ...] = ()
    also: tuple[Intent, ...] = ()
    ambiguous: tuple[str, ...] = ()
    periods: tuple[tuple[int, int], ...] = ()
    unknown_letters: tuple[str, ...] = ()
    negated: bool = False
    asks_name: bool = False
    asks_effect: bool = False
    described: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which documents to search; None or empty admits all. Dates are inclusive."""

    kind: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued_from: date | None = None
    issued_to: date | None = None
    doc_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found. ``score`` in [0, 1], higher is better; ranks count from 1, None = not found.

    ``dense`` is the cosine with the question in [-1, 1]; ``lexical`` the BM25 score, 0 or more.
    """

    passage: Passage
    score: float
    dense: float
    lexical: float
    dense_rank: int | None
    lexical_rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoIn:
    """The quoted passage in another copy of the same document, and the words in which it differs."""

    source: str
    start: int
    end: int
    differs: bool
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredPart:
    """A part of a reference (a header field) that the document does not print at its place, and how it is known."""

    part: str
    value: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quotation with where it stands; field names are the keys of the JSON contract.

    ``quote`` is ``text[start:end]`` of the source. ``highlights`` are spans in the source, inside
    the quote or its headings, that the answer took. ``headings`` are the titles above the quote.
    ``short_reference`` is for later mentions; ``inferred`` are the parts of the references that the
    document does not print at their place, in square brackets in ``marked_reference``.
    """

    rank: int
    source: str
    doc_id: str
    document: str | None
    kind: str | None
    issued: date | None
    locator: tuple[str, ...]
    quote: str
    start: int
    end: int
    score: float
    reference: str
    also_in: tuple[AlsoIn, ...] = ()
    headings: tuple[str, ...] = ()
    highlights: tuple[Span, ...] = ()
    marked_reference: str = ""
    short_reference: str = ""
    footnote: str = ""
    inferred: tuple[InferredPart, ...] = ()


class Reason(StrEnum):
    """Why there is no answer."""

    NO_EVIDENCE = "no_evidence"
    OTHER_SUBJECT = "other_subject"
    BAD_QUESTION = "bad_question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Another value for the same question, with its own citation."""

    value: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem:
    """One entry of an answer that is a list, whole where the answer had to be cut short.

    ``role`` is what the agency is in the task that ``text`` says. ``due`` is what the question asked of its time: the
    words of the directive, or that it gives none; "" when the question did not ask, or ``text`` itself says it.
    ``shared`` is the group that is given the task, where the agency is only one of it ("Các sở, ban, ngành tỉnh").
    """

    text: str
    locator: tuple[str, ...]
    reference: str
    marked_reference: str
    source: str
    start: int
    end: int
    role: Intent = Intent.LEAD
    due: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said to a question; field names are the keys of the JSON contract.

    ``answer`` is None when abstained, and ``reason`` then says why. ``understood`` is the question
    as it was searched. ``confidence`` in [0, 1] is the measured chance that the answer is right.
    ``items`` are the entries of a list ("Sở Y tế phải làm gì?"), all of them. ``took_ms`` in milliseconds.
    """

    question: str
    answer: str | None
    abstained: bool
    reason: Reason | None
    confidence: float
    citations: tuple[Citation, ...]
    conflicts: tuple[Conflict, ...] = ()
    items: tuple[AnswerItem, ...] = ()
    understood: str | None = None
    took_ms: float = 0.0


# --- Sentences to quote ------------------------------------------------------------------------


class QuoteUnit(StrEnum):
    """What is quoted: one or two sentences of a paragraph, a whole item of a list, a whole row of a table."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """What an item hangs on (the agency above a dash, the words before a colon); ``text`` without mark-up and label."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The same sentence in another copy, or nearly the same in another document (``copy`` tells which).

    ``text`` is the sentence there as it is pasted; ``differences`` are the words in which it differs.
    """

    source: str
    doc_id: str
    start: int
    end: int
    differs: bool
    copy: bool
    text: str
    reference: str
    short_reference: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that may be quoted; field names are the keys of `quote --json`.

    ``quote`` is ``text[start:end]`` of the source, whole sentences, a whole item or row. ``text`` is the
    same as it is pasted: on one line, without mark-up, page numbers and the stop that a list needs.
    ``score``, ``fit`` (to the topic) and ``standing`` (how well it stands alone) are in [0, 1], higher is
    better; ranks count from 1. ``stems`` stand outermost first.
    """

    rank: int
    quote: str
    text: str
    unit: QuoteUnit
    source: str
    doc_id: str
    document: str | None
    kind: str | None
    issued: date | None
    locator: tuple[str, ...]
    start: int
    end: int
    stems: tuple[Stem, ...]
    reference: str
    marked_reference: str
    short_reference: str
    footnote: str
    inferred: tuple[InferredPart, ...]
    score: float
    fit: float
    standing: float
    headings: tuple[str, ...] = ()
    also_in: tuple[Elsewhere, ...] = ()


# --- Quotations checked ------------------------------------------------------------------------


class Verdict(StrEnum):
    """Whether a quotation stands in the corpus.

    EXACT: word for word after NFC and white space alone. ALTERED: a passage is near and differs.
    NOT_FOUND: no passage is near enough to be what was quoted.
    """

    EXACT = "exact"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


class DifferenceKind(StrEnum):
    """What differs, the gravest first; a negation is a WORD that is ``marked``."""

    SYMBOL = "symbol"
    DATE = "date"
    NUMBER = "number"
    AGENCY = "agency"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDifference:
    """Words of a quotation and those of the source in their place; "" for nothing.

    ``yours_span`` counts in the text that was checked, ``source_span`` in the source; both are empty
    spans where nothing stands. ``marked``: it changes what is said (a digit, date, symbol, agency or
    negation), however alike the rest is.
    """

    yours: str
    source: str
    kind: DifferenceKind
    marked: bool
    yours_span: Span
    source_span: Span


class CitedField(StrEnum):
    """What a mention says of a document."""

    SYMBOL = "symbol"
    KIND = "kind"
    ISSUED_ON = "issued_on"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDifference:
    """A field in which a mention and the document differ, both as they are written for people."""

    field: CitedField
    yours: str
    source: str


class MentionStatus(StrEnum):
    """What the corpus knows of a document that a draft mentions.

    RIGHT: held, and all that is said of it is so. DIFFERS: held or cited, but something said is not so.
    CITED: not held, only cited by documents that are. UNKNOWN: neither. UNCHECKED: held, but a day stands beside it
    that may be said of it and was not read.
    """

    RIGHT = "right"
    UNCHECKED = "unchecked"
    DIFFERS = "differs"
    CITED = "cited"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCheck:
    """A mention of a document in a draft, ``[start, end)`` of its text.

    ``doc_id`` and ``reference`` (its viện dẫn, in ``marked_reference`` with what is inferred in square brackets) are
    those of the document meant, None when it is not held.
    ``cited_by`` are the doc_ids of documents that cite it, when it is only cited. ``unread`` are days beside it, as
    written, that are not its day of issue and may be meant so. ``type`` tells its JSON line apart.
    """

    text: str
    start: int
    end: int
    status: MentionStatus
    symbol: str
    type: str = "mention"
    doc_id: str | None = None
    reference: str | None = None
    marked_reference: str | None = None
    differences: tuple[CitedDifference, ...] = ()
    cited_by: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class QuoteForm(StrEnum):
    """How a draft gives another's words: in quotation marks, or as what follows "theo …", "tại …"."""

    QUOTED = "quoted"
    REPORTED = "reported"


class NoteKind(StrEnum):
    """What a note tells.

    OMISSION: words left out at "[…]". MISREAD: a figure that the scan of the source printed as letters. CUT: a figure,
    date, symbol or word was cut in two. CELLS: the words run out of the middle of a cell into another. BEFORE, AFTER:
    the sentence of the source begins or goes on with a negation, a condition or a limit. ORDER: a piece behind "[…]"
    stands before the one that it follows. ELSEWHERE: the document cited is not held; ``text`` is the one in which the
    words stand. UNCLOSED: the closing quotation mark is missing.
    """

    OMISSION = "omission"
    MISREAD = "misread"
    CUT = "cut"
    CELLS = "cells"
    BEFORE = "before"
    AFTER = "after"
    ORDER = "order"
    ELSEWHERE = "elsewhere"
    UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteNote:
    """``text`` are words of the source as printed, on one line; ``span`` where they stand there."""

    kind: NoteKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMatch:
    """A quotation held against the corpus; field names are the keys of the JSON contract.

    ``similarity`` in [0, 1] with the nearest passage: 1 for ``exact`` and for nothing else. ``citation``
    is where the words stand (exact) or the passage that they alter; ``nearest`` is the nearest passage when
    the words were not found. ``start`` and ``end`` are its place in the draft, the whole for a single text.
    ``cited`` is the document named beside it, and ``cited_differences`` what is said of that document and is
    not so of the one where the words stand: a right quotation under a wrong number. ``notes`` change no verdict.
    ``type`` tells its JSON line apart.
    """

    text: str
    verdict: Verdict
    similarity: float
    differences: tuple[QuoteDifference, ...]
    citation: Citation | None
    type: str = "quotation"
    nearest: Citation | None = None
    start: int = 0
    end: int = 0
    form: QuoteForm = QuoteForm.QUOTED
    cited: MentionCheck | None = None
    cited_differences: tuple[CitedDifference, ...] = ()
    notes: tuple[QuoteNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCheck:
    """What was checked in a draft, each in order of the text.

    ``unquoted`` counts its sentences outside quotation marks of which nothing was checked, ``skipped`` the quotations
    and statements that were not checked because it holds too many.
    """

    quotations: tuple[QuoteMatch, ...] = ()
    mentions: tuple[MentionCheck, ...] = ()
    unquoted: int = 0
    skipped: int = 0


# --- What does not fit together ----------------------------------------------------------------


class Severity(StrEnum):
    """How much a finding matters: something is wrong, something may be, something worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Nature(StrEnum):
    """What a finding may come from."""

    TYPING = "typing"
    MISREAD = "misread"
    ADJUSTMENT = "adjustment"
    OTHER_PERIOD = "other_period"
    OTHER_SCOPE = "other_scope"


class Place(NamedTuple):
    """A span of the file of one document."""

    doc_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """What a rule found: ``values`` as printed, each at the place of the same index.

    ``message`` is one plain Vietnamese sentence. ``natures`` are what it may be, the likeliest first.
    ``needs_person``: whether a person must decide which of the values is right.
    """

    rule: str
    severity: Severity
    message: str
    values: tuple[str, ...]
    places: tuple[Place, ...]
    natures: tuple[Nature, ...] = ()
    needs_person: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A discrepancy as people see it; field names are the keys of `check --json`.

    ``evidence`` quotes the place of each value. ``finding_id`` is a digest of rule, values and quoted words, so that
    it stays when documents are indexed again. ``reviewed`` is the note of who has looked at it, None when nobody has.
    """

    rule: str
    severity: Severity
    message: str
    values: tuple[str, ...]
    evidence: tuple[Citation, ...]
    finding_id: str
    natures: tuple[Nature, ...] = ()
    needs_person: bool = True
    reviewed: str | None = None
