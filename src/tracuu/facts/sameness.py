"""Whether two facts speak of one thing: the same task, place, time or body, and whether they say the same of it.

In doubt they do not: what is compared wrongly makes a conflict out of nothing. Answers and checks share these.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from tracuu.documents.provinces import same_province
from tracuu.facts.seasons import Seasons, seasons_of
from tracuu.facts.wording import Wording
from tracuu.text import fold, squeeze
from tracuu.types import Assignment, Document, Source, Target

# Two wordings of one task: at least this alike (0 to 100), word order aside. "Rà soát, điều chỉnh quy hoạch
# chung các xã, phường" and "Rà soát, điều chỉnh quy hoạch chung" have 79, and are not one task.
_SAME_TASK = 90.0
# A task in fewer words ("báo cáo kết quả") is many tasks.
_FEWEST_WORDS = 4


# --- Documents ---------------------------------------------------------------------------------


def are_copies(one: Document, other: Document) -> bool:
    """Whether two documents are two copies of one; a document is no copy of itself."""
    return one.doc_id != other.doc_id and (one.copy_of or one.doc_id) == (other.copy_of or other.doc_id)


def same_body(one: Document, other: Document) -> bool:
    """Whether both bind the same bodies: of one document, of one issuer, or of one province and not of a part of it.

    Two copies are not compared.
    """
    if one.doc_id == other.doc_id:
        return True
    if are_copies(one, other):
        return False
    first, second = one.header, other.header
    if not (first.issuer and second.issuer and first.province and second.province):
        return False
    issuers = [header.value for header in (first.issuer, second.issuer)]
    same = fold(issuers[0]) == fold(issuers[1]) or not any(is_below_province(issuer) for issuer in issuers)
    return same and same_province(first.province.value, second.province.value)


_BELOW_PROVINCE = re.compile(r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu)\b", re.IGNORECASE)


def is_below_province(issuer: str) -> bool:
    """Whether a body is named as one of a commune, ward or district."""
    return bool(_BELOW_PROVINCE.search(issuer))


# "Kế hoạch … năm 2026", "… giai đoạn 2026 - 2030, tầm nhìn đến năm 2050": the years that a subject names.
_YEARS = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


_UNTIL = re.compile(r"\bđến (?:hết )?năm 20\d{2}", re.IGNORECASE)


def same_period(one: Document, other: Document) -> bool:
    """Whether two documents speak of one time: what a plan of another year gives to another is no conflict."""
    if one.doc_id == other.doc_id:
        return True
    mine, theirs = _period(one), _period(other)
    return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


def _period(document: Document) -> tuple[int, int] | None:
    """First and last year that the subject names, else the year of issue; None when neither is known.

    What runs "đến năm 2030" begins with the year of issue.
    """
    header = document.header
    years = [int(year) for year in _YEARS.findall(header.subject.value)] if header.subject else []
    until = header.subject is not None and _UNTIL.search(header.subject.value)
    if header.issued_on and (until or not years):
        years.append(header.issued_on.value.year)
    return (min(years), max(years)) if years else None


# --- Figures -----------------------------------------------------------------------------------


def target_seasons(target: Target, source: Source) -> Seasons:
    """The quarter or month that a target is for; none when it is for a year or no stated time."""
    own = seasons_of(source.text[slice(*target.period)]) if target.period else Seasons()
    halves = seasons_of(source.text[target.span.start : target.value.start]).halves
    return own._replace(halves=halves) if len(halves) == 1 else own


def years_of(target: Target, document: Document) -> tuple[int, int] | None:
    """The years that a figure is for: those named, else that in which its document was issued; None if unknown."""
    issued = document.header.issued_on
    return target.years or ((issued.value.year, issued.value.year) if issued else None)


def same_place(one: Target, other: Target, documents: tuple[Document, Document]) -> bool:
    """Whether both are for one place: the one named beside the figure, else the province of its document."""
    mine, theirs = (document.header.province for document in documents)
    if not (mine and theirs and same_province(mine.value, theirs.value)):
        return False
    named = [fold(t.place) for t in (one, other) if t.place]
    local = [place for place in named if fold(mine.value) not in place and fold(theirs.value) not in place]
    return len({*local}) == 0 or (len(local) == 2 and len({*local}) == 1)


# --- Tasks -------------------------------------------------------------------------------------


def same_task(one: str, other: str) -> bool:
    """Whether two tasks (`task_words`) are one in other words.

    A word of three letters or more that only one has parts them.
    """
    if min(len(one.split()), len(other.split())) < _FEWEST_WORDS:
        return False
    if task_key(one) != task_key(other):
        return False
    return fuzz.token_sort_ratio(one, other) >= _SAME_TASK


def task_key(task: str) -> frozenset[str]:
    """The words of a task that part it from others: two tasks are one only if these are the same."""
    return frozenset(w for w in re.findall(r"\w+", task) if len(w) > 2 or w.isdigit() or _NUMERAL.fullmatch(w))


_NUMERAL = re.compile(r"i{1,3}|iv|vi?")
# What is done with a thing before it is named, and what becomes of it after: "hoàn thiện Quy chế …, trình ban hành".
_DOING = re.compile(
    r"^(?:(?:khan truong|tiep tuc|tap trung|hoan thanh|hoan thien|xay dung|trien khai|thuc hien|to chuc|lap|soan thao"
    r"|nghien cuu|de xuat|tham muu|ban hanh|trinh|viec|cong tac)\s+(?:va\s+|,\s+)?)+"
)
_AFTER = re.compile(r"(?<=\w)\s*[,;(]\s*(?:de )?(?:trinh|bao cao|gui|hoan thanh|xong)\b.*$")


def task_words(assignment: Assignment, wording: Wording) -> str:
    """What is to be done, folded: without the deadline, words of doing in general, and to whom it is handed on."""
    return without_doing(whole_task(assignment, wording))


def whole_task(assignment: Assignment, wording: Wording) -> str:
    """What is to be done, folded, without the deadline."""
    deadline = assignment.deadline.spans if assignment.deadline else ()
    whole = fold(squeeze(wording.words(assignment.source_id, assignment.task)))
    for span in deadline:
        whole = whole.replace(fold(squeeze(wording.words(assignment.source_id, (span,)))), " ")
    return squeeze(whole)


def without_doing(task: str) -> str:
    """A folded task without words of doing in general before the thing, and what becomes of it after."""
    return _AFTER.sub("", _DOING.sub("", task)).strip(" .,;:")


# --- Values ------------------------------------------------------------------------------------


def same_value(one: str, other: str) -> bool:
    """Whether two values are the same letters and digits, marks, capitals and signs aside."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> Sequence[str]:
    return [c for c in fold(squeeze(text)) if c.isalnum()]
