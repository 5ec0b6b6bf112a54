"""Search by terms: BM25 by tantivy over our own tokens, with marks and without."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from tracuu.text import fold

Field = Literal["accented", "folded"]

_TOKENIZER = "tracuu"
_NUMBER = "passage"
# One thread keeps passages in order; the memory before a new segment is begun (measured: 100,000
# passages of 160 tokens in 4 s, one segment).
_THREADS = 1
_HEAP = 100_000_000
# Up to here all that matches is ranked at once; at 100,000 passages that would take 30 ms, not 5.
_ALL_AT_ONCE = 20_000
# tantivy passes the system's error on in its message only.
_OS_ERROR = re.compile(r"os error (\d+)")
# Left behind by tantivy beside the data; they hold nothing.
_LOCKS = (".tantivy-writer.lock", ".tantivy-meta.lock")


def write_lexical(folder: Path, terms: Sequence[Sequence[str] | None]) -> None:
    """Write a BM25 index of ``terms`` into the new folder ``folder``.

    Item i holds the accented terms of passage i, None for a passage that is not searched. The
    folded field is made from the same terms. White space inside a term parts it.

    Raises:
        OSError: the disk is full or may not be written to.
    """
    from tantivy import Document, Index

    folder.mkdir()
    try:
        index = Index(_schema(), path=str(folder))
        index.register_tokenizer(_TOKENIZER, _whitespace())
        with index.writer(heap_size=_HEAP, num_threads=_THREADS) as writer:
            for number, passage_terms in enumerate(terms):
                if passage_terms is None:
                    continue
                accented = tokens_of(passage_terms, "accented")
                record = Document()
                record.add_text("accented", " ".join(accented))
                record.add_text("folded", " ".join(tokens_of(passage_terms, "folded")))
                record.add_unsigned(_NUMBER, number)
                writer.add_document(record)
            writer.commit()
            writer.wait_merging_threads()
    except ValueError as error:
        raise _as_os_error(error) from error
    for name in _LOCKS:
        (folder / name).unlink(missing_ok=True)


def tokens_of(terms: Iterable[str], field: Field) -> list[str]:
    """The tokens that a field holds for ``terms``: parted at white space, folded for ``folded``."""
    tokens = " ".join(terms).encode("utf-8", "ignore").decode("utf-8").split()
    if field == "accented":
        return tokens
    return [part for token in tokens for part in _fold_token(token).split()]


# Folding goes letter by letter; a corpus has far fewer different tokens than tokens.
_fold_token = lru_cache(maxsize=1 << 16)(fold)


@dataclass(frozen=True, slots=True)
class LexicalStore:
    """A read-only BM25 index. k1 and b are tantivy's: 1.2 and 0.75."""

    searcher: Any
    schema: Any

    @classmethod
    def open(cls, folder: Path) -> "LexicalStore":
        """The index in ``folder``; its files stay open, so that the folder may be deleted later.

        tantivy takes a lock file even to read: a folder that may not be written to is copied to
        the temporary folder for the moment of opening.

        Raises:
            ValueError: not an index of ours.
            OSError: the folder cannot be read.
        """
        try:
            return cls._open(folder)
        except ValueError:
            with tempfile.TemporaryDirectory(prefix="tracuu-") as place:
                for path in folder.iterdir():
                    # Content alone: with its mode the copy could not be written to either.
                    shutil.copyfile(path, Path(place) / path.name)
                return cls._open(Path(place))

    @classmethod
    def _open(cls, folder: Path) -> "LexicalStore":
        from tantivy import Index

        index = Index.open(str(folder))
        index.config_reader(reload_policy="Manual")
        index.register_tokenizer(_TOKENIZER, _whitespace())
        return cls(index.searcher(), _schema())

    def search(
        self, terms: Iterable[str], limit: int, field: Field, allowed: frozenset[int] | None
    ) -> list[tuple[int, float]]:
        """At most ``limit`` (passage number, BM25 score above 0), best first.

        A passage needs one of the terms; a term that is repeated counts once. Terms are looked up
        as they are, never read as a query language. Equal scores stand in the order of passage
        numbers. The first n of a longer result are the result for limit n.
        """
        total = int(self.searcher.num_docs)
        # Sorted, so that sums of the same terms are added up in the same order.
        wanted = sorted(set(tokens_of(terms, field)))
        if limit < 1 or not total or not wanted:
            return []
        query = self._query(wanted, field)
        size = total if allowed is not None else min(total, max(limit, _ALL_AT_ONCE))
        while True:
            hits = self.searcher.search(query, limit=size, count=False).hits
            ranked = self._ranked(hits, allowed)
            # Unless all was seen, what ties with the last score seen may be missing: look deeper.
            complete = len(hits) < size or size == total
            if complete or (len(ranked) >= limit and ranked[limit - 1][1] > hits[-1][0]):
                return ranked[:limit]
            size = min(total, size * 2)

    def _query(self, wanted: Sequence[str], field: Field) -> Any:
        from tantivy import Occur, Query

        clauses = [(Occur.Should, Query.term_query(self.schema, field, token, index_option="freq")) for token in wanted]
        return Query.boolean_query(clauses)

    def _ranked(self, hits: Sequence[tuple[float, Any]], allowed: frozenset[int] | None) -> list[tuple[int, float]]:
        numbers = self.searcher.fast_field_values(_NUMBER, [address for _, address in hits])
        pairs = [
            (int(number), float(score))
            for number, (score, _) in zip(numbers, hits, strict=True)
            if score > 0 and (allowed is None or number in allowed)
        ]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def _schema() -> Any:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    for field in ("accented", "folded"):
        builder.add_text_field(field, stored=False, tokenizer_name=_TOKENIZER, index_option="freq")
    builder.add_unsigned_field(_NUMBER, stored=False, indexed=False, fast=True)
    return builder.build()


def _whitespace() -> Any:
    from tantivy import TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.whitespace()).build()


def _as_os_error(error: ValueError) -> OSError:
    """The system's error inside one of tantivy's; number 0 when it tells none."""
    match = _OS_ERROR.search(str(error))
    return OSError(int(match.group(1)) if match else 0, str(error))
