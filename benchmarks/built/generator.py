"""Corpora of built directives from a seed; the same seed gives the same bytes, without a clock."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from benchmarks.built import damage, offices, places, render, works
from benchmarks.built.records import Directive, Due, Figure, Item, Layout, Office, Work

# kind -> (letters in Party symbols, letters in State symbols); None where that side has no such kind.
KINDS = {
    "Kế hoạch": ("KH", "KH"),
    "Chương trình": ("CTr", "CTr"),
    "Chỉ thị": ("CT", "CT"),
    "Công điện": (None, "CĐ"),
    "Thông báo": ("TB", "TB"),
    "Tờ trình": ("TTr", "TTr"),
    "Quyết định": ("QĐ", "QĐ"),
    "Công văn": ("CV", None),
}
PROSE_SHAPES = ("heading-dash", "sentence", "giao", "lines", "paragraph", "colon", "helping")
FIGURE_SHAPES = ("dash-year", "two-years", "figure-table", "dash-place")
GENERIC = ("các sở, ban, ngành, địa phương liên quan", "các cơ quan, đơn vị liên quan")


class Pool:
    """What the directives of one corpus draw from; numbers, people and subjects are used once."""

    def __init__(self, rng: random.Random) -> None:
        families = list(works.FAMILIES)
        rng.shuffle(families)
        # A tenth of the families is in no directive: what is asked of them has no answer.
        self.absent, self.families = families[:4], families[4:]
        self.communes = rng.sample(places.COMMUNES, len(places.COMMUNES))
        self.provinces = rng.sample(sorted(places.FAMILY), 24)
        self.people: set[str] = set()
        self.titles: set[tuple[str, str]] = set()
        self.symbols: set[tuple[str, str]] = set()


def make_corpus(seed: int, size: int, *, small: bool = False) -> list[Directive]:
    """A corpus of ``size`` printed directives; ``small`` ones have a third of the tasks and no aims."""
    rng = random.Random(f"tracuu built {seed}")
    pool = Pool(rng)
    return [render.print_directive(rng, _draw(rng, pool, n, small)) for n in range(size)]


def _draw(rng: random.Random, pool: Pool, n: int, small: bool) -> Directive:
    level = offices.LEVELS[n % len(offices.LEVELS)]
    province = pool.provinces[n % len(pool.provinces)]
    if not level.startswith("old"):
        province = places.FAMILY[province]
    office = offices.draw_office(rng, level, province, pool.communes.pop())
    year = rng.choice((2022, 2023, 2024)) if level.startswith("old") else rng.choice((2025, 2026, 2026))
    issued = date(year, rng.randint(7, 12) if year == 2025 else rng.randint(1, 12), rng.randint(1, 28))
    kind, symbol, number = _name(rng, pool, office)
    subject = _subject(rng, pool, office, kind)
    layout = draw_layout(rng) if n % 4 != 3 else None
    shape = PROSE_SHAPES[n % len(PROSE_SHAPES)]
    agencies = rng.sample(offices.agencies_of(office), 9)
    several = _works(rng, pool, (3 if small else 8) + (2 if small else 6))
    rows = _rows(rng, several[: 3 if small else 8], agencies, office, layout, year) if layout else ()
    prose = tuple(_prose_item(rng, w, agencies, shape, year) for w in several[3 if small else 8 :])
    directive = Directive(
        file=f"{n:02d}-{render.slug(kind)}-{render.slug(office.names[0])}.txt",
        office=office,
        kind=kind,
        number=number,
        symbol=symbol,
        issued_on=issued,
        year=year,
        subject=subject,
        signer=_person(rng, pool),
        signing_office=rng.choice(office.offices),
        recipients=_recipients(rng, office),
        rows=rows,
        prose=_one_lead(prose) if shape == "heading-dash" else prose,
        figures=draw_figures(rng, pool, year, 1 if small else 4),
        layout=layout,
        prose_shape=shape,
        short=small,
        guise="markdown" if rng.random() < 0.3 else "plain",
    )
    return _lose(rng, directive, n)


def _lose(rng: random.Random, directive: Directive, n: int) -> Directive:
    """A tenth is damaged; a tenth comes without what stands around the body."""
    if n % 10 == 7:
        directive = replace(directive, signer=None, recipients=())
    if n % 10 != 4:
        return directive
    kinds = rng.sample(damage.KINDS, 3)
    if "lost number" in kinds:
        directive = replace(directive, symbol=None)
    if "lost date" in kinds:
        directive = replace(directive, issued_on=None)
    return replace(directive, damage=tuple(sorted(kinds)))


# --- Header ------------------------------------------------------------------------------------


def _name(rng: random.Random, pool: Pool, office: Office) -> tuple[str, str, int]:
    """Kind, symbol and number; numbers recur between bodies, never within one."""
    while True:
        kind = rng.choice(("Kế hoạch", "Kế hoạch", *sorted(KINDS)))
        letters = KINDS[kind][0 if office.party else 1]
        if letters is None and (office.party or kind != "Công văn"):
            continue
        number = rng.randint(3, 160) if office.party else rng.randint(12, 4800)
        if rng.random() < 0.3:
            number = rng.choice((39, 118, 45, 73))
        if office.party:
            symbol = f"{number:02d}-{letters}/{office.letters}"
        elif letters:
            symbol = f"{number}/{letters}-{office.letters}"
        else:
            symbol = f"{number}/{office.letters}-{rng.choice(('KT', 'VX', 'NC', 'TH'))}"
        if (symbol, office.family) not in pool.symbols:
            pool.symbols.add((symbol, office.family))
            return kind, symbol, number


def _subject(rng: random.Random, pool: Pool, office: Office, kind: str) -> str:
    while True:
        subject = rng.choice(works.SUBJECTS)
        if (kind, subject) not in pool.titles:
            pool.titles.add((kind, subject))
            return subject


def _person(rng: random.Random, pool: Pool) -> str:
    while True:
        name = " ".join(map(rng.choice, (places.FAMILY_NAMES, places.MIDDLE_NAMES, places.GIVEN_NAMES)))
        if name not in pool.people:
            pool.people.add(name)
            return name


def _recipients(rng: random.Random, office: Office) -> tuple[str, ...]:
    return tuple(rng.sample(offices.recipients_of(office), rng.randint(3, 6)))


# --- Tasks -------------------------------------------------------------------------------------


def _works(rng: random.Random, pool: Pool, count: int) -> list[Work]:
    """Tasks of one directive: near duplicates of one another, no two of them the same."""
    found: list[Work] = []
    for verb, things, tail in rng.sample(pool.families, count):
        for thing in rng.sample(things, rng.choice((1, 2, 2, 3))):
            found.append(Work(verb=verb, thing=thing, tail=tail if rng.random() < 0.6 else ""))
    found = found[:count]
    twin = rng.randrange(count)
    near = rng.sample(pool.communes[:20], 2)
    found[twin] = replace(found[twin], place=f"xã {near[0]}", tail="")
    other = rng.choice([i for i in range(count) if i != twin])
    found[other] = replace(found[twin], place=f"xã {near[1]}")
    rng.shuffle(found)
    return found


def draw_due(rng: random.Random, year: int) -> Due:
    """A time limit in one of the ways in which it is printed."""
    d, m, quarter = rng.randint(1, 28), rng.randint(1, 12), rng.choice(("I", "II", "III", "IV"))
    later = year + rng.choice((0, 0, 1))
    often = rng.choice(("Thường xuyên", "Hằng năm", "Hằng quý", "Hằng tuần", "Hằng tháng"))
    return rng.choice(
        (
            Due(f"{d}/{m}/{later}", f"hoàn thành trước ngày {d}/{m}/{later}", f"{d}/{m}/{later}"),
            Due(f"Trước ngày {d:02d}/{m}/{later}", f"xong trước ngày {d:02d}/{m}/{later}", f"{d:02d}/{m}/{later}"),
            Due(f"Tháng {m}/{later}", f"hoàn thành trong tháng {m}/{later}", f"tháng {m}/{later}"),
            Due(f"Quý {quarter}/{later}", f"hoàn thành trong quý {quarter}/{later}", f"quý {quarter}/{later}"),
            Due(f"Quý {quarter} năm {later}", f"xong trong quý {quarter} năm {later}", f"quý {quarter} năm {later}"),
            Due(f"Năm {later}", f"hoàn thành trong năm {later}", f"năm {later}"),
            Due(often, f"thực hiện {often.lower()}", often.lower()),
        )
    )


def _rows(
    rng: random.Random, tasks: Sequence[Work], agencies: Sequence[str], office: Office, layout: Layout, year: int
) -> tuple[Item, ...]:
    full = layout.form == "lines"  # one cell a line: an empty cell would leave no trace
    found = []
    for work in tasks:
        names = rng.sample(agencies, 5)
        leads = rng.choice((1, 1, 1, 2))
        coordinating = [*names[leads : leads + rng.choice((1, 1, 2))]]
        if rng.random() < 0.3:
            coordinating.append(rng.choice(GENERIC))
        has = {c: c in layout.columns and (full or rng.random() > 0.08) for c in ("lead", "coordinating", "due")}
        found.append(
            Item(
                work=work,
                shape=layout.name,
                lead=tuple(names[:leads]) if has["lead"] else (),
                coordinating=tuple(coordinating) if has["coordinating"] else (),
                supervising=(rng.choice(offices.supervisors_of(office)),) if "supervising" in layout.columns else (),
                due=draw_due(rng, year) if has["due"] else None,
            )
        )
    return tuple(found)


def _prose_item(rng: random.Random, work: Work, agencies: Sequence[str], shape: str, year: int) -> Item:
    names = rng.sample(agencies, 3)
    due = draw_due(rng, year) if rng.random() < 0.5 else None
    helpers = tuple(names[1 : rng.choice((1, 2, 2, 3))])
    if shape == "helping":
        asked = frozenset({"coordinating", "deadline"})
        return Item(
            work=work, shape="prose-helping", coordinating=(names[0],), others=(names[1],), due=due, asked=asked
        )
    if shape == "paragraph":
        helpers = ()
    return Item(work=work, shape=f"prose-{shape}", lead=(names[0],), coordinating=helpers, due=due)


def _one_lead(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items under agency headings: neighbours in twos share an agency, so that a heading has several dashes."""
    found: list[Item] = []
    for n, item in enumerate(items):
        lead = items[n - n % 2].lead
        found.append(replace(item, lead=lead, coordinating=tuple(a for a in item.coordinating if a not in lead)))
    return tuple(found)


