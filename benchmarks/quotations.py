"""Quotations made from the shipped corpus and held against it: those that are word for word, and those that are not.

    python benchmarks/quotations.py [--count 30000] [--seed 1] [--index DIR]

A case is a stretch of a passage, or of the text across passages. With other white space (none between figure and unit,
too), other line breaks, marks taken apart (NFD) or quotation marks around it, it must be `exact`. With one digit, one
mark of a letter, one sign of a figure, one agency or one negation changed, added or taken away it must not be, nor when
it begins or ends inside a figure, date, symbol or word, runs out of the middle of a cell of a table into another, or
leaves words out at "[…]"; and what changes a figure, an agency or the sense must be marked. What stands so in another
place of the corpus (by a plain search of our own) is no case. Failures are printed; their number is the exit code.
"""

import argparse
import itertools
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
from tracuu.documents.issuer_names import plain_name
from tracuu.index import open_index
from tracuu.quotes.drafts import judge
from tracuu.quotes.grading import QuoteIndex
from tracuu.quotes.mentions import KnownDocuments
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
_ANY_CASE = re.compile(_AGENCY.pattern.lower().replace(r"\B", r"\b").replace(",", ""))
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

    def always_between(self, text: str, before: str, after: str) -> bool:
        """Whether ``text`` stands nowhere but behind ``before`` and in front of ``after`` (white space aside)."""
        words, first, last = squeezed(strip_markup(text)), squeezed(before), squeezed(after)
        for whole in self._texts[1::2]:
            at = whole.find(words)
            while at >= 0:
                if not whole.startswith(last, at + len(words)) or not whole.endswith(first, 0, at):
                    return False
                at = whole.find(words, at + 1)
        return True


def squeezed(text: str) -> str:
    """The text without any white space."""
    return re.sub(r"\s+", "", text)


# --- Making cases ------------------------------------------------------------------------------


