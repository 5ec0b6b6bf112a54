# ruff: noqa: E501 - a sentence of a directive a line
"""Small corpora with one planted fault each, and near misses that are none, for the rules over facts."""

import random
from collections.abc import Callable

from benchmarks.built import agencies, places
from benchmarks.built.fact_papers import Paper, any_province
from benchmarks.built.faults import Case
from benchmarks.built.works import FAMILIES, INDICATORS, SUBJECTS

Draw = Callable[[random.Random, bool], tuple[str, list[str]]]


def _two_provinces(rng: random.Random) -> tuple[str, str]:
    one, other = rng.sample([p for p in places.PROVINCES if p not in places.CITIES], 2)
    return one, other


def _number(value: float, form: str) -> str:
    if form == "comma":
        return f"{value:.1f}".replace(".", ",")
    return f"{int(value):,}".replace(",", ".") if form == "point" and value >= 1000 else str(int(value))


# --- Figures -----------------------------------------------------------------------------------


def _figure_values(rng: random.Random) -> tuple[str, str, str, str]:
    name, unit, low, high, form = rng.choice(INDICATORS)
    one = rng.uniform(float(low), float(high))
    other = one * rng.choice((0.8, 0.85, 1.15, 1.25))
    return name, unit, _number(one, form), _number(max(other, 1), form)


def _goal(rng: random.Random, name: str, value: str, unit: str, year: int) -> str:
    gap = "" if unit == "%" else " "
    words = rng.choice(("đạt", "phấn đấu đạt", "đạt"))
    forms = (
        f"1. Đến năm {year}, {name[0].lower() + name[1:]} {words} {value}{gap}{unit}.",
        f"- {name} đến năm {year} {words} {value}{gap}{unit}.",
        f"a) {name} năm {year}: {value}{gap}{unit}.",
    )
    return "I. MỤC TIÊU\n\n" + rng.choice(forms)


def _goal_table(name: str, value: str, unit: str, year: int) -> str:
    return (
        "PHỤ LỤC\nHệ thống chỉ tiêu\n\n"
        f"| STT | Chỉ tiêu | Đơn vị tính | Năm {year - 1} | Năm {year} |\n|---|---|---|---|---|\n"
        f"| 1 | {name} | {unit} | 1 | {value} |\n| 2 | Số mô hình điểm về chuyển đổi số | mô hình | 2 | 3 |\n"
    )


def figure_case(rng: random.Random, fault: bool) -> tuple[str, list[str]]:
    """Two values of one indicator, or two that are not of one."""
    name, unit, one, other = _figure_values(rng)
    year, province = rng.choice((2027, 2028, 2030)), any_province(rng)
    first = Paper(province=province, number=rng.randint(10, 99), party=rng.random() < 0.5)
    second = Paper(province=province, number=rng.randint(100, 199), day=(20, 6, 2026))
    if fault:
        guise = rng.choice(("two papers", "two papers", "table", "old province"))
        if guise == "table":
            return guise, [first.text(f"{_goal(rng, name, one, unit, year)}\n\n{_goal_table(name, other, unit, year)}")]
        if guise == "old province":
            whole = rng.choice(
                [p for p, family in places.PROVINCES.items() if len(family) == 1 and p not in places.CITIES]
            )
            first = Paper(province=whole, number=7, day=(3, 2, 2025))
            second = Paper(province=whole, number=100, day=(20, 6, 2026))
        return guise, [first.text(_goal(rng, name, one, unit, year)), second.text(_goal(rng, name, other, unit, year))]
    guise = rng.choice(("year", "merged", "province", "commune", "same", "bound", "words", "season", "kind of value"))
    last, others, said = year, name, one
    if guise == "year":
        year, said = year - 1, other
    elif guise == "merged":
        whole, parts = rng.choice(
            [(p, f) for p, f in places.PROVINCES.items() if len(f) > 1 and p not in places.CITIES]
        )
        first = Paper(province=parts[-1], number=7, day=(3, 2, 2025))
        second, said = Paper(province=whole, number=100, day=(20, 6, 2026)), other
    elif guise == "province":
        second = Paper(province=rng.choice([p for p in ("Cà Mau", "Sơn La") if p != province]), number=8)
        said = other
    elif guise == "commune":
        second, said = Paper(province=province, number=5, commune=rng.choice(places.COMMUNES)), other
    elif guise == "bound":
        # "không quá" what is higher leaves room.
        value = float(one.replace(".", "").replace(",", "."))
        return guise, [
            first.text(_goal(rng, name, f"{int(value)}", unit, year)),
            second.text(_goal(rng, name, f"tối thiểu {max(1, int(value) - 1)}", unit, year)),
        ]
    elif guise == "words":
        others, said = f"{name} của hộ đồng bào dân tộc thiểu số", other
    elif guise == "season":
        body = f"I. MỤC TIÊU\n\n1. Đến hết quý II/{year}, {name[0].lower() + name[1:]} đạt {other} {unit}."
        return guise, [first.text(_goal(rng, name, one, unit, year)), second.text(body)]
    elif guise == "kind of value":
        body = f"I. MỤC TIÊU\n\n1. {name} giai đoạn 2026 - {year} đạt {other} {unit}."
        return guise, [first.text(_goal(rng, name, one, unit, year)), second.text(body)]
    return guise, [first.text(_goal(rng, name, one, unit, last)), second.text(_goal(rng, others, said, unit, year))]


