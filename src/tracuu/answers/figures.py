"""The figure that a question asks for, among the targets that a passage sets."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tracuu import vi
from tracuu.answers.amounts import asks_money, holds_numbers, is_of_another_count, named_classes
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.focus import thing_measured
from tracuu.answers.values import Value
from tracuu.facts.figures import end_with_bound
from tracuu.facts.indicators import same_indicator
from tracuu.facts.sameness import target_seasons
from tracuu.facts.seasons import Seasons, seasons_of
from tracuu.queries import office_words, without_days_of_documents
from tracuu.text import UPPER, fold, squeeze, syllables, trim
from tracuu.types import Passage, Query, Span, Target

# Share of the question's topic that an indicator with what stands above it must hold.
_ENOUGH = 0.5
# Share of the known words that name an indicator in a question which it must hold.
_NEARLY_ALL = 0.7
# Between two indicators of one passage: what lies nearer than this is a matter of taste.
_CLEARLY = 0.05
_OPENING = re.compile(r"(?:[\s,;:–-]|và\s)+")


# Words of a question that name no indicator: comparisons, times, levels, and what is hoped for.
_NO_NAMES = frozenset(
    syllables(
        "khoảng trên dưới hơn tối thiểu đa ít nhất đạt trước sau xong hoàn thành giai đoạn cuối đầu quý tháng ngày năm"
        " phường xã tỉnh huyện thành phố khu vực riêng toàn theo kế hoạch số phấn đấu bình quân mỗi còn được làm cao"
        " thấp thêm muốn lên xuống mức tăng giảm cần phải tiền hết tốn"
    )
)


class _Scored(NamedTuple):
    score: float
    target: Target


def figure_value(query: Query, passage: Passage, terms: Sequence[str], evidence: Evidence) -> Value | None:
    """The target of the indicator, time, place and unit asked for, said whole; None in doubt.

    All years of the one indicator when the question names no year.
    """
    scored = [
        _Scored(score, target)
        for target in evidence.targets_in(passage)
        if of_time(target, query, evidence) and _of_place(target, query) and _of_unit(target, query)
        if (score := _fit(target, passage, terms, query, evidence)) >= _ENOUGH
        and _is_named(target, passage, terms, query, evidence)
        and _holds_numbers(target, passage, query, evidence)
        and not is_of_another_count(query.text, evidence.words(target.source_id, (target.span,)))
        and not _is_part_of_another(target, passage, terms, query, evidence)
        and _is_of_measured(target, passage, query, evidence)
    ]
    if not scored:
        return None
    best = max(scored, key=lambda s: (s.score, -s.target.value.start))
    near = _of_class([s.target for s in scored if s.score >= best.score - _CLEARLY], query, evidence)
    best = max((s for s in scored if s.target in near), key=lambda s: (s.score, -s.target.value.start))
    wanted = [t for t in near if _same(t, best.target, evidence) or (passage.row and _is_beside(t, best.target))]
    if len(wanted) < len(near):
        return None  # two things fit as well
    if not query.years and _ALL_ASKED.search(query.text):
        wanted = _over_all(wanted) or wanted
    if query.years and any(target.years for target in wanted):
        wanted = [target for target in wanted if target.years]  # the total of all years is none of the year asked
    if not passage.row and _is_for_others(best.target, passage, terms, evidence):
        return None
    return Value(
        text=figure_text(wanted, passage, evidence), spans=figure_spans(wanted, passage, evidence), fact=best.target
    )


_ALL_ASKED = re.compile(r"\b(?:tổng|tất cả|cả thảy|cả giai đoạn)\b", re.IGNORECASE)


def _of_class(targets: Sequence[Target], query: Query, evidence: Evidence) -> Sequence[Target]:
    """Those of no class when the question names none ("21 đô thị, gồm 02 đô thị loại II, …"); all when all have one."""
    whole = [t for t in targets if not named_classes(indicator_text(t, evidence))]
    return targets if named_classes(query.text) else whole or targets


def _over_all(targets: Sequence[Target]) -> list[Target]:
    """The figure for the whole time that those of its years add up to; [] when none spans the others."""
    spans = [target.years for target in targets if target.years]
    if len(spans) < len(targets) or len(targets) < 2:
        return []
    whole = (min(first for first, _ in spans), max(last for _, last in spans))
    return [target for target in targets if target.years == whole]


def indicator_text(target: Target, evidence: Evidence) -> str:
    """What is measured, on one line."""
    text = evidence.sources[target.source_id].text
    return squeeze(" ".join(text[slice(*span)] for span in target.indicator))


def _same(one: Target, other: Target, evidence: Evidence) -> bool:
    return one.indicator == other.indicator or same_indicator(
        indicator_text(one, evidence), indicator_text(other, evidence)
    )


# A figure for some alone. Match: "…, riêng hộ nghèo thu 10.000 đồng". Near miss: "tách riêng 3 ngăn".
_APART = re.compile(r"[,;(]\s*(?:riêng|trừ|còn|đối với|với)(?: đối với)?\s+$", re.IGNORECASE)
# Share of the topic that such a figure says of itself, and the best does not, from which on it is the one meant.
_MEANS_SOME = 0.12


def _is_for_others(best: Target, passage: Passage, terms: Sequence[str], evidence: Evidence) -> bool:
    """Whether the question is of those who are excepted from the best figure, and have one of their own beside it."""
    text, own = evidence.sources[best.source_id].text, held_in(indicator_text(best, evidence))
    rest = [term for term in terms if term not in own]
    return any(
        evidence.coverage(terms, " ".join(term for term in rest if term in held_in(indicator_text(other, evidence))))
        >= _MEANS_SOME
        for other in evidence.targets_in(passage)
        if not _same(other, best, evidence) and _APART.search(text[passage.span.start : other.indicator[0].start])
    )


def _is_beside(one: Target, other: Target) -> bool:
    """Whether two amounts of a row are of one thing for two groups, each told with its own."""
    return len(one.indicator) > 1 and one.indicator[:-1] == other.indicator[:-1]


# What is said of a thing that was named before: "Tổ chức Lễ hội Ao làng. Kinh phí 740 triệu đồng".
_ATTRIBUTE = re.compile(
    r"(?:tổng )?(?:kinh phí|mức đầu tư|vốn đầu tư|vốn|dự toán|chi phí|diện tích|quy mô|công suất|chiều dài)\b",
    re.IGNORECASE,
)


def _named_text(target: Target, passage: Passage, query: Query, evidence: Evidence) -> str:
    """The indicator and its unit; of an attribute asked for also what was said since it was said of another thing."""
    indicator = indicator_text(target, evidence)
    attribute = _ATTRIBUTE.match(indicator)
    asked = fold(query.text)
    sum_asked = _SUM.match(indicator) and _SUM_ASKED.search(asked)
    if attribute is None or passage.row or not (fold(attribute.group()) in asked or sum_asked):
        return f"{indicator} {target.unit_name}"
    others = [
        other.value.end
        for other in evidence.targets_in(passage)
        if other.value.end <= target.value.start
        and fold(indicator_text(other, evidence)).startswith(fold(attribute.group()))
    ]
    start = max([passage.span.start, *others])
    before = evidence.plain(passage, (Span(start, target.value.start),))
    return f"{before} {indicator} {target.unit_name}"


_SUM_ASKED = re.compile(
    r"\b(?:tien|kinh phi|von|chi phi|(?:bao nhieu|may) (?:t[yi]|trieu|nghin)|bao nhieu dong(?! ho))\b"
)
# "hết bao nhiêu tiền", "tổng kinh phí": a sum, by whatever name the directive calls it.
SUM_WORDS = frozenset(syllables("tiền tổng cộng kinh phí vốn chi hết cần"))
# What directives call it.
SUM_NAMES = r"(?:tổng )?(?:nhu cầu )?(?:kinh phí|mức đầu tư|nguồn vốn|vốn|dự toán|chi phí)"
_SUM = re.compile(rf"{SUM_NAMES}\b", re.IGNORECASE)


def _beside_sum(target: Target, terms: Sequence[str], evidence: Evidence) -> list[str]:
    """The terms without words for a sum, where the target is one, or is money by its unit."""
    money = is_sum(target, evidence) or _is_money(target)
    return [term for term in terms if term not in SUM_WORDS] if money else list(terms)


def is_sum(target: Target, evidence: Evidence) -> bool:
    """Whether a figure is money under a name for it ("kinh phí", "tổng mức đầu tư")."""
    return _is_money(target) and _SUM.match(indicator_text(target, evidence)) is not None


# Match: "tỷ đồng", "đồng/hộ". Near miss: "lao động".
_DONG = re.compile(r"(?<!lao )\bdong\b")


def _is_money(target: Target) -> bool:
    return _DONG.search(fold(target.unit_name)) is not None


def _fit(target: Target, passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence) -> float:
    """Share of the topic that the indicator holds, and a little for what its headings hold."""
    terms = _beside_name(target, passage, _beside_sum(target, terms, evidence), query, evidence)
    if not terms:
        return 1.0
    named = evidence.coverage(terms, _named_text(target, passage, query, evidence))
    clause = evidence.sources[target.source_id].text[slice(*target.span)]
    return 0.8 * named + 0.2 * evidence.coverage(terms, f"{clause} {passage.context}")


def _is_named(target: Target, passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence) -> bool:
    """Whether nearly all that the question says of the indicator stands in it, or in a heading above.

    "tỷ lệ đô thị hóa" is not "tỷ lệ đất giao thông trên đất xây dựng đô thị", and "xã nông thôn mới nâng cao" not
    "xã nông thôn mới". Words that the index lacks say nothing.
    """
    header = evidence.documents[target.doc_id].header
    whose = [field.value for field in (header.issuer, header.place) if field]
    places = {s for name in (*query.units, *query.provinces, *whose) for s in syllables(name)}
    terms = _beside_sum(target, terms, evidence)
    if not terms:
        return False  # the sum of the whole document is asked for
    terms = _beside_name(target, passage, terms, query, evidence)
    naming = [t for t in evidence.known(terms) if t not in _NO_NAMES and t not in places]
    above = passage.context.partition("\n")[2]
    named = f"{_named_text(target, passage, query, evidence)} {above}"
    return not naming or evidence.coverage(naming, named) >= _NEARLY_ALL


# "Nhật Bản", "Đài Loan": two words with capitals inside a question.
_NAME = re.compile(rf"(?<=\w )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+")


# An indicator of fewer syllables ("Kinh phí", "Số hộ") is said by chance.
_FEWEST_SYLLABLES = 3


def _is_wholly_asked(target: Target, query: Query, evidence: Evidence) -> bool:
    """Whether every word of an indicator, and there are enough of them, stands in the question."""
    words = syllables(office_words(re.sub(r"\([^()]*\)", " ", indicator_text(target, evidence))))
    return len(words) >= _FEWEST_SYLLABLES and set(words) <= set(syllables(office_words(query.text)))


_SORTS_OF_PLACES = frozenset(syllables("thi truong nuoc khu vuc vung dia ban tinh thanh pho huyen xa phuong sang di"))


def _beside_name(target: Target, passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence) -> list[str]:
    """The terms without words of the document's subject, for a cell that is told from the others by its name.

    "Đưa bao nhiêu lao động sang thị trường Nhật Bản", where the row is "Thị trường Nhật Bản", or "bao nhiêu học sinh
    tiểu học được hỗ trợ bữa ăn", where the column is "Học sinh tiểu học".
    """
    subject = evidence.documents[target.doc_id].header.subject
    if subject is None or not passage.row:
        return list(terms)
    if not (_has_name_of(target, query, evidence) or _is_wholly_asked(target, query, evidence)):
        return list(terms)
    about = held_in(subject.value)
    return [term for term in terms if term not in about]


def _has_name_of(target: Target, query: Query, evidence: Evidence) -> bool:
    """Whether the indicator has a name of the question that is no province or body: it tells the row."""
    known = fold(" ".join((*query.provinces, *query.units, *query.agencies)))
    names = [name for match in _NAME.finditer(query.text) if (name := fold(match.group())) not in known]
    indicator = re.sub(r"\([^()]*\)", " ", fold(indicator_text(target, evidence)))
    asked = {fold(word) for word in syllables(query.text)} | _SORTS_OF_PLACES
    alone = set(syllables(indicator)) <= asked  # "Kho muối tại Nhật Bản" measures something of its own
    return alone and bool(names) and all(re.search(rf"\b{re.escape(name)}\b", indicator) for name in names)


def _holds_numbers(target: Target, passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the numbers asked ("OCOP 5 sao") stand in the target's own clause or above it, not in the next one."""
    above = [*evidence.headings(passage), evidence.about(passage.doc_id)]
    columns = [part for cell in passage.row.cells for part in cell.column] if passage.row else []
    clause = evidence.words(passage.source_id, (*target.indicator, target.span))
    return holds_numbers(" ".join([clause, *columns, *above]), query, evidence)


