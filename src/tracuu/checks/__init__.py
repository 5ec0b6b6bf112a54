"""What does not fit together: one rule a module, each a function from the material to discrepancies.

A rule yields in order of the corpus and never the same discrepancy twice.
"""

from collections.abc import Callable, Iterator

from tracuu.checks.deadline import find_deadlines
from tracuu.checks.figure import find_figures
from tracuu.checks.grade import find_grades
from tracuu.checks.lead_agency import find_leads
from tracuu.checks.material import Material
from tracuu.checks.past_deadline import find_past_deadlines
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
)


def find_discrepancies(material: Material) -> tuple[Discrepancy, ...]:
    """What every rule finds, in order of the rules."""
    return tuple(found for rule in RULES for found in rule(material))
