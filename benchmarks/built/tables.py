"""Tables of tasks and of figures, printed in four forms."""

import random
from collections.abc import Sequence

from benchmarks.built import works
from benchmarks.built.records import Figure, Item, Layout

_MERGED = ("Cơ quan thực hiện", "Trách nhiệm thực hiện", "Phân công thực hiện")
_SUB = ("Chủ trì", "Phối hợp")


def task_table(rng: random.Random, items: Sequence[Item], layout: Layout) -> str:
    """The table of tasks."""
    rows = [[_cell(rng, item, n, role) for role in layout.columns] for n, item in enumerate(items, 1)]
    return {"tab": _tab, "markdown": _markdown, "html": _html, "lines": _lines}[layout.form](rng, rows, layout)


def _cell(rng: random.Random, item: Item, n: int, role: str) -> str:
    if role == "stt":
        return str(n)
    if role == "task":
        return item.work.printed + rng.choice(("", "", "."))
    if role == "due":
        return item.due.cell if item.due else ""
    if role == "product":
        return rng.choice(works.PRODUCTS)
    if role == "note":
        return ""
    return rng.choice(("; ", ", ")).join(getattr(item, role))


def _heads(rng: random.Random, layout: Layout) -> tuple[list[str], list[str] | None]:
    """The heading rows: one, or two where lead and coordinating stand below one title."""
    if not layout.merged:
        return list(layout.titles), None
    top, sub = list(layout.titles), [""] * len(layout.titles)
    lead = layout.columns.index("lead")
    top[lead : lead + 2] = [rng.choice(_MERGED), ""]
    sub[lead : lead + 2] = _SUB
    return top, sub


def _bands(rng: random.Random, layout: Layout, count: int) -> dict[int, list[str]]:
    """Rows that title a group, by the number of the row (from 0) above which they stand."""
    if not layout.bands:
        return {}
    titles = rng.sample(works.BANDS, 2)
    return {
        at: [label, title, *[""] * (len(layout.columns) - 2)]
        for at, label, title in ((0, "I", titles[0]), (count // 2, "II", titles[1]))
    }


def _tab(rng: random.Random, rows: list[list[str]], layout: Layout) -> str:
    top, sub = _heads(rng, layout)
    head = ["\t".join(line) for line in (top, sub) if line]
    bands = _bands(rng, layout, len(rows))
    lines = list(head)
    for n, row in enumerate(rows):
        if layout.page_break == n:
            lines += ["", *(["2", ""] if layout.header_again else []), *(head if layout.header_again else [])]
        if n in bands:
            lines.append("\t".join(bands[n]))
        lines.append("\t".join(row))
    return "\n".join(lines)


def _markdown(rng: random.Random, rows: list[list[str]], layout: Layout) -> str:
    top, sub = _heads(rng, layout)
    if sub:
        lead = layout.columns.index("lead")
        top[lead + 1] = top[lead]

    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    head = [line(top), line(["---"] * len(top)), *([line(sub)] if sub else [])]
    bands = _bands(rng, layout, len(rows))
    lines = list(head)
    for n, row in enumerate(rows):
        if layout.page_break == n:
            lines += ["", *head] if layout.header_again else []
        if n in bands:
            lines.append(line(bands[n]))
        lines.append(line(row))
    return "\n".join(lines)


def _html(rng: random.Random, rows: list[list[str]], layout: Layout) -> str:
    top, sub = _heads(rng, layout)
    if sub:
        lead = layout.columns.index("lead")
        cells = [
            f'<th colspan="2">{title}</th>' if n == lead else f'<th rowspan="2">{title}</th>'
            for n, title in enumerate(top)
            if n != lead + 1
        ]
        head = f"<tr>{''.join(cells)}</tr>\n<tr>{''.join(f'<th>{s}</th>' for s in _SUB)}</tr>"
    else:
        head = f"<tr>{''.join(f'<th>{title}</th>' for title in top)}</tr>"
    bands = _bands(rng, layout, len(rows))
    lines = ["<table>", head]
    for n, row in enumerate(rows):
        if layout.page_break == n:
            lines += ["</table>", "", "<table>", *([head] if layout.header_again else [])]
        if n in bands:
            lines.append(f'<tr><td>{bands[n][0]}</td><td colspan="{len(row) - 1}">{bands[n][1]}</td></tr>')
        lines.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>")
    return "\n".join([*lines, "</table>"])


def _lines(rng: random.Random, rows: list[list[str]], layout: Layout) -> str:
    return "\n".join(["\n".join(layout.titles), *("\n".join(row) for row in rows)])


def figure_table(figures: Sequence[Figure]) -> str:
    """Targets with a column for each year."""
    years = [f"Năm {year}" for year, _ in figures[0].values]
    lines = ["\t".join(["STT", "Chỉ tiêu", "Đơn vị tính", *years])]
    for n, figure in enumerate(figures, 1):
        lines.append("\t".join([str(n), figure.indicator, figure.unit, *(value for _, value in figure.values)]))
    return "\n".join(lines)
