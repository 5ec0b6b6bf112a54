"""Tables whose cells were printed line beside line with one blank between them, as text taken from a PDF has them.

    TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn
    1 Số hóa sổ hộ tịch giấy Sở Tư pháp Công an tỉnh; Trước ngày
    lập từ năm 1990 đến nay UBND các xã 30/9/2026

Nothing in a line tells where a cell ends. A row is read when one way to cut its lines, and no other, gives each column
what it holds: bodies with whole names, a whole time, and lines that are broken where the column was full.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracuu.agencies import department_names
from tracuu.agencies.names import begins_like_name, is_names
from tracuu.agencies.words import HEADS
from tracuu.documents.lines import is_page_number
from tracuu.documents.tables.columns import Column, column_role, is_header_cell
from tracuu.documents.tables.grid import Grid, lines_of
from tracuu.documents.tables.slips import says_agency, says_time
from tracuu.documents.tables.stacked_rows import HALF_TIME, ends_table
from tracuu.text import UPPER, fold, syllables, trim, word_pairs
from tracuu.types import Span, Spans

_HEAD = re.compile(rf"S?TT\.? (?=[{UPPER}])")
# A line of headings is no longer; nor is one that goes on with them ("hoàn thành").
_HEAD_LENGTH, _TAIL_LENGTH, _MOST_TAILS = 140, 60, 2
_BODIES = frozenset({Column.LEAD, Column.COORDINATING, Column.SUPERVISING})
_KNOWN = _BODIES | {Column.TASK, Column.DEADLINE}
# The number of a row, misread too: "l" for 1, "lO" for 10.
_NUMBER = re.compile(r"(?P<number>[\dlIO]{1,3})[.)]?\s+(?=\S)")
_MISREAD = str.maketrans({"l": "1", "I": "1", "O": "0"})
_BAND = re.compile(rf"(?:[IVX]{{1,5}}|[A-ZĐ])\s?[.)\-–]\s+\S|[{UPPER}\s,]{{8,}}$")
_MOST_ROW_LINES, _MOST_LINES, _FEWEST_ROWS = 10, 400, 2
# Ways to cut a row that are looked at before it is given up; how much longer a full line may be than another one of its
# cell, and of its column (letters differ in width).
_MOST_WAYS, _SLACK, _FONT = 5_000, 2, 6
# A line of more words is of a paragraph, or of a page laid across.
_MOST_WORDS = 28
_TIME_BEGINS = re.compile(
    r"(?i:trước|trong|tháng|quý|năm|ngày|hằng|hàng|thường|định|cuối|đầu|giữa|hết|đến|từ|chậm|sau|mỗi|giai|khi|xong|tuần)$"
    r"|[\dlIVXHO]"
)
_TIME_WORD = re.compile(
    r"[\d/.,–lIVXHO-]+[;.,]?$|(?i:kết|thúc|hoàn|thành|học|trước|trong|tháng|quý|năm|ngày|hằng|hàng|thường|xuyên|định"
    r"|kỳ|cuối|đầu|giữa|hết|đến|từ|chậm|nhất|sau|mỗi|giai|đoạn|khi|xong|tuần|và|là)[;.,]?$"
)
# "Bình | Định Quý I/2026".
_NO_TIME = re.compile(r"Định (?!kỳ)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Behind these a cell is not over.
_JOINT_END = re.compile(r"(?:[,;(–-]|(?<!\w)(?:và|các|của|cho|với|tại|Sở|UBND|Ban|Bộ|Cục|Hội))$")


@dataclass(frozen=True, slots=True)
class _Row:
    """The number of a row and the words of its lines; a band has no number and one line."""

    number: Span | None
    lines: tuple[tuple[Span, ...], ...]

    @property
    def span(self) -> Span:
        first = self.number or self.lines[0][0]
        return Span(first.start, max(line[-1].end for line in self.lines if line))


class _Way(NamedTuple):
    """One way to cut a row: the pieces of each column, line by line, what speaks against it, and what for it."""

    cells: tuple[Spans, ...]
    against: int
    speaks: int = 0

    @property
    def cost(self) -> int:
        return self.against - self.speaks


def woven_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """Grids whose rows are woven; a row that may be cut in several ways has none of its cells read by its column."""
    lines = [trim(text, *span) for span in lines_of(text, start, end)]
    position = 0
    while position < len(lines):
        headings = _headings(text, lines[position])
        if headings is None:
            position += 1
            continue
        rows, after, sure = _rows(text, lines[: position + _MOST_LINES], position)
        if sum(row.number is not None for row in rows) >= _FEWEST_ROWS:
            yield from _grid(text, headings, rows, sure=sure)
        position = max(after, position + 1)


def _headings(text: str, line: Span) -> list[Span] | None:
    """The headings of a line that begins with "TT"; None when one is unknown, or a column is not for work."""
    words = text[line.start : line.end]
    label = _HEAD.match(words)
    if label is None or len(words) > _HEAD_LENGTH or re.search(r"\t|\||\s{2}", words):
        return None
    starts = [label.end() + m.start() for m in re.finditer(rf"(?<!\S)[{UPPER}]", words[label.end() :])]
    cuts = [*starts, len(words)]
    found = [trim(text, line.start + a, line.start + b) for a, b in zip(starts, cuts[1:], strict=True)]
    roles = [column_role((text[slice(*span)],)) for span in found]
    named = all(is_header_cell(text[slice(*span)]) for span in found)
    if not named or not set(roles) <= _KNOWN or len(set(roles)) < len(roles) or roles[0] is not Column.TASK:
        return None
    if Column.LEAD not in roles or (Column.DEADLINE in roles and roles[-1] is not Column.DEADLINE):
        return None
    return [Span(line.start, line.start + label.end() - 1), *found]


def _rows(text: str, lines: Sequence[Span], position: int) -> tuple[list[_Row], int, bool]:
    """The rows and bands below the headings at ``position``, the index behind, and whether they surely end there."""
    heading = text[slice(*lines[position])]
    tails: list[str] = []
    at = position + 1
    while at < len(lines) and len(tails) <= _MOST_TAILS and _due(text, lines[at], 1) is None:
        said = text[slice(*lines[at])]
        if not said or len(said) > _TAIL_LENGTH or _BAND.match(said):
            break
        tails.append(said)
        at += 1
    rows: list[_Row] = []
    number, fresh = 0, True
    while at < len(lines):
        line, said = lines[at], text[slice(*lines[at])]
        label = _due(text, line, number + 1)
        if _BAND.match(said) and _goes_on_below(text, lines, at, number, heading):
            rows.append(_Row(None, (_words(text, line),)))  # "I. QUY HOẠCH" is no row 1
        elif label:
            number, fresh = number + 1, False
            rows.append(_Row(label, (_words(text, Span(label.end, line.end)),)))
        elif said == heading:
            while at + 1 < len(lines) and text[slice(*lines[at + 1])] in tails:
                at += 1
            fresh = True
        elif not said or (is_page_number(said) and _goes_on_below(text, lines, at, number, heading)):
            if not _goes_on_below(text, lines, at, number, heading):
                return rows, at, True
            fresh = True
        elif ends_table(said):
            return rows, at, True
        elif fresh or not rows or rows[-1].number is None or len(rows[-1].lines) >= _MOST_ROW_LINES:
            return rows, at, False
        else:
            rows[-1] = _Row(rows[-1].number, (*rows[-1].lines, _words(text, line)))
        at += 1
    return rows, at, at - position < _MOST_LINES


def _due(text: str, line: Span, number: int) -> Span | None:
    """Where the number of a row stands at the start of a line, when it is this one."""
    match = _NUMBER.match(text, line.start, line.end)
    if match is None:
        return None
    read = match["number"].translate(_MISREAD)
    return Span(*match.span("number")) if int(read) == number else None


def _goes_on_below(text: str, lines: Sequence[Span], at: int, number: int, heading: str) -> bool:
    """Whether the next line with words, numbers of pages aside, begins the next row or repeats the headings."""
    for line in lines[at + 1 : at + 5]:
        said = text[slice(*line)]
        if said == heading or _due(text, line, number + 1):
            return True
        if said and not is_page_number(said):
            return False
    return False


def _words(text: str, line: Span) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in re.compile(r"\S+").finditer(text, *line))


def _grid(text: str, headings: list[Span], rows: Sequence[_Row], *, sure: bool) -> Iterator[Grid]:
    """The grid of the rows; those that may be cut in several ways have all their words in one cell."""
    roles = [column_role((text[slice(*span)],)) for span in headings[1:]]
    numbered = [row for row in rows if row.number]
    ways = {row: _ways(text, row, roles) for row in numbered}
    widths = _widths(
        text,
        [found[0] for found in ways.values() if found and found[0].against <= _TOO_MUCH and _leads(found)],
        len(roles),
    )
    cells = {row: _settled(text, found, widths, roles) for row, found in ways.items()}
    if not sure:
        cells[numbered[-1]] = None  # what follows may be its own
    width = len(headings)
    lines: list[list[Spans]] = [[(span,) for span in headings]]
    slipped: set[int] = set()
    for row in rows:
        way = cells.get(row)
        everything = tuple(Span(line[0].start, line[-1].end) for line in row.lines if line)
        if row.number is None:
            lines.append([everything, *[()] * (width - 1)])
        elif way is None:
            slipped.add(len(lines))
            lines.append([(row.number,), everything, *[()] * (width - 2)])
        else:
            lines.append([(row.number,), *way])
    spans = [Span(headings[0].start, headings[-1].end), *(row.span for row in rows)]
    yield Grid(
        Span(spans[0].start, spans[-1].end),
        lines,
        1,
        merged=True,
        row_spans=spans,
        slipped=frozenset(slipped),
    )


def _ways(text: str, row: _Row, roles: Sequence[Column]) -> list[_Way]:
    """The ways to cut a row that give each column what it holds, the cheapest first; [] when there are too many."""
    if max(map(len, row.lines)) > _MOST_WORDS:
        return []
    found: list[_Way] = []
    looked = 0

    def cut(at: int, columns: tuple[Spans, ...]) -> None:
        nonlocal looked
        looked += 1
        if looked > _MOST_WAYS:
            return
        if at == len(row.lines):
            if (cost := _cost(text, columns, roles)) is not None:
                torn, whole = _words_torn(text, columns)
                found.append(_Way(columns, cost + torn, whole))
            return
        for pieces in _pieces(text, row.lines[at], columns, roles, first=at == 0):
            cut(at + 1, tuple((*c, p) if p else c for c, p in zip(columns, pieces, strict=True)))

    cut(0, ((),) * len(roles))
    return sorted(found, key=lambda way: way.cost) if looked <= _MOST_WAYS else []


def _pieces(
    text: str, words: tuple[Span, ...], columns: tuple[Spans, ...], roles: Sequence[Column], *, first: bool
) -> Iterator[tuple[Span | None, ...]]:
    """The ways to give the words of one line to the columns, in order; a column that has ended stays empty."""

    def give(column: int, start: int) -> Iterator[tuple[Span | None, ...]]:
        if column == len(roles):
            if start == len(words):
                yield ()
            return
        role, above = roles[column], columns[column]
        open_still = first or (bool(above) and len(above) == max(map(len, columns)))
        stops = range(start, len(words) + 1) if open_still else (start,)
        for stop in stops:
            piece = Span(words[start].start, words[stop - 1].end) if stop > start else None
            if _may_stand(text, piece, words[start:stop], role, above, first=first):
                for rest in give(column + 1, stop):
                    yield (piece, *rest)

    yield from give(0, 0)


def _may_stand(
    text: str, piece: Span | None, words: Sequence[Span], role: Column, above: Spans, *, first: bool
) -> bool:
    """Whether a piece may be the next line of a column: it begins as one does, and the line above was full."""
    if piece is None:
        return not first or role in {Column.COORDINATING, Column.SUPERVISING, Column.DEADLINE}
    if role is Column.DEADLINE:
        said = [text[slice(*word)] for word in words]
        return bool(_TIME_BEGINS.match(said[0])) and all(map(_TIME_WORD.match, said))
    if first and role in _BODIES and not begins_like_name(text, piece.start, piece.end):
        return False
    if not above:
        return first
    lengths = [span.end - span.start for span in (*above, piece)]
    opening = [text[slice(*span)].split()[0] for span in (*above[1:], piece)]
    full = [length + 1 + len(word) for length, word in zip(lengths, opening, strict=False)]
    return min(full) >= max(lengths) - _SLACK


# What begins the name of a body: right behind another name it is a cell of its own.
_ALONE = re.compile(
    rf"(?<=[\w)] )(?<!và )(?<!hoặc )(?<!cùng )(?<!của )(?<!thuộc )(?:{HEADS})(?!\w)",
)
# But these names go on with that of another body: "Văn phòng HĐND", "Đảng ủy Công an tỉnh", "Hội Liên hiệp …".
_HOLDS = re.compile(
    r"(?:Văn phòng|Đảng ủy|Đảng bộ|(?:Ban|Ủy ban)(?: \w+){1,6}|Thường trực|Lãnh đạo|Thanh tra|Phòng(?: \w+){1,2}|Đoàn"
    r"|Ủy ban|Chủ tịch|Phó|Giám đốc|Bí thư|Tỉnh ủy|Thành ủy|Huyện ủy|Hội đồng|Chi nhánh|Bộ Chỉ huy|Hội|Trường|Hạt)$"
)
# With these a task is not over.
_GOES_ON = re.compile(
    r"(?:[,;:(–-]|(?<!\w)(?:và|hoặc|của|cho|với|tại|ở|đến|từ|về|theo|trong|trên|dưới|bằng|để|do|các|những|được|đạt|sau|trước))$"
)


def _cost(text: str, columns: tuple[Spans, ...], roles: Sequence[Column]) -> int | None:
    """What speaks against a way to cut a row; None when a cell is none of its column."""
    cost = 0
    for pieces, role in zip(columns, roles, strict=True):
        said = " ".join(" ".join(text[slice(*piece)].split()) for piece in pieces)
        if role is Column.TASK:
            cost += 3 * _bodies_at_ends(text, pieces) + 3 * bool(_GOES_ON.search(said))
            cost += 3 * any(text[piece.start] in "-–" for piece in pieces[1:])
            cost += sum(text[piece.start].isupper() for piece in pieces[1:])
        elif role is Column.DEADLINE:
            if said and (
                not says_time(said) or _NO_TIME.match(said) or says_agency(said) or HALF_TIME.search(fold(said))
            ):
                return None
        elif not said:
            cost += 1
        elif _JOINT_END.search(said):
            return None
        else:
            said = _IN_BRACKETS.sub("", said)
            cost += 3 * (not is_names(said, 0, len(said)))
            cost += 4 * _joined_names(said) + 4 * _not_of_names(said) + _of_departments(said) + _strange(said)
    return cost


# Small words of names that need no neighbour.
_OF_NAMES = frozenset(syllables("và các của tỉnh huyện xã phường thành phố thôn bản tổ cấp khu cơ sở"))


def _strange(said: str) -> int:
    """How many small words of names make no word with either neighbour: "Công an thành trộm rác phố"."""
    pairs, words = word_pairs(), re.findall(r"\w+|[;,]", said)
    low = [word.lower() for word in words]
    return sum(
        word.islower()
        and word not in _OF_NAMES
        and (low[i - 1], word) not in pairs
        and (word, low[i + 1] if i + 1 < len(low) else "") not in pairs
        for i, word in enumerate(words)
        if i
    )


def _words_torn(text: str, columns: tuple[Spans, ...]) -> tuple[int, int]:
    """What a way costs for words that it tears in a line, and what it is worth for those put together over lines."""
    words = word_pairs()
    torn = whole = 0
    for pieces in columns:
        for above, below in itertools.pairwise(pieces):
            if (_last(text, above), _first(text, below)) in words:
                whole += 2 if text[slice(*above)].split()[-1][0].isupper() else 1
    for left, right in itertools.pairwise(columns):
        for a in left:
            beside = next((b for b in right if text[a.end : b.start] == " "), None)
            if beside is not None:
                torn += 3 * ((_last(text, a), _first(text, beside)) in words) + _parts_name(text, a, beside)
    return torn, whole


_BEGINS = re.compile(rf"(?:{HEADS})(?!\w)")


def _parts_name(text: str, left: Span, right: Span) -> int:
    """What a cut between two words with capitals costs: "Mường | Nọc", and more where both begin a body's name."""
    last, first = text[slice(*left)].split()[-1], text[slice(*right)].split()[0]
    if not (last[0].isupper() and first[0].isupper()) or _TIME_BEGINS.fullmatch(first):
        return 0
    if _BEGINS.match(f"{last} {text[slice(*right)]}"):
        return 2  # "Hạt | Kiểm lâm huyện"
    return int(not begins_like_name(text, right.start, right.end))