def make_cases(sources: Mapping[str, Source], passages: Sequence[Passage], count: int, seed: int) -> Iterator[Case]:
    """``count`` cases, half of them exact; the same ones for the same seed."""
    chance = random.Random(seed)
    known = Known(sources)
    kinds = [*sorted(_CHANGES), *sorted(_CUTS)]
    made = 0
    while made < count:
        kind = "white space" if made % 2 == 0 else kinds[made // 2 % len(kinds)]
        case = _case(chance, kind, known, sources, passages)
        if case is not None:
            yield case
            made += 1
        elif kind in _CUTS and chance.random() < 0.02:
            made += 1 + made % 2  # a corpus without tables has no cells to cut


def _case(
    chance: random.Random, kind: str, known: Known, sources: Mapping[str, Source], passages: Sequence[Passage]
) -> Case | None:
    if kind in _CUTS:
        return _CUTS[kind](chance, known, sources, passages)
    quote = _stretch(chance, sources, passages)
    if kind == "white space":
        return Case(kind, _respaced(chance, quote), True)
    change, marked = _CHANGES[kind]
    changed = change(chance, quote)
    if changed is None or changed in known:
        return None
    # Of five words and fewer another passage may be as near as the one they were taken from.
    return Case(kind, changed, False, marked and len(changed.split()) > 5)


def _stretch(chance: random.Random, sources: Mapping[str, Source], passages: Sequence[Passage]) -> str:
    """4 to 60 words of a passage, or of the text from one on, as they are written; whole figures, whole cells."""
    while True:
        passage = chance.choice(passages)
        whole = sources[passage.source_id].text
        start, end = passage.span
        if chance.random() < 0.3:
            match = re.compile(r"\s|$").search(whole, end + chance.choice((200, 600)))
            end = match.start() if match else len(whole)
        words = list(re.finditer(r"\S+", whole[start:end]))
        if not (chance.random() < 0.25 and len(words) >= 4 and end - start < 3_000):
            length = chance.randint(4, 60)
            first = chance.randrange(max(1, len(words) - length))
            used = words[first : first + length]
            start, end = start + used[0].start(), start + used[-1].end()
        start, end = _whole_cells(whole, start, end)
        quote = whole[start:end].strip()
        if _is_fair(whole, start, end) and sum(c.isalpha() for c in quote) > 9 and len(quote) < 5_000:
            return quote


def _whole_cells(whole: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the whole cells, or the whole rows, that it touches when it runs over a tab."""
    lines = "\n" in whole[start:end].strip()
    edges = (whole[whole.rfind("\n", 0, start) + 1 : start], whole[end : whole.find("\n", end)])
    if "\t" not in whole[start:end] and not (lines and "\t" in "".join(edges)):
        return start, end
    for separators in ("\t\n", "\n") if lines else ("\t\n",):
        row_start, row_end = whole.rfind("\n", 0, start) + 1, whole.find("\n", end)
        if separators == "\t\n" or "\t" in whole[row_start : whole.find("\n", start)]:
            while start and whole[start - 1] not in separators:
                start -= 1
        if separators == "\t\n" or "\t" in whole[whole.rfind("\n", 0, end) + 1 : row_end]:
            while end < len(whole) and whole[end] not in separators:
                end += 1
    return start, end


# What may stand before, and behind, a quotation's edge and make it a cut through a figure, a date or a symbol: when in
# doubt, it is no case.
_BEFORE = re.compile(r"(?:[-–−+±≥≤<>~≈/&(]|\d[.,:]?|\d\s*[-–]|(?i:tháng|quý)(?:\s+[\dIVX]+\s+năm)?)\s*$")
_BEHIND = re.compile(r"\s*(?:[-–+/&%‰.,:]|\d|(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn|trăm|tháng|năm|giờ)\b)")


def _is_fair(whole: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where nobody would say that it cuts something, and behind no negation."""
    quote = whole[start:end].strip()
    before, behind = strip_markup(whole[max(0, start - 40) : start]), strip_markup(whole[end : end + 40])
    if not quote or _NEGATION.search(" ".join(before.lower().split()[-2:])):
        return False  # it would say the contrary
    first, last = strip_markup(quote).strip()[:1], strip_markup(quote).strip()[-12:]
    if first and (first.isdigit() or first in "/&%.,:;IVXLC" or first in "-–+") and _BEFORE.search(before):
        return False
    if re.match(r"(?:tháng|năm)\b", strip_markup(quote).strip()) and re.search(r"[\dIVX]\s*$", before):
        return False
    if re.search(r"(?i)(?:ngày|tháng|năm|quý|giờ)$", last) and re.match(r"\s*[\dIVX]", behind):
        return False
    return not (re.search(r"(?:\d|[IVX]|[%/&–-])\W?$", last) and _BEHIND.match(behind))


# Units that are typed with and without white space before them: "28 m²" and "28m²".
_BEFORE_UNIT = re.compile(r"(?<=\d)\s+(?=(?:m²|m2|m<sup>|ha|km|tỷ|triệu|nghìn|đồng|hộ|căn|người)(?![^\W\d_]))")


def _respaced(chance: random.Random, quote: str) -> str:
    quote = _BEFORE_UNIT.sub("", quote) if chance.random() < 0.5 else quote
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


def _sign(chance: random.Random, quote: str) -> str | None:
    """A sign put before a figure."""
    places = [m.start() for m in re.finditer(r"(?<=[^\W\d_]\s)\d", quote)]
    if not places:
        return None
    at = chance.choice(places)
    return f"{quote[:at]}{chance.choice('-±≥≤<>')}{quote[at:]}"


_CHANGES: Mapping[str, tuple[Callable[[random.Random, str], str | None], bool]] = {
    "digit": (_digit, True),
    "mark": (_mark, False),
    "agency": (_agency, True),
    "negation": (_negation, True),
    "sign": (_sign, True),
}

# Places inside figures, dates, symbols and words, each between the two groups.
_INSIDE = (
    re.compile(r"(\d)[.,](?=\d)()"),
    re.compile(r"(\d)()(?=\d)"),
    re.compile(r"(\d\s?[-–]\s?)()(?=\d)"),
    re.compile(r"(\d)()(?=\s?[-–]\s?\d)"),
    re.compile(r"(\d)()(?=\s?%)"),
    re.compile(r"(\d{1,2}/)()(?=\d{1,2}/\d{4})"),
    re.compile(r"(/)()(?=\d{4})"),
    re.compile(r"(\d{1,2})\s(?=tháng \d{1,2} năm \d{4})()"),
    re.compile(r"(tháng \d{1,2})\s(?=năm \d{4})()"),
    re.compile(r"(\d)()(?=[-/][A-ZĐ]{2,5}[-/][A-ZĐ]{2})"),
    re.compile(r"(\d[-/][A-ZĐ]{2,5})()(?=[-/][A-ZĐ]{2})"),
    re.compile(r"(\d)\s(?=(?:tỷ|triệu|nghìn)\b)()"),
    re.compile(r"([IVX])()(?=[IVX])"),
    re.compile(r"([^\W\d_])()(?=[^\W\d_])"),
)


def _cut_figure(
    chance: random.Random, known: Known, sources: Mapping[str, Source], passages: Sequence[Passage]
) -> Case | None:
    """A quotation that begins or ends inside a figure, date, symbol or word."""
    text = sources[chance.choice(passages).source_id].text
    pattern = chance.choice(_INSIDE)
    places = [(m.end(1), m.end()) for m in pattern.finditer(text)]
    if not places:
        return None
    left, right = chance.choice(places)
    length = chance.randint(3, 20)
    if chance.random() < 0.5:
        match = re.compile(rf"\S+(?:\s+\S+){{{length}}}").match(text, right)
        if (
            match is None
            or "\t" in match.group()
            or not known.always_between(match.group(), text[left - 2 : right], "")
        ):
            return None
        return Case("cut figure", match.group(), False, False)
    start = left
    for _ in range(length):
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), 0)
    quote = text[start:left].strip()
    if "\t" in quote or len(quote.split()) < 3 or not known.always_between(quote, "", text[left : right + 2]):
        return None
    return Case("cut figure", quote, False, False)


