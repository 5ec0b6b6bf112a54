"""Discrepancies become findings that people see: cited, told apart by their content, and marked when reviewed."""

from tracuu.findings.checking import check_corpus, check_drafts
from tracuu.findings.choosing import Chosen, Shown, choose, chosen_words
from tracuu.findings.reviews import Review, Reviews, with_reviews

__all__ = [
    "Chosen",
    "Review",
    "Reviews",
    "Shown",
    "check_corpus",
    "check_drafts",
    "choose",
    "chosen_words",
    "with_reviews",
]
