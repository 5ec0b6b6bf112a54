"""`tracuu check` end to end on corpora of growing size, and the processor time of each rule.

Run: python -m benchmarks.checking [--sizes 125 250 500 1000] [--seed 5]

Each corpus is written, indexed and checked by the command in a process of its own. No rule looks at vectors, so texts
are not embedded (that would take two hours for 1,000 documents): all vectors are the same.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from benchmarks.built.generator import make_corpus
from numpy.typing import NDArray

from tracuu import pipeline
from tracuu.checks import RULES, Material
from tracuu.embeddings import BundledE5
from tracuu.pipeline import Library

# The generator has names for so many directives; further ones name the same provinces and agencies again.
_BATCH = 25
_COMMAND = "from tracuu.cli import main; main()"


class Run(NamedTuple):
    """One finished command: seconds on the clock and of the processor, peak memory in MB, findings."""

    seconds: float
    processor: float
    memory: float
    findings: int


class Unembedded(BundledE5):
    """The bundled model by name, so that an index of its making opens; one vector for every text."""

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Rows float32 of shape (n, dimension), all equal, of length 1."""
        del progress
        return np.full((len(texts), self.dimension), self.dimension**-0.5, dtype=np.float32)


def write_corpus(folder: Path, size: int, seed: int) -> None:
    """``size`` built directives as files of ``folder``."""
    folder.mkdir(parents=True)
    for number, (name, text) in enumerate(islice(_directives(seed), size)):
        (folder / f"{number:05}-{name}").write_text(text, encoding="utf-8")


def _directives(seed: int) -> Iterator[tuple[str, str]]:
    while True:
        yield from ((directive.file, directive.text) for directive in make_corpus(seed, _BATCH))
        seed += 1


def build(folder: Path, size: int, seed: int) -> Path:
    """The index of a new corpus in ``folder``, without embedding."""
    write_corpus(folder / "corpus", size, seed)
    with patch.object(pipeline, "load_embedder", lambda *_, **__: Unembedded()):
        pipeline.build_index(folder / "corpus", folder / "index")
    return folder / "index"


def check(index: Path) -> Run:
    """`tracuu check --json` on the index."""
    command = [sys.executable, "-c", _COMMAND, "check", "--json", "--index", str(index), "--corpus", str(index)]
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status):
            sys.exit("tracuu check failed")
        out.seek(0)
        findings = sum(1 for _ in out)
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return Run(seconds, usage.ru_utime + usage.ru_stime, memory, findings)


def rules(index: Path) -> list[tuple[str, float, int]]:
    """Name, processor seconds and findings of each rule; what rules share is made by the first that asks for it."""
    library = Library.open(index)
    material = Material(documents=library.documents, sources=library.index.sources, facts=library.facts)
    timed = []
    for rule in RULES:
        started = time.process_time()
        found = len(list(rule(material)))
        timed.append((rule.__name__.removeprefix("find_"), time.process_time() - started, found))
    return timed


def main(sizes: Sequence[int], seed: int) -> None:
    """Print a line a size, then how processor time has grown over n log n, then each rule at the largest size."""
    print("documents  seconds  processor  memory   findings  microseconds a document and log2 of their number")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            index = build(Path(folder) / "built", size, seed)
            run = check(index)
            grown = 1e6 * run.processor / (size * math.log2(size))
            memory = f"{run.memory:.0f} MB"
            print(
                f"{size:9} {run.seconds:8.1f} {run.processor:10.1f} {memory:>8} {run.findings:10} {grown:8.0f}",
                flush=True,
            )
            if size == max(sizes):
                for name, processor, found in rules(index):
                    print(f"    {name:20} {processor:6.2f} s  {found:6} findings")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[125, 250, 500, 1000])
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    main(options.sizes, options.seed)
