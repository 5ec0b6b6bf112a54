"""One task, two agencies that lead it."""

import re
from collections.abc import Iterator, Sequence

from tracuu import vi
from tracuu.checks.bodies import is_everybody, same_bodies, share_bodies
from tracuu.checks.material import Material
from tracuu.checks.saying import maybe, named, task_said
from tracuu.checks.works import Work, is_routine, of_superior, overlap, same_bound, same_doing, works_of
from tracuu.types import Discrepancy, Nature, Place, Severity, Span

RULE = "lead_agency"
# Says that the agency leads; a mere list of duties ("Sở X: tuyên truyền …") gives each its own part.
_LEADS = re.compile(r"chủ trì|giao|chịu trách nhiệm|đầu mối|làm cơ quan thường trực", re.IGNORECASE)


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
    return same_bound(one, other) or of_superior(one, other)


def _discrepancy(works: Sequence[Work], material: Material) -> Discrepancy:
    one_document = len({work.document.doc_id for work in works}) == 1
    natures: tuple[Nature, ...] = (Nature.TYPING, Nature.OTHER_SCOPE)
    if not one_document:
        natures = (Nature.ADJUSTMENT, Nature.TYPING, Nature.OTHER_SCOPE)
    values = tuple(_said(work, material) for work in works)
    pairs = zip(works, values, strict=True)
    said = vi.CHECK_LIST.join(vi.CHECK_LEAD_SAYS.format(document=named(w.document), value=v) for w, v in pairs)
    template = vi.CHECK_LEAD_WITHIN if one_document else vi.CHECK_LEAD
    return Discrepancy(
        rule=RULE,
        severity=Severity.ERROR if one_document else Severity.WARNING,
        message=template.format(
            task=task_said(works[0].assignment, material.wording),
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