def _cut_cells(
    chance: random.Random, known: Known, sources: Mapping[str, Source], passages: Sequence[Passage]
) -> Case | None:
    """A quotation out of the middle of a cell into the next one, or out of a cell into the middle of the next one."""
    rows = [p.text for p in passages if p.row is not None and "\t" in p.text]
    cells = [c.split() for c in chance.choice(rows).split("\t") if c.strip()] if rows else []
    pairs = [pair for pair in itertools.pairwise(cells) if max(map(len, pair)) > 1]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    first, last = chance.randrange(len(one)), chance.randint(1, len(other))
    quote = " ".join([*one[first:], *other[:last]])
    if (first == 0 and last == len(other)) or sum(c.isalpha() for c in quote) < 10 or quote[-1] in ".,;:":
        return None
    before, after = " ".join(one[:first])[-6:], " ".join(other[last:])[:6]
    return (
        Case("cut cells", quote, False, len(quote.split()) > 5) if known.always_between(quote, before, after) else None
    )


def _omission(
    chance: random.Random, known: Known, sources: Mapping[str, Source], passages: Sequence[Passage]
) -> Case | None:
    """A quotation that leaves words out and says so."""
    words = _stretch(chance, sources, passages).split()
    if len(words) < 12:
        return None
    first = chance.randint(3, len(words) - 7)
    last = chance.randint(first + 1, len(words) - 4)
    quote = " ".join([*words[:first], chance.choice(("[...]", "[…]", "(...)", "…", "...")), *words[last:]])
    return None if quote in known else Case("omission", quote, False)


_CUTS: Mapping[str, Callable[[random.Random, Known, Mapping[str, Source], Sequence[Passage]], Case | None]] = {
    "cut cells": _cut_cells,
    "cut figure": _cut_figure,
    "omission": _omission,
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
    bare = (" ".join(text.lower().replace(",", "").split()) for text in (match.text, quote))
    mine, theirs = (Counter(_ANY_CASE.findall(text)) for text in bare)
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
    known = KnownDocuments(opened.documents)
    judge("Quy hoạch", index, known)
    print(f"index of quotations: {time.perf_counter() - started:.2f} s")
    failures: Counter[str] = Counter()
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    took: dict[str, list[float]] = defaultdict(list)
    for case in make_cases(opened.sources, opened.passages, options.count, options.seed):
        before = time.perf_counter()
        match = judge(case.text, index, known)
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