# --- Tasks -------------------------------------------------------------------------------------


def _works(rng: random.Random) -> tuple[str, str]:
    """A task, and one of the same family that is another."""
    verb, things, _ = rng.choice(FAMILIES)
    one, other = rng.sample(things, 2)
    place = rng.choice(places.COMMUNES)
    return f"{verb} {one} tại xã {place}", f"{verb} {other} tại xã {place}"


def _row(task: str, lead: str, due: str) -> str:
    return (
        "PHỤ LỤC\nPhân công nhiệm vụ\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\n"
        f"1\t{task}\t{lead}\tCác sở, ban, ngành liên quan\t{due}\n"
        "2\tCập nhật cơ sở dữ liệu dân cư phục vụ chuyển đổi số\tCông an tỉnh\tSở Nội vụ\tThường xuyên"
    )


def _point(rng: random.Random, task: str, lead: str, due: str) -> str:
    small = task[0].lower() + task[1:]
    forms = (
        f"1. {lead} chủ trì, phối hợp với các cơ quan liên quan {small}{due}.",
        f"1. Giao {lead} chủ trì {small}{due}.",
        f"a) {lead}\n\n- Chủ trì {small}{due}.",
    )
    return "II. NHIỆM VỤ\n\n" + rng.choice(forms)


def _leads(rng: random.Random) -> tuple[str, str]:
    one, other = rng.sample(agencies.PROVINCE_STATE[:16], 2)
    return one, other


