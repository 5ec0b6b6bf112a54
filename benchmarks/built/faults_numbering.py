"""Directives with lists whose numbers do not run on, and with lists that only look so."""

import random
from collections.abc import Sequence

from benchmarks.built import places
from benchmarks.built.faults import Case

from tracuu.types import Severity

_WORK = (
    "rà soát quy hoạch chung các khu vực phát triển đô thị",
    "bố trí kinh phí thực hiện theo phân cấp ngân sách",
    "kiểm tra việc chấp hành pháp luật về đất đai, xây dựng",
    "tuyên truyền, phổ biến nội dung Kế hoạch tới Nhân dân",
    "cập nhật cơ sở dữ liệu dùng chung của tỉnh",
    "hướng dẫn các xã, phường lập hồ sơ đề nghị hỗ trợ",
    "đẩy nhanh tiến độ giải ngân vốn đầu tư công",
    "tổ chức tập huấn nghiệp vụ cho cán bộ cấp xã",
    "thẩm định hồ sơ, trình cấp có thẩm quyền phê duyệt",
    "tổng hợp khó khăn, vướng mắc và đề xuất giải pháp",
    "xây dựng phương án phòng, chống thiên tai hằng năm",
    "theo dõi, đôn đốc và báo cáo kết quả định kỳ",
    "mở rộng mạng lưới cấp nước sạch nông thôn",
    "phát triển sản phẩm chủ lực của địa phương",
)
_BODIES = (
    "Sở Xây dựng",
    "Sở Tài chính",
    "Công an tỉnh",
    "Sở Y tế",
    "Sở Giáo dục và Đào tạo",
    "Sở Nội vụ",
    "Sở Công Thương",
    "Sở Khoa học và Công nghệ",
    "Sở Nông nghiệp và Môi trường",
    "UBND các xã, phường",
    "Văn phòng UBND tỉnh",
    "Bộ Chỉ huy quân sự tỉnh",
    "Sở Tư pháp",
    "Sở Dân tộc và Tôn giáo",
    "Thanh tra tỉnh",
)
_HEADS = (
    "MỤC ĐÍCH, YÊU CẦU",
    "MỤC TIÊU",
    "NHIỆM VỤ, GIẢI PHÁP",
    "KINH PHÍ THỰC HIỆN",
    "TỔ CHỨC THỰC HIỆN",
    "PHÂN CÔNG NHIỆM VỤ",
)
_PROVINCES = ("SƠN LA", "CAO BẰNG", "NGHỆ AN", "ĐỒNG NAI", "LÂM ĐỒNG", "TÂY NINH", "QUẢNG NINH", "GIA LAI")
# Works are given to bodies and days at random, now and then one work to two.
_ALSO = frozenset({"lead_agency", "deadline"})
WITH_BAR, WITHOUT_BAR = "abcdđeghiklmnopq", "abcdeghiklmnopq"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def make_cases(seed: int, count: int) -> list[Case]:
    """``count`` faults and ``count`` near-misses, shapes by turns."""
    rng = random.Random(f"tracuu numbering {seed}")
    faults = [_FAULTS[n % len(_FAULTS)](rng) for n in range(count)]
    return faults + [_NEAR[n % len(_NEAR)](rng) for n in range(count)]


# --- Texts -------------------------------------------------------------------------------------


def _directive(rng: random.Random, body: str, *, kind: str = "KẾ HOẠCH") -> str:
    place = rng.choice(_PROVINCES)
    number, day, month = rng.randint(2, 900), rng.randint(1, 28), rng.randint(1, 12)
    head = (
        f"ỦY BAN NHÂN DÂN\nTỈNH {place}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {number}/KH-UBND\n\n{place.title()}, ngày {day:02d} tháng {month:02d} năm 2026\n\n{kind}\n\n"
        "Phát triển hạ tầng và nâng cao chất lượng sống của Nhân dân\n\n"
    )
    end = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Minh\n"
    return head + body + end


def _sentence(rng: random.Random) -> str:
    body, work = rng.choice(_BODIES), f"{rng.choice(_WORK)} tại xã {rng.choice(places.COMMUNES)}"
    return rng.choice(
        (f"{body} chủ trì, phối hợp với các cơ quan liên quan {work}.", f"{body}: {work[0].upper()}{work[1:]}.")
    )


def _lines(rng: random.Random, labels: Sequence[str], sign: str, *, bold: bool = False) -> list[str]:
    """One paragraph a label, each with its own words."""
    made: list[str] = []
    for n, label in enumerate(labels):
        mark = f"**{label}{sign}** " if bold and n % 2 else f"{label}{sign} "
        made.append(
            mark
            + _sentence(rng)
            + f" Thời hạn {rng.randint(1, 28)}/{rng.randint(1, 12)}/2027, đợt {rng.randint(100, 999)}{n}."
        )
    return made


