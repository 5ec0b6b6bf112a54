"""What scanning does to a text: misread numerals in labels, broken lines. Lost numbers and dates are not printed."""

import random
import re

KINDS = ("misread numeral", "lost number", "lost date", "broken paragraph", "broken row")
_MISREAD = {"III": "HI", "II": "1I", "IV": "1V"}


def apply(rng: random.Random, text: str, kinds: tuple[str, ...]) -> str:
    """The text with its damage; values stay whole words."""
    if "misread numeral" in kinds:
        numeral = rng.choice(sorted(_MISREAD))
        text = re.sub(rf"^(\W*){numeral}\. ", rf"\g<1>{_MISREAD[numeral]}. ", text, count=1, flags=re.M)
    if "broken paragraph" in kinds:
        text = _break(rng, text, re.compile(r"^(?:\d+\.|[a-zđ]\)|-) [^\t|<\n]{90,}$", re.M), "\n\n")
    if "broken row" in kinds:
        text = _break(rng, text, re.compile(r"(?<=^\d\t)[^\t\n]{30,}(?=\t)", re.M), "\n")
    return text


def _break(rng: random.Random, text: str, pattern: re.Pattern[str], by: str) -> str:
    """One of the stretches that the pattern finds, cut in two at a space near its middle."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = rng.choice(found)
    middle = text.index(" ", match.start() + (match.end() - match.start()) // 2 - 8)
    return text[:middle] + by + text[middle + 1 :] if middle < match.end() else text
