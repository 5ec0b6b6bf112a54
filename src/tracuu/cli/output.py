"""What commands print alike: records as JSON on standard output; progress and notes on standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tracuu import vi


def as_json(record: Any) -> str:
    """A record, or a dict of records, on one line."""
    import msgspec

    return msgspec.json.encode(record).decode()


def print_lines(records: Iterable[object]) -> None:
    """One record a line, flushed as it goes."""
    for record in records:
        print(as_json(record), flush=True)


def note(sentence: str) -> None:
    """Tell on standard error what a person should know of the result."""
    print(vi.CLI_NOTE.format(message=sentence), file=sys.stderr)


def whole(text: str) -> str:
    """``text`` with what the terminal could not decode replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


@contextmanager
def told_when_long(words: str) -> Iterator[None]:
    """Say on standard error what goes on when it takes over a second."""
    from threading import Timer

    timer = Timer(1.0, lambda: print(words, file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on standard error, one line a stage."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell
