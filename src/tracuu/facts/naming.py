"""What each figure of a sentence measures: by the words around it, or by the figure before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracuu.facts.figures import Figure, Lead, find_figures, read_lead
from tracuu.facts.goals import ACHIEVES
from tracuu.facts.periods import Period
from tracuu.facts.phrases import LONGEST, Subject, acting, openings_passed, pieces, without_lift
from tracuu.types import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with its predicate and where its own part of the clause begins and ends.

    ``subject`` is where what stands before it and is measured begins, None in doubt; ``behind`` is
    what is measured behind it, empty when nothing is.
    """

    figure: Figure
    lead: Lead
    clause: Span
    zone: Span
    subject: Subject | None
    behind: Span
    period: Period | None = None
    unclear: bool = False
    listed: bool = False
    indicator: tuple[Span, ...] = ()
    own: bool = True
    gaps: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    whole: tuple[Span, ...] = ()

    @property
    def behind_named(self) -> bool:
        """Whether words behind the figure, other than its unit, say what is measured."""
        end = self.figure.unit.end if self.figure.unit and self.figure.counted else self.behind.start
        return self.behind.end > max(self.behind.start, end)


_LIST_WORDS = frozenset({"gồm", "gồm có", "bao gồm", "trong đó"})
_LINKING = re.compile(r"(?:của|tại|trong|theo|thuộc|ở|giữa|trên\s+địa\s+bàn|mỗi|các|những)\s*$", re.IGNORECASE)