def lead_case(rng: random.Random, fault: bool) -> tuple[str, list[str]]:
    """One task under two agencies, or two tasks, or two that are not compared."""
    (task, sibling), (one, other), province = _works(rng), _leads(rng), any_province(rng)
    first, second = Paper(province=province, number=21), Paper(province=province, number=122, day=(20, 6, 2026))
    if fault:
        guise = rng.choice(("body and annex", "two papers", "superior"))
        if guise == "body and annex":
            return guise, [first.text(f"{_point(rng, task, one, '')}\n\n{_row(task, other, 'Quý III/2026')}")]
        if guise == "superior":
            one, other = rng.sample(agencies.PROVINCE_STATE[:11], 2)
            second = Paper(province=province, number=9, commune=rng.choice(places.COMMUNES), day=(20, 6, 2026))
        return guise, [first.text(_row(task, one, "Quý III/2026")), second.text(_point(rng, task, other, ""))]
    guise = rng.choice(("sibling", "province", "commune", "letters", "order", "everybody", "helper", "year"))
    if guise == "sibling":
        return guise, [first.text(f"{_point(rng, task, one, '')}\n\n{_row(sibling, other, 'Quý III/2026')}")]
    if guise == "province":
        second = Paper(province=_two_provinces(rng)[0] if province != "Cà Mau" else "Sơn La", number=122)
        second = second if second.province != province else Paper(province="Cà Mau", number=122)
    elif guise == "commune":
        second = Paper(province=province, number=9, commune=rng.choice(places.COMMUNES), day=(20, 6, 2026))
        other = rng.choice(agencies.COMMUNE_STATE[:8])
    elif guise == "letters":
        one, other = rng.choice(
            (("Sở Khoa học và Công nghệ", "Sở KH&CN"), ("Sở Xây dựng", "SXD"), ("Công an tỉnh", "Công an"))
        )
    elif guise == "order":
        one, other = f"{one}, {other}", f"{other}; {one}"
    elif guise == "everybody":
        other = rng.choice(("Các sở, ban, ngành", "UBND các xã, phường"))
    elif guise == "helper":
        body = f"II. NHIỆM VỤ\n\n1. {other} phối hợp với {one} {task[0].lower() + task[1:]}."
        return guise, [first.text(_row(task, one, "Quý III/2026")), second.text(body)]
    elif guise == "year":
        first = Paper(province=province, number=21, subject=f"{SUBJECTS[0].capitalize()} năm 2025", day=(5, 4, 2025))
        second = Paper(province=province, number=22, subject=f"{SUBJECTS[0].capitalize()} năm 2026")
    return guise, [first.text(_row(task, one, "Thường xuyên")), second.text(_point(rng, task, other, ""))]


_DAYS = ((15, 7), (30, 6), (20, 8), (10, 9), (30, 11))


def deadline_case(rng: random.Random, fault: bool) -> tuple[str, list[str]]:
    """One task due on two days, or on one, or two tasks."""
    (task, sibling), (lead, other), province = _works(rng), _leads(rng), any_province(rng)
    (d1, m1), (d2, m2) = rng.sample(_DAYS, 2)
    first, second = Paper(province=province, number=21), Paper(province=province, number=122, day=(20, 5, 2026))
    cell = rng.choice((f"{d1}/{m1}/2026", f"Trước {d1}/{m1}/2026", f"Tháng {m1}/2026"))
    phrase = rng.choice((f", hoàn thành trước ngày {d2}/{m2}/2026", f", xong trong tháng {m2}/2026"))
    if fault:
        guise = rng.choice(("body and annex", "two papers", "lower paper later"))
        if guise == "body and annex":
            return guise, [first.text(f"{_point(rng, task, lead, phrase)}\n\n{_row(task, lead, cell)}")]
        if guise == "lower paper later":
            early, late = sorted(((d1, m1), (d2, m2)), key=lambda d: (d[1], d[0]))
            commune = rng.choice(places.COMMUNES)
            lead = f"UBND xã {commune}"
            second = Paper(province=province, number=9, commune=commune, day=(20, 5, 2026))
            cell, phrase = f"{early[0]}/{early[1]}/2026", f", hoàn thành trước ngày {late[0]}/{late[1]}/2026"
        return guise, [first.text(_row(task, lead, cell)), second.text(_point(rng, task, lead, phrase))]
    guise = rng.choice(("sibling", "province", "form", "before", "other body", "recurring", "year", "lower sooner"))
    if guise == "sibling":
        return guise, [first.text(f"{_point(rng, task, lead, phrase)}\n\n{_row(sibling, lead, cell)}")]
    if guise == "province":
        second = Paper(province="Cà Mau" if province != "Cà Mau" else "Sơn La", number=122)
    elif guise == "form":
        cell, phrase = f"{d1}/{m1}/2026", f", hoàn thành xong ngày {d1} tháng {m1} năm 2026"
    elif guise == "before":
        cell, phrase = f"{d1}/{m1}/2026", f", hoàn thành trước ngày {d1}/{m1}/2026"
    elif guise == "other body":
        task = "Báo cáo kết quả thực hiện nhiệm vụ được giao"
        return guise, [first.text(_row(task, lead, cell)), second.text(_point(rng, task, other, phrase))]
    elif guise == "recurring":
        cell = rng.choice(("Thường xuyên", "Hằng quý"))
    elif guise == "year":
        first = Paper(province=province, number=21, subject=f"{SUBJECTS[3].capitalize()} năm 2025", day=(5, 4, 2025))
        second = Paper(province=province, number=22, subject=f"{SUBJECTS[3].capitalize()} năm 2026")
        cell = cell.replace("2026", "2025")
    elif guise == "lower sooner":
        early, late = sorted(((d1, m1), (d2, m2)), key=lambda d: (d[1], d[0]))
        second = Paper(province=province, number=9, commune=rng.choice(places.COMMUNES), day=(20, 5, 2026))
        cell, phrase = f"{late[0]}/{late[1]}/2026", f", hoàn thành trước ngày {early[0]}/{early[1]}/2026"
    return guise, [first.text(_row(task, lead, cell)), second.text(_point(rng, task, lead, phrase))]


