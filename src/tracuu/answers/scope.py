"""What a question is about beside its topic: the place, body, document, year and names that evidence must speak of."""

import re
from collections.abc import Sequence

from tracuu.answers.amounts import speaks_of_numbers
from tracuu.answers.evidence import Evidence, held_in
from tracuu.answers.parties import names_of, written_out
from tracuu.answers.slots import TYPED
from tracuu.documents.digits import with_digits
from tracuu.documents.places import is_central
from tracuu.documents.provinces import CENTRAL_CITIES
from tracuu.queries import find_periods, find_provinces, office_terms, office_words, same_province
from tracuu.text import UPPER, fold, squeeze, syllables
from tracuu.types import Document, Intent, Passage, Query


def is_about(query: Query, passage: Passage, evidence: Evidence) -> bool:
    """Whether a passage is of the document, province, local unit and year that a question names.

    A document that is named for a list of tasks is the one whose tasks are meant.
    """
    return (
        (not query.doc_ids or evidence.is_of(passage.doc_id, query.doc_ids))
        and _speaks_of_place(passage, 0.0, query, evidence)
        and _speaks_of_year(passage, query, evidence)
        and _names_one_of(query.units, passage, evidence)
    )


def is_of_units(document: Document, query: Query) -> bool:
    """Whether the local units that a question names stand in the issuer, place or subject of a document."""
    header = document.header
    fields = (header.issuer, header.place, header.subject, header.province)
    text = written_out(" ".join(field.value for field in fields if field))
    initials = "".join(word[0] for word in syllables(text))
    return all(
        _loosely(written_out(unit)).search(text) or (fold(name := unit.split()[-1]) in initials and name.isupper())
        for unit in (query.units or _communes_typed(query))
    )


def beyond_place(terms: Sequence[str], query: Query, document: Document) -> list[str]:
    """``terms`` without the local unit that a question names, where the document is that unit's own.

    Its passages do not repeat its name. All terms when nothing else would be left.
    """
    header = document.header
    own = fold(" ".join(field.value for field in (header.issuer, header.place) if field))
    units = [unit for unit in query.units if re.search(rf"\b{re.escape(fold(unit))}\b", own)]
    units += [name for name in own_units(document) if fold(name) in fold(query.text)]
    named = {term for unit in units for term in syllables(unit)}
    level = named | _LEVELS  # "xã" before the name, and "thị" before "trấn"
    kept = [
        term
        for term, after in zip(terms, [*terms[1:], ""], strict=True)
        if term not in named and not (units and term in _LEVELS and after in level)
    ]
    return kept or list(terms)


def own_units(document: Document) -> set[str]:
    """The local units that issue a document, or where it was signed: "Phú Quý", "Tiền Hải"; no provinces."""
    header = document.header
    fields = [field.value for field in (header.issuer, header.place) if field]
    named = {squeeze(m["name"]) for field in fields for m in _OWN_UNIT.finditer(field)}
    named |= {header.place.value} if header.place else set()
    return {name for name in named if not find_provinces(name)}


_OWN_UNIT = re.compile(
    rf"\b(?i:xã|phường|thị trấn|thị xã|huyện|quận|đặc khu|thành phố)\s+(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}})"
)
_LEVELS = frozenset({"xã", "phường", "huyện", "thị", "trấn", "thành", "phố", "đặc", "khu"})


def is_of_same_subject(passage: Passage, coverage: float, query: Query, evidence: Evidence) -> bool:
    """Whether a passage speaks of the place, year, document, bodies, numbers and names of a question.

    ``coverage`` is the share in [0, 1] of the question's topic that the passage holds.
    """
    return (
        _speaks_of_place(passage, coverage, query, evidence)
        and _speaks_of_year(passage, query, evidence)
        and _is_of_document(passage, query, evidence)
        and _speaks_of_bodies(passage, query, evidence)
        and _is_of_communes(passage, query, evidence)
        and speaks_of_numbers(passage, query, evidence)
        and _speaks_of_names(passage, query, evidence)
    )


