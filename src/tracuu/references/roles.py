"""What a document does with one that it mentions: carries it out, rests on it, encloses, replaces or cites it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracuu.documents.references import TITLE_WORDS
from tracuu.references.surroundings import (
    Bounds,
    inside,
    opening_end,
    plain,
    title_spans,
)
from tracuu.text import UPPER, fold
from tracuu.types import Document, Reference, Role, Span

# The words of a change and what they mean, right before the mention.
_CHANGES = (
    (Role.REPLACES, r"thay thế(?: cho)?"),
    (Role.ABOLISHES, r"(?:bãi|hủy) bỏ"),
    (Role.AMENDS, r"sửa đổi(?:,?(?: và)? bổ sung)?|bổ sung|đính chính|điều chỉnh"),
)
# "… một số điều của | Quyết định số …": what is changed in it.
_PARTS_CHANGED = (
    r"(?:,? (?:toàn bộ|một phần|một số|các|những|điều|khoản|điểm|mục|nội dung|chỉ tiêu|nhiệm vụ|phụ lục|tên|từ ngữ|của"
    r"|tại|và|ban hành|kèm theo|quy chế|quy định|văn bản sau:?|[a-zđ]|[ivx]+|\d+))*"
)
_CHANGE = re.compile(
    rf"(?P<passive>được )?(?P<verb>{'|'.join(f'(?P<{role.name}>{words})' for role, words in _CHANGES)})"
    rf"(?P<parts>{_PARTS_CHANGED})(?P<by> bởi| bằng| theo| tại)?\s*$"
)
_NOT = re.compile(r"(?:không|chưa|chẳng|đề nghị|kiến nghị|trình|dự thảo)(?: được)? $")
# Scans lose marks: "Quyết đinh này".
_THIS = re.compile(rf"(?<!\w)(?:{fold(TITLE_WORDS)}|van ban) nay(?!\w)")
# What has been said of the document itself before the change, on its line: "Điều 2.", "3.", "Quyết định này … và".
_NOTHING_BEFORE = re.compile(r"\W*(?:(?:điều|khoản|mục) )?[\w.]{0,5}[.):]?\W*$")
_BEHIND = re.compile(r"(?:hết hiệu lực|bị bãi bỏ|được thay thế|không còn hiệu lực)")

_CARRY = r"(?:tổ chức )?(?:thực hiện|triển khai|thi hành|cụ thể hóa|hưởng ứng)"
_CARRY_BEFORE = re.compile(
    rf"{_CARRY}(?:,? (?:{_CARRY}|có hiệu quả|hiệu quả|đồng bộ|đầy đủ|nghiêm túc|nội dung|các nội dung|việc"
    r"|một số nội dung|các nhiệm vụ|nhiệm vụ))*\s*$"
)
# What looks back on work or looks after it does not carry it out.
_LOOKS_BACK = re.compile(
    r"(?:sơ kết|tổng kết|đánh giá|kết quả|tình hình|kiểm tra|giám sát|(?<!tháng )\d+ năm|báo cáo)(?!\w)[^.;]*$"
)
_OPENS_CARRYING = re.compile(
    rf"\W*(?:(?:tiếp tục|để|nhằm) )*(?:{_CARRY}|quán triệt)(?!\w)|\W*tiếp tục (?:{_CARRY})(?!\w)"
)
_OPENS_GROUND = re.compile(
    r"\W*(?:căn cứ|xét|theo (?:đề nghị|quy định|ý kiến|chỉ đạo|tinh thần|tờ trình|công văn|kết luận)|trên cơ sở)(?!\w)"
)
_ON_REQUEST = re.compile(r"(?:theo|xét) (?:đề nghị|đề xuất)[^.;]{0,160}\stại\s*$")
_MAIN_CLAUSE = re.compile(
    rf"[,.]\s+[{UPPER}][^,.;]{{2,90}}?\s(?:ban hành|xây dựng|yêu cầu|hướng dẫn|quyết định|đề nghị|báo cáo|thông báo"
    r"|kính trình|quyết nghị)(?!\w)"
)
_SENT_ALONG = re.compile(
    r"(?:gửi|sao gửi|sao lục|trình|đính|chuyển)? ?kèm(?: theo)?(?: công văn này| văn bản này)?[ :]*(?:là |gồm |các )*$"
)
# "… (gửi kèm)", and in brackets of its own "(Kế hoạch số 39-KH/TU gửi kèm Hướng dẫn)".
_SENT_BEHIND = re.compile(
    r"^\W{0,3}(?:được )?(?:gửi|đính) kèm(?!\w)[^.;]{0,30}\)|"
    r"\((?:có |được |xin )?(?:sao )?(?:gửi |đính )?kèm(?: theo)?(?: (?:công văn|văn bản) này)?[^)]{0,20}\)"
)
_CAPTION = re.compile(r"\(\s*(?:được )?(?:ban hành )?kèm theo\s*$")

# A mention in the subject of the one before it: "Kết luận số 224-KL/TW … về tiếp tục thực hiện | Nghị quyết số …".
_SUBJECT = re.compile(
    r"\s*,?\s*(?:\(?v/v|về|quy định|hướng dẫn|sửa đổi|phê duyệt|ban hành|kết luận|thực hiện|triển khai|thay thế|bãi bỏ"
    r"|được|đã|đã được|tiếp tục)(?!\w)"
)
_JOINED = re.compile(r"(?:,|;|\bvà|\bcùng)\s*$")
# Words by which a mention hangs on the subject it stands in.
_HANGS = re.compile(
    rf"(?:{_CARRY}(?: hiệu quả| nội dung| các nội dung)*|quán triệt|tuyên truyền|phổ biến|học tập"
    rf"|(?:thay thế|bãi bỏ|sửa đổi|bổ sung){_PARTS_CHANGED}|chi tiết{_PARTS_CHANGED}|của|tại|theo|kèm theo)\s*$"
)


# The words that tell a role stand right before the mention.
_LEAD = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """``role`` of one mention: of the document, or of the mention of index ``of``, to it; turned when ``turned``.

    ``within`` is the mention in whose subject it stands; ``sent`` when the document is sent along ("gửi kèm").
    """

    role: Role
    of: int | None = None
    turned: bool = False
    within: int | None = None
    sent: bool = False


class RoleReader:
    """Reads the roles of the mentions of one document, in order; ``references`` are those by number, in order."""

    def __init__(self, document: Document, text: str, references: Sequence[Reference]) -> None:
        self._document = document
        self._text = text
        self._references = references
        self._titles = title_spans(document)
        self._opening = opening_end(document)
        self._bounds = Bounds(text, document.span)
        self._done: list[Relation] = []
        self._follow: dict[int, str] = {}

    def relations(self) -> tuple[Relation, ...]:
        """One relation for each mention."""
        for i, reference in enumerate(self._references):
            self._done.append(self._relation(i, reference.span))
        return tuple(self._done)

    def _relation(self, i: int, span: Span) -> Relation:
        start = self._bounds.paragraph(span.start)
        lead = plain(self._text[max(start, span.start - _LEAD) : span.start])
        within = self._within(i, start)
        change = self._change(i, start, lead, within)
        if change:
            return change
        if within is not None:
            carried = _CARRY_BEFORE.search(lead) and not _LOOKS_BACK.search(lead[-80:])
            return Relation(role=Role.CARRIES_OUT if carried else Role.CITES, of=within, within=within)
        if _CAPTION.search(lead):
            early = span.start < self._opening or inside(self._titles, span.start)
            return Relation(role=Role.ENCLOSES, turned=True) if early else Relation(role=Role.CITES)
        sent = bool(_SENT_ALONG.search(lead) or _SENT_BEHIND.search(self._behind(i)))
        return Relation(role=self._said(start, lead, span.start), sent=sent)

    def _said(self, start: int, lead: str, position: int) -> Role:
        """The role that a mention of its own has, by where it stands."""
        if inside(self._titles, position):
            carried = _CARRY_BEFORE.search(lead) and not _LOOKS_BACK.search(lead[-80:])
            return Role.CARRIES_OUT if carried else Role.CITES
        return self._opening_role(start, position) if position < self._opening else Role.CITES

    # --- Within the subject of another ---

    def _within(self, i: int, start: int) -> int | None:
        """Index of the mention in whose subject this one stands; None when it stands for itself."""
        gap = self._gap(i, start)
        if gap is None:
            return None
        if _JOINED.search(gap):
            # "thực hiện Nghị quyết A và Kết luận B" in one subject: both stand in it.
            return self._done[i - 1].within if len(gap) <= len("và các ") else None
        return i - 1 if _hangs(gap) else None

    def _gap(self, i: int, start: int) -> str | None:
        """The words since the mention before, when both stand in one sentence; None otherwise."""
        if i == 0 or self._references[i - 1].span.end <= start:
            return None
        before, here = self._references[i - 1].span, self._references[i].span
        raw = self._text[before.end : here.start]
        if ";" in raw or _MAIN_CLAUSE.search(raw) or self._bounds.sentence(before.end, here.start) > before.end:
            return None
        return plain(raw)

    def _behind(self, i: int) -> str:
        """What follows a mention and the mentions in its subject, up to the next one or a stop."""
        if i not in self._follow:
            self._follow[i] = self._read_behind(i)
        return self._follow[i]

    def _read_behind(self, i: int) -> str:
        position = self._references[i].span.end
        following = i + 1
        while following < len(self._references) and self._hangs_on(following):
            position = self._references[following].span.end
            following += 1
        limit = min(position + 400, self._document.span.end)
        numbered = (r.span.start for r in self._references[following : following + 3] if r.symbol)
        limit = min(limit, next(numbered, limit))
        return re.split(r";|\.\s|\n\s*\n", plain_lines(self._text[position:limit]), maxsplit=1)[0]

    def _hangs_on(self, i: int) -> bool:
        start = self._bounds.paragraph(self._references[i].span.start)
        gap = self._gap(i, start)
        return gap is not None and not _JOINED.search(gap) and _hangs(gap)

    # --- Changes ---

    def _change(self, i: int, start: int, lead: str, within: int | None) -> Relation | None:
        span = self._references[i].span
        if found := _CHANGE.search(lead):
            role = next(role for role, _ in _CHANGES if found[role.name])
            if _NOT.search(lead[: found.start()]):
                return None
            before = self._just_before(i, start, len(plain(found.group())))
            if found["passive"] and found["by"]:
                changed = i - 1 if self._gap(i, start) is not None else None
                return Relation(role=role, of=changed, turned=True, within=changed) if changed is not None else None
            if found["passive"]:
                return None
            if before is not None:
                return Relation(role=role, of=before, within=before)
            if self._speaks_for_itself(start, span.start, found):
                return Relation(role=role)
            return None
        if i and self._goes_on(i):
            last = self._done[i - 1]
            if last.role in {Role.REPLACES, Role.ABOLISHES, Role.AMENDS} and not last.turned:
                return Relation(role=last.role, of=last.of, within=last.within)
        behind = _BEHIND.search(self._behind(i)[:200]) if within is None else None
        if behind and _THIS.search(fold(self._behind(i))):
            return Relation(role=Role.REPLACES if "thay thế" in behind.group() else Role.ABOLISHES)
        return None

    def _just_before(self, i: int, start: int, length: int) -> int | None:
        """The mention that is the subject of the change: "Nghị định số A (đã) thay thế | Nghị định số B"."""
        if i == 0 or self._references[i - 1].span.end <= start:
            return None
        gap = plain(self._text[self._references[i - 1].span.end : self._references[i].span.start])
        between = gap[: max(0, len(gap) - length)]
        return i - 1 if re.fullmatch(r"[ ,(]*(?:đã|sẽ|có hiệu lực và|về việc|về)?\s*", between) else None

    def _speaks_for_itself(self, start: int, position: int, found: re.Match[str]) -> bool:
        if inside(self._titles, position):
            return True
        sentence = plain(self._text[self._bounds.sentence(start, position) : position])
        before = sentence[: max(0, len(sentence) - len(found.group().rstrip()))]
        folded = fold(before)
        return bool(
            _THIS.search(folded) or "co hieu luc" in folded or _NOTHING_BEFORE.fullmatch(before.split("\n")[-1])
        )

    def _goes_on(self, i: int) -> bool:
        gap = plain(self._text[self._references[i - 1].span.end : self._references[i].span.start])
        return len(gap) < 200 and bool(re.search(r"(?:,|;|\bvà|^)\s*$", gap)) and "." not in gap

    # --- The opening ---

    def _opening_role(self, start: int, position: int) -> Role:
        """The role that the sentence gives before its main clause: "Thực hiện A; B", "Căn cứ C"."""
        raw = self._text[self._bounds.sentence(start, position) : position]
        if _MAIN_CLAUSE.search(raw):
            return Role.CITES
        if _ON_REQUEST.search(plain(raw[-_LEAD:])):
            return Role.BASED_ON
        for segment in map(plain, reversed(raw.split(";"))):
            if _OPENS_GROUND.match(segment):
                return Role.BASED_ON
            if _OPENS_CARRYING.match(segment):
                return Role.CARRIES_OUT
        return self._as_above(start)

    def _as_above(self, start: int) -> Role:
        """A ground on a line of its own goes on with the line above: "Căn cứ A;" over "Nghị định B;"."""
        above = self._text[max(self._document.span.start, start - 600) : start].rstrip()
        if not above.endswith((";", ",")):
            return Role.CITES
        line = plain(above.rsplit("\n", 1)[-1])
        return Role.BASED_ON if _OPENS_GROUND.match(line) else Role.CITES


def _hangs(gap: str) -> bool:
    """Whether the words between two mentions begin the subject of the first and lead to the second."""
    return bool(_SUBJECT.match(gap) and _HANGS.search(gap))


def plain_lines(text: str) -> str:
    """As `plain`, with breaks between paragraphs kept."""
    return "\n\n".join(plain(part) for part in re.split(r"\n\s*\n", text))