# --- Times that had passed ---------------------------------------------------------------------


def past_case(rng: random.Random, fault: bool) -> tuple[str, list[str]]:
    """Work due before its paper, or before the paper that sends it on; or in time."""
    (task, _), (lead, _), province = _works(rng), _leads(rng), any_province(rng)
    number = rng.randint(10, 99)
    plan = Paper(province=province, number=number, day=(12, 5, 2026))
    cited = f"Kế hoạch số {number}/KH-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh"
    sends = rng.choice(("(gửi kèm theo Công văn này)", "(sao gửi kèm theo)", "(có bản sao kèm theo)"))
    letter = Paper(
        province=province, number=77, day=(25, 6, 2026), kind="CÔNG VĂN", commune=rng.choice(places.COMMUNES),
        subject="V/v triển khai thực hiện Kế hoạch của Ủy ban nhân dân tỉnh",
    )  # fmt: skip
    body = f"Kính gửi: Các cơ quan, đơn vị thuộc xã.\n\nThực hiện {cited} {sends}, Ủy ban nhân dân xã yêu cầu các đơn vị tổ chức thực hiện nghiêm túc."
    if fault:
        guise = rng.choice(("own, row", "own, point", "sent, row", "sent, point"))
        late = rng.choice(("20/4/2026", "30/4/2026", "Quý I/2026", "15/3/2026"))
        sent = rng.choice(("30/5/2026", "10/6/2026", "Tháng 5/2026", "20/6/2026"))
        due = late if guise.startswith("own") else sent
        inside = (
            f", hoàn thành trong {due[0].lower() + due[1:]}" if due[0] in "QT" else f", hoàn thành trước ngày {due}"
        )
        work = _row(task, lead, due) if guise.endswith("row") else _point(rng, task, lead, inside)
        return guise, [plan.text(work)] if guise.startswith("own") else [plan.text(work), letter.text(body)]
    guise = rng.choice(("in time", "same day", "only cited", "sent in time", "recurring", "year", "other plan"))
    due = {"same day": "12/5/2026", "recurring": "Hằng quý", "year": "Năm 2026"}.get(guise, "30/9/2026")
    if guise == "only cited":
        body, due = body.replace(f" {sends}", ""), "30/5/2026"
    elif guise == "other plan":
        body, due = body.replace(f"số {number}/", f"số {number + 1}/"), "30/5/2026"
    papers = [plan.text(_row(task, lead, due))]
    return guise, papers if guise in {"in time", "same day"} else [*papers, letter.text(body)]


# --- Sums --------------------------------------------------------------------------------------

_CLASSES = ("đô thị loại II", "đô thị loại III", "đô thị loại IV", "đô thị loại V")
_FUNDS = ("ngân sách trung ương", "ngân sách tỉnh", "ngân sách xã", "nguồn xã hội hóa")


