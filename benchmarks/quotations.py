"""Quotations made from the shipped corpus and held against it: those that are word for word, and those that are not.

    python benchmarks/quotations.py [--count 30000] [--seed 1] [--index DIR]

A case is a stretch of a passage, or of the text across passages. With other white space, other line breaks, marks
taken apart (NFD) or quotation marks around it, it must be `exact`. With one digit, one mark of a letter, one agency or
one negation changed, added or taken away it must not be, and what changes a figure, an agency or the sense must be
marked. What stands so in another place of the corpus (by a plain search of our own) is no case. Failures are printed;
their number is the exit code.
"""

import argparse
import random
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tracuu.documents import strip_markup
from tracuu.index import open_index
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.naming import plain_name
from tracuu.types import Passage, QuoteMatch, Source, Verdict

AGENCIES = (
    "Sở Xây dựng", "Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ",
    "Ủy ban nhân dân tỉnh", "UBND các xã, phường", "Công an tỉnh", "Ban Tổ chức Tỉnh ủy", "Ban Thường vụ Tỉnh ủy",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Thanh tra tỉnh", "Văn phòng Tỉnh ủy", "Hội đồng nhân dân tỉnh",
)  # fmt: skip
NEGATIONS = ("không", "chưa")
SPACES = (" ", "  ", "\n", "\n\n", "\t", "\u00a0", " \n", "\r\n")
_AGENCY = re.compile(
    "|".join(rf"\b{a}\b" for a in sorted((*AGENCIES, "UBND tỉnh", "Tỉnh ủy", "Đảng ủy"), key=len)[::-1])
)
_ANY_CASE = re.compile(_AGENCY.pattern.lower().replace(r"\B", r"\b"))
_NEGATION = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)")


class Case(NamedTuple):
    """A quotation; ``exact``: it stands word for word in the corpus; ``marked``: what differs is grave."""

    kind: str
    text: str
    exact: bool
    marked: bool = False


