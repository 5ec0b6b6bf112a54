"""Another value for the same question: the same figure, or the same task, in another place.

Another year, province, unit or object is no conflict, and neither is another copy of one document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.figures import figure_spans, figure_text, indicator_text, target_seasons
from tracuu.answers.slots import slot_of
from tracuu.answers.values import Value
from tracuu.facts.clauses import sentences
from tracuu.facts.indicators import same_indicator, same_unit
from tracuu.queries import successor
from tracuu.text import fold, squeeze
from tracuu.types import Assignment, Document, Intent, Passage, Span, Target

# Two wordings of one task: at least this alike (0 to 100), word order aside. "Rà soát, điều chỉnh quy hoạch
# chung các xã, phường" and "Rà soát, điều chỉnh quy hoạch chung" have 79, and are not one task.
_SAME_TASK = 90.0
# A task in fewer words ("báo cáo kết quả") is many tasks.
_FEWEST_WORDS = 4
# Share of the known words of a question that two tasks in other words must hold, both the same ones.
_SAYS_MOST = 0.8
# More than this few would not be read.
_MOST = 3


class Rival(NamedTuple):
    """Another value, the passage that states it, and the spans that say it."""

    text: str
    passage: Passage
    spans: tuple[Span, ...]


def rivals_of(value: Value, intent: Intent, evidence: Evidence) -> list[Rival]:
    """What other places say to the same question with another value, in order of the corpus."""
    if isinstance(value.fact, Target):
        return distinct(_other_figures(value.fact, evidence))
    if isinstance(value.fact, Assignment):
        return distinct(_other_slots(value.fact, intent, evidence))
    return []


def as_likely(values: Sequence[tuple[Value, Passage]], terms: Sequence[str], evidence: Evidence) -> list[Rival]:
    """Other values of other documents whose clause says of a question just what that of the first of ``values`` says.

    ``terms`` are the syllables of the question's topic: where they cannot tell two assignments apart, both are meant.
    """
    (value, passage), *others = values
    document, held = evidence.documents[passage.doc_id], _terms_held(value, passage, terms, evidence)
    if evidence.coverage(evidence.known(terms), " ".join(held)) < _SAYS_MOST:
        return []
    found: list[Rival] = []
    for other, where in others:
        theirs = evidence.documents[where.doc_id]
        if theirs == document or _same_value(value.text, other.text):
            continue
        if not _same_body(document, theirs) or not _same_period(document, theirs):
            continue
        if _terms_held(other, where, terms, evidence) == held:
            found.append(Rival(other.text, where, other.spans))
    return found


def _terms_held(value: Value, passage: Passage, terms: Sequence[str], evidence: Evidence) -> frozenset[str]:
    """The terms that the task of a value holds, or the clause in which it stands."""
    if isinstance(value.fact, Assignment):
        said = (*value.fact.task, value.fact.span)
    else:
        copy = evidence.reading_copy(passage.source_id)
        clauses = [clause for sentence in sentences(copy, passage.span) for clause in sentence]
        said = tuple(c for c in clauses if any(c.start < s.end and s.start < c.end for s in value.spans))
    return frozenset(terms) & held_in(evidence.words(passage.source_id, said))


def distinct(rivals: Iterable[Rival]) -> list[Rival]:
    """The first few, each value once."""
    found: dict[str, Rival] = {}
    for rival in rivals:
        found.setdefault(fold(rival.text), rival)
    return list(found.values())[:_MOST]


def _other_figures(target: Target, evidence: Evidence) -> Iterator[Rival]:
    document = evidence.documents[target.doc_id]
    name = indicator_text(target, evidence)
    for other in evidence.all_targets():
        if (other.low, other.high) == (target.low, target.high) or not same_unit(other.unit_name, target.unit_name):
            continue
        if not _same_time(target, other, evidence) or not _same_place(target, other, evidence):
            continue
        if not same_indicator(name, indicator_text(other, evidence)):
            continue
        for passage in evidence.passages_at(other.doc_id, (other.value,))[:1]:
            if not _copies(document, evidence.documents[other.doc_id]):
                text = figure_text([other], passage, evidence)
                yield Rival(text, passage, figure_spans([other], passage, evidence))


def _same_time(one: Target, other: Target, evidence: Evidence) -> bool:
    """Whether both are for the same years, and the same quarter or month if any; two of one clause are steps.

    Where neither names a year, the years in which their documents were issued count.
    """
    issued = [evidence.documents[t.doc_id].header.issued_on for t in (one, other)]
    years = [t.years or (on and (on.value.year, on.value.year)) for t, on in zip((one, other), issued, strict=True)]
    same = years[0] is not None and years[0] == years[1] and (one.years is None) == (other.years is None)
    apart = one.doc_id != other.doc_id or one.span != other.span
    return same and apart and target_seasons(one, evidence) == target_seasons(other, evidence)


def _copies(one: Document, other: Document) -> bool:
    return one.doc_id != other.doc_id and (one.copy_of or one.doc_id) == (other.copy_of or other.doc_id)


def _same_place(one: Target, other: Target, evidence: Evidence) -> bool:
    """Whether both are for one place: the one named beside the figure, else the province of the document."""
    mine, theirs = (evidence.documents[t.doc_id].header.province for t in (one, other))
    if not (mine and theirs and successor(mine.value) == successor(theirs.value)):
        return False
    named = [fold(t.place) for t in (one, other) if t.place]
    local = [place for place in named if fold(mine.value) not in place and fold(theirs.value) not in place]
    return len({*local}) == 0 or (len(local) == 2 and len({*local}) == 1)


def _other_slots(assignment: Assignment, intent: Intent, evidence: Evidence) -> Iterator[Rival]:
    """The same task, of the same body, given to another or due at another time."""
    document = evidence.documents[assignment.doc_id]
    own = evidence.words(assignment.source_id, slot_of(assignment, intent))
    task = _task(assignment, evidence)
    for other in evidence.all_assignments():
        if other.span == assignment.span and other.doc_id == assignment.doc_id:
            continue
        spans = slot_of(other, intent)
        theirs = evidence.documents[other.doc_id]
        if not spans or not _same_body(document, theirs) or not _same_period(document, theirs):
            continue
        if _same_value(own, evidence.words(other.source_id, spans)) or not _same_task(task, _task(other, evidence)):
            continue
        for passage in evidence.passages_at(other.doc_id, spans)[:1]:
            yield Rival(evidence.words(other.source_id, spans).rstrip(" .;,"), passage, spans)


# "Kế hoạch … năm 2026", "… giai đoạn 2026 - 2030, tầm nhìn đến năm 2050": the years that a subject names.
_YEARS = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def _same_period(one: Document, other: Document) -> bool:
    """Whether two documents speak of one time: what a plan of another year gives to another is no conflict."""
    if one.doc_id == other.doc_id:
        return True
    mine, theirs = _period(one), _period(other)
    return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


def _period(document: Document) -> tuple[int, int] | None:
    """First and last year that the subject names, else the year of issue; None when neither is known."""
    header = document.header
    years = [int(year) for year in _YEARS.findall(header.subject.value)] if header.subject else []
    years = years or ([header.issued_on.value.year] if header.issued_on else [])
    return (min(years), max(years)) if years else None


def _same_task(one: str, other: str) -> bool:
    """Whether two tasks are one in other words; a word of three letters or more that only one has parts them."""
    if min(len(one.split()), len(other.split())) < _FEWEST_WORDS:
        return False
    if fuzz.token_sort_ratio(one, other) < _SAME_TASK:
        return False
    apart = set(re.findall(r"\w+", one)) ^ set(re.findall(r"\w+", other))
    return not any(len(word) > 2 or word.isdigit() or re.fullmatch(r"i{1,3}|iv|vi?", word) for word in apart)


# What is done with a thing before it is named, and what becomes of it after: "hoàn thiện Quy chế …, trình ban hành".
_DOING = re.compile(
    r"^(?:(?:khan truong|tiep tuc|tap trung|hoan thanh|hoan thien|xay dung|trien khai|thuc hien|to chuc|lap|soan thao"
    r"|nghien cuu|de xuat|tham muu|ban hanh|trinh|viec|cong tac)\s+(?:va\s+|,\s+)?)+"
)
_AFTER = re.compile(r"(?<=\w)\s*[,;(]\s*(?:de )?(?:trinh|bao cao|gui|hoan thanh|xong)\b.*$")


def _task(assignment: Assignment, evidence: Evidence) -> str:
    """What is to be done, folded: without the deadline, words of doing in general, and to whom it is handed on."""
    deadline = assignment.deadline.spans if assignment.deadline else ()
    whole = fold(squeeze(evidence.words(assignment.source_id, assignment.task)))
    for span in deadline:
        whole = whole.replace(fold(squeeze(evidence.words(assignment.source_id, (span,)))), " ")
    return _AFTER.sub("", _DOING.sub("", squeeze(whole))).strip(" .,;:")


def _same_value(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> Sequence[str]:
    return [c for c in fold(squeeze(text)) if c.isalnum()]


def _same_body(one: Document, other: Document) -> bool:
    """Whether both bind the same bodies: of one document, of one issuer, or of one province and not of a part of it.

    Two copies are not compared.
    """
    if one.doc_id == other.doc_id:
        return True
    if _copies(one, other):
        return False
    first, second = one.header, other.header
    if not (first.issuer and second.issuer and first.province and second.province):
        return False
    issuers = [header.value for header in (first.issuer, second.issuer)]
    same = fold(issuers[0]) == fold(issuers[1]) or not any(_BELOW_PROVINCE.search(issuer) for issuer in issuers)
    return same and successor(first.province.value) == successor(second.province.value)


_BELOW_PROVINCE = re.compile(r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu)\b", re.IGNORECASE)
