"""How a question names the document or the place it asks about, and whether that leaves one answer."""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.built.records import Directive, Figure, Work


class Naming(NamedTuple):
    """Words before and after the question, and the directives that they leave open."""

    before: str
    after: str
    open_to: tuple[Directive, ...]


def syllables(text: str) -> set[str]:
    """The words of a text, small."""
    return set(re.findall(r"\w+", text.lower()))


def namings(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> list[Naming]:
    """Ways to name a directive or its place, in random order; the first may name nothing.

    A place leaves open the directives of ministries, which hold for the whole country.
    """
    office = directive.office
    central = tuple(d for d in corpus if d.office.level == "ministry")
    found = [Naming("", "", tuple(corpus))] if rng.random() < 0.7 else []
    more = []
    if office.commune:
        same = central + tuple(d for d in corpus if d.office.commune == office.commune)
        more += [Naming("", f" ở xã {office.commune}", same), Naming(f"Ở xã {office.commune}, ", "", same)]
    elif office.province:
        same = central + tuple(d for d in corpus if d.office.family == office.family)
        unit = "" if office.province.startswith("Thành phố") else rng.choice(("", "tỉnh "))
        unit = "thành phố " if unit and "thành phố" in office.names[0] else unit
        more += [Naming("", f" ở {unit}{office.province}", same), Naming(f"Tại {unit}{office.province}, ", "", same)]
    if directive.symbol:
        same = tuple(d for d in corpus if d.symbol == directive.symbol)
        more.append(Naming(f"Theo {directive.kind} số {directive.symbol}, ", "", same))
        more.append(Naming("", f" theo {directive.kind.lower()} {directive.symbol}", same))
        ours = tuple(d for d in same if d.office.family == office.family)
        more.append(Naming(f"Theo {directive.kind} {directive.symbol} của {full_name(directive)}, ", "", ours))
    rng.shuffle(more)
    return found + more


def full_name(directive: Directive) -> str:
    """The issuing body so that no other of the corpus bears the name."""
    office = directive.office
    short = {"province_state": 1, "old_state": 1, "commune_state": 1, "department": 2}.get(office.level, 0)
    name = office.names[short]
    return f"{name} ({office.province})" if office.level == "commune" else name


def works_meant(work: Work, directives: Sequence[Directive]) -> int:
    """How many tasks of the directives hold every word of what this one is about."""
    key = syllables(f"{work.thing} {work.place}")
    return sum(key <= syllables(item.work.printed) for d in directives for item in d.items)


def figures_meant(figure: Figure, directives: Sequence[Directive]) -> int:
    """How many indicators of the directives hold every word of this one, at its place."""
    key = syllables(f"{figure.indicator} {figure.place}")
    return sum(key <= syllables(f"{f.indicator} {f.place}") for d in directives for f in d.figures)


def agencies_meant(agency: str, directives: Sequence[Directive]) -> int:
    """How many of the directives speak of the agency at all."""
    return sum(agency.lower() in d.text.lower() for d in directives)


_CUTS = {
    "Rà soát, cập nhật": "rà soát",
    "Lập quy hoạch chi tiết": "quy hoạch chi tiết",
    "Tổ chức tập huấn": "tập huấn",
    "Tổ chức đối thoại": "đối thoại",
    "Mua sắm": "mua",
    "Lắp đặt": "lắp",
    "Sửa chữa": "sửa",
    "Tổ chức hội thi": "hội thi",
    "Thu gom, xử lý": "thu gom",
    "Theo dõi, thống kê": "thống kê",
    "Sưu tầm, bảo tồn": "bảo tồn",
    "Xây dựng đề án": "làm đề án",
    "Xây dựng phần mềm": "làm phần mềm",
    "Ban hành quy chế": "ra quy chế",
    "Xử lý dứt điểm": "xử lý",
    "Vận động nhân dân": "vận động bà con",
    "Khoanh vùng bảo vệ": "khoanh vùng",
}


def mention(rng: random.Random, work: Work) -> str:
    """The task as a person names it: without its tail, the verb shortened now and then."""
    verb = work.verb[0].lower() + work.verb[1:]
    if rng.random() < 0.5:
        verb = _CUTS.get(work.verb, verb)
    return f"{verb} {work.thing}{f' tại {work.place}' if work.place else ''}"
