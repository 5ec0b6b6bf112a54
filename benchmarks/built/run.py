"""Ask built directives and count right, wrong, refused and invented answers.

    python -m benchmarks.built.run --cases 2000 [--seed N] [--json] [--out DIR]

Directives, their indexes and the list of wrong answers are kept in ``benchmarks/data/built``; a second run with the
same seed embeds nothing anew.
"""

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import Any

from benchmarks.built.cases import make_cases
from benchmarks.built.generator import make_corpus
from benchmarks.built.judging import Verdict, judge, uncovered
from benchmarks.built.records import Case, Directive

from tracuu import vi
from tracuu.pipeline import Library, build_index

OUT = Path(__file__).parent.parent / "data" / "built"
# Passages cost a tenth of a second each, questions a twentieth: so many questions a directive.
PER_DOCUMENT = 35
CORPUS_SIZE = 30
JOINERS: tuple[str, ...] = getattr(vi, "JOINERS", ("; ", ", ", " … ", ": "))


def main() -> None:
    """Run the benchmark and print its report."""
    options = _options()
    # Short ones give fewer questions than are asked for.
    documents = ceil(options.cases / (PER_DOCUMENT - 1))
    corpora = ceil(documents / CORPUS_SIZE)
    verdicts: list[Verdict] = []
    loose: list[str] = []
    for n in range(corpora):
        seed = options.seed * 1000 + n
        corpus = make_corpus(seed, ceil(documents / corpora))
        cases = make_cases(seed, corpus, PER_DOCUMENT)[: options.cases - len(verdicts)]
        library = open_corpus(corpus, options.out / str(seed))
        ruled, made_up = ask_all(library, cases)
        verdicts += ruled
        loose += made_up
    faulty = [v for v in verdicts if v.outcome in ("wrong", "invented")]
    lines = [json.dumps({**asdict(v.case), **_said(v)}, ensure_ascii=False) for v in faulty]
    (options.out / "wrong.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = [
        json.dumps({**asdict(v.case), **_said(v)}, ensure_ascii=False) for v in verdicts if v.outcome == "refused"
    ]
    (options.out / "refused.jsonl").write_text("\n".join(refused) + "\n", encoding="utf-8")
    report = summary(verdicts, loose)
    print(
        json.dumps(report, ensure_ascii=False, indent=1) if options.json else _text(report, faulty, loose, options.show)
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--show", type=int, default=1000, help="so many wrong answers at most")
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args()


def open_corpus(corpus: Sequence[Directive], folder: Path) -> Library:
    """The directives written to ``folder``/corpus and indexed in ``folder``/index."""
    shutil.rmtree(folder / "corpus", ignore_errors=True)
    (folder / "corpus").mkdir(parents=True)
    for directive in corpus:
        (folder / "corpus" / directive.file).write_text(directive.text, encoding="utf-8")

    def tell(stage: str, done: int, total: int) -> None:
        print(f"\r{stage} {done}/{total}", end="", file=sys.stderr)

    build_index(folder / "corpus", folder / "index", progress=tell)
    print(file=sys.stderr)
    return Library.open(folder / "index")


def ask_all(library: Library, cases: Sequence[Case]) -> tuple[list[Verdict], list[str]]:
    """The verdicts, and the answers that are not made of what they cite."""
    verdicts, loose = [], []
    for n, case in enumerate(cases, 1):
        if n % 100 == 0:
            print(f"{n}/{len(cases)}", file=sys.stderr)
        answer = library.ask(case.question)
        verdicts.append(judge(case, answer))
        made_up = uncovered(answer, JOINERS)
        if made_up:
            loose.append(f"{case.question} -> {made_up}")
    return verdicts, loose


def _said(verdict: Verdict) -> dict[str, str | None]:
    return {"outcome": verdict.outcome, "said": verdict.said, "cited": verdict.cited, "fault": verdict.fault}


def measures(verdicts: Sequence[Verdict]) -> dict[str, float | int | None]:
    """Counts and shares of a group."""
    counts = Counter(v.outcome for v in verdicts)
    given = counts["right"] + counts["wrong"]
    asked, nothing = given + counts["refused"], counts["kept"] + counts["invented"]
    elsewhere = sum(v.outcome == "right" and v.cited != v.case.file for v in verdicts)
    return {
        "cases": len(verdicts),
        "right": counts["right"],
        "wrong": counts["wrong"],
        "refused": counts["refused"],
        "accuracy": round(counts["right"] / given, 4) if given else None,
        "coverage": round(given / asked, 4) if asked else None,
        "no_answer": nothing,
        "invented": counts["invented"],
        "right_but_cites_another": elsewhere,
    }


def summary(verdicts: Sequence[Verdict], loose: Sequence[str]) -> dict[str, object]:
    """Measures over all, by slot, shape and style, and invented answers by why there is none."""
    nothing = [v for v in verdicts if not v.case.wanted]
    return {
        "all": measures(verdicts),
        "slot": _by(verdicts, lambda v: v.case.slot),
        "shape": _by(verdicts, lambda v: v.case.shape),
        "style": _by(verdicts, lambda v: v.case.style),
        "no_answer": _by(nothing, lambda v: v.case.why),
        "not_made_of_citations": len(loose),
    }


def _by(verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> dict[str, dict[str, float | int | None]]:
    return {name: measures([v for v in verdicts if key(v) == name]) for name in sorted({key(v) for v in verdicts})}


def _text(report: dict[str, object], faulty: Sequence[Verdict], loose: Sequence[str], show: int) -> str:
    lines = []
    for v in faulty[:show]:
        wanted = " + ".join(" | ".join(group) for group in v.case.wanted) or f"nothing ({v.case.why})"
        lines += [
            f"[{v.outcome}: {v.fault}] {v.case.slot} {v.case.shape} {v.case.style} {v.case.id}",
            f"  Q {v.case.question}",
            f"  S {v.said}",
            f"  W {wanted}",
        ]
    lines += [f"[not made of what it cites] {line}" for line in loose[:show]]
    for title in ("slot", "shape", "style", "no_answer"):
        groups = report[title]
        assert isinstance(groups, dict)
        lines += ["", f"{title:<44}   right   wrong refused    kept invented accuracy coverage"]
        lines += [_row(name, m) for name, m in groups.items()]
    overall = report["all"]
    assert isinstance(overall, dict)
    return "\n".join([*lines, "", _row("all", overall), f"not made of what they cite: {len(loose)}"])


def _row(name: str, m: dict[str, Any]) -> str:
    counts = (m["right"], m["wrong"], m["refused"], m["no_answer"] - m["invented"], m["invented"])
    shares = "".join(f"{'-' if x is None else f'{100 * x:.1f}':>9}" for x in (m["accuracy"], m["coverage"]))
    return f"{name:<44}{''.join(f'{count:>8}' for count in counts)}{shares}"


if __name__ == "__main__":
    main()
