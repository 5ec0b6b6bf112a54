"""What does not fit together: one rule a module, each a function from the material to discrepancies.

A rule yields in order of the corpus and never the same discrepancy twice.
"""

from collections.abc import Callable, Iterator

from tracuu.checks.material import Material
from tracuu.types import Discrepancy

__all__ = ["RULES", "Material", "Rule", "find_discrepancies"]

Rule = Callable[[Material], Iterator[Discrepancy]]

RULES: tuple[Rule, ...] = ()


def find_discrepancies(material: Material) -> tuple[Discrepancy, ...]:
    """What every rule finds, in order of the rules."""
    return tuple(found for rule in RULES for found in rule(material))