def _spread(rng: random.Random, lines: Sequence[str]) -> str:
    """The paragraphs with what scans put between them: pages, a second paragraph, nothing."""
    out: list[str] = []
    for line in lines:
        out.append(line)
        chance = rng.random()
        if chance < 0.12:
            out.append(rng.choice((f"- {rng.randint(2, 9)} -", str(rng.randint(2, 12)))))
        elif chance < 0.22:
            out.append("- " + _sentence(rng))
    return "\n\n".join(out)


def _labels(rng: random.Random, style: str, size: int) -> list[str]:
    if style == "point":
        return list(rng.choice((WITH_BAR, WITHOUT_BAR))[:size])
    return list(_ROMANS[:size]) if style == "roman" else [str(n) for n in range(1, size + 1)]


# --- Faults ------------------------------------------------------------------------------------


def _broken(rng: random.Random, labels: Sequence[str], kind: str) -> tuple[list[str], int]:
    """The labels with one fault, and which of them is at it."""
    # Without đ a list is right by another style.
    at = rng.choice([n for n in range(1, len(labels) - 1) if labels[n] != "đ"])
    if kind == "skipped":
        return [*labels[:at], *labels[at + 1 :]], at
    if kind == "doubled":
        return [*labels[:at], labels[at - 1], *labels[at:-1]], at
    other = rng.choice([x for i, x in enumerate(labels) if i not in (at, 0)])
    return [*labels[:at], other, *labels[at + 1 :]], at


_SIGNS = {"point": (")", ")", ")", "/"), "item": (".", ".", ".", "/"), "roman": (".", ".", "-")}


def _fault(rng: random.Random, style: str, kind: str) -> Case:
    size = rng.randint(4, 8) if style == "roman" else rng.randint(4, 11)
    labels, at = _broken(rng, _labels(rng, style, size), kind)
    if style == "roman":
        return _roman_case(rng, labels, at, kind)
    sign = rng.choice(_SIGNS[style])
    lines = _lines(rng, labels, sign, bold=style == "item" and rng.random() < 0.3)
    above = "I. NHIỆM VỤ\n\n" + ("1. Phân công nhiệm vụ\n\n" if style == "point" else "")
    body = (
        above + _spread(rng, lines) + "\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác cơ quan, đơn vị thực hiện nghiêm Kế hoạch này."
    )
    return _planted(f"{style} {kind}", _directive(rng, body), lines[at][:60])


def _planted(guise: str, text: str, label: str) -> Case:
    """A case with one fault, at the line that begins with ``label``."""
    return Case(
        rule="numbering", also=_ALSO, guise=guise, fault=True, texts={"a.txt": text}, planted=(("a.txt", label),)
    )


def _roman_case(rng: random.Random, labels: Sequence[str], at: int, kind: str) -> Case:
    sign = rng.choice(_SIGNS["roman"])
    heads = [f"{label}{sign} {_HEADS[n % len(_HEADS)]} ĐỢT {rng.randint(10, 99)}{n}" for n, label in enumerate(labels)]
    parts = [f"{head}\n\n{_spread(rng, _lines(rng, ['1', '2', '3'], '.'))}" for head in heads]
    text = _directive(rng, "\n\n".join(parts))
    return _planted(f"roman {kind}", text, heads[at])


def _article_fault(rng: random.Random, kind: str) -> Case:
    labels, at = _broken(rng, [str(n) for n in range(1, rng.randint(6, 12))], kind)
    heads = [f"Điều {label}. {_sentence(rng)} Đợt {rng.randint(100, 999)}{n}" for n, label in enumerate(labels)]
    body = (
        "Chương I\nQUY ĐỊNH CHUNG\n\n"
        + "\n\n".join(heads[:3])
        + "\n\nChương II\nQUY ĐỊNH CỤ THỂ\n\n"
        + "\n\n".join(heads[3:])
    )
    return _planted(f"article {kind}", _directive(rng, body), heads[at])


def _subitem_fault(rng: random.Random, kind: str) -> Case:
    labels, at = _broken(rng, [f"2.{n}" for n in range(1, rng.randint(6, 9))], kind)
    lines = _lines(rng, labels, rng.choice((".", "")))
    body = f"I. NHIỆM VỤ\n\n1. Mục tiêu\n\n{_sentence(rng)}\n\n2. Nhiệm vụ\n\n" + _spread(rng, lines)
    return _planted(f"subitem {kind}", _directive(rng, body), lines[at][:50])


