"""Two copies of one directive: in another guise alone, or with words that differ."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.built.faults import Case, material_of
from benchmarks.built.generator import make_corpus

# A directive of the generator is taken once in a corpus of this size; more would lack names of communes.
_CORPUS = 60
_PLANTED = 3

# Built directives give times and cite documents at random.
_ALSO = frozenset({"past_deadline", "reference_future"})


def make_cases(seed: int, count: int) -> list[Case]:
    """At least ``count`` planted differences in some copies, and ``count`` copies in another guise alone."""
    rng = random.Random(f"tracuu copies {seed}")
    texts = _texts(seed, rng)
    faults: list[Case] = []
    while sum(len(case.planted) for case in faults) < count:
        faults.append(_fault(rng, next(texts)))
    return faults + [_near(rng, next(texts)) for _ in range(count)]


def _texts(seed: int, rng: random.Random) -> Iterator[str]:
    """Directives that are known as copies of themselves, without end."""
    batch = 0
    while True:
        batch += 1
        for directive in make_corpus(seed * 1000 + batch, _CORPUS):
            pair = _near(rng, directive.text)
            if any(document.copy_of for document in material_of(pair).documents):
                yield directive.text


# --- Another guise -----------------------------------------------------------------------------


def _guise(rng: random.Random, text: str) -> str:
    """The same words with other mark-up, line breaks, pages, spaces, quotation marks and tone marks."""
    for change in rng.sample(_GUISES, rng.randint(2, len(_GUISES))):
        text = change(rng, text)
    return text


def _is_plain(line: str) -> bool:
    """Whether a line is running text, whose guise may change."""
    return len(line) > 60 and not re.search(r"[\t|<]|^\s*[-#*]|  ", line)


def _pages(rng: random.Random, text: str) -> str:
    """A page number between two paragraphs that stand apart."""
    parts = text.split("\n\n")
    for number, at in enumerate(sorted(rng.sample(range(2, len(parts)), min(2, len(parts) - 3)), reverse=True)):
        if _is_plain(parts[at - 1].rpartition("\n")[2]) and len("\n\n".join(parts[:at])) > 400 + 900 * (1 - number):
            parts.insert(at, rng.choice((f"- {5 - number} -", f"Trang {5 - number}")))
    return "\n\n".join(parts)


def _bold(rng: random.Random, text: str) -> str:
    return re.sub(
        r"^((?:\d+|[a-zđ])[.)]) (?=\S)", lambda m: f"**{m[1]}** " if rng.random() < 0.4 else m[0], text, flags=re.M
    )


def _headings(rng: random.Random, text: str) -> str:
    return re.sub(
        r"^(?=[IVX]+[.-] )", lambda m: "#" * rng.randint(2, 4) + " " if rng.random() < 0.7 else "", text, flags=re.M
    )


def _wrapped(rng: random.Random, text: str) -> str:
    """Long lines broken in two at a space before a small letter."""

    def broken(match: re.Match[str]) -> str:
        line = match.group()
        if not _is_plain(line) or rng.random() < 0.6:
            return line
        spaces = [m.start() for m in re.finditer(r" (?=[a-zđ]{2})", line[40:-15])]
        at = 40 + rng.choice(spaces) if spaces else None
        return line if at is None else f"{line[:at]}\n{line[at + 1 :]}"

    return re.sub(r"^.+$", broken, text, flags=re.M)


def _spaces(rng: random.Random, text: str) -> str:
    return (
        re.sub(
            r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda m: rng.choice(("  ", "\u00a0")) if rng.random() < 0.01 else " ", text
        )
        if "\t" not in text and "   " not in text
        else text
    )


def _shapes(rng: random.Random, text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace(" - ", " – ") if "|" not in text else text


def _tones(rng: random.Random, text: str) -> str:
    return re.sub(r"\bủy\b", "uỷ", re.sub(r"\bỦy\b", "Uỷ", re.sub(r"\bhóa\b", "hoá", text)))


def _raised(rng: random.Random, text: str) -> str:
    return text.replace("m²", rng.choice(("m<sup>2</sup>", "$m^2$", "m2")))


_GUISES: tuple[Callable[[random.Random, str], str], ...] = (
    _pages,
    _bold,
    _headings,
    _wrapped,
    _spaces,
    _shapes,
    _tones,
    _raised,
)


# --- Other words -------------------------------------------------------------------------------


def _number(rng: random.Random, word: str) -> str | None:
    if not (match := re.search(r"\d", word)) or re.search(r"[A-Z]", word):
        return None
    digit = rng.choice([d for d in "123456789" if d != match.group()])
    return word[: match.start()] + digit + word[match.end() :]


def _slip(rng: random.Random, word: str) -> str | None:
    pairs = {"ấ": "â", "ể": "ê", "ả": "á", "đ": "d", "ộ": "ô", "ế": "ê", "ị": "i"}
    found = [c for c in pairs if c in word]
    return word.replace(found[0], pairs[found[0]], 1) if found and word.islower() and len(word) > 2 else None


def _other(rng: random.Random, word: str) -> str | None:
    return (
        rng.choice(("giảm", "thêm", "riêng", "toàn", "mới"))
        if word.isalpha() and word.islower() and len(word) > 2
        else None
    )


def _name(rng: random.Random, word: str) -> str | None:
    return rng.choice(("Bưởi", "Trạch", "Khuê")) if word.istitle() and word.isalpha() and len(word) > 2 else None


def _dropped(rng: random.Random, word: str) -> str | None:
    return "" if word.isalpha() and word.islower() and len(word) > 2 else None


def _negated(rng: random.Random, word: str) -> str | None:
    return f"không {word}" if word.isalpha() and word.islower() and len(word) > 2 else None


def _sign(rng: random.Random, word: str) -> str | None:
    return word[:-1] + {",": ";", ";": ","}[word[-1]] if word[-1] in ",;" and word[:-1].isalpha() else None


_CHANGES = (_number, _slip, _other, _name, _dropped, _negated, _sign)


def _fault(rng: random.Random, text: str) -> Case:
    """A copy in another guise, with words changed in the middle of lines; each place stands once in the first."""
    changed, planted = text, []
    words = [m for m in re.finditer(r"(?<=\S )\S+(?= \S)", text) if _is_changeable(text, m)]
    rng.shuffle(words)
    used: list[int] = []
    for change in rng.sample(_CHANGES, _PLANTED):
        for match in words:
            new = change(rng, match.group())
            context = text[match.start() - 12 : match.end() + 12]
            near = any(abs(match.start() - at) < 120 for at in used)
            if new is None or near or text.count(context) != 1 or changed.count(context) != 1:
                continue
            piece = context[:12] + new + context[12 + len(match.group()) :]
            changed = changed.replace(context, piece if new else piece.replace("  ", " "), 1)
            planted.append(("a.txt", context))
            used.append(match.start())
            break
    return Case(
        rule="copy_difference",
        also=_ALSO,
        guise="copy",
        fault=True,
        texts={"a.txt": text, "b.txt": _guise(rng, changed)},
        planted=tuple(planted),
    )


# What tells that two papers are copies (number, date, subject, province) is not changed: they would be two papers.
_FIRST = 0.2
_LAST = 0.95


def _is_changeable(text: str, match: re.Match[str]) -> bool:
    inside = _FIRST * len(text) < match.start() < _LAST * len(text)
    line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())]
    return (
        inside
        and len(line) > 60
        and not re.search(r"[\t|<]|  |^\s*#", line)
        and "\n" not in text[match.start() - 13 : match.end() + 13]
    )


def _near(rng: random.Random, text: str) -> Case:
    return Case(
        rule="copy_difference",
        also=_ALSO,
        guise="guise",
        fault=False,
        texts={"a.txt": text, "b.txt": _guise(rng, text)},
    )