class Known:
    """The corpus as a plain search of our own finds words in it."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._texts = [squeezed(form) for s in sources.values() for form in (s.text, strip_markup(s.text))]

    def __contains__(self, text: str) -> bool:
        return any(form in whole for form in {squeezed(text), squeezed(strip_markup(text))} for whole in self._texts)


def squeezed(text: str) -> str:
    """The text without any white space."""
    return re.sub(r"\s+", "", text)


# --- Making cases ------------------------------------------------------------------------------


def make_cases(sources: Mapping[str, Source], passages: Sequence[Passage], count: int, seed: int) -> Iterator[Case]:
    """``count`` cases, half of them exact; the same ones for the same seed."""
    chance = random.Random(seed)
    known = Known(sources)
    kinds = sorted(_CHANGES)
    made = 0
    while made < count:
        quote = _stretch(chance, sources, passages)
        if made % 2 == 0:
            yield Case("white space", _respaced(chance, quote), True)
        else:
            kind = kinds[made // 2 % len(kinds)]
            change, marked = _CHANGES[kind]
            changed = change(chance, quote)
            if changed is None or changed in known:
                continue
            # Of five words and fewer another passage may be as near as the one they were taken from.
            yield Case(kind, changed, False, marked and len(changed.split()) > 5)
        made += 1


def _stretch(chance: random.Random, sources: Mapping[str, Source], passages: Sequence[Passage]) -> str:
    """4 to 60 words of a passage, or of the text from one on, as they are written."""
    passage = chance.choice(passages)
    text = passage.text
    if chance.random() < 0.3:
        whole = sources[passage.source_id].text
        end = re.compile(r"\s|$").search(whole, passage.span.end + chance.choice((200, 600)))
        text = whole[passage.span.start : end.start() if end else None]
    words = list(re.finditer(r"\S+", text))
    if chance.random() < 0.25 and len(words) >= 4 and len(text) < 3_000:
        return text.strip()
    length = chance.randint(4, 60)
    first = chance.randrange(max(1, len(words) - length))
    used = words[first : first + length]
    quote = text[used[0].start() : used[-1].end()]
    if first and _NEGATION.fullmatch(words[first - 1].group()):
        return _stretch(chance, sources, passages)  # it would say the contrary
    return quote if sum(c.isalpha() for c in quote) > 9 else _stretch(chance, sources, passages)


def _respaced(chance: random.Random, quote: str) -> str:
    changed = re.sub(r"\s+", lambda _: chance.choice(SPACES), quote) if chance.random() < 0.8 else quote
    if chance.random() < 0.2:
        changed = unicodedata.normalize("NFD", changed)
    if chance.random() < 0.2:
        changed = chance.choice(("“{}”", '"{}"', "“{}”.", " {} ")).format(changed)
    return changed


def _digit(chance: random.Random, quote: str) -> str | None:
    places = [m.start() for m in re.finditer(r"\d", quote)]
    if not places:
        return None
    at = chance.choice(places)
    how = chance.randrange(3)
    other = chance.choice([d for d in "0123456789" if d != quote[at]])
    if how == 0:
        return quote[:at] + other + quote[at + 1 :]
    if how == 1:
        return quote[:at] + other + quote[at:]
    beside = quote[at - 1 : at] + quote[at + 1 : at + 2]
    return quote[:at] + quote[at + 1 :] if any(c.isdigit() for c in beside) else None


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _mark(chance: random.Random, quote: str) -> str | None:
    """One tone changed, added or taken away, or đ and d exchanged."""
    places = [m.start() for m in re.finditer(r"[^\W\d_]", quote) if quote[m.start()].lower() in _VOWELS + "đd"]
    if not places:
        return None
    at = chance.choice(places)
    if quote[at].lower() in "đd":
        return quote[:at] + quote[at].translate(str.maketrans("đdĐD", "dđDĐ")) + quote[at + 1 :]
    letters = unicodedata.normalize("NFD", quote[at])
    bare = "".join(c for c in letters if c not in _TONES)
    other = chance.choice([t for t in ("", *_TONES) if unicodedata.normalize("NFC", bare + t) != quote[at]])
    return quote[:at] + unicodedata.normalize("NFC", bare + other) + quote[at + 1 :]


_VOWELS = "".join(
    unicodedata.normalize("NFC", v + t)
    for v in ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    for t in ("", *_TONES)
)


def _agency(chance: random.Random, quote: str) -> str | None:
    found = list(_AGENCY.finditer(quote))
    if not found:
        return None
    match = chance.choice(found)
    before, behind = quote[: match.start()], quote[match.end() :]
    other = chance.choice([a for a in AGENCIES if plain_name(a) != plain_name(match.group())])
    if len(re.findall(r"\w+", before + " " + behind)) < 3:
        return None  # "c) Sở Xây dựng": nobody can tell which it was
    if chance.random() < 0.5:
        return before + other + behind
    if chance.random() < 0.5:
        return f"{before}{match.group()}, {other}{behind}"
    inside = min(len(re.findall(r"\w+", part)) for part in (before, behind)) > 2
    return f"{before.rstrip()} {behind.lstrip()}" if inside else None


def _negation(chance: random.Random, quote: str) -> str | None:
    found = [
        m for m in _NEGATION.finditer(quote) if re.search(r"\w", quote[m.end() :])
    ]  # else it is only a shorter quotation
    how = chance.randrange(3)
    if found and how:
        match = chance.choice(found)
        other = {"không": "chưa", "chưa": "không"}[match.group()] + " " if how == 1 else ""
        return quote[: match.start()] + other + quote[match.end() :].lstrip()
    at = chance.choice([m.start() for m in re.finditer(r"(?<!\S)\S", quote)])
    return f"{quote[:at]}{chance.choice(NEGATIONS)} {quote[at:]}"


_CHANGES: Mapping[str, tuple[Callable[[random.Random, str], str | None], bool]] = {
    "digit": (_digit, True),
    "mark": (_mark, False),
    "agency": (_agency, True),
    "negation": (_negation, True),
}


# --- Judging -----------------------------------------------------------------------------------


def failure(case: Case, match: QuoteMatch) -> str | None:
    """What is wrong with the verdict; None when nothing is."""
    if case.exact != (match.verdict is Verdict.EXACT):
        return f"verdict {match.verdict}"
    if (match.similarity == 1) != case.exact:
        return f"similarity {match.similarity}"
    if match.verdict is Verdict.ALTERED and not match.differences:
        return "altered without a difference"
    altered = match.verdict is Verdict.ALTERED and match.citation is not None
    if altered and case.marked and not any(d.marked for d in match.differences) and not _same_agencies(case, match):
        return "not marked: " + "; ".join(f"{d.yours!r} / {d.source!r}" for d in match.differences)
    for difference in match.differences:
        start, end = difference.yours_span
        if " ".join(match.text[start:end].split()) != difference.yours:
            return f"{difference.yours!r} is not at {start}-{end}"
    return None


def _same_agencies(case: Case, match: QuoteMatch) -> bool:
    """Whether an agency was changed to one that the source names there too: then other words are what differs."""
    quote = match.citation.quote if match.citation else ""
    mine, theirs = (Counter(_ANY_CASE.findall(" ".join(text.lower().split()))) for text in (match.text, quote))
    return case.kind == "agency" and mine == theirs


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=Path, default=Path("index"))
    options = parser.parse_args()
    opened = open_index(options.index)
    started = time.perf_counter()
    index = QuoteIndex(opened.sources, opened.documents, opened.passages)
    index.grade("Quy hoạch")
    print(f"index of quotations: {time.perf_counter() - started:.2f} s")
    failures: Counter[str] = Counter()
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    took: dict[str, list[float]] = defaultdict(list)
    for case in make_cases(opened.sources, opened.passages, options.count, options.seed):
        before = time.perf_counter()
        match = index.grade(case.text)
        took[case.kind].append(1000 * (time.perf_counter() - before))
        verdicts[case.kind][match.verdict] += 1
        if why := failure(case, match):
            failures[case.kind] += 1
            print(f"FAILED ({case.kind}): {why}\n    {case.text!r}")
    for kind, times in took.items():
        p95 = statistics.quantiles(times, n=20)[18]
        print(
            f"{kind:12} {len(times):6} cases, {failures[kind]} failures, {dict(verdicts[kind])},"
            f" {statistics.median(times):.1f} ms p50, {p95:.1f} ms p95, {max(times):.0f} ms at most"
        )
    return min(sum(failures.values()), 100)


if __name__ == "__main__":
    sys.exit(main())