def _rows(rng: random.Random, labels: Sequence[str]) -> list[list[str]]:
    return [
        [
            label,
            f"{rng.choice(_WORK).capitalize()} đợt {rng.randint(100, 999)}{n}",
            rng.choice(_BODIES),
            "Các sở, ban, ngành",
            f"Tháng {rng.randint(1, 12)}/2027",
        ]
        for n, label in enumerate(labels)
    ]


_COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")


def _table(rows: Sequence[Sequence[str]], style: str, breaks: Sequence[int] = ()) -> str:
    """A table as tabs, Markdown or HTML, cut by a page before the rows of ``breaks``."""
    if style == "html":
        cells = ["<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in (_COLUMNS, *rows)]
        return "<table>\n" + "\n".join(cells) + "\n</table>"
    if style == "markdown":
        lines = ["| " + " | ".join(row) + " |" for row in (_COLUMNS, *rows)]
        return "\n".join([lines[0], "|---|---|---|---|---|", *lines[1:]])
    lines = ["\t".join(row) for row in (_COLUMNS, *rows)]
    for at in sorted(breaks, reverse=True):
        lines.insert(at + 1, "")
    return "\n".join(lines)


def _table_fault(rng: random.Random, kind: str) -> Case:
    labels, at = _broken(rng, [str(n) for n in range(1, rng.randint(7, 14))], kind)
    rows = _rows(rng, labels)
    style = rng.choice(("tabs", "tabs", "markdown", "html"))
    table = _table(rows, style, [rng.randint(2, len(rows) - 1)] if rng.random() < 0.4 else [])
    text = _directive(rng, "I. NHIỆM VỤ\n\n1. " + _sentence(rng)) + f"\nPHỤ LỤC\nPhân công nhiệm vụ\n\n{table}\n"
    return _planted(f"table {style} {kind}", text, rows[at][1])


_FAULTS = tuple(
    (lambda rng, f=make, k=kind: f(rng, k))
    for kind in ("skipped", "doubled", "other")
    for make in (
        lambda rng, k: _fault(rng, "point", k),
        lambda rng, k: _fault(rng, "item", k),
        lambda rng, k: _fault(rng, "roman", k),
        _article_fault,
        _subitem_fault,
        _table_fault,
    )
)


# --- Near-misses -------------------------------------------------------------------------------


def _right(rng: random.Random, shape: str, body: str, most: Severity | None = None) -> Case:
    return Case(
        rule="numbering", also=_ALSO, guise=shape, fault=False, texts={"a.txt": _directive(rng, body)}, ignored=most
    )


def _house_style(rng: random.Random) -> Case:
    order = rng.choice((WITH_BAR, WITHOUT_BAR, WITHOUT_BAR))
    lines = _lines(rng, order[: rng.randint(5, 15)], ")")
    return _right(rng, "đ by house style", "I. NHIỆM VỤ\n\n1. Phân công\n\n" + _spread(rng, lines))


def _anew(rng: random.Random) -> Case:
    parts = []
    for n in range(rng.randint(2, 5)):
        style, sign = rng.choice((("point", ")"), ("item", ".")))
        lines = _lines(rng, _labels(rng, style, rng.randint(2, 6)), sign)
        top = "1. Phân công\n\n" if style == "point" else ""
        parts.append(f"{_ROMANS[n]}. {_HEADS[n]}\n\n{top}{_spread(rng, lines)}")
    return _right(rng, "anew under a heading", "\n\n".join(parts))


def _runs_on(rng: random.Random) -> Case:
    number, parts = 1, []
    for n in range(rng.randint(2, 4)):
        size = rng.randint(2, 4)
        lines = _lines(rng, [str(number + i) for i in range(size)], ".")
        parts.append(f"{_ROMANS[n]}. {_HEADS[n]}\n\n" + "\n\n".join(lines))
        number += size
    return _right(rng, "runs on over headings", "\n\n".join(parts))


def _misread_roman(rng: random.Random) -> Case:
    size = rng.randint(3, 6)
    labels = list(_ROMANS[:size])
    at = rng.choice([i for i, label in enumerate(labels) if label in {"II", "III", "IV", "VI"}])
    labels[at] = {"II": rng.choice(("1I", "H", "ll")), "III": rng.choice(("HI", "IH", "lII")), "IV": "1V", "VI": "Vl"}[
        labels[at]
    ]
    parts = [f"{label}. {_HEADS[n]}\n\n" + "\n\n".join(_lines(rng, ["1", "2"], ".")) for n, label in enumerate(labels)]
    return _right(rng, "misread Roman numeral", "\n\n".join(parts), Severity.INFO)


def _misread_item(rng: random.Random) -> Case:
    labels = [str(n) for n in range(1, rng.randint(4, 8))]
    labels[0] = rng.choice(("l", "I", "1"))
    return _right(rng, "misread first item", "II. NHIỆM VỤ\n\n" + _spread(rng, _lines(rng, labels, ".")), Severity.INFO)


def _inline(rng: random.Random) -> Case:
    labels = _labels(rng, "point", rng.randint(4, 8))
    lines = _lines(rng, labels, ")")
    at = rng.randint(1, len(lines) - 1)
    lines[at - 1 : at + 1] = [f"{lines[at - 1][:-1]}; {lines[at]}"]
    return _right(rng, "label within a line", "I. NHIỆM VỤ\n\n1. Phân công\n\n" + "\n\n".join(lines))


def _amending(rng: random.Random) -> Case:
    quoted = "\n\n".join(_lines(rng, [str(rng.randint(3, 6)), str(rng.randint(8, 12))], "."))
    body = (
        f"Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n\n“{quoted}”\n\nĐiều 2. {_sentence(rng)}\n\n"
        f"Điều 3. {_sentence(rng)}"
    )
    return _right(rng, "quoted text", body)


def _two_signs(rng: random.Random) -> Case:
    outer = _lines(rng, ["1", "2", "3", "4"], ".")
    inner = _lines(rng, ["1", "2", "3"], ")")
    at = rng.randint(1, 3)
    return _right(rng, "lists of two signs", "I. NHIỆM VỤ\n\n" + "\n\n".join([*outer[:at], *inner, *outer[at:]]))


def _banded(rng: random.Random) -> Case:
    rows: list[list[str]] = []
    number, anew = 1, rng.random() < 0.5
    for band in "ABC"[: rng.randint(2, 3)]:
        size = rng.randint(2, 4)
        rows.append([band, f"NHÓM NHIỆM VỤ {band}", "", "", ""])
        rows += _rows(rng, [str((1 if anew else number) + n) for n in range(size)])
        number += size
    table = _table(rows, rng.choice(("tabs", "markdown")))
    text = _directive(rng, "I. NHIỆM VỤ\n\n1. " + _sentence(rng)) + f"\nPHỤ LỤC\nPhân công nhiệm vụ\n\n{table}\n"
    return Case(rule="numbering", also=_ALSO, guise="rows under bands", fault=False, texts={"a.txt": text})


def _two_pages(rng: random.Random) -> Case:
    rows = _rows(rng, [str(n) for n in range(1, rng.randint(6, 12))])
    cut = rng.randint(2, len(rows) - 2)
    first, second = _table(rows[:cut], "tabs"), _table(rows[cut:], "tabs")
    if rng.random() < 0.5:
        second = second.partition("\n")[2]
    text = (
        _directive(rng, "I. NHIỆM VỤ\n\n1. " + _sentence(rng))
        + f"\nPHỤ LỤC\nPhân công nhiệm vụ\n\n{first}\n\n{second}\n"
    )
    return Case(rule="numbering", also=_ALSO, guise="table over two pages", fault=False, texts={"a.txt": text})


def _two_tables(rng: random.Random) -> Case:
    tables = [_table(_rows(rng, [str(n) for n in range(1, rng.randint(3, 7))]), "tabs") for _ in range(2)]
    text = _directive(rng, "I. NHIỆM VỤ\n\n1. " + _sentence(rng))
    text += f"\nPHỤ LỤC I\nNhiệm vụ năm 2026\n\n{tables[0]}\n\nPHỤ LỤC II\nNhiệm vụ năm 2027\n\n{tables[1]}\n"
    return Case(rule="numbering", also=_ALSO, guise="two tables", fault=False, texts={"a.txt": text})


def _years(rng: random.Random) -> Case:
    lines = _lines(rng, ["1", "2", "3"], ".")
    lines[1] += (
        f" Giai đoạn này gồm {rng.randint(12, 60)} dự án, vốn {rng.randint(100, 900)} tỷ đồng, hoàn thành trước năm"
    )
    lines.insert(2, "2030. Các đơn vị báo cáo kết quả hằng quý.")
    return _right(rng, "number that begins a broken line", "I. NHIỆM VỤ\n\n" + "\n\n".join(lines))


_NEAR = (
    _house_style, _anew, _runs_on, _misread_roman, _misread_item, _inline, _amending, _two_signs, _banded, _two_pages,
    _two_tables, _years,
)  # fmt: skip
