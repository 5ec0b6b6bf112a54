"""Mistyped versions of right text, seeded: as heard by ear, slips of the keyboard, wrong marks, raw keys, spaces."""

import re
import unicodedata

from tracuu.queries.mistyping import near_keys
from tracuu.queries.words import words_of
from tracuu.text import fold

_EAR = [
    *[("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("gi", "d"), ("d", "gi"), ("r", "d"), ("v", "d"), ("l", "n")],
    *[("n", "l"), ("ngh", "ng"), ("gh", "g"), ("k", "c")],
]
_EAR_ENDS = [("n", "ng"), ("ng", "n"), ("t", "c"), ("c", "t"), ("nh", "n")]
_TELEX = {"ươ": "uow", "ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"ươ": "u7o7", "ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_TONES = {"\u0300": ("f", "2"), "\u0301": ("s", "1"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0323": ("j", "5")}
# Words of asking and small words: mistakes are put into the others.
_SMALL = frozenset(
    [
        "ai",
        "à",
        "ạ",
        "bị",
        "các",
        "cái",
        "cho",
        "có",
        "của",
        "cứ",
        "đã",
        "đang",
        "để",
        "đến",
        "đi",
        "do",
        "đó",
        "gì",
        "là",
        "mà",
        "mấy",
        "nào",
        "này",
        "ở",
        "ra",
        "sao",
        "sẽ",
        "thì",
        "trong",
        "trên",
        "từ",
        "và",
        "về",
        "với",
        "vào",
        "theo",
        "tỉnh",
        "xã",
        "huyện",
        "phường",
        "thành",
        "phố",
    ]
)


def _tone(word):
    return next((c for c in unicodedata.normalize("NFD", word) if c in _TONES), "")


def _toneless(word):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES))


def _retoned(word, tone):
    """The word with another tone on the same vowel."""
    spots = [i for i, c in enumerate(word) if any(t in _TONES for t in unicodedata.normalize("NFD", c))]
    if not spots:
        return word
    plain = _toneless(word)
    return unicodedata.normalize("NFC", plain[: spots[0] + 1] + tone + plain[spots[0] + 1 :])


def by_ear(word, rng):
    tone = _tone(word)
    if tone in "\u0309\u0303" and tone and rng.random() < 0.5:
        return _retoned(word, "\u0303" if tone == "\u0309" else "\u0309")
    ways = [b + word[len(a) :] for a, b in _EAR if word.startswith(a) and not word.startswith((a + "h", a + "r"))]
    ways += [word[: -len(a)] + b for a, b in _EAR_ENDS if word.endswith(a) and not (a == "n" and len(word) < 3)]
    ways += [word.replace("ươ", "uơ")] if "ươ" in word else []
    return rng.choice(sorted({w for w in ways if w != word} or {word}))


def by_keys(word, rng):
    at = rng.randrange(len(word))
    way = rng.choice(["double", "drop", "swap", "near"])
    if way == "double":
        return word[: at + 1] + word[at:]
    if way == "drop" and len(word) > 2:
        return word[:at] + word[at + 1 :]
    if way == "swap" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    keys = sorted(near_keys()[word[at]]) if word[at].isascii() else []
    return word[:at] + rng.choice(keys) + word[at + 1 :] if keys else word


def by_mark(word, rng):
    if not _tone(word):
        return word
    return _retoned(word, rng.choice([t for t in _TONES if t != _tone(word)]))


def _raw(word, letters, column):
    tone = _tone(word)
    for letter, keys in letters.items():
        word = _toneless(word).replace(letter, keys)
    return word + (_TONES[tone][column] if tone else "")


def by_telex(word, rng):
    return _raw(word, _TELEX, 0)


def by_vni(word, rng):
    return _raw(word, _VNI, 1)


WAYS = {"ear": by_ear, "keys": by_keys, "mark": by_mark, "telex": by_telex, "vni": by_vni}


def mistype(text, rng, *, ways=tuple(WAYS), count=1, joins=False):
    """``text`` with up to ``count`` words mistyped, and what was typed for what: (typed, meant)."""
    found = [w for w in words_of(text) if len(w.form) > 2 and w.form not in _SMALL and _plain(text, w)]
    changes = []
    for word in sorted(rng.sample(found, min(count, len(found))), reverse=True):
        start, end = word.span
        if joins:
            gap = re.match(r" (?=[a-zà-ỹđ])", text[end:])
            if not gap:
                continue
            typed, end = text[start:end], end + 1
            changes.append((typed, typed))
        else:
            raw = text[start:end]
            typed = WAYS[rng.choice(ways)](raw, rng)
            if typed == raw:
                continue
            changes.append((typed, raw))
        text = text[:start] + typed + text[end:]
    return text, changes


def _plain(text, word):
    """Small letters throughout, and nothing joined to it: no name, symbol or abbreviation."""
    around = text[max(0, word.span.start - 1) : word.span.start] + text[word.span.end : word.span.end + 1]
    return text[word.span.start : word.span.end].islower() and not re.search(r"[\w/&.-]", around.replace(".", " "))


def unmarked(text):
    return "".join(fold(c).upper() if c.isupper() else fold(c) for c in text)
