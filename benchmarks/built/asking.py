"""Questions about tasks, figures and headers, each with one right answer in its corpus."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from benchmarks.built import naming
from benchmarks.built.naming import Naming
from benchmarks.built.records import Case, Directive, Figure, Item

WORDINGS = {
    "lead": (
        "Cơ quan nào chủ trì {m}?",
        "Đơn vị nào chịu trách nhiệm chính việc {m}?",
        "Ai chủ trì việc {m}?",
        "Nhiệm vụ {m} giao cho cơ quan nào chủ trì?",
        "Việc {m} do đơn vị nào chủ trì thực hiện?",
        "Đơn vị nào làm đầu mối {m}?",
    ),
    "plain lead": ("Cơ quan nào {m}?", "Đơn vị nào có nhiệm vụ {m}?", "Việc {m} giao cho ai?", "Ai phải {m}?"),
    "coordinating": (
        "Những cơ quan nào phối hợp {m}?",
        "Đơn vị nào phối hợp thực hiện nhiệm vụ {m}?",
        "Ai phối hợp trong việc {m}?",
        "Việc {m} cần phối hợp với cơ quan nào?",
    ),
    "helping": ("Cơ quan nào phối hợp với {o} {m}?", "Ai phối hợp với {o} trong việc {m}?"),
    "supervising": (
        "Ai theo dõi, chỉ đạo việc {m}?",
        "Nhiệm vụ {m} do ai theo dõi, chỉ đạo?",
        "Cấp nào theo dõi, chỉ đạo {m}?",
    ),
    "deadline": (
        "Việc {m} phải hoàn thành khi nào?",
        "Thời hạn thực hiện nhiệm vụ {m} là bao giờ?",
        "Bao giờ phải xong việc {m}?",
        "Thời gian thực hiện việc {m}?",
        "Hạn chót {m} là lúc nào?",
    ),
    "figure": (
        "{m} đến năm {y} là bao nhiêu?",
        "Đến năm {y}, {m} phấn đấu đạt bao nhiêu?",
        "Chỉ tiêu {m} năm {y} là bao nhiêu?",
        "Năm {y} {m} đạt bao nhiêu?",
    ),
    "tasks": ("{m} chủ trì những nhiệm vụ nào?", "Những việc nào giao {m} chủ trì?"),
    "all tasks": ("{m} phải làm gì?", "{m} được giao những nhiệm vụ gì?", "{m} có nhiệm vụ gì?"),
}
_FIELDS = {"lead": "lead", "coordinating": "coordinating", "supervising": "supervising"}
# Tasks longer than this together do not fit into an answer.
_TASKS_LIMIT = 330


def wording(rng: random.Random, slot: str, named: Naming, m: str, y: int = 0, o: str = "") -> str:
    """A question in one of its wordings, with what it names before or after."""
    text = rng.choice(WORDINGS[slot]).format(m=m, y=y, o=o)
    if named.before:
        text = text[0].lower() + text[1:] if not text.startswith(m) else text
    text = named.before + text
    text = f"{text.removesuffix('?')}{named.after}?"
    return text[0].upper() + text[1:]


def value_of(item: Item, slot: str) -> tuple[str, ...]:
    """The values of a slot of an item, generic helpers left aside when there are others."""
    if slot == "deadline":
        return (item.due.core,) if item.due else ()
    values: tuple[str, ...] = getattr(item, _FIELDS[slot])
    return tuple(v for v in values if not v.startswith("các ")) or values


def item_rivals(
    item: Item, slot: str, directive: Directive, corpus: Sequence[Directive]
) -> tuple[tuple[str, str], ...]:
    """Values of the slot elsewhere, and of other roles of the row, that the right answer does not hold."""
    found = [(v, "role") for s in _FIELDS if s != slot and slot != "deadline" for v in getattr(item, s)]
    found += [(v, "row") for other in directive.items if other is not item for v in value_of(other, slot)]
    for other in corpus:
        same = [i for i in other.items if other is not directive and i.work.thing == item.work.thing]
        found += [(v, "document") for i in same for v in value_of(i, slot)]
    return tuple(dict.fromkeys(found))


def item_cases(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """Who leads, helps, watches, and by when; refusals where the item does not say."""
    for item in directive.items:
        named = _first(rng, directive, corpus, partial(_one_work, item))
        if named is None:
            continue
        for slot in sorted(item.asked):
            values = value_of(item, slot)
            worded = "plain lead" if slot == "lead" and item.shape == "prose-paragraph" else slot
            worded = "helping" if slot == "coordinating" and item.others else worded
            question = wording(rng, worded, named, naming.mention(rng, item.work), o="".join(item.others))
            why = "" if values else _why_empty(item, slot, directive)
            yield Case(
                id="",
                question=question,
                slot=slot,
                shape=item.shape,
                style="as is",
                file=directive.file,
                wanted=tuple((v,) for v in values),
                rivals=item_rivals(item, slot, directive, corpus),
                why=why,
            )


def _one_work(item: Item, named: Naming) -> bool:
    return naming.works_meant(item.work, named.open_to) == 1


def _one_speaks(agency: str, named: Naming) -> bool:
    return naming.agencies_meant(agency, named.open_to) == 1


def _one_figure(figure: Figure, named: Naming) -> bool:
    return naming.figures_meant(figure, named.open_to) == 1


def _why_empty(item: Item, slot: str, directive: Directive) -> str:
    column = "due" if slot == "deadline" else slot
    if item.shape.startswith("prose") or not directive.layout:
        return "not said in the sentence"
    return "empty cell" if column in directive.layout.columns else "no column for the role"


def _first(
    rng: random.Random, directive: Directive, corpus: Sequence[Directive], holds: Callable[[Naming], bool]
) -> Naming | None:
    """The first naming that leaves one answer."""
    return next((n for n in naming.namings(rng, directive, corpus) if holds(n)), None)


def task_cases(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """What an agency has to do."""
    agencies = sorted({a for item in directive.items for a in item.lead})
    for agency in agencies:
        led = [i for i in directive.items if agency in i.lead]
        text = " ".join(i.work.printed for i in led)
        if len(led) > 3 or len(text) > _TASKS_LIMIT or any(agency in a and a != agency for a in agencies):
            continue
        named = _first(rng, directive, corpus, partial(_one_speaks, agency))
        if named is None:
            continue
        helps = any(agency in (*i.coordinating, *i.supervising, *i.others) for i in directive.items)
        question = wording(rng, "tasks" if helps else rng.choice(("tasks", "all tasks")), named, agency)
        rivals = [(i.work.about, "row") for i in directive.items if i not in led]
        things = {i.work.about for i in led}
        yield Case(
            id="",
            question=question,
            slot="tasks",
            shape=led[0].shape,
            style="as is",
            file=directive.file,
            wanted=tuple((i.work.about,) for i in led),
            rivals=tuple(r for r in rivals if r[0] not in things),
        )


def figure_cases(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """Figures by year and place; a year without a figure has no answer."""
    for figure in directive.figures:
        named = _first(rng, directive, corpus, partial(_one_figure, figure))
        if named is None:
            continue
        m = figure.indicator[0].lower() + figure.indicator[1:] + (f" của {figure.place}" if figure.place else "")
        others = [(v, "year") for _, v in figure.values] + [
            (v, "row" if d is directive else "document")
            for d in corpus
            for f in d.figures
            if f is not figure and (d is directive or f.indicator == figure.indicator)
            for _, v in f.values
        ]
        for year, value in (*figure.values, (rng.choice((2028, 2040)), "")):
            known = any(y == year for y, _ in figure.values)
            yield Case(
                id="",
                question=wording(rng, "figure", named, m, year),
                slot="figure",
                shape=figure.shape,
                style="as is",
                file=directive.file,
                wanted=((value,),) if value else (),
                rivals=tuple(dict.fromkeys((v, o) for v, o in others if v and v != value)),
                why="" if value else "empty cell" if known else "other year",
            )


def date_forms(day: date) -> tuple[str, ...]:
    """The ways in which a date is written."""
    d, m, y = day.day, day.month, day.year
    return tuple(
        form
        for dd in dict.fromkeys((f"{d:02d}", str(d)))
        for mm in dict.fromkeys((f"{m:02d}", str(m)))
        for form in (f"{dd}/{mm}/{y}", f"{dd} tháng {mm} năm {y}")
    )