def sum_case(rng: random.Random, fault: bool) -> tuple[str, list[str]]:
    """Parts that do not make their total, or do, or need not."""
    paper = Paper(province=any_province(rng), number=rng.randint(10, 99))
    parts = [rng.randint(2, 30) for _ in range(rng.randint(2, 4))]
    off = rng.choice((-2, -1, 1, 2, 10)) if fault else 0
    total = sum(parts) + off
    if total <= max(parts):
        total = sum(parts) + (3 if fault else 0)
    every = ("graded", "short", "money", "communes", "table", "list", "kinds")
    guise = rng.choice(every if fault else (*every, "of which", "unnumbered", "years", "apart"))
    join = rng.choice((", gồm ", ", bao gồm ", " (gồm ", ", cụ thể: "))
    close = ")" if "(" in join else ""
    graded = ", ".join(f"{n:02d} {c}" for n, c in zip(parts, _CLASSES, strict=False))
    body = {
        "graded": f"1. Đến năm 2030 toàn tỉnh có {total} đô thị{join}{graded}{close}.",
        "short": f"1. Toàn tỉnh có {total} đô thị{join}"
        + ", ".join(f"{n} {c.removeprefix('đô thị ')}" for n, c in zip(parts, _CLASSES, strict=False)) + close + ".",
        "money": f"1. Tổng kinh phí thực hiện là {total} tỷ đồng{join}"
        + "; ".join(f"{f} {n} tỷ đồng" for n, f in zip(parts, _FUNDS, strict=False)) + close + ".",
        "communes": f"1. Rà soát quy hoạch của {parts[0] + parts[1] + off} xã, phường ({parts[0]} xã và {parts[1]} phường).",
        "list": f"1. Tổng kinh phí thực hiện là {total} tỷ đồng, gồm:\n\n"
        + "\n\n".join(f"- {f[0].upper() + f[1:]}: {n} tỷ đồng;" for n, f in zip(parts, _FUNDS, strict=False)),
        "kinds": f"1. Phê duyệt danh sách {total} người{join}"
        + ", ".join(f"{n} {w}" for n, w in zip(parts, ("cán bộ", "công chức", "viên chức", "hợp đồng"), strict=False)) + close + ".",
        "of which": f"1. Toàn tỉnh có {total + 50} đô thị, trong đó {graded}.",
        "unnumbered": f"1. Rà soát quy hoạch của {parts[0] + 1} xã, phường ({parts[0]} xã và phường Bình Minh).",
        "years": f"1. Năm 2026 có {parts[0]} đô thị loại V, đến năm 2030 có {total + 9} đô thị, trong đó có {parts[0]} đô thị loại IV.",
        "apart": f"1. Thực hiện {total} nhiệm vụ, gồm các nhóm sau đây; bố trí {parts[0]} cán bộ, {parts[1]} xe.",
    }  # fmt: skip
    if guise == "table":
        rows = "\n".join(f"{i}\tXã {rng.choice(places.COMMUNES)}\t{n}\t{n * 3}" for i, n in enumerate(parts, start=1))
        whole = f"Tổng cộng\t{total}\t{sum(parts) * 3}"
        table = f"PHỤ LỤC\nChỉ tiêu nhà ở xã hội\n\nSTT\tĐơn vị\tSố căn\tSố người\n{rows}\n\t{whole}"
        return guise, [paper.text(f"I. MỤC TIÊU\n\n1. Giao chỉ tiêu theo Phụ lục.\n\n{table}")]
    return guise, [paper.text(f"I. MỤC TIÊU\n\n{body[guise]}")]


DRAWS: dict[str, Draw] = {
    "figure": figure_case,
    "lead_agency": lead_case,
    "deadline": deadline_case,
    "past_deadline": past_case,
    "sum": sum_case,
}


def make_cases(rule: str, seed: int, count: int) -> list[Case]:
    """``count`` faults and ``count`` near-misses of a rule, by turns."""
    rng = random.Random(f"{rule} {seed}")
    made = []
    for number in range(2 * count):
        fault = number % 2 == 0
        guise, texts = DRAWS[rule](rng, fault)
        files = {f"{n}.txt": text for n, text in enumerate(texts, start=1)}
        made.append(Case(rule=rule, guise=guise, fault=fault, texts=files))
    return made
