"""A person's question to a `Query`: marks restored, abbreviations written out, documents named."""

from tracuu.queries.abbreviations import expand, short_terms
from tracuu.queries.intents import find_intent
from tracuu.queries.marks import MarkModel
from tracuu.queries.naming import DocumentNames, Named
from tracuu.queries.places import find_provinces, provinces, same_province, successor
from tracuu.queries.rereading import reread
from tracuu.queries.siblings import siblings_in, speaks_of_sibling
from tracuu.queries.synonyms import office_terms, office_words
from tracuu.queries.terms import content_terms, topic_terms, without_days_of_documents
from tracuu.queries.understanding import understand
from tracuu.queries.years import find_periods, find_years

__all__ = [
    "DocumentNames",
    "MarkModel",
    "Named",
    "content_terms",
    "expand",
    "find_intent",
    "find_periods",
    "find_provinces",
    "find_years",
    "office_terms",
    "office_words",
    "provinces",
    "reread",
    "same_province",
    "short_terms",
    "siblings_in",
    "speaks_of_sibling",
    "successor",
    "topic_terms",
    "understand",
    "without_days_of_documents",
]
