"""A person's question to a `Query`: marks restored, abbreviations written out, documents named."""

from tracuu.queries.abbreviations import expand, short_terms
from tracuu.queries.marks import MarkModel
from tracuu.queries.naming import DocumentNames, Named
from tracuu.queries.places import find_provinces, provinces, successor
from tracuu.queries.understanding import content_terms, find_intent, topic_terms, understand

__all__ = [
    "DocumentNames",
    "MarkModel",
    "Named",
    "content_terms",
    "expand",
    "find_intent",
    "find_provinces",
    "provinces",
    "short_terms",
    "successor",
    "topic_terms",
    "understand",
]
