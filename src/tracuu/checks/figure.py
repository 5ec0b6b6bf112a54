"""One indicator, one place, one time, two values."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.cited import graph_of
from tracuu.checks.material import Material
from tracuu.checks.saying import figure_place, figure_said, maybe, named
from tracuu.checks.scope import Level, Scope, level_of, may_have_grown, scope_of
from tracuu.facts.indicators import indicator_key, same_indicator, same_unit, unit_key
from tracuu.facts.sameness import target_seasons
from tracuu.facts.seasons import Seasons
from tracuu.text import fold
from tracuu.types import Comparison, Discrepancy, Document, Nature, Role, Severity, Target

RULE = "figure"
# A value, and what is said of it, fewer words than this name no one thing ("kinh phí", "tổng số hộ").
_FEWEST_WORDS = 3
# What many things have: which one is meant stands elsewhere ("Kinh phí thực hiện: 500 triệu đồng").
_ATTRIBUTE = re.compile(
    r"(?:tong |du kien |uoc )*(?:kinh phi|muc dau tu|von dau tu|von|du toan|chi phi|so tien|dinh muc|muc ho tro|muc chi"
    r"|nhu cau|dien tich|quy mo|cong suat|chieu dai|so luong|khoi luong|gia tri|thoi gian|so lop|so nguoi)\b"
)
# An attribute of something named in this many words more is that of one thing; these are none of them.
_NAMED_BY = 3
_UNNAMED = re.compile(r"\b(?:thuc hien|ho tro|du kien|hang nam|giai doan|nam|ke hoach|bo tri)\b")


# Shares of which less is better: a commune may go below what its province asks.
_LESS_IS_BETTER = re.compile(
    r"\b(?:ngheo|giam|khong|tu vong|suy dinh duong|that nghiep|that thoat|vi pham|bo hoc|tai nan|ton dong|mu chu"
    r"|tao hon|chua|qua han|tham hut|no xau|o nhiem|chon lap|sinh con thu|hao hut|thiet hai)\b"
)


class _Said(NamedTuple):
    """A figure, what it measures, and which copy of a cluster it belongs to."""

    target: Target
    indicator: str


def find_figures(material: Material) -> Iterator[Discrepancy]:
    """Figures of one thing that cannot both be; one discrepancy for each indicator, place and time."""
    for cluster, others in _clusters(material):
        yield from _within(cluster, others, material)
    yield from _below_superior(material)


def _below_superior(material: Material) -> Iterator[Discrepancy]:
    """Shares that a paper below the province sets lower than the paper of the province that it carries out.

    Only shares: what a commune builds or grows is a part of what its province does.
    """
    shares: dict[str, list[_Said]] = defaultdict(list)
    for target in material.targets():
        if target.unit_name == "%" and target.years and not target.place and not _is_of_province(target, material):
            said = _Said(target, material.wording.words(target.source_id, target.indicator))
            if _is_specific(said) and not _LESS_IS_BETTER.search(fold(said.indicator)):
                shares[target.doc_id].append(said)
    for doc_id, own in shares.items():
        document = material.by_id[doc_id]
        for above in _carried_out(document, material) if level_of(document) is Level.BELOW else ():
            if material.concerns(doc_id, above.doc_id):
                for mine, theirs in itertools.product(own, shares.get(above.doc_id, ())):
                    if _is_below(mine, theirs) and _is_one(mine, theirs):
                        yield _below(mine, theirs, material)


def _carried_out(document: Document, material: Material) -> list[Document]:
    """The papers of the province that a document says it carries out."""
    graph = graph_of(material)
    ids = {link.target for link in graph.links if link.source == document.doc_id and link.role is Role.CARRIES_OUT}
    found = [material.by_id[doc_id] for doc_id in sorted(ids) if doc_id in material.by_id]
    return [d for d in found if level_of(d) is Level.PROVINCE]


def _is_below(mine: _Said, theirs: _Said) -> bool:
    """Whether a share of the same years is lower; a bound or "khoảng" of the province leaves room for its own side."""
    one, other = mine.target, theirs.target
    upward = {Comparison.BELOW, Comparison.AT_MOST}
    bounded = one.comparison in upward or other.comparison in upward
    return one.years == other.years and one.high < other.low and not bounded and not _fit(one, other)


def _below(mine: _Said, theirs: _Said, material: Material) -> Discrepancy:
    sayings = (mine, theirs)
    values = tuple(figure_said(s.target, material.sources[s.target.source_id]) for s in sayings)
    first, last = mine.target.years or (0, 0)
    return Discrepancy(
        rule=RULE,
        severity=Severity.INFO,
        message=vi.CHECK_FIGURE_BELOW.format(
            indicator=mine.indicator.strip(" .;,:"),
            years=str(last) if first == last else f"{first}-{last}",
            below=named(material.by_id[mine.target.doc_id]),
            mine=values[0],
            theirs=values[1],
            above=named(material.by_id[theirs.target.doc_id]),
        ),
        values=values,
        places=tuple(figure_place(s.target) for s in sayings),
        natures=(Nature.OTHER_SCOPE, Nature.TYPING),
    )


def _clusters(material: Material) -> Iterator[tuple[list[_Said], list[_Said]]]:
    """Figures of one indicator, unit, place and time, in order of the corpus, and those of other times."""
    groups: dict[_Key, list[list[_Said]]] = defaultdict(list)
    timeless: dict[object, list[_Said]] = defaultdict(list)
    for target in material.targets():
        said = _Said(target, material.wording.words(target.source_id, target.indicator))
        key = _key(said, material)
        if key is None:
            continue
        timeless[key[0], key[3:]].append(said)
        cluster = next((c for c in groups[key] if _is_one(c[0], said)), None)
        if cluster is None:
            groups[key].append([said])
        else:
            cluster.append(said)
    for key, clusters in groups.items():
        yield from ((cluster, timeless[key[0], key[3:]]) for cluster in clusters if len(cluster) > 1)


_Key = tuple[Scope, tuple[int, int], Seasons, str, object]


def _key(said: _Said, material: Material) -> _Key | None:
    """What figures of one thing have in common; None when it is not certain what a figure is of."""
    target = said.target
    scope = _scope(target, material)
    if scope is None or target.years is None or not _is_specific(said):
        return None
    seasons: Seasons = target_seasons(target, material.sources[target.source_id])
    return (scope, target.years, seasons, unit_key(target.unit_name), indicator_key(said.indicator))


def _scope(target: Target, material: Material) -> Scope | None:
    """Where a figure is measured: what is named beside it, else what its document is for."""
    scope = scope_of(material.by_id[target.doc_id])
    if scope and scope.unit and scope.province and _is_of_province(target, material):
        return scope._replace(unit="")
    if scope is None or not target.place:
        return scope
    place = fold(target.place)
    return scope if scope.province and fold(scope.province) in place else scope._replace(unit=place)


# What a paper of a commune says of its province. Match: "Chỉ tiêu của tỉnh năm 2026: …", "tỷ lệ hộ nghèo toàn tỉnh".
# Near miss: "góp phần hoàn thành chỉ tiêu của tỉnh, xã phấn đấu …".
_WHOLE_PROVINCE = re.compile(r"\b(?:toan|ca) tinh\b")
_LIST_OF_PROVINCE = re.compile(r"\b(?:chi tieu|muc tieu)\b[^.;:]*\b(?:cua|toan|ca) tinh\b[^.;:,]*:[^:]*$")
_UNIT_NAMED = re.compile(r"\b(?:xa(?! hoi)|phuong|dac khu|thon|ban|to dan pho)\b")


def _is_of_province(target: Target, material: Material) -> bool:
    """Whether a paper of a unit says of its province what a figure is."""
    if level_of(material.by_id[target.doc_id]) is not Level.BELOW:
        return False
    indicator = fold(material.wording.words(target.source_id, target.indicator))
    if _WHOLE_PROVINCE.search(indicator):
        return True
    text = material.sources[target.source_id].text
    before = fold(text[text.rfind("\n", 0, target.value.start) + 1 : target.value.start])
    match = _LIST_OF_PROVINCE.search(before)
    return match is not None and not _UNIT_NAMED.search(before, before.index(":", match.start()))


def _is_specific(said: _Said) -> bool:
    words = fold(said.indicator)
    attribute = _ATTRIBUTE.match(words)
    rest = _UNNAMED.sub(" ", words[attribute.end() :]) if attribute else words
    return len(re.findall(r"[^\W\d_]+", rest)) >= (_NAMED_BY if attribute else _FEWEST_WORDS)


def _is_one(one: _Said, other: _Said) -> bool:
    return same_unit(one.target.unit_name, other.target.unit_name) and same_indicator(one.indicator, other.indicator)


def _within(cluster: Sequence[_Said], timeless: Sequence[_Said], material: Material) -> Iterator[Discrepancy]:
    """The first figure with all that cannot be beside it, once each: of a draft where drafts are checked."""
    drafts = [said for said in cluster if said.target.doc_id in material.drafts]
    bases: dict[object, _Said] = {}
    for said in drafts if material.drafts else cluster:
        bases.setdefault((said.target.low, said.target.high, said.target.comparison), said)
    for base in bases.values():
        others = list(_against(base, cluster))
        if others:
            yield _discrepancy([base, *others], timeless, material)
            return


def _against(base: _Said, cluster: Iterable[_Said]) -> Iterator[_Said]:
    seen: set[tuple[float, float]] = set()
    for said in cluster:
        own = (said.target.low, said.target.high)
        apart = said.target.doc_id != base.target.doc_id or said.target.span != base.target.span
        if apart and own not in seen and not _fit(base.target, said.target):
            seen.add(own)
            yield said


def _fit(one: Target, other: Target) -> bool:
    """Whether both may hold: the same numbers, one within the range of the other, or as round as "khoảng" allows."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    return _holds(one, other) or _holds(other, one)