def _last(text: str, piece: Span) -> str:
    return text[slice(*piece)].split()[-1].lower()


def _first(text: str, piece: Span) -> str:
    word = text[slice(*piece)].split()[0]
    return word.rstrip(".,;:").lower() if word[0].islower() else ""


def _bodies_at_ends(text: str, pieces: Spans) -> int:
    """How many lines of a task hold the beginning of a body's name behind small letters."""
    return sum(bool(_ALONE.search(text[slice(*piece)])) for piece in pieces)


def _joined_names(said: str) -> int:
    """How many names follow another one with nothing between them."""
    return sum(
        not _HOLDS.search(re.split(r"[;,]", said[: match.start()])[-1].strip()) for match in _ALONE.finditer(said)
    )


_DEPARTMENT = re.compile(r"(?<!\w)(?P<head>Sở|Phòng) (?P<rest>[^;,]+)")
# What may follow the name of a department.
_BEHIND_DEPARTMENT = re.compile(rf"\s*(?:$|\(|tỉnh(?!\w)|thành phố(?!\w)|(?:và|cùng|hoặc) (?:các |{HEADS}))")


def _of_departments(said: str) -> int:
    """What departments cost that have no department's name, or more behind it: "Sở Nông nghiệp và Văn phòng"."""
    fields = sorted(department_names(), key=len, reverse=True)
    cost = 0
    for match in _DEPARTMENT.finditer(said):
        rest = match["rest"]
        field = next((field for field in fields if rest.lower().startswith(field.lower())), None)
        if field is None:
            cost += 4 if match["head"] == "Sở" else 1
        elif not _BEHIND_DEPARTMENT.match(rest[len(field) :]):
            cost += 4
    return cost


