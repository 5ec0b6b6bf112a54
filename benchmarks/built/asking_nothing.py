"""Questions that no directive of the corpus answers, each one word away from one that is answered."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.built import naming, offices, places, works
from benchmarks.built.asking import wording
from benchmarks.built.naming import Naming
from benchmarks.built.records import Case, Directive, Item, Work


def nothing_cases(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """An absent task, its absent sibling, another province, another commune, an agency without a task."""
    item = rng.choice(directive.items)
    yield from _absent(rng, directive, corpus)
    yield from _sibling(rng, directive, corpus, item)
    yield from _other_province(rng, directive, corpus, item)
    yield from _other_commune(rng, directive, corpus)
    yield from _idle_agency(rng, directive, corpus)


def _case(directive: Directive, slot: str, question: str, why: str, shape: str) -> Case:
    return Case(
        id="", question=question, slot=slot, shape=shape, style="as is", file=directive.file, wanted=(), why=why
    )


def _named(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Naming | None:
    """A naming that names something."""
    return next((n for n in naming.namings(rng, directive, corpus) if n.before or n.after), None)


def _absent(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    """A task of which the corpus does not speak, asked of no document or of this one."""
    used = {i.work.verb for d in corpus for i in d.items}
    families = [f for f in works.FAMILIES if f[0] not in used]
    for slot in ("lead", "deadline"):
        verb, things, _ = rng.choice(families)
        work = Work(verb=verb, thing=rng.choice(things))
        named = rng.choice((Naming("", "", ()), _named(rng, directive, corpus) or Naming("", "", ())))
        if naming.works_meant(work, corpus) == 0:
            question = wording(rng, slot, named, naming.mention(rng, work))
            yield _case(directive, slot, question, "task in no document", "none")


def _sibling(rng: random.Random, directive: Directive, corpus: Sequence[Directive], item: Item) -> Iterator[Case]:
    """The verb of a task of this document with a thing that it does not name."""
    things = next(things for verb, things, _ in works.FAMILIES if verb == item.work.verb)
    named = _named(rng, directive, corpus)
    for thing in rng.sample(things, len(things)):
        work = Work(verb=item.work.verb, thing=thing)
        if named and naming.works_meant(work, named.open_to) == 0:
            slot = rng.choice(("lead", "coordinating", "deadline"))
            question = wording(rng, slot, named, naming.mention(rng, work))
            yield _case(directive, slot, question, "sibling task, not in this document", item.shape)
            return


def _other_province(
    rng: random.Random, directive: Directive, corpus: Sequence[Directive], item: Item
) -> Iterator[Case]:
    held = {d.office.family for d in corpus}
    province = rng.choice([name for name, family in sorted(places.FAMILY.items()) if family not in held])
    named = rng.choice((Naming("", f" ở {province}", ()), Naming(f"Tại {province}, ", "", ())))
    central = [d for d in corpus if not d.office.province]
    if naming.works_meant(item.work, central) == 0:
        slot = rng.choice(("lead", "deadline"))
        question = wording(rng, slot, named, naming.mention(rng, item.work))
        yield _case(directive, slot, question, "other province", item.shape)


def _other_commune(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    placed = [i for i in directive.items if i.work.place]
    free = [name for name in places.COMMUNES if all(name not in d.text for d in corpus)]
    named = _named(rng, directive, corpus)
    if placed and named:
        item = rng.choice(placed)
        work = replace(item.work, place=f"xã {rng.choice(free)}")
        slot = rng.choice(("lead", "deadline"))
        question = wording(rng, slot, named, naming.mention(rng, work))
        yield _case(directive, slot, question, "other commune", item.shape)


def _idle_agency(rng: random.Random, directive: Directive, corpus: Sequence[Directive]) -> Iterator[Case]:
    idle = [a for a in offices.agencies_of(directive.office) if a.lower() not in directive.text.lower()]
    idle = [a for a in idle if all(word not in a for word in ("UBND", "Đảng ủy"))]
    named = _named(rng, directive, corpus)
    if named:
        idle = [a for a in idle if naming.agencies_meant(a, named.open_to) == 0]
    if idle and named:
        question = wording(rng, rng.choice(("tasks", "all tasks")), named, rng.choice(idle))
        yield _case(directive, "tasks", question, "agency without a task", "none")
