"""Discrepancies become findings that people see: cited, told apart by their content, and marked when reviewed."""

from tracuu.findings.checking import check_corpus, check_drafts
from tracuu.findings.reviews import Review, Reviews, with_reviews

__all__ = [
    "Review",
    "Reviews",
    "check_corpus",
    "check_drafts",
    "with_reviews",
]