# What stands in no name of a body, or list of them: a level that goes on in small letters, a comma before a small word
# that is no body, a word that begins a time or joins a clause, communes without "các", "UBND" without its level.
_NOT_OF_NAMES = re.compile(
    rf"(?<!\w)(?:tỉnh|huyện|thành phố) (?!(?:và|hoặc|cùng|ủy|đoàn|đội|trực|có|nơi)(?!\w))(?![{UPPER}\d(])\w"
    rf"|(?<!\w)(?:tỉnh|huyện|thành phố|xã|phường) (?:và (?!(?:các |{HEADS}))|[{UPPER}]{{3,}}(?!\w))"
    rf"|, (?![{UPPER}])(?!(?:xã|phường|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|sở|ban|ngành|đoàn thể|đơn vị|hội"
    r"|tổ chức|địa phương|doanh nghiệp|cơ quan|các|trường|cơ sở|sinh viên|chủ|nhà|hợp tác)(?!\w))\w"
    r"|(?<!\w)(?:Trước|Trong|Tháng|Quý|Năm|Ngày|Hằng|Hàng|Thường(?! trực| vụ)|Định kỳ|Cuối|Đầu|Từ|Khi|Sau|Hết|Mỗi"
    r"|kết thúc|hoàn thành)(?!\w)"
    rf"|(?<!\w)(?:xã|phường|huyện|thị trấn|thị xã) [{UPPER}]\w*(?: [{UPPER}]\w*)* (?:tỉnh|thành phố|huyện)(?!\w)"
    r"|(?<!\w)(?:dưới|trên|bằng|cho|đến|từ|để|do|theo|đạt|được|gồm|sau|trước|không)(?!\w)"
    r"|(?<!các )(?<!\w)(?:xã|phường), (?:xã|phường)(?!\w)"
    rf"|(?<=\w )(?<!và )Các(?!\w)|- (?:{HEADS})(?!\w)|(?<!\w)(?:thành|thị)(?=$|[;,])"
    r"|(?<!\w)UBND (?!(?:các|cấp|tỉnh|thành|huyện|quận|thị|xã|phường|đặc)(?!\w))\w"
)


