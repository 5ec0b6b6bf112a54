"""Assignments of one task: which rows, clauses and points of the corpus speak of the same work."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tracuu.checks.bodies import are_of_province, bodies_of
from tracuu.checks.material import Material
from tracuu.checks.scope import Level, is_department, level_of, scope_of
from tracuu.facts.sameness import (
    are_copies,
    same_body,
    same_period,
    same_task,
    task_key,
    whole_task,
    without_doing,
)
from tracuu.text import fold
from tracuu.types import Assignment, Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An assignment with what is compared of it, all folded.

    ``task`` is what the work is done to, ``verbs`` what is done to it in general; ``bodies`` lead it. ``in_row``: read
    from a row of a table; ``of_province``: all these bodies are of the province.
    """

    assignment: Assignment
    document: Document
    task: str
    verbs: frozenset[str]
    bodies: frozenset[str]
    in_row: bool
    of_province: bool


# Words of one kind of doing; two tasks of two kinds are steps of one work and not the same.
_KINDS = {
    "make": re.compile(r"\b(?:xay dung|lap|soan thao|hoan thien|ban hanh|trinh|de xuat|tham muu)\b"),
    "do": re.compile(r"\b(?:trien khai|thuc hien|to chuc)\b"),
    "study": re.compile(r"\bnghien cuu\b"),
}
# Say nothing of what the work is.
_FILLER = re.compile(
    r"\b(?:cac|nhung|viec|cong tac|cua|va|ve|cho|voi|theo quy dinh(?: cua phap luat)?|tren dia ban(?: toan)?(?: tinh"
    r"| xa| phuong| huyen| thanh pho)?|tren toan tinh|khan truong|tich cuc|chu dong|kip thoi|hieu qua|day manh"
    r"|tang cuong|tiep tuc|bao dam|dam bao|dung tien do)\b"
)


def works_of(material: Material) -> Iterator[list[Work]]:
    """Assignments of one task in one province, at least two, in order of the corpus."""
    groups: dict[tuple[str, frozenset[str]], list[list[Work]]] = defaultdict(list)
    for assignment in material.assignments():
        work = work_of(assignment, material)
        clusters = groups[_territory(work.document), task_key(work.task)]
        if not _joined(work, clusters):
            clusters.append([work])
    for clusters in groups.values():
        yield from (cluster for cluster in clusters if len(cluster) > 1)


def _territory(document: Document) -> str:
    """What papers that may be compared have in common: their province, else each is for itself."""
    scope = scope_of(document)
    return scope.province if scope and scope.province else document.doc_id


def _joined(work: Work, clusters: list[list[Work]]) -> bool:
    for cluster in clusters:
        if same_task(cluster[0].task, work.task):
            cluster.append(work)
            return True
    return False


def work_of(assignment: Assignment, material: Material) -> Work:
    """An assignment with what is compared of it."""
    wording = material.wording
    whole = whole_task(assignment, wording)
    task = without_doing(whole)
    verbs = whole[: len(whole) - len(whole.removesuffix(task))] if task and whole.endswith(task) else ""
    before = whole.partition(task)[0] if task else ""
    lead = wording.words(assignment.source_id, assignment.lead) if assignment.lead else ""
    return Work(
        assignment=assignment,
        document=material.by_id[assignment.doc_id],
        task=" ".join(_FILLER.sub(" ", task).split()).strip(" .,;:"),
        verbs=frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(before or verbs)),
        bodies=bodies_of(lead),
        in_row="STT" in assignment.locator.labels[-1] if assignment.locator.labels else False,
        of_province=are_of_province(lead),
    )


def same_doing(one: Work, other: Work) -> bool:
    """Whether both do the same kind of thing to it, as far as is said: to draw up a plan is not to carry it out."""
    return not one.verbs or not other.verbs or bool(one.verbs & other.verbs)


# Departments and ministries were merged on 1/3/2025 (Resolution 18-NQ/TW carried out): papers before and after name
# other bodies for one task.
_MERGERS = date(2025, 3, 1)


def same_bound(one: Work, other: Work) -> bool:
    """Whether two papers (or one) of one time and territory speak to the same bodies."""
    first, second = one.document, other.document
    if first.doc_id == second.doc_id:
        return True
    if are_copies(first, second) or not same_body(first, second) or not _same_time(first, second):
        return False
    if scope_of(first) != scope_of(second):
        return False
    issuers = {fold(d.header.issuer.value) for d in (first, second) if d.header.issuer}
    inner = len(issuers) > 1 and (is_department(first) or is_department(second))
    return not inner or _names_province(one, other)


def _same_time(one: Document, other: Document) -> bool:
    issued = [d.header.issued_on.value for d in (one, other) if d.header.issued_on]
    before = [day < _MERGERS for day in issued]
    return same_period(one, other) and (all(before) or not any(before))


def of_superior(one: Work, other: Work) -> bool:
    """Whether one paper is of a province, the other of a commune in it, and both name bodies of the province."""
    levels = {level_of(w.document) for w in (one, other)}
    return levels == {Level.PROVINCE, Level.BELOW} and _names_province(one, other) and same_province(one, other)


def same_province(one: Work, other: Work) -> bool:
    """Whether two papers of one time, no copies of one another, are of one province or of communes in it."""
    scopes = [scope_of(work.document) for work in (one, other)]
    provinces = {scope.province for scope in scopes if scope}
    apart = not are_copies(one.document, other.document)
    return apart and None not in scopes and len(provinces) == 1 and _same_time(one.document, other.document)


def _names_province(one: Work, other: Work) -> bool:
    """Whether both name bodies of the province: a commune may say no other of them than the province says."""
    return one.of_province and other.of_province


# Words of work that every agency has; a task of nothing else is not one task.
_ROUTINE = frozenset(
    re.findall(
        r"\w+",
        "bao cao ket qua tong hop ke hoach trien khai thuc hien don doc kiem tra giam sat theo doi kinh phi bo tri"
        " phoi hop tuyen truyen quan triet van ban nhiem vu noi dung duoc giao chi thi nay nghi quyet quyet dinh cong"
        " van chuong trinh hanh dong dinh ky hang nam quy thang tuan so ket tong uy ban nhan dan tinh xa phuong so"
        " nganh co quan don vi dia phuong can cu chuc nang chu tri huong dan cap tren cong bao dam chat luong tien do"
        " to chuc pho bien giai phap muc tieu chi tieu du toan ngan sach nha nuoc nguon von thuong xuyen hoc tap can"
        " bo dang vien nhan dan",
    )
)
# A task with fewer other words is routine.
_FEWEST_OWN = 3


@lru_cache(maxsize=8192)
def is_routine(task: str) -> bool:
    """Whether a task is one that everybody has: "báo cáo kết quả thực hiện", "bố trí kinh phí"."""
    own = {word for word in re.findall(r"[^\W\d_]{2,}", task) if word not in _ROUTINE}
    return len(own) < _FEWEST_OWN


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of one source share a character."""
    return one.start < other.end and other.start < one.end
