"""One task, two agencies that lead it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tracuu import vi
from tracuu.checks.bodies import is_everybody, same_bodies, share_bodies
from tracuu.checks.material import Material
from tracuu.checks.saying import cut_short, maybe, named
from tracuu.checks.scope import Level, level_of, scope_of
from tracuu.checks.works import Work, is_routine, overlap, same_doing, works_of
from tracuu.facts.sameness import are_copies, same_body, same_period
from tracuu.types import Discrepancy, Nature, Place, Severity, Span

RULE = "lead_agency"
# Departments and ministries were merged on 1/3/2025 (Resolution 18-NQ/TW carried out): papers before and after name
# other bodies for one task.
_MERGERS = date(2025, 3, 1)
# Says that the agency leads; a mere list of duties ("Sở X: tuyên truyền …") gives each its own part.
_LEADS = re.compile(r"chủ trì|giao|chịu trách nhiệm|đầu mối|làm cơ quan thường trực", re.IGNORECASE)
# Bodies of a province: what a commune says of them binds no less than what the province says.
_OF_PROVINCE = re.compile(
    r"^(?:so |bo chi huy|cong an tinh|uy ban nhan dan tinh|van phong uy ban nhan dan tinh|ban [a-z ]+ tinh(?: uy)?$"
    r"|thanh tra tinh)"
)


def find_leads(material: Material) -> Iterator[Discrepancy]:
    """Tasks that two places give to different agencies; the first place with all that differ from it."""
    for works in works_of(material):
        leading = [work for work in works if _is_led(work, material)]
        yield from _differing(leading, material)


def _is_led(work: Work, material: Material) -> bool:
    """Whether it is certain that the bodies of a work lead it, and it is one work."""
    if not work.bodies or is_everybody(work.bodies) or is_routine(work.task):
        return False
    said = material.sources[work.assignment.source_id].text[slice(*work.assignment.span)]
    return work.in_row or bool(_LEADS.search(said))


def _differing(works: Sequence[Work], material: Material) -> Iterator[Discrepancy]:
    bases = [work for work in works if work.document.doc_id in material.drafts] if material.drafts else works
    for base in bases:
        others: list[Work] = []
        for other in works:
            seen = any(same_bodies(other.bodies, known.bodies) for known in others)
            if not seen and _conflict(base, other):
                others.append(other)
        if others:
            yield _discrepancy([base, *others], material)
            return


def _conflict(one: Work, other: Work) -> bool:
    mine, theirs = one.assignment, other.assignment
    if mine.doc_id == theirs.doc_id and overlap(mine.span, theirs.span):
        return False  # two clauses of one row
    if share_bodies(one.bodies, other.bodies) or not same_doing(one, other):
        return False
    return _comparable(one, other)


def _comparable(one: Work, other: Work) -> bool:
    """Whether both speak to the same bodies of the same time."""
    if one.document.doc_id == other.document.doc_id:
        return True
    if are_copies(one.document, other.document) or not same_period(one.document, other.document):
        return False
    issued = [d.header.issued_on for d in (one.document, other.document)]
    if any(on and on.value < _MERGERS for on in issued) and any(on and on.value >= _MERGERS for on in issued):
        return False
    return same_body(one.document, other.document) or _of_superior(one, other)


def _of_superior(one: Work, other: Work) -> bool:
    """Whether one paper is of a province, the other of a commune in it, and both name bodies of the province."""
    scopes, levels = [scope_of(w.document) for w in (one, other)], {level_of(w.document) for w in (one, other)}
    if None in scopes or levels != {Level.PROVINCE, Level.BELOW}:
        return False
    named_ones = all(_OF_PROVINCE.search(body) for work in (one, other) for body in work.bodies)
    return named_ones and scopes[0] is not None and scopes[1] is not None and scopes[0].province == scopes[1].province


def _discrepancy(works: Sequence[Work], material: Material) -> Discrepancy:
    one_document = len({work.document.doc_id for work in works}) == 1
    natures: tuple[Nature, ...] = (Nature.TYPING, Nature.OTHER_SCOPE)
    if not one_document:
        natures = (Nature.ADJUSTMENT, Nature.TYPING, Nature.OTHER_SCOPE)
    values = tuple(_said(work, material) for work in works)
    pairs = zip(works, values, strict=True)
    said = vi.CHECK_LIST.join(vi.CHECK_LEAD_SAYS.format(document=named(w.document), value=v) for w, v in pairs)
    task = material.wording.words(works[0].assignment.source_id, works[0].assignment.task).strip(" .;,:")
    template = vi.CHECK_LEAD_WITHIN if one_document else vi.CHECK_LEAD
    return Discrepancy(
        rule=RULE,
        severity=Severity.ERROR if one_document else Severity.WARNING,
        message=template.format(
            task=cut_short(task),
            document=named(works[0].document),
            said=vi.CHECK_LIST.join(values) if one_document else said,
            maybe=maybe(natures),
        ),
        values=values,
        places=tuple(_place(work) for work in works),
        natures=natures,
    )


def _said(work: Work, material: Material) -> str:
    return material.wording.words(work.assignment.source_id, work.assignment.lead).strip(" .;,:")


def _place(work: Work) -> Place:
    """Where the agency stands."""
    lead = work.assignment.lead
    return Place(work.document.doc_id, Span(lead[0].start, lead[0].end))