# --- Tables and figures ------------------------------------------------------------------------

_COLUMNS = (
    ("task", "lead", "due"),
    ("stt", "task", "lead"),
    ("task", "lead", "coordinating"),
    ("stt", "task", "lead", "due"),
    ("stt", "task", "due", "lead"),
    ("task", "lead", "coordinating", "due"),
    ("stt", "task", "lead", "coordinating", "due"),
    ("stt", "task", "due", "lead", "coordinating"),
    ("stt", "task", "supervising", "lead", "coordinating", "due"),
    ("stt", "task", "lead", "coordinating", "supervising", "due"),
    ("stt", "task", "lead", "coordinating", "product", "due"),
    ("stt", "task", "supervising", "lead", "coordinating", "product", "due"),
    ("stt", "task", "product", "lead", "coordinating", "due", "note"),
    ("stt", "task", "supervising", "lead", "coordinating", "product", "due", "note"),
)
_TITLES = {
    "stt": ("STT", "TT", "Số TT"),
    "task": ("Nhiệm vụ", "Nội dung công việc", "Nhiệm vụ cụ thể", "Nội dung nhiệm vụ"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì thực hiện", "Cơ quan, đơn vị chủ trì"),
    "coordinating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp thực hiện"),
    "supervising": ("Theo dõi, chỉ đạo", "Cấp theo dõi, chỉ đạo", "Lãnh đạo theo dõi, chỉ đạo"),
    "due": ("Thời gian hoàn thành", "Thời hạn hoàn thành", "Thời gian thực hiện", "Tiến độ"),
    "product": ("Sản phẩm", "Kết quả, sản phẩm"),
    "note": ("Ghi chú",),
}