def _is_of_measured(target: Target, passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether what a question asks the measure of ("bao nhiêu lít xăng") is spoken of in the clause or above it."""
    thing = thing_measured(office_words(query.text))
    clause = evidence.words(passage.source_id, (*target.indicator, target.span))
    said = " ".join([clause, *evidence.headings(passage), evidence.about(passage.doc_id)])
    return not thing or not thing.isdisjoint(fold(word) for word in held_in(said))


def _is_part_of_another(
    target: Target, passage: Passage, terms: Sequence[str], query: Query, evidence: Evidence
) -> bool:
    """Whether what stands behind in the sentence says more of the question: there the figure meant stands.

    "1,9 triệu lượt khách, trong đó 240 nghìn lượt khách quốc tế": the first is none of the international ones.
    """
    inside = next((s for s in passage.sentences if s.start <= target.value.start < s.end), None)
    end = (target.unit or target.value).end
    if passage.row or inside is None or end >= inside.end:
        return False
    naming = [term for term in _beside_sum(target, terms, evidence) if term not in _NO_NAMES]
    behind = evidence.words(passage.source_id, (Span(end, inside.end),))
    return evidence.coverage(naming, behind) > evidence.coverage(naming, _named_text(target, passage, query, evidence))


def with_target(value: Value, passage: Passage, query: Query, evidence: Evidence) -> Value:
    """A sentence that answers with a figure, together with that figure when it gives just one for the time asked."""
    said = [
        target
        for target in evidence.targets_in(passage)
        if any(span.start <= target.value.start and target.value.end <= span.end for span in value.spans)
        and of_time(target, query, evidence)
        and (not query.years or target.years is not None)
    ]
    return replace(value, fact=said[0]) if len(said) == 1 else value


def of_time(target: Target, query: Query, evidence: Evidence) -> bool:
    """Whether a target is for the last year, and the quarter or month, asked for; one for no stated time may be.

    What is for a whole period is not for one year of it.
    """
    own, seasons = (
        target_seasons(target, evidence.sources[target.source_id]),
        seasons_of(without_days_of_documents(query.text)),
    )
    if own != Seasons() and not seasons.are_in(own):
        return False
    if query.years and seasons == Seasons() and (own.quarters or own.halves):
        return False  # a part of the year that is asked for
    if not query.years or target.years is None:
        return True
    asked = sorted(query.years)
    if len(asked) > 1 or target.years[0] == target.years[1]:
        return asked[-1] == target.years[1]
    # A year inside a period says nothing of it but "đến năm 2030" for one that ends then.
    until = re.search(rf"\b(?:den|toi|het|cuoi|truoc)\b(?: (?:nam|het|cuoi))* {asked[0]}\b", fold(query.text))
    return until is not None and asked[0] == target.years[1]


def _of_place(target: Target, query: Query) -> bool:
    if target.place is None or not (query.provinces or query.units):
        return True
    rest = target.place.split()[1:]
    if rest and not any(word[:1].isupper() for word in rest):
        return True  # "Phía tây tỉnh", "Cấp xã": a part without a name of its own
    place = fold(target.place)
    return any(fold(name) in place or place in fold(name) for name in (*query.provinces, *query.units))


# "bao nhiêu căn", "mấy phần trăm", "bao nhiêu m²": what stands right after is the unit or the thing counted.
_ASKED = re.compile(
    r"(?:bao nhieu|may)\s+(?P<unit>%|(?!dong (?:ho|chi|bao|co|lua)\b)"
    r"(?!(?:theo|o|tai|cua|den|trong|vao|thi|la|nam|de|so|va|voi|cho)\b)"
    r"[^\W\d_]+\d?(?:\s+[^\W\d_]+)?)"
)
_PERCENT = re.compile(r"phan tram|%")
_METRES = {"met vuong": {"m2", "m²"}, "met khoi": {"m3", "m³"}}
_MEASURES = frozenset({"%", "m2", "m²", "km", "km2", "ha", "ty", "trieu", "dong", "nghin", "tan", "kg", "mw", "met"})


# "số bài thuốc được sưu tầm": a count, and no money. Near miss: "số tiền", "số vốn", "số hóa".
_COUNT_ASKED = re.compile(
    r"\b(?:số lượng|số)(?! (?:tiền|vốn|kinh phí|thu|chi|nợ|dư|dân|hóa|liệu|học)\b) (?![\d])[^\W\d_]+"
    r"|\b(?:mấy|bao nhiêu) (?:con|chiếc|cái|căn|ngôi|cây|bộ|tấm|quyển|cuốn|chuyến|cuộc|buổi|đợt|vụ|người|hộ)\b"
)


def _of_unit(target: Target, query: Query) -> bool:
    """Whether the unit is the one asked for; a thing that is counted may also be the indicator."""
    if _is_money(target) and _COUNT_ASKED.search(query.text.lower()) and not asks_money(query.text):
        return False
    asked = _ASKED.search(fold(query.text))
    if asked is None or not target.unit_name:
        return True
    unit, own = asked["unit"], fold(target.unit_name)
    if _PERCENT.match(unit):
        return own == "%"
    first = unit.split()[0]
    money = {"ty", "trieu", "nghin", "dong"}
    if first == "tien":
        return bool(set(re.split(r"[\s/]", own)) & money)
    if first in _MEASURES:
        words = set(re.split(r"[\s/]", own))
        if first == "met":
            return not words.isdisjoint(_METRES.get(unit, {"m"}))
        return first in words or (first in money and bool(words & money))
    return own not in _MEASURES


def said(target: Target, evidence: Evidence, *, row: bool = False) -> tuple[Span, ...]:
    """The words that say a target: indicator, then all from the end of it, or of the figure before, to the unit.

    Of a row of a table the cells alone. A period that stands above the passage is not among them.
    """
    text = evidence.sources[target.source_id].text
    if row:
        return (*target.indicator, target.value, *([target.unit] if target.unit else []))
    end = target.unit.end if target.unit and target.unit.start >= target.value.start else target.value.end
    end = end_with_bound(text, end)
    before = [span for span in target.indicator if span.end <= target.value.start]
    behind = [span for span in target.indicator if span.start >= target.value.end]
    if behind and not re.search(r"[;.\n]", text[end : behind[-1].start]):
        end = behind[-1].end
        behind = []
    others = [t for t in evidence.targets(target.doc_id) if t.span == target.span and t.value.end <= target.value.start]
    # What the figure before says ends behind its unit: "12 đô thị loại IV, 18 đô thị loại V", "75% năm 2025 và 85%".
    told = [
        (t.unit or t.value, *t.indicator, *([t.period] if t.period and t.period != target.period else []))
        for t in others
    ]
    starts = [span.end for span in before] + [span.end for spans in told for span in spans]
    start = max((s for s in starts if s <= target.value.start), default=target.value.start)
    inside = target.period and target.span.start <= target.period.start < target.value.start
    if inside and target.period and target.period.start < start and not others:
        start = min(start, target.period.start)
    opening = _OPENING.match(text, start, target.value.start)
    figure = trim(text, opening.end() if opening else start, end)
    pieces = sorted([*before, figure, *behind])
    return tuple(_joined(pieces, text))


def _joined(pieces: Sequence[Span], text: str) -> list[Span]:
    """Neighbours between which nothing but white space, a comma or a colon stands, as one."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        elif joined and not re.sub(r"[\s,:]", "", text[joined[-1].end : piece.start]):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def figure_spans(targets: Sequence[Target], passage: Passage, evidence: Evidence) -> tuple[Span, ...]:
    """What `figure_text` says: the targets, then the times that stand above or in a column's heading."""
    spans = [span for t in targets for span in said(t, evidence, row=passage.row is not None)]
    spans += [t.period for t in targets if t.period and not any(s.start <= t.period.start < s.end for s in spans)]
    return tuple(dict.fromkeys(spans))


def figure_text(targets: Sequence[Target], passage: Passage, evidence: Evidence) -> str:
    """The targets one after the other, and the time when it stands above or in another column."""
    parts = []
    for number, target in enumerate(targets):
        again = number > 0 and target.indicator == targets[0].indicator
        spans = said(target, evidence, row=passage.row is not None)
        spans = tuple(s for s in spans if not (again and s in target.indicator))
        words = _in_row(target, passage, evidence, again=again) if passage.row else _in_prose(spans, passage, evidence)
        if target.period and not any(s.start <= target.period.start < s.end for s in spans):
            words += f" ({evidence.plain(passage, [target.period]).rstrip(' .;,:')})"
        parts.append(words)
    return vi.JOIN_LIST.join(parts)


def _is_beside_value(target: Target, evidence: Evidence) -> bool:
    """Whether the unit stands right behind the figure in its cell: "90%"."""
    text = evidence.sources[target.source_id].text
    return target.unit is not None and not text[target.value.end : target.unit.start].strip()


def _in_prose(spans: Sequence[Span], passage: Passage, evidence: Evidence) -> str:
    return vi.JOIN_GAP.join(evidence.plain(passage, [span]).rstrip(" .;,") for span in spans)


def _in_row(target: Target, passage: Passage, evidence: Evidence, *, again: bool) -> str:
    """The cells of a row ("Tỷ lệ che phủ rừng (%): 41"), or the figure alone when its indicator was said."""
    figure = evidence.plain(passage, [target.value]).rstrip(" .;,")
    # What is measured at a place stands over the columns, or over the table.
    first, *rest = target.indicator
    pieces = (
        ([first], rest) if rest and not passage.span.start <= first.start < passage.span.end else (target.indicator,)
    )
    named = vi.JOIN_ABOVE.join(evidence.plain(passage, spans).rstrip(" .;,:") for spans in pieces)
    if again or not named:
        return figure
    unit = evidence.plain(passage, [target.unit]) if target.unit and target.unit != target.value else ""
    if target.unit and target.unit.start >= target.value.end and _is_beside_value(target, evidence):
        return f"{named}: {evidence.plain(passage, [Span(target.value.start, target.unit.end)]).rstrip(' .;,')}"
    beside = not unit or figure.endswith(unit) or unit in named
    return f"{named}: {figure}" if beside else f"{named} ({unit}): {figure}"
