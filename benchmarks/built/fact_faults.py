"""Planted faults: how many each rule over facts finds, and how often it speaks where nothing is wrong.

Run: python -m benchmarks.built.fact_faults --count 200 --seed 1 [--show]
"""

import argparse
import hashlib
from collections import Counter, defaultdict

from benchmarks.built.faulty import DRAWS, FaultyCase, faulty_cases

from tracuu.checks import Material, find_discrepancies
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.text import normalise
from tracuu.types import Discrepancy, Source


def found_in(case: FaultyCase) -> tuple[Discrepancy, ...]:
    """What all rules find in the texts of a case."""
    sources = {}
    for name, text in case.files:
        plain = normalise(text)
        sources[name] = Source(source_id=name, sha256=hashlib.sha256(plain.encode()).hexdigest(), text=plain)
    read = [document for source in sources.values() for document in read_documents(source)]
    documents = link_documents(read, {name: source.text for name, source in sources.items()})
    return find_discrepancies(Material(documents=documents, sources=sources, facts=read_facts(documents, sources)))


def measure(count: int, seed: int, *, show: bool = False) -> dict[str, tuple[float, float]]:
    """Recall and precision of each rule; a finding of a rule in a case of another counts against it too."""
    hits: Counter[str] = Counter()
    false: Counter[str] = Counter()
    wrong: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rule in DRAWS:
        for case in faulty_cases(rule, count, seed):
            spoken = {finding.rule for finding in found_in(case) if finding.rule in DRAWS}
            hits[rule] += case.fault and rule in spoken
            for other in spoken:
                false[other] += other != rule or not case.fault
            if (rule in spoken) != case.fault or spoken - {rule}:
                wrong[rule][f"{'fault' if case.fault else 'near miss'}: {case.guise} -> {sorted(spoken)}"] += 1
                if show:
                    texts = [text for _, text in case.files]
                    print("-----", rule, case.guise, case.fault, sorted(spoken), *texts, sep="\n")
    for rule in DRAWS:
        print(
            f"{rule:14} recall {hits[rule] / count:.3f}  precision {hits[rule] / max(1, hits[rule] + false[rule]):.3f}"
        )
        for guise, number in wrong[rule].most_common():
            print(f"    {number:4} {guise}")
    return {rule: (hits[rule] / count, hits[rule] / max(1, hits[rule] + false[rule])) for rule in DRAWS}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    measure(options.count, options.seed, show=options.show)
