"""Physical lines without their mark-up, each with the span it came from.

OCR puts `#`, `**`, `<sup>` and LaTeX where it likes. Structure is read from the bare text; what is
quoted keeps every character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracuu.text import trim
from tracuu.types import Span

_HEADING_MARK = re.compile(r"#{1,6}\s+")
_HEADING_MARKS = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|br|p|div|span|center|font|h[1-6])\b[^<>]{0,80}/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__+(?=\w)|(?<=\w)__+|\*{2,}")
_MATH = re.compile(r"\$([^$\n]{1,40})\$")
# Lines that only draw a rule: -----, ***, ____, =====.
_RULE = re.compile(r"[\s\-–—_*=~.·•]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``bare`` is its text without mark-up; ``gap`` tells that a blank line stands above.

    ``strong`` tells that mark-up made it a heading or set it wholly in bold.
    """

    span: Span
    bare: str
    gap: bool
    strong: bool

    @property
    def is_upper(self) -> bool:
        """At least 80 % of its letters are capitals (OCR loses some)."""
        letters = [c for c in self.bare if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def strip_markup(text: str) -> str:
    """The text as a reader sees it: no Markdown, HTML or LaTeX signs. For searching and reading only."""
    text = _HEADING_MARKS.sub("", _MATH.sub(r"\1", text))
    text = _TAGS.sub(lambda m: " " if m.group()[1:3].lower() in {"br", "p>", "di"} else "", text)
    text = re.sub(r"(?<=[A-Za-z])\^\{?(\d)\}?", r"\1", text)
    return _EMPHASIS.sub("", text).replace("\\", "")


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]`` that hold something; rules and blank ones count as gaps."""
    lines: list[Line] = []
    gap = True
    for span in _line_spans(text, start, len(text) if end is None else end):
        raw = text[span.start : span.end]
        if _RULE.match(raw):
            gap = gap or not raw.strip() or len(raw.strip()) > 2
            continue
        body = _HEADING_MARK.sub("", raw, count=1) if (marked := bool(_HEADING_MARK.match(raw))) else raw
        bare = " ".join(strip_markup(body).split())
        strong = marked or (body.startswith("**") and body.rstrip().endswith("**"))
        if bare:
            lines.append(Line(span, bare, gap, strong))
            gap = False
    return lines


def _line_spans(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        span = trim(text, start, stop)
        yield span
        start = stop + 1


def outside(lines: Sequence[Line], spans: Sequence[Span]) -> list[Line]:
    """The lines that lie in none of the (sorted or unsorted) ``spans``."""
    return [line for line in lines if not any(s.start <= line.span.start < s.end for s in spans)]
