"""A `Document` becomes facts: who does what by when, and which figure is set for which year."""
