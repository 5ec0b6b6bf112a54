"""Figures set in a sentence: which indicator, which year, which place each of them has."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from tracuu.facts.bare_numbers import is_so_many
from tracuu.facts.changes import bare_starting_points, starting_point
from tracuu.facts.figures import CLASSIFIERS, Figure, find_figures, read_lead
from tracuu.facts.goals import Setting, is_achieved, is_case, is_limit, is_past, is_penal, sets_goal
from tracuu.facts.naming import Draft, inside_brackets, is_empty, with_indicators
from tracuu.facts.periods import Period, durations, find_periods
from tracuu.facts.phrases import (
    find_subject,
    object_span,
)
from tracuu.text import UPPER, squeeze, trim
from tracuu.types import Comparison, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known before a sentence is read.

    ``period`` is that of the headings above; ``stated`` are times that earlier sentences of the
    paragraph opened with; ``cited`` are spans of mentions of documents. ``merged`` are the places of the columns of
    a table in which cells are merged over rows, as titles of groups are; ``alike`` the names, folded, that several
    rows of it have.
    """

    copy: str
    setting: Setting
    cited: tuple[Span, ...] = ()
    issued_on: date | None = None
    report: bool = False
    period: Period | None = None
    stated: tuple[Period, ...] = ()
    merged: frozenset[int] = frozenset()
    alike: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure with all that is said of it; ``indicator`` is never empty."""

    figure: Figure
    indicator: tuple[Span, ...]
    comparison: Comparison
    period: Period | None
    place: str | None
    span: Span


# Longer sentences and fuller clauses are tables that lost their lines: nothing tells what belongs together. The
# longest sentence of the shipped documents has 633 characters, the fullest clause 10 figures.
LONGEST_SENTENCE = 4_000
_MOST_FIGURES = 40


def read_sentence(clauses: Sequence[Span], scene: Scene) -> Iterator[Statement]:
    """The figures that a sentence sets, in order; what is doubtful is left out."""
    whole = Span(clauses[0].start, clauses[-1].end)
    if whole.end - whole.start > LONGEST_SENTENCE or is_penal(scene.copy[slice(*whole)]):
        return
    periods = _periods(whole, scene)
    drafts: list[Draft] = []
    for clause in clauses:
        drafts += _drafts(clause, periods, scene)
    drafts = _with_periods(drafts, periods, whole, scene)
    drafts = with_indicators(drafts, scene.copy)
    brackets = [b for clause in clauses for b in _brackets(scene.copy, clause)]
    for draft in sorted([*drafts, *inside_brackets(drafts, brackets, scene.copy)], key=lambda d: d.figure.value):
        if draft.indicator and not draft.unclear and _is_named(draft, scene.copy) and _is_set(draft, whole, scene):
            yield _statement(draft, scene)


# A date names nothing. Match: "ngày 12/9/2025)", "tháng 7 năm 2026". Near miss: "ngày công lao động".
_DATE = re.compile(r"(?:ngày|tháng|quý|năm)\s+[\dIVX](?:[\dIVX/.\s-]|ngày|tháng|quý|năm)*\W*", re.IGNORECASE)


def _is_named(draft: Draft, copy: str) -> bool:
    """Whether the indicator is words, and none of them the rest of a bracket that opens before it."""
    words = " ".join(copy[slice(*s)] for s in draft.indicator)
    return words.count(")") <= words.count("(") and not _DATE.fullmatch(words)


def opening_periods(clauses: Sequence[Span], scene: Scene) -> tuple[Period, ...]:
    """The times that a sentence states by itself."""
    whole = Span(clauses[0].start, clauses[-1].end)
    return tuple(_periods(whole, scene)) if whole.end - whole.start <= LONGEST_SENTENCE else ()


def _periods(whole: Span, scene: Scene) -> list[Period]:
    """The times of a sentence, without those told in passing in brackets and those from which a change begins."""
    copy = scene.copy
    passing = [b for b in _brackets(copy, whole) if any(c.isdigit() for c in _without_times(copy, b))]
    passing += [s for f in find_figures(copy, *whole) if (s := starting_point(copy, f, whole.end))]
    found = find_periods(copy, *whole, scene.cited)
    return [p for p in found if not any(s.start <= p.span.start < s.end for s in passing)]


def _without_times(copy: str, span: Span) -> str:
    times = find_periods(copy, *span)
    return "".join(copy[i] for i in range(*span) if not any(t.span.start <= i < t.span.end for t in times))


# --- Parts of a clause -------------------------------------------------------------------------


def _drafts(clause: Span, periods: Sequence[Period], scene: Scene) -> list[Draft]:
    copy = scene.copy
    figures, gaps = _figures(clause, [p.span for p in periods if clause.start <= p.span.start < clause.end], scene)
    if len(figures) > _MOST_FIGURES or _RESPECTIVELY.search(copy, *clause):
        return []
    found: list[Draft] = []
    for number, figure in enumerate(figures):
        bound = _bound(figures[number - 1], figure, copy) if number else clause.start
        if bound is None:
            continue
        lead = read_lead(copy, bound, figure)
        subject = find_subject(copy, bound, max(bound, lead.start), gaps, first=not number)
        following = figures[number + 1] if number + 1 < len(figures) else None
        end = clause.end
        if following:
            end = _bound(figure, following, copy) or following.value.start
        behind = _behind(figure, end, gaps, copy, alone=is_empty(subject))
        found.append(Draft(figure, lead, clause, Span(bound, end), subject, behind, gaps=tuple(gaps)))
    return [_shortened(d, found[i + 1], copy) if i + 1 < len(found) else d for i, d in enumerate(found)]


_RESPECTIVELY = re.compile(r"(?<!\w)(?:lần\s+lượt|theo\s+thứ\s+tự)(?!\w)", re.IGNORECASE)


def _figures(clause: Span, periods: Sequence[Span], scene: Scene) -> tuple[list[Figure], list[Span]]:
    """The figures of a clause that may be set, and the gaps in it: times, and from where a change begins."""
    copy = scene.copy
    taken = [*scene.cited, *periods, *_brackets(copy, clause)]
    figures: list[Figure] = []
    gaps = [*periods, *durations(copy, *clause), *bare_starting_points(copy, clause)]
    torn = False
    for figure in find_figures(copy, *clause):
        if any(s.start <= figure.value.start < s.end for s in taken):
            continue
        start = starting_point(copy, figure, clause.end)
        if start:
            gaps.append(trim(copy, *start))
        elif torn or _UP_TO.match(copy, figure.end, clause.end):
            torn = not torn
        elif not _is_measured_by(figure, clause, copy):
            figures.append(figure)
    return figures, sorted(gaps)


def _is_measured_by(figure: Figure, clause: Span, copy: str) -> bool:
    """Whether a figure belongs to the name of what is measured: "trẻ em dưới 5 tuổi", "giá trị trên 1 ha"."""
    before = copy[clause.start : figure.value.start]
    if figure.unit_name == "tuổi":
        return not _LIFE.search(before)
    if is_so_many(copy, clause.start, figure.value.start, clause.end) or (figure.way and _OF_SIZE.search(before)):
        return True
    return bool(_PER_ONE.search(before)) and (figure.high == 1 or figure.unit_name.startswith("vạn"))


# "từ 5 triệu đồng một hộ đến 10 triệu": a range that was not understood.
_UP_TO = re.compile(r"\s*(?:đến|tới)\s+(?!(?:19|20)\d\d(?![\d.,]))\d+(?:[.,]\d+)*(?![\d/])")
# "100% tàu cá từ 15 m trở lên": of which size the things are.
_OF_SIZE = re.compile(r"\d\s?%\s+(?:[^\W\d_]+\s+){1,10}từ\s+$", re.IGNORECASE)
_PER_ONE = re.compile(r"(?<!\w)(?:trên|mỗi|tính\s+trên)\s+$", re.IGNORECASE)
_LIFE = re.compile(r"tuổi\s+thọ", re.IGNORECASE)


def _brackets(copy: str, clause: Span) -> list[Span]:
    """Closed brackets inside a clause: what stands in them is said in passing."""
    return [
        Span(m.start() + clause.start, m.end() + clause.start)
        for m in re.finditer(r"\([^()]{0,400}\)", copy[slice(*clause)])
    ]


_CUT = re.compile(r"[,:]\s|\s(?:và|hoặc|cùng|với(?=\s+tổng))\s")


def _bound(before: Figure, figure: Figure, copy: str) -> int | None:
    """Where the words of ``figure`` may begin: behind the first comma after the figure before it; None without one."""
    cut = _CUT.search(copy, before.end, figure.value.start)
    return cut.start() + (1 if copy[cut.start()] in ",:" else 0) if cut else None


def _behind(figure: Figure, end: int, gaps: Sequence[Span], copy: str, *, alone: bool) -> Span:
    """What is measured behind a figure up to ``end``; a list of several only when it is all that names it."""
    words = figure.unit_name.split()
    classified = bool(words) and bool({words[-1], figure.unit_name} & CLASSIFIERS)
    counts = figure.counted and "/" not in figure.unit_name and not classified
    start = _noun_start(figure, copy) if counts else figure.end
    return object_span(copy, start, end, gaps, listed=figure.counted or not alone)


def _shortened(draft: Draft, following: Draft, copy: str) -> Draft:
    """The draft whose zone ends where that which the next figure measures begins."""
    subject = following.subject
    limit = subject.start if subject and subject.start < subject.end else following.figure.value.start
    cuts = [m.start() for m in _CUT.finditer(copy, draft.figure.end, limit)]
    end = max([draft.zone.end, *(c for c in cuts if c < limit)])
    behind = _behind(draft.figure, end, draft.gaps, copy, alone=is_empty(draft.subject))
    return replace(draft, zone=Span(draft.zone.start, end), behind=behind)


def _noun_start(figure: Figure, copy: str) -> int:
    """Where the counted thing begins: it is named by its unit as well, a scale before it is not."""
    if figure.unit is None:
        return figure.end
    words = copy[slice(*figure.unit)]
    scale = re.match(r"(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+)+", words)
    return figure.unit.start + (scale.end() if scale else 0)


# --- Years -------------------------------------------------------------------------------------


def _with_periods(drafts: list[Draft], periods: list[Period], whole: Span, scene: Scene) -> list[Draft]:
    """The drafts with their times: that of their own part, else the last that opened one before, else from above."""
    behind = [_period_behind(d, periods, scene.copy) for d in drafts]
    claimed = {p.span for p in behind if p}
    found: list[Draft] = []
    for draft, after in zip(drafts, behind, strict=True):
        earlier = [
            p for p in periods if p.span.end <= draft.figure.value.start and p.span not in claimed and not p.named
        ]
        own = [p for p in earlier if p.span.start >= draft.zone.start]
        if not after and earlier and not own and _several_years(earlier, draft.clause):
            found.append(replace(draft, period=None))
        elif after and own and own[-1].years != after.years:
            found.append(replace(draft, unclear=True))
        elif after or earlier:
            found.append(replace(draft, period=after or earlier[-1]))
        else:
            found.append(replace(draft, period=_from_above(draft, periods, claimed, scene)))
    return [_dated(d, periods, drafts[0], scene) for d in found]


def _several_years(earlier: Sequence[Period], clause: Span) -> bool:
    """Whether the clauses before tell of several years, so that none of them opens this one."""
    return earlier[-1].span.end <= clause.start and len({p.years for p in earlier if p.years}) > 1


def _dated(draft: Draft, periods: Sequence[Period], first: Draft, scene: Scene) -> Draft:
    """The draft whose quarter has the year that opens the sentence or stands in the heading, if one does."""
    period = draft.period
    if period is None or period.years:
        return draft
    opening = [p for p in periods if p.years and not p.named and p.span.end <= first.figure.value.start]
    year = opening[0] if opening else scene.period
    if year is None or year.first != year.last:
        return draft
    return replace(draft, period=replace(period, first=year.first, last=year.last))


def _period_behind(draft: Draft, periods: Sequence[Period], copy: str) -> Period | None:
    """The time that follows a figure in its own part ("… vào năm 2025"); None when it opens the next part."""
    last = draft.zone.end >= draft.clause.end
    for period in periods:
        if not draft.figure.end <= period.span.start < draft.zone.end or period.named:
            continue
        between = copy[max(draft.figure.end, min(draft.behind.end, period.span.start)) : period.span.start]
        opens_next = not last and re.search(r",\s*$|\svà\s*$", between)
        if not opens_next and not _OF_OTHER_WORK.search(between):
            return period
    return None


# ", trình Giám đốc phê duyệt trước ngày …": the time of other work.
_OF_OTHER_WORK = re.compile(
    r",\s+(?!(?:(?:và|phấn\s+đấu|cơ\s+bản)\s+)*(?:(?:hoàn\s+thành|thực\s+hiện|xong)\s+)*(?:vào\s*"
    r"|trong\s*)?$)[^,]*$|(?<!\w)trình(?!\w)"
)


# Match: "đạt 68%; năm 2028 đạt 57%", "86 tỷ đồng, trong đó năm 2026 là 20". Near miss: "đạt 50%, năm 2030 đạt 60%".
_ANOTHER_CLAUSE = re.compile(r";|,\s+trong\s+đó(?!\w)", re.IGNORECASE)


def _from_above(draft: Draft, periods: Sequence[Period], claimed: Set[Span], scene: Scene) -> Period | None:
    """The time of the headings, unless the paragraph speaks of another one as well.

    A time that opens a later clause is that of the figures there; one that ends it may be that of all.
    """
    above = scene.period
    cut = _ANOTHER_CLAUSE.search(scene.copy, draft.figure.end, periods[-1].span.start) if periods else None
    theirs = {p.span for p in periods if cut and p.span.start >= cut.start()}
    if any(p.span in claimed for p in periods if p.span in theirs):
        theirs = set()
    others = {p.years for p in (*periods, *scene.stated) if p.years and p.span not in theirs}
    return above if above and not others - {above.years} else None


# --- What is set -------------------------------------------------------------------------------


def _is_set(draft: Draft, whole: Span, scene: Scene) -> bool:
    """Whether the figure is a goal or an amount that the directive sets."""
    copy, figure = scene.copy, draft.figure
    before, behind = copy[whole.start : figure.value.start], copy[figure.end : draft.clause.end]
    if is_case(copy[draft.clause.start : figure.value.start], behind):
        return False
    if scene.setting is Setting.RESULT or is_past(before, behind, draft.period, scene.issued_on):
        return False
    if scene.setting is Setting.GOAL:
        return True
    headed = draft.subject is not None and draft.subject.headed
    if draft.named and not headed and is_limit(draft.lead.words, sets=sets_goal(before)):
        return False
    if sets_goal(before + copy[figure.value.start : figure.end]):
        return True
    if scene.report:
        return False
    words = copy[draft.indicator[0].start : figure.value.start] if draft.own else ""
    achieves = is_achieved(words) or "hoàn thành" in draft.lead.words
    if figure.counted:
        return achieves or _is_planned(draft, whole, scene)
    return achieves or bool(draft.period) or draft.lead.comparison is not Comparison.EXACT


def _is_planned(draft: Draft, whole: Span, scene: Scene) -> bool:
    """Whether a number of things is told year by year, some of them to come: "năm 2026 là 1.150 gian, năm 2027 …"."""
    issued, period = scene.issued_on, draft.period
    if issued is None or period is None or not draft.lead.says or not _NUMBER_OF.match(scene.copy, *draft.indicator[0]):
        return False
    years = {p.first for p in _periods(whole, scene) if p.years}
    return len(years) > 1 and max(years) > issued.year <= period.first


_NUMBER_OF = re.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?=\w)", re.IGNORECASE)

_PLACE = re.compile(
    r"(?<![\w])(?P<kind>[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|xã|[Pp]hường|[Đđ]ặc khu)\s+"
    rf"(?P<name>[{UPPER}]\w*(?:[ ][{UPPER}]\w*){{0,3}})"
)
# "đặc khu Vân Đồn, Cô Tô": one word for several places.
_ANOTHER = re.compile(rf"(?:,|\s+và)\s+[{UPPER}]")
_OF_BODY = re.compile(r"(?:UBND|HĐND|MTTQ|ủy|ban nhân dân|đảng bộ|công an|hội|đoàn)\s*$", re.IGNORECASE)


def place_in(copy: str, span: Span, cited: Sequence[Span]) -> str | None:
    """The one place that ``span`` names ("tỉnh Điện Biên"); None when it names none or several."""
    found: list[re.Match[str]] = []
    for match in _PLACE.finditer(copy, *span):
        if any(s.start <= match.start() < s.end for s in cited) or _OF_BODY.search(
            copy, max(0, match.start() - 16), match.start()
        ):
            continue
        if found and re.fullmatch(r",?\s+", copy[found[-1].end() : match.start()]):
            continue  # "xã Mường Phăng, tỉnh Điện Biên": the smaller one
        found.append(match)
    if any(_ANOTHER.match(copy, m.end(), span.end) for m in found):
        return None
    names = {squeeze(m.group()) for m in found}
    return names.pop() if len(names) == 1 else None


def _statement(draft: Draft, scene: Scene) -> Statement:
    start = min(draft.clause.start, draft.indicator[0].start)
    zone = Span(draft.zone.start, max(draft.zone.end, draft.figure.end))
    return Statement(
        figure=draft.figure,
        indicator=draft.indicator,
        comparison=draft.lead.comparison,
        period=draft.period,
        place=place_in(scene.copy, zone, scene.cited),
        span=trim(scene.copy, start, draft.clause.end),
    )
