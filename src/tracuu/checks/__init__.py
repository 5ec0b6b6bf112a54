"""What does not fit together: one rule a module, each a function from the material to discrepancies.

A rule yields in order of the corpus and never the same discrepancy twice.
"""

from collections.abc import Callable, Iterator

from tracuu.checks.abolished_unit import find_abolished_units
from tracuu.checks.copy_difference import find_copy_differences
from tracuu.checks.deadline import find_deadlines
from tracuu.checks.figure import find_figures
from tracuu.checks.grade import find_grades
from tracuu.checks.lead_agency import find_leads
from tracuu.checks.material import Material
from tracuu.checks.numbering import find_numbering
from tracuu.checks.past_deadline import find_past_deadlines
from tracuu.checks.reference_date import find_reference_dates
from tracuu.checks.reference_future import find_reference_futures
from tracuu.checks.reference_issuer import find_reference_issuers
from tracuu.checks.reference_kind import find_reference_kinds
from tracuu.checks.reference_subject import find_reference_subjects
from tracuu.checks.reference_unknown import find_reference_unknowns
from tracuu.checks.renamed_body import find_renamed_bodies
from tracuu.checks.sum import find_sums
from tracuu.types import Discrepancy

__all__ = ["RULES", "Material", "Rule", "find_discrepancies"]

Rule = Callable[[Material], Iterator[Discrepancy]]

RULES: tuple[Rule, ...] = (
    find_figures,
    find_grades,
    find_deadlines,
    find_leads,
    find_past_deadlines,
    find_sums,
    find_numbering,
    find_copy_differences,
    find_abolished_units,
    find_renamed_bodies,
    find_reference_dates,
    find_reference_issuers,
    find_reference_kinds,
    find_reference_subjects,
    find_reference_futures,
    find_reference_unknowns,
)


def find_discrepancies(material: Material) -> tuple[Discrepancy, ...]:
    """What every rule finds, in order of the rules."""
    return tuple(found for rule in RULES for found in rule(material))
