"""A `Source` becomes documents: bundles split, headers, outline, tables and references read."""

from tracuu.documents.casing import is_abbreviation, sentence_of
from tracuu.documents.enclosed import enclosing
from tracuu.documents.issuers import sentence_case
from tracuu.documents.lines import strip_markup, without_inner_page_numbers
from tracuu.documents.linking import link_documents
from tracuu.documents.reading import read_documents
from tracuu.documents.references import find_references
from tracuu.documents.sidecar import apply_sidecar
from tracuu.documents.symbols import (
    KINDS,
    TITLES,
    canonical_symbol,
    find_dates,
    kind_of_symbol,
    symbol_key,
)
from tracuu.documents.tables import cell_text
from tracuu.documents.tables.columns import Column, column_role

__all__ = [
    "KINDS",
    "TITLES",
    "Column",
    "apply_sidecar",
    "canonical_symbol",
    "cell_text",
    "column_role",
    "enclosing",
    "find_dates",
    "find_references",
    "is_abbreviation",
    "kind_of_symbol",
    "link_documents",
    "read_documents",
    "sentence_case",
    "sentence_of",
    "strip_markup",
    "symbol_key",
    "without_inner_page_numbers",
]
