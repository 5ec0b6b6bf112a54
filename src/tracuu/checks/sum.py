"""A total that is not the sum of its parts."""

from collections.abc import Iterator, Sequence

from tracuu import vi
from tracuu.checks.material import Material
from tracuu.checks.prose_sums import Amount, Sum, sums_in
from tracuu.checks.saying import maybe, named
from tracuu.checks.table_sums import table_sums
from tracuu.documents.walking import UnitKind, walk
from tracuu.facts.figures import figure_copy
from tracuu.types import Discrepancy, Document, Nature, Place, Severity

RULE = "sum"
_NATURES = (Nature.TYPING, Nature.MISREAD, Nature.OTHER_SCOPE)


def find_sums(material: Material) -> Iterator[Discrepancy]:
    """Totals with their parts, in prose and in tables, that do not add up; in order of the corpus."""
    for document in material.documents:
        if document.doc_id not in material.originals or not material.concerns(document.doc_id):
            continue
        copy = figure_copy(material.sources[document.source_id].text)
        found = [*_of_prose(document, copy), *_of_tables(document, copy)]
        for wrong in sorted(found, key=lambda s: s.total.span):
            yield _discrepancy(wrong, document, copy)


def _of_prose(document: Document, copy: str) -> Iterator[Sum]:
    units = list(walk(document))
    for number, unit in enumerate(units):
        if unit.kind not in {UnitKind.TEXT, UnitKind.HEADING}:
            continue
        end = unit.span.end
        # "…, gồm:" goes on in the points below.
        if copy[: unit.span.end].rstrip(" *\n")[-1:] == ":":
            below = [u for u in units[number + 1 : number + 12] if unit.span in u.headings]
            end = max([end, *(u.span.end for u in below)])
        yield from (s for s in sums_in(copy, unit.span.start, end) if s.total.span.start < unit.span.end)


def _of_tables(document: Document, copy: str) -> Iterator[Sum]:
    tables = {unit.table.span: unit.table for unit in walk(document) if unit.table}
    for table in tables.values():
        yield from table_sums(table, copy)


def _discrepancy(wrong: Sum, document: Document, copy: str) -> Discrepancy:
    amounts: Sequence[Amount] = (wrong.total, *wrong.parts)
    values = tuple(" ".join(copy[slice(*amount.span)].split()) for amount in amounts)
    template = vi.CHECK_SUM_PART if wrong.partial else vi.CHECK_SUM
    return Discrepancy(
        rule=RULE,
        severity=Severity.WARNING if wrong.doubtful else Severity.ERROR,
        message=template.format(
            document=named(document),
            total=values[0],
            parts=vi.CHECK_PLUS.join(values[1:]),
            sum=_number(wrong.said),
            maybe=maybe(_NATURES),
        ),
        values=values,
        places=tuple(Place(document.doc_id, amount.span) for amount in amounts),
        natures=_NATURES,
    )


def _number(value: float) -> str:
    """A number as Vietnamese texts print it: 1500 is "1.500", 4.7 is "4,7"."""
    whole, _, part = f"{value:,.4f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
