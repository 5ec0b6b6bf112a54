"""Lists of recipients and addressees, and who signed."""

import re
from collections.abc import Iterator, Sequence

from tracuu.documents import signs
from tracuu.documents.issuers import sentence_case
from tracuu.documents.lines import Line
from tracuu.text import squeeze, trim
from tracuu.types import Signatory, Span, Stated

# A scan loses the marks of these words one by one: "Noi nhân:", "Kinh gửi:".
_LEAD = re.compile(
    r"^\W*(?:n[oôơớờ]i\s?nh[aâăậạ]n|k[ií]nh\s?g[uưửứủ]i|k[ií]nh\s?chuy[eêểế]n)(?!\w)\s*[:;]?", re.IGNORECASE
)
_BULLETS = "-+•*–—●▪"


# Recipients on one line are parted by semicolons, and the one that keeps the file by a capital: "…, Lưu: VT".
_PARTS = re.compile(r";\s*(?=[^\s)])|(?<=\)),\s+|[,.]\s+(?=(?:Lưu|LƯU)(?!\w))")


def listed(lines: Sequence[Line], text: str) -> Iterator[Stated[str]]:
    """The items of a list of recipients or addressees, each with its span.

    A line without a bullet goes on with the item above when that has not ended; several on one line
    are told apart by their semicolons.
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
        yield from _parted(span, item, text)


def _parted(span: Span, item: str, text: str) -> Iterator[Stated[str]]:
    """The single recipients of one item; semicolons in brackets part nothing."""
    bounds = [m for m in _PARTS.finditer(item) if item.count("(", 0, m.start()) == item.count(")", 0, m.start())]
    pieces = [
        item[a:b] for a, b in zip([0, *(m.end() for m in bounds)], [*(m.start() for m in bounds), None], strict=True)
    ]
    for piece in pieces:
        value = piece.strip(f" ;,.*_|{_BULLETS}" if len(pieces) > 1 else " ;,.*_|")
        start = text.find(value, *span) if len(pieces) > 1 else -1
        if value:
            yield Stated(value=value, span=Span(start, start + len(value)) if start >= 0 else span)


def signatories(lines: Sequence[Line], text: str) -> list[Stated[Signatory]]:
    """Everybody who signed, in order, each with the office and the body above the name."""
    found: list[Stated[Signatory]] = []
    behalf: str | None = None
    offices: list[str] = []
    for line in lines:
        for segment in signs.segments(line, text):
            if both := signs.office_with_name(segment.text):
                printed, office = _with_behalf(both[0])
                found.append(_signed(both[1], segment.span, printed or behalf, [office] if office else [], text))
                offices = []
            elif signs.is_signature(segment.text):
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


# The office of who signs after that of who is signed for: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "TM. ỦY BAN … CHỦ TỊCH".
_OWN_OFFICE = re.compile(
    r"(?<!KT\.)(?<!K/T)(?<!PHÓ)\s(?=(?:PHÓ|THỨ|Q\.|QUYỀN)\s|"
    r"(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)(?!\w))"
)


def _with_behalf(printed: str) -> tuple[str | None, str | None]:
    """In whose name and in which office, from one line with both; the office is None when they do not part."""
    if not signs.is_on_behalf(printed):
        return None, printed
    parts = [printed[: m.start()] for m in _OWN_OFFICE.finditer(printed) if len(printed[: m.start()]) > len("TM. A")]
    behalf = parts[0] if parts else printed
    return behalf, printed[len(behalf) :].strip() or None


def _signed(name: str, where: Span, behalf: str | None, offices: Sequence[str], text: str) -> Stated[Signatory]:
    start = text.find(name, *where)
    span = Span(start, start + len(name)) if start >= 0 else trim(text, *where)
    # Of several the first is the one signed in: "TRƯỞNG BAN" over "PHÓ CHỦ TỊCH UBND TỈNH".
    own = [office for office in offices if not signs.is_on_behalf(office)]
    value = Signatory(
        name=_as_written(name),
        office=office_name(own[0] if own else offices[-1]) if offices else None,
        on_behalf_of=squeeze(behalf) if behalf else None,
    )
    return Stated(value=value, span=span)


def _as_written(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    return squeeze(name).title() if name.isupper() else squeeze(name)


# An office with the body that it is of: "GIÁM ĐỐC SỞ XÂY DỰNG", "PHÓ CHỦ TỊCH UBND TỈNH".
_OF_BODY = re.compile(
    r"(?P<office>(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC))\s+(?P<body>(?:SỞ|UBND|ỦY BAN|HĐND|HỘI ĐỒNG|CÔNG AN|BAN"
    r"|TRUNG TÂM|CÔNG TY)\s.+)"
)


def office_name(printed: str) -> str:
    """An office in capitals as it is written in a sentence: "PHÓ BÍ THƯ" gives "Phó Bí thư"."""
    words = re.sub(r"^(?:KT|K/T|TL|T/L|TUQ|Q)\.?\s*", "", squeeze(printed))
    if not words.isupper():
        return words
    body = _OF_BODY.match(words)
    if body:
        return f"{office_name(body['office'])} {sentence_case(body['body'])}"
    words = words.capitalize()
    words = re.sub(r"^(Phó|Quyền|Chánh) (\w)", lambda m: f"{m[1]} {m[2].upper()}", words)
    return words.replace(" thường trực", " Thường trực").replace(" ban bí thư", " Ban Bí thư")
