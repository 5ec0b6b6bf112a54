"""What data/agencies.toml holds: names of before 2025 linked with those of since, and short names of offices."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from tracuu.agencies import department_names
from tracuu.agencies.identity import is_same, key_of
from tracuu.text import Folded, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """An agency whose work another has since ``on``; ``partly`` when only a part of it went there."""

    old: str
    new: str
    on: date
    source: str
    partly: bool = False


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("tracuu") / "data" / "agencies.toml").read_text(encoding="utf-8"))


@cache
def renamings() -> tuple[Renaming, ...]:
    """All that are known, in the order of the file."""
    return tuple(renaming for row in _table()["change"] for renaming in _of_row(row))


def _of_row(row: dict[str, Any]) -> list[Renaming]:
    heirs = [(row["into"], False), *((name, True) for name in row.get("partly", ()))]
    return [
        Renaming(old=row["name"], new=new, on=row["on"], source=row["source"], partly=partly) for new, partly in heirs
    ]


def renamings_of(key: str) -> tuple[Renaming, ...]:
    """Those in which an agency is the old or the new one; ``key`` is `identity.key_of` its name."""
    return tuple(one for one in renamings() if is_same(key, key_of(one.old)) or is_same(key, key_of(one.new)))


# "ngành y tế" is led by its department.
_TRADE = re.compile(r"^\s*(?:nganh|ben)\s+(?P<name>.+?)\s*$")


@cache
def _short() -> tuple[re.Pattern[str], dict[str, str]]:
    long = {fold(short): name for short, name in _table()["short"].items()}
    either = "|".join(re.escape(short).replace(r"\ ", r"\s*") for short in sorted(long, key=len, reverse=True))
    return re.compile(rf"^(?:{either})(?!\w|\s?[&-]\s?\w)"), long


_BODY = re.compile(r"^\s*(?P<body>so|bo)\s+")
_NEXT = re.compile(r"(?:[\s&,.–-]|va\s)*(?P<word>[a-z]+)")


def spelled_out(typed: str) -> str:
    """A department or ministry in words, letters or both, spelled out: "Sở Nông nghiệp và PTNT", "Sở NN-PTNT".

    The beginning of its name is enough where no other begins so ("Sở Giao thông"). Else as typed.
    """
    folded = Folded.of(typed)
    body = _BODY.match(folded.text)
    if body is None:
        return typed
    read = [(name, *_read(folded.text, body.end(), _words_of(name))) for name in department_names()]
    name, end, left = max(read, key=lambda one: (not one[2], one[1] if not one[2] else 0))
    if left:
        begun = [one for one in read if one[1] >= len(folded.text) and one[2]]
        if len(begun) != 1 or len(folded.text[body.end() :].split()) < 2:
            return typed
        name, end, _ = begun[0]
    if re.match(r"[a-z]|\s?[&-]\s?[a-z]", folded.text[end:]):
        return typed
    rest = typed[folded.span(0, end).end :]
    return f"{'Bộ' if body['body'] == 'bo' else 'Sở'} {name}{rest}"


@cache
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[a-z]+", fold(name)) if word != "va")


def _read(text: str, start: int, words: tuple[str, ...]) -> tuple[int, bool]:
    """How far ``text`` spells ``words`` in words or initials, and whether some are left."""
    end, at = start, 0
    while at < len(words) and (match := _NEXT.match(text, end)):
        word = match["word"]
        initials = "".join(one[0] for one in words[at : at + len(word)])
        if word == words[at]:
            at += 1
        elif len(word) > 1 and word == initials:
            at += len(word)
        else:
            break
        end = match.end()
    return end, at < len(words)


def in_full(typed: str) -> str:
    """An agency as typed, its beginning written out where it is short for one in this place alone ("VP TU", "vptu")."""
    pattern, long = _short()
    folded = Folded.of(typed)
    if trade := _TRADE.match(folded.text):
        for name in department_names():
            if trade["name"] == fold(name):
                return f"Sở {name}"
    if (spelled := spelled_out(typed)) != typed:
        return spelled
    match = pattern.match(folded.text)
    if match is None:
        return typed
    squeezed = re.sub(r"\s", "", match.group())
    name = next(name for short, name in long.items() if short.replace(" ", "") == squeezed)
    return name + typed[folded.span(*match.span()).end :]