# Names that go on: what the center or the board is for is still to come.
_UNFINISHED = re.compile(
    r"(?:^|[;,] )(?:Trung tâm|Ban|Bộ|Phòng|Cục|Chi cục|Văn phòng|Viện|Công ty|Trường|Hội|Đội|Tổ|Đoàn)"
    r"(?: (?:Dịch vụ|Xúc tiến|Kiểm soát|Kiểm nghiệm|Kiểm định|Quản lý|Chỉ huy|Chỉ đạo|Cảnh sát|Phục vụ|Đăng ký|Bảo vệ"
    r"|Bảo tồn|Hỗ trợ|Khai thác|Phát triển|Giám sát|Điều hành|Ứng dụng|Nghiên cứu|Đào tạo|Cổ phần|TNHH|Liên hiệp"
    r"|Công tác|Phòng|Đầu tư|Đại học|Cao đẳng|Trung cấp|Phổ thông|Tiểu học|Trung học|Thanh niên xung"
    r"|Chữ thập|Kế hoạch - Tài))?"
    r"(?: (?:tỉnh|huyện|xã|phường))?(?=$|[;,])"
)


def _not_of_names(said: str) -> int:
    return len(_NOT_OF_NAMES.findall(said)) + len(_UNFINISHED.findall(said))


