"""Plant faults of every rule, and near-misses that are none, and count what the rules say of them.

Run: python -m benchmarks.faults [--rule NAME ...] [--count 200] [--seed 1] [--show]

Prints recall and precision of each rule, below it the kinds of cases that it judges wrongly; ``--show`` prints each.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from benchmarks.built import (
    faults_cited,
    faults_copies,
    faults_facts,
    faults_held,
    faults_names,
    faults_numbering,
    faults_quotes,
)
from benchmarks.built.faults import Case, Judgement, Score, judge, scores

# Each makes so many faults and so many near-misses of one rule from a seed.
MAKERS: Mapping[str, Callable[[int, int], Sequence[Case]]] = {
    **{rule: partial(faults_facts.make_cases, rule) for rule in faults_facts.DRAWS},
    "numbering": faults_numbering.make_cases,
    "copy_difference": faults_copies.make_cases,
    "abolished_unit": faults_names.make_unit_cases,
    "renamed_body": faults_names.make_body_cases,
    **{rule: partial(faults_cited.make_cases, rule) for rule in faults_cited.DRAWS},
    **{rule: partial(faults_held.make_cases, rule) for rule in faults_held.DRAWS},
    **{rule: partial(faults_quotes.make_cases, rule) for rule in faults_quotes.DRAWS},
}


def judgements(rules: Sequence[str], count: int, seed: int) -> Iterator[Judgement]:
    """All cases of the rules, judged."""
    for rule in rules:
        yield from map(judge, MAKERS[rule](seed, count))


def shown(judged: Judgement) -> str:
    """A case with what was wrongly said of it."""
    case = judged.case
    head = f"----- {case.rule} {'fault' if case.fault else 'near miss'} {case.guise}: {judged.hit} of {judged.faults}"
    said = [f"{d.rule} {d.severity.value}: {d.message}" for d in (*judged.wrong, *judged.strange)]
    return "\n".join([head, *(f"[{file}] {words}" for file, words in case.planted), *said, *case.texts.values()])


def line(rule: str, score: Score) -> str:
    """Recall and precision of one rule, with the counts behind them."""
    return (
        f"{rule:18} recall {score.recall:6.1%} ({score.found}/{score.faults})"
        f"  precision {score.precision:6.1%} ({score.right}/{score.right + score.wrong})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rule", choices=sorted(MAKERS), action="append")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    judged = []
    for judgement in judgements(options.rule or list(MAKERS), options.count, options.seed):
        judged.append(judgement)
        if options.show and judgement.fails:
            print(shown(judgement))
    for rule, score in scores(judged).items():
        print(line(rule, score))
        for failure, number in score.failures.most_common():
            print(f"    {number:4} {failure}")


if __name__ == "__main__":
    main()
