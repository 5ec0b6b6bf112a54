"""The cell of a row under the heading that a question names: "mức hỗ trợ mua khung dệt là bao nhiêu"."""

import re
from collections.abc import Iterator, Sequence

from tracuu import vi
from tracuu.answers.evidence import Evidence
from tracuu.answers.values import Value
from tracuu.documents.tables.columns import Column, column_role
from tracuu.facts.deadlines import find_times
from tracuu.facts.figures import find_figures
from tracuu.queries import office_words
from tracuu.text import syllables
from tracuu.types import Cell, Passage, Query

# A heading of fewer words ("Số", "Ghi chú") is said by chance.
_FEWEST_WORDS = 2
# Share of what else the question says that the row and what stands above it must hold, and its own words.
_MEANT, _OF_ITSELF = 0.7, 0.3


def figure_cell(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """What a row has under the heading that the question names, when that holds a number and no figure was read there.

    A cell may say more than one figure: "70% chi phí, không quá 15 triệu đồng/khung". Where a share is asked for, the
    only cell that holds one will do, if its heading is nearly named. None when no heading or several are named, or the
    row is about something else.
    """
    row = passage.row
    if row is None or evidence.targets_in(passage):
        return None
    asked = set(syllables(office_words(query.text)))
    named = [cell for cell in row.cells if _is_named(cell, asked)]
    if not named and _SHARE_ASKED.search(query.text):
        shares = [cell for cell in row.cells if "%" in evidence.plain(passage, cell.spans)]
        named = [cell for cell in shares if len(shares) == 1 and _is_nearly_named(cell, asked)]
    if len(named) != 1:
        return None
    text = evidence.plain(passage, named[0].spans).rstrip(" .;,")
    if not any(figure.unit for figure in find_figures(text, 0, len(text))):
        return None
    label = _label(query, passage, named[0], terms, evidence)
    if label is None:
        return None
    said = f"{evidence.plain(passage, label.spans).rstrip(' .;,:')}{vi.JOIN_CELL}{text}"
    return Value(text=said, spans=(*label.spans, *named[0].spans))


def time_cell(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """What a row that gives nobody work has in its one column of times, where it says some.

    "Người thuộc hộ cận nghèo | 28/11/2025" under "Thời hạn gửi danh sách".
    """
    row = passage.row
    if row is None or evidence.assignments_in(passage):
        return None
    due = [cell for cell in row.cells if cell.spans and cell.column and column_role(cell.column) is Column.DEADLINE]
    if len(due) != 1:
        return None
    text = evidence.plain(passage, due[0].spans).rstrip(" .;,")
    if not any(find_times(text, 0, len(text))):
        return None
    label = _label(query, passage, due[0], terms, evidence)
    return Value(text=text, spans=due[0].spans) if label else None


def _label(query: Query, passage: Passage, cell: Cell, terms: Sequence[str], evidence: Evidence) -> Cell | None:
    """The cell that names what the row is about; None when the question is about something else, or another row."""
    assert passage.row is not None
    beside = [other for other in passage.row.cells if other.spans and other is not cell]
    label = max(beside[:2], key=lambda other: len(evidence.plain(passage, other.spans)), default=None)
    heading = set(syllables(office_words(cell.column[-1])))
    rest = [term for term in terms if term not in heading]
    if label is None or not rest:
        return None
    own = evidence.plain(passage, label.spans)
    above = " ".join([passage.context, *evidence.headings(passage), evidence.about(passage.doc_id)])
    if evidence.coverage(rest, f"{own} {above}") < _MEANT:
        return None
    measure = set(syllables(office_words(evidence.lead_in(passage))))
    rest = [term for term in rest if term not in measure or term in syllables(office_words(own))]
    share = evidence.coverage(rest, own)
    if share < _OF_ITSELF:
        return None
    if any(evidence.coverage(rest, other.text) >= share for other in _rivals(passage, cell, evidence)):
        return None
    return label


# "Bao nhiêu phần trăm": a share.
_SHARE_ASKED = re.compile(r"\b(?:bao nhiêu|mấy) (?:phần trăm|%)", re.IGNORECASE)


def _rivals(passage: Passage, cell: Cell, evidence: Evidence) -> Iterator[Passage]:
    """The other rows of the document that have a cell under the same heading."""
    for other in evidence.passages:
        beside = other.doc_id == passage.doc_id and other.passage_id != passage.passage_id
        cells = other.row.cells if beside and other.row else ()
        if any(one.column[-1:] == cell.column[-1:] and one.spans for one in cells):
            yield other


def _is_named(cell: Cell, asked: set[str]) -> bool:
    words = _heading(cell)
    return len(words) >= _FEWEST_WORDS and set(words) <= asked


def _is_nearly_named(cell: Cell, asked: set[str]) -> bool:
    """Whether the question has at least two words of a heading, and half of them."""
    words = set(_heading(cell))
    return len(words & asked) >= max(_FEWEST_WORDS, len(words) / 2)


def _heading(cell: Cell) -> list[str]:
    return syllables(office_words(cell.column[-1])) if cell.column and cell.spans else []