def _leads(found: Sequence[_Way]) -> bool:
    """Whether the first way is cheaper than the rest."""
    return len(found) == 1 or found[0].cost < found[1].cost


def _widths(text: str, ways: Sequence[_Way], columns: int) -> list[int]:
    """How long the longest line of each column is in rows that are cut in one way."""
    return [
        max((piece.end - piece.start for way in ways for piece in way.cells[column]), default=0)
        for column in range(columns)
    ]


def _settled(
    text: str, found: Sequence[_Way], widths: Sequence[int], roles: Sequence[Column]
) -> tuple[Spans, ...] | None:
    """The cells of a row as far as all likely ways to cut it agree; None when they name other bodies or times.

    Of a task what they all begin with is kept; who else takes part is left out when they differ. Whether a level at the
    end ("tỉnh") is of one cell or the next stays open: then no cell has it.
    """
    fitting = sorted(
        (way._replace(against=way.against + (not _is_as_wide(text, way, widths))) for way in found),
        key=lambda way: way.cost,
    )
    if not fitting or fitting[0].against > _TOO_MUCH:
        return None
    likely = [way.cells for way in fitting if way.cost < fitting[0].cost + _MARGIN]
    cells: list[Spans] = []
    for column, role in zip(zip(*likely, strict=True), roles, strict=True):
        shortest = min(column, key=_length)
        same = all(_is_but_for_level(text, shortest, cell) for cell in column)
        if same and _is_whole(_said(text, shortest), role):
            cells.append(shortest)
        elif role is Column.TASK and (common := _common(text, column)):
            cells.append(common)
        elif role in {Column.COORDINATING, Column.SUPERVISING}:
            cells.append(())
        else:
            return None
    return tuple(cells)


