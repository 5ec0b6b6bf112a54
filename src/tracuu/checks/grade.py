"""Rule `figure` for what is graded: a town that two papers want in two classes by the same year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracuu import vi
from tracuu.checks.material import Material
from tracuu.checks.saying import maybe, named
from tracuu.checks.scope import scope_of
from tracuu.documents.walking import Unit, UnitKind, walk
from tracuu.facts.figures import figure_copy
from tracuu.facts.periods import find_periods, period_above
from tracuu.text import UPPER, fold
from tracuu.types import Discrepancy, Document, Nature, Place, Severity, Span

RULE = "figure"
# "đạt tiêu chí đô thị loại IV", "đạt loại III"; not "đạt loại B".
_GRADED = re.compile(
    r"(?:đạt|được\s+công\s+nhận(?:\s+là)?|nâng\s+cấp\s+lên)\s+(?:(?:các\s+)?tiêu\s+chí\s+)?(?:đô\s+thị\s+)?"
    r"(?P<grade>loại\s+(?:đặc\s+biệt|I{1,3}|IV|V))(?!\w)"
)
# A clause of names is no longer than this.
_CLAUSE = 300
_CUT = re.compile(r"[.;:\n]")
_WORD = rf"[{UPPER}][^\W\d_]*"
# Names stand behind a kind of town, or behind another name in a list.
_NAME = re.compile(
    rf"(?:(?i:đô\s+thị(?:\s+mới)?|thị\s+trấn|thị\s+xã|thành\s+phố|phường|xã)\s+|,\s*|\bvà\s+)(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}})"
)
_BRACKET = re.compile(r"\([^()]*\)")


class _Graded(NamedTuple):
    """A town, the class that it is to reach, and where both stand."""

    document: Document
    name: str
    grade: str
    span: Span


def find_grades(material: Material) -> Iterator[Discrepancy]:
    """Towns that are to be of two classes by one year, each once."""
    groups: dict[tuple[str, str, int], list[_Graded]] = defaultdict(list)
    for document in material.documents:
        scope = scope_of(document)
        if scope is None or document.doc_id not in material.originals:
            continue
        copy = figure_copy(material.sources[document.source_id].text)
        for unit in walk(document):
            if unit.kind is UnitKind.TEXT:
                for year, graded in _graded(unit, document, copy):
                    groups[scope.province, fold(graded.name), year].append(graded)
    for (_, _, year), found in groups.items():
        towns = sorted(found, key=lambda town: town.document.doc_id not in material.drafts)
        first = towns[0]
        others = {fold(town.grade): town for town in reversed(towns) if fold(town.grade) != fold(first.grade)}
        both = [first, *others.values()]
        if others and material.concerns(*(town.document.doc_id for town in both)):
            yield _discrepancy(both, year)


def _graded(unit: Unit, document: Document, copy: str) -> Iterator[tuple[int, _Graded]]:
    start, end = unit.span
    for match in _GRADED.finditer(copy, start, end):
        year = _year(unit, document, copy, match.start())
        if year is None:
            continue
        cuts = [c.end() for c in _CUT.finditer(copy, max(start, match.start() - _CLAUSE), match.start())]
        clause = Span(cuts[-1] if cuts else max(start, match.start() - _CLAUSE), match.start())
        plain = _BRACKET.sub(lambda m: " " * len(m.group()), copy[slice(*clause)])
        for name in _NAME.finditer(plain):
            span = Span(clause.start + name.start("name"), match.end("grade"))
            yield year, _Graded(document, " ".join(name["name"].split()), match["grade"], span)


def _year(unit: Unit, document: Document, copy: str, position: int) -> int | None:
    """The year by which: the first that the paragraph names before, else the one in the heading above."""
    cited = [reference.span for reference in document.references]
    inside = [p for p in find_periods(copy, unit.span.start, position, cited) if p.years]
    period = inside[0] if inside else period_above(copy, unit.headings, cited)
    return period.last if period and period.years else None


def _discrepancy(towns: Sequence[_Graded], year: int) -> Discrepancy:
    documents = {town.document.doc_id for town in towns}
    natures = (Nature.ADJUSTMENT, Nature.OTHER_SCOPE, Nature.TYPING)
    said = (vi.CHECK_SAYS.format(document=named(town.document), value=town.grade) for town in towns)
    return Discrepancy(
        rule=RULE,
        severity=Severity.ERROR if len(documents) == 1 else Severity.WARNING,
        message=vi.CHECK_GRADE.format(
            name=towns[0].name, year=year, said=vi.CHECK_LIST.join(said), maybe=maybe(natures)
        ),
        values=tuple(" ".join(town.grade.split()) for town in towns),
        places=tuple(Place(town.document.doc_id, town.span) for town in towns),
        natures=natures,
    )
