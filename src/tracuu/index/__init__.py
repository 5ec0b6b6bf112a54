"""The index on disk: vectors (FAISS), terms (BM25) and records, published whole or not at all.

What is asked of a store is small: search by vector, search by terms, both with a filter, and write
a new generation. A published generation never changes; a change is a new generation.

    INDEX_DIR/CURRENT                  the name of the generation that answers
    INDEX_DIR/generations/<name>/      manifest.json and the files that it lists
"""

from tracuu.index.generations import CURRENT
from tracuu.index.manifest import FORMAT_VERSION, Manifest, StoredFile
from tracuu.index.reading import Index, open_index
from tracuu.index.writing import BuildReport, write_index

__all__ = [
    "CURRENT",
    "FORMAT_VERSION",
    "BuildReport",
    "Index",
    "Manifest",
    "StoredFile",
    "open_index",
    "write_index",
]
