"""What is left when an input method did not catch: Telex letters ("quy hoajch") and VNI digits ("d9o6 thi5")."""

import re
import unicodedata

from tracuu.text import modern_marks

# Letters and digits as typed, to the letter meant; longer ones first. "w" alone is ư.
_TELEX = (("uwow", "ươ"), ("uow", "ươ"), ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"),
          ("uw", "ư"), ("w", "ư"))  # fmt: skip
_VNI = (("u7o7", "ươ"), ("uo7", "ươ"), ("d9", "đ"), ("a6", "â"), ("e6", "ê"), ("o6", "ô"), ("a8", "ă"), ("o7", "ơ"),
        ("u7", "ư"))  # fmt: skip
_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
# Where the tone stands in a run of vowels: on the marked vowel; else the last before a final consonant; else
# the first of two, the second of three. "qu" and "gi" before a vowel are consonants.
_RIME = re.compile(
    r"(?P<onset>qu|gi(?=[aeouyâăêôơư])|[^aeiouyâăêôơư]*)(?P<vowels>[aeiouyâăêôơư]+)(?P<coda>[^aeiouyâăêôơư]*)"
)


def typed_raw(form: str) -> str | None:
    """What the keys of ``form`` (small letters and digits) were to give, by Telex or VNI; None when nothing."""
    if any(char.isdigit() for char in form):
        return _decoded(form, _VNI, _VNI_TONES)
    return _decoded(form, _TELEX, _TELEX_TONES)


def _decoded(form: str, letters: tuple[tuple[str, str], ...], tones: dict[str, str]) -> str | None:
    tone = ""
    match = re.search(r"[aeiouyw][^aeiouy]*?(?P<tone>[" + "".join(tones) + r"])", form)
    if match:
        tone = tones[match["tone"]]
        form = form[: match.start("tone")] + form[match.end("tone") :]
    body = form
    for keys, letter in letters:
        body = body.replace(keys, letter)
    if (body == form and not tone) or not body.isalpha():
        return None
    return _with_tone(body, tone)


def _with_tone(body: str, tone: str) -> str | None:
    rime = _RIME.fullmatch(body)
    if not rime or not tone:
        return body if rime else None
    vowels = rime["vowels"]
    marked = [i for i, vowel in enumerate(vowels) if not vowel.isascii()]
    at = marked[-1] if marked else len(vowels) - 1 if rime["coda"] else min(len(vowels) - 1, len(vowels) // 3)
    place = rime.start("vowels") + at + 1
    return modern_marks(unicodedata.normalize("NFC", body[:place] + tone + body[place:]))
