"""Faults and near-misses in which documents are cited: later ones, and those that nobody holds."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.built import cited as c
from benchmarks.built.cited import Cited, cite
from benchmarks.built.citing_papers import directive
from benchmarks.built.faults import Case

from tracuu.types import Severity

# --- Later and unknown ---------------------------------------------------------------------------


def future_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    day = date(rng.randint(2022, 2025), rng.randint(1, 12), rng.randint(1, 28))
    ref = c.draw(rng, province)
    ref = replace(ref, day=day + timedelta(days=rng.choice((1, 2, 10, 30, 90, 365))))
    past = replace(c.draw(rng, province), number=rng.randint(241, 299))
    past = replace(past, day=day - timedelta(days=rng.randint(1, 300)))
    mentions = [
        cite(rng, past, issuer=""),
        cite(rng, ref, issuer=rng.choice(("", None)), subject=rng.choice(("", None))),
    ]
    text = directive(rng, province, mentions, day=day)
    return Case(
        rule="reference_future",
        ignored=Severity.INFO,
        fault=True,
        said=ref.symbol,
        guise=f"{(ref.day - day).days} days",
        texts={"mot.txt": text},
    )


def future_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    day = date(rng.randint(2022, 2025), rng.randint(1, 12), rng.randint(2, 28))
    guise = rng.choice(("before", "same day", "own annex", "later document", "undated head"))
    ref = replace(c.draw(rng, province), day=day - timedelta(days=rng.randint(1, 900)))
    if guise == "same day":
        ref = replace(ref, day=day)
    number = rng.randint(10, 200)
    text = directive(rng, province, [cite(rng, ref, issuer="")], day=day, number=number)
    texts = {"mot.txt": text}
    if guise == "own annex":
        texts["mot.txt"] = (
            text + f"\nPHỤ LỤC\n(Kèm theo Kế hoạch số {number}/KH-UBND ngày {day:%d/%m/%Y} của UBND tỉnh)\n\nNội dung\n"
        )
    elif guise == "later document":
        own = Cited(
            kind="Kế hoạch", number=number, letters="/KH-UBND", with_year=False, issuer="Ủy ban nhân dân tỉnh", day=day,
            subject="", province=province,
        )  # fmt: skip
        texts["hai.txt"] = directive(
            rng, province, [cite(rng, own, issuer="", subject=None)], day=day + timedelta(days=30)
        )
    elif guise == "undated head":
        ref = replace(ref, day=day + timedelta(days=20))
        undated = directive(rng, province, [cite(rng, ref, issuer="")], day=day, number=number)
        texts["mot.txt"] = undated.replace(
            f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}", f"ngày     tháng     năm {day.year}", 1
        )
    return Case(rule="reference_future", ignored=Severity.INFO, fault=False, guise=guise, texts=texts)


def unknown_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    mentions = [cite(rng, ref, issuer="")] * rng.randint(1, 3)
    return Case(
        rule="reference_unknown",
        fault=True,
        others=True,
        said=ref.symbol,
        guise=ref.symbol,
        texts={"mot.txt": directive(rng, province, mentions)},
    )


def unknown_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    number, subject, day = rng.randint(10, 200), rng.choice(c.TOPICS), date(2026, 3, 12)
    party = rng.random() < 0.4
    letters = "-KH/TU" if party else "/KH-UBND"
    own = Cited(
        kind="Kế hoạch", number=number, letters=letters, with_year=False,
        issuer="Tỉnh ủy" if party else "Ủy ban nhân dân tỉnh", day=day, subject=subject, province=province,
    )  # fmt: skip
    guise = rng.choice(("held", "short", "this", "own"))
    said = {
        "held": cite(rng, own, issuer="", subject=rng.choice(("", None))),
        "short": cite(rng, own, dated=False, subject=None),
        "this": "Kế hoạch này",
        "own": f"Kế hoạch số {number}{letters}",
    }[guise]
    texts = {
        "goc.txt": directive(rng, province, ["Kế hoạch này"], number=number, day=day, subject=subject, letters=letters)
    }
    if guise == "own":
        texts["goc.txt"] += f"\nPHỤ LỤC\n(Kèm theo {said})\n\nNội dung\n"
    else:
        texts["hai.txt"] = directive(rng, province, [said])
    return Case(rule="reference_unknown", fault=False, guise=guise, texts=texts)


DRAWS: Mapping[str, tuple[Callable[[random.Random], Case], Callable[[random.Random], Case]]] = {
    "reference_future": (future_fault, future_near),
    "reference_unknown": (unknown_fault, unknown_near),
}


def make_cases(rule: str, seed: int, count: int) -> list[Case]:
    """``count`` faults and as many near-misses of one rule, the same for one seed."""
    made = []
    for fault, draw in zip((True, False), DRAWS[rule], strict=True):
        made += [draw(random.Random(f"{rule}/{fault}/{seed}/{i}")) for i in range(count)]
    return made