_KINDS = (
    "ke hoach|nghi quyet|quyet dinh|cong van|huong dan|thong bao|chuong trinh|ket luan|chi thi|to trinh|cong dien"
    "|nghi dinh"
)
# "Nghị quyết 14-NQ/TU gồm mấy nhóm nhiệm vụ?". Near miss: "ai chủ trì thực hiện Nghị quyết 14-NQ/TU?".
_CONTENT = re.compile(
    r"\b(?:gom|quy dinh|dat (?:ra|chi tieu|muc tieu)|de nghi|neu|noi|yeu cau|co (?:may|bao nhieu|nhung)|de ra|xac dinh"
    r"|giao|ho tro|cho|cap|chi|phan bo|mien|giam|thuong)\b"
)
_MENTION_LENGTH = 40


def _opens_with_document(folded: str) -> bool:
    """Whether a document opens the question and says, sets or gives something ("Quyết định 519 giao Sở X …")."""
    opening = re.match(rf"(?:(?:theo|trong|o|tai) )?(?:{_KINDS})[^,:?]{{0,60}}?\d", folded)
    return bool(opening and _CONTENT.search(folded, opening.end(), opening.end() + _MENTION_LENGTH))


def asks_into_cited(query: Query) -> bool:
    """Whether the question opens with a document that is only cited, and asks what it says."""
    if not query.cited_symbols or query.doc_ids:
        return False
    folded = fold(query.text)
    for symbol in query.cited_symbols:
        number = re.search(rf"\b{re.escape(fold(symbol).split('-')[0].split('/')[0])}\b", folded)
        if number and number.start() <= _MENTION_LENGTH and _CONTENT.search(folded, number.end()):
            return bool(re.match(r"(?:(?:theo|trong|o|tai) )?(?:" + _KINDS + r")", folded))
    return False


# "theo Kế hoạch 2233", "Kế hoạch 39: …": the document that must answer. Near miss: "hướng dẫn nào … Kế hoạch 39".
_BINDING_WORDS = re.compile(
    r"\b(?:theo|trong|tai|cua|o)\s+(?:\w+\s+){0,2}?(?:ke hoach|kh|cong van|huong dan|chi thi|nghi quyet|quyet dinh"
    r"|chuong trinh|thong bao|to trinh|cong dien|ket luan|de an|phuong an|bao cao|van ban)\b"
)


