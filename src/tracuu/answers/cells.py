"""The cell of a row under the heading that a question names: "mức hỗ trợ mua khung dệt là bao nhiêu"."""

from collections.abc import Iterator, Sequence

from tracuu import vi
from tracuu.answers.evidence import Evidence
from tracuu.answers.values import Value
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

    A cell may say more than one figure: "70% chi phí, không quá 15 triệu đồng/khung". None when no heading or several
    are named, or the row is about something else.
    """
    row = passage.row
    if row is None or evidence.targets_in(passage):
        return None
    asked = set(syllables(office_words(query.text)))
    named = [cell for cell in row.cells if _is_named(cell, asked)]
    if len(named) != 1:
        return None
    cell, beside = named[0], [other for other in row.cells if other.spans and other is not named[0]]
    label = max(beside[:2], key=lambda other: len(evidence.plain(passage, other.spans)), default=None)
    text = evidence.plain(passage, cell.spans).rstrip(" .;,")
    if label is None or not any(figure.unit for figure in find_figures(text, 0, len(text))):
        return None
    heading = set(syllables(cell.column[-1]))
    rest = [term for term in terms if term not in heading]
    own = evidence.plain(passage, label.spans)
    share = evidence.coverage(rest, own)
    if not rest or share < _OF_ITSELF:
        return None
    if evidence.coverage(rest, f"{own} {passage.context} {evidence.about(passage.doc_id)}") < _MEANT:
        return None
    if any(evidence.coverage(rest, other.text) >= share for other in _rivals(passage, cell, evidence)):
        return None
    said = f"{own.rstrip(' .;,:')}{vi.JOIN_CELL}{text}"
    return Value(text=said, spans=(*label.spans, *cell.spans))


def _rivals(passage: Passage, cell: Cell, evidence: Evidence) -> Iterator[Passage]:
    """The other rows of the document that have a cell under the same heading."""
    for other in evidence.passages:
        beside = other.doc_id == passage.doc_id and other.passage_id != passage.passage_id
        cells = other.row.cells if beside and other.row else ()
        if any(one.column[-1:] == cell.column[-1:] and one.spans for one in cells):
            yield other


def _is_named(cell: Cell, asked: set[str]) -> bool:
    words = syllables(cell.column[-1]) if cell.column and cell.spans else []
    return len(words) >= _FEWEST_WORDS and set(words) <= asked