def _holds(one: Target, other: Target) -> bool:
    """Whether a bound, a range or a rounded number leaves room for the exact number ``other``."""
    if one.comparison is Comparison.ABOUT:
        slack = _rounding(one.low), _rounding(one.high)
        return one.low - slack[0] <= other.low and other.high <= one.high + slack[1]
    if other.comparison is not Comparison.EXACT:
        return False
    if one.comparison in {Comparison.ABOVE, Comparison.AT_LEAST}:
        return other.low >= one.low
    if one.comparison in {Comparison.BELOW, Comparison.AT_MOST}:
        return other.high <= one.high
    return one.low < one.high and one.low <= other.low and other.high <= one.high


def _rounding(value: float) -> float:
    """Half of the last digit that is not 0: "khoảng 1.500" is 1.450 to 1.550."""
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2])
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _discrepancy(sayings: Sequence[_Said], timeless: Sequence[_Said], material: Material) -> Discrepancy:
    documents = [material.by_id[said.target.doc_id] for said in sayings]
    values = tuple(figure_said(s.target, material.sources[s.target.source_id]) for s in sayings)
    one_document = len({d.doc_id for d in documents}) == 1
    moved = _of_other_year(sayings, timeless)
    natures = _natures(one_document=one_document, moved=moved is not None)
    grown = may_have_grown(documents)
    natures = (Nature.OTHER_SCOPE, Nature.ADJUSTMENT) if grown else natures
    first, last = sayings[0].target.years or (0, 0)
    said = vi.CHECK_LIST.join(
        vi.CHECK_SAYS.format(document=named(d), value=v) for d, v in zip(documents, values, strict=True)
    )
    alike = vi.CHECK_LIST.join(vi.CHECK_ONCE.format(value=v) for v in values)
    return Discrepancy(
        rule=RULE,
        severity=Severity.ERROR if one_document else Severity.INFO if grown else Severity.WARNING,
        message=(vi.CHECK_FIGURE_WITHIN if one_document else vi.CHECK_FIGURE).format(
            indicator=sayings[0].indicator.strip(" .;,:"),
            years=str(last) if first == last else f"{first}-{last}",
            document=named(documents[0]),
            said=alike if one_document else said,
            maybe=maybe(natures) + (_moved_said(moved, material) if moved else ""),
        ),
        values=values,
        places=tuple(figure_place(said.target) for said in sayings),
        natures=natures,
    )


