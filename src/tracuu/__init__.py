"""Semantic search and question answering over Vietnamese Party and government directives."""

__version__ = "0.1.0"
