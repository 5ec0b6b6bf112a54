"""A `Document` becomes facts: who does what by when, and which figure is set for which year."""

from tracuu.facts.reading import read_facts

__all__ = ["read_facts"]