def draw_layout(rng: random.Random) -> Layout:
    """The shape of a table of tasks."""
    form = rng.choice(("tab", "tab", "tab", "markdown", "html", "lines"))
    columns = rng.choice([c for c in _COLUMNS if form != "lines" or "note" not in c])
    adjacent = any(pair == ("lead", "coordinating") for pair in pairwise(columns))
    plain = form == "lines"
    return Layout(
        form=form,
        columns=columns,
        titles=tuple(rng.choice(_TITLES[c]) for c in columns),
        merged=adjacent and not plain and rng.random() < 0.5,
        page_break=rng.randint(2, 3) if not plain and rng.random() < 0.4 else None,
        header_again=rng.random() < 0.5,
        bands=not plain and "stt" in columns and rng.random() < 0.3,
    )


def draw_figures(rng: random.Random, pool: Pool, year: int, count: int) -> tuple[Figure, ...]:
    """Targets of one directive, all printed in one shape."""
    shape = rng.choice(FIGURE_SHAPES)
    years = (year, 2030) if rng.random() < 0.5 else (2030, 2035)
    near = rng.sample(pool.communes[:20], 2)
    found = []
    start = rng.randrange(len(works.INDICATORS) - 2 * count)
    for line in works.INDICATORS[start : start + 2 * count : rng.choice((1, 2))][:count]:
        indicator, unit, low, high, form = line
        numbers = _numbers(rng, int(low), int(high), form)
        if shape == "dash-place":
            found += [
                Figure(indicator=indicator, unit=unit, values=((years[0], n),), shape=shape, place=f"xã {place}")
                for place, n in zip(near, numbers, strict=True)
            ]
            continue
        values = tuple(zip(years, numbers, strict=True))
        if shape == "figure-table" and rng.random() < 0.2:
            values = (values[0], (values[1][0], ""))
        found.append(Figure(indicator=indicator, unit=unit, values=values, shape=shape))
    return tuple(found)


def _numbers(rng: random.Random, low: int, high: int, form: str) -> tuple[str, str]:
    """Two different numbers in the wanted form, the smaller first."""
    while True:
        first, second = sorted((rng.uniform(low, high), rng.uniform(low, high)))
        if form == "comma":
            texts = [f"{n:.1f}".replace(".", ",") for n in (first, second)]
        else:
            texts = [f"{int(n):,}".replace(",", "." if form == "point" else "") for n in (first, second)]
        if texts[0] != texts[1]:
            return texts[0], texts[1]
