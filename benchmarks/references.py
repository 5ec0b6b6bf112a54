"""Plant faults in how documents are cited, and near-misses, and count what the rules say of them.

    python -m benchmarks.references [--count 200] [--seed 1] [--rule NAME] [--wrong]

A fault counts as found when its rule reports an error or warning (reference_unknown: an info) of that document.
Reports of other documents, and those of near-misses, are invented.
"""

import argparse
from collections.abc import Sequence

from benchmarks.built.planted import MAKERS, Planted, plant

from tracuu.checks import Material, find_discrepancies
from tracuu.documents import link_documents, read_documents
from tracuu.text import normalise
from tracuu.types import Discrepancy, Facts, Severity, Source


def main() -> None:
    """Run and print recall and precision of each rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", choices=sorted(MAKERS), action="append")
    parser.add_argument("--wrong", action="store_true", help="print every case that is judged wrongly")
    options = parser.parse_args()
    for rule in options.rule or MAKERS:
        cases = plant(rule, options.count, options.seed)
        told = [(case, told_of(case)) for case in cases]
        print(summary(rule, told))
        if options.wrong:
            for case, found in told:
                if case.fault != bool(_right(case, found)) or _extra(case, found):
                    print(f"--- {rule} fault={case.fault} {case.guise}")
                    print("\n".join(case.texts.values()))
                    print([d.message for d in found])


def told_of(case: Planted) -> list[Discrepancy]:
    """What the rule of the case says of its corpus."""
    quiet = Severity.INFO if case.rule != "reference_unknown" else None
    return [d for d in find_discrepancies(material(case)) if d.rule == case.rule and d.severity is not quiet]


def material(case: Planted) -> Material:
    """The corpus of a case as rules see it."""
    sources = {
        name: Source(source_id=name, sha256="0" * 64, text=normalise(text)) for name, text in sorted(case.texts.items())
    }
    read = [document for source in sources.values() for document in read_documents(source)]
    documents = link_documents(read, {name: source.text for name, source in sources.items()})
    return Material(documents=documents, sources=sources, facts=Facts())


def summary(rule: str, told: Sequence[tuple[Planted, Sequence[Discrepancy]]]) -> str:
    """One line: how many faults were found, how many near-misses were taken for one."""
    recall, precision = scores(told)
    found = sum(bool(_right(case, d)) for case, d in told)
    faults = sum(case.fault for case, _ in told)
    invented = sum(_extra(case, d) for case, d in told)
    return f"{rule:20} found {found}/{faults} (recall {recall:.3f}), invented {invented} (precision {precision:.3f})"


def scores(told: Sequence[tuple[Planted, Sequence[Discrepancy]]]) -> tuple[float, float]:
    """Recall and precision over faults and near-misses; what is told of another document is invented too."""
    found = sum(bool(_right(case, d)) for case, d in told)
    invented = sum(_extra(case, d) for case, d in told)
    faults = sum(case.fault for case, _ in told)
    return found / faults, found / (found + invented) if found + invented else 1.0


def _right(case: Planted, found: Sequence[Discrepancy]) -> list[Discrepancy]:
    return [d for d in found if case.fault and case.symbol in d.message]


def _extra(case: Planted, found: Sequence[Discrepancy]) -> int:
    """Findings that speak of another document; other documents of a corpus are in truth not held."""
    if case.fault and case.rule == "reference_unknown":
        return 0
    return sum(not (case.fault and case.symbol in d.message) for d in found)


if __name__ == "__main__":
    main()