def with_indicators(drafts: Sequence[Draft], copy: str) -> list[Draft]:
    """The drafts with what they measure; a bare figure takes it from the one before it of the same unit."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found and found[-1].clause == draft.clause else None
        listed = bool(_LIST_WORDS & set(draft.lead.words)) or (
            before is not None and before.listed and not draft.lead.says and is_empty(draft.subject)
        )
        draft = replace(draft, listed=listed, whole=_whole(draft, before, copy))
        named = _subject(draft, copy)
        draft = replace(draft, named=named or ())
        if named is not None:
            shared = _shared_verb(draft, before, copy)
            draft = replace(draft, named=shared or named)
            draft = replace(draft, indicator=clipped(_indicator(draft, found, copy), copy))
        if not draft.indicator:
            draft = _inherited(draft, found, copy)
        found.append(draft)
    return found


def _whole(draft: Draft, before: Draft | None, copy: str) -> tuple[Span, ...]:
    """What a figure is a part of: "Tổng kinh phí 86 tỷ đồng, trong đó ngân sách tỉnh 60 tỷ đồng, …"."""
    if before is None or before.figure.unit_name != draft.figure.unit_name:
        return ()
    if _WITHIN.search(copy, before.figure.end, draft.figure.value.start):
        return before.whole or before.indicator
    return before.whole


_WITHIN = re.compile(r"(?<!\w)trong\s+đó(?!\w)")
# A place or part alone measures nothing: "huyện Lục Yên đạt 25%".
_PARTS = (
    r"(?:khu\s+vực|vùng(?=\s+(?:cao|sâu|xa|thấp|núi|biên|ven|hải|đồng|trung|nông|đô|khó|dân|bãi|đặc|(?-i:[A-ZĐ]))|\s*$)"
    r"|miền|tỉnh|thành\s+phố|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn|các\s+(?:xã|huyện|phường"
    r"|thôn|đô\s+thị)"
    r"|đô\s+thị|nông\s+thôn|thành\s+thị|nam|nữ)(?!\w)"
)
_PART = re.compile(rf"(?:(?:ở|tại|trong|với)\s+)?{_PARTS}", re.IGNORECASE)
# "xã khó khăn được ngân sách trung ương hỗ trợ": something is said of the part.
_UNDERGOES = re.compile(r"\shỗ\s+trợ(?!\w)")
_OF_PART = re.compile(rf"\s+(?:(?:ở|tại)\s+{_PARTS}|khu\s+vực(?!\w))", re.IGNORECASE)


def _shared_verb(draft: Draft, before: Draft | None, copy: str) -> tuple[Span, ...]:
    """The verb that a list of amounts has in common: "Xây mới 15 trường học, 30 trạm y tế"."""
    if before is None or draft.named or draft.listed or draft.whole or before.behind.end <= before.behind.start:
        return ()
    follows = draft.behind.end > draft.behind.start and not _is_headed(before) and not draft.lead.says
    return before.named if follows and before.named and ACHIEVES.match(copy, before.named[0].start) else ()


def is_empty(subject: Subject | None) -> bool:
    """Whether surely nothing before a figure names what it measures."""
    return subject is not None and subject.start >= subject.end


def _indicator(draft: Draft, earlier: Sequence[Draft], copy: str) -> tuple[Span, ...]:
    """The pieces that name what is measured; none when nothing does by itself."""
    figure, subject = draft.figure, draft.named
    behind = pieces(draft.behind, (), copy)
    bare = figure.counted and figure.unit is not None and draft.behind.end <= _own_noun(figure).end
    if bare and (_is_headed(draft) if subject else not draft.listed):
        behind = ()
    if subject and not behind and _BY_MORE.fullmatch(copy, subject[0].start, subject[-1].end):
        last = next((d for d in reversed(earlier) if d.figure.unit_name == figure.unit_name and d.indicator), None)
        return (*last.indicator, *subject) if last else ()
    if behind and not subject:
        again = _told_again(draft, behind, earlier, copy)
        if again or _PLACED.match(copy, behind[0].start):
            return again
    headed = _is_headed(draft) or bool(subject and ACHIEVES.match(copy, subject[0].start))
    alone = subject and not headed and _PART.match(copy, *subject[0]) and not _UNDERGOES.search(copy, *subject[0])
    if alone:
        last = next((d for d in reversed(earlier) if d.figure.unit_name == figure.unit_name and d.indicator), None)
        whole = draft.whole or (_base(last, copy) if last else ())
        subject = (*whole, *subject) if whole else ()
        behind = behind if subject else ()
    elif draft.whole and not headed and not figure.counted and (subject or behind):
        subject = (*draft.whole, *subject)
    elif behind and not subject and _OF_BEFORE.match(copy, behind[0].start):
        behind = ()
    elif subject and not behind and not headed and not draft.lead.says and _is_cut_short(draft, subject, earlier, copy):
        return ()
    named = (*subject, *behind)
    if not subject and behind and _EACH.fullmatch(copy[behind[0].start : behind[-1].end]):
        return ()  # "không quá 2 ha một hộ": of what, nothing near says
    if not subject and figure.unit_name == "%" and not _says_something(copy[slice(*named[0])] if named else ""):
        return ()
    if len(named) == 1 and subject and ACHIEVES.fullmatch(copy, *named[0]):
        # "giải ngân 40%" says what is measured; "hoàn thành 40%" does not say of what.
        return named if figure.unit_name == "%" and _SPENDING.fullmatch(copy, *named[0]) else ()
    return named if sum(s.end - s.start for s in named) <= LONGEST else ()


# "1.450 ha ở ven biển Tây": where, and not what.
_PLACED = re.compile(r"(?:ở|tại|trong|thuộc)\s")


def _told_again(draft: Draft, behind: Sequence[Span], earlier: Sequence[Draft], copy: str) -> tuple[Span, ...]:
    """What a figure measures that has only a place behind it, or the thing that the indicator before is the number of.

    "… đạt 320 ha ở ven biển Đông, 540 ha ở ven biển Tây", "Giảm số lối đi tự mở còn 30 lối đi năm 2026, 12 lối đi năm
    2028". () when it is told otherwise.
    """
    last = next((d for d in reversed(earlier) if d.figure.unit_name == draft.figure.unit_name and d.indicator), None)
    if last is None:
        return ()
    *base, end = last.indicator
    if _PLACED.match(copy, behind[0].start) and base and _PLACED.match(copy, end.start):
        return (*base, *behind)
    words = copy[behind[0].start : behind[-1].end]
    again = re.match(
        rf"(?:tổng\s+)?số\s+(?:lượng\s+)?{re.escape(words)}\s", copy[slice(*last.indicator[0])], re.IGNORECASE
    )
    before = [piece for piece in last.indicator if piece.start < last.figure.value.start]
    return (*before, *behind) if again and not _same_time(last.period, draft.period) else ()


# "năm 2027 tăng thêm 50 nghìn tấn": of what, the figure before it says.
_BY_MORE = re.compile(r"(?:tăng|giảm|nâng|hạ|bổ\s+sung|mở\s+rộng|có|làm)\s+thêm(?:\s+được)?", re.IGNORECASE)
_EACH = re.compile(r"(?:[^\W\d_]+\s+)?(?:một|mỗi)(?:\s+[^\W\d_]+){1,2}")
_SPENDING = re.compile(r"giải\s+ngân", re.IGNORECASE)


def _is_cut_short(draft: Draft, subject: Sequence[Span], earlier: Sequence[Draft], copy: str) -> bool:
    """Whether only the end of an indicator is said: "Tốc độ tăng ngành nông nghiệp 5%, công nghiệp 12%"."""
    follows = any(d.clause == draft.clause and _is_headed(d) for d in earlier)
    return follows and len(copy[subject[0].start : subject[-1].end].split()) < _BARE_WORDS


def _says_something(words: str) -> bool:
    """Whether "100% …" goes on to say what all of them have or do; "100% trường học;" does not."""
    return len(words.split()) > _BARE_WORDS or bool(re.search(r"(?<!\w)(?:được|có|đạt|đủ)(?!\w)", words))


# "trạm y tế", "nhà văn hóa": the longest names of things of which nothing is said.
_BARE_WORDS = 3


def _base(draft: Draft, copy: str) -> tuple[Span, ...]:
    """The indicator of a figure without the part or place for which it is counted ("… ở thành thị")."""
    if draft.named and draft.named[0] in draft.indicator[1:]:
        return draft.indicator[: draft.indicator.index(draft.named[0])]
    *first, last = draft.indicator
    found = [m for m in _OF_PART.finditer(copy, *last) if len(copy[m.end() : last.end].split()) <= _PART_WORDS]
    if not found:
        return draft.indicator
    cut = Span(last.start, found[0].start())
    return (*first, cut) if cut.start < cut.end else tuple(first)


_PART_WORDS = 5
_OF_BEFORE = re.compile(r"(?:được|có|đạt|bị|đã|phải|là|thuộc|do)(?!\w)")


def _is_headed(draft: Draft) -> bool:
    return draft.subject is not None and draft.subject.headed


def _own_noun(figure: Figure) -> Span:
    assert figure.unit is not None
    return figure.unit


def _subject(draft: Draft, copy: str) -> tuple[Span, ...] | None:
    """The pieces before the figure; empty when there are none, None when they are in doubt."""
    if draft.subject is None:
        return None
    start, end, gaps = draft.subject.start, draft.subject.end, draft.gaps
    if start >= end:
        return _before_comma(draft, copy) if draft.subject.other and not draft.behind_named else ()
    verb = start if draft.subject.headed and ":" not in copy[start:end] else acting(copy, start, end)
    if verb is None:
        return None
    start = without_lift(copy, openings_passed(copy, verb, end, gaps), end, " ".join(draft.lead.words))
    if start >= end:
        return ()
    if draft.figure.counted and _LINKING.search(copy[start:end]):
        return None
    return pieces(Span(start, end), [g for g in gaps if g.start >= start and g.end <= end], copy)


def _before_comma(draft: Draft, copy: str) -> tuple[Span, ...]:
    """What is measured when only "phấn đấu đạt" stands between the comma and the figure."""
    gaps = draft.gaps
    start = openings_passed(copy, draft.zone.start, draft.lead.start, gaps)
    end = draft.lead.start
    colon = copy.find(":", start, end)
    if colon > 0 and openings_passed(copy, colon, end, gaps) >= end:
        end = colon  # "Mốc giải ngân: đến hết quý II đạt 45%"
    words = copy[start:end].rstrip(" ,")
    alone = draft.zone.start == draft.clause.start and "," not in words and ":" not in words
    says = draft.lead.says or end < draft.lead.start  # "Chế biến sâu: năm 2026: 22%"
    if not alone or acting(copy, start, end) != start or not says:
        return ()
    return pieces(Span(start, end), [g for g in gaps if g.start >= start and g.end <= end], copy)


def _inherited(draft: Draft, before: Sequence[Draft], copy: str) -> Draft:
    """The draft with the indicator of the figure before it of the same unit and another time."""
    if draft.subject is None or draft.listed:
        return draft
    said = draft.subject != Subject(draft.subject.end, draft.subject.end)
    for other in reversed(before):
        if said and not _says_again(other, draft, copy):
            return draft
        if _counts_the_same(other, draft, copy) and other.indicator and not other.listed:
            of_another = draft.behind_named and copy[slice(*other.behind)] != copy[slice(*draft.behind)]
            if of_another or _same_time(other.period, draft.period):
                return draft
            return replace(draft, indicator=other.indicator, own=False)
    return draft


def _says_again(other: Draft, draft: Draft, copy: str) -> bool:
    """Whether a figure has only the verb with which the indicator before begins: "đón 7 triệu lượt khách, … đón 18"."""
    if len(draft.named) != 1 or not other.named or not ACHIEVES.fullmatch(copy, *draft.named[0]):
        return False
    return copy[slice(*draft.named[0])].lower() == copy[slice(*other.named[0])].lower()


def _counts_the_same(other: Draft, draft: Draft, copy: str) -> bool:
    """Whether two figures have one unit; the first may leave out what its indicator names, or tell it year by year.

    "Số giường bệnh: năm 2027 đạt 34, năm 2030 đạt 36 giường", "tăng 10,5%/năm, riêng năm 2026 tăng 9%".
    """
    unit, years = draft.figure.unit_name, draft.period.years if draft.period else None
    if unit and years and years[0] == years[1] and other.figure.unit_name == f"{unit}/năm":
        return True
    if other.figure.unit_name or not unit or not draft.figure.counted:
        return other.figure.unit_name == unit
    named = copy[slice(*other.indicator[0])] if other.indicator else ""
    return bool(re.match(rf"(?:tổng\s+)?số\s+{re.escape(unit)}(?!\w)", named, re.IGNORECASE))


def _same_time(one: Period | None, other: Period | None) -> bool:
    return one is other if one is None or other is None else one.is_time_of(other)


# What a predicate leaves behind, and a joining word with nothing behind it.
_LEFT = re.compile(r"(?:[\s,]+(?:phấn\s+đấu|phải(?:\s+đạt)?|cần(?:\s+đạt)?|chậm\s+nhất|ít\s+nhất|tối\s+thiểu))+$")
_LINK = re.compile(r"\s+(?:cho|của|với|tại|về|trên|trong|ở)$")


def clipped(indicator: Sequence[Span], copy: str) -> tuple[Span, ...]:
    """The pieces of an indicator without the words that only lead to the figure."""
    found: list[Span] = []
    for i, piece in enumerate(indicator):
        last = i + 1 == len(indicator)
        for pattern in (_LEFT, _LINK) if last else (_LEFT,):
            match = pattern.search(copy[slice(*piece)])
            piece = Span(piece.start, piece.start + match.start()) if match else piece
        found.append(piece)
    return tuple(s for s in found if s.start < s.end)


_PART_OF = re.compile(r"\(\s*trong\s+đó,?\s+(?:(?:có|khoảng|trên|ít\s+nhất|tối\s+thiểu)\s+)*")
_IS = re.compile(r"\s*(?:là\s+)?(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,7})\s*\)$")


def inside_brackets(drafts: Sequence[Draft], brackets: Sequence[Span], copy: str) -> list[Draft]:
    """A share of an amount told in brackets behind it: "2.500 cán bộ (trong đó 35% là nữ)".

    A share of a share is left out: it may be of the whole as well.
    """
    found: list[Draft] = []
    for bracket in brackets:
        figures = list(find_figures(copy, *bracket))
        before = [d for d in drafts if d.figure.end <= bracket.start and d.clause.end >= bracket.end]
        if len(figures) != 1 or figures[0].unit_name != "%" or not before or not before[-1].indicator:
            continue
        figure, whole = figures[0], before[-1]
        if whole.figure.unit_name == "%":
            continue
        lead = read_lead(copy, bracket.start, figure)
        says = _IS.match(copy, figure.end, bracket.end)
        if says and _PART_OF.fullmatch(copy, bracket.start, figure.value.start):
            indicator = (*whole.indicator, Span(*says.span("words")))
            found.append(replace(whole, figure=figure, lead=lead, indicator=indicator))
    return found
