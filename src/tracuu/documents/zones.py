"""Head, body, closing and annexes of one document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracuu.documents import signs
from tracuu.documents.lines import Line
from tracuu.documents.symbols import title_kind
from tracuu.text import UPPER
from tracuu.types import Table

# The title stands within this many lines of the start; further down the word is in the text.
_TITLE_WITHIN = 30
# A subject is longer than this only when two paragraphs ran together.
_SUBJECT_LENGTH = 900


@dataclass
class Zones:
    """Lines of one document by what they are. Every line is in exactly one of the lists."""

    head: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    addressees: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    annexes: list[list[Line]] = field(default_factory=list)


def read_zones(lines: Sequence[Line], text: str, tables: Sequence[Table] = ()) -> Zones:
    """Sort the lines of one document into its parts, from the top and from the closing.

    A closing does not go on past a table: what follows one of the ``tables`` belongs to an annex.
    """
    zones = Zones()
    start = _read_top(lines, zones, text, tables)
    closing = _closing_start(lines, start)
    annex = next((i for i in range(start, len(lines)) if _begins_annex(lines, i, closing)), len(lines))
    if closing < annex:
        first = next((t.span.start for t in tables if t.span.start > lines[closing].span.start), len(text))
        annex = next((i for i in range(closing, annex) if lines[i].span.start > first), annex)
    zones.body = list(lines[start : min(closing, annex)])
    end = _read_closing(lines[closing:annex], zones, text) + closing if closing < annex else annex
    rest = list(lines[end:])
    for i, line in enumerate(rest):
        if i == 0 or (signs.is_annex(line) and not _names_annex(line, zones.annexes[-1])):
            zones.annexes.append([])
        zones.annexes[-1].append(line)
    return zones


def _read_top(lines: Sequence[Line], zones: Zones, text: str, tables: Sequence[Table]) -> int:
    """Fill head, title and addressees; return the index of the first line of the body."""
    lines = lines[: _table_below(lines, tables)]
    title = next((i for i, line in enumerate(lines[:_TITLE_WITHIN]) if signs.is_title(line.bare)), None)
    letter = next((i for i, line in enumerate(lines[:_TITLE_WITHIN]) if signs.is_addressees(line.bare)), None)
    if title is not None and not _body_before(lines[:title]):
        zones.head = list(lines[:title])
        stop = _title_end(lines, title)
        zones.title = list(lines[title:stop])
        if stop < len(lines) and signs.is_addressees(lines[stop].bare):
            end = _addressees_end(lines, stop)
            zones.addressees, stop = list(lines[stop:end]), end
        return stop
    if letter is not None and not _body_before(lines[:letter]):
        subject = next((i for i in range(letter) if signs.is_subject_line(lines[i].bare)), letter)
        about = next((i for i in range(subject + 1, letter) if _begins_with_head(lines[i], text)), letter)
        zones.head, zones.title = [*lines[:subject], *lines[about:letter]], list(lines[subject:about])
        stop = _addressees_end(lines, letter)
        zones.addressees = list(lines[letter:stop])
        return stop
    stop = _head_end(lines)
    zones.head = list(lines[:stop])
    return stop


def _table_below(lines: Sequence[Line], tables: Sequence[Table]) -> int:
    """Index of the first line behind a table: the top of a document ends above it; the number of lines without one."""
    first = min((t.span.start for t in tables if lines and t.span.start > lines[0].span.start), default=None)
    if first is None:
        return len(lines)
    return next((i for i, line in enumerate(lines) if line.span.start > first), len(lines))


def _begins_with_head(line: Line, text: str) -> bool:
    """A line of the head whose first column does not go on with the subject beside it."""
    first = next(signs.segments(line, text), None)
    return first is not None and signs.is_header_line(first.text)


def _body_before(lines: Sequence[Line]) -> bool:
    """Whether text of the body already stands in these lines: a long sentence that ends."""
    return any(len(line.bare) > 160 and line.bare[-1] in ".;:" for line in lines)


# How the body opens, when no blank line parts it from the subject.
_OPENING = re.compile(r"(?:C[aăâ]n c[uưứú]|Th[uưựụ]c hi[eêệẹ]n|Trên cơ sở|Nhằm|Để|Sau|Theo|Trong|Ngày|Tiếp tục)\s")


def _title_end(lines: Sequence[Line], title: int) -> int:
    """Index after the subject that follows the title.

    The subject is the first paragraph below the title, unless that ends like a sentence of the
    body or is numbered; a paragraph cut by a page break goes on in lower case.
    """
    stop = title + 1
    length = 0
    while stop < len(lines):
        line = lines[stop]
        new = line.gap and stop > title + 1
        if new and not line.bare[0].islower() and not (line.is_upper and lines[stop - 1].is_upper):
            break
        if stop > title + 1 and not line.gap and _OPENING.match(line.bare):
            break
        if signs.is_addressees(line.bare) or is_numbered(line.bare) or signs.is_header_line(line.bare):
            break
        length += len(line.bare)
        stop += 1
    block = lines[title + 1 : stop]
    if (
        len(block) > 1
        and block[-1].bare[-1] == ":"
        and block[-1].bare[0].isupper()
        and not _OPENING.match(block[0].bare)
    ):
        return stop - 1  # the sentence that opens the body, not parted from the subject
    ended = bool(block) and (block[-1].bare[-1] in ":;" or (block[-1].bare[-1] == "." and length > 150))
    return title + 1 if ended or length > _SUBJECT_LENGTH else stop


# "II. …", "1- …", "l. MỤC TIÊU" (I or 1 misread), "Điều 1".
_NUMBERED = re.compile(
    rf"^\W*(?:[IVX]{{1,5}}|\d{{1,2}})\s*[.\-)/]\s*\S|^\W*[lI1]{{1,3}}\s?[.)]\s+[{UPPER}]"
    r"|^\W*(?:Điều|Phần|Chương)\s+[\dIVX]"
)


def is_numbered(text: str) -> bool:
    """Whether the line begins with the number of a part or item."""
    return bool(_NUMBERED.match(text)) and not signs.is_subject_line(text)


def _addressees_end(lines: Sequence[Line], start: int) -> int:
    """Index after the list of addressees: dashes or short lines that do not read like a sentence."""
    stop = start + 1
    while stop < len(lines):
        bare = lines[stop].bare
        listed = (
            bare[0] in "-+•*–" or (not lines[stop].gap and len(bare) < 120) or (bare[-1] in ";," and len(bare) < 160)
        )
        ended = bare[0] not in "-+•*–" and (lines[stop - 1].bare[-1] == "." or bool(_OPENING.match(bare)))
        if not listed or is_numbered(bare) or ended:
            break
        stop += 1
    return stop


def _head_end(lines: Sequence[Line]) -> int:
    """Index after the head of a document without title and addressees."""
    last = 0
    for i, line in enumerate(lines[:12]):
        if (
            signs.is_header_line(line.bare)
            or signs.is_subject_line(line.bare)
            or (signs.is_agency_head(line) and i < 6)
        ):
            last = i + 1
        elif len(line.bare) > 160:
            break
    while 0 < last < len(lines) and signs.is_subject_line(lines[last - 1].bare) and not lines[last].gap:
        last += 1
    return last


def _closing_start(lines: Sequence[Line], start: int) -> int:
    """Index of the first line of recipients or signature; the number of lines when there is none."""
    for i in range(start, len(lines)):
        bare = lines[i].bare
        if signs.is_recipients(bare) or (signs.is_on_behalf(bare) and signs.is_signature(bare)):
            return i
        if (named := _signed_at(lines, i)) is not None:
            below = lines[named + 1 : named + 4]
            if len(below) < 3 or any(signs.is_annex(x) or signs.is_recipients(x.bare) for x in below):
                return i
    return len(lines)


# "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" over its grounds opens a decision and signs nothing.
_GROUNDS = re.compile(r"\W*(?:C[aăâ]n c[uưứú]|Xét|Theo) ")


def _signed_at(lines: Sequence[Line], i: int) -> int | None:
    """Index of the name below an office at line ``i``, or of the line itself when it holds both."""
    bare = lines[i].bare
    if len(bare) > _CLOSING_WIDTH or not bare[:1].isupper():
        return None
    if signs.office_with_name(bare):
        return i
    if not signs.is_signature(bare) or (i + 1 < len(lines) and _GROUNDS.match(lines[i + 1].bare)):
        return None
    return next((j for j in range(i + 1, min(i + 5, len(lines))) if signs.person_name(lines[j].bare)), None)


# Characters between two lines that follow each other, blank lines and a rule included; a table is longer.
_CLOSE = 12


def _names_annex(line: Line, annex: Sequence[Line]) -> bool:
    """The name of an annex below its title: "PHỤ LỤC II" over "DANH MỤC DỰ ÁN"."""
    again = line.bare.upper().startswith("PHỤ LỤC")
    below = len(annex) < 3 and line.span.start - annex[-1].span.end < _CLOSE
    return below and annex[0].bare.upper().startswith("PHỤ LỤC") and not again


def _begins_annex(lines: Sequence[Line], i: int, closing: int) -> bool:
    if not signs.is_annex(lines[i]):
        return False
    return i > closing or lines[i].is_upper


# Recipients and signature side by side take at most this many lines, none of them long.
_CLOSING_LINES = 30
_CLOSING_WIDTH = 200


def _read_closing(lines: Sequence[Line], zones: Zones, text: str) -> int:
    """Fill recipients and signature; return how many lines they take."""
    start = _read_columns(lines, zones, text)
    into: list[Line] | None = None
    named = False
    for i, line in enumerate(lines[start:], start):
        bare = line.bare
        if signs.is_recipients(bare):
            into = zones.recipients
        elif _opens_signature(bare) or (into is zones.recipients and line.gap and signs.person_name(bare)):
            into, named = zones.signature, False
        elif (
            into is None
            or (into is zones.signature and named and not signs.person_name(bare))
            or (into is zones.recipients and _ends_list(line, lines[i - 1]))
        ):
            return i
        if into is zones.signature:
            named = named or (signs.person_name(bare) or signs.office_with_name(bare)) is not None
        into.append(line)
    return len(lines)


def _opens_signature(bare: str) -> bool:
    return signs.is_signature(bare) or signs.office_with_name(bare) is not None


def _read_columns(lines: Sequence[Line], zones: Zones, text: str) -> int:
    """Fill recipients and signature from a closing in two columns; return how many lines it takes, 0 for none.

    The parts of a line become lines of their own, with their own spans, one column after the other.
    """
    parts: list[tuple[int, Line]] = []
    taken, position = 0, 0
    for i, line in enumerate(lines[:_CLOSING_LINES]):
        columns = list(signs.segments(line, text))
        if len(columns) == 1 and not columns[0].column:
            columns = signs.beside_recipients(columns[0], text, signed=any(column for column, _ in parts))
        wide = max((len(s.text) for s in columns), default=0) > _CLOSING_WIDTH
        if len({s.column for s in columns}) > 2 or wide or (i and is_numbered(line.bare)):
            break
        parts += [(s.column, Line(s.span, s.text, line.gap, line.strong)) for s in columns]
        if any(s.column for s in columns):
            taken, position = i + 1, len(parts)
    parts = parts[:position]
    if len(parts) == taken or not any(column == 0 for column, _ in parts):
        return 0
    into = zones.recipients
    for column, part in sorted(parts, key=lambda pair: pair[0]):
        if signs.is_recipients(part.bare):
            into = zones.recipients
        elif _opens_signature(part.bare) or (column and signs.person_name(part.bare)):
            into = zones.signature
        into.append(part)
    while taken < len(lines) and lines[taken].bare[0] in "-+•*–" and not lines[taken].gap:
        zones.recipients.append(lines[taken])
        taken += 1
    return taken


def _ends_list(line: Line, above: Line) -> bool:
    """A line after the list of recipients that is no item of it: a heading or a new text."""
    item = line.bare[0] in "-+•*–" or not line.gap or above.bare[-1] in ",;:"
    return not item and not signs.person_name(line.bare) and len(line.bare) > 40 and title_kind(line.bare) is None
