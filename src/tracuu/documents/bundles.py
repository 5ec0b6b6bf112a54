"""Where one file holds several documents: a letter, what it encloses, and what that encloses."""

from collections.abc import Sequence

from tracuu.documents import signs
from tracuu.documents.lines import Line
from tracuu.types import Span

# A head is at most this many lines: two agencies, motto, number, place and date, rules between.
_HEAD_LINES = 10
# Without a signature or recipients before it, a second head counts only after this much body.
_BODY_LINES = 8


def split_bundle(lines: Sequence[Line], length: int) -> list[Span]:
    """Spans of the documents of a file of ``length`` characters, in order; together they are all of it.

    A document begins at the first line of a head (agency, motto, number, date, title) once the one
    before has closed (recipients or signature), or, when the closing was lost, at a second number
    with a title close by.
    """
    starts: list[int] = []
    closed, since = False, 0
    for i, line in enumerate(lines):
        since += 1
        begins = closed and _opens(lines, i)
        if begins or (starts and not closed and since > _BODY_LINES and _numbered_head(lines, i)):
            starts.append(lines[i if begins else _head_start(lines, i)].span.start)
            closed, since = False, 0
        elif not starts:
            starts.append(0)
        elif since > 2 and (signs.is_recipients(line.bare) or signs.is_on_behalf(line.bare) or _is_signed(lines, i)):
            closed = True
    starts = starts or [0]
    return [Span(a, b) for a, b in zip([0, *starts[1:]], [*starts[1:], length], strict=True)]


def _is_signed(lines: Sequence[Line], i: int) -> bool:
    """Whether an office stands at line ``i`` and a name below it: who signs for nobody else.

    "QUYẾT ĐỊNH:" below the office and one ground is no name.
    """
    below = [line.bare for line in lines[i + 1 : i + 3] if not signs.is_title(line.bare)]
    return signs.is_signature(lines[i].bare) and any(map(signs.person_name, below))


def _opens(lines: Sequence[Line], i: int) -> bool:
    """Whether a head begins at line ``i``, given that the document before has closed."""
    line = lines[i]
    if signs.is_motto(line.bare) or signs.has_number(line.bare):
        return True
    if signs.is_title(line.bare):
        return not _is_below_annex_title(lines, i)
    near = lines[i + 1 : i + _HEAD_LINES]
    if signs.is_agency_head(line) and not signs.is_signature(line.bare):
        return any(signs.is_motto(n.bare) or signs.is_number(n.bare) for n in near)
    return False


def _head_start(lines: Sequence[Line], i: int) -> int:
    """Index of the first line of the head that holds the number at ``i``: agencies and motto stand above."""
    while i > 0 and (
        signs.is_header_line(lines[i - 1].bare) or (lines[i - 1].is_upper and not signs.is_title(lines[i - 1].bare))
    ):
        i -= 1
    return i


def _is_below_annex_title(lines: Sequence[Line], i: int) -> bool:
    """A form or a plan inside an annex: its title follows "PHỤ LỤC" at once."""
    return any(signs.is_annex(line) for line in lines[max(0, i - 2) : i])


def _numbered_head(lines: Sequence[Line], i: int) -> bool:
    """A line with a number of its own that a title, a motto or a date line accompanies."""
    if not signs.has_number(lines[i].bare):
        return False
    near = [*lines[max(0, i - 4) : i], *lines[i + 1 : i + _HEAD_LINES]]
    return any(signs.is_title(n.bare) or signs.is_motto(n.bare) for n in near)
