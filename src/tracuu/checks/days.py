"""The day from which on a document was written, also where its date line says the month alone."""

import re
from datetime import date

from tracuu.types import Document

# Behind the place in the date line, when the day was left for the pen and is not in the scan.
# Match: "Quỳ Châu, ngày      tháng 5 năm 2026", "ngày ….. tháng 5 năm 2026". Near miss: "ngày 12 tháng 5 năm 2026".
_BLANK_DAY = re.compile(
    r"[*_]{0,3},?\s{0,5}[*_]{0,3}ngày[\s.…_]{1,40}tháng[\s.…_]{1,5}(?P<month>0?[1-9]|1[0-2])[\s.…_]{1,5}năm\s{1,5}"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def written_since(document: Document, text: str) -> date | None:
    """The day of a document, or the first of its month where the day is blank; None when it says neither."""
    header = document.header
    if header.issued_on is not None:
        return header.issued_on.value
    where = header.place.span if header.place else None
    month = _BLANK_DAY.match(text, where.end, document.span.end) if where else None
    return date(int(month["year"]), int(month["month"]), 1) if month else None
