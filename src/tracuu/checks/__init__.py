"""What does not fit together: one rule a module, each a function from the material to discrepancies.

A rule yields in order of the corpus and never the same discrepancy twice.
"""

from collections.abc import Callable, Iterator

from tracuu.checks.material import Material
from tracuu.checks.reference_date import find_reference_dates
from tracuu.checks.reference_future import find_reference_futures
from tracuu.checks.reference_issuer import find_reference_issuers
from tracuu.checks.reference_kind import find_reference_kinds
from tracuu.checks.reference_subject import find_reference_subjects
from tracuu.checks.reference_unknown import find_reference_unknowns
from tracuu.types import Discrepancy

__all__ = ["RULES", "Material", "Rule", "find_discrepancies"]

Rule = Callable[[Material], Iterator[Discrepancy]]

RULES: tuple[Rule, ...] = (
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