def _is_of_document(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the passage is of the document that the question asks about, where it asks about one.

    A document may be named as the thing a task is about ("ai tuyên truyền Kế hoạch 39"): then others
    may answer, so a name binds only for figures, or after "theo", "trong", "tại", or before a colon.
    """
    asked = query.doc_ids or query.ambiguous
    if not asked or query.intent is Intent.WHERE or evidence.is_of(passage.doc_id, asked):
        return True
    if query.asks_effect and evidence.promulgates(passage.doc_id, asked):
        return True
    if query.intent is Intent.TASKS or query.described:
        return False
    folded = fold(query.text)
    if re.match(r"[^:]{3,40}:\s", folded) or _opens_with_document(folded):
        return False
    bound = query.intent is Intent.FIGURE or _BINDING_WORDS.search(folded)
    return not (bound and query.intent in TYPED)


_LOCAL = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\b", re.IGNORECASE)
_FOR_EACH = re.compile(r"/\s?(?:ha|nguoi|ho|can|thang|m2)\b|\bmoi (?:ho|nguoi|ha|can|xa)\b|\bmuc (?:ho tro|chi|thu)\b")
# What a passage of another province's document must hold.
_COVERAGE_ELSEWHERE = 0.75


def _speaks_of_place(passage: Passage, coverage: float, query: Query, evidence: Evidence) -> bool:
    """Whether the document is of a province named, or of no province.

    A document of another province may still speak of the one named ("cao tốc Điện Biên - Sơn La"):
    then the passage must name it and hold nearly all else that is asked; its figures are its own.
    """
    if not query.provinces:
        return True
    header = evidence.documents[passage.doc_id].header
    province = header.province
    if query.intent is Intent.FIGURE and header.issuer and is_central(header.issuer.value):
        # A figure of the country is none of a province; what is granted to each is the same in all of them.
        said = f"{evidence.whole(passage)} {evidence.about(passage.doc_id)}"
        here = any(same_province(place.name, asked) for place in find_provinces(said) for asked in query.provinces)
        return here or bool(_FOR_EACH.search(fold(passage.text)))
    if province is None and header.issuer and _LOCAL.search(header.issuer.value) and query.intent in TYPED:
        # A commune that does not say where it lies may be of any province, and is not taken for one of the one asked.
        document = evidence.documents[passage.doc_id]
        said = fold(evidence.sources[passage.source_id].text[slice(*document.span)])
        return any(fold(p) in said for p in query.provinces) or bool(query.units)
    if province is None or any(same_province(province.value, p) for p in query.provinces):
        return True
    if query.intent is Intent.FIGURE or coverage < _COVERAGE_ELSEWHERE:
        return False
    return any(fold(p) in fold(passage.text) for p in query.provinces)


def _speaks_of_year(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a year named is that of the passage.

    For a figure the nearest text that names any year decides: the passage, the headings from the
    innermost out, the subject, the date of issue. Otherwise it may stand in any of them.
    """
    if not query.years:
        return True
    if not _is_of_season(passage, query, evidence):
        return False
    header = evidence.documents[passage.doc_id].header
    columns = [heading for cell in passage.row.cells for heading in cell.column] if passage.row else []
    levels = [" ".join([passage.text, *columns]), *reversed(evidence.headings(passage))]
    levels += [header.subject.value if header.subject else ""]
    levels += [str(header.issued_on.value.year) if header.issued_on else ""]
    named = [{int(year) for year in _YEAR.findall(with_digits(level))} for level in levels]
    of_document = {int(m["year"]) for m in _DOCUMENT_YEAR.finditer(fold(query.text))} & set(query.years)
    if of_document and not of_document & (named[-1] | named[-2]):
        return False
    asked = set(query.years) - of_document
    if query.intent is not Intent.FIGURE or not asked:
        return not asked or (any(asked & years for years in named) and not _is_of_other_part(asked, named))
    if any(target.years and target.years[1] in asked for target in evidence.targets_in(passage)):
        return True  # of the heading's year, where another stands in the sentence: "đạt 14%; năm 2030 đạt 25%"
    nearest = [years for years in named if years]
    if nearest and not asked & nearest[0] and any(t.years is None for t in evidence.targets_in(passage)):
        nearest = [years for years in named[1:] if years]  # "đạt 14%; năm 2030 đạt 25%": one is for the year above
    return bool(nearest and asked & nearest[0])


def _is_of_other_part(asked: set[int], named: Sequence[set[int]]) -> bool:
    """Whether a heading lists the years asked for with others, and one of those is all that stands further in.

    ``named`` are the years of the passage and of what stands above it, outwards: of "Mục tiêu đến năm 2030, tầm nhìn
    đến năm 2045" the part "Đến năm 2030".
    """
    outer = next((i for i, years in enumerate(named) if asked & years), 0)
    within = set().union(*named[:outer])
    return bool(within) and within < named[outer]


def _is_of_season(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether a season or school year ("mùa khô 2024 - 2025") is that of the nearest text that names one."""
    seasons = {period for period in query.periods if period[1] == period[0] + 1}
    levels = [passage.text, *reversed(evidence.headings(passage)), evidence.about(passage.doc_id)]
    named = (set(find_periods(level)) for level in levels)
    nearest = next((found for found in named if any(b == a + 1 for a, b in found)), None)
    return not seasons or nearest is None or bool(seasons & nearest)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

# "kế hoạch của Điện Biên năm 2022": the year of the document, not of the figure.
_DOCUMENT_YEAR = re.compile(
    r"\b(?:ke hoach|chuong trinh|nghi quyet|chi thi|quyet dinh|thong bao|cong van|van ban)"
    r"(?: (?!den|toi|dat)[^\W\d]+){0,6}"
    r" (?P<year>(?:19|20)\d{2})\b"
)


def _speaks_of_bodies(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether one of the agencies, and every local unit, named stands in the passage or above it."""
    agencies = (*query.agencies, *(name for agency in query.agencies for name in _at_its_level(agency)))
    every = (agencies, names_of(query.subject) if query.subject else ())
    named = all(_names_one_of(names, passage, evidence) for names in every) and _is_of_town(passage, query, evidence)
    return named and all(_names_one_of((unit,), passage, evidence) for unit in query.units)


def _is_of_town(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether what is asked of "thành phố Lai Châu" is said of that town, and not of its province."""
    header = evidence.documents[passage.doc_id].header
    said = fold(" ".join([evidence.whole(passage), header.issuer.value if header.issuer else ""]))
    towns = [
        fold(province)
        for province in set(query.provinces) - CENTRAL_CITIES
        if re.search(rf"\bthành phố {re.escape(province)}\b", query.text, re.IGNORECASE)
    ]
    return all(re.search(rf"\b(?:thanh pho|tp\.?|do thi|thi xa) {re.escape(town)}\b", said) for town in towns)


def _at_its_level(agency: str) -> list[str]:
    """What papers of a province call its body: "Công an tỉnh" for "Công an Cà Mau"."""
    places = find_provinces(agency)
    bare = agency[: places[-1].span.start].strip() if places and places[-1].span.end == len(agency) else ""
    return [f"{bare} {level}" for level in ("tỉnh", "thành phố")] if bare else []


# A word with a capital inside a question, and the one behind it: "Hiệp hội Bất động sản", "Ngân hàng Thế giới"; or one
# all in capitals ("UNESCO"). Near miss: "Kế hoạch 39", the first word.
_CAPITAL = re.compile(
    rf"(?:(?<=[\w,;:] )(?P<first>[{UPPER}](?![{UPPER}])\w+)(?: (?P<second>(?![{UPPER}])[^\W\d_]+))?"
    rf"|\b(?P<letters>[{UPPER}]{{4,}}))(?!\w)"
)

_KIND_NAMES = re.compile(rf"\b(?:{_KINDS}|luat|de an|du an|phuong an|quy che|bao cao|van ban|thong tu|trung uong)\b")


def _speaks_of_names(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether of every name in a question at least one word stands in the passage, above it, or in what it is about.

    A question all in capitals or small letters shows no names; what was repaired or written out is none.
    """
    if query.original.upper() == query.original or query.intent in {Intent.TASKS, Intent.WHERE}:
        return True
    own = " ".join(own_units(evidence.documents[passage.doc_id]))
    text = f"{evidence.whole(passage)} {evidence.about(passage.doc_id)} {own}"
    if not all(_has_letters(letters, text) for letters in query.unknown_letters):
        return False
    held = held_in(text)
    said = set(syllables(office_words(query.text)))  # "tiếng Kinh" is "tiếng phổ thông" there
    words = syllables(query.text)
    meant = {**{fold(word): word for word in words}, **{word: word for word in words}}
    places = [place.span for place in find_provinces(query.original)]
    for match in _CAPITAL.finditer(query.original):
        if any(place.start <= match.start() < place.end for place in places):
            continue
        typed = syllables(" ".join(word for word in match.groups() if word))
        # With their marks, where they were typed without.
        words = [meant.get(word) or meant.get(fold(word), "") for word in typed]
        if not said.issuperset(words) or _KIND_NAMES.search(fold(match.group())) or not held.isdisjoint(words):
            continue
        if (spelt_out := office_terms(words)) and held.issuperset(spelt_out):
            continue  # "CTRSH" where a passage says "chất thải rắn sinh hoạt"
        known = syllables(" ".join((*query.provinces, *query.units, *query.agencies)))
        if not any(w in known for w in words) and not _is_the_only_one(match.group(), passage, query, evidence):
            return False
    return True


# "trên hồ Thác Bà": what is named, and how. Near miss: "Bộ Công an" (the name holds its kind).
_KIND_AND_NAME = re.compile(
    rf"(?<!\w)(?P<kind>(?![{UPPER}])[^\W\d_]+) (?P<name>[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)+)"
)


def _is_the_only_one(first: str, passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the document of a passage speaks of what a question names, and of no other thing of that kind.

    "Hồ Thác Bà", where every lake that the document names is that one. ``first`` is the word that begins the name.
    """
    found = next((m for m in _KIND_AND_NAME.finditer(query.text) if m["name"].startswith(first.split()[0])), None)
    return found is not None and evidence.named_of_kind(passage.doc_id, found["kind"]) == {fold(found["name"])}


# Two letters are short for a place or a body, more are often a name of their own ("EVN") that a text says otherwise.
_INITIALS = 2


def _has_letters(letters: str, text: str) -> bool:
    """Whether an abbreviation of two letters that nobody explains stands in a text, or its words do."""
    if len(letters) != _INITIALS:
        return True
    return fold(letters) in "".join(word[0] for word in syllables(fold(text))) or letters in text


# "tai xa can loc", as anybody may type it. Near miss: "tại xã nào", "ở xã mình".
_COMMUNE_TYPED = re.compile(
    r"\b(?:tai|o|cua|thuoc|dia ban) (?:xa|phuong|thi tran|dac khu)"
    r" (?P<name>(?!(?:nao|gi|minh|nay|do|ta|phai|hoi|thuoc|cua|tai|o|trong)\b)\w+"
    r" (?!(?:nao|gi|phai|la|thi|duoc)\b)\w+)"
)
# The same where it opens the question: "huyện ba bể bị hại bao nhiêu ha". Near miss: "xã có mấy thôn", "huyện ủy giao".
_UNIT_FIRST = re.compile(
    r"^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)"
    r" (?P<name>(?!(?:nào|gì|mình|này|đó|ta|phải|hội|thuộc|của|tại|ở|trong|có|được|sẽ|cần|làm|lo|bị|không|đã|viên|ủy|uỷ"
    r"|đoàn|đội|nông|miền|vùng|ven|đảo|biên|nghèo|đặc|khó|muốn|định|đang|chưa|và|với|cho|xa|gần|mới|thì|là)\b)[^\W\d]+"
    r" (?!(?:nào|gì|phải|là|thì|được)\b)[^\W\d]+)"
)


def _is_of_communes(passage: Passage, query: Query, evidence: Evidence) -> bool:
    """Whether the communes of a question typed without capitals stand in the passage or above it."""
    asked = _communes_typed(query) if not query.units else ()
    return all(_names_one_of((name,), passage, evidence) for name in asked)


def _communes_typed(query: Query) -> tuple[str, ...]:
    first = _UNIT_FIRST.match(query.text.lower())
    return (
        *(m["name"] for m in _COMMUNE_TYPED.finditer(fold(query.text))),
        *([fold(first["name"])] if first and query.original.islower() else []),
    )


def _names_one_of(names: Sequence[str], passage: Passage, evidence: Evidence) -> bool:
    if not names:
        return True
    header = evidence.documents[passage.doc_id].header
    of_document = [stated.value for stated in (header.issuer, header.place) if stated]
    text = " ".join([evidence.whole(passage), *of_document])
    return any(_is_named_in(text, written_out(name)) for name in names)


def _is_named_in(text: str, name: str) -> bool:
    said = written_out(_LONGER.sub(lambda unit: " " if _is_longer(unit["name"], name) else unit.group(), text))
    return bool(_loosely(name).search(said) or _with_initials(name).search(said))


# A local unit with all its capitals. Match: "phường Nam An Bình". Near miss: "xã đảo An Bình".
_LONGER = re.compile(
    rf"\b(?i:xã|phường|thị trấn|thị xã|huyện|đặc khu)\s+(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{1,4}})"
)


def _is_longer(unit: str, name: str) -> bool:
    """Whether a local unit ends like the one named and begins otherwise: "Nam An Bình" is not "An Bình"."""
    return written_out(unit).endswith(f" {name}")


def _with_initials(name: str) -> re.Pattern[str]:
    """A name whose last word stands in brackets: "Trung tâm giám sát, điều hành thông minh (IOC)"."""
    what, _, initials = name.rpartition(" ")
    return re.compile(rf"\b{re.escape(what)}\b[^.;()]{{0,80}}\({re.escape(initials)}\)")


def _loosely(name: str) -> re.Pattern[str]:
    """A name with up to two words more behind its first: "Trường [Đại học] Hồng Đức"."""
    first, _, rest = name.partition(" ")
    between = r"(?: \w+){0,2}?" if len(rest.split()) > 1 else ""
    return re.compile(rf"\b{re.escape(first)}{between}{f' {re.escape(rest)}' if rest else ''}\b")
