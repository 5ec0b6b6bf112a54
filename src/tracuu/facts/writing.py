"""The day from which on a document was written, also where its head says the month or the year alone."""

import re
from datetime import date

from tracuu.types import Document, PartRole

# The day is lost, or was left for the pen: "ngày      tháng 5 năm 2026", "tháng … năm 2026".
# Near miss: "ngày 12 tháng 13 năm 2026".
_UNDATED = re.compile(
    r"(?<![^\W_])tháng[\s.…_]{0,30}(?P<month>\d{1,2})?[\s.…_]{0,30}năm\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_MONTHS = 12


def written_since(document: Document, text: str) -> date | None:
    """The day of issue; the first of the month or year where the head says no more; None when it says neither.

    ``text`` is that of the document's source.
    """
    if issued := document.header.issued_on:
        return issued.value
    heads = [part.span for part in document.parts if part.role is PartRole.HEADER]
    found = {(int(m["year"]), int(m["month"] or 1)) for head in heads for m in _UNDATED.finditer(text, *head)}
    year, month = found.pop() if len(found) == 1 else (0, 0)
    return date(year, month, 1) if 1 <= month <= _MONTHS else None
