"""Tasks and figures as sentences."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from benchmarks.built.records import Figure, Item

_LETTERS = "abcdđeghiklmn"


def tasks(rng: random.Random, items: Sequence[Item], shape: str) -> str:
    """The tasks of the body in one of seven shapes."""
    if shape == "heading-dash":
        return _heading_dash(rng, items)
    if shape == "paragraph":
        return _paragraph(items)
    if shape == "colon":
        return "\n\n".join(f"- {item.lead[0]}: {_capital(_does(item))}." for item in items)
    make = {"sentence": _sentence, "giao": _giao, "lines": _under_lines, "helping": _helping}[shape]
    return "\n\n".join(f"{n}. {make(rng, item)}" for n, item in enumerate(items, 1))


def _helpers(item: Item) -> str:
    return " và ".join([", ".join(item.coordinating[:-1]), item.coordinating[-1]]).removeprefix(" và ")


def _does(item: Item) -> str:
    """Return "chủ trì, phối hợp với … việc", and by when."""
    join = f"chủ trì, phối hợp với {_helpers(item)}" if item.coordinating else "chủ trì"
    due = f", {item.due.phrase}" if item.due else ""
    return f"{join} {item.work.spoken}{due}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _sentence(rng: random.Random, item: Item) -> str:
    """The time limit now and then in a sentence of its own."""
    if item.due and rng.random() < 0.4:
        return f"{item.lead[0]} {_does(replace(item, due=None))}. Thời gian thực hiện: {item.due.cell}."
    return f"{item.lead[0]} {_does(item)}."


def _helping(rng: random.Random, item: Item) -> str:
    """An agency that only helps; who leads is not asked, for the sentence leaves it open."""
    due = f", {item.due.phrase}" if item.due else ""
    return f"{item.coordinating[0]} phối hợp với {item.others[0]} {item.work.spoken}{due}."


def _giao(rng: random.Random, item: Item) -> str:
    return f"Giao {item.lead[0]} {_does(item)}."


def _under_lines(rng: random.Random, item: Item) -> str:
    lines = [f"- {rng.choice(('Cơ quan', 'Đơn vị'))} chủ trì: {item.lead[0]}."]
    if item.coordinating:
        lines.append(f"- Cơ quan phối hợp: {', '.join(item.coordinating)}.")
    if item.due:
        lines.append(f"- Thời gian hoàn thành: {item.due.cell}.")
    return "\n\n".join([f"{item.work.printed}.", *lines])


def _heading_dash(rng: random.Random, items: Sequence[Item]) -> str:
    """Print "a) Sở Y tế" with its dashes below."""
    blocks = []
    for n, (lead, group) in enumerate(groupby(items, key=lambda item: item.lead)):
        lines = [f"{_LETTERS[n]}) {lead[0]}{rng.choice(('', ':'))}"]
        for item in group:
            does = _does(item)
            if not item.coordinating and rng.random() < 0.5:
                does = does.removeprefix("chủ trì ")
            lines.append(f"- {_capital(does)}.")
        blocks.append("\n\n".join(lines))
    return "\n\n".join(blocks)


def _paragraph(items: Sequence[Item]) -> str:
    """Three agencies a paragraph, each with its clause."""
    found = []
    for n in range(0, len(items), 3):
        clauses = [
            f"{item.lead[0]} {item.work.spoken}{f', {item.due.phrase}' if item.due else ''}"
            for item in items[n : n + 3]
        ]
        found.append(f"{n // 3 + 1}. {'; '.join(clauses)}.")
    return "\n\n".join(found)


def targets(rng: random.Random, figures: Sequence[Figure]) -> str:
    """The targets of the body; those of a table stand in an annex."""
    shape = figures[0].shape
    if shape == "figure-table":
        return "Phấn đấu hoàn thành các chỉ tiêu nêu tại biểu kèm theo."
    if shape == "two-years":
        return "\n\n".join(_two_years(rng, figure) for figure in figures)
    if shape == "dash-place":
        return "\n\n".join(_by_place(rng, figure) for figure in figures)
    blocks = []
    for n, (year, _) in enumerate(figures[0].values):
        lines = [f"{n + 1}. Mục tiêu cụ thể đến năm {year}"]
        lines += [f"- {f.indicator} {_reach(rng)} {_with_unit(f.values[n][1], f.unit)}." for f in figures]
        blocks.append("\n\n".join(lines))
    return "\n\n".join(blocks)


def _reach(rng: random.Random) -> str:
    return rng.choice(("đạt", "đạt trên", "phấn đấu đạt", "đạt tối thiểu", "đạt khoảng"))


def _with_unit(value: str, unit: str) -> str:
    return f"{value}%" if unit == "%" else f"{value} {unit}"


def _two_years(rng: random.Random, figure: Figure) -> str:
    (first, low), (second, high) = figure.values
    return (
        f"- {figure.indicator} đến năm {first} {_reach(rng)} {_with_unit(low, figure.unit)}, "
        f"đến năm {second} {_reach(rng)} {_with_unit(high, figure.unit)}."
    )


def _by_place(rng: random.Random, figure: Figure) -> str:
    year, value = figure.values[0]
    return f"- {figure.indicator} của {figure.place} đến năm {year} {_reach(rng)} {_with_unit(value, figure.unit)}."
