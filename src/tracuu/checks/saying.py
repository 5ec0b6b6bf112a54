"""How findings name documents, values and what a finding may come from."""

import re
from collections.abc import Iterable
from datetime import date

from tracuu import vi
from tracuu.documents.issuer_names import full_issuer
from tracuu.facts.figures import unit_name
from tracuu.facts.wording import Wording
from tracuu.text import squeeze
from tracuu.types import Assignment, Document, Nature, Place, Source, Span, Target


def named(document: Document) -> str:
    """A document in a few words: kind and number, else kind, issuer and day, else its file."""
    header = document.header
    kind = header.kind.value if header.kind else ""
    if header.symbol:
        return f"{kind} {header.symbol.value}".strip()
    if not kind or not header.issuer:
        return vi.CHECK_FILE.format(kind=kind or vi.CHECK_DOCUMENT, file=document.source_id)
    said = vi.CHECK_OF_BODY.format(kind=kind, issuer=full_issuer(document))
    return f"{said} {day_said(header.issued_on.value)}" if header.issued_on else said


def maybe(natures: Iterable[Nature]) -> str:
    """What a finding may come from: "có thể do lỗi đánh máy hoặc điều chỉnh"."""
    names = [vi.CHECK_NATURES[nature.value] for nature in natures]
    listed = [vi.CHECK_COMMA.join(names[:-1]), *names[-1:]] if len(names) > 1 else names
    return vi.CHECK_MAYBE.format(natures=vi.CHECK_OR.join(listed))


def figure_said(target: Target, source: Source) -> str:
    """A figure as printed with its unit ("28 m²/người"), mark-up aside."""
    printed = squeeze(source.text[slice(*target.value)])
    unit = unit_name(source.text[slice(*target.unit)]) if target.unit else target.unit_name
    return printed if not unit or printed.endswith(unit) else f"{printed}{'' if unit == '%' else ' '}{unit}"


def figure_place(target: Target) -> Place:
    """Where a figure stands, with its unit when that is right behind it."""
    end = target.unit.end if target.unit and 0 <= target.unit.start - target.value.end <= 3 else target.value.end
    return Place(target.doc_id, Span(target.value.start, max(end, target.value.end)))


def day_said(day: date) -> str:
    """A day as offices write it ("ngày 20/4/2026"): two digits for the day, and for the months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return vi.CHECK_DAY.format(day=f"{day.day:02d}/{month}/{day.year}")


def behind_day(printed: str) -> str:
    """A date as printed, to stand behind the word "ngày" of a message."""
    return re.sub(r"^ngày\s+", "", printed, flags=re.IGNORECASE)


# What leads over to the time of a task, and is left behind when that is taken away.
_BEFORE_TIME = re.compile(r"[\s,;(]*(?:(?:và\s+)?(?:hoàn\s+thành|xong))?[\s,;]*(?:trong|vào|đến(?:\s+hết)?)?[\s,;(]*$")


def task_said(assignment: Assignment, wording: Wording) -> str:
    """A task on one line without the time at its end, which stands beside it in a message."""
    source_id, last = assignment.source_id, assignment.task[-1]
    said = wording.words(source_id, assignment.task)
    due = assignment.deadline.spans[-1] if assignment.deadline else None
    if due and last.start < due.start < last.end <= due.end + 1:
        own = (*assignment.task[:-1], Span(last.start, due.start))
        said = _BEFORE_TIME.sub("", wording.words(source_id, own)) or said
    return cut_short(said.strip(" .;,:"))


def cut_short(text: str, limit: int = 140) -> str:
    """``text`` on one line, cut at a word with "…" when it is longer than ``limit`` characters."""
    text = squeeze(text)
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
