"""Quarters and months that a text names: two figures of one year may be for two of them."""

import re
from typing import NamedTuple

from tracuu.text import fold

_QUARTER = re.compile(r"\bquy\s+(?P<quarter>iv|i{1,3}|[1-4])\b")
_MONTH = re.compile(
    r"\b(?:thang\s+(?P<month>\d{1,2})\b|\d{1,2}/(?P<of_day>\d{1,2})/\d{4}\b"
    r"|(?:ngay|den|truoc|het|tu|vao|sau) \d{1,2}/(?P<of_date>\d{1,2})\b)"
)
# Near miss: "ngày 31/3" alone, "trước ngày 30/6".
_LAST_DAY = re.compile(r"\b(?:het|tinh den|den)(?: het)?(?: ngay)? (?:31|30)/0?(?P<month>3|6|9|12)\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


_HALF = re.compile(r"\b(?:(?:0?6|sau) thang|nua nam|nua) (?P<half>dau|cuoi)\b")


class Seasons(NamedTuple):
    """Quarters 1 to 4, months 1 to 12 and halves 1 and 2 of no stated year.

    ``ends`` are quarters that are named by their last day ("đến hết ngày 31/3").
    """

    quarters: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    halves: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()

    def are_in(self, other: "Seasons") -> bool:
        """Whether the other names all of these."""
        quarters = other.quarters | other.ends
        return self.quarters <= quarters and self.months <= other.months and self.halves <= other.halves


def seasons_of(text: str) -> Seasons:
    """The quarters, months and halves named, marks and capitals aside ("đến hết quý II", "tháng 6", "30/6/2026")."""
    folded = fold(text)
    quarters = (m["quarter"] for m in _QUARTER.finditer(folded))
    return Seasons(
        quarters=frozenset(_ROMAN.get(q) or int(q) for q in quarters),
        months=frozenset(int(m["month"] or m["of_day"] or m["of_date"]) for m in _MONTH.finditer(folded)),
        halves=frozenset(1 if m["half"] == "dau" else 2 for m in _HALF.finditer(folded)),
        ends=frozenset(int(m["month"]) // 3 for m in _LAST_DAY.finditer(folded)),
    )