# A body with its level, or a department with its whole name: nothing of it can be missing.
_WHOLE_BODY = re.compile(
    r"(?:(?:Sở|Bộ) (?:{fields})(?: (?:tỉnh|thành phố|huyện|xã|phường))?"
    r"|.*(?<!\w)(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|thôn|bản|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tỉnh đoàn"
    r"|Thành đoàn|Huyện đoàn|địa phương|liên quan))$".format(fields="|".join(map(re.escape, department_names())))
)
_WHOLE_TIME = re.compile(
    r"(?:.*\d{4}|thường xuyên|định kỳ(?: h[ằà]ng (?:tuần|tháng|quý|năm))?|h[ằà]ng (?:ngày|tuần|tháng|quý|năm))[.;]?$",
    re.IGNORECASE,
)


def _said(text: str, cell: Spans) -> str:
    return " ".join(text[slice(*word)] for word in _word_spans(text, cell))


def _is_whole(said: str, role: Column) -> bool:
    """Whether nothing can be missing at the end of a cell: of a task that is never told."""
    if role is Column.TASK or not said:
        return True
    if role is Column.DEADLINE:
        return bool(_WHOLE_TIME.match(said))
    return all(_WHOLE_BODY.match(name.strip()) for name in re.split(r"[;,]", said) if name.strip())


