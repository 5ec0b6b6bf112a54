"""Small corpora with one fault in how a document is cited, and near-misses that look like one and are none."""

import random
from collections.abc import Callable, Mapping

from benchmarks.built.papers import Planted
from benchmarks.built.planted_held import future_fault, future_near, unknown_fault, unknown_near
from benchmarks.built.planted_said import (
    date_fault,
    date_near,
    issuer_fault,
    issuer_near,
    kind_fault,
    kind_near,
    subject_fault,
    subject_near,
)

__all__ = ["MAKERS", "Planted", "plant"]

MAKERS: Mapping[str, tuple[Callable[[random.Random], Planted], Callable[[random.Random], Planted]]] = {
    "reference_date": (date_fault, date_near),
    "reference_issuer": (issuer_fault, issuer_near),
    "reference_kind": (kind_fault, kind_near),
    "reference_subject": (subject_fault, subject_near),
    "reference_future": (future_fault, future_near),
    "reference_unknown": (unknown_fault, unknown_near),
}


def plant(rule: str, count: int, seed: int) -> list[Planted]:
    """``count`` faults and as many near-misses of one rule, the same for one seed."""
    made = []
    for fault, make in zip((True, False), MAKERS[rule], strict=True):
        made += [make(random.Random(f"{rule}/{fault}/{seed}/{i}")) for i in range(count)]
    return made
