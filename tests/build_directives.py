"""Texts of directives from parts, in the guises in which they arrive: for tests of anything that reads them.

`directive` puts a whole one together; `head`, `closing` and `task_table` make its parts. Every
option has a default, so that a test names only what it is about.
"""

import textwrap
from collections.abc import Sequence

BODY = """Căn cứ chức năng, nhiệm vụ được giao, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Nâng cao chất lượng quản lý đô thị trên địa bàn.

2. Yêu cầu

Việc triển khai phải kịp thời, hiệu quả.

II. NHIỆM VỤ

1. Sở Xây dựng chủ trì, phối hợp với các cơ quan liên quan rà soát quy hoạch.

2. Sở Tài chính bố trí kinh phí thực hiện theo quy định."""

SUBJECT = "Phát triển đô thị bền vững giai đoạn 2026 - 2030"
RECIPIENTS = ("- Thường trực Tỉnh ủy;", "- Các sở, ban, ngành;", "- Lưu: VT, KT.")
STATE_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY_MOTTO = ("ĐẢNG CỘNG SẢN VIỆT NAM",)

COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
ROWS = (
    ("1", "Rà soát quy hoạch chung đô thị", "Sở Xây dựng", "UBND các xã, phường", "Quý II/2026"),
    ("2", "Bố trí vốn cho các dự án hạ tầng", "Sở Tài chính", "Các sở, ban, ngành", "Tháng 8/2026"),
    ("3", "Tuyên truyền, phổ biến Kế hoạch", "Sở Văn hóa, Thể thao và Du lịch", "Báo tỉnh", "Thường xuyên"),
)


def head(
    *,
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA",
    symbol: str = "Số: 15/KH-UBND",
    place_date: str = "Sơn La, ngày 12 tháng 5 năm 2026",
    motto: Sequence[str] = STATE_MOTTO,
    style: str = "stacked",
) -> str:
    """The head. ``style``: stacked, tabs, spaces, markdown or html (two columns on one line)."""
    left = [*issuer.split("\n"), symbol] if symbol else issuer.split("\n")
    right = [*motto, place_date] if place_date else list(motto)
    if style == "stacked":
        parts = [*issuer.split("\n"), *motto, symbol, place_date]
        return "\n".join(part for part in parts if part)
    rows = _paired(left, right)
    if style == "tabs":
        return "\n".join(f"{a}\t{b}" for a, b in rows)
    if style == "spaces":
        return "\n".join(f"{a:<34}     {b}".rstrip() for a, b in rows)
    if style == "markdown":
        return "\n".join(["| | |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])
    assert style == "html", style
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>\n" for a, b in rows)
    return f"<table>\n{cells}</table>"


def _paired(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    """Two columns, the last line of each side by side (number beside date)."""
    height = max(len(left), len(right))
    first = [*left[:-1], *[""] * (height - len(left)), *left[-1:]]
    second = [*right[:-1], *[""] * (height - len(right)), *right[-1:]]
    return list(zip(first, second, strict=True))


def closing(
    *,
    behalf: str = "TM. ỦY BAN NHÂN DÂN",
    office: str = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    name: str = "Nguyễn Văn An",
    recipients: Sequence[str] = RECIPIENTS,
    style: str = "recipients first",
    signed: str = "",
) -> str:
    """Recipients and signature. ``style``: recipients first, signature first, spaces, tabs, markdown."""
    listed = ["Nơi nhận:", *recipients] if recipients else []
    signature = [*behalf.split("\n"), *office.split("\n"), *([signed] if signed else []), name]
    signature = [line for line in signature if line]
    if style == "recipients first":
        return "\n\n".join("\n".join(part) for part in (listed, signature) if part)
    if style == "signature first":
        return "\n\n".join("\n".join(part) for part in (signature, listed) if part)
    height = max(len(listed), len(signature))
    listed += [""] * (height - len(listed))
    signature = [*signature[:-1], *[""] * (height - len(signature)), *signature[-1:]]
    if style == "tabs":
        return "\n".join(f"{a}\t{b}" for a, b in zip(listed, signature, strict=True))
    if style == "markdown":
        rows = [f"| {a} | {b} |" for a, b in zip(listed, signature, strict=True)]
        return "\n".join(["| | |", "|---|---|", *rows])
    assert style == "spaces", style
    return "\n".join(f"{a:<44}{b}".rstrip() for a, b in zip(listed, signature, strict=True))


def directive(
    *,
    top: str | None = None,
    title: str = "KẾ HOẠCH",
    subject: str = SUBJECT,
    addressees: str = "",
    body: str = BODY,
    end: str | None = None,
    annexes: Sequence[str] = (),
) -> str:
    """A whole directive; ``top`` and ``end`` are its `head` and `closing`, "" for none."""
    parts = [head() if top is None else top, title, subject, addressees, body, closing() if end is None else end]
    return "\n\n".join(part for part in [*parts, *annexes] if part) + "\n"


def annex(
    table: str = "",
    *,
    title: str = "PHỤ LỤC",
    name: str = "Phân công nhiệm vụ thực hiện Kế hoạch",
    caption: str = "",
) -> str:
    """An annex: its title, name, caption ("(Kèm theo …)") and what it holds."""
    return "\n\n".join(part for part in (title, "\n".join(filter(None, (name, caption))), table) if part)


def task_table(
    style: str = "tabs",
    *,
    columns: Sequence[str] = COLUMNS,
    rows: Sequence[Sequence[str]] = ROWS,
    widths: Sequence[int] | None = None,
) -> str:
    """A table. ``style``: tabs, markdown, html, lines (one cell a line), paragraphs (one a paragraph), spaces."""
    table = [list(columns), *map(list, rows)]
    if style == "tabs":
        return "\n".join("\t".join(row) for row in table)
    if style == "markdown":
        lines = ["| " + " | ".join(row) + " |" for row in table]
        return "\n".join([lines[0], "|" + "---|" * len(columns), *lines[1:]])
    if style == "html":
        first = "<tr>" + "".join(f"<th>{cell}</th>" for cell in columns) + "</tr>"
        rest = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
        return "\n".join(["<table>", first, *rest, "</table>"])
    if style in {"lines", "paragraphs"}:
        return ("\n" if style == "lines" else "\n\n").join(cell for row in table for cell in row)
    assert style == "spaces", style
    limits = widths or [5, 22, 16, 16, 14][: len(columns)]
    return "\n".join(line for row in table for line in _side_by_side(row, limits))


def _side_by_side(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Cells wrapped in columns, as PDF to text gives them."""
    wrapped = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, wrapped))
    lines = []
    for i in range(height):
        pieces = [cell[i] if i < len(cell) else "" for cell in wrapped]
        lines.append("".join(f"{p:<{w + 3}}" for p, w in zip(pieces, widths, strict=True)).rstrip())
    return lines


def hard_wrapped(text: str, width: int = 80) -> str:
    """Every paragraph broken at ``width`` columns, without hyphens."""
    return "\n\n".join("\n".join(textwrap.wrap(p, width)) or p for p in text.split("\n\n"))


def paged(text: str, number: str, *, after: str) -> str:
    """``text`` with a page break (blank line, page number, blank line) after the words ``after``."""
    place = text.index(after) + len(after)
    return f"{text[:place].rstrip()}\n\n{number}\n\n{text[place:].lstrip()}"
