"""Which document each mention means, what one document does with another, and the graph of both."""

from tracuu.references.graph import read_graph
from tracuu.references.works import is_slip

__all__ = ["is_slip", "read_graph"]
