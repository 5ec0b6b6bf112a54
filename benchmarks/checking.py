"""Processor time of each check on corpora of growing size, the reading of documents and facts aside.

Run: python -m benchmarks.checking --sizes 125 250 500 1000 [--seed 5]
"""

import argparse
import hashlib
import time
from collections.abc import Sequence
from itertools import islice

from benchmarks.built.generator import make_corpus

from tracuu.checks import RULES, Material
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.text import normalise
from tracuu.types import Source

# The generator has names for so many directives; further ones name the same provinces and agencies again.
_BATCH = 25


def built_material(size: int, seed: int) -> Material:
    """``size`` built directives, read and linked."""
    sources = {}
    made = (directive for part in range(-(-size // _BATCH)) for directive in make_corpus(seed + part, _BATCH))
    for number, directive in enumerate(islice(made, size)):
        name, text = f"{number:05}-{directive.file}", normalise(directive.text)
        sources[name] = Source(source_id=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)
    read = [document for source in sources.values() for document in read_documents(source)]
    documents = link_documents(read, {name: source.text for name, source in sources.items()})
    return Material(documents=documents, sources=sources, facts=read_facts(documents, sources))


def measure(material: Material) -> dict[str, tuple[float, int]]:
    """Processor seconds and number of findings of each rule, and of all; what rules share is made by the first."""
    timed = {}
    for rule in RULES:
        started = time.process_time()
        found = len(list(rule(material)))
        timed[rule.__name__] = (time.process_time() - started, found)
    timed["all"] = (sum(s for s, _ in timed.values()), sum(n for _, n in timed.values()))
    return timed


def main(sizes: Sequence[int], seed: int) -> None:
    """Print a line a size."""
    for size in sizes:
        started = time.process_time()
        material = built_material(size, seed)
        read = time.process_time() - started
        said = "  ".join(f"{name} {seconds:.2f} s ({found})" for name, (seconds, found) in measure(material).items())
        print(f"{size:5} documents, read in {read:.0f} s: {said}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[125, 250, 500, 1000])
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    main(options.sizes, options.seed)