def _of_other_year(sayings: Sequence[_Said], timeless: Iterable[_Said]) -> Target | None:
    """The figure of another time in one of the papers whose number another paper gives for this time."""
    for said in sayings:
        for other in timeless:
            mine, theirs = said.target, other.target
            if theirs.doc_id == mine.doc_id or theirs.doc_id not in {s.target.doc_id for s in sayings}:
                continue
            if (
                theirs.years != mine.years
                and (theirs.low, theirs.high) == (mine.low, mine.high)
                and _is_one(said, other)
            ):
                return theirs
    return None


def _moved_said(target: Target, material: Material) -> str:
    """That the number is the one of another year."""
    value = figure_said(target, material.sources[target.source_id])
    year = target.years[1] if target.years else 0
    return vi.CHECK_FIGURE_MOVED.format(value=value, year=year, document=named(material.by_id[target.doc_id]))


def _natures(*, one_document: bool, moved: bool) -> tuple[Nature, ...]:
    if moved:
        return (Nature.OTHER_PERIOD, Nature.ADJUSTMENT, Nature.TYPING)
    if one_document:
        return (Nature.TYPING, Nature.MISREAD, Nature.OTHER_SCOPE)
    return (Nature.ADJUSTMENT, Nature.TYPING, Nature.OTHER_SCOPE)
