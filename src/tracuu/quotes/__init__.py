"""Quotations: found for use, and held against the corpus."""