# A way with more against it is none; one with so much more than the best is not likely.
_TOO_MUCH, _MARGIN = 1, 4


def _length(cell: Spans) -> int:
    return sum(piece.end - piece.start for piece in cell)


def _word_spans(text: str, cell: Spans) -> list[Span]:
    return [word for piece in cell for word in _words(text, piece)]


def _is_but_for_level(text: str, short: Spans, cell: Spans) -> bool:
    """Whether two ways to end a cell differ by a level at most."""
    words, more = _word_spans(text, short), _word_spans(text, cell)
    rest = " ".join(text[slice(*word)] for word in more[len(words) :])
    return more[: len(words)] == words and rest in {"", "tỉnh", "huyện", "xã", "phường"}


def _common(text: str, column: Sequence[Spans]) -> Spans:
    """What all ways to cut a cell begin with, without small words that lead on; () when that is less than a line."""
    words = [_word_spans(text, cell) for cell in column]
    same = list(itertools.takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False)))
    kept = [each[0] for each in same]
    while kept and _GOES_ON.search(text[slice(*kept[-1])]):
        kept.pop()
    if not kept or kept[-1].end < column[0][0].end:
        return ()
    pieces = [Span(piece.start, min(piece.end, kept[-1].end)) for piece in column[0] if piece.start < kept[-1].end]
    return tuple(pieces)


def _is_as_wide(text: str, way: _Way, widths: Sequence[int]) -> bool:
    """Whether no line of a way is longer than its column, and each was full where it was broken."""
    for pieces, width in zip(way.cells, widths, strict=True):
        lengths = [piece.end - piece.start for piece in pieces]
        opening = [len(text[slice(*piece)].split()[0]) for piece in pieces[1:]]
        if lengths and width and max(lengths) > width + _FONT:
            return False
        if any(length + 1 + word < width - _FONT for length, word in zip(lengths, opening, strict=False)):
            return False
    return True
