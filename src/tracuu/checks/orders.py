"""Orders to carry out the directive in which they stand: to study it, and to draw up one's own plan for it.

A plan gives these in its last part and again in the first rows of its annex, in other words and to the same kind of
bodies ("Các đảng ủy trực thuộc Tỉnh ủy", "Đảng ủy các xã, phường").
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from tracuu.checks.bodies import bodies_of, is_everybody
from tracuu.checks.material import Material
from tracuu.text import fold, squeeze
from tracuu.types import Assignment

_ACTS = {
    "study": re.compile(r"\bquan triet\b"),
    "plan": re.compile(
        r"\b(?:xay dung|ban hanh|lap)\b[^.;]{0,30}?\b(?:ke hoach|chuong trinh)"
        r"(?: hanh dong| trien khai| thuc hien|,| ngay)"
    ),
}
# "Kế hoạch này", "thực hiện Chỉ thị này": the order is about the directive in hand.
_IN_HAND = re.compile(
    r"\b(?:ke hoach|chi thi|nghi quyet|ket luan|chuong trinh|quyet dinh|cong van|de an|huong dan) nay\b"
)
_KINDS = {
    "party": re.compile(r"\b(?:dang uy|cap uy|huyen uy|thi uy|thanh uy|to chuc dang|chi bo)\b"),
    "state": re.compile(r"\buy ban nhan dan\b"),
    "departments": re.compile(r"\b(?:so|ban, nganh|doan the)\b"),
}


def orders_of(material: Material) -> Iterator[list[Assignment]]:
    """The orders of one act to one kind of bodies in one document, at least two, in order of the corpus."""
    groups: dict[tuple[str, str, str], list[Assignment]] = defaultdict(list)
    for assignment in material.assignments():
        for act, kind in _orders(assignment, material):
            groups[assignment.doc_id, act, kind].append(assignment)
    yield from (group for group in groups.values() if len(group) > 1)


def _orders(assignment: Assignment, material: Material) -> Iterator[tuple[str, str]]:
    """The acts that an assignment orders, each with the kind of bodies that all of them are to do it."""
    wording = material.wording
    bodies = bodies_of(wording.words(assignment.source_id, assignment.lead)) if assignment.lead else frozenset()
    said = fold(squeeze(wording.words(assignment.source_id, (assignment.span,))))
    if not bodies or not is_everybody(bodies) or not _IN_HAND.search(said):
        return
    task = fold(squeeze(wording.words(assignment.source_id, assignment.task)))
    kinds = {kind for kind, pattern in _KINDS.items() if any(pattern.search(body) for body in bodies)}
    for act, pattern in _ACTS.items():
        if pattern.search(task) and len(kinds) == 1:
            yield act, next(iter(kinds))
