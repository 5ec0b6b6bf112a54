"""Where the sentences and paragraphs of a draft begin and end, looked up in no time."""

import re
from bisect import bisect_left, bisect_right

from tracuu.text import UPPER

_END = re.compile(rf"[.!?…][”\"’»)]*(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹⁠]+)?\s+(?=[“\"‘«(]?[{UPPER}])|\n")


class Sentences:
    """The sentences of one text; a line is a paragraph."""

    def __init__(self, text: str) -> None:
        found = list(_END.finditer(text))
        self._ends = [match.start() for match in found]
        self._starts = [match.end() for match in found]
        self._lines = [match.end() for match in re.finditer("\n", text)]
        self._length = len(text)

    def end(self, at: int) -> int:
        """Where the sentence or line that goes on at ``at`` ends."""
        number = bisect_left(self._ends, at)
        return self._ends[number] if number < len(self._ends) else self._length

    def start(self, at: int) -> int:
        """Where the sentence at ``at`` begins, not before its paragraph."""
        number = bisect_right(self._starts, at)
        return max(self._starts[number - 1] if number else 0, self.paragraph(at))

    def paragraph(self, at: int) -> int:
        """Where the paragraph at ``at`` begins."""
        number = bisect_right(self._lines, at)
        return self._lines[number - 1] if number else 0
