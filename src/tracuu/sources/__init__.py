r"""A file becomes a `Source`: one function for every format, one text in NFC with ``\\n``."""

from tracuu.sources.corpus import SUFFIXES, list_files, read_corpus, read_source

__all__ = ["SUFFIXES", "list_files", "read_corpus", "read_source"]
