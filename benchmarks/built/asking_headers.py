"""Questions about headers: who signed, when, which number, who issued it, to whom it went."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.built import naming
from benchmarks.built.asking import date_forms
from benchmarks.built.records import Case, Directive
from benchmarks.built.render import place_phrase

WORDINGS = {
    "signatory": ("Ai ký {d}?", "{d} do ai ký?", "Người ký {d} là ai?"),
    "issued_on": ("{d} ban hành ngày nào?", "{d} được ký ngày tháng năm nào?", "Ngày ban hành {d}?"),
    "symbol": ("{d} có số, ký hiệu là gì?", "Số, ký hiệu của {d}?", "{d} mang số bao nhiêu?"),
    "issuer": ("Cơ quan nào ban hành {d}?", "{d} do cơ quan nào ban hành?"),
    "recipients": ("{d} gửi những đâu?", "Nơi nhận của {d} gồm những ai?", "{d} gửi cho cơ quan nào?"),
}


def header_cases(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """One question a slot; what the document does not say has no answer."""
    for slot in WORDINGS:
        name = _name(rng, directive, corpus, slot)
        # Whom a letter greets is to whom it goes, too.
        letter = slot == "recipients" and directive.kind == "Công văn"
        if name is None or letter:
            continue
        yield _case(rng, directive, slot, name, _wanted(directive, slot), _rivals(directive, corpus, slot))


def unknown_case(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """The same asked of a number that no directive bears."""
    if not directive.symbol:
        return
    number = next(n for n in range(directive.number + 1, 9000) if all(d.number != n for d in corpus))
    width = f"{directive.number:02d}" if directive.office.party else str(directive.number)
    name = f"{directive.kind} số {number}{directive.symbol.removeprefix(width)}"
    case = _case(rng, directive, rng.choice(("signatory", "issued_on", "recipients")), name, (), ())
    yield replace(case, why="document not held")


def _case(
    rng: random.Random,
    directive: Directive,
    slot: str,
    name: str,
    wanted: tuple[tuple[str, ...], ...],
    rivals: tuple[tuple[str, str], ...],
) -> Case:
    text = rng.choice(WORDINGS[slot]).format(d=name)
    return Case(
        id="",
        question=text[0].upper() + text[1:],
        slot=slot,
        shape=f"header-{'party' if directive.office.party else 'state'}-{directive.guise}",
        style="as is",
        file=directive.file,
        wanted=wanted,
        rivals=rivals,
        why="" if wanted else "not printed",
    )


def _name(rng: random.Random, directive: Directive, corpus: Sequence[Directive], slot: str) -> str | None:
    """A name that only this directive bears: its symbol, with its issuer where another bears it too, or its subject."""
    same = [d for d in corpus if d.symbol and d.symbol == directive.symbol]
    about = f"{directive.kind} về {directive.subject}"
    if slot == "symbol" or not directive.symbol:
        return about + place_phrase(directive).replace(" trên địa bàn", " của")
    if slot == "issuer":
        return f"{directive.kind} số {directive.symbol}" if len(same) == 1 else None
    if len(same) > 1:
        alike = [d for d in same if naming.full_name(d) == naming.full_name(directive)]
        return f"{directive.kind} số {directive.symbol} của {naming.full_name(directive)}" if len(alike) == 1 else None
    return rng.choice((f"{directive.kind} số {directive.symbol}", f"{directive.kind} {directive.symbol}", about))


def _wanted(directive: Directive, slot: str) -> tuple[tuple[str, ...], ...]:
    if slot == "signatory":
        return ((directive.signer,),) if directive.signer else ()
    if slot == "issued_on":
        return (date_forms(directive.issued_on),) if directive.issued_on else ()
    if slot == "symbol":
        return ((directive.symbol,),) if directive.symbol else ()
    if slot == "issuer":
        return ((*directive.office.names, directive.office.speaks),)
    return tuple((name,) for name in directive.recipients)


def _rivals(directive: Directive, corpus: Sequence[Directive], slot: str) -> tuple[tuple[str, str], ...]:
    """What the others say; recipients recur, so they have none."""
    if slot in ("recipients", "issuer"):
        return ()
    own = {form for group in _wanted(directive, slot) for form in group}
    others = [form for d in corpus if d is not directive for group in _wanted(d, slot) for form in group]
    return tuple((form, "document") for form in dict.fromkeys(others) if form not in own)
