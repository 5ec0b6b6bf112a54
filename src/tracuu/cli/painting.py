"""What a person reads on a terminal: titles in bold, judgements in colour, lines broken at words below their beginning.

Signs and words say all that the colours say: `NO_COLOR` and files lose nothing.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache

from tracuu import vi


def show(text: str) -> None:
    """Print ``text``: painted where standard output is a terminal, as it is everywhere else."""
    if not sys.stdout.isatty():
        print(text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    lines = text.split("\n")
    titles = _titles(lines)
    for number, line in enumerate(lines):
        words = line.lstrip(" ")
        painted = Text(words, style="bold" if number in titles else "")
        for pattern, style in _styles():
            painted.highlight_regex(pattern, style)
        indent = len(line) - len(words)
        for part in painted.wrap(console, max(20, console.width - indent)):
            part.rstrip()
            console.print(Text(" " * indent) + part)


# "Căn cứ:", "Viện dẫn: đoạn thứ nhất, …": what follows is of that kind.
_LABEL = re.compile(r"[^\W\d_][^:,“”\n]{1,24}:(?=\s|$)")


def _titles(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that head something: the first that is no label, and those with lines set in below."""
    outer = [n for n, line in enumerate(lines) if line and not line.startswith(" ") and not _LABEL.match(line)]
    return {n for n in outer if n == outer[0] or (lines[n + 1 : n + 2] or [""])[0].startswith(" ")}


@cache
def _styles() -> Iterable[tuple[re.Pattern[str], str]]:
    """What is painted, and how; the later ones lie over the earlier."""
    grave, warning, info = (re.escape(f"[{name}]") for name in vi.CHECK_SEVERITIES.values())
    return (
        (re.compile(rf"^{_LABEL.pattern}"), "cyan"),
        (re.compile(rf"^{vi.QUOTE_MARKED} .*"), "red"),
        (re.compile(rf"^{re.escape(vi.QUOTE_VERDICTS['exact'])}"), "green"),
        (re.compile(rf"^{re.escape(vi.QUOTE_VERDICTS['altered'])}"), "red"),
        (re.compile(rf"^(?:{re.escape(vi.QUOTE_VERDICTS['not_found'])}|{re.escape(vi.QUOTE_SLIGHTLY)})"), "yellow"),
        (re.compile(grave), "red"),
        (re.compile(warning), "yellow"),
        (re.compile(info), "blue"),
    )
