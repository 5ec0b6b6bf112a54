"""Lists of recipients and addressees, and who signed."""

import re
from collections.abc import Iterator, Sequence

from tracuu.documents import signs
from tracuu.documents.lines import Line
from tracuu.text import squeeze, trim
from tracuu.types import Signatory, Span, Stated

_LEAD = re.compile(r"^\W*(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI|Kính chuyển)\s*[:;]?", re.IGNORECASE)
_BULLETS = "-+•*–—●▪"


def listed(lines: Sequence[Line]) -> Iterator[Stated[str]]:
    """The items of a list of recipients or addressees, each with its span.

    A line without a bullet goes on with the item above when that has not ended.
    """
    found: list[tuple[Span, str]] = []
    for line in lines:
        bare = signs.without_sender(_LEAD.sub("", line.bare))
        item = bare.lstrip(_BULLETS + " ").strip()
        if not item.strip(" ;,.*_|"):
            continue
        bullet = bare.strip()[0] in _BULLETS
        if found and not bullet and bare == line.bare and not line.gap and found[-1][1][-1] not in ",;.":
            span, above = found[-1]
            found[-1] = (Span(span.start, line.span.end), f"{above} {item}")
        else:
            found.append((line.span, item))
    for span, item in found:
        yield Stated(value=item.strip(" ;,.*_|"), span=span)


def signatories(lines: Sequence[Line], text: str) -> list[Stated[Signatory]]:
    """Everybody who signed, in order, each with the office and the body above the name."""
    found: list[Stated[Signatory]] = []
    behalf: str | None = None
    offices: list[str] = []
    for line in lines:
        for segment in signs.segments(line, text):
            if signs.is_signature(segment.text):
                if found and not offices and signs.is_on_behalf(segment.text):
                    behalf = None
                if signs.is_on_behalf(segment.text) and behalf is None:
                    behalf = segment.text
                else:
                    offices.append(segment.text)
            elif person := signs.person_name(segment.text):
                found.append(_signed(person, segment.span, behalf, offices, text))
                offices = []
    return found


def _signed(name: str, where: Span, behalf: str | None, offices: Sequence[str], text: str) -> Stated[Signatory]:
    start = text.find(name, *where)
    span = Span(start, start + len(name)) if start >= 0 else trim(text, *where)
    value = Signatory(
        name=_as_written(name),
        office=office_name(offices[-1]) if offices else None,
        on_behalf_of=squeeze(behalf) if behalf else None,
    )
    return Stated(value=value, span=span)


def _as_written(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    return squeeze(name).title() if name.isupper() else squeeze(name)


def office_name(printed: str) -> str:
    """An office in capitals as it is written in a sentence: "PHÓ BÍ THƯ" gives "Phó Bí thư"."""
    words = re.sub(r"^(?:KT|K/T|TL|T/L|TUQ|Q)\.?\s*", "", squeeze(printed))
    if not words.isupper():
        return words
    words = words.capitalize()
    words = re.sub(r"^(Phó|Quyền|Chánh) (\w)", lambda m: f"{m[1]} {m[2].upper()}", words)
    return words.replace(" thường trực", " Thường trực").replace(" ban bí thư", " Ban Bí thư")
