"""Planted faults and near-misses for the rules over text: what is printed, where, and what must be found.

    python -m benchmarks.built.faults --rule numbering --cases 200 --seed 1

A case is one small corpus. Of a fault some finding must touch a planted place; of a near-miss nothing may be found, of
a misread numeral nothing above information.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracuu.checks import Material
from tracuu.documents import link_documents, read_documents
from tracuu.text import normalise
from tracuu.types import Discrepancy, Facts, Severity, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``texts`` by file; ``planted`` are words at a fault, each in one file, none for a near-miss."""

    shape: str
    texts: dict[str, str]
    planted: tuple[tuple[str, str], ...] = ()
    most: Severity | None = None
    """The gravest that may be found in a near-miss; None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many faults were found, near-misses were left alone, and findings were called for."""

    faults: int
    found: int
    near: int
    quiet: int
    right: int
    wrong: int
    failures: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the faults that were found."""
        return self.found / self.faults if self.faults else 1.0

    @property
    def precision(self) -> float:
        """Share of the findings that were called for."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def material_of(case: Case) -> Material:
    """The documents of a case, linked."""
    texts = {name: normalise(text) for name, text in case.texts.items()}
    sources = {name: Source(source_id=name, sha256="", text=text) for name, text in sorted(texts.items())}
    documents = [document for source in sources.values() for document in read_documents(source)]
    return Material(documents=link_documents(documents, texts), sources=sources, facts=Facts())


Rule = Callable[[Material], Iterator[Discrepancy]]


def judge(rule: Rule, cases: Sequence[Case]) -> Score:
    """A rule on all cases; failures in words, the case's text behind each."""
    tally: Counter[str] = Counter()
    failures: list[str] = []
    for number, case in enumerate(cases):
        material = material_of(case)
        found = list(rule(material))
        hit, wrong = _hits(case, found, material)
        if case.planted:
            tally.update(faults=len(case.planted), found=len(hit), right=len(found) - len(wrong), wrong=len(wrong))
        else:
            grave = [d for d in found if case.most is None or _RANK[d.severity] > _RANK[case.most]]
            wrong = grave
            tally.update(near=1, quiet=not grave, wrong=len(grave))
        missed = [words for words in case.planted if words not in hit]
        if missed or wrong:
            said = [(d.severity.value, d.message, d.values) for d in wrong]
            failures.append(
                f"{number} {case.shape}: missed {missed}; wrong {said}\n{json.dumps(case.texts, ensure_ascii=False)}"
            )
    return Score(
        **{name: tally[name] for name in ("faults", "found", "near", "quiet", "right", "wrong")},
        failures=tuple(failures),
    )


_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def _hits(
    case: Case, found: Sequence[Discrepancy], material: Material
) -> tuple[set[tuple[str, str]], list[Discrepancy]]:
    """The planted places that a finding touches, and the findings that touch none."""
    spans = {}
    for file, words in case.planted:
        start = material.sources[file].text.index(words)
        spans[file, words] = (start, start + len(words))
    files = {document.doc_id: document.source_id for document in material.documents}
    hit: set[tuple[str, str]] = set()
    wrong: list[Discrepancy] = []
    for discrepancy in found:
        touched = {
            plant
            for plant, (start, end) in spans.items()
            for place in discrepancy.places
            if files[place.doc_id] == plant[0] and place.span.start < end and start < place.span.end
        }
        hit |= touched
        if not touched:
            wrong.append(discrepancy)
    return hit, wrong


def _main() -> None:
    from benchmarks.built import faults_copies, faults_names, faults_numbering

    from tracuu.checks.abolished_unit import find_abolished_units
    from tracuu.checks.copy_difference import find_copy_differences
    from tracuu.checks.numbering import find_numbering
    from tracuu.checks.renamed_body import find_renamed_bodies

    rules: dict[str, tuple[Rule, Callable[[int, int], list[Case]]]] = {
        "numbering": (find_numbering, faults_numbering.make_cases),
        "copy_difference": (find_copy_differences, faults_copies.make_cases),
        "abolished_unit": (find_abolished_units, faults_names.make_unit_cases),
        "renamed_body": (find_renamed_bodies, faults_names.make_body_cases),
    }
    parser = argparse.ArgumentParser()
    parser.add_argument("--rule", choices=sorted(rules), required=True)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rule, make = rules[options.rule]
    score = judge(rule, make(options.seed, options.cases))
    print(
        f"{options.rule}: recall {score.found}/{score.faults} = {score.recall:.3f}, near-misses left alone "
        f"{score.quiet}/{score.near}, precision {score.right}/{score.right + score.wrong} = {score.precision:.3f}"
    )
    for failure in score.failures[: options.show]:
        print(failure)


if __name__ == "__main__":
    _main()
