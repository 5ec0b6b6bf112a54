"""Documents that a question describes by kind and subject: "chỉ thị phòng cháy rừng của Nghệ An"."""

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tracuu.documents import TITLES
from tracuu.documents.provinces import same_province
from tracuu.queries.naming import DocumentNames, KnownDocument
from tracuu.queries.places import find_provinces
from tracuu.text import Folded, fold, modern_marks, squeeze, syllables
from tracuu.types import Span


class Described(NamedTuple):
    """The one document that fits a description, and where the description stands in the text."""

    doc_id: str
    span: Span


_KINDS = "|".join(fold(title).replace(" ", r"\s+") for title in TITLES)
# Near miss: "kế hoạch 39", "kế hoạch nào".
_KIND = re.compile(rf"\b(?:{_KINDS})\b(?! (?:so )?\d| (?:nao|gi|nay)\b)")
# Who makes, spreads or changes a document does not ask what it says. Match: "ai xây dựng kế hoạch phát triển đô thị".
_MADE = re.compile(
    r"(?:\b(?:lam|ra|xay dung|ban hanh|lap|soan(?: thao)?|tham muu|trinh|gui|nop|hoan thanh|phe duyet|thong qua"
    r"|sua(?: doi)?|bo sung|tham dinh|hoan thien|trien khai|quan triet|tuyen truyen|pho bien|cong bo|dieu chinh|ra soat"
    r"|cap nhat|huong dan|kiem tra|cu the hoa|(?<!bao cao ket qua )thuc hien|(?<!ket qua thuc hien )bao cao)"
    r"|\b(?:co|nhieu|mot|cac|nhung|moi|hai|ba|may|va|hoac)|,) (?:cac |nhung |ban |cai )?$"
)
# Who watches over what a document sets speaks of that document: "ai theo dõi, đôn đốc thực hiện kế hoạch …".
_WATCHED = re.compile(
    r"\b(?:theo doi|don doc|giam sat|kiem tra|chi dao)(?:,| va)?(?: viec)?(?: to chuc)? (?:thuc hien|trien khai) $"
)
_DONE = re.compile(r"\bđã\b")
# Words of a description that say nothing of the subject.
_SMALL = frozenset(
    syllables(
        "về việc của cho trong ở tại mới đến hết giai đoạn năm"
        " tỉnh thành phố xã phường huyện UBND HĐND ủy hội đồng ban nhân dân bộ sở"
    )
)
# What a question goes on with behind the description. Near miss: "kế hoạch phát triển đô thị thông minh".
_GOES_ON = frozenset(
    syllables(
        "thì có được là do ai nào khi bao giao yêu quy phải cần hôm ngày lúc mấy đặt nêu nói ra ký gồm gửi hết thay"
        " bãi để đạt áp phân định nhằm gì đâu vào bị đã sẽ đang hạn chi hỗ thưởng trả cấp thu chia tốn mất tổ lập mở xử"
    )
)
# What stands for the name of a province while the words are compared.
_PLACE = "_"
# More kinds than this are named in no question; the bounds keep the cost small.
_MOST = 6
# Longer than any description.
_LONGEST = 300
# So many words of the subject tell which document is meant; fewer may be said of many.
_TELLING = 2


def describe(text: str, names: DocumentNames, provinces: Iterable[str]) -> Described | None:
    """The one document that ``text`` (marks and case aside) describes; None when it is none, or may be several.

    Args:
        text: a question, marks restored.
        names: what the documents are called.
        provinces: named in the text.
    """
    blanked = _without_places(modern_marks(text))
    if _DONE.search(blanked):
        return None  # what was done, another paper tells
    folded, asked = Folded.of(blanked), tuple(provinces)
    for match in itertools.islice(_KIND.finditer(folded.text), _MOST):
        before = folded.text[: match.start()]
        if _MADE.search(before) and not _WATCHED.search(before):
            continue
        kind, (start, end) = squeeze(match.group()), folded.span(*match.span())
        read = [
            (entry.doc_id, _read_description(blanked, end, entry))
            for entry in names.known
            if (entry.kind == kind or entry.kind.startswith(f"{kind} ")) and _is_there(entry, asked)
        ]
        found = {doc_id: ends for doc_id, (ends, _) in read if ends}
        if len(found) != 1:
            continue
        ((doc_id, ends),) = found.items()
        told = max(told for own, (_, told) in read if own == doc_id)
        if all(other < told for own, (_, other) in read if own != doc_id):
            return Described(doc_id, Span(start, ends))
    return None


def _without_places(text: str) -> str:
    """``text`` with a blank of the same length for each province."""
    for place in find_provinces(text):
        start, end = place.span
        text = f"{text[:start]}{_PLACE * (end - start)}{text[end:]}"
    return text


def _is_there(entry: KnownDocument, provinces: Sequence[str]) -> bool:
    return not provinces or any(same_province(entry.province or "", province) for province in provinces)


@lru_cache(maxsize=8192)
def _words(subject: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of a subject, and those that stand side by side."""
    words = syllables(subject)
    return frozenset(words), frozenset(itertools.pairwise(words))


def _read_description(text: str, start: int, entry: KnownDocument) -> tuple[int | None, int]:
    """Where the description that begins before ``start`` ends, and how many words of the subject were read.

    No end when the words are not those of the subject: then another document may be meant as well.
    """
    subject, neighbours = _words(entry.subject)
    told, end, before = 0, start, ""
    for found in re.finditer(r"\w+", text[start : start + _LONGEST]):
        word, first, last = found.group(), start + found.start(), start + found.end()
        if re.search(r"[,:;?.]", text[end:first]) and told >= _TELLING:
            break
        if word.strip(_PLACE) == "" or (before, word) in neighbours:
            end = last  # small words too: "làng Nha Xá" ends in no commune
            told += word in subject and word not in _SMALL
        elif word in subject and word not in _SMALL:
            told, end = told + 1, last
        elif word not in _SMALL:
            if word not in _GOES_ON:
                return None, told
            break
        before = word
    return (end if told >= _TELLING else None), told
